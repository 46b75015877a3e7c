"""The legend: made from the style table and the marks present, every word with its definition."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.drawing.marks.marks import thread_numbers
from dateline.drawing.style.encodings import STROKES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.drawing.marks.marks import Mark
    from dateline.drawing.style.words import Words
    from dateline.story.model import Kind, Precision, Status

__all__ = ["Legend", "Width", "legend"]


@dataclass(frozen=True, slots=True)
class Width:
    """A unit that two or more marks share, with the amounts between which their widths run."""

    unit: str
    least: str
    most: str


@dataclass(frozen=True, slots=True)
class Legend:
    """
    What a page's legend holds.

    Attributes
    ----------
    statuses
        In the order from certain to denied.
    threads
        Story lines with the number of their colour.
    kinds
        Kinds of marks present.
    ours
        Whether something was drawn that the text does not give.
    denial
        Whether a party denies a mark.
    silence
        Whether an empty ring is on the map.
    """

    statuses: tuple[Status, ...]
    threads: dict[str | None, int]
    precisions: tuple[Precision, ...]
    kinds: tuple[Kind, ...]
    widths: tuple[Width, ...]
    ours: bool
    denial: bool
    silence: bool


def legend(made: Iterable[Mark], words: Words, /) -> Legend:
    """Make the legend of the marks that are drawn."""
    from typing import get_args

    from dateline.story import model

    drawn = [mark for mark in made if mark.drawn]
    amounts = [(mark.unit, mark.value) for mark in drawn if mark.unit is not None and mark.value is not None]
    shared = [unit for unit, count in Counter(unit for unit, _ in amounts).items() if count > 1]
    present = {mark.status for mark in drawn}
    return Legend(
        statuses=tuple(status for status in STROKES if status in present),
        threads=thread_numbers(drawn),
        precisions=tuple(p for p in get_args(model.Precision) if any(mark.precision == p for mark in drawn)),
        kinds=tuple(kind for kind in get_args(model.Kind) if any(mark.kind == kind for mark in drawn)),
        widths=tuple(
            Width(
                unit,
                words.number(min(value for other, value in amounts if other == unit)),
                words.number(max(value for other, value in amounts if other == unit)),
            )
            for unit in shared
        ),
        ours=any(mark.ours for mark in drawn),
        denial=any(mark.stand("denies") for mark in drawn),
        silence=any({"port", "recipient", "route"} & set(mark.silences) for mark in drawn),
    )
