"""Word lists that ship beside the code that reads them: one TOML file for each module, each read once."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

__all__ = ["phrases_by_first", "phrases_by_last", "rules", "words"]

Phrases = dict[str, tuple[tuple[tuple[str, ...], str], ...]]


@cache
def rules(name: str) -> dict[str, Any]:
    """
    Read the tables of a file of words; its examples stand behind them and are left to the tests.

    Parameters
    ----------
    name
        The file's name without ``.toml``.
    """
    text = files("dateline.reading").joinpath(f"tables/{name}.toml").read_text("utf-8")
    return tomllib.loads(text.partition("\n[[examples]]\n")[0])


@cache
def words(name: str, table: str, key: str) -> frozenset[str]:
    """
    One list of a table, as a set of words.

    Examples
    --------
    >>> "tonnes" in words("quantities", "measures", "mass")
    True
    """
    return frozenset(rules(name)[table][key].split())


def _phrases(name: str, table: str) -> list[tuple[tuple[str, ...], str]]:
    """The phrases of a table, longest first, as words, each with its key."""
    rows = {
        (tuple(phrase.split()), key)
        for key, phrases in rules(name)[table].items()
        for phrase in phrases.split(";")
        if phrase.strip()
    }
    return sorted(rows, key=lambda row: (-len(row[0]), row))


def _by_word(rows: list[tuple[tuple[str, ...], str]], position: int) -> Phrases:
    by_word: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, key in rows:
        by_word.setdefault(phrase[position], []).append((phrase, key))
    return {word: tuple(found) for word, found in by_word.items()}


@cache
def phrases_by_first(name: str, table: str) -> Phrases:
    """The phrases of a table under their first word, longest first, each with its key."""
    return _by_word(_phrases(name, table), 0)


@cache
def phrases_by_last(name: str, table: str) -> Phrases:
    """
    The phrases of a table under their last word, longest first, each with its key.

    Examples
    --------
    >>> (("more", "than"), "at-least") in phrases_by_last("quantities", "bounds")["than"]
    True
    """
    return _by_word(_phrases(name, table), -1)
