"""One thing that an article brings up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, NamedTuple, Protocol

from dateline.reading.text.forms import AUXILIARIES, verb_tags

if TYPE_CHECKING:
    from dateline.story.model import Span

__all__ = ["POINTING", "STOPS", "Entity", "Named", "is_subject"]

Sort = Literal["person", "thing", "place"]
POINTING: Final = frozenset(("the", "this", "that", "these", "those", "its", "their", "his", "her", "such", "both"))
STOPS: Final = frozenset(
    (
        "of",
        "in",
        "on",
        "at",
        "to",
        "and",
        "or",
        "by",
        "for",
        "from",
        "with",
        "as",
        "than",
        "over",
        "but",
        "who",
        "whose",
        "whom",
    )
)


class Named(Protocol):
    """What of a toponym is asked for; `dateline.reading.places.toponym.Toponym` is one."""

    @property
    def start(self) -> int:
        """Where it begins."""
        ...

    @property
    def end(self) -> int:
        """Where it ends."""
        ...

    @property
    def place(self) -> object | None:
        """The place, or None."""
        ...


class Entity(NamedTuple):
    """
    Somebody or something that the text brings up.

    Attributes
    ----------
    at
        The span of the words.
    sort
        person, thing or place.
    classes
        What it can be called: classes of reference.toml, a person's roles, a place's kinds.
    is_plural
        Whether they are several.
    is_subject
        Whether a verb follows, so that a pronoun is likely to mean it.
    sentence
        The number of its sentence.
    head
        The noun, in lower case; empty for names.
    points_back
        Whether it is a word for something told before ("the ships").
    name
        A person's name, or None.
    gender
        "she" or "he" where a title, a role or a first name tells; empty where none does.
    """

    at: Span
    sort: Sort
    classes: frozenset[str]
    is_plural: bool
    is_subject: bool
    sentence: int
    head: str = ""
    points_back: bool = False
    name: str | None = None
    gender: str = ""


def is_subject(low: list[str], k: int) -> bool:
    """Whether a verb follows a noun, an adverb or so between."""
    for j in range(k + 1, min(k + 4, len(low))):
        word = low[j]
        if word in AUXILIARIES and word[0].isalpha():
            return True
        if word.endswith("ly") or word in {"also", "then", "later", "now", "earlier"}:
            continue
        return bool(verb_tags(word) & {"VBD", "VBZ"})
    return False
