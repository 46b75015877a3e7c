"""Amounts in a text: numbers as they are hedged, with what they count; the words are in quantities.toml."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from dateline.reading.amounts.ages import is_age
from dateline.reading.amounts.numbers import (
    HYPHENS,
    Number,
    cardinals,
    is_currency,
    is_prefix,
    may_start,
    number_at,
    units,
)
from dateline.reading.text.wordlists import phrases_by_first, phrases_by_last
from dateline.reading.text.wordlists import words as listed
from dateline.story.model import Quantity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.reading.text.sentences import Token
    from dateline.story.model import Bound, Span

__all__ = ["Amount", "Sort", "quantities"]

Sort = Literal["count", "mass", "volume", "energy", "packing", "money", "area"]


@dataclass(frozen=True, slots=True)
class Amount:
    """
    A number as the text hedges it, and what it is a number of.

    Attributes
    ----------
    quantity
        Value, bound and unit, with the span of the words from the hedge to the unit.
    sort
        ``count`` for things counted, ``money``, or what the unit measures.
    number
        The span of the number alone.
    noun
        The span of the unit or the counted noun; None where the text has the number alone ("some 20,000 fled").
    of
        Where the words after "of" begin ("9,000 sacks of rice"), or None: the goods of a unit.
    definite
        Whether the noun points back ("65 of those missiles").
    """

    quantity: Quantity
    sort: Sort
    number: Span
    noun: Span | None = None
    of: int | None = None
    definite: bool = False

    @property
    def span(self) -> Span:
        """The span of all its words."""
        assert self.quantity.at is not None  # noqa: S101
        return self.quantity.at


def quantities(words: Sequence[Token], /) -> list[Amount]:
    """
    Find the amounts in the words of a sentence, in order.

    Numbers that count nothing that could move are none: dates, times, ages, models, road and house numbers, scores,
    percentages, distances, durations.

    Examples
    --------
    >>> from dateline.reading.text.sentences import tokens
    >>> found = quantities(tokens("At least 4,000 crates of tea and half a million chairs went by Airbus 320."))
    >>> [(a.quantity.value, a.quantity.bound, a.quantity.unit) for a in found]
    [(4000.0, 'at-least', 'crates'), (500000.0, None, 'chairs')]
    """
    low = [word.low for word in words]
    found: list[Amount] = []
    n = 0
    while n < len(words):
        if not may_start(low[n]):
            n += 1
            continue
        number = number_at(words, low, n)
        if number is None:
            n += 1
            continue
        n = number.end
        amount = _amount(words, low, number)
        if amount is not None:
            found.append(amount)
            while n < len(words) and amount.definite and words[n].start < amount.span[1]:
                n += 1  # "four of the ten boats" is four
    return found


# ------------------------------------------------------------------------------------------- what they are of


def _amount(words: Sequence[Token], low: list[str], number: Number) -> Amount | None:
    """Put bound, number and unit together; None where the number counts nothing."""
    first = number.start
    money = None
    if first and (is_currency(low[first - 1]) or is_prefix(low[first - 1])):
        first -= 1
        money = words[first].text
        if (
            first
            and low[first - 1] in listed("quantities", "currencies", "prefixes")
            and words[first - 1].end == words[first].start
        ):
            first -= 1
    elif _is_label(words, low, number) or _is_date_or_time(words, low, number) or is_age(words, low, number):
        return None
    bound, first = _bound_before(low, first)
    if number.high is not None:
        if first and low[first - 1] in {"between", "from"}:
            first -= 1
        bound = "between"
    after = _bound_after(low, number.end) if bound is None else None
    hedged = bound is not None or after is not None
    made = _money(words, low, number, money) if money else _unit(words, low, number, hedged=hedged)
    if made is None or (number.value == 1 and number.high is None and made.sort == "count"):
        return None
    if after is not None:
        bound = after[0]
        made = made._replace(end=max(made.end, after[1]))
    quantity = Quantity(
        value=number.value,
        high=number.high,
        bound=bound,
        unit=made.unit,
        at=(words[first].start, words[made.end - 1].end),
    )
    return Amount(
        quantity=quantity,
        sort=made.sort,
        number=(words[number.start].start, words[number.end - 1].end),
        noun=None if made.noun is None else (words[made.noun].start, words[made.noun_end - 1].end),
        of=made.of,
        definite=made.definite,
    )


_MOVABLE: Final = frozenset(("count", "mass", "volume", "energy", "packing", "money", "area"))


class _Unit(NamedTuple):
    """A unit or counted noun: its words, what it measures, its tokens, and where the amount's words end."""

    unit: str | None
    sort: Sort
    end: int
    noun: int | None = None
    noun_end: int = 0
    of: int | None = None
    definite: bool = False


def _money(words: Sequence[Token], low: list[str], number: Number, sign: str) -> _Unit | None:
    end = number.end
    if end < len(low) and low[end] in listed("quantities", "currencies", "words"):
        end += 1
    of = None
    for opener in (("worth", "of"), ("of",), ("in",)):
        k = end + len(opener)
        if tuple(low[end:k]) == opener and k < len(words) and words[k].text[0].islower():
            of = words[k].start
            break
    return _Unit(sign, "money", end, None, 0, of)


def _unit(words: Sequence[Token], low: list[str], number: Number, *, hedged: bool) -> _Unit | None:
    """Read a unit of measure, a period after it, or the noun that is counted."""
    n = number.end
    if number.suffix:
        sort = units()[number.suffix]
        if sort not in _MOVABLE:
            return None
        unit, end = _per_period(low, number.suffix, n)
        return _Unit(unit, _as_sort(sort), end, number.end - 1, number.end, _of(words, low, n))
    if n < len(low) and low[n] in listed("quantities", "currencies", "words"):
        return _Unit(words[n].text, "money", n + 1, n, n + 1, _of(words, low, n + 1))
    if n + 1 < len(low) and low[n] in HYPHENS and words[number.end - 1].end == words[n].start:
        return _compound(words, low, n + 1)
    k = n
    while k < n + 2 and k < len(low) and low[k] in {"metric", "long", "short", "troy", "million", "more", "additional"}:
        k += 1
    two = "-".join(low[k : k + 2])
    if k + 1 < len(low) and two in units():
        sort, end = units()[two], k + 2
    elif k < len(low) and low[k] in units():
        sort, end = units()[low[k]], k + 1
    else:
        return _counted(words, low, number, hedged=hedged)
    if sort not in _MOVABLE:
        return None
    unit, after = _per_period(low, " ".join(word.text for word in words[n:end]), end)
    if sort == "packing" and low[end : end + 1] != ["of"] and low[k] in {"cases", "case", "head", "sets", "set"}:
        return _counted(words, low, number, hedged=hedged)
    return _Unit(unit, _as_sort(sort), after, n, end, _of(words, low, end))


def _as_sort(sort: str) -> Sort:
    return sort  # type: ignore[return-value]  # the caller has checked that it is one of _MOVABLE


def _compound(words: Sequence[Token], low: list[str], n: int) -> _Unit | None:
    """Read what a hyphen ties to a number: "500-tonne", "80-strong", "20-truck"; durations and distances are none."""
    word = low[n].split("-")[0]
    if word in {"strong", "member", "man", "person"}:
        return _Unit(None, "count", n + 1)
    sort = units().get(word) or units().get(f"{word}s")
    if sort in {"mass", "volume", "energy"}:
        return _Unit(f"{word}s" if f"{word}s" in units() else word, _as_sort(sort), n + 1, n, n + 1)
    if word in {"truck", "ship", "vehicle", "lorry", "boat", "vessel", "car", "bus", "tank", "aircraft"}:
        return _Unit(f"{word}s" if word != "aircraft" else word, "count", n + 1, n, n + 1)
    del words
    return None


def _per_period(low: list[str], unit: str, n: int) -> tuple[str, int]:
    """Add "a day", "per year" to a unit."""
    if n + 1 < len(low) and low[n] in {"a", "an", "per", "each", "every", "/"}:
        if low[n + 1] in listed("quantities", "periods", "after_a"):
            return f"{unit} {low[n]} {low[n + 1]}".replace(" / ", "/"), n + 2
    elif n < len(low) and low[n] in listed("quantities", "periods", "words"):
        return f"{unit} {low[n]}", n + 1
    return unit, n


def _of(words: Sequence[Token], low: list[str], n: int) -> int | None:
    return words[n + 1].start if low[n : n + 1] == ["of"] and n + 1 < len(words) else None


def _counted(words: Sequence[Token], low: list[str], number: Number, *, hedged: bool) -> _Unit | None:
    """Find the head of the noun phrase that a number counts."""
    n = number.end
    while n < len(low) and low[n] in {"more", "other", "further", "additional", "fewer", "odd", "or", "so"}:
        n += 1
    if n < len(words) and words[n].text == "US":  # "40 US engineers": no pronoun
        n += 1
    definite = False
    if low[n : n + 1] == ["of"] and n + 1 < len(low):
        n += 1
        definite = low[n] in {"those", "these", "the", "them", "its", "their", "his", "her", "our", "all"}
        while n < len(low) and (low[n] in _OF_SKIPPED or low[n] in cardinals() or low[n][0].isdigit()):
            if low[n] in {"them", "us", "whom", "which"}:
                return _Unit(None, "count", number.end, None, 0, None, definite=True)
            n += 1
    head = _head(words, low, n)
    if head is None:
        if n < len(words) and words[n].text[:1].isupper():
            is_name = bool(words[n + 1 : n + 2]) and words[n + 1].text[:1].isupper()
            is_many = (number.value or 0) >= _MANY and low[number.start - 1 : number.start] != ["the"]
            if is_name or not (hedged or is_many or low[n].endswith("ese")):
                return None  # "10 Downing Street", "the 737 Max": a number before a name that is no plural
            return _Unit(words[n].text, "count", n + 1, n, n + 1)  # "4,300 *Sudanese* crossed"
        if not hedged and number.value is not None and not _stands_alone(words, low, number):
            return None
        return _Unit(None, "count", number.end)
    return _Unit(words[head].text, "count", head + 1, head, head + 1, _of(words, low, head + 1), definite)


_MANY: Final = 100  # from which a number before a name in the singular counts people: "900 Rohingya"
_OF_SKIPPED: Final = frozenset(
    (
        "the",
        "those",
        "these",
        "them",
        "its",
        "their",
        "his",
        "her",
        "our",
        "all",
        "us",
        "whom",
        "which",
        "more",
        "other",
    )
)


def _stands_alone(words: Sequence[Token], low: list[str], number: Number) -> bool:
    """Whether a number has its noun left out ("three were hurt", "1,200 fled"), and does not label something."""
    after = low[number.end] if number.end < len(low) else ""
    if after in {"were", "are", "have", "had", "others", "of", "who", "more", "remain", "remained"}:
        return True
    return "," in words[number.start].text or number.end > number.start + 1


def _head(words: Sequence[Token], low: list[str], n: int) -> int | None:
    """The first plural noun of the phrase that begins at a token, before any word that ends a phrase."""
    for k in range(n, min(n + 7, len(words))):
        word = low[k]
        if word in {"'s", "’s", "/", "&"} and k > n:
            continue  # "180 M109A5 */* A6 howitzers"
        if word.isdigit() and k > n and words[k - 1].text[0].isupper():
            continue  # "14 Leopard *2* tanks"
        if not (word[0].isalpha() or word[0] in "“\"'‘") or word in listed("quantities", "nouns", "closing"):
            break
        if not word[0].isalpha():
            continue
        if _is_plural(word) or word in listed("quantities", "nouns", "plural") or _INITIALS(words[k].text):
            # "police officers", "aid workers": a plural right after belongs to the same phrase.
            following = low[k + 1] if k + 1 < len(low) else ""
            is_in_a_name = words[k].text[0].isupper() and following and words[k + 1].text.islower()
            if (word in listed("quantities", "nouns", "plural") or is_in_a_name) and _is_plural(following):
                continue
            return k
    return None


_INITIALS: Final = re.compile(r"[A-Z]{2,4}s").fullmatch  # "27 MPs"


def _is_plural(word: str) -> bool:
    return (
        len(word) > 3
        and word[-1] == "s"
        and word[-2] not in "su'’i"
        and word not in listed("quantities", "nouns", "not_plural")
        and word not in listed("quantities", "nouns", "closing")
    )


# ------------------------------------------------------------------------------------------------------- bounds


def _bound_before(low: list[str], n: int) -> tuple[Bound | None, int]:
    """The hedge before a number, and where its words begin."""
    k = n
    skipped = _skip_back(low, k)
    for at in (k, skipped):
        found = _phrase_before(low, at)
        if found is not None:
            bound, start = found
            outer = _phrase_before(low, start)
            return (outer[0], outer[1]) if outer is not None and outer[0] != "about" else (bound, start)
    if n and low[n - 1] in {"~", ">", "<", "≥", "≤"}:
        signs: dict[str, Bound] = {"~": "about", ">": "at-least", "≥": "at-least", "<": "at-most", "≤": "at-most"}
        return signs[low[n - 1]], n - 1
    return None, n


_HANDED: Final = frozenset(
    "hand hands handed handing turn turns turned turning take takes took taken sign signed".split()
)


def _phrase_before(low: list[str], n: int) -> tuple[Bound, int] | None:
    for phrase, key in phrases_by_last("quantities", "bounds").get(low[n - 1], ()) if n else ():
        start = n - len(phrase)
        if phrase == ("over",) and start > 0 and low[start - 1] in _HANDED:
            continue  # "handed *over* 20 jets"
        if start >= 0 and tuple(low[start:n]) == phrase:
            return key, start  # type: ignore[return-value]  # the keys of the table are the bounds
    return None


def _skip_back(low: list[str], n: int) -> int:
    for phrase, _ in phrases_by_last("quantities", "skipped").get(low[n - 1], ()) if n else ():
        start = n - len(phrase)
        if start >= 0 and tuple(low[start:n]) == phrase:
            return start
    return n


def _bound_after(low: list[str], n: int) -> tuple[Bound, int] | None:
    for start in (n, n + 1):
        for phrase, key in (
            phrases_by_first("quantities", "bounds_after").get(low[start], ()) if start < len(low) else ()
        ):
            if tuple(low[start : start + len(phrase)]) == phrase:
                return key, start + len(phrase)  # type: ignore[return-value]  # the keys of the table are the bounds
    if low[n : n + 1] == ["+"]:
        return "at-least", n + 1
    return None


# ------------------------------------------------------------------------------------- numbers that count nothing


_MONTHS: Final = frozenset(
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
_DAYS: Final = frozenset(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
_TELEPHONE: Final = re.compile(r"\d{3,4}[-‐‑–]\d{4}|0\d{3,}")
_YEAR: Final = re.compile(r"1[5-9]\d\d|20\d\d")


_FRACTIONS: Final = frozenset("thirds quarters fifths sixths eighths tenths".split())


def _is_label(words: Sequence[Token], low: list[str], number: Number) -> bool:
    """Whether a number is part of a name: Boeing 737, Route 9, Resolution 1701, 12 Harbour Street, Covid-19."""
    n, end = number.start, number.end
    before = low[n - 1] if n else ""
    after = low[end] if end < len(low) else ""
    if before == "-" and n > 1 and words[n - 1].start == words[n - 2].end and words[n - 1].end == words[n].start:
        return True  # "MH-17", "3-4-3"
    if after in _FRACTIONS:
        return True  # "*two* thirds of the rice"
    if before == "#" or (before == "." and n > 1 and low[n - 2] in {"no", "nos"}):
        return True
    if before in {"/", ":"} or (after in {"/", ":"} and end + 1 < len(low) and low[end + 1][:1].isdigit()):
        return True
    if before in {"grade", "grades"} or (before == "year" and after in {"pupil", "pupils", "students"}):
        return True  # "*grade 6-8* students", "*Year 6* pupils"
    if before in listed("quantities", "not_quantities", "labels"):
        return words[n - 1].text[0].isupper() or not _plural_follows(words, low, end)
    if _TELEPHONE.fullmatch("".join(low[n:end])) or (before in {"(", ")"} and low[n].isdigit() and n > 1):
        return not _unit_or_plural_follows(words, low, end)
    if before == "of" and n > 1 and words[n - 2].text in {"Group", "Company", "Catch"}:
        return True
    if (
        any(word in listed("quantities", "not_quantities", "streets") for word in low[end : end + 3])
        and after[:1].isalpha()
    ):
        return words[end].text[0].isupper()
    if after == "." and n == 0 and end < len(low):
        return True  # an item of a list: "1. Open the door"
    name_before = n > 1 and words[n - 1].text[0].isupper() and before not in _DAYS and before not in _MONTHS
    return name_before and low[n][0].isdigit() and (
        _is_model(words, low, n) or not _unit_or_plural_follows(words, low, end)
    )  # fmt: skip


def _is_model(words: Sequence[Token], low: list[str], n: int) -> bool:
    """Whether a number is what a model is called that another number counts: "14 Leopard *2* tanks"."""
    k = n - 1
    while k > 0 and words[k].text[0].isupper():
        k -= 1
    return low[k] in cardinals() or (low[k].isdigit() and _YEAR.fullmatch(low[k]) is None)


def _plural_follows(words: Sequence[Token], low: list[str], n: int) -> bool:
    return _head(words, low, n) is not None


def _unit_or_plural_follows(words: Sequence[Token], low: list[str], n: int) -> bool:
    return (n < len(low) and low[n] in units()) or low[n : n + 1] == ["of"] or _plural_follows(words, low, n)


def _is_date_or_time(words: Sequence[Token], low: list[str], number: Number) -> bool:
    """Whether a number is a year, a day of a month, or a time of day."""
    n, end = number.start, number.end
    before = low[n - 1] if n else ""
    after = low[end] if end < len(low) else ""
    value = number.value
    if value is None or not low[n][0].isdigit():
        return False
    if after in {"a.m.", "p.m.", "am", "pm", "gmt", "utc", "o'clock", "noon", "hrs", "ad", "bc", "bce", "ce"}:
        return True
    month = n - 2 if before == "." and n > 1 else n - 1
    if value <= 31 and month >= 0 and low[month] in _MONTHS and words[month].text[0].isupper():
        return True
    if value <= 31 and after in _MONTHS and words[end].text[0].isupper():
        return True
    if _is_one_of_days(low, n):
        return True
    text = words[n].text
    if _YEAR.fullmatch(text) and (number.high is None or _YEAR.fullmatch(words[end - 1].text)):
        # A year, unless it plainly counts: news sets a comma in thousands.
        return (before == "in" and n == 1) or not (
            (after in units() and units()[after] in _MOVABLE)
            or after in listed("quantities", "not_quantities", "people")
            or (before in {"least", "than", "about", "some", "nearly"} and _plural_follows(words, low, end))
        )
    if re.fullmatch(r"0\d\d\d", text):
        return True
    return before == "at" and value <= 24 and after in {"", ",", ".", "on"}


def _is_one_of_days(low: list[str], n: int) -> bool:
    """Whether a number goes on with the days of a month: "June 3, 4 and 6"."""
    k = n - 1
    while k > max(0, n - 6) and (low[k] in {",", "and", "to", "or"} or low[k] in HYPHENS or low[k].isdigit()):
        k -= 1
    return 0 <= k < n - 1 and low[k] in _MONTHS and low[k + 1].isdigit()
