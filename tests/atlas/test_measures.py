"""Figures of the atlas beside those that are published, within what a 1:10m coast can give."""

from __future__ import annotations

import pytest
from shapely import LineString

from dateline import atlas

# Narrowest widths in km, from the English Wikipedia's articles on each strait.
NARROWEST = {
    "Strait of Gibraltar": 14.2,
    "Strait of Dover": 33.3,
    "Bab el-Mandeb": 26,
    "Sunda Strait": 24,
    "Bosporus": 0.7,
    "Bering Strait": 82,
}
# Lengths in km as the states give them; a 1:50m line cuts corners.
BORDERS = {("France", "Spain"): 623, ("Finland", "Russia"): 1340, ("Niger", "Nigeria"): 1608}
# Square km, from the CIA World Factbook (totals less inland water where the atlas leaves lakes out).
AREAS = {"Malta": 316, "Iceland": 100_250, "Uruguay": 175_000, "Lake Victoria": 68_800}


@pytest.mark.parametrize(("name", "km"), NARROWEST.items())
def test_the_narrowest_width_is_the_published_one(name, km):
    """Within 10 % and 300 m: the coast of the atlas is no finer."""
    assert atlas.width(name).narrowest_km == pytest.approx(km, rel=0.1, abs=0.3)


@pytest.mark.parametrize("name", [*NARROWEST, "Taiwan Strait", "Strait of Hormuz", "Korea Strait"])
def test_definitions_are_in_their_order(name):
    """Islands make a strait narrower, the mean is no less than the narrowest, and the line is as long as it says."""
    width = atlas.width(name)
    assert width.islands_km <= width.narrowest_km * 1.001
    assert width.narrowest_km <= width.mean_km
    from dateline.atlas import geodesy

    assert geodesy.length_km(LineString(width.narrowest).coords) == pytest.approx(width.narrowest_km, rel=1e-3)


@pytest.mark.parametrize("name", ["Paris", "Red Sea", "Lake Victoria", "No Such Place Anywhere", "France"])
def test_what_has_no_two_shores_has_no_width(name):
    assert atlas.width(name) is None


@pytest.mark.parametrize(("states", "km"), BORDERS.items())
def test_a_border_is_shorter_than_the_states_say_but_not_by_much(states, km):
    assert 0.75 * km < atlas.border_km(*states) <= 1.02 * km
    assert atlas.border_km(*states) == pytest.approx(atlas.border_km(*states[::-1]))


@pytest.mark.parametrize(("one", "other"), [("France", "Japan"), ("Paris", "Spain"), ("Iceland", "Norway")])
def test_those_without_a_common_border_have_none(one, other):
    assert atlas.border_km(one, other) is None


@pytest.mark.parametrize(("name", "km2"), AREAS.items())
def test_an_area_is_the_published_one(name, km2):
    """A small island loses more to a coarse coast than a country."""
    assert atlas.area_km2(name) == pytest.approx(km2, rel=0.2 if km2 < 1000 else 0.04)


def test_what_has_no_area_has_no_figures():
    assert atlas.area_km2("Paris") is None
    assert atlas.extent_km("Paris") is None
