"""Resolution: which of its places a name means, judged by all the names of the text together."""

from __future__ import annotations

import math
import operator
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from dateline.atlas.index import open_index
from dateline.reading.places.candidates import OWN, code_of, gather, sort_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from dateline.atlas.entries import Entry
    from dateline.reading.places.candidates import Candidates
    from dateline.reading.places.cues import Said

__all__ = ["FEATURES", "RELATED", "Facts", "Group", "Table", "facts", "lies_in", "resolve", "settle"]


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


@lru_cache(maxsize=100_000)
def facts(row: int) -> Facts:
    """Gather them from the columns of the gazetteer."""
    index = open_index()
    lon, lat = index.point(row)
    a, b = math.radians(lon), math.radians(lat)
    c = math.cos(b)
    kind = index.kind(row)
    countries, division, *_ = index.region(row)
    country = countries[0] if len(countries) == 1 else ""
    return Facts(
        row, c * math.cos(a), c * math.sin(a), math.sin(b), kind, country, division or "", sort_of(kind, division)
    )


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
    is_dateline
        Whether it stands in capitals before the first sentence.
    is_somebody, stands
        Whether a mention of it is somebody's name by the word before it ("Ana *Austin*"), and whether one is a place's
        by the word before it ("in *Austin*").
    listed
        The names beside it in a list.
    ranked
        (score, row), the likeliest first; filled by ``resolve``.
    fits, level, size
        The cues of how well it fits the text, how well that is, and the size of its largest place; None and empty until
        a mention asks.
    """

    __slots__ = (
        "best", "count", "entry", "fits", "has_county", "is_admin", "is_dateline", "is_somebody", "is_state", "level",
        "listed", "persons", "pin", "placed", "ranked", "size", "stands", "support", "sure",
    )  # fmt: skip

    def __init__(self, entry: Entry) -> None:
        self.entry = entry
        self.count = 0
        self.sure = 1.0
        self.pin: Facts | None = None
        self.is_state = self.is_admin = self.is_dateline = self.is_somebody = self.stands = False
        self.listed: list[Group] = []
        self.ranked: list[tuple[float, int]] = []
        self.support = 0.0
        self.best = -9.0
        self.persons = self.placed = 0
        self.has_county = False
        self.fits: Said | None = None
        self.level = self.size = ""


# What is worth how much to a candidate; fitted on annotated news, see the explanation of the geoparser.
# Sums over the other names of the text (w: how sure each is) count as log(1 + sum).
FEATURES: Final[dict[str, float]] = {
    "prior": 1.16,  # about the logarithm of its people; countries and capitals raised
    "division named": 2.32,  # its state or province is named
    "country named": 0.11,
    "country focus": 1.6,  # how much of what is said of countries is about its own
    "division shared": 0.17,  # another place of its state is named
    "country shared": 0.99,
    "holds": 4.14,  # it is a state or country, and places in it are named
    "near 50 km": 2.49,
    "near 200 km": 2.06,
    "near 800 km": 0.16,
    "pinned": 5.5,  # "Paris, Texas"
    "state of a town": 0.22,
    "kind county": -1.44,
    "kind region": 1.98,
    "kind country": 0.35,
    "namesake": -2.02,  # a division whose name something else has that is better known: Washington, Porto, Red Sea
    "misnamed": -3.5,  # another name of its, or a former one, which something else has as its own; set by hand
    "same place": 1.03,  # an abbreviation of what is named in full, too: "UAE"
    "listed alike": 1.05,  # it is of the sort of its neighbours in a list: "California or Washington"
    "dateline": 0.82,  # a town before the first sentence: "NEW YORK (AP) - …"
    "admin word": 1.3,  # a county or division before "sheriff"
    "home 50 km": 1.97,
    "home 200 km": 1.01,
    "home 800 km": 0.63,
    "home division": 1.11,
    "home country": 1.58,
}
_MOST: Final = 20  # candidates of a name; of one with a state or a home to go by
_ALL: Final = 80
_MOST_ANCHORS: Final = 40
_LEAST: Final = 0.1  # candidates less likely than this tell nothing of the others
_KM: Final = 6371.0
_SCALES: Final = (50.0, 200.0, 800.0)
_STEEP: Final = np.array([2 * _KM**2 / scale**2 for scale in _SCALES])  # (chord / scale)², for 1 - cosine


@lru_cache(maxsize=20_000)
def _usual_sort(entry: Entry) -> int:
    """Tell of what sort the likeliest place is that has the name as its own."""
    rows = zip(entry.rows, entry.types, strict=False)
    return facts(next((row for row, how in rows if how == "name"), entry.rows[0])).sort


class Table:
    """
    All candidates of all names of a text as columns, and how each speaks for each other.

    Parameters
    ----------
    groups
        The names of the text.
    home
        The outlet's town, or None.
    weights
        What each feature is worth.
    """

    def __init__(self, groups: Sequence[Group], home: Facts | None, weights: dict[str, float]) -> None:
        self.groups = groups
        self.weights = weights
        known = gather(
            [group.entry for group in groups],
            [_ALL if group.pin is not None or home is not None else _MOST for group in groups],
            tuple([weights[key] for key in OWN]),
        )
        self.bounds, self.rows, self.prior = known.bounds, known.rows, known.prior
        self.coded, self.xyz, self.codes, self.sort = known.coded, known.xyz, known.codes, known.sort
        self.county = known.county
        self.starts = np.array(self.bounds[:-1])
        self.owner = np.arange(len(groups)).repeat(known.sizes)
        self.often = np.array([1 + 0.5 * math.log(group.count) if group.count > 1 else 1.0 for group in groups])
        self.own = self._with_focus(known)
        for n, group in enumerate(groups):
            if group.pin is not None or group.is_state or group.is_admin or group.is_dateline or group.listed:
                self._said(group, slice(self.bounds[n], self.bounds[n + 1]))
        if home is not None:
            self._near_home(home)
        self.score = self.own
        self._relations: _Relations | None = None

    def _with_focus(self, known: Candidates) -> NDArray[np.float64]:
        """Add to what counts of itself which part of what the text says of countries is about each one's country."""
        said: dict[float, float] = {}
        for group, code in zip(self.groups, known.told, strict=True):
            if code is not None:
                said[code] = said.get(code, 0.0) + group.count * group.sure
        if not said:
            return np.array(known.own)
        whole, weight = sum(said.values()) + 1, self.weights["country focus"]
        part: dict[float | None, float] = {code: weight * (count / whole) for code, count in said.items()}
        return np.array([own + part.get(land, 0.0) for own, land in zip(known.own, known.lands, strict=True)])

    def _said(self, group: Group, at: slice) -> None:
        """Add what the text says of one name directly: "Paris, Texas", "Lamar sheriff"."""
        sort, own = self.sort[at], self.own[at]
        if group.pin is not None:
            own += self.weights["pinned"] * self._inside(group.pin, at)
        if group.is_state:
            own += self.weights["state of a town"] * ((sort == 1) | (sort == 2))
        if group.is_admin:
            own += self.weights["admin word"] * ((self.county[at] == 1) | (sort == 1))
        if group.is_dateline:
            own += self.weights["dateline"] * (sort == 0)
        for other in group.listed:
            own += self.weights["listed alike"] / len(group.listed) * (sort == _usual_sort(other.entry))

    def _inside(self, outer: Facts, at: slice) -> NDArray[np.bool_]:
        """Tell which candidates lie in a country or division."""
        sort = self.sort[at]
        if outer.sort == 1:
            inside: NDArray[np.bool_] = (self.codes[1, at] == code_of(outer.division)) & (sort == 0)
        else:
            inside = (self.codes[0, at] == code_of(outer.country)) & (sort < 2)
        return inside

    def _near_home(self, home: Facts) -> None:
        """Add what the outlet's town speaks for."""
        apart = np.maximum(0.0, 1 - np.array(home[1:4]) @ self.xyz)
        small = self.sort < 2
        worth = np.array([self.weights[f"home {scale:.0f} km"] for scale in _SCALES])
        self.own += small * (worth @ (1 / (1 + np.multiply.outer(_STEEP, apart))))
        self.own += self.weights["home country"] * (self.codes[0] == code_of(home.country))
        self.own += self.weights["home division"] * (self.codes[1] == code_of(home.division))

    def trust_names(self) -> None:
        """Take over how sure each name is now, before all else; one that is named often counts more."""
        sure = np.array([group.sure for group in self.groups])
        self.trust = (sure * self.often).take(self.owner)

    def likely(self) -> NDArray[np.float64]:
        """Tell how likely each candidate is meant, by the last scores and by how sure its name is."""
        likely: NDArray[np.float64] = np.exp(self.score - self.score[self.score.argmax()])
        likely *= self.trust / np.add.reduceat(likely, self.starts).take(self.owner)
        return likely

    def rank(self) -> None:
        """Give each name its candidates by the last scores, and how much of the first's the text says."""
        scores = self.score.tolist()
        candidates = list(zip(scores, self.rows, strict=True))
        for group, low, high in zip(self.groups, self.bounds, self.bounds[1:], strict=False):
            group.ranked = candidates[low:high]
            if high - low > 1:
                group.ranked.sort(key=_first, reverse=True)
                low = scores.index(group.ranked[0][0], low)  # noqa: PLW2901 - of the first from here on
            group.support = scores[low] - self.prior[low]

    def relations(self) -> _Relations:
        """Give what the names say of each other."""
        if self._relations is None:
            # Who may ever speak: the likeliest at first, so that a long text stays linear.
            few = len(self.rows) <= _MOST_ANCHORS
            likeliest = None if few else np.sort(np.argsort(-self.likely(), kind="stable")[:_MOST_ANCHORS])
            self._relations = _Relations(self, likeliest)
        return self._relations


_first: Final = operator.itemgetter(0)

# What candidates say of each other: by what the two are tied (a country, a division, a row, being near), and of which
# sorts each of them must be.
_COUNTRY, _DIVISION, _ROW, _NEAR = range(4)
_PAIRS: Final = (
    ("division named", _DIVISION, {0}, {1}),
    ("country named", _COUNTRY, {0, 1}, {2}),
    ("division shared", _DIVISION, {0}, {0}),
    ("country shared", _COUNTRY, {0, 1}, {0, 1, 3}),
    ("holds", _COUNTRY, {2}, {0, 1}),
    ("holds", _DIVISION, {1}, {0}),
    ("same place", _ROW, {0, 1, 2, 3}, {0, 1, 2, 3}),
    *((f"near {scale:.0f} km", _NEAR + n, {0, 1}, {0, 1}) for n, scale in enumerate(_SCALES)),
)
RELATED: Final = tuple([key for key, *_ in _PAIRS])
_SAME: Final = RELATED.index("same place")
_THIS: Final = np.array([[float(sort in this) for sort in range(4)] for *_, this, _ in _PAIRS])
_OTHERS: Final = ({0}, {1}, {2}, {0, 1}, {0, 1, 3}, {0, 1, 2, 3})
_OTHER: Final = np.array([[float(sort in other) for sort in range(4)] for other in _OTHERS])
_TIES: Final = _NEAR + len(_SCALES)
_TOLD: Final = np.array([_OTHERS.index(other) * _TIES + tie for _, tie, _, other in _PAIRS])


class _Relations:
    """
    How much each of a few candidates, the anchors, speaks for every candidate of the other names.

    Parameters
    ----------
    table
        All candidates.
    anchors
        Which of them speak; None for all.
    """

    def __init__(self, table: Table, anchors: NDArray[np.int64] | None) -> None:
        self.anchors = anchors
        self.worth = np.array([table.weights[key] for key in RELATED])
        sort, owner, codes, xyz = table.sort, table.owner, table.codes, table.xyz
        if anchors is None:
            xyz = xyz.copy()  # a matrix times itself would be summed in another order
        else:
            sort, owner = sort.take(anchors), owner.take(anchors)
            codes, xyz = codes.take(anchors, axis=1), xyz.take(anchors, axis=1)
        self.other = _OTHER.take(sort, axis=1)
        self.this = _THIS.take(table.sort, axis=1)
        self.this[_SAME] *= table.coded
        foreign = (owner[:, None] != table.owner)[:, None]
        # An anchor a row: so a sum over the anchors is one product of matrices as they lie in memory. The matrices are
        # small: to call dot takes half the time of @.
        ties = np.empty((len(owner), _TIES, len(table.owner)))
        same = codes.T[:, :, None] == table.codes
        np.logical_and(same, foreign, out=same)
        ties[:, :_NEAR] = same
        apart = 1 - xyz.T.dot(table.xyz)
        np.maximum(0.0, apart, out=apart)
        fall = apart[:, None] * _STEEP[:, None]
        fall += 1
        np.divide(foreign, fall, out=ties[:, _NEAR:])
        self.ties = ties.reshape(len(owner), -1)

    def sums(self, weight: NDArray[np.float64]) -> NDArray[np.float64]:
        """Sum over the anchors what they say, each sum as log(1 + sum); one row for each of RELATED."""
        said = weight if self.anchors is None else weight.take(self.anchors)
        said = said * (said >= _LEAST)
        told: NDArray[np.float64] = (self.other * said).dot(self.ties).reshape(-1, len(weight)).take(_TOLD, axis=0)
        told *= self.this
        return np.log1p(told, out=told)

    def told(self, weight: NDArray[np.float64]) -> NDArray[np.float64]:
        """Give what the other names say for each candidate."""
        result: NDArray[np.float64] = self.worth.dot(self.sums(weight))
        return result


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
    return settle(Table(groups, home, weights), rounds=rounds)


def settle(table: Table, *, rounds: int = 1) -> Table:
    """Go on from the last scores, with how sure each name is now."""
    table.trust_names()
    for _ in range(rounds):
        table.score = table.own + table.relations().told(table.likely())
    table.rank()
    return table
