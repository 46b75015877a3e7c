"""The axis above the dated marks: where they lie in time, in days, months or years as their span wants it."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from dateline.drawing.marks.marks import Mark
    from dateline.drawing.style.words import Words
    from dateline.story.model import OpenEnd

__all__ = ["Axis", "Item", "Tick", "axis", "days_of"]

_TICKS: Final = 6  # at most, so that their words stand beside each other on a phone
_MANY: Final = 40  # marks from which dots are small and without numbers
_FIRST, _LAST = 2, 9000  # years; beyond them ticks would leave the calendar
_ROW_PX, _SMALL_PX = 22, 10
_HALF, _SMALL_HALF = 3.1, 1.4  # per cent of a phone's width that half a dot takes
_DAYS: Final = (1, 2, 7, 14)
_MONTHS: Final = (1, 2, 3, 6, *(12 * years for years in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)))


@dataclass(frozen=True, slots=True)
class Tick:
    """
    A line of the axis with its words.

    Attributes
    ----------
    at
        Per cent of the axis.
    label
        Day, month or year.
    year
        The year below it, where it is another than the tick's before; empty otherwise.
    """

    at: float
    label: str
    year: str


@dataclass(frozen=True, slots=True)
class Item:
    """
    A mark on the axis.

    Attributes
    ----------
    n
        Its number in the list, from 1.
    start, end
        Per cent of the axis: equal for one day.
    open
        Which end the text leaves open.
    row
        Counted from 0, from the axis upwards.
    """

    mark: Mark
    n: int
    start: float
    end: float
    open: OpenEnd | None
    row: int


@dataclass(frozen=True, slots=True)
class Axis:
    """
    The axis and what stands on it.

    Attributes
    ----------
    published
        Per cent at which the article's own date lies; None where it has none or one far off.
    height
        Of the rows, in px.
    row_px
        Of one row.
    spans
        Whether something on it is longer than a day or open at an end.
    """

    ticks: tuple[Tick, ...]
    items: tuple[Item, ...]
    published: float | None
    height: int
    row_px: int
    small: bool
    first: str
    last: str
    spans: bool


def axis(dated: Iterable[Mark], words: Words, /, *, published: str | None = None) -> Axis | None:
    """
    Lay out the dated marks, in the order of their list.

    Nothing is made up: a month or a year that is named without a day is as long as it is, and an end that the text
    leaves open is open. None without a date that a calendar has.
    """
    found = [(n, mark, span) for n, mark in enumerate(dated, start=1) if (span := _span(mark))]
    if not found:
        return None
    low, high = min(span[0] for *_, span in found), max(span[1] for *_, span in found)
    own = days_of(published)
    far = timedelta(max(60, 2 * (high - low).days))
    if own and (low - own[0] > far or own[0] - high > far):
        own = None  # an old story would be squeezed into a corner
    if own:
        low, high = min(low, own[0]), max(high, own[0])
    days, yearly = _ticks(low, high)
    first, last = days[0], days[-1]

    def share(day: date) -> float:
        return round(100 * (day - first).days / max(1, (last - first).days), 2)

    small = len(found) > _MANY
    half, row_px = (_SMALL_HALF, _SMALL_PX) if small else (_HALF, _ROW_PX)
    rows: list[float] = []
    items = []
    for n, mark, (start, end) in found:
        left, right = share(start), share(end)
        opened = mark.when_open
        reach = (0.0 if opened == "start" else left - half), (100.0 if opened == "end" else max(right, left + half))
        row = next((k for k, taken in enumerate(rows) if taken <= reach[0]), len(rows))
        rows[row : row + 1] = [reach[1]]
        items.append(Item(mark, n, left, right, opened, row))
    return Axis(
        ticks=_labelled(days, words, share=share, yearly=yearly),
        items=tuple(items),
        published=share(own[0]) if own else None,
        height=row_px * len(rows) + 8,
        row_px=row_px,
        small=small,
        first=words.day(first.day, first.month, first.year),
        last=words.day(last.day, last.month, last.year),
        spans=any(item.end > item.start or item.open for item in items),
    )


def days_of(words: str | None, /) -> tuple[date, date] | None:
    """
    Return the first and the last day of an ISO date, which may be a month or a year; None where no calendar has it.

    Examples
    --------
    >>> [str(day) for day in days_of("2024-02")]
    ['2024-02-01', '2024-02-29']
    """
    try:
        year, month, day = ([int(part) for part in (words or "").split("T")[0].split("-")] + [0, 0])[:3]
        first = date(year, month or 1, day or 1)
    except ValueError:
        return None
    if not _FIRST <= year <= _LAST:
        return None
    if day:
        return first, first
    month = month or 12
    return first, date(year, month, monthrange(year, month)[1])


def _span(mark: Mark) -> tuple[date, date] | None:
    start, end = days_of(mark.when_start), days_of(mark.when_end)
    if start is None and end is None:
        return None
    first = start or end
    last = end or start
    assert first is not None  # noqa: S101  # one of the two is there
    assert last is not None  # noqa: S101
    return first[0], max(first[0], last[1] if mark.when_open is None else last[0])


def _ticks(low: date, high: date) -> tuple[list[date], bool]:
    """Return the days of the ticks, from not after what is dated to not before it, and whether they are years."""
    for step in _DAYS:
        monday = low - timedelta(low.weekday() if step >= 7 else 0)
        count = max(1, -(-(high - monday).days // step))
        if count < _TICKS:
            return [monday + timedelta(step * k) for k in range(count + 1)], False
    for step in _MONTHS:
        first = (low.year * 12 + low.month - 1) // step * step
        count = max(1, -(-(high.year * 12 + high.month - first + (high.day > 1) - 1) // step))
        if count < _TICKS and first >= 12 and first + step * count < 9999 * 12:
            return [date(*_month(first + step * k), 1) for k in range(count + 1)], step >= 12
    return [low, max(high, low + timedelta(1))], False


def _month(count: int) -> tuple[int, int]:
    return count // 12, count % 12 + 1


def _labelled(days: list[date], words: Words, *, share: Callable[[date], float], yearly: bool) -> tuple[Tick, ...]:
    ticks = []
    before = None
    monthly = all(day.day == 1 for day in days)
    for day in days:
        label = str(day.year) if yearly else words.month(day.month) if monthly else words.day(day.day, day.month)
        ticks.append(Tick(share(day), label, str(day.year) if not yearly and day.year != before else ""))
        before = day.year
    return tuple(ticks)
