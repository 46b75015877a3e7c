"""A mention while it is decided on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.reading.places.cues import weights

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.reading.places.sense import After
    from dateline.reading.places.span import Span
    from dateline.reading.places.toponym import Sense, Sort

__all__ = ["SORTS", "Found"]

SORTS: Final[dict[str, Sort]] = {
    "name": "place", "seat": "organisation", "unknown": "place", "direction": "place", "admin": "place",
    "quarter": "place", "street": "street", "venue": "venue", "landmark": "venue", "feature": "feature",
    "adjective": "demonym", "demonym": "demonym", "language": "language",
}  # fmt: skip
"""What a span of each sort is called in a toponym."""


class Found:
    """A mention with what was decided of it; a `Toponym` is made from it when someone asks for one."""

    __slots__ = (
        "ambiguous",
        "end",
        "fits",
        "following",
        "how",
        "inexact",
        "lent",
        "ranked",
        "row",
        "sense",
        "sense_score",
        "sort",
        "span",
        "stands_for",
        "start",
        "state",
        "text",
    )

    def __init__(self, span: Span, after: After) -> None:
        self.span, self.following = span, after
        self.start, self.end, self.text = span.start, span.end, span.text
        self.row: int | None = None
        self.ranked: Sequence[tuple[float, int]] = ()
        self.how = "name"
        self.sort: Sort = SORTS[span.sort]
        self.sense: Sense = "literal"
        self.sense_score = 0.0
        self.ambiguous = self.inexact = self.lent = self.fits = False
        self.stands_for: str | None = None
        self.state: str | None = None

    def reasons(self) -> tuple[str, ...]:
        """Say in words what decided."""
        table = weights("names")
        told = sorted({cue: table.get(cue, 0.0) for cue in self.span.told()}.items(), key=lambda item: -abs(item[1]))
        return (
            f"taken as a name with {self.span.score:+.1f}",
            *(f"{cue}: {weight:+.1f}" for cue, weight in told[:6] if weight),
            f"{self.sense} with {abs(self.sense_score):.1f}",
        )
