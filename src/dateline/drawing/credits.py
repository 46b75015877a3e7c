"""Whose data a page is made of."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Data", "credit_line", "data_of"]


@dataclass(frozen=True, slots=True)
class Data:
    """
    A data set that a page shows something of.

    Attributes
    ----------
    name, version, licence
        As its makers give them.
    attribution
        The words that a map owes it; empty for none.
    viewpoint
        Whose view of disputed places it has; empty where it takes none.
    role
        What was taken from it.
    """

    name: str
    version: str
    licence: str
    attribution: str
    viewpoint: str
    role: str


def data_of() -> tuple[Data, ...]:
    """List the data sets behind names, land and lines, each once."""
    from dateline import atlas
    from dateline.atlas.areas import basemap_sources

    found = [
        Data(one.name, one.version, one.licence, one.attribution, one.viewpoint, one.role)
        for one in (*basemap_sources(), *atlas.sources())
        if one.name
    ]
    return tuple({(one.name, one.version): one for one in reversed(found)}.values())[::-1]


def credit_line(data: tuple[Data, ...], /) -> str:
    """Return what the map's corner owes: each attribution once."""
    return " · ".join(dict.fromkeys(one.attribution for one in data if one.attribution))
