"""Drafting again loses nothing that a person did."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.story.model import Event, Evidence, Place, Step
from dateline.story.redraft import redraft


def edited(story, n, **changes):
    events = list(story.events)
    events[n] = replace(events[n], **changes)
    return replace(story, events=tuple(events))


@pytest.fixture
def fresh(grain):
    """The same article, drafted without a person's hand: other ids, no steps, no corrections."""
    events = tuple(replace(event, id=f"x{event.id}") for event in grain.events if event.kind != "claim")
    legs = tuple(replace(leg, id=f"x{leg.id}", alternative_of=leg.alternative_of and "xe3a") for leg in events[2].legs)
    return replace(grain, events=(*events[:2], replace(events[2], legs=legs)), steps=(), corrections=())


@pytest.mark.parametrize("review", ["accepted", "edited", "rejected"])
def test_what_a_person_judged_stays_and_is_not_drafted_twice(grain, fresh, review):
    """The editor's version of an event takes the place of the draft's."""
    old = edited(grain, 0, review=review, goods="barley, in sacks")
    story = redraft(fresh, old)
    flows = [event for event in story.events if event.kind == "flow"]
    assert flows == [old.events[0]]


def test_what_a_person_added_stays(grain, fresh):
    """An event of the editor's own survives, with the places it needs."""
    own = Event(id="e7", kind="presence", place="rome", status="asserted", basis="editor", review="added")
    old = replace(
        grain,
        events=(*grain.events, own),
        places=grain.places | {"rome": Place(name="Rome", kind="city", lon=12.5, lat=41.9, review="added")},
    )
    story = redraft(fresh, old)
    assert own in story.events
    assert story.places["rome"].review == "added"


def test_untouched_events_come_from_the_new_draft_under_their_old_ids(grain, fresh):
    """A better reading replaces an unreviewed one; links to it by id keep working."""
    better = edited(fresh, 0, goods="malting barley")
    story = redraft(better, grain)
    assert (story.events[0].id, story.events[0].goods) == ("e1", "malting barley")
    route = next(event for event in story.events if event.kind == "route")
    assert [leg.id for leg in route.legs] == ["e3a", "e3b"]
    assert route.legs[1].alternative_of == "e3a"


def test_a_persons_steps_and_corrections_stay(grain, fresh):
    """Hand-written steps are kept; made ones are made anew."""
    story = redraft(fresh, grain)
    assert [step.title for step in story.steps] == [step.title for step in grain.steps]
    assert story.corrections == grain.corrections
    made = replace(grain, steps=())
    assert redraft(fresh, made).steps[0].title == grain.article.title


def test_a_step_never_shows_what_is_gone(grain, fresh):
    """An event that the new draft no longer has leaves the steps."""
    told = replace(grain, steps=(Step(title="Bank", text="Both claim it.", show=("e4", "e1"), focus=("hurd-bank",)),))
    assert redraft(fresh, told).steps[0].show == ("e1",)


def test_quotes_follow_a_text_that_changed(grain, fresh):
    """A sentence put in front moves the offsets; the accepted event's quote is found again."""
    front = "An update was added. "
    text = front + fresh.text
    moved = replace(
        fresh,
        text=text,
        events=tuple(
            replace(event, evidence=tuple(_shifted(e, len(front)) for e in event.evidence)) for event in fresh.events
        ),
    )
    story = redraft(moved, edited(grain, 0, review="accepted"))
    flow = next(event for event in story.events if event.kind == "flow")
    assert flow.review == "accepted"
    for evidence in (*flow.evidence, *flow.says, *flow.denies):
        assert text[evidence.at[0] : evidence.at[1]] == evidence.quote


def _shifted(evidence: Evidence, by: int) -> Evidence:
    return replace(evidence, at=(evidence.at[0] + by, evidence.at[1] + by))


def test_redrafting_twice_changes_nothing_more(grain, fresh):
    """The second run finds what the first one left."""
    once = redraft(fresh, edited(grain, 0, review="edited"))
    assert redraft(fresh, once) == once
