"""Packing loses nothing."""

from __future__ import annotations

import numpy as np
import shapely
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from dateline.atlas.rings import pack, unpack

whole = st.integers(-1_800_000, 1_800_000)
line = st.integers(2, 8).flatmap(lambda n: arrays(np.int32, (n, 2), elements=whole))


@given(st.lists(line, min_size=1, max_size=6), st.integers(0, 6))
def test_lines_come_back_as_they_went_in(lines, decimals):
    """Every coordinate is the whole number over the unit, in the same order."""
    back = unpack(pack([[part] for part in lines], decimals=decimals, lines=True))
    assert [np.round(shapely.get_coordinates(p) * 10**decimals).tolist() for p in back.geoms] == [
        part.tolist() for part in lines
    ]


@given(st.lists(st.tuples(whole, whole, st.integers(4, 900)), min_size=1, max_size=5))
def test_polygons_keep_their_holes(squares):
    """Shells and holes come back with their rings."""
    parts = []
    for x, y, size in squares:
        shell = shapely.box(x, y, x + size, y + size)
        hole = shapely.box(x + 1, y + 1, x + size - 1, y + size - 1)
        parts.append([np.array(g.exterior.coords, np.int32) for g in (shell, hole)])
    back = unpack(pack(parts, decimals=4))
    assert [len(p.interiors) for p in back.geoms] == [1] * len(squares)
    assert [round(p.area * 1e8) for p in back.geoms] == [s * s - (s - 2) ** 2 for _, _, s in squares]
