"""The stories whose pages are opened: the bundled article, and those written to be hard."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import dateline
from tests.stories.first import first

FOLDER = Path(__file__).parents[1] / "stories"

MAPS = ("first", "doses", "pacific", "forty", "hostile", "frigates")
ALL = (*MAPS, "council")


@cache
def story_of(name):
    """A story by its name."""
    return first() if name == "first" else dateline.load(FOLDER / f"{name}.yaml")
