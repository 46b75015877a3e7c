"""The venue named before that "the hospital", "the school" or "the township" points back to."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from dateline.reading.text.wordlists import rules, words

if TYPE_CHECKING:
    from dateline.story.model import Span

__all__ = ["is_venue_word", "venue_meant"]

_NAME: Final = r"(?:(?:[A-Z][\w’'-]*\.?|of|and|for|&|\d+(?:st|nd|rd|th)) ){0,6}[A-Z][\w’'-]*\.?(?:['’]s)? "
_INDEFINITE: Final = r"\b(?:an?|another|two|three|several|many|some|local|nearby|other|different)(?: [\w-]+){0,3} "


class _Named(NamedTuple):
    """A venue with its name, and the noun that it is called by."""

    at: Span
    name: str
    noun: str


@cache
def _kinds() -> dict[str, str]:
    """For each word that ends a venue's name the noun that points back to it."""
    return {one: noun for noun, row in rules("reference")["venues"].items() for one in row.split(", ")}


def is_venue_word(word: str, /) -> bool:
    """
    Whether a noun, in lower case, may point back to a venue with a name.

    Examples
    --------
    >>> is_venue_word("hospital"), is_venue_word("kingdom")
    (True, False)
    """
    return word in rules("reference")["venues"]


def venue_meant(text: str, start: int, end: int, /) -> Span | None:
    """
    The name of the only venue of its kind that was told of before a definite noun; None where there is none, or two.

    Parameters
    ----------
    text
        The article.
    start, end
        Offsets of the noun with its article.

    Examples
    --------
    >>> text = "He is at Orlo Medical Center. His wife came to the hospital."
    >>> text[slice(*venue_meant(text, text.index("the hospital"), len(text) - 1))]
    'Orlo Medical Center'
    """
    phrase = text[start:end].lower().split()
    noun = phrase[-1] if phrase else ""
    is_plain = len(phrase) == 2 or (len(phrase) == 3 and phrase[1].partition("-")[0].isdigit())
    if not is_plain or phrase[0] not in {"the", "this", "that"} or not is_venue_word(noun):
        return None
    before = [one for one in _named(text) if one.noun == noun and one.at[1] <= start]
    if not before or len({one.name for one in before if not _is_short(one, before)}) > 1:
        return None
    told_of_another = re.compile(rf"{_INDEFINITE}(?:{_alternatives(noun)})\b", re.IGNORECASE)
    return None if told_of_another.search(text, before[-1].at[1], start) else before[-1].at


def _is_short(one: _Named, others: list[_Named]) -> bool:
    """Whether a name is a short form of another: "Memorial Hospital" of "Orlo Memorial Hospital"."""
    return any(other.name != one.name and other.name.endswith(f" {one.name}") for other in others)


def _alternatives(noun: str) -> str:
    return "|".join(re.escape(one) for one, kind in _kinds().items() if kind == noun)


@cache
def _finder() -> re.Pattern[str]:
    ends = sorted(_kinds(), key=len, reverse=True)
    capital = "|".join(re.escape(one.title()) for one in ends)
    plain = "|".join(re.escape(one) for one in ends if one in words("frames", "venues", "plain"))
    return re.compile(rf"\b({_NAME})({capital}|{plain})(?![\w’'-]|['’]s? [A-Z]| (?!(?:On|In|At|The|He|She)\b)[A-Z])")


@lru_cache(maxsize=4)
def _named(text: str) -> tuple[_Named, ...]:
    """Every venue of a text with a name and a noun, in order."""
    found = []
    for match in _finder().finditer(text):
        start = match.start(1)
        first = match[1].split()[0]
        while first.lower() in _OPENS and " " in text[start : match.end(1) - 1]:
            start = text.index(" ", start) + 1  # "*At* Orlo Hospital", "*The* Orlo school"
            first = text[start:].split(maxsplit=1)[0]
        if first.lower() in _OPENS or start >= match.end(1) or first in {"of", "and", "for", "&"}:
            continue
        name = text[start : match.end()].lower()
        kind = max((one for one in _kinds() if name.endswith(f" {one}")), key=len)  # a *medical* center
        found.append(_Named((start, match.end()), name, _kinds()[kind]))
    return tuple(found)


_OPENS: Final = frozenset(
    "the a an at in on from to near after before when while his her their its this that for of and but as".split()
)
