"""Implied ends of what passes on: who gives or gets where no slot of the verb says it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.reading.events.grounds import IN, counted, places_of, state_of, toponym_of
from dateline.reading.events.parties import (
    flow_ends,
    flow_phrases,
    is_body,
    made_in,
    origin_of,
    passes_on,
)
from dateline.reading.events.slots import ends_of, marker_of, own_end, preps_of
from dateline.reading.events.unnamed import ground_of
from dateline.reading.events.whereabouts import there_of
from dateline.reading.text.classes import classes_of
from dateline.reading.text.nouns import noun_classes
from dateline.reading.text.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.reading.events.frame_table import Frame
    from dateline.reading.events.reading import Reading
    from dateline.reading.grammar.syntax import Predicate
    from dateline.story.model import Span

__all__ = [
    "CARRIES", "backed", "bought_in", "handed_out_in", "helped", "made_at", "meant_by_goods", "meant_for", "partner",
    "quay_of", "sold_in", "start_by_goods", "used_in",
]  # fmt: skip

_HELP: Final = frozenset("rebuild help support assist aid fight combat tackle eradicate treat feed train".split())
_BACK: Final = frozenset("arm back strengthen bolster equip reinforce prop rescue feed".split())
_USE: Final = frozenset("use eat consume sell drink burn need smoke buy require wear".split())
_BUYS: Final = frozenset(("buy", "purchase", "procure"))
_LOTS: Final = frozenset("land acre hectare plot farmland fund meal".split())
_HANDED: Final = frozenset(
    "food water aid blanket tent meal medicine supply kit ration vaccine cash relief rice flour seed mask".split()
)
_GOT: Final = frozenset(
    "buy purchase make build produce manufacture assemble grow mine raise catch brew steal loot seize"
    " collect load".split()
)


def meant_for(
    here: Reading, predicate: Predicate, frame: Frame, number: int, *, is_money: bool
) -> tuple[list[Span], list[int]]:
    """Whom goods are for: "provided food *for families in Herat*", "gave $2 million to help *Fiji*"."""
    found: tuple[list[Span], list[int]] = [], []
    if frame.name in {"transfer.give", "transfer.send"}:
        find_ends = flow_ends if is_money or passes_on(here, number) else ends_of
        found = find_ends(here, predicate, ["for"])
    found = found if found[0] else (_stuck_there(here, predicate), [])
    is_aid = is_money or passes_on(here, number)
    if is_aid and not found[0]:
        return helped(here, predicate) or (_built(here, predicate) if is_money else []), []
    return found


def _stuck_there(here: Reading, predicate: Predicate) -> list[Span]:
    """Where those are who get goods, by "there": "brought flour to the families *trapped there*"."""
    whom = {o for n in preps_of(here, predicate, ["to", "for"]) for o in here.made.preps[n].objects}
    stuck = (one for one in here.made.predicates if one.of in whom and one.relation == "participle")
    return next((place for one in stuck if (place := there_of(here, one))), [])


def _built(here: Reading, predicate: Predicate) -> list[Span]:
    """Where that stands which money is to build: "gave $2 million *to help rebuild* a school in Fiji"."""
    above = {predicate.word}
    for one in here.made.predicates:
        parent = None if one.parent is None else here.made.predicates[one.parent].word
        is_next = one.relation == "coordinate" and parent == predicate.word  # "gave money *and built* a school"
        if parent not in above or is_next or marker_of(here, one) not in _WHEREFORE:
            continue
        above.add(one.word)
        if one.lemma in _BUILD and one.objects:
            return flow_phrases(here, one.objects[-1]) or ends_of(here, one, ["in"])[0]
    return []


_WHEREFORE: Final = frozenset(("", "to", "toward", "towards", "for"))
_BUILD: Final = frozenset(
    "build rebuild construct repair restore renovate refurbish reconstruct fund finance expand upgrade complete".split()
)


def helped(here: Reading, predicate: Predicate) -> list[Span]:
    """Whom a verb is to help: "gave $2 million to help *Fiji*"."""
    for one in here.made.predicates:
        if one.relation == "infinitive" and one.lemma in _HELP and one.parent is not None and one.objects and (
            here.made.predicates[one.parent].word == predicate.word
        ):  # fmt: skip
            return flow_phrases(here, one.objects[-1]) or ends_of(here, one, ["in"])[0]
    return []


def meant_by_goods(here: Reading, predicate: Predicate, number: int) -> list[Span]:
    """Who gets goods by what they are called: "*Cuba's* oil comes from Chile", "supplies a third of *Peru's* gas"."""
    if predicate.lemma == "come":
        return origin_of(here, number)
    of = here.made.phrases[counted(here, number)]
    if predicate.lemma not in {"supply", "provide"} or of.owner is None or counted(here, number) == number:
        return []
    state = state_of(here, of.owner)
    return [] if state is None else [state]


def quay_of(here: Reading, predicate: Predicate) -> list[Span]:
    """Where those are who unload: "workers *at the port of Bari* unloaded"."""
    for n in here.made.phrases[predicate.subject[0]].preps[:1] if predicate.subject else ():
        if here.made.preps[n].prep in IN:
            return places_of(here, here.made.preps[n].objects)
    return []


def backed(here: Reading, predicate: Predicate) -> list[Span]:
    """Whom something is done for by giving: "supports *Chad* by supplying tents"."""
    if marker_of(here, predicate) != "by" or predicate.parent is None:
        return []
    above = here.made.predicates[predicate.parent]
    is_help = above.lemma in _HELP or above.lemma in _BACK
    return places_of(here, above.objects[-1]) if above.objects and is_help else []


def bought_in(here: Reading, predicate: Predicate, numbers: Sequence[int]) -> tuple[list[Span], list[int]]:
    """Where arms, drugs or a firm's goods are bought: "bought the gun *in Nevada*", no land and nobody's dinner."""
    of = counted(here, numbers[0]) if numbers else -1
    if predicate.lemma not in _BUYS or of < 0 or not passes_on(here, numbers[0]) or here.lemma(of) in _LOTS:
        return [], []
    who = () if predicate.passive else predicate.subject[-1:]
    trades = any(is_body(here, n) or classes_of(here.head(n)) & {"firm", "body"} for n in who)
    if not (trades or classes_of(here.head(of)) & {"arms", "drug"}):
        return [], []
    for n in preps_of(here, predicate, ["in"]):
        prep = here.made.preps[n]
        named = [toponym_of(here, o) for o in prep.objects]
        if prep.first > predicate.word and prep.prep in {"in", "at", "near"} and all(
            one is not None and one.sort == "place" and one.stands_for is None for one in named
        ):  # fmt: skip
            return places_of(here, prep.objects), [n]
    return [], []


def handed_out_in(here: Reading, predicate: Predicate, numbers: Sequence[int]) -> tuple[list[Span], list[int]]:
    """Where relief is handed out: "troops distributed food *in Gao*", not what a store gives away."""
    hands = predicate.lemma == "distribute" or (predicate.lemma, predicate.particle) == ("hand", "out")
    if not (hands and numbers and here.lemma(counted(here, numbers[0])) in _HANDED):
        return [], []
    who = () if predicate.passive else predicate.subject[-1:]
    helps = all(is_body(here, n) or "person" in noun_classes(here.head(n)) for n in who)
    return ends_of(here, predicate, ["in"]) if helps else ([], [])


def partner(here: Reading, predicate: Predicate) -> list[Span]:
    """The other side of a deal to buy or sell: "signed a deal *with Laos* to buy rice"."""
    if predicate.relation != "infinitive" or predicate.parent is None:
        return []
    for number in (n for numbers in here.made.predicates[predicate.parent].objects for n in numbers):
        if here.lemma(number) in words("frames", "pacts", "nouns"):
            withs = [n for n in here.made.phrases[number].preps if here.made.preps[n].prep == "with"]
            return [place for n in withs for place in places_of(here, here.made.preps[n].objects)][:1]
    return []


def start_by_goods(  # noqa: PLR0913
    here: Reading, predicate: Predicate, frame: Frame, numbers: Sequence[int], *, has_goal: bool, has_getter: bool
) -> list[Span]:
    """Where goods come from by what they are called, where nothing else says it."""
    found: list[Span] = []
    if (has_goal and frame.name == "transfer.get") or ((has_goal or has_getter) and frame.name == "transfer.spend"):
        found = made_in(here, numbers[0])
    elif has_getter and frame.name == "transfer.get" and passes_on(here, numbers[0]):
        found = made_in(here, counted(here, numbers[0]))  # "the authority bought *Russian* wheat"
    found = found or _got_before(here, predicate) or (_carried_from(here, predicate) if has_goal else [])
    if frame.roles["goods"][0] not in {"subj", "obj"}:
        return found
    if not found and (has_goal or predicate.lemma in words("frames", "traded", "verbs")):
        found = made_at(here, numbers[0])
    return found or (origin_of(here, numbers[0]) if has_goal else [])


def _carried_from(here: Reading, predicate: Predicate) -> list[Span]:
    """Where what carries goods comes from: "ships *from Dakar* bring gas to Lyon"."""
    if predicate.lemma not in CARRIES or predicate.passive or not predicate.subject:
        return []
    is_craft = "vehicle" in noun_classes(here.head(predicate.subject[-1]))
    return own_end(here, predicate.subject[-1], "from") if is_craft else []


CARRIES: Final = frozenset("bring carry take deliver haul transport ferry".split())


def _got_before(here: Reading, predicate: Predicate) -> list[Span]:
    """Where the verb before it says that goods were got: "guns *bought in Lima* and smuggled into Chad"."""
    if predicate.relation != "coordinate" or not predicate.passive or predicate.parent is None:
        return []
    above = here.made.predicates[predicate.parent]
    is_same = above.passive and above.subject == predicate.subject
    return ends_of(here, above, ["in"])[0] if is_same and above.lemma in _GOT else []


def sold_in(here: Reading, predicate: Predicate, numbers: Sequence[int]) -> tuple[list[Span], list[int]]:
    """Where goods are sold whose origin is told as well: "beef from Peru is sold *in Oman*"."""
    if predicate.lemma != "sell" or not predicate.passive or not numbers:
        return [], []
    origin = own_end(here, numbers[0], "from") or made_at(here, numbers[0]) or _got_before(here, predicate)
    return ends_of(here, predicate, ["in"]) if origin else ([], [])


def made_at(here: Reading, number: int) -> list[Span]:
    """Where goods were made or got by a participle behind them: "half of the cars *built in Spain*"."""
    whose = {number, counted(here, number)}
    for one in here.made.predicates:
        if one.form == "participle" and one.passive and one.of in whose and one.lemma in _GOT:
            where = [o for n in one.preps if here.made.preps[n].prep in IN for o in here.made.preps[n].objects]
            placed = list(dict.fromkeys(places_of(here, where)))  # "built at its *plant near Metz*": one place
            return placed or [place for o in where if (place := ground_of(here, o)) is not None]
    return []


def used_in(here: Reading, predicate: Predicate, number: int) -> list[Span]:
    """Where goods are used by a participle behind them: "the avocados *eaten in Malta* come from Peru"."""
    whose = {number, counted(here, number)}
    for one in here.made.predicates:
        is_used = one.lemma in _USE and one.word != predicate.word
        if one.form == "participle" and one.passive and one.of in whose and is_used:
            return places_of(here, [o for n in one.preps if here.made.preps[n].prep in IN
                                    for o in here.made.preps[n].objects])  # fmt: skip
    return []
