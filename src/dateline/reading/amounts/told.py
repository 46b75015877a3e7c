"""Dates that the time told before gives: "nine days later", "4 June" of the year that was named."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.reading.amounts.times import Time
    from dateline.story.model import When

__all__ = ["dated", "told_before"]


def told_before(time: Time, here: Sequence[Time], before: Sequence[Time], /) -> Time | None:
    """
    The time that another counts from: the nearest one before it, or the only one of the sentence before.

    Parameters
    ----------
    time
        The time that may count from another.
    here, before
        The times of its sentence and of the one before it.
    """
    nearest = next((one for one in reversed(here) if one.at[1] <= time.at[0] and one.first.is_known), None)
    if nearest is not None:
        return nearest
    known = [one for one in before if one.first.is_known and one.last is None]
    return known[0] if len(known) == 1 else None


def dated(
    time: Time, told: Time | None, published: str | None, /, *, ahead: bool = False, is_done: bool = False
) -> When:
    """
    The time for the story, with what the one told before it gives.

    Parameters
    ----------
    time
        The time.
    told
        The time told before it; None where none is.
    published
        ISO date that relative words count from.
    ahead
        Whether the time belongs to a plan or a forecast.
    is_done
        Whether what it dates was over by then: "*had* come by Friday".

    Examples
    --------
    >>> from dateline.reading.amounts.times import times
    >>> from dateline.reading.text.sentences import tokens
    >>> text = "It left on 3 May 1911 and docked nine days later."
    >>> told, time = times(tokens(text), text=text)
    >>> dated(time, told, None).start
    '1911-05-12'
    """
    if told is not None and time.then is not None and (day := told.dates(published)) is not None:
        is_day = day[0] == day[1]
        if is_day or time.then.unit in _COARSE or time.then.month is not None:
            return replace(time, first=time.then).when(day[0].isoformat())
    if told is not None and not ahead and (year := _year_of(time, told)) is not None:
        return replace(time, first=replace(time.first, year=year)).when(published)
    if is_done and time.opener == "by":
        ends = replace(time, open=None).dates(published)
        if ends is not None:
            return replace(time.when(published), end=ends[1].isoformat())
    return time.when(published, ahead=ahead)


_COARSE: Final = frozenset(("month", "year"))


def _year_of(time: Time, told: Time) -> int | None:
    """The year that a date without one has of the full date told before it: "on 3 May 1911 and … on *4 June*"."""
    own, then = time.first, told.first
    is_bare = own.month is not None and own.day is not None and own.year is None and time.last is None
    if not is_bare or own.years_off is not None or own.which is not None or then.year is None or then.month is None:
        return None
    is_earlier = (own.month, own.day or 1) < (then.month, then.day or 1)
    return None if is_earlier else then.year
