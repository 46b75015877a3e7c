"""The one entry of drawing: from a story to one HTML page that opens from disk and asks for nothing."""

from __future__ import annotations

import base64
import hashlib
import json
from collections import Counter
from dataclasses import dataclass
from functools import cache
from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from dateline.drawing.marks.definitions import definition, remark
from dateline.drawing.style.house import House
from dateline.errors import DatelineError

if TYPE_CHECKING:
    from pathlib import Path

    from jinja2 import Environment

    from dateline.drawing.marks.articlepane import Sentence
    from dateline.drawing.marks.marks import Mark
    from dateline.drawing.marks.telling import Telling
    from dateline.drawing.panels.timeaxis import Axis
    from dateline.story.model import Span, Story

__all__ = ["PageError", "StoryMap", "draw"]

_SCRIPTS: Final = ("state.js", "geo.js", "ground.js", "lines.js", "labels.js", "inset.js", "panels.js", "page.js")
# Before Leaflet measures anything: what readers without script see need not be laid out then.
_EARLY: Final = 'document.documentElement.classList.add("js");'
_FRAME_PX: Final = 620
_LISTED: Final = 16  # marks that a step also names in words


class PageError(DatelineError):
    """A page was asked for in a way that there is none."""


@dataclass(frozen=True, slots=True)
class StoryMap:
    """
    A drawn story.

    Attributes
    ----------
    html
        The whole page.
    title
        The article's title.
    """

    html: str
    title: str
    _summary: str

    def save(self, path: str | Path, /) -> None:
        """Write the page whole or not at all; folders on the way are made."""
        from dateline.story.files import write_beside

        write_beside(path, self.html.encode("utf-8"))

    def __repr__(self) -> str:
        return f"<StoryMap {self.title!r}: {self._summary}>"

    def _repr_html_(self) -> str:
        """Show the page in a notebook: in a frame of its own, so that neither styles the other."""
        return (
            f'<iframe srcdoc="{escape(self.html)}" title="{escape(self.title)}" '
            f'style="width:100%;height:{_FRAME_PX}px;border:0" loading="lazy"></iframe>'
        )


def draw(  # noqa: PLR0913 - options by name
    story: Story,
    /,
    *,
    lang: str = "en",
    tiles: str | None = None,
    text: str = "full",
    embed: bool = False,
    house: House | None = None,
) -> StoryMap:
    """
    Draw a story's page.

    Parameters
    ----------
    lang
        Language of the page's own words; the article's stay as they are.
    tiles
        Name of a provider of online map pictures that a reader may turn on, or None for a page without.
    text
        ``full`` shows the whole article; ``quotes`` only the sentences that something is quoted from.
    embed
        Whether the page is made for a frame: it then writes no address and uses no viewport units.
    house
        An outlet's own colours, fonts and credit line.

    Raises
    ------
    DatelineError
        When an option is not one of those that there are; the message names them.

    Examples
    --------
    >>> from dateline.story.model import Article, Event, Story
    >>> flow = Event(id="e1", kind="flow", goods="grain", status="asserted")
    >>> draw(Story(article=Article(title="Grain moves"), events=(flow,)))
    <StoryMap 'Grain moves': 0 marks; 1 event not on the map; 0 of 0 sentences mapped; 1 warning>
    """
    from dateline.drawing.ground.basemap import basemap, extent
    from dateline.drawing.marks.telling import telling
    from dateline.drawing.panels.figure import leaflet
    from dateline.drawing.panels.mapframe import map_parts
    from dateline.drawing.panels.tiles import tiles_of
    from dateline.drawing.panels.view import escaped_json, land_block, story_block, view_block

    if text not in ("full", "quotes"):
        msg = f"text: {text!r} is not one of full, quotes"
        raise PageError(msg)
    provider = tiles_of(tiles)
    house = house or House()
    told = telling(story, lang=lang, text="full" if text == "full" else "quotes", house=house)
    bounds = extent(told.shapes) if told.on_map else None
    blocks: dict[str, object] = {"story": story_block(told), "view": view_block(told, tiles=provider)}
    scripts, frame = [_EARLY], ""
    if bounds:
        parts = map_parts(told.shapes, told.marks, bounds)
        frame = parts.html
        blocks["land"] = land_block(basemap(told.shapes))
        scripts += [leaflet()[0], parts.script]
    scripts.append(_own_script())
    html = _rendered(
        told,
        frame=frame,
        blocks={name: escaped_json(block) for name, block in blocks.items()},
        scripts=scripts,
        tiles=provider,
        embed=embed,
        house=house,
    )
    return StoryMap(html, story.article.title or told.words("page_of"), _summary(told))


def _rendered(  # noqa: PLR0913
    told: Telling,
    *,
    frame: str,
    blocks: dict[str, str],
    scripts: list[str],
    tiles: dict[str, str] | None,
    embed: bool,
    house: House,
) -> str:
    """Put the page together: our template is the outermost, and its text is never rendered again."""
    from dateline.drawing.ground.credits import boundary_source
    from dateline.drawing.marks.marks import thread_numbers
    from dateline.drawing.panels.figure import leaflet, leaflet_licence
    from dateline.drawing.panels.legend import legend
    from dateline.drawing.panels.mapframe import MANY
    from dateline.drawing.panels.table import rows
    from dateline.drawing.panels.timestrip import lanes
    from dateline.drawing.stills.sketch import closest_step
    from dateline.drawing.style.encodings import STROKES
    from dateline.story.check import RULES, check

    findings = check(told.story)
    return _environment().get_template("page.html.j2").render(
        w=told.words,
        t=told,
        story=told.story,
        article=told.story.article,
        embed=embed,
        tiles=tiles,
        legend=legend(told.marks, told.words),
        lanes=lanes(told.marks),
        axis=_axis(told),
        rows=rows(told.marks, told.words),
        listed=_listed(told),
        off_map=_off_map(told) if frame else {},
        silences=_silences(told),
        many=len(told.on_map) > MANY,
        same=_same_quotes(told),
        speakers=_speakers(told),
        threads=thread_numbers(told.marks),
        heads={status: stroke.head for status, stroke in STROKES.items()},
        thread_counts=Counter(mark.thread for mark in told.on_map),
        borders=boundary_source(),
        whats={key: mark.what for mark in told.marks for key in (mark.event, mark.id)},
        rules=[(rule, holds, [f for f in findings if f.rule == rule]) for rule, holds in RULES.items()],
        leaflet_css=leaflet()[1] if frame else "",
        leaflet_licence=leaflet_licence() if frame else "",
        css=_own_style(),
        house=house,
        house_css=house.css,
        measures=[one for one in told.story.measures if one.review != "rejected"],
        frame=frame,
        blocks=blocks,
        early=scripts[:-1],
        script=scripts[-1],
        policy=_policy(scripts, tiles),
        statics=_statics(told),
        closest=closest_step(told),
    )  # fmt: skip


def _axis(told: Telling) -> Axis | None:
    """Return the axis of the dated marks; where there are very many, nobody would find one on it."""
    from dateline.drawing.panels.mapframe import MANY
    from dateline.drawing.panels.timeaxis import axis
    from dateline.drawing.panels.timestrip import lanes

    if len(told.on_map) > MANY:
        return None
    return axis(lanes(told.marks)["dated"], told.words, published=told.story.article.published)


def _statics(told: Telling) -> dict[str, str]:
    """Return the still maps that there are: for print, and for readers without script."""
    from dateline.drawing.stills.static import static_svg

    return {which: svg for which in ("overview", "detail") if (svg := static_svg(told, which=which))}


def _listed(told: Telling) -> dict[int, list[Mark]]:
    """Return the marks that each step names in words; a step that shows more than a reader would read has none."""
    from dateline.drawing.marks.marks import shown_in

    by_id = {mark.id: mark for mark in told.on_map}
    steps = {n: [by_id[key] for key in shown_in(step, told.marks)] for n, step in enumerate(told.steps, start=1)}
    return {n: marks for n, marks in steps.items() if 0 < len(marks) <= _LISTED}


def _off_map(told: Telling) -> dict[int, list[Mark]]:
    """Return the marks of each step that are not on the map, unless a step has more than a reader would read."""
    steps = {
        n: [mark for mark in told.marks if not mark.drawn and mark.told_in(step)]
        for n, step in enumerate(told.steps, start=1)
    }
    return {n: marks for n, marks in steps.items() if 0 < len(marks) <= _LISTED}


def _silences(told: Telling) -> dict[str, list[Mark]]:
    """Return what the text leaves open, with the marks that it is left open about."""
    from typing import get_args

    from dateline.drawing.marks.marks import Silence

    found = {silence: [mark for mark in told.on_map if silence in mark.silences] for silence in get_args(Silence)}
    return {silence: marks for silence, marks in found.items() if marks}


def _same_quotes(told: Telling) -> dict[str, str]:
    """Return the marks that rest on the very words of an earlier one, with that one."""
    first: dict[tuple[Span, ...], str] = {}
    found = {}
    for mark in told.on_map:
        spans = tuple(one.at for one in mark.evidence)
        if spans and first.setdefault(spans, mark.id) != mark.id:
            found[mark.id] = first[spans]
    return found


def _speakers(told: Telling) -> dict[str, str]:
    """Return everyone who says or denies something about a mark, by id."""
    found: dict[str, str] = {}
    for mark in told.on_map:
        for claim in mark.claims:
            if claim.stance != "states":
                found.setdefault(claim.who, claim.name)
    return found


def _summary(told: Telling) -> str:
    from dateline.story.check import check
    from dateline.story.model import STATUSES

    counts = Counter(mark.status for mark in told.on_map)
    marks = ", ".join(f"{counts[status]} {status}" for status in STATUSES if counts[status]) or "0 marks"
    off = len({mark.event for mark in told.marks if not mark.drawn})
    left = [f"{off} event{'s' if off != 1 else ''} not on the map"] if off else []
    mapped = sum(bool(sentence.marks) for sentence in told.sentences)
    findings = len(check(told.story))
    warned = f"{findings} warning{'s' if findings != 1 else ''}"
    return "; ".join([marks, *left, f"{mapped} of {len(told.sentences)} sentences mapped", warned])


def _policy(scripts: list[str], provider: dict[str, str] | None) -> str:
    """Return the page's content security policy: its own scripts by their hashes, and nothing else."""
    hashes = " ".join(f"'sha256-{_hash(script)}'" for script in scripts)
    images = f"data: {provider['origin']}" if provider else "data:"
    return (
        f"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; img-src {images}; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode()


@cache
def _own_script() -> str:
    """Return the page's script: the table of encodings and its files in order, in one closure."""
    from dateline.drawing.style.encodings import (
        CASING_PX,
        HEAD_PX,
        LINE_PX,
        NODE_PX,
        NUMBERED,
        ROOM,
        STROKES,
        THREAD_COLOURS,
    )

    look = {
        "head": HEAD_PX,
        "casing": CASING_PX,
        "line": LINE_PX,
        "nodes": NODE_PX,
        "room": ROOM,
        "numbered": NUMBERED,
        "threads": len(THREAD_COLOURS),
        "heads": {status: stroke.head for status, stroke in STROKES.items()},
    }
    parts = "\n".join(_asset(name) for name in _SCRIPTS)
    return f'(() => {{\n"use strict";\nconst LOOK = {json.dumps(look)};\n{parts}\n}})();'


@cache
def _own_style() -> str:
    from dateline.drawing.style.encodings import LAND, OURS, OURS_COLOUR, SEA, STROKES, THREAD_COLOURS, Stroke

    def dashes(stroke: Stroke) -> str:
        return " ".join(map(str, stroke.dash)) or "none"

    colours = [f"--thread-{n}: {colour};" for n, colour in enumerate(THREAD_COLOURS)]
    root = f":root {{ --land: {LAND}; --sea: {SEA}; --ours: {OURS_COLOUR}; {' '.join(colours)} }}"
    strokes = [
        f'.stroke[data-status="{status}"] {{ stroke-dasharray: {dashes(stroke)}; stroke-linecap: {stroke.caps}; }}'
        for status, stroke in STROKES.items()
    ]
    ours = f".unsaid {{ stroke-dasharray: {dashes(OURS)}; stroke-linecap: {OURS.caps}; }}"
    return "\n".join([root, *strokes, ours, _asset("page.css")])


def _asset(name: str) -> str:
    return files("dateline.drawing").joinpath("assets", name).read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    """Return the environment of the page's template, which is compiled once."""
    from jinja2 import Environment, PackageLoader, StrictUndefined
    from markupsafe import Markup

    environment = Environment(
        loader=PackageLoader("dateline.drawing", "assets"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )

    def exact(value: str) -> Markup:
        """Escape words so that the parser gives them back as they are: it would take a CR for a newline."""
        return Markup(str(escape(value)).replace("\r", "&#13;"))  # noqa: S704  # escaped one step before

    environment.filters["exact"] = exact

    def runs(sentence: Sentence) -> Markup:
        """Write a sentence, its evidence marked; a mark's text is the slice that it names."""
        out = []
        for start, end, is_lit, said in sentence.runs():
            tag = f'<mark data-evidence-at="{start}-{end}">{exact(said)}</mark>' if is_lit else exact(said)
            out.append(tag)
        return Markup("".join(out))  # noqa: S704  # made of escaped words

    environment.filters["runs"] = runs
    environment.filters["name_of"] = lambda key, told: told.names.party(key)
    environment.filters["definition"] = definition
    environment.filters["remark"] = remark
    environment.filters["three_digits"] = lambda value: float(f"{value:.3g}")
    environment.filters["at"] = lambda span: f"{span[0]}-{span[1]}"
    return environment
