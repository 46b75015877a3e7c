"""Who somebody is whom a text calls by their age: "The 24-year-old"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from dateline.reading.text.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.reading.things.entity import Entity
    from dateline.reading.things.pronouns import Scene

__all__ = ["age_in", "of_an_age"]

_THE_AGED: Final = re.compile(r"the (\d{1,3}|[a-z-]+?)-(year|month|week|day)s?-old(?: ([a-z-]+))?", re.IGNORECASE)
_LOOKS_BACK: Final = 3  # sentences, for whoever acted there; those whose age was told stand as far back as they like
_BESIDE: Final = 24  # letters from a name to the age put beside it
_HAS_AN_AGE: Final = re.compile(r"\b\d{1,3}(?:-(?:year|month)-old\b|,)|, aged \d")


def age_in(text: str) -> str | None:
    """
    The age that somebody is called by, with its unit; None where words are none, or say more.

    Examples
    --------
    >>> age_in("The 24-year-old"), age_in("the 9-month-old girl"), age_in("the 24-year-old law")
    ('24 year', '9 month', None)
    """
    found = _THE_AGED.fullmatch(text)
    if found is None or (found[3] is not None and found[3] not in words("reference", "person", "roles")):
        return None
    return f"{found[1]} {found[2]}"


def of_an_age(age: str, scene: Scene, /) -> Entity | None:
    """
    Whoever was told to have an age, else the one who acted last and has no other age; None where that is not certain.

    Parameters
    ----------
    age
        As `age_in` gives it.
    scene
        What stands around the words.
    """
    number, _, unit = age.partition(" ")
    before = [one for one in scene.before if one.sort == "person" and not one.is_plural and one.at[1] <= scene.start]
    inside = re.compile(rf"\b{number}-{unit}-old\b")
    beside = re.compile(rf"(?:,| \(|, who is| is) ?(?:aged |an? )?{number}(?:-{unit}-old\b|[,.)]| and\b)")
    for one in reversed(before):
        if inside.search(scene.text, *one.at) or beside.match(scene.text, one.at[1]):
            return one
    near = [one for one in before if scene.sentence - _LOOKS_BACK <= one.sentence < scene.sentence]
    return _only_actor(scene, [one for one in near if not scene.speaks(one) and one.head not in _groups()])


def _groups() -> frozenset[str]:
    return words("reference", "person", "groups")


def _only_actor(scene: Scene, near: Sequence[Entity]) -> Entity | None:
    """The one person of the last sentence that has any, or the only one there who acts."""
    last = [one for one in near if one.sentence == near[-1].sentence]
    acts = [one for one in last if one.is_subject] or last
    whole = {one.name or one.at: one for one in acts}
    if len(whole) != 1:
        return None
    found = acts[0]
    if scene.text[max(0, found.at[0] - 5) : found.at[0]].endswith(" and "):
        return None  # "Ana Roa and *Leo Paz* won"
    beside = scene.text[found.at[0] : found.at[1] + _BESIDE]
    return None if _HAS_AN_AGE.search(beside) else found
