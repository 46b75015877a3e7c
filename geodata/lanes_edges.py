"""The network of sea lanes: its nodes, and the straight ways between them that touch no land."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely
from lanes_shapes import Land, corners, fatter
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components
from scipy.spatial import cKDTree

from dateline.atlas.coast import open_coast
from dateline.atlas.geodesy import EARTH_RADIUS_KM as RADIUS
from dateline.atlas.network import chords, unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]
    Bools = NDArray[np.bool_]

OPEN, NARROW, CHANNEL, SEA = range(4)  # kinds of nodes: corners by level, and points of the open sea
SAFE_KM, SAFE_LOOSE_KM = 0.04, 0.005  # no way comes nearer to the coast
CLOSE_KM, CLOSE_LOOSE_KM = 2.0, 0.06  # nearer than this it counts as close
SEA_POINTS = 90_000  # tried, evenly spread
SEA_SHARE, SEA_LEAST_KM, SEA_MOST_KM = 0.6, 100.0, 700.0  # how far apart they are: a share of the distance to land
COASTAL_KM = 20.0  # nearer to land there are none


@dataclass
class Nodes:
    """Nodes in columns; the vertices before and after a corner tell on which side its land lies."""

    kind: Ints
    rows: Floats  # lon, lat, before, after

    def __post_init__(self) -> None:
        """Work out directions."""
        self.rows[:, :2] = np.round(self.rows[:, :2], 4)
        self.points = self.rows[:, :2]
        self.vectors = unit(self.points)
        lon, lat = np.radians(self.points).T
        self.east = np.column_stack([-np.sin(lon), np.cos(lon), np.zeros(len(lon))])
        self.north = np.column_stack([-np.sin(lat) * np.cos(lon), -np.sin(lat) * np.sin(lon), np.cos(lat)])
        flat = np.cos(lat)
        self.arms = [
            np.column_stack([turned(self.rows[:, c] - self.rows[:, 0]) * flat, self.rows[:, c + 1] - self.rows[:, 1]])
            for c in (2, 4)
        ]
        self.arms = [arm / np.maximum(np.hypot(*arm.T), 1e-12)[:, None] for arm in self.arms]

    def __len__(self) -> int:
        """Count."""
        return len(self.kind)

    def take(self, which: Ints | Bools) -> Nodes:
        """Some of them."""
        return Nodes(self.kind[which], self.rows[which].copy())

    def km(self, one: Ints, two: Ints) -> Floats:
        """Distances."""
        gap = np.linalg.norm(self.vectors[one] - self.vectors[two], axis=1)
        return np.asarray(2 * np.arcsin(np.clip(gap / 2, 0, 1)) * RADIUS)

    def heading(self, one: Ints, two: Ints) -> tuple[Floats, Floats]:
        """East and north part of the direction in which a great circle leaves."""
        way = self.vectors[two] - self.vectors[one]
        east, north = (way * self.east[one]).sum(axis=1), (way * self.north[one]).sum(axis=1)
        length = np.maximum(np.hypot(east, north), 1e-15)
        return east / length, north / length

    def side(self) -> Ints:
        """The direction of each corner's land in 255 parts of a turn; 255 for a point of the sea."""
        inward = self.arms[0] + self.arms[1]
        turn = np.arctan2(inward[:, 1], inward[:, 0]) % (2 * np.pi) / (2 * np.pi)
        return np.where(self.kind == SEA, 255, np.round(turn * 255).astype(np.int64) % 255)


def turned(lon: Floats) -> Floats:
    """Longitudes in -180..180."""
    return np.asarray((lon + 180) % 360 - 180)


class Water:
    """Tests whether lines touch the land or come close to it."""

    def __init__(self, land: Land) -> None:
        self.safe = fatter(land, SAFE_KM, SAFE_LOOSE_KM)
        self.close = fatter(land, CLOSE_KM, CLOSE_LOOSE_KM)
        shapely.prepare(self.safe)
        shapely.prepare(self.close)
        self.safe_tree, self.close_tree = shapely.STRtree(self.safe), shapely.STRtree(self.close)

    def dry(self, points: Floats) -> Bools:
        """Tell which points lie on land or at its very edge."""
        out = np.zeros(len(points), bool)
        out[self.safe_tree.query(shapely.points(points), predicate="intersects")[0]] = True
        return out

    def free(self, points: Floats, one: Ints, two: Ints) -> Bools:
        """Tell which ways, drawn, touch no land."""
        out = np.ones(len(one), bool)
        for begin in range(0, len(one), 200_000):
            owner, ends = _drawn(points, one[begin : begin + 200_000], two[begin : begin + 200_000])
            hit = self.safe_tree.query(shapely.linestrings(ends), predicate="intersects")[0]
            out[begin + np.unique(owner[hit])] = False
        return out

    def share_close(self, points: Floats, one: Ints, two: Ints) -> Floats:
        """The share of each way that runs close to land."""
        owner, ends = _drawn(points, one, two)
        lines = shapely.linestrings(ends)
        length = np.hypot(*((ends[:, 1] - ends[:, 0]) * [1, 1]).T)
        which, shape = self.close_tree.query(lines, predicate="intersects")
        near = shapely.length(shapely.intersection(lines[which], self.close[shape]))
        total = np.bincount(owner, length, minlength=len(one))
        return np.clip(np.bincount(owner[which], near, minlength=len(one)) / np.maximum(total, 1e-12), 0, 1)


def _drawn(points: Floats, one: Ints, two: Ints) -> tuple[Ints, Floats]:
    """All pieces of ways as a map draws them, folded into -180..180, with the number of the way."""
    owner, ends = chords(points[one], points[two])
    ends[:, :, 0] -= 360 * np.round(ends[:, :, 0].mean(axis=1) / 360)[:, None]
    return owner, ends


def nodes_of(land: Land, water: Water, coast: Floats) -> Nodes:
    """Corners of all levels and points of the sea, those that lie near each other near each other in the table."""
    levels = corners(land)
    rows = np.vstack(levels)
    kind = np.repeat([OPEN, NARROW, CHANNEL], [len(level) for level in levels])
    wet = ~water.dry(rows[:, :2])
    sea = _sea_points(water, coast)
    rows = np.vstack([rows[wet], np.column_stack([sea, sea, sea])])
    kind = np.concatenate([kind[wet], np.full(len(sea), SEA)])
    x, y = ((rows[:, c] + (180, 90)[c]) * 16 for c in (0, 1))
    order = np.lexsort([rows[:, 1], rows[:, 0], _interleaved(x.astype(np.int64), y.astype(np.int64))])
    return Nodes(kind[order], rows[order])


def _interleaved(x: Ints, y: Ints) -> Ints:
    out = np.zeros(len(x), np.int64)
    for bit in range(13):
        out |= ((x >> bit) & 1) << (2 * bit) | ((y >> bit) & 1) << (2 * bit + 1)
    return out


def _sea_points(water: Water, coast: Floats) -> Floats:
    """Points of the open sea, the sparser the farther from land."""
    number = np.arange(SEA_POINTS)
    lat = np.degrees(np.arcsin(1 - 2 * (number + 0.5) / SEA_POINTS))
    lon = number * (180 * (3 - 5**0.5)) % 360 - 180
    points = np.column_stack([lon, lat])[(lat > -75) & (lat < 86)]
    near = np.zeros(len(points), bool)
    near[water.close_tree.query(shapely.points(points), predicate="intersects")[0]] = True
    points = points[~near]
    vectors = unit(points)
    gap, _ = cKDTree(unit(coast)).query(vectors)
    km = 2 * np.arcsin(gap / 2) * RADIUS
    apart = np.clip(SEA_SHARE * km, SEA_LEAST_KM, SEA_MOST_KM) / RADIUS
    tree = cKDTree(vectors)
    taken, blocked = [], km < COASTAL_KM
    for one in np.argsort((np.arange(len(points)) * 2654435761) % 2**32, kind="stable"):
        if not blocked[one]:
            taken.append(one)
            near_by = np.array(tree.query_ball_point(vectors[one], apart[one]))
            blocked[near_by[apart[near_by] >= apart[one] * 0.6]] = True
    return points[taken]


def _pairs(nodes: Nodes, start: Ints, end: Ints, count: int, most_km: float) -> Ints:
    """Each start with the ends nearest to it, as one number a pair."""
    if not len(start) or not len(end):
        return np.empty(0, np.int64)
    reach = 2 * np.sin(min(most_km / RADIUS / 2, 1.5))
    gap, found = cKDTree(nodes.vectors[end]).query(nodes.vectors[start], k=count, distance_upper_bound=reach)
    one, two = np.repeat(start, count), end[np.minimum(found.ravel(), len(end) - 1)]
    good = np.isfinite(gap.ravel()) & (one != two)
    one, two = one[good], two[good]
    return np.unique(np.minimum(one, two) * len(nodes) + np.maximum(one, two))


def _tangent(nodes: Nodes, one: Ints, two: Ints) -> Bools:
    """Tell whether a way leaves a corner so that a taut line may bend there; in from narrows any way may come."""
    east, north = nodes.heading(one, two)
    before, after = (east * arm[one, 1] - north * arm[one, 0] for arm in nodes.arms)
    grazing = ((before > -0.03) & (after > -0.03)) | ((before < 0.03) & (after < 0.03))
    return grazing | (nodes.kind[one] == SEA) | ((nodes.kind[one] < nodes.kind[two]) & (nodes.kind[two] != SEA))


def _in_cones(  # noqa: PLR0913, PLR0917 - ways in columns
    nodes: Nodes, one: Ints, two: Ints, km: Floats, cones: int, keep: int
) -> Bools:
    """Tell which ways are among the shortest that leave their start in the same cone of directions."""
    east, north = nodes.heading(one, two)
    cone = ((np.arctan2(north, east) + np.pi) / (2 * np.pi) * cones).astype(np.int64) % cones
    order = np.lexsort([two, km, cone, one])
    key = one[order] * cones + cone[order]
    begin = np.flatnonzero(np.concatenate([[True], key[1:] != key[:-1]]))
    rank = np.arange(len(order)) - np.repeat(begin, np.diff(np.concatenate([begin, [len(order)]])))
    out = np.zeros(len(one), bool)
    out[order[rank < keep]] = True
    return out


def edges_of(nodes: Nodes, water: Water) -> tuple[Ints, Ints]:
    """Find the ways between nodes: the taut ones, and to the next nodes all round, so that no water is cut off."""
    open_, narrow, channel, sea = (np.flatnonzero(nodes.kind == kind) for kind in range(4))
    coastal, low = np.flatnonzero(nodes.kind < SEA), np.flatnonzero(nodes.kind < CHANNEL)
    wanted = [
        _pairs(nodes, narrow, low, 60, 60), _pairs(nodes, open_, open_, 110, 900), _pairs(nodes, open_, narrow, 16, 40),
        _pairs(nodes, open_, sea, 10, 1500), _pairs(nodes, sea, open_, 70, 1500), _pairs(nodes, sea, sea, 24, 2500),
        _pairs(nodes, channel, channel, 40, 30), _pairs(nodes, channel, low, 24, 40),
    ]  # fmt: skip
    round_about = np.union1d(_pairs(nodes, coastal, coastal, 12, 150), _pairs(nodes, coastal, open_, 4, 300))
    pairs = np.unique(np.concatenate([*wanted, round_about]))
    one, two = pairs // len(nodes), pairs % len(nodes)
    taut = _tangent(nodes, one, two) & _tangent(nodes, two, one)
    kept = taut | np.isin(pairs, round_about)
    one, two, taut = one[kept], two[kept], taut[kept]
    free = water.free(nodes.points, one, two)
    one, two, taut = one[free], two[free], taut[free]
    km = nodes.km(one, two)
    kept = taut & (_in_cones(nodes, one, two, km, 24, 2) | _in_cones(nodes, two, one, km, 24, 2))
    kept |= _in_cones(nodes, one, two, km, 16, 1) | _in_cones(nodes, two, one, km, 16, 1)
    return _joined(nodes, water, one[kept], two[kept])


def _joined(nodes: Nodes, water: Water, one: Ints, two: Ints) -> tuple[Ints, Ints]:
    """Join waters that hang together through a gap that no taut way takes."""
    tree = cKDTree(nodes.vectors)
    for _ in range(4):
        label = labels(len(nodes), one, two)
        size = np.bincount(label)
        apart = np.flatnonzero((label != size.argmax()) & (size[label] >= 3))
        _, found = tree.query(nodes.vectors[apart], k=160, distance_upper_bound=60 / RADIUS)
        start, end = [], []
        for node, row in zip(apart, found, strict=True):
            others = row[row < len(nodes)]
            others = others[label[others] != label[node]][:14]
            start += [node] * len(others)
            end += others.tolist()
        first, last = np.array(start, np.int64), np.array(end, np.int64)
        free = water.free(nodes.points, first, last)
        if not free.any():
            break
        first, last = first[free], last[free]
        pairs = np.unique(np.minimum(first, last) * len(nodes) + np.maximum(first, last))
        one, two = np.concatenate([one, pairs // len(nodes)]), np.concatenate([two, pairs % len(nodes)])
    return one, two


def labels(count: int, one: Ints, two: Ints) -> Ints:
    """Number the waters that hang together."""
    graph = coo_matrix((np.ones(len(one)), (one, two)), shape=(count, count))
    return np.asarray(connected_components(graph, directed=False)[1], dtype=np.int64)


def clear(points: Floats, one: Ints, two: Ints) -> Bools:
    """
    Tell which ways do not meet the coast that ships.

    It has what polygons lose: islets that the file's grid has pressed into a line, and spikes.
    """
    out = np.zeros(len(one), bool)
    for begin in range(0, len(one), 100_000):
        owner, ends = _drawn(points, one[begin : begin + 100_000], two[begin : begin + 100_000])
        count = len(one[begin : begin + 100_000])
        out[begin : begin + count] = ~open_coast().hits(ends, owner, count)
    return out


def with_canals(
    nodes: Nodes, water: Water, one: Ints, two: Ints, courses: Sequence[Floats]
) -> tuple[Nodes, Ints, Ints, Ints]:
    """Add the canals: their courses, and free ways from both mouths; the last column tells a node's canal."""
    rows, kind, canal = [nodes.rows], [nodes.kind], [np.zeros(len(nodes), np.int64)]
    start, end, count = [one], [two], len(nodes)
    tree = cKDTree(nodes.vectors)
    for number, course in enumerate(courses, 1):
        own = np.arange(count, count + len(course))
        start.append(own[:-1])
        end.append(own[1:])
        mouths = own[[0, -1]]
        if water.dry(course[[0, -1]]).any():
            msg = f"canal {number}: a mouth lies on land"
            raise SystemExit(msg)
        every = np.vstack([nodes.points, course])
        for mouth, place in zip(mouths, course[[0, -1]], strict=True):
            _, found = tree.query(unit(place[None])[0], k=200, distance_upper_bound=100 / RADIUS)
            found = found[found < len(nodes)]
            free = water.free(every, np.full(len(found), len(nodes) + int(mouth - own[0])), found)
            start.append(found[free][:12])
            end.append(np.full(min(12, int(free.sum())), mouth))
        rows.append(np.column_stack([course] * 3))
        kind.append(np.full(len(course), SEA))
        canal.append(np.full(len(course), number))
        count += len(course)
    first, last = np.concatenate(start), np.concatenate(end)
    whole = Nodes(np.concatenate(kind), np.vstack(rows))
    return whole, np.minimum(first, last), np.maximum(first, last), np.concatenate(canal)
