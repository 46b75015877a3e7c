"""Write compiled data: whole numbers from degrees, SQLite files with the same bytes each time, their checksums."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import shapely
from inputs import lock
from topology import polygons

from dateline.atlas.rings import pack

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

HERE = Path(__file__).resolve().parent
CHECKSUMS = HERE / "checksums.json"
SOURCE = """CREATE TABLE source(key TEXT PRIMARY KEY, name TEXT, version TEXT, licence TEXT, attribution TEXT,
    viewpoint TEXT, sha256 TEXT, use TEXT)"""


def rounded(geometry: shapely.Geometry, decimals: int) -> list[shapely.Polygon]:
    """
    The polygons of a geometry with rounded coordinates, valid.

    One that would vanish (an islet smaller than the grid) becomes the smallest square of the grid round its middle: a
    small island must not be lost to rounding.
    """
    grid = 10.0**-decimals
    out = polygons(shapely.set_precision(geometry, grid))
    tree = shapely.STRtree(out)
    for polygon in polygons(geometry):
        if not len(tree.query(polygon, predicate="intersects")):
            x, y = polygon.representative_point().coords[0]
            x, y = (np.floor(v / grid) * grid for v in (x, y))
            square = shapely.box(x, y, x + grid, y + grid)
            if not len(tree.query(square, predicate="intersects")):
                out.append(square)
                tree = shapely.STRtree(out)
    return [shapely.normalize(polygon) for polygon in out]


def packed(geometry: shapely.Geometry, decimals: int) -> bytes:
    """Polygons rounded and packed."""
    parts = []
    for polygon in sorted(rounded(geometry, decimals), key=lambda p: (-p.area, p.bounds)):
        rings = [polygon.exterior, *polygon.interiors]
        parts.append([_whole(np.asarray(ring.coords), decimals) for ring in rings])
    return pack(parts, decimals=decimals)


def packed_lines(geometry: shapely.Geometry, decimals: int) -> bytes:
    """Lines rounded and packed."""
    lines = [_whole(np.asarray(line.coords), decimals) for line in shapely.get_parts(geometry)]
    lines = [line[np.r_[True, (np.diff(line, axis=0) != 0).any(axis=1)]] for line in lines]
    parts = sorted(([line] for line in lines if len(line) > 1), key=lambda part: (-len(part[0]), part[0].tolist()))
    return pack(parts, decimals=decimals, lines=True)


def _whole(xy: np.ndarray[tuple[int, ...], np.dtype[np.float64]], decimals: int) -> np.ndarray:
    return np.round(xy * 10**decimals).astype(np.int32)


def sources(keys: Iterable[str]) -> list[tuple[str, ...]]:
    """Rows of the table of sources for packages of ``inputs.toml``."""
    fields = ("name", "version", "licence", "credit", "viewpoint", "sha256", "role")
    return [(key, *(str(lock()[key][field]) for field in fields)) for key in sorted(keys)]


def write(name: str, schema: Sequence[str], rows: dict[str, Sequence[tuple[object, ...]]], keys: Iterable[str]) -> Path:
    """
    Write a compiled file and its checksum.

    The rows of each table stand in the order given; there is no date in the file, and SQLite's own version number is
    blanked, so that the same rows give the same bytes on any machine.
    """
    path = HERE / name
    path.unlink(missing_ok=True)
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA page_size = 4096")
    connection.execute("PRAGMA journal_mode = OFF")
    for statement in (*schema, SOURCE):
        connection.execute(statement)
    for table, values in {**rows, "source": sources(keys)}.items():
        if values:
            marks = ", ".join("?" * len(values[0]))
            connection.executemany(f"INSERT INTO {table} VALUES ({marks})", values)  # noqa: S608 - names of ours
    connection.commit()
    connection.execute("VACUUM")
    connection.close()
    content = bytearray(path.read_bytes())
    content[24:28] = content[92:96] = (1).to_bytes(4, "big")  # change counter, and the version it is valid for
    content[96:100] = (3_040_000).to_bytes(4, "big")  # the SQLite that wrote the file
    path.write_bytes(content)
    record_checksum(path)
    return path


def record_checksum(path: Path) -> None:
    """Put a file's sha256 into ``checksums.json``."""
    sums = json.loads(CHECKSUMS.read_text(encoding="utf-8")) if CHECKSUMS.exists() else {}
    sums[path.name] = hashlib.sha256(path.read_bytes()).hexdigest()
    CHECKSUMS.write_text(json.dumps(sums, indent=1, sort_keys=True) + "\n", encoding="utf-8")
