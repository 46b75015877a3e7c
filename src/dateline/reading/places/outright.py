"""What words beside a name say outright: that a person, a storm or a ship bears it, or that it is a town."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from dateline.atlas.entries import entry_of
from dateline.atlas.index import open_index
from dateline.atlas.norm import norm
from dateline.reading.places.cues import dictionary_kind, named, rules, surname_class, weighed
from dateline.reading.places.longer import NAMES_SHIPS, UPPER, dull_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.atlas.entries import Entry
    from dateline.reading.places.span import Span

__all__ = ["STORMS", "moving_words", "note_rules"]

STORMS: Final = frozenset(("Hurricane", "Typhoon", "Cyclone", "Storm"))
_GREAT: Final = 6.0  # the prior of a city of a million


@cache
def moving_words() -> frozenset[str]:
    """Forms of verbs that take whoever moves to a place: "flew *to*", "arrived *in*"."""
    return frozenset(rules()["before"]["moving"].split())


def note_rules(text: str, span: Span, entry: Entry, possessed: str) -> None:
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
    if before_word in _telling_words():
        _note_word_before(span, entry)
    if (
        before_word in _BEFORE_SHIPS
        and after.startswith("comma")
        and not (span.text.rpartition(" ")[2] in _WATERS and text.startswith(", the ", span.end))
        and _SHIP(text, span.end)
    ):
        span.note(named("rule: a ship's name"))
    if span.single:
        _note_person(text, span, entry)
    elif span.text.partition(" ")[0] in _CROWNS and span.before not in {"place", "to"} and (entry.priors[0] < _LARGE):
        span.note(named("rule: a title in a name"))
    if after == "glued -" and _BASED(text, span.end):
        span.note(named("rule: where it is based"))
    if before_word in _WHERE or (before_word in _LEAVES and _FOR_A_NAME(text, span.end)):
        _note_whereabouts(span, entry)


def _note_word_before(span: Span, entry: Entry) -> None:
    """Note what one word before a name says outright."""
    word = span.before_word
    if word in STORMS:
        span.note(named("rule: a storm's name"))
    if word in NAMES_SHIPS:
        span.note(named("rule: a ship's name"))
    if word in _TAKEN or (word in _STRUCK and span.who == "no person"):
        span.note(named("rule: taken or bombed"))
    if word in _beaten() and entry.priors[0] >= _TOWN:
        span.note(named("rule: beaten in a match"))


def _note_person(text: str, span: Span, entry: Entry) -> None:
    """Note that one word is a person's name, by what stands beside it."""
    after, who = span.after, span.who
    if after == "comma, said" and who not in {"", "no person"} and entry.priors[0] < _GREAT and _WHO(text, span.end):
        span.note(named("rule: a person who"))
    named_before = span.before in _PERSONS and after not in _NO_SURNAME and not span.text.isupper()
    if (named_before and _is_somebody(span.before_word, is_land=open_index().kind(entry.rows[0]) in _LANDS)) or (
        after == "Cap" and (_AGED(text, span.end) is not None or ("given" in who and _is_full_name(text, span.end)))
    ):
        span.person = True
        span.note(named("rule: a person's name"))


def _note_whereabouts(span: Span, entry: Entry) -> None:
    """Note that a name stands where a town does: where those are who say so, behind "in", where somebody goes."""
    after, word, second = span.after, span.before_word, span.second_word
    if after == "said" and word in _INSIDE and second[1:].islower() and (second[0].islower() or second[-1] == "s"):
        span.note(named("rule: where those are who say so"))
    goes = word not in _INSIDE and _GOES in span.cues and after != "comma, said"  # "to Hull, who scored"
    goes = goes or (word in _FROM and second in _LENGTHS) or (word == "to" and second == "home")  # "9 km of Beni"
    goes = goes or word in _BESIDE  # "in nearby Reading"
    least = _SMALL if goes else _LARGE
    if (goes or word in _INSIDE) and span.single and after in _STANDS_ALONE and _is_doubted_town(span, entry, least):
        span.note(named("rule: a town behind in"))


_ILLS: Final = (
    "acute", "haemorrhagic", "hemorrhagic", "respiratory", "severe", "spotted", "equine",
)  # fmt: skip
_DISEASES: Final = "fever", "virus", "disease", "hantavirus", "encephalitis", "syndrome", "flu", "ebolavirus"
_DISEASE: Final = re.compile(rf"[ \u00a0-]((?:{'|'.join(_ILLS)}) )*(?:{'|'.join(_DISEASES)})(?!\w)").match
_DISEASES_BEGIN: Final = frozenset([word[:2] for word in _ILLS + _DISEASES])
_BEFORE_DISEASES: Final = frozenset(("low", "glued -"))


_CROWNS: Final = frozenset(("Queen", "King", "Prince", "Princess", "Lord", "Lady"))
# "After entering the Black *Sea*, the frigate sank", but "the Kara Sea, a tanker".
_WATERS: Final = frozenset("Sea Ocean Gulf Strait Straits Channel Canal River Bay Lake Sound".split())
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
_INSIDE: Final = frozenset(("in", "In", "near"))
_BESIDE: Final = frozenset(("nearby", "neighbouring", "neighboring"))
_FROM: Final = frozenset(("of", "from", "off"))
_LENGTHS: Final = frozenset("km miles mile kilometres kilometers metres meters".split())
_STANDS_ALONE: Final = frozenset(
    ("function", "glued stop", "end", "mark", "and", "place", "comma", "comma, function", "comma, low", "comma, Cap",
     "comma, number", "comma, the", "comma, said", "comma, and", "to", "by")
)  # fmt: skip
_WHITHER: Final = frozenset(("to", "for", "towards", "toward"))
_WHERE: Final = _INSIDE | _WHITHER | _FROM | _BESIDE
_LEAVES: Final = frozenset(("left", "leave", "leaves", "leaving", "departed", "quit"))
_FOR_A_NAME: Final = re.compile(rf"[ \u00a0]for {UPPER}").match  # "left *Reading* for Bath"
_GOES: Final = named("rule: somebody goes there")
_PUT_IN: Final = frozenset(
    "confidence confident faith trust trusted belief believe believed interest interested".split()
)
_LARGE: Final = 4.7  # the prior of a town of 50,000
_SMALL: Final = 3.5  # of one of 3,000


def _is_doubted_town(span: Span, entry: Entry, least: float) -> bool:
    """Whether a town's name is a word or a person's as well, and what stands before it says where: "hurt in *Bath*"."""
    return (
        (entry.word or span.who != "no person")
        and entry.priors[0] >= least
        and entry.types[0] in {"name", "short", "alt"}
        and span.second_word.lower() not in _PUT_IN
    )


_TOWN: Final = 5.0  # the prior of a city of 100,000


@cache
def _beaten() -> frozenset[str]:
    """Verbs whose object is a team: "beat *Lyon*"."""
    return frozenset(rules()["verbs"]["plays"].split())


@cache
def _telling_words() -> frozenset[str]:
    """Words that say something outright of a name right behind them; before most names stands none."""
    return STORMS | NAMES_SHIPS | _TAKEN | _STRUCK | _beaten()
