"""Words that may be a verb and are a noun by those beside them: "drug *smuggling*", "heavy *shelling*", "to *land*"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from dateline.reading.grammar.besides import GOODS, is_of_goods, verb_later
from dateline.reading.grammar.closed import CLOSED
from dateline.reading.text.forms import AUXILIARIES, verb_tags
from dateline.reading.text.nouns import is_first_name, noun_classes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.reading.grammar.syntax import Tag
    from dateline.reading.text.sentences import Token

__all__ = ["ends_compound", "is_calling", "is_claimed", "is_owned", "is_shelling"]

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
    if "-" in prior and following == "of" and word.endswith("ing"):
        return True  # "the long-term *stationing of* missiles"
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


def is_shelling(low: list[str], n: int, before: Tag, prior: str) -> bool:
    """Whether "shelling" is a noun: "*Shelling* in Goma killed", "heavy *shelling*", "hit by Chadian *shelling*"."""
    following = low[n + 1] if n + 1 < len(low) else "."
    if low[n] not in _SHELLINGS or CLOSED.get(following) == "determiner":
        return False
    ends = CLOSED.get(following) in {"preposition", "conjunction"} or not following[0].isalnum()
    acts = following in AUXILIARIES or bool(verb_tags(following) & {"VBD", "VBZ"})
    if not n:
        return (ends or acts) and following[0].isalpha() and verb_later(low, n + 1)
    is_told = prior in _FROM_AFAR | _GUNS | _HOW_FIERCE or (before == "name" and _NATION(prior) is not None)
    return is_told and (ends or acts)


_GUNS: Final = frozenset("tank howitzer cluster carpet roadside suicide car truck".split())
_HOW_FIERCE: Final = frozenset("heavy intense fierce renewed constant indiscriminate sustained".split())
_NATION: Final = re.compile(r"\w+(?:an|ish|ese|eli|aqi|meni|sh)").fullmatch


def is_calling(run: Sequence[Token], n: int) -> bool:
    """Whether a word says what somebody is, whose name stands behind a town's: "Lyon *nurse* Ana Roa"."""
    word, forms = run[n].low, verb_tags(run[n].low)
    if not forms or forms & {"VBZ", "VBD"} or "person" not in noun_classes(word) or word == "host":
        return False  # "Lyon *host* New Zealand"
    return is_first_name(run[n + 1].low) or (n + 2 < len(run) and run[n + 2].text[0].isupper())


def is_claimed(low: list[str], n: int) -> bool:
    """Whether a word behind "to" is what somebody lays claim to: "lay claim to *land* in Chad"."""
    return low[n - 2 : n - 1] == ["claim"] and n > 2 and low[n - 3] in _LAYS


_LAYS: Final = frozenset(("lay", "lays", "laid", "laying", "stake", "stakes", "staked"))


def is_owned(low: list[str], n: int) -> bool:
    """Whether an owner and one word stand before a word that must be what is owned: "to *his Leeds* works"."""
    return n > 1 and low[n - 2] in _WHOSE


_WHOSE: Final = frozenset(("his", "her", "its", "their", "our", "my"))
