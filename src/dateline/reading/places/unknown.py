"""Names that no list has: words that stand where a place's name stands, with what says so."""

from __future__ import annotations

import operator
import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from dateline.atlas.index import open_index
from dateline.atlas.norm import norm
from dateline.reading.places.cues import NAMED, dictionary_kind, is_given, named, surname_class
from dateline.reading.places.longer import UPPER, UPPER_FIRST, dull_words
from dateline.reading.places.span import Span
from dateline.reading.text.nouns import dictionary_classes
from dateline.reading.text.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

__all__ = ["STATES", "unknown_names"]

STATES: Final = frozenset(("region", "country", "territory"))

_PREPOSITIONS: Final = (
    "[iI]n", "to", "of", "[aA]t", "[fF]rom", "[nN]ear", "[aA]round", "[bB]etween", "[oO]utside", "through", "toward",
    "towards",
)  # fmt: skip
_PREPOSED: Final = "|".join([rf"(?<={word} )(?<![^\W_]{word} )" for word in _PREPOSITIONS])
# A space stands first, so that the search leaps from one to the next; few have a capital behind, such letters before.
_IN: Final = re.compile(
    rf" (?![b-df-su-z(0-9])(?<=[defhmnorst] )(?=(?:the )?(?:{UPPER_FIRST}|[ae]l-))(?:{_PREPOSED})(?:the )?"
).finditer
_NAME: Final = re.compile(rf"\w[\w’'-]*(?:[ -]{UPPER}[\w’'-]+)?").match


def unknown_names(text: str, names: list[Span], longer: list[Span]) -> list[Span]:
    """Give names that stand where a place's name stands, though the gazetteer has none: "the village of Orlec"."""
    begun = {span.start for span in names}
    begun.update([span.start for span in longer])
    seeds = [seed for seed in _seeds(text, names, begun) if seed[0] not in begun]
    if not seeds:
        return []
    dull = dull_words() | words("names", "words", "faiths")
    taken = sorted([(span.start, span.end) for span in names + longer])
    starts = [start for start, _ in taken]
    found: dict[str, dict[tuple[int, int], set[str]]] = {}

    def is_free(start: int, end: int) -> bool:
        at = bisect_left(starts, end)
        before = taken[max(0, at - 3) : at]
        return not before or max(before, key=_second)[1] <= start

    for start, end, why in seeds:
        word = text[start:end]
        first = word.split(" ", 1)[0].lower()
        if len(word) < 3 or (word.isupper() and why != "dateline"):
            continue
        if first not in dull and is_free(start, end):
            found.setdefault(word, {}).setdefault((start, end), set()).add(why)
    spans = []
    for word, places in found.items():
        single = " " not in word
        folded = norm(word)
        who = surname_class(folded) if single else None
        given = is_given(folded.split(" ")[0])
        every = _everywhere(text, word)
        after = sum("preposition" in why for why in places.values())
        reasons = sorted(set().union(*places.values()) - {"preposition"})
        first_cues = (
            f"unknown: {'one word' if single else 'two words'}",
            f"unknown: {'given name' if given else f'{who} surname' if who else 'no person'}",
        )
        last_cues = (
            f"unknown: after a preposition {min(3, after)} of {min(4, len(every))} times",
            f"unknown: ends like {_ending(folded)}",
            f"unknown: last {dictionary_kind(folded.rsplit(' ', 1)[-1])}",
            *([] if single else [f"unknown: first {dictionary_kind(folded.split(' ')[0])}"]),
        )
        for start, end in every:
            if not is_free(start, end):
                continue
            here = places.get((start, end), ())
            span = Span(start, end, word, "unknown", None)
            at = "after" if "preposition" in here else "elsewhere after" if after else "never after"
            span.note(named(*first_cues, f"unknown: {at} a preposition", *last_cues))
            for why in reasons:
                span.note(named(f"rule: {why}" + ("" if why in here else " elsewhere")))
            if text[end : end + 1] in {" ", "-"} and text[end + 1 : end + 2].isupper():
                span.note(named("unknown: more capitals after"))
            spans.append(span)
    return spans


_ARTICLE: Final = r"(?:[Aa]l|[Ee]l|[Aa]sh|[Aa]z|[Aa]n|[Aa]r|[Aa]d)-"
# A capital stands first in each, so that the search leaps to it.
_PLACED_NOUN: Final = re.compile(
    rf"({UPPER_FIRST}[\w’'-]++)[ \u00a0](?:district|neighbou?rhood|suburb|village|town|township|province|county|region"
    r"|governorate|oblast|municipality|area|valley|basin|river|volcano|island|peninsula|refugee camp|landfill|reservoir"
    r"|airport|airbase|air base|prefecture|commune|slum|quarter|constituency|checkpoint)(s?)(?![\w-])"
).finditer
_APPOSED: Final = re.compile(
    r", (?:an?|the|another) (?:[\w-]+ ){0,3}?"
    r"(?:town|village|city|suburb|district|hamlet|neighbou?rhood|settlement)(?!\w)"
).finditer
_LAST: Final = re.compile(rf"(?<![\w.-])(?:{_ARTICLE})?{UPPER}[\w’']+(?:[ -](?:{_ARTICLE})?{UPPER}[\w’']+)?\Z").search
_CAPITAL: Final = r"[^\W\da-zß-öø-ÿ]"
_DATELINE: Final = re.compile(
    rf"{UPPER_FIRST}{_CAPITAL}{{3,}}(?: {UPPER}{_CAPITAL}{{2,}})?(?= ?(?:[—–]|--? ))"
).finditer
_IS_CAPITAL: Final = re.compile(_CAPITAL).match
_SENTENCE_ENDS: Final = frozenset((". ", "! ", "? "))


def _seeds(text: str, names: list[Span], begun: Container[int]) -> Iterable[tuple[int, int, str]]:
    """Give where a place's name may stand, and what says so; after prepositions only where no name has begun."""
    for m in _IN(text.replace("\u00a0", " ")):
        at = m.end()
        if at in begun or (name := _NAME(text, at)) is None:
            continue
        start, end = name.span()
        yield start, end - 2 if name.group()[-2:] in {"'s", "’s"} else end, "preposition"
    for m in _PLACED_NOUN(text):
        low = max(0, m.end(1) - 40)
        name = _LAST(text[low : m.end(1)])
        # "the Orlo, Velda and Marna districts": all of a list, before a noun in the plural.
        many = bool(m.group(2))
        while name is not None and _is_no_word(name.group()):
            start = low + name.start()
            if not text[start - 2 : start - 1].islower() and not (many and text[start - 2 : start] == ", "):
                break
            yield start, low + name.end(), "a noun of place after"
            if not many or not text.endswith((" and ", ", "), 0, start):
                break
            end = start - (5 if text.endswith(" and ", 0, start) else 2)
            low = max(0, end - 40)
            name = _LAST(text[low:end])
    for m in _APPOSED(text):
        low = max(0, m.start() - 40)
        name = _LAST(text[low : m.start()])
        if name is not None and text.endswith(_FROM, 0, low + name.start()):
            yield low + name.start(), low + name.end(), "a noun of place after"
    for span in names:
        # "of Thackerville, Okla."
        if span.of is None and text[span.start - 2 : span.start] == ", " and _is_state(span):
            low = max(0, span.start - 42)
            name = _LAST(text[low : span.start - 2])
            if name is not None and text.endswith(_FROM, 0, low + name.start()):
                yield low + name.start(), low + name.end(), "a state after its comma"
    for m in _DATELINE(text) if _has_dash(text) else ():
        if not m.start() or text[m.start() - 1] == "\n" or text[m.start() - 2 : m.start()] in _SENTENCE_ENDS:
            yield *m.span(), "dateline"


def _has_dash(text: str) -> bool:
    """Whether a dash stands behind a capital, for most texts have none: signs are found sooner than patterns."""
    for dash in "—–-":
        at = text.find(dash, 1)
        while at > 0:
            if _IS_CAPITAL(text, at - 2 if text[at - 1] == " " else at - 1):
                return True
            at = text.find(dash, at + 1)
    return False


_PARTS: Final = re.compile(r"[^\W_]+").findall
_FROM: Final = (" of ", " to ", " for ", " in ", " from ", " near ", " at ", " outside ", "In ", "From ")


def _is_no_word(name: str) -> bool:
    """Whether the last word of a name is none that the dictionary has for anything but places."""
    return dictionary_classes(norm(_PARTS(name)[-1])) <= NAMED


def _is_state(span: Span) -> bool:
    if span.entry is None or span.entry.types[0] in {"adjective", "demonym", "language"}:
        return False
    return open_index().kind(span.entry.rows[0]) in STATES


_second: Final = operator.itemgetter(1)


def _everywhere(text: str, word: str) -> list[tuple[int, int]]:
    """Where a word stands by itself."""
    found = []
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        before, after = text[at - 1 : at], text[end : end + 1]
        if not (before.isalnum() or after.isalnum() or before == "-" or after == "-"):
            found.append((at, end))
        at = text.find(word, end)
    return found


_ENDINGS: Final = frozenset((
    "ville", "ton", "burg", "burgh", "town", "ford", "ham", "field", "land", "stan", "grad", "abad", "pur", "wood",
    "port", "stad", "berg", "dorf", "heim", "shire", "mouth", "bury", "by", "sk", "ovo", "evo", "ivka", "iv", "ia",
    "nagar", "ganj", "ong", "ang", "ou", "co", "ca", "as", "os", "is", "an", "en", "er", "on", "ing", "a", "o", "i",
))  # fmt: skip


_LETTERS: Final = range(max(map(len, _ENDINGS)), 0, -1)


def _ending(word: str) -> str:
    for letters in _LETTERS:  # the longest first
        if word[-letters:] in _ENDINGS:
            return word[-letters:]
    return "none"
