"""The clause so far while a sentence is tagged: whether it has its verb, and where it goes on behind an aside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from dateline.reading.hedging.listed import forms_in
from dateline.reading.text.forms import verb_tags

if TYPE_CHECKING:
    from dateline.reading.grammar.syntax import Tag

__all__ = ["VERBAL", "Clause", "before_aside"]

VERBAL: Final = frozenset(("verb", "auxiliary"))
_OPEN_CLAUSES: Final = frozenset(("relative", "subordinator", "conjunction"))
_ASIDES: Final = frozenset(("relative", "subordinator"))
_PART_CLAUSES: Final = frozenset(";:—–")


@dataclass(slots=True)
class Clause:
    """
    The clause that the words so far are in.

    Attributes
    ----------
    has_verb
        Whether its finite verb has been met: a word that could be one more is then sooner a noun.
    outside
        The same of the clause that an aside has stopped; None outside of asides.
    """

    has_verb: bool = False
    outside: bool | None = None

    def go_on(self, low: list[str], tags: list[Tag], n: int) -> None:
        """Take in a word that has got its tag, the last of ``tags``."""
        word, tag = low[n], tags[n]
        if tag in _OPEN_CLAUSES or word in _PART_CLAUSES or (word == "," and _opens_on_a_verb(low, tags)):
            if tag in _ASIDES and (not n or low[n - 1] == "," or (n == 1 and tags[0] == "adverb")):
                self.outside = self.has_verb
            self.has_verb = False
        elif word == "," and self.has_verb and self.outside is not None and not _goes_on(low, n + 1):
            # "the firm, which has 40 plants, *exports* …", "When it rained, Lima *ships* …"
            self.has_verb, self.outside = self.outside, None
        elif tag == "verb" and n and low[n - 1] == "," and word in _SAYING:
            self.has_verb = False  # "He left, *saying* Oman *claims* it"
        elif not self.has_verb and tag in VERBAL:
            says = word in forms_in("said")  # "police say a gang *holds* …"
            if n > 1 and low[n - 1] == "," and tags[n - 2] in _ASIDE_OF and "VBN" in verb_tags(word) and not says:
                self.outside = False  # "Oman, *founded* in May and *run* by a sultan, *exports* …"
            is_finite = (tag == "auxiliary" and word[-3:] != "ing") or _can_be_finite(word, tags, n)
            self.has_verb = is_finite and not says


_SAYING: Final = frozenset("saying adding warning claiming arguing insisting stating noting stressing".split())


def _opens_on_a_verb(low: list[str], tags: list[Tag]) -> bool:
    """Whether what a sentence opens with is a participle, which a comma closes: "*Asked* twice, Oman *says* no"."""
    return low[0][-3:] == "ing" or (tags[0] == "verb" and low[0][-2:] == "ed")


def _goes_on(low: list[str], n: int) -> bool:
    """Whether an aside goes on behind its comma: "which uses gadgets, *such as* phones, …", "…, *making* a stop"."""
    return low[n : n + 1] == [] or low[n] in _MORE or low[n].endswith("ing")


_MORE: Final = frozenset(("such", "including", "and", "or", "but", "especially"))


def _can_be_finite(word: str, tags: list[Tag], n: int) -> bool:
    return not verb_tags(word).isdisjoint(("VBD", "VBZ", "VBP")) and not (n and tags[n - 1] == "to")


def before_aside(low: list[str], tags: list[Tag], k: int, *, finite: bool) -> int:
    """Where a clause goes on that an aside has stopped: "*Peru*, which joined in May, claims it"; else ``k``."""
    if k < 0 or low[k] not in _CLOSERS:
        return k
    if low[k] != ",":
        m = next((m for m in range(k - 2, max(0, k - _LONGEST_ASIDE), -1) if low[m] == low[k]), 0)
        return m - 1 if m and tags[m - 1] in _ASIDE_OF else k  # "*Peru* — no friend of theirs — claims it"
    for m in range(k - 2, max(0, k - _LONGEST_ASIDE), -1):
        if tags[m] == "relative" or low[m] == "according":
            is_aside = low[m - 1] == "," and tags[m - 2] in _ASIDE_OF and (
                low[m] == "according" or not VERBAL.isdisjoint(tags[m + 1 : k])
            )  # fmt: skip
            return m - 2 if is_aside else k
        if low[m] == "," and not finite and tags[m - 1] in _ASIDE_OF and tags[m + 1] in _OPENS_ASIDE and (
            "and" not in low[max(0, m - 4) : m - 1]
        ):  # fmt: skip
            return m - 1  # "*Peru*, a member since May, claims it", "*Ana Roa*, dressed in red, leaves Bari"
    return k


_CLOSERS: Final = frozenset((",", "—", "–"))
_LONGEST_ASIDE: Final = 25  # tokens
_OPENS_ASIDE: Final = frozenset(("determiner", "preposition", "verb", "adverb"))
_ASIDE_OF: Final = frozenset(("noun", "name"))
