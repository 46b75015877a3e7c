"""Names that are a road's: by its number ("Interstate 95", "the M25"), or of two that share one noun."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from dateline.reading.text.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["are_streets", "is_numbered_road", "may_name_a_road"]

_NUMBERED: Final = re.compile(
    r"(?:(?:State|Federal|U\.?S\.?|[A-Z][a-z]+) (?:County )?)?"
    r"(?:Interstate|Highway|Hwy\.?|Route|Rte\.?|Rt\.?|Motorway|(?<=County )Road|(?<=State )Road)[ -]\d{1,4}[A-Z]?"
    r"|(?:I|US|SR|CR|FM|Hwy)[ -]?\d{1,4}[A-Z]?|[A-Z]\.[A-Z][a-z]?\.[ -]\d{1,4}|[AMBEN]\d{1,4}[A-Z]?"
)
_PAIR: Final = re.compile(r"[A-Z0-9][\w.’']*(?: [A-Z][\w.’']*)? and [A-Z0-9][\w.’']*(?: [A-Z][\w.’']*)? (\w+)")


def is_numbered_road(name: str, /) -> bool:
    """
    Whether a name may be that of a road with a number; "A9" is a car's too.

    Examples
    --------
    >>> [is_numbered_road(name) for name in ("Interstate 95", "U.S. 321", "S.C. 6", "I-4", "M25", "Route 9", "Route")]
    [True, True, True, True, True, True, False]
    """
    return _NUMBERED.fullmatch(name) is not None


def may_name_a_road(text: Sequence[str], /) -> bool:
    """
    Whether the words of a sentence may name a road by its number.

    Examples
    --------
    >>> may_name_a_road("He drove north on Interstate 95 .".split()), may_name_a_road("He has 95 cars .".split())
    (True, False)
    """
    return any(
        is_numbered_road(word) or (n > 0 and is_numbered_road(f"{text[n - 1]} {word}"))
        for n, word in enumerate(text) if word[-1].isdigit()
    )  # fmt: skip


def are_streets(name: str, /) -> bool:
    """
    Whether words name two streets by one noun.

    Examples
    --------
    >>> are_streets("Elm and Mill streets"), are_streets("Fifth and Elm Avenues"), are_streets("Ana and Leo Roa")
    (True, True, False)
    """
    found = _PAIR.fullmatch(name)
    return found is not None and found[1].lower() in words("frames", "venues", "streets")
