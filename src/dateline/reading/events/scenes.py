"""Ends of a way that lie where something happens or somebody is: a crash near a town, kidnappers in a state."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.reading.events.grounds import IN, places_of
from dateline.reading.text.nouns import noun_classes

if TYPE_CHECKING:
    from dateline.reading.events.reading import Reading
    from dateline.reading.grammar.syntax import Predicate
    from dateline.story.model import Span

__all__ = ["captors_at", "scene_of"]

_HELPS: Final = frozenset("respond call rush dispatch send summon scramble race head deploy".split())
_SCENES: Final = frozenset(
    "collision crash accident fire blaze incident call calls report reports scene shooting stabbing explosion emergency"
    " disturbance robbery alarm wreck derailment fight assault break-in rescue".split()
)
_GETS_AWAY: Final = frozenset(
    "escape flee run abscond free rescue take separate remove snatch abduct recover return hide".split()
)


def scene_of(here: Reading, predicate: Predicate, n: int) -> list[Span]:
    """Where that lies to which help comes: "responded *to a crash* on Friday *near Bari*"."""
    prep = here.made.preps[n]
    if prep.prep != "to" or predicate.lemma not in _HELPS or not any(here.head(o) in _SCENES for o in prep.objects):
        return []
    return _place_behind(here, n)


def captors_at(here: Reading, predicate: Predicate, n: int) -> list[Span]:
    """Where those are whom somebody gets away from: "escaped *from her kidnappers in Lagos*"."""
    prep = here.made.preps[n]
    if prep.prep != "from" or predicate.lemma not in _GETS_AWAY or not prep.objects:
        return []
    if not all("person" in noun_classes(here.head(o)) for o in prep.objects):
        return []
    behind = here.made.preps[n + 1 : n + 2]
    return _place_behind(here, n) if behind and behind[0].first == prep.last else []


def _place_behind(here: Reading, n: int) -> list[Span]:
    """The first place that one of the next phrases is in, up to where another clause begins."""
    end = here.made.preps[n].last
    for one in here.made.preps[n + 1 : n + 4]:
        if one.first > end:
            break  # "returned from exile on Friday, *sparking clashes at* the airport"
        if one.prep in IN and (places := places_of(here, one.objects)):
            return places[:1]
        end = one.last
    return []
