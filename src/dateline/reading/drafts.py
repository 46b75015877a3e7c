"""Many articles at once: one record a line in, one story a line out."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from dateline.errors import DatelineError
from dateline.reading.amounts.measures import with_measures
from dateline.reading.draft import draft
from dateline.reading.places.geoparse import geoparse
from dateline.reading.places.records import record
from dateline.reading.text.article import parse
from dateline.story.file import to_document

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dateline.reading.extractor import Extractor

__all__ = ["draft_lines"]


def draft_lines(
    lines: Iterable[bytes], /, *, home: str | None = None, extractor: Extractor | None = None
) -> Iterator[str | DatelineError]:
    r"""
    Draft the stories of records, one JSON object a line.

    Parameters
    ----------
    lines
        ``{"doc_id", "text", "published", "home"}``; the last two may be missing. Blank lines are passed over.
    home
        Where the outlet is, for records that do not say.
    extractor
        Who drafts in place of Dateline.

    Yields
    ------
    line
        ``{"doc_id", "story"}``, or the error of a record that cannot be read; the other records still come.

    Examples
    --------
    >>> out = list(draft_lines([b'{"doc_id": "a", "text": "A ship left Bari for Durres."}', b'{"doc_id": "b"']))
    >>> [event["kind"] for event in json.loads(out[0])["story"]["events"]], str(out[1])[:7]
    (['route'], 'line 2:')
    """
    read = draft if extractor is None else extractor
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = record(line)
            article = parse(row["text"], published=row.get("published"))
            story = read(article, mentions=geoparse(article, home=row.get("home") or home))
            story = with_measures(story, article.sentences)
            yield json.dumps({"doc_id": row["doc_id"], "story": to_document(story)}, ensure_ascii=False)
        except DatelineError as error:
            yield DatelineError(f"line {number}: {error}")
