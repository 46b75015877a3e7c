"""Passages: each name means one, each line bars its strait, and a line tells which it goes through."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline import atlas
from dateline.atlas.coast import open_coast
from dateline.atlas.network import open_network
from dateline.atlas.passage import crossed, known_as
from dateline.atlas.stops import edges_over

PASSAGES = atlas.passages()


def test_there_are_sixty_passages_and_each_name_means_one():
    names = [name for passage in PASSAGES for name in (passage.name, *passage.aliases)]
    assert len(PASSAGES) >= 60
    assert len({atlas.normalise(name) for name in names}) == len(names)
    assert all(passage.source for passage in PASSAGES)


@pytest.mark.parametrize("passage", PASSAGES, ids=str)
def test_a_line_runs_from_land_to_land_or_to_the_pole(passage):
    for line in passage.lines:
        for lon, lat in (line[0], line[-1]):
            assert open_coast().on_land(lon, lat) or lat == 89.9


@pytest.mark.parametrize("passage", PASSAGES, ids=str)
def test_a_lane_goes_through_each(passage):
    assert edges_over(passage)


@pytest.mark.parametrize("passage", [p for p in PASSAGES if not p.closed and "Canal" not in p.name], ids=str)
def test_closing_it_leaves_no_lane_through_it(passage):
    """From one shore's side of the line to the other: with the passage shut the way crosses its line nowhere."""
    network = open_network()
    half = min(edges_over(passage))
    one, two = (tuple(network.points[side[half]]) for side in network.half)
    assert passage.name in atlas.sea_route(one, two).passages
    try:
        around = atlas.sea_route(one, two, avoid=[passage.name])
    except atlas.NoSeaRoute:
        return
    assert passage.name not in around.passages


@pytest.mark.parametrize(
    ("line", "names"),
    [  # by eye on a map
        pytest.param([(-9.0, 36.0), (-3.0, 36.0)], ["Strait of Gibraltar"], id="into the Mediterranean"),
        pytest.param([(-3.0, 36.0), (-9.0, 36.0)], ["Strait of Gibraltar"], id="out of it"),
        pytest.param([(-30.0, 40.0), (-20.0, 45.0)], [], id="the open Atlantic"),
        pytest.param([(10.0, -45.0), (20.0, -45.0)], [], id="up to the meridian of the Cape"),
        pytest.param([(20.0, -45.0), (10.0, -45.0)], [], id="from the meridian of the Cape"),
        pytest.param([(0.0, 50.0), (1.5, 51.0), (3.0, 52.0)], ["Strait of Dover"], id="through the Channel"),
    ],
)
def test_a_line_goes_through_the_straits_that_a_map_shows(line, names):
    assert [known_as(name) for name in names] == [passage for _, passage in crossed(np.array(line))]


@given(st.sampled_from(PASSAGES), st.sampled_from([-360.0, 0.0, 360.0]))
def test_a_lane_through_a_passage_goes_through_it_on_any_turn_of_the_globe(passage, turn):
    """A line whose longitudes were unwrapped passes the same straits, at a place on it."""
    network = open_network()
    half = min(edges_over(passage))
    one, two = (network.points[side[half]] for side in network.half)
    line = np.array([one, two])
    line[1, 0] = line[0, 0] + (line[1, 0] - line[0, 0] + 180) % 360 - 180
    found = crossed(line)
    shifted = crossed(line + np.array([turn, 0.0]))
    assert [passage for _, passage in shifted] == [passage for _, passage in found]
    assert [where for where, _ in shifted] == pytest.approx([where for where, _ in found])
    assert all(0 <= where < 1 for where, _ in found)


def test_each_passage_is_told_once_in_the_order_of_the_line():
    """To and fro and on: what is passed thrice is named where it is passed first."""
    line = np.array([(-9.0, 36.0), (-3.0, 36.0), (-9.0, 36.0), (-3.0, 36.0)])
    ((where, passage),) = crossed(line)
    assert str(passage) == "Strait of Gibraltar"
    assert 0 <= where < 1


def test_a_point_goes_through_nothing():
    assert crossed(np.empty((0, 2))) == []
    assert crossed(np.array([(-5.6, 36.0)])) == []


@pytest.mark.parametrize("passage", PASSAGES, ids=str)
def test_a_passage_is_known_by_each_of_its_names_however_they_are_written(passage):
    for name in (passage.name, *passage.aliases):
        assert known_as(name) is known_as(name.upper()) is known_as(f"the {name}") is passage
