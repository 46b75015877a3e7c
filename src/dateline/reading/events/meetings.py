"""Where somebody goes by what they go for: "left for *talks in Bonn*", "flew in for *the premiere in Lima*"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.reading.events.grounds import IN, places_of
from dateline.reading.text.wordlists import words

if TYPE_CHECKING:
    from dateline.reading.events.reading import Reading
    from dateline.reading.grammar.syntax import Predicate
    from dateline.story.model import Span

__all__ = ["goal_of_a_meeting"]

_AT: Final = frozenset(IN) - {"on"}
_WITH: Final = frozenset(("with", "against", "between", "on", "of"))  # "talks *with the king on trade* in Rabat"
_GOES: Final = frozenset("fly travel leave go jet head depart come set".split())


def goal_of_a_meeting(here: Reading, predicate: Predicate) -> tuple[list[Span], list[int]]:
    """The place of what somebody goes for, and the prepositional phrases that say so; nothing where none is told."""
    if predicate.lemma not in _GOES or predicate.passive:
        return [], []
    for n in predicate.preps:
        prep = here.made.preps[n]
        if prep.prep != "for" or prep.first < predicate.word or not prep.objects:
            continue
        if here.lemma(prep.objects[-1]) not in words("frames", "meetings", "nouns"):
            continue
        last = prep.last
        for one in here.made.preps:
            last = one.last if one.first == last and one.prep in _WITH and one.objects else last
        at = next((m for m, one in enumerate(here.made.preps) if one.first == last and one.prep in _AT), None)
        of = None if at is None else here.made.preps[at].of
        if at is None or (of is not None and here.lemma(of) in words("frames", "matters", "nouns")):
            continue  # "for talks on the *war in Mali*"
        if places := places_of(here, here.made.preps[at].objects):
            return places, [n, at]
    return [], []
