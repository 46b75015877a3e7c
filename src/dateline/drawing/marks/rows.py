"""One row for each mark: the record that the layers, the exports and the page's table share."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from dateline.drawing.marks.marks import marks
from dateline.drawing.style.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from shapely.geometry.base import BaseGeometry

    from dateline.drawing.geometry.shapes import Shape, Shapes
    from dateline.drawing.marks.marks import Claim, Mark
    from dateline.story.model import Event, Leg, Story

__all__ = [
    "COLUMNS",
    "DECIMALS",
    "Row",
    "cells",
    "csv_text",
    "position",
    "properties",
    "rows",
    "spreadsheet_safe",
    "writable",
]

COLUMNS: Final[dict[str, str]] = {
    "id": "the mark: the id of the event, or of the leg; with a number behind it (e4.2) for a flow's further ends",
    "status": "how certain it is, in the words of the legend",
    "kind": "flow, route, use, presence, claim or denial",
    "event": "id of the event",
    "leg": "id of the leg, for a route",
    "thread": "the story line it belongs to",
    "what": "the mark in a line, in the text's own names",
    "from": "id of the place or actor it starts from",
    "from_name": "its name",
    "to": "id of the place or actor it leads to",
    "to_name": "its name",
    "via": "ids of the places on the way, in order",
    "place": "id of the place where it is",
    "about": "ids of what is claimed or denied",
    "actor": "name of who moves, acts or claims",
    "goods": "what passes or is used, in the text's words",
    "amount": "how much, with its hedge in brackets",
    "value": "the number in it",
    "high": "the upper number of a range",
    "bound": "at-least, at-most, about or between; empty when the number is exact",
    "unit": "what is counted",
    "when": "the time, in the text's words",
    "start": "ISO date of its start, where it can be known",
    "end": "ISO date of its end, where it can be known",
    "says": "names of who says or claims it, or would not confirm it",
    "denies": "names of who denies or contests it",
    "quote": "the words it rests on",
    "evidence": "their offsets in the article's text: start-end, several parted by spaces",
    "unsaid": "what the text leaves open: port, route, date, amount, recipient",
    "precision": "how exact its place is; of two ends the coarser",
    "ours": "what the drawing had to choose: shape, ends, near (an end drawn at another place), whole",
    "basis": "explicit in the text, inferred from it, or the editor's",
    "review": "what a person did with it",
    "passages": "straits and canals that a leg passes, in order",
    "length_km": "length of a leg's line on the ellipsoid",
    "note": "what the drawing could not do as it should, or why there is nothing to draw",
}
"""The columns of every layer of marks and of the CSV file, in their order, each with its meaning."""

DECIMALS: Final = 6
"""Of a degree in what is given out: a tenth of a metre."""

_NUMBERS: Final = frozenset({"value", "high", "length_km"})
# A spreadsheet takes a cell that begins so for a formula (the last four: full-width signs, which Excel takes as well);
# what is not seen (spaces, controls, marks without width) hides one. geo.js has the same.
_FORMULA: Final = frozenset("=+-@\uff1d\uff0b\uff0d\uff20")
_UNSEEN: Final = frozenset("ZC")  # Unicode's classes of separators and of controls


@dataclass(frozen=True, slots=True)
class Row:
    """
    A mark with its geometry.

    Attributes
    ----------
    mark
        What the page says of it.
    shape
        Where it is drawn.
    event, part
        The event, and the leg where the mark is one, else the event again.
    """

    mark: Mark
    shape: Shape
    event: Event
    part: Event | Leg


def rows(story: Story, drawn: Shapes, /) -> tuple[Row, ...]:
    """
    Give the row of every mark, in the order of the story; those that are not drawn have a shape without geometry.

    Parameters
    ----------
    drawn
        What `dateline.drawing.geometry.shapes.shapes` made of the same story.

    Examples
    --------
    >>> from dateline.drawing.geometry.shapes import shapes
    >>> from dateline.story.model import Article, Event, Place, Story
    >>> places = {"lima": Place("Lima", "city", lon=-77.03, lat=-12.05)}
    >>> story = Story(Article(), places, events=(Event("e1", "presence", place="lima", status="planned"),))
    >>> [(row.mark.id, row.mark.status) for row in rows(story, shapes(story))]
    [('e1', 'planned')]
    """
    events = {event.id: event for event in story.events}
    found = []
    for mark in marks(story, drawn, words("en")):
        event = events[mark.event].apart[drawn.marks[mark.id].pair]
        part = next((leg for leg in event.legs if leg.id == mark.leg), event)
        found.append(Row(mark, drawn.marks[mark.id], event, part))
    return tuple(found)


def cells(row: Row, story: Story, /) -> dict[str, Any]:
    """Return a row's values by the names of `COLUMNS`: words, numbers or None, so that any table can hold them."""
    mark, event, part = row.mark, row.event, row.part
    quantity, when = part.quantity or event.quantity, part.when or event.when
    start, end = getattr(part, "from_", None), part.to
    values = {
        "id": mark.id,
        "status": mark.status,
        "kind": mark.kind,
        "event": mark.event,
        "leg": mark.leg,
        "thread": mark.thread,
        "what": mark.what,
        "from": start,
        "from_name": _name(story, start),
        "to": end,
        "to_name": _name(story, end),
        "via": " ".join(mark.via),
        "place": event.place,
        "about": " ".join((*event.about, *event.of)),
        "actor": _name(story, event.mover or event.actor or event.agent),
        "goods": event.goods,
        "amount": mark.amount,
        "value": mark.value,
        "high": mark.high,
        "bound": quantity.bound if quantity else None,
        "unit": mark.unit,
        "when": mark.when,
        "start": when.start if when else None,
        "end": when.end if when else None,
        "says": _speakers(mark.stand("says", "declines", "claims")),
        "denies": _speakers(mark.stand("denies", "contests")),
        "quote": " … ".join(entry.quote for entry in mark.evidence),
        "evidence": " ".join(f"{entry.at[0]}-{entry.at[1]}" for entry in mark.evidence),
        "unsaid": " ".join(mark.silences),
        "precision": mark.precision,
        "ours": " ".join(mark.ours),
        "basis": part.basis or event.basis,
        "review": event.review,
        "passages": "; ".join(mark.passages),
        "length_km": None if mark.length_km is None else round(mark.length_km, 1),
        "note": mark.note or mark.why_not,
    }
    return {name: _number(values[name]) if name in _NUMBERS else values[name] or None for name in COLUMNS}


def properties(row: Row, story: Story, /) -> dict[str, Any]:
    """
    Return the properties of a mark's GeoJSON feature: those of `cells` that it has, its evidence as spans.

    The page's own export writes the same.
    """
    values = {name: value for name, value in cells(row, story).items() if name != "id" and value is not None}
    mark = row.mark
    values["leg"] = mark.leg
    values["evidence"] = [list(entry.at) for entry in mark.evidence]
    for name, many in (("via", mark.via), ("ours", mark.ours), ("passages", mark.passages), ("unsaid", mark.silences)):
        if name in values:
            values[name] = list(many)
    return values


def position(geometry: BaseGeometry | None, /) -> dict[str, float | None]:
    """
    Return one point on a mark: the middle of a line, a point inside an area, within 180 degrees; None without geometry.

    Examples
    --------
    >>> from shapely import LineString
    >>> position(LineString([(170, 10), (200, 10)]))
    {'lon': -175.0, 'lat': 10.0}
    """
    from dateline.atlas.geodesy import wrap

    if geometry is None or geometry.is_empty:
        return {"lon": None, "lat": None}
    line = geometry.geom_type == "LineString"
    point = geometry.interpolate(0.5, normalized=True) if line else geometry.representative_point()
    lon = float(wrap(point.x)) if abs(point.x) > 180 else point.x
    return {"lon": round(lon, DECIMALS) + 0.0, "lat": round(point.y, DECIMALS) + 0.0}  # no -0.0


def csv_text(table: Iterable[dict[str, Any]], columns: Iterable[str], /) -> str:
    r"""
    Write rows as CSV (RFC 4180, lines end in CR LF) that no spreadsheet runs as formulas.

    Examples
    --------
    >>> csv_text([{"id": "e1", "goods": "=1+1"}], ["id", "goods"])
    "id,goods\r\ne1,'=1+1\r\n"
    """
    import csv
    import io

    out = io.StringIO()
    writer = csv.writer(out)
    names = list(columns)
    writer.writerow(names)
    for row in table:
        writer.writerow([spreadsheet_safe(row.get(name)) for name in names])
    return out.getvalue()


def spreadsheet_safe(value: object, /) -> object:
    """
    Put an apostrophe before words that a spreadsheet would take for a formula; numbers stay numbers, None is empty.

    Examples
    --------
    >>> spreadsheet_safe("-5 ships"), spreadsheet_safe(-5)
    ("'-5 ships", -5)
    """
    if value is None:
        return ""
    if not isinstance(value, str):
        return _number(value)
    words = writable(value).replace("\0", "\ufffd")  # NUL ends a cell in many readers
    first = next((sign for sign in words if unicodedata.category(sign)[0] not in _UNSEEN), "")
    return f"'{words}" if first in _FORMULA or words[:1] in {"\t", "\r", "\n"} else words


def _number(value: object) -> object:
    """Write 90000.0 as 90000."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def writable(words: str, /) -> str:
    """Put ``?`` for what cannot be written as UTF-8: lone halves of a surrogate pair."""
    return words.encode("utf-8", "replace").decode("utf-8")


def _name(story: Story, key: str | None) -> str | None:
    if key is None:
        return None
    party = story.places.get(key) or story.actors.get(key)
    return party.name if party else key


def _speakers(claims: Iterable[Claim]) -> str:
    return "; ".join(dict.fromkeys(claim.name for claim in claims))
