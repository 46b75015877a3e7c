"""A newsroom's own names: found before the atlas's, whole words only, and drawn as the editor's."""

from __future__ import annotations

from itertools import pairwise

from dateline.reading.own import Own, OwnPlace, with_own
from dateline.reading.places.geoparse import geoparse
from dateline.reading.text.article import parse


def test_an_own_place_is_found_and_a_stop_word_is_not():
    article = parse("Lorries left Depot 7 for Oslo. Reading stayed calm, and so did the old depot.")
    own = Own(places=(OwnPlace("Depot 7", 36.1, 49.9, aliases=("the old depot",)),), stop_words=frozenset({"Reading"}))
    found = with_own(article, geoparse(article), own)
    named = [(mention.text, mention.place.lon if mention.place else None) for mention in found]
    assert [entry for entry in named if "epot" in entry[0]] == [("Depot 7", 36.1), ("the old depot", 36.1)]
    assert "Oslo" in {text for text, _ in named}
    assert "Reading" not in {text for text, _ in named}
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_an_own_name_is_a_whole_word():
    article = parse("The Depot 77 report was late.")
    assert not [m for m in with_own(article, (), Own(places=(OwnPlace("Depot 7", 1, 2),))) if m.text == "Depot 7"]


def test_an_own_place_is_drawn_as_the_editor_s_own(tmp_path):
    """From the project file to the story: no id of the atlas, and the lint lets it be drawn."""
    from dateline import check, read

    own = Own(places=(OwnPlace("Camp Birch", 36.1, 49.9, kind="city", precision="city"),))
    story = read("Two ferries sailed from Bari to Camp Birch on Monday.", own=own)
    (place,) = [place for place in story.places.values() if place.name == "Camp Birch"]
    assert (place.atlas, place.review, place.lon) == (None, "added", 36.1)
    assert not [finding for finding in check(story) if finding.rule == "place-in-text"]
    story.save(tmp_path / "story.yaml")
    from dateline import load

    assert load(tmp_path / "story.yaml").places == story.places
