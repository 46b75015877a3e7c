"""A folium map in a notebook without a network: GeoPandas' ``explore()`` alone shows nothing there."""

from __future__ import annotations

import copy
import json
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

    import folium

__all__ = ["ShownMap", "show"]

_Box = tuple[float, float, float, float]

_FRAME_PX: Final = 480
_WIDE_DEG: Final = 20  # beyond it the coarse land will do
# Whatever words a tooltip holds, nothing of them may ask for anything.
_POLICY: Final = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:"
_LAND_STYLE: Final = {"color": "#9a9a92", "weight": 0.6, "fillColor": "#f3f1ea", "fillOpacity": 1}
_PAGE: Final = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{policy}">
<title>Map</title>
<style>{leaflet_css}
html,body{{margin:0;height:100%}}.folium-map{{position:absolute;inset:0;background:#dfe7ee}}
.maplegend{{position:absolute;z-index:999;right:10px;bottom:26px}}
.maplegend{{background:#fffd;padding:.5em .8em;font:12px sans-serif}}
.maplegend ul{{margin:.3em 0 0;padding:0;list-style:none}}.maplegend span{{display:inline-block;width:1em;height:1em}}
.maplegend span{{margin-right:.4em;vertical-align:-.15em}}
.foliumtooltip th{{text-align:left;padding-right:.6em;font-weight:600}}</style></head>
<body>{html}{legends}
<script>{leaflet}</script>
<script>L.Control.Attribution.prototype.options.prefix = "Leaflet | Natural Earth";</script>
<script>{script}</script>
<script>L.geoJSON({land}, {{interactive: false, style: {land_style}}}).addTo({map}).bringToBack();
// A notebook may size the frame after it has loaded: then the map is fitted again, until a reader moves it.
const own = {{bounds: {bounds}, moved: false}};
const touched = () => (own.moved = true);
for (const name of ["pointerdown", "wheel", "keydown"]) addEventListener(name, touched, {{passive: true}});
new ResizeObserver(() => {{
  {map}.invalidateSize();
  if (own.bounds && !own.moved) {map}.fitBounds(own.bounds, {{animate: false}});
}}).observe({map}.getContainer());
</script>
</body></html>
"""


@dataclass(frozen=True, slots=True)
class ShownMap:
    """
    A folium map as one page that asks for nothing.

    Attributes
    ----------
    html
        The page.
    """

    html: str

    def save(self, path: str | Path, /) -> None:
        """Write the page, whole or not at all."""
        from dateline.story.files import write_beside

        write_beside(path, self.html.encode("utf-8"))

    def _repr_html_(self) -> str:
        return (
            f'<iframe srcdoc="{escape(self.html)}" title="Map" sandbox="allow-scripts" '
            f'style="width:100%;height:{_FRAME_PX}px;border:0"></iframe>'
        )


def show(drawn: folium.Map, /) -> ShownMap:
    """
    Show a folium map, such as GeoPandas' ``explore()`` makes, where there is no network.

    Its Leaflet is ours, and the land lies below it.

    For exploring. What readers get is made by `dateline.draw`: folium's maps have no dashes, no speakers, no quotes.

    Parameters
    ----------
    drawn
        Without tiles and without a colour bar, which want files from elsewhere; a legend of categories comes along.

    Raises
    ------
    DatelineError
        When the map links what no page without a network can have; it is named.

    Examples
    --------
    >>> from geopandas import GeoSeries
    >>> from shapely import Point
    >>> page = show(GeoSeries([Point(103.8, 1.3)], crs="EPSG:4326").explore(tiles=None)).html
    >>> "https://cdn" in page, "L.map(" in page
    (False, True)
    """
    from dateline.drawing.panels.figure import FigureError, leaflet, parts_of

    parts = parts_of(copy.deepcopy(drawn))
    if "L.tileLayer" in parts.script:
        msg = "the map has tiles, which only a network has; make it with tiles=None: the land is put below it here"
        raise FigureError(msg)
    script, style = leaflet()
    bounds = _bounds(drawn)
    return ShownMap(
        _PAGE.format(
            policy=_POLICY,
            leaflet_css=style,
            leaflet=script,
            html=parts.html,
            script=parts.script.replace("</", "<\\/"),  # words in a tooltip end no script
            map=drawn.get_name(),
            land=_land_below(bounds),
            bounds=json.dumps(bounds and [[bounds[1], bounds[0]], [bounds[3], bounds[2]]]),
            legends=_legends(drawn),
            land_style=json.dumps(_LAND_STYLE),
        )
    )


def _legends(drawn: folium.Map) -> str:
    """Take over the legends of categories, which GeoPandas puts beside the map; they are moved by no script here."""
    from branca.element import Figure

    root = drawn.get_root()
    if not isinstance(root, Figure):
        return ""
    pieces = (str(getattr(child, "_template_str", None) or "") for child in root.html._children.values())
    return "".join(piece for piece in pieces if "maplegend" in piece)


def _bounds(drawn: folium.Map) -> _Box | None:
    """West, south, east and north of all that is on a map; None of an empty one."""
    found = [float(value) for corner in drawn.get_bounds() for value in corner if value is not None]
    return (found[1], found[0], found[3], found[2]) if len(found) == 4 else None


def _land_below(bounds: _Box | None) -> str:
    """Give the land below, as fine as the map is small; without it a map without tiles is points in nowhere."""
    if bounds is None:
        return _land(None)
    west, south, east, north = bounds
    span = max(east - west, north - south, 1.0)
    if span > _WIDE_DEG or west - span < -180 or east + span > 180:
        return _land(None)
    return _land((west - span, max(south - span, -90), east + span, min(north + span, 90)))


@lru_cache(maxsize=8)
def _land(box: _Box | None) -> str:
    from shapely import set_precision
    from shapely.geometry import mapping

    from dateline.atlas import land

    fine = land(scale="110m") if box is None else land(box, scale="10m" if box[2] - box[0] < _WIDE_DEG else "50m")
    return json.dumps(mapping(set_precision(fine, 0.01 if box is None else 0.001)), separators=(",", ":"))
