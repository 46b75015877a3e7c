"""What stands between "be" and where somebody is: how they are, how far off, since when, who says so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.reading.amounts.numbers import measured

if TYPE_CHECKING:
    from dateline.reading.events.reading import Reading
    from dateline.reading.grammar.syntax import Predicate

__all__ = ["has_ended", "is_distance", "is_far", "is_named", "is_time", "past_commas", "qualities"]


def is_far(here: Reading, predicate: Predicate) -> bool:
    """Whether a length stands right behind a verb: "is located *about 330 km* southeast of Bari"."""
    first = predicate.group[1]
    return any(measured(word.low) == "length" for word in here.made.words[first : first + 4])


def has_ended(here: Reading, predicate: Predicate) -> bool:
    """Whether "be" says no more than that somebody is there: "Mali, where a team *has been* since May"."""
    if predicate.passive or predicate.objects:
        return False
    behind = here.made.words[predicate.group[1] : predicate.group[1] + 1]
    return not behind or behind[0].tag == "mark" or behind[0].low in _SINCE


_SINCE: Final = frozenset(("since", "until", "for", "when", "and", "but", "before", "yesterday", "today"))


def is_distance(here: Reading, predicate: Predicate) -> bool:
    """Whether what is said of somebody is how far off they are: "was *90 km* off the coast of Yemen"."""
    return len(predicate.objects) == 1 and measured(here.head(predicate.objects[0][0])) == "length"


def is_time(here: Reading, predicate: Predicate) -> bool:
    """Whether only when somebody was there stands behind "be": "were *last night* outside the mill"."""
    if predicate.passive or len(predicate.objects) != 1:
        return False
    number = predicate.objects[0][0]
    is_close = here.made.phrases[number].first == predicate.group[1] and not is_named(here, number)
    return is_close and here.head(number) in {"night", "morning", "evening", "afternoon", "week", "month", "year"}


def is_named(here: Reading, number: int) -> bool:
    """Whether a phrase is a name."""
    return here.made.words[here.made.phrases[number].head].tag == "name"


def qualities(here: Reading, first: int) -> list[str]:
    """The words between "be" and where somebody is that say how they are: "was *safe and well* in Oslo"."""
    k = first
    while k < min(len(here.made.words), first + 3) and (
        here.made.words[k].tag in {"adjective", "adverb"} or (k > first and here.made.words[k].low == "and")
    ):
        k += 1
    return [word.low for word in here.made.words[first:k]]


def past_commas(here: Reading, predicate: Predicate, last: int) -> int:
    """Past what two commas part right behind "be": "is*, his office said,* in Oslo"."""
    behind = [word.text for word in here.made.words[predicate.group[1] : predicate.group[1] + _ASIDE]]
    return predicate.group[1] + 2 + behind[1:].index(",") if behind[:1] == [","] and "," in behind[1:] else last


_ASIDE: Final = 9  # words and commas
