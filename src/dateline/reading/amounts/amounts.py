"""Lengths and areas in a text: a number with a unit, in km or square km, and the words that hedge it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from dateline.reading.amounts.numbers import cardinals, may_start, number_at
from dateline.reading.text.sentences import tokens
from dateline.reading.text.wordlists import rules
from dateline.story.model import Quantity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.reading.text.sentences import Sentence
    from dateline.story.model import Bound

__all__ = ["Amount", "amounts", "converts", "has_unit"]


@dataclass(frozen=True, slots=True)
class Amount:
    """A number of km or square km with its words."""

    quantity: Quantity
    scale: float
    is_area: bool
    start: int  # of the words with the hedge
    end: int


def converts(text: str, before: Amount, amount: Amount) -> bool:
    """Whether an amount says the one before it again in another unit: "110 miles (177 km)"."""
    gap = text[before.end : amount.start]
    return re.fullmatch(r"[-\s]*(?:wide|long)?\s*[(/]\s*|\s+or\s+", gap) is not None


def has_unit(text: str) -> bool:
    """
    Whether a text has a word that a unit of length or area begins with; most sentences have none.

    Examples
    --------
    >>> has_unit("The 40km road"), has_unit("The long road")
    (True, False)
    """
    low = text.lower()
    return any(word in low and _stands_alone(low, word) for word in _unit_words())


def _stands_alone(low: str, word: str) -> bool:
    """Whether a word stands somewhere with no letter before or behind it."""
    at = low.find(word)
    while at >= 0:
        end = at + len(word)
        if not low[at - 1 : at].isalpha() and not low[end : end + 1].isalpha():
            return True
        at = low.find(word, end)
    return False


def amounts(text: str, sentence: Sentence) -> Iterator[Amount]:
    """Find the lengths and areas of a sentence."""
    if not has_unit(text[sentence.start : sentence.end]):
        return
    words = tokens(text, sentence.start, sentence.end)
    low = [word.low for word in words]
    n = 0
    while n < len(words):
        number, tail = (number_at(words, low, n), 0) if may_start(low[n]) else (None, 0)
        value, high = (number.value, number.high) if number else (None, None)
        if low[n] in {"a", "one"} and low[n + 1 : n + 2] in (["hundred"], ["thousand"]):
            value, high, tail = {"hundred": 100.0, "thousand": 1000.0}[low[n + 1]], None, n + 2
        hyphened = re.match(r"(\d[\d,]*(?:\.\d+)?|[a-z]+)-", low[n]) if value is None else None
        if hyphened and (hyphened[1][0].isdigit() or hyphened[1] in cardinals()):
            one = hyphened[1].replace(",", "")
            value = cardinals()[one] if one in cardinals() else float(one)
            after = words[n].start + hyphened.end() - 1
        elif value is not None:
            tail = tail or (number.end if number else n + 1)
            after = words[tail - 1].end
        else:
            n += 1
            continue
        unit = _unit_pattern().match(text, after, sentence.end)
        if unit is not None:
            name = re.sub(r"[-\s]+", " ", unit["unit"].lower())
            scale, is_area = _scales()[name]
            start, bound = _hedged(text, sentence.start, words[n].start)
            if high is not None:
                bound = "between"
            quantity = Quantity(value, high, bound, name, (start, unit.end("unit")))
            yield Amount(quantity, scale, is_area, start, unit.end("unit"))
        n = max(tail, n + 1)


def _hedged(text: str, first: int, start: int) -> tuple[int, Bound | None]:
    """Take the words of a hedge before a number along."""
    match = _bound_pattern().search(text, max(first, start - 40), start)
    if match is None:
        return start, None
    return match.start("words"), _bounds()[re.sub(r"\s+", " ", match["words"].lower())]


@cache
def _bounds() -> dict[str, Bound]:
    return {
        phrase.strip().replace("\n", " "): bound
        for bound, phrases in rules("quantities")["bounds"].items()
        for phrase in phrases.split(";")
        if phrase.strip()
    }


@cache
def _bound_pattern() -> re.Pattern[str]:
    phrases = sorted(_bounds(), key=len, reverse=True)
    words = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in phrases)
    # endpos ends the pattern: the number begins there.
    return re.compile(rf"\b(?P<words>{words})\s+$", re.IGNORECASE)


@cache
def _scales() -> dict[str, tuple[float, bool]]:
    """Units with how many km, or square km, one is."""
    table: dict[str, dict[str, float]] = rules("measures")
    lengths = {unit: (scale, False) for unit, scale in table["length_km"].items()}
    return lengths | {unit: (scale, True) for unit, scale in table["area_km2"].items()}


_LETTERS: Final = re.compile(r"[^\W\d_]+")


@cache
def _unit_words() -> frozenset[str]:
    """The letters that units begin with."""
    return frozenset(_LETTERS.findall(unit)[0] for unit in _scales())


@cache
def _unit_pattern() -> re.Pattern[str]:
    units = sorted(_scales(), key=len, reverse=True)
    words = "|".join(re.escape(unit).replace(r"\ ", r"[-\s]+") for unit in units)
    return re.compile(rf"[-\s]*(?P<unit>{words})\b", re.IGNORECASE)
