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

__all__ = ["FEATURES", "Facts", "Group", "facts", "lies_in", "resolve"]


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


@lru_cache(maxsize=60_000)
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
_AT: Final = {key: n for n, key in enumerate(_KEYS)}
_MOST: Final = 24  # candidates of a name
_MOST_ANCHORS: Final = 40
_LEAST: Final = 0.1  # candidates less likely than this tell nothing of the others
_ROUNDS: Final = 2
_KM: Final = 6371.0
_SCALES: Final = (50.0, 200.0, 800.0)


def candidates_of(group: Group, home: Facts | None) -> list[int]:
    """Positions of the candidates to weigh: the likeliest, and of the rest those the text or outlet points to."""
    rows = group.entry.rows
    if len(rows) <= _MOST:
        return list(range(len(rows)))
    kept = list(range(_MOST))
    for n in range(_MOST, len(rows)):
        place = facts(rows[n])
        if (group.pin is not None and lies_in(place, group.pin)) or (
            home is not None and place.division == home.division
        ):
            kept.append(n)
    return kept


class Table:
    """All candidates of all names of a text as columns."""

    def __init__(self, groups: Sequence[Group], home: Facts | None) -> None:
        self.groups = groups
        rows: list[Facts] = []
        owner: list[int] = []
        fixed: list[tuple[float, ...]] = []
        starts = [0]
        for n, group in enumerate(groups):
            priors = group.entry.priors
            city = next((priors[k] for k, row in enumerate(group.entry.rows[:6]) if facts(row).kind == "city"), 0.0)
            for at in candidates_of(group, home):
                place = facts(group.entry.rows[at])
                rows.append(place)
                owner.append(n)
                fixed.append(
                    (
                        priors[at],
                        1.0 if group.pin is not None and lies_in(place, group.pin) else 0.0,
                        1.0 if group.is_state and place.sort in {1, 2} else 0.0,
                        1.0 if place.kind == "county" else 0.0,
                        1.0 if place.kind == "region" else 0.0,
                        1.0 if place.kind == "country" else 0.0,
                        1.0 if place.sort == 1 and city > priors[at] else 0.0,
                        1.0 if group.is_admin and (place.kind == "county" or place.sort == 1) else 0.0,
                    )
                )
            starts.append(len(rows))
        self.rows, self.starts = rows, starts
        self.owner = np.array(owner)
        self.xyz = np.array([place[1:4] for place in rows])
        codes: dict[str, int] = {"": 0}
        self.country = np.array([codes.setdefault(place.country, len(codes)) for place in rows])
        self.division = np.array([codes.setdefault(place.division, len(codes)) for place in rows])
        self.sort = np.array([place.sort for place in rows])
        self.features = np.zeros((len(rows), len(_KEYS)))
        given = np.array(fixed)
        for key, column in zip(_GIVEN, given.T, strict=True):
            self.features[:, _AT[key]] = column
        if home is not None:
            point = self.sort < 2
            km2 = np.maximum(0.0, 2 - 2 * (self.xyz @ np.array(home[1:4]))) * _KM**2
            for scale in _SCALES:
                self.features[:, _AT[f"home {scale:.0f} km"]] = point / (1 + km2 / scale**2)
            self.features[:, _AT["home country"]] = self.country == codes.get(home.country, -1)
            self.features[:, _AT["home division"]] = self.division == codes.get(home.division or "?", -1)

    def relate(self, weight: NDArray[np.float64]) -> None:
        """Fill in what the other names say, each of their candidates counting by its weight."""
        anchors = np.flatnonzero(weight > _LEAST)
        if len(anchors) > _MOST_ANCHORS:
            anchors = anchors[np.argsort(-weight[anchors], kind="stable")[:_MOST_ANCHORS]]
        w = weight[anchors] * (self.owner[:, None] != self.owner[anchors])
        sort, other = self.sort, self.sort[anchors]
        same_country = (self.country[:, None] == self.country[anchors]) & (self.country[:, None] > 0)
        same_division = (self.division[:, None] == self.division[anchors]) & (self.division[:, None] > 0)
        land, part = other == 2, other == 1
        small = (sort < 2)[:, None]
        point = (sort == 0)[:, None]
        f = self.features
        f[:, _AT["country named"]] = np.log1p((w * (same_country & small & land)).sum(1))
        f[:, _AT["country shared"]] = np.log1p((w * (same_country & small & ~land)).sum(1))
        f[:, _AT["division named"]] = np.log1p((w * (same_division & point & part)).sum(1))
        f[:, _AT["division shared"]] = np.log1p((w * (same_division & point & (other == 0))).sum(1))
        held = (same_country & (sort == 2)[:, None] & (other < 2)) | (
            same_division & (sort == 1)[:, None] & (other == 0)
        )
        f[:, _AT["holds"]] = np.log1p((w * held).sum(1))
        km2 = np.maximum(0.0, 2 - 2 * (self.xyz @ self.xyz[anchors].T)) * _KM**2
        w = w * (small & (other < 2))
        for scale in _SCALES:
            f[:, _AT[f"near {scale:.0f} km"]] = np.log1p((w / (1 + km2 / scale**2)).sum(1))


_GIVEN: Final = (
    "prior",
    "pinned",
    "state of a town",
    "kind county",
    "kind region",
    "kind country",
    "namesake city",
    "admin word",
)


def _vector(weights: dict[str, float]) -> NDArray[np.float64]:
    return np.array([weights.get(key, 0.0) for key in _KEYS])


def resolve(groups: Sequence[Group], home: Facts | None, weights: dict[str, float] = FEATURES) -> Table | None:
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
    """
    if not groups:
        return None
    table = Table(groups, home)
    vector = _vector(weights)
    trust = np.array([group.sure * (1 + 0.5 * math.log(group.count)) for group in groups])[table.owner]
    starts = np.array(table.starts[:-1])
    score = table.features @ vector
    for _ in range(_ROUNDS):
        peak = np.maximum.reduceat(score, starts)
        likely = np.exp(score - peak[table.owner])
        likely /= np.add.reduceat(likely, starts)[table.owner]
        table.relate(likely * trust)
        score = table.features @ vector
    told = score - table.features[:, 0] * vector[0]
    for n, group in enumerate(groups):
        low, high = table.starts[n], table.starts[n + 1]
        ranked = sorted(range(low, high), key=lambda at: (-score[at], at))
        group.ranked = [(float(score[at]), table.rows[at].row) for at in ranked]
        group.support = float(told[ranked[0]])
    return table
