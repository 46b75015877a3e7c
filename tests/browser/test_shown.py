"""What an analyst sees of a map in a notebook."""

from __future__ import annotations

import re

import geopandas as gpd
import pytest
from playwright.sync_api import expect
from shapely import LineString

import dateline

pytestmark = pytest.mark.browser


def test_a_map_that_is_sized_late_shows_its_lines(page, tmp_path):
    """A notebook gives the frame its size after it has loaded; the map is then fitted to what is on it."""
    lines = gpd.GeoDataFrame({"way": ["<b>one</b>"]}, geometry=[LineString([(119, 25), (121, 24)])], crs="EPSG:4326")
    shown = dateline.show(lines.explore(tiles=None, tooltip=["way"]))
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    (tmp_path / "notebook.html").write_text(f"<div hidden>{shown._repr_html_()}</div>", encoding="utf-8")
    page.goto((tmp_path / "notebook.html").as_uri())
    page.locator("div").evaluate("e => { e.hidden = false; }")
    scale = page.frame_locator("iframe").locator(".leaflet-control-scale-line").first
    expect(scale).to_have_text(re.compile(r"^(10|20|30|50) km$"))  # of the world it would be thousands
    assert asked == [(tmp_path / "notebook.html").as_uri()]
