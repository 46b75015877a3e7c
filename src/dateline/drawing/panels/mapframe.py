"""The Leaflet map as folium makes it: panes and the marks' geometry. No word of a story enters here."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from dateline.drawing.panels.figure import Parts, numbered, parts_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from shapely.geometry.base import BaseGeometry

    from dateline.drawing.geometry.shapes import Shapes
    from dateline.drawing.ground.basemap import Bounds
    from dateline.drawing.marks.marks import Mark

__all__ = ["MANY", "MAP_NAME", "map_parts"]

MAP_NAME: Final = "map_1"
MANY: Final = 300
"""Marks from which a page is sparing: it says words once, and ways over land are twice as coarse."""

_DEGREES: Final = 3  # decimals: 110 m, a fifth of a pixel at the nearest zoom
# How far a way may be drawn from where it runs: at sea, where land is near, a pixel at the nearest zoom; over land,
# where a line only joins places, a thousandth of its length.
_SEA_DEG: Final = 0.004
_LAND_SHARE: Final = 0.001
_EDGE_LAT: Final = 82.0

# Hatching of a claim on water lies below the land: whatever the zoom, it paints no land.
_PANES: Final = {"hatch": 210, "basemap": 220, "lines": 400, "heads": 450, "labels": 600}


def map_parts(drawn: Shapes, made: Iterable[Mark], extent: Bounds, /) -> Parts:
    """
    Make the map of a story with folium and take it apart.

    Each mark is one layer that carries nothing but its id, as ``feature.properties.mark``; the page's script draws what
    else belongs to it.
    """
    import folium
    from folium.utilities import JsCode

    with numbered():
        west, south, east, north = extent
        world = folium.Map(
            location=[round((south + north) / 2, 2), round((west + east) / 2, 2)],
            tiles=None,
            zoom_start=3,
            min_zoom=2,
            max_zoom=8,
            max_bounds=True,
            min_lat=-_EDGE_LAT,
            max_lat=_EDGE_LAT,
            min_lon=drawn.meridian - 180,
            max_lon=drawn.meridian + 180,
            max_bounds_viscosity=1.0,
            bounce_at_zoom_limits=False,
            zoom_snap=0.25,
            scroll_wheel_zoom=False,
            fade_animation=False,
        )
        for name, level in _PANES.items():
            folium.map.CustomPane(name, z_index=level, pointer_events=False).add_to(world)
        for pane, marks in _by_pane(drawn, list(made)).items():
            folium.GeoJson(
                {"type": "FeatureCollection", "features": marks},
                pane=pane,
                interactive=False,
                no_clip=True,
                smooth_factor=0.5,
                marker=folium.CircleMarker(radius=6, pane=pane, interactive=False),
                renderer=JsCode(f'L.svg({{pane:"{pane}",padding:0.5}})'),
                control=False,
            ).add_to(world)
        parts = parts_of(world)
    # Between numbers, names and brackets the spaces say nothing; no word stands in this script.
    return Parts(parts.html, re.sub(r'(?<=[\d\]}"][,:]) (?=[-\d\[{"])', "", parts.script))


def _by_pane(drawn: Shapes, made: Collection[Mark]) -> dict[str, list[dict[str, Any]]]:
    """Sort the marks' geometries by the pane that they are drawn in."""
    panes: dict[str, list[dict[str, Any]]] = {}
    many = len(made) > MANY
    for mark in made:
        geometry = drawn.marks[mark.id].geometry
        if mark.drawn and geometry is not None:
            below = mark.surface == "water" and geometry.geom_type.endswith("Polygon")
            feature = {
                "type": "Feature",
                "properties": {"mark": mark.id},
                "geometry": _rounded(_simple(mark, geometry, many=many), decimals=_DEGREES - 1 if many else _DEGREES),
            }
            panes.setdefault("hatch" if below else "lines", []).append(feature)
    return panes


def _simple(mark: Mark, geometry: BaseGeometry, *, many: bool) -> BaseGeometry:
    """Leave out what no zoom shows; a flow's arc keeps its points, which make it smooth."""
    if mark.kind == "flow":
        return geometry
    return geometry.simplify(
        _SEA_DEG if mark.by_sea else max(_SEA_DEG, _LAND_SHARE * geometry.length * (2 if many else 1))
    )


def _rounded(geometry: BaseGeometry, *, decimals: int) -> dict[str, Any]:
    from shapely.geometry import mapping

    shape = mapping(geometry)
    return {"type": shape["type"], "coordinates": _round(shape["coordinates"], decimals)}


def _round(value: Any, decimals: int) -> Any:  # noqa: ANN401  # GeoJSON nests as deep as its type wants
    if isinstance(value, (tuple, list)):
        return [_round(inner, decimals) for inner in value]
    return round(float(value), decimals)
