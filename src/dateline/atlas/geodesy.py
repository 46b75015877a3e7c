"""
Formulas on the globe and on its Mercator plane: the one home for distances, bearings, arcs and the antimeridian.

Points are ``(lon, lat)`` in degrees, lines are N x 2 arrays of such points. A line is *unwrapped* when its longitudes
never jump: they may then leave -180..180. Lengths are in km on the WGS84 ellipsoid, good to 0.01 km in 1,000.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from dateline.atlas.lonlat import (
    GeodesyError,
    line_from_points,
    split_antimeridian,
    unwrap,
    unwrap_line,
    wrap,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import ArrayLike, NDArray

    Line = NDArray[np.float64]
    Point = Sequence[float] | NDArray[np.float64]

__all__ = [
    "EARTH_RADIUS_KM",
    "KM_PER_NM",
    "MERCATOR_LIMIT_DEG",
    "GeodesyError",
    "along",
    "bearing",
    "bowed_arc",
    "distance_km",
    "great_circle",
    "inverse_mercator",
    "km_to_nm",
    "length_km",
    "line_from_points",
    "mercator",
    "offset",
    "split_antimeridian",
    "unwrap",
    "unwrap_line",
    "wrap",
]

EARTH_RADIUS_KM = 6371.0088  # the mean radius of WGS84
KM_PER_NM = 1.852
MERCATOR_LIMIT_DEG = 85.0511287798066  # where the square Web Mercator world ends
_AXIS_KM = 6378.137
_FLATTENING = 1 / 298.257223563
_LEAST_BOW, _MOST_BOW = 0.08, 0.35
_ARC_POINTS = (32, 64)


def mercator(lat: ArrayLike) -> NDArray[np.float64]:
    """
    Project latitudes to the y of the Mercator plane, in the unit of degrees of longitude.

    Parameters
    ----------
    lat
        Degrees, cut off at 89.9.

    Returns
    -------
    y
        0 at the equator, 180 at ``MERCATOR_LIMIT_DEG``; x is the longitude itself.

    Examples
    --------
    >>> mercator([0.0, MERCATOR_LIMIT_DEG]).round(6).tolist()
    [0.0, 180.0]
    """
    clipped = np.clip(np.asarray(lat, dtype=np.float64), -89.9, 89.9)
    return np.degrees(np.arctanh(np.sin(np.radians(clipped))))


def inverse_mercator(y: ArrayLike) -> NDArray[np.float64]:
    """
    Find the latitude of a Mercator y; the inverse of `mercator`.

    Examples
    --------
    >>> inverse_mercator(mercator([51.5])).round(9).tolist()
    [51.5]
    """
    return np.degrees(np.arcsin(np.tanh(np.radians(np.asarray(y, dtype=np.float64)))))


def distance_km(origin: ArrayLike, destination: ArrayLike) -> NDArray[np.float64]:
    """
    Measure the shortest distance on the ellipsoid between points, or between rows of points.

    Parameters
    ----------
    origin, destination
        ``(lon, lat)`` or N x 2 arrays of them, in degrees.

    Returns
    -------
    km
        Lambert's formula: within 10 m of the exact geodesic for lines up to thousands of km, 0.5 % at the antipode.

    Examples
    --------
    Flinders Peak to Buninyong, the example of Vincenty's paper: 54.972271 km.

    >>> flinders = [144 + 25 / 60 + 29.5244 / 3600, -(37 + 57 / 60 + 3.7203 / 3600)]
    >>> buninyong = [143 + 55 / 60 + 35.3839 / 3600, -(37 + 39 / 60 + 10.1561 / 3600)]
    >>> round(float(distance_km(flinders, buninyong)), 2)
    54.97
    """
    one, two = np.radians(np.asarray(origin, np.float64)), np.radians(np.asarray(destination, np.float64))
    # Lambert: reduced latitudes on the sphere, then a correction for the flattening.
    lat_one, lat_two = (np.arctan((1 - _FLATTENING) * np.tan(p[..., 1])) for p in (one, two))
    half = (
        np.sin((lat_two - lat_one) / 2) ** 2
        + np.cos(lat_one) * np.cos(lat_two) * np.sin((two[..., 0] - one[..., 0]) / 2) ** 2
    )
    half = np.clip(half, 0.0, 1.0)
    sigma = 2 * np.arcsin(np.sqrt(half))
    p, q = (lat_one + lat_two) / 2, (lat_two - lat_one) / 2
    near, far = np.cos(sigma / 2) ** 2, np.sin(sigma / 2) ** 2
    with np.errstate(divide="ignore", invalid="ignore"):
        x = (sigma - np.sin(sigma)) * np.where(near > 1e-6, (np.sin(p) * np.cos(q)) ** 2 / near, 0.0)
        y = (sigma + np.sin(sigma)) * np.where(far > 0, (np.cos(p) * np.sin(q)) ** 2 / far, 0.0)
    return np.asarray(_AXIS_KM * (sigma - _FLATTENING / 2 * (x + y)), dtype=np.float64)


def length_km(line: ArrayLike) -> float:
    """
    Measure a line, each step by its shortest way on the ellipsoid.

    Examples
    --------
    >>> round(length_km([(0, 0), (1, 0), (2, 0)]), 1)
    222.6
    >>> length_km([(5, 5)])
    0.0
    """
    points = np.asarray(line, dtype=np.float64)
    return float(distance_km(points[:-1], points[1:]).sum()) if len(points) > 1 else 0.0


def km_to_nm(km: float) -> float:
    """
    Convert kilometres to nautical miles.

    Examples
    --------
    >>> km_to_nm(1.852)
    1.0
    """
    return km / KM_PER_NM


def bearing(origin: ArrayLike, destination: ArrayLike, *, drawn: bool = False) -> NDArray[np.float64]:
    """
    Find the direction from one point to another, in degrees clockwise from north.

    Parameters
    ----------
    origin, destination
        ``(lon, lat)`` or N x 2 arrays of them.
    drawn
        The constant bearing, which is the direction on a Mercator map, instead of the great circle's first bearing.

    Returns
    -------
    degrees
        In [0, 360); 0 where the points are the same.

    Examples
    --------
    >>> bearing((0, 0), (0, 10)).item(), bearing((0, 0), (-10, 0)).item()
    (0.0, 270.0)
    >>> round(bearing((0, 50), (90, 50)).item()), round(bearing((0, 50), (90, 50), drawn=True).item())
    (53, 90)
    """
    one, two = np.asarray(origin, np.float64), np.asarray(destination, np.float64)
    turn = np.radians(wrap(two[..., 0] - one[..., 0]))
    if drawn:
        east, north = np.degrees(turn), mercator(two[..., 1]) - mercator(one[..., 1])
    else:
        lat_one, lat_two = np.radians(one[..., 1]), np.radians(two[..., 1])
        east = np.sin(turn) * np.cos(lat_two)
        north = np.cos(lat_one) * np.sin(lat_two) - np.sin(lat_one) * np.cos(lat_two) * np.cos(turn)
    out = np.degrees(np.arctan2(east, north)) % 360.0
    return np.asarray(np.where(out >= 360.0, 0.0, out), dtype=np.float64)


def offset(origin: ArrayLike, degrees: float, km: float) -> NDArray[np.float64]:
    """
    Find the point that lies in a direction at a distance, on the sphere of the mean radius.

    Parameters
    ----------
    origin
        ``(lon, lat)``.
    degrees
        Direction at the origin, clockwise from north.
    km
        Distance.

    Returns
    -------
    point
        ``(lon, lat)``, the longitude within 180 degrees of the origin's.

    Examples
    --------
    >>> offset((0.0, 0.0), 90.0, 111.195).round(3).tolist()
    [1.0, 0.0]
    """
    start = np.asarray(origin, dtype=np.float64)
    angle, lat, way = km / EARTH_RADIUS_KM, np.radians(start[1]), np.radians(degrees)
    north = np.arcsin(np.clip(np.sin(lat) * np.cos(angle) + np.cos(lat) * np.sin(angle) * np.cos(way), -1, 1))
    east = np.arctan2(np.sin(way) * np.sin(angle) * np.cos(lat), np.cos(angle) - np.sin(lat) * np.sin(north))
    return np.array([start[0] + np.degrees(east), np.degrees(north)])


def _pair(origin: Point, destination: Point) -> list[list[float]]:
    return [list(origin), list(destination)]


def great_circle(origin: Point, destination: Point, *, points: int = 33) -> Line:
    """
    Draw the great circle between two points.

    Parameters
    ----------
    origin, destination
        ``(lon, lat)``; the line begins and ends exactly there, the end's longitude moved by whole turns if need be.
    points
        How many, at least 2, evenly spaced.

    Returns
    -------
    line
        Unwrapped. Between antipodes the way over the north is taken.

    Raises
    ------
    GeodesyError
        An end is no position.

    Examples
    --------
    >>> great_circle((140, 35), (-120, 35), points=3).round(1).tolist()
    [[140.0, 35.0], [190.0, 47.4], [240.0, 35.0]]
    """
    ends = line_from_points(_pair(origin, destination))
    lon, lat = np.radians(ends).T
    one, two = np.column_stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)])
    angle = float(np.arctan2(np.linalg.norm(np.cross(one, two)), one @ two))
    share = np.linspace(0.0, 1.0, max(points, 2))[:, None]
    if angle < 1e-12:
        vectors = np.broadcast_to(one, (len(share), 3))
    else:
        side = two - one * (one @ two)
        if np.linalg.norm(side) < 1e-9:  # antipodes: any way is as short
            pole = np.array([0.0, 0.0, 1.0]) if abs(one[2]) < 0.999 else np.array([1.0, 0.0, 0.0])
            side = pole - one * (one @ pole)
        side = side / np.linalg.norm(side)
        vectors = np.cos(share * angle) * one + np.sin(share * angle) * side
    line = np.column_stack(
        [np.degrees(np.arctan2(vectors[:, 1], vectors[:, 0])), np.degrees(np.arcsin(np.clip(vectors[:, 2], -1, 1)))]
    )
    line[0] = ends[0]
    line[-1] = ends[1]
    return unwrap_line(line)


def bowed_arc(origin: Point, destination: Point, *, bow: float | None = None, points: int | None = None) -> Line:
    """
    Draw a symbol of who to whom: the chord in the Mercator plane with an even bow to the left of travel.

    There and back therefore part, whichever way the line runs.

    Parameters
    ----------
    origin, destination
        ``(lon, lat)``; the line takes the short way over the antimeridian.
    bow
        The bow's height as a share of the chord. None takes 0.08 for a short line growing to 0.35 for one of half the
        world's width.
    points
        How many; None takes 32 to 64, more for a longer line.

    Returns
    -------
    line
        Unwrapped, within the square Mercator world: near a pole the bow is flatter. One point twice where the ends are
        the same.

    Raises
    ------
    GeodesyError
        An end is no position.

    Examples
    --------
    >>> there, back = bowed_arc((0, 0), (20, 0)), bowed_arc((20, 0), (0, 0))
    >>> round(float(there[:, 1].max()), 2), round(float(back[:, 1].min()), 2)
    (2.2, -2.2)
    """
    ends = unwrap_line(_pair(origin, destination))
    start, end = (np.array([p[0], np.clip(mercator(p[1]), -180.0, 180.0)]) for p in ends)
    chord = end - start
    length = float(np.hypot(*chord))
    if length < 1e-9:
        return np.vstack([ends[0], ends[0]])
    share = min(length / 180.0, 1.0)
    height = _LEAST_BOW + (_MOST_BOW - _LEAST_BOW) * share if bow is None else bow
    count = round(_ARC_POINTS[0] + (_ARC_POINTS[1] - _ARC_POINTS[0]) * share) if points is None else max(points, 2)
    t = np.linspace(0.0, 1.0, count)[:, None]
    left = np.array([-chord[1], chord[0]])
    straight, bulge = start + t * chord, 4 * t * (1 - t) * left
    # Flatten the bow until the whole line is within the plane; the ends are, so a flat one always is.
    room = np.where(bulge[:, 1] > 0, 180.0 - straight[:, 1], 180.0 + straight[:, 1])
    steep = np.abs(bulge[:, 1])
    most = np.divide(room, steep, out=np.full_like(room, np.inf), where=steep > 1e-12).min()
    plane = straight + np.sign(height) * min(abs(height), float(most)) * bulge
    line = np.column_stack([plane[:, 0], inverse_mercator(plane[:, 1])])
    line[0, 0], line[-1, 0] = ends[0, 0], ends[1, 0]
    limit = MERCATOR_LIMIT_DEG
    line[0, 1], line[-1, 1] = np.clip(ends[0, 1], -limit, limit), np.clip(ends[1, 1], -limit, limit)
    return line


def along(line: ArrayLike, km: ArrayLike) -> Line:
    """
    Find the points at given distances along a line, straight in degrees between its points.

    Parameters
    ----------
    line
        N x 2 points, unwrapped, one at least.
    km
        Distances from the line's start; those off the line give its nearer end.

    Returns
    -------
    points
        One row for each distance.

    Examples
    --------
    >>> along([(0, 0), (2, 0)], [0.0, 111.3195, 1e6]).round(3).tolist()
    [[0.0, 0.0], [1.0, 0.0], [2.0, 0.0]]
    """
    points = line_from_points(line)
    steps = distance_km(points[:-1], points[1:]) if len(points) > 1 else np.zeros(0)
    reached = np.r_[0.0, np.cumsum(steps)]
    wanted = np.atleast_1d(np.asarray(km, dtype=np.float64))
    return np.column_stack([np.interp(wanted, reached, points[:, 0]), np.interp(wanted, reached, points[:, 1])])
