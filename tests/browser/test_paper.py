"""Print, readers without script, and links that are shared."""

import io
import re
import unicodedata

import pytest
from pypdf import PdfReader

from tests.browser.stories import ALL, MAPS, story_of


@pytest.fixture(scope="module")
def printed(open_new):
    """A function that prints a story's page to a PDF; each once."""
    made = {}

    def pdf_of(name):
        if name not in made:
            reader = open_new(name)
            rows = reader.all('[data-table="marks"] tbody tr [data-col="what"]')
            made[name] = PdfReader(io.BytesIO(reader.page.pdf(format="A4"))), rows
            reader.page.close()
        return made[name]

    return pdf_of


def flat(words):
    """Letters alone: a line break or a ligature in print is no difference."""
    return re.sub(r"\W+", "", unicodedata.normalize("NFKC", words)).lower()


@pytest.mark.parametrize("name", ["first", "doses", "pacific", "frigates", "council"])
def test_print_has_title_rows_legend_and_credits_as_words_and_maps_as_lines(printed, name):
    """A29: no images, no buttons, at most 8 pages."""
    pdf, rows = printed(name)
    assert len(pdf.pages) <= 8
    words = "\n".join(page.extract_text() for page in pdf.pages)
    text = flat(words)
    story = story_of(name)
    assert flat(story.article.title) in text
    for row in rows:
        assert flat(row) in text
    if name in MAPS:
        from dateline.story.model import STATUSES

        drawn = {part.status for event in story.events for part in event.drawn}
        for status in drawn:
            assert flat(STATUSES[status]) in text
        assert "naturalearth" in text
        assert "geonames" in text
    for step in story.steps:
        assert flat(step.title) in text
    for word in ("Back", "Next", "Download CSV", "Return to step", "Print"):
        assert not re.search(rf"(?m)^\s*{word}\s*$", words)
    assert [image.name for page in pdf.pages for image in page.images] == []
    assert "corrections" in text


@pytest.mark.parametrize("name", MAPS)
def test_a_page_without_script_tells_the_whole_story(contexts, drawn, name):
    """A33: title, every step, the table with quotes, the legend, a still map with lines; no dead control."""
    page = contexts(java_script_enabled=False).new_page()
    page.goto(drawn(name).as_uri(), timeout=20_000)
    story = story_of(name)
    words = " ".join(page.inner_text("body").split())
    for step in story.steps:
        assert " ".join(step.text.split())[:60] in words
    assert page.locator("h1").is_visible()
    assert page.locator('svg[data-static="overview"]').is_visible()
    assert page.locator('svg[data-static="overview"] [data-of]').count() > 0
    rows = page.locator('[data-table="marks"] tbody tr')
    assert all(rows.nth(n).is_visible() for n in range(rows.count()))
    assert page.locator('[data-table="marks"] [data-evidence-at]').count() >= rows.count() - 1
    assert page.locator("[data-legend-status]").first.is_visible()
    controls = page.locator("button, input, select, [role=button]")
    assert [n for n in range(controls.count()) if controls.nth(n).is_visible()] == []
    page.close()


def test_words_without_a_place_need_no_script_either(contexts, drawn):
    """A33."""
    page = contexts(java_script_enabled=False).new_page()
    page.goto(drawn("council").as_uri(), timeout=20_000)
    assert "copies" in page.inner_text("body").lower()
    assert page.locator('[data-table="unmapped"]').is_visible()
    controls = page.locator("button, input, select, [role=button]")
    assert [n for n in range(controls.count()) if controls.nth(n).is_visible()] == []
    page.close()


@pytest.mark.parametrize("name", ALL)
def test_a_shared_link_has_a_title_and_words_for_its_picture(read, name):
    """A34: no address of a picture, for the file knows none."""
    reader = read(name)
    assert reader.page.get_attribute('meta[property="og:title"]', "content").strip()
    assert reader.page.get_attribute('meta[property="og:image:alt"]', "content").strip()
    images = reader.attributes('meta[property="og:image"]', "content")
    assert all(image.startswith("https://") for image in images)


@pytest.mark.parametrize("name", MAPS)
def test_the_still_maps_are_titled_small_and_of_the_same_marks(read, name):
    """They are in the page for print; both together take at most 90 kB."""
    reader = read(name)
    svgs = reader.all(
        "svg[data-static]", "e => [e.dataset.static, e.querySelector('title').textContent, e.outerHTML.length]"
    )
    assert "overview" in {which for which, *_ in svgs}
    assert all(title for _, title, _ in svgs)
    assert sum(size for *_, size in svgs) <= 90_000
    drawn = set(reader.attributes('svg[data-static="overview"] [data-of]', "data-of"))
    assert drawn == {mark["id"] for mark in reader.data["marks"] if mark["status"] != "denied"}


def test_paper_is_white_and_its_inks_are_those_of_light_mode_whatever_the_screen_is(open_new):
    """Who reads at night prints no pale lines on white."""
    reader = open_new("frigates", color_scheme="dark")
    inks = """() => { const style = getComputedStyle(document.documentElement);
      return ["--paper", "--thread-0", "--land"].map((name) => style.getPropertyValue(name).trim().toLowerCase()); }"""
    dark = reader.ask(inks)
    reader.page.emulate_media(media="print", color_scheme="dark")
    printed = reader.ask(inks)
    reader.page.emulate_media(media="screen", color_scheme="light")
    assert printed[0] == "#fff"
    assert printed[1:] == reader.ask(inks)[1:] != dark[1:]
    reader.page.close()


def test_pages_have_margins_and_the_maps_are_whole(read):
    """A29: words keep off the paper's edge; no map is parted by it."""
    reader = read("frigates")
    reader.page.emulate_media(media="print")
    assert reader.all(".static svg", "e => getComputedStyle(e.closest('figure')).breakInside") == ["avoid", "avoid"]
    reader.page.emulate_media(media="screen")
    rules = "[...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])"
    css = reader.ask(f"{rules}.find((rule) => rule instanceof CSSPageRule).cssText")
    assert "mm" in css
    assert all(float(size) >= 10 for size in re.findall(r"([\d.]+)mm", css))
