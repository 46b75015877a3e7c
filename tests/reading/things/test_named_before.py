"""The venue that "the hospital" points back to, where only one of its kind was named."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.reading.things.named_before import venue_meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("He is at Orlo Medical Center. She came to [the hospital].", "Orlo Medical Center"),
        ("East Orlo Middle School is open. She drove to [the school].", "East Orlo Middle School"),
        ("Orlo Township is poor. Money went to [the township].", "Orlo Township"),
        ("He was held in the Leeds jail. He left [the jail].", "Leeds jail"),
        ("St. Mary's Church is old. They went to [the church].", "St. Mary's Church"),
        ("The Orlo Health and Rehab Center burned. They fled [the 90-bed facility].", "Orlo Health and Rehab Center"),
        ("Orlo Memorial Hospital burned. Memorial Hospital is old. They fled [the hospital].", "Memorial Hospital"),
        # Two of a kind, another of its kind, none that was named, or a word of a longer name.
        ("He is at Orlo Hospital, she at Mercy Hospital. Both left [the hospital].", None),
        ("He left Orlo Hospital. He was taken to a nearby hospital. He left [the hospital].", None),
        ("The hospital is old. She left [the hospital].", None),
        ("The Orlo School District met. She left [the school].", None),
        ("Orlo Hospital is old. She left [the school].", None),
        ("Orlo Hospital is old. She left [the local hospital].", None),
        ("She left [the hospital]. Orlo Hospital is old.", None),
    ],
)
def test_a_noun_means_the_only_venue_of_its_kind(text, meant):
    start, end = text.index("["), text.index("]") - 1
    text = re.sub(r"[\[\]]", "", text)
    found = venue_meant(text, start, end)
    assert (text[slice(*found)] if found else None) == meant


@given(st.lists(st.sampled_from(["The", "the", "Orlo", "hospital", "Hospital", "of", "School", "a", "St.", "."])))
def test_a_venue_stands_before_the_noun(words):
    text = " ".join([*words, "the hospital"])
    start = len(text) - len("the hospital")
    found = venue_meant(text, start, len(text))
    assert found is None or 0 <= found[0] < found[1] <= start
