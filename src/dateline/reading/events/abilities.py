"""What a verb says that one could or may do, which nobody does yet: "capable of *carrying* oil"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from dateline.reading.events.reading import Reading
    from dateline.reading.grammar.syntax import Predicate

__all__ = ["is_ability"]

_ABILITIES: Final = frozenset(("designed", "built", "capacity", "ability", "capability"))
_ALLOWED: Final = frozenset(
    "legal illegal lawful unlawful safe unsafe dangerous common normal usual unusual rare".split()
)


def is_ability(here: Reading, predicate: Predicate) -> bool:
    """Whether a verb only says what something could do: "a ship *capable of* carrying 90,000 tonnes of oil"."""
    first = predicate.group[0]
    before = here.made.words[first - 1].low if first else ""
    if predicate.relation == "relative" and predicate.subject:
        of = here.made.words[here.made.phrases[predicate.subject[0]].first].low
        if of in {"any", "anyone", "anybody"}:
            return True  # "*any athlete who* runs in Oslo may …"
    if predicate.form == "infinitive":
        return before in _ABILITIES or _is_allowed(here, predicate)
    return before == "of" and first > 1 and here.made.words[first - 2].low in {"capable", "incapable"}


def _is_allowed(here: Reading, predicate: Predicate) -> bool:
    """Whether it is said what anybody may do or seldom does: "it is *legal for women* to bathe in Oslo"."""
    at = here.made.phrases[predicate.subject[0]].first if predicate.subject else predicate.group[0]
    at -= at > 0 and here.made.words[at - 1].low == "for"
    return (
        at > 1 and here.made.words[at - 1].low in _ALLOWED and here.made.words[at - 2].low in {"is", "'s", "’s", "not"}
    )
