"""Pack shapes small and unpack them fast: whole numbers, differences, byte planes, zlib."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray
    from shapely import MultiLineString, MultiPolygon

__all__ = ["pack", "unpack"]

# Layout, as int32 before packing: kind (0 polygons, 1 lines), decimals, number of parts, rings of each part, points of
# each ring, then all x as differences, then all y. A ring's first difference is from the last point of the one before.
_LINES = 1


def _planes(numbers: NDArray[np.int32]) -> bytes:
    """The numbers zigzagged (small ones near zero) with their first bytes first: zlib then sees long runs."""
    zigzag = ((numbers << 1) ^ (numbers >> 31)).astype("<u4")
    return zigzag.view(np.uint8).reshape(-1, 4).T.tobytes()


def _numbers(planes: bytes) -> NDArray[np.int32]:
    zigzag = np.ascontiguousarray(np.frombuffer(planes, np.uint8).reshape(4, -1).T).view("<u4").ravel()
    return ((zigzag >> 1) ^ (-(zigzag & 1).astype(np.int32)).view(np.uint32)).view(np.int32)


def pack(parts: Iterable[list[NDArray[np.int32]]], *, decimals: int, lines: bool = False) -> bytes:
    """
    Pack rings or lines of whole numbers.

    Parameters
    ----------
    parts
        Polygons as lists of rings (shell first), or lines as lists of one; each an array of (lon, lat) rows in units of
        ``10**-decimals`` degrees. A polygon's rings are closed.
    decimals
        Kept in the bytes.
    lines
        Whether the parts are lines.

    Returns
    -------
    packed
        Equal parts give equal bytes.

    Examples
    --------
    >>> ring = np.array([[0, 0], [10, 0], [10, 10], [0, 0]], np.int32)
    >>> unpack(pack([[ring]], decimals=1)).wkt
    'MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)))'
    """
    parts = list(parts)
    rings = [ring for part in parts for ring in part]
    head = np.array([int(lines), decimals, len(parts), *map(len, parts), *map(len, rings)], np.int32)
    flat = np.vstack(rings).astype(np.int32) if rings else np.zeros((0, 2), np.int32)
    steps = np.diff(flat, axis=0, prepend=np.zeros((1, 2), np.int32)).astype(np.int32)
    body = _planes(np.concatenate([head, steps[:, 0], steps[:, 1]]))
    return zlib.compress(body, 9)


def unpack(packed: bytes) -> MultiPolygon | MultiLineString:
    """
    Make the shape that `pack` packed.

    Parameters
    ----------
    packed
        What `pack` gave.

    Returns
    -------
    geometry
        A MultiPolygon or MultiLineString in degrees.
    """
    import shapely

    numbers = _numbers(zlib.decompress(packed))
    lines, decimals, count = (int(n) for n in numbers[:3])
    rings_of = numbers[3 : 3 + count]
    total = int(rings_of.sum())
    points_of = numbers[3 + count : 3 + count + total]
    steps = numbers[3 + count + total :].reshape(2, -1)
    xy = np.cumsum(steps, axis=1).T / 10**decimals
    ring_of_point = np.repeat(np.arange(total), points_of)
    if lines == _LINES:
        return shapely.MultiLineString(list(shapely.linestrings(xy, indices=ring_of_point)))
    rings = shapely.linearrings(xy, indices=ring_of_point)
    return shapely.MultiPolygon(list(shapely.polygons(rings, indices=np.repeat(np.arange(count), rings_of))))
