"""The style table keeps its promises: contrast, and statuses that part without colour."""

from __future__ import annotations

import pytest

from dateline.drawing.style import encodings
from dateline.story.model import STATUSES


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_each_status_has_a_stroke_that_no_other_has():
    """Without colour a reader still tells them apart."""
    assert set(encodings.STROKES) == set(STATUSES)
    assert len(set(encodings.STROKES.values())) == len(STATUSES)


def test_only_what_is_asserted_is_solid():
    assert [status for status, stroke in encodings.STROKES.items() if not stroke.dash] == ["asserted"]


@pytest.mark.parametrize("ground", [encodings.LAND, encodings.SEA])
@pytest.mark.parametrize("colour", [*encodings.THREAD_COLOURS, encodings.OURS_COLOUR])
def test_lines_stand_out_from_land_and_sea(colour, ground):
    assert contrast(colour, ground) >= 3


@pytest.mark.parametrize("colour", [encodings.TEXT, encodings.WATER_TEXT])
def test_words_can_be_read_on_land_and_sea(colour):
    assert min(contrast(colour, encodings.LAND), contrast(colour, encodings.SEA)) >= 4.5


def test_more_story_lines_than_colours_share_the_last():
    colours = encodings.thread_colours(str(n) for n in range(9))
    assert len(set(colours.values())) == 5
    assert {colours[str(n)] for n in range(4, 9)} == {encodings.THREAD_COLOURS[-1]}


def test_width_follows_the_square_root_and_never_vanishes():
    assert encodings.width_px(100, 100) == 8
    assert encodings.width_px(50, 100) == pytest.approx(8 / 2**0.5)
    assert encodings.width_px(0, 100) == encodings.width_px(5, 0) == 2
