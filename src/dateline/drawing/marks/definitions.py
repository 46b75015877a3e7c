"""How a figure of ours was measured, in the words of the page's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.story.measuring import NO_SHAPE

if TYPE_CHECKING:
    from dateline.drawing.marks.telling import Telling
    from dateline.story.model import Measure, Measured

__all__ = ["definition", "remark"]


def definition(figure: Measured, claim: Measure, told: Telling, /) -> str:
    """Say how a figure was measured: an editor's own words as they are, ours in the page's language."""
    w = told.words
    if figure.method is None or w.lang == "en":  # the story has it in English
        return figure.how
    names = [told.names.party(key) or key for key in claim.of]
    method = figure.method
    if method == "straight" and len(names) > 2:
        return w("how.over", over=w.join(names[1:-1]))
    if method == "lanes" and figure.through:
        return w("how.lanes_through", one=names[0], other=names[-1], through=w.join(figure.through))
    if method in {"straight", "lanes"}:
        point = w(f"point.{figure.direction}") if figure.direction else ""
        return w(f"how.{method}", one=names[0], other=names[-1], point=point)
    return w(f"how.{method}")


def remark(claim: Measure, told: Telling, /) -> str | None:
    """Say what else there is to know about a claim that was measured, or why it could not be."""
    if claim.by == "ground" and claim.review == "auto":
        return told.words("measure_ground")
    if claim.note == NO_SHAPE:
        return told.words("measure_no_shape")
    return claim.note
