"""Words of saying as hedges: what they report, what hangs on them, and who will not say whether it is so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.reading.hedging.phrases import saying_forms
from dateline.reading.hedging.saying import around, opens_question, said, unknown
from dateline.reading.hedging.scopes import line
from dateline.reading.hedging.sources import attribution
from dateline.reading.text.sentences import tokens


def made(text):
    return line(tokens(text))


def text_of(found, reaches):
    return [" ".join(word.text for word in found.run[first:last]) for first, last in reaches]


def heard(text, verb):
    """The hedges that a verb of saying is: kind, what they govern, who says so."""
    found = made(text)
    hedges = said(found, found.low.index(verb))
    return [(h.kind, text_of(found, h.reach), text_of(found, h.who)) for h in hedges]


@pytest.mark.parametrize(
    ("text", "verb", "kind", "reach", "who"),
    [
        pytest.param(
            "The guild said the mill burned.", "said", "reported", ["the mill burned ."], ["The guild"], id="said"
        ),
        pytest.param(
            "The guild claims the mill burned.", "claims", "alleged", ["the mill burned ."], ["The guild"], id="claim"
        ),
        pytest.param("The mill is alleged to burn.", "alleged", "alleged", ["burn ."], [], id="is alleged to"),
        pytest.param(
            "It emerged that the mill burned.", "emerged", "reported", ["that the mill burned ."], [], id="emerged"
        ),
        pytest.param(
            "The mill burned, it was claimed by the guild.",
            "claimed",
            "alleged",
            ["The mill burned ,", "by the guild ."],
            ["the guild"],
            id="hangs, by whom",
        ),
        pytest.param("The mill is said to burn.", "said", "reported", ["burn ."], [], id="is said to"),
        pytest.param(
            "The mill burned, the guild said.",
            "said",
            "reported",
            ["The mill burned ,", "."],
            ["the guild"],
            id="hangs",
        ),
        pytest.param(
            "It was announced that it burned.", "announced", "reported", ["that it burned ."], [], id="nobody named"
        ),
    ],
)
def test_what_is_said_is_governed_and_has_its_speaker(text, verb, kind, reach, who):
    assert heard(text, verb) == [(kind, reach, who)]


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        pytest.param("The report was long.", "report", id="a noun"),
        pytest.param("In 2015 an estimated 90 people left.", "estimated", id="an adjective"),
        pytest.param("She wrote a book.", "wrote", id="nothing told"),
        pytest.param("The sale announced during his visit fell through.", "announced", id="a participle of a noun"),
        pytest.param("He found a boat.", "found", id="found a thing"),
        pytest.param("The lawyer known as Blue left.", "known", id="known as"),
        pytest.param("It is used as claimed.", "claimed", id="as claimed"),
    ],
)
def test_a_verb_that_tells_nothing_hedges_nothing(text, verb):
    assert heard(text, verb) == []


@given(
    st.sampled_from(["confirm", "say", "verify", "disclose"]), st.sampled_from(["whether", "if", "that"]), st.booleans()
)
def test_whoever_will_not_say_leaves_it_unconfirmed_and_is_named(verb, opener, past):
    """In either tense, whatever opens the question."""
    declined = "declined" if past else "declines"
    ((kind, reach, who),) = heard(f"The port {declined} to {verb} {opener} the mill burned.", verb)
    assert (kind, reach, who) == ("unconfirmed", ["the mill burned ."], ["The port"])


def test_a_question_opens_within_a_few_words_or_not_at_all():
    low = ["said", "yesterday", "whether", "it", "burned"]
    assert opens_question(low, 1) == 2
    assert opens_question(["said", ",", "whether", "it"], 1) is None
    assert opens_question(["said", "a", "b", "c", "d", "whether"], 1) is None


def test_words_that_hang_leave_a_description_of_their_speaker_out():
    """A sailor "who came home" tells of Lind, not of what she said."""
    for text, after in (
        ("It burned, said Eva Lind, a sailor who came home.", []),
        ("It burned, said Eva Lind, and sank.", [", and sank ."]),
    ):
        found = made(text)
        reach = text_of(found, around(found, attribution(found, found.low.index("said"))))
        assert reach == ["It burned ,", *after]


def test_what_a_semicolon_parts_is_not_said():
    found = made("It rained; the mill burned, the guild said.")
    reach = text_of(found, around(found, attribution(found, found.low.index("said"))))
    assert reach[0] == "the mill burned ,"


def test_verbs_whose_refusal_leaves_a_thing_open_have_all_their_forms():
    assert {"confirm", "confirmed", "say", "said", "verify", "verifying"} <= unknown()


PIECES = "the guild mill said told claims declined refused to say confirm whether that it burned was by , . “ ” who"


@given(st.lists(st.sampled_from(PIECES.split()), max_size=20))
def test_any_words_of_saying_govern_words_of_their_sentence(pieces):
    found = made(" ".join(pieces))
    size = len(found.low)
    for n, word in enumerate(found.low):
        for hedge in said(found, n) if word in saying_forms() else ():
            assert hedge.kind in {"reported", "alleged", "unconfirmed", "planned"}
            assert hedge.start <= n < hedge.end <= size
            assert all(0 <= first <= last <= size for first, last in (*hedge.reach, *hedge.who, hedge.words))
