"""From a text to an article: page chrome dropped; title, byline, dateline, paragraphs and sentences, offsets kept."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from dateline.reading.text.chrome import is_chrome, is_section, tail_start
from dateline.reading.text.sentences import Sentence, Token, looks_english, sentences, tokens

if TYPE_CHECKING:
    from dateline.story.model import Span

__all__ = ["Article", "Sentence", "Token", "parse", "tokens"]


@dataclass(frozen=True, slots=True)
class Article:
    """
    An article's text and its parts; every span counts in ``text``, which is as given.

    Attributes
    ----------
    title, byline, publisher
        Spans of the words; None where the text has none. The title is not among the sentences.
    dateline
        The span of the place name that a report opens with ("SEOUL – …").
    published
        ISO date, given or found in the head of the text.
    language
        "en", or "und" where the text does not look like English.
    paragraphs, sentences
        The body, in order, without page chrome.
    """

    text: str
    title: Span | None = None
    byline: Span | None = None
    publisher: Span | None = None
    dateline: Span | None = None
    published: str | None = None
    language: str = "en"
    file: str | None = None
    paragraphs: tuple[Span, ...] = ()
    sentences: tuple[Sentence, ...] = ()

    def words(self, span: Span | None) -> str | None:
        """The words of a span, their white space folded; None for None."""
        return None if span is None else " ".join(self.text[span[0] : span[1]].split())

    @property
    def sha256(self) -> str:
        """Of the text's UTF-8 bytes."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that an offset lies in; None between sentences and in what is no body."""
        n = bisect_right(self.sentences, offset, key=lambda sentence: sentence.start) - 1
        return self.sentences[n] if n >= 0 and offset < self.sentences[n].end else None


def parse(text: str, /, *, file: str | None = None, published: str | None = None) -> Article:
    r"""
    Find the parts of an article in its text.

    Parameters
    ----------
    text
        As given: plain text or Markdown, with the page chrome that came along.
    file
        The file's name, kept for the story.
    published
        ISO date; wins over one that the text's head gives.

    Examples
    --------
    >>> article = parse("Ships Wait\n\nBy A. Reporter\n\nLAGOS – Ten ships wait off Lagos. The port is shut.\n")
    >>> article.words(article.title), article.words(article.dateline)
    ('Ships Wait', 'LAGOS')
    >>> [article.text[s.start : s.end] for s in article.sentences]
    ['LAGOS – Ten ships wait off Lagos.', 'The port is shut.']
    """
    blocks = _blocks(text)
    first = next((n for n, block in enumerate(blocks) if _is_body(text, block)), None)
    if first is None:
        # A text of headlines or scraps: all that is no chrome is body.
        first = 0
    head, body = blocks[:first], blocks[first:]
    body = body[: tail_start([text[start:end] for start, end in body])]
    body = [block for block in body if not is_chrome(text[block[0] : block[1]])]
    title, publisher = _title(text, head)
    byline = next((m.span(1) for start, end in head if (m := _BYLINE.fullmatch(text, start, end))), None)
    if body and byline is None and (m := _BYLINE.fullmatch(text, *body[0])):
        byline, body = m.span(1), body[1:]
    paragraphs = tuple(body)
    cut = tuple(sentences(text, paragraphs))
    dateline, agency = _dateline(text, cut)
    return Article(
        text=text,
        title=title,
        byline=byline,
        publisher=publisher or agency,
        dateline=dateline,
        published=published or next((d for block in head if (d := _date(text[block[0] : block[1]]))), None),
        language="en" if looks_english(text, paragraphs) else "und",
        file=file,
        paragraphs=paragraphs,
        sentences=cut,
    )


_BYLINE: Final = re.compile(r"[Bb][Yy]\s*:?\s+([A-Z][^\n.!?]{2,60}?)(?:\s*[|,–-][^\n.!?]{0,50})?\s*")
_DATELINE: Final = re.compile(
    r"""
    (?P<place>[A-Z][A-Z.'’\-]+(?:[ ][A-Z][A-Z.'’\-]+){0,3}       # KUALA LUMPUR
      | [A-Z][\w.'’\-]+(?:[ ][A-Z][\w.'’\-]+){0,3}(?=[^\n]{0,45}(?:\([A-Z]|[–—]))) # Paris (AFP) –
    (?:,[ ][A-Z][\w.'’ \-]{1,25}?)?                              # , Texas
    (?:,?[ ](?:[A-Z][a-z]{2,8}\.?[ ]\d{1,2}|\d{1,2}[ ][A-Z][a-z]{2,8}))?  # , March 3
    [ ]?(?:\((?P<agency>[A-Z][\w .&/\-]{1,30})\)[ ]?)?           # (Reuters)
    [ ]?(?:[–—]|--?)[ ]
    """,
    re.VERBOSE,
)
_PUBLISHER: Final = re.compile(r"\s+[–—|\-]\s+(?P<name>[A-Z][\w.&'’]*(?:\s[\w.&'’]+){0,3})\s*$")
_BODY_LETTERS: Final = 80  # a paragraph of the body has a sentence's end and at least so many characters
_LINE_IS_A_PARAGRAPH: Final = 110  # lines this long are not wrapped: each is a paragraph


def _blocks(text: str) -> list[Span]:
    """Cut at blank lines; a block whose lines are whole paragraphs, or short heads, is cut into its lines."""
    blocks: list[Span] = []
    for m in re.finditer(r"\S(?:[^\n]++|\n(?!\s*\n|\s*\Z))*+", text):
        start, end = m.start(), m.start() + len(m.group().rstrip())
        lines = [
            (start + x.start(), start + x.start() + len(x.group().rstrip()))
            for x in re.finditer(r"\S[^\n]*", text[start:end])
        ]
        if len(lines) > 1 and _are_paragraphs(text, lines):
            blocks += lines
        else:
            blocks.append((start, end))
    return blocks


def _are_paragraphs(text: str, lines: list[Span]) -> bool:
    """Whether the lines of a block are paragraphs of their own, not one paragraph that was wrapped."""
    inner = [text[start:end] for start, end in lines[:-1]]
    stops = [bool(re.search(r"[.!?][\"”’')\]]*$", line)) for line in inner]
    if any(text[start].islower() and not stop for (start, _), stop in zip(lines[1:], stops, strict=True)):
        return False  # a sentence runs on, however long the line is that it was wrapped at
    if any(end - start > _LINE_IS_A_PARAGRAPH for start, end in lines):
        return True
    if any(text[start].islower() for start, _ in lines[1:]):
        return False
    ends = sum(stops)
    longest = max(len(line) for line in inner)
    even = sum(len(line) > 0.7 * longest for line in inner)
    return ends == len(inner) or even < 0.5 * len(inner) or longest < 45


def _is_body(text: str, block: Span) -> bool:
    words = text[block[0] : block[1]]
    if is_chrome(words) or words.startswith("#"):
        return False
    has_end = re.search(r"[.!?][\"”’')\]]*(?:\s|$)", words) is not None
    return has_end and (len(words) >= _BODY_LETTERS or bool(_DATELINE.match(words)) or words[-1] in '.!?"”')


def _title(text: str, head: list[Span]) -> tuple[Span | None, Span | None]:
    """The headline among the blocks before the body, and a publisher's name that is hung on to it."""
    for start, end in head:
        words = text[start:end]
        if is_chrome(words) or is_section(words) or _BYLINE.fullmatch(words) or _date(words):
            continue
        begin = start + len(words) - len(words.lstrip("# "))
        m = _PUBLISHER.search(text, begin, end)
        if m and m.start() - begin >= 15:
            return (begin, m.start()), m.span("name")
        return (begin, end), None
    return None, None


def _dateline(text: str, sentences: tuple[Sentence, ...]) -> tuple[Span | None, Span | None]:
    """The place a report opens with, and the agency named there; a headline or a byline may run on in front of it."""
    for sentence in sentences[:3]:
        if m := _DATELINE.match(text, sentence.start, sentence.end):
            return m.span("place"), m.span("agency") if m["agency"] else None
    if sentences and text.startswith(("By ", "by "), sentences[0].start):
        first = sentences[0]
        for m in _DATELINE.finditer(text, first.start, min(first.end, first.start + 200)):
            if m["place"].isupper() and m["agency"]:
                return m.span("place"), m.span("agency")
    return None, None


_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DATES: Final = (
    re.compile(r"\b(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})\b"),
    re.compile(r"\b(?P<m>[A-Z][a-z]{2,8})\.?\s(?P<d>\d{1,2}),?\s(?P<y>\d{4})\b"),
    re.compile(r"\b(?P<d>\d{1,2})\s(?P<m>[A-Z][a-z]{2,8})\.?,?\s(?P<y>\d{4})\b"),
)


def _date(words: str) -> str | None:
    """Read a head line that is a date and little else."""
    if len(words) > 60:
        return None
    for pattern in _DATES:
        if m := pattern.search(words):
            name = m["m"][:3].lower()
            month = int(name) if name.isdigit() else _MONTHS.index(name) + 1 if name in _MONTHS else 0
            if 1 <= month <= 12 and 1 <= int(m["d"]) <= 31:
                return f"{m['y']}-{month:02}-{int(m['d']):02}"
    return None
