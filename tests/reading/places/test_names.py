"""Names that the gap between them ties together."""

from __future__ import annotations

import pytest

from dateline.reading.places import names, unknown
from dateline.reading.places.names import find_spans


@pytest.mark.parametrize(
    ("text", "town", "outer"),
    [
        ("He was born in Paris, Texas.", "Paris", "Texas"),
        ("He was born in Paris in Texas.", "Paris", "Texas"),
        ("It hit the Syrian city of Aleppo.", "Aleppo", "Syrian"),
        ("It hit the Yemeni capital, Sanaa.", "Sanaa", "Yemeni"),
    ],
)
def test_a_town_is_tied_to_what_it_is_said_to_lie_in(text, town, outer):
    spans = {span.text: span for span in find_spans(text) if span.sort == "name"}
    assert spans[town].pin is spans[outer]


@pytest.mark.parametrize("noun", names._NOUNS)
@pytest.mark.parametrize("more", ["", ",", " of", " the", ", the", " of the"])
def test_every_gap_that_names_a_noun_of_place_is_looked_at(noun, more):
    gap = f" northern {noun}{more} "
    assert names._THE_CITY_OF(gap)
    assert gap[-5:-1] in names._noun_ends()


@pytest.mark.parametrize(
    ("text", "has_dash"),
    [("LAGOS - Rain", True), ("LAGOS— Rain", True), ("a well-known", False), ("- Rain", False), (" - B", False)],
)
def test_a_dash_behind_a_capital_is_found(text, has_dash):
    assert unknown._has_dash(text) == has_dash
