"""A story made ready for its page: what every part of the page is made from, once."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.drawing.geometry.shapes import shapes
from dateline.drawing.ground.credits import data_of
from dateline.drawing.marks.articlepane import paragraph_starts, sentences
from dateline.drawing.marks.marks import marks
from dateline.drawing.marks.names import Namer
from dateline.drawing.marks.steptext import step_texts
from dateline.drawing.style.encodings import THREAD_COLOURS
from dateline.drawing.style.words import words

if TYPE_CHECKING:
    from dateline.drawing.geometry.shapes import Shapes
    from dateline.drawing.ground.credits import Data
    from dateline.drawing.marks.articlepane import Sentence, Text
    from dateline.drawing.marks.marks import Mark
    from dateline.drawing.style.house import House
    from dateline.drawing.style.words import Words
    from dateline.story.model import Step, Story

__all__ = ["Telling", "telling"]


@dataclass(frozen=True, slots=True)
class Telling:
    """
    A story with its geometry, its marks' records, its sentences and steps, in one language.

    Attributes
    ----------
    paragraphs
        Where the paragraphs of the article begin.
    colours
        Of the story lines in order, in light mode and where there is no other.
    text
        Whether the whole article is shown, or only what is quoted.
    sha256
        Of the article's text.
    build
        Dateline's version.
    """

    story: Story
    words: Words
    text: Text
    shapes: Shapes
    marks: tuple[Mark, ...]
    sentences: tuple[Sentence, ...]
    steps: tuple[Step, ...]
    names: Namer
    paragraphs: tuple[int, ...]
    data: tuple[Data, ...]
    sha256: str
    build: str
    colours: tuple[str, ...] = THREAD_COLOURS

    @property
    def on_map(self) -> tuple[Mark, ...]:
        """Return the marks that are drawn."""
        return tuple(mark for mark in self.marks if mark.drawn)


def telling(story: Story, /, *, lang: str = "en", text: Text = "full", house: House | None = None) -> Telling:
    """
    Make a story ready for its page.

    Steps that the story does not have are made from its events.
    """
    from dateline.story.steps import steps as tell

    catalogue = words(lang)
    drawn = shapes(story)
    made = marks(story, drawn, catalogue)
    cut = sentences(story, made, text=text)
    return Telling(
        story=story,
        words=catalogue,
        text=text,
        shapes=drawn,
        marks=made,
        sentences=cut,
        steps=step_texts(story, story.steps or tell(story), cut, text=text),
        names=Namer(story),
        paragraphs=paragraph_starts(story),
        data=data_of(lang=lang),
        sha256=hashlib.sha256(story.text.encode("utf-8", "surrogatepass")).hexdigest(),
        build=_version(),
        colours=house.palette if house else THREAD_COLOURS,
    )


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("dateline")
    except PackageNotFoundError:
        return "0"
