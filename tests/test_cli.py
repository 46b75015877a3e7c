"""The command: what goes in and out, one clear line for what a user can mend, and nothing half-written."""

from __future__ import annotations

import errno
import gc
import io
import json
import os
import sys
from pathlib import Path

import pytest

from dateline import DatelineError, read
from dateline.cli import cli, main
from dateline.cli.told import seldom_collecting

STORIES = Path(__file__).parent / "stories"
ARTICLE = """Freighter Leaves Rotterdam

ROTTERDAM - The freighter Aurora sailed from Rotterdam to Lagos on Monday, the port said.
It carried 400 tonnes of wheat. Nigeria has allegedly sold oil to Ghana; Accra denied it.
"""
HOSTILE = """Freighter {{ 7*7 }} Leaves </script> Rotterdam

ROTTERDAM - The freighter ${x} `Aurora` sailed from Rotterdam to Lagos on Monday, the {% raw %} port said.
"<img src=x onerror=alert(1)> {{ 7*191 }}" said the harbour master in Rotterdam.
"""


@pytest.fixture(autouse=True)
def empty_folder(tmp_path, monkeypatch):
    """Run in an empty folder, with an empty home."""
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    monkeypatch.setattr(Path, "home", lambda: tmp_path / "home")
    return here


@pytest.fixture
def run(monkeypatch, capsys):
    """Run the command; gives its status, what it printed and what it said beside."""

    def call(*words, stdin=b""):
        monkeypatch.setattr(sys, "argv", ["dateline", *map(str, words)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        status = 0
        try:
            main()
        except SystemExit as end:
            status = end.code or 0
        out, err = capsys.readouterr()
        return status, out, err

    return call


def written(folder):
    """The files in a folder and below, hidden ones too."""
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


# ------------------------------------------------------------------------------------------------ what works


def test_an_article_becomes_a_page_a_story_and_its_text(run, empty_folder):
    Path("article.txt").write_text(ARTICLE, encoding="utf-8")
    status, out, err = run("map", "article.txt", "-o", "out")
    assert (status, out) == (0, f"{Path('out/index.html')}\n")
    assert "sentences are in the story" in err
    assert written(empty_folder / "out") == ["article.txt", "index.html", "story.yaml"]
    assert run("check", "out/story.yaml")[0] in (0, 1)
    assert run("build", "out/story.yaml", "-o", "again")[0] == 0
    assert Path("again/index.html").read_bytes() == Path("out/index.html").read_bytes()


def test_without_an_article_the_bundled_one_is_mapped(run):
    assert run("map", "-o", "out")[0] == 0
    assert "data-mark" in Path("out/index.html").read_text(encoding="utf-8") or Path("out/index.html").stat().st_size


def test_standard_input_is_read(run):
    status, out, _ = run("draft", "-", stdin=ARTICLE.encode())
    assert status == 0
    assert out.startswith("schema: dateline/story@1")


def test_the_same_input_gives_the_same_bytes(run):
    Path("article.txt").write_text(ARTICLE, encoding="utf-8")
    for folder in ("one", "two"):
        assert run("map", "article.txt", "-o", folder)[0] == 0
    for name in ("index.html", "story.yaml", "article.txt"):
        assert Path("one", name).read_bytes() == Path("two", name).read_bytes()


def test_what_an_editor_rejected_stays_rejected(run):
    """Map again over an edited story: the edit holds."""
    Path("article.txt").write_text(ARTICLE, encoding="utf-8")
    run("map", "article.txt", "-o", "out")
    story = Path("out/story.yaml")
    from dateline import load

    before = load(story)
    assert before.events
    from dataclasses import replace

    first, *rest = before.events
    type(before).of(replace(before, events=(replace(first, review="rejected"), *rest))).save(story)
    assert run("map", "article.txt", "-o", "out")[0] == 0
    assert load(story).events[0].review == "rejected"


@pytest.mark.parametrize("suffix", ["gpkg", "parquet", "geojson", "kml", "csv"])
def test_layers_are_written_in_every_format(run, suffix):
    status, out, _ = run("layers", STORIES / "grain.yaml", "-o", f"story.{suffix}")
    assert (status, out) == (0, f"story.{suffix}\n")
    assert Path(f"story.{suffix}").stat().st_size > 100


def test_one_layer_alone(run):
    assert run("layers", STORIES / "grain.yaml", "--layer", "evidence", "-o", "quotes.csv")[0] == 0
    assert Path("quotes.csv").read_text(encoding="utf-8").startswith("id,event,status,stance,who")


def test_find_prints_a_table_or_json_and_says_when_there_is_none(run):
    status, out, _ = run("find", "Taiwan Strait")
    assert status == 0
    assert "strait" in out
    status, out, _ = run("find", "Georgia", "--hint", "Tbilisi", "--json")
    assert json.loads(out)[0]["countries"] == ["GE"]
    status, out, err = run("find", "Xqzzyv")
    assert (status, out) == (1, "")
    assert "no place of this name" in err


def test_a_route_is_printed_and_written(run):
    status, out, _ = run("route", "Busan", "Manila", "--via", "Taiwan Strait", "-o", "way.geojson")
    assert status == 0
    assert "Taiwan Strait" in out
    assert json.loads(Path("way.geojson").read_text(encoding="utf-8"))["features"][0]["geometry"]
    status, _, err = run("route", "La Paz", "Manila")
    assert status == 2
    assert err.startswith("dateline: ")


def test_passages_are_listed(run):
    status, out, _ = run("passages")
    assert status == 0
    assert "Suez Canal" in out


def test_a_project_file_beside_the_story_is_used(run):
    Path("dateline.toml").write_text('language = "de"\n[house]\ncredit = "Karte: Beispiel"\n', encoding="utf-8")
    for name in ("grain.yaml", "grain.txt"):
        Path(name).write_bytes((STORIES / name).read_bytes())
    assert run("build", "grain.yaml", "-o", "out")[0] == 0
    page = Path("out/index.html").read_text(encoding="utf-8")
    assert '<html lang="de"' in page
    assert "Karte: Beispiel" in page
    assert run("build", "grain.yaml", "-o", "out", "--lang", "en")[0] == 0
    assert '<html lang="en"' in Path("out/index.html").read_text(encoding="utf-8")


def test_embed_prints_a_frame_with_the_title_as_text(run):
    status, out, _ = run("build", STORIES / "hostile.yaml", "-o", "out", "--embed")
    assert status == 0
    frame = out.split("\n", 1)[1]
    assert frame.startswith("<iframe src=")
    assert frame.count("<script>") == 1


def test_many_articles_use_the_project_file_beside_them(run):
    Path("dateline.toml").write_text('[[places]]\nname = "Camp Birch"\nlon = 36.1\nlat = 49.9\n', encoding="utf-8")
    record = {"doc_id": "a", "text": "Two ferries sailed from Bari to Camp Birch on Monday."}
    Path("docs.jsonl").write_text(json.dumps(record) + "\n{\n", encoding="utf-8")
    status, out, err = run("draft", "--jsonl", "docs.jsonl")
    assert status == 1
    assert err.startswith("dateline: line 2: ")
    places = json.loads(out)["story"]["places"]
    assert [place["lon"] for place in places.values() if place["name"] == "Camp Birch"] == [36.1]


def test_a_run_over_many_articles_leaves_the_collector_as_it_was(run):
    before = gc.get_threshold(), gc.get_freeze_count()
    during = []
    Path("docs.jsonl").write_text('{"doc_id": "a", "text": "Rain fell in Lagos."}\n', encoding="utf-8")
    assert run("geoparse", "docs.jsonl")[0] == 0
    with seldom_collecting():
        during.append(gc.get_threshold()[0])
    assert (gc.get_threshold(), gc.get_freeze_count()) == before
    assert during[0] > before[0][0]


# --------------------------------------------------------------------------------------------- what does not


def refused(result, *words):
    """One line on standard error, nothing printed, status 2."""
    status, out, err = result
    assert status == 2
    assert out == ""
    assert err.startswith("dateline: ")
    assert len(err.splitlines()) == 1
    assert "Traceback" not in err
    for word in words:
        assert word in err


@pytest.mark.parametrize("command", ["map", "draft"])
@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "no text in it"),
        (b" \n\t ", "no text in it"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a binary file"),
        (b"%PDF-1.7\n%\xe2\xe3\n1 0 obj", "a PDF"),
        (b"PK\x03\x04\x14\0\x06\0", "an office document"),
        ("A ship sailed to Lagos.".encode("utf-16"), "UTF-16"),
        ("Der Frachter verließ Köln.".encode("latin-1"), "not UTF-8"),
        (b"The ship sailed from Rotterdam to Lagos. " * 125_000, "characters, more than"),
    ],
    ids=["empty", "blank", "binary", "pdf", "docx", "utf-16", "latin-1", "5 MB"],
)
def test_what_is_no_article_is_one_line(run, empty_folder, command, content, words):
    Path("article.txt").write_bytes(content)
    refused(run(command, "article.txt", "-o", "out"), "article.txt", words)
    assert written(empty_folder) == ["article.txt"]


def test_standard_input_that_is_no_article_is_named(run):
    refused(run("map", "-", stdin=b"\xff\xfe"), "standard input")


@pytest.mark.parametrize("command", [("map", "none.txt"), ("draft", "none.txt"), ("check", "none.yaml")])
def test_a_file_that_is_not_there_is_named(run, empty_folder, command):
    refused(run(*command), "no such file")
    assert written(empty_folder) == []


def test_a_text_without_any_place_gives_an_honest_page(run):
    Path("article.txt").write_text("The committee met and talked about its minutes.\n", encoding="utf-8")
    status, _, err = run("map", "article.txt", "-o", "out")
    assert status == 0
    assert "no place found in this text" in err
    assert "names no place that could be drawn" in Path("out/index.html").read_text(encoding="utf-8")


TEN_FAULTS = """\
schema: dateline/story@1
article: {title: A, titel: B}
places:
  oslo: {name: Oslo, kind: city, lon: east, lat: 59.9}
  rome: {kind: city}
events:
- {id: e1, kind: flows, status: asserted}
- {id: e2, kind: flow, status: claimed, from: oslo, to: romme}
- {id: e2, kind: flow, status: asserted, from: nowhere}
- {id: e3, kind: presence, status: asserted, place: oslo, review: maybe}
- {kind: use, status: asserted}
steps:
- {title: One, text: Two, show: [e9]}
"""


@pytest.mark.parametrize("command", [("check",), ("build", "-o", "out"), ("layers", "-o", "out.gpkg")])
def test_a_story_with_ten_faults_tells_all_of_them_with_their_lines(run, empty_folder, command):
    Path("story.yaml").write_text(TEN_FAULTS, encoding="utf-8")
    name, *options = command
    status, out, err = run(name, "story.yaml", *options)
    assert (status, out) == (2, "")
    head, *faults = err.splitlines()
    assert int(head.split()[2]) == len(faults) >= 10
    assert all(fault.startswith("  line ") for fault in faults)
    assert "did you mean 'rome'?" in err
    assert written(empty_folder) == ["story.yaml"]


@pytest.mark.parametrize(
    "command",
    [
        ("map", "article.txt", "-o", "taken/out"),
        ("draft", "article.txt", "-o", "taken/story.yaml"),
        ("build", STORIES / "grain.yaml", "-o", "taken"),
        ("layers", STORIES / "grain.yaml", "-o", "taken/x.gpkg"),
        ("route", "Busan", "Manila", "-o", "taken/x.geojson"),
    ],
    ids=lambda command: command[0],
)
def test_an_output_that_cannot_be_written_is_one_line_and_leaves_nothing(run, empty_folder, command):
    Path("article.txt").write_text(ARTICLE, encoding="utf-8")
    Path("taken").write_text("a file, not a folder", encoding="utf-8")
    status, _, err = run(*command)
    assert status == 2
    (line,) = [line for line in err.splitlines() if line.startswith("dateline: ")]
    assert "cannot be" in line or "is no folder" in line or "Not a directory" in line
    assert written(empty_folder) == ["article.txt", "taken"]


def test_bad_options_are_one_line_with_the_way_out(run, empty_folder):
    Path("article.txt").write_text(ARTICLE, encoding="utf-8")
    refused(run("map", "--no-such-option"), "'--no-such-option'", "dateline map --help")
    refused(run("map", "article.txt", "-o", "out", "--lang", "xx"), "'xx' is not one of")
    refused(run("map", "article.txt", "-o", "out", "--published", "tomorrow"), "'tomorrow'", "2024-05-17")
    refused(run("map", "article.txt", "-o", "out", "--home", "Xqzzyv"), "'Xqzzyv'")
    refused(run("draft", "--jsonl", "docs.jsonl", "--home", "Xqzzyv"), "'Xqzzyv'")
    refused(run("serve", STORIES / "grain.yaml", "--port", "99999"), "99999", "65535")
    refused(run("serve", STORIES / "grain.yaml", "--lang", "xx"), "'xx' is not one of")
    refused(run("build", STORIES / "grain.yaml", "--text", "half"), "'full'")
    refused(run("find", "Paris", "--limit", "-3"), "-3")
    refused(run("layers", STORIES / "grain.yaml", "-o", "."), "is a folder")
    refused(run("layers", STORIES / "grain.yaml", "-o", "nameless"), "no format")
    refused(run("layers", STORIES / "grain.yaml", "-o", "mysql://me:secret@host/x"), "postgresql://")
    assert "secret" not in run("layers", STORIES / "grain.yaml", "-o", "mysql://me:secret@host/x")[2]
    assert written(empty_folder) == ["article.txt"]
    refused(run("build", STORIES / "grain.yaml", "--lang", "xx", "-o", "out"), "'xx' is not one of")
    refused(run("layers", STORIES / "grain.yaml", "-o", "x.shp"), ".gpkg")
    refused(run("draft"), "name a file")
    refused(run("nonsense"), "'nonsense'", "dateline --help")


@pytest.mark.parametrize("address", ["https://example.org/a", "http://example.org/a.html", "ftp://example.org/a.txt"])
def test_an_address_is_no_file_and_is_never_asked(run, address):
    refused(run("map", address, "-o", "out"), address, "no network")
    with pytest.raises(DatelineError, match="no network"):
        read(address)


def test_a_web_page_without_an_article_is_no_article(run, empty_folder):
    """What is left of it has no sentence; an empty map would say that the article had no events."""
    Path("page.html").write_text("<html><body><p>x</p></body></html>", encoding="utf-8")
    refused(run("map", "page.html", "-o", "out"), "page.html", ".txt")
    assert written(empty_folder) == ["page.html"]


@pytest.mark.parametrize("command", [("map", "article.txt"), ("build", STORIES / "grain.yaml")], ids=["map", "build"])
def test_a_folder_that_is_closed_is_told_before_any_work(run, empty_folder, monkeypatch, command):
    Path("article.txt").write_text(ARTICLE, encoding="utf-8")
    monkeypatch.setattr("os.access", lambda *_: False)
    refused(run(*command, "-o", "closed"), "closed", "-o")
    assert written(empty_folder) == ["article.txt"]


@pytest.mark.parametrize(
    "command",
    [
        ("map", "article.txt", "-o", "out"),
        ("draft", "article.txt", "-o", "out/story.yaml"),
        ("build", STORIES / "grain.yaml", "-o", "out"),
        ("layers", STORIES / "grain.yaml", "-o", "out/story.csv"),
    ],
    ids=lambda command: command[0],
)
def test_a_full_disk_is_one_line_and_leaves_no_part_of_a_file(run, empty_folder, monkeypatch, command):
    """The bytes go to a file beside; when they do not fit, that file goes too."""

    def full(*_, **__):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    Path("article.txt").write_text(ARTICLE, encoding="utf-8")
    monkeypatch.setattr("os.fdopen", full)
    status, out, err = run(*command)
    assert (status, out) == (2, "")
    assert "No space left on device" in err.splitlines()[-1]
    assert "Traceback" not in err
    assert written(empty_folder) == ["article.txt"]


def test_an_output_that_takes_no_more_words_is_one_line(run, monkeypatch):
    def full(*_, **__):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("dateline.cli.world.table", full)
    refused(run("find", "Valletta"), "no space left")


def test_a_fault_of_the_project_file_is_told_before_anything_is_written(run, empty_folder):
    Path("dateline.toml").write_text("langage = 'de'\n", encoding="utf-8")
    Path("article.txt").write_text(ARTICLE, encoding="utf-8")
    status, _, err = run("map", "article.txt", "-o", "out")
    assert status == 2
    assert "line 1: langage" in err
    assert written(empty_folder) == ["article.txt", "dateline.toml"]


@pytest.mark.parametrize("document", ["{{", "- a\n- b\n", "schema: other/1\n", "\tx: 1\n", "schema: [unclosed\n"])
def test_what_is_no_story_is_named_with_its_line(run, document):
    Path("story.yaml").write_text(document, encoding="utf-8")
    status, out, err = run("check", "story.yaml")
    assert (status, out) == (2, "")
    assert "line " in err


# ------------------------------------------------------------------------------------------------ hostile words


def test_templates_and_markup_in_an_article_are_words(run):
    """Nothing is computed, nothing opens a tag: the words stand on the page as they were written."""
    Path("article.txt").write_text(HOSTILE, encoding="utf-8")
    assert run("map", "article.txt", "-o", "out")[0] == 0
    page = Path("out/index.html").read_text(encoding="utf-8")
    assert "1337" not in page
    assert "Freighter 49 " not in page
    assert "<img src=x" not in page
    assert "{{ 7*191 }}" in page
    assert page.count("</script>") == page.count("<script")


def test_hostile_words_in_every_field_of_a_story_are_words(run):
    assert run("build", STORIES / "hostile.yaml", "-o", "out")[0] == 0
    page = Path("out/index.html").read_text(encoding="utf-8")
    assert page.count("</script>") == page.count("<script")
    assert "1337" not in page


# -------------------------------------------------------------------------------------------------------- help


@pytest.mark.parametrize("name", sorted(cli.commands))
def test_every_help_says_what_goes_in_and_out_and_gives_an_example(run, name):
    status, out, _ = run(name, "--help")
    assert status == 0
    assert "Example" in out
    assert f"dateline {name}" in out
    assert "In:" in out or name == "passages"


def test_the_help_lists_every_command(run):
    out = run("--help")[1]
    assert all(name in out for name in cli.commands)
    assert run("--version")[1].startswith("dateline ")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shell_completion_is_there(monkeypatch, run, shell):
    """What the documentation tells people to put into their shell's start file."""
    monkeypatch.setenv("_DATELINE_COMPLETE", f"{shell}_source")
    status, out, _ = run()
    assert status == 0
    assert "_DATELINE_COMPLETE" in out
