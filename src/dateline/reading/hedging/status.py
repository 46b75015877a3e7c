"""How certain the text makes what it says: words that hedge, plan, report or deny, each with what it governs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from dateline.reading.hedging.content import judging
from dateline.reading.hedging.hedge import BEFORE_NOUNS, Hedge
from dateline.reading.hedging.openings import with_opening
from dateline.reading.hedging.operators import operators
from dateline.reading.hedging.scopes import line
from dateline.reading.hedging.unreached import is_carried
from dateline.reading.text.forms import AUXILIARIES, forms_of, lemmas, verb_tags
from dateline.reading.text.wordlists import phrases_by_first, words
from dateline.story.model import WEAKEST_FIRST, Operator

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dateline.reading.hedging.scopes import Line, Reach
    from dateline.reading.text.sentences import Token
    from dateline.story.model import Span, Status

__all__ = ["Certainty", "Hedge", "Hedges", "Said", "hedges", "is_doubled", "weakest"]


@dataclass(frozen=True, slots=True)
class Said:
    """
    That somebody says so.

    Attributes
    ----------
    who
        The span of the words that name them, as they stand: a name, a role, a pronoun.
    at
        The span of the words that say so.
    """

    who: Span
    at: Span


@dataclass(frozen=True, slots=True)
class Certainty:
    """
    How certain one thing is.

    Attributes
    ----------
    status
        The weakest of what its operators give; ``asserted`` where there are none.
    operators
        The words, in the order of the text.
    says
        Who says so, in the order of the text; of "A said that B had told …" both.
    is_counterfactual
        Whether the text says that it would have been, and so is not: nothing to draw.
    """

    status: Status
    operators: tuple[Operator, ...] = ()
    says: tuple[Said, ...] = ()
    is_counterfactual: bool = False


@dataclass(frozen=True, slots=True)
class Hedges:
    """The hedges of a sentence."""

    line: Line
    text: str
    found: tuple[Hedge, ...]

    def at(self, start: int, end: int, /, *, is_noun: bool | None = None) -> Certainty:
        """
        How certain the thing is that a word or a few words tell of.

        Parameters
        ----------
        start, end
            Offsets of the words: the verb or the noun of an event.
        is_noun
            Whether they are a noun ("visit"); judged by the word when not given.
        """
        first = self.line.at(start)
        last = max(first + 1, self.line.at(end - 1) + 1)
        if first >= len(self.line.run):
            return Certainty("asserted")
        noun = _looks_a_noun(self.line, first) if is_noun is None else is_noun
        noun = noun or is_carried(self.line.low, first)
        loose = not noun and _hangs_loose(self.line, first)
        governing = [
            hedge
            for hedge in self.found
            if (first <= hedge.start < last and self.line.low[first] in _own())
            or (
                not (hedge.start >= first and hedge.end <= last)
                and (
                    (
                        _covers(hedge.reach, first)
                        and not (loose and hedge.end < first and self._stops_before(hedge, first))
                    )
                    or (noun and _covers(hedge.nouns, first))
                )
            )
        ]
        governing = _as_others_say(governing, self.line.low)
        return Certainty(
            status=weakest(hedge.kind for hedge in _without_doubled_negation(governing, self.line.low)),
            operators=tuple(self._operator(hedge) for hedge in governing),
            says=tuple(said for hedge in governing for said in self.said(hedge)),
            is_counterfactual=any(hedge.is_counterfactual for hedge in governing),
        )

    def _stops_before(self, hedge: Hedge, n: int) -> bool:
        """Whether a hedge says nothing of what hangs on a noun behind it: "no order to move the ships *in Bari*"."""
        low = self.line.low
        is_last = not any("VBN" in verb_tags(word) for word in low[n + 1 : n + _NEAR])  # not "men held in Mali *freed*"
        if low[hedge.start] in _WANTS and is_last and _ABOUT.isdisjoint(low[hedge.end : n]):
            return False  # "*wants* American troops stationed in Poznan"
        if _is_brought_about(low, hedge, n) or _is_absolute(low, n):
            return False
        return hedge.strict or (hedge.kind == "denied" and "to" in self.line.low[hedge.end : n])

    def _operator(self, hedge: Hedge) -> Operator:
        at = self.span(hedge.start, hedge.end)
        return Operator(kind=hedge.kind, text=self.text[at[0] : at[1]], at=at)

    def said(self, hedge: Hedge) -> tuple[Said, ...]:
        """Who speaks, where a hedge is a word of saying."""
        named = (who for who in hedge.who if self.line.low[who[0]] not in {"i", "we", "you"})
        return tuple(Said(self.span(*who), self.span(*hedge.words)) for who in named)

    def span(self, start: int, end: int) -> Span:
        """The offsets of some tokens."""
        return self.line.run[start].start, self.line.run[end - 1].end


_NEAR: Final = 9  # words in which another participle would be what is wanted
_WANTS: Final = frozenset(("want", "wants", "wanted"))
_ABOUT: Final = frozenset(("to", "with", "for", "from", "of", "that", "who", "about", "by", "on", "in"))


def _is_brought_about(low: list[str], hedge: Hedge, n: int) -> bool:
    """Whether a participle tells what a plan brings about: "the deal *would see* 300 troops sent to Mali"."""
    verb, behind = low[hedge.end], low[hedge.end + 1]
    is_causing = verb in {"see", "seen"} and (low[hedge.start] in _TENTATIVE or behind not in _OPEN_OBJECTS)
    return is_causing and _NOT_BROUGHT_ABOUT.isdisjoint(low[hedge.end : n])


_TENTATIVE: Final = frozenset(("would", "could", "may", "might"))
_NOT_BROUGHT_ABOUT: Final = frozenset(("to", "with", "that", "who", "which", "and", ",", ";"))


def _is_absolute(low: list[str], n: int) -> bool:
    """Whether a participle is part of what is planned: "the school will close, *with students sent to* Leeds"."""
    if low[n - 1] == "already" or low[n + 1 : n + 2] not in (["to"], ["into"], ["back"]):
        return False
    opened = next((k for k in range(n - 2, max(0, n - _NEAR), -1) if low[k] == "with"), None)
    return opened is not None and low[opened - 1] == "," and _WITHIN_ANOTHER.isdisjoint(low[opened + 1 : n])


_WITHIN_ANOTHER: Final = frozenset(("of", "the", "who", "which", "that", "and", ",", ";", "all"))


@cache
def _own() -> frozenset[str]:
    """Words that tell of a thing and make it a plan at once: "*pledged* $3 million to Chad", "its *destination*"."""
    verbs = frozenset(form for verb in words("status", "own", "verbs") for form in forms_of(verb))
    return verbs | words("status", "own", "nouns")


def weakest(kinds: Iterable[Status]) -> Status:
    """
    The first of the statuses in the order of `WEAKEST_FIRST`; ``asserted`` of none.

    Examples
    --------
    >>> weakest(["reported", "possible", "planned"]), weakest([])
    ('possible', 'asserted')
    """
    return min(kinds, key=WEAKEST_FIRST.index, default="asserted")


def hedges(run: Sequence[Token], /, *, text: str) -> Hedges:
    """
    Find the hedges of a sentence.

    Parameters
    ----------
    run
        Its tokens.
    text
        The text that their spans count in.

    Examples
    --------
    >>> from dateline.reading.text.sentences import tokens
    >>> text = "The guild said two barges may sail to Gouda."
    >>> found = hedges(tokens(text), text=text)
    >>> found.at(31, 35).status, [(o.kind, o.text) for o in found.at(31, 35).operators]
    ('possible', [('reported', 'said'), ('possible', 'may')])
    """
    made = line(run)
    found = sorted(
        {(h.start, h.end): h for h in (with_opening(made, hedge) for hedge in operators(made))}.values(),
        key=lambda h: (h.start, -h.end),
    )
    # Where one hedge's words hold another's ("would not have", "not"), the longer one is meant.
    kept: list[Hedge] = []
    for hedge in found:
        if not any(other.start <= hedge.start and hedge.end <= other.end for other in kept):
            kept.append(hedge)
    return Hedges(made, text, tuple(kept))


def _as_others_say(governing: list[Hedge], low: list[str]) -> list[Hedge]:
    """What stands as others say it, where a verb denies no more than that: "*rejected claims* that a ship left"."""
    kinds = {"reported", "alleged", "possible"}
    told = [hedge for hedge in governing if hedge.kind in kinds and low[hedge.start] in _sayings()]
    if not told:
        return governing
    return [hedge for hedge in governing if not any(_is_of_saying(hedge, one, low) for one in told)]


def _is_of_saying(denial: Hedge, told: Hedge, low: list[str]) -> bool:
    """Whether a saying is what is denied: behind the verb, before it as its subject, behind "as *lies*"."""
    if denial.kind != "denied":
        return False
    if low[denial.start] in _denies():
        return denial.end <= told.start < denial.end + _SAYING_WITHIN or told.start < denial.start
    if low[denial.start] not in phrases_by_first("denials", "untrue"):
        return False
    led = low[max(0, told.start - _JUDGED_WITHIN) : told.start]
    return told.start == denial.end or (told.start < denial.start and not judging().isdisjoint(led))


_JUDGED_WITHIN: Final = 3  # words from "called" to the report that it calls nonsense


_SAYING_WITHIN: Final = 10  # words, with whose it is and what it is called


@cache
def _sayings() -> frozenset[str]:
    return words("denials", "objects", "sayings")


@cache
def _denies() -> frozenset[str]:
    """Forms of the verbs of denying."""
    listed = (words("denials", "verbs", key) for key in ("sayings", "always"))
    return frozenset(form for row in listed for verb in row for form in forms_of(verb))


def _without_doubled_negation(governing: list[Hedge], low: list[str]) -> list[Hedge]:
    """Two negations cancel: "did not fail to arrive"; what somebody *denied* not to be is no more than they say."""
    if not is_doubled(hedge.kind for hedge in governing):
        return governing
    denied = (hedge for hedge in governing if hedge.kind == "denied")
    says = next((hedge for hedge in denied if low[hedge.start] in forms_of("deny")), None)
    kept = [hedge for hedge in governing if hedge.kind != "denied"]
    return kept if says is None else [says._replace(kind="reported"), *kept]


def is_doubled(kinds: Iterable[Status]) -> bool:
    """
    Whether two negations cancel among what governs a thing.

    Examples
    --------
    >>> is_doubled(["denied", "reported", "denied"]), is_doubled(["denied"])
    (True, False)
    """
    return sum(kind == "denied" for kind in kinds) == _BOTH


_BOTH: Final = 2


def _covers(reach: tuple[Reach, ...], n: int) -> bool:
    return any(first <= n < last for first, last in reach)


def _looks_a_noun(made: Line, n: int) -> bool:
    """Whether an event's word is a noun where it stands."""
    word, before = made.low[n], made.low[n - 1] if n else ""
    if "NOUN" not in lemmas(word):
        return False
    if not verb_tags(word):
        return True
    if before in {"to", "will", "would", "may", "might", "could", "can", "not"}:
        return False
    k = n - 1
    while k > max(0, n - 5) and made.low[k] not in BEFORE_NOUNS and _may_describe(made, k):
        k -= 1
    return made.low[k] in BEFORE_NOUNS or "ADJ" in lemmas(before)


def _may_describe(made: Line, n: int) -> bool:
    """Whether a word can stand between an article and its noun."""
    word = made.low[n]
    return word[0].isalpha() and (
        made.run[n].text[0].isupper() or "VBN" in verb_tags(word) or not {"ADJ", "NOUN", "ADV"}.isdisjoint(lemmas(word))
    )


_OPEN_OBJECTS: Final = frozenset(("the", "a", "an", "its", "their", "his", "her", "some", "more", "about"))
_SUBJECTS: Final = frozenset(("i", "he", "she", "it", "we", "they", "who"))


_NOW: Final = frozenset(("currently", "now", "still", "presently"))


def _hangs_loose(made: Line, n: int) -> bool:
    """Whether a participle or "now" hangs on a noun ("two ships docked in Bari"): no plan beside it governs it."""
    tags = verb_tags(made.low[n])
    if n and made.low[n] in _NOW and made.low[n + 1 : n + 2] in (["in"], ["at"], ["on"]):
        before = made.low[n - 1]
        return before[0].isalpha() and before not in AUXILIARIES and before not in _SUBJECTS | {"not", "never"}
    if n == 0 or not tags or not tags <= {"VBN", "VBD", "VBG"} or "VBG" in tags:
        return False
    before = made.low[n - 1]
    if before == "having" or (before == "already" and made.low[n - 2] not in AUXILIARIES):
        return True  # "the king will speak, *having flown* to Oslo", "with troops *already sent* to Basra"
    if n + 1 < len(made.low) and (made.low[n + 1] in _OPEN_OBJECTS or made.low[n + 1][0].isdigit()):
        return False  # "suggests the firm sold 300 trucks": with an object of its own it is no participle
    if (
        before in AUXILIARIES
        or before in _SUBJECTS
        or before in {"him", "them", "her", "me", "us"}  # "ordered him *deported*"
        or before.endswith("ly")
        or before
        in {
            "not",
            "to",
            "and",
            "or",
            ",",
            "also",
            "even",
            "yet",
            "then",
            "later",
            "still",
            "just",
            "ever",
            "once",
            "first",
            "since",
        }
    ):
        return False
    return before[0].isalnum() and not verb_tags(before) - {"VB", "VBP", "VBZ"}
