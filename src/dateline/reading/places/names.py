"""Recognition: which words of a text name a place, judged by the words around them and by the rest of the text."""

from __future__ import annotations

import itertools
import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from dateline.atlas.entries import CAPITALS, entry_of
from dateline.atlas.index import open_index
from dateline.atlas.matcher import match
from dateline.atlas.norm import norm
from dateline.reading.places.cues import (
    Said,
    after_class,
    before_class,
    dictionary_kind,
    is_given,
    named,
    rules,
    surname_class,
    weighed,
)
from dateline.reading.places.longer import UPPER, longer_names
from dateline.reading.places.span import Span
from dateline.reading.places.unknown import STATES, unknown_names

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.atlas.entries import Entry
    from dateline.atlas.matcher import Match

__all__ = ["STORMS", "find_spans"]


def find_spans(text: str) -> list[Span]:
    """Give every stretch of a text that may name a place, with what the words around it say; nothing is chosen yet."""
    names = _joined(text, [_trimmed(text, m) for m in match(text)])
    longer = longer_names(text, names)
    _link(text, names)
    _nest(names, longer)
    # One name of the gazetteer may be the whole of a longer form: Hamilton County, Lake Baikal.
    known = {(span.start, span.end): span for span in names}
    for span in longer:
        if span.sort in {"seat", "landmark"} and (same := known.pop((span.start, span.end), None)) is not None:
            names.remove(same)
    spans = (
        names + [span for span in longer if (span.start, span.end) not in known] + unknown_names(text, names, longer)
    )
    for span in longer:
        same = known.get((span.start, span.end))
        if same is not None:
            same.note(named(f"also a {span.sort}"))
    if len(spans) > len(names):
        spans.sort(key=lambda span: (span.start, -span.end))
    for span in spans:
        _look_around(text, span)
    return spans


_ARTICLED: Final = re.compile(r".*(?<![\w-])([AaEe]l|[Aa][nrshztd]{1,2})-\Z").fullmatch
_FIRST_PARTS: Final = frozenset((
    "Puerto", "Ciudad", "Villa", "Porto", "Santa", "Santo", "San", "São", "Sao", "Monte", "Cerro", "Sankt", "Ras",
    "Deir", "Beit", "Kafr", "Tel", "Tell", "Umm", "Wadi", "Jebel", "Jabal", "Nova", "Novo", "Kota",
))  # fmt: skip
_CUT: Final = frozenset((
    "county", "province", "region", "oblast", "state", "city", "district", "prefecture", "governorate", "republic",
    "territory", "territories",
))  # fmt: skip


def _trimmed(text: str, m: Match) -> Span:
    """Make a span of a match; a possessive, the stop of a sentence and a small "province" stay outside."""
    start, end, words, entry = m
    before = text[start - 1 : start]
    if before == "-" and (article := _ARTICLED(text, max(0, start - 5), start)) is not None:
        whole = entry_of(norm(f"{article.group(1)} {words}"))[0]
        if whole is not None:
            return Span(article.start(1), end, text[article.start(1) : end], "name", whole)
    if before == " " and (first := text[max(0, start - 8) : start - 1].rpartition(" ")[2]) in _FIRST_PARTS:
        # Puerto Morelos is another town than Morelos.
        begin = start - 1 - len(first)
        longer = Span(begin, end, text[begin:end], "unknown", None)
        longer.note(named("rule: begins like a town"))
        return longer
    if " " not in words and words[-1] not in "s.":
        return Span(start, end, words, "name", entry)
    if words[-2:] in {"'s", "’s"}:
        bare = entry_of(norm(words[:-2]), CAPITALS if words[:-2].isupper() else 0)[0]
        if bare is not None:
            return Span(start, end - 2, words[:-2], "name", bare)
    elif words[-1] == "." and words.find(".") == len(words) - 1 and words[:-1].isupper():
        bare = entry_of(norm(words[:-1]), CAPITALS)[0]
        if bare is not None:
            return Span(start, end - 1, words[:-1], "name", bare)
    elif words.endswith(" City") and after_class(text[end + 1 : end + 20].partition(" ")[0]) == "Cap-office":
        # The council of Dundee City is Dundee's; that of Kansas City is not Kansas'.
        bare = entry_of(norm(words[:-5]), 0)[0]
        if bare is not None and not (entry.types[0] == "name" and open_index().kind(entry.rows[0]) == "city"):
            return Span(start, end - 5, words[:-5], "name", bare)
    elif words.startswith(("City of ", "Town of ", "State of ")):
        at = words.index(" of ") + 4
        bare = entry_of(norm(words[at:]), 0)[0]
        if bare is not None:
            return Span(start + at, end, words[at:], "name", bare)
    elif words[-1].islower() and " " in words:
        head, _, last = words.rpartition(" ")
        if last in _CUT:
            bare = entry_of(norm(head), 0)[0]
            if bare is not None:
                return Span(start, start + len(head), head, "name", bare)
    return Span(start, end, words, "name", entry)


def _joined(text: str, names: list[Span]) -> list[Span]:
    """Take "Washington, D.C." as the one name that it is in the gazetteer."""
    out: list[Span] = []
    for span in names:
        last = out[-1] if out else None
        if last is not None and span.text in {"D.C.", "DC"} and text[last.end : span.start] in {", ", " "}:
            entry = entry_of(norm(f"{last.text} {span.text}"))[0]
            if entry is not None:
                out[-1] = Span(last.start, span.end, text[last.start : span.end], "name", entry)
                continue
        out.append(span)
    return out


def _link(text: str, names: list[Span]) -> None:
    """Tie "Paris, Texas" together: the second is a state or country that some place of the first name lies in."""
    for one, two in itertools.pairwise(names):
        gap = text[one.end : two.start] if two.start - one.end < _LONGEST_GAP else ""
        if gap in _COMMAS:
            if _lies_in(one.entry, two.entry):
                one.pin, two.of = two, one
        elif gap in _WITHIN:
            if one.pin is None and _lies_in(one.entry, two.entry):
                one.pin = two
        elif (gap in _OWNED or (len(gap) >= _SHORTEST_NOUN and _THE_CITY_OF(gap) is not None)) and _lies_in(
            two.entry, one.entry, as_people=True
        ):
            two.pin = one


_LONGEST_GAP: Final = 40
_SHORTEST_NOUN: Final = 6  # " city "
_COMMAS: Final = frozenset((", ", ",\n", " (", ","))
_WITHIN: Final = frozenset((" in ", " in the ", ", in ", ", in the "))
_OWNED: Final = frozenset(("'s ", "’s "))
# "the Syrian city of Raqqa", "Nigeria's northern Kano state", "the Yemeni capital Sanaa"
_THE_CITY_OF: Final = re.compile(
    r"(?:['’]s)? (?:[a-z-]+ ){0,2}(?:city|town|village|port|province|state|region|district|capital|island|suburb)"
    r"(?:,| of)? (?:the )?"
).fullmatch


@lru_cache(maxsize=20_000)
def _lies_in(inner: Entry | None, outer: Entry | None, *, as_people: bool = False) -> bool:
    """Whether a place of the one name lies in the state, division or country that the other name means first."""
    if inner is None or outer is None or (outer.types[0] in {"adjective", "demonym", "language"} and not as_people):
        return False
    index = open_index()
    top = outer.rows[0]
    if index.kind(top) not in STATES:
        return False
    countries, code, *_ = index.region(top)
    for row in inner.rows:
        if row == top:
            continue
        lands, division, *_ = index.region(row)
        if code and index.kind(top) == "region":
            if division == code and index.kind(row) != "region":
                return True
        elif countries and lands == countries and index.kind(row) not in {"country", "territory"}:
            return True
    return False


def _nest(names: list[Span], longer: list[Span]) -> None:
    """Tell each name that lies in a longer one, and each longer one what it holds."""
    longer.sort(key=lambda span: (span.start, -span.end))
    at = 0
    for span in longer:
        while at < len(names) and names[at].end <= span.start:
            at += 1
        n = at
        holds = False
        while n < len(names) and names[n].start < span.end:
            name = names[n]
            if name.start >= span.start and name.end <= span.end:
                if name.end - name.start < span.end - span.start:
                    where = "begins" if name.start == span.start else "ends" if name.end == span.end else "inside"
                    cue = f"{where} a {span.sort}" if span.sort != "direction" else "after a direction"
                    if (said := named(cue)) not in name.cues:
                        name.note(said)
                        name.shared.append(said)
                    if not holds:
                        holds = True
                        span.inner = span.inner or name
                        span.entry = span.entry or name.entry
                        strong = name.entry is not None and name.entry.priors[0] >= 5.5
                        span.note(named(f"{span.sort}: a {'great' if strong else 'small'} place {where} it"))
            else:
                span.note(named("cuts a name"))
            n += 1
        if not holds and span.sort != "direction":
            span.note(named(f"{span.sort}: no place in it"))


_SETTLEMENTS: Final = frozenset((
    "village", "villages", "town", "towns", "city", "cities", "hamlet", "suburb", "suburbs", "outskirts", "township",
    "municipality", "port", "resort", "settlement", "district", "neighbourhood", "neighborhood", "province", "island",
))  # fmt: skip


@cache
def _moving() -> frozenset[str]:
    """Forms of verbs that take whoever moves to a place: "flew *to*", "arrived *in*"."""
    return frozenset(rules()["before"]["moving"].split())


@cache
def _visiting() -> frozenset[str]:
    """Forms of verbs whose object is a place that somebody goes to or leaves: "will *visit* Florence"."""
    return frozenset(rules()["words"]["visiting"].split())


_COMMA_AGE = re.compile(r",? (?:aged )?\d{1,2},|,? \d{1,2}[.;]")


def _look_around(text: str, span: Span) -> None:
    """Note the classes of the words around a span, and what the name itself says."""
    two = _look_back(text, span)
    possessed = _look_on(text, span)
    around = _surroundings(span.before, two, span.after, possessed)
    span.note(around)
    span.shared.append(around)
    if span.before == "direction" and span.before_word.islower():
        span.note(named("a direction in small letters before"))
    if span.of is not None:
        span.note(named("the state of a town"))
    if span.sort == "name" and span.entry is not None:
        itself = _of_itself(span.entry, span.text)
        span.size, span.who = itself.size, itself.who
        span.note(itself.said)
        _note_beside(span, itself.size)
        _note_rules(text, span, span.entry, possessed)
        if itself.is_other and span.pin is None:
            span.note(named("rule: better known as something else"))
        if span.single and itself.who != "no person":
            _note_beside(span, itself.who)
    else:
        _note_beside(span, span.sort)


def _note_rules(text: str, span: Span, entry: Entry, possessed: str) -> None:
    """Note what is said outright of a name: that it is a saint's, a disease's, a person's, a storm's, a ship's."""
    after, before_word = span.after, span.before_word
    if after == "'s" and possessed.startswith("Cap") and span.text.startswith("S") and _SAINT(span.text):
        span.note(named("rule: a saint's church or school"))
    sick = _DISEASE(text, span.end) if after in _BEFORE_DISEASES else None
    if sick is not None and (sick.group(1) or entry.priors[0] < _GREAT or before_word == "West"):
        span.note(named("rule: a disease is named after it"))
    if span.single and after == "Cap" and (told := _PERSON_ON(text, span.end)) is not None:
        span.note(_called(span.who, told.group(1)))
    if before_word in STORMS:
        span.note(named("rule: a storm's name"))
    if before_word in _BEFORE_SHIPS and after.startswith("comma") and _SHIP(text, span.end):
        span.note(named("rule: a ship's name"))
    if before_word in _beaten() and entry.priors[0] >= _TOWN:
        span.note(named("rule: beaten in a match"))


_DISEASE: Final = re.compile(
    r"[ \u00a0-]((?:acute|h?a?emorrhagic|respiratory|severe|spotted|equine) )*"
    r"(?:fever|virus|disease|hantavirus|encephalitis|syndrome|flu|ebolavirus)(?!\w)"
).match
_BEFORE_DISEASES: Final = frozenset(("low", "glued -"))
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
    before = text[max(0, span.start - 40) : span.start]
    glued = before[-1:]
    if not before or glued == "\n":
        span.before = "start"
    elif glued in " \u00a0":
        words = before.rsplit(None, 2)
        if not words:
            span.before = "start"
            return ""
        word, second = words[-1], words[-2] if len(words) > 1 else ""
        span.before_word, span.second_word = word, second
        span.before = kind = before_class(_last_part(word) if "-" in word else word)
        if (
            ((kind in _WHITHER or word in _ACROSS) and second.lower() in _moving())
            or word in _visiting()
            or (word == "for" and _LEFT_FOR(before))
        ):
            span.note(named("rule: somebody goes there"))
        if second and kind in _TELLING:
            if kind == "of" and second.lower() in _SETTLEMENTS:
                span.note(named("rule: called a village or town"))
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
        words = after[2:].split(None, 1)
        return after_class(words[0]) if words else ""
    elif glued in " \u00a0":
        words = after.split(None, 1)
        if words:
            word = span.after_word = words[0]
            span.after = after_class(word)
            # "Dundee City Council" is a council, not a team of Dundee.
            if word in _OF_TOWNS and len(words) > 1 and after_class(words[1].split(None, 1)[0]) == "Cap-office":
                span.after = "Cap-office"
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
_HYPHENS: Final = {sign: f"glued {sign}" for sign in "-–—/"}
_GLUED_BEFORE: Final = _HYPHENS | dict.fromkeys("\"“‘'", "glued quote") | dict.fromkeys("([", "glued (")
_GLUED_AFTER: Final = (
    _HYPHENS
    | dict.fromkeys(".;:!?", "glued stop")
    | dict.fromkeys("\"”’'", "glued quote")
    | dict.fromkeys(")]", "glued )")
)


@weighed("names")
def _surroundings(before: str, two: str, after: str, possessed: str) -> Iterable[str]:
    """Give the cues of the classes of the words around."""
    cues = [f"before: {before}", f"after: {after}", f"between {before} and {after}"]
    if two:
        cues.append(f"two before: {two}, {before}")
    if possessed:
        cues.append(f"after 's: {possessed}")
    return cues


def _note_beside(span: Span, what: str) -> None:
    """Note a sort of name, or of person, beside the words around: apart, as the two together seldom come again."""
    before, after = _beside(what, "before", span.before), _beside(what, "after", span.after)
    cues = span.cues
    cues.append(before)
    cues.append(after)
    span.score += before.weight + after.weight


@weighed("names")
def _beside(what: str, side: str, word: str) -> Iterable[str]:
    """Give the cue of a sort of name, or of person, and the class of the word on one side."""
    return (f"{what} | {side}: {word}",)


_GREAT: Final = 6.0  # the prior of a city of a million


class _Itself(NamedTuple):
    """What a name says: the size of its largest place, who bears it, all cues, whether it is better known otherwise."""

    size: str
    who: str
    said: Said
    is_other: bool


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
    return _Itself(size, who, named(*found), entry.norm in _others())


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
