"""Properties of land, boundaries and clipping."""

from __future__ import annotations

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from dateline.atlas.areas import BoundsError, boundaries, clip_to_view, land, recut

SCALES = ("110m", "50m", "10m")
# Public positions: cities and capes for land, open sea, lakes by their own coordinates.
ON_LAND = [(100, 68), (34, 45), (121, 24), (121, 15), (178, -17.8), (0, -89), (-179.5, 67.5), (37.6, 55.75)]
ON_WATER = [(116, 20), (119.3, 24.5), (179.9, 60), (51, 42), (-150, 0), (-87.5, 47.7), (108.1, 53.5), (33, -1)]


@pytest.mark.parametrize("scale", SCALES)
def test_land_holds_siberia_fiji_antarctica_and_lakes_are_water(scale):
    """Rings over the antimeridian and the pole come out whole; the great lakes are cut out."""
    found = land(scale=scale)
    assert found.is_valid
    assert found.bounds[0] >= -180
    assert found.bounds[2] <= 180
    assert [p for p in ON_LAND if not shapely.intersects_xy(found, *p)] == []
    assert [p for p in ON_WATER if shapely.intersects_xy(found, *p)] == []


@given(west=st.integers(-360, 359), width=st.integers(1, 360), south=st.integers(-90, 89), height=st.integers(1, 90))
def test_land_in_a_box_stays_in_it_and_is_the_land_there(west, width, south, height):
    """Any box, over the seam or not: the answer is inside, valid, and the same land as the world's."""
    box = (west, south, west + width, min(90, south + height))
    found = land(box)
    assert found.is_valid
    if not found.is_empty:
        assert shapely.box(*box).buffer(1e-9).covers(shapely.box(*found.bounds))
    lon, lat = west + width * 0.37, south + (box[3] - south) * 0.41
    turned = (lon + 180) % 360 - 180
    assert shapely.intersects_xy(found, lon, lat) == shapely.intersects_xy(land(), turned, lat)


@given(st.integers(-360, 360))
def test_recut_keeps_the_area_for_any_meridian(around):
    """Moving the seam loses no land and leaves no piece outside the turn."""
    moved = recut(land(), around)
    assert moved.is_valid
    assert moved.area == pytest.approx(land().area, rel=1e-6)
    assert around - 180 - 1e-9 <= moved.bounds[0]
    assert moved.bounds[2] <= around + 180 + 1e-9


def test_recut_joins_siberia_over_the_old_seam():
    """Chukotka is one piece of land when the seam lies elsewhere."""
    moved = recut(land(), 180)
    assert len([p for p in moved.geoms if shapely.intersects_xy(p, [179, 182], [67.5, 67.5]).any()]) == 1


@given(st.sampled_from([(110, 0, 150, 45), (160, -30, 200, 0), (-30, 30, 60, 75)]), st.integers(50, 2000))
def test_a_view_keeps_named_islands_and_loses_detail_only(bounds, width_px):
    """However coarse the view, a named islet stays; vertices only become fewer."""
    whole = land(bounds, scale="50m")
    smallest = min(whole.geoms, key=lambda p: p.area)
    point = smallest.representative_point()
    seen = clip_to_view(whole, bounds, width_px=width_px, keep=[(point.x, point.y)])
    assert shapely.distance(seen, point) == 0
    assert shapely.get_num_coordinates(seen) <= shapely.get_num_coordinates(whole)
    assert seen.is_valid


def test_a_view_without_the_geometry_is_empty():
    """A box elsewhere gives nothing, of the same kind."""
    fiji = land((176, -20, 182, -15), scale="50m")
    assert clip_to_view(fiji, (0, 0, 10, 10)).is_empty
    assert not clip_to_view(fiji, (-184, -20, -175, -15)).is_empty


def test_boundaries_are_lines_on_land():
    """Settled and disputed lines part the whole; none runs along a coast."""
    lines = boundaries(scale="50m")
    parts = [boundaries(scale="50m", disputed=disputed) for disputed in (True, False)]
    assert sum(len(p.geoms) for p in parts) == len(lines.geoms)
    assert all(not p.is_empty for p in parts)
    crimea = (33.0, 45.4, 36.5, 46.3)
    assert boundaries(crimea, scale="50m").is_empty


@pytest.mark.parametrize(
    "bounds", [(0, 10, 10, 10), (0, 20, 10, 10), (0, 0, 400, 10), (0, -91, 1, 0), (0, 0, float("nan"), 1)]
)
def test_a_box_that_is_none_is_refused_in_one_line(bounds):
    """The message names the value and what to give."""
    with pytest.raises(BoundsError, match="west, south, east, north") as caught:
        land(bounds)
    assert "\n" not in str(caught.value)


def test_an_unknown_scale_is_refused():
    """The known ones are listed."""
    with pytest.raises(BoundsError, match="110m, 50m, 10m"):
        land(scale="1m")
