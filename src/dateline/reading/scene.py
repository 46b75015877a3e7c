"""One text read as a whole: names found, namesakes told apart, senses given."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from dateline.atlas.index import open_index
from dateline.reading.cues import weights
from dateline.reading.names import Span, find_spans
from dateline.reading.resolve import Anchor, Facts, Scene, facts, lies_in, rank
from dateline.reading.sense import sense_cues, stands_for

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.reading.toponym import Sense, Sort

__all__ = ["Found", "read_scene"]

_MARGIN: Final = 1.0  # a second candidate this near is as good
_SORTS: Final[dict[str, Sort]] = {
    "name": "place", "direction": "place", "admin": "place", "quarter": "place", "street": "street",
    "venue": "venue", "feature": "feature", "adjective": "demonym", "demonym": "demonym", "language": "language",
}  # fmt: skip


class Found:
    """A mention with what was decided of it; a `Toponym` is made from it when someone asks for one."""

    __slots__ = (
        "ambiguous",
        "end",
        "how",
        "inexact",
        "ranked",
        "row",
        "sense",
        "sense_score",
        "sort",
        "span",
        "stands_for",
        "start",
        "state",
        "text",
    )

    def __init__(self, span: Span) -> None:
        self.span = span
        self.start, self.end, self.text = span.start, span.end, span.text
        self.row: int | None = None
        self.ranked: Sequence[tuple[float, int]] = ()
        self.how = "name"
        self.sort: Sort = _SORTS[span.sort]
        self.sense: Sense = "literal"
        self.sense_score = 0.0
        self.ambiguous = self.inexact = False
        self.stands_for: str | None = None
        self.state: str | None = None

    def reasons(self) -> tuple[str, ...]:
        """Say in words what decided."""
        table = weights("names")
        told = sorted({cue: table.get(cue, 0.0) for cue in self.span.cues}.items(), key=lambda item: -abs(item[1]))
        return (
            f"taken as a name with {self.span.score:+.1f}",
            *(f"{cue}: {weight:+.1f}" for cue, weight in told[:6] if weight),
            f"{self.sense} with {abs(self.sense_score):.1f}",
        )


def read_scene(text: str, *, home: str | None = None) -> list[Found]:
    """Find, place and judge every name of a text, in its order; nothing overlaps."""
    spans = find_spans(text)
    table = weights("names")
    base = table[""]
    for span in spans:
        span.score = base + sum([table.get(cue, 0.0) for cue in set(span.cues)])
    chosen = _choose(spans)
    return _place(chosen, _home(home) if home else None)


def _choose(spans: list[Span]) -> list[Span]:
    """Of spans that overlap, the one with the higher score; none below nought."""
    taken: list[Span] = []
    for span in sorted((s for s in spans if s.score > -0.3), key=lambda s: -s.score):
        if all(span.end <= other.start or span.start >= other.end for other in taken):
            taken.append(span)
    taken.sort(key=lambda span: span.start)
    return taken


@lru_cache(maxsize=1000)
def _home(home: str) -> Facts | None:
    """Where an outlet's town is; None where the atlas does not know it."""
    from dateline.atlas.gazetteer import find

    town, _, around = home.partition(",")
    found = find(town.strip(), (around.strip(),) if around else ())
    row = open_index().row_of(found[0].id) if found else None
    return None if row is None else facts(row)


def _anchors(chosen: list[Span]) -> list[Anchor]:
    """Give the places that the text names beyond doubt, with what each counts."""
    known: dict[tuple[str, int], tuple[float, int, Facts]] = {}
    for span in chosen:
        entry = span.entry
        if entry is None or span.sort != "name":
            continue
        place = facts(entry.rows[0])
        lead = entry.priors[0] - entry.priors[1] if len(entry.priors) > 1 else 9.0
        weight = 0.0
        if span.pin is not None and span.pin.entry is not None:
            outer = facts(span.pin.entry.rows[0])
            row = next((row for row in entry.rows if lies_in(facts(row), outer)), None)
            if row is not None:
                place, weight = facts(row), 1.0
        elif place.kind in {"country", "territory", "region"}:
            weight = 1.0 if lead > 1.5 else 0.5
        elif (place.kind == "city" and entry.priors[0] >= 5.5 and lead > 1) or (
            len(entry.rows) == 1 and not entry.word and (span.before in {"place", "of", "to"} or " " in span.text)
        ):
            weight = 0.6
        elif place.kind == "city" and entry.priors[0] >= 4.8:
            weight = 0.3
        if entry.types[0] == "code":
            weight *= 0.3
        if weight:
            key = (entry.norm, place.row)
            old = known.get(key, (0.0, 0, place))
            known[key] = (max(old[0], weight), old[1] + 1, place)
    return [Anchor(name, place, w * (1 + 0.3 * math.log(n))) for (name, _), (w, n, place) in known.items()]


def _place(chosen: list[Span], home: Facts | None) -> list[Found]:
    scene = Scene(_anchors(chosen), home)
    pins: dict[str, Facts] = {}
    for span in chosen:
        if span.pin is not None and span.pin.entry is not None and span.entry is not None:
            pins.setdefault(span.entry.norm, facts(span.pin.entry.rows[0]))
    ranked: dict[str, list[tuple[float, int]]] = {}
    found = [Found(span) for span in chosen]
    for one in found:
        entry = one.span.entry
        if entry is not None:
            if entry.norm not in ranked:
                ranked[entry.norm] = rank(entry, scene, pins.get(entry.norm))
            one.ranked = ranked[entry.norm]
            one.row = one.ranked[0][1]
            how = entry.types[entry.rows.index(one.row)]
            if one.span.sort == "name":
                one.how = how
                one.sort = _SORTS.get(how, "place")
            one.ambiguous = (
                len(one.ranked) > 1 and one.ranked[0][0] - one.ranked[1][0] < _MARGIN and _apart(*one.ranked[:2])
            )
            one.inexact = one.span.sort in {"street", "venue", "feature", "admin", "quarter"}
    _lend(found)
    for one in found:
        _judge(one)
    return found


def _apart(first: tuple[float, int], second: tuple[float, int]) -> bool:
    """Whether two candidates are different spots: a city and its county are not."""
    a, b = facts(first[1]), facts(second[1])
    return math.dist((a.x, a.y, a.z), (b.x, b.y, b.z)) * 6371 > 100


def _lend(found: list[Found]) -> None:
    """Place what the gazetteer does not hold at the town named nearest to it."""
    for _n, one in enumerate(found):
        if one.row is not None:
            continue
        near = min(
            (other for other in found if other.row is not None and not other.inexact and other.sort == "place"
             and facts(other.row).kind in {"city", "county", "region"}),
            key=lambda other: (abs(other.start - one.start) + (0 if facts(other.row or 0).kind == "city" else 300)),
            default=None,
        )  # fmt: skip
        if near is not None:
            one.row, one.ranked, one.inexact = near.row, near.ranked[:1], True


def _judge(one: Found) -> None:
    """Say whether the place itself is meant."""
    place = None if one.row is None else facts(one.row)
    table = weights("sense")
    score = table[""] + sum([table.get(cue, 0.0) for cue in sense_cues(one.span, one.how)])
    one.sense_score = score
    if place is not None and len(place.countries) == 1:
        one.state = place.countries[0]
    if score < 0 or one.sort in {"demonym", "language"}:
        one.sense = "associative"
        one.stands_for = stands_for(one.span, one.how, place)
