"""The fork rule: where a leg has an alternative, only what follows where the two meet again is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shapely import LineString, Point
from shapely.ops import substring

if TYPE_CHECKING:
    from collections.abc import Iterable

    from shapely.geometry.base import BaseGeometry

__all__ = ["part_ways"]

_TOGETHER_DEG = 0.25  # two sea lanes this near each other are one
_KEPT = 0.1  # at least this share of the main leg keeps its own style


def part_ways(
    main: LineString, other: LineString, /, *, open_waters: Iterable[BaseGeometry] = ()
) -> tuple[LineString, LineString, LineString]:
    """
    Cut two ways to one end where they meet again.

    Parameters
    ----------
    main
        The leg that the text states.
    other
        The way that it leaves open, from the same start to the same end.
    open_waters
        What only the other way is said to pass. Where ``main`` passes it too, for want of another way, it is its own
        only beyond.

    Returns
    -------
    competing, own, alternative
        ``main`` up to where the two meet again, ``main`` from there on, and ``other`` up to there. Where they meet
        only at their end, the last tenth of ``main`` is its own.

    Examples
    --------
    >>> from shapely import LineString
    >>> main = LineString([(0, 0), (2, 2), (4, 0), (8, 0)])
    >>> competing, own, alternative = part_ways(main, LineString([(0, 0), (2, -2), (4, 0), (8, 0)]))
    >>> competing.wkt, own.wkt
    ('LINESTRING (0 0, 2 2, 4 0)', 'LINESTRING (4 0, 8 0)')
    """
    beyond = [_beyond(main, water) for water in open_waters]
    meeting = min(max([_meeting(main, other), *beyond]), main.length * (1 - _KEPT))
    competing, own = _stretch(main, 0, meeting), _stretch(main, meeting, main.length)
    met = Point(own.coords[0])
    alternative = _stretch(other, 0, other.project(met))
    if alternative.distance(met) <= _TOGETHER_DEG and alternative.length:
        alternative = LineString([*alternative.coords[:-1], met.coords[0]])
    return competing, own, alternative if alternative.length else other


def _stretch(line: LineString, start: float, end: float) -> LineString:
    part = substring(line, start, end)
    return part if isinstance(part, LineString) else LineString([part.coords[0]] * 2)


def _beyond(line: LineString, water: BaseGeometry) -> float:
    """Return how far along a line it has left a water for good; 0 when it never enters it."""
    inside = line.intersection(water)
    if inside.is_empty:
        return 0.0
    parts = getattr(inside, "geoms", [inside])
    return max(line.project(Point(xy)) for part in parts for xy in part.coords)


def _meeting(main: LineString, other: LineString) -> float:
    """Return how far along ``main`` it joins ``other`` for good."""
    step = _TOGETHER_DEG / 2
    at = main.length
    while at > 0 and other.distance(main.interpolate(at)) <= _TOGETHER_DEG:
        at -= step
    corners = [main.project(Point(xy)) for xy in main.coords]
    # The way joins at a corner as a rule; the search above only comes near it.
    near = [corner for corner in corners if at <= corner <= at + 3 * step]
    return min(near, default=min(max(at, 0.0) + step, main.length))
