"""The places that a definite noun means by what they are: "the country", "the desert kingdom", "the two cities"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from dateline.atlas.gazetteer import is_capital
from dateline.reading.text.classes import place_words
from dateline.reading.text.nouns import noun_classes
from dateline.reading.text.sentences import tokens
from dateline.reading.text.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dateline.atlas.place import Place
    from dateline.reading.places.toponym import Toponym

__all__ = ["Told", "is_land_word", "lands_meant"]

_POINTING: Final = frozenset(("the", "this", "that", "both", "these", "those"))
_ISLANDS: Final = frozenset(("island", "islands", "archipelago", "isles"))
_BEHIND: Final = 24  # letters behind an adjective, in which stands whose it is
_LANDS: Final = frozenset(("country", "territory"))


class Told(NamedTuple):
    """
    The place names told before some words, and all of the article.

    Attributes
    ----------
    text
        The article.
    near
        The names of the sentence that the words stand in, up to them, and of those before it, the nearest first.
    all
        Every name, in order.
    within
        The names in the words themselves: "the *Kenyan* port".
    """

    text: str
    near: Sequence[Sequence[Toponym]]
    all: Sequence[Toponym]
    within: Sequence[Toponym] = ()


def is_land_word(word: str, /) -> bool:
    """
    Whether a noun, in lower case, may mean a country, an island or a town told before.

    Examples
    --------
    >>> is_land_word("kingdom"), is_land_word("cities"), is_land_word("ship")
    (True, True, False)
    """
    return word in words("reference", "lands", "one") or word in words("reference", "lands", "many")


def lands_meant(phrase: Sequence[str], told: Told, /) -> tuple[Toponym, ...]:
    """
    The names that a definite noun points back to: one, or two where it says so; none where another could be meant.

    Parameters
    ----------
    phrase
        Its words in lower case, the article first and the noun last.
    told
        What was told before it.
    """
    if len(phrase) < 2 or phrase[0] not in _POINTING:
        return ()
    head, qualities = phrase[-1], phrase[1:-1]
    if not words("reference", "lands", "others").isdisjoint(qualities):
        return ()  # "the *other* country"
    if head in words("reference", "lands", "many"):
        is_two = phrase[0] == "both" or "two" in qualities
        if head in _ISLANDS and not is_two:
            return _one(told, _is_archipelago)
        return _both(told, head) if is_two or (head in words("reference", "lands", "pairs") and not qualities) else ()
    if head == "capital" and not qualities:
        return _capital(told)
    if head == "state" and not qualities:
        return ()  # a division of the United States, seldom a country
    if head in _ISLANDS:
        return _one(told, lambda place: _is_isle(place) and _lies_in(place, told.within)) if qualities else ()
    if head in words("reference", "lands", "towns"):
        return _town(told, head) if qualities and not qualities[-1].endswith("est") else ()
    if head not in words("reference", "lands", "countries"):
        return ()
    lands = [one.place.countries for one in told.within if one.place is not None and one.place.countries]
    return _country(
        told, lambda code: _is_of_kind(code, head, qualities) and all(code in codes for codes in lands)
    )  # "the *West African* country"


def _is_of_kind(code: str, head: str, qualities: Sequence[str]) -> bool:
    """Whether a country may be called so: only a kingdom "the kingdom", only an island "the *island* nation"."""
    if "island" in qualities and code not in words("reference", "states", "islands"):
        return False
    kings = code in words("reference", "states", "kingdoms")
    if head in {"kingdom", "monarchy"}:
        return kings
    if head in {"emirate", "sultanate"}:
        return code in words("reference", "states", f"{head}s")
    return not (head == "republic" and kings)


def _codes(names: Sequence[Toponym], text: str) -> set[str]:
    """The countries that names tell of, by towns and adjectives too, but not by whose people somebody is."""
    return {
        one.place.countries[0] for one in names
        if one.place is not None and len(one.place.countries) == 1 and not _is_of_people(one, text)
    }  # fmt: skip


def _is_of_people(name: Toponym, text: str) -> bool:
    """Whether a name says only whose people they are: "*French* troops left the country"."""
    if name.sort == "language":
        return True
    behind = [word.low for word in tokens(text[name.end : name.end + _BEHIND])][:3]
    if any(word in words("frames", "powers", "nouns") - _FORCES for word in behind[:2]):
        return False
    is_adjective = name.sort == "demonym" or (name.end - name.start < 5 and name.text.isupper()) or "." in name.text
    people = any("person" in noun_classes(word) or word in _FORCES for word in behind[:2])
    return is_adjective and (people or name.text.endswith("s"))


_FORCES: Final = frozenset("troops forces military army navy personnel jets planes ships warships goods firms".split())


def _country(told: Told, fits: Callable[[str], bool]) -> tuple[Toponym, ...]:
    """The one country that the nearest sentence with one tells of; of its own sentence no town counts."""
    for n, names in enumerate(told.near):
        names = [one for one in names if n or (one.place is not None and one.place.kind in _LANDS)]  # noqa: PLW2901
        codes = {code for code in _codes(names, told.text) if fits(code)}
        if len(codes) > 1:
            return ()
        if codes:
            return _named(told, codes.pop(), lambda place: place.kind in _LANDS)
    return ()


def _capital(told: Told) -> tuple[Toponym, ...]:
    """The capital of the one country told of, where the article names it."""
    for names in told.near:
        codes = _codes(names, told.text)
        if len(codes) > 1:
            return ()
        if codes:
            return _named(told, codes.pop(), is_capital)
    return ()


def _named(told: Told, code: str, fits: Callable[[Place], bool]) -> tuple[Toponym, ...]:
    """The name that a place of a country has in the article, the nearest before the words or else the first of all."""
    names = [
        one for names in (*told.near, told.all) for one in names
        if one.place is not None and one.place.countries == (code,) and not one.inexact and fits(one.place)
        and one.stands_for not in {"team", "organisation"}
    ]  # fmt: skip
    return tuple(names[:1])


def _town(told: Told, head: str) -> tuple[Toponym, ...]:
    """The one town or region that the nearest sentence before with any tells of: "the besieged *city*"."""
    for names in told.near[1:]:
        found = {
            one.place: one for one in names
            if one.place is not None and one.place.kind in place_words()[head] and not one.inexact
            and one.sort == "place" and one.stands_for not in {"team", "organisation"}
            and _lies_in(one.place, told.within)
        }  # fmt: skip
        if found:
            return tuple(found.values()) if len(found) == 1 else ()
    return ()


def _lies_in(place: Place, names: Sequence[Toponym]) -> bool:
    """Whether a place may be called by the land or water in its epithet: "the *Kenyan* port"."""
    lands = [one.place for one in names if one.place is not None and one.place.countries]
    return all(
        (not place.countries or place.countries[0] in land.countries)
        and (land.kind in _LANDS or len(land.countries) > 1 or land.admin1 == place.admin1)  # "the *Welsh* village"
        for land in lands
    )


def _is_archipelago(place: Place) -> bool:
    is_named_so = place.name.rpartition(" ")[2] in {"Islands", "Isles"} or place.kind == "islands"
    is_state = place.kind in _LANDS and place.countries[0] in words("reference", "states", "archipelagos")
    return is_named_so or is_state or place.name in words("reference", "lands", "archipelagos")


def _is_isle(place: Place) -> bool:
    is_state = place.kind in _LANDS and place.countries[0] in words("reference", "states", "islands")
    return place.kind == "island" or is_state or _is_archipelago(place)


def _one(told: Told, fits: Callable[[Place], bool]) -> tuple[Toponym, ...]:
    """The one place of a kind that was told of."""
    found = [one for names in told.near for one in names if one.place is not None and fits(one.place)]
    return tuple(found[:1]) if len({one.place for one in found}) == 1 else ()


def _both(told: Told, head: str) -> tuple[Toponym, ...]:
    """The two places of a kind that were told of last, where no sentence tells of a third with them."""
    found: dict[str, Toponym] = {}
    for names in told.near:
        for one in names:
            if one.place is None or one.inexact or one.stands_for in {"team", "organisation"}:
                continue
            if head in words("reference", "lands", "lands"):
                if len(one.place.countries) == 1 and (one.place.kind in _LANDS or is_capital(one.place)):
                    found.setdefault(one.place.countries[0], one)
            elif one.place.kind == ("island" if head in _ISLANDS else "city") and one.sort == "place":
                found.setdefault(str(one.place.id), one)
        if len(found) == 2:
            return tuple(sorted(found.values(), key=lambda one: one.start))
    return ()
