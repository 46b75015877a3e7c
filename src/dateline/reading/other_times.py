"""Times that are of something else than the verb near them: of a number compared, of a case, of a first since then."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.reading.amounts.numbers import cardinals
from dateline.reading.hedging.phrases import saying_forms
from dateline.reading.text.forms import AUXILIARIES, lemmas, verb_tags

if TYPE_CHECKING:
    from dateline.reading.hedging.scopes import Line

__all__ = ["is_compared", "is_of_a_case", "is_of_a_first", "is_of_what_hangs"]


def is_of_what_hangs(line: Line, at: int, behind: int, here: int) -> bool:
    """Whether a time right before a verb is of what hangs on its subject: "men *arrested on Friday* were flown"."""
    low = line.low
    group = here
    while group > behind and (low[group - 1] in AUXILIARIES or low[group - 1][-2:] == "ly" or low[group - 1] == "not"):
        group -= 1
    if group != behind or not (low[group] in AUXILIARIES or "VBD" in verb_tags(low[group])):
        return False
    for k in range(at - 1, line.clause_of(at)[0], -1):
        if low[k] in {",", "and", "but", "—", "–", ":"}:
            return False
        is_deed = verb_tags(low[k]) & {"VBD", "VBN", "VBG"} and line.run[k].text[0].islower()
        is_told = low[k - 1] in _RELATIVE or ("NOUN" in lemmas(low[k - 1]) and "NOUN" not in lemmas(low[k]))
        if is_deed and is_told and low[k] not in saying_forms() and low[k - 1] not in cardinals():
            return True
    return False


_RELATIVE: Final = frozenset(("that", "which", "who"))


def is_of_a_case(line: Line, at: int, behind: int, here: int) -> bool:
    """Whether a date says which murder or vote a verb before it is about: "flown home over *the May 2011* murder"."""
    low = line.low
    if not 0 < here < at < behind < len(low):
        return False
    article = at - (low[at] not in _ARTICLES)
    has_year = any(low[k].isdigit() and len(low[k]) == len("2011") for k in range(at, behind))
    about = low[article - 1] in _ABOUT or (low[article - 1] == "for" and has_year)  # no "for the May 3 summit"
    if article <= here or low[article] not in _ARTICLES or not about:
        return False
    return "NOUN" in lemmas(low[behind]) and line.run[behind].text[0].islower() and low[behind] not in _PARTS_OF_DAYS


_ARTICLES: Final = frozenset(("the", "a", "an"))
_ABOUT: Final = frozenset("of over about with since regarding concerning to".split())
_PARTS_OF_DAYS: Final = frozenset("morning afternoon evening night day week weekend".split())


def is_compared(line: Line, at: int) -> bool:
    """Whether a time is that of a number beside: "20 remain in Mali, *down from* 90 *a month ago*"."""
    if "than" in line.low[max(0, at - 2) : at]:
        return True  # "3 million less *than in 2019*"
    comma = next((k for k in range(at - 1, max(0, at - _COMPARED), -1) if line.low[k] == ","), at)
    return any(line.low[k] in {"down", "up", "compared", "against"} for k in range(comma + 1, min(comma + 3, at)))


def is_of_a_first(low: list[str], at: int) -> bool:
    """Whether a time says since when nothing like it was: "*the first* visit *since 2012*", "the *biggest* since"."""
    since = next((k for k in (at, at - 1) if k > 0 and low[k] == "since"), None)
    if since is None:
        return False
    return any(
        low[k - 1] in _DETERMINED and (low[k] in _NUMBERED or (low[k][-3:] == "est" and "ADJ" in lemmas(low[k])))
        for k in range(since - 1, max(0, since - _COMPARED), -1)
    )


_DETERMINED: Final = frozenset(("the", "its", "his", "her", "their", "a", "'s", "’s"))
_NUMBERED: Final = frozenset("first second third fourth fifth sixth only last most".split())
_COMPARED: Final = 10  # words from a comma to the time of the number compared
