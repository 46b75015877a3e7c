"""Shapes of the world: land, the lines between countries, and the areas of named places."""

from __future__ import annotations

import math
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal, TypeVar

from dateline.atlas.data import Source, open_data
from dateline.atlas.gazetteer import UnknownPlaceError, find, get
from dateline.atlas.place import Place  # noqa: TC001 - doctests and readers look it up here
from dateline.atlas.rings import unpack
from dateline.errors import DatelineError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from shapely import LineString, MultiLineString, MultiPolygon, Polygon
    from shapely.geometry.base import BaseGeometry

    _Part = TypeVar("_Part", Polygon, LineString)

__all__ = [
    "Bounds",
    "BoundsError",
    "Scale",
    "area",
    "basemap_sources",
    "boundaries",
    "clip_to_view",
    "land",
    "recut",
    "sizes",
    "within",
]

Scale = Literal["110m", "50m", "10m"]
Bounds = tuple[float, float, float, float]

_SCALES = ("110m", "50m", "10m")
_BASEMAP, _AREAS = "basemap.sqlite", "areas.sqlite"


class BoundsError(DatelineError):
    """A box that is no box on the earth."""


def land(bounds: Bounds | None = None, *, scale: Scale = "110m") -> MultiPolygon:
    """
    Give the land of the world or of a box, without countries; lakes are water.

    Parameters
    ----------
    bounds
        West, south, east, north in degrees; the whole world when left out. A box over the antimeridian has an east
        beyond 180, a west below -180, or a west greater than its east.
    scale
        Natural Earth's: 1:110m for the world, 1:50m for a continent, 1:10m for a coast.

    Returns
    -------
    land
        Valid polygons. Without a box they are cut at the antimeridian; in a box they are clipped to it and unwrapped
        into it (longitudes may pass 180). Empty where there is no land.

    Raises
    ------
    BoundsError
        When the box is empty, higher than the earth, or wider than it.

    Examples
    --------
    >>> land((140, 50, 200, 75)).bounds
    (140.0, 50.0, 200.0, 75.0)
    """
    import shapely

    found = _gather("land", bounds, scale)
    return _polygons([shapely.union_all(found)] if bounds and len(_turns(_box(bounds))) > 1 else found)


def boundaries(
    bounds: Bounds | None = None, *, scale: Literal["110m", "50m"] = "110m", disputed: bool | None = None
) -> MultiLineString:
    """
    Give the lines on land between countries, coasts left out.

    They are lines to find one's way by and no statement: how they run in disputed places is told by `atlas.sources`.

    Parameters
    ----------
    bounds
        A box, as for `land`.
    scale
        Natural Earth's.
    disputed
        True for those that are in dispute as a whole, False for the others, None for all.

    Examples
    --------
    >>> korea = (124, 33, 132, 43.5)
    >>> boundaries(korea).length > boundaries(korea, disputed=True).length > 0
    True
    """
    where = {None: "", True: "AND disputed IS NOT NULL", False: "AND disputed IS NULL"}[disputed]
    return _lines(_gather("boundary", bounds, scale, where))


def area(place: Place | str) -> Polygon | MultiPolygon | None:
    """
    Give the polygon of a place.

    Parameters
    ----------
    place
        A place of the atlas, or a name: then its likeliest meaning, as `find` ranks it, is taken.

    Returns
    -------
    area
        Valid polygons in longitude and latitude, cut at the antimeridian; water without the land in it, countries
        without their lakes cut out. None for a name or a place without one: cities, rivers, ranges.

    Raises
    ------
    AtlasDataError
        A data file is missing or damaged.

    Examples
    --------
    >>> [round(v) for v in area("Taiwan Strait").bounds]
    [117, 22, 122, 26]
    >>> area("Paris") is None
    True
    """
    if isinstance(place, str):
        found = find(place)
        if not found:
            return None
        place = found[0]
    return _area(place.id)


@cache
def sizes() -> dict[int, float]:
    """
    Give the size of every place that has a polygon, in square kilometres, by the place's id.

    Examples
    --------
    >>> round(sizes()[find("Iceland")[0].id], -4)
    100000.0
    """
    return dict(open_data(_AREAS).execute("SELECT place, km2 FROM area ORDER BY place"))


@lru_cache(maxsize=256)
def _area(ident: int) -> Polygon | MultiPolygon | None:
    row = open_data(_AREAS).execute("SELECT shape FROM area WHERE place = ?", (ident,)).fetchone()
    if row is None:
        return None
    shape = unpack(row[0])
    parts = _of_type(shape, _polygon_type())
    return parts[0] if len(parts) == 1 else _polygons(list(parts))


def within(lon: float, lat: float) -> list[Place]:
    """
    List what a point lies in: waters, islands, divisions, countries.

    Parameters
    ----------
    lon, lat
        The point in degrees; the longitude may pass 180.

    Returns
    -------
    places
        The smallest first; empty where no area of the atlas holds the point.

    Raises
    ------
    BoundsError
        When the point is not on the earth.

    Examples
    --------
    >>> [place.name for place in within(119.5, 24.2)]
    ['Taiwan Strait']
    """
    import shapely

    if not (math.isfinite(lon) and -90 <= lat <= 90):
        msg = f"({lon}, {lat}) is no point on the earth; give longitude, then latitude, in degrees"
        raise BoundsError(msg)
    x = (lon + 180) % 360 - 180
    query = "SELECT place FROM area WHERE w <= ? AND e >= ? AND s <= ? AND n >= ? ORDER BY km2, place"
    found = []
    for (ident,) in open_data(_AREAS).execute(query, (x, x, lat, lat)):
        shape = _area(ident)
        if shape is not None and shapely.intersects_xy(shape, x, lat):
            try:
                found.append(get(ident))
            except UnknownPlaceError:  # pragma: no cover - the two files are built together
                continue
    return found


def clip_to_view(
    geometry: BaseGeometry, bounds: Bounds, *, width_px: float = 1000, keep: Iterable[Sequence[float]] = ()
) -> BaseGeometry:
    """
    Cut a geometry to what a view shows, and leave out what is finer than half a pixel.

    Parameters
    ----------
    geometry
        Polygons or lines in degrees.
    bounds
        The view: west, south, east, north in degrees, as for `land`.
    width_px
        How wide the view is on the screen.
    keep
        Points (lon, lat) that the story names: a part that holds one, or lies within two pixels of one, is kept whole,
        however small it is.

    Returns
    -------
    geometry
        Of the same dimension, valid, unwrapped into the box; parts smaller than a pixel are left out, but never the
        largest part. Empty when nothing of it lies in the box.

    Examples
    --------
    >>> view = (-170, -50, -100, 0)
    >>> small = clip_to_view(land(scale="50m"), view, width_px=200)
    >>> kept = clip_to_view(land(scale="50m"), view, width_px=200, keep=[(-109.36, -27.11)])
    >>> len(kept.geoms) - len(small.geoms)
    1
    """
    import shapely

    west, _, east, _ = box = _box(bounds)
    pixel = (east - west) / width_px
    named = [shapely.Point(_into(lon, west, east), lat) for lon, lat in keep]
    parts = [p for p in _parts(_into_box(geometry, box)) if not p.is_empty]
    if not parts:
        return geometry if geometry.is_empty else _like(geometry, [])
    areal = any(p.geom_type == "Polygon" for p in parts)
    parts = [p for p in parts if p.geom_type == ("Polygon" if areal else "LineString")]
    largest = max(parts, key=_size, default=None)
    out = []
    for part in parts:
        if any(part.distance(point) <= 2 * pixel for point in named):
            out.append(part)
        elif part is largest or _size(part) >= (pixel**2 if areal else pixel):
            simple = part.simplify(pixel / 2, preserve_topology=True)
            out += [p for p in _parts(simple) if not p.is_empty]
    shown = _like(geometry, out)
    # Two islands may run into each other when they are simplified.
    return shown if shown.is_valid else _like(geometry, [shapely.union_all(out)])


def recut(geometry: BaseGeometry, around: float) -> BaseGeometry:
    """
    Move a geometry to the turn of the earth round a meridian, cut at the seam opposite.

    Parameters
    ----------
    geometry
        Polygons or lines in degrees, cut at the antimeridian or unwrapped.
    around
        The central meridian in degrees.

    Returns
    -------
    geometry
        The same area in longitudes ``around - 180`` to ``around + 180``; pieces that meet at the old seam are joined.

    Examples
    --------
    >>> [round(v) for v in recut(land(), 150).bounds]
    [-30, -90, 330, 84]
    """
    moved = _into_box(geometry, (around - 180, -90.0, around + 180, 90.0))
    return _joined(moved)


def basemap_sources() -> tuple[Source, ...]:
    """
    List the data sets behind land and lines, for a map's credits.

    Examples
    --------
    >>> sorted({source.attribution for source in basemap_sources()})[-1]
    'Made with Natural Earth'
    """
    columns = "key, name, version, use, licence, attribution, viewpoint, sha256"
    return tuple(Source(*row) for row in open_data(_BASEMAP).execute(f"SELECT {columns} FROM source ORDER BY key"))  # noqa: S608


def _box(bounds: Bounds) -> Bounds:
    """The box with east above west, or an error that says what is wrong with it."""
    west, south, east, north = (float(v) for v in bounds)
    if not all(map(math.isfinite, (west, south, east, north))):
        msg = f"bounds {tuple(bounds)} hold a value that is no number; give west, south, east, north in degrees"
        raise BoundsError(msg)
    if west > east:
        east += 360
    if east - west > 360 + 1e-9 or west == east or not -90 <= south < north <= 90:
        msg = f"bounds {tuple(bounds)} are no box on the earth; give west, south, east, north, south below north"
        raise BoundsError(msg)
    return west, south, east, north


def _turns(box: Bounds) -> range:
    """By how many turns what lies in -180..180 has to be moved to reach the box."""
    return range(math.floor((box[0] + 180) / 360), math.ceil((box[2] - 180) / 360) + 1)


def _into(lon: float, west: float, east: float) -> float:
    """The longitude a whole number of turns away that lies in the box, or nearest to its middle."""
    return lon - 360 * round((lon - (west + east) / 2) / 360)


@cache
def _shape(table: str, row: int) -> BaseGeometry:
    """One shape of the basemap, kept: a page asks for the same land several times."""
    query = f"SELECT shape FROM {table} WHERE rowid = ?"  # noqa: S608 - tables of ours
    return unpack(open_data(_BASEMAP).execute(query, (row,)).fetchone()[0])


def _gather(table: str, bounds: Bounds | None, scale: str, where: str = "") -> list[BaseGeometry]:
    """The shapes of a table that touch a box, clipped to it and moved into it; all as they are without a box."""
    if scale not in _SCALES:
        msg = f"scale {scale!r} is not one of {', '.join(_SCALES)}"
        raise BoundsError(msg)
    box = (-180.0, -90.0, 180.0, 90.0) if bounds is None else _box(bounds)
    query = f"SELECT rowid FROM {table} WHERE scale = ? AND w <= ? AND e >= ? AND s <= ? AND n >= ? {where}"  # noqa: S608
    out: list[BaseGeometry] = []
    for turn in _turns(box):
        reach = (scale, box[2] - 360 * turn, box[0] - 360 * turn, box[3], box[1])
        shapes = [_shape(table, row) for (row,) in open_data(_BASEMAP).execute(query, reach)]
        out += shapes if bounds is None else [_clip(shape, box, turn) for shape in shapes]
    return [shape for shape in out if not shape.is_empty]


def _clip(geometry: BaseGeometry, box: Bounds, turn: int) -> BaseGeometry:
    import numpy as np
    import shapely

    west, south, east, north = box
    here = shapely.box(west - 360 * turn, south, east - 360 * turn, north)
    cut = geometry if shapely.contains_properly(here, geometry) else shapely.intersection(geometry, here)
    return shapely.transform(cut, lambda xy: np.add(xy, (360 * turn, 0))) if turn else cut


def _into_box(geometry: BaseGeometry, box: Bounds) -> BaseGeometry:
    """A geometry of any turn clipped to a box and moved into it."""
    import shapely

    if geometry.is_empty:
        return geometry
    west, _, east, _ = geometry.bounds
    turns = range(math.floor((box[0] - east) / 360), math.ceil((box[2] - west) / 360) + 1)
    pieces = [_clip(part, box, turn) for turn in turns for part in _parts(geometry)]
    return shapely.GeometryCollection([p for piece in pieces for p in _parts(piece) if not p.is_empty])


def _joined(geometry: BaseGeometry) -> BaseGeometry:
    """Pieces that touch, joined; the dimension that fills most is kept."""
    import shapely

    if areas := _of_type(geometry, shapely.Polygon):
        return _polygons([shapely.union_all(areas)])
    return _lines([shapely.line_merge(shapely.MultiLineString(_of_type(geometry, shapely.LineString)))])


def _parts(geometry: BaseGeometry) -> list[BaseGeometry]:
    import shapely

    flat = shapely.get_parts(geometry)
    return [p for g in flat for p in (shapely.get_parts(g) if g.geom_type.startswith(("Multi", "Geom")) else [g])]


def _size(part: BaseGeometry) -> float:
    return part.area if part.geom_type == "Polygon" else part.length


def _polygon_type() -> type[Polygon]:
    import shapely

    return shapely.Polygon


def _like(geometry: BaseGeometry, parts: list[BaseGeometry]) -> BaseGeometry:
    """Parts as a collection of the geometry's dimension."""
    import shapely

    build: Callable[[list[BaseGeometry]], BaseGeometry] = _polygons if shapely.get_dimensions(geometry) == 2 else _lines
    return build(parts)


def _of_type(geometry: BaseGeometry, kind: type[_Part]) -> list[_Part]:
    return [part for part in _parts(geometry) if isinstance(part, kind)]


def _polygons(shapes: list[BaseGeometry]) -> MultiPolygon:
    import shapely

    return shapely.MultiPolygon([p for shape in shapes for p in _of_type(shape, shapely.Polygon)])


def _lines(shapes: list[BaseGeometry]) -> MultiLineString:
    import shapely

    return shapely.MultiLineString([p for shape in shapes for p in _of_type(shape, shapely.LineString)])
