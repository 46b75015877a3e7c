from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st

from dateline import atlas
from dateline.atlas.coast import open_coast
from dateline.atlas.geodesy import distance_km
from dateline.atlas.landfall import landfall
from dateline.atlas.network import chords, open_network

anywhere = st.tuples(
    st.floats(-180, 180),
    st.floats(-0.85, 0.94).map(lambda s: math.degrees(math.asin(s))),
)


@settings(max_examples=40, deadline=None)
@given(anywhere)
def test_a_landfall_sees_its_nodes_over_water_and_knows_how_far_they_are(point):
    try:
        met = landfall(*point, "there")
    except atlas.NoSeaRoute:
        reject()
    assert met.point is not None
    nodes, km = np.array([node for node, _ in met.links]), np.array([km for _, km in met.links])
    ends = open_network().points[nodes]
    owner, pieces = chords(np.broadcast_to(met.point, ends.shape), ends)
    assert not open_coast().hits(pieces, owner, len(ends)).any()
    assert distance_km(np.broadcast_to(met.point, ends.shape), ends) == pytest.approx(km, rel=0.01, abs=0.05)
    assert (open_network().water[nodes] == met.water).all()


def test_a_point_on_open_water_is_where_the_route_begins():
    met = landfall(-30.0, 45.0, "mid-Atlantic")
    assert met.point == pytest.approx([-30.0, 45.0])


def test_a_quay_on_land_begins_at_the_nearest_water():
    """Rome's city hall is 24 km from the Tyrrhenian Sea as the crow flies."""
    met = landfall(12.483, 41.893, "Rome")
    assert met.point is not None
    assert not open_coast().on_land(*met.point)
    assert float(distance_km((12.483, 41.893), met.point)) == pytest.approx(24, abs=3)


@pytest.mark.parametrize(
    ("point", "words"),
    [
        pytest.param((37.6, 55.75), "is inland", id="Moscow"),
        pytest.param((-93.1, 44.5), "is inland", id="the Mississippi at Minneapolis"),
        pytest.param((-73.56, 45.51), "name a port", id="a river that the coast leaves out"),
    ],
)
def test_what_no_ship_can_reach_by_sea_is_refused_with_its_reason(point, words):
    with pytest.raises(atlas.NoSeaRoute) as caught:
        landfall(*point, "There")
    assert words in caught.value.reason


def test_the_caspian_is_a_water_of_its_own():
    assert landfall(50.0, 40.3, "Baku").water != landfall(30.75, 46.5, "Odesa").water
