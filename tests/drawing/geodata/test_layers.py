"""The layers: every drawn mark is one row, nothing crosses 180 degrees, and what is left out says why."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely import LineString, Point

from dateline.drawing.geodata.layers import EVIDENCE_COLUMNS, LAYERS, PLACE_COLUMNS, layers, marks, within_180
from dateline.drawing.geometry.shapes import shapes
from dateline.drawing.marks.rows import COLUMNS
from dateline.story import file
from dateline.story.model import Article, Event, Place, Story

STORIES = Path(__file__).parents[2] / "stories"
NAMES = ["grain", "doses", "pacific", "council", "frigates", "hostile"]
MARK_LAYERS = ("flows", "routes", "points", "claims")


@pytest.fixture(scope="module", params=NAMES)
def told(request):
    """A story and its layers."""
    story = file.load(STORIES / f"{request.param}.yaml")
    return story, layers(story)


def test_every_drawn_mark_is_one_row_of_one_layer(told):
    story, found = told
    ids = [id_ for name in MARK_LAYERS for id_ in found[name]["id"]]
    drawn = [key for key, shape in shapes(story).marks.items() if shape.geometry is not None]
    assert sorted(ids) == sorted(drawn)
    assert list(marks(story)["id"]) == drawn


def test_what_is_not_drawn_says_why(told):
    story, found = told
    left_out = {key for key, shape in shapes(story).marks.items() if shape.geometry is None}
    assert set(found["unmapped"]["id"]) == left_out
    assert found["unmapped"]["note"].notna().all()


def test_a_leg_keeps_its_own_status(told):
    story, found = told
    legs = {leg.id: leg.status for event in story.events if event.review != "rejected" for leg in event.legs}
    routes = dict(zip(found["routes"]["id"], found["routes"]["status"], strict=True))
    assert routes.items() <= legs.items()


def test_every_layer_is_in_degrees_within_180_with_its_documented_columns(told):
    _, found = told
    assert list(found) == list(LAYERS)
    for frame in found.values():
        assert frame.crs.to_epsg() == 4326
        if frame.geometry.notna().any():
            west, _, east, _ = frame.total_bounds
            assert west >= -180
            assert east <= 180
    for names, columns in (
        ((*MARK_LAYERS, "unmapped"), COLUMNS),
        (("places", "areas"), PLACE_COLUMNS),
        (("evidence",), EVIDENCE_COLUMNS),
    ):
        for name in names:
            assert list(found[name].columns) == [*columns, "geometry"]


def test_a_column_has_one_type_whether_or_not_there_are_rows(told):
    _, found = told
    empty = layers(Story(Article()))
    for name, frame in found.items():
        assert frame.dtypes.astype(str).to_dict() == empty[name].dtypes.astype(str).to_dict()


def test_every_quote_of_the_evidence_equals_its_slice(told):
    story, found = told
    for row in found["evidence"].itertuples():
        assert story.text[row.at_start : row.at_end] == row.quote


def test_who_denies_what_is_in_the_evidence(grain):
    evidence = layers(grain)["evidence"]
    denials = evidence[evidence["stance"] == "denies"]
    wanted = {
        (part.id, entry.who) for event in grain.events for part in event.drawn for entry in part.denies or event.denies
    }
    assert set(zip(denials["id"], denials["who"], strict=True)) == wanted != set()


def test_a_place_lists_the_marks_that_end_there():
    places = {
        "lima": Place("Lima", "city", lon=-77.03, lat=-12.05),
        "suva": Place("Suva", "city", lon=178.44, lat=-18.14),
    }
    events = tuple(
        Event(f"e{n}", "flow", from_=a, to=b, status="asserted")
        for n, (a, b) in enumerate([("lima", "suva"), ("suva", "lima")])
    )
    found = layers(Story(Article(), places, events=events))["places"]
    assert found.set_index("id")["marks"].to_dict() == {"lima": "e0 e1", "suva": "e0 e1"}


def test_layers_of_the_same_story_are_the_same(grain):
    one, two = layers(grain), layers(grain)
    assert all(one[name].equals(two[name]) for name in LAYERS)


degrees = st.floats(-180, 180, allow_subnormal=False)
latitudes = st.floats(-80, 80, allow_subnormal=False)


@given(st.lists(st.tuples(degrees, latitudes), min_size=2, max_size=8, unique=True), st.integers(-2, 2))
def test_a_line_moved_by_whole_turns_and_brought_back_lies_within_180(points, turns):
    """No part is lost: the pieces are as long as the line."""
    line = LineString([(lon + 360 * turns, lat) for lon, lat in points])
    steps = [abs(b[0] - a[0]) for a, b in pairwise(points)]
    back = within_180(line)
    west, _, east, _ = back.bounds
    assert -180 <= west <= east <= 180
    if max(steps) < 180:
        assert back.length == pytest.approx(line.length, abs=1e-6)


@given(st.floats(-720, 720), latitudes)
def test_a_point_brought_back_is_the_same_meridian(lon, lat):
    point = within_180(Point(lon, lat))
    assert -180 <= point.x <= 180
    assert (point.x - lon) % 360 == pytest.approx(0, abs=1e-9) or (point.x - lon) % 360 == pytest.approx(360)
