"""What a word can be: forms of verbs, nouns; looked up in a dictionary, no model asked."""

from __future__ import annotations

import sys
from functools import cache, lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import ModuleType

__all__ = ["AUXILIARIES", "PRONOUNS", "forms_of", "is_base", "lemmas", "may_be_finite", "verb_tags"]

AUXILIARIES: Final = frozenset(
    (
        "be", "am", "is", "are", "was", "were", "been", "being", "has", "have", "had", "having", "do", "does", "did",
        "will", "would", "shall", "should", "can", "could", "may", "might", "must", "'ll", "’ll", "cannot", "'s", "'re",
        "’re", "'ve", "’ve", "'m", "’m", "'d", "’d",
        "isn't", "aren't", "wasn't", "weren't", "hasn't", "haven't", "hadn't", "don't", "doesn't", "didn't", "won't",
        "wouldn't", "can't", "couldn't", "shouldn't", "mustn't", "isn’t", "aren’t", "wasn’t", "weren’t", "hasn’t",
        "haven’t", "hadn’t", "don’t", "doesn’t", "didn’t", "won’t", "wouldn’t", "can’t", "couldn’t", "shouldn’t",
    )
)  # fmt: skip
PRONOUNS: Final = frozenset(("he", "she", "it", "they", "we", "i", "you", "who", "this", "these", "those", "one"))


@lru_cache(maxsize=32768)
def lemmas(word: str) -> dict[str, tuple[str, ...]]:
    """
    The lemmas of a word by part of speech (VERB, NOUN, ADJ, ADV, AUX).

    Examples
    --------
    >>> lemmas("fled"), lemmas("leaves")["NOUN"]
    ({'VERB': ('flee',)}, ('leave', 'leaf'))
    """
    if not word.isascii() and "’" in word:
        word = word.replace("’", "'")
    found: dict[str, tuple[str, ...]] = _dictionary().getAllLemmas(word.lower())
    return found


_ARCHAIC: Final = frozenset((("crew", "crow"),))  # a past that news never means


@lru_cache(maxsize=32768)
def verb_tags(word: str) -> frozenset[str]:
    """
    Which forms of a verb a word can be (VB, VBD, VBG, VBN, VBP, VBZ); empty where it is no verb.

    Examples
    --------
    >>> sorted(verb_tags("fled")), sorted(verb_tags("harbour master"))
    (['VBD', 'VBN'], [])
    """
    low = word.lower()
    tags: set[str] = set()
    for lemma in lemmas(low).get("VERB", ()):
        if (low, lemma) in _ARCHAIC:
            continue
        found = _dictionary().getAllInflections(lemma, upos="VERB")
        tags |= {tag for tag, spelt in found.items() if low in spelt}
        if "VBD" in tags and "VBN" not in found:
            tags.add("VBN")
    return frozenset(tags)


@lru_cache(maxsize=32768)
def may_be_finite(word: str) -> bool:
    """Whether a word can be the past or the third person of a verb."""
    return not verb_tags(word).isdisjoint(("VBD", "VBZ"))


def is_base(word: str) -> bool:
    """Whether a word can be the plain form of a verb, as after "to"."""
    return "VB" in verb_tags(word) or word.lower() in {"be", "have", "do"}


@cache
def forms_of(verb: str) -> frozenset[str]:
    """
    Every form of a verb, from its lemma.

    Examples
    --------
    >>> sorted(forms_of("say"))
    ['said', 'say', 'saying', 'says']
    """
    return frozenset(
        form for spelt in _dictionary().getAllInflections(verb, upos="VERB").values() for form in spelt
    ) | {verb}


class _NoSpacy:
    """Keeps spaCy from being imported."""

    def find_spec(self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None) -> None:  # noqa: ARG002
        if name == "spacy":
            raise ModuleNotFoundError(name=name)


@cache
def _dictionary() -> Any:  # noqa: ANN401
    """
    The dictionary's package, without the spaCy that it would bring along.

    Where spaCy is installed, lemminflect imports it to register itself there: that takes seconds, and we never ask it.
    """
    guard: Any = _NoSpacy()
    sys.meta_path.insert(0, guard)
    try:
        return import_module("lemminflect")
    finally:
        sys.meta_path.remove(guard)
