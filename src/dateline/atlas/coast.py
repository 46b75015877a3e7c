"""
The coast, exactly: whether a point is on land, whether a line crosses the coast, what coast is near.

Lines are taken as a map draws them, straight in the Mercator plane between their points. The coast is decoded in tiles
of ten degrees, each when it is first needed.
"""

from __future__ import annotations

import zlib
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
_TILE = _SIDE * _SIDE
_TILE_COLS = _COLS // _SIDE
_PIECE_DEG = 0.25
_CORNER = np.array([180.0, 90.0])


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
        self._blob = store["coast"].tobytes()
        self._offset = store["coast_offset"].astype(np.int64)
        count = store["coast_count"].astype(np.int64)
        self._first: Ints = np.concatenate([[0], np.cumsum(count)])
        self._edges: Floats = np.empty((int(self._first[-1]), 4))
        self._loaded: Bools = np.diff(self._offset) == 0
        self._land: Bools = np.unpackbits(store["coast_land"].astype(np.uint8))[: _COLS * _ROWS].astype(bool)
        self._scale = store["coast_scale"]

    def _load(self, tile: int) -> None:
        """Decode the edges of a tile: zigzag numbers in three byte planes, as differences along the coast."""
        raw = zlib.decompress(self._blob[self._offset[tile] : self._offset[tile + 1]])
        planes = np.frombuffer(raw, np.uint8).reshape(4, 3, -1).astype(np.int64)
        zigzag = planes[:, 0] | planes[:, 1] << 8 | planes[:, 2] << 16
        dx, dy, jump_x, jump_y = zigzag >> 1 ^ -(zigzag & 1)
        x = np.cumsum(jump_x + np.concatenate([[0], dx[:-1]]))
        y = np.cumsum(jump_y + np.concatenate([[0], dy[:-1]]))
        width, height, west, south, _ = self._scale
        begin = self._first[tile * _TILE]
        self._edges[begin : begin + len(x)] = np.column_stack(
            [x * width + west, y * height + south, (x + dx) * width + west, (y + dy) * height + south]
        )
        self._loaded[tile] = True

    def _gather(self, cell: Ints) -> tuple[Ints, Ints]:
        """For cells (numbered by column and row) the pairs of position in the list given and number of an edge."""
        col, row = cell % _COLS, cell // _COLS
        tile = (row // _SIDE) * _TILE_COLS + col // _SIDE
        place = tile * _TILE + (row % _SIDE) * _SIDE + col % _SIDE
        first, count = self._first[place], self._first[place + 1] - self._first[place]
        total = int(count.sum())
        if not total:
            return np.empty(0, np.int64), np.empty(0, np.int64)
        for number in np.unique(tile[count > 0]):
            if not self._loaded[number]:
                self._load(int(number))
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
