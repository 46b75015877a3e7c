"""The words of a time: however a date is spelt it is the same period, and words that are none stay none."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.reading.amounts.dates import may_start, named_at
from dateline.reading.amounts.periods import Period
from dateline.reading.text.sentences import tokens

DAYS = st.dates(min_value=date(1950, 1, 1), max_value=date(2090, 12, 31))


def read(text):
    """Every period of a text with its words, in order."""
    run = tokens(text)
    low = [token.text.lower() for token in run]
    found, n = [], 0
    while n < len(run):
        named = named_at(run, low, n) if may_start(low[n]) else None
        if named is None:
            n += 1
            continue
        found.append((named, text[run[named.start].start : run[named.end - 1].end]))
        n = named.end
    return found


def one(text):
    ((named, words),) = read(text)
    return named, words


@given(DAYS)
def test_every_spelling_of_a_date_is_the_same_period(day):
    """British, American, with the ending of an ordinal, with the weekday, as ISO writes it."""
    ending = "th" if 11 <= day.day <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
    spellings = (
        f"{day.day} {day:%B} {day.year}",
        f"{day:%B} {day.day}, {day.year}",
        f"{day.day}{ending} of {day:%B}, {day.year}",
        f"{day:%A}, {day:%B} {day.day}, {day.year}",
        day.isoformat(),
    )
    for spelling in spellings:
        named, words = one(f"The dam broke on {spelling} and fell.")
        assert (named.first, named.last, words) == (Period(day.year, day.month, day.day), None, spelling)


@given(DAYS)
def test_a_month_short_or_long_with_its_year_is_that_month(day):
    for spelling in (f"{day:%B} {day.year}", f"{day:%b} {day.year}", f"{day:%B} of {day.year}"):
        named, words = one(f"The dam broke in {spelling} and fell.")
        assert (named.first, words) == (Period(day.year, day.month), spelling)


@pytest.mark.parametrize(
    ("words", "period"),
    [
        pytest.param("last Friday", Period(weekday=4, which="last"), id="last Friday"),
        pytest.param("Tuesday evening", Period(weekday=1), id="the time of the day changes no day"),
        pytest.param("last week", Period(unit="week", count=-1), id="last week"),
        pytest.param("next year", Period(unit="year", count=1), id="next year"),
        pytest.param("three days ago", Period(unit="day", count=-3), id="three days ago"),
        pytest.param("a month ago", Period(unit="month", count=-1), id="a month ago"),
        pytest.param("the past three weeks", Period(unit="week", count=-3, window=True), id="a window behind"),
        pytest.param("the next 10 days", Period(unit="day", count=10, window=True), id="a window ahead"),
        pytest.param("this month", Period(unit="month"), id="this month"),
        pytest.param("the weekend", Period(unit="weekend"), id="the weekend"),
        pytest.param("tomorrow", Period(unit="day", count=1), id="tomorrow"),
        pytest.param("last night", Period(unit="day", count=-1), id="last night"),
        pytest.param("mid-March", Period(month=3, part="mid"), id="mid-March"),
        pytest.param("late 2016", Period(year=2016, part="late"), id="late 2016"),
        pytest.param("the end of May 2020", Period(2020, 5, part="end"), id="the end of a month"),
        pytest.param("first quarter of 2020", Period(year=2020, quarter=1), id="a quarter"),
        pytest.param("second half of last year", Period(years_off=-1, half=2), id="a half"),
        pytest.param("September of last year", Period(month=9, years_off=-1), id="a month of last year"),
        pytest.param("May of the previous year", Period(month=5, years_off=-1), id="a month of the year before"),
    ],
)
def test_relative_words_say_where_they_point(words, period):
    named, said = one(f"They met in {words}.")
    assert (named.first, said) == (period, words)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        pytest.param("It ran on March 18 and April 23, 2015.", Period(2015, 3, 18), id="two days"),
        pytest.param("It ran on 18 March, 2 April and 3 May 2015.", Period(2015, 3, 18), id="three days"),
        pytest.param("It ran on March 18 and 23, 2015.", Period(2015, 3, 18), id="two days of a month"),
        pytest.param("It ran in March and April 2015.", Period(2015, 3), id="two months"),
        pytest.param("It ran in December and January 2015.", Period(2014, 12), id="over the turn of a year"),
        pytest.param("It ran on March 18 and Leeds won in April 2015.", Period(month=3, day=18), id="apart"),
    ],
)
def test_a_date_has_the_year_of_those_it_is_joined_to(text, period):
    assert read(text)[0][0].first == period


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        pytest.param(
            "It ran from 5 to 8 April 2011.", Period(2011, 4, 5), Period(2011, 4, 8), id="days before the month"
        ),
        pytest.param("It ran April 4 to 9.", Period(month=4, day=4), Period(month=4, day=9), id="days after the month"),
        pytest.param("It ran March 17-19, 2020.", Period(2020, 3, 17), Period(2020, 3, 19), id="days and a year"),
        pytest.param("It ran from May to July 2020.", Period(month=5), Period(2020, 7), id="months"),
        pytest.param("It ran between 2011 and 2014.", Period(2011), Period(2014), id="years"),
        pytest.param("It ran from 2011 to 2014 and fell.", Period(2011), Period(2014), id="years, from and to"),
        pytest.param("It ran Monday through Friday.", Period(weekday=0), Period(weekday=4), id="weekdays"),
    ],
)
def test_a_range_has_its_first_and_its_last_period(text, first, last):
    named, _ = one(text)
    assert (named.first, named.last) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("They may march in and sun themselves.", id="verbs"),
        pytest.param("The Sun said so; May was there.", id="names"),
        pytest.param("It killed 2019 people.", id="a count"),
        pytest.param("It killed between 1900 and 2000 people.", id="a range of counts"),
        pytest.param("He is 30 and ran 21 miles.", id="numbers"),
        pytest.param("The first ship sank.", id="an ordinal of no year"),
        pytest.param("It had the last word.", id="last of what is no time"),
    ],
)
def test_words_that_are_no_time_are_none(text):
    assert read(text) == []


@pytest.mark.parametrize("words", ["a few days ago", "the last few days", "recent weeks", "two days later"])
def test_a_time_without_a_date_is_found_and_said_to_have_none(words):
    named, _ = one(f"They left in {words}.")
    assert not named.first.is_known


def test_a_possessive_ties_a_time_to_its_noun():
    assert one("They left before Friday’s talks.")[0].attributive
    assert not one("They left on Friday.")[0].attributive


@pytest.mark.parametrize("text", ["It came too late –", "The end of the", "They met early in", "It was mid-"])
def test_a_sentence_may_break_off_where_a_time_would_begin(text):
    assert read(text) == []


PIECES = "0 7 31 2019 , . - – the of May Monday last next week three ago end late mid-June first quarter to and year"


@given(st.lists(st.sampled_from(PIECES.split()), max_size=16))
def test_any_words_give_periods_in_order_within_them(pieces):
    run = tokens(" ".join(pieces))
    found = read(" ".join(pieces))
    assert all(0 <= named.start < named.end <= len(run) for named, _ in found)
    assert all(a.end <= b.start for (a, _), (b, _) in pairwise(found))
