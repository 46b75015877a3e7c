"""How far nodes reach: how long the shortest ways are that pass them in their middle; and landmarks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]
    Bools = NDArray[np.bool_]

LANDMARKS = 9
FAR_KM = 65535


def graph_of(count: int, one: Ints, two: Ints, cost: Floats) -> csr_matrix:
    """The graph in both directions, edges of infinite cost left out."""
    open_ = np.isfinite(cost)
    one, two, cost = one[open_], two[open_], cost[open_]
    both = (np.concatenate([one, two]), np.concatenate([two, one]))
    return csr_matrix((np.concatenate([cost, cost]), both), shape=(count, count))


def spread(candidates: Ints, count: int) -> Ints:
    """Some of the candidates, evenly over the table (which is ordered by place)."""
    return candidates[np.linspace(0, len(candidates) - 1, count).astype(np.int64)]


def reaches(graph: csr_matrix, sources: Ints) -> tuple[Floats, Ints]:
    """
    Lay trees of shortest ways.

    Returns
    -------
    reach, used
        For each node the greatest, over all trees, of the lesser of what lies before and behind; and the steps of all
        trees, as ``lesser node * size + greater node``.
    """
    size = graph.shape[0]
    reach = np.zeros(size)
    used: Ints = np.empty(0, np.int64)
    nodes = np.arange(size)
    for km, behind, before in _trees(graph, sources):
        np.maximum(reach, np.minimum(km, behind), out=reach)
        kept = before >= 0
        step = np.minimum(nodes, before) * size + np.maximum(nodes, before)
        used = np.union1d(used, step[kept])
    return reach, used


def _trees(graph: csr_matrix, sources: Ints) -> Iterator[tuple[Floats, Floats, Ints]]:
    """For each source how far each node is, how far its tree goes on behind it, and what comes before it (or -1)."""
    for source in sources:
        km, before = dijkstra(graph, indices=int(source), return_predecessors=True)
        before = before.astype(np.int64)
        reached = np.flatnonzero(before >= 0)
        up = np.where(before >= 0, before, np.arange(len(km)))
        depth = (before >= 0).astype(np.int64)
        while (up[up] != up).any():  # each round doubles the stretch that has been counted
            depth, up = depth + depth[up], up[up]
        farthest = np.where(np.isfinite(km), km, 0.0)
        order = reached[np.argsort(-depth[reached], kind="stable")]
        bounds = np.flatnonzero(np.diff(depth[order])) + 1
        for level in np.split(order, bounds):
            np.maximum.at(farthest, before[level], farthest[level])
        yield km, np.where(np.isfinite(km), farthest - km, -1.0), before


def landmarks(graph: csr_matrix, allowed: Bools) -> Ints:
    """From some nodes far from each other the least cost to every node in whole km."""
    km = dijkstra(graph, indices=int(np.flatnonzero(allowed)[0]))
    least = np.where(np.isfinite(km) & allowed, km, -1.0)
    rows = []
    for number in range(LANDMARKS):
        node = int(least.argmax())
        km = dijkstra(graph, indices=node)
        rows.append(np.where(np.isfinite(km), np.round(km), FAR_KM))
        own = np.where(np.isfinite(km) & allowed, km, -1.0)
        least = own if not number else np.minimum(least, own)
    return np.array(rows).astype(np.int64)
