"""Times in a text: dates, weekdays and the like, with what the text leaves open; the words are in times.toml."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, Final

from dateline.reading.amounts.dates import may_start, named_at
from dateline.reading.amounts.periods import Period, dates_of, dates_of_range
from dateline.reading.text.wordlists import phrases_by_last
from dateline.story.model import When

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.reading.amounts.dates import Named
    from dateline.reading.amounts.periods import Dates
    from dateline.reading.text.sentences import Token
    from dateline.story.model import OpenEnd, Span

__all__ = ["Time", "times"]


@dataclass(frozen=True, slots=True)
class Time:
    """
    A time as the text gives it; `when` makes dates of it where they can be known.

    Attributes
    ----------
    text
        The words.
    at
        Their span.
    first
        The period, or the first of a range.
    last
        The last of a range; None where there is one period.
    open
        Which end the words leave open.
    opener
        The word that opens an end, in lower case; empty where none does.
    attributive
        Whether it belongs to a noun ("Friday's meeting"), not to a verb.
    inner
        Of a clause with "since", the time that the clause tells of: "since the dam broke *in May*".
    then
        The period as it counts from the time told before it: "*nine days* later"; None where it does not.
    """

    text: str
    at: Span
    first: Period
    last: Period | None = None
    open: OpenEnd | None = None
    opener: str = ""
    attributive: bool = False
    inner: Time | None = None
    then: Period | None = None

    def when(self, published: str | None, /, *, ahead: bool = False) -> When:
        """
        The time for the story: dates where they can be known, the words always.

        Parameters
        ----------
        published
            ISO date that relative words count from.
        ahead
            Whether the time belongs to a plan or a forecast.
        """
        dates = self.dates(published, ahead=ahead)
        if dates is None:
            return When(text=self.text, at=self.at, open=self.open)
        first, last = (day.isoformat() for day in dates)
        if self.open == "end":
            return When(text=self.text, at=self.at, start=first, open="end")
        if self.open == "start":
            if self.opener in _ENDS_AS_IT_BEGINS and self.first.part is None:
                last = (dates[0] - timedelta(days=1)).isoformat()
            return When(text=self.text, at=self.at, end=last, open="start")
        return When(text=self.text, at=self.at, start=first, end=last)

    def dates(self, published: str | None, /, *, ahead: bool = False) -> Dates | None:
        """The first and last day of the words alone; None where they cannot be known."""
        anchor = _anchor(published)
        if not self.first.is_known:
            return None
        if self.open == "start" and (self.opener in _LIMITS or self.first.month is not None):
            ahead = self.opener not in _ENDS_AS_IT_BEGINS  # "due by Friday" looks ahead whatever its verb
        if self.last is not None:
            return dates_of_range(self.first, self.last, anchor, ahead=ahead)
        return dates_of(self.first, anchor, ahead=ahead)


def times(run: Sequence[Token], /, *, text: str) -> list[Time]:
    """
    Find the times in the words of a sentence, in order.

    Durations ("for two weeks"), decades and times of day alone are none.

    Parameters
    ----------
    run
        The words.
    text
        The text that their spans count in.

    Examples
    --------
    >>> from dateline.reading.text.sentences import tokens
    >>> text = "Since 4 May 2019 ferries sail on Sundays; the last one left on Tuesday."
    >>> [time.when("2021-06-16") for time in times(tokens(text), text=text)]
    [When(text='Since 4 May 2019', at=(0, 16), start='2019-05-04', end=None, open='end'),
     When(text='Tuesday', at=(63, 70), start='2021-06-15', end='2021-06-15', open=None)]
    """
    low = [word.low for word in run]
    found: list[Time] = []
    n = floor = 0
    while n < len(run):
        named = named_at(run, low, n) if may_start(low[n]) else None
        if named is None:
            n += 1
            continue
        found.append(_opened(run, low, named, floor, text))
        n = floor = named.end
    return found


_ENDS_AS_IT_BEGINS: Final = frozenset(("before", "prior", "ahead"))
_LIMITS: Final = frozenset(("by", "no", "not", "up", "through"))


@cache
def _anchor(published: str | None) -> date | None:
    try:
        return None if published is None else date.fromisoformat(published[:10])
    except ValueError:
        return None


_SINCE_REACHES: Final = 9  # words between "since" and the time of its clause


def _opened(run: Sequence[Token], low: list[str], found: Named, floor: int, text: str) -> Time:
    """Add the words that open an end ("since", "by"), or the clause that "since" begins."""
    start, opens, opener = found.start, None, ""
    before = _opener(low, start, floor)
    if before is not None:
        key, begin = before
        if found.last is not None or key != "none":
            start = begin
            opener = low[begin]
            opens = key if found.last is None and key != "none" else None
    elif found.last is not None and start > floor and low[start - 1] == "between":
        start -= 1
    if opens is None and found.last is None and (since := _since(low, start, floor)) is not None:
        start, opens = since, "end"
    at = (run[start].start, run[found.end - 1].end)
    own = (run[found.start].start, at[1])
    return Time(
        inner=Time(text[own[0] : own[1]], own, found.first) if start < found.start - 1 and opens == "end" else None,
        text=text[at[0] : at[1]],
        at=at,
        first=found.first,
        last=found.last,
        open="end" if opens == "end" else "start" if opens == "start" else None,
        opener=opener,
        attributive=found.attributive and opens is None,
        then=found.then,
    )


def _opener(low: list[str], n: int, floor: int) -> tuple[str, int] | None:
    """The preposition before a time, with its article, and where it begins."""
    for at in (n, n - 1) if n and low[n - 1] in {"the", "early", "late"} else (n,):
        for phrase, key in phrases_by_last("times", "openers").get(low[at - 1], ()) if at else ():
            begin = at - len(phrase)
            if begin >= floor and tuple(low[begin:at]) == phrase:
                return key, begin
    return None


def _since(low: list[str], start: int, floor: int) -> int | None:
    """Where "since" begins the clause that a time closes: "since the dam broke in May" leaves the end open."""
    for k in range(start - 1, max(floor, start - _SINCE_REACHES) - 1, -1):
        if low[k] == "since":
            return k
        if low[k] in {",", ";", ":", ".", "(", ")", "—", "–", "that", "which", "who"}:
            return None
    return None
