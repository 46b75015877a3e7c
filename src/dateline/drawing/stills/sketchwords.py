"""The words of a still picture: names of places and waters, and the signs beside marks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from dateline.drawing.stills.placing import Placer
from dateline.drawing.stills.sketchparts import CROWD, Word
from dateline.drawing.style.encodings import NODE_PX, NUMBERED, OURS_COLOUR, ROOM, TEXT, WATER_TEXT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from dateline.drawing.marks.marks import Mark
    from dateline.drawing.marks.telling import Telling
    from dateline.drawing.stills.sketchparts import XY, Drawn, View
    from dateline.story.model import Precision

__all__ = ["Words"]


class Words:
    """Places the words of one picture: the needed ones first."""

    def __init__(
        self,
        told: Telling,
        view: View,
        measure: Callable[[str, float], float],
        font_px: float,
        frame: tuple[float, ...],
    ) -> None:
        self.told = told
        self.view = view
        self.measure = measure
        self.font_px = font_px
        self.placer = Placer((frame[0], frame[1], view.width - frame[2], view.height - frame[3]))
        self.out: list[Word] = []
        self.named: set[str] = set()
        self.keys: set[str] = set()

    def avoid(self, drawn: Iterable[Drawn], nodes: Iterable[tuple[XY, Precision]]) -> None:
        """Keep off lines, heads, shapes and nodes where there is room."""
        drawn = list(drawn)
        for one in drawn:
            if one.sort == "area" or len(drawn) > CROWD:
                continue
            for part in (*one.parts, one.unsaid):
                self.placer.keep_off_line(part, 5)
            if one.head:
                self.placer.keep_off(one.head[0], 12)
        for centre, precision in nodes:
            self.placer.keep_off(centre, max(3.0, NODE_PX[precision] / 2))

    def names(self, marks: Iterable[Mark], must: Iterable[str]) -> None:
        """Name what must be seen, the ends of the marks, and the waters on the way."""
        ends = [key for mark in marks for key in (mark.start, mark.end) if key]
        vias = [key for mark in marks for key in mark.via]
        needed = dict.fromkeys(must)
        for key in dict.fromkeys([*needed, *ends, *vias]):
            self.name(key, needed=key in needed)

    def name(self, key: str, *, needed: bool) -> None:
        """Write one place's name beside it; a water's in its middle."""
        from dateline.drawing.geometry.turns import nearest_turn
        from dateline.story.waters import WATERS

        node, place = self.told.shapes.nodes.get(key), self.told.story.places.get(key)
        at = node or place
        if at is None or at.lon is None or at.lat is None:
            return
        lon = at.lon if node else at.lon + nearest_turn(at.lon, at.lon, self.told.shapes.meridian)
        said = self.told.names.in_text(key)
        name = said or at.name
        water = at.kind in WATERS or at.precision == "area"
        lines = [name]
        if at.precision == "country" and node:
            ports = any("port" in mark.silences and key in (mark.start, mark.end) for mark in self.told.on_map)
            lines.append(self.told.words("level.port" if ports else "level.country"))
        elif node and node.lent:
            lines.append(self.told.words("level.lent"))
        self.named.add(name)
        self.keys.add(key)
        sort: Literal["place", "water", "context"] = "water" if water else "place" if said else "context"
        colour = WATER_TEXT if water else TEXT
        self.write(lines, self.view.at(lon, at.lat), max(3.0, NODE_PX[at.precision] / 2), sort, colour, needed=needed)

    def write(  # noqa: PLR0913
        self,
        lines: list[str],
        at: XY,
        radius: float,
        sort: Literal["place", "water", "context"],
        colour: str,
        *,
        needed: bool,
    ) -> None:
        """Write lines at the freest of the positions round a point."""
        size = self.font_px if sort != "context" else self.font_px * 0.86
        width = max(self.measure(line, size if n == 0 else size * 0.86) for n, line in enumerate(lines))
        height = size * (1.15 + 1.05 * (len(lines) - 1))
        box = self.placer.beside(at, radius, (width, height), centred=sort != "place", needed=needed)
        if box is not None:
            self.out.append(Word(box[0], box[1] + size * 0.9, tuple(lines), size, colour, sort, box))

    def signs(self, marks: Iterable[Mark], drawn: Iterable[Drawn]) -> None:
        """Set amounts, badges and denials beside their marks."""
        from shapely import LineString

        words = self.told.words
        marks = list(marks)
        for mark, one in zip(marks, drawn, strict=True):
            if one.sort == "area" or not one.parts:
                continue
            said = [words(f"badge_{mark.status}")] if mark.badge else []
            said += [mark.amount] if mark.amount else []
            denied = words.join(dict.fromkeys(claim.called for claim in mark.stand("denies")))
            lines = ["  ".join(said)] if said else []
            lines += [words("denied_by", names=denied)] if denied else []
            if not lines or (len(marks) > NUMBERED and not mark.badge and not denied):
                continue
            size = self.font_px * 0.86
            width = max(self.measure(line, size) for line in lines) + 10
            line = LineString(max(one.parts, key=len))
            box = self.placer.along(line, (width, size * 1.25 * len(lines) + 5), one.width / 2 + 5)
            if box is not None:
                self.out.append(Word(box[0] + 6, box[1] + size + 2, tuple(lines), size, one.colour, "sign", box))

    def around(self) -> None:
        """Name some countries of the atlas, lighter, where there is room."""
        from dateline.drawing.ground.surroundings import surroundings

        for one in surroundings(self.told.story, self.told.shapes, lang=self.told.words.lang):
            room = one["wide"] * self.view.scale / self.measure(one["name"], self.font_px * 0.86)
            if one["name"] not in self.named and one.get("of") not in self.keys and room >= ROOM:
                self.write(
                    [one["name"]], self.view.at(one["lon"], one["lat"]), 0.0, "context", OURS_COLOUR, needed=False
                )
