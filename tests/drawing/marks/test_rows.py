"""Rows of marks: every column is there, says what the mark says, and is no formula."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely import LineString, MultiPoint, Point, Polygon, box

from dateline.drawing.geometry.shapes import shapes
from dateline.drawing.marks.marks import marks
from dateline.drawing.marks.rows import COLUMNS, cells, csv_text, position, properties, rows, spreadsheet_safe, writable
from dateline.drawing.style.words import words
from dateline.story import file
from dateline.story.model import Quantity, When
from tests.drawing.small import flow, says, story

STORIES = Path(__file__).parents[2] / "stories"


@pytest.fixture(scope="module", params=["grain", "pacific", "frigates", "hostile"])
def told(request):
    """A story and its rows."""
    found = file.load(STORIES / f"{request.param}.yaml")
    return found, rows(found, shapes(found))


def test_there_is_a_row_for_every_mark_in_the_order_of_the_story(told):
    found, table = told
    assert [row.mark for row in table] == list(marks(found, shapes(found), words("en")))
    assert all(row.shape.mark == row.mark.id == row.part.id for row in table)


def test_a_row_has_every_column_and_nothing_else(told):
    """In the order of the documented columns, each value a word or a number; an empty one is None."""
    found, table = told
    for row in table:
        values = cells(row, found)
        assert list(values) == list(COLUMNS)
        assert all(value is None or (isinstance(value, str | int | float) and value != "") for value in values.values())


def test_the_evidence_of_a_row_is_the_text_at_its_offsets(told):
    found, table = told
    for row in table:
        values = cells(row, found)
        spans = [tuple(map(int, span.split("-"))) for span in (values["evidence"] or "").split()]
        assert " … ".join(found.text[start:end] for start, end in spans) == (values["quote"] or "")


def test_properties_are_the_cells_that_there_are_with_lists_as_lists(told):
    found, table = told
    for row in table:
        values, given_ = cells(row, found), properties(row, found)
        assert "id" not in given_
        assert {name for name, value in values.items() if value is not None} - {"id"} <= set(given_)
        assert [tuple(span) for span in given_["evidence"]] == [one.at for one in row.mark.evidence]


def test_what_is_said_stands_in_its_column():
    event = flow(
        goods="corn", quantity=Quantity(1200.0, bound="at-least", unit="tonnes"), status="alleged", thread="grain",
        when=When("in May 2020", start="2020-05-01", end="2020-05-31"),
        says=(says("guild", "The guild said", 0), says("guild", "it said", 20)),
        denies=(says("peru", "Peru denied it", 30),),
    )  # fmt: skip
    found = story(event, text="The guild said so … it said; Peru denied it all.")
    (row,) = rows(found, shapes(found))
    expected = {
        "id": "e1", "status": "alleged", "kind": "flow", "thread": "grain", "from": "lima", "from_name": "Lima",
        "to": "chad", "to_name": "Chad", "goods": "corn", "value": 1200, "bound": "at-least", "unit": "tonnes",
        "amount": "[at least 1,200] tonnes", "start": "2020-05-01", "end": "2020-05-31", "says": "the guild",
        "denies": "Peru", "precision": "country", "leg": None, "note": None,
    }  # fmt: skip
    values = cells(row, found)
    assert {name: values[name] for name in expected} == expected


@pytest.mark.parametrize(
    ("geometry", "lon", "lat"),
    [
        pytest.param(Point(-77.03, -12.05), -77.03, -12.05, id="a point"),
        pytest.param(Point(190, 5), -170.0, 5.0, id="a point past 180"),
        pytest.param(LineString([(170, 10), (200, 10)]), -175.0, 10.0, id="the middle of a line"),
        pytest.param(Point(-1e-9, -1e-9), 0.0, 0.0, id="no minus before nothing"),
        pytest.param(None, None, None, id="nothing"),
        pytest.param(Polygon(), None, None, id="an empty area"),
    ],
)
def test_a_mark_has_one_point(geometry, lon, lat):
    found = position(geometry)
    assert found == {"lon": lon, "lat": lat}
    assert str(found["lon"]) != "-0.0"


@given(st.floats(-300, 300), st.floats(-80, 70))
def test_the_point_of_an_area_lies_in_it_on_some_turn(west, south):
    """In a horseshoe the middle would lie outside."""
    shape = box(west, south, west + 9, south + 9) - box(west + 3, south + 3, west + 6, south + 9)
    found = position(shape)
    assert -180 <= found["lon"] <= 180
    assert any(shape.buffer(1e-5).covers(Point(found["lon"] + turn, found["lat"])) for turn in (-360, 0, 360))


def test_the_point_of_several_points_is_one_of_them():
    assert position(MultiPoint([(1, 2), (3, 4)])) in ({"lon": 1.0, "lat": 2.0}, {"lon": 3.0, "lat": 4.0})


@given(st.floats(allow_nan=False, allow_infinity=False) | st.integers())
def test_a_number_stays_a_number_in_a_table(number):
    written = spreadsheet_safe(number)
    assert written == number
    assert not isinstance(written, str)
    assert "." not in str(spreadsheet_safe(90000.0))


@given(st.text())
def test_words_are_kept_but_for_an_apostrophe_before_what_looks_like_a_formula(words_):
    """And what is written can be written."""
    safe = spreadsheet_safe(words_)
    kept = writable(words_).replace("\0", "\ufffd")
    assert safe in {kept, "'" + kept}
    assert safe == kept or not kept[:1].isalnum()
    writable(words_).encode()


@pytest.mark.parametrize("words_", ["=1+1", "-5 ships", "+1", "@now", " =1", "\t=1", "\tcorn", "\uff1d1", "\u200b=1"])
def test_what_a_spreadsheet_would_run_has_an_apostrophe(words_):
    assert spreadsheet_safe(words_).startswith("'")


@given(st.lists(st.dictionaries(st.sampled_from(["a", "b", "c"]), st.text(st.characters(codec="ascii"), max_size=9))))
def test_a_table_is_read_again_as_it_was(table):
    """With commas, quotation marks and line ends in its cells; a column that a row lacks is empty."""
    text = csv_text(table, ["a", "b", "c"])
    found = list(csv.DictReader(io.StringIO(text, newline="")))
    assert found == [{name: spreadsheet_safe(row.get(name)) for name in "abc"} for row in table]
    assert text.startswith("a,b,c\r\n")
