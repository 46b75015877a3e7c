"""Online map pictures: off unless the page is built with them and a reader says yes."""

from __future__ import annotations

from typing import Final
from urllib.parse import urlsplit

from dateline.errors import DatelineError

__all__ = ["TilesError", "tiles_of"]

# Providers that serve pages opened from disk, which send no referrer, and draw no watermark; by their own terms.
_PROVIDERS: Final[dict[str, tuple[str, str, int]]] = {
    "usgs": (
        "https://basemap.nationalmap.gov/arcgis/rest/services/USGSTopo/MapServer/tile/{z}/{y}/{x}",
        "USGS The National Map",
        8,
    ),
    "gibs": (
        "https://gibs.earthdata.nasa.gov/wmts/epsg3857/best/BlueMarble_ShadedRelief_Bathymetry/default/GoogleMapsCompatible_Level8/{z}/{y}/{x}.jpeg",
        "Imagery: NASA Global Imagery Browse Services (GIBS)",
        8,
    ),
}


class TilesError(DatelineError):
    """A provider of map pictures that Dateline does not know."""


def tiles_of(name: str | None, /) -> dict[str, str] | None:
    """
    Return a provider's address, credit and the one host that the page may then ask.

    Raises
    ------
    TilesError
        When there is none of that name; the message names those that there are.

    Examples
    --------
    >>> tiles_of("gibs")["origin"]
    'https://gibs.earthdata.nasa.gov'
    """
    if name is None:
        return None
    if name not in _PROVIDERS:
        msg = f"tiles: {name!r} is not one of {', '.join(_PROVIDERS)}; leave it out for a page without map pictures"
        raise TilesError(msg)
    address, credit, _ = _PROVIDERS[name]
    parts = urlsplit(address)
    return {
        "name": name,
        "url": address,
        "credit": credit,
        "host": parts.netloc,
        "origin": f"{parts.scheme}://{parts.netloc}",
    }
