"""Lengths and areas: each number with its unit and its hedge, in km or square km by definition."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.reading.amounts.amounts import amounts, converts
from dateline.reading.text.article import parse

# By definition: the mile since 1959, the nautical mile since 1929, the yard; an acre is 4,840 square yards.
KM = {"km": 1.0, "kilometres": 1.0, "miles": 1.609344, "nautical miles": 1.852, "metres": 0.001, "feet": 0.3048e-3}
KM2 = {"square kilometres": 1.0, "hectares": 0.01, "acres": 4840 * 0.9144e-3**2, "sq km": 1.0, "km²": 1.0}


def read(text):
    return [amount for sentence in parse(text).sentences for amount in amounts(text, sentence)]


@given(st.integers(2, 99_999), st.sampled_from([*KM, *KM2]))
def test_a_length_or_an_area_is_what_its_unit_is_by_definition(number, unit):
    (amount,) = read(f"The park has {number:,} {unit} of it.")
    assert amount.quantity.value == number
    assert amount.is_area == (unit in KM2)
    assert amount.scale == pytest.approx({**KM, **KM2}[unit], rel=1e-6)


@pytest.mark.parametrize(
    ("words", "value", "high", "bound"),
    [
        pytest.param("12 km", 12, None, None, id="bare"),
        pytest.param("about 12 km", 12, None, "about", id="about"),
        pytest.param("more than 12 km", 12, None, "at-least", id="more than"),
        pytest.param("up to 1,200 miles", 1200, None, "at-most", id="up to"),
        pytest.param("10 to 12 km", 10, 12, "between", id="a range"),
        pytest.param("two hundred kilometres", 200, None, None, id="in words"),
        pytest.param("a hundred miles", 100, None, None, id="a hundred"),
        pytest.param("nine miles", 9, None, None, id="one word"),
        pytest.param("12-kilometre", 12, None, None, id="hyphen after digits"),
        pytest.param("nine-mile", 9, None, None, id="hyphen after a word"),
        pytest.param("3.5 nautical miles", 3.5, None, None, id="a unit of two words"),
    ],
)
def test_the_words_with_their_hedge_are_the_amount(words, value, high, bound):
    """The span that comes back holds the words, no more and no less."""
    text = f"There is a way of {words} to go."
    (amount,) = read(text)
    assert text[amount.start : amount.end] == words
    assert amount.quantity.at == (amount.start, amount.end)
    assert (amount.quantity.value, amount.quantity.high, amount.quantity.bound) == (value, high, bound)


@pytest.mark.parametrize(
    "text",
    ["They sent 12 ships.", "It is 12 kmph fast.", "The smiles of 12 men.", "A mile is far.", "In 2012 it rained."],
)
def test_a_number_without_a_length_is_none(text):
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "again"),
    [
        pytest.param("It is 110 miles (177 km) off.", True, id="brackets"),
        pytest.param("The 9-mile-wide (14-km) strait.", True, id="brackets after wide"),
        pytest.param("It is 110 miles or 177 km off.", True, id="or"),
        pytest.param("It is 110 miles/177 km off.", True, id="stroke"),
        pytest.param("It is 110 miles long and 20 km wide.", False, id="two sizes"),
        pytest.param("It is 110 miles, then 20 km more.", False, id="two stretches"),
    ],
)
def test_the_same_length_in_another_unit_is_told_from_a_second_one(text, again):
    one, other = read(text)
    assert converts(text, one, other) is again


PIECES = "7 1,200 3.5 about two hundred a nine-mile km miles square ( ) - / sq acres m . over 12-km"


@given(st.lists(st.sampled_from(PIECES.split()), max_size=16))
def test_any_words_give_amounts_in_order_within_the_text(pieces):
    text = " ".join(pieces)
    at = 0
    for amount in read(text):
        assert amount.start <= amount.end <= len(text)
        assert amount.end > at
        at = amount.end
