"""The classes of things that a noun can stand for, by the rows of reference.toml: vessel, arms, people."""

from __future__ import annotations

from functools import cache

from dateline.reading.text.wordlists import rules

__all__ = ["classes_of", "noun_table", "place_words"]


@cache
def noun_table() -> dict[str, tuple[frozenset[str], bool]]:
    """Each noun with its classes, and whether it is the plural."""
    made: dict[str, tuple[set[str], bool]] = {}
    for name, row in rules("reference")["classes"].items():
        for entry in row.split():
            one, _, many = entry.partition("/")
            for word, is_plural in ((many or _plural(one), True), (one, False)):
                if word in made and made[word][1] != is_plural and one != many:
                    continue
                made.setdefault(word, (set(), is_plural))[0].add(name)
    return {word: (frozenset(names), is_plural) for word, (names, is_plural) in made.items()}


def classes_of(word: str) -> frozenset[str]:
    """
    The classes of things that a noun, in lower case, can stand for.

    Examples
    --------
    >>> sorted(classes_of("drones"))
    ['aircraft', 'arms']
    """
    return noun_table().get(word, (frozenset(), False))[0]


def _plural(word: str) -> str:
    if word.endswith(("s", "x", "ch", "sh")):
        return f"{word}es"
    return f"{word[:-1]}ies" if word[-1] == "y" and word[-2] not in "aeiou" else f"{word}s"


@cache
def place_words() -> dict[str, frozenset[str]]:
    """For each word that may point back to a place the kinds of place it may mean."""
    return {word: frozenset(row.split()) for word, row in rules("reference")["places"].items()}
