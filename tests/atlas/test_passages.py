from __future__ import annotations

import pytest

from dateline import atlas
from dateline.atlas.coast import open_coast
from dateline.atlas.network import open_network
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
