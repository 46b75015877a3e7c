"""What points back: the words it means, or nothing where that is open."""

import re
import tomllib
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.reading.hedging.quotes import quotes
from dateline.reading.places.geoparse import geoparse
from dateline.reading.text.article import parse
from dateline.reading.text.sentences import tokens
from dateline.reading.things.reference import references

EXAMPLES = tomllib.loads(files("dateline.reading").joinpath("tables/reference.toml").read_text("utf-8"))["examples"]


def read(text):
    article = parse(text)
    runs = [tokens(text, sentence.start, sentence.end) for sentence in article.sentences]
    return references(text, runs, quoted=quotes(article))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["text"][:50])
def test_the_nouns_find_what_their_own_examples_mean(example):
    """The bracketed words mean the ones in braces, or nothing that is certain."""
    marked = example["text"]
    text = re.sub(r"[\[\]{}]", "", marked)
    pointing = re.search(r"\[(.*?)\]", marked).group(1)
    meant = re.search(r"\{(.*?)\}", marked)
    start = text.rindex(pointing)
    found = read(text).antecedent(start, start + len(pointing))
    assert (text[slice(*found)] if found else "-") == (meant.group(1) if meant else "-")


PIECES = "The the ship ships He it they Ana Ruiz general storm left . , of two and Mr country those"


@given(st.lists(st.sampled_from(PIECES.split()), max_size=30))
def test_any_words_point_back_only_and_the_search_ends(pieces):
    """An antecedent stands in the text before the words that mean it."""
    text = " ".join(pieces)
    found = read(text)
    for word in re.finditer(r"\S+", text):
        antecedent = found.antecedent(*word.span())
        assert antecedent is None or 0 <= antecedent[0] < antecedent[1] <= word.start()


def test_words_that_point_back_thousands_of_times_mean_the_first():
    """Each points to the one before it: the last means what the first does, asked for before or after the others."""
    text = "A ship lay in port. " + "The ship was red. " * 3000
    last = text.rindex("The ship")
    found = read(text)
    assert found.antecedent(last, last + 8) == (0, 6)
    assert found.antecedent(20, 28) == (0, 6)


def test_the_words_of_a_long_sentence_are_looked_at_a_bounded_number_of_times():
    """Twice the sentence asks for about twice the tokens' offsets, not four times."""
    from dateline.reading.places.geoparse import geoparse
    from dateline.reading.things.entities import _in_sentence

    class Counted:
        asked = 0

        def __init__(self, token):
            self.text, self._start, self.end, self.low = token.text, token.start, token.end, token.low

        @property
        def start(self):
            Counted.asked += 1
            return self._start

    def asked(times):
        text = "two ships left Malta for Tunis and said that they may reach Rome, which " * times
        run = [Counted(token) for token in tokens(text)]
        Counted.asked = 0
        _in_sentence(text, run, 0, list(geoparse(parse(text))))
        return Counted.asked

    assert asked(80) < 3 * asked(40)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("The camp lies in Rann, Borno. Nurses were there.", "Rann"),
        ("Ships left Bari for Oran and stayed there.", "Oran"),
        ("The ferry left Ancona for Velmara. Nurses were there.", "Velmara"),
        ("Nurses flew to Ancona in May, and were there.", "Ancona"),
        ("Nurses were there.", None),
        ("The camp lies in Rann. It is poor. It is old. Nurses were there.", None),
    ],
)
def test_there_is_the_place_named_last(text, meant):
    """In the same sentence or the one before it."""
    article = parse(text)
    runs = [tokens(text, one.start, one.end) for one in article.sentences]
    found = references(text, runs, toponyms=geoparse(article)).there(text.index("there"))
    assert (None if found is None else text[slice(*found)]) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("The embassy in Iraq advised US citizens to leave [the country].", "Iraq"),
        ("The parliament of Chad wants to expel French troops from [the country].", "Chad"),
        ("US military personnel left [the country].", None),
        ("Togo is near. Mali extended [its] stay in Chad.", "Mali"),
        ("Chicopee residents met. He will sell the land to [the city].", "Chicopee"),
        ("Ana Roa, who has a pass, was hurt in a crash that killed Harry Dunn. [She] left Oslo.", "Ana Roa"),
        ("Diaz, who has a pass, was hurt in a crash that killed Harry Dunn. [She] left Oslo.", "Diaz"),
        ("Police say the Volvo came from Oslo and that [she] left.", None),
    ],
)
def test_whose_people_they_are_is_not_where_they_are(text, meant):
    start, end = text.index("["), text.index("]") - 1
    text = re.sub(r"[\[\]]", "", text)
    article = parse(text)
    spans = [tokens(text, sentence.start, sentence.end) for sentence in article.sentences]
    found = references(text, spans, toponyms=geoparse(article)).antecedent(start, end)
    assert (text[slice(*found)] if found else None) == meant
