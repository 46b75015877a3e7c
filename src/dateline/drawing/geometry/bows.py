"""How far flows bow: apart from each other, clear of the places they do not serve."""

from __future__ import annotations

from collections import Counter
from functools import partial
from math import hypot
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["choose_bows"]

XY = tuple[float, float]

_LEAST, _MOST = 0.08, 0.35  # of the chord
_APART = 0.07  # between flows from one place to the same other
_CLEAR = 0.036  # of the story's extent: 9 px on a map whose marks are 250 px wide, as a phone has it
_SAME: Final = 1e-6  # of it: a flow's end is its node, but for the last digits
_TRIES: Final = 11


def choose_bows(flows: Mapping[str, tuple[XY, XY]], nodes: Mapping[str, XY], /) -> dict[str, float]:
    """
    Choose the bow of every flow, as a share of its chord.

    A longer chord has the larger share. Flows between the same two places in the same direction get different bows; the
    other direction needs none, for its left is the other side.

    Parameters
    ----------
    flows
        Start and end of each flow in the plane of the map (Mercator), by mark.
    nodes
        All places where marks end, in the same plane.

    Returns
    -------
    bows
        By mark, between 0.08 and 0.35.

    Examples
    --------
    >>> choose_bows({"e1": ((0, 0), (100, 0)), "e2": ((0, 0), (100, 0))}, {})
    {'e1': 0.23, 'e2': 0.3}
    """
    points = [xy for ends in flows.values() for xy in ends] + list(nodes.values())
    extent = max(
        (max(xy[axis] for xy in points) - min(xy[axis] for xy in points) for axis in (0, 1)) if points else (0.0,)
    )
    same = Counter(flows.values())
    seen: Counter[tuple[XY, XY]] = Counter()
    taken: dict[tuple[XY, XY], list[float]] = {}
    chosen = {}
    for mark, (start, end) in flows.items():
        chord = hypot(end[0] - start[0], end[1] - start[1])
        base = _LEAST + (_MOST - _LEAST) * min(1.0, chord / 180)
        others_too = same[start, end] - 1
        base = max(_LEAST, min(base, _MOST - 0.04 * others_too))
        room = min(_APART, (_MOST - base) / max(1, others_too))
        wanted = base + room * seen[start, end]
        seen[start, end] += 1
        others = [xy for xy in nodes.values() if min(_gap(xy, start), _gap(xy, end)) > _SAME * extent]
        used = taken.setdefault((start, end), [])
        bow = _clear_bow(wanted, partial(_distance, start, end, others), used, apart=room, clear=_CLEAR * extent)
        used.append(bow)
        chosen[mark] = round(bow, 4)
    return chosen


def _clear_bow(
    wanted: float, distance: Callable[[float], float], used: list[float], *, apart: float, clear: float
) -> float:
    """Return the bow nearest to what is wanted that passes no foreign place, or the one that passes widest."""
    tries = [wanted]
    for n in range(1, _TRIES):
        tries += [wanted + n * 0.025, wanted - n * 0.025]
    allowed = [
        bow
        for bow in tries
        if _LEAST <= bow <= _MOST and all(abs(bow - other) >= min(apart, 0.04) - 1e-9 for other in used)
    ] or [wanted]
    distances = {bow: distance(bow) for bow in allowed}
    return next((bow for bow in allowed if distances[bow] >= clear), max(allowed, key=lambda bow: distances[bow]))


def _gap(one: XY, other: XY) -> float:
    return hypot(one[0] - other[0], one[1] - other[1])


def _distance(start: XY, end: XY, others: list[XY], bow: float) -> float:
    """Return how near the arc comes to any of the others."""
    arc = _parabola(start, end, bow)
    return min((hypot(x - u, y - v) for x, y in arc for u, v in others), default=float("inf"))


def _parabola(start: XY, end: XY, bow: float, points: int = 65) -> list[XY]:
    dx, dy = end[0] - start[0], end[1] - start[1]
    shares = [n / (points - 1) for n in range(points)]
    return [
        (start[0] + t * dx - 4 * bow * t * (1 - t) * dy, start[1] + t * dy + 4 * bow * t * (1 - t) * dx) for t in shares
    ]
