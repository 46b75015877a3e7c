"""The project file: read once, all its faults with their lines, and nothing of it kept between calls."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

from dateline.config import FIELDS, ProjectFileError, load_project, project_for
from dateline.drawing.encodings import LAND, SEA, THREAD_COLOURS
from dateline.drawing.house import House, HouseError, contrast
from dateline.drawing.page import draw
from dateline.reading.article import parse
from dateline.reading.geoparse import geoparse
from dateline.reading.own import Own, OwnPlace, with_own
from dateline.story import file

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


def test_an_own_place_is_found_and_a_stop_word_is_not():
    article = parse("Lorries left Depot 7 for Oslo. Reading stayed calm, and so did the old depot.")
    own = Own(places=(OwnPlace("Depot 7", 36.1, 49.9, aliases=("the old depot",)),), stop_words=frozenset({"Reading"}))
    found = with_own(article, geoparse(article), own)
    named = [(mention.text, mention.place.lon if mention.place else None) for mention in found]
    assert [entry for entry in named if "epot" in entry[0]] == [("Depot 7", 36.1), ("the old depot", 36.1)]
    assert "Oslo" in {text for text, _ in named}
    assert "Reading" not in {text for text, _ in named}
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_an_alias_means_the_place_that_it_names(written):
    own = load_project(written('[aliases]\nGotham = "New York City"\n')).own
    article = parse("Rain fell in Gotham on Monday.")
    (mention,) = with_own(article, geoparse(article), own)
    assert mention.place.name == "New York City"


def test_an_own_name_is_a_whole_word():
    article = parse("The Depot 77 report was late.")
    assert not [m for m in with_own(article, (), Own(places=(OwnPlace("Depot 7", 1, 2),))) if m.text == "Depot 7"]


@pytest.mark.parametrize("colour", THREAD_COLOURS)
def test_the_page_s_own_colours_keep_the_floor_that_is_asked_of_others(colour):
    assert min(contrast(colour, LAND), contrast(colour, SEA)) >= 3
    assert House((colour,)).colours == (colour,)


def test_contrast_is_that_of_wcag():
    """The worked values of WCAG's own technique G18."""
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert contrast("#FFFFFF", "#FFFFFF") == 1


@pytest.mark.parametrize("font", ["a;b", "url(x)", "</style>", "x}"])
def test_a_font_cannot_end_its_declaration(font):
    with pytest.raises(HouseError, match="is no list of families"):
        House(font=font)


def test_a_page_in_the_house_s_look_says_its_credit_and_keeps_the_dashes(grain):
    plain, house = draw(grain).html, draw(grain, house=House(("#8B0000",), credit="Map: <Example> News")).html
    assert "Map: &lt;Example&gt; News" in house
    assert "--thread-0: #8B0000" in house
    assert re.findall(r"stroke-dasharray: [^;]+", plain) == re.findall(r"stroke-dasharray: [^;]+", house)
    assert draw(grain).html == plain


def test_every_field_is_documented():
    guide = (Path(__file__).parents[1] / "docs" / "howto" / "project_file.md").read_text(encoding="utf-8")
    for table, fields in FIELDS.items():
        for name in fields:
            assert f"`{name}`" in guide or name == "…", (table, name)
    assert load_text_of(guide)


def load_text_of(guide):
    """The guide's own example is read without a fault."""
    import tempfile

    example = re.search(r"```toml\n(.*?)```", guide, re.DOTALL)[1]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "dateline.toml"
        path.write_text(example, encoding="utf-8")
        return load_project(path)


def test_a_story_s_measures_stand_on_its_page_with_their_definitions(grain):
    from dataclasses import replace

    from dateline.story.model import Measure, Measured, Quantity

    at = grain.text.index("Strait of Sicily")
    claim = Measure(
        "m1",
        "width",
        "Strait of Sicily",
        (at, at + 16),
        Quantity(90, unit="miles"),
        144.841,
        ("strait-of-sicily",),
        measured=(Measured(145.0, "narrowest, shore to shore"),),
    )
    page = draw(replace(grain, measures=(claim,))).html
    assert 'data-measure="m1"' in page
    assert f'data-evidence-at="{at}-{at + 16}">Strait of Sicily<' in page
    assert "measured: 145 km," in page
    assert "narrowest, shore to shore" in page
    assert "145 km" in page
    assert 'data-panel="measures"' not in draw(grain).html
    assert file.to_document(replace(grain, measures=(claim,)))["measures"][0]["measured"][0]["value"] == 145


def test_an_own_place_is_drawn_as_the_editor_s_own(tmp_path):
    """From the project file to the story: no id of the atlas, and the lint lets it be drawn."""
    from dateline import check, read

    own = Own(places=(OwnPlace("Camp Birch", 36.1, 49.9, kind="city", precision="city"),))
    story = read("Two ferries sailed from Bari to Camp Birch on Monday.", own=own)
    (place,) = [place for place in story.places.values() if place.name == "Camp Birch"]
    assert (place.atlas, place.review, place.lon) == (None, "added", 36.1)
    assert not [finding for finding in check(story) if finding.rule == "place-in-text"]
    story.save(tmp_path / "story.yaml")
    from dateline import load

    assert load(tmp_path / "story.yaml").places == story.places
