import math
import xml.etree.ElementTree as ET
from collections import Counter
from dataclasses import replace
from itertools import combinations, pairwise
from pathlib import Path

import pytest
import shapely

import dateline
from dateline.drawing.marks.telling import telling
from dateline.drawing.stills.sketch import closest_step, sketch
from dateline.drawing.stills.static import static_svg
from dateline.drawing.style.encodings import OURS, STROKES

STORIES = Path(__file__).parents[2] / "stories"
NAMES = ("frigates", "doses", "pacific", "forty", "hostile")
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def told():
    return {name: telling(dateline.load(STORIES / f"{name}.yaml")) for name in (*NAMES, "council")}


def picture(told, **options):
    """A story's sketch, its words reckoned at half their size each."""
    return sketch(told, size=(960, 600), measure=lambda words, size: len(words) * size * 0.5, **options)


@pytest.mark.parametrize("name", NAMES)
def test_both_still_maps_are_small_well_formed_and_titled(told, name):
    """Their budget is 90 kB together; hostile words do not break the markup."""
    svgs = [svg for which in ("overview", "detail") if (svg := static_svg(told[name], which=which))]
    assert svgs
    assert sum(len(svg.encode()) for svg in svgs) <= 90_000
    for svg in svgs:
        root = ET.fromstring("".join(c for c in svg if c.isprintable() or c.isspace()))  # noqa: S314  # our own text
        assert root.find(f"{SVG}title").text
        assert not root.findall(f".//{SVG}image")
        assert "http" not in svg.removeprefix('<svg xmlns="http://www.w3.org/2000/svg"')


@pytest.mark.parametrize("name", NAMES)
def test_every_mark_that_is_not_denied_is_on_the_overview_in_the_dash_of_its_status(told, name):
    """The one table of strokes rules here too."""
    root = ET.fromstring(  # noqa: S314  # our own text
        "".join(c for c in static_svg(told[name]) if c.isprintable() or c.isspace())
    )
    dashes = {}
    for path in root.iter(f"{SVG}path"):
        if "data-of" in path.attrib and path.get("data-part") is None:
            dashes[path.get("data-of")] = path.get("stroke-dasharray")
        elif path.get("data-part") == "unsaid":
            assert path.get("stroke-dasharray") == " ".join(map(str, OURS.dash))
    marks = {mark.id: mark for mark in told[name].on_map if mark.status != "denied"}
    assert set(dashes) == set(marks)
    for key, dash in dashes.items():
        expected = "" if marks[key].kind == "claim" else " ".join(map(str, STROKES[marks[key].status].dash))
        assert (dash or "") == expected


def test_no_place_no_picture(told):
    """A story without places has no still map."""
    assert static_svg(told["council"]) is None
    assert static_svg(told["council"], which="detail") is None


@pytest.mark.parametrize("name", NAMES)
def test_words_stand_whole_inside_and_never_over_each_other(told, name):
    """Also those that must be seen."""
    drawn = picture(told[name])
    boxes = [shapely.box(*word.box) for word in drawn.words]
    assert boxes
    assert all(shapely.box(0, 0, 960, 600).contains(box) for box in boxes)
    assert not [1 for one, other in combinations(boxes, 2) if one.intersects(other)]
    names = {word.lines[0] for word in drawn.words}
    must = [key for key in told[name].steps[0].focus if key in told[name].shapes.nodes]
    missing = [key for key in must if told[name].names.party(key) not in names]
    assert not missing or name == "forty"  # there, some names find no room


@pytest.mark.parametrize("name", NAMES)
def test_a_head_points_where_its_line_ends(told, name):
    """The tip lies at the edge of the end's node: within 12 px of it, or of the line's own end."""
    drawn = picture(told[name])
    shapes = told[name].shapes
    for one in drawn.marks:
        if one.head is None or shapes.marks[one.mark].geometry.geom_type == "Point":
            continue
        last = shapely.get_parts(drawn.view.project(shapes.marks[one.mark].geometry))[-1].coords[-1]
        assert math.dist(one.head[0], last) <= 12


def test_hatching_of_a_claim_on_water_touches_no_land(told):
    """Whoever claims a strait claims no coast."""
    drawn = picture(told["frigates"])
    lines = [shapely.LineString(part) for one in drawn.marks if one.sort == "area" for part in one.parts]
    assert lines
    assert not [line for line in lines if line.intersects(drawn.land)]


def test_a_line_over_the_antimeridian_is_one_line_without_a_jump(told):
    """No step of it is as wide as half the picture."""
    drawn = picture(told["pacific"])
    for one in drawn.marks:
        assert len(one.parts) == 1
        for (x, _), (x2, _) in pairwise(one.parts[0]):
            assert abs(x2 - x) < 480


def test_the_detail_is_a_step_closer_than_the_whole(told):
    """Its picture has more pixels to a degree."""
    step = closest_step(told["frigates"])
    assert step is not None
    assert picture(told["frigates"], step=step).view.scale > picture(told["frigates"]).view.scale


def test_a_story_told_in_one_step_has_no_detail(told):
    """There is no closer look to give."""
    one = replace(told["doses"], steps=told["doses"].steps[:1])
    assert static_svg(one, which="detail") is None


def test_still_maps_are_the_same_bytes_twice(told):
    """Nothing in them depends on when or in which order they are made."""
    svgs = Counter(static_svg(told["frigates"]) for _ in range(2))
    assert len(svgs) == 1
