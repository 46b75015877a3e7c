"""The words of a time, from "3 June" to "the past three weeks": which stretch of the calendar they name."""

from __future__ import annotations

from dataclasses import replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from dateline.reading.amounts.counted import count_of, counted_at, units_of_time
from dateline.reading.amounts.months import DAY, YEAR, months, year_after
from dateline.reading.amounts.numbers import HYPHENS, cardinals, units
from dateline.reading.amounts.periods import Period
from dateline.reading.amounts.seasons import (
    FEASTS,
    ORDINALS,
    SEASONS,
    feast_at,
    fraction_at,
    nth_at,
    season_at,
    years_off,
)
from dateline.reading.text.wordlists import phrases_by_first, rules, words

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from dateline.reading.amounts.periods import Part, Which
    from dateline.reading.text.sentences import Token

__all__ = ["Named", "may_start", "named_at"]


class Named(NamedTuple):
    """
    A period and its words.

    Attributes
    ----------
    start, end
        Its tokens, ``[start, end)``.
    first, last
        The period; of a range the first and the last one.
    attributive
        Whether a possessive ties it to a noun.
    then
        The period as it counts from the time told before: "*nine days* later"; None where it does not.
    """

    start: int
    end: int
    first: Period
    last: Period | None = None
    attributive: bool = False
    then: Period | None = None


@cache
def _days() -> dict[str, int]:
    return dict(rules("times")["days"])


@cache
def _starts() -> frozenset[str]:
    phrases = {word for table in ("parts", "without_dates", "counted") for word in phrases_by_first("times", table)}
    return frozenset(
        {
            "year",
            "month",
            "week",
            *SEASONS,
            *FEASTS,
            *months(),
            *_days(),
            *rules("times")["near"],
            *phrases,
            *cardinals(),
            *_WORDS,
            *ORDINALS,
        }
    )


_WORDS: Final = frozenset(
    ("last", "next", "this", "past", "previous", "coming", "the", "recent", "a", "an", "few", "several", "overnight")
)
_GLUED: Final[dict[str, Part]] = {"early": "early", "mid": "mid", "late": "late", "end": "end"}
_SUFFIXES: Final = frozenset(("st", "nd", "rd", "th"))
_PRONE: Final = frozenset(("in", "since", "during", "throughout", "year", "circa", "early", "late", "mid"))
_BEFORE_YEARS: Final = _PRONE | {"by", "until", "till", "from", "of", "before", "after", "through", "between", "around"}
_OWNERS: Final = frozenset(("his", "her", "their", "its", "'s", "’s", "a"))
_BEFORE_MONTHS: Final = (
    _BEFORE_YEARS | {"this", "last", "next", "to", "the", "for", "and", "or", "around", "of", ",", "previous"} | HYPHENS
)


@lru_cache(maxsize=16384)
def may_start(word: str) -> bool:
    """Whether a time may begin with a word, given in lower case: a check that costs little."""
    return word[0].isdigit() or word in _starts() or word.partition("-")[0] in _GLUED


def named_at(run: Sequence[Token], low: list[str], n: int) -> Named | None:
    """
    The period, or the range, whose words begin at a token; None where none do.

    Parameters
    ----------
    run, low
        The tokens of a sentence, and their words in lower case.
    n
        The number of the token.
    """
    first = _days_of_month(run, low, n) or _period(run, low, n)
    if first is None or first.last is not None or first.attributive or not first.first.is_known:
        return first
    k = first.end
    joint = low[k] if k < len(low) else ""
    before = low[first.start - 1] if first.start else ""
    if not (
        joint in {"through", "until", "till"}
        or joint in HYPHENS
        or (joint == "to" and (before == "from" or first.first.day or first.first.weekday is not None))
        or (joint == "and" and before == "between")
    ):
        return _of_the_same_year(run, low, first)
    if k + 1 >= len(low):
        return first
    if first.first.year is not None and first.first == Period(year=first.first.year) and YEAR.fullmatch(low[k + 1]):
        return _until_year(low, first, k + 1)  # "between 2011 and 2014"
    match = DAY.fullmatch(low[k + 1])
    is_day = low[k + 2 : k + 3] != ["of"] and low[k + 2 : k + 3] not in ([month] for month in months())
    if match and first.first.day and first.first.month and is_day:
        return _until_day(low, first, k + 2, int(match[1]))  # "April 4 to 9", "March 17-19, 2020"
    second = _period(run, low, k + 1) if may_start(low[k + 1]) else None
    if second is None and first.first.month is not None and low[k + 1] in months():
        second = _core(run, low, k + 1, bare=True)  # "between August and *March*"
    if second is None or not second.first.is_known or second.last is not None:
        return first
    if (first.first.weekday is None) != (second.first.weekday is None):
        return first
    return first._replace(end=second.end, last=second.first, attributive=second.attributive)


def _of_the_same_year(run: Sequence[Token], low: list[str], first: Named) -> Named:
    """Give a date the year that the one it is joined to has: "on *March 18* and April 23, 2015"."""
    period, k = first.first, first.end
    if period.year is not None or period.month is None or period.years_off is not None or k + 2 >= len(low):
        return first
    if low[k] not in {"and", "or", ","}:
        return first
    if low[k] != "," and period.day and DAY.fullmatch(low[k + 1]) and (year := year_after(low, k + 2)) is not None:
        return first._replace(first=replace(period, year=year[0]))  # "March 18 and 23, 2015"
    if not (low[k + 1] in months() or (period.day and DAY.fullmatch(low[k + 1]))):
        return first
    then = _core(run, low, k + 1, bare=True)
    if then is None or then.first.month is None or (then.first.day is None) != (period.day is None):
        return first
    if low[k] == "," and then.first.year is None:
        then = _of_the_same_year(run, low, then)  # "March 18, April 2 and May 3, 2015"
    year_then = then.first.year
    if year_then is None:
        return first
    return first._replace(first=replace(period, year=year_then - (period.month > (then.first.month or 0))))


def _until_day(low: list[str], first: Named, end: int, day: int) -> Named:
    if end < len(low) and low[end] in months():
        return first
    period = first.first
    if period.year is None and (year := year_after(low, end)) is not None:
        period = replace(period, year=year[0])
        end = year[1]
    return first._replace(end=end, first=period, last=replace(period, day=day))


def _until_year(low: list[str], first: Named, n: int) -> Named | None:
    """A range of years; None where the digits count something: "between 1900 and 2000 people"."""
    if _is_counted(low, n, low[first.start - 1] if first.start else ""):
        return None
    year = int(low[n])
    return first if year <= (first.first.year or 0) else first._replace(end=n + 1, last=Period(year=year))


def _days_of_month(run: Sequence[Token], low: list[str], n: int) -> Named | None:
    """Read "5 to 8 April 2011", "2-9 May"."""
    first = DAY.fullmatch(low[n])
    if first is None or n + 3 >= len(low) or not (low[n + 1] in {"to", "and", "until", "or"} or low[n + 1] in HYPHENS):
        return None
    second = DAY.fullmatch(low[n + 2])
    if second is None or low[n + 3] not in months() or not run[n + 3].text[0].isupper():
        return None
    month = months()[low[n + 3]]
    year = year_after(low, n + 4)
    end = n + 4 if year is None else year[1]
    last = Period(day=int(second[1]), month=month, year=None if year is None else year[0])
    return Named(n, end, replace(last, day=int(first[1])), last)


def _period(run: Sequence[Token], low: list[str], n: int) -> Named | None:
    """One period, with the part of it that is meant and what a possessive ties it to."""
    found = _counted(low, n) or _part(run, low, n) or _core(run, low, n)
    if found is None:
        return None
    if found.end < len(low) and low[found.end] in {"'s", "’s"}:
        return found._replace(attributive=True)
    return found


def _counted(low: list[str], n: int) -> Named | None:
    found = counted_at(low, n)
    return None if found is None else Named(n, found[0], Period(), then=found[1])


def _part(run: Sequence[Token], low: list[str], n: int) -> Named | None:
    """Read "late 2016", "mid-March", "the end of the year", "earlier this month", "later in the day"."""
    glued, hyphen, rest = low[n].partition("-")
    if hyphen and glued in _GLUED:
        if rest in months():
            return _month(run, low, n, rest, part=_GLUED[glued])
        if YEAR.fullmatch(rest):
            return Named(n, n + 1, Period(year=int(rest), part=_GLUED[glued]))
        return None
    if (nth := nth_at(low, n)) is not None:
        inner = _within(run, low, nth.end)
        return None if inner is None else inner._replace(start=n, first=replace(inner.first, nth=nth[1:]))
    for phrase, key in phrases_by_first("times", "parts").get(low[n], ()):
        k = n + len(phrase)
        if tuple(low[n:k]) != phrase or k >= len(low):
            continue
        if low[k] in HYPHENS and low[n] in _GLUED:
            k += 1
        if k >= len(low) or (inner := _within(run, low, k)) is None:
            continue  # a sentence that breaks off: "too late –"
        part: Part = key  # type: ignore[assignment]  # the keys of the table are the parts
        if inner.first.unit == "day" or inner.first.day is not None or inner.first.weekday is not None:
            return inner._replace(start=n)
        return inner._replace(start=n, first=replace(inner.first, part=part))
    return None


def _within(run: Sequence[Token], low: list[str], k: int) -> Named | None:
    """The stretch that a part is of: "(early in) *the year*", "(the first week of) *May*"."""
    while k < len(low) - 1 and low[k] in {"in", "on", "of", "the"}:
        k += 1
    inner = _core(run, low, k, bare=True)
    if inner is None and low[k] in units_of_time() and low[k] != "decade":
        return Named(k, k + 1, Period(unit=units_of_time()[low[k]]))
    return inner


def _named(n: int, found: tuple[int, Period] | None) -> Named | None:
    return None if found is None else Named(n, *found)


def _core(run: Sequence[Token], low: list[str], n: int, *, bare: bool = False) -> Named | None:
    """Read a period without its part; ``bare`` allows a month or a year with no preposition before it."""
    word = low[n]
    if word[0].isdigit():
        return _digits(run, low, n, bare=bare)
    if word in FEASTS and run[n].text[0].isupper() and (feast := feast_at(low, n)) is not None:
        return _named(n, feast)
    if word in SEASONS:
        return _named(n, season_at(low, n))
    if word in _days():
        return _weekday(run, low, n)
    if word in months():
        return _month(run, low, n, word, bare=bare)
    if word in rules("times")["near"]:
        return Named(n, _after_daypart(low, n + 1), Period(unit="day", count=rules("times")["near"][word]))
    if word in units_of_time() and low[n + 1 : n + 3] in (["'s", "end"], ["’s", "end"]):
        return Named(n, n + 3, Period(unit=units_of_time()[word], part="end"))  # "by *year's end*"
    if word == "overnight":
        return Named(n, n + 1, Period(unit="day", count=-1, window=True))
    if word in ORDINALS:
        return _named(n, fraction_at(low, n))
    if word in cardinals() or word in {"a", "an", "few", "several"}:
        return _ago(low, n)
    return _relative(run, low, n)


def _digits(run: Sequence[Token], low: list[str], n: int, *, bare: bool) -> Named | None:
    if YEAR.fullmatch(low[n]):
        if low[n + 1 : n + 2] == ["-"] and low[n + 3 : n + 4] == ["-"] and run[n].end == run[n + 1].start:
            month, day = low[n + 2], low[n + 4] if n + 4 < len(low) else ""
            if month.isdigit() and day.isdigit() and 1 <= int(month) <= 12 and 1 <= int(day) <= 31:
                return Named(n, n + 5, Period(year=int(low[n]), month=int(month), day=int(day)))
        return Named(n, n + 1, Period(year=int(low[n]))) if bare or _is_year(low, n) else None
    if (ago := _ago(low, n)) is not None:
        return ago
    match = DAY.fullmatch(low[n])
    if match is None:
        return None
    k = n + 2 if low[n + 1 : n + 2] and low[n + 1] in _SUFFIXES else n + 1
    while k < len(low) and low[k] in {"of", "day"}:
        k += 1
    if k >= len(low) or low[k] not in months() or not run[k].text[0].isupper():
        return _day_alone(low, n, match)
    year = year_after(low, k + 1, stop=True)
    end = k + 1 if year is None else year[1]
    return Named(n, end, Period(day=int(match[1]), month=months()[low[k]], year=None if year is None else year[0]))


def _day_alone(low: list[str], n: int, match: re.Match[str]) -> Named | None:
    """Read "on the 12th", with nothing behind it that it could count."""
    end = n + 1 if match[2] else n + 2 if low[n + 1 : n + 2] and low[n + 1] in _SUFFIXES else n
    if end == n or low[max(0, n - 2) : n] not in (["on", "the"], ["by", "the"], ["until", "the"]):
        return None
    is_alone = end == len(low) or not low[end][0].isalnum() or low[end] in {"and", "but", "with", "to", "for", "from"}
    return Named(n, end, Period(day=int(match[1]))) if is_alone else None


def _is_year(low: list[str], n: int) -> bool:
    """Whether four digits are a year: a preposition of time before them, and nothing that they could count after."""
    before = low[n - 1] if n else ""
    return before in _BEFORE_YEARS and not _is_counted(low, n, before)


def _is_counted(low: list[str], n: int, before: str) -> bool:
    """Whether four digits count the word after them."""
    after = low[n + 1] if n + 1 < len(low) else ""
    if after in units() or after in words("quantities", "not_quantities", "people"):
        return True
    counts = after[-1:] == "s" and len(after) > 3 and after not in words("quantities", "nouns", "closing")
    return counts and before not in _PRONE


def _weekday(run: Sequence[Token], low: list[str], n: int, which: Which | None = None) -> Named | None:
    if not run[n].text[0].isupper():
        return None
    end = n + 1
    if len(low[n]) < 6:
        if low[end : end + 1] != ["."]:
            return None  # "Sun", "Sat" and "Wed" are words too
        end += 1
    day = _days()[low[n]]
    if low[_after_daypart(low, end) :][:1] == ["("]:
        end = _after_daypart(low, end)  # "Monday afternoon (August 12)"
    k = end + 1 if low[end : end + 1] in ([","], ["("]) else end
    if k < len(low) and (low[k] in months() or DAY.fullmatch(low[k])):
        dated = _core(run, low, k, bare=True)
        if dated is not None and dated.first.day is not None and dated.first.month is not None:
            closes = k > end and low[end] == "(" and low[dated.end : dated.end + 1] == [")"]  # "Sunday (March 5th)"
            return dated._replace(start=n, end=dated.end + closes)  # "Sunday, March 5": the date says it all
    return Named(n, _after_daypart(low, end), Period(weekday=day, which=which))


def _after_daypart(low: list[str], n: int) -> int:
    return n + 1 if n < len(low) and low[n] in words("times", "dayparts", "words") else n


def _month(  # noqa: PLR0913
    run: Sequence[Token], low: list[str], n: int, word: str, *, part: Part | None = None, bare: bool = False
) -> Named | None:
    """Read a month with its day and its year, as far as the text gives them."""
    if part is None and not run[n].text[0].isupper():
        return None
    month = months()[word]
    end = n + 1
    if low[end : end + 1] == ["."] and len(word) < 5 and end + 1 < len(low):
        if not low[end + 1][0].isdigit():
            return None
        end += 1
    day = DAY.fullmatch(low[end]) if end < len(low) and part is None else None
    if day is not None and low[end + 1 : end + 2] not in (["percent"], ["%"], ["million"]):
        end += 2 if low[end + 1 : end + 2] and low[end + 1] in _SUFFIXES else 1
        year = year_after(low, end)
        if year is not None:
            return Named(n, year[1], Period(day=int(day[1]), month=month, year=year[0]))
        off = years_off(low, end)
        period = Period(day=int(day[1]), month=month, years_off=None if off is None else off[0])
        return Named(n, end if off is None else off[1], period)
    if (year := year_after(low, end)) is not None or (
        low[end : end + 1] == ["of"] and (year := year_after(low, end + 1))
    ):
        return Named(n, year[1], Period(month=month, year=year[0], part=part))
    if (off := years_off(low, end)) is not None:
        return Named(n, off[1], Period(month=month, years_off=off[0], part=part))
    if low[end : end + 3] in (["of", "that", "year"], ["of", "the", "same"]):
        then = Period(month=month, years_off=0, part=part)  # of a year told elsewhere
        return Named(n, end + 3 + (low[end + 2] == "same"), Period(), then=then)
    before = low[n - 1] if n else ""
    if part is None and not bare and before in _OWNERS and end < len(low) and run[end].text[:1].islower():
        return Named(n, end, Period(month=month), attributive=True)  # "his May visit"
    if part is None and not bare and before not in _BEFORE_MONTHS:
        return None
    if (
        not bare
        and before in {"the", "for", "and", "or", ",", "to"}
        and word in {"may", "march", "mar", "august", "april", "june"}
    ):
        return None  # a verb, or somebody's name
    return Named(n, end, Period(month=month, part=part))


def _ago(low: list[str], n: int) -> Named | None:
    """Read "three days ago"; "a few days ago" has no date."""
    k = n + 1
    count = count_of(low, n)
    if low[n] in {"a", "few", "several"} and low[k : k + 1] in (["few"], ["couple"]):
        count = None
        k += 2 if low[k + 1 : k + 2] == ["of"] else 1
    elif low[n] in {"few", "several"}:
        count = None
    if k + 1 >= len(low) or low[k] not in units_of_time() or low[k + 1] != "ago":
        return None
    unit = units_of_time()[low[k]]
    if count is None or unit not in {"day", "week", "fortnight", "month", "year"}:
        return Named(n, k + 2, Period())
    return Named(n, k + 2, Period(unit=unit, count=-count))


_WHICH: Final[dict[str, tuple[Which, int]]] = {
    "last": ("last", -1),
    "past": ("last", -1),
    "previous": ("last", -1),
    "next": ("next", 1),
    "coming": ("next", 1),
    "this": ("this", 0),
}


def _relative(run: Sequence[Token], low: list[str], n: int) -> Named | None:
    """Read "last week", "next Friday", "the past three weeks", "the weekend", "recent days", "last night"."""
    k = n + 1 if low[n] == "the" else n
    if k >= len(low):
        return None
    following = low[k + 1] if k + 1 < len(low) else ""
    if (following in SEASONS and low[k] in _WHICH) or (low[k] in SEASONS and low[n] == "the"):
        at = k + 1 if following in SEASONS else k
        found = _named(at, season_at(low, at))
        return _shifted(found, k if following in SEASONS else n)
    if low[k] == "weekend" and low[n] == "the":
        return Named(n, k + 1, Period(unit="weekend"))
    if low[k] in {"recent", "coming"} and low[k + 1 : k + 2] and low[k + 1] in units_of_time() and (
        low[k] == "recent" or low[k + 1].endswith("s")
    ):  # fmt: skip
        return Named(k, k + 2, Period())
    if low[n] == "the" and k < len(low) and low[k] in ORDINALS:
        return _named(k, fraction_at(low, k))
    if low[k] not in _WHICH or k + 1 >= len(low):
        return None
    which, sign = _WHICH[low[k]]
    following = low[k + 1]
    if following in _days() and low[n] != "the":
        return _shifted(_weekday(run, low, k + 1, which), k)
    if following in months() and low[n] != "the" and run[k + 1].text[0].isupper():
        return Named(k, k + 2, Period(month=months()[following], which=which))
    if following in words("times", "dayparts", "words") and low[n] in {"this", "last"}:
        return Named(k, k + 2, Period(unit="day", count=sign))
    if following == "weekend":
        return Named(k, k + 2, Period(unit="weekend", which=which, count=min(sign, 0) if sign < 1 else 1))
    if following in units_of_time() and following[-1] != "s" and following != "decade":
        unit = units_of_time()[following]
        if unit == "day":
            return None
        window = low[k] in {"past", "coming"}
        return Named(n if window else k, k + 2, Period(unit=unit, count=sign, window=window))
    return _window(low, n, k, sign)


def _window(low: list[str], n: int, k: int, sign: int) -> Named | None:
    """Read "the past three weeks", "the next 10 days"; "the last few days" has no first day."""
    if sign == 0 or k + 2 >= len(low) or low[k + 2] not in units_of_time():
        return None
    unit = units_of_time()[low[k + 2]]
    if low[k + 1] in {"few", "several", "couple"}:
        return Named(n, k + 3, Period())
    count = count_of(low, k + 1)
    if count is None or unit not in {"day", "week", "month", "year"}:
        return None
    return Named(n, k + 3, Period(unit=unit, count=sign * count, window=True))


def _shifted(found: Named | None, start: int) -> Named | None:
    return None if found is None else found._replace(start=start)
