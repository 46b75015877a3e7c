"""Nothing is undocumented, and what the documentation tells people to run does run."""

from __future__ import annotations

import dataclasses
import importlib.util
import re
import shlex
from pathlib import Path

import pytest

from dateline.cli import cli
from dateline.story import model

DOCS = Path(__file__).parents[1] / "docs"
PAGES = sorted([*DOCS.rglob("*.md"), DOCS.parent / "README.md"])


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


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_command_in_the_documentation_exists(page):
    """A command or an option that a page tells readers to use is one that the program has."""
    for block in re.findall(r"```sh\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL):
        for line in block.splitlines():
            if match := re.search(r"(?:^|\| |bin/)dateline (\w.*)", line):
                name, *words = shlex.split(match.group(1))
                options = {o for p in cli.commands[name].params for o in p.opts}
                assert {word for word in words if word.startswith("--")} <= options, line
