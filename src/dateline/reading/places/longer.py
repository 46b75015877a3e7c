"""Longer names that a text makes of words: streets, lakes, venues, numbered roads, seats of government, directions."""

from __future__ import annotations

import itertools
import operator
import re
import string
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from dateline.atlas.entries import candidates
from dateline.atlas.index import open_index
from dateline.atlas.norm import norm
from dateline.reading.places.cues import Said, after_class, before_class, is_given, named, rules, word_class
from dateline.reading.places.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["NAMES_SHIPS", "UPPER", "UPPER_FIRST", "dull_words", "is_head", "longer_names"]

UPPER: Final = r"[^\W\d_a-zß-öø-ÿ]"
# The same at the head of a search: spaces and small letters are passed over before any table of Unicode is asked.
_LOW: Final = r"\[-\u00a9\u00df-\u00ff"
UPPER_FIRST: Final = rf"[^\x00-@{_LOW}](?<={UPPER})"
# A word with a capital: an initialism, a word with apostrophes inside, or an ordinal (14th Street).
_CAP: Final = rf"(?:{UPPER}(?:(?:\.{UPPER})*\.?(?!\w)|\w*(?:['’](?!s\b)\w+)*)|\d+(?:st|nd|rd|th)\b)"
# What joins two of them; each choice begins with its sign, so that most words that go no further are left at once.
_BETWEEN: Final = (
    r"(?=[ \u00a0.'’–-])(?:[ \u00a0](?=[^\W_a-zß-öø-ÿ])|[-–]|['’]s (?=[A-Z])"
    r"| (?:of (?:the )?|& |(?:de|del|la|le|du|des|al|at|on|the) (?=[A-Z]))"
    r"|\.(?:(?<=\bSt\.)|(?<=\b[NSEW]\.)|(?<=\bMt\.)|(?<=\bFt\.)) )"
)
# The same at the head of a run: its first sign stands first in the pattern, so that the search leaps to it, and what it
# has taken it never gives back, as no shorter word can go on.
_FIRST: Final = (
    rf"[^\x00-/:-@{_LOW}](?<!\w.)(?<=[^\W_a-zß-öø-ÿ])(?:(?<=\d)\d*(?:st|nd|rd|th)\b"
    rf"|(?<!\d)(?:(?:\.{UPPER})*\.?(?!\w)|\w*+(?:['’](?!s\b)\w++)*+))"
)
_RUN: Final = re.compile(rf"{_FIRST}(?:{_BETWEEN}{_CAP})+")
_PART: Final = re.compile(rf"{_CAP}|of|&|['’]s|[-–]|\w+")
_WORD: Final = re.compile(r"\w+").findall
# Roads are found by their numbers, for most words are none; what stands before one ends in a capital, a stop or a noun.
_BEFORE_NUMBER: Final = frozenset([last + sign for last in f"{string.ascii_uppercase}.dety" for sign in " -"])
_NUMBER: Final = re.compile(
    r"[0-9](?:(?<=[A-Z.][ -].)|(?<=[dety][ -].)(?:(?<=Highway..)|(?<=Hwy..)|(?<=Route..)|(?<=Rte..)|(?<=Rt..)"
    r"|(?<=Road..)|(?<=Interstate..)|(?<=Motorway..)))\d{0,3}[A-Z]?\b(?: (?:North|South|East|West|north|south)\b)?"
    r"(?![\d,.]*\d|%| percent| million| billion| points|-\w)"
).match
_ROAD: Final = re.compile(
    r"(?<![\w-])(?:(?:State|County|Farm|Township|Forest|Ranch|U\.?S\.?|[A-Z][a-z]+)? ?"
    r"(?:Highway|Hwy\.?|Route|Rte\.?|Rt\.?|Road|Interstate|Motorway)"
    r"|I|U\.?S\.?|SR|CR|FM|[MA]|[A-Z]{2}|[A-Z]\.[A-Z][a-z]?\."
    r"|(?!(?:Nos?|Vol|Fig|Sec|Art|Apt|Pct|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mr|Dr|Ch|Pt|Op)\.)"
    r"[A-Z][a-z]{1,4}\.)[ -]\Z"
)


def _numbers(text: str) -> Iterator[re.Match[str]]:
    """Give the numbers that may be a road's: a digit is found sooner than a pattern, and before most stands no road."""
    starts = []
    for digit in string.digits:
        at = text.find(digit, 2)
        while at > 0:
            if text[at - 2 : at] in _BEFORE_NUMBER:
                starts.append(at)
            at = text.find(digit, at + 1)
    for at in sorted(starts):
        m = _NUMBER(text, at)
        if m is not None:
            yield m


def _roads(text: str) -> list[Span]:
    """Find "Highway 61", "US-24", "Ky. 52"."""
    found = []
    for m in _numbers(text):
        low = max(0, m.start() - 24)
        if text[max(low, text.rfind(" ", low, m.start() - 1)) : m.start()].islower():
            continue
        head = _ROAD.search(text[low : m.start()])
        if head is not None:
            start = low + head.start()
            while text[start] == " ":
                start += 1
            span = Span(start, m.end(), text[start : m.end()], "street", None)
            span.note(named("numbered road"))
            found.append(span)
    return found


class _Form(NamedTuple):
    """A longer name inside a run of capitals: where, what sort, what speaks for it."""

    start: int
    end: int
    sort: str
    cues: Said


def _form(start: int, end: int, sort: str, head: str, words: int) -> _Form:
    return _Form(start, end, sort, named(f"head {head}", f"{sort} of {min(words, 5)} words"))


@cache
def _lexicon() -> tuple[dict[str, str], dict[str, str], frozenset[str], frozenset[str]]:
    return (
        word_class("heads"),
        word_class("leads"),
        frozenset(rules()["direction"]["words"].split()),
        frozenset(rules()["words"]["dull"].split()),
    )


@cache
def _makers() -> frozenset[str]:
    """Nouns that end or begin longer names."""
    heads, leads, *_ = _lexicon()
    return frozenset(heads) | frozenset(leads)


def is_head(word: str) -> bool:
    """Whether a folded word is a noun that ends longer names (*Centre*, *Park*): no town of that name is meant."""
    return word in _lexicon()[0]


_NAME_HAS: Final = 24  # words
_STORMS: Final = frozenset(("hurricane", "typhoon", "cyclone"))


@lru_cache(maxsize=50_000)
def _forms(run: str) -> tuple[_Form, ...]:
    """Give the longer names that a run of capitals may hold, by the nouns that end or begin them."""
    heads, leads, _, dull = _lexicon()
    words = _WORD(run.lower())
    if _makers().isdisjoint(words):
        return ()  # most runs are people
    parts = [(m.group(), m.start(), m.end()) for m in _PART.finditer(run)]
    low = [word.lower().rstrip(".") for word, _, _ in parts]
    if low[0] in _STORMS or low[:2] == ["tropical", "storm"]:
        return ()  # "Hurricane Delta"
    found: list[_Form] = []
    count = len(parts)
    first = 0
    while first < count and (low[first] in dull and not low[first][0].isdigit()):
        first += 1
    begin = first
    for n in range(first, count):
        word, start, end = parts[n]
        if word == "of" or word in {"'s", "’s"}:
            continue
        if before_class(word) == "title" and low[n] != "st":
            begin = n + 1
            continue
        sort = heads.get(low[n])
        if sort == "quarter" and n + 1 < count and after_class(parts[n + 1][0]) == "Cap-office":
            continue  # Dundee City Council is a council
        if sort and run[end : end + 1] == "-" and not heads.keys().isdisjoint(low[n + 1 : n + _NAME_HAS]):
            continue  # "the Elm *River*-Road Museum"
        if sort and n > begin and (word[0].isupper()):
            at = n - 1
            while at > begin and n - at < _NAME_HAS and parts[at - 1][0] not in {"of", "'s", "’s", "&", "at", "on"}:
                at -= 1
            if parts[at][0] not in {"of", "'s", "’s", "&", "-", "–"} and not (n - at == 1 and low[at] in dull):
                finish = end
                if sort == "street" and word[-1] != "." and run[end : end + 1] == ".":
                    finish += 1
                found.append(_form(parts[at][1], finish, sort, low[n], n - at + 1))
                if n + 2 < count and parts[n + 1][0] == "of" and sort == "venue":
                    found.append(_form(parts[at][1], parts[-1][2], sort, low[n], count - at))
        lead = leads.get(low[n])
        if lead and n + 1 < count:
            to = n + 1
            has_of = parts[to][0] == "of"
            if has_of:
                to += 1
            if (
                to < count
                and parts[to][0][0].isupper()
                and (has_of or lead in {"street", "feature"} or low[n] in {"camp", "fort", "hotel", "county"})
            ):
                if lead == "venue" and has_of:
                    to = count - 1
                elif (
                    lead == "feature"
                    and to + 1 < count
                    and low[to + 1] not in heads
                    and parts[to + 1][0] not in {"of", "'s", "’s"}
                ):
                    found.append(_form(start, parts[to + 1][2], lead, low[n], to + 1 - n + 1))
                found.append(_form(start, parts[to][2], lead, low[n] + (" of" if has_of else ""), to - n + 1))
    return tuple(dict.fromkeys(found))


NAMES_SHIPS: Final = frozenset(
    "HMS USS HMAS HMCS HMNZS USNS USCGC RFA RMS INS RRS MV M/V tanker freighter ferry frigate destroyer warship"
    " submarine yacht trawler cruiser corvette icebreaker schooner bulker steamer gunboat minehunter".split()
)
"""Words right before a ship's name."""


def longer_names(text: str, names: list[Span]) -> list[Span]:
    """
    Give the longer names of a text, whether or not the gazetteer has them; they may overlap.

    Parameters
    ----------
    text
        The text as given.
    names
        The gazetteer's names in it; a capitalised direction before one makes a longer name.
    """
    found: list[Span] = []
    for m in _RUN.finditer(text):
        run = m.group()
        forms = _forms(run)
        if not forms:
            continue
        at = m.start()
        is_ship = text[max(0, at - 12) : at].rstrip().rpartition(" ")[2] in NAMES_SHIPS
        for form in forms:
            if is_ship and form.start == 0:
                continue  # "the tanker *Sea Eagle*"
            span = Span(at + form.start, at + form.end, run[form.start : form.end], form.sort, None)
            span.note(form.cues)
            found.append(span)
    found += _roads(text)
    found += _seats(text)
    _directions(text, names, found)
    return found


def dull_words() -> frozenset[str]:
    """Words that begin no name though a sentence's or headline's first capital stands on them."""
    return _lexicon()[3]


@cache
def _towned() -> tuple[Callable[[str], Iterator[re.Match[str]]], dict[str, tuple[str, str]]]:
    """Give the search for seats of government and landmarks, and the sort and town of each."""
    towns = {}
    for table, sort in (("landmarks", "landmark"), ("seats", "seat")):
        for row in rules()[table].values():
            for one in row.split("|"):
                name, _, town = one.strip().partition(": ")
                towns[name] = sort, town
    # By their first letters, so that a capital that begins none is left at once.
    by_letter = itertools.groupby(sorted(towns, key=lambda name: (name[0], -len(name))), key=operator.itemgetter(0))
    names = "|".join(
        re.escape(letter) + "(?:" + "|".join(re.escape(name[1:]) for name in some) + ")" for letter, some in by_letter
    )
    return re.compile(rf"(?:{names})(?!\w)").finditer, towns


_SURE: Final = {"seat": "rule: a seat of government", "landmark": "rule: a landmark"}


@cache
def _row_of(town: str) -> int | None:
    """Give the row of a town by its name, "Cambridge, Massachusetts" too."""
    name, _, state = town.partition(", ")
    entry, outer, index = candidates(name), candidates(state), open_index()
    if entry is None or outer is None:
        return None if entry is None else entry.rows[0]
    inside = (row for row in entry.rows if index.region(row)[:2] == index.region(outer.rows[0])[:2])
    return next(inside, entry.rows[0])


def _seats(text: str) -> list[Span]:
    """Find the Kremlin, the White House, Heathrow and their like: they lie in a town that is known."""
    search, towns = _towned()
    found = []
    for m in search(text):
        start, end = m.span()
        if not text[start - 1 : start].isalnum() and not _is_surname(text, start):
            sort, town = towns[m.group()]
            span = Span(start, end, m.group(), sort, None)
            span.town = _row_of(town)
            span.note(named(_SURE[sort]))
            found.append(span)
    return found


_LONGEST_GIVEN: Final = 16  # characters of a given name, and some more


def _is_surname(text: str, start: int) -> bool:
    """Whether a given name or a title stands right before a name: "Maureen *O'Hare*" is no airport."""
    word = "".join(text[max(0, start - _LONGEST_GIVEN) : start - 1].split()[-1:])  # also where a paragraph begins
    return text[start - 1 : start] == " " and word[:1].isupper() and (
        is_given(norm(word)) or before_class(word) == "title"
    )  # fmt: skip


@cache
def _direction_endings() -> frozenset[str]:
    """Last two letters of directions and the sign after, for most names have some other word before them."""
    ends = {word[-2:] for word in _lexicon()[2]}
    cased = {a + b for end in ends for a in (end[0], end[0].upper()) for b in (end[1], end[1].upper())}
    return frozenset(end + sign for end in cased for sign in " -")


_LONGEST_DIRECTION: Final = 30  # characters of one with its marks, and some more


def _directions(text: str, names: list[Span], longer: list[Span]) -> None:
    """Add "West Surrey", "South Venezuela": a capitalised direction before a name that the gazetteer has without."""
    directions = _lexicon()[2]
    endings = _direction_endings()
    for span in names:
        start = span.start
        if text[start - 3 : start] not in endings or start < 3:
            continue
        at = start - 1
        least = max(0, at - _LONGEST_DIRECTION)
        begin = max(text.rfind(" ", least, at), text.rfind("\n", least, at)) + 1
        if not begin and least:
            continue  # too long a word
        word = text[begin:at].lstrip("\"“(‘'")
        begin = at - len(word)
        if word and word[0].isupper() and word.lower() in directions:
            direction = Span(begin, span.end, text[begin : span.end], "direction", span.entry)
            direction.inner = span
            direction.note(named(f"direction {word.lower()}"))
            longer.append(direction)
