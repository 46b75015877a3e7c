"""No sentence is passed over that a frame would have told something of."""

import tomllib
from importlib.resources import files

import pytest

from dateline.reading.events.gates import may_tell, tells
from dateline.reading.grammar.chunks import tagged_words
from dateline.reading.places.geoparse import geoparse
from dateline.reading.text.article import parse
from dateline.reading.text.sentences import tokens

EXAMPLES = tomllib.loads(files("dateline.reading").joinpath("tables/frames.toml").read_text("utf-8"))["examples"]


def is_let_through(text):
    """Whether any sentence of a text is."""
    article = parse(text)
    names = [(m.start, m.end) for m in geoparse(article) if m.sort != "demonym"]
    for sentence in article.sentences:
        run = tokens(text, sentence.start, sentence.end)
        low = [token.low for token in run]
        if may_tell(low) and tells(tagged_words(run, names=names), low):
            return True
    return False


@pytest.mark.parametrize(
    "text", [example["text"] for example in EXAMPLES if example["found"]], ids=lambda text: text[:50]
)
def test_what_a_frame_finds_is_let_through(text):
    assert is_let_through(text)


@pytest.mark.parametrize(
    "text",
    [
        "In March prices in Bari hurt many.",
        "The open letter named Bari and the Home Office.",
        "Chad has a long history.",
    ],
)
def test_words_that_tell_nothing_here_are_passed_over(text):
    assert not is_let_through(text)
