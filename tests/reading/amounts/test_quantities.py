"""Amounts: what the text hedges, never a date, an age or the number of a road."""

import tomllib
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.reading.amounts.quantities import quantities
from dateline.reading.text.sentences import tokens

EXAMPLES = tomllib.loads(files("dateline.reading").joinpath("tables/quantities.toml").read_text("utf-8"))["examples"]


def spelt(amount):
    """An amount as the examples write it: value, bound, unit."""
    quantity = amount.quantity
    value = "words" if quantity.value is None else f"{quantity.value:.12g}"
    if quantity.high is not None:
        value += f"..{quantity.high:.12g}"
    return f"{value} {quantity.bound or '-'} {quantity.unit or '-'}"


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["text"][:40])
def test_the_words_find_the_amounts_of_their_own_examples(example):
    """Each example lists all the amounts of its text, in order."""
    assert [spelt(amount) for amount in quantities(tokens(example["text"]))] == example["found"]


PIECES = "0 7 1,200 3.5 . , - $ € % : / a half two twenty million of the tonnes day people $5m metric between and or"


@given(st.lists(st.sampled_from([*PIECES.split(), "\n", "’"]), max_size=14), st.sampled_from(["", " "]))
def test_any_text_gives_spans_that_stand_in_it_and_never_overlap(pieces, joint):
    """Amounts come in order; each number lies within its words."""
    text = joint.join(pieces)
    found = quantities(tokens(text))
    last = 0
    for amount in found:
        start, end = amount.span
        assert start <= amount.number[0] < amount.number[1] <= len(text)
        assert amount.number[0] >= last
        assert start < end <= len(text)
        last = amount.number[1]


@given(
    st.integers(min_value=2, max_value=10**9),
    st.sampled_from([("at least", "at-least"), ("up to", "at-most"), ("about", "about"), ("fewer than", "at-most")]),
)
def test_a_number_keeps_its_value_and_its_hedge(value, hedge):
    """Whatever the number, written with separators: what goes in comes out."""
    words, bound = hedge
    (amount,) = quantities(tokens(f"The port sent {words} {value:,} crates north."))
    assert (amount.quantity.value, amount.quantity.bound, amount.quantity.unit) == (value, bound, "crates")


def test_what_a_unit_is_of_begins_where_the_goods_begin():
    text = "They moved 300 tonnes of dried fish."
    (amount,) = quantities(tokens(text))
    assert text[amount.of :].startswith("dried fish")
    assert amount.sort == "mass"


def test_a_long_row_of_numbers_takes_linear_time():
    """Twice the words give twice the amounts, and nothing is read twice."""
    short, long = ("7 boats and " * n for n in (500, 1000))
    assert 2 * len(quantities(tokens(short))) == len(quantities(tokens(long)))
