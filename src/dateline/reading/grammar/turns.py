"""Words that stand apart from their verb: before an aside, behind one, or turned round."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from dateline.reading.grammar.complements import SHIFTS
from dateline.reading.grammar.subjects import is_of_saying
from dateline.reading.text.forms import verb_tags
from dateline.reading.text.wordlists import words as listed

if TYPE_CHECKING:
    from dateline.reading.grammar.pieces import Piece
    from dateline.reading.grammar.subjects import Made
    from dateline.reading.grammar.syntax import Phrase, PrepPhrase, Word

__all__ = ["give_back", "give_to_one_of_those", "hand_up", "take_opening", "turn_round"]


def take_opening(units: list[Piece], preps: list[PrepPhrase], made: list[Made]) -> None:
    """Give what opens a sentence to its verb past what is told of its subject: "*On arrival*, Roa, led by …, sang"."""
    if not made or made[0].relation not in {"participle", "relative"} or units[0].kind != "prep":
        return
    first = made[0].unit
    root = next((one for one in made if one.form == "finite" and one.relation == "root" and one.unit > first), None)
    if root is None or any(unit.kind in {"subordinator", "conjunction"} for unit in units[:first]):
        return
    if preps[units[0].number].objects and units[0].number not in root.preps and root.subject == made[0].subject:
        root.preps.insert(0, units[0].number)


def hand_up(words: list[Word], units: list[Piece], preps: list[PrepPhrase], made: list[Made]) -> None:
    """Give a verb what stands behind an aside: "took the men, *chained in pairs*, to Bari", "was driven, …, to"."""
    for one, aside in pairwise(made):
        if _interrupts(words, units, aside):
            one.preps += aside.preps
            aside.preps = []
            continue
        at, lemma = aside.unit, words[units[one.unit].head].lemma
        travels = lemma in SHIFTS or lemma in listed("frames", "travels", "verbs")
        of_it = bool(one.objects) and (aside.subject == one.objects[-1] or _is_counted(preps, one, aside))
        may = (travels and (one.passive or not one.objects or (of_it and aside.relation == "relative"))) or (
            lemma in SHIFTS and (aside.form == "gerund" or of_it)
        )
        told = verb_tags(words[units[at].head].low) & {"VBN", "VBG"} and words[units[at].first].tag == "verb"
        opened = _opening(words, units, one, aside)
        before = (at if opened is None else opened) - 1  # "drove the truck*, which held tea,* from Laredo to Chicago"
        if opened is not None and words[units[before].first].low == "of" and units[before - 1].kind == "phrase":
            before -= 2  # "took the men, *most of whom were ill,* to Lima"
        opens = units[before].kind == "mark" and units[before - 1].kind in {"phrase", "verb", "other"}
        own = words[units[at].head].lemma
        if travels and _lies_at_its_start(preps, one, aside, own) and lemma != own:
            given = next((k for k, n in enumerate(aside.preps) if preps[n].prep in _TO), len(aside.preps))
            one.preps += aside.preps[given:]  # "is trucked from fields *that rebels hold* to Oran"
            aside.preps = aside.preps[:given]
            continue
        may = opened is not None or (may and bool(told) and one.form != "gerund")
        hangs = of_it and aside.relation == "participle"  # "shipped *rice grown in Togo*, from Lagos to Abuja"
        if not (may and (opens or hangs)) or one.unit > at - 2:
            continue
        closed = next((unit.first for unit in units[at + 1 :] if unit.kind in {"mark", "conjunction", "verb"}), None)
        if closed is None or words[closed].text not in {",", words[units[before].first].text} or (
            closed + 1 >= len(words)
        ):  # fmt: skip
            continue
        behind = [n for n in aside.preps if preps[n].first > closed]
        wanted = _WHITHER if opens else _TO
        if not opens and behind and preps[behind[0]].prep != "from":
            continue
        if behind and preps[behind[0]].first == closed + 1 and any(preps[n].prep in wanted for n in behind):
            one.preps += behind
            aside.preps = [n for n in aside.preps if n not in behind]


def _opening(words: list[Word], units: list[Piece], one: Made, aside: Made) -> int | None:
    """The piece that opens a relative clause between two verbs: "from Bari, *where the talks were held*, to Lyon"."""
    for k in range(aside.unit - 1, one.unit + 1, -1):
        if units[k].kind == "relative" or (units[k].kind == "subordinator" and words[units[k].first].low == "where"):
            return k
    return None


def _is_counted(preps: list[PrepPhrase], one: Made, aside: Made) -> bool:
    """Whether an aside is of what the object is so much of: "shipped 9 tonnes of *rice grown in Togo*, from …"."""
    last = one.objects[-1][-1]
    return any(prep.of == last and prep.prep == "of" and prep.objects == aside.subject for prep in preps)


def _interrupts(words: list[Word], units: list[Piece], aside: Made) -> bool:
    """Whether a verb only says between two commas who says so: "was flown, *police said*, to Bari"."""
    at = aside.unit
    kinds = [unit.kind for unit in units[max(0, at - 2) : at + 3]]
    if kinds != ["mark", "phrase", "verb", "mark", "prep"] or any(
        words[units[k].first].text != "," for k in (at - 2, at + 1)
    ):  # fmt: skip
        return False
    return is_of_saying(words, units, at)


def _lies_at_its_start(preps: list[PrepPhrase], one: Made, aside: Made, lemma: str) -> bool:
    """Whether an aside tells more of where a way begins, and no end is told: "from a firm *based in Togo* to Oran"."""
    begins = any(preps[n].prep == "from" and aside.of in preps[n].objects for n in one.preps)
    ends = any(preps[n].prep in _TO for n in one.preps)
    if aside.relation == "participle":
        return begins and not ends and aside.passive and lemma in _LIES
    return aside.relation == "relative" and begins and not ends and not aside.passive and bool(aside.objects)


_LIES: Final = frozenset(("base", "locate", "situate", "headquarter", "register"))
_TO: Final = frozenset(("to", "into", "onto"))
_WHITHER: Final = frozenset(("to", "into", "onto", "from", "toward", "towards"))


def turn_round(words: list[Word], units: list[Piece], made: list[Made]) -> None:
    """Give what opens a sentence the subject behind "be": "*Returning* to Bari were *two ships*"."""
    if len(made) < 2:
        return
    first, then = made[0], made[1]
    is_among = units[0].kind == "prep" and words[0].low == "among" and first.form == "infinitive" and first.unit == 2
    bare = first.form == "finite" and not first.subject and (not first.unit or units[0].kind == "other")
    undergone = bare and "VBN" in verb_tags(words[units[first.unit].head].low)
    if not is_among and (first.unit > 1 or not (undergone or first.form in {"gerund", "participle"})):
        return
    is_be = words[units[then.unit].head].lemma == "be" and then.form == "finite" and then.objects
    if is_be and not any(unit.kind in {"mark", "subordinator"} for unit in units[first.unit + 1 : then.unit]):
        first.subject, first.form, first.relation = then.objects[0], "finite", "root"
        first.passive = first.passive or undergone  # "*Held* in Chad were *two ships*"
        then.subject, then.preps = then.objects[0], []


def give_to_one_of_those(
    words: list[Word], phrases: list[Phrase], preps: list[PrepPhrase], made: list[Made]
) -> None:  # fmt: skip
    """Say of one what is told of "those" whom it is among: "*Peru* was among *those who* sent tents"."""
    for one in made:
        those = next((n for n in one.subject if words[phrases[n].head].low == "those"), None)
        if those is None or one.relation not in {"relative", "participle"}:
            continue
        for other in made:
            is_among = any(preps[n].prep == "among" and those in preps[n].objects for n in other.preps)
            if is_among and other.subject and other.unit < one.unit:
                one.subject = other.subject


def give_back(words: list[Word], units: list[Piece], preps: list[PrepPhrase], made: list[Made]) -> None:
    """
    Give a verb what stands behind a name, a sum or the contents of its object.

    "brought a ship *called the Aurora* from Oslo", "sent a box *containing pearls* to Oslo", "exports cars *it builds
    in Metz* to Peru"
    """
    for one in made:
        parent = None if one.parent is None else made[one.parent]
        if parent is None:
            continue
        held = [number for numbers in parent.objects for number in numbers]
        lemma = words[units[one.unit].head].lemma
        if one.relation == "participle" and one.of in held and lemma in _NAMES_IT:
            parent.preps += one.preps
            one.preps = []
        elif (one.relation == "participle" and one.of in held and lemma in _HOLDS) or (
            one.relation == "relative" and lemma in _MAKES and words[units[parent.unit].head].lemma in SHIFTS
        ):
            first = next((k for k, n in enumerate(one.preps) if preps[n].prep in _WHITHER), len(one.preps))
            parent.preps += one.preps[first:]
            one.preps = one.preps[:first]


_NAMES_IT: Final = frozenset("call name dub nickname codename title total weigh value number".split())
_HOLDS: Final = frozenset(
    "contain hold comprise include measure label mark disguise declare register know hide conceal wrap stuff".split()
)
_MAKES: Final = frozenset("build make produce grow assemble manufacture mine raise catch brew own".split())
