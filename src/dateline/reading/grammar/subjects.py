"""Whose a verb is: the phrase before it, before an aside, before a relative clause, or one that a list has."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from dateline.reading.amounts.numbers import measured
from dateline.reading.grammar.antecedents import ARE, PICTURES, PLURALS, antecedent, is_age, is_many, told_where
from dateline.reading.grammar.coordination import joined_with, joins_phrases
from dateline.reading.grammar.pieces import MONTHS, Piece, is_when
from dateline.reading.hedging.listed import forms_in
from dateline.reading.text.forms import verb_tags
from dateline.reading.text.nouns import noun_classes

if TYPE_CHECKING:
    from dateline.reading.grammar.syntax import Form, Phrase, PrepPhrase, Relation, Word

__all__ = [
    "KNOWS",
    "Made",
    "agrees",
    "bare_phrases",
    "governor_before",
    "has_comma",
    "is_in_relative",
    "is_made_to",
    "is_of_saying",
    "nearest_phrase",
    "opener_before",
    "subject_across_an_infinitive",
    "subject_before_aside",
    "subject_many",
    "subject_outside",
    "subject_past_asides",
    "told_first",
]

_MAKES: Final = frozenset("let make help see watch have hear".split())
_BID: Final = frozenset("order tell ask force advise urge instruct compel send hire expect allow".split())
_NEAR: Final = 24  # verbs, or pieces of a sentence, before a verb that may tell of its subject
_QUOTES: Final = frozenset(('"', "“", "”"))
_HANGING: Final = frozenset(("participle", "relative", "infinitive"))
_FROM_A_PLACE: Final = frozenset(("from", "in", "of", "near", "at", "outside"))
_SCORES: Final = frozenset("tens dozens scores hundreds thousands millions".split())
_GOERS: Final = frozenset(("person", "vehicle", "animal"))
_TYPES: Final = frozenset("group state attribute cognition relation quantity time".split())


@dataclass(slots=True)
class Made:
    """A predicate in the making: its piece and what is found for it; attributes as of `syntax.Predicate`."""

    unit: int
    form: Form
    passive: bool
    subject: tuple[int, ...] = ()
    inherited: bool = False
    objects: list[tuple[int, ...]] = field(default_factory=list)
    preps: list[int] = field(default_factory=list)
    parent: int | None = None
    relation: Relation = "root"
    marker: int | None = None
    of: int | None = None
    particle: str | None = None


def is_in_relative(made: list[Made], one: Made) -> bool:
    """Whether a predicate is of a relative clause: the comma behind that closes it."""
    at: Made | None = one
    while at is not None:
        if at.relation == "relative":
            return True
        outer = made[at.parent] if at.parent is not None else None
        told = at.relation == "root" and outer is not None and outer.form == "gerund"  # "…, *telling her he was ill*,"
        if told and outer is not None and outer.relation == "adverbial":
            return True
        at = outer if at.relation in {"infinitive", "complement"} else None
    return False


def has_comma(words: list[Word], between: list[Piece]) -> bool:
    """Whether a comma or a dash is among the last pieces before a verb."""
    return any(u.kind == "mark" and words[u.first].text in {",", "—", "–"} for u in between[-2:])


def bare_phrases(units: list[Piece], phrases: list[Phrase], first: int, last: int) -> list[int]:
    """Phrases of the units that no preposition governs and that stand beside no other one."""
    found = []
    in_prep: set[int] = set()
    aside = False
    for k in range(first, last):
        if units[k].kind == "mark" and units[k].head != -1:
            aside = units[k].head == 1
        if aside:
            continue
        if units[k].kind == "prep" and k + 1 < last and units[k + 1].kind == "phrase":
            in_prep |= set(joined_with(phrases, units[k + 1].number))
        elif units[k].kind == "phrase" and units[k].number not in in_prep and phrases[units[k].number].same_as is None:
            found.append(units[k].number)
        elif units[k].kind == "mark" and k > first and found:
            continue
    return found


def _measured(
    words: list[Word], units: list[Piece], phrases: list[Phrase], preps: list[PrepPhrase], k: int
) -> int:  # fmt: skip
    """What a participle behind a phrase is of: not of the price or the place, but of "timber worth $5 from Peru"."""
    if (
        k >= 3
        and units[k - 1].kind == "prep"
        and units[k - 2].kind == "mark"
        and units[k - 3].kind == "phrase"
        and (
            units[k + 1 : k + 2] and units[k + 1].kind == "mark" and words[phrases[units[k].number].head].tag == "name"
        )
    ):  # "Sgt. Roa, of Lima, stationed in Cusco"
        return units[k - 3].number
    while k >= 2 and units[k - 1].kind == "prep" and units[k - 2].kind == "phrase":
        phrase, outer = phrases[units[k].number], phrases[units[k - 2].number]
        prep = preps[units[k - 1].number].prep
        head, above = words[phrase.head], words[outer.head]
        counts = above.tag == "number" or above.low in _SCORES or measured(above.low) in {"mass", "volume"}
        priced = prep == "worth" or (prep == "of" and counts)
        placed = head.tag == "name" and prep in _FROM_A_PLACE and above.tag in {"noun", "number"}
        placed = placed and above.lemma not in PICTURES  # "a film of *Roa* leaving Bari"
        goes = above.tag == "noun" and noun_classes(above.low) & _GOERS
        borne = prep == "with" and "vehicle" in noun_classes(above.low)  # "a ship *with a Maltese flag* carrying …"
        ill = prep == "with" and noun_classes(head.low) == {"weather"} and "person" in noun_classes(above.low)
        typed = prep == "of" and goes and head.tag == "noun" and noun_classes(head.low) <= _TYPES
        shared = prep == "of" and head.tag == "pronoun"  # "with *most of it* going to Oman"
        if not (priced or placed or borne or ill or typed or shared or is_age(words, phrase)):
            break  # "migrants *of many nationalities* waiting …"
        k -= 2
    return units[k].number


def nearest_phrase(  # noqa: PLR0913, PLR0917
    words: list[Word], units: list[Piece], phrases: list[Phrase], preps: list[PrepPhrase], first: int, last: int
) -> int | None:  # fmt: skip
    """The phrase that a participle hangs on: the nearest, or what it is in apposition to."""
    for k in range(last - 1, first - 1, -1):
        if units[k].kind == "phrase":
            head = words[phrases[units[k].number].head]
            is_time = head.low in MONTHS or (head.tag != "name" and "time" in noun_classes(head.low))
            if is_time and k > first + 1:
                continue
            same = phrases[units[k].number].same_as
            return _measured(words, units, phrases, preps, k) if same is None else same
        if units[k].kind in {"verb", "subordinator"}:
            return None
    return None


def subject_across_an_infinitive(
    words: list[Word], units: list[Piece], made: list[Made], phrases: list[Phrase], verb: int
) -> int | None:  # fmt: skip
    """The subject before a participle and what it is for: "trucks hired by a firm *to bring rice* have left"."""
    if len(made) < 2 or made[-1].relation != "infinitive" or not made[-2].subject:
        return None
    number = made[-2].subject[0]
    if words[verb].tag != "auxiliary":  # "a man *thought to be a spy* flew", where no other verb is told
        told = words[units[made[-2].unit].head]
        sent = told.lemma in _BID and "VBN" in verb_tags(told.low) and bool(made[-1].objects) and not made[-2].objects
        reduced = units[made[-2].unit].last - units[made[-2].unit].first == 1 and (sent or told.low in forms_in("said"))
        return number if len(made) == 2 and reduced and "VBD" in verb_tags(words[verb].low) else None
    told = words[units[made[-2].unit].head]
    bidden = made[-2].form == "finite" and told.lemma in _BID and not made[-2].objects and "VBN" in verb_tags(told.low)
    if made[-2].relation != "participle" and not (bidden and made[-1].objects):  # "men *told* to leave Malta have left"
        return None
    return number if is_many(words, phrases, number) or words[verb].low not in ARE else None


def subject_past_asides(
    words: list[Word], units: list[Piece], phrases: list[Phrase], made: list[Made], at: int
) -> int | None:  # fmt: skip
    """
    The subject of a finite verb, found by stepping back over what is told of it in between.

    Asides between commas, dashes or brackets ("the envoy, *who was ill*, left"), and a participle, a relative clause
    or an infinitive that hangs on it ("trucks *carrying food for the camp* left").

    Returns
    -------
    subject
        None where the words before the verb are built otherwise.
    """
    verbs = {one.unit: one for one in made[-_NEAR:]}
    k = at - 1
    while k >= 0:
        while k > 0 and units[k].kind == "other":
            k -= 1
        if units[k].kind == "mark" and words[units[k].first].text in _QUOTES:
            k -= 1  # "a man known as “*the Boss*” left"
            continue
        if units[k].kind == "mark":
            opened = _opening(words, units, phrases, verbs, k)
            if opened is None:
                return None
            k = opened - 1
            continue
        while k > 1 and units[k].kind == "phrase" and units[k - 2].kind == "phrase" and (
            units[k - 1].kind == "prep" or units[k - 2].number in phrases[units[k].number].beside
        ):  # fmt: skip
            k -= 2  # "crews *from Chad and Togo*, some of whom were ill, left"
        if units[k].kind == "phrase" and k and units[k - 1].kind == "prep" and units[k - 2].kind == "verb" and k > 1:
            k -= 2
        if (
            k > 2
            and units[k - 1].kind == "mark"
            and words[units[k - 1].first].text in _QUOTES
            and units[k - 2].kind == "prep"
        ):
            k -= 3  # "known as “the Boss”"
        is_object = units[k].kind == "phrase"
        if is_object and k - 2 in verbs and (units[k - 1].kind == "other" or len(verbs[k - 2].objects) > 1):
            k -= 1  # "a lorry *carrying sorely missed tents* left", "the woman *who sold him the car* left"
        verb = verbs.get(k if units[k].kind == "verb" else k - 1)
        if verb is None or (is_object and verb.form == "finite" and verb.relation != "relative"):
            before = units[k - 1] if k else None
            is_when_before = (
                before is not None and before.kind == "phrase" and is_when(words, phrases[before.number], [(0,)])
            )
            is_free = before is None or before.kind not in {"prep", "phrase"} or is_when_before
            is_subject = units[k].kind == "phrase" and k < at - 1 and is_free
            return _outermost(words, units, phrases, verbs, units[k].number, at) if is_subject else None
        verb = told_first(made, verb)
        of = verb.subject[0] if verb.of is None and verb.subject and verb.relation == "participle" else verb.of
        if verb.relation in {"participle", "relative"} and of is not None:
            return _outermost(words, units, phrases, verbs, of, at)
        behind_prep = verb.form == "gerund" and verb.unit > 1 and units[verb.unit - 1].kind == "prep"
        if verb.relation != "infinitive" and not behind_prep:
            return None
        k = verb.unit - 1 - behind_prep  # "refugees stuck in Mali after *fleeing* clashes have left"
    return None


def told_first(made: list[Made], one: Made) -> Made:
    """The verb to which "and" joins one, where both tell of a noun: "men *held* in Mali and facing trial have left"."""
    while one.relation == "coordinate" and one.form == "gerund" and one.parent is not None:
        one = made[one.parent]
    return one


def _outermost(  # noqa: PLR0913, PLR0917
    words: list[Word], units: list[Piece], phrases: list[Phrase], verbs: dict[int, Made], number: int, at: int
) -> int | None:
    """The phrase that a phrase hangs on: "*half* of the lamps"; None where a verb has it for its object."""
    for one in (phrases[number].same_as, number):
        if one is None:
            continue
        k = next((n for n in range(at - 1, -1, -1) if units[n].kind == "phrase" and units[n].number == one), None)
        if k is None:
            continue
        while k > 1 and units[k - 1].kind == "prep" and units[k - 2].kind == "phrase":
            k -= 2
        verb = verbs.get(k - 1)
        if verb is not None and verb.form == "gerund" and verb.relation == "participle" and verb.of not in {None, one}:
            return _outermost(words, units, phrases, verbs, verb.of, at)  # "the man *driving* the van towing the boat"
        is_object = (
            verb is not None
            and verb.form in {"finite", "infinitive"}
            and words[units[k - 1].head].low not in forms_in("said")
        )
        if not is_object and not (k and units[k - 1].kind == "prep"):
            return units[k].number
    return None


def _opening(
    words: list[Word], units: list[Piece], phrases: list[Phrase], verbs: dict[int, Made], k: int
) -> int | None:
    """The mark that opens the aside that a mark closes; what it is told of stands right before it."""
    mark = words[units[k].first].text
    if mark in {")", "]"}:
        return next(
            (j for j in range(k - 1, max(0, k - _NEAR), -1) if units[j].kind == "mark" and units[j].head == 1), None
        )
    if mark not in {",", "—", "–"}:
        return None
    for j in range(k - 2, max(0, k - _NEAR), -1):
        if units[j].kind != "mark" or words[units[j].first].text != mark or units[j - 1].kind != "phrase":
            continue
        if units[j + 1].kind == "phrase" and units[j - 1].number in phrases[units[j + 1].number].beside:
            continue  # "the box, with *boots, coats* and hats that they gave, left"
        inside = [verbs[n] for n in range(j + 1, k) if n in verbs]
        opener = units[j + 1].kind
        is_free = all(one.form == "gerund" or one.relation in _HANGING for one in inside)
        if mark != ",":
            return j  # "the men – *two of them were ill* – left"
        if [unit.kind for unit in units[j + 1 : j + 4]] == ["phrase", "prep", "relative"]:
            return j  # "the crews, *some of whom were ill*, left"
        if opener == "relative" or (opener == "verb" and inside[0].form in {"gerund", "participle"}) or (
            opener in {"phrase", "prep", "other"} and is_free
        ):  # fmt: skip
            return j
    return None


def subject_before_aside(
    words: list[Word], units: list[Piece], phrases: list[Phrase], made: list[Made], at: int
) -> int | None:  # fmt: skip
    """The subject that a speaker parts from its verb: "some of *the men*, officials say, had left"."""
    one = made[-1] if made else None
    dated = one is not None and at == one.unit + 3 and words[units[at - 2].first].low in MONTHS  # "*said Friday*, had"
    if one is None or (at != one.unit + 2 and not dated) or units[at - 1].kind != "mark" or one.form != "finite":
        return None
    opened = one.unit - 1
    while opened > 1 and units[opened].kind == "phrase" and units[opened - 1].kind == "prep":
        opened -= 2  # "officials *in Chad* say"
    if units[opened].kind != "phrase" or opened < 1 or units[opened - 1].kind != "mark":
        return None
    if not is_of_saying(words, units, one.unit) or words[units[opened - 1].first].text != ",":
        return None
    if opened > 1 and units[opened - 2].kind == "relative":  # "*a man* who, officials say, had left"
        return antecedent(words, units, phrases, opened - 2, units[at].first)
    first = max((m.unit for m in made[:-1]), default=-1) + 1
    bare = bare_phrases(units, phrases, first, opened - 1)
    return bare[0 if first == 0 else -1] if bare and opened > first + 1 else None


def is_of_saying(words: list[Word], units: list[Piece], at: int) -> bool:
    """Whether a verb tells that something is said, or how it seems: "police *said*", "it *emerged*"."""
    head = words[units[at].head]
    return head.low in forms_in("said") or (head.lemma in _SEEMS and words[units[at - 1].first].low == "it")


_SEEMS: Final = frozenset(("seem", "appear", "emerge", "transpire"))


def agrees(words: list[Word], phrases: list[Phrase], number: int, verb: int) -> bool:
    """Whether a phrase may be the subject of a verb by number: "an avalanche" not that of "were flown"."""
    phrase = phrases[number]
    is_one = words[phrase.first].low in {"a", "an"} and len(phrase.beside) < 2 and not phrase.preps
    head = words[phrase.head].low
    return not (is_one and words[verb].low in ARE and head not in PLURALS | _NUMBERS and not head.endswith("s"))


_NUMBERS: Final = frozenset("number group majority lot handful dozen couple third half few total series".split())


def subject_many(words: list[Word], phrases: list[Phrase], made: list[Made], at: int) -> int | None:
    """Those before a relative clause or a participle that a plural verb is of: "*men* hit when it fell *were* …"."""
    for one in reversed(made[-_NEAR:]):
        of = one.of if one.of is not None else next(iter(one.subject), None)
        if one.relation in {"relative", "participle"} and of is not None and one.unit < at and is_many(
            words, phrases, of
        ):  # fmt: skip
            return of
    return None


def _begins(units: list[Piece], phrases: list[Phrase], k: int) -> bool:
    """Whether a clause begins behind a piece: "… that *those*, who …", "it rained, but *a man* whose house …"."""
    return units[k].kind == "subordinator" or (
        units[k].kind == "conjunction" and units[k - 1].kind == "mark" and not joins_phrases(units, phrases, k)
    )


def subject_outside(  # noqa: PLR0913, PLR0917
    words: list[Word], units: list[Piece], phrases: list[Phrase], made: list[Made], between: list[Piece], form: str
) -> int | None:  # fmt: skip
    """The subject before a participle or a relative, and what hangs in it: "the boat that left Malta sank"."""
    if not made:
        return None
    found = _outside(words, units, phrases, made, between)
    is_open = found is None and form == "finite" and _leaves_open(words, units, made, between)
    return _opened_before(words, units, made) if is_open else found


def _opened_before(words: list[Word], units: list[Piece], made: list[Made]) -> int | None:
    """Who opens a clause and is told of in a relative or participle: "*a man* held as he left Bari is"."""
    for n, one in enumerate(made):
        of = one.of if one.relation == "relative" else next(iter(one.subject), None)
        if one.relation not in {"relative", "participle"} or of is None:
            continue
        at = next((k for k, unit in enumerate(units) if unit.kind == "phrase" and unit.number == of), None)
        if at is None:
            return None  # an owner, "*the club's* plan to move", is no piece of its own
        is_first = not n or (at > 0 and units[at - 1].kind == "subordinator")
        marks = any(unit.kind in {"mark", "conjunction"} for unit in units[at : made[-1].unit])
        free = is_first and not marks and at < one.unit and (not at or units[at - 1].kind != "prep")
        inside = (made[k].relation in _INSIDE or _says(words, units, made[k - 1]) for k in range(n + 1, len(made)))
        return of if free and all(inside) else None
    return None


def _says(words: list[Word], units: list[Piece], one: Made) -> bool:
    """Whether a verb may have what is said behind it with no "that"."""
    return words[units[one.unit].head].low in forms_in("said")


def _leaves_open(words: list[Word], units: list[Piece], made: list[Made], between: list[Piece]) -> bool:
    """Whether what stands before a verb is the last verb's own, so that another is its subject."""
    kinds = [unit.kind for unit in between]
    if not {"mark", "conjunction", "subordinator", "relative"}.isdisjoint(kinds) or kinds[-2:] == ["phrase", "phrase"]:
        return False
    return not _says(words, units, made[-1]) and words[units[made[-1].unit].head].low not in KNOWS


_INSIDE: Final = frozenset(("relative", "participle", "infinitive", "adverbial", "complement"))
KNOWS: Final = frozenset(
    "know knows knew known see sees saw seen hear hears heard feel feels felt think thinks thought believe believes "
    "believed hope hopes hoped learn learns learned learnt fear fears feared find finds found".split()
)


def _outside(
    words: list[Word], units: list[Piece], phrases: list[Phrase], made: list[Made], between: list[Piece]
) -> int | None:  # fmt: skip
    if made[-1].relation == "infinitive" and made[-1].parent is None and len(made) == 1:
        return _whose_infinitive(made[-1], between)
    is_closed = bool(between) and between[-1].kind == "mark"
    if not is_closed and (not _hangs(words, made[-1]) or (between and made[-1].relation == "adverbial")):
        return None
    first = made[-1].unit + 1
    if any(
        unit.kind in {"subordinator", "relative"}
        or (unit.kind == "conjunction" and not joins_phrases(units, phrases, first + k))
        for k, unit in enumerate(between)
    ):
        return None
    if len(between) > 1 and between[-1].kind == "phrase" and between[-2].kind == "mark":
        return None
    at = made[-1].unit
    for one in reversed(made):
        if is_closed and one.relation in {"infinitive", "complement", "adverbial", "coordinate"} and one.unit > 0:
            continue
        if not _hangs(words, one):
            return None
        at = one.unit
        earlier = max((m.unit for m in made if m.unit < at), default=-1)
        opened = next((k for k in range(at - 1, earlier, -1) if units[k].kind in {"subordinator", "relative"}), at)
        if one.relation == "adverbial" and (held := told_where(words, units, opened)) is not None:
            return held
        inside = bare_phrases(units, phrases, opened + 1, at)
        if inside and one.relation == "participle":
            return inside[0]  # "a deal under which *refugees* arriving in Greece could be sent back"
        begins = next((k + 1 for k in range(opened - 1, earlier, -1) if _begins(units, phrases, k)), earlier + 1)
        bare = bare_phrases(units, phrases, begins, at)  # "set fire to it and said that *those* who"
        if bare and (
            earlier < 0
            or is_closed
            or made[-1] is not one
            or words[units[earlier].head].low in forms_in("said")
            or any(_begins(units, phrases, k) or _parts(words, units, made, k) for k in range(earlier + 1, at))
        ):
            return one.of if one.of in bare else bare[0]  # "with fear gripping parents, *nurses* who left landed"
        if bare:
            return None
    return None


def _parts(words: list[Word], units: list[Piece], made: list[Made], k: int) -> bool:
    """Whether a mark closes a clause before a subject: "it rained*;* nurses held in Bari are ill"."""
    text = words[units[k].first].text if units[k].kind == "mark" else ""
    opened = units[0].kind in {"subordinator", "prep"} and sum(one.form == "finite" for one in made) < _TWO
    return (text == ";" or (text == "," and opened)) and units[k + 1].kind == "phrase"


_TWO: Final = 2


def _hangs(words: list[Word], one: Made) -> bool:
    """Whether a predicate tells more of a phrase before it: "trucks *that left*", "the mill *where* he *lives*"."""
    is_where = one.relation == "adverbial" and one.marker is not None and words[one.marker].low == "where"
    return is_where or one.relation in {"participle", "relative"}


def _whose_infinitive(one: Made, between: list[Piece]) -> int | None:
    """The subject that an infinitive hangs on: "the first *ship* to leave Malta sank"."""
    if not one.subject or any(unit.kind in {"mark", "conjunction", "subordinator", "relative"} for unit in between):
        return None
    return one.subject[0] if not between or between[-1].kind in {"phrase", "other"} else None


def is_made_to(words: list[Word], units: list[Piece], made: list[Made], between: list[Piece], at: int) -> bool:
    """Whether the object of "let" or "help" goes, as no other verb's subject: "to let *groups* travel to Oman"."""
    one = made[-1] if made else None
    verb = units[at]
    if one is None or verb.last - verb.first > 1 or "VB" not in verb_tags(words[verb.head].low):
        return False
    is_object = len(between) == 1 and between[0].kind == "phrase" and bool(one.objects)
    return is_object and words[units[one.unit].head].lemma in _MAKES


def opener_before(units: list[Piece], number: int) -> Piece | None:
    """What opens the clause of a subject that a relative clause parts from its verb: "said *that* a boat, which …"."""
    at = next((k for k, unit in enumerate(units) if unit.kind == "phrase" and unit.number == number), 0)
    return units[at - 1] if at and units[at - 1].kind == "subordinator" else None


def governor_before(made: list[Made], marker: Piece, units: list[Piece]) -> int | None:
    """The last verb before the word that opens a clause."""
    return next((n for n in range(len(made) - 1, -1, -1) if units[made[n].unit].first < marker.first), None)
