"""Names to places: look one up, ranked by what else the text names."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.atlas.entries import candidates, entry_of
from dateline.atlas.index import open_index
from dateline.atlas.norm import norm
from dateline.atlas.ranking import clues, distance_km, support
from dateline.errors import DatelineError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dateline.atlas.entries import Entry
    from dateline.atlas.place import Place

__all__ = ["UnknownPlaceError", "by_code", "find", "get", "is_capital", "likeliest", "seat_of"]


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
    return row is not None and place.kind == "city" and open_index().seat(row) == 2


def seat_of(place: Place) -> str | None:
    """Give the country (*FR*) or division (*US.TX*) whose seat a city is, or None."""
    row = open_index().row_of(place.id)
    if row is None or place.kind != "city":
        return None
    return {2: place.countries[0] if place.countries else None, 1: place.admin1, 0: None}[open_index().seat(row)]


def by_code(code: str) -> Place:
    """
    Give the country or first-level division with this code.

    Parameters
    ----------
    code
        ISO 3166 two-letter code of a country, or GeoNames code of a division (*UA.05*).

    Returns
    -------
    place
        The place.

    Raises
    ------
    UnknownPlaceError
        No country or division has the code.

    Examples
    --------
    >>> by_code("KP").name, by_code("US.TX").name
    ('North Korea', 'Texas')
    """
    index = open_index()
    row = index.codes.get(code)
    if row is None:
        msg = f"no country or division has the code {code!r}; give two capitals (FR) or a GeoNames code (US.TX)"
        raise UnknownPlaceError(msg)
    return index.place(row)


def find(
    name: str,
    hint: Iterable[str] = (),
    *,
    kind: str | None = None,
    country: str | None = None,
    near: tuple[float, float] | None = None,
) -> list[Place]:
    """
    Look up what a name may mean, ranked.

    Parameters
    ----------
    name
        A name as a text writes it; capitals count: *China* is a country, *china* nothing.
    hint
        Other names of the same text; they decide between namesakes.
    kind
        Only places of this kind (see ``Place.kind``).
    country
        Only places in this country (ISO 3166 two-letter code).
    near
        Longitude and latitude in degrees; places near it rise.

    Returns
    -------
    places
        The likeliest first, each with its ``score`` (about the logarithm of a city's population, countries and seas
        above cities, plus what the hints add) and the ``reasons`` for it. Empty where the name means no place: words
        such as *May* or *Police* need a hint that supports them.

    Raises
    ------
    AtlasDataError
        The gazetteer's file is missing or damaged.

    Examples
    --------
    >>> [place.kind for place in find("Georgia", ("Tbilisi", "Russia"))][:1]
    ['country']
    >>> place = find("Georgia", ("Atlanta",))[0]
    >>> place.kind, place.reasons
    ('region', ('region of US', 'Atlanta is in it'))
    >>> find("Monday")
    []
    """
    said = open_index().said
    ranked = sorted(_weighed(name, hint, kind=kind, country=country, near=near), key=lambda one: (-one[0], one[1]))
    return [
        replace(
            entry.places[n],
            score=round(score, 2),
            reasons=(_self_reason(entry.places[n], entry.types[n], name, said.get((entry.rows[n], entry.norm))), *why),
        )
        for score, n, entry, why in ranked
    ]


def likeliest(name: str, hint: Iterable[str] = ()) -> Place | None:
    """
    Give the first of what ``find`` would, without its score and reasons; None where the name means no place.

    Examples
    --------
    >>> likeliest("Georgia", ("Atlanta",)).kind
    'region'
    """
    ranked = _weighed(name, hint)
    if not ranked:
        return None
    _, n, entry, _ = min(ranked, key=lambda one: (-one[0], one[1]))
    return entry.places[n]


def _weighed(
    name: str,
    hint: Iterable[str],
    *,
    kind: str | None = None,
    country: str | None = None,
    near: tuple[float, float] | None = None,
) -> list[tuple[float, int, Entry, tuple[str, ...]]]:
    """Give what the name may mean: the score, the number among the entry's places, the entry, what hints say for it."""
    if isinstance(hint, str):
        hint = (hint,)
    ranked: list[tuple[float, int, Entry, tuple[str, ...]]] = []
    for entry, kinds in _readings(name, norm(name)):
        hints = clues(hint, entry.norm)
        for n, place in enumerate(entry.places):
            if (kinds and place.kind not in kinds) or (kind and place.kind != kind):
                continue
            if country and country not in place.countries:
                continue
            added, why = support(place, hints)
            if near is not None:
                km = distance_km(*near, place.lon, place.lat)
                added += 4 * math.exp(-km / 200)
                why = (*why, f"{km:,.0f} km from the point given")
            if entry.word and not added >= 1 and not _stands_alone(place, entry.priors[n]):
                continue
            if entry.types[n] == "name" and place.name != name:
                added -= 0.35  # its own name, but written in another way: Saint-Louis for St. Louis
            ranked.append((entry.priors[n] + added, n, entry, why))
        if ranked:
            break
    return ranked


def _stands_alone(place: Place, prior: float) -> bool:
    """Tell whether a common word means this place with nothing else to support it (Turkey, Nice; not Police)."""
    return prior >= 4.95 if place.kind == "city" else place.kind not in {"county", "region"}


_HOW = {
    "alt": "other name or spelling", "historic": "historic name", "short": "short name", "abbrev": "abbreviation",
    "code": "code", "adjective": "adjective", "demonym": "its people", "language": "its language",
}  # fmt: skip


def _self_reason(place: Place, how: str, name: str, whose: str | None) -> str:
    """Say what the place is by itself, and how the name names it, or whose name for it that is."""
    seat = seat_of(place) if place.kind == "city" else None
    where = ", ".join(place.countries[:3]) + (" …" if len(place.countries) > 3 else "")
    if seat and "." not in seat:
        what = f"capital of {where}"
    elif place.kind in {"country", "territory", "continent"} or not where:
        what = place.kind
    else:
        people = f" of {place.population:,}" if place.kind == "city" and place.population else ""
        what = f"{place.kind}{people} in {where}" if people else f"{place.kind} of {where}"
    return what if how == "name" else f"{what}; {name!r} is {whose or _HOW[how]}"


# What a word beside a name says of its kind: "Kursk region", "Lake Baikal", "the city of Lviv".
_ADMIN = frozenset(("region", "county", "area", "territory"))
_WATER = {"sea": frozenset(("sea", "ocean")), "gulf": frozenset(("gulf",)), "bay": frozenset(("bay",))}
_DESCRIBED: dict[str, frozenset[str]] = {
    **dict.fromkeys(
        ("oblast", "region", "province", "state", "governorate", "prefecture", "district", "department", "republic",
         "krai", "territory", "county", "canton", "division", "voivodeship", "emirate", "autonomous region"), _ADMIN),
    **dict.fromkeys(("city", "town", "village", "port", "municipality"), frozenset(("city",))),
    **dict.fromkeys(("river",), frozenset(("river",))),
    **dict.fromkeys(("lake",), frozenset(("lake",))),
    **dict.fromkeys(("sea",), _WATER["sea"]),
    **dict.fromkeys(("gulf",), _WATER["gulf"] | _WATER["bay"]),
    **dict.fromkeys(("bay",), _WATER["gulf"] | _WATER["bay"]),
    **dict.fromkeys(("strait", "straits", "channel", "passage"), frozenset(("strait",))),
    **dict.fromkeys(("island", "islands", "isle", "isles", "archipelago", "atoll"),
                    frozenset(("island", "islands", "reef", "territory", "country"))),
    **dict.fromkeys(("mt", "mountain", "mountains", "hills", "range"), frozenset(("range", "mountain"))),
    **dict.fromkeys(("peninsula",), frozenset(("peninsula", "region", "area"))),
    **dict.fromkeys(("desert",), frozenset(("desert",))),
    **dict.fromkeys(("canal",), frozenset(("canal",))),
    **dict.fromkeys(("valley", "basin", "plateau", "delta"), frozenset(("area", "river"))),
}  # fmt: skip


def _readings(name: str, form: str) -> Iterator[tuple[Entry, frozenset[str] | None]]:
    """Give what the name may be read as: itself; without a word that says its kind; without an Arabic article."""
    capitals = any(c.isupper() for c in name)
    if not form or (not capitals and " " not in form):
        return
    # A user may type "taiwan strait"; one small word by itself ("china", "turkey") is no name.
    written = name if capitals else name.title()
    entry = candidates(written)
    if entry is not None:
        if capitals or entry.priors[0] >= 5.5:
            yield entry, None
        return
    words = form.split(" ")
    tries: list[tuple[list[str], str]] = []
    if len(words) > 2 and words[1] == "of" and words[0] in _DESCRIBED:
        tries.append((words[2:], words[0]))
    if words[0] in _DESCRIBED and len(words) > 1:
        tries.append((words[1:], words[0]))
    if words[-1] in _DESCRIBED and len(words) > 1:
        tries.append((words[:-1], words[-1]))
    for rest, what in tries:
        core = " ".join(rest)
        swapped = (f"{what} of {core}", f"{what} {core}", f"{core} {what}", f"{core} {what}s")
        for other in (*(swap for swap in swapped if swap != form), core):
            found = entry_of(other)[0]
            if found is not None:
                yield found, _DESCRIBED[what]
    if words[0] in _ARTICLES and len(words) > 1:
        found = entry_of(" ".join(words[1:]))[0]
        if found is not None:
            yield found, None


_ARTICLES = frozenset(("al", "el", "ad", "as", "ash", "an", "ar", "at", "az", "ath", "adh", "ed", "es", "et"))
