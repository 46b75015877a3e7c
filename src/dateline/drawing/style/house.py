"""An outlet's own look: colours of the story lines, fonts, a credit line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from dateline.drawing.style.encodings import LAND, SEA, THREAD_COLOURS
from dateline.errors import DatelineError

__all__ = ["House", "HouseError", "contrast"]

_COLOUR: Final = re.compile(r"#[0-9a-fA-F]{6}")
# What a font family may be made of; nothing that could end the declaration or name an address.
_FONT: Final = re.compile(r"[\w ,'\"-]+")
_FLOOR: Final = 3.0  # WCAG's for what is not text


class HouseError(DatelineError):
    """A colour or a font that a page cannot take; ``name`` and ``position`` say which."""

    def __init__(self, message: str, name: str, position: int | None = None) -> None:
        super().__init__(message)
        self.name = name
        self.position = position


@dataclass(frozen=True, slots=True)
class House:
    """
    The look of one outlet's maps; dashes, arrowheads and badges say how certain a thing is and are nobody's to change.

    Attributes
    ----------
    colours
        Up to five ``#rrggbb`` for the story lines in order, instead of the page's own, on the map, the still maps, the
        card and in KML; in dark mode the page keeps its own. Each needs a contrast of 3:1 on land and on sea.
    font
        CSS font families for headings and steps ("Georgia, serif"); readers see them where they have them.
    credit
        A line beside the data's credits.

    Raises
    ------
    HouseError
        For a colour that cannot be read or seen, and for what is no font.

    Examples
    --------
    >>> House(colours=("#8B0000",), font="Georgia, serif").css.splitlines()[0]
    '@media print, not (prefers-color-scheme: dark) { :root { --thread-0: #8B0000; } }'
    """

    colours: tuple[str, ...] = ()
    font: str | None = None
    credit: str | None = None

    def __post_init__(self) -> None:
        if len(self.colours) > len(THREAD_COLOURS):
            msg = f"{len(self.colours)} colours: a map has {len(THREAD_COLOURS)} story lines at the most"
            raise HouseError(msg, "colours")
        for n, colour in enumerate(self.colours):
            if not _COLOUR.fullmatch(colour):
                msg = f"colour {colour!r} is not of the form #rrggbb"
                raise HouseError(msg, "colours", n)
            least = min(contrast(colour, LAND), contrast(colour, SEA))
            if least < _FLOOR:
                msg = f"colour {colour!r} has a contrast of {least:.1f} on the map, below 3; take a darker one"
                raise HouseError(msg, "colours", n)
        if self.font is not None and not _FONT.fullmatch(self.font):
            msg = f"font {self.font!r} is no list of families; write for instance: Georgia, serif"
            raise HouseError(msg, "font")

    @property
    def palette(self) -> tuple[str, ...]:
        """
        All five colours: the outlet's, then the page's own for those that it does not give.

        Examples
        --------
        >>> House(colours=("#8B0000",)).palette[:2]
        ('#8B0000', '#7A3E78')
        """
        return (*self.colours, *THREAD_COLOURS[len(self.colours) :])

    @property
    def css(self) -> str:
        """The declarations that stand after the page's own style."""
        parts = []
        if self.colours:
            named = " ".join(f"--thread-{n}: {colour};" for n, colour in enumerate(self.colours))
            parts.append(f"@media print, not (prefers-color-scheme: dark) {{ :root {{ {named} }} }}")
        if self.font:
            parts.append(f":root {{ --serif: {self.font}; }}")
        return "\n".join(parts)


def contrast(one: str, other: str, /) -> float:
    """
    Return the contrast of two colours by WCAG 2, from 1 to 21.

    Examples
    --------
    >>> contrast("#000000", "#FFFFFF")
    21.0
    """
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
