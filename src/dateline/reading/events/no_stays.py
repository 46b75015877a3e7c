"""Verbs of being somewhere that mean something else with what stands behind them: "stand over a plan"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.reading.events.grounds import IN, place_of, toponym_of
from dateline.reading.events.no_ways import is_word_of_mouth
from dateline.reading.events.onlookers import is_caught_in, is_held_up, is_prisoner
from dateline.reading.events.ways import has_real_object
from dateline.reading.text.wordlists import words

if TYPE_CHECKING:
    from dateline.reading.events.frame_table import Frame
    from dateline.reading.events.reading import Reading
    from dateline.reading.grammar.syntax import Predicate

__all__ = ["is_no_stay", "words_of"]

_DUTIES: Final = frozenset("work surgery operation test duty function role task autopsy search check".split())
_STAFF: Final = frozenset(("worker", "employee", "staff", "job", "student"))
_MET: Final = frozenset(("target", "requirement", "model", "standard", "condition"))
_SEIZES: Final = frozenset(("catch", "capture"))
_STAYS: Final = frozenset(("presence.stays", "presence.hovers", "presence.sinks"))


def is_no_stay(here: Reading, predicate: Predicate, frame: Frame) -> bool:
    """Whether a verb means something else with what is behind it: "stand over a plan", "drill for oil"."""
    behind = here.made.words[predicate.group[1]].low if predicate.group[1] < len(here.made.words) else ""
    if behind == "with" and predicate.lemma in {"pack", "cram", "stack", "jam"}:
        return True  # "a truck *packed with* shells"
    if predicate.lemma == "meet" and predicate.passive and predicate.subject and (
        here.lemma(predicate.subject[-1]) in _MET
    ):  # fmt: skip
        return True  # "the *target was met* in Chad"
    if predicate.lemma == "keep" and predicate.passive and behind not in IN:
        return True  # "could not be *kept still* in the Channel"
    if predicate.lemma == "lie" and here.made.words[predicate.word].low == "lay" and (
        predicate.form == "infinitive" or predicate.objects or behind == "off"
    ):  # fmt: skip
        return True  # "plans to *lay* off 90 people in Leeds"
    if predicate.lemma == "perform" and any(here.lemma(n) in _DUTIES for numbers in predicate.objects for n in numbers):
        return True  # "*performs* electrical *work* in Chad"
    if predicate.lemma in {"show", "turn"} and any(
        here.made.preps[n].prep == "for" and [here.head(o) for o in here.made.preps[n].objects] == ["work"]
        for n in predicate.preps
    ):  # fmt: skip
        return True  # "nurses never *showed up for work*"
    if predicate.form == "infinitive" and _is_without_bail(here, predicate):
        return True
    if is_word_of_mouth(here, predicate):
        return True  # "*posting flyers* around Leeds"
    if predicate.lemma == "treat" and not predicate.passive and any(
        here.lemma(n) == "patient" for held in predicate.objects for n in held
    ):  # fmt: skip
        return True  # "after *treating patients* in Chad": somebody's work
    if predicate.lemma in {"house", "accommodate"} and any(
        here.lemma(n) in _STAFF for held in predicate.objects for n in held
    ):  # fmt: skip
        return True  # "the plant will *house 90 workers*"
    if predicate.lemma == "house" and _is_paid_for(here, predicate):
        return True
    if frame.name in _STAYS | {"presence.is"} and _is_statistic(here, predicate):
        return True
    if frame.flags.get("grounds") and _is_anywhere(here, predicate):
        return True
    if predicate.lemma == "look" and behind != "after":
        return True
    if predicate.lemma == "hold" and is_held_up(here, predicate):
        return True
    if predicate.lemma in _SEIZES and not is_caught_in(here, predicate):
        return True  # "was caught in Leeds" by the police
    if predicate.lemma == "find" and predicate.passive and not any(
        one.form == "gerund" and one.group[0] == predicate.group[1] for one in here.made.predicates
    ):  # fmt: skip
        return True  # "was *found* in Leeds", not "was found *wandering* in Leeds"
    if predicate.lemma == "leave" and predicate.passive and behind not in {*IN, "behind"}:
        return True  # "was *left* injured in Leeds"
    if predicate.lemma == "leave" and predicate.objects and not predicate.passive and frame.flags.get("forces"):
        last = here.made.phrases[predicate.objects[-1][-1]].last  # "left nine soldiers *dead* in Gao"
        return last < len(here.made.words) and here.made.words[last].low not in IN
    if predicate.lemma == "miss":  # "is missing off Malta", not "missed" and not "missing from her home in Lima"
        left = predicate.form == "gerund" and predicate.relation == "coordinate"  # "left 90 dead and *missing* in Bari"
        return here.made.words[predicate.word].low != "missing" or behind not in IN or left
    if behind in words("frames", "not_there", "preps") and predicate.lemma in words("frames", "not_there", "verbs"):
        return True
    if frame.name == "presence.attends" and predicate.objects:
        return here.head(predicate.objects[-1][-1]) in words("frames", "schools", "nouns")
    if is_prisoner(here, predicate):
        return False  # "remains a *prisoner* in Goma"
    if frame.name in _STAYS and _has_a_model(here, predicate):
        return True
    return frame.name in _STAYS and has_real_object(here, predicate)  # "a camera he hid in Lima"


def _is_without_bail(here: Reading, predicate: Predicate) -> bool:
    """Whether somebody is let go to appear nowhere: "was *refused bail* to appear at a court in Leeds"."""
    before = [word.lemma for word in here.made.words[max(0, predicate.group[0] - 3) : predicate.word]]
    return "bail" in before and not {"refuse", "deny"}.isdisjoint(before)


def _is_paid_for(here: Reading, predicate: Predicate) -> bool:
    """Whether to house people is a matter of money: "cannot *afford to* house them"."""
    before = here.made.words[max(0, predicate.group[0] - 3) : predicate.word]
    return any(word.lemma in {"afford", "cost", "pay"} for word in before)


def _is_statistic(here: Reading, predicate: Predicate) -> bool:
    """Whether heads are counted where they live: "90 men in Leeds *waiting for* beds", "the *highest number* are"."""
    numbers = predicate.subject[-1:] or tuple(n for held in predicate.objects for n in held[:1])
    counts = (n for n in numbers if here.head(n) in {"number", "proportion", "share", "rate"})
    if any(_SUPERLATIVES & words_of(here, n) for n in counts):
        return True
    ends = (here.made.preps[n].last for n in predicate.preps if here.made.preps[n].prep in IN)
    return any(tuple(word.low for word in here.made.words[end : end + 2]) in _LACKING for end in ends)


def words_of(here: Reading, number: int) -> frozenset[str]:
    """The words of a phrase, in lower case."""
    phrase = here.made.phrases[number]
    return frozenset(word.low for word in here.made.words[phrase.first : phrase.last])


_SUPERLATIVES: Final = frozenset("highest largest biggest greatest lowest smallest fewest".split())
_LACKING: Final = frozenset(
    (("waiting", "for"), ("suffering", "from"), ("living", "with"), ("living", "in"), ("in", "need"), ("dying", "of"))
)


def _is_anywhere(here: Reading, predicate: Predicate) -> bool:
    """Whether a place without a name may be any: "noticed two men *on the street*"."""
    return any(
        here.made.preps[n].prep in IN and here.head(o) in _UNNAMED and place_of(here, o) is None
        for n in predicate.preps for o in here.made.preps[n].objects[:1]
    )  # fmt: skip


_UNNAMED: Final = frozenset("street road roadside alley yard garage sidewalk neighborhood neighbourhood room".split())


def _has_a_model(here: Reading, predicate: Predicate) -> bool:
    """Whether a name with an article is a verb's object: "stopped *a 2001 Cadillac* near Lyon"."""
    if predicate.passive or not predicate.objects:
        return False
    phrase = here.made.phrases[predicate.objects[0][0]]
    is_name = here.made.words[phrase.head].tag == "name" and toponym_of(here, predicate.objects[0][0]) is None
    return is_name and phrase.first == predicate.group[1] and here.made.words[phrase.first].tag == "determiner"
