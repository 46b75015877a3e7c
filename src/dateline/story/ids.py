"""Where a story's parts name each other, and which of those names lead nowhere."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.story.model import Event, Leg, Story

__all__ = ["Dangling", "dangling", "did_you_mean", "part_ids"]

_ENDS = ("from_", "to", "via", "mover", "actor", "agent", "place")


@dataclass(frozen=True, slots=True)
class Dangling:
    """
    A name that leads nowhere.

    Attributes
    ----------
    path
        Keys and positions from the top of the document, as in the file (``("events", 3, "to")``).
    where
        The same for people (``events[e4].to``).
    message
        What is wrong with which value, and the way out.
    """

    path: tuple[str | int, ...]
    where: str
    message: str


def did_you_mean(value: str, known: Iterator[str] | list[str]) -> str:
    """Return ``; did you mean 'x'?`` for the nearest known word, or nothing."""
    near = get_close_matches(value, list(known), n=1, cutoff=0.6)
    return f"; did you mean {near[0]!r}?" if near else ""


def part_ids(story: Story) -> dict[str, tuple[str, ...]]:
    """For each event and leg id, the ids of what is drawn for it: itself, or for a route its legs."""
    ids: dict[str, tuple[str, ...]] = {}
    for event in story.events:
        legs = tuple(leg.id for leg in event.legs)
        ids[event.id] = legs or (event.id,)
        ids |= {leg: (leg,) for leg in legs}
    return ids


def dangling(story: Story) -> tuple[Dangling, ...]:
    """
    List every id that is given twice, and every reference that no place, actor, event or leg answers to.

    Examples
    --------
    >>> from dateline.story.model import Article, Event, Story
    >>> story = Story(article=Article(), events=(Event(id="e1", kind="flow", from_="manilla"),))
    >>> [fault.message for fault in dangling(story)]
    ["'manilla' is no place or actor of this story"]
    """
    return tuple(_twice(story)) + tuple(_references(story))


def _twice(story: Story) -> Iterator[Dangling]:
    ids = Counter([event.id for event in story.events] + [leg.id for event in story.events for leg in event.legs])
    for n, event in enumerate(story.events):
        if ids[event.id] > 1:
            yield Dangling(
                ("events", n, "id"), f"events[{event.id}].id", f"{event.id!r} is given twice; ids must differ"
            )
        for m, leg in enumerate(event.legs):
            if ids[leg.id] > 1:
                where = f"events[{event.id}].legs[{leg.id}].id"
                yield Dangling(("events", n, "legs", m, "id"), where, f"{leg.id!r} is given twice; ids must differ")


def _references(story: Story) -> Iterator[Dangling]:
    parties = [*story.places, *story.actors]
    ids = list(part_ids(story))

    def missing(path: tuple[str | int, ...], where: str, value: str, known: list[str], what: str) -> Iterator[Dangling]:
        if value not in known:
            yield Dangling(path, where, f"{value!r} is no {what} of this story{did_you_mean(value, known)}")

    for n, event in enumerate(story.events):
        for part, path, where in _parts(event, n):
            for name in _ENDS:
                for value, at in _values(part, name):
                    key = name.rstrip("_")
                    yield from missing((*path, key, *at), f"{where}.{key}", value, parties, "place or actor")
            for name in ("says", "denies"):
                for m, statement in enumerate(getattr(part, name)):
                    place = (*path, name, m, "who")
                    yield from missing(place, f"{where}.{name}[{m}].who", statement.who, parties, "actor or place")
        for name in ("about", "of"):
            for value, at in _values(event, name):
                if value == event.id:
                    yield Dangling(
                        ("events", n, name, *at), f"events[{event.id}].{name}", f"{value!r} points at itself"
                    )
                else:
                    yield from missing(
                        ("events", n, name, *at),
                        f"events[{event.id}].{name}",
                        value,
                        parties + ids,
                        "event, place or actor",
                    )
        legs = [leg.id for leg in event.legs]
        for m, leg in enumerate(event.legs):
            if leg.alternative_of is not None:
                others = [other for other in legs if other != leg.id]
                where = f"events[{event.id}].legs[{leg.id}].alternative_of"
                place = ("events", n, "legs", m, "alternative_of")
                yield from missing(place, where, leg.alternative_of, others, f"other leg of {event.id}, and so none")
    for n, mention in enumerate(story.mentions):
        if mention.place is not None:
            where = f"mentions[{n}].place"
            yield from missing(("mentions", n, "place"), where, mention.place, list(story.places), "place")
        if mention.stands_for is not None:
            where = f"mentions[{n}].stands_for"
            yield from missing(("mentions", n, "stands_for"), where, mention.stands_for, parties, "actor")
    if story.article.dateline is not None:
        yield from missing(
            ("article", "dateline"), "article.dateline", story.article.dateline, list(story.places), "place"
        )
    for n, measure in enumerate(story.measures):
        for m, value in enumerate(measure.of):
            where = f"measures[{measure.id}].of"
            yield from missing(("measures", n, "of", m), where, value, list(story.places), "place")
    for n, step in enumerate(story.steps):
        for m, value in enumerate(step.show):
            yield from missing(("steps", n, "show", m), f"steps[{n}].show", value, ids, "event or leg")
        for m, value in enumerate(step.focus):
            yield from missing(("steps", n, "focus", m), f"steps[{n}].focus", value, list(story.places), "place")
    for n, correction in enumerate(story.corrections):
        yield from missing(
            ("corrections", n, "of"), f"corrections[{n}].of", correction.of, ids + parties, "event or leg"
        )


def _parts(event: Event, n: int) -> Iterator[tuple[Event | Leg, tuple[str | int, ...], str]]:
    yield event, ("events", n), f"events[{event.id}]"
    for m, leg in enumerate(event.legs):
        yield leg, ("events", n, "legs", m), f"events[{event.id}].legs[{leg.id}]"


def _values(part: Event | Leg, name: str) -> Iterator[tuple[str, tuple[int, ...]]]:
    value = getattr(part, name, None)
    if also := getattr(part, f"also_{name.rstrip('_')}", ()):
        value = (value, *also)
    if isinstance(value, str):
        yield value, ()
    elif value:
        yield from ((one, (m,)) for m, one in enumerate(value))
