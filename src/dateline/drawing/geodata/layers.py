"""A story as layers of geodata: tables with geometry, as analysts know them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from dateline.drawing.geometry.nodes import area_of
from dateline.drawing.geometry.shapes import shapes
from dateline.drawing.marks.rows import COLUMNS, Row, cells, rows, writable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from geopandas import GeoDataFrame
    from shapely.geometry.base import BaseGeometry

    from dateline.drawing.geometry.shapes import Shapes
    from dateline.story.model import Place, Span, Story

__all__ = ["CRS", "EVIDENCE_COLUMNS", "LAYERS", "PLACE_COLUMNS", "layers", "marks", "within_180"]

CRS: Final = "EPSG:4326"

LAYERS: Final[dict[str, str]] = {
    "places": "every place of the story that has a position, as a point",
    "areas": "the polygons of those places, where the atlas has one",
    "flows": "who to whom: a bowed line, a symbol and no path; a point where one end is not stated",
    "routes": "the legs of routes, each with its own status",
    "points": "what is at one place: presence, use, and a denial told there",
    "claims": "the water or land that a claim is about",
    "unsaid": "the stretches of legs on which the text leaves open which way is taken",
    "evidence": "one row for each quote that a mark rests on: who says or denies it, with the offsets",
    "unmapped": "marks that are not drawn, with the reason; without geometry",
}
"""The layers by name, each with what it holds."""

PLACE_COLUMNS: Final[dict[str, str]] = {
    "id": "the place's id in the story",
    "name": "as the atlas, or the editor, calls it",
    "kind": "country, region, city, sea, strait …",
    "precision": "how exact the position is: point, city, region, area, country",
    "countries": "ISO 3166 two-letter codes, parted by spaces",
    "atlas": "id in the atlas; empty for a place that only the story knows",
    "disputed": "a neutral note, for a place that states dispute",
    "review": "what a person did with it",
    "mentions": "how often the text names it, in either sense",
    "marks": "ids of the marks that end there or pass it, parted by spaces",
}
"""The columns of ``places`` and ``areas``."""

EVIDENCE_COLUMNS: Final[dict[str, str]] = {
    "id": "the mark",
    "event": "its event",
    "status": "the mark's status",
    "stance": "rests on (the words behind the mark), or how a party stands: says, denies, declines, claims, contests",
    "who": "id of the party",
    "who_name": "their name",
    "quote": "the exact words",
    "at_start": "where they begin in the article's text, in characters from 0",
    "at_end": "where they end; the character there is not part of them",
}
"""The columns of ``evidence``."""

_UNSAID_COLUMNS: Final = ("id", "event", "note")
_KIND_LAYER: Final = {
    "flow": "flows",
    "route": "routes",
    "use": "points",
    "presence": "points",
    "denial": "points",
    "claim": "claims",
}
_TYPES: Final = {
    **dict.fromkeys(("atlas", "mentions", "at_start", "at_end"), "Int64"),
    **dict.fromkeys(("value", "high", "length_km"), "float64"),
}


def layers(story: Story, /) -> dict[str, GeoDataFrame]:
    """
    Return a story's layers by name.

    Every mark that the page draws is one row of ``flows``, ``routes``, ``points`` or ``claims``, with the columns of
    `dateline.drawing.marks.rows.COLUMNS`; `LAYERS` says what the others hold.

    Returns
    -------
    layers
        In EPSG:4326, longitude first, within 180 degrees: what crosses the antimeridian is cut there. A layer that has
        nothing is empty, with its columns.

    Examples
    --------
    >>> from dateline.story.model import Article, Event, Place, Story
    >>> places = {"lima": Place("Lima", "city", lon=-77.03, lat=-12.05, precision="city")}
    >>> story = Story(Article(), places, events=(Event("e1", "presence", place="lima", status="asserted"),))
    >>> points = layers(story)["points"]
    >>> points[["id", "status", "place"]].to_dict("records"), points.crs.to_string()
    ([{'id': 'e1', 'status': 'asserted', 'place': 'lima'}], 'EPSG:4326')
    """
    drawn = shapes(story)
    every = rows(story, drawn)
    shown = [row for row in every if row.shape.geometry is not None]
    found = {
        "places": _places(story, every),
        "areas": _areas(story, every),
        **{
            name: _frame([row for row in shown if _KIND_LAYER[row.shape.kind] == name], story)
            for name in ("flows", "routes", "points", "claims")
        },
        "unsaid": _unsaid(drawn),
        "evidence": _evidence(every),
        "unmapped": _frame([row for row in every if row.shape.geometry is None], story),
    }
    return {name: found[name] for name in LAYERS}


def marks(story: Story, /) -> GeoDataFrame:
    """
    Return all marks that the page draws in one table, in the order of the story.

    Examples
    --------
    >>> from dateline.story.model import Article, Story
    >>> marks(Story(Article())).empty
    True
    """
    return _frame([row for row in rows(story, shapes(story)) if row.shape.geometry is not None], story)


def within_180(geometry: BaseGeometry, /) -> BaseGeometry:
    """
    Bring a geometry whose longitudes may pass 180 back within it, cut at the antimeridian.

    Examples
    --------
    >>> from shapely import LineString
    >>> within_180(LineString([(170, 10), (190, 10)])).wkt
    'MULTILINESTRING ((170 10, 180 10), (-180 10, -170 10))'
    """
    from shapely import LineString, MultiLineString, Point, get_parts

    from dateline.atlas.areas import recut
    from dateline.atlas.geodesy import split_antimeridian, wrap

    match geometry.geom_type:
        case "Point":
            west, _, _, _ = geometry.bounds
            return Point(float(wrap(west)), geometry.bounds[1]) if abs(west) > 180 else geometry
        case "LineString" | "MultiLineString":
            pieces = [
                LineString(piece)
                for line in get_parts(geometry)
                for piece in split_antimeridian([xy[:2] for xy in line.coords])
            ]
            return pieces[0] if len(pieces) == 1 else MultiLineString(pieces)
        case _:
            return recut(geometry, 0.0)


def _frame(found: Iterable[Row], story: Story) -> GeoDataFrame:
    found = list(found)
    geometry = [None if row.shape.geometry is None else within_180(row.shape.geometry) for row in found]
    return _table([cells(row, story) for row in found], tuple(COLUMNS), geometry)


def _table(found: list[dict[str, Any]], columns: tuple[str, ...], geometry: list[BaseGeometry | None]) -> GeoDataFrame:
    """Build a table whose columns have the same types whether or not it has rows."""
    import numpy as np
    import pandas as pd
    from geopandas import GeoDataFrame, GeoSeries

    found = [{key: writable(value) if isinstance(value, str) else value for key, value in row.items()} for row in found]
    series = {name: pd.Series([row[name] for row in found], dtype=_TYPES.get(name, "object")) for name in columns}
    return GeoDataFrame(series, geometry=GeoSeries(np.array(geometry, dtype=object), crs=CRS), crs=CRS)


def _place_rows(story: Story, every: Iterable[Row]) -> list[tuple[Place, dict[str, Any]]]:
    touching: dict[str, list[str]] = {}
    for row in every:
        parts = (row.shape.start, row.shape.end, row.part.from_ if hasattr(row.part, "from_") else None, row.part.to)
        for key in dict.fromkeys((*parts, *row.part.via, row.event.place, *row.event.about)):
            if key in story.places:
                touching.setdefault(key, []).append(row.shape.mark)
    return [
        (
            place,
            {
                "id": key,
                "name": place.name,
                "kind": place.kind,
                "precision": place.precision,
                "countries": " ".join(place.countries) or None,
                "atlas": place.atlas,
                "disputed": place.disputed,
                "review": place.review,
                "mentions": sum(mention.place == key for mention in story.mentions),
                "marks": " ".join(touching.get(key, ())) or None,
            },
        )
        for key, place in story.places.items()
    ]


def _places(story: Story, every: Iterable[Row]) -> GeoDataFrame:
    from shapely import Point

    found = [
        (row, within_180(Point(place.lon, place.lat)))
        for place, row in _place_rows(story, every)
        if place.lon is not None and place.lat is not None
    ]
    return _table([row for row, _ in found], tuple(PLACE_COLUMNS), [point for _, point in found])


def _areas(story: Story, every: Iterable[Row]) -> GeoDataFrame:
    found = [
        (row, within_180(area)) for place, row in _place_rows(story, every) if (area := area_of(place)) is not None
    ]
    return _table([row for row, _ in found], tuple(PLACE_COLUMNS), [area for _, area in found])


def _unsaid(drawn: Shapes) -> GeoDataFrame:
    found = [shape for shape in drawn.marks.values() if shape.unsaid is not None and shape.unsaid.length > 0]
    note = "drawn by us: the text leaves open which way is taken here"
    table = [{"id": shape.mark, "event": shape.event, "note": note} for shape in found]
    return _table(table, _UNSAID_COLUMNS, [within_180(shape.unsaid) for shape in found if shape.unsaid is not None])


def _evidence(every: Iterable[Row]) -> GeoDataFrame:
    """Put each quote at the middle of its mark, so that a click or a join finds it."""
    table, geometry = [], []
    for row in every:
        at = None if row.shape.geometry is None else within_180(_middle(row.shape.geometry))
        quotes: list[tuple[str, str | None, str | None, str, Span]]
        quotes = [("rests on", None, None, entry.quote, entry.at) for entry in row.mark.evidence]
        quotes += [
            (claim.stance, claim.who, claim.name, claim.quote, claim.at)
            for claim in row.mark.claims
            if claim.at is not None and claim.stance != "states"
        ]
        for values in quotes:
            (start, end) = values[-1]
            mark = row.mark
            table.append(
                dict(zip(EVIDENCE_COLUMNS, (mark.id, mark.event, mark.status, *values[:-1], start, end), strict=True))
            )
            geometry.append(at)
    return _table(table, tuple(EVIDENCE_COLUMNS), geometry)


def _middle(geometry: BaseGeometry) -> BaseGeometry:
    if geometry.geom_type == "LineString":
        return geometry.interpolate(0.5, normalized=True)
    return geometry.representative_point()
