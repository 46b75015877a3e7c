"""Verbs told with "have", and participles that share it: "had come from Lagos, *refuelled* and *gone on*"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.reading.text.forms import verb_tags

if TYPE_CHECKING:
    from dateline.reading.grammar.pieces import Piece
    from dateline.reading.grammar.subjects import Made
    from dateline.reading.grammar.syntax import Word

__all__ = ["is_perfect", "shares_have"]


def is_perfect(words: list[Word], verb: Piece) -> bool:
    """Whether a verb is told with "have"."""
    helpers = [word.lemma for word in words[verb.first : verb.head] if word.tag == "auxiliary"]
    return helpers[-1:] == ["have"]


def shares_have(words: list[Word], units: list[Piece], made: list[Made], parent: Made, at: int) -> bool:
    """Whether "and" joins a participle to one that has its "have": "has recovered from a cold *and flown* to Oran"."""
    joined = units[at - 1].kind == "conjunction" or (
        units[at - 1].kind == "other" and units[at - 2].kind == "conjunction"
    )  # "and *since* flown"
    first = parent
    while first.relation == "coordinate" and first.parent is not None and not is_perfect(words, units[first.unit]):
        first = made[first.parent]  # "had come from Lagos, refuelled in Accra and *gone* on"
    has_it = is_perfect(words, units[first.unit]) and not parent.passive and parent.form == "finite"
    return joined and has_it and "VBN" in verb_tags(words[units[parent.unit].head].low)
