"""Which ways of the network go over the line of a passage, and where on it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

from dateline.atlas.geodesy import wrap
from dateline.atlas.network import chords

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.integer[Any]]

__all__ = ["over_lines"]

_BULGE_DEG = 3.0  # more than any way of the network runs poleward of its ends


def over_lines(lines: Iterable[Sequence[Sequence[float]]], points: Floats, one: Ints, two: Ints) -> dict[int, float]:
    """
    Find the ways, drawn as great circles, that go over lines.

    Parameters
    ----------
    lines
        Each of points ``(lon, lat)``, straight in degrees in between.
    points
        Of the nodes (N x 2).
    one, two
        Which nodes the ways join.

    Returns
    -------
    found
        Number of a way, and where on its line it goes over, from 0 to 1 (of the line's length in degrees).
    """
    out: dict[int, float] = {}
    for line in lines:
        corners = np.array([tuple(point) for point in line])
        gone = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(corners, axis=0).T))])
        for number, (start, end) in enumerate(pairwise(corners)):
            for way, share in _over(start, end, points, one, two):
                out.setdefault(way, float((gone[number] + share * (gone[number + 1] - gone[number])) / gone[-1]))
    return out


def _over(start: Floats, end: Floats, points: Floats, one: Ints, two: Ints) -> list[tuple[int, float]]:
    """The ways that cross a straight piece, and where on it."""
    middle, half = (start[0] + end[0]) / 2, abs(end[0] - start[0]) / 2 + 0.01
    begin = wrap(points[one, 0] - middle)
    stop = begin + wrap(points[two, 0] - points[one, 0])
    low = np.minimum(points[one, 1], points[two, 1]) - _BULGE_DEG
    high = np.maximum(points[one, 1], points[two, 1]) + _BULGE_DEG
    near = (low <= max(start[1], end[1])) & (high >= min(start[1], end[1]))
    near &= (np.minimum(begin, stop) <= half) & (np.maximum(begin, stop) >= -half)
    few = np.flatnonzero(near)
    if not len(few):
        return []
    owner, ends = chords(points[one[few]], points[two[few]])
    ends[:, :, 0] = middle + wrap(ends[:, :1, 0] - middle) + (ends[:, :, 0] - ends[:, :1, 0])
    way, line = ends[:, 1] - ends[:, 0], end - start
    flat = way[:, 0] * line[1] - way[:, 1] * line[0]
    off = start - ends[:, 0]
    with np.errstate(divide="ignore", invalid="ignore"):
        along_way = (off[:, 0] * line[1] - off[:, 1] * line[0]) / flat
        along_line = (off[:, 0] * way[:, 1] - off[:, 1] * way[:, 0]) / flat
    met = (along_way >= 0) & (along_way <= 1) & (along_line >= 0) & (along_line <= 1)
    return [(int(few[owner[n]]), float(along_line[n])) for n in np.flatnonzero(met)]
