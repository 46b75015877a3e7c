"""What somebody was just doing, so that they were where they did it: "was driving in Lima", "was digging near Oran"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.reading.events.fillers import classes_at
from dateline.reading.events.grounds import places_of
from dateline.reading.events.named_ends import gathering_at
from dateline.reading.events.unnamed import gathering_of
from dateline.reading.events.ways import has_real_object
from dateline.reading.grammar.pieces import MONTHS
from dateline.reading.text.forms import verb_tags
from dateline.reading.text.nouns import noun_classes
from dateline.reading.text.wordlists import words

if TYPE_CHECKING:
    from dateline.reading.events.frame_table import Frame
    from dateline.reading.events.reading import Reading
    from dateline.reading.grammar.syntax import Predicate, PrepPhrase

__all__ = ["SELVES", "SPOTS", "goes_into_a_state", "is_doing", "is_under_way"]

_WAYS: Final = frozenset(("to", "from", "into", "toward", "towards", "on", "along"))  # roads are no stay
_RIDES: Final = frozenset("ride drive fly sail row paddle steer pilot cycle".split())
_WAS: Final = frozenset(("was", "were", "been"))


def is_under_way(here: Reading, predicate: Predicate, frame: Frame) -> bool:
    """Whether somebody "was driving in Lima" just then: neither "drives" there nor has an object."""
    above = None if predicate.parent is None else here.made.predicates[predicate.parent]
    is_spent = predicate.form == "gerund" and above is not None and above.lemma == "spend"  # "spent a day *filming*"
    return (
        (predicate.form == "finite" or is_spent or _is_somebody_doing(here, predicate))
        and here.made.words[predicate.word].low.endswith("ing")
        and (
            is_spent
            or "any_object" in frame.flags
            or not has_real_object(here, predicate)
            or _is_ridden(here, predicate)
        )
        and not any(_is_a_way(here, here.made.preps[n]) for n in predicate.preps)
    )


def _is_somebody_doing(here: Reading, predicate: Predicate) -> bool:
    """Whether "-ing" is told of certain people right before it: "*two men mending* a roof", no "men mending" one."""
    if predicate.form != "gerund" or predicate.relation != "participle" or predicate.of is None:
        return False
    phrase = here.made.phrases[predicate.of]
    first = here.made.words[phrase.first]
    is_certain = first.tag in {"determiner", "number"} and first.low not in {"any", "every", "no", "all"}
    is_verb = [word.low for word in here.made.words[predicate.group[1] : predicate.group[1] + 1]] != ["of"]
    return is_certain and is_verb and (phrase.last, predicate.group[1]) == (predicate.word, predicate.word + 1)


def goes_into_a_state(here: Reading, predicate: Predicate) -> bool:
    """Whether "go" only says how somebody will be somewhere: "went *into hiding* in Lyon", "*on patrol* in Gao"."""
    first = next((here.made.preps[n] for n in predicate.preps if here.made.preps[n].first == predicate.group[1]), None)
    if (
        predicate.passive
        or predicate.objects
        or first is None
        or first.prep not in _INTO
        or first.last - first.first > 2
    ):
        return False
    return any(here.head(o) in words("frames", "light", "states") for o in first.objects)


_INTO: Final = frozenset(("on", "into", "in"))


def _is_a_way(here: Reading, prep: PrepPhrase) -> bool:
    """Whether a phrase says along what, or up to where, somebody was going: "*to* Lima", not "*on* Sunday"."""
    is_day = prep.prep == "on" and any(here.head(o) in MONTHS for o in prep.objects)
    return prep.prep in _WAYS and not is_day


def _is_ridden(here: Reading, predicate: Predicate) -> bool:
    """Whether what somebody drives or rides is a verb's object: "was riding *a bike* in Elm Street"."""
    head = here.made.words[here.made.phrases[predicate.objects[0][0]].head]
    is_model = head.tag == "name" and any(letter.isdigit() for letter in head.text)  # "an Aria X6"
    return predicate.lemma in _RIDES and (is_model or bool(noun_classes(head.low) & {"vehicle", "animal"}))


def is_doing(here: Reading, predicate: Predicate) -> bool:
    """Whether a verb of no list says what somebody was at: "*was digging* a well near Oran", "*knelt* at a mill"."""
    if predicate.form == "finite" and _puts_themselves(here, predicate):
        return True
    if predicate.lemma in words("frames", "no_doings", "verbs"):
        return False
    if predicate.form != "finite":
        return _is_somebody_doing(here, predicate)
    if predicate.lemma in _SUFFERED and not predicate.objects:
        return False  # "Girl, 9, *attacked* in a park in Leeds"
    if predicate.passive:
        return any(_is_at_a_gathering(here, n) for n in predicate.preps)
    low = here.made.words[predicate.word].low
    group = {word.low for word in here.made.words[predicate.group[0] : predicate.word]}
    if low.endswith("ing"):
        is_craft = bool(predicate.subject) and "vehicle" in classes_at(here, predicate.subject[-1])
        return not group.isdisjoint(_WAS | {"is", "are"} if is_craft else _WAS)  # "*jets are policing* the skies"
    return "VBD" in verb_tags(low) and group <= _HAD and any(_is_at_a_spot(here, n, predicate) for n in predicate.preps)


_HAD: Final = frozenset(("had", "later", "then", "also", "first", "once", "twice", "personally"))
SPOTS: Final = frozenset(("at", "outside", "inside", "aboard", "near"))
"""Before what somebody must be close to who does a thing there."""
_LIES: Final = frozenset(("communication", "location", "event", "state", "group", "troupe"))
"""Classes of what "at" may say where it lies or is told: "announced a match *at a stadium in Leeds*"."""


def _puts_themselves(here: Reading, predicate: Predicate) -> bool:
    """Whether somebody puts or finds themselves somewhere, right behind the word: "barricaded *himself in a house*"."""
    last = next((here.made.phrases[n].last for held in predicate.objects for n in held if here.head(n) in SELVES), None)
    if last is None:
        return False
    behind = (here.made.preps[n] for n in predicate.preps if here.made.preps[n].first == last)
    is_known = predicate.lemma == "find" or predicate.lemma not in words("frames", "no_doings", "verbs") | _FIGURES
    return is_known and any(prep.prep in SPOTS | {"in"} and places_of(here, prep.objects) for prep in behind)


SELVES: Final = frozenset(("itself", "himself", "herself", "themselves"))
_FIGURES: Final = frozenset(
    "prove distinguish establish enjoy immerse involve interest lose embroil entangle see hang".split()
)


def _is_at_a_gathering(here: Reading, n: int) -> bool:
    """Whether a phrase is of what people come together for: "was honoured *at a gala* in Accra"."""
    prep = here.made.preps[n]
    return prep.prep == "at" and any(here.head(o) in words("frames", "stays", "nouns") for o in prep.objects)


def _is_a_ground(here: Reading, prep: PrepPhrase) -> bool:
    """Whether a phrase is of a building or the like, of no town: "knelt *in a church* in Lima"."""
    is_noun = here.made.words[here.made.phrases[prep.objects[0]].head].tag == "noun"
    return is_noun and here.head(prep.objects[0]) in words("frames", "grounds", "nouns")


_SUFFERED: Final = frozenset(
    "remember mourn bury commemorate kill wound injure poison shoot stab attack assault rape rob arrest detain"
    " criticise criticize represent".split()
)


def _is_at_a_spot(here: Reading, n: int, predicate: Predicate) -> bool:
    """Whether a phrase says at which spot something was done: "knelt *at a shrine*", "searched a jet *at Heathrow*"."""
    prep = here.made.preps[n]
    if not prep.objects or not (prep.prep in SPOTS or (prep.prep in {"in", "on"} and _is_a_ground(here, prep))):
        return False
    if prep.first < predicate.word and (prep.first or prep.prep not in SPOTS):
        return False
    if not (
        places_of(here, prep.objects) or gathering_of(here, prep.objects[0]) or gathering_at(here, prep.objects[0])
    ):
        return False
    before = prep.of
    if before is None or not prep.first or prep.first == predicate.group[1]:
        return True
    head = here.made.words[here.made.phrases[before].head]
    classes = noun_classes(head.low)
    if "time" in classes or head.tag == "pronoun" or _is_at_a_gathering(here, n):
        return True
    is_object = any(before in held for held in predicate.objects)
    return is_object and classes.isdisjoint(_LIES) and head.lemma not in words("frames", "grounds", "nouns")
