from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.atlas.geodesy import EARTH_RADIUS_KM
from dateline.atlas.network import unit
from dateline.atlas.search import Gate, Variant, search


@st.composite
def graphs(draw):
    """A few points of the globe, some pairs of them joined at a cost of the distance or more."""
    size = draw(st.integers(2, 9))
    seed = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    vectors = unit(np.column_stack([seed.uniform(-180, 180, size), np.degrees(np.arcsin(seed.uniform(-1, 1, size)))]))
    km = 2 * EARTH_RADIUS_KM * np.arcsin(np.linalg.norm(vectors[:, None] - vectors, axis=2) / 2)
    cost = np.where(seed.random((size, size)) < 0.5, km * seed.uniform(1, 2, (size, size)), np.inf)
    cost = np.minimum(cost, cost.T)
    np.fill_diagonal(cost, np.inf)
    return vectors, cost


def variant(vectors, cost) -> Variant:
    one, two = np.nonzero(np.isfinite(cost))
    first = np.concatenate([[0], np.cumsum(np.bincount(one, minlength=len(cost)))]).astype(np.int32)
    everywhere = np.full(len(cost), np.inf, np.float32)
    return Variant(first, two.astype(np.int32), cost[one, two].astype(np.float32), vectors, None, everywhere)


def all_pairs(cost):
    """Floyd and Warshall's least costs."""
    out = cost.copy()
    np.fill_diagonal(out, 0)
    for over in range(len(out)):
        out = np.minimum(out, out[:, [over]] + out[[over]])
    return out


@settings(max_examples=150, deadline=None)
@given(graphs())
def test_the_cheapest_way_costs_what_all_pairs_say(graph):
    vectors, cost = graph
    found = search(variant(vectors, cost), ((0, 0.0),), ((len(cost) - 1, 0.0),), ())
    least = all_pairs(cost)[0, -1]
    if not np.isfinite(least):
        assert found is None
        return
    way, price = found
    assert price == pytest.approx(least, rel=1e-5, abs=1e-2)
    assert way[0] == 0
    assert way[-1] == len(cost) - 1
    assert sum(cost[one, two] for one, two in pairwise(way)) == pytest.approx(price, rel=1e-5, abs=1e-2)


@settings(max_examples=150, deadline=None)
@given(graphs(), st.data())
def test_a_way_through_gates_touches_them_in_their_order(graph, data):
    vectors, cost = graph
    over = data.draw(st.lists(st.integers(0, len(cost) - 1), min_size=1, max_size=2))
    found = search(
        variant(vectors, cost), ((0, 0.0),), ((len(cost) - 1, 0.0),), [Gate(frozenset(), (node,)) for node in over]
    )
    least = all_pairs(cost)
    stations = [0, *over, len(cost) - 1]
    total = sum(least[one, two] for one, two in pairwise(stations))
    if not np.isfinite(total):
        assert found is None
        return
    way, price = found
    assert price == pytest.approx(total, rel=1e-5, abs=1e-2)
    at = 0
    for node in over:
        at = way.index(node, at)  # a gate may stand where the one before it stood


def test_the_cost_of_reaching_the_first_and_leaving_the_last_node_counts():
    """Two ways of the same length; the links at the ends decide."""
    vectors = unit(np.array([[0.0, 0.0], [0.0, 1.0], [10.0, 0.0], [10.0, 1.0]]))
    cost = np.full((4, 4), np.inf)
    cost[0, 2] = cost[2, 0] = cost[1, 3] = cost[3, 1] = 1200.0
    starts, goals = ((0, 50.0), (1, 0.0)), ((2, 0.0), (3, 0.0))
    assert search(variant(vectors, cost), starts, goals, ()) == ([1, 3], 1200.0)
    assert search(variant(vectors, cost), ((0, 0.0), (1, 50.0)), goals, ()) == ([0, 2], 1200.0)
