"""Contraband that is found: where it is from by its own words or by what it is found in, and where that is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.reading.events.fillers import make_find, whole
from dateline.reading.events.grounds import IN, counted, places_of, toponym_of
from dateline.reading.events.parties import passes_on
from dateline.reading.events.slots import argument
from dateline.reading.text.nouns import noun_classes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.reading.events.find import Find
    from dateline.reading.events.frame_table import Frame
    from dateline.reading.events.reading import Reading
    from dateline.reading.grammar.syntax import Predicate
    from dateline.story.model import Span

__all__ = ["read_haul"]

_ABOARD: Final = IN | {"from", "out_of"}
_FREIGHT: Final = frozenset(
    "container shipment consignment parcel package cargo crate suitcase luggage load box freight delivery pallet"
    " mail envelope".split()
)


def read_haul(here: Reading, predicate: Predicate, frame: Frame) -> Find | None:
    """Read "found cocaine *in a container from Peru* at the port of Bari"; nothing where nobody says it came."""
    goods = argument(predicate, "obj")
    if not goods or not any(passes_on(here, number) or here.lemma(number) in _FREIGHT for number in goods):
        return None
    preps = [here.made.preps[n] for n in predicate.preps]
    held = [o for prep in preps if prep.prep in _ABOARD for o in prep.objects]
    freight = [o for o in held if here.lemma(o) in _FREIGHT or "vehicle" in noun_classes(here.head(o))]
    start = _said_from(here, [*freight, *goods])
    if not start or any(one.of in goods for one in here.made.predicates):  # "weapons from Peru *bound for Chad*"
        return None
    where = [place for prep in preps if prep.prep in IN for place in places_of(here, prep.objects)]
    here.filled |= set(goods)
    here.goods |= set(goods)
    return make_find(
        here, "flow", predicate.word, frame,
        goods=(whole(here, goods),), from_=start, to=[place for place in where if place not in start][:1],
    )  # fmt: skip


def _said_from(here: Reading, numbers: Sequence[int]) -> list[Span]:
    """The place by name behind "from" of some phrases or of what they hold: "a container of fruit from *Peru*"."""
    of = {*numbers, *(counted(here, number) for number in numbers)}
    of |= {o for prep in here.made.preps if prep.prep == "of" and prep.of in of for o in prep.objects}
    behind = (prep.objects for prep in here.made.preps if prep.prep == "from" and prep.of in of)
    named = (places_of(here, objects) for objects in behind if objects and toponym_of(here, objects[0]) is not None)
    return next(named, [])[:1]
