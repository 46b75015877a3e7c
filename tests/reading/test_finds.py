"""What sentences tell: each frame finds its own examples, and nothing is found where nothing moves."""

import tomllib
from importlib.resources import files

import pytest

from dateline.reading.article import parse
from dateline.reading.finds import finds
from dateline.reading.geoparse import geoparse

EXAMPLES = tomllib.loads(files("dateline.reading").joinpath("finds.toml").read_text("utf-8"))["examples"]
ROLES = ("mover", "goods", "actor", "from", "to", "via", "place", "about")


def read(text):
    article = parse(text)
    return finds(article, mentions=geoparse(article))


def spelt(find, text):
    """A find as the examples write it."""
    roles = {role: [text[slice(*span)] for span in spans] for role, spans in find.roles.items()}
    for leg in find.legs:
        ends = {"from": [leg.from_], "to": [leg.to], "via": leg.via}
        roles |= {role: [text[slice(*span)] for span in spans if span] for role, spans in ends.items()}
    told = [f"{role}={', '.join(roles[role])}" for role in ROLES if roles.get(role)]
    return " ".join([find.kind, text[slice(*find.trigger)], *told])


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["text"][:50])
def test_the_frames_find_their_own_examples(example):
    """Each example lists all that its text tells, in order."""
    assert [spelt(find, example["text"]) for find in read(example["text"])] == example["found"]


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
