"""Relative clauses without a pronoun, and with "that" after goods: what they hang on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.reading.grammar.pieces import STAYS_FINITE
from dateline.reading.grammar.subjects import KNOWS
from dateline.reading.hedging.listed import forms_in
from dateline.reading.text.nouns import noun_classes

if TYPE_CHECKING:
    from dateline.reading.grammar.pieces import Piece
    from dateline.reading.grammar.subjects import Made
    from dateline.reading.grammar.syntax import Phrase, Relation, Word

__all__ = [
    "CAUSES",
    "THINGS",
    "gives",
    "hangs_on",
    "held_by_that",
    "is_done",
    "is_told",
    "met_before",
    "met_by_pronoun",
    "opens_so",
    "take_gap",
]

THINGS: Final = frozenset("artifact substance food possession vehicle object plant".split())
_NOMINATIVE: Final = frozenset(("he", "she", "they", "we", "i"))


def met_before(units: list[Piece], phrases: list[Phrase], bare: list[int], at: int) -> int | None:
    """The phrase that stands before a verb's subject with no mark between: what a relative without "that" hangs on."""
    k = at - 1
    while k > 1 and units[k].kind == "phrase" and units[k - 1].kind == "prep" and units[k - 2].kind == "phrase":
        k -= 2  # "the office *in Tulsa*"
    if len(bare) < 2 or units[k].kind != "phrase" or units[k].number != bare[-1]:
        return None
    k -= 1
    while k > 0 and units[k].kind == "phrase" and units[k - 1].kind in {"prep", "conjunction"}:
        k -= 2
    return (
        bare[-2] if units[k].kind == "phrase" and units[k].number == bare[-2] and not phrases[bare[-1]].beside else None
    )


def _is_met(words: list[Word], phrase: Phrase) -> bool:
    """Whether a phrase is of what or who may be told of without a pronoun: goods, people, an amount."""
    head = words[phrase.head]
    classes = noun_classes(head.low)
    is_thing = bool(classes & _MET) and not classes & {"time", "act"}
    return head.tag == "noun" and (is_thing or words[phrase.head - 1].low == "cubic")  # "the 9bn *cubic metres* it …"


def hangs_on(words: list[Word], phrases: list[Phrase], relation: Relation, met: int) -> bool:
    """Whether a clause tells more of the phrase before it: "sank when *the boat they had taken from Sfax* rolled"."""
    thing = noun_classes(words[phrases[met].head].low) & _MET
    return relation == "root" or (relation in {"adverbial", "complement"} and bool(thing))  # no "after *a rest* they …"


def held_by_that(words: list[Word], units: list[Piece], phrases: list[Phrase], at: int) -> int | None:
    """The goods or people right before "that", which then opens a relative: no report, nobody who is told that."""
    if at < 1 or words[units[at].first].low != "that" or units[at - 1].kind != "phrase":
        return None
    head = words[phrases[units[at - 1].number].head]
    classes = noun_classes(head.low)
    untold = at == 1 or units[at - 2].kind in {"mark", "conjunction", "prep"}  # not "told the men that …"
    if at > 2 and units[at - 2].kind == "prep" and units[at - 3].kind == "verb" and (
        words[units[at - 2].first].low in {"by", "from", "to"} and words[units[at - 3].head].low in forms_in("said")
    ):  # fmt: skip
        return None  # "were told by a witness that …"
    may_be = head.tag == "noun" and frozenset() < classes <= (_HELD if untold else THINGS) | {"animal", "quantity"}
    may_be = may_be or head.low in {"million", "billion", "trillion"}  # "the $9 million that Norway gave"
    may_be = may_be or (untold and (head.tag == "number" or head.low in _COUNTED))  # "a frigate, *one of three* that"
    return units[at - 1].number if may_be else None


CAUSES: Final = frozenset("reason reasons way time moment place cause speed distance".split())
_COUNTED: Final = frozenset("one ones those first second third last latest".split())
_MET: Final = THINGS | {"person"}
_HELD: Final = _MET | {"location"}  # "from fields *that the militants hold*"


def met_by_pronoun(words: list[Word], units: list[Piece], phrases: list[Phrase], at: int) -> int | None:
    """The thing right before "it" or "they" that a verb without an object is of: "on land *it bought* from Chad"."""
    if at < 2 or units[at - 1].kind != "phrase" or units[at - 2].kind != "phrase":
        return None
    who = words[units[at - 1].first]
    if (who.low != "it" and who.low not in _NOMINATIVE) or words[units[at].head].low in forms_in("said"):
        return None
    return units[at - 2].number if _is_met(words, phrases[units[at - 2].number]) else None


def opens_so(  # noqa: PLR0913, PLR0917
    words: list[Word], units: list[Piece], phrases: list[Phrase], made: list[Made], met: int, at: int
) -> bool:  # fmt: skip
    """Whether no comma parts what opens a sentence from its subject: "After leaving *Lima* the yacht sailed on"."""
    one = made[0] if len(made) == 1 else None
    if one is None or one.form != "gerund" or one.parent is not None or not one.objects or met not in one.objects[0]:
        return False
    return words[phrases[met].head].tag == "name" or not any(unit.kind == "mark" for unit in units[at:-1])


def is_told(words: list[Word], units: list[Piece], number: int, at: int) -> bool:
    """Whether a phrase is whom a verb tells something: "told *the radio station* she had flown to Lima"."""
    k = next((k for k in range(at - 1, 0, -1) if units[k].kind == "phrase" and units[k].number == number), 0)
    return k > 0 and units[k - 1].kind == "verb" and words[units[k - 1].head].lemma in _TELLS


def gives(made: list[Made], number: int) -> bool:
    """Whether a clause that hangs on somebody gives a phrase something: "who sold *him* the car moved"."""
    one = made[-1] if made else None
    hangs = one is not None and one.relation in {"participle", "relative"} and len(one.objects) > 1
    return hangs and one is not None and number in one.objects[0]


def is_done(words: list[Word], units: list[Piece], made: list[Made]) -> bool:
    """Whether a verb before "then" tells what its own subject did first: "*opened* a bridge then flew to Lima"."""
    head = words[units[made[-1].unit].head]
    is_done_to = made[-1].form == "finite" and bool(made[-1].objects or made[-1].preps)
    return is_done_to and head.low not in forms_in("said") and head.low not in KNOWS


_TELLS: Final = frozenset("tell inform assure warn remind notify advise convince persuade promise show".split())


def take_gap(words: list[Word], units: list[Piece], phrases: list[Phrase], one: Made, parent: Made) -> None:
    """Give an infinitive the object that its relative clause is of: "*the tanks* that Peru plans *to send* to Chad"."""
    if one.objects or one.passive or words[units[one.unit].head].lemma in STAYS_FINITE:
        return
    if parent.relation == "relative" and parent.of is not None and len(parent.objects) == 1 and (
        parent.of in parent.objects[0] and words[units[parent.unit].head].lemma not in _HAVE_THEM
    ):  # fmt: skip
        one.objects, parent.objects, one.subject = parent.objects, [], parent.subject
    elif parent.relation == "root" and not parent.objects and parent.subject and (
        (met := _met_by_subject(words, units, phrases, parent)) is not None
    ):  # fmt: skip
        parent.relation, parent.of = "relative", met
        one.objects.append((met,))


def _met_by_subject(words: list[Word], units: list[Piece], phrases: list[Phrase], one: Made) -> int | None:
    """The thing right before the subject of a verb, with no mark between: "*the oil* the firm had planned to ship"."""
    k = one.unit - 1
    if k < 1 or units[k].kind != "phrase" or units[k].number not in one.subject or units[k - 1].kind != "phrase":
        return None
    met = units[k - 1].number
    return met if _is_met(words, phrases[met]) and not is_told(words, units, met, one.unit) else None


_HAVE_THEM: Final = frozenset(
    "ask urge allow permit force tell help order persuade invite instruct cause enable require encourage get press "
    "compel advise warn lead prompt oblige authorise authorize convince direct".split()
)
"""Verbs whose object is who then does it: "the men they *told* to move"."""
