"""The compiled gazetteer: each row is one place, found by its id, and each name leads to what it names."""

from __future__ import annotations

import csv
import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.atlas.data import AtlasDataError, data_path
from dateline.atlas.index import Index, open_index
from dateline.atlas.norm import norm

INDEX = open_index()
STOPWORDS = Path(__file__).resolve().parents[2] / "geodata" / "src" / "stopwords.csv"
NEVER = {  # words that no place is found by
    norm(line["word"])
    for line in csv.DictReader(STOPWORDS.read_text(encoding="utf-8").splitlines())
    if line["sort"] == "never"
}
rows = st.integers(0, INDEX.count - 1)


@given(rows)
def test_a_place_is_found_by_its_id_and_is_one_object(row):
    """Whatever part of the file it stands in."""
    place = INDEX.place(row)
    assert INDEX.row_of(place.id) == row
    assert INDEX.place(row) is place
    assert (place.lon, place.lat) == INDEX.point(row)
    assert place.name == INDEX.name(row)


def test_each_place_is_found_by_its_own_name_unless_that_is_a_word_which_never_means_a_place():
    """As *Never* in Russia, *Most* in Czechia or *Officer* in Australia; of every place, as there are a few dozen."""
    hidden = {
        INDEX.name(row)
        for row in range(INDEX.count)
        if row not in {posting.row for posting in INDEX.look_up(norm(INDEX.name(row)))[0]}
    }
    assert {"Never", "Most"} <= hidden
    assert {norm(name) for name in hidden} <= NEVER


@given(st.integers(0, 2**31))
def test_an_id_that_no_place_has_has_no_row(ident):
    row = INDEX.row_of(ident)
    assert row is None or INDEX.place(row).id == ident


@given(st.text(max_size=20))
def test_any_name_is_looked_up_and_twice_the_same(name):
    postings, longest = INDEX.look_up(norm(name))
    assert (postings, longest) == INDEX.look_up(norm(name))
    assert all(0 <= posting.row < INDEX.count for posting in postings)


def test_the_first_word_knows_how_long_the_longest_name_is():
    """Each of these has three."""
    for name in ("bosnia and herzegovina", "bandar seri begawan", "rio de janeiro"):
        assert INDEX.look_up(norm(name).split()[0])[1] >= len(name.split())


@pytest.mark.parametrize(
    ("code", "name"),
    [  # ISO 3166, and GeoNames' list of first-level divisions
        pytest.param("JP", "Japan", id="a country"),
        pytest.param("GL", "Greenland", id="a territory"),
        pytest.param("US.TX", "Texas", id="a division"),
        pytest.param("AQ", "Antarctica", id="a continent"),
    ],
)
def test_a_code_leads_to_its_country_or_division(code, name):
    assert INDEX.name(INDEX.codes[code]) == name


def test_there_is_a_code_for_every_member_of_the_united_nations():
    """There are 193, and some that are none."""
    assert sum(len(code) == 2 for code in INDEX.codes) >= 193 + 2


@pytest.mark.parametrize(
    ("name", "seat"),
    [pytest.param("Canberra", 2, id="a capital"), pytest.param("Sacramento", 1, id="a division's seat"),
     pytest.param("Wollongong", 0, id="neither")],
)  # fmt: skip
def test_capitals_and_seats_are_told_from_other_towns(name, seat):
    cities = [post.row for post in INDEX.look_up(norm(name))[0] if INDEX.kind(post.row) == "city"]
    assert INDEX.seat(max(cities, key=INDEX.people)) == seat


@pytest.mark.parametrize(
    ("name", "people"),
    [pytest.param("India", 1.35e9, id="more than fits in three bytes"), pytest.param("Monaco", 38_000, id="few")],
)
def test_the_number_of_people_is_that_of_a_census(name, people):
    countries = [post.row for post in INDEX.look_up(norm(name))[0] if INDEX.kind(post.row) == "country"]
    assert INDEX.people(countries[0]) == pytest.approx(people, rel=0.1)


def test_a_file_of_another_version_is_refused_with_the_way_out(tmp_path):
    path = tmp_path / "other.sqlite"
    path.write_bytes(data_path("gazetteer.sqlite").read_bytes())
    with sqlite3.connect(path) as db:
        db.execute("UPDATE meta SET value = '1' WHERE key = 'schema'")
    db.close()
    with pytest.raises(AtlasDataError, match="another version of dateline"):
        Index(path.as_posix())
