"""What carriers offer, which is there already: "*offers* flights to Oslo", "a *direct* flight"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.reading.hedging.hedge import is_passive
from dateline.reading.text.forms import forms_of
from dateline.reading.text.wordlists import words

if TYPE_CHECKING:
    from dateline.reading.hedging.scopes import Line

__all__ = ["is_on_offer"]

_NEAR_LINE: Final = 6  # words
_STOPS_LINE: Final = frozenset(("to", "for", "from", "that", ",", "him", "her", "them"))


def is_on_offer(made: Line, n: int) -> bool:
    """Whether flights that are on offer or direct are meant, no wish and no order."""
    low = made.low
    lines = words("status", "lines", "nouns")
    if low[n] == "direct":
        return not lines.isdisjoint(low[n + 1 : n + _NEAR_LINE])
    if low[n] not in forms_of("offer") or is_passive(made, n):
        return False
    behind = (k for k in range(n + 1, min(n + _NEAR_LINE, len(low))) if low[k] in lines)
    at = next(behind, None)
    return at is not None and _STOPS_LINE.isdisjoint(low[n + 1 : at]) and low[n - 1] != "to"
