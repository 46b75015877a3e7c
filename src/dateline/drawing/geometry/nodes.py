"""The points where marks end: one for each place, and for a party that acts for a state that state's country."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from dateline.story.waters import WATERS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from shapely import Polygon
    from shapely.geometry.base import BaseGeometry

    from dateline.atlas.place import Place as AtlasPlace
    from dateline.story.model import Place, Precision, Story

__all__ = ["Node", "area_of", "coarser", "coast_towards", "node_of"]

_COARSE: Final = ("point", "city", "region", "area", "country")  # from exact to coarse
_SAME_PLACE_DEG = 6.0  # an area found by name alone belongs to the place when it lies within this of its point


@dataclass(frozen=True, slots=True)
class Node:
    """
    Where marks end.

    Attributes
    ----------
    id
        The place's id; for the state of an actor that the story has no place for, a word made from its name.
    place
        The place's id, or None for the state of an actor.
    lon, lat
        Degrees; in `dateline.drawing.geometry.shapes.Shapes` unwrapped around its meridian.
    lent
        Whether the position is another place's, by which the text tells where this one is.
    """

    id: str
    name: str
    place: str | None
    kind: str
    lon: float
    lat: float
    precision: Precision
    lent: bool = False


def node_of(story: Story, key: str | None, /) -> Node | None:
    """
    Find where a place or an actor of the story stands.

    An actor stands at the country it acts for: the story's own place of that country, else the atlas's. None for an
    actor without a state, for a place without a position, and for None.
    """
    if key is None:
        return None
    if (place := story.places.get(key)) is not None:
        if place.lon is None or place.lat is None:
            return None
        lent = _is_lent(story, place)
        return Node(key, place.name, key, place.kind, place.lon, place.lat, place.precision, lent)
    actor = story.actors.get(key)
    if actor is None or actor.state is None:
        return None
    for own, place in story.places.items():
        if _is_country(place) and place.countries == (actor.state,):
            return node_of(story, own)
    return _country(actor.state)


def area_of(place: Place, /) -> BaseGeometry | None:
    """
    Return the polygon of a story's place, or None where the atlas has none.

    A place that does not say which place of the atlas it is, is looked up by its name, kind and position.
    """
    from dateline import atlas

    if place.atlas is not None:
        return atlas.area(atlas.get(place.atlas))
    for found in _namesakes(place):
        area = atlas.area(found)
        if area is not None and (place.lon is None or place.lat is None or _near(area, place.lon, place.lat)):
            return area
    return None


def coarser(one: Precision, other: Precision, /) -> Precision:
    """
    Return the less exact of two precisions.

    Examples
    --------
    >>> coarser("city", "country")
    'country'
    """
    return max(one, other, key=_COARSE.index)


def coast_towards(area: BaseGeometry, lon: float, lat: float, /) -> tuple[float, float]:
    """
    Return the point of a country's outline that is nearest to a place, islets left out.

    Parameters
    ----------
    area
        The country's polygon, cut at 180 degrees.
    lon, lat
        The place that a ship comes from or goes to.
    """
    from math import cos, radians

    from shapely import MultiPolygon, Point, get_parts
    from shapely.affinity import affine_transform
    from shapely.ops import nearest_points

    parts: list[Polygon] = [part for part in get_parts(area) if part.geom_type == "Polygon"]
    largest = max(part.area for part in parts)
    # Around the place, degrees of longitude shrunk as they are at the place's latitude and the country's.
    narrow = cos(radians((lat + area.centroid.y) / 2))
    shifted = []
    for part in parts:
        if part.area < largest / 20:
            continue
        turn = 360.0 * round((lon - part.centroid.x) / 360)
        shifted.append(affine_transform(part, [narrow, 0, 0, 1, turn * narrow, 0]))
    near = nearest_points(MultiPolygon(shifted).boundary, Point(lon * narrow, lat))[0]
    return (near.x / narrow + 180) % 360 - 180, near.y


def _namesakes(place: Place) -> Iterator[AtlasPlace]:
    from dateline import atlas

    near = None if place.lon is None or place.lat is None else (place.lon, place.lat)
    for found in atlas.find(place.name, near=near):
        same_kind = found.kind == place.kind or (found.kind in WATERS) == (place.kind in WATERS)
        if same_kind and (not place.countries or not found.countries or set(place.countries) & set(found.countries)):
            yield found


def _near(area: BaseGeometry, lon: float, lat: float) -> bool:
    from shapely import Point

    return bool(min(area.distance(Point(lon + turn, lat)) for turn in (-360, 0, 360)) <= _SAME_PLACE_DEG)


def _is_lent(story: Story, place: Place) -> bool:
    """Whether a place that the atlas does not have stands where another of the story does, to the last decimal."""
    at = place.lon, place.lat
    return place.atlas is None and any(
        other.atlas is not None and (other.lon, other.lat) == at for other in story.places.values()
    )


def _is_country(place: Place) -> bool:
    return place.kind in {"country", "territory"} or place.precision == "country"


def _country(state: str) -> Node | None:
    from dateline import atlas

    found = [place for place in atlas.find(state, country=state) if place.kind in {"country", "territory"}]
    if not found:
        return None
    country = found[0]
    return Node(_word(country.name), country.name, None, country.kind, country.lon, country.lat, "country")


def _word(name: str) -> str:
    return "-".join("".join(letter if letter.isalnum() else " " for letter in name.lower()).split())
