"""The page as a file: it opens from disk, asks for nothing, runs nothing but its own script."""

import json
import re

import pytest

from tests.browser.stories import ALL, MAPS, READ, story_of

FLAGS = re.compile("[\U0001f1e6-\U0001f1ff\U0001f3f4\U0001f6a9\u2690\u2691]")


@pytest.mark.parametrize("name", [*ALL, READ])
def test_a_page_asks_for_nothing_and_complains_of_nothing_through_every_step_and_ledger(open_new, name):
    """A1, A2, A32: no request but the file itself, no message on the console, no broken policy, no tile."""
    reader = open_new(name)
    reader.ask("addEventListener('securitypolicyviolation', (e) => console.error(e.violatedDirective))")
    for n in range(1, reader.steps + 1):
        reader.goto(n)
        for mark in sorted(reader.shown())[:6]:
            reader.show(mark)
    assert reader.trouble == []
    assert [url for url in reader.requests if not url.startswith(("data:", "blob:"))] == reader.requests[:1]
    assert reader.all("img.leaflet-tile") == []
    assert re.search(r"\b0\b", reader.page.text_content('[data-check="requests"]'))
    reader.page.close()


@pytest.mark.parametrize("name", ["first", "hostile", "council"])
def test_the_policy_comes_first_and_lets_only_the_pages_own_scripts_run(drawn, name):
    """A2: hashes, no host, no inline handler anywhere."""
    html = drawn(name).read_text(encoding="utf-8")
    policy = re.search(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)"', html)
    assert policy.start() < html.index("<script")
    rules = dict(rule.strip().split(" ", 1) for rule in policy.group(1).replace("&#39;", "'").split(";"))
    assert rules["default-src"] == "'none'"
    assert "unsafe" not in rules["script-src"]
    assert not re.search(r"https?:|\*", policy.group(1))
    assert rules["base-uri"] == rules["form-action"] == "'none'"


@pytest.mark.parametrize("name", ["first", "hostile", "council"])
def test_no_element_carries_a_script_in_an_attribute(read, name):
    """A2: an attribute that begins with on is a handler."""
    handlers = read(name).ask(
        "[...document.querySelectorAll('*')].flatMap((e) => e.getAttributeNames().filter((a) => a.startsWith('on')))"
    )
    assert handlers == []


@pytest.mark.parametrize("name", ALL)
def test_a_page_has_a_language_a_title_one_heading_one_main_and_may_be_zoomed(read, name):
    """A5."""
    reader = read(name)
    assert reader.ask("document.documentElement.lang") == "en"
    assert reader.page.title()
    assert len(reader.all("h1")) == len(reader.all("main")) == 1
    viewports = reader.attributes('meta[name="viewport"]', "content")
    assert len(viewports) == 1
    assert "user-scalable" not in viewports[0]
    assert "maximum-scale" not in viewports[0]


@pytest.mark.parametrize("name", MAPS)
def test_the_credit_names_leaflet_and_the_data_in_words_and_no_flag_is_anywhere(read, name):
    """A36: Leaflet's own credit has a flag; words in the article are not ours."""
    reader = read(name)
    credit = reader.page.text_content(".leaflet-control-attribution")
    assert "Leaflet" in credit
    assert all(word in credit for word in ("Natural Earth", "GeoNames"))
    assert reader.all(".leaflet-attribution-flag") == []
    html = reader.ask("document.body.innerText")
    flags = FLAGS.findall(html)
    assert set(flags) <= set(FLAGS.findall(story_of(name).text))


def test_a_page_says_the_texts_hash_and_its_build_so_that_a_reader_can_check(read):
    """B5."""
    import hashlib

    reader = read("first")
    sha256 = hashlib.sha256(reader.story.text.encode()).hexdigest()
    assert sha256 in reader.page.text_content('[data-check="text-sha256"]')
    assert reader.data["article"]["sha256"] == sha256
    assert reader.data["build"] in reader.page.text_content('[data-check="build"]')
    for one in reader.data["data"]:
        assert one["name"] in reader.page.text_content('[data-check="data"]')


@pytest.mark.parametrize("name", ["first", "forty"])
def test_the_page_of_an_article_is_light(drawn, read, name):
    """A3: at most 600 kB, 200 kB packed; of the bundled article 1,500 elements."""
    import gzip

    raw = drawn(name).read_bytes()
    assert len(raw) <= 600_000
    assert len(gzip.compress(raw)) <= 200_000
    if name == "first":
        assert read(name).ask("document.querySelectorAll('*').length") <= 1_500


def test_the_page_says_when_it_is_ready_once(read):
    """The attribute and one mark in the browser's own record."""
    reader = read("first")
    assert reader.ask("performance.getEntriesByName('dateline:ready').length") == 1
    assert reader.ask("document.documentElement.dataset.dateline") == "page@1"


@pytest.mark.parametrize("name", ALL)
def test_the_data_block_agrees_with_the_page(read, name):
    """Marks, steps and silences are those that the page shows."""
    reader = read(name)
    data = reader.data
    assert data["schema"] == "dateline/page@1"
    assert [mark["id"] for mark in data["marks"]] == reader.attributes('[data-table="marks"] [data-row]', "data-row")
    assert {mark["id"] for mark in data["marks"]} == set(reader.marks())
    assert len(data["steps"]) == reader.steps
    assert [step["n"] for step in data["steps"]] == list(range(1, reader.steps + 1))
    assert sorted(data["silences"]) == sorted(reader.attributes("li[data-silence]", "data-silence"))
    assert data["article"]["length"] == len(reader.story.text)


def test_tiles_are_off_until_a_reader_agrees_and_failure_is_said(open_new):
    """A32: the policy names one host, nothing is fetched at first, the land stays when nothing comes."""
    reader = open_new("doses", options={"tiles": "gibs"})
    assert len(reader.requests) == 1
    hosts = set(
        re.findall(
            r"https://([^/ ;]+)", reader.page.get_attribute('meta[http-equiv="Content-Security-Policy"]', "content")
        )
    )
    assert len(hosts) == 1
    reader.page.click('[data-action="tiles"]')
    assert len(reader.requests) == 1
    assert hosts.pop() in reader.page.inner_text('[data-panel="map"]')
    reader.page.click('[data-action="tiles-yes"]')
    reader.page.wait_for_selector('[data-note="tiles"]:not([hidden])')
    assert reader.page.text_content('[data-note="tiles"]').strip()
    assert reader.ask("document.querySelector('.leaflet-basemap-pane canvas').width") > 0
    reader.page.close()


@pytest.mark.parametrize("width", [1280, 390])
def test_hostile_words_stand_as_written_and_do_nothing(read, width):
    """A30: no dialog, no error, nothing run, no overflow; what is tied to the text is its slice."""
    from tests.stories.hard import LONG_WORD

    reader = read("hostile", viewport={"width": width, "height": 844})
    page = reader.page.text_content("body")
    assert "1337" not in page
    assert "</script><script>alert(1)</script>" in reader.page.title()
    for words in (
        "</script><script>alert(1)</script>",
        "{{7*191}}",
        "`${alert(2)}`",
        "<img src=x onerror=alert(3)>",
        LONG_WORD,
    ):
        assert words in page
    assert reader.all("img[src=x]") == []
    for n in range(1, reader.steps + 1):
        reader.goto(n)
        assert reader.ask("document.documentElement.scrollWidth") <= width
    for at, words, _ in reader.tied():
        assert words == reader.slice(at)
    assert reader.trouble == []


def test_quotes_alone_are_on_the_page_where_the_articles_rights_are_anothers(open_new):
    """The data block has no other sentence either."""
    reader = open_new("first", options={"text": "quotes"})
    sentences = reader.data["article"]["sentences"]
    left_out = [s for s in sentences if s["text"] is None]
    assert left_out
    html = reader.page.content()
    for sentence in left_out:
        start, end = sentence["at"]
        assert json.dumps(reader.story.text[start:end])[1:60] not in html
        assert reader.story.text[start:end][:60] not in reader.ask("document.body.textContent")
    reader.page.close()
