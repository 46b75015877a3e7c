"""Subjects that words of time part from their verb: "the first ship to leave Oran *since the war* is in Bari"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.reading.grammar.participles import form_of
from dateline.reading.grammar.pieces import MONTHS
from dateline.reading.hedging.listed import forms_in

if TYPE_CHECKING:
    from dateline.reading.grammar.pieces import Piece
    from dateline.reading.grammar.subjects import Made
    from dateline.reading.grammar.syntax import Phrase, Word

__all__ = ["subject_before_a_time"]

_TIMES: Final = frozenset(("since", "after", "before", "until"))  # of a clause, or of a phrase alone
_ARTICLES: Final = frozenset(("the", "a", "an"))
_TELLS_MORE: Final = frozenset(("relative", "participle", "infinitive", "complement"))
_OPENS: Final = frozenset(("relative", "subordinator", "conjunction", "mark"))


def subject_before_a_time(
    words: list[Word], units: list[Piece], phrases: list[Phrase], made: list[Made], at: int
) -> int | None:
    """
    Give what a sentence opens with as the subject of a finite verb behind a time, where it has had no verb so far.

    The verb behind "since" is of a clause when another follows that the opening may have ("since *the war began* is"),
    and the opening's own when none does ("since the war *is*").

    Returns
    -------
    subject
        None where the words are built otherwise.
    """
    if not made or not units or units[0].kind != "phrase" or made[0].unit < 1:
        return None
    first = made[0]
    opener = units[0].number
    if first.relation not in {"relative", "participle", "infinitive"} or (
        first.form == "participle" and words[phrases[opener].first].low not in _ARTICLES
    ):
        return None  # "two *held* after a boat is found": in a headline they are the ones told of
    if first.relation == "infinitive" and first.parent is not None:
        return None
    marks = [k for k in range(1, at) if units[k].kind == "subordinator" and words[units[k].first].low in _TIMES]
    if not marks or any(units[k].kind in {"mark", "conjunction"} for k in range(1, at)):
        return None
    since = marks[-1]
    before = [one for one in made if one.unit < since]
    behind = [one for one in made if one.unit > since]
    if not before or any(one.relation not in _TELLS_MORE for one in before):
        return None
    if any(words[units[one.unit].head].low in forms_in("said") for one in made):
        return None
    if behind:
        return opener if all(one.relation in _TELLS_MORE or one is behind[0] for one in behind) else None
    is_date = words[phrases[units[since + 1].number].head].low in MONTHS if units[since + 1].kind == "phrase" else False
    return None if not is_date and _has_verb_later(words, units, at) else opener


def _has_verb_later(words: list[Word], units: list[Piece], at: int) -> bool:
    """Whether a finite verb stands behind that nothing opens a clause for."""
    opened = False
    for k in range(at + 1, len(units)):
        opened = opened or units[k].kind in _OPENS
        if units[k].kind == "verb" and not opened and form_of(words, units[k])[0] == "finite":
            return True
    return False
