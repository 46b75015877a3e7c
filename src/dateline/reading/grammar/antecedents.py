"""What a relative clause or a participle hangs on: the nearest phrase that it may be told of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from dateline.reading.grammar.pieces import MONTHS
from dateline.reading.hedging.listed import forms_in
from dateline.reading.text.nouns import is_first_name, noun_classes

if TYPE_CHECKING:
    from dateline.reading.grammar.pieces import Piece
    from dateline.reading.grammar.syntax import Phrase, PrepPhrase, Word

__all__ = ["ARE", "OF_ONE", "PICTURES", "PLURALS", "antecedent", "is_age", "is_many", "is_spot", "told_where"]

ARE: Final = frozenset(("are", "were", "have", "aren't", "weren't", "haven't"))
PLURALS: Final = frozenset(
    "people troops police children men women migrants crew those pair couple duo trio family team".split()
)
_WEIGHS: Final = frozenset("weighing totalling totaling measuring costing numbering".split())
_SHORT: Final = 2  # words of "out of"
_WHERE: Final = frozenset("in at from to near into on off outside inside across toward towards over".split())
_PARENTS: Final = frozenset("mother father grandmother grandfather parent widow widower".split())
_NO_PERSON: Final = frozenset(
    "location artifact time substance food plant event act state attribute quantity cognition object vehicle "
    "communication possession".split()
)


def antecedent(words: list[Word], units: list[Piece], phrases: list[Phrase], place: int, verb: int) -> int | None:
    """What "which" or "who" hangs on: the nearest phrase that agrees with its verb."""
    nearest: int | None = None
    marker = next((words[u.first].low for u in units[place : place + 1]), "")
    many, who = words[verb].low in ARE, marker in {"who", "whom"}
    if marker in {"whom", "which"} and _is_a_part(words, units, phrases, place - 2):
        place -= 2  # "*nurses*, some of whom flew"
    if who and words[verb].low not in OF_ONE:
        place = _before_included(words, units, place)
    for k in range(place - 1, max(-1, place - 10), -1):
        if units[k].kind == "subordinator":
            break
        if units[k].kind != "phrase":
            continue
        number = units[k].number
        phrase = phrases[number]
        if words[phrase.head].low in MONTHS and k > 1 and units[k - 1].kind == "phrase":
            continue  # "hired *a boat* Thursday, which …"
        if words[phrase.head].low in MONTHS and k > 2 and marker == "that":
            continue  # "fired *a missile* on Thursday that flew"
        if units[k - 1].kind == "verb" and words[units[k - 1].head].low in _WEIGHS:
            continue  # "*a load* weighing half a ton, which …"
        if who and words[phrase.head].tag == "number" and k > 1 and words[units[k - 1].first].low == "of" and (
            units[k - 2].kind == "phrase" and words[phrases[units[k - 2].number].head].low in _PARENTS
        ):  # fmt: skip
            continue  # "*a mother* of two who moved"
        if is_age(words, phrase):
            continue  # "*a man* in his 30s who returned"
        nearest = number if nearest is None else nearest
        plural = is_many(words, phrases, number)
        governed = k > 0 and units[k - 1].kind == "prep" and words[units[k - 1].first].low in _WHERE
        governed = governed and units[k - 1].last - units[k - 1].first <= _SHORT  # no "*at the invitation of* Roa, who"
        if many and not plural:
            continue
        if (
            who
            and governed
            and words[phrase.head].tag == "name"
            and not _names_people(words[phrase.head].low)
            and not (
                phrase.last - phrase.first > 1
                and is_first_name(words[phrase.first].low)  # "went to *Ana Roa*, who sang"
            )
        ):
            continue
        if who and words[verb].low not in OF_ONE and _is_their_body(words, units, phrases, k):
            continue
        is_name = words[phrase.first].tag == "name" == words[phrase.head].tag  # no "in a *Ford* that was stopped"
        if marker == "that" and k > 1 and words[units[k - 1].first].low in _WHERE and is_name:
            continue  # "*a crate* shipped from Chile that had arrived", "seized *guns* at Oran that were"
        if who and (_is_no_person(words[phrase.head]) or (nearest != number and _is_no_who(words[phrase.head]))):
            continue
        if marker == "which" and _is_person(words, units, phrases, k):
            continue
        if marker in {"who", "that"} and _is_whence(words, units, phrases, k):
            continue
        return number
    return nearest


def _before_included(words: list[Word], units: list[Piece], place: int) -> int:
    """Where to look for whom "who" means, past those that "including" names: "*25 men*, including two cooks, who"."""
    if place < 1 or units[place - 1].kind != "mark":
        return place
    for k in range(place - 2, max(-1, place - 10), -1):
        if units[k].kind not in {"phrase", "conjunction", "prep", "mark"}:
            break
        if units[k].kind == "prep" and words[units[k].first].low == "including":
            return k - 1 if k and units[k - 1].kind == "mark" else k
    return place


OF_ONE: Final = frozenset(("is", "was", "has"))


def _is_whence(words: list[Word], units: list[Piece], phrases: list[Phrase], k: int) -> bool:
    """Whether a name says where what is told of comes from or lies: "*a native of* Bari who left"."""
    if k < 2 or [unit.kind for unit in units[k - 2 : k]] != ["phrase", "prep"]:
        return False
    name, outer = (words[phrases[units[n].number].head] for n in (k, k - 2))
    lies = words[units[k - 1].first].low in _WHERE | {"of"} and name.tag == "name" and outer.tag == "noun"
    told = words[phrases[units[k].number].first]
    return lies and told.tag == "name" and not is_first_name(told.low) and "person" in noun_classes(outer.low)


def _is_their_body(words: list[Word], units: list[Piece], phrases: list[Phrase], k: int) -> bool:
    """Whether a phrase is the body that people are of: "*soldiers* of the 9th Brigade, who", "*members* of a choir"."""
    if k < 2 or [unit.kind for unit in units[k - 2 : k]] != ["phrase", "prep"] or words[units[k - 1].first].low != "of":
        return False
    body, people = (words[phrases[units[n].number].head] for n in (k, k - 2))
    are_people = people.tag == "noun" and people.low != people.lemma and "person" in noun_classes(people.low)
    return are_people and body.low in _BODIES


_COLUMNS: Final = frozenset("procession parade caravan column convoy patrol mission delegation cortege crowd".split())
_BODIES: Final = frozenset(
    "brigade battalion regiment division company squadron platoon squad unit corps army navy force guard choir band "
    "orchestra team club crew troupe congregation party union order community tribe gang militia service".split()
)


def _is_a_part(words: list[Word], units: list[Piece], phrases: list[Phrase], k: int) -> bool:
    """Whether a phrase with "of" behind it says how many of those before it are meant: "*some of* whom"."""
    if k < 1 or units[k].kind != "phrase" or words[units[k + 1].first].low != "of":
        return False
    head = words[phrases[units[k].number].head]
    return head.tag == "number" or head.low in _PARTS


_PARTS: Final = frozenset("some many most several all both few half much more others dozens hundreds thousands".split())


def _is_no_person(head: Word) -> bool:
    """Whether a noun cannot be the one "who": an area, a month."""
    classes = noun_classes(head.low)
    return head.tag == "noun" and bool(classes) and classes <= _NO_PERSON


def _is_no_who(head: Word) -> bool:
    """Whether a noun before the nearest phrase is less a "who" than that: "shown in *the gallery* by Ana Roa, who"."""
    classes = noun_classes(head.low)
    return head.tag == "noun" and bool(classes) and "person" not in classes


def _is_person(words: list[Word], units: list[Piece], phrases: list[Phrase], k: int) -> bool:
    """Whether a phrase is somebody, and so no "which": "*a view* by Ana Roa, which", "*aid* for people which"."""
    head = words[phrases[units[k].number].head]
    if head.tag == "name":
        by = k > 0 and units[k - 1].kind == "prep" and words[units[k - 1].first].low == "by"
        return by and is_first_name(words[phrases[units[k].number].first].low)
    return head.tag == "noun" and noun_classes(head.low) == {"person"} and head.low not in _BODIES | _COLUMNS


def is_age(words: list[Word], phrase: Phrase) -> bool:
    """Whether a phrase tells how old somebody is: "in *his late 30s*", "in *her teens*"."""
    return words[phrase.first].low in _WHOSE and _DECADE(words[phrase.last - 1].low) is not None


_WHOSE: Final = frozenset(("his", "her", "their"))
_DECADE: Final = re.compile(r"\d0s|teens|(?:twen|thir|for|fif|six|seven|eigh|nine)ties").fullmatch


def _names_people(name: str) -> bool:
    """Whether a name is of the people of a place: "to *Canadians* who gave …"."""
    return name.endswith("s") and "person" in noun_classes(name)


def is_many(words: list[Word], phrases: list[Phrase], number: int) -> bool:
    """Whether a phrase names several, by its form, its number or what "and" joins."""
    head = words[phrases[number].head].low
    is_counted = head in {"more", "others"} and phrases[number].last - phrases[number].first > 1  # "dozens *more*"
    return len(phrases[number].beside) > 1 or head.endswith("s") or head in PLURALS or is_counted


def told_where(words: list[Word], units: list[Piece], opened: int) -> int | None:
    """What a clause with "where" is told of, where that opens its own: "it rained, and *the inn* where he is"."""
    k = opened - 1
    while k > 1 and units[k].kind == "phrase" and units[k - 1].kind == "prep" and units[k - 2].kind == "phrase":
        k -= 2
    before = units[k - 1] if k > 0 else None
    opens = before is None or before.kind in {"mark", "subordinator", "conjunction"} or (
        before.kind == "verb" and words[before.head].low in forms_in("said")
    )  # fmt: skip
    return units[k].number if opens and units[k].kind == "phrase" else None


def is_spot(words: list[Word], phrases: list[Phrase], preps: list[PrepPhrase], number: int) -> bool:
    """Whether a phrase names a place that cannot act: "the port of Odesa", "Malta" behind a preposition."""
    phrase = phrases[number]
    classes = noun_classes(words[phrase.head].low)
    if words[phrase.head].tag == "name" or (words[phrase.head].tag == "number" and words[phrase.first].tag == "name"):
        held = next((prep for prep in preps if number in prep.objects and prep.prep in _TO_A_PLACE), None)
        of = None if held is None or held.of is None else words[phrases[held.of].head].lemma
        return held is not None and of not in PICTURES  # "onto *A 9* heading north", no "film of *Roa* leaving"
    if classes & {"vehicle", "person"}:
        return False  # "a ship off Malta carrying arms"
    return bool(classes & {"location", "artifact", "object"}) and bool(phrase.preps) and (
        words[phrases[o].head].tag == "name" if (o := next(iter(preps[phrase.preps[0]].objects), None)) is not None
        else False
    )  # fmt: skip


PICTURES: Final = frozenset(
    "photo photograph picture image footage video clip film cctv tape recording sight report news word".split()
)
"""What shows or tells of somebody who does a thing."""
_TO_A_PLACE: Final = frozenset(
    "from in of near at to for into off on out_of onto toward towards along down up through".split()
)
