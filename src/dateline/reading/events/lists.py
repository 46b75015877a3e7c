"""Places told one by one behind what counts them: "two cities, *Lima and Quito*", "four states: *Ohio, Iowa …*"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.reading.events.reading import Reading
    from dateline.reading.grammar.syntax import Word
    from dateline.reading.places.toponym import Toponym
    from dateline.story.model import Span

__all__ = ["PLACES", "are_counted", "is_in_land", "lies_in", "nations", "one_by_one"]

PLACES: Final = frozenset(
    "cities towns countries states nations islands villages ports provinces counties stops capitals destinations venues"
    " areas locations places regions republics districts communities suburbs airports continents resorts".split()
)
"""Nouns of several places."""
_OPENS: Final = frozenset((":", "-", "–", "—", "("))
_JOINS: Final = frozenset((",", "and", "&"))


def are_counted(here: Reading, number: int) -> bool:
    """Whether a phrase counts places that it does not name: "two U.S. *cities*", "the five Nordic *countries*"."""
    phrase = here.made.phrases[number]
    inside = here.made.words[phrase.first : phrase.head]
    return here.head(number) in PLACES and any(word.tag == "number" for word in inside)


def one_by_one(here: Reading, number: int) -> list[Span]:
    """The places that a list behind a colon or a dash names of what is counted: "four states*: Ohio and Utah*"."""
    words_ = here.made.words
    at = here.made.phrases[number].last
    if not are_counted(here, number) or at + 1 >= len(words_) or words_[at].text not in _OPENS:
        return []
    starts: dict[int, Toponym] = {one.start: one for one in here.toponyms if one.sort != "demonym"}
    found: list[Span] = []
    at += 1
    while at < len(words_) and (one := starts.get(words_[at].start)) is not None:
        found.append((one.start, one.end))
        at = _past(words_, at, one.end)
        joined = at
        while at < len(words_) and words_[at].low in _JOINS:
            at += 1
        if at == joined:
            break
    return found if len(found) > 1 else []


def _past(words_: Sequence[Word], at: int, end: int) -> int:
    """The first word behind a name."""
    while at < len(words_) and words_[at].start < end:
        at += 1
    return at


def nations(here: Reading, numbers: Sequence[int]) -> list[Span]:
    """The nations whose places the last of a list names: "at *British*, *Belgian* and Dutch ports"."""
    spans = {here.span(number) for number in numbers}
    return [(t.start, t.end) for t in here.toponyms if t.sort == "demonym" and (t.start, t.end) in spans]


def lies_in(here: Reading, outer: Span, inner: Span) -> bool:
    """Whether the second of two names beside one another says where the first lies: "Macon, Georgia"."""
    return here.made.text[inner[1] : outer[0]].strip() == "," and is_in_land(here, inner, outer)


def is_in_land(here: Reading, inner: Span, outer: Span) -> bool:
    """Whether the first of two places lies in the land or region that the second is."""
    one, other = (next((t.place for t in here.toponyms if t.start == span[0]), None) for span in (inner, outer))
    if one is None or other is None:
        return False
    if other.kind in {"country", "territory"}:
        return one.kind != "country" and one.countries[:1] == other.countries[:1]
    return other.kind == "region" and one.kind != "region" and one.admin1 == other.admin1
