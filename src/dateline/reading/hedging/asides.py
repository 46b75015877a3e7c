"""What is told of somebody between a subject and its verb, by marks: "the envoy, *accused of lying*, left"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from dateline.reading.hedging.listed import forms_in
from dateline.reading.text.forms import AUXILIARIES, lemmas, verb_tags
from dateline.reading.text.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.reading.text.sentences import Token

__all__ = [
    "CONTRASTS", "DETERMINERS", "JOINS", "MARKS", "NOT_FINITE", "REACHES", "RELATIVE", "RELATIVES", "SUBORDINATORS",
    "is_noun", "parens", "times", "verb_of_a_bare_participle",
]  # fmt: skip

DETERMINERS: Final = frozenset(
    ("the", "a", "an", "its", "his", "her", "their", "our", "some", "all", "many", "several", "both", "no", "each")
)
JOINS: Final = frozenset(("and", "or", "so", "yet"))
CONTRASTS: Final = frozenset(("but", "while", "although", "though", "whereas", "however"))
SUBORDINATORS: Final = frozenset(("after", "before", "when", "while", "as", "since", "because", "until", "once"))
RELATIVES: Final = frozenset(("which", "who", "whom", "whose"))
RELATIVE: Final = RELATIVES | {"where", "that"}
NOT_FINITE: Final = frozenset(("be", "been", "being", "having", "'s", "'re"))
_PAIRS: Final = {",": ",", "(": ")", "—": "—", "–": "–"}
MARKS: Final = frozenset(_PAIRS)
"""Marks that may open an aside."""
_CLOSES: Final = frozenset(_PAIRS.values())
REACHES: Final = 24
"""Words of an aside, at the most."""
_EARLY: Final = frozenset("also then now later never still already just soon".split())
_BEHIND_PARTICIPLES: Final = frozenset(("to", "for", "of", "by", "in", "as", "with", "over", "on"))
_OPENERS: Final = frozenset(
    "one two three most none himself herself itself together along including with despite after of from in at for"
    " as like among".split()
)


def is_noun(run: Sequence[Token], low: list[str], n: int) -> bool:
    """Whether a word may be a noun or a name."""
    return low[n][0].isalpha() and ("NOUN" in lemmas(low[n]) or run[n].text[0].isupper() or not lemmas(low[n]))


@cache
def times() -> frozenset[str]:
    """Days, months and the like: no clause hangs on them."""
    return words("sources", "speakers", "times") | words("sources", "speakers", "months")


def parens(run: Sequence[Token], low: list[str]) -> list[tuple[int, int]]:
    """What is told of a subject before its verb: "the envoy, *accused of lying*, left", "the ship (*old*) sank"."""
    found: list[tuple[int, int]] = []
    for k in range(3, len(low) - 1):
        if low[k] not in _CLOSES or not _is_verb_behind(run, low, k + 1):
            continue
        opened = next((n for n in range(k - 2, max(0, k - REACHES), -1) if _opens(run, low, n, k)), None)
        if opened is not None and not (found and opened <= found[-1][1]) and not _speaks(low, opened + 1, k):
            found.append((opened + 1, k))
    return found


def _opens(run: Sequence[Token], low: list[str], n: int, k: int) -> bool:
    """Whether a mark opens the aside that another closes: a noun stands before it, what tells more of it behind."""
    mark = low[n]
    if _PAIRS.get(mark) != low[k] or not is_noun(run, low, n - 1) or low[n - 1] in times():
        return False
    if mark != ",":
        return True
    if (low[0] in CONTRASTS or low[0] in SUBORDINATORS) and "," not in low[:n]:
        return False  # "Although the talks could fail, *the chief* …"
    first, second = low[n + 1], low[n + 2]
    is_adverb = first.endswith("ly") or first in _EARLY
    return _opens_aside(first) or (is_adverb and _opens_aside(second))


def _opens_aside(word: str) -> bool:
    """Whether a word may open what is told of a subject between commas."""
    if word in RELATIVES or word in DETERMINERS or word in _OPENERS:
        return True
    tags = verb_tags(word)
    return bool(tags & {"VBG", "VBN"}) and word not in AUXILIARIES


_NOT_ONLY_PAST: Final = frozenset(("VB", "VBN"))


def _is_verb_behind(run: Sequence[Token], low: list[str], n: int) -> bool:
    """Whether a finite verb stands behind a mark that closes, adverbs passed over."""
    while n < len(low) - 1 and (low[n].endswith("ly") or low[n] in _EARLY):
        n += 1
    word = low[n]
    if word in AUXILIARIES and word not in NOT_FINITE and word[0].isalpha():
        return True
    tags = verb_tags(word)
    if run[n].text[0].isupper() or not tags:
        return False
    if "VBD" in tags:
        return "NOUN" not in lemmas(word) or word == "left" or tags.isdisjoint(_NOT_ONLY_PAST)  # "*drove* to Bari"
    following = low[n + 1] if n + 1 < len(low) else ""
    is_told = "NOUN" not in lemmas(word) or following in {"to", "that"} or following in DETERMINERS
    return bool(tags & {"VBZ", "VBP"}) and is_told


def verb_of_a_bare_participle(run: Sequence[Token], low: list[str], n: int) -> int | None:
    """The verb whose subject a participle without "be" tells more of: "a man *said* to be ill *left*"."""
    if n == 0:
        return None  # nothing that it could tell of
    before = low[n - 1]
    if "VBN" not in verb_tags(low[n]) or before in AUXILIARIES or not is_noun(run, low, n - 1) or (
        low[n + 1 : n + 2] == [] or low[n + 1] not in _BEHIND_PARTICIPLES
    ):  # fmt: skip
        return None
    if low[n] == "said" and low[n + 1] not in {"to", "by"}:
        return None  # "Roa said *in* 2015 the ship left"
    for k in range(n + 2, min(n + REACHES, len(low))):
        if low[k] in JOINS or low[k] in CONTRASTS or low[k] in RELATIVE or low[k] in {",", ";"}:
            return None
        last = low[k - 1 - low[k - 1].endswith("ly")]  # "tried *to illegally* enter Peru"
        if (
            last not in {"be", "being", "have", "been"}
            and last not in _BEHIND_PARTICIPLES  # "called on Friday for *troops* to leave"
            and last not in DETERMINERS  # "committed in *the deal* to buying"
            and _is_verb_behind(run, low, k)
            and not low[k].endswith("ly")
        ):
            return k
    return None


def _speaks(low: list[str], first: int, last: int) -> bool:
    """Whether an aside says who says so: "the men, *officials say*, left"; what it says is not in it."""
    end = last - 1
    return verb_tags(low[end]) & {"VBD", "VBP", "VBZ"} != set() and low[end] in forms_in("said") and (
        low[first] not in RELATIVES
    )  # fmt: skip
