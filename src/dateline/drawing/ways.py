"""How a leg runs between the places it names: by sea lanes, over land, or as a joining line where no way is known."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from shapely import LineString

from dateline.drawing.nodes import WATERS, Node, coast_towards

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shapely.geometry.base import BaseGeometry

__all__ = ["Way", "way_of"]

_POINTS: Final = 48
_STATES: Final = frozenset({"country", "territory", "region"})


@dataclass(frozen=True, slots=True)
class Way:
    """
    A leg's line.

    Attributes
    ----------
    line
        Longitudes unwrapped: they may pass 180.
    passages
        Straits and canals on it, in order.
    note
        What could not be done as it should, or None.
    """

    line: LineString
    length_km: float
    passages: tuple[str, ...] = ()
    note: str | None = None


def way_of(nodes: Sequence[Node], areas: Sequence[BaseGeometry | None], /, *, sea: bool) -> Way:
    """
    Draw the way over two or more places.

    Parameters
    ----------
    nodes
        In the order of travel; a water in the middle is passed through, not aimed at.
    areas
        The polygon of each, or None.
    sea
        Whether a vessel goes: then the way keeps to the sea lanes.
    """
    if not sea:
        return _over_land(nodes)
    from dateline.atlas import NoSeaRoute

    try:
        return _by_sea(nodes, areas)
    except NoSeaRoute as error:
        way = _over_land(nodes)
        return Way(way.line, way.length_km, note=f"{error}; the line only joins the places")


def _over_land(nodes: Sequence[Node]) -> Way:
    from dateline.atlas import geodesy

    line: list[tuple[float, float]] = []
    for one, two in pairwise(nodes):
        start = line[-1] if line else (one.lon, one.lat)
        arc = geodesy.great_circle(start, (two.lon, two.lat), points=_POINTS)
        line += [(float(lon), float(lat)) for lon, lat in arc[1 if line else 0 :]]
    return Way(LineString(line), geodesy.length_km(line))


def _by_sea(nodes: Sequence[Node], areas: Sequence[BaseGeometry | None]) -> Way:
    from dateline import atlas

    stops = [_stop(nodes, areas, n) for n in range(len(nodes))]
    first, last = stops[0], stops[-1]
    via = [node.name if node.kind in WATERS else stop for node, stop in zip(nodes[1:-1], stops[1:-1], strict=True)]
    found = atlas.sea_route(first, last, via=via)
    return Way(found.line, found.km, found.passages)


def _stop(nodes: Sequence[Node], areas: Sequence[BaseGeometry | None], n: int) -> tuple[float, float]:
    """Return where a ship is at a place: a country is met at its coast, on the side of the way."""
    node, area = nodes[n], areas[n]
    if node.kind not in _STATES or area is None:
        return node.lon, node.lat
    other = nodes[n + 1] if n + 1 < len(nodes) else nodes[n - 1]
    return coast_towards(area, other.lon, other.lat)
