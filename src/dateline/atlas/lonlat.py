"""
Points and lines in degrees: their shape, and how they cross the antimeridian.

Points are ``(lon, lat)``, lines are N x 2 arrays of such points. A line is *unwrapped* when its longitudes never jump:
they may then leave -180..180.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from dateline.errors import DatelineError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import ArrayLike, NDArray

    Line = NDArray[np.float64]

__all__ = ["GeodesyError", "line_from_points", "split_antimeridian", "unwrap", "unwrap_line", "wrap"]


class GeodesyError(DatelineError):
    """A point or a line that is none: not finite, off the globe, or of the wrong shape."""


def line_from_points(points: ArrayLike) -> Line:
    """
    Check that points are positions on the globe, longitude first.

    Parameters
    ----------
    points
        N x 2 numbers; longitudes may leave -180..180, latitudes may not leave -90..90.

    Returns
    -------
    line
        The points as an array of floats. Empty in, empty out.

    Raises
    ------
    GeodesyError
        The numbers are no N x 2 array, are not finite, or a latitude is beyond 90 degrees.

    Examples
    --------
    >>> line_from_points([(121.5, 25.0)]).tolist()
    [[121.5, 25.0]]
    >>> line_from_points([(25.0, 121.5)])
    Traceback (most recent call last):
    dateline.atlas.lonlat.GeodesyError: latitude 121.5 is not in -90..90: points are (longitude, latitude)
    """
    try:
        line = np.array(points, dtype=np.float64)
    except (TypeError, ValueError):
        msg = f"{points!r} is no list of (longitude, latitude) pairs"
        raise GeodesyError(msg) from None
    if line.size == 0:
        return line.reshape(0, 2)
    if line.ndim != 2 or line.shape[1] != 2:
        msg = f"a line is an N x 2 array of (longitude, latitude), not one of shape {line.shape}"
        raise GeodesyError(msg)
    if not np.isfinite(line).all():
        msg = f"{line[~np.isfinite(line).all(axis=1)][0].tolist()} is no position: both numbers must be finite"
        raise GeodesyError(msg)
    if (beyond := np.abs(line[:, 1]) > 90).any():
        msg = f"latitude {line[beyond][0, 1]:g} is not in -90..90: points are (longitude, latitude)"
        raise GeodesyError(msg)
    return line


def wrap(lon: ArrayLike) -> NDArray[np.float64]:
    """
    Bring longitudes into [-180, 180).

    Examples
    --------
    >>> wrap([190.0, -180.0, 180.0]).tolist()
    [-170.0, -180.0, -180.0]
    """
    return (np.asarray(lon, dtype=np.float64) + 180.0) % 360.0 - 180.0


def unwrap(lon: ArrayLike, *, around: float | None = None) -> NDArray[np.float64]:
    """
    Shift longitudes by whole turns so that a line does not jump at the antimeridian.

    Parameters
    ----------
    lon
        Longitudes in degrees, in the order of the line.
    around
        A page's central meridian: the first point lands within 180 degrees of it. None leaves the first point.

    Returns
    -------
    lon
        Longitudes in degrees, possibly beyond 180; neighbours differ by at most 180. Empty in, empty out.

    Examples
    --------
    >>> unwrap([170.0, -175.0]).tolist()
    [170.0, 185.0]
    >>> unwrap([170.0, -175.0], around=-160).tolist()
    [-190.0, -175.0]
    """
    out: NDArray[np.float64] = np.array(lon, dtype=np.float64)
    if out.size == 0:
        return out
    if around is not None:
        out[0] += 360.0 * np.round((around - out[0]) / 360.0)
        out[1:] += out[0] - np.asarray(lon, dtype=np.float64)[0]
    out[1:] -= 360.0 * np.cumsum(np.round(np.diff(out) / 360.0))
    return out


def unwrap_line(line: ArrayLike, *, around: float | None = None) -> Line:
    """
    Unwrap a line's longitudes; see `unwrap`.

    Examples
    --------
    >>> unwrap_line([(170, 50), (-175, 51)]).tolist()
    [[170.0, 50.0], [185.0, 51.0]]
    """
    points = line_from_points(line)
    return np.column_stack([unwrap(points[:, 0], around=around), points[:, 1]])


def split_antimeridian(line: ArrayLike) -> list[Line]:
    """
    Cut a line at the antimeridian into pieces within -180..180, as GeoJSON wants them.

    Parameters
    ----------
    line
        N x 2 points; a step of more than 180 degrees is taken the short way round.

    Returns
    -------
    pieces
        Each of two points at least, in order; a cut's two ends share their latitude, taken on the straight line in
        degrees. Fewer than two points give none.

    Examples
    --------
    >>> [piece.tolist() for piece in split_antimeridian([(170, 0), (190, 10)])]
    [[[170.0, 0.0], [180.0, 5.0]], [[-180.0, 5.0], [-170.0, 10.0]]]
    """
    points = unwrap_line(line)
    if len(points) < 2:
        return []
    pieces: list[Line] = []
    current = [points[0]]
    turn = _turn(points[0, 0], points[1, 0])
    for start, end in pairwise(points):
        while not (turn * 360.0 - 180.0) <= end[0] <= (turn * 360.0 + 180.0):
            step = 1 if end[0] > start[0] else -1
            edge = turn * 360.0 + step * 180.0
            share = (edge - start[0]) / (end[0] - start[0])
            cut = np.array([edge, start[1] + share * (end[1] - start[1])])
            pieces.append(_in_turn([*current, cut], turn))
            current, turn = [cut], turn + step
        current.append(end)
    pieces.append(_in_turn(current, turn))
    return [piece for piece in pieces if len(piece) > 1]


def _turn(lon: float, toward: float) -> int:
    """Which copy of the world a line begins in; on its edge, the one it goes to."""
    turn = np.floor((lon + 180.0) / 360.0)
    begins = turn * 360.0 - 180.0
    if lon < begins or (lon == begins and toward < lon):  # the sum may round up: 179.99999999999997 is within
        turn -= 1
    return int(turn)


def _in_turn(points: Sequence[Line], turn: int) -> Line:
    piece = np.array(points, dtype=np.float64)
    piece[:, 0] -= 360.0 * turn
    return piece[np.r_[True, (np.diff(piece, axis=0) != 0).any(axis=1)]]
