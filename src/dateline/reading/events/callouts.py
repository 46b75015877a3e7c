"""Ambulances and fire engines that are sent to a crash or a fire: they come to help, and nobody gets them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.reading.events.fillers import answers_calls
from dateline.reading.events.slots import argument, preps_of

if TYPE_CHECKING:
    from dateline.reading.events.reading import Reading
    from dateline.reading.grammar.syntax import Predicate

__all__ = ["is_called_out"]

_SENDS: Final = frozenset(("send", "dispatch", "despatch"))
_SERVICES: Final = frozenset("we they police service brigade department trust dispatcher".split())


def is_called_out(here: Reading, predicate: Predicate, number: int) -> bool:
    """Whether what is sent comes to help: "*two ambulances* were sent to a crash", no "Oman sent *ambulances*"."""
    by = argument(predicate, "subj")
    is_theirs = not by or here.lemma(by[-1]) in _SERVICES
    return (
        predicate.lemma in _SENDS
        and is_theirs
        and answers_calls(here, number)
        and not preps_of(here, predicate, ["from"])
    )
