"""What is pinned is what is needed: every dependency stands in the lock files, with hashes and without addresses."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def name_of(requirement):
    """The normalised name of a requirement line."""
    return re.sub(r"[-_.]+", "-", re.match(r"[\w.-]+", requirement).group()).lower()


def pinned(lock):
    """Name to the number of hashes, of a lock file."""
    blocks = re.split(r"\n(?=\S)", (ROOT / lock).read_text(encoding="utf-8").strip())
    return {name_of(block): block.count("--hash=sha256:") for block in blocks}


@pytest.mark.parametrize(
    ("lock", "wanted"),
    [
        ("requirements.lock", PROJECT["project"]["dependencies"] + PROJECT["dependency-groups"]["build"]),
        (
            "requirements-dev.lock",
            PROJECT["project"]["dependencies"]
            + [line for group in ("test", "lint", "notebooks", "docs") for line in PROJECT["dependency-groups"][group]],
        ),
    ],
)
def test_every_dependency_is_pinned_with_hashes(lock, wanted):
    """A dependency that was added without `make lock` fails here, not on a user's machine."""
    found = pinned(lock)
    assert {name_of(line) for line in wanted} <= set(found)
    assert all(found.values())


def test_every_dependency_has_its_reason_in_the_readme():
    """The table says why each is there, and names none that is gone."""
    table = (ROOT / "README.md").read_text(encoding="utf-8").split("| package | why |")[1].split("\n\n")[0]
    rows = {row.split("|")[1].strip() for row in table.strip().splitlines()[1:]}
    assert {name_of(row) for row in rows} == {name_of(line) for line in PROJECT["project"]["dependencies"]}
