"""A new draft over an edited story: what a person did stays."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from dateline.story.ids import part_ids
from dateline.story.steps import steps

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dateline.story.model import Article, Event, Measure, Mention, Span, Step, Story

__all__ = ["redraft"]

_T = TypeVar("_T")
_SHARE = 0.5  # of the shorter evidence that two events must share to be the same event


def redraft(new: Story, old: Story, /) -> Story:
    """
    Bring a person's work on ``old`` into ``new``, a fresh draft of the same article or of a later version of it.

    Events that were accepted, edited, rejected or added stay as they are, and the draft's own reading of the same
    words gives way to them; all other events come from the new draft. The same holds for places and mentions. Steps
    stay when a person wrote them; corrections always stay. Where the text has changed, quotes are looked up in it
    anew; one that is gone keeps its old offsets, and the lint names it.

    Examples
    --------
    >>> from dateline.story.model import Article, Event, Evidence, Story
    >>> drafted = Event(id="e1", kind="flow", goods="grain", evidence=(Evidence("Grain moves", (0, 11)),))
    >>> rejected = Event(id="e1", kind="flow", evidence=(Evidence("Grain moves", (0, 11)),), review="rejected")
    >>> new = Story(article=Article(), events=(drafted,), text="Grain moves.")
    >>> old = Story(article=Article(), events=(rejected,), text="Grain moves.")
    >>> [event.review for event in redraft(new, old).events]
    ['rejected']
    """
    if not old.text and old.article.sha256 is not None and old.article.sha256 == new.article.sha256:
        old = replace(old, text=new.text, article=replace(old.article, sentences=new.article.sentences))
    persons = _steps_are_a_persons(old)
    if old.text != new.text:
        old = _moved(old, new.text)
    kept = [event for event in old.events if event.review != "auto"]
    fresh = [event for event in new.events if not any(_is_same(event, other) for other in kept)]
    events = _in_order([*kept, *_named_apart(fresh, kept, old.events)])
    parties = _parties(events)
    story = replace(
        new,
        article=_article(new.article, old.article),
        places=_merged(new.places, old.places, parties),
        actors=_merged(new.actors, old.actors, parties),
        mentions=_mentions(new.mentions, old.mentions),
        events=tuple(events),
        measures=_measures(new.measures, old.measures),
        corrections=old.corrections,
    )
    return replace(story, steps=_told(old.steps, story) if persons else steps(story))


def _measures(new: tuple[Measure, ...], old: tuple[Measure, ...]) -> tuple[Measure, ...]:
    """Keep what a person did with a claim, where the same words are claimed anew."""
    kept = {one.quote: one for one in old if one.review != "auto"}
    return tuple(replace(kept[one.quote], id=one.id, at=one.at) if one.quote in kept else one for one in new)


def _steps_are_a_persons(story: Story) -> bool:
    """Whether the telling differs from the one that would be made from the events; without the text, by its outline."""
    made = steps(replace(story, steps=()))
    if story.text:
        return bool(story.steps) and story.steps != made
    return bool(story.steps) and [(s.title, s.show) for s in story.steps] != [(s.title, s.show) for s in made]


def _spans(event: Event) -> list[Span]:
    return [evidence.at for part in event.parts for evidence in part.evidence]


def _is_same(one: Event, other: Event) -> bool:
    """Whether two events of one kind rest on largely the same words."""
    if one.kind != other.kind:
        return False
    for start, end in _spans(one):
        for s, e in _spans(other):
            shared = min(end, e) - max(start, s)
            if shared > 0 and shared >= _SHARE * min(end - start, e - s):
                return True
    return False


def _named_apart(fresh: list[Event], kept: list[Event], old: Iterable[Event]) -> list[Event]:
    """Give fresh events ids that no kept one has; an event that was there before keeps the id it had."""
    taken = {event.id for event in kept} | {leg.id for event in kept for leg in event.legs}
    before = [event for event in old if event.review == "auto"]
    named: list[Event] = []
    for event in fresh:
        past = next((o.id for o in before if o.id not in taken and _is_same(o, event)), None)
        wished = past or event.id
        number = 1
        while wished in taken:
            wished = f"e{number}"
            number += 1
        taken.add(wished)
        named.append(_renamed(event, wished))
    return named


def _renamed(event: Event, name: str) -> Event:
    if event.id == name:
        return event
    legs = {leg.id: name + leg.id.removeprefix(event.id) for leg in event.legs}
    renamed = tuple(
        replace(leg, id=legs[leg.id], alternative_of=legs.get(leg.alternative_of or "", leg.alternative_of))
        for leg in event.legs
    )
    return replace(event, id=name, legs=renamed)


def _in_order(events: list[Event]) -> list[Event]:
    """In the order of the text; what has no words stays at the end."""
    return sorted(events, key=lambda event: min((start for start, _ in _spans(event)), default=1 << 60))


def _parties(events: Iterable[Event]) -> set[str]:
    """Ids of places and actors that the events name."""
    found: set[str] = set()
    for event in events:
        for part in event.parts:
            for name in ("from_", "to", "place", "mover", "actor", "agent"):
                found.add(getattr(part, name, None) or "")
            found |= set(part.via)
            found |= {statement.who for statement in (*part.says, *part.denies)}
        found |= {*event.also_from, *event.also_to, *event.also_place, *event.about, *event.of}
    return found


def _merged(new: Mapping[str, _T], old: Mapping[str, _T], used: set[str]) -> dict[str, _T]:
    merged = dict(new)
    for key, value in old.items():
        if getattr(value, "review", "auto") != "auto" or (key in used and key not in merged):
            merged[key] = value
    return merged


def _mentions(new: tuple[Mention, ...], old: tuple[Mention, ...]) -> tuple[Mention, ...]:
    kept = {mention.at: mention for mention in old if mention.review != "auto"}
    merged = [mention for mention in new if mention.at not in kept]
    return tuple(sorted([*merged, *kept.values()], key=lambda mention: mention.at))


def _article(new: Article, old: Article) -> Article:
    given = {name: getattr(old, name) for name in ("title", "author", "publisher", "published", "dateline")}
    return replace(new, **{name: value for name, value in given.items() if value is not None})


def _told(told: tuple[Step, ...], story: Story) -> tuple[Step, ...]:
    """Keep a person's steps; what they showed that is gone is left out."""
    known = part_ids(story)
    return tuple(
        replace(
            step,
            show=tuple(key for key in step.show if key in known),
            focus=tuple(key for key in step.focus if key in story.places),
        )
        for step in told
    )


def _moved(story: Story, text: str) -> Story:
    """Look every quote up in another text; what is found once, or nearest to where it was, moves there."""

    def move(value: _T) -> _T:
        if isinstance(value, tuple):
            return tuple(move(item) for item in value)  # type: ignore[return-value]
        if not is_dataclass(value) or isinstance(value, type):
            return value
        changes = {field.name: move(getattr(value, field.name)) for field in fields(value)}
        words, at = changes.get("quote", changes.get("text")), changes.get("at")
        if isinstance(words, str) and words and at is not None:
            places = [match.start() for match in re.finditer(re.escape(words), text)]
            if places:
                start = min(places, key=lambda place: abs(place - at[0]))
                changes["at"] = (start, start + len(words))
        return replace(value, **changes)

    return replace(
        story,
        events=tuple(move(event) for event in story.events),
        mentions=tuple(move(m) for m in story.mentions),
        text=text,
    )
