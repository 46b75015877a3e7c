"""Another recogniser says which words are names; what they mean is still decided by the whole text."""

from __future__ import annotations

import sys

import pytest

from dateline.errors import DatelineError
from dateline.reading.places.geoparse import geoparse
from dateline.reading.places.recognizer import SpacyRecognizer
from dateline.reading.text.article import parse

TEXT = "The ferry from Springfield reached the Port of Orlecko in Illinois on Monday."


def test_the_names_that_it_gives_are_the_names():
    spans = [(TEXT.index(name), TEXT.index(name) + len(name)) for name in ("Springfield", "Illinois")]
    found = geoparse(parse(TEXT), recognizer=lambda _: spans)
    assert [(t.text, t.place.admin1) for t in found] == [("Springfield", "US.IL"), ("Illinois", "US.IL")]


def test_of_two_that_overlap_the_first_is_kept():
    found = geoparse(parse(TEXT), recognizer=lambda _: [(15, 26), (20, 30), (5, 5)])
    assert [t.text for t in found] == ["Springfield"]


def test_spacy_entities_become_mentions():
    """A blank pipeline with an entity ruler: no model is loaded."""
    spacy = pytest.importorskip("spacy")
    pipeline = spacy.blank("en")
    pipeline.add_pipe("entity_ruler").add_patterns(
        [
            {"label": "GPE", "pattern": "Springfield"},
            {"label": "FAC", "pattern": "the Port of Orlecko"},
            {"label": "DATE", "pattern": "Monday"},
        ]
    )
    found = geoparse(parse(TEXT), recognizer=SpacyRecognizer(pipeline))
    assert [t.text for t in found] == ["Springfield", "Port of Orlecko"]


def test_a_missing_pipeline_is_told_with_the_way_out():
    pytest.importorskip("spacy")
    with pytest.raises(DatelineError, match="no pipeline 'no_such_model'; python -m spacy download"):
        SpacyRecognizer("no_such_model")


def test_a_missing_spacy_is_told_with_the_way_out(monkeypatch):
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(DatelineError, match=r"dateline\[spacy\]"):
        SpacyRecognizer("en_core_web_sm")
