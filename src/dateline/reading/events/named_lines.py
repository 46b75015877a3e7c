"""Which way a flight or a race goes by the names before it: "the *Leeds to Bath* train"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.reading.events.reading import Reading
    from dateline.reading.grammar.syntax import Phrase
    from dateline.story.model import Span

__all__ = ["ends_before"]


def ends_before(here: Reading, phrase: Phrase) -> tuple[list[Span], list[Span]]:
    """Where a way begins and ends by the names before its noun; none where they do not say so."""
    words = here.made.words
    for n in range(phrase.first + 1, phrase.head):
        if words[n].low == "to":
            start, goal = (
                [(t.start, t.end) for t in here.toponyms if t.sort != "demonym" and at in {t.start, t.end}]
                for at in (words[n - 1].end, words[n + 1].start)
            )
            return (start[:1], goal[:1]) if start and goal else ([], [])
    return [], []
