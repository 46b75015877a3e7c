"""
The world, offline: what names mean, where land is, how ships go.

Nothing is loaded before it is used: names need only the standard library, shapes bring shapely.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.atlas.areas import area as area
    from dateline.atlas.areas import land as land
    from dateline.atlas.areas import within as within
    from dateline.atlas.data import AtlasDataError as AtlasDataError
    from dateline.atlas.data import sources as sources
    from dateline.atlas.entries import Entry as Entry
    from dateline.atlas.entries import candidates as candidates
    from dateline.atlas.gazetteer import UnknownPlaceError as UnknownPlaceError
    from dateline.atlas.gazetteer import by_code as by_code
    from dateline.atlas.gazetteer import find as find
    from dateline.atlas.gazetteer import get as get
    from dateline.atlas.gazetteer import is_capital as is_capital
    from dateline.atlas.gazetteer import seat_of as seat_of
    from dateline.atlas.lanes import SeaRoute as SeaRoute
    from dateline.atlas.lanes import sea_route as sea_route
    from dateline.atlas.matcher import Match as Match
    from dateline.atlas.matcher import match as match
    from dateline.atlas.measures import Width as Width
    from dateline.atlas.measures import area_km2 as area_km2
    from dateline.atlas.measures import border_km as border_km
    from dateline.atlas.measures import extent_km as extent_km
    from dateline.atlas.measures import gap_km as gap_km
    from dateline.atlas.measures import sides_km as sides_km
    from dateline.atlas.measures import width as width
    from dateline.atlas.norm import norm as normalise  # noqa: F401
    from dateline.atlas.passage import Passage as Passage
    from dateline.atlas.passage import passages as passages
    from dateline.atlas.place import Place as Place
    from dateline.atlas.refusals import NoSeaRoute as NoSeaRoute
    from dateline.atlas.stops import UnknownPassageError as UnknownPassageError

_HOME = {
    "AtlasDataError": "data",
    "Entry": "entries",
    "Match": "matcher",
    "NoSeaRoute": "refusals",
    "Passage": "passage",
    "Place": "place",
    "SeaRoute": "lanes",
    "UnknownPassageError": "stops",
    "UnknownPlaceError": "gazetteer",
    "Width": "measures",
    "area": "areas",
    "area_km2": "measures",
    "border_km": "measures",
    "by_code": "gazetteer",
    "candidates": "entries",
    "extent_km": "measures",
    "gap_km": "measures",
    "sides_km": "measures",
    "find": "gazetteer",
    "get": "gazetteer",
    "is_capital": "gazetteer",
    "land": "areas",
    "match": "matcher",
    "normalise": "norm.norm",
    "passages": "passage",
    "sea_route": "lanes",
    "seat_of": "gazetteer",
    "sources": "data",
    "width": "measures",
    "within": "areas",
}

__all__ = sorted(_HOME)  # noqa: PLE0605


def __getattr__(name: str) -> object:
    if name not in _HOME:
        msg = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(msg)
    module, _, there = _HOME[name].partition(".")
    value = getattr(import_module(f"{__name__}.{module}"), there or name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(set(globals()) | set(_HOME))
