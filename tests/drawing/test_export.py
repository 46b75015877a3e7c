"""What goes out comes back, read by GDAL's own readers; no file is half written; no cell is a formula."""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from pathlib import Path

import geopandas as gpd
import pyogrio
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from shapely import Point
from shapely.geometry import shape

from dateline.drawing.export import FORMATS, csv_of, geojson_of, write
from dateline.drawing.geodata.layers import layers, marks
from dateline.drawing.marks.rows import spreadsheet_safe
from dateline.errors import DatelineError
from dateline.story import file
from dateline.story.model import Article, Event, Place, Story

STORIES = Path(__file__).parents[1] / "stories"
NAMES = ["grain", "doses", "pacific", "council", "frigates", "hostile"]
LIMA = {"lima": Place("Lima", "city", lon=-77.03, lat=-12.05, precision="city")}


@pytest.fixture(scope="module", params=NAMES)
def story(request):
    return file.load(STORIES / f"{request.param}.yaml")


def one(**fields):
    """A story of one mark."""
    return Story(Article(), LIMA, events=(Event("e1", "presence", place="lima", status="asserted", **fields),))


def test_geopackage_comes_back_layer_by_layer(story, tmp_path):
    """Read by GDAL: the same layers, rows, words and geometry."""
    write(story, tmp_path / "story.gpkg")
    held = {name for name, _ in pyogrio.list_layers(tmp_path / "story.gpkg")}
    written = {name: frame for name, frame in layers(story).items() if len(frame)}
    assert held == (set(written) or {"places"})
    for name, frame in written.items():
        back = pyogrio.read_dataframe(tmp_path / "story.gpkg", layer=name)
        assert back.crs.to_epsg() == 4326
        assert back["id"].tolist() == frame["id"].tolist()
        there = frame.geometry.notna()
        assert back.geometry.notna().tolist() == there.tolist()
        assert back.geometry[there].geom_equals_exact(frame.geometry[there], 1e-12).all()
        for column in ("status", "quote", "goods", "evidence"):
            if column in frame and frame[column].notna().any():
                assert back[column].fillna("").tolist() == frame[column].fillna("").tolist()


def test_geoparquet_comes_back_whole(story, tmp_path):
    write(story, tmp_path / "story.parquet")
    back = gpd.read_parquet(tmp_path / "story.parquet")
    wanted = marks(story)
    assert back.crs.to_epsg() == 4326
    assert back["id"].tolist() == wanted["id"].tolist()
    assert back["quote"].fillna("").tolist() == wanted["quote"].fillna("").tolist()
    assert back.geometry.geom_equals_exact(wanted.geometry, 0).all()


def test_geojson_holds_the_ids_statuses_and_offsets_of_the_layers(story):
    """The page's own export and the layers are one record."""
    document = json.loads(geojson_of(story))
    wanted = marks(story)
    assert [feature["id"] for feature in document["features"]] == wanted["id"].tolist()
    assert [feature["properties"]["status"] for feature in document["features"]] == wanted["status"].tolist()
    for feature, offsets in zip(document["features"], wanted["evidence"].fillna(""), strict=True):
        assert " ".join(f"{a}-{b}" for a, b in feature["properties"]["evidence"]) == offsets
        assert {"event", "leg", "kind", "status", "evidence"} <= set(feature["properties"])


def test_geojson_keeps_rfc_7946(story):
    """No CRS member, longitudes within 180, outer rings anticlockwise, and GDAL reads it."""
    text = geojson_of(story)
    document = json.loads(text)
    assert set(document) == {"type", "features"}
    for feature in document["features"]:
        geometry = shape(feature["geometry"])
        west, south, east, north = geometry.bounds
        assert -180 <= west <= east <= 180
        assert -90 <= south <= north <= 90
        for polygon in getattr(geometry, "geoms", [geometry]):
            assert polygon.geom_type != "Polygon" or polygon.exterior.is_ccw
    if document["features"]:
        back = pyogrio.read_dataframe(io.BytesIO(text.encode()))
        assert back.crs.to_epsg() == 4326
        assert back["status"].tolist() == marks(story)["status"].tolist()


def test_csv_has_one_line_for_each_mark_and_begins_with_id_and_status(story):
    text = csv_of(story)
    assert text.startswith("id,status,")
    found = list(csv.DictReader(io.StringIO(text, newline="")))
    wanted = marks(story)
    assert [row["id"] for row in found] == wanted["id"].tolist()
    assert [row["status"] for row in found] == wanted["status"].tolist()
    assert [row["evidence"] for row in found] == wanted["evidence"].fillna("").tolist()


def test_gdal_reads_the_csv_as_points(story, tmp_path):
    write(story, tmp_path / "story.csv")
    back = pyogrio.read_dataframe(tmp_path / "story.csv", X_POSSIBLE_NAMES="lon", Y_POSSIBLE_NAMES="lat")
    assert len(back) == len(marks(story))


def test_kml_is_read_by_gdal_with_every_mark_and_place(story, tmp_path):
    write(story, tmp_path / "story.kml")
    found = [
        pyogrio.read_dataframe(tmp_path / "story.kml", layer=name)
        for name, _ in pyogrio.list_layers(tmp_path / "story.kml")
    ]
    placed = sum(place.lon is not None for place in story.places.values())
    assert sum(map(len, found)) == len(marks(story)) + placed


@pytest.mark.parametrize("suffix", FORMATS)
def test_the_same_story_gives_the_same_bytes(grain, tmp_path, suffix):
    write(grain, tmp_path / f"a{suffix}")
    write(grain, tmp_path / f"b{suffix}")
    assert (tmp_path / f"a{suffix}").read_bytes() == (tmp_path / f"b{suffix}").read_bytes()


def test_a_geopackage_is_not_dated_by_the_clock(grain, tmp_path):
    """GDAL writes the time of writing into it; the fixed one stands there instead."""
    write(grain, tmp_path / "a.gpkg")
    assert b"2000-01-01T00:00:00" in (tmp_path / "a.gpkg").read_bytes()
    assert pyogrio.get_gdal_config_option("OGR_CURRENT_DATE") is None


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize(
    "words", ['=HYPERLINK("x")', "]]><b>&amp;", "a\x00b\x1fc", "lone \ud800 half", "\u202eabc", '🚢 ,"\r\n']
)
def test_any_words_survive_or_are_marked_in_every_format(tmp_path, suffix, words):
    write(one(goods=words), tmp_path / f"s{suffix}")
    assert (tmp_path / f"s{suffix}").stat().st_size > 0


@given(st.text())
@example("\x1f@now()")
@example("\u200b=1+1")
def test_no_cell_begins_like_a_formula(words):
    """Excel, LibreOffice and Google Sheets run what begins with =, +, - or @."""
    text = csv_of(one(goods=words))
    cell = next(csv.DictReader(io.StringIO(text, newline="")))["goods"]
    seen = [sign for sign in cell if unicodedata.category(sign)[0] not in "ZC"]
    assert not seen or seen[0] not in "=+-@\uff1d\uff0b\uff0d\uff20"
    if words[:1].isalnum() and "\0" not in words:
        assert cell == words.encode("utf-8", "replace").decode()


def test_numbers_stay_numbers_in_a_table():
    assert spreadsheet_safe(-12.5) == -12.5
    row = next(csv.DictReader(io.StringIO(csv_of(one()), newline="")))
    assert (float(row["lon"]), float(row["lat"])) == (-77.03, -12.05)


@pytest.mark.parametrize("layer", ["places", "evidence", "unmapped"])
@pytest.mark.parametrize("suffix", [".parquet", ".geojson", ".csv"])
def test_one_layer_can_be_written_alone(grain, tmp_path, layer, suffix):
    write(grain, tmp_path / f"s{suffix}", layer=layer)
    read = gpd.read_parquet if suffix == ".parquet" else pyogrio.read_dataframe
    assert len(read(tmp_path / f"s{suffix}")) == len(layers(grain)[layer])


def test_an_unknown_format_or_layer_is_refused_with_the_way_out(grain, tmp_path):
    with pytest.raises(DatelineError, match=r"'\.shp' is no format for layers; use \.gpkg"):
        write(grain, tmp_path / "a.shp")
    with pytest.raises(DatelineError, match="layer 'ships' is not one of places, areas"):
        write(grain, tmp_path / "a.csv", layer="ships")
    with pytest.raises(DatelineError, match="holds all layers"):
        write(grain, tmp_path / "a.gpkg", layer="places")
    assert not list(tmp_path.iterdir())


def test_a_folder_that_cannot_be_written_leaves_nothing_behind(grain, tmp_path):
    (tmp_path / "taken").write_text("a file", encoding="utf-8")
    with pytest.raises(DatelineError, match="cannot be written"):
        write(grain, tmp_path / "taken" / "a.gpkg")
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]


def test_a_point_is_written_where_it_is():
    assert marks(one()).geometry.iloc[0].equals(Point(-77.03, -12.05))
