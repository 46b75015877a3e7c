"""The command: ``dateline …``."""

from __future__ import annotations

import json
import sys
import warnings
from contextlib import contextmanager
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dateline.errors import DatelineError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dateline.config import Project
    from dateline.face import Story

__all__ = ["cli", "main"]

_CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 110}
_STATUS_OF_FAULTS = 1  # a story that can be read but should not be published
_STATUS_OF_BAD_INPUT = 2

# The page posts its height to the page around it; the script gives the frame that height.
_EMBED = """\
<iframe src="index.html" title="{title}" style="width:100%;height:640px;border:0" loading="lazy"></iframe>
<script>
addEventListener("message", ({{data, source}}) => {{
  if (data?.sentinel !== "dateline" || data.type !== "height") return;
  for (const frame of document.querySelectorAll("iframe"))
    if (frame.contentWindow === source) frame.style.height = `${{data.height}}px`;
}});
</script>"""


def main() -> None:
    """Run the command; what a user can mend is one line on standard error and status 2."""
    try:
        cli(prog_name="dateline", standalone_mode=False)
    except click.exceptions.Exit as end:
        sys.exit(end.exit_code)
    except click.Abort:
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except DatelineError as error:
        click.echo(f"dateline: {error}", err=True)
        sys.exit(_STATUS_OF_BAD_INPUT)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)


@click.group(context_settings=_CONTEXT)
@click.version_option(package_name="dateline", message="%(prog)s %(version)s")
def cli() -> None:
    """
    Turn a news article into a sourced story map.

    In goes text; out comes one HTML file that opens from disk with no network, on which every line is tied to the
    words it rests on, says who claims it and who denies it, and shows by its drawing how certain it is.

    \b
    Example:
      dateline map article.txt -o build
    """


# ------------------------------------------------------------------------------------------- from article to map


@cli.command("map")
@click.argument("article", required=False)
@click.option("-o", "--output", default="build", show_default=True, help="Folder for the page and the story.")
@click.option("--published", metavar="DATE", help="ISO date that 'on Monday' counts from.")
@click.option("--home", metavar="PLACE", help="Where the outlet is: 'Alexandria, Louisiana'.")
@click.option("--extractor", metavar="NAME", help="Who reads in place of Dateline: module:name, or llm.")
@click.option("--lang", help="Language of the page's own words: en (when nothing says otherwise) or de.")
@click.option("--project", metavar="FILE", help="A dateline.toml; else the one beside the story or in the home folder.")
def map_command(
    article: str | None,
    output: str,
    published: str | None,
    home: str | None,
    extractor: str | None,
    lang: str | None,
    project: str | None,
) -> None:
    """
    Read ARTICLE, check the draft and build its map.

    In: a .txt, .md or .html file, or - for standard input; without one, the article that ships with Dateline.
    Out: index.html (the map), story.yaml (the draft, for you to edit) and the article's text beside it.

    \b
    Example:
      dateline map article.txt -o build
    """
    from dateline import face
    from dateline.articles import first

    folder = Path(output)
    ours = _project(project, folder, Path(article).parent if article else folder)
    with _stage("Reading the article"), _told_warnings():
        story = face.read(
            Path(article) if article else first(),
            published=published,
            home=home or ours.home,
            extractor=extractor,
            own=ours.own,
        )
    story_file = folder / "story.yaml"
    if story_file.exists():
        story = _redrafted(story, story_file)
    _tell_coverage(story)
    _tell_findings(face.check(story), quiet=True)
    with _stage("Drawing the map"):
        page = face.draw(story, lang=lang or ours.language or "en", house=ours.house)
    story.save(story_file)
    page.save(folder / "index.html")
    click.echo(f"{folder / 'index.html'}")


@cli.command()
@click.argument("article", required=False)
@click.option("-o", "--output", metavar="FILE", help="The story file; printed when not given.")
@click.option("--published", metavar="DATE", help="ISO date that 'on Monday' counts from.")
@click.option("--home", metavar="PLACE", help="Where the outlet is: 'Alexandria, Louisiana'.")
@click.option("--jsonl", metavar="DOCS", help="Many articles: a file of JSON lines, or -.")
@click.option("--extractor", metavar="NAME", help="Who reads in place of Dateline: module:name, or llm.")
@click.option("--project", metavar="FILE", help="A dateline.toml; else the one beside the story or in the home folder.")
def draft(
    article: str | None,
    output: str | None,
    published: str | None,
    home: str | None,
    jsonl: str | None,
    extractor: str | None,
    project: str | None,
) -> None:
    """
    Read ARTICLE and write the draft of its story.

    In: a .txt, .md or .html file, or - for standard input. Out: a story file (YAML). What you accepted, edited,
    rejected or added in a story file that is already there stays.

    With --jsonl: one {"doc_id", "text", "published"} a line in, one {"doc_id", "story"} a line out; a line that cannot
    be read is reported on standard error with its number, and the status is then 1.

    With --extractor another reader writes the draft: a function of yours, or a language model (llm) at the endpoint
    that DATELINE_LLM_URL and DATELINE_LLM_MODEL name; only then is a connection made.

    \b
    Examples:
      dateline draft article.txt -o story.yaml
      dateline draft --jsonl docs.jsonl > stories.jsonl
    """
    from dateline import face

    if jsonl is not None:
        from dateline.reading.draft import draft as own_reader
        from dateline.reading.drafts import draft_lines
        from dateline.reading.extractor import load_extractor
        from dateline.reading.own import knowing

        ours = _project(project, Path(jsonl).parent)
        reader = knowing(own_reader if extractor is None else load_extractor(extractor), ours.own)
        with _told_warnings():
            status = _stream(jsonl, lambda lines: draft_lines(lines, home=home or ours.home, extractor=reader))
        sys.exit(status)
    if article is None:
        msg = "no article given; name a file, - for standard input, or --jsonl DOCS"
        raise DatelineError(msg)
    ours = _project(project, Path(output).parent if output else Path(), Path(article).parent)
    with _stage("Reading the article"), _told_warnings():
        story = face.read(Path(article), published=published, home=home or ours.home, extractor=extractor, own=ours.own)
    if output is None:
        from dateline.story.file import dumps

        click.echo(dumps(story), nl=False)
        return
    path = Path(output)
    if path.exists():
        story = _redrafted(story, path)
    story.save(path)
    _tell_coverage(story)


@cli.command()
@click.argument("story", metavar="STORY")
@click.option("--article", metavar="FILE", help="The article's text, when it is not beside the story.")
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON.")
def check(story: str, article: str | None, *, as_json: bool) -> None:
    """
    Hold STORY to the editorial rules.

    In: a story file. Out: a line for each finding. Status 0 without faults, 1 with faults, 2 when the file cannot be
    read as a story (then every fault of the file is listed with its line).

    \b
    Example:
      dateline check story.yaml
    """
    from dateline import face
    from dateline.story.check import RULES, is_publishable

    findings = face.check(face.load(story, article=article))
    if as_json:
        rows = [{"rule": f.rule, "level": f.level, "where": f.where, "message": f.message} for f in findings]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        _tell_findings(findings)
        if not findings:
            click.echo(f"{story}: all {len(RULES)} rules hold")
    sys.exit(0 if is_publishable(findings) else _STATUS_OF_FAULTS)


@cli.command()
@click.argument("story", metavar="STORY")
@click.option("-o", "--output", default="build", show_default=True, help="Folder for index.html.")
@click.option("--article", metavar="FILE", help="The article's text, when it is not beside the story.")
@click.option("--lang", help="Language of the page's own words: en (when nothing says otherwise) or de.")
@click.option("--project", metavar="FILE", help="A dateline.toml; else the one beside the story or in the home folder.")
@click.option(
    "--text",
    type=click.Choice(["full", "quotes"]),
    default="full",
    show_default=True,
    help="Show the whole article, or only the sentences that are quoted.",
)
@click.option("--tiles", metavar="NAME", help="Offer online tiles of this name; readers must turn them on.")
@click.option("--card", is_flag=True, help="Also write card.png (1200 x 630) for sharing.")
@click.option("--embed", is_flag=True, help="Also print the lines that put the page into another one.")
def build(
    story: str,
    output: str,
    article: str | None,
    lang: str | None,
    text: str,
    tiles: str | None,
    project: str | None,
    *,
    card: bool,
    embed: bool,
) -> None:
    """
    Build the page of STORY.

    In: a story file. Out: index.html, one file that opens from disk with no network.

    \b
    Example:
      dateline build story.yaml -o build
    """
    from dateline import face

    loaded = face.load(story, article=article)
    ours = _project(project, Path(story).parent)
    _tell_findings(face.check(loaded), quiet=True)
    with _stage("Drawing the map"):
        page = face.draw(loaded, lang=lang or ours.language or "en", text=text, tiles=tiles, house=ours.house)
    page.save(Path(output) / "index.html")
    if card:
        from dateline.drawing.card import card as draw_card
        from dateline.story.files import write_beside

        write_beside(Path(output) / "card.png", draw_card(loaded, lang=lang or ours.language or "en", house=ours.house))
    click.echo(f"{Path(output) / 'index.html'}")
    if embed:
        click.echo(_EMBED.format(title=escape(loaded.article.title or "Story map", quote=True)))


@cli.command()
@click.argument("story", metavar="STORY")
@click.option("--port", default=8077, show_default=True, help="Port on this machine; 0 takes a free one.")
@click.option("--lang", help="Language of the page's own words: en (when nothing says otherwise) or de.")
@click.option("--project", metavar="FILE", help="A dateline.toml; else the one beside the story or in the home folder.")
def serve(story: str, port: int, lang: str | None, project: str | None) -> None:
    """
    Show the page of STORY while you edit it.

    In: a story file. Out: its page at an address that only this machine can reach, built again whenever the file is
    saved; faults of the file are shown over the last good page. Stop it with Ctrl-C.

    \b
    Example:
      dateline serve story.yaml
    """
    from dateline import face
    from dateline.serve import Rebuilder, server

    face.load(story)  # a file that cannot be read at all is said here, not in a browser

    def page() -> str:
        ours = _project(project, Path(story).parent)
        return face.draw(face.load(story), lang=lang or ours.language or "en", house=ours.house).html

    pages = Rebuilder(page, (Path(story), Path(project) if project else Path(story).parent / "dateline.toml"))
    with server(pages, port=port) as running:
        click.echo(f"http://127.0.0.1:{running.server_address[1]}/  (Ctrl-C ends it)")
        try:
            running.serve_forever()
        except KeyboardInterrupt:
            click.echo("ended", err=True)


@cli.command()
@click.argument("story", metavar="STORY")
@click.option(
    "-o", "--output", required=True, metavar="FILE", help="A file, whose suffix says the format; or postgresql://…"
)
@click.option(
    "--layer", metavar="NAME", help="Only this layer: places, areas, flows, routes, points, claims, evidence …"
)
@click.option(
    "--schema", default="dateline", show_default=True, help="Of a database: the schema whose tables are replaced."
)
@click.option("--article", metavar="FILE", help="The article's text, when it is not beside the story.")
def layers(story: str, output: str, layer: str | None, schema: str, article: str | None) -> None:
    """
    Write the layers of STORY as geodata.

    In: a story file. Out: .gpkg (all layers), .kml (the marks in their colours, and the places), or one table, by
    itself the marks, as .parquet, .geojson or .csv; or tables of a PostGIS database. In longitude and latitude
    (EPSG:4326).

    \b
    Examples:
      dateline layers story.yaml -o story.gpkg
      dateline layers story.yaml --layer evidence -o quotes.csv
    """
    from dateline import face
    from dateline.drawing.export import write

    ours = _project(None, Path(story).parent)
    write(face.load(story, article=article), output, layer=layer, schema=schema, house=ours.house)
    if "://" not in output:
        click.echo(output)


# ------------------------------------------------------------------------------------------------------ the atlas


@cli.command()
@click.argument("name")
@click.option("--hint", "hints", multiple=True, metavar="NAME", help="Another name of the same text; may be repeated.")
@click.option("--kind", help="Only places of this kind: country, region, city, sea, strait …")
@click.option("--country", metavar="ISO", help="Only places in this country (two letters).")
@click.option("--limit", default=10, show_default=True, help="How many candidates to print at the most.")
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
        _table(
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
        click.echo(f"no place of this name: {name}", err=True)
    sys.exit(0 if places else 1)


@cli.command(context_settings={"ignore_unknown_options": True})  # "-9.1,38.7" is a position, no option
@click.argument("origin")
@click.argument("destination")
@click.option("--via", multiple=True, metavar="NAME", help="A passage, sea, place or LON,LAT on the way; in order.")
@click.option("--avoid", multiple=True, metavar="NAME", help="A passage or sea to keep out of.")
@click.option("--alternatives", default=0, show_default=True, help="How many other ways to look for.")
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
        _position(origin),
        _position(destination),
        via=[_position(v) for v in via],
        avoid=avoid,
        alternatives=alternatives,
    )
    ways = [("shortest", best), *((other.label, other) for other in best.alternatives)]
    _table(
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
    _table(("name", "also", "note"), rows)


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
    from dateline.reading.geoparse import geoparse_lines

    def read(lines: Iterable[bytes]) -> Iterator[str | DatelineError]:
        return geoparse_lines(lines, profile=profile, home=home, explain=explain)

    if docs.lower().endswith((".txt", ".md", ".html", ".htm")):
        from dateline.reading.source import read_source

        source = read_source(docs)
        record = json.dumps({"doc_id": source.name, "text": source.text}).encode()
        sys.exit(_print_lines(read([record])))
    sys.exit(_stream(docs, read))


# -------------------------------------------------------------------------------------------------------- helpers


def _project(file: str | None, *folders: Path) -> Project:
    """Load the project file that was named, else the one that is found."""
    from dateline.config import load_project, project_for

    return load_project(file) if file else project_for(*folders)


def _redrafted(story: Story, path: Path) -> Story:
    """Bring what a person did to the story file at ``path`` into a new draft."""
    from dateline import face
    from dateline.story.file import loads
    from dateline.story.files import read_text
    from dateline.story.redraft import redraft

    # The article may have changed since, so the old story is read without it.
    return face.Story.of(redraft(story, loads(read_text(path), name=path.name)))


def _position(words: str) -> str | tuple[float, float]:
    """Read ``121.5,25`` as longitude and latitude; all else is a name."""
    try:
        lon, lat = (float(part) for part in words.split(","))
    except ValueError:
        return words
    return lon, lat


def _stream(docs: str, work: Any) -> int:  # noqa: ANN401
    if docs == "-":
        return _print_lines(work(sys.stdin.buffer))
    path = Path(docs)
    try:
        with path.open("rb") as file:
            return _print_lines(work(file))
    except FileNotFoundError:
        msg = f"{path}: no such file"
        raise DatelineError(msg) from None
    except OSError as error:
        msg = f"{path}: cannot be read ({error.strerror})"
        raise DatelineError(msg) from None


def _print_lines(lines: Iterator[str | DatelineError]) -> int:
    """Print what comes out; what went wrong goes to standard error and makes the status 1."""
    status = 0
    done = 0
    for line in lines:
        if isinstance(line, DatelineError):
            click.echo(f"dateline: {line}", err=True)
            status = 1
        else:
            sys.stdout.write(line + "\n")
            done += 1
        if sys.stderr.isatty() and done % 100 == 0:
            sys.stderr.write(f"\r{done} articles")
    if sys.stderr.isatty() and done >= 100:
        sys.stderr.write("\n")
    sys.stdout.flush()
    return status


@contextmanager
def _stage(words: str) -> Iterator[None]:
    """Say on a terminal what is being done; say nothing in a pipe."""
    if sys.stderr.isatty():
        sys.stderr.write(f"{words} … ")
        sys.stderr.flush()
    yield
    if sys.stderr.isatty():
        sys.stderr.write("done\n")


@contextmanager
def _told_warnings() -> Iterator[None]:
    """Say a reader's warnings as lines of ours."""
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        yield
    for warning in told:
        click.echo(f"warning: {warning.message}", err=True)


def _tell_coverage(story: Story) -> None:
    """Say how much of the article the draft holds: what gave nothing is no secret."""
    from dateline.story.coverage import coverage

    told, total = coverage(story)
    if not story.places:
        click.echo("no place found in this text", err=True)
    click.echo(f"{len(story.events)} events; {told} of {total} sentences are in the story", err=True)


def _tell_findings(findings: Sequence[Any], *, quiet: bool = False) -> None:
    """Print the lint's findings; with ``quiet`` on standard error, and faults only."""
    for finding in findings:
        if not quiet or finding.level == "fault":
            click.echo(f"{finding.level}: {finding.rule}: {finding.where}: {finding.message}", err=quiet)


def _table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> None:
    """Print columns that line up; the last one is as long as it is."""
    widths = [max(len(row[n]) for row in [head, *rows]) for n in range(len(head) - 1)]
    for row in [head, *rows]:
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=False)]
        click.echo("  ".join([*cells, row[-1]]).rstrip())
