"""What passes from one to another by a verb: goods that are sent, given, bought."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from dateline.reading.events.callouts import is_called_out
from dateline.reading.events.fillers import STRONG, are_goods, classes_at, is_sum, make_find, whole
from dateline.reading.events.frame_table import by_noun
from dateline.reading.events.grounds import IN, counted, place_of, state_of, toponym_of
from dateline.reading.events.implied import (
    CARRIES,
    backed,
    bought_in,
    handed_out_in,
    helped,
    made_at,
    meant_by_goods,
    meant_for,
    partner,
    quay_of,
    sold_in,
    start_by_goods,
    used_in,
)
from dateline.reading.events.loading import loaded_at
from dateline.reading.events.parties import (
    LIVESTOCK,
    WARES,
    flies_there,
    flow_ends,
    flow_phrases,
    origin_of,
    parties_of,
    passes_on,
    sent_home,
    spans_of,
)
from dateline.reading.events.slots import argument, ends_of, glued_to, own_end, preps_of, word_after
from dateline.reading.events.whereabouts import there_of
from dateline.reading.text.classes import classes_of
from dateline.reading.text.nouns import noun_classes
from dateline.reading.text.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.reading.events.find import Find
    from dateline.reading.events.frame_table import Frame
    from dateline.reading.events.reading import Reading
    from dateline.reading.grammar.syntax import Predicate
    from dateline.story.model import Span

__all__ = ["read_flow"]

_TRADED: Final = WARES | {"act", "group", "object", "quantity", "cognition", "event"}
_SOLD: Final = frozenset("depend rely sell export import buy supply transmit ship".split())
_GIFTS: Final = frozenset("aid grant assistance loan donation subsidy".split())
_CARRIED_OFF: Final = frozenset("smuggle steal loot ship courier airlift mail".split())
_PAPERS: Final = frozenset(
    "letter photograph photo textbook magazine newspaper bible document file tape manuscript book record painting"
    " film".split()
)
_DEPLOYS: Final = frozenset("move send bring shift deploy pull rush dispatch".split())
_ARMOUR: Final = frozenset("tank howitzer artillery armour armor".split())
_LINES: Final = frozenset(("train", "tram", "ferry", "airliner"))
_INTO: Final = frozenset(("into", "towards", "toward"))
_EDGES: Final = frozenset("border borders frontier front frontline zone".split())
_SAILS: Final = frozenset("send dispatch move take bring return fly".split())
_GROWN: Final = frozenset(("food", "plant", "substance"))
_CRAFT: Final = frozenset(("vessel", "warship", "aircraft"))
_POINTERS: Final = frozenset("it they them rest remainder half third quarter fifth tenth".split())
_REBUILDS: Final = frozenset("reconstruction recovery rebuilding relief defence defense army military".split())


def _is_wild(here: Reading, numbers: Sequence[int]) -> bool:
    """Whether what is moved is animals that are no livestock: "the *rhinos*", not "300 cattle"."""
    lemma = here.lemma(counted(here, numbers[0]))
    classes = noun_classes(here.head(counted(here, numbers[0])))
    return "animal" in classes and not classes & {"food", "substance"} and lemma not in LIVESTOCK


_SHIPS: Final = frozenset(("export", "ship", "smuggle", "traffic", "freight", "post", "mail"))


def read_flow(here: Reading, predicate: Predicate, frame: Frame) -> Find | None:
    """Read what passes on by a verb: "sent", "sold", "was given"."""
    frame, slot = _without_carrier(here, predicate, frame), frame.roles["goods"][0]
    numbers = _goods_of(here, predicate, frame, slot)
    pointed = _pointed(here, numbers)
    is_told = (
        bool(pointed)
        or _is_sold(here, predicate, numbers)
        or _is_sent_off(here, predicate, numbers)
        or _is_stolen(here, predicate, numbers)
    )
    if not numbers or not (is_told or are_goods(here, numbers, frame.allowed | _TRADED)) or (
        frame.name == "transfer.send" and predicate.lemma not in _SHIPS and _is_wild(here, numbers)
    ):  # fmt: skip
        return None  # no goods, wherever they go
    traded = predicate.lemma in words("frames", "traded", "verbs")
    (start, used_from), (goal, used_to) = _told_ends(here, predicate, frame, numbers)
    is_open = traded or bool(start and goal)  # from one place to another nearly anything passes
    if not (is_open or is_told or are_goods(here, numbers, frame.allowed)):
        return None
    is_money = any(is_sum(here, number) for number in numbers)
    if predicate.lemma in {*_DEPLOYS, "transfer"} and here.lemma(numbers[0]) in words("frames", "movables", "nouns"):
        return None  # "surgery was moved from Bari to Lagos"
    if _only_seems_to_pass(here, predicate, frame, numbers, used_to, is_money=is_money):
        return None
    via, used_via = ends_of(here, predicate, frame.roles.get("via", ()))
    if predicate.passive and "subj" in frame.roles["from"]:
        by, used = flow_ends(here, predicate, ["by"])
        start, used_from = start or by, [*used_from, *used]  # "taken *from Benin* by British troops"
    if predicate.passive and slot == "obj" and numbers is not predicate.subject and predicate.objects:
        goal = goal or flow_phrases(here, predicate.subject)  # "Malta was given boats"
    goods = pointed or whole(here, numbers)
    if not goal:
        goal, used_to = meant_for(here, predicate, frame, numbers[0], is_money=is_money)
    if not goal and slot == "obj" and (glued := glued_to(here, numbers[0])) is not None:
        goal, goods = [glued], (here.made.words[word_after(here, glued)].start, goods[1])
    if slot == "subj" or (predicate.passive and slot == "obj"):
        start = start or own_end(here, numbers[0], "from")  # "power *from Laos* is sold to …"
    if frame.name == "transfer.unload" and not (goal or predicate.passive):
        start, goal = start or own_end(here, counted(here, numbers[0]), "from"), quay_of(here, predicate)
    goal = goal or (own_end(here, counted(here, numbers[0]), "to") if slot == "subj" else [])  # "*to Oman* pass"
    from_whom, to_whom = (parties_of(here, predicate, frame.roles[role]) for role in ("from", "to"))
    start = start or (partner(here, predicate) if "subj" in frame.roles["to"] else [])
    goal = goal or (partner(here, predicate) if "iobj" in frame.roles["to"] else [])
    goal = goal or backed(here, predicate) or used_in(here, predicate, numbers[0])
    if start and not goal:
        goal = meant_by_goods(here, predicate, numbers[0])
    start = start or start_by_goods(here, predicate, frame, numbers, has_goal=bool(goal), has_getter=bool(to_whom))
    if start and not goal and not to_whom and frame.name == "transfer.give":
        to_whom = parties_of(here, predicate, ["for"])
    if not (start or goal or via) and _is_public(here, numbers, (*from_whom, *to_whom), is_money=is_money):
        start, goal = spans_of(here, from_whom), spans_of(here, to_whom)
    elif start or goal:
        start, goal = start or spans_of(here, from_whom), goal or spans_of(here, to_whom)
    # "Accused of *importing* cannabis through Bari" and "vans *imported* to Chad" need no start.
    if frame.flags.get("needs") == "from" and not (used_from or start) and not (
        (via or (used_to and are_goods(here, numbers, frame.allowed))) and predicate.lemma == "import"
    ) and not (
        goal and (pointed or _is_worth_telling(here, predicate, numbers, is_money=is_money))
    ):  # fmt: skip
        return None
    if not (goal or via or used_from or (start and _is_firm_start(here, predicate, frame, numbers))) and not (
        start and _is_given_out(here, predicate, numbers, is_money=is_money)
    ):  # fmt: skip
        return None
    if (goal and set(goal) == set(start)) or (frame.flags.get("least") and not (start and goal)):
        return None
    here.taken |= {*used_from, *used_to, *used_via}
    _keep(here, numbers, start)
    acts = _acting(here, predicate, {*start, *goal})
    is_stopped = frame.name == "transfer.stops"  # so that what stops it bears on the goods: "shut off *gas* to Chad"
    word = here.made.phrases[counted(here, numbers[0])].head if is_stopped else predicate.word
    return make_find(
        here, "flow", word, frame, is_noun=is_stopped, goods=(goods,), from_=start, to=goal, via=via, acts=acts
    )


def _without_carrier(here: Reading, predicate: Predicate, frame: Frame) -> Frame:
    """A frame that takes nobody for the giver who only carries."""
    if "subj" not in frame.roles["from"] or not _is_carrier(here, predicate):
        return frame
    others = tuple([one for one in frame.roles["from"] if one != "subj"])
    return replace(frame, roles={**frame.roles, "from": others})


def _is_carrier(here: Reading, predicate: Predicate) -> bool:
    """Whether goods are taken by a ship that has but its name: "*the Cormorant* brought wheat to Oman"."""
    if predicate.passive or predicate.lemma not in CARRIES or not predicate.subject:
        return False
    phrase = here.made.phrases[predicate.subject[-1]]
    head = here.made.words[phrase.head]
    is_the = here.made.words[phrase.first].low == "the" and phrase.last - phrase.first == 2
    if not is_the or head.tag != "name" or head.low.endswith(("s", "an", "ese", "ish")):
        return False  # "*the Taliban* took"
    toponym = toponym_of(here, predicate.subject[-1])
    return toponym is None or (toponym.sort == "place" and toponym.place is not None and toponym.place.kind == "city")


def _told_ends(
    here: Reading, predicate: Predicate, frame: Frame, numbers: Sequence[int]
) -> tuple[tuple[list[Span], list[int]], tuple[list[Span], list[int]]]:
    """Who gives and who gets by the verb's own words; of "Oman ships oil *from Sohar*" the port."""
    start, used_from = flow_ends(here, predicate, frame.roles["from"])
    ends = _into(here, predicate, frame) or flow_ends(here, predicate, frame.roles["to"])
    start = start or there_of(here, predicate, start=True)  # "was shipped *from there* to Antwerp"
    if frame.name == "transfer.loads" and not start:
        start, used_from = loaded_at(here, predicate, numbers)
    if frame.name == "transfer.get" and not start:
        start, used_from = bought_in(here, predicate, numbers)
    if frame.name == "transfer.get" and predicate.passive and not ends[0]:
        ends = flow_ends(here, predicate, ["by"])  # "was bought *by mills in Oman*"
    if frame.name == "transfer.give" and not ends[0]:
        ends = handed_out_in(here, predicate, numbers)
        ends = ends if ends[0] else sold_in(here, predicate, numbers)
    if frame.name == "transfer.invest" and not ends[0]:
        held = [o for n in preps_of(here, predicate, ["in", "into"]) for o in here.made.preps[n].objects]
        ends = flow_phrases(here, held), []  # "invests $9 million *in the Leeds project*", "in Kenyan farms"
    if "subj" in frame.roles["from"] and used_from and not predicate.passive and len(start) > 1:
        start = ends_of(here, predicate, [slot for slot in frame.roles["from"] if slot != "subj"])[0] or start
    if predicate.particle == "home" and is_sum(here, numbers[0]) and predicate.subject:
        start, goal = sent_home(here, predicate.subject[-1])
        ends = goal, ends[1]
    return (start, used_from), ends


def _into(here: Reading, predicate: Predicate, frame: Frame) -> tuple[list[Span], list[int]] | None:
    """Where goods are brought by whoever gets them: "import heroin *into Britain*"; None where nothing says it."""
    if frame.name != "transfer.get":
        return None
    found, used = ends_of(here, predicate, ["into", "to"] if predicate.lemma == "import" else ["into"])
    return (found, used) if found else None


def _is_given_out(here: Reading, predicate: Predicate, numbers: Sequence[int], *, is_money: bool) -> bool:
    """Whether a state gives aid, whoever gets it: "Peru promised *$15m in assistance*", "is sending *relief*"."""
    who = argument(predicate, "subj")
    if predicate.lemma not in _GIVES_OUT or not who or state_of(here, who[-1]) is None:
        return False
    phrase = here.made.phrases[numbers[0]]
    last = here.made.preps[phrase.preps[0]].objects[-1:] if phrase.preps else ()
    said = {here.made.words[n].low for n in range(phrase.first, phrase.last)}
    said |= {here.head(o) for o in last if is_money}
    return not said.isdisjoint(_RELIEF)


_GIVES_OUT: Final = frozenset(
    "send dispatch ship fly deliver provide supply donate pledge promise offer contribute give".split()
)
_RELIEF: Final = frozenset(
    "aid assistance relief humanitarian supplies medicine medicines vaccines funding grant grants loan loans".split()
)


def _is_sold(here: Reading, predicate: Predicate, numbers: Sequence[int]) -> bool:
    """Whether a verb tells that whatever it is of is goods: "ships *all*", "sold power", "*most* are exported"."""
    named = ("power", "everything")
    wired = predicate.lemma in _SOLD or (predicate.lemma in _SENDS and _is_wired(here, argument(predicate, "subj")))
    is_power = bool(numbers) and wired and here.head(counted(here, numbers[0])) in named
    is_place = bool(numbers) and toponym_of(here, numbers[0]) is not None
    return is_power or (predicate.passive and predicate.lemma == "export" and not is_place)


def _is_wired(here: Reading, numbers: Sequence[int]) -> bool:
    """Whether who sends power sends a current: a state, "*the line* carries power from Quebec"."""
    return bool(numbers) and (here.lemma(numbers[-1]) in _GRID or state_of(here, numbers[-1]) is not None)


_WORKS: Final = frozenset(("location", "artifact"))
_SENDS: Final = frozenset("send carry bring deliver cut feed provide".split())
_GRID: Final = frozenset("line cable grid plant link interconnector utility dam station reactor turbine farm".split())


def _is_sent_off(here: Reading, predicate: Predicate, numbers: Sequence[int]) -> bool:
    """Whether papers and pictures are carried off as things: "4,000 letters *smuggled* out of Oman"."""
    counted_out = bool(numbers) and here.made.words[here.made.phrases[numbers[0]].first].tag == "number"
    passes = counted_out and (predicate.lemma in _GIVES_OUT or predicate.lemma in {"receive", "collect", "get"})
    off = predicate.lemma in _CARRIED_OFF or passes  # "donated *900 books*"
    return off and bool(numbers) and all(here.lemma(n) in _PAPERS for n in numbers)


def _is_stolen(here: Reading, predicate: Predicate, numbers: Sequence[int]) -> bool:
    """Whether what is stolen has a maker's or an artist's name: "*a Picasso* was stolen", "stole *the Aria Coupe*"."""
    if predicate.lemma not in {"steal", "loot"} or len(numbers) != 1 or toponym_of(here, numbers[0]) is not None:
        return False
    phrase = here.made.phrases[numbers[0]]
    return here.made.words[phrase.head].tag == "name" and here.made.words[phrase.first].tag in {"determiner", "number"}


def _is_firm_start(here: Reading, predicate: Predicate, frame: Frame, numbers: Sequence[int]) -> bool:
    """Whether a place that gives is enough without one that gets: it is named, and what it gives may be shipped."""
    strong = any(classes_of(here.head(n)) & STRONG for n in numbers) or classes_at(here, numbers[0]) & {"artifact"}
    traded = predicate.lemma in words("frames", "traded", "verbs")
    may = bool(strong) or traded or bool(frame.flags.get("cargo"))
    if traded and predicate.passive and made_at(here, numbers[0]):
        return True  # "shoes made in the plant are exported"
    if may and traded and not predicate.passive and "subj" in frame.roles["from"]:
        works = (n for n in predicate.subject if noun_classes(here.head(n)) & _WORKS)
        if any(place_of(here, n) is not None for n in works):
            return True  # "the *port of Bari* shipped 9 tonnes of salt"
        if predicate.lemma == "export" and (strong or classes_at(here, numbers[0]) & _GROWN):
            return True  # "*growers in Peru* exported 9 tonnes of onions"
    return may and bool(ends_of(here, predicate, [*frame.roles["from"], "by"])[0])


def _pointed(here: Reading, numbers: Sequence[int]) -> Span | None:
    """The arms, drugs or other cargo that a pronoun points back to: "*they* were shipped to Chad"."""
    if len(numbers) != 1 or here.head(said := counted(here, numbers[0])) not in _POINTERS:
        return None
    before = [n for n in here.goods if here.span(n)[0] < here.span(said)[0] and here.head(n) not in _POINTERS]
    if before:  # "bought sugar from Peru and sold *it* on to Chad", "has received *half of it*"
        return whole(here, (max(before),) if said == numbers[0] else numbers)
    if here.known is None or said != numbers[0]:
        return None
    span = here.known.antecedent(*here.span(said))
    entity = None if span is None else here.known.at(span)
    return span if entity is not None and entity.classes & STRONG else None


def _keep(here: Reading, numbers: Sequence[int], start: Sequence[Span]) -> None:
    """Remember what passed on, and from whom: no other verb tells it again."""
    here.filled |= {*numbers, *(counted(here, number) for number in numbers)}
    here.goods |= set(numbers)
    here.given += start[:1]


def _acting(here: Reading, predicate: Predicate, ends: set[Span]) -> list[Span]:
    """The ends that give or get as a state does: "*Tokyo* gave *Manila* two boats"."""
    by = (o for n in predicate.preps if here.made.preps[n].prep == "by" for o in here.made.preps[n].objects)
    numbers = (*predicate.subject, *by, *argument(predicate, "iobj"))
    return [span for n in numbers if (span := state_of(here, n)) is not None and span in ends]


def _is_robbed(here: Reading, predicate: Predicate) -> bool:
    """Whether it is a place or a public body that a thing is stolen from, no house or car in it."""
    return any(
        toponym_of(here, o) is not None
        or not words("frames", "bodies", "nouns").isdisjoint({here.head(o), here.lemma(o)})
        or (here.lemma(o) in words("frames", "robbed", "nouns") and place_of(here, o) is not None)
        for n in preps_of(here, predicate, ["from"])
        for o in here.made.preps[n].objects
    )


def _is_full_of_people(here: Reading, number: int) -> bool:
    """Whether "of" says whom a vehicle carries: "a bus *of migrants*"."""
    of = [here.made.preps[n] for n in here.made.phrases[number].preps[:1]]
    return any(one.prep == "of" and "person" in noun_classes(here.head(o)) for one in of for o in one.objects)


def _only_seems_to_pass(  # noqa: PLR0913
    here: Reading, predicate: Predicate, frame: Frame, numbers: Sequence[int], used_to: Sequence[int], *, is_money: bool
) -> bool:  # fmt: skip
    """Whether a frame wants other goods, or its verb means something else here."""
    if (frame.name in {"transfer.stops", "transfer.lets"} or predicate.lemma == "due") and (
        here.lemma(counted(here, numbers[0])) in by_noun() or not used_to
    ):
        return True  # "halted *shipments* of wheat": the noun tells it
    behind = here.made.words[predicate.group[1] : predicate.group[1] + 1]
    if predicate.lemma == "bring" and not used_to and behind and behind[0].low == "down":
        return True  # "a storm *brought down* trees across Wales"
    is_share = counted(here, numbers[0]) != numbers[0] or here.head(numbers[0]) not in {"it", "they", "them"}
    is_cargo = passes_on(here, numbers[0]) or (is_share and _pointed(here, numbers) is not None)
    is_made = predicate.lemma == "destine" and classes_at(here, numbers[0]) & WARES
    is_got = bool(made_at(here, numbers[0]))  # "phones *stolen in London* end up in Togo"
    is_grown = predicate.lemma == "come" and frozenset() < classes_at(here, numbers[0]) <= _GROWN
    if frame.flags.get("cargo") and not (is_cargo or is_made or is_got or is_grown or is_money) and not (
        _is_many(here, frame, numbers[0])
    ):  # fmt: skip
        return True
    classes = classes_of(here.head(numbers[0]))
    is_vehicle = "vehicle" in noun_classes(here.head(numbers[0]))
    is_one = bool(classes & {"aircraft"}) and here.head(numbers[0]) == here.lemma(numbers[0])
    comes = frame.name == "transfer.goes" and (is_one or predicate.form == "gerund")  # "*a drone coming in* from Chad"
    is_full = is_vehicle and (comes or predicate.lemma == "divert" or _is_full_of_people(here, numbers[0]))
    if is_full or is_called_out(here, predicate, numbers[0]) or flies_there(predicate, frame, classes):
        return True  # "sent a bus *of migrants* to Utah", "*two ambulances* were sent to a crash in Leeds"
    if predicate.lemma in _DEPLOYS and here.lemma(numbers[0]) in _ARMOUR and any(
        here.made.preps[n].prep in _INTO or not _EDGES.isdisjoint(here.head(o) for o in here.made.preps[n].objects)
        for n in predicate.preps
    ):  # fmt: skip
        return True  # "moved tanks *into* the zone": they drive there, and nobody gets them
    flies = "arms" not in classes or not used_to  # "sent 30 warplanes across the strait"
    if predicate.lemma in _SAILS and len(predicate.objects) < 2 and flies and (
        classes & _CRAFT or here.lemma(numbers[0]) in _LINES or (not used_to and is_vehicle)
    ):  # fmt: skip
        return True  # "sent two frigates to Malta": they sail there; drones are given
    if frame.flags.get("named") and not (is_money and helped(here, predicate)) and not any(
        ((here.lemma(o) in _REBUILDS or _are_many(here, o)) and flow_phrases(here, [o]))
        or (here.made.words[here.made.phrases[o].head].tag == "name" and (found := toponym_of(here, o)) is not None
            and found.sort == "place")
        for n in used_to for o in here.made.preps[n].objects
    ):  # fmt: skip
        return True  # "approved $2 million for a bridge in Leeds"
    if here.lemma(numbers[0]) == "aid" and here.made.words[here.made.phrases[numbers[0]].head - 1].low == "first":
        return True  # "gave first aid to a walker"
    if frame.name == "transfer.goes" and predicate.particle in {"off", "out"}:
        return True  # "the shell went off in Lima"
    if frame.name == "transfer.goes" and any(here.made.preps[n].prep in IN for n in used_to) and any(
        here.made.preps[n].prep == "to" and here.made.preps[n].objects
        and not flow_phrases(here, here.made.preps[n].objects) for n in predicate.preps
    ):  # fmt: skip
        return True  # "the money went to good use in Lima", not "to refugees in Lima"
    if frame.name == "transfer.spend" and here.lemma(counted(here, numbers[0])) in _GIFTS:
        return True  # "spent millions on aid to Yemen"
    if frame.flags.get("money") and not (is_money or is_cargo or classes_at(here, numbers[0]) & {"possession"}):
        return True
    of_a_state = origin_of(here, numbers[0]) and flow_phrases(here, argument(predicate, "subj"))
    return predicate.lemma in {"steal", "loot"} and not (
        of_a_state or _is_robbed(here, predicate)  # "Chad is stealing *Togo's* grain"
    )


def _are_many(here: Reading, number: int) -> bool:
    """Whether a phrase is of people or of schools, so that what is for them goes to where they are."""
    head = here.head(number)
    return head != here.lemma(number) and (
        "person" in noun_classes(head) or head in words("frames", "bodies", "nouns")
    )  # fmt: skip


def _goods_of(here: Reading, predicate: Predicate, frame: Frame, slot: str) -> tuple[int, ...]:
    """The phrases that name what a verb passes on."""
    if slot not in {"subj", "obj"}:
        held = [n for n in predicate.preps if here.made.preps[n].prep == slot and here.made.preps[n].objects]
        return here.made.preps[held[0]].objects if held else ()
    if frame.name == "transfer.bound":
        return predicate.subject  # "rifles bound for Chad"
    if predicate.passive and slot == "obj" and predicate.objects and frame.name == "transfer.give":
        return predicate.objects[0]  # "was given weapons"
    numbers = argument(predicate, slot) or (_to_take(here, predicate) if slot == "obj" else ())
    if numbers and (meant := _of_which(here, numbers[0])) is not None:
        return (meant,)
    if numbers and here.head(numbers[0]) in {"ownership", "possession"} and (
        owned := next((here.made.preps[n] for n in here.made.phrases[numbers[0]].preps[:1]), None)
    ):  # fmt: skip
        return owned.objects if owned.prep == "of" and owned.objects else numbers  # "hand over *ownership of* 90 masks"
    return (_carried(here, numbers[0]) if numbers and predicate.lemma in _GIVES_OUT else ()) or numbers


def _to_take(here: Reading, predicate: Predicate) -> tuple[int, ...]:
    """What the verb before it has, where an infinitive has nothing: "collected *blankets* to take to Gao"."""
    if predicate.form != "infinitive" or predicate.passive or predicate.parent is None or predicate.preps == ():
        return ()
    above = here.made.predicates[predicate.parent]
    goods = argument(above, "obj")
    gathers = above.lemma in _GATHERS and bool(goods) and passes_on(here, goods[0])
    return goods if gathers else ()


_GATHERS: Final = frozenset("collect gather buy pack raise assemble load hire need want prepare make sew knit".split())


def _of_which(here: Reading, number: int) -> int | None:
    """What "most of which" is of: "short of *oxygen*, most of which is brought from Guinea"."""
    phrase = here.made.phrases[number]
    behind = [word.low for word in here.made.words[phrase.last : phrase.last + 2]]
    if behind != ["of", "which"] or phrase.first < 2 or here.made.words[phrase.first - 1].text != ",":
        return None
    return next((n for n, one in enumerate(here.made.phrases) if one.last == phrase.first - 1), None)


def _carried(here: Reading, number: int) -> tuple[int, ...]:
    """The goods aboard what is sent: "is sending a ship *carrying relief supplies*"."""
    return next(
        (one.objects[0] for one in here.made.predicates
         if one.lemma == "carry" and one.relation == "participle" and one.of == number and one.objects), ()
    )  # fmt: skip


def _is_worth_telling(here: Reading, predicate: Predicate, numbers: Sequence[int], *, is_money: bool) -> bool:
    """Whether goods are told of though nobody says whom they come from: arms, grants, what a state buys."""
    if any(classes_of(here.head(n)) & {"arms"} for n in numbers):
        return True
    heads = {here.lemma(counted(here, n)) for n in numbers}
    if is_money or heads & words("frames", "cargo", "nouns"):
        return True
    subject = argument(predicate, "subj")
    if not subject or state_of(here, subject[0]) is None:
        return False
    first = here.made.phrases[numbers[0]]
    if here.made.words[first.first].tag == "number" and classes_at(here, numbers[0]) & {"artifact", "vehicle"}:
        return True  # "Oman will receive 40 howitzers"
    return predicate.lemma in {"buy", "import", "purchase", "order", "procure", "acquire"}


def _is_public(here: Reading, numbers: Sequence[int], parties: Sequence[int], *, is_money: bool) -> bool:
    """Whether money or aid is a public body's, though no place is named: "received $40,000 in federal funds"."""
    if not parties or not (is_money or here.lemma(counted(here, numbers[0])) in words("frames", "cargo", "nouns")):
        return False
    if here.lemma(numbers[0]) == "grant":
        return True  # nobody else gives one
    public = words("frames", "public", "words")
    first, last = here.made.phrases[numbers[0]].first, here.made.phrases[counted(here, numbers[0])].last
    return any(word.low in public for word in here.made.words[first:last]) or any(
        here.made.words[n].low in public
        for party in parties
        for n in range(here.made.phrases[party].first, here.made.phrases[party].last)
    )


def _is_many(here: Reading, frame: Frame, number: int) -> bool:
    """Whether so many things as are counted go somewhere: "*50,000 coats* went to refugees in Chad"."""
    phrase = here.made.phrases[counted(here, number)]
    head = here.made.words[phrase.head]
    counts = any(word.tag == "number" for word in here.made.words[here.made.phrases[number].first : phrase.head])
    things = noun_classes(head.low) & {"artifact", "food", "substance"}
    return (
        frame.name in {"transfer.goes", "transfer.collect"} and counts and bool(things) and head.low.endswith("s")
        and not noun_classes(head.low) & {"vehicle", "person", "communication", "act", "attribute", "location"}
    )  # fmt: skip
