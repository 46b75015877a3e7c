"""Plug-ins that read in place of Dateline: whoever writes a story may be asked for one."""

from __future__ import annotations

from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Final, Protocol

from dateline.errors import DatelineError

if TYPE_CHECKING:
    from dateline.reading.places.toponym import Toponym
    from dateline.reading.text.article import Article
    from dateline.story.model import Story

__all__ = ["Extractor", "ExtractorError", "load_extractor"]


class ExtractorError(DatelineError):
    """A plug-in cannot be found, or does not do its work."""


class Extractor(Protocol):
    """
    What drafts a story: any function of this shape will do, `dateline.reading.draft.draft` is one.

    It is given the article in its parts and the place names found in it, and returns a story whose quotes equal the
    article's text at their offsets.
    """

    def __call__(self, article: Article, /, *, mentions: tuple[Toponym, ...]) -> Story:
        """Draft the story of an article."""
        ...


_BY_NAME: Final = {"llm": "dateline.reading.llm:from_environment"}
"""Short names, each of a function that makes an extractor from the environment's settings."""


def load_extractor(name: str, /) -> Extractor:
    """
    Find an extractor by name.

    Parameters
    ----------
    name
        ``module:name`` of an extractor that can be imported; ``llm`` for the language model that the environment names
        (`dateline.reading.llm`); or ``spacy:pipeline`` for Dateline's own reader over the sentences as that spaCy
        pipeline parses them (`dateline.reading.grammar.spacy_syntax`).

    Raises
    ------
    ExtractorError
        When there is none of this name.

    Examples
    --------
    >>> load_extractor("nowhere:reader")
    Traceback (most recent call last):
    dateline.reading.extractor.ExtractorError: extractor 'nowhere:reader': no module 'nowhere'; is it installed here?
    """
    if name in _BY_NAME:
        made: Extractor = _attribute(_BY_NAME[name])()
        return made
    if name.startswith("spacy:"):
        from dateline.reading.draft import draft
        from dateline.reading.grammar.spacy_syntax import spacy_syntax

        return partial(draft, syntax=spacy_syntax(name.removeprefix("spacy:")))
    found = _attribute(name)
    if not callable(found):
        msg = f"extractor {name!r} is no function; it must take an article and give a story"
        raise ExtractorError(msg)
    extractor: Extractor = found
    return extractor


def _attribute(name: str):  # type: ignore[no-untyped-def]  # noqa: ANN202
    module, colon, attribute = name.partition(":")
    if not (module and colon and attribute):
        msg = f"extractor {name!r}: give it as module:name, or one of {', '.join(_BY_NAME)}"
        raise ExtractorError(msg)
    try:
        found = import_module(module)
    except ModuleNotFoundError as error:
        msg = f"extractor {name!r}: no module {error.name!r}; is it installed here?"
        raise ExtractorError(msg) from None
    try:
        for part in attribute.split("."):
            found = getattr(found, part)
    except AttributeError:
        msg = f"extractor {name!r}: module {module!r} has no {attribute!r}"
        raise ExtractorError(msg) from None
    return found
