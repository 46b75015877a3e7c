"""The telling shows everything, in order, in few steps."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from dateline.story.model import Actor, Article, Event, Evidence, Mention, Place, Story
from dateline.story.steps import steps

kinds = st.sampled_from(["flow", "route", "use", "presence", "claim", "denial"])
reviews = st.sampled_from(["auto", "accepted", "rejected"])


@given(st.lists(st.tuples(kinds, st.sampled_from([None, "a", "b", "c"]), st.integers(0, 90), reviews), max_size=60))
def test_every_event_is_told_in_at_most_nine_steps(drafts):
    """All that is not rejected is shown; what is rejected never is."""
    events = tuple(
        Event(
            id=f"e{n}",
            kind=kind,
            thread=thread,
            status="asserted",
            review=review,
            evidence=(Evidence("x", (at, at + 1)),),
        )
        for n, (kind, thread, at, review) in enumerate(drafts)
    )
    told = steps(Story(article=Article(title="T"), events=events, text="x" * 100))
    assert 1 <= len(told) <= 9
    assert {key for step in told for key in step.show} == {event.id for event in events if event.review != "rejected"}
    assert told[0].show == told[-1].show or len(told) <= 3
    assert all(step.title for step in told)


def test_steps_follow_the_text_and_keep_threads_together(grain):
    """A matter of its own gets a step of its own, in the order of the words."""
    told = steps(grain)
    assert [step.show for step in told[1:-1]] == [("e1",), ("e2", "e3"), ("e4", "e5")]
    assert "Tunisia" in told[1].title
    assert "(alleged)" in told[1].title
    assert told[1].quote == grain.events[0].evidence[0].at


def test_the_words_of_a_step_are_the_articles(grain):
    """Nothing is said that the text does not say."""
    for step in steps(grain)[1:-1]:
        assert step.text
        for sentence in step.text.split(". "):
            assert sentence.rstrip(".") in " ".join(grain.text.split())


def test_a_story_of_nothing_has_one_step(grain):
    """No events, no fuss."""
    assert len(steps(replace(grain, events=()))) == 1


def test_a_claim_s_step_says_what_is_claimed_and_by_whom(grain):
    """A contest of a claim is about what that claim is about; one or many, the words are right."""
    place = next(iter(grain.places))
    claim = Event("e1", "claim", status="asserted", actor="pickers", claim="territory", about=(place,))
    contest = Event("e2", "claim", status="asserted", thread="b", actor="pickers", claim="contests", about=("e1",))
    actors = grain.actors | {"pickers": Actor("olive pickers", "people")}
    name = grain.places[place].name
    for events, title in (
        ((claim, contest), f"Territory claimed by olive pickers: {name}"),
        ((contest, claim), f"Contested by olive pickers: {name}"),
    ):
        assert steps(replace(grain, actors=actors, events=events))[1].title == title


def test_what_rests_on_the_same_sentence_is_told_once(grain):
    """A ship and what it carries are two lines of one sentence: no step tells its words again."""
    sentence = grain.article.sentences[2]
    evidence = (Evidence(grain.text[slice(*sentence)], sentence),)
    flow = Event("e1", "flow", status="asserted", thread="wheat", goods="wheat", evidence=evidence)
    way = Event("e2", "route", thread="a ship", mover="x", evidence=evidence)
    told = steps(replace(grain, events=(flow, way)))
    assert [step.show for step in told[1:]] == [("e1", "e2")]
    elsewhere = grain.article.sentences[3]
    other = replace(way, evidence=(Evidence(grain.text[slice(*elsewhere)], elsewhere),))
    assert [step.show for step in steps(replace(grain, events=(flow, other)))[1:]] == [("e1",), ("e2",)]


def test_a_step_calls_a_place_as_the_text_does(grain):
    """The atlas may spell it otherwise."""
    place = next(iter(grain.places))
    at = grain.text.index("Odesa")
    event = Event("e1", "use", status="asserted", goods="flares", place=place)
    spelt = replace(grain.places[place], name="Odessa")
    mention = Mention("Odesa", (at, at + 5), place, sense="literal")
    for mentions, name in (((mention,), "Odesa"), ((), "Odessa")):
        told = replace(grain, places=grain.places | {place: spelt}, mentions=mentions, events=(event,))
        assert steps(told)[1].title == f"Flares used at {name}"


def test_a_step_names_every_end_of_a_flow(grain):
    places = {name: Place(name.title(), "country") for name in ("chad", "oman", "peru", "fiji")}
    flow = Event("e1", "flow", goods="rice", from_="chad", to="oman", also_to=("peru", "fiji"), status="asserted")
    step = steps(replace(grain, places=places, mentions=(), events=(flow,)))[1]
    assert step.title == "Rice from Chad to Oman, Peru and Fiji"
    assert step.focus == ("chad", "oman", "peru", "fiji")


def test_a_step_names_every_place_of_a_stay(grain):
    places = {name: Place(name.title(), "country") for name in ("chad", "oman", "peru")}
    actors = {"crew": Actor("The crew", "group")}
    stay = Event("e1", "presence", actor="crew", place="chad", also_place=("oman", "peru"), status="asserted")
    step = steps(replace(grain, places=places, actors=actors, mentions=(), events=(stay,)))[1]
    assert step.title == "The crew in Chad, Oman and Peru"
    assert step.focus == ("chad", "oman", "peru")
