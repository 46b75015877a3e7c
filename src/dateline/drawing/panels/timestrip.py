"""The strip of time: what is dated, what the article tells in its own words, what it leaves open."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.drawing.marks.marks import Lane, Mark

__all__ = ["lanes"]


def lanes(made: Iterable[Mark], /) -> dict[Lane, list[Mark]]:
    """Sort the drawn marks into the three lanes; dated ones by their date, the others in the order of the story."""
    out: dict[Lane, list[Mark]] = {"dated": [], "relative": [], "open": []}
    for mark in made:
        if mark.drawn:
            out[mark.lane].append(mark)
    out["dated"].sort(key=lambda mark: mark.when_start or "")
    return out
