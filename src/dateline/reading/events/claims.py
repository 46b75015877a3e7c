"""Who claims a place, or a right over it, and who contests that."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.reading.events.stays import Stays
from dateline.reading.text.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.reading.events.find import Find
    from dateline.reading.events.frame_table import Frame
    from dateline.reading.grammar.syntax import Phrase, Predicate
    from dateline.story.model import Span

__all__ = ["Claims"]

_CONTEST: Final = frozenset(("contest", "dispute", "reject", "challenge"))
_STATES: Final = frozenset(("state", "country", "nation", "kingdom", "government", "people", "republic"))
_POINTS: Final = frozenset(("it", "them", "they"))
_POINTING: Final = frozenset(("the", "this", "that", "these", "those"))
_GROUNDS: Final = frozenset(
    "island islands islet islets isle isles territory territories area areas region strip reef reefs shoal archipelago"
    " peninsula plateau enclave waters strait".split()
)
_POSSESSIVES: Final = frozenset(("its", "their", "his", "her"))


class Claims(Stays):
    """A sentence that tells of claims."""

    def _claim(self, predicate: Predicate, frame: Frame) -> Find | None:
        if frame.name == "claim.territory":
            return self._claim_of_land(predicate, frame)
        objects = self._argument(predicate, "obj")
        matters = words("frames", "claim_matters", "nouns")
        matter = next((self._head(n) for n in objects if self._head(n) in matters), None)
        if frame.name == "claim.lays":
            matter = "claim"
        if matter is None or not predicate.subject or predicate.passive:
            return None
        contests = predicate.lemma in _CONTEST
        about, used = self._ends(predicate, frame.roles["about"])
        if frame.name == "claim.holds":
            if matter in {"right", "rights"}:
                about = about or self._decided(predicate)
            elif matter not in words("frames", "held", "nouns") or not self._is_a_state(predicate.subject[-1]):
                return None  # "has control of", "the court has jurisdiction over"
            else:
                about = about or self._over(predicate)
        else:
            about = about or self._named_behind(predicate)
        if not about and not (contests and matter in {"claim", "claims", "sovereignty"}):
            return None
        self.taken |= set(used)
        return self._find(
            "claim", predicate.word, frame, actor=(self._whole(predicate.subject),), about=about[:1],
            claim="contests" if contests else matter.rstrip("s"),
        )  # fmt: skip

    def _claim_of_land(self, predicate: Predicate, frame: Frame) -> Find | None:
        """Read "China claims the islands", "the islands are claimed by China", "the hill belongs to Peru"."""
        behind = {"claim": "by", "belong": "to"}[predicate.lemma]
        of = [o for n in predicate.preps if self.made.preps[n].prep == behind for o in self.made.preps[n].objects]
        if predicate.lemma == "belong" or predicate.passive:
            return self._territory(predicate.word, frame, of, predicate.subject)
        claimed = self._argument(predicate, "obj")
        if any(claimed and claimed[-1] in then.subject and not then.inherited for then in self.made.predicates):
            return None  # "claimed the town was safe"
        return self._territory(predicate.word, frame, predicate.subject, claimed)

    def _noun_claim(self, number: int, phrase: Phrase, frame: Frame) -> Find | None:
        """Read "regards the islands as part of its territory", "the hill is part of Peru's territory"."""
        if self._lemma(number) == "claim":
            return self._claim_by_its_owner(phrase, frame)
        holder = self._holder(number)
        part = holder.of if holder is not None and holder.prep == "of" else None
        if part is None or self._head(part) != "part":
            return None
        owner = phrase.owner
        for predicate in self.made.predicates:
            held = (n for p in predicate.preps if self.made.preps[p].prep == "as" for n in self.made.preps[p].objects)
            who = (owner,) if owner is not None and self._is_a_state(owner) else ()
            if predicate.lemma == "be" and any(part in numbers for numbers in predicate.objects):
                above = () if predicate.parent is None else self.made.predicates[predicate.parent].subject
                return self._territory(phrase.head, frame, who or above, predicate.subject)
            if predicate.lemma not in {"be", "claim"} and part in held and predicate.objects:
                return self._territory(phrase.head, frame, who or predicate.subject, predicate.objects[0])
        return None

    def _claim_by_its_owner(self, phrase: Phrase, frame: Frame) -> Find | None:
        """Read "Venezuela's claim to Essequibo", "Chinese claims to sovereignty over the reef"."""
        whose = self._adjective(phrase) if phrase.owner is None else self._is_state(phrase.owner)
        about: list[Span] = []
        for n in phrase.preps:
            if self.made.preps[n].prep in {"to", "over", "on"} and not about:
                about = [place for o in self.made.preps[n].objects for place in self._land(o)]
        if whose is None or not about:
            return None
        return self._find("claim", phrase.head, frame, is_noun=True, actor=(whose,), about=about[:1], claim="territory")

    def _territory(self, word: int, frame: Frame, who: Iterable[int], claimed: Iterable[int]) -> Find | None:
        """A claim of one or more states to land that is named, or was named before."""
        states = [n for n in who if self._is_a_state(n)]
        about = [place for n in claimed for place in self._land(n)]
        if not states or not about:
            return None
        actors = [self._whole((n,)) for n in states]
        return self._find("claim", word, frame, actor=actors, about=about[:1], claim="territory")

    def _land(self, number: int) -> list[Span]:
        """The place that a phrase means: named, or the one named last where "them" or "the islands" stands."""
        head, first = self._head(number), self.made.words[self.made.phrases[number].first]
        is_ground = head in _GROUNDS or self._toponym(number) is not None
        named = self._places((number,)) if is_ground else []
        points = head in _POINTS or (head in _GROUNDS and first.low in _POINTING)
        if named or self.known is None or not points:
            return named
        many = head in {"them", "they", "waters"} or head.endswith("s")
        last = self.known.land_before(self._span(number)[0], many=many)
        return [] if last is None else [last]

    def _named_behind(self, predicate: Predicate) -> list[Span]:
        """The place behind any preposition, or the one that a noun there points back to."""
        behind = [o for n in predicate.preps for o in self.made.preps[n].objects]
        about = [(t.start, t.end) for o in behind if (t := self._toponym(o)) is not None]
        if about or self.known is None:
            return about
        back = [self.known.antecedent(*self._span(o)) for o in behind]
        return [span for span in back if span is not None and self._is_place(span)][:1]

    def _is_a_state(self, number: int) -> bool:
        if self._head(number) in {"it", "they"}:
            return self._is_state(number) is not None
        return self._is_state(number) is not None or self._head(number) in _STATES

    def _over(self, predicate: Predicate) -> list[Span]:
        behind = (n for n in predicate.preps if self.made.preps[n].prep == "over")
        return [span for n in behind for o in self.made.preps[n].objects for span in self._land(o)]

    def _decided(self, predicate: Predicate) -> list[Span]:
        """What a right is over: "the right to patrol *the strait*", "to decide *their* future"."""
        number = self.made.predicates.index(predicate)
        for then in self.made.predicates:
            if then.relation != "infinitive" or then.parent != number:
                continue
            if then.lemma not in words("frames", "ruling", "verbs"):
                return []
            held = [n for numbers in then.objects for n in numbers]
            inner = [o for n in held for p in self.made.phrases[n].preps[:1] for o in self.made.preps[p].objects]
            owners = [o for n in held if (o := self.made.phrases[n].owner) is not None]
            named = self._places([*held, *owners, *inner]) or self._ends(then, ["in", "over", "through"])[0]
            return named or self._own_place([*held, *predicate.subject])
        return []

    def _own_place(self, numbers: Iterable[int]) -> list[Span]:
        """The place that "its" or "their" before a noun points back to."""
        if self.known is None:
            return []
        for number in numbers:
            first = self.made.words[self.made.phrases[number].first]
            if first.low not in _POSSESSIVES:
                continue
            span = self.known.antecedent(first.start, first.end)
            if span is not None and self._is_place(span):
                return [span]
        return []
