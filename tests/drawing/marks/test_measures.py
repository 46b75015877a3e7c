"""The article's figures beside ours on the page: with definitions, without a verdict."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline import atlas
from dateline.drawing.marks.definitions import definition, remark
from dateline.drawing.marks.telling import telling
from dateline.drawing.page import draw
from dateline.story import file
from dateline.story.measuring import measured
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


ENDS = ("tunis", "odesa")


def claimed(grain, kind, of, by=None):
    strait = replace(grain.places["strait-of-sicily"], atlas=atlas.find("Strait of Sicily")[0].id)
    grain = replace(grain, places={**grain.places, "strait-of-sicily": strait})
    return measured(
        replace(grain, measures=(Measure("m1", kind, grain.text[:5], (0, 5), Quantity(1, unit="km"), 1, of, by=by),))
    )


@pytest.mark.parametrize("lang", ["en", "de"])
@pytest.mark.parametrize(
    ("kind", "of", "by"),
    [
        ("width", ("strait-of-sicily",), None),
        ("distance", ENDS, None),
        ("route", ENDS, "sea"),
        ("route", (ENDS[0], "strait-of-sicily", ENDS[1]), "sea"),
        ("route", ENDS, "ground"),
        ("length", ("strait-of-sicily",), None),
        ("area", ("strait-of-sicily",), None),
    ],
)
def test_every_definition_has_words_in_the_page_s_language(grain, kind, of, by, lang):
    """In English they are the story's own; in another language none of the English is left."""
    told = telling(claimed(grain, kind, of, by), lang=lang)
    (claim,) = told.story.measures
    assert claim.measured
    for figure in claim.measured:
        said = definition(figure, claim, told)
        assert (said == figure.how) == (lang == "en")
    unknown = telling(claimed(grain, "length", ("hurd-bank",)), lang=lang)
    assert ("no shape" in remark(unknown.story.measures[0], unknown)) == (lang == "en")
    if by == "ground":
        assert ("no roads" in remark(claim, told)) == (lang == "en")


def test_the_words_of_the_catalogue_are_those_of_the_story(grain):
    """One wording: what a story file says of a figure is what the English catalogue says."""
    for kind, of, by in (("width", ("strait-of-sicily",), None), ("route", ENDS, "sea"), ("distance", ENDS, None)):
        told = telling(claimed(grain, kind, of, by), lang="en")
        (claim,) = told.story.measures
        other = replace(told, words=replace(told.words, lang="xx"))
        for figure in claim.measured:
            assert definition(figure, claim, other) == figure.how


def test_an_editor_s_own_definition_stays_as_it_is(grain):
    claim = replace(claimed(grain, "area", ("strait-of-sicily",)).measures[0], measured=(Measured(7, "by my ruler"),))
    told = telling(replace(grain, measures=(claim,)), lang="de")
    assert definition(claim.measured[0], claim, told) == "by my ruler"
