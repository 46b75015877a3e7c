"""From a story to the geometry of its marks: where each line runs, and what the drawing had to choose."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import reduce
from typing import TYPE_CHECKING, Final, Literal

from shapely import LineString

from dateline.drawing.geometry.bows import choose_bows
from dateline.drawing.geometry.forks import part_ways
from dateline.drawing.geometry.nodes import Node, area_of, coarser, node_of
from dateline.drawing.geometry.turns import free_meridian, nearest_turn, turned
from dateline.drawing.geometry.ways import way_of
from dateline.drawing.style.words import Saying
from dateline.story.waters import WATERS, is_ship

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from shapely.geometry.base import BaseGeometry

    from dateline.story.model import Event, Kind, Leg, Precision, Status, Story

__all__ = ["Ours", "Shape", "Shapes", "Surface", "shapes"]

Ours = Literal["shape", "ends", "near", "whole"]
Surface = Literal["water", "land"]

_POINTS: Final = 48  # of an arc


@dataclass(frozen=True, slots=True)
class Shape:
    """
    The geometry of one mark.

    Attributes
    ----------
    mark
        The id of the event, or of the leg; of a flow's second pair of ends and those after it with its number
        (``e4.2``).
    pair
        Which of the pairs of ends of a flow, or of the places of a stay (`Event.apart`), it is.
    geometry
        A line, a point or an area; longitudes may pass 180 (see `Shapes.meridian`). None where nothing is
        drawn.
    unsaid
        The stretch of a leg that an alternative competes with: drawn, but not as the leg's own status.
    start, end
        Keys of `Shapes.nodes`; a mark at one place has it as ``start``.
    precision
        The coarser of its ends.
    ours
        What the text does not give: the ``shape`` of a line, its ``ends`` (a country's point or coast), where an end
        is that stands at another place (``near``), the ``whole``.
    surface
        Of a claim: whether it is water or land that is claimed; None for both.
    why_not
        What to say where there is no geometry.
    note
        What the drawing could not do as it should, or None.
    passages
        Straits and canals that a leg passes, in order.
    length_km
        Of a leg, along its line.
    """

    mark: str
    event: str
    leg: str | None
    kind: Kind
    status: Status
    geometry: BaseGeometry | None = None
    unsaid: LineString | None = None
    start: str | None = None
    end: str | None = None
    precision: Precision = "point"
    ours: tuple[Ours, ...] = ()
    surface: Surface | None = None
    why_not: Saying | None = None
    note: Saying | None = None
    passages: tuple[str, ...] = ()
    length_km: float | None = None
    pair: int = 0


@dataclass(frozen=True, slots=True)
class Shapes:
    """
    The geometry of a story.

    Attributes
    ----------
    meridian
        The map's central longitude; its seam lies opposite, where no mark crosses if that can be.
    marks
        By mark id, in the order of the story; rejected events are left out.
    nodes
        The places where marks end.
    """

    meridian: float
    marks: dict[str, Shape]
    nodes: dict[str, Node]


def shapes(story: Story, /) -> Shapes:
    """
    Give every mark of a story its geometry.

    A flow is a symbol of who to whom: a bowed arc, one bow for each of several between the same two. A leg follows the
    sea lanes when a vessel takes it or a water is named on it, else a great circle. Presence and use are points; a
    claim is the area it is about.

    Examples
    --------
    >>> from dateline.story.model import Article, Event, Place, Story
    >>> places = {"lima": Place("Lima", "city", lon=-77.03, lat=-12.05, countries=("PE",), precision="city")}
    >>> stay = Event(id="e1", kind="presence", place="lima", status="asserted")
    >>> drawn = shapes(Story(article=Article(), places=places, events=(stay,)))
    >>> drawn.marks["e1"].geometry.wkt, drawn.meridian
    ('POINT (-77.03 -12.05)', -77.0)
    """
    maker = _Maker(story)
    made = [shape for event in story.events if event.review != "rejected" for shape in maker.event(event)]
    meridian = free_meridian(_span(shape, maker.nodes) for shape in made if _is_drawn(shape))
    nodes = {key: replace(node, lon=_beside(node.lon, meridian)) for key, node in maker.nodes.items()}
    made = _bowed([_turned(shape, meridian) for shape in made], nodes)
    return Shapes(meridian, {shape.mark: shape for shape in made}, nodes)


def _beside(lon: float, meridian: float) -> float:
    return lon + nearest_turn(lon, lon, meridian)


def _is_drawn(shape: Shape) -> bool:
    return shape.geometry is not None or shape.start is not None


def _span(shape: Shape, nodes: dict[str, Node]) -> tuple[float, float]:
    """Return west and east of a mark; of a flow that has no line yet, those of its ends, the short way round."""
    if shape.geometry is None:
        west, east = nodes[shape.start or ""].lon, nodes[shape.end or shape.start or ""].lon
        across = (east - west + 180) % 360 - 180
        return (west, west + across) if across >= 0 else (west + across, west)
    if _is_area(shape.geometry):  # it may be cut at 180; its middle stands for it
        point = shape.geometry.representative_point()
        return point.x, point.x
    west, _, east, _ = (shape.unsaid.union(shape.geometry) if shape.unsaid else shape.geometry).bounds
    return west, east


def _is_area(geometry: BaseGeometry) -> bool:
    return bool(geometry.geom_type.endswith("Polygon"))


def _turned(shape: Shape, meridian: float) -> Shape:
    """Move a mark onto the map's one world."""
    from dateline.atlas.areas import recut

    if shape.geometry is None:
        return shape
    if _is_area(shape.geometry):
        return replace(shape, geometry=recut(shape.geometry, meridian))
    by = nearest_turn(*_span(shape, {}), meridian)
    return replace(shape, geometry=turned(shape.geometry, by), unsaid=shape.unsaid and turned(shape.unsaid, by))


def _bowed(made: list[Shape], nodes: dict[str, Node]) -> list[Shape]:
    """Give every flow between two places its arc."""
    ends = {}
    for shape in made:
        if shape.geometry is None and shape.start is not None and shape.end is not None:
            start, end = nodes[shape.start], nodes[shape.end]
            lon = start.lon + (end.lon - start.lon + 180) % 360 - 180  # the short way round
            ends[shape.mark] = (start.lon, start.lat), (lon, end.lat)
    flat = {mark: (_plane(start), _plane(end)) for mark, (start, end) in ends.items()}
    chosen = choose_bows(flat, {key: _plane((node.lon, node.lat)) for key, node in nodes.items()})
    return [
        replace(shape, geometry=_arc(*ends[shape.mark], chosen[shape.mark])) if shape.mark in ends else shape
        for shape in made
    ]


def _plane(point: tuple[float, float]) -> tuple[float, float]:
    from dateline.atlas.geodesy import mercator

    return point[0], float(mercator(point[1]))


class _Maker:
    """Makes the shapes of one story and keeps the nodes that they end at."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.nodes: dict[str, Node] = {}

    def event(self, event: Event) -> Iterator[Shape]:
        """Give the shape of an event; of a route, those of its legs."""
        blank = Shape(event.id, event.id, None, event.kind, event.status or "asserted")
        match event.kind:
            case "route":
                yield from self.route(event)
            case "flow" | "use" | "presence":
                draw = self.flow if event.kind == "flow" else self.stay
                for n, one in enumerate(event.apart):
                    mark = f"{event.id}.{n + 1}" if n else event.id
                    yield draw(one, replace(blank, mark=mark, pair=n))
            case "claim":
                yield self.claim(event, blank)
            case "denial":
                yield (self.stay(event, blank) if event.place else replace(blank, why_not=Saying("why.beside")))

    def node(self, key: str | None) -> Node | None:
        """Find the node of a place or actor and keep it."""
        node = node_of(self.story, key)
        return None if node is None else self.nodes.setdefault(node.id, node)

    def name(self, key: str) -> str:
        """Return the name of a place or actor."""
        party = self.story.places.get(key) or self.story.actors.get(key)
        return party.name if party else key

    def stay(self, event: Event, blank: Shape) -> Shape:
        """Something at one place."""
        node = self.node(event.place)
        if node is None:
            return replace(blank, why_not=self.lacking(event.place))
        return self.at([node], blank)

    def at(self, nodes: Sequence[Node], blank: Shape) -> Shape:
        """Draw a mark at one place; of several that stand there, none is more exact than the least."""
        from shapely import Point

        first = nodes[0]
        exact = reduce(coarser, (node.precision for node in nodes))
        return replace(
            blank, geometry=Point(first.lon, first.lat), start=first.id, precision=exact, ours=_chosen(nodes)
        )

    def lacking(self, *keys: str | None) -> Saying:
        """Say why there is no place to draw at."""
        known = [key for key in keys if key is not None]
        if not known:
            return Saying("why.unnamed")
        return Saying("why.unplaced", tuple(self.name(key) for key in known))

    def flow(self, event: Event, blank: Shape) -> Shape:
        """Who to whom: the arc itself is made when the bows of all flows are known."""
        start, end = self.node(event.from_), self.node(event.to)
        if start is None or end is None or (start.lon, start.lat) == (end.lon, end.lat):
            met = [node for node in (start, end) if node] or [node for node in [self.node(event.place)] if node]
            return self.at(met, blank) if met else replace(blank, why_not=self.lacking(event.from_, event.to))
        return replace(
            blank,
            start=start.id,
            end=end.id,
            precision=coarser(start.precision, end.precision),
            ours=("shape", *_chosen([start, end])),
        )

    def claim(self, event: Event, blank: Shape) -> Shape:
        """The area that a claim, or the claims it contests, is about."""
        places = list(dict.fromkeys(self.about(event.about)))
        if not places:
            return replace(blank, why_not=self.lacking(*event.about))
        first = self.story.places[places[0]]
        surfaces: set[Surface] = {"water" if self.story.places[key].kind in WATERS else "land" for key in places}
        surface = surfaces.pop() if len(surfaces) == 1 else None
        areas = [area for key in places if (area := area_of(self.story.places[key])) is not None]
        node = self.node(places[0])
        if not areas:
            at = self.at([node], blank) if node else replace(blank, why_not=self.lacking(*places))
            return replace(at, surface=surface)
        from shapely import union_all

        area = union_all(areas)
        return replace(
            blank, geometry=area, start=node.id if node else None, precision=first.precision, surface=surface
        )

    def about(self, keys: tuple[str, ...], seen: frozenset[str] = frozenset()) -> Iterator[str]:
        """Follow what a claim is about down to places: through the claims that it contests."""
        events = {event.id: event for event in self.story.events}
        for key in keys:
            if key in self.story.places:
                yield key
            elif key in events and key not in seen:
                yield from self.about(events[key].about, seen | {key})

    def route(self, event: Event) -> Iterator[Shape]:
        """Each leg by its own way; where one is an alternative, the fork rule holds."""
        ships = is_ship(self.story, event)
        legs = _chained(event.legs)
        opened = {key: self.opened(leg, legs) for key, leg in legs.items() if leg.alternative_of is None}
        made = {
            key: self.leg(event, legs[key], ships=ships, avoid=[self.story.places[name].name for name in waters])
            for key, waters in opened.items()
        }
        for leg in legs.values():
            main = made.get(leg.alternative_of or "")
            if leg.id in made:
                continue
            if main is None or not self.competes(leg, legs[main.mark]):
                made[leg.id] = self.leg(event, leg, ships=ships)
                continue
            other = self.leg(event, self.whole(leg, legs[main.mark]), ships=ships)
            if isinstance(main.geometry, LineString) and isinstance(other.geometry, LineString):
                areas = [area_of(self.story.places[name]) for name in opened[main.mark]]
                competing, own, alternative = part_ways(
                    main.geometry, other.geometry, open_waters=[area for area in areas if area is not None]
                )
                unsaid = competing if main.unsaid is None else max(main.unsaid, competing, key=lambda line: line.length)
                made[main.mark] = replace(main, geometry=own, unsaid=unsaid)
                other = replace(other, geometry=alternative)
            end = self.node(leg.to)
            made[leg.id] = replace(other, end=end.id if end else other.end)
        yield from (made[leg.id] for leg in event.legs)

    def opened(self, main: Leg, legs: dict[str, Leg]) -> list[str]:
        """Waters that only an alternative of a leg is said to pass: the leg's own way keeps out of them."""
        said = {main.from_, *main.via, main.to}
        others = (leg for leg in legs.values() if leg.alternative_of == main.id and self.competes(leg, main))
        passed = dict.fromkeys(key for leg in others for key in leg.via if key not in said)
        return [key for key in passed if key in self.story.places and self.story.places[key].kind in WATERS]

    def whole(self, leg: Leg, main: Leg) -> Leg:
        """Let an alternative run from the main leg's start to its end, by the stops that follow where it joins it."""
        via = leg.via
        if leg.to in main.via:
            via += main.via[main.via.index(leg.to) :]
        elif leg.to not in (None, main.to):
            via += (leg.to,)
        return replace(leg, from_=leg.from_ or main.from_, via=via, to=main.to)

    def competes(self, leg: Leg, main: Leg) -> bool:
        """Whether an alternative leads to where its main leg leads, so that the text leaves open which way is taken."""
        if leg.to is None or leg.to == main.to or leg.to in main.via:
            return True
        place = self.story.places.get(leg.to)
        return place is not None and place.kind in WATERS

    def leg(self, event: Event, leg: Leg, *, ships: bool, avoid: Sequence[str] = ()) -> Shape:
        """One leg along the sea lanes, over land, or at the one place of it that is known."""
        blank = Shape(leg.id, event.id, leg.id, "route", leg.status)
        keys = [leg.from_, *leg.via, leg.to]
        nodes = [node for key in keys if (node := self.node(key)) is not None]
        start, end = self.node(leg.from_), self.node(leg.to)
        blank = replace(blank, start=start.id if start else None, end=end.id if end else None)
        if not nodes:
            return replace(blank, why_not=self.lacking(*keys))
        if len({(node.lon, node.lat) for node in nodes}) == 1:
            return self.at(nodes, blank)
        sea = ships or any(node.kind in WATERS for node in nodes)  # as is_by_sea has it
        areas = [area_of(self.story.places[node.place]) if node.place else None for node in nodes]
        way = way_of(nodes, areas, sea=sea, avoid=avoid)
        return replace(
            blank,
            geometry=way.line,
            precision=coarser(nodes[0].precision, nodes[-1].precision),
            ours=("shape", *_chosen(nodes)),
            note=way.note,
            passages=way.passages,
            length_km=way.length_km,
        )


def _chosen(nodes: Sequence[Node]) -> tuple[Ours, ...]:
    """What of the places of a mark is chosen by us."""
    chosen: list[Ours] = ["ends"] if any(node.precision == "country" for node in nodes) else []
    return (*chosen, "near") if any(node.lent for node in nodes) else tuple(chosen)


def _chained(legs: tuple[Leg, ...]) -> dict[str, Leg]:
    """Begin a leg that names no start where the one before it ends."""
    chained: dict[str, Leg] = {}
    before: str | None = None
    for leg in legs:
        chained[leg.id] = leg if leg.from_ or leg.alternative_of else replace(leg, from_=before)
        before = before if leg.alternative_of else leg.to
    return chained


def _arc(start: tuple[float, float], end: tuple[float, float], bow: float) -> LineString:
    from dateline.atlas.geodesy import bowed_arc

    return LineString(bowed_arc(start, end, bow=bow, points=_POINTS))
