"""What the options of the command give, held to what can be used before any work is done."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.errors import DatelineError

if TYPE_CHECKING:
    from dateline.config import Project

__all__ = ["folder_of", "language_of", "position", "project_of"]


def project_of(file: str | None, *folders: Path) -> Project:
    """Load the project file that was named, else the one that is found."""
    from dateline.config import load_project, project_for

    return load_project(file) if file else project_for(*folders)


def language_of(lang: str | None, project: Project) -> str:
    """Choose the page's language and hold it to those that there are."""
    from dateline.drawing.style.words import words

    return words(lang or project.language or "en").lang


def folder_of(output: str) -> Path:
    """Hold a folder to be written into to what can be written: not after a minute's work, but before."""
    folder = Path(output)
    near = next(path for path in (folder, *folder.absolute().parents) if path.exists())
    if not near.is_dir():
        msg = f"{folder}: cannot be a folder, as {near} is a file; choose another place with -o"
        raise DatelineError(msg)
    if not os.access(near, os.W_OK):
        msg = f"{folder}: cannot be written, as {near} is closed to you; choose another place with -o"
        raise DatelineError(msg)
    return folder


def position(words: str) -> str | tuple[float, float]:
    """Read ``121.5,25`` as longitude and latitude; all else is a name."""
    try:
        lon, lat = (float(part) for part in words.split(","))
    except ValueError:
        return words
    return lon, lat
