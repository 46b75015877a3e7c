"""Every name of the gazetteer in a text: one pass, the longest first, offsets into the text as given."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from string import ascii_lowercase
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from dateline.atlas.entries import CAPITALS, INITIALS, STOPPED, Entry, entry_of, reach
from dateline.atlas.norm import norm

if TYPE_CHECKING:
    from dateline.atlas.index import AliasType
    from dateline.atlas.place import Place

__all__ = ["Match", "NameAt", "match", "names_in"]

# Capital letters of Latin script; re has no class for them.
_UPPER = "A-Z" + "".join(
    re.escape(chr(code))
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))
    if unicodedata.category(chr(code)) in {"Lu", "Lt"}
)
_APOSTROPHE = "'’‘ʻʼ`"
# A word: an initialism with its stops (U.S., W.Va.), one without its last, or letters with apostrophes inside.
_INITIALS = rf"\.(?:[{_UPPER}]\.)+|\.[{_UPPER}][a-z]{{1,3}}\.|(?:\.[{_UPPER}])+(?!\w)"  # after a first capital
_LETTERS = rf"\w*(?:[{_APOSTROPHE}]\w+)*"
# The capital comes first in the pattern, so that the search leaps from one to the next.
_NEXT_CAPITAL = re.compile(rf"[{_UPPER}](?<!\w.)(?:{_INITIALS}|{_LETTERS})").finditer
# A gap and the next word of a name: spaces, at most one line break, one hyphen; "&" is a word of its own.
_NEXT_WORD = re.compile(
    r"(?:[ \u00a0]?(&) ?|[ \t\u00a0]{1,2}(?:\r?\n[ \t]*)?|\r?\n[ \t]*|[-‐‑–])"
    rf"([{_UPPER}](?:{_INITIALS})|\w{_LETTERS})"
).match
_GOES_ON = frozenset(" \u00a0\t\r\n&-‐‑–.")  # a gap begins with one of these, or with the stop of "St."
_STOPPED = frozenset(("st", "ste", "sta", "sto", "mt", "ft", "pt", "gt", "gr", "n", "s", "e", "w", "no", "so"))
# Names are written with a small last word too: "Gaza strip", "Kursk region", "Korean peninsula".
_SMALL_LAST = frozenset((
    "peninsula", "strip", "sea", "gulf", "strait", "straits", "river", "region", "oblast", "province", "state",
    "county", "canal", "island", "islands", "desert", "valley", "mountains", "basin", "governorate",
    "prefecture", "district", "republic", "city", "archipelago", "delta", "corridor", "territory",
    "territories",
))  # fmt: skip
# Small words inside of names: "Rio de Janeiro", "Frankfurt am Main"; any other ends the name before it.
_SMALL_INSIDE = _SMALL_LAST | frozenset((
    "de", "del", "do", "sur", "la", "di", "of", "en", "le", "e", "am", "al", "da", "der", "an", "los", "les", "in",
    "el", "du", "nad", "im", "lès", "las", "des", "bei", "dos", "and", "on", "y", "the", "das", "sous", "et", "sul",
    "a", "na", "i", "aux", "ye", "della", "dei", "ob", "ash", "pri", "as", "lez", "at", "pod", "u", "upon", "au", "aan",
    "degli", "à", "delle", "by", "v", "den", "près", "ar", "eh", "ed", "ah", "n", "dels", "sulla", "ad", "nel", "wa",
    "o", "con", "under", "din", "dello", "op", "unter", "van", "und", "auf", "bij", "ez", "ol", "az", "vor", "or",
    "il", "alla", "och", "zu", "zum", "ud", "ul", "es", "bin", "ibn",
))  # fmt: skip
# How a small word begins that is none of them: the name ends before it, which needs no pattern to be seen.
_ENDS_A_NAME = frozenset([f" {a}{b}" for a in ascii_lowercase for b in ascii_lowercase]) - frozenset(
    [f" {word[:2]}" for word in _SMALL_INSIDE]
)


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


_Folded: TypeAlias = tuple[str, str, int, int]


def _fold(word: str) -> _Folded:
    """
    Folded word, folded word without a possessive, how many characters the possessive has, longest name with it.

    The last is 0 for what neither is a name nor begins one.
    """
    if word == "&":
        return "and", "and", 0, 0
    whole = bare = norm(word)
    cut = 2 if len(word) > 2 and word[-1] in "sS" and word[-2] in _APOSTROPHE else 0
    is_name, longest = reach(whole) if whole else (False, 1)
    if cut:
        bare = norm(word[:-2])
        is_too, other = reach(bare)
        is_name, longest = is_name or is_too, max(longest, other)
    return whole, bare, cut, longest if is_name or longest > 1 else 0


class _Folds(dict[str, _Folded]):
    """What ``_fold`` gives, remembered: a dict, as every capital of a text asks it."""

    def __missing__(self, word: str) -> _Folded:
        if len(self) >= _REMEMBERED:
            self.clear()
        folded = self[word] = _fold(word)
        return folded


_REMEMBERED: Final = 100_000
_FOLDS: Final = _Folds()


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
    return [Match(*one) for one in names_in(text)]


NameAt: TypeAlias = tuple[int, int, str, Entry]  # as Match has it; a plain tuple, for a text has many


def names_in(text: str) -> list[NameAt]:
    """Find what ``match`` finds, as plain tuples of start, end, words and entry."""
    found: list[NameAt] = []
    done = 0
    for token in _NEXT_CAPITAL(text):
        word = token.group()
        longest = _FOLDS[word][3]
        if not longest:  # most
            continue
        start, end = token.span()
        if start < done:
            continue
        sign = text[end : end + 1]
        if longest > 1 and sign in _GOES_ON and text[end : end + 3] not in _ENDS_A_NAME:
            best = _longest(text, start, end, word, longest)
            if best is not None:
                found.append(best)
                done = best[1]
                continue
        entry, change = _single(word, sign == ".")
        if entry is not None:
            done = end + change
            found.append((start, done, text[start:done] if change else word, entry))
    return found


@lru_cache(maxsize=100_000)
def _single(word: str, stopped: bool) -> tuple[Entry | None, int]:  # noqa: FBT001 - one key of a cache
    """Tell what one word means, and how much longer (its stop) or shorter (a possessive apart) than it the name is."""
    whole, bare, cut, _ = _FOLDS[word]
    mode = CAPITALS if word.isupper() else 0
    if not whole:
        return None, 0
    if not cut:
        inside = word[-1] == "."
        mode |= (STOPPED if stopped or inside else 0) | (INITIALS if inside else 0)
        entry = entry_of(whole, mode)[0]
        return entry, int(stopped and not inside and entry is not None and entry.types[0] == "abbrev")
    entry = entry_of(whole, mode)[0]
    if entry is not None:
        return entry, 0
    return entry_of(bare, CAPITALS if word[:-cut].isupper() else 0)[0], -cut


_IS_OF = re.compile(rf" of [{_UPPER}]").match


def _is_adjective(word: str) -> bool:
    """Whether a word is of a people or a state before all: *French*."""
    entry = _single(word, False)[0]  # noqa: FBT003 - one key of a cache
    return entry is not None and entry.types[0] == "adjective"


def _longest(text: str, start: int, end: int, word: str, limit: int) -> NameAt | None:
    """Try the names of two words and more that begin here, the longest first."""
    words, ends = [word], [end]
    at = end
    while len(words) < limit:
        sign = text[at : at + 1]
        if sign not in _GOES_ON or text[at : at + 3] in _ENDS_A_NAME:
            break
        if sign == "." and words[-1].lower() in _STOPPED:
            at += 1
        step = _NEXT_WORD(text, at)
        if step is None:
            break
        ampersand, following = step.groups()
        if ampersand:
            words.append(ampersand)
            ends.append(step.end(1))
        elif following.islower() and following not in _SMALL_INSIDE:
            break
        at = step.end()
        words.append(following)
        ends.append(at)
    is_upper = word.isupper()
    for count in range(len(words), 1, -1):
        last = words[count - 1]
        if last.islower() and last not in _SMALL_LAST:
            continue
        finish = ends[count - 1]
        if last.islower() and count == 2 and _IS_OF(text, finish) and _is_adjective(word):
            continue  # "the *French* island of Corsica"
        capitals = is_upper and text[start:finish].isupper()
        entry, change = _several(words[:count], text[finish : finish + 1] == ".", capitals)
        if entry is not None:
            return start, finish + change, text[start : finish + change], entry
    return None


def _several(words: list[str], stopped: bool, capitals: bool) -> tuple[Entry | None, int]:  # noqa: FBT001
    """Tell what several words mean together, and how much longer or shorter than them the name is."""
    whole, bare, cut, _ = _FOLDS[words.pop()]
    head = " ".join([_FOLDS[one][0] for one in words])
    mode = (CAPITALS if capitals else 0) | (STOPPED if stopped else 0)
    entry = entry_of(f"{head} {whole}", mode)[0]
    if entry is None and cut:
        entry = entry_of(f"{head} {bare}", mode)[0]
    else:
        cut = 0
    return entry, (stopped and entry is not None and entry.types[0] == "abbrev") - cut
