"""Names find the places they mean, and say how sure that is."""

from __future__ import annotations

import pytest

from dateline import atlas


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [("France", "country", "FR"), ("U.S.", "country", "US"), ("Kyiv", "city", "UA"), ("Burma", "country", "MM")],
)
def test_a_plain_name_finds_its_place_first(name, kind, country):
    first = atlas.find(name)[0]
    assert (first.kind, first.countries) == (kind, (country,))


def test_every_place_is_found_again_by_its_id():
    place = atlas.find("Manila")[0]
    assert atlas.get(place.id).name == "Manila"


def test_an_unknown_id_says_what_to_do():
    with pytest.raises(atlas.UnknownPlaceError, match=r"atlas\.find"):
        atlas.get(5)
