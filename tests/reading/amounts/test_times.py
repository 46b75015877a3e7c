"""Times: dates where they can be known, the words always, and nothing from a duration or somebody's age."""

import re
import tomllib
from datetime import date, timedelta
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.reading.amounts.times import times
from dateline.reading.text.sentences import tokens

EXAMPLES = tomllib.loads(files("dateline.reading").joinpath("tables/times.toml").read_text("utf-8"))["examples"]
DAYS = st.dates(min_value=date(1950, 1, 1), max_value=date(2090, 12, 31))


def read(text, published=None, *, ahead=False):
    return [time.when(published, ahead=ahead) for time in times(tokens(text), text=text) if not time.attributive]


def spelt(when):
    """A time as the examples write it."""
    dates = "?" if when.start is None and when.end is None else f"{when.start or ''}/{when.end or ''}"
    return f"{when.text} = {dates}" + (f" {when.open}" if when.open and dates != "?" else "")


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["text"][:40])
def test_the_words_find_the_times_of_their_own_examples(example):
    """Each example lists all the times of its text, in order."""
    found = read(example["text"], example.get("published"), ahead=example.get("ahead", False))
    assert [spelt(when) for when in found] == example["found"]


@given(DAYS, DAYS)
def test_a_full_date_is_itself_whenever_it_was_written(day, published):
    """Two common spellings of a date give that date, with or without a day of publication."""
    for spelling in (f"{day.day} {day:%B} {day.year}", f"{day:%B} {day.day}, {day.year}", day.isoformat()):
        for anchor in (None, published.isoformat()):
            (when,) = read(f"The ship left on {spelling} with its crew.", anchor)
            assert (when.start, when.end) == (day.isoformat(), day.isoformat())


@given(DAYS, st.sampled_from(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]))
def test_a_weekday_is_within_a_week_on_the_side_that_the_tense_says(published, name):
    """The past one is at most six days back, the planned one at most six days on; both have the right name."""
    for ahead, sign in ((False, -1), (True, 1)):
        (when,) = read(f"The ship leaves on {name}.", published.isoformat(), ahead=ahead)
        day = date.fromisoformat(when.start)
        assert f"{day:%A}" == name
        assert timedelta(0) <= sign * (day - published) < timedelta(days=7)


PIECES = "0 7 31 2019 , . - – the of May Monday Since last next week three ago end late mid-June first quarter to"


@given(st.lists(st.sampled_from([*PIECES.split(), "\n", "’s"]), max_size=14), st.sampled_from(["", " "]))
def test_any_text_gives_times_that_stand_in_it_in_order(pieces, joint):
    """Spans are slices in order and dates are ordered; nothing raises."""
    text = joint.join(pieces)
    last = 0
    for time in times(tokens(text), text=text):
        assert text[time.at[0] : time.at[1]] == time.text
        assert time.at[0] >= last
        last = time.at[1]
        when = time.when("2021-06-16")
        assert not (when.start and when.end) or when.start <= when.end


@pytest.mark.parametrize("text", ["on 31 February 2020 it sank", "since 30 February", "on 29 February 2021"])
def test_a_day_that_no_calendar_has_stays_words(text):
    assert [(when.start, when.end) for when in read(text, "2021-06-16")] == [(None, None)]


def test_without_a_day_of_publication_relative_words_stay_words():
    """Nothing is guessed: no date comes out, yet the words and the open end do."""
    found = read("Since Monday boats came; last week and on 5 May none did.")
    assert [when.text for when in found] == ["Since Monday", "last week", "5 May"]
    assert all(re.fullmatch(r"None", str(when.start)) and when.end is None for when in found)
    assert found[0].open == "end"
