"""Flows part from each other and keep off places they do not serve."""

from __future__ import annotations

from math import hypot

from hypothesis import given
from hypothesis import strategies as st

from dateline.drawing.geometry.bows import choose_bows

xy = st.tuples(st.floats(-170, 170), st.floats(-80, 80))
flows = st.dictionaries(st.text(min_size=1, max_size=4), st.tuples(xy, xy), max_size=8)


@given(flows, st.dictionaries(st.text(min_size=1, max_size=4), xy, max_size=8))
def test_every_flow_bows_within_the_limits(ends, nodes):
    bows = choose_bows(ends, nodes)
    assert set(bows) == set(ends)
    assert all(0.08 <= bow <= 0.35 for bow in bows.values())


@given(xy, xy, st.integers(2, 6))
def test_flows_between_the_same_two_places_part(start, end, count):
    bows = choose_bows({str(n): (start, end) for n in range(count)}, {})
    assert len(set(bows.values())) == count


def test_a_longer_flow_bows_more():
    bows = choose_bows({"short": ((0, 0), (10, 0)), "long": ((0, 20), (90, 20))}, {})
    assert bows["short"] < bows["long"]


def test_a_flow_bows_out_of_the_way_of_a_place_on_its_line():
    """Without the place the arc would run over the point (20, 2.5)."""
    plain = choose_bows({"e1": ((0, 0), (40, 0))}, {})["e1"]
    top = 40 * plain
    bow = choose_bows({"e1": ((0, 0), (40, 0))}, {"there": (20.0, top), "a": (0.0, 0.0), "b": (40.0, 0.0)})["e1"]
    assert hypot(0, 40 * bow - top) > 0.4


def test_a_flow_whose_end_is_its_place_but_for_the_last_digit_keeps_clear_of_others():
    """The end's own place is no other place; else no arc would be clear, and none would be chosen for being so."""
    ends = {"e1": ((0.0, 0.0), (40.0, 1e-9))}
    plain = choose_bows(ends, {})["e1"]
    there = 20.0, 40 * plain
    bow = choose_bows(ends, {"there": there, "a": (0.0, 0.0), "b": (40.0, 0.0)})["e1"]
    assert 40 * abs(bow - plain) > 0.036 * 40 * 0.9
