"""Times that count from the one told before: dates where that is known, and the words alone where it is not."""

import pytest

from dateline.reading.amounts.times import times
from dateline.reading.amounts.told import dated, told_before
from dateline.reading.text.sentences import tokens


def last_of(text, *, published=None, before="", ahead=False, is_done=False):
    """The last time of a text, which may count from one that it or the sentence before tells."""
    here = times(tokens(text), text=text)
    told = told_before(here[-1], here, times(tokens(before), text=before))
    when = dated(here[-1], told, published, ahead=ahead, is_done=is_done)
    return f"{when.start or ''}/{when.end or ''}"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It left on 3 May 2019 and docked nine days later.", "2019-05-12/2019-05-12"),
        ("It left on 3 May 2019 and docked the same day.", "2019-05-03/2019-05-03"),
        ("He came on 31 December 2019 and left the next morning.", "2020-01-01/2020-01-01"),
        ("He left Bari in 1990 and Lima four years later.", "1994-01-01/1994-12-31"),
        ("He left Bari in 1990, and Lima in May of that year.", "1990-05-01/1990-05-31"),
        ("It left on 3 May 1911 and docked on 4 June.", "1911-06-04/1911-06-04"),
        ("It left in 1990 and docked nine days later.", "/"),
        ("It left on 3 May 1911 and docked on 4 April.", "/"),
        ("It docked nine days later.", "/"),
    ],
)
def test_a_time_counts_from_the_one_told_before_it(text, found):
    assert last_of(text) == found


def test_the_sentence_before_gives_the_time_where_it_has_only_one():
    assert last_of("It docked two days later.", before="It left on 3 May 2019.") == "2019-05-05/2019-05-05"
    assert last_of("It docked two days later.", before="It left on 3 May 2019, and on 9 May 2019 sank.") == "/"


def test_what_had_come_by_a_day_came_by_the_last_one():
    """Without "had" the day may lie ahead."""
    assert last_of("By Tuesday it had come.", published="2018-04-05", is_done=True) == "/2018-04-03"
    assert last_of("By Tuesday it must come.", published="2018-04-05") == "/2018-04-10"


def test_the_day_before_a_thing_counts_from_no_other_time():
    assert last_of("They left on 3 May 2019, and the day before the vote rested.") == "2019-05-03/2019-05-03"
