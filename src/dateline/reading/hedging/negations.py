"""What a "no" denies: "no ships have left", "had no luck and left"; and what a verb of denying does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.reading.hedging.hedge import Hedge
from dateline.reading.hedging.listed import forms_in
from dateline.reading.hedging.scopes import has_verb, starts_clause
from dateline.reading.text.forms import AUXILIARIES, is_base, lemmas, verb_tags
from dateline.reading.text.nouns import noun_classes
from dateline.reading.text.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.reading.hedging.scopes import Line, Reach

__all__ = [
    "before_but",
    "end_of_lack",
    "is_asked",
    "is_of_some",
    "not_many",
    "nothing",
    "to_comma",
    "to_main_clause",
    "to_main_subject",
    "undoes",
    "what_is_denied",
]

_OWED: Final = frozenset(("due", "prior", "owing", "thanks"))
_ENDS_NEGATION: Final = frozenset("but until unless because before after while when since why".split())
_NO_DOUBT: Final = frozenset("doubt matter wonder surprise secret stranger".split())
_LACKING: Final = frozenset(("with", "of", "for"))
_NEW_SUBJECTS: Final = frozenset("the a an its his her their he she it they this these all".split())
_SUBJECT_REACHES: Final = 6  # words from its first to its verb


def nothing(made: Line, n: int) -> Iterator[Hedge]:
    """Read "*no* ships have left Bari", "*neither* ship left"; "no doubt" and "no fewer than" deny nothing."""
    low = made.low
    behind = low[n + 1] if n + 1 < len(low) else "."
    if low[n] == "no" and (behind == "and" or not behind[0].isalnum() or _doubts_nothing(low, n)):
        return  # "said no and sent tents"
    is_none = n > 1 and low[n - 2] == "there"  # "there are no ships *that have left* Bari"
    which = [(first, last) for first, last in made.relatives if low[first - 1] == ","] if is_none else []
    after = to_comma(made, made.without(made.rest_of(n, strict=not is_none), which, n))
    end = _end_of_no(made, n)
    after = [(first, min(last, end)) for first, last in after if first < end]
    if n and verb_tags(low[n - 1]) - {"VBG"} and (low[n] == "no" or behind in _WHERE):
        after.insert(0, (n - 1, n))  # "*has* no troops in Mali", "has *flown* nobody to Rome"
    yield Hedge("denied", n, n + 1, tuple(after), strict=False)


_WHERE: Final = frozenset(("to", "from", "into", "of", "across"))


def _doubts_nothing(low: Sequence[str], n: int) -> bool:
    """Whether "no" denies nothing: "no fewer than 20 ships", "no doubt"."""
    return low[n + 1] in _NO_DOUBT or low[n + 1] == "sooner" or low[n + 2 : n + 3] == ["than"]


def _end_of_no(made: Line, n: int) -> int:
    """
    Where words begin that a "no" before them does not deny.

    The verb of the subject, where "no" only says what the subject lacks ("a man *with no record* left Oslo"), the verb
    behind "and" ("had no luck and *left* Oslo"), what has a "no" or a subject of its own ("no aid came and *no ships*
    left", "and *the ship* left"), and what tells when or why ("no one was hurt *when the ship* left").
    """
    low, (start, last) = made.low, made.clause_of(n)
    last = next((k for k in range(n + 1, last) if low[k] == "no" and low[k - 1] in {"and", "or", "but"}), last)
    last = before_but(low, n + 1, last)
    last = next((k for k in range(n + 1, last - 1) if low[k] == "and" and low[k + 1] == "that"), last)
    told = [k for k in range(start, last) if low[k] in AUXILIARIES or "VBD" in verb_tags(low[k])]
    if low[n - 1] in _LACKING and start < n - 1 and low[n - 2] != "," and told and told[0] > n:
        return told[0]
    for k in range(n + 2, last - 2):
        if low[k] in {"and", "but"} and low[k + 1] in _NEW_SUBJECTS and any(n < v < k for v in told) and (
            any(k + 1 < v < k + _SUBJECT_REACHES for v in told)
        ):  # fmt: skip
            return k
    last = next((k for k in range(n + 2, last - 1) if low[k] == "as" and low[k + 1] in _PRONOUNS), last)
    if n and (low[n - 1] in _LACKING or verb_tags(low[n - 1]) - {"VBG"}):
        return next((k for k in told if k > n and low[k - 1] in {"and", "but"}), last)
    return last


def is_asked(made: Line, n: int) -> bool:
    """Whether a negation opens a question: "Why isn't …?" doubts nothing of what it tells."""
    start = made.clause_of(n)[0]
    is_first = n == start or (n == start + 1 and made.low[start] in {"why", "how"})
    return is_first and len(made.low[n]) > 3 and any(word == "?" for word in made.low[n:])


def is_of_some(low: Sequence[str], n: int) -> bool:
    """Whether "not" at the head of a clause says how many did a thing, not that none did: "*not all* of them left"."""
    return not _SOME.isdisjoint(low[n + 1 : n + 2])


def not_many(made: Line, n: int) -> Iterator[Hedge]:
    """Read "*not many* people get there", which tells of nobody in particular."""
    if made.low[n + 1] in _FEW:
        yield Hedge("denied", n, n + 2, tuple(made.rest_of(n + 1, strict=True)), is_counterfactual=True)


_FEW: Final = frozenset(("many", "much"))
_SOME: Final = _FEW | {"all", "every", "everyone", "everybody"}


def to_comma(made: Line, reach: list[Reach]) -> list[Reach]:
    """A reach up to the first comma in it that parts no list ("not to Oslo, Bergen or Narvik")."""
    kept: list[Reach] = []
    for first, last in reach:
        commas = (k for k in range(first, last) if made.low[k] == "," and not made.is_around_a_relative(k))
        comma = next((k for k in commas if not {"or", "nor"} & set(made.low[k + 1 : k + 6])), None)
        kept.append((first, last if comma is None else comma))
        if comma is not None:
            break
    return kept


def to_main_clause(made: Line, n: int, reach: list[Reach]) -> list[Reach]:
    """A reach up to the clause that a participle opens, past "that": "*Fearing that it would rain,* they fled"."""
    if made.low[n + 1 : n + 2] != ["that"]:
        return to_comma(made, reach)
    commas = (k for k in range(n + 2, len(made.low)) if made.low[k] == "," and has_verb(made, n + 2, k))
    end = next((k for k in commas if starts_clause(made, k + 1, sure=False)), None)
    return to_comma(made, reach) if end is None else [(first, min(last, end)) for first, last in reach if first < end]


def to_main_subject(made: Line, first: int, reach: list[Reach]) -> list[Reach]:
    """A reach up to the comma behind which a pronoun opens the main clause: "Instead of Bari, *where …,* he chose"."""
    commas = (k for k in range(first, len(made.low) - 1) if made.low[k] == "," and made.low[k + 1] in _PRONOUNS)
    end = next((k for k in commas if starts_clause(made, k + 1, sure=False)), len(made.low))
    return [(begin, min(last, end)) for begin, last in reach if begin < end]


def before_but(low: list[str], first: int, last: int) -> int:
    """Where what a negation denies ends: "not late *but* in Oslo", "not sold *due to* the storm"."""
    due = (low[k] in _OWED and low[k + 1 : k + 2] == ["to"] and k > first for k in range(first, last))
    ends = (k for k, is_due in enumerate(due, first) if is_due or low[k] in _ENDS_NEGATION or _goes_on(low, first, k))
    return next(ends, last)


def _goes_on(low: list[str], first: int, k: int) -> bool:
    """Whether the next thing that somebody does is told, as it is now: "does not accept it *and says* …"."""
    if low[k] != "and" or k + 2 >= len(low):
        return False
    then = low[k + 1]
    is_verb = "VBZ" in verb_tags(then) and "NOUN" not in lemmas(then)
    is_verb = is_verb or (then in forms_in("verbs") and then[-1] == "s" and low[k + 2] == "to")
    return is_verb and not any(word in AUXILIARIES or verb_tags(word) & {"VBD", "VBZ"} for word in low[first + 1 : k])


def what_is_denied(made: Line, n: int, reach: list[Reach], *, of_a_clause: bool) -> list[Reach]:
    """What a verb of refusing or denying reaches, up to the next thing that is done, and no relative clause in it."""
    cut: list[Reach] = []
    for first, last in reach:
        end = _before_next(made, first, last, of_a_clause=of_a_clause)
        cut.append((first, end))
        if end < last:
            break
    return made.outside_relatives(to_comma(made, cut), n)  # "denies backing the rebels, *who hold Goma*"


_BESIDE: Final = frozenset(
    "after before when while because although though since once against over despite amid following".split()
)


def _before_next(made: Line, first: int, last: int, *, of_a_clause: bool) -> int:
    """
    Where what is refused ends before the next thing that is done: "denied the charge *and sent* a ship".

    What denies a clause may deny two verbs in it; what stops or blocks a thing has no clause.
    """
    for k in range(first, last - 1):
        then = made.low[k + 1]
        plans = then in forms_in("verbs") and made.low[k + 2 : k + 3] == ["to"]  # "blocked the road *and plan to* go"
        begins = made.low[k] in {"and", "but"} and ("VBD" in verb_tags(then) or then in forms_in("said") or plans)
        if begins or (made.low[k] in _BESIDE and (k > first or not of_a_clause)):
            if then in forms_in("said") and made.low[k] == "and":
                return k  # "denied that it sent ships *and said* they had stayed"
            is_when = made.low[k] in _BESIDE and starts_clause(made, k + 1, sure=False)  # "*before it crashed*"
            return last if of_a_clause and not is_when and has_verb(made, first, k) else k
    return last


def undoes(made: Line, n: int) -> bool:
    """Whether "not" undoes its subject: "the trip did *not go ahead*", but no "the trip was *not announced*"."""
    low = made.low
    k = n + 1
    while k < len(low) and (low[k] in AUXILIARIES or low[k] == "to" or low[k][-2:] == "ly"):
        k += 1
    said = low[k] if k < len(low) else ""
    return said not in {"because", "due", "about"} and (
        lemmas(said).get("VERB", ("",))[0] not in words("status", "told_of", "verbs")
    )


def end_of_lack(made: Line, n: int) -> int | None:
    """
    Where the verb or clause begins that a "not" or "without" before it does not deny; None where it denies all behind.

    "*without* a visa *he* flew", "boarded *without* delay *and made* it to Bari", "those *not* hurt *were* flown"
    """
    low = made.low
    if low[n] == "without":
        joined = (
            k for k in range(n + 2, len(low) - 1) if low[k] == "and"
            and ("VBD" in verb_tags(low[k + 1]) or _is_done_behind(low, n, k))
        )  # fmt: skip
        end = next(joined, len(low))
        own = next((k for k in range(n + 2, min(n + _LACK_REACHES, end)) if low[k] in _PRONOUNS), end)
        return own if own < len(low) else None
    before = low[n - 1] if n else ""
    is_of_noun = before == "those" or (bool(noun_classes(before)) and "VERB" not in lemmas(before))
    if low[n] != "not" or not is_of_noun or is_base("".join(low[n + 1 : n + 2])):
        return None
    end = next((k for k in range(n + 1, min(n + _SUBJECT_REACHES + 2, len(low))) if low[k] in _STOPS), len(low) - 1)
    return end if low[end] in _HAVE_BEEN else None


def _is_done_behind(low: list[str], n: int, k: int) -> bool:
    """Whether what is had or done follows right behind "and": "left *without* money *and food was* sent"."""
    is_near = k < n + _SUBJECT_REACHES and _ANEW.isdisjoint(low[n:k])
    return is_near and not _HAVE_BEEN.isdisjoint(low[k + 2 : k + 4])


_ANEW: Final = frozenset((",", "that", "who", "which", "what", "whether"))
_LACK_REACHES: Final = 6  # words from "without" to a subject of its own
_PRONOUNS: Final = frozenset(("he", "she", "they", "we", "i", "it"))
_HAVE_BEEN: Final = frozenset(("was", "were", "is", "are", "has", "have", "had"))
_STOPS: Final = _HAVE_BEEN | frozenset((",", ";", "and", "but", "that", "who", "which"))
