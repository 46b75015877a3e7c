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


# Inside a room, each inner room may import from itself and from those named before it; its own modules stand on all.
INNER = {
    "reading": ("text", "amounts", "hedging", "grammar", "places", "things", "events"),
    "drawing": ("style", "geometry", "ground", "marks", "geodata", "stills", "panels"),
}


@pytest.mark.parametrize(("room", "inner"), [(room, inner) for room, order in INNER.items() for inner in order])
def test_no_arrow_runs_up_inside_a_room(room, inner):
    """Words know nothing of events, lines nothing of legends, and none of them how a story or a page is made."""
    order = INNER[room]
    below = {f"{room}.{name}" for name in order[: order.index(inner) + 1]}
    paths = [path for path in MODULES if path.parts[:2] == (room, inner)]
    assert paths
    targets = {name for path in paths for name in imports_of(SOURCE / path) if name.startswith(f"{room}.")}
    assert {".".join(name.split(".")[:2]) for name in targets} <= below


@pytest.mark.parametrize("room", INNER)
def test_every_room_within_has_its_place_in_the_order(room):
    """A folder of modules that the order does not name would be held by nothing."""
    assert {path.parts[1] for path in MODULES if path.parts[0] == room and len(path.parts) > 2} == set(INNER[room])
