"""All that the names of one text may mean, as columns: what is known of each candidate before the text is weighed."""

from __future__ import annotations

import itertools
import math
from bisect import bisect_right
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
    """The gazetteer's columns as arrays."""

    point: NDArray[np.int32]  # longitude and latitude in 1/10,000 degree
    kind: NDArray[np.uint8]
    region: NDArray[np.uint16]
    codes: NDArray[np.float64]  # by region: of its country, of its division; nan, which is like nothing, for none
    numbers: dict[str, int]  # codes of countries and divisions
    sorts: NDArray[np.int64]  # by kind, of what lies in a division
    county: int
    country: int


@cache
def _world() -> _World:
    index = open_index()
    numbers: dict[str, int] = {}

    def number(name: str | None) -> float:
        return numbers.setdefault(name, len(numbers)) if name else math.nan

    lon, lat, kind, region = index.columns()
    return _World(
        np.column_stack([_wide(lon), _wide(lat)]),
        np.frombuffer(kind, np.uint8) & np.uint8(63),
        np.frombuffer(region, "<u2"),
        np.array(
            [(number(countries[0] if countries else None), number(code)) for countries, code, *_ in index.regions]
        ),
        numbers,
        np.array([sort_of(one, "a division") for one in index.kinds]),
        index.kinds.index("county"),
        index.kinds.index("country"),
    )


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
    columns = np.concatenate([block.columns for block in blocks], axis=1)
    return Candidates(
        sizes,
        [0, *itertools.accumulate(sizes)],
        [row for block in blocks for row in block.rows],
        [prior for block in blocks for prior in block.prior],
        [own for block in blocks for own in block.own],
        [land for block in blocks for land in block.lands],
        [block.told for block in blocks],
        columns[0],
        columns[1],
        columns[2].astype(np.int64),
        columns[6:],
        columns[3:6],
    )


class _Block(NamedTuple):
    """The candidates of one name as `Candidates` has those of all, the columns one below the other."""

    columns: NDArray[np.float64]
    rows: tuple[int, ...]
    prior: tuple[float, ...]
    own: tuple[float, ...]
    lands: tuple[float | None, ...]
    told: float | None


_REMEMBERED: Final = 20_000


class _Blocks:
    """The candidates of each name: the names of a beat come again and again."""

    def __init__(self, worth: tuple[float, ...]) -> None:
        self._worth = np.array(worth)[:, None]
        self._known: dict[tuple[Entry, int], _Block] = {}

    def of(self, entries: Sequence[Entry], most: Sequence[int]) -> list[_Block]:
        """Give a block for each name; those that are new are made together."""
        known = self._known
        names = list(zip(entries, most, strict=True))
        try:
            return [known[name] for name in names]
        except KeyError:
            if len(known) > _REMEMBERED:
                known.clear()
            new = [name for name in names if name not in known]
            known.update(zip(new, _made(new, self._worth), strict=True))
            return [known[name] for name in names]


@lru_cache(maxsize=16)  # one but for those who fit the weights
def _blocks(worth: tuple[float, ...]) -> _Blocks:
    return _Blocks(worth)


def _made(names: Sequence[tuple[Entry, int]], worth: NDArray[np.float64]) -> list[_Block]:
    """Make the blocks of some names."""
    world = _world()
    kept = [entry.rows[:most] for entry, most in names]
    bounds = [0, *itertools.accumulate([len(rows) for rows in kept])]
    rows = np.array([row for some in kept for row in some])
    kind = world.kind[rows]
    own, columns = np.zeros((len(OWN), len(rows))), np.zeros((9, len(rows)))
    prior, county, region, country, namesake, misnamed = own
    prior[:] = [prior for entry, most in names for prior in entry.priors[:most]]
    columns[6:8] = world.codes[world.region[rows]].T
    columns[1] = kind == world.county
    county[:] = (kind == world.county) & (columns[6] != world.numbers["GB"])  # a British county goes by its bare name
    country[:] = kind == world.country
    for (entry, most), low, high in zip(names, bounds, bounds[1:], strict=False):
        if not _CODED.isdisjoint(entry.types):
            columns[0, low:high] = [how in _CODED for how in entry.types[:most]]
        if not _BESIDES.isdisjoint(entry.types):
            misnamed[low:high] = _misnamed(entry, most)
    columns[8] = rows
    sort = world.sorts[kind]
    sort[(sort == 1) & np.isnan(columns[7])] = 3
    region[:] = sort == 1
    columns[2] = sort
    for n in np.flatnonzero(sort == 1).tolist():
        owner = bisect_right(bounds, n) - 1
        namesake[n] = _namesakes(*names[owner])[n - bounds[owner]]
    angle = np.radians(world.point[rows].T / 1e4)
    sine, cosine = np.sin(angle), np.cos(angle)
    columns[3] = cosine[1] * cosine[0]
    columns[4] = cosine[1] * sine[0]
    columns[5] = sine[1]
    own *= worth
    priors, sums = prior.tolist(), np.add.reduce(own).tolist()
    codes, sorts = columns[6].tolist(), sort.tolist()
    lands = [None if sort > 1 or math.isnan(code) else code for code, sort in zip(codes, sorts, strict=True)]
    return [
        _Block(
            columns[:, low:high].copy(),
            some,
            tuple(priors[low:high]),
            tuple(sums[low:high]),
            tuple(lands[low:high]),
            codes[low] if sorts[low] == 2 else None,
        )
        for some, low, high in zip(kept, bounds, bounds[1:], strict=False)
    ]


_BESIDES: Final = frozenset(("alt", "historic", "short"))


def _misnamed(entry: Entry, most: int) -> tuple[bool, ...]:
    """Tell which candidates bear the name only besides their own: Ghana as Gold Coast, Mexico City as Mexico."""
    index = open_index()
    kept = list(zip(entry.rows[:most], entry.types, strict=False))
    owned = any(how == "name" for _, how in kept)
    land = any(how == "name" and index.kind(row) == "country" for row, how in kept)
    return tuple([(owned and how == "historic") or (land and how in {"alt", "short"}) for _, how in kept])


_LANDS: Final = frozenset(("country", "territory", "region", "county", "continent"))


def _namesakes(entry: Entry, most: int) -> tuple[bool, ...]:
    """Tell which candidates would yield to a namesake that is better known, were they divisions."""
    index = open_index()
    kept = list(zip(entry.rows[:most], entry.priors, entry.types, strict=False))
    # What bears the name itself (New York City, not Recife for Pernambuco) and is no country or part of one.
    owners = [
        (prior, kind)
        for row, prior, how in kept
        if (kind := index.kind(row)) not in _LANDS and (how == "name" or entry.norm in norm(index.name(row)))
    ]
    other = max((prior for prior, _ in owners), default=0.0)
    city = any(kind == "city" for _, kind in owners)
    return tuple([other > prior or (city and how != "name") for _, prior, how in kept])
