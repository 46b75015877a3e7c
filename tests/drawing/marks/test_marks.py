"""The record of a mark: who takes which stand, what the text leaves open, how wide it is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.drawing.geometry.shapes import shapes
from dateline.drawing.marks.marks import marks, shown_in, thread_numbers, widths
from dateline.drawing.page import draw
from dateline.drawing.style.encodings import THREAD_COLOURS
from dateline.drawing.style.words import words
from dateline.story.model import Actor, Event, Leg, Quantity, Step, When
from tests.drawing.small import ACTORS, flow, marks_of, said, says, story

TEXT = "The guild said corn went to Chad. Peru denied it. Chad claims the bank. The guild contests that."


def stands(mark):
    return [(claim.stance, claim.who) for claim in mark.claims]


def test_the_article_states_what_nobody_is_named_for_and_an_editor_what_it_does_not_say():
    stated, own = marks_of(flow(evidence=(said("corn went to Chad", 15),)), flow("e2", basis="editor"), text=TEXT)
    assert stands(stated) == [("states", "article")]
    assert stands(own) == [("states", "editor")]
    assert "whole" in own.ours
    assert "whole" not in stated.ours


def test_who_says_stands_before_who_denies():
    """With the words that each is in; what is said goes along where it stands apart."""
    speaks, denies = says("guild", "The guild said", 0), says("peru", "Peru denied it", 34)
    (mark,) = marks_of(flow(says=(speaks,), denies=(denies,), evidence=(said("corn went to Chad", 15),)), text=TEXT)
    assert stands(mark) == [("says", "guild"), ("denies", "peru")]
    assert [one.quote for one in mark.claims[0].said] == ["corn went to Chad"]
    assert mark.spans() == ((0, 14), (15, 32), (34, 48))


def test_who_would_not_confirm_declines():
    (mark,) = marks_of(flow(status="unconfirmed", says=(says("guild", "The guild said", 0),)), text=TEXT)
    assert stands(mark) == [("declines", "guild")]
    assert mark.badge == "unconfirmed"


def test_a_denial_stands_with_each_mark_that_it_is_of_once():
    denial = Event("d1", "denial", actor="peru", of=("e1",), status="asserted", evidence=(said("Peru denied it", 34),))
    (one, other, *_) = marks_of(flow("e1"), flow("e2"), denial, text=TEXT)
    assert ("denies", "peru") in stands(one)
    assert ("denies", "peru") not in stands(other)
    twice = flow("e1", denies=(says("peru", "Peru denied it", 34),))
    assert stands(marks_of(twice, denial, text=TEXT)[0]).count(("denies", "peru")) == 1
    rejected = replace(denial, review="rejected")
    assert ("denies", "peru") not in stands(marks_of(flow("e1"), rejected, text=TEXT)[0])


def test_both_sides_of_a_claim_stand_with_it():
    claim = Event("c1", "claim", actor="chad-government", about=("bank",), status="asserted",
                  evidence=(said("Chad claims the bank", 50),))  # fmt: skip
    against = Event("c2", "claim", actor="guild", about=("c1",), claim="contests", status="asserted",
                    evidence=(said("The guild contests that", 72),))  # fmt: skip
    made = {mark.id: stands(mark) for mark in marks_of(claim, against, text=TEXT)}
    assert made["c1"] == [("claims", "chad-government"), ("contests", "guild")]


@pytest.mark.parametrize(
    ("event", "open_"),
    [
        pytest.param(flow(), {"amount", "date"}, id="two ends"),
        pytest.param(flow(to=None), {"recipient", "amount", "date"}, id="nobody receives"),
        pytest.param(flow(from_=None), {"route", "amount", "date"}, id="nobody sends"),
        pytest.param(flow(quantity=Quantity(3), when=When("in May")), set(), id="all is said"),
        pytest.param(Event("e1", "presence", place="lima", status="asserted"), {"date"}, id="a presence"),
        pytest.param(Event("e1", "claim", about=("bank",), status="asserted"), set(), id="a claim has no date"),
        pytest.param(
            Event("e1", "route", mover="tug", legs=(Leg("e1a", "planned", "lima", "suva"),)), {"date"}, id="ports"
        ),
        pytest.param(
            Event("e1", "route", legs=(Leg("e1a", "planned", "lima"),)), {"route", "date"}, id="a way with no end"
        ),
    ],
)
def test_what_the_text_leaves_open_is_told(event, open_):
    (mark,) = marks_of(event)
    assert set(mark.silences) == open_


@pytest.mark.parametrize(
    ("start", "end", "open_"),
    [("lima", "chad", ""), ("lima", None, "to"), (None, "chad", "from")],
)
def test_the_end_that_is_open_is_the_one_that_is_not_said(start, end, open_):
    (mark,) = marks_of(flow(from_=start, to=end))
    assert mark.open_end == open_


def test_a_mark_without_a_place_says_why_it_is_not_drawn():
    made = marks_of(flow(from_="nowhere", to=None), flow("e2"))
    assert [mark.drawn for mark in made] == [False, True]
    assert made[0].why_not


@pytest.mark.parametrize(
    ("when", "lane"),
    [
        pytest.param(None, "open", id="no time"),
        pytest.param(When("last week"), "relative", id="words"),
        pytest.param(When("in May 2020", start="2020-05-01", end="2020-05-31"), "dated", id="dates"),
        pytest.param(When("by May", end="2020-05-31", open="start"), "dated", id="an end alone"),
    ],
)
def test_a_time_stands_in_its_lane(when, lane):
    (mark,) = marks_of(flow(when=when))
    assert mark.lane == lane
    assert (mark.when_start is not None) == (lane == "dated")


amounts = st.lists(st.tuples(st.sampled_from(["tonnes", "crates"]), st.floats(0, 1e9)), max_size=6)


@given(amounts)
def test_widths_compare_amounts_of_one_unit_and_nothing_else(amounts):
    """A unit of one mark has the plain width; of several the largest is 8 px, the area of the others in proportion."""
    events = [flow(f"e{n}", quantity=Quantity(value, unit=unit)) for n, (unit, value) in enumerate(amounts)]
    found = widths(marks_of(*events))
    for unit in ("tonnes", "crates"):
        of = {f"e{n}": value for n, (other, value) in enumerate(amounts) if other == unit}
        if len(of) == 1:
            assert found[next(iter(of))] == 4.0
        elif of and max(of.values()) > 0:
            for key, value in of.items():
                assert found[key] == pytest.approx(max(2.0, 8 * (value / max(of.values())) ** 0.5), abs=0.01)


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)), min_size=1, max_size=6))
def test_the_words_of_a_ledger_are_joined_where_they_overlap(spans):
    """Every letter of the evidence is in one span, and no two spans share one."""
    text = "x" * 90
    (mark,) = marks_of(flow(evidence=tuple(said(text[:size], at) for at, size in spans)), text=text)
    letters = [n for start, end in mark.spans() for n in range(start, end)]
    assert letters == sorted({n for at, size in spans for n in range(at, at + size)})


def test_the_number_of_those_who_move_makes_no_line_wider():
    """Two ships are two wherever they are: that is their name, not an amount that passes."""
    text = "Two tankers left Lima. They lie off Lima."
    count = Quantity(2, unit="tankers", at=(0, 11))
    told = story(
        *(Event(f"e{n}", "presence", actor="two", place="lima", status="asserted", quantity=count) for n in range(2)),
        text=text,
    )
    told = replace(told, actors=ACTORS | {"two": Actor("Two tankers", "vessels", count=2)})
    assert "data-legend-width" not in draw(told).html
    assert {mark.amount for mark in marks(told, shapes(told), words("en"))} == {None}


def test_a_step_shows_its_marks_and_a_route_stands_for_its_legs():
    legs = (Leg("r1a", "planned", "lima", "suva"), Leg("r1b", "planned", "suva", "lima"))
    made = marks_of(flow("e1"), Event("r1", "route", legs=legs), flow("e2", from_="nowhere", to=None))
    assert shown_in(Step("", "", show=("r1",)), made) == ["r1a", "r1b"]
    assert shown_in(Step("", "", show=("r1b", "e1")), made) == ["e1", "r1b"]
    assert shown_in(Step("", "", show=("e2",)), made) == []  # it is not on the map


@given(st.lists(st.sampled_from([None, *"abcdefgh"]), min_size=1, max_size=12))
def test_story_lines_are_numbered_as_they_appear_and_the_last_colour_is_shared(threads):
    numbers = thread_numbers(marks_of(*(flow(f"e{n}", thread=thread) for n, thread in enumerate(threads))))
    assert list(numbers) == list(dict.fromkeys(threads))
    assert list(numbers.values()) == [min(n, len(THREAD_COLOURS) - 1) for n in range(len(numbers))]


@pytest.mark.parametrize(
    ("lang", "said"),
    [("en", "no position is known for Nowhere"), ("de", "für Nowhere ist keine Position bekannt")],
)
def test_why_a_mark_is_not_on_the_map_is_told_in_the_page_s_language(lang, said):
    (mark,) = marks_of(flow(from_="nowhere", to=None), lang=lang)
    assert mark.why_not == said


def test_an_amount_that_a_marks_name_holds_is_not_said_beside_it_again():
    """No "[at least 40] crates" beside "at least 40 crates used in Chad"."""
    text = "At least 40 crates of flares were used in Chad."
    amount = Quantity(40, bound="at-least", unit="crates", at=(0, 11))
    use = Event("e1", "use", status="asserted", place="chad", goods="At least 40 crates of flares", quantity=amount)
    (said,), (other,) = (marks_of(one, text=text) for one in (use, replace(use, goods="flares")))
    assert said.amount == other.amount == "[At least 40] crates"
    assert (said.amount_beside, other.amount_beside) == (None, other.amount)


def test_an_amount_that_goes_to_several_is_told_as_that_of_all():
    """Nobody says how much each gets, and no line is said to carry it all."""
    text = "Peru sent 40 crates of flares to Chad and Norway."
    amount = Quantity(40, unit="crates", at=(10, 19))
    event = flow(from_="peru", to="chad", also_to=("norway",), goods="40 crates of flares", quantity=amount)
    one, other = marks_of(event, text=text)
    assert {one.amount, other.amount} == {"40 crates in all"}
    assert one.what != other.what
    assert not one.what.startswith("40")
    assert (one.to, other.to) == ("chad", "norway")
    assert all(mark.told_in(Step("", "", show=("e1",))) for mark in (one, other))
