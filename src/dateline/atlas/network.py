"""
The network of sea lanes: corners of the coast that see each other, points of the open sea, and the canals.

Its edges were checked against the coast when it was compiled; a way over them needs no check. The search is A* with
landmarks: distances from a few far places, compiled, say how far a node is at least.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

import numpy as np

from dateline.atlas.geodesy import EARTH_RADIUS_KM, wrap
from dateline.atlas.lanes_file import arrays
from dateline.atlas.search import Variant, search

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from dateline.atlas.search import Gate

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]

__all__ = ["Network", "drawn", "open_network", "taut", "unit"]

STEP_DEG = 0.5  # a drawn line has a point at least this often
CLOSE_WEIGHT = 0.2  # a kilometre within two kilometres of the land counts as 1.2
_SEA_POINT = 255  # in place of the side on which a corner's land lies


def unit(points: Floats) -> Floats:
    """Give the unit vectors of points (N x 2)."""
    lon, lat = np.radians(points).T
    flat = np.cos(lat)
    return np.column_stack([flat * np.cos(lon), flat * np.sin(lon), np.sin(lat)])


def drawn(knots: Floats) -> tuple[Ints, Floats]:
    """
    Lay great circles through points.

    Returns
    -------
    leg, line
        The line, unwrapped, with a point at least each half degree; for each of its legs the number of the knot it
        comes from.
    """
    knots = np.column_stack([_unwrapped(knots[:, 0]), knots[:, 1]])
    way = np.abs(np.diff(knots, axis=0)).max(axis=1)
    count = np.maximum(1, np.ceil(way / STEP_DEG - 1e-9)).astype(np.int64)
    leg = np.repeat(np.arange(len(count)), count)
    if (count == 1).all():
        return leg, knots
    place = np.arange(len(leg)) - np.repeat(np.cumsum(count) - count, count)
    vectors = unit(knots)
    angle = 2 * np.arcsin(np.clip(np.linalg.norm(np.diff(vectors, axis=0), axis=1) / 2, 0, 1))
    share, angle = place / count[leg], np.maximum(angle, 1e-12)[leg]
    one, two = np.sin((1 - share) * angle) / np.sin(angle), np.sin(share * angle) / np.sin(angle)
    between = one[:, None] * vectors[leg] + two[:, None] * vectors[leg + 1]
    lon = np.degrees(np.arctan2(between[:, 1], between[:, 0]))
    lat = np.degrees(np.arcsin(np.clip(between[:, 2], -1, 1)))
    line = np.vstack([np.column_stack([lon, lat]), knots[-1:]])
    at = place == 0
    line[:-1][at] = knots[leg[at]]
    line[:, 0] = _unwrapped(line[:, 0])
    return leg, line


def _unwrapped(lon: Floats) -> Floats:
    out = lon.copy()
    out[1:] -= 360.0 * np.cumsum(np.round(np.diff(lon) / 360.0))
    return out


class Network:
    """The graph; it keeps what was worked out for each set of shut edges."""

    def __init__(self) -> None:
        store = arrays()
        self.lon: Floats = np.cumsum(store["node_lon"].astype(np.int64)) / 1e4
        self.lat: Floats = np.cumsum(store["node_lat"].astype(np.int64)) / 1e4
        self.side = store["node_side"]
        self.water = store["node_water"]
        self.canal = store["node_canal"]
        self.size = len(self.lon)
        self.points: Floats = np.column_stack([self.lon, self.lat])
        self.vectors: Floats = unit(self.points)
        self._coarse = self.vectors.astype(np.float32)
        count = store["edge_count"].astype(np.int64)
        one = np.repeat(np.arange(self.size), count)
        two = one + store["edge_step"].astype(np.int64)
        self.half: tuple[Ints, Ints] = one, two
        close = store["edge_close"].astype(np.float64) / 255
        km = self.km(one, two)
        start, end = np.concatenate([one, two]), np.concatenate([two, one])
        order = np.argsort(start, kind="stable")
        self.half_of = np.concatenate([np.arange(len(one))] * 2)[order]
        self.end = end[order].astype(np.int32)
        self.start = start[order].astype(np.int32)
        self.first = np.concatenate([[0], np.cumsum(np.bincount(start, minlength=self.size))]).astype(np.int32)
        self._cost = np.concatenate([km * (1 + CLOSE_WEIGHT * close)] * 2)[order].astype(np.float32)
        self._seeds = [int(n) for n in store["landmark_node"]]
        low, middle, high = store["landmark_km"].astype(np.int32)
        zigzag = low | middle << 8 | high << 16
        self._landmarks = np.cumsum(zigzag >> 1 ^ -(zigzag & 1), axis=1).astype(np.float32)
        self.shut_by_default = frozenset(int(n) for n in store["edge_shut"])
        self.variant = lru_cache(maxsize=16)(self._variant)

    def km(self, one: Ints, two: Ints) -> Floats:
        """Measure edges on the sphere."""
        gap = np.linalg.norm(self.vectors[one] - self.vectors[two], axis=1)
        return np.asarray(2 * EARTH_RADIUS_KM * np.arcsin(np.clip(gap / 2, 0, 1)), dtype=np.float64)

    def near(self, lon: float, lat: float, count: int) -> tuple[Ints, Floats]:
        """Give the nodes nearest to a point, nearest first, and their distances in km."""
        here = unit(np.array([[lon, lat]]))[0]
        alike = self._coarse @ here.astype(np.float32)
        found = np.argpartition(-alike, count)[:count]
        km = 2 * EARTH_RADIUS_KM * np.arcsin(np.clip(np.linalg.norm(self.vectors[found] - here, axis=1) / 2, 0, 1))
        order = np.lexsort([found, km])
        return found[order], km[order]

    def _variant(self, shut: frozenset[int]) -> Variant:
        """Work out costs and landmarks with some edges (numbers of half edges) shut."""
        cost = self._cost
        if shut:
            cost = cost.copy()
            cost[np.isin(self.half_of, np.fromiter(shut, np.int64))] = np.inf
        if shut == self.shut_by_default:
            return Variant(self.first, self.end, cost, self._landmarks)
        from scipy.sparse import csr_matrix
        from scipy.sparse.csgraph import dijkstra

        open_ = np.isfinite(cost)
        first = np.concatenate([[0], np.cumsum(open_)])[self.first]
        graph = csr_matrix((cost[open_], self.end[open_], first), shape=(self.size, self.size))
        found = dijkstra(graph, indices=self._seeds[::2])
        return Variant(self.first, self.end, cost, np.where(np.isfinite(found), found, 65535.0).astype(np.float32))

    def way(
        self,
        starts: Sequence[tuple[int, float]],
        goals: Sequence[tuple[int, float]],
        gates: Sequence[Gate] = (),
        shut: frozenset[int] | None = None,
    ) -> tuple[list[int], float] | None:
        """
        Find the cheapest way over the network.

        Parameters
        ----------
        starts, goals
            Nodes with what it costs to come from the start to them, and from them to the goal.
        gates
            What the way must do in between, in order.
        shut
            Numbers of half edges that may not be used; None takes those shut by default.

        Returns
        -------
        way
            The nodes and the cost, or None.
        """
        variant = self.variant(self.shut_by_default if shut is None else shut)
        return search(variant, starts, goals, gates)


@cache
def open_network() -> Network:
    """Open the network, once a process."""
    return Network()


def taut(points: Floats, side: NDArray[np.generic]) -> list[bool]:
    """Tell for each point of a line whether the line bends round the land that lies on its side (255: no land)."""
    east = np.asarray(wrap(np.diff(points[:, 0])))
    lat = points[:, 1]
    flat = np.cos(np.radians((lat[1:] + lat[:-1]) / 2))
    step = np.column_stack([east * flat, np.diff(lat)])
    step /= np.maximum(np.hypot(step[:, 0], step[:, 1]), 1e-12)[:, None]
    bend = step[1:] - step[:-1]
    angle = side[1:-1].astype(np.float64) * (2 * np.pi / 255)
    inward = bend[:, 0] * np.cos(angle) + bend[:, 1] * np.sin(angle)
    return [True, *((side[1:-1] != _SEA_POINT) & (inward > 0)).tolist(), True]
