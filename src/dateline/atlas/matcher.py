"""Every name of the gazetteer in a text: one pass, the longest first, offsets into the text as given."""

from __future__ import annotations

import re
import sys
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from dateline.atlas.entries import CAPITALS, DOTTED, STOPPED, Entry, entry_of
from dateline.atlas.norm import norm

if TYPE_CHECKING:
    from dateline.atlas.index import AliasType
    from dateline.atlas.place import Place

__all__ = ["Match", "match"]

# Capital letters of Latin script; re has no class for them.
_UPPER = "A-Z" + "".join(
    re.escape(chr(code))
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))
    if unicodedata.category(chr(code)) in {"Lu", "Lt"}
)
_APOSTROPHE = "'’‘ʻʼ`"
# A word: an initialism with its stops (U.S., W.Va.), one without its last, or letters with apostrophes inside.
_WORD = (
    rf"(?:[{_UPPER}]\.(?:[{_UPPER}]\.)+|[{_UPPER}]\.[{_UPPER}][a-z]{{1,3}}\."
    rf"|[{_UPPER}](?:\.[{_UPPER}])+(?![\w])|\w+(?:[{_APOSTROPHE}]\w+)*)"
)
_NEXT_CAPITAL = re.compile(rf"(?<!\w)(?=[{_UPPER}]){_WORD}").finditer
_NEXT_WORD = re.compile(_WORD).match
# What may stand between two words of one name: spaces, at most one line break, one hyphen; "&" is a word of its own.
_GAP = re.compile(r"(?:[ \u00a0]?& ?(?=\w)|[ \t\u00a0]{1,2}(?:\r?\n[ \t]*)?|\r?\n[ \t]*|[-‐‑–])").match
_STOPPED = frozenset(("st", "ste", "sta", "sto", "mt", "ft", "pt", "gt", "gr", "n", "s", "e", "w", "no", "so"))
# Names are written with a small last word too: "Gaza strip", "Kursk region", "Korean peninsula".
_SMALL_LAST = frozenset((
    "peninsula", "strip", "sea", "gulf", "strait", "straits", "river", "region", "oblast", "province", "state",
    "county", "canal", "island", "islands", "desert", "valley", "mountains", "basin", "governorate",
    "prefecture", "district", "republic", "city", "archipelago", "delta", "corridor", "territory",
    "territories",
))  # fmt: skip


class Match(NamedTuple):
    """
    A name found in a text.

    Attributes
    ----------
    start, end
        Offsets into the text as given: ``text[start:end]``. A possessive 's is outside, the last stop of *U.S.* inside.
    text
        The words themselves.
    entry
        What they may mean; the same object for the same name.
    """

    start: int
    end: int
    text: str
    entry: Entry

    @property
    def norm(self) -> str:
        """The folded name."""
        return self.entry.norm

    @property
    def places(self) -> tuple[Place, ...]:
        """The places it may mean, the likeliest first."""
        return self.entry.places

    @property
    def types(self) -> tuple[AliasType, ...]:
        """How it names each of them."""
        return self.entry.types


@lru_cache(maxsize=100_000)
def _fold(word: str) -> tuple[str, str, int, int]:
    """Folded word, folded word without a possessive, how many characters the possessive has, longest name with it."""
    whole = bare = norm(word) if word != "&" else "and"
    cut = 0
    if len(word) > 2 and word[-1] in "sS" and word[-2] in _APOSTROPHE:
        cut = 2
        bare = norm(word[:-2])
    longest = entry_of(whole)[1] if whole else 1
    if cut:
        longest = max(longest, entry_of(bare)[1])
    return sys.intern(whole), sys.intern(bare), cut, longest


def match(text: str) -> list[Match]:
    """
    Find every name of the gazetteer in a text.

    Parameters
    ----------
    text
        Any text, as given: nothing is cleaned before.

    Returns
    -------
    matches
        In the order of the text, never overlapping; where names begin at one word, the longest. Names begin with a
        capital; initialisms and codes are found in capitals only (*US*, never *us*). What a match means is not decided
        here: common words (``entry.word``), people and codes are for the caller to judge.

    Raises
    ------
    AtlasDataError
        The gazetteer's file is missing or damaged.

    Examples
    --------
    >>> [(m.text, m.places[0].name) for m in match("From St. Petersburg to the U.S. and South Korea's ports")]
    [('St. Petersburg', 'Saint Petersburg'), ('U.S.', 'United States'), ('South Korea', 'South Korea')]
    """
    found = []
    done = 0
    for token in _NEXT_CAPITAL(text):
        start = token.start()
        if start < done:
            continue
        word = token.group()
        whole, _, _, longest = _fold(word)
        if not whole:
            continue
        best = _longest(text, start, token.end(), word, longest) if longest > 1 else None
        if best is None:
            best = _single(text, start, token.end(), word)
        if best is not None:
            found.append(best)
            done = best.end
    return found


def _single(text: str, start: int, end: int, word: str) -> Match | None:
    """Try one word by itself, then without its possessive."""
    whole, bare, cut, _ = _fold(word)
    mode = (CAPITALS if word.isupper() else 0) | (DOTTED if "." in word else 0)
    if not cut:
        inside = word[-1] == "."
        stop = inside or text[end : end + 1] == "."
        entry = entry_of(whole, mode | STOPPED if stop else mode)[0]
        if entry is None:
            return None
        if stop and not inside and entry.types[0] == "abbrev":
            end += 1
        return Match(start, end, text[start:end], entry)
    entry = entry_of(whole, mode)[0]
    if entry is None:
        end -= cut
        entry = entry_of(bare, CAPITALS if word[:-cut].isupper() else 0)[0]
    return Match(start, end, text[start:end], entry) if entry is not None else None


def _longest(text: str, start: int, end: int, word: str, limit: int) -> Match | None:
    """Try the names of two words and more that begin here, the longest first."""
    words = [(word, end)]
    at = end
    while len(words) < limit:
        if text[at : at + 1] == "." and words[-1][0].lower() in _STOPPED:
            at += 1
        gap = _GAP(text, at)
        if gap is None:
            break
        if "&" in gap.group():
            words.append(("&", gap.end()))
            at = gap.end()
            following = _NEXT_WORD(text, at)
        else:
            following = _NEXT_WORD(text, gap.end())
        if following is None:
            break
        words.append((following.group(), following.end()))
        at = following.end()
    folded = [_fold(one) for one, _ in words]
    for count in range(len(words), 1, -1):
        last, stop_at = words[count - 1]
        if last.islower() and last not in _SMALL_LAST:
            continue
        head = " ".join(fold[0] for fold in folded[: count - 1])
        whole, bare, cut, _ = folded[count - 1]
        for tail, drop in ((whole, 0), (bare, cut)) if cut else ((whole, 0),):
            form = f"{head} {tail}"
            stop = text[stop_at : stop_at + 1] == "."
            mode = (CAPITALS if text[start:stop_at].isupper() else 0) | (STOPPED if stop else 0)
            entry = entry_of(form, mode)[0]
            if entry is not None:
                finish = stop_at - drop
                if stop and entry.types[0] == "abbrev":
                    finish += 1
                return Match(start, finish, text[start:finish], entry)
    return None
