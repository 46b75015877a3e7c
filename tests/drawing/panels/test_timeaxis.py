"""The axis of dated marks: few ticks, in order, around all that is dated; nothing made up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.drawing.geometry.shapes import shapes
from dateline.drawing.marks.marks import marks
from dateline.drawing.panels.timeaxis import axis, days_of
from dateline.drawing.style.words import words
from dateline.story.model import Article, Event, Place, Story, When


def _dated(times):
    """One mark for each time, in their order."""
    places = {"lima": Place("Lima", "city", lon=-77.03, lat=-12.05)}
    events = tuple(
        Event(f"e{n}", "presence", place="lima", status="asserted", when=when) for n, when in enumerate(times)
    )
    story = Story(Article(), places, events=events)
    return marks(story, shapes(story), words("en"))


ONE = _dated([When("then", start="2024-03-04")])[0]
days = st.dates(date(2, 1, 1), date(9000, 12, 31))


@given(st.lists(st.tuples(days, st.integers(0, 400)), min_size=1, max_size=30), st.one_of(st.none(), days))
def test_all_that_is_dated_lies_between_few_ticks_and_no_two_dots_cover_each_other(spans, published):
    """Two to six ticks that go up from 0 to 100; items within; those of one row apart."""
    made = [
        replace(ONE, when_start=str(first), when_end=str(first + timedelta(long)), when_open=None)
        for first, long in spans
        if first.year < 8990
    ]
    found = axis(made, words("en"), published=str(published) if published else None)
    if not made:
        assert found is None
        return
    shares = [tick.at for tick in found.ticks]
    assert 2 <= len(shares) <= 6
    assert shares[0] == 0
    assert shares[-1] == 100
    assert all(one < other for one, other in pairwise(shares))
    assert [item.n for item in found.items] == list(range(1, len(made) + 1))
    assert all(0 <= item.start <= item.end <= 100 for item in found.items)
    for one, other in combinations(found.items, 2):
        if one.row == other.row:
            first, second = sorted((one, other), key=lambda item: item.start)
            assert second.start - max(first.start, first.end) >= 0 or second.start - first.start > 2.5


@pytest.mark.parametrize(
    ("low", "high", "labels", "years"),
    [
        ("2024-05-02", "2024-05-04", ["2 May", "3 May", "4 May"], ["2024", "", ""]),
        ("2023-11-20", "2024-02-10", ["Nov", "Dec", "Jan", "Feb", "Mar"], ["2023", "", "2024", "", ""]),
        ("2019", "2022", ["2019", "2020", "2021", "2022", "2023"], ["", "", "", "", ""]),
    ],
)
def test_ticks_are_days_months_or_years_as_the_span_wants_it(low, high, labels, years):
    """A year stands below where it changes."""
    found = axis(_dated([When("a", start=low), When("b", start=high)]), words("en"))
    assert [tick.label for tick in found.ticks] == labels
    assert [tick.year for tick in found.ticks] == years


def test_a_month_without_a_day_is_as_long_as_it_is_and_an_open_end_is_open():
    """No day is made up for it."""
    month, since, by = axis(
        _dated(
            [
                When("in February", start="2024-02"),
                When("since 4 May", start="2024-05-04", open="end"),
                When("by 6 May", end="2024-05-06", open="start"),
            ]
        ),
        words("en"),
    ).items
    assert month.end > month.start
    assert (since.open, since.start) == ("end", since.end)
    assert (by.open, by.start) == ("start", by.end)


@pytest.mark.parametrize("said", [None, "", "soon", "2024-13", "2023-02-29", "0001-01-01", "9999"])
def test_what_no_calendar_has_is_no_date(said):
    """Nor is what ticks could not stand around."""
    assert days_of(said) is None


def test_the_article_s_own_date_is_on_the_axis_unless_it_would_squeeze_the_rest():
    """A story of 1912 told in 2024 keeps to 1912."""
    dated = _dated([When("then", start="2024-03-04"), When("later", start="2024-03-09")])
    assert axis(dated, words("en"), published="2024-03-12").published is not None
    assert axis(dated, words("en"), published="1912-03-12").published is None
    assert axis([], words("en"), published="2024-03-12") is None
