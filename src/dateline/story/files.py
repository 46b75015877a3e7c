"""Text files in and out: UTF-8 as given, written beside and then renamed."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path
from typing import Final

from dateline.errors import DatelineError

__all__ = ["decode", "read_text", "write_beside"]


_NO_TEXT: Final = {
    b"%PDF": "a PDF; save the words of the article as .txt (copy them, or run pdftotext)",
    b"PK\x03\x04": "an office document or another zip file; save the words of the article as .txt",
    b"\xff\xfe": "text in UTF-16; save it as UTF-8 (iconv -f UTF-16 -t UTF-8)",
    b"\xfe\xff": "text in UTF-16; save it as UTF-8 (iconv -f UTF-16 -t UTF-8)",
}


def read_text(path: str | Path, /) -> str:
    """
    Read a UTF-8 file as it is: no newline is translated, so offsets count what the file holds.

    Raises
    ------
    DatelineError
        When the file is missing, unreadable, or not UTF-8 text.
    """
    path = Path(path)
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        msg = f"{path}: no such file"
        raise DatelineError(msg) from None
    except IsADirectoryError:
        msg = f"{path}: is a folder; name a file"
        raise DatelineError(msg) from None
    except OSError as error:
        msg = f"{path}: cannot be read ({error.strerror})"
        raise DatelineError(msg) from None
    return decode(raw, str(path))


def decode(raw: bytes, name: str) -> str:
    """
    Decode UTF-8 bytes; ``name`` is what a message calls them.

    Raises
    ------
    DatelineError
        When the bytes are binary or in another encoding.
    """
    for start, what in _NO_TEXT.items():
        if raw.startswith(start):
            msg = f"{name}: {what}"
            raise DatelineError(msg)
    if b"\0" in raw[:8192]:
        msg = f"{name}: a binary file, not text; give text in UTF-8"
        raise DatelineError(msg)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        byte = raw[error.start]
        msg = f"{name}: not UTF-8 (byte 0x{byte:02x} at {error.start}); save it as UTF-8 (iconv -f LATIN1 -t UTF-8)"
        raise DatelineError(msg) from None


def write_beside(path: str | Path, content: bytes, /) -> None:
    """
    Write a file whole or not at all: beside it first, then renamed over it. Folders on the way are made.

    Raises
    ------
    DatelineError
        When the folder cannot be made or written to.
    """
    path = Path(path)
    beside = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_dir():
            msg = f"{path}: is a folder; name a file"
            raise DatelineError(msg)
        handle, name = tempfile.mkstemp(prefix=f".{path.name[:80]}.", dir=path.parent)
        beside = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
        beside.chmod(mode)
        beside.replace(path)
        beside = None
    except (FileExistsError, NotADirectoryError):
        msg = f"{path}: cannot be written, as {path.parent} is no folder; choose another place with -o"
        raise DatelineError(msg) from None
    except OSError as error:
        msg = f"{path}: cannot be written ({error.strerror}); choose another place with -o"
        raise DatelineError(msg) from None
    finally:
        if beside is not None:
            with contextlib.suppress(OSError):
                beside.unlink()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
