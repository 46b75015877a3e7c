"""What a route is asked to start from, pass, reach and keep out of, as places of the network."""

from __future__ import annotations

import difflib
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

import numpy as np

from dateline.atlas.crossing import over_lines
from dateline.atlas.landfall import Landfall, landfall
from dateline.atlas.network import open_network
from dateline.atlas.passage import known_as, passages
from dateline.atlas.place import Place
from dateline.atlas.refusals import NoSeaRoute
from dateline.atlas.search import Gate

if TYPE_CHECKING:
    from shapely import MultiPolygon, Polygon
    from shapely.geometry.base import BaseGeometry

    from dateline.atlas.passage import Passage

__all__ = ["Closed", "Stop", "UnknownPassageError", "edges_over", "keep_out", "stop_of"]

_MIDDLE = 1 / 3
_COASTS = frozenset({"country", "territory", "region", "county", "continent", "island", "islands", "peninsula"})
_WATERS = frozenset({"sea", "ocean", "gulf", "bay", "strait", "lake"})
_POINTS = frozenset({"city"})
_DIVISIONS = frozenset({"region", "county"})
_COAST_DEG = 0.06  # a node this near to a country lies at its coast


class UnknownPassageError(NoSeaRoute):
    """A name that is no passage, sea or place."""


@dataclass(frozen=True, slots=True)
class Stop:
    """
    One thing asked for.

    Attributes
    ----------
    name
        For messages.
    point
        Longitude and latitude asked for, or None where the gate stands for it.
    gate
        What a way has to do to pass it, or None for a point.
    passage
        The passage it names, if it does.
    note
        What was chosen for it that was not told, or empty.
    """

    name: str
    point: tuple[float, float] | None = None
    gate: Gate | None = None
    passage: Passage | None = None
    note: str = ""

    def waters(self) -> frozenset[int]:
        """Give the numbers of the seas it lies on, or refuse a point that lies on none."""
        if self.gate is not None:
            return frozenset(np.unique(open_network().water[list(self.gate.nodes)]).tolist())
        return frozenset({self._met().water})

    def landfall(self, water: int) -> Landfall:
        """Give where a route on a sea meets the network."""
        if self.gate is None:
            return self._met()
        here = open_network().water
        return Landfall(None, tuple((node, 0.0) for node in self.gate.nodes if here[node] == water), water)

    def _met(self) -> Landfall:
        lon, lat = self.point or (math.nan, math.nan)
        return landfall(lon, lat, self.name)


@dataclass(frozen=True, slots=True)
class Closed:
    """
    What a route keeps out of.

    Attributes
    ----------
    shut
        Numbers of half edges; None for those that are shut by default.
    passages, areas
        What the line may not cross.
    """

    shut: frozenset[int] | None
    passages: frozenset[Passage]
    areas: tuple[int, ...]


def stop_of(asked: object, role: str) -> Stop:
    """
    Make out what was asked for.

    Parameters
    ----------
    asked
        ``(lon, lat)``, a place, or a name of a passage or place.
    role
        What it is to the route, for messages.

    Raises
    ------
    NoSeaRoute
        It is no position on the map, or a water or land without a coast.
    UnknownPassageError
        A name that means nothing.
    TypeError
        It is neither two numbers nor a place nor a name.
    """
    if isinstance(asked, str):
        passage = known_as(asked)
        return _of_place(_named(asked, role)) if passage is None else _of_passage(passage)
    if isinstance(asked, Place):
        passage = known_as(asked.name) if asked.kind in _WATERS or asked.kind == "canal" else None
        return _of_place(asked) if passage is None else _of_passage(passage)
    return _of_point(asked, role)


def _of_point(asked: object, role: str) -> Stop:
    """A stop from two numbers."""
    if not isinstance(asked, Iterable):
        msg = f"{role} {asked!r} is no (lon, lat), place or name"
        raise TypeError(msg)
    values = list(asked)
    if len(values) != 2 or not all(_is_number(v) for v in values):
        msg = f"{role} {asked!r} is no (lon, lat): give two numbers in degrees, longitude first"
        raise TypeError(msg)
    lon, lat = (float(v) for v in values)
    if not (math.isfinite(lon) and math.isfinite(lat)):
        msg = f"{role} ({lon}, {lat}) is no position: both numbers must be finite"
        raise NoSeaRoute(msg)
    if abs(lat) > 90:
        msg = f"{role} ({lon:g}, {lat:g}) is outside the map: {lat:g} is no latitude; longitude comes first"
        raise NoSeaRoute(msg)
    if abs(lon) > 360:
        msg = f"{role} ({lon:g}, {lat:g}) is outside the map: {lon:g} is no longitude"
        raise NoSeaRoute(msg)
    return Stop(f"({lon:g}, {lat:g})", ((lon + 180) % 360 - 180 if abs(lon) > 180 else lon, lat))


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float, np.number)) and not isinstance(value, bool)


def _named(name: str, role: str) -> Place:
    from dateline.atlas.gazetteer import find

    found = find(name)
    if not found:
        msg = f"{role} {name!r} is no passage or place that the atlas knows; {_hint(name)}"
        raise UnknownPassageError(msg)
    # A ship calls at a town, not at the division that is named after it.
    if found[0].kind in _DIVISIONS:
        return next((place for place in found if place.kind == "city" and place.name == found[0].name), found[0])
    return found[0]


def _hint(name: str) -> str:
    names = [known for passage in passages() for known in (passage.name, *passage.aliases)]
    near = difflib.get_close_matches(name, names, 3, 0.6)
    return f"did you mean {' or '.join(near)}?" if near else "`dateline passages` lists the passages"


@lru_cache(maxsize=256)
def _of_place(place: Place) -> Stop:
    """A stop from a place: a country by its coast, a sea by its area, all else by its point."""
    point = Stop(place.name, (place.lon, place.lat))
    if place.kind in _POINTS:
        return point
    from dateline.atlas.areas import area

    shape = area(place)
    if shape is None:
        return point
    if place.kind in _WATERS:
        nodes = _nodes_in(shape)
        if not nodes:
            return Stop(place.name, (place.label_lon or place.lon, place.label_lat or place.lat))
        return Stop(f"the {place.name.removeprefix('the ')}", None, Gate(frozenset(), nodes))
    if place.kind in _COASTS:
        nodes = _nodes_in(_main_parts(shape).buffer(_COAST_DEG))
        if not nodes:
            msg = f"{place.name} has no coast that ships can reach; name a port of another country"
            raise NoSeaRoute(msg, cause="coastless", of=(place.name,))
        note = f"{place.name}: a point of its coast, drawn by us: no port is named"
        return Stop(place.name, None, Gate(frozenset(), nodes), note=note)
    return point


def _main_parts(shape: Polygon | MultiPolygon) -> BaseGeometry:
    """A country without its islets and far small parts: nobody who leaves a country leaves from there."""
    import shapely

    parts = shapely.get_parts(shape)
    areas = shapely.area(parts)
    # Simplified first: the rim round a finely drawn coast would take a second to lay.
    return shapely.union_all(shapely.simplify(parts[areas >= areas.max() / 20], _COAST_DEG / 4))


def _nodes_in(shape: BaseGeometry) -> tuple[int, ...]:
    """Give the nodes of the network in an area."""
    import shapely

    network = open_network()
    west, south, east, north = shape.bounds
    lon, lat = network.lon, network.lat
    boxed = np.flatnonzero((lon >= west) & (lon <= east) & (lat >= south) & (lat <= north))
    shapely.prepare(shape)
    inside = boxed[shapely.contains_xy(shape, lon[boxed], lat[boxed])]
    return tuple(inside.tolist())


@lru_cache(maxsize=256)
def _of_passage(passage: Passage) -> Stop:
    network = open_network()
    over = _over(passage)
    if not over:
        msg = f"{passage.name} cannot be passed: no lane goes through it"
        raise NoSeaRoute(msg, cause="unpassable", of=(passage.name,))
    # Who is sent through a strait keeps to the middle of it, where lanes go there, and does not graze a shore.
    third = [half for half, share in over.items() if _MIDDLE <= share <= 1 - _MIDDLE]
    halves = sorted(third or over)
    one, two = (side[halves].tolist() for side in network.half)
    steps = frozenset(a * network.size + b for a, b in (*zip(one, two, strict=True), *zip(two, one, strict=True)))
    return Stop(f"the {passage.name}", None, Gate(steps, tuple(sorted({*one, *two}))), passage)


@lru_cache(maxsize=256)
def _over(passage: Passage) -> dict[int, float]:
    network = open_network()
    return over_lines(passage.lines, network.points, *network.half)


def edges_over(passage: Passage) -> frozenset[int]:
    """Give the edges (numbers of half edges) of the network that go through a passage."""
    return frozenset(_over(passage))


@lru_cache(maxsize=64)
def _edges_in(ident: int) -> frozenset[int]:
    """Give the edges that touch the area of a place."""
    import shapely

    from dateline.atlas.areas import area
    from dateline.atlas.gazetteer import get
    from dateline.atlas.network import chords

    shape = area(get(ident))
    if shape is None:
        return frozenset()
    network = open_network()
    one, two = network.half
    owner, ends = chords(network.points[one], network.points[two])
    ends[:, :, 0] -= 360 * np.round(ends[:, :, 0].mean(axis=1) / 360)[:, None]
    west, south, east, north = shape.bounds
    low, high = ends.min(axis=1), ends.max(axis=1)
    near = np.flatnonzero((low[:, 0] <= east) & (high[:, 0] >= west) & (low[:, 1] <= north) & (high[:, 1] >= south))
    shapely.prepare(shape)
    met = shapely.intersects(shape, shapely.linestrings(ends[near]))
    return frozenset(owner[near[met]].tolist())


def keep_out(avoid: Iterable[object], stops: Sequence[Stop]) -> Closed:
    """
    Work out what is closed: what is to be avoided, and what is closed unless it is asked for.

    Raises
    ------
    NoSeaRoute
        The same passage is to be passed and avoided.
    UnknownPassageError
        A name that is no passage and no water.
    """
    asked = {stop.passage for stop in stops if stop.passage is not None}
    names = [avoid] if isinstance(avoid, (str, Place)) else list(avoid)
    named: list[Passage] = []
    areas: list[int] = []
    for name in names:
        passage = known_as(name.name if isinstance(name, Place) else str(name))
        if passage is None:
            areas.append(_avoided(name).id)
        elif passage in asked:
            msg = f"the {passage.name} is to be passed and avoided at once"
            raise NoSeaRoute(msg)
        else:
            named.append(passage)
    return closed(named, asked, tuple(sorted(set(areas))))


def closed(named: Iterable[Passage], opened: Iterable[Passage], areas: tuple[int, ...] = ()) -> Closed:
    """Give what is closed when some passages are avoided and some are asked for."""
    kept_shut = _closed_by_default() - {*opened}
    shut_out = frozenset({*named, *kept_shut})
    if shut_out == _closed_by_default() and not areas:
        return Closed(None, shut_out, ())
    return _closed(shut_out, areas)


@lru_cache(maxsize=64)
def _closed(shut_out: frozenset[Passage], areas: tuple[int, ...]) -> Closed:
    edges = [edges_over(passage) for passage in shut_out] + [_edges_in(ident) for ident in areas]
    return Closed(frozenset().union(*edges), shut_out, areas)


@cache
def _closed_by_default() -> frozenset[Passage]:
    return frozenset(passage for passage in passages() if passage.closed)


def _avoided(name: object) -> Place:
    """The water of a name that is to be avoided."""
    place = name if isinstance(name, Place) else None
    if isinstance(name, str):
        from dateline.atlas.gazetteer import find

        place = next((found for found in find(name) if found.kind in _WATERS), None)
    if place is None:
        msg = f"{name!r} is no passage or sea to avoid; {_hint(str(name))}"
        raise UnknownPassageError(msg)
    return place
