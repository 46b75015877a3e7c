"""What the geoparser says of one place name in a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from dateline.atlas.place import Place

__all__ = ["Sense", "Sort", "Toponym"]

Sense = Literal["literal", "associative"]
Sort = Literal["place", "demonym", "language", "organisation", "venue", "street", "feature"]


@dataclass(frozen=True, slots=True)
class Toponym:
    """
    A place name in a text and what it means there.

    Attributes
    ----------
    start, end
        Offsets into the text as given; ``text[start:end]`` is the name.
    text
        The words themselves.
    sense
        ``literal``: the place itself; ``associative``: its government, people, team, language.
    sort
        What kind of name it is: place, demonym (adjectives too: *Russian*, *Russians*), language, organisation, venue,
        street, feature.
    place
        The place meant, or None where none is known.
    candidates
        What else the name may mean, the likeliest first, each with its score; the first is ``place``.
    ambiguous
        Whether the second candidate is nearly as likely as the first and elsewhere.
    stands_for
        Of an associative mention: government, people, team, language, organisation; None of a literal one.
    state
        ISO 3166 two-letter code of the state it stands for or belongs to, or None.
    inexact
        Whether ``place`` is only where the thing lies: a street or a venue is placed at its town.
    lent
        Whether nothing says that it lies there: ``place`` is the one that the text names nearest. No street or venue
        is; they are in some town of the story.
    reasons
        Why it was taken and placed so, in words; empty unless asked for.
    """

    start: int
    end: int
    text: str
    sense: Sense
    sort: Sort
    place: Place | None
    candidates: tuple[tuple[Place, float], ...] = ()
    ambiguous: bool = False
    stands_for: str | None = None
    state: str | None = None
    inexact: bool = False
    lent: bool = False
    reasons: tuple[str, ...] = ()
