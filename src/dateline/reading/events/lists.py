"""Places told one by one behind what counts them: "two cities, *Lima and Quito*", "four states: *Ohio, Iowa …*"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.reading.events.reading import Reading
    from dateline.reading.grammar.syntax import Word
    from dateline.reading.places.toponym import Toponym
    from dateline.story.model import Span

__all__ = ["are_counted", "one_by_one"]

_COUNTED: Final = frozenset(
    "cities towns countries states nations islands villages ports provinces counties stops capitals destinations venues"
    " locations places regions republics districts communities suburbs airports continents resorts".split()
)
_OPENS: Final = frozenset((":", "-", "–", "—", "("))
_JOINS: Final = frozenset((",", "and", "&"))


def are_counted(here: Reading, number: int) -> bool:
    """Whether a phrase counts places that it does not name: "two U.S. *cities*", "the five Nordic *countries*"."""
    phrase = here.made.phrases[number]
    inside = here.made.words[phrase.first : phrase.head]
    return here.head(number) in _COUNTED and any(word.tag == "number" for word in inside)


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
