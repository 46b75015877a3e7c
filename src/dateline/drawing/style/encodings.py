"""How certainty, story line and precision are drawn: the one table that map, legend, sketch and card read."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dateline.story.model import Precision, Status

__all__ = [
    "CASING_PX",
    "HEAD_PX",
    "LAND",
    "LINE_PX",
    "NODE_PX",
    "NUMBERED",
    "OURS",
    "OURS_COLOUR",
    "ROOM",
    "SEA",
    "STROKES",
    "TEXT",
    "THREAD_COLOURS",
    "WATER_TEXT",
    "Stroke",
    "thread_colours",
    "width_px",
]


@dataclass(frozen=True, slots=True)
class Stroke:
    """
    How a line of one status is drawn.

    Attributes
    ----------
    dash
        Lengths in px of dash and gap at a width of 4 px, as in SVG; empty for a solid line.
    caps
        Ends of the dashes; round ones make dots of dashes of 1 px.
    head
        The arrowhead, or None for a line without one.
    badge
        The word or sign beside the line, or None.
    """

    dash: tuple[int, ...]
    caps: Literal["butt", "round"] = "butt"
    head: Literal["filled", "hollow"] | None = "filled"
    badge: str | None = None


STROKES: Final[dict[Status, Stroke]] = {
    "asserted": Stroke(()),
    "planned": Stroke((14, 7)),
    "reported": Stroke((6, 5)),
    "alleged": Stroke((6, 5), badge="alleged"),
    "possible": Stroke((1, 8), caps="round"),
    "unconfirmed": Stroke((1, 8), caps="round", head="hollow", badge="?"),
    "denied": Stroke((2, 6), head="hollow", badge="denied"),
}
"""A status by its stroke: no two agree in dash, head and badge together, so that they part without colour."""

OURS: Final = Stroke((1, 6), caps="round", head=None)
"""What the text does not give and the drawing had to choose: thin grey dots, 2.5 px."""

OURS_COLOUR: Final = "#6B6B6B"

THREAD_COLOURS: Final = ("#B34700", "#7A3E78", "#0072B2", "#1B6B3A", "#3A3A3A")
"""Story lines in order; further ones share the last. Each keeps 3:1 on land and on sea."""

LAND: Final = "#F4F2EC"
SEA: Final = "#DFE8EE"
TEXT: Final = "#1A1A1A"
WATER_TEXT: Final = "#1B4965"

LINE_PX: Final = 4.0
CASING_PX: Final = 4.0  # by how much the white casing is wider than its line
HEAD_PX: Final = (14.0, 11.0)  # length and breadth of an arrowhead

NODE_PX: Final[dict[Precision, float]] = {"point": 6, "city": 12, "region": 16, "country": 22, "area": 0}
"""How wide a node is drawn: the softer, the less exact. A sea or strait has none, its name is the mark."""


NUMBERED: Final = 20
"""Marks up to which amounts stand beside their lines; among more, only signs of doubt and denial do."""

ROOM: Final = 0.45
"""A country around the story is named where it is drawn at least so wide, in widths of its name."""


def thread_colours(threads: Iterable[str | None], *, palette: Sequence[str] = THREAD_COLOURS) -> dict[str | None, str]:
    """
    Give each story line its colour, in the order in which they first appear; those beyond the last share it.

    Examples
    --------
    >>> thread_colours(["arms", "ships", "arms"])
    {'arms': '#B34700', 'ships': '#7A3E78'}
    """
    order = dict.fromkeys(threads)
    return {thread: palette[min(n, len(palette) - 1)] for n, thread in enumerate(order)}


def width_px(value: float, largest: float) -> float:
    """
    Width of a line whose unit is shared by two or more marks: its area grows with the amount.

    Parameters
    ----------
    value, largest
        The mark's amount and the largest of its unit, neither below 0.

    Examples
    --------
    >>> width_px(25, 100)
    4.0
    """
    if largest <= 0:
        return 2.0
    return max(2.0, 8.0 * sqrt(max(value, 0.0) / largest))
