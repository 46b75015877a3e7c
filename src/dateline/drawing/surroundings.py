"""Names around a story that help a reader to find the way: countries of the atlas, marked as not the article's."""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING, Any, Final

from dateline.drawing.basemap import extent
from dateline.drawing.turns import nearest_turn

if TYPE_CHECKING:
    from dateline.drawing.shapes import Shapes
    from dateline.story.model import Story

__all__ = ["surroundings"]

_MOST: Final = 36
_GREATEST: Final = 22  # of them chosen by population; the others lie next to the story's places
_LEAST: Final = 300_000  # people: smaller states are seen only where a story names them
_MARGIN: Final = 0.3


def surroundings(story: Story, drawn: Shapes, /) -> list[dict[str, Any]]:
    """
    List countries in and around a story's part of the world that the story does not place itself.

    Returns
    -------
    labels
        Name, longitude on the map's one world, and latitude: the most populous first, then the nearest to the places.
    """
    from dateline.atlas.index import open_index

    found = extent(drawn)
    if found is None:
        return []
    west, south, east, north = found
    wide = max(8.0, _MARGIN * max(east - west, north - south))
    named = {code for place in story.places.values() if place.precision == "country" for code in place.countries}
    names = {node.name for node in drawn.nodes.values()}
    index = open_index()
    out: list[tuple[int, dict[str, Any]]] = []
    for code, row in sorted(index.codes.items()):
        if len(code) != 2 or code in named:
            continue
        place = index.place(row)
        lon, lat = place.label_lon or place.lon, place.label_lat or place.lat
        lon += nearest_turn(lon, lon, drawn.meridian)
        inside = west - wide <= lon <= east + wide and south - wide <= lat <= north + wide
        if inside and place.kind == "country" and place.population >= _LEAST and place.name not in names:
            out.append((-place.population, {"name": place.name, "lon": round(lon, 2), "lat": round(lat, 2)}))
    ranked = [label for _, label in sorted(out, key=lambda item: (item[0], item[1]["name"]))]
    chosen = ranked[:_GREATEST]
    places = [(node.lon, node.lat) for node in drawn.nodes.values()]
    rest = sorted(
        ranked[_GREATEST:], key=lambda label: min(hypot(label["lon"] - x, label["lat"] - y) for x, y in places)
    )
    return [*chosen, *rest[: _MOST - _GREATEST]]
