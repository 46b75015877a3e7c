"""Sea routes that touch no land: the shortest way by water, through the straits that are named and out of others."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from dateline.atlas import geodesy
from dateline.atlas.coast import open_coast
from dateline.atlas.crossing import over_lines
from dateline.atlas.landfall import SEAS
from dateline.atlas.network import chords, drawn, open_network, taut
from dateline.atlas.passage import Passage, crossed, passages
from dateline.atlas.place import Place
from dateline.atlas.refusals import NoSeaRoute
from dateline.atlas.stops import Closed, Stop, closed, keep_out, stop_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from numpy.typing import NDArray
    from shapely import LineString, MultiLineString

    from dateline.atlas.landfall import Landfall

    Floats = NDArray[np.float64]

__all__ = ["NoSeaRoute", "SeaRoute", "sea_route"]

_NEARLY = 0.97  # what the corners of a passage's line promise must be this much shorter to be looked into
_TRIES = 10  # searches for alternatives
_STRAIGHT_KM = 150.0  # so near two points are tried without the network
_SEEN_MOST = 100_000  # answers kept
_ROUNDS = 10  # of pulling the line taut
_LONGEST = 1.5  # an alternative that is longer than this many times the best is none


@dataclass(frozen=True, eq=False)
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
    told, asked
        What the notes are made from.
    """

    lonlat: Floats
    km: float
    passages: tuple[str, ...]
    canal_km: float
    snap_km: tuple[float, float]
    label: str = ""
    alternatives: tuple[SeaRoute, ...] = field(default=(), repr=False)
    told: tuple[str, ...] = field(default=(), repr=False)
    asked: tuple[tuple[Stop, ...], Closed] | None = field(default=None, repr=False)

    @cached_property
    def notes(self) -> tuple[str, ...]:
        """What was chosen and not told; worked out when it is read, as it may take another search."""
        return (*self.told, *_closed_notes(self))

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
    through = [via] if isinstance(via, (str, Place)) else list(via)
    stops = [
        stop_of(origin, "origin"),
        *(stop_of(stop, "via") for stop in through),
        stop_of(destination, "destination"),
    ]
    out = keep_out(avoid, stops)
    best = _route(stops, out)
    if alternatives > 0:
        best = replace(best, alternatives=tuple(_others(best, stops, out, alternatives)))
    return best


def _others(best: SeaRoute, stops: Sequence[Stop], out: Closed, count: int) -> list[SeaRoute]:
    """Other ways: passages of the ways found are closed, one more at a time, until there are enough."""
    asked = {stop.passage for stop in stops}
    own = {passage.name: passage for passage in passages()}
    opened = [passage for passage in own.values() if passage.closed and passage not in out.passages]
    found: dict[tuple[str, ...], SeaRoute] = {best.passages: best}
    tried: set[frozenset[Passage]] = set()
    waiting = [(best, frozenset[Passage]())]
    while waiting and len(tried) < _TRIES:
        way, shut = waiting.pop(0)
        for name in way.passages:
            more = shut | {own[name]}
            if own[name] in asked or more in tried or len(tried) >= _TRIES:
                continue
            tried.add(more)
            try:
                other = _route(stops, closed({*out.passages, *more}, opened, out.areas))
            except NoSeaRoute:
                continue
            if other.km > _LONGEST * best.km:
                continue
            if other.passages not in found or other.km < found[other.passages].km:
                found[other.passages] = other
            if len(found) <= count:
                waiting.append((other, more))
    others = sorted((way for way in found.values() if way is not best), key=lambda way: way.km)
    return [replace(way, label=_label(way, best)) for way in others[:count]]


def _label(way: SeaRoute, best: SeaRoute) -> str:
    """In what a way differs from the best."""
    fresh = [name for name in way.passages if name not in best.passages]
    missing = [name for name in best.passages if name not in way.passages]
    words = "through the " if fresh else "not through the "
    names = " and the ".join((fresh or missing)[:2]) or "same passages"
    return f"{words}{names}, {way.km - best.km:+,.0f} km"


@dataclass(frozen=True, slots=True)
class _Leg:
    knots: Floats
    side: NDArray[np.int64]
    node: NDArray[np.int64]

    def back(self) -> _Leg:
        """Give the same the other way round."""
        return _Leg(self.knots[::-1], self.side[::-1], self.node[::-1])


def knots_between(one: tuple[float, float], two: tuple[float, float]) -> NDArray[np.int64]:
    """Give the nodes at which the taut way between two points bends; -1 for its ends."""
    return _leg(stop_of(one, "origin"), stop_of(two, "destination"), (), closed((), ())).node


def _route(stops: Sequence[Stop], out: Closed) -> SeaRoute:
    """The way over all stops: pulled taut, but where that would take it through what is closed."""
    way, over = _way(stops, out, pull=True)
    if over & out.passages or (out.areas and _touches(way.lonlat, out.areas)):
        way, over = _way(stops, out, pull=False)
    return way


def _touches(line: Floats, areas: Sequence[int]) -> bool:
    from shapely import LineString, MultiLineString

    from dateline.atlas.areas import area
    from dateline.atlas.gazetteer import get

    whole = MultiLineString([LineString(part) for part in geodesy.split_antimeridian(line)])
    return any(whole.intersects(area(get(ident))) for ident in areas)


def _way(stops: Sequence[Stop], out: Closed, *, pull: bool) -> tuple[SeaRoute, frozenset[Passage]]:
    """The way over all stops and the passages on it: a leg from each point to the next, through the gates between."""
    legs: list[_Leg] = []
    pending: list[Stop] = []
    start = stops[0]
    for stop in stops[1:]:
        if stop.gate is not None and stop is not stops[-1]:
            pending.append(stop)
            continue
        legs.append(_leg(start, stop, pending, out, pull=pull))
        start, pending = stop, []
    knots = np.vstack([legs[0].knots, *(leg.knots[1:] for leg in legs[1:])])
    node = np.concatenate([legs[0].node, *(leg.node[1:] for leg in legs[1:])])
    if len(knots) == 1:  # both ends lie in one area: there is no way to go
        knots, node = np.vstack([knots, knots]), np.concatenate([node, node])
    leg_of, line = drawn(knots)
    canal = _canal(node)
    steps = geodesy.distance_km(line[:-1], line[1:])
    ends = line[[0, -1]]
    asked = np.array([stop.point or tuple(end) for stop, end in zip((stops[0], stops[-1]), ends, strict=True)])
    gaps = geodesy.distance_km(asked, ends).tolist()
    over = [passage for _, passage in crossed(line)]
    route = SeaRoute(
        lonlat=line,
        km=float(steps.sum()),
        passages=tuple(passage.name for passage in over),
        canal_km=float(steps[canal[leg_of]].sum()) if canal.any() else 0.0,
        snap_km=(gaps[0], gaps[1]),
        told=tuple(dict.fromkeys(stop.note for stop in stops if stop.note)),
        asked=(tuple(stops), out),
    )
    return route, frozenset(over)


def _closed_notes(route: SeaRoute) -> list[str]:
    """Tell of passages that are closed by default and would have made the way shorter."""
    if route.asked is None:
        return []
    stops, out = route.asked
    notes = []
    for passage in (each for each in passages() if each.closed and each in out.passages):
        corners = np.array([point for line in passage.lines for point in line])
        ends = route.lonlat[[0, -1]]
        least = min(float(geodesy.distance_km(ends, np.broadcast_to(corner, (2, 2))).sum()) for corner in corners)
        if least > _NEARLY * route.km:
            continue
        try:
            other = _route(stops, closed(out.passages - {passage}, [passage], out.areas))
        except NoSeaRoute:
            continue
        if passage.name in other.passages and other.km < route.km:
            notes.append(
                f"the {passage.name} is closed unless it is asked for ({passage.note}); by it the way would be "
                f"{other.km:,.0f} km"
            )
    return notes


def _canal(node: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Tell for each leg between knots whether it is one of a canal."""
    canal = np.where(node >= 0, open_network().canal[node], 0)
    return np.asarray((canal[:-1] > 0) & (canal[:-1] == canal[1:]))


def _leg(start: Stop, end: Stop, gates: Sequence[Stop], out: Closed, *, pull: bool = True) -> _Leg:
    common = start.waters().intersection(end.waters(), *(gate.waters() for gate in gates))
    if not common:
        names = [f"{stop.name} lies on {SEAS[min(stop.waters())]}" for stop in (start, *gates, end)]
        msg = f"there is no water in common: {', '.join(names)}"
        raise NoSeaRoute(msg, cause="apart", of=tuple(stop.name for stop in (start, *gates, end)))
    one, two = (stop.landfall(min(common)) for stop in (start, end))
    # A search settles ties by the order it comes in: there and back it comes in the same. One through gates is left as
    # it is asked for: from the wrong end it may take twice as long.
    back = not gates and _order(one) > _order(two)
    leg = _between(two, one, gates, out, pull=pull) if back else _between(one, two, gates, out, pull=pull)
    if leg is None:
        through = f" through {', '.join(gate.name for gate in gates)}" if gates else ""
        msg = f"every way by sea from {start.name} to {end.name}{through} is closed by what it has to avoid"
        raise NoSeaRoute(msg, cause="closed", of=(start.name, end.name))
    return leg.back() if back else leg


def _order(met: Landfall) -> tuple[tuple[float, ...], tuple[tuple[int, float], ...]]:
    """By what the two ends of a leg are put in order."""
    return () if met.point is None else tuple(met.point.tolist()), met.links


def _between(one: Landfall, two: Landfall, gates: Sequence[Stop], out: Closed, *, pull: bool) -> _Leg | None:
    """The way between two ends through gates, pulled taut where it may be; None where every way is closed."""
    network = open_network()
    if pull and not gates and (straight := _straight(one, two)) is not None:
        return straight
    links = [met.links if pull else _open_links(met, out) for met in (one, two)]
    found = network.way(links[0], links[1], [gate.gate for gate in gates if gate.gate is not None], out.shut)
    if found is None:
        return None
    way = np.array(found[0])
    knots, side = network.points[way], network.side[way].astype(np.int64)
    if one.point is not None:
        knots, way, side = np.vstack([one.point, knots]), np.r_[-1, way], np.r_[255, side]
    if two.point is not None:
        knots, way, side = np.vstack([knots, two.point]), np.r_[way, -1], np.r_[side, 255]
    whole = _Leg(knots, side, way)
    if not pull:
        return whole
    pinned = _pinned(gates, way, network.size)
    if _order(one) <= _order(two):
        return _pulled(whole, pinned)
    return _pulled(whole.back(), {len(way) - 1 - place for place in pinned}).back()


def _open_links(met: Landfall, out: Closed) -> tuple[tuple[int, float], ...]:
    """The links of an end that do not run through a closed passage."""
    if met.point is None:
        return met.links
    points = np.vstack([met.point, open_network().points[[node for node, _ in met.links]]])
    ends = np.arange(1, len(points))
    over = over_lines((line for each in out.passages for line in each.lines), points, 0 * ends, ends)
    return tuple(link for number, link in enumerate(met.links) if number not in over)


def _straight(one: Landfall, two: Landfall) -> _Leg | None:
    """The straight way between two near points, where nothing lies between."""
    if one.point is None or two.point is None or abs(one.point[1] - two.point[1]) > _STRAIGHT_KM / 100:
        return None
    knots = np.vstack([one.point, two.point])
    gap = float(geodesy.distance_km(knots[0], knots[1]))
    if gap > _STRAIGHT_KM or open_coast().crosses(drawn(knots)[1]).any():
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
    network = open_network()
    keep = np.arange(len(leg.knots))
    fixed = np.zeros(len(keep), bool)
    fixed[list(pinned)] = True
    fixed |= np.where(leg.node >= 0, network.canal[leg.node], 0) > 0
    fixed[[0, -1]] = True
    knots = list(map(tuple, leg.knots.tolist()))
    tried: set[tuple[int, int]] = set()
    for round_ in range(_ROUNDS):
        slack = ~(np.array(taut(leg.knots[keep], leg.side[keep])) | fixed[keep])
        at = keep.tolist()
        pairs = _shortcuts(slack, at, tried, whole=round_ == 0)
        if not pairs:
            break
        tried |= {(at[a], at[b]) for a, b in pairs}
        gone = np.zeros(len(keep), bool)
        for (a, b), free in zip(pairs, _free([(knots[at[a]], knots[at[b]]) for a, b in pairs]), strict=True):
            if free:
                gone[a + 1 : b] = True
        keep = keep[~gone]
    return _Leg(leg.knots[keep], leg.side[keep], leg.node[keep])


def _free(pairs: Sequence[tuple[tuple[float, ...], tuple[float, ...]]]) -> list[bool]:
    """Tell between which points nothing lies; the network keeps the answers, as the same corners come up again."""
    seen = open_network().seen
    if len(seen) > _SEEN_MOST:
        seen.clear()
    if fresh := [pair for pair in pairs if pair not in seen]:
        owner, ends = chords(np.array([one for one, _ in fresh]), np.array([two for _, two in fresh]))
        seen.update(zip(fresh, (~open_coast().hits(ends, owner, len(fresh))).tolist(), strict=True))
    return [seen[pair] for pair in pairs]


def _shortcuts(
    slack: NDArray[np.bool_], knots: Sequence[int], tried: Collection[tuple[int, int]], *, whole: bool
) -> list[tuple[int, int]]:
    """Places to join: over each run of slack knots, or over every other slack knot that was not tried in vain."""
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
        over = place - 1, place + 1
        if (not out or over[0] >= out[-1][1]) and (knots[over[0]], knots[over[1]]) not in tried:
            out.append(over)
    return out
