"""Names that are a place's by where they stand, whatever they are: "drove to *the Kroger*", "flew to *COP28*"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from dateline.reading.grammar.closed import WINDS
from dateline.reading.grammar.pieces import MONTHS
from dateline.reading.places.cues import is_given, word_class
from dateline.reading.text.nouns import noun_classes
from dateline.reading.text.wordlists import words
from dateline.reading.things.venues import is_plain_name

if TYPE_CHECKING:
    from dateline.reading.grammar.syntax import Parse
    from dateline.story.model import Span

__all__ = ["is_capital_name", "is_gathering", "is_team", "name_at", "where_named"]

_SMALL: Final = frozenset(("of", "the", "and", "de", "la", "le", "du", "des", "del", "da", "do", "for", "on", "&"))
_WORD: Final = re.compile(r"[^\W_][\w.&/'’-]*|&")
_NTH: Final = re.compile(r"([A-Z]+)-?\d+")
_CALLED: Final = frozenset(("title", "role", "function", "said"))
_HELD: Final = frozenset(("event", "act"))
_CHAMBERS: Final = frozenset("commons lords senate congress parliament assembly bar".split())
_GOES_ON: Final = frozenset(("number", "noun", "name"))
_SOLID: Final = frozenset("artifact location object".split())
_LIVING: Final = frozenset("plant animal food shape".split())  # what inns and ships are called by


def is_capital_name(name: str, /) -> bool:
    """
    Whether words are a name by their capitals, small words between them passed over.

    Examples
    --------
    >>> [is_capital_name(name) for name in ("Kroger", "Rose & Crown", "Pier 39", "COP28", "McDonald's")]
    [True, True, True, True, True]
    >>> is_capital_name("the crowd"), is_capital_name("Elm people"), is_capital_name("")
    (False, False, False)
    """
    parts = name.split()
    if not parts or parts[0] in _SMALL or parts[-1] in _SMALL or not any(part[:1].isupper() for part in parts):
        return bool(parts) and len(parts) == 1 and _is_coded(name)
    return all(
        _WORD.fullmatch(part) is not None and (part[0].isupper() or part[0].isdigit() or part in _SMALL)
        for part in parts
    )


def is_gathering(name: str, /) -> bool:
    """
    Whether a name is that of something held somewhere to which people come, by its last word or the one before a year.

    Examples
    --------
    >>> [is_gathering(name) for name in ("Orlo Science Fair", "Elm Games", "Expo 2030", "Orlo Street", "Vanity Fair")]
    [True, True, True, False, False]
    """
    parts = [part for part in name.partition(" of ")[0].split() if not part.isdigit()]
    if not parts or not is_capital_name(name):
        return False
    is_alone = len(name.split()) == 1
    if (numbered := _NTH.fullmatch(name)) is not None:
        return numbered[1].lower() in words("frames", "venues", "gatherings")  # "COP28", "the G20"
    if parts[-1] == "Fair":
        return not words("frames", "venues", "fairs").isdisjoint(parts)
    return not is_alone and parts[-1].lower() in words("frames", "venues", "gatherings")


def where_named(made: Parse, number: int, /, *, bodily: bool) -> Span | None:
    """
    The name in a phrase that is a place's because somebody goes or comes there; None where it may be another's.

    Parameters
    ----------
    made
        The sentence.
    number
        The phrase.
    bodily
        Whether the verb is one of bodies alone ("drove to"), and not one by which one joins a firm, too ("moved to").

    Examples
    --------
    >>> from dateline.reading.grammar.chunks import syntax
    >>> def named(text, bodily):
    ...     made = syntax(text, (0, len(text)))
    ...     spans = (where_named(made, n, bodily=bodily) for n in range(1, len(made.phrases)))
    ...     return [text[slice(*span)] for span in spans if span is not None]
    >>> named("She drove to the Kroger.", True), named("She moved to the Guardian.", False)
    (['Kroger'], [])
    >>> named("They flew to COP28.", True), named("He was taken to Precinct 14.", False)
    (['COP28'], ['Precinct 14'])
    """
    span = name_at(made, number)
    if span is None:
        return _world(made, number)
    name = made.text[slice(*span)]
    is_the = made.text[max(0, span[0] - 4) : span[0]].lower() == "the "
    is_end = any(number in prep.objects for prep in made.preps)
    parts = name.partition(" of ")[0].split()
    if is_gathering(name):
        return span
    if _is_another_s(parts, is_the=is_the):
        return None
    if name.endswith(("'s", "’s")) or _is_numbered(parts):
        return span
    is_lord = (" of " in name or len(parts) == 1) and noun_classes(parts[-1].lower()) == {"person"}
    if is_the and (is_lord or (_is_coded(name) and not is_end)):
        return None  # "visited *the Duke of Elm*", "stayed at *the Guardian*", "left *the BBC*"
    if bodily:
        return span if is_the or _is_coded(name) or "&" in parts or is_plain_name(name) else None
    return span if is_the and _is_solid(parts) else None


def is_team(made: Parse, number: int, /) -> bool:
    """Whether a phrase is a team's by its article and a plural that teams are called by: "travel to *the Wolves*"."""
    word = made.words[made.phrases[number].head]
    is_many = word.text[:1].isupper() and word.low.endswith("s") and made.words[made.phrases[number].first].low == "the"
    return is_many and (word_class("after").get(word.low) == "team" or noun_classes(word.low) == {"animal"})


def name_at(made: Parse, number: int, /) -> Span | None:
    """The whole name that a phrase is, from its first capital to its last, "the *Devil's Thumb*"; None for no name."""
    phrase = made.phrases[number]
    first, last = phrase.first, phrase.last
    if phrase.owner is not None:
        if made.words[made.phrases[phrase.owner].head].tag != "name":
            return None
        first = made.phrases[phrase.owner].first
    if made.words[first].tag == "determiner":
        if made.words[first].low != "the":
            return None
        first += 1
    if first >= last:
        return None
    if last < len(made.words) and made.words[last].low in {"'s", "’s"} and not _owns(made, number):
        last += 1  # "the *McDonald's* on Elm Street"
    if last < len(made.words) and made.words[last].tag in _GOES_ON and made.words[last].low not in MONTHS:
        return None  # "a trip to *the Orlo Class* 2A final"
    of = made.preps[phrase.preps[0]] if phrase.preps else None
    if of is not None and (of.prep, of.first) == ("of", last) and len(of.objects) == 1:
        last = of.last  # "the *Ministry of Labour*"
    span = made.words[first].start, made.words[last - 1].end
    name = made.text[slice(*span)]
    return span if is_capital_name(name) and made.words[first].tag != "verb" else None


def _world(made: Parse, number: int) -> Span | None:
    """The body in space that a phrase names: "comet *81P/Wild*", "a comet, *81P/Wild*"."""
    phrase = made.phrases[number]
    worlds = words("frames", "bodily", "worlds")
    kind = next((n for n in range(phrase.first, phrase.last) if made.words[n].low in worlds), None)
    if kind is None:
        return None
    if kind < phrase.last - 1:
        span = made.span(kind + 1, phrase.last)
        return span if is_capital_name(made.text[slice(*span)]) else None
    beside = (n for n, one in enumerate(made.phrases) if one.same_as == number)
    return next((name for n in beside if (name := name_at(made, n)) is not None), None)


def _owns(made: Parse, number: int) -> bool:
    return any(phrase.owner == number for phrase in made.phrases[number : number + 2])


def _is_another_s(parts: list[str], *, is_the: bool) -> bool:
    """Whether a name is somebody's, a people's or a day's: "Dr. Roa", "the Pope", "the Tories", "Friday"."""
    low = [part.lower().rstrip(".") for part in parts]
    last = noun_classes(low[-1])
    if low[-1] in words("sources", "speakers", "times") | words("sources", "speakers", "months"):
        return True
    contest = low[-2] if low[-1].isdigit() and len(low) > 1 else low[-1]
    if (last and last <= _HELD) or low[-1] in _CHAMBERS or contest in words("frames", "venues", "contests"):
        return True  # "a trip to the State Tournament", "the Senate", "the Champions League"
    if word_class("before").get(low[-1]) in _CALLED or word_class("before").get(low[0]) == "title":
        return True
    if not is_the:
        return any(is_given(part) and part not in WINDS for part in low) and not parts[-1].endswith(("'s", "’s"))
    if parts[0] in words("frames", "car_names", "makes") or "vehicle" in last or (
        last == {"group"} and len(parts) == 1 and not parts[0].isupper()
    ):  # fmt: skip
        return True  # "ran to *the Buick*", "visited *the Taliban*"
    is_many = low[-1].endswith("s") and not low[-1].endswith(("ss", "us", "is", "'s", "’s"))
    is_team = word_class("after").get(low[-1]) == "team" or last <= _LIVING
    return is_many and (is_team or not last.isdisjoint(("person", "time")))


def _is_numbered(parts: list[str]) -> bool:
    """Whether a name is a building's or a part's by its number: "Gate 12", "Precinct 14", no "Stage 2"."""
    if len(parts) < 2 or not (parts[-1].isdigit() or (len(parts[-1]) == 1 and parts[-1].isupper())):
        return False
    return parts[-2].lower() in words("frames", "venues", "numbered")


def _is_coded(name: str) -> bool:
    """Whether a name is letters and figures or initials alone: "COP28", "JSC", "67P/Wild"."""
    letters = name.replace(".", "").replace("-", "")
    if not letters.isascii() or " " in name or not letters:
        return False
    head = letters.partition("/")[0]
    return (head.isalnum() and not head.isdigit() and any(one.isdigit() for one in head)) or (
        head.isalpha() and head.isupper() and len(head) > 1
    )


def _is_solid(parts: list[str]) -> bool:
    """Whether a name is built on a word for something solid, so that no body is called so: "the Red *Lion*"."""
    low = parts[-1].lower()
    classes = noun_classes(low)
    if word_class("after").get(low) in {"office", "company", "team", "admin", "people"}:
        return False
    if classes & _SOLID:
        return not classes & {"group"} or low in words("frames", "grounds", "nouns")
    return len(parts) > 1 and bool(classes & _LIVING)
