"""The words of the steps, as the page may show them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.drawing.marks.articlepane import Sentence, Text
    from dateline.story.model import Step, Story

__all__ = ["step_texts"]


def step_texts(
    story: Story, steps: Iterable[Step], cut: Iterable[Sentence], /, *, text: Text = "full"
) -> tuple[Step, ...]:
    """
    Return the steps; where only quotes may be shown, without the sentences of the article that nothing is quoted from.

    A telling made by rule opens with the article's first sentence, which may be one of those.
    """
    if text == "full":
        return tuple(steps)
    hidden = [" ".join(story.text[slice(*sentence.at)].split()) for sentence in cut if not sentence.pieces]

    def kept(words: str) -> str:
        for sentence in hidden:
            words = words.replace(sentence, "…") if sentence else words
        return words

    return tuple(replace(step, text=kept(step.text)) for step in steps)
