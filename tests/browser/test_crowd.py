"""A story of very many marks: its file says words once, its page says them wherever they belong."""

import pytest

from tests.browser.stories import story_of


@pytest.fixture(scope="module")
def crowd(open_new):
    """A tab with a page of more marks than are written out twice."""
    reader = open_new("crowd")
    yield reader
    reader.page.close()


def test_words_that_the_file_says_once_stand_in_every_row(crowd):
    """A9, A26: each row has its quote, each quote is its slice, and the ledger has it as well."""
    quotes = crowd.all("[data-table=marks] tbody tr", "e => e.lastElementChild.textContent.trim()")
    assert len(quotes) == len(crowd.data["marks"]) > 300
    assert not {"", "〃"} & set(quotes)
    for at, words, _ in crowd.tied():
        assert words == crowd.slice(at)
    assert crowd.all("[data-table=marks] tbody tr:not(:has([data-evidence-at]))") == []
    last = crowd.data["marks"][-1]["id"]
    crowd.show(last)
    assert [row["quotes"] for row in crowd.ledger()["rows"]] == [[quotes[-1]]]
    assert crowd.trouble == []


def test_every_mark_stands_in_one_lane_and_in_the_lists_of_what_is_open(crowd):
    """A28, B4: also where the script writes them."""
    ids = sorted(mark["id"] for mark in crowd.data["marks"])
    assert sorted(crowd.attributes("[data-lane] [data-when]", "data-when")) == ids
    assert sorted(crowd.attributes("li[data-silence]", "data-silence")) == sorted(crowd.data["silences"])
    whats = dict(crowd.all("[data-row]", "e => [e.dataset.row, e.querySelector('[data-col=what]').textContent]"))
    for key, words in crowd.all("[data-when]", "e => [e.dataset.when, e.textContent]"):
        assert whats[key] in words


def test_a_reader_without_script_finds_each_quote_once_and_a_ditto_below_it(contexts, drawn):
    """A33: the words are in the file."""
    page = contexts(java_script_enabled=False).new_page()
    page.goto(drawn("crowd").as_uri(), timeout=20_000)
    cells = [cell.strip() for cell in page.locator("[data-table=marks] [data-col=quote]").all_text_contents()]
    assert len(cells) == 320
    assert cells[0] in story_of("crowd").text
    assert {cell for cell in cells if "Truck" not in cell} == {"〃"}
    assert len({cell for cell in cells if "Truck" in cell}) == 80
    assert "320" in page.locator("[data-lane=open]").text_content()
    page.close()


def test_a_drag_of_a_crowded_map_styles_nothing_but_its_heads_anew(crowd):
    """What thousands of lines inherit stays as it is: the cursor; the heads wait."""
    crowd.ask("scrollTo(0, 0)")
    look = """() => [getComputedStyle(document.querySelector('.leaflet-container')).cursor,
      getComputedStyle(document.querySelector('.overlay .heads')).display]"""
    before = crowd.ask(look)
    crowd.page.mouse.move(800, 300)
    crowd.page.mouse.down()
    for n in range(5):
        crowd.page.mouse.move(800 + 10 * n, 300)
    during = crowd.ask(look)
    crowd.page.mouse.up()
    assert during == [before[0], "none"]
    assert crowd.ask(look) == before


@pytest.mark.slow
def test_two_thousand_marks_weigh_less_than_three_megabytes(drawn):
    """Five hundred events of four legs."""
    raw = drawn("large").read_text(encoding="utf-8")
    assert len(raw.encode()) <= 3_000_000
