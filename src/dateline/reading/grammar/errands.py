"""Verbs of a schedule that may be nouns: "will open a school, *visit* Bonn and meet Roa", "fans *heading* home"."""

from __future__ import annotations

from typing import Final

from dateline.reading.text.forms import lemmas, verb_tags
from dateline.reading.text.wordlists import words as listed

__all__ = ["heads_away", "is_next_errand"]


def heads_away(low: list[str], n: int, /) -> bool:
    """
    Whether where one goes stands behind a word: "fans heading home to Lima", not "the meeting back in Lima".

    Examples
    --------
    >>> heads_away("fans heading home to lima".split(), 1), heads_away("a meeting back in lima".split(), 1)
    (True, False)
    """
    return low[n + 1 : n + 2] != [] and low[n + 1] in _AWAY and low[n + 2 : n + 3] in _GOALS


_AWAY: Final = frozenset("out off back home away north south east west overnight".split())
_GOALS: Final = (["to"], ["from"], ["for"], ["into"])


def is_next_errand(low: list[str], n: int, /) -> bool:
    """
    Whether a word behind a comma is one more thing that somebody will do, with another behind "and".

    Parameters
    ----------
    low
        The words of the sentence, in lower case.
    n
        The number of the word.

    Examples
    --------
    >>> is_next_errand("he will open a school , visit bonn and meet roa .".split(), 6)
    True
    >>> is_next_errand("he will meet the head , guard leo and forward roa .".split(), 6)
    False
    """
    if low[n] not in _ERRANDS and low[n] not in listed("frames", "travels", "verbs"):
        return False
    begun = next((k for k in range(n - 1, max(-1, n - _LONGEST), -1) if low[k] in _GOVERNS), None)
    if begun is None or any(word in _ANEW for word in low[begun:n]):
        return False
    return any(
        low[k] == "and" and not verb_tags(low[k + 1]).isdisjoint(("VB",)) and lemmas(low[k + 1]).get("VERB")
        for k in range(n + 1, min(len(low) - 1, n + _LONGEST))
        if low[k] not in _ANEW
    )


_ERRANDS: Final = frozenset("visit tour meet attend open address host stop".split())
_GOVERNS: Final = frozenset("will would can could may might shall should must to".split())
_ANEW: Final = frozenset((".", ";", "that", "which", "who", "whose", "when", "where", "because", "if"))
_LONGEST: Final = 25  # words of a schedule
