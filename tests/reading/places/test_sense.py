"""What stands around a mention tells whether the place itself is meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.reading.places import sense
from dateline.reading.places.sense import following
from dateline.reading.places.span import Span

WORDS = [
    "said",
    "and",
    "the",
    "Peru",
    "has",
    "not",
    "never",
    "strongly",
    "denied",
    "ports",
    "said,",
    "reply",
    "-",
    "(",
    "will",
]


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=7), st.sampled_from([" ", "\u00a0"]))
def test_a_deed_is_looked_for_wherever_there_is_one(words, gap):
    """The first word decides whether the long search is worth while; it must miss nothing."""
    text = gap + " ".join(words)
    assert following(text, 0).leads or not sense._decides(text, 0)


@pytest.mark.parametrize(
    ("before", "after", "whose"),
    [("Russian", " officers.", "the"), ("Russia", "'s officers.", "its"), ("Russia", ", officers said.", "the")],
)
def test_the_noun_behind_a_name_is_told_with_how_it_is_tied(before, after, whose):
    told = following(before + after, len(before))
    assert told.whose == whose
    assert (told.kind == "none") == after.startswith(",")


@given(st.lists(st.sampled_from([*WORDS, "has-been", "was", "also", "", "said's", "IS"]), min_size=1, max_size=5))
def test_the_verb_is_the_same_as_the_long_search_finds(words):
    """Where the next word cannot lead to a verb it is the verb itself or there is none."""
    text = "Peru " + " ".join(words)
    span = Span(0, 4, "Peru", "name", None)
    span.after_word = next(iter(text[4:].split(None, 1)), "")
    found = sense._SUBJECT(text, 4)
    wanted = None if found is None else sense._acts(found.group(1))
    assert sense._verb_of(text, span, sense._word(span.after_word)) == wanted
