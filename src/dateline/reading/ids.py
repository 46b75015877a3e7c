"""Ids of what a story names: a name in plain letters, and one that nothing else has yet."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["free", "slug"]


@lru_cache(maxsize=1024)  # a name comes again and again in its article
def slug(name: str) -> str:
    """
    A name as an id: lower-case words joined by hyphens.

    Examples
    --------
    >>> slug("Côte d'Ivoire"), slug("東京")
    ('cote-divoire', 'unnamed')
    """
    plain = unicodedata.normalize("NFKD", name.lower().replace("’", "").replace("'", ""))
    return "-".join(re.findall(r"[a-z0-9]+", plain.encode("ascii", "ignore").decode())) or "unnamed"


def free(key: str, *taken: Mapping[str, Any]) -> str:
    """
    A key that none of the tables has yet: itself, or with a number.

    Examples
    --------
    >>> free("lima", {"lima": 1}, {"lima-2": 1})
    'lima-3'
    """
    found, n = key, 2
    while any(found in table for table in taken):
        found, n = f"{key}-{n}", n + 1
    return found
