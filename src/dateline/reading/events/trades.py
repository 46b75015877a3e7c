"""What nouns tell of what passes on: exports, deliveries, loans and aid, with who gives and gets."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, Final

from dateline.reading.events.behind import chain_of, chain_of_noun
from dateline.reading.events.fillers import NEVER_MOVE, STRONG, are_goods, is_sum, make_find, whole
from dateline.reading.events.grounds import counted, places_of, state_of, told_before, toponym_of
from dateline.reading.events.parties import (
    adjective_of,
    flow_phrases,
    is_body,
    is_party,
    made_in,
    name_of,
    origin_of,
    passes_on,
    spans_of,
)
from dateline.reading.events.slots import listed_behind, states_in
from dateline.reading.events.travellers import light_state
from dateline.reading.text.classes import classes_of
from dateline.reading.text.nouns import noun_classes
from dateline.reading.text.wordlists import words

if TYPE_CHECKING:
    from dateline.reading.events.find import Find
    from dateline.reading.events.frame_table import Frame
    from dateline.reading.events.reading import Reading
    from dateline.reading.grammar.syntax import Phrase
    from dateline.story.model import Span

__all__ = ["read_noun_flow"]

_TRADE: Final = frozenset(("import", "export", "trade", "commerce"))
_MEANWHILE: Final = frozenset(("after", "amid", "despite"))  # "imports of fish after the leak *from the plant*"
_LOADED: Final = frozenset(("delivery", "shipment", "consignment", "airlift"))  # "*the delivery* to Goma"
_GETTING: Final = frozenset(("import", "purchase"))
_DECIDE: Final = frozenset(
    "approve freeze withhold suspend spend provide extend award grant block cut slash restore increase raise reduce"
    " boost end halt stop resume double pledge promise".split()
)
_GIVERS: Final = frozenset("supplier exporter seller provider source donor lender".split())
_ARE: Final = frozenset(("be", "remain", "become", "stay"))
_HELP: Final = frozenset(("assistance", "bailout", "rescue"))  # what a package may be of
_SENT: Final = frozenset("supply delivery shipment export sale flow".split())  # what a firm stops or raises
_COMING: Final = frozenset("supply delivery shipment consignment".split())
_AWAITED: Final = frozenset(("expect", "await", "schedule", "due"))
_GIVEN: Final = frozenset(("transfer.aid", "transfer.deals"))
_PAIR: Final = 2
_NAMED: Final = 2  # words of "financial assistance"


def _is_for_nobody(here: Reading, number: int, phrase: Phrase, frame: Frame) -> bool:
    """Whether what is given goes nowhere: "provided *first aid* to a walker", money for no place by name."""
    if here.lemma(number) == "aid" and here.made.words[phrase.head - 1].low == "first":
        return True
    return bool(frame.flags.get("named")) and not _is_for_a_place(here, number, phrase)


def read_noun_flow(here: Reading, number: int, phrase: Phrase, frame: Frame) -> Find | None:
    """Read "exports of wheat to Oman", "a loan from the bank"."""
    if frame.name == "transfer.traders" or _is_for_nobody(here, number, phrase, frame):
        return _trader(here, number, phrase, frame) if frame.name == "transfer.traders" else None
    start: list[Span] = []
    goal: list[Span] = []
    via: list[Span] = []
    goods: Span | None = None
    used: list[int] = []
    bodies: dict[str, list[Span]] = {}
    lemma = here.made.words[phrase.head].lemma
    for n, prep, objects in takewhile(lambda one: one[1] not in _MEANWHILE, chain_of_noun(here, number, phrase)):
        if prep == "of" and goods is None and are_goods(here, objects, frame.allowed):
            if frame.flags.get("cargo") and not passes_on(here, objects[0]):
                return None  # "the arrival of a tanker"
            goods = whole(here, objects)
            start += _made_by(here, objects[0]) if phrase.head < here.made.preps[n].first and lemma in _GETTING else []
            continue
        if prep == "between" and frame.flags.get("mutual"):
            ends = places_of(here, objects)[:_PAIR]
            start, goal, used = ends[:1], ends[1:], [*used, n]
            continue
        loose = prep in {"to", "into", "from", "by"} or (prep == "for" and frame.name == "transfer.aid")
        places = places_of(here, objects) or (_party_places(here, n) if loose else [])
        for role, ends in (("from", start), ("to", goal), ("via", via)):
            if prep == "by" and lemma in _GETTING:
                goal.extend(places if role == "to" else [])  # "imports *by Egypt* from Oman"
                used += [n] if places and role == "to" else []
            elif prep in frame.roles[role] and places:
                ends.extend(places)
                used.append(n)
            elif prep in {"to", "from"} and role == prep and is_body(here, objects[0]):
                if frame.name == "transfer.aid":
                    ends.extend(spans_of(here, objects[:1]))
                    used.append(n)
                elif frame.name == "transfer.nouns":
                    bodies[role] = spans_of(here, objects[:1])
    if frame.flags.get("cargo") and goods is None:
        return None
    goods = goods or _goods_before(here, number, phrase, frame, has_goal=bool(goal))
    due = _due_in(here, number) if lemma in _COMING and not goal else (goal, [])
    goal, used = due[0], [*used, *due[1]]
    named = {*start, *goal}
    _add_parties(here, number, phrase, frame, start, goal)
    if bool(start) != bool(goal) and goods is not None:  # "Iran's exports *to the bloc*"
        start, goal = start or bodies.get("from", []), goal or bodies.get("to", [])
    acts = [span for span in (*start, *goal) if span not in named]
    is_trade = lemma in {"import", "export"} and goods != here.trigger(phrase.head)
    is_given = frame.name in _GIVEN and bool(start) and is_sum(here, number)  # "plans a $4 million aid package"
    if goods is None or not (start or goal or via) or not (
        used or is_trade or is_given or (start and goal) or (lemma == "delivery" and _takers(here, number))
    ):  # fmt: skip
        return None
    is_bare = frame.name == "transfer.deals" and goods == here.trigger(phrase.head) and not is_sum(here, number)
    if is_bare or (frame.flags.get("least") and not (start and goal)):
        return None  # "orders from Lima": of nothing
    if goal and not start:
        start = (_stopper(here, number) if lemma in _SENT else []) or _origin_in(here, goods) or _banner(here, number)
    if {here.made.text[slice(*span)] for span in start} & {here.made.text[slice(*span)] for span in goal}:
        return None
    here.taken |= set(used)
    return make_find(
        here, "flow", phrase.head, frame, is_noun=True, goods=(goods,), from_=start, to=goal, acts=acts,
        via=[span for span in via if span not in goal],  # "to stations *across Chad*"
    )  # fmt: skip


def _party_places(here: Reading, n: int) -> list[Span]:
    """Where those are who give or get, or the places named of several: "to 14 towns, *including Leeds*"."""
    return flow_phrases(here, here.made.preps[n].objects) or listed_behind(here, n)


def _is_for_a_place(here: Reading, number: int, phrase: Phrase) -> bool:
    """Whether "for" and a place by name stand right behind goods nobody told of: "arms *for Chad*", no team's."""
    if number in here.goods or not phrase.preps or here.made.preps[phrase.preps[0]].prep != "for":
        return False
    named = [toponym_of(here, o) for o in here.made.preps[phrase.preps[0]].objects]
    return bool(named) and all(
        one is not None and one.sort == "place" and one.stands_for != "team" and one.place is not None for one in named
    )


def _made_by(here: Reading, number: int) -> list[Span]:
    """The state that goods are called by: "imports of *Russian* gas"."""
    phrase = here.made.phrases[number]
    made = adjective_of(here, phrase) or next(iter(states_in(here, phrase)), None)
    made = made or (None if phrase.owner is None else state_of(here, phrase.owner))  # "imports of *Iran's* gas"
    return [] if made is None else [made]


def _trader(here: Reading, number: int, phrase: Phrase, frame: Frame) -> Find | None:
    """Read "Iraq is the main supplier of oil *to India*", "the biggest buyer *of Russian oil*": who trades what."""
    gives = here.made.words[phrase.head].lemma in _GIVERS
    who = [] if (state := _who_is(here, number)) is None else [state]
    goods: Span | None = None
    other: list[Span] = []
    for _, prep, objects in chain_of(here, phrase):
        is_of = prep == "of" or (prep == "for" and not gives)  # "customer *for cocoa*"
        if is_of and goods is None and are_goods(here, objects, frame.allowed):
            goods = whole(here, objects)
            other = [] if gives else made_in(here, objects[0]) or origin_of(here, objects[0])
        elif prep in ({"to", "for"} if gives else {"from"}) and not other:
            other = flow_phrases(here, objects)
    goods = goods or _goods_before(here, number, phrase, frame, has_goal=bool(other))
    if not other and phrase.owner is not None and (owner := state_of(here, phrase.owner)) is not None:
        other = [owner]  # "*China's* top supplier"
    if not who or not other or goods is None or goods == here.trigger(phrase.head) or who[0] == other[0]:
        return None
    start, goal = (who, other) if gives else (other, who)
    return make_find(here, "flow", phrase.head, frame, is_noun=True, goods=(goods,), from_=start, to=goal)


def _who_is(here: Reading, number: int) -> Span | None:
    """The state that a noun says something of: "*Iraq*, China's main supplier", "*Iraq* is …", "… is *Iraq*"."""
    for predicate in here.made.predicates:
        if predicate.lemma == "be" and number in predicate.subject and predicate.objects:
            return state_of(here, predicate.objects[-1][0])
        if predicate.lemma in _ARE and predicate.subject and any(number in held for held in predicate.objects):
            return state_of(here, predicate.subject[0])
    holder = here.holder(number)
    if holder is not None and holder.prep == "as":
        return _who_is_as(here, here.made.preps.index(holder))
    same = here.made.phrases[number].same_as
    if same is not None:
        return state_of(here, same)
    return next((state_of(here, n) for n, one in enumerate(here.made.phrases) if one.same_as == number), None)


def _who_is_as(here: Reading, n: int) -> Span | None:
    """The state that "as" says something of: "*Peru* replaced Chile *as* the top supplier", "sees *Chile* as"."""
    told = next((one for one in here.made.predicates if n in one.preps), None)
    if told is None:
        return None
    is_object = bool(told.objects) and not told.passive and told.lemma not in _OUSTS
    who = told.objects[0] if is_object else told.subject
    return state_of(here, who[0]) if who else None


_OUSTS: Final = frozenset(
    "replace overtake succeed displace oust supplant leapfrog surpass eclipse dethrone pass".split()
)


def _goods_before(here: Reading, number: int, phrase: Phrase, frame: Frame, *, has_goal: bool) -> Span | None:
    """What a noun of trade is of by itself or by the word before it: "a loan", "*grain* exports", "exports"."""
    head = here.made.words[phrase.head]
    if frame.roles["goods"] == ("self",):
        holder = here.holder(number)
        if holder is not None and holder.prep == "on" and head.low == "loan":
            return None  # a player "on loan from Bath"
        if head.lemma == "assistance" and not has_goal and phrase.last - phrase.first < _NAMED:
            return None  # "with assistance from the Lima police"
        return whole(here, (number,))
    word = here.made.words[phrase.head - 1] if phrase.head > phrase.first else None
    is_cargo = (
        word is not None
        and frame.name == "transfer.deals"
        and (word.lemma in words("frames", "cargo", "nouns") or word.lemma in _HELP)
    )
    is_short = (
        word is not None
        and word.text.isupper()
        and word.tag != "determiner"
        and bool(noun_classes(word.low) & frame.allowed)
    )  # "*LNG*"
    if word is None or (word.tag != "noun" and not is_short) or (noun_classes(word.low) <= NEVER_MOVE and not is_cargo):
        is_one = head.lemma in _LOADED and has_goal and word is not None and word.tag in {"determiner", "possessive"}
        held = (o for n in phrase.preps if here.made.preps[n].prep == "to" for o in here.made.preps[n].objects)
        is_one = is_one and any(toponym_of(here, o) is not None for o in held)  # no "delivery to *fans* in Leeds"
        return here.trigger(phrase.head) if head.low.endswith("s") or head.lemma in _TRADE or is_one else None
    fits = noun_classes(word.low) & frame.allowed or classes_of(word.low) & STRONG or is_cargo
    return (word.start, head.end if word.lemma in _HELP else word.end) if fits else None


def _add_parties(  # noqa: PLR0913, PLR0917
    here: Reading, number: int, phrase: Phrase, frame: Frame, start: list[Span], goal: list[Span]
) -> None:  # fmt: skip
    """Who gives and gets by what stands before a noun, or by the verb that it is the object of."""
    lemma = here.made.words[phrase.head].lemma
    state = None if phrase.owner is None else state_of(here, phrase.owner) or told_before(here, phrase.owner)
    adjective = adjective_of(here, phrase)
    buyer = light_state(here, number) if lemma in _GETTING and adjective is not None and not start else None
    if buyer is not None and buyer != adjective and adjective is not None:
        start.append(adjective)  # "*Chad* cut *Russian* gas imports"
        goal += [] if goal else [buyer]
        return
    state = state or adjective or _state_before(here, phrase) or light_state(here, number)
    if state is None and lemma in _GETTING and (who := _buyers(here, number)):
        goal += [] if goal else who  # "*Peru's cabinet* approved the purchase of …"
        return
    if state is None and frame.name == "transfer.aid" and goal and phrase.owner is not None and not start:
        start += spans_of(here, (phrase.owner,)) if is_body(here, phrase.owner) else []  # "*the IMF's* loan to Greece"
    if lemma in {"bailout", "rescue"} and state is not None and not goal:
        goal.append(state)  # "*Greece's* third bailout"
        start += [] if start else spans_of(here, _approvers(here, number))
        return
    if lemma == "remittance" and adjective is not None and start and not goal:
        goal.append(adjective)  # "*Kenyan* remittances from Oman": they come home
        return
    if state is not None and lemma in _GETTING:
        if goal and state == adjective and not start and state not in goal:
            start.append(state)  # "*Chinese* tyre imports into Peru"
        goal += [] if goal else [state]
    elif state is not None and phrase.owner is not None and _is_won(here, phrase):
        goal += [] if goal else [state]
    elif state is not None and not start:
        start.append(state)
    if lemma == "import" and not goal:
        goal += _dependent(here, number)
    if lemma == "delivery" and not goal:
        goal += _takers(here, number)
    if lemma == "export" and start and not goal:
        goal += _sharer(here, number)
    if frame.name == "transfer.aid" and goal and not start:
        start += spans_of(here, _approvers(here, number))
    if frame.name == "transfer.aid" and not start and not goal and (asked := _asked_for(here, number)):
        start += asked  # "asked *the bank* for a loan"
    if frame.name == "transfer.aid" and start and not goal:
        goal += _takers_of_aid(here, number)
    if start and not goal and _is_in_exchange(here, number) and here.given:
        goal.append(here.given[-1])


def _is_won(here: Reading, phrase: Phrase) -> bool:
    """Whether money is its owner's by an award: "Oslo's recently *awarded* grant"."""
    return any(word.low in {"awarded", "received", "won"} for word in here.made.words[phrase.first : phrase.head])


def _due_in(here: Reading, number: int) -> tuple[list[Span], list[int]]:
    """Where goods on their way are awaited, "deliveries of gas are *expected in Malta*", and what says so."""
    for predicate in here.made.predicates:
        if number in predicate.subject and predicate.lemma in _AWAITED:
            where = (n for n in predicate.preps if here.made.preps[n].prep in {"in", "at"} and n not in here.taken)
            return next(
                ((found, [n]) for n in where if (found := places_of(here, here.made.preps[n].objects))), ([], [])
            )
    return [], []


def _takers_of_aid(here: Reading, number: int) -> list[Span]:
    """Who approves or accepts money that somebody else gives: "*the board* approved the grant from the state"."""
    for one in here.made.predicates:
        told = number in here.goods or one.passive
        held = [o for numbers in one.objects for o in numbers]
        held += [o for n in one.preps if here.made.preps[n].prep == "for" for o in here.made.preps[n].objects]
        if one.lemma in _ACCEPTS and not told and number in held:
            who = one.subject[-1:]
            return flow_phrases(here, who) or [name_of(here, n) for n in who if is_party(here, n)]
    return []


_ACCEPTS: Final = frozenset("approve accept welcome use land secure apply ask".split())


def _asked_for(here: Reading, number: int) -> list[Span]:
    """Who is asked for money: "Chad asked *the bank* for a loan"."""
    for one in here.made.predicates:
        held = [o for n in one.preps if here.made.preps[n].prep == "for" for o in here.made.preps[n].objects]
        if one.lemma == "ask" and not one.passive and one.objects and number in held:
            return flow_phrases(here, one.objects[0]) or [name_of(here, n) for n in one.objects[0] if is_party(here, n)]
    return []


def _takers(here: Reading, number: int) -> list[Span]:
    """Who takes delivery: "*Peru* took delivery of four jets"."""
    takers = (one for one in here.made.predicates if one.lemma == "take" and (number,) in one.objects)
    return [name_of(here, n) for one in takers for n in one.subject if is_party(here, n)][:1]


def _sharer(here: Reading, number: int) -> list[Span]:
    """Who gets a share of exports: "*Chad* accounts for 90 percent of Oman's oil exports", "*Peru* takes half of"."""
    for one in here.made.predicates:
        held = [o for numbers in one.objects for o in numbers]
        held += [o for n in one.preps if here.made.preps[n].prep == "for" for o in here.made.preps[n].objects]
        if one.lemma in _SHARES and not one.passive and one.subject and number in {
            *held, *(counted(here, o) for o in held)
        }:  # fmt: skip
            return [state for n in one.subject[:1] if (state := state_of(here, n)) is not None]
    return []


def _banner(here: Reading, number: int) -> list[Span]:
    """The state that lets goods go or not: "the *Dutch* government has blocked the export of machines to China"."""
    for one in here.made.predicates:
        held = [o for numbers in one.objects for o in numbers]
        held += [o for h in held for n in here.made.phrases[h].preps[:1] for o in here.made.preps[n].objects]
        if one.lemma in _LETS and not one.passive and one.subject and number in held and (
            here.lemma(number) in _GOES_OUT
        ):  # fmt: skip
            state = state_of(here, one.subject[-1])
            return flow_phrases(here, one.subject[-1:]) if state is None else [state]
    return []


_TELLS: Final = frozenset(("announce", "unveil"))
_SHARES: Final = frozenset("account take buy absorb receive purchase get".split())
_LETS: Final = frozenset(
    "block ban bar halt stop suspend prohibit restrict approve authorise authorize allow permit clear resume restart"
    " freeze limit curb veto license".split()
)
_GOES_OUT: Final = frozenset("export shipment sale delivery transfer supply".split())


def _dependent(here: Reading, number: int) -> list[Span]:
    """The state that depends on imports: "*Oman* depends on imports of wheat"."""
    for predicate in here.made.predicates:
        on = [
            o for n in predicate.preps if here.made.preps[n].prep in {"on", "upon"} for o in here.made.preps[n].objects
        ]
        if predicate.lemma in {"depend", "rely"} and number in on and predicate.subject:
            return [state for n in predicate.subject[:1] if (state := state_of(here, n)) is not None]
    return []


def _stopper(here: Reading, number: int) -> list[Span]:
    """The same firm, as the end where supplies begin."""
    who = _stoppers(here, number)
    return flow_phrases(here, who) or spans_of(here, who)


def _stoppers(here: Reading, number: int) -> tuple[int, ...]:
    """The firm or the body whose supplies are told of: "*Gazprom* cut gas supplies to Chad"."""
    for predicate in here.made.predicates:
        if not predicate.passive and predicate.lemma in words("frames", "light", "verbs") and (
            predicate.relation != "participle" and any(number in held for held in predicate.objects)
        ):  # fmt: skip
            who = predicate.subject[:1]
            return who if who and _is_firm(here, who[0]) else ()
    return ()


def _buyers(here: Reading, number: int) -> list[Span]:
    """The place of the body whose purchase is told of."""
    for one in here.made.predicates:
        lets = one.lemma in words("frames", "light", "verbs") or one.lemma in _LETS
        if lets and not one.passive and one.relation != "participle" and any(number in held for held in one.objects):
            return flow_phrases(here, one.subject[:1])
    return []


def _is_firm(here: Reading, number: int) -> bool:
    """Whether a phrase names a firm or a body, as far as the text tells, and no person."""
    head = here.made.words[here.made.phrases[number].head]
    entity = None if here.known is None else here.known.at(here.span(number))
    is_person = entity is not None and bool(entity.gender)
    return not is_person and (head.low in words("frames", "bodies", "nouns") or (
        head.tag == "name" and is_party(here, number)
    ))  # fmt: skip


def _approvers(here: Reading, number: int) -> tuple[int, ...]:
    """The body that approves or freezes a loan: "*the bank* approved a loan to Ghana"."""
    for predicate in here.made.predicates:
        held = [n for numbers in predicate.objects for n in numbers]
        on = [o for n in predicate.preps if here.made.preps[n].prep == "on" for o in here.made.preps[n].objects]
        who = predicate.subject[-1:]
        tells = predicate.lemma in _TELLS and bool(who) and state_of(here, who[0]) is not None
        light = predicate.lemma in _DECIDE or tells  # "*Kenya* announced aid to Togo", no president
        if light and not predicate.passive and number in (*held, *(counted(here, n) for n in held), *on):
            return tuple(n for n in predicate.subject if is_party(here, n))[:1]
    return ()


def _origin_in(here: Reading, goods: Span) -> list[Span]:
    """The same of goods that a noun of trade has: "deliveries of *Russian* gas to Bulgaria"."""
    return next(
        (origin_of(here, n) for n in range(len(here.made.phrases)) if goods[0] <= here.span(n)[0] < goods[1]), []
    )


def _state_before(here: Reading, phrase: Phrase) -> Span | None:
    """The state whose name a noun of trade has before it: "*US* sales of soya"."""
    at = phrase.first
    while at < phrase.head and (
        here.made.words[at].tag in {"determiner", "number"} or here.made.words[at].low == "more"
    ):
        at += 1
    first = here.made.words[at]
    found = next((t for t in here.toponyms if t.start == first.start and t.sort == "place"), None)
    return None if found is None or found.end >= here.made.words[phrase.head].start else (found.start, found.end)


def _is_in_exchange(here: Reading, number: int) -> bool:
    """Whether goods are what a giver gets back: "sent rice in exchange for fuel from Oman"."""
    held = (prep for prep in here.made.preps if prep.prep == "for" and number in prep.objects)
    before = [here.made.words[n].low for prep in held for n in range(max(0, prep.first - 2), prep.first)]
    return before in (["in", "exchange"], ["in", "return"])
