"""What the atlas knows of one place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["Place", "Precision"]

Precision = Literal["point", "city", "region", "country", "area"]


@dataclass(frozen=True, slots=True)
class Place:
    """
    A place of the gazetteer, or a candidate for a name.

    Attributes
    ----------
    id
        Stable: the GeoNames id, or a number from 1,000,000,000 for places that GeoNames lacks.
    kind
        country, territory, region (a first-level division, or with ``admin1`` None a region in the news without
        borders of its own, such as Donbas), county, city, sea, gulf, bay, strait, ocean, lake, river, canal, island,
        islands, reef, peninsula, cape, range, mountain, desert, continent.
    lon, lat
        Degrees; the anchor: for countries and large regions GeoNames' own point.
    label_lon, label_lat
        Degrees; a point inside the place's polygon for drawing; the anchor where there is no polygon.
    countries
        ISO 3166 two-letter codes of the countries it lies in; empty on the high seas.
    admin
        Names from the first-level division downwards; empty for countries.
    admin1
        GeoNames code of the first-level division ("US.TX"), or None.
    population
        0 where unknown or meaningless.
    disputed
        A neutral one-line note, or None.
    source
        The key of the data source in the atlas' table of sources.
    score, reasons
        How well it fits what was asked, higher first, and why; 0 and empty outside a search.
    """

    id: int
    name: str
    kind: str
    lon: float
    lat: float
    countries: tuple[str, ...] = ()
    admin: tuple[str, ...] = ()
    admin1: str | None = None
    precision: Precision = "point"
    population: int = 0
    label_lon: float | None = None
    label_lat: float | None = None
    disputed: str | None = None
    source: str = ""
    score: float = 0.0
    reasons: tuple[str, ...] = ()
