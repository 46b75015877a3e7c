"""Ways between towns over the compiled network: where a line pulled taut leaves out nodes, an edge is missing."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import numpy as np

from dateline.atlas import coast, data, landfall, lanes, lanes_file, network, passage, stops

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]

PAIRS = 3000
TOWN_SEA_KM = 20.0
CACHES = (
    data._checksums, data.data_path, lanes_file.arrays, network.open_network, coast.open_coast, landfall.landfall,
    passage.passages, passage._steps, passage._by_name, stops._of_passage, stops._over, stops._of_place,
    stops._closed_by_default, stops._closed,
)  # fmt: skip


def forget() -> None:
    """Let the reader open the file anew."""
    for cached in CACHES:
        cached.cache_clear()


def shortcuts(towns: Floats) -> tuple[Ints, Ints]:
    """The steps that taut ways between pairs of towns by the sea take; some are edges already."""
    forget()
    net = network.open_network()
    mixed = np.argsort((np.arange(len(towns)) * 2654435761) % 2**32, kind="stable")
    near = [
        (float(lon), float(lat))
        for lon, lat in towns[mixed[: 4 * PAIRS]]
        if net.near(float(lon), float(lat), 1)[1][0] < TOWN_SEA_KM
    ]
    count: Counter[tuple[int, int]] = Counter()
    sorted_ = sorted(near)
    for number in range(PAIRS):
        one, two = near[(number * 7919) % len(near)], near[(number * 104729 + 1) % len(near)]
        if number % 3 == 0:  # a third of the pairs are of neighbours
            place = (number * 7919) % (len(near) - 30)
            one, two = sorted_[place], sorted_[place + 1 + number % 29]
        try:
            ways = lanes.knots_between(one, two)
        except lanes.NoSeaRoute:
            continue
        for first, last in zip(ways[:-1].tolist(), ways[1:].tolist(), strict=True):
            if first >= 0 and last >= 0 and not (net.canal[first] and net.canal[last]):
                count[min(first, last), max(first, last)] += 1
    pairs = np.array(sorted(count), np.int64).reshape(-1, 2)
    return pairs[:, 0], pairs[:, 1]
