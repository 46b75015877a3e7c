"""The coast's edges packed by tiles of ten degrees, and which cells have their middle on land."""

from __future__ import annotations

import lzma
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

if TYPE_CHECKING:
    from lanes_shapes import Land
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]

CELL_DEG, TILE_DEG = 0.5, 10
FILTERS = [{"id": lzma.FILTER_LZMA2, "preset": 9 | lzma.PRESET_EXTREME, "lc": 0, "lp": 0, "pb": 0}]


def _rings(document: dict[str, Any], world: int) -> list[Ints]:
    """The rings of the land in whole units of the file, unwrapped."""
    arcs = [np.cumsum(np.array(arc), axis=0) for arc in document["arcs"]]
    out = []
    for geometry in document["objects"]["land"]["geometries"]:
        for rings in geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]:
            for ids in rings:
                parts = [arcs[i] if i >= 0 else arcs[~i][::-1] for i in ids]
                ring = np.vstack([parts[0], *(part[1:] for part in parts[1:])]).astype(np.int64)
                ring[1:, 0] -= world * np.round(np.diff(ring[:, 0]) / world).astype(np.int64).cumsum()
                out.append(ring)
    return out


def packed(document: dict[str, Any], land: Land) -> dict[str, NDArray[Any]]:
    """
    Pack the coast.

    An edge is kept in every tile that it touches; its start is counted from the end of the edge before, so that along
    a run of the coast only the edges' lengths are left to store: zigzag numbers in three byte planes, compressed.
    """
    (width, height), (west, south) = document["transform"]["scale"], document["transform"]["translate"]
    world = round(360 / width)
    rows = []
    for ring in _rings(document, world):
        way = np.diff(ring, axis=0)
        rows.append(np.column_stack([ring[:-1], way])[(way != 0).any(axis=1)])
    edges = np.vstack(rows)
    edges[:, 0] %= world
    low = np.minimum(edges[:, :2], edges[:, :2] + edges[:, 2:]) * (width, height) + (
        west + 180 - 1e-7,
        south + 90 - 1e-7,
    )
    high = np.maximum(edges[:, :2], edges[:, :2] + edges[:, 2:]) * (width, height) + (
        west + 180 + 1e-7,
        south + 90 + 1e-7,
    )
    first, last = np.floor(low / TILE_DEG).astype(np.int64), np.floor(high / TILE_DEG).astype(np.int64)
    columns = 360 // TILE_DEG
    tiles: dict[int, list[Ints]] = {}
    for right, up in ((0, 0), (1, 0), (0, 1), (1, 1)):
        column, row = first[:, 0] + right, first[:, 1] + up
        there = (column <= last[:, 0]) & (row <= last[:, 1])
        number = np.flatnonzero(there)
        tile = row[number] * columns + column[number] % columns
        for one in np.unique(tile):
            own = number[tile == one]
            turn = world * (column[own] // columns)
            tiles.setdefault(int(one), []).append(
                np.column_stack([own, edges[own] - np.column_stack([turn, *[0 * turn] * 3])])
            )
    blobs = []
    for tile in range(columns * 180 // TILE_DEG):
        if tile not in tiles:
            blobs.append(b"")
            continue
        own = np.vstack(tiles[tile])
        x, y, dx, dy = own[np.argsort(own[:, 0], kind="stable"), 1:].T
        jump_x = np.diff(x, prepend=0) - np.concatenate([[0], dx[:-1]])
        jump_y = np.diff(y, prepend=0) - np.concatenate([[0], dy[:-1]])
        blobs.append(_planes(np.stack([dx, dy, jump_x, jump_y])))
    on_land = np.zeros(int(180 / CELL_DEG) * int(360 / CELL_DEG), bool)
    lon, lat = np.meshgrid(
        -180 + CELL_DEG * (np.arange(360 / CELL_DEG) + 0.5), -90 + CELL_DEG * (np.arange(180 / CELL_DEG) + 0.5)
    )
    points = shapely.points(lon.ravel(), lat.ravel())
    on_land[land.tree.query(points, predicate="intersects")[0]] = True
    on_land[lat.ravel() < south] = True  # the pole lies on land, south of the last coast
    return {
        "coast": np.frombuffer(b"".join(blobs), np.uint8),
        "coast_offset": np.concatenate([[0], np.cumsum([len(blob) for blob in blobs])]).astype(np.uint32),
        "coast_land": np.packbits(on_land),
        "coast_scale": np.array([width, height, west, south]),
    }


def _planes(numbers: Ints) -> bytes:
    zigzag = (numbers << 1) ^ (numbers >> 63)
    planes = np.stack([zigzag >> shift & 255 for shift in (0, 8, 16)], axis=1).astype(np.uint8)
    return lzma.compress(planes.tobytes(), format=lzma.FORMAT_RAW, filters=FILTERS)
