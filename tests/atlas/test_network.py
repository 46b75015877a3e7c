from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.atlas.geodesy import distance_km
from dateline.atlas.network import STEP_DEG, chords, drawn, open_network, unit

points = st.lists(st.tuples(st.floats(-180, 180), st.floats(-80, 80)), min_size=2, max_size=6, unique=True)


@settings(max_examples=60, deadline=None)
@given(points)
def test_a_drawn_line_keeps_its_knots_and_never_jumps(knots):
    knots = np.array(knots)
    leg, line = drawn(knots)
    assert len(leg) == len(line) - 1
    assert np.abs(np.diff(line[:, 0])).max() <= 180 + 1e-9
    at = np.concatenate([[True], np.diff(leg) > 0, [True]])
    assert unit(line[at]) == pytest.approx(unit(knots), abs=1e-9)


@settings(max_examples=60, deadline=None)
@given(points.filter(lambda knots: np.linalg.norm(np.diff(unit(np.array(knots)), axis=0), axis=1).max() < 1.9))
def test_a_drawn_line_is_as_long_as_the_great_circles_it_stands_for(knots):
    knots = np.array(knots)
    _, line = drawn(knots)
    whole = float(distance_km(knots[:-1], knots[1:]).sum())
    assert float(distance_km(line[:-1], line[1:]).sum()) == pytest.approx(whole, rel=1e-3, abs=0.01)


@settings(max_examples=60, deadline=None)
@given(st.tuples(st.floats(-180, 180), st.floats(-75, 75)), st.tuples(st.floats(-20, 20), st.floats(-4, 4)))
def test_the_pieces_of_a_chord_are_short_and_join_its_ends(start, step):
    one = np.array([start])
    two = one + step
    owner, pieces = chords(one, two)
    assert (owner == 0).all()
    assert np.abs(pieces[:, 1] - pieces[:, 0]).max() <= STEP_DEG * 1.5
    ends = np.concatenate([pieces[:, 0], pieces[:, 1]])
    for asked in (one, two):
        assert np.linalg.norm(unit(ends) - unit(asked), axis=1).min() == pytest.approx(0, abs=1e-9)


def test_the_nearest_nodes_come_in_order_with_true_distances():
    network = open_network()
    nodes, km = network.near(103.8, 1.2, 30)
    every = distance_km(np.broadcast_to([103.8, 1.2], network.points.shape), network.points)
    assert (np.diff(km) >= 0).all()
    assert km == pytest.approx(np.sort(every)[:30], rel=0.01, abs=0.05)
    assert every[nodes] == pytest.approx(km, rel=0.01, abs=0.05)
