"""How a leg runs between the places it names: by sea lanes, over land, or as a joining line where no way is known."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from shapely import LineString

from dateline.drawing.geometry.nodes import Node, coast_towards
from dateline.drawing.style.words import Saying
from dateline.story.waters import WATERS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from shapely.geometry.base import BaseGeometry

    from dateline.atlas.lanes import SeaRoute
    from dateline.atlas.place import Place

__all__ = ["Way", "way_of"]

_POINTS: Final = 48
_STATES: Final = frozenset({"country", "territory", "region"})
_WIDE: Final = frozenset(
    {"sea", "ocean", "gulf", "bay"}
)  # waters that a way crosses somewhere, at no point of their own

_DETOUR: Final = 1.6  # a way around a water that is this much longer is no other way that anybody would take


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
    note: Saying | None = None


def way_of(
    nodes: Sequence[Node], areas: Sequence[BaseGeometry | None], /, *, sea: bool, avoid: Sequence[str] = ()
) -> Way:
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
    avoid
        Names of waters to keep out of, as long as there is another way.
    """
    if not sea:
        return _over_land(nodes)
    from dateline.atlas import NoSeaRoute

    try:
        way = _by_sea(nodes, areas, ())
        if avoid:
            with suppress(NoSeaRoute):
                other = _by_sea(nodes, areas, avoid)
                return other if other.length_km <= _DETOUR * way.length_km else way
        return way
    except NoSeaRoute as error:
        way = _over_land(nodes)
        why = Saying(f"sea.{error.cause}", tuple(_called(name, nodes, areas) for name in error.of))
        return Way(way.line, way.length_km, note=Saying("sea.joined", after=why))


def _over_land(nodes: Sequence[Node]) -> Way:
    from dateline.atlas import geodesy

    line: list[tuple[float, float]] = []
    for one, two in pairwise(nodes):
        start = line[-1] if line else (one.lon, one.lat)
        arc = geodesy.great_circle(start, (two.lon, two.lat), points=_POINTS)
        line += [(float(lon), float(lat)) for lon, lat in arc[1 if line else 0 :]]
    return Way(LineString(line), geodesy.length_km(line))


def _by_sea(nodes: Sequence[Node], areas: Sequence[BaseGeometry | None], avoid: Sequence[str]) -> Way:
    from dateline import atlas

    stops = [_stop(nodes, areas, n) for n in range(len(nodes))]

    def found(passed: Sequence[int]) -> SeaRoute:
        via = [nodes[n].name if nodes[n].kind in WATERS else stops[n] for n in passed]
        return atlas.sea_route(stops[0], stops[-1], via=via, avoid=avoid)

    inner = range(1, len(nodes) - 1)
    wide = [n for n in inner if nodes[n].kind in _WIDE]
    way = found([n for n in inner if n not in wide])
    # A sea that the way crosses anyway is passed; aiming at its middle would be a detour that nobody stated.
    if missed := [n for n in wide if not _crosses(way.line, areas[n])]:
        way = found([n for n in inner if n not in wide or n in missed])
    coasts = tuple(stop.name for stop in way.asked[0] if stop.note) if way.asked else ()
    return Way(way.line, way.km, way.passages, note=Saying("sea.coast", coasts) if coasts else None)


def _called(name: str, nodes: Sequence[Node], areas: Sequence[BaseGeometry | None]) -> str:
    """Return what the story calls a stop that a refusal knows by its position."""
    from dateline.atlas.stops import stop_of

    stops = [_stop(nodes, areas, n) for n in range(len(nodes))]
    called = {stop_of(stop, node.name).name: node.name for stop, node in zip(stops, nodes, strict=True)}
    return called.get(name, name)


def _crosses(line: LineString, area: BaseGeometry | None) -> bool:
    from dateline.drawing.geometry.turns import turned

    return area is not None and any(line.intersects(turned(area, turn)) for turn in (-360.0, 0.0, 360.0))


def _stop(nodes: Sequence[Node], areas: Sequence[BaseGeometry | None], n: int) -> Place | tuple[float, float]:
    """Return where a ship is at a place: a country is met at its coast, where the way is shortest."""
    from dateline import atlas

    node, area = nodes[n], areas[n]
    if node.kind not in _STATES or area is None:
        return node.lon, node.lat
    for place in atlas.find(node.name, kind=node.kind, near=(node.lon, node.lat)):
        if (own := atlas.area(place)) is not None and own.equals(area):
            return place
    other = nodes[n + 1] if n + 1 < len(nodes) else nodes[n - 1]
    return coast_towards(area, other.lon, other.lat)
