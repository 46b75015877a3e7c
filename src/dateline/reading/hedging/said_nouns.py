"""Nouns that say how sure a thing is: "a plan to", "reports that", "a call for", "a critic of"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.reading.hedging.hedge import BEFORE_NOUNS, Hedge, is_noun_here
from dateline.reading.hedging.listed import forms_in
from dateline.reading.hedging.phrases import phrase_ending, speaker_after, speakers
from dateline.reading.hedging.scopes import has_verb, starts_clause, that_behind
from dateline.reading.text.forms import AUXILIARIES, is_base, lemmas, verb_tags

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.reading.hedging.scopes import Line, Reach
    from dateline.story.model import Status

__all__ = ["destination", "main_verb_after", "noun"]


_UNSURE: Final = frozenset(("unconfirmed", "unverified"))


def noun(made: Line, n: int, kind: Status) -> Iterator[Hedge]:
    """Read "a plan to", "reports that", "a call for": what the noun is of."""
    low = made.low
    if not is_noun_here(made, n) and verb_tags(low[n]) and low[max(0, n - 1)] not in BEFORE_NOUNS:
        return  # but "*a bid* to reach Malta failed"
    following = low[n + 1] if n + 1 < len(low) else ""
    if (before := _told_before(made, n)) is not None:
        maker = speaker_after(made, n + 3) if low[n + 2 : n + 3] == ["by"] and following == "made" else None
        by = () if maker is None else speakers(made, maker)
        yield Hedge(kind, n, n + 1, (before,), strict=False, who=by, words=(n, n + 1 if maker is None else maker[1]))
        return
    opens = following in {"that", "to", "of", "for", "on"} and not (
        following == "to" and not is_base(low[n + 2 : n + 3][0] if n + 2 < len(low) else "")
    )
    is_told = kind in {"reported", "alleged"} or low[n] in _SUGGESTED
    if following in _WHO and is_told and starts_clause(made, n + 1, sure=False):
        opens, following = True, "that"  # "reports *he had fled* to Chad"
    at = n
    if kind in {"reported", "alleged"} and (that := that_behind(made, n)) is not None:
        at, opens, following = that, True, "that"  # "claims *by Kyiv* that"
    if following == "from" and kind in {"planned", "possible"}:  # "had orders *from his firm* to sail to Malta"
        near = low[n + 3 : n + 7]
        last = n + 3 + (near.index(",") if "," in near else len(near))
        at = next((k - 1 for k in range(n + 3, min(last, len(low) - 1)) if low[k] == "to" and is_base(low[k + 1])), n)
        opens = at > n
    if opens:
        strict = kind not in {"reported", "alleged"}
        reach = made.rest_of(at, strict=strict)
        if kind == "denied":
            kind = "planned" if _is_lifted(low, n) else kind
            stop = next((k for k in range(n + 2, len(low)) if low[k] in _BESIDES), len(low))
            reach = [(first, min(last, stop)) for first, last in reach if first < stop]
        if following == "of" and (means := _means_after(low, n + 2)) is not None:
            reach = [(first, min(last, means)) for first, last in reach if first < means]
        commas = (k for k in range(n + 2, len(low) - 1) if low[k] == "," and low[k + 1] in _GOING_ON)
        stop = next(commas, len(low))  # "rejected claims that it left*, insisting* it is here"
        reach = [(first, min(last, stop)) for first, last in reach if first < stop]
        if following != "that" and (end := main_verb_after(made, n)) is not None:
            reach = [(first, min(last, end)) for first, last in reach if first < end]
        told: Status = "unconfirmed" if n and low[n - 1] in _UNSURE else kind  # "*unconfirmed* reports that"
        who = _who_reports(made, n, at) if kind in {"reported", "alleged"} else None
        start = n if who is None or who[0] > n else who[0]
        owner = () if who is None else (who,)
        at_ = (start, max(at, n + 1)) if owner else (0, 0)
        yield Hedge(told, n, n + 1, tuple(reach), strict=strict, who=owner, words=at_)


def _who_reports(made: Line, n: int, that: int) -> Reach | None:
    """Whose a report or a claim is: "*a newspaper's* report that", "claims *by the port of Bari* that"."""
    if that > n:
        return (n + 2, that) if made.low[n + 1] in {"by", "from"} else None
    k = n - 1
    while k > max(0, n - _DESCRIBED) and "ADJ" in lemmas(made.low[k]):
        k -= 1  # "Lima's *latest* claim that"
    if k < 1 or made.low[k] not in {"'s", "’s", "'", "’"}:
        return None
    return phrase_ending(made, k - 1)


_WHO: Final = frozenset("he she it they his her its their the".split())
_GOING_ON: Final = frozenset("insisting saying adding claiming stressing arguing stating".split())
_SUGGESTED: Final = frozenset(("suggestion", "suggestions", "speculation"))
_DESCRIBED: Final = 3  # words from an owner to what is owned


def _means_after(low: list[str], first: int) -> int | None:
    """Where the means of the verb before the noun begins: "defied the orders of the port *by docking* in Bari"."""
    if "VBG" in verb_tags("".join(low[first : first + 1])):
        return None  # "the plan of saving money by moving to Bari"
    return next(
        (k for k in range(first, min(len(low) - 1, first + 8)) if low[k] == "by" and low[k + 1][-3:] == "ing"), None
    )


def destination(_: Line, n: int) -> Iterator[Hedge]:
    """Read "its *destination* is Bari": where somebody is going, not where they have come to."""
    yield Hedge("planned", n, n + 1, (), nouns=((n, n + 1),))


def _told_before(made: Line, n: int) -> Reach | None:
    """The clause that a noun calls a saying: "it keeps troops there, *a claim* that Kampala denies"."""
    low = made.low
    first = n - 1 if low[n - 1 : n] in (["a"], ["an"]) else n
    after = low[n + 1] if n + 1 < len(low) else ""
    if not after or low[first - 1 : first] != [","] or low[n] not in {"claim", "claims", *_CHARGES}:
        return None
    is_made = after in _MADE and low[n + 2 : n + 3] == ["by"]  # "…, *an accusation made by* the port"
    if (
        not is_made
        and after not in {"that", "which"}
        and after not in forms_in("verbs")
        and not made.run[n + 1].text[:1].isupper()
    ):
        return None
    start = made.clause_of(n)[0]
    return (start, first - 1) if start < first - 1 and has_verb(made, start, first - 1) else None


_MADE: Final = frozenset("made denied rejected dismissed disputed".split())
_CHARGES: Final = frozenset("charge charges allegation allegations accusation accusations".split())


def _is_lifted(low: list[str], n: int) -> bool:
    """Whether a ban is no more: "*lifted* a decades-old ban on selling arms"."""
    return any(lemmas(word).get("VERB", ("",))[0] in _LIFTS for word in low[max(0, n - 6) : n])


_LIFTS: Final = frozenset(
    "lift end ease drop scrap remove overturn repeal relax reverse revoke rescind loosen waive".split()
)
_BESIDES: Final = frozenset("during after when while amid following until because despite".split())


def main_verb_after(made: Line, n: int, *, behind: int | None = None) -> int | None:
    """The verb that a noun is the subject of, where it is one: "the plan to sail … *drew* protests"."""
    start, end = made.clause_of(n)
    if has_verb(made, start, n):
        return None
    for k in range(n + 1 if behind is None else behind, end):
        word = made.low[k]
        if any(first <= k < last for first, last in made.relatives):
            continue
        if (word in AUXILIARIES and word not in {"be", "have", "been", "being", "'s", "’s"}) or (
            verb_tags(word) & {"VBD"} and "NOUN" not in lemmas(word) and made.low[k - 1] != "to"
        ):
            return k
    return None
