"""What may fill the slots of a frame: whatever moves, goods, and the whole words that name it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from dateline.reading.amounts.numbers import measured, units
from dateline.reading.events.find import Find
from dateline.reading.events.grounds import ORDINALS, counted, toponym_of
from dateline.reading.grammar.pieces import MONTHS
from dateline.reading.places.cues import is_given
from dateline.reading.text.classes import classes_of
from dateline.reading.text.nouns import noun_classes
from dateline.reading.text.wordlists import words
from dateline.reading.things.roads import is_numbered_road

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.reading.events.frame_table import Frame
    from dateline.reading.events.reading import Reading
    from dateline.reading.grammar.syntax import Phrase, Word
    from dateline.story.model import Span

__all__ = [
    "NEVER_MOVE", "STRONG", "answers_calls", "are_goods", "classes_at", "is_called", "is_of_money", "is_sum",
    "is_weighed", "make_find", "may_fill", "named_as", "whole",
]  # fmt: skip

_IS_YEAR: Final = re.compile(r"(?:19|20)\d\d").fullmatch
NEVER_MOVE: Final = frozenset(
    "communication cognition time attribute event act state feeling relation motive possession process shape location"
    " tops".split()
)
_MOVE: Final = frozenset(
    "person animal vehicle weather troupe artifact group substance food plant phenomenon quantity object".split()
)
STRONG: Final = frozenset(("arms", "cargo", "drug"))
_MEASURES: Final = frozenset(("mass", "volume", "energy", "packing", "money"))
_SUMS: Final = frozenset(
    "aid assistance loan grant donation credit gift package ransom payment bribe fine investment fund injection subsidy"
    " bailout instalment installment contribution sum".split()
)  # "a loan of $4 million"
_LOTS: Final = frozenset(("acre", "hectare", "plot", "farmland"))  # land that changes hands
_WAVES: Final = frozenset("wave waves storm flood tide torrent swarm stream outbreak spate flurry shower".split())
_TITLES: Final = frozenset(("secretary", "minister", "director", "undersecretary"))
_OFFICES: Final = frozenset(
    "state defense defence health finance interior justice energy labor labour commerce education transportation"
    " agriculture".split()
)
_SOME: Final = frozenset(("some", "many", "several", "few", "both", "most", "any"))
_HELD: Final = frozenset("event act time communication cognition group".split())  # what is no person and no ship
_SINGLE: Final = 2  # words of "the Senate"
_BANDS: Final = frozenset("team crew delegation family party gang band squad army force fleet contingent".split())
_COUNTS: Final = frozenset(
    "thousands hundreds dozens scores millions tens group convoy fleet contingent detachment column member members pair"
    " couple trio handful majority wave waves stream torrent".split()
)


@cache
def _currencies() -> frozenset[str]:
    """Words of money, one and many, but for those that mean other things as well."""
    many = words("quantities", "currencies", "words") - {"pounds", "won", "cents", "reais", "birr"}
    return many | {word.removesuffix("s") for word in many}


def classes_at(here: Reading, number: int) -> frozenset[str]:
    """What a phrase names; of "40 tonnes of wheat" the wheat."""
    of = counted(here, number)
    head = here.made.words[here.made.phrases[of].head]
    classes = noun_classes(head.low if head.tag != "number" else here.head(number))  # "a *crowd* of about 300"
    if head.text == "march":
        return classes | {"troupe"}  # "the *march* went from Selma to Montgomery"
    if _is_of_a_storm(here, of):
        return classes | {"weather"}
    if _is_train(here, of) or answers_calls(here, of):
        return classes | {"vehicle"}
    if head.lemma == "company" and here.made.words[here.made.phrases[of].head - 1].low in _STAGES:
        return classes | {"person"}  # "the *ballet company* performed in Lima"
    if head.tag == "name" and of != number and (named := named_as(here, here.made.phrases[of]) & _NAMED):
        return classes | named  # "the eye of *Hurricane Elena*"
    if head.tag == "name" and "person" not in classes:
        is_people = any(t.start == head.start and t.sort == "demonym" for t in here.toponyms)
        if is_people or (of != number and not classes):
            return classes | {"person"}  # "millions of *Ukrainians*", "hundreds of *Rohingya*"
    return classes


def named_as(here: Reading, phrase: Phrase) -> frozenset[str]:
    """What a name says of itself: "Hurricane Ines" a storm, "the Lena frigate" a ship."""
    return frozenset().union(*(noun_classes(word.low) for word in here.made.words[phrase.first : phrase.last]))


def _is_train(here: Reading, number: int) -> bool:
    """Whether a phrase is of one train or bus by the line it runs on: "a *passenger service* bound for Lyon"."""
    phrase = here.made.phrases[number]
    return here.head(number) == "service" and here.made.words[phrase.head - 1].low in _RAIL


def answers_calls(here: Reading, number: int) -> bool:
    """Whether a phrase is of what comes to a crash or a fire: "two ambulances", "a *fire engine*", "patrol *cars*"."""
    phrase = here.made.phrases[number]
    before = {word.low for word in here.made.words[phrase.first : phrase.head]}
    lemma = here.made.words[phrase.head].lemma
    return lemma == "ambulance" or (lemma in _CALLED_OUT and not (_HELPING | _ON_DUTY).isdisjoint(before))


def _is_crew(here: Reading, number: int) -> bool:
    """Whether a phrase is of those who come to help or go together: "emergency *services*", "a wedding *party*"."""
    phrase = here.made.phrases[number]
    if here.lemma(number) not in _CREWS:
        return False
    before = (word.low for word in here.made.words[phrase.first : phrase.head])
    return not (_HELPING | _PARTIES if here.lemma(number) == "party" else _HELPING).isdisjoint(before)


_STAGES: Final = frozenset("ballet dance theatre theater opera circus acting touring puppet".split())
_RAIL: Final = frozenset(("passenger", "train", "rail", "freight", "express", "bus", "coach", "ferry"))
_NAMED: Final = frozenset(("vehicle", "weather"))
_CREWS: Final = frozenset(("service", "department", "responder", "vehicle", "crew", "authority", "party"))
_CALLED_OUT: Final = frozenset("engine appliance truck vehicle car van tender boat unit".split())
_ON_DUTY: Final = frozenset(("patrol", "response", "squad"))
_HELPING: Final = frozenset("emergency ambulance fire rescue police medical first coastguard search".split())
_PARTIES: Final = frozenset("advance landing boarding raiding hunting climbing scouting royal wedding school".split())


def is_called(here: Reading, phrase: Phrase) -> bool:
    """Whether a name is a person's by what stands before it: "Chief Constable *Ana Price*", no "Elm Road"."""
    before = here.made.words[phrase.first : phrase.head]
    return here.made.words[phrase.head].tag == "name" and any(
        word.tag == "name" and (is_given(word.low) or "person" in noun_classes(word.low)) for word in before
    )


_EACH_OF: Final = frozenset(("all", "both", "none"))


def may_fill(here: Reading, number: int, allowed: frozenset[str]) -> bool:
    """Whether a phrase may stand in a slot: by what it names, of a number or a group by what is counted."""
    phrase = here.made.phrases[number]
    head = here.made.words[phrase.head]
    if head.tag == "pronoun":
        if head.low in {"anything", "nothing", "something", "there", "what"}:
            return False
        return not allowed or "person" in allowed or head.low in {"it", "them", "they"}
    is_alone = counted(here, number) == number and phrase.last - phrase.first == 1  # "*all* were flown to Lima"
    if head.tag == "determiner" and (head.low in {"other", "another"} or (head.low in _EACH_OF and is_alone)):
        return not allowed or bool(allowed & {"person", "vehicle"})  # "while *the other* flew to Oslo"
    if here.made.words[phrase.first].low in MONTHS and here.made.words[phrase.last - 1].tag == "number":
        return False  # "begins on *May 3*, with stops in Oslo"
    if head.low in MONTHS and head.low.endswith("day") and phrase.last - phrase.first == 1:
        return False  # "died *Sunday* at a hospital"
    if head.tag == "number" and head.low.endswith(("km", "mi", "ft")):
        return False  # "deployed *20km* away"
    if head.lemma == "delivery" and phrase.head > phrase.first:  # "*food deliveries* reached"
        kind = here.made.words[phrase.head - 1]
        return kind.tag == "noun" and bool(noun_classes(kind.low) & {"food", "substance", "artifact", "possession"})
    of = here.made.preps[phrase.preps[0]] if phrase.preps and head.low in _WAVES else None
    if of is not None and of.prep == "of" and of.objects:
        return may_fill(here, of.objects[0], allowed)  # "a wave of protests", "a swarm of locusts"
    if (
        here.head(counted(here, number)) in words("frames", "no_trigger", "subjects")
        and not (is_called(here, phrase) or _is_train(here, counted(here, number)))
    ) or (head.tag != "name" and is_sum(here, number)):
        return False
    if head.tag == "name" and is_numbered_road(head.text) and "vehicle" not in named_as(here, phrase):
        return False
    if head.tag == "name":
        is_craft = bool(named_as(here, phrase) & {"vehicle", "weather"})  # "the shuttle Endeavour"
        if frozenset() < noun_classes(head.low) <= {"event", "act", "time"} and not (is_given(head.low) or is_craft):
            return False  # "this week's Coast Cup", "the Vienna Tournament"
        is_the = here.made.words[phrase.first].low in {"the", "this", "that"} and phrase.last - phrase.first > _SINGLE
        is_held = frozenset() < noun_classes(head.low) <= _HELD and not named_as(here, phrase) & allowed
        if is_the and allowed and is_held and not is_given(head.low):
            return False  # "hosted *the Lima Conference*"
        toponym = toponym_of(here, number)
        return (toponym is None or toponym.stands_for in {"team", "people"} or _is_craft(here, phrase)) and (
            not allowed or bool(allowed & {"person", "vehicle"}) or bool(named_as(here, phrase) & allowed)
        )
    if _is_measured_out(head):
        return False  # "will get *80MW* from Zambia"
    if head.tag == "number" and phrase.last - phrase.first == 1 and _IS_YEAR(head.low):
        return False  # "on May 6, *2020*, on a flight to …"
    if (head.tag == "number" or head.low in ORDINALS) and counted(here, number) == number:
        return not allowed or "person" in allowed  # "all three were taken to …"
    if head.tag == "number" and here.made.words[here.made.phrases[counted(here, number)].head].tag == "number":
        return not allowed or "person" in allowed  # "seven of the eight were in Lima"
    if head.low == "one" and here.made.words[phrase.first].low in {"this", "that"}:
        return False  # "*this one* is in Elm Street": a shop
    behind = [word.low for word in here.made.words[phrase.last : phrase.last + 2]]
    if behind in (["of", "which"], ["of", "it"]) and head.low in {*_SOME, "all", "much"}:
        return False  # "oxygen, *most of which* is brought from Guinea", "*most of it* goes to Oman"
    if head.low in _SOME and phrase.last - phrase.first == 1 and counted(here, number) == number:
        return not allowed or "person" in allowed  # "*some* flew to …"
    if here.made.words[phrase.first].low == "those" and here.made.words[phrase.first - 1].low in {"than", "like", "as"}:
        return False  # "soybeans are cheaper than *those coming* from Peru"
    if head.low == "those" and counted(here, number) == number:
        return not allowed or "person" in allowed  # "*those* rescued were flown to …"
    if (head.tag == "determiner" and counted(here, number) == number) or head.low in {"there", "this", "that"}:
        return False
    classes = classes_at(here, number)
    if "person" in allowed and _is_crew(here, number):
        return True
    whose = here.made.phrases[counted(here, number)]
    if not classes and here.made.words[whose.first].low == "those":
        return not allowed or "person" in allowed  # "*those rescued* were flown to …"
    if here.made.words[here.made.phrases[counted(here, number)].head].tag == "pronoun":
        return not allowed or "person" in allowed  # "some of them"
    if allowed:
        return bool(classes & allowed) and not (classes <= NEVER_MOVE)
    return not classes or bool(classes & _MOVE)


def _is_craft(here: Reading, phrase: Phrase) -> bool:
    """Whether a name that is a place's as well is a ship's by the noun before it: "the *destroyer* Lima"."""
    before = here.made.words[phrase.head - 1] if phrase.head > phrase.first else None
    return before is not None and before.tag == "noun" and "vehicle" in noun_classes(before.low)


def whole(here: Reading, numbers: Sequence[int]) -> Span:
    """The words of coordinated phrases, and of what a number or a group is of; a name for what stands beside it."""
    named = here.made.phrases[numbers[0]].same_as
    is_named = named is not None and here.made.words[here.made.phrases[named].head].tag == "name"
    if len(numbers) == 1 and named is not None and is_named and not is_sum(here, numbers[0]):
        numbers = (named,)  # "Ana Roa, *the envoy*, who went to …"
    start, end = here.span(numbers[0])[0], here.span(numbers[-1])[1]
    phrase = here.made.phrases[numbers[-1]]
    first = here.made.words[here.made.phrases[numbers[0]].first]
    then = here.made.words[here.made.phrases[numbers[0]].first + 1].low if first.end < end else ""
    if first.low in {"no", "neither"} and then not in {"", "fewer", "less", "more", "one"}:  # no "*no fewer* than 90"
        start = here.made.words[here.made.phrases[numbers[0]].first + 1].start  # "no *forces* returned"
    start = _of_state(here, numbers[0], start)
    if phrase.preps and here.made.words[phrase.head].low in _TITLES:
        prep = here.made.preps[phrase.preps[0]]
        if prep.prep == "of" and prep.objects and _of_state(here, prep.objects[0], -1) >= 0:
            return start, here.span(prep.objects[0])[1]  # "Secretary of State Ana Roa"
    head = here.made.words[phrase.head]
    if phrase.preps and (
        head.tag == "number" or counted(here, numbers[-1]) != numbers[-1]
        or noun_classes(head.low) & {"quantity", "group"} or head.low in _COUNTS
        or (noun_classes(head.low) & {"artifact"} and here.made.words[phrase.first].tag == "number")
        or head.lemma in words("frames", "loads", "nouns")
        or (head.lemma in _BANDS and _is_numbered(here, here.made.preps[phrase.preps[0]].objects[:1]))
        or (head.lemma in _SUMS and is_sum(here, here.made.preps[phrase.preps[0]].objects[0]))
    ):  # fmt: skip
        prep = here.made.preps[phrase.preps[0]]
        is_priced = prep.prep == "worth" and is_sum(here, numbers[-1])  # "$9m *worth of maize*"
        is_time = bool(prep.objects) and here.head(prep.objects[0]) in MONTHS
        is_in = prep.prep == "in" and (not is_sum(here, numbers[-1]) or counted(here, numbers[-1]) != numbers[-1])
        is_in = is_in and not (prep.objects and here.head(prep.objects[0]) in _TERMS)  # "sell 90 jets *in a deal*"
        if (
            (prep.prep == "of" or is_in or is_priced)  # "$9m *in aid*", not "invested $9m *in a port*"
            and prep.objects
            and not is_time
            and toponym_of(here, prep.objects[0]) is None
        ):
            inner = prep.objects[-1]  # "the shipment of 90 tonnes *of rice*"
            end = max(here.span(n)[1] for n in (inner, counted(here, inner), counted(here, numbers[-1])))
    if phrase.preps and head.low in words("reference", "person", "roles"):
        prep = here.made.preps[phrase.preps[0]]
        if prep.prep == "of" and prep.first == phrase.last and len(prep.objects) == 1:
            end = max(end, here.span(prep.objects[0])[1])  # "the mayor *of Lima*", "the Bishop *of Ely*"
    owner = here.made.phrases[numbers[0]].owner
    if owner is not None and here.made.phrases[owner].first < here.made.phrases[numbers[0]].first:
        start = here.span(owner)[0]
    return start, end


_TERMS: Final = frozenset(
    "deal deals swap exchange package bid effort campaign operation raid attack month year".split()
)


def _of_state(here: Reading, number: int, start: int) -> int:
    """Where the title begins of which a name has the last word: "the *Secretary of* State Ana Roa"."""
    first = here.made.phrases[number].first
    run = [word.low for word in here.made.words[first - 2 : first + 1]] if first > 1 else []
    if len(run) < 3 or run[0] not in _TITLES or run[1] != "of" or run[2] not in _OFFICES:
        return start
    titled = next((n for n, phrase in enumerate(here.made.phrases) if phrase.last == first - 1), None)
    return start if titled is None else here.span(titled)[0]


def _is_numbered(here: Reading, numbers: Sequence[int]) -> bool:
    """Whether a phrase counts those who make up a band: "a team *of six doctors*", "a family *of four*"."""
    phrases = (here.made.phrases[number] for number in numbers)
    return any(word.tag == "number" for one in phrases for word in here.made.words[one.first : one.last])


def is_sum(here: Reading, number: int) -> bool:
    """Whether a phrase is a sum: by a currency's sign or name, also in "a total *of $9 million*"."""
    phrase = here.made.phrases[number if here.head(number) not in _TOTALS else counted(here, number)]
    return any(map(is_of_money, here.made.words[phrase.first : phrase.last]))


def is_of_money(word: Word) -> bool:
    """Whether a word is a currency's sign or name."""
    return word.text == "¥" or word.text[:1] in _SIGNS or word.low in _currencies()


_SIGNS: Final = frozenset("$€£")
_TOTALS: Final = frozenset(("total", "sum"))


def _is_of_a_storm(here: Reading, number: int) -> bool:
    """Whether a phrase is of weather by the word before its head: "a *storm* cell"."""
    phrase = here.made.phrases[number]
    before = here.made.words[phrase.head - 1] if phrase.head > phrase.first else None
    return before is not None and here.lemma(number) in _CELLS and "weather" in noun_classes(before.low)


_CELLS: Final = frozenset(("cell", "system", "surge", "cloud", "band", "front", "remnant"))
_MADE: Final = frozenset(("parts", "works"))  # "spare *parts*", "*works* by Goya"
_FARES: Final = frozenset(("flight", "ticket", "fare", "seat"))


def are_goods(here: Reading, numbers: Sequence[int], allowed: frozenset[str]) -> bool:
    """Whether phrases are goods of the classes allowed; not those who move, with what they have."""
    first = here.made.words[here.made.phrases[counted(here, numbers[0])].head]
    if first.low == "blocks" and here.made.words[here.made.phrases[numbers[0]].first].tag == "determiner":
        return False  # "moved a few *blocks* to the square"
    if first.tag == "noun" and first.lemma in words("frames", "classes", "person"):
        return False  # "soldiers and tents": those who move, with what they have
    if first.tag == "noun" and len(numbers) > 1 and noun_classes(first.low) == {"person"}:
        return False  # "100 instructors and an air defence system"
    return any(_is_goods(here, number, allowed) for number in numbers)


def is_weighed(here: Reading, number: int) -> bool:
    """Whether a phrase is of a weight or a volume: "3 tonnes", "thousands of *tonnes* of grit"."""
    behind = here.made.phrases[number].preps[:1]
    inner = [o for n in behind if here.made.preps[n].prep == "of" for o in here.made.preps[n].objects[:1]]
    return any(measured(here.head(one)) in {"mass", "volume"} for one in (number, *inner))


def _is_goods(here: Reading, number: int, allowed: frozenset[str]) -> bool:
    if _is_need(here, number):
        return True
    if is_sum(here, number) and "possession" in allowed:
        return here.lemma(number) not in _FARES  # "$5 flights"
    if (of := counted(here, number)) != number and is_weighed(here, number):
        return "person" not in noun_classes(here.head(of))  # "3 tonnes of *scales*"
    number = of
    head = here.made.words[here.made.phrases[number].head]
    if _is_of_a_storm(here, number):
        return False
    if head.tag == "name" and any(letter.isdigit() for letter in head.text):
        if is_numbered_road(head.text):
            return False  # "took the *A9* north from Perth"
        return toponym_of(here, number) is None  # "F-16s", "737s"
    if head.tag == "name" and head.text.isupper() and (
        noun_classes(head.low) & allowed or units().get(head.low) in _MEASURES
    ):  # fmt: skip
        return toponym_of(here, number) is None  # "LNG", "200 MW"
    named = head.tag == "name" and here.made.words[here.made.phrases[number].first].tag == "number"
    if named and head.low.endswith("s") and "person" not in noun_classes(head.low) and "vehicle" in allowed:
        return all(t.start != head.start for t in here.toponyms)  # "50 *Land Rovers*"
    if head.tag == "noun" and not noun_classes(head.low) and head.low.endswith("s") and "artifact" in allowed:
        return here.made.words[here.made.phrases[number].first].tag == "number"  # "300 oxygen *concentrators*"
    is_none = head.lemma in words("frames", "no_goods", "nouns") and head.low not in _MADE
    if head.tag in {"pronoun", "name", "determiner"} or is_none:
        return False
    phrase = here.made.phrases[number]
    is_all = here.made.words[phrase.first].low == "the" and all(here.made.preps[n].prep != "of" for n in phrase.preps)
    if _is_measured_out(head):
        return True  # "sells *80MW* to Namibia"
    if head.tag == "number" and (is_all or not phrase.preps):
        return False  # "brought *the four* to Bari": people
    if units().get(head.low) in _MEASURES or ("vehicle" in allowed and head.lemma in _LOTS):
        return True  # "moved 3 tonnes": whatever it is of
    classes = classes_at(here, number)
    if toponym_of(here, number) is not None and head.tag == "name":
        return False
    made = {"artifact", "act"} if "act" in allowed else {"artifact"}
    if "person" in classes or ("communication" in classes and not classes & made):
        return False
    return bool(classes & allowed) or ("artifact" in allowed and bool(classes_of(head.low) & STRONG))


def _is_measured_out(head: Word) -> bool:
    """Whether a number has its unit glued to it, of what passes on: "*80MW*", "3t"."""
    return head.tag == "number" and measured(head.low) in _MEASURES


def _is_need(here: Reading, number: int) -> bool:
    """Whether a share of what somebody needs is given: "supplied 40% of Peru's *gas needs*"."""
    need = counted(here, number)
    phrase = here.made.phrases[need]
    before = here.made.words[phrase.head - 1] if phrase.head > phrase.first else None
    return (
        need != number and before is not None and here.lemma(need) in {"demand", "need", "requirement", "consumption"}
        and before.lemma in words("frames", "cargo", "nouns")
    )  # fmt: skip


def make_find(  # noqa: PLR0913
    here: Reading, kind: str, word: int, frame: Frame, *, is_noun: bool = False, claim: str | None = None,
    **roles: Sequence[Span],
) -> Find:  # fmt: skip
    """Make a find of a word that tells, with the words in its roles."""
    first, last = here.sentence
    inside = all(first <= span[0] < last for spans in roles.values() for span in spans)
    return Find(
        kind=kind,  # type: ignore[arg-type]
        trigger=here.trigger(word),
        evidence=here.sentence,
        roles={role.rstrip("_"): tuple(spans) for role, spans in roles.items()},
        claim=claim,
        rule=frame.name,
        is_noun=is_noun,
        basis="explicit" if inside else "inferred",
    )
