"""Names that are a place's by one of their words, though the atlas has none of them: "Mercy Hospital", "Camp Aria"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from dateline.atlas.norm import norm
from dateline.reading.grammar.closed import WINDS
from dateline.reading.places.cues import is_given, surname_class, word_class
from dateline.reading.text.forms import forms_of
from dateline.reading.text.nouns import noun_classes
from dateline.reading.text.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.reading.grammar.syntax import Parse
    from dateline.story.model import Span

__all__ = [
    "CENTRES",
    "is_ground",
    "is_plain_name",
    "is_unsaid_venue",
    "is_venue",
    "may_lead_to_a_name",
    "may_name_a_venue",
    "name_in",
    "venue_in",
]

_SMALL: Final = frozenset(
    ("of", "the", "and", "de", "la", "le", "du", "des", "del", "da", "do", "for", "at", "on", "&")
)
_OF_SOMETHING: Final = frozenset(
    "House Palace Church Cathedral Basilica Temple Tower Castle Gate Museum Hospital".split()
)
CENTRES: Final = frozenset(("centre", "center"))
_ARTICLES: Final = frozenset(("al-", "el-", "ar-", "as-", "ad-", "an-", "az-", "ash"))  # "al-Hol camp"
_WORD: Final = re.compile(r"[^\W_][\w.&'’-]*")


def _is_place_word(low: str) -> bool:
    return low in words("frames", "venues", "nouns")


def _is_lead(low: str) -> bool:
    return low in words("frames", "venues", "leads")


@cache
def _words_of_names() -> frozenset[str]:
    return (
        words("frames", "venues", "nouns")
        | words("frames", "venues", "leads")
        | words("frames", "venues", "gatherings")
        | {"fair"}
    )


def may_name_a_venue(low: Sequence[str], text: Sequence[str], /) -> bool:
    """
    Whether a sentence has a word that makes a name a place's, is where somebody is held, or tells of public money.

    Parameters
    ----------
    low, text
        The words of the sentence, in lower case and as they stand.

    Examples
    --------
    >>> may_name_a_venue(["to", "mercy", "hospital"], ["to", "Mercy", "Hospital"])
    True
    """
    custody = words("frames", "custody", "nouns")
    if not words("frames", "public", "money").isdisjoint(low) and not words("frames", "public", "words").isdisjoint(
        low
    ):
        return True  # money of a public body
    if "grants" in low or "grant" in low:
        return "$" in low or "€" in low or "£" in low
    if not custody.isdisjoint(low) and any(one in custody and low[n - 1] != "the" for n, one in enumerate(low)):
        return True
    named = _words_of_names()
    return not named.isdisjoint(low) and any(
        one in named and word[:1].isupper() for one, word in zip(low, text, strict=True)
    )


def is_venue(name: str, /) -> bool:
    """
    Whether a name is a place's by its last word or by its first.

    Examples
    --------
    >>> is_venue("Baxter Memorial Hospital"), is_venue("Fort Arden"), is_venue("Caesar's Palace"), is_venue("Hospital")
    (True, True, True, False)
    >>> is_venue("the hospital"), is_venue("Ana Roa"), is_venue("Church of St Agnes"), is_venue("Orrin prison")
    (False, False, True, True)
    """
    if name in words("frames", "custody", "nouns"):
        return True
    parts = name.split()
    while parts and parts[0].lower() in _SMALL:
        parts = parts[1:]
    named = [part for part in parts if part.lower() not in _SMALL]
    if (
        len(named) > 1
        and named[-1] in words("frames", "venues", "plain")
        and (
            not named[0].isupper() or named[-1] == "headquarters"  # "NASA headquarters"
        )
    ):
        before = [part for part in named[:-1] if part not in words("frames", "venues", "between")]
        if named[-1] in CENTRES and len(before) == len(named) - 1:
            return False  # "Orrin centre": the middle of the town
        named = [*before, named[-1].capitalize()]  # "Orrin prison", "Orrin gas station"
    if len(named) < 2 or not all(
        _WORD.fullmatch(part) and (part[0].isupper() or part[0].isdigit() or part[:3] in _ARTICLES) for part in named
    ):
        return False
    head = next((n for n, part in enumerate(parts) if part == "of"), len(parts)) - 1
    last = parts[head].lower().rstrip(".")
    if last == "fair":
        return not words("frames", "venues", "fairs").isdisjoint(named)  # "the Elm County Fair", not "Vanity Fair"
    return _is_place_word(last) or (_is_lead(parts[0].lower()) and not parts[-1].islower())


def is_unsaid_venue(name: str, /) -> bool:
    """
    Whether a name may be a hospital's or an airport's that does not say so, by a word that few others have.

    Examples
    --------
    >>> [is_unsaid_venue(name) for name in ("Orlo Memorial", "Orlo Health South", "Lima International")]
    [True, True, True]
    >>> is_unsaid_venue("Attorney General"), is_unsaid_venue("Health Minister"), is_unsaid_venue("Memorial Day")
    (False, False, False)
    """
    parts = name.split()
    if len(parts) < 2 or not all(_WORD.fullmatch(part) and part[0].isupper() for part in parts):
        return False
    low = [part.lower() for part in parts]
    if any((noun_classes(part) == {"person"} and part not in _CHURCHES) or part in _OFFICES for part in low[:-1]):
        return False
    return low[-1] in words("frames", "venues", "wards") or "health" in low[1:]


_CHURCHES: Final = frozenset("baptist methodist presbyterian lutheran adventist catholic".split())
_OFFICES: Final = frozenset("attorney general's surgeon inspector solicitor public world global".split())


def is_ground(name: str, /) -> bool:
    """
    Whether words without an article are a place's that has no name, by the last of them, or a ship's.

    Examples
    --------
    >>> is_ground("county jail"), is_ground("his home"), is_ground("the hospital"), is_ground("crowd")
    (True, True, False, False)
    >>> is_ground("cruise ship"), is_ground("ship Aurora")
    (True, True)
    """
    parts = name.split()
    is_named_so = bool(parts) and not {parts[-1], parts[-1].removesuffix("s")}.isdisjoint(
        words("frames", "grounds", "nouns") | {"area"}
    )
    is_named_so = is_named_so or any("vehicle" in noun_classes(part) for part in parts if part.islower())
    return parts[-2:] in (["intensive", "care"], ["front", "line"], ["front", "lines"]) or (
        is_named_so and parts[0].lower() not in _SMALL
    )


def venue_in(made: Parse, number: int, /) -> Span | None:
    """
    The name in a phrase that is a place's though the atlas does not know it; None where it has none.

    Parameters
    ----------
    made
        The sentence.
    number
        The phrase.

    Examples
    --------
    >>> from dateline.reading.grammar.chunks import syntax
    >>> text = "He was taken to the Queen Maud Hospital."
    >>> made = syntax(text, (0, len(text)))
    >>> [text[slice(*span)] for n in range(len(made.phrases)) if (span := venue_in(made, n)) is not None]
    ['Queen Maud Hospital']
    """
    phrase = made.phrases[number]
    first, last = phrase.first, phrase.last
    while first < last and made.words[first].tag == "determiner":
        first += 1
    owner = phrase.owner
    while owner is not None and made.words[made.phrases[owner].head].tag == "name":
        first = made.phrases[owner].first  # "St. Mary's Medical Center"
        owner = made.phrases[owner].owner
    while first < last and (
        made.words[first].tag == "determiner"
        or not (made.words[first].text[:1].isupper() or made.words[first].text[:3] in _ARTICLES)
    ):  # fmt: skip
        first += 1
    if first >= last:
        return None
    start, end = made.words[first].start, made.words[last - 1].end
    of = made.preps[phrase.preps[0]] if phrase.preps else None
    if of is not None and of.prep == "of" and of.first == last and of.objects and _is_name(made, of.objects[0]):
        whole = made.words[made.phrases[of.objects[0]].last - 1].end
        if made.words[last - 1].text in _OF_SOMETHING and is_venue(made.text[start:whole]):
            return start, whole  # "the House of Lords"
    return (start, end) if is_venue(made.text[start:end]) else None


def _is_name(made: Parse, number: int, /) -> bool:
    """Whether a phrase is a name by its first letter, an article passed over."""
    phrase = made.phrases[number]
    first = phrase.first + (made.words[phrase.first].tag == "determiner" and phrase.first < phrase.head)
    return made.words[first].text[:1].isupper()


_LEADS_TO: Final = frozenset("to from into toward towards in at off near for of outside inside aboard onto on".split())
_AT: Final = frozenset(("at", "aboard"))  # where one is by no more than "be"
_IS: Final = frozenset(("is", "are", "was", "were", "been", "be"))
_CRAFT: Final = frozenset("ship vessel boat ferry liner tanker trawler yacht plane aircraft".split())
_BOARDS: Final = frozenset("to from on onto off left leave leaves leaving".split())
_NO_PLACES: Final = frozenset(("company", "team", "office", "people", "admin"))


def may_lead_to_a_name(low: Sequence[str], text: Sequence[str], /) -> bool:
    """
    Whether a sentence may tell of a way to or from a name that the atlas does not have.

    Examples
    --------
    >>> may_lead_to_a_name(["they", "flew", "to", "velmara"], ["They", "flew", "to", "Velmara"])
    True
    """
    for n, word in enumerate(low[:-1]):
        if (n and word in _LEADS_TO) or word in _comes_at():
            then = n + 2 if low[n + 1] == "the" and n + 2 < len(low) else n + 1
            if (
                word == "aboard"
                or not words("frames", "bodily", "worlds").isdisjoint(low[n + 1 : n + 3])
                or (then == n + 2 and low[then] in _CRAFT and word in _BOARDS)
            ):
                return True  # "left *the ship*" that was told before
            if (text[then][:1].isupper() or text[then][-1:].isupper()) and any(
                one in _travels() or (one in _IS and word in _AT) for one in low[max(0, n - 9) : n + 1]
            ):
                return True
    return False


@cache
def _travels() -> frozenset[str]:
    verbs = (
        words("frames", "travels", "verbs") | words("frames", "moored", "verbs") | words("frames", "bodily", "verbs")
    )
    verbs = verbs.union(*(words("frames", "bodily", key) for key in ("taken", "stays", "lodges", "helps")))
    told = words("frames", "moored", "words") | words("frames", "bodily", "nouns") | _comes_at()
    return told.union(form for verb in verbs for form in (verb, *forms_of(verb)))


@cache
def _comes_at() -> frozenset[str]:
    """Every form of the verbs whose object is a place that has a name: "left *the Red Lion*"."""
    return frozenset(form for verb in words("frames", "bodily", "objects") for form in (verb, *forms_of(verb)))


def is_plain_name(name: str, /) -> bool:
    """
    Whether a name with capitals may be a place's: no person's, firm's or team's, and no initials.

    Examples
    --------
    >>> is_plain_name("Velmara"), is_plain_name("Port Velmara"), is_plain_name("Maria Roa"), is_plain_name("NATO")
    (True, True, False, False)
    """
    parts = name.split()
    if not 1 <= len(parts) <= 3 or not all(part[:1].isupper() and part.replace("-", "").isalpha() for part in parts):
        return False
    rest = parts[1:] if parts[0].lower() in WINDS and len(parts) > 1 else parts  # "West Velmara"
    if any(part.isupper() or is_given(norm(part)) for part in rest):
        return False
    if any(word_class("before").get(part.lower()) in {"title", "role", "function", "said"} for part in parts):
        return False
    last = parts[-1]
    if noun_classes(last.lower()) & {"event", "act", "communication", "person", "group", "time"}:
        return False  # "the State Tournament"
    is_land = len(parts) > 1 and bool(noun_classes(last.lower()) & {"location", "object"})  # "Elm Meadows"
    return (is_land or surname_class(norm(last)) != "common") and word_class("after").get(
        last.lower()
    ) not in _NO_PLACES


def name_in(made: Parse, number: int, /) -> Span | None:
    """
    The whole of a phrase that is a plain name, for what somebody travels to; None where it is none.

    Examples
    --------
    >>> from dateline.reading.grammar.chunks import syntax
    >>> text = "They flew to Velmara."
    >>> made = syntax(text, (0, len(text)))
    >>> [text[slice(*span)] for n in range(len(made.phrases)) if (span := name_in(made, n)) is not None]
    ['Velmara']
    """
    phrase = made.phrases[number]
    first, last = phrase.first + (made.words[phrase.first].tag == "determiner"), phrase.last
    if phrase.owner is not None or phrase.head != last - 1:
        return None
    if made.words[phrase.head].low in _SETTLEMENTS:
        of = made.preps[phrase.preps[0]] if phrase.preps else None
        if of is not None and of.prep == "of" and len(of.objects) == 1:
            return name_in(made, of.objects[0])  # "to the village of *Velmara*"
        last -= 2 if made.words[last - 2].low == "refugee" else 1  # "to *Velmara* village"
    if last <= first or any(word.tag != "name" for word in made.words[max(first, last - 1) : last]):
        return None
    if first > phrase.first and made.words[first].text in words("frames", "car_names", "makes"):
        return None  # "ran to *the Buick*"
    start, end = made.words[first].start, made.words[last - 1].end
    return (start, end) if is_plain_name(made.text[start:end]) else None


_SETTLEMENTS: Final = frozenset(
    "village town township settlement hamlet district county province island parish municipality camp".split()
)
