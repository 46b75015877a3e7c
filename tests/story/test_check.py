"""Each rule of the lint finds what it is for, and leaves a good story alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.story.check import RULES, check, is_publishable
from dateline.story.model import Article, Event, Evidence, Mention, Operator, Place, Quantity, Story


def with_event(story, n, **changes):
    events = list(story.events)
    events[n] = replace(events[n], **changes)
    return replace(story, events=tuple(events))


def with_leg(story, m, **changes):
    legs = list(story.events[2].legs)
    legs[m] = replace(legs[m], **changes)
    return with_event(story, 2, legs=tuple(legs))


BROKEN = {
    "text-unchanged": lambda s: replace(s, text=s.text + " "),
    "quote-matches": lambda s: with_event(s, 0, evidence=(Evidence("Ukraine has shipped", (60, 79)),)),
    "ids-resolve": lambda s: with_event(s, 0, to="atlantis"),
    "has-evidence": lambda s: with_event(s, 1, evidence=()),
    "place-in-text": lambda s: replace(
        with_event(s, 1, place="nauru"),
        places=s.places | {"nauru": replace(s.places["malta"], name="Nauru", countries=("NR",))},
    ),
    "solid-is-fact": lambda s: with_event(s, 0, status="asserted"),
    "alleged-has-speaker": lambda s: with_event(s, 0, says=()),
    "unconfirmed-has-party": lambda s: with_leg(s, 1, says=()),
    "legs-join": lambda s: with_leg(with_leg(s, 1, alternative_of=None), 1, from_="tunisia"),
    "end-on-capital": lambda s: with_event(s, 0, to="tunis"),
    "units-not-mixed": lambda s: with_event(s, 1, kind="flow", goods="steel", quantity=Quantity(4, unit="tonnes")),
    "denial-linked": lambda s: replace(
        s,
        events=(
            *s.events,
            Event(id="e9", kind="denial", actor="owner", status="asserted", evidence=s.events[0].evidence),
        ),
    ),
    "claim-two-sides": lambda s: replace(s, events=s.events[:4]),
}


def test_a_good_story_passes_every_rule(grain):
    """A complete reading has no finding."""
    assert check(grain) == ()


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_finds_what_it_is_for(rule, grain):
    """One thing is broken; the rule for it says so, with the place, and names no other rule's matter as a fault."""
    found = check(BROKEN[rule](grain))
    assert rule in {finding.rule for finding in found}
    finding = next(finding for finding in found if finding.rule == rule)
    assert finding.where
    assert "\n" not in finding.message


def test_every_rule_is_tried():
    """No rule stands in the table without a story that breaks it."""
    assert set(BROKEN) == set(RULES)


def test_what_was_rejected_is_not_judged(grain):
    """An editor who rejects an event has answered for it."""
    assert check(with_event(grain, 1, evidence=(), review="rejected")) == ()


def test_a_place_that_the_editor_added_may_be_drawn(grain):
    """The editor's own knowledge is marked, not forbidden."""
    broken = BROKEN["place-in-text"](grain)
    nauru = replace(broken.places["nauru"], review="added")
    assert check(replace(broken, places=broken.places | {"nauru": nauru})) == ()


def test_a_weaker_word_inside_a_weak_status_is_only_a_warning(grain):
    """Only what would be drawn solid is a fault; the rest wants an eye."""
    hedged = with_event(grain, 0, operators=(Operator("possible", "allegedly", (79, 88)),))
    at = grain.text.index("allegedly")
    hedged = with_event(hedged, 0, operators=(Operator("possible", "allegedly", (at, at + 9)),))
    assert [finding.level for finding in check(hedged)] == ["warning"]
    assert is_publishable(check(hedged))
    assert not is_publishable(check(with_event(grain, 0, status="asserted")))


def test_an_offset_outside_the_text_is_a_fault_not_an_error(grain):
    """Whatever the numbers are, the lint answers."""
    mention = Mention("x", (10**6, 10**6 + 1), None, "literal")
    assert "quote-matches" in {f.rule for f in check(replace(grain, mentions=(*grain.mentions, mention)))}


@pytest.mark.parametrize(("sense", "is_named"), [("associative", True), ("literal", False)])
def test_a_capital_that_speaks_for_its_government_names_the_country(sense, is_named):
    """Of "Tunis sent aid" the aid comes from Tunisia; where Tunis is but a town, nobody has named Tunisia."""
    text = "Tunis sent aid."
    places = {
        "tunis": Place("Tunis", kind="city", lon=10.17, lat=36.82, countries=("TN",)),
        "tunisia": Place("Tunisia", kind="country", lon=9.0, lat=34.0, countries=("TN",)),
    }
    story = Story(
        article=Article(),
        text=text,
        places=places,
        mentions=(Mention(text="Tunis", at=(0, 5), place="tunis", sense=sense),),
        events=(
            Event(
                id="e1",
                kind="flow",
                from_="tunisia",
                goods="aid",
                status="asserted",
                evidence=(Evidence(text, (0, 15)),),
            ),
        ),
    )
    assert ("place-in-text" not in {finding.rule for finding in check(story)}) == is_named
