"""A place of the atlas: its record is whole, consistent and cannot be changed."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, fields
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.atlas.index import open_index
from dateline.atlas.place import Place, Precision

INDEX = open_index()
places = st.integers(0, INDEX.count - 1).map(INDEX.place)
KINDS = (
    "country territory region county city sea gulf bay strait ocean lake river canal island islands reef peninsula "
    "cape range mountain desert continent area"
)


def test_every_place_of_the_gazetteer_is_of_a_known_kind():
    """All of them: a kind that ten places have, as valleys, chance meets once in some hundred runs."""
    assert {INDEX.place(n).kind for n in range(INDEX.count)} == set(KINDS.split())


@given(places)
def test_any_place_of_the_gazetteer_has_a_position_and_a_source(place):
    assert -180 <= place.lon <= 180
    assert -90 <= place.lat <= 90
    assert place.precision in get_args(Precision)
    assert place.population >= 0
    assert place.name.strip() == place.name != ""
    assert place.source


@given(places)
def test_a_division_is_of_the_country_that_its_code_begins_with(place):
    """GeoNames writes the country's two letters before the stop."""
    assert all(len(code) == 2 and code.isupper() for code in place.countries)
    if place.admin1:
        assert place.admin1.partition(".")[0] in place.countries


@given(places)
def test_outside_a_search_a_place_has_no_score(place):
    assert (place.score, place.reasons) == (0.0, ())


def test_a_place_is_described_whole_and_frozen():
    place = Place(1, "Old Mill", "city", 1.0, 2.0)
    assert all(field.name in Place.__doc__ for field in fields(Place) if field.name not in {"name", "precision"})
    with pytest.raises(FrozenInstanceError):
        place.name = "New Mill"
    assert {place: 1}[Place(1, "Old Mill", "city", 1.0, 2.0)] == 1
