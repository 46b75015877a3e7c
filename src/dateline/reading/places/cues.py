"""What the words around a name say of it: classes of words, kept as data in names.toml."""

from __future__ import annotations

from functools import cache, lru_cache, wraps
from typing import TYPE_CHECKING, Any, Final, ParamSpec, TypeAlias, cast

from dateline.atlas.data import data_path
from dateline.atlas.norm import norm
from dateline.reading.text import wordlists
from dateline.reading.text.nouns import dictionary_classes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

__all__ = [
    "NAMED", "Said", "after_class", "before_class", "closed_words", "dictionary_kind", "is_given", "named", "rules",
    "shared", "surname_class", "together", "weigh", "weighed", "weights", "word_class",
]  # fmt: skip


def rules() -> dict[str, Any]:
    """Give the tables of names.toml."""
    return wordlists.rules("names")


@cache
def word_class(table: str) -> dict[str, str]:
    """Give word -> class for one table; the first class that lists a word has it."""
    found: dict[str, str] = {}
    for name, words in rules()[table].items():
        if isinstance(words, str):
            for word in words.split():
                found.setdefault(word, name)
    return found


@cache
def _persons() -> tuple[dict[str, None], dict[str, str]]:
    """Read given names, and surnames with their class, folded; no sets, which are walked through for garbage."""
    given, common, other = data_path("persons.txt").read_text(encoding="utf-8").splitlines()
    return dict.fromkeys(given.split(" ")), dict.fromkeys(other.split(" "), "rare") | dict.fromkeys(
        common.split(" "), "common"
    )


def is_given(word: str) -> bool:
    """Whether a folded word is a given name."""
    return word in _persons()[0]


def surname_class(word: str) -> str | None:
    """Tell a common surname from another one; None for what is none."""
    return _persons()[1].get(word)


@lru_cache(maxsize=50_000)
def before_class(word: str) -> str:
    """Class of the word before a name, as it stands in the text with the marks that hang on it."""
    if word.isalpha() and word.islower():  # most
        return word_class("before").get(word) or ("ing" if word.endswith("ing") else "low")
    bare = word.lstrip("\"“”‘’'([—–-")
    if not bare:
        return "mark"
    if bare[-1] in ",;:":
        return "comma" if bare[-1] == "," else "mark"
    if bare[-1] in '!?"”)]…—–-/' or (bare[-1] in "’'" and len(bare) > 1 and bare[-2] != "s"):
        return "mark"
    low = bare.lower().rstrip(".")
    found = word_class("before").get(low)
    if found is not None:
        if bare[-1] == "." and found != "title":
            return "stop"
        if bare[0].isupper() and found in {"function", "and", "said"}:
            return "start"
        return found
    if bare[-1] == ".":
        if len(bare) == 2 and bare[0].isupper():
            return "initial"
        return "stop"
    if bare.endswith(("'s", "’s")):
        return "cap's" if bare[0].isupper() else "low's"
    if bare[0].isupper():
        if low in _ON_THE_WAY:
            return "ing"
        if is_given(norm(bare)):
            return "given"
        return "cap"
    if bare[0].isdigit():
        return "number"
    if bare.endswith("ing"):
        return "ing"
    return "low"


_ON_THE_WAY: Final = frozenset(
    "entering leaving reaching visiting crossing approaching exiting fleeing departing touring invading occupying"
    " attacking bombing shelling nearing".split()
)
"""Words that a sentence opens with before a place, and no name: "*Entering* Goma, the rebels …"."""


@cache
def _offices() -> frozenset[str]:
    """Words that begin an office after a country's adjective: "Turkish President", "Australian Foreign Minister"."""
    return frozenset((rules()["before"]["title"] + " " + rules()["words"]["office"]).split())


@lru_cache(maxsize=50_000)
def after_class(word: str) -> str:
    """Class of the word after a name, as it stands in the text with the marks that hang on it."""
    bare = word.rstrip(",.;:!?\"”’')]—–…")
    if not bare or not (bare[0].isalnum()):
        return "mark"
    low = bare.lower()
    if low.endswith(("'s", "’s")):
        low = low[:-2]
    found = word_class("after").get(low)
    if bare[0].isupper():
        if found in {"office", "venue", "street", "feature", "admin", "team", "company"}:
            return "Cap-" + found
        return "Cap-title" if low in _offices() else "Cap"
    if found is not None:
        return found
    if bare[0].isdigit():
        return "number"
    if low in word_class("before"):
        return "function"
    return "low"


@cache
def closed_words() -> frozenset[str]:
    """Words of the closed classes: prepositions, articles, pronouns, auxiliaries, conjunctions."""
    before, after = rules()["before"], rules()["after"]
    keys = ("place", "to", "of", "by", "the", "and", "function", "said")
    return frozenset(" ".join([*(before[key] for key in keys), after["verb"], after["said"]]).split())


@cache
def weights(table: str) -> dict[str, float]:
    """Read how much each cue counts: the tables ``names`` and ``sense`` of weights.toml; the key "" is the base."""
    found: dict[str, float] = wordlists.rules("weights")[table]
    by_hand: dict[str, float] = rules()["weights"]
    return found | by_hand


# Cues that come together, by name, and the sum of their weights. A plain tuple of plain values, as thousands are kept:
# it is nothing to collect as garbage.
Said: TypeAlias = tuple[tuple[str, ...], float]


def weigh(table: str, cues: Iterable[str]) -> Said:
    """Give cues with what they count in a table of weights."""
    told = tuple(cues)
    known = weights(table).get
    if len(told) == 1:  # most
        return told, known(told[0], 0.0)
    return told, sum([known(cue, 0.0) for cue in told])


_SHARED: Final = ("two before:", "after 's:", "begins a", "ends a", "inside a")


def shared(cues: Iterable[str]) -> Said | None:
    """Of the cues for a name give those that tell of its sense, too; None for none."""
    told = [cue for cue in cues if cue.startswith(_SHARED)]
    return weigh("sense", told) if told else None


def together(*parts: Said) -> Said:
    """Take cues that always come together as one; each part is summed before the whole is."""
    return tuple([cue for cues, _ in parts for cue in cues]), sum([weight for _, weight in parts])


P = ParamSpec("P")


def weighed(table: str) -> Callable[[Callable[P, Iterable[str]]], Callable[P, Said]]:
    """Make a function that names cues give them with their weight, remembered: the same few come again and again."""

    def decorated(function: Callable[P, Iterable[str]]) -> Callable[P, Said]:
        @lru_cache(maxsize=50_000)
        @wraps(function)
        def said(*args: P.args, **options: P.kwargs) -> Said:
            return weigh(table, function(*args, **options))

        return cast("Callable[P, Said]", said)

    return decorated


@lru_cache(maxsize=50_000)
def named(*cues: str) -> Said:
    """Give cues for a name as they are, with their weight, remembered."""
    return weigh("names", cues)


@lru_cache(maxsize=50_000)
def dictionary_kind(word: str) -> str:
    """Tell what the dictionary has under a folded word."""
    kinds = dictionary_classes(word)
    if not kinds:
        return "no noun"
    if "person" in kinds and kinds <= NAMED:
        return "noun: a person" + (", a place" if len(kinds) > 1 else "")
    return "noun: a place" if kinds <= NAMED else "noun: a thing" + (", a place" if "location" in kinds else "")


NAMED: Final = frozenset(("person", "location", "object"))
