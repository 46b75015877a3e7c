"""Words of saying as hedges: what they report, what they tell nothing of, and who will not say whether it is so."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from dateline.reading.amounts.numbers import cardinals
from dateline.reading.hedging.asides import DETERMINERS, verb_of_a_bare_participle
from dateline.reading.hedging.conditions import without_told
from dateline.reading.hedging.content import has_content
from dateline.reading.hedging.hedge import Hedge, is_noun_here, is_passive
from dateline.reading.hedging.listed import forms_in
from dateline.reading.hedging.phrases import speaker_after, speakers
from dateline.reading.hedging.scopes import has_verb, starts_clause
from dateline.reading.hedging.sources import attribution, subject_before
from dateline.reading.text.forms import AUXILIARIES, forms_of, is_base, lemmas, verb_tags
from dateline.reading.text.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.reading.hedging.scopes import Line, Reach
    from dateline.reading.hedging.sources import Attribution
    from dateline.story.model import Status

__all__ = ["around", "opens_question", "said", "spoken", "unconfirmed", "unknown"]


_WHERE: Final = frozenset("during by in on at last as aboard inside near off outside under beneath among".split())


_OPENS_A_SUBJECT: Final = frozenset(
    "the a an its his her their he she it they we i there two three dozens about some around".split()
)
_BEFORE_OBJECTS: Final = frozenset(
    "during by in on at as aboard inside near off outside under of from for with after before and or when".split()
)


def _tells_nothing(made: Line, n: int) -> bool:
    """Whether a preposition follows, and no "that" or quote after it: "the sale announced during his visit"."""
    low = made.low
    if n + 1 >= len(low) or low[n + 1] not in _WHERE or _counts(low, n + 1):
        return False
    if low[n] in {"said", "says"} and any(
        (low[k] in _OPENS_A_SUBJECT or low[k][0].isdigit()) and starts_clause(made, k, sure=True)
        for k in range(n + 3, min(n + 10, len(low)))
        if low[k - 1] not in _BEFORE_OBJECTS
    ):  # fmt: skip
        return False  # "said at a meeting in Oslo *the ship would* sail"
    if _says_on_a_day(made, n):
        return False
    return not any(word in {"that", "whether", "“", '"', ":", ",", "to"} for word in low[n + 1 : n + 10])


def _is_owned(made: Line, n: int) -> bool:
    """Whether an owner of many stands before a word, which then says nothing: "the rebels' *alleged* retreat"."""
    before = made.run[n - 2 : n]
    return n > 1 and before[1].low in {"'", "’"} and before[0].low[-1] == "s" and before[0].end == before[1].start


def _says_on_a_day(made: Line, n: int) -> bool:
    """Whether behind a day stands what was said then: "said on Monday *two ships* docked in Oslo"."""
    low = made.low
    if low[n] not in {"said", "says"} or n + 3 >= len(low) or low[n + 1] != "on" or not low[n + 2].endswith("day"):
        return False
    word = low[n + 3]
    is_subject = word == "there" or ("NOUN" in lemmas(word) and word not in _PARTS_OF_A_DAY)
    return is_subject or word in DETERMINERS or word in cardinals() or made.run[n + 3].text[0].isupper()


_PARTS_OF_A_DAY: Final = frozenset("morning afternoon evening night noon".split())


def _counts(low: list[str], n: int) -> bool:
    """Whether a preposition only bounds a number: "said *at least* 30 were in Chad", "said *as many as* 90 left"."""
    then = low[n + 1 : n + 2]
    if low[n] == "as":
        return then in (["many"], ["much"], ["few"])
    return then in (["least"], ["most"]) or (low[n] in {"near", "under"} and then != [] and then[0][0].isdigit())


@cache
def _told_in_a_clause() -> frozenset[str]:
    return frozenset(form for verb in words("status", "told_in_a_clause", "words") for form in forms_of(verb))


def _is_shown(made: Line, n: int, found: Attribution | None) -> bool:
    """Whether data or pictures show a thing: "*images show* jets in Chad"."""
    is_showing = made.low[n] in forms_of("show") or made.low[n] in forms_of("reveal")
    return is_showing and found is not None and any(
        made.low[k] in words("sources", "speakers", "shows") for first, last in found.who for k in range(first, last)
    )  # fmt: skip


def _opens_clause(made: Line, n: int) -> bool:
    """Whether "that", a quote or a subject with its verb begins here, whoever is told standing before it."""
    low = made.low
    for k in range(n, min(n + 5, len(low))):
        if low[k] in {"“", '"'}:
            return starts_clause(made, k + 1, sure=False)
        if low[k] in {"that", "whether", "how"} or (low[k] == ":" and k + 1 < len(low)):
            return True
        if low[k] in {",", ".", ";"}:
            break
    return starts_clause(made, n, sure=False)


def _tells_a_deed(low: list[str], n: int) -> bool:
    """Whether somebody tells what they did: "*admitted flying* to Oslo", "*recalled fleeing* Mali"."""
    return low[n] in _owning_up() and low[n + 1 : n + 2] != [] and verb_tags(low[n + 1]) == {"VBG"}


def _before_sum(low: list[str], reach: list[Reach]) -> list[Reach]:
    """Cut what is said where the paper sums it up: "said he will not go to Oslo, *a move* unlikely to help"."""
    commas = (k for k in range(len(low) - 3) if low[k] == "," and low[k + 1] in {"a", "an"})
    end = next((k for k in commas if low[k + 2] in _SUMS), len(low))
    return [(first, min(last, end)) for first, last in reach if first < end]


_SUMS: Final = frozenset("announcement move step decision statement remark comment gesture shift reversal".split())


@cache
def _owning_up() -> frozenset[str]:
    return frozenset(
        form for verb in ("admit", "acknowledge", "recall", "describe", "mention", "recount") for form in forms_of(verb)
    )


def _is_of_own_deed(low: list[str], n: int) -> bool:
    """Whether somebody claims a deed of their own: "claimed on Sunday *to have* entered Kidal"."""
    if low[n] not in forms_of("claim"):
        return False
    to = next((k for k in range(n + 1, min(n + _WHO_IS_TOLD, len(low) - 1)) if low[k] == "to"), len(low))
    return low[to + 1 : to + 2] in (["have"], ["be"]) and to < len(low) and "," not in low[n:to]


def around(made: Line, found: Attribution) -> list[Reach]:
    """What stands around words that hang on it: before them, and after them up to a clause of its own."""
    start, end = found.start, found.end
    before = max(_content_start(made, start), _own_clause(made, start, end))
    is_asked = made.low[before : before + 1] == ["asked"]  # "*Asked if ships had left*, she said no"
    around = [(before, start)] if before < start and not is_asked else []
    last = len(made.low)
    after_break = min(
        (at for at in made.breaks if at >= end and not _is_told_on_too(made, start, end, at)), default=last
    )
    if end < after_break and not _describes(made, end, after_break) and not _is_beside_a_quote(made, start, end):
        around.append((end, after_break))
    elif not around and end < after_break:
        closed = [k for k in range(end + 1, after_break) if made.low[k] == ","]
        around += [(closed[0] + 1, after_break)] if closed else []  # "according to Roa, who leads it, *the ship …*"
    return around


def _own_clause(made: Line, start: int, end: int) -> int:
    """Where the clause begins that words stand inside of: "it sank, and *the reason*, she says, *is* fog"; else 0."""
    low = made.low
    joint = next((k for k in range(start - 2, max(0, start - _SHORT), -1) if low[k] in {"and", "but"}), 0)
    if not joint or low[joint - 1] != "," or low[start - 1] != "," or has_verb(made, joint + 1, start):
        return 0
    verb = "".join(low[end + 1 : end + 2]) if low[end : end + 1] == [","] else ""
    return joint + 1 if verb in AUXILIARIES or "VBZ" in verb_tags(verb) else 0


_SHORT: Final = 8  # words of a subject


def _is_told_on_too(made: Line, start: int, end: int, at: int) -> bool:
    """Whether a clause goes on with what somebody says: "it left, *a guard said*, and its crew fled"."""
    low = made.low
    if at != end + 1 or low[end] != "," or low[at] != "and" or start == 0 or low[start - 1] != ",":
        return False
    stop = min((k for k in made.breaks if k > at), default=len(low))
    return forms_in("said").keys().isdisjoint(low[at:stop]) and not {"”", '"'}.intersection(low[:start])


def _is_beside_a_quote(made: Line, start: int, end: int) -> bool:
    """Whether the article tells when a quote was said: "“No comment,” she said *when asked about reports that* …"."""
    behind = end + (made.low[end : end + 1] == [","])
    return start > 0 and made.low[start - 1] in {"”", '"'} and not _WHEN_SAID.isdisjoint(made.low[behind : behind + 1])


_WHEN_SAID: Final = frozenset(("when", "after", "before", "asked", "of"))


def _describes(made: Line, start: int, end: int) -> bool:
    """Whether words after a speaker describe them ("…, a former player who came from Cairo")."""
    for k in range(start, end):
        if made.low[k] in {"who", "which", "whose"}:
            return True
        if made.low[k] in AUXILIARIES or "VBD" in verb_tags(made.low[k]):
            return False
    return False


def _content_start(made: Line, end: int) -> int:
    """Where the words begin that "she said" hangs behind: a semicolon or "and" before it, or the sentence's start."""
    return max((at for at in made.breaks if at < end and (made.low[at - 1] == ";" or at == end - 1)), default=0)


def unconfirmed(made: Line, start: int, end: int) -> Hedge:
    """That somebody will not, or cannot, say whether it is so: they are named as its source."""
    who = subject_before(made, start)
    if who is not None and made.low[who[0]] in {"it", "there"} and who[1] - who[0] == 1:
        who = who if _BEING.isdisjoint(made.low[who[1] : end]) else None  # "it *is* not known whether"
    last = made.rest_of(end - 1, strict=False)
    words_end = last[-1][1] if last else end
    return Hedge(
        "unconfirmed",
        start,
        end,
        tuple(one for reach in last for one in without_told(made, reach, (end, end))),
        strict=False,
        who=() if who is None else (who,),
        words=(start if who is None else who[0], words_end if made.low[words_end - 1] != "." else words_end - 1),
    )


def opens_question(low: list[str], n: int) -> int | None:
    """Where "whether" or "if" stands after a verb of saying, a word or two between."""
    for k in range(n, min(n + 4, len(low))):
        if low[k] in {"whether", "if", "when", "where", "how", "that"}:
            return k
        if low[k] in {",", ".", ";"}:
            return None
    return None


_BEING: Final = frozenset(("is", "was", "'s", "’s", "been", "remains", "remained"))
_LOST: Final = frozenset("missing dead killed lost drowned stolen stranded injured trapped kidnapped captured".split())
_NOT_OF_EVENTS: Final = (
    ("say", frozenset("goodbye farewell hello thanks prayers mass grace".split())),
    ("declare", frozenset(("a", "an", "war", "victory", "independence", "bankruptcy"))),
    ("recall", frozenset("its their all thousands hundreds about around nearly some".split())),
)
"""Verbs of saying with the first words of what they say that is no event."""


def _ordered(low: list[str], n: int) -> int | None:
    """The "to" of what somebody is told to do: "told *the men to* leave"; None where something is told them."""
    if low[n] not in {"told", "tells", "tell", "telling"}:
        return None
    for k in range(n + 2, min(n + _WHO_IS_TOLD, len(low) - 1)):
        if low[k] in {"that", ",", ".", "“", '"', "of", "about"} or low[k] in AUXILIARIES:
            return None
        if low[k] == "to":
            return k if is_base(low[k + 1]) else None
    return None


_WHO_IS_TOLD: Final = 8  # words from "told" to its "to"


def _blamed(low: list[str], n: int, reach: list[Reach]) -> list[Reach]:
    """Cut what somebody is blamed for at its comma: "blamed Chile for it, *and sent troops*"."""
    if low[n] not in forms_of("blame"):
        return reach
    comma = next((k for k in range(n, len(low)) if low[k] == ","), len(low))
    return [(first, min(last, comma)) for first, last in reach if first < comma]


def _told_behind(made: Line, n: int) -> int | None:
    """Where those begin who "were told" what stands before them: "guns were sent to Mali, *a jury* was told"."""
    comma = next((k for k in range(n - 2, max(0, n - _TOLD_REACHES), -1) if made.low[k] == ","), 0)
    is_plain = comma > 0 and made.low[comma + 1] in {"a", "an", "the"} and not has_verb(made, comma + 1, n - 1)
    return comma + 1 if is_plain and has_verb(made, 0, comma) else None


_TOLD_REACHES: Final = 12  # words of those who are told


def said(made: Line, n: int) -> Iterator[Hedge]:
    """Read a verb of saying: what it reports is what follows it, or what it hangs behind."""
    low = made.low
    kind = forms_in("said")[low[n]]
    if low[n] == "saying" and low[n - 1 : n] == ["as"]:
        yield from _quoted(made, n)
        return
    if _is_told_on(made, n) or is_noun_here(made, n) or low[n] in {"rumors", "rumours"} or low[n - 1 : n] in _ESTIMATED:
        return  # "an *estimated* 90 people", "*reported Oman to* the court"
    if low[n + 1 : n + 2] == ["or"] and {"VBN"} <= verb_tags(low[n]) & verb_tags("".join(low[n + 2 : n + 3])):
        return  # "the last *suspected* or convicted smuggler"
    if any(low[n] in forms_of(verb) and what.intersection(low[n + 1 : n + 2]) for verb, what in _NOT_OF_EVENTS) or (
        low[n] in forms_of("recall") and low[n + 1 : n + 2] != [] and low[n + 1][0].isdigit()
    ):
        return  # "declared *a state of emergency*, with the storm near", "*said goodbye*, left", "*recalled 900* cars"
    if low[n + 1 : n + 2] != [] and low[n + 1] in _LOST and low[n - 1 : n] != ["was"]:
        return  # "two hikers *reported missing* were found"
    if low[n + 1 : n + 2] == ["at"] and low[n + 2 : n + 3] != [] and low[n + 2][0].isdigit():
        return  # "winds estimated at 110 mph"
    if low[n] == "found" and is_passive(made, n) and low[n + 1 : n + 2] not in (["that"], ["to"], [","]):
        return  # "was *found* unharmed after the ship left"
    if "VBD" in verb_tags(low[n]) and (told := verb_of_a_bare_participle(made.run, low, n)) is not None:
        yield Hedge(kind, n, n + 1, ((n + 1, told),), strict=False)  # "a man *said* to be ill left"
        return
    passive = is_passive(made, n) or (
        low[n] == "told" and low[n + 1 : n + 2] == ["to"] and is_base("".join(low[n + 2 : n + 3]))
    )
    nobody = _told_behind(made, n) if passive and low[n] == "told" else _it_before(low, n)
    if nobody is not None and low[nobody - 1 : nobody] == [","] and _ends_there(made, n + 1):
        start, end = made.clause_of(n)  # "the men, *it is understood*, fled", "the men fled, *it emerged* on Friday"
        start = min(start, _content_start(made, nobody - 1))
        by = attribution(made, n) if low[n + 1 : n + 2] == ["by"] else None
        who = () if by is None else by.who
        yield Hedge(kind, nobody, n + 1, ((start, nobody), (n + 1, end)), strict=False, who=who)
        return
    if passive and low[n + 1 : n + 2] == ["to"]:
        yield Hedge(
            "planned" if low[n] == "told" else "reported" if kind == "reported" else "alleged",
            n,
            n + 1,
            tuple(made.rest_of(n + 1, strict=low[n] == "told")),  # "told to leave *as the fire moved* to Bari"
            strict=False,
        )
        return
    if (ordered := _ordered(low, n)) is not None:
        yield Hedge("planned", n, n + 1, tuple(made.rest_of(ordered, strict=True)))  # "told the men *to leave* Chad"
        return
    if any(word in withheld() for word in low[max(0, n - 3) : n]) and low[n] in unknown():
        start = next(k for k in range(max(0, n - 3), n) if low[k] in withheld())
        opener = opens_question(low, n + 1)
        yield unconfirmed(made, start, n + 1 if opener is None else opener + 1)
        return
    found = attribution(made, n)
    tags = verb_tags(low[n])
    if "VBN" in tags and "VBD" not in tags and AUXILIARIES.isdisjoint(low[max(0, n - 3) : n]):
        return  # "the former mayor known as …"
    hangs = found is not None and found.hangs
    if low[n - 1 : n] == [","] and low[n + 1 : n + 2] in (["by"], ["to"]) and "VBN" in tags:  # ", *thought to* be …,"
        comma = next((k for k in range(n + 1, len(low)) if low[k] == ","), len(low))
        yield Hedge(kind, n, n + 1, ((n + 1, comma),), strict=False)
        return
    if low[n - 1 : n] == ["of"] or _is_owned(made, n) or (not hangs and _tells_nothing(made, n)):
        return
    is_of_deed = _tells_a_deed(low, n) or _is_of_own_deed(low, n)
    is_told = hangs or is_of_deed or _opens_clause(made, n + 1) or _is_shown(made, n, found) or _says_on_a_day(made, n)
    if low[n] in _told_in_a_clause() and not is_told:
        return
    if found is None:
        yield Hedge(kind, n, n + 1, tuple(_blamed(low, n, made.rest_of(n, strict=False))), strict=False)
        return
    if _is_in_what_is_said(made, found, n):
        return  # "said in *a video recorded* in Homs that"
    if nobody is not None:
        found = found._replace(who=())  # "*it* emerged that …"
    hangs = hangs or _is_beside_a_quote(made, found.start, found.end)
    reach = around(made, found) if hangs else made.rest_of(n, strict=kind == "alleged" and _blames(low, n))
    reach = _before_sum(low, _blamed(low, n, reach))
    start = min(found.start, n)
    yield Hedge(kind, n, n + 1, tuple(reach), strict=False, who=found.who, words=(start, max(found.end, n + 1)))


def _quoted(made: Line, n: int) -> Iterator[Hedge]:
    """Read "the mayor was *quoted* by the paper *as saying* the ship left"."""
    verb = next((k for k in range(n - 2, max(-1, n - _WHO_IS_TOLD), -1) if made.low[k] in _QUOTING), None)
    who = None if verb is None else subject_before(made, verb)
    if verb is not None and who is not None:
        reach = tuple(made.rest_of(n, strict=False))
        told = None if is_passive(made, verb) or verb + 1 >= n - 1 else speaker_after(made, verb + 1)
        by = speakers(made, who) if told is None else (*speakers(made, (told[0], n - 1)), *speakers(made, who))
        yield Hedge("reported", verb, n + 1, reach, strict=False, who=by, words=(who[0], n + 1))


_ESTIMATED: Final = (["as"], ["a"], ["an"])


def _is_told_on(made: Line, n: int) -> bool:
    """Whether a report is of somebody and to somebody: a name, "him" or "them" and "to" stand behind its verb."""
    low, run = made.low, made.run
    if low[n] not in forms_of("report"):
        return False
    k = n + 1
    while k < min(len(low), n + 4) and run[k].text[0].isupper():
        k += 1
    k += k == n + 1 and low[k : k + 1] != [] and low[k] in {"him", "her", "them", "it"}
    return k > n + 1 and low[k : k + 1] == ["to"] and not is_base("".join(low[k + 1 : k + 2]))


_QUOTING: Final = frozenset(("quoted", "cited", "reported", "recorded", "paraphrased", "heard"))


@cache
def _spoken() -> frozenset[str]:
    """Forms of the verbs of planning and wishing that are words of saying, too: "warned that", "predicted that"."""
    return frozenset(form for verb in words("status", "spoken", "verbs") for form in forms_of(verb))


@cache
def _foretelling() -> frozenset[str]:
    """Forms of verbs that tell of what is to come by its name, too: "*predicts* a storm hitting Cuba"."""
    return forms_of("predict") | forms_of("forecast") | forms_of("foresee")


def spoken(made: Line, n: int, kind: Status) -> Hedge | None:
    """Read who warns, predicts or suggests a thing: "the agency *warned* that …", "…, the agency *warned*"."""
    low = made.low
    if low[n] not in _spoken() or is_passive(made, n) or low[n - 1 : n] in (["of"], ["to"], ["and"]):
        return None
    found = attribution(made, n)
    if found is None or not found.who:
        return None
    start, end = min(found.start, n), max(found.end, n + 1)
    if found.hangs:
        if not _ends_there(made, found.end if found.start == n else n + 1) or not has_verb(made, 0, found.start):
            return None
        return Hedge("reported", n, n + 1, tuple(around(made, found)), strict=False, who=found.who, words=(start, end))
    if not has_content(made, n) and low[n] not in _foretelling():
        return None
    reach = tuple(made.rest_of(n, strict=not has_content(made, n)))
    return Hedge(kind, n, n + 1, reach, strict=False, who=found.who, words=(start, n + 1))


def _is_in_what_is_said(made: Line, found: Attribution, n: int) -> bool:
    """Whether a participle tells of the paper or the film in which somebody says so: "in a note *published* by"."""
    if not found.who or "VBN" not in verb_tags(made.low[n]) or made.low[n] in {"said", "told"}:
        return False
    first, last = found.who[0]
    begun = made.clause_of(n)[0]
    is_held = first > begun + 1 and last == n and made.low[first - 1] in {"in", "by", "from", "to", "at", "of", "on"}
    return is_held and any(made.low[k] in forms_in("said") for k in range(begun, first - 1))


_BETWEEN: Final = frozenset("has had also later now since widely first then".split()) | _BEING
_LONGEST_WHEN: Final = 8  # words of who or when, behind such an aside


@cache
def _coming_out() -> frozenset[str]:
    """Forms of verbs whose "it" is nobody."""
    return forms_of("emerge") | forms_of("transpire")


def _it_before(low: list[str], n: int) -> int | None:
    """The "it" that says nobody says so: "*it* was claimed", "*it* has been said", "*it* emerged"; None of a sayer."""
    k = n - 1
    while k >= 0 and low[k] in _BETWEEN:
        k -= 1
    is_nobody = low[n] in _coming_out() or not _BEING.isdisjoint(low[k + 1 : n])
    return k if k >= 0 and low[k] == "it" and is_nobody and not low[n].endswith("ing") else None


def _ends_there(made: Line, n: int) -> bool:
    """Whether an aside ends here or only who or when follows: "it was claimed*,*", "it emerged *on Friday.*"."""
    end = next((k for k in range(n, len(made.low)) if made.low[k] in {",", ".", ";", "—", "–"}), len(made.low))
    behind = made.low[n:end]
    return not behind or (behind[0] in _OPENS_WHEN and len(behind) < _LONGEST_WHEN and not has_verb(made, n, end))


_OPENS_WHEN: Final = frozenset("on last late this yesterday today earlier in later at by".split())


def _blames(low: list[str], n: int) -> bool:
    """Whether a deed follows and no clause: "accused Chile *of taking* gas", while others do what they do."""
    return any(low[k] == "of" and low[k + 1].endswith("ing") for k in range(n + 1, min(n + 9, len(low) - 1)))


@cache
def unknown() -> frozenset[str]:
    """Every form of the verbs whose refusal leaves a thing unconfirmed: confirm, say, verify …."""
    return frozenset(form for verb in words("status", "unknown", "verbs") for form in forms_of(verb))


@cache
def withheld() -> frozenset[str]:
    return frozenset(form for verb in words("status", "unknown", "withheld") for form in forms_of(verb))
