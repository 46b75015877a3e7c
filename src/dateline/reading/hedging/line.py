"""A sentence with its clauses, and how far a word of it reaches."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from dateline.reading.hedging.asides import NOT_FINITE
from dateline.reading.text.forms import AUXILIARIES, verb_tags

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dateline.reading.text.sentences import Token

__all__ = ["BE_OR_HAVE", "Line", "Reach"]

Reach = tuple[int, int]
"""Tokens ``[start, end)`` of a sentence."""

BE_OR_HAVE: Final = frozenset("be is are was were been being am has have had having get gets got gotten".split())
"""Forms of the verbs that a participle stands behind."""


@dataclass(slots=True)
class Line:
    """
    A sentence's words and how they hang together.

    Attributes
    ----------
    run
        Its tokens.
    low
        Their words in lower case.
    quotes
        What stands between quotation marks, the marks left out.
    parens
        What stands between a subject and its verb, the commas, dashes or brackets around it left out.
    breaks
        Where a clause with a subject of its own begins.
    relatives
        Relative clauses, from their pronoun on.
    asides
        Subordinate clauses that tell of the past, from their first word on.
    conditions
        Clauses of "if", "unless" and the like, from that word on.
    is_shouted
        Whether nearly every word has a capital, as in a headline.
    """

    run: Sequence[Token]
    low: list[str]
    quotes: list[Reach] = field(default_factory=list)
    parens: list[Reach] = field(default_factory=list)
    breaks: list[int] = field(default_factory=list)
    relatives: list[Reach] = field(default_factory=list)
    asides: list[Reach] = field(default_factory=list)
    conditions: list[Reach] = field(default_factory=list)
    is_shouted: bool = False

    def at(self, offset: int) -> int:
        """The number of the token that an offset of the text lies in, or of the next one."""
        first, last = 0, len(self.run)
        while first < last:
            middle = (first + last) // 2
            if self.run[middle].end <= offset:
                first = middle + 1
            else:
                last = middle
        return first

    def clause_of(self, n: int) -> Reach:
        """The clause that a token stands in: from the break before it to the break after it."""
        start = max((at for at in self.breaks if at <= n), default=0)
        end = min((at for at in self.breaks if at > n), default=len(self.run))
        return start, end

    def rest_of(self, n: int, *, strict: bool) -> list[Reach]:
        """
        What a word governs to its right.

        Parameters
        ----------
        n
            The word's token, or the last one of several.
        strict
            Whether it governs its own verb phrase only, as "may" does; what "said" governs has relative clauses and
            asides in it.
        """
        end = self.clause_of(n)[1]
        for first, last in () if strict else self.relatives:
            if first <= n < last and self._closes(last):
                end = min(end, last)
        for first, last in (*self.quotes, *(self.relatives if strict else ()), *(self.asides if strict else ())):
            if first <= n < last:
                end = min(end, last)
        for first, last in (*self.conditions, *((start - 1, last) for start, last in self.parens)):
            if first < n < last:
                end = min(end, last)
        if not strict:
            return [(n + 1, end)] if n + 1 < end else []
        end = min(end, self._next_finite(n, end))
        end = next((k for k in range(n + 2, end - 1) if self.low[k] == "and" and self.low[k + 1] == "that"), end)
        end = next((k for k in range(n + 1, end) if self.low[k] == "since"), end)  # what was before
        return _without([(n + 1, end)], (*self.relatives, *self.asides, *self.conditions), n)

    def outside_relatives(self, reach: list[Reach], n: int) -> list[Reach]:
        """What a word that stands at ``n`` reaches but for relative clauses, which tell what is so."""
        return _without(reach, self.relatives, n)

    @staticmethod
    def without(reach: list[Reach], holes: Iterable[Reach], n: int) -> list[Reach]:
        """What a word at ``n`` reaches but for some holes."""
        return _without(reach, holes, n)

    def is_around_a_relative(self, n: int) -> bool:
        """Whether a comma stands before a relative clause or an aside, or closes it: "the ship, *now old*, left"."""
        return any(n in {first - 1, last} for first, last in (*self.relatives, *self.parens))

    def _closes(self, n: int) -> bool:
        """Whether the main verb follows a relative clause: "Roa, whose lawyer says he is ill*, was* flown to Oslo"."""
        if self.low[n : n + 1] != [] and self.low[n][0].isalpha() and n not in self.breaks:
            return True  # "a man who police say is armed *fled*": the clause ends at the main verb
        behind = self.low[n + 1] if n + 1 < len(self.low) else ""
        is_finite = behind in AUXILIARIES and behind not in NOT_FINITE and behind[0].isalpha()
        return self.low[n : n + 1] == [","] and (
            is_finite or ("VBD" in verb_tags(behind) and not verb_tags(behind) & {"VBN"})
        )

    def _next_finite(self, n: int, end: int) -> int:
        """Where "and" joins a finite verb of the same subject: no plan or wish before it governs that one."""
        for k in range(n + 2, end - 1):
            if self.low[k] not in {"and", "but", "or"}:
                continue
            following = k + 1
            while following < end - 1 and self.low[following].endswith("ly"):
                following += 1
            word = self.low[following]
            if word in AUXILIARIES and word not in NOT_FINITE and word not in {"have", "do"}:
                return k
            tags = verb_tags(word)
            # "did not sink and *reached* Malta", but "wants men trained and *sent* to Malta"
            is_told = BE_OR_HAVE.isdisjoint(self.low[n - 1 : k]) and "VBN" not in verb_tags(self.low[k - 1])
            if "VBD" in tags and "VB" not in tags and ("VBN" not in tags or is_told):
                return k
        return end


def _without(reach: Iterable[Reach], holes: Iterable[Reach], n: int) -> list[Reach]:
    """What is left of reaches outside of the holes that begin behind a word."""
    left: list[Reach] = []
    for first, end in reach:
        at = first
        for begin, last in sorted(hole for hole in holes if n < hole[0] < end):
            if begin > at:
                left.append((at, begin))
            at = max(at, last)
        if at < end:
            left.append((at, end))
    return left
