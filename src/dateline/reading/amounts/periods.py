"""Stretches of the calendar as a text names them, and the dates they are once it is known when the text was written."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final, Literal

__all__ = ["Dates", "Part", "Period", "Unit", "Which", "dates_of", "dates_of_range"]

Unit = Literal["day", "week", "fortnight", "month", "year", "weekend"]
Which = Literal["last", "next", "this"]
Part = Literal["early", "mid", "late", "end", "past", "rest"]
Dates = tuple[date, date]
"""First and last day, both included."""

_NEWS_LOOKS_AHEAD: Final = timedelta(days=45)  # a date so soon after publication is not last year's
_PLANS_LOOK_BACK: Final = timedelta(days=45)  # a date so soon before it is not next year's
_MONTHS_OF: Final = {"month": 1, "year": 12}
_DAYS_OF: Final = {"day": 1, "week": 7, "fortnight": 14}


@dataclass(frozen=True, slots=True)
class Period:
    """
    A stretch of the calendar in the text's terms.

    Attributes
    ----------
    year, month, day
        What the text gives of a date ("May 2020" has no day, "3 June" no year).
    years_off
        The year counted from the one of publication ("September of last year": -1); None where none is told.
    weekday
        0 is Monday.
    which
        last, next or this, before a weekday, a month or a weekend.
    unit, count
        The unit that lies ``count`` units from publication ("last week": week, -1); a ``window`` reaches from there
        to publication ("the past three weeks").
    window
        See ``unit``.
    quarter, half
        Of a year, from 1.
    part
        Which part of it is meant.
    nth
        The days, weeks or months of it that are meant: their unit, the first and the last, negative from its end.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    years_off: int | None = None
    weekday: int | None = None
    which: Which | None = None
    unit: Unit | None = None
    count: int = 0
    window: bool = False
    quarter: int | None = None
    half: int | None = None
    part: Part | None = None
    nth: tuple[Unit, int, int] | None = None

    @property
    def is_known(self) -> bool:
        """Whether the words name a stretch of the calendar at all; "the next day" does not."""
        return any(value is not None for value in (self.year, self.month, self.day, self.weekday, self.unit))


def dates_of(period: Period, published: date | None, *, ahead: bool = False) -> Dates | None:
    """
    The first and last day of a period; None where they cannot be known.

    Parameters
    ----------
    period
        In the text's terms.
    published
        The day that relative words count from; without it only full dates are known.
    ahead
        Whether the words stand in a plan or a forecast: then "on Friday" is the next one.

    Examples
    --------
    >>> friday = Period(weekday=4)
    >>> [str(dates_of(friday, date(2021, 6, 14), ahead=ahead)[0]) for ahead in (False, True)]
    ['2021-06-11', '2021-06-18']
    >>> dates_of(friday, None) is None
    True
    """
    try:
        whole = _whole(period, published, ahead=ahead)
        return None if whole is None else _part_of(period, whole, published)
    except (ValueError, OverflowError):  # 31 February, the year 10,000
        return None


def dates_of_range(first: Period, last: Period, published: date | None, *, ahead: bool = False) -> Dates | None:
    """
    The first day of one period and the last day of another; what the one leaves out, the other may give.

    Examples
    --------
    >>> [str(day) for day in dates_of_range(Period(month=11), Period(month=2, year=2020), None)]
    ['2019-11-01', '2020-02-29']
    """
    if first.weekday is None and first.unit is None and first.year is None and last.year is not None:
        month = first.month or last.month
        earlier = month is not None and last.month is not None and month > last.month
        first = replace(first, month=month, year=last.year - earlier)
    elif last.day is not None and last.month is None:
        last = replace(last, month=first.month, year=last.year or first.year)
    if ahead:
        start = dates_of(first, published, ahead=True)
        end = start and dates_of(last, start[0], ahead=True)
    else:
        end = dates_of(last, published)
        start = end and dates_of(first, end[1])
    if start is None or end is None or start[0] > end[1]:
        return None
    return start[0], end[1]


def _whole(period: Period, published: date | None, *, ahead: bool) -> Dates | None:
    if period.unit is not None:
        return None if published is None else _counted(period, published, ahead=ahead)
    if period.weekday is not None:
        return None if published is None else _weekday(period, published, ahead=ahead)
    if period.years_off is not None:
        return None if published is None else _of_year(period, published.year + period.years_off)
    if period.year is not None:
        return _of_year(period, period.year)
    if published is None or (period.month is None and period.day is None):
        return None
    if period.month is None:
        period = replace(period, month=published.month)
    return _nearest_year(period, published, ahead=ahead)


def _of_year(period: Period, year: int) -> Dates:
    if period.quarter is not None:
        return date(year, 3 * period.quarter - 2, 1), _last_of_month(year, 3 * period.quarter)
    if period.half is not None:
        return date(year, 6 * period.half - 5, 1), _last_of_month(year, 6 * period.half)
    if period.month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if period.day is None:
        return date(year, period.month, 1), _last_of_month(year, period.month)
    return date(year, period.month, period.day), date(year, period.month, period.day)


def _last_of_month(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _nearest_year(period: Period, published: date, *, ahead: bool) -> Dates | None:
    """A month or a day without a year: the last one past, or the next in a plan."""
    found = []
    for year in range(published.year - 4, published.year + 5):  # 29 February comes every four years
        try:
            found.append(_of_year(period, year))
        except ValueError:
            continue
    if period.which == "last":
        return max((dates for dates in found if dates[1] < published), default=None)
    if period.which == "next":
        return min((dates for dates in found if dates[0] > published), default=None)
    if ahead:
        back = _PLANS_LOOK_BACK if period.day is not None else timedelta(0)
        return min((dates for dates in found if dates[1] >= published - back), default=None)
    forward = _NEWS_LOOKS_AHEAD if period.day is not None else timedelta(0)
    return max((dates for dates in found if dates[0] <= published + forward), default=None)


def _weekday(period: Period, published: date, *, ahead: bool) -> Dates:
    assert period.weekday is not None  # noqa: S101
    back = (published.weekday() - period.weekday) % 7
    forward = (period.weekday - published.weekday()) % 7
    if period.which == "last":
        day = published - timedelta(days=back or 7)
    elif period.which == "next":
        day = published + timedelta(days=forward or 7)
    elif period.which == "this":
        day = published + timedelta(days=period.weekday - published.weekday())
    else:
        day = published + timedelta(days=forward) if ahead else published - timedelta(days=back)
    return day, day


def _counted(period: Period, published: date, *, ahead: bool) -> Dates:
    """What lies some units away from the day of publication."""
    unit, count = period.unit, period.count
    if unit == "weekend":
        saturday = published + timedelta(days=5 - published.weekday() + 7 * count)
        if count == 0 and period.which is None and saturday > published and not ahead:
            saturday -= timedelta(days=7)
        return saturday, saturday + timedelta(days=1)
    if unit in _MONTHS_OF:
        months = 12 * published.year + published.month - 1 + count * _MONTHS_OF[unit]
        year, month = divmod(months, 12)
        if period.window:
            there = date(year, month + 1, min(published.day, monthrange(year, month + 1)[1]))
            return min(there, published), max(there, published)
        return _of_year(Period(), year) if unit == "year" else _of_year(Period(month=month + 1), year)
    there = published + timedelta(days=count * _DAYS_OF[unit or "day"])
    if period.window:
        return min(there, published), max(there, published)
    if unit == "day":
        return there, there
    monday = there - timedelta(days=there.weekday())
    return monday, monday + timedelta(days=6)


def _part_of(period: Period, whole: Dates, published: date | None) -> Dates:
    if period.nth is not None:
        return _nth_of(period.nth, whole)
    first, last = whole
    days = (last - first).days + 1
    if period.part is None or days == 1:
        return whole
    if period.part in {"past", "rest"}:
        if published is None or not first <= published <= last:
            return whole
        return (first, published) if period.part == "past" else (published, last)
    if days > 300:  # a year is cut at its months
        cuts = (date(first.year, 5, 1), date(first.year, 9, 1), date(first.year, 12, 1))
    else:
        cuts = tuple(first + timedelta(days=days * part // 6) for part in (2, 4, 5))  # type: ignore[assignment]
    return {
        "early": (first, cuts[0] - timedelta(days=1)),
        "mid": (cuts[0], cuts[1] - timedelta(days=1)),
        "late": (cuts[1], last),
        "end": (cuts[2], last),
    }[period.part]


def _nth_of(nth: tuple[Unit, int, int], whole: Dates) -> Dates:
    """The days, weeks or months that are meant of a longer stretch; all of it where it has not so many."""
    unit, start, stop = nth
    first, last = whole
    if unit == "month":
        months = [(year, month) for year in range(first.year, last.year + 1) for month in range(1, 13)]
        months = [(y, m) for y, m in months if first <= date(y, m, 1) <= last]
        found = months[start - 1 : stop] if start > 0 else months[start:]
        return (date(*found[0], 1), _last_of_month(*found[-1])) if found else whole
    days = _DAYS_OF[unit]
    begin = first + timedelta(days=days * (start - 1)) if start > 0 else last + timedelta(days=1 + days * start)
    end = first + timedelta(days=days * stop - 1) if start > 0 else last
    return (max(first, begin), min(last, end)) if begin <= last and end >= first else whole
