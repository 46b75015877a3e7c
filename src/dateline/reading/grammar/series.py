"""Verbs in a series that have one subject: "hit Fiji, *moved* south and *crossed* Tonga"."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Final

from dateline.reading.grammar.doers import is_said_aside
from dateline.reading.grammar.participles import goes_on_passive
from dateline.reading.grammar.pieces import STAYS_FINITE
from dateline.reading.grammar.subjects import agrees, has_comma, is_in_relative
from dateline.reading.hedging.listed import forms_in
from dateline.reading.text.forms import verb_tags
from dateline.reading.text.nouns import noun_classes

if TYPE_CHECKING:
    from dateline.reading.grammar.pieces import Piece
    from dateline.reading.grammar.subjects import Made
    from dateline.reading.grammar.syntax import Phrase, Word

__all__ = ["goes_on", "resumes", "source_of"]


def source_of(  # noqa: PLR0913, PLR0917
    words: list[Word], units: list[Piece], phrases: list[Phrase], made: list[Made], between: list[Piece], unit: Piece,
    *, passive: bool,
) -> Made | None:  # fmt: skip
    """The verb before one without a subject of its own that it has its subject from."""
    has_conjunction = any(one.kind == "conjunction" for one in between[-2:])
    closed = has_conjunction and (has_comma(words, between[:-1]) or _goes_without(words, phrases, made, unit))
    closed = closed or (words[unit.first].low == "then" and has_comma(words, between))
    might = [
        one
        for one in reversed(made)
        if (
            one.form == "finite"
            and not is_said_aside(words, units, one)
            and not (closed and _is_apart(words, units, phrases, made, one))
        )
        or (
            one.relation == "infinitive"
            and has_conjunction
            and "VB" in verb_tags(words[unit.head].low)
            and one is made[-1]
        )
    ]
    last = next((one for one in reversed(made) if one.form == "finite"), None) if closed else None
    if not might:
        return last
    if might[0].relation != "adverbial":
        return might[0]
    passive = passive or (might[0].passive and goes_on_passive(words, units, phrases, might[0], units.index(unit)))
    # "died *when a rope snapped* and were flown", "was hurt *when a wall fell* and was flown": a rope or wall was not.
    agree = [one for one in might if not one.subject or agrees(words, phrases, one.subject[0], unit.first)] or might
    return next((one for one in agree if one.passive == passive), agree[0])


def _is_apart(words: list[Word], units: list[Piece], phrases: list[Phrase], made: list[Made], one: Made) -> bool:
    """Whether a comma parts the clause of a verb: "left Basra, *a year after they came*, and drove to Kuwait"."""
    if is_in_relative(made, one):
        return True
    if one.relation != "adverbial" or one.marker is None or one is made[0]:
        return False
    if words[one.marker].low == "where":  # "sailed to Bari, where *the crew* slept, and went on", no "where *it* lay"
        return bool(one.subject) and words[phrases[one.subject[0]].head].tag == "noun"
    before = units[made[made.index(one) - 1].unit].last
    return any(words[n].text == "," for n in range(before, one.marker))


def _goes_without(
    words: list[Word], phrases: list[Phrase], made: list[Made], verb: Piece
) -> bool:  # fmt: skip
    """Whether what a relative clause is of cannot go: "met him for *talks that lasted* a day *and left* for Oslo"."""
    if words[verb.head].lemma not in STAYS_FINITE or not (made and made[-1].subject and is_in_relative(made, made[-1])):
        return False
    last = made[-1]
    if last.relation == "relative" and any(last.of in numbers for numbers in last.objects):
        return words[verb.head].lemma in _HAS_NO_OBJECT  # "bought a car *that a friend drove and returned* to"
    head = words[phrases[last.subject[0]].head]
    classes = noun_classes(head.low)
    return head.tag == "noun" and bool(classes) and classes <= {"act", "event", "communication", "time", "cognition"}


def goes_on(  # noqa: PLR0913, PLR0917
    words: list[Word], units: list[Piece], made: list[Made], between: list[Piece], at: int, stop: int
) -> bool:  # fmt: skip
    """Whether a verb is the next of several: "hit Fiji, *moved* south and crossed Tonga"; no object is its subject."""
    marks = [unit for unit in between if unit.kind == "mark"]
    plain = all(unit.kind in {"phrase", "prep", "mark", "other"} for unit in between)
    low = words[units[at].head].low
    if len(marks) == 1 and plain and _is_planned_next(words, units, made, at):
        return True
    if len(marks) != 1 or not plain or verb_tags(low).isdisjoint({"VBD", "VBZ"}) or (
        at == len(between) or units[at - len(between) - 1].kind != "verb"
    ):  # fmt: skip
        return False
    is_next = stop < len(units) and not (units[stop].to or words[units[stop].first].low.endswith("ing"))
    if is_next and units[stop - 1].kind == "conjunction":
        return True
    told = made[-1].form == "finite" and made[-1].relation not in {"relative", "participle"}
    said = forms_in("said")
    return (
        told and "VBN" not in verb_tags(low) and low not in said and words[units[made[-1].unit].head].low not in said
    )  # "rented a car, *drove* it to Bari, *went* on to Lecce and came back"


def _is_planned_next(words: list[Word], units: list[Piece], made: list[Made], at: int) -> bool:
    """Whether a bare verb behind a comma goes on with what is to be: "*will* visit Chad, *open* a school and …"."""
    verb, close = units[at], units[at - 1]
    if verb.last - verb.first > 1 or verb.to or words[close.first].text != "," or not made or (
        "VB" not in verb_tags(words[verb.head].low)
    ):  # fmt: skip
        return False
    before = units[made[-1].unit]
    governs = before.to or not _MODALS.isdisjoint(word.low for word in words[before.first : before.head])
    goes_on = made[-1].inherited and made[-1].relation == "coordinate" and before.last - before.first == 1
    return governs or (goes_on and "VBD" not in verb_tags(words[before.head].low))


_MODALS: Final = frozenset("will would can could may might shall should must 'll".split())


def resumes(between: list[Piece]) -> bool:
    """Whether a comma closes an aside right behind a conjunction: "was held and, *two days later*, flown to Oslo"."""
    return any(one.kind == "conjunction" and two.kind == "mark" for one, two in itertools.pairwise(between[:-1]))


_HAS_NO_OBJECT: Final = frozenset("return come go arrive travel flee head".split())
