"""The command itself: ``dateline``."""

from __future__ import annotations

import click

__all__ = ["cli"]

_CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 110}


@click.group(context_settings=_CONTEXT)
@click.version_option(package_name="dateline", message="%(prog)s %(version)s")
def cli() -> None:
    """
    Turn a news article into a sourced story map.

    In goes text; out comes one HTML file that opens from disk with no network, on which every line is tied to the
    words it rests on, says who claims it and who denies it, and shows by its drawing how certain it is.

    \b
    Example:
      dateline map article.txt -o build
    """
