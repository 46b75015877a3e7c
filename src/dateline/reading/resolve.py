"""Resolution: which of its places a name means, judged by all the names of the text together."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from dateline.atlas.index import open_index

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from dateline.atlas.entries import Entry

__all__ = ["FEATURES", "Facts", "Group", "Table", "facts", "lies_in", "resolve", "settle"]


class Facts(NamedTuple):
    """What resolution asks of one place: its row, unit vector, kind, country, division."""

    row: int
    x: float
    y: float
    z: float
    kind: str
    country: str
    division: str
    sort: int  # 0 a point, 1 a division, 2 a country, 3 wider than a country


_SORT: Final = {"country": 2, "territory": 2, "region": 1, "continent": 3, "ocean": 3}


@lru_cache(maxsize=100_000)
def facts(row: int) -> Facts:
    """Gather them from the columns of the gazetteer."""
    index = open_index()
    lon, lat = index.point(row)
    a, b = math.radians(lon), math.radians(lat)
    c = math.cos(b)
    kind = index.kind(row)
    countries, division, *_ = index.region(row)
    sort = _SORT.get(kind, 0)
    if sort == 1 and not division:
        sort = 3
    country = countries[0] if len(countries) == 1 else ""
    return Facts(row, c * math.cos(a), c * math.sin(a), math.sin(b), kind, country, division or "", sort)


def lies_in(place: Facts, outer: Facts) -> bool:
    """Whether a place lies in a country or division."""
    if outer.row == place.row:
        return False
    if outer.sort == 1:
        return place.division == outer.division and place.sort == 0
    return outer.sort == 2 and place.country == outer.country and place.sort < 2


class Group:
    """
    One name of a text with all its mentions: they are taken to mean one place.

    Attributes
    ----------
    entry
        What the name may mean.
    count, sure
        How often it is named; how sure it is that it is a place at all, from 0 to 1.
    pin
        The state or country that the text gives it ("Paris, Texas"), or None.
    is_state
        Whether the text says that a town lies in it.
    is_admin
        Whether a word that only fits a county or division follows it (*sheriff*, *governor*).
    ranked
        (score, row), the likeliest first; filled by ``resolve``.
    """

    __slots__ = (
        "best", "count", "entry", "has_county", "is_admin", "is_state", "persons", "pin", "placed", "ranked", "size",
        "support", "sure",
    )  # fmt: skip

    def __init__(self, entry: Entry) -> None:
        self.entry = entry
        self.count = 0
        self.sure = 1.0
        self.pin: Facts | None = None
        self.is_state = self.is_admin = False
        self.ranked: list[tuple[float, int]] = []
        self.support = 0.0
        self.best = -9.0
        self.persons = self.placed = 0
        self.has_county = False
        self.size = ""


# What is worth how much to a candidate; fitted on annotated news, see the explanation of the geoparser.
# Sums over the other names of the text (w: how sure each is) count as log(1 + sum).
FEATURES: Final[dict[str, float]] = {
    "prior": 1.06,  # about the logarithm of its people; countries and capitals raised
    "division named": 2.27,  # its state or province is named
    "country named": -0.27,
    "division shared": 0.27,  # another place of its state is named
    "country shared": 1.1,
    "holds": 6.02,  # it is a state or country, and places in it are named
    "near 50 km": 3.61,
    "near 200 km": 2.18,
    "near 800 km": 0.17,
    "pinned": 3.47,  # "Paris, Texas"
    "state of a town": 0.04,
    "kind county": -2.14,
    "kind region": 3.26,
    "kind country": 0.48,
    "namesake city": -3.03,  # a division whose name a city has that is better known: Washington, New York
    "admin word": 0.88,  # a county or division before "sheriff"
    "home 50 km": 2.43,
    "home 200 km": 0.75,
    "home 800 km": 0.32,
    "home division": 1.13,
    "home country": 1.19,
}
_KEYS: Final = tuple(FEATURES)
_RELATED: Final = [
    _KEYS.index(key)
    for key in ("division named", "country named", "division shared", "country shared", "holds", "near 50 km",
                "near 200 km", "near 800 km")
]  # fmt: skip
_AT: Final = {key: n for n, key in enumerate(_KEYS)}
_MOST: Final = 20  # candidates of a name; of one with a state or a home to go by
_ALL: Final = 80
_MOST_ANCHORS: Final = 40
_LEAST: Final = 0.1  # candidates less likely than this tell nothing of the others
_ROUNDS: Final = 2
_KM: Final = 6371.0
_SCALES: Final = (50.0, 200.0, 800.0)


_CODES: dict[str, int] = {"": 0}  # countries and divisions as numbers, in the order met
_GIVEN: Final = ("prior", "kind county", "kind region", "kind country", "namesake city")


class _Columns(NamedTuple):
    """The candidates of one name as columns: they are the same in every text."""

    rows: tuple[int, ...]
    given: NDArray[np.float64]  # one column for each of _GIVEN
    xyz: NDArray[np.float64]
    codes: NDArray[np.int64]  # country, division, sort


@lru_cache(maxsize=20_000)
def _columns(entry: Entry, most: int) -> _Columns:
    """Gather the columns of a name's likeliest candidates."""
    rows = entry.rows[:most]
    places = [facts(row) for row in rows]
    city = next((entry.priors[n] for n, place in enumerate(places[:6]) if place.kind == "city"), 0.0)
    given = [
        (
            prior,
            place.kind == "county",
            place.kind == "region",
            place.kind == "country",
            place.sort == 1 and city > prior,
        )
        for place, prior in zip(places, entry.priors, strict=False)
    ]
    codes = [
        (_CODES.setdefault(p.country, len(_CODES)), _CODES.setdefault(p.division, len(_CODES)), p.sort) for p in places
    ]
    return _Columns(rows, np.array(given, dtype=float), np.array([p[1:4] for p in places]), np.array(codes))


class Table:
    """
    All candidates of all names of a text as columns, and how each speaks for each other.

    Parameters
    ----------
    groups
        The names of the text.
    home
        The outlet's town, or None.
    """

    def __init__(self, groups: Sequence[Group], home: Facts | None) -> None:
        self.groups = groups
        columns = [
            _columns(group.entry, _ALL if group.pin is not None or home is not None else _MOST) for group in groups
        ]
        sizes = [len(column.rows) for column in columns]
        self.starts = np.cumsum([0, *sizes[:-1]])
        self.rows = [row for column in columns for row in column.rows]
        self.owner = np.repeat(np.arange(len(groups)), sizes)
        self.xyz = np.concatenate([column.xyz for column in columns])
        self.country, self.division, self.sort = np.concatenate([column.codes for column in columns]).T
        self.features = np.zeros((len(self.rows), len(_KEYS)))
        self.features[:, [_AT[key] for key in _GIVEN]] = np.concatenate([column.given for column in columns])
        for n, group in enumerate(groups):
            low, high = self.starts[n], self.starts[n] + sizes[n]
            sort = self.sort[low:high]
            if group.pin is not None:
                self.features[low:high, _AT["pinned"]] = self._inside(group.pin, low, high)
            if group.is_state:
                self.features[low:high, _AT["state of a town"]] = (sort == 1) | (sort == 2)
            if group.is_admin:
                county = self.features[low:high, _AT["kind county"]] > 0
                self.features[low:high, _AT["admin word"]] = county | (sort == 1)
        if home is not None:
            self._near_home(home)
        self.score = np.zeros(len(self.rows))
        self._relations: NDArray[np.float64] | None = None
        self._anchors = np.arange(0)

    def _inside(self, outer: Facts, low: int, high: int) -> NDArray[np.bool_]:
        """Tell which candidates lie in a country or division."""
        sort = self.sort[low:high]
        if outer.sort == 1:
            inside: NDArray[np.bool_] = (self.division[low:high] == _CODES.get(outer.division, -1)) & (sort == 0)
        else:
            inside = (self.country[low:high] == _CODES.get(outer.country or "?", -1)) & (sort < 2)
        return inside

    def _near_home(self, home: Facts) -> None:
        km2 = np.maximum(0.0, 2 - 2 * (self.xyz @ np.array(home[1:4]))) * _KM**2
        for scale in _SCALES:
            self.features[:, _AT[f"home {scale:.0f} km"]] = (self.sort < 2) / (1 + km2 / scale**2)
        self.features[:, _AT["home country"]] = self.country == _CODES.get(home.country or "?", -1)
        self.features[:, _AT["home division"]] = self.division == _CODES.get(home.division or "?", -1)

    def relate(self, weight: NDArray[np.float64]) -> None:
        """Fill in what the other names say, each of their candidates counting by its weight."""
        if self._relations is None:
            # Who may ever speak: the likeliest at first, so that a long text stays linear.
            order = np.argsort(-weight, kind="stable")[:_MOST_ANCHORS]
            self._anchors = np.sort(order)
            self._relations = self._related(self._anchors)
        said = weight[self._anchors]
        said = np.where(said > _LEAST, said, 0.0)
        self.features[:, _RELATED] = np.log1p(self._relations @ said).T

    def _related(self, anchors: NDArray[np.int64]) -> NDArray[np.float64]:
        """How much each anchor speaks for each candidate, one layer for each of the features in _RELATED."""
        sort, other = self.sort[:, None], self.sort[anchors]
        foreign = self.owner[:, None] != self.owner[anchors]
        country, division = self.country[:, None], self.division[:, None]
        same_country = (country == self.country[anchors]) & (country > 0) & foreign
        same_division = (division == self.division[anchors]) & (division > 0) & foreign
        land, small, point = other == 2, sort < 2, sort == 0
        near = foreign & small & (other < 2)
        km2 = np.maximum(0.0, 2 - 2 * (self.xyz @ self.xyz[anchors].T)) * _KM**2
        in_country, in_division = same_country & small, same_division & point
        layers = np.empty((len(_RELATED), len(self.rows), len(anchors)))
        layers[0] = in_division & (other == 1)
        layers[1] = in_country & land
        layers[2] = in_division & (other == 0)
        layers[3] = in_country & ~land
        layers[4] = (same_country & (sort == 2) & (other < 2)) | (same_division & (sort == 1) & (other == 0))
        for n, scale in enumerate(_SCALES, 5):
            layers[n] = near / (1 + km2 / scale**2)
        return layers


def _vector(weights: dict[str, float]) -> NDArray[np.float64]:
    return _OWN if weights is FEATURES else np.array([weights.get(key, 0.0) for key in _KEYS])


_OWN: Final = np.array(list(FEATURES.values()))


def resolve(
    groups: Sequence[Group], home: Facts | None, *, weights: dict[str, float] = FEATURES, rounds: int = 2
) -> Table | None:
    """
    Rank the candidates of each name by all names together.

    In the first round each candidate counts by how likely its name means it when nothing else is known; in the next
    by how likely the round before found it. So three small towns of one county that are all ambiguous decide for each
    other.

    Parameters
    ----------
    groups
        The names of the text; their ``ranked`` and ``support`` are filled.
    home
        The outlet's town, or None.
    weights
        What each feature is worth.
    rounds
        How often the names are asked.

    Returns
    -------
    table
        What was weighed, for ``settle``; None without names.
    """
    if not groups:
        return None
    table = Table(groups, home)
    table.score = table.features @ _vector(weights)
    return settle(table, weights=weights, rounds=rounds)


def settle(table: Table, *, weights: dict[str, float] = FEATURES, rounds: int = 1) -> Table:
    """Go on from the last scores, with how sure each name is now."""
    vector = _vector(weights)
    owner, starts = table.owner, table.starts
    trust = np.array([group.sure * (1 + 0.5 * math.log(group.count)) for group in table.groups])[owner]
    score = table.score
    for _ in range(rounds):
        likely = np.exp(score - np.maximum.reduceat(score, starts)[owner])
        likely /= np.add.reduceat(likely, starts)[owner]
        table.relate(likely * trust)
        score = table.features @ vector
    table.score = score
    told = (score - table.features[:, 0] * vector[0]).tolist()
    scores, bounds = score.tolist(), [*starts.tolist(), len(table.rows)]
    for n, group in enumerate(table.groups):
        low, high = bounds[n], bounds[n + 1]
        if high - low == 1:
            group.ranked = [(scores[low], table.rows[low])]
            group.support = told[low]
            continue
        ranked = sorted(range(low, high), key=lambda at: (-scores[at], at))
        group.ranked = [(scores[at], table.rows[at]) for at in ranked]
        group.support = told[ranked[0]]
    return table
