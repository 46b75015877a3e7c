"""Words that hedge, each with what it governs: modals, negations, plans, conditions, and none of a name's words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.reading.hedging.operators import operators, watched
from dateline.reading.hedging.scopes import line
from dateline.reading.text.sentences import tokens
from dateline.story.model import STATUSES


def found(text):
    """Each hedge of a text: its kind, its words, the words that it governs."""
    made = line(tokens(text))

    def said(reaches):
        return [" ".join(word.text for word in made.run[first:last]) for first, last in reaches]

    return [(h.kind, *said([(h.start, h.end)]), said(h.reach), said(h.nouns)) for h in operators(made)]


@pytest.mark.parametrize(
    ("text", "kind", "words", "reach"),
    [
        pytest.param("The tug may sail.", "possible", "may", ["sail ."], id="may"),
        pytest.param("The tug will sail.", "planned", "will", ["sail ."], id="will"),
        pytest.param("The tug is to sail.", "planned", "is to", ["sail ."], id="is to"),
        pytest.param("The tug plans to sail.", "planned", "plans", ["to sail ."], id="plans"),
        pytest.param("The tug hopes to sail.", "possible", "hopes", ["to sail ."], id="hopes"),
        pytest.param("The tug refused to sail.", "denied", "refused", ["to sail ."], id="refused"),
        pytest.param("The tug did not sail.", "denied", "not", ["sail ."], id="not"),
        pytest.param("The tug didn’t sail.", "denied", "didn’t", ["sail ."], id="n’t"),
        pytest.param("No tug sailed.", "denied", "No", ["tug sailed ."], id="no"),
        pytest.param("The tug allegedly sailed.", "alleged", "allegedly", ["sailed ."], id="allegedly"),
        pytest.param("The tug allegedly sailed, or sank.", "alleged", "allegedly", ["sailed"], id="up to a comma"),
        pytest.param("The tug did not sail until it rained.", "denied", "not", ["sail"], id="not until"),
        pytest.param("The tug sailed, reportedly.", "reported", "reportedly", ["The tug sailed ,"], id="at the end"),
        pytest.param("Perhaps, the tug sailed.", "possible", "Perhaps", [", the tug sailed ."], id="at the start"),
    ],
)
def test_a_hedge_governs_what_it_stands_for(text, kind, words, reach):
    assert [row[:3] for row in found(text)] == [(kind, words, reach)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The tug sailed.", id="a fact"),
        pytest.param("Port Said and May Diaz won.", id="names"),
        pytest.param("He read the will of a friend.", id="a noun"),
        pytest.param("The tug called at Ghent.", id="called at"),
        pytest.param("They set sail.", id="set sail"),
        pytest.param("The tug stopped to rest.", id="stopped to"),
        pytest.param("Not only did it rain.", id="not only"),
        pytest.param("It not only burned but sank.", id="not only before a verb"),
    ],
)
def test_what_hedges_nothing_is_no_operator(text):
    assert found(text) == []


def test_a_list_stays_under_a_negation_and_the_next_clause_does_not():
    ((_, _, listed, _),) = found("It did not reach Oslo, Moss or Bergen.")
    assert listed == ["reach Oslo , Moss or Bergen ."]
    ((_, _, reach, _),) = found("It did not sail but sank.")
    assert reach == ["sail"]


def test_a_word_before_a_noun_governs_the_noun_and_no_verb():
    assert all(
        not reach and nouns[0].startswith("visit") for _, _, reach, nouns in found("The planned visit was long.")
    )


def test_a_condition_makes_what_hangs_on_it_possible():
    text = "If it rains, the tug sails."
    ((kind, words, reach, _),) = found(text)
    assert (kind, words) == ("possible", "If")
    assert "the tug sails ." in reach[0]


def test_what_would_have_been_is_told_from_what_could_be():
    """Only "would have" says that it was not."""
    for modal, unreal in (("would", True), ("could", False)):
        made = line(tokens(f"The tug {modal} have sailed."))
        assert [hedge.is_counterfactual for hedge in operators(made)] == [unreal]


def test_whoever_does_not_confirm_denies_nothing():
    kinds = [kind for kind, *_ in found("The port did not confirm whether it sailed.")]
    assert "unconfirmed" in kinds
    assert "denied" not in kinds


PIECES = (
    "the tug may would have will not plans refused if whether said planned no is to sail sailed , . and but Oslo which"
)


WATCHED = sorted({*watched(), *PIECES.split()})
"""Every word that a hedge may begin with, and what may stand around it."""


@given(st.lists(st.sampled_from(PIECES.split()) | st.sampled_from(WATCHED), max_size=24))
def test_any_words_give_hedges_with_reaches_inside_the_sentence(pieces):
    made = line(tokens(" ".join(pieces)))
    size = len(made.low)
    for hedge in operators(made):
        assert hedge.kind in set(STATUSES) - {"asserted"}
        assert 0 <= hedge.start < hedge.end <= size
        assert all(0 <= first <= last for first, last in (*hedge.reach, *hedge.nouns))


def test_a_sentence_may_end_or_begin_with_any_word_that_hedges():
    """Headlines have no full stop."""
    for word in WATCHED:
        for words in (f"The tug sailed to Oslo {word}", f"{word} the tug sailed to Oslo", word):
            made = line(tokens(words))
            assert all(hedge.end <= len(made.low) for hedge in operators(made)), words
