"""Lines that carriers keep: "offers *flights to Oslo*", "dropped the *Lagos-Accra route*"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.reading.events.behind import chain_of_noun
from dateline.reading.events.fillers import may_fill, whole
from dateline.reading.events.grounds import places_of, state_of, toponym_of
from dateline.reading.events.legs import Passage
from dateline.reading.events.named_lines import ends_before
from dateline.reading.events.spots import is_gate
from dateline.reading.text.classes import classes_of
from dateline.reading.text.nouns import noun_classes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.reading.events.frame_table import Frame
    from dateline.reading.events.reading import Reading
    from dateline.reading.grammar.syntax import Phrase, Predicate
    from dateline.story.model import Span

__all__ = ["read_service"]

_LINKS: Final = frozenset(("link", "connect", "join"))
_CARRIERS: Final = frozenset("carrier operator airline railway railroad company firm line group".split())
_PAIR: Final = 2
_WEAK: Final = frozenset(("link", "connection", "crossing", "service"))  # a line by both of its ends alone


def read_service(here: Reading, number: int, phrase: Phrase, frame: Frame) -> Passage | None:
    """
    Read which line a carrier opens, keeps or drops.

    Only a verb that says so makes a line of the noun: "flights to Oslo are dear" is nobody's way.
    """
    lemma = here.made.words[phrase.head].lemma
    doer = _operator(here, number, phrase, frame)
    if doer is None or is_gate(here, number):
        return None
    start, goal, via, used = _ends(here, number, phrase, frame)
    if not (goal or (start and lemma == "flight")) or (lemma in _WEAK and not start):
        return None  # "offers services to Ghana"
    here.taken |= set(used)
    return Passage(
        predicate=-1, mover=whole(here, doer), key=doer, trigger=here.trigger(phrase.head), is_noun=True,
        from_=start[0] if start else None, goals=tuple(goal), via=tuple(via), rule=frame.name,
    )  # fmt: skip


def _operator(here: Reading, number: int, phrase: Phrase, frame: Frame) -> tuple[int, ...] | None:
    """Who keeps a line: the carrier that a verb is of; where a state or nobody acts, the flights themselves."""
    verbs = str(frame.flags["lines"]).split()
    told = _told(here, number, verbs)
    if told is None:
        return None
    if phrase.owner is not None and _is_carrier(here, phrase.owner):
        return (phrase.owner,)
    if not told.passive and told.subject and _is_carrier(here, told.subject[-1]):
        return told.subject
    is_flight = here.lemma(number) == "flight" and here.head(number) != "flight"
    is_stopped = told.passive or _begins(told) or (bool(told.subject) and state_of(here, told.subject[0]) is not None)
    is_line = here.lemma(number) in _LINES and _begins(told)  # "*a ferry link* between Bari and Oran *opened*"
    return (number,) if (is_flight and is_stopped) or is_line else None


def _told(here: Reading, number: int, verbs: Sequence[str]) -> Predicate | None:
    """The verb that opens, keeps or ends a line, of itself or by a noun: "marks the *start of* daily flights"."""
    holder = here.holder(number)
    numbers = {number}
    if holder is not None:
        if holder.prep != "of" or holder.of is None or here.lemma(holder.of) not in _CHANGES:
            return None
        numbers = {holder.of}
    for one in here.made.predicates:
        held = one.subject if one.passive else tuple(o for group in one.objects for o in group)
        if not numbers.isdisjoint(held) and (one.lemma in verbs or holder is not None):
            return one
        if _begins(one) and not numbers.isdisjoint(one.subject):
            return one
    return None


def _begins(predicate: Predicate) -> bool:
    """Whether a verb says of a line itself that it begins or ends: "flights to Oslo *will resume* in May"."""
    is_told = predicate.form == "finite" and predicate.relation in {"root", "coordinate", "complement"}
    return is_told and predicate.lemma in _BEGINS and not (predicate.passive or predicate.objects)


_LINES: Final = frozenset("link connection route sailing crossing".split())
_BEGINS: Final = frozenset("open reopen begin start resume restart commence launch end stop cease".split())
_CHANGES: Final = frozenset("start launch introduction resumption suspension cancellation addition return end".split())


def _is_carrier(here: Reading, number: int) -> bool:
    """Whether a phrase may be of an airline, a railway or the like: by its noun, or a name that is no state's."""
    phrase = here.made.phrases[number]
    head = here.made.words[phrase.head]
    if head.tag == "name" and phrase.head > phrase.first and "air" in {here.made.words[phrase.first].low, head.low}:
        return True  # "*Air Chad* is opening a route to Oslo"
    if state_of(here, number) is not None:
        return False
    if head.tag == "name":
        return may_fill(here, number, frozenset()) and "person" not in noun_classes(head.low)
    if head.tag == "pronoun":
        return head.low in {"it", "they", "we", "which", "that"}
    return head.lemma in _CARRIERS or bool(classes_of(head.low) & {"firm"}) or "vehicle" in noun_classes(head.low)


def _ends(
    here: Reading, number: int, phrase: Phrase, frame: Frame
) -> tuple[list[Span], list[Span], list[Span], list[int]]:
    """Where a line begins, ends and stops, and the prepositional phrases that say so."""
    start: list[Span] = []
    goal: list[Span] = []
    via: list[Span] = []
    used: list[int] = []
    for n, prep, objects in chain_of_noun(here, number, phrase):
        places = places_of(here, objects)
        if not places or (prep in frame.roles["to"] and toponym_of(here, objects[0]) is None):
            continue  # "offers services *to schools in Kenya*"
        if prep == "between" and len(places) >= _PAIR and not (start or goal):
            start, goal = places[:1], places[1:]
        elif prep in frame.roles["from"] and not start:
            start = places
        elif prep in frame.roles["to"] and not goal:
            goal = places
        elif prep in frame.roles["via"]:
            via += places
        else:
            continue
        used.append(n)
    if not (start or goal):
        start, goal = ends_before(here, phrase)
    if not (start or goal):
        pair = _hyphened(here, phrase) or _linked(here, number)
        start, goal = pair[:1], pair[1:]
    return start, goal, via, used


def _hyphened(here: Reading, phrase: Phrase) -> list[Span]:
    """The two ends that stand before a line's noun: "the *Lagos-Accra* route"."""
    first, head = here.made.words[phrase.first].start, here.made.words[phrase.head].start
    names = [(one.start, one.end) for one in here.toponyms if first <= one.start < head and one.sort != "demonym"]
    if len(names) != _PAIR:
        return []
    return names if here.made.text[names[0][1] : names[1][0]].strip() in {"-", "–", "—", "/"} else []


def _linked(here: Reading, number: int) -> list[Span]:
    """The ends that a line is said to link: "a service *linking Cork and Santander*"."""
    for one in here.made.predicates:
        if one.lemma in _LINKS and not one.passive and one.subject == (number,) and one.objects:
            found = places_of(here, one.objects[0])
            behind = [
                o for n in one.preps if here.made.preps[n].prep in {"with", "to"} for o in here.made.preps[n].objects
            ]
            return [*found, *(places_of(here, behind) if len(found) == 1 else ())]
    return []
