"""The table of frames.toml: which verbs and nouns tell of which kind of event, and where its roles stand."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from dateline.reading.text.wordlists import rules

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Frame", "by_noun", "by_verb", "frames"]


@dataclass(frozen=True, slots=True)
class Frame:
    """
    One way of telling of an event.

    Attributes
    ----------
    name, kind
        The table of frames.toml, and the kind of event.
    verbs, nouns
        What tells of it, as lemmas.
    roles
        For each role its slots in order of preference.
    allowed
        Classes of nouns that may fill the role of the mover, goods or actor; empty where any may that can move.
    flags
        What else the table sets.
    """

    name: str
    kind: str
    verbs: frozenset[str]
    nouns: frozenset[str]
    roles: dict[str, tuple[str, ...]]
    allowed: frozenset[str]
    flags: dict[str, str | bool]


@cache
def frames() -> tuple[Frame, ...]:
    """
    The frames, in the order in which they are tried.

    Examples
    --------
    >>> len({trigger for frame in frames() for trigger in frame.verbs | frame.nouns}) > 250
    True
    """
    made = []
    for group in ("claim", "use", "transfer", "motion", "presence"):
        for name, table in rules("frames")[group].items():
            listed = next((table[key] for key in ("movers", "goods", "actors") if key in table), "")
            made.append(
                Frame(
                    name=f"{group}.{name}",
                    kind=table["kind"],
                    verbs=frozenset(table.get("verbs", "").split()),
                    nouns=frozenset(table.get("nouns", "").split()),
                    roles={role: tuple(slots.split()) for role, slots in table["roles"].items()},
                    allowed=frozenset(listed.split()),
                    flags={key: value for key, value in table.items() if isinstance(value, str | bool)},
                )
            )
    order = {
        "motion.caused": 0, "motion.strike": 0, "motion.leave": 1, "motion.reach": 1, "motion.pass": 1,
        "motion.services": 1,
        "presence.placed": 0, "transfer.vehicles": 1, "transfer.bound": 1,
    }  # fmt: skip
    rank = {"claim": 0, "use": 1, "transfer": 2, "motion": 3, "presence": 4}
    made.sort(key=lambda frame: (rank[frame.name.partition(".")[0]], order.get(frame.name, 2)))
    return tuple(made)


@cache
def by_verb() -> dict[str, tuple[Frame, ...]]:
    """For each verb the frames that it tells, in the order in which they are tried."""
    return _by_trigger((verb, frame) for frame in frames() for verb in frame.verbs)


@cache
def by_noun() -> dict[str, tuple[Frame, ...]]:
    """For each noun the frames that it tells, in the order in which they are tried."""
    return _by_trigger((noun, frame) for frame in frames() for noun in frame.nouns)


def _by_trigger(told: Iterable[tuple[str, Frame]]) -> dict[str, tuple[Frame, ...]]:
    made: dict[str, list[Frame]] = {}
    for trigger, frame in told:
        made.setdefault(trigger, []).append(frame)
    return {trigger: tuple(tells) for trigger, tells in made.items()}
