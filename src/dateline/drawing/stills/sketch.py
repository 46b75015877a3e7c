"""A still picture of a story, laid out in pixels: what the static maps and the card for sharing draw."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from dateline.drawing.stills.sketchparts import Drawn, View
from dateline.drawing.stills.sketchwords import Words
from dateline.drawing.style.encodings import HEAD_PX, LINE_PX, NODE_PX, STROKES

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from shapely import LineString
    from shapely.geometry.base import BaseGeometry

    from dateline.drawing.marks.marks import Mark
    from dateline.drawing.marks.telling import Telling
    from dateline.drawing.stills.sketchparts import XY, Word
    from dateline.drawing.style.encodings import Stroke
    from dateline.story.model import Precision

__all__ = ["Sketch", "closest_step", "sketch"]

_LEAST_DEG: Final = 5.0  # a picture is no nearer than this wide
_HATCH_PX: Final = 9.0
_STUB_PX: Final = 26.0  # a short line to or from what is not stated
_FINE, _MEDIUM = 14.0, 120.0  # degrees across, below which land of 1:10m, of 1:50m is drawn


@dataclass(frozen=True, slots=True)
class Sketch:
    """
    A still picture of a story.

    Attributes
    ----------
    land, borders
        In pixels.
    nodes
        Centre and precision of the places where marks end.
    silences
        Centres of the empty rings.
    """

    view: View
    land: BaseGeometry
    borders: BaseGeometry
    marks: tuple[Drawn, ...]
    nodes: tuple[tuple[XY, Precision], ...]
    silences: tuple[XY, ...]
    words: tuple[Word, ...]


def closest_step(told: Telling, /) -> int | None:
    """
    Number the step whose marks lie closest together, where a picture of its own shows more; None without one.

    Steps with a line come before those without: what is squeezed on the overview is a way, not a point.
    """
    everything = {mark.id for mark in _visible(told)}
    found = []
    for n, step in enumerate(told.steps, start=1):
        shown = _in_step(told, n)
        if not shown or shown == everything:
            continue
        box = _box_of(told, shown, step.focus)
        lines = any(told.shapes.marks[mark].geometry.geom_type == "LineString" for mark in shown)  # type: ignore[union-attr]
        found.append((not lines, max(box[2] - box[0], box[3] - box[1]), n))
    return min(found)[2] if found else None


def sketch(  # noqa: PLR0913
    told: Telling,
    /,
    *,
    size: tuple[float, float],
    measure: Callable[[str, float], float],
    step: int | None = None,
    font_px: float = 14.0,
    frame: tuple[float, float, float, float] | None = None,
    pad: float = 0.09,
) -> Sketch | None:
    """
    Lay out the marks of a step, or of the whole story, in pixels.

    Marks that are denied are left out, as on the page before a reader asks for them.

    Parameters
    ----------
    size
        Width and height of the picture.
    measure
        How wide words are at a size, both in px.
    step
        Number of the step; None for all marks.
    font_px
        Size of a place's name.
    frame
        Left, top, right, bottom: pixels at the edges that something else will cover.
    pad
        Share of the width that stays free on either side of the marks; of the height it is 0.09.

    Returns
    -------
    sketch
        None where nothing can be drawn.
    """
    from dateline.drawing.marks.marks import thread_numbers, widths

    shown = {mark.id for mark in _visible(told)} if step is None else _in_step(told, step)
    marks = [mark for mark in _visible(told) if mark.id in shown]
    if not marks:
        return None
    must = told.steps[(step or 1) - 1].focus if told.steps else ()
    view = _view(_box_of(told, shown, must), size, frame or (0, 0, 0, 0), told.shapes.meridian, pad)
    land, borders = _ground(view)
    threads = thread_numbers(told.marks)
    width = widths(told.marks)
    drawn = [
        _mark(told, mark, view, land, colour=told.colours[threads[mark.thread]], width=width[mark.id]) for mark in marks
    ]
    ends = dict.fromkeys(key for mark in marks for key in (mark.start, mark.end) if key)
    nodes = {key: (view.at(node.lon, node.lat), node.precision) for key in ends if (node := told.shapes.nodes.get(key))}
    rings = [_open_end(view, told, mark) for mark in marks if "recipient" in mark.silences]
    placer = Words(told, view, measure, font_px, frame or (0, 0, 0, 0))
    placer.avoid(drawn, nodes.values())
    placer.names(marks, must)
    placer.signs(marks, drawn)
    placer.around()
    return Sketch(view, land, borders, tuple(drawn), tuple(nodes.values()), tuple(rings), tuple(placer.out))


def _visible(told: Telling) -> list[Mark]:
    return [mark for mark in told.on_map if mark.status != "denied" and told.shapes.marks[mark.id].geometry is not None]


def _in_step(told: Telling, n: int) -> set[str]:
    from dateline.drawing.marks.marks import shown_in

    return set(shown_in(told.steps[n - 1], told.marks)) & {mark.id for mark in _visible(told)}


def _box_of(told: Telling, shown: Collection[str], must: Iterable[str]) -> tuple[float, float, float, float]:
    """West, south, east, north of marks and of the places that must be seen; y in the Mercator plane."""
    from dateline.atlas.geodesy import mercator
    from dateline.drawing.geometry.turns import nearest_turn

    boxes = []
    for key in shown:
        shape = told.shapes.marks[key]
        boxes += [part.bounds for part in (shape.geometry, shape.unsaid) if part is not None and not part.is_empty]
        ends = [told.shapes.nodes[end] for end in (shape.start, shape.end) if end in told.shapes.nodes]
        boxes += [(node.lon, node.lat, node.lon, node.lat) for node in ends]
    for key in must:
        place = told.story.places.get(key)
        if place is not None and place.lon is not None and place.lat is not None:
            lon = place.lon + nearest_turn(place.lon, place.lon, told.shapes.meridian)
            boxes.append((lon, place.lat, lon, place.lat))
    west, south, east, north = zip(*boxes, strict=True)
    low, high = float(mercator(max(min(south), -84))), float(mercator(min(max(north), 84)))
    return min(west), low, max(east), high


def _view(
    box: tuple[float, float, float, float],
    size: tuple[float, float],
    frame: tuple[float, ...],
    meridian: float,
    pad: float,
) -> View:
    """Fit a box into the part of the picture that nothing covers; the picture shows one world at most."""
    west, south, east, north = box
    width, height = size
    free = width - frame[0] - frame[2], height - frame[1] - frame[3]
    scale = min(
        free[0] * (1 - 2 * pad) / max(east - west, _LEAST_DEG),
        free[1] * 0.82 / max(north - south, _LEAST_DEG * 0.6),
    )
    scale = max(scale, width / 360)
    left = (west + east) / 2 - (frame[0] + free[0] / 2) / scale
    left = min(max(left, meridian - 180), meridian + 180 - width / scale)
    top = (south + north) / 2 + (frame[1] + free[1] / 2) / scale
    return View(left, top, scale, width, height)


def _ground(view: View) -> tuple[BaseGeometry, BaseGeometry]:
    """Land and lines of the view in whole pixels, and no finer than half of one."""
    import shapely

    from dateline.atlas.areas import boundaries, land

    west, _, east, _ = view.bounds
    wide = east - west
    scale: Literal["10m", "50m", "110m"] = "10m" if wide < _FINE else "50m" if wide < _MEDIUM else "110m"
    window = shapely.box(-2, -2, view.width + 2, view.height + 2)
    ground = view.project(land(view.bounds, scale=scale).buffer(0))
    ground = shapely.make_valid(ground.simplify(0.6)).intersection(window)
    kept = [part for part in shapely.get_parts(ground) if part.geom_type == "Polygon" and part.area > 2]
    lines = view.project(boundaries(view.bounds, scale="50m" if scale == "10m" else scale, disputed=False))
    return shapely.MultiPolygon(kept), lines.simplify(0.6).intersection(window)


def _mark(  # noqa: PLR0913
    told: Telling, mark: Mark, view: View, land: BaseGeometry, *, colour: str, width: float
) -> Drawn:
    from shapely import get_parts

    shape = told.shapes.marks[mark.id]
    assert shape.geometry is not None  # noqa: S101  # chosen so by _visible
    flat = view.project(shape.geometry)
    stroke = STROKES[mark.status]
    if flat.geom_type.endswith("Polygon"):
        return Drawn(mark.id, "area", _hatching(flat, view, land, mark), stroke, colour, 1.5)
    if flat.geom_type == "Point":
        return _at_place(told, mark, _spot(flat), stroke, colour)
    start = NODE_PX[told.shapes.nodes[shape.start].precision] / 2 if shape.start else 0.0
    end = NODE_PX[told.shapes.nodes[shape.end].precision] / 2 if shape.end else 0.0
    lines: list[LineString] = [part for part in get_parts(flat) if part.geom_type == "LineString"]
    # The end of the last part takes the head, the beginning of the first leaves room for the node.
    parts = [
        _cut(line, start if n == 0 else 0.0, end + HEAD_PX[0] - 3 if n == len(lines) - 1 else 0.0)
        for n, line in enumerate(lines)
    ]
    unsaid = tuple((x, y) for x, y in view.project(shape.unsaid).coords) if shape.unsaid is not None else ()
    head = _head(lines[-1], end, width)
    return Drawn(mark.id, "line", tuple(tuple(part) for part in parts), stroke, colour, width, unsaid, head)


def _spot(point: BaseGeometry) -> XY:
    return point.centroid.x, point.centroid.y


def _cut(line: LineString, start: float, end: float) -> list[XY]:
    from shapely.ops import substring

    if line.length <= start + end + 4:
        return [(x, y) for x, y in substring(line, 0.3, 0.6, normalized=True).coords]
    return [(x, y) for x, y in substring(line, start, line.length - end).simplify(0.5).coords]


def _head(line: LineString, gap: float, width: float) -> tuple[XY, XY, XY]:
    from math import atan2, cos, sin

    end = line.length - min(gap, line.length / 2)
    tip, back = line.interpolate(end), line.interpolate(max(0.0, end - 16))
    angle = atan2(tip.y - back.y, tip.x - back.x)
    long, broad = HEAD_PX[0], max(HEAD_PX[1], width + 6) / 2

    def corner(x: float, y: float) -> XY:
        return tip.x + x * cos(angle) - y * sin(angle), tip.y + x * sin(angle) + y * cos(angle)

    return corner(0, 0), corner(-long, -broad), corner(-long, broad)


def _at_place(told: Telling, mark: Mark, centre: XY, stroke: Stroke, colour: str) -> Drawn:
    """A ring, a diamond, or a short line to or from what is not stated."""
    from math import cos, pi, sin

    from shapely import LineString

    x, y = centre
    radius = max(8.0, NODE_PX[told.shapes.nodes[mark.start].precision] / 2 + 4) if mark.start else 8.0
    if mark.kind in {"flow", "route"}:
        out = (x + (radius + _STUB_PX) * 0.7, y - (radius + _STUB_PX) * 0.7)
        near = (x + radius * 0.7, y - radius * 0.7)
        coming = mark.kind == "flow" and mark.to is not None and mark.from_ is None
        line = LineString([out, near] if coming else [near, out])
        head = _head(line, 0.0, LINE_PX) if coming else None
        parts = _cut(line, 0.0, HEAD_PX[0] - 3 if coming else 0.0)
        return Drawn(mark.id, "line", (tuple(parts),), stroke, colour, LINE_PX, (), head)
    if mark.kind == "use":
        outline = [(x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y)]
    else:
        outline = [(x + radius * cos(n * pi / 16), y + radius * sin(n * pi / 16)) for n in range(32)]
    return Drawn(mark.id, "shape", ((*outline, outline[0]),), stroke, colour, 3.0)


def _open_end(view: View, told: Telling, mark: Mark) -> XY:
    node = told.shapes.nodes[mark.start or ""]
    x, y = view.at(node.lon, node.lat)
    far = (max(8.0, NODE_PX[node.precision] / 2 + 4) + _STUB_PX + 6) * 0.7
    return x + far, y - far


def _hatching(area: BaseGeometry, view: View, land: BaseGeometry, mark: Mark) -> tuple[tuple[XY, ...], ...]:
    """Slanting lines over what is claimed: on water never on land, and the other way where it is contested."""
    import shapely

    window = shapely.box(0, 0, view.width, view.height)
    area = shapely.make_valid(area).intersection(window)
    if mark.surface == "water":
        area = area.difference(land.buffer(0.75))
    contests = bool(mark.claims) and mark.claims[0].stance == "contests"
    lean = -view.height if contests else view.height
    reach = int((view.width + view.height) / _HATCH_PX) + 1
    lines = [
        shapely.LineString([(n * _HATCH_PX * 1.4 - lean / 2, view.height), (n * _HATCH_PX * 1.4 + lean / 2, 0)])
        for n in range(-reach, reach)
    ]
    cut = shapely.intersection(lines, area)
    return tuple(
        tuple(part.coords) for part in shapely.get_parts(cut) if part.geom_type == "LineString" and part.length > 1
    )
