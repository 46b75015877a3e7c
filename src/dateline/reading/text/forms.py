"""What a word can be: forms of verbs, nouns; looked up in a dictionary, no model asked."""

from __future__ import annotations

import sys
from functools import cache, lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import ModuleType

__all__ = ["AUXILIARIES", "PRONOUNS", "forms_of", "is_base", "lemmas", "may_be_finite", "noun_forms", "verb_tags"]

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
    return _lemmas().get(word.lower(), {})


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
    verbs = lemmas(low).get("VERB")
    if verbs is None:
        return _NO_TAGS
    tags: set[str] = set()
    for lemma in verbs:
        if (low, lemma) in _ARCHAIC:
            continue
        found = _verb_forms(lemma)
        for tag, spelt in found.items():
            if low in spelt:
                tags.add(tag)
        if "VBD" in tags and "VBN" not in found:
            tags.add("VBN")
        if "VBD" in tags and low == f"{lemma}ed":
            tags.add("VBN")  # "bused", beside "bussed"
    return frozenset(tags)


_NO_TAGS: Final[frozenset[str]] = frozenset()


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
    return frozenset(form for spelt in _verb_forms(verb).values() for form in spelt) | {verb}


@cache
def noun_forms(noun: str) -> frozenset[str]:
    """
    Every form that a noun may have, from its lemma; the regular one among them.

    Examples
    --------
    >>> sorted(noun_forms("rally"))
    ['rallies', 'rally', 'rallys']
    """
    spelt = _inflected().get(noun, {})
    return frozenset((noun, f"{noun}s", *spelt.get("NN", ()), *spelt.get("NNS", ())))


class _NoSpacy:
    """Keeps spaCy from being imported."""

    def find_spec(self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None) -> None:  # noqa: ARG002
        if name == "spacy":
            raise ModuleNotFoundError(name=name)


def _codec(name: str) -> Any:  # noqa: ANN401
    """
    A codec of the dictionary's package, without the spaCy that it would bring along.

    Where spaCy is installed, lemminflect imports it to register itself there: that takes seconds, and we never ask it.
    """
    guard: Any = _NoSpacy()
    sys.meta_path.insert(0, guard)
    try:
        return getattr(import_module(f"lemminflect.codecs.{name}"), name)
    finally:
        sys.meta_path.remove(guard)


# The package's own look-up copies each answer deeply: a tenth of the time of a draft.
@cache
def _lemmas() -> dict[str, dict[str, tuple[str, ...]]]:
    """Every word with its lemmas, as the dictionary's files have them."""
    return _joined("LemmaLUCodec", "lemma_lu_fn", "lemma_overrides_fn")


@cache
def _inflected() -> dict[str, dict[str, tuple[str, ...]]]:
    """Every lemma with its forms by Penn tag."""
    return _joined("InflectionLUCodec", "inflection_lu_fn", "infl_overrides_fn")


def _joined(codec: str, file: str, overrides: str) -> dict[str, dict[str, tuple[str, ...]]]:
    reader = _codec(codec)
    paths = import_module("lemminflect.config")
    found: dict[str, dict[str, tuple[str, ...]]] = reader.load(getattr(paths, file))
    for word, more in _codec("OverridesCodec").load(getattr(paths, overrides)).items():
        found.setdefault(word, {}).update(more)
    return found


def _verb_forms(lemma: str) -> dict[str, tuple[str, ...]]:
    """The forms of a lemma as a verb, by Penn tag."""
    return {tag: spelt for tag, spelt in _inflected().get(lemma, {}).items() if tag[0] == "V" or tag == "MD"}
