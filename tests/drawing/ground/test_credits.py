"""Whose data a page is made of: every holder that is owed a word has it, once."""

from __future__ import annotations

import pytest

from dateline import atlas
from dateline.atlas.areas import basemap_sources
from dateline.drawing.ground.credits import Data, boundary_source, credit_line, data_of
from dateline.drawing.page import draw
from tests.drawing.small import flow, story

OWED = [source for source in (*basemap_sources(), *atlas.sources()) if source.attribution]


@pytest.mark.parametrize("lang", ["en", "de"])
def test_each_holder_is_named_once_with_all_that_it_is_owed(lang):
    """Whatever the package that its data came in: no attribution, licence or version is lost."""
    found = data_of(lang=lang)
    assert len({one.name for one in found}) == len(found)
    told = {words for one in found for words in one.attributions}
    assert {source.attribution for source in OWED} <= told
    for source in OWED:
        (holder,) = [one for one in found if source.attribution in one.attributions and source.name in one.version]
        assert source.licence in holder.licence
        assert source.version in holder.version


def test_a_licence_that_wants_to_be_named_is():
    """CC BY 4.0 asks for it; the public domain does not."""
    line = credit_line(data_of())
    assert "GeoNames (CC BY 4.0)" in line
    assert "Natural Earth" in line
    assert "Natural Earth (" not in line


def test_a_line_names_every_data_set_in_order():
    sets = tuple(
        Data(name, "1", licence, (), "", "") for name, licence in (("A", "MIT"), ("B", "CC BY 4.0"), ("C", ""))
    )
    assert credit_line(sets) == "A · B (CC BY 4.0) · C"
    assert credit_line(()) == ""


def test_names_in_another_language_have_their_own_holder():
    """English names are the atlas's; German ones are Unicode CLDR's."""
    assert "Unicode CLDR" not in {one.name for one in data_of()}
    (cldr,) = [one for one in data_of(lang="de") if one.name == "Unicode CLDR"]
    assert "Unicode" in cldr.licence
    assert cldr.version.split()[-1][0].isdigit()


def test_lines_between_countries_have_a_source_and_a_viewpoint():
    """A reader may ask whose view of borders a map has."""
    source = boundary_source()
    assert source in basemap_sources()
    assert source.viewpoint
    assert "lines between" in source.role


def test_every_holder_is_named_on_the_page():
    page = draw(story(flow())).html
    assert all(one.name in page for one in data_of())
