"""Participles that open a sentence: what is planned of their subject is planned of them, too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.reading.hedging.scopes import has_verb
from dateline.reading.text.forms import AUXILIARIES, verb_tags

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.reading.hedging.hedge import Hedge
    from dateline.reading.hedging.scopes import Line

__all__ = ["with_opening"]


def with_opening(made: Line, hedge: Hedge) -> Hedge:
    """A plan with the participle that opens its sentence: "*Making* / *on her first visit* to Chad, Roa will meet"."""
    low = made.low
    is_during = low[0] in {"on", "during"} and low[1:2] != [] and low[1] in _WHOSE
    is_done = low[0] in _NOT_AHEAD or low[1:2] in (["from"], ["by"])
    is_open = is_during or ("VBG" in verb_tags(low[0]) and not is_done)
    if hedge.kind != "planned" or not hedge.strict or not is_open or not hedge.reach:
        return hedge
    comma = next((k for k in range(2, hedge.start) if low[k] == ","), None)
    if comma is None or has_verb(made, comma + 1, _before_auxiliaries(low, hedge.start)):
        return hedge
    if has_verb(made, 1, comma):
        return hedge
    return hedge._replace(reach=((0, comma), *hedge.reach), nouns=((0, comma), *hedge.nouns))


_WHOSE: Final = frozenset(("his", "her", "their", "its"))
_NOT_AHEAD: Final = frozenset("having being following according regarding including citing quoting".split())


def _before_auxiliaries(low: Sequence[str], n: int) -> int:
    """Where the auxiliaries before a word begin: "Roa *is* expected"."""
    while n and low[n - 1] in AUXILIARIES:
        n -= 1
    return n
