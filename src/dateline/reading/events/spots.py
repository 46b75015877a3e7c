"""The spots that a phrase names though no atlas has them: "the Orrin County jail", "Interstate 95", two streets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.reading.text.nouns import noun_classes
from dateline.reading.text.wordlists import words
from dateline.reading.things.roads import are_streets, is_numbered_road
from dateline.reading.things.venues import CENTRES, is_unsaid_venue, venue_in

if TYPE_CHECKING:
    from dateline.reading.events.reading import Reading
    from dateline.reading.places.toponym import Toponym
    from dateline.story.model import Span

__all__ = ["TOWNS", "building_of", "is_gate", "road_in", "spot_in", "streets_in", "venue_of_a_land", "venue_that_lies"]

_ON: Final = frozenset("on onto along off down up via from to near at by across of".split())
_LIES: Final = frozenset("in on at near outside".split())
_ARTICLES: Final = frozenset(("al-", "el-", "as-", "ar-", "an-"))
_INDEFINITE: Final = frozenset("a an another one some any every each no this that".split())


def building_of(here: Reading, number: int, toponym: Toponym) -> Span | None:
    """The one building that a place's name tells which it is: "the *Orrin County jail*", not "a Lima hospital"."""
    phrase = here.made.phrases[number]
    head, first = here.made.words[phrase.head], here.made.words[phrase.first]
    if toponym.sort != "place" or toponym.stands_for in {"organisation", "team"} or toponym.end >= head.start:
        return None
    if toponym.place is None or toponym.place.kind in {"country", "continent"} or first.low in _INDEFINITE:
        return None
    between = here.made.text[toponym.end : head.start].split()
    titled = head.text[:1].isupper() and head.low in words("frames", "venues", "titled") and between != []
    if phrase.head != phrase.last - 1 or not (titled or head.low in words("frames", "venues", "plain")):
        return None
    if head.low in CENTRES and not between:
        return None  # "the Lima centre": the middle of the town
    is_named = here.made.text[toponym.end :][:1] == " " and all(
        one[0].isupper() or one[:3] in _ARTICLES or one in words("frames", "venues", "between") for one in between
    )
    begins = toponym.start == first.start or (
        first.low == "the" and toponym.start == here.made.words[phrase.first + 1].start
    )  # fmt: skip
    return (toponym.start, head.end) if is_named and begins else None


_LEADS: Final = frozenset("with into to from between".split())


def is_gate(here: Reading, number: int) -> bool:
    """Whether a crossing is a spot, and no way: "the *border* crossing", "through the *Karni* crossing"."""
    phrase = here.made.phrases[number]
    before = here.made.words[phrase.head - 1]
    if here.made.words[phrase.head].lemma != "crossing" or before.low in words("frames", "crossed", "nouns"):
        return here.made.words[phrase.head].lemma == "crossing"
    holder = here.holder(number)
    return before.tag == "name" and holder is not None and holder.prep in _PAST_IT


_PAST_IT: Final = frozenset(("through", "via", "at", "near", "from"))


def venue_that_lies(here: Reading, number: int) -> Span | None:
    """A venue with a name of its own that lies where a preposition says: "*Baxter Medical Center* in Leeds"."""
    phrase = here.made.phrases[number]
    lies = _LIES | _LEADS if is_gate(here, number) else _LIES  # "the *Karni crossing* with Israel"
    if not phrase.preps or here.made.preps[phrase.preps[0]].prep not in lies:
        return None
    if here.made.words[phrase.first].low in _INDEFINITE or here.made.preps[phrase.preps[0]].first != phrase.last:
        return None
    return venue_in(here.made, number)


def venue_of_a_land(here: Reading, number: int, inner: int, land: Toponym | None) -> Span | None:
    """A venue that bears the name of a land that its town is in, or a saint's: "the *National Museum of Peru*"."""
    phrase = here.made.phrases[number]
    if land is None or land.place is None:
        return None
    is_saints = here.made.text.startswith(_SAINTS, land.start) and here.head(number) in _CHURCHES
    if not is_saints and (land.place.kind in TOWNS or here.head(number) not in _OF_LANDS):
        return None
    named = here.made.words[phrase.head].text[:1].isupper() and (phrase.last - phrase.first > 1 or is_saints)
    if not named or here.made.words[phrase.first].low in _INDEFINITE:
        return None
    return here.made.phrase_span(number, article=False)[0], max(land.end, here.span(inner)[1])


TOWNS: Final = frozenset(("city", "venue", "county"))
_SAINTS: Final = ("St ", "St. ", "Saint ", "Our Lady", "Santa ", "San ")
_CHURCHES: Final = frozenset("church cathedral basilica chapel abbey shrine monastery convent sanctuary parish".split())
_OF_LANDS: Final = frozenset(
    "museum gallery library university academy court theatre theater institute college hospital opera archives".split()
)


def spot_in(here: Reading, number: int) -> Span | None:
    """A road, a hospital or an airport that a phrase is."""
    return road_in(here, number) or _hospital_in(here, number) or _airport_in(here, number)


def _hospital_in(here: Reading, number: int) -> Span | None:
    """A hospital whose name does not say so, as of whom a verb tells: "was flown to *Orlo Memorial*"."""
    phrase = here.made.phrases[number]
    holder = here.holder(number)
    if holder is None or holder.prep not in {"to", "from", "at"} or here.made.words[phrase.head].tag != "name":
        return None
    if here.head(number) == "international":
        return None  # a firm, a charity
    n = here.made.preps.index(holder)
    tells = (one.lemma in words("frames", "venues", "nursed") for one in here.made.predicates if n in one.preps)
    span = here.made.phrase_span(number, article=False)
    return span if any(tells) and is_unsaid_venue(here.made.text[slice(*span)]) else None


def _airport_in(here: Reading, number: int) -> Span | None:
    """An airport by its town and its own name: "flights from *Lima International*", "flew from *London Gatwick*"."""
    span = here.made.phrase_span(number, article=False)
    holder = here.holder(number)
    town = next((one for one in here.toponyms if one.start == span[0] and one.sort == "place"), None)
    if holder is None or holder.prep not in _ON | _LIES | {"for"} or town is None or town.place is None:
        return None
    if town.place.kind != "city" or town.end >= span[1]:
        return None
    is_whole = here.made.text[town.end : span[1]] == " International"
    return span if is_whole or _is_by_air(here, number) else None


def _is_by_air(here: Reading, number: int) -> bool:
    """Whether names behind a town's are its airport's, in a sentence that tells of flying: "from *London Gatwick*"."""
    phrase = here.made.phrases[number]
    first = phrase.first + (here.made.words[phrase.first].tag == "determiner")
    named = here.made.words[first : phrase.last]
    known = [one for one in here.toponyms if here.span(number)[0] <= one.start < here.span(number)[1]]
    if len(known) > 1 or any(one.stands_for is not None for one in known):
        return False  # "Chicago *O'Hare*", "Leeds United"
    if not 1 < len(named) <= _NAMED or phrase.owner is not None or any(word.tag != "name" for word in named):
        return False
    if any(not word.text[0].isupper() or "person" in noun_classes(word.low) for word in named[1:]):
        return False  # "flew to meet London Mayor …"
    return any(word.low in _FLIES for word in here.made.words)


_NAMED: Final = 4  # words of "Paris Charles de Gaulle", its "de" apart
_FLIES: Final = frozenset(
    "fly flies flying flew flown flight flights airline airlines airport airports plane planes jet landed".split()
)


def road_in(here: Reading, number: int) -> Span | None:
    """A road by its number, where one may be on it or along it: "on *Interstate 95*", "the *M25*"."""
    phrase = here.made.phrases[number]
    first = phrase.first + (here.made.words[phrase.first].tag == "determiner")
    if first >= phrase.last:
        return None
    start, end = here.made.words[first].start, here.made.words[phrase.last - 1].end
    holder = here.holder(number)
    if not is_numbered_road(here.made.text[start:end]):
        return None
    if holder is None or holder.prep not in _ON:
        return None
    is_letter = here.made.words[first].text[1:2].isdigit()  # "the *A9*": a car where no article stands
    return None if is_letter and here.made.words[phrase.first].low != "the" else (start, end)


def streets_in(here: Reading, numbers: tuple[int, ...]) -> Span | None:
    """Two streets by one noun: "the corner of *Elm and Mill streets*"."""
    if len(numbers) != 2:
        return None
    span = here.span(numbers[0])[0], here.span(numbers[1])[1]
    return span if are_streets(here.made.text[slice(*span)]) else None
