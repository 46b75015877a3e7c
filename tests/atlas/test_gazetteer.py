"""Names find the places they mean, ranked, with reasons; what is no place finds nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline import atlas
from dateline.atlas.gazetteer import likeliest
from dateline.atlas.geodesy import distance_km


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
        ("Izium", "city", "UA"),
        ("Sloviansk", "city", "UA"),
        ("Beit Hanoun", "city", "PS"),
        ("Kobani", "city", "SY"),
        ("Deir al-Balah", "city", "PS"),
        ("Axum", "city", "ET"),
        ("Erbil Governorate", "region", "IQ"),
        ("al-Hasakah", "city", "SY"),
        ("Calif.", "region", "US"),
        ("north korea", "country", "KP"),
    ],
)
def test_a_name_by_itself_finds_its_place_first(name, kind, country):
    assert meaning(name)[:2] == (kind, country)


# Kinds and middles as atlases have them; the distance allowed is wide for what is long.
@pytest.mark.parametrize(
    ("name", "kind", "lon", "lat", "km"),
    [
        ("Adriatic", "sea", 15.0, 43.0, 400),
        ("Bab-el-Mandeb", "strait", 43.3, 12.6, 60),
        ("Malacca Strait", "strait", 100.0, 3.5, 450),
        ("Sea of Cortez", "gulf", -111.0, 27.0, 500),
        ("Oresund", "strait", 12.7, 55.8, 60),
        ("Volga", "river", 46.0, 51.5, 900),
        ("Dnipro River", "river", 35.0, 48.5, 500),
        ("River Thames", "river", -0.5, 51.5, 120),
        ("Lake Victoria", "lake", 33.0, -1.0, 150),
        ("Lake Tiberias", "lake", 35.6, 32.8, 20),
        ("Hindu Kush", "range", 70.5, 35.5, 300),
        ("Rockies", "range", -110.0, 44.0, 900),
        ("Empty Quarter", "desert", 50.0, 20.0, 300),
        ("Cape Horn", "cape", -67.3, -56.0, 30),
        ("Paracels", "islands", 112.0, 16.5, 150),
        ("Ayungin Shoal", "reef", 115.9, 9.7, 30),
        ("Kharg Island", "island", 50.3, 29.2, 20),
        ("Kurils", "islands", 150.0, 46.5, 500),
        ("Mount Paektu", "mountain", 128.1, 42.0, 20),
        ("Suwalki Gap", "region", 23.0, 54.1, 60),
        ("Volga-Don Canal", "canal", 43.8, 48.6, 80),
    ],
)
def test_a_feature_of_nature_is_found_where_it_is(name, kind, lon, lat, km):
    first = atlas.find(name)[0]
    assert first.kind == kind
    assert distance_km((first.lon, first.lat), (lon, lat)) <= km


@pytest.mark.parametrize(
    ("name", "place", "whose"),
    [
        ("East Sea", "Sea of Japan", "South Korea's name"),
        ("Arabian Gulf", "Persian Gulf", "the Arab states' name"),
        ("Gulf of America", "Gulf of Mexico", "the United States government's name"),
        ("West Philippine Sea", "South China Sea", "the Philippines' name"),
        ("Takeshima", "Dokdo", "Japan's name"),
    ],
)
def test_a_name_that_one_side_uses_is_found_and_said_to_be_its(name, place, whose):
    first = atlas.find(name)[0]
    assert first.name == place
    assert whose in first.reasons[0]


@pytest.mark.parametrize(
    "name",
    ["Crimea", "Kashmir", "Western Sahara", "Taiwan", "Kosovo", "Golan Heights", "Kuril Islands", "Spratly Islands",
     "Paracel Islands", "Scarborough Shoal", "Senkaku Islands", "Dokdo", "Falkland Islands", "Abkhazia", "West Bank",
     "Northern Cyprus", "Transnistria", "Somaliland", "Abu Musa", "Chagos Islands"],
)  # fmt: skip
def test_a_disputed_place_is_found_and_says_so_in_one_line(name):
    first = atlas.find(name)[0]
    assert first.disputed
    assert "\n" not in first.disputed


@pytest.mark.parametrize("word", ["Red", "Yellow", "Black", "White", "Main", "Don", "Gulf", "Strait", "Bay"])
def test_a_part_of_a_feature_s_name_is_no_name_of_it(word):
    assert not {place.kind for place in atlas.find(word)} & {"river", "sea", "gulf", "strait", "bay", "range"}


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


@pytest.mark.parametrize("hint", [(), ("Texas",), ("Tbilisi",), ("Ontario", "London")])
@pytest.mark.parametrize(
    "name", ["Georgia", "Paris", "London", "Springfield", "Lake Baikal", "taiwan strait", "Monday"]
)
def test_the_likeliest_is_the_first_that_is_found(name, hint):
    found = atlas.find(name, hint)
    one = likeliest(name, hint)
    assert (one.id if one else None) == (found[0].id if found else None)


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


@pytest.mark.parametrize(
    ("name", "division", "hint", "other"),
    [
        ("Newcastle", "GB.ENG", "Sydney", "AU.02"),
        ("Valencia", "ES.60", "Caracas", "VE.07"),
        ("Bethlehem", "PS.WE", "Pennsylvania", "US.PA"),
        ("Salisbury", "GB.ENG", "Maryland", "US.MD"),
    ],
)
def test_a_name_means_the_place_that_the_news_means_unless_the_text_says_otherwise(name, division, hint, other):
    """A larger namesake far away, or a city that bore the name once, does not come first by its size alone."""
    assert atlas.find(name)[0].admin1 == division
    assert atlas.find(name, (hint,))[0].admin1 == other
