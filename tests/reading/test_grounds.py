"""The places that phrases mean, told here or before."""

import pytest

from dateline.reading.article import parse
from dateline.reading.draft import draft
from dateline.reading.geoparse import geoparse


def legs(text):
    article = parse(text)
    story = draft(article, mentions=geoparse(article))
    return [(leg.from_, leg.to, leg.basis or event.basis) for event in story.events for leg in event.legs]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ana Roa was born in Peru. She fled the country in 1990.", [("peru", None, "inferred")]),
        ("Spain praised Italy. The families left the country.", []),  # which of the two is not said
        ("The families left the country.", []),
        ("Ana Roa fled Peru in 1990.", [("peru", None, "explicit")]),
    ],
)
def test_a_place_told_before_is_an_end_where_only_one_can_be_meant(text, found):
    assert legs(text) == found


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
