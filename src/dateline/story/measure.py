"""What the article says of distances and sizes, and our figures beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from dateline.story.words import BORDER, Quantity, Review, Span

__all__ = ["GoesBy", "Measure", "MeasureKind", "Measured", "Method"]

MeasureKind = Literal["distance", "route", "width", "length", "border", "area"]
GoesBy = Literal["sea", "ground", "air"]
Method = Literal[
    "straight", "nearest", "lanes", "narrowest", "islands", "mean", "border", "longer-side", "shorter-side", "area"
]


@dataclass(frozen=True, slots=True)
class Measured:
    """
    One figure of ours beside the article's.

    Attributes
    ----------
    value
        In km, or square km for an area.
    how
        What was measured, on which data: the figure depends on it.
    method
        The definition's short name, by which a page in another language finds its words; None for an editor's own.
    direction
        Of a distance: the point of the compass (``NW``) at which the first place lies from the second.
    through
        Of a way by sea: the straits and canals that it passes.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = BORDER
    value: float
    how: str
    method: Method | None = None
    direction: str | None = None
    through: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Measure:
    """
    A distance, width, length or area that the article gives, beside what the atlas measures; never a verdict.

    Attributes
    ----------
    id
        Unique in the story.
    kind
        What is said to be so large: a ``border`` is the length of one between two states, a ``route`` that of a way
        from one place to another.
    quote
        The words.
    at
        Their span, ``[start, end)``.
    quantity
        The number as the text hedges it, in the text's unit.
    says
        The same in km, or square km for an area; of a range the lower end.
    of
        Ids of the places: one, or the two ends of a distance or a border, first the one that is said to lie there; of
        a route those on the way too, in order.
    direction
        The way that the text says one lies from the other ("north").
    by
        How the text says a route goes: by ``sea``, on the ``ground`` (a road, a railway, a pipeline), by ``air``; None
        where it leaves that open.
    measured
        Our figures, each with its definition.
    note
        Why nothing was measured, or what else to know.
    review
        What a person did with it; a ``rejected`` one is not shown.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = BORDER
    id: str
    kind: MeasureKind
    quote: str
    at: Span
    quantity: Quantity
    says: float
    of: tuple[str, ...] = ()
    direction: str | None = None
    by: GoesBy | None = None
    measured: tuple[Measured, ...] = ()
    note: str | None = None
    review: Review = "auto"
