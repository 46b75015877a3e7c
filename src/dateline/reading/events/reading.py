"""One sentence at hand while frames are held against it: its build, its places, and what has been told already."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.reading.grammar.syntax import Parse, PrepPhrase, Word
    from dateline.reading.places.toponym import Toponym
    from dateline.reading.things.reference import References
    from dateline.story.model import Span

__all__ = ["Reading"]

_PARTS: Final = frozenset(("determiner", "number"))  # "some", "three" of the soldiers


@dataclass(slots=True)
class Reading:
    """
    A sentence with its places, and what the frames before have used of it.

    Attributes
    ----------
    made
        Its build.
    toponyms
        Its place names that are placed, in order.
    sentence
        Its span.
    known
        What the article's nouns point back to; None where that is not asked.
    taken
        Prepositional phrases that a noun or a verb has used.
    filled
        Phrases that stand in a find.
    goods
        Phrases that pass on as goods.
    given
        The givers of what was told so far.
    """

    made: Parse
    toponyms: Sequence[Toponym]
    sentence: Span
    known: References | None
    taken: set[int] = field(default_factory=set)
    filled: set[int] = field(default_factory=set)
    goods: set[int] = field(default_factory=set)
    given: list[Span] = field(default_factory=list)
    _holders: dict[int, PrepPhrase] | None = None
    _preps_by_end: dict[int, int] | None = None

    def span(self, number: int) -> Span:
        """The offsets of a phrase."""
        return self.made.phrase_span(number)

    def head(self, number: int) -> str:
        """The word that says what a phrase is, in lower case: "soldiers" of "some of the soldiers"."""
        return self._named(number).low

    def lemma(self, number: int) -> str:
        """The same as a dictionary has it."""
        return self._named(number).lemma

    def _named(self, number: int) -> Word:
        phrase = self.made.phrases[number]
        head = self.made.words[phrase.head]
        if head.tag in _PARTS and phrase.preps:
            of = self.made.preps[phrase.preps[0]]
            if of.prep == "of" and of.first == phrase.last and of.objects:
                inner = self.made.words[self.made.phrases[of.objects[0]].head]
                if inner.tag == "noun":
                    return inner
        return head

    def trigger(self, word: int) -> Span:
        """The offsets of a word."""
        return self.made.words[word].start, self.made.words[word].end

    def holder(self, number: int) -> PrepPhrase | None:
        """The preposition that a phrase stands behind."""
        if self._holders is None:
            self._holders = {o: prep for prep in reversed(self.made.preps) for o in prep.objects}
        return self._holders.get(number)

    def prep_up_to(self, word: int) -> int | None:
        """The number of the prepositional phrase that ends right before a word; None where there is none."""
        if self._preps_by_end is None:
            preps = reversed(tuple(enumerate(self.made.preps)))
            self._preps_by_end = {prep.last: n for n, prep in preps if prep.objects}
        return self._preps_by_end.get(word)
