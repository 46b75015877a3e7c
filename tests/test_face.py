"""The public functions: light to import, each with its options handed on, nothing kept between calls."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest

import dateline
from dateline.reading.own import Own

TEXT = "Two ferries sailed from Bari to Durres on Monday. Oslo was calm.\n"


def test_every_public_name_is_there_and_documented():
    for name in dateline.__all__:
        assert getattr(dateline, name).__doc__
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        _ = dateline.nonsense


def test_import_alone_loads_nothing_heavy():
    """The analyst's tools come when drawing starts, not before."""
    heavy = {"numpy", "shapely", "geopandas", "folium", "pydantic", "pandas"}
    code = f"import sys, dateline; print(*{heavy} & set(sys.modules))"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603 - ours
    assert found.stdout.strip() == ""


def test_a_file_and_its_text_are_read_alike(tmp_path):
    path = tmp_path / "article.txt"
    path.write_text(TEXT, encoding="utf-8")
    from_file, from_text = dateline.read(path), dateline.read(TEXT)
    assert from_file.events == from_text.events
    assert from_file.article.file == "article.txt"
    assert from_text.article.file is None


def test_a_recogniser_of_one_s_own_finds_the_names():
    def only_oslo(text):
        at = text.index("Oslo")
        return [(at, at + 4)]

    assert [mention.text for mention in dateline.read(TEXT, recognizer=only_oslo).mentions] == ["Oslo"]


def test_nothing_of_one_call_is_kept_for_the_next():
    plain = dateline.read(TEXT)
    dateline.read(TEXT, own=Own(stop_words=frozenset({"Oslo"})), published="2024-05-06")
    assert dateline.read(TEXT) == plain


def test_what_is_saved_is_loaded_again(tmp_path):
    story = dateline.read(TEXT)
    story.save(tmp_path / "story.yaml")
    loaded = dateline.load(tmp_path / "story.yaml")
    assert replace(loaded, article=story.article) == story


def test_a_story_and_its_page_show_themselves_in_a_notebook():
    """Words as words: a title with markup in it opens no tag."""
    story = dateline.read("<b>Ferries</b> Sail\n\n" + TEXT)
    assert "<b>Ferries" not in story._repr_html_()
    page = dateline.draw(story)
    assert page._repr_html_().startswith("<iframe srcdoc=")
    assert "<b>Ferries" not in page._repr_html_()
    assert "Story" in repr(story)
    assert "StoryMap" in repr(page)


def test_a_line_with_more_bytes_than_any_file_name_is_text():
    """The file system refuses to look for such a name: 239 letters, 440 bytes."""
    assert dateline.read("The ship sailed from Oslo to Lagos. " + "é" * 203).events
