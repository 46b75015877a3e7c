from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.atlas.coast import open_coast, pieces
from dateline.atlas.geodesy import mercator


@pytest.mark.parametrize(
    ("point", "land"),
    [
        ((37.6, 55.75), True),  # Moscow
        ((-179.5, 67.5), True),  # Chukotka, west of the antimeridian
        ((0.0, -89.0), True),  # Antarctica, south of its last coast
        ((178.0, -17.8), True),  # Viti Levu
        ((51.0, 42.0), False),  # the Caspian Sea
        ((29.07, 41.12), False),  # the Bosporus
        ((179.9, 60.0), False),
        ((-150.0, 0.0), False),
    ],
)
def test_land_is_land_and_water_is_water(point, land):
    assert open_coast().on_land(*point) is land


def test_a_line_over_land_is_caught_wherever_it_begins():
    """Lisbon to Valencia; the same line a turn of the earth on."""
    line = np.array([[-10.0, 39.5], [1.0, 39.5]])
    assert open_coast().crosses(line).all()
    assert open_coast().crosses(np.add(line, [360, 0])).all()
    assert not open_coast().crosses(np.array([[-20.0, 39.5], [-11.0, 39.5]])).any()


def test_null_island_is_no_land():
    """Natural Earth draws a square kilometre at 0° 0°, where data go that have no coordinates."""
    assert not open_coast().on_land(0.0, 0.0)
    assert not open_coast().crosses(np.array([(0.0, 1.0), (0.0, -1.0)])).any()


def test_a_line_over_the_antimeridian_is_caught():
    assert open_coast().crosses(np.array([[179.0, 68.0], [182.0, 68.0]])).all()
    assert not open_coast().crosses(np.array([[179.0, 58.0], [182.0, 58.0]])).any()


@settings(max_examples=30, deadline=None)
@given(
    st.tuples(st.floats(-170, 170), st.floats(-60, 60)),
    st.tuples(st.floats(-170, 170), st.floats(-60, 60)),
    st.integers(0, 1),
)
def test_pieces_are_short_and_straight_in_mercator(one, two, more):
    line = np.array([one, two, one][: 2 + more])
    leg, ends = pieces(line)
    assert np.abs(ends[:, 1] - ends[:, 0]).max(initial=0) <= 0.5
    assert (ends[:-1, 1] == pytest.approx(ends[1:, 0])) or more
    away = np.abs(two[0] - one[0])
    if away > 1:
        share = (ends[leg == 0, 0, 0] - one[0]) / (two[0] - one[0])
        y = mercator(one[1]) + share * (mercator(two[1]) - mercator(one[1]))
        np.testing.assert_allclose(mercator(ends[leg == 0, 0, 1]), y, atol=1e-6)
