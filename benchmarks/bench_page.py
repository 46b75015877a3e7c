"""
Measure the page: its size, how soon it is ready, how it moves when there is much on it.

Run as ``python benchmarks/bench_page.py`` with Chromium on the path (or in CHROMIUM). The goals are those of the
page's specification; a bare Leaflet page, opened in the same run on the same machine, says what that machine can do.
"""

from __future__ import annotations

import gzip
import os
import shutil
import statistics
import sys
import tempfile
import time
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from dateline.story.model import Story

SLOWER = 4
ROUNDS = 5
COUNT = """() => {
  window.times = [];
  const tick = (now) => window.times.push(now) && requestAnimationFrame(tick);
  requestAnimationFrame(tick);
}"""


def bare_page() -> str:
    """Return a page with Leaflet, one line and nothing else."""
    from dateline.drawing.panels.figure import leaflet

    script, style = leaflet()
    return (
        f"<!doctype html><meta charset=utf-8><title>bare</title><style>{style}</style>"
        "<style>html, body, #m { height: 100%; margin: 0 }</style>"
        f"<div id=m></div><script>{script}</script><script>const map = L.map('m').setView([40, 100], 3);"
        "L.polyline([[40, 127], [61, 97]]).addTo(map); performance.mark('dateline:ready');</script>"
    )


def ready_s(browser: Browser, file: Path, *, slower: float) -> float:
    """Return the median time from opening a file to the mark that says it is ready."""
    found = []
    for _ in range(ROUNDS):
        page = browser.new_page(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slower})
        page.goto(file.as_uri(), timeout=120_000)
        page.wait_for_function("performance.getEntriesByName('dateline:ready').length > 0", timeout=120_000)
        found.append(page.evaluate("performance.getEntriesByName('dateline:ready')[0].startTime") / 1000)
        page.close()
    return statistics.median(found)


def frames_per_second(page: Page) -> tuple[float, float]:
    """Return the mean rate while the map is dragged, and that of the slowest tenth."""
    page.mouse.move(800, 400)
    page.mouse.down()
    page.evaluate(COUNT)
    for n in range(120):
        page.mouse.move(800 + (n if n < 60 else 120 - n) * 4, 400)
    times: list[float] = page.evaluate("window.times")
    page.mouse.up()
    gaps = sorted(later - sooner for sooner, later in pairwise(times))
    slowest = gaps[int(len(gaps) * 0.9) :]
    return 1000 / statistics.mean(gaps), 1000 / statistics.mean(slowest)


def drawn(story: Story, folder: Path, name: str) -> tuple[Path, float]:
    """Draw a story twice; return the file and the time of the second, when everything is imported and read."""
    from dateline.drawing.page import draw

    draw(story)
    began = time.perf_counter()
    page = draw(story)
    took = time.perf_counter() - began
    page.save(folder / f"{name}.html")
    return folder / f"{name}.html", took


def line(what: str, value: str, goal: str) -> None:
    """Print one figure beside its goal."""
    print(f"{what:<52}{value:>16}   {goal}")


def sizes(name: str, file: Path, most_kb: float, most_gzip_kb: float | None) -> None:
    """Print a page's weight."""
    raw = file.read_bytes()
    line(f"{name}: size", f"{len(raw) / 1000:.0f} kB", f"<= {most_kb:.0f} kB")
    if most_gzip_kb:
        line(f"{name}: gzip", f"{len(gzip.compress(raw)) / 1000:.0f} kB", f"<= {most_gzip_kb:.0f} kB")


def main() -> None:
    """Measure, and print each figure with its goal."""
    from playwright.sync_api import sync_playwright

    from tests.stories.first import first
    from tests.stories.large import large

    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if path is None:
        print("no Chromium: set CHROMIUM to its path; nothing measured")
        return
    options: dict[str, Any] = {"executable_path": path, "args": ["--headless", "--no-sandbox", "--disable-gpu"]}
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        folder = Path(temporary)
        (folder / "bare.html").write_text(bare_page(), encoding="utf-8")
        one, took = drawn(first(), folder, "first")
        browser = playwright.chromium.launch(**options)
        bare = ready_s(browser, folder / "bare.html", slower=SLOWER)
        own = ready_s(browser, one, slower=SLOWER)
        sizes("bundled article", one, 600, 200)
        line("bundled article: drawn", f"{took:.2f} s", "<= 2 s")
        line(f"bare Leaflet page: ready at {SLOWER}x slow-down", f"{bare:.2f} s", "(this machine, now)")
        line(f"bundled article: ready at {SLOWER}x slow-down", f"{own:.2f} s", f"<= {max(1.5, 3.5 * bare):.2f} s")
        many, took = drawn(large(), folder, "large")
        sizes("500 events, 2,000 marks", many, 3000, None)
        line("500 events, 2,000 marks: drawn", f"{took:.2f} s", "")
        line("500 events, 2,000 marks: ready at 1x", f"{ready_s(browser, many, slower=1):.2f} s", "<= 3 s")
        page = browser.new_page(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
        page.goto(many.as_uri(), timeout=120_000)
        page.wait_for_selector('html[data-ready="true"]', timeout=120_000)
        mean, slowest = frames_per_second(page)
        line("500 events, 2,000 marks: frames/s panning", f"{mean:.0f}", ">= 30")
        line("                         slowest tenth", f"{slowest:.0f}", ">= 30")
        browser.close()


if __name__ == "__main__":
    main()
