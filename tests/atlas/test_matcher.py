"""The matcher finds names where they stand and nothing else."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dateline import atlas

PIECES = ["New", "York", "St.", "Louis's", "U.S.", "the", "and-Paris,", "(Rome)", "Côte", "d’Ivoire", "IN", "&", "\n"]


@given(st.text(max_size=300) | st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join))
def test_matches_are_slices_in_order_and_never_overlap(text):
    """Whatever the text: text[start:end] is the match, and one ends before the next begins."""
    done = 0
    for found in atlas.match(text):
        assert text[found.start : found.end] == found.text
        assert done <= found.start < found.end
        assert found.places
        assert len(found.places) == len(found.types) == len(found.entry.priors)
        done = found.end


def test_the_longest_name_wins():
    assert [m.text for m in atlas.match("Guinea-Bissau and Papua New Guinea, not Guinea")] == [
        "Guinea-Bissau",
        "Papua New Guinea",
        "Guinea",
    ]


def test_a_possessive_stays_outside_and_the_stop_of_an_initialism_inside():
    assert [m.text for m in atlas.match("Syria’s north, the U.S. army, Texas.")] == ["Syria", "U.S.", "Texas"]


def test_a_name_without_stops_is_no_initialism():
    """Un lies in Gujarat; the U.N. does not."""
    assert [m.text for m in atlas.match("Un, U.N. and the U.S.S.R., N.Z., B.C.")] == [
        "Un",
        "U.S.S.R.",
        "N.Z.",
        "B.C.",
    ]


def test_initialisms_count_in_capitals_only():
    assert [m.text for m in atlas.match("The US told us: Us too.")] == ["US"]
