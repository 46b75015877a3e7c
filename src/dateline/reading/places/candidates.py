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

__all__ = ["Candidates", "code_of", "gather", "sort_of"]

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


class Candidates(NamedTuple):
    """
    What is known of the candidates of some names.

    Attributes
    ----------
    sizes
        How many candidates each name has.
    bounds
        Where each name's candidates begin, and the end.
    rows, priors
        The row of each, how likely it is before anything of the text is known.
    coded
        Whether a code or an abbreviation names it.
    county, country
        Whether it is one.
    namesake
        Whether it is a division whose name something else has that is better known.
    misnamed
        Whether it is called so by another name, or was once, while a country or another place has the name as its own.
    sort
        0 a point, 1 a division, 2 a country, 3 wider than a country.
    codes
        Numbers of its country, its division and itself, a row each; nan for none.
    xyz
        Unit vectors.
    """

    sizes: list[int]
    bounds: list[int]
    rows: NDArray[np.int64]
    priors: NDArray[np.float64]
    coded: NDArray[np.bool_]
    county: NDArray[np.bool_]
    country: NDArray[np.bool_]
    namesake: NDArray[np.bool_]
    misnamed: NDArray[np.bool_]
    sort: NDArray[np.int64]
    codes: NDArray[np.float64]
    xyz: NDArray[np.float64]


def gather(entries: Sequence[Entry], most: Sequence[int]) -> Candidates:
    """
    Gather the likeliest candidates of names.

    Parameters
    ----------
    entries
        What each name may mean.
    most
        How many candidates of each to take.
    """
    world = _world()
    kept = [entry.rows[:count] for entry, count in zip(entries, most, strict=True)]
    sizes = [len(some) for some in kept]
    bounds = [0, *itertools.accumulate(sizes)]
    rows = np.array([row for some in kept for row in some])
    priors = np.array([prior for entry, count in zip(entries, most, strict=True) for prior in entry.priors[:count]])
    coded = np.array([how in _CODED for entry, count in zip(entries, most, strict=True) for how in entry.types[:count]])
    kind = world.kind[rows]
    codes = np.empty((3, len(rows)))
    codes[:2] = world.codes[world.region[rows]].T
    codes[2] = rows
    sort = world.sorts[kind]
    sort[(sort == 1) & np.isnan(codes[1])] = 3
    namesake = np.zeros(len(rows), bool)
    misnamed = np.array([told for entry, count in zip(entries, most, strict=True) for told in _misnamed(entry, count)])
    for n in np.flatnonzero(sort == 1).tolist():
        owner = bisect_right(bounds, n) - 1
        namesake[n] = _namesakes(entries[owner], most[owner])[n - bounds[owner]]
    angle = np.radians(world.point[rows].T / 1e4)
    sine, cosine = np.sin(angle), np.cos(angle)
    xyz = np.empty((len(rows), 3))
    xyz[:, 0] = cosine[1] * cosine[0]
    xyz[:, 1] = cosine[1] * sine[0]
    xyz[:, 2] = sine[1]
    return Candidates(
        sizes,
        bounds,
        rows,
        priors,
        coded,
        kind == world.county,
        kind == world.country,
        namesake,
        misnamed,
        sort,
        codes,
        xyz,
    )


@lru_cache(maxsize=20_000)
def _misnamed(entry: Entry, most: int) -> tuple[bool, ...]:
    """Tell which candidates bear the name only besides their own: Ghana as Gold Coast, Mexico City as Mexico."""
    index = open_index()
    kept = list(zip(entry.rows[:most], entry.types, strict=False))
    owned = any(how == "name" for _, how in kept)
    land = any(how == "name" and index.kind(row) == "country" for row, how in kept)
    return tuple([(owned and how == "historic") or (land and how in {"alt", "short"}) for _, how in kept])


_LANDS: Final = frozenset(("country", "territory", "region", "county", "continent"))


@lru_cache(maxsize=20_000)
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
