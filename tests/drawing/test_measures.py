"""The article's figures beside ours on the page: with definitions, without a verdict."""

from __future__ import annotations

from dataclasses import replace

from dateline.drawing.page import draw
from dateline.story import file
from dateline.story.model import Measure, Measured, Quantity


def test_a_story_s_measures_stand_on_its_page_with_their_definitions(grain):
    at = grain.text.index("Strait of Sicily")
    claim = Measure(
        "m1",
        "width",
        "Strait of Sicily",
        (at, at + 16),
        Quantity(90, unit="miles"),
        144.841,
        ("strait-of-sicily",),
        measured=(Measured(145.0, "narrowest, shore to shore"),),
    )
    page = draw(replace(grain, measures=(claim,))).html
    assert 'data-measure="m1"' in page
    assert f'data-evidence-at="{at}-{at + 16}">Strait of Sicily<' in page
    assert "measured: 145 km," in page
    assert "narrowest, shore to shore" in page
    assert "145 km" in page
    assert 'data-panel="measures"' not in draw(grain).html
    assert file.to_document(replace(grain, measures=(claim,)))["measures"][0]["measured"][0]["value"] == 145
