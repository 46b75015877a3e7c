import base64
import hashlib
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from dateline.drawing.geometry.shapes import shapes
from dateline.drawing.page import draw
from dateline.errors import DatelineError
from dateline.story import file
from dateline.story.model import Article, Event, Evidence, Place, Statement, Story

TEXT = "Rain fell on Lima. A ship left Lima, officials said. Others denied it."


class Page(HTMLParser):
    """A page's elements with their attributes and words."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.found, self._open = [], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):  # noqa: D102
        element = {"tag": tag, "words": "", **dict(attrs)}
        self.found.append(element)
        if tag not in {"meta", "input", "br"}:
            self._open.append(element)

    def handle_endtag(self, tag):  # noqa: D102
        while self._open and self._open.pop()["tag"] != tag:
            pass

    def handle_data(self, words):  # noqa: D102
        for element in self._open:
            element["words"] += words

    def having(self, *names):
        """Return the elements that have all these attributes."""
        return [element for element in self.found if all(name in element for name in names)]


@pytest.fixture(scope="module")
def lima():
    """One mark, said by some and denied by others."""
    stay = Event(
        id="e1",
        kind="presence",
        actor="ship",
        place="lima",
        status="reported",
        says=(Statement("officials", "officials said", (37, 51)),),
        denies=(Statement("others", "Others denied it", (53, 69)),),
        evidence=(Evidence("A ship left Lima", (19, 35)),),
    )
    return Story(
        article=Article(title="Rain", sentences=((0, 18), (19, 52), (53, 70))),
        places={"lima": Place("Lima", "city", lon=-77.03, lat=-12.05, countries=("PE",), precision="city")},
        events=(stay,),
        text=TEXT,
    )


@pytest.fixture(scope="module")
def drawn(lima):
    return draw(lima)


def test_the_same_story_gives_the_same_bytes(lima, drawn):
    """No clock, no random name."""
    assert draw(lima).html == drawn.html


def test_every_script_has_its_hash_in_the_policy_and_the_policy_names_no_host(drawn):
    """The policy stands before any script; an injected one has no hash and does not run."""
    page = Page(drawn.html)
    policy = next(e["content"] for e in page.found if e.get("http-equiv") == "Content-Security-Policy")
    scripts = re.findall(r"<script>(.*?)</script>", drawn.html, re.DOTALL)
    hashes = {base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in scripts}
    assert set(re.findall(r"'sha256-([^']+)'", policy)) == hashes
    assert "http" not in policy
    assert "unsafe-inline" not in policy.split("script-src")[1].split(";")[0]
    assert drawn.html.index("Content-Security-Policy") < drawn.html.index("<script")


def test_words_tied_to_the_text_are_its_slices(lima, drawn):
    """Whatever names its place in the text holds exactly those characters."""
    tied = Page(drawn.html).having("data-evidence-at")
    assert tied
    for element in tied:
        start, end = map(int, element["data-evidence-at"].split("-"))
        assert element["words"] == lima.text[start:end]


def test_the_data_block_is_the_story(lima, drawn):
    """A program finds the whole story document in the page."""
    block = next(e["words"] for e in Page(drawn.html).found if e.get("id") == "story")
    data = json.loads(block)
    assert data["schema"] == "dateline/page@1"
    assert data["story"] == json.loads(json.dumps(file.to_document(lima)))
    assert [claim["stance"] for claim in data["marks"][0]["claims"]] == ["says", "denies"]
    assert data["steps"][0]["show"] == ["e1"]


def test_quotes_alone_leave_the_other_words_out(lima):
    """Where the article's rights are another's, a sentence that nothing is quoted from is nowhere on the page."""
    assert "Rain fell" in draw(lima).html
    assert "Rain fell" not in draw(lima, text="quotes").html


def test_a_story_without_places_has_words_and_no_map(lima):
    """An empty map would say nothing."""
    html = draw(replace(lima, places={}, events=())).html
    assert 'data-panel="map"' not in html
    assert 'class="folium-map"' not in html


def test_a_page_without_a_title_is_called_a_story_map_once(lima):
    """Not in the heading and above it again."""
    html = draw(replace(lima, article=replace(lima.article, title=None))).html
    assert html.count(">Story map<") == 2  # the title of the file, and the heading
    assert "kicker" not in html.split("<main")[1]
    assert "kicker" in draw(lima).html.split("<main")[1]


@pytest.mark.parametrize("options", [{"text": "half"}, {"tiles": "nowhere"}, {"lang": "xx"}])
def test_an_option_that_does_not_exist_is_named_with_those_that_do(lima, options):
    """The message holds the value and the way out."""
    with pytest.raises(DatelineError, match="is not one of"):
        draw(lima, **options)


def test_with_tiles_the_policy_names_that_one_host(lima):
    """A page without has none; one with has the pictures' host and no other."""
    policy = re.search(r'content="(default-src[^"]*)"', draw(lima, tiles="gibs").html).group(1)
    assert policy.count("https:") == 1


def test_a_notebook_shows_the_page_in_a_frame_of_its_own(drawn):
    """The page is one attribute: nothing of it can end the frame early."""
    frame = drawn._repr_html_()
    page = Page(frame)
    assert [e["tag"] for e in page.found] == ["iframe"]
    assert page.found[0]["srcdoc"] == drawn.html


def test_a_german_page_names_the_countries_around_in_german_and_says_whose_names_they_are():
    """The names that CLDR gives; the story's own stay as the article has them."""
    story = file.load(Path(__file__).parents[1] / "stories" / "doses.yaml")
    pages = {lang: draw(story, lang=lang).html for lang in ("en", "de")}
    around = {
        lang: {label["name"] for label in json.loads(re.search(r'id="view">(.*?)</script>', html)[1])["context"]}
        for lang, html in pages.items()
    }
    assert {"Saudi Arabia", "Yemen"} <= around["en"]
    assert {"Saudi-Arabien", "Jemen"} <= around["de"]
    assert "CLDR" not in pages["en"]
    assert "Unicode CLDR" in pages["de"]


def test_a_country_that_the_story_has_as_a_region_is_not_named_twice():
    """The atlas's name gives way to the story's own, whatever kind of place the story says it is."""
    from dateline.drawing.ground.surroundings import surroundings

    places = {
        "oman": Place("Oman", "region", lon=57.0, lat=21.0, countries=("OM",), precision="region"),
        "muscat": Place("Muscat", "city", lon=58.4, lat=23.6, countries=("OM",), precision="city"),
    }
    events = tuple(Event(f"e-{key}", "presence", place=key, status="asserted") for key in places)
    story = Story(Article(), places, events=events)
    labels = {label["name"]: label.get("of") for label in surroundings(story, shapes(story))}
    assert labels.get("Oman") == "oman"
    assert labels["United Arab Emirates"] is None
