"""What a newsroom knows and the atlas does not: its own places, other names, words that are no places."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from dateline.atlas import Place
from dateline.reading.places.toponym import Toponym

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dateline.atlas.place import Precision
    from dateline.reading.extractor import Extractor
    from dateline.reading.text.article import Article
    from dateline.story.model import Story

__all__ = ["Own", "OwnPlace", "as_the_editors", "knowing", "with_own"]

_FIRST_ID: Final = 9_000_000_000  # far above every id of the atlas


@dataclass(frozen=True, slots=True)
class OwnPlace:
    """
    A place that the atlas lacks.

    Attributes
    ----------
    name
        As texts write it.
    lon, lat
        Degrees.
    kind
        As the gazetteer's: city, venue, river …
    countries
        ISO 3166 two-letter codes.
    precision
        How exact the position is.
    aliases
        Other names of it in texts.
    """

    name: str
    lon: float
    lat: float
    kind: str = "venue"
    countries: tuple[str, ...] = ()
    precision: Precision = "point"
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Own:
    """
    What is handed to the reading beside the text.

    Attributes
    ----------
    places
        Found in a text by their names, before anything else that their words may mean.
    aliases
        Names in texts, each with the place of the atlas that is meant.
    stop_words
        Words that are no place in these texts, whatever the atlas says.
    """

    places: tuple[OwnPlace, ...] = ()
    aliases: Mapping[str, Place] = field(default_factory=dict)
    stop_words: frozenset[str] = frozenset()


def with_own(article: Article, mentions: Sequence[Toponym], own: Own, /) -> tuple[Toponym, ...]:
    """
    Bring a newsroom's own names into the mentions of an article.

    Names match in their own letter case and as whole words; the longest of several wins, and an own name wins over the
    atlas's on the same words.

    Examples
    --------
    >>> from dateline.reading.text.article import parse
    >>> own = Own(places=(OwnPlace("Depot 7", 36.1, 49.9),))
    >>> [(m.text, m.place.lon) for m in with_own(parse("Lorries left Depot 7 at dawn."), (), own)]
    [('Depot 7', 36.1)]
    """
    kept = [mention for mention in mentions if mention.text not in own.stop_words]
    mine = [mention for mention in _found(article, own) if mention.text not in own.stop_words]
    taken = [(mention.start, mention.end) for mention in mine]
    kept = [m for m in kept if all(m.end <= start or end <= m.start for start, end in taken)]
    return tuple(sorted([*kept, *mine], key=lambda mention: mention.start))


def knowing(extractor: Extractor, own: Own, /) -> Extractor:
    """
    Give a reader what a newsroom knows: it is handed the mentions with the own names in them.

    Examples
    --------
    >>> from dateline.reading.draft import draft
    >>> knowing(draft, Own()) is draft
    True
    """
    if not (own.places or own.aliases or own.stop_words):
        return extractor

    def read(article: Article, /, *, mentions: tuple[Toponym, ...]) -> Story:
        return as_the_editors(extractor(article, mentions=with_own(article, mentions, own)), own)

    return read


def as_the_editors(story: Story, own: Own, /) -> Story:
    """Mark places of a newsroom's own as the editor's: they have no id in the atlas."""
    if not own.places:
        return story
    places = {
        key: replace(place, atlas=None, review="added")
        if place.atlas is not None and place.atlas >= _FIRST_ID
        else place
        for key, place in story.places.items()
    }
    own_ids = range(_FIRST_ID, _FIRST_ID + len(own.places))
    mentions = tuple(
        replace(mention, candidates=tuple(one for one in mention.candidates if one.atlas not in own_ids))
        for mention in story.mentions
    )
    return replace(story, places=places, mentions=mentions)


def _found(article: Article, own: Own) -> Iterator[Toponym]:
    meant: dict[str, Place] = dict(own.aliases)
    for n, mine in enumerate(own.places):
        place = Place(_FIRST_ID + n, mine.name, mine.kind, mine.lon, mine.lat, mine.countries, precision=mine.precision)
        meant |= dict.fromkeys((mine.name, *mine.aliases), place)
    if not meant:
        return
    names = "|".join(re.escape(name) for name in sorted(meant, key=len, reverse=True))
    pattern = re.compile(rf"(?<!\w)(?:{names})(?!\w)")
    spans = [(sentence.start, sentence.end) for sentence in article.sentences]
    for start, end in [*([article.title] if article.title else []), *spans]:
        for match in pattern.finditer(article.text, start, end):
            place = meant[match.group()]
            yield Toponym(
                start=match.start(),
                end=match.end(),
                text=match.group(),
                sense="literal",
                sort="place",
                place=place,
                candidates=((place, 1.0),),
                reasons=("named in dateline.toml",),
            )
