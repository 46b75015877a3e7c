"""The records of a still picture: its window on the world, and what lies in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

    from dateline.drawing.stills.placing import Box
    from dateline.drawing.style.encodings import Stroke

__all__ = ["CROWD", "XY", "Drawn", "View", "Word"]

XY = tuple[float, float]

CROWD: Final = 150
"""Marks from which words no longer keep off lines, and lines have no casing: there is nowhere to go."""


@dataclass(frozen=True, slots=True)
class View:
    """
    A window on the Mercator plane.

    Attributes
    ----------
    west, top
        Degrees, and the Mercator y of the upper edge.
    scale
        Pixels to a degree of longitude.
    width, height
        Pixels.
    """

    west: float
    top: float
    scale: float
    width: float
    height: float

    def at(self, lon: float, lat: float) -> XY:
        """Project a point to pixels from the upper left."""
        from dateline.atlas.geodesy import mercator

        return (lon - self.west) * self.scale, (self.top - float(mercator(lat))) * self.scale

    def project(self, geometry: BaseGeometry) -> BaseGeometry:
        """Project a geometry to pixels."""
        import numpy
        import shapely

        from dateline.atlas.geodesy import mercator

        def flat(xy: NDArray[np.float64]) -> NDArray[np.float64]:
            x, y = (xy[:, 0] - self.west) * self.scale, (self.top - mercator(xy[:, 1])) * self.scale
            return numpy.column_stack([x, y])

        return shapely.transform(geometry, flat)

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """West, south, east, north in degrees."""
        from dateline.atlas.geodesy import inverse_mercator

        low, high = (float(inverse_mercator(self.top - y / self.scale)) for y in (self.height, 0.0))
        return self.west, max(low, -89.0), self.west + self.width / self.scale, min(high, 89.0)


@dataclass(frozen=True, slots=True)
class Drawn:
    """
    One mark in pixels.

    Attributes
    ----------
    sort
        A line, a shape at one place, or an area.
    parts
        Its lines; of an area those of its hatching, of a shape its closed outline.
    unsaid
        The stretch that is drawn by us.
    head
        The arrowhead's three corners, or None.
    """

    mark: str
    sort: Literal["line", "shape", "area"]
    parts: tuple[tuple[XY, ...], ...]
    stroke: Stroke
    colour: str
    width: float
    unsaid: tuple[XY, ...] = ()
    head: tuple[XY, XY, XY] | None = None


@dataclass(frozen=True, slots=True)
class Word:
    """
    Words on the picture.

    Attributes
    ----------
    x, y
        The left end of the first line's foot.
    lines
        Each below the other.
    sort
        A place's name, a water's, one of the atlas for the reader's orientation, or a mark's sign.
    """

    x: float
    y: float
    lines: tuple[str, ...]
    size: float
    colour: str
    sort: Literal["place", "water", "context", "sign"]
    box: Box
