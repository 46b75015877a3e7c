"""The map's seam and marks moved by whole turns."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dateline.drawing.geometry.turns import free_meridian, nearest_turn

lon = st.floats(-180, 180)
spans = st.lists(st.tuples(lon, st.floats(0, 120)).map(lambda s: (s[0], s[0] + s[1])), max_size=12)


@given(spans)
def test_the_seam_cuts_no_mark_where_that_can_be(marks):
    """If five degrees anywhere are free of marks, the seam cuts none."""
    seam = (free_meridian(marks) + 180) % 360
    cut = any(0.0 < (seam - west) % 360 < east - west for west, east in marks)
    free = [n for n in range(360) if not any((n - west) % 360 <= east - west for west, east in marks)]
    wide = any(all((n + d) % 360 in free for d in range(5)) for n in free)
    assert not (cut and wide)


@given(spans)
def test_the_meridian_is_a_longitude(marks):
    assert -180 <= free_meridian(marks) < 180


def test_without_marks_the_map_is_centred_on_greenwich():
    assert free_meridian([]) == 0


@given(lon, st.floats(0, 200), lon)
def test_a_mark_lands_within_half_a_turn_of_the_meridian(west, wide, meridian):
    by = nearest_turn(west, west + wide, meridian)
    assert by % 360 == 0
    assert abs(west + wide / 2 + by - meridian) <= 180 + 1e-9


@given(spans)
def test_marks_all_round_the_world_still_get_a_meridian(marks):
    """Three spans that leave no gap."""
    ring = [(-180.0, -50.0), (-60.0, 70.0), (60.0, 190.0)]
    assert -180 <= free_meridian([*ring, *marks]) < 180
