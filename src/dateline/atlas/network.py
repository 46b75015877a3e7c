"""
The network of sea lanes: corners of the coast that see each other, points of the open sea, and the canals.

Its edges were checked against the coast when it was compiled; a way over them needs no check. The search is A* with
landmarks: distances from a few far places, compiled, say how far a node is at least.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

import numpy as np

from dateline.atlas.geodesy import EARTH_RADIUS_KM, inverse_mercator, mercator, wrap
from dateline.atlas.lanes_file import arrays
from dateline.atlas.search import Variant, search

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from dateline.atlas.search import Gate

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]

__all__ = ["Network", "chords", "drawn", "open_network", "taut", "unit"]

STEP_DEG = 0.5  # a drawn line has a point at least this often
CLOSE_WEIGHT = 0.2  # a kilometre within two kilometres of the land counts as 1.2
LANDMARK_KM = 4  # distances from landmarks are stored in such steps
_FAR_KM = 65535  # stands for no way at all
_CLOSE_STEPS = 15  # in which the share of an edge close to land is stored
_REACH_KM, _FARTHEST = 8, 255  # a node's reach is stored in such steps; the last is any
_REACH_ROOM, _REACH_LEAST_KM = 1.3, 50.0  # reaches were sampled: some are longer
_TRUNK_KM = 100.0  # a node that reaches so far lies on a trunk lane
_STRAIGHT = 0.015  # radians: to pull out a bend as slight as this gains a few metres
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
    angle = 2 * np.arcsin(np.minimum(np.linalg.norm(np.diff(vectors, axis=0), axis=1) / 2, 1))
    share, angle = place / count[leg], np.maximum(angle, 1e-12)[leg]
    one, two = np.sin((1 - share) * angle) / np.sin(angle), np.sin(share * angle) / np.sin(angle)
    between = one[:, None] * vectors[leg] + two[:, None] * vectors[leg + 1]
    lon = np.degrees(np.arctan2(between[:, 1], between[:, 0]))
    lat = np.degrees(np.arcsin(np.maximum(np.minimum(between[:, 2], 1), -1)))
    line = np.vstack([np.column_stack([lon, lat]), knots[-1:]])
    at = place == 0
    line[:-1][at] = knots[leg[at]]
    line[:, 0] = _unwrapped(line[:, 0])
    return leg, line


def chords(start: Floats, end: Floats) -> tuple[Ints, Floats]:
    """
    Lay a great circle from each start to its end, as `drawn` does, and cut it into pieces straight in degrees.

    Returns
    -------
    owner, ends
        For each piece the number of its great circle, and its two ends (M x 2 x 2), near the start's longitude.
    """
    east = wrap(end[:, 0] - start[:, 0])
    way = np.maximum(np.abs(east), np.abs(end[:, 1] - start[:, 1]))
    count = np.maximum(1, np.ceil(way / STEP_DEG - 1e-9)).astype(np.int64)
    owner = np.repeat(np.arange(len(count)), count)
    place = np.arange(len(owner)) - np.repeat(np.cumsum(count) - count, count)
    one, two = unit(start), unit(end)
    angle = np.maximum(2 * np.arcsin(np.minimum(np.linalg.norm(two - one, axis=1) / 2, 1)), 1e-12)[owner]
    share = place / count[owner]
    weight = np.sin((1 - share) * angle) / np.sin(angle), np.sin(share * angle) / np.sin(angle)
    between = weight[0][:, None] * one[owner] + weight[1][:, None] * two[owner]
    lon = np.degrees(np.arctan2(between[:, 1], between[:, 0]))
    lat = np.degrees(np.arcsin(np.maximum(np.minimum(between[:, 2], 1), -1)))
    at = place == 0
    lon[at], lat[at] = start[:, 0], start[:, 1]
    lon = start[owner, 0] + wrap(lon - start[owner, 0])
    last = place == count[owner] - 1
    next_lon, next_lat = np.roll(lon, -1), np.roll(lat, -1)
    next_lon[last], next_lat[last] = start[:, 0] + east, end[:, 1]
    lon = next_lon - wrap(next_lon - lon)
    long = np.maximum(np.abs(next_lon - lon), np.abs(next_lat - lat)) > STEP_DEG / 4
    if not long.any():
        return owner, np.stack([np.column_stack([lon, lat]), np.column_stack([next_lon, next_lat])], axis=1)
    half_lon = (lon + next_lon) / 2
    half_lat = inverse_mercator((mercator(lat) + mercator(next_lat)) / 2)
    half_lon, half_lat = np.where(long, half_lon, next_lon), np.where(long, half_lat, next_lat)
    first = np.stack([np.column_stack([lon, lat]), np.column_stack([half_lon, half_lat])], axis=1)
    rest = np.stack([np.column_stack([half_lon, half_lat]), np.column_stack([next_lon, next_lat])], axis=1)[long]
    return np.concatenate([owner, owner[long]]), np.concatenate([first, rest])


def _unwrapped(lon: Floats) -> Floats:
    out = lon.copy()
    out[1:] -= 360.0 * np.cumsum(np.round(np.diff(lon) / 360.0))
    return out


def _whole(planes: NDArray[np.generic]) -> NDArray[np.int32]:
    """Whole numbers from zigzag numbers in three byte planes."""
    zigzag: NDArray[np.int32] = planes[2].astype(np.int32)
    for plane in (planes[1], planes[0]):
        zigzag <<= 8
        zigzag |= plane.astype(np.int32)
    return (zigzag >> 1) ^ -(zigzag & 1)


class Network:
    """The graph; it keeps what was worked out for each set of shut edges."""

    def __init__(self) -> None:
        store = arrays()
        self.lon: Floats = np.cumsum(_whole(store["node_lon"])) / 1e4
        self.lat: Floats = np.cumsum(_whole(store["node_lat"])) / 1e4
        self.side = store["node_side"]
        self.water = store["node_water"]
        self.canal = store["node_canal"]
        self.size = len(self.lon)
        self.points: Floats = np.column_stack([self.lon, self.lat])
        self.vectors: Floats = unit(self.points)
        self._coarse = self.vectors.astype(np.float32)
        self._rows(store)
        steps = np.cumsum(_whole(store["landmark_km"]), axis=1).astype(np.float32)
        self._landmarks = np.where(
            steps == _FAR_KM // LANDMARK_KM, np.float32(_FAR_KM), steps * LANDMARK_KM + LANDMARK_KM / 2
        )
        reach = store["node_reach"].astype(np.float32)
        self.reach = np.where(reach == _FARTHEST, np.inf, reach * _REACH_KM * _REACH_ROOM + _REACH_LEAST_KM).astype(
            np.float32
        )
        self._trunk: Ints = np.flatnonzero(reach * _REACH_KM >= _TRUNK_KM)
        self._trunk_coarse = self._coarse[self._trunk]
        self.shut_by_default = frozenset(int(n) for n in store["edge_shut"])
        self.seen: dict[tuple[tuple[float, ...], tuple[float, ...]], bool] = {}
        self.variant = lru_cache(maxsize=16)(self._variant)

    def _rows(self, store: dict[str, NDArray[np.generic]]) -> None:
        """Lay the edges out in both directions, those of a node together."""
        higher = store["edge_count"].astype(np.int32)
        one = np.repeat(np.arange(self.size, dtype=np.int32), higher)
        two = one + _whole(store["edge_step"])
        self.half: tuple[NDArray[np.int32], NDArray[np.int32]] = one, two
        lower = np.bincount(two, minlength=self.size).astype(np.int32)
        first = np.concatenate([[0], np.cumsum(lower + higher)]).astype(np.int32)
        back = np.argsort(two, kind="stable").astype(np.int32)
        number = np.arange(len(one), dtype=np.int32)
        ahead_at = number + (first[:-1] + lower - np.cumsum(higher) + higher).astype(np.int32)[one]
        back_at = number + (first[:-1] - np.cumsum(lower) + lower).astype(np.int32)[two[back]]
        apart = self._coarse[one]
        apart -= self._coarse[two]
        gap = np.sqrt(np.einsum("ij,ij->i", apart, apart))
        close = store["edge_close"].astype(np.float32) * np.float32(CLOSE_WEIGHT / _CLOSE_STEPS)
        cost = np.arcsin(gap / 2) * np.float32(2 * EARTH_RADIUS_KM) * (1 + close)
        self.first = first
        self.end = np.empty(2 * len(one), np.int32)
        self._half_of = np.empty(2 * len(one), np.int32)
        self._cost = np.empty(2 * len(one), np.float32)
        for at, end, half in ((ahead_at, two, number), (back_at, one[back], back)):
            self.end[at], self._half_of[at], self._cost[at] = end, half, cost[half]

    def near(self, lon: float, lat: float, count: int, *, trunk: bool = False) -> tuple[Ints, Floats]:
        """Give the nodes nearest to a point (those of the trunk lanes alone, if asked) and their distances in km."""
        here = unit(np.array([[lon, lat]]))[0]
        alike = (self._trunk_coarse if trunk else self._coarse) @ here.astype(np.float32)
        found = np.argpartition(-alike, count)[:count]
        found = self._trunk[found] if trunk else found
        km = 2 * EARTH_RADIUS_KM * np.arcsin(np.clip(np.linalg.norm(self.vectors[found] - here, axis=1) / 2, 0, 1))
        order = np.lexsort([found, km])
        return found[order], km[order]

    def _variant(self, shut: frozenset[int]) -> Variant:
        """Shut some edges (numbers of half edges)."""
        closed = np.zeros(len(self.half[0]), bool)
        closed[list(shut)] = True
        cost = np.where(closed[self._half_of], np.float32(np.inf), self._cost)
        # Shutting more makes ways longer, and what the landmarks promise stays true; opening what was shut does not.
        landmarks = self._landmarks if shut >= self.shut_by_default else None
        return Variant(self.first, self.end, cost, self.vectors, landmarks, self.reach)

    def way(
        self,
        starts: tuple[tuple[int, float], ...],
        goals: tuple[tuple[int, float], ...],
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
        return search(variant, starts, goals, gates) if starts and goals else None


@cache
def open_network() -> Network:
    """Open the network, once a process."""
    return Network()


def taut(points: Floats, side: NDArray[np.generic]) -> list[bool]:
    """Tell for each point of a line whether the line runs straight, or bends round the land on its side (255: none)."""
    east = np.asarray(wrap(np.diff(points[:, 0])))
    lat = points[:, 1]
    flat = np.cos(np.radians((lat[1:] + lat[:-1]) / 2))
    step = np.column_stack([east * flat, np.diff(lat)])
    step /= np.maximum(np.hypot(step[:, 0], step[:, 1]), 1e-12)[:, None]
    bend = step[1:] - step[:-1]
    angle = side[1:-1].astype(np.float64) * (2 * np.pi / 255)
    inward = bend[:, 0] * np.cos(angle) + bend[:, 1] * np.sin(angle)
    straight = np.hypot(bend[:, 0], bend[:, 1]) < _STRAIGHT
    return [True, *(straight | ((side[1:-1] != _SEA_POINT) & (inward > 0))).tolist(), True]
