"""What opens a sentence with no subject of its own: "*Sailing from Malta*, the ship …", "*Having left* Bari, she …"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from dateline.reading.grammar.pieces import Piece
    from dateline.reading.grammar.subjects import Made
    from dateline.reading.grammar.syntax import Phrase, Word

__all__ = ["PLANS", "give_from_later", "goes_on_opening"]

PLANS: Final = frozenset(
    "plan decision haste attempt bid effort order intention promise vow move refusal pledge threat proposal offer"
    " request failure push campaign desire wish hope agreement permission right chance ability readiness"
    " willingness".split()
)
"""Nouns of what somebody means to do, which an infinitive tells."""
_OF_LATER: Final = frozenset(("adverbial", "infinitive"))


def give_from_later(words: list[Word], units: list[Piece], phrases: list[Phrase], made: list[Made]) -> None:
    """Give what has no subject that of the verb behind it, or of the verb that it hangs on."""
    for one in made:
        goes_on = (one.relation, one.form) == ("coordinate", "gerund")
        if not one.subject and (goes_on or one.relation in _OF_LATER):
            later = next((other for other in made if other.unit > one.unit and other.form == "finite"), None)
            held = {number for numbers in one.objects for number in numbers}
            is_second = (one.unit, units[0].kind, one.relation) == (1, "phrase", "infinitive")
            planned = is_second and words[phrases[units[0].number].head].lemma in PLANS  # "*her decision* to return"
            is_first = one.parent is None or (goes_on and one.parent == 0 and made[0].inherited)
            if later is not None and is_first and held.isdisjoint(later.subject) and not planned:
                one.subject, one.inherited = later.subject, True
        above = None if one.parent is None or one.subject else made[one.parent]
        if above is not None and (one.relation == "infinitive" or (one.form, above.form) == ("gerund", "participle")):
            one.subject = above.subject  # "having failed *to reach* Malta, …", "held after *leaving* Malta,"


def goes_on_opening(words: list[Word], unit: Piece, parent: Made | None) -> bool:
    """Whether "and" adds a verb to one that opens a sentence: "Having left Bari *and met* the king, she …"."""
    opens = parent is not None and parent.form == "gerund" and not (parent.unit or parent.subject)
    return opens and words[unit.first].tag == "verb"
