"""What nouns name: the classes a dictionary gives them, whatever their number, and nothing for what is no noun."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.reading.text.nouns import noun_classes, noun_share


@pytest.mark.parametrize(
    ("word", "plural", "name"),
    [  # the first sense in WordNet 3.0
        pytest.param("nurse", "nurses", "person", id="nurse"),
        pytest.param("dentist", "dentists", "person", id="dentist"),
        pytest.param("child", "children", "person", id="child"),
        pytest.param("horse", "horses", "animal", id="horse"),
        pytest.param("goose", "geese", "animal", id="goose"),
        pytest.param("cheese", "cheeses", "food", id="cheese"),
        pytest.param("hammer", "hammers", "artifact", id="hammer"),
        pytest.param("oak", "oaks", "plant", id="oak"),
        pytest.param("elbow", "elbows", "body", id="elbow"),
    ],
)
def test_a_noun_is_of_the_class_of_its_first_sense_in_either_number(word, plural, name):
    assert name in noun_classes(word)
    assert noun_classes(plural) == noun_classes(word)


@pytest.mark.parametrize("word", ["truck", "lorry", "tankers"])
def test_what_carries_goods_is_a_vehicle(word):
    """A class of the reader's own, where WordNet knows artifacts alone."""
    assert noun_classes(word) == {"vehicle"}


@given(st.text(max_size=12))
def test_any_word_has_known_classes_or_none_and_a_share(word):
    """Nothing raises; a share is a share."""
    assert all(isinstance(name, str) and name.isidentifier() for name in noun_classes(word))
    assert 0 < noun_share(word) < 1


@pytest.mark.parametrize("word", ["", "the", "xqzt", "quickly", "1,200"])
def test_what_is_no_noun_has_no_class(word):
    assert noun_classes(word) == frozenset()


def test_how_often_a_word_is_a_noun_orders_nouns_before_verbs():
    """Which are more often nouns, as the tagged corpora behind WordNet count them; the unknown lie between."""
    nouns, verbs = ("house", "water", "state"), ("go", "say", "leave")
    assert min(map(noun_share, nouns)) > noun_share("xqzt") == 0.5 > max(map(noun_share, verbs))
