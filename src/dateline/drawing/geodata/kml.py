"""A story as KML, in the colours of the map, for Google Earth and its kin."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, Final
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from dateline.drawing.geodata.layers import within_180
from dateline.drawing.geometry.shapes import shapes
from dateline.drawing.marks.rows import COLUMNS, Row, cells, rows
from dateline.drawing.style.encodings import LINE_PX, THREAD_COLOURS, thread_colours
from dateline.story.model import STATUSES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from shapely import Polygon
    from shapely.geometry.base import BaseGeometry

    from dateline.drawing.style.house import House
    from dateline.story.model import Story

__all__ = ["kml_of"]

_NOT_XML: Final = re.compile("[^\t\n\r\\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_PLACE: Final = "place"
_NAMESPACE: Final = "http://www.opengis.net/kml/2.2"
# KML has no dashes: what is less than a fact is drawn thinner and lets the ground through, and its name says the word.
_FACT_ALPHA: Final = "ff"
_HEDGED_ALPHA: Final = "99"


def kml_of(story: Story, /, *, house: House | None = None) -> str:
    """
    Write a story's marks and places as a KML document.

    Each story line is a folder; a mark's name begins with its status, as KML draws no dashes; its columns are its
    extended data.

    Parameters
    ----------
    house
        An outlet's own colours of the story lines.

    Examples
    --------
    >>> from dateline.story.model import Article, Event, Place, Story
    >>> places = {"lima": Place("Lima", "city", lon=-77.03, lat=-12.05)}
    >>> story = Story(Article(), places, events=(Event("e1", "presence", place="lima", status="planned"),))
    >>> "<coordinates>-77.030000,-12.050000</coordinates>" in kml_of(story)
    True
    """
    drawn = shapes(story)
    found = [row for row in rows(story, drawn) if row.shape.geometry is not None]
    colours = thread_colours((row.event.thread for row in found), palette=house.palette if house else THREAD_COLOURS)
    root = Element("kml", xmlns=_NAMESPACE)
    document = SubElement(root, "Document")
    _text(document, "name", story.article.title or "Story map")
    _text(document, "description", "\n".join(f"{status}: {meaning}" for status, meaning in STATUSES.items()))
    for n, colour in enumerate(colours.values()):
        for hedged in (False, True):
            _style(document, _style_id(n, hedged=hedged), colour, hedged=hedged)
    for n, thread in enumerate(colours):
        folder = SubElement(document, "Folder")
        _text(folder, "name", thread.replace("-", " ") if thread else "the story")
        for row in found:
            if row.event.thread == thread:
                _mark(folder, row, story, _style_id(n, hedged=row.shape.status != "asserted"))
    _plain_style(document)
    places = SubElement(document, "Folder")
    _text(places, "name", "places")
    for key, place in story.places.items():
        if place.lon is not None and place.lat is not None:
            placemark = SubElement(places, "Placemark", id=f"place-{_clean(key)}")
            _text(placemark, "name", place.name)
            _html(placemark, f"{place.kind}; precision: {place.precision}")
            _text(placemark, "styleUrl", f"#{_PLACE}")
            _point(placemark, place.lon, place.lat)
    indent(root, " ")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def _style_id(n: int, *, hedged: bool) -> str:
    return f"thread-{n}{'-hedged' if hedged else ''}"


def _style(document: Element, name: str, colour: str, *, hedged: bool) -> None:
    alpha = _HEDGED_ALPHA if hedged else _FACT_ALPHA
    red, green, blue = colour[1:3], colour[3:5], colour[5:7]
    style = SubElement(document, "Style", id=name)
    # The pin is Google Earth's own: a picture of ours would have to be fetched.
    icon = SubElement(style, "IconStyle")
    _text(icon, "color", f"{alpha}{blue}{green}{red}".lower())
    line = SubElement(style, "LineStyle")
    _text(line, "color", f"{alpha}{blue}{green}{red}".lower())
    _text(line, "width", f"{LINE_PX / 2 if hedged else LINE_PX:g}")
    area = SubElement(style, "PolyStyle")
    _text(area, "color", f"40{blue}{green}{red}".lower())


def _plain_style(document: Element) -> None:
    """The style of the places: small pins, so that the marks stand out."""
    icon = SubElement(SubElement(document, "Style", id=_PLACE), "IconStyle")
    _text(icon, "color", "ffb0b0b0")
    _text(icon, "scale", "0.6")


def _mark(folder: Element, row: Row, story: Story, style: str) -> None:
    values = cells(row, story)
    placemark = SubElement(folder, "Placemark", id=_clean(row.shape.mark))
    _text(placemark, "name", f"{row.shape.status}: {values['what'] or row.event.kind}")
    _html(placemark, str(values["quote"] or "drawn by us"))
    _text(placemark, "styleUrl", f"#{style}")
    extended = SubElement(placemark, "ExtendedData")
    for name in COLUMNS:
        if values[name] is not None:
            entry = SubElement(extended, "Data", name=name)
            _text(entry, "value", str(values[name]))
    if row.shape.geometry is not None:
        _geometry(placemark, within_180(row.shape.geometry))


def _geometry(parent: Element, geometry: BaseGeometry) -> None:
    from shapely import get_parts

    parts = get_parts(geometry)
    if len(parts) != 1:
        parent = SubElement(parent, "MultiGeometry")
    for part in parts:
        match part.geom_type:
            case "Point":
                _point(parent, part.x, part.y)
            case "Polygon":
                _polygon(parent, part)
            case _:
                line = SubElement(parent, "LineString")
                _text(line, "tessellate", "1")
                _text(line, "coordinates", _coordinates(part.coords))


def _polygon(parent: Element, polygon: Polygon) -> None:
    area = SubElement(parent, "Polygon")
    for name, rings in (("outerBoundaryIs", [polygon.exterior]), ("innerBoundaryIs", polygon.interiors)):
        for ring in rings:
            boundary = SubElement(SubElement(area, name), "LinearRing")
            _text(boundary, "coordinates", _coordinates(ring.coords))


def _point(parent: Element, lon: float, lat: float) -> None:
    point = SubElement(parent, "Point")
    _text(point, "coordinates", _coordinates([(lon, lat)]))


def _coordinates(points: Iterable[Sequence[float]]) -> str:
    return " ".join(f"{lon:.6f},{lat:.6f}" for lon, lat, *_ in points)


def _text(parent: Element, name: str, words: str) -> None:
    SubElement(parent, name).text = _clean(words)


def _html(parent: Element, words: str) -> None:
    """Write a description: viewers read it as HTML, so the article's own signs are escaped for that as well."""
    _text(parent, "description", escape(words, quote=False))


def _clean(words: str) -> str:
    """Replace what XML cannot hold: control characters and lone halves of pairs."""
    return _NOT_XML.sub("\ufffd", words)
