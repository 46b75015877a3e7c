from __future__ import annotations

import math

import numpy as np
import pytest
import shapely
from hypothesis import example, given, reject, settings
from hypothesis import strategies as st

from dateline import atlas
from dateline.atlas.coast import open_coast
from dateline.atlas.data import data_path
from dateline.atlas.geodesy import distance_km
from dateline.atlas.network import chords, open_network

BUSAN, MANILA, ROTTERDAM, SINGAPORE = (129.05, 35.08), (120.95, 14.58), (4.0, 51.98), (103.83, 1.25)
KEELUNG, LISBON = (121.75, 25.15), (-9.2, 38.65)
CANALS = ["Suez Canal", "Panama Canal", "Kiel Canal"]

# Evenly over the globe: the sine of the latitude is what is uniform.
anywhere = st.tuples(
    st.floats(-180, 180),
    st.floats(math.sin(math.radians(-60)), math.sin(math.radians(70))).map(lambda s: math.degrees(math.asin(s))),
)
few = settings(max_examples=12, deadline=None)


def route_or_skip(one, two, **options):
    try:
        return atlas.sea_route(one, two, **options)
    except atlas.NoSeaRoute:
        reject()


@few
@given(anywhere, anywhere)
@example((0.0, 0.0), (180.0, 0.0))
def test_a_line_meets_no_coast_begins_where_it_says_and_never_jumps(one, two):
    """For random points of the globe: no land as drawn, honest gaps at the ends, unwrapped, its own length."""
    route = route_or_skip(one, two, avoid=CANALS)
    assert not open_coast().crosses(route.lonlat).any()
    assert np.abs(np.diff(route.lonlat[:, 0])).max(initial=0) < 180
    for asked, end, said in zip((one, two), route.lonlat[[0, -1]], route.snap_km, strict=True):
        assert distance_km(asked, end) == pytest.approx(said, abs=0.01)
        assert said <= 61
    assert route.km == pytest.approx(float(distance_km(route.lonlat[:-1], route.lonlat[1:]).sum()))
    # Lambert's formula is 0.5 % too long at the antipode (0.17 % between two points of the equator).
    assert route.km >= float(distance_km(route.lonlat[0], route.lonlat[-1])) * 0.998


@few
@given(anywhere, anywhere)
@example((117.0, 0.0), (75.0, 0.0))
@example((0.0, 0.0), (20.0, -48.59))  # its end lies on the line of a passage
def test_there_and_back_are_as_long(one, two):
    """The way back is the way there: the same points, the other way round."""
    there, back = route_or_skip(one, two), atlas.sea_route(two, one)
    assert back.km == pytest.approx(there.km, rel=5e-4)
    assert back.passages == there.passages[::-1]
    assert distance_km(there.lonlat, back.lonlat[::-1]).max() == pytest.approx(0, abs=1e-3)


@few
@given(anywhere, anywhere, anywhere)
def test_there_and_back_by_way_of_a_point_are_as_long(one, two, over):
    there = route_or_skip(one, two, via=[over])
    assert atlas.sea_route(two, one, via=[over]).km == pytest.approx(there.km, rel=1e-9)


@pytest.mark.parametrize("via", ["Taiwan Strait", "South China Sea"])
def test_there_and_back_through_what_is_named_are_as_long(via):
    """Within 0.05 %: through a sea the line meets a point of it first, from either side another."""
    there, back = atlas.sea_route(BUSAN, SINGAPORE, via=[via]), atlas.sea_route(SINGAPORE, BUSAN, via=[via])
    assert back.km == pytest.approx(there.km, rel=5e-4)
    assert back.passages == there.passages[::-1]


@few
@given(anywhere, anywhere, anywhere)
@example((117.0, 0.0), (75.0, 0.0), (104.0, -6.0))
@example((0.0, 2.0), (0.0, -22.0), (0.0, 0.0))
def test_a_detour_is_no_shorter_than_the_way(one, two, over):
    """The triangle: by way of a point it is at least as far."""
    whole = route_or_skip(one, two, via=[over])
    direct = atlas.sea_route(one, two)
    assert direct.km <= whole.km * 1.005 + 2
    assert np.min(distance_km(whole.lonlat, np.broadcast_to(over, whole.lonlat.shape))) <= 61


def test_a_named_strait_is_passed_when_asked_and_left_out_when_avoided():
    through = atlas.sea_route(BUSAN, MANILA, via=["Taiwan Strait"])
    around = atlas.sea_route(BUSAN, MANILA, avoid=["Taiwan Strait"])
    assert "Taiwan Strait" in through.passages
    assert "Taiwan Strait" not in around.passages


def test_what_was_avoided_once_is_open_the_next_time():
    """No state between calls: in any order the same calls give the same bytes."""
    free = atlas.sea_route(SINGAPORE, ROTTERDAM)
    closed = atlas.sea_route(SINGAPORE, ROTTERDAM, avoid=["Suez Canal"])
    assert "Suez Canal" in free.passages
    assert "Cape of Good Hope" in closed.passages
    assert atlas.sea_route(SINGAPORE, ROTTERDAM).lonlat.tobytes() == free.lonlat.tobytes()
    assert atlas.sea_route(SINGAPORE, ROTTERDAM, avoid=["Suez Canal"]).lonlat.tobytes() == closed.lonlat.tobytes()


def test_the_suez_canal_is_as_long_as_it_is_said_to_be():
    """193 km with its approaches, says the Suez Canal Authority; a course of ten points is a little shorter."""
    assert atlas.sea_route((32.4, 31.6), (32.5, 29.5)).canal_km == pytest.approx(185, abs=15)


def test_the_longitudes_never_jump_over_the_antimeridian():
    route = atlas.sea_route((-118.25, 33.7), (139.7, 35.4))
    assert np.abs(np.diff(route.lonlat[:, 0])).max() < 1
    west, east = route.geometry.geoms
    assert {west.coords[-1][0], east.coords[0][0]} == {-180.0, 180.0}


@pytest.mark.parametrize(
    ("start", "words", "cause", "of"),
    [
        ((37.62, 55.75), "inland: the nearest sea is 6.. km", "inland", ("(37.62, 55.75)",)),
        ((51.17, 43.65), "Caspian", "apart", ("(51.17, 43.65)", "(120.95, 14.58)")),
        ((37.4, 126.7), "outside the map", "asked", ()),
        ((0.0, 95.0), "outside the map", "asked", ()),
        ((math.nan, 0.0), "no position", "asked", ()),
        ((-87.63, 41.88), "lakes", "inland", ("(-87.63, 41.88)",)),
        ("Mongolia", "no coast", "coastless", ("Mongolia",)),
    ],
)
def test_a_way_that_cannot_be_sailed_is_refused_with_its_reason(start, words, cause, of):
    with pytest.raises(atlas.NoSeaRoute, match=words) as refusal:
        atlas.sea_route(start, MANILA)
    assert (refusal.value.cause, refusal.value.of) == (cause, of)
    assert refusal.value.reason


def test_closing_every_way_is_refused():
    with pytest.raises(atlas.NoSeaRoute, match="closed by what it has to avoid"):
        atlas.sea_route((23.6, 37.9), SINGAPORE, avoid=["Suez Canal", "Strait of Gibraltar"])


def test_to_pass_and_to_avoid_at_once_is_refused():
    with pytest.raises(atlas.NoSeaRoute, match="at once"):
        atlas.sea_route(BUSAN, MANILA, via=["Taiwan Strait"], avoid=["Formosa Strait"])


@pytest.mark.parametrize("option", ["via", "avoid"])
def test_an_unknown_name_is_an_error_that_names_the_known_ones(option):
    with pytest.raises(atlas.UnknownPassageError, match="did you mean Taiwan Strait"):
        atlas.sea_route(BUSAN, MANILA, **{option: ["Taiwann Strait"]})


def test_a_longitude_beyond_180_is_the_same_meridian():
    assert atlas.sea_route((200, 10), MANILA).km == pytest.approx(atlas.sea_route((-160, 10), MANILA).km, abs=0.1)


def test_a_country_departs_from_its_coast_and_says_so():
    route = atlas.sea_route("South Korea", MANILA)
    assert any("drawn by us: no port is named" in note for note in route.notes)
    country = atlas.area("South Korea")
    assert country.distance(shapely.Point(route.lonlat[0])) < 0.1


def test_a_sea_on_the_way_is_entered_and_one_to_avoid_is_not():
    sea = atlas.area("Sea of Japan")
    through = atlas.sea_route(BUSAN, (141.5, 42.5), via=["Sea of Japan"])
    around = atlas.sea_route((135.2, 34.6), (141.5, 42.5), avoid=["Sea of Japan"])
    assert shapely.LineString(through.lonlat).intersects(sea)
    assert not shapely.LineString(around.lonlat).intersects(sea)


def test_alternatives_are_labelled_by_the_straits_they_take():
    best = atlas.sea_route(KEELUNG, SINGAPORE, alternatives=2)
    assert 1 <= len(best.alternatives) <= 2
    for other in best.alternatives:
        assert other.passages != best.passages
        assert other.km >= best.km - 1
        assert other.label.endswith(" km")
        assert f"{other.km - best.km:+,.0f}" in other.label


def test_the_northern_sea_route_is_closed_unless_it_is_asked_for():
    murmansk, yokohama = (33.4, 69.2), (139.7, 35.4)
    shut = atlas.sea_route(murmansk, yokohama)
    opened = atlas.sea_route(murmansk, yokohama, via=["Northern Sea Route"])
    assert opened.km < 0.6 * shut.km
    assert "Northern Sea Route" in opened.passages
    assert any("Northern Sea Route is closed unless it is asked for" in note for note in shut.notes)
    assert not any("Northern Sea Route" in note for note in atlas.sea_route(LISBON, ROTTERDAM).notes)


def test_a_feature_is_cut_at_the_antimeridian_and_has_the_figures():
    feature = atlas.sea_route((-118.25, 33.7), (139.7, 35.4)).to_feature(label="west")
    assert feature["geometry"]["type"] == "MultiLineString"
    assert all(abs(lon) <= 180 for part in feature["geometry"]["coordinates"] for lon, _ in part)
    assert feature["properties"]["label"] == "west"


def test_every_edge_of_the_network_is_free_of_land():
    """What was checked when the file was compiled is checked here with the coast that ships."""
    network = open_network()
    one, two = network.half
    canal = (network.canal[one] > 0) & (network.canal[two] > 0)
    some = np.flatnonzero(~canal)[::50]
    owner, ends = chords(network.points[one[some]], network.points[two[some]])
    ends[:, :, 0] -= 360 * np.round(ends[:, :1, 0] / 360)
    assert not open_coast().hits(ends, owner, len(some)).any()


def test_the_file_of_lanes_is_small():
    assert data_path("lanes.npz").stat().st_size <= 2_000_000
