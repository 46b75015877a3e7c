"""Read TopoJSON that was made for the sphere: rings over the antimeridian and round a pole come out whole."""

from __future__ import annotations

import math
from collections import defaultdict
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

WORLD = shapely.box(-180, -90, 180, 90)


def polygons(geometry: shapely.Geometry) -> list[shapely.Polygon]:
    """The polygons of a geometry, lines and points left out (a cut or a union may give them)."""
    parts = shapely.get_parts(geometry, return_index=False)
    return [p for g in parts for p in ([g] if g.geom_type == "Polygon" else shapely.get_parts(g)) if _solid(p)]


def _solid(part: shapely.Geometry) -> bool:
    return part.geom_type == "Polygon" and not part.is_empty and part.area > 0


def unwrap(line: NDArray[np.float64]) -> NDArray[np.float64]:
    """Shift longitudes by whole turns so that neighbours never jump."""
    out = line.copy()
    out[1:, 0] -= 360 * np.cumsum(np.round(np.diff(line[:, 0]) / 360))
    return out


def fold(geometry: shapely.Geometry) -> list[shapely.Geometry]:
    """Cut a geometry whose longitudes may leave -180..180 at the antimeridian and move the pieces back into it."""
    west, _, east, _ = geometry.bounds
    out = []
    for turn in range(math.floor((west + 180) / 360), math.ceil((east - 180) / 360) + 1):
        piece = shapely.intersection(geometry, shapely.box(360 * turn - 180, -90, 360 * turn + 180, 90))
        moved = shapely.transform(piece, lambda xy, turn=turn: xy - [360 * turn, 0])
        out += [part for part in shapely.get_parts(moved) if not part.is_empty]
    return out


class Topology:
    """One TopoJSON document with its arcs laid out in degrees."""

    def __init__(self, document: dict[str, Any]) -> None:
        scale, shift = (np.array(document["transform"][key]) for key in ("scale", "translate"))
        self.arcs = [np.cumsum(np.array(arc), axis=0) * scale + shift for arc in document["arcs"]]
        self.objects: dict[str, Any] = document["objects"]

    def _ring(self, ids: list[int]) -> NDArray[np.float64]:
        parts = [self.arcs[i] if i >= 0 else self.arcs[~i][::-1] for i in ids]
        ring = unwrap(np.vstack([parts[0], *(part[1:] for part in parts[1:])]))
        if abs(ring[-1, 0] - ring[0, 0]) > 180:  # the ring winds round a pole: close it there
            pole = math.copysign(90.0, ring[:, 1].mean())
            ring = np.vstack([ring, [ring[-1, 0], pole], [ring[0, 0], pole], ring[0]])
        return ring

    def polygons(self, geometry: dict[str, Any]) -> list[shapely.Polygon]:
        """The valid polygons of one TopoJSON geometry, cut at the antimeridian, in -180..180."""
        if geometry["type"] not in ("Polygon", "MultiPolygon"):
            return []
        out = []
        for rings in geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]:
            shell, *holes = [self._ring(ids) for ids in rings]
            if len(shell) < 4:
                continue
            middle = (shell[:, 0].min() + shell[:, 0].max()) / 2
            kept = []
            for hole in holes:
                if len(hole) < 4 or hole[:, 1].max() <= -89.9:  # a degenerate ring at the pole
                    continue
                hole[:, 0] += 360 * round((middle - hole[:, 0].mean()) / 360)
                kept.append(hole)
            whole = shapely.make_valid(shapely.Polygon(shell, kept), method="structure")
            # Cut before rounding: rounded rings of Fiji collapse to three points and a cut refuses them.
            out += [part for polygon in polygons(whole) for piece in fold(polygon) for part in polygons(piece)]
        return out

    def features(self, name: str) -> Iterator[tuple[dict[str, Any], list[shapely.Polygon]]]:
        """Each geometry of an object with its properties (``id`` among them) and its polygons."""
        for geometry in self.objects[name]["geometries"]:
            yield {"id": geometry.get("id"), **geometry.get("properties", {})}, self.polygons(geometry)

    def mesh(self, name: str, key: str) -> dict[tuple[str, str], list[NDArray[np.float64]]]:
        """The arcs that two features share: the boundaries between them, by the pair of their names."""
        users: dict[int, set[str]] = defaultdict(set)
        for geometry in self.objects[name]["geometries"]:
            label = geometry["properties"][key]
            if geometry["type"] not in ("Polygon", "MultiPolygon"):
                continue
            for rings in geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]:
                for ids in rings:
                    for i in ids:
                        users[i if i >= 0 else ~i].add(label)
        out: dict[tuple[str, str], list[NDArray[np.float64]]] = defaultdict(list)
        for i, labels in sorted(users.items()):
            if len(labels) == 2:
                first, second = sorted(labels)
                out[first, second].append(unwrap(self.arcs[i]))
        return dict(out)
