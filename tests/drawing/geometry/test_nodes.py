"""Where marks end: a place at its point, a party at the country it acts for, a ship at the coast it comes to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely import MultiPolygon, Point, box

from dateline import atlas
from dateline.drawing.geometry.nodes import area_of, coarser, coast_towards, node_of
from dateline.story.model import Actor, Article, Place, Story
from tests.drawing.small import ACTORS, PLACES, story

PRECISIONS = ("point", "city", "region", "area", "country")  # from exact to coarse
precisions = st.sampled_from(PRECISIONS)


def test_a_place_ends_marks_at_its_own_point():
    node = node_of(story(), "lima")
    assert (node.id, node.place, node.lon, node.lat, node.precision) == ("lima", "lima", -77.03, -12.05, "city")


def test_a_place_that_no_list_has_says_when_it_stands_at_another_s():
    """The text tells by which place it lies; one that a person put somewhere of its own stands there."""
    suva = Place("Suva", "city", atlas=2198148, lon=178.44, lat=-18.14, countries=("FJ",), precision="city")
    village = Place("Navuku", "place", lon=suva.lon, lat=suva.lat, precision="region")
    own = Place("Navuku", "place", lon=178.4, lat=-18.1, precision="point")
    for place, lent in ((village, True), (own, False), (suva, False)):
        told = Story(Article(), {"suva": suva, "navuku": place})
        assert node_of(told, "navuku").lent is lent


@pytest.mark.parametrize(
    "key",
    [
        pytest.param(None, id="nothing"),
        pytest.param("nowhere", id="a place without a position"),
        pytest.param("guild", id="a party of no state"),
        pytest.param("unknown", id="what the story does not have"),
    ],
)
def test_what_stands_nowhere_has_no_node(key):
    assert node_of(story(), key) is None


def test_a_party_stands_at_the_storys_own_place_of_its_country():
    """And never at a town of it: Lima is in Peru and is not Peru."""
    assert node_of(story(), "chad-government") == node_of(story(), "chad")
    peru = node_of(story(), "peru")
    assert (peru.id, peru.name, peru.place, peru.precision) == ("peru", "Peru", None, "country")


def test_a_party_of_a_state_that_no_atlas_knows_stands_nowhere():
    lost = Story(Article(), PLACES, ACTORS | {"lost": Actor("Lost", "government", state="ZZ")})
    assert node_of(lost, "lost") is None


@given(precisions, precisions)
def test_the_coarser_of_two_is_one_of_them_and_no_finer_than_either(one, other):
    found = coarser(one, other)
    assert found == coarser(other, one)
    assert PRECISIONS.index(found) == max(PRECISIONS.index(one), PRECISIONS.index(other))


def test_an_area_is_that_of_the_place_and_not_of_a_namesake_far_off():
    """Georgia in the Caucasus has an area, and a place of that name in the South Pacific has not that one."""
    at_home = area_of(Place("Georgia", "country", lon=43.5, lat=42.0, countries=("GE",)))
    assert at_home.covers(Point(43.5, 42.0))
    assert area_of(Place("Georgia", "country", lon=-150.0, lat=-40.0)) is None
    assert area_of(Place("Old Mill", "venue", lon=1.0, lat=50.0)) is None


def test_a_place_of_the_atlas_has_its_area():
    chad = atlas.by_code("TD")
    assert area_of(Place("any name", "country", atlas=chad.id)).equals(atlas.area(chad))


@given(st.floats(-170, 170), st.floats(-60, 60))
def test_a_coast_is_met_on_the_outline(lon, lat):
    """Whatever direction a ship comes from; longitudes come back within a turn."""
    area = box(10, 10, 20, 20)
    point = Point(*coast_towards(area, lon, lat))
    assert area.boundary.distance(point) < 1e-6
    assert -180 <= point.x <= 180


@pytest.mark.parametrize(
    ("ship", "coast"),
    [
        pytest.param((0.0, 15.0), (10.0, 15.0), id="from the west"),
        pytest.param((15.0, -30.0), (15.0, 10.0), id="from the south"),
        pytest.param((40.0, 40.0), (20.0, 20.0), id="from a corner"),
    ],
)
def test_a_coast_is_met_where_it_is_nearest(ship, coast):
    assert coast_towards(box(10, 10, 20, 20), *ship) == pytest.approx(coast)


def test_a_coast_beyond_the_antimeridian_is_met_from_its_own_side():
    """A ship at 175 east is five degrees from a coast at 180, not 355."""
    assert coast_towards(box(-180, 0, -170, 10), 175.0, 5.0)[0] % 360 == pytest.approx(180)


def test_an_islet_on_the_way_is_not_the_country():
    country = MultiPolygon([box(10, 10, 20, 20), box(5, 14.9, 5.2, 15.1)])
    assert coast_towards(country, 0.0, 15.0) == pytest.approx((10.0, 15.0))
