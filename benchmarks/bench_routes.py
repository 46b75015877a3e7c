"""
Sea routes beside searoute in one run: time, memory, how many cross the coast.

    python benchmarks/bench_routes.py [pairs]

The ends are places of the gazetteer by the sea, drawn with a fixed seed; both engines get the same pairs in the same
order.
"""

from __future__ import annotations

import json
import random
import statistics
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import numpy as np

from dateline import atlas
from dateline.atlas.coast import open_coast
from dateline.atlas.geodesy import wrap
from dateline.atlas.index import open_index
from dateline.atlas.network import open_network

if TYPE_CHECKING:
    from collections.abc import Callable

    Point = tuple[float, float]

COLD = """
import json, time
def mb():
    with open("/proc/self/status") as file:
        return int(file.read().split("VmRSS:")[1].split()[0]) / 1024
before, begin = mb(), time.perf_counter()
{setup}
print(json.dumps([time.perf_counter() - begin, mb() - before]))
"""
CANAL_DEG = 0.7  # so near to a canal's course a line is in the canal
SETUPS = {
    "dateline": "from dateline import atlas; atlas.sea_route((4.0, 51.98), (103.83, 1.25))",
    "searoute": "import searoute; searoute.searoute([4.0, 51.98], [103.83, 1.25])",
}


def ports(count: int) -> list[Point]:
    """Towns of the gazetteer within 10 km of a lane."""
    index, network, pick = open_index(), open_network(), random.Random(1)  # noqa: S311 - a sample, no secret
    found: list[Point] = []
    while len(found) < count:
        place = index.place(pick.randrange(index.count))
        if place.kind == "city" and place.population > 5000 and network.near(place.lon, place.lat, 1)[1][0] < 10:
            found.append((place.lon, place.lat))
    return found


def cold(setup: str) -> tuple[float, float]:
    """Seconds to the first route and megabytes added, in a fresh process: the medians of three."""
    runs = []
    for _ in range(3):
        call = [sys.executable, "-c", COLD.format(setup=setup)]
        done = subprocess.run(call, capture_output=True, check=True)  # noqa: S603 - our own words
        runs.append(json.loads(done.stdout))
    return statistics.median(r[0] for r in runs), statistics.median(r[1] for r in runs)


def meets_coast(line: np.ndarray) -> bool:
    """Tell whether a line, as drawn, meets the coast elsewhere than at a canal."""
    network = open_network()
    canals = network.points[network.canal > 0]
    legs = np.flatnonzero(open_coast().crosses(np.asarray(line, float)))
    middles = (np.asarray(line)[legs] + np.asarray(line)[legs + 1]) / 2
    gaps = np.hypot(wrap(middles[:, None, 0] - canals[None, :, 0]), middles[:, None, 1] - canals[None, :, 1])
    return bool((gaps.min(axis=1, initial=np.inf) > CANAL_DEG).any())


def timed(ask: Callable[[Point, Point], np.ndarray], pairs: list[tuple[Point, Point]]) -> dict[str, float]:
    """First and warm times in milliseconds, and how many lines meet the coast off their ends."""
    first, warm, met = [], [], 0
    for one, two in pairs:
        runs = []
        for _ in range(4):
            begin = time.perf_counter()
            line = ask(one, two)
            runs.append(1000 * (time.perf_counter() - begin))
        first.append(runs[0])
        warm.append(statistics.median(runs[1:]))
        met += meets_coast(line)
    warm.sort()
    return {
        "warm median ms": statistics.median(warm),
        "warm p99 ms": warm[min(len(warm) - 1, int(0.99 * len(warm)))],
        "never seen, median ms": statistics.median(first),
        "lines that meet the coast, %": 100 * met / len(pairs),
    }


def main() -> None:
    """Print the table."""
    import searoute

    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    ends = ports(2 * count)
    pairs = []
    for one, two in zip(ends[::2], ends[1::2], strict=True):
        try:
            atlas.sea_route(one, two)
        except atlas.NoSeaRoute:
            continue
        pairs.append((one, two))
    from dateline.atlas.landfall import landfall

    landfall.cache_clear()  # the pairs are to be unseen again

    def of_searoute(one: Point, two: Point) -> np.ndarray:
        return np.array(searoute.searoute(list(one), list(two))["geometry"]["coordinates"])

    rows = {
        "dateline": timed(lambda one, two: atlas.sea_route(one, two).lonlat, pairs),
        "searoute": timed(of_searoute, pairs),
    }
    for name, setup in SETUPS.items():
        rows[name]["first route, s"], rows[name]["added MB"] = cold(setup)
    print(f"{len(pairs)} pairs of places by the sea; canals left out of the coast")
    print(f"{'':32}{'dateline':>10}{'searoute':>10}{'ratio':>8}")
    for name, own in rows["dateline"].items():
        other = rows["searoute"][name]
        print(f"{name:32}{own:10.2f}{other:10.2f}{own / other if other else float('nan'):8.2f}")


if __name__ == "__main__":
    main()
