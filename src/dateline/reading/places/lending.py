"""Where a name lies that no list has: what the text says of it, or the town, county or state that it names nearest."""

from __future__ import annotations

import math
import operator
import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from dateline.atlas.index import open_index
from dateline.reading.places.resolve import facts, lies_in

if TYPE_CHECKING:
    from dateline.reading.places.found import Found

__all__ = ["GREAT", "apart", "lend"]

GREAT: Final = 5.2  # the prior of a city of 150,000


def apart(first: tuple[float, int], second: tuple[float, int]) -> bool:
    """Whether two candidates are different spots: a city and its county are not."""
    a, b = facts(first[1]), facts(second[1])
    return math.dist((a.x, a.y, a.z), (b.x, b.y, b.z)) * 6371 > 100


_OWNS: Final = frozenset(("'s ", "’s "))
_LIES_IN: Final = re.compile(
    r" \(|,? (?:in|near|outside) (?:the )?(?:(?:north|south|east|west|central)[\w-]* )?|, "
    r"|, (?:an?|the|another) (?:[\w-]+ ){0,3}"
    r"(?:town|village|city|suburb|hamlet|settlement|district|camp|port|resort|outpost|island)"
    r" (?:[\w-]+ ){0,3}?(?:in|near|outside|of|from) (?:the )?"
).fullmatch
# "The besieged *Chadian town of* Velmara".
_IS_OF: Final = re.compile(
    r" (?:[\w-]+ ){0,2}(?:town|village|city|suburb|hamlet|settlement|district|port|resort|outpost|island) of "
).fullmatch
_LISTED_ON: Final = re.compile(r",? (?:and|or) (?:the )?[A-Z]|, [A-Z][\w’'-]*(?:, [A-Z]|,? (?:and|or) )").match
_LONGEST_DESCRIPTION: Final = 70  # letters of "…, a small farming town in the south of"


def lend(text: str, found: list[Found]) -> None:
    """Place what the gazetteer does not hold where it is said to lie, or at the town, county or state named nearest."""
    for before, one, other in zip([None, *found], found, found[1:], strict=False):
        if other.row is None and one.row is not None and not one.inexact and _IS_OF(text[one.end : other.start]):
            other.row, other.ranked, other.inexact = one.row, one.ranked[:1], True
            continue
        if other.row is None or other.start - one.end > _LONGEST_DESCRIPTION:
            continue
        gap = text[one.end : other.start]
        is_of_list = gap == ", " and facts(other.row).kind == "city" and _LISTED_ON(text, other.end)
        if one.row is None and not other.inexact and _LIES_IN(gap) and not is_of_list:
            one.row, one.ranked, one.inexact = other.row, other.ranked[:1], True
        is_next = before is not None and text[before.end : one.start] == ", "  # "Paris, London, Spain"
        if gap == ", " and not is_next and _lies_elsewhere(text, one, other):
            for same in found:
                if same.text == one.text and same.row == one.row and same is not one:
                    same.row, same.ranked, same.inexact = other.row, other.ranked[:1], True
            one.row, one.ranked, one.inexact = other.row, other.ranked[:1], True
        # Monrovia's West Point is no West Point elsewhere.
        if gap in _OWNS and one.row is not None and not one.inexact:
            town, part = facts(one.row), facts(other.row)
            known = other.span.entry is not None and other.span.entry.priors[0] >= GREAT
            if town.kind == "city" and part.sort == 0 and not known and apart(one.ranked[0], other.ranked[0]):
                other.row, other.ranked, other.inexact = one.row, one.ranked[:1], True
    lost = [one for one in found if one.row is None]
    if not lost:
        return
    exact = [(other, facts(other.row).kind) for other in found if other.row is not None and not other.inexact]
    lenders = [
        [other for other, kind in exact if kind == "city" and other.fits],
        [other for other, kind in exact if kind in {"county", "region"}],
        [other for other, kind in exact if kind == "city" and not other.fits],
    ]
    for one in lost:
        near = [
            (abs(other.start - one.start) + 300 * rank, other)
            for rank, others in enumerate(lenders)
            for at in (bisect_left(others, one.start, key=_start),)
            for other in others[max(0, at - 1) : at + 1]
        ]
        if near:
            lender = min(near, key=operator.itemgetter(0))[1]
            one.row, one.ranked, one.inexact = lender.row, lender.ranked[:1], True
            one.lent = one.sort not in {
                "street",
                "venue",
            }  # these stand in a town, a reef may lie anywhere


def _lies_elsewhere(text: str, one: Found, other: Found) -> bool:
    """Whether a town is said to lie in a land or state that has none of its name: "Paris, Kansas"."""
    if one.row is None or other.row is None or one.inexact or other.inexact:
        return False
    town, land = facts(one.row), facts(other.row)
    is_land = land.kind in {"country", "region"} and town.sort < land.sort < _VAST and not lies_in(town, land)
    # "In Berlin, *France, which* had lost, left"; and a seat of government is where talk of another land is heard.
    acts = land.kind == "country" and (_WHO(text, other.end) is not None or open_index().seat(one.row) == _CAPITAL)
    return is_land and not acts and _ENDS(text, other.end) is not None and _LISTED_ON(text, other.end) is None


_CAPITAL: Final = 2
_VAST: Final = 3  # what is wider than a country
_ENDS: Final = re.compile(r"[,.;)]|\Z").match
_WHO: Final = re.compile(r", (?:which|who|whose)\b").match
_start: Final = operator.attrgetter("start")
