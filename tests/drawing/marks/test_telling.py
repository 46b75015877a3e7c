"""A story made ready for its page: nothing of it is lost, and only what may be shown is."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.drawing.marks.telling import telling
from dateline.drawing.style.encodings import THREAD_COLOURS
from dateline.drawing.style.house import House
from dateline.story import file
from tests.drawing.small import flow, said, story

STORIES = Path(__file__).parents[2] / "stories"
TEXT = "It rained in Lima. Corn went to Chad. Nobody was hurt."


@pytest.fixture(scope="module", params=["grain", "pacific", "frigates", "hostile"])
def told(request):
    return telling(file.load(STORIES / f"{request.param}.yaml"))


def test_every_event_that_is_not_rejected_has_its_marks(told):
    """In the order of the story; those on the map are the ones that are drawn."""
    wanted = [part.id for event in told.story.events if event.review != "rejected" for part in event.drawn]
    assert [mark.id for mark in told.marks] == [key for key in wanted if key in told.shapes.marks]
    denials = {event.id for event in told.story.events if event.kind == "denial"}
    assert {*wanted} - {*told.shapes.marks} <= denials
    assert told.on_map == tuple(mark for mark in told.marks if mark.why_not is None)


def test_sentences_are_the_text_at_their_spans(told):
    assert [sentence.at for sentence in told.sentences] == list(told.story.article.sentences)
    for sentence in told.sentences:
        assert "".join(words for _, words in sentence.pieces) == told.story.text[slice(*sentence.at)]


def test_there_are_steps_whether_or_not_the_story_has_them(told):
    assert told.steps
    assert not told.story.steps or told.steps == told.story.steps
    assert telling(story(flow(evidence=(said("Corn went to Chad", 19),)), text=TEXT)).steps


@given(st.text())
def test_the_digest_is_that_of_the_texts_bytes(text):
    told = telling(story(text=text))
    assert told.sha256 == hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def test_an_outlets_colours_come_first_and_the_pages_own_after_them():
    assert telling(story()).colours == THREAD_COLOURS
    assert telling(story(), house=House(colours=("#8B0000",))).colours == ("#8B0000", *THREAD_COLOURS[1:])


def test_a_language_changes_the_words_and_not_what_is_drawn():
    english, german = (telling(story(flow()), lang=lang) for lang in ("en", "de"))
    assert (english.words.lang, german.words.lang) == ("en", "de")
    assert english.marks[0].what != german.marks[0].what
    assert english.shapes == german.shapes


def test_the_build_is_dateline_s_version(told):
    assert told.build[0].isdigit()
