"""What lets through without deciding anything, so that it has come about: "the leak *allowed* oil to flow out"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.reading.hedging.hedge import is_passive
from dateline.reading.hedging.unreached import undergoer
from dateline.reading.text.wordlists import words

if TYPE_CHECKING:
    from dateline.reading.hedging.scopes import Line

__all__ = ["is_let_through"]

_LET: Final = frozenset(("allowed", "permitted"))


def is_let_through(made: Line, n: int) -> bool:
    """Whether a hole, a leak or another fault allowed what follows: nobody has planned it, and it was so."""
    if made.low[n] not in _LET or is_passive(made, n):
        return False
    subject = undergoer(made, n)
    if subject is None:
        return False
    return any(made.low[k].removesuffix("s") in words("status", "faults", "nouns") for k in range(*subject))
