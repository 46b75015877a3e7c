"""The geoparser's entry: from an article, or from many lines of them, to placed place names."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal

from dateline.atlas.index import open_index
from dateline.atlas.place import Place  # noqa: TC001 - doctests look it up here
from dateline.errors import DatelineError
from dateline.reading.places.records import MOST_CHARACTERS, record
from dateline.reading.places.scene import read_scene
from dateline.reading.places.toponym import Toponym

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dateline.reading.places.found import Found
    from dateline.reading.places.recognizer import Recognizer
    from dateline.reading.text.article import Article

__all__ = ["MOST_CHARACTERS", "PROFILES", "Profile", "geoparse", "geoparse_lines"]

Profile = Literal["all", "literal", "no-demonyms"]
PROFILES: Final = ("all", "literal", "no-demonyms")
_CANDIDATES: Final = 8
_quoted: Final = json.encoder.encode_basestring_ascii


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
            yield _line(row["doc_id"], found, explain=explain)
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


@lru_cache(maxsize=20_000)
def _place(row: int | None) -> tuple[str, str, str]:
    """Write longitude and latitude, name and kind of a place: the few of a paper's beat come again and again."""
    if row is None:
        return '"lat": null, "lon": null', "null", "null"
    index = open_index()
    lon, lat = index.point(row)
    return f'"lat": {lat!r}, "lon": {lon!r}', _quoted(index.name(row)), _quoted(index.kind(row))


def _line(ident: str | int, found: Iterable[Found], *, explain: bool) -> str:
    """Write what is printed of one record."""
    return f'{{"doc_id": {json.dumps(ident)}, "mentions": [{", ".join([_mention(one, explain) for one in found])}]}}'


def _mention(one: Found, explain: bool) -> str:  # noqa: FBT001 - once for each of many
    """Write what is printed of one mention: by hand, which takes half the time of a dict for json."""
    where, name, kind = _place(one.row)
    return (
        f'{{"start": {one.start}, "end": {one.end}, "text": {_quoted(one.text)}, {where}, "kind": "{one.sense}", '
        f'"place": {name}, "place_kind": {_quoted(one.sort) if one.inexact else kind}, '
        f'"ambiguous": {"true" if one.ambiguous else "false"}{_explained(one) if explain else ""}}}'
    )


def _explained(one: Found) -> str:
    """Write the reasons and the candidates of a mention."""
    candidates = [
        {"id": place.id, "name": place.name, "kind": place.kind, "in": [*place.admin, *place.countries],
         "lon": place.lon, "lat": place.lat, "score": score}
        for place, score in _candidates(one)
    ]  # fmt: skip
    return f', "reasons": {json.dumps(list(one.reasons()))}, "candidates": {json.dumps(candidates)}'


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
        lent=one.lent,
        reasons=one.reasons() if explain else (),
    )
