"""Resolution: which of its places a name means, by the whole text."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from dateline.atlas.index import open_index

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.atlas.entries import Entry

__all__ = ["Anchor", "Facts", "Scene", "facts"]


class Facts(NamedTuple):
    """What resolution asks of one place: its row, unit vector, kind, country, division."""

    row: int
    x: float
    y: float
    z: float
    kind: str
    countries: tuple[str, ...]
    division: str | None
    lon: float
    lat: float


@lru_cache(maxsize=60_000)
def facts(row: int) -> Facts:
    """Gather them from the columns of the gazetteer."""
    index = open_index()
    lon, lat = index.point(row)
    a, b = math.radians(lon), math.radians(lat)
    c = math.cos(b)
    countries, division, *_ = index.region(row)
    return Facts(row, c * math.cos(a), c * math.sin(a), math.sin(b), index.kind(row), countries, division, lon, lat)


class Anchor(NamedTuple):
    """A place that the text names beyond doubt, and how much it counts."""

    name: str
    place: Facts
    weight: float


_MOST_CANDIDATES: Final = 24
_KM: Final = 6371.0
# What it is worth to a candidate: numbers fitted on annotated news, see the explanation of the geoparser.
WEIGHTS: Final[dict[str, float]] = {
    "prior": 1.3,
    "division named": 2.5,
    "country named": 1.0,
    "division shared": 1.2,
    "country shared": 0.8,
    "holds": 1.0,
    "near 60 km": 1.2,
    "near 250 km": 1.0,
    "near 1000 km": 0.6,
    "home 60 km": 2.5,
    "home 250 km": 2.0,
    "home 1000 km": 1.0,
    "home country": 1.0,
    "pinned": 8.0,
}


class Scene:
    """
    What a text is about, for telling namesakes apart: its sure places and its outlet's home.

    Parameters
    ----------
    anchors
        Places that the text names beyond doubt.
    home
        The outlet's town, or None.
    """

    def __init__(self, anchors: Sequence[Anchor], home: Facts | None) -> None:
        self.anchors = anchors
        self.home = home
        self.countries: dict[str, float] = {}
        self.shared: dict[str, float] = {}
        self.divisions: dict[str, float] = {}
        self.siblings: dict[str, float] = {}
        for anchor in anchors:
            place = anchor.place
            country = place.countries[0] if len(place.countries) == 1 else None
            if country:
                table = self.countries if place.kind in {"country", "territory"} else self.shared
                table[country] = table.get(country, 0.0) + anchor.weight
            if place.division:
                table = self.divisions if place.kind == "region" else self.siblings
                table[place.division] = table.get(place.division, 0.0) + anchor.weight

    def features(self, place: Facts, prior: float, name: str) -> dict[str, float]:
        """What speaks for one candidate."""
        found = {"prior": prior}
        country = place.countries[0] if len(place.countries) == 1 else None
        is_land = place.kind in {"country", "territory"}
        if country:
            if not is_land and country in self.countries:
                found["country named"] = _share(self.countries[country])
            if country in self.shared:
                found["country shared" if not is_land else "holds"] = _share(self.shared[country])
        if place.division:
            if place.kind != "region" and place.division in self.divisions:
                found["division named"] = _share(self.divisions[place.division])
            if place.division in self.siblings:
                found["division shared" if place.kind != "region" else "holds"] = _share(self.siblings[place.division])
        near = [0.0, 0.0, 0.0]
        x, y, z = place.x, place.y, place.z
        if not is_land:
            for anchor in self.anchors:
                if anchor.name == name:
                    continue
                other = anchor.place
                if other.kind in {"country", "territory", "continent"}:
                    continue
                chord = math.sqrt(max(0.0, 2 - 2 * (x * other.x + y * other.y + z * other.z)))
                if chord < 0.3:
                    km = chord * _KM
                    if anchor.weight > near[1] and km < 500:
                        near[0] = max(near[0], anchor.weight * math.exp(-km / 60))
                        near[1] = max(near[1], anchor.weight * math.exp(-km / 250))
                    near[2] = max(near[2], anchor.weight * math.exp(-km / 1000))
        for key, value in zip(("near 60 km", "near 250 km", "near 1000 km"), near, strict=True):
            if value > 0.02:
                found[key] = value  # noqa: PERF403
        home = self.home
        if home is not None:
            if not is_land:
                chord = math.sqrt(max(0.0, 2 - 2 * (x * home.x + y * home.y + z * home.z)))
                km = chord * _KM
                for scale in (60, 250, 1000):
                    value = math.exp(-km / scale)
                    if value > 0.02:
                        found[f"home {scale} km"] = value
            if home.countries == place.countries:
                found["home country"] = 1.0
            if home.division and home.division == place.division:
                found["home division"] = 1.0
        return found


def _share(weight: float) -> float:
    """Many mentions count more than one, but not in proportion."""
    return min(1.0, 0.5 + 0.25 * weight) if weight >= 1 else 0.5 * weight + 0.25 * weight


def rank(entry: Entry, scene: Scene, pin: Facts | None) -> list[tuple[float, int]]:
    """Rank the places of a name: score and row, the likeliest first."""
    out = []
    for n, row in enumerate(entry.rows[:_MOST_CANDIDATES]):
        place = facts(row)
        score = sum(
            WEIGHTS.get(key, 0.0) * value for key, value in scene.features(place, entry.priors[n], entry.norm).items()
        )
        if pin is not None and lies_in(place, pin):
            score += WEIGHTS["pinned"]
        out.append((score, row))
    out.sort(key=lambda item: -item[0])
    return out


def lies_in(place: Facts, outer: Facts) -> bool:
    """Whether a place lies in a country or division."""
    if outer.row == place.row:
        return False
    if outer.kind == "region" and outer.division:
        return place.division == outer.division and place.kind != "region"
    return bool(outer.countries) and place.countries == outer.countries and place.kind not in {"country", "territory"}
