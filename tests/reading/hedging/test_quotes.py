"""What is quoted: marks that open, close, are missing or open anew, whatever form they have."""

import pytest

from dateline.reading.hedging.quotes import quotes
from dateline.reading.text.article import parse


def found(text):
    return [text[start:end] for start, end in quotes(parse(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param('"We left," Roa said. "We ran."', ["We left,", "We ran."], id="straight marks"),
        pytest.param('"We left. "We ran," Roa said. It rained.', ["We left.", "We ran,"], id="opened anew"),
        pytest.param("“We left. “We ran,” Roa said. It rained.", ["We left.", "We ran,"], id="curly marks opened anew"),
        pytest.param('Roa said: "We left. It rained. It was late.', ["We left."], id="never closed, in a paragraph"),
        pytest.param('Roa left," he said. "We ran." It rained.', ["We ran."], id="closed, never opened"),
        pytest.param("“He said “go” to us,” Roa said.", ["He said “go"], id="within another"),
        pytest.param('A 6" pipe and a "flying" saucer.', ["flying"], id="inches"),
    ],
)
def test_what_is_quoted_ends_where_its_marks_or_its_sentence_do(text, expected):
    assert found(text) == expected


def test_a_paragraph_that_a_quote_opens_is_quoted_to_its_end():
    """A long quote opens each paragraph anew and closes the last one alone."""
    text = 'The mayor spoke in Lima.\n\n"We left. We ran.\n\n"We fell," she said. It rained.'
    assert found(text) == ["We left. We ran.", "We fell,"]


def test_a_quote_goes_on_to_a_paragraph_that_another_opens():
    text = 'Ana Roa said: "We left. We ran.\n\n"We fell." It rained.'
    assert found(text) == ["We left. We ran.", "We fell."]
