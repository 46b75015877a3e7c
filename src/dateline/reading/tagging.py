"""Parts of speech of the words of a sentence, from a dictionary, closed classes and the words beside them; no model."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from dateline.reading.ambiguous import BE, HAVE, NOMINAL, ends_phrase, is_noun, may_be_base, open_tag, starts_phrase
from dateline.reading.closed import ALWAYS, CLOSED
from dateline.reading.forms import AUXILIARIES, lemmas, verb_tags
from dateline.reading.syntax import Word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.reading.sentences import Token
    from dateline.reading.syntax import Tag
    from dateline.story.model import Span

__all__ = ["tagged"]

_NUMBER: Final = re.compile(r"[$€£]?\d[\d,.:]*(?:st|nd|rd|th|%|[a-zA-Z]+)?")
_REGULAR: Final = frozenset(("hourly", "daily", "nightly", "weekly", "monthly", "yearly"))
_AMOUNTS: Final = frozenset(("most", "more", "less", "least"))
_BOUNDS: Final = (
    ("at", "least"), ("at", "most"), ("more", "than"), ("less", "than"), ("fewer", "than"), ("up", "to"),
    ("close", "to"), ("as", "many", "as"), ("as", "much", "as"), ("no", "fewer", "than"), ("no", "more", "than"),
    ("about",), ("around",), ("over",), ("under",), ("nearly",), ("almost",), ("roughly",), ("approximately",),
)  # fmt: skip
_SHORTENED: Final = frozenset("st mt ft dr mr mrs ms gov gen col lt sgt capt rep sen prof rev hon maj".split())
_ORDINALS: Final = frozenset(("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"))
_NUMERIC: Final = frozenset(("number", "noun", "name", "adjective"))


def tagged(run: Sequence[Token], /, *, names: Sequence[Span] = ()) -> list[Word]:
    """
    Give each word its part of speech and lemma.

    Parameters
    ----------
    run
        The sentence's tokens.
    names
        Spans of place names: their words are names whatever they look like.

    Examples
    --------
    >>> from dateline.reading.sentences import tokens
    >>> [word.tag for word in tagged(tokens("Two ships sailed from Malta to deliver wheat."))]
    ['number', 'noun', 'verb', 'preposition', 'name', 'to', 'verb', 'noun', 'mark']
    """
    low = [token.text.lower().replace("’", "'") for token in run]
    letters = [token for token in run if token.text[:1].isalpha()]
    shouted = sum(token.text[0].isupper() for token in letters) > 0.7 * len(letters) and len(letters) > 4
    starts = {token.start for token in run} if names else set()
    inside: set[int] = set()
    for start, end in names:
        if start in starts:
            inside |= {n for n, token in enumerate(run) if start <= token.start and token.end <= end}
    tags: list[Tag] = []
    finite = False
    for n, token in enumerate(run):
        tag: Tag
        if n in inside:
            tag = "name"
        elif low[n] in ALWAYS:
            tag = ALWAYS[low[n]]
        else:
            tag = _tag_of(run, low, tags, n, shouted=shouted, finite=finite)
            if tag == "to" and n + 1 in inside:
                tag = "preposition"  # "on to Port Said"
        tags.append(tag)
        if tag in {"relative", "subordinator"} or token.text in ";:—–" or tag == "conjunction":
            finite = False
        elif tag == "auxiliary" or (tag == "verb" and _can_be_finite(low[n], tags, n)):
            finite = True
    _mend(run, low, tags)
    _mend_lists(low, tags)
    return [
        Word(token.text, token.start, token.end, low[n], _lemma(low[n], tags[n]), tags[n])
        for n, token in enumerate(run)
    ]


def _mend(run: Sequence[Token], low: list[str], tags: list[Tag]) -> None:
    """Take the hedge of a number, a currency's sign and a hyphen into the noun phrase."""
    for n, tag in enumerate(tags):
        if tag == "mark" and run[n].text == "." and n and n + 1 < len(tags) and low[n - 1] in _SHORTENED and (
            run[n - 1].end == run[n].start and run[n + 1].text[:1].isupper() and tags[n - 1] == "name"
        ):  # fmt: skip
            tags[n] = "name"  # "St. Anne's Hospital"
        if run[n].text == ":" and 0 < n < len(tags) - 1 and tags[n - 1] == tags[n + 1] == "number" and (
            run[n - 1].end == run[n].start and run[n].end == run[n + 1].start
        ):  # fmt: skip
            tags[n] = "number"  # "7:15 a.m."
        if tag == "mark" and run[n].text in "$€£¥" and n + 1 < len(tags) and tags[n + 1] == "number":
            tags[n] = "determiner"
        if tag == "mark" and run[n].text in "-/" and 0 < n < len(tags) - 1 and (
            run[n - 1].end == run[n].start and run[n].end == run[n + 1].start and tags[n - 1] in _NUMERIC
        ):  # fmt: skip
            tags[n] = "adjective"
    for n, tag in enumerate(tags):
        if tag == "number" or low[n] == "half" or (tag == "determiner" and run[n].text in "$€£¥"):
            for bound in _BOUNDS:
                if n >= len(bound) and tuple(low[n - len(bound) : n]) == bound:
                    tags[n - len(bound) : n] = ["determiner"] * len(bound)
                    break


def _mend_lists(low: list[str], tags: list[Tag]) -> None:
    """Take "an old, abandoned mine" as two adjectives before a noun."""
    for n in range(1, len(tags) - 3):
        if low[n + 1] == "," and tags[n - 1] == "determiner" and tags[n] in {"noun", "adjective"} and (
            tags[n + 3] == "noun" and "ADJ" in lemmas(low[n])
            and (tags[n + 2] == "adjective" or (tags[n + 2] == "verb" and "VBN" in verb_tags(low[n + 2])))
        ):  # fmt: skip
            tags[n] = tags[n + 2] = "adjective"


def _can_be_finite(word: str, tags: Sequence[Tag], n: int) -> bool:
    return bool(verb_tags(word) & {"VBD", "VBZ", "VBP"}) and not (n and tags[n - 1] == "to")


@lru_cache(maxsize=16384)
def _lemma(word: str, tag: Tag) -> str:
    if tag in {"verb", "auxiliary"}:
        return lemmas(word).get("VERB" if tag == "verb" else "AUX", lemmas(word).get("VERB", (word,)))[0]
    if tag == "noun":
        plain = word[:-1] if word.endswith("s") and not word.endswith("ss") and not lemmas(word) else word
        return lemmas(word).get("NOUN", (plain,))[0]
    return word


def _tag_of(  # noqa: PLR0913
    run: Sequence[Token], low: list[str], tags: list[Tag], n: int, *, shouted: bool, finite: bool
) -> Tag:  # fmt: skip
    word, text = low[n], run[n].text
    k = n - 1
    while k >= 0 and tags[k] in {"adverb", "not"}:
        k -= 1
    if k >= 0 and low[k] == ")":  # "the fund (IMF) *shows*": what stands before the bracket counts
        opened = next((m for m in range(k - 1, max(-1, k - 8), -1) if low[m] == "("), 0)
        k = opened - 1 if opened else k
    before: Tag = tags[k] if k >= 0 else "mark"
    prior = low[k] if k >= 0 else ""
    if before == "number" and k and tags[k - 1] in {"name", "noun"}:
        before = "name"  # "a Boeing 777 flying"
    if not (word[0].isalnum() or word.startswith("'") or text == "’"):
        return "mark"
    if word in {"'s", "'"}:
        if word == "'" and not (n and run[n - 1].end == run[n].start and low[n - 1].endswith("s")):
            return "mark"
        return "auxiliary" if word == "'s" and before == "pronoun" else "possessive"
    if not word[0].isalnum():
        return "auxiliary" if word in AUXILIARIES else "mark"
    if _NUMBER.fullmatch(word):
        return "number"
    following = low[n + 1] if n + 1 < len(low) else ""
    if word in {"neighbouring", "neighboring", "surrounding"} and before in {"preposition", "determiner"}:
        return "adjective"
    if word == "en" and following == "route":
        return "preposition"
    if word == "to":
        if n + 1 < len(run) and run[n + 1].text[:1].isupper() and not shouted:
            return "preposition"  # "to Camp Aria"
        return (
            "to"
            if (may_be_base(following) and not ends_phrase(low, n + 1))
            or ("ADV" in lemmas(following) and following.endswith("ly"))
            else "preposition"
        )
    if word == "that":
        if before in NOMINAL and (following in AUXILIARIES or (bool(verb_tags(following)) and not is_noun(following))):
            return "relative"
        then = CLOSED.get(low[n + 2]) if n + 2 < len(low) else None
        if before in NOMINAL and "VBZ" in verb_tags(following) and then == "preposition" and low[n + 2] != "of":
            return "relative"  # "the trail that runs through …"
        return "determiner" if before == "preposition" else "subordinator"
    if word == "her" and not (is_noun(following) or "ADJ" in lemmas(following)):
        return "pronoun"
    if word in {"before", "after", "since", "until", "as", "than"} and starts_phrase(run, low, n + 1):
        return "preposition"
    if (
        word in {"up", "down", "off", "over"}
        and before == "verb"
        and following in {"", ".", ",", "to", "from", "for", "in"}
    ):
        return "adverb"
    if word in AUXILIARIES and not (word in {"may", "will", "might"} and text[0].isupper() and n):
        return "auxiliary"
    if (word in _AMOUNTS and following.endswith("ly") and "ADV" in lemmas(following)) or (
        (word, following) == ("no", "longer") or (word == "longer" and low[n - 1 : n] == ["no"])
    ):
        return "adverb"  # "most likely", "no longer"
    if word == "like" and before in {"auxiliary", "to"}:
        return "verb"
    if before in {"determiner", "possessive"} and word in {"home", "north", "south", "east", "west"}:
        return "noun"
    if word in {"evening", "morning"} or (
        word in _ORDINALS and before == "determiner" and not (is_noun(following) or "ADJ" in lemmas(following))
    ):
        return "noun"  # "a third, 17, was held"
    if word == "back" and before == "auxiliary" and prior not in BE | HAVE:
        return "verb"
    if word in _REGULAR and before in {"name", "noun"} and not is_noun(following):
        return "adverb"
    if word in CLOSED and not (text[0].isupper() and n and not shouted and CLOSED[word] == "adverb"):
        return CLOSED[word]
    if text[0].isupper() and not shouted and (n or not lemmas(word)):
        return "name"
    if not n and text[0].isupper() and following == "and" and word.endswith("ing"):
        return "name"  # "Manning and Reyes said"
    named = n + 1 < len(run) and run[n + 1].text[:1].isupper() and not shouted
    return open_tag(low, n, before, prior, finite=finite, named=named)
