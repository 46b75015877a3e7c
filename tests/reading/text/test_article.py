"""An article's parts, found by general rules in texts as people paste them."""

import itertools
import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.articles import first
from dateline.reading.text.article import parse

STORY = "The ferry Aurora left Dover for Calais on Monday, its owner said, after two days in the harbour."
PASTED = f"""World

Ferry Leaves Dover After Two Days in Harbour – Channel Post

By Ana Reis

Published 3 March 2021

DOVER, England, March 3 (CP) – {STORY}

Advertisement

“We waited,” said Capt. J. Moss. “Now we go.”

Share this article

We use cookies to improve your experience.

Related Articles

Storm closes port

Leave a Reply

Your email address will not be published. Required fields are marked *

Adblock Detected

Please consider supporting us by disabling your ad blocker"""


def _sentences(article):
    return [article.text[s.start : s.end] for s in article.sentences]


def test_a_pasted_page_gives_the_article_and_no_chrome():
    article = parse(PASTED)
    assert article.words(article.title) == "Ferry Leaves Dover After Two Days in Harbour"
    assert article.words(article.publisher) == "Channel Post"
    assert article.words(article.byline) == "Ana Reis"
    assert article.words(article.dateline) == "DOVER"
    assert article.published == "2021-03-03"
    assert _sentences(article) == [
        f"DOVER, England, March 3 (CP) – {STORY}",
        "“We waited,” said Capt. J. Moss.",
        "“Now we go.”",
    ]
    assert [s.paragraph for s in article.sentences] == [0, 1, 1]


def test_the_bundled_article_is_read_whole():
    text = first().read_text("utf-8")
    article = parse(text)
    assert article.words(article.title) == "North Korean Weapons Boosting Russian Stockpiles, Says German General"
    assert (article.words(article.byline), article.words(article.publisher)) == ("Josh Smith", "Reuters")
    assert article.words(article.dateline) == "SEOUL"
    assert len(article.paragraphs) == 10
    assert _sentences(article)[-1].endswith("determine their future.")


def test_a_date_given_wins_over_one_in_the_text():
    assert parse(PASTED, published="2022-01-01").published == "2022-01-01"


def test_hard_wrapped_lines_are_one_paragraph():
    wrapped = "Ferry Leaves\n\n" + textwrap.fill(f"{STORY} It is due at noon.", 44)
    article = parse(wrapped)
    assert len(article.paragraphs) == 1
    assert len(article.sentences) == 2


@pytest.mark.parametrize("columns", [72, 100, 120, 160])
def test_a_sentence_runs_on_over_the_line_that_it_was_wrapped_at(columns):
    """However wide the editor's window was: a refusal to confirm that is cut in two confirms."""
    body = (
        f"{STORY} "
        + "The admiral, who came to the port on Sunday, declined to confirm whether they would sail on. " * 4
    )
    article = parse("Ferry Leaves\n\n" + textwrap.fill(body, columns) + "\n\nIt is due at noon.")
    assert len(article.paragraphs) == 2
    assert len(article.sentences) == 6


def test_lines_that_are_paragraphs_are_cut_at_their_ends():
    article = parse(f"{STORY}\n{STORY}\n{STORY}")
    assert len(article.paragraphs) == 3


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_windows_line_ends_change_offsets_only(newline):
    article = parse(PASTED.replace("\n", newline))
    assert article.words(article.title) == "Ferry Leaves Dover After Two Days in Harbour"
    assert len(article.sentences) == 3


def test_a_markdown_head_is_the_title_without_its_marks():
    article = parse(f"# Ferry leaves\n\n{STORY}")
    assert article.words(article.title) == "Ferry leaves"


def test_a_text_without_a_headline_has_no_title():
    article = parse(f"{STORY} It is due at noon.")
    assert article.title is None
    assert len(article.sentences) == 2


def test_headings_in_the_middle_do_not_end_the_article():
    """A heading like "More stories" drops the tail only when no full paragraph follows."""
    long = " ".join([STORY] * 3)
    article = parse(f"{long}\n\nMore from Dover\n\n{long}")
    assert len(article.sentences) >= 6


def test_another_language_is_said():
    german = "Die Fähre hat den Hafen am Montag verlassen, wie der Eigner sagte, und soll bald in Calais ankommen. "
    assert parse(german * 2).language == "und"
    assert parse(STORY * 2).language == "en"


def test_a_sentence_is_found_by_an_offset_in_it():
    article = parse(PASTED)
    sentence = article.sentence_at(PASTED.index("Moss"))
    assert sentence is not None
    assert sentence.n == 1
    assert article.sentence_at(0) is None


@given(st.text(alphabet=st.characters(codec=None), max_size=300))
def test_any_text_is_read_and_every_span_lies_in_it(text):
    """Lone surrogates, right-to-left text, blanks alone: parts are spans in order, inside the text."""
    article = parse(text)
    for span in (article.title, article.byline, article.publisher, article.dateline, *article.paragraphs):
        assert span is None or 0 <= span[0] < span[1] <= len(text)
    assert all(a.end <= b.start for a, b in itertools.pairwise(article.sentences))
    assert len(article.sha256) == 64
