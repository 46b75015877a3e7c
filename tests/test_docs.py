"""Nothing is undocumented, and what the documentation tells people to run does run."""

from __future__ import annotations

import dataclasses
import importlib.util
import io
import json
import re
import shlex
import sys
from pathlib import Path

import pytest

import dateline
import dateline.config
import dateline.corpus
from dateline.cli import cli, main
from dateline.drawing.export import FORMATS
from dateline.drawing.geodata.layers import EVIDENCE_COLUMNS, LAYERS, PLACE_COLUMNS
from dateline.drawing.marks.rows import COLUMNS
from dateline.reading import extractor
from dateline.reading.places import recognizer
from dateline.story import model

DOCS = Path(__file__).parents[1] / "docs"
MADE = {"command.md", "layers.md", "story.md"}  # from the code, when the documentation is built
PAGES = sorted([*(page for page in DOCS.rglob("*.md") if page.name not in MADE), DOCS.parent / "README.md"])


@pytest.fixture(scope="module")
def generate():
    """The module that makes the reference pages."""
    spec = importlib.util.spec_from_file_location("generate", DOCS / "generate.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_field_of_the_story_document_is_described(generate):
    """A field without a meaning in its record's docstring fails here, and so does a record that is left out."""
    records = [value for value in vars(model).values() if dataclasses.is_dataclass(value)]
    assert set(records) == set(generate.RECORDS)
    for record in records:
        missing = {field.name for field in dataclasses.fields(record)} - set(generate.described_fields(record))
        assert not missing, record


def test_the_reference_names_every_status_and_option(generate):
    """Made from the code, it holds all of it."""
    reference = generate.story_reference()
    for status, meaning in model.STATUSES.items():
        assert f"| {status} | {meaning} |" in reference
    commands = generate.command_reference()
    for name, command in cli.commands.items():
        assert f"## `dateline {name}`" in commands
        for parameter in command.params:
            if parameter.param_type_name == "option":
                assert parameter.opts[0] in commands


def test_the_reference_names_every_layer_column_and_format(generate):
    reference = generate.layers_reference()
    for rows in (LAYERS, COLUMNS, PLACE_COLUMNS, EVIDENCE_COLUMNS, FORMATS):
        for name, meaning in rows.items():
            assert meaning
            assert f"| `{name}` |" in reference


@pytest.mark.parametrize(
    "module",
    [dateline, dateline.atlas, dateline.corpus, dateline.config, extractor, recognizer],
    ids=lambda module: module.__name__,
)
def test_every_public_name_is_in_the_reference(module):
    library = (DOCS / "reference" / "library.md").read_text(encoding="utf-8")
    described = set(re.findall(r"^\.\. auto\w+:: \S+\.(\w+)$", library, re.MULTILINE)) | {"FIELDS", "NAME", "atlas"}
    assert set(module.__all__) <= described  # the fields of the project file have a table of their own


def test_every_page_is_in_a_table_of_contents():
    index = (DOCS / "index.md").read_text(encoding="utf-8")
    for page in DOCS.rglob("*.md"):
        name = str(page.relative_to(DOCS).with_suffix(""))
        listed = re.search(rf"^{re.escape(name)}$", index, re.MULTILINE)
        assert listed or name == "index" or name.startswith("_build"), name


def test_every_status_is_explained():
    """The page on certainty names each, and so does the table of how it is drawn."""
    words = (DOCS / "explanation" / "certainty.md").read_text(encoding="utf-8")
    assert all(re.search(rf"\b{status}\b", words) for status in model.STATUSES)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_command_in_the_documentation_exists(page):
    """A command or an option that a page tells readers to use is one that the program has."""
    for block in re.findall(r"```sh\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL):
        for line in block.splitlines():
            if match := re.search(r"(?:^|\| |bin/)dateline (\w.*)", line):
                name, *words = shlex.split(match.group(1))
                options = {o for p in cli.commands[name].params for o in p.opts}
                assert {word for word in words if word.startswith("--")} <= options, line


# What cannot be run here: it needs an endpoint, a database or a shell, or runs until it is stopped; each has its own
# test.
ELSEWHERE = ("--extractor llm", "postgresql://", "dateline serve", "eval ", "_DATELINE_COMPLETE", "export ")
ARTICLE = """Freighter Leaves Rotterdam

ROTTERDAM - The freighter Aurora sailed from Rotterdam to Lagos on Monday, the port said. It carried wheat.
"""
READER = """from dateline.reading.draft import draft


def read(article, /, *, mentions):
    return draft(article, mentions=mentions)
"""


def lines_of(page):
    """The lines of a page's shell blocks that are commands."""
    for block in re.findall(r"```sh\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL):
        for line in block.splitlines():
            words = line.split("#")[0].strip()
            if words and not words.startswith("#"):
                yield words


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_command_of_the_documentation_runs(page, tmp_path, monkeypatch, capsys):
    """In an empty folder with an article and a story in it, line by line, as a reader would type them."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(Path, "home", lambda: tmp_path / "home")
    monkeypatch.syspath_prepend(tmp_path)
    for name in ("article.txt", "my_article.txt"):
        Path(name).write_text(ARTICLE, encoding="utf-8")
    Path("my_reader.py").write_text(READER, encoding="utf-8")
    record = json.dumps({"doc_id": "a", "text": ARTICLE})
    Path("docs.jsonl").write_text(f"{record}\n", encoding="utf-8")
    for suffix in ("yaml", "txt"):
        Path(f"grain.{suffix}").write_bytes((Path(__file__).parent / "stories" / f"grain.{suffix}").read_bytes())
    Path("story.yaml").write_bytes(Path("grain.yaml").read_bytes())
    targets = (DOCS.parent / "Makefile").read_text(encoding="utf-8")
    for line in lines_of(page):
        if line.startswith("make "):
            assert re.search(rf"^{line.split()[1]}:", targets, re.MULTILINE), line
            continue
        if any(words in line for words in ELSEWHERE):
            continue
        piped, _, command = line.rpartition(" | ")
        command, _, out = command.partition(" > ")
        program, *words = shlex.split(command)
        assert program.removeprefix(".venv/bin/") == "dateline", line
        given = Path(shlex.split(piped)[1]).read_bytes() if piped else b""
        monkeypatch.setattr(sys, "argv", ["dateline", *words])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given), encoding="utf-8"))
        status = 0
        try:
            main()
        except SystemExit as end:
            status = end.code or 0
        printed = capsys.readouterr()
        if out:
            Path(out.strip()).write_text(printed.out, encoding="utf-8")
        wants_an_eye = words[0] == "check"
        assert status == 0 or (status == 1 and wants_an_eye), (line, printed.err)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_link_between_pages_leads_somewhere(page):
    for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
        if "://" not in target:
            there = page.parent / target
            assert there.exists() or there.name in MADE, target


@pytest.mark.parametrize(
    "page", [DOCS.parent / "README.md", DOCS / "howto" / "own_article.md"], ids=lambda page: page.stem
)
def test_the_first_python_that_readers_meet_runs(page, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for block in re.findall(r"```python\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL):
        exec(compile(block, str(page), "exec"), {})  # noqa: S102 - ours
    assert Path("map.html").exists()


def test_the_picture_in_the_readme_is_a_small_one_of_the_page():
    """It has words for those who do not see it, and does not make a clone heavy."""
    picture = DOCS / "screenshot.png"
    assert picture.read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"
    assert picture.stat().st_size < 300_000
    words = re.search(r"!\[([^]]+)\]\(docs/screenshot\.png\)", (DOCS.parent / "README.md").read_text(encoding="utf-8"))[
        1
    ]
    assert len(words) > 40
