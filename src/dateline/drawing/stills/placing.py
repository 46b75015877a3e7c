"""Where words go on a still picture: whole inside it, never over each other, off the lines where there is room."""

from __future__ import annotations

from itertools import pairwise
from math import hypot
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray
    from shapely import LineString

__all__ = ["Box", "Placer"]

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in pixels."""

_GAP: Final = 3.0
_SHARES: Final = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82)


class Placer:
    """
    Gives words their boxes, one after the other.

    Parameters
    ----------
    free
        The part of the picture that words may take.

    Examples
    --------
    >>> placer = Placer((0, 0, 100, 50))
    >>> one, other = (placer.beside((50, 25), 3, (30, 10)) for _ in range(2))
    >>> one != other
    True
    >>> placer.beside((50, 25), 3, (300, 10)) is None
    True
    """

    def __init__(self, free: Box) -> None:
        self.free = free
        self.taken: list[Box] = []
        self.soft: list[Box] = []

    def keep_off(self, centre: Sequence[float], radius: float) -> None:
        """Remember what is better left free."""
        x, y = centre
        self.soft.append((x - radius, y - radius, x + radius, y + radius))

    def keep_off_line(self, points: Sequence[Sequence[float]], radius: float) -> None:
        """Remember a line as boxes along it."""
        for (x, y), (x2, y2) in pairwise(points):
            count = max(1, round(hypot(x2 - x, y2 - y) / (2 * radius)))
            for n in range(count):
                self.keep_off((x + (x2 - x) * n / count, y + (y2 - y) * n / count), radius)

    def beside(
        self,
        at: Sequence[float],
        radius: float,
        size: tuple[float, float],
        *,
        centred: bool = False,
        needed: bool = False,
    ) -> Box | None:
        """
        Take the best of eight positions round a point.

        Parameters
        ----------
        centred
            Whether the point itself is the first choice.
        needed
            Whether the words may move farther off and into the picture; they still cover no others.

        Returns
        -------
        box
            None where there is no room.
        """
        x, y = at
        w, h = size
        spots = [(-w / 2, -h / 2)] if centred else []
        for gap in (4, 12, 24, 40, 60, 90) if needed else (4, 12):
            r = radius + gap
            d = r * 0.7
            spots += [(r, -h / 2), (d, -d - h), (d, d), (-w / 2, -r - h), (-w / 2, r)]
            spots += [(-r - w, -h / 2), (-d - w, -d - h), (-d - w, d)]
        boxes = [(x + dx, y + dy, x + dx + w, y + dy + h) for dx, dy in spots]
        return self._best((box, n * 9.0) for n, box in enumerate(boxes))

    def along(self, line: LineString, size: tuple[float, float], off: float) -> Box | None:
        """Take the best position beside a line, near its middle."""
        found = []
        w, h = size
        for share in _SHARES:
            at = line.interpolate(share, normalized=True)
            ahead = line.interpolate(min(line.length, share * line.length + 2))
            long = hypot(ahead.x - at.x, ahead.y - at.y) or 1.0
            nx, ny = (ahead.y - at.y) / long, (at.x - ahead.x) / long
            for far in (off, off + 10, off + 24, off + 44):
                for side in (1, -1):
                    # The box touches the line's side with its nearest point.
                    reach = side * (far + (abs(nx) * w + abs(ny) * h) / 2)
                    x, y = at.x + nx * reach - w / 2, at.y + ny * reach - h / 2
                    found.append(((x, y, x + w, y + h), far + abs(share - 0.5) * 60))
        return self._best(found)

    def _best(self, choices: Iterable[tuple[Box, float]]) -> Box | None:
        choices = [(box, cost) for box, cost in choices if self._fits(box)]
        if not choices:
            return None
        boxes = np.array([box for box, _ in choices])
        costs = np.array([cost for _, cost in choices]) + 2 * _over(boxes, _table(self.soft), 0)
        costs[_over(boxes, _table(self.taken), _GAP) > 0] = np.inf
        n = int(np.argmin(costs))
        if not np.isfinite(costs[n]):
            return None
        best = choices[n][0]
        self.taken.append(best)
        return best

    def _fits(self, box: Box) -> bool:
        left, top, right, bottom = self.free
        return left + 2 <= box[0] and top + 2 <= box[1] and box[2] <= right - 2 and box[3] <= bottom - 2


def _table(boxes: Sequence[Box]) -> NDArray[np.float64]:
    return np.array(boxes, dtype=float).reshape(-1, 4)


def _over(boxes: NDArray[np.float64], others: NDArray[np.float64], gap: float) -> NDArray[np.float64]:
    """How much each box shares with all the others, the gap between them counted in."""
    one, other = boxes[:, None, :], others[None, :, :]
    x = np.minimum(one[..., 2], other[..., 2]) - np.maximum(one[..., 0], other[..., 0]) + gap
    y = np.minimum(one[..., 3], other[..., 3]) - np.maximum(one[..., 1], other[..., 1]) + gap
    shared: NDArray[np.float64] = (np.maximum(x, 0) * np.maximum(y, 0)).sum(axis=1)
    return shared
