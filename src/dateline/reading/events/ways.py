"""Ways: who or what goes from where to where, by a verb of going, of being taken, or by a noun such as "visit"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.reading.amounts.numbers import units
from dateline.reading.events.fillers import NEVER_MOVE
from dateline.reading.events.frame_table import by_verb
from dateline.reading.events.grounds import IN
from dateline.reading.events.legs import Passage
from dateline.reading.events.slots import Slots
from dateline.reading.grammar.pieces import MONTHS
from dateline.reading.text.nouns import noun_classes
from dateline.reading.text.wordlists import words
from dateline.reading.things.venues import venue_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.reading.events.frame_table import Frame
    from dateline.reading.grammar.syntax import Phrase, Predicate, PrepPhrase, Word
    from dateline.story.model import Span

__all__ = ["Ways"]

_OWN: Final = frozenset(("his", "her", "their", "its", "my", "our"))
_ENVOYS: Final = frozenset(
    "ambassador ambassadors envoy envoys consul attaché representative diplomat diplomats".split()
)
_ON_PURPOSE: Final = frozenset(("motion.go", "motion.come", "motion.leave", "motion.caused", "motion.forces"))
_GOES_ON: Final = frozenset(
    "continue get make fall turn follow jump pull push rush proceed hasten hurry scramble".split()
)
_TRAVELS: Final = frozenset(
    "visit tour trip mission journey expedition voyage pilgrimage stop stopover flight ride drive cruise trek walk"
    " excursion crossing passage transit layover march migration return escape way arrival departure".split()
)
_BERTHS: Final = frozenset(("dock", "berth", "moor", "anchor", "call", "stop"))
_TO_PLACES: Final = frozenset("visit tour trip mission journey expedition voyage pilgrimage stop stopover".split())


_ABOARD: Final = frozenset(("on", "aboard", "onto"))
_PUTS: Final = frozenset("put place load bundle pack force shove squeeze herd".split())
_READIES: Final = frozenset(("look", "prepare", "wait", "pack", "ready", "book", "pay"))
_IDIOMS: Final = frozenset(("turn", "come", "alight", "hit", "reach", "enter", "approach", "near"))
_MOVES_HOUSE: Final = frozenset(("move", "relocate", "shift", "transfer"))
_THEN: Final = frozenset("then later next finally eventually afterwards subsequently there thence".split())
_GOERS: Final = frozenset(("person", "vehicle", "animal"))
_CROSSERS: Final = _GOERS | {"weather"}


def _moves(lemma: str) -> bool:
    return any(frame.kind == "route" for frame in by_verb().get(lemma, ()))


def _of_an_envoy(verb: str, start: list[Span], goal: list[Span]) -> tuple[list[Span], list[Span]]:
    """The ends of a way where "to" says where an envoy serves: "recalled its ambassador to Cuba"."""
    if verb in {"recall", "withdraw"}:
        return goal, []
    return start, [] if verb == "summon" else goal


class Ways(Slots):
    """A sentence that tells of ways."""

    def _has_way(self, phrase: Phrase) -> bool:
        """Whether a noun says both ends of a way: "the flight from Oslo to Bergen was diverted"."""
        return {"from", "to"} <= {self.made.preps[n].prep for n in phrase.preps}

    def _berth(self, number: int, predicate: Predicate, routes: Sequence[Passage]) -> Passage | None:
        """Where a way that the sentence tells ends: "left Lagos and *docked in Dakar*"."""
        last = routes[-1] if routes else None
        if predicate.lemma not in _BERTHS or predicate.passive or predicate.form != "finite" or last is None:
            return None
        if last.is_noun or last.key != predicate.subject or not last.key:
            return None
        goal, used = self._ends(predicate, ["in"])
        if not goal:
            return None
        self.taken |= set(used)
        return Passage(
            predicate=number, mover=last.mover, key=last.key, trigger=self._trigger(predicate.word), is_noun=False,
            from_=None, goals=tuple(goal), via=(), rule=last.rule, relation=predicate.relation,
            marker=self._marker(predicate),
        )  # fmt: skip

    def _is_no_way(self, predicate: Predicate, frame: Frame) -> bool:
        """Whether the object of a verb of motion is no place to go to: "hit a tree in Leeds", "leave the EU"."""
        if predicate.lemma == "come" and predicate.subject and self._head(predicate.subject[0]) == "it":
            first = self.made.phrases[predicate.subject[0]].first
            if first and self.made.words[first - 1].low.endswith("when"):
                return True  # "when it comes to Chad"
        if predicate.lemma in _IDIOMS and self._is_idiom(predicate):
            return True
        if predicate.lemma == "lead" and not predicate.passive and predicate.subject and not (
            self._may_fill(predicate.subject[0], _GOERS)
        ):  # fmt: skip
            return True  # "the video led police to a house"
        if frame.flags.get("after_people"):
            return not (predicate.objects and self._may_fill(predicate.objects[0][0], _GOERS))
        if not predicate.objects:
            return predicate.lemma == "hit" and frame.name == "motion.reach"
        if predicate.lemma == "hit" and frame.name == "motion.reach" and self._toponym(predicate.objects[0][0]) is None:
            return True
        unions = words("frames", "unions", "nouns")  # a membership ends
        return any(self._head(number) in unions for number in predicate.objects[0])

    def _is_idiom(self, predicate: Predicate) -> bool:
        """Whether a verb that may be of motion is not: "turned to Oslo for help", "came up with", "set alight"."""
        words_ = self.made.words
        behind = [word.low for word in words_[predicate.group[1] : predicate.group[1] + 2]]
        if predicate.lemma == "turn":
            return not predicate.passive and behind[:1] == ["to"] and not predicate.objects
        if predicate.lemma == "come":
            return behind == ["up", "with"]
        if predicate.lemma == "alight":
            return words_[predicate.word].low == "alight" and predicate.form != "infinitive"
        if predicate.lemma == "hit":
            movers = frozenset(("vehicle", "weather"))
            return not predicate.passive and not any(self._may_fill(one, movers) for one in predicate.subject)
        held = predicate.objects[0][0] if predicate.objects else None  # "reach a truce", "enter trials"
        return held is not None and self._toponym(held) is None and (
            frozenset() < noun_classes(self._head(held)) <= NEVER_MOVE - {"location"} or self._head(held) == "ceasefire"
        )  # fmt: skip

    def _route(self, number: int, predicate: Predicate, frame: Frame) -> Passage | None:
        slots = frame.roles["mover"]
        reduced = predicate.passive and predicate.relation == "participle" and slots == ("subj",)
        bound = frame.name == "motion.way" or (
            predicate.lemma in words("frames", "gone", "verbs") and not predicate.objects
        )
        by = self._doers(predicate) if predicate.passive and "obj" in frame.roles["to"] else ()
        if predicate.passive and slots == ("subj",) and not (reduced or bound or by):
            return None
        if frame.flags.get("passive_only") and not predicate.passive:
            return None
        numbers = predicate.subject if reduced or bound else self._argument(predicate, slots[0])
        numbers = by or self._visitors(predicate) or numbers
        numbers = numbers or self._undergone(predicate, frame)
        if numbers and predicate.relation in {"relative", "participle"} and self._toponym(numbers[0]) is not None:
            numbers = self._above(numbers)
        if frame.name == "motion.caused" and not numbers:
            return None
        objects_are_places = "obj" in (*frame.roles["to"], *frame.roles["from"], *frame.roles.get("via", ()))
        if objects_are_places and predicate.objects and not self._places(predicate.objects[0]) and (
            "in" not in frame.roles["to"] and not self._is_left(predicate, frame)
            and not (self._goes_to_grounds(frame, numbers) and self._ends(predicate, ["obj"], grounds=True)[0])
            and not (frame.name == "motion.pass" and self._barrier(predicate, ["obj"]))
        ):  # fmt: skip
            return None
        if self._is_no_way(predicate, frame) or (
            frame.name in {"motion.taken_in", "motion.expected"} and numbers and self._head(numbers[-1]) == "it"
        ):  # fmt: skip
            return None
        if frame.flags.get("no_object") and self._has_real_object(predicate):
            return None
        grounds = not by and self._goes_to_grounds(frame, numbers)
        (start, goal, via), (used_from, used_to, used_via) = self._stretch(
            number, predicate, frame, numbers, grounds=grounds
        )
        if not (start or goal or via) or (frame.flags.get("begins") and not start):
            return None
        self._comes_from_a_stay(used_from)
        if frame.name == "motion.forces" and any(self._head(o) in words("frames", "unions", "nouns")
            for n in used_from for o in self.made.preps[n].objects
        ):  # fmt: skip
            return None  # "withdraw from the International Criminal Court"
        may_be_state = frame.flags.get("states") or predicate.lemma in words("frames", "tourists", "verbs")
        is_state = bool(may_be_state and numbers) and self._is_state(numbers[0]) is not None
        if numbers and not is_state and not any(self._may_fill(number, frame.allowed) for number in numbers) and not (
            self._is_moved_house(predicate, numbers) and self._has_name((*start, *goal))
        ):  # fmt: skip
            return None
        if not numbers and (frame.name == "motion.strike" or slots == ("obj",)):
            return None
        if not (numbers or start or goal):
            return None  # "strong enough to blow over a wall near Oslo"
        if not numbers and (predicate.form == "finite" or (self._marker(predicate) == "of" and not (start and goal))):
            return None  # "the price of sailing to Oslo": nobody's way
        if numbers and self._head(numbers[0]) == "you" and not self._has_name((*start, *goal, *via)):
            return None  # "once you reach home": anybody
        next_ = self._then(used_to)
        goal = list(dict.fromkeys((*goal, *next_)))
        self.taken |= {*used_from, *used_to, *used_via}
        self.filled |= set(numbers)
        mover = self._whole(numbers) if numbers else None
        return Passage(
            predicate=number, mover=mover, key=numbers, trigger=self._trigger(predicate.word), is_noun=False,
            from_=start[0] if start else None, goals=tuple(goal), via=tuple(via), rule=frame.name,
            relation=predicate.relation, marker=self._marker(predicate), onward=(*self._onward(goal, used_to), *next_),
        )  # fmt: skip

    def _stretch(
        self, number: int, predicate: Predicate, frame: Frame, numbers: tuple[int, ...], *, grounds: bool
    ) -> tuple[tuple[list[Span], list[Span], list[Span]], tuple[list[int], list[int], list[int]]]:
        """Where a verb's way begins, ends and passes, and the prepositional phrases that say so."""
        start, used_from = self._ends(predicate, frame.roles["from"], grounds=grounds)
        start = start or self._left(predicate, frame, numbers)
        to_slots = list(frame.roles["to"])
        if "to_for" in frame.flags and predicate.lemma in str(frame.flags["to_for"]).split():
            to_slots.append("for")
        goal, used_to = self._ends(predicate, to_slots, grounds=grounds)
        if not predicate.passive and numbers and self._head(numbers[0]) in _ENVOYS:
            start, goal = _of_an_envoy(predicate.lemma, start, goal)
        for role, ends in (("from", start), ("to", goal)):
            is_passing = frame.name == "motion.pass" and not (start or goal)  # "circling for an hour" has no end
            if not ends and numbers and not is_passing and noun_classes(self._head(numbers[0])) == {"vehicle"}:
                ends.extend(self._own_end(numbers[0], role))
        if not goal and numbers and not predicate.passive:
            goal = self._bound(numbers[0])
        if start == goal[:1]:
            start = []  # "into the sea off the Sussex coast"
        behind = self.made.words[predicate.group[1] : predicate.group[1] + 1]
        if grounds and numbers and not (goal or predicate.objects) and behind and (
            behind[0].low == "home" and behind[0].tag == "adverb"
        ):  # fmt: skip
            goal = [(behind[0].start, behind[0].end)]  # "was sent *home* from Oslo"
        if frame.name == "motion.taken_in" and goal and not start and numbers:
            start = self._states_in(self.made.phrases[numbers[-1]])[:1]  # "Oman received 90 *Indian* pilgrims"
        if not goal and number + 1 < len(self.made.predicates):
            goal, used = self._purpose(number, frame)
            used_to = [*used_to, *used]
        between, used_via = self._ends(predicate, ["between"])
        if len(between) == 2 and not (start or goal):
            start, goal = between[:1], between[1:]
        via, used = self._ends(predicate, frame.roles.get("via", ()))
        used_via = [*used_via, *used]
        if len(goal) > 1 and via:
            goal = [place for place in goal if place not in via] or goal  # "across *the Drina* into Serbia"
        if not (start or goal or via) and numbers and all(self._may_fill(one, _CROSSERS) for one in numbers):
            via = self._barrier(predicate, frame.roles.get("via", ()))
        return (start, goal, via), (used_from, used_to, used_via)

    def _visitors(self, predicate: Predicate) -> tuple[int, ...]:
        """Who visits by a word before the name: "a dinner for *visiting* Minister Ana Roa in Bath"."""
        if predicate.lemma != "visit" or predicate.form != "gerund" or not predicate.objects:
            return ()
        whom = predicate.objects[0]
        is_named = self.made.words[self.made.phrases[whom[0]].first].tag == "name"
        titled = any(noun_classes(w.low) == {"person"} for w in self._words_in(whom[0]))
        return whom if is_named and titled else ()

    def _words_in(self, number: int) -> Sequence[Word]:
        phrase = self.made.phrases[number]
        return self.made.words[phrase.first : phrase.last]

    def _is_moved_house(self, predicate: Predicate, numbers: tuple[int, ...]) -> bool:
        """Whether what moves is a firm's or a school's: "moved its *headquarters* to Lyon"."""
        return predicate.lemma in _MOVES_HOUSE and self._lemma(numbers[0]) in words("frames", "movables", "nouns")

    def _has_name(self, ends: Sequence[Span]) -> bool:
        """Whether an end of a way has a name, so that it may be found on a map."""
        return any(end[0] <= toponym.start < end[1] for toponym in self.toponyms for end in ends)

    def _above(self, numbers: tuple[int, ...]) -> tuple[int, ...]:
        """What a clause behind a place's name is of: "a *flight* from Linz to Graz that was diverted"."""
        holder = self._holder(numbers[0])
        while holder is not None and holder.of is not None:
            if self._may_fill(holder.of, _GOERS) or self._lemma(holder.of) == "flight":
                return (holder.of,)
            holder = self._holder(holder.of)
        return numbers

    def _undergone(self, predicate: Predicate, frame: Frame) -> tuple[int, ...]:
        """Who is moved by a verb without its auxiliary: "*Nurses* sent to Nepal", "was seized and towed to Malta"."""
        is_bare = predicate.group[1] - predicate.group[0] == 1 and not predicate.objects
        if is_bare and predicate.lemma in str(frame.flags.get("undergoes", "")).split() and (
            predicate.relation == "root" and not predicate.inherited
        ):  # fmt: skip
            return predicate.subject
        above = self.made.predicates[predicate.parent] if predicate.parent is not None else None
        if frame.name != "motion.caused" or above is None or not above.passive:
            return ()
        return predicate.subject if predicate.relation == "coordinate" and not predicate.objects else ()

    def _doers(self, predicate: Predicate) -> tuple[int, ...]:
        """Who does what is told of a place: "Beira was hit *by a cyclone*", "was visited *by the king*"."""
        for n in predicate.preps:
            if self.made.preps[n].prep == "by" and self.made.preps[n].first >= predicate.group[1]:
                return self.made.preps[n].objects
        return ()

    def _comes_from_a_stay(self, used: Sequence[int]) -> None:
        """Tell a visit that one comes back from no second time: "returned from a tour of Japan"."""
        for n in used:
            self.filled |= {o for o in self.made.preps[n].objects if self._toponym(o) is None}

    def _then(self, used: Sequence[int]) -> list[Span]:
        """The place that one goes to next by a bare "then": "to Abidjan *and then Dakar*"."""
        at = max((self.made.preps[n].last for n in used), default=0)
        run = self.made.words[at : at + 4]
        while run and run[0].low in {",", "and"}:
            run = run[1:]
        if len(run) < 2 or run[0].low not in _THEN:
            return []
        return [(t.start, t.end) for t in self.toponyms if t.start == run[1].start and t.sort != "demonym"]

    def _onward(self, goals: Sequence[Span], used: Sequence[int]) -> tuple[Span, ...]:
        """The goals that one goes to from the goal before: "to Malta, *then* to Tunis", "*on to* Sfax"."""
        found = []
        for n in used:
            prep = self.made.preps[n]
            before = self.made.words[prep.first - 1].low if prep.first else ""
            place = self._place(prep.objects[0]) if prep.objects else None
            goes_on = before in _THEN or (self.made.words[prep.first].low == "on" and prep.last - prep.first > 2)
            if goes_on and place in goals[1:]:
                found.append(place)
        return tuple(place for place in found if place is not None)

    def _goes_to_grounds(self, frame: Frame, numbers: tuple[int, ...]) -> bool:
        """Whether ends without a name are places here: those of people and vehicles, "walked to the school"."""
        if not frame.flags.get("grounds") or not numbers:
            return False
        return all(self._may_fill(number, _GOERS) for number in numbers)

    def _purpose(self, number: int, frame: Frame) -> tuple[list[Span], list[int]]:
        """Where somebody goes by what for: "left to study *in Ghana*", "will send nurses to help *in Chad*"."""
        then = self.made.predicates[number + 1]
        if self.made.predicates[number].lemma in _GOES_ON:
            return [], []  # "continued to work in Ghana": nobody goes there
        if frame.name not in _ON_PURPOSE or then.relation != "infinitive" or then.parent != number:
            return [], []
        if then.lemma not in words("frames", "purposes", "verbs") or then.passive:
            return [], []
        return self._ends(then, ["in"])

    def _is_left(self, predicate: Predicate, frame: Frame) -> bool:
        """Whether an object without a name is what one flees or leaves: "fled the fighting", "left the country"."""
        head = self._head(predicate.objects[0][0])
        return head in words("frames", "left", "nouns") or (
            predicate.lemma in str(frame.flags.get("threats", "")).split()
            and bool(noun_classes(head) & {"event", "act", "state", "phenomenon", "weather", "group"})
        )

    def _left(self, predicate: Predicate, frame: Frame, numbers: tuple[int, ...]) -> list[Span]:
        """Where a way begins by other words than "from": the state that expels, "fled the war *in Sudan*"."""
        if predicate.lemma in str(frame.flags.get("out", "")).split():
            doer = self._argument(predicate, "subj")
            if doer and (state := self._is_state(doer[0])) is not None:
                return [state]
            if doer and self._head(doer[0]) in words("frames", "powers", "nouns"):
                return self._states_in(self.made.phrases[doer[0]])[:1]
            before = next((p for p in self.made.phrases if p.last == predicate.group[0]), None)
            if predicate.form == "infinitive" and before is not None:  # "the Malian decision to expel"
                return self._states_in(before)[:1]
        held: Sequence[int] = ()
        if (
            predicate.lemma in str(frame.flags.get("threats", "")).split()
            and predicate.objects
            and not predicate.passive
        ):
            held = predicate.objects[0]
        elif predicate.lemma in str(frame.flags.get("out_of", "")).split() or predicate.particle == "out":
            held = numbers
        for number in held[-1:]:
            for n in self.made.phrases[number].preps[:1]:
                if self.made.preps[n].prep in IN:
                    return self._places(self.made.preps[n].objects)
        return []

    def _has_real_object(self, predicate: Predicate) -> bool:
        """Whether a verb has an object that is no place, time or measure ("ran a company")."""
        if predicate.passive or not predicate.objects:
            return False
        number = predicate.objects[0][0]
        if self._is_money(number):
            return True
        phrase = self.made.phrases[number]
        if phrase.first > predicate.group[1] + 1:  # behind a prepositional phrase, and so of something else
            return False
        classes = noun_classes(self._head(number))
        head = self.made.words[self.made.phrases[number].head]
        if self._counted(number) != number and self._classes(number) & {"substance", "artifact", "food"}:
            return True  # "moving 90 tonnes of coal"
        if (
            head.tag == "number"
            or classes & {"time", "quantity"}
            or units().get(head.low) == "length"
            or head.low in {"him", "way", "home", "miles", "himself"}
        ):
            return False
        return self._toponym(number) is None and head.tag != "name"

    def _noun_route(self, number: int, phrase: Phrase, frame: Frame) -> Passage | None:
        lemma = self.made.words[phrase.head].lemma
        holder = self._holder(number)
        if "held_by" in frame.flags and (holder is None or holder.prep not in str(frame.flags["held_by"]).split()):
            return None
        if frame.flags.get("both") and next((p for _, p, _ in self._chain(phrase)), "") not in {
            "from",
            "to",
            "between",
        }:
            return None
        start: list[Span] = []
        goal: list[Span] = []
        via: list[Span] = []
        by: tuple[int, ...] = ()
        used: list[int] = []
        for n, prep, objects in self._chain_of_noun(number, phrase):
            places = self._places(objects)
            if not places and frame.flags.get("grounds"):
                places = [place for o in objects if (place := self._ground(o)) is not None]
            if prep == "of" and venue_in(self.made, objects[0]) is not None and lemma in {"transfer", "move"}:
                return None  # "the transfer of St Mary's Church to …": no building moves
            if prep in {"by", "of"} and not (by or goal) and self._may_fill(objects[0], frame.allowed):
                by = objects
            elif prep in frame.roles["from"] and places:
                start += places
                used.append(n)
            elif (prep in {"to", "into"} or (prep in IN and lemma in str(frame.flags["in_for"]).split())) and places:
                goal += places
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
            elif prep == "of" and lemma in {"transit", "passage", "crossing"} and places:
                via += places
                used.append(n)
        mover, key = self._doer(number, phrase, by)
        if "held_by" in frame.flags:
            mover, key = self._traveller(holder, mover, key)
            if self.goods.intersection(key):
                return None  # "heroin passes through Chad on its way to Malta": a flow has told it
        held = self._holder(number)
        nobodys = mover is None or (held is not None and held.prep == "for" and phrase.owner is None)
        plain = nobodys and self.made.words[phrase.first].tag not in {"determiner", "number"}
        if plain and self.made.words[phrase.head].low != lemma:
            return None  # "flights to Oslo cost less": nobody's in particular

        if not (goal or via or start) and lemma in _TO_PLACES:
            goal = self._compound(phrase)
        if start and not goal and self._is_how_far(number):
            return None
        if (lemma == "mission" and mover is None) or (lemma == "transit" and self._is_of_cargo(phrase)):
            return None  # "the UN mission to Chad" is a body, gas transit a flow
        if lemma == "withdrawal" and any(
            self._head(o) in words("frames", "unions", "nouns") for n in used for o in self.made.preps[n].objects
        ):
            return None
        if not (goal or via or (start and mover is not None)):
            return None
        aboard = bool(goal) and lemma != "service" and mover is not None and (holder is None or holder.prep in _ABOARD)
        if (frame.flags.get("both") and not (start and goal) and not aboard) or (
            frame.flags.get("with_mover") and mover is None
        ):
            return None
        self.taken |= set(used)
        return Passage(
            predicate=-1, mover=mover, key=key, trigger=self._trigger(phrase.head), is_noun=True,
            from_=start[0] if start else None, goals=tuple(goal), via=tuple(via), rule=frame.name,
            marker="" if holder is None else holder.prep,
        )  # fmt: skip

    def _is_of_cargo(self, phrase: Phrase) -> bool:
        """Whether the word before a noun is goods: "*gas* transit"."""
        before = self.made.words[phrase.head - 1] if phrase.head > phrase.first else None
        return before is not None and before.lemma in words("frames", "cargo", "nouns")

    def _is_how_far(self, number: int) -> bool:
        """Whether a noun says how far off a place lies: "is a three-hour *drive* from Oslo"."""
        return any(
            predicate.lemma == "be" and any(number in numbers for numbers in predicate.objects)
            for predicate in self.made.predicates
        )

    def _compound(self, phrase: Phrase) -> list[Span]:
        """Where a visit goes by the word before it: "a long *Kenya* tour"."""
        before = self.made.words[phrase.head - 1] if phrase.head > phrase.first else None
        if before is None:
            return []
        return [(t.start, t.end) for t in self.toponyms if t.end == before.end and t.sort != "demonym"]

    def _traveller(
        self, holder: PrepPhrase | None, mover: Span | None, key: tuple[int, ...]
    ) -> tuple[Span | None, tuple[int, ...]]:
        """Who is "on the way": what the words hang on, or the subject of their verb."""
        if holder is None:
            return mover, key
        number = self.made.preps.index(holder)
        before = holder.of
        if before is None and holder.first > 1 and self.made.words[holder.first - 1].text == ",":
            before = next((n for n, p in enumerate(self.made.phrases) if p.last == holder.first - 1), None)
        if mover is not None and before is not None:
            ridden = self._holder(before)
            if "vehicle" in noun_classes(self._head(before)) or (ridden is not None and ridden.prep in _ABOARD):
                return mover, key  # "sang on a bus on *their* way to …"
        if before is not None and self._may_fill(before, frozenset(("person", "vehicle", "animal"))):
            return self._whole((before,)), (before,)
        for predicate in self.made.predicates:
            if number in predicate.preps and predicate.subject and self._may_fill(predicate.subject[-1], frozenset()):
                return self._whole(predicate.subject), predicate.subject
        if mover is None and (told := [one for one in self.made.predicates if one.group[1] <= holder.first]):
            opened = self.made.words[holder.first - 1].low in {"while", "when"}
            if opened and told[-1].subject and self._may_fill(told[-1].subject[-1], frozenset()):
                return self._whole(told[-1].subject), told[-1].subject  # "sank while *en route to* …"
        return mover, key

    def _doer(self, number: int, phrase: Phrase, by: tuple[int, ...]) -> tuple[Span | None, tuple[int, ...]]:
        """Who makes the visit: its owner, "by", or whoever the verb beside it is of."""
        if phrase.owner is not None and self._head(phrase.owner) not in MONTHS and (
            self._may_fill(phrase.owner, frozenset())
        ):  # fmt: skip
            return self._whole((phrase.owner,)), (phrase.owner,)
        if by:
            return self._whole(by), by
        first = self.made.words[phrase.first]
        for predicate in self.made.predicates:
            inside = any(number in numbers for numbers in predicate.objects)
            light = inside and predicate.lemma in words("frames", "light", "verbs")
            held = any(
                number in self.made.preps[n].objects
                and self.made.preps[n].prep in words("frames", "light", "preps")
                and (
                    self.made.preps[n].prep not in {"for", "from"}
                    or predicate.lemma in _READIES
                    or _moves(predicate.lemma)
                )
                and (self.made.words[phrase.head].lemma in _TRAVELS or self.made.preps[n].prep in _ABOARD)
                for n in predicate.preps
            )
            if held and not predicate.passive and predicate.objects and predicate.lemma in _PUTS:
                return self._whole(predicate.objects[-1]), predicate.objects[-1]  # "put him on a plane to Warsaw"
            if (light or held) and predicate.subject and self._may_fill(predicate.subject[0], frozenset()):
                return self._whole(predicate.subject), predicate.subject
        if first.low in _OWN:
            if (ahead := self._told_behind(number, first.low)) and self._may_fill(ahead[0], frozenset(("person",))):
                return self._whole(ahead), ahead
            return (first.start, first.end), ()
        return None, ()

    def _told_behind(self, number: int, own: str) -> tuple[int, ...]:
        """Whose visit the opening of a sentence tells of: "During *his* visit to Chad, *the king* sang"."""
        holder = self._holder(number)
        if holder is None or own in {"my", "our", "its"}:
            return ()
        before = [one for one in self.made.predicates if one.group[0] < holder.first]
        then = next((one for one in self.made.predicates if one.group[0] >= holder.last and one.subject), None)
        if before or then is None or then.relation not in {"root", "coordinate"} or holder.first > 1:
            return ()
        behind = self.made.phrases[then.subject[0]].first > self.made.phrases[number].last
        return then.subject if behind else ()

    def _light_state(self, number: int) -> Span | None:
        """The state that does what a noun says: "*Chad* has started exports to …"."""
        for predicate in self.made.predicates:
            held = predicate.subject and not predicate.passive and any(number in held for held in predicate.objects)
            held = held and predicate.relation != "participle"  # "a hill near Chad *cutting* supplies to …": not Chad
            if held and predicate.lemma in words("frames", "light", "verbs"):
                return self._is_state(predicate.subject[0])
        return None
