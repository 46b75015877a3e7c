"""A page's own words: known by their wording in any letter case, and never at the cost of the article's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.reading.text.chrome import is_chrome, is_section, tail_start

PAGE = (
    "Most read", "You may also like", "Read more: Bridge opens", "Leave a comment", "12 comments", "Back to top",
    "Skip to content", "Share on Facebook", "Facebook | Twitter | Email", "Follow us on Instagram", "Sign up",
    "Advertisement", "Story continues below advertisement", "Tags: bridges, rivers", "Photo: A. Novak",
    "© 2021 The Post", "5 min read", "Home > News > Local", "Updated 3 March 2021", "Email *", "***",
    "Turning off your ad blocker helps us pay the bills", "All rights reserved.", "We use cookies to count visits.",
    "Get our daily newsletter in your inbox", "Click here",
)  # fmt: skip
ARTICLE = (
    "The ferry left on time.",
    "Shares fell in Oslo.",
    "Home rule was granted in 1979.",
    "Ad spending rose, the agency said.",
    "Photographs were found in the hull.",
    "Photo: AP The harbour master said that no ship had left the old port of Lovrin since the storm of last week.",
    "More than 40 people waited on the pier.",
    "Live cattle were loaded in Fremantle.",
    "Open water was seen near the pole.",
    "Latest figures show a fall in trade.",
    "Follow the river to the mill, he said.",
)


@pytest.mark.parametrize("words", PAGE)
def test_a_pages_own_words_are_known_however_they_are_set(words):
    """Capitals, blanks and marks of emphasis around them change nothing."""
    for spelling in (words, words.upper(), f"  **{words}** \n", words.replace(" ", "\n  ")):
        assert is_chrome(spelling)


@pytest.mark.parametrize("words", ARTICLE)
def test_a_sentence_that_begins_like_a_pages_words_stays_the_articles(words):
    assert not is_chrome(words)


@given(st.sampled_from(PAGE), st.sampled_from(ARTICLE), st.integers(6, 12))
def test_a_long_paragraph_is_never_the_pages(page, sentence, times):
    """Whatever it begins with: a whole paragraph is not thrown away for its first words."""
    assert not is_chrome(f"{page} {' '.join([sentence] * 2 * times)}")


@pytest.mark.parametrize("line", ["World", "Business / Markets", "US & UK", "Arts and Culture", "LOCAL NEWS"])
def test_a_line_of_section_names_is_a_section(line):
    assert is_section(line)


@pytest.mark.parametrize("line", ["World Cup opens", "", "12", "News Sport Arts World Health", "Sporting life"])
def test_a_headline_or_a_long_row_is_no_section(line):
    assert not is_section(line)


paragraphs = st.lists(st.sampled_from([word * 4 for word in ARTICLE]), max_size=4)
headings = st.sampled_from(["Related Articles", "Most read", "Leave a reply", "You may also like", "About the author"])


@given(
    paragraphs.filter(bool),
    headings,
    st.lists(st.sampled_from([*PAGE, "Storm shuts port", "Mayor to resign"]), max_size=5),
)
def test_the_tail_begins_at_its_heading_and_not_before(body, heading, rest):
    """Titles of other articles and the page's words may follow; a text's first line is no tail."""
    blocks = [*body, heading, *rest]
    assert tail_start(blocks) == len(body)
    assert tail_start(blocks[len(body) :]) != 0


@given(paragraphs.filter(bool), headings)
def test_a_heading_with_a_full_paragraph_after_it_begins_no_tail(body, heading):
    blocks = [*body, heading, "The dam was built of stone. " * 10]
    assert tail_start(blocks) == len(blocks)


@given(st.text(max_size=80), st.lists(st.text(max_size=30), max_size=5))
def test_any_text_has_an_answer(words, blocks):
    assert is_chrome(words) in {True, False}
    assert is_section(words) in {True, False}
    assert 0 <= tail_start(blocks) <= len(blocks)
