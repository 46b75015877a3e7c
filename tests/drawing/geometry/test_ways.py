"""How a leg runs: it joins its places, keeps to the sea where a vessel goes, and says what it could not do."""

from __future__ import annotations

from itertools import pairwise
from typing import get_args

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline import atlas
from dateline.atlas.coast import open_coast
from dateline.atlas.refusals import Cause
from dateline.drawing.geometry.nodes import Node
from dateline.drawing.geometry.ways import way_of
from dateline.drawing.style.words import languages, words

points = st.tuples(st.floats(-179, 179), st.floats(-80, 80))


def node(name, lon, lat, kind="city"):
    return Node(name.lower(), name, name.lower(), kind, lon, lat, "city")


LISBON, ROTTERDAM = node("Lisbon", -9.2, 38.65), node("Rotterdam", 4.0, 51.98)
PIRAEUS, TUNIS = node("Piraeus", 23.6, 37.9), node("Tunis", 10.3, 36.85)


def way(*nodes, areas=None, **options):
    return way_of(nodes, areas or [None] * len(nodes), **options)


@given(st.lists(points, min_size=2, max_size=4, unique=True))
def test_a_way_over_land_joins_its_places_in_order_without_a_jump(places):
    """It begins and ends where they are, on some turn, passes those between, and no step is half a turn."""
    found = way(*(node(f"P{n}", *place) for n, place in enumerate(places)), sea=False)
    line = list(found.line.coords)
    assert all(abs(b[0] - a[0]) <= 180 for a, b in pairwise(line))
    for (lon, lat), (there, up) in ((places[0], line[0]), (places[-1], line[-1])):
        assert abs((there - lon + 180) % 360 - 180) < 1e-6
        assert up == pytest.approx(lat)
    straight = sum(float(atlas.geodesy.distance_km(a, b)) for a, b in pairwise(places))
    assert found.length_km == pytest.approx(straight, rel=0.01, abs=0.1)
    assert found.passages == ()


def test_a_vessel_keeps_to_the_water_and_names_the_straits():
    """By a map: from Lisbon to Rotterdam through the Strait of Dover, and round Spain, not over it."""
    found = way(LISBON, ROTTERDAM, sea=True)
    assert not open_coast().crosses(np.array(found.line.coords)).any()
    assert any("Dover" in name for name in found.passages)
    assert found.length_km > way(LISBON, ROTTERDAM, sea=False).length_km
    assert found.note is None


def test_a_way_that_no_vessel_can_go_joins_the_places_and_says_so():
    inland = node("Bern", 7.45, 46.95)
    found = way(LISBON, inland, sea=True)
    assert words("en").say(found.note) == (
        "Bern lies inland, too far from the sea for a way by ship; the line only joins the places"
    )
    assert words("de").say(found.note) == (
        "Bern liegt im Binnenland, für einen Seeweg zu weit vom Meer; die Linie verbindet nur die Orte"
    )
    assert found.line.equals(way(LISBON, inland, sea=False).line)


@pytest.mark.parametrize("lang", languages())
@pytest.mark.parametrize("cause", get_args(Cause))
def test_each_refusal_can_be_said_in_each_language(lang, cause):
    assert words(lang).group("sea")[cause]


def test_a_coast_that_was_chosen_is_told_in_the_page_s_language():
    place = atlas.get(2963597)  # Ireland
    ireland = node("Ireland", place.lon, place.lat, "country")
    found = way(ireland, LISBON, areas=[atlas.area(place), None], sea=True)
    assert words("de").say(found.note) == "Ireland: ein Punkt der Küste, von uns gewählt: kein Hafen ist genannt"


def test_a_strait_on_the_way_is_passed():
    strait = node("Strait of Messina", 15.6, 38.2, "strait")
    assert "Strait of Messina" in way(TUNIS, strait, PIRAEUS, sea=True).passages
    assert "Strait of Messina" not in way(TUNIS, PIRAEUS, sea=True).passages


def test_a_sea_that_the_way_crosses_anyway_is_no_detour():
    """From Tunis to Piraeus the Ionian Sea lies between: to name it changes nothing but 0.02 % of the length."""
    place = next(found for found in atlas.find("Ionian Sea") if found.kind == "sea")
    sea = node("Ionian Sea", place.lon, place.lat, "sea")
    named = way(TUNIS, sea, PIRAEUS, areas=[None, atlas.area(place), None], sea=True)
    assert named.length_km == pytest.approx(way(TUNIS, PIRAEUS, sea=True).length_km, rel=2e-4)


def test_what_is_to_be_avoided_is_where_there_is_another_way_that_anybody_would_take():
    """Messina can be passed by; the Strait of Gibraltar from Lisbon to Tunis cannot, and nobody sails round Africa."""
    tropea = node("Tropea", 15.85, 38.7), node("Riposto", 15.25, 37.73)
    assert "Strait of Messina" in way(*tropea, sea=True).passages
    gibraltar = way(LISBON, TUNIS, sea=True)
    assert "Strait of Gibraltar" in gibraltar.passages
    avoided = way(LISBON, TUNIS, sea=True, avoid=["Strait of Gibraltar"])
    assert avoided.length_km == pytest.approx(gibraltar.length_km)
    palermo = node("Palermo", 13.4, 38.15)
    around = way(palermo, PIRAEUS, sea=True, avoid=["Strait of Messina"])
    assert "Strait of Messina" not in around.passages
    assert around.length_km > way(palermo, PIRAEUS, sea=True).length_km


def test_a_country_is_met_at_its_coast():
    """A ship for Portugal does not sail to its middle."""
    portugal = atlas.by_code("PT")
    country = Node("portugal", "Portugal", "portugal", "country", portugal.lon, portugal.lat, "country")
    found = way(ROTTERDAM, country, areas=[None, atlas.area(portugal)], sea=True)
    assert not open_coast().crosses(np.array(found.line.coords)).any()
    assert found.line.coords[-1] != pytest.approx((portugal.lon, portugal.lat))
