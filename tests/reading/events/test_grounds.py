"""The places that phrases mean, told here or before."""

import pytest

from dateline.reading.draft import draft
from dateline.reading.places.geoparse import geoparse
from dateline.reading.text.article import parse


def legs(text):
    article = parse(text)
    story = draft(article, mentions=geoparse(article))
    return [(leg.from_, leg.to, leg.basis or event.basis) for event in story.events for leg in event.legs]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ana Roa was born in Peru. She fled the country in 1990.", [("peru", None, "inferred")]),
        # Which of the two is not said: the words stand, without a position, and no state is guessed.
        ("Spain praised Italy. The families left the country.", [("country", None, "explicit")]),
        ("The families left the country.", [("country", None, "explicit")]),
        ("Ana Roa fled Peru in 1990.", [("peru", None, "explicit")]),
    ],
)
def test_a_place_told_before_is_an_end_where_only_one_can_be_meant(text, found):
    assert legs(text) == found


def test_a_place_without_a_name_has_its_words_and_no_position():
    article = parse("The injured climber was taken to a nearby hospital.")
    story = draft(article, mentions=geoparse(article))
    (event,) = story.events
    place = story.places[event.legs[0].to]
    assert (place.name, place.lon, place.lat, place.atlas) == ("nearby hospital", None, None, None)


@pytest.mark.parametrize(
    "text",
    [
        "The ketch arrived at Malaga, on the Spanish south coast.",  # where Malaga is, no second end
        "The ketch arrived at Malaga, in Spain.",
    ],
)
def test_an_aside_that_says_where_an_end_lies_is_no_end(text):
    assert [to for _, to, _ in legs(text)] == ["malaga"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The buses went to Macon, Georgia.", ["macon"]),
        ("The aides arrived in Dadaab in Kenya.", ["dadaab"]),
        ("US President Tom Vance arrived in Oslo.", ["oslo"]),
        ("They walked to the Oslo talks.", []),
    ],
)
def test_what_a_place_lies_in_and_what_only_has_its_name_are_no_ends(text, found):
    assert [to for _, to, _ in legs(text)] == found


def test_what_moves_is_no_town_that_a_pronoun_might_mean():
    text = "Ghana is calm. They drove it from Accra to Kumasi."
    article = parse(text)
    story = draft(article, mentions=geoparse(article))
    assert [event.mover for event in story.events] == [None]


def test_a_verb_is_no_part_of_the_name_of_what_moves():
    text = "The hall will house 30 buses. The buses were towed to Accra."
    article = parse(text)
    story = draft(article, mentions=geoparse(article))
    assert [story.actors[event.mover].name for event in story.events] == ["30 buses"]


@pytest.mark.parametrize("wind", ["north", "southeast", "north-west"])
def test_a_wind_and_of_place_a_stay_nearby(wind):
    text = f"The ferry anchored 9 miles {wind} of Malta."
    article = parse(text)
    (event,) = draft(article, mentions=geoparse(article)).events
    assert (event.kind, event.place) == ("presence", "malta")


def test_miles_from_another_place_only_say_where_a_place_lies():
    text = "In March the ferry docked at Gozo, 9 miles northwest of Malta."
    article = parse(text)
    assert [event.place for event in draft(article, mentions=geoparse(article)).events] == ["gozo"]


def test_the_base_of_a_body_is_where_it_stands():
    text = "A U.N. aide spoke. The convoy left the U.N. base in Accra for Kumasi."
    assert legs(text)[0][:2] == ("accra", "kumasi")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The cruise ship Marigold docked in Bari. A girl was airlifted from the ship.", ("Marigold", None)),
        ("The cruise ship Marigold docked in Bari. Two deckhands left the Marigold on Friday.", ("Marigold", None)),
        ("The cruise ship Marigold docked in Bari. Nine more passengers returned to the ship.", (None, "Marigold")),
        ("The liner sank. Nine passengers returned to the ship.", (None, "ship")),
    ],
)
def test_a_ship_told_before_is_where_one_gets_on_or_off(text, found):
    """By its name, wherever it lay; without one by the words."""
    article = parse(text)
    story = draft(article, mentions=geoparse(article))
    legs = [leg for event in story.events for leg in event.legs]
    names = [tuple(story.places[end].name if end else None for end in (leg.from_, leg.to)) for leg in legs]
    assert names == [found]
