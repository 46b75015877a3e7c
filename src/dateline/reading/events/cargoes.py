"""Cargoes: goods that travel with somebody or something, or go a way by themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.reading.amounts.numbers import units
from dateline.reading.events.abilities import is_ability
from dateline.reading.events.fillers import are_goods, is_weighed, whole
from dateline.reading.events.find import Find
from dateline.reading.events.grounds import counted, places_of, toponym_of
from dateline.reading.events.parties import LIVESTOCK, WARES, origin_of, passes_on
from dateline.reading.events.slots import argument, marker_of, own_end
from dateline.reading.text.nouns import noun_classes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.reading.events.legs import Passage
    from dateline.reading.events.reading import Reading
    from dateline.story.model import Span

__all__ = ["brought", "moved_cargo", "read_cargo"]

_CARRY: Final = frozenset(("carry", "transport", "load", "lade", "fill", "pack"))
_BRING: Final = frozenset(("bring", "deliver", "haul", "ferry"))
_SKIES: Final = frozenset(("airspace", "skies", "sky"))
_HELD: Final = frozenset("find seize discover hide conceal stash intercept confiscate uncover carry load".split())
_ABOARD: Final = frozenset(("aboard", "on", "in", "inside", "from", "aboard_of"))


def read_cargo(here: Reading, routes: Sequence[Passage]) -> Iterator[tuple[int, Find]]:
    """Read "carrying 40 tonnes of maize" of what travels: the cargo goes the same way."""
    if not routes:
        return
    for predicate in here.made.predicates:
        if predicate.lemma not in _CARRY | _BRING or not predicate.subject or is_ability(here, predicate):
            continue
        if marker_of(here, predicate) == "after" or here.made.words[predicate.group[0]].low == "having":
            continue  # "*after delivering* parcels, she drove to Bari": they are there
        withs = [n for n in predicate.preps if here.made.preps[n].prep == "with" and here.made.preps[n].objects]
        brings = predicate.lemma in _BRING and predicate.form == "gerund"  # "reached Gao, *bringing* food"
        loaded = predicate.passive or not (brings or predicate.lemma in {"carry", "transport"})
        goods = here.made.preps[withs[0]].objects if withs and loaded else argument(predicate, "obj")
        if not goods or (loaded and not withs) or not are_goods(here, goods, WARES):
            continue
        if here.lemma(counted(here, goods[0])) in _BAGGAGE:
            continue
        same = set(predicate.subject)
        before = [passage for passage in routes if passage.trigger[1] <= here.made.words[predicate.word].start]
        if before and all(toponym_of(here, n) is not None for n in predicate.subject):
            same |= set(before[-1].key)  # "left Bari on Monday with a crew of 9 carrying wheat"
        for passage in routes:
            of = {o for key in passage.key for n in here.made.phrases[key].preps for o in here.made.preps[n].objects}
            if same & (set(passage.key) | of) and (passage.from_ or passage.goals):
                yield brought(here, passage, goods)
                break
    yield from _found_aboard(here, routes)
    yield from _taken_there(here, routes)
    for passage in routes:
        for key in passage.key if passage.from_ or passage.goals else ():
            held = _held_cargo(here, key) or _taken_along(here, passage)
            if held and "vehicle" in noun_classes(here.head(key)):
                yield brought(here, passage, held)


# What a traveller has with them.
_BAGGAGE: Final = frozenset(
    "luggage baggage suitcase bag backpack rucksack handbag purse passport phone belonging belongings".split()
)


def _found_aboard(here: Reading, routes: Sequence[Passage]) -> Iterator[tuple[int, Find]]:
    """Read what is found on what travels: "rifles were *seized aboard a dhow* sailing from Iran to Yemen"."""
    for predicate in here.made.predicates:
        if predicate.lemma not in _HELD:
            continue
        goods = argument(predicate, "obj")
        aboard = {o for n in predicate.preps if here.made.preps[n].prep in _ABOARD for o in here.made.preps[n].objects}
        for passage in routes:
            carries = "vehicle" in {one for key in passage.key for one in noun_classes(here.head(key))}
            if goods and carries and aboard & set(passage.key) and (passage.from_ or passage.goals) and (
                any(passes_on(here, number) for number in goods)
            ):  # fmt: skip
                yield brought(here, passage, goods)
                break


def _taken_there(here: Reading, routes: Sequence[Passage]) -> Iterator[tuple[int, Find]]:
    """Read what one goes somewhere to give: "flew to Haiti *to deliver food*"."""
    for predicate in here.made.predicates:
        goods = argument(predicate, "obj")
        if predicate.lemma not in _GIVES or predicate.form != "infinitive" or not goods or not (
            any(passes_on(here, number) for number in goods)
        ):  # fmt: skip
            continue
        for passage in routes:
            if not passage.is_noun and predicate.parent == passage.predicate and passage.goals and (
                here.holder(goods[0]) is None and not set(goods) & here.goods
            ):  # fmt: skip
                yield brought(here, passage, goods)
                break


_GIVES: Final = frozenset("deliver bring distribute hand drop donate offload unload".split())


def moved_cargo(here: Reading, passage: Passage) -> tuple[int, ...]:
    """The goods that are on a way by themselves: "*grain* en route to Cairo"; "found *drugs*, headed to Chicago"."""
    if _is_moved_cargo(here, passage):
        return passage.key
    if passage.is_noun or not (passage.from_ or passage.goals):
        return ()
    one = here.made.predicates[passage.predicate]
    above = None if one.parent is None or one.form != "participle" else here.made.predicates[one.parent]
    if above is None or above.lemma not in _HELD or above.subject != passage.key or not above.objects:
        return ()
    return above.objects[-1] if passes_on(here, above.objects[-1][0]) else ()


def _is_moved_cargo(here: Reading, passage: Passage) -> bool:
    """Whether what is on a way is goods that pass on by themselves."""
    if not (passage.key and (passage.from_ or passage.goals)) or passage.rule == "motion.launched":
        return False
    if not passage.is_noun and here.made.predicates[passage.predicate].particle == "off":
        return False  # "a rocket lifted off from …"
    if not passage.is_noun and any(
        here.head(number) in _SKIES for held in here.made.predicates[passage.predicate].objects for number in held
    ):  # fmt: skip
        return False  # "missiles entered Peru's airspace"
    if any(here.lemma(n) == "rocket" for n in passage.key) and any(w.low in _ALOFT for w in here.made.words):
        return False  # "a rocket with a crew, en route to the station"
    shot = {here.lemma(number) for number in passage.key} & {"missile", "rocket", "shell", "projectile"}
    if shot and not passage.is_noun and here.made.predicates[passage.predicate].lemma in _IN_FLIGHT:
        return False  # "a missile *flew* towards Japan": shot, and given to nobody
    if all(_is_measured(here, number) for number in passage.key):
        return True  # "the wheat, *9,000 tonnes* bound for Malta"
    movers = {head for number in passage.key for head in (here.head(number), *_of_a_wave(here, number))}
    moves = any(noun_classes(head) & {"vehicle", "person", "animal"} for head in movers)
    return not moves and any(passes_on(here, number) for number in passage.key)  # "*books and food* on their way to …"


_IN_FLIGHT: Final = frozenset("fly fall drop land plunge splash soar".split())


def _of_a_wave(here: Reading, number: int) -> list[str]:
    """What comes in waves: "wave after wave of *drones*"."""
    if here.lemma(number) not in {"wave", "swarm"}:
        return []
    preps = (here.made.preps[n] for n in here.made.phrases[number].preps)
    return [here.head(o) for prep in preps if prep.prep == "of" for o in prep.objects]


_ALOFT: Final = frozenset("crew astronauts cosmonauts taikonauts satellite satellites orbit station moon mars".split())


def _is_measured(here: Reading, number: int) -> bool:
    """Whether a phrase is of a weight or of packs, and not of those who go: "9,000 tonnes", "40 cases of butter"."""
    of = counted(here, number)
    unit = units().get(here.head(number))
    moves = noun_classes(here.head(of)) & {"vehicle", "person", "animal"}
    return is_weighed(here, number) or (of != number and unit == "packing" and not moves)


def brought(here: Reading, passage: Passage, goods: Sequence[int]) -> tuple[int, Find]:
    """The find of goods that travel with somebody or something."""
    return passage.trigger[0], Find(
        kind="flow", trigger=passage.trigger, evidence=here.sentence, rule="transfer.cargo",
        is_noun=passage.is_noun,
        roles={
            "goods": (whole(here, goods),),
            "from": _start_of(here, passage, goods),
            "to": passage.goals or _meant_for(here, goods),
            "via": passage.via,
        },
    )  # fmt: skip


def _start_of(here: Reading, passage: Passage, goods: Sequence[int]) -> tuple[Span, ...]:
    """Where a way begins, or where goods are from by their name: "ships carrying *Russian* coal reached Bari"."""
    if passage.from_ is not None:
        return (passage.from_,)
    return tuple(one for one in (own_end(here, goods[0], "from") or origin_of(here, goods[0]))[:1]
                 if one not in passage.goals)  # fmt: skip


def _meant_for(here: Reading, goods: Sequence[int]) -> tuple[Span, ...]:
    """Where goods are to go by their own words: "left Dakar with gas *for Lyon*"."""
    behind = (here.made.preps[n] for n in here.made.phrases[counted(here, goods[0])].preps[:1])
    return tuple(place for prep in behind if prep.prep == "for" for place in places_of(here, prep.objects))


def _held_cargo(here: Reading, number: int) -> tuple[int, ...]:
    """The goods in a mover's own words: "trucks *of aid*", "a ship *with 3,000 tonnes of maize*"."""
    for n in here.made.phrases[number].preps[:1]:
        objects = here.made.preps[n].objects
        if here.made.preps[n].prep in {"of", "with"} and objects and passes_on(here, objects[0]):
            return objects
    return ()


def _taken_along(here: Reading, passage: Passage) -> tuple[int, ...]:
    """The goods that one goes with: "the convoy entered Gao *with food*"."""
    if passage.is_noun:
        return ()
    for n in here.made.predicates[passage.predicate].preps:
        objects = here.made.preps[n].objects
        if here.made.preps[n].prep == "with" and objects and (
            passes_on(here, objects[0]) or here.lemma(objects[0]) in LIVESTOCK
        ):  # fmt: skip
            return objects
    return ()
