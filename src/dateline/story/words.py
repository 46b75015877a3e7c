"""Words that come from the text, with their span, and the one vocabulary of certainty."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar, Final, Literal

__all__ = [
    "BORDER",
    "STATUSES",
    "WEAKEST_FIRST",
    "Basis",
    "Bound",
    "Evidence",
    "Kind",
    "OpenEnd",
    "Operator",
    "Precision",
    "Quantity",
    "Review",
    "Sense",
    "Span",
    "Statement",
    "Status",
    "When",
]

Span = tuple[int, int]
"""``[start, end)`` in characters (code points) of the article's text as given."""

Kind = Literal["flow", "route", "use", "presence", "claim", "denial"]
Status = Literal["asserted", "reported", "alleged", "planned", "possible", "unconfirmed", "denied"]
Basis = Literal["explicit", "inferred", "editor"]
Review = Literal["auto", "accepted", "edited", "rejected", "added"]
Precision = Literal["point", "city", "region", "country", "area"]
Sense = Literal["literal", "associative"]
Bound = Literal["at-least", "at-most", "about", "between"]
OpenEnd = Literal["start", "end"]

STATUSES: Final[dict[Status, str]] = {
    "asserted": "the article states it as fact",
    "reported": "somebody named or unnamed is said to report it",
    "alleged": "said as an accusation or claim that the article does not vouch for",
    "planned": "intended, scheduled, expected to happen",
    "possible": "may or might happen or be so",
    "unconfirmed": "a named party declined or was unable to confirm it",
    "denied": "the article's own voice, or its only source, says it is not so",
}
"""The one vocabulary of certainty, with the definitions that the legend prints."""

WEAKEST_FIRST: Final[tuple[Status, ...]] = (
    "denied",
    "unconfirmed",
    "possible",
    "alleged",
    "planned",
    "reported",
    "asserted",
)
"""How statuses compose: where several operators bear on one event, the first of these that occurs holds."""


def _file_name(name: str) -> str:
    return name.rstrip("_")


BORDER: dict[str, Any] = {"alias_generator": _file_name, "extra": "forbid"}  # read by pydantic at the border


@dataclass(frozen=True, slots=True)
class Evidence:
    """
    The words that something rests on.

    Attributes
    ----------
    quote
        The exact words: they equal ``text[at[0]:at[1]]``.
    at
        Their span, ``[start, end)``.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = BORDER
    quote: str
    at: Span


@dataclass(frozen=True, slots=True)
class Statement:
    """
    Who says or denies something, in which words.

    Attributes
    ----------
    who
        An actor's id, or a place's where the place speaks for itself.
    quote
        The exact words that say so.
    at
        Their span, ``[start, end)``.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = BORDER
    who: str
    quote: str
    at: Span


@dataclass(frozen=True, slots=True)
class Operator:
    """
    A word that makes an event less than a fact: why the status is what it is.

    Attributes
    ----------
    kind
        The status that the word alone would give.
    text
        The words ("allegedly", "are set to").
    at
        Their span, ``[start, end)``.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = BORDER
    kind: Status
    text: str
    at: Span


@dataclass(frozen=True, slots=True)
class Quantity:
    """
    A number as the text hedges it.

    Attributes
    ----------
    value, high
        The number, and the upper one of a range; ``value`` is None where the text has words only ("thousands").
    bound
        None when the number is exact.
    unit
        What is counted or the unit ("containers", "barrels a day").
    at
        The span of the words.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = BORDER
    value: float | None
    high: float | None = None
    bound: Bound | None = None
    unit: str | None = None
    at: Span | None = None


@dataclass(frozen=True, slots=True)
class When:
    """
    A time: the words always, dates where they can be known.

    Attributes
    ----------
    text
        The words ("since September of the previous year").
    at
        Their span, ``[start, end)``.
    start, end
        ISO dates, or None where they cannot be known.
    open
        Which end the text leaves open ("since …" leaves the end, "by …" the start).
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = BORDER
    text: str
    at: Span | None = None
    start: str | None = None
    end: str | None = None
    open: OpenEnd | None = None
