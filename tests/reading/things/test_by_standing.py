"""Names that are a place's by where they stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.reading.draft import draft
from dateline.reading.places.geoparse import geoparse
from dateline.reading.text.article import parse
from dateline.reading.things.by_standing import is_capital_name, is_gathering


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Okoro drove from the Kroger to the Rose & Crown.", ["Kroger", "Rose & Crown"]),
        ("Ministers travelled to Expo 2030 by train.", ["Expo 2030"]),
        ("Amadi was taken to Precinct 14 and Gate 12.", ["Precinct 14", "Gate 12"]),
        ("Amadi went to the Tories.", []),
        ("Amadi flew to Maria.", []),
        ("Amadi came to the Guardian.", []),
    ],
)
def test_a_name_at_the_end_of_a_way_is_a_place_without_a_position(text, names):
    article = parse(text)
    story = draft(article, mentions=geoparse(article))
    ends = [story.places[end] for event in story.events for leg in event.legs for end in (leg.from_, leg.to) if end]
    assert list(dict.fromkeys(place.name for place in ends)) == names
    assert all(place.lon is None for place in ends)


def test_a_seat_of_government_is_where_one_goes_at_its_town():
    article = parse("Amadi went to the White House on Monday.")
    story = draft(article, mentions=geoparse(article))
    (place,) = (story.places[leg.to] for event in story.events for leg in event.legs)
    assert (place.name, place.countries) == ("White House", ("US",))


@given(st.text(max_size=40))
def test_any_text_may_be_asked_for(text):
    assert is_capital_name(text) in {True, False}
    assert is_gathering(text) in {True, False}


@given(st.lists(st.sampled_from(["Elm", "Orlo", "Baxter", "Lima"]), min_size=1, max_size=3))
def test_a_gathering_has_a_name_before_what_it_is(words):
    assert is_gathering(" ".join([*words, "Festival"]))
    assert not is_gathering("Festival")
