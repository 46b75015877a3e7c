"""Conditions: what "if" and "unless" make possible, what they only ask, and what they say was never so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.reading.hedging.hedge import Hedge
from dateline.reading.hedging.listed import forms_in
from dateline.reading.hedging.scopes import starts_clause
from dateline.reading.text.forms import AUXILIARIES, lemmas, verb_tags
from dateline.reading.text.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.reading.hedging.scopes import Line, Reach

__all__ = [
    "TIMES",
    "condition",
    "never_was",
    "opens_meanwhile",
    "to_verb_behind_comma",
    "when",
    "without_meanwhile",
    "without_told",
]

TIMES: Final = frozenset(("when", "once", "until", "till", "after", "before", "soon"))
"""The words that a clause of time may begin with."""
_WILL_REACHES: Final = 12  # words from the comma to the "will" behind it


def condition(made: Line, n: int) -> Iterator[Hedge]:
    """A condition makes its own clause possible, and what hangs on it."""
    end = next((last for first, last in made.conditions if first == n), len(made.low))
    if made.low[n] == "whether" or (made.low[n] == "if" and _is_in_question(made, n)):
        yield Hedge("possible", n, n + 1, ((n + 1, end),), strict=False)
        return
    reach: list[Reach] = [(n + 1, end)]
    if made.low[n] in {"if", "unless", "provided", "providing"} and "said" not in made.low[max(0, n - 3) : n]:
        start, last = made.clause_of(n)
        own = max((one for one in made.relatives if one[0] < n < one[1]), default=(0, len(made.low)))
        reach = without_told(made, (max(start, own[0]), min(last, own[1])), (n, end))
        if n - start <= 1 and last < len(made.low) and made.low[last - 1 : last] == [","]:
            reach += without_told(made, made.clause_of(last), (n, end))
    yield Hedge("possible", n, n + 1, tuple(reach), strict=False, is_counterfactual=_never_was(made.low, n, end))


def never_was(made: Line, n: int) -> Iterator[Hedge]:
    """Read "*Had* the ship reached Malta, it would have …": it did not."""
    end = next((k for k in range(n + 1, len(made.low)) if made.low[k] == ","), len(made.low))
    if n == made.clause_of(n)[0] and starts_clause(made, n + 1, sure=False) and _is_regretted(made.low, n, end):
        yield Hedge("possible", n, n + 1, ((n + 1, end),), strict=False, is_counterfactual=True)


def when(made: Line, n: int) -> Iterator[Hedge]:
    """Read "*When* troops leave Chad, rebels will …": in the present, before what is to be, it is to be too."""
    low = made.low
    start = made.clause_of(n)[0]
    if n - start > (low[n] == "soon"):
        return
    comma = next((k for k in range(n + 1, len(low)) if low[k] == ","), len(low))
    if not {"will", "'ll", "’ll"} & set(low[comma : comma + _WILL_REACHES]):
        return
    told = [k for k in range(n + 1, comma) if verb_tags(low[k]) or low[k] in AUXILIARIES]
    if told and not any("VBD" in verb_tags(low[k]) or low[k] in {"was", "were", "had", "did"} for k in told):
        yield Hedge("planned", n, n + 1, ((n + 1, comma),), strict=False)


def _is_in_question(made: Line, n: int) -> bool:
    """Whether "if" opens what is to be found out: "to determine *if* it is from the jet"."""
    for k in range(n - 1, max(-1, n - 4), -1):
        if made.low[k] == ",":
            return False
        if lemmas(made.low[k]).get("VERB", ("",))[0] in words("status", "conditions", "asked"):
            return True
    return False


def without_told(made: Line, reach: Reach, condition: Reach) -> list[Reach]:
    """A reach without what is told in it, the condition apart: "if it rains the envoy, *who left Oslo*, may …"."""
    start, last = reach
    found: list[Reach] = []
    for first, behind in made.relatives:
        inside = condition[0] <= first < condition[1]
        if start < first < last and not inside and _tells(made.low[first:behind]):
            found.append((start, first))
            start = max(start, behind)
    return [one for one in (*found, (start, last)) if one[0] < one[1]]


def without_meanwhile(made: Line, n: int, reach: list[Reach]) -> list[Reach]:
    """A reach without what is told beside a verb in the past: "agreed to sell jets *as the prince visits Oslo*"."""
    if "VBD" not in verb_tags(made.low[n]):
        return reach
    beside = (k for k in range(n + 1, len(made.low) - 2) if made.low[k] in {"as", "while"})
    end = next((k for k in beside if opens_meanwhile(made, k)), len(made.low))
    return [(first, min(last, end)) for first, last in reach if first < end]


def opens_meanwhile(made: Line, n: int) -> bool:
    """Whether "as" or "while" opens a clause: "*as the prince visits* Oslo", not "*as* a guest"."""
    return starts_clause(made, n + 1, sure=False) or _many_do(made.low, n + 1)


def _many_do(low: Sequence[str], n: int) -> bool:
    """Whether a plural and its verb in the present stand at a word: "as *rebels march* on Bari"."""
    return low[n].endswith("s") and "NOUN" in lemmas(low[n]) and "VBP" in verb_tags(low[n + 1])


def _tells(low: Sequence[str]) -> bool:
    """Whether a relative clause says what was or is: "who *left* Oslo", no "who may leave" and no "who travel"."""
    for word in low[1:5]:
        if word in AUXILIARIES:
            return word in {"is", "are", "was", "were", "has", "have", "had"}
        tags = verb_tags(word)
        if "VBD" in tags:
            return "VB" not in tags
    return False


def _never_was(low: Sequence[str], first: int, last: int) -> bool:
    """Whether a condition is contrary to fact: "if it *had* left Malta, it *would have* reached Tunis"."""
    had = any(
        low[k] == "had" and any("VBN" in verb_tags(word) for word in low[k + 1 : min(k + 4, last)])
        for k in range(first, last - 1)
    )
    return had and _is_regretted(low, first, last)


def _is_regretted(low: Sequence[str], first: int, last: int) -> bool:
    """Whether words beside a condition say what it would have led to."""
    return any(
        low[k] in {"would", "could", "might"} and "have" in low[k + 1 : k + 3]
        for k in range(len(low) - 1)
        if not first <= k < last
    )


def to_verb_behind_comma(made: Line, reach: list[Reach]) -> list[Reach]:
    """A reach up to the comma that closes an aside: "officials, declining *to discuss it*, said some had left"."""
    kept: list[Reach] = []
    for first, last in reach:
        behind = (k for k in range(first, last - 1) if made.low[k] == "," and _is_main_verb(made.low, k + 1))
        comma = next(behind, last)
        if first < comma:
            kept.append((first, comma))
        if comma < last:
            break
    return kept


def _is_main_verb(low: Sequence[str], n: int) -> bool:
    """Whether a word is a finite verb wherever it stands: "said", "was", "went", no "sent" and no "be"."""
    tags = verb_tags(low[n])
    if low[n] in {"was", "were", "has", "had", "is", "are"}:
        return True
    return "VBD" in tags and "NOUN" not in lemmas(low[n]) and ("VBN" not in tags or low[n] in forms_in("said")) and (
        low[n + 1 : n + 2] not in (["by"], ["in"])
    )  # fmt: skip
