"""Participles that hang on a subject whose verb comes later: "rice *meant* for Mali and Chad was sold"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.reading.grammar.antecedents import OF_ONE
from dateline.reading.grammar.pieces import STAYS_FINITE
from dateline.reading.text.forms import verb_tags

if TYPE_CHECKING:
    from dateline.reading.grammar.pieces import Piece
    from dateline.reading.grammar.syntax import Word

__all__ = ["hangs_on_the_first"]


def hangs_on_the_first(words: list[Word], units: list[Piece], k: int) -> bool:
    """Whether a participle is of the first noun, whose verb comes later: "rice *meant* for Mali and Chad was sold"."""
    unit = units[k]
    if unit.last - unit.first > 1 or units[k + 1 : k + 2] == [] or units[k + 1].kind != "prep":
        return False
    if "VBN" not in verb_tags(words[unit.head].low) or words[unit.head].lemma in STAYS_FINITE:
        return False
    later = next((one for one in units[k + 1 : k + 14] if one.kind in {"verb", "subordinator", "relative"}), None)
    if later is None or later.kind != "verb" or words[later.first].tag != "auxiliary":
        return False
    subject = words[units[k - 1].last - 1]  # "*officers* called for a boat and Roa *was* flown"
    is_many = subject.tag == "noun" and (subject.low != subject.lemma or subject.low in {"police", "people"})
    return not (is_many and words[later.first].low in OF_ONE)
