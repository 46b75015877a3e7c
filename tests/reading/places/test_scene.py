"""Of the spans of a text those are chosen that its names are most likely to be."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from dateline.reading.places import scene
from dateline.reading.places.span import Span


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 9), st.integers(-2, 5)), max_size=12))
def test_the_best_of_all_that_overlap_are_chosen(made):
    """Looking at one heap of overlapping spans after the other chooses what looking at all at once does."""
    spans = [Span(start, start + size, "x" * size, "name", None) for start, size, _ in made]
    for span, (_, _, score) in zip(spans, made, strict=True):
        span.score = float(score)
    spans.sort(key=lambda span: (span.start, -span.end))
    chosen = scene._choose(spans)
    assert chosen == scene._best([span for span in spans if span.score > scene._THRESHOLD])
    assert all(one.end <= two.start for one, two in itertools.pairwise(chosen))
