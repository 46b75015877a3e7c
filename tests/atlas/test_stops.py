"""Stops of a sea route: points as they are, countries by their coast, seas by their water, passages by their middle."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline import atlas
from dateline.atlas.network import open_network
from dateline.atlas.passage import known_as, passages
from dateline.atlas.stops import UnknownPassageError, edges_over, keep_out, stop_of

finite = st.floats(allow_nan=False, allow_infinity=False)


def nodes_of(stop):
    return open_network().points[list(stop.gate.nodes)]


@given(st.floats(-360, 360), st.floats(-90, 90))
def test_a_point_stays_the_same_place(lon, lat):
    """Longitudes beyond 180 come back a whole turn away, and no other is moved."""
    stop = stop_of((lon, lat), "start")
    assert stop.gate is None
    assert -180 <= stop.point[0] <= 180
    assert math.isclose(math.cos(math.radians(stop.point[0] - lon)), 1, abs_tol=1e-9)
    assert stop.point[1] == lat
    assert abs(lon) > 180 or stop.point[0] == lon


@given(st.tuples(finite, finite).filter(lambda at: abs(at[0]) > 360 or abs(at[1]) > 90))
def test_a_point_outside_the_map_is_refused_with_its_role(point):
    with pytest.raises(atlas.NoSeaRoute, match=r"start .* is outside the map") as refused:
        stop_of(point, "start")
    assert "\n" not in refused.value.reason


@pytest.mark.parametrize(
    "asked",
    [
        pytest.param(7, id="a number"),
        pytest.param(None, id="nothing"),
        pytest.param((1,), id="one number"),
        pytest.param((1, 2, 3), id="three numbers"),
        pytest.param(("1", "2"), id="words"),
        pytest.param((True, False), id="truth values"),
    ],
)
def test_what_is_neither_a_point_nor_a_place_nor_a_name_is_a_mistake(asked):
    with pytest.raises(TypeError, match="goal"):
        stop_of(asked, "goal")


@given(st.sampled_from([math.nan, math.inf, -math.inf]), st.booleans())
def test_what_is_not_finite_is_no_position(value, first):
    with pytest.raises(atlas.NoSeaRoute, match="must be finite"):
        stop_of((value, 0.0) if first else (0.0, value), "start")


def test_points_of_numpy_are_points():
    assert stop_of(np.array([1.5, 2.5]), "start").point == (1.5, 2.5)


def test_a_country_is_entered_at_its_coast_and_says_so():
    """By a map: Uruguay's coast lies between 53 and 59 degrees west, south of 33 south."""
    stop = stop_of("Uruguay", "goal")
    assert "no port is named" in stop.note
    lon, lat = nodes_of(stop).T
    assert ((lon > -59) & (lon < -53)).all()
    assert ((lat > -36) & (lat < -32)).all()


def test_far_small_parts_of_a_country_are_not_its_coast():
    """Who sails from Spain does not set out from the Canaries, nor who leaves Chile from Easter Island."""
    assert (nodes_of(stop_of("Spain", "start"))[:, 1] > 35).all()
    assert (nodes_of(stop_of("Chile", "start"))[:, 0] > -80).all()


def test_a_country_without_a_coast_is_refused():
    with pytest.raises(atlas.NoSeaRoute, match="no coast"):
        stop_of("Bolivia", "start")


def test_a_sea_is_entered_on_its_own_water():
    """By a map: the Black Sea lies between 27 and 42 degrees east, 40.5 and 47.5 north; it is one water."""
    stop = stop_of("Black Sea", "goal")
    assert stop.name == "the Black Sea"
    lon, lat = nodes_of(stop).T
    assert ((lon > 27) & (lon < 42) & (lat > 40.5) & (lat < 47.5)).all()
    assert len(stop.waters()) == 1
    assert stop.landfall(*stop.waters()).links


def test_a_town_is_its_point_though_a_division_has_its_name():
    """A ship calls at the port of New York, not at the state."""
    stop = stop_of("New York", "goal")
    assert stop.gate is None
    assert stop.point == pytest.approx((-74.0, 40.7), abs=0.2)


@pytest.mark.parametrize("passage", passages(), ids=str)
def test_a_passage_is_passed_over_its_line_in_either_direction(passage):
    """Each step of its gate is a lane over it, and the way back is one too."""
    stop = stop_of(passage.name, "via")
    assert stop.passage is passage
    network = open_network()
    lanes = {(int(network.half[0][half]), int(network.half[1][half])) for half in edges_over(passage)}
    steps = {divmod(step, network.size) for step in stop.gate.steps}
    assert {*steps} == {(two, one) for one, two in steps}
    assert all((one, two) in lanes or (two, one) in lanes for one, two in steps)


def test_a_strait_is_one_stop_as_a_name_and_as_a_place():
    place = next(place for place in atlas.find("Strait of Hormuz") if place.kind == "strait")
    assert stop_of(place, "via").passage is stop_of("strait of hormuz", "via").passage is known_as("Strait of Hormuz")


def test_a_name_that_means_nothing_is_answered_with_the_nearest():
    with pytest.raises(UnknownPassageError, match="did you mean Taiwan Strait"):
        stop_of("Taiwann Strait", "via")
    with pytest.raises(UnknownPassageError, match="dateline passages"):
        stop_of("xqzt", "via")


def test_what_is_closed_by_default_stays_closed_unless_it_is_asked_for():
    shut = {passage for passage in passages() if passage.closed}
    assert keep_out((), ()).passages == shut
    northern = stop_of("Northern Sea Route", "via")
    assert keep_out((), [northern]).passages == shut - {northern.passage}
    assert keep_out("Suez Canal", ()).passages == shut | {known_as("Suez Canal")}


def test_what_is_closed_has_its_lanes_shut():
    suez = known_as("Suez Canal")
    assert edges_over(suez) <= keep_out([suez.name], ()).shut


def test_a_sea_to_avoid_is_shut_by_the_lanes_that_touch_it():
    """By a map: the Sea of Azov lies between 34 and 40 degrees east, 45 and 47.5 north; a town cannot be avoided."""
    closed = keep_out(["Sea of Azov"], ())
    shut = sorted(closed.shut)
    network = open_network()
    lon, lat = network.points[network.half[0][shut]].T
    assert len(closed.areas) == 1
    assert ((lon > 33.5) & (lon < 40) & (lat > 44.5) & (lat < 47.5)).any()
    with pytest.raises(UnknownPassageError, match="no passage or sea to avoid"):
        keep_out(["Berlin"], ())


def test_one_passage_is_not_passed_and_avoided():
    with pytest.raises(atlas.NoSeaRoute, match="at once"):
        keep_out(["Bosphorus"], [stop_of("Bosporus", "via")])
