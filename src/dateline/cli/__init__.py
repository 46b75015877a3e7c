"""The command: ``dateline …``."""

from __future__ import annotations

import atexit
import gc
import os
import sys

import click

from dateline.cli import articles, stories, world
from dateline.cli.root import cli
from dateline.errors import DatelineError

__all__ = ["articles", "cli", "main", "stories", "world"]

_STATUS_OF_BAD_INPUT = 2


def main() -> None:
    """Run the command; what a user can mend is one line on standard error and status 2."""
    # All that was read and remembered goes with the process: it is not looked through for rubbish at the end.
    atexit.register(gc.freeze)
    # The matrices are small: threads that wait to share them would only take processor time, at the start above all.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        cli(prog_name="dateline", standalone_mode=False)
    except click.exceptions.Exit as end:
        sys.exit(end.exit_code)
    except click.Abort:
        sys.exit(130)
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        sys.exit(_STATUS_OF_BAD_INPUT)
    except click.UsageError as error:
        command = error.ctx.command_path if error.ctx else "dateline"
        _refuse(f"{error.format_message().rstrip('.')}; see {command} --help")
    except (click.ClickException, DatelineError) as error:
        _refuse(error.format_message() if isinstance(error, click.ClickException) else str(error))
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except OSError as error:  # a full disk, a closed folder: no fault of ours, and no file is left half-written
        _refuse(f"{error.filename or 'the output'}: {(error.strerror or str(error)).lower()}; try another place")


def _refuse(words: str) -> None:
    """Say what a user can mend."""
    click.echo(f"dateline: {words}", err=True)
    sys.exit(_STATUS_OF_BAD_INPUT)
