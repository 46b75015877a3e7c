"""Who claims a place, or a right over it, and who contests that."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.reading.events.stays import Stays
from dateline.reading.text.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.reading.events.find import Find
    from dateline.reading.events.frame_table import Frame
    from dateline.reading.grammar.syntax import Predicate
    from dateline.story.model import Span

__all__ = ["Claims"]

_CONTEST: Final = frozenset(("contest", "dispute", "reject", "challenge"))
_STATES: Final = frozenset(("state", "country", "nation", "kingdom", "government", "people", "republic"))
_POSSESSIVES: Final = frozenset(("its", "their", "his", "her"))


class Claims(Stays):
    """A sentence that tells of claims."""

    def _claim(self, predicate: Predicate, frame: Frame) -> Find | None:
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

    def _named_behind(self, predicate: Predicate) -> list[Span]:
        """The place behind any preposition, or the one that a noun there points back to."""
        behind = [o for n in predicate.preps for o in self.made.preps[n].objects]
        about = [(t.start, t.end) for o in behind if (t := self._toponym(o)) is not None]
        if about or self.known is None:
            return about
        back = [self.known.antecedent(*self._span(o)) for o in behind]
        return [span for span in back if span is not None and self._is_place(span)][:1]

    def _is_a_state(self, number: int) -> bool:
        return self._is_state(number) is not None or self._head(number) in _STATES

    def _over(self, predicate: Predicate) -> list[Span]:
        behind = (n for n in predicate.preps if self.made.preps[n].prep == "over")
        return [span for n in behind for span in self._places(self.made.preps[n].objects)]

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
