"""Who is somewhere by a noun of which "be" says where it was: "his third *deployment* was Iraq"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.reading.events.fillers import make_find, may_fill, whole
from dateline.reading.events.frame_table import by_noun
from dateline.reading.events.grounds import IN, places_of

if TYPE_CHECKING:
    from dateline.reading.events.find import Find
    from dateline.reading.events.frame_table import Frame
    from dateline.reading.events.reading import Reading
    from dateline.reading.grammar.syntax import Predicate
    from dateline.story.model import Span

__all__ = ["is_spell", "read_spell"]

_SIGHTINGS: Final = frozenset("sighting location position".split())
_OWN: Final = frozenset(("his", "her", "their", "its", "my", "our"))
_MEANWHILE: Final = 4  # words between "be" and the place: "was last week in Oslo"


def is_spell(here: Reading, number: int) -> bool:
    """Whether a noun says that somebody was somewhere: a sighting, a tour, a posting."""
    lemma = here.lemma(number)
    return lemma in _SIGHTINGS or any(frame.name == "presence.tours" for frame in by_noun().get(lemma, ()))


def read_spell(here: Reading, predicate: Predicate, frame: Frame) -> Find | None:
    """Read where whoever a spell is of was: "*Lund's* second tour was *in Oslo*", "*her* posting was *Bonn*"."""
    actor = _whose(here, predicate.subject[-1], frame)
    places = places_of(here, predicate.objects[0]) if predicate.objects else []
    for n in predicate.preps if not predicate.objects else ():
        prep = here.made.preps[n]
        if prep.prep in IN and 0 <= prep.first - predicate.group[1] <= _MEANWHILE and n not in here.taken:
            places = places_of(here, prep.objects)
            break
    if actor is None or not places:
        return None
    here.filled.add(predicate.subject[-1])
    return make_find(here, "presence", predicate.word, frame, actor=(actor,), place=places)


def _whose(here: Reading, number: int, frame: Frame) -> Span | None:
    """Whose spell it is: an owner's, of whom "of" tells, or "his"."""
    phrase = here.made.phrases[number]
    of = next((here.made.preps[n].objects for n in phrase.preps[:1] if here.made.preps[n].prep == "of"), ())
    for whose in (() if phrase.owner is None else (phrase.owner,)), of:
        if whose and may_fill(here, whose[-1], frame.allowed):
            return whole(here, whose)
    first = here.made.words[phrase.first]
    return (first.start, first.end) if first.low in _OWN else None
