"""The public functions: from an article to a story, from a story to layers and to a page."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, fields, replace
from datetime import datetime
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Self

from dateline.errors import DatelineError
from dateline.story import model
from dateline.story.model import STATUSES

if TYPE_CHECKING:
    import folium
    from geopandas import GeoDataFrame

    from dateline.drawing.page import StoryMap
    from dateline.drawing.shown import ShownMap
    from dateline.drawing.style.house import House
    from dateline.reading.extractor import Extractor
    from dateline.reading.own import Own
    from dateline.reading.places.recognizer import Recognizer
    from dateline.story.check import Finding

__all__ = ["Story", "check", "draw", "layers", "load", "read", "redraft", "show"]

_SUFFIXES = (".txt", ".md", ".html", ".htm", ".xhtml")
_LONGEST_PATH = 250


@dataclass(frozen=True, slots=True)
class Story(model.Story):
    """A story document that can save and show itself; see `dateline.story.model.Story` for its fields."""

    @classmethod
    def of(cls, story: model.Story, /) -> Self:
        """Give a plain story document the methods of this class."""
        return cls(**{field.name: getattr(story, field.name) for field in fields(model.Story)})

    def save(self, path: str | Path, /) -> None:
        """
        Write the story as YAML, and the article's text beside it when it is not there.

        Comments and order of a story file that is already there survive.

        Raises
        ------
        DatelineError
            When the folder cannot be written to.
        """
        from dateline.story.file import save

        save(self, path)

    def count(self) -> dict[model.Status, int]:
        """Count what would be drawn, by status; a route counts by its legs, what was rejected not at all."""
        parts = [part for event in self.events if event.review != "rejected" for part in event.drawn]
        counts = Counter(part.status for part in parts)
        return {status: counts[status] for status in STATUSES if counts[status]}

    def __repr__(self) -> str:
        told = ", ".join(f"{n} {status}" for status, n in self.count().items()) or "no events"
        return f"<Story {self.article.title or 'without a title'!r}: {told}; {len(self.mentions)} mentions>"

    def _repr_html_(self) -> str:
        rows = "".join(
            f"<tr><td>{escape(status)}</td><td>{n}</td><td>{escape(STATUSES[status])}</td></tr>"
            for status, n in self.count().items()
        )
        names = ", ".join(escape(place.name) for place in self.places.values())
        return (
            f"<h4><bdi>{escape(self.article.title or 'Story')}</bdi></h4>"
            f"<table><thead><tr><th>status</th><th>marks</th><th>meaning</th></tr></thead><tbody>{rows}</tbody></table>"
            f"<p>Places: <bdi>{names or 'none'}</bdi></p>"
        )


def read(  # noqa: PLR0913 - options by name
    source: str | Path,
    /,
    *,
    published: str | None = None,
    home: str | None = None,
    extractor: Extractor | str | None = None,
    own: Own | None = None,
    recognizer: Recognizer | None = None,
) -> Story:
    """
    Draft a story from an article.

    Parameters
    ----------
    source
        The article's text; or a file, as a `Path` or as the name of a ``.txt``, ``.md`` or ``.html`` file.
    published
        ISO date that relative times ("on Monday") count from; without it they stay words.
    home
        Where the outlet is ("Alexandria, Louisiana"): a local paper's towns are then found near it.
    extractor
        Who drafts in place of Dateline: a function, or its name as ``module:name`` (`dateline.reading.extractor`).
    own
        Places, names and stop words of your own (`dateline.config` reads them from a project file).
    recognizer
        Who finds the place names in place of Dateline (`dateline.reading.places.recognizer`).

    Raises
    ------
    DatelineError
        When the file cannot be read as an article, the date is none, the atlas does not know the home, or there is no
        such extractor.

    Examples
    --------
    >>> story = read("The tanker Aurora sailed from Rotterdam to Lagos on Monday.")
    >>> [(event.kind, leg.from_, leg.to) for event in story.events for leg in event.legs]
    [('route', 'rotterdam', 'lagos')]
    """
    from dateline.reading.amounts.measures import with_measures
    from dateline.reading.extractor import load_extractor
    from dateline.reading.own import knowing
    from dateline.reading.places.geoparse import geoparse
    from dateline.reading.places.home import held_home
    from dateline.reading.text.article import parse
    from dateline.reading.text.source import read_source

    if published is not None:
        published = _held_date(published)
    if home is not None:
        home = held_home(home)
    if isinstance(source, Path) or _names_a_file(source):
        found = read_source(source)
        text, file = found.text, found.file
    else:
        text, file = source, None
    extract: Extractor
    if extractor is None:
        from dateline.reading.draft import draft

        extract = draft
    else:
        extract = load_extractor(extractor) if isinstance(extractor, str) else extractor
    article = parse(text, file=file, published=published)
    if own is not None:
        extract = knowing(extract, own)
    story = extract(article, mentions=geoparse(article, home=home, recognizer=recognizer))
    return Story.of(with_measures(story, article.sentences))


def load(path: str | Path, /, *, article: str | Path | None = None) -> Story:
    """
    Read a story file and the article beside it.

    Parameters
    ----------
    path
        The story's YAML file.
    article
        The article's file, where it is not the one that the story names.

    Raises
    ------
    DatelineError
        With all the faults of the file, each with its line.
    """
    from dateline.story import file
    from dateline.story.files import read_text

    story = file.load(path, text=None if article is None else read_text(article))
    if story.text and not story.article.sentences:
        from dateline.reading.text.article import parse

        sentences = tuple((sentence.start, sentence.end) for sentence in parse(story.text).sentences)
        story = replace(story, article=replace(story.article, sentences=sentences))
    return Story.of(story)


def redraft(new: model.Story, old: model.Story, /) -> Story:
    """
    Bring what a person did to one draft into a newer one of the same article, or of a later version of it.

    What was accepted, edited, rejected or added in ``old`` stays; the rest comes from ``new``.

    Examples
    --------
    >>> first = read("The tanker Aurora sailed from Rotterdam to Lagos.")
    >>> edited = Story.of(replace(first, events=tuple(replace(event, review="rejected") for event in first.events)))
    >>> later = read("The tanker Aurora sailed from Rotterdam to Lagos. It rained.")
    >>> {event.review for event in redraft(later, edited).events}
    {'rejected'}
    """
    from dateline.story.redraft import redraft

    return Story.of(redraft(new, old))


def check(story: model.Story, /) -> tuple[Finding, ...]:
    """Hold a story to the editorial rules; see `dateline.story.check`."""
    from dateline.story.check import check

    return check(story)


def layers(story: model.Story, /) -> dict[str, GeoDataFrame]:
    """Return a story's layers by name, in EPSG:4326; see `dateline.drawing.geodata.layers`."""
    from dateline.drawing.geodata.layers import layers

    return layers(story)


def draw(  # noqa: PLR0913 - options by name
    story: model.Story,
    /,
    *,
    lang: str = "en",
    tiles: str | None = None,
    text: str = "full",
    embed: bool = False,
    house: House | None = None,
) -> StoryMap:
    """Draw a story's page; see `dateline.drawing.page`."""
    from dateline.drawing.page import draw

    return draw(story, lang=lang, tiles=tiles, text=text, embed=embed, house=house)


def show(drawn: folium.Map, /) -> ShownMap:
    """Show a folium map, such as GeoPandas' ``explore()`` makes, without a network; see `dateline.drawing.shown`."""
    from dateline.drawing.shown import show

    return show(drawn)


def _held_date(words: str) -> str:
    """Hold a date to ISO; of a time the day is kept."""
    try:
        return datetime.fromisoformat(words).date().isoformat()
    except ValueError:
        msg = f"published {words!r}: no ISO date; write it as 2024-05-17"
        raise DatelineError(msg) from None


def _names_a_file(source: str) -> bool:
    if "\n" in source or len(source) > _LONGEST_PATH:
        return False
    if re.fullmatch(r"[a-z]+://\S+", source):  # an address: reading it as a text would hide the mistake
        return True
    if source == "-" or source.lower().endswith(_SUFFIXES):
        return True
    try:
        return Path(source).is_file()
    except OSError:  # a sentence may have more bytes than any file's name
        return False
