"""Who is somewhere by what others do to them there: who is seen, held or waits for what is to be done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.reading.events.frame_table import by_verb
from dateline.reading.text.nouns import noun_classes
from dateline.reading.text.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.reading.events.reading import Reading
    from dateline.reading.grammar.syntax import Predicate

__all__ = ["is_awaited", "is_caught_in", "is_crowd", "is_held_up", "is_put_under", "is_seen_there", "seen_doing"]

_SEES: Final = frozenset(("saw", "seen", "seeing"))
_EYES: Final = frozenset("see spot sight photograph film observe notice glimpse detect encounter".split())
_SCRAPES: Final = frozenset(
    "crossfire crush avalanche landslide traffic fighting clashes gunfire stampede explosion earthquake".split()
)
_FILMS: Final = frozenset("camera cameras film video tape cctv footage webcam webcams".split())
_UNDER: Final = frozenset("arrest guard surveillance observation protection lockdown supervision care".split())
_HELD_UP: Final = frozenset(("to", "back", "off", "up", "from"))  # "held them *to* a draw", "kept fans *from* …"


def is_seen_there(here: Reading, predicate: Predicate) -> bool:
    """Whether a verb has somebody for its object and means it: "*saw* two men", no "*held* Leeds to a draw"."""
    if predicate.passive or not predicate.objects or predicate.form == "infinitive":
        return False
    if predicate.lemma == "see" and here.made.words[predicate.word].low not in _SEES:
        return False  # "we *see* people in Oslo who …"
    phrase = here.made.phrases[predicate.objects[-1][-1]]
    if predicate.lemma in _EYES:
        return True
    return here.made.words[phrase.head].tag != "name" and not is_held_up(here, predicate)


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


def seen_doing(here: Reading, predicate: Predicate) -> Iterator[Predicate]:
    """What an object is seen doing: "saw the man *pacing* in a bank in Leeds"."""
    if predicate.objects and not predicate.passive:
        seen = predicate.objects[-1]
        last = here.made.phrases[seen[-1]].last
        yield from (
            one for one in here.made.predicates
            if one.form == "gerund" and one.group[0] == last and one.subject == seen
            and not any(frame.kind == "presence" for frame in by_verb().get(one.lemma, ()))
        )  # fmt: skip


def is_awaited(here: Reading, predicate: Predicate) -> bool:
    """Whether somebody waits where they are for what others do: "await *repatriation* in Accra", no "the result"."""
    wanted = words("frames", "awaited", "nouns")
    return any(here.lemma(n) in wanted for numbers in predicate.objects for n in numbers)


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
