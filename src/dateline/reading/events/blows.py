"""Blows told by a noun: "an air raid on Homs", "the shelling of Goma", "the use of rockets by rebels in Mali"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.reading.events.behind import chain_of, of_what
from dateline.reading.events.fillers import make_find, whole
from dateline.reading.events.grounds import IN, counted, places_of, state_of, toponym_of
from dateline.reading.events.parties import adjective_of
from dateline.reading.events.slots import states_in
from dateline.reading.events.uses import are_arms, is_force, scene_of, struck_state
from dateline.reading.events.whereabouts import opened
from dateline.reading.text.classes import classes_of
from dateline.reading.text.nouns import noun_classes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.reading.events.find import Find
    from dateline.reading.events.frame_table import Frame
    from dateline.reading.events.reading import Reading
    from dateline.reading.grammar.syntax import Phrase, Predicate
    from dateline.story.model import Span

__all__ = ["read_noun_use"]

_FROM_AFAR: Final = frozenset("air aerial artillery mortar bombing helicopter gunship naval chemical gas".split())
_CAMPAIGNS: Final = frozenset(("campaign", "offensive"))
_FLOWN_ON: Final = frozenset("air aerial bombing airstrike drone missile".split())  # "the *bombing* campaign"
_LAUNCHES: Final = frozenset("launch unleash mount conduct carry".split())
_BLASTS: Final = frozenset("suicide car truck roadside bus terror terrorist marathon nightclub letter".split())


def _launcher(here: Reading, number: int) -> tuple[int, ...]:
    """The state or the forces that deal a blow: "*Peru launched* strikes on Lagos"; no workers' strike."""
    for predicate in here.made.predicates:
        struck = (o for numbers in predicate.objects for o in numbers)
        dealt = any(number in {o, counted(here, o), *of_what(here, o)} for o in struck)
        if predicate.lemma in _LAUNCHES and dealt and predicate.subject and is_force(here, predicate.subject[-1]):
            return predicate.subject
    return ()


def _read_employment(here: Reading, phrase: Phrase, frame: Frame) -> Find | None:
    """Read "the *use of rockets* by rebels in Goma"."""
    goods: tuple[int, ...] = ()
    place: list[Span] = []
    actor: list[Span] = [] if phrase.owner is None else [whole(here, (phrase.owner,))]
    for n, prep, objects in chain_of(here, phrase):
        if prep == "of" and not goods:
            goods = objects if any(are_arms(here, o) for o in objects) else ()
        elif prep == "by":
            actor = [whole(here, objects)]
        elif prep in frame.roles["place"] and not place and (place := places_of(here, objects) or _deep(here, objects)):
            here.taken.add(n)
    if not goods or not place:
        return None
    return make_find(
        here, "use", phrase.head, frame, is_noun=True, goods=(whole(here, goods),), actor=actor, place=place
    )


def _people(here: Reading, number: int) -> Span | None:
    """The nation that a people's name stands for: "*the Saudis'* bombing campaign"."""
    start = here.made.words[here.made.phrases[number].head].start
    return next(((t.start, t.end) for t in here.toponyms if t.start == start and t.sort == "demonym"), None)


def _is_deadly(here: Reading, number: int, phrase: Phrase) -> bool:
    """Whether strikes are blows by whose they are or what they do: "*Israeli* strikes on Tyre", "it *killed*"."""
    if here.lemma(number) not in {"strike", "raid"}:
        return False
    struck = [o for _, prep, objects in chain_of(here, phrase) if prep in {"on", "against"} for o in objects]
    aimed = any(toponym_of(here, o) is not None or noun_classes(here.head(o)) & _STRUCK for o in struck)
    nation = adjective_of(here, phrase) is not None or phrase.owner is not None or bool(states_in(here, phrase))
    if aimed and nation:
        return True
    killed = any(one.lemma in {"kill", "wound", "injure", "destroy", "report"} for one in _killings(here, number))
    return here.lemma(number) == "strike" and (aimed or (nation and not struck)) and killed


_STRUCK: Final = frozenset(("artifact", "vehicle", "person", "location"))


def _is_plotted(here: Reading, number: int) -> bool:
    """Whether an attack on a place by name is planned: "plotted *attacks on London*"."""
    first = here.made.phrases[number].preps[:1]
    objects = here.made.preps[first[0]].objects if first and here.made.preps[first[0]].prep in {"on", "against"} else ()
    names = [toponym_of(here, o) for o in objects]
    return (
        bool(names)
        and all(name is not None and name.sort == "place" for name in names)
        and any(one.lemma in _PLOTS and any(number in held for held in one.objects) for one in here.made.predicates)
    )


_PLOTS: Final = frozenset("plan plot prepare threaten foil thwart prevent mastermind coordinate execute".split())


def _deep(here: Reading, numbers: Sequence[int]) -> list[Span]:
    """Where those are who are struck: "strikes on *hideouts in Peru's Sarva region*"."""
    for n in (n for number in numbers for n in here.made.phrases[number].preps[:1] if here.made.preps[n].prep in IN):
        objects = here.made.preps[n].objects
        found = places_of(here, objects)
        owners = (here.made.phrases[o].owner for o in objects)
        found = found or [(t.start, t.end) for o in owners if o is not None and (t := toponym_of(here, o)) is not None]
        if found:
            return found
    return []


def _where_killed(here: Reading, number: int) -> list[Span]:
    """Where a blow is by whom or what it hits: "air strikes *killed 14 men in Gao*"."""
    for one in _killings(here, number):
        struck = one.subject if one.passive else next(iter(one.objects), ())
        return scene_of(here, one) or opened(here, one) or places_of(here, struck) or _deep(here, struck)
    return []


def _killings(here: Reading, number: int) -> Iterator[Predicate]:
    """The verbs that tell what a blow does."""
    for one in here.made.predicates:
        if one.lemma not in _KILLS:
            continue
        by = [o for n in one.preps if here.made.preps[n].prep in {"by", "in"} for o in here.made.preps[n].objects]
        if number in (by if one.passive else one.subject) or (one.lemma == "report" and number in one.subject):
            yield one


_KILLS: Final = frozenset(
    "kill wound injure destroy hit strike target level flatten damage leave maim demolish obliterate cripple rock"
    " shake shatter set spark start cause trigger report".split()
)


def read_noun_use(here: Reading, number: int, phrase: Phrase, frame: Frame) -> Find | None:
    """Read "an air raid on Homs", "its shelling of the port of Bari", "the use of rockets in Goma"."""
    if "goods" in frame.roles:
        return _read_employment(here, phrase, frame)
    before = {word.low for word in here.made.words[phrase.first : phrase.head]}
    is_flown = any(word in _FROM_AFAR or classes_of(word) & {"arms", "aircraft"} for word in before)
    first = here.made.preps[phrase.preps[0]].prep if phrase.preps else ""
    launcher = _launcher(here, number)
    if here.lemma(number) in _CAMPAIGNS and before.isdisjoint(_FLOWN_ON):
        return None  # "a vaccination *campaign* in Chad"
    if here.lemma(number) in str(frame.flags["flown"]).split() and not (
        is_flown or (first == "of" and here.lemma(number) == "bombing") or launcher or _is_plotted(here, number)
        or _is_deadly(here, number, phrase)
    ):  # fmt: skip
        return None
    is_plot = _is_plotted(here, number)
    is_blast = before & _BLASTS and not before & {"bomb", "bombs"}  # "a suicide attack", no "suicide *bomb* attack"
    if number in here.filled or (is_blast and not is_plot) or before & {"airstrike"}:
        return None
    place: list[Span] = []
    actor = adjective_of(here, phrase) or next(iter(states_in(here, phrase)), None)
    for n, prep, objects in chain_of(here, phrase):
        if prep == "by":
            actor = whole(here, objects)
        elif prep in frame.roles["place"] and not place:
            place = places_of(here, objects) or struck_state(here, objects) or _deep(here, objects)
            here.taken |= {n} if place else set()
    place = place or _where_killed(here, number)
    if not place:
        return None
    if phrase.owner is not None:
        actor = state_of(here, phrase.owner) or _people(here, phrase.owner) or actor
    actor = actor or (whole(here, launcher) if launcher else None)
    return make_find(
        here, "use", phrase.head, frame, is_noun=True, actor=[] if actor in {None, place[0]} else [actor], place=place
    )
