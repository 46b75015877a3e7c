"""Chromium for the tests that open a page: offline, still, and each story drawn once."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.browser.reader import Reader
from tests.browser.stories import story_of

HERE = Path(__file__).parent
PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 900}


def pytest_collection_modifyitems(items):
    """Every test in this folder opens a page."""
    for item in items:
        if HERE in Path(item.fspath).parents:
            item.add_marker(pytest.mark.browser)


def _chromium():
    named = os.environ.get("CHROMIUM")
    return named or shutil.which("chromium") or shutil.which("google-chrome")


@pytest.fixture(scope="session")
def browser_type_launch_args():
    """The Chromium of this machine; none is downloaded."""
    path = _chromium()
    if path is None:
        reason = "no Chromium: set CHROMIUM to its path, or install chromium or google-chrome"
        if os.environ.get("REQUIRE_BROWSER") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    return {"executable_path": path, "args": ["--headless", "--no-sandbox", "--disable-gpu"]}


@pytest.fixture(scope="session")
def drawn(tmp_path_factory):
    """A function that gives the file of a story's page, drawn once for all workers."""
    from dateline.drawing.page import draw

    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "pages"
    folder.mkdir(exist_ok=True)

    def file_of(name, **options):
        words = "-".join([name, *(f"{key}-{value}" for key, value in sorted(options.items()))])
        path = folder / f"{words}.html"
        if not path.exists():
            own = path.with_suffix(f".{os.getpid()}")
            own.write_text(draw(story_of(name), **options).html, encoding="utf-8", newline="")
            own.rename(path)
        return path

    return file_of


@pytest.fixture(scope="session")
def contexts(browser):
    """A function that gives a browsing context of these settings, made once; all are without a network."""
    made = {}

    def context_of(**settings):
        key = repr(sorted(settings.items(), key=str))
        if key not in made:
            common = {"viewport": DESK, "reduced_motion": "reduce", "timezone_id": "UTC", "locale": "en-US"}
            made[key] = browser.new_context(**{**common, **settings})
            made[key].set_offline(True)
            made[key].set_default_timeout(3_000)
        return made[key]

    yield context_of
    for context in made.values():
        context.close()


@pytest.fixture(scope="session")
def open_new(contexts, drawn):
    """A function that opens a story in a tab of its own and counts all that goes wrong there."""

    def opened(name, *, address="", options=None, **settings):
        reader = Reader(contexts(**settings).new_page(), story_of(name))
        reader.open(drawn(name, **(options or {})).as_uri() + address)
        return reader

    return opened


@pytest.fixture(scope="session")
def _readers():
    return {}


@pytest.fixture
def read(_readers, open_new):
    """A function that gives a story's page as it opens: an earlier test's tab, or a new one where that is not so."""
    used = []

    def at_start(name, **settings):
        key = name, repr(sorted(settings.items(), key=str))
        if key in _readers and not _readers[key].restart():
            _readers.pop(key).page.close()
        if key not in _readers:
            _readers[key] = open_new(name, **settings)
        used.append(_readers[key])
        return used[-1]

    yield at_start
    assert [reader.trouble for reader in used if reader.trouble] == []
