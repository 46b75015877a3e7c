from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

import dateline
from dateline.drawing.stills.card import card
from dateline.drawing.style.encodings import LAND, SEA

STORIES = Path(__file__).parents[2] / "stories"


def picture(png):
    return Image.open(BytesIO(png)).convert("RGB")


def near(image, colour):
    """How many pixels have a colour, give or take a little."""
    want = tuple(int(colour[n : n + 2], 16) for n in (1, 3, 5))
    return sum(
        n for n, found in image.getcolors(1 << 20) if max(abs(a - b) for a, b in zip(found, want, strict=True)) < 4
    )


@pytest.mark.parametrize("name", ["frigates", "hostile", "council", "pacific"])
def test_a_card_has_its_size_and_weight(name):
    """1200 x 630 and less than 1 MB, whatever the words."""
    png = card(dateline.load(STORIES / f"{name}.yaml"))
    assert picture(png).size == (1200, 630)
    assert len(png) < 1_000_000


def test_a_card_is_the_same_bytes_twice():
    """No date and no random palette."""
    story = dateline.load(STORIES / "doses.yaml")
    assert card(story) == card(story)


def test_a_card_shows_land_and_sea_only_where_something_is_drawn():
    """A story without places has words alone."""
    drawn = picture(card(dateline.load(STORIES / "frigates.yaml")))
    assert near(drawn, LAND) > 50_000
    assert near(drawn, SEA) > 50_000
    assert near(picture(card(dateline.load(STORIES / "council.yaml"))), SEA) < 100  # where the edges of letters mix


def test_the_title_is_on_the_card():
    """Another title gives another picture, in the column of words alone."""
    story = dateline.load(STORIES / "doses.yaml")
    one = picture(card(story))
    other = picture(card(replace(story, article=replace(story.article, title="Something else"))))
    box = (0, 90, 390, 420)
    assert one.crop(box).tobytes() != other.crop(box).tobytes()


@pytest.mark.parametrize("title", [None, "", "船", "\u202egnol\u202c", "W" * 500, "word " * 400, "\ud800"])
def test_any_title_gives_a_card(title):
    """What the font cannot write is left out; what is too long ends in an ellipsis."""
    story = dateline.load(STORIES / "council.yaml")
    assert picture(card(replace(story, article=replace(story.article, title=title)))).size == (1200, 630)


def test_what_the_column_says_never_runs_into_the_legend():
    """However long the title: between the byline and the first line of the legend some rows of pixels are paper."""
    for title in ("Frigates", "A rather long title that needs many lines in so narrow a column of the card", "W" * 90):
        story = dateline.load(STORIES / "frigates.yaml")
        article = replace(story.article, title=title, author="A. Writer", publisher="The Gazette")
        column = picture(card(replace(story, article=article))).crop((30, 90, 380, 540)).convert("L")
        rows = [column.crop((0, y, 350, y + 1)).getextrema()[0] > 200 for y in range(column.height)]
        inked = [y for y, free in enumerate(rows) if not free]
        legend = 630 - 78 - 34 * 6 - 90  # the middle of its first line, of six
        last = max(y for y in inked if y < legend - 9)
        assert last < legend - 14


def test_every_story_line_has_its_own_colour_on_the_card():
    """Thin lines are few pixels; no palette merges their colours."""
    from dateline.drawing.marks.telling import telling

    story = dateline.load(STORIES / "pacific.yaml")
    told = telling(story)
    drawn = picture(card(story))
    threads = len({mark.thread for mark in told.on_map})
    assert threads > 3
    for colour in told.colours[:threads]:
        assert near(drawn, colour) > 15
