"""Figures of ours beside the article's: measured as it is said, and none where nothing can be."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline import atlas
from dateline.story.measuring import measured
from dateline.story.model import Actor, Article, Event, Leg, Measure, Measured, Place, Quantity, Story


def place(name, *, kind=None):
    """A place as the atlas has it."""
    found = next(one for one in atlas.find(name) if kind in {None, one.kind})
    return Place(found.name, found.kind, found.id, found.lon, found.lat, found.countries, found.precision)


def figures(kind, *places, by=None, events=(), actors=None):
    """What a claim on some places is measured as, and the claim."""
    ids = tuple(f"p{n}" for n in range(len(places)))
    claim = Measure("m1", kind, "x", (0, 1), Quantity(1, unit="km"), 1.0, ids, by=by)
    story = Story(Article(), dict(zip(ids, places, strict=True)), actors or {}, events=events, measures=(claim,))
    (found,) = measured(story).measures
    return {figure.method: figure for figure in found.measured}, found


@pytest.mark.parametrize(
    ("one", "other", "km", "way"),
    [  # GeographicLib's geodesics between the towns' centres, and the compass by eye on a map
        pytest.param((37.62, 54.19), (37.62, 55.75), 173.7, "S", id="due south"),
        pytest.param((0.0, 0.0), (1.0, 0.0), 111.319, "W", id="a degree of the equator"),
        pytest.param((-179.5, 0.0), (179.5, 0.0), 111.319, "E", id="over the antimeridian"),
        pytest.param((1.0, 1.0), (0.0, 0.0), 156.9, "NE", id="aslant"),
    ],
)
def test_a_distance_is_the_geodesic_with_the_point_of_the_compass(one, other, km, way):
    found, _ = figures("distance", *(Place("x", "city", lon=lon, lat=lat) for lon, lat in (one, other)))
    assert list(found) == ["straight"]
    assert found["straight"].value == pytest.approx(km, rel=0.005)
    assert found["straight"].direction == way


def test_a_way_over_places_is_the_sum_of_its_stretches():
    """Along a meridian nothing is gained or lost by a stop on the way."""
    south, middle, north = (Place(name, "city", lon=20, lat=lat) for name, lat in (("A", 50), ("B", 51), ("C", 52)))
    over, _ = figures("route", south, middle, north, by="ground")
    straight, claim = figures("route", south, north, by="ground")
    assert over["straight"].value == pytest.approx(straight["straight"].value, rel=0.01)
    assert "over B" in over["straight"].how
    assert "no roads" in claim.note


def test_a_voyage_is_measured_along_the_lanes_and_names_what_it_passes():
    found, _ = figures("route", place("Busan"), place("Manila", kind="city"), by="sea")
    assert found["straight"].value < found["lanes"].value == pytest.approx(2570, rel=0.05)  # searoute 1.4: 2,577 km
    assert "Luzon Strait" in found["lanes"].through
    assert "no ship's track" in found["lanes"].how


def test_a_voyage_that_no_sea_allows_says_why():
    found, claim = figures("route", place("Moscow"), place("Abuja"), by="sea")
    assert list(found) == ["straight"]
    assert claim.note.startswith("no way by sea was found: ")


def test_a_distance_that_a_ship_of_the_story_sails_is_measured_by_sea_too():
    """And one that nothing sails is not."""
    ends = (place("Busan"), place("Manila", kind="city"))
    sails = Event("e1", "route", mover="ship", legs=(Leg("e1a", "planned", "p1", "p0"),))
    ship = {"ship": Actor("the tanker", "vessel")}
    assert "lanes" in figures("distance", *ends, events=(sails,), actors=ship)[0]
    for other in ((), (replace(sails, review="rejected"),), (replace(sails, mover=None),)):
        assert "lanes" not in figures("distance", *ends, events=other, actors=ship)[0]


def test_of_what_has_an_area_the_nearest_points_are_measured_too():
    found, _ = figures("distance", place("Malta", kind="country"), place("Sicily"))
    assert found["nearest"].value == pytest.approx(80, rel=0.1)  # Gozo to Sicily's south coast, by most sources
    assert found["nearest"].value < found["straight"].value
    assert found["straight"].direction == "S"


@pytest.mark.parametrize(
    ("kind", "names", "method", "published", "within"),
    [  # encyclopaedias' figures
        pytest.param("width", ["Strait of Gibraltar"], "narrowest", 14.2, 0.02, id="the Strait of Gibraltar"),
        pytest.param("border", ["Egypt", "Libya"], "border", 1115, 0.05, id="Egypt and Libya"),
        pytest.param("area", ["Iceland"], "area", 103_000, 0.03, id="Iceland"),
        pytest.param("length", ["Crete"], "longer-side", 260, 0.05, id="Crete"),
        pytest.param("width", ["Crete"], "shorter-side", 60, 0.25, id="Crete across"),
    ],
)
def test_sizes_of_the_atlas_are_those_that_books_give(kind, names, method, published, within):
    found, claim = figures(kind, *(place(name) for name in names))
    assert found[method].value == pytest.approx(published, rel=within)
    assert claim.note is None


@pytest.mark.parametrize("kind", ["width", "length", "area"])
def test_what_the_atlas_has_no_shape_of_says_so(kind):
    found, claim = figures(kind, Place("Old Mill", "venue", lon=1.0, lat=50.0))
    assert found == {}
    assert "no shape" in claim.note


def test_figures_have_three_digits():
    """The shapes are no finer; a fourth digit would claim that they are."""
    for kind, name in (("area", "Iceland"), ("width", "Strait of Gibraltar")):
        for figure in figures(kind, place(name))[0].values():
            assert len(f"{figure.value:g}".strip("0").replace(".", "").rstrip("0")) <= 3


def test_an_editors_own_figures_and_choices_stay():
    own = Measured(7.0, "by hand")
    claim = Measure("m1", "width", "x", (0, 1), Quantity(1), 1.0, ("p",), measured=(own,))
    story = Story(Article(), {"p": place("Strait of Gibraltar")}, measures=(claim,))
    assert measured(story) == story
    rejected = replace(story, measures=(replace(claim, measured=(), review="rejected"),))
    assert measured(rejected) == rejected


def test_measuring_twice_changes_nothing_more(grain):
    claim = Measure("m1", "distance", "Odesa", (21, 26), Quantity(1), 1.0, ("malta", "tunis"))
    once = measured(replace(grain, measures=(claim,)))
    assert once.measures[0].measured
    assert measured(once) == once
