"""What sentences tell: each frame finds its own examples, and nothing is found where nothing moves."""

import tomllib
from collections import Counter
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.reading.events.frame_table import frames
from dateline.reading.events.frames import finds
from dateline.reading.places.geoparse import geoparse
from dateline.reading.text.article import parse

EXAMPLES = tomllib.loads(files("dateline.reading").joinpath("tables/frames.toml").read_text("utf-8"))["examples"]
ROLES = ("mover", "goods", "actor", "from", "to", "via", "place", "about")


def read(text):
    article = parse(text)
    return finds(article, mentions=geoparse(article))


def spelt(find, text):
    """A find as the examples write it."""
    roles = {role: [text[slice(*span)] for span in spans] for role, spans in find.roles.items()}
    for leg in find.legs:
        ends = {"from": [leg.from_], "to": [leg.to], "via": leg.via}
        for role, spans in ends.items():
            roles.setdefault(role, []).extend(text[slice(*span)] for span in spans if span)
    told = [f"{role}={', '.join(roles[role])}" for role in ROLES if roles.get(role)]
    return " ".join([find.kind, text[slice(*find.trigger)], *told])


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["text"][:50])
def test_the_frames_find_their_own_examples(example):
    """Each example lists all that its text tells, in order."""
    assert [spelt(find, example["text"]) for find in read(example["text"])] == example["found"]


def test_every_frame_has_three_examples_and_one_of_them_finds_nothing():
    counted = Counter(example["frame"] for example in EXAMPLES)
    without = {example["frame"] for example in EXAMPLES if not example["found"]}
    assert {frame.name: counted[frame.name] >= 3 for frame in frames()} == {frame.name: True for frame in frames()}
    assert {frame.name for frame in frames()} == without


@pytest.mark.parametrize(
    "text",
    [
        "The minister spoke in Paris about taxes and gave an interview.",
        "London won the match in Rome; the win came after a poor year.",
        "The road from Oslo to Bergen is shut.",
        "He came to power in Chile in 1990 and entered talks with his rivals.",
        "Prices in Japan rose from last year's level to a record.",
    ],
)
def test_nothing_is_found_where_nothing_moves(text):
    assert read(text) == []


def test_legs_stand_in_the_order_of_the_way():
    text = "After leaving Malta, the ferry sailed to Tunis."
    (found,) = read(text)
    assert [(leg.from_ and text[slice(*leg.from_)], leg.to and text[slice(*leg.to)]) for leg in found.legs] in (
        [("Malta", None), (None, "Tunis")],
        [("Malta", "Tunis")],
    )


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from([
            "ships", "left", "Malta", "for", "Tunis", "and", ",", "which", "to", "sail", "sailing",
            "the", "was", "sent", "from", "by", "“", "”", "'s", "-", "40", "tonnes", "of", "that",
            "(", ")", "before", "GRAIN", "not", ".",
        ])
    )
)  # fmt: skip
def test_any_order_of_words_is_read_and_every_span_stands_in_its_sentence(words):
    text = " ".join(["Kenya", *words])
    for find in read(text):
        spans = [find.trigger, *(span for spans in find.roles.values() for span in spans)]
        assert all(find.evidence[0] <= start < end <= find.evidence[1] for start, end in spans)


def test_a_venue_that_the_atlas_does_not_know_is_a_place_without_a_position():
    from dateline.reading.draft import draft

    article = parse("Okoro was flown to Baxter Memorial Hospital on Monday.")
    story = draft(article, mentions=geoparse(article))
    ends = [leg.to for event in story.events for leg in event.legs]
    assert [(story.places[end].name, story.places[end].lon) for end in ends] == [("Baxter Memorial Hospital", None)]
