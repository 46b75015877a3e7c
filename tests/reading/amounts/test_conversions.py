"""Conversions in brackets are left out, and nothing else in brackets is."""

import pytest

from dateline.reading.amounts.conversions import without_conversions
from dateline.reading.text.sentences import tokens


def left(text):
    return " ".join(token.text for token in without_conversions(tokens(text)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It paid $9 million (8 million euros) to Chad", "It paid $ 9 million to Chad"),
        ("a USD 62 million (EUR 40 m) loan", "a USD 62 million loan"),
        ("some 90 km (about 56 miles) from Oslo", "some 90 km from Oslo"),
    ],
)
def test_what_an_amount_comes_to_is_left_out(text, expected):
    assert left(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ana Roa (47) flew to Oslo",
        "the bank (EIB) lent $9 million",
        "the town (9 miles from Oslo)",
        "they sent 9 ships (and 3 tonnes of tea) home",
        "the town gave 9 boats (worth $3 million)",
        "an open bracket after 9 tonnes (8 tons",
    ],
)
def test_other_brackets_stay(text):
    assert left(text) == " ".join(token.text for token in tokens(text))
