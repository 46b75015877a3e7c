"""Words on a still picture: whole inside it, never over each other, off what is better left free."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely import LineString, box

from dateline.drawing.stills.placing import Placer

FREE = (0.0, 0.0, 400.0, 300.0)
points = st.tuples(st.floats(0, 400), st.floats(0, 300))
sizes = st.tuples(st.floats(5, 90), st.floats(5, 24))


@given(st.lists(st.tuples(points, sizes, st.booleans(), st.booleans()), max_size=12))
def test_words_stand_inside_the_picture_and_never_over_each_other(asked):
    placer = Placer(FREE)
    found = [placer.beside(at, 4, size, centred=c, needed=n) for at, size, c, n in asked]
    for words, (_, size, _, _) in zip(found, asked, strict=True):
        if words is not None:
            assert box(*FREE).covers(box(*words))
            assert (words[2] - words[0], words[3] - words[1]) == pytest.approx(size)
    assert not any(box(*a).intersects(box(*b)) for a, b in combinations([one for one in found if one], 2))


@given(st.lists(st.tuples(points, points, sizes), max_size=8))
def test_words_along_lines_keep_the_same(asked):
    placer = Placer(FREE)
    found = [placer.along(LineString([one, two]), size, 6) for one, two, size in asked if one != two]
    placed = [box(*words) for words in found if words]
    assert all(box(*FREE).covers(words) for words in placed)
    assert not any(a.intersects(b) for a, b in combinations(placed, 2))


def test_words_along_a_line_stand_beside_it_near_its_middle():
    line = LineString([(50, 150), (350, 150)])
    words = box(*Placer(FREE).along(line, (40, 10), 6))
    assert words.distance(line) == pytest.approx(6)
    assert abs(words.centroid.x - 200) < 30


@given(points, sizes)
def test_words_beside_a_point_leave_it_free_unless_they_are_centred(at, size):
    words = Placer(FREE).beside(at, 4, size)
    if words is not None:
        assert box(*words).distance(box(*at, *at)) >= 4
    centred = Placer((-500, -500, 900, 800)).beside(at, 4, size, centred=True)
    assert box(*centred).centroid.coords[0] == pytest.approx(at)


def test_what_is_better_left_free_is_left_free_where_there_is_room():
    """A place at the right of a point sends its words to another side, and a line above and below it too."""
    placer = Placer(FREE)
    placer.keep_off((240, 150), 30)
    words = placer.beside((200, 150), 4, (40, 10))
    assert not box(*words).intersects(box(210, 120, 270, 180))
    placer = Placer(FREE)
    placer.keep_off_line([(0, 170), (400, 170)], 10)
    assert not box(*placer.beside((200, 150), 4, (40, 10))).intersects(box(0, 161, 400, 179))


def test_words_cover_what_is_better_left_free_rather_than_stand_nowhere():
    placer = Placer(FREE)
    placer.keep_off((200, 150), 1000)
    assert placer.beside((200, 150), 4, (40, 10)) is not None


def test_words_that_are_needed_may_move_farther_off():
    """In a crowd of eight, the next ones have no room nearby."""
    crowd = Placer(FREE)
    while crowd.beside((200, 150), 4, (60, 20)) is not None:
        pass
    assert crowd.beside((200, 150), 4, (60, 20)) is None
    assert crowd.beside((200, 150), 4, (60, 20), needed=True) is not None


def test_there_is_no_room_for_what_is_larger_than_the_picture():
    assert Placer(FREE).beside((200, 150), 4, (500, 10), needed=True) is None
    assert Placer(FREE).along(LineString([(0, 0), (400, 300)]), (500, 10), 6) is None


def test_the_same_words_get_the_same_places():
    one, other = ([Placer(FREE).beside((n * 40, 150), 4, (60, 20)) for n in range(10)] for _ in range(2))
    assert one == other
