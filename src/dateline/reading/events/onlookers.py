"""Who is somewhere by what others do to them there: who is seen, held or waits for what is to be done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.reading.events.fillers import classes_at
from dateline.reading.events.frame_table import by_verb
from dateline.reading.events.grounds import IN, places_of, toponym_of
from dateline.reading.events.slots import argument
from dateline.reading.text.nouns import noun_classes
from dateline.reading.text.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.reading.events.reading import Reading
    from dateline.reading.grammar.syntax import Predicate, PrepPhrase
    from dateline.story.model import Span

__all__ = [
    "CAPTIVES", "WAITS", "are_forces", "captive", "cleft", "is_awaited", "is_caught_in", "is_cleft", "is_company",
    "is_crowd", "is_held_up", "is_prisoner", "is_put_under", "is_seen_there", "out_in",
    "past_what_they_are", "seen_doing", "told_with",
]  # fmt: skip

_SEES: Final = frozenset(("saw", "seen", "seeing"))
_EYES: Final = frozenset("see spot sight photograph film observe notice glimpse detect encounter".split())
_SCRAPES: Final = frozenset(
    "crossfire crush avalanche landslide traffic fighting clashes gunfire stampede explosion earthquake".split()
)
CAPTIVES: Final = frozenset("hostage hostages captive captives prisoner prisoners".split())
"""Who is held by others."""
_REMAINS: Final = frozenset(("remain", "stay", "lie", "sit", "stand"))
WAITS: Final = frozenset(("wait", "queue", "gather", "queue_up", "line_up"))
_FILMS: Final = frozenset("camera cameras film video tape cctv footage webcam webcams".split())
_UNDER: Final = frozenset("arrest guard surveillance observation protection lockdown supervision care".split())
_THERE_AS: Final = frozenset(
    "prisoner captive hostage inmate patient passenger stowaway castaway detainee guest visitor tourist spectator"
    " onlooker bystander attendee evacuee contestant competitor participant holidaymaker vacationer".split()
)
_STREETS: Final = frozenset("street square road barricade water rooftop".split())
_HELD_UP: Final = frozenset(("to", "back", "off", "up", "from"))  # "held them *to* a draw", "kept fans *from* …"


def captive(here: Reading, predicate: Predicate) -> tuple[int, ...]:
    """Who is held, where "hostage" only says as what: "held *him* hostage in Gaza"."""
    if not predicate.objects or here.head(predicate.objects[-1][-1]) not in CAPTIVES:
        return ()
    return predicate.subject if predicate.passive else predicate.objects[0] if len(predicate.objects) > 1 else ()


def is_stuck(here: Reading, predicate: Predicate, stuck: Sequence[str]) -> bool:
    """Whether those who are helped could not get away by a word before their noun: "two *stranded* climbers"."""
    numbers = argument(predicate, "obj")
    phrase = here.made.phrases[numbers[-1]] if numbers else None
    return phrase is not None and any(word.low in stuck for word in here.made.words[phrase.first : phrase.head])


def is_seen_there(here: Reading, predicate: Predicate) -> bool:
    """Whether a verb has somebody for its object and means it: "*saw* two men", no "*held* Leeds to a draw"."""
    has_been = any(word.low == "have" for word in here.made.words[predicate.group[0] : predicate.word])
    if predicate.passive or not predicate.objects or (predicate.form == "infinitive" and not has_been):
        return False  # not "hopes *to see* them", but "claims to *have seen* the man in Lima"
    if predicate.lemma == "see" and here.made.words[predicate.word].low not in _SEES:
        return False  # "we *see* people in Oslo who …"
    phrase = here.made.phrases[predicate.objects[-1][-1]]
    if predicate.lemma == "find":
        return any(True for _ in seen_doing(here, predicate))  # "found him *wandering* in Yuma"
    if predicate.lemma in _EYES:
        return not predicate.subject or _has_eyes(here, predicate.subject[-1])
    if predicate.lemma == "keep" and "person" not in classes_at(here, predicate.objects[-1][-1]):
        return here.made.words[phrase.head].tag == "pronoun"  # "locals *keep* bees in Devon"
    return here.made.words[phrase.head].tag != "name" and not is_held_up(here, predicate)


def _has_eyes(here: Reading, number: int) -> bool:
    """Whether somebody or something may see: "a camera filmed two men", no "*counties* saw populations grow"."""
    head = here.made.words[here.made.phrases[number].head]
    if head.tag == "name":
        return toponym_of(here, number) is None
    return head.tag == "pronoun" or bool(noun_classes(head.low) & {"person", "artifact", "vehicle", "animal"})


def is_held_up(here: Reading, predicate: Predicate) -> bool:
    """Whether what stands behind an object gives "hold" or "keep" another sense: "held Leeds *to* a draw"."""
    if predicate.passive or not predicate.objects:
        return False
    last = here.made.phrases[predicate.objects[-1][-1]].last
    return last < len(here.made.words) and here.made.words[last].low in _HELD_UP


def is_put_under(here: Reading, predicate: Predicate) -> bool:
    """Whether what somebody is put under stands right behind a verb: "placed *under house arrest* in Lima"."""
    first = next((here.made.preps[n] for n in predicate.preps if here.made.preps[n].first == predicate.group[1]), None)
    return first is not None and first.prep == "under" and any(here.head(o) in _UNDER for o in first.objects)


def is_prisoner(here: Reading, predicate: Predicate) -> bool:
    """Whether what somebody is says that they are somewhere: "are *prisoners* in Goma", "was a guest at"."""
    if predicate.passive or len(predicate.objects) != 1:
        return False
    phrase = here.made.phrases[predicate.objects[0][0]]
    return here.lemma(predicate.objects[0][0]) in _THERE_AS or any(
        word.low == "guest" for word in here.made.words[phrase.first : phrase.head]
    )  # "was a *guest speaker* at a fair in Lima"


def are_forces(here: Reading, number: int) -> bool:
    """Whether somebody is had or kept somewhere: troops, or a number of men that was told before."""
    told = _of_those_before(here, number)
    return here.lemma(told) in words("frames", "forces", "nouns") or (told != number and here.lemma(told) in _MEN)


_MEN: Final = frozenset(("man", "woman", "people", "person"))


def _of_those_before(here: Reading, number: int) -> int:
    """The phrase that says what a number alone counts: the men of "withdrew *9,000 men* and left *3,000* in Texas"."""
    phrase = here.made.phrases[number]
    if here.made.words[phrase.head].tag != "number" or any(here.made.preps[n].prep == "of" for n in phrase.preps):
        return number
    counted = (
        n for n in range(number - 1, -1, -1)
        if here.made.words[here.made.phrases[n].first].tag == "number"
        and here.made.words[here.made.phrases[n].head].tag == "noun"
    )  # fmt: skip
    return next(counted, number)


def past_what_they_are(here: Reading, predicate: Predicate) -> int:
    """The first word behind what somebody is: behind "honour" of "was a guest of honour at a dinner in Lima"."""
    last = here.made.phrases[predicate.objects[0][0]].last
    return next((one.last for one in here.made.preps if one.first == last and one.prep == "of"), last)


def cleft(here: Reading, predicate: Predicate) -> list[Span]:
    """Where "it was there that" puts what is told behind it: "it was *in Lima* that he was seen"."""
    marker = None if predicate.marker is None else here.made.words[predicate.marker]
    if marker is None or marker.low != "that" or predicate.parent is None:
        return []
    above = here.made.predicates[predicate.parent]
    if not is_cleft(here, above):
        return []
    last = predicate.marker
    at = (here.made.preps[n] for n in above.preps if here.made.preps[n].prep in IN and here.made.preps[n].last == last)
    return [place for prep in at for place in places_of(here, prep.objects)]


def is_cleft(here: Reading, predicate: Predicate) -> bool:
    """Whether "it" and "be" only lead to a clause with "that": "*it was* in Lima that he was seen"."""
    if predicate.lemma != "be" or not predicate.subject or here.head(predicate.subject[0]) != "it":
        return False
    return any(
        here.made.words[here.made.preps[n].last].low == "that"
        for n in predicate.preps
        if here.made.preps[n].last < len(here.made.words)
    )


def is_company(here: Reading, prep: PrepPhrase) -> bool:
    """Whether "with" says whom somebody is with, before it says where: "was *with him* in Lima"."""
    return prep.prep == "with" and any(
        here.made.words[here.made.phrases[o].head].tag == "pronoun" or "person" in noun_classes(here.head(o))
        for o in prep.objects
    )


def out_in(here: Reading, predicate: Predicate) -> list[Span]:
    """Where a crowd takes to the streets: "took *to the streets of Lyon*"."""
    first = next((here.made.preps[n] for n in predicate.preps if here.made.preps[n].first == predicate.group[1]), None)
    if predicate.objects or first is None or first.prep != "to" or not first.objects:
        return []
    if here.lemma(first.objects[0]) not in _STREETS:
        return []
    behind = (here.made.preps[n] for n in predicate.preps if here.made.preps[n].first == first.last)
    return places_of(here, first.objects) or [
        place for prep in behind if prep.prep in IN for place in places_of(here, prep.objects)
    ]  # fmt: skip


def seen_doing(here: Reading, predicate: Predicate) -> Iterator[Predicate]:
    """What an object is seen doing: "saw the man *pacing* in a bank in Leeds"."""
    if predicate.objects and not predicate.passive:
        seen = predicate.objects[-1]
        last = here.made.phrases[seen[-1]].last
        yield from (
            one for one in here.made.predicates
            if one.form == "gerund" and one.group[0] == last and one.subject == seen
            and not any(f.kind == "presence" and not f.flags.get("progressive") for f in by_verb().get(one.lemma, ()))
        )  # fmt: skip


def told_with(here: Reading, predicate: Predicate) -> list[Predicate]:
    """A verb of being somewhere with those that go on with it: "was seen *swimming* off", "waits *to load* in"."""
    told = [predicate]
    told += seen_doing(here, predicate)
    if predicate.passive:  # "was seen swimming off Tuvalu"
        told += [
            one for one in here.made.predicates
            if one.form == "gerund" and one.subject == predicate.subject and one.group[0] == predicate.group[1]
            and not any(frame.kind == "use" for frame in by_verb().get(one.lemma, ()))  # "seen *firing* at Bari"
        ]  # fmt: skip
    if predicate.lemma in _REMAINS:  # "remain *barricaded* in a mill"
        told += [
            one for one in here.made.predicates
            if one.form == "participle" and one.group[0] == predicate.group[1] and one.subject == predicate.subject
            and not any(frame.kind == "presence" for frame in by_verb().get(one.lemma, ()))
        ]  # fmt: skip
    if predicate.lemma in WAITS:  # "are waiting *to load grain in Odesa*"
        told += [
            one for one in here.made.predicates
            if one.relation == "infinitive" and one.parent is not None
            and here.made.predicates[one.parent].word == predicate.word
            and not any(frame.kind == "route" for frame in by_verb().get(one.lemma, ()))  # "to be resettled in Togo"
        ]  # fmt: skip
    return told


def is_awaited(here: Reading, predicate: Predicate) -> bool:
    """Whether somebody waits where they are: "await *repatriation* in Accra", "*the pope* in Lima", no "the result"."""
    wanted = words("frames", "awaited", "nouns")
    return any(
        here.lemma(n) in wanted or not classes_at(here, n).isdisjoint(("person", "vehicle"))
        for numbers in predicate.objects
        for n in numbers
    )


def is_caught_in(here: Reading, predicate: Predicate) -> bool:
    """Whether what somebody is caught in is no place: "caught *in a blizzard* near Bari"."""
    first = next((here.made.preps[n] for n in predicate.preps if here.made.preps[n].first == predicate.group[1]), None)
    if first is None or first.prep not in {"in", "on", "by"} or not first.objects:
        return False
    if here.head(first.objects[0]) in _FILMS:
        return True  # "caught *on camera* near Bari"
    return (first.prep == "in" and here.head(first.objects[0]) in _SCRAPES) or "weather" in noun_classes(
        here.head(first.objects[0])
    )


def is_crowd(here: Reading, number: int) -> bool:
    """Whether a noun is of those who come together: "a *vigil* was held in Lyon"."""
    return here.lemma(number) in words("frames", "crowds", "nouns")
