import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely import LineString, Point

from dateline.drawing.geometry.nodes import Node
from dateline.drawing.geometry.shapes import Shapes
from dateline.drawing.ground.basemap import basemap, encoded

lons, lats = st.integers(-54000, 54000), st.integers(-8400, 8400)


def decoded(word):
    """What the page's script does, written anew."""
    numbers, number, shift = [], 0, 0
    for letter in word:
        bits = (92 if letter == "!" else ord(letter)) - 63
        number |= (bits & 31) << shift
        shift += 5
        if not bits & 32:
            numbers.append(-((number + 1) >> 1) if number & 1 else number >> 1)
            number = shift = 0
    lon = lat = 0
    out = []
    for x, y in zip(numbers[::2], numbers[1::2], strict=True):
        lon, lat = lon + x, lat + y
        out.append((lon, lat))
    return out


@given(st.lists(st.tuples(lons, lats), min_size=2, max_size=30))
def test_a_line_comes_back_from_its_word_to_the_hundredth(points):
    """Steps in letters lose nothing of a hundredth of a degree, and no letter needs an escape in JSON."""
    (word,) = encoded(LineString([(x / 100, y / 100) for x, y in points]))
    assert decoded(word) == points
    assert not set('"\\<>&') & set(word)


PLACES = [
    (100, 68, True),  # Siberia
    (34, 45, True),  # Crimea
    (121, 24, True),  # Taiwan
    (121, 15, True),  # Luzon
    (116, 20, False),  # South China Sea
    (119.3, 24.5, False),  # Taiwan Strait
]


@pytest.mark.parametrize("meridian", [0.0, 80.0, 179.0, -75.0])
def test_land_is_land_and_sea_is_sea_wherever_the_seam_is(meridian):
    """The map may be centred anywhere: no band of land is lost."""
    ground = basemap(Shapes(meridian, {}, {})).land
    for lon, lat, is_land in PLACES:
        here = Point(lon + 360 * round((meridian - lon) / 360), lat)
        assert shapely.contains(ground, here) == is_land, (lon, lat)


def test_the_edge_of_the_fine_view_does_not_show():
    """Land is fine near the story and coarse elsewhere; where the two meet there is neither a gap nor an overlap."""
    node = Node("kyiv", "Kyiv", "kyiv", "city", 30.5, 50.4, "city")
    ground = basemap(Shapes(30.0, {}, {"kyiv": node})).land
    edge = LineString([(24.5, 48), (24.5, 53)])  # six degrees west of the only place, inland
    assert ground.buffer(1e-9).contains(edge)
    assert sum(part.area for part in ground.geoms) == pytest.approx(shapely.union_all(ground).area, rel=1e-6)
