"""A folium map as parts of a page that asks for nothing: what folium links is put in, or left out, or refused."""

from __future__ import annotations

import base64
import hashlib
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from itertools import count
from typing import TYPE_CHECKING, Final

from branca.element import CssLink, Element, Figure, JavascriptLink

from dateline.errors import DatelineError

if TYPE_CHECKING:
    from collections.abc import Iterator

    import folium

__all__ = ["FigureError", "Parts", "leaflet", "leaflet_licence", "numbered", "parts_of"]

# Leaflet 1.9.4 as its makers published it; the package is trusted by these hashes, not by its name.
_LEAFLET: Final = {
    "leaflet.js": "20nQCchB9co0qIjJZRGuk2/Z9VM+kNiyxNV1lvTlZBo=",
    "leaflet.css": "p4NxAoJBhIIN+hmNHrzRCf9tD/miZyoHS5obTRR9BMY=",
}
_INLINED: Final = frozenset({"leaflet", "leaflet_css"})
_DROPPED: Final = frozenset(
    {
        "jquery",
        "bootstrap",
        "bootstrap_css",
        "awesome_markers",
        "awesome_markers_css",
        "awesome_markers_font_css",
        "awesome_rotate_css",
        "glyphicons_css",
        "meta_http",
    }
)


class FigureError(DatelineError):
    """A map wants something that no page without a network can have."""


@dataclass(frozen=True, slots=True)
class Parts:
    """
    A rendered folium map.

    Attributes
    ----------
    html
        The map's container.
    script
        What makes the map; Leaflet runs before it.
    """

    html: str
    script: str


class _Slot(Element):
    """
    Holds rendered pieces as they are.

    branca keeps a rendered string as a template and renders it once more, so that braces in it would run. Here a piece
    is taken as its text and never rendered again.
    """

    def __init__(self) -> None:
        super().__init__()
        self.pieces: dict[str, str] = {}
        self.links: dict[str, str] = {}

    def add_child(self, child: Element, name: str | None = None, index: int | None = None) -> Element:  # noqa: ARG002
        """Keep a link by its name, anything else by its text."""
        name = name or child.get_name()
        if isinstance(child, (JavascriptLink, CssLink)):
            self.links[name] = child.url
        else:
            self.pieces[name] = child._template_str or ""
        return self


class _Figure(Figure):
    """A figure that collects instead of making a document."""

    def __init__(self) -> None:
        super().__init__()
        self.header: _Slot = _Slot()
        self.html: _Slot = _Slot()
        self.script: _Slot = _Slot()


def parts_of(drawn: folium.Map, /) -> Parts:
    """
    Render a folium map once, without its links and its head.

    The head that folium gives a map forbids readers to zoom the page and asks five hosts for files. Leaflet is put in
    by `leaflet`; jQuery, Bootstrap, Font Awesome and awesome-markers are not needed by what Dateline draws.

    Raises
    ------
    FigureError
        When the map links anything else: it names it.
    """
    figure = _Figure()
    figure.add_child(drawn)
    for child in figure._children.values():
        child.render()
    for name, url in {**figure.header.links, **figure.html.links, **figure.script.links}.items():
        if name not in _INLINED | _DROPPED:
            msg = (
                f"the map links {name} ({url}), which has no local copy; leave it out, or draw it without that plug-in"
            )
            raise FigureError(msg)
    for name, piece in figure.header.pieces.items():
        if "://" in piece:
            msg = (
                f"{name} links a file in the page's head ({_first_link(piece)}), which has no local copy; leave it out"
            )
            raise FigureError(msg)
    return Parts("".join(figure.html.pieces.values()).strip(), "".join(figure.script.pieces.values()))


def _first_link(piece: str) -> str:
    start = piece.index("://")
    return piece[max(0, start - 5) : start + 60].split(maxsplit=1)[0]


@contextmanager
def numbered() -> Iterator[None]:
    """
    Let folium's elements be numbered, so that the same map has the same names.

    Examples
    --------
    >>> with numbered():
    ...     Element().get_name()
    'element_1'
    """
    numbers = count(1)
    before = Element.__dict__["_generate_id"]
    setattr(Element, "_generate_id", classmethod(lambda _: str(next(numbers))))  # noqa: B010  # mypy: a method
    try:
        yield
    finally:
        setattr(Element, "_generate_id", before)  # noqa: B010


@cache
def leaflet() -> tuple[str, str]:
    """
    Return Leaflet's script and style sheet, checked; the style sheet without its links to pictures.

    Raises
    ------
    FigureError
        When a file is not the one that Leaflet's makers published.
    """
    script, style = (_checked(name) for name in _LEAFLET)
    for name in ("layers.png", "layers-2x.png", "marker-icon.png"):
        style = style.replace(f"url(images/{name})", "none")
    # The map of a script to its source is for people at a debugger; browsers would ask for the file.
    return script.replace("//# sourceMappingURL=leaflet.js.map", "").strip(), style.strip()


def _checked(name: str) -> str:
    from importlib.resources import files

    raw = files("js_lib_leaflet").joinpath("static", "js_lib_leaflet", name).read_bytes()
    found = base64.b64encode(hashlib.sha256(raw).digest()).decode()
    if found != _LEAFLET[name]:
        msg = f"{name} is not Leaflet 1.9.4 (sha256-{found}); reinstall django-js-lib-leaflet==1.9.4.1"
        raise FigureError(msg)
    return raw.decode("utf-8")


@cache
def leaflet_licence() -> str:
    """Return the words of Leaflet's licence: the head of its script keeps three lines only."""
    from importlib.metadata import distribution

    return (distribution("django-js-lib-leaflet").read_text("LICENSE") or "BSD 2-Clause License").strip()
