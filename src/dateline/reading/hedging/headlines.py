"""Headlines without a finite verb: "Norway to send tanks to Ukraine" tells what is to be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.reading.hedging.asides import RELATIVE, SUBORDINATORS
from dateline.reading.hedging.hedge import Hedge
from dateline.reading.hedging.listed import words_in
from dateline.reading.text.forms import AUXILIARIES, is_base, lemmas, verb_tags

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.reading.hedging.line import Line

__all__ = ["to_come"]

_SUBJECT: Final = 12  # words of a headline before its "to", at the most
_MARKS: Final = frozenset((",", ";", ":", "—", "–", "-", "("))
_ONE_OF_ALL: Final = frozenset("first last only next latest how where what when best easiest".split())
_OPEN_NO_SUBJECT: Final = frozenset(
    "despite with in on at for from of by to if because since though although after before while when as it".split()
)
_NO_DOERS: Final = frozenset(
    "way ways place places time times reason reasons thing things chance right rights tips steps road key".split()
)


def to_come(made: Line, n: int) -> Iterator[Hedge]:
    """Read "Norway *to* send tanks": of a headline, not of "the first ship *to* leave" and not of "flew *to* see"."""
    low = made.low
    if not 0 < n <= _SUBJECT or n + 1 >= len(low) or not is_base(low[n + 1]) or not low[n - 1][0].isalnum():
        return
    who = low[:n]
    if not _ONE_OF_ALL.isdisjoint(who) or low[n - 1] in _NO_DOERS or low[n - 1] in words_in("said_nouns"):
        return
    if not lemmas(low[n - 1]).keys() <= {"NOUN", "VERB"} and made.run[n - 1].text.islower():
        return  # "too ill *to* travel"
    end = next((k for k in range(n + 2, len(low)) if low[k] in _MARKS or low[k] in SUBORDINATORS | RELATIVE), len(low))
    if low[0] in _OPEN_NO_SUBJECT or any(_many_do(made, k) for k in range(1, n - 1)):
        return
    if any(_is_finite(made, k) for k in (*range(n), *range(n + 2, end))):
        return
    reach = ((first, min(last, end)) for first, last in made.rest_of(n, strict=True) if first < end)
    yield Hedge("planned", n, n + 1, tuple(reach))


def _many_do(made: Line, n: int) -> bool:
    """Whether a plural does something here: "men *use* boats to leave"."""
    are_many = made.low[n - 1].endswith("s") or made.low[n - 1] in {"men", "women", "people", "children"}
    return are_many and "VBP" in verb_tags(made.low[n]) and "NOUN" in lemmas(made.low[n + 1])


def _is_finite(made: Line, n: int) -> bool:
    """Whether a word tells what is or was, where it may: no "ships" that may be nouns, but "sent" and "is"."""
    word = made.low[n]
    if word == "may" and made.run[n].text[0].isupper() and not is_base("".join(made.low[n + 1 : n + 2])):
        return False  # the month
    tags = verb_tags(word)
    return word in AUXILIARIES or "VBD" in tags or (bool(tags & {"VBZ", "VBP"}) and "NOUN" not in lemmas(word))
