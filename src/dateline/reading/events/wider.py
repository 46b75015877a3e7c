"""A way told again by the land it leads to: "landed in Lagos at the start of a *visit to Nigeria*"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.reading.events.lists import is_in_land

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.reading.events.legs import Passage
    from dateline.reading.events.reading import Reading

__all__ = ["without_wider"]


def without_wider(here: Reading, routes: Sequence[Passage]) -> list[Passage]:
    """
    Leave out what tells a verb's way once more by the land that its goal lies in.

    Parameters
    ----------
    here
        The sentence that is read.
    routes
        What its verbs and nouns tell of ways, in the order of reading.

    Returns
    -------
    routes
        Without "a visit to Nigeria" or "beginning a visit to Nigeria" where a verb has whoever pays it arrive in Lagos.
    """
    arrivals = [one for one in routes if not one.is_noun and one.goals]
    return [one for one in routes if not any(_is_wider(here, one, other) for other in arrivals)]


def _is_wider(here: Reading, aside: Passage, verb: Passage) -> bool:
    """Whether all that a noun or a participle tells is the land to which a verb leads the same mover."""
    if len(aside.goals) != 1 or aside.from_ is not None or aside.via:
        return False
    is_nobodys = aside.mover is None and aside.trigger > verb.trigger  # "at the outset of *a visit to* Nigeria"
    if not is_nobodys and (not aside.key or aside.key != verb.key):
        return False
    is_aside = aside.is_noun or (aside.relation in _ASIDES and aside.trigger > verb.trigger and not aside.marker)
    return is_aside and any(is_in_land(here, goal, aside.goals[0]) for goal in verb.goals)


_ASIDES: Final = frozenset(("adverbial", "participle", "infinitive"))
