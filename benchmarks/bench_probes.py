"""
Probes: of sentences made from pieces whose right reading is known, how many are read right. No corpus is needed.

    python benchmarks/bench_probes.py [--towns 100] [--seed 5] [--misses]

Towns: how often a town of 20,000 to 200,000 people is found in plain sentences. Persons: how many texts take somebody
for a place. Divisions: how often one is found, and placed within 161 km. Ways: who went from where to where, and how
certain, with one piece varied at a time (movers, asides, who says so, verbs) and two at a time (verbs under sayings,
where the weaker of the two statuses is right). The pieces stand in probes.toml. What is drawn is drawn by the seed.
"""

from __future__ import annotations

import argparse
import math
import random
import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.atlas.gazetteer import by_code, distance_km
from dateline.atlas.index import open_index
from dateline.reading.draft import draft
from dateline.reading.hedging.status import weakest
from dateline.reading.places.geoparse import geoparse
from dateline.reading.text.article import parse

if TYPE_CHECKING:
    from collections.abc import Iterator

PIECES = tomllib.loads(Path(__file__).with_name("probes.toml").read_text("utf-8"))
NEAR = 161
GENERIC = re.compile(r" (?:Region|Province|Department|State|Governorate|Oblast|District|County|Prefecture)$")


def rows_of(kind: str, least: int, most: float) -> list[int]:
    """Give the rows of the places of a kind, by people, whose names are plain letters."""
    index = open_index()
    count = len(index.columns()[2])
    return [
        row
        for row in range(count)
        if index.kind(row) == kind and least < index.people(row) < most and index.name(row).isascii()
        and index.name(row)[0].isupper() and len(index.region(row)[0]) == 1
    ]  # fmt: skip


def towns(most: int, draw: random.Random) -> Iterator[tuple[bool, str]]:
    """Whether each town is found in each sentence."""
    rows = draw.sample(rows_of("city", 20_000, 200_000), most)
    for sentence in PIECES["towns"]["sentences"]:
        for row in rows:
            name = open_index().name(row)
            text = sentence.format(town=name)
            start = text.index(name)
            yield any(m.start <= start < m.end for m in geoparse(parse(text))), text


def persons() -> Iterator[tuple[bool, str]]:
    """Whether no text takes somebody for a place."""
    for text in PIECES["persons"]["texts"]:
        for name in PIECES["persons"]["names"].split():
            told = text.format(name=name)
            yield not any(name in m.text for m in geoparse(parse(told))), told


def divisions(most: int, draw: random.Random) -> Iterator[tuple[bool, str]]:
    """Whether each division is found and placed."""
    index = open_index()
    rows = [row for row in rows_of("region", 300_000, math.inf) if index.region(row)[1]]
    for row in draw.sample(rows, min(most, len(rows))):
        name, code = GENERIC.sub("", index.name(row)), index.region(row)[0][0]
        try:
            country = by_code(code).name
        except ValueError:
            continue
        for sentence in PIECES["divisions"]["sentences"]:
            text = sentence.format(division=name, country=country)
            start = text.index(name)
            found = next((m for m in geoparse(parse(text)) if m.start <= start < m.end and m.text != country), None)
            at = None if found is None else found.place
            yield at is not None and distance_km(at.lon, at.lat, *index.point(row)) <= NEAR, text


def ways() -> Iterator[tuple[bool, str]]:
    """Whether the one way of each sentence has its ends and its status."""
    pieces = PIECES["ways"]
    plain, verb = "the ferry", ["left Bari for Oran", "asserted"]
    cases = [(who, "", verb, ["{x}.", "asserted"]) for who in pieces["movers"]]
    cases += [("Ana Roa" if "who" in aside or "father" in aside else plain, aside, verb, ["{x}.", "asserted"])
              for aside in pieces["asides"]]  # fmt: skip
    cases += [(who, "", one, told) for who in (plain, "Ana Roa") for one in pieces["verbs"] for told in pieces["told"]]
    for who, aside, (does, status), (told, above) in cases:
        clause = f"{who}{aside} {does}".replace(",,", ",")
        text = told.format(x=clause, X=clause[0].upper() + clause[1:])
        text = text[0].upper() + text[1:]
        story = draft(parse(text), mentions=geoparse(parse(text)))
        found = [(leg.from_, leg.to, leg.status) for event in story.events for leg in event.legs]
        wanted = weakest([status, above])
        yield found == [("bari", "oran", wanted)], f"{text}  [{wanted}]  {found}"


def main() -> None:
    """Print the share read right of each sort of probe."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").strip().splitlines()[0])
    parser.add_argument("--towns", type=int, default=100, help="towns and divisions to draw (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=5, help="what is drawn (default: %(default)s)")
    parser.add_argument("--misses", action="store_true", help="print what is read wrong")
    args = parser.parse_args()
    draw = random.Random(args.seed)  # noqa: S311 - nothing secret
    sorts = {
        "towns": towns(args.towns, draw),
        "persons": persons(),
        "divisions": divisions(args.towns, draw),
        "ways": ways(),
    }
    print(f"{'probes':12}{'right':>7}{'of':>7}{'share':>8}")
    for sort, found in sorts.items():
        told = list(found)
        right = sum(is_right for is_right, _ in told)
        print(f"{sort:12}{right:7}{len(told):7}{right / len(told):8.1%}")
        for is_right, text in told if args.misses else ():
            if not is_right:
                print(f"    {text}")


if __name__ == "__main__":
    main()
