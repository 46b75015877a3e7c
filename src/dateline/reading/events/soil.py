"""Land that somebody may claim, and the states that may."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.reading.amounts.numbers import units
from dateline.reading.events.grounds import places_of, state_of, toponym_of

if TYPE_CHECKING:
    from dateline.reading.events.reading import Reading
    from dateline.story.model import Span

__all__ = ["is_a_state", "land_of"]

_STATES: Final = frozenset(("state", "country", "nation", "kingdom", "government", "people", "republic"))
_POINTS: Final = frozenset(("it", "them", "they"))
_POINTING: Final = frozenset(("the", "this", "that", "these", "those"))
_GROUNDS: Final = frozenset(
    "island islands islet islets isle isles territory territories area areas region strip reef reefs shoal archipelago"
    " peninsula plateau enclave waters strait city town".split()
)
_SHARES: Final = frozenset("whole all most much part parts half some third quarter two-thirds percent chunk %".split())


def is_a_state(here: Reading, number: int) -> bool:
    """Whether a phrase is of a state, by its name or as "the nation"."""
    if here.head(number) in {"it", "they"}:
        return state_of(here, number) is not None
    return state_of(here, number) is not None or here.head(number) in _STATES


def land_of(here: Reading, number: int) -> list[Span]:
    """The place that a phrase means: named, or the one named last where "them" or "the islands" stands."""
    if here.head(number) in _SHARES and here.made.phrases[number].preps:
        of = here.made.preps[here.made.phrases[number].preps[0]]
        number = of.objects[0] if of.prep == "of" and of.objects else number  # "*all* of the South China Sea"
    head, first = here.head(number), here.made.words[here.made.phrases[number].first]
    if units().get(head) in {"area", "length"} and here.made.phrases[number].preps:
        prep = here.made.preps[here.made.phrases[number].preps[0]]
        return places_of(here, prep.objects) if prep.prep in {"in", "of"} else []  # "claims 90 sq km *in Chad*"
    is_ground = head in _GROUNDS or toponym_of(here, number) is not None
    named = places_of(here, (number,)) if is_ground else []
    points = head in _POINTS or (head in _GROUNDS and first.low in _POINTING)
    if named or here.known is None or not points:
        return named
    many = head in {"them", "they", "waters"} or head.endswith("s")
    last = here.known.land_before(here.span(number)[0], many=many)
    return [] if last is None else [last]
