"""The map below the marks: land and water, thin lines, no country's colour, no tile."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from shapely.geometry.base import BaseGeometry

    from dateline.drawing.geometry.shapes import Shapes

__all__ = ["Basemap", "basemap", "encoded", "extent"]

Bounds = tuple[float, float, float, float]

_GRID_DEG: Final = 0.01  # coordinates of the land are whole hundredths of a degree
_SOUTH, _NORTH = -84.0, 84.0
_MARGIN: Final = 0.45  # of the story's extent, at least some degrees: what a reader sees beside it
_LEAST_DEG: Final = 6.0
_FINE_DEG: Final = 0.02
_WIDE_DEG: Final = 180.0


@dataclass(frozen=True, slots=True)
class Basemap:
    """
    Land and lines on the map's one world.

    Attributes
    ----------
    meridian
        The map's middle; land is cut at 180 degrees from it.
    land
        Polygons in degrees.
    lines
        Boundaries on land that no state disputes as a whole.
    """

    meridian: float
    land: BaseGeometry
    lines: BaseGeometry


def extent(drawn: Shapes, /) -> Bounds | None:
    """Return west, south, east, north of all that a story draws; None without marks."""
    boxes = [part.bounds for shape in drawn.marks.values() for part in (shape.geometry, shape.unsaid) if part]
    boxes += [(node.lon, node.lat, node.lon, node.lat) for node in drawn.nodes.values()]
    if not boxes:
        return None
    west, south, east, north = zip(*boxes, strict=True)
    return min(west), min(south), max(east), max(north)


def basemap(drawn: Shapes, /) -> Basemap:
    """
    Gather the land for a story: fine where the story is, coarse elsewhere, joined so that no reader sees where.

    The world is whole: a reader may leave the story's part of it.
    """
    import shapely

    from dateline.atlas.areas import boundaries, land, recut

    whole, lines = recut(land(), drawn.meridian), recut(boundaries(disputed=False), drawn.meridian)
    if (box := _view(drawn)) is not None:
        view = shapely.box(*box)
        # Of half the world and more, a reader who goes near sees little: it is drawn a little coarser.
        finest = _FINE_DEG if box[2] - box[0] <= _WIDE_DEG else 2 * _FINE_DEG
        fine = shapely.intersection(_simple(recut(land(box, scale="50m"), drawn.meridian), finest), view)
        whole = _joined(fine, whole.difference(view), view.exterior)
        near = shapely.intersection(recut(boundaries(box, scale="50m", disputed=False), drawn.meridian), view)
        lines = shapely.MultiLineString(
            [part for part in shapely.get_parts([near.simplify(finest), lines.difference(view)]) if part.length]
        )
    return Basemap(drawn.meridian, whole, lines)


def _joined(fine: BaseGeometry, coarse: BaseGeometry, seam: BaseGeometry) -> BaseGeometry:
    """Join what meets at the edge of the fine view; islands away from it need no joining."""
    import shapely

    parts = [part for part in shapely.get_parts([fine, coarse]) if part.geom_type == "Polygon"]
    meets = [bool(part.distance(seam) < _GRID_DEG) for part in parts]
    at_seam = [part for part, met in zip(parts, meets, strict=True) if met]
    away = [part for part, met in zip(parts, meets, strict=True) if not met]
    if at_seam:
        away += list(shapely.get_parts(shapely.union_all(at_seam, grid_size=_GRID_DEG)))
    return shapely.MultiPolygon([part for part in away if part.geom_type == "Polygon"])


def _simple(area: BaseGeometry, finest: float) -> BaseGeometry:
    """Leave out what no zoom of the page would show; islets stay."""
    simple = area.simplify(finest, preserve_topology=True)
    return simple if simple.is_valid else simple.buffer(0)


def _view(drawn: Shapes) -> Bounds | None:
    """Return the box that is drawn finely."""
    found = extent(drawn)
    if found is None:
        return None
    west, south, east, north = found
    margin = max(_LEAST_DEG, _MARGIN * max(east - west, north - south))
    return (
        max(west - margin, drawn.meridian - 180),
        max(south - margin, _SOUTH),
        min(east + margin, drawn.meridian + 180),
        min(north + margin, _NORTH),
    )


def encoded(geometry: BaseGeometry, /) -> list[str]:
    """
    Write rings and lines as short words: steps of a hundredth of a degree in five-bit letters.

    Each number is doubled (negatives one less, all positive), cut in fives, lowest first; a letter is 63 and the five
    bits, and 32 more when others follow. JSON would write a backslash as two, so 92 is written as "!".

    Examples
    --------
    >>> from shapely import LineString
    >>> encoded(LineString([(0, 0), (0.01, -0.02)]))
    ['??AB']
    """
    import shapely

    words = []
    for part in shapely.get_parts(geometry):
        rings = [part.exterior, *part.interiors] if part.geom_type == "Polygon" else [part]
        words += [_word(ring.coords) for ring in rings if ring.geom_type in {"LinearRing", "LineString"}]
    return words


def _word(coords: Iterable[Sequence[float]]) -> str:
    letters: list[str] = []
    before = (0, 0)
    for lon, lat in ((xy[0], xy[1]) for xy in coords):
        here = round(lon * 100), round(min(max(lat, _SOUTH), _NORTH) * 100)
        for new, old in zip(here, before, strict=True):
            step = new - old
            number = ~(step << 1) if step < 0 else step << 1
            while number >= 32:
                letters.append(_LETTERS[(number & 31) | 32])
                number >>= 5
            letters.append(_LETTERS[number])
        before = here
    return "".join(letters)


_LETTERS: Final = [chr(63 + n) if 63 + n != 92 else "!" for n in range(64)]
