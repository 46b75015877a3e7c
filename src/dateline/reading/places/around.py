"""What the words around a name, and the name itself, say for and against a place being meant."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from dateline.atlas.entries import entry_of
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
    weighed,
)
from dateline.reading.places.longer import NAMES_SHIPS, UPPER, dull_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.atlas.entries import Entry
    from dateline.reading.places.span import Span

__all__ = ["STORMS", "look_around"]

_SETTLEMENTS: Final = frozenset((
    "village", "villages", "town", "towns", "city", "cities", "hamlet", "suburb", "suburbs", "outskirts", "township",
    "municipality", "port", "resort", "settlement", "district", "neighbourhood", "neighborhood", "province", "island",
))  # fmt: skip


@cache
def _moving() -> frozenset[str]:
    """Forms of verbs that take whoever moves to a place: "flew *to*", "arrived *in*"."""
    return frozenset(rules()["before"]["moving"].split())


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
        _note_rules(text, span, span.entry, possessed)
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
    befores, afters = _sides(beside)
    first, second = befores[before], afters[after]
    span.cues += (first, second)
    span.score += first[1] + second[1]


def _note_rules(text: str, span: Span, entry: Entry, possessed: str) -> None:
    """Note what is said outright of a name: that it is a saint's, a disease's, a person's, a storm's, a ship's."""
    after, before_word = span.after, span.before_word
    if after in _BEFORE_DISEASES:
        if (
            text[span.end + 1 : span.end + 3] in _DISEASES_BEGIN
            and (sick := _DISEASE(text, span.end)) is not None
            and (sick.group(1) or entry.priors[0] < _GREAT or before_word == "West")
        ):
            span.note(named("rule: a disease is named after it"))
    elif after == "'s":
        if possessed.startswith("Cap") and span.text.startswith("S") and _SAINT(span.text):
            span.note(named("rule: a saint's church or school"))
    elif after == "Cap" and span.single and (told := _PERSON_ON(text, span.end)) is not None:
        span.note(_called(span.who, told.group(1)))
    if before_word in STORMS:
        span.note(named("rule: a storm's name"))
    if before_word in NAMES_SHIPS:
        span.note(named("rule: a ship's name"))
    if (
        not span.single
        and span.text.partition(" ")[0] in _CROWNS
        and span.before not in {"place", "to"}
        and (entry.priors[0] < _LARGE)
    ):
        span.note(named("rule: a title in a name"))
    if after.startswith("comma") and before_word in _BEFORE_SHIPS and _SHIP(text, span.end):
        span.note(named("rule: a ship's name"))
    if span.single and span.who not in {"", "no person"} and after == "comma, said" and entry.priors[0] < _GREAT and (
        _WHO(text, span.end)
    ):  # fmt: skip
        span.note(named("rule: a person who"))
    named_before = span.before in _PERSONS and after not in _NO_SURNAME and not span.text.isupper()
    if span.single and (
        (named_before and _is_somebody(before_word, is_land=open_index().kind(entry.rows[0]) in _LANDS))
        or (after == "Cap" and _AGED(text, span.end) is not None)
        or (after == "Cap" and "given" in span.who and _is_full_name(text, span.end))
    ):
        span.person = True
        span.note(named("rule: a person's name"))
    if before_word in _TAKEN or (before_word in _STRUCK and span.who == "no person"):
        span.note(named("rule: taken or bombed"))
    if after == "glued -" and _BASED(text, span.end):
        span.note(named("rule: where it is based"))
    if after == "said" and before_word in _INSIDE and span.second_word[1:].islower() and (
        span.second_word[0].islower() or span.second_word[-1] == "s"
    ):  # fmt: skip
        span.note(named("rule: where those are who say so"))
    goes = before_word == "to" and entry.word and span.second_word.lower() in _moving()
    if (goes or before_word in _INSIDE) and span.single and after in _STANDS_ALONE and _is_doubted_town(span, entry):
        span.note(named("rule: a town behind in"))
    if before_word in _beaten() and entry.priors[0] >= _TOWN:
        span.note(named("rule: beaten in a match"))


_ILLS: Final = (
    "acute", "haemorrhagic", "hemorrhagic", "respiratory", "severe", "spotted", "equine",
)  # fmt: skip
_DISEASES: Final = "fever", "virus", "disease", "hantavirus", "encephalitis", "syndrome", "flu", "ebolavirus"
_DISEASE: Final = re.compile(rf"[ \u00a0-]((?:{'|'.join(_ILLS)}) )*(?:{'|'.join(_DISEASES)})(?!\w)").match
_DISEASES_BEGIN: Final = frozenset([word[:2] for word in _ILLS + _DISEASES])
_BEFORE_DISEASES: Final = frozenset(("low", "glued -"))


@cache
def _shores() -> frozenset[str]:
    """Words before which "Bank" is a shore: "East Bank"."""
    return frozenset(rules()["direction"]["words"].split()) | {"left", "right", "outer"}


_CROWNS: Final = frozenset(("Queen", "King", "Prince", "Princess", "Lord", "Lady"))
_BEFORE_SHIPS: Final = frozenset(("", "the", "The", "MV", "MT", "SS", "vessel", "ship", "tanker", "ferry"))
_SHIP: Final = re.compile(
    r", (?:an?|the|its|one of) (?:[\w.’'-]+ ){0,4}?(?:tanker|ship|vessel|ferry|freighter|frigate|destroyer|carrier"
    r"|warship|submarine|yacht|trawler|cruiser|corvette|barge|tug|icebreaker|steamer|schooner|bulker)s?\b"
).match
_PERSON_ON: Final = re.compile(rf"[ \u00a0]({UPPER}[\w’'-]*[a-z])(?:['’]s)?(?![\w’'-]| {UPPER})").match


@weighed("names")
def _called(who: str, following: str) -> Iterable[str]:
    """Tell of the one capital after a name whether it is a surname, and what the dictionary says: Paris *Hilton*."""
    folded = norm(following.removesuffix("'s").removesuffix("’s"))
    sur, kinds = surname_class(folded), dictionary_kind(folded)
    return f"a {sur or 'no'} surname follows", f"{who}, and a {sur or 'no'} surname follows", f"follows: {kinds}"


STORMS: Final = frozenset(("Hurricane", "Typhoon", "Cyclone", "Storm"))
_SAINT: Final = re.compile(r"(?:St\.?|Saint) ").match


_WHO: Final = re.compile(r", whose? ").match
_AGED: Final = re.compile(rf"[ \u00a0]{UPPER}[\w’'-]+, (?:aged )?\d{{1,2}}[,.;]").match  # "*Georgia* Roa, 23, won"
_PERSONS: Final = frozenset(("given", "title", "initial"))
_NO_SURNAME: Final = frozenset(
    ("admin", "Cap-admin", "Cap-feature", "Cap-street", "Cap-venue", "comma and state", "glued -", "glued /")
)


@lru_cache(maxsize=20_000)
def _is_somebody(word: str, *, is_land: bool) -> bool:
    """Whether a given name, an initial or a title with its capital stands before, and no place: "*Ana* Austin"."""
    bare = word.lstrip("\"“‘'(")
    low = bare.lower().rstrip(".")
    if not bare[:1].isupper() or low in _NO_TITLES or (bare[-1] == "." and len(bare) > len("Prof.")):
        return False
    if low in dull_words():
        return low in _SHORT_TITLES  # "Sunday Alexandria"
    entry = entry_of(norm(bare))[0]
    return entry is None or (entry.priors[0] < _CITY and not (is_land and entry.word))  # "Star India"


def _is_full_name(text: str, end: int) -> bool:
    """Whether a surname and a verb or a mark follow a given name: "*Sydney* Roa sang", not "Sydney Swans"."""
    told = _SURNAME(text, end)
    if told is None:
        return False
    low = norm(told.group(1))
    if surname_class(low) is None or low[-1] == "s" or dictionary_kind(low).startswith(("noun: a th", "noun: a pl")):
        return False
    entry = entry_of(low)[0]
    return entry is None or entry.priors[0] < _LARGE


_SURNAME: Final = re.compile(rf"[ \u00a0]({UPPER}[a-z’'-]+[a-z])(?:,? (?!and\b|of\b)[a-z]|, {UPPER}|[.;:])").match
_SHORT_TITLES: Final = frozenset(("mr", "mrs", "ms"))
_CITY: Final = 5.55  # the prior of a city of 350,000: Georgia, Sydney and Paris are more often places than persons
_LANDS: Final = frozenset(("country", "territory", "region", "continent"))
_NO_TITLES: Final = frozenset(
    ("metro", "miss", "king", "queen", "prince", "lord", "lady", "dame", "sister", "general", "major")
)
_TAKEN: Final = frozenset(
    "seized seize seizing captured capture capturing recaptured recapture recapturing retook retake retaking shelled"
    " shelling bombed bombing bombarded bombarding besieged besieging occupied occupying liberated liberating".split()
)
_STRUCK: Final = frozenset(
    "hit struck rocked rattled battered lashed flooded devastated pounded ravaged paralysed".split()
)
_BASED: Final = re.compile(r"-(?:based|born|bound|area|registered|raised|headquartered)\b").match
_GREATEST: Final = (["main"], ["largest"], ["biggest"], ["only"], ["international"], ["city"], ["old"], ["new"])
_INSIDE: Final = frozenset(("in", "In", "near"))
_STANDS_ALONE: Final = frozenset(
    ("function", "glued stop", "end", "mark", "and", "place", "comma", "comma, function", "comma, low", "comma, Cap",
     "comma, number", "comma, the", "comma, said", "comma, and", "to", "by")
)  # fmt: skip
_PUT_IN: Final = frozenset(
    "confidence confident faith trust trusted belief believe believed interest interested".split()
)
_LARGE: Final = 4.7  # the prior of a town of 50,000


def _is_doubted_town(span: Span, entry: Entry) -> bool:
    """Whether a town's name is a word or a person's as well, and what stands before it says where: "hurt in *Bath*"."""
    return (
        (entry.word or span.who != "no person")
        and entry.priors[0] >= _LARGE
        and entry.types[0] in {"name", "short", "alt"}
        and span.second_word.lower() not in _PUT_IN
    )


_TOWN: Final = 5.0  # the prior of a city of 100,000


@cache
def _beaten() -> frozenset[str]:
    """Verbs whose object is a team: "beat *Lyon*"."""
    return frozenset(rules()["verbs"]["plays"].split())


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
        # "for" is of the class of "to".
        if (kind in _WHITHER or word in _going()) and (
            word in _visiting()
            or second.lower() in _moving()
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
        people = index.people(row)
        step = next((s for s in (500, 2000, 5000, 15000, 50000, 150000, 500000, 2000000) if people < s), 0)
        return f"town under {step:,}" if step else "city over 2,000,000"
    if kind == "region" and index.region(row)[1] is None:
        return "macro region"
    return kind if kind in {"country", "territory", "region", "county", "continent"} else "feature"
