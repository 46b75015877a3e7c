"""A* with landmarks over a graph, through gates: the cheapest way that does what it has to on its way."""

from __future__ import annotations

from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING, Any

import numpy as np

from dateline.atlas.geodesy import EARTH_RADIUS_KM

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Links = tuple[tuple[int, float], ...]

__all__ = ["Gate", "Variant", "search"]

_AIMS = 48  # tables kept
_SLACK_KM = 4.0  # landmarks are rounded to steps of so much


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


@dataclass(frozen=True, slots=True, eq=False)
class Variant:
    """
    A graph in rows (the edges of a node lie together), and what helps to search it.

    Attributes
    ----------
    first, end, cost
        Where the edges of a node begin; where each leads; what it costs (infinite: shut).
    vectors
        N x 3: where the nodes are on the unit sphere.
    landmarks
        L x N: the least cost between each landmark and each node; None where it is not known.
    reach
        For each node the greatest, over the cheapest ways that pass it, of the lesser of what lies before and behind; a
        way that is farther from both its ends than that need not pass it.
    """

    first: NDArray[np.int32]
    end: NDArray[np.int32]
    cost: NDArray[np.float32]
    vectors: NDArray[np.float64]
    landmarks: NDArray[np.float32] | None
    reach: NDArray[np.float32]
    aims: dict[Links, NDArray[np.float32]] = field(default_factory=dict)

    def left(self, links: Links) -> NDArray[np.float32]:
        """
        Work out how much is left at least from every node to a goal.

        Parameters
        ----------
        links
            Nodes, and what it costs from them to the goal.
        """
        if links in self.aims:
            return self.aims[links]
        nodes, extra = np.array([n for n, _ in links]), np.array([c for _, c in links], np.float32)
        out = self._as_the_crow_flies(nodes) if self.landmarks is None else _promised(self.landmarks, nodes, extra)
        if len(self.aims) >= _AIMS:
            del self.aims[next(iter(self.aims))]
        self.aims[links] = out
        return out

    def _as_the_crow_flies(self, nodes: NDArray[np.int64]) -> NDArray[np.float32]:
        """The distance to the middle of the goal's nodes, less how far they lie from it."""
        middle = self.vectors[nodes].mean(axis=0)
        middle /= max(float(np.linalg.norm(middle)), 1e-9)
        km = 2 * EARTH_RADIUS_KM * np.arcsin(np.clip(np.linalg.norm(self.vectors - middle, axis=1) / 2, 0, 1))
        return np.asarray(np.maximum(km - km[nodes].max() - _SLACK_KM, 0), dtype=np.float32)


def _promised(
    landmarks: NDArray[np.float32], nodes: NDArray[np.int64], extra: NDArray[np.float32]
) -> NDArray[np.float32]:
    """What is left at least from every node, by the landmarks."""
    there = landmarks[:, nodes]
    low, high = (there + extra).min(axis=1), (there - extra).max(axis=1)
    out, step = np.zeros(landmarks.shape[1], np.float32), np.empty(landmarks.shape[1], np.float32)
    for row, middle, half in zip(landmarks, (low + high) / 2, (high - low) / 2, strict=True):
        np.subtract(row, middle, out=step)
        np.abs(step, out=step)
        step -= half
        np.maximum(out, step, out=out)
    return np.asarray(np.maximum(out - np.float32(_SLACK_KM), 0), dtype=np.float32)


def search(graph: Variant, starts: Links, goals: Links, gates: Sequence[Gate]) -> tuple[list[int], float] | None:
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
    if not gates:
        found = _direct(graph, starts, goals, graph.reach)
        return _direct(graph, starts, goals, np.full_like(graph.reach, np.inf)) if found is None else found
    found = _search(graph, starts, goals, gates, pruned=True)
    return _search(graph, starts, goals, gates, pruned=False) if found is None else found


def _direct(graph: Variant, starts: Links, goals: Links, reach: NDArray[np.float32]) -> tuple[list[int], float] | None:
    """The same as `_search` without gates: most ways have none, and their inner loop is what takes the time."""
    left, far = _view(graph.left(goals)), _view(reach)
    first, end, cost = _view(graph.first), _view(graph.end), _view(graph.cost)
    final = dict(goals)
    best = dict(starts)
    before: dict[int, int] = {}
    queue = [(price + left[node], price, node) for node, price in starts]
    heapify(queue)
    found, found_cost = -1, np.inf
    least = best.get
    while queue:
        guess, price, node = heappop(queue)
        if guess >= found_cost:
            break
        if price > best[node]:
            continue
        if node in final and price + final[node] < found_cost:
            found, found_cost = node, price + final[node]
        begin, stop = first[node], first[node + 1]
        for other, step in zip(end[begin:stop].tolist(), cost[begin:stop].tolist(), strict=True):
            total = price + step
            if total < least(other, 1e9):
                rest = left[other]
                if total <= far[other] or rest <= far[other]:
                    best[other] = total
                    before[other] = node
                    heappush(queue, (total + rest, total, other))
    return None if found < 0 else (_back(found, before, len(graph.first)), found_cost)


def _search(
    graph: Variant, starts: Links, goals: Links, gates: Sequence[Gate], *, pruned: bool
) -> tuple[list[int], float] | None:
    size, last = len(graph.first) - 1, len(gates)
    left, alone = _left(graph, goals, gates)
    first, end, cost, reach = _view(graph.first), _view(graph.end), _view(graph.cost), _view(graph.reach)
    final = dict(goals)
    steps = [gate.steps for gate in gates]
    touched = [frozenset() if gate.steps else frozenset(gate.nodes) for gate in gates]
    best: dict[int, float] = {}
    before: dict[int, int] = {}
    entered: dict[int, float] = {}  # what the way had cost at its last gate
    queue: list[tuple[float, float, int]] = []
    for node, price in starts:
        layer = _behind(node, 0, touched)
        if price < best.get(layer * size + node, np.inf):
            best[layer * size + node] = price
            heappush(queue, (price + left[layer][node], price, layer * size + node))
    found, found_cost = -1, np.inf
    least = best.get
    while queue:
        guess, price, state = heappop(queue)
        if guess >= found_cost:
            break
        if price > best[state]:
            continue
        layer, node = divmod(state, size)
        if layer == last and node in final and price + final[node] < found_cost:
            found, found_cost = state, price + final[node]
        begin, stop, ahead = first[node], first[node + 1], left[layer]
        since = entered.get(state, 0.0)
        for other, step in zip(end[begin:stop].tolist(), cost[begin:stop].tolist(), strict=True):
            total = price + step
            if layer == last:
                at, target, rest = layer, layer * size + other, ahead[other]
            else:
                at = _behind(other, layer + (node * size + other in steps[layer]), touched)
                target, rest = at * size + other, left[at][other]
            if total >= least(target, 1e9):
                continue
            if pruned and at == layer and total - since > (far := reach[other]) and alone[at][other] > far:
                continue
            best[target] = total
            before[target] = state
            if last:
                entered[target] = since if at == layer else total
            heappush(queue, (total + rest, total, target))
    return None if found < 0 else (_back(found, before, size), found_cost)


def _behind(node: int, layer: int, touched: Sequence[frozenset[int]]) -> int:
    """How many gates are behind when a node is reached."""
    while layer < len(touched) and node in touched[layer]:
        layer += 1
    return layer


def _back(state: int, before: dict[int, int], size: int) -> list[int]:
    """The nodes of the way to a state."""
    way = [state]
    while way[-1] in before:
        way.append(before[way[-1]])
    return [each % size for each in reversed(way)]


def _view(numbers: NDArray[Any]) -> memoryview[Any]:
    """Numbers that are read one at a time: several times faster than from the array."""
    return memoryview(numbers)  # type: ignore[arg-type]


def _left(graph: Variant, goals: Links, gates: Sequence[Gate]) -> tuple[list[memoryview[Any]], list[memoryview[Any]]]:
    """For each number of gates behind what is left at least from each node: in all, and to the next gate."""
    aims = [tuple((node, 0.0) for node in gate.nodes) for gate in gates]
    tables = [graph.left(links) for links in (*aims, goals)]
    beyond = 0.0  # from a gate to the goal at least
    out = [_view(tables[-1])]
    for table, following, gate in zip(tables[-2::-1], tables[:0:-1], gates[::-1], strict=True):
        beyond += float(following[list(gate.nodes)].min())
        out.append(_view(table + np.float32(beyond)))
    return out[::-1], [_view(table) for table in tables]
