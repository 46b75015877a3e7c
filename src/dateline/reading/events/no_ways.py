"""What looks like a way and is none: idioms, objects that are no places, memberships that end."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from dateline.reading.events.fillers import NEVER_MOVE, may_fill
from dateline.reading.events.frame_table import by_verb
from dateline.reading.events.grounds import place_of, toponym_of
from dateline.reading.events.ships import ship_at
from dateline.reading.text.nouns import noun_classes
from dateline.reading.text.wordlists import rules, words
from dateline.reading.things.by_standing import where_named

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.reading.events.frame_table import Frame
    from dateline.reading.events.reading import Reading
    from dateline.reading.grammar.syntax import Predicate

__all__ = ["CHAMBERS", "GOERS", "is_no_way", "is_word_of_mouth"]

_IDIOMS: Final = frozenset(
    ("turn", "touch", "come", "fall", "alight", "hit", "reach", "enter", "approach", "near", "take")
)
_OFF_THE_ROAD: Final = frozenset(
    ("road", "roadway", "track", "tracks", "rails", "carriageway", "motorway", "highway", "pavement", "tarmac")
)
_FIRMS: Final = frozenset("company firm retailer brand bank chain manufacturer carmaker bookmaker startup".split())
GOERS: Final = frozenset(("person", "vehicle", "animal"))
"""Classes of who or what goes."""
_RESUMES: Final = frozenset(("go", "return", "get", "come", "head"))
CHAMBERS: Final = frozenset("commons lords senate house congress parliament assembly".split())
"""Houses of a parliament, which one enters as a member."""
_WARDS: Final = frozenset("hospital hospitals clinic infirmary facility centre center ward unit".split())


def is_no_way(here: Reading, predicate: Predicate, frame: Frame) -> bool:
    """Whether the object of a verb of motion is no place to go to: "hit a tree in Leeds", "leave the EU"."""
    if predicate.lemma == "come" and predicate.subject and here.head(predicate.subject[0]) == "it":
        first = here.made.phrases[predicate.subject[0]].first
        if first and here.made.words[first - 1].low.endswith("when"):
            return True  # "when it comes to Chad"
    if _is_origin(here, predicate):
        return True
    if predicate.lemma in _IDIOMS and _is_idiom(here, predicate):
        return True
    if is_word_of_mouth(here, predicate) or _is_schooling(here, predicate) or _is_figure(here, predicate, frame):
        return True
    if predicate.lemma in _BACKS_OUT and _is_out_of_a_meeting(here, predicate):
        return True
    if not predicate.passive and "in_on" in frame.roles["to"] and _is_collision(here, predicate):
        return True
    if _is_saying(here, predicate) or (predicate.lemma == "run" and _is_led(here, predicate)):
        return True
    if predicate.lemma in {"take", "remand"} and "custody" in _behind(here, predicate, words_behind=3):
        return True  # "was *taken into custody* in Leeds": an arrest
    ways = {here.made.preps[n].prep for n in predicate.preps}
    if predicate.lemma == "deploy" and predicate.passive and ways & {"across", "throughout"} and (
        ways.isdisjoint(("to", "into", "from"))
    ):  # fmt: skip
        return True  # "900 troops *deployed across* Mali": they are there
    if frame.flags.get("perfective") and here.made.words[predicate.word].low.endswith("ing"):
        return predicate.form == "finite"  # "was sailing near Corfu": there, and on no way past it
    if frame.flags.get("falls"):
        return not _is_fall(here, predicate, str(frame.flags["falls"]).split())
    if frame.flags.get("been"):
        return here.made.words[predicate.word].low != "been" or predicate.passive or bool(predicate.objects)
    if frame.flags.get("wards"):
        return not any(here.made.preps[n].prep == "to" and _is_ward(here, n) for n in predicate.preps)
    if _behind(here, predicate) in (["ahead", "with"], ["forward", "with"]) or (
        predicate.lemma == "come" and _behind(here, predicate)[:1] == ["forward"]
    ):  # fmt: skip
        return True  # "decided to *move ahead with* loading fuel in Oman", "asked witnesses to *come forward*"
    if frame.name == "motion.near" and predicate.objects:
        return True  # "floodwater *closed the road* between Tuam and Galway"
    if predicate.lemma == "run" and _behind(here, predicate)[:2] == ["out", "of"]:
        return not any(toponym_of(here, o) or where_named(here.made, o, bodily=True)
                       for n in predicate.preps for o in here.made.preps[n].objects[:1]
                       if here.made.preps[n].prep == "out_of")  # fmt: skip
    if predicate.lemma in _RESUMES and any(
        here.made.preps[n].prep == "to" and [here.head(o) for o in here.made.preps[n].objects] == ["work"]
        for n in predicate.preps
    ):  # fmt: skip
        return True  # "went back *to work* in towns across Peru"
    if frame.name == "motion.pass" and predicate.lemma == "pass" and predicate.objects and (
        here.head(predicate.objects[0][0]) in CHAMBERS
    ):  # fmt: skip
        return True  # "an aid package that will *pass the House*"
    if predicate.lemma == "clear" and predicate.particle == "out" and predicate.objects:
        return True  # "to *clear out* the palace": its things
    if predicate.lemma == "run" and _is_run_into(here, predicate):
        return True  # "a lorry *ran into a van* on the A6"
    if _is_told_again(here, predicate) or _is_advice(here, predicate):
        return True
    if predicate.lemma == "commit" and here.made.words[predicate.word - 1].low in {"remain", "remains", "remained"}:
        return True  # "it *remained committed* to the North Sea"
    if predicate.lemma == "make" and predicate.passive:
        return True  # "exports cars *made* in Pune to Togo": they are no goers
    if predicate.lemma == "call" and predicate.relation == "participle" and predicate.objects:
        return True  # "a bomb *called* the Big One"
    if predicate.lemma == "lead" and not predicate.passive and predicate.subject and not (
        may_fill(here, predicate.subject[0], GOERS)
    ):  # fmt: skip
        return True  # "the video led police to a house"
    if frame.flags.get("after_people"):
        return predicate.form == "gerund" or not (predicate.objects and may_fill(here, predicate.objects[0][0], GOERS))
    if predicate.lemma == "board" and predicate.objects and here.made.words[
        here.made.phrases[predicate.objects[0][0]].head
    ].tag != "name":  # fmt: skip
        return ship_at(here, predicate.objects[0][0]) is None  # "boarded *the yacht* in the Red Sea"
    if not predicate.objects:
        return predicate.lemma == "hit" and frame.name == "motion.reach"
    if predicate.lemma == "hit" and frame.name == "motion.reach" and toponym_of(here, predicate.objects[0][0]) is None:
        return True
    if predicate.lemma == "leave" and (
        _is_a_number_alone(here, predicate.objects[0][0])
        or here.head(predicate.objects[0][0]) in _OFF_THE_ROAD
        or (_is_without(here, predicate) and not may_fill(here, predicate.subject[0], GOERS))
    ):  # fmt: skip
        return True  # "left *3,000* in Texas", "*left the road* near Bath", "storms left areas *without power*"
    unions = words("frames", "unions", "nouns")  # a membership ends
    return any(here.head(number) in unions for number in predicate.objects[0])


def _is_a_number_alone(here: Reading, number: int) -> bool:
    """Whether a number stands without what it counts: "left *3,000* in Texas", not "left *one of* its ports"."""
    phrase = here.made.phrases[number]
    is_number = here.made.words[phrase.head].tag == "number"
    return is_number and all(here.made.preps[n].prep != "of" for n in phrase.preps)


def _is_run_into(here: Reading, predicate: Predicate) -> bool:
    """Whether a vehicle hits what it runs into."""
    into = (o for n in predicate.preps if here.made.preps[n].prep == "into" for o in here.made.preps[n].objects[:1])
    return any(toponym_of(here, o) is None and may_fill(here, o, GOERS) for o in into)


def _is_told_again(here: Reading, predicate: Predicate) -> bool:
    """Whether an aside calls the way just told a first: "came to Lima, *the first king to visit* Peru"."""
    if predicate.form != "infinitive" or predicate.parent is None:
        return False
    comma = predicate.group[0]
    while comma > predicate.group[0] - _ASIDE_HAS and comma > 0 and here.made.words[comma].text != ",":
        comma -= 1
    above = here.made.predicates[predicate.parent]
    aside = [word.low for word in here.made.words[comma + 1 : predicate.group[0]]]
    is_first = here.made.words[comma].text == "," and aside[:1] == ["the"] and not _FIRSTS.isdisjoint(aside)
    is_way = any(frame.kind == "route" for frame in by_verb().get(above.lemma, ()))
    return is_first and is_way and above.word < comma


def _is_advice(here: Reading, predicate: Predicate) -> bool:
    """Whether anybody might go so, and nobody does: "the queue can be avoided *by walking from* the park"."""
    if predicate.form != "gerund" or predicate.marker is None or predicate.parent is None:
        return False
    above = here.made.predicates[predicate.parent]
    can = any(word.low in {"can", "could", "may"} for word in here.made.words[above.group[0] : above.group[1]])
    return can and above.passive and here.made.words[predicate.marker].low == "by"


_ASIDE_HAS: Final = 9  # words of "the first crowned guest from overseas"
_FIRSTS: Final = frozenset("first second third only latest last highest most".split())
_BACKS_OUT: Final = frozenset("pull withdraw drop bow crash quit".split())


def _is_out_of_a_meeting(here: Reading, predicate: Predicate) -> bool:
    """Whether somebody takes no part any more, wherever it is: "pulled out *of a concert* in Lima"."""
    held = (here.made.preps[n] for n in predicate.preps if here.made.preps[n].prep in {"out_of", "from"})
    met = [o for prep in held for o in prep.objects] or [o for numbers in predicate.objects for o in numbers]
    return any(
        toponym_of(here, o) is None and noun_classes(here.head(o)) & {"event", "communication"} and (
            "person" not in noun_classes(here.head(o))
        )
        for o in met
    )  # fmt: skip


def _is_idiom(here: Reading, predicate: Predicate) -> bool:
    """Whether a verb that may be of motion is not: "turned to Oslo for help", "came up with", "set alight"."""
    behind = _behind(here, predicate)
    if predicate.lemma == "turn":
        into = (o for n in predicate.preps if here.made.preps[n].prep == "into" for o in here.made.preps[n].objects[:1])
        if any(here.made.words[here.made.phrases[o].first].low in {"a", "an"} for o in into):
            return True  # "turned the *village into a* retail centre"
        return not predicate.passive and behind[:1] == ["to"] and not predicate.objects
    if predicate.lemma == "touch":
        return not predicate.passive and behind[:1] in (["on"], ["upon"])  # "touched on the works in Leeds"
    if predicate.lemma in {"come", "fall"}:
        return behind == ["up", "with"] or (
            behind[:1] == ["under"] and any(here.head(o) in _UNDER for n in predicate.preps for o in
                                            here.made.preps[n].objects[:1] if here.made.preps[n].prep == "under")
        )  # fmt: skip
    if predicate.lemma == "take":
        return behind[:1] == ["part"]
    if predicate.lemma == "alight":
        return here.made.words[predicate.word].low == "alight" and predicate.form != "infinitive"
    if predicate.lemma == "approach":
        return _is_somebody(here, predicate)
    if predicate.lemma == "hit":
        movers = frozenset(("vehicle", "weather"))
        return not predicate.passive and not any(may_fill(here, one, movers) for one in predicate.subject)
    held = predicate.objects[0][0] if predicate.objects else None  # "reach a truce", "enter trials"
    return held is not None and toponym_of(here, held) is None and (
        frozenset() < noun_classes(here.head(held)) <= NEVER_MOVE - {"location"} or here.head(held) == "ceasefire"
    )  # fmt: skip


def _is_origin(here: Reading, predicate: Predicate) -> bool:
    """Whether a verb only says where people are of: "half of the voters *come from* Lagos"."""
    verb = here.made.words[predicate.group[0] : predicate.group[1]]
    is_bare = not any(word.tag == "auxiliary" for word in verb) and not predicate.particle
    if not is_bare or predicate.form != "finite" or here.made.words[predicate.word].low not in {"come", "comes"}:
        return False
    ways = [here.made.preps[n].prep for n in predicate.preps if here.made.preps[n].first > predicate.word]
    return ways[:1] == ["from"] and "to" not in ways and "into" not in ways and bool(
        predicate.subject and may_fill(here, predicate.subject[-1], frozenset(("person", "troupe")))
    )  # fmt: skip


def _is_figure(here: Reading, predicate: Predicate, frame: Frame) -> bool:
    """Whether by who does it nobody goes anywhere: a firm that enters a market, a vote, a novel, a government."""
    if predicate.passive or not predicate.subject:
        return False
    who = here.lemma(predicate.subject[0])
    if who in words("frames", "still", "nouns") or (who in _FALLS and predicate.lemma in _BEATS):
        return True  # "*queues* returned to Bari", "*rain* battered farms in Chad"
    if frame.name == "motion.caused" and who in words("frames", "figures", "nouns"):
        return True  # "*a vote* would take him out of the palace", "*the film* takes us to Bari"
    if predicate.lemma == "abandon" and who in words("frames", "neglects", "nouns"):
        return any(_is_wide(here, o) for held in predicate.objects for o in held)  # "have abandoned *rural Ireland*"
    if who not in _FIRMS or predicate.lemma not in _SPREADS:
        return False
    into = (o for n in predicate.preps if here.made.preps[n].prep == "into" for o in here.made.preps[n].objects)
    held = (o for one in predicate.objects for o in one)
    return any(_is_wide(here, o) for o in (held if predicate.lemma == "enter" else into))  # "entered *Brazil*"


_BEATS: Final = frozenset("batter lash pound soak drench hammer pummel hit strike rake sock".split())
_FALLS: Final = frozenset(("rain", "snow", "hail", "sleet", "wind"))
_SPREADS: Final = frozenset("enter move push expand branch step venture go come break".split())


@cache
def _sayings() -> frozenset[tuple[str, ...]]:
    """Verbs with the preposition and the noun that make a saying of them: "*fall through the net*"."""
    return frozenset(tuple(one.split()) for one in rules("frames")["sayings"]["phrases"].split(", "))


def _is_saying(here: Reading, predicate: Predicate) -> bool:
    """Whether a verb is said of nobody's way with its noun: "fell *through the net*", "will go *to court*"."""
    return any(
        (predicate.lemma, here.made.preps[n].prep, here.lemma(o)) in _sayings()
        for n in predicate.preps
        for o in here.made.preps[n].objects[:1]
    )


def _is_collision(here: Reading, predicate: Predicate) -> bool:
    """Whether one only runs into another: "a lorry *ran into a car* on Elm Road", "got into a van"."""
    into = [here.made.preps[n] for n in predicate.preps if here.made.preps[n].prep == "into"]
    hit = [o for prep in into for o in prep.objects]
    return any(toponym_of(here, o) is None and "vehicle" in noun_classes(here.head(o)) for o in hit)


def _is_led(here: Reading, predicate: Predicate) -> bool:
    """Whether what is "run" is led: "a firm *run from Dubai*", no train and nobody who runs."""
    return any(
        here.made.words[here.made.phrases[one].head].tag == "noun" and not may_fill(here, one, GOERS)
        for one in predicate.subject
    )


def _is_wide(here: Reading, number: int) -> bool:
    """Whether a phrase means a country or a part of one, no town: "*the north* of England"."""
    span = place_of(here, number)
    meant = (t.place for t in here.toponyms if span is not None and t.start == span[0])
    return any(place is not None and place.kind not in _TOWNS for place in meant)


_TOWNS: Final = frozenset(("city", "venue", "place"))
_UNDER: Final = frozenset("fire pressure attack scrutiny criticism suspicion threat strain control review".split())


def _is_somebody(here: Reading, predicate: Predicate) -> bool:
    """Whether one person comes up to another: "Roa *approached Paz* in the yard", no ship that nears a port."""
    if not (predicate.objects and predicate.subject):
        return False
    held = predicate.objects[0][0]
    is_unknown = here.made.words[here.made.phrases[held].head].tag == "name" and toponym_of(here, held) is None
    return is_unknown and may_fill(here, predicate.subject[0], frozenset(("person",)))


def is_word_of_mouth(here: Reading, predicate: Predicate) -> bool:
    """Whether only words pass: "*posting flyers*", "the *call* Roa *made* from Lima", "reach Roa at 864-5521"."""
    if predicate.lemma in _TELLS and any(here.lemma(held[0]) in _NOTICES for held in predicate.objects):
        return True
    first = predicate.group[0]
    if predicate.lemma == "make" and any(word.lemma in _UTTERED for word in here.made.words[max(0, first - 3) : first]):
        return True
    beside = here.made.words[max(0, first - _NUMBER_REACHES) : predicate.group[1] + _NUMBER_REACHES]
    text = here.made.text[beside[0].start : beside[-1].end]  # "phone 555-1234 or *visit* the museum"
    return predicate.lemma in _CALLED_ON and _PHONE.search(text) is not None


_TELLS: Final = frozenset(("post", "bring", "put", "give"))
_NOTICES: Final = frozenset("flyer flier sign notice poster bill photo picture latest news word update".split())
_UTTERED: Final = frozenset("call speech remark comment statement announcement appeal offer claim threat".split())
_CALLED_ON: Final = frozenset(("reach", "visit", "go", "come", "stop", "get"))
_PHONE: Final = re.compile(r"\b\d{3}-\d{4}\b")
_NUMBER_REACHES: Final = 9  # words from "reach" to a number


def _is_schooling(here: Reading, predicate: Predicate) -> bool:
    """Whether somebody is taken as a student: "*got into* Oslo University", "was *admitted to* the school"."""
    if predicate.lemma not in {"get", "admit", "accept"}:
        return False
    into = {"into"} if predicate.lemma == "get" else {"to", "into"}  # one "gets children *to* school", too
    ways = (here.made.preps[n] for n in predicate.preps)
    inside = (here.lemma(o) for way in ways if way.prep in into for o in way.objects)
    return not {"university", "college", "school", "academy"}.isdisjoint(inside)


def _is_without(here: Reading, predicate: Predicate) -> bool:
    """Whether a verb's object is left lacking something."""
    return bool(predicate.subject) and any(here.made.preps[n].prep == "without" for n in predicate.preps)


def _is_fall(here: Reading, predicate: Predicate, falls: Sequence[str]) -> bool:
    """Whether a verb's object is what falls from the sky, or how much of it: "dropped *nine inches of snow*"."""
    if predicate.passive or not predicate.objects:
        return False
    objects = predicate.objects[-1]
    of = (here.made.preps[n] for o in objects for n in here.made.phrases[o].preps[:1])
    inner = [o for prep in of if prep.prep == "of" for o in prep.objects]
    return any(here.head(o) in falls for o in (*objects, *inner))


def _behind(here: Reading, predicate: Predicate, *, words_behind: int = 2) -> list[str]:
    """The words right behind a verb."""
    return [word.low for word in here.made.words[predicate.group[1] : predicate.group[1] + words_behind]]


def _is_ward(here: Reading, n: int) -> bool:
    """Whether a prepositional phrase names where patients are sent: "to *the hospital* in Lyon"."""
    return any(here.head(o) in _WARDS for o in here.made.preps[n].objects)
