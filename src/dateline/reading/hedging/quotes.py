"""What an article quotes: the spans between quotation marks, those not closed and those opened anew among them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.reading.text.article import Article
    from dateline.story.model import Span

__all__ = ["quotes"]

_QUOTE_MARKS: Final = re.compile('[“«„”»"]')
_OPENING: Final = frozenset("“«„")
_BEFORE_OPENING: Final = frozenset("([{—–-“‘'")
_ENDS: Final = frozenset(".!?…")


def quotes(article: Article, /) -> list[Span]:
    """
    The spans between quotation marks, in order.

    A quote that is opened anew at a sentence's start, as each paragraph of a long one is, ends before that. One that is
    not closed ends with its paragraph where it opens it or the next paragraph is opened by a quote, else with its
    sentence.

    Examples
    --------
    >>> from dateline.reading.text.article import parse
    >>> text = 'She said: “Go. Now.” He went. "We left. "We ran," he said.'
    >>> [text[start:end] for start, end in quotes(parse(text))]
    ['Go. Now.', 'We left.', 'We ran,']
    """
    found: list[Span] = []
    for n, (first, last) in enumerate(article.paragraphs):
        following = article.paragraphs[n + 1][0] if n + 1 < len(article.paragraphs) else None
        found += _in_paragraph(article, first, last, following)
    return found


def _in_paragraph(article: Article, first: int, last: int, following: int | None) -> Iterator[Span]:
    text, opened = article.text, None
    for mark in _QUOTE_MARKS.finditer(text, first, last):
        at = mark.start()
        if _opens(text, at, first, last, is_open=opened is not None):
            if opened is not None and not _ends_sentence(text, opened, at):
                continue  # a quote within a quote
            if opened is not None:
                yield opened, opened + len(text[opened:at].rstrip())
            opened = at + 1
        elif opened is not None:
            yield opened, at
            opened = None
    if opened is not None:
        goes_on = opened - 1 == first or (following is not None and _QUOTE_MARKS.match(text, following))
        yield opened, last if goes_on else _end_of_sentence(article, opened, last)


def _opens(text: str, at: int, first: int, last: int, *, is_open: bool) -> bool:
    """Whether a mark opens a quote: by its form, or straight ones by what stands on either side."""
    if text[at] != '"':
        return text[at] in _OPENING
    is_free = at == first or text[at - 1].isspace() or text[at - 1] in _BEFORE_OPENING
    is_held = at + 1 < last and not text[at + 1].isspace()
    return is_held if is_free else False if is_open or not is_held else text[at + 1].isalnum()


def _ends_sentence(text: str, opened: int, at: int) -> bool:
    """Whether a sentence has ended right before a mark."""
    before = text[opened:at].rstrip()
    return not before or before[-1] in _ENDS


def _end_of_sentence(article: Article, opened: int, last: int) -> int:
    sentence = article.sentence_at(opened)
    return last if sentence is None else max(opened, min(sentence.end, last))
