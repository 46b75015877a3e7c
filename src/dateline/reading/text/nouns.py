"""
What kind of thing a noun names: WordNet's lexicographer classes, with a short list of news' own senses.

The table is made from WordNet 3.0 by ``geodata/nouns.py``. WordNet 3.0 Copyright 2006 by Princeton University. All
rights reserved. The notice and the disclaimer that travel with it stand in ``geodata/README.md``.
"""

from __future__ import annotations

import gzip
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

from dateline.reading.text.forms import lemmas
from dateline.reading.text.wordlists import rules, words

__all__ = ["dictionary_classes", "is_first_name", "noun_classes", "noun_share"]

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
def _lines() -> dict[str, str]:
    """For each word of the table the rest of its line, text until a word asks for it: "tc 12 0"."""
    packed = files("dateline.reading").joinpath("tables/nouns.txt.gz").read_bytes()
    return dict(line.split(" ", 1) for line in gzip.decompress(packed).decode("ascii").split("\n"))


@cache
def _classes(letters: str) -> frozenset[str]:
    """The names of classes by their letters; one set for all the nouns that have them."""
    return frozenset(_NAMES[letter] for letter in letters)


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
    can = lemmas(word)
    nouns = can.get("NOUN") or ((word[:-1],) if not can and word.endswith("s") else ())
    own = _own()
    for lemma in (word, *nouns):
        if lemma in own:
            return own[lemma]
    if word.endswith(_OF_AN_AGE):
        return _PERSON  # "an 8-month-old was flown home"
    lines = _lines()
    for lemma in (*nouns, word, word.rpartition("-")[2]):
        if lemma in lines:
            return _classes(lines[lemma].partition(" ")[0])
    return _PERSON if word.endswith(_PEOPLE) else _NO_CLASSES


_OF_AN_AGE: Final = tuple(f"{unit}-old{many}" for unit in ("year", "month", "week", "day") for many in ("", "s"))
_PERSON: Final = frozenset(("person",))
_NO_CLASSES: Final[frozenset[str]] = frozenset()


@lru_cache(maxsize=16384)
def dictionary_classes(word: str) -> frozenset[str]:
    """
    The classes of a noun that stands in the table as it is, or but for a plural's s; empty for any other word.

    Examples
    --------
    >>> [sorted(dictionary_classes(word)) for word in ("forestry", "abilene", "orlec")]
    [['cognition'], ['location'], []]
    """
    lines = _lines()
    for form in (word, word[:-1]) if word.endswith("s") else (word,):
        if form in lines:
            return _classes(lines[form].partition(" ")[0])
    return _NO_CLASSES


_RARELY_A_VERB: Final = 0.9


@lru_cache(maxsize=16384)
def noun_share(lemma: str) -> float:
    """
    How often a word that may be a noun or a verb is a noun, from 0 to 1; a half where the table does not know.

    Examples
    --------
    >>> noun_share("ship") > 0.5 > noun_share("leave")
    True
    """
    line = _lines().get(lemma)
    if line is None:
        return 0.5
    as_noun, as_verb = map(int, line.split(" ")[1:])
    if not (as_noun or as_verb) and "vehicle" in noun_classes(lemma):
        return _RARELY_A_VERB  # "a police *helicopter* and a boat sank"
    return (as_noun + 0.5) / (as_noun + as_verb + 1)


def is_first_name(word: str) -> bool:
    """Whether a word, in lower case, is a first name of the lists."""
    return word in words("reference", "female", "names") or word in words("reference", "male", "names")
