"""Times that count from one told before them: "nine days later", "the same day", "May of that year"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from dateline.reading.amounts.numbers import cardinals
from dateline.reading.amounts.periods import Period
from dateline.reading.text.wordlists import phrases_by_first, rules

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.reading.amounts.periods import Unit

__all__ = ["count_of", "counted_at", "units_of_time"]


@cache
def units_of_time() -> dict[str, Unit]:
    """The unit of each of its words: "days" is of "day"."""
    return {word: unit for unit, row in rules("times")["units"].items() for word in row.split()}


def counted_at(low: Sequence[str], n: int) -> tuple[int, Period | None] | None:
    """
    Where words end that only another time could date, and the period as it counts from that one; None where none begin.

    Parameters
    ----------
    low
        The words of a sentence, in lower case.
    n
        Where they begin.

    Examples
    --------
    >>> end, then = counted_at("it docked nine days later in Oran".split(), 2)
    >>> end, then.unit, then.count
    (5, 'day', 9)
    """
    for phrase, key in phrases_by_first("times", "counted").get(low[n], ()):
        if tuple(low[n : n + len(phrase)]) == phrase and _ends_there(low, n + len(phrase), phrase[-1]):
            unit, _, count = key.partition("_")
            return n + len(phrase), Period(unit=unit, count=int(count))  # type: ignore[arg-type]  # keys of the table
    for phrase, _ in phrases_by_first("times", "without_dates").get(low[n], ()):
        if tuple(low[n : n + len(phrase)]) == phrase:
            return n + len(phrase), None
    if n + 2 < len(low) and (low[n] in cardinals() or low[n] in {"a", "few", "several"} or low[n].isdigit()):
        k = n + 2 if low[n + 1] == "few" else n + 1
        if low[k] in units_of_time() and "".join(low[k + 1 : k + 2]) in {"later", "earlier"}:
            count_ = None if k > n + 1 else count_of(low, n)
            unit_ = units_of_time()[low[k]]
            if count_ is None or unit_ not in _COUNTED:
                return k + 2, None
            return k + 2, Period(unit=unit_, count=count_ if low[k + 1] == "later" else -count_)
    return None


_COUNTED: Final = frozenset(("day", "week", "month", "year"))


def count_of(low: Sequence[str], n: int) -> int | None:
    """How many a word counts: "three", "a", "12"; None where it counts nothing."""
    if low[n] in {"a", "an"}:
        return 1
    if low[n] in cardinals():
        return int(cardinals()[low[n]])
    return int(low[n]) if low[n].isdigit() and len(low[n]) < 4 else None


def _ends_there(low: Sequence[str], k: int, last: str) -> bool:
    """Whether "the day before" counts from nothing told behind it: no "the day before *the vote*"."""
    return last not in {"before", "after"} or k >= len(low) or low[k] in _BEHIND or not low[k][0].isalnum()


_BEHIND: Final = frozenset(("and", "but", "when", "in", "at", "by", "from", "to", "with", "on", "that"))
