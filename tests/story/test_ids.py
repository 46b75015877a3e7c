"""Names within a story: each that leads nowhere is found where it stands in the file, and no other."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.story import file
from dateline.story.ids import dangling, did_you_mean, part_ids
from dateline.story.model import Correction, Event, Leg, Measure, Mention, Quantity, Statement, Step

GONE = "atlantis"


def event(**fields):
    return lambda story: replace(story, events=(*story.events, Event("e9", "flow", **fields)))


def leg(**fields):
    route = Event("e9", "route", legs=(Leg("e9a", "planned", **fields),))
    return lambda story: replace(story, events=(*story.events, route))


def last(name, record):
    return lambda story: replace(story, **{name: (*getattr(story, name), record)})


SAYS = (Statement(GONE, "Odesa", (21, 26)),)
BROKEN = {
    "from": event(from_=GONE),
    "to": event(to=GONE),
    "a stop": event(via=("malta", GONE)),
    "mover": event(mover=GONE),
    "actor": event(actor=GONE),
    "agent": event(agent=GONE),
    "place": event(place=GONE),
    "about": event(about=(GONE,)),
    "of": event(of=(GONE,)),
    "says": event(says=SAYS),
    "denies": event(denies=SAYS),
    "a leg's end": leg(to=GONE),
    "a leg's stop": leg(via=(GONE,)),
    "a leg's speaker": leg(says=SAYS),
    "another way for": leg(alternative_of=GONE),
    "a mention's place": last("mentions", Mention("Odesa", (21, 26), GONE, "literal")),
    "a mention's actor": last("mentions", Mention("Odesa", (21, 26), "odesa", "associative", stands_for=GONE)),
    "dateline": lambda story: replace(story, article=replace(story.article, dateline=GONE)),
    "a measure's place": last("measures", Measure("m1", "width", "Odesa", (21, 26), Quantity(1), 1, ("malta", GONE))),
    "a step's mark": last("steps", Step("a", "b", show=("e1", GONE))),
    "a step's focus": last("steps", Step("a", "b", focus=(GONE,))),
    "a correction": last("corrections", Correction(GONE, "a", "b", "c")),
}


def test_a_good_story_has_none(grain):
    assert dangling(grain) == ()


@pytest.mark.parametrize("name", BROKEN)
def test_a_name_that_leads_nowhere_is_found_where_it_stands(name, grain):
    """The path leads through the file's document to the value itself, and there is one for it."""
    story = BROKEN[name](grain)
    (fault,) = dangling(story)
    value = file.to_document(story)
    for step in fault.path:
        value = [value] if isinstance(step, int) and isinstance(value, str) else value
        value = value[step]
    assert value in (GONE, [GONE])
    assert repr(GONE) in fault.message
    assert "\n" not in fault.where + fault.message


def test_an_id_that_is_given_twice_is_told_at_both(grain):
    twice = replace(grain, events=(*grain.events, replace(grain.events[1], id="e1")))
    assert [fault.where for fault in dangling(twice)] == ["events[e1].id"] * 2
    route = Event("e9", "route", legs=(Leg("e1", "planned"),))
    assert len(dangling(replace(grain, events=(*grain.events, route)))) == 2


def test_nothing_is_about_itself_or_another_way_for_itself(grain):
    own = Event("e9", "denial", actor="owner", of=("e9",))
    (fault,) = dangling(replace(grain, events=(*grain.events, own)))
    assert "points at itself" in fault.message
    round_ = Event("e9", "route", legs=(Leg("e9a", "planned", alternative_of="e9a"),))
    assert len(dangling(replace(grain, events=(*grain.events, round_)))) == 1


def test_a_leg_is_no_other_way_for_a_leg_of_another_route(grain):
    other = Event("e9", "route", legs=(Leg("e9a", "planned", alternative_of="e3a"),))
    (fault,) = dangling(replace(grain, events=(*grain.events, other)))
    assert "e9" in fault.message


@given(st.sampled_from(["odesa", "tunisia", "valletta", "hurd-bank"]), st.data())
def test_a_slip_of_one_letter_is_answered_with_the_word(word, data):
    at = data.draw(st.integers(0, len(word) - 1))
    assert repr(word) in did_you_mean(word[:at] + word[at + 1 :], ["odesa", "tunisia", "valletta", "hurd-bank"])
    assert did_you_mean("zzzzzz", iter([word])) == ""


def test_what_is_drawn_for_an_id_is_a_mark(grain):
    """A route's id stands for its legs; every other for itself."""
    ids = part_ids(grain)
    assert ids["e3"] == ("e3a", "e3b")
    drawn = [part.id for one in grain.events for part in one.drawn]
    assert sorted({mark for marks in ids.values() for mark in marks}) == sorted(drawn)
    assert all(ids[mark] == (mark,) for mark in drawn)
