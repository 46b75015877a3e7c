"""The slots of a verb or noun: its subject and objects by voice, and the places behind its prepositions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.reading.amounts.numbers import units
from dateline.reading.events.fillers import Fillers
from dateline.reading.events.frame_table import by_noun, by_verb
from dateline.reading.events.grounds import IN
from dateline.reading.text.nouns import noun_classes
from dateline.reading.text.wordlists import words
from dateline.reading.things.venues import name_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.reading.grammar.syntax import Phrase, Predicate, PrepPhrase
    from dateline.story.model import Span

__all__ = ["Slots"]

_GOES: Final = frozenset(
    "travel fly sail go come drive head return send bring take journey rush jet leave depart invite arrive".split()
)
_PAST: Final = frozenset(("across", "over", "through", "past"))
_BARRIERS: Final = frozenset("border borders frontier coast channel strait sea ocean".split())
_WINS: Final = frozenset("win wins victory victories triumph triumphs defeat lead edge control sovereignty".split())


_DISTANCES: Final = frozenset("miles mile km kilometres kilometers kilometre kilometer".split())
_CARRIES: Final = frozenset(("carry", "transport", "ferry", "haul"))


class Slots(Fillers):
    """A sentence with the slots of its verbs and nouns."""

    def _argument(self, predicate: Predicate, slot: str) -> tuple[int, ...]:
        """The phrases in a slot of a verb, its voice taken into account."""
        objects = predicate.objects
        passive = predicate.passive
        if slot == "subj":
            return () if passive else predicate.subject
        if slot == "obj":
            if passive:
                return objects[0] if objects and len(objects[0]) and not predicate.subject else predicate.subject
            return objects[-1] if objects else ()
        if slot == "iobj":
            return objects[0] if len(objects) > 1 and not passive else ()
        return ()

    def _preps(self, predicate: Predicate, slots: Sequence[str]) -> list[int]:
        if not predicate.preps:
            return []
        wanted = set(slots) | (IN if "in" in slots else set()) | ({"away_from"} if "from" in slots else set())
        return [
            n
            for n in predicate.preps
            if self.made.preps[n].prep in wanted
            and n not in self.taken
            and not self._is_of_noun(n, predicate)
            and not self._is_in_place_of(n)
            and not (self.made.preps[n].prep == "from" and self._says_whence(n, predicate))
            and not self._is_measured_from(n, predicate)
        ]

    def _says_whence(self, n: int, predicate: Predicate) -> bool:
        """Whether "from" says of where somebody is, or how far off a place: "A nurse, *from Bath*, was sacked"."""
        prep = self.made.preps[n]
        if prep.of is not None and units().get(self._head(prep.of)) == "length":
            return all(prep.of not in numbers for numbers in predicate.objects)  # "90 miles *from Oslo*"
        before = prep.first - 1
        return (
            1 < prep.first < predicate.group[0] and self.made.words[before].text == "," and bool(predicate.subject)
            and self.made.phrases[predicate.subject[-1]].last == before
            and self._may_fill(predicate.subject[-1], frozenset(("person",)))
        )  # fmt: skip

    def _is_measured_from(self, n: int, predicate: Predicate) -> bool:
        """Whether "miles north of" only says where the end lies that "to" gives: "to Orle, *9 km south of Bari*"."""
        prep = self.made.preps[n]
        if prep.prep != "near" or prep.first < 2 or self.made.words[prep.first - 1].low not in _DISTANCES:
            return False
        return any(self.made.preps[m].prep == "to" and self.made.preps[m].objects for m in predicate.preps if m < n)

    def _is_in_place_of(self, n: int) -> bool:
        """Whether "rather than" stands before a prepositional phrase: "sailed to Split *rather than to Bari*"."""
        first = self.made.preps[n].first
        return first > 1 and self.made.words[first - 1].low == "than" and self.made.words[first - 2].low == "rather"

    def _is_of_noun(self, n: int, predicate: Predicate) -> bool:
        """Whether a prepositional phrase belongs to a noun that tells of an event of its own, or of a person."""
        of, seen = self.made.preps[n].of, n
        if of is not None and self.made.preps[n].prep == "from" and self._is_of_goods(of, predicate):
            return True
        if (
            of is not None
            and self.made.preps[n].prep == "to"
            and self._head(of) in words("frames", "to_nouns", "nouns")
        ):
            return True  # "paid for the rights *to matches in Oman*"
        if of is not None and self.made.preps[n].prep == "over" and self._head(of) in _WINS:
            return True  # "advanced with a win *over Leeds*"
        while of is not None:
            head = self.made.words[self.made.phrases[of].head]
            if f"{predicate.lemma}_{head.lemma}" in by_verb():
                return False  # "set sail for": the verb's, with its object
            if head.low == "way" and self._holder(of) is None and of not in predicate.subject:
                return False  # "from Porto all the way *to Warsaw*"
            tells = any(frame.kind != "presence" for frame in by_noun().get(head.lemma, ()))
            if head.tag == "noun" and tells and of not in predicate.subject:
                carrier = self._holder(of)
                if carrier is not None and carrier.prep == "by":
                    return False  # "travelled by boat *from Aden*"
                held = [number for numbers in predicate.objects for number in numbers]
                return of not in held and all(of != self._counted(number) for number in held)  # "$3m in aid *to Chad*"
            # "his move from Porto to Rome": the second end hangs on the first.
            seen = next((m for m in range(seen - 1, -1, -1) if of in self.made.preps[m].objects), -1)
            of = (
                self.made.preps[seen].of
                if seen >= 0 and self.made.preps[seen].last <= self.made.preps[n].first
                else None
            )
        return False

    def _is_of_goods(self, of: int, predicate: Predicate) -> bool:
        """Whether "from" says where a noun comes from that is not the verb's own: "ran on fuel *from Iraq*"."""
        holder = self._holder(of)
        if holder is None or self.made.preps.index(holder) not in predicate.preps or self._toponym(of) is not None:
            return False
        if holder.prep == "without":
            return False  # "fled without a trace *from the mill*"
        if holder.prep == "of" and any(holder.of in numbers for numbers in predicate.objects):
            return False  # "withdrew scores of its medics *from Chad*"
        if holder.prep == "with" and any(self.made.preps[n].prep == "to" for n in self.made.phrases[of].preps):
            return False  # "travelling with his brother *from Kabul* to Herat"
        return bool(noun_classes(self._head(of)) & {"person", "substance", "food", "possession", "communication"})

    def _ends(
        self, predicate: Predicate, slots: Sequence[str], *, grounds: bool = False
    ) -> tuple[list[Span], list[int]]:
        """The places in the slots of a role, those without a name too if asked, and the phrases they stand in."""
        found: list[Span] = []
        used: list[int] = []
        for slot in slots:
            if slot in {"subj", "obj", "iobj"}:
                for number in self._argument(predicate, slot):
                    if predicate.lemma in _CARRIES and self._head(number) in {"it", "they"}:
                        continue  # a ship, whatever state was spoken of
                    place = self._is_state(number) if slot == "subj" else self._place(number)
                    if place is None and grounds and slot == "obj" and self._head(number) != "market":
                        is_goal = predicate.lemma in words("frames", "goals", "verbs")
                        place = self._ground(number) or (name_in(self.made, number) if is_goal else None)
                    if place is not None:
                        found.append(place)
        for n in self._preps(predicate, [slot for slot in slots if slot not in {"subj", "obj", "iobj"}]):
            places = self._places(self.made.preps[n].objects)
            if not places and predicate.lemma in words("frames", "travels", "verbs"):
                places = [name for o in self.made.preps[n].objects if (name := name_in(self.made, o)) is not None]
            if not places and self.made.preps[n].prep in {"to", "from"} and predicate.lemma in _GOES:
                places = [place for o in self.made.preps[n].objects if (place := self._gathering(o)) is not None]
            if not places and n + 1 < len(self.made.preps) and self.made.preps[n + 1].prep == "including":
                places = self._places(self.made.preps[n + 1].objects)  # "to towns such as Lyon and Lille"
            if not places and grounds and self.made.preps[n].prep not in _PAST:
                places = [place for o in self.made.preps[n].objects if (place := self._ground(o)) is not None]
            if places and used and self.made.preps[used[-1]].prep in IN and (
                self.made.preps[used[-1]].first < predicate.group[0] <= self.made.preps[n].first
            ):  # fmt: skip
                found, used = [], []  # "*In Peru*, a plane landed near Lima"
            if places and not self._only_says_where(n, found):
                found += places
                used.append(n)
        return found, used

    def _barrier(self, predicate: Predicate, slots: Sequence[str]) -> list[Span]:
        """A border or a sea without a name that one crosses: "fled across *the border*"."""
        held = [n for n in self._preps(predicate, slots) if self.made.preps[n].prep in _PAST]
        numbers = [o for n in held for o in self.made.preps[n].objects]
        if "obj" in slots:
            numbers += self._argument(predicate, "obj")
        found = (self._ground(o) for o in numbers if self._head(o) in _BARRIERS)
        return [place for place in found if place is not None][:1]

    def _only_says_where(self, n: int, found: Sequence[Span]) -> bool:
        """Whether a phrase says where the end before it lies: "arrived in Dadaab in Kenya" has one end."""
        of = self.made.preps[n].of
        if not found or self.made.preps[n].prep not in IN:
            return False
        first = self.made.preps[n].first
        if first > 1 and self.made.words[first - 1].text == "," and self.made.words[first - 2].end == found[-1][1]:
            return True  # "arrived at Eden, *on the south coast*"
        if of is None:
            return False
        return self._place(of) is not None

    def _marker(self, predicate: Predicate) -> str:
        if predicate.marker is None:
            first = self.made.words[predicate.group[0]].low
            return first if first == "having" else ""  # "is in Afar, *having* entered it in May"
        return self.made.words[predicate.marker].low

    def _glued(self, number: int) -> Span | None:
        """The place at the head of an object that gets the rest of it: "gave *Kyiv* long-range missiles"."""
        phrase = self.made.phrases[number]
        first, head = self.made.words[phrase.first], self.made.words[phrase.head]
        if first.tag != "name" or head.tag != "noun":
            return None
        for toponym in self.toponyms:
            if toponym.start == first.start and toponym.end < head.start and toponym.sort != "demonym":
                return toponym.start, toponym.end
        return None

    def _after(self, span: Span) -> int:
        return next(n for n, word in enumerate(self.made.words) if word.start >= span[1])

    def _own_end(self, number: int, role: str) -> list[Span]:
        """Where goods or a ship are from or bound for by their own words: "water *from the Nile* flows to …"."""
        phrase = self.made.phrases[number]
        for n in phrase.preps[:2]:
            if self.made.preps[n].prep == role:
                return self._places(self.made.preps[n].objects)
        return []

    def _bound(self, number: int) -> list[Span]:
        """Where a vehicle goes by the word before it: "a *Lagos-bound* bus"."""
        phrase = self.made.phrases[number]
        bound = [word.start for word in self.made.words[phrase.first : phrase.head] if word.low.endswith("-bound")]
        if not bound or "vehicle" not in noun_classes(self._head(number)):
            return []
        return [(t.start, t.end) for t in self.toponyms if t.start in bound and t.sort != "demonym"]

    def _chain(self, phrase: Phrase) -> Iterator[tuple[int, str, tuple[int, ...]]]:
        for n in phrase.preps:
            if n not in self.taken and self.made.preps[n].objects:
                yield n, self.made.preps[n].prep, self.made.preps[n].objects

    def _chain_of_noun(self, number: int, phrase: Phrase) -> list[tuple[int, str, tuple[int, ...]]]:
        """The phrases behind a noun, also those behind a comma that its verb has: "his journey, at last, to Rome"."""
        chain = list(self._chain(phrase))
        for predicate in self.made.predicates:
            if any(number in numbers for numbers in predicate.objects):
                chain += [
                    (n, self.made.preps[n].prep, self.made.preps[n].objects) for n in predicate.preps
                    if n not in self.taken and n not in phrase.preps and self.made.preps[n].first > phrase.last
                    and self.made.preps[n].prep in {"from", "to", "into", "via"}
                ]  # fmt: skip
        return chain

    def _states_in(self, phrase: Phrase) -> list[Span]:
        first, head = self.made.words[phrase.first], self.made.words[phrase.head]
        return [(t.start, t.end) for t in self.toponyms if first.start <= t.start < head.start]

    def _holder(self, number: int) -> PrepPhrase | None:
        """The preposition that a phrase stands behind."""
        return next((prep for prep in self.made.preps if number in prep.objects), None)
