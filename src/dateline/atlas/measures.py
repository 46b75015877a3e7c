"""Widths, lengths and areas measured on the atlas, each by a definition that is stated with the figure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from dateline.atlas.areas import area, land
from dateline.atlas.gazetteer import find

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from pyproj import Geod
    from shapely.geometry.base import BaseGeometry

    from dateline.atlas.place import Place

__all__ = ["Width", "area_km2", "border_km", "extent_km", "gap_km", "sides_km", "width"]

_AROUND_DEG: Final = 0.3  # how far around a water its shores are looked at
_SHORE_DEG: Final = 0.05  # how near the water's outline a coast is its shore
_SAMPLES: Final = 400  # points of each shore
_TWO_SHORES: Final = frozenset({"strait", "channel", "sound"})
_ROUNDS: Final = 4
_BORDER_DEG: Final = 0.02  # how near both countries a line is their border


@dataclass(frozen=True, slots=True)
class Width:
    """
    How wide a strait is, shore to shore between its two largest lands; islands in it are passed over.

    Attributes
    ----------
    narrowest_km
        The shortest distance between the two shores.
    mean_km
        From each point of one shore to the nearest of the other, averaged over both shores.
    islands_km
        The shortest distance when each island counts to the shore that it lies nearer to.
    narrowest
        The ends ``(lon, lat)`` of the shortest line between the shores.
    """

    narrowest_km: float
    islands_km: float
    mean_km: float
    narrowest: tuple[tuple[float, float], tuple[float, float]]


def width(place: Place | str, /) -> Width | None:
    """
    Measure how wide a strait is, on the 1:10m coast.

    Returns
    -------
    width
        None for what is no water with two shores: a place without an area, a gulf, a sea.

    Examples
    --------
    >>> 12 < width("Strait of Gibraltar").narrowest_km < 16  # 13 to 14 km by most sources
    True
    """
    import numpy as np
    from shapely import MultiLineString, distance, get_parts, line_interpolate_point, union_all
    from shapely import points as to_points

    from dateline.atlas.geodesy import distance_km

    if isinstance(place, str):
        place = next(iter(find(place)), place)
    water: BaseGeometry | None = None if isinstance(place, str) or place.kind not in _TWO_SHORES else area(place)
    if water is None:
        return None
    west, south, east, north = water.bounds
    if east - west > 180:  # cut at the antimeridian
        from dateline.atlas.areas import recut

        water = recut(water, 180.0)
        west, south, east, north = water.bounds
    middle = water.centroid
    box = (west - _AROUND_DEG, max(south - _AROUND_DEG, -90), east + _AROUND_DEG, min(north + _AROUND_DEG, 90))
    near = water.buffer(_SHORE_DEG)
    sides: list[tuple[float, BaseGeometry]] = []
    for part in get_parts(land(box, scale="10m")):
        shore = part.exterior.intersection(near)
        if shore.length > 0:
            sides.append((part.area, shore))
    if len(sides) < 2:
        return None
    plane = _Plane(middle.x, middle.y)
    ordered = [plane.flat(shore) for _, shore in sorted(sides, key=lambda side: (-side[0], side[1].bounds))]
    shores = ordered[:2]
    ends = _between(plane, *shores)
    groups: tuple[list[BaseGeometry], list[BaseGeometry]] = ([shores[0]], [shores[1]])
    for island in ordered[2:]:
        groups[island.distance(shores[0]) > island.distance(shores[1])].append(island)
    with_islands = _between(plane, *(union_all(group) for group in groups))
    means = []
    for shore, across in (shores, shores[::-1]):
        lines = MultiLineString([line for line in get_parts(shore) if line.geom_type == "LineString"])
        found: list[NDArray[np.object_]] = []
        for line in lines.geoms:
            count = max(1, round(_SAMPLES * line.length / lines.length))
            found.append(line_interpolate_point(line, np.linspace(0, line.length, count)))
        means.append(distance(to_points(np.array([(p.x, p.y) for group in found for p in group])), across).mean())
    return Width(
        narrowest_km=float(distance_km(*ends)),
        islands_km=float(distance_km(*with_islands)),
        mean_km=float(np.mean(means)) / 1000,
        narrowest=ends,
    )


def area_km2(place: Place | str, /) -> float | None:
    """
    Measure a place's area in the atlas on the ellipsoid; None without one.

    Examples
    --------
    >>> 540_000 < area_km2("France") < 660_000  # 551,500 in Europe, 643,801 with the overseas regions
    True
    """
    found = area(place)
    return None if found is None else abs(_geod().geometry_area_perimeter(found)[0]) / 1e6


def border_km(one: Place | str, other: Place | str, /) -> float | None:
    """
    Measure the border of two countries as Natural Earth draws it at 1:50m; None where they share none.

    Examples
    --------
    >>> 500 < border_km("France", "Spain") < 700  # 623 by the two states
    True
    """
    from dateline.atlas.areas import boundaries

    here, there = area(one), area(other)
    if here is None or there is None:
        return None
    near = here.buffer(_BORDER_DEG).intersection(there.buffer(_BORDER_DEG))
    if near.is_empty:
        return None
    west, south, east, north = near.bounds
    lines = boundaries((west - 0.1, south - 0.1, east + 0.1, north + 0.1), scale="50m")
    shared = lines.intersection(here.buffer(_SHORE_DEG).intersection(there.buffer(_SHORE_DEG)))
    length = _geod().geometry_length(shared) / 1000 if not shared.is_empty else 0.0
    return length or None


def gap_km(one: Place | str | tuple[float, float], other: Place | str | tuple[float, float], /) -> float | None:
    """
    Measure how far two places lie apart at their nearest points; of what has no area its point counts.

    Returns
    -------
    km
        0 where they touch; None where a name is no place.

    Examples
    --------
    >>> 60 < gap_km("Sicily", "Malta") < 100  # some 80 km
    True
    """
    from shapely.ops import nearest_points

    from dateline.atlas.geodesy import distance_km

    here, there = _shape(one), _shape(other)
    if here is None or there is None:
        return None
    if here.intersects(there):
        return 0.0
    edges = [shape if shape.geom_type == "Point" else shape.boundary for shape in (here, there)]
    first, second = nearest_points(edges[0], edges[1])
    ends: Ends = (first.x, first.y), (second.x, second.y)
    km = float(distance_km(*ends))
    for _ in range(_ROUNDS):  # each plane is true round the middle of the ends found so far
        plane = _Plane(*_geod().npts(*ends[0], *ends[1], 1)[0])
        near = _between(plane, plane.flat(edges[0]), plane.flat(edges[1]))
        if float(distance_km(*near)) >= km:
            break
        ends, km = near, float(distance_km(*near))
    return km


def _shape(place: Place | str | tuple[float, float]) -> BaseGeometry | None:
    from shapely import Point

    if isinstance(place, tuple):
        return Point(*place)
    found = next(iter(find(place)), None) if isinstance(place, str) else place
    return None if found is None else (area(found) or Point(found.lon, found.lat))


def extent_km(place: Place | str, /) -> float | None:
    """
    Measure how long a place is: the longer side of the smallest rectangle around its area; None without an area.

    Examples
    --------
    >>> 350 < extent_km("Taiwan Strait") < 600
    True
    """
    sides = sides_km(place)
    return None if sides is None else sides[0]


def sides_km(place: Place | str, /) -> tuple[float, float] | None:
    """
    Measure the sides of the smallest rectangle around a place's area, the longer first; None without an area.

    Examples
    --------
    >>> long, wide = sides_km("Crete")
    >>> 240 < long < 270 and 45 < wide < 90  # 260 km from end to end, 60 km at its widest
    True
    """
    from itertools import pairwise
    from math import hypot

    found: BaseGeometry | None = area(place)
    if found is None:
        return None
    west, _, east, _ = found.bounds
    if east - west > 180:
        from dateline.atlas.areas import recut

        found = recut(found, 180.0)
    middle = found.centroid
    rectangle = _Plane(middle.x, middle.y).flat(found).minimum_rotated_rectangle
    corners = list(rectangle.boundary.coords)
    lengths = [hypot(b[0] - a[0], b[1] - a[1]) / 1000 for a, b in pairwise(corners)]
    return max(lengths), min(lengths)


Ends = tuple[tuple[float, float], tuple[float, float]]


def _between(plane: _Plane, one: BaseGeometry, other: BaseGeometry) -> Ends:
    """The ends of the shortest line between two shores, in degrees."""
    from shapely.ops import nearest_points

    a, b = nearest_points(one, other)
    return plane.round((a.x, a.y)), plane.round((b.x, b.y))


class _Plane:
    """A plane around a point in which distances from it, and near it all distances, are true; in metres."""

    def __init__(self, lon: float, lat: float) -> None:
        from pyproj import CRS, Transformer

        plane = CRS.from_dict({"proj": "aeqd", "lon_0": lon, "lat_0": lat, "ellps": "WGS84"})
        degrees = CRS.from_dict({"proj": "longlat", "ellps": "WGS84"})
        self._to = Transformer.from_crs(degrees, plane, always_xy=True)

    def flat(self, geometry: BaseGeometry) -> BaseGeometry:
        import numpy as np
        from shapely import transform

        return transform(geometry, lambda points: np.column_stack(self._to.transform(points[:, 0], points[:, 1])))

    def round(self, point: tuple[float, float]) -> tuple[float, float]:
        lon, lat = self._to.transform(*point, direction="INVERSE")
        return float(lon), float(lat)


def _geod() -> Geod:
    from pyproj import Geod

    return Geod(ellps="WGS84")
