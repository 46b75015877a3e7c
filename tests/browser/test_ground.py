"""Land, water, hatching and the names on the map."""

import io
from itertools import combinations

import numpy as np
import pytest
from PIL import Image

from tests.browser.stories import MAPS, READ

LAND = [(100, 68), (34, 45), (121, 24), (121, 15)]
SEA = [(116, 20), (119.3, 24.5)]
_PIXEL = """([lon, lat]) => {
  const map = window.dateline.map;
  const canvas = document.querySelector(".leaflet-basemap-pane canvas");
  const box = canvas.getBoundingClientRect(), frame = map.getContainer().getBoundingClientRect();
  const p = map.latLngToContainerPoint([lat, lon]);
  const k = canvas.width / box.width;
  const at = [(p.x + frame.left - box.left) * k, (p.y + frame.top - box.top) * k];
  return [...canvas.getContext("2d").getImageData(...at, 1, 1).data];
}"""


def colour_of(reader, name):
    value = reader.ask(f"getComputedStyle(document.documentElement).getPropertyValue('{name}').trim()")
    return [int(value[n : n + 2], 16) for n in (1, 3, 5)]


def picture(reader):
    """The map as pixels."""
    return np.asarray(
        Image.open(io.BytesIO(reader.page.locator(".leaflet-container").screenshot())).convert("RGB")
    ).astype(int)


def test_land_is_land_of_one_colour_and_water_is_water(read):
    """A17: also Siberia's band and both sides of Crimea; the note says whose lines these are."""
    reader = read("first")
    land = colour_of(reader, "--land")
    for lon, lat in LAND:
        reader.look(lon, lat, 6)
        assert reader.ask(_PIXEL, [lon, lat]) == [*land, 255]
    for lon, lat in SEA:
        reader.look(lon, lat, 6)
        assert reader.ask(_PIXEL, [lon, lat])[3] == 0
    for lon, lat in ((33.0, 46.6), (34.3, 45.2), (37.5, 45.1)):
        reader.look(lon, lat, 7)
        assert reader.ask(_PIXEL, [lon, lat]) == [*land, 255]
    background = reader.ask("getComputedStyle(window.dateline.map.getContainer()).backgroundColor")
    assert [int(part) for part in background[4:-1].split(",")] == colour_of(reader, "--sea")
    note = reader.page.text_content('[data-note="boundaries"]')
    said = [one for one in reader.data["data"] if any(name.strip() in note for name in one["name"].split(","))]
    assert "Natural Earth" in note
    assert said or "version" in note
    assert "viewpoint" in note
    assert "Mercator" in reader.page.text_content('[data-note="projection"]')
    reader.trouble[:] = [said for said in reader.trouble if "getImageData" not in said]  # our own asking for pixels


@pytest.mark.parametrize(("name", "step"), [("first", 6), ("frigates", 6)])
def test_hatching_of_a_claim_on_water_paints_no_land(read, name, step):
    """A18: pixels that change with the hatching are all on water."""
    reader = read(name).goto(step)
    claims = [mark for mark in reader.marks().values() if mark["kind"] == "claim" and mark["shown"] == "true"]
    assert {mark["surface"] for mark in claims} == {"water"}
    hide = "(names) => { for (const n of names) window.dateline.map.getPane(n).style.visibility = 'hidden'; }"
    reader.ask(hide, ["lines", "heads", "labels"])
    with_hatch = picture(reader)
    reader.ask(hide, ["hatch"])
    without = picture(reader)
    reader.ask("for (const pane of Object.values(window.dateline.map.getPanes())) pane.style.visibility = ''")
    changed = np.abs(with_hatch - without).sum(axis=2) > 24
    assert changed.sum() > 30
    land = np.abs(without - np.array(colour_of(reader, "--land"))).sum(axis=2) == 0
    assert not (changed & land).any()


@pytest.mark.parametrize(("name", "marks"), [("first", ("claim", "contest")), ("frigates", ("e8", "e9"))])
def test_a_claims_ledger_has_the_words_of_each_side(read, name, marks):
    """A18: one claims, another contests, each with a quote."""
    reader = read(name)
    for mark in marks:
        reader.show(mark)
        rows = reader.ledger()["rows"]
        sides = {row["claim"] for row in rows if row["quotes"]}
        assert {"claims", "contests"} <= sides
        assert len({row["who"] for row in rows}) > 1


def _over(one, other):
    return min(one[2], other[2]) - max(one[0], other[0]) > 1 and min(one[3], other[3]) - max(one[1], other[1]) > 1


@pytest.mark.parametrize("size", [(1280, 900), (1920, 1080), (390, 844)])
@pytest.mark.parametrize("name", [*MAPS, READ])
def test_names_and_signs_never_overlap_and_needed_names_stand_whole(read, name, size):
    """A20: at every step; letters of 12 px or more."""
    reader = read(name, viewport={"width": size[0], "height": size[1]})
    for step in reader.data["steps"]:
        reader.goto(step["n"])
        found = reader.labels()
        left, top, right, bottom = found["map"]
        boxes = [(label["words"], label["box"]) for label in (*found["labels"], *found["signs"])]
        assert [(a[0], b[0]) for a, b in combinations(boxes, 2) if _over(a[1], b[1])] == []
        assert all(label["size"] >= 12 for label in found["labels"])
        for label in found["labels"]:
            if label["must"]:
                x, y, x2, y2 = label["box"]
                assert left - 0.5 <= x
                assert top - 0.5 <= y
                assert x2 <= right + 0.5
                assert y2 <= bottom + 0.5
        must = set(step["must"]) & set(reader.attributes("[data-label]", "data-label"))
        assert must <= {label["key"] for label in found["labels"] if label["must"]}


@pytest.mark.parametrize("name", MAPS)
def test_a_name_on_the_map_is_the_articles_or_is_marked_as_not(read, name):
    """A13: every story label is in the text, less what says how exact it is."""
    reader = read(name)
    text = " ".join(reader.story.text.split()).lower()
    for role, words in reader.all("[data-label]", "e => [e.dataset.role, e.firstElementChild.textContent]"):
        assert role in {"story", "context"}
        if role == "story":
            assert " ".join(words.split()).lower() in text


def test_no_port_is_named_that_the_text_lacks(read):
    """A13: the ships lie in a country, and that is what the label says."""
    reader = read("first").goto(5)
    label = " ".join(reader.page.text_content('[data-label="south-korea"]').split())
    assert label == "South Korea (port not named)"
    assert reader.page.get_attribute('[data-node="south-korea"]', "data-precision") == "country"
    page = reader.page.text_content("body")
    for port in ("Busan", "Incheon", "Pyeongtaek", "Pohang", "Ulsan", "Yeosu", "Subic", "Vladivostok", "Rajin"):
        assert port not in page
    assert reader.all('[data-silence="main:port"]')


def test_a_line_over_the_antimeridian_is_one_line_without_a_jump(read):
    """A35: neighbours on screen are never half the world apart, and the map is one world."""
    reader = read("pacific")
    for step in range(1, reader.steps + 1):
        reader.goto(step)
        lines = reader.lines()
        assert lines
        for points in lines.values():
            xs = np.array([point[0] for point in points])
            lons = np.array([point[2] for point in points])
            assert np.abs(np.diff(lons)).max() < 90
            assert np.ptp(lons) < 200
            assert np.abs(np.diff(xs)).max() < 640
    for mark in reader.marks().values():
        assert (mark["d"] or "").count("M") <= 1 or mark["kind"] != "flow"


def test_a_story_without_places_is_words_without_an_empty_map(read):
    """A35: no map panel, one sentence that says so, the table and the article remain."""
    reader = read("council")
    assert reader.all('[data-panel="map"]') == []
    assert reader.all(".leaflet-container") == []
    assert reader.ask("window.dateline.map") is None
    assert "no map" in reader.page.inner_text("body")
    assert len(reader.attributes('[data-table="unmapped"] [data-row]', "data-row")) == 2
    assert reader.all("[data-sentence]")
    reader.page.click('[data-action="next"]')
    assert reader.ask("document.documentElement.dataset.atStep") == "2"


def test_a_story_without_routes_has_no_legs_and_a_whole_page(read):
    """A35."""
    reader = read("doses")
    assert not [mark for mark in reader.marks().values() if mark.get("leg")]
    assert reader.all('[data-legend-kind="route"]') == []
    assert reader.shown()
