"""What goes over water: kinds of place that are water, and legs of a route that ships take."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from dateline.story.model import Event, Leg, Story

__all__ = ["WATERS", "is_by_sea", "is_ship"]

WATERS: Final = frozenset(
    {"sea", "strait", "ocean", "gulf", "bay", "lake", "channel", "canal", "river", "sound", "water"}
)
"""Kinds of place that are water."""

_SHIPS: Final = frozenset({"vessel", "vessels", "ship", "ships", "boat", "boats", "fleet", "tanker", "warships"})


def is_by_sea(story: Story, event: Event, part: Event | Leg, /) -> bool:
    """Whether a leg, or a flow, goes over water: a vessel takes it, or a water is named on it."""
    keys = (part.from_, *part.via, part.to)
    return is_ship(story, event) or any(key in story.places and story.places[key].kind in WATERS for key in keys)


def is_ship(story: Story, event: Event, /) -> bool:
    """Whether what moves in an event is a vessel."""
    mover = story.actors.get(event.mover or "")
    return mover is not None and mover.kind in _SHIPS
