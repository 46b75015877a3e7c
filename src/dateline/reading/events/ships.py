"""Ships as places where somebody goes or is: "aboard the *Calypso*", "left the trawler *Sea Fern*", "the *ship*"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from dateline.reading.events.grounds import NAMES_AFTER
from dateline.reading.text.nouns import noun_classes
from dateline.reading.things.by_standing import is_capital_name, name_at

if TYPE_CHECKING:
    from dateline.reading.events.reading import Reading
    from dateline.reading.things.entity import Entity
    from dateline.story.model import Span

__all__ = ["ship_at"]

_BESIDE: Final = re.compile(r", (?:the )?([A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)[,.;]").match  # "a ship, the *Calypso*,"
_CRAFT: Final = frozenset(("vessel", "aircraft"))


def ship_at(here: Reading, number: int, *, aboard: bool = False) -> Span | None:
    """
    The name of the ship, plane or capsule that a phrase is; None where it is none, or has no name.

    Parameters
    ----------
    here
        The sentence.
    number
        The phrase.
    aboard
        Whether "aboard" stands before it, so that any name is a ship's.
    """
    phrase = here.made.phrases[number]
    before = here.made.words[phrase.first : phrase.head]
    kind = next((n for n in range(phrase.head, phrase.first - 1, -1) if _is_craft(here, n)), None)
    if kind is not None and kind < phrase.last - 1:
        span = here.made.span(kind + 1, phrase.last)  # "the trawler *Sea Fern*"
        return span if is_capital_name(here.made.text[slice(*span)]) else None
    if any(word.low in NAMES_AFTER for word in before):
        return here.made.phrase_span(number, article=False)  # "the *USS Elm*"
    beside = next((n for n, one in enumerate(here.made.phrases) if one.same_as == number), None)
    if kind is not None and beside is not None and (name := name_at(here.made, beside)) is not None:
        return name  # "their ship, the *Calypso*"
    if kind is None and here.made.words[phrase.head].tag != "name":
        return None
    told = _told_before(here, number)
    return told or (name_at(here.made, number) if aboard else None)


def _is_craft(here: Reading, n: int) -> bool:
    word = here.made.words[n]
    return word.tag == "noun" and word.text.islower() and "vehicle" in noun_classes(word.low)


def _told_before(here: Reading, number: int) -> Span | None:
    """The name of the ship told before that "the ship" or its name alone points back to."""
    if here.known is None:
        return None
    span = here.span(number)
    found = here.known.antecedent(*span)
    entity = here.known.at(span if found is None else found)
    if entity is None or entity.sort != "thing" or entity.classes.isdisjoint(_CRAFT):
        return None
    if entity.name is None:
        beside = _BESIDE(here.known.text, entity.at[1])
        return None if beside is None else beside.span(1)
    return _own_name(here, entity)


def _own_name(here: Reading, entity: Entity) -> Span | None:
    """The name of a ship without what it is: the "Sea Fern" of "trawler Sea Fern"."""
    name = str(entity.name)
    called = name.removeprefix(name.partition(" ")[0]).strip() if name[:1].islower() else name
    span = entity.at[1] - len(called), entity.at[1]
    return span if here.known is not None and is_capital_name(here.known.text[slice(*span)]) else None
