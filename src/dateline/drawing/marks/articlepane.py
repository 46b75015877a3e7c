"""The article beside its map: sentences in order, each with its marks, cut where evidence begins and ends."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dateline.drawing.marks.marks import Mark
    from dateline.story.model import Span, Story

__all__ = ["Sentence", "Text", "paragraph_of", "paragraph_starts", "sentences"]

Text = Literal["full", "quotes"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """
    One sentence of the body.

    Attributes
    ----------
    n
        Counted from 1.
    at
        Its span.
    paragraph
        Counted from 1.
    marks
        Ids of the drawn marks whose evidence overlaps it.
    pieces
        It, cut where words of a ledger begin or end: span and words. Empty when it is left out.
    lit
        Spans inside it that are evidence of drawn marks, joined.
    """

    n: int
    at: Span
    paragraph: int
    marks: tuple[str, ...]
    pieces: tuple[tuple[Span, str], ...]
    lit: tuple[Span, ...]

    def runs(self) -> list[tuple[int, int, bool, str]]:
        """Join the pieces to runs that are evidence or not: start, end, which, words."""
        out: list[tuple[int, int, bool, str]] = []
        for (start, end), said in self.pieces:
            span = next((span for span in self.lit if span[0] <= start and end <= span[1]), None)
            if out and out[-1][2] == (span is not None) and (span is None or span[0] <= out[-1][0]):
                out[-1] = (out[-1][0], end, out[-1][2], out[-1][3] + said)
            else:
                out.append((start, end, span is not None, said))
        return out


def sentences(story: Story, made: Iterable[Mark], /, *, text: Text = "full") -> tuple[Sentence, ...]:
    """
    Cut the article for the page.

    Parameters
    ----------
    made
        The story's marks; those that are not drawn mark no sentence, but their words are quoted.
    text
        ``quotes`` keeps only the words of sentences that something is quoted from.
    """
    made = list(made)
    spans = [(mark, span) for mark in made for span in mark.spans()]
    evidence = [(mark.id, one.at) for mark in made if mark.drawn for one in mark.evidence]
    out = []
    paragraphs = paragraph_starts(story)
    for n, (start, end) in enumerate(story.article.sentences, start=1):
        over = [span for _, span in spans if span[0] < end and start < span[1]]
        ids = tuple(dict.fromkeys(mark for mark, (s, e) in evidence if s < end and start < e))
        cuts = sorted({start, end, *(c for span in over for c in span if start < c < end)})
        kept = text == "full" or bool(over)
        pieces = tuple(((a, b), story.text[a:b]) for a, b in pairwise(cuts)) if kept else ()
        lit = _joined((max(s, start), min(e, end)) for _, (s, e) in evidence if s < end and start < e)
        out.append(Sentence(n, (start, end), paragraph_of(paragraphs, start), ids, pieces, lit))
    return tuple(out)


def paragraph_starts(story: Story, /) -> tuple[int, ...]:
    """Return where each paragraph of the body begins; 0 alone without a body."""
    body = story.article.sentences
    if not body:
        return (0,)
    parted = (two[0] for one, two in pairwise(body) if _parted(story.text[one[1] : two[0]]))
    return (body[0][0], *parted)


def paragraph_of(starts: Sequence[int], at: int, /) -> int:
    """
    Return the number of the paragraph that a character is in, counted from 1.

    Examples
    --------
    >>> paragraph_of((10, 50), 60)
    2
    """
    return max(1, bisect_right(starts, at))


def _parted(between: str) -> bool:
    return re.search(r"\n\s*\n|\r\n?\s*\r|\u2029", between) is not None


def _joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return tuple(joined)
