"""A* with landmarks over a graph, through gates: the cheapest way that does what it has to on its way."""

from __future__ import annotations

from dataclasses import dataclass
from heapq import heappop, heappush
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

__all__ = ["Gate", "Variant", "search"]

_TELLING = 4  # landmarks used for one search
_SLACK_KM = 1.0  # landmarks are rounded to whole kilometres


@dataclass(frozen=True, slots=True)
class Gate:
    """
    What a way must do: take one of some steps, or touch one of some nodes.

    Attributes
    ----------
    steps
        Both directions of each edge over a passage's line, as ``from * size + to``; empty for nodes.
    nodes
        The nodes that fulfil it, or the ends of those edges.
    """

    steps: frozenset[int]
    nodes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Variant:
    """
    A graph in rows (the edges of a node lie together), and what helps to search it.

    Attributes
    ----------
    first, end, cost
        Where the edges of a node begin; where each leads; what it costs (infinite: shut).
    landmarks
        L x N: the least cost between each landmark and each node.
    """

    first: NDArray[np.int32]
    end: NDArray[np.int32]
    cost: NDArray[np.float32]
    landmarks: NDArray[np.float32]


def search(
    graph: Variant, starts: Sequence[tuple[int, float]], goals: Sequence[tuple[int, float]], gates: Sequence[Gate]
) -> tuple[list[int], float] | None:
    """
    Find the cheapest way.

    Parameters
    ----------
    starts, goals
        Nodes with what it costs to come from the start to them, and from them to the goal.
    gates
        What the way must do in between, in order.

    Returns
    -------
    way
        The nodes and the cost, or None. A state of the search is a node and how many gates are behind: so a way may
        pass a node twice when a gate asks for it.
    """
    size, last = len(graph.first) - 1, len(gates)
    left = _least_left(graph.landmarks, np.array([n for n, _ in starts]), goals, gates)
    first, end, cost = _view(graph.first), _view(graph.end), _view(graph.cost)
    final = dict(goals)
    steps = [gate.steps for gate in gates]
    touched = [frozenset() if gate.steps else frozenset(gate.nodes) for gate in gates]
    best: dict[int, float] = {}
    before: dict[int, int] = {}
    queue: list[tuple[float, float, int]] = []
    for node, price in starts:
        layer = 0
        while layer < last and node in touched[layer]:
            layer += 1
        if price < best.get(layer * size + node, np.inf):
            best[layer * size + node] = price
            heappush(queue, (price + left[layer][node], price, layer * size + node))
    found, found_cost = -1, np.inf
    while queue:
        guess, price, state = heappop(queue)
        if guess >= found_cost:
            break
        if price > best[state]:
            continue
        layer, node = divmod(state, size)
        if layer == last and node in final and price + final[node] < found_cost:
            found, found_cost = state, price + final[node]
        begin, stop = first[node], first[node + 1]
        for other, step in zip(end[begin:stop].tolist(), cost[begin:stop].tolist(), strict=True):
            total = price + step
            at = layer
            if at < last:
                if node * size + other in steps[at]:
                    at += 1
                while at < last and other in touched[at]:
                    at += 1
            target = at * size + other
            if total < best.get(target, 1e9):
                best[target] = total
                before[target] = state
                heappush(queue, (total + left[at][other], total, target))
    if found < 0:
        return None
    way = [found]
    while way[-1] in before:
        way.append(before[way[-1]])
    return [state % size for state in reversed(way)], found_cost


def _view(numbers: NDArray[Any]) -> memoryview[Any]:
    """Numbers that are read one at a time: several times faster than from the array."""
    return memoryview(numbers)  # type: ignore[arg-type]


def _least_left(
    landmarks: NDArray[np.float32],
    begin: NDArray[np.int64],
    goals: Sequence[tuple[int, float]],
    gates: Sequence[Gate],
) -> list[memoryview[Any]]:
    """For each number of gates behind, what is left at least from each node, by the landmarks that tell most."""
    aims = [(np.array(gate.nodes), np.zeros(len(gate.nodes))) for gate in gates]
    aims.append((np.array([n for n, _ in goals]), np.array([c for _, c in goals])))
    limits = []
    for nodes, extra in aims:
        there = landmarks[:, nodes]
        limits.append(((there + extra).min(axis=1), (there - extra).max(axis=1)))
    beyond = [0.0] * len(aims)  # from a gate to the goal at least
    for layer in range(len(gates) - 1, -1, -1):
        low, high = limits[layer + 1]
        there = landmarks[:, aims[layer][0]]
        least = np.maximum(low[:, None] - there, there - high[:, None]).max(axis=0).min()
        beyond[layer] = beyond[layer + 1] + max(0.0, float(least) - _SLACK_KM)
    out = []
    for (low, high), more in zip(limits, beyond, strict=True):
        gain = np.maximum(low - landmarks[:, begin].min(axis=1), landmarks[:, begin].max(axis=1) - high)
        left = np.full(landmarks.shape[1], _SLACK_KM, np.float32)
        for number in np.argsort(-gain, kind="stable")[:_TELLING]:
            np.maximum(left, low[number] - landmarks[number], out=left)
            np.maximum(left, landmarks[number] - high[number], out=left)
        out.append(_view(left + np.float32(more - _SLACK_KM)))
    return out
