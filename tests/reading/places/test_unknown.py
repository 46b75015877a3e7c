"""Names that no list has: found where a text says that they are places, and nowhere twice."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.reading.places.names import find_spans
from dateline.reading.places.unknown import unknown_names

MADE = st.builds(
    lambda first, rest: first + rest + "vq", st.sampled_from("BKQXZ"), st.text("aeiorln", min_size=3, max_size=6)
)


@given(MADE)
def test_a_noun_of_place_a_state_and_a_dateline_make_a_place_of_any_word(name):
    """Whatever the word, what stands beside it says that it is a place, and the offsets are those of the text."""
    for text in (
        f"Rain fell on the {name} district all night.",
        f"Nora Hale of {name}, Ohio, won.",
        f"He moved to {name}, a small town by the sea.",
    ):
        found = [span for span in find_spans(text) if span.sort == "unknown"]
        assert [text[span.start : span.end] for span in found] == [name], text
        assert any(cue.startswith("rule: ") for cue in found[0].told())
    shouted = f"{name.upper()} - The school burnt down."
    assert [span.text for span in find_spans(shouted) if span.sort == "unknown"] == [name.upper()]


@given(st.lists(MADE, min_size=2, max_size=4, unique=True))
def test_all_of_a_list_before_a_plural_are_places(names):
    """Before "districts" each of "A, B and C" is one."""
    text = f"Mud ran through the {', '.join(names[:-1])} and {names[-1]} districts."
    assert sorted(span.text for span in find_spans(text) if span.sort == "unknown") == sorted(names)


@pytest.mark.parametrize(
    "text", ["Several residents left.", "The School district closed early.", "In October-December quarter sales"]
)
def test_words_of_the_dictionary_are_made_no_places_by_a_noun(text):
    """A capital at the head of a sentence is no name."""
    assert not [span for span in find_spans(text) if any(cue.startswith("rule: a noun") for cue in span.told())]


def test_every_preposition_of_place_leads_to_a_name_and_no_word_that_ends_like_one():
    """A no-break space is a space, and a capital is no part of what it follows."""
    for word in (
        "in",
        "At",
        "near",
        "From",
        "around",
        "outside",
        "to",
        "of",
        "Between",
        "through",
        "toward",
        "towards",
    ):
        for gap in (" ", "\u00a0", " the "):
            text = f"They sat {word}{gap}Orlec."
            assert [text[span.start : span.end] for span in unknown_names(text, [], [])] == ["Orlec"]
            assert not unknown_names(f"They sat x{word}{gap}Orlec.", [], [])


@pytest.mark.parametrize("faith", ["Shiite", "Druze", "Hindu", "Yazidi"])
def test_what_people_believe_names_no_town(faith):
    """Of "the Shiite town of Najaf" Najaf alone is a place."""
    text = f"She flew to the {faith} town of Najaf."
    assert [span.text for span in find_spans(text) if span.sort == "unknown"] == []
