"""What countries around a story are called in the page's language."""

from __future__ import annotations

from functools import cache

__all__ = ["country_name", "names_source"]


@cache
def country_name(code: str, lang: str, /) -> str | None:
    """
    Name a country in a language other than the atlas's own, by Unicode CLDR; None where it has no name for it.

    Parameters
    ----------
    code
        ISO 3166, two letters.

    Examples
    --------
    >>> country_name("MZ", "de")
    'Mosambik'
    """
    from babel import Locale

    found = Locale.parse(lang).territories.get(code)
    return str(found) if found else None


def names_source() -> tuple[str, str]:
    """
    Return the package that the names are from and its version, for the credits.

    Examples
    --------
    >>> names_source()[0]
    'babel'
    """
    from importlib.metadata import version

    return "babel", version("babel")
