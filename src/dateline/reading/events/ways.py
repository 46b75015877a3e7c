"""Ways: who or what goes from where to where, by a verb of going, of being taken, or by a noun such as "visit"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.reading.amounts.numbers import measured
from dateline.reading.events.crossings import barrier, is_crossed_at, road_of
from dateline.reading.events.fillers import classes_at, is_sum, may_fill, whole
from dateline.reading.events.goers import above, chased, doers, goer_before, in_masses, undergone, visitors
from dateline.reading.events.grounds import ABOARD, IN, counted, places_of, state_of, toponym_of
from dateline.reading.events.legs import Passage
from dateline.reading.events.meetings import goal_of_a_meeting
from dateline.reading.events.named_lines import ends_before
from dateline.reading.events.no_ways import CHAMBERS, GOERS, is_no_way
from dateline.reading.events.onward import (
    also_from,
    back_from,
    back_to,
    by_which,
    course,
    each_once,
    from_the_goal,
    is_instead,
    named_later,
    next_of,
    on_other_days,
    onward,
    own_plan,
)
from dateline.reading.events.slots import argument, bound_for, ends_of, marker_of, own_end, preps_of, states_in
from dateline.reading.events.starts import instead_of_home
from dateline.reading.events.whereabouts import opened, there_of, where_of
from dateline.reading.text.classes import classes_of
from dateline.reading.text.nouns import noun_classes
from dateline.reading.text.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.reading.events.frame_table import Frame
    from dateline.reading.events.reading import Reading
    from dateline.reading.grammar.syntax import Phrase, Predicate, Word
    from dateline.story.model import Span

__all__ = ["has_real_object", "has_way", "read_berth", "read_route"]

_ON_PURPOSE: Final = frozenset(("motion.go", "motion.come", "motion.leave", "motion.caused", "motion.forces"))
_GOES_ON: Final = frozenset(
    "continue get make fall turn follow jump pull push rush proceed hasten hurry scramble force".split()
)
_ORDERS: Final = frozenset("tell order instruct urge ask advise warn force".split())
_WHEN: Final = frozenset(("after", "before", "following", "since"))
_RIDES: Final = frozenset(("ride", "pedal", "paddle", "row"))
_ON_ROADS: Final = frozenset("cross drive travel head ride walk cycle speed proceed run jog go march continue".split())
_BERTHS: Final = frozenset(("dock", "berth", "moor", "anchor", "call", "stop"))
_MOVES_HOUSE: Final = frozenset(("move", "relocate", "shift", "transfer"))
_COMES: Final = frozenset("arrive travel flee move return land emigrate relocate retreat escape settle head".split())
_TAKES: Final = frozenset("take bring fly transfer move send drive ferry airlift rush transport escort carry".split())
_THITHER: Final = _TAKES | _COMES | frozenset("get go come head deploy evacuate deport drive sail rush".split())
_MODALS: Final = frozenset("can could may might would should must to".split())
_CROSSERS: Final = GOERS | {"weather"}


def _envoy(here: Reading, number: int) -> int | None:
    """The phrase that calls somebody an envoy: their own, or the one beside their name."""
    beside = (n for n, phrase in enumerate(here.made.phrases) if phrase.same_as == number)
    return next((n for n in (number, *beside) if here.head(n) in words("frames", "envoys", "nouns")), None)


def _of_an_envoy(
    here: Reading, verb: str, start: list[Span], goal: list[Span], envoy: int
) -> tuple[list[Span], list[Span]]:
    """The ends of a way where "to" or "in" says where an envoy serves: "recalled its ambassador to Cuba"."""
    if verb in {"recall", "withdraw", "expel"}:
        posts = (here.made.preps[n] for n in here.made.phrases[envoy].preps[:1])
        post = [place for prep in posts if prep.prep in {"to", "in", "at"} for place in places_of(here, prep.objects)]
        return post or goal or start, [place for place in goal if post and place not in post]
    is_post = any(here.made.preps[n].prep == "to" for n in here.made.phrases[envoy].preps[:1])
    return start, [] if verb == "summon" and is_post else goal  # "summoned the envoy *to Peru*"


def has_way(here: Reading, phrase: Phrase) -> bool:
    """Whether a noun says both ends of a way: "the flight from Oslo to Bergen was diverted"."""
    return {"from", "to"} <= {here.made.preps[n].prep for n in phrase.preps}


def read_berth(here: Reading, number: int, predicate: Predicate, routes: Sequence[Passage]) -> Passage | None:
    """Where a way that the sentence tells ends: "left Lagos and *docked in Dakar*"."""
    last = routes[-1] if routes else None
    if predicate.lemma not in _BERTHS or predicate.passive or predicate.form != "finite" or last is None:
        return None
    if last.is_noun or last.key != predicate.subject or not last.key:
        return None
    goal, used = ends_of(here, predicate, ["in"])
    if not goal:
        return None
    here.taken |= set(used)
    return Passage(
        predicate=number, mover=last.mover, key=last.key, trigger=here.trigger(predicate.word), is_noun=False,
        from_=None, goals=tuple(goal), via=(), rule=last.rule, relation=predicate.relation,
        marker=marker_of(here, predicate),
    )  # fmt: skip


def read_route(here: Reading, number: int, predicate: Predicate, frame: Frame) -> Passage | None:
    """Read who goes, or is taken, from where to where by a verb."""
    slots = frame.roles["mover"]
    reduced = predicate.passive and predicate.relation == "participle" and slots == ("subj",)
    bound = frame.name == "motion.way" or (
        predicate.lemma in words("frames", "gone", "verbs") and not predicate.objects
    )
    by = doers(here, predicate) if predicate.passive and "obj" in frame.roles["to"] else ()
    if predicate.passive and slots == ("subj",) and not (reduced or bound or by):
        return None
    if frame.flags.get("passive_only") and not predicate.passive:
        return None
    numbers = predicate.subject if reduced or bound else argument(predicate, slots[0])
    numbers = by or visitors(here, predicate) or chased(here, predicate) or numbers
    numbers = numbers or undergone(here, predicate, frame)
    if numbers and predicate.relation in {"relative", "participle"} and toponym_of(here, numbers[0]) is not None:
        numbers = above(here, numbers)
    numbers = in_masses(here, named_later(here, predicate, numbers))
    relation, marker = _relation(here, predicate)
    if numbers and not predicate.objects and (goer := goer_before(here, number, numbers)):
        numbers, relation = goer, "adverbial"
    if frame.name == "motion.caused" and not numbers:
        return None
    if frame.name == "motion.launched" and any("arms" in classes_of(here.head(n)) for n in numbers) and (
        not _is_for_space(here, numbers)
    ):  # fmt: skip
        return None  # "rockets were launched from Gaza"
    objects_are_places = "obj" in (*frame.roles["to"], *frame.roles["from"], *frame.roles.get("via", ()))
    if objects_are_places and predicate.objects and not places_of(here, predicate.objects[0]) and (
        "in" not in frame.roles["to"] and not _is_left(here, predicate, frame)
        and not (_goes_to_grounds(here, frame, numbers) and ends_of(here, predicate, ["obj"], grounds=True)[0])
        and not (frame.name == "motion.pass" and (barrier(here, predicate, ["obj"]) or is_crossed_at(here, predicate)))
    ):  # fmt: skip
        return None
    if is_no_way(here, predicate, frame) or (
        frame.name in {"motion.taken_in", "motion.expected"} and numbers and here.head(numbers[-1]) == "it"
    ):  # fmt: skip
        return None
    if frame.flags.get("no_object") and has_real_object(here, predicate):
        return None
    if frame.flags.get("takes_in") and not (
        numbers and here.lemma(counted(here, numbers[-1])) in words("frames", "fled", "nouns")
    ):  # fmt: skip
        return None
    if frame.name == "motion.course":
        return course(here, number, predicate, frame)
    grounds = not by and _goes_to_grounds(here, frame, numbers)
    (start, goal, via), (used_from, used_to, used_via) = _stretch(
        here, number, predicate, frame, numbers, grounds=grounds
    )
    if not (start or goal or via) or (frame.flags.get("begins") and not start) or (
        frame.flags.get("both_ends") and not (start and goal)
    ):  # fmt: skip
        return None
    if not (goal or via or (start := instead_of_home(here, numbers, start))):
        return None
    _comes_from_a_stay(here, used_from)
    if frame.name == "motion.forces" and any(here.head(o) in words("frames", "unions", "nouns")
        for n in used_from for o in here.made.preps[n].objects
    ):  # fmt: skip
        return None  # "withdraw from the International Criminal Court"
    may_be_state = frame.flags.get("states") or predicate.lemma in words("frames", "tourists", "verbs")
    is_state = bool(may_be_state and numbers) and state_of(here, numbers[0]) is not None
    if numbers and not is_state and not any(may_fill(here, number, frame.allowed) for number in numbers) and not (
        _is_moved_house(here, predicate, numbers) and _has_name(here, (*start, *goal))
    ) and not (frame.name == "motion.launched" and _is_for_space(here, numbers)):  # fmt: skip
        return None
    is_beside = predicate.form == "gerund" and predicate.relation in {"adverbial", "coordinate"}
    if frame.name == "motion.visit" and is_beside and goal and not _has_name(here, goal):
        return None  # "flew to Lima, visiting the wounded in hospital"
    if not numbers and (frame.name == "motion.strike" or slots == ("obj",)):
        return None
    if not (numbers or start or goal):
        return None  # "strong enough to blow over a wall near Oslo"
    if not numbers and (predicate.form == "finite" or (marker_of(here, predicate) == "of" and not (start and goal))):
        return None  # "the price of sailing to Oslo": nobody's way
    if numbers and here.head(numbers[0]) == "it" and any(_is_chamber(here, end) for end in goal):
        return None  # "it went back to the Commons": a bill
    into = any(here.made.preps[n].prep == "into" for n in used_to)
    if predicate.lemma == "get" and into and not _has_name(here, goal):
        return None  # "getting their children into the school": a place at it
    if numbers and here.head(numbers[0]) == "you":
        return None  # "once you reach home": anybody
    start, gone_on = from_the_goal(here, start, goal)
    gone_on = gone_on or onward(here, goal, used_to)
    next_ = next_of(here, used_to)
    goal = list(dict.fromkeys((*goal, *next_, *on_other_days(here, goal))))
    here.taken |= {*used_from, *used_to, *used_via}
    here.filled |= set(numbers)
    mover = whole(here, numbers) if numbers else own_plan(here, predicate)
    return Passage(
        predicate=number, mover=mover, key=numbers, trigger=here.trigger(predicate.word), is_noun=False,
        from_=start[0] if start else None, goals=tuple(goal), via=tuple(via), rule=frame.name,
        relation=relation, marker=marker or marker_of(here, predicate), onward=(*gone_on, *next_),
        starts=also_from(here, start), is_instead=is_instead(here, predicate, number), governor=predicate.parent,
        is_denied=any(w.tag == "not" or w.low.endswith(_NOT) for w in here.made.words[slice(*predicate.group)]),
    )  # fmt: skip


_NOT: Final = ("n't", "n’t")


def _is_for_space(here: Reading, numbers: Sequence[int]) -> bool:
    """Whether a rocket is one that flies into space: "the *Falcon 9 rocket* was launched", "with a satellite"."""
    said = {word.low for word in here.made.words}
    return all(here.head(n) == "rocket" for n in numbers) and not _IN_SPACE.isdisjoint(said)


_IN_SPACE: Final = frozenset(
    "space orbit satellite satellites spacecraft astronaut astronauts cosmonaut cosmonauts crew capsule probe station"
    " cosmodrome spaceport moon mars soyuz falcon ariane vega atlas delta baikonur kourou canaveral vandenberg".split()
)


def _relation(here: Reading, predicate: Predicate) -> tuple[str, str]:
    """How a verb depends on the one before it, and the word that says so where it is not the clause's own."""
    if predicate.relation == "relative" and predicate.marker and here.made.words[predicate.marker - 1].low == "of":
        return "part", ""  # "crews, *some of whom* drove from Lyon": no leg of the way of all
    if predicate.relation == "participle" and predicate.group[0] and here.made.words[predicate.group[0]].low == "being":
        before = here.made.words[predicate.group[0] - 1].low  # "arrived in Peru *after being flown* from Chad"
        return ("adverbial", before) if before in _WHEN else (predicate.relation, "")
    return predicate.relation, ""


def _stretch(  # noqa: PLR0913
    here: Reading, number: int, predicate: Predicate, frame: Frame, numbers: tuple[int, ...], *, grounds: bool
) -> tuple[tuple[list[Span], list[Span], list[Span]], tuple[list[int], list[int], list[int]]]:
    """Where a verb's way begins, ends and passes, and the prepositional phrases that say so."""
    start, used_from = ends_of(here, predicate, frame.roles["from"], grounds=grounds)
    start = start or _left(here, predicate, frame, numbers)
    to_slots = [*frame.roles["to"], *(("aboard",) if predicate.lemma in words("frames", "bodily", "aboard") else ())]
    if "to_for" in frame.flags and predicate.lemma in str(frame.flags["to_for"]).split():
        to_slots.append("for")
    if predicate.particle == "ashore":
        to_slots.append("in")  # "were brought ashore *at Bari*"
    goal, used_to = ends_of(here, predicate, to_slots, grounds=grounds)
    if numbers and (envoy := _envoy(here, numbers[0])) is not None:
        start, goal = _of_an_envoy(here, predicate.lemma, start, goal, envoy)
    for role, ends in (("from", start), ("to", goal)):
        is_endless = not (start or goal) and (
            frame.name in {"motion.pass", "motion.caused"}  # "circling for an hour"
            or (bool(numbers) and here.head(numbers[0]) == "flight" and has_way(here, here.made.phrases[numbers[0]]))
        )
        if not ends and numbers and not is_endless and (
            "vehicle" in noun_classes(here.head(numbers[0]))
            or any(word.low == "flight" for word in _words_in(here, numbers[0]))
        ):  # fmt: skip
            ends.extend(own_end(here, numbers[0], role))
    if not goal and numbers and not predicate.passive:
        goal = bound_for(here, numbers[0])
    _take_from_aboard(here, predicate, (("from", start, used_from), ("to", goal, used_to)))
    if start == goal[:1]:
        start = []  # "into the sea off Fiji's coast"
    behind = here.made.words[predicate.group[1] : predicate.group[1] + 1]
    if (
        grounds and frame.name not in {"motion.leave", "motion.calls"} and numbers and not (goal or predicate.objects)
        and behind and behind[0].low == "home" and behind[0].tag == "adverb" and _is_done(here, predicate, start)
    ):  # fmt: skip
        goal = [(behind[0].start, behind[0].end)]  # "was sent *home* from Oslo"
    if frame.name == "motion.taken_in" and goal and not start and numbers:
        start = states_in(here, here.made.phrases[numbers[-1]])[:1]  # "Oman received 90 *Indian* pilgrims"
    if not goal:
        goal, used = _purpose(here, number, frame)
        used_to = [*used_to, *used]
    start = start or (
        by_which(here, predicate, "from") or where_of(here, predicate, from_there=True)
        or there_of(here, predicate, start=True) or back_from(here, predicate, number)
    )  # fmt: skip
    goal = goal or by_which(here, predicate, "to") or (
        there_of(here, predicate)
        if predicate.lemma in _THITHER or frame.name in {"motion.expected", "motion.due"} else []
    ) or ([] if start else back_to(here, predicate, number))  # fmt: skip
    if not (start or goal) and predicate.lemma in (_TAKES if predicate.passive else _COMES):
        goal = where_of(here, predicate)  # "in Lima, where he *was flown*"
    if goal and not _has_name(here, goal) and (
        told := where_of(here, predicate) or (opened(here, predicate) if frame.name == "motion.reach" else [])
    ):  # fmt: skip
        goal = told  # "in Nice, where he was taken to hospital"
    between, used_via = ends_of(here, predicate, ["between"])
    if len(between) > 1 and not (start or goal or _is_of_water(here, used_via)):
        comes = frame.name in {"motion.landfall", "motion.strike", "motion.arrive"} or predicate.particle == "ashore"
        if not (frame.name == "motion.pass" and barrier(here, predicate, ["obj"])):  # "could cross the coast *between*"
            start, goal = ([], between) if comes else (between[:1], between[1:])  # "made landfall *between* two towns"
    via, used = ends_of(here, predicate, frame.roles.get("via", ()))
    used_via = [*used_via, *used]
    goal, via = each_once(
        goal, [place for place in dict.fromkeys(via) if place not in start]
    )  # "from villages *around Lyon*"
    if goal and not start and predicate.lemma == "arrive" and numbers:
        start = _hailing_from(here, numbers)
    if not (start or goal or via):
        start, goal, via, used_via = _otherwise(here, number, predicate, frame, numbers)
    return (start, goal, via), (used_from, used_to, used_via)


def _take_from_aboard(
    here: Reading, predicate: Predicate, ends: Sequence[tuple[str, list[Span], list[int]]]
) -> None:  # fmt: skip
    """Give a way the ends that what carries somebody has: "arrived in Malta *on a flight from Chile*"."""
    for n in predicate.preps:
        aboard = here.made.preps[n].objects[:1] if here.made.preps[n].prep in ABOARD else ()
        is_way = bool(aboard) and here.head(aboard[0]) == "way"  # "drove through Lyon *on his way to Metz*"
        if not aboard or not (is_way or noun_classes(here.head(aboard[0])) & _CARRIERS):
            continue  # no "on *a strip* at Bari, an hour from Lecce"
        of_its_own = any(told for role, told, _ in ends if role == "to") and own_end(here, aboard[0], "to")
        for role, told, used in ends:
            if not told and (own := own_end(here, aboard[0], role)):
                told.extend(own)
                used.extend(() if of_its_own else (n, *here.made.phrases[aboard[0]].preps[:1]))


_CARRIERS: Final = frozenset(("vehicle", "act", "event", "group", "troupe", "person"))


def _is_of_water(here: Reading, used: Sequence[int]) -> bool:
    """Whether "between" says which water or which stretch: "sailing in *the Irish Sea* between Wales and Ireland"."""
    of = here.made.preps[used[0]].of if used else None
    if of is not None and measured(here.head(of)) == "length":
        return True  # "crossed the coast in *the 90 km* between Oran and Bari"
    toponym = None if of is None else toponym_of(here, of)
    return toponym is not None and toponym.place is not None and toponym.place.kind in _WATERS


_WATERS: Final = frozenset(("sea", "ocean", "gulf", "bay", "strait", "lake"))


def _otherwise(
    here: Reading, number: int, predicate: Predicate, frame: Frame, numbers: tuple[int, ...]
) -> tuple[list[Span], list[Span], list[Span], list[int]]:  # fmt: skip
    """Where a way without named ends runs: a line, a border, a road, where those come from who arrive."""
    held = here.made.predicates[number].objects
    if held != predicate.objects and all(ends := ends_before(here, here.made.phrases[held[0][0]])):
        return *ends, [], []  # "took *the Leeds to Bath train*"
    if predicate.lemma in _ARRIVES and not predicate.objects and numbers and (from_ := _hailing_from(here, numbers)):
        return from_, [], [], []
    if numbers and all(may_fill(here, one, _CROSSERS) for one in numbers) and (
        past := barrier(here, predicate, frame.roles.get("via", ()))
    ):  # fmt: skip
        at, used = ends_of(here, predicate, ["in"])  # "crossed the border *at Nogales*"
        return [], [], at or past, used
    if predicate.lemma in _ON_ROADS and (not predicate.passive or predicate.lemma == "head"):
        return [], [], *road_of(here, predicate)
    return [], [], [], []


def _hailing_from(here: Reading, numbers: tuple[int, ...]) -> list[Span]:
    """Where those come from who arrive: "rescue teams *from Mexico and Spain* have arrived"."""
    return [] if here.lemma(numbers[-1]) in _ONE_OF_THEM else own_end(here, numbers[-1], "from")


_ARRIVES: Final = frozenset(("arrive", "land", "come", "bring", "call"))
_ONE_OF_THEM: Final = frozenset(("man", "woman", "boy", "girl", "resident", "person"))


def _is_done(here: Reading, predicate: Predicate, start: Sequence[Span]) -> bool:
    """Whether going home is told of as done, not as what may be or what is done every day."""
    first, last = predicate.group
    modal = any(word.low in _MODALS for word in here.made.words[first:last])
    return bool(start) or (predicate.form == "finite" and not modal and predicate.relation != "adverbial")


def _words_in(here: Reading, number: int) -> Sequence[Word]:
    phrase = here.made.phrases[number]
    return here.made.words[phrase.first : phrase.last]


def _is_moved_house(here: Reading, predicate: Predicate, numbers: tuple[int, ...]) -> bool:
    """Whether what moves is a firm's or a school's: "moved its *headquarters* to Lyon"."""
    return predicate.lemma in _MOVES_HOUSE and here.lemma(numbers[0]) in words("frames", "movables", "nouns")


def _is_chamber(here: Reading, end: Span) -> bool:
    """Whether a place is one where laws are passed."""
    return here.made.text[end[0] : end[1]].rpartition(" ")[2].lower() in CHAMBERS


def _has_name(here: Reading, ends: Sequence[Span]) -> bool:
    """Whether an end of a way has a name, so that it may be found on a map."""
    return any(end[0] <= toponym.start < end[1] for toponym in here.toponyms for end in ends)


def _comes_from_a_stay(here: Reading, used: Sequence[int]) -> None:
    """Tell a visit that one comes back from no second time: "returned from a tour of Japan"."""
    for n in used:
        here.filled |= {o for o in here.made.preps[n].objects if toponym_of(here, o) is None}


def _goes_to_grounds(here: Reading, frame: Frame, numbers: tuple[int, ...]) -> bool:
    """Whether ends without a name are places here: those of people and vehicles, "walked to the school"."""
    if not frame.flags.get("grounds") or not numbers:
        return False
    return all(may_fill(here, number, GOERS) for number in numbers)


def _purpose(here: Reading, number: int, frame: Frame) -> tuple[list[Span], list[int]]:
    """Where somebody goes by what for: "left to study *in Ghana*", "will send nurses to help *in Chad*"."""
    one = here.made.predicates[number]
    goal, used = goal_of_a_meeting(here, one)
    if goal or number + 1 == len(here.made.predicates):
        return goal, used
    then = here.made.predicates[number + 1]
    if one.lemma in _GOES_ON or (one.lemma == "go" and here.made.words[one.word].low == "going"):
        return [], []  # "continued to work in Ghana", "is going to sing in Ghana": nobody goes there
    if then.lemma == "work" and here.made.words[here.made.predicates[number].group[1]].low == "back":
        return [], []  # "went back to work in Ghana"
    if frame.name not in _ON_PURPOSE or then.relation != "infinitive" or then.parent != number:
        return [], []
    if then.lemma not in words("frames", "purposes", "verbs") or then.passive:
        return [], []
    return ends_of(here, then, ["in"])


def _is_left(here: Reading, predicate: Predicate, frame: Frame) -> bool:
    """Whether an object without a name is what one flees or leaves: "fled the fighting", "left the country"."""
    head = here.head(predicate.objects[0][0])
    return head in words("frames", "left", "nouns") or (
        predicate.lemma in str(frame.flags.get("threats", "")).split()
        and bool(noun_classes(head) & {"event", "act", "state", "phenomenon", "weather", "group"})
    )


def _left(here: Reading, predicate: Predicate, frame: Frame, numbers: tuple[int, ...]) -> list[Span]:
    """Where a way begins by other words than "from": the state that expels, "fled the war *in Sudan*"."""
    if predicate.lemma in str(frame.flags.get("out", "")).split():
        by = (o for n in preps_of(here, predicate, ["by"]) for o in here.made.preps[n].objects)
        doer = tuple(by) if predicate.passive else argument(predicate, "subj")  # "was deported to Chile *by Peru*"
        if doer and (state := state_of(here, doer[0])) is not None:
            return [state]
        if doer and here.head(doer[0]) in words("frames", "powers", "nouns"):
            return states_in(here, here.made.phrases[doer[0]])[:1]
        before = next((p for p in here.made.phrases if p.last == predicate.group[0]), None)
        if predicate.form == "infinitive" and before is not None:  # "the Malian decision to expel"
            return states_in(here, before)[:1]
    if frame.name == "motion.leave" and predicate.particle == "home" and not predicate.objects:
        return ends_of(here, predicate, ["in"])[0]  # "left home *in Salford*"
    held: Sequence[int] = ()
    if _is_told_to(here, predicate, frame) and numbers:  # "*residents of Leeds* were told to leave"
        first = here.made.phrases[numbers[-1]].preps[:1]
        near = [here.made.preps[n] for m in first for n in range(m, min(m + 3, len(here.made.preps)))]
        of = [prep for prep in near if prep.objects and prep.first < predicate.group[0]]
        return next(
            (
                found
                for prep in of
                if prep.prep in {"of", "including", *IN} and (found := places_of(here, prep.objects))
            ),
            [],
        )
    if predicate.lemma in str(frame.flags.get("threats", "")).split() and predicate.objects and not predicate.passive:
        held = predicate.objects[0]
    elif predicate.lemma in str(frame.flags.get("out_of", "")).split() or predicate.particle == "out":
        held = numbers
    for number in held[-1:]:
        for n in here.made.phrases[number].preps[:1]:
            if here.made.preps[n].prep in IN:
                return places_of(here, here.made.preps[n].objects)
    return []


def _is_told_to(here: Reading, predicate: Predicate, frame: Frame) -> bool:
    """Whether somebody has to leave where they are: "were *told to leave*"."""
    above = None if predicate.parent is None else here.made.predicates[predicate.parent]
    is_told = above is not None and above.passive and above.lemma in _ORDERS and predicate.form == "infinitive"
    return is_told and frame.name == "motion.leave" and not predicate.objects


_NO_OBJECTS: Final = frozenset("him way home miles himself blocks route course leg class left right".split())


def has_real_object(here: Reading, predicate: Predicate) -> bool:
    """Whether a verb has an object that is no place, time or measure ("ran a company")."""
    if predicate.passive or not predicate.objects:
        return False
    number = predicate.objects[0][0]
    if is_sum(here, number):
        return True
    phrase = here.made.phrases[number]
    first = phrase.first if phrase.owner is None else min(phrase.first, here.made.phrases[phrase.owner].first)
    if first > predicate.group[1] + 1:  # behind a prepositional phrase, and so of something else
        return False
    classes = noun_classes(here.head(number))
    if predicate.lemma in _RIDES and classes & {"vehicle", "animal"}:
        return False  # "rode *bicycles* along the coast"
    head = here.made.words[here.made.phrases[number].head]
    if counted(here, number) != number and classes_at(here, number) & {"substance", "artifact", "food"}:
        return True  # "moving 90 tonnes of coal"
    if (
        head.tag == "number"
        or classes & {"time", "quantity"}
        or measured(head.low) == "length"
        or head.low in _NO_OBJECTS
    ):
        return False
    return toponym_of(here, number) is None and head.tag != "name"
