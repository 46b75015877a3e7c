"""Numbers: whatever is spelt comes out as it went in, and what only looks like a number is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.reading.amounts.numbers import cardinals, is_currency, may_start, number_at, units
from dateline.reading.text.sentences import tokens

ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"


def english(number):
    """A whole number under a thousand million as British English spells it."""
    if number < 20:
        return ONES.split()[number]
    if number < 100:
        ten, one = divmod(number, 10)
        return TENS.split()[ten - 2] + (f"-{english(one)}" if one else "")
    if number < 1000:
        hundred, rest = divmod(number, 100)
        return f"{english(hundred)} hundred" + (f" and {english(rest)}" if rest else "")
    scale, word = (10**6, "million") if number >= 10**6 else (1000, "thousand")
    high, rest = divmod(number, scale)
    return f"{english(high)} {word}" + (f" {english(rest)}" if rest else "")


def read(text):
    """The first number of a text, with its words."""
    run = tokens(text)
    low = [token.text.lower() for token in run]
    for n in range(len(run)):
        found = number_at(run, low, n) if may_start(low[n]) else None
        if found is not None:
            return found, text[run[found.start].start : run[found.end - 1].end]
    return None, ""


@given(st.integers(1, 999) | st.integers(1, 999).map(lambda n: n * 1000) | st.integers(1, 999).map(lambda n: n * 10**6))
def test_a_number_that_is_spelt_out_has_its_value(number):
    """As words, then as digits with separators; all of its words are taken and none beside them."""
    for spelling in (english(number), f"{number:,}", str(number)):
        found, said = read(f"They counted {spelling} boxes.")
        assert (found.value, said) == (number, spelling)


@given(st.integers(1, 999), st.integers(1, 999))
def test_thousands_and_what_follows_them_are_one_number(thousands, rest):
    spelling = f"{english(thousands)} thousand {english(rest)}"
    found, said = read(f"They counted {spelling} boxes.")
    assert (found.value, said) == (1000 * thousands + rest, spelling)


@pytest.mark.parametrize(
    ("text", "value", "words"),
    [
        pytest.param("A 30-million loan came.", 30_000_000, "30-million", id="hyphen"),
        pytest.param("Half a million came.", 500_000, "Half a million", id="half a million"),
        pytest.param("Half a dozen came.", 6, "Half a dozen", id="half a dozen"),
        pytest.param("It cost a quarter of a million.", 250_000, "a quarter of a million", id="a quarter of a million"),
        pytest.param("A hundred came.", 100, "A hundred", id="a hundred"),
        pytest.param("It took two and a half years.", 2.5, "two and a half", id="two and a half"),
        pytest.param("Some 3.5 million left.", 3_500_000, "3.5 million", id="a point and a multiplier"),
        pytest.param("It cost $5m.", 5_000_000, "5m", id="m after money"),
        pytest.param("About 5k came.", 5000, "5k", id="k"),
        pytest.param("It was 16 m wide.", 16, "16", id="m after a blank is metres"),
        pytest.param("Two dozen came.", 24, "Two dozen", id="dozens"),
    ],
)
def test_halves_dozens_and_short_forms(text, value, words):
    found, said = read(text)
    assert (found.value, said) == (value, words)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        pytest.param("They sent 10 to 12 boats.", 10, 12, id="to"),
        pytest.param("They sent 10-12 boats.", 10, 12, id="hyphen"),
        pytest.param("They sent between 200 and 300 boats.", 200, 300, id="between"),
        pytest.param("They sent five to seven thousand boats.", 5000, 7000, id="the thousand is of both"),
        pytest.param("They sent two or three boats.", 2, 3, id="or"),
        pytest.param("They spent $4 to $6.", 4, 6, id="money on both sides"),
    ],
)
def test_a_range_has_both_ends(text, low, high):
    found, _ = read(text)
    assert (found.value, found.high) == (low, high)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("They won 3-1 there.", id="a score"),
        pytest.param("Prices rose from 200 to 300 there.", id="a change"),
        pytest.param("They sent 200 and 300 boats.", id="and without between"),
        pytest.param("They waited 12 to 10 there.", id="downwards"),
        pytest.param("They sent 3 or 300 there.", id="or of what lies far apart"),
    ],
)
def test_two_numbers_that_are_no_range_stay_apart(text):
    found, _ = read(text)
    assert found.value is not None
    assert found.high is None


@pytest.mark.parametrize(
    "text", ["On the 21st it sank.", "Version 1.2.3 is out.", "It gained 3,4 there.", "Half of it."]
)
def test_what_only_looks_like_a_number_is_none(text):
    assert read(text) == (None, "")


def test_thousands_without_a_count_have_words_and_no_value():
    found, said = read("Tens of thousands marched.")
    assert (found.value, said) == (None, "Tens of thousands")


PIECES = "7 1,200 two twenty half a and to - of million thousands $ dozen quarter 5m"


@given(st.lists(st.sampled_from(PIECES.split())))
def test_any_words_give_numbers_within_them_and_ranges_that_rise(words):
    run = tokens(" ".join(words))
    low = [token.text.lower() for token in run]
    for n in range(len(run)):
        found = number_at(run, low, n)
        if found is not None:
            assert 0 <= found.start <= n < found.end <= len(run)
            assert found.high is None or found.value < found.high


def test_every_word_that_begins_a_number_may_start_one():
    """The cheap check before the reading never hides a number."""
    for word in (*cardinals(), "half", "dozen", "million", "7", "thousands"):
        assert may_start(word)
    assert not may_start("boat")


def test_signs_of_money_and_units_are_known():
    assert is_currency("$")
    assert is_currency("US$")
    assert not is_currency("")
    assert not is_currency("crates")
    assert units()["tonnes"] == "mass"
