"""What the page calls things: the article's own words where it has them, else the story's."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.drawing.marks.names import Namer
from dateline.drawing.style.words import words
from dateline.story.model import Actor, Article, Event, Leg, Mention, Quantity, Story
from tests.drawing.small import flow, story

TEXT = "SUVA - Callao sent corn. Lima's port denied it, N'Djamena said. At least 1,200 tonnes went."


def mention(word, place, **fields):
    at = TEXT.index(word)
    return Mention(word, (at, at + len(word)), place, **{"sense": "literal"} | fields)


NAMED = story(text=TEXT, mentions=(
    mention("SUVA", "suva"), mention("Callao", "lima", sense="associative", stands_for="peru"),
    mention("N'Djamena", "chad", sense="associative", stands_for="chad-government"),
))  # fmt: skip
NAMES = Namer(NAMED)


def test_a_place_is_called_as_the_article_calls_it():
    """By its own name where the text has that, else by the mention; not at all where it is not named."""
    assert NAMES.in_text("lima") == "Lima"
    assert NAMES.in_text("chad") == "N'Djamena"
    assert NAMES.in_text("bank") is None
    assert NAMES.in_text("guild") is None


def test_a_party_has_a_name_in_any_case():
    assert NAMES.party("bank") == "Old Bank"
    assert NAMES.party("guild") == "the guild"
    assert NAMES.party("unknown") == "unknown"
    assert NAMES.party(None) is None


def test_who_speaks_is_called_as_the_words_of_saying_call_it():
    """A capital for its government where it stands there; elsewhere the party's own name."""
    at = TEXT.index("N'Djamena")
    assert NAMES.speaker("chad-government", ((at, at + 14),)) == "N'Djamena"
    assert NAMES.speaker("chad-government", ((0, 4),)) == "Chad"
    assert NAMES.speaker("guild", ((0, len(TEXT)),)) == "the guild"


def test_a_dateline_does_not_shout():
    assert NAMES.filed("suva") == "Suva"
    assert NAMES.filed("lima") == "Lima"


def test_a_story_line_is_called_by_its_party_s_name_not_by_an_id():
    """The legend is for readers; the value that the filter knows stays."""
    names = Namer(Story(Article(), actors={"two-tugs": Actor("Two tugs", "vessels")}))
    assert names.thread("two-tugs") == "Two tugs"
    assert names.thread("grain-exports") == "grain exports"
    assert names.thread("Grain-for-oil deal") == "Grain-for-oil deal"


@pytest.mark.parametrize(
    ("quantity", "said"),
    [
        pytest.param(Quantity(3, unit="boats"), "3 boats", id="exact"),
        pytest.param(Quantity(1200, bound="at-least", unit="tonnes"), "[at least 1,200] tonnes", id="hedged"),
        pytest.param(Quantity(3), "3", id="without a unit"),
        pytest.param(Quantity(None), None, id="nothing"),
        pytest.param(
            Quantity(1200, bound="at-least", unit="tonnes", at=(TEXT.index("At least"), TEXT.index(" went"))),
            "[At least 1,200] tonnes",
            id="in the text's own words",
        ),
    ],
)
def test_an_amount_is_as_the_text_hedges_it(quantity, said):
    """What is hedged stands in brackets, the number as the page's language writes it."""
    assert NAMES.amount(quantity, words("en")) == said


@given(st.integers(1, 10**9), st.sampled_from(["at-least", "at-most", "about"]))
def test_a_hedge_is_never_lost(value, bound):
    for lang in ("en", "de"):
        told = NAMES.amount(Quantity(value, bound=bound, unit="t"), words(lang))
        bare = NAMES.amount(Quantity(value, unit="t"), words(lang))
        assert told.startswith("[")
        assert told.endswith("] t")
        assert bare.removesuffix(" t") in told
        assert told != f"[{bare.removesuffix(' t')}] t"


def test_a_number_that_its_party_is_called_by_is_its_count():
    two = replace(NAMED, text="Two tugs left.", actors={"tugs": Actor("two tugs", "vessels")})
    assert Namer(two).is_count_of(Quantity(2, at=(0, 8)), "tugs")
    assert not Namer(two).is_count_of(Quantity(2, at=(4, 13)), "tugs")
    assert not Namer(two).is_count_of(Quantity(2), "tugs")
    assert not Namer(two).is_count_of(Quantity(2, at=(0, 8)), None)


@pytest.mark.parametrize(
    ("event", "line"),
    [
        pytest.param(flow(goods="corn", from_="lima", to="bank"), "corn from Lima to Old Bank", id="a flow"),
        pytest.param(flow(goods="corn", to=None), "corn from Lima", id="from somewhere"),
        pytest.param(flow(goods="corn", from_=None, to="bank"), "corn to Old Bank", id="to somewhere"),
        pytest.param(flow(from_=None, to=None), "a delivery", id="of nothing that is named"),
        pytest.param(Event("e1", "presence", actor="guild", place="lima"), "the guild in Lima", id="a presence"),
        pytest.param(
            Event("e1", "claim", actor="guild", claim="fishing", about=("bank",)),
            "fishing claimed by the guild: Old Bank", id="a claim",
        ),
    ],
)  # fmt: skip
def test_a_mark_is_told_in_one_line(event, line):
    assert Namer(replace(NAMED, events=(event,))).what(event, None, words("en")) == line


def test_a_leg_is_told_by_its_ends_and_what_it_passes():
    route = Event("r", "route", mover="tug")
    told = {
        ("lima", ("bank",), "suva"): "the tug: Lima to SUVA by Old Bank",
        ("lima", (), None): "the tug from Lima",
        (None, (), "bank"): "the tug to Old Bank",
        (None, ("bank",), None): "the tug by Old Bank",
        (None, (), None): "the tug under way",
    }
    for (start, via, end), line in told.items():
        leg = Leg("ra", "planned", start, end, via)
        assert NAMES.what(replace(route, legs=(leg,)), leg, words("en")) == line


@given(st.text(max_size=20))
def test_braces_in_an_article_are_words(goods):
    event = flow(goods=goods + "{from}")
    assert goods + "{from}" in NAMES.what(event, None, words("en"))


CLAIMS = {
    ("en", "territory", ("bank",)): "territory claimed by {}: Old Bank",
    ("en", None, ("bank",)): "claimed by {}: Old Bank",
    ("en", "right", ()): "right claimed by {}",
    ("en", "contests", ("e1",)): "contested by {}: Old Bank",
    ("de", "territory", ("bank",)): "territory, beansprucht von {}: Old Bank",
    ("de", "contests", ("e1",)): "angefochten von {}: Old Bank",
}


@pytest.mark.parametrize("name", ["the guild", "its people", "two guilds"])
@pytest.mark.parametrize(("lang", "claim", "about"), CLAIMS)
def test_a_claim_is_worded_alike_for_one_and_for_many(name, lang, claim, about):
    """Nothing tells how many a party is, so no verb may need to know: "its people claims" is no English."""
    first = Event("e1", "claim", status="asserted", actor="tug", claim="territory", about=("bank",))
    event = Event("e2", "claim", status="asserted", actor="guild", claim=claim, about=about)
    told = story(first, event)
    names = Namer(replace(told, actors=told.actors | {"guild": Actor(name, "group")}))
    assert names.what(event, None, words(lang)) == CLAIMS[lang, claim, about].format(name)


@pytest.mark.parametrize(("lang", "said"), [("en", "denied by its people"), ("de", "bestritten von its people")])
def test_a_denial_is_worded_alike_for_one_and_for_many(lang, said):
    event = Event("e1", "denial", status="asserted", actor="guild")
    told = story(event)
    names = Namer(replace(told, actors=told.actors | {"guild": Actor("its people", "people")}))
    assert names.what(event, None, words(lang)) == said
