"""Stretches of the year by their names: seasons, feasts, and "the first three months of" a year."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from dateline.reading.amounts.numbers import cardinals
from dateline.reading.amounts.periods import Period
from dateline.reading.text.forms import lemmas, verb_tags

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.reading.amounts.periods import Unit

__all__ = ["FEASTS", "ORDINALS", "SEASONS", "Nth", "feast_at", "fraction_at", "nth_at", "season_at", "years_off"]

SEASONS: Final = frozenset(("spring", "summer", "autumn", "winter", "fall", "monsoon"))
_FEASTS: Final[dict[tuple[str, ...], tuple[int, int] | None]] = {
    ("christmas", "day"): (12, 25),
    ("christmas", "eve"): (12, 24),
    ("boxing", "day"): (12, 26),
    ("new", "year", "'s", "day"): (1, 1),
    ("new", "year", "’s", "day"): (1, 1),
    ("new", "year", "'s", "eve"): (12, 31),
    ("new", "year", "’s", "eve"): (12, 31),
    ("valentine", "'s", "day"): (2, 14),
    ("valentine", "’s", "day"): (2, 14),
    ("bastille", "day"): (7, 14),
    ("veterans", "day"): (11, 11),
    ("independence", "day"): None,
    ("labor", "day"): None,
    ("labour", "day"): None,
    ("memorial", "day"): None,
    ("columbus", "day"): None,
    ("mother", "'s", "day"): None,
    ("mother", "’s", "day"): None,
    ("father", "'s", "day"): None,
    ("father", "’s", "day"): None,
    ("lunar", "new", "year"): None,
    ("chinese", "new", "year"): None,
    ("yom", "kippur"): None,
    ("holy", "week"): None,
    ("good", "friday"): None,
    ("black", "friday"): None,
    ("easter", "sunday"): None,
    ("easter", "monday"): None,
    ("palm", "sunday"): None,
    ("ash", "wednesday"): None,
    ("christmas",): None,
    ("easter",): None,
    ("ramadan",): None,
    ("thanksgiving",): None,
    ("halloween",): (10, 31),
    ("passover",): None,
    ("hanukkah",): None,
    ("diwali",): None,
}
"""Feasts with their month and day; None for those that move."""
FEASTS: Final = frozenset(words[0] for words in _FEASTS)
"""The first words of feasts."""
_NTH: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "opening": 1, "last": -1, "final": -1}
_UNITS: Final[dict[str, Unit]] = {
    "day": "day", "days": "day", "week": "week", "weeks": "week", "month": "month", "months": "month",
}  # fmt: skip
_YEAR: Final = re.compile(r"1[5-9]\d\d|20\d\d")
ORDINALS: Final[dict[str, int]] = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_BEFORE_FEASTS: Final = frozenset(
    "at by before until till over since during after last next this for spend spends spent spending".split()
)
_FEAST_TIMES: Final = frozenset("weekend holiday holidays break week season period".split())
_BEFORE_SEASONS: Final = frozenset("in by this last next since until during early late mid the over of".split())


class Nth(NamedTuple):
    """
    Units counted within a longer stretch: "the first three months of".

    Attributes
    ----------
    end
        The token behind the words, where the stretch begins.
    unit
        What is counted.
    first, last
        The numbers of the units, from 1; negative from the stretch's end.
    """

    end: int
    unit: Unit
    first: int
    last: int


def nth_at(low: Sequence[str], n: int) -> Nth | None:
    """
    What counts days, weeks or months within a stretch at a token; None where nothing does.

    Examples
    --------
    >>> nth_at("the first three months of the year".split(), 0)
    Nth(end=5, unit='month', first=1, last=3)
    >>> nth_at("last week of May".split(), 0)
    Nth(end=3, unit='week', first=-1, last=-1)
    """
    k = n + (low[n] == "the")
    if k + 3 >= len(low) or low[k] not in _NTH:
        return None
    first, count, k = _NTH[low[k]], 1, k + 1
    if low[k] in cardinals() or (low[k].isdigit() and len(low[k]) < 3):
        count = int(cardinals().get(low[k], 0) or low[k])
        k += 1
    if k + 2 >= len(low) or low[k] not in _UNITS or low[k + 1] not in {"of", "in"} or (count > 1 and abs(first) != 1):
        return None
    if low[k].endswith("s") != (count > 1):
        return None
    return Nth(k + 2, _UNITS[low[k]], -count if first < 0 else first, -1 if first < 0 else first + count - 1)


_HURTS: Final = frozenset(
    "injury injuries injured hurt broke broken fractured suffered sustained survived died".split()
)


def _is_season(low: Sequence[str], n: int) -> bool:
    """Whether a word names a season where no year follows it: "in spring", "last fall", no "fall of Kabul"."""
    before = low[n - 1] if n else ""
    behind = low[n + 1] if n + 1 < len(low) else ""
    if "NOUN" in lemmas(behind) and not verb_tags(behind):
        return False  # "a late *summer* drive"
    if before == "the":
        if low[n] == "fall" and not _HURTS.isdisjoint(low[max(0, n - 12) : n]):
            return False  # "suffered a head injury in the *fall*"
        before = low[n - 2] if n > 1 else ""
        return before in {"in", "by", "during", "until", "over"} and low[n + 1 : n + 2] != ["of"]
    return before in _BEFORE_SEASONS and not (low[n] == "fall" and before in {"of", "by"})


def feast_at(low: Sequence[str], n: int) -> tuple[int, Period] | None:
    """The feast whose name begins at a token, and where it ends."""
    for words, day in _FEASTS.items():
        end = n + len(words)
        if low[n] != words[0] or tuple(low[n:end]) != words:
            continue
        if low[end : end + 1] != [] and low[end] in _FEAST_TIMES:
            return end + 1, Period()  # "over the *Easter weekend*"
        if len(words) == 1 and (low[n - 1 : n] == [] or low[n - 1] not in _BEFORE_FEASTS):
            continue  # "*Easter* Island", "a Christmas tree"
        if len(words) > 1 or low[end : end + 1] == [] or "NOUN" not in lemmas(low[end]):
            return end, Period() if day is None else Period(month=day[0], day=day[1])
    return None


def season_at(low: Sequence[str], n: int) -> tuple[int, Period] | None:
    """Read "summer of 2015", "last summer": of a season the year alone is known, as half the world has another."""
    k = n + 1 + (low[n + 1 : n + 2] == ["of"])
    if k < len(low) and _YEAR.fullmatch(low[k]):
        return (k + 1, Period(year=int(low[k])))
    if (off := years_off(low, n + 1)) is not None:
        return (off[1], Period(years_off=off[0]))
    if low[n + 1 : n + 4] in (["of", "that", "year"], ["of", "the", "year"]):
        return (n + 4, Period())
    return (n + 1, Period()) if _is_season(low, n) else None


_YEARS_OFF: Final[dict[str, int]] = {"last": -1, "previous": -1, "this": 0, "next": 1, "following": 1}


def years_off(low: Sequence[str], n: int) -> tuple[int, int] | None:
    """Read "of last year", "last year", "of the previous year"; how many years from now, and where it ends."""
    k = n
    while low[k : k + 1] and low[k] in {"of", "the", "in"} and k < n + 3:
        k += 1
    if k + 1 < len(low) and low[k] in _YEARS_OFF and low[k + 1] == "year":
        return _YEARS_OFF[low[k]], k + 2
    return None


def fraction_at(low: Sequence[str], n: int) -> tuple[int, Period] | None:
    """Read "first quarter of 2020", "the second half of last year"."""
    if low[n + 1 : n + 2] not in (["quarter"], ["half"]):
        return None
    quarter = ORDINALS[low[n]] if low[n + 1] == "quarter" else None
    half = ORDINALS[low[n]] if low[n + 1] == "half" and ORDINALS[low[n]] < 3 else None
    k = n + 3 if low[n + 2 : n + 3] == ["of"] else n + 2
    if k < len(low) and _YEAR.fullmatch(low[k]):
        return (k + 1, Period(year=int(low[k]), quarter=quarter, half=half))
    off = years_off(low, n + 2)
    if off is None and low[k : k + 2] == ["the", "year"]:
        off = 0, k + 2
    return None if off is None else (off[1], Period(years_off=off[0], quarter=quarter, half=half))
