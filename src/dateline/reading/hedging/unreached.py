"""What has not come about, or not yet, by the words around it: "before he could fly", "visits Oslo next week"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final, cast

from dateline.reading.amounts.numbers import cardinals
from dateline.reading.hedging.asides import NOT_FINITE
from dateline.reading.hedging.conditions import without_meanwhile
from dateline.reading.hedging.content import has_content
from dateline.reading.hedging.hedge import Hedge, is_noun_here, is_passive, negation_before
from dateline.reading.hedging.listed import words_in
from dateline.reading.hedging.phrases import CLOSERS, speakers
from dateline.reading.hedging.sources import subject_before
from dateline.reading.text.forms import AUXILIARIES, forms_of, is_base, lemmas, verb_tags
from dateline.reading.text.wordlists import phrases_by_first, rules, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.reading.hedging.scopes import Line, Reach
    from dateline.story.model import Status

__all__ = ["DATES", "fate", "is_carried", "opens_unreached", "undergoer", "unmet"]

_BEFORE_A_DEED: Final = 6  # words from "approved" to the deed
_TIMETABLE: Final = 10  # words from the verb to its day
_CARGO: Final = 12  # words from "carrying" to the verb
_CARRYING: Final = frozenset("carrying transporting bringing taking delivering ferrying".split())
_STILL: Final = (["now"], ["still"], ["currently"], ["again"], ["also"])
_ABLE: Final = 7  # words from "before" to its "could"
_NEXT: Final = frozenset(
    "day days week weeks month months year years weekend monday tuesday wednesday thursday friday saturday sunday"
    " spring summer autumn winter".split()
)
_DAYS: Final = frozenset(word for word in _NEXT if word.endswith("day") and word != "day")
_MONTHS: Final = frozenset(
    "january february march april may june july august september october november december".split()
)
DATES: Final = _DAYS | _MONTHS
"""Words that have a capital though they are in no name."""
_WAIT: Final = 9  # words from "waiting" to its "to"
_TOO: Final = 7  # words from "too" to its "to"
_NEARLY: Final = frozenset(("nearly", "almost"))
_ALL_TOO: Final = frozenset(("only", "all", "not", "n't", "n’t", "never"))
_AFTER_FATES: Final = frozenset(
    (
        "after",
        "because",
        "as",
        "when",
        "in",
        "on",
        "over",
        "and",
        "but",
        "amid",
        "following",
        "this",
        "last",
        "until",
        "till",
        "to",
    )
)
_PRESENT: Final = frozenset(("VBZ", "VBP"))


@cache
def opens_unreached() -> frozenset[str]:
    """Every word that what is not reached may begin with."""
    return frozenset(
        (
            "before",
            "ahead",
            "for",
            "next",
            "coming",
            "tomorrow",
            "too",
            *_MONTHS,
            *_DAYS,
            *_NEARLY,
            *_charging(),
            *_phrasals(),
            *_impending(),
            *_waiting(),
            *_GRANTING,
        )
    )


@cache
def _waiting() -> frozenset[str]:
    return frozenset(form for verb in words("status", "awaiting", "verbs") for form in (verb, *forms_of(verb)))


@cache
def _charging() -> frozenset[str]:
    return frozenset(form for verb in words("status", "charged", "verbs") for form in forms_of(verb))


@cache
def _phrasals() -> dict[str, dict[tuple[str, ...], Status]]:
    """For each form of a verb the words behind it that make it another: "called" with "off"."""
    found: dict[str, dict[tuple[str, ...], Status]] = {}
    for kind, row in rules("status")["phrasal"].items():
        for verb, _, behind in (one.partition("_") for one in row.split()):
            for form in forms_of(verb):
                found.setdefault(form, {})[tuple(behind.split("_"))] = kind
    return found


@cache
def _impending() -> dict[str, Status]:
    """Forms of verbs that say of a deed behind them that it is to be, or may be: "faces *deportation*"."""
    return {form: kind for kind in ("planned", "possible", "alleged", "denied")
            for verb in words("status", "impending", kind) for form in forms_of(verb)}  # fmt: skip


@cache
def _ends() -> frozenset[str]:
    """Every form of the verbs that end a way: "turned back", "was stopped", "sank"."""
    return frozenset(form for verb in words("status", "ended", "verbs") for form in forms_of(verb))


def unmet(made: Line, n: int) -> Iterator[Hedge]:
    """Read what a word of `opens_unreached` says has not come about, or not yet."""
    word = made.low[n]
    if word == "before":
        yield from _unreached(made, n)
    elif word in {"next", "coming", "tomorrow"}:
        yield from _ahead(made, n)
    elif word in _MONTHS or word in _DAYS:
        yield from _timetabled(made, n)
    elif word == "too":
        yield from _too(made, n)
    elif word in {"ahead", "for"}:
        yield from _looked_forward(made, n)
    elif word in _GRANTING:
        yield from _allotted(made, n)
    elif word in _NEARLY:
        if n + 1 < len(made.low) and "VBD" in verb_tags(made.low[n + 1]):
            yield Hedge("denied", n, n + 1, ((n + 1, n + 2),))
    else:
        if word in _waiting():
            yield from _awaited(made, n)
        if word in _charging():
            yield from _charged(made, n)
        if word in _phrasals():
            yield from _phrasal(made, n)
        if word in _impending():
            yield from _deed_ahead(made, n, _impending()[word])


def _unreached(made: Line, n: int) -> Iterator[Hedge]:
    """Read "before it could reach Malta", and "turned back *before reaching* Malta": it did not."""
    low = made.low
    able = next((k for k in range(n + 1, min(n + _ABLE, len(low))) if low[k] == "could" or low[k] == "able"), None)
    is_cut = low[n + 1 : n + 2] != [] and low[n + 1].endswith("ing") and any(
        low[k] in _ends() and not is_noun_here(made, k) for k in range(n)
    )  # fmt: skip
    if able is not None and low[able + 1 : able + 2] == ["be"] and set(low[:n]) >= _HAD_TO:
        return  # "had to cut her out *before she could be* taken to Bari"
    if able is not None and not any(low[k] in {",", ";", "."} for k in range(n, able)):
        yield Hedge("denied", n, able + 1, tuple(made.rest_of(able, strict=True)))
    elif is_cut and low[n + 1] in words("status", "ended", "goals"):
        yield Hedge("denied", n, n + 1, tuple(made.rest_of(n, strict=True)))


_HAD_TO: Final = frozenset(("had", "to"))


def _awaited(made: Line, n: int) -> Iterator[Hedge]:
    """Read "has been *waiting* two months *to cross* into Peru": nobody has crossed yet."""
    low, end = made.low, made.clause_of(n)[1]
    for k in range(n + 1, min(n + _WAIT, end - 1)):
        if low[k] in {",", ";", "and", "but"}:
            return
        if low[k] == "to" and is_base(low[k + 1]):
            yield Hedge("possible", n, n + 1, tuple(made.rest_of(k, strict=True)))
            return


def _looked_forward(made: Line, n: int) -> Iterator[Hedge]:
    """Read "*ahead of* her visit to Chad", "new players *for their trip* to Leeds *on Saturday*": it is to be."""
    low = made.low
    end = made.clause_of(n)[1]
    if low[n] == "ahead" and low[n + 1 : n + 2] != ["of"]:
        return
    deed = next(
        (k for k in range(n + 1, min(n + _BEFORE_A_DEED, end)) if low[k] in words("status", "impending", "deeds")), end
    )
    if deed == end or low[n + 1 + (low[n] == "ahead")] not in _WHOSE or not _PAST_TIMES.isdisjoint(low[n:end]):
        return
    has_day = any(made.low[k] in _DAYS for k in range(n + 1, min(deed + _TIMETABLE, end)))
    if low[n] == "ahead" or (has_day and low[deed + 1 : deed + 2] == ["to"] and _DONE.isdisjoint(low[:n])):
        yield Hedge("planned", n, n + 1, ((n + 1, deed + 1),), strict=False)


_WHOSE: Final = frozenset(("his", "her", "their", "its", "the", *_DAYS))
_PAST_TIMES: Final = frozenset(("last", "earlier", "ago", "yesterday"))
_DONE: Final = frozenset(form for verb in ("thank", "praise", "blame", "pay", "apologise", "criticise", "arrest")
                         for form in forms_of(verb))  # fmt: skip


def _allotted(made: Line, n: int) -> Iterator[Hedge]:
    """Read "were *given ten days to leave* Chad", "*have 72 hours to* get out": nobody has left yet."""
    low = made.low
    for k in range(n + 1, min(n + _BEFORE_A_DEED, len(low) - 2)):
        if low[k] in _SPELLS and low[k + 1] == "to" and is_base(low[k + 2]):
            yield Hedge("planned", n, k + 2, tuple(made.rest_of(k + 1, strict=True)))
            return
        if low[k] == "until" and low[n] in forms_of("give"):
            to = next((j for j in range(k + 2, min(k + _BEFORE_A_DEED, len(low) - 1)) if low[j] == "to"), k)
            if is_base(low[to + 1]):
                yield Hedge("planned", n, k + 1, tuple(made.rest_of(to, strict=True)))
            return
        is_whom = low[k] in cardinals() or "NOUN" in lemmas(low[k]) or made.run[k].text[0].isupper()
        if not (low[k] in _COUNTING or low[k][0].isdigit() or is_whom):
            return


_GRANTING: Final = frozenset(("given", "gave", "give", "gives", "giving", "have", "has", "had"))
_SPELLS: Final = frozenset("minutes hour hours day days week weeks weekend month months year years deadline".split())
_COUNTING: Final = frozenset("a an the them him her us only just about another until less than few one".split())


def _too(made: Line, n: int) -> Iterator[Hedge]:
    """Read "was *too ill to* travel", "too low for barges to reach Basel"; "only too glad to" denies nothing."""
    low = made.low
    if n == 0 or n + 1 == len(low) or low[n - 1] in _ALL_TOO:
        return
    if "ADJ" not in lemmas(low[n + 1]) and "VBN" not in verb_tags(low[n + 1]):
        return
    for k in range(n + 2, min(n + _TOO, len(low) - 1)):
        if low[k] in {",", ";", "."}:
            return
        if low[k] == "to" and is_base(low[k + 1]):
            yield Hedge("denied", n, k + 1, tuple(made.rest_of(k, strict=True)))
            return


def _ahead(made: Line, n: int) -> Iterator[Hedge]:
    """Read "visits Malta *next week*", in the present: what is to be."""
    low = made.low
    if low[n] != "tomorrow" and _NEXT.isdisjoint(low[n + 1 : n + 2]):
        return
    start, end = made.clause_of(n)
    told = [k for k in range(start, end) if _is_present(made, k)]
    told += [k for k in range(n, end) if told and low[k - 1] == "before" and low[k].endswith("ing")]
    if told and not any(low[k] in AUXILIARIES and low[k][0].isalpha() for k in range(start, told[0])):
        yield Hedge("planned", n, n + 1 + (low[n] != "tomorrow"), tuple((k, k + 1) for k in told))


def _timetabled(made: Line, n: int) -> Iterator[Hedge]:
    """Read "flies to Malta *in June*", "is leaving *on Friday*": a way in the present at a day or a month is to be."""
    low = made.low
    if low[n - 1 : n] not in (["in"], ["on"]) or not made.run[n].text[0].isupper():
        return
    start, _ = made.clause_of(n)
    for k in range(n - 2, max(start, n - _TIMETABLE) - 1, -1):
        if low[k] in {",", ";", "that", "which", "who", "and"}:
            return
        if "VBD" in verb_tags(low[k]):
            return
        if low[k] in _going() and not is_noun_here(made, k):
            helped = low[k].endswith("ing") and low[k - 1 : k] in (["is"], ["are"])
            if helped or (_is_present(made, k) and "VBZ" in verb_tags(low[k])):
                yield Hedge("planned", n, n + 1, ((k, k + 1),))
            return


@cache
def _going() -> frozenset[str]:
    """Forms of verbs that timetables have."""
    return frozenset(form for verb in words("status", "timetabled", "verbs") for form in forms_of(verb))


def _is_present(made: Line, n: int) -> bool:
    """Whether a word is a verb in the present and no past: "visits", "travel"."""
    tags = verb_tags(made.low[n])
    return bool(tags & _PRESENT) and "VBD" not in tags and not made.run[n].text[0].isupper()


def _charged(made: Line, n: int) -> Iterator[Hedge]:
    """Read "charged *with smuggling* drugs", "arrested *for sending* arms": it is alleged."""
    low = made.low
    behind = next((k for k in range(n + 1, min(n + 4, len(low))) if low[k] in {"with", "for", "over"}), None)
    if behind is None or behind + 1 >= len(low) or "VBG" not in verb_tags(low[behind + 1]):
        return
    reach = made.rest_of(behind, strict=True)
    if not is_passive(made, n):  # "two men *charged with* smuggling rifles *have* been flown to Oslo"
        end = next((k for k in range(behind + 2, len(low)) if low[k] in AUXILIARIES and low[k] not in NOT_FINITE and (
            not any(first <= k < last for first, last in made.relatives))), None)  # fmt: skip
        reach = [(first, min(last, end)) for first, last in reach if first < end] if end is not None else reach
    yield Hedge("alleged", n, behind + 1, tuple(reach))


def _deed_ahead(made: Line, n: int, kind: Status) -> Iterator[Hedge]:
    """Read "approved Roa's *extradition* to Chad", "is fighting *deportation*", "faces *being sent* back"."""
    low = made.low
    for k in range(n + 1, min(n + _BEFORE_A_DEED, len(low))):
        if low[k] in {",", ";", ".", "that", "and", "but", "after", "before", "during", "when", "while", "as"}:
            return
        if low[k] in words("status", "impending", "deeds") or low[k] == "being":
            yield Hedge(kind, n, n + 1, ((k, k + 1 + (low[k] == "being")),), strict=False)
            return


def _phrasal(made: Line, n: int) -> Iterator[Hedge]:
    """Read "was *called off*", "*ruled out* sending troops"."""
    low = made.low
    for behind, kind in _phrasals()[low[n]].items():
        at = n + 1
        if behind == ("from",) and not is_passive(made, n):  # "ice *kept* the ship *from* reaching Malta"
            at = next((k for k in range(n + 1, min(n + _TOO, len(low) - 1)) if low[k] == "from"), at)
            if at + 1 >= len(low) or "VBG" not in verb_tags(low[at + 1]):
                continue
        end = at + len(behind)
        if behind[-1] == "on" and len(behind) > 1 and low[end - 1 : end] != [] and low[end - 1] in _DAYS:
            end += 1  # "signed off *Thursday* on selling jets"
        if (*low[at : at + len(behind) - 1], *low[end - 1 : end]) == behind:
            if kind == "reported":
                if (who := subject_before(made, n)) is not None:  # "reports *spoke of* ships off Malta"
                    reach = tuple(made.rest_of(end - 1, strict=False))
                    if who[0] and low[end] in CLOSERS and low[who[0] - 1] in CLOSERS:
                        reach = ((0, who[0]), *reach)  # "the ship left Malta, the paper *points out*"
                    yield Hedge(kind, n, end, reach, strict=False, who=speakers(made, who), words=(who[0], end))
                continue
            strict = not has_content(made, end - 1)
            if (doubt := negation_before(low, n)) is not None and kind == "denied":  # "did *not rule out* a visit"
                yield Hedge("possible", doubt, end, tuple(made.rest_of(end - 1, strict=strict)), strict=strict)
                continue
            found = undergoer(made, n) if is_passive(made, n) else None
            left = () if found is None else (found,)
            governed = without_meanwhile(made, n, made.rest_of(end - 1, strict=strict))
            yield Hedge(kind, n, end, tuple(governed), left, strict=strict)


def undergoer(made: Line, n: int) -> Reach | None:
    """The subject of a verb, with what carries it: of "*a flight carrying aid to Chad* was cancelled" all of it."""
    found = subject_before(made, n)
    for k in range(n - 1, max(0, n - _CARGO), -1):
        if made.low[k] in {",", ";"} or found is None:
            break
        if is_carried(made.low, k):
            return k - 1, n
    if found is None:
        return None
    if made.low[n] in words_in("modals") and made.low[max(0, found[0] - 1)] in _SINCE:
        return subject_before(made, found[0] - 1)  # "*a ban* after the invasion will stay": the invasion was
    told = next((k for k in range(found[0] + 1, found[1]) if made.low[k] in _SINCE), found[1])
    return found[0], told


_SINCE: Final = frozenset("after since following despite amid".split())


def is_carried(low: list[str], n: int) -> bool:
    """Whether a word tells what a carrier takes: "the flight *carrying* aid was cancelled", and the aid with it."""
    return n > 0 and low[n] in _CARRYING and low[n - 1] in words("status", "carriers", "nouns")


def fate(made: Line, n: int) -> Iterator[Hedge]:
    """Read "the trip to Malta *is off*", "… *fell through*": what is said of the journey told by the subject."""
    apart = made.low[n + 1 : n + 2] in _STILL  # "is *now* in doubt"
    for phrase, kind in phrases_by_first("status", "fates").get(made.low[n], ()):
        end = n + len(phrase) + apart
        if (made.low[n], *made.low[n + 1 + apart : end]) == phrase and (found := undergoer(made, n)) is not None:
            closing = made.low[end] if end < len(made.low) else "."
            if not closing[0].isalnum() or closing in _AFTER_FATES:
                yield Hedge(cast("Status", kind), n, end, (), (found,))
                return
