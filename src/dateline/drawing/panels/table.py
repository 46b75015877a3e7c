"""The table twin of the map: one row for each mark, from the same record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.drawing.marks.marks import Mark
    from dateline.drawing.style.words import Words
    from dateline.story.model import Evidence

__all__ = ["COLUMNS", "Row", "rows"]

COLUMNS: Final = ("what", "status", "amount", "says", "denies", "precision", "when", "quote")


@dataclass(frozen=True, slots=True)
class Row:
    """
    One row.

    Attributes
    ----------
    cells
        Words by column; None where the text does not say.
    quotes
        The words it rests on.
    """

    mark: Mark
    cells: dict[str, str | None]
    quotes: tuple[Evidence, ...]


def rows(made: Iterable[Mark], words: Words, /) -> list[Row]:
    """Make the rows of all marks, those that are not on the map among them."""
    return [_row(mark, words) for mark in made]


def _row(mark: Mark, words: Words) -> Row:
    def named(*stances: str) -> str | None:
        return words.join(dict.fromkeys(c.name for c in mark.claims if c.stance in stances)) or None

    cells = {
        "what": mark.what,
        "status": words(f"status.{mark.status}"),
        "amount": mark.amount,
        "says": named("states", "says", "declines", "claims"),
        "denies": named("denies", "contests"),
        "precision": words(f"precision.{mark.precision}") if mark.start or mark.end or mark.drawn else None,
        "when": mark.when,
        "quote": None,
    }
    return Row(mark, cells, mark.evidence)
