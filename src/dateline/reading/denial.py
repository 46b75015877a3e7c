"""A denial as it is read: who denies what, in which words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from dateline.reading.hedging.scopes import Line, Reach
    from dateline.story.model import Span

__all__ = ["POINTS", "Denial", "Read", "heads"]

POINTS: Final = frozenset(("it", "this", "that", "them", "these", "which", "so", "something", "one"))


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
        Lemmas of what is denied; empty where a word points back.
    is_of_saying
        Whether a report or an accusation is denied, and so what it tells.
    sentence
        The number of its sentence.
    hangs
        Whether it hangs on what its own sentence tells: "…, a charge that Chad denies".
    owner
        The span of those whose saying is denied: "rejected *the group's* account"; None where it names nobody.
    """

    who: tuple[Span, ...]
    at: Span
    verb: Span
    of: Span
    words: frozenset[str]
    is_of_saying: bool
    sentence: int
    hangs: bool = False
    owner: Span | None = None


class Read(NamedTuple):
    """A verb of denying: who denies, what, and the tokens of the whole."""

    who: tuple[Reach, ...]
    of: Reach
    at: Reach


def heads(made: Line, start: int, end: int) -> set[str]:
    """The words of the first noun phrase of an object."""
    stop = next((j for j in range(start, end) if made.low[j] in {"that", "of", "to", "in", "by", "from", "for"}), end)
    return set(made.low[start:stop])
