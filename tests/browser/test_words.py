"""The panels in words: table, legend, time, article, rules, corrections."""

import re

import pytest

from tests.browser.stories import ALL, MAPS, READ, story_of

COLUMNS = ["what", "status", "amount", "says", "denies", "precision", "when", "quote"]


@pytest.mark.parametrize("name", [*ALL, READ])
def test_words_tied_to_the_text_are_its_slices(read, name):
    """A9: everywhere; and each row has such words, or is the editor's own."""
    reader = read(name)
    tied = reader.tied()
    assert tied
    for at, words, _ in tied:
        assert words == reader.slice(at)
    whole = {mark["id"] for mark in reader.data["marks"] if "whole" in mark["ours"]}
    rows = reader.all("[data-row]", "e => [e.dataset.row, e.querySelectorAll('[data-evidence-at]').length]")
    for row, count in rows:
        assert (count > 0) != (row in whole)


@pytest.mark.parametrize("name", ["first", "doses", "frigates"])
def test_nothing_comes_from_the_words_around_the_article(read, name):
    """A10: the chrome's words are not on the page."""
    reader = read(name)
    story = story_of(name)
    inside = [reader.story.text[start:end] for start, end in story.article.sentences]
    first, last = min(s for s, _ in story.article.sentences), max(e for _, e in story.article.sentences)
    chrome = {
        "first": ("Related Articles", "Leave a Reply", "Adblock Detected", "Back to top button"),
        "doses": ("Most Read Today", "Subscribe to the Gazette", "Accept all cookies?"),
        "frigates": ("You May Also Like", "Your email address will not be shared"),
    }[name]
    page = reader.page.text_content("body")
    for words in chrome:
        assert words in story.text
        assert words not in page
    assert inside
    for at, *_ in reader.tied():
        start, end = map(int, at.split("-"))
        assert first <= start <= end <= last


@pytest.mark.parametrize("name", MAPS)
def test_the_table_has_a_row_for_each_mark_with_the_same_facts(read, name):
    """A26: status, amount or "not stated", who, precision, quote; sorting keeps the set."""
    reader = read(name)
    marks = reader.marks()
    rows = {
        row["id"]: row
        for row in reader.all(
            '[data-table="marks"] tbody tr',
            "e => ({id: e.dataset.row, ...Object.fromEntries([...e.querySelectorAll('[data-col]')]"
            ".map((c) => [c.dataset.col, c.textContent.trim()]))})",
        )
    }
    assert set(rows) == set(marks)
    for mark in reader.data["marks"]:
        row = rows[mark["id"]]
        assert set(row) == {"id", *COLUMNS}
        assert row["status"] == mark["status"]
        assert all(row[column] for column in COLUMNS)
        assert mark["value"] is not None or row["amount"] == "not stated" or re.search(r"\[", row["amount"])
        assert (row["denies"] == "nobody") == (not [c for c in mark["claims"] if c["stance"] in {"denies", "contests"}])
    for column in ("status", "amount", "what"):
        for _ in range(2):
            reader.page.click(f'[data-table="marks"] button[data-sort="{column}"]')
            order = reader.attributes('[data-table="marks"] tbody tr', "data-row")
            assert sorted(order) == sorted(rows)
            assert reader.ask("document.querySelectorAll('[aria-sort]').length") == 1


@pytest.mark.parametrize("name", ALL)
def test_what_is_not_on_the_map_is_listed_with_why(read, name):
    """The second table; together with the first it has every event that is not rejected."""
    reader = read(name)
    off = reader.all(
        '[data-table="unmapped"] [data-row]',
        "e => [e.dataset.row, e.querySelector('[data-col=why]')?.textContent.trim()]",
    )
    assert all(why for _, why in off)
    on = set(reader.attributes('[data-table="marks"] [data-row]', "data-row"))
    story = story_of(name)
    parts = {part.id for event in story.events if event.review != "rejected" for part in event.drawn}
    assert on | {row for row, _ in off} == parts
    assert not on & {row for row, _ in off}
    told = set(reader.attributes("[data-off-map]", "data-off-map"))
    assert told == ({row for row, _ in off} if on and len(off) < 5 else set())


@pytest.mark.parametrize("name", [*MAPS, READ])
def test_the_legend_has_what_the_map_has_and_nothing_else(read, name):
    """A27: statuses, story lines, kinds; ours, claim and width only when used; each with a definition."""
    reader = read(name)
    marks = reader.marks().values()
    for attribute, key in (("status", "status"), ("precision", "precision")):
        found = reader.all(
            f"[data-legend-{attribute}]", f"e => [e.getAttribute('data-legend-{attribute}'), e.textContent.trim()]"
        )
        assert sorted(word for word, _ in found) == sorted({mark[key] for mark in marks})
        assert all(len(words) > len(word) + 8 for word, words in found)
    threads = reader.attributes("[data-legend-thread]", "data-legend-thread")
    assert sorted(threads) == sorted({mark.get("thread") or "" for mark in marks}) or threads == []
    assert bool(reader.all("[data-legend-ours]")) == any(mark.get("ours") for mark in marks)
    assert bool(reader.all('[data-legend-kind="claim"]')) == any(mark["kind"] == "claim" for mark in marks)


@pytest.mark.parametrize("name", MAPS)
def test_every_mark_stands_in_one_lane_of_time_and_no_date_is_made_up(read, name):
    """A28: an undated one is not in "dated"; each ISO date on the page is in the text or given."""
    reader = read(name)
    lanes = reader.all("[data-lane] [data-when]", "e => [e.dataset.when, e.closest('[data-lane]').dataset.lane]")
    assert sorted(mark for mark, _ in lanes) == sorted(reader.marks())
    story = story_of(name)
    when = {}
    for event in story.events:
        for part in event.drawn:
            when[part.id] = part.when or event.when
    for mark, lane in lanes:
        known = when[mark]
        assert lane == ("open" if known is None else "dated" if known.start or known.end else "relative")
    given = {story.article.published, *(c.date for c in story.corrections)}
    given |= {value for one in when.values() if one for value in (one.start, one.end)}
    dates = re.findall(r"\b\d{4}-\d{2}-\d{2}\b", reader.page.inner_text("body"))
    assert not [date for date in dates if date not in story.text and date not in given]


@pytest.mark.parametrize("name", ["first", "frigates", "doses"])
def test_a_sentence_lights_its_marks_and_a_mark_its_sentences(read, name):
    """B3: both ways, and the count is true."""
    reader = read(name)
    sentences = reader.all("[data-sentence]", "e => [e.dataset.sentence, e.dataset.at, e.dataset.marks]")
    story = story_of(name)
    spans = {}
    for event in story.events:
        for part in event.drawn:
            spans[part.id] = [e.at for e in (part.evidence or event.evidence)]
    on_map = set(reader.marks())
    for _, at, marks in sentences:
        start, end = map(int, at.split("-"))
        behind = {key for key in on_map if any(s < end and start < e for s, e in spans[key])}
        assert set(marks.split()) == behind
    mapped = [one for one in sentences if one[2]]
    assert len(sentences) == len(story.article.sentences)
    assert reader.page.text_content("[data-coverage]") == f"{len(mapped)} of {len(sentences)} sentences are on the map"
    for number, _, marks in mapped[:4]:
        reader.page.click(f'[data-sentence="{number}"]')
        lit = {key for key, mark in reader.marks().items() if mark.get("lit") == "true"}
        assert lit == set(marks.split())
        reader.page.click(f'[data-sentence="{number}"]')
    mark = mapped[0][2].split()[0]
    reader.show(mark)
    chosen = reader.all('[data-panel="article"] .chosen', "e => e.dataset.sentence")
    assert mapped[0][0] in chosen


@pytest.mark.parametrize("name", MAPS)
def test_what_the_text_leaves_open_is_listed_and_never_guessed(read, name):
    """B4: one list; each thing is of a mark, and the cell of the table says "not stated"."""
    reader = read(name)
    listed = reader.attributes("li[data-silence]", "data-silence")
    assert len(listed) == len(set(listed))
    story = story_of(name)
    parts = {part.id: (part, event) for event in story.events for part in event.drawn}
    for one in listed:
        key, what = one.rsplit(":", 1)
        part, event = parts[key]
        assert what in {"port", "route", "date", "amount", "recipient"}
        if what == "date":
            assert (part.when or event.when) is None
            assert reader.page.text_content(f'[data-row="{key}"] [data-col="when"]').strip() == "not stated"
        if what == "amount":
            assert (part.quantity or event.quantity) is None
            assert reader.page.text_content(f'[data-row="{key}"] [data-col="amount"]').strip() == "not stated"
    rings = reader.attributes('[data-panel="map"] [data-silence]', "data-silence")
    assert set(rings) <= set(listed)


@pytest.mark.parametrize("name", ALL)
def test_the_rules_are_on_the_page_each_with_its_result(read, name):
    """B6."""
    from dateline.story.check import RULES, check

    reader = read(name)
    found = dict(reader.all("[data-lint]", "e => [e.dataset.lint, e.dataset.result]"))
    broken = {finding.rule for finding in check(story_of(name))}
    assert found == {rule: "warn" if rule in broken else "pass" for rule in RULES}


def test_corrections_are_told_and_their_absence_is_too(read):
    """B7: which mark, what was, what is, why, the date as given."""
    reader = read("hostile")
    corrections = story_of("hostile").corrections
    assert corrections
    assert reader.attributes("[data-correction]", "data-of") == [one.of for one in corrections]
    words = " ".join(reader.page.text_content('[data-panel="corrections"]').split())
    for one in corrections:
        for part in (one.was, one.is_, one.why, one.date):
            assert not part or " ".join(part.split()) in words
    assert "None so far" in read("first").page.text_content('[data-panel="corrections"]')


def test_the_data_comes_out_as_files_that_equal_the_story(open_new):
    """A31: GeoJSON and CSV; offsets of the text; longitudes within 180; the same as the layers."""
    import csv
    import json
    from pathlib import Path

    import shapely

    from dateline.drawing.export import csv_of
    from dateline.drawing.geodata.layers import layers

    for name in ("pacific", "frigates"):
        reader = open_new(name)
        story = story_of(name)
        with reader.page.expect_download() as found:
            reader.page.click('[data-action="export-geojson"]')
        data = json.loads(Path(found.value.path()).read_text(encoding="utf-8"))
        marks = {mark["id"]: mark for mark in reader.data["marks"]}
        assert [feature["id"] for feature in data["features"]] == list(marks)
        parts = {part.id: (part, event) for event in story.events for part in event.drawn}
        for feature in data["features"]:
            part, event = parts[feature["id"]]
            properties = feature["properties"]
            assert properties["status"] == part.status
            assert properties["kind"] == event.kind
            assert properties["event"] == event.id
            assert [tuple(span) for span in properties["evidence"]] == [e.at for e in part.evidence or event.evidence]
            shape = shapely.geometry.shape(feature["geometry"])
            assert shape.bounds[0] >= -180
            assert shape.bounds[2] <= 180
        table = {}
        for layer in ("flows", "routes", "points"):
            frame = layers(story)[layer]
            table |= dict(zip(frame["id"], frame.geometry, strict=True))
        assert table
        for feature in data["features"]:
            if feature["id"] in table and feature["geometry"]["type"].endswith(("LineString", "Point")):
                ours = shapely.geometry.shape(feature["geometry"])
                assert ours.hausdorff_distance(table[feature["id"]]) < 0.01
        with reader.page.expect_download() as found:
            reader.page.click('[data-action="export-csv"]')
        lines = list(csv.reader(Path(found.value.path()).read_text(encoding="utf-8").splitlines()))
        assert lines[0][:2] == ["id", "status"]
        assert [line[:2] for line in lines[1:]] == [[mark["id"], mark["status"]] for mark in marks.values()]
        own = list(csv.reader(csv_of(story).splitlines()))
        assert [line[-2:] for line in lines] == [line[-2:] for line in own]
        assert lines[0] == own[0]
        assert reader.trouble == []
        reader.page.close()
