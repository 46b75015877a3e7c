"""The notebooks: without outputs, short, on the public face alone, each with something to try."""

from __future__ import annotations

import ast
import json
from pathlib import Path

import pytest

import dateline

NOTEBOOKS = sorted((Path(__file__).parents[1] / "notebooks").glob("*.ipynb"))
# Beside the public names: what the library's own reference calls by its module.
PUBLIC = {*dateline.__all__, "corpus", "config"}


@pytest.fixture(params=NOTEBOOKS, ids=lambda path: path.stem)
def cells(request):
    return json.loads(request.param.read_text(encoding="utf-8"))["cells"]


def test_there_are_notebooks():
    assert len(NOTEBOOKS) >= 6


def test_a_notebook_is_stored_without_what_a_run_leaves(cells):
    for cell in cells:
        assert not cell.get("outputs")
        assert cell.get("execution_count") is None


def test_a_notebook_is_short_and_ends_with_something_to_try(cells):
    assert 5 <= len(cells) < 20
    assert cells[0]["cell_type"] == cells[-1]["cell_type"] == "markdown"
    assert "".join(cells[0]["source"]).startswith("# ")
    assert "**Try it.**" in "".join(cells[-1]["source"])


def test_a_notebook_imports_the_public_face_alone(cells):
    for cell in cells:
        if cell["cell_type"] != "code":
            continue
        for node in ast.walk(ast.parse("".join(cell["source"]))):
            if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "dateline":
                assert node.module == "dateline"
                assert {alias.name for alias in node.names} <= PUBLIC
            elif isinstance(node, ast.Import):
                assert all(not alias.name.startswith("dateline.") for alias in node.names)


def test_every_notebook_is_in_the_list_of_the_readme():
    listed = (NOTEBOOKS[0].parent / "README.md").read_text(encoding="utf-8")
    assert all(f"`{path.stem}`" in listed for path in NOTEBOOKS)
