"""How far words reach: clauses, quotes and conditions of a sentence, and what a word governs in them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.reading.hedging.scopes import has_verb, line, starts_clause
from dateline.reading.text.sentences import tokens


def made(text):
    return line(tokens(text))


def said(found, reaches):
    return [" ".join(word.text for word in found.run[first:last]) for first, last in reaches]


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        pytest.param("The tug left; the barge stayed.", ["The tug left ;", "the barge stayed ."], id="a semicolon"),
        pytest.param("The tug left, but the barge stayed.", ["The tug left ,", "but the barge stayed ."], id="but"),
        pytest.param("The tug left, and its crew was paid.", ["The tug left ,", "and its crew was paid ."], id="and"),
        pytest.param("The tug and the barge left.", ["The tug and the barge left ."], id="two subjects"),
        pytest.param(
            "The tug left for Oslo, Bergen and Moss.", ["The tug left for Oslo , Bergen and Moss ."], id="a list"
        ),
        pytest.param(
            "When it rained, the tug was shut.", ["When it rained ,", "the tug was shut ."], id="a clause before it"
        ),
        pytest.param("In the rain, the tug left.", ["In the rain , the tug left ."], id="a phrase before it"),
    ],
)
def test_a_clause_begins_where_a_subject_has_its_own_verb(text, clauses):
    """Every token lies in one of them, the one that `clause_of` gives."""
    found = made(text)
    spans = list(dict.fromkeys(found.clause_of(n) for n in range(len(found.low))))
    assert said(found, spans) == clauses


@pytest.mark.parametrize(
    ("text", "relatives"),
    [
        pytest.param("The tug, which left Oslo, sank.", ["which left Oslo"], id="which"),
        pytest.param("Ana Ruiz, who owns it, paid.", ["who owns it"], id="who"),
        pytest.param("The tug, which sank, was old.", ["which sank"], id="of two words"),
        pytest.param("The port in which it lay is shut.", ["in which it lay"], id="with its preposition"),
        pytest.param("They found a tug that was lost.", ["that was lost ."], id="that"),
        pytest.param("Reports that it sank spread.", [], id="that after a noun of saying"),
        pytest.param("He said that it sank.", [], id="that after a verb"),
    ],
)
def test_a_relative_clause_runs_from_its_pronoun_to_its_comma(text, relatives):
    found = made(text)
    assert said(found, found.relatives) == relatives


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        pytest.param("“We left,” he said.", ["We left ,"], id="curly"),
        pytest.param('He said: "We left." Then he slept.', ["We left ."], id="straight"),
        pytest.param("'We left,' he said.", ["We left ,"], id="single"),
        pytest.param("The crew's tug left.", [], id="an apostrophe"),
        pytest.param("We left,” he said.", ["We left ,"], id="begun in the sentence before"),
        pytest.param("He said: “We left.", ["We left ."], id="ended in a later one"),
        pytest.param("«We left», he said.", ["We left"], id="guillemets"),
    ],
)
def test_quotes_are_found_without_their_marks(text, quotes):
    found = made(text)
    assert said(found, found.quotes) == quotes


def test_a_word_governs_its_own_verb_phrase_and_what_it_reports_governs_more():
    """Strict, it stops before relative clauses, asides and a second finite verb; else it takes its clause."""
    found = made("The tug may reach Oslo, which shut in May, and was seen there.")
    may = found.low.index("may")
    assert said(found, found.rest_of(may, strict=True)) == ["reach Oslo ,", ","]
    assert said(found, found.rest_of(may, strict=False)) == ["reach Oslo , which shut in May , and was seen there ."]


def test_nothing_reaches_out_of_a_quote_or_a_condition():
    quoted = made("“It may sail,” he said of the tug.")
    assert said(quoted, quoted.rest_of(quoted.low.index("may"), strict=False)) == ["sail ,"]
    depending = made("If it may sail, the crew is glad.")
    assert said(depending, depending.conditions) == ["If it may sail"]
    assert said(depending, depending.rest_of(depending.low.index("may"), strict=False)) == ["sail"]


def test_an_aside_tells_of_the_past():
    """No plan beside it governs it; what is still to come may be planned."""
    found = made("The tug will leave after the baker arrived.")
    assert said(found, found.asides) == ["after the baker arrived ."]
    assert made("The tug will leave after the baker arrives.").asides == []


def test_a_clause_begins_with_a_subject_and_has_a_finite_verb():
    found = made("The tug left and sailing it was hard.")
    assert starts_clause(found, 0, sure=True)
    assert not starts_clause(found, 2, sure=True)
    assert has_verb(found, 0, 3)
    assert not has_verb(found, 0, 2)


@given(st.text("ab .,'é", max_size=40), st.data())
def test_an_offset_finds_the_token_that_it_lies_in_or_the_next(text, data):
    found = made(text)
    offset = data.draw(st.integers(0, len(text)))
    expected = next((n for n, token in enumerate(found.run) if token.end > offset), len(found.run))
    assert found.at(offset) == expected


PIECES = "“ ” ' ; , . and but which who that if when while may the it tug Oslo left was to sail said not in"


@given(st.lists(st.sampled_from(PIECES.split()), max_size=24))
def test_any_words_are_parted_into_clauses_and_no_reach_leaves_them(pieces):
    """The clauses cover the sentence once; a word governs only what stands after it, in order."""
    found = made(" ".join(pieces))
    size = len(found.low)
    spans = sorted({found.clause_of(n) for n in range(size)})
    assert [n for first, last in spans for n in range(first, last)] == list(range(size))
    for n in range(size):
        for strict in (False, True):
            reached = [k for first, last in found.rest_of(n, strict=strict) for k in range(first, last)]
            assert reached == sorted(set(reached))
            assert all(n < k < size for k in reached)
        assert {k for a, b in found.rest_of(n, strict=True) for k in range(a, b)} <= {
            k for a, b in found.rest_of(n, strict=False) for k in range(a, b)
        }
    for first, last in (*found.quotes, *found.relatives, *found.asides, *found.conditions):
        assert 0 <= first <= last <= size
