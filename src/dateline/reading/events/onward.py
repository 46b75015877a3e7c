"""What more ends a way has: "to Malta, then to Tunis", "on Sunday Agra and Mumbai on Tuesday", "from Oman and Chad"."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from dateline.reading.events.fillers import may_fill, whole
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

__all__ = [
    "also_from",
    "back_from",
    "back_to",
    "bound",
    "by_which",
    "called_at",
    "course",
    "each_once",
    "from_the_goal",
    "is_instead",
    "named_later",
    "next_of",
    "on_other_days",
    "onward",
    "own_plan",
    "with_stops",
]

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


def called_at(here: Reading, predicate: Predicate, way: Passage) -> list[Span]:
    """The stops that an aside tells of a way: "to Lagos, *calling at Dakar*", "to Paris, *taking in Metz and Nice*"."""
    if predicate.form != "gerund" or predicate.subject != way.key or way.is_noun or not way.key:
        return []
    if predicate.lemma in _CALLS and not predicate.objects:
        found, used = ends_of(here, predicate, ["in"])
    elif predicate.lemma == "take" and here.made.words[predicate.group[1]].low == "in":
        found, used = ends_of(here, predicate, ["obj", "in"])
    else:
        return []
    here.taken |= set(used)
    return [place for place in found if place not in (*way.goals, way.from_)]


def with_stops(routes: Sequence[Passage]) -> list[Passage]:
    """Make the stops that "with" adds to a way part of it: "will fly to Kenya, *with stops in Uganda and Chad*"."""
    made: list[Passage] = []
    for one in routes:
        way = made[-1] if made else None
        if (
            way is not None and one.rule == "motion.stops" and one.marker == "with" and one.via and not one.goals
            and one.key and one.key == way.key and way.trigger < one.trigger
        ):  # fmt: skip
            made[-1] = replace(way, via=(*way.via, *one.via))
        else:
            made.append(one)
    return made


_CALLS: Final = frozenset(("call", "stop", "pause", "refuel"))


def named_later(here: Reading, predicate: Predicate, numbers: tuple[int, ...]) -> tuple[int, ...]:
    """Who goes where a pronoun that opens a sentence is named behind it: "When *it* landed in Oran, *the jet* …"."""
    if len(numbers) != 1 or predicate.marker is None or predicate.marker > _FIRST_WORDS:
        return numbers
    said = here.head(numbers[0])
    if said not in {"it", "they", "he", "she"} or predicate.relation not in {"adverbial", "complement"}:
        return numbers
    if here.known is not None and here.known.antecedent(*here.span(numbers[0])) is not None:
        return numbers
    then = next((one for one in here.made.predicates if one.relation == "root" and one.subject), None)
    if then is None or then.group[0] < predicate.group[1] or here.made.phrases[then.subject[0]].first < predicate.word:
        return numbers
    allowed = _MEANT[said]
    return then.subject if may_fill(here, then.subject[0], allowed) and not _is_pronoun(here, then) else numbers


def _is_pronoun(here: Reading, predicate: Predicate) -> bool:
    """Whether a verb's subject is a pronoun."""
    return here.made.words[here.made.phrases[predicate.subject[0]].head].tag == "pronoun"


def by_which(here: Reading, predicate: Predicate, end: str) -> list[Span]:
    """The place that a relative clause is of, by its preposition: "the camp near Bari *to which* he was marched"."""
    marker = predicate.marker
    if not marker or predicate.of is None or here.made.words[marker].low not in {"which", "whom"}:
        return []
    led = here.made.words[marker - 1].low
    return places_of(here, [predicate.of]) if (led if led == "from" else _LEADS.get(led)) == end else []


_LEADS: Final = dict.fromkeys(("to", "into", "for"), "to")
_FIRST_WORDS: Final = 4  # "Almost as soon as it …"
_MEANT: Final = {
    "it": frozenset(("vehicle", "animal", "weather")), "they": frozenset(("person", "vehicle", "animal")),
    "he": frozenset(("person",)), "she": frozenset(("person", "vehicle")),
}  # fmt: skip


def each_once(goal: list[Span], via: list[Span]) -> tuple[list[Span], list[Span]]:
    """No place is both passed and reached: "across *the Drina* into Serbia", "to towns *across Peru*"."""
    if len(goal) > 1 and via:
        goal = [place for place in goal if place not in via] or goal
    return goal, [place for place in via if place not in goal] if set(goal) <= set(via) else via


def own_plan(here: Reading, predicate: Predicate) -> Span | None:
    """Whose plan it is to go, where a word alone says so: "*her* decision to return to Harare stunned them"."""
    before = next((p for p in here.made.phrases if p.last == predicate.group[0]), None)
    if predicate.form != "infinitive" or before is None:
        return None
    first = here.made.words[before.first]
    return (first.start, first.end) if first.low in {"his", "her", "their"} else None


def back_from(here: Reading, predicate: Predicate, number: int) -> list[Span]:
    """Where somebody comes back from by what they did there: "returned *from fighting in Iraq*"."""
    then = here.made.predicates[number + 1] if number + 1 < len(here.made.predicates) else None
    if then is None or predicate.lemma not in _RETURNS or then.form != "gerund" or then.marker is None:
        return []
    if [word.low for word in here.made.words[then.marker : then.group[0]]] not in (["from"], ["back", "from"]):
        return []
    return ends_of(here, then, ["in"])[0]


def is_instead(here: Reading, predicate: Predicate, number: int) -> bool:
    """Whether a way is gone in place of one that was meant: "was bound for Bari *but diverted* to Split"."""
    before = next((one for one in here.made.predicates[:number][::-1] if one.subject == predicate.subject), None)
    if before is None or before.lemma not in _MEANS or (
        "but" not in {word.low for word in here.made.words[before.group[1] : predicate.group[0]]}
    ):  # fmt: skip
        return False
    behind = {word.low for word in here.made.words[predicate.group[1] :]}
    return predicate.lemma in _DIVERTS or "instead" in behind


_MEANS: Final = frozenset("head bind destine due expect schedule route set mean".split())
_DIVERTS: Final = frozenset("divert reroute redirect turn".split())


def back_to(here: Reading, predicate: Predicate, number: int) -> list[Span]:
    """Where somebody returns to who left it in the same sentence: "was barred from Chad, only *to return*"."""
    particle = here.made.words[predicate.group[1]].low if predicate.group[1] < len(here.made.words) else ""
    if predicate.passive or not (predicate.lemma == "return" or (predicate.lemma in _RETURNS and particle == "back")):
        return []
    for one in reversed(here.made.predicates[:number]):
        if one.subject == predicate.subject and one.lemma in _LEAVES:
            left = (here.made.preps[n] for n in one.preps if here.made.preps[n].prep == "from")
            held = (places_of(here, prep.objects)[:1] for prep in left)
            direct = places_of(here, one.objects[0] if one.objects else ())
            return next((places for places in held if places), direct[:1])
    return []


_LEAVES: Final = frozenset("bar ban leave flee expel deport exile banish evict eject quit escape evacuate oust".split())
_RETURNS: Final = frozenset(("return", "come", "get", "go", "fly"))


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
    at = run[2 if run[1].low in _SIDES and len(run) > 2 else 1].start
    return [(t.start, t.end) for t in here.toponyms if t.start == at and t.sort != "demonym"]


_SIDES: Final = frozenset("central northern southern eastern western upper lower".split())


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
        then += day.last < then < len(made.words) and made.words[then].low in {"in", "to"}
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


def from_the_goal(here: Reading, start: list[Span], goal: list[Span]) -> tuple[list[Span], tuple[Span, ...]]:
    """Where a way begins, and the goals that it goes on to from its first: "to Bari, and *from Bari to Split*"."""
    if len(goal) < _PAIR:
        return start, ()
    first = here.made.text[slice(*goal[0])]
    again = [one for one in start if one > goal[0] and here.made.text[slice(*one)] == first]
    return [one for one in start if one not in again], tuple(goal[1:]) if again else ()


_PAIR: Final = 2


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
