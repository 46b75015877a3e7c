"""Straits, channels and canals by their names: a line across each, from land to land."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from dateline.atlas.lanes_file import arrays
from dateline.atlas.norm import norm

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

__all__ = ["Passage", "crossed", "known_as", "passages"]

_TOUCH = 1e-9  # of a leg: so near to the line's end it is the end


@dataclass(frozen=True, slots=True, eq=False)  # each exists once; they are looked up in sets all the time
class Passage:
    """
    A strait, channel or canal that a sea route can be sent through or kept out of.

    Attributes
    ----------
    name, aliases
        What it is called.
    lines
        Lines across it, longitude first; a way that crosses one of them passes it. Their ends lie on land, but for
        those that run to the pole (see ``note``).
    closed
        Whether routes keep out of it unless they are asked to take it.
    note
        Between which coasts it lies, and why it is closed.
    source
        The public document that names it.
    """

    name: str
    aliases: tuple[str, ...]
    lines: tuple[tuple[tuple[float, float], ...], ...]
    closed: bool
    note: str
    source: str

    def __str__(self) -> str:
        """Give the name."""
        return self.name


@cache
def passages() -> tuple[Passage, ...]:
    """
    List the passages that routes know.

    Returns
    -------
    passages
        In the order of the compiled table, from East Asia westwards.

    Examples
    --------
    >>> [passage.name for passage in passages() if passage.closed]
    ['Corinth Canal', 'Northern Sea Route', 'Northwest Passage']
    """
    rows = json.loads(arrays()["passages"].tobytes())
    return tuple(
        Passage(
            row["name"],
            tuple(row["aliases"]),
            tuple(tuple((float(lon), float(lat)) for lon, lat in line) for line in row["lines"]),
            row["closed"],
            row["note"],
            row["source"],
        )
        for row in rows
    )


@cache
def _by_name() -> dict[str, Passage]:
    return {norm(name): passage for passage in passages() for name in (passage.name, *passage.aliases)}


def known_as(name: str) -> Passage | None:
    """
    Find the passage of a name, whatever its case and accents, or None.

    Examples
    --------
    >>> str(known_as("Bosphorus")), str(known_as("the taiwan strait")), known_as("Taiwann Strait")
    ('Bosporus', 'Taiwan Strait', None)
    """
    return _by_name().get(norm(name))


@cache
def _steps() -> tuple[NDArray[np.int64], Floats]:
    """The straight pieces of all lines: number of the passage, and two ends in a row."""
    owner, ends = [], []
    for number, passage in enumerate(passages()):
        for line in passage.lines:
            for one, two in pairwise(line):
                owner.append(number)
                ends.append((*one, *two))
    return np.array(owner), np.array(ends)


def crossed(line: Floats) -> list[tuple[float, Passage]]:
    """
    Find the passages that a line goes through.

    Parameters
    ----------
    line
        N x 2, unwrapped.

    Returns
    -------
    found
        Where on the line (number of the leg and the share of it) and which, in the order of the line; each once. A
        line whose very end lies on a passage has not gone through it.
    """
    if len(line) < 2:
        return []
    owner, ends = _steps()
    low, high = np.minimum(line[:-1], line[1:]), np.maximum(line[:-1], line[1:])
    first: dict[int, float] = {}
    west, east = (int(np.floor((lon + 180) / 360)) for lon in (low[:, 0].min(), high[:, 0].max()))
    for turn in range(west, east + 1):
        x, y = ends[:, [0, 2]] + 360.0 * turn, ends[:, [1, 3]]
        box = (low[:, 0].min() <= x.max(axis=1)) & (high[:, 0].max() >= x.min(axis=1))
        box &= (low[:, 1].min() <= y.max(axis=1)) & (high[:, 1].max() >= y.min(axis=1))
        few = np.flatnonzero(box)
        x, y = x[few], y[few]
        near = (low[:, 0, None] <= x.max(axis=1)) & (high[:, 0, None] >= x.min(axis=1))
        near &= (low[:, 1, None] <= y.max(axis=1)) & (high[:, 1, None] >= y.min(axis=1))
        for leg, piece in zip(*np.nonzero(near), strict=True):
            share = _share(line[leg], line[leg + 1], x[piece], y[piece])
            number = int(owner[few[piece]])
            # A line that starts or ends on a passage's line does not go through it, there or back.
            if share is None or not _TOUCH < leg + share < len(line) - 1 - _TOUCH:
                continue
            if leg + share < first.get(number, np.inf):
                first[number] = float(leg + share)
    return sorted(((where, passages()[number]) for number, where in first.items()), key=lambda pair: pair[0])


def _share(start: Floats, end: Floats, x: Floats, y: Floats) -> float | None:
    """Where on a leg it crosses a piece of a passage's line, from 0 to 1, or None."""
    way, line = end - start, (x[1] - x[0], y[1] - y[0])
    flat = float(way[0] * line[1] - way[1] * line[0])
    if flat == 0:
        return None
    off = (x[0] - start[0], y[0] - start[1])
    share = float(off[0] * line[1] - off[1] * line[0]) / flat
    along = float(off[0] * way[1] - off[1] * way[0]) / flat
    return share if 0 <= share < 1 and 0 <= along <= 1 else None
