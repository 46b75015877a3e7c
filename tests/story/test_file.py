"""The story document survives its file; its faults are told all at once."""

from __future__ import annotations

import difflib
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.story import file
from dateline.story.model import Article, Event, Evidence, Place, Statement, Story

words = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=40)


def test_a_story_comes_back_as_it_went(grain):
    """Writing and reading a story gives the same story."""
    assert file.loads(file.dumps(grain), text=grain.text) == grain


@given(words, words, words)
def test_any_words_survive_the_file(title, name, quote):
    """Whatever an article or an editor writes, YAML's own marks included, comes back letter by letter."""
    event = Event(
        id="e1",
        kind="flow",
        goods=name,
        status="reported",
        says=(Statement("a", quote, (0, 1)),),
        evidence=(Evidence(quote, (0, 1)),),
    )
    story = Story(article=Article(title=title), places={"a": Place(name=name, kind="city")}, events=(event,))
    assert file.loads(file.dumps(story)) == story


def test_the_same_story_gives_the_same_text(grain):
    """Nothing in the file depends on the run."""
    assert file.dumps(grain) == file.dumps(grain)


def test_an_edit_changes_only_its_own_lines(grain, grain_document):
    """A person's comments, order and spacing stay; the edited field and the added event are all that differ."""
    edited = replace(grain.events[0], status="reported", review="edited")
    added = Event(
        id="e9", kind="presence", actor="calypso", place="malta", status="asserted", basis="editor", review="added"
    )
    after = file.dumps(replace(grain, events=(edited, *grain.events[1:], added)), base=grain_document)
    diff = [line for line in difflib.ndiff(grain_document.splitlines(), after.splitlines()) if line[0] in "+-"]
    assert "# A reading made by hand for the tests." in after
    assert "# the union's word, not the paper's" in after
    assert [line for line in diff if line.startswith("- ")] == [
        "-   status: alleged            # the union's word, not the paper's"
    ]
    assert len(diff) <= 10
    assert file.loads(after, text=grain.text).events[-1] == added


def test_an_unchanged_story_leaves_the_file_alone(grain, grain_document):
    """Nothing to write means not a byte is touched in the body of the file."""
    assert file.dumps(grain, base=grain_document) == grain_document


def test_what_was_taken_out_leaves_the_file(grain, grain_document):
    """Events and fields that are gone from the story are gone from the file."""
    flow = replace(grain.events[0], quantity=None)
    after = file.dumps(replace(grain, events=(flow, *grain.events[3:]), steps=()), base=grain_document)
    assert file.loads(after, text=grain.text) == replace(grain, events=(flow, *grain.events[3:]), steps=())


def test_ten_faults_are_told_at_once(grain_document):
    """Each fault has its line, its field, its value and a way out, in the order of the file."""
    broken = (
        grain_document.replace("status: alleged", "status: claimed")
        .replace("kind: presence", "kind: presense")
        .replace("to: tunisia", "to: tunesia")
        .replace("bound: at-least", "bound: minimum")
        .replace("open: end", "opened: end")
        .replace("mover: calypso", "mover: kalypso")
        .replace("status: unconfirmed", "status: unsure")
        .replace("about: hurd-bank", "about: herd-bank")
        .replace("show: e1", "show: e11")
        .replace("lon: 14.51", "lon: east")
    )
    with pytest.raises(file.StoryFileError) as caught:
        file.loads(broken, name="grain.yaml")
    lines = str(caught.value).splitlines()
    assert lines[0] == "grain.yaml: 10 faults"
    numbers = [int(line.split("line ")[1].split(":")[0]) for line in lines[1:]]
    assert numbers == sorted(numbers)
    for number, line in zip(numbers, lines[1:], strict=True):
        value = line.rsplit("'", 2)[-2] if "did you mean" not in line else line.split("'")[1]
        field = line.split(": ")[1].rsplit(".", 1)[-1].split("[")[0]
        assert field in broken.splitlines()[number - 1]
        assert value
    assert "did you mean 'tunisia'?" in str(caught.value)
    assert "is not one of asserted, reported, alleged, planned, possible, unconfirmed, denied" in str(caught.value)


@pytest.mark.parametrize(
    ("document", "says"),
    [
        ("", "no story document"),
        ("just words", "no story document"),
        ("schema: dateline/story@9\narticle: {}", "'dateline/story@9' is not 'dateline/story@1'"),
        ("schema: dateline/story@1\narticle: {title: [", "not YAML"),
        ("schema: dateline/story@1\na: &x [*x, {b: 1, b: 2}]", "line 2"),
        ("schema: dateline/story@1", "article: is missing"),
    ],
)
def test_what_is_no_story_is_said_to_be_none(document, says):
    """A file that is something else is named as such, never read as an empty story."""
    with pytest.raises(file.StoryFileError, match="fault") as caught:
        file.loads(document)
    assert says in str(caught.value)


def test_another_text_is_refused(tmp_path, grain):
    """Offsets count in one text only; a changed article is told, with the way out."""
    file.save(grain, tmp_path / "s.yaml")
    (tmp_path / "grain.txt").write_text("another text", encoding="utf-8")
    with pytest.raises(file.StoryFileError, match="draft again"):
        file.load(tmp_path / "s.yaml")
    (tmp_path / "grain.txt").unlink()
    with pytest.raises(file.StoryFileError, match="not beside the story"):
        file.load(tmp_path / "s.yaml")


def test_saving_keeps_the_text_beside_the_story_and_nothing_of_the_users_is_lost(tmp_path, grain):
    """The article's text is written next to the story, under another name where one of the user's is in the way."""
    (tmp_path / "grain.txt").write_text("the user's own", encoding="utf-8")
    file.save(grain, tmp_path / "s.yaml")
    assert (tmp_path / "grain.txt").read_text(encoding="utf-8") == "the user's own"
    assert file.load(tmp_path / "s.yaml").text == grain.text
    assert sorted(path.name for path in tmp_path.iterdir()) == ["grain.txt", "s.article.txt", "s.yaml"]


def test_several_ends_of_a_flow_stand_in_one_list():
    """As a person writes them; one end needs no brackets, and none is lost."""
    places = {name: Place(name.title(), "city") for name in ("lima", "suva", "oslo")}
    flow = Event("e1", "flow", from_="oslo", to="lima", also_to=("suva",), status="asserted")
    story = Story(article=Article(), places=places, events=(flow,))
    (event,) = file.to_document(story)["events"]
    assert (event["from"], event["to"]) == ("oslo", ["lima", "suva"])
    assert file.loads(file.dumps(story)) == story
    wrong = file.dumps(story).replace("suva]", "suav]")
    with pytest.raises(file.StoryFileError, match="'suav' is no place or actor of this story; did you mean 'suva'"):
        file.loads(wrong)
    assert file.loads(file.dumps(story).replace("[lima, suva]", "[lima]")).events[0].goals == ("lima",)


def test_several_places_of_a_stay_stand_in_one_list():
    places = {name: Place(name.title(), "city") for name in ("lima", "suva")}
    stay = Event("e1", "presence", place="lima", also_place=("suva",), status="asserted")
    story = Story(article=Article(), places=places, events=(stay,))
    assert file.to_document(story)["events"][0]["place"] == ["lima", "suva"]
    assert file.loads(file.dumps(story)) == story
