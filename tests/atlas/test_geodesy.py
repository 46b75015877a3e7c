"""Distances, bearings, arcs and the antimeridian hold everywhere on the globe."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from pyproj import Geod

from dateline.atlas import geodesy
from dateline.errors import DatelineError

GEOD = Geod(ellps="WGS84")
lons = st.floats(-180, 180)
lats = st.floats(-89, 89)
points = st.tuples(lons, lats)
mapped = st.tuples(lons, st.floats(-80, 80))
lines = st.lists(points, min_size=2, max_size=12)


@given(st.lists(lons, min_size=1, max_size=20), st.one_of(st.none(), st.floats(-180, 180)))
def test_unwrapped_longitudes_never_jump_and_keep_their_places(lon, around):
    """Neighbours stay within half a turn, and each point is on the same meridian as before."""
    out = geodesy.unwrap(lon, around=around)
    assert np.all(np.abs(np.diff(out)) <= 180 + 1e-9)
    np.testing.assert_allclose((out - np.array(lon) + 180) % 360, 180, atol=1e-9)
    if around is not None:
        assert abs(out[0] - around) <= 180 + 1e-9


@given(lines)
@example([(179.99999999999997, 0.0), (179.99999999999997, 1.0)])
def test_pieces_of_a_cut_line_make_the_line_again(line):
    """Each piece is within the world; in order they give back every point, and cuts meet at the antimeridian."""
    pieces = geodesy.split_antimeridian(line)
    for piece in pieces:
        assert len(piece) > 1
        assert np.abs(piece[:, 0]).max() <= 180 + 1e-9
        assert np.abs(np.diff(piece[:, 0])).max() <= 180 + 1e-9
    for one, two in pairwise(pieces):
        assert abs(one[-1, 0]) == pytest.approx(180)
        assert abs(one[-1, 0] - two[0, 0]) == pytest.approx(360)
        assert one[-1, 1] == pytest.approx(two[0, 1])
    if pieces:
        joined = geodesy.unwrap_line(np.vstack(pieces))
        whole = geodesy.unwrap_line(line)
        assert np.abs(np.diff(joined, axis=0)).sum() == pytest.approx(np.abs(np.diff(whole, axis=0)).sum(), abs=1e-6)


@given(points, points)
def test_distances_agree_with_proj(a, b):
    """Within 20 m in 1,000 km of the exact geodesic, but for points that are nearly antipodes."""
    exact = GEOD.inv(*a, *b)[2] / 1000
    assume(exact < 19_000)
    assert float(geodesy.distance_km(a, b)) == pytest.approx(exact, rel=3e-5, abs=0.001)


@given(points, points)
def test_bearings_agree_with_proj(a, b):
    """The great circle's first bearing is the ellipsoid's within half a degree, but where antipodes are near."""
    exact = GEOD.inv(*a, *b)
    assume(1 < exact[2] / 1000 < 15_000)
    off = (float(geodesy.bearing(a, b)) - exact[0] + 180) % 360 - 180
    assert abs(off) < 0.5


@given(points, st.floats(0, 359.9), st.floats(1, 15_000))
def test_a_point_at_an_offset_is_as_far_as_asked(start, degrees, km):
    """On the sphere's scale, so within 0.6 % on the ellipsoid."""
    assert float(geodesy.distance_km(start, geodesy.offset(start, degrees, km))) == pytest.approx(km, rel=0.006)


@given(points, points)
def test_a_great_circle_is_the_shortest_way_and_ends_where_asked(a, b):
    """Its length is the distance; first and last points are the ends; it never jumps."""
    assume(float(geodesy.distance_km(a, b)) < 19_500)
    line = geodesy.great_circle(a, b, points=65)
    assert tuple(line[0]) == a
    assert line[-1, 1] == b[1]
    assert (line[-1, 0] - b[0]) % 360 == pytest.approx(0, abs=1e-9) or (line[-1, 0] - b[0]) % 360 > 359.99
    assert geodesy.length_km(line) == pytest.approx(float(geodesy.distance_km(a, b)), rel=0.001, abs=0.01)


@example((0.0, 0.0), (2.2250738585e-313, 1.0))
@given(mapped, mapped)
def test_a_bowed_arc_bends_left_and_stays_on_the_map(a, b):
    """Every point lies left of the chord, the height is 8 to 35 % of it, nothing leaves the Mercator world."""
    line = geodesy.bowed_arc(a, b)
    x, y = line[:, 0], geodesy.mercator(line[:, 1])
    chord = np.array([x[-1] - x[0], y[-1] - y[0]])
    length = np.hypot(*chord)
    assume(length > 0.01)
    assert 32 <= len(line) <= 64
    assert np.abs(chord[0]) <= 180 + 1e-9
    left = (chord[0] * (y - y[0]) - chord[1] * (x - x[0])) / length
    assert left.min() > -1e-6 * length - 1e-9
    assert left.max() <= 0.351 * length
    assert np.abs(line[:, 1]).max() <= geodesy.MERCATOR_LIMIT_DEG + 1e-9
    if np.abs(line[:, 1]).max() < 84:
        assert left.max() >= 0.0795 * length
    np.testing.assert_allclose(left, left[::-1], atol=1e-5 * length)


@given(mapped, mapped)
def test_there_and_back_part(a, b):
    """The arcs A to B and B to A meet at their ends only."""
    there, back = geodesy.bowed_arc(a, b), geodesy.bowed_arc(b, a)
    length = np.hypot(there[-1, 0] - there[0, 0], np.diff(geodesy.mercator(there[[0, -1], 1]))[0])
    assume(0.01 < length < 179)
    assume(max(np.abs(there[:, 1]).max(), np.abs(back[:, 1]).max()) < 84)
    middle = len(there) // 2
    turns = np.round((there[middle, 0] - back[middle, 0]) / 360)
    gap = np.hypot(*(there[middle] - back[-middle - 1] - [360 * turns, 0]))
    assert gap > 0


@given(lats)
def test_mercator_has_its_inverse(lat):
    """There and back is the same latitude."""
    assert float(geodesy.inverse_mercator(geodesy.mercator(lat))) == pytest.approx(lat, abs=1e-9)


@given(lines, st.lists(st.floats(0, 1), min_size=1, max_size=5))
def test_points_along_a_line_come_in_order(line, shares):
    """The start and the end are the line's own; a distance further on is further along the line."""
    smooth = geodesy.unwrap_line(line)
    km = geodesy.length_km(smooth)
    got = geodesy.along(smooth, [0.0, *(share * km for share in sorted(shares)), km])
    np.testing.assert_allclose(got[0], smooth[0], atol=1e-6)
    np.testing.assert_allclose(got[-1], smooth[-1], atol=1e-6)


@pytest.mark.parametrize(
    ("bad", "words"),
    [
        ([(25.0, 121.5)], "latitude 121.5"),
        ([(np.nan, 0.0)], "finite"),
        ([(1.0, 2.0, 3.0)], "N x 2"),
        ([("east", "north")], "no list"),
        (None, "finite|no list|N x 2"),
    ],
)
def test_what_is_no_line_is_refused_with_its_reason(bad, words):
    with pytest.raises(DatelineError, match=words):
        geodesy.line_from_points(bad)


def test_nothing_gives_nothing():
    assert geodesy.unwrap([]).size == 0
    assert geodesy.split_antimeridian([]) == []
    assert geodesy.split_antimeridian([(1, 2)]) == []
    assert geodesy.length_km([]) == 0
