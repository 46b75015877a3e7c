from __future__ import annotations

import numpy as np
import pytest

from dateline import atlas
from dateline.atlas.coast import open_coast

BUSAN, MANILA, ROTTERDAM, SINGAPORE = (129.05, 35.08), (120.95, 14.58), (4.0, 51.98), (103.83, 1.25)


def test_a_named_strait_is_passed_when_asked_and_left_out_when_avoided():
    through = atlas.sea_route(BUSAN, MANILA, via=["Taiwan Strait"])
    around = atlas.sea_route(BUSAN, MANILA, avoid=["Taiwan Strait"])
    assert "Taiwan Strait" in through.passages
    assert "Taiwan Strait" not in around.passages


def test_what_was_avoided_once_is_open_the_next_time():
    """No state between calls: the free way is the same before and after a closed one."""
    free = atlas.sea_route(SINGAPORE, ROTTERDAM)
    closed = atlas.sea_route(SINGAPORE, ROTTERDAM, avoid=["Suez Canal"])
    again = atlas.sea_route(SINGAPORE, ROTTERDAM)
    assert "Suez Canal" in free.passages
    assert "Cape of Good Hope" in closed.passages
    assert free.lonlat.tobytes() == again.lonlat.tobytes()


def test_the_longitudes_never_jump_over_the_antimeridian():
    route = atlas.sea_route((-118.25, 33.7), (139.7, 35.4))
    assert np.abs(np.diff(route.lonlat[:, 0])).max() < 1
    assert len(route.geometry.geoms) == 2


@pytest.mark.parametrize(
    ("start", "words"),
    [
        ((37.62, 55.75), "inland"),
        ((51.17, 43.65), "Caspian"),
        ((37.4, 126.7), "outside the map"),
        ((0.0, 95.0), "outside"),
    ],
)
def test_a_way_that_cannot_be_sailed_is_refused_with_its_reason(start, words):
    with pytest.raises(atlas.NoSeaRoute, match=words) as refusal:
        atlas.sea_route(start, MANILA)
    assert refusal.value.reason


def test_the_line_as_drawn_meets_the_coast_nowhere():
    route = atlas.sea_route(BUSAN, ROTTERDAM, avoid=["Suez Canal", "Panama Canal"])
    assert not open_coast().crosses(route.lonlat).any()
