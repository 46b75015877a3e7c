"""
What kind of thing a noun names: WordNet's lexicographer classes, with a short list of news' own senses.

The table is made from WordNet 3.0 by ``geodata/nouns.py``. WordNet 3.0 Copyright 2006 by Princeton University. All
rights reserved. The notice and the disclaimer that travel with it stand in ``geodata/README.md``.
"""

from __future__ import annotations

import gzip
from bisect import bisect_left
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

from dateline.reading.text.forms import lemmas
from dateline.reading.text.wordlists import rules

__all__ = ["dictionary_classes", "noun_classes", "noun_share"]

_NAMES: Final = dict(
    zip(
        "tcafbgkmoedlxnypqhwzirsuvj",
        (
            "tops act animal artifact attribute body cognition communication event feeling food group location motive "
            "object person phenomenon plant possession process quantity relation shape state substance time"
        ).split(),
        strict=True,
    )
)


_PEOPLE: Final = ("ees", "ers", "ists", "ians", "goers", "men", "women", "folk", "fielder", "seeker", "mates")
"""How nouns of persons end that no dictionary has: "returnees", "jihadists", "festivalgoers"."""


@cache
def _lines() -> tuple[str, ...]:
    """Give the lines of the table, sorted; no list, which would be walked through for garbage."""
    packed = files("dateline.reading").joinpath("tables/nouns.txt.gz").read_bytes()
    return tuple(sorted(gzip.decompress(packed).decode("ascii").split("\n")))


@cache
def _table() -> dict[str, tuple[str, int, int]]:
    made = {}
    for line in _lines():
        word, letters, as_noun, as_verb = line.split(" ")
        made[word] = (letters, int(as_noun), int(as_verb))
    return made


@cache
def _own() -> dict[str, frozenset[str]]:
    made: dict[str, set[str]] = {}
    for name, listed in rules("frames")["classes"].items():
        for word in listed.split():
            made.setdefault(word, set()).add(name)
    return {word: frozenset(names) for word, names in made.items()}


@lru_cache(maxsize=16384)
def noun_classes(word: str) -> frozenset[str]:
    """
    The classes of a noun's first senses; empty for a word that is no noun of the table.

    Examples
    --------
    >>> sorted(noun_classes("refugees")), sorted(noun_classes("rockets")), sorted(noun_classes("convoy"))
    (['person'], ['artifact'], ['vehicle'])
    """
    plural = (word[:-1],) if word.endswith("s") and not lemmas(word) else ()
    for lemma in (word, *lemmas(word).get("NOUN", plural)):
        if lemma in _own():
            return _own()[lemma]
    for lemma in (*lemmas(word).get("NOUN", plural), word, word.rpartition("-")[2]):
        if lemma in _table():
            return _classes(_table()[lemma][0])
    return frozenset(("person",)) if word.endswith(_PEOPLE) else frozenset()


@lru_cache(maxsize=16384)
def dictionary_classes(word: str) -> frozenset[str]:
    """
    The classes of a noun that stands in the table as it is, or but for a plural's s; empty for any other word.

    It looks up one line, so that whoever asks for few words need not have the whole table read.

    Examples
    --------
    >>> [sorted(dictionary_classes(word)) for word in ("forestry", "abilene", "orlec")]
    [['cognition'], ['location'], []]
    """
    lines = _lines()
    for form in (word, word[:-1]) if word.endswith("s") else (word,):
        at = bisect_left(lines, form + " ")
        if at < len(lines) and lines[at].startswith(form + " "):
            return _classes(lines[at].split(" ")[1])
    return _classes("")


@cache
def _classes(letters: str) -> frozenset[str]:
    """Give the classes of some letters: there are few such sets."""
    return frozenset([_NAMES[letter] for letter in letters])


@lru_cache(maxsize=16384)
def noun_share(lemma: str) -> float:
    """
    How often a word that may be a noun or a verb is a noun, from 0 to 1; a half where the table does not know.

    Examples
    --------
    >>> noun_share("ship") > 0.5 > noun_share("leave")
    True
    """
    _, as_noun, as_verb = _table().get(lemma, ("", 0, 0))
    return (as_noun + 0.5) / (as_noun + as_verb + 1)
