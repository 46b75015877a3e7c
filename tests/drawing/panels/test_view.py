"""What the page's script is told: it comes back from any text, and shows what each step says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.drawing.marks.telling import telling
from dateline.drawing.panels.view import escaped_json, story_block, view_block
from dateline.drawing.stills.sketch import sketch
from dateline.drawing.style.encodings import LINE_PX
from dateline.story import file
from dateline.story.model import Article, Place, Quantity, Story
from tests.drawing.small import flow, story

STORIES = Path(__file__).parents[2] / "stories"


@pytest.fixture(scope="module", params=["grain", "pacific", "frigates", "hostile"])
def told(request):
    return telling(file.load(STORIES / f"{request.param}.yaml"))


@pytest.mark.parametrize("words", ["</script>", "<!--", "\u2028", "\ud800", "🚢"])
def test_json_in_a_script_cannot_end_it_and_comes_back(words):
    """Any text survives, a lone surrogate too."""
    written = escaped_json(words)
    assert not set("<>&\u2028") & set(written)
    assert json.loads(written) == words
    written.encode()


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda v: st.lists(v) | st.dictionaries(st.text(), v),
    max_leaves=8,
)


@given(json_values)
def test_any_value_comes_back_from_a_script_and_names_no_element(value):
    """No angle bracket or ampersand is left in it, however deep it stands."""
    written = escaped_json(value)
    assert not set("<>&") & set(written)
    assert json.loads(written) == value


def test_a_number_that_json_does_not_have_is_no_data():
    with pytest.raises(ValueError, match="not JSON compliant"):
        escaped_json([float("nan")])


def test_the_two_blocks_join_by_the_marks_ids(told):
    """Each mark of the data block has its drawing, and each end of it a node."""
    block, view = story_block(told), view_block(told)
    assert [mark["id"] for mark in block["marks"]] == list(view["marks"]) == [mark.id for mark in told.on_map]
    ends = {end for mark in told.on_map for end in (mark.start, mark.end) if end}
    assert ends <= set(view["nodes"])
    assert {key for step in block["steps"] for key in step["show"]} <= set(view["marks"])
    assert all(-360 <= node["lon"] <= 360 and -90 <= node["lat"] <= 90 for node in view["nodes"].values())


def test_every_span_of_the_data_is_its_words(told):
    """Claims quote the text at their offsets, and so do the sentences."""
    block, text = story_block(told), told.story.text
    for mark in block["marks"]:
        for claim in mark["claims"]:
            assert claim["at"] is None or text[slice(*claim["at"])] == claim.get("quote", text[slice(*claim["at"])])
    assert all(text[slice(*one["at"])] == one["text"] for one in block["article"]["sentences"] if one["text"])
    assert block["article"]["length"] == len(text)


def test_both_blocks_can_be_written_and_are_the_same_twice(told):
    again = telling(told.story)
    for block in (story_block, view_block):
        assert escaped_json(block(told)) == escaped_json(block(again))


def test_what_is_as_usual_is_not_said():
    """A width is told where it is another than a line's, a number without a fraction as a whole one."""
    one, other = (flow(f"e{n}", quantity=Quantity(value, unit="tonnes")) for n, value in ((1, 100.0), (2, 25.0)))
    told = telling(story(one, other))
    widths = {key: mark.get("width") for key, mark in view_block(told)["marks"].items()}
    assert widths == {"e1": 8.0, "e2": None}
    assert LINE_PX == 4.0
    assert escaped_json(story_block(told)["marks"][0]["value"]) == "100"


@pytest.mark.parametrize(("lang", "said"), [("en", "(spot not known)"), ("de", "(Stelle nicht bekannt)")])
def test_a_place_drawn_at_another_says_so_beside_its_name(lang, said):
    """Its label, its mark's panel and the still maps: a reader must not take the spot for the village's."""
    places = {
        "oslo": Place("Oslo", "city", atlas=3143244, lon=10.75, lat=59.91, countries=("NO",), precision="city"),
        "vesle": Place("Vesle", "place", lon=10.75, lat=59.91, countries=("NO",), precision="region"),
    }
    told = telling(Story(Article(), places, {}, events=(flow(from_="oslo", to="vesle"),)), lang=lang)
    nodes = view_block(told)["nodes"]
    assert nodes["vesle"]["level"] == said
    assert "level" not in nodes["oslo"]
    assert story_block(told)["marks"][0]["ours"][0] == "near"
    drawn = sketch(told, size=(600, 400), measure=lambda words, px: 0.6 * px * len(words))
    assert {word.lines for word in drawn.words if "Vesle" in word.lines} == {("Vesle", said)}
