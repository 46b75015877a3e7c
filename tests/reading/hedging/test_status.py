"""How certain: each word governs its clause and no more, and the weakest of those that govern holds."""

import tomllib
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.reading.hedging.status import hedges, weakest
from dateline.reading.text.sentences import tokens
from dateline.story.model import STATUSES, WEAKEST_FIRST

EXAMPLES = tomllib.loads(files("dateline.reading").joinpath("tables/status.toml").read_text("utf-8"))["examples"]


def read(marked):
    """The text without the brackets, and the certainty of each bracketed word."""
    text, spans, start = "", [], None
    for letter in marked:
        if letter == "[":
            start = len(text)
        elif letter == "]":
            spans.append((start, len(text)))
        else:
            text += letter
    found = hedges(tokens(text), text=text)
    return [found.at(*span) for span in spans]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["text"][:50])
def test_the_words_make_their_own_examples_as_certain_as_they_say(example):
    """Each bracketed event has the status that the example gives, and the first has its operators."""
    certainties = read(example["text"])
    assert [certainty.status for certainty in certainties] == [example["status"]] * len(certainties)
    if len(certainties) == 1:
        assert [operator.text for operator in certainties[0].operators] == example["words"]


@given(st.lists(st.sampled_from(list(STATUSES))), st.lists(st.sampled_from(list(STATUSES))))
def test_more_operators_never_make_a_thing_surer(some, more):
    """The weakest of more is no stronger than the weakest of fewer, in whatever order."""
    assert WEAKEST_FIRST.index(weakest([*some, *more])) <= WEAKEST_FIRST.index(weakest(some))
    assert weakest([*more, *some]) == weakest([*some, *more])


PIECES = (
    "the ship said told may will not have would left , . ; and but that which who if whether when according to by “ ” "
    "planned visit reports set to expected confirmed declined Reuters Mr he its port Lima has been was while — no"
)


@given(st.lists(st.sampled_from(PIECES.split()), max_size=24))
def test_any_words_have_a_status_and_operators_that_stand_in_them(pieces):
    """Nothing raises; each operator is a slice; an event without operators is asserted, and no other is."""
    text = " ".join(pieces)
    found = hedges(tokens(text), text=text)
    for token in tokens(text):
        certainty = found.at(token.start, token.end)
        assert all(text[o.at[0] : o.at[1]] == o.text for o in certainty.operators)
        assert certainty.operators or certainty.status == "asserted"
