"""The prepositional phrases behind a noun: "her *journey* from Oran, at last, to Rome"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.reading.events.frame_table import by_noun
from dateline.reading.text.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.reading.events.reading import Reading
    from dateline.reading.grammar.syntax import Phrase, Predicate

__all__ = ["chain_of", "chain_of_noun", "of_what"]

_LAYS_ON: Final = frozenset("arrange organise organize propose run offer lay timetable charter".split())


def chain_of(here: Reading, phrase: Phrase) -> Iterator[tuple[int, str, tuple[int, ...]]]:
    """The prepositional phrases behind a noun that are free: number, preposition, objects."""
    for n in phrase.preps:
        if n not in here.taken and here.made.preps[n].objects:
            yield n, here.made.preps[n].prep, here.made.preps[n].objects


def chain_of_noun(here: Reading, number: int, phrase: Phrase) -> list[tuple[int, str, tuple[int, ...]]]:
    """The phrases behind a noun, also those behind a comma that its verb has: "his journey, at last, to Rome"."""
    chain = list(chain_of(here, phrase))
    for predicate in here.made.predicates:
        if number in predicate.subject and not _is_laid_on(number, predicate):
            beside = (n for n in predicate.preps if here.made.preps[n].last <= predicate.group[0])
            chain += [
                (n, here.made.preps[n].prep, here.made.preps[n].objects) for n in beside
                if n not in here.taken and n not in phrase.preps and here.made.preps[n].prep in {"from", "to"}
                and here.made.preps[n].first > phrase.last and here.made.preps[n].objects
            ]  # fmt: skip
        if any(number in numbers for numbers in predicate.objects) or _is_laid_on(number, predicate):
            chain += [
                (n, here.made.preps[n].prep, here.made.preps[n].objects) for n in predicate.preps
                if n not in here.taken and n not in phrase.preps and here.made.preps[n].first > phrase.last
                and here.made.preps[n].prep in {"from", "to", "into", "via"} and here.made.preps[n].objects
                and not _is_of_another(here, n, number)
            ]  # fmt: skip
    return chain


def _is_laid_on(number: int, predicate: Predicate) -> bool:
    """Whether a verb only says that what a noun tells is, or is not, to be: "a visit *is planned* to Chad"."""
    light = predicate.lemma in words("frames", "light", "verbs") or predicate.lemma in _LAYS_ON
    return predicate.passive and light and number in predicate.subject


def of_what(here: Reading, number: int) -> tuple[int, ...]:
    """What stands behind a phrase's "of": "a series *of strikes*"."""
    held = (here.made.preps[n] for n in here.made.phrases[number].preps[:1])
    return next((prep.objects for prep in held if prep.prep == "of"), ())


def _is_of_another(here: Reading, n: int, number: int) -> bool:
    """Whether a prepositional phrase follows another noun that tells of something: "…, repatriation *to Libya*"."""
    of = here.made.preps[n].of
    return of is not None and of != number and here.lemma(of) in by_noun()
