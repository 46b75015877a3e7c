"""Where somebody goes or is by a name which no atlas has: "drove to *the Kroger*", "was at *the Elm Book Fair*"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.reading.events.grounds import ABOARD, IN, places_of
from dateline.reading.events.ships import ship_at
from dateline.reading.text.nouns import noun_classes
from dateline.reading.text.wordlists import words
from dateline.reading.things.by_standing import is_gathering, name_at, where_named

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.reading.events.reading import Reading
    from dateline.reading.grammar.syntax import Predicate, PrepPhrase
    from dateline.story.model import Span

__all__ = ["gathering_at", "is_bodily", "named_ends", "named_stays", "with_named"]


def is_bodily(here: Reading, predicate: Predicate) -> bool:
    """Whether a verb means that somebody moves from one spot to another, and never that they join a body."""
    if predicate.subject and here.head(predicate.subject[-1]) == "it":
        return False  # "*it* is headed for Corvette": a part, a plan
    sails = predicate.lemma in _CRAFT_LEAVES and bool(predicate.subject)  # "*the frigate* left Orle", no "she left Leo"
    return predicate.lemma in words("frames", "bodily", "verbs") or (
        (predicate.passive and predicate.lemma in words("frames", "bodily", "taken"))
        or (sails and noun_classes(here.head(predicate.subject[-1])) >= {"vehicle"})
    )


_CRAFT_LEAVES: Final = frozenset(("leave", "depart", "reach", "approach", "enter", "quit"))


def named_ends(here: Reading, numbers: Sequence[int], *, bodily: bool) -> list[Span]:
    """The names of phrases that are places as people or vehicles go there, or are taken there."""
    ends = (_seat(here, o) or _ship(here, o) or where_named(here.made, o, bodily=bodily) for o in numbers)
    return [end for end in ends if end is not None]


def _ship(here: Reading, number: int) -> Span | None:
    """The ship that somebody boards or leaves, or the port where they do: "left the Calypso *at Bari*"."""
    holder = here.holder(number)
    name = ship_at(here, number, aboard=holder is not None and holder.prep == "aboard")
    held = [here.made.preps[n] for n in here.made.phrases[number].preps[:1]]
    ports = (place for prep in held if prep.prep in IN for place in places_of(here, prep.objects))
    return name if name is None or holder is not None else next(ports, name)


def with_named(here: Reading, numbers: Sequence[int], places: Sequence[Span]) -> list[Span]:
    """The places of a list with those that only their place in it tells: "to Lima, Cusco and *the Elm Lounge*"."""
    found = list(places)
    for number in numbers:
        first, last = here.span(number)
        known = (*places, *((t.start, t.end) for t in here.toponyms))
        if not any(first <= place[0] < last for place in known):
            found += named_ends(here, (number,), bodily=False)
    return sorted(found)


def named_stays(here: Reading, predicate: Predicate, prep: PrepPhrase) -> list[Span]:
    """The names behind a verb of being somewhere that are places as somebody is there: "was at *the Elm Book Fair*"."""
    if prep.prep in ABOARD:
        names = (ship_at(here, o, aboard=prep.prep == "aboard") for o in prep.objects)
    elif prep.prep not in _AT:
        return []
    elif predicate.lemma in words("frames", "bodily", "stays") or _lodges(here, predicate, prep):
        names = (where_named(here.made, o, bodily=prep.prep != "in") for o in prep.objects)
    else:
        names = (_plain_stay(here, predicate, o, prep.prep) for o in prep.objects)
    found = [name for name in names if name is not None]
    return found or [seat for o in prep.objects if (seat := _seat(here, o)) is not None]


def _lodges(here: Reading, predicate: Predicate, prep: PrepPhrase) -> bool:
    """Whether somebody stays for a while behind "the": "stayed at *the Hilton*", no "at Leeds United"."""
    if predicate.lemma not in words("frames", "bodily", "lodges"):
        return False
    if predicate.lemma == "spend" and here.made.words[prep.first - 1].lemma not in _WHILES:
        return False  # "spent *years* at the Guardian": at work there
    name = here.made.words[prep.first + 1 : prep.first + 3]
    return len(name) > 1 and name[0].low == "the" and not name[1].text.isupper()  # no "met at the BBC"


_WHILES: Final = frozenset(("night", "day", "hour", "weekend", "week", "evening", "afternoon", "morning"))


def gathering_at(here: Reading, number: int) -> Span | None:
    """What is held somewhere and has a name, for those who attend it: "attended *the Elm Book Fair*"."""
    span = name_at(here.made, number)
    return span if span is not None and is_gathering(here.made.text[slice(*span)]) else None


def _plain_stay(here: Reading, predicate: Predicate, number: int, prep: str) -> Span | None:
    """A name behind a verb that says no more than "be": that of a gathering, or of an inn behind "at"."""
    span = where_named(here.made, number, bodily=False)
    name = "" if span is None else here.made.text[slice(*span)]
    is_inn = predicate.lemma == "be" and " " in name
    return span if prep == "at" and (is_inn or is_gathering(name)) else None


_AT: Final = frozenset(("at", "in", "inside", "outside", "near"))


def _seat(here: Reading, number: int) -> Span | None:
    """The building of a government that a phrase is: "the *White House*"."""
    start, end = here.made.phrase_span(number, article=False)
    return next(
        ((t.start, t.end) for t in here.toponyms
         if (t.start, t.end) == (start, end) and t.sort == "organisation" and t.place is not None and t.inexact),
        None,
    )  # fmt: skip
