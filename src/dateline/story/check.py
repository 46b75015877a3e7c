"""The editorial lint: what an editor would ask of a story before it is published."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final, Literal

from dateline.story.ids import dangling
from dateline.story.model import STATUSES, WEAKEST_FIRST

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from dateline.story.model import Event, Leg, Story

__all__ = ["RULES", "Finding", "check", "is_publishable"]

Level = Literal["fault", "warning"]


@dataclass(frozen=True, slots=True)
class Finding:
    """
    One thing that a rule found.

    Attributes
    ----------
    rule
        A key of `RULES`.
    level
        A ``fault`` makes the page say something untrue or unsourced; a ``warning`` wants an editor's eye.
    where
        The part of the story: an event's, leg's or place's id, or a path.
    message
        What is wrong, with the value, and the way out.
    """

    rule: str
    level: Level
    where: str
    message: str


RULES: Final[dict[str, str]] = {
    "text-unchanged": "the article's text is the one that the story was written from",
    "quote-matches": "every quote equals the text at its offsets",
    "ids-resolve": "every place, actor and event that is named is in the story, and no id is given twice",
    "has-evidence": "every drawn event and leg has an exact quote, or is the editor's own",
    "place-in-text": "no place is drawn that the text does not name, unless the editor added it",
    "solid-is-fact": "nothing is drawn as more certain than the words allow",
    "alleged-has-speaker": "an allegation names who makes it",
    "unconfirmed-has-party": "what is unconfirmed names who would not confirm it",
    "legs-join": "each leg of a route starts where the one before it ended",
    "end-on-capital": "a flow between states ends at the countries, not at a capital that stands for a government",
    "units-not-mixed": "amounts that share a unit, and so a width scale, count the same thing",
    "denial-linked": "every denial is linked to what it denies",
    "claim-two-sides": "a claim to a place stands beside whoever contests it",
}
"""The rules by name, each with what it holds."""


def check(story: Story, /) -> tuple[Finding, ...]:
    """
    Hold a story to the editorial rules, faults first.

    Rejected events are passed over: they are not drawn.

    Examples
    --------
    >>> from dateline.story.model import Article, Event, Story
    >>> story = Story(article=Article(), events=(Event(id="e1", kind="flow", status="alleged"),))
    >>> [finding.rule for finding in check(story)]
    ['has-evidence', 'alleged-has-speaker']
    """
    found = [finding for rule in _CHECKS for finding in rule(story)]
    return tuple(sorted(found, key=lambda finding: finding.level != "fault"))


def is_publishable(findings: tuple[Finding, ...], /) -> bool:
    """Whether no finding is a fault."""
    return all(finding.level != "fault" for finding in findings)


def _events(story: Story) -> Iterator[Event]:
    return (event for event in story.events if event.review != "rejected")


def _text_unchanged(story: Story) -> Iterator[Finding]:
    sha256 = hashlib.sha256(story.text.encode("utf-8", "surrogatepass")).hexdigest()
    if story.text and story.article.sha256 not in (None, sha256):
        message = f"sha256 is {sha256[:12]}…, the story was written from {story.article.sha256[:12]}…; draft again"
        yield Finding("text-unchanged", "fault", "article.sha256", message)


def _quotes(story: Story) -> Iterator[tuple[str, str, tuple[int, int]]]:
    for n, mention in enumerate(story.mentions):
        yield f"mentions[{n}]", mention.text, mention.at
    for measure in story.measures:
        yield measure.id, measure.quote, measure.at
    for event in _events(story):
        for part in event.parts:
            for name in ("says", "denies", "evidence"):
                for entry in getattr(part, name):
                    yield f"{part.id}.{name}", entry.quote, entry.at
            for operator in part.operators:
                yield f"{part.id}.operators", operator.text, operator.at
            if part.when is not None and part.when.at is not None:
                yield f"{part.id}.when", part.when.text, part.when.at


def _quote_matches(story: Story) -> Iterator[Finding]:
    if not story.text and any(True for _ in _quotes(story)):
        message = "the article's text is not at hand, so no quote can be checked; name it in article.file"
        yield Finding("quote-matches", "fault", "article.file", message)
        return
    for where, words, (start, end) in _quotes(story):
        if not 0 <= start < end <= len(story.text):
            message = f"[{start}, {end}) is not inside the text of {len(story.text)} characters"
            yield Finding("quote-matches", "fault", where, message)
        elif story.text[start:end] != words:
            message = f"says {_short(words)}, the text at [{start}, {end}) has {_short(story.text[start:end])}"
            yield Finding("quote-matches", "fault", where, message)


def _ids_resolve(story: Story) -> Iterator[Finding]:
    for fault in dangling(story):
        yield Finding("ids-resolve", "fault", fault.where, fault.message)


def _has_evidence(story: Story) -> Iterator[Finding]:
    for event in _events(story):
        for part in event.drawn:
            editors = event.review == "added" or "editor" in (event.basis, part.basis)
            if not part.evidence and not event.evidence and not editors:
                message = "no evidence; quote the words it rests on, or mark it as the editor's own (basis: editor)"
                yield Finding("has-evidence", "fault", part.id, message)


def _drawn_places(story: Story) -> dict[str, str]:
    """Place ids that marks end at or pass, each with the first part that does."""
    drawn: dict[str, str] = {}
    for event in _events(story):
        for part in event.parts:
            ends = [getattr(part, name, None) for name in ("from_", "to", "place")]
            for value in (*ends, *part.via, *(event.about if part is event else ())):
                if value in story.places:
                    drawn.setdefault(value, part.id)
    return drawn


def _place_in_text(story: Story) -> Iterator[Finding]:
    named = {mention.place for mention in story.mentions} | {story.article.dateline}
    spoken_for = {  # "Tunis sent aid": Tunisia did
        code
        for mention in story.mentions
        if mention.sense == "associative" and mention.place in story.places
        for code in story.places[mention.place].countries
    }
    for key, part in _drawn_places(story).items():
        place = story.places[key]
        if place.kind == "country" and not spoken_for.isdisjoint(place.countries):
            continue
        if key not in named and place.review not in ("added", "edited") and place.name not in story.text:
            message = (
                f"{part} is drawn at {place.name!r}, which the text does not name; remove it, or set review: added"
            )
            yield Finding("place-in-text", "fault", key, message)


def _solid_is_fact(story: Story) -> Iterator[Finding]:
    for event in _events(story):
        for part in event.drawn:
            if part.status is None:
                message = f"no status; give one of {', '.join(STATUSES)}"
                yield Finding("solid-is-fact", "fault", part.id, message)
                continue
            hedges = (*part.operators, *(event.operators if part is not event else ()))
            hedge = min(hedges, key=lambda operator: WEAKEST_FIRST.index(operator.kind), default=None)
            if hedge is not None and WEAKEST_FIRST.index(hedge.kind) < WEAKEST_FIRST.index(part.status):
                level: Level = "fault" if part.status == "asserted" else "warning"
                message = f"{part.status}, but {hedge.text!r} makes it {hedge.kind}"
                yield Finding("solid-is-fact", level, part.id, message)


def _statements(event: Event, part: Event | Leg, name: str) -> tuple[object, ...]:
    return (*getattr(part, name), *(getattr(event, name) if part is not event else ()))


def _alleged_has_speaker(story: Story) -> Iterator[Finding]:
    for event in _events(story):
        for part in event.drawn:
            if part.status == "alleged" and not _statements(event, part, "says"):
                message = "alleged, but nobody is named who alleges it; add the speaker to says"
                yield Finding("alleged-has-speaker", "warning", part.id, message)


def _unconfirmed_has_party(story: Story) -> Iterator[Finding]:
    for event in _events(story):
        for part in event.drawn:
            if part.status == "unconfirmed" and not _statements(event, part, "says"):
                message = "unconfirmed, but nobody is named who would not confirm it; add the party to says"
                yield Finding("unconfirmed-has-party", "warning", part.id, message)


def _legs_join(story: Story) -> Iterator[Finding]:
    for event in _events(story):
        main = [leg for leg in event.legs if leg.alternative_of is None]
        for before, leg in pairwise(main):
            if before.to is not None and leg.from_ is not None and before.to != leg.from_:
                message = f"starts at {leg.from_!r}, the leg before it ends at {before.to!r}"
                yield Finding("legs-join", "warning", leg.id, message)


def _end_on_capital(story: Story) -> Iterator[Finding]:
    literal = {mention.place for mention in story.mentions if mention.sense == "literal"}
    spoken = {mention.place for mention in story.mentions if mention.stands_for is not None}
    for event in _events(story):
        if event.kind != "flow":
            continue
        for end in (*event.starts, *event.goals):
            if end in story.places and end in spoken - literal and story.places[end].precision == "city":
                name = story.places[end].name
                message = f"ends at {name}, which in this text only stands for a government; let it end at the country"
                yield Finding("end-on-capital", "warning", event.id, message)


def _units_not_mixed(story: Story) -> Iterator[Finding]:
    goods: dict[str, dict[str, str]] = {}
    for event in _events(story):
        quantity = event.quantity
        if quantity is not None and quantity.value is not None and quantity.unit is not None and event.goods:
            goods.setdefault(quantity.unit, {}).setdefault(event.goods, event.id)
    for unit, counted in goods.items():
        if len(counted) > 1:
            named = ", ".join(f"{name} ({event})" for name, event in counted.items())
            message = f"{unit!r} counts different things: {named}; their widths would be compared"
            yield Finding("units-not-mixed", "warning", next(iter(counted.values())), message)


def _denial_linked(story: Story) -> Iterator[Finding]:
    for event in _events(story):
        if event.kind == "denial" and not event.of:
            message = "denies something that is not linked; name the events in of, or reject it"
            yield Finding("denial-linked", "warning", event.id, message)


def _claim_two_sides(story: Story) -> Iterator[Finding]:
    claims = [event for event in _events(story) if event.kind == "claim"]
    sides: dict[str, set[str | None]] = {}
    contested: set[str] = set()
    for event in claims:
        for about in event.about:
            contested |= {about} if about not in story.places else set()
            sides.setdefault(about, set()).add(event.actor)
    for event in claims:
        about_places = [about for about in event.about if about in story.places]
        alone = all(len(sides[about]) == 1 for about in about_places)
        if about_places and alone and event.id not in contested and not event.denies:
            message = f"a claim to {', '.join(about_places)} with one side; does the text say who contests it?"
            yield Finding("claim-two-sides", "warning", event.id, message)


def _short(words: str) -> str:
    return repr(words if len(words) <= 60 else f"{words[:57]}…")


_CHECKS: Final[tuple[Callable[[Story], Iterator[Finding]], ...]] = (
    _text_unchanged,
    _quote_matches,
    _ids_resolve,
    _has_evidence,
    _place_in_text,
    _solid_is_fact,
    _alleged_has_speaker,
    _unconfirmed_has_party,
    _legs_join,
    _end_on_capital,
    _units_not_mixed,
    _denial_linked,
    _claim_two_sides,
)
