"""A word that hedges with what it governs, and when it is a noun."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from dateline.reading.amounts.numbers import cardinals
from dateline.reading.hedging.listed import forms_in
from dateline.reading.hedging.phrases import is_nominal
from dateline.reading.text.forms import AUXILIARIES, forms_of, lemmas, verb_tags
from dateline.reading.text.nouns import noun_classes

if TYPE_CHECKING:
    from dateline.reading.hedging.scopes import Line, Reach
    from dateline.story.model import Status

__all__ = ["BEFORE_NOUNS", "Hedge", "is_noun_here", "is_passive", "is_sort", "negation_before"]


class Hedge(NamedTuple):
    """
    A word that hedges, and the tokens that it governs.

    Attributes
    ----------
    kind
        The status that it alone would give.
    start, end
        Its tokens.
    reach
        The tokens that it governs.
    nouns
        The tokens in which it governs nouns alone ("a visit … is planned").
    strict
        Whether it governs its own verb phrase only.
    is_counterfactual
        Whether it says what would have been ("would not have sought").
    who
        The tokens of each speaker, where it is a word of saying.
    words
        The tokens that say who says so; empty where nobody does.
    """

    kind: Status
    start: int
    end: int
    reach: tuple[Reach, ...]
    nouns: tuple[Reach, ...] = ()
    strict: bool = True
    is_counterfactual: bool = False
    who: tuple[Reach, ...] = ()
    words: Reach = (0, 0)


def is_noun_here(made: Line, n: int) -> bool:
    """Whether a word that may be a verb is a noun where it stands: "the claim", "a report of", "aid claims"."""
    tags = verb_tags(made.low[n])
    if "VBG" in tags and made.low[n + 1 : n + 2] == [","] and n > 1 and "NOUN" in lemmas(made.low[n - 1]):
        return True  # "its engines *failing*, the jet landed": it governs nothing
    if made.low[n] == "accused" and n and made.low[n - 1] in _DETERMINERS and made.low[n + 1 : n + 2] != ["of"]:
        return True  # "*the accused* was held in Lyon"
    before = made.low[n - 1] if n else ""
    can = "NOUN" in lemmas(made.low[n]) or (before in _DETERMINERS and bool(noun_classes(made.low[n])))
    if not can or tags & {"VBD", "VBN", "VBG"}:
        return False
    if made.low[n] == "say":
        return before in _BEFORE_SAY
    if before in _BEFORE_VERBS or (before == "," and made.low[n + 1 : n + 2] == ["to"]):
        return False
    if not before or before in BEFORE_NOUNS or before in _PREPOSITIONS or before in cardinals() or before[0].isdigit():
        return True  # "four *suspects*, all from Lima, were held"
    if "VBZ" in tags and ("VBG" in verb_tags(before) or made.low[n - 2 : n - 1] == ["as"]):
        return made.run[n - 1].text[0].islower()  # "denying *reports* that", "dismissed as lies *reports* that"
    behind = made.low[n + 1] if n + 1 < len(made.low) else ""
    if "VBZ" in tags and "VBN" in verb_tags(behind) and "VBD" not in verb_tags(behind):
        return True  # "gold *bars* flown from Lima"
    if behind == "." and "VB" in tags and _is_said_by_many(made, n):
        return False  # "…, local officials *say*."
    if behind in AUXILIARIES or ("VBD" in verb_tags(behind) and "NOUN" not in lemmas(behind)):
        return True  # "the Gulf states *have* given …", "member states *met*"
    if "VBZ" in tags and behind in forms_in("said") and "VB" in verb_tags(behind):
        return True  # "…, *records show*."
    if "VBD" in verb_tags(behind) and "ADJ" in lemmas(before) and made.low[n + 2 : n + 3] != ["."]:
        return True  # "initial *reports* spoke of …", where "spoke" may be a noun elsewhere
    if ("VBD" in verb_tags(before) or "ADJ" in lemmas(before)) and "NOUN" not in lemmas(before):
        return True
    following = made.low[n + 1] if n + 1 < len(made.low) else ""
    if "VBZ" not in tags and before[-1:] != "s":  # a plain form is a verb after a plural, or before what it is of:
        if following == "that" and n > 1 and made.low[n - 2] in _PREPOSITIONS and made.run[n - 1].text[0].isupper():
            return False  # "analysts at Kpler *estimate* that …"
        return following not in _DETERMINERS  # "the police say", "Lima and Quito dispute the report"
    if following in {",", "."} and n > 1 and (made.low[n - 2] in _MARKS or _hangs_behind(made, n)):
        return False  # "…, lawyers say.", "…, the court papers state."
    if made.low[n + 1 : n + 3] == ["on", "to"]:
        return False  # "the exhibition *moves on to* Lima"
    return following in _AFTER_NOUNS and not made.run[n - 1].text[0].isupper()


def _is_said_by_many(made: Line, n: int) -> bool:
    """Whether a plural and nothing told stand between a mark and a plain verb: "…, *aid workers in Chad* say."."""
    first = next((k + 1 for k in range(n - 1, max(0, n - 9), -1) if made.low[k] in _MARKS), n)
    who = made.low[first:n]
    if not who or not AUXILIARIES.isdisjoint(who) or any(verb_tags(word) == {"VBD"} for word in who):
        return False
    head = next((k for k, word in enumerate(who) if word in _PREPOSITIONS | _WHERE), len(who)) - 1
    if head > 0 and "VBN" in verb_tags(who[head]):
        head -= 1  # "…, *data* compiled by the port show."
    return head >= 0 and (who[head].endswith("s") or who[head] in _MANY)


_WHERE: Final = frozenset(("in", "near", "for", "inside"))
_MANY: Final = frozenset(("police", "people", "men", "women", "staff", "data", "media"))


def _hangs_behind(made: Line, n: int) -> bool:
    """Whether a mark and somebody stand before a verb: "…, *the lawsuit* states", "…, *recruitment agents* say"."""
    are_many = made.low[n - 1].endswith("s") and "VBP" in verb_tags(made.low[n])
    for k in range(n - 1, max(0, n - 6), -1):
        if made.low[k] in _MARKS:
            return are_many and k < n - 1
        if made.low[k] in {"'s", "’s"} and k < n - 1:
            continue  # "…, *the governor's office* estimates"
        if made.low[k] in _DETERMINERS:
            return made.low[k - 1] in _MARKS and k < n - 1 and (are_many or "VBZ" in verb_tags(made.low[n]))
        if are_many and (made.run[k].text[0].isupper() or made.low[k] in _IN_NAMES or "ADJ" in lemmas(made.low[k])):
            continue
        if (
            (made.low[k].endswith("s") and not are_many)
            or made.run[k].text[0].isupper()
            or "NOUN" not in lemmas(made.low[k])
        ):
            return False
    return False


_BEFORE_SAY: Final = frozenset("a the no any some little more final much equal whose".split())  # "had no *say* in it"
_IN_NAMES: Final = frozenset(("of", "in", "'s", "’s", "."))


_MARKS: Final = frozenset((",", "”", '"', "’", "—", "–"))


_DETERMINERS: Final = frozenset(("the", "a", "an", "its", "his", "her", "their", "any", "these", "those", "such"))
BEFORE_NOUNS: Final = frozenset(
    (
        "the",
        "a",
        "an",
        "its",
        "his",
        "her",
        "their",
        "'s",
        "’s",
        "of",
        "in",
        "for",
        "any",
        "other",
        "these",
        "those",
        "some",
        "all",
        "such",
    )
)


_BEFORE_VERBS: Final = frozenset(
    (
        "to",
        "will",
        "would",
        "may",
        "not",
        "who",
        "which",
        "they",
        "we",
        "i",
        "it",
        "he",
        "she",
        "and",
        "people",
        "police",
    )
)


_PREPOSITIONS: Final = frozenset(("from", "by", "of", "with", "on", "at", "into", "about", "despite", "amid"))


_AFTER_NOUNS: Final = frozenset(
    ("about", "of", "by", "from", "for", ",", ".", "in", "on", "and", "but", "or", "against", "over")
)


def is_passive(made: Line, n: int) -> bool:
    """Whether a form of "be" stands before a verb, adverbs passed over."""
    k = n - 1
    while k >= 0 and (made.low[k].endswith("ly") or made.low[k] in {"not", "also", "now", "widely", "long", "still"}):
        k -= 1
    return k >= 0 and made.low[k] in {"is", "are", "was", "were", "be", "been", "being"}


_DOUBTS: Final = frozenset(("not", "never", "cannot", "without", *forms_of("refuse"), *forms_of("decline")))


def is_sort(made: Line, n: int) -> bool:
    """Whether "wanted" or "needed" says of what sort a thing is: "the most *wanted* man", "badly *needed* food"."""
    if made.low[n] not in {"wanted", "needed"} or not n or is_passive(made, n):
        return False
    before = made.low[n - 1]
    leads = before in _SORTS or (before[-2:] == "ly" and not (n > 1 and _may_want(made, n - 2)))
    return leads and made.low[n + 1 : n + 2] not in (["to"], ["for"], ["by"])


def _may_want(made: Line, n: int) -> bool:
    """Whether a word may be whoever wants a thing: "*Chad* badly needed tents", no "*brought* badly needed tents"."""
    return is_nominal(made, n) and verb_tags(made.low[n]).isdisjoint(("VBG", "VBD"))


_SORTS: Final = frozenset(("most", "a", "the", "much", "any"))


def negation_before(low: list[str], n: int) -> int | None:
    """Where a negation or a refusal stands before a verb that denies: "did *not* rule out", "*refused* to rule out"."""
    for k in range(n - 1, max(-1, n - 4), -1):
        if low[k] in _DOUBTS or low[k][-3:] in {"n't", "n’t"}:
            return k
        if low[k] not in AUXILIARIES and low[k] != "to" and not low[k].endswith("ly"):
            return None
    return None
