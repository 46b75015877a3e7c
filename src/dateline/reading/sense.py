"""Sense: whether a name means the place itself or what stands for it there - a government, people, a team."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.atlas.index import open_index

if TYPE_CHECKING:
    from dateline.reading.names import Span
    from dateline.reading.resolve import Facts

__all__ = ["sense_cues", "stands_for"]


def sense_cues(span: Span, how: str) -> list[str]:
    """Give the cues for the literal and against it, by name."""
    after = span.after
    before = span.before
    return [
        f"before {before}",
        f"after {after}",
        f"before {before}, after {_coarse(after)}",
        f"named as {how}",
        f"named as {how}, after {_coarse(after)}",
        f"a {span.sort}",
        *(
            cue
            for cue in span.cues
            if cue.startswith(("two before:", "after 's:", "head ", "begins a", "ends a", "inside a"))
        ),
    ]


def _coarse(after: str) -> str:
    if after.startswith("comma"):
        return "comma"
    if after.startswith(("glued", "end")):
        return "mark"
    return after


def stands_for(span: Span, how: str, place: Facts | None) -> str:
    """What an associative mention stands for."""
    if how == "language":
        return "language"
    after = span.after
    if after in {"office", "Cap-office"}:
        return "government"
    if after == "Cap-team" or span.after_word.lower().rstrip(".,") in {"team", "players", "fans", "coach", "striker"}:
        return "team"
    if after in {"Cap-company", "Cap-venue"}:
        return "organisation"
    if how == "demonym":
        return "people"
    if how == "adjective":
        return "government" if after in {"said", "verb"} else "people"
    if after == "people":
        return "people"
    if place is not None and place.kind == "city" and open_index().seat(place.row) < 2:
        return "people"
    return "government"
