"""The project file: read once, all its faults with their lines, and nothing of it kept between calls."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dateline.config import FIELDS, ProjectFileError, load_project, project_for
from dateline.drawing.style.house import House
from dateline.reading.own import OwnPlace, with_own
from dateline.reading.places.geoparse import geoparse
from dateline.reading.text.article import parse

WHOLE = """\
language = "de"
home = "Alexandria, Louisiana"
stop_words = ["Reading"]

[[places]]
name = "Depot 7"
lon = 36.1
lat = 49.9
countries = ["UA"]
aliases = ["the old depot"]

[[places]]
name = "Camp Birch"
lon = -179.5
lat = 66
kind = "city"
precision = "city"

[aliases]
Saigon = "Ho Chi Minh City"
"The Hook" = 2753106

[house]
colours = ["#8B0000", "#00558B"]
font = "Georgia, 'Times New Roman', serif"
credit = "Map: Example News"
"""


@pytest.fixture
def written(tmp_path):
    def write(text):
        path = tmp_path / "dateline.toml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_every_field_is_read(written):
    project = load_project(written(WHOLE))
    assert (project.language, project.home) == ("de", "Alexandria, Louisiana")
    assert project.own.stop_words == {"Reading"}
    assert [place.name for place in project.own.places] == ["Depot 7", "Camp Birch"]
    assert project.own.places[0] == OwnPlace("Depot 7", 36.1, 49.9, countries=("UA",), aliases=("the old depot",))
    assert project.own.aliases["Saigon"].name == "Ho Chi Minh City"
    assert project.house == House(("#8B0000", "#00558B"), "Georgia, 'Times New Roman', serif", "Map: Example News")


FAULTS = """\
langage = "de"
stop_words = "Reading"
[[places]]
name = "Depot 7"
lon = 361
lat = "49.9"
[[places]]
lon = 1
lat = 2
precision = "exact"
[aliases]
Saigon = "Hoo Chee Minn Zity"
[house]
colours = ["#FFFF00"]
"""


def test_all_faults_are_told_at_once_each_with_its_line(written):
    with pytest.raises(ProjectFileError) as caught:
        load_project(written(FAULTS))
    message = str(caught.value)
    assert [int(n) for n in re.findall(r"line (\d+):", message)] == [1, 2, 5, 6, 7, 10, 12, 14]
    assert "langage: no field of this name; did you mean 'language'?" in message
    assert "stop_words: 'Reading' is not a list in brackets" in message
    assert "places.lon: 361 is not between -180 and 180" in message
    assert "places.lat: '49.9' is not a number" in message
    assert "places: name is missing" in message
    assert "is no place of the atlas" in message
    assert "below 3" in message


@pytest.mark.parametrize(
    "text",
    ["[[places]\n", "a = \n", "places = 3", "house = []", "aliases = 1", "[house]\nfont = 'x; } body { color: red'"],
)
def test_what_is_no_project_file_is_refused_with_a_line(written, text):
    with pytest.raises(ProjectFileError, match=r"line \d+: "):
        load_project(written(text))


def test_the_file_beside_the_story_comes_before_that_of_the_home_folder(tmp_path, monkeypatch):
    home, beside = tmp_path / "home", tmp_path / "beside"
    for folder, credit in ((home, "from home"), (beside, "from beside")):
        folder.mkdir()
        (folder / "dateline.toml").write_text(f'[house]\ncredit = "{credit}"\n', encoding="utf-8")
    monkeypatch.setattr(Path, "home", lambda: home)
    assert project_for(beside).house.credit == "from beside"
    assert project_for(tmp_path).house.credit == "from home"
    (home / "dateline.toml").unlink()
    assert project_for(tmp_path) == project_for()


def test_an_alias_means_the_place_that_it_names(written):
    own = load_project(written('[aliases]\nGotham = "New York City"\n')).own
    article = parse("Rain fell in Gotham on Monday.")
    (mention,) = with_own(article, geoparse(article), own)
    assert mention.place.name == "New York City"


def test_every_field_is_documented():
    guide = (Path(__file__).parents[1] / "docs" / "howto" / "project_file.md").read_text(encoding="utf-8")
    for table, fields in FIELDS.items():
        for name in fields:
            assert f"`{name}`" in guide or name == "…", (table, name)


def test_the_guide_s_own_example_is_read_without_a_fault(written):
    guide = (Path(__file__).parents[1] / "docs" / "howto" / "project_file.md").read_text(encoding="utf-8")
    project = load_project(written(re.search(r"```toml\n(.*?)```", guide, re.DOTALL)[1]))
    assert project.house.credit
