"""All names of a text decide together which place each of them means."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline import atlas
from dateline.atlas.entries import CAPITALS, candidates, entry_of
from dateline.atlas.index import open_index
from dateline.reading.places.resolve import FEATURES, RELATED, Group, facts, lies_in, resolve, settle

NAMES = ["Springfield", "Georgia", "Paris", "Texas", "Portland", "Moscow", "Cambridge", "London", "Ontario", "Jordan"]


def group(name, **said):
    """One name of a text, with what the text says of it."""
    made = Group(entry_of(name.lower(), CAPITALS)[0] if name.isupper() else candidates(name))
    made.count = 1
    for key, value in said.items():
        setattr(made, key, value)
    return made


def best(one):
    return open_index().place(one.ranked[0][1])


def place_facts(code):
    """Facts of a country or division by its code."""
    return facts(open_index().codes[code])


def test_without_names_there_is_nothing_to_weigh():
    assert resolve([], None) is None


@given(st.lists(st.sampled_from(NAMES), min_size=1, max_size=8, unique=True))
@settings(max_examples=40, deadline=None)
def test_each_name_keeps_its_candidates_in_falling_order(names):
    groups = [group(name) for name in names]
    resolve(groups, None)
    for one in groups:
        scores = [score for score, _ in one.ranked]
        assert scores == sorted(scores, reverse=True)
        assert {row for _, row in one.ranked} <= set(one.entry.rows)
        assert len({row for _, row in one.ranked}) == min(20, len(one.entry.rows))


@given(st.permutations(["Springfield", "Georgia", "Paris", "Portland", "Cambridge", "Ontario"]))
@settings(max_examples=25, deadline=None)
def test_the_order_of_the_names_does_not_matter(names):
    groups = {name: group(name) for name in names}
    resolve(list(groups.values()), None)
    usual = {name: group(name) for name in sorted(names)}
    resolve(list(usual.values()), None)
    for name in names:
        assert groups[name].ranked[0][1] == usual[name].ranked[0][1]
        assert groups[name].support == pytest.approx(usual[name].support)


@pytest.mark.parametrize(
    ("names", "name", "wanted"),
    [
        (["Georgia", "Tbilisi"], "Georgia", ("country", "GE")),
        (["Georgia", "Atlanta", "Savannah"], "Georgia", ("region", "US")),
        (["Springfield", "Illinois"], "Springfield", ("city", "US")),
        (["Birmingham", "Alabama"], "Birmingham", ("city", "US")),
        (["Birmingham", "Coventry", "Leeds"], "Birmingham", ("city", "GB")),
        (["Newcastle", "Sunderland", "Gateshead"], "Newcastle", ("city", "GB")),
        (["Newcastle", "Sydney", "Australia"], "Newcastle", ("city", "AU")),
        (["Valencia", "Caracas", "Venezuela"], "Valencia", ("city", "VE")),
        (["Mexico", "Mexico City", "Veracruz"], "Mexico", ("country", "MX")),
        (["Pernambuco"], "Pernambuco", ("region", "BR")),
        (["Red Sea", "Egypt", "Hodeidah"], "Red Sea", ("sea", None)),
    ],
)
def test_the_other_names_decide_between_namesakes(names, name, wanted):
    groups = {one: group(one) for one in names}
    resolve(list(groups.values()), None)
    found = best(groups[name])
    assert found.kind == wanted[0]
    assert wanted[1] in {None, *found.countries}


def test_a_state_after_the_comma_pins_a_town():
    for code in ("US.TX", "US.TN", "US.KY", "CA.08"):
        one = group("Paris", pin=place_facts(code))
        resolve([one], None)
        assert best(one).admin1 == code


@pytest.mark.parametrize("code", ["US.IL", "US.MA", "US.MO", "US.OH", "US.OR"])
def test_a_town_at_the_outlets_home_wins(code):
    """Whichever Springfield the paper is printed in, it means that one."""
    row = next(row for row in candidates("Springfield").rows if facts(row).division == code)
    one = group("Springfield")
    resolve([one], facts(row))
    assert one.ranked[0][1] == row


def test_a_name_that_is_no_place_says_nothing():
    alone = group("Springfield")
    resolve([alone], None)
    beside = group("Springfield")
    resolve([beside, group("Illinois", sure=0.0)], None)
    assert [row for _, row in beside.ranked] == [row for _, row in alone.ranked]
    assert [score for score, _ in beside.ranked] == pytest.approx([score for score, _ in alone.ranked])


def test_names_in_a_list_are_of_one_sort():
    states, towns = group("New York"), group("New York")
    texas, boston = group("Texas"), group("Boston")
    states.listed, texas.listed = [texas], [states]
    towns.listed, boston.listed = [boston], [towns]
    resolve([states, texas], None)
    resolve([towns, boston], None)
    assert (best(states).kind, best(towns).kind) == ("region", "city")


def test_a_dateline_is_a_town():
    for name in ("NEW YORK", "WASHINGTON"):
        one = group(name, is_dateline=True)
        resolve([one], None)
        assert best(one).kind == "city"


def test_an_abbreviation_means_what_is_named_in_full():
    """SC is a state, a province, a country's code: beside its full name it is the state."""
    short, whole = group("SC"), group("South Carolina")
    resolve([short, whole], None)
    assert best(short) == best(whole)


def test_settling_goes_on_from_what_was_found():
    """When a name turns out to be none, the next round forgets what it said."""
    town, state = group("Springfield"), group("Oregon")
    table = resolve([town, state], None)
    assert best(town).admin1 == "US.OR"
    state.sure = 0.0
    settle(table, rounds=3)
    alone = group("Springfield")
    resolve([alone], None)
    assert town.ranked[0][1] == alone.ranked[0][1]


def test_a_country_holds_its_divisions_and_towns_and_not_itself():
    usa, texas = place_facts("US"), place_facts("US.TX")
    austin = facts(open_index().row_of(atlas.find("Austin", ("Texas",))[0].id))
    lyon = facts(open_index().row_of(atlas.find("Lyon")[0].id))
    assert lies_in(texas, usa)
    assert lies_in(austin, usa)
    assert lies_in(austin, texas)
    assert not lies_in(lyon, usa)
    assert not lies_in(usa, usa)
    assert not lies_in(usa, texas)


def test_facts_lie_on_the_unit_sphere():
    for row in candidates("Springfield").rows[:10]:
        place = facts(row)
        assert place.x**2 + place.y**2 + place.z**2 == pytest.approx(1)


def test_every_feature_of_the_other_names_has_a_worth():
    assert set(RELATED) <= FEATURES.keys()
