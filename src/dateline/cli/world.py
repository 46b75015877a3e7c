"""From the atlas: ``dateline find``, ``route``, ``passages`` and ``geoparse``."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

import click

from dateline.cli.given import position
from dateline.cli.root import cli
from dateline.cli.told import print_lines, stream, table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dateline.errors import DatelineError

__all__ = ["find", "geoparse", "passages", "route"]


@cli.command()
@click.argument("name")
@click.option("--hint", "hints", multiple=True, metavar="NAME", help="Another name of the same text; may be repeated.")
@click.option("--kind", help="Only places of this kind: country, region, city, sea, strait …")
@click.option("--country", metavar="ISO", help="Only places in this country (two letters).")
@click.option(
    "--limit", type=click.IntRange(1), default=10, show_default=True, help="How many candidates to print at the most."
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def find(
    name: str, hints: tuple[str, ...], kind: str | None, country: str | None, limit: int, *, as_json: bool
) -> None:
    """
    Find what NAME may mean, best first, with the reasons.

    In: a place name. Out: a table of candidates, or JSON. Status 1 when there is none.

    \b
    Examples:
      dateline find "Taiwan Strait"
      dateline find Georgia --hint Tbilisi
    """
    from dateline import atlas

    places = atlas.find(name, hints, kind=kind, country=country)[:limit]
    if as_json:
        rows: list[dict[str, Any]] = [
            {
                "id": place.id,
                "name": place.name,
                "kind": place.kind,
                "lon": place.lon,
                "lat": place.lat,
                "countries": list(place.countries),
                "admin": list(place.admin),
                "population": place.population,
                "precision": place.precision,
                "disputed": place.disputed,
                "source": place.source,
                "score": place.score,
                "reasons": list(place.reasons),
            }
            for place in places
        ]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
    elif places:
        table(
            ("name", "kind", "in", "lon", "lat", "people", "why"),
            [
                (
                    place.name,
                    place.kind,
                    ", ".join([*place.admin, *place.countries]),
                    f"{place.lon:.3f}",
                    f"{place.lat:.3f}",
                    f"{place.population:,}" if place.population else "",
                    "; ".join([*place.reasons, *([f"disputed: {place.disputed}"] if place.disputed else [])]),
                )
                for place in places
            ],
        )
    else:
        only = "".join(f", {key} {value}" for key, value in (("kind", kind), ("country", country)) if value)
        click.echo(f"no place of this name{only}: {name}", err=True)
    sys.exit(0 if places else 1)


@cli.command(context_settings={"ignore_unknown_options": True})  # "-9.1,38.7" is a position, no option
@click.argument("origin")
@click.argument("destination")
@click.option("--via", multiple=True, metavar="NAME", help="A passage, sea, place or LON,LAT on the way; in order.")
@click.option("--avoid", multiple=True, metavar="NAME", help="A passage or sea to keep out of.")
@click.option(
    "--alternatives", type=click.IntRange(0), default=0, show_default=True, help="How many other ways to look for."
)
@click.option("-o", "--output", metavar="FILE", help="Write the routes as GeoJSON.")
def route(
    origin: str, destination: str, via: tuple[str, ...], avoid: tuple[str, ...], alternatives: int, output: str | None
) -> None:
    """
    Find the way by sea from ORIGIN to DESTINATION.

    In: names or LON,LAT. Out: a table (way, km, nautical miles, passages); with -o a GeoJSON file. A way that does not
    exist is refused with the reason and status 2.

    \b
    Examples:
      dateline route Busan Manila --via "Taiwan Strait"
      dateline route Rotterdam Singapore --avoid "Suez Canal" -o route.geojson
    """
    from dateline import atlas
    from dateline.story.files import write_beside

    best = atlas.sea_route(
        position(origin),
        position(destination),
        via=[position(v) for v in via],
        avoid=avoid,
        alternatives=alternatives,
    )
    ways = [("shortest", best), *((other.label, other) for other in best.alternatives)]
    table(
        ("way", "km", "nm", "passages"),
        [(label, f"{way.km:,.0f}", f"{way.nm:,.0f}", ", ".join(way.passages) or "-") for label, way in ways],
    )
    for note in best.notes:
        click.echo(note, err=True)
    if output is not None:
        features = [way.to_feature(label=label) for label, way in ways]
        document = json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False)
        write_beside(output, document.encode("utf-8"))


@cli.command()
def passages() -> None:
    """
    List the straits, channels and canals that a route can be sent through or kept out of.

    \b
    Example:
      dateline passages
    """
    from dateline import atlas

    rows = [(passage.name, ", ".join(passage.aliases), passage.note or "") for passage in atlas.passages()]
    table(("name", "also", "note"), rows)


@cli.command()
@click.argument("docs")
@click.option(
    "--profile",
    type=click.Choice(["all", "literal", "no-demonyms"]),
    default="all",
    show_default=True,
    help="Which mentions: all; only places themselves; all but demonyms and languages.",
)
@click.option("--home", metavar="PLACE", help="Where the outlet is, for records that do not say.")
@click.option("--explain", is_flag=True, help="Say why each mention was taken and placed as it was.")
def geoparse(docs: str, profile: str, home: str | None, *, explain: bool) -> None:
    """
    Find and place the place names of many articles.

    In: DOCS, JSON lines {"doc_id", "text", "home"} (or - for standard input), or one .txt, .md or .html article.
    Out: one JSON object a line: {"doc_id", "mentions": [{"start", "end", "text", "lat", "lon", "kind", …}]}; offsets
    count characters of the text as given. A bad line is reported on standard error with its number; the others come
    out, and the status is 1.

    \b
    Example:
      dateline geoparse docs.jsonl > mentions.jsonl
    """
    from dateline.reading.places.geoparse import geoparse_lines
    from dateline.reading.places.home import held_home

    if home is not None:
        held_home(home)

    def read(lines: Iterable[bytes]) -> Iterator[str | DatelineError]:
        return geoparse_lines(lines, profile=profile, home=home, explain=explain)

    if docs.lower().endswith((".txt", ".md", ".html", ".htm")):
        from dateline.reading.text.source import read_source

        source = read_source(docs)
        record = json.dumps({"doc_id": source.name, "text": source.text}).encode()
        sys.exit(print_lines(read([record])))
    sys.exit(stream(docs, read))
