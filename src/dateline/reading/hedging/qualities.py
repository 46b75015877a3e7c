"""Adverbs that doubt a quality alone, not what is told: "the *potentially* exposed nurses left"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.reading.text.forms import AUXILIARIES, lemmas, verb_tags

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["says_which"]


def says_which(low: Sequence[str], n: int) -> bool:
    """Whether an adverb doubts only the quality of the noun that follows: "*potentially* deadly drugs were sent"."""
    quality, noun = low[n + 1 : n + 2], low[n + 2 : n + 3]
    before = low[n - 1] if n else ","
    is_verb = before in AUXILIARIES or before == "to"
    return bool(quality and noun) and not is_verb and noun[0][0].isalpha() and (
        "ADJ" in lemmas(quality[0]) or "VBN" in verb_tags(quality[0])
    ) and ("NOUN" in lemmas(noun[0]) or (noun[0].endswith("s") and noun[0] not in AUXILIARIES))  # fmt: skip
