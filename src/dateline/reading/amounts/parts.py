"""Numbers of all of whom only a part is meant: "half of *the 60*", "one in *four*"."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["WITHIN", "is_of_all"]

WITHIN: Final = 24
"""Letters before a number in which the part may stand."""
_ONE_OF: Final = re.compile(
    r"\b(?:one|first|second|last|latest|each|either|neither"
    r"|half|(?:third|quarter|fifth|sixth|tenth)s?|most|some|many|few|percent|cent|%) of (?:[\w’']+ ){0,2}$"
    r"|\ball but (?:a |the )?$"
    r"|\b(?:one|two|three|four|eight|nine|\d+) (?:in|out of)(?: every)? $",
    re.IGNORECASE,
).search


def is_of_all(before: str, /) -> bool:
    """
    Whether a number is of all of whom a part is meant.

    Parameters
    ----------
    before
        What stands before the number.

    Examples
    --------
    >>> is_of_all("two-thirds of the "), is_of_all("one in "), is_of_all("all of the ")
    (True, True, False)
    """
    return _ONE_OF(before) is not None
