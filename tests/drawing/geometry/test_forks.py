"""Where ways part and meet again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely import LineString, box

from dateline.drawing.geometry.forks import part_ways


def test_the_two_ways_are_cut_where_they_meet_again():
    main = LineString([(0, 0), (5, 3), (10, 0), (20, 0)])
    competing, own, alternative = part_ways(main, LineString([(0, 0), (5, -3), (10, 0), (20, 0)]))
    assert competing.coords[-1] == own.coords[0] == alternative.coords[-1] == (10, 0)
    assert own.coords[-1] == (20, 0)
    assert list(alternative.coords) == [(0, 0), (5, -3), (10, 0)]


def test_ways_that_only_meet_at_their_end_leave_a_stretch_of_the_stated_one():
    main = LineString([(0, 0), (5, 3), (10, 0)])
    competing, own, _ = part_ways(main, LineString([(0, 0), (5, -3), (10, 0)]))
    assert own.length == pytest.approx(main.length / 10)
    assert competing.length + own.length == pytest.approx(main.length)


@given(st.lists(st.tuples(st.integers(-50, 50), st.integers(-50, 50)), min_size=3, max_size=8, unique=True), st.data())
def test_nothing_of_the_main_leg_is_lost(points, data):
    """Its two parts together are as long as it was, and begin and end where it did."""
    main = LineString(points)
    middle = data.draw(st.tuples(st.integers(-50, 50), st.integers(-50, 50)))
    other = LineString([points[0], middle, points[-1]])
    competing, own, alternative = part_ways(main, other)
    assert competing.length + own.length == pytest.approx(main.length, rel=1e-6)
    assert own.coords[-1] == pytest.approx(points[-1])
    assert competing.coords[0] == pytest.approx(points[0])
    assert alternative.length > 0


def test_what_passes_the_open_water_is_never_the_main_leg_s_own():
    """Where both ways are one, as there is no other, the stated style begins beyond the water in question."""
    main = LineString([(0, 0), (10, 0), (20, 0)])
    competing, own, _ = part_ways(main, main, open_waters=[box(4, -1, 6, 1)])
    assert competing.coords[-1] == own.coords[0] == (6, 0)
