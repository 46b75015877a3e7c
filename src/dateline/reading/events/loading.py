"""Where a ship takes on what it carries: "loaded 9,000 tonnes of wheat *at Bari*"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.reading.events.fillers import is_weighed, whole
from dateline.reading.events.grounds import counted, places_of
from dateline.reading.events.implied import quay_of
from dateline.reading.events.slots import ends_of
from dateline.reading.text.nouns import noun_classes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.reading.events.reading import Reading
    from dateline.reading.grammar.syntax import Predicate
    from dateline.story.model import Span

__all__ = ["loaded_at", "taken_on_at"]

_BULK: Final = frozenset("cargo crude oil gas fuel coal ore grain wheat maize corn container fertilizer".split())


def loaded_at(here: Reading, predicate: Predicate, numbers: Sequence[int]) -> tuple[list[Span], list[int]]:
    """
    Find where freight comes from by where it is loaded.

    Parameters
    ----------
    here
        The sentence that is read.
    predicate
        The verb that loads.
    numbers
        Phrases of what is loaded.

    Returns
    -------
    places, used
        Where a ship or a lorry loads, or freight is loaded; no gun that somebody loads at home. The numbers of the
        prepositional phrases that say so.
    """
    if predicate.lemma != "load" or not numbers:
        return [], []
    of = counted(here, numbers[0])
    who = () if predicate.passive else predicate.subject[-1:]
    carries = any("vehicle" in noun_classes(here.head(n)) for n in who)
    is_freight = here.lemma(of) in _BULK or "substance" in noun_classes(here.head(of)) or is_weighed(here, numbers[0])
    if not (carries or is_freight):
        return [], []
    found, used = ends_of(here, predicate, ["in"])
    return (found, used) if found or predicate.passive else (quay_of(here, predicate), [])


def taken_on_at(here: Reading) -> dict[Span, Span]:
    """
    Find where ships, planes and lorries take on what they carry, so that a way told behind begins there.

    Parameters
    ----------
    here
        The sentence that is read.

    Returns
    -------
    places
        The place by the words for who is there: "*The tanker* took on oil at *Basra* and reached Goa".
    """
    found: dict[Span, Span] = {}
    for one in here.made.predicates:
        who = one.subject
        if one.passive or one.form != "finite" or not who or "vehicle" not in noun_classes(here.head(who[-1])):
            continue
        takes = one.lemma == "take" and any(here.made.preps[n].prep == "on" for n in one.preps)
        if takes or one.lemma in _TAKES_ON or (one.lemma, one.particle) in {("take", "on"), ("pick", "up")}:
            places = [place for n in one.preps if here.made.preps[n].prep in {"in", "at"}
                      for place in places_of(here, here.made.preps[n].objects)]  # fmt: skip
            if places:
                found[whole(here, who)] = places[0]
    return found


_TAKES_ON: Final = frozenset(("load", "collect", "bunker", "refuel", "embark"))
