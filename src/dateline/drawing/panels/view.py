"""What the page's script is told: the data block that others may read, and how the marks are drawn."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import TYPE_CHECKING, Any, Final

from dateline.drawing.ground.basemap import encoded
from dateline.drawing.ground.credits import credit_line
from dateline.drawing.ground.surroundings import across_deg, surroundings
from dateline.drawing.marks.marks import shown_in, widths
from dateline.drawing.marks.rows import position
from dateline.drawing.panels.mapframe import MANY, MAP_NAME
from dateline.drawing.style.encodings import LINE_PX
from dateline.story.waters import WATERS

if TYPE_CHECKING:
    from dateline.drawing.ground.basemap import Basemap
    from dateline.drawing.marks.marks import Claim, Mark
    from dateline.drawing.marks.telling import Telling
    from dateline.drawing.style.words import Words
    from dateline.story.model import Precision, Span, Story

__all__ = ["escaped_json", "land_block", "story_block", "view_block"]

_DEGREES: Final = 3  # decimals of a coordinate: 110 m, a fifth of a pixel at the nearest zoom


def escaped_json(value: object, /) -> str:
    r"""
    Write JSON that may stand in a script element.

    Examples
    --------
    >>> escaped_json("</script>&")
    '"\\u003c/script\\u003e\\u0026"'
    """
    written = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for letter in "<>&\u2028\u2029\x7f\ufeff":
        written = written.replace(letter, f"\\u{ord(letter):04x}")
    # A lone surrogate cannot be written as UTF-8.
    return re.sub("[\ud800-\udfff]", lambda found: f"\\u{ord(found.group()):04x}", written)


def at(span: Span | None) -> str | None:
    """Write a span as the page's attributes do."""
    return None if span is None else f"{span[0]}-{span[1]}"


def story_block(told: Telling, /) -> dict[str, Any]:
    """Return the page's data: the story as a file has it, and what was made of it."""
    from dateline.story.file import to_document

    cut = told.sentences
    return {
        "schema": "dateline/page@1",
        "article": {
            "sha256": told.sha256,
            "length": len(told.story.text),
            "body": [cut[0].at[0], cut[-1].at[1]] if cut else [0, len(told.story.text)],
            "text": told.text,
            "sentences": [
                {"n": s.n, "at": list(s.at), "text": "".join(words for _, words in s.pieces) if s.pieces else None}
                for s in cut
            ],
        },
        "story": to_document(told.story),
        "marks": [_datum(mark, brief=len(told.on_map) > MANY) for mark in told.on_map],
        "steps": [
            {"n": n, "title": step.title, "show": shown_in(step, told.marks), "must": list(step.focus)}
            for n, step in enumerate(told.steps, start=1)
        ],
        "silences": [f"{mark.id}:{silence}" for mark in told.on_map for silence in mark.silences],
        "data": [
            {"name": one.name, "version": one.version, "licence": one.licence, "viewpoint": one.viewpoint}
            for one in told.data
        ],
        "build": told.build,
    }


def _datum(mark: Mark, *, brief: bool) -> dict[str, Any]:
    """Return what the data block says of a mark; among very many, words of its evidence stand with the event alone."""
    own = {one.at for one in mark.evidence} if brief else set()
    return {
        "id": mark.id,
        "event": mark.event,
        "leg": mark.leg,
        "kind": mark.kind,
        "status": mark.status,
        "ours": list(mark.ours),
        "unit": mark.unit,
        "value": _plain(mark.value),
        "claims": [
            {"stance": c.stance, "who": c.who}
            | ({} if c.at in own else {"quote": c.quote})
            | {"at": list(c.at) if c.at else None}
            for c in mark.claims
        ],
    }


def _plain(value: float | None) -> float | int | None:
    return int(value) if value is not None and value == int(value) else value


def view_block(told: Telling, /, *, tiles: dict[str, str] | None = None) -> dict[str, Any]:
    """
    Return how each mark, node and label is drawn and what the panels say beyond the data block.

    What the data block has is not said again: the script joins the two by the marks' ids.
    """
    width = widths(told.marks)
    said = {at(one.at): one.quote for mark in told.on_map for claim in mark.claims for one in claim.said}
    exact = Counter(mark.precision for mark in told.on_map).most_common(1)
    usual = exact[0][0] if exact else None
    return {
        "map": MAP_NAME if told.on_map else None,
        "precision": usual,
        "paragraphs": list(told.paragraphs) if len(told.paragraphs) > 1 else None,
        "credit": credit_line(told.data),
        "language": told.story.article.language if told.story.article.language != told.words.lang else None,
        "tiles": tiles,
        "marks": {mark.id: _mark(told, mark, width=width[mark.id], usual=usual) for mark in told.on_map},
        "quotes": said,
        "nodes": _nodes(told),
        "context": surroundings(told.story, told.shapes, lang=told.words.lang) if told.on_map else [],
        # Sentences that are cut elsewhere than where evidence begins and ends, as the article on the page is.
        "pieces": {
            s.n: [[*span, piece] for span, piece in s.pieces] for s in told.sentences if len(s.pieces) > len(s.runs())
        },
        "words": _script_words(told.words),
    }


def _mark(told: Telling, mark: Mark, *, width: float, usual: Precision | None) -> dict[str, Any]:
    """Return what the script cannot take from the data block or from the mark's row in the table."""
    shape = told.shapes.marks[mark.id]
    facts = {
        "width": width if width != LINE_PX else None,
        "precision": mark.precision if mark.precision != usual else None,
        # Its ends are the nodes of the parties that the story names, as a rule; False where there is none.
        "start": (mark.start or False) if mark.start != mark.from_ else None,
        "end": (mark.end or False) if mark.end != mark.to else None,
        "amount": mark.amount,
        "surface": mark.surface,
        "unsaid": _line(shape.unsaid) if shape.unsaid is not None else None,
        "when": mark.when,
        "lane": mark.lane if mark.lane == "relative" and not mark.when else None,
        "date": mark.when_start,
        "rows": rows if any(rows := [_row(claim) for claim in mark.claims]) else None,
        "because": list(dict.fromkeys(one.text for one in mark.operators)),
        "passes": list(mark.passages),
        "length": round(mark.length_km, 1) if mark.length_km is not None else None,
        "note": mark.note,
        "at": list(position(shape.geometry).values()),
    }
    return {key: value for key, value in facts.items() if value not in (None, [], "")}


def _row(claim: Claim) -> dict[str, Any]:
    """What a row of the ledger has besides the claim: names, and the words that were said."""
    row = {
        "name": claim.called if claim.who != "article" else None,
        "party": claim.party if claim.party != claim.called else None,
        "said": [at(one.at) for one in claim.said],
    }
    return {key: value for key, value in row.items() if value not in (None, [])}


def _line(line: Any) -> list[list[float]]:  # noqa: ANN401  # shapely's coordinates are not typed
    return [[round(xy[0], _DEGREES), round(xy[1], _DEGREES)] for xy in line.coords]


def _nodes(told: Telling) -> dict[str, dict[str, Any]]:
    """Return the places that are named on the map: where marks end, what they pass, what a step must show."""
    from dateline.drawing.geometry.turns import nearest_turn

    story, drawn, words = told.story, told.shapes, told.words
    harbourless = {key for mark in told.on_map if "port" in mark.silences for key in (mark.start, mark.end)}
    wanted = [*drawn.nodes, *(key for step in told.steps for key in step.focus)]
    out: dict[str, dict[str, Any]] = {}
    for key in dict.fromkeys(wanted):
        node, place = drawn.nodes.get(key), story.places.get(key)
        if node is not None:
            lon, lat, kind, precision, name = node.lon, node.lat, node.kind, node.precision, node.name
        elif place is not None and place.lon is not None and place.lat is not None:
            lon = place.lon + nearest_turn(place.lon, place.lon, drawn.meridian)
            lat, kind, precision, name = place.lat, place.kind, place.precision, place.name
        else:
            continue
        said = told.names.in_text(key)
        fact: dict[str, Any] = {
            "lon": round(lon, _DEGREES),
            "lat": round(lat, _DEGREES),
            "precision": precision,
            "name": said or name,
        }
        if precision == "country":
            fact["level"] = words("level.country")
            fact |= {"wide": wide} if (wide := _across(story, key)) else {}
        if node is not None and node.lent:
            fact |= {"level": words("level.lent"), "lent": True}
        if key in harbourless and precision in {"country", "region"}:
            fact["port"] = words("level.port")
        fact |= {"water": True} if kind in WATERS else {}
        fact |= {} if said else {"context": True}
        fact |= {"free": True} if node is None else {}
        out[key] = fact
    return out


def _across(story: Story, key: str) -> float | None:
    """Return about how many degrees wide a country is drawn; None where the atlas does not say."""
    from dateline.atlas.index import open_index

    place = story.places.get(key)
    if place is None or len(place.countries) != 1:
        return None
    index = open_index()
    row = index.codes.get(place.countries[0])
    return None if row is None else round(across_deg(index.place(row)), 1) or None


def land_block(ground: Basemap) -> dict[str, Any]:
    """Return the land and the lines as short words."""
    return {"meridian": ground.meridian, "land": encoded(ground.land), "lines": encoded(ground.lines)}


def _script_words(words: Words) -> dict[str, Any]:
    keys = (
        "step_of", "goto_step", "count", "left_out", "close", "not_stated", "paragraph", "check_requests", "denied_by",
        "unconfirmed_spoken", "why_status", "passes", "length", "ours_shape", "ours_ends", "ours_near", "ours_whole",
        "tiles_fail", "badge_alleged", "badge_unconfirmed", "badge_denied", "list_join", "by_article",
        "perspective_article", "sort",
        "silence_port", "silence_route", "silence_recipient",
    )  # fmt: skip
    groups = ("status", "definition", "stance", "precision_definition")
    return {key: words(key) for key in keys} | {group: words.group(group) for group in groups}
