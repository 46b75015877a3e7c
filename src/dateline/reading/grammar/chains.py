"""Which prepositional phrases hang on a noun, past a time, an adverb or an aside in between."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.reading.grammar.pieces import Piece, is_when
from dateline.reading.grammar.syntax import PrepPhrase
from dateline.reading.hedging.listed import forms_in

if TYPE_CHECKING:
    from dateline.reading.grammar.syntax import Phrase, Word

__all__ = ["hang_preps"]

_ONWARD: Final = frozenset(("from", "to"))
_MOST_IN_A_CHAIN: Final = 8
_LONGEST_ASIDE: Final = 6  # pieces
_STILL: Final = frozenset("currently presently now still already temporarily".split())


def hang_preps(words: list[Word], units: list[Piece], phrases: list[Phrase], preps: list[PrepPhrase]) -> None:
    """Give each preposition its phrases, and each phrase the prepositions that follow on it."""
    behind: dict[int, tuple[int, ...]] = {}  # for each preposition with a phrase it and those that follow on it
    for n in range(len(units) - 2, -1, -1):
        unit, then = units[n], units[n + 1]
        if unit.kind != "prep" or then.kind != "phrase":
            continue
        one = then.number
        members = phrases[one].beside or (one,)
        members = members[members.index(one) :]
        held = _before_speaker(words, units, n)
        of = units[held].number if held >= 0 and units[held].kind == "phrase" else None
        prep, first, *_ = preps[unit.number]  # made anew, as `_replace` takes four times as long
        preps[unit.number] = PrepPhrase(prep, first, phrases[members[-1]].last, members, of)
        behind[n] = (unit.number, *behind.get(_past_object(words, units, phrases, n + 1), ()))[:_MOST_IN_A_CHAIN]
    for n, unit in enumerate(units):
        if unit.kind == "phrase" and (k := _past_time(words, units, phrases, n + 1)) in behind:
            phrases[unit.number] = phrases[unit.number]._replace(preps=behind[k])


def _past_time(words: list[Word], units: list[Piece], phrases: list[Phrase], k: int) -> int:
    """
    Past when something is so, right behind a noun, where what hangs on the noun goes on.

    "the troops *currently* in Mali", "the shipment *last week* of rice", "the sale*, worth $3m,* of drones"
    """
    if k + 1 >= len(units):
        return k
    one = units[k]
    if k + 4 < len(units) and _before_speaker(words, units, k + 4) == k - 1:
        return k + 4
    if one.kind == "other" and words[one.first].low in _STILL:
        return k + 1
    if one.kind == "phrase" and words[units[k + 1].first].low == "of" and is_when(words, phrases[one.number], [(0,)]):
        return k + 1
    if one.kind == "mark" and units[k + 1].kind == "prep":
        closed = _past_aside(words, units, k, then="of")
        return closed if words[units[closed].first].low == "of" else k
    return k


def _before_speaker(words: list[Word], units: list[Piece], n: int) -> int:
    """The piece before one, past who says so between two commas: "sent to *a clinic*, police said, in Lima"."""
    kinds = [unit.kind for unit in units[max(0, n - 4) : n]]
    if kinds != ["mark", "phrase", "verb", "mark"] or words[units[n - 2].head].low not in forms_in("said"):
        return n - 1
    return n - 5 if words[units[n - 4].first].text == "," == words[units[n - 1].first].text else n - 1


def _past_object(words: list[Word], units: list[Piece], phrases: list[Phrase], n: int) -> int:
    """The piece behind the object of a preposition, behind the rest of it where "and" joins more to it."""
    k = n + 1
    while k + 1 < len(units) and units[k].kind in {"mark", "conjunction"} and (
        units[k + 1].kind == "phrase" and units[k + 1].number in phrases[units[k - 1].number].beside
    ):  # fmt: skip
        k += 2
    beside = units[k + 1].number if k + 2 < len(units) and units[k + 1].kind == "phrase" else 0
    if beside and phrases[beside].same_as == units[k - 1].number and words[units[k + 2].first].low in _ONWARD:
        return k + 2  # "a flight from Bari, *Italy* to Oran"
    return _past_aside(words, units, k)


def _past_aside(words: list[Word], units: list[Piece], k: int, *, then: str = "to") -> int:
    """
    Past what two commas part, where "from" or "to" goes on behind it.

    "her way, *against her will*, from …", "the visit of Roa, *the minister of justice*, to …"
    """
    if k >= len(units) or units[k].kind != "mark" or words[units[k].first].text != ",":
        return k
    end = k + 1
    while end < len(units) and units[end].kind in {"prep", "phrase"} and end < k + _LONGEST_ASIDE:
        end += 1
    if end == k + 1 or end + 1 >= len(units) or units[end].kind != "mark" or words[units[end].first].text != ",":
        return k
    goes_on = units[end + 1].kind == "prep" and words[units[end + 1].first].low in {"from", then}
    return end + 1 if goes_on else k
