"""Figures of ours beside what the article says of distances, widths and areas: with definitions, without a verdict."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from dateline.story.model import Measured
from dateline.story.waters import is_by_sea

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.atlas import Place as AtlasPlace
    from dateline.story.model import Measure, Place, Story

__all__ = ["NO_SHAPE", "measured"]

_COAST: Final = "Natural Earth 1:10m coast"
_POINTS: Final = ("N", "NE", "E", "SE", "S", "SW", "W", "NW")
_WIDE: Final = frozenset({"country", "territory", "region", "island", "islands", "peninsula", "lake", "sea", "gulf"})
NO_SHAPE: Final = "the atlas has no shape to measure it on"


def measured(story: Story, /) -> Story:
    """
    Measure each claim of a story that has no figures yet.

    Examples
    --------
    >>> from dateline.story.model import Article, Measure, Place, Quantity, Story
    >>> places = {
    ...     "tula": Place("Tula", "city", lon=37.62, lat=54.19),
    ...     "moscow": Place("Moscow", "city", lon=37.62, lat=55.75),
    ... }
    >>> said = Quantity(170, unit="km")
    >>> claim = Measure("m1", "distance", "170 km south of Moscow", (0, 22), said, 170, ("tula", "moscow"), "south")
    >>> ours = measured(Story(Article(), places, measures=(claim,))).measures[0].measured
    >>> [(figure.value, figure.how) for figure in ours]
    [(174.0, 'in a straight line (the geodesic) between the two points of the atlas; Tula lies S of Moscow')]
    """
    if not story.measures:
        return story
    known: dict[tuple[object, ...], tuple[tuple[Measured, ...], str | None]] = {}
    done = []
    for claim in story.measures:
        if claim.measured or claim.review != "auto":
            done.append(claim)
            continue
        same = claim.kind, claim.of, claim.by  # an article may say the same ten times
        if same not in known:
            known[same] = _figures_and_note(story, claim)
        figures, note = known[same]
        done.append(replace(claim, measured=figures, note=note))
    return replace(story, measures=tuple(done))


def _figures_and_note(story: Story, claim: Measure) -> tuple[tuple[Measured, ...], str | None]:
    places = [story.places[key] for key in claim.of if key in story.places]
    notes: list[str] = []
    figures = tuple(replace(one, value=_rounded(one.value)) for one in _figures(story, claim, places, notes))
    return figures, "; ".join(notes) or (None if figures else NO_SHAPE)


def _figures(story: Story, claim: Measure, places: list[Place], notes: list[str]) -> Iterator[Measured]:
    match claim.kind, places:
        case "distance", [one, other]:
            yield from _nearest(one, other)
            yield from _straight([one, other])
            if _joined_by_sea(story, claim.of):
                yield from _along_lanes(places, notes)
        case "route", [_, _, *_]:
            if claim.by == "sea" or (claim.by is None and _joined_by_sea(story, claim.of)):
                yield from _along_lanes(places, notes)
            yield from _straight(places)
            if claim.by == "ground":
                notes.append("the atlas has no roads, railways or pipelines to measure along")
        case "border", [one, other]:
            yield from _border(one, other)
        case "width", [place]:
            yield from _width(place)
        case "length", [place]:
            yield from _side(place, longer=True)
        case "area", [place]:
            yield from _area(place)


def _joined_by_sea(story: Story, ends: tuple[str, ...]) -> bool:
    """Whether the story has a leg by sea from one end to the other, or back."""
    for event in story.events:
        if event.kind == "route" and event.review != "rejected":
            for part in event.drawn:
                if {part.from_, part.to} == {ends[0], ends[-1]} and is_by_sea(story, event, part):
                    return True
    return False


def _straight(places: Sequence[Place]) -> Iterator[Measured]:
    from dateline.atlas.geodesy import bearing, distance_km

    points = [(place.lon, place.lat) for place in places if place.lon is not None and place.lat is not None]
    if len(points) < len(places):
        return
    km = sum(float(distance_km(one, other)) for one, other in pairwise(points))
    if len(places) > 2:
        over = ", ".join(place.name for place in places[1:-1])
        yield Measured(km, f"in straight lines (geodesics) between the points of the atlas, over {over}", "straight")
        return
    one, other = places
    way = _POINTS[round(float(bearing(points[1], points[0])) / 45) % 8]
    how = "in a straight line (the geodesic) between the two points of the atlas"
    yield Measured(km, f"{how}; {one.name} lies {way} of {other.name}", "straight", direction=way)


def _nearest(one: Place, other: Place) -> Iterator[Measured]:
    """Measure from edge to edge what has an area: of a state so far away, its nearest point is meant."""
    from dateline.atlas import get
    from dateline.atlas.measures import gap_km

    if "area" not in {one.precision, other.precision} and not {one.kind, other.kind} & _WIDE:
        return
    ends: list[AtlasPlace | tuple[float, float]] = []
    for place in (one, other):
        if place.atlas is not None and place.review == "auto":
            ends.append(get(place.atlas))
        elif place.lon is not None and place.lat is not None:
            ends.append((place.lon, place.lat))
    if len(ends) == 2 and (km := gap_km(*ends)):
        how = "between the nearest points of the two, their areas as in the atlas (1:10m or 1:50m)"
        yield Measured(km, how, "nearest")


def _along_lanes(places: Sequence[Place], notes: list[str]) -> Iterator[Measured]:
    """Measure the shortest way by sea over some places: a way of ours, as nobody's track is known."""
    from dateline.atlas import NoSeaRoute, sea_route

    stops = [_stop(place) for place in places]
    if any(stop is None for stop in stops):
        return
    first, *via, last = [stop for stop in stops if stop is not None]
    try:
        way = sea_route(first, last, via=via)
    except NoSeaRoute as error:
        notes.append(f"no way by sea was found: {error}")
        return
    how = f"the shortest way by sea from {places[0].name} to {places[-1].name} on the sea lanes that we draw"
    if way.passages:
        how += f", through {', '.join(way.passages)}"
    yield Measured(way.km, f"{how}; no ship's track", "lanes", through=way.passages)


def _stop(place: Place) -> AtlasPlace | tuple[float, float] | None:
    """Give what a sea lane takes for a place: the atlas's own, which has a coast or gates, else its point."""
    from dateline.atlas import get

    if place.atlas is not None and place.review == "auto":
        return get(place.atlas)
    return None if place.lon is None or place.lat is None else (place.lon, place.lat)


def _border(one: Place, other: Place) -> Iterator[Measured]:
    from dateline.atlas import get
    from dateline.atlas.measures import border_km

    if one.atlas is not None and other.atlas is not None and (km := border_km(get(one.atlas), get(other.atlas))):
        yield Measured(km, "along the line of Natural Earth 1:50m; a finer line is longer", "border")


def _width(place: Place) -> Iterator[Measured]:
    from dateline.atlas import get
    from dateline.atlas.measures import width

    found = None if place.atlas is None else width(get(place.atlas))
    if found is None:
        yield from _side(place, longer=False)
        return
    yield Measured(found.narrowest_km, f"narrowest, shore to shore, islands passed over; {_COAST}", "narrowest")
    if found.islands_km < found.narrowest_km * 0.99:
        how = f"narrowest, each island counted to the shore it lies nearer to; {_COAST}"
        yield Measured(found.islands_km, how, "islands")
    yield Measured(found.mean_km, f"mean: from each point of a shore to the nearest of the other; {_COAST}", "mean")


def _side(place: Place, *, longer: bool) -> Iterator[Measured]:
    from dateline.atlas import get
    from dateline.atlas.measures import sides_km

    if place.atlas is not None and (sides := sides_km(get(place.atlas))):
        which = "longer" if longer else "shorter"
        how = f"the {which} side of the smallest rectangle around its area in the atlas"
        yield Measured(sides[0] if longer else sides[1], how, "longer-side" if longer else "shorter-side")


def _area(place: Place) -> Iterator[Measured]:
    from dateline.atlas import get
    from dateline.atlas.measures import area_km2

    if place.atlas is not None and (km2 := area_km2(get(place.atlas))):
        how = "its area in the atlas on the ellipsoid (WGS 84), at 1:10m or 1:50m, lakes left out"
        yield Measured(km2, how, "area")


def _rounded(value: float) -> float:
    """Three digits: the shapes are no finer."""
    return float(f"{value:.3g}")
