"""The words that hedge, by the status that they give: tables of status.toml."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dateline.reading.text.forms import forms_of
from dateline.reading.text.wordlists import rules

if TYPE_CHECKING:
    from dateline.story.model import Status

__all__ = ["forms_in", "words_in"]


@cache
def forms_in(table: str) -> dict[str, Status]:
    """Every form of the verbs of a table, with what it gives; the forms of several words stand under their first."""
    return {
        form: kind
        for kind, row in rules("status")[table].items()
        for verb in row.split()
        if "_" not in verb
        for form in forms_of(verb)
    }


@cache
def words_in(table: str) -> dict[str, Status]:
    """The words of a table, with what each gives."""
    return {word: kind for kind, row in rules("status")[table].items() if kind != "determiners" for word in row.split()}
