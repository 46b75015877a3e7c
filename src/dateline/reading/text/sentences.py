"""Cut a text into sentences and tokens; what the words mean for it is data in sentences.toml."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from dateline.reading.text.forms import lemmas, verb_tags
from dateline.reading.text.wordlists import rules

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.story.model import Span

__all__ = ["Sentence", "Token", "is_shouted", "looks_english", "sentences", "tokens"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """
    A sentence of the body.

    Attributes
    ----------
    n
        Its number in the article, from 0.
    start, end
        Its span in the text as given; no blanks at either end.
    paragraph
        The number of its paragraph, from 0.
    """

    n: int
    start: int
    end: int
    paragraph: int


class Token(NamedTuple):
    """A word, number or mark with its span in the text as given, and in lower case."""

    text: str
    start: int
    end: int
    low: str


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """
    Cut a span into words, numbers and marks.

    Hyphenated words, words with an apostrophe, initialisms with their stops, and numbers with separators are one token;
    a possessive ``'s`` and the ``'ve`` of "we've" are tokens of their own.

    Examples
    --------
    >>> [token.text for token in tokens("The U.S. sent Kyiv's army 1,200 mine-clearing kits.")]
    ['The', 'U.S.', 'sent', 'Kyiv', "'s", 'army', '1,200', 'mine-clearing', 'kits', '.']
    """
    end = len(text) if end is None else end
    found, find, new, at = [], text.find, tuple.__new__, start
    # Strings found and looked up again take half the time of matches, as does a tuple that of Token's own constructor.
    for word in _TOKEN.findall(text, start, end):
        at = find(word, at)
        found.append(new(Token, (word, at, at := at + len(word), word.lower())))
    return found


# The commonest come first, and the blank before is taken along: a place where nothing begins asks for every kind.
_TOKEN: Final = re.compile(
    r"""
    \s?(
    [a-zA-Z]{2,}+(?=[ ,.])                               # plain words
  | [^\w\s'’]
  | ['’](?:s|ve|re|ll|d|m)\b                            # possessive; what is left of have, are, will, would, am
  | \d+(?:[.,:]\d+)*(?:st|nd|rd|th|%|[a-zA-Z]+)?         # 1,200  3.5  21st  40km  7:15
  | (?:[^\W\d_]\.){2,}                                  # U.S., a.m.
  | [^\W_]+(?:(?:[-\u2010\u2011]|['’](?!(?:s|ve|re|ll|d|m)\b))[^\W_]+)*   # words, hyphens and apostrophes inside
  | ['’]
  | _+
    )
    """,
    re.VERBOSE,
)

_STOP: Final = re.compile(r"[.!?…][.!?…]*[\"”’'»)\]]*(?=\s|$)")  # a set in front is looked for fast, a repeat is not
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_INITIALS: Final = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_BARE: Final = re.compile(r"[^\W_]+")
_OPENERS: Final = "\"“‘'«([—–-•*"


def sentences(text: str, paragraphs: tuple[Span, ...]) -> Iterator[Sentence]:
    """
    Cut paragraphs into sentences.

    A stop after a title, an initial or an abbreviation ends none unless a new sentence clearly begins; a lower-case
    word begins none, so that hard-wrapped lines and "5 p.m. Friday" stay whole.

    Parameters
    ----------
    text
        The text as given.
    paragraphs
        Spans of its paragraphs, in order.

    Examples
    --------
    >>> text = "Dr. Ito left the U.S. He is in St. Kitts."
    >>> [text[s.start : s.end] for s in sentences(text, ((0, len(text)),))]
    ['Dr. Ito left the U.S.', 'He is in St. Kitts.']
    """
    n = 0
    for number, (first, last) in enumerate(paragraphs):
        start = first
        for m in _STOP.finditer(text, first, last):
            if not (text[start].isalnum() or any(letter.isalnum() for letter in text[start : m.start()])):
                continue
            if m.end() >= last or _ends_sentence(text, start, m, last):
                yield Sentence(n, start, m.end(), number)
                n += 1
                start = m.end()
                while start < last and text[start].isspace():
                    start += 1
        if start < last:
            yield Sentence(n, start, last, number)
            n += 1


def _ends_sentence(text: str, start: int, stop: re.Match[str], last: int) -> bool:
    """Whether the stop ends a sentence: not after a title or an initial, and a new one begins after it."""
    after = stop.end()
    while after < last and text[after].isspace():
        after += 1
    while after < last and text[after] in _OPENERS:
        after += 1
    if after >= last:
        return True
    if text[after].islower():
        return False
    if stop.group()[0] != ".":
        return True
    begin = stop.start()
    while begin > start and not text[begin - 1].isspace():
        begin -= 1
    word = text[begin : stop.start()].lstrip("\"“‘'([—–-")
    closed = len(stop.group()) > 1 and stop.group()[-1] in '"”'
    if word.lower() in _words("never_last"):
        return closed
    if len(word) == 1 and word.isupper():  # an initial: "J. Smith"
        return begin > start + 3 and text[begin - 2 : begin - 1].islower() and _starts_anew(text, after, last)
    if ("." in word and _INITIALS.fullmatch(word)) or _may_be_cut_short(word):
        return closed or _starts_anew(text, after, last)
    return True


def _starts_anew(text: str, after: int, last: int) -> bool:
    """Whether a word that often opens a sentence stands there with a capital."""
    found = _BARE.match(text, after, min(last, after + 30))
    return found is not None and found.group().lower() in _words("starters") and found.group()[0].isupper()


def _may_be_cut_short(word: str) -> bool:
    """Whether a word is an abbreviation that may end a sentence: "Ill." is, "ill." is none."""
    low = word.lower()
    return low in _words("maybe_last") and (word != low or not lemmas(low))


@cache
def _words(key: str) -> frozenset[str]:
    words: str = rules("sentences")[key]
    return frozenset(words.split())


def looks_english(text: str, paragraphs: tuple[Span, ...]) -> bool:
    """
    Tell English from what is none by its commonest words; a text of few words has the benefit of the doubt.

    Examples
    --------
    >>> german = "Die Fregatte liegt in Busan und soll bald nach Manila fahren. " * 3
    >>> looks_english(german, ((0, len(german)),)), looks_english("Fregatte", ((0, 8),))
    (False, True)
    """
    body = [text[start:end].lower() for start, end in paragraphs[:20]]
    # Words between blanks alone are enough for most texts, though each second letter began a word: a tenth of the time.
    plain = sum(map(_words("common").__contains__, " ".join(body).split()))
    if plain >= max(20, 0.08 * sum(len(one) + 1 for one in body) / 2):
        return True
    words = [word for one in body for word in _LETTERS.findall(one)]
    if len(words) < 20:
        letters = sum(character.isalpha() for start, end in paragraphs for character in text[start:end])
        latin = sum(
            character < "\u0250" and character.isalpha() for start, end in paragraphs for character in text[start:end]
        )
        return latin * 2 >= letters
    return sum(map(_words("common").__contains__, words)) >= 0.08 * len(words)


def is_shouted(run: Sequence[Token]) -> bool:
    """Whether nearly every word has a capital, as in a headline, so that capitals tell nothing."""
    capitals = len([text for text, _, _, low in run if text != low and text[0].isupper()])
    if capitals < 4:  # seven in ten of five at the least
        return False
    letters = max(5, len([token for token in run if token.text[0].isalpha()]))
    return capitals > 0.7 * letters and not any("VBD" in verb_tags(one.low) for one in run if one.text.islower())
