"""A story as KML: the words say what its lines cannot, it holds any words, and it asks for nothing."""

from __future__ import annotations

import html
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.drawing.geodata import layers
from dateline.drawing.geodata.kml import kml_of
from dateline.drawing.style.house import House
from dateline.story import file
from dateline.story.model import STATUSES, Event
from tests.drawing import small
from tests.drawing.small import said

STORIES = Path(__file__).parents[2] / "stories"


@pytest.fixture(scope="module", params=["grain", "pacific", "frigates", "hostile"])
def told(request):
    return file.load(STORIES / f"{request.param}.yaml")


def read(story, **options):
    return ElementTree.fromstring(kml_of(story, **options))  # noqa: S314 - our own


def test_kml_names_the_status_of_every_mark(told):
    """KML draws no dashes, so the words have to say it."""
    root = ElementTree.fromstring(kml_of(told))  # noqa: S314 - our own
    space = {"k": "http://www.opengis.net/kml/2.2"}
    statuses = layers.marks(told).set_index("id")["status"]
    for placemark in root.iterfind(".//k:Placemark", space):
        if placemark.get("id") in statuses.index:
            assert placemark.find("k:name", space).text.startswith(f"{statuses[placemark.get('id')]}: ")


def test_kml_holds_what_google_earth_asks_for(told):
    """Every style that is named is there, every id is there once, and no picture or link would be fetched."""
    root = ElementTree.fromstring(kml_of(told))  # noqa: S314 - our own
    space = {"k": "http://www.opengis.net/kml/2.2"}
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    assert {url.text.removeprefix("#") for url in root.iterfind(".//k:styleUrl", space)} <= set(ids)
    assert not root.findall(".//k:href", space)
    for placemark in root.iterfind(".//k:Placemark", space):
        # The order of KML's schema: name, description, styleUrl, ExtendedData, then the geometry.
        order = [child.tag.split("}")[1] for child in placemark]
        assert order[:3] == ["name", "description", "styleUrl"]
        assert order[-1] in {"Point", "LineString", "Polygon", "MultiGeometry"}


def test_markup_in_an_article_is_words_in_a_balloon():
    """A balloon shows its description as HTML; the words of the article are no HTML."""
    words = "<img src=x onerror=alert(1)> & more"
    stays = Event("e1", "presence", place="lima", status="asserted", evidence=(said(words, 0),))
    found = small.story(stays, text=words)
    root = ElementTree.fromstring(kml_of(found))  # noqa: S314 - our own
    shown = root.find(".//{*}Placemark[@id='e1']/{*}description").text
    assert html.unescape(shown) == words
    assert "<" not in shown


def coordinates(root):
    """Every point of a document."""
    words = [element.text for element in root.iterfind(".//{*}coordinates")]
    return [tuple(map(float, point.split(","))) for line in words for point in line.split()]


def test_every_point_is_written_longitude_first_within_180(told):
    points = coordinates(read(told))
    assert points
    assert all(-180 <= lon <= 180 and -90 <= lat <= 90 for lon, lat in points)


def test_a_flow_over_the_antimeridian_is_cut_there():
    """A viewer that joins 179 to -179 would draw a line round the world."""
    root = read(small.story(small.flow(from_="suva", to="lima")))
    lines = [line.text.split() for line in root.iterfind(".//{*}LineString/{*}coordinates")]
    lons = [[float(point.split(",")[0]) for point in line] for line in lines]
    assert len(lons) == 2
    assert all(max(line) - min(line) < 180 for line in lons)


@given(st.text())
def test_any_words_make_a_document_that_can_be_read(words):
    """What XML cannot hold is marked; all else comes back."""
    stays = Event("e1", "use", place="lima", goods=words, status="planned")
    found = read(small.story(stays)).find(".//{*}Data[@name='goods']/{*}value")
    if words and words.isprintable():
        assert found.text == words
    assert found is None or isinstance(found.text, str | None)


@pytest.mark.parametrize("status", STATUSES)
def test_only_a_fact_is_drawn_in_full(status):
    """KML has no dashes: what is less than a fact is thinner and lets the ground through."""
    root = read(small.story(small.flow(status=status)))
    style = root.find(".//{*}Placemark[@id='e1']/{*}styleUrl").text.removeprefix("#")
    line = root.find(f".//{{*}}Style[@id='{style}']/{{*}}LineStyle")
    opaque = line.find("{*}color").text.startswith("ff")
    assert opaque == (status == "asserted")
    assert (float(line.find("{*}width").text) > 2) == opaque


def test_a_colour_is_written_from_blue_to_red():
    """KML's order is alpha, blue, green, red."""
    root = read(small.story(small.flow(thread="a")), house=House(colours=("#8B0102",)))
    assert root.find(".//{*}Style[@id='thread-0']/{*}LineStyle/{*}color").text == "ff02018b"


def test_each_story_line_is_a_folder_of_its_marks():
    root = read(small.story(small.flow("e1", thread="the-grain"), small.flow("e2", thread="arms", to="suva")))
    folders = {folder.find("{*}name").text: folder for folder in root.iterfind(".//{*}Folder")}
    assert list(folders) == ["the grain", "arms", "places"]
    assert [mark.get("id") for mark in folders["arms"].iterfind("{*}Placemark")] == ["e2"]
    assert len(folders["places"].findall("{*}Placemark")) == sum(p.lon is not None for p in small.PLACES.values())
