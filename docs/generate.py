"""The reference pages that are made from the code, so that they cannot go stale."""

from __future__ import annotations

import dataclasses
import inspect
import re
from typing import TYPE_CHECKING

from dateline.cli import cli
from dateline.drawing.export import FORMATS
from dateline.drawing.geodata.layers import EVIDENCE_COLUMNS, LAYERS, PLACE_COLUMNS
from dateline.drawing.marks.rows import COLUMNS
from dateline.story import model
from dateline.story.check import RULES

if TYPE_CHECKING:
    import click

__all__ = ["command_reference", "described_fields", "layers_reference", "story_reference"]

RECORDS = (
    model.Story,
    model.Article,
    model.Place,
    model.Actor,
    model.Mention,
    model.Candidate,
    model.Event,
    model.Leg,
    model.Quantity,
    model.When,
    model.Operator,
    model.Statement,
    model.Evidence,
    model.Measure,
    model.Measured,
    model.Step,
    model.Correction,
)


def described_fields(record: type) -> dict[str, str]:
    """Take what the docstring of a record says of each field, by the field's name."""
    lines = inspect.cleandoc(record.__doc__ or "").splitlines()
    start = lines.index("----------") + 1 if "----------" in lines else len(lines)
    found: dict[str, str] = {}
    names: list[str] = []
    for line in lines[start:]:
        if line and not line.startswith(" "):
            names = [name.strip() for name in line.split(",")]
        elif line:
            for name in names:
                found[name] = f"{found.get(name, '')} {line.strip()}".strip()
    return found


def story_reference() -> str:
    """
    Describe the story document, field by field.

    Raises
    ------
    KeyError
        When a field is not described in its record's docstring.
    """
    parts = [
        "# The story document",
        "",
        f"Schema `{model.SCHEMA}`: a YAML file. Offsets count characters of the article's",
    ]
    parts += ["text as given; `[start, end)` leaves the end out.", ""]
    for record in RECORDS:
        head = inspect.cleandoc(record.__doc__ or "").split("\n\n")[0].replace("\n", " ")
        described = described_fields(record)
        parts += [f"## {record.__name__}", "", _markdown(head), "", "| field | type | meaning |", "| --- | --- | --- |"]
        for field in dataclasses.fields(record):
            if field.name == "text" and record is model.Story:
                continue
            type_ = str(field.type).replace("|", "\\|")
            parts.append(f"| `{field.name.rstrip('_')}` | `{type_}` | {_markdown(described[field.name])} |")
        parts.append("")
    parts += ["## Status", "", "| status | meaning |", "| --- | --- |"]
    parts += [f"| {status} | {meaning} |" for status, meaning in model.STATUSES.items()]
    parts += [
        "",
        "Where several words bear on one event the weakest holds: " + ", ".join(model.WEAKEST_FIRST) + ".",
        "",
    ]
    parts += ["## The editorial rules", "", "| rule | what it holds |", "| --- | --- |"]
    parts += [f"| `{rule}` | {meaning} |" for rule, meaning in RULES.items()]
    return "\n".join(parts) + "\n"


def layers_reference() -> str:
    """Describe the layers, their columns and the formats they are written in."""
    parts = [
        "# The layers",
        "",
        "What `dateline layers` writes and `dateline.layers` returns: tables with geometry, in longitude",
    ]
    parts += ["and latitude (EPSG:4326), cut at 180 degrees.", ""]
    tables = {
        "Layers": ("layer", LAYERS),
        "Columns of flows, routes, points, claims, unmapped, and of the table of all marks": ("column", COLUMNS),
        "Columns of places and areas": ("column", PLACE_COLUMNS),
        "Columns of evidence": ("column", EVIDENCE_COLUMNS),
        "Formats": ("suffix", FORMATS),
    }
    for title, (what, rows) in tables.items():
        parts += [f"## {title}", "", f"| {what} | meaning |", "| --- | --- |"]
        parts += [f"| `{name}` | {_markdown(meaning)} |" for name, meaning in rows.items()]
        parts.append("")
    return "\n".join(parts)


def command_reference() -> str:
    """Describe every command with its arguments and options."""
    parts = ["# The command", ""]
    for name, command in sorted(cli.commands.items()):
        parts += [f"## `dateline {name}`", "", *_help(command), ""]
        options = [parameter for parameter in command.params if parameter.param_type_name == "option"]
        if options:
            parts += ["| option | meaning |", "| --- | --- |"]
            parts += [f"| `{', '.join(o.opts)}` | {_described(o)} |" for o in options]
            parts.append("")
    return "\n".join(parts)


def _help(command: click.Command) -> list[str]:
    arguments = [p for p in command.params if p.param_type_name == "argument"]
    usage = " ".join([f"dateline {command.name}", *((p.metavar or p.name or "").upper() for p in arguments)])
    lines = ["```text", usage, "```", ""]
    for block in inspect.cleandoc(command.help or "").split("\n\n"):
        if block.startswith("\b"):
            first, *rest = block.removeprefix("\b\n").splitlines()
            lines += [first, "", "```sh", *(line.strip() for line in rest), "```", ""]
        else:
            lines += [block, ""]
    return lines


def _described(option: click.Parameter) -> str:
    words = getattr(option, "help", None)
    if not words:
        msg = f"the option {option.opts} has no help"
        raise KeyError(msg)
    choices = getattr(option.type, "choices", None)
    return f"{words} One of: {', '.join(choices)}." if choices else str(words)


def _markdown(words: str) -> str:
    return re.sub(r"``([^`]+)``", r"`\1`", words)
