"""What a name may mean: the likeliest first, and how it is written decides what counts."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dateline.atlas.entries import CAPITALS, STOPPED, candidates, entry_of, prior
from dateline.atlas.index import open_index
from dateline.atlas.norm import norm

INDEX = open_index()
NAMES = (
    "Paris",
    "Georgia",
    "U.S.",
    "Reading",
    "Calif.",
    "GA",
    "Springfield",
    "San José",
    "Kiev",
    "Germans",
    "San Jose",
)
# A village that is called as an everyday word is (Mon, Over, Much) has no entry.
names = st.sampled_from(NAMES) | st.integers(0, INDEX.count - 1).map(INDEX.name).filter(
    lambda name: entry_of(norm(name), CAPITALS | STOPPED)[0] is not None
)


@given(names)
def test_meanings_stand_with_the_likeliest_first(name):
    """Places, how they are named and how likely they are go side by side; no place stands twice in one way."""
    entry, _ = entry_of(norm(name), CAPITALS | STOPPED)
    assert len(entry.places) == len(entry.types) == len(entry.priors) == len(entry.rows) > 0
    assert all(one >= two for one, two in pairwise(entry.priors))
    assert len({*zip(entry.rows, entry.types, strict=True)}) == len(entry.rows)


@given(names)
def test_less_care_in_writing_never_adds_a_meaning(name):
    """All in capitals and with a stop has the most meanings; neither of them the fewest."""
    form = norm(name)
    meant = [{*(entry.rows if (entry := entry_of(form, mode)[0]) else ())} for mode in range(4)]
    assert meant[0] <= meant[CAPITALS] <= meant[CAPITALS | STOPPED]
    assert meant[0] <= meant[STOPPED] <= meant[CAPITALS | STOPPED]


@pytest.mark.parametrize(
    ("name", "first"),
    [
        pytest.param("Paris", "Paris", id="a name"),
        pytest.param("PARIS", "Paris", id="in capitals"),
        pytest.param("US", "United States", id="an initialism"),
        pytest.param("us", None, id="a pronoun"),
        pytest.param("Calif.", "California", id="an abbreviation with its stop"),
        pytest.param("Calif", None, id="without its stop"),
        pytest.param("paris", None, id="without a capital"),
        pytest.param("", None, id="nothing"),
        pytest.param("—", None, id="a mark"),
    ],
)
def test_capitals_and_stops_decide_what_counts(name, first):
    entry = candidates(name)
    assert (entry and entry.places[0].name) == first


@pytest.mark.parametrize(
    ("more", "less"),
    [
        pytest.param(("Georgia", "country"), ("Georgia", "region"), id="a country before a state"),
        pytest.param(("Luxembourg", "country"), ("Luxembourg", "city"), id="a country before its capital"),
        pytest.param(("Birmingham", "GB"), ("Birmingham", "US"), id="the larger town"),
    ],
)
def test_the_larger_of_namesakes_is_the_likelier(more, less):
    def best(name, which):
        entry = candidates(name)
        return max(
            p for p, place in zip(entry.priors, entry.places, strict=True) if which in {place.kind, *place.countries}
        )

    assert best(*more) > best(*less)


def test_a_capital_is_likelier_than_a_larger_town_that_is_none():
    """Bern is the seat of Switzerland, Zurich has three times its people."""
    bern, zurich = candidates("Bern"), candidates("Zurich")
    assert bern.priors[0] > zurich.priors[0]
    assert bern.places[0].population < zurich.places[0].population


def test_a_name_of_its_own_is_likelier_than_a_former_or_foreign_one():
    """Both find the place, the one that it has itself more surely."""
    for own, other in (("Kyiv", "Kiev"), ("Germany", "Germans"), ("Thailand", "Siam")):
        one, two = candidates(own), candidates(other)
        assert one.places[0] is two.places[0]
        assert one.priors[0] > two.priors[0]


def test_an_english_word_is_known_as_one():
    assert candidates("Reading").word
    assert not candidates("Paris").word


@example("Valencia")
@given(names)
def test_a_prior_is_that_of_each_posting(name):
    """The same number whether asked for one meaning or for all; less only beside a namesake that is better known.

    A division that bears the name in part or has few people stands back by half a point beside a town abroad.
    """
    form = norm(name)
    entry, _ = entry_of(form, CAPITALS | STOPPED)
    postings, _ = INDEX.look_up(form)
    alone = sorted(prior(INDEX, posting) for posting in postings)
    assert all(one <= other for one, other in zip(sorted(entry.priors), alone, strict=True))
    back = [other - one for one, other in zip(sorted(entry.priors), alone, strict=True)]
    assert entry.priors[0] < max(alone) or max(back) <= 0.5


def test_a_small_division_stands_back_behind_a_town_abroad():
    """Santa Barbara is the city in California before it is a department of Honduras."""
    assert candidates("Santa Barbara").places[0].countries == ("US",)
    assert candidates("Warwick").places[0].countries != ("BM",)


@pytest.mark.parametrize(
    ("name", "division"), [("St. Louis", "US.MO"), ("Savannah", "US.GA"), ("Gold Coast", "AU.04"), ("Norman", "US.OK")]
)
def test_a_town_that_the_news_means_comes_before_a_larger_namesake(name, division):
    assert candidates(name).places[0].admin1 == division
