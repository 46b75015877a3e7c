"""Offices whose names are lists: "the Ministry of Agriculture, Land Reform and Rural Development"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.reading.text.sentences import Token
    from dateline.story.model import Span

__all__ = ["office_ending"]

_OFFICES: Final = frozenset("ministry department office directorate committee secretariat bureau".split())
_OF: Final = frozenset(("of", "for"))
_JOINS: Final = frozenset((",", "and", "&"))
_LONGEST: Final = 16  # tokens


def office_ending(run: Sequence[Token], low: Sequence[str], k: int, /) -> Span | None:
    """
    The tokens of an office with a list in its name that ends at a token; None where none does.

    Examples
    --------
    >>> from dateline.reading.text.sentences import tokens
    >>> run = tokens("Tea was sent, the Ministry of Food, Land and Water said.")
    >>> first, last = office_ending(run, [token.low for token in run], 11)
    >>> " ".join(token.text for token in run[first:last])
    'the Ministry of Food , Land and Water'
    """
    joined: list[str] = []
    for n in range(k, max(0, k - _LONGEST), -1):
        if low[n] in _OF and low[n - 1] in _OFFICES and run[n - 1].text[0].isupper():
            is_list = "," in joined and joined[0] in {"and", "&"}
            first = n - 1
            while first and (run[first - 1].text[0].isupper() or low[first - 1] == "the"):
                first -= 1
            return (first, k + 1) if is_list else None
        if low[n] in _JOINS:
            joined.append(low[n])
        elif not run[n].text[0].isupper():
            return None
    return None
