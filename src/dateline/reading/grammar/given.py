"""Goods right beside who gets or sent them: "gave the city *40 tents*", "the grain *Chad* sent"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from dateline.reading.grammar.besides import EVERYTHING
from dateline.reading.text.classes import classes_of
from dateline.reading.text.forms import verb_tags
from dateline.reading.text.nouns import noun_classes
from dateline.reading.text.wordlists import words as listed

if TYPE_CHECKING:
    from dateline.reading.grammar.syntax import Tag, Word

__all__ = ["IN_PHRASE", "is_given", "is_got", "is_passed_by"]

IN_PHRASE: Final = frozenset(("determiner", "number", "adjective", "noun", "name"))
"""Parts of speech that a noun phrase is made of."""
_GOODS: Final = frozenset(("possession", "food", "substance"))
_SENT_OFF: Final = frozenset(("person", "vehicle", "animal"))
_SENDS_OFF: Final = [[verb] for verb in "send deport expel extradite dispatch deploy fly evacuate smuggle".split()]
_MOST_IN_A_NAME: Final = 5
_GIFTS: Final = frozenset(("artifact", "food", "vehicle"))
_GIVE: Final = frozenset("give grant lend hand promise pay pledge offer send".split())
_SEND: Final = _GIVE | {"sell", "supply"}


def is_given(words: list[Word], tags: list[Tag], n: int, end: int) -> bool:
    """Whether goods stand right behind who gets them: "gave Peru's army *vaccines*", "gave buyers in Peru *fuel*"."""
    if tags[end] != "noun" or not n:
        return False
    is_got = tags[n - 1] == "verb" and words[n - 1].lemma in _GIVE and words[end].low.endswith("s")
    classes = noun_classes(words[end].low)
    if words[end].lemma not in _cargo() and not (is_got and classes & _GIFTS and "person" not in classes):
        return False
    last = words[end - 1]
    if tags[n - 1] == "verb":
        gets = last.low in listed("frames", "bodies", "nouns") and end - 1 > n and last.low != "military"
        gets = gets or (last.low.endswith("s") and "person" in noun_classes(last.low))
        gets = gets or (last.tag == "name" and end - 1 == n)  # "lent *Kenya tents*"
        return gets and words[n - 1].lemma in (_SEND if "possessive" in tags[n:end] else _GIVE)
    if words[n - 1].low not in {"in", "of", "from"} or last.tag != "name":
        return False
    k = n - 2
    while k > 0 and tags[k] in IN_PHRASE:
        k -= 1
    return tags[k] == "verb" and k < n - 2 and words[k].lemma in _GIVE


def is_got(words: list[Word], tags: list[Tag], n: int, end: int) -> bool:
    """Whether a number behind somebody begins what they get: "gave the city *40 tents*"."""
    if not n or tags[n - 1] != "verb" or tags[n] != "determiner" or tags[end + 1 : end + 2] != ["noun"]:
        return False
    return words[end + 1].low.endswith("s") and not words[end - 1].low.endswith(("flight", "highway", "route"))


def is_passed_by(words: list[Word], n: int) -> bool:
    """Whether a name behind goods is whoever sent or got them, as a relative without "that" has it."""
    before = words[n - 1]
    goods = noun_classes(before.low) & _GOODS or classes_of(before.low) & {"arms", "cargo"}
    are_sent = before.low[-1] == "s" and noun_classes(before.low) & _SENT_OFF and not words[n].low.endswith("day")
    if are_sent and [word.lemma for word in words[n + 1 : n + 2] if word.tag == "verb"] in _SENDS_OFF:
        return True  # "the *soldiers Peru sent* to Chad"
    if not goods and before.lemma not in _cargo() and before.low not in EVERYTHING:
        return False
    k = n
    while k < min(len(words), n + _MOST_IN_A_NAME) and words[k].tag in {"name", "noun", "possessive"}:
        k += 1
    after = words[k + 1].tag if k + 1 < len(words) else "mark"
    return k < len(words) and words[k].tag == "verb" and after == "preposition" and bool(
        verb_tags(words[k].low) & {"VBD", "VBZ"}
    )  # fmt: skip


@cache
def _cargo() -> frozenset[str]:
    """Goods that pass on by themselves."""
    return listed("frames", "cargo", "nouns")
