"""Longer names are made of the words that end or begin them, whether or not the gazetteer has them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.atlas.index import open_index
from dateline.atlas.matcher import match
from dateline.reading.places.longer import UPPER, UPPER_FIRST, is_head, longer_names
from dateline.reading.places.span import Span

PIECES = [
    "Main", "Street", "Lake", "of", "the", "University", "St.", "U.S.", "61", "Highway", "’s", "-", "North", "Kremlin",
    "14th", "Fort", "&", "\n", "County", "Mount", "O’Brien", "Park", "Ky.", "52,000",
]  # fmt: skip


def names_of(text):
    return [Span(m.start, m.end, m.text, "name", m.entry) for m in match(text)]


def found(text):
    """What is found, as {words: sort}."""
    return {span.text: span.sort for span in longer_names(text, names_of(text))}


@pytest.mark.parametrize(
    ("text", "name", "sort"),
    [
        ("A shop on Harbour Street burned.", "Harbour Street", "street"),
        ("He lives in 14th Street near the park.", "14th Street", "street"),
        ("They met in Orlecko Park on Monday.", "Orlecko Park", "venue"),
        ("She teaches at Orlecko State University in spring.", "Orlecko State University", "venue"),
        ("The University of Orlecko closed.", "University of Orlecko", "venue"),
        ("The boat sank in Lake Orlecko.", "Lake Orlecko", "feature"),
        ("The Orlecko River rose.", "Orlecko River", "feature"),
        ("Orlecko County voted.", "Orlecko County", "admin"),
        ("Trucks queued on Highway 61 for hours.", "Highway 61", "street"),
        ("Trucks queued on US-24 for hours.", "US-24", "street"),
        ("Trucks queued on Ky. 52 for hours.", "Ky. 52", "street"),
        ("Trucks queued on Interstate 64 West for hours.", "Interstate 64 West", "street"),
        ("The Kremlin said no.", "Kremlin", "seat"),
        ("The White House said no.", "White House", "seat"),
        ("The jet landed at Heathrow.", "Heathrow", "landmark"),
        ("Fans waited in South Venezuela.", "South Venezuela", "direction"),
    ],
)
def test_a_longer_name_is_found_and_its_sort(text, name, sort):
    assert found(text).get(name) == sort


@pytest.mark.parametrize(
    "text",
    [
        "Maria Lopez and James Hill-Brown spoke.",
        "He paid 52 dollars on Tuesday.",
        "The Street was empty.",
        "In 2009 the firm sold 61 percent.",
        "kremlin and white house in small letters",
    ],
)
def test_what_is_no_longer_name(text):
    assert not {sort for sort in found(text).values() if sort != "quarter"}


@given(st.text(max_size=300) | st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join))
@settings(max_examples=150, deadline=None)
def test_longer_names_are_slices_of_the_text(text):
    """Whatever the text: offsets point into it as given, and each has something that speaks for it."""
    for span in longer_names(text, names_of(text)):
        assert text[span.start : span.end] == span.text
        assert span.text.strip() == span.text != ""
        assert span.told()


@given(st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join))
@settings(max_examples=60, deadline=None)
def test_the_same_words_give_the_same_names_wherever_they_stand(text):
    """What stands in the line before changes nothing."""
    before = "It rained.\n\n"
    moved = longer_names(before + text, names_of(before + text))
    assert [(s.start - len(before), s.text, s.sort) for s in moved] == [
        (s.start, s.text, s.sort) for s in longer_names(text, names_of(text))
    ]


def test_a_seat_and_a_landmark_know_their_town():
    towns = {
        span.text: open_index().name(span.town)
        for span in longer_names("The Kremlin, the Pentagon, Schiphol and Harvard University", [])
        if span.town is not None
    }
    assert towns["Kremlin"] == "Moscow"
    assert towns["Schiphol"] == "Amsterdam"
    assert towns["Harvard University"] == "Cambridge"
    assert towns["Pentagon"].startswith("Washington")


def test_every_seat_and_landmark_of_the_table_has_a_town_that_the_atlas_knows():
    from dateline.reading.places.cues import rules

    for table in ("seats", "landmarks"):
        for row in rules()[table].values():
            for one in row.split("|"):
                name = one.split(": ")[0].strip()
                spans = [span for span in longer_names(f"At {name} it", []) if span.text == name]
                assert any(span.town is not None for span in spans), name


def test_a_word_glued_to_the_next_ends_no_name():
    assert "Elm River" not in found("They toured the Elm River-Road Museum.")


def test_heads_are_no_towns():
    assert is_head("park")
    assert not is_head("paris")


@given(st.characters())
def test_the_head_of_a_search_takes_the_same_capitals(sign):
    assert bool(re.match(UPPER_FIRST, sign)) == bool(re.match(UPPER, sign))


@pytest.mark.parametrize(
    "noun", ["Highway", "Hwy", "Hwy.", "Route", "Rte", "Rte.", "Rt", "Road", "Interstate", "Motorway"]
)
def test_a_road_is_found_by_every_noun_that_has_numbers(noun):
    assert found(f"They took {noun} 61 home.") == {f"{noun} 61": "street"}
