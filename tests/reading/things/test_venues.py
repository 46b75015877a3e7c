"""Names that are a place's by one of their words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.reading.draft import draft
from dateline.reading.places.geoparse import geoparse
from dateline.reading.text.article import parse
from dateline.reading.things.venues import is_venue


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Okoro was flown to Baxter Memorial Hospital on Monday.", ["Baxter Memorial Hospital"]),
        ("The minister flew to Fort Arden on Friday.", ["Fort Arden"]),
        ("Two girls were rushed to St. Osyth's Medical Center.", ["St. Osyth's Medical Center"]),
        ("Amadi walked from Orrin's Hotel to the Vantry Theatre.", ["Orrin's Hotel", "Vantry Theatre"]),
        ("Amadi was driven to the Harbour Court on Monday.", ["Harbour Court"]),
        ("The case was taken to the Supreme Court.", []),
        ("Amadi returned to work on Monday.", []),
    ],
)
def test_a_facility_that_the_atlas_does_not_know_is_an_end_without_a_position(text, names):
    article = parse(text)
    story = draft(article, mentions=geoparse(article))
    ends = [story.places[end] for event in story.events for leg in event.legs for end in (leg.from_, leg.to) if end]
    assert [place.name for place in ends] == names
    assert all(place.lon is None for place in ends)


@pytest.mark.parametrize(
    ("text", "name", "near"),
    [
        ("She was taken to the Leeds jail.", "Leeds jail", "Leeds"),
        ("She was taken to Orlo Medical Center in Leeds.", "Orlo Medical Center", "Leeds"),
        ("She walked to the corner of Elm and Mill streets in Leeds.", "Elm and Mill streets", "Leeds"),
        ("Nurses were called to Interstate 64 near Leeds.", "Interstate 64", "Leeds"),
    ],
)
def test_a_facility_whose_town_is_told_lies_in_it(text, name, near):
    """With its own name, at the position of the town that stands behind it or in its name."""
    article = parse(text)
    mentions = geoparse(article)
    story = draft(article, mentions=mentions)
    (place,) = (story.places[leg.to] for event in story.events for leg in event.legs)
    (town,) = {toponym.place for toponym in mentions if toponym.text == near}
    assert (place.name, place.lon, place.lat, place.precision) == (name, town.lon, town.lat, "city")


@given(st.text(max_size=40))
def test_any_text_may_be_asked_for(text):
    assert is_venue(text) in {True, False}


@given(st.lists(st.sampled_from(["Ana", "Roa", "Baxter", "Lima", "Mara"]), min_size=1, max_size=3))
def test_a_name_is_a_place_s_by_its_last_word_alone(words):
    assert not is_venue(" ".join(words))
    assert is_venue(" ".join([*words, "Hospital"]))
    assert is_venue(" ".join([*words, "prison"]))
    assert not is_venue(" ".join([*words, "house"]))
