"""From what each verb says of a way to journeys: legs in order, alternatives linked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from dateline.reading.events.find import Find, Stretch

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dateline.story.model import Basis, Span

__all__ = ["Passage", "journeys"]


@dataclass(frozen=True, slots=True)
class Passage:
    """
    What one verb or noun says of a way.

    Attributes
    ----------
    predicate
        The number of the predicate; -1 of a noun.
    mover, key
        The words that name what moves, and the phrases: passages of one key are of one journey.
    trigger, is_noun
        The word that tells of it.
    from_, goals, via
        Names of places; several goals are goals of one verb ("to Malta and Tunis").
    starts
        Further places where the way begins: "from Oman *and Chad*".
    is_instead
        Whether it is gone in place of the way before it: "was headed for Bari but *diverted* to Split".
    rule
        The frame.
    relation, marker
        How the verb depends on the one before it, and the word that says so ("before", "after").
    governor
        The number of the predicate that the verb hangs on, if any.
    is_denied
        Whether the verb is told with "not", so that no way goes on where it would have ended.
    onward
        Goals that the way goes on to ("to Malta, *then* to Tunis").
    """

    predicate: int
    mover: Span | None
    key: tuple[int, ...]
    trigger: Span
    is_noun: bool
    from_: Span | None
    goals: tuple[Span, ...]
    via: tuple[Span, ...]
    rule: str
    relation: str = "root"
    marker: str = ""
    onward: tuple[Span, ...] = ()
    starts: tuple[Span, ...] = ()
    is_instead: bool = False
    governor: int | None = None
    is_denied: bool = False


_CHAINED: Final = frozenset(("coordinate", "adverbial", "infinitive"))
_GOES_ON: Final = frozenset(("before", "and", "to"))
_IN_PLACE_OF: Final = frozenset(("of", "than"))  # "instead of sailing to Bari" is no leg of what was done
_EARLIER: Final = frozenset(("after", "following", "since", "having"))


def journeys(passages: Sequence[Passage], sentence: Span, stays: Mapping[Span, Span]) -> Iterator[Find]:
    """
    Join passages of one mover into routes, in the order of the way.

    Parameters
    ----------
    passages
        In the order of the predicates.
    sentence
        Its span, the evidence.
    stays
        Where a mover of the same words is said to be: its journey begins there.
    """
    groups: list[list[Passage]] = []
    for passage in passages:
        last = groups[-1] if groups and groups[-1][-1].is_denied == passage.is_denied else None
        later = next((group for group in groups if passage.is_noun and _comes_first(passage, group[0])), None)
        if later is not None:
            later.insert(0, passage)
            continue
        if last and not passage.is_noun and not last[-1].is_noun and passage.key and passage.key == last[-1].key and (
            passage.relation in _CHAINED or last[-1].relation == "adverbial" or _completes(passage, last[-1])
        ) and _IN_PLACE_OF.isdisjoint((passage.marker, last[-1].marker)) and not (
            _ends(passage, last[-1]) or passage.rule == "motion.let_back"  # "who fled Lima are let back into the city"
        ):  # fmt: skip
            is_opened = passage.relation not in _CHAINED  # "Before reaching Tunis, the ship left Malta"
            of_another = passage.governor is not None and passage.governor > last[-1].predicate
            if (passage.marker in _EARLIER and not of_another) or (is_opened and last[-1].marker == "before"):
                last.insert(0, passage)
            else:
                last.append(passage)
        else:
            groups.append([passage])
    for group in groups:
        yield _journey(group, sentence, stays)
        for passage in group:  # "to Malta and Tunis": goals of one verb are no chain
            for goal in passage.goals:
                if goal in passage.onward or goal == _told_goal(passage, goes_on=passage is not group[-1]):
                    continue
                yield _journey([replace(passage, goals=(goal,), onward=())], sentence, {})
            for start in passage.starts:
                yield _journey([replace(passage, from_=start, goals=passage.goals[:1], onward=())], sentence, {})


def _comes_first(noun: Passage, verb: Passage) -> bool:
    """Whether a noun tells of the way before a verb's: "a stop in Oslo before flying to …", "after a visit to …"."""
    if not noun.key or noun.key != verb.key or verb.is_noun or noun.from_ is not None:
        return False
    return noun.marker in _EARLIER or (verb.marker == "before" and noun.trigger < verb.trigger)


def _completes(verb: Passage, relative: Passage) -> bool:
    """Whether a verb tells the end of the way that a relative before it begins: "who left Lima, *reached Quito*"."""
    begun = relative.relation in {"relative", "participle"} and relative.from_ is not None
    return (
        begun
        and verb.rule not in {"motion.visit", "motion.let_back"}
        and not (relative.goals or relative.via or verb.from_)
        and bool(verb.goals)
    )


def _ends(verb: Passage, before: Passage) -> bool:
    """Whether a participle tells where in its goal a way ended, no way on: "flew to Mali, *landing in Gao*"."""
    ends = verb.rule == "motion.arrive" and verb.relation == "adverbial" and not verb.marker
    return ends and bool(before.goals) and verb.from_ is None and not verb.is_noun


def _told_goal(passage: Passage, *, goes_on: bool) -> Span | None:
    """The goal on whose way a verb's mover is: the first of several, and where the way goes on from there the last."""
    if not passage.goals:
        return None
    return passage.goals[-1 if goes_on and not passage.onward else 0]


def _journey(group: list[Passage], sentence: Span, stays: Mapping[Span, Span]) -> Find:
    legs: list[Stretch] = []
    for passage in group:
        goal = _told_goal(passage, goes_on=passage is not group[-1])
        one = Stretch(
            trigger=passage.trigger,
            from_=passage.from_,
            to=goal,
            via=passage.via,
            is_noun=passage.is_noun,
            is_alternative=passage.is_instead and bool(legs) and legs[-1].to is not None,
            basis=_basis((passage.from_, goal, *passage.via), sentence),
        )
        last = legs[-1] if legs else None
        if last is not None and last.to and not last.from_ and passage.relation == "adverbial" and (
            one.from_ and not one.to and not passage.marker
        ):  # fmt: skip
            legs[-1] = replace(last, from_=one.from_)  # "returned to Congo, *leaving Uganda*"
        elif last is not None and last.to is None and one.from_ is None and passage.marker in _GOES_ON and (
            one.to != last.from_  # "left Iran and returned in May"
        ):  # fmt: skip
            legs[-1] = replace(last, to=one.to, via=(*last.via, *one.via))
        else:
            legs.append(one)
        legs += [replace(one, from_=None, to=goal, via=(), basis=_basis((goal,), sentence)) for goal in passage.onward]
    mover = next((passage.mover for passage in group if passage.mover is not None), None)
    comes_later = mover is not None and mover in stays and stays[mover] < group[0].trigger
    is_of_them = group[0].relation in {"relative", "participle"}  # "hosts refugees *who fled* across the border"
    if mover is not None and comes_later and legs[0].from_ is None and group[0].marker not in _EARLIER and (
        not is_of_them
    ):  # fmt: skip
        legs[0] = replace(legs[0], from_=stays[mover])
    return Find(
        kind="route",
        trigger=group[0].trigger,
        evidence=sentence,
        roles={"mover": () if mover is None else (mover,)},
        legs=tuple(legs),
        rule=group[0].rule,
        is_noun=group[0].is_noun,
    )


def _basis(ends: Sequence[Span | None], sentence: Span) -> Basis:
    """Whether an end is taken over from another sentence ("the island")."""
    inside = all(span is None or sentence[0] <= span[0] < sentence[1] for span in ends)
    return "explicit" if inside else "inferred"
