"""Who denies what, and of which events: linked where words and parties agree, else left open."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Final

from dateline.reading.classes import classes_of
from dateline.reading.forms import forms_of, lemmas
from dateline.reading.frame_table import frames
from dateline.reading.sources import attribution
from dateline.reading.wordlists import phrases_by_first, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dateline.reading.certainty import Certainties
    from dateline.reading.scopes import Line
    from dateline.reading.status import Hedges
    from dateline.story.model import Span, Status

__all__ = ["LOOKS_BACK", "Deniable", "Denial", "content_words", "denials", "linked"]

_FAMILIES: Final = ("flow", "route", "presence", "use")
LOOKS_BACK: Final = 6
"""Sentences between what is told and its denial, at the most."""
_ENOUGH: Final = 3.0
_NEARLY: Final = 1.6  # what covers the words nearly as well as the best is denied too
_EMPTY: Final = frozenset(
    (
        "the",
        "a",
        "an",
        "of",
        "any",
        "its",
        "that",
        "it",
        "they",
        "he",
        "she",
        "have",
        "be",
        "do",
        "been",
        "direct",
        "such",
    )
)


@dataclass(frozen=True, slots=True)
class Denial:
    """
    That somebody denies something.

    Attributes
    ----------
    who
        The spans of the words that name them.
    at
        The span of the whole denial.
    verb
        The span of the word that denies.
    of
        The span of what is denied; empty where a word points back ("That is not true").
    words
        Lemmas of what is denied.
    is_of_saying
        Whether a report or an accusation is denied, and so what it tells.
    sentence
        The number of its sentence.
    """

    who: tuple[Span, ...]
    at: Span
    verb: Span
    of: Span
    words: frozenset[str]
    is_of_saying: bool
    sentence: int


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
    """

    id: str
    kind: str
    sentence: int
    status: Status
    words: frozenset[str]
    parties: frozenset[str] = field(default_factory=frozenset)
    sources: frozenset[str] = field(default_factory=frozenset)
    nearby: frozenset[str] = field(default_factory=frozenset)


def content_words(text: str, /) -> frozenset[str]:
    """
    The lemmas of a text's nouns and verbs.

    Examples
    --------
    >>> sorted(content_words("the occurrence of direct arms transfers"))
    ['arm', 'arms', 'occurrence', 'transfer']
    """
    found = set()
    for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text.lower()):
        if word in _EMPTY:
            continue
        by_sort = lemmas(word)
        found |= {lemma for sort in ("NOUN", "VERB") for lemma in by_sort.get(sort, ())}
        if not by_sort or word in {"arms", "goods"}:
            found.add(word)
    return frozenset(found)


def denials(certainties: Certainties, /) -> list[Denial]:
    """
    Find the denials of an article, in order.

    Examples
    --------
    >>> from dateline.reading.article import parse
    >>> from dateline.reading.certainty import certainties
    >>> text = "Kenya shipped tea to Oman, a trader said. Nairobi denied the shipment."
    >>> [text[slice(*denial.of)] for denial in denials(certainties(parse(text)))]
    ['the shipment']
    """
    return [
        denial
        for n, pieces in enumerate(certainties.sentences)
        for found in pieces
        for denial in (*_by_verb(found, n), *_by_phrase(found, n))
    ]


@cache
def _verbs() -> dict[str, bool]:
    """Every form of the verbs of denying, and whether only a saying can be its object."""
    return {
        form: key == "sayings"
        for key in ("sayings", "always")
        for verb in words("denials", "verbs", key)
        for form in forms_of(verb)
    }


def _by_verb(found: Hedges, n: int) -> Iterator[Denial]:
    made = found.line
    for k, word in enumerate(made.low):
        if word not in _verbs():
            continue
        said = attribution(made, k)
        if said is None or not said.who or said.hangs or made.low[k + 1 : k + 2] in (["by"], []):
            continue
        if _is_passive(made, k):
            continue  # "was denied entry"
        end = _object_end(made, k)
        objects = _heads(made, k + 1, end)
        if objects & words("denials", "objects", "refused"):
            continue
        of_saying = bool(objects & words("denials", "objects", "sayings"))
        if _verbs()[word] and not of_saying:
            continue
        of = found.span(k + 1, end) if k + 1 < end else (made.run[k].end, made.run[k].end)
        yield Denial(
            who=tuple(found.span(*who) for who in said.who),
            at=(made.run[min(said.start, k)].start, max(of[1], made.run[k].end)),
            verb=found.span(k, k + 1),
            of=of,
            words=content_words(found.text[of[0] : of[1]]),
            is_of_saying=of_saying,
            sentence=n,
        )


def _is_passive(made: Line, k: int) -> bool:
    return made.low[k - 1 : k] != [] and made.low[k - 1] in {"was", "were", "been", "being", "is", "are", "be"}


def _object_end(made: Line, k: int) -> int:
    """Where what is denied ends: at a comma that begins something new, at a break, at the end."""
    end = made.clause_of(k)[1]
    for first, last in (*made.relatives, *made.quotes):
        if first <= k < last:
            end = min(end, last)
    for j in range(k + 1, end):
        if made.low[j] in {",", ";", ".", "”", '"', "—", "–"} and j > k + 1:
            return j
        if made.low[j] in {"after", "when", "while", "although", "but", "though", "saying", "insisting"} and j > k + 1:
            return j
    return end - 1 if end and made.low[end - 1] == "." else end


def _heads(made: Line, start: int, end: int) -> set[str]:
    """The words of the first noun phrase of an object."""
    stop = next((j for j in range(start, end) if made.low[j] in {"that", "of", "to", "in", "by", "from", "for"}), end)
    return set(made.low[start:stop])


def _by_phrase(found: Hedges, n: int) -> Iterator[Denial]:
    """Somebody calls it untrue: "That is not true", the port said."""
    made = found.line
    for k, word in enumerate(made.low):
        for phrase, _ in phrases_by_first("denials", "untrue").get(word, ()):
            end = k + len(phrase)
            if tuple(made.low[k:end]) != phrase:
                continue
            speaking = next((h for h in found.found if h.who and any(a <= k < b for a, b in h.reach)), None)
            if speaking is None:
                speaking = next((h for h in found.found if h.who and h.end <= k < h.end + 12), None)
            if speaking is None or speaking.kind not in {"reported", "alleged"}:
                continue
            start, last = min(speaking.words[0], k), max(speaking.words[1], end)
            yield Denial(
                who=tuple(found.span(*who) for who in speaking.who),
                at=found.span(start, last),
                verb=found.span(k, end),
                of=(made.run[k].start, made.run[k].start),
                words=frozenset(),
                is_of_saying=True,
                sentence=n,
            )
            return


def linked(denial: Denial, parties: frozenset[str], events: Sequence[Deniable], /) -> tuple[str, ...]:
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

    Examples
    --------
    >>> denial = Denial(((0, 5),), (0, 30), (6, 12), (13, 30), content_words("the gun shipments"), False, 2)
    >>> tea = Deniable("e1", "flow", 0, "reported", content_words("sent tea"), frozenset({"KE"}))
    >>> guns = Deniable("e2", "flow", 1, "alleged", content_words("delivered guns"), frozenset({"KE"}))
    >>> linked(denial, frozenset({"KE"}), (tea, guns))
    ('e2',)
    """
    scores = {event.id: score for event in events if (score := _fit(denial, parties, event)) >= _ENOUGH}
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
    return words("denials", "families", kind) | (told - _LIGHT - goods)


_LIGHT: Final = frozenset(("be", "have", "get", "make", "go", "take", "come", "keep"))


def _fit(denial: Denial, parties: frozenset[str], event: Deniable) -> float:
    """How well an event fits what is denied: its action, its goods, its parties, how near it was told."""
    gap = denial.sentence - event.sentence
    if not 0 <= gap <= LOOKS_BACK or event.kind not in _FAMILIES:
        return 0.0
    if parties and event.sources and parties <= event.sources and event.status != "denied":
        return 0.0  # nobody denies what they say themselves
    family = _family(event.kind)
    acted = denial.words & family
    said = denial.words & words("denials", "objects", "sayings")
    named = (denial.words & event.words) - family
    score = 1.5 * bool(acted) + 1.0 * _are_kin(acted, event.words & family)
    score += 1.0 * bool(acted & event.nearby)
    score += 2.0 * bool(named or _same_class(denial.words, event.words))
    score += 1.5 * bool(parties & event.parties)
    if denial.is_of_saying or said or not denial.words:
        score += 1.0 if event.status in {"alleged", "reported", "possible"} else -1.0
        if denial.words <= said and gap <= 1:
            score += 2.2  # "denied the charges": those just told
    elif not acted and not named:
        return 0.0
    return score - 0.1 * gap


def _are_kin(some: Iterable[str], others: Iterable[str]) -> bool:
    """Whether two sets of actions share one, as a verb or as its noun ("ship", "shipment")."""
    stems = {word[:4] for word in others}
    return any(word[:4] in stems for word in some)


def _same_class(some: Iterable[str], others: Iterable[str]) -> bool:
    """Whether two sets of words hold nouns of one class ("arms" and "rockets", "vessel" and "tanker")."""
    first = {name for word in some for name in classes_of(word)}
    return not first.isdisjoint(name for word in others for name in classes_of(word))
