"""A verb that is left out is said of whoever stands in its place."""

import pytest

import dateline


def told(text):
    """Who or what is told to go where."""
    story = dateline.read(text)
    ways = [(event.mover, leg.to) for event in story.events if event.kind == "route" for leg in event.legs]
    goods = [(event.goods, event.to) for event in story.events if event.kind == "flow"]
    return [(str(who), where.capitalize()) for who, where in (*ways, *goods)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They took one man to Leeds and another man to Bristol.", ["Leeds", "Bristol"]),
        ("One man was taken to Leeds and another to Bristol.", ["Leeds", "Bristol"]),
        ("Two were flown to Lima and three to Quito.", ["Lima", "Quito"]),
        ("One nurse was flown to Leeds, two boys to Bristol and a cook to London.", ["Leeds", "Bristol", "London"]),
        ("Ana flew to Lima and Leo to Quito.", ["Lima", "Quito"]),
        ("Ana flew from Lima to Quito and Leo to Cusco.", ["Quito", "Cusco"]),
        ("Peru exported tea to Chad and coffee to Mali.", ["Chad", "Mali"]),
        ("They have sent grain to Chad and thousands of tents to Mali.", ["Chad", "Mali"]),
        ("Oman sent 90 soldiers to Chad and 40 tanks to Mali.", ["Chad", "Mali"]),
    ],
)
def test_each_goes_to_an_end_of_its_own(text, found):
    """Everyone and everything that is told of has one end, and no two are the same."""
    ends = told(text)
    assert sorted(where for _, where in ends) == sorted(found)
    assert len({who for who, _ in ends}) == len(found)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("She stayed in a villa in Bari and a hotel in Rome.", "presence"),
        ("Roa drove to Lima and a bus to Quito was late.", "route"),
        ("Oman will send aid to Chad and a team to help refugees.", "flow"),
    ],
)
def test_what_has_a_verb_or_another_sense_takes_none(text, kind):
    """Places that "and" joins, subjects of a verb and infinitives have no verb that is left out."""
    assert [event.kind for event in dateline.read(text).events] == [kind]


def test_a_place_that_a_second_way_begins_in_goes_nowhere():
    story = dateline.read("Ana flew from Lima to Quito and Cusco to Puno.")
    assert {event.mover for event in story.events} == {"ana"}
