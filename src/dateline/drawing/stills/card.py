"""The card for sharing: one picture of 1200 x 630 with the title, the map and what its lines mean."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final

from dateline.drawing.style.encodings import CASING_PX, LAND, NODE_PX, OURS, OURS_COLOUR, SEA, STROKES, TEXT

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dateline.drawing.marks.telling import Telling
    from dateline.drawing.stills.sketch import Sketch
    from dateline.drawing.stills.sketchparts import Drawn
    from dateline.drawing.style.encodings import Stroke
    from dateline.drawing.style.house import House
    from dateline.story.model import Precision, Story

__all__ = ["card"]

_SIZE: Final = (1200, 630)
_FINER: Final = 2  # drawn at twice the size and made smaller, so that slanting lines are smooth
_PANEL: Final = 392  # width of the column of words
_PAPER, _INK, _QUIET, _RULE, _ACCENT = "#FFFEFB", TEXT, "#56524C", "#D9D4C8", "#0B4F7D"
_BORDER: Final = "#B9B9B9"

XY = tuple[float, float]


def card(story: Story, /, *, lang: str = "en", house: House | None = None) -> bytes:
    r"""
    Draw the picture that a link to a story's page is shown with.

    The font is the one that Pillow carries (Aileron, public domain). It has the letters of Latin scripts; others are
    left out, and a title that it can write nothing of gives way to the map.

    Parameters
    ----------
    lang
        Language of the card's own words.
    house
        An outlet's own colours and credit line.

    Returns
    -------
    png
        1200 x 630 pixels; the same bytes for the same story and the same Pillow.

    Examples
    --------
    >>> from dateline.story.model import Article, Story
    >>> card(Story(article=Article(title="Grain moves")))[:4]
    b'\x89PNG'
    """
    from io import BytesIO

    from PIL import Image

    from dateline.drawing.marks.telling import telling
    from dateline.drawing.stills.sketch import sketch

    told = telling(story, lang=lang, house=house)
    drawn = sketch(told, size=_SIZE, measure=_wide, font_px=19, frame=(_PANEL, 0, 0, 0), pad=0.15)
    painter = _Painter()
    if drawn is not None:
        painter.map(drawn)
    painter.panel(told, drawn, whole=drawn is None, credit=house.credit if house else None)
    out = BytesIO()
    small = painter.image.resize(_SIZE, Image.Resampling.LANCZOS)
    small.save(out, "PNG", optimize=True)  # in true colours: a palette would merge those of thin lines
    return out.getvalue()


class _Painter:
    """Paints on one picture of twice the size."""

    def __init__(self) -> None:
        from PIL import Image, ImageDraw

        self.image = Image.new("RGB", (_SIZE[0] * _FINER, _SIZE[1] * _FINER), _PAPER)
        self.draw = ImageDraw.Draw(self.image)

    def map(self, drawn: Sketch) -> None:
        """Paint land and marks, then the words."""
        import shapely

        self.draw.rectangle((0, 0, *self.image.size), fill=SEA)
        for part in shapely.get_parts(drawn.land):
            self.polygon(part.exterior.coords, fill=LAND, outline=_BORDER)
            for hole in part.interiors:
                self.polygon(hole.coords, fill=SEA, outline=_BORDER)
        for line in shapely.get_parts(drawn.borders):
            if line.geom_type == "LineString":
                self.line(line.coords, _BORDER, 0.5)
        for one in drawn.marks:
            self.mark(one)
        for centre, precision in drawn.nodes:
            self.node(centre, precision)
        for x, y in drawn.silences:
            self.circle(x, y, 5, fill="#FFFFFF", outline=TEXT, width=1.5)
        for one in drawn.marks:
            self.head(one)
        for word in drawn.words:
            if word.sort == "sign":
                left, top, right, bottom = word.box
                self.box((left, top, right, bottom), "#FFFFFF", _RULE)
                self.box((left, top, left + 3, bottom), word.colour, word.colour)
            for n, line in enumerate(word.lines):
                plain = n > 0 or word.sort != "place"
                size = word.size * (0.86 if n and word.sort != "sign" else 1)
                colour = TEXT if word.sort == "sign" else word.colour
                self.words(
                    line, word.x, word.y + n * word.size * 1.1, size, colour, heavy=not plain, halo=word.sort != "sign"
                )

    def mark(self, one: Drawn) -> None:
        """Paint a casing, what is drawn by us, and the mark."""
        for part in one.parts:
            if one.sort != "area":
                self.line(part, "#FFFFFF", one.width + CASING_PX)
        if one.unsaid:
            self.dashed(one.unsaid, OURS, OURS_COLOUR, 2.5)
        for part in one.parts:
            if one.sort == "area":
                self.line(part, one.colour, one.width)
            else:
                self.dashed(part, one.stroke, one.colour, one.width)

    def head(self, one: Drawn) -> None:
        """Paint an arrowhead."""
        if one.head is None:
            return
        self.polygon(
            one.head, fill="#FFFFFF" if one.stroke.head == "hollow" else one.colour, outline=one.colour, width=2
        )

    def node(self, centre: XY, precision: Precision) -> None:
        """Paint where marks end."""
        x, y = centre
        if precision == "city":
            self.circle(x, y, 6, fill="#FFFFFF", outline=TEXT, width=1)
        if precision in {"city", "point"}:
            self.circle(x, y, 3, fill=TEXT)
        elif NODE_PX[precision]:
            self.circle(x, y, NODE_PX[precision] / 2, fill="#D0CECA", outline="#A9A7A3", width=2.5)

    def panel(self, told: Telling, drawn: Sketch | None, *, whole: bool, credit: str | None = None) -> None:
        """Write the column: what this is, the title, how sure its lines are, where it comes from."""
        right = _SIZE[0] if whole else _PANEL
        self.box((0, 0, right, _SIZE[1]), _PAPER, _PAPER)
        if not whole:
            self.line([(right, 0), (right, _SIZE[1])], _RULE, 1)
        self.box((0, 0, right, 10), _ACCENT, _ACCENT)
        room = right - 72
        article, words = told.story.article, told.words
        self.words(words("page_of").upper(), 36, 70, 17, _ACCENT, heavy=True)
        statuses = [status for status in STROKES if drawn and any(one.stroke is STROKES[status] for one in drawn.marks)]
        foot = _SIZE[1] - 78 - 34 * len(statuses)
        size, lines = _fitting(_shown(article.title or ""), room, height=foot - 90 - (70 if whole else 62))
        y = 70 + 20 + size
        for line in lines:
            self.words(line, 36, y, size, _INK, heavy=True)
            y += size * 1.18
        source = _shown(" · ".join(part for part in (article.author, article.publisher, article.published) if part))
        if source:
            self.words(_cut(source, room, 19), 36, y - 0.88 * size + 30, 19, _QUIET)
        if whole and told.steps:
            for n, line in enumerate(_lines(_shown(told.steps[0].text), room, 26)[:7]):
                self.words(_cut(line, room, 26), 36, y + 70 + n * 36, 26, _INK)
        y = foot
        for status in statuses:
            stroke = STROKES[status]
            self.dashed([(36, y), (98 if stroke.head else 112, y)], stroke, _INK, 4)
            if stroke.head:
                fill = "#FFFFFF" if stroke.head == "hollow" else _INK
                self.polygon([(112, y), (98, y - 5.5), (98, y + 5.5)], fill=fill, outline=_INK, width=2)
            self.words(words(f"status.{status}"), 126, y + 6.5, 19, _INK)
            y += 34
        named = ["Dateline", *(["Natural Earth · GeoNames"] if drawn else []), *([_shown(credit)] if credit else [])]
        self.words(_cut("  ·  ".join(named), room, 15), 36, _SIZE[1] - 34, 15, _QUIET)

    # ------------------------------------------------------------ one stroke each, in the finer pixels

    def words(  # noqa: PLR0913
        self, said: str, x: float, y: float, size: float, colour: str, *, heavy: bool = False, halo: bool = False
    ) -> None:
        """Write one line; heavy letters are the font's own, drawn with a thin edge."""
        font = _font(round(size * _FINER))
        at = (x * _FINER, y * _FINER)
        bold = size * _FINER / 44 if heavy else 0
        if halo:
            self.draw.text(
                at, _shown(said), font=font, fill="#FFFFFF", anchor="ls", stroke_width=bold + 5, stroke_fill="#FFFFFF"
            )
        self.draw.text(at, _shown(said), font=font, fill=colour, anchor="ls", stroke_width=bold, stroke_fill=colour)

    def line(self, points: Iterable[Sequence[float]], colour: str, width: float) -> None:
        """Draw a line with round joins."""
        self.draw.line(_scaled(points), fill=colour, width=max(1, round(width * _FINER)), joint="curve")

    def dashed(self, points: Sequence[Sequence[float]], stroke: Stroke, colour: str, width: float) -> None:
        """Draw a line in the dashes of a status; dashes of a pixel with round caps are dots."""
        from shapely import LineString
        from shapely.ops import substring

        if not stroke.dash:
            self.line(points, colour, width)
            return
        line, at = LineString(points), 0.0
        on, off = stroke.dash
        while at < line.length:
            if stroke.caps == "round":
                dot = line.interpolate(at + on / 2)
                self.circle(dot.x, dot.y, width / 2 + 0.3, fill=colour)
            else:
                piece = substring(line, at, min(at + on, line.length))
                if piece.geom_type == "LineString":
                    self.line(piece.coords, colour, width)
            at += on + off

    def polygon(self, points: Iterable[Sequence[float]], *, fill: str, outline: str, width: float = 0.5) -> None:
        """Fill a ring."""
        self.draw.polygon(_scaled(points), fill=fill, outline=outline, width=max(1, round(width * _FINER)))

    def circle(  # noqa: PLR0913
        self, x: float, y: float, r: float, *, fill: str, outline: str | None = None, width: float = 0
    ) -> None:
        """Fill a disc."""
        box = ((x - r) * _FINER, (y - r) * _FINER, (x + r) * _FINER, (y + r) * _FINER)
        self.draw.ellipse(box, fill=fill, outline=outline, width=round(width * _FINER))

    def box(self, box: tuple[float, float, float, float], fill: str, outline: str) -> None:
        """Fill a rectangle."""
        left, top, right, bottom = (side * _FINER for side in box)
        self.draw.rectangle((left, top, right, bottom), fill=fill, outline=outline)


def _scaled(points: Iterable[Sequence[float]]) -> list[XY]:
    return [(point[0] * _FINER, point[1] * _FINER) for point in points]


@cache
def _font(size: int) -> Any:  # noqa: ANN401  # Pillow gives one of two types
    from PIL import ImageFont

    return ImageFont.load_default(size)


def _wide(words: str, size: float) -> float:
    """How wide words are, heavy or not."""
    return float(_font(round(size * _FINER)).getlength(_shown(words))) / _FINER * 1.06


@cache
def _has(letter: str) -> bool:
    """Whether the font has a sign for a letter: one that it lacks looks like one that no font has."""
    if letter.isspace():
        return True
    font = _font(24)
    return bytes(font.getmask(letter)) != bytes(font.getmask("\U0010ffff")) and letter.isprintable()


def _shown(words: str) -> str:
    return " ".join("".join(letter for letter in words if _has(letter)).split())


def _cut(words: str, room: float, size: float) -> str:
    """Shorten words to one line."""
    if _wide(words, size) <= room:
        return words
    while words and _wide(words + "…", size) > room:
        words = words[:-1]
    return words.rstrip() + "…"


def _fitting(title: str, room: float, *, height: float) -> tuple[float, list[str]]:
    """Set a title as large as it fits; what is too long at the least size ends in an ellipsis."""
    for size in (58, 50, 44, 38, 34, 30):
        lines = _lines(title, room, size)
        if len(lines) * size * 1.18 <= height and all(_wide(line, size) <= room for line in lines):
            return size, lines
    lines = [_cut(line, room, 28) for line in _lines(title, room, 28)]
    count = int(height // (28 * 1.18))
    if len(lines) > count:
        lines = [*lines[: count - 1], _cut(lines[count - 1].removesuffix("…") + " …", room, 28)]
    return 28, lines


def _lines(words: str, room: float, size: float) -> list[str]:
    lines: list[str] = []
    for word in words.split():
        if lines and _wide(f"{lines[-1]} {word}", size) <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines
