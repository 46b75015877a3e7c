"""For everyone: assistive technology, the keyboard, a small screen."""

import io

import pytest
from axe_playwright_python.sync_playwright import Axe
from PIL import Image, ImageChops

from tests.browser.conftest import PHONE
from tests.browser.stories import ALL, MAPS

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PANELS = ["story", "ledger", "map", "legend", "time", "table", "article", "about"]


def violations(reader):
    """What axe-core finds, each with an element."""
    found = Axe().run(reader.page, options={"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]})
    return [
        (one["id"], one["nodes"][0]["html"][:160], one["nodes"][0].get("failureSummary", "")[:300])
        for one in found.response["violations"]
    ]


@pytest.mark.parametrize(
    ("name", "scheme"), [("first", "light"), ("first", "dark"), ("hostile", "light"), ("council", "light")]
)
def test_axe_finds_nothing_at_the_first_step_at_the_closest_and_with_the_ledger_open(read, name, scheme):
    """A4: WCAG 2.0 to 2.2, A and AA, and best practice."""
    reader = read(name, color_scheme=scheme)
    assert violations(reader) == []
    if name == "council" or scheme == "dark":
        return
    zooms = []
    for n in range(1, reader.steps + 1):
        reader.goto(n)
        zooms.append((reader.ask("window.dateline.map.getZoom()"), n))
    reader.goto(max(zooms)[1])
    reader.show(min(reader.shown()))
    assert violations(reader) == []
    reader.page.keyboard.press("Escape")
    assert violations(reader) == []


@pytest.mark.parametrize("name", ["first", "forty"])
def test_axe_finds_nothing_on_a_phone(read, name):
    """A4: at 390 px, with the sheet of the ledger too."""
    reader = read(name, viewport=PHONE)
    assert violations(reader) == []
    if name == "first":
        reader.show("arms")
        assert violations(reader) == []


_ACTIVE = """() => {
  const e = document.activeElement;
  if (!e || e === document.body || e === document.documentElement) return null;
  const panels = [];
  for (let p = e; p; p = p.parentElement) if (p.dataset?.panel) panels.push(p.dataset.panel);
  const r = e.getBoundingClientRect();
  return {
    kind: e.dataset.part ?? e.dataset.action ?? e.dataset.control ?? (e.dataset.sort && "sort") ??
          (e.dataset.sentence && "sentence") ?? (e.closest("[data-opens]") && "opens") ??
          e.className?.toString?.(),
    of: e.dataset.of ?? e.dataset.to ?? e.dataset.sort ?? e.dataset.sentence ?? e.value ?? "",
    panel: panels.at(-1) ?? null, box: [r.left, r.top, r.width, r.height],
  };
}"""


def _clip(box, reader):
    size = reader.page.viewport_size
    left, top = max(0, box[0] - 8), max(0, box[1] - 8)
    right, bottom = min(size["width"], box[0] + box[2] + 8), min(size["height"], box[1] + box[3] + 8)
    return {"x": left, "y": top, "width": max(1, right - left), "height": max(1, bottom - top)}


@pytest.mark.parametrize("name", ["first", "doses", "council"])
def test_the_tab_key_reaches_everything_in_reading_order_and_leaves_the_page(open_new, name):
    """A6: each shown mark, button, control and the table; the focus can be seen; no element jumps the queue."""
    reader = open_new(name)  # a tab where the focus has been nowhere yet
    assert reader.all('[tabindex]:not([tabindex="0"]):not([tabindex="-1"])') == []
    wanted = {("hit", mark) for mark in reader.shown()}
    focused, seen_kinds = [], {}
    for _ in range(220):
        reader.page.keyboard.press("Tab")
        here = reader.ask(_ACTIVE)
        if here is None or (focused and here == focused[0]):
            break
        focused.append(here)
        if here["kind"] not in seen_kinds and here["box"][2] and len(seen_kinds) < 14:
            clip = _clip(here["box"], reader)
            with_focus = reader.page.screenshot(clip=clip)
            reader.ask("(window.was = document.activeElement).blur()")
            without = reader.page.screenshot(clip=clip)
            reader.ask("window.was.focus({preventScroll: true})")
            changed = ImageChops.difference(
                *(Image.open(io.BytesIO(one)).convert("RGB") for one in (with_focus, without))
            )
            seen_kinds[here["kind"]] = changed.getbbox() is not None
    else:
        pytest.fail("the Tab key never leaves the page")
    assert all(seen_kinds.values()), seen_kinds
    reached = {(here["kind"], here["of"]) for here in focused}
    assert wanted <= reached
    panels = [PANELS.index(here["panel"]) for here in focused if here["panel"] in PANELS]
    assert panels == sorted(panels)
    buttons = reader.ask("""() => [...document.querySelectorAll("button, input, select, summary, [role=button]")]
      .filter((e) => e.getClientRects().length && !e.disabled).length""")
    assert len(focused) >= buttons
    if name != "council":
        assert {"back", "next", "goto", "certainty", "perspective", "sort", "sentence"} <= {
            here["kind"] for here in focused
        }
    reader.page.close()


def test_the_tab_key_leaves_the_map_backwards_too(read):
    """Focus is never trapped."""
    reader = read("first")
    reader.page.focus('[data-part="hit"][data-of="arms"]')
    for _ in range(30):
        reader.page.keyboard.press("Shift+Tab")
        if reader.ask(_ACTIVE)["panel"] == "story":
            break
    assert reader.ask(_ACTIVE)["panel"] == "story"


@pytest.mark.parametrize("name", ALL)
def test_a_phone_shows_the_whole_story_without_scrolling_sideways(read, name):
    """A23: map 40 to 50 % of the height, things to touch 24 px or larger."""
    reader = read(name, viewport=PHONE)
    for n in range(1, reader.steps + 1):
        reader.goto(n)
        assert reader.ask("document.documentElement.scrollWidth") <= PHONE["width"]
        if name in MAPS:
            height = reader.ask("document.querySelector('.leaflet-container').getBoundingClientRect().height")
            assert 0.4 * PHONE["height"] <= height <= 0.5 * PHONE["height"]
    small = reader.ask("""() => [...document.querySelectorAll(
      "button, input, select, summary, a[href], [role=button]:not([data-part]):not([data-sentence])")]
      .filter((e) => e.getClientRects().length).map((e) => [e.outerHTML.slice(0, 90), e.getBoundingClientRect()])
      .filter(([, r]) => r.width < 24 || r.height < 24).map(([html, r]) => [html, r.width, r.height])""")
    assert small == []
    assert all(
        mark["hit"]["width"] >= 24 or mark["kind"] in {"use", "presence", "claim"} for mark in reader.marks().values()
    )


def test_the_sheet_of_a_phone_closes_by_escape_and_by_button(read):
    """A23: it takes at most 55 % of the height and does not cover its own button."""
    reader = read("first", viewport=PHONE)
    for close in (
        lambda: reader.page.keyboard.press("Escape"),
        lambda: reader.page.click('[data-action="close-ledger"]'),
    ):
        reader.show("arms")
        box = reader.page.locator('[data-panel="ledger"]').bounding_box()
        assert box["height"] <= 0.55 * PHONE["height"] + 1
        assert box["y"] + box["height"] <= PHONE["height"] + 1
        close()
        assert reader.ledger() is None


@pytest.mark.parametrize("viewport", [None, PHONE])
def test_the_open_ledger_covers_nothing_that_has_the_focus(read, viewport):
    """Its close button has it; the button is where the reader sees it."""
    settings = {"viewport": viewport} if viewport else {}
    reader = read("first", **settings)
    reader.show("arms")
    seen = reader.ask("""() => {
      const r = document.activeElement.getBoundingClientRect();
      return document.activeElement.contains(document.elementFromPoint(r.x + r.width / 2, r.y + r.height / 2));
    }""")
    assert seen
