"""How much of the article is in the story."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.story.model import Story

__all__ = ["coverage"]


def coverage(story: Story, /) -> tuple[int, int]:
    """
    Count the sentences that an event rests on, and all sentences of the article's body.

    Examples
    --------
    >>> from dateline.story.model import Article, Event, Evidence, Story
    >>> flow = Event(id="e1", kind="flow", evidence=(Evidence("Grain moves", (0, 11)),))
    >>> coverage(Story(article=Article(sentences=((0, 12), (13, 30))), events=(flow,)))
    (1, 2)
    """
    spans = [
        evidence.at
        for event in story.events
        if event.review != "rejected"
        for part in event.parts
        for evidence in part.evidence
    ]
    told = sum(any(start < e and s < end for s, e in spans) for start, end in story.article.sentences)
    return told, len(story.article.sentences)
