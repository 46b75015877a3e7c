"""The stories whose pages are opened: the bundled article, and those written to be hard."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import dateline
from dateline.articles import first as article_file
from dateline.story.model import Actor, Article, Event, Evidence, Leg, Place, Story
from tests.stories.first import first
from tests.stories.large import large

FOLDER = Path(__file__).parents[1] / "stories"

MAPS = ("first", "doses", "pacific", "forty", "hostile", "frigates")
ALL = (*MAPS, "council")
READ = "draft"
"""The bundled article as Dateline reads it, with nobody's hand in it."""


def short() -> Story:
    """A way that says only where it ends, and a stay, each in a country whose name is short."""
    text = "A tanker may have gone to Oman. A frigate is in Fiji."
    oman = Place("Oman", "country", lon=56.0, lat=21.0, countries=("OM",), precision="country")
    fiji = Place("Fiji", "country", lon=178.0, lat=-17.8, countries=("FJ",), precision="country")
    said, other = Evidence(text[:31], (0, 31)), Evidence(text[32:], (32, 53))
    way = Leg("e1a", "possible", None, "oman", evidence=(said,))
    stay = Event("e2", "presence", thread="b", actor="frigate", place="fiji", status="asserted", evidence=(other,))
    return Story(
        Article(title="A tanker", sentences=((0, 31), (32, 53))),
        {"oman": oman, "fiji": fiji},
        {"tanker": Actor("A tanker", "vessel"), "frigate": Actor("A frigate", "vessel")},
        events=(Event("e1", "route", thread="a", mover="tanker", legs=(way,)), stay),
        text=text,
    )


@cache
def story_of(name):
    """A story by its name."""
    if name == READ:
        return dateline.read(article_file())
    made = {"first": first, "crowd": lambda: large(80), "large": large, "short": short}
    return made[name]() if name in made else dateline.load(FOLDER / f"{name}.yaml")
