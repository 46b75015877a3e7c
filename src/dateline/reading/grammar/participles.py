"""Which form a verb has, and when one that could be finite hangs on a noun: "boats *rescued* off Malta"."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from dateline.reading.amounts.numbers import measured
from dateline.reading.grammar.besides import ORDINALS
from dateline.reading.grammar.closed import WINDS
from dateline.reading.grammar.coordination import joins_phrases
from dateline.reading.grammar.perfects import is_perfect
from dateline.reading.grammar.pieces import BE, GETS, MONTHS, STAYS_FINITE, Piece, is_when
from dateline.reading.grammar.subjects import KNOWS, agrees
from dateline.reading.hedging.listed import forms_in
from dateline.reading.text.forms import verb_tags
from dateline.reading.text.nouns import noun_classes
from dateline.reading.text.wordlists import words as listed

if TYPE_CHECKING:
    from dateline.reading.grammar.subjects import Made
    from dateline.reading.grammar.syntax import Form, Phrase, Word

__all__ = [
    "form_of", "give_to_openers", "give_to_parts", "goes_on_passive", "is_one_of_three", "is_reduced",
]  # fmt: skip

_STAYS: Final = frozenset(("remain", "stay", "lie"))
_SAID: Final = (["mark", "phrase"], ["mark", "subordinator"])  # "the ministry, which …, *said the* ship left"
_OBJECTS: Final = frozenset(("number", "determiner", "noun", "pronoun"))
_PASSED: Final = frozenset((",", '"', "“", "”"))
_ACCUSES: Final = frozenset("accuse suspect blame thank praise criticise criticize condemn warn urge ask tell".split())
_NAMES: Final = frozenset("called named dubbed nicknamed titled entitled codenamed styled".split())
_AS_WHAT: Final = frozenset(("captive", "hostage", "prisoner"))  # "*held captive* in Goma"
_DEPTHS: Final = frozenset("deep far high aboard alive alone somewhere".split())


def form_of(words: list[Word], unit: Piece) -> tuple[Form, bool]:
    """The form of a verb by its own words, and whether its subject undergoes it."""
    low = words[unit.head].low
    before = words[unit.first : unit.head]
    group = [word.low for word in before]
    helpers = [word.low for word in before if word.tag == "auxiliary"]
    be = bool(helpers) and helpers[-1] in BE  # not of "were to have brought"
    tags = verb_tags(low)
    is_done = "VBN" in tags or (not tags and low.endswith("ed"))
    passive = be and is_done and words[unit.head - 1].tag != "to" and not low.endswith("ing")  # not of "are to come"
    if words[unit.head - 1].low in GETS and unit.head > unit.first:
        return form_of(words, replace(unit, last=unit.head, head=unit.head - 1))[0], True  # "*became* stuck"
    finite_aux = bool(helpers) and group[:1] != ["being"]
    if group[:1] == ["being"] and "VBN" in tags:
        return "participle", True
    if unit.to and not (group and words[unit.first].tag == "auxiliary"):
        return "infinitive", passive
    if group[:1] == ["having"] and "VBN" in tags:
        return "gerund", passive  # "having left Malta, the ship …"
    if low in {"being", "having"} and not helpers:
        return "gerund", False  # "a man accused of *being* a spy was flown to Lima"
    if finite_aux or words[unit.head].tag == "auxiliary":
        return "finite", passive
    if low.endswith("ing") and "VBG" in tags:
        return "gerund", False
    if group[:1] == ["being"] and passive:
        return "participle", True
    if "VBN" in tags and "VBD" not in tags and "VB" not in tags:
        return "participle", True
    return "finite", False


def _is_doing(words: list[Word], unit: Piece) -> bool:
    """Whether a piece is a bare "-ing": no finite verb, and none that goes on with one."""
    return unit.kind == "verb" and unit.last - unit.first == 1 and "VBG" in verb_tags(words[unit.head].low)


def goes_on_passive(words: list[Word], units: list[Piece], phrases: list[Phrase], source: Made, at: int) -> bool:
    """Whether a bare verb shares the auxiliary before it: "were arrested and *flown* to Oslo"."""
    unit = units[at]
    bare = not any(words[n].tag == "auxiliary" for n in range(unit.first, unit.head))
    behind = units[at + 1] if at + 1 < len(units) and units[at + 1].kind == "phrase" else None
    has_object = behind is not None and not is_when(words, phrases[behind.number], [(0,)])  # "taken *90 miles* to Bari"
    lemma = words[unit.head].lemma
    return bare and not has_object and "VBN" in verb_tags(words[unit.head].low) and (
        lemma not in STAYS_FINITE or (lemma == "return" and _are_things(words, phrases, source.subject))
    )  # fmt: skip


def _are_things(words: list[Word], phrases: list[Phrase], numbers: tuple[int, ...]) -> bool:
    """Whether a phrase is of what goes nowhere by itself: "*bronzes* were seized in Rome and returned to Italy"."""
    classes = noun_classes(words[phrases[numbers[-1]].head].low) if numbers else frozenset()
    return "artifact" in classes and classes <= _THINGS


_THINGS: Final = frozenset(("artifact", "act", "communication", "possession", "object"))


def give_to_openers(words: list[Word], units: list[Piece], made: list[Made]) -> None:
    """
    Give participles that open a sentence the subject of its verb: "*Jailed* in Mali since May, *the envoy* is ill".

    Edits them: they read as finite verbs without a subject before.
    """
    then = next((one for one in made if one.form == "finite" and one.subject), None)
    if then is None:
        return
    opening = [
        one for one in made
        if one.unit < then.unit and not one.subject and one.form in {"finite", "participle"}
        and one.relation != "infinitive"
    ]  # fmt: skip
    if not opening or opening[0].unit > 1 or not _is_parted_off(words, units, opening[-1].unit, then):
        return
    if any(not _is_opener(words, units, one.unit) for one in opening):
        return
    for one in opening:
        one.form, one.passive, one.relation, one.parent = "participle", True, "adverbial", None
        one.subject, one.inherited = then.subject, True


def give_to_parts(words: list[Word], units: list[Piece], made: list[Made]) -> None:
    """Read what is told of a part of many behind a comma as a participle: "…, most of them *stationed* in Mali"."""
    for one in made:
        k = one.unit
        if one.form != "finite" or one.passive or k < 4 or units[k].last - units[k].first > 1:
            continue
        kinds = [unit.kind for unit in units[k - 4 : k + 2]]
        if kinds != ["mark", "phrase", "prep", "phrase", "verb", "prep"] or words[units[k - 1].first].low != "them":
            continue
        if words[units[k].head].lemma not in STAYS_FINITE and "VBN" in verb_tags(words[units[k].head].low):
            one.form, one.passive, one.relation = "participle", True, "participle"


def _is_of_its_clause(words: list[Word], units: list[Piece], phrases: list[Phrase], at: int) -> bool:
    """Whether a clause hangs on what opens its sentence: "The fact *that the king* sang in Oslo surprised them"."""
    kinds = [unit.kind for unit in units[:at]]
    if kinds != ["phrase", "subordinator", "phrase"] or words[units[1].first].low != "that":
        return False
    return bool(noun_classes(words[phrases[units[0].number].head].low) & {"communication", "cognition"})


def _is_what_is_said(words: list[Word], units: list[Piece], before: int, at: int) -> bool:
    """Whether a clause with no "that" may stand behind a verb of saying: "said *the ministers met* in Oslo"."""
    undergone = units[at + 1 : at + 2] != [] and words[units[at + 1].first].low == "by"
    if before < 0 or undergone or words[units[before].head].low not in forms_in("said"):
        return False
    k = before + 1 + (units[before + 1].kind == "prep")
    k = k + 1 if k < at - 1 and words[units[k].last - 1].low in MONTHS else before + 1  # "said *on Monday* the men met"
    kinds = [unit.kind for unit in units[k + 1 : at]]
    return (
        units[k].kind == "phrase" and kinds == ["prep", "phrase"] * (len(kinds) // 2) and (k > before + 1 or not kinds)
    )


def _awaits_a_verb(units: list[Piece], phrases: list[Phrase], made: list[Made]) -> bool:
    """Whether all that is told so far of a clause's subject hangs on it: "…, and *women who had lost sons* marched"."""
    if len(made) == 1 and made[0].form == "gerund" and made[0].parent is None and made[0].unit <= _OPENING:
        return True  # "Before reaching Lima the crew *called* at Callao"
    hangs = list(takewhile(lambda one: one.relation in {"participle", "relative"}, reversed(made)))
    if not hangs or len(hangs) == len(made):
        return bool(hangs)
    main, first = made[-len(hangs) - 1].unit, hangs[-1].unit
    begins = next((k for k in range(first - 1, main, -1) if units[k].kind in {"conjunction", "subordinator"}), None)
    return (
        begins is not None
        and units[begins + 1].kind == "phrase"
        and not joins_phrases(units, phrases, begins)
        and units[begins - 1].kind in {"mark", "verb", "other"}
    )


_OPENING: Final = 2  # pieces before it at most: "*nine days after* leaving Recife"


def _is_past_the_first(words: list[Word], units: list[Piece], made: list[Made], at: int) -> bool:
    """Whether a verb is all that tells what the first or last to do a thing did: "the first ship to leave *sank*"."""
    if not made or made[0].form != "infinitive" or made[0].parent is not None or units[0].kind != "phrase":
        return False
    if any(one.relation not in {"participle", "relative"} for one in made[1:]) or units[1].kind != "verb":
        return False
    opens = [words[n].low for n in range(units[0].first, units[0].first + 2)]
    is_one = opens[0] == "the" and (opens[1] in ORDINALS or opens[1] in _ONLY)
    behind = takewhile(lambda unit: unit.kind not in {"mark", "subordinator", "relative"}, units[at + 1 :])
    return is_one and all(unit.kind != "verb" or unit.to or _is_gerund(words, unit) for unit in behind)


_ONLY: Final = frozenset(("first", "last", "only", "latest", "next", "final"))


def _is_opener(words: list[Word], units: list[Piece], at: int) -> bool:
    """Whether a verb may be such a participle: bare, one that has an object, with none behind it."""
    unit, behind = units[at], units[at + 1 : at + 2]
    if unit.last - unit.first > 1 and any(words[n].tag == "auxiliary" for n in range(unit.first, unit.head)):
        return False
    if words[unit.head].lemma in STAYS_FINITE or "VBN" not in verb_tags(words[unit.head].low):
        return False
    before = units[at - 1] if at else None
    is_first = before is None or before.kind in {"subordinator", "other", "conjunction", "mark"}
    is_free = behind != [] and (
        behind[0].kind in {"prep", "other", "verb"} or words[behind[0].last - 1].low in _AS_WHAT
    )  # fmt: skip
    return is_first and is_free


def _is_parted_off(words: list[Word], units: list[Piece], first: int, then: Made) -> bool:
    """Whether a comma stands between what opens a sentence and the subject of its verb."""
    return any(unit.kind == "mark" and words[unit.first].text == "," for unit in units[first + 1 : then.unit])


def is_reduced(  # noqa: PLR0913, PLR0915, PLR0917
    words: list[Word],
    units: list[Piece],
    phrases: list[Phrase],
    made: list[Made],
    before: int,
    at: int,
    bare: list[int],
) -> bool:
    """Whether "docked" in "warships docked in Malta …" is a participle, not the verb of its clause."""
    low = words[units[at].head].low
    is_kept = words[units[at].head].lemma == "run" and at + 1 < len(units) and words[units[at + 1].first].low == "by"
    is_kept = is_kept or _is_headed(words, units, at)
    if words[units[at].head].lemma in STAYS_FINITE and not (is_kept or _is_by_somebody(words, units, phrases, at)):
        return False  # but "a camp *run by* nuns"
    if "VBN" not in verb_tags(low) or units[at].last - units[at].first > 2:
        return False
    if any(words[n].tag == "auxiliary" for n in range(units[at].first, units[at].head)):
        return False  # "weapons made in Oslo *were shipped* to Lima"
    if low in forms_in("said") and (
        _is_aside(units, at) or [unit.kind for unit in units[at - 1 : at + 2 : 2]] in _SAID
    ):
        return False
    if words[units[at].first].low == "then" and units[at - 1].kind == "mark":
        return False  # "left Bari, *then continued* to Lecce"
    if (bare and _is_parenthetic(words, units, at)) or _is_held_to_be(words, units, at):
        return True
    close = units[at - 1] if at else None
    if close is not None and close.kind == "verb" and words[close.head].lemma in _STAYS:
        return True  # "remain *stranded* in Oman"
    if close is None or close.kind != "phrase":
        if close is None or close.kind != "mark" or bare or before < 0:
            return False
        if at + 1 < len(units) and units[at + 1].kind == "phrase" and words[units[at + 1].first].tag in _OBJECTS:
            return False  # "signed a treaty, *sent 90 tonnes* to Togo and left"
        if made and not made[-1].passive and _is_one_of_a_way(words, units, at):
            return False  # "trained in Lima, *moved to Quito* and then flew to Cusco"
        shares = bool(made) and (made[-1].passive or is_perfect(words, units[made[-1].unit]))
        return bool(made) and made[-1].form == "finite" and not (shares and is_one_of_three(words, units, at))
    between = units[before + 1 : at]
    if _is_governed(words, units, before + 1, at):
        return True  # "…, with some of the boats reportedly sent to Malta"
    opened = any(u.kind in {"subordinator", "relative"} for u in between)
    if words[close.first].low in {"he", "she", "they", "it", "we", "i", "who"} or (
        before < 0 and _is_of_its_clause(words, units, phrases, at)
    ):
        return False
    is_late = _is_what_is_said(words, units, before, at) or _awaits_a_verb(units, phrases, made)
    is_late = is_late or _is_past_the_first(words, units, made, at)
    given = len(between) > 1 and between[-2].kind == "prep" and words[between[-2].first].low == "to"
    if before >= 0 and not opened and not is_late and (
        given or not any(u.kind in {"mark", "conjunction"} for u in between)
    ):  # fmt: skip
        # The object of a verb, or the end of a prepositional phrase behind one.
        behind = units[at + 1 : at + 2]
        if behind and words[behind[0].last - 1].low in _AS_WHAT:
            behind = units[at + 2 : at + 3]  # "met a nurse *held captive in* Mali"
        if low in _NAMES and behind and behind[0].kind == "phrase":
            return True  # "dropped a bomb *called the Big One* on Bari"
        if behind and behind[0].to:  # "carrying acid *used to make* bombs"
            return words[units[before].head].low not in forms_in("said")
        if behind and words[behind[0].first].low == "up" and low in _PUT_UP:
            behind = units[at + 2 : at + 3]  # "to a shelter *set up in* Lima"
        if behind and behind[0].kind == "other" and words[behind[0].first].low == "off" and low == "cut":
            behind = units[at + 2 : at + 3]  # "villages *cut off in* the hills"
        if behind and behind[0].kind == "other" and words[behind[0].first].low == "there":
            return True  # "brought flour to the families *trapped there*"
        if behind and behind[0].kind == "other" and words[behind[0].first].low in WINDS:
            return False  # "as a storm *moved east* across Cuba"
        if behind and behind[0].kind == "other" and (
            words[behind[0].first].low in _DEPTHS or words[behind[0].first].low.endswith("ly")
        ):  # fmt: skip
            behind = units[at + 2 : at + 3]  # "miners trapped *deep* in the mine"
        if behind and behind[0].kind == "phrase" and measured(words[behind[0].last - 1].low) == "length":
            behind = units[at + 2 : at + 3]  # "troops deployed *20km away*"
            return behind != [] and words[behind[0].first].low in {"away", "off", "inland", "from"}
        return behind != [] and behind[0].kind == "prep"
    if units[at + 1 : at + 2] and units[at + 1].kind == "phrase" and words[units[at].head].lemma in _ACCUSES:
        return False  # "Chad *accused Togo* of firing at a boat headed for Oran"
    # The subject of a later verb: "refugees rescued off Malta were taken to Sicily".
    k = free = at + 1 + (at + 1 < len(units) and words[units[at + 1].last - 1].low in _AS_WHAT)
    has_doer = k < len(units) and units[k].kind == "prep" and words[units[k].first].low == "by"
    while k < len(units) and k < at + 14:
        kind = units[k].kind
        if kind == "verb" and has_doer and units[k].to and units[k - 1].kind == "phrase":
            # "trucks hired by a charity *to bring rice* have left": the next verb with an auxiliary is theirs.
            then = next((unit for unit in units[k + 1 : k + 5] if unit.kind in {"verb", "mark", "conjunction"}), None)
            return then is not None and then.kind == "verb" and words[then.first].tag == "auxiliary"
        if kind == "verb" and words[units[k].head].low in _AS_SAYING and words[units[k - 1].first].low == "as":
            return False  # "the paper *cited Roa as saying* the ship had left"
        if kind == "verb" and k > at + 1 and units[k - 1].kind == "prep" and words[units[k].head].low.endswith("ing"):
            k += units[k + 1 : k + 2] != [] and units[k + 1].kind == "verb" and units[k + 1].to  # "of *trying to* flee"
            k += 1 + (units[k + 1 : k + 2] != [] and units[k + 1].kind == "phrase")
            free = k  # "stuck in Mali after *fleeing clashes* at home have begun …"
            continue
        if kind == "verb" and words[units[k].first].low == "then" and units[k - 1].kind == "mark":
            return False  # "where their dogs *slept, then* drove on"
        if kind == "verb" and words[units[k - 1].first].low == "there" and (k > at + 2 or low in forms_in("said")):
            return False  # "said on Monday *there are* two ships", not "nuns *trapped there are* ill"
        if kind == "verb":
            is_to_be = words[units[k].first].tag == "auxiliary"  # "troops stationed in Mali *are to* leave"
            if (units[k].to and not is_to_be) or (
                words[units[k].head].low.endswith("ing") and units[k].last - units[k].first == 1
            ):
                return False
            if close.kind == "phrase" and not agrees(words, phrases, close.number, units[k].first):
                return False  # "hit when *an avalanche* swept down *were* flown"
            return units[k - 1].kind != "conjunction" and (
                _no_subject(words, units, phrases, free, k) or at + 1 < free == k
            )
        joins = (
            kind == "conjunction"
            and k + 1 < len(units)
            and (units[k + 1].kind == "phrase" and len(phrases[units[k + 1].number].beside) > 1)
        )  # "refugees held in Mali *and* Chad were flown …"
        if kind == "subordinator" and words[units[k].first].low in _MEANWHILE:
            return _has_verb_past(words, units, phrases, close.number, k)
        if kind == "conjunction" and k + 1 < len(units) and _is_doing(words, units[k + 1]):
            k += 2 + (k + 2 < len(units) and units[k + 2].kind == "phrase")
            free = k  # "nurses infected in Mali *and receiving care* in Oslo have left"
            continue
        is_bare = units[at + 1].kind == "prep" and low not in forms_in("said")
        if is_bare and kind in {"subordinator", "relative"} and words[units[k].first].low in _WHICH and (
            (past := _past_its_clause(units, k)) is not None
        ):  # fmt: skip
            return agrees(words, phrases, close.number, units[past].first) and "VBG" not in (
                verb_tags(words[units[past].first].low)
            )  # "a box packed in Lyon, *with tents that two firms gave*, went to Lima"
        if (kind in {"subordinator", "relative", "conjunction"} and not joins) or (
            kind == "mark" and words[units[k].first].text not in _PASSED
        ):
            return False
        k += 1
    return False


_WHICH: Final = frozenset(("that", "which", "who"))


def _past_its_clause(units: list[Piece], at: int) -> int | None:
    """The verb behind the comma that closes a relative clause; None where none stands there."""
    close = next((k for k in range(at + 1, min(len(units), at + 12)) if units[k].kind == "mark"), None)
    is_told = close is not None and any(unit.kind == "verb" for unit in units[at + 1 : close])
    if close is None or not is_told or close + 1 >= len(units):
        return None
    then = units[close + 1]
    return close + 1 if then.kind == "verb" and not then.to else None


def _is_headed(words: list[Word], units: list[Piece], at: int) -> bool:
    """Whether a verb right behind a noun says where it is bound: "a bus *headed for* Lima"."""
    behind = units[at + 1 : at + 2]
    leads = behind and behind[0].kind == "prep" and words[behind[0].first].low in {"for", "to", "toward", "towards"}
    return bool(leads) and words[units[at].head].low == "headed" and at > 0 and units[at - 1].kind == "phrase"


def _has_verb_past(words: list[Word], units: list[Piece], phrases: list[Phrase], number: int, at: int) -> bool:
    """Whether a clause has a verb behind it that is of whoever stands before: "a nurse hurt *as a wall fell* was …"."""
    told = 0
    for k in range(at + 1, min(len(units), at + 14)):
        unit = units[k]
        if unit.kind in {"mark", "conjunction", "subordinator", "relative"}:
            return False
        if unit.kind == "phrase" and told == 0 and units[k - 1].kind == "phrase":
            return False  # "as *the car he* was driving stopped"
        if unit.kind != "verb" or (unit.to and words[unit.first].tag != "auxiliary") or _is_gerund(words, unit):
            continue
        told += 1
        if told == 1 and (words[unit.head].low in forms_in("said") or words[unit.head].low in KNOWS):
            return False  # "stopped as he *thought* a bus was coming"
        if told > 1:
            return words[unit.first].tag == "auxiliary" and agrees(words, phrases, number, unit.first)
    return False


_MEANWHILE: Final = frozenset("when as while after before because since once".split())


def _is_held_to_be(words: list[Word], units: list[Piece], at: int) -> bool:
    """Whether a comma parts a noun from what is thought of it: "rebels, *believed to be* fleeing to Togo"."""
    kinds = [unit.kind for unit in units[max(0, at - 2) : at + 2]]
    if kinds != ["phrase", "mark", "verb", "verb"] or words[units[at - 1].first].text != ",":
        return False
    return words[units[at].head].low in _HELD and units[at + 1].to


_PUT_UP: Final = frozenset(("set", "put"))
_AS_SAYING: Final = frozenset("saying telling claiming warning stating adding insisting denying".split())
_HELD: Final = frozenset("believed thought understood feared presumed reported suspected alleged known".split())


def is_one_of_three(words: list[Word], units: list[Piece], at: int) -> bool:
    """Whether "and" joins another participle to one: "were made in Osaka, *shipped to Lagos and sold* in Kano"."""
    then = next((k for k in range(at + 1, min(len(units), at + 8)) if units[k].kind in {"verb", "mark"}), None)
    return then is not None and units[then].kind == "verb" and units[then - 1].kind == "conjunction" and (
        "VBN" in verb_tags(words[units[then].head].low)
    )  # fmt: skip


def _is_one_of_a_way(words: list[Word], units: list[Piece], at: int) -> bool:
    """Whether a verb of going has another one behind it, which "and" or "then" joins to it."""
    then = units[at + 1] if at + 1 < len(units) else None
    if then is None or then.kind != "prep" or words[then.first].low not in {"to", "into", "on"}:
        return False
    if words[units[at].head].lemma not in listed("frames", "travels", "verbs") or "VBD" not in verb_tags(
        words[units[at].head].low
    ):
        return False
    k = next((k for k in range(at + 2, min(len(units), at + _STAGE)) if units[k].kind == "verb"), None)
    if k is None or "VBD" not in verb_tags(words[units[k].head].low):
        return False
    return units[k - 1].kind == "conjunction" or words[units[k].first].low == "then"


_STAGE: Final = 10  # pieces of one stage of a way


def _is_aside(units: list[Piece], at: int) -> bool:
    """Whether a verb and its subject stand between two marks: "the crew, *the guild said*, flew"."""
    kinds = [unit.kind for unit in units[max(0, at - 2) : at + 2]]
    return kinds == ["mark", "phrase", "verb", "mark"]


def _is_parenthetic(words: list[Word], units: list[Piece], at: int) -> bool:
    """Whether a participle opens what two marks part from a subject: "The pilot — named as Ana Roa — was flown"."""
    if at < 2 or units[at - 1].kind != "mark" or units[at - 2].kind != "phrase":
        return False
    mark = words[units[at - 1].first].text
    if mark not in {",", "—", "–", "-", "("}:
        return False
    inner = False  # a clause with a verb of its own: "The tug, sent *after a jet had crashed*, passed …"
    for k in range(at + 1, min(len(units) - 1, at + 14)):
        joins = units[k - 1].kind == "conjunction" and words[units[k].first].low.endswith(("ing", "ed"))
        if units[k].kind in {"subordinator", "relative"} and not inner and units[k - 1].kind != "mark":
            inner = True
        elif inner and units[k].kind == "verb":
            inner = False
        elif units[k].kind == "verb" and units[k - 1].kind == "phrase" and _is_gerund(words, units[k]):
            continue  # "The man, described as tall *and wearing* a cap, was seen"
        elif units[k].kind in {"subordinator", "relative"} or (
            units[k].kind == "verb"
            and units[k - 1].kind != "prep"
            and not joins  # "led by Roa *and comprising* two men"
        ):
            return False
        if units[k].kind == "mark" and words[units[k].first].text in {mark, ")"} and units[k + 1].kind == "verb":
            then = units[k + 1]  # "…, based in Bath, *has been searching*"
            bare = words[then.head].low.endswith("ing") and words[then.first].tag != "auxiliary"
            return not then.to and not bare
    return False


def _is_by_somebody(words: list[Word], units: list[Piece], phrases: list[Phrase], at: int) -> bool:
    """Whether somebody does what a verb says, between a comma and another: ", a sloop *sailed by two men*,"."""
    kinds = [unit.kind for unit in units[max(0, at - 2) : at + 3]]
    if kinds != ["mark", "phrase", "verb", "prep", "phrase"] or words[units[at + 1].first].low != "by":
        return False
    return "person" in noun_classes(words[phrases[units[at + 2].number].head].low)


def _is_gerund(words: list[Word], unit: Piece) -> bool:
    return unit.last - unit.first == 1 and words[unit.head].low.endswith("ing")


def _is_governed(words: list[Word], units: list[Piece], first: int, at: int) -> bool:
    """Whether from the last mark to a verb there are phrases of prepositions alone, "with" the first of them."""
    k = next((n + 1 for n in range(at - 1, first - 1, -1) if units[n].kind == "mark"), None if first else 0)
    if k is None or k >= at - 1 or units[k].kind != "prep" or words[units[k].first].low != "with":
        return False
    kinds = [unit.kind for unit in units[k:at] if unit.kind != "other"]
    return len(kinds) % 2 == 0 and kinds == ["prep", "phrase"] * (len(kinds) // 2)


def _no_subject(words: list[Word], units: list[Piece], phrases: list[Phrase], first: int, last: int) -> bool:
    """Whether every phrase in between is governed by a preposition, or joined to one that is."""
    return first < last and all(
        units[k].kind != "phrase"
        or (k > first and units[k - 1].kind == "prep")
        or is_when(words, phrases[units[k].number], [(0,)])
        or (k > first + 1 and phrases[units[k].number].beside[:1] not in {(), (units[k].number,)})
        for k in range(first, last)
    )
