"""The page's own words: one catalogue, one table for each language."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from dateline.errors import DatelineError

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["LanguageError", "Saying", "Words", "languages", "words"]


class LanguageError(DatelineError):
    """A language that the catalogue does not have."""


@dataclass(frozen=True, slots=True)
class Saying:
    """
    Something to be said in the page's language, when that is known.

    Attributes
    ----------
    key
        Of the catalogue.
    names
        What the word ``names`` in it is filled with, as a list.
    after
        What is said first, if anything.
    """

    key: str
    names: tuple[str, ...] = ()
    after: Saying | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """
    The catalogue of one language.

    Attributes
    ----------
    lang
        The language's tag, as in ``html[lang]``.
    table
        Its words by key; a dotted key names a word of a group.
    """

    lang: str
    table: dict[str, Any]

    def __call__(self, key: str, /, **values: object) -> str:
        """
        Return a word, its names filled in.

        What is filled in is data: braces in it stay as they are.

        Examples
        --------
        >>> words("en")("step_of", n=1, all=6, title="{n}")
        'Step 1 of 6: {n}'
        """
        found: Any = self.table
        for part in key.split("."):
            found = found[part]
        return str(found).format_map(values) if values else str(found)

    def group(self, key: str, /) -> dict[str, str]:
        """Return the words of a group by their keys."""
        return dict(self.table[key])

    def join(self, names: Iterable[str], /) -> str:
        """Join names as a list."""
        return self("list_join").join(names)

    def say(self, saying: Saying | None, /) -> str | None:
        """
        Say it; None where there is nothing to say.

        Examples
        --------
        >>> words("de").say(Saying("why.unplaced", ("Atlantis",)))
        'für Atlantis ist keine Position bekannt'
        """
        if saying is None:
            return None
        said = self(saying.key, names=self.join(dict.fromkeys(saying.names)))
        return said if saying.after is None else f"{self.say(saying.after)}; {said}"

    def number(self, value: float, /) -> str:
        """
        Write a number as the language does.

        Examples
        --------
        >>> words("en").number(16500), words("de").number(16500.5)
        ('16,500', '16.500,5')
        """
        written = f"{value:,.10g}" if value != int(value) else f"{int(value):,}"
        return written.translate(str.maketrans(",.", ".,")) if self.lang == "de" else written

    def month(self, month: int, /) -> str:
        """
        Name a month briefly.

        Examples
        --------
        >>> words("de").month(3)
        'März'
        """
        return self("months").split()[month - 1]

    def day(self, day: int, month: int, year: int | None = None, /) -> str:
        """
        Write a date as the language does.

        Examples
        --------
        >>> words("en").day(4, 3), words("de").day(4, 3, 2024)
        ('4 Mar', '4. März 2024')
        """
        said = self("day", day=day, month=self.month(month))
        return said if year is None else f"{said} {year}"


@cache
def _catalogue() -> dict[str, Any]:
    return tomllib.loads(files("dateline.drawing").joinpath("assets", "words.toml").read_text(encoding="utf-8"))


def languages() -> tuple[str, ...]:
    """
    List the languages that a page can be in.

    Examples
    --------
    >>> languages()
    ('de', 'en')
    """
    return tuple(sorted(_catalogue()))


def words(lang: str, /) -> Words:
    """
    Return the catalogue of a language.

    Raises
    ------
    LanguageError
        When there is none; the message names those that there are.
    """
    if lang not in _catalogue():
        msg = f"lang: {lang!r} is not one of {', '.join(languages())}"
        raise LanguageError(msg)
    return Words(lang, _catalogue()[lang])
