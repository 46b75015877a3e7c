"""Periods: what the calendar says, counted from the day of publication, on the side that the words look to."""

import calendar
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.reading.amounts.periods import Period, dates_of, dates_of_range

DAYS = st.dates(min_value=date(1950, 1, 1), max_value=date(2090, 12, 31))
PARTS = ("early", "mid", "late", "end")


def days(first, last):
    return date.fromisoformat(first), date.fromisoformat(last)


@given(DAYS, DAYS)
def test_a_full_date_is_itself_whenever_it_was_written(day, published):
    whole = Period(year=day.year, month=day.month, day=day.day)
    assert dates_of(whole, published) == dates_of(whole, None) == (day, day)


@given(DAYS)
def test_a_month_ends_where_the_calendar_ends_it(day):
    last = calendar.monthrange(day.year, day.month)[1]
    found = dates_of(Period(year=day.year, month=day.month), None)
    assert found == (day.replace(day=1), day.replace(day=last))


@given(DAYS, st.integers(-60, 60))
def test_a_counted_week_is_the_iso_week_so_many_weeks_away(published, count):
    first, last = dates_of(Period(unit="week", count=count), published)
    there = published + timedelta(weeks=count)
    assert first.isocalendar()[:2] == last.isocalendar()[:2] == there.isocalendar()[:2]
    assert (first.isoweekday(), last.isoweekday()) == (1, 7)


@given(DAYS, st.integers(-60, 60))
def test_a_counted_month_is_whole_and_so_many_months_away(published, count):
    first, last = dates_of(Period(unit="month", count=count), published)
    assert 12 * (first.year - published.year) + first.month - published.month == count
    assert first.day == 1
    assert (last + timedelta(days=1)).day == 1
    assert (last.year, last.month) == (first.year, first.month)


@given(DAYS, st.sampled_from(["day", "week", "month", "year"]), st.integers(1, 40), st.sampled_from([-1, 1]))
def test_a_window_touches_the_day_of_publication(published, unit, count, sign):
    """What is past ends on it, what is to come begins on it."""
    first, last = dates_of(Period(unit=unit, count=sign * count, window=True), published)
    assert (last if sign < 0 else first) == published
    assert first < last


@given(DAYS, st.integers(0, 6))
def test_last_next_and_this_weekday_lie_on_their_sides(published, weekday):
    """Last is before and next is after the day itself, within a week; this is of the same ISO week."""
    last, next_, this = (dates_of(Period(weekday=weekday, which=w), published)[0] for w in ("last", "next", "this"))
    assert {last.weekday(), next_.weekday(), this.weekday()} == {weekday}
    assert timedelta(1) <= published - last <= timedelta(7)
    assert timedelta(1) <= next_ - published <= timedelta(7)
    assert this.isocalendar()[:2] == published.isocalendar()[:2]


@given(DAYS, DAYS)
def test_a_day_without_a_year_is_the_news_own(day, published):
    """Told of, it is no more than weeks ahead; planned, no more than weeks past; either way it is that day."""
    period = Period(month=day.month, day=day.day)
    told, planned = (dates_of(period, published, ahead=ahead)[0] for ahead in (False, True))
    assert {(d.month, d.day) for d in (told, planned)} == {(day.month, day.day)}
    assert told - published <= timedelta(days=50)
    assert published - planned <= timedelta(days=50)
    assert abs(told - published) < timedelta(days=366 * (8 if day.month == 2 and day.day == 29 else 1))


@given(DAYS, st.integers(1, 4))
def test_four_quarters_make_a_year_and_two_of_them_a_half(published, number):
    year = published.year
    quarters = [dates_of(Period(year=year, quarter=n), None) for n in (1, 2, 3, 4)]
    assert (quarters[0][0], quarters[3][1]) == (date(year, 1, 1), date(year, 12, 31))
    assert all(a[1] + timedelta(1) == b[0] for a, b in pairwise(quarters))
    half = dates_of(Period(year=year, half=1 + (number > 2)), None)
    assert half == ((quarters[0][0], quarters[1][1]) if number <= 2 else (quarters[2][0], quarters[3][1]))


@given(DAYS, st.sampled_from(["year", "month", "quarter"]))
def test_early_mid_and_late_part_the_whole_and_the_end_ends_it(day, of):
    """Neighbours without a gap or an overlap; the end lies in the late part."""
    month = day.month if of == "month" else None
    quarter = 3 if of == "quarter" else None
    early, mid, late, end = (dates_of(Period(day.year, month, quarter=quarter, part=p), None) for p in PARTS)
    whole = dates_of(Period(day.year, month, quarter=quarter), None)
    assert (early[0], late[1]) == whole
    assert early[1] + timedelta(1) == mid[0]
    assert mid[1] + timedelta(1) == late[0]
    assert late[0] < end[0] <= end[1] == whole[1]


@given(DAYS)
def test_the_past_and_the_rest_of_a_month_meet_on_the_day_of_publication(published):
    past, rest = (dates_of(Period(unit="month", part=part), published) for part in ("past", "rest"))
    assert past[1] == rest[0] == published
    assert (past[0], rest[1]) == dates_of(Period(unit="month"), published)


@pytest.mark.parametrize(
    ("period", "published", "expected"),
    [  # 16 June 2021 was a Wednesday
        pytest.param(Period(unit="weekend"), "2021-06-16", ("2021-06-12", "2021-06-13"), id="the weekend just past"),
        pytest.param(
            Period(unit="weekend", which="this"), "2021-06-16", ("2021-06-19", "2021-06-20"), id="this weekend"
        ),
        pytest.param(Period(month=9, years_off=-1), "2021-06-16", ("2020-09-01", "2020-09-30"), id="last year's month"),
        pytest.param(Period(month=2, day=29), "2021-06-16", ("2020-02-29", "2020-02-29"), id="a leap day"),
        pytest.param(Period(month=12, which="last"), "2021-12-05", ("2020-12-01", "2020-12-31"), id="last December"),
        pytest.param(
            Period(unit="month", count=-1, window=True), "2021-03-31", ("2021-02-28", "2021-03-31"), id="short"
        ),
        pytest.param(
            Period(unit="fortnight", count=-1), "2021-06-16", ("2021-05-31", "2021-06-06"), id="a fortnight ago"
        ),
        pytest.param(Period(unit="year", count=1), "2021-06-16", ("2022-01-01", "2022-12-31"), id="next year"),
    ],
)
def test_relative_words_on_a_known_day(period, published, expected):
    assert dates_of(period, date.fromisoformat(published)) == days(*expected)


def test_the_weekend_of_a_plan_is_the_next():
    assert dates_of(Period(unit="weekend"), date(2021, 6, 16), ahead=True) == days("2021-06-19", "2021-06-20")


@pytest.mark.parametrize(
    "period",
    [
        pytest.param(Period(year=2021, month=2, day=29), id="no leap year"),
        pytest.param(Period(month=2, day=31), id="31 February"),
        pytest.param(Period(year=10_000), id="the year 10,000"),
        pytest.param(Period(unit="year", count=-5000), id="before the calendar"),
        pytest.param(Period(), id="no words"),
    ],
)
def test_what_no_calendar_has_is_not_known(period):
    assert dates_of(period, date(2021, 6, 16)) is None


@pytest.mark.parametrize(
    "period", [Period(weekday=4), Period(unit="week", count=-1), Period(month=5), Period(years_off=0)]
)
def test_nothing_relative_is_known_without_a_day_of_publication(period):
    assert dates_of(period, None) is None


@given(DAYS, st.integers(0, 400), DAYS)
def test_a_range_of_full_dates_keeps_both(first, length, published):
    last = first + timedelta(days=length)
    ends = (Period(d.year, d.month, d.day) for d in (first, last))
    assert dates_of_range(*ends, published) == (first, last)


@pytest.mark.parametrize(
    ("first", "last", "ahead", "expected"),
    [
        pytest.param(Period(day=4, month=4), Period(day=9), False, ("2021-04-04", "2021-04-09"), id="April 4 to 9"),
        pytest.param(
            Period(month=11), Period(year=2020, month=2), False, ("2019-11-01", "2020-02-29"), id="over New Year"
        ),
        pytest.param(
            Period(weekday=0), Period(weekday=4), True, ("2021-06-21", "2021-06-25"), id="Monday to Friday, planned"
        ),
        pytest.param(
            Period(weekday=0), Period(weekday=1), False, ("2021-06-14", "2021-06-15"), id="Monday to Tuesday, past"
        ),
    ],
)
def test_what_one_end_of_a_range_leaves_out_the_other_gives(first, last, ahead, expected):
    assert dates_of_range(first, last, date(2021, 6, 16), ahead=ahead) == days(*expected)


def test_a_range_that_runs_backwards_is_not_known():
    assert dates_of_range(Period(2021, 5, 9), Period(2021, 5, 4), date(2021, 6, 16)) is None
