"""Ends of a way that lie where something happens, stands or somebody is: a crash near a town, a camp set up in it."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from dateline.reading.events.grounds import IN, places_of, toponym_of
from dateline.reading.grammar.pieces import MONTHS
from dateline.reading.text.nouns import noun_classes
from dateline.reading.things.venues import name_in

if TYPE_CHECKING:
    from dateline.reading.events.reading import Reading
    from dateline.reading.grammar.syntax import Predicate
    from dateline.story.model import Span

__all__ = ["captors_at", "meeting_at", "scene_of", "stands_at", "unlisted_at"]

_HELPS: Final = frozenset("respond call rush dispatch send summon scramble race head deploy".split())
_SCENES: Final = frozenset(
    "collision crash accident fire blaze incident call calls report reports scene shooting stabbing explosion emergency"
    " disturbance robbery alarm wreck derailment fight assault break-in rescue".split()
)
_GETS_AWAY: Final = frozenset(
    "escape flee run walk slip abscond free rescue take separate remove snatch abduct recover return hide".split()
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
    if not all("person" in noun_classes(here.head(o)) or here.head(o) in _WATCHED for o in prep.objects):
        return []
    behind = here.made.preps[n + 1 : n + 2]
    return _place_behind(here, n) if behind and behind[0].first == prep.last else []


_WATCHED: Final = frozenset("detail crew custody escort detention supervision convoy patrol party".split())


def stands_at(here: Reading, n: int) -> list[Span]:
    """Where that was put up to which somebody comes: "taken *to a shelter* set up *in Lima*"."""
    objects = here.made.preps[n].objects
    if not objects:
        return []
    behind = here.made.phrases[objects[-1]].last
    at = bisect_left(here.made.predicates, behind, key=lambda one: one.word)
    told = here.made.predicates[at] if at < len(here.made.predicates) else None
    if told is None or told.of != objects[-1] or told.lemma not in _STANDS or told.relation != "participle":
        return []
    held = (here.made.preps[m] for m in told.preps if here.made.preps[m].prep in IN)
    return next((places for prep in held if (places := places_of(here, prep.objects))), [])[:1]


_STANDS: Final = frozenset(
    "set put open run build erect establish locate situate base site station house operate organise organize".split()
)


def unlisted_at(here: Reading, number: int) -> Span | None:
    """The place that no list has and where a building lies: "taken to a hospital in *Velmara*"."""
    phrase = here.made.phrases[number]
    prep = here.made.preps[phrase.preps[0]] if phrase.preps else None
    if prep is None or prep.prep not in {"in", "at"} or prep.first != phrase.last or len(prep.objects) != 1:
        return None
    inner = here.made.phrases[prep.objects[0]]
    if here.made.words[inner.first].tag != "name" or here.made.words[inner.head].low in MONTHS:
        return None
    return name_in(here.made, prep.objects[0])


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


def meeting_at(here: Reading, n: int) -> list[Span]:
    """The one spot where two streets meet: "to the *intersection* of Mill Street and Elm Road"."""
    objects = here.made.preps[n].objects
    if not objects:
        return []
    if here.head(objects[0]) in _MEETINGS:
        of = next((here.made.preps[m] for m in here.made.phrases[objects[0]].preps[:1]), None)
        return places_of(here, objects if of is None or of.prep != "of" else of.objects)[:1]
    are_roads = [t is not None and t.sort == "street" for t in (toponym_of(here, o) for o in objects)]
    is_corner = are_roads == [True, True] and here.made.preps[n].prep in _AT  # "to *Elm Drive* and Mill Road"
    return places_of(here, objects[:1]) if is_corner else []


_AT: Final = frozenset(("to", "at", "near"))
_MEETINGS: Final = frozenset(("intersection", "corner", "junction", "crossroads"))
