"""A parse: its numbers count words, its spans count characters of the article."""

from hypothesis import given
from hypothesis import strategies as st

from dateline.reading.grammar.syntax import Parse, Phrase, Word

WORDS = st.lists(st.text("abcÅß", min_size=1, max_size=5), min_size=1, max_size=8)


def parse(words, before=""):
    """A parse of words with a blank between any two, behind some other text."""
    made, at = [], len(before)
    for word in words:
        made.append(Word(word, at, at + len(word), word.lower(), word.lower(), "noun"))
        at += len(word) + 1
    return Parse(before + " ".join(words), tuple(made))


@given(WORDS, st.text(max_size=10), st.data())
def test_words_are_a_slice_of_the_article(words, before, data):
    """From the first word's first character to the last word's last, wherever the sentence stands."""
    found = parse(words, before)
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first + 1, len(words)))
    assert found.said(first, last) == " ".join(words[first:last])
    start, end = found.span(first, last)
    assert found.text[start:end] == found.said(first, last)


def told(words, head, *, article):
    words = words.split()
    made = parse(words)
    found = Parse(made.text, made.words, (Phrase(0, len(words), head),))
    return made.text[slice(*found.phrase_span(0, article=article))]


def test_a_phrase_is_given_with_or_without_its_article():
    assert told("The old mill", 2, article=True) == "The old mill"
    assert told("The old mill", 2, article=False) == "old mill"
    assert told("Two mills", 1, article=False) == "Two mills"


def test_an_article_that_is_all_there_is_stays():
    """A head is never cut off."""
    assert told("A", 0, article=False) == "A"
