"""The one entry of reading: from an article and its place names to a draft of its story."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.reading.assemble import assemble
from dateline.reading.events.frames import finds
from dateline.reading.hedging.certainty import certainties
from dateline.reading.things.reference import references

if TYPE_CHECKING:
    from dateline.reading.grammar.syntax import Syntax
    from dateline.reading.places.toponym import Toponym
    from dateline.reading.text.article import Article
    from dateline.story.model import Story

__all__ = ["draft"]


def draft(article: Article, /, *, mentions: tuple[Toponym, ...], syntax: Syntax | None = None) -> Story:
    """
    Draft the story of an article.

    Parameters
    ----------
    article
        The article in its parts.
    mentions
        Its place names.
    syntax
        What finds the build of a sentence, in place of Dateline's own (`dateline.reading.grammar.spacy_syntax`).

    Returns
    -------
    story
        Every value that came from the text has its span; a text that tells of no movement gives a story without events.

    Examples
    --------
    >>> from dateline.reading.text.article import parse
    >>> from dateline.reading.places.geoparse import geoparse
    >>> article = parse("Two ferries may sail from Bari to Durres on Friday, the port said.")
    >>> story = draft(article, mentions=geoparse(article))
    >>> [(leg.from_, leg.to, leg.status) for event in story.events for leg in event.legs]
    [('bari', 'durres', 'possible')]
    """
    hedged = certainties(article)
    known = references(article.text, hedged.runs, toponyms=mentions, quoted=hedged.quoted)
    found = finds(article, mentions=mentions, hedged=hedged, known=known, syntax=syntax)
    return assemble(article, found, mentions=mentions, hedged=hedged, known=known)
