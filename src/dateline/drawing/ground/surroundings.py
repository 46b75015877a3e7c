"""Names around a story that help a reader to find the way: countries of the atlas, marked as not the article's."""

from __future__ import annotations

from math import cos, hypot, radians, sqrt
from typing import TYPE_CHECKING, Any, Final

from dateline.drawing.geometry.turns import nearest_turn
from dateline.drawing.ground.basemap import extent
from dateline.drawing.style.countrynames import country_name

if TYPE_CHECKING:
    from dateline.atlas.place import Place
    from dateline.drawing.geometry.shapes import Shapes
    from dateline.story.model import Story

__all__ = ["across_deg", "surroundings"]

_MOST: Final = 44
_LARGEST: Final = 24  # of them chosen by their size on the map; the others lie next to the story's places
_LEAST: Final = 300_000  # people: smaller states are seen only where a story names them
_MARGIN: Final = 0.3
_KM_A_DEGREE: Final = 111.2


def surroundings(story: Story, drawn: Shapes, /, *, lang: str = "en") -> list[dict[str, Any]]:
    """
    List countries in and around a story's part of the world.

    Parameters
    ----------
    lang
        Language of the names; the story's own words stay as they are.

    Returns
    -------
    labels
        Name, longitude on the map's one world, latitude, and about how many degrees wide it is drawn: those that look
        largest first, then the nearest to the places. A country that is a place of the story has that place's id too:
        it is named so only where the story's own name for it does not stand.
    """
    from dateline.atlas.index import open_index

    found = extent(drawn)
    if found is None:
        return []
    west, south, east, north = found
    wide = max(8.0, _MARGIN * max(east - west, north - south))
    named = {
        code: key
        for key, place in reversed(story.places.items())
        if place.precision == "country"
        for code in place.countries
    }
    called = {place.name: key for key, place in reversed(story.places.items())}
    names = {node.name for node in drawn.nodes.values() if node.place is None}
    index = open_index()
    out: list[dict[str, Any]] = []
    for code, row in sorted(index.codes.items()):
        if len(code) != 2:
            continue
        place = index.place(row)
        lon, lat = place.label_lon or place.lon, place.label_lat or place.lat
        lon += nearest_turn(lon, lon, drawn.meridian)
        inside = west - wide <= lon <= east + wide and south - wide <= lat <= north + wide
        if inside and place.kind == "country" and place.population >= _LEAST and place.name not in names:
            across = across_deg(place)
            name = (country_name(code, lang) if lang != "en" else None) or place.name
            label = {"name": name, "lon": round(lon, 2), "lat": round(lat, 2), "wide": round(across, 1)}
            own = named.get(code) or called.get(place.name)
            out.append(label | ({"of": own} if own else {}))
    ranked = sorted(out, key=lambda label: (-label["wide"], label["name"]))
    chosen = ranked[:_LARGEST]
    places = [(node.lon, node.lat) for node in drawn.nodes.values()]
    rest = sorted(
        ranked[_LARGEST:], key=lambda label: min(hypot(label["lon"] - x, label["lat"] - y) for x, y in places)
    )
    return [*chosen, *rest[: _MOST - _LARGEST]]


def across_deg(place: Place, /) -> float:
    """
    Return about how many degrees of longitude a place with an area is wide on a Mercator map; 0 without an area.

    Examples
    --------
    >>> from dateline.atlas import find
    >>> across_deg(find("Iceland")[0]) > across_deg(find("Sri Lanka")[0])
    True
    """
    from dateline.atlas.areas import sizes

    lat = place.label_lat or place.lat
    return sqrt(sizes().get(place.id, 0.0)) / _KM_A_DEGREE / cos(radians(lat))
