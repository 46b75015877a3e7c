"""Figures of ours beside what the article says of distances, widths and areas: with definitions, without a verdict."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from dateline.story.model import Measured

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.story.model import Measure, Place, Story

__all__ = ["measured"]

_COAST: Final = "Natural Earth 1:10m coast"
_POINTS: Final = ("N", "NE", "E", "SE", "S", "SW", "W", "NW")


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
    [(174.0, 'in a straight line between the two points of the atlas; Tula lies S of Moscow')]
    """
    if not story.measures:
        return story
    return replace(story, measures=tuple(_with_figures(story, one) for one in story.measures))


def _with_figures(story: Story, claim: Measure) -> Measure:
    if claim.measured or claim.review != "auto":
        return claim
    places = [story.places[key] for key in claim.of if key in story.places]
    figures = tuple(replace(one, value=_rounded(one.value)) for one in _figures(claim, places))
    return replace(claim, measured=figures, note=None if figures else "the atlas has no shape to measure it on")


def _figures(claim: Measure, places: list[Place]) -> Iterator[Measured]:
    match claim.kind, places:
        case "distance", [one, other]:
            yield from _distance(one, other)
        case "border", [one, other]:
            yield from _border(one, other)
        case "width", [place]:
            yield from _width(place)
        case "length", [place]:
            yield from _length(place)
        case "area", [place]:
            yield from _area(place)


def _distance(one: Place, other: Place) -> Iterator[Measured]:
    from dateline.atlas.geodesy import bearing, distance_km

    if one.lon is None or one.lat is None or other.lon is None or other.lat is None:
        return
    ends = (other.lon, other.lat), (one.lon, one.lat)
    way = _POINTS[round(float(bearing(*ends)) / 45) % 8]
    how = f"in a straight line between the two points of the atlas; {one.name} lies {way} of {other.name}"
    yield Measured(float(distance_km(*ends)), how)


def _border(one: Place, other: Place) -> Iterator[Measured]:
    from dateline.atlas import get
    from dateline.atlas.measures import border_km

    if one.atlas is not None and other.atlas is not None and (km := border_km(get(one.atlas), get(other.atlas))):
        yield Measured(km, "along the line of Natural Earth 1:50m; a finer line is longer")


def _width(place: Place) -> Iterator[Measured]:
    from dateline.atlas import get
    from dateline.atlas.measures import width

    found = None if place.atlas is None else width(get(place.atlas))
    if found is not None:
        yield Measured(found.narrowest_km, f"narrowest, shore to shore, islands passed over; {_COAST}")
        if found.islands_km < found.narrowest_km * 0.99:
            how = f"narrowest, each island counted to the shore it lies nearer to; {_COAST}"
            yield Measured(found.islands_km, how)
        yield Measured(found.mean_km, f"mean: from each point of a shore to the nearest of the other; {_COAST}")


def _length(place: Place) -> Iterator[Measured]:
    from dateline.atlas import get
    from dateline.atlas.measures import extent_km

    if place.atlas is not None and (km := extent_km(get(place.atlas))):
        yield Measured(km, "the longer side of the smallest rectangle around its area in the atlas")


def _area(place: Place) -> Iterator[Measured]:
    from dateline.atlas import get
    from dateline.atlas.measures import area_km2

    if place.atlas is not None and (km2 := area_km2(get(place.atlas))):
        yield Measured(km2, "its area in the atlas on the ellipsoid (WGS 84), at 1:10m or 1:50m, lakes left out")


def _rounded(value: float) -> float:
    """Three digits: the shapes are no finer."""
    return float(f"{value:.3g}")
