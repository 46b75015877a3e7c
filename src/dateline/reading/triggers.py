"""Verbs and nouns that tell of moving, passing on and being somewhere, by the rows of finds.toml."""

from __future__ import annotations

from functools import cache

from dateline.reading.forms import forms_of
from dateline.reading.wordlists import rules, words

__all__ = ["carrying", "controls", "nouns_told", "verbs_told"]


@cache
def verbs_told() -> dict[str, frozenset[str]]:
    """Every form of the verbs, with the tables and rows it stands in."""
    made: dict[str, set[str]] = {}
    for table in ("moves", "moved", "passes", "stays", "uses"):
        for row, verbs in rules("finds")[table].items():
            for verb in verbs.split():
                for form in forms_of(verb):
                    made.setdefault(form, set()).add(f"{table}.{row}")
    for verb in words("finds", "claims", "verbs"):
        for form in forms_of(verb):
            made.setdefault(form, set()).add("claims.verbs")
    return {form: frozenset(tables) for form, tables in made.items()}


@cache
def nouns_told() -> dict[str, str]:
    """The nouns, singular and plural, with their row."""
    made: dict[str, str] = {}
    for row in ("moves", "passes"):
        for noun in words("finds", "nouns", row):
            made |= {noun: row, f"{noun}s": row}
            if noun.endswith("y") and noun[-2] not in "aeiou":
                made[f"{noun[:-1]}ies"] = row
    return made


@cache
def carrying() -> frozenset[str]:
    """The last words of the phrases that cargo follows."""
    return frozenset(phrase.split()[-1] for phrase in rules("finds")["idioms"]["carrying"].split(";"))


@cache
def controls() -> frozenset[str]:
    """Forms of the verbs whose object does what the infinitive after it says."""
    return frozenset(form for verb in words("finds", "control", "verbs") for form in forms_of(verb))
