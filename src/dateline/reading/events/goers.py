"""Who goes where it is not a verb's subject: the object of "visiting", whoever "by" names, a noun before a place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.reading.events.fillers import may_fill
from dateline.reading.events.frame_table import by_verb
from dateline.reading.events.grounds import toponym_of
from dateline.reading.events.no_ways import GOERS
from dateline.reading.text.nouns import noun_classes
from dateline.reading.text.wordlists import words

if TYPE_CHECKING:
    from dateline.reading.events.frame_table import Frame
    from dateline.reading.events.reading import Reading
    from dateline.reading.grammar.syntax import Predicate

__all__ = ["CHASES", "above", "chased", "doers", "goer_before", "in_masses", "undergone", "visitors"]

_SETS_OUT: Final = frozenset("head make bind destine travel sail fly set steam cross move continue".split())


def visitors(here: Reading, predicate: Predicate) -> tuple[int, ...]:
    """Who visits by a word before the name: "a dinner for *visiting* Minister Ana Roa in Bath"."""
    if predicate.lemma != "visit" or predicate.form != "gerund" or not predicate.objects:
        return ()
    whom = predicate.objects[0]
    is_named = here.made.words[here.made.phrases[whom[0]].first].tag == "name"
    titled = any(
        noun_classes(w.low) == {"person"}
        for w in here.made.words[here.made.phrases[whom[0]].first : here.made.phrases[whom[0]].last]
    )
    return whom if is_named and titled else ()


def chased(here: Reading, predicate: Predicate) -> tuple[int, ...]:
    """Who flees those whom a verb has for its object: "*Roa* led police on a chase into Kent"."""
    if predicate.lemma not in {"lead", "take"} or predicate.passive or not predicate.objects:
        return ()
    on = (here.made.preps[n] for n in predicate.preps if here.made.preps[n].prep == "on")
    is_chase = any(here.lemma(o) in CHASES for prep in on for o in prep.objects)
    return predicate.subject if is_chase else ()


CHASES: Final = frozenset(("chase", "pursuit"))


def in_masses(here: Reading, numbers: tuple[int, ...]) -> tuple[int, ...]:
    """Who goes in a mass: "caused an exodus of *farmers* to head for Lima"."""
    if len(numbers) != 1 or here.lemma(numbers[0]) not in words("frames", "masses", "nouns"):
        return numbers
    of = (here.made.preps[n] for n in here.made.phrases[numbers[0]].preps[:1])
    whom = next((prep.objects for prep in of if prep.prep == "of"), ())
    return whom if whom and all(may_fill(here, one, GOERS) for one in whom) else numbers


def undergone(here: Reading, predicate: Predicate, frame: Frame) -> tuple[int, ...]:
    """Who is moved by a verb without its auxiliary: "*Nurses* sent to Nepal", "was seized and towed to Malta"."""
    is_bare = predicate.group[1] - predicate.group[0] == 1 and not predicate.objects
    if is_bare and predicate.lemma in str(frame.flags.get("undergoes", "")).split() and (
        predicate.relation == "root" and not predicate.inherited
    ):  # fmt: skip
        return predicate.subject
    above = here.made.predicates[predicate.parent] if predicate.parent is not None else None
    if frame.name != "motion.caused" or above is None or not above.passive:
        return ()
    return predicate.subject if predicate.relation == "coordinate" and not predicate.objects else ()


def doers(here: Reading, predicate: Predicate) -> tuple[int, ...]:
    """Who does what is told of a place: "Beira was hit *by a cyclone*", "was visited *by the king*"."""
    for n in predicate.preps:
        if here.made.preps[n].prep == "by" and here.made.preps[n].first >= predicate.group[1]:
            return here.made.preps[n].objects
    return ()


def above(here: Reading, numbers: tuple[int, ...]) -> tuple[int, ...]:
    """What a clause behind a place's name is of: "a *flight* from Linz to Graz that was diverted"."""
    holder = here.holder(numbers[0])
    while holder is not None and holder.of is not None:
        if may_fill(here, holder.of, GOERS) or here.lemma(holder.of) == "flight":
            return (holder.of,)
        holder = here.holder(holder.of)
    return numbers


def goer_before(here: Reading, number: int, numbers: tuple[int, ...]) -> tuple[int, ...]:
    """Who goes on from a place right before a verb: "left Oslo *heading for* Bergen", "departed Lima *bound for* …"."""
    predicate = here.made.predicates[number]
    before = here.made.predicates[number - 1] if number else None
    if before is None or here.made.phrases[numbers[-1]].last != predicate.group[0] or not before.subject:
        return ()
    is_bare = predicate.group[1] - predicate.group[0] == 1 and predicate.lemma in _SETS_OUT
    ends = {o for held in before.objects for o in held} | {o for n in before.preps for o in here.made.preps[n].objects}
    if not is_bare or numbers[-1] not in ends or toponym_of(here, numbers[-1]) is None:
        return ()
    return before.subject if any(frame.kind == "route" for frame in by_verb().get(before.lemma, ())) else ()
