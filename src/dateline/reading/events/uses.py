"""What arms are used where, and by whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.reading.events.fillers import make_find, whole
from dateline.reading.events.grounds import places_of
from dateline.reading.events.slots import argument, ends_of
from dateline.reading.text.classes import classes_of

if TYPE_CHECKING:
    from dateline.reading.events.find import Find
    from dateline.reading.events.frame_table import Frame
    from dateline.reading.events.reading import Reading
    from dateline.reading.grammar.syntax import Predicate

__all__ = ["read_use"]

_STRIKES: Final = frozenset(("strike", "attack", "barrage", "raid", "fire"))


def _struck_with(here: Reading, predicate: Predicate) -> tuple[int, ...]:
    """The arms that strike: the subject, or what stands behind "with", of a passive also behind "by"."""
    if not predicate.passive:
        held = [n for n in predicate.preps if here.made.preps[n].prep == "with"]
        arms = [n for n in held for o in here.made.preps[n].objects if classes_of(here.head(o)) & {"arms"}]
        return here.made.preps[arms[0]].objects if arms else predicate.subject
    by = (here.made.preps[n].objects for n in predicate.preps if here.made.preps[n].prep in {"by", "with"})
    return next(by, ())


def _are_arms(here: Reading, number: int) -> bool:
    """Whether a phrase is of arms, or of what they do: "three *drone strikes*"."""
    phrase = here.made.phrases[number]
    if classes_of(here.head(number)) & {"arms"}:
        return True
    before = {word.low for word in here.made.words[phrase.first : phrase.head]}
    return here.lemma(number) in _STRIKES and any(word == "air" or classes_of(word) & {"arms"} for word in before)


def read_use(here: Reading, predicate: Predicate, frame: Frame) -> Find | None:
    """Read what arms are used where, and by whom."""
    slot = frame.roles["goods"][0]
    numbers = argument(predicate, "obj") if slot == "obj" else _struck_with(here, predicate)
    if slot == "with":  # "struck Homs *with rockets*"
        withs = (here.made.preps[n].objects for n in predicate.preps if here.made.preps[n].prep == slot)
        numbers = next(withs, ())
    if not numbers or not any(_are_arms(here, n) for n in numbers):
        of = here.made.phrases[numbers[0]].preps if numbers else ()
        deep = here.made.preps[of[0]].objects if of else ()
        if not deep or not classes_of(here.head(deep[0])) & {"arms"}:
            return None
    place, used = ends_of(here, predicate, frame.roles["place"])
    if not place and frame.name == "use.strikes":
        struck = predicate.subject if predicate.passive else next(iter(predicate.objects), ())
        place = places_of(here, struck)
    if not place and predicate.form == "gerund" and predicate.parent is not None:
        above = here.made.predicates[predicate.parent]  # "attacked a port in Crimea *using drones*"
        place = places_of(here, above.objects[0]) if above.objects else ends_of(here, above, frame.roles["place"])[0]
    if not place:
        return None
    here.taken |= set(used)
    if frame.name == "use.strikes" and (predicate.passive or numbers == predicate.subject):
        here.filled |= set(numbers)
        return make_find(here, "use", predicate.word, frame, goods=(whole(here, numbers),), place=place[:1])
    who = argument(predicate, "subj")
    actor = [whole(here, who)] if who and here.made.words[here.made.phrases[who[0]].head].tag != "relative" else []
    return make_find(here, "use", predicate.word, frame, goods=(whole(here, numbers),), actor=actor, place=place[:1])
