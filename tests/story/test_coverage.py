"""How much of an article its story tells."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from dateline.story.coverage import coverage
from dateline.story.model import Article, Event, Evidence, Leg, Story

lengths = st.lists(st.integers(1, 9), max_size=8)


def cut(lengths):
    """Sentences of these lengths, a blank between any two."""
    spans, at = [], 0
    for length in lengths:
        spans.append((at, at + length))
        at += length + 1
    return tuple(spans)


def told(spans, *, on="event", review="auto"):
    """An event whose evidence, or its leg's, stands at some spans."""
    evidence = tuple(Evidence("x" * (end - start), (start, end)) for start, end in spans)
    if on == "leg":
        return Event("e1", "route", legs=(Leg("e1a", "planned", evidence=evidence),), review=review)
    return Event("e1", "flow", evidence=evidence, review=review)


@given(lengths, st.data(), st.sampled_from(["event", "leg"]))
def test_a_sentence_is_told_when_evidence_stands_in_it(lengths, data, on):
    """A letter of it is enough; the sentences beside it are not told by it, and none is counted twice."""
    sentences = cut(lengths)
    chosen = data.draw(st.sets(st.integers(0, len(sentences) - 1))) if sentences else set()
    letters = [data.draw(st.integers(*sentences[n]).filter(lambda at, n=n: at < sentences[n][1])) for n in chosen]
    event = told([(at, at + 1) for at in letters] * 2, on=on)
    assert coverage(Story(Article(sentences=sentences), events=(event,))) == (len(chosen), len(sentences))


@given(lengths.filter(bool))
def test_evidence_over_the_whole_text_tells_all_of_it(lengths):
    sentences = cut(lengths)
    event = told([(0, sentences[-1][1])])
    assert coverage(Story(Article(sentences=sentences), events=(event,))) == (len(sentences), len(sentences))


def test_a_blank_between_two_sentences_tells_neither():
    story = Story(Article(sentences=((0, 4), (5, 9))), events=(told([(4, 5)]),))
    assert coverage(story) == (0, 2)


def test_what_an_editor_rejected_tells_nothing(grain):
    """By hand: of six sentences five are evidence; the denial is none, as it stands beside an event."""
    assert coverage(grain) == (5, 6)
    rejected = tuple(replace(event, review="rejected") for event in grain.events)
    assert coverage(replace(grain, events=rejected)) == (0, 6)
