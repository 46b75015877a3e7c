"""What a word can be: forms of verbs, nouns; looked up in a dictionary, no model asked."""

from __future__ import annotations

import gzip
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final

__all__ = [
    "AUXILIARIES",
    "PRONOUNS",
    "auxiliary_lemma",
    "forms_of",
    "is_base",
    "lemmas",
    "may_be_finite",
    "noun_forms",
    "noun_lemma",
    "verb_lemma",
    "verb_tags",
]

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
    low = word.lower()
    lines, mended = _lines("lemma").get(low), _mended("lemma").get(low)
    if lines is None:
        return mended or _NO_LEMMAS
    found: dict[str, tuple[str, ...]] = {}
    for line in lines.split(";"):
        sort, _, spelt = line.partition(",")
        found[_SORTS[sort]] = tuple(spelt.split("/")) if "/" in spelt else (spelt,)
    if low in _PLURALS:
        found["NOUN"] = (low[:-1],)
    return found if mended is None else found | mended


@lru_cache(maxsize=16384)
def verb_lemma(word: str) -> str:
    """The first lemma of a word, in lower case, as a verb; the word itself where it is none."""
    return lemmas(word).get("VERB", (word,))[0]


@lru_cache(maxsize=128)
def auxiliary_lemma(word: str) -> str:
    """The same as an auxiliary, or else as a verb."""
    can = lemmas(word)
    return can.get("AUX", can.get("VERB", (word,)))[0]


@lru_cache(maxsize=16384)
def noun_lemma(word: str) -> str:
    """
    The same as a noun; of one that no dictionary has without its plural's s.

    Examples
    --------
    >>> noun_lemma("wharves"), noun_lemma("blimpers"), noun_lemma("princess")
    ('wharf', 'blimper', 'princess')
    """
    can = lemmas(word)
    plain = word[:-1] if not can and word.endswith("s") and not word.endswith("ss") else word
    return can.get("NOUN", (plain,))[0]


_SORTS: Final = {"verb": "VERB", "noun": "NOUN", "adj": "ADJ", "adv": "ADV", "aux": "AUX"}
_NO_LEMMAS: Final[dict[str, tuple[str, ...]]] = {}
_PLURALS: Final = frozenset("acts bars dams freights heats leathers lectures logs lulls merits oils pans sands".split())
"""Plurals that the package knows as forms of verbs alone."""
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
    tags: list[str] = []
    for lemma in verbs:
        if (low, lemma) in _ARCHAIC:
            continue
        found = _verb_forms(lemma)
        tags += [tag for tag, spelt in found.items() if low in spelt]
        regular = f"{lemma}ed"
        if "VBD" in tags and ("VBN" not in found or low == regular or (low[-1] == "t" and regular in found["VBN"])):
            tags.append("VBN")  # "bused", beside "bussed"; "burnt", beside "burned"
        if "VBN" in tags and low.endswith("ed") and "VBD" not in tags:
            tags.append("VBD")  # "fitted", beside "fit"
    return _tag_set(*tags)


@cache
def _tag_set(*tags: str) -> frozenset[str]:
    """One set for all the words that have the same tags."""
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
    spelt = _inflected(noun)
    return frozenset((noun, f"{noun}s", *spelt.get("NN", ()), *spelt.get("NNS", ())))


# The package is not imported: it would bring its models along, and spaCy where that is installed, which takes seconds.
# Nor are its tables read whole: for most of a hundred thousand lines nobody asks.
@cache
def _resources() -> Path:
    """Where the dictionary's package has its tables."""
    found = find_spec("lemminflect")
    assert found is not None  # noqa: S101 -- a dependency
    assert found.submodule_search_locations is not None  # noqa: S101 -- a package
    return Path(found.submodule_search_locations[0], "resources")


@cache
def _lines(table: str) -> dict[str, str]:
    """
    For each word of a table its lines, joined by semicolons: "verb,flee".

    They stay text until a word asks for them, and a dictionary of text is nothing that a search for rubbish looks at.
    """
    made: dict[str, str] = {}
    packed = (_resources() / f"{table}_lu.csv.gz").read_bytes()
    for line in gzip.decompress(packed).decode().splitlines():
        word, _, rest = line.partition(",")
        made[word] = f"{made[word]};{rest}" if word in made else rest
    for verb, third, past, present in (*map(_regular, _NEWER_REGULAR.split()), *map(str.split, _NEWER)):
        told = {verb: f"verb,{past},{past},{present},{third}"}
        if table == "lemma":
            told = dict.fromkeys((verb, third, past, present), f"verb,{verb}")
        for word, rest in told.items():
            made[word] = f"{made[word]};{rest}" if word in made else rest
    return made


def _regular(verb: str) -> tuple[str, str, str, str]:
    """The forms of a verb with no form of its own: plain, third person, past, present participle."""
    stem = verb.removesuffix("e")
    if verb[-2:] in {"ap", "as", "ep", "og", "op", "ug", "ut"} and verb[-3] not in "aeiou":
        stem = verb + verb[-1]  # "chugged"
    third = f"{stem}es" if stem.endswith(("ch", "sh", "ss", "x")) else f"{verb}s"
    return verb, third, f"{stem}ed", f"{stem}ing"


@cache
def _mended(table: str) -> dict[str, dict[str, tuple[str, ...]]]:
    """What the package sets right in a table: for each word and part of speech, or tag, one form."""
    made: dict[str, dict[str, tuple[str, ...]]] = {}
    for line in (_resources() / f"{table}_overrides.csv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            word, key, form = line.split(",")
            made.setdefault(word, {})[key] = (form,)
    return made


def _entries(table: str, word: str) -> list[list[str]]:
    """What a table has of a word: for each part of speech that and its columns, spellings parted by a slash."""
    lines = _lines(table).get(word)
    return [] if lines is None else [line.split(",") for line in lines.split(";")]


def _inflected(lemma: str) -> dict[str, tuple[str, ...]]:
    """The forms of a lemma by Penn tag."""
    if (irregular := _IRREGULAR.get(lemma)) is not None:
        found = dict(irregular)
    else:
        found = {}
        for sort, *columns in _entries("infl", lemma):
            plain, tags = _TAGS[sort]
            found |= {tag: tuple(spelt.split("/")) for tag, spelt in zip(tags, columns, strict=False) if spelt}
            found |= dict.fromkeys(plain, (lemma,))
    return found | _mended("infl").get(lemma, {})


@lru_cache(maxsize=8192)
def _verb_forms(lemma: str) -> dict[str, tuple[str, ...]]:
    """The forms of a lemma as a verb, by Penn tag: what `_inflected` has, its nouns and adjectives left unread."""
    if lemma in _IRREGULAR or lemma in _mended("infl"):
        return {tag: spelt for tag, spelt in _inflected(lemma).items() if tag[0] == "V"}
    found: dict[str, tuple[str, ...]] = {}
    for line in _lines("infl").get(lemma, "").split(";"):
        if line.startswith("verb,"):
            for tag, spelt in zip(_VERB_COLUMNS, line.split(",")[1:], strict=False):
                if spelt:
                    found[tag] = tuple(spelt.split("/")) if "/" in spelt else (spelt,)
            found["VB"] = found["VBP"] = (lemma,)
    return found


_NEWER_REGULAR: Final = (
    "abseil airdrop airfreight backpack bankroll belly-land bushwhack busk capsize chug clomp countermarch crash-land"
    " crowdfund deplane detrain dive-bomb drydock emplane entrain exfiltrate fast-track firebomb footslog frogmarch"
    " gallivant gatecrash greenlight hedgehop hightail hotfoot intubate judder kickstart livestream medivac mosey"
    " motorbike nose-dive overwinter paraglide pepper-spray phut pootle re-export rebase rebook reexport refloat"
    " rehouse reintroduce relaunch reposition ringfence sashay scarper schlep self-isolate skitter skydive skyjack"
    " snowmobile steamroll swoosh tear-gas teargas tootle traipse translocate undock unicycle water-bomb whoosh yomp"
)
"""Verbs that the package does not know and that have the forms of every verb."""
_NEWER: Final = (
    "overfly overflies overflew overflying",
    "medevac medevacs medevaced medevacing",
    "medevac medevacs medevacked medevacking",
    "inbind inbinds inbound inbinding",
    "outbind outbinds outbound outbinding",
    "transship transships transshipped transshipping",
    "tranship tranships transhipped transhipping",
)
"""The others: plain, third person, past, present participle."""
_VERB_COLUMNS: Final = ("VBD", "VBN", "VBG", "VBZ")
_TAGS: Final = {
    "noun": (("NN",), ("NNS",)),
    "adj": (("JJ",), ("JJR", "JJS")),
    "adv": (("RB",), ("RBR", "RBS")),
    "verb": (("VB", "VBP"), _VERB_COLUMNS),
}
"""For each part of speech the tags of the lemma itself, and those of a line's columns."""
_IRREGULAR: Final[dict[str, dict[str, tuple[str, ...]]]] = {
    "can": {"VB": ("can",), "VBD": ("could",)},
    "may": {"VB": ("may",), "VBD": ("might",)},
    "will": {"VB": ("will",), "VBD": ("would",)},
    "shall": {"VB": ("shall",), "VBD": ("should",)},
    "must": {"VB": ("must",), "VBD": ("must",)},
    "ought": {"VB": ("ought",), "VBD": ("ought",)},
    "dare": {"VB": ("dare",)},
    "be": {
        "VB": ("be",), "VBD": ("was", "were"), "VBG": ("being",), "VBN": ("been",), "VBP": ("am", "are"),
        "VBZ": ("is",),
    },
}  # fmt: skip
"""What the package has of auxiliaries in place of its table."""
