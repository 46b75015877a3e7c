import folium
import pytest
from folium.plugins import Fullscreen

from dateline.drawing.panels.figure import FigureError, leaflet, leaflet_licence, numbered, parts_of


def a_map():
    with numbered():
        return parts_of(folium.Map(location=[0, 0], tiles=None))


def test_a_map_links_nothing_and_keeps_its_container():
    """What folium links by default is gone, and so is the head that forbids a reader to zoom."""
    parts = a_map()
    assert "://" not in parts.html + parts.script
    assert parts.html.startswith('<div class="folium-map"')


def test_the_same_map_has_the_same_names():
    """Folium's random ids are replaced by numbers."""
    assert a_map() == a_map()


def test_a_plug_in_without_a_local_copy_is_refused_by_name():
    """The message names what was linked, so that a person knows what to leave out."""
    drawn = folium.Map(location=[0, 0], tiles=None)
    Fullscreen().add_to(drawn)
    with pytest.raises(FigureError, match="fullscreen"):
        parts_of(drawn)


def test_braces_in_a_rendered_piece_do_not_run():
    """Branca would render a piece once more as a template; here 7*191 stays a product that nobody works out."""
    drawn = folium.Map(location=[0, 0], tiles=None)
    folium.Marker([0, 0], popup="{{ 7*191 }}", icon=folium.DivIcon(html="{{ 7*191 }}")).add_to(drawn)
    assert "1337" not in parts_of(drawn).script


def test_leaflet_is_whole_and_asks_for_no_picture():
    """The script is Leaflet 1.9.4; its style sheet has no address left that a browser could ask for."""
    script, style = leaflet()
    assert 'version="1.9.4"' in script or "1.9.4" in script
    assert "url(images" not in style
    assert "sourceMappingURL" not in script
    assert "--" not in leaflet_licence()  # it stands in a comment
