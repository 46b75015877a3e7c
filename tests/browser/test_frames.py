"""The page in a frame of another page."""

import pytest

from tests.browser.reader import Reader
from tests.browser.stories import story_of

_OUTER = """<!doctype html><title>outer</title><body style="margin:0"><p>above</p>
<iframe id=f width=600 height=700{rules}></iframe><p style="height:3000px">below</p>
<script>window.got = []; addEventListener("message", (e) => got.push(e.data));</script>"""


@pytest.fixture
def framed(contexts, drawn, tmp_path):
    """A function that opens a page with the story in a frame of 600 px; the frame is given as an address or as text."""
    tabs = []

    def opened(name, *, as_text=False, sandbox=None):
        page = contexts().new_page()
        tabs.append(page)
        outer = Reader(page, story_of(name))
        file = drawn(name)
        rules = f' sandbox="{sandbox}"' if sandbox is not None else ""
        (tmp_path / "outer.html").write_text(_OUTER.format(rules=rules), encoding="utf-8")
        page.bring_to_front()
        page.goto((tmp_path / "outer.html").as_uri())
        if as_text:
            page.evaluate("(html) => { document.getElementById('f').srcdoc = html; }", file.read_text(encoding="utf-8"))
        else:
            page.evaluate("(url) => { document.getElementById('f').src = url; }", file.as_uri())
        frame = page.frame_locator("#f")
        frame.locator('html[data-ready="true"]').wait_for(state="attached", timeout=20_000)
        return outer, page.frames[-1]

    yield opened
    for page in tabs:
        page.close()


@pytest.mark.parametrize(
    "how", [{}, {"as_text": True}, {"as_text": True, "sandbox": "allow-scripts"}, {"sandbox": "allow-scripts"}]
)
def test_all_steps_work_by_button_in_a_frame_and_no_error_occurs(framed, how):
    """A24: from a file, from text as notebooks do, and in a sandbox; a height arrives; no address is written."""
    outer, frame = framed("first", **how)
    assert frame.evaluate("document.documentElement.dataset.mode") == "embed"
    for n in range(2, len(outer.story.steps) + 1):
        frame.click('[data-action="next"]')
        assert frame.evaluate("document.documentElement.dataset.atStep") == str(n)
    frame.evaluate("window.dateline.show('arms')")
    frame.press("body", "Escape")
    outer.page.wait_for_function("window.got.length > 0")
    last = outer.ask("window.got.at(-1)")
    assert last["sentinel"] == "dateline"
    assert last["type"] == "height"
    assert last["height"] > 300
    assert "#" not in frame.url
    assert outer.trouble == []


def test_the_wheel_over_a_map_without_focus_scrolls_the_page_around_it(framed):
    """A24: and the map keeps its zoom."""
    outer, frame = framed("first")
    box = outer.page.locator("#f").bounding_box()
    where = frame.locator(".leaflet-container").bounding_box()
    zoom = frame.evaluate("window.dateline.map.getZoom()")
    outer.ask(
        f"document.getElementById('f').style.height = '{frame.evaluate('document.documentElement.scrollHeight')}px'"
    )
    outer.page.mouse.move(box["x"] + 300, where["y"] + where["height"] / 2)
    outer.page.mouse.wheel(0, 400)
    outer.page.wait_for_function("window.scrollY > 0")
    assert frame.evaluate("window.dateline.map.getZoom()") == zoom


def test_the_page_does_not_chase_the_frame_that_it_sizes(framed):
    """No viewport units: a higher frame does not make the page higher."""
    outer, frame = framed("first")
    heights = []
    for height in (500, 900, 1500):
        outer.ask(f"document.getElementById('f').style.height = '{height}px'")
        heights.append(frame.evaluate("document.body.scrollHeight"))
    assert max(heights) - min(heights) <= 2
