"""Where a journey goes that a noun tells of, by the words around it: "a *US* tour", "the trip *ended in Lima*"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.reading.events.grounds import IN, places_of, state_of
from dateline.reading.text.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.reading.events.reading import Reading
    from dateline.reading.grammar.syntax import Phrase, Predicate
    from dateline.story.model import Span

__all__ = ["PASSAGES", "Ends", "compound", "told_around"]

Ends = tuple[list["Span"], list["Span"], list["Span"]]
"""Where a journey begins, ends and passes."""

_TO_PLACES: Final = frozenset("visit tour trip mission journey expedition voyage pilgrimage stop stopover".split())
PASSAGES: Final = frozenset(("transit", "passage", "crossing"))
_OUSTINGS: Final = frozenset(("expulsion", "deportation", "banishment"))
_GUESTS: Final = frozenset(("visit", "arrival", "return", "tour"))
_AWAITS: Final = frozenset("prepare host await welcome brace ready gear expect get have receive plan".split())
_ORDERS: Final = frozenset("order announce begin start plan approve confirm threaten continue demand mull".split())
_HOLDS: Final = frozenset("include feature have make involve comprise".split())
_HALTS: Final = frozenset("stop date show leg visit stopover concert gig performance layover appearance call".split())
_PASSES: Final = frozenset(("stop", "call", "pass", "go", "wind"))
_FINISHES: Final = frozenset(("end", "finish", "conclude", "culminate", "arrive", "terminate"))
_COURSES: Final = frozenset(("tour", "trip", "voyage", "journey", "expedition", "pilgrimage", "cruise", "flight"))


def compound(here: Reading, phrase: Phrase) -> list[Span]:
    """Where a visit goes by the word before it: "a long *Kenya* tour"."""
    before = here.made.words[phrase.head - 1] if phrase.head > phrase.first else None
    if before is None:
        return []
    return [(t.start, t.end) for t in here.toponyms if t.end == before.end and t.sort != "demonym"]


def told_around(here: Reading, number: int, phrase: Phrase, ends: Ends, *, is_of_guests: bool) -> Ends:
    """The ends that the preposition behind a noun does not give, where something else near it does."""
    start, goal, via = ends
    lemma = here.made.words[phrase.head].lemma
    if not (goal or via or start) and lemma in _TO_PLACES:
        goal = compound(here, phrase) or (_of_peoples(here, phrase) if lemma == "tour" else [])
    if not (goal or via or start) and lemma in PASSAGES:
        via = compound(here, phrase)
    if lemma in _COURSES:
        via = [*via, *(place for place in _halts(here, number) if place not in (*start, *goal, *via))]
        goal = goal or [place for one in _of(here, number) if one.lemma in _FINISHES for place in _there(here, one)]
    if not (goal or start) and is_of_guests and lemma in _GUESTS:
        goal = _host(here, number)
    if not (goal or start) and lemma in _OUSTINGS:
        start = _ouster(here, number, phrase)
    return start, goal, via


def _of_peoples(here: Reading, phrase: Phrase) -> list[Span]:
    """Where a tour goes by the adjective before it: "a 20-date *European* tour", no "British tour of India"."""
    before = here.made.words[phrase.head - 1] if phrase.head > phrase.first else None
    return [] if before is None else [(t.start, t.end) for t in here.toponyms if t.end == before.end]


def _of(here: Reading, number: int) -> Iterator[Predicate]:
    """The verbs that a journey is the subject of."""
    return (one for one in here.made.predicates if number in one.subject and not one.passive)


def _there(here: Reading, predicate: Predicate) -> list[Span]:
    """The places that a verb has behind "in" or "at"."""
    held = (here.made.preps[n] for n in predicate.preps if here.made.preps[n].first >= predicate.group[1])
    return next((places for prep in held if prep.prep in IN and (places := places_of(here, prep.objects))), [])


def _halts(here: Reading, number: int) -> list[Span]:
    """Where a journey stops on the way: "includes *stops in Cali and Pasto*", "takes in *Paris and Rome*"."""
    found: list[Span] = []
    for one in _of(here, number):
        behind = here.made.words[one.group[1]].low if one.group[1] < len(here.made.words) else ""
        if one.lemma in _HOLDS:
            halts = [o for held in one.objects for o in held if here.lemma(o) in _HALTS]
            preps = [here.made.preps[n] for o in halts for n in here.made.phrases[o].preps[:1]]
            found += [place for prep in preps if prep.prep in IN or prep.prep == "to"
                      for place in places_of(here, prep.objects)]  # fmt: skip
        elif one.lemma == "take" and "in" in {one.particle, behind}:
            found += [place for held in one.objects for place in places_of(here, held)] or _there(here, one)
        elif one.lemma in _PASSES:
            preps = [here.made.preps[n] for n in one.preps if here.made.preps[n].first >= one.group[1]]
            found += [place for prep in preps if prep.prep in {"through", "via", "in", "at"}
                      for place in places_of(here, prep.objects)]  # fmt: skip
    return found


def _host(here: Reading, number: int) -> list[Span]:
    """Whom a guest's visit is to: "*Lima* prepares for the visit of the pope", "*Peru* awaits the arrival of …"."""
    holder = here.holder(number)
    for one in here.made.predicates:
        held = any(number in numbers for numbers in one.objects)
        held = held or (holder is not None and holder.prep == "for" and here.made.preps.index(holder) in one.preps)
        if held and one.lemma in _AWAITS and one.subject and not one.passive:
            host = state_of(here, one.subject[0])
            return [] if host is None else [host]
    return []


def _ouster(here: Reading, number: int, phrase: Phrase) -> list[Span]:
    """Which state it is from which people are expelled: "*Chad* ordered the expulsion of 60 diplomats"."""
    whose = phrase.owner
    if whose is None:
        told = (one for one in here.made.predicates if any(number in numbers for numbers in one.objects))
        whose = next((one.subject[0] for one in told if one.lemma in _ORDERS and one.subject and not one.passive), None)
    if whose is None:
        return []
    state = state_of(here, whose)
    if state is None and here.head(whose) in words("frames", "powers", "nouns"):
        first, head = here.span(whose)[0], here.made.words[here.made.phrases[whose].head].start
        return [(t.start, t.end) for t in here.toponyms if first <= t.start < head][:1]
    return [] if state is None else [state]
