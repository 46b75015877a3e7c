"""Which of a name's places a text means, by the other names in it: scores, and the reasons for them."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from dateline.atlas.entries import candidates

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dateline.atlas.place import Place

__all__ = ["Clue", "clues", "distance_km", "support"]

_MEANINGS = 4  # of a hint that is ambiguous itself, the likeliest so many count
_HOLDS = {"region": 5.0, "country": 2.2, "territory": 2.2}  # what it is worth to lie in a named place
_SAME_COUNTRY, _SIBLING, _SAME_DIVISION = 1.0, 2.5, 2.0
_CAP_COUNTRY, _CAP_DIVISION, _CAP_NEAR = 2.7, 6.5, 1.6
_NEAR_KM = 250.0


class Clue(NamedTuple):
    """One thing that another name of the text may mean, and how much that counts (1: certainly this)."""

    name: str
    place: Place
    weight: float


def distance_km(lon: float, lat: float, lon2: float, lat2: float) -> float:
    """Great-circle distance on the mean sphere; enough to rank, the exact formulas live in geodesy."""
    a, b = math.radians(lat), math.radians(lat2)
    c = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(math.radians(lon2 - lon) / 2) ** 2
    return 12742.0 * math.asin(min(1.0, math.sqrt(c)))


def clues(hints: Iterable[str], own: str) -> list[list[Clue]]:
    """
    Give, for each hint, what it may mean.

    Parameters
    ----------
    hints
        Other names of the same text.
    own
        The folded name that is looked up: a hint equal to it tells nothing.

    Returns
    -------
    clues
        One list a hint that is known, the likeliest meaning first.
    """
    found = []
    for hint in hints:
        entry = candidates(hint)
        if entry is None or entry.norm == own:
            continue
        best = entry.priors[0]
        found.append(
            [
                Clue(hint, place, 10 ** ((entry.priors[n] - best) / 1.5))
                for n, place in enumerate(entry.places[:_MEANINGS])
            ]
        )
    return found


def support(place: Place, hints: Sequence[Sequence[Clue]]) -> tuple[float, tuple[str, ...]]:
    """
    Tell how well a place agrees with the other names of the text.

    Parameters
    ----------
    place
        The candidate.
    hints
        What the other names may mean, from ``clues``.

    Returns
    -------
    score, reasons
        What to add to its prior, 0 where nothing agrees, and the reasons in words.
    """
    country = division = close = 0.0
    reasons: list[str] = []
    for meanings in hints:
        best = (0.0, 0.0, 0.0, "")
        for clue in meanings:
            tie = _tie(place, clue)
            if sum(tie[:3]) > sum(best[:3]):
                best = tie
        country, division, close = country + best[0], division + best[1], close + best[2]
        if best[3]:
            reasons.append(best[3])
    score = min(country, _CAP_COUNTRY) + min(division, _CAP_DIVISION) + min(close, _CAP_NEAR)
    return score, tuple(dict.fromkeys(reasons))


def _tie(place: Place, clue: Clue) -> tuple[float, float, float, str]:
    """What one meaning of one hint is worth: for the country, for the division, for nearness, and in words."""
    other, weight = clue.place, clue.weight
    if other.id == place.id:
        return 0.0, _SAME_DIVISION * weight, 0.0, f"also named {clue.name}"
    country = division = 0.0
    why = ""
    shared = bool(set(place.countries) & set(other.countries))
    if other.kind == "region" and other.admin1 and other.admin1 == place.admin1:
        division, why = _HOLDS["region"], f"in {clue.name}"
    elif place.kind == "region" and place.admin1 and place.admin1 == other.admin1:
        division, why = _HOLDS["region"], f"{clue.name} is in it"
    elif place.admin1 and place.admin1 == other.admin1:
        division, why = _SAME_DIVISION, f"in one division with {clue.name}"
    elif shared and other.kind == place.kind == "region" and other.admin1 and place.admin1:
        country, why = _SIBLING, f"a division beside {clue.name}"
    elif shared and other.kind in _HOLDS and place.kind not in {"country", "territory"}:
        country = _HOLDS[other.kind] if other.kind in {"country", "territory"} else _SAME_COUNTRY
        why = f"in {clue.name}" if other.kind in {"country", "territory"} else f"in one country with {clue.name}"
    elif shared and place.kind in {"country", "territory"}:
        country, why = _HOLDS["country"], f"{clue.name} is in it"
    elif shared:
        country, why = _SAME_COUNTRY, f"in one country with {clue.name}"
    km = distance_km(place.lon, place.lat, other.lon, other.lat)
    reach = _NEAR_KM if other.precision in {"city", "point", "region"} else 2 * _NEAR_KM
    near = math.exp(-km / reach)
    if not why and near > 0.2:
        why = f"{km:,.0f} km from {clue.name}"
    return country * weight, division * weight, near * weight, why
