"""What arms are used where, and by whom."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from dateline.reading.events.behind import of_what
from dateline.reading.events.fillers import make_find, whole
from dateline.reading.events.grounds import IN, counted, places_of, state_of, toponym_of
from dateline.reading.events.parties import adjective_of
from dateline.reading.events.slots import argument, ends_of, states_in
from dateline.reading.events.whereabouts import opened
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

__all__ = ["MADE_WEAPONS", "are_arms", "is_force", "read_use", "scene_of", "struck_state"]

_STRIKES: Final = frozenset(("strike", "attack", "barrage", "raid", "fire"))
_TROOPS: Final = frozenset(
    "soldier troop troops army navy military force marine gunship tank warship rebel militant insurgent militia sniper"
    " paratrooper coastguard gunner gunboat frigate destroyer cruiser corvette".split()
)
_GUNS: Final = frozenset(("artillery", "gunner", "battery", "howitzer", "gun", "mortar"))
_COLLIDES: Final = frozenset(("hit", "strike"))
_WARPLANES: Final = frozenset("warplane bomber fighter-bomber fighter-jet gunship drone missile rocket".split())
_PLANES: Final = frozenset("jets planes warplanes aircraft helicopters choppers".split())
_ARMED: Final = frozenset("fighter attack strike bomber military coalition combat apache war stealth".split())
_FELLS: Final = frozenset("destroy damage flatten level demolish kill injure wound ravage".split())
_TOOLS: Final = frozenset("nail glue staple heat spray radar speed caulking hot".split())
_SHOTS: Final = frozenset("shot goal serve header drive strike throw pass effort finish".split())
_ROUNDS: Final = frozenset("round canister barrage salvo volley device attack explosion blast".split())
_AGENTS: Final = {  # what is a weapon by the word before it
    "gas": frozenset("tear mustard nerve poison chlorine sarin toxic cs".split()),
    "agent": frozenset(("nerve", "chemical")),
    "agents": frozenset(("nerve", "chemical")),
    "spray": frozenset(("pepper",)),
    "cannon": frozenset(("water",)),
    "phosphorus": frozenset(("white",)),
    "device": frozenset(("explosive", "incendiary")),
    "devices": frozenset(("explosive", "incendiary")),
    "rounds": frozenset(("live", "plastic", "rubber", "artillery")),
    "cylinders": frozenset(("gas",)),
    "cocktail": frozenset(("molotov",)),
    "cocktails": frozenset(("molotov",)),
}
MADE_WEAPONS: Final = (
    frozenset(_AGENTS)
    | {f"{kind}-bomb" for kind in "car truck pipe nail petrol letter suicide".split()}
    | {f"{load}-{how}" for load in ("explosives", "explosive", "bomb") for how in "laden packed filled rigged".split()}
)
"""Words of what is a weapon only with the word before it: "tear *gas*", "a *truck-bomb* blast"."""
_LADEN: Final = frozenset("laden packed filled rigged strapped".split())
_BLOWS: Final = frozenset("shelling bombardment airstrike airstrikes artillery".split())
_PACKED: Final = frozenset("pack load lade rig fill stuff cram".split())


def _struck_with(here: Reading, predicate: Predicate) -> tuple[int, ...]:
    """The arms that strike: the subject, or what stands behind "with", of a passive also behind "by"."""
    if not predicate.passive:
        held = [n for n in predicate.preps if here.made.preps[n].prep == "with"]
        arms = [n for n in held for o in here.made.preps[n].objects if classes_of(here.head(o)) & {"arms"}]
        return here.made.preps[arms[0]].objects if arms else predicate.subject
    by = (here.made.preps[n].objects for n in predicate.preps if here.made.preps[n].prep in {"by", "with"})
    return next(by, ())


def are_arms(here: Reading, number: int) -> bool:
    """Whether a phrase is of arms, or of what they do: "three *drone strikes*", "tear gas", "mortar rounds"."""
    phrase = here.made.phrases[number]
    head = here.made.words[phrase.head]
    if (head.tag == "name" and head.low.endswith("s")) or not {here.head(o) for o in of_what(here, number)}.isdisjoint(
        _SHOTS
    ):
        return False  # "the *Rockets*", "a rocket of a *shot*"
    if phrase.head > phrase.first and here.made.words[phrase.head - 1].low in _TOOLS:
        return False  # "a *nail* gun"
    if classes_of(head.low) & {"arms"} or _is_laden(here, number):
        return True
    before = {part for word in here.made.words[phrase.first : phrase.head] for part in word.low.split("-")}
    if not before.isdisjoint(_LADEN) and not before.isdisjoint(("explosive", "explosives", "bomb")):
        return True  # "an *explosives-laden* car"
    of_them = here.lemma(counted(here, number)) in _ROUNDS
    if of_them and "artillery" in {here.head(o) for o in of_what(here, counted(here, number))}:
        return True  # "dozens of *rounds of artillery*"
    if here.lemma(number) in _ROUNDS and any(
        word == "tank" or classes_of(word) & {"arms"} for word in before
    ):  # "a *truck-bomb* blast"
        return True
    if any(here.head(number) == head and not before.isdisjoint(kinds) for head, kinds in _AGENTS.items()):
        return True
    if here.head(number) in _BLOWS:
        return True  # "was hit by *shelling*"
    return here.lemma(number) in _STRIKES and any(word == "air" or classes_of(word) & {"arms"} for word in before)


def _is_laden(here: Reading, number: int) -> bool:
    """Whether what somebody sets off is full of explosives: "a truck *packed with explosives*"."""
    return any(
        one.of == number and one.lemma in _PACKED and here.made.preps[n].prep == "with"
        and any(classes_of(here.head(o)) & {"arms"} for o in here.made.preps[n].objects)
        for one in here.made.predicates if one.relation == "participle" for n in one.preps
    )  # fmt: skip


def _are_strikes(here: Reading, predicate: Predicate, numbers: tuple[int, ...]) -> bool:
    """Whether bare "strikes" hit a town, and no workers' strike an airport: "*strikes* hit Bari and Lagos"."""
    if predicate.lemma in {"target", "aim"} and predicate.passive:
        return here.head(numbers[0]) in {"strikes", "attacks", "raids"}  # "the strikes were aimed at …"
    struck = next(iter(predicate.objects), ())
    return (
        here.head(numbers[0]) == "strikes"
        and predicate.lemma in _COLLIDES
        and any((toponym := toponym_of(here, o)) is not None and toponym.end >= here.span(o)[1] for o in struck)
    )


def read_use(here: Reading, predicate: Predicate, frame: Frame) -> Find | None:
    """Read what arms are used where, and by whom."""
    if frame.name == "use.gunfire":
        return _read_gunfire(here, predicate, frame)
    if frame.name == "use.exchanged":
        return _read_exchange(here, predicate, frame)
    if frame.name == "use.under":
        return _read_under_fire(here, predicate, frame)
    if frame.name == "use.selves":
        return _blown_up(here, predicate, frame)
    if "goods" not in frame.roles:
        return _read_raid(here, predicate, frame)
    if predicate.lemma in _FELLS and (
        predicate.form == "gerund"
        or any(here.lemma(n) in _STRIKES for n in (*predicate.subject, *_struck_with(here, predicate)))
    ):
        return None  # "*air strikes* by rebels killed nine": the noun tells it; "…, *killing* nine": told already
    if frame.name == "use.strikes" and not predicate.passive and any(here.head(n) in _GUNS for n in predicate.subject):
        return None  # "*artillery* hit Goma": who fires, and not what
    slot = frame.roles["goods"][0]
    numbers = argument(predicate, "obj") if slot == "obj" else _struck_with(here, predicate)
    if slot == "with":  # "struck Homs *with rockets*"
        withs = (here.made.preps[n].objects for n in predicate.preps if here.made.preps[n].prep == slot)
        numbers = next(withs, ())
    if not numbers or not (any(are_arms(here, n) for n in numbers) or _are_strikes(here, predicate, numbers)):
        of = here.made.phrases[numbers[0]].preps if numbers else ()
        deep = here.made.preps[of[0]].objects if of else ()
        if not deep or not classes_of(here.head(deep[0])) & {"arms"}:
            return None
    place, used = ends_of(here, predicate, frame.roles["place"])
    place = place or _where_called(here, predicate) or _where_used(here, predicate, frame, numbers)
    if not place:
        return None
    here.taken |= set(used)
    place = list(dict.fromkeys(place))
    if frame.name == "use.strikes" and (predicate.passive or numbers == predicate.subject):
        here.filled |= set(numbers)
        actor = _fired_by(here, numbers)
        if here.head(numbers[0]) in _BLOWS:  # "was hit by *Russian shelling*"
            nation = adjective_of(here, here.made.phrases[numbers[0]])
            return make_find(here, "use", predicate.word, frame, actor=[nation] if nation else actor, place=place)
        return make_find(
            here, "use", predicate.word, frame, goods=(whole(here, numbers),), actor=actor, place=place
        )  # fmt: skip
    by = (n for n in predicate.preps if here.made.preps[n].prep == "by" and not _is_of_a_saying(here, n))
    who = next((here.made.preps[n].objects[:1] for n in by), ()) if predicate.passive else argument(predicate, "subj")
    actor = [whole(here, who)] if who and here.made.words[here.made.phrases[who[0]].head].tag != "relative" else []
    return make_find(here, "use", predicate.word, frame, goods=(whole(here, numbers),), actor=actor, place=place)


def _fired_by(here: Reading, numbers: Sequence[int]) -> list[Span]:
    """Who fired what strikes, by a participle behind it: "a missile *launched by Peru* landed in"."""
    by = [
        o for one in here.made.predicates if one.of in numbers and one.passive and one.lemma in _FIRES
        for n in one.preps if here.made.preps[n].prep == "by" for o in here.made.preps[n].objects[:1]
    ]  # fmt: skip
    return [whole(here, (o,)) for o in by[:1] if is_force(here, o) or "person" in noun_classes(here.head(o))]


_FIRES: Final = frozenset("fire launch drop throw shoot plant detonate".split())


def _is_of_a_saying(here: Reading, n: int) -> bool:
    """Whether "by" names who says so: "were used against towns, *as noted by* Leo Paz"."""
    first = here.made.preps[n].first
    return "as" in [word.low for word in here.made.words[max(0, first - 2) : first]]


def _where_used(here: Reading, predicate: Predicate, frame: Frame, numbers: tuple[int, ...]) -> list[Span]:
    """Where arms are used by what stands further off: what is struck with them, those they are fired at, the scene."""
    if frame.name == "use.strikes":
        struck = predicate.subject if predicate.passive else next(iter(predicate.objects), ())
        if place := places_of(here, struck) or _lies_at(here, struck):
            return place
    if predicate.form == "gerund" and predicate.parent is not None:
        above = here.made.predicates[predicate.parent]  # "attacked a port in Crimea *using drones*"
        place = places_of(here, above.objects[0]) if above.objects else []
        place = place or ends_of(here, above, frame.roles["place"])[0]
        if place:
            return place
    for one in here.made.predicates:
        if (
            one.relation == "participle"
            and one.of in numbers
            and (found := ends_of(here, one, frame.roles["place"])[0])
        ):
            return found  # "dropped a bomb *called the Big One on Bari*"
        if frame.name == "use.arms" and one.relation == "infinitive" and one.parent is not None and (
            here.made.predicates[one.parent].word == predicate.word
            and one.lemma in _HARMS and one.objects
            and (found := places_of(here, one.objects[-1]) or scene_of(here, one))
        ):  # fmt: skip
            return found  # "used drones *to attack a base in Bari*"
    if frame.name != "use.arms":
        return []
    found = scene_of(here, predicate) or opened(here, predicate)
    if found or not predicate.subject or predicate.passive:
        return found
    who = here.made.phrases[predicate.subject[-1]]
    found = [place for n in who.preps[:1] if here.made.preps[n].prep in IN
             for place in places_of(here, here.made.preps[n].objects)]  # "police *in Oran* fired tear gas"  # fmt: skip
    if not found and here.lemma(predicate.subject[-1]) == "police":
        found = states_in(here, who)[:1]  # "*Oran* police fired tear gas"
    return found or _own_coast(here, predicate)


def _lies_at(here: Reading, struck: Sequence[int]) -> list[Span]:
    """Where what is struck lies, by a participle: "hit a camp *based in Goma*"."""
    lies = (one for one in here.made.predicates if one.of in struck and one.relation == "participle")
    return next((found for one in lies if one.lemma in _LIES
                 and (found := scene_of(here, one))), [])  # fmt: skip


_LIES: Final = frozenset("base locate situate use run hold operate control occupy house own".split())


def _own_coast(here: Reading, predicate: Predicate) -> list[Span]:
    """The state whose own coast or waters are shot at: "Oman fired two missiles *off its coast*"."""
    state = state_of(here, predicate.subject[-1])
    held = (o for n in predicate.preps if here.made.preps[n].prep in IN for o in here.made.preps[n].objects)
    own = any(here.head(o) in {"coast", "coasts", "waters", "shore"}
              and here.made.words[here.made.phrases[o].first].low == "its" for o in held)  # fmt: skip
    return [state] if own and state is not None else []


def scene_of(here: Reading, predicate: Predicate) -> list[Span]:
    """Where a verb says that something happens, behind it, whatever stands in between."""
    for prep in (here.made.preps[n] for n in predicate.preps if here.made.preps[n].prep in IN):
        holder = None if prep.of is None else here.holder(prep.of)
        is_start = holder is not None and holder.prep in {"from", "out_of"}
        if prep.first > predicate.word and not is_start and (places := places_of(here, prep.objects)):
            return places
    return []


_HARMS: Final = frozenset(
    "hit strike attack destroy target bomb damage kill sink disperse quell scatter shell break repel clear stop".split()
)


def _read_raid(here: Reading, predicate: Predicate, frame: Frame) -> Find | None:
    """Read who bombs what where, by a verb that needs no word for the arms: "rebels shelled *Goma*"."""
    slot = "by" if predicate.passive else "subj"
    by = (here.made.preps[n].objects for n in predicate.preps if here.made.preps[n].prep == slot)
    who = next(by, ()) if predicate.passive else predicate.subject
    flown = bool(who) and (_is_flown(here, who[-1]) or here.lemma(who[-1]) in _GUNS)
    flown = flown or (bool(who) and _is_at_war(here, predicate, who[-1]))
    if not (who or predicate.passive) or (frame.flags.get("flown") and not flown):
        return None
    if frame.flags.get("by_force") and not (who and state_of(here, who[-1]) is not None):
        return None  # "his wife *poisoned* him in Leeds"
    if who and not (_is_flown(here, who[-1]) or is_force(here, who[-1]) or _may_bomb(here, predicate, who[-1])):
        return None
    if predicate.lemma in _COLLIDES and _is_flown(here, who[-1]) and not _is_of_war(here, who[-1]):
        return None  # "a plane *hit* a tower in Oslo"
    found, used = ends_of(here, _without_provocation(here, predicate), frame.roles["place"])
    place = list(dict.fromkeys(found)) or (places_of(here, predicate.subject) if predicate.passive else [])
    place = place or _where_called(here, predicate) or _lies_at(here, next(iter(predicate.objects), ()))
    place = place or struck_state(here, predicate.subject if predicate.passive else next(iter(predicate.objects), ()))
    if not place or (not predicate.passive and not predicate.objects):
        return None
    here.taken |= set(used)
    return make_find(here, "use", predicate.word, frame, actor=[whole(here, who)] if who else [], place=place)


def _blown_up(here: Reading, predicate: Predicate, frame: Frame) -> Find | None:
    """Read "a bomber *blew himself up* at a mosque in Kabul"."""
    if not predicate.subject or all(here.made.preps[n].prep != "up" for n in predicate.preps):
        return None
    place = ends_of(here, predicate, frame.roles["place"])[0] or scene_of(here, predicate)
    who = whole(here, predicate.subject)
    return make_find(here, "use", predicate.word, frame, actor=[who], place=place) if place else None


def _read_under_fire(here: Reading, predicate: Predicate, frame: Frame) -> Find | None:
    """Read "Kyiv *came under missile attack*", "a convoy came under artillery fire near Homs"; no minister."""
    under = next(
        (o for n in predicate.preps if here.made.preps[n].prep == "under" for o in here.made.preps[n].objects), None
    )
    if under is None or not predicate.subject or here.lemma(under) not in _UNDER:
        return None
    phrase = here.made.phrases[under]
    before = {part for word in here.made.words[phrase.first : phrase.head] for part in word.low.split("-")}
    behind = [o for n in (*phrase.preps, *predicate.preps) if here.made.preps[n].prep in {"from", "by"}
              for o in here.made.preps[n].objects]  # fmt: skip
    armed = [o for o in behind if are_arms(here, o) or _is_flown(here, o) or is_force(here, o)]
    is_shelled = here.lemma(under) in _SHELLINGS or any(word in _AFAR or classes_of(word) & {"arms"} for word in before)
    if not (is_shelled or armed):
        return None
    place = scene_of(here, predicate) or places_of(here, predicate.subject)
    here.filled.add(under)
    actor = [whole(here, (o,)) for o in armed if not are_arms(here, o)][:1]
    actor = actor or [span for o in (*armed, under) if (span := adjective_of(here, here.made.phrases[o])) is not None]
    goods = [whole(here, (o,)) for o in armed if are_arms(here, o)][:1]
    return make_find(here, "use", predicate.word, frame, goods=goods, actor=actor[:1], place=place) if place else None


_UNDER: Final = frozenset("attack fire shelling bombardment barrage strike raid gunfire".split())
_SHELLINGS: Final = frozenset(("shelling", "bombardment", "gunfire"))
_AFAR: Final = frozenset("air aerial artillery mortar drone rocket missile tank machine".split())


def _is_at_war(here: Reading, predicate: Predicate, number: int) -> bool:
    """Whether forces hit what only forces hit: "*the army struck* rebel *positions* in Goma", no hotel chain."""
    struck = predicate.subject if predicate.passive else next(iter(predicate.objects), ())
    heads = {here.lemma(one) for o in struck for one in (o, counted(here, o)) if not _is_a_goal(here, one)}
    troops = here.lemma(number) in _TROOPS | {"force"}
    is_armed = is_force(here, number) or troops
    wide = _TARGETS | {"headquarters", "depot", "camp", "compound"} if troops else _TARGETS - _BUILT
    return is_armed and predicate.lemma in _HITS and not heads.isdisjoint(wide)


def _read_exchange(here: Reading, predicate: Predicate, frame: Frame) -> Find | None:
    """Read "Chadian and Libyan troops *exchanged fire* in Tibesti"; no policemen and a robber."""
    who = predicate.subject
    if not who or not any(is_force(here, n) or here.lemma(n) in _TROOPS | {"side"} for n in who):
        return None
    place = ends_of(here, predicate, frame.roles["place"])[0] or scene_of(here, predicate)
    return make_find(here, "use", predicate.word, frame, actor=[whole(here, who)], place=place) if place else None


def _is_a_goal(here: Reading, number: int) -> bool:
    """Whether targets are what somebody wants to reach: "its *export* targets", no "terror targets"."""
    phrase = here.made.phrases[number]
    before = here.made.words[phrase.head - 1] if phrase.head > phrase.first else None
    if here.lemma(number) != "target" or before is None:
        return False
    is_armed = before.lemma in words("frames", "forces", "nouns") | words("frames", "bombers", "nouns") | _ARMED
    return before.low in {"its", "their"} or (before.tag == "noun" and not is_armed and before.low != "terror")


_BUILT: Final = frozenset(("facility", "base", "site"))  # a firm may target a site
_HITS: Final = frozenset(("strike", "hit", "pound", "target", "pummel", "hammer", "attack", "destroy"))


def _where_called(here: Reading, predicate: Predicate) -> list[Span]:
    """Where that is which is struck and only called so: "struck *what he called* a camp *in Goma*"."""
    aimed = [o for n in predicate.preps if here.made.preps[n].prep in {"at", "on"} for o in here.made.preps[n].objects]
    struck = [*(predicate.objects[0][:1] if predicate.objects else ()), *aimed]
    if predicate.passive or all(here.head(o) != "what" for o in struck):
        return []
    number = here.made.predicates.index(predicate)
    told = next(iter(here.made.predicates[number + 1 : number + 2]), None)
    if told is None or told.lemma not in _CALLS:
        return []
    inner = next(iter(here.made.predicates[number + 2 : number + 3]), told)
    found = scene_of(here, told) or [place for held in told.objects for place in places_of(here, held)]
    return found or ([] if inner is told or inner.lemma != "be" else scene_of(here, inner))


_CALLS: Final = frozenset("call describe say believe term identify".split())


def _without_provocation(here: Reading, predicate: Predicate) -> Predicate:
    """A verb without what another blow is on: "struck a port in response to an attack *on Aden*"."""
    other = (n for n in predicate.preps if (of := here.made.preps[n].of) is not None and here.lemma(of) in _UNDER)
    gone = set(other)
    return predicate._replace(preps=tuple(n for n in predicate.preps if n not in gone)) if gone else predicate


def _read_gunfire(here: Reading, predicate: Predicate, frame: Frame) -> Find | None:
    """Read troops that fire on somebody somewhere: "soldiers *fired on* protesters in Gao"; no gunman at a mall."""
    who = predicate.subject
    held = [n for n in predicate.preps if here.made.preps[n].prep in frame.roles["place"]]
    aimed = [n for n in held if here.made.preps[n].prep not in IN or here.made.preps[n].prep == "on"]
    aimed += [n for n in held if here.made.preps[n].prep == "at"]
    shot = [here.lemma(counted(here, o)) for o in argument(predicate, "obj")]
    if not who or predicate.passive or not _SHOTS_FIRED.issuperset(shot) or not aimed or not (
        _is_flown(here, who[-1]) or here.lemma(who[-1]) in _TROOPS or state_of(here, who[-1]) is not None
    ):  # fmt: skip
        return None
    place = places_of(here, here.made.preps[aimed[0]].objects) or scene_of(here, predicate)
    place = place or struck_state(here, here.made.preps[aimed[0]].objects) or opened(here, predicate)
    return make_find(here, "use", predicate.word, frame, actor=[whole(here, who)], place=place) if place else None


_SHOTS_FIRED: Final = frozenset(("shot", "round", "volley", "salvo", "burst"))


def struck_state(here: Reading, numbers: Sequence[int]) -> list[Span]:
    """The state whose forces or sites are struck: "strikes on *Iranian* targets"."""
    return [
        state for number in numbers if here.lemma(number) in _TARGETS
        for state in states_in(here, here.made.phrases[number])[:1]
    ]  # fmt: skip


_TARGETS: Final = frozenset(
    "target position site facility installation base force troop militia stronghold convoy tank soldier fighter".split()
)


def _may_bomb(here: Reading, predicate: Predicate, number: int) -> bool:
    """Whether anybody may do what a verb says: "*the brothers* planned to bomb …", "*naval guns* shelled …"."""
    head = here.made.words[here.made.phrases[number].head]
    if classes_of(head.low) & {"arms"}:
        return True
    struck = predicate.subject if predicate.passive else next(iter(predicate.objects), ())
    return (
        predicate.lemma in _BOMBS
        and (head.tag in {"pronoun", "name"} or bool(noun_classes(head.low) & {"person", "group"}))
        and bool(places_of(here, struck))  # "the cook *shelled peas* in Lima"
    )


_BOMBS: Final = frozenset(("bomb", "firebomb", "blow", "shell", "bombard"))


def _is_flown(here: Reading, number: int) -> bool:
    """Whether a phrase is of warplanes: "F-16 bombers", "*jets*", "its *F-16s*"."""
    head = here.made.words[here.made.phrases[number].head]
    return bool(classes_of(head.low) & {"aircraft"}) or _MODEL(head.text) is not None


_MODEL: Final = re.compile(r"(?:F|MiG|Su|Tu|B|A|J|AH|Mi|Ka|C)-?\d+\w?s?").fullmatch


def _is_of_war(here: Reading, number: int) -> bool:
    """Whether a phrase says that its planes are warplanes: "bombers", "F-16s", "fighter jets", "*Chadian jets*"."""
    phrase = here.made.phrases[number]
    head = here.made.words[phrase.head]
    if head.low in _PLANES and (adjective_of(here, phrase) or states_in(here, phrase)):
        return True
    before = {word.low for word in here.made.words[phrase.first : phrase.head]}
    if head.low in _PLANES and here.made.words[phrase.first].low in {"its", "their"}:
        return True  # "the army said *its jets* hit"
    return head.lemma in _WARPLANES or any(letter.isdigit() for letter in head.text) or not before.isdisjoint(_ARMED)


def is_force(here: Reading, number: int) -> bool:
    """Whether a phrase is of a state, of fighters or stands for some."""
    if here.head(number) in {"they", "it", "he"} or state_of(here, number) is not None:
        return True
    return here.lemma(number) in words("frames", "forces", "nouns") or here.lemma(number) in words(
        "frames", "bombers", "nouns"
    )
