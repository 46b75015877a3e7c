"""Where a way begins by what is told beside it: where somebody was seized, where those live who leave their homes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.reading.events.grounds import IN, counted, places_of
from dateline.reading.events.slots import ends_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.reading.events.reading import Reading
    from dateline.reading.grammar.syntax import Predicate
    from dateline.story.model import Span

__all__ = ["instead_of_home", "seized_at"]


def seized_at(here: Reading, predicate: Predicate) -> list[Span]:
    """Where the verb before says that somebody was seized or found who is taken on: "*held in Lima* and flown to"."""
    if predicate.relation != "coordinate" or not predicate.passive or predicate.parent is None:
        return []
    above = here.made.predicates[predicate.parent]
    is_same = above.passive and above.subject == predicate.subject and above.lemma in _SEIZES
    before = max((one.word for one in here.made.predicates if one.word < predicate.word), default=-1)
    return ends_of(here, above, ["in"])[0][:1] if is_same and above.word == before else []


_SEIZES: Final = frozenset("seize arrest detain capture abduct kidnap rescue intercept find collect catch".split())


def instead_of_home(here: Reading, numbers: Sequence[int], start: list[Span]) -> list[Span]:
    """
    Where those live who leave their homes, which nobody finds on a map: "*residents of Lima* fled their homes".

    Parameters
    ----------
    here
        The sentence that is read.
    numbers
        The phrases of those who go.
    start
        Where the way begins.

    Returns
    -------
    start
        As it was where it is no home; empty where nothing says where they live.
    """
    if [here.made.text[slice(*end)].lower() for end in start] not in (["their homes"], ["their home"]):
        return start
    for n in here.made.phrases[counted(here, numbers[-1])].preps[:1] if numbers else ():
        if here.made.preps[n].prep in IN | {"of", "from"}:
            return places_of(here, here.made.preps[n].objects)[:1]
    return []
