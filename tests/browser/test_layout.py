"""What a graphics editor looks at first: where things stand on the map and beside it."""

import math
from itertools import pairwise

import pytest

from tests.browser.stories import MAPS, READ

NODES = """() => {
  const frame = document.querySelector('.leaflet-container').getBoundingClientRect();
  return [...document.querySelectorAll('[data-node]:not(.off)')].map((e) => {
    const box = e.getBoundingClientRect();
    const [x, y] = [box.left + box.width / 2 - frame.left, box.top + box.height / 2 - frame.top];
    return [e.dataset.node, x, y, frame.width, frame.height];
  });
}"""

STUBS = """() => [...document.querySelectorAll('[data-mark][data-shown=true]')].map((e) => {
  const long = e.getTotalLength?.() ?? 0, to = e.getScreenCTM();
  const at = (share) => { const p = e.getPointAtLength(long * share).matrixTransform(to); return [p.x, p.y]; };
  return [e.dataset.mark, long, [0, 0.25, 0.5, 0.75, 1].map(at)];
}).filter(([, long]) => 0 < long && long < 80)"""


@pytest.mark.parametrize("name", MAPS)
@pytest.mark.parametrize("width", [1280, 390])
def test_every_end_of_a_shown_line_is_in_the_map_and_not_below_its_buttons(read, name, width):
    """A line that leaves the map at a step's camera has no end."""
    reader = read(name, viewport={"width": width, "height": 844})
    for n in range(1, reader.steps + 1):
        reader.goto(n)
        if reader.ask("dateline.map.getZoom() === dateline.map.getMinZoom()"):
            continue  # a phone is narrower than the Pacific at the least zoom
        assert reader.page.locator("[data-action=return]").is_hidden(), n
        for node, x, y, wide, high in reader.ask(NODES):
            assert 0 < x < wide, (node, n)
            assert 0 < y < high, (node, n)
            assert x > 46 or y > 78, (node, n, "below the buttons")


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("name", ["first", READ])
def test_a_name_stands_by_its_own_place_or_is_led_to(read, width, name):
    """The name of an end is not nearer to another end by more than the symbols are wide, or a thin line leads to it."""
    reader = read(name, viewport={"width": width, "height": 844})
    for n in range(1, reader.steps + 1):
        reader.goto(n)
        nodes = {node: (x, y) for node, x, y, _, _ in reader.ask(NODES)}
        found = reader.labels()
        left, top = found["map"][:2]
        for label in found["labels"]:
            if label["key"] not in nodes:
                continue
            x1, y1, x2, y2 = (side - start for side, start in zip(label["box"], (left, top, left, top), strict=True))
            far = {key: math.hypot(max(x1 - x, 0, x - x2), max(y1 - y, 0, y - y2)) for key, (x, y) in nodes.items()}
            led = reader.page.locator(f"[data-leader='{label['key']}']").count() == 1
            assert led or far[label["key"]] <= min(far.values()) + 24, (label["words"], n)
            assert led or far[label["key"]] <= 26, (label["words"], n)  # a symbol's radius and a gap


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("name", ["short", READ])
def test_no_name_lies_on_a_short_line_or_ring_where_few_are_shown(read, width, name):
    """A short line to what is not stated, and a ring round a place, are what such a step shows."""
    reader = read(name, viewport={"width": width, "height": 844})
    seen = 0
    for n in range(1, reader.steps + 1):
        reader.goto(n)
        if len(reader.shown()) > 3:
            continue
        for mark, _, points in reader.ask(STUBS):
            seen += 1
            for label in reader.labels()["labels"]:
                left, top, right, bottom = label["box"]
                on = [(x, y) for x, y in points if left + 1 < x < right - 1 and top + 1 < y < bottom - 1]
                assert not on, (label["words"], mark, n)
    assert seen


@pytest.mark.parametrize("name", ["first", "forty", "pacific", READ])
def test_a_country_around_the_story_is_named_once_and_where_it_is_wide_enough(read, name):
    """Small states get their names as the reader comes nearer; a story's own name comes first."""
    reader = read(name)
    for n in range(1, reader.steps + 1):
        reader.goto(n)
        words = [label["words"].split("(")[0].strip() for label in reader.labels()["labels"]]
        assert len(words) == len(set(words))
    wide = len([1 for label in reader.labels()["labels"] if label["role"] == "context"])
    assert wide <= 44


def test_the_inset_stands_only_where_its_marks_are_shown_and_squeezed(read):
    """It leads to a closer look at what the step shows, not to something else."""
    for name in MAPS:
        reader = read(name)
        steps = reader.data["steps"]
        for n in range(1, reader.steps + 1):
            reader.goto(n)
            if reader.page.locator(".static.inset").count() == 0:
                continue
            leads = int(reader.page.get_attribute(".closer", "data-to"))
            assert set(steps[leads - 1]["show"]) <= set(steps[n - 1]["show"])


def test_on_a_phone_the_words_of_a_later_step_begin_in_the_upper_three_quarters(read):
    """Who has gone on knows which story it is: the title gives way."""
    reader = read("first", viewport={"width": 390, "height": 844})
    for n in range(2, reader.steps + 1):
        reader.goto(n)
        top = reader.ask("n => document.querySelector(`[data-step='${n}'] h2`).getBoundingClientRect().top", n)
        assert top < 844 * 0.75


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("name", ["forty", "doses"])
def test_the_axis_of_time_has_a_dot_for_each_dated_mark_and_words_that_stand_apart(read, name, width):
    """A28: what is not dated is not on it; what a filter leaves out leaves it too."""
    reader = read(name, viewport={"width": width, "height": 844})
    reader.ask("document.querySelector('.time details').open = true")
    dated = reader.attributes("[data-lane=dated] [data-when]", "data-when")
    assert dated
    assert sorted(reader.attributes("[data-axis] [data-dot]", "data-dot")) == sorted(dated)
    spans = reader.all(
        "[data-axis] [data-tick]", "e => [e.getBoundingClientRect().left, e.getBoundingClientRect().right]"
    )
    assert len(spans) >= 2
    assert all(one[1] < other[0] for one, other in pairwise(spans))
    assert all(left >= 0 and right <= width for left, right in spans)
    if width == 1280:
        reader.page.fill('[data-control="certainty"]', "0")
        shown = reader.shown()
        assert {key for key in dated if reader.page.locator(f'[data-dot="{key}"]').is_visible()} <= shown
        reader.page.fill('[data-control="certainty"]', "5")


def test_a_country_is_never_shown_so_near_that_its_shape_is_lost(read):
    """Of Russia more is seen than a corner of Siberia; and the camera that a step has is the one it says it has."""
    reader = read("first")
    across = {key: node.get("wide", 0) for key, node in reader.ask("JSON.parse(view.textContent).nodes").items()}
    assert across["russia"] > 50 > across["south-korea"]
    for n in range(1, reader.steps + 1):
        reader.goto(n)
        assert reader.page.locator("[data-action=return]").is_hidden()
        shown = {node for node, *_ in reader.ask(NODES)}
        width, zoom = reader.ask("[dateline.map.getSize().x, dateline.map.getZoom()]")
        assert all(across[key] * 256 * 2**zoom / 360 <= 0.8 * width for key in shown)
