"""Where a route meets the network: the nearest point on the water, and the nodes that it sees."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from dateline.atlas.coast import open_coast
from dateline.atlas.network import chords, open_network
from dateline.atlas.refusals import NoSeaRoute

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

__all__ = ["SEAS", "Landfall", "landfall"]

_REACH_KM = 60.0
_OFF_KM = 0.05  # a line begins this far off the coast
_LINKS = (24, 96)  # nodes tried, the nearest first
_APART_KM = 0.3  # points of the coast tried lie this far apart at least
_TRIED = 40
SEAS = ("the ocean", "the Caspian Sea")  # by number


@dataclass(frozen=True, slots=True)
class Landfall:
    """
    Where a route meets the network.

    Attributes
    ----------
    point
        On the water; None where any of the nodes will do.
    links
        Nodes, and what it costs to reach them.
    water
        Number of the sea.
    """

    point: Floats | None
    links: tuple[tuple[int, float], ...]
    water: int


@lru_cache(maxsize=4096)
def landfall(lon: float, lat: float, name: str) -> Landfall:
    """
    Find where a route to or from a point meets the network.

    Parameters
    ----------
    lon, lat
        Degrees.
    name
        For the message of a refusal.

    Raises
    ------
    NoSeaRoute
        The point lies too far from the sea, or on a water that no lane reaches.
    """
    if links := _links(lon, lat):
        return _met(np.array([lon, lat]), links)
    nearest, tried_km = math.inf, -1.0
    for reach_km in (20.0, _REACH_KM):
        points, km = _shore(lon, lat, reach_km / 100)
        if len(km):
            nearest = min(nearest, float(km[0]))
        for point in _thinned(points[(km > tried_km) & (km <= reach_km)]):
            if links := _links(*point):
                return _met(point, links)
        tried_km = reach_km
    if nearest == math.inf:
        nearest = _far(lon, lat)
    where = f"the nearest sea is {nearest:,.0f} km away"
    msg = f"{name} is inland: {where}, routes start within {_REACH_KM:.0f} km of it (lakes and rivers are no sea)"
    if nearest < _REACH_KM:
        msg = f"{name} lies on a water that ships cannot reach by sea; name a port"
    raise NoSeaRoute(msg, cause="shut_in" if nearest < _REACH_KM else "inland", of=(name,))


def _thinned(points: Floats) -> list[Floats]:
    """Leave out points that lie close to one before them."""
    out: list[Floats] = []
    apart = _APART_KM / 111.195
    for point in points:
        flat = math.cos(math.radians(point[1]))
        if all(abs(point[0] - o[0]) * flat > apart or abs(point[1] - o[1]) > apart for o in out):
            out.append(point)
            if len(out) == _TRIED:
                break
    return out


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
    done: set[int] = set()
    for count in _LINKS:
        # The next nodes are for a harbour's bends, those of the trunk lanes for the way out.
        pairs = [network.near(lon, lat, count), network.near(lon, lat, count, trunk=True)]
        wanted = {int(n): float(d) for nodes, km in pairs for n, d in zip(nodes, km, strict=True) if int(n) not in done}
        if not wanted:
            continue
        done |= set(wanted)
        ends = network.points[list(wanted)]
        owner, pieces = chords(np.broadcast_to([lon, lat], ends.shape), ends)
        # In a closed bay every line ends at the near shore: the first piece of each tells, and few need the rest.
        begins = np.concatenate([[True], owner[1:] != owner[:-1]])
        blocked = coast.hits(pieces[begins], owner[begins], len(ends))
        rest = ~begins & ~blocked[owner]
        blocked |= coast.hits(pieces[rest], owner[rest], len(ends))
        if not blocked.all():
            return tuple(link for link, shut in zip(wanted.items(), blocked.tolist(), strict=True) if not shut)
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
