"""The house stands on its floors: who may import whom."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "dateline"

# A room may import from itself, from `errors`, and from the rooms named here.
BELOW = {
    "errors": set(),
    "articles": {"errors"},
    "story.model": {"errors"},
    "atlas": {"errors"},
    "story": {"errors", "atlas", "story.model"},
    "reading": {"errors", "atlas", "story", "story.model"},
    "drawing": {"errors", "atlas", "story", "story.model"},
}
RECORDS = {"story.model", "story.measure", "story.words"}  # the records of the document
ON_TOP = {"", "__main__", "config", "corpus", "cli", "face", "serve"}


def room_of(module: str) -> str:
    """The room of a dotted module name below ``dateline``."""
    return "story.model" if module in RECORDS else module.split(".", maxsplit=1)[0]


def imports_of(path: Path) -> set[str]:
    """Dotted names below ``dateline`` that a file imports, wherever in the file."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "dateline":
            inner = node.module.removeprefix("dateline").lstrip(".")
            found |= {inner} if inner else {alias.name for alias in node.names}
            found |= {
                f"{inner}.{alias.name}"
                for alias in node.names
                if (SOURCE / inner.replace(".", "/") / f"{alias.name}.py").exists()
            }
        elif isinstance(node, ast.Import):
            found |= {a.name.removeprefix("dateline.") for a in node.names if a.name.startswith("dateline.")}
    return found


MODULES = sorted(path.relative_to(SOURCE) for path in SOURCE.rglob("*.py"))


@pytest.mark.parametrize("path", MODULES, ids=str)
def test_no_arrow_runs_up(path):
    """Reading and drawing stand on story and atlas, never on each other; nothing below imports what is above."""
    module = ".".join(path.with_suffix("").parts).removesuffix("__init__").rstrip(".")
    room = room_of(module)
    if room in ON_TOP:
        return
    targets = {room_of(name) for name in imports_of(SOURCE / path)} - {room}
    assert targets <= BELOW[room], f"{module} imports {sorted(targets - BELOW[room])}"


# Inside reading, each inner room may import from itself and from those named before it; its own modules stand on all.
READING = ("text", "amounts", "hedging", "grammar", "places", "things", "events")


@pytest.mark.parametrize("room", READING)
def test_no_arrow_runs_up_inside_reading(room):
    """Words and sentences know nothing of events, and no inner room knows how a story is drafted."""
    below = {f"reading.{name}" for name in READING[: READING.index(room) + 1]}
    paths = [path for path in MODULES if path.parts[:2] == ("reading", room)]
    assert paths
    targets = {name for path in paths for name in imports_of(SOURCE / path) if name.startswith("reading.")}
    assert {".".join(name.split(".")[:2]) for name in targets} <= below
