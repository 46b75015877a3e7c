"""Many articles: one that cannot be read stops none of the others, and their layers stay apart by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline import corpus, face
from dateline.drawing.geodata.layers import LAYERS
from dateline.errors import DatelineError
from dateline.story import file

STORIES = Path(__file__).parent / "stories"


def test_a_file_that_cannot_be_read_stops_none_of_the_others(tmp_path):
    (tmp_path / "a.txt").write_text("The freighter Aurora sailed from Rotterdam to Lagos.", encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"\0\0")
    (tmp_path / "c.md").write_text("Two ferries may sail from Bari to Durres.", encoding="utf-8")
    (tmp_path / "d.pdf").write_bytes(b"%PDF")
    found = list(corpus.read_all(tmp_path))
    assert [Path(name).name for name, _ in found] == ["a.txt", "b.txt", "c.md"]
    assert [isinstance(story, DatelineError) for _, story in found] == [False, True, False]
    assert found[0][1] == face.read(tmp_path / "a.txt")


def test_what_is_no_folder_is_refused(tmp_path):
    with pytest.raises(DatelineError, match="is no folder"):
        list(corpus.read_all(tmp_path / "none"))


def test_the_layers_of_many_are_those_of_each_with_its_name():
    stories = {name: file.load(STORIES / f"{name}.yaml") for name in ("grain", "doses", "council")}
    joined = corpus.layers(stories)
    assert list(joined) == list(LAYERS)
    for layer, table in joined.items():
        assert table.crs.to_epsg() == 4326
        assert table.columns[0] == "doc"
        for name, story in stories.items():
            assert table.loc[table["doc"] == name, "id"].tolist() == face.layers(story)[layer]["id"].tolist()


def test_no_stories_give_empty_layers():
    assert all(table.empty for table in corpus.layers({}).values())
