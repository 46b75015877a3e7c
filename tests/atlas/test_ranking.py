"""Namesakes by their company: what agrees with the other names of a text gains, with the reason said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.atlas import geodesy
from dateline.atlas.entries import candidates
from dateline.atlas.norm import norm
from dateline.atlas.ranking import clues, distance_km, support

positions = st.tuples(st.floats(-180, 180), st.floats(-90, 90))
HINTS = ("Texas", "France", "Ohio", "Tbilisi", "Atlanta", "Springfield", "no such place", "", "Spain", "Paris")
hints = st.lists(st.sampled_from(HINTS), max_size=5)


def meaning(name, country, kind="city"):
    return next(p for p in candidates(name).places if country in {*p.countries, p.admin1} and p.kind == kind)


def gain(place, *hints):
    return support(place, clues(hints, norm(place.name)))


@given(positions, positions)
def test_the_quick_distance_is_the_geodesic_within_a_half_per_cent(one, two):
    """The sphere and the ellipsoid differ by no more than that."""
    exact = float(geodesy.distance_km(one, two))
    assert distance_km(*one, *two) == pytest.approx(exact, rel=0.006, abs=0.01)
    assert distance_km(*one, *two) == distance_km(*two, *one)


@given(hints, st.sampled_from(["Paris", "Georgia", "London", "Springfield"]))
def test_more_company_never_speaks_against_a_place(names, own):
    """A score is never below nothing, and grows with each name; what supports it is said once each."""
    for place in candidates(own).places[:4]:
        fewer, more = support(place, clues(names[:2], norm(own))), support(place, clues(names, norm(own)))
        assert 0 <= fewer[0] <= more[0]
        assert len({*more[1]}) == len(more[1])


@given(hints)
def test_the_order_of_the_names_changes_nothing(names):
    place = meaning("Paris", "FR")
    here, there = gain(place, *names), gain(place, *reversed(names))
    assert here[0] == pytest.approx(there[0])
    assert {*here[1]} == {*there[1]}


@pytest.mark.parametrize(
    ("near", "far", "hint"),
    [
        pytest.param(("Paris", "US.TX"), ("Paris", "FR"), "Texas", id="in the state that is named"),
        pytest.param(("Paris", "FR"), ("Paris", "US.TX"), "Marseille", id="in one country with a town"),
        pytest.param(("London", "CA"), ("London", "GB"), "Ontario", id="in the province"),
        pytest.param(("Georgia", "GE", "country"), ("Georgia", "US", "region"), "Tbilisi", id="the country of a town"),
        pytest.param(("Georgia", "US", "region"), ("Georgia", "GE", "country"), "Alabama", id="a state beside it"),
    ],
)
def test_what_lies_with_another_name_of_the_text_gains_more(near, far, hint):
    assert gain(meaning(*near), hint)[0] > gain(meaning(*far), hint)[0]


@pytest.mark.parametrize(
    ("place", "hint", "why"),
    [
        pytest.param(("Paris", "US.TX"), "Texas", "in Texas", id="a state"),
        pytest.param(("Paris", "FR"), "France", "in France", id="a country"),
        pytest.param(("Georgia", "GE", "country"), "Tbilisi", "Tbilisi is in it", id="the other way round"),
        pytest.param(("Paris", "FR"), "Marseille", "in one country with Marseille", id="a countryman"),
    ],
)
def test_the_reason_is_said_in_words(place, hint, why):
    assert why in gain(meaning(*place), hint)[1]


def test_a_name_tells_nothing_of_itself():
    assert clues(["Paris", "PARIS", "paris"], norm("Paris")) == []


def test_what_is_no_place_is_no_clue():
    assert clues(["", "no such place", "Monday"], "paris") == []


def test_an_ambiguous_name_speaks_for_its_likeliest_meaning_first():
    """Its weights fall from one, and an unlikely meaning hardly counts."""
    (meanings,) = clues(["Springfield"], "paris")
    weights = [clue.weight for clue in meanings]
    assert weights[0] == 1.0
    assert weights == sorted(weights, reverse=True)
    assert len(meanings) <= 4
