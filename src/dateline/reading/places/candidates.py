"""All that the names of one text may mean, as columns: what is known of each candidate before the text is weighed."""

from __future__ import annotations

import itertools
import math
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from dateline.atlas.index import open_index
from dateline.atlas.norm import norm

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from dateline.atlas.entries import Entry

__all__ = ["OWN", "Candidates", "code_of", "gather", "sort_of"]

_SORT: Final = {"country": 2, "territory": 2, "region": 1, "continent": 3, "ocean": 3}
_CODED: Final = frozenset(("code", "abbrev"))


def sort_of(kind: str, division: str | None) -> int:
    """Tell a point (0), a division (1), a country (2) and what is wider than a country (3) apart."""
    sort = _SORT.get(kind, 0)
    return 3 if sort == 1 and not division else sort


class _World(NamedTuple):
    """
    What is known of every place, once for all texts.

    Attributes
    ----------
    columns
        A row for each place: whether a county, its sort, x, y, z, codes of its country and division; nan, which is like
        nothing, for no code. A place's numbers stand together, as they are asked for together.
    sort
        0 a point, 1 a division, 2 a country, 3 wider than a country.
    own
        Which of OWN's kinds counts: 0 none, 1 a county, 2 a division, 3 a country.
    region
        Two bytes for each place: the number of its region.
    lands
        By region the code of its country; nan for none.
    numbers
        Codes of countries and divisions.
    """

    columns: NDArray[np.float64]
    sort: bytes
    own: bytes
    region: bytes
    lands: list[float]
    numbers: dict[str, int]


@cache
def _world() -> _World:
    index = open_index()
    numbers: dict[str, int] = {}

    def number(name: str | None) -> float:
        return numbers.setdefault(name, len(numbers)) if name else math.nan

    codes = np.array([(number(land[0] if land else None), number(code)) for land, code, *_ in index.regions])
    lon, lat, kinds, regions = index.columns()
    kind = np.frombuffer(kinds, np.uint8) & np.uint8(63)
    columns = np.empty((len(kind), 7))
    columns[:, 5:] = codes.take(np.frombuffer(regions, "<u2"), axis=0)
    sort = np.array([sort_of(one, "a division") for one in index.kinds], np.uint8)[kind]
    sort[(sort == 1) & np.isnan(columns[:, 6])] = 3
    columns[:, 1] = sort
    is_county = kind == index.kinds.index("county")
    columns[:, 0] = is_county
    own = np.zeros(len(kind), np.uint8)
    own[is_county & (columns[:, 5] != numbers["GB"])] = 1  # a British county goes by its bare name
    own[sort == 1] = 2
    own[kind == index.kinds.index("country")] = 3
    angle = np.radians(_wide(lon) / 1e4), np.radians(_wide(lat) / 1e4)
    cosine = np.cos(angle[1])
    columns[:, 2] = cosine * np.cos(angle[0])
    columns[:, 3] = cosine * np.sin(angle[0])
    columns[:, 4] = np.sin(angle[1])
    return _World(columns, sort.tobytes(), own.tobytes(), regions, codes[:, 0].tolist(), numbers)


def _wide(column: bytes) -> NDArray[np.int32]:
    """Read signed numbers of three bytes."""
    wide = np.zeros((len(column) // 3, 4), np.uint8)
    wide[:, 1:] = np.frombuffer(column, np.uint8).reshape(-1, 3)
    return wide.view("<i4")[:, 0] >> 8


def code_of(name: str) -> int:
    """Give the number of a country or division, -1 for none."""
    return _world().numbers.get(name, -1)


# What counts of a candidate whatever the text says: how likely it is before anything of the text is known; whether it
# is a county, a division, a country; whether it is a division whose name something else has that is better known;
# whether it is called so by another name, or was once, while a country or another place has the name as its own.
OWN: Final = ("prior", "kind county", "kind region", "kind country", "namesake", "misnamed")


class Candidates(NamedTuple):
    """
    What is known of the candidates of some names; whether something holds is 1 or 0.

    Attributes
    ----------
    sizes
        How many candidates each name has.
    bounds
        Where each name's candidates begin, and the end.
    rows
        The row of each.
    prior
        What it is worth how likely each is before anything of the text is known.
    own
        What all is worth that counts whatever the text says.
    lands
        The number of the country that each lies in; None for countries and what is wider, and without one.
    told
        For each name the number of the country that it means first; None where it means something else.
    coded
        Whether a code or an abbreviation names it.
    county
        Whether it is a county.
    sort
        0 a point, 1 a division, 2 a country, 3 wider than a country.
    codes
        Numbers of its country, its division and itself, a row each; nan for none.
    xyz
        Unit vectors, a row for each axis.
    """

    sizes: list[int]
    bounds: list[int]
    rows: list[int]
    prior: list[float]
    own: list[float]
    lands: list[float | None]
    told: list[float | None]
    coded: NDArray[np.float64]
    county: NDArray[np.float64]
    sort: NDArray[np.int64]
    codes: NDArray[np.float64]
    xyz: NDArray[np.float64]


def gather(entries: Sequence[Entry], most: Sequence[int], worth: tuple[float, ...]) -> Candidates:
    """
    Gather the likeliest candidates of names.

    Parameters
    ----------
    entries
        What each name may mean.
    most
        How many candidates of each to take.
    worth
        What each of OWN is worth.
    """
    blocks = _blocks(worth).of(entries, most)
    sizes = [len(block.rows) for block in blocks]
    rows = [row for block in blocks for row in block.rows]
    bounds = [0, *itertools.accumulate(sizes)]
    columns = np.empty((8, len(rows)))
    columns[7] = rows
    columns[:7] = _world().columns.take(rows, axis=0).T
    coded = np.zeros(len(rows))
    for block, low, high in zip(blocks, bounds, bounds[1:], strict=False):
        if block.coded:
            coded[low:high] = block.coded
    return Candidates(
        sizes,
        bounds,
        rows,
        [prior for block in blocks for prior in block.prior],
        [own for block in blocks for own in block.own],
        [land for block in blocks for land in block.lands],
        [block.told for block in blocks],
        coded,
        columns[0],
        columns[1].astype(np.int64),
        columns[5:],
        columns[2:5],
    )


class _Block(NamedTuple):
    """The candidates of one name as `Candidates` has those of all; ``coded`` is empty where none is."""

    rows: tuple[int, ...]
    prior: tuple[float, ...]
    own: tuple[float, ...]
    lands: tuple[float | None, ...]
    told: float | None
    coded: tuple[bool, ...]


_REMEMBERED: Final = 20_000


class _Blocks:
    """The candidates of each name: the names of a beat come again and again."""

    def __init__(self, worth: tuple[float, ...]) -> None:
        self._worth = worth
        self._known: dict[tuple[Entry, int], _Block] = {}

    def of(self, entries: Sequence[Entry], most: Sequence[int]) -> list[_Block]:
        """Give a block for each name."""
        known = self._known
        names = list(zip(entries, most, strict=True))
        try:
            return [known[name] for name in names]
        except KeyError:
            if len(known) > _REMEMBERED:
                known.clear()
            for name in names:
                if name not in known:
                    known[name] = _made(*name, self._worth)
            return [known[name] for name in names]


@lru_cache(maxsize=16)  # one but for those who fit the weights
def _blocks(worth: tuple[float, ...]) -> _Blocks:
    return _Blocks(worth)


def _made(entry: Entry, most: int, worth: tuple[float, ...]) -> _Block:
    """Make the block of a name."""
    world = _world()
    rows, types = entry.rows[:most], entry.types
    is_prior, *kinds, is_namesake, is_misnamed = worth
    worths = 0.0, *kinds
    priors = tuple([is_prior * prior for prior in entry.priors[:most]])
    sorts = [world.sort[row] for row in rows]
    own = [prior + worths[world.own[row]] for prior, row in zip(priors, rows, strict=True)]
    if 1 in sorts:
        for n, yields in enumerate(_namesakes(entry, most)):
            if yields and sorts[n] == 1:
                own[n] += is_namesake
    if not _BESIDES.isdisjoint(types):
        own = [
            one + is_misnamed if misnamed else one for one, misnamed in zip(own, _misnamed(entry, most), strict=True)
        ]
    codes = [world.lands[world.region[2 * row] | world.region[2 * row + 1] << 8] for row in rows]
    return _Block(
        rows,
        priors,
        tuple(own),
        tuple([None if sort > 1 or math.isnan(code) else code for code, sort in zip(codes, sorts, strict=True)]),
        codes[0] if sorts[0] == 2 else None,
        () if _CODED.isdisjoint(types) else tuple([how in _CODED for how in types[:most]]),
    )


_BESIDES: Final = frozenset(("alt", "historic", "short"))


def _misnamed(entry: Entry, most: int) -> tuple[bool, ...]:
    """Tell which candidates bear the name only besides their own: Ghana as Gold Coast, Mexico City as Mexico."""
    index = open_index()
    kept = list(zip(entry.rows[:most], entry.types, strict=False))
    owned = any(how == "name" for _, how in kept)
    land = any(how == "name" and index.kind(row) == "country" for row, how in kept)
    return tuple([(owned and how == "historic") or (land and how in {"alt", "short"}) for _, how in kept])


_NO_DIVISION: Final = 3  # the sort of what is neither a place, a division nor a country: the Balkans
_LANDS: Final = frozenset(("country", "territory", "region", "county", "continent"))


def _namesakes(entry: Entry, most: int) -> tuple[bool, ...]:
    """Tell which candidates would yield to a namesake that is better known, were they divisions."""
    index = open_index()
    kept = list(zip(entry.rows[:most], entry.priors, entry.types, strict=False))
    # What bears the name itself (New York City, not Recife for Pernambuco) and is no country or division: a coast is.
    sorts = _world().sort
    owners = [
        (prior, kind)
        for row, prior, how in kept
        if ((kind := index.kind(row)) not in _LANDS or sorts[row] == _NO_DIVISION)
        and (how == "name" or entry.norm in norm(index.name(row)))
    ]
    other = max((prior for prior, _ in owners), default=0.0)
    city = any(kind == "city" for _, kind in owners)
    return tuple([other > prior or (city and how != "name") for _, prior, how in kept])
