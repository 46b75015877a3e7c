"""Months by name, and the figures of a date: its day and its year."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from dateline.reading.text.wordlists import rules

__all__ = ["DAY", "YEAR", "months", "year_after"]

YEAR: Final = re.compile(r"1[5-9]\d\d|20\d\d")
DAY: Final = re.compile(r"(0?[1-9]|[12]\d|3[01])(st|nd|rd|th)?")


@cache
def months() -> dict[str, int]:
    """The number of each month, by its names in lower case."""
    return dict(rules("times")["months"])


def year_after(low: list[str], n: int, *, stop: bool = False) -> tuple[int, int] | None:
    """
    A year after a month or a day of it, and where it ends; None where none stands there.

    Examples
    --------
    >>> year_after(["march", "3", ",", "2015"], 2)
    (2015, 4)
    """
    if stop and low[n : n + 1] == ["."]:
        n += 1
    k = n + 1 if low[n : n + 1] == [","] else n
    if k < len(low) and YEAR.fullmatch(low[k]):
        return int(low[k]), k + 1
    return None
