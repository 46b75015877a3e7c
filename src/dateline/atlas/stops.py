"""What a route is asked to start from, pass, reach and keep out of, as places of the network."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from dateline.atlas.coast import open_coast
from dateline.atlas.network import drawn, open_network
from dateline.atlas.passage import known_as, passages
from dateline.atlas.place import Place
from dateline.atlas.refusals import NoSeaRoute
from dateline.atlas.search import Gate
from dateline.errors import DatelineError

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from dateline.atlas.passage import Passage

    Floats = NDArray[np.float64]

__all__ = ["Landfall", "Stop", "UnknownPassageError", "keep_out", "stop_of"]

_REACH_KM = 60.0
_OFF_KM = 0.05  # a line begins this far off the coast
_LINKS = (24, 96, 400)
_SEAS = ("the ocean", "the Caspian Sea")


class UnknownPassageError(DatelineError):
    """A name that is no passage, sea or place."""


@dataclass(frozen=True, slots=True)
class Landfall:
    """Where a route meets the network: a point on the water, and the nodes it sees with what it costs to reach them."""

    point: Floats | None
    links: tuple[tuple[int, float], ...]
    water: int

    @property
    def sea(self) -> str:
        """The name of its water."""
        return _SEAS[self.water]


@dataclass(frozen=True, slots=True)
class Stop:
    """
    One thing asked for.

    Attributes
    ----------
    name
        For messages.
    point
        Longitude and latitude asked for, or None.
    gate
        What a way has to do to pass it, or None for a point.
    passage
        The passage it names, if it does.
    """

    name: str
    point: tuple[float, float] | None = None
    gate: Gate | None = None
    passage: Passage | None = None
    notes: tuple[str, ...] = field(default=())

    def landfall(self) -> Landfall:
        """Give where the route meets the network, or refuse."""
        if self.point is None and self.gate is not None:
            water = int(open_network().water[self.gate.nodes[0]])
            return Landfall(None, tuple((node, 0.0) for node in self.gate.nodes), water)
        lon, lat = self.point or (math.nan, math.nan)
        return _landfall(lon, lat, self.name)


def stop_of(asked: object, role: str) -> Stop:
    """
    Make out what was asked for.

    Parameters
    ----------
    asked
        ``(lon, lat)``, a place, or a name of a passage or place.
    role
        What it is to the route, for messages.
    """
    if isinstance(asked, Stop):
        return asked
    if isinstance(asked, str):
        if (passage := known_as(asked)) is not None:
            return _of_passage(passage)
        return _of_place(_named(asked, role))
    if isinstance(asked, Place):
        if (passage := known_as(asked.name)) is not None:
            return _of_passage(passage)
        return _of_place(asked)
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
    if not -360 <= lon <= 360:
        msg = f"{role} ({lon:g}, {lat:g}) is outside the map: {lon:g} is no longitude"
        raise NoSeaRoute(msg)
    return Stop(f"({lon:g}, {lat:g})", ((lon + 180) % 360 - 180 if not -180 <= lon <= 180 else lon, lat))


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float, np.number)) and not isinstance(value, bool)


def _named(name: str, role: str) -> Place:
    from dateline.atlas.gazetteer import find

    found = find(name)
    if not found:
        import difflib

        names = [known for passage in passages() for known in (passage.name, *passage.aliases)]
        near = difflib.get_close_matches(name, names, 3, 0.6)
        hint = f"did you mean {' or '.join(near)}?" if near else "`dateline passages` lists the passages"
        msg = f"{role} {name!r} is no passage or place that the atlas knows; {hint}"
        raise UnknownPassageError(msg)
    return found[0]


def _of_place(place: Place) -> Stop:
    return Stop(place.name, (place.lon, place.lat))


@lru_cache(maxsize=256)
def _of_passage(passage: Passage) -> Stop:
    network = open_network()
    halves = sorted(edges_over(passage))
    if not halves:
        msg = f"{passage.name} cannot be passed: no lane goes through it"
        raise NoSeaRoute(msg)
    one, two = (side[halves].tolist() for side in network.half)
    steps = frozenset(a * network.size + b for a, b in (*zip(one, two, strict=True), *zip(two, one, strict=True)))
    return Stop(f"the {passage.name}", None, Gate(steps, tuple(sorted({*one, *two}))), passage)


@lru_cache(maxsize=256)
def edges_over(passage: Passage) -> frozenset[int]:
    """Find the half edges of the network that go through a passage."""
    network = open_network()
    one, two = network.half
    out: set[int] = set()
    lon, lat = network.lon, network.lat
    for line in passage.lines:
        corners = np.array(line)
        middle = float(corners[:, 0].min() + corners[:, 0].max()) / 2
        start = (lon[one] - middle + 180) % 360 - 180
        end = start + (lon[two] - lon[one] + 180) % 360 - 180
        # A great circle runs poleward of its ends; three degrees are more than any edge does.
        low, high = np.minimum(lat[one], lat[two]) - 3, np.maximum(lat[one], lat[two]) + 3
        half = float(corners[:, 0].max() - corners[:, 0].min()) / 2 + 0.01
        near = (np.minimum(start, end) <= half) & (np.maximum(start, end) >= -half)
        near &= (low <= corners[:, 1].max()) & (high >= corners[:, 1].min())
        candidates = np.flatnonzero(near)
        out |= {int(n) for n in candidates if _over(network.points[[one[n], two[n]]], corners, middle)}
    return frozenset(out)


def _over(ends: Floats, corners: Floats, middle: float) -> bool:
    _, line = drawn(ends)
    line[:, 0] += 360 * round((middle - float(line[:, 0].mean())) / 360)
    a, b = line[:-1, None], line[1:, None]
    c, d = corners[None, :-1], corners[None, 1:]

    def turn(p: Floats, q: Floats, r: Floats) -> Floats:
        return np.asarray(
            (q[..., 0] - p[..., 0]) * (r[..., 1] - p[..., 1]) - (q[..., 1] - p[..., 1]) * (r[..., 0] - p[..., 0])
        )

    return bool((((turn(a, b, c) > 0) != (turn(a, b, d) > 0)) & ((turn(c, d, a) > 0) != (turn(c, d, b) > 0))).any())


def keep_out(avoid: Iterable[object], stops: Sequence[Stop]) -> frozenset[int] | None:
    """Work out which half edges are shut: what is avoided, and what is closed unless it is asked for."""
    network = open_network()
    asked = {stop.passage for stop in stops if stop.passage is not None}
    names = [avoid] if isinstance(avoid, str) else list(avoid)
    kept_out = []
    for name in names:
        passage = known_as(str(name.name if isinstance(name, Place) else name))
        if passage is None:
            import difflib

            known = [each for passage in passages() for each in (passage.name, *passage.aliases)]
            near = difflib.get_close_matches(str(name), known, 3, 0.6)
            hint = f"did you mean {' or '.join(near)}?" if near else "`dateline passages` lists the passages"
            msg = f"{name!r} is no passage to avoid; {hint}"
            raise UnknownPassageError(msg)
        if passage in asked:
            msg = f"the {passage.name} is to be passed and avoided at once"
            raise NoSeaRoute(msg)
        kept_out.append(passage)
    opened = [passage for passage in asked if passage.closed]
    if not kept_out and not opened:
        return None
    shut: set[int] = set()
    for passage in passages():
        if passage in kept_out or (passage.closed and passage not in opened):
            shut |= edges_over(passage)
    return frozenset(shut) if shut != network.shut_by_default else None


@lru_cache(maxsize=4096)
def _landfall(lon: float, lat: float, name: str) -> Landfall:
    if links := _links(lon, lat):
        return _met(np.array([lon, lat]), links)
    nearest = math.inf
    for reach in (0.3, 1.2, 6.0):
        points, km = _shore(lon, lat, reach)
        if len(km):
            nearest = min(nearest, float(km[0]))
        for point in points[(km <= min(_REACH_KM, reach * 100))][:60]:
            if links := _links(*point):
                return _met(point, links)
        if reach * 100 > _REACH_KM and nearest < math.inf:
            break
    if nearest == math.inf:
        nearest = _far(lon, lat)
    where = f"the nearest sea is {nearest:,.0f} km away"
    msg = f"{name} is inland: {where}, routes start within {_REACH_KM:.0f} km of it (lakes and rivers are no sea)"
    if nearest < _REACH_KM:
        msg = f"{name} lies on a water that ships cannot reach by sea; name a port"
    raise NoSeaRoute(msg)


def _far(lon: float, lat: float) -> float:
    """How far the nearest node of the network is, for a point far inland."""
    return float(open_network().near(lon, lat, 1)[1][0])


def _met(point: Floats, links: tuple[tuple[int, float], ...]) -> Landfall:
    return Landfall(point, links, int(open_network().water[links[0][0]]))


def _links(lon: float, lat: float) -> tuple[tuple[int, float], ...]:
    """The nodes that a point sees, with their distances in km; none for a point on land."""
    network, coast = open_network(), open_coast()
    if coast.on_land(lon, lat):
        return ()
    done = 0
    for count in _LINKS:
        nodes, km = network.near(lon, lat, count)
        nodes, km = nodes[done:], km[done:]
        done = count
        ends = np.empty((2 * len(nodes) + 1, 2))
        ends[0::2] = (lon, lat)
        ends[1::2] = network.points[nodes]
        leg, line = drawn(ends)
        free = ~coast.crosses(line)
        seen = np.ones(2 * len(nodes), bool)
        np.logical_and.at(seen, leg, free)
        good = seen[0::2]
        if good.any():
            return tuple((int(n), float(d)) for n, d in zip(nodes[good], km[good], strict=True))
    return ()


def _shore(lon: float, lat: float, reach: float) -> tuple[Floats, Floats]:
    """Points a little off the coast round a point, the nearest first, and how far their coast is."""
    flat = max(math.cos(math.radians(lat)), 0.05)
    edges = open_coast().edges(lon - reach / flat, max(lat - reach, -89.9), lon + reach / flat, min(lat + reach, 89.9))
    if not len(edges):
        return np.empty((0, 2)), np.empty(0)
    scale = np.array([flat, 1.0]) * 111.195
    one, two = (edges[:, :2] - (lon, lat)) * scale, (edges[:, 2:] - (lon, lat)) * scale
    way = two - one
    share = np.clip(-(one * way).sum(axis=1) / np.maximum((way**2).sum(axis=1), 1e-12), 0, 1)
    foot = one + share[:, None] * way
    km = np.hypot(foot[:, 0], foot[:, 1])
    order = np.argsort(km, kind="stable")[:4000]
    foot, km = foot[order], km[order]
    fresh = np.concatenate([[True], (np.abs(np.diff(foot, axis=0)) > 1e-6).any(axis=1)])
    foot, km = foot[fresh], km[fresh]
    off = foot / np.maximum(km, 1e-9)[:, None] * _OFF_KM
    return (foot + off) / scale + (lon, lat), km
