"""Who gives and who gets what passes on, and what their names and the words of goods say of where they are from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.reading.events.fillers import classes_at, is_called, is_weighed, named_as, whole
from dateline.reading.events.grounds import IN, counted, place_of, places_of, state_of, toponym_of
from dateline.reading.events.lists import PLACES
from dateline.reading.events.slots import argument, ends_of, own_end, preps_of, states_in
from dateline.reading.text.classes import classes_of
from dateline.reading.text.nouns import noun_classes
from dateline.reading.text.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.reading.events.frame_table import Frame
    from dateline.reading.events.reading import Reading
    from dateline.reading.grammar.syntax import Phrase, Predicate
    from dateline.reading.places.toponym import Toponym
    from dateline.story.model import Span

__all__ = [
    "LIVESTOCK",
    "WARES",
    "adjective_of",
    "flies_there",
    "flow_ends",
    "flow_phrases",
    "is_body",
    "is_party",
    "is_work",
    "made_in",
    "name_of",
    "origin_of",
    "parties_of",
    "passes_on",
    "sent_home",
    "spans_of",
]  # fmt: skip

_PLURALS: Final = frozenset("people police children men women troops staff personnel crew".split())
_SHIPS: Final = frozenset("mv mt ss uss hms rms ins mv. m/v".split())
_LIVE: Final = frozenset(("live", "stay", "shelter", "reside"))
_MAKERS: Final = frozenset("boeing airbus cessna gulfstream learjet antonov honda eurostar".split())
_LOOSE: Final = frozenset("to from by into for toward towards".split())
_PARTS: Final = frozenset(("parts", "components", "systems", "casings", "fuel"))  # of a rocket or a bomb
_RELIEF_BODIES: Final = frozenset(("cross", "crescent"))  # "the Kenyan Red *Cross*"
_GATHERINGS: Final = frozenset(
    "conference summit meeting talks forum event rally gala dinner concert ceremony fundraiser session".split()
)
_TRADERS: Final = frozenset("buyer importer trader dealer miller refiner customer investor".split())
_AMONG_THEM: Final = frozenset(("as", "such_as", "including", "like"))
_WORKS: Final = frozenset(  # what is paid for where it is
    "project program programme scheme reconstruction recovery rebuilding rehabilitation restoration relief effort"
    " bailout operation response defence defense development survivor victim".split()
)


def flow_phrases(here: Reading, numbers: Sequence[int]) -> list[Span]:
    """The places or the bodies tied to one that phrases mean."""
    return [span for number in numbers for span in _places_or_bodies(here, number)]


def _places_or_bodies(here: Reading, number: int) -> list[Span]:
    """What one phrase means: of "*countries* such as Oman and Chad" those two."""
    if (span := place_of(here, number) or _tied(here, number)) is not None:
        return [span]
    behind = next((here.made.preps[n] for n in here.made.phrases[number].preps[:1]), None)
    is_list = behind is not None and behind.prep in _AMONG_THEM and here.head(number) in PLACES
    return places_of(here, behind.objects) if behind is not None and is_list else []


WARES: Final = frozenset("artifact substance food possession plant animal".split())
"""Noun classes of what passes on."""
LIVESTOCK: Final = frozenset("cattle cow sheep goat pig livestock poultry chicken hen calf lamb bull bullock".split())
"""Animals that are traded and shipped."""


def flow_ends(here: Reading, predicate: Predicate, slots: Sequence[str]) -> tuple[list[Span], list[int]]:
    """Who gives or gets, as a place: its own, or that of "families in Homs", "Danish firms", "Leeds police"."""
    found, used = ends_of(here, predicate, slots)
    if found:
        return found, used
    for slot in slots:
        if slot in {"subj", "obj", "iobj"} and (found := flow_phrases(here, argument(predicate, slot))):
            return found, []
    for n in preps_of(here, predicate, [slot for slot in slots if slot in _LOOSE]):
        if found := flow_phrases(here, here.made.preps[n].objects):
            return found, [n]
    return [], []


def is_work(here: Reading, number: int) -> bool:
    """Whether a phrase is of something that is paid for where it is: "aid projects in Gao"."""
    return here.lemma(number) in _WORKS


def _tied(here: Reading, number: int) -> Span | None:
    """The place that people or a body are of, where they are no private person."""
    phrase = here.made.phrases[number]
    head = here.made.words[phrase.head]
    classes = noun_classes(head.low)
    is_body = head.low in words("frames", "bodies", "nouns") or bool(classes & {"group"}) or head.lemma in _WORKS
    is_body = is_body or (head.low == "services" and here.made.words[phrase.head - 1].low in _SERVICES)
    many = "person" in classes and (head.low != head.lemma or head.low in _PLURALS or head.lemma in _TRADERS)
    if head.tag == "pronoun" or not (head.tag == "name" or is_body or many):
        return None
    start, end = here.span(number)
    inside = next((t for t in here.toponyms if start <= t.start < end and t.sort != "language"), None)
    if inside is not None and inside.sort == "demonym" and many and (held := _held_at(here, number)) is not None:
        return held  # "for Syrian families *stranded in Greece*"
    if inside is not None and head.tag == "name" and (
        (inside.sort == "demonym" and inside.stands_for == "organisation") or _is_a_firm(here, number, inside)
    ):  # fmt: skip
        return name_of(here, number)  # "*American Copper*", "*Lima Foods*": the name says little of where it is
    if inside is not None:
        is_team = inside.stands_for == "team" and head.low not in _RELIEF_BODIES
        return None if is_team else (inside.start, inside.end)
    if phrase.owner is not None and (toponym := toponym_of(here, phrase.owner)) is not None:
        return toponym.start, toponym.end
    for n in phrase.preps[:1]:
        behind = here.made.preps[n]
        if behind.objects and many and behind.prep == "at" and here.head(behind.objects[0]) in _GATHERINGS:
            return None  # "donors *at a conference* in Brussels"
        if head.tag == "name" and behind.prep in {"of", "from"} and is_called(here, phrase):
            return start, end  # "Mayor Ana Roa *of Newark* delivered food": she did, no town
        if behind.prep in IN or behind.prep in {"of", "around", "across", "throughout"} or (
            behind.prep == "from" and head.lemma in _TRADERS  # "*buyers from Oman* took half of it"
        ):  # fmt: skip
            found = places_of(here, behind.objects)
            if not found and many and behind.prep == "of":  # "for victims *of the earthquake in Haiti*"
                inner = [m for o in behind.objects for m in here.made.phrases[o].preps[:1]]
                found = [one for m in inner if here.made.preps[m].prep in IN
                         for one in places_of(here, here.made.preps[m].objects)]  # fmt: skip
            return next(iter(found), None)
    return _held_at(here, number) if many else None


_SERVICES: Final = frozenset("emergency health rescue medical fire ambulance security intelligence social".split())


def _is_a_firm(here: Reading, number: int, toponym: Toponym) -> bool:
    """Whether a name goes on behind a place's, and is no public body's: "*Lima Foods*", not "Lima City Council"."""
    phrase = here.made.phrases[number]
    head = here.made.words[phrase.head]
    is_public = not (words("frames", "bodies", "nouns") | words("frames", "institutions", "nouns")).isdisjoint(
        (head.low, head.lemma)
    )
    return toponym.sort != "demonym" and toponym.end < head.start and not is_public and all(
        word.tag == "name" for word in here.made.words[phrase.first : phrase.last]
    )  # fmt: skip


def _held_at(here: Reading, number: int) -> Span | None:
    """Where people are by a participle behind them: "to 300 families *held in a camp in Chad*"."""
    held = (
        one
        for one in here.made.predicates
        if one.of == number and ((one.form == "participle" and one.passive) or one.lemma in _LIVE)
    )
    ins = (n for one in held for n in one.preps if here.made.preps[n].prep in IN)
    return next((place for n in ins for place in places_of(here, here.made.preps[n].objects)), None)


def sent_home(here: Reading, number: int) -> tuple[list[Span], list[Span]]:
    """Where those live who send money home, and their home: "*Bolivians* living in *Spain* sent home …"."""
    start, end = here.span(number)
    home = [(t.start, t.end) for t in here.toponyms if start <= t.start < end and t.sort == "demonym"][:1]
    ins = [n for n in here.made.phrases[number].preps[:1] if here.made.preps[n].prep in IN]
    where = [place for n in ins for place in places_of(here, here.made.preps[n].objects)][:1]
    held = _held_at(here, number)
    return where or ([held] if held is not None else []), home


def parties_of(here: Reading, predicate: Predicate, slots: Sequence[str]) -> tuple[int, ...]:
    """The phrases of those who give or get, whether they are of a place or not."""
    held = [n for slot in slots if slot in {"subj", "iobj"} for n in argument(predicate, slot)]
    if predicate.passive and predicate.objects and "iobj" in slots:
        held += predicate.subject  # "*the county* was awarded a grant by"
    loose = {slot for slot in slots if slot in {"to", "from", "for"}} | (
        {"by"} if predicate.passive and "subj" in slots else set()
    )
    held += [o for n in preps_of(here, predicate, sorted(loose)) for o in here.made.preps[n].objects]
    return tuple(n for n in held if is_party(here, n))[:1]


def is_party(here: Reading, number: int) -> bool:
    """Whether a phrase may give or get: a body, a firm, somebody, "some of *the donors*"."""
    number = counted(here, number)
    head = here.made.words[here.made.phrases[number].head]
    if head.tag == "name":
        if head.low in _MAKERS and here.made.phrases[number].last - here.made.phrases[number].first == 1:
            return True  # "bought from *Boeing*"
        if noun_classes(head.low) == {"time"} or here.made.words[here.made.phrases[number].first].low in _SHIPS:
            return False
        return not _is_vessel(here, number)  # "the Mana is to ship wheat": it carries what is another's
    if head.low in {"he", "she"}:
        return here.known is not None and here.known.antecedent(*here.span(number)) is not None
    if head.low in {"others", "ones", "one"}:
        return False  # "three others sent money"
    classes = noun_classes(head.low)
    return head.tag == "noun" and (
        head.low in words("frames", "bodies", "nouns")
        or head.lemma in words("frames", "institutions", "nouns")
        or bool(classes & {"person", "group"})
    )


def _is_vessel(here: Reading, number: int) -> bool:
    """Whether a name is a ship's or a plane's, by its own words or by what the article calls it."""
    if named_as(here, here.made.phrases[number]) & {"vehicle"}:
        return True
    entity = None if here.known is None else here.known.at(here.span(number))
    return entity is not None and bool(entity.classes & {"vessel", "aircraft", "vehicle"})


def is_body(here: Reading, number: int) -> bool:
    """Whether a phrase names a body: a public one by its noun, any by its name."""
    head = here.made.words[here.made.phrases[number].head]
    return head.tag == "name" or not words("frames", "bodies", "nouns").isdisjoint({head.low, head.lemma})


def spans_of(here: Reading, numbers: Sequence[int]) -> list[Span]:
    """The words that name each of some phrases."""
    return [name_of(here, n) if counted(here, n) == n else whole(here, (n,)) for n in numbers]  # "some of the donors"


def name_of(here: Reading, number: int) -> Span:
    """The words of a body with what its name goes on with: "the Department *of Education*"."""
    phrase = here.made.phrases[number]
    start, end = here.span(number)
    if phrase.owner is not None and here.made.phrases[phrase.owner].first < phrase.first:
        start = here.span(phrase.owner)[0]  # "the *children's* agency"
    after = None if not phrase.preps else here.made.preps[phrase.preps[0]]
    is_name = here.made.words[phrase.head].text[0].isupper()
    if is_name and after is not None and after.prep == "of" and after.objects and after.first == phrase.last:
        last = here.made.phrases[after.objects[-1]]
        if here.made.words[last.head].text[0].isupper():
            end = here.span(after.objects[-1])[1]
    return start, end


def passes_on(here: Reading, number: int) -> bool:
    """Whether goods pass on by themselves; of "a batch of vaccines" the vaccines do."""
    phrase = here.made.phrases[number]
    if here.made.words[phrase.head].tag == "name" and (
        here.made.words[phrase.first].low in words("reference", "person", "titles")
    ):  # fmt: skip
        return False  # "will take *Ms. Rice* to Bari"
    inner = [o for n in phrase.preps[:1] if here.made.preps[n].prep == "of" for o in here.made.preps[n].objects]
    cargo = words("frames", "cargo", "nouns")
    heads = [number, *(counted(here, n) for n in (number, *inner))]
    return any(
        here.lemma(n) in cargo
        or (classes_of(here.head(n)) & {"arms", "drug"} and here.made.words[here.made.phrases[n].head].tag == "noun")
        or (here.head(n) in _PARTS and classes_of(here.made.words[here.made.phrases[n].head - 1].low) & {"arms"})
        for n in heads
    )


def adjective_of(here: Reading, phrase: Phrase) -> Span | None:
    """The state that an adjective before a noun names: "*Kenyan* exports"."""
    first, head = here.made.words[phrase.first], here.made.words[phrase.head]
    if first.start == head.start:
        return None
    return next(
        ((t.start, t.end) for t in here.toponyms if first.start <= t.start < head.start and t.sort == "demonym"),
        None,
    )


def origin_of(here: Reading, number: int) -> list[Span]:
    """The state that raw goods are of: "*Kazakh* crude", "*Chad's* cotton"; arms are called by their make."""
    number = counted(here, number)
    phrase = here.made.phrases[number]
    if not (passes_on(here, number) or classes_at(here, number) & {"substance", "food", "plant", "animal"}):
        return []
    if classes_of(here.head(number)) & {"arms"}:
        return []
    adjective = adjective_of(here, phrase)
    if adjective is not None:
        return [adjective]
    state = None if phrase.owner is None else state_of(here, phrase.owner)
    if state is None and here.lemma(number) not in _RELIEF and (named := states_in(here, phrase)):
        return named[:1]  # "*North Dakota* oil moves by rail"
    return [] if state is None else [state]


_RELIEF: Final = frozenset("aid relief supply fund money grant loan cash donation food medicine shipment".split())


def made_in(here: Reading, number: int) -> list[Span]:
    """Where goods that somebody gets are from by their own words: "*Swedish* jets", "weapons *from Israel*"."""
    named = here.made.phrases[counted(here, number)]
    made = adjective_of(here, named) or next(iter(states_in(here, named)), None)
    made = made or (None if named.owner is None else state_of(here, named.owner))  # "bought *Russia's* missiles"
    of = [here.made.phrases[o] for n in here.made.phrases[number].preps[:1] for o in here.made.preps[n].objects[:1]]
    if made is None and is_weighed(here, number) and of and of[0].owner is not None:
        made = state_of(here, of[0].owner)  # "imported 9 of *Peru's* 90 tonnes of rice"
    return [made] if made is not None else own_end(here, number, "from")


def flies_there(predicate: Predicate, frame: Frame, classes: frozenset[str]) -> bool:
    """Whether what moves is a drone or a plane on its own way, which nobody gets: "*a drone* crossed into Chad"."""
    return frame.roles["goods"] == ("subj",) and "aircraft" in classes and predicate.lemma in _FLIES


_FLIES: Final = frozenset("cross enter come fly approach penetrate stray drift".split())
