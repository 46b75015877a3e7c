"""A stretch of text that may name a place, with what speaks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.atlas.entries import Entry
    from dateline.reading.places.cues import Said

__all__ = ["Span"]


class Span:
    """
    A stretch of text that may name a place.

    Attributes
    ----------
    start, end
        Offsets into the text as given.
    entry
        What the gazetteer knows under the name; of a longer name (a street, a venue) what it knows under the name
        inside, or None.
    sort
        name, or for what the gazetteer does not hold: street, feature, venue, admin, quarter, direction.
    cues
        What speaks for and against it, in the groups in which it was noted.
    score
        What that counts in all.
    shared
        What tells of its sense among them, with what it counts there.
    before, after
        Classes of the words around it.
    before_word, second_word, after_word
        The word before it, the word before that, the word after it.
    """

    __slots__ = (
        "after", "after_word", "before", "before_word", "cues", "end", "entry", "inner", "of", "person", "pin", "score",
        "second_word", "shared", "single", "size", "sort", "start", "text", "town", "who",
    )  # fmt: skip

    def __init__(self, start: int, end: int, text: str, sort: str, entry: Entry | None) -> None:
        self.start, self.end, self.text, self.sort, self.entry = start, end, text, sort, entry
        self.cues: list[Said] = []
        self.shared: list[Said] = []
        self.before = self.after = self.before_word = self.after_word = self.second_word = ""
        self.score = 0.0
        self.single = " " not in text
        self.person = False  # whether the words before it make it a person's
        self.size = self.who = ""
        self.pin: Span | None = None  # the state or country after its comma
        self.of: Span | None = None  # the place before the comma, where this is the state
        self.inner: Span | None = None
        self.town: int | None = None  # the row of the town that a seat or landmark is known to lie in

    def note(self, said: Said) -> None:
        """Keep cues, and count them."""
        self.cues.append(said)
        self.score += said[1]

    def told(self) -> list[str]:
        """Give the names of all cues."""
        return [cue for cues, _ in self.cues for cue in cues]

    def __repr__(self) -> str:
        return f"Span({self.start}, {self.end}, {self.text!r}, {self.sort}, {self.score:.2f})"
