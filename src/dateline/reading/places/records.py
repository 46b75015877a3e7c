"""One article a line: what a line of JSON must hold, and what is said of one that does not."""

from __future__ import annotations

import json
import re
from typing import Any, Final

from dateline.errors import DatelineError

__all__ = ["MOST_CHARACTERS", "record"]

MOST_CHARACTERS: Final = 1_000_000
"""The longest text of one record; a long feature has some 60,000 characters."""
_MOST_BYTES: Final = 4 * MOST_CHARACTERS
_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}(?:T.*)?")


def record(line: bytes, /) -> dict[str, Any]:
    """
    Read one line: an object with ``doc_id`` and ``text``, maybe ``published`` and ``home``.

    Raises
    ------
    DatelineError
        With what is wrong, the value and the way out, in one sentence.

    Examples
    --------
    >>> record(b'{"doc_id": 7, "text": "Rain fell."}')["text"]
    'Rain fell.'
    >>> record(b'{"doc_id": 7}')
    Traceback (most recent call last):
    dateline.errors.DatelineError: no text; give an object with a string under 'text'
    """
    if len(line) > _MOST_BYTES:
        msg = f"{len(line):,} bytes, more than the {_MOST_BYTES:,} of one article; split it"
        raise DatelineError(msg)
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        why = error.msg if isinstance(error, json.JSONDecodeError) else type(error).__name__
        msg = f'not JSON ({why}); give {{"doc_id": …, "text": …}}'
        raise DatelineError(msg) from None
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        msg = "no text; give an object with a string under 'text'"
        raise DatelineError(msg)
    if not isinstance(row.get("doc_id"), str | int):
        msg = "no doc_id; give a string or a number under 'doc_id'"
        raise DatelineError(msg)
    for name, example in (("home", "a name such as 'Alexandria, Louisiana'"), ("published", "an ISO date")):
        if row.get(name) is not None and not isinstance(row[name], str):
            msg = f"{name} is {str(row[name])[:60]!r}; give {example}"
            raise DatelineError(msg)
    if row.get("published") and not _DATE.fullmatch(row["published"]):
        msg = f"published is {row['published'][:60]!r}; give an ISO date such as 2024-05-06"
        raise DatelineError(msg)
    if len(row["text"]) > MOST_CHARACTERS:
        msg = f"{len(row['text']):,} characters, more than the {MOST_CHARACTERS:,} of one article; split it"
        raise DatelineError(msg)
    try:
        row["text"].encode()
    except UnicodeEncodeError as error:
        half = ord(row["text"][error.start])
        msg = f"half of a character (U+{half:04X}) at offset {error.start}; write the text as UTF-8"
        raise DatelineError(msg) from None
    return row
