"""Who makes the journey that a noun tells of: its owner, the subject of the verb beside it, whoever is aboard."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.reading.events.fillers import may_fill, whole
from dateline.reading.events.frame_table import by_verb
from dateline.reading.events.goers import CHASES
from dateline.reading.events.grounds import ABOARD, places_of, state_of, toponym_of
from dateline.reading.grammar.pieces import MONTHS
from dateline.reading.text.nouns import noun_classes
from dateline.reading.text.wordlists import words

if TYPE_CHECKING:
    from dateline.reading.events.reading import Reading
    from dateline.reading.grammar.syntax import Phrase, Predicate, PrepPhrase
    from dateline.story.model import Span

__all__ = ["doer_of", "from_beside", "light_state", "traveller"]

_OWN: Final = frozenset(("his", "her", "their", "its", "my", "our"))
_TRAVELS: Final = frozenset(
    "visit tour trip mission journey expedition voyage pilgrimage stop stopover flight ride drive cruise trek walk"
    " excursion crossing passage transit layover march migration deployment return escape way arrival departure"
    " stay spell stint captivity detention imprisonment exile".split()
)
_PUTS: Final = frozenset("send take dispatch put place load bundle pack force shove squeeze herd".split())
_BACK: Final = frozenset(("back", "fresh", "home", "straight"))
_AMID: Final = frozenset(("in", "amid", "during", "after", "at", "near"))
_READIES: Final = frozenset(("look", "prepare", "wait", "pack", "ready", "book", "pay"))


def traveller(
    here: Reading, holder: PrepPhrase | None, mover: Span | None, key: tuple[int, ...]
) -> tuple[Span | None, tuple[int, ...]]:
    """Who is "on the way": what the words hang on, or the subject of their verb."""
    if holder is None:
        return mover, key
    number = here.made.preps.index(holder)
    before = holder.of
    if before is None and holder.first > 1 and here.made.words[holder.first - 1].text == ",":
        before = next((n for n, p in enumerate(here.made.phrases) if p.last == holder.first - 1), None)
    lies = None if before is None else here.holder(before)
    goers = frozenset(("person", "vehicle", "animal"))
    out = None if lies is None or lies.prep != "from" else lies.of
    if (
        lies is not None
        and out is not None
        and here.made.phrases[out].last == lies.first
        and may_fill(here, out, goers)
    ):
        before, lies = out, here.holder(out)  # "*a bus* from Bari en route to Rome"
    if before is not None and lies is not None and (
        lies.prep == "from" or (lies.prep in _AMID and not may_fill(here, before, goers))
    ):  # fmt: skip
        before = None  # "blasted off from the Space Centre *en route to* the station", "sank in a storm *on its way*"
    its = bool(holder.objects) and here.made.words[here.made.phrases[holder.objects[0]].first].low == "its"
    if mover is not None and before is not None and not its:  # "hijacked a ship on *its* way to …": the ship's
        ridden = here.holder(before)
        if "vehicle" in noun_classes(here.head(before)) or (ridden is not None and ridden.prep in ABOARD):
            return mover, key  # "sang on a bus on *their* way to …"
    if before is not None and toponym_of(here, before) is not None:
        before = None  # "wound through *Boston* on its way to …"
    if before is not None and (its or may_fill(here, before, goers)):
        return whole(here, (before,)), (before,)
    for predicate in here.made.predicates:
        if number in predicate.preps and predicate.subject and may_fill(here, predicate.subject[-1], frozenset()):
            return whole(here, predicate.subject), predicate.subject
    if mover is None and (told := [one for one in here.made.predicates if one.group[1] <= holder.first]):
        opened = here.made.words[holder.first - 1].low in {"while", "when"}
        if opened and told[-1].subject and may_fill(here, told[-1].subject[-1], frozenset()):
            return whole(here, told[-1].subject), told[-1].subject  # "sank while *en route to* …"
    return mover, key


def from_beside(here: Reading, holder: PrepPhrase | None, key: tuple[int, ...]) -> list[Span]:
    """Where troops or a ship come from by commas: "the 2nd Corps*, from Multan,* was on its way"; no one person."""
    if holder is None or not key or not (
        "vehicle" in noun_classes(here.head(key[-1])) or here.head(key[-1]) in words("frames", "forces", "nouns")
        or _are_many(here, key)
    ):  # fmt: skip
        return []
    held = here.made.preps.index(holder)
    verb = next((one for one in here.made.predicates if held in one.preps), None)
    beside = (here.made.preps[n] for n in (() if verb is None else verb.preps))
    last = here.made.phrases[key[-1]].last
    return next((places_of(here, one.objects[:1]) for one in beside if one.prep == "from" and one.first == last + 1
                 and here.made.words[last].text == "," and one.objects), [])  # fmt: skip


def doer_of(here: Reading, number: int, phrase: Phrase, by: tuple[int, ...]) -> tuple[Span | None, tuple[int, ...]]:
    """Who makes the visit: its owner, "by", or whoever the verb beside it is of."""
    if phrase.owner is not None and here.head(phrase.owner) not in MONTHS and (
        may_fill(here, phrase.owner, frozenset())
    ):  # fmt: skip
        return whole(here, (phrase.owner,)), (phrase.owner,)
    if by:
        return whole(here, by), by
    if (named := _named_before(here, phrase)) is not None:
        return named, ()
    if (craft := _who_is_on(here, number)) is not None:
        return whole(here, (craft,)), (craft,)
    first = here.made.words[phrase.first]
    for predicate in here.made.predicates:
        inside = any(number in numbers for numbers in predicate.objects)
        light = inside and (
            predicate.lemma in words("frames", "light", "verbs")
            or f"{predicate.lemma}_{predicate.particle}" in words("frames", "light", "verbs")
            or (predicate.lemma == "follow" and predicate.form == "gerund")  # "*following* a stay in Lima, he died"
        )
        held = (
            any(
                number in here.made.preps[n].objects
                and here.made.preps[n].prep in words("frames", "light", "preps")
                and (
                    here.made.preps[n].prep not in {"for", "from"}
                    or predicate.lemma in _READIES
                    or _moves(predicate.lemma)
                )
                and (here.made.words[phrase.head].lemma in _TRAVELS or here.made.preps[n].prep in ABOARD)
                for n in predicate.preps
            )
            or _goes_ahead(here, number, predicate)
            or _is_at_a_part(here, number, predicate)
        )
        if sent := _whom_it_is_for(here, number, predicate):
            return whole(here, sent), sent
        if held and (aboard := _whoever_is_aboard(here, number, predicate)):
            return whole(here, aboard), aboard  # "traced *passengers* on two flights to Lima"
        is_put = predicate.lemma in _PUTS and here.lemma(number) not in CHASES  # "took deputies on a chase": he went
        if held and not predicate.passive and predicate.objects and is_put:
            return whole(here, predicate.objects[-1]), predicate.objects[-1]  # "put him on a plane to Warsaw"
        if first.low in _OWN and predicate.relation == "participle":
            continue  # "a post announcing *her* trip"
        if first.low in {"his", "her"} and predicate.subject and _are_many(here, predicate.subject):
            continue  # "*lawyers* are fighting his extradition"
        if first.low == "their" and predicate.subject and _is_a_thing(here, predicate.subject):
            continue  # "*it* is the first match for the men since their return"
        if (light or held) and predicate.subject and may_fill(here, predicate.subject[0], frozenset()):
            return whole(here, predicate.subject), predicate.subject
    if (back := _who_is_back(here, number)) and may_fill(here, back[0], frozenset()):
        return whole(here, back), back
    if first.low in _OWN:
        if (ahead := _told_behind(here, number, first.low)) and may_fill(here, ahead[0], frozenset(("person",))):
            return whole(here, ahead), ahead
        return (first.start, first.end), ()
    return None, ()


def _who_is_on(here: Reading, number: int) -> int | None:
    """Who is told to be on a journey right before it: "*warships on a deployment* to Oman", "*the jet on a flight*"."""
    holder = here.holder(number)
    if holder is None or here.made.words[holder.first].low != "on":
        return None
    before = next((n for n, one in enumerate(here.made.phrases) if one.last == holder.first), None)
    if before is None:
        return None
    if here.lemma(number) in {"flight", "voyage"}:
        return before if "vehicle" in noun_classes(here.head(before)) else None
    acts = any(before in predicate.subject for predicate in here.made.predicates)
    return before if acts and may_fill(here, before, frozenset(("person", "vehicle", "troupe"))) else None


def _named_before(here: Reading, phrase: Phrase) -> Span | None:
    """Who makes a journey by the words before its noun: "the *Senate delegation* visit", "the *Russian* invasion"."""
    at = phrase.head
    if here.made.words[at].lemma not in _OWN_NOUNS or at == phrase.first:
        return None
    before = here.made.words[at - 1]
    of_a_people = next((t for t in here.toponyms if t.end == before.end), None)
    if of_a_people is not None:
        behind = [here.made.preps[n] for n in phrase.preps[:1]]
        is_doer = any(
            prep.prep in {"of", "to", "into", "in", "on"} and not MONTHS.intersection(map(here.head, prep.objects))
            for prep in behind
        )  # not "its *China tour* on Monday"
        return (of_a_people.start, of_a_people.end) if is_doer and before.tag == "name" else None
    classes = noun_classes(before.low)
    if before.tag == "noun" and (before.lemma in _OF_A_KIND or not classes & {"person", "weather"}):
        return None  # "a *family* trip", "a *business* trip"
    if before.tag not in {"noun", "name"} or before.low in MONTHS or classes & {"time", "event"}:
        return None  # "the *Easter* visit"
    while at - 1 >= phrase.first and here.made.words[at - 1].tag in {"noun", "name"}:
        at -= 1
    return here.made.words[at].start, before.end


_OWN_NOUNS: Final = frozenset(
    "visit tour trip expedition pilgrimage withdrawal deployment invasion arrival return departure incursion"
    " evacuation landfall raid advance retreat exodus influx pullout pull-out march".split()
)
_OF_A_KIND: Final = frozenset(
    "official state family school group tourist passenger doctor dentist girl boy couple guest fan star friend"
    " mission day rescue hospital guide visitor student press class home field band regular".split()
)


def _moves(lemma: str) -> bool:
    return any(frame.kind == "route" for frame in by_verb().get(lemma, ()))


def _who_is_back(here: Reading, number: int) -> tuple[int, ...]:
    """Who is just back from a trip, with no verb for it: "*Roa*, fresh from a tour of Peru, sang"."""
    holder = here.holder(number)
    if holder is None or holder.prep != "from":
        return ()
    k = holder.first - (here.made.words[holder.first].low not in _BACK)  # "back from" is one preposition
    if k < 0 or here.made.words[k].low not in _BACK:
        return ()
    while k >= 0 and here.made.words[k].tag in {"adverb", "adjective"}:
        k -= 1
    if k < 0:  # it opens the sentence
        then = next((one for one in here.made.predicates if one.group[0] >= holder.last and one.subject), None)
        return () if then is None else then.subject
    if here.made.words[k].text != ",":
        return ()
    return next(((n,) for n, phrase in enumerate(here.made.phrases) if phrase.last == k), ())


def _whoever_is_aboard(here: Reading, number: int, predicate: Predicate) -> tuple[int, ...]:
    """Who a verb's object is, where a flight stands right behind it: "traced *passengers* on two flights to Lima"."""
    held = next((here.made.preps[n] for n in predicate.preps if number in here.made.preps[n].objects), None)
    if held is None or held.prep not in ABOARD or held.of is None or predicate.lemma in _PUTS:
        return ()
    of = here.made.preps.index(held)
    whom = next((one for one in predicate.objects if held.of in one and of in predicate.preps), ())
    return whom if whom and may_fill(here, whom[-1], frozenset(("person", "animal"))) else ()


def _whom_it_is_for(here: Reading, number: int, predicate: Predicate) -> tuple[int, ...]:
    """Whom a verb readies, picks or thanks: "put *90 troops* on alert *for a deployment to* …", "named *her* for …"."""
    held = next((here.made.preps[n] for n in predicate.preps if number in here.made.preps[n].objects), None)
    whom = predicate.subject if predicate.passive else predicate.objects[0] if predicate.objects else ()
    if held is None or held.prep not in {"for", "before"} or predicate.lemma in _ASKS or not whom or number in whom:
        return ()
    own = here.made.words[here.made.phrases[number].first].low
    if own == "its" or (held.prep == "before" and not (own == "their" and _are_many(here, whom))):
        return ()  # "the club named 23 players for *its* tour"
    return whom if may_fill(here, whom[-1], frozenset(("person", "animal"))) else ()


_ASKS: Final = frozenset(
    "ask beg pay charge hire blame lobby press petition bill fine sue owe leave drop omit rule exclude miss".split()
)


def _are_many(here: Reading, numbers: tuple[int, ...]) -> bool:
    """Whether a subject is several people, and no "his" of theirs."""
    head = here.made.words[here.made.phrases[numbers[0]].head]
    return len(numbers) > 1 or (head.tag == "noun" and head.low != head.lemma)


def _is_a_thing(here: Reading, numbers: tuple[int, ...]) -> bool:
    """Whether a subject is one thing, which no "their" means: "it", "the match"."""
    classes = noun_classes(here.head(numbers[0]))
    is_thing = bool(classes) and classes.isdisjoint(("person", "group", "vehicle", "animal"))
    return here.head(numbers[0]) == "it" or (is_thing and not _are_many(here, numbers))


def _goes_ahead(here: Reading, number: int, predicate: Predicate) -> bool:
    """Whether a verb only says that a visit is made: "will *go ahead with* a trip", "*was halfway through* a trip"."""
    held = next((here.made.preps[n] for n in predicate.preps if number in here.made.preps[n].objects), None)
    if held is None or held.prep != "with":
        return held is not None and held.prep in {"through", "into"} and predicate.lemma == "be"
    before = here.made.words[held.first - 1].low
    return predicate.lemma in {"proceed", "continue"} or before in {"ahead", "through", "forward", "on"}


def _is_at_a_part(here: Reading, number: int, predicate: Predicate) -> bool:
    """Whether a verb says how far a journey has come: "nears *the end of* a tour", "on *the last leg of* …"."""
    holder = here.holder(number)
    if holder is not None and holder.prep == "at" and here.lemma(number) in _STOPS:
        return here.made.preps.index(holder) in predicate.preps  # "*at* a campaign stop in Lima, he said"
    if holder is None or holder.prep != "of" or holder.of is None or here.head(holder.of) not in _PARTS:
        return False
    if any(holder.of in held for held in predicate.objects):
        return predicate.lemma in words("frames", "light", "verbs")  # "cancelled *the rest of* its tour"
    return any(holder.of in here.made.preps[n].objects for n in predicate.preps)


_PARTS: Final = frozenset(
    "rest remainder end start beginning middle leg close half stage day part conclusion midst".split()
)
_STOPS: Final = frozenset(("stop", "stopover"))


def _told_behind(here: Reading, number: int, own: str) -> tuple[int, ...]:
    """Whose visit the opening of a sentence tells of: "During *his* visit to Chad, *the king* sang"."""
    holder = here.holder(number)
    if holder is None or own in {"my", "our", "its"}:
        return ()
    before = [one for one in here.made.predicates if one.group[0] < holder.first]
    then = next((one for one in here.made.predicates if one.group[0] >= holder.last and one.subject), None)
    if before or then is None or then.relation not in {"root", "coordinate"} or holder.first > 1:
        return ()
    behind = here.made.phrases[then.subject[0]].first > here.made.phrases[number].last
    return then.subject if behind else ()


def light_state(here: Reading, number: int) -> Span | None:
    """The state that does what a noun says: "*Chad* has started exports to …"."""
    for predicate in here.made.predicates:
        held = predicate.subject and not predicate.passive and any(number in held for held in predicate.objects)
        held = held and predicate.relation != "participle"  # "a hill near Chad *cutting* supplies to …": not Chad
        if held and predicate.lemma in words("frames", "light", "verbs"):
            return state_of(here, predicate.subject[0])
    return None
