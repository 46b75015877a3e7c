"""What the words around a name, and the name itself, say for and against a place being meant."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from dateline.atlas.index import open_index
from dateline.atlas.norm import norm
from dateline.reading.places.cues import (
    Said,
    after_class,
    before_class,
    dictionary_kind,
    is_given,
    named,
    rules,
    shared,
    surname_class,
    weigh,
)
from dateline.reading.places.outright import moving_words, note_rules

if TYPE_CHECKING:
    from dateline.atlas.entries import Entry
    from dateline.reading.places.span import Span

__all__ = ["look_around"]

_SETTLEMENTS: Final = frozenset((
    "village", "villages", "town", "towns", "city", "cities", "hamlet", "suburb", "suburbs", "outskirts", "township",
    "municipality", "port", "resort", "settlement", "district", "neighbourhood", "neighborhood", "province", "island",
))  # fmt: skip


@cache
def _leading() -> frozenset[str]:
    """Nouns of what leads to a place: "the *road* to Split"."""
    return frozenset(rules()["words"]["leading"].split())


@cache
def _held_by_places() -> frozenset[str]:
    """Nouns of what places have, and nobody else: the *mayor* of Salerno, Salerno's *airport*."""
    return frozenset(rules()["words"]["held"].split())


@cache
def _visiting() -> frozenset[str]:
    """Forms of verbs whose object is a place that somebody goes to or leaves: "will *visit* Florence"."""
    return frozenset(rules()["words"]["visiting"].split())


@cache
def _going() -> frozenset[str]:
    """Words that themselves tell of somebody who goes to a place or leaves it."""
    return _ACROSS | _visiting()


_COMMA_AGE = re.compile(r",? (?:aged )?\d{1,2},|,? \d{1,2}[.;]")


def look_around(text: str, span: Span) -> None:
    """Note the classes of the words around a span, and what the name itself says."""
    two = _look_back(text, span)
    possessed = _look_on(text, span)
    before, after = span.before, span.after
    around, of_sense = _surroundings(before, two, after, possessed)
    if of_sense is not None:
        span.shared.append(of_sense)
    span.note(around)
    if before == "direction" and span.before_word.islower():
        span.note(named("a direction in small letters before"))
    if span.of is not None:
        span.note(named("the state of a town"))
    if span.sort == "name" and span.entry is not None:
        itself = _of_itself(span.entry, span.text)
        span.size, span.who, said = itself.size, itself.who, itself.said
        first, second = itself.befores[before], itself.afters[after]
        span.cues += (said, first, second)
        span.score = span.score + said[1] + (first[1] + second[1])
        note_rules(text, span, span.entry, possessed)
        if itself.is_other and span.pin is None:
            span.note(named("rule: better known as something else"))
        if not span.single or span.who == "no person":
            return
        beside = span.who
    else:
        beside = span.sort
        is_bank = beside == "quarter" and span.text.endswith(" Bank") and span.before_word not in _visiting()
        if is_bank and span.text.split(" ", 1)[0].lower() not in _shores():
            span.note(named("rule: a bank"))
        if before not in _OF_SOMEBODY and _WHO(text, span.end) and is_given(norm(span.text.split(" ", 1)[0])):
            span.note(named("rule: a person's name"))  # "*Vera Marsh*, who fled"
    befores, afters = _sides(beside)
    first, second = befores[before], afters[after]
    span.cues += (first, second)
    span.score += first[1] + second[1]


@cache
def _others() -> frozenset[str]:
    return frozenset(name.replace("_", " ") for name in rules()["words"]["other"].split())


_ACROSS: Final = frozenset(("over", "across", "through", "towards", "toward", "past"))
_WHITHER: Final = frozenset(("to", "place"))
_FROM_TO: Final = re.compile(r".*\bfrom (?:[A-Z][\w.'’-]* ){1,3}to\s\Z", re.DOTALL).match  # "from Hamburg *to* Kiel"
_LEFT_FOR: Final = re.compile(
    r"\b(?:(?:left|leaves?|leaving|depart(?:s|ed|ing)?|sail(?:s|ed|ing)? from) [\w’'-]+(?: [\w’'-]+)?"
    r"|bound|headed|heading|heads?|set(?:ting)? (?:sail|out|off)) for $"
).search
_TELLING: Final = frozenset(("the", "and", "direction", "kind", "of", "comma", "cap", "mark"))


@cache
def _shores() -> frozenset[str]:
    """Words before which "Bank" is a shore: "East Bank"."""
    return frozenset(rules()["direction"]["words"].split()) | {"left", "right", "outer"}


def _last_part(word: str) -> str:
    """What a word of two parts ends with, where that is no name: "occupied" of "Russian-occupied"."""
    last = word.rpartition("-")[2]
    return last if last.isalpha() and last.islower() else word


def _look_back(text: str, span: Span) -> str:
    """Tell the word before a span by its class; of one that says little, give the word before it."""
    start = span.start
    before = text[start - 40 if start > 40 else 0 : start]
    glued = before[-1:]
    if not before or glued == "\n":
        span.before = "start"
    elif glued in " \u00a0":
        words = before.rsplit(None, 2)
        if not words:
            span.before = "start"
            return ""
        word = span.before_word = words[-1]
        second = span.second_word = words[-2] if len(words) > 1 else ""
        kind = span.before = before_class(_last_part(word) if "-" in word else word)
        if kind == "ing":
            word = word.lower()  # "*Entering* Goma, the rebels …"
        # "for" is of the class of "to".
        if (kind in _WHITHER or word in _going()) and (
            word in _visiting()
            or second.lower() in moving_words()
            or (word == "to" and second.lower() in _leading())
            or (word == "for" and _LEFT_FOR(before))
            or (word == "to" and _FROM_TO(before))
        ):
            span.note(named("rule: somebody goes there"))
        if second and kind in _TELLING:
            if kind == "of" and second.lower() in _SETTLEMENTS:
                span.note(named("rule: called a village or town"))
            elif kind == "of" and second.lower() in _held_by_places():
                span.note(named("rule: what a place has"))
            return before_class(second)
    else:
        span.before = _GLUED_BEFORE.get(glued, "glued other")
    return ""


_GREATEST: Final = (["main"], ["largest"], ["biggest"], ["only"], ["international"], ["city"], ["old"], ["new"])


_OF_SOMEBODY: Final = frozenset(("place", "to", "of"))
_WHO: Final = re.compile(r", who(?:se)? ").match
_BEFORE_WHO_GOES: Final = frozenset(("start", "comma", "mark", "stop", "function"))
_GOES: Final = re.compile(
    r"[ \u00a0](?:(?:has|had|then|later|also|will)[ \u00a0])?(?:flew|flown|drove|driven|walked|hiked|travell?ed|travels"
    r"|arrived|arrives|headed|heads|departed|departs|boarded|boards|fled|cycled|limped|fly|travel|arrive)\b"
).match


def _look_on(text: str, span: Span) -> str:
    """Tell the word after a span by its class; after a possessive, give the class of the word after it."""
    end = span.end
    after = text[end : end + 40]
    glued = after[:1]
    if not after or glued == "\n":
        span.after = "end"
    elif after[:2] in {"'s", "’s"}:
        span.after = "'s"
        words = after[2:].split(None, 2)
        if any(word.rstrip(",.;:") in _held_by_places() for word in words[: 1 + (words[:1] in _GREATEST)]):
            span.note(named("rule: what a place has"))
        return after_class(words[0]) if words else ""
    elif glued in " \u00a0":
        words = after.split(None, 1)
        if words:
            word = span.after_word = words[0]
            span.after = after_class(word)
            # "Dundee City Council" is a council, not a team of Dundee.
            if span.before in _BEFORE_WHO_GOES and _GOES(after) is not None:
                span.note(named("rule: goes somewhere"))  # "After the talks, *Nelson* drove to Bari"
            if word in _OF_TOWNS and len(words) > 1:
                body = words[1].split(None, 1)[0]
                if after_class(body) == "Cap-office":
                    span.after = "Cap-office"
                if body.rstrip(",.;:’'s") in _BODIES:
                    span.note(named("rule: a town's own body"))
        else:
            span.after = "end"
    elif glued == ",":
        if span.pin is not None:
            span.after = "comma and state"
        elif _COMMA_AGE.match(after):
            span.after = "comma and age"
        else:
            words = after[1:].split(None, 1)
            span.after = "comma, " + (after_class(words[0]) if words else "end")
    else:
        span.after = _GLUED_AFTER.get(glued, "glued other")
    return ""


_OF_TOWNS: Final = frozenset(("City", "Town", "Borough", "Metropolitan", "Municipal", "Crown", "Regional"))
_BODIES: Final = frozenset(("Council", "Hall", "Police", "Fire", "School", "Schools", "Attorney", "Manager", "Court"))
_HYPHENS: Final = {sign: f"glued {sign}" for sign in "-–—/"}
_GLUED_BEFORE: Final = _HYPHENS | dict.fromkeys("\"“‘'", "glued quote") | dict.fromkeys("([", "glued (")
_GLUED_AFTER: Final = (
    _HYPHENS
    | dict.fromkeys(".;:!?", "glued stop")
    | dict.fromkeys("\"”’'", "glued quote")
    | dict.fromkeys(")]", "glued )")
)


@lru_cache(maxsize=50_000)
def _surroundings(before: str, two: str, after: str, possessed: str) -> tuple[Said, Said | None]:
    """Give the cues of the classes of the words around, for a name and for its sense."""
    cues = [f"before: {before}", f"after: {after}", f"between {before} and {after}"]
    if two:
        cues.append(f"two before: {two}, {before}")
    if possessed:
        cues.append(f"after 's: {possessed}")
    return weigh("names", cues), shared(cues)


class _Side(dict[str, Said]):
    """
    For each class of the word on one side the cue of it and a sort of name, or of person, made when first asked for.

    One side at a time, as both sides together seldom come again.
    """

    def __init__(self, what: str, side: str) -> None:
        super().__init__()
        self._cue = f"{what} | {side}: "

    def __missing__(self, word: str) -> Said:
        said = self[word] = weigh("names", (self._cue + word,))
        return said


@cache
def _sides(what: str) -> tuple[_Side, _Side]:
    """Give the cues of a sort of name, or of person, and the class of the word before and after it."""
    return _Side(what, "before"), _Side(what, "after")


_GREAT: Final = 6.0  # the prior of a city of a million


class _Itself(NamedTuple):
    """
    What a name says.

    Attributes
    ----------
    size, who
        The size of its largest place; who bears it.
    said, is_other
        All cues; whether it is better known as something else.
    befores, afters
        What a word beside a name of this size says, by its class.
    """

    size: str
    who: str
    said: Said
    is_other: bool
    befores: _Side
    afters: _Side


@lru_cache(maxsize=50_000)
def _of_itself(entry: Entry, text: str) -> _Itself:
    """Tell what the name itself says: the size of the largest place, whether persons bear it, whether it is a word."""
    size, how = _size(entry), entry.types[0]
    words = entry.norm.count(" ") + 1
    who, given = "no person", False
    if words == 1:
        given, sur = is_given(entry.norm), surname_class(entry.norm)
        who = ("given" if given else "") + (f" {sur} surname" if sur else "") or "no person"
        who = who.strip()
    # England and French are surnames, too, and Turkey is a word: of a great name that says less.
    great = "great, " if entry.priors[0] >= _GREAT else ""
    if great and who != "no person":
        who = great + ("given" if given else "surname")
    found = [size, who, f"{min(words, 3)} words"]
    if how in {"alt", "short", "historic"}:
        found.append(f"{how} name")
    if words == 1 and how == "name":
        found.append(dictionary_kind(entry.norm))
    if entry.word:
        found.append(f"{great}common word")
        if not great:
            found.append(f"common word | {size}")
    if text.isupper():
        found.append("all capitals, " + ("short" if len(text) <= 3 else "long"))
    if words == 1 and len(text) <= 4:
        found.append("short" if text.isupper() else f"{great}short")
    if words == 1:
        found.append(f"{size} | one word")
        if who != "no person":
            found.append(f"{size} | {who}")
    return _Itself(size, who, weigh("names", found), entry.norm in _others(), *_sides(size))


_STEPS: Final = (500, 2000, 5000, 15000, 50000, 150000, 500000, 2000000)
_TOWNS: Final = (*(f"town under {step:,}" for step in _STEPS), f"city over {_STEPS[-1]:,}")


def _size(entry: Entry) -> str:
    """Tell what sort of place a name means first, and of a city how large it is."""
    index = open_index()
    row, how = entry.rows[0], entry.types[0]
    kind = index.kind(row)
    if how in {"adjective", "demonym", "language"}:
        return how
    if how in {"code", "abbrev"}:
        return f"{how} of {kind if kind in {'country', 'region'} else 'other'}"
    if kind == "city":
        if index.seat(row) == 2:
            return "capital"
        return _TOWNS[bisect_right(_STEPS, index.people(row))]
    if kind == "region" and index.region(row)[1] is None:
        return "macro region"
    return kind if kind in {"country", "territory", "region", "county", "continent"} else "feature"
