"""What one name may mean: all its places, the likeliest first when nothing else is known."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING

from dateline.atlas.index import AliasType, Index, Meaning, open_index
from dateline.atlas.norm import norm
from dateline.atlas.place import Place  # noqa: TC001 - doctests and readers look it up here

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["CAPITALS", "INITIALS", "STOPPED", "Entry", "candidates", "entry_of", "prior", "reach"]

CAPITALS, STOPPED, INITIALS = 1, 2, 4  # how a name is written, for entry_of

# How likely a bare name means a place of this kind, on the scale of a city's population: 6 is a city of a million.
_KIND = {
    "country": 8.2, "continent": 8.2, "ocean": 8.0, "territory": 7.2, "sea": 7.2, "strait": 7.0, "canal": 6.8,
    "gulf": 6.8, "peninsula": 6.3, "islands": 6.4, "range": 6.2, "river": 6.2, "desert": 6.2, "lake": 6.1,
    "bay": 6.0, "reef": 6.0, "island": 5.9, "cape": 5.6, "mountain": 5.6,
}  # fmt: skip
_SEAT = 0.0, 0.3, 1.3  # more for a city that is no seat, that of a division, a capital
_TYPE: dict[AliasType, float] = {
    "name": 0.0, "abbrev": -0.1, "alt": -0.4, "historic": -0.3, "short": -0.4, "adjective": -0.5, "demonym": -0.5,
    "language": -0.9, "code": -2.5,
}  # fmt: skip


# Where the news in English means a smaller place than the largest, or than one that bore the name once: its country or
# division. From general knowledge; a text that names a state or a neighbour still decides.
_BETTER_KNOWN = {
    "newcastle": "GB.ENG", "salisbury": "GB.ENG", "gloucester": "GB.ENG", "surrey": "GB.ENG", "westminster": "GB.ENG",
    "dover": "GB.ENG", "windsor": "GB.ENG", "stratford": "GB.ENG", "waterford": "IE.M",
    "bethlehem": "PS.WE", "nazareth": "IL.03", "corinth": "GR.ESYE25", "valencia": "ES.60", "santa fe": "US.NM",
    "parkland": "US.FL", "salem": "US.OR", "st louis": "US.MO", "savannah": "US.GA", "norman": "US.OK",
    "gold coast": "AU.04", "dundalk": "IE.L", "weymouth": "GB.ENG", "gravesend": "GB.ENG", "edinburg": "US.TX",
    "canterbury": "GB.ENG",
}  # fmt: skip
_FEW, _MANY = 100_000, 50_000  # people
_BELOW = 0.4  # how far its namesakes stand below it at least


def prior(index: Index, posting: Meaning) -> float:
    """
    Tell how likely a name means one of its places before anything of the text is known.

    Parameters
    ----------
    index
        The opened gazetteer.
    posting
        One meaning of the name.

    Returns
    -------
    prior
        About the common logarithm of a city's population, with countries and seas above the largest cities, capitals
        raised, and other names than the place's own lowered.
    """
    row, how, _, _ = posting
    kind = index.kind(row)
    people = math.log10(index.people(row) + 1)
    if kind == "city":
        base = (people if people > 2.0 else 2.0) + _SEAT[index.seat(row)]  # noqa: FURB136 - of every city, and no call
        if how == "alt" and people < 5.5:
            base -= 0.3  # foreign spellings of a small town are seldom meant
    elif kind == "region":
        # A first-level division, or without a code a region in the news (Donbas, Sahel).
        # What is no city keeps in its seat whether the news names it often.
        base = 4.3 + 0.25 * people if index.region(row)[1] else 6.1 + 0.6 * index.seat(row)
    elif kind == "county":
        # British counties are named by themselves (Kent, Devon); elsewhere "County" stands beside the name.
        base = (3.3 if index.region(row)[0] == ("GB",) else 2.6) + 0.3 * people
    else:
        base = _KIND.get(kind, 5.5) + 0.02 * people + 0.6 * index.seat(row)
    if how == "code" and kind in {"country", "territory"}:
        base -= 2.5  # SC and GA are states of the US where a text has them at all
    return base + _TYPE[how]


def _ranked(index: Index, form: str, postings: Sequence[Meaning]) -> list[tuple[float, Meaning]]:
    """Give the meanings of a name with what speaks against them, the likeliest first."""
    ranked = sorted([(-prior(index, post), post) for post in postings])
    if any(_is_small_division(index, post) for post in postings):
        ranked = sorted([(minus + _yields(index, post, postings), post) for minus, post in ranked])
    if form in _BETTER_KNOWN:
        first = next((one for one in ranked if index.region(one[1][0])[1] == _BETTER_KNOWN[form]), None)
        if first is not None:
            below = first[0] + _BELOW
            ranked = [first, *[(max(minus, below), post) for minus, post in ranked if post is not first[1]]]
    return ranked


def _is_small_division(index: Index, post: Meaning) -> bool:
    """Whether a division has few people, or bears the name only in part: the department of Santa Bárbara."""
    row, how, _, _ = post
    if index.kind(row) != "region" or not index.region(row)[1]:
        return False
    return how in {"short", "alt"} or index.people(row) < _FEW


def _yields(index: Index, post: Meaning, postings: Sequence[Meaning]) -> float:
    """Tell how far such a division stands back where a town of another country has the name as its own."""
    if not _is_small_division(index, post):
        return 0.0
    lands = index.region(post[0])[0]
    towns = (row for row, how, _, _ in postings if how == "name" and index.kind(row) == "city")
    return 0.5 if any(index.region(row)[0] != lands and index.people(row) > _MANY for row in towns) else 0.0


class Entry:
    """
    What one name may mean.

    Attributes
    ----------
    norm
        The folded name.
    places
        Its places, the likeliest first.
    types
        How the name names each place, parallel to ``places``: name, alt (other name or spelling), historic, short
        (part of a name in use), abbrev, code, adjective, demonym, language.
    priors
        How likely each is before anything of the text is known, parallel to ``places``, higher first; about the common
        logarithm of a city's population.
    rows
        The places' rows in the compiled gazetteer, parallel to ``places``.
    word
        True where English has a common word of this spelling (*Reading*, *Mobile*, *March*).
    """

    __slots__ = ("_capitals", "norm", "priors", "rows", "types", "word")

    def __init__(self, index: Index, form: str, postings: Sequence[Meaning]) -> None:
        self.norm = form
        # Columns and no records: there are many entries, and a tuple of plain values is nothing to collect as garbage.
        self.priors: tuple[float, ...]
        self.rows: tuple[int, ...]
        self.types: tuple[AliasType, ...]
        if len(postings) == 1:  # most names
            row, how, capitals, self.word = postings[0]
            self.priors, self.rows, self.types, self._capitals = (
                (prior(index, postings[0]),),
                (row,),
                (how,),
                (capitals,),
            )
            return
        ranked = _ranked(index, form, postings)
        self.priors = tuple([-minus for minus, _ in ranked])
        self.rows, self.types, self._capitals, (self.word, *_) = zip(*[post for _, post in ranked], strict=True)

    @property
    def places(self) -> tuple[Place, ...]:
        """The places themselves."""
        index = open_index()
        return tuple([index.place(row) for row in self.rows])

    def kept(self, mode: int) -> Entry | None:
        """Give the entry of the meanings that count for a way of writing (see ``entry_of``), None without any."""
        postings = [
            (row, how, capitals, self.word)
            for row, how, capitals in zip(self.rows, self.types, self._capitals, strict=True)
            if (mode & CAPITALS if capitals else how != "abbrev" or mode & STOPPED)
            and (not mode & INITIALS or capitals or how in {"abbrev", "code"})
        ]
        return Entry(open_index(), self.norm, postings) if postings else None

    def __repr__(self) -> str:
        return f"Entry({self.norm!r}, {len(self.rows)} places)"


_NO_NAME = None, False, 1


@lru_cache(maxsize=100_000)
def _read(form: str) -> tuple[Entry | None, bool, int]:
    """Read a name from the file: all it may mean, whether how it is written decides, the longest name it begins."""
    index = open_index()
    postings, longest = index.meanings(form)
    if not postings:
        return (None, False, longest) if longest > 1 else _NO_NAME
    strict = any(capitals or how == "abbrev" for _, how, capitals, _ in postings)
    return Entry(index, form, postings), strict, longest


@lru_cache(maxsize=20_000)
def _as_written(whole: Entry, mode: int) -> Entry | None:
    """Keep of a name's meanings those that its writing allows; the same entry where all stay."""
    kept = whole.kept(mode)
    return kept if kept is None or len(kept.types) < len(whole.types) else whole


def entry_of(form: str, mode: int = 0) -> tuple[Entry | None, int]:
    """
    Look one folded name up, remembered.

    Parameters
    ----------
    form
        The name, folded by ``norm``.
    mode
        CAPITALS where the text has it all in capitals (codes and initialisms count), STOPPED where a stop ends it
        (abbreviations such as *Calif.* count), INITIALS where stops part its letters (names such as *Un* do not
        count for *U.N.*), or a sum of them.

    Returns
    -------
    entry, longest
        The meanings that count, or None, and the number of words of the longest name that begins with these.
    """
    entry, strict, longest = _read(form)
    return (_as_written(entry, mode) if (strict or mode & INITIALS) and entry is not None else entry), longest


def reach(form: str) -> tuple[bool, int]:
    """Tell whether a folded name means anything however it is written, and the longest name that begins with it."""
    entry, _, longest = _read(form)
    return entry is not None, longest


def candidates(name: str) -> Entry | None:
    """
    Look up one name as it stands in a text; capitals count, as they do in ``match``.

    Parameters
    ----------
    name
        A name, cut out of a text.

    Returns
    -------
    entry
        What it may mean, or None where no place goes by it.

    Examples
    --------
    >>> entry = candidates("U.S.")
    >>> entry.places[0].name, entry.types[0]
    ('United States', 'abbrev')
    >>> candidates("us") is None
    True
    """
    form = norm(name)
    if not form or not any(c.isupper() for c in name):
        return None
    letters = [c for c in name if c.isalpha()]
    capitals = CAPITALS if all(c.isupper() for c in letters) else 0
    return entry_of(form, capitals | (STOPPED if name.rstrip().endswith(".") else 0))[0]
