"""From an article: ``dateline map`` and ``dateline draft``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dateline.cli.given import folder_of, language_of, project_of
from dateline.cli.root import cli
from dateline.cli.told import stage, stream, tell_coverage, tell_findings, told_warnings
from dateline.errors import DatelineError

if TYPE_CHECKING:
    from dateline.face import Story

__all__ = ["draft", "map_command"]


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

    folder = folder_of(output)
    ours = project_of(project, folder, Path(article).parent if article else folder)
    language = language_of(lang, ours)
    with stage("Reading the article"), told_warnings():
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
    tell_coverage(story, article or "the article")
    tell_findings(face.check(story), quiet=True)
    with stage("Drawing the map"):
        page = face.draw(story, lang=language, house=ours.house)
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
        from dateline.reading.places.home import held_home

        ours = project_of(project, Path(jsonl).parent)
        if home is not None:
            held_home(home)
        reader = knowing(own_reader if extractor is None else load_extractor(extractor), ours.own)
        with told_warnings():
            status = stream(jsonl, lambda lines: draft_lines(lines, home=home or ours.home, extractor=reader))
        sys.exit(status)
    if article is None:
        msg = "no article given; name a file, - for standard input, or --jsonl DOCS"
        raise DatelineError(msg)
    if output is not None:
        folder_of(str(Path(output).parent))
    ours = project_of(project, Path(output).parent if output else Path(), Path(article).parent)
    with stage("Reading the article"), told_warnings():
        story = face.read(Path(article), published=published, home=home or ours.home, extractor=extractor, own=ours.own)
    if output is None:
        from dateline.story.file import dumps

        click.echo(dumps(story), nl=False)
        return
    path = Path(output)
    if path.exists():
        story = _redrafted(story, path)
    tell_coverage(story, article)
    story.save(path)


def _redrafted(story: Story, path: Path) -> Story:
    """Bring what a person did to the story file at ``path`` into a new draft."""
    from dateline import face
    from dateline.story.file import loads
    from dateline.story.files import read_text
    from dateline.story.redraft import redraft

    # The article may have changed since, so the old story is read without it.
    return face.Story.of(redraft(story, loads(read_text(path), name=path.name)))
