"""Marks: how they are drawn is what the story says, and what they open is who says so."""

import re
from itertools import pairwise

import numpy as np
import pytest
import shapely

from tests.browser.stories import MAPS, story_of

DASHES = {
    "asserted": "none",
    "planned": "14px, 7px",
    "reported": "6px, 5px",
    "alleged": "6px, 5px",
    "possible": "1px, 8px",
    "unconfirmed": "1px, 8px",
    "denied": "2px, 6px",
}
HOLLOW = {"unconfirmed", "denied"}
BADGED = {"alleged", "unconfirmed", "denied"}


def km(one, other):
    """Distance on a sphere, by the haversine."""
    lon, lat, lon2, lat2 = np.radians([*one, *other])
    h = np.sin((lat2 - lat) / 2) ** 2 + np.cos(lat) * np.cos(lat2) * np.sin((lon2 - lon) / 2) ** 2
    return 12742 * np.arcsin(np.sqrt(h))


@pytest.mark.parametrize("name", MAPS)
def test_a_status_has_its_dash_its_head_and_its_badge(read, name):
    """A12, A19: the table of statuses; only what is asserted is solid; no two agree in everything."""
    reader = read(name)
    marks = reader.marks()
    assert marks
    looks = {}
    for mark in marks.values():
        assert mark["marker"] == "none"
        if mark["kind"] == "claim":
            continue
        assert mark["dash"] == DASHES[mark["status"]]
        if mark["head"]:
            assert mark["head"]["fill"] == ("hollow" if mark["status"] in HOLLOW else "filled")
            badge = tuple(b["badge"] for b in mark["badges"] if b["badge"] == mark["status"])
            looks.setdefault(mark["status"], set()).add((mark["dash"], mark["caps"], mark["head"]["fill"], badge))
        assert (mark["status"] in {b["badge"] for b in mark["badges"]}) == (mark["status"] in BADGED)
        if mark["unsaid"]:
            assert mark["unsaid"]["dash"] == "1px, 6px"
    assert all(len(found) == 1 for found in looks.values())
    flat = [look for found in looks.values() for look in found]
    assert len(set(flat)) == len(flat)


@pytest.mark.parametrize("name", MAPS)
def test_a_denial_is_a_sign_beside_the_mark_that_names_who_denies(read, name):
    """The line keeps the dash of its status."""
    reader = read(name)
    said = {mark["id"]: [c["who"] for c in mark["claims"] if c["stance"] == "denies"] for mark in reader.data["marks"]}
    for key, mark in reader.marks().items():
        if mark["kind"] == "claim" or mark["status"] == "denied":
            continue
        denials = [b for b in mark["badges"] if b["badge"] == "denied"]
        assert bool(denials) == bool(said[key])


def test_the_arms_open_who_says_and_who_denies_in_their_words(read):
    """A8: Enter on the line; two or more marks in the article, each its slice."""
    reader = read("first").goto(2)
    reader.page.focus('[data-part="hit"][data-of="arms"]')
    reader.page.keyboard.press("Enter")
    ledger = reader.ledger()
    assert ledger["of"] == "arms"
    says = [row for row in ledger["rows"] if row["claim"] == "says"]
    assert any("Koepcke" in row["words"] and "at least 16,500 containers" in row["words"] for row in says)
    denies = " ".join(row["words"] for row in ledger["rows"] if row["claim"] == "denies")
    assert "Moscow" in denies
    assert "Pyongyang" in denies
    assert "alleged" in ledger["words"]
    marks = reader.all('[data-panel="article"] mark[data-evidence-at]', "e => [e.dataset.evidenceAt, e.textContent]")
    assert len(marks) >= 2
    assert all(reader.slice(at) == words for at, words in marks)
    assert reader.ask("document.activeElement.dataset.action") == "close-ledger"
    reader.page.keyboard.press("Escape")
    assert reader.ledger() is None
    assert reader.ask("document.activeElement.dataset.of") == "arms"


@pytest.mark.parametrize("name", MAPS)
def test_every_ledger_has_its_rows_and_every_row_its_words(read, name):
    """Each claim of the data block is a row; a quote of it is a slice; an editor's own says so."""
    reader = read(name)
    for mark in reader.data["marks"][:12]:
        reader.show(mark["id"]) if mark["status"] != "denied" else None
        ledger = reader.ledger()
        if mark["status"] == "denied":
            continue
        assert ledger["of"] == mark["id"]
        assert [row["claim"] for row in ledger["rows"]] == [claim["stance"] for claim in mark["claims"]]
        for row, claim in zip(ledger["rows"], mark["claims"], strict=True):
            assert row["who"] == claim["who"]
            assert row["quotes"] or "whole" in mark["ours"]
        for at, words, _ in reader.tied():
            assert reader.slice(at) == words


def test_the_leg_by_the_strait_is_not_confirmed_and_no_planned_line_passes_it(read):
    """A11: dash unlike the planned leg's, hollow head, "?", said aloud; the fork's stretch is drawn as ours."""
    reader = read("first").goto(5)
    marks, lines = reader.marks(), reader.lines()
    strait, main = marks["strait"], marks["main"]
    assert strait["status"] == "unconfirmed"
    assert strait["dash"] != main["dash"]
    assert strait["head"]["fill"] == "hollow"
    assert [b["words"].strip() for b in strait["badges"] if b["badge"] == "unconfirmed"] == ["?"]
    assert "not confirmed" in strait["hit"]["label"].lower()
    assert main["unsaid"]["painted"]
    assert "shape" in main["ours"]
    through = shapely.box(117.5, 23.0, 121.0, 26.0)
    around = shapely.box(119.5, 20.8, 123.9, 26.5)
    own = shapely.LineString([(lon, lat) for *_, lon, lat in lines["main"]])
    assert not own.intersects(through)
    assert not own.intersects(around)
    assert shapely.LineString([(lon, lat) for *_, lon, lat in lines["strait"]]).intersects(through)


def test_the_arms_end_at_countries_and_not_at_their_capitals(read):
    """A12: alleged, a badge that names both who deny, no end within 50 km of Moscow or Pyongyang."""
    reader = read("first").goto(2)
    arms = reader.marks()["arms"]
    assert arms["status"] == "alleged"
    denied = " ".join(b["words"] for b in arms["badges"] if b["badge"] == "denied")
    assert "Moscow" in denied
    assert "Pyongyang" in denied
    line = reader.lines()["arms"]
    for end in (line[0][2:], line[-1][2:]):
        assert km(end, (37.62, 55.75)) > 50
        assert km(end, (125.75, 39.03)) > 50


def test_aid_without_a_recipient_has_no_arrow_and_says_what_is_not_stated(read):
    """The first article's aid: no line into Ukraine."""
    reader = read("first").goto(4)
    aid = reader.marks()["aid"]
    assert aid["status"] == "asserted"
    assert not aid["head"]
    assert reader.all('[data-silence="aid:recipient"]')
    assert "aid" not in reader.lines()
    row = reader.page.text_content('[data-row="aid"] [data-col="amount"]')
    assert "not stated" in row


@pytest.mark.parametrize("name", MAPS)
def test_lines_are_equally_wide_but_where_a_unit_is_shared(read, name):
    """A14: there the width follows the square root; one width entry of the legend for each such unit, none else."""
    reader = read(name)
    marks = {key: mark for key, mark in reader.marks().items() if mark["kind"] in {"flow", "route"}}
    units = {}
    for mark in reader.data["marks"]:
        if mark["unit"] is not None and mark["value"] is not None:
            units.setdefault(mark["unit"], {})[mark["id"]] = mark["value"]
    shared = {unit: values for unit, values in units.items() if len(values) > 1}
    inside = {key for values in shared.values() for key in values}
    assert {mark["width"] for key, mark in marks.items() if key not in inside} <= {4.0}
    for values in shared.values():
        largest = max(values.values())
        for key, value in values.items():
            if key in marks:
                expected = max(2.0, 8.0 * (value / largest) ** 0.5) if largest else 2.0
                assert abs(marks[key]["width"] - expected) < 0.05
    assert sorted(reader.attributes("[data-legend-width]", "data-legend-width")) == sorted(shared)


@pytest.mark.parametrize("name", MAPS)
def test_a_head_stands_at_its_lines_end_and_nowhere_else(read, name):
    """A15: at zooms 2 to 8 within 12 px; when the end is out of view no head is painted."""
    reader = read(name)
    reader.page.fill('[data-control="certainty"]', "6")
    heads = [key for key, mark in reader.marks().items() if mark["head"] and mark["shown"] == "true"]
    lines = reader.lines()
    heads = [key for key in heads if key in lines]
    tip = """(id) => {
      const e = document.querySelector(`[data-part="head"][data-of="${CSS.escape(id)}"]`);
      if (!e.getClientRects().length) return null;
      const frame = window.dateline.map.getContainer().getBoundingClientRect();
      const p = e.getPointAtLength(0).matrixTransform(e.getScreenCTM());
      return [p.x - frame.left, p.y - frame.top];
    }"""
    for key in heads[:2]:
        lon, lat = lines[key][-1][2:]
        for zoom in (2, 4.5, 8):
            reader.look(lon, lat, zoom)
            found = reader.ask(tip, key)
            x, y = reader.lines()[key][-1][:2]
            size = reader.ask("window.dateline.map.getSize()")
            assert found is not None or not (0 <= x <= size["x"] and 0 <= y <= size["y"])
            assert found is None or np.hypot(found[0] - x, found[1] - y) <= 12
        meridian = reader.ask("window.dateline.map.getCenter().lng")
        reader.look(meridian, lat - 35 if lat > 0 else lat + 35, 6)
        x, y = reader.lines()[key][-1][:2]
        assert not 0 <= y <= reader.ask("window.dateline.map.getSize().y")
        assert reader.ask(tip, key) is None


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("name", MAPS)
def test_flows_bow_with_their_length_cross_nothing_of_their_own_and_keep_clear_of_other_places(read, name, width):
    """A16: 8 to 35 % of the chord at the step's camera; 8 px from a node that the flow does not serve."""
    reader = read(name, viewport={"width": width, "height": 844})
    for step in reader.data["steps"]:
        reader.goto(step["n"])
        marks, lines = reader.marks(), reader.lines()
        nodes = reader.ask("""() => {
          const frame = window.dateline.map.getContainer().getBoundingClientRect();
          return [...document.querySelectorAll("[data-node]")].filter((e) => e.getClientRects().length).map((e) => {
            const r = e.getBoundingClientRect();
            return [e.dataset.node, (r.left + r.right) / 2 - frame.left, (r.top + r.bottom) / 2 - frame.top];
          });
        }""")
        least = {}
        for key, mark in marks.items():
            if mark["shown"] != "true" or mark["kind"] != "flow" or key not in lines:
                continue
            line = shapely.LineString([point[:2] for point in lines[key]])
            chord = shapely.LineString([line.coords[0], line.coords[-1]])
            bow = max(chord.distance(shapely.Point(point)) for point in line.coords)
            assert line.is_simple
            assert 0.079 <= bow / chord.length <= 0.351
            pair = frozenset((mark["from"], mark["to"]))
            if pair not in least or bow < least[pair][1]:
                least[pair] = chord.length, bow
            far = [
                node
                for node, x, y in nodes
                # One that lies within 8 px of the flow's own end no arc can keep clear of.
                if shapely.Point(x, y).distance(shapely.Point(line.coords[0])) > 8
                and shapely.Point(x, y).distance(shapely.Point(line.coords[-1])) > 8
                and line.distance(shapely.Point(x, y)) < 8
            ]
            assert far == []
        by_chord = sorted(least.values())
        for (chord, bow), (longer, wider) in pairwise(by_chord):
            assert wider >= bow * 0.6 or longer < chord * 1.3


def test_the_slider_of_certainty_only_adds_from_facts_to_denials(read):
    """B1: at 0 asserted alone; each stop adds; the count is over the whole page."""
    order = ["asserted", "planned", "reported", "alleged", "possible", "unconfirmed", "denied"]
    for name in ("first", "forty"):
        reader = read(name)
        statuses = {mark["id"]: mark["status"] for mark in reader.data["marks"]}
        assert reader.page.input_value('[data-control="certainty"]') == "5"
        before = set()
        for stop in range(7):
            reader.page.fill('[data-control="certainty"]', str(stop))
            expected = {key for key, status in statuses.items() if order.index(status) <= stop}
            shown = reader.shown()
            assert shown == expected
            assert before <= shown
            before = shown
            rows = reader.all('[data-table="marks"] tbody tr', "e => [e.dataset.row, e.hidden]")
            assert {row for row, hidden in rows if not hidden} == expected
            counted = reader.page.text_content("[data-count]")
            assert counted.split()[0] == str(len(expected))
            assert str(len(statuses)) in counted


def test_as_told_by_dims_what_the_party_denies_and_hides_nothing(read):
    """B2: exactly the marks that it denies in the ledger; a contested claim is not dimmed."""
    for name in ("first", "frigates"):
        reader = read(name)
        marks = {mark["id"]: mark for mark in reader.data["marks"]}
        options = reader.all('[data-control="perspective"] option', "e => e.value")
        speakers = {c["who"] for m in marks.values() for c in m["claims"] if c["stance"] in {"says", "denies"}}
        assert options[0] == ""
        assert speakers <= set(options)
        shown = reader.shown()
        for who in options:
            reader.page.select_option('[data-control="perspective"]', who)
            dimmed = {key for key, mark in reader.marks().items() if mark.get("dimmed") == "true"}
            denied = {
                key
                for key, mark in marks.items()
                if any(c["who"] == who and c["stance"] == "denies" for c in mark["claims"])
            }
            assert dimmed == denied
            assert reader.shown() == shown


def test_an_unticked_story_line_takes_its_marks_and_rows_away(read):
    """The thread's box hides both."""
    reader = read("first")
    reader.page.uncheck('[data-control="thread"][value="arms"]')
    arms = {key for key, mark in reader.marks().items() if mark.get("thread") == "arms"}
    assert arms
    assert not arms & reader.shown()
    assert all(reader.page.is_hidden(f'[data-row="{key}"]') for key in arms)


def _luminance(colour):
    parts = [float(part) for part in re.findall(r"[\d.]+", colour)[:3]]
    if colour.startswith("color("):
        parts = [part * 255 for part in parts]
    linear = [(c / 255) / 12.92 if c / 255 <= 0.03928 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_strokes_stand_out_from_land_and_sea(read, scheme):
    """A19: 3 to 1 or more, in both schemes."""
    for name in ("first", "forty"):
        reader = read(name, color_scheme=scheme)
        grounds = reader.ask("""() => ["--land", "--sea", "--ours"].map((name) => {
          const e = document.createElement("i");
          e.style.color = `var(${name})`;
          document.body.append(e);
          const colour = getComputedStyle(e).color;
          e.remove();
          return colour;
        })""")
        strokes = {mark["stroke"] for mark in reader.marks().values() if mark["kind"] != "claim"} | {grounds[2]}
        for stroke in strokes:
            for ground in grounds[:2]:
                light, dark = sorted((_luminance(stroke), _luminance(ground)), reverse=True)
                assert (light + 0.05) / (dark + 0.05) >= 3


@pytest.mark.parametrize("name", MAPS)
def test_a_mark_carries_what_it_is_in_its_attributes(read, name):
    """Section 9 of the page's contract: ids, kinds, statuses and ends are the story's."""
    story = story_of(name)
    events = {event.id: event for event in story.events}
    for key, mark in read(name).marks().items():
        event = events[mark["event"]]
        assert mark["kind"] == event.kind
        leg = next((leg for leg in event.legs if leg.id == key), None)
        assert mark["status"] == (leg or event).status
        assert mark.get("leg") == (leg.id if leg else None)
        if event.kind in {"flow", "route"}:
            assert mark.get("from") == (leg or event).from_
            assert mark.get("to") == (leg or event).to
        assert mark["hit"]["role"] == "button"
        assert mark["hit"]["tab"] == 0
        assert mark["hit"]["label"]
        assert set((mark.get("ours") or "").split()) <= {"shape", "ends", "whole"}
