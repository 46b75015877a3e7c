"""From finds to a story: who, how certain, how much, when, and which denial is of which event."""

import pytest

from dateline.reading.assemble import assemble
from dateline.reading.draft import draft
from dateline.reading.events.find import Find, Stretch
from dateline.reading.places.geoparse import geoparse
from dateline.reading.text.article import parse
from dateline.story.check import check
from dateline.story.ids import dangling

TEXT = (
    "A Maltese tanker left Lagos on Tuesday and is due to reach Lisbon on Friday, the harbour master said. "
    "Since 4 May Nigeria has allegedly shipped at least 30,000 tonnes of crude to Portugal. "
    "Lisbon denied the shipments. The crew would not have sailed to Madrid. The vessel may call at Dakar."
)
ARTICLE = parse(TEXT, published="2021-06-16")


def at(words, after=""):
    start = TEXT.index(words, TEXT.index(after))
    return start, start + len(words)


def sentence(n):
    return ARTICLE.sentences[n].start, ARTICLE.sentences[n].end


FINDS = (
    Find(
        kind="route",
        trigger=at("left"),
        evidence=sentence(0),
        roles={"mover": (at("A Maltese tanker"),)},
        legs=(
            Stretch(trigger=at("left"), from_=at("Lagos")),
            Stretch(trigger=at("reach"), to=at("Lisbon")),
        ),
        rule="motion",
    ),
    Find(
        kind="flow",
        trigger=at("shipped"),
        evidence=sentence(1),
        roles={"from": (at("Nigeria"),), "to": (at("Portugal"),), "goods": (at("crude"),)},
    ),
    Find(
        kind="route",
        trigger=at("sailed"),
        evidence=sentence(3),
        legs=(Stretch(trigger=at("sailed"), to=at("Madrid")),),
    ),
    Find(
        kind="presence",
        trigger=at("call"),
        evidence=sentence(4),
        roles={"actor": (at("The vessel"),), "place": (at("Dakar"),)},
    ),
)


@pytest.fixture(scope="module")
def story():
    return assemble(ARTICLE, FINDS, mentions=geoparse(ARTICLE))


def test_a_leg_keeps_its_own_status_time_and_source(story):
    """Left on Tuesday is reported, due on Friday planned: one route, each time on its own side of publication."""
    out, there = story.events[0].legs
    assert (out.status, there.status) == ("reported", "planned")
    assert (out.when.start, there.when.start) == ("2021-06-15", "2021-06-18")
    assert [story.actors[said.who].name for said in out.says] == ["the harbour master"]


def test_a_pronoun_says_nothing_beside_whoever_it_stands_for():
    told = parse("The navy said it could not hold the Lena, which it said was bound for Split.")
    story = draft(told, mentions=geoparse(told))
    (way,) = story.events
    assert [story.actors[said.who].name for said in way.legs[0].says] == ["The navy"]


def test_an_amount_and_an_open_time_go_with_their_goods(story):
    flow = story.events[1]
    assert (flow.quantity.value, flow.quantity.bound, flow.quantity.unit) == (30000, "at-least", "tonnes")
    assert (flow.when.start, flow.when.end, flow.when.open) == ("2021-05-04", None, "end")
    assert [operator.text for operator in flow.operators] == ["allegedly"]


def test_a_denial_stands_with_what_it_denies_and_changes_no_status(story):
    """The capital denies for its government; the flow stays alleged."""
    flow = story.events[1]
    assert [story.actors[denial.who].state for denial in flow.denies] == ["PT"]
    assert flow.status == "alleged"
    assert not any(event.kind == "denial" for event in story.events)


def test_what_is_contrary_to_fact_is_no_event(story):
    assert not any(leg.to == "madrid" for event in story.events for leg in event.legs)


def test_words_that_point_back_are_the_party_that_they_point_to(story):
    presence = next(event for event in story.events if event.kind == "presence")
    assert presence.actor == story.events[0].mover
    assert presence.status == "possible"


def test_the_story_passes_the_lint_and_is_the_same_twice(story):
    assert not dangling(story)
    assert not [finding for finding in check(story) if finding.level == "fault"]
    assert assemble(ARTICLE, FINDS, mentions=geoparse(ARTICLE)) == story


def test_an_article_without_finds_is_a_story_all_the_same():
    """Nothing found: no events, one step, every mention kept."""
    story = assemble(ARTICLE, (), mentions=geoparse(ARTICLE))
    assert story.events == () or all(event.kind == "denial" for event in story.events)
    assert len(story.mentions) == len(geoparse(ARTICLE))
    assert len(story.steps) >= 1


def test_arms_of_any_sort_are_one_story_line():
    """A colour is a matter, not a word: rockets and missiles share one."""
    article = parse("Chad sent rockets to Mali. Niger shipped missiles and fuel to Mali, the army said.")
    story = draft(article, mentions=geoparse(article))
    assert {event.thread for event in story.events if event.kind == "flow"} == {"arms"}


def test_a_leg_does_not_end_where_it_begins():
    """Schools without a position are no reason to lead a line back to its start."""
    article = parse("Some 300 families were evacuated from Lisbon to schools in Lisbon, officials said on Monday.")
    story = draft(article, mentions=geoparse(article))
    assert all(leg.from_ != leg.to for event in story.events for leg in event.legs)


def test_no_leg_begins_where_nobody_came():
    """What was denied is no start: the boat that failed to reach Malta was not there."""
    article = parse("The boat failed to reach Malta and was towed to Sfax.")
    (event,) = draft(article, mentions=geoparse(article)).events
    assert [(leg.from_, leg.to, leg.status) for leg in event.legs] == [
        (None, "malta", "denied"),
        (None, "sfax", "asserted"),
    ]


@pytest.mark.parametrize(
    ("text", "starts", "goals"),
    [
        ("Iran exported drones to Mali and Niger.", ("iran",), ("mali", "niger")),
        ("Wheat from Kenya and Chad was sent to Mali.", ("kenya", "chad"), ("mali",)),
        ("Chad shipped flour to Egypt, Oman and Brazil.", ("chad",), ("egypt", "oman", "brazil")),
        ("The tanker delivered petrol to Malta, according to data from Lima.", (), ("malta",)),
    ],
)
def test_a_flow_has_every_end_that_its_words_name(text, starts, goals):
    article = parse(text)
    (event,) = draft(article, mentions=geoparse(article)).events
    assert (event.starts, event.goals) == (starts, goals)


@pytest.mark.parametrize(
    ("text", "movers"),
    [
        ("She was extradited from Spain to Peru.", ["She"]),
        ("He flew to Oslo. The weather was bad in Graz for days. He was taken to Lima.", ["He", "He"]),
        ("“I flew to Oslo and took a bus to Bergen,” Ana Roa said.", ["Ana Roa"]),
        ("“My trip to Oslo was short,” Ana Roa said.", ["Ana Roa"]),
        ("King Francis’ plane landed in Oslo.", ["King Francis’ plane"]),
        ("President Roa and the delegation will return to Oslo.", ["President Roa and the delegation"]),
        ("It reached Oslo.", []),
    ],
)
def test_who_is_only_a_pronoun_keeps_it(text, movers):
    """Nobody is guessed, and two of another sentence are not made one; "I" is whoever speaks; "it" is no party."""
    article = parse(text)
    story = draft(article, mentions=geoparse(article))
    found = [event.mover for event in story.events if event.mover is not None]
    assert [story.actors[mover].name for mover in found] == movers
    assert len(set(found)) == len(movers)
