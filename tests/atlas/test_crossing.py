"""Ways over lines: found where a map has them cross, each with the place on the line."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.atlas.crossing import over_lines

FIRST, SECOND = np.array([0]), np.array([1])


def over(line, start, end):
    """Where on a line a single way goes over it, or None."""
    found = over_lines([line], np.array([start, end], float), FIRST, SECOND)
    assert set(found) <= {0}
    return found.get(0)


@given(st.floats(-170, 170), st.floats(0.1, 0.9))
def test_a_way_along_a_meridian_crosses_the_equator_where_it_stands(lon, share):
    """On a piece of the equator the place on the line is the share of its longitudes."""
    line = [(lon - 4 * share, 0.0), (lon + 4 * (1 - share), 0.0)]
    assert over(line, (lon, -2.0), (lon, 2.0)) == pytest.approx(share, abs=1e-6)
    assert over(line, (lon, 2.0), (lon, -2.0)) == pytest.approx(share, abs=1e-6)


@pytest.mark.parametrize(
    ("start", "end"),
    [
        pytest.param((5.0, 1.0), (5.0, 3.0), id="before it"),
        pytest.param((11.0, -1.0), (11.0, 1.0), id="beside it"),
        pytest.param((2.0, 1.0), (8.0, 1.0), id="along it"),
        pytest.param((-175.0, -1.0), (-175.0, 1.0), id="on the other side of the globe"),
    ],
)
def test_a_way_that_stays_on_one_side_crosses_nothing(start, end):
    assert over([(0.0, 0.0), (10.0, 0.0)], start, end) is None


def test_a_line_over_the_antimeridian_is_one_line():
    """Written past 180 degrees, it is crossed on both sides of the seam."""
    line = [(178.0, 0.0), (182.0, 0.0)]
    assert over(line, (179.0, -1.0), (179.0, 1.0)) == pytest.approx(0.25, abs=1e-6)
    assert over(line, (-179.0, -1.0), (-179.0, 1.0)) == pytest.approx(0.75, abs=1e-6)
    assert over(line, (-177.0, -1.0), (-177.0, 1.0)) is None


def test_the_place_on_a_bent_line_counts_along_all_of_it():
    """Three degrees east, then one north: the bend is at three quarters."""
    line = [(0.0, 0.0), (3.0, 0.0), (3.0, 1.0)]
    assert over(line, (1.5, -1.0), (1.5, 1.0)) == pytest.approx(0.375, abs=1e-3)
    assert over(line, (2.5, 0.5), (3.5, 0.5)) == pytest.approx(0.875, abs=1e-3)


def test_a_great_circle_bulges_towards_the_pole():
    """Between two points on the 60th parallel it runs north of it, as far as spherical geometry has it (62.0)."""
    start, end = (-22.9, 60.0), (22.9, 60.0)
    assert over([(0.0, 61.0), (0.0, 61.8)], start, end) is None
    assert over([(0.0, 61.0), (0.0, 63.0)], start, end) == pytest.approx(0.5, abs=0.05)


def test_of_many_ways_those_that_cross_are_told_by_their_numbers():
    points = np.array([(0.0, -1.0), (0.0, 1.0), (5.0, -1.0), (5.0, 1.0), (20.0, 1.0)])
    found = over_lines([[(-1.0, 0.0), (6.0, 0.0)]], points, np.array([0, 1, 2, 2]), np.array([1, 4, 3, 3]))
    assert sorted(found) == [0, 2, 3]
