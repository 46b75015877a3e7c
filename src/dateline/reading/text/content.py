"""Which words of a text carry what it says: its nouns and verbs, as a dictionary has them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from dateline.reading.text.forms import lemmas

__all__ = ["content_words"]

_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_EMPTY: Final = frozenset("the a an of any its that it they he she have be do been direct such".split())


@lru_cache(maxsize=256)  # of one sentence for each event that it tells
def content_words(text: str, /) -> frozenset[str]:
    """
    The lemmas of a text's nouns and verbs.

    Examples
    --------
    >>> sorted(content_words("the occurrence of direct arms transfers"))
    ['arm', 'arms', 'occurrence', 'transfer']
    """
    found = set()
    for word in _WORD.findall(text.lower()):
        if word in _EMPTY:
            continue
        by_sort = lemmas(word)
        found |= {lemma for sort in ("NOUN", "VERB") for lemma in by_sort.get(sort, ()) if lemma not in _EMPTY}
        if not by_sort or word in {"arms", "goods"}:
            found.add(word)
    return frozenset(found)
