"""A folium map of an analyst's in a notebook: it asks for nothing, and what it cannot have is refused by name."""

from __future__ import annotations

import re

import geopandas as gpd
import pytest
from shapely import LineString, Point

import dateline
from dateline import DatelineError
from dateline.drawing.panels.figure import leaflet

LINES = gpd.GeoDataFrame(
    {"way": ["one", "two"], "share": [0.2, 0.8]},
    geometry=[LineString([(4, 52), (-10, 40)]), LineString([(4, 52), (-15, 30)])],
    crs="EPSG:4326",
)


def test_a_map_of_geopandas_loads_nothing():
    """Leaflet is in it; no script, style or picture has an address, and its policy allows none."""
    page = dateline.show(LINES.explore(tiles=None, tooltip=["way"])).html
    ours = page.replace(leaflet()[0], "")  # whose credit is a link, for readers to follow; it is replaced
    assert not re.search(r"""(?:src|href)=["']?(?:https?:)?//""", ours)
    assert "default-src 'none'" in page
    assert "L.map(" in page


def test_showing_a_map_leaves_it_as_it_was():
    """Shown twice it gives the same bytes, and more can be added to it."""
    drawn = LINES.explore(tiles=None)
    first = dateline.show(drawn).html
    assert dateline.show(drawn).html == first
    more = gpd.GeoSeries([Point(4, 52)], crs="EPSG:4326").explore(m=drawn)
    assert len(dateline.show(more).html) > len(first)


def test_a_legend_of_categories_comes_along():
    assert (
        "<span style='background:#0072B2'></span>one</li>"
        in dateline.show(LINES.explore("way", tiles=None, cmap=["#0072B2", "#B34700"], legend=True)).html
    )


@pytest.mark.parametrize(("options", "words"), [({}, "tiles"), ({"column": "share", "tiles": None}, "d3")])
def test_what_no_page_without_a_network_can_have_is_refused(options, words):
    with pytest.raises(DatelineError, match=words):
        dateline.show(LINES.explore(**options))


def test_it_stands_in_a_frame_that_can_reach_nothing_around_it(tmp_path):
    shown = dateline.show(LINES.explore(tiles=None))
    assert 'sandbox="allow-scripts"' in shown._repr_html_()
    shown.save(tmp_path / "map.html")
    assert (tmp_path / "map.html").read_bytes().decode() == shown.html
