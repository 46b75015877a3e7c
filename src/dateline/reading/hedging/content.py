"""Content clauses: what a verb says of the whole clause behind it ("doubts *that* …"), and what "it is likely" says."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from dateline.reading.hedging.asides import NOT_FINITE
from dateline.reading.hedging.hedge import Hedge, is_noun_here, is_passive
from dateline.reading.hedging.listed import forms_in, words_in
from dateline.reading.hedging.scopes import starts_clause, that_behind
from dateline.reading.hedging.sources import attribution
from dateline.reading.text.forms import AUXILIARIES, forms_of, lemmas, verb_tags
from dateline.reading.text.nouns import noun_share
from dateline.reading.text.wordlists import phrases_by_first, rules, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.reading.hedging.scopes import Line, Reach
    from dateline.story.model import Status

__all__ = [
    "content",
    "has_content",
    "judged",
    "judging",
    "outside_given",
    "stressed",
    "told_behind",
    "told_in_subject",
    "undone_in_subject",
    "untrue",
]

_TOLD: Final = 3  # words between "warned" and its "that": who is warned
_BEING: Final = frozenset(("is", "was"))
_A_NOUN: Final = 0.8  # how often a word before "that" is a noun, so that it is no verb there
_CONJUNCTIONS: Final = frozenset(("given", "provided", "providing", "granted", "seeing", "now"))


def has_content(made: Line, n: int) -> bool:
    """Whether a clause is what a verb is about: "fears *that the ship left*", "suggests *the ship left*"."""
    low = made.low
    told = _TOLD if low[n] in forms_of("warn") or low[n] in forms_of("persuade") else 0
    for k in range(n + 1, min(n + 2 + told, len(low))):
        if low[k] == "that":
            return starts_clause(made, k + 1, sure=False)
        if not low[k][0].isalnum():
            return False
    return low[n + 1 : n + 2] not in ([], ["her"]) and starts_clause(made, n + 1, sure=low[n] not in _dreads())


@cache
def _dreads() -> frozenset[str]:
    """Forms of verbs that are about a clause even where its verb may be a participle: "*fear* the ferry left Bari"."""
    return frozenset(form for verb in ("fear", "hope", "doubt") for form in forms_of(verb))


def content(made: Line, n: int) -> Iterator[Hedge]:
    """
    Read "boasted *that* the ship left": but for factive verbs, the article does not say so itself.

    Verbs with a table of their own are read there. A noun of saying may be the verb's subject ("fears grew that …").
    """
    low, verb = made.low, n - 1
    holder = verb - (verb > 0 and low[verb] in _BEING)
    held = (words_in("sure_of") if holder == verb else _holding()).get(low[holder]) if n else None
    if held is not None and starts_clause(made, n + 1, sure=False):
        yield Hedge(held, holder, holder + 1, tuple(made.rest_of(n, strict=False)), strict=False)
        return
    if (
        n == 0
        or low[verb] in _CONJUNCTIONS
        or low[verb] in AUXILIARIES
        or not verb_tags(low[verb])
        or is_noun_here(made, verb)
    ):
        return
    if low[verb] in forms_in("said") or low[verb] in forms_in("verbs") or low[verb] in _factive():
        return
    if not starts_clause(made, n + 1, sure=False):
        return  # "left *that* port"
    if "VBZ" in verb_tags(low[verb]) and noun_share(lemmas(low[verb])["VERB"][0]) > _A_NOUN:
        return  # "two *boats that* Australia gave"
    reach = tuple(made.rest_of(n, strict=False))
    noun = low[verb - 1] if verb else ""
    if noun in words_in("said_nouns"):
        yield Hedge(words_in("said_nouns")[noun], verb - 1, n, reach, strict=False)
        return
    found = attribution(made, verb)
    if found is None or found.hangs:
        yield Hedge("reported", verb, n, reach, strict=False)
        return
    yield Hedge("reported", verb, n, reach, strict=False, who=found.who, words=(min(found.start, verb), n))


@cache
def _holding() -> dict[str, Status]:
    """Adjectives and nouns of holding a thing to be so ("sure that"), and nouns of saying ("the fear is that")."""
    return {**words_in("said_nouns"), **words_in("sure_of")}


@cache
def _factive() -> frozenset[str]:
    """Forms of the verbs that leave what they are about as sure as it was: "regretted that", "meant that"."""
    return frozenset(form for verb in words("status", "factive", "verbs") for form in forms_of(verb))


def judged(made: Line, n: int) -> Iterator[Hedge]:
    """Read "it is *likely* that the ship left", "it *seems* the ship left"."""
    low = made.low
    at = n + 1
    if low[at : at + 1] in (["is"], ["was"], ["'s"], ["’s"], ["remains"]):
        at += 1
    while low[at : at + 2] and low[at] in stressed() - {"a"}:
        at += 1  # "it is *simply* untrue that"
    for phrase, kind in _judging():
        end = at + len(phrase)
        end += low[end : end + 1] in (["”"], ['"'])
        if tuple(low[at : at + len(phrase)]) == phrase and (
            low[end : end + 1] == ["that"] or starts_clause(made, end, sure=False)
        ):
            yield Hedge(kind, n, end, tuple(made.rest_of(end - 1, strict=False)), strict=False)
            return


@cache
def _judging() -> tuple[tuple[tuple[str, ...], Status], ...]:
    return tuple(
        (tuple(phrase.split()), kind)
        for kind, row in rules("status")["judged"].items()
        for phrase in row.replace("\n", " ").split("; ")
    )


@cache
def judging() -> frozenset[str]:
    """Forms of the verbs that call a thing untrue by a word behind it: "*called* the report baseless"."""
    return frozenset(form for verb in words("denials", "verbs", "judging") for form in forms_of(verb))


def stressed() -> frozenset[str]:
    """What may stand before a word that calls a thing untrue: "*completely* false", "*“*nonsense”"."""
    return words("denials", "stressed", "words")


def untrue(made: Line, n: int) -> Iterator[Hedge]:
    """Read "reports that a ship left Malta *are false*", "called reports that a ship left *nonsense*"."""
    low = made.low
    for phrase, _ in phrases_by_first("denials", "untrue").get(low[n], ()):
        end = n + len(phrase)
        if tuple(low[n:end]) != phrase:
            continue
        first = n
        while first and low[first - 1] in stressed():
            first -= 1
        verb = next((k for k in range(first - 1, -1, -1) if low[k] in judging()), None)
        if verb == n - 2 and low[n - 1] == "as" and low[end : end + 1] and low[end] in words_in("said_nouns"):
            yield Hedge("denied", n, end, ((end, made.clause_of(n)[1]),), strict=False)
            return  # "described as *untrue* reports that a ship left"
        behind = None if verb is None else told_behind(made, verb)
        if first < n or (first and low[first - 1] in {"are", "is", "were", "was"}) or behind is not None:
            told = told_in_subject(made, n) if behind is None else behind
            if told is not None:
                yield Hedge("denied", n, end, ((told + 1, first),), strict=False)
                return


def told_behind(made: Line, n: int) -> int | None:
    """The noun of saying behind a verb, and its clause: "called *reports* that a ship left Malta …"."""
    found = told_in_subject(made, len(made.low), n + 1)
    return found if found is not None and found - n <= _TOLD else None


def told_in_subject(made: Line, n: int, start: int | None = None) -> int | None:
    """The noun of saying before a verb, and its clause: "*reports* that a ship left Malta are …"."""
    low = made.low
    start = made.clause_of(n)[0] if start is None else start
    for k in range(start, n):
        if low[k] in words_in("said_nouns"):
            is_told = not _TELLING.isdisjoint(low[k + 1 : k + 2]) or that_behind(made, k) is not None
            return k if is_told else None
    return None


def undone_in_subject(made: Line, n: int, *, denies: bool) -> int | None:
    """
    The noun before a passive verb whose content it denies: "*claims* by Mali that a ship left were denied".

    What is dropped or blocked is a plan, a request, an attempt: "*plans* to send ships were dropped".
    """
    if not is_passive(made, n):
        return None
    if denies and (told := told_in_subject(made, n)) is not None:
        return told
    start = made.clause_of(n)[0]
    return next(
        (k for k in range(start, n - 1)
         if made.low[k + 1] == "to" and words_in("said_nouns").get(made.low[k]) in {"planned", "possible"}), None
    )  # fmt: skip


_TELLING: Final = frozenset("that of about alleging claiming saying suggesting stating asserting".split())
"""What opens the clause of a noun of saying: "reports *alleging* that a ship left are untrue"."""


def outside_given(made: Line, n: int, reach: list[Reach]) -> list[Reach]:
    """
    What a verb denies of the clause behind it, but for a subject that is taken as given.

    Who "denied that *his trip to Rome* was paid for" made the trip; one that "took place" or "was planned" is denied.
    """
    first = n + 1 + (made.low[n + 1 : n + 2] == ["that"])
    is_clause = first > n + 1 or starts_clause(made, first, sure=False)
    if not is_clause or _GIVEN.isdisjoint(made.low[first : first + 1]):
        return reach
    finite = next((k for k in range(first + 1, len(made.low)) if _is_finite(made.low[k])), first)
    verb = finite
    while verb < len(made.low) - 1 and (made.low[verb] in AUXILIARIES or made.low[verb].endswith("ly")):
        verb += 1
    if made.low[verb] in _coming_about() or forms_in("verbs").get(made.low[verb]) in {"planned", "denied"}:
        return reach
    return [(max(a, finite), b) if a <= first < b else (a, b) for a, b in reach if b > finite or b <= first]


def _is_finite(word: str) -> bool:
    """Whether a word is a finite verb wherever it stands."""
    if word in AUXILIARIES:
        return word not in NOT_FINITE and word[0].isalpha()
    return bool(verb_tags(word) & {"VBD", "VBZ"}) and "NOUN" not in lemmas(word)


_GIVEN: Final = frozenset("the his her its their this these those".split())


@cache
def _coming_about() -> frozenset[str]:
    """Forms of the verbs that say that a thing was done: "the visit *took* place", "the sale *happened*"."""
    return frozenset(form for verb in _COMING_ABOUT for form in forms_of(verb))


_COMING_ABOUT: Final = ("take", "happen", "occur", "begin", "start", "exist", "go", "resume", "continue", "proceed")
