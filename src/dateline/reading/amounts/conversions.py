"""Conversions: what an amount comes to in other money or measures, told in brackets behind it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from dateline.reading.amounts.numbers import is_currency, is_prefix, units
from dateline.reading.text.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.reading.text.sentences import Token

__all__ = ["without_conversions"]

_LONGEST: Final = 8  # tokens from the one bracket to the other
_NEAR: Final = 4  # tokens before a bracket in which the amount must begin
_ROUND: Final = frozenset("about around some nearly almost over roughly approximately more less than or".split())
_GREAT: Final = frozenset("million billion trillion thousand m bn mn tn k".split())


@cache
def _measures() -> frozenset[str]:
    """Words of money and of measures."""
    return frozenset(units()) | words("quantities", "currencies", "words")


def without_conversions(run: Sequence[Token], /) -> Sequence[Token]:
    """
    A sentence without what its amounts come to in other money or measures.

    Examples
    --------
    >>> from dateline.reading.text.sentences import tokens
    >>> " ".join(token.text for token in without_conversions(tokens("They had 9 tons (8 tonnes) of rice (and tea).")))
    'They had 9 tons of rice ( and tea ) .'
    """
    kept: list[Token] = []
    n = 0
    while n < len(run):
        last = _end_of_conversion(run, n) if run[n].text == "(" else n
        if last == n:
            kept.append(run[n])
        n = last + 1
    return kept if len(kept) < len(run) else run


def _end_of_conversion(run: Sequence[Token], n: int) -> int:
    """The closing bracket of a conversion that a bracket opens; the bracket itself where it opens none."""
    last = next((k for k in range(n + 2, min(n + _LONGEST, len(run))) if run[k].text == ")"), n)
    inside = [token.low for token in run[n + 1 : last]]
    is_money = [is_currency(word) or is_prefix(word) or word in _measures() for word in inside]
    is_number = [word[0].isdigit() for word in inside]
    fits = all(
        money or number or word in _GREAT or word in _ROUND
        for word, money, number in zip(inside, is_money, is_number, strict=True)
    )
    measured = any(token.low[0].isdigit() for token in run[max(0, n - _NEAR) : n])
    return last if measured and fits and any(is_money) and any(is_number) else n
