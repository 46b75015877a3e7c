"""An answer in words: what the text bears out becomes a story, all else is left out and said."""

import warnings

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.reading.answer import story_of
from dateline.story.ids import dangling
from dateline.story.model import STATUSES, WEAKEST_FIRST
from tests.reading.tankers import ARTICLE, FLOW, MENTIONS, ROUTE, TEXT


def told(*events):
    """The story of an answer, and what was left out."""
    return story_of({"events": list(events)}, ARTICLE, mentions=MENTIONS)


def test_an_answer_cannot_be_surer_than_the_words_it_shows():
    """With its own operator at hand, an allegation called a fact is an allegation."""
    story, _ = told(FLOW | {"status": "asserted"})
    assert story.events[0].status == "alleged"


@given(st.sampled_from(list(STATUSES)))
def test_an_answer_may_hedge_more_than_its_words(status):
    """The weaker of the answer's status and its operators' holds."""
    story, dropped = told(FLOW | {"status": status})
    assert story.events[0].status == min(status, "alleged", key=WEAKEST_FIRST.index)
    assert dropped == ()


def test_words_are_found_whatever_their_quotation_marks_blanks_and_case():
    """The story has the text's own words, of several the ones nearest to the evidence."""
    bent = FLOW | {"evidence": "they  ALLEGEDLY carried\nat least 40,000 tonnes of crude", "denies": []}
    story, dropped = told(bent)
    assert dropped == ()
    assert story.events[0].evidence[0].quote == "They allegedly carried at least 40,000 tonnes of crude"


def test_part_of_a_word_is_not_found():
    """The letters of "rude" stand in "crude" alone."""
    story, dropped = told(FLOW | {"goods": "rude"})
    assert story.events[0].goods is None
    assert [line for line in dropped if "'rude'" in line]


@pytest.mark.parametrize(
    ("event", "why"),
    [
        pytest.param("Malta", "is no object", id="no object"),
        pytest.param(FLOW | {"kind": "raid"}, "'raid' is none of", id="an unknown kind"),
        pytest.param(FLOW | {"evidence": None}, "gives no evidence", id="no evidence"),
        pytest.param(FLOW | {"evidence": "Sicily burned"}, "is not in the article", id="invented evidence"),
        pytest.param(FLOW | {"status": "sure"}, "'sure' is none of", id="an unknown status"),
        pytest.param(FLOW | {"from": "Rome", "to": None}, "names no place and no party", id="no party of the text"),
        pytest.param(ROUTE | {"legs": [{"status": "reported"}]}, "a route without an end", id="a route to nowhere"),
    ],
)
def test_an_event_that_the_text_does_not_bear_out_goes_and_the_others_stay(event, why):
    story, dropped = told(event, ROUTE)
    assert [event.kind for event in story.events] == ["route"]
    assert any(why in line for line in dropped)
    assert all(line.endswith("left out") and "\n" not in line for line in dropped)


def test_a_leg_without_a_status_of_its_own_has_the_routes():
    story, _ = told(ROUTE | {"status": "reported", "legs": [{"from": "Malta", "to": "Tunisia"}]})
    assert story.events[0].legs[0].status == "reported"


def test_an_answer_of_another_shape_is_an_empty_story_that_says_so():
    for answer in ({}, {"events": 7}, {"events": None}):
        story, dropped = story_of(answer, ARTICLE, mentions=MENTIONS)
        assert story.events == ()
        assert dropped == ("the answer: has no list of events; left out",)


def test_an_endless_answer_is_cut_and_says_so():
    story, dropped = told(*[ROUTE] * 510)
    assert len(story.events) == 500
    assert any("the first 500" in line for line in dropped)


scraps = st.sampled_from(["Malta", "Two tankers", "no such words", "", "Monday", "Tripoli", "flow", "route", "planned"])
values = st.recursive(
    st.none() | st.booleans() | st.integers() | scraps,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(scraps, inner, max_size=3),
    max_leaves=6,
)
FIELDS = "from to via legs mover actor place about claim goods status says denies when quantity operators"
records = st.fixed_dictionaries(
    {"kind": st.sampled_from(["flow", "route", "use", "presence", "claim", "denial", "x"])},
    optional=dict.fromkeys(FIELDS.split(), values)
    | {"evidence": st.sampled_from([FLOW["evidence"], ROUTE["evidence"], "Malta"])},
)


@given(st.lists(records | values, max_size=4))
def test_any_answer_gives_a_story_whose_quotes_stand_in_the_text(events):
    """Whatever shape the answer has: nothing raises, every quote is a slice, no id leads nowhere."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        story, _ = told(*events)
    assert not dangling(story)
    for event in story.events:
        for part in event.parts:
            for entry in (*part.evidence, *part.says, *part.denies):
                assert TEXT[entry.at[0] : entry.at[1]] == entry.quote


def test_a_flow_may_name_several_ends():
    story, dropped = told(ROUTE | {"kind": "flow", "from": "Malta", "to": ["Tunisia", "Malta"], "status": "reported"})
    assert dropped == ()
    assert [story.places[end].name for end in story.events[0].goals] == ["Tunisia", "Malta"]
