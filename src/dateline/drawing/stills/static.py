"""Still maps as SVG: for print, for readers without script, as an inset and for sharing."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final, Literal
from xml.sax.saxutils import escape, quoteattr

from dateline.drawing.stills.sketchparts import CROWD
from dateline.drawing.style.encodings import CASING_PX, LAND, NODE_PX, OURS, OURS_COLOUR, SEA, TEXT

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from shapely.geometry.base import BaseGeometry

    from dateline.drawing.marks.telling import Telling
    from dateline.drawing.stills.sketch import Sketch
    from dateline.drawing.stills.sketchparts import Drawn, Word

__all__ = ["static_svg"]

_SIZE: Final = {"overview": (960.0, 600.0), "detail": (720.0, 540.0)}
_BORDER: Final = "#B9B9B9"
_CROWD_PX: Final = 2.0
_SANS: Final = "Helvetica Neue, Segoe UI, Roboto, Arial, Liberation Sans, sans-serif"
_SERIF: Final = "Charter, Georgia, Liberation Serif, serif"


def static_svg(told: Telling, /, *, which: Literal["overview", "detail"] = "overview") -> str | None:
    """
    Draw a story, or the step whose marks lie closest together, as one SVG element.

    The picture needs nothing else: no style sheet, no font of its own, no address. Its lines carry ``data-of``, the
    mark's id; what is drawn by us carries ``data-part="unsaid"`` too.

    Parameters
    ----------
    told
        The story, made ready for its page.
    which
        The whole story, or the detail.

    Returns
    -------
    svg
        The same bytes for the same story; None where there is nothing to draw, or no closer look to give.
    """
    from dateline.drawing.stills.sketch import closest_step, sketch

    step = closest_step(told) if which == "detail" else None
    if which == "detail" and step is None:
        return None
    drawn = sketch(told, size=_SIZE[which], measure=_width, step=step)
    if drawn is None:
        return None
    title = told.words(f"{which}_picture")
    about = told.steps[step - 1].title if step else told.story.article.title
    return _svg(drawn, which, f"{title}: {about}" if about else title)


def _svg(drawn: Sketch, which: str, title: str) -> str:
    width, height = drawn.view.width, drawn.view.height
    crowd = len(drawn.marks) > CROWD
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" data-static="{which}" viewBox="0 0 {width:.0f} {height:.0f}" '
        f'role="img" font-family="{_SANS}">',
        f"<title>{escape(title)}</title>",
        f'<path fill="{SEA}" d="M0 0h{width:.0f}v{height:.0f}h-{width:.0f}z"/>',
        f'<path fill="{LAND}" stroke="{_BORDER}" stroke-width=".5" fill-rule="evenodd" d="{_rings(drawn.land)}"/>',
    ]
    if borders := _open(_lines(drawn.borders)):
        lines.append(f'<path fill="none" stroke="{_BORDER}" stroke-width=".5" d="{borders}"/>')
    lines += [
        '<g fill="none" stroke-linejoin="round">',
        *(_crowd(drawn.marks) if crowd else map(_mark, drawn.marks)),
        "</g>",
    ]
    lines += (
        _dots(drawn) if crowd else [_node(x, y, NODE_PX[precision], precision) for (x, y), precision in drawn.nodes]
    )
    lines += [
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5" fill="#fff" stroke="{TEXT}" stroke-width="1.5"/>'
        for x, y in drawn.silences
    ]
    heads = groupby(sorted((one for one in drawn.marks if one.head), key=_tip), key=_tip)
    lines += [f'<path {tip} d="{"".join(_head(one, small=crowd) for one in alike)}"/>' for tip, alike in heads]
    said = groupby(drawn.words, key=_script)
    lines += [f"<g {script}>{''.join(map(_word, alike))}</g>" for script, alike in said]
    return "".join([*lines, "</svg>"])


def _crowd(marks: Iterable[Drawn]) -> Iterable[str]:
    """Many marks in whole pixels, without casing; what looks alike says so once."""
    for look, alike in groupby(sorted(marks, key=_look), key=_look):
        paths = [f'<path data-of={quoteattr(one.mark)} d="{_open(map(_plain, one.parts))}"/>' for one in alike]
        yield "".join([f"<g {look}>", *paths, "</g>"])


def _plain(line: Sequence[tuple[float, ...]]) -> Sequence[tuple[float, ...]]:
    """A line of a crowd: what is less than two pixels off nobody follows."""
    from shapely import LineString

    return list(LineString(line).simplify(_CROWD_PX).coords) if len(line) > 2 else line


def _look(one: Drawn) -> str:
    fill = ' fill="#fff" fill-opacity=".6"' if one.sort == "shape" else ""
    dash = "" if one.sort == "area" else _dash(one.stroke.dash, one.stroke.caps)
    return f'stroke="{one.colour}" stroke-width="{one.width:g}"{fill} {dash}'


def _mark(one: Drawn) -> str:
    """Casing below, then what is drawn by us, then the mark itself."""
    out = []
    path = _open(one.parts, decimals=1)
    if one.sort != "area":
        out.append(f'<path stroke="#fff" stroke-width="{one.width + CASING_PX:g}" d="{path}"/>')
    if one.unsaid:
        out.append(
            f'<path data-of={quoteattr(one.mark)} data-part="unsaid" stroke="{OURS_COLOUR}" stroke-width="2.5" '
            f'{_dash(OURS.dash, OURS.caps)} d="{_open([one.unsaid], decimals=1)}"/>'
        )
    out.append(f'<path data-of={quoteattr(one.mark)} {_look(one)} d="{path}"/>')
    return "".join(out)


def _dash(dash: Sequence[int], caps: str) -> str:
    return f'stroke-dasharray="{" ".join(map(str, dash))}" stroke-linecap="{caps}"' if dash else ""


def _head(one: Drawn, *, small: bool) -> str:
    """The arrowhead; in a crowd half as long and in whole pixels, or one would see nothing else."""
    if one.head is None:
        return ""
    tip, *back = one.head
    if small:
        back = [((x + tip[0]) / 2, (y + tip[1]) / 2) for x, y in back]
    return _open([[tip, *back]], decimals=0 if small else 1) + "z"


def _tip(one: Drawn) -> str:
    """How a head is filled and edged."""
    if one.stroke.head == "hollow":
        return f'fill="#fff" stroke="{one.colour}" stroke-width="2"'
    return f'fill="{one.colour}" stroke="#fff" stroke-width="1.5" paint-order="stroke"'


def _dots(drawn: Sketch) -> list[str]:
    """The nodes of a crowd: those of one precision as the round ends of one path's lines without length."""
    out = []
    for precision, alike in groupby(sorted(drawn.nodes, key=lambda one: one[1]), key=lambda one: one[1]):
        points = "".join(f"M{x:.0f} {y:.0f}h0" for (x, y), _ in alike)
        faint = {"region": ".2", "country": ".14"}.get(precision)
        rings = [(12, TEXT), (10, "#fff"), (6, TEXT)] if precision == "city" else [(NODE_PX[precision], TEXT)]
        out += [
            f'<path fill="none" stroke="{colour}" stroke-width="{width:g}" stroke-linecap="round"'
            f'{f" stroke-opacity={chr(34)}{faint}{chr(34)}" if faint else ""} d="{points}"/>'
            for width, colour in rings
            if width
        ]
    return out


def _node(x: float, y: float, size: float, precision: str) -> str:
    at = f'cx="{x:.1f}" cy="{y:.1f}"'
    if precision == "point":
        return f'<circle {at} r="3" fill="{TEXT}"/>'
    if precision == "city":
        ring = f'<circle {at} r="5.5" fill="#fff" stroke="{TEXT}"/>'
        return ring + f'<circle {at} r="3" fill="{TEXT}"/>'
    if size:
        edge = f'stroke="{TEXT}" stroke-opacity=".25" stroke-width="3"'
        return f'<circle {at} r="{size / 2:g}" fill="{TEXT}" fill-opacity=".14" {edge}/>'
    return ""


def _script(word: Word) -> str:
    """How a word is written, as the attributes of a group: what looks alike says so once."""
    if word.sort == "sign":
        return f'fill="{TEXT}" font-size="{word.size:g}"'
    style = {
        "place": ' font-weight="600"',
        "water": f' font-style="italic" font-family="{_SERIF}"',
        "context": "",
    }[word.sort]
    halo = 'stroke="#fff" stroke-opacity=".85" stroke-width="3" stroke-linejoin="round" paint-order="stroke"'
    return f'fill="{word.colour}" font-size="{word.size:g}"{style} {halo}'


def _word(word: Word) -> str:
    rows = []
    for n, line in enumerate(word.lines):
        below = f' x="{word.x:.1f}" dy="1.2em"' if n else ""
        small = ' font-weight="400" font-size=".86em"' if n and word.sort != "sign" else ""
        rows.append(f'<tspan unicode-bidi="isolate"{below}{small}>{escape(line)}</tspan>')
    said = f'<text x="{word.x:.1f}" y="{word.y:.1f}">{"".join(rows)}</text>'
    if word.sort != "sign":
        return said
    left, top, right, bottom = word.box
    plate = (
        f'<path fill="#fff" stroke="#D9D4C8" d="M{left:.1f} {top:.1f}H{right:.1f}V{bottom:.1f}H{left:.1f}z"/>'
        f'<path fill="{word.colour}" d="M{left:.1f} {top:.1f}h3V{bottom:.1f}h-3z"/>'
    )
    return plate + said


def _rings(area: BaseGeometry) -> str:
    import shapely

    parts = [ring.coords for part in shapely.get_parts(area) for ring in (part.exterior, *part.interiors)]
    return "".join(_path(points[:-1], 0) + "z" for points in (list(ring) for ring in parts) if len(points) > 3)


def _lines(lines: BaseGeometry) -> Iterable[Sequence[tuple[float, ...]]]:
    import shapely

    return [list(part.coords) for part in shapely.get_parts(lines) if part.geom_type == "LineString"]


def _open(lines: Iterable[Sequence[tuple[float, ...]]], decimals: int = 0) -> str:
    return "".join(_path(line, decimals) for line in lines if len(line) > 1)


def _path(points: Sequence[tuple[float, ...]], decimals: int) -> str:
    """Write a path in steps from point to point: short, and without the drift of rounded steps."""
    unit = 10**decimals
    before: tuple[int, int] | None = None
    out: list[str] = []
    for x, y in ((point[0], point[1]) for point in points):
        here = round(x * unit), round(y * unit)
        if before is None:
            out.append(f"M{_number(here[0], decimals)} {_number(here[1], decimals)}l")
        elif here != before:
            second = _number(here[1] - before[1], decimals)
            gap = "" if second.startswith("-") else " "
            first = _number(here[0] - before[0], decimals)
            lead = "" if out[-1].endswith("l") or first.startswith("-") else " "
            out.append(f"{lead}{first}{gap}{second}")
        before = here
    return "".join(out) + ("0 0" if out[-1].endswith("l") else "")


def _number(value: int, decimals: int) -> str:
    return str(value) if decimals == 0 else f"{value / 10**decimals:g}"


def _width(words: str, size: float) -> float:
    """Reckon how wide words are in a common sans-serif, on the safe side; wide scripts count double."""
    from unicodedata import east_asian_width

    narrow = set("iljtfrI.,:;'!|()[] ")
    ems = sum(
        1.0 if east_asian_width(letter) in "WF" else 0.36 if letter in narrow else 0.74 if letter.isupper() else 0.6
        for letter in words
    )
    return ems * size
