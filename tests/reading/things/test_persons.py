"""Names of people: what they are called beside, and what has capitals and is nobody."""

import pytest

from dateline.reading.text.sentences import tokens
from dateline.reading.things.persons import persons_in


def named(text):
    run = tokens(text)
    return [entity.name for entity in persons_in(text, run, 0, set())]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Inspector Leo Paz", "Leo Paz"),
        ("Trooper Leo Paz", "Leo Paz"),
        ("District Attorney Leo Paz", "Leo Paz"),
        ("Attorney-General Leo Paz", "Leo Paz"),
        ("Vice-President Paz", "Paz"),
        ("Oslo-based Leo Paz", "Leo Paz"),
        ("Thirty-year-old Leo Paz", "Leo Paz"),
        ("Gen. Leo Paz", "Leo Paz"),
        ("Osman bin Paz", "Osman bin Paz"),
        ("bin Paz", "bin Paz"),
    ],
)
def test_a_name_begins_behind_what_somebody_is(words, name):
    assert named(f"On Friday {words} left.") == [name]


@pytest.mark.parametrize(
    "words",
    ["the Rural Fire Service", "the Northern Alliance", "Final Agreement", "the Federal Highway Administration"],
)
def test_what_is_made_of_common_words_is_nobody(words):
    assert named(f"On Friday {words} left.") == []


@pytest.mark.parametrize("words", ["Mark Roa", "Mrs Rice", "Gen. Bush", "golfer Lion Woods"])
def test_a_title_a_role_or_a_first_name_makes_somebody_of_common_words(words):
    assert len(named(f"On Friday {words} left.")) == 1


def test_the_first_word_of_a_sentence_or_a_quote_is_a_name_by_what_follows_alone():
    assert named("Mark Peel left.") == ["Mark Peel"]
    assert named("Peel left.") == []
    assert named("Roa said: “But Okoro left.”") == ["Roa", "Okoro"]
