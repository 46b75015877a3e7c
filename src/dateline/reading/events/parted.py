"""Ends of a way that something parts from their verb: "brought men *held in Chad* back to Togo"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.reading.events.frame_table import by_verb
from dateline.reading.grammar.besides import is_year
from dateline.reading.grammar.pieces import MONTHS
from dateline.reading.grammar.prepositions import THEREBY
from dateline.reading.text.wordlists import words

if TYPE_CHECKING:
    from dateline.reading.events.reading import Reading
    from dateline.reading.grammar.syntax import Predicate

__all__ = ["handed_up", "past_date"]

_SHIFTS: Final = frozenset(
    "send bring take expel deport export import deliver transfer ship carry return fly airlift evacuate rush move"
    " transport ferry drive escort repatriate extradite hand relocate bus remove sell smuggle pump donate supply give"
    " provide lend".split()
)
_HOW: Final = frozenset(("under", "despite", "amid", THEREBY))
_ENDS: Final = frozenset(("to", "into", "onto", "home"))


def handed_up(here: Reading, predicate: Predicate) -> tuple[int, ...]:
    """
    The ends that stand behind what is told of an object in between: "brought men *held in Chad* back to Togo".

    What is told of it must be no way of its own, nor anything that has a "to": "took men *sentenced to jail*".
    """
    if not predicate.objects or predicate.passive or predicate.lemma not in _SHIFTS:
        return ()
    held = predicate.objects[-1]
    for one in here.made.predicates:
        if (
            one.relation in {"participle", "relative"}
            and (one.passive or any(one.of in numbers for numbers in one.objects))  # "the men *they held* to Togo"
            and one.of in held
            and one.group[0] > predicate.word
        ):
            behind = tuple(n for n in one.preps if here.made.preps[n].prep in {*_ENDS, "from"})
            ends = {here.made.preps[n].prep for n in behind}
            return behind if ends & _ENDS and not _leads(one.lemma, ends) else ()
    return _behind_aside(here, predicate)


def past_date(here: Reading, predicate: Predicate) -> tuple[int, ...]:
    """What stands behind the date of that by which something is done: "sailed under a pact *signed in May* to Chad"."""
    how = [o for n in predicate.preps if here.made.preps[n].prep in _HOW for o in here.made.preps[n].objects]
    for one in here.made.predicates if how else ():
        dated = [here.made.words[here.made.phrases[o].head] for n in one.preps[:1] for o in here.made.preps[n].objects]
        if one.of in how and any(word.low in MONTHS or is_year(word.low) for word in dated):
            return one.preps[1:]
    return ()


def _leads(lemma: str, ends: set[str]) -> bool:
    """Whether a verb takes such ends itself: "aid *donated to* Chad", "men *sentenced to* jail"."""
    if lemma in words("frames", "kept", "verbs"):
        return False
    slots = {slot for frame in by_verb().get(lemma, ()) for held in frame.roles.values() for slot in held}
    return bool(slots & ends) or lemma in words("frames", "tied", "verbs")


def _behind_aside(here: Reading, predicate: Predicate) -> tuple[int, ...]:
    """The ends behind what two commas part from an object: "delivered aid*, valued at $2m, to* Chad"."""
    words_ = here.made.words
    for one in here.made.predicates:
        opened_ = one.group[0] if one.marker is None else one.marker
        is_of = one.relation in {"participle", "relative"} or set(one.subject) <= set(predicate.objects[-1])
        if is_of and one.subject and opened_ > predicate.word and words_[opened_ - 1].text == ",":
            return tuple(
                n for n in one.preps
                if here.made.preps[n].prep in {*_ENDS, "from"} and words_[here.made.preps[n].first - 1].text == ","
            )  # fmt: skip
    return ()
