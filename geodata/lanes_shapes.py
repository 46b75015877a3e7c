"""The coast for the network of sea lanes: land made fatter, and the corners that a taut line bends round."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import shapely
from topology import polygons

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

DEG = 1 / 111.195  # degrees of latitude in a kilometre
BANDS = range(-90, 84)  # of one degree; in each the longitudes are shrunk so that distances are right
MARGIN = 0.4  # degrees by which a band looks over its edge


class Level(NamedTuple):
    """
    How near the coast corners lie.

    Attributes
    ----------
    off_km
        From the land at least.
    loose_km
        By how much the outline may be simplified.
    close_km
        Bays and gaps narrower than twice this are filled.
    inside_km
        Only corners that lie this deep in the outline of the level before count: in narrows.
    """

    off_km: float
    loose_km: float
    close_km: float
    inside_km: float


LEVELS = (Level(2.04, 0.33, 4.0, 0), Level(0.3, 0.4, 0.6, 2.6), Level(0.06, 0.05, 0, 0.9))


def pieces(shapes: Sequence[shapely.Polygon], most: int) -> NDArray[np.object_]:
    """Cut polygons by boxes until none has more than `most` vertices: tests against them get fast."""
    out, stack = [], list(shapes)
    while stack:
        shape = stack.pop()
        if shapely.get_num_coordinates(shape) <= most:
            out.append(shape)
            continue
        west, south, east, north = shape.bounds
        if east - west > north - south:
            halves = (west, south, (west + east) / 2, north), ((west + east) / 2, south, east, north)
        else:
            halves = (west, south, east, (south + north) / 2), (west, (south + north) / 2, east, north)
        for half in halves:
            stack += polygons(shapely.intersection(shape, shapely.box(*half)))
    return np.array(out)


class Land:
    """Land polygons in -180..180, in bands with true distances."""

    def __init__(self, shapes: Sequence[shapely.Polygon]) -> None:
        self.pieces = pieces(shapes, 256)
        self.tree = shapely.STRtree(self.pieces)

    def bands(self) -> Iterator[tuple[int, float, shapely.Geometry]]:
        """Each band's southern edge, how much its longitudes are shrunk, and its land, a little over its edges."""
        for south in BANDS:
            low, high = south - MARGIN, south + 1 + MARGIN
            found = self.pieces[np.sort(self.tree.query(shapely.box(-180, low, 180, high)))]
            if not len(found):
                continue
            land = shapely.clip_by_rect(found, -180, low, 180, high)
            over = [
                shapely.transform(shape, lambda xy, turn=turn: np.add(xy, [turn, 0]))
                for turn, west, east in ((360, -180, -179), (-360, 179, 180))
                for shape in shapely.clip_by_rect(land, west, low, east, high)
                if not shape.is_empty
            ]
            shrink = float(np.cos(np.radians(south + 0.5)))
            every = np.concatenate([land, np.array(over, dtype=object)]) if over else land
            yield south, shrink, shapely.union_all(shapely.transform(every, lambda xy, k=shrink: xy * [k, 1]))


def fatter(land: Land, off_km: float, loose_km: float) -> NDArray[np.object_]:
    """The land with a rim, in pieces, in degrees; at the antimeridian it goes on for a degree and a half."""
    out = []
    for south, shrink, shape in land.bands():
        fat = shapely.simplify(shapely.buffer(shape, (off_km + loose_km) * DEG, quad_segs=3), loose_km * DEG)
        cut = shapely.clip_by_rect(fat, -181.5 * shrink, south, 181.5 * shrink, south + 1)
        out += polygons(shapely.transform(cut, lambda xy, k=shrink: xy / [k, 1]))
    return pieces(out, 128)


def corners(land: Land) -> list[NDArray[np.float64]]:
    """For each level rows of lon, lat of a corner, of the vertex before and of the one after; land on the left."""
    found: list[list[NDArray[np.float64]]] = [[] for _ in LEVELS]
    for south, shrink, shape in land.bands():
        if south < -78:
            continue
        before = None
        scale = np.array([shrink, 1.0] * 3)
        for level, rows in zip(LEVELS, found, strict=True):
            if before is not None and south < -57:  # no narrows are sailed in the Antarctic
                break
            grown = shapely.buffer(shape, (level.off_km + level.loose_km + level.close_km) * DEG, quad_segs=4)
            outline = shapely.buffer(grown, -level.close_km * DEG, quad_segs=4) if level.close_km else grown
            here = _convex(shapely.simplify(outline, level.loose_km * DEG), south, shrink)
            if before is not None:
                narrows = shapely.buffer(before, -level.inside_km * DEG)
                shapely.prepare(narrows)
                here = here[shapely.contains_xy(narrows, here[:, 0], here[:, 1])]
            rows.append(here / scale)
            before = outline
    return [np.vstack(rows) for rows in found]


def _convex(outline: shapely.Geometry, south: float, shrink: float) -> NDArray[np.float64]:
    """The vertices at which land sticks out into the water."""
    out = [np.empty((0, 6))]
    for polygon in polygons(outline):
        for number, ring in enumerate((polygon.exterior, *polygon.interiors)):
            xy = np.asarray(ring.coords)[:-1]
            if ring.is_ccw != (number == 0):
                xy = xy[::-1]
            before, after = np.roll(xy, 1, axis=0), np.roll(xy, -1, axis=0)
            come, go = xy - before, after - xy
            turn = np.degrees(np.arctan2(come[:, 0] * go[:, 1] - come[:, 1] * go[:, 0], (come * go).sum(axis=1)))
            kept = (turn > 3) & (xy[:, 1] >= south) & (xy[:, 1] < south + 1) & (np.abs(xy[:, 0] / shrink) <= 180)
            out.append(np.column_stack([xy, before, after])[kept])
    return np.vstack(out)
