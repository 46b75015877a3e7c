"""The Leaflet map as folium makes it: panes and the marks' geometry. No word of a story enters here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from dateline.drawing.figure import Parts, numbered, parts_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from shapely.geometry.base import BaseGeometry

    from dateline.drawing.basemap import Bounds
    from dateline.drawing.marks import Mark
    from dateline.drawing.shapes import Shapes

__all__ = ["MAP_NAME", "map_parts"]

MAP_NAME: Final = "map_1"
_DEGREES: Final = 4  # decimals: 11 m, finer than any data here
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
        for pane, marks in _by_pane(drawn, made).items():
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
        return parts_of(world)


def _by_pane(drawn: Shapes, made: Iterable[Mark]) -> dict[str, list[dict[str, Any]]]:
    """Sort the marks' geometries by the pane that they are drawn in."""
    panes: dict[str, list[dict[str, Any]]] = {}
    for mark in made:
        geometry = drawn.marks[mark.id].geometry
        if mark.drawn and geometry is not None:
            below = mark.surface == "water" and geometry.geom_type.endswith("Polygon")
            feature = {"type": "Feature", "properties": {"mark": mark.id}, "geometry": _rounded(geometry)}
            panes.setdefault("hatch" if below else "lines", []).append(feature)
    return panes


def _rounded(geometry: BaseGeometry) -> dict[str, Any]:
    from shapely.geometry import mapping

    shape = mapping(geometry)
    return {"type": shape["type"], "coordinates": _round(shape["coordinates"])}


def _round(value: Any) -> Any:  # noqa: ANN401  # GeoJSON nests as deep as its type wants
    return [_round(inner) for inner in value] if isinstance(value, (tuple, list)) else round(float(value), _DEGREES)
