"""Whose data a page is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from dateline.drawing.style.countrynames import names_source

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.atlas.data import Source

__all__ = ["Data", "boundary_source", "credit_line", "data_of"]

# Several packages carry one holder's data; a reader knows the holder.
_HOLDERS: Final = ("Natural Earth", "GeoNames", "US Census Bureau")


@dataclass(frozen=True, slots=True)
class Data:
    """
    A data set that a page shows something of.

    Attributes
    ----------
    name
        Its holder's, as a reader knows it.
    version
        The packages that it was taken from, with theirs.
    licence
        Each once.
    attributions
        The words that a map owes it.
    viewpoint
        Whose view of disputed places it has; empty where it takes none.
    role
        What was taken from it.
    """

    name: str
    version: str
    licence: str
    attributions: tuple[str, ...]
    viewpoint: str
    role: str


def data_of(*, lang: str = "en") -> tuple[Data, ...]:
    """
    List the data sets behind land, lines and names that a map owes a word, those of the map's ground first.

    Parameters
    ----------
    lang
        Language of the page: names of countries in another than English are Unicode CLDR's.

    Examples
    --------
    >>> [data.name for data in data_of()][:2]
    ['Natural Earth', 'GeoNames']
    """
    from dateline import atlas
    from dateline.atlas.areas import basemap_sources

    groups: dict[str, list[Source]] = {}
    for source in (*basemap_sources(), *atlas.sources()):
        if source.attribution:
            groups.setdefault(_holder(source), []).append(source)
    found = [
        Data(
            name=name,
            version=_each(f"{one.name} {one.version}" for one in group),
            licence=_each(one.licence for one in group),
            attributions=tuple(dict.fromkeys(one.attribution for one in group)),
            viewpoint=_each(one.viewpoint for one in group if one.viewpoint != name),
            role=_each(one.role for one in group),
        )
        for name, group in groups.items()
    ]
    if lang != "en":
        package, version = names_source()
        found.append(
            Data(
                name="Unicode CLDR",
                version=f"{package} {version}",
                licence="Unicode-3.0 (data), BSD-3-Clause (package)",
                attributions=("Names of countries: Unicode CLDR, © Unicode, Inc.",),
                viewpoint="",
                role="names of countries around a story in the page's language",
            )
        )
    return tuple(found)


def _holder(source: Source) -> str:
    return next((holder for holder in _HOLDERS if holder in source.attribution), source.name)


def _each(words: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(word for word in words if word))


def credit_line(data: tuple[Data, ...], /) -> str:
    """
    Return what the map's corner owes: every data set by name, its licence where that wants to be named.

    Examples
    --------
    >>> credit_line((Data("GeoNames", "1", "CC BY 4.0 (data), MIT (code)", ("© GeoNames",), "", "names"),))
    'GeoNames (CC BY 4.0)'
    """
    return " · ".join(f"{one.name} (CC BY 4.0)" if "CC BY 4.0" in one.licence else one.name for one in data)


def boundary_source() -> Source:
    """Return the data set that the lines between countries are from."""
    from dateline.atlas.areas import basemap_sources

    sources = basemap_sources()
    return next((one for one in sources if "lines between" in one.role), sources[0])
