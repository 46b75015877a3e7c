"""The geoparser's entry: from an article, or from many lines of them, to placed place names."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, Literal

from dateline.atlas.index import open_index
from dateline.atlas.place import Place  # noqa: TC001 - doctests look it up here
from dateline.errors import DatelineError
from dateline.reading.places.records import MOST_CHARACTERS, record
from dateline.reading.places.scene import Found, read_scene
from dateline.reading.places.toponym import Toponym

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dateline.reading.places.recognizer import Recognizer
    from dateline.reading.text.article import Article

__all__ = ["MOST_CHARACTERS", "PROFILES", "Profile", "geoparse", "geoparse_lines"]

Profile = Literal["all", "literal", "no-demonyms"]
PROFILES: Final = ("all", "literal", "no-demonyms")
_CANDIDATES: Final = 8


def geoparse(
    article: Article,
    /,
    *,
    home: str | None = None,
    profile: Profile = "all",
    explain: bool = False,
    recognizer: Recognizer | None = None,
) -> tuple[Toponym, ...]:
    """
    Find and place the place names of an article.

    Parameters
    ----------
    article
        The article; names in its page chrome are left out.
    home
        Where the outlet is ("Alexandria, Louisiana"): a local paper's towns are then looked for near it.
    profile
        ``all``; ``literal``: only places themselves; ``no-demonyms``: all but demonyms, adjectives and languages.
    explain
        Give each toponym the reasons for it.
    recognizer
        Another way to find the names (see `dateline.reading.places.recognizer`); None for Dateline's own.

    Returns
    -------
    toponyms
        In the order of the text; they never overlap. Empty where the text names no place.

    Examples
    --------
    >>> from dateline.reading.text.article import parse
    >>> found = geoparse(parse("Moscow denied it. Two ships left the port of Odesa in Ukraine on Monday."))
    >>> [(t.text, t.sense, t.place.name) for t in found]
    [('Moscow', 'associative', 'Moscow'), ('Odesa', 'literal', 'Odesa'), ('Ukraine', 'literal', 'Ukraine')]
    >>> found[0].stands_for, found[0].state
    ('government', 'RU')
    """
    _known(profile)
    found = read_scene(article.text, home=home, recognizer=recognizer)
    spans = [span for span in (article.title, article.dateline, *article.paragraphs) if span is not None]
    return tuple(
        _toponym(one, explain=explain)
        for one in found
        if _wanted(one, profile) and (not spans or any(a <= one.start and one.end <= b for a, b in spans))
    )


def geoparse_lines(
    lines: Iterable[bytes], *, profile: str = "all", home: str | None = None, explain: bool = False
) -> Iterator[str | DatelineError]:
    r"""
    Geoparse records, one JSON object a line.

    Parameters
    ----------
    lines
        ``{"doc_id", "text", "home"}``; ``home`` may be missing. Blank lines are passed over.
    profile, explain
        As for ``geoparse``.
    home
        Where the outlet is, for records that do not say.

    Yields
    ------
    line
        ``{"doc_id", "mentions": [{"start", "end", "text", "lat", "lon", "kind", "place", "place_kind", …}]}``, or the
        error of a record that cannot be read; the other records still come.

    Examples
    --------
    >>> out = list(geoparse_lines([b'{"doc_id": "a", "text": "Rain fell in Lagos."}', b'{"doc_id": "b"']))
    >>> [(m["text"], m["place_kind"]) for m in json.loads(out[0])["mentions"]], str(out[1])[:7]
    ([('Lagos', 'city')], 'line 2:')
    """
    _known(profile)
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = record(line)
            found = [one for one in read_scene(row["text"], home=row.get("home") or home) if _wanted(one, profile)]
            yield json.dumps({"doc_id": row["doc_id"], "mentions": [_row(one, explain=explain) for one in found]})
        except DatelineError as error:
            yield DatelineError(f"line {number}: {error}")


def _known(profile: str) -> None:
    if profile not in PROFILES:
        msg = f"profile {profile!r} is not one of {', '.join(PROFILES)}"
        raise DatelineError(msg)


def _wanted(one: Found, profile: str) -> bool:
    if profile == "literal":
        return one.sense == "literal"
    return profile == "all" or one.sort not in {"demonym", "language"}


_NOWHERE: Final = None, None, None, None


@lru_cache(maxsize=20_000)
def _place(row: int) -> tuple[float, float, str, str]:
    """Give longitude, latitude, name and kind of a place: the few of a paper's beat come again and again."""
    index = open_index()
    return *index.point(row), index.name(row), index.kind(row)


def _row(one: Found, *, explain: bool) -> dict[str, Any]:
    """What is printed of one mention."""
    lon, lat, name, kind = _NOWHERE if one.row is None else _place(one.row)
    row: dict[str, Any] = {
        "start": one.start,
        "end": one.end,
        "text": one.text,
        "lat": lat,
        "lon": lon,
        "kind": one.sense,
        "place": name,
        "place_kind": one.sort if one.inexact else kind,
        "ambiguous": one.ambiguous,
    }
    if explain:
        row["reasons"] = list(one.reasons())
        row["candidates"] = [
            {"id": place.id, "name": place.name, "kind": place.kind, "in": [*place.admin, *place.countries],
             "lon": place.lon, "lat": place.lat, "score": score}
            for place, score in _candidates(one)
        ]  # fmt: skip
    return row


def _candidates(one: Found) -> tuple[tuple[Place, float], ...]:
    index = open_index()
    return tuple((index.place(row), round(score, 2)) for score, row in one.ranked[:_CANDIDATES])


def _toponym(one: Found, *, explain: bool) -> Toponym:
    index = open_index()
    return Toponym(
        start=one.start,
        end=one.end,
        text=one.text,
        sense=one.sense,
        sort=one.sort,
        place=index.place(one.row) if one.row is not None else None,
        candidates=_candidates(one),
        ambiguous=one.ambiguous,
        stands_for=one.stands_for,
        state=one.state,
        inexact=one.inexact,
        reasons=one.reasons() if explain else (),
    )
