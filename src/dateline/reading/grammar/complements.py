"""What stands behind a verb and is its own: objects, particles and prepositional phrases."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.reading.amounts.numbers import units
from dateline.reading.grammar.antecedents import PLURALS
from dateline.reading.grammar.closed import CURRENCIES
from dateline.reading.grammar.coordination import joined_with, joins_phrases
from dateline.reading.grammar.pieces import STAYS_FINITE, is_when
from dateline.reading.hedging.listed import forms_in
from dateline.reading.text.forms import verb_tags
from dateline.reading.text.nouns import noun_classes
from dateline.reading.text.wordlists import words as listed

if TYPE_CHECKING:
    from dateline.reading.grammar.pieces import Piece
    from dateline.reading.grammar.subjects import Made
    from dateline.reading.grammar.syntax import Phrase, PrepPhrase, Word

__all__ = ["SHIFTS", "complements", "tells"]

_HOME_TO: Final = [",", "home", "to"]
_NOMINATIVE: Final = frozenset(("he", "she", "they", "we", "i"))
_CARRY_ON: Final = frozenset(("carry", "press", "push"))
_PARTICLES: Final = frozenset("out off back away up down home over ashore aground in on aside".split())


def _is_finite(words: list[Word], unit: Piece) -> bool:
    """Whether a verb cannot hang on the noun before it: it has an auxiliary, or is no participle."""
    if words[unit.first].tag == "auxiliary":
        return words[unit.first].low != "being"
    return verb_tags(words[unit.head].low).isdisjoint({"VBN", "VBG"})


def tells(words: list[Word], units: list[Piece], one: Made) -> bool:
    """Whether what stands behind a participle is said or thought: "the envoy, *confirming Roa was* in Lima, sat"."""
    is_parted = one.unit > 0 and units[one.unit - 1].kind == "mark"  # no "a man *claiming asylum* was flown"
    return is_parted and one.form == "gerund" and words[units[one.unit].head].low in forms_in("said")


def _is_home_of_doer(
    words: list[Word], phrases: list[Phrase], preps: list[PrepPhrase], one: Made, number: int
) -> bool:  # fmt: skip
    """Whether "from" is of whoever does it: "sailed *by two men from Oslo*"."""
    by = preps[one.preps[-1]] if one.preps else None
    prep = preps[number]
    if by is None or by.prep != "by" or prep.prep != "from" or prep.of is None or prep.of not in by.objects:
        return False
    head = words[phrases[prep.of].head]
    return head.tag == "noun" and "person" in noun_classes(head.low)


def _is_next(units: list[Piece], k: int, stop: int) -> bool:
    """Whether a phrase, with its own, is of the next verb: "with stocks running low, *rice from Togo* came"."""
    kinds = [unit.kind for unit in units[k + 1 : stop]]
    is_chain = bool(kinds) and kinds == ["prep", "phrase"] * (len(kinds) // 2)
    return is_chain and stop < len(units) and not units[stop].to


def _is_spoken(words: list[Word], units: list[Piece], k: int, stop: int) -> bool:
    """Whether a phrase, with what hangs on it, says what is before it: "…, *a source close to Roa* said"."""
    kinds = [unit.kind for unit in units[k + 1 : stop]]
    is_one = kinds == ["prep", "phrase"] * (len(kinds) // 2)
    return is_one and stop < len(units) and words[units[stop].head].low in forms_in("said")


SHIFTS: Final = frozenset(
    "send bring take expel deport export import deliver transfer ship carry return transport fly airlift smuggle"
    " evacuate move ferry march lead drive escort rush haul drag pull tow steer guide usher divert"
    " extradite repatriate relocate resettle".split()
)


_HANDS: Final = frozenset("give hand donate lend sell supply grant award offer present provide gift".split())


def _is_shifted(  # noqa: PLR0913, PLR0917
    words: list[Word], units: list[Piece], phrases: list[Phrase], one: Made, at: int, k: int
) -> bool:  # fmt: skip
    """Whether an object stands behind where it goes: "expelled to Chad *all the rebels*"."""
    phrase = phrases[units[k].number]
    is_to = words[units[k - 2].last - 1].low == "to"  # "handed over to Chad *a bronze*"
    head = words[phrase.head]
    return (
        not one.objects and not one.passive and k == at + 3 and units[k - 2].kind == "prep"
        and (words[units[at].head].lemma in SHIFTS or (words[units[at].head].lemma in _HANDS and is_to))
        and (words[phrase.first].tag in {"determiner", "number"} or head.low.endswith("s")) and head.tag == "noun"
    )  # fmt: skip


def _is_paid(  # noqa: PLR0913, PLR0917
    words: list[Word], units: list[Piece], phrases: list[Phrase], one: Made, at: int, k: int
) -> bool:  # fmt: skip
    """Whether a sum or goods stand behind who gets it: "gave the school *in Bari* *$2 million*"."""
    first, head = words[phrases[units[k].number].first], words[phrases[units[k].number].head]
    is_sum = (
        first.low in CURRENCIES
        or first.text[:1] in CURRENCIES
        or first.tag == "number"
        or (first.low == head.low and head.tag == "noun" and head.lemma in listed("frames", "cargo", "nouns"))
    )
    if len(one.objects) != 1 or not is_sum or words[units[at].head].lemma not in _PAYS:
        return False
    kinds = [u.kind for u in units[at + 1 : k]]
    if kinds == ["phrase", "mark", "phrase", "mark"]:  # "awarded *Paradise, California,* $7 million"
        return all(words[units[n].first].tag == "name" for n in (at + 1, at + 3))
    return kinds[-2:] == ["prep", "phrase"]


_PAYS: Final = frozenset("give grant award pay lend hand send offer promise owe loan wire allocate leave".split())


def _is_taken_in(words: list[Word], verb: Piece, phrases: list[Phrase], prep: PrepPhrase) -> bool:
    """Whether "in" is the verb's and people, planes or goods its object: "took *in 900 refugees*", "flew in kits"."""
    if prep.prep != "in" or not prep.objects or words[verb.head].lemma not in _LETS_IN:
        return False
    head = words[phrases[prep.objects[0]].head]
    classes = noun_classes(head.low)
    if words[verb.head].lemma in _BRINGS and units().get(head.low) in {"mass", "volume"}:
        return True  # "brought *in 90 tonnes* of sand"
    if words[verb.head].lemma in _BRINGS and classes & {"artifact", "food"} and head.lemma not in _PLACED:
        return head.tag == "noun" and (head.low.endswith("s") or head.lemma in listed("frames", "cargo", "nouns"))
    are_many = head.low.endswith("s") or head.low in PLURALS
    return head.tag == "noun" and bool(classes & {"person", "vehicle", "animal"}) and are_many


_BRINGS: Final = frozenset(("bring", "fly", "send", "ship", "truck", "ferry", "pump", "airlift"))
_PLACED: Final = frozenset(
    "box crate container bag case pack tin bottle sack suitcase carton batch part pipe lot".split()
)
_LETS_IN: Final = frozenset("take bring let fly call send ship truck ferry pump airlift".split())


_MOVED_BY: Final = {
    "up": frozenset(
        "back beat block blow break bring build burn buy call clean cut dig fill give hold keep lock open pick prop"
        " pull put round set shore snap take tear wind wrap".split()
    ),
    "down": frozenset(
        "bring burn chase close cut gun hunt knock lay pin pull put shoot shut strike take tear track turn".split()
    ),
    "off": frozenset(
        "block break call cordon cut drop fend fight finish head hold kick lay pay pull put seal sell send set show"
        " shut take touch ward write".split()
    ),
}  # fmt: skip
"""Verbs whose object stands behind such a word: no way leads up the bridge that is *blown up*."""


def complements(  # noqa: PLR0913, PLR0917
    words: list[Word],
    units: list[Piece],
    phrases: list[Phrase],
    preps: list[PrepPhrase],
    one: Made,
    at: int,
    stop: int,
) -> None:
    """Take the objects and prepositional phrases behind a verb, up to the next clause."""
    k = at + 1
    seen: set[int] = set()
    held = len(one.preps)  # behind a prepositional phrase stands no object
    after_comma = False
    opens = (
        one.marker is not None and one.relation == "adverbial" and _begins(units, one)
    )  # "*After it left*, a boat …"
    while k < stop:
        unit = units[k]
        is_ashore = unit.kind == "other" and words[unit.first].low == "ashore" and one.particle is None
        if is_ashore or (unit.kind == "other" and k == at + 1 and words[unit.first].low in _PARTICLES):
            one.particle = words[unit.first].low
        elif unit.kind == "phrase":
            if unit.number in seen:
                pass
            elif words[phrases[unit.number].head].low in _NOMINATIVE and (k > at + 1 or k + 1 == stop < len(units)):
                return  # "visited Kenya last year *he* said", "was cancelled *I* left": a clause of its own
            elif k + 1 == stop and stop < len(units) and not units[stop].to and (
                after_comma
                or ((one.objects or one.passive or tells(words, units, one)) and _is_finite(words, units[stop]))
            ):  # fmt: skip
                return  # the subject of the next verb
            elif after_comma and (
                _is_spoken(words, units, k, stop)
                or (one.form == "gerund" and _is_next(units, k, stop))
                or (opens and phrases[unit.number].same_as is None and stop < len(units))
            ):
                return
            elif (
                (not after_comma or _is_paid(words, units, phrases, one, at, k))
                and len(one.objects) < 2
                and (
                    len(one.preps) == held
                    or _is_shifted(words, units, phrases, one, at, k)
                    or _is_paid(words, units, phrases, one, at, k)
                )
                and not (
                    is_when(words, phrases[unit.number], one.objects)
                    and words[units[at].head].lemma not in {"spend", "be"}
                )
            ):
                one.objects.append(joined_with(phrases, unit.number))
                seen.update(joined_with(phrases, unit.number))
        elif unit.kind == "prep" and [word.low for word in words[unit.first - 1 : unit.last]] == _HOME_TO:
            seen.update(preps[unit.number].objects)  # "left Lyon, *home to a zoo*, for Bari"
        elif unit.kind == "prep":
            if k == at + 1 and words[unit.head if unit.head >= 0 else unit.first].low == "on" and (
                words[units[at].head].lemma in _CARRY_ON and unit.last - unit.first > 1
            ):  # fmt: skip
                one.particle = "on"  # "the jet carried *on to* Lima"
            if k == at + 1 and not preps[unit.number].objects and words[units[at].head].lemma in _LETS_IN and (
                words[unit.first].low == "in"
            ):  # fmt: skip
                one.particle = "in"  # "have been *brought in* to pick fruit"
            elif k == at + 1 and preps[unit.number].objects and not one.passive and unit.last - unit.first == 1 and (
                words[units[at].head].lemma in _MOVED_BY.get(words[unit.first].low, ())
            ):  # fmt: skip  # but no "headed *off to Lima*"
                one.particle = words[unit.first].low  # "blew *up a bridge*"
                one.objects.append(preps[unit.number].objects)
            elif k == at + 1 and _is_taken_in(words, units[at], phrases, preps[unit.number]):
                one.particle = "in"
                one.objects.append(preps[unit.number].objects)
            elif after_comma and words[unit.first].low == "among" and preps[unit.number].objects and (
                words[phrases[preps[unit.number].objects[0]].head].low in {"them", "those"}
            ):  # fmt: skip
                return  # "had come from afar, *among them 120* from Oregon"
            elif words[units[at].head].lemma not in STAYS_FINITE or not (
                _is_home_of_doer(words, phrases, preps, one, unit.number)
            ):  # fmt: skip
                one.preps.append(unit.number)
            seen.update(preps[unit.number].objects)
        elif unit.kind in {"subordinator", "relative"}:
            return
        elif unit.kind == "conjunction":
            then = next((u.kind for u in units[k + 1 : min(k + 3, stop)] if u.kind != "other"), "")
            if not joins_phrases(units, phrases, k) and then != "prep":  # "to Lyon and *then to* Nice"
                return
        elif unit.kind == "mark":
            if words[unit.first].text in {";", ":", ".", "!", "?"}:
                return
            after_comma = True
            k = _past_absolute(words, units, k, stop)
        k += 1


def _begins(units: list[Piece], one: Made) -> bool:
    """Whether a clause opens its sentence, or what "that" or "but" opens: "said that *even as they slept*, …"."""
    k = next((k for k, unit in enumerate(units) if unit.first == one.marker), 0) - 1
    while k >= 0 and units[k].kind == "other":
        k -= 1
    return one.parent is None or units[k].kind in {"subordinator", "conjunction"}


def _past_absolute(words: list[Word], units: list[Piece], k: int, stop: int) -> int:
    """Past how somebody or something is, up to where the way goes on: "towed it, *its engine dead*, into the port"."""
    if k + 1 >= stop or units[k + 1].kind != "phrase" or words[units[k + 1].first].low not in _WHOSE:
        return k
    closed = next((n for n in range(k + 2, min(stop - 1, k + 10)) if units[n].kind == "mark"), k)
    goes_on = units[closed + 1].kind == "prep" and words[units[closed + 1].first].low in _WHITHER
    return closed if goes_on else k


_WHOSE: Final = frozenset(("its", "his", "her", "their"))
_WHITHER: Final = frozenset(("to", "into", "onto", "from", "toward", "towards", "through"))
