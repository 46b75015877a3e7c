"""Where a way begins by what is told beside it: where somebody was seized, where those live who leave their homes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from dateline.reading.events.grounds import IN, counted, places_of
from dateline.reading.events.lists import is_in_land

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from dateline.reading.events.legs import Passage
    from dateline.reading.events.reading import Reading
    from dateline.reading.grammar.syntax import Predicate
    from dateline.story.model import Span

__all__ = ["instead_of_home", "with_starts"]

_LONG_AGO: Final = frozenset("bear raise bring educate base register found elect name know see say think hold".split())
_HALTS: Final = frozenset("load refuel board embark stop call dock land bunker".split())
_TAKES_ON: Final = frozenset(("take_on", "pick_up", "take_aboard", "drop_off"))
_LATER: Final = frozenset("will would may might could should must can".split())


def with_starts(here: Reading, routes: Sequence[Passage]) -> list[Passage]:
    """
    Begin ways where the verb before them has whoever goes.

    Parameters
    ----------
    here
        The sentence that is read.
    routes
        What its verbs and nouns tell of ways, in the order of reading.

    Returns
    -------
    routes
        The same, of "was seized in Togo and shipped to Malta" from Togo.
    """
    told = {one.predicate for one in routes}
    begun = [(one, _start_of(here, one, told)) for one in routes]
    return [one if start is None else replace(one, from_=start) for one, start in begun]


def _start_of(here: Reading, way: Passage, told: Container[int | None]) -> Span | None:
    """Where the verb that a way's verb is joined to has its mover, where nothing else tells whence."""
    if way.predicate < 0 or way.from_ is not None or not way.goals or not way.key or way.is_instead:
        return None
    verb = here.made.predicates[way.predicate]
    above = None if verb.parent is None else here.made.predicates[verb.parent]
    is_next = verb.relation == "coordinate" or (way.marker == "before" and verb.passive)  # "before being flown to"
    if above is None or not is_next or above.subject != way.key or verb.parent in told or not _has_them(here, above):
        return None
    if any(word.low in _LATER for word in here.made.words[slice(*verb.group)]):
        return None  # "was crowned in Oslo and *will* visit Lima"
    held = (here.made.preps[n] for n in above.preps if here.made.preps[n].first > above.word)
    places = [place for prep in held if prep.prep in IN for place in places_of(here, prep.objects)]
    first = {here.made.text[slice(*place)] for place in places}
    if len(first) != 1 or any(here.made.text[slice(*goal)] in first for goal in way.goals):
        return None
    return None if any(is_in_land(here, goal, places[0]) for goal in way.goals) else places[0]


def _has_them(here: Reading, verb: Predicate) -> bool:
    """Whether a verb says what is done to somebody where they are, or where a ship takes on what it carries."""
    if not (verb.form == "finite" or verb.passive) or any(
        word.tag == "not" for word in here.made.words[slice(*verb.group)]
    ):
        return False
    if verb.passive:
        return verb.lemma not in _LONG_AGO
    behind = verb.particle or here.made.words[verb.group[1]].low
    return verb.lemma in _HALTS or f"{verb.lemma}_{behind}" in _TAKES_ON


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
