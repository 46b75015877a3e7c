"""Names find the places they mean, ranked, with reasons; what is no place finds nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline import atlas


def meaning(name, hint=()):
    """Give kind, country and division of the first candidate."""
    first = atlas.find(name, hint)[0]
    return first.kind, first.countries[0] if len(first.countries) == 1 else "", first.admin1


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        ("France", "country", "FR"),
        ("U.S.", "country", "US"),
        ("Britain", "country", "GB"),
        ("DRC", "country", "CD"),
        ("Burma", "country", "MM"),
        ("Rhodesia", "country", "ZW"),
        ("Germans", "country", "DE"),
        ("Kyiv", "city", "UA"),
        ("Kiev", "city", "UA"),
        ("Madras", "city", "IN"),
        ("Stalingrad", "city", "RU"),
        ("Washington", "city", "US"),
        ("Texas", "region", "US"),
        ("Kursk region", "region", "RU"),
        ("the city of Lviv", "city", "UA"),
        ("Orange County", "county", "US"),
        ("Donbas", "region", "UA"),
        ("Hodeidah", "city", "YE"),
        ("al-Hasakah", "city", "SY"),
        ("Calif.", "region", "US"),
        ("north korea", "country", "KP"),
    ],
)
def test_a_name_by_itself_finds_its_place_first(name, kind, country):
    assert meaning(name)[:2] == (kind, country)


@pytest.mark.parametrize(
    ("name", "hint", "expected"),
    [
        ("Georgia", ("Tbilisi",), ("country", "GE", None)),
        ("Georgia", ("Atlanta",), ("region", "US", "US.GA")),
        ("Georgia", ("Florida", "Alabama"), ("region", "US", "US.GA")),
        ("Paris", ("Texas",), ("city", "US", "US.TX")),
        ("Paris", ("Texas", "France", "Louvre"), ("city", "FR", "FR.11")),
        ("Moscow", ("Idaho",), ("city", "US", "US.ID")),
        ("London", ("Ontario",), ("city", "CA", "CA.08")),
        ("Lebanon", ("Pennsylvania",), ("city", "US", "US.PA")),
        ("Washington", ("Seattle", "Oregon"), ("region", "US", "US.WA")),
        ("Tripoli", ("Beirut",), ("city", "LB", "LB.09")),
        ("Punjab", ("Lahore",), ("region", "PK", "PK.04")),
        ("Police", ("Szczecin", "Poland"), ("city", "PL", "PL.87")),
        ("Cordoba", ("Buenos Aires",), ("city", "AR", "AR.05")),
    ],
)
def test_the_other_names_of_the_text_decide_between_namesakes(name, hint, expected):
    assert meaning(name, hint) == expected


NO_PLACE = ["", " ", "May", "Monday", "the", "As", "Police", "President", "us", "china", "turkey", "Reuters", "7"]


@pytest.mark.parametrize("name", NO_PLACE)
def test_what_is_no_place_finds_nothing(name):
    assert atlas.find(name) == []


DISPUTED = [
    "Crimea",
    "Kashmir",
    "Western Sahara",
    "Taiwan",
    "Kosovo",
    "Golan Heights",
    "Sevastopol",
    "Simferopol",
    "Somaliland",
    "Falklands",
]


@pytest.mark.parametrize("name", DISPUTED)
def test_disputed_places_are_found_and_say_so(name):
    place = atlas.find(name)[0]
    assert place.disputed
    assert "\n" not in place.disputed


def test_every_candidate_has_a_reason_and_scores_fall():
    places = atlas.find("Springfield", ("Illinois",))
    assert all(place.reasons for place in places)
    scores = [place.score for place in places]
    assert scores == sorted(scores, reverse=True)
    assert "in Illinois" in places[0].reasons


def test_filters_keep_what_they_say():
    assert {place.kind for place in atlas.find("Georgia", kind="region")} == {"region"}
    assert all("US" in place.countries for place in atlas.find("Paris", country="US"))
    assert atlas.find("Springfield", near=(-72.59, 42.10))[0].admin1 == "US.MA"


def test_a_capital_knows_that_it_is_one():
    assert atlas.is_capital(atlas.find("Nairobi")[0])
    assert not atlas.is_capital(atlas.find("Mombasa")[0])
    assert atlas.seat_of(atlas.find("Munich")[0]) == "DE.02"


@pytest.mark.parametrize("name", ["Manila", "France", "Texas", "Donbas", "Cook County"])
def test_every_place_is_found_again_by_its_id(name):
    for place in atlas.find(name):
        assert atlas.get(place.id).name == place.name


def test_codes_give_countries_and_divisions():
    assert atlas.by_code("KP").name == "North Korea"
    assert atlas.by_code("UA.11").name == "Crimea"
    with pytest.raises(atlas.UnknownPlaceError, match="ZZ"):
        atlas.by_code("ZZ")


def test_an_unknown_id_says_what_to_do():
    with pytest.raises(atlas.UnknownPlaceError, match=r"atlas\.find"):
        atlas.get(5)


@given(st.text(max_size=40), st.lists(st.sampled_from(["Paris", "U.S.", "", "x", "Police", "Sahel"]), max_size=3))
def test_any_text_is_answered_and_twice_the_same(name, hints):
    once = atlas.find(name, hints)
    assert once == atlas.find(name, hints)
    assert all(-180 <= place.lon <= 180 and -90 <= place.lat <= 90 for place in once)
