"""Numbers in a text, in digits and in words: "16,500", "half a million", "twenty-five", "five to seven thousand"."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from dateline.reading.text.wordlists import rules, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.reading.text.sentences import Token

__all__ = ["HYPHENS", "Number", "cardinals", "is_currency", "is_prefix", "may_start", "measured", "number_at", "units"]

HYPHENS: Final = frozenset("-‐‑–")


@cache
def cardinals() -> dict[str, float]:
    """Number words up to ninety-nine."""
    plain: dict[str, float] = dict(rules("quantities")["numbers"])
    tens = {word: value for word, value in plain.items() if value >= 20}
    ones = {word: value for word, value in plain.items() if 1 <= value <= 9}
    return plain | {f"{t}-{o}": tens[t] + ones[o] for t in tens for o in ones}


@cache
def units() -> dict[str, str]:
    """Units, and what each measures."""
    return {unit: sort for sort, row in rules("quantities")["measures"].items() for unit in row.split()}


@lru_cache(maxsize=4096)
def measured(word: str) -> str | None:
    """
    What a unit measures, given in lower case and by itself or glued to its number.

    Examples
    --------
    >>> measured("km"), measured("200km"), measured("200")
    ('length', 'length', None)
    """
    glued = _DIGITS.fullmatch(word)
    return units().get(word if glued is None else glued[2] or "")


@cache
def _multipliers() -> dict[str, float]:
    return {word: float(scale) for word, scale in rules("quantities")["multipliers"].items()}


@cache
def _starts() -> frozenset[str]:
    return frozenset(cardinals()) | _WORD_STARTS | words("quantities", "vague", "words")


@lru_cache(maxsize=16384)
def may_start(word: str) -> bool:
    """Whether a number may begin with a word, given in lower case: a check that costs little."""
    return word[0].isdigit() or word in _starts()


_GREAT: Final = frozenset(("thousand", "million", "billion", "trillion"))
_WORD_STARTS: Final = frozenset(("half", "dozen", "hundred", "thousand", "million", "billion", "trillion", "quarter"))
_GROUP: Final = 3  # digits between two separators of thousands
_DIGITS: Final = re.compile(r"(\d+(?:[.,]\d+)*)(st|nd|rd|th|%|[a-z]+)?")


class Number(NamedTuple):
    """A number's tokens ``[start, end)``, its value (None for "thousands"), its upper end, and a unit glued to it."""

    start: int
    end: int
    value: float | None
    high: float | None = None
    suffix: str | None = None


def number_at(run: Sequence[Token], low: list[str], n: int) -> Number | None:
    """Read the number or the range that begins at a token."""
    first = _single(low, n)
    if first is None or first.value is None:
        return first
    k = first.end
    joint = low[k] if k < len(low) else ""
    before = low[n - 1] if n else ""
    if is_currency(before) or is_prefix(before):
        before = low[n - 2] if n > 1 else ""
    if joint in HYPHENS and first.suffix is None and low[k + 1 : k + 2] != [] and low[k + 1] in _GREAT:
        return _multiplied(low, n, k + 2, _times(first.value, _multipliers()[low[k + 1]]), None)  # "a $30-million loan"
    opened = before if before in {"between", "from"} else ""
    is_range = joint in {"to", "or"} or joint in HYPHENS or (joint == "and" and opened == "between")
    if not is_range or (joint == "to" and opened == "from" and _tells_a_change(low, n)):
        return first
    k += 1
    if k < len(low) and is_currency(low[k]):
        if not is_currency(low[n - 1] if n else ""):
            return first
        k += 1
    second = _single(low, k) if k < len(low) and may_start(low[k]) else None
    if second is None or second.value is None or first.suffix not in {None, second.suffix}:
        return first
    if joint in HYPHENS and (run[first.end].end != run[second.start].start or _is_score(first, second)):
        return first
    low_value = first.value
    scale = _scale(low, second)
    if scale and low_value < second.value / scale and not _scale(low, first):
        low_value *= scale  # "five to seven million"
    if low_value >= second.value or (low_value < 1 <= second.value):
        return first
    if joint == "or" and second.value - low_value > max(2.0, low_value):
        return first
    return Number(n, second.end, low_value, second.value, second.suffix)


def _single(low: list[str], n: int) -> Number | None:
    """Read one number: digits or words, with the multipliers after it."""
    word = low[n]
    if word in words("quantities", "vague", "words"):
        return _vague(low, n)
    if word == "half":
        return _half(low, n)
    if word == "quarter":
        if low[n + 1 : n + 3] == ["of", "a"] and n and low[n - 1] == "a" and n + 3 < len(low):
            scale = _multiplier(low[n + 3])
            return Number(n - 1, n + 4, 0.25 * scale) if scale else None
        return None
    multipliers = _multipliers()
    if word in _WORD_STARTS:
        begins = n - 1 if n and low[n - 1] in {"a", "an", "one"} else n
        if n and low[n - 1] in {"several", "few", "many"}:
            return Number(n, n + 1, None)
        return _multiplied(low, begins, n + 1, float(multipliers[word]), None)
    if word in cardinals():
        return _spelt(low, n)
    match = _DIGITS.fullmatch(word)
    if match is None:
        return None
    digits, suffix = match.groups()
    if suffix in {"st", "nd", "rd", "th"} or not _is_plain_number(digits):
        return None
    value = float(digits.replace(",", ""))
    if suffix is None and (end := _spaced(low, n)) > n + 1:
        return Number(n, end, float("".join(low[n:end])))
    if suffix in multipliers:
        if n and not (is_currency(low[n - 1]) or is_prefix(low[n - 1])) and suffix in {"m", "b", "k"}:
            return (
                Number(n, n + 1, _times(value, multipliers[suffix]))
                if suffix == "m" and value > 999
                else _loose(n, match)
            )
        return _multiplied(low, n, n + 1, _times(value, multipliers[suffix]), None)
    if suffix and suffix not in units():
        return None
    return _multiplied(low, n, n + 1, value, suffix) if suffix is None else Number(n, n + 1, value, None, suffix)


def _spaced(low: list[str], n: int) -> int:
    """Where a number ends whose thousands are parted by spaces: "200 000", not "June 21 300 people"."""
    end = n + 1
    if len(low[n]) <= _GROUP and not (n and low[n - 1] in rules("times")["months"]):
        while end < len(low) and len(low[end]) == _GROUP and low[end].isdigit() and low[n].isdigit():
            end += 1
    return end


def _loose(n: int, match: re.Match[str]) -> Number:
    """Read "5m" without a currency as five million and "5k" as five thousand, as headlines do."""
    return Number(n, n + 1, _times(float(match[1].replace(",", "")), _multipliers()[match[2]]))


def _is_plain_number(digits: str) -> bool:
    """Whether separators stand where a number has them: 1,200 and 3.5, not 1.2.3 or 3,4."""
    return re.fullmatch(r"\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?|\d+(?:\.\d+)?", digits) is not None


def _vague(low: list[str], n: int) -> Number | None:
    """Read "thousands", "tens of thousands"; "tens" alone and scores of a game are none."""
    end = n + 1
    while low[end : end + 1] == ["of"] and end + 1 < len(low) and low[end + 1] in words("quantities", "vague", "words"):
        end += 2
    if low[n] in {"tens", "scores"} and end == n + 1 and (low[n] == "tens" or low[end : end + 1] != ["of"]):
        return None
    return Number(n, end, None)


def _half(low: list[str], n: int) -> Number | None:
    """Read "half a million", "half a dozen"."""
    end = n + 2 if low[n + 1 : n + 2] in (["a"], ["an"]) else n + 1
    scale = _multiplier(low[end]) if end < len(low) else None
    return Number(n, end + 1, 0.5 * scale) if scale and scale >= 12 else None


def _spelt(low: list[str], n: int) -> Number | None:
    """Read "three", "two and a half", "three hundred and fifty thousand"."""
    total = 0.0
    group = cardinals()[low[n]]
    end = n + 1
    while end < len(low):
        word = low[end]
        if word in {"hundred", "thousand", "million", "billion", "trillion", "dozen"}:
            scale = _multipliers()[word]
            if scale >= 1000:
                total, group = total + group * scale, 0.0
            else:
                group *= scale
            end += 1
        elif word == "and" and low[end + 1 : end + 3] == ["a", "half"]:
            group += 0.5
            end += 3
        elif word == "and" and group >= 100 and end + 1 < len(low) and cardinals().get(low[end + 1], 100) < 100:
            group += cardinals()[low[end + 1]]
            end += 2
        elif word in cardinals() and (group % 100 == 0) and (group or total) and end > n + 1:
            group += cardinals()[word]
            end += 1
        else:
            break
    return Number(n, end, total + group)


def _times(value: float, scale: float) -> float:
    """So many thousands or millions: 4.1 million is 4,100,000, and not a billionth less."""
    return round(value * scale, 3)


def _multiplied(low: list[str], start: int, end: int, value: float, suffix: str | None) -> Number:
    while end < len(low) and (scale := _multiplier(low[end])) and low[end] in _multipliers():
        if len(low[end]) == 1:  # "16 m wide" is metres
            break
        value = _times(value, scale)
        end += 1
    return Number(start, end, value, None, suffix)


def _multiplier(word: str) -> float | None:
    scale = _multipliers().get(word)
    return None if scale is None else float(scale)


def _scale(low: list[str], number: Number) -> float | None:
    """The multiplier that a number ends with: "three *hundred*"."""
    last = low[number.end - 1]
    match = re.fullmatch(r"[\d.,]+([a-z]+)", last)
    scale = _multiplier(match[1] if match else last)
    return scale if scale and scale >= 12 else None


def _tells_a_change(low: list[str], n: int) -> bool:
    """Whether "from" stands after a verb of rising or falling: then "from 200 to 300" are two numbers."""
    return any(word in words("quantities", "not_quantities", "changes") for word in low[max(0, n - 8) : n])


def _is_score(first: Number, second: Number) -> bool:
    """Whether "3-1" is the score of a game, or "24-7" no number at all: the second is not the greater."""
    return first.value is None or second.value is None or second.value <= first.value


def is_currency(word: str) -> bool:
    """Whether a word is a sign of money, alone or after letters ("$", "US$")."""
    return bool(word) and word[-1] in rules("quantities")["currencies"]["signs"]


def is_prefix(word: str) -> bool:
    """Whether a word is a code of money that stands before its number, given in lower case."""
    return word in {"usd", "eur", "gbp", "cad", "aud"}
