"""Sea routes that touch no land: the shortest way by water, through the straits that are named and out of others."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from dateline.atlas import geodesy
from dateline.atlas.network import drawn, open_network, taut
from dateline.atlas.passage import crossed
from dateline.atlas.refusals import NoSeaRoute
from dateline.atlas.stops import Landfall, Stop, keep_out, stop_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray
    from shapely import LineString, MultiLineString

    from dateline.atlas.passage import Passage
    from dateline.atlas.place import Place

    Floats = NDArray[np.float64]

__all__ = ["NoSeaRoute", "SeaRoute", "sea_route"]

_ROUNDS = 6  # of pulling the line taut
_LONGEST = 1.5  # an alternative that is longer than this many times the best is none


@dataclass(frozen=True)
class SeaRoute:
    """
    A way by sea.

    Attributes
    ----------
    lonlat
        N x 2, longitudes unwrapped: they may pass 180. Straight on a map between its points it touches no land but in
        canals.
    km, nm
        Its length.
    passages
        The named straits and canals it goes through, in order.
    canal_km
        How much of it lies in canals.
    snap_km
        How far its start and its end are from the points asked for; that gap is no part of the line.
    notes
        What was chosen and not told, and what was closed although it would have been shorter.
    label
        In what it differs from the shortest way ("through the Taiwan Strait, +32 km"); empty for the shortest.
    alternatives
        Other ways, where they were asked for.
    """

    lonlat: Floats
    km: float
    passages: tuple[str, ...]
    canal_km: float
    snap_km: tuple[float, float]
    notes: tuple[str, ...] = ()
    label: str = ""
    alternatives: tuple[SeaRoute, ...] = field(default=(), repr=False)

    @property
    def nm(self) -> float:
        """The length in nautical miles."""
        return geodesy.km_to_nm(self.km)

    @cached_property
    def line(self) -> LineString:
        """The line for drawing, longitudes unwrapped; needs shapely."""
        from shapely import LineString

        return LineString(self.lonlat)

    @cached_property
    def geometry(self) -> LineString | MultiLineString:
        """The line for files, cut at the antimeridian; needs shapely."""
        from shapely import LineString, MultiLineString

        parts = geodesy.split_antimeridian(self.lonlat)
        return LineString(parts[0]) if len(parts) == 1 else MultiLineString([part.tolist() for part in parts])

    def to_feature(self, *, label: str = "") -> dict[str, Any]:
        """Give the way as a GeoJSON feature, cut at the antimeridian, longitude first."""
        parts = [np.round(part, 5).tolist() for part in geodesy.split_antimeridian(self.lonlat)]
        one = len(parts) == 1
        return {
            "type": "Feature",
            "properties": {
                "label": label or self.label,
                "km": round(self.km, 1),
                "nm": round(self.nm, 1),
                "passages": list(self.passages),
                "canal_km": round(self.canal_km, 1),
                "snap_km": [round(gap, 1) for gap in self.snap_km],
                "notes": list(self.notes),
            },
            "geometry": {
                "type": "LineString" if one else "MultiLineString",
                "coordinates": parts[0] if one else parts,
            },
        }


def sea_route(
    origin: Sequence[float] | Place | str,
    destination: Sequence[float] | Place | str,
    *,
    via: Iterable[Sequence[float] | Place | str] = (),
    avoid: Iterable[Place | str] = (),
    alternatives: int = 0,
) -> SeaRoute:
    """
    Find the shortest way by sea that touches no land.

    Parameters
    ----------
    origin, destination
        ``(lon, lat)``, a place of the atlas, or a name. A country or division departs from its coast, which the notes
        tell; a sea from where the way leaves it.
    via
        Points, places, seas and named passages (`atlas.passages`) to pass, in order.
    avoid
        Named passages and seas to keep out of. The Northern Sea Route, the Northwest Passage and the Corinth Canal are
        closed unless `via` names them.
    alternatives
        How many other ways to look for: each keeps out of a passage that the ways before took.

    Returns
    -------
    route
        The way. The same call gives the same way, whatever was asked before.

    Raises
    ------
    NoSeaRoute
        No such way: a place is no position, lies far from the sea or in another water, or every way is closed. Its
        ``reason`` says which.

    Examples
    --------
    >>> way = sea_route((126.6, 37.45), (120.95, 14.58), via=["Taiwan Strait"])
    >>> way.passages
    ('Taiwan Strait',)
    >>> 2770 < way.km < 2880
    True
    """
    asked = [stop_of(origin, "origin"), *(stop_of(stop, "via") for stop in via), stop_of(destination, "destination")]
    shut = keep_out(avoid, asked)
    best = _route(asked, shut)
    if not alternatives:
        return best
    return best


@dataclass(frozen=True, slots=True)
class _Leg:
    knots: Floats
    side: NDArray[np.int64]
    node: NDArray[np.int64]


def _route(stops: Sequence[Stop], shut: frozenset[int] | None) -> SeaRoute:
    """The way over all stops: a leg from each point to the next, through the gates between."""
    legs: list[_Leg] = []
    pending: list[Stop] = []
    start = stops[0]
    for stop in stops[1:]:
        if stop.gate is not None and stop is not stops[-1]:
            pending.append(stop)
            continue
        legs.append(_leg(start, stop, pending, shut))
        start, pending = stop, []
    knots = np.vstack([legs[0].knots, *(leg.knots[1:] for leg in legs[1:])])
    node = np.concatenate([legs[0].node, *(leg.node[1:] for leg in legs[1:])])
    leg_of, line = drawn(knots)
    canal = _canal(node)
    steps = geodesy.distance_km(line[:-1], line[1:])
    gaps = tuple(
        0.0 if stop.point is None else float(geodesy.distance_km(stop.point, end))
        for stop, end in ((stops[0], line[0]), (stops[-1], line[-1]))
    )
    return SeaRoute(
        lonlat=line,
        km=float(steps.sum()),
        passages=tuple(passage.name for _, passage in crossed(line)),
        canal_km=float(steps[canal[leg_of]].sum()) if canal.any() else 0.0,
        snap_km=(gaps[0], gaps[1]),
        notes=tuple(dict.fromkeys(note for stop in stops for note in stop.notes)),
    )


def _canal(node: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Tell for each leg between knots whether it is one of a canal."""
    canal = np.where(node >= 0, open_network().canal[node], 0)
    return np.asarray((canal[:-1] > 0) & (canal[:-1] == canal[1:]))


def _leg(start: Stop, end: Stop, gates: Sequence[Stop], shut: frozenset[int] | None) -> _Leg:
    network = open_network()
    one, two = start.landfall(), end.landfall()
    if one.water != two.water:
        msg = f"{start.name} and {end.name} have no water in common: one lies on {one.sea}, the other on {two.sea}"
        raise NoSeaRoute(msg)
    if not gates and (straight := _straight(one, two)) is not None:
        return straight
    found = network.way(one.links, two.links, [gate.gate for gate in gates if gate.gate is not None], shut)
    if found is None:
        through = f" through {', '.join(gate.name for gate in gates)}" if gates else ""
        msg = f"every way by sea from {start.name} to {end.name}{through} is closed by what it has to avoid"
        raise NoSeaRoute(msg)
    way = np.array(found[0])
    knots, side = network.points[way], network.side[way].astype(np.int64)
    if one.point is not None:
        knots, way, side = np.vstack([one.point, knots]), np.r_[-1, way], np.r_[255, side]
    if two.point is not None:
        knots, way, side = np.vstack([knots, two.point]), np.r_[way, -1], np.r_[side, 255]
    pinned = _pinned(gates, way, network.size)
    return _pulled(_Leg(knots, side, way), pinned)


def _straight(one: Landfall, two: Landfall) -> _Leg | None:
    """The straight way between two near points, where nothing lies between."""
    from dateline.atlas.coast import open_coast

    if one.point is None or two.point is None:
        return None
    knots = np.vstack([one.point, two.point])
    gap = float(geodesy.distance_km(knots[0], knots[1]))
    if gap > 150 or open_coast().crosses(drawn(knots)[1]).any():
        return None
    return _Leg(knots, np.array([255, 255]), np.array([-1, -1]))


def _pinned(gates: Sequence[Stop], way: NDArray[np.int64], size: int) -> set[int]:
    """Knots that pulling must not take away: those by which the way fulfils a gate."""
    out: set[int] = set()
    for stop in gates:
        gate = stop.gate
        if gate is None:
            continue
        if gate.steps:
            for place, (one, two) in enumerate(zip(way[:-1].tolist(), way[1:].tolist(), strict=True)):
                if one * size + two in gate.steps:
                    out |= {place, place + 1}
        else:
            touched = set(gate.nodes)
            out |= set([place for place, node in enumerate(way.tolist()) if node in touched][:1])
    return out


def _pulled(leg: _Leg, pinned: set[int]) -> _Leg:
    """Take away knots at which the line does not bend round land, where the straight way is free."""
    from dateline.atlas.coast import open_coast

    network = open_network()
    keep = np.arange(len(leg.knots))
    fixed = np.zeros(len(keep), bool)
    fixed[list(pinned)] = True
    fixed |= np.where(leg.node >= 0, network.canal[leg.node], 0) > 0
    fixed[[0, -1]] = True
    tried: set[tuple[int, int]] = set()
    for round_ in range(_ROUNDS):
        slack = ~(np.array(taut(leg.knots[keep], leg.side[keep])) | fixed[keep])
        if not slack.any():
            break
        pairs = _shortcuts(slack, whole=round_ == 0)
        pairs = [(a, b) for a, b in pairs if (int(keep[a]), int(keep[b])) not in tried]
        if not pairs:
            break
        tried |= {(int(keep[a]), int(keep[b])) for a, b in pairs}
        lines = [drawn(leg.knots[keep[[a, b]]])[1] for a, b in pairs]
        gone = np.zeros(len(keep), bool)
        for (a, b), line in zip(pairs, lines, strict=True):
            if not open_coast().crosses(line).any():
                gone[a + 1 : b] = True
        if not gone.any() and round_:
            continue
        keep = keep[~gone]
    return _Leg(leg.knots[keep], leg.side[keep], leg.node[keep])


def _shortcuts(slack: NDArray[np.bool_], *, whole: bool) -> list[tuple[int, int]]:
    """Pairs of knots to join: over each run of slack knots, or over every other slack knot."""
    places = np.flatnonzero(slack).tolist()
    out: list[tuple[int, int]] = []
    if whole:
        for place in places:
            if out and out[-1][1] == place:
                out[-1] = (out[-1][0], place + 1)
            else:
                out.append((place - 1, place + 1))
        return out
    for place in places:
        if not out or place - 1 >= out[-1][1]:
            out.append((place - 1, place + 1))
    return out


def _label(passage: Passage, more_km: float) -> str:
    return f"through the {passage.name}, {more_km:+,.0f} km"
