"""What the command says: results on standard output, all else on standard error."""

from __future__ import annotations

import gc
import sys
import warnings
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from dateline.errors import DatelineError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.face import Story

__all__ = [
    "print_lines", "seldom_collecting", "stage", "stream", "table", "tell_coverage", "tell_findings", "told_warnings",
]  # fmt: skip


@contextmanager
def stage(words: str) -> Iterator[None]:
    """Say on a terminal what is being done; say nothing in a pipe."""
    if sys.stderr.isatty():
        sys.stderr.write(f"{words} … ")
        sys.stderr.flush()
    yield
    if sys.stderr.isatty():
        sys.stderr.write("done\n")


@contextmanager
def told_warnings() -> Iterator[None]:
    """Say a reader's warnings as lines of ours."""
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        yield
    for warning in told:
        click.echo(f"warning: {warning.message}", err=True)


def tell_coverage(story: Story, name: str) -> None:
    """Say how much of an article the draft holds: what gave nothing is no secret."""
    from dateline.story.coverage import coverage

    told, total = coverage(story)
    if not total:
        msg = f"{name}: no sentence of an article in it; give its text as .txt"
        raise DatelineError(msg)
    if not story.places:
        click.echo("no place found in this text", err=True)
    click.echo(f"{len(story.events)} events; {told} of {total} sentences are in the story", err=True)


def tell_findings(findings: Sequence[Any], *, quiet: bool = False) -> None:
    """Print the lint's findings; with ``quiet`` on standard error, and faults only."""
    for finding in findings:
        if not quiet or finding.level == "fault":
            click.echo(f"{finding.level}: {finding.rule}: {finding.where}: {finding.message}", err=quiet)


def table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> None:
    """Print columns that line up; the last one is as long as it is."""
    widths = [max(len(row[n]) for row in [head, *rows]) for n in range(len(head) - 1)]
    for row in [head, *rows]:
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=False)]
        click.echo("  ".join([*cells, row[-1]]).rstrip())


_YOUNG: Final = 1_000_000  # objects made and kept between two searches for rubbish; of those some 3 % are


@contextmanager
def seldom_collecting() -> Iterator[None]:
    """Search for rubbish seldom: most of what many articles leave behind is remembered, and found to be no rubbish."""
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(_YOUNG, *before[1:])
    try:
        yield
    finally:
        gc.freeze()  # else what is young would be searched at once
        gc.set_threshold(*before)
        gc.unfreeze()


def stream(docs: str, work: Any) -> int:  # noqa: ANN401
    """Print what the lines of a file, or of standard input, give; the status to end with."""
    if docs == "-":
        with seldom_collecting():
            return print_lines(work(sys.stdin.buffer))
    path = Path(docs)
    try:
        with path.open("rb") as file, seldom_collecting():
            return print_lines(work(file))
    except FileNotFoundError:
        msg = f"{path}: no such file"
        raise DatelineError(msg) from None
    except OSError as error:
        msg = f"{path}: cannot be read ({error.strerror})"
        raise DatelineError(msg) from None


def print_lines(lines: Iterator[str | DatelineError]) -> int:
    """Print what comes out; what went wrong goes to standard error and makes the status 1."""
    status = 0
    done = 0
    for line in lines:
        if isinstance(line, DatelineError):
            click.echo(f"dateline: {line}", err=True)
            status = 1
        else:
            sys.stdout.write(line + "\n")
            done += 1
        if sys.stderr.isatty() and done % 100 == 0:
            sys.stderr.write(f"\r{done} articles")
    if sys.stderr.isatty() and done >= 100:
        sys.stderr.write("\n")
    sys.stdout.flush()
    return status
