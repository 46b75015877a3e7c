import re

import pytest

from dateline.drawing.style.words import LanguageError, languages, words
from dateline.story.model import STATUSES


def leaves(table, prefix=""):
    for key, value in table.items():
        if isinstance(value, dict):
            yield from leaves(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", value


@pytest.mark.parametrize("lang", languages())
def test_every_language_has_every_word_with_the_same_names_in_it(lang):
    """A word that is missing, or that loses a name such as {n}, fails here and not on a page."""
    english, other = dict(leaves(words("en").table)), dict(leaves(words(lang).table))
    assert english.keys() == other.keys()
    for key, word in english.items():
        assert set(re.findall(r"\{\w+\}", word)) == set(re.findall(r"\{\w+\}", other[key])), key


def test_the_legend_prints_the_definitions_of_the_model():
    """One vocabulary: the page's English definitions are those of the story document."""
    assert words("en").group("definition") == STATUSES


def test_what_is_filled_in_is_never_read_again():
    """A title may hold braces."""
    assert words("en")("goto_step", n=1, title="{n} {{7*191}}") == "Step 1: {n} {{7*191}}"


def test_an_unknown_language_is_named_with_those_that_there_are():
    """The way out is in the message."""
    with pytest.raises(LanguageError, match=r"'xx' is not one of de, en"):
        words("xx")
