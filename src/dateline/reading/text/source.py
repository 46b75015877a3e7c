"""Where an article comes from: a text, Markdown or HTML file, or standard input."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from dateline.errors import DatelineError
from dateline.story.files import decode, read_text

__all__ = ["MOST_CHARACTERS", "Source", "read_source"]

MOST_CHARACTERS: Final = 1_000_000
"""The longest text that is read; a long feature has some 60,000 characters."""

_ADDRESS: Final = re.compile(r"([a-z][a-z0-9+.-]+):/{1,2}(?=[^/])", re.IGNORECASE)  # a Path takes one slash away
_HTML = (".html", ".htm", ".xhtml")


@dataclass(frozen=True, slots=True)
class Source:
    """
    An article's text and where it was found.

    Attributes
    ----------
    text
        As the file gives it, so that offsets count there; of an HTML file the main text.
    name
        What messages call it.
    file
        The file's name when ``text`` is that file's very content, else None.
    """

    text: str
    name: str
    file: str | None


def read_source(path: str | Path, /) -> Source:
    """
    Read an article from a file, or from standard input when ``path`` is ``-``.

    Raises
    ------
    DatelineError
        When there is no such file, it is no UTF-8 text, it is empty, or longer than `MOST_CHARACTERS`.

    Examples
    --------
    >>> from dateline.articles import first
    >>> read_source(first()).file
    'first.txt'
    """
    if str(path) == "-":
        return Source(
            _held(decode(sys.stdin.buffer.read(), "standard input"), "standard input"), "standard input", None
        )
    if address := _ADDRESS.match(str(path)):
        rest = str(path)[address.end() :]
        msg = f"{address[1]}://{rest}: an address, and no network is asked; save the page as .html and give that file"
        raise DatelineError(msg)
    path = Path(path)
    text = _held(read_text(path), str(path))
    if path.suffix.lower() in _HTML:
        return Source(_held(_main_text(text, str(path)), str(path)), str(path), None)
    return Source(text, str(path), path.name)


def _held(text: str, name: str) -> str:
    if not text.strip():
        msg = f"{name}: no text in it; give an article of at least one sentence"
        raise DatelineError(msg)
    if len(text) > MOST_CHARACTERS:
        msg = f"{name}: {len(text):,} characters, more than the {MOST_CHARACTERS:,} of one article; split it"
        raise DatelineError(msg)
    return text


def _main_text(html: str, name: str) -> str:
    """Take the article out of a web page; its title comes first, as a reader would see it."""
    import trafilatura

    main = trafilatura.extract(html, include_comments=False, include_tables=False)
    if not main:
        msg = f"{name}: no article found in this web page; save the article's text as .txt"
        raise DatelineError(msg)
    title = trafilatura.extract_metadata(html).title
    paragraphs = [line for line in main.splitlines() if line.strip()]
    if title and paragraphs[0].strip() != title.strip():
        paragraphs.insert(0, title)
    return "\n\n".join(paragraphs) + "\n"
