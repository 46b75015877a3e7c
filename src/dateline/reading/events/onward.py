"""What more ends a way has: "to Malta, then to Tunis", "on Sunday Agra and Mumbai on Tuesday", "from Oman and Chad"."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Final

from dateline.reading.events.fillers import whole
from dateline.reading.events.grounds import place_of, places_of, toponym_of
from dateline.reading.events.legs import Passage
from dateline.reading.events.slots import bound_for, ends_of, marker_of
from dateline.reading.text.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.reading.events.frame_table import Frame
    from dateline.reading.events.reading import Reading
    from dateline.reading.grammar.syntax import Predicate
    from dateline.story.model import Span

__all__ = ["also_from", "bound", "course", "next_of", "on_other_days", "onward"]

_THEN: Final = frozenset("then later next finally eventually afterwards subsequently there thence".split())
_LISTED: Final = ([","], ["and"], [",", "and"])
_ON: Final = frozenset(("on", "in", "during", "by"))  # before days
_FINISHES: Final = frozenset(("end", "finish", "conclude", "culminate", "end_up", "wrap_up", "close", "terminate"))
_GOES: Final = frozenset(("march", "trek", "journey", "pilgrimage", "voyage", "caravan", "procession", "odyssey"))
_OF_IT: Final = frozenset(("possessive", "verb", "auxiliary"))


def also_from(here: Reading, starts: Sequence[Span]) -> tuple[Span, ...]:
    """The places that "and" joins to where a way begins: "from Oman, Qatar *and Chad*"; "or" leaves it open."""
    gaps = [here.made.text[a[1] : b[0]].replace("the ", "").split() for a, b in itertools.pairwise(starts)]
    is_list = bool(gaps) and all(gap in _LISTED for gap in gaps) and gaps[-1] != [","]
    return tuple(starts[1:]) if is_list else ()


def bound(here: Reading, routes: Sequence[Passage]) -> Iterator[Passage]:
    """Give the ways that no verb tells: "a *Lagos-bound* bus burned", "seized *Mecca-bound* pilgrims"."""
    if "-bound" not in here.made.text[slice(*here.sentence)].lower():
        return
    told = {number for one in routes for number in one.key if one.goals}
    for number, phrase in enumerate(here.made.phrases):
        if number not in told and (goals := bound_for(here, number)):
            yield Passage(
                predicate=-1, mover=whole(here, (number,)), key=(number,), trigger=here.trigger(phrase.head),
                is_noun=True, from_=None, goals=tuple(goals), via=(), rule="motion.way",
            )  # fmt: skip


def next_of(here: Reading, used: Sequence[int]) -> list[Span]:
    """The place that one goes to next by a bare "then": "to Abidjan *and then Dakar*"."""
    at = max((here.made.preps[n].last for n in used), default=0)
    run = here.made.words[at : at + 4]
    while run and run[0].low in {",", "and"}:
        run = run[1:]
    if len(run) > 2 and run[0].low == "followed" and run[1].low == "by":
        run = run[1:]  # "to visit Peru, *followed by Chile*"
    elif len(run) < 2 or run[0].low not in _THEN:
        return []
    return [(t.start, t.end) for t in here.toponyms if t.start == run[1].start and t.sort != "demonym"]


def on_other_days(here: Reading, goals: Sequence[Span]) -> list[Span]:
    """The places of a list of days behind the first: "visit Agra on Sunday and *Mumbai* on Tuesday"."""
    if not goals:
        return []
    made = here.made
    ends = {word.end: n + 1 for n, word in enumerate(made.words)}
    taken = {o for one in made.predicates for held in (one.subject, *one.objects) for o in held}
    at = ends.get(goals[-1][1])
    found: list[Span] = []
    while at is not None:
        day = next((prep for prep in made.preps if prep.first == at), None)
        if day is None or day.prep not in _ON or not day.objects or places_of(here, day.objects):
            break
        then = day.last
        while then < len(made.words) and made.words[then].low in {",", "and"}:
            then += 1
        number = next((n for n, phrase in enumerate(made.phrases) if phrase.first == then), None)
        if then == day.last or number is None or number in taken or (place := toponym_of(here, number)) is None:
            break
        phrase = made.phrases[number]
        whole_name = place.start == made.words[then].start and place.end == made.words[phrase.last - 1].end
        if place.sort == "demonym" or not whole_name or made.words[min(phrase.last, len(made.words) - 1)].tag in _OF_IT:
            break
        found.append((place.start, place.end))
        at = ends.get(place.end)
    return found


def onward(here: Reading, goals: Sequence[Span], used: Sequence[int]) -> tuple[Span, ...]:
    """The goals that one goes to from the goal before: "to Malta, *then* to Tunis", "*on to* Sfax"."""
    found = []
    for n in used:
        prep = here.made.preps[n]
        before = here.made.words[prep.first - 1].low if prep.first else ""
        place = place_of(here, prep.objects[0]) if prep.objects else None
        goes_on = before in _THEN or (here.made.words[prep.first].low == "on" and prep.last - prep.first > 2)
        if goes_on and place in goals[1:]:
            found.append(place)
    return tuple(place for place in found if place is not None)


def course(here: Reading, number: int, predicate: Predicate, frame: Frame) -> Passage | None:
    """Read what begins in one place and ends in another: "the race *starts in Metz* and *ends in Lyon*"."""
    held = predicate.subject
    if not held or here.lemma(held[0]) not in words("frames", "courses", "nouns"):
        return None
    last = next(
        (one for one in here.made.predicates[number + 1 :] if one.lemma in _FINISHES and one.subject == held), None
    )
    start, used = ends_of(here, predicate, frame.roles["from"])
    goal, also = ([], []) if last is None else ends_of(here, last, ["in", "at", "to"])
    if not start or not (goal or here.lemma(held[0]) in _GOES):
        return None
    here.taken |= {*used, *also}
    here.filled |= set(held)
    return Passage(
        predicate=number, mover=whole(here, held), key=held, trigger=here.trigger(predicate.word), is_noun=False,
        from_=start[0], goals=tuple(goal), via=(), rule=frame.name, relation=predicate.relation,
        marker=marker_of(here, predicate),
    )  # fmt: skip
