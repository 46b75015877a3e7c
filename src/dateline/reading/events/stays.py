"""Who is somewhere, and what is used where."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.reading.events.grounds import IN, NAMES_AFTER
from dateline.reading.events.trades import Trades
from dateline.reading.text.classes import classes_of
from dateline.reading.text.nouns import noun_classes
from dateline.reading.text.wordlists import words
from dateline.reading.things.venues import venue_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.reading.events.find import Find
    from dateline.reading.events.frame_table import Frame
    from dateline.reading.grammar.syntax import Phrase, Predicate, PrepPhrase
    from dateline.story.model import Span

__all__ = ["ERRANDS", "NOW", "Stays"]

_WAYS: Final = frozenset(("to", "from", "into", "toward", "towards", "on", "along"))  # roads are no stay
NOW: Final = frozenset(("currently", "now", "still", "presently"))
_SELVES: Final = frozenset("itself himself herself themselves".split())
ERRANDS: Final = frozenset(
    "talks meeting meetings negotiations consultations summit conference ceremony ceremonies".split()
)
_DAYS: Final = frozenset("day days week night leg part part".split())
_ASIDE: Final = 2  # words before such an aside, at the least
_PLAIN: Final = frozenset(("presence.is", "presence.stays"))


class Stays(Trades):
    """A sentence that tells of who is somewhere, and of use."""

    def _presence(self, predicate: Predicate, frame: Frame) -> Find | None:
        if frame.flags.get("passive_only") and not predicate.passive:
            return None
        if "holds" in frame.flags and not self._holds(predicate, str(frame.flags["holds"]).split()):
            return None
        if self._is_no_stay(predicate, frame):
            return None
        if frame.flags.get("housed") and "home" not in [
            word.low for word in self.made.words[predicate.word + 1 : predicate.word + 3]
        ]:  # fmt: skip
            return None
        if frame.flags.get("displaced") and not any(
            self._head(o) in words("frames", "displaced", "nouns")
            for n in predicate.preps if self.made.preps[n].prep == "in" for o in self.made.preps[n].objects
        ):  # fmt: skip
            return None
        if frame.flags.get("progressive") and not self._is_under_way(predicate):
            return None
        slot = frame.roles["actor"][0]
        if predicate.passive and frame.name == "presence.acts":
            return None  # "the song was performed in Lima"
        reduced = predicate.passive and slot == "subj"
        numbers = predicate.subject if reduced else self._argument(predicate, slot)
        is_told = bool(frame.flags.get("near"))  # by "be" alone, so that the place stands right behind it
        if is_told and predicate.objects and self.made.words[predicate.group[0] - 1].low == "there":
            numbers = predicate.objects[0]  # "there are soldiers in Mali"
            there = next((one for one in self.made.predicates if one.lemma == "leave" and one.subject == numbers), None)
            predicate = predicate if there is None else there  # "there are soldiers left in Mali"
        elif is_told and (predicate.objects or predicate.passive):
            return None
        is_host = "holds" in frame.flags
        if slot == "to":  # "the camp is home *to 40,000 refugees*"
            numbers = next((self.made.preps[n].objects for n in predicate.preps if self.made.preps[n].prep == slot), ())
        if numbers and self._head(numbers[-1]) in _SELVES:
            numbers = predicate.subject  # "the ship positioned *itself* off Long Island"
        if not numbers or not (
            is_host or self._may_fill(numbers[-1], frame.allowed) or self._is_jailed(predicate, numbers[-1])
        ):  # fmt: skip
            return None
        if frame.flags.get("housed") and self._lemma(self._counted(numbers[-1])) not in words(
            "frames", "housed", "nouns"
        ):
            return None
        if predicate.lemma == "park" and self._lemma(numbers[-1]) in words("frames", "cars", "nouns"):
            return None  # nobody's presence
        if frame.name in _PLAIN and self._is_thing(numbers[-1]):
            return None
        if frame.flags.get("forces") and self._lemma(numbers[-1]) not in words("frames", "forces", "nouns"):
            return None
        if frame.name in {"presence.held", "presence.is"} and self._head(numbers[-1]) == "it":
            return None
        if predicate.lemma == "base" and (self._is_based_on(predicate) or self._is_at_home(numbers[-1])):
            return None
        if "subj" in frame.roles["place"]:
            if predicate.passive:
                return None  # "the fair will be held in Bari"
            host = self._argument(predicate, "subj")
            places = self._places(host[:1]) or self._where(predicate, numbers, is_told=False)
        elif "obj" in frame.roles["place"] and (met := self._met(predicate)):
            places = met
        else:
            places = self._in_custody(predicate) or self._where(
                predicate, numbers, is_told=is_told, grounds=bool(frame.flags.get("grounds"))
            )
            if not places and frame.name == "presence.spends":  # "spent a Tuscany weekend"
                objects = self._own(predicate).objects
                places = self._compound(self.made.phrases[objects[0][0]]) if objects else []
        places = [place for place in places if not self._is_club(place)]
        if not places:
            return None
        self.filled |= set(numbers)
        return self._find("presence", predicate.word, frame, actor=(self._whole(numbers),), place=places)

    def _is_jailed(self, predicate: Predicate, number: int) -> bool:
        """Whether a name that is a place's as well is somebody's here: "*Fairfield* was in jail"."""
        word = self.made.words[self.made.phrases[number].head]
        if word.tag != "name" or self.made.phrases[number].last - self.made.phrases[number].first > 1:
            return False
        return bool(self._in_custody(predicate))

    def _is_based_on(self, predicate: Predicate) -> bool:
        """Whether something is based *on* something: an estimate on a count in Lima."""
        return any(self.made.preps[n].prep in {"on", "upon"} for n in predicate.preps)

    def _is_under_way(self, predicate: Predicate) -> bool:
        """Whether somebody "was driving in Lima" just then: neither "drives" there nor has an object."""
        return (
            predicate.form == "finite"
            and self.made.words[predicate.word].low.endswith("ing")
            and not self._has_real_object(predicate)
            and not any(self.made.preps[n].prep in _WAYS for n in predicate.preps)
        )

    def _is_at_home(self, number: int) -> bool:
        """Whether where somebody is based is only their address: "the airline, based in Oslo"."""
        head = self._head(number)
        if classes_of(head) & {"firm", "body", "team"}:
            return True
        return noun_classes(head) == {"group"} and self._lemma(number) not in words("frames", "forces", "nouns")

    def _is_no_stay(self, predicate: Predicate, frame: Frame) -> bool:
        """Whether a verb means something else with what is behind it: "stand over a plan", "drill for oil"."""
        behind = self.made.words[predicate.group[1]].low if predicate.group[1] < len(self.made.words) else ""
        if predicate.lemma == "miss":  # "is missing off Malta", not "missed" and not "missing from her home in Lima"
            return self.made.words[predicate.word].low != "missing" or behind not in IN
        if behind in words("frames", "not_there", "preps") and predicate.lemma in words("frames", "not_there", "verbs"):
            return True
        if frame.name == "presence.attends" and predicate.objects:
            return self._head(predicate.objects[-1][-1]) in words("frames", "schools", "nouns")
        return frame.name == "presence.stays" and self._has_real_object(predicate)  # "a camera he hid in Lima"

    def _holds(self, predicate: Predicate, wanted: Sequence[str]) -> bool:
        """Whether a state or its forces have a base: a firm's base is its address."""
        if predicate.passive or not predicate.objects or not predicate.subject:
            return False
        if self._head(predicate.objects[-1][-1]) not in wanted:
            return False
        whose = predicate.subject[-1]
        return self._is_state(whose) is not None or self._lemma(whose) in words("frames", "forces", "nouns")

    def _where(
        self, predicate: Predicate, numbers: tuple[int, ...], *, is_told: bool, grounds: bool = False
    ) -> list[Span]:  # fmt: skip
        """The places that stand behind a verb of being somewhere."""
        last = max((self.made.phrases[n].last for n in numbers), default=0)
        last = max(predicate.group[1], last) + 1
        told = [predicate]
        if predicate.passive:  # "was seen swimming off Tuvalu"
            told += [
                one for one in self.made.predicates
                if one.form == "gerund" and one.subject == predicate.subject and one.group[0] == predicate.group[1]
            ]  # fmt: skip
        for one in told:
            for n in self._preps(one, ["in", "under", "around"]):
                prep = self.made.preps[n]
                if is_told and prep.objects and self._head(prep.objects[-1]) in words("frames", "light", "states"):
                    last = prep.last + 1  # "is in exile *in Kenya*"
                if prep.first < predicate.word or (is_told and prep.first > last) or self._is_of_a_matter(prep, one):
                    continue
                places = self._places(prep.objects)
                inside = is_told and prep.prep in {"inside", "aboard"}  # "who had been *inside the home*"
                if not places and (grounds or inside):
                    places = [place for o in prep.objects if (place := self._ground(o)) is not None]
                if places:
                    self.taken.add(n)
                    return places
        return [] if is_told else self._opened(predicate)

    def _is_of_a_matter(self, prep: PrepPhrase, predicate: Predicate) -> bool:
        """Whether "in" says where something else is: "was held for a hearing *in Lima*"."""
        holder = None if prep.of is None else self._holder(prep.of)
        if holder is not None and predicate.form == "gerund" and holder.prep in {"to", "toward", "towards", "into"}:
            return self.made.preps.index(holder) in predicate.preps  # "was seen running to a house *in Elm Street*"
        if holder is None or holder.prep != "for" or self.made.preps.index(holder) not in predicate.preps:
            return False
        return bool(noun_classes(self._head(prep.of)) & {"act", "event", "communication"})  # type: ignore[arg-type]

    def _is_thing(self, number: int) -> bool:
        """Whether a name is a building's or a firm's by its words: "the Ritz stands in Paris"."""
        phrase = self.made.phrases[number]
        head = self.made.words[phrase.head]
        if head.tag != "name":
            return False
        if not NAMES_AFTER.isdisjoint(word.low for word in self.made.words[phrase.first : phrase.head]):
            return False  # "the USS Peru"
        is_the = self.made.words[phrase.first].low == "the" and not head.low.endswith(("s", "an", "ban", "ese", "ish"))
        only_names = all(word.tag == "name" for word in self.made.words[phrase.first + 1 : phrase.last])
        return venue_in(self.made, number) is not None or (is_the and only_names)

    def _is_club(self, place: Span) -> bool:
        """Whether a place's name stands for a team or another body: "played at Ohio State"."""
        return any(t.start == place[0] and t.stands_for in {"team", "organisation"} for t in self.toponyms)

    def _met(self, predicate: Predicate) -> list[Span]:
        """The place that is attended, where it is none to learn at: "attended the Orrin Cancer Centre"."""
        if not predicate.objects:
            return []
        for n in predicate.objects[-1]:
            if self._head(n) in ERRANDS or self._head(n) in {"event", "session", "rally", "funeral"}:
                ins = [m for m in self.made.phrases[n].preps if self.made.preps[m].prep in IN]
                ins += [
                    m for one in self.made.predicates if one.lemma in {"hold", "stage"} and one.form == "participle"
                    and one.word > self.made.phrases[n].head for m in one.preps if self.made.preps[m].prep in IN
                ]  # fmt: skip
                if places := [place for m in ins for place in self._places(self.made.preps[m].objects)][:1]:
                    return places  # "attended a meeting held in Lima"
        return [met for n in predicate.objects[-1] if (met := venue_in(self.made, n)) is not None]

    def _opened(self, predicate: Predicate) -> list[Span]:
        """The place that opens a clause: "*In Bari*, students sheltered from the rain"."""
        for n in self._preps(predicate, ["in"]):
            prep = self.made.preps[n]
            if prep.last <= predicate.group[0] and (prep.first <= 1 or self.made.words[prep.first - 1].tag == "mark"):
                places = self._places(prep.objects)
                if places:
                    return places
        return []

    def _own(self, predicate: Predicate) -> Predicate:
        """A verb with the object that is part of its trigger: "spend" with its "years"."""
        return next(one for one in self.made.predicates if one.word == predicate.word)

    def _in_custody(self, predicate: Predicate) -> list[Span]:
        """Where somebody is by a noun alone: "in hospital", "four years in prison"."""
        behind = predicate.group[1]
        while behind < len(self.made.words) and self.made.words[behind].low in {"already", "still", "now", "back"}:
            behind += 1
        for numbers in self._own(predicate).objects[:1]:
            phrase = self.made.phrases[numbers[-1]]
            behind = phrase.last if "time" in noun_classes(self._head(numbers[-1])) else -1
        for n in self._preps(predicate, ["in"]):
            prep = self.made.preps[n]
            if prep.prep != "in" or not prep.objects or prep.first != behind:
                continue
            phrase = self.made.phrases[prep.objects[0]]
            head = self.made.words[phrase.head]
            if head.low not in words("frames", "custody", "nouns") or self.made.words[phrase.first].tag == "determiner":
                continue
            after = next((p for p in self.made.preps if p.first == prep.last and p.prep in IN), None)
            places = [] if after is None else self._places(after.objects)
            return places or [(head.start, head.end)]
        return []

    def _struck_with(self, predicate: Predicate) -> tuple[int, ...]:
        """The arms that strike: the subject, or what stands behind "with", of a passive also behind "by"."""
        if not predicate.passive:
            held = [n for n in predicate.preps if self.made.preps[n].prep == "with"]
            arms = [n for n in held for o in self.made.preps[n].objects if classes_of(self._head(o)) & {"arms"}]
            return self.made.preps[arms[0]].objects if arms else predicate.subject
        by = (self.made.preps[n].objects for n in predicate.preps if self.made.preps[n].prep in {"by", "with"})
        return next(by, ())

    def _use(self, predicate: Predicate, frame: Frame) -> Find | None:
        slot = frame.roles["goods"][0]
        numbers = self._argument(predicate, "obj") if slot == "obj" else self._struck_with(predicate)
        if slot == "with":  # "struck Homs *with rockets*"
            withs = (self.made.preps[n].objects for n in predicate.preps if self.made.preps[n].prep == slot)
            numbers = next(withs, ())
        if not numbers or not any(classes_of(self._head(n)) & {"arms"} for n in numbers):
            of = self.made.phrases[numbers[0]].preps if numbers else ()
            deep = self.made.preps[of[0]].objects if of else ()
            if not deep or not classes_of(self._head(deep[0])) & {"arms"}:
                return None
        place, used = self._ends(predicate, frame.roles["place"])
        if not place and frame.name == "use.strikes":
            struck = predicate.subject if predicate.passive else next(iter(predicate.objects), ())
            place = self._places(struck)
        if not place and predicate.form == "gerund" and predicate.parent is not None:
            above = self.made.predicates[predicate.parent]  # "attacked a port in Crimea *using drones*"
            place = self._places(above.objects[0]) if above.objects else self._ends(above, frame.roles["place"])[0]
        if not place:
            return None
        self.taken |= set(used)
        if frame.name == "use.strikes" and (predicate.passive or numbers == predicate.subject):
            self.filled |= set(numbers)
            return self._find("use", predicate.word, frame, goods=(self._whole(numbers),), place=place[:1])
        who = self._argument(predicate, "subj")
        actor = [self._whole(who)] if who and self.made.words[self.made.phrases[who[0]].head].tag != "relative" else []
        return self._find("use", predicate.word, frame, goods=(self._whole(numbers),), actor=actor, place=place[:1])

    def _meanwhile(self, holder: PrepPhrase | None) -> Span | None:
        """Whose clause "while *on holiday in Crete*" hangs on."""
        if holder is None or not holder.first or self.made.words[holder.first - 1].low not in {"while", "when"}:
            return None
        before = [one for one in self.made.predicates if one.group[1] < holder.first and one.subject]
        return self._whole(before[-1].subject) if before else None

    def _is_errand(self, prep: PrepPhrase) -> bool:
        """Whether what somebody is in a place for stands behind it: "in Riyadh *for talks*"."""
        behind = next((one for one in self.made.preps if one.first == prep.last and one.prep == "for"), None)
        return behind is not None and any(
            self._head(o) in ERRANDS or self._head(o) in words("frames", "stays", "nouns") for o in behind.objects
        )

    def _told_aside(self, number: int, frame: Frame) -> Find | None:
        """Read "the frigate, *currently in Toulon*, …": who is somewhere by an aside without a verb."""
        prep = self.made.preps[number]
        at = prep.first - 1
        if prep.prep not in IN or number in self.taken or at < 1:
            return None
        is_errand = self.made.words[at].text == "," and self._is_errand(
            prep
        )  # "the envoy, in Riyadh for talks, said …"
        if is_errand:
            at = prep.first
        elif at < _ASIDE or self.made.words[at].low not in NOW:
            return None
        closes = is_errand or prep.last >= len(self.made.words) or self.made.words[prep.last].tag == "mark"
        bare = next((n for n, one in enumerate(self.made.phrases) if one.last == at), None)
        if closes and not is_errand and bare is not None and self._lemma(bare) in words("frames", "forces", "nouns"):
            return self._stay_of(number, bare, at, frame)  # "the soldiers *currently in Mali*"
        whose = next((n for n, phrase in enumerate(self.made.phrases) if phrase.last == at - 1), None)
        if self.made.words[at - 1].text != "," or not closes or whose is None:
            return None
        return self._stay_of(number, whose, at, frame)

    def _stay_of(self, number: int, whose: int, at: int, frame: Frame) -> Find | None:
        """The stay of a phrase in a place that a prepositional phrase names."""
        objects = self.made.preps[number].objects
        places = self._places(objects) or [self._span(n) for n in objects if self._head(n) == "town"]
        if not places or not self._may_fill(whose, frame.allowed) or self._is_thing(whose):
            return None
        self.taken.add(number)
        return self._find("presence", at, frame, actor=(self._whole((whose,)),), place=places)

    def _noun_presence(self, number: int, phrase: Phrase, frame: Frame) -> Find | None:
        """Read "his detention in Iran", "the presence of troops in Mali"."""
        places: list[Span] = []
        by: tuple[int, ...] = ()
        holder = self._holder(number)
        if holder is not None and holder.prep == "of" and holder.of is not None and self._head(holder.of) in _DAYS:
            holder = self._holder(holder.of)  # "on the last day of a holiday"
        if "held_by" in frame.flags and (holder is None or holder.prep != frame.flags["held_by"]):
            return None
        if holder is not None and self.made.preps.index(holder) in self.taken:
            return None  # "is in exile in Kenya" has told it
        if frame.roles["actor"] == ("self",):
            if number in self.filled:
                return None  # "a gang holds 12 hostages in Goma" has told it
            by = (number,) if self._may_fill(number, frame.allowed) else ()
        for n, prep, objects in self._chain(phrase):
            if any(self.made.preps[m].prep == "from" for m in phrase.preps if m < n):
                break  # "its medics from a force in Chad": it is the force that is there
            if prep == "of" and not by and self._may_fill(objects[0], frame.allowed):
                by = objects
            elif prep in IN and (places := self._places(objects)):
                self.taken.add(n)
                break
        actor = self._whole(by) if number in by else self._doer(number, phrase, by)[0]
        if actor is None and "held_by" in frame.flags:
            actor = self._traveller(holder, None, ())[0] or self._meanwhile(holder)
        if actor is None and phrase.owner is not None:
            actor = self._is_state(phrase.owner)
        actor = actor or self._adjective(phrase) or next(iter(self._states_in(phrase)), None)
        if not places or actor is None:
            return None
        return self._find("presence", phrase.head, frame, is_noun=True, actor=(actor,), place=places)
