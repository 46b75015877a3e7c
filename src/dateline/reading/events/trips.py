"""Nouns of ways: visits, flights and journeys, with who goes from where to where."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.reading.events.behind import chain_of, chain_of_noun
from dateline.reading.events.fillers import may_fill, whole
from dateline.reading.events.grounds import ABOARD, IN, places_of, state_of, toponym_of
from dateline.reading.events.legs import Passage
from dateline.reading.events.named_ends import named_ends
from dateline.reading.events.named_lines import ends_before
from dateline.reading.events.onward import also_from
from dateline.reading.events.parties import adjective_of
from dateline.reading.events.services import read_service
from dateline.reading.events.slots import own_end, states_in
from dateline.reading.events.spots import is_gate
from dateline.reading.events.tours import PASSAGES, compound, told_around
from dateline.reading.events.travellers import doer_of, from_beside, traveller
from dateline.reading.events.unnamed import ground_of
from dateline.reading.text.nouns import noun_classes
from dateline.reading.text.wordlists import words
from dateline.reading.things.venues import name_in, venue_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.reading.events.frame_table import Frame
    from dateline.reading.events.reading import Reading
    from dateline.reading.grammar.syntax import Phrase, PrepPhrase
    from dateline.story.model import Span

__all__ = ["read_noun_route"]

_FAR: Final = frozenset(
    "trip flight journey voyage trek pilgrimage expedition ride drive cruise evacuation route way".split()
)
_DISTANCES: Final = frozenset("drive walk ride flight trip journey hike stroll".split())


_LET_IN: Final = frozenset(("entry", "passage", "landing"))
_ADMITS: Final = frozenset(("refuse", "deny", "grant", "permit", "allow", "give", "offer", "guarantee"))
_OF_MOVERS: Final = frozenset(("motion.visitors", "motion.errands"))
_OF_STATES: Final = frozenset("invasion incursion withdrawal pullout pull-out pullback drawdown deployment".split())
_CRAFT: Final = frozenset(("vehicle", "person", "troupe"))
_LEAVINGS: Final = frozenset(("departure", "exit"))
_NEXT: Final = frozenset(("next", "first", "last", "final", "second"))
_NAMED_AS: Final = frozenset(("to", "as", "is", "was", "remains", "being"))


def _destination(here: Reading, number: int, phrase: Phrase, frame: Frame) -> Passage | None:
    """Read "listed its destination as Houston", "the destination of the ship is Houston"."""
    made = here.made
    if here.lemma(number) in {"port", "stop"} and made.words[phrase.head - 1].low not in _NEXT:
        return None
    of = next((o for n in phrase.preps[:1] if made.preps[n].prep == "of" for o in made.preps[n].objects), None)
    last = phrase.last if of is None else made.phrases[of].last
    of = None if of is not None and here.head(of) == "call" else of  # "the ship's next port *of call* is Bari"
    goal: list[Span] = []
    beside = {number}
    for n, one in enumerate(made.phrases):
        behind = made.words[one.first - 1].low if one.first else ""
        leads = phrase.first > 0 and one.last == phrase.first - 1 and made.words[one.last].low == "as"
        if one.first == last + 1 and behind == "from":
            last = one.last  # "changed its destination *from Bari* to Oran"
        elif (one.first == last + 1 and behind in _NAMED_AS) or leads or (
            one.first == last + 2 and [word.low for word in made.words[last : last + 2]] == ["will", "be"]
        ):  # fmt: skip
            goal = places_of(here, one.beside or (n,))
            beside |= {n, *one.beside} if leads else set()  # "signalling *Kenya and Oman* as their destinations"
    if not goal:
        return None
    mover, key = doer_of(here, number, phrase, ()) if of is None else (whole(here, (of,)), (of,))
    for predicate in made.predicates:
        if not predicate.passive and predicate.subject and any(not beside.isdisjoint(o) for o in predicate.objects):
            mover, key = whole(here, predicate.subject), predicate.subject
    if mover is None or (key and not may_fill(here, key[0], frame.allowed)):
        return None
    head = made.words[phrase.head]
    return Passage(
        predicate=-1, mover=mover, key=key, trigger=(head.start, head.end), is_noun=True, from_=None,
        goals=tuple(goal), via=(), rule=frame.name,
    )  # fmt: skip


def _ins(frame: Frame) -> Sequence[str]:
    """The nouns of a frame behind which "in" is where one goes: "the incursion *in* Togo"."""
    return str(frame.flags["in_for"]).split()


def read_noun_route(here: Reading, number: int, phrase: Phrase, frame: Frame) -> Passage | None:  # noqa: PLR0915
    """Read "his visit to Chad", "the flight from Oslo to Rome"."""
    if frame.name == "motion.destination":
        return _destination(here, number, phrase, frame)
    if "lines" in frame.flags:
        return read_service(here, number, phrase, frame)
    lemma = here.made.words[phrase.head].lemma
    holder = here.holder(number)
    if "held_by" in frame.flags and (holder is None or holder.prep not in str(frame.flags["held_by"]).split()):
        return None
    if lemma == "stop" and here.made.words[phrase.head - 1].low == "traffic":
        return None  # "after a *traffic stop* near Bari"
    if lemma == "call" and here.made.words[phrase.head - 1].low != "port":
        return None  # "a *phone call* to Bari", but "made a *port call* at Bari"
    at_one = holder is not None and holder.prep in {"through", "via", "at", "near", "from"}
    at_one = at_one or _is_at_a_town(here, phrase)
    if lemma == "crossing" and at_one and compound(here, phrase):
        return None  # "through the *Rafah crossing*": a spot
    if is_gate(here, number):
        return None  # "queued at the *border crossing* into Peru"
    if frame.flags.get("both") and next((p for _, p, _ in chain_of(here, phrase)), "") not in {
        "from",
        "to",
        "for",
        "between",
    }:
        return None
    start, goal = ends_before(here, phrase)  # "the *Leeds to Bath* ride"
    via: list[Span] = []
    by: tuple[int, ...] = ()
    used: list[int] = []
    for n, prep, objects in chain_of_noun(here, number, phrase):
        places = places_of(here, objects)
        if not places and frame.flags.get("grounds"):
            places = [place for o in objects if (place := ground_of(here, o)) is not None]
        if not places and prep in {"to", "from", "into"} and lemma in _FAR:
            places = [name for o in objects if (name := name_in(here.made, o)) is not None]  # "a trek to Velmara"
        is_end = prep in {"to", "from", "into"} or (prep == "at" and lemma in _ins(frame))
        if not places and is_end and lemma in words("frames", "bodily", "nouns"):
            places = named_ends(here, objects, bodily=prep != "at")
        if prep == "of" and venue_in(here.made, objects[0]) is not None and lemma in {"transfer", "move"}:
            return None  # "the transfer of St Mary's Church to …": no building moves
        if prep == "by" and holder is not None and _is_of_the_verb(here, n, holder):
            continue  # "was greeted on arrival in Bari *by the king*"
        if (
            (prep == "by" or (prep == "of" and (not goal or _is_behind_a_goal(here, n, objects[0])))) and not by
            and may_fill(here, objects[0], frame.allowed)
        ):  # fmt: skip
            by = objects
        elif prep == "of" and not places and not (by or goal) and frame.name in _OF_MOVERS:
            return None  # "the dispatch *of a letter* to Kenya"
        elif prep in frame.roles["from"] and (places := places or _threat_in(here, objects)):
            start += places
            used.append(n)
            here.filled |= {o for o in objects if toponym_of(here, o) is None}  # "his arrival from a *tour* of Oman"
        elif (
            prep in {"to", "into"} or (prep in IN and not goal and lemma in _ins(frame))
            or (prep == "for" and (frame.name == "motion.carriers" or lemma in _LEAVINGS))  # "on a train *for Lyon*"
        ) and places:  # fmt: skip
            goal += places
            used.append(n)
        elif prep in {"on", "upon"} and lemma in {"march", "advance"} and places and not goal:
            goal += places  # "their march *on Moscow*"
            used.append(n)
        elif prep == "between" and len(places) == 2 and not (start or goal):
            start, goal = [places[0]], [places[1]]
            used.append(n)
        elif prep in frame.roles["via"] and places:
            via += places
            used.append(n)
        elif prep == "of" and lemma in {"tour", "invasion"} and places:
            goal += places
            used.append(n)
        elif prep == "of" and lemma in PASSAGES and places and here.made.preps[n].of == number:
            via += places
            used.append(n)
    mover, key = doer_of(here, number, phrase, by)
    if mover is None and lemma in _OF_STATES and phrase.owner is not None:
        mover = state_of(here, phrase.owner)  # "*Peru's* invasion of Chile"
    if mover is None and lemma in _OF_STATES:
        mover = _forces_before(here, phrase)
    if "held_by" in frame.flags:
        mover, key = traveller(here, holder, mover, key)
        if holder is not None and holder.prep == "under" and not (key and may_fill(here, key[0], _CRAFT)):
            return None  # "*work* is under way on a road to Lima"
        start = start or from_beside(here, holder, key)
        if here.goods.intersection(key):
            return None  # "heroin passes through Chad on its way to Malta": a flow has told it
    if (
        mover is None
        and (here.head(number) == "flight" or "vehicle" in noun_classes(here.head(number)))
        and (holder is None or holder.prep not in ABOARD)
        and start
        and goal
        and (here.made.words[phrase.first].tag == "determiner" or here.made.words[phrase.last - 1].tag == "number")
    ):
        mover, key = whole(here, (number,)), (number,)  # "*the flight* from Oslo to Bergen was delayed"
    if mover is None and lemma == "stop" and holder is not None and holder.prep == "with":
        mover, key = traveller(here, holder, None, ())  # "is touring the states, *with stops in Ohio*"
    if mover is None and lemma in _LET_IN and (admitted := _admitted(here, number)) is not None:
        mover, key, host = admitted
        goal = goal or host
    if goal and not start and key and here.head(key[0]) == "flight":
        start = own_end(here, key[0], "from")  # "*Flight 9 from Lagos* made a landing in Oran"
    held = here.holder(number)
    nobodys = mover is None or (held is not None and held.prep == "for" and phrase.owner is None)
    plain = nobodys and here.made.words[phrase.first].tag not in {"determiner", "number"}
    if plain and here.made.words[phrase.head].low != lemma:
        return None  # "flights to Oslo cost less": nobody's in particular

    start, goal, via = told_around(here, number, phrase, (start, goal, via), is_of_guests=bool(by))
    start = start or (_whence(here, key[0]) if goal and key and lemma == "landing" else [])
    if start and not goal and lemma in _DISTANCES and _is_how_far(here, number):
        return None
    if frame.name == "motion.masses" and not by:
        return None
    if (lemma == "mission" and mover is None) or (lemma == "transit" and _is_of_cargo(here, phrase)):
        return None  # "the UN mission to Chad" is a body, gas transit a flow
    if lemma in {"withdrawal", "entry"} and any(
        here.head(o) in words("frames", "unions", "nouns") for n in used for o in here.made.preps[n].objects
    ):
        return None
    if not (goal or via or (start and mover is not None)):
        return None
    aboard = bool(goal) and lemma != "service" and mover is not None and (holder is None or holder.prep in ABOARD)
    if (frame.flags.get("both") and not (start and goal) and not aboard) or (
        frame.flags.get("with_mover") and mover is None
    ):
        return None
    here.taken |= set(used)
    return Passage(
        predicate=-1, mover=mover, key=key, trigger=here.trigger(phrase.head), is_noun=True,
        from_=start[0] if start else None, goals=tuple(goal), via=tuple(via), rule=frame.name,
        marker="" if holder is None else holder.prep, starts=also_from(here, start),
    )  # fmt: skip


def _forces_before(here: Reading, phrase: Phrase) -> Span | None:
    """Whose forces go by the words before a noun: "a quick *military* withdrawal", "an *American* incursion"."""
    named = adjective_of(here, phrase) or next(iter(states_in(here, phrase)), None)
    before = here.made.words[phrase.first : phrase.head]
    force = next((word for word in before if word.low in {"military", "troop", "army"}), None)
    if named is None or force is None:
        return named if force is None else (force.start, force.end)
    return (named[0], force.end) if named[0] < force.start else named


def _is_at_a_town(here: Reading, phrase: Phrase) -> bool:
    """Whether a crossing is called by the town that it is at: "the *Rafah* crossing", not "a *Channel* crossing"."""
    before = here.made.words[phrase.head - 1]
    town = next((one for one in here.toponyms if one.end == before.end), None)
    return town is not None and town.place is not None and town.place.kind in {"city", "venue"}


def _is_of_the_verb(here: Reading, n: int, holder: PrepPhrase) -> bool:
    """Whether "by" says who does what a passive tells, when a noun only says when: "was met *on arrival* by Roa"."""
    held = here.made.preps.index(holder)
    return holder.prep in {"on", "upon", "before", "after", "during"} and any(
        one.passive and n in one.preps and held in one.preps for one in here.made.predicates
    )


def _is_behind_a_goal(here: Reading, n: int, number: int) -> bool:
    """Whether who goes stands behind where: "the extradition to Chad *of Ana Roa*", not "to the city of Lyon"."""
    of = here.made.preps[n].of
    end = None if of is None else toponym_of(here, of)
    return end is not None and end.end == here.span(of)[1] and toponym_of(here, number) is None  # type: ignore[arg-type]


def _threat_in(here: Reading, objects: Sequence[int]) -> list[Span]:
    """Where that is from which somebody flees: "their flight *from slavery in Egypt*"."""
    for o in objects:
        if noun_classes(here.head(o)) & {"state", "event", "act", "phenomenon"} and here.made.phrases[o].preps:
            behind = here.made.preps[here.made.phrases[o].preps[0]]
            return places_of(here, behind.objects) if behind.prep in IN else []
    return []


def _admitted(here: Reading, number: int) -> tuple[Span, tuple[int, ...], list[Span]] | None:
    """Who is refused or granted entry, and by which state: "the ship was *refused entry*", "Malta denied it entry"."""
    for predicate in here.made.predicates:
        if predicate.lemma not in _ADMITS or not any(number in held for held in predicate.objects):
            continue
        who = predicate.subject if predicate.passive else predicate.objects[0]
        state = None if predicate.passive or not predicate.subject else state_of(here, predicate.subject[0])
        host = [] if state is None else [state]
        if who == (number,) and not predicate.passive:
            return _glued_guest(here, number, host)
        if not who or number in who or not may_fill(here, who[0], frozenset(("person", "vehicle"))):
            return None
        return whole(here, who), who, host
    return None


def _glued_guest(here: Reading, number: int, host: list[Span]) -> tuple[Span, tuple[int, ...], list[Span]] | None:
    """Who is refused where their noun stands right before: "Malta refused *the ship* entry"."""
    phrase = here.made.phrases[number]
    before = here.made.words[phrase.head - 1]
    if phrase.head - 1 < phrase.first or not noun_classes(before.low) & {"person", "vehicle"}:
        return None
    return (here.made.words[phrase.first].start, before.end), (), host


def _is_of_cargo(here: Reading, phrase: Phrase) -> bool:
    """Whether the word before a noun is goods: "*gas* transit"."""
    before = here.made.words[phrase.head - 1] if phrase.head > phrase.first else None
    return before is not None and before.lemma in words("frames", "cargo", "nouns")


def _is_how_far(here: Reading, number: int) -> bool:
    """Whether a noun says how far off a place lies: "is a three-hour *drive* from Oslo", ", an hour's *drive* from"."""
    head = here.made.phrases[number].head
    before = [word.low for word in here.made.words[max(0, head - 5) : head]]
    is_beside = "," in before and not _HOURS.isdisjoint(before[before.index(",") :])
    return is_beside or any(
        predicate.lemma == "be" and any(number in numbers for numbers in predicate.objects)
        for predicate in here.made.predicates
    )


_HOURS: Final = frozenset("hour hours minute minutes day days".split())


def _whence(here: Reading, number: int) -> list[Span]:
    """Where a plane or a numbered flight is from by its own words: "*Flight 9 from Oran* made a landing at Bari"."""
    phrase = here.made.phrases[number]
    said = {word.low for word in here.made.words[phrase.first : phrase.last]}
    is_craft = "flight" in said or "vehicle" in noun_classes(here.head(number))
    return own_end(here, number, "from") if is_craft else []
