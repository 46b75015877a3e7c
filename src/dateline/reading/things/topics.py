"""Which of several craft "the vessel" is: the one that the report is about, not the tug that came to it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from dateline.reading.text.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.reading.things.entity import Entity

__all__ = ["CRAFT", "topic"]

CRAFT: Final = frozenset(("vessel", "aircraft", "vehicle"))
_WITHIN: Final = 3  # sentences from the last craft told of to the first that a noun may mean instead
_ACTS_ON_IT: Final = re.compile(
    r" (?:[a-z]+ ){1,2}(?:it|the (?:ship|boat|vessel|craft|plane|aircraft|jet|vehicle))\b"
).match


def topic(text: str, head: str, told: Iterable[Entity], /) -> Entity | None:
    """
    The craft that a noun means of those told before; None where two of one sentence could be meant.

    The last one that is called by the same noun, or the last one of all. A craft that comes to another one is not what
    the report is of: "a *tug* was sent", "a jet *followed it*".

    Parameters
    ----------
    text
        The article.
    head
        The noun.
    told
        The craft that it fits, the last one first.
    """
    near: list[Entity] = []
    for one in told:
        if near and near[0].sentence - one.sentence > _WITHIN:
            break
        if one.head == head or not (one.points_back and one.head in words("reference", "generic", "words")):
            near.append(one)
    kept = [one for one in near if not _comes_to_help(text, one)] or near
    if not kept:
        return None
    if (same := next((one for one in kept if one.head == head), None)) is not None:
        return same
    last = kept[0]
    is_one_of_two = any(
        one.sentence == last.sentence and one.head != last.head and one.is_subject != last.is_subject for one in kept
    )
    return None if is_one_of_two else last


def _comes_to_help(text: str, one: Entity) -> bool:
    """Whether a craft is sent to another, by its kind ("a tug", "a police car") or what it does ("followed it")."""
    helps = words("reference", "helpers", "words")
    called = text[slice(*one.at)].lower().replace("-", " ").split()
    return not helps.isdisjoint(called) or (one.is_subject and _ACTS_ON_IT(text, one.at[1]) is not None)
