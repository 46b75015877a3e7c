"""
The coast, exactly: whether a point is on land, whether a line crosses the coast, what coast is near.

Lines are taken as a map draws them, straight in the Mercator plane between their points. The coast is decoded in tiles
of ten degrees, each when it is first needed.
"""

from __future__ import annotations

import lzma
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from dateline.atlas.geodesy import inverse_mercator, mercator
from dateline.atlas.lanes_file import arrays

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]
    Bools = NDArray[np.bool_]

__all__ = ["Coast", "open_coast", "pieces"]

_CELL = 0.5  # degrees
_COLS, _ROWS = 720, 360
_SIDE = 20  # cells along a side of a tile
_TILE_COLS = _COLS // _SIDE
_PIECE_DEG = 0.25
_CORNER = np.array([180.0, 90.0])
_NULL_ISLAND = 0.006  # degrees around 0° 0°, where Natural Earth draws an island that is none
_FILTERS = [{"id": lzma.FILTER_LZMA2, "preset": 9 | lzma.PRESET_EXTREME, "lc": 0, "lp": 0, "pb": 0}]


def pieces(line: Floats, step: float = _PIECE_DEG) -> tuple[Ints, Floats]:
    """
    Cut a line, straight in Mercator between its points, into pieces that are as good as straight in degrees.

    Parameters
    ----------
    line
        N x 2, unwrapped.
    step
        The greatest length of a piece in degrees of longitude or latitude.

    Returns
    -------
    leg, ends
        For each piece the number of the leg it belongs to, and its two ends (M x 2 x 2).
    """
    start, way = line[:-1], np.diff(line, axis=0)
    count = np.maximum(1, np.ceil(np.abs(way).max(axis=1) / step - 1e-9)).astype(np.int64)
    if (count == 1).all():
        return np.arange(len(start)), np.stack([line[:-1], line[1:]], axis=1)
    leg = np.repeat(np.arange(len(start)), count)
    place = np.arange(len(leg)) - np.repeat(np.cumsum(count) - count, count)
    y = mercator(line[:, 1])
    ends = []
    for shift in (0, 1):
        share = (place + shift) / count[leg]
        lat = inverse_mercator(y[leg] + share * (y[leg + 1] - y[leg]))
        ends.append(np.column_stack([start[leg, 0] + share * way[leg, 0], lat]))
    return leg, np.stack(ends, axis=1)


class Coast:
    """The edges of the land, by cells of half a degree; it keeps the tiles that were decoded."""

    def __init__(self) -> None:
        store = arrays()
        self._blob = store["coast"]
        self._offset = store["coast_offset"].astype(np.int64)
        self._loaded: Bools = np.diff(self._offset) == 0
        self._land: Bools = np.unpackbits(store["coast_land"].astype(np.uint8))[: _COLS * _ROWS].astype(bool)
        self._scale = store["coast_scale"]
        self._first: NDArray[np.int32] = np.zeros(_COLS * _ROWS, np.int32)
        self._count: NDArray[np.int32] = np.zeros(_COLS * _ROWS, np.int32)
        self._edges: Floats = np.empty((1 << 14, 4))
        self._used = 0

    def _load(self, tile: int) -> None:
        """Decode the edges of a tile: zigzag numbers in three byte planes, as differences along the coast."""
        packed = self._blob[self._offset[tile] : self._offset[tile + 1]].tobytes()
        raw = lzma.decompress(packed, format=lzma.FORMAT_RAW, filters=_FILTERS)
        planes = np.frombuffer(raw, np.uint8).reshape(4, 3, -1).astype(np.int64)
        zigzag = planes[:, 0] | planes[:, 1] << 8 | planes[:, 2] << 16
        dx, dy, jump_x, jump_y = zigzag >> 1 ^ -(zigzag & 1)
        x = np.cumsum(jump_x + np.concatenate([[0], dx[:-1]]))
        y = np.cumsum(jump_y + np.concatenate([[0], dy[:-1]]))
        width, height, west, south = self._scale
        edges = np.column_stack(
            [x * width + west, y * height + south, (x + dx) * width + west, (y + dy) * height + south]
        )
        edges = edges[(np.abs(edges) > _NULL_ISLAND).any(axis=1)]
        if not len(edges):
            self._loaded[tile] = True
            return
        row, col = divmod(tile, _TILE_COLS)
        corner = np.array([col, row]) * _SIDE
        # An edge is listed in every cell that its box touches, with a hair of room.
        low, high = np.minimum(edges[:, :2], edges[:, 2:]), np.maximum(edges[:, :2], edges[:, 2:])
        first = np.floor((low + _CORNER - 1e-9) / _CELL).astype(np.int64) - corner
        last = np.floor((high + _CORNER + 1e-9) / _CELL).astype(np.int64) - corner
        first, last = np.clip(first, 0, _SIDE - 1), np.clip(last, 0, _SIDE - 1)
        wide = last - first + 1
        times = wide[:, 0] * wide[:, 1]
        which = np.repeat(np.arange(len(edges)), times)
        place = np.arange(len(which)) - np.repeat(np.cumsum(times) - times, times)
        cell_col = corner[0] + first[which, 0] + place % wide[which, 0]
        cell = (corner[1] + first[which, 1] + place // wide[which, 0]) * _COLS + cell_col
        order = np.argsort(cell, kind="stable")
        cell = cell[order]
        begin = np.flatnonzero(np.concatenate([[True], cell[1:] != cell[:-1]]))
        self._first[cell[begin]] = begin + self._used
        self._count[cell[begin]] = np.diff(np.concatenate([begin, [len(cell)]]))
        while self._used + len(order) > len(self._edges):
            self._edges = np.concatenate([self._edges, np.empty_like(self._edges)])
        self._edges[self._used : self._used + len(order)] = edges[which[order]]
        self._used += len(order)
        self._loaded[tile] = True

    def _gather(self, cell: Ints) -> tuple[Ints, Ints]:
        """For cells (numbered by column and row) the pairs of position in the list given and number of an edge."""
        tile = (cell // _COLS // _SIDE) * _TILE_COLS + cell % _COLS // _SIDE
        if not self._loaded[tile].all():
            for number in np.unique(tile[~self._loaded[tile]]):
                self._load(int(number))
        first, count = self._first[cell], self._count[cell]
        total = int(count.sum())
        if not total:
            return np.empty(0, np.int64), np.empty(0, np.int64)
        which = np.repeat(np.arange(len(cell)), count)
        return which, np.arange(total) - np.repeat(np.cumsum(count) - count - first, count)

    def edges(self, west: float, south: float, east: float, north: float) -> Floats:
        """Give the edges (lon, lat, lon, lat) of all cells that a box touches, their longitudes near the box."""
        cols = np.arange(np.floor((west + 180) / _CELL), np.floor((east + 180) / _CELL) + 1).astype(np.int64)
        rows = np.arange(
            max(0, np.floor((south + 90) / _CELL)), min(_ROWS - 1, np.floor((north + 90) / _CELL)) + 1
        ).astype(np.int64)
        cells = (rows[:, None] * _COLS + cols % _COLS).ravel()
        turn = np.broadcast_to(360.0 * (cols // _COLS), (len(rows), len(cols))).ravel()
        which, number = self._gather(cells)
        out = self._edges[number]
        out[:, 0] += turn[which]
        out[:, 2] += turn[which]
        return out

    def on_land(self, lon: float, lat: float) -> bool:
        """Tell whether a point lies on land."""
        lon = (lon + 180) % 360 - 180
        col, row = min(int((lon + 180) / _CELL), _COLS - 1), min(max(int((lat + 90) / _CELL), 0), _ROWS - 1)
        middle = np.array([(col + 0.5) * _CELL - 180, (row + 0.5) * _CELL - 90])
        _, number = self._gather(np.array([row * _COLS + col]))
        edges = self._edges[number]
        crossed = _proper(np.array([[lon, lat, *middle]]), edges).sum() if len(edges) else 0
        return bool(self._land[row * _COLS + col]) != bool(crossed % 2)

    def crosses(self, line: Floats) -> Bools:
        """Tell for each leg of a line, as drawn, whether it meets the coast."""
        leg, ends = pieces(line)
        return self.hits(ends, leg, len(line) - 1)

    def hits(self, ends: Floats, owner: Ints, owners: int) -> Bools:
        """Tell for each owner of pieces (M x 2 x 2, each short) whether one of them meets the coast."""
        low, high = ends.min(axis=1), ends.max(axis=1)
        first = np.floor((low + _CORNER) / _CELL).astype(np.int64)
        last = np.floor((high + _CORNER) / _CELL).astype(np.int64)
        parts, cells, cols = [], [], []
        wide, high_ = last[:, 0] > first[:, 0], last[:, 1] > first[:, 1]
        for right, up in ((0, 0), (1, 0), (0, 1), (1, 1)):
            there = (wide | (right == 0)) & (high_ | (up == 0))
            number = np.flatnonzero(there)
            col = first[number, 0] + right
            parts.append(number)
            cols.append(col)
            cells.append(np.clip(first[number, 1] + up, 0, _ROWS - 1) * _COLS + col % _COLS)
        part, col, cell = np.concatenate(parts), np.concatenate(cols), np.concatenate(cells)
        which, number = self._gather(cell)
        out = np.zeros(owners, bool)
        if len(which):
            piece = part[which]
            segment = ends[piece].reshape(-1, 4)
            turn = 360.0 * (col[which] // _COLS)
            segment[:, 0] -= turn
            segment[:, 2] -= turn
            out[owner[piece[_meet(segment, self._edges[number])]]] = True
        return out


def _meet(one: Floats, two: Floats) -> Bools:
    """Tell for each pair of segments whether they cross or touch."""
    ax, ay, bx, by = one.T
    cx, cy, dx, dy = two.T
    ux, uy, vx, vy = bx - ax, by - ay, dx - cx, dy - cy
    c, d = ux * (cy - ay) - uy * (cx - ax), ux * (dy - ay) - uy * (dx - ax)
    a, b = vx * (ay - cy) - vy * (ax - cx), vx * (by - cy) - vy * (bx - cx)
    return np.asarray((c * d <= 0) & (a * b <= 0) & ((a != b) | (c != d)))


def _proper(one: Floats, two: Floats) -> Bools:
    """Tell for each edge whether a segment crosses it; an end shared by two edges counts once."""
    ax, ay, bx, by = one.T
    cx, cy, dx, dy = two.T
    ux, uy, vx, vy = bx - ax, by - ay, dx - cx, dy - cy
    c, d = ux * (cy - ay) - uy * (cx - ax), ux * (dy - ay) - uy * (dx - ax)
    a, b = vx * (ay - cy) - vy * (ax - cx), vx * (by - cy) - vy * (bx - cx)
    return np.asarray(((c >= 0) != (d >= 0)) & (a * b < 0))


@cache
def open_coast() -> Coast:
    """Open the coast, once a process."""
    return Coast()
