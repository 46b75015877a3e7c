"""The stories whose pages are opened: the bundled article, and those written to be hard."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import dateline
from dateline.articles import first as article_file
from tests.stories.first import first
from tests.stories.large import large

FOLDER = Path(__file__).parents[1] / "stories"

MAPS = ("first", "doses", "pacific", "forty", "hostile", "frigates")
ALL = (*MAPS, "council")
READ = "draft"
"""The bundled article as Dateline reads it, with nobody's hand in it."""


@cache
def story_of(name):
    """A story by its name."""
    if name == READ:
        return dateline.read(article_file())
    made = {"first": first, "crowd": lambda: large(80), "large": large}
    return made[name]() if name in made else dateline.load(FOLDER / f"{name}.yaml")
