"""Find the words of a sentence that hedge what it says: modals, negations, plans, wishes, conditions, attributions."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from dateline.reading.amounts.numbers import cardinals
from dateline.reading.hedging.asides import DETERMINERS, times, verb_of_a_bare_participle
from dateline.reading.hedging.conditions import (
    TIMES,
    condition,
    never_was,
    to_verb_behind_comma,
    when,
    without_meanwhile,
)
from dateline.reading.hedging.content import (
    content,
    has_content,
    judged,
    judging,
    outside_given,
    told_in_subject,
    undone_in_subject,
    untrue,
)
from dateline.reading.hedging.faults import is_let_through
from dateline.reading.hedging.headlines import to_come
from dateline.reading.hedging.hedge import BEFORE_NOUNS, Hedge, is_noun_here, is_passive, is_sort, negation_before
from dateline.reading.hedging.listed import forms_in, words_in
from dateline.reading.hedging.negations import (
    before_but,
    end_of_lack,
    is_asked,
    is_of_some,
    not_many,
    nothing,
    to_comma,
    to_main_clause,
    to_main_subject,
    undoes,
    what_is_denied,
)
from dateline.reading.hedging.on_offer import is_on_offer
from dateline.reading.hedging.qualities import says_which
from dateline.reading.hedging.said_nouns import destination, main_verb_after, noun
from dateline.reading.hedging.saying import around, opens_question, said, spoken, unconfirmed, unknown
from dateline.reading.hedging.scopes import is_condition
from dateline.reading.hedging.sources import attributions
from dateline.reading.hedging.unreached import DATES, fate, opens_unreached, undergoer, unmet
from dateline.reading.text.forms import AUXILIARIES, forms_of, is_base, lemmas, verb_tags
from dateline.reading.text.wordlists import phrases_by_first, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from dateline.reading.hedging.scopes import Line, Reach
    from dateline.story.model import Status

__all__ = ["operators", "watched"]

_ADJECTIVE_REACHES: Final = 5  # words from "planned" to the noun that it makes a plan
_NEGATION_REACHES: Final = 6  # words from "not" to the verb of saying that it makes a refusal to say


@cache
def watched() -> frozenset[str]:
    """Every word that a hedge may begin with: most words are none, and are passed over at once."""
    return frozenset(
        {
            *(
                word
                for table in ("modals", "adverbs", "negations", "said_nouns", "adjectives")
                for word in words_in(table)
            ),
            *(word for table in ("said", "verbs") for word in forms_in(table)),
            *words("status", "negations", "determiners"),
            *words("status", "conditions", "possible"),
            *phrases_by_first("status", "phrases"),
            *phrases_by_first("status", "fates"),
            *phrases_by_first("denials", "untrue"),
            *opens_unreached(),
            *_by_word(),
        }
    )


def operators(made: Line) -> Iterator[Hedge]:
    """Find the hedges of a sentence, each with what it governs; one word may give more than one."""
    low = made.low
    for found in attributions(made):
        end = found.who[-1][1] if found.who else found.verb + 1
        reach = tuple(around(made, found))
        yield Hedge("reported", found.start, end, reach, strict=False, who=found.who, words=(found.start, found.end))
    may_hedge = watched()
    for n, word in enumerate(low):
        if word[-6:] == "-bound":
            yield _bound(low, n)
        if (word not in may_hedge and word[-3:] not in {"n't", "n’t"}) or (
            n and word not in DATES and _is_in_a_name(made, n)
        ):  # fmt: skip
            continue
        yield from _phrase(made, n)
        if word in opens_unreached():
            yield from unmet(made, n)
        if word in phrases_by_first("status", "fates"):
            yield from fate(made, n)
        if word in phrases_by_first("denials", "untrue"):
            yield from untrue(made, n)
        if word in words_in("modals"):
            yield from _modal(made, n)
        elif word in words_in("adverbs") and not _counts(low, n):
            yield _adverb(made, n, words_in("adverbs")[word])
        elif word in words_in("negations") or word[-3:] in {"n't", "n’t"}:
            yield from _negation(made, n)
        elif word in words("status", "negations", "determiners"):
            yield from nothing(made, n)
        elif word in words("status", "conditions", "possible") and is_condition(low, n):
            yield from condition(made, n)
        elif word in _by_word():
            yield from _by_word()[word](made, n)
        is_plan = low[n + 1 : n + 2] == ["to"] and word in forms_in("verbs")  # "*determined to* go", not "… that"
        if word in forms_in("said") and not is_plan:
            yield from said(made, n)
        elif word in forms_in("verbs"):
            yield from _verb(made, n, forms_in("verbs")[word])
        if word in words_in("said_nouns"):
            yield from noun(made, n, words_in("said_nouns")[word])
        if word in words_in("adjectives"):
            yield from _adjective(made, n, words_in("adjectives")[word])


def _bound(low: list[str], n: int) -> Hedge:
    """Read "a *Lagos-bound* ship made a landing": where it goes is a plan, not what becomes of it."""
    near = range(n + 1, min(len(low), n + 1 + _ADJECTIVE_REACHES))
    end = next((k for k in near if low[k] in AUXILIARIES or "VBD" in verb_tags(low[k])), near.stop)
    return Hedge("planned", n, n + 1, (), nouns=((n + 1, end),))


def _is_in_a_name(made: Line, n: int) -> bool:
    """Whether a capital inside a sentence makes a word part of a name: "Port Said"."""
    has_capital = made.run[n].text[0].isupper() and not made.run[n].text.isupper()
    return has_capital and made.low[n - 1][0].isalnum() and not made.is_shouted


_COMES_ABOUT: Final = frozenset(
    "begin began start started happen happened occur occurred resume resumed continue continued commence follow"
    " followed proceed end ended conclude".split()
)
_BEFORE_QUALITIES: Final = frozenset((",", "and", "or", "“", '"', "'", "’"))  # "the rebels' *alleged* retreat"
_IN_PLACE_OF: Final = frozenset((("instead", "of"), ("rather", "than")))


def _phrase(made: Line, n: int) -> Iterator[Hedge]:
    low = made.low
    for phrase, kind in phrases_by_first("status", "phrases").get(low[n], ()):
        end = n + len(phrase)
        if tuple(low[n:end]) != phrase:
            continue
        if phrase[-1] == "to" and (end >= len(low) or not is_base(low[end])):
            continue
        if phrase == ("able", "to") and low[n - 1 : n] in (["was"], ["were"]):
            continue  # "were able to reach Malta": they did
        status: Status = kind  # type: ignore[assignment]  # the keys of the table are statuses
        strict = kind not in {"unconfirmed", "reported"} and phrase[0] not in {"nothing", "no"}
        strict = strict and phrase[-1] not in {"whether", "if", "when"}  # what a whole clause says
        reach = made.rest_of(end - 1, strict=strict)
        if phrase in _IN_PLACE_OF or low[n - 1 : n] == [","] or (kind == "denied" and n == made.clause_of(n)[0]):
            # "Instead of sailing to Bari, they flew", "unable to land, they flew", "the ferry, due in Bari, left"
            reach = to_comma(made, reach)
            reach = to_main_subject(made, end, reach) if n == made.clause_of(n)[0] else reach
        if phrase in _IN_PLACE_OF:  # "crossed the Atlantic instead of the Sahara *to reach* Spain"
            last = next((k for k in range(end + 1, len(low) - 1) if low[k] == "to" and is_base(low[k + 1])), len(low))
            reach = [(a, min(b, last)) for a, b in reach if a < last]
        if phrase[-1] in {"to", "for"} and (main := main_verb_after(made, n, behind=end)) is not None:
            reach = [(a, min(b, main)) for a, b in reach if a < main]  # "men with tickets to fly to Bari *were*"
        left = _subject(made, n) if phrase[-1] == "to" and _comes_about(made, end) else ()
        yield Hedge(status, n, end, tuple(reach), left, strict=strict)
        return


def _comes_about(made: Line, n: int) -> bool:
    """Whether a verb only says that its subject comes about: "the visit is due to *begin*", "to *take place*"."""
    low = made.low
    word, behind = low[n : n + 1], low[n + 1 : n + 2]
    if word in (["take"], ["took"]):
        return behind == ["place"]
    if word in (["go"], ["went"]):
        return behind == ["ahead"]
    return word != [] and word[0] in _COMES_ABOUT


_SEEN: Final = ["could", "be", "seen"]


def _modal(made: Line, n: int) -> Iterator[Hedge]:
    """Read may, will, would …; "would have gone" is what was not, "would" beside "if" what might be."""
    low = made.low
    word = low[n]
    is_shouted = made.is_shouted and is_base("".join(low[n + 1 : n + 2]))  # "US *May* Send Tanks"
    if word in {"will", "may", "might", "must"} and made.run[n].text[0].isupper() and n and not is_shouted:
        return  # a name, or the month
    is_so = low[n : n + 3] == _SEEN and low[n + 3 : n + 4] not in (["as"], ["to"])  # "tanks *could be seen* in Oran"
    if is_so or low[n - 1 : n] in (["the"], ["his"], ["her"], ["own"], ["a"], ["of"]):
        return  # "the will", "a must"
    kind = words_in("modals")[word]
    reach = tuple(made.rest_of(n, strict=True))
    left = _subject(made, n)
    k = n + 1
    while k < len(low) and (
        low[k] in {"not", "never", "also", "still", "n't", "already", "yet"} or low[k].endswith("ly")
    ):
        k += 1
    supposes = word in {"would", "could", "should", "might", "must"}
    if supposes and low[k : k + 1] == ["have"] and low[k + 1 : k + 2] != ["to"]:
        reached = word == "would" or "not" in low[n:k]
        doubted: Status = "denied" if word == "could" and "not" in low[n:k] else "possible"
        yield Hedge(doubted, n, k + 1, reach, left, is_counterfactual=reached and word == "would")
        return
    if low[k : k + 1] != [] and low[k] in forms_in("said") and "that" in low[k + 1 : k + 4]:
        told = low.index("that", k + 1)
        reach = tuple((first, min(last, told)) for first, last in reach if first < told)  # "would say only *that*"
    on_condition = any(low[first] != "whether" for first, _ in made.conditions)
    if word == "would" and (on_condition or low[k : k + 1] in (["like"], ["rather"], ["prefer"])):
        kind = "possible"
    yield Hedge(kind, n, n + 1, reach, left)


def _subject(made: Line, n: int) -> tuple[Reach, ...]:
    """The subject of a verb: its nouns are planned where the verb is ("the visit will …")."""
    found = undergoer(made, n)
    return () if found is None else (found,)


def _adverb(made: Line, n: int, kind: Status) -> Hedge:
    """An adverb governs its phrase up to the next comma; at a clause's start the whole clause."""
    low = made.low
    start, end = made.clause_of(n)
    if low[n - 1 : n] in (["a"], ["an"]):
        return Hedge(kind, n, n + 1, ((n + 1, min(n + 2, end)),))  # "a *potentially* deadly storm hit Peru"
    if low[n] == "potentially" and says_which(low, n):
        return Hedge(kind, n, n + 1, ((n + 1, n + 2),))  # "the *potentially* exposed nurses left"
    for first, last in (*made.quotes, *made.relatives):
        if first <= n < last:
            end = min(end, last)
    opens = n + 1 < len(low) and low[n + 1] == "," and n - start <= 1
    if not opens:
        end = next((k for k in range(n + 2, end) if low[k] in {",", ":"}), end)
    reach: list[Reach] = [(n + 1, end)]
    if n + 1 >= end or (low[n + 1] in {".", ",", ";"} and not opens):
        reach = [(start, n)]  # "…, allegedly."
    holes = [hole for hole in made.relatives if hole[0] > n]
    if holes:
        reach = [(reach[0][0], min(reach[0][1], max(holes[0][0], n + 1)))]
    left = _subject(made, n + 1) if _comes_about(made, n + 1) else ()
    return Hedge(kind, n, n + 1, tuple(reach), left, strict=n > start)


_PERHAPS: Final = frozenset(("perhaps", "maybe", "possibly", "probably"))


def _counts(low: Sequence[str], n: int) -> bool:
    """Whether a "perhaps" doubts a number alone: "*perhaps* 300 families fled"."""
    if low[n] not in _PERHAPS or n + 1 >= len(low):
        return False
    is_many = low[n + 1] in {"a", "half", "several", "as"} and low[n + 2 : n + 3] in (
        ["dozen"], ["hundred"], ["thousand"], ["million"], ["a"], ["many"],
    )  # fmt: skip
    return is_many or low[n + 1][0].isdigit() or low[n + 1] in cardinals() or low[n + 1] in _DOZENS


_DOZENS: Final = frozenset("dozens hundreds thousands scores tens".split())
_BEING: Final = frozenset(("am", "is", "are", "was", "were"))


def _negation(made: Line, n: int) -> Iterator[Hedge]:
    """Read "not": of a verb of saying or knowing it makes a thing unconfirmed, of any other verb denied."""
    low = made.low
    if low[n] == "without" and low[n + 1 : n + 2] == ["borders"]:
        return  # the doctors' name
    opening = made.clause_of(n)[0]
    if n == opening and is_of_some(low, n):
        yield from not_many(made, n)
        return
    if (end := end_of_lack(made, n)) is not None:
        yield Hedge("denied", n, n + 1, ((n + 1, end),))  # "*without* a visa he flew"
        return
    if low[n] == "nor" and low[opening] == "neither" and not any("VBD" in verb_tags(w) for w in low[opening:n]):
        return  # one denial: "neither Chad nor Mali sent troops"
    if low[n + 1 : n + 3] in (["the", "first"], ["the", "only"], ["the", "last"]):
        return  # "it was not the first time that ships left Malta"
    if low[n + 1 : n + 2] in (["only"], ["just"], ["merely"], ["least"], ["long"], ["far"]) or low[n - 1 : n] == ["if"]:
        return
    if is_asked(made, n):
        return
    if not _LIKES.isdisjoint(low[n + 1 : n + 3]) and low[n + 2 : n + 3] != ["to"]:
        return  # "do not *like the long trips* to Bari"
    if not _LEAVES.isdisjoint(low[n + 1 : n + 3]):
        return  # "will not *affect* the visit to Chad", "will not be *affected* by"
    for k in range(n + 1, min(n + _NEGATION_REACHES, len(low))):
        if low[k] in {",", ";", ".", "but"}:
            break
        if low[k] in unknown():
            start = n
            while start and low[start - 1] in AUXILIARIES:
                start -= 1
            opener = opens_question(low, k + 1)
            if opener is not None:
                yield unconfirmed(made, start, opener + 1)
                return
            if lemmas(low[k]).get("VERB", ("",))[0] in _VOUCHES:
                if is_passive(made, k) and (told := told_in_subject(made, n)) is not None:
                    yield Hedge("unconfirmed", start, k + 1, ((told + 1, start),), strict=False)
                    return
                yield unconfirmed(made, start, k + 1)
                return
    behind = range(n + 2, min(n + _NEGATION_REACHES, len(low) - 1)) if low[n + 1 : n + 2] == [","] else ()
    aside = next((k for k in behind if low[k] in {",", ";"}), n)  # "did not, *as reported,* send troops"
    reach = made.rest_of(aside if low[aside] == "," else n, strict=True)
    reach = to_comma(made, [(first, before_but(low, first, last)) for first, last in reach])
    if n and low[n - 1] in _BEING:
        reach.insert(0, (n - 1, n))  # "the envoy *is* not in Oslo"
    told = n and (low[n - 1] == "that" or low[n - 1] in forms_in("said"))  # "say *neither man* left"
    is_of_subject = (n == opening or told) and (low[n] == "neither" or low[n + 1 : n + 2] in (["a"], ["one"]))
    left = _subject(made, n) if undoes(made, n) else ()
    yield Hedge("denied", n, n + 1, tuple(reach), left, strict=not is_of_subject)


_LIKES: Final = frozenset("like mind enjoy love regret appreciate remember forget realise realize".split())
_VOUCHES: Final = frozenset("confirm verify substantiate corroborate comment discuss".split())
_LEAVES: Final = frozenset(
    "affect affected influence influenced disrupt disrupted derail derailed overshadow alter interrupt"
    " interrupted".split()
)


def _is_to(made: Line, n: int) -> Iterator[Hedge]:
    """Read "is to visit", "were to be sent"."""
    low = made.low
    if low[n + 1 : n + 2] == ["to"] and n + 2 < len(low) and is_base(low[n + 2]):
        yield Hedge("planned", n, n + 2, tuple(made.rest_of(n + 1, strict=True)))


@cache
def _by_word() -> dict[str, Callable[[Line, int], Iterator[Hedge]]]:
    """What reads each word that opens a clause of its own, or says by "to" what is to be."""
    return {
        **dict.fromkeys(TIMES, when),
        **dict.fromkeys(("am", "is", "are", "was", "were", "be", "been"), _is_to),
        "to": to_come,
        "that": content,
        "it": judged,
        "had": never_was,
        **dict.fromkeys(("destination", "destinations"), destination),
    }


@cache
def _failing() -> frozenset[str]:
    return frozenset(("fail", *forms_of("fail")))


def _verb(made: Line, n: int, kind: Status) -> Iterator[Hedge]:
    """Read a verb of planning, wishing or refusing: it governs what follows, and a noun that it is said of."""
    low = made.low
    if is_noun_here(made, n) or (low[n - 1 : n] != [] and low[n - 1] in _WAITED and low[n][-2:] == "ed"):
        return  # "made his *long anticipated* visit"
    if low[n] == "planning" and low[n - 1 : n] and low[n - 1] in BEFORE_NOUNS:
        return  # "the council's *planning* policy"
    following = low[n + 1] if n + 1 < len(low) else ""
    tags = verb_tags(low[n])
    before = low[n - 1] if n else ""
    if (
        "VBN" in tags
        and not is_passive(made, n)
        and before in BEFORE_NOUNS
        and following not in {"to", "by", "for", "that"}
    ):
        yield Hedge(kind, n, n + 1, (), ((n + 1, n + 1 + _ADJECTIVE_REACHES),))
        return
    to_a_place = following == "to" and not is_base("".join(low[n + 2 : n + 3]))
    if low[n] in forms_of("call") and to_a_place and is_passive(made, n):
        return  # "was *called to a house* and found"
    if low[n] in forms_of("ask") and following == "about":
        return  # "*asked about* the delay, he said …"
    if low[n] in forms_of("plead") and following == "guilty":
        return  # it was done
    if kind == "denied" and low[n] in forms_of("stop") and (
        following == "to" or _halts(made, n) or (following[-3:] == "ing" and is_passive(made, n))
    ):  # fmt: skip
        return  # "stopped to refuel", "stopped off in Chad", "was stopped *entering* Chad"
    if is_sort(made, n):
        return  # "the most *wanted* man", "desperately *needed* food"
    if low[n] in _failing() and following not in {"to", "in"}:
        return  # "its engine failed on the way to Bari"
    if low[n] in forms_of("deny") and following in {"entry", "access", "permission", "boarding", "a"}:
        yield Hedge("denied", n, n + 1, tuple(made.rest_of(n, strict=True)))
        return
    if low[n] in forms_of("deny") and (doubt := negation_before(low, n)) is not None:
        yield unconfirmed(made, doubt, n + 1)  # "did not deny that …"
        return
    if low[n] in forms_of("threaten") and (
        following in DETERMINERS or (following and made.run[n + 1].text[:1].isupper())
    ):
        return  # "rebels *threatened the* capital"
    near = n + (10 if low[n + 1 : n + 3] in _CALLED else 5)
    if low[n] in forms_of("dismiss") and words_in("said_nouns").keys().isdisjoint(low[n + 1 : near]):
        return  # "dismissed the coach", not "dismissed reports that …"
    if low[n] in forms_of("press") and following == "on":
        return  # they only went on
    if low[n] in _with_a_word_after():
        following = _behind_when(low, n + 1) or following
    if is_on_offer(made, n) or is_let_through(made, n):
        return  # "*offers* flights to Oslo", "a *direct* flight", "the leak *allowed* oil to flow out"
    if low[n] in _with_a_word_after() and following not in {"to", "for", "on"} and not following.endswith("ing"):
        return  # "called at Ghent", "set sail", "agreed a price"
    is_called = following == "as" and (low[n] in _denying() or low[n] in judging())  # "refuted *as false* claims"
    if not is_called and (told := verb_of_a_bare_participle(made.run, low, n)) is not None:
        yield Hedge(kind, n, n + 1, ((n + 1, told),))  # "the man *wanted* for fraud left"
        return
    if (one := spoken(made, n, kind)) is not None:
        yield one
        return
    rejects = low[n] in forms_of("reject") and not words_in("said_nouns").keys().isdisjoint(low[n + 1 : n + 5])
    strict = low[n] not in _denying() and not rejects and not (kind in {"possible", "planned"} and has_content(made, n))
    reach = made.rest_of(n, strict=strict)
    if low[n] in forms_of("sentence"):  # "sentenced to 12 years *for bringing* drugs into Peru": it was done
        end = next((k for k in range(n + 1, len(low)) if low[k] in {"for", "after", "over"}), len(low))
        reach = [(first, min(last, end)) for first, last in reach if first < end]
    if ("VBG" in tags and before not in AUXILIARIES) or ("VBN" in tags and (not n or (n == 1 and before[-2:] == "ly"))):
        reach = to_main_clause(made, n, reach)  # "the envoy, *fearing* an attack, left", "*Ordered* to leave, he flew"
    if kind == "denied":
        reach = what_is_denied(made, n, reach, of_a_clause=not strict)
        reach = outside_given(made, n, reach) if low[n] in _denying() else reach
    if strict:
        reach = without_meanwhile(made, n, to_verb_behind_comma(made, reach))
    if kind == "denied" and (inside := undone_in_subject(made, n, denies=low[n] in _denying())) is not None:
        reach.insert(0, (inside + 1, n))  # "claims *that a ship left* were denied", "plans *to sail* were dropped"
    ends = to_a_place or following != "to" or _comes_about(made, n + 2)
    yield Hedge(kind, n, n + 1, tuple(reach), _subject(made, n) if ends and is_passive(made, n) else (), strict=strict)


_CALLED: Final = (["as", "“"], ["as", '"'])  # "dismissed *as “baseless and wild”* reports that …"


def _behind_when(low: Sequence[str], n: int) -> str | None:
    """The "to" or "for" behind when or how: "voted *52-48 on Thursday* to send", "called *on Friday* for"."""
    k = n
    while k < len(low) and (low[k] in times() or low[k] in _WHEN_OR_HOW or low[k][0].isdigit() or low[k][-2:] == "ly"):
        k += 1
    return low[k] if n < k < len(low) and low[k] in {"to", "for"} else None


_WHEN_OR_HOW: Final = frozenset(("on", "again", "last", "this", "late", "early", "earlier", "-", "–", "night"))


def _halts(made: Line, n: int) -> bool:
    """Whether somebody only comes to a stop: "*stopped* in Chad before flying on", not "stopped sending aid"."""
    behind = made.low[n + 1] if n + 1 < len(made.low) else "."
    return not is_passive(made, n) and (behind in _AT_A_STOP or not behind[0].isalnum())


_AT_A_STOP: Final = frozenset("in at near off over outside for on by along briefly overnight there and".split())


@cache
def _denying() -> frozenset[str]:
    """Forms of verbs that deny what a whole clause says: "denied that it was in Goma", "refuted claims that …"."""
    return frozenset(
        form for verb in ("deny", "dismiss", "refute", "rebut", "repudiate", "disavow") for form in forms_of(verb)
    )


@cache
def _with_a_word_after() -> frozenset[str]:
    """Forms of verbs that hedge only with "to", "for" or "on" after them."""
    return frozenset(form for verb in words("status", "with_a_word_after", "verbs") for form in forms_of(verb))


_AFTER_ADVERBS: Final = frozenset("to by that for in from through via at on with as because , .".split())


_WAITED: Final = frozenset("long much eagerly highly keenly hotly".split())


def _adjective(made: Line, n: int, kind: Status) -> Iterator[Hedge]:
    low = made.low
    before = low[n - 1] if n else ""
    following = low[n + 1] if n + 1 < len(low) else ""
    if (
        following in _AFTER_ADVERBS
        or before in _WAITED  # "made his *long planned* visit"
        or following in DETERMINERS
        or not (n == 0 or before in BEFORE_NOUNS or before in _BEFORE_QUALITIES or "ADJ" in lemmas(before))
    ):
        return
    end = min(len(low), n + 1 + _ADJECTIVE_REACHES)
    stop = next((k for k in range(n + 1, end) if low[k] in {",", ";", ".", "that", "which", "who"}), end)
    yield Hedge(kind, n, n + 1, (), ((n + 1, stop),))
