"""What a denial may be of, and which events it is linked to: where words and parties agree, else none."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Final

from dateline.reading.events.frame_table import frames
from dateline.reading.text.classes import classes_of
from dateline.reading.text.wordlists import rules, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dateline.reading.denial import Denial
    from dateline.story.model import Status

__all__ = ["LOOKS_AHEAD", "LOOKS_BACK", "Deniable", "contradicted", "linked", "tells_of_an_event"]

_FAMILIES: Final = ("flow", "route", "presence", "use")
LOOKS_BACK: Final = 6
"""Sentences between what is told and its denial, at the most."""
LOOKS_AHEAD: Final = 2
"""Sentences from a denial to what it denies, where the article tells that later."""
_ENOUGH: Final = 3.0
_NEARLY: Final = 1.6  # what covers the words nearly as well as the best is denied too


@dataclass(frozen=True, slots=True)
class Deniable:
    """
    What a denial is held against: a flow, a route or another event that the article tells.

    Attributes
    ----------
    id
        The event's id.
    kind
        flow, route, use, presence.
    sentence
        The number of its sentence.
    status
        How certain it is: what is alleged is denied sooner than what is a fact.
    words
        Lemmas of its trigger, its goods and its mover.
    parties
        Names and states of those it is about, in one spelling with those of the deniers.
    sources
        The same of those who say so: nobody denies what they say themselves.
    nearby
        Lemmas of its whole sentence.
    around
        The states that its sentence names.
    places
        The ids of its ends and of where it is.
    is_doubled
        Whether two negations cancel in what is told of it: "denied that it had *failed* to send ships".
    """

    id: str
    kind: str
    sentence: int
    status: Status
    words: frozenset[str]
    parties: frozenset[str] = field(default_factory=frozenset)
    sources: frozenset[str] = field(default_factory=frozenset)
    nearby: frozenset[str] = field(default_factory=frozenset)
    around: frozenset[str] = field(default_factory=frozenset)
    places: frozenset[str] = field(default_factory=frozenset)
    is_doubled: bool = False


def linked(
    denial: Denial,
    parties: frozenset[str],
    events: Sequence[Deniable],
    /,
    *,
    sayers: frozenset[str] = frozenset(),
    about: frozenset[str] = frozenset(),
) -> tuple[str, ...]:
    """
    The events that a denial is of: each that its words cover; none where they cover none.

    Parameters
    ----------
    denial
        The denial.
    parties
        Names and states of those who deny, spelt as in `Deniable`.
    events
        What the article tells.
    sayers
        Names and states of those whose saying is denied: "rejected *India's* claim".
    about
        States that what is denied is about: "denied sending tanks to *Mali*" is of nothing that went to Oman alone.

    Examples
    --------
    >>> from dateline.reading.denial import Denial
    >>> from dateline.reading.text.content import content_words
    >>> denial = Denial(((0, 5),), (0, 30), (6, 12), (13, 30), content_words("the gun shipments"), False, 2)
    >>> tea = Deniable("e1", "flow", 0, "reported", content_words("sent tea"), frozenset({"KE"}))
    >>> guns = Deniable("e2", "flow", 1, "alleged", content_words("delivered guns"), frozenset({"KE"}))
    >>> linked(denial, frozenset({"KE"}), (tea, guns))
    ('e2',)
    """
    scores = {
        event.id: score
        for event in events
        if (score := _fit(denial, parties, event, sayers, about - parties)) >= _ENOUGH
    }
    # What the denial itself tells ("denied sending arms") is denied, and so is what was told of it before.
    own = {event.id for event in events if event.sentence == denial.sentence and event.status == "denied"}
    best = max((score for key, score in scores.items() if key not in own), default=0.0)
    return tuple(
        event.id for event in events if event.id in scores and (event.id in own or scores[event.id] >= best - _NEARLY)
    )


@cache
def _family(kind: str) -> frozenset[str]:
    """The words of one kind of event: those that deny it by hand, and all that tell of it."""
    told = {word for frame in frames() if frame.kind == kind for word in frame.verbs | frame.nouns if "_" not in word}
    goods = {word for word in told if "arms" in classes_of(word)}  # "arm" is to send arms, "arms" are what is sent
    by_hand = words("denials", "families", kind) if kind in rules("denials")["families"] else frozenset()
    return by_hand | (told - _LIGHT - goods)


_LIGHT: Final = frozenset(("be", "have", "get", "make", "go", "take", "come", "keep"))


@cache
def tells_of_an_event(words_of: frozenset[str], /) -> bool:
    """Whether words hold one that tells of such an event: what is denied is more than an opinion or "a *charge*"."""
    told = words_of - words("denials", "objects", "sayings")
    return any(told & _family(kind) for kind in _FAMILIES)


def _fit(
    denial: Denial, parties: frozenset[str], event: Deniable, sayers: frozenset[str], about: frozenset[str]
) -> float:  # fmt: skip
    """How well an event fits what is denied: its action, its goods, its parties, how near it was told."""
    gap = denial.sentence - event.sentence
    if not -LOOKS_AHEAD <= gap <= LOOKS_BACK or event.kind not in _FAMILIES or (event.is_doubled and not gap):
        return 0.0
    if gap < 0 and (event.status not in {"alleged", "reported"} or _states(event.parties) - about - parties):
        return 0.0  # of what is told later only what others say of the same states
    if parties and event.sources and parties <= event.sources and event.status != "denied":
        return 0.0  # nobody denies what they say themselves
    told_of = event.parties | event.sources
    if gap and about and _states(event.parties) and not about & told_of:
        return 0.0  # another way, with ends of its own
    family = _family(event.kind)
    acted = denial.words & family
    if _tells_another_kind(denial.words, event.kind) and not _are_kin(acted, event.words & family):
        return 0.0  # "denied a report that the ship *delivered* drones" is of no port that it called at
    said = denial.words & words("denials", "objects", "sayings")
    named = (denial.words & event.words) - family
    if gap < 0 and not named:
        return 0.0
    score = 1.5 * bool(acted) + 1.0 * _are_kin(acted, event.words & family)
    score += 1.0 * bool(acted & event.nearby)
    score += 2.0 * bool(named or _same_class(denial.words, event.words))
    about_them = bool(parties & event.parties)
    score += 1.5 if about_them else 1.0 * bool(parties & event.around)
    if denial.is_of_saying or said or not denial.words:
        is_said = event.status in _UNSURE or (event.status == "planned" and event.sources)
        score += 1.0 if is_said or (event.status == "denied" and gap == 0) else -1.0
        if denial.is_of_saying and sayers & event.sources:
            score += 2.2  # "rejected India's claim": what India says
        elif denial.words <= said and denial.owner is None and (gap <= 1 or about_them):
            score += 2.2  # "denied the charges": those just told, or told of whoever denies them
    elif not acted and not named:
        return 0.0
    return score - 0.1 * max(0, gap - 1)


def _tells_another_kind(denied: frozenset[str], kind: str) -> bool:
    """Whether words of denying, listed by hand, are of other kinds of events than one."""
    kinds = {other for other in _FAMILIES if denied & words("denials", "families", other)}
    return bool(kinds) and kind not in kinds


_UNSURE: Final = frozenset(("alleged", "reported", "possible", "unconfirmed"))


def contradicted(told: Deniable, events: Sequence[Deniable], /) -> tuple[str, ...]:
    """
    The events that a statement says did not happen: "Sweden has never supplied weapons to Oman".

    Parameters
    ----------
    told
        What somebody says was not so.
    events
        What the article tells; only what it attributes can be contradicted.

    Examples
    --------
    >>> from dateline.reading.text.content import content_words
    >>> told = Deniable("e2", "flow", 1, "denied", content_words("supplied weapons"), frozenset({"SE", "OM"}))
    >>> sent = Deniable("e1", "flow", 0, "reported", content_words("shipped rockets"), frozenset({"SE", "OM", "GE"}))
    >>> contradicted(told, (sent, told))
    ('e1',)
    """
    return tuple(
        event.id
        for event in events
        if 0 < told.sentence - event.sentence <= LOOKS_BACK
        and event.status in {"alleged", "reported"}
        and not (told.sources & event.sources)
        and (_same_class(told.words, event.words) or (told.words & event.words) - _family(event.kind))
        and _is_where(told, event)
    )


def _is_where(told: Deniable, event: Deniable) -> bool:
    """
    Whether what was not so is where an event is told of: its states or places; what names none is its speaker's.

    Nobody can have come to where they are not: "there are *no troops in Mali*" answers a report that they entered Mali.
    """
    mine, theirs = _states(told.parties), _states(event.parties)
    if mine and not mine <= theirs:
        return False
    if event.kind != told.kind:
        return bool(mine) and told.kind == "presence" and event.kind == "route"
    if mine:
        return True
    is_of_them = not _states(told.sources).isdisjoint(theirs)
    deed = told.words & event.words & _family(told.kind)
    return not told.places.isdisjoint(event.places) or (is_of_them and bool(deed))


def _states(marks: frozenset[str]) -> frozenset[str]:
    return frozenset(mark for mark in marks if len(mark) == _CODE and mark.isupper())


_CODE: Final = 2  # letters of a state's code


def _are_kin(some: Iterable[str], others: Iterable[str]) -> bool:
    """Whether two sets of actions share one, as a verb or as its noun ("ship", "shipment")."""
    stems = {_stem(word) for word in others}
    return any(_stem(word) in stems for word in some)


def _stem(word: str) -> str:
    return rules("denials")["kin"].get(word, word)[:4]  # type: ignore[no-any-return]


def _same_class(some: Iterable[str], others: Iterable[str]) -> bool:
    """Whether two sets of words hold nouns of one class ("arms" and "rockets", "vessel" and "tanker")."""
    first = {name for word in some for name in classes_of(word)}
    return not first.isdisjoint(name for word in others for name in classes_of(word))
