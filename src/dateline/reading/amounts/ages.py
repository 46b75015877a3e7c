"""Which numbers are somebody's age."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.reading.amounts.numbers import Number
    from dateline.reading.text.sentences import Token

__all__ = ["is_age"]


def is_age(words: Sequence[Token], low: list[str], number: Number) -> bool:
    """Whether a number is somebody's age: "Ana Lopes, 34,", "a 47-year-old", "aged 5"."""
    n, end = number.start, number.end
    value = number.value
    if value is None:
        return False
    if (
        low[end : end + 1] in (["-"], ["‐"], ["‑"])
        and end + 1 < len(low)
        and low[end + 1].startswith(("year", "month"))
    ):
        return True
    if low[end : end + 1] == ["or"] and low[end + 1 : end + 2] in (["older"], ["younger"]):
        return True
    if value > 120 or number.end != n + 1:
        return False
    closes = low[end] in {",", ".", ")", ";", "–", "—"} if end < len(low) else True
    if n > 1 and low[n - 1] in {",", "("} and closes and words[n - 2].text[0].isalpha() and low[n][0].isdigit():
        return words[n - 2].text[0].isupper() or low[n - 1] == "("
    return n > 0 and low[n - 1] in {"aged", "age", "turned"}
