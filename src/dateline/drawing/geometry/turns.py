"""Which longitude a map is centred on, and marks shifted by whole turns so that each lies on that one world."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable

    from shapely.geometry.base import BaseGeometry

G = TypeVar("G", bound="BaseGeometry")

__all__ = ["free_meridian", "nearest_turn", "turned"]


def free_meridian(spans: Iterable[tuple[float, float]], /) -> float:
    """
    Choose a central meridian whose opposite, the map's seam, cuts no mark if that can be.

    Parameters
    ----------
    spans
        West and east of each mark in degrees, east not below west; a point has both alike. Longitudes may pass 180.

    Returns
    -------
    meridian
        In [-180, 180), a whole degree where the gap is wide enough; 0 without marks. The seam lies in the middle of the
        widest gap between the marks; where they cover all longitudes, where the fewest cross it.

    Examples
    --------
    >>> free_meridian([(120.0, 150.0), (-130.0, -118.0)])  # both sides of the Pacific
    -179.0
    """
    spans = sorted({(west % 360, west % 360 + min(east - west, 360.0)) for west, east in spans})
    if not spans:
        return 0.0
    reached = max(east for _, east in spans) - 360  # what comes round from the turn before
    gaps = []
    for west, east in [*spans, (spans[0][0] + 360, spans[0][1] + 360)]:
        gaps.append((west - reached, -reached))
        reached = max(reached, east)
    gap, start = max(gaps)
    middle = gap / 2 - start if gap > 0 else _least_crossed(spans)
    meridian = (round(middle) if gap > 2 else middle) + 180
    return float((meridian + 180) % 360 - 180)


def _least_crossed(spans: list[tuple[float, float]]) -> float:
    """Return a longitude that as few spans as can be go over, apart from their ends."""
    ends = sorted({end % 360 for span in spans for end in span})
    middles = [(one + two) / 2 for one, two in pairwise([*ends, ends[0] + 360])]
    return min(middles, key=lambda lon: sum((lon - west) % 360 < east - west for west, east in spans))


def nearest_turn(west: float, east: float, meridian: float) -> float:
    """
    Return by how many degrees, a multiple of 360, a span is shifted so that its middle lies nearest to a meridian.

    Examples
    --------
    >>> nearest_turn(-120.0, -110.0, 170.0)
    360.0
    """
    return 360.0 * round((meridian - (west + east) / 2) / 360)


def turned(geometry: G, degrees: float) -> G:
    """Shift a geometry eastwards by whole turns."""
    from shapely.affinity import translate

    return translate(geometry, xoff=degrees) if degrees else geometry
