"""Stories of a few events between a few places, and their marks, for the tests of the drawing."""

from __future__ import annotations

from dateline.drawing.geometry.shapes import shapes
from dateline.drawing.marks.marks import marks
from dateline.drawing.style.words import words
from dateline.story.model import Actor, Article, Event, Evidence, Place, Statement, Story

PLACES = {
    "lima": Place("Lima", "city", lon=-77.03, lat=-12.05, countries=("PE",), precision="city"),
    "suva": Place("Suva", "city", lon=178.44, lat=-18.14, countries=("FJ",), precision="city"),
    "chad": Place("Chad", "country", lon=19.0, lat=15.0, countries=("TD",), precision="country"),
    "bank": Place("Old Bank", "area", lon=14.75, lat=35.9, precision="area"),
    "nowhere": Place("Nowhere", "area"),
}
ACTORS = {
    "guild": Actor("the guild", "group"),
    "tug": Actor("the tug", "vessel"),
    "peru": Actor("Peru", "government", state="PE"),
    "chad-government": Actor("Chad", "government", state="TD"),
}


def story(*events, **fields):
    """A story of these events between the places and actors above."""
    return Story(Article(), PLACES, ACTORS, events=events, **fields)


def flow(id_="e1", **fields):
    """A flow, asserted unless it is said otherwise."""
    return Event(id_, "flow", **{"status": "asserted", "from_": "lima", "to": "chad"} | fields)


def marks_of(*events, lang="en", **fields):
    """The records of all marks of a story of these events."""
    told = story(*events, **fields)
    return marks(told, shapes(told), words(lang))


def said(quote, at):
    """Evidence of these words."""
    return Evidence(quote, (at, at + len(quote)))


def says(who, quote, at):
    """A statement in these words."""
    return Statement(who, quote, (at, at + len(quote)))
