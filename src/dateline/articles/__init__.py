"""The article that ships with the package."""

from __future__ import annotations

from pathlib import Path

__all__ = ["first"]


def first() -> Path:
    """
    Return the file of the article that is mapped when none is given.

    Examples
    --------
    >>> first().is_file()
    True
    """
    return Path(__file__).with_name("first.txt")
