"""What a way goes along or over that is no end of it: a road, a border or a sea without a name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.reading.events.fillers import may_fill
from dateline.reading.events.grounds import places_of, toponym_of
from dateline.reading.events.slots import PAST, argument, preps_of
from dateline.reading.events.spots import road_in
from dateline.reading.events.unnamed import ground_of
from dateline.reading.grammar.closed import WINDS
from dateline.reading.places.cues import word_class
from dateline.reading.things.venues import name_in, venue_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.reading.events.reading import Reading
    from dateline.reading.grammar.syntax import Predicate
    from dateline.story.model import Span

__all__ = ["barrier", "is_crossed_at", "road_of"]

_BARRIERS: Final = frozenset("border borders frontier coast channel strait sea ocean".split())


def barrier(here: Reading, predicate: Predicate, slots: Sequence[str]) -> list[Span]:
    """A border or a sea without a name that one crosses: "fled across *the border*"."""
    held = [n for n in preps_of(here, predicate, slots) if here.made.preps[n].prep in PAST]
    numbers = [o for n in held for o in here.made.preps[n].objects]
    if "obj" in slots:
        numbers += argument(predicate, "obj")
    found = (ground_of(here, o) for o in numbers if here.head(o) in _BARRIERS)
    return [place for place in found if place is not None][:1]


def is_crossed_at(here: Reading, predicate: Predicate) -> bool:
    """Whether it is said where a coast or a border told of before is crossed: "a cyclone crossed *it near Gao*"."""
    if predicate.lemma != "cross" or predicate.passive or here.head(predicate.objects[0][0]) not in {"it", "them"}:
        return False
    near = [n for n in preps_of(here, predicate, ["near", "at", "between"]) if here.made.preps[n].objects]
    return bool(near) and all(may_fill(here, n, _CROSSERS) for n in predicate.subject)


_CROSSERS: Final = frozenset(("person", "vehicle", "animal", "weather"))


def road_of(here: Reading, predicate: Predicate) -> tuple[list[Span], list[int]]:
    """The road that one goes along, and the phrase it stands in: "was driving south *on Elm Drive*"."""
    for n in preps_of(here, predicate, ["at", "on"] if predicate.lemma == "cross" else ["on"]):
        objects = here.made.preps[n].objects
        toponym = toponym_of(here, objects[0]) if objects else None
        is_road = bool(objects) and road_in(here, objects[0]) is not None
        if is_road or (toponym is not None and toponym.sort == "street"):
            return places_of(here, objects), [n]
        venue = venue_in(here.made, objects[0]) if objects else None
        if venue is not None and word_class("heads").get(here.made.text[slice(*venue)].split()[-1].lower()) == "street":
            return [venue], [n]  # a road of no list
        heads = here.made.words[here.made.preps[n].first - 1].low  # "was travelling *west* on Haverford"
        if objects and (heads in WINDS or heads.endswith("bound")) and (name := name_in(here.made, objects[0])):
            return [name], [n]
    return [], []
