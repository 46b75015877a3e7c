"""Words that may be a verb and end a compound noun instead: "drug *smuggling*", "air *strikes*", "murder *suspect*"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.reading.grammar.besides import GOODS, is_of_goods
from dateline.reading.text.nouns import noun_classes

if TYPE_CHECKING:
    from dateline.reading.grammar.syntax import Tag

__all__ = ["ends_compound", "is_owned"]

_BLOWS: Final = frozenset("strike strikes raid raids attack attacks".split())
_LOTS: Final = frozenset(("shells", "doses"))
_FROM_AFAR: Final = frozenset("air drone missile rocket artillery mortar gas bomb".split())
_SHELLINGS: Final = frozenset("bombing shelling strafing firebombing poisoning".split())
_TRAFFIC: Final = frozenset(("smuggling", "trafficking"))
_GRINDS: Final = frozenset(("to", "on", "down", "into", "up", "through"))  # "the war *ground on*"
_FED: Final = frozenset("animal cattle chicken poultry livestock fish pig horse".split())
_CRIMES: Final = frozenset(
    "murder manslaughter rape terror terrorism robbery burglary theft fraud drug drugs bombing shooting stabbing attack"
    " arson kidnapping kidnap assault homicide genocide hijacking smuggling trafficking espionage spy killing".split()
)


def ends_compound(low: list[str], n: int, before: Tag, prior: str) -> bool:
    """Whether a word behind a noun or a name is a noun, too, that the one before it says more of."""
    word = low[n]
    following = low[n + 1] if n + 1 < len(low) else ""
    if word in _SHELLINGS and following == "of":
        return True  # "the Saudi *bombing of* Yemen"
    if before != "noun":
        return False
    if word in {"suspect", "suspects"} and prior in _CRIMES:
        return True  # "murder *suspect* Ana Roa fled"
    if word == "ground" and following not in _GRINDS:
        return True  # "in tents at a sports *ground*"
    if word == "feed" and prior in _FED:
        return True  # "tonnes of animal *feed*"
    if word in _TRAFFIC and is_of_goods(prior):
        return True  # "drug *smuggling* from Peru"
    if word in _BLOWS and prior in _FROM_AFAR:
        return True  # "air *strikes* by the coalition"
    # "the artillery *shells* that Peru sold", "vaccine *doses*"
    return word in _LOTS and (prior in _FROM_AFAR or bool(noun_classes(prior) & GOODS))


def is_owned(low: list[str], n: int) -> bool:
    """Whether an owner and one word stand before a word that must be what is owned: "to *his Leeds* works"."""
    return n > 1 and low[n - 2] in _WHOSE


_WHOSE: Final = frozenset(("his", "her", "its", "their", "our", "my"))
