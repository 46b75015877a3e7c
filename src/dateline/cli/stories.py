"""From a story file: ``dateline check``, ``build``, ``serve`` and ``layers``."""

from __future__ import annotations

import json
import sys
from html import escape
from pathlib import Path

import click

from dateline.cli.given import folder_of, language_of, project_of
from dateline.cli.root import cli
from dateline.cli.told import stage, tell_findings

__all__ = ["build", "check", "layers", "serve"]

_STATUS_OF_FAULTS = 1  # a story that can be read but should not be published

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
        tell_findings(findings)
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

    folder = folder_of(output)
    loaded = face.load(story, article=article)
    ours = project_of(project, Path(story).parent)
    language = language_of(lang, ours)
    tell_findings(face.check(loaded), quiet=True)
    with stage("Drawing the map"):
        page = face.draw(loaded, lang=language, text=text, tiles=tiles, house=ours.house)
    page.save(folder / "index.html")
    if card:
        from dateline.drawing.stills.card import card as draw_card
        from dateline.story.files import write_beside

        write_beside(folder / "card.png", draw_card(loaded, lang=lang or ours.language or "en", house=ours.house))
    click.echo(f"{folder / 'index.html'}")
    if embed:
        click.echo(_EMBED.format(title=escape(loaded.article.title or "Story map", quote=True)))


@cli.command()
@click.argument("story", metavar="STORY")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8077,
    show_default=True,
    help="Port on this machine; 0 takes a free one.",
)
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

    face.load(story)  # what cannot be read or used at all is said here, not in a browser
    language_of(lang, project_of(project, Path(story).parent))

    def page() -> str:
        ours = project_of(project, Path(story).parent)
        return face.draw(face.load(story), lang=language_of(lang, ours), house=ours.house).html

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

    ours = project_of(None, Path(story).parent)
    write(face.load(story, article=article), output, layer=layer, schema=schema, house=ours.house)
    if "://" not in output:
        click.echo(output)
