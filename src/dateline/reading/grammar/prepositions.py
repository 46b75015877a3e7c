"""Prepositions of several words: "out of", "in front of", "as part of"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.reading.grammar.closed import WINDS
from dateline.reading.text.nouns import noun_classes

if TYPE_CHECKING:
    from dateline.reading.grammar.syntax import Word

__all__ = ["AS_WELL", "LENGTHS", "OPENS_LONGER", "THEREBY", "longer_preposition"]

AS_WELL: Final = {"round": "around", "amongst": "among", "amidst": "amid"}
_LONGER: Final = {
    ("out", "of"): "out_of", ("away", "from"): "from", ("back", "to"): "to", ("on", "to"): "onto",
    ("according", "to"): "according_to", ("along", "with"): "with", ("because", "of"): "because_of",
    ("ahead", "of"): "ahead_of", ("due", "to"): "due_to", ("prior", "to"): "prior_to",
    ("owing", "to"): "due_to", ("thanks", "to"): "due_to", ("back", "from"): "from", ("up", "to"): "to",
    ("back", "into"): "into", ("home", "to"): "to", ("home", "from"): "from", ("together", "with"): "with",
    ("down", "to"): "to", ("over", "to"): "to", ("through", "to"): "to", ("in", "from"): "from", ("out", "to"): "to",
    ("off", "to"): "to", ("in", "on"): "in_on", ("on", "toward"): "toward",
    ("on", "towards"): "towards", ("such", "as"): "including", ("to", "within"): "to",
    ("among", "them"): "including",
    ("from", "outside"): "outside", ("from", "across"): "from", ("from", "around"): "from", ("from", "over"): "from",
    ("close", "to"): "near", ("next", "to"): "near", ("adjacent", "to"): "near",
    ("nearest", "to"): "near", ("closest", "to"): "near",
    ("across", "to"): "to", ("over", "from"): "from", ("as", "to"): "about", ("worth", "of"): "worth",
    **{(wind, "of"): "near" for wind in WINDS},
}  # fmt: skip
THEREBY: Final = "thereby"
"""The preposition that "as part of", "with the help of" and the like are read as."""
_BY_WAY: Final = {
    ("in", "and", "around"): "in",
    ("in", "or", "near"): "in",
    ("as", "far", "as"): "to",
    ("by", "way", "of"): "via",
    ("in", "front", "of"): "near",
    ("on", "top", "of"): "on",
    ("from", "all", "over"): "from",
    ("from", "all", "across"): "from",
    ("from", "all", "around"): "from",
}
_THEREBY: Final = frozenset(
    tuple(words.split()) for words in (
        "as part of;as parts of;in line with;in accordance with;in compliance with;in defiance of;in violation of"
        ";in breach of;in spite of;in light of;in view of;on behalf of;on orders of;on orders from;on the orders of"
        ";on the advice of;at the request of;at the invitation of;at the behest of;with the help of;with the aid of"
        ";with the support of;with the backing of;with the approval of;under the terms of;under the auspices of"
        ";against the advice of;against the wishes of;for fear of;by means of;as a gesture of;as a sign of"
        ";as a result of;as a token of"
    ).split(";")
)  # fmt: skip
"""Words that lead to why or how something is done, and to no end of a way: none of them is anybody's."""
_AS_ONE: Final = frozenset((("such", "as"), ("among", "them")))
_PLAIN: Final = frozenset("noun name number determiner adjective adverb preposition conjunction".split())
_AS_FAR: Final = frozenset(("away", "afield", "inland", *WINDS))  # "as far *south* as"
_BOTH_WAYS: Final = frozenset((("in", "and", "out", "of"), ("into", "and", "out", "of")))
OPENS_LONGER: Final = frozenset(words[0] for words in (*_LONGER, *_BY_WAY, *_BOTH_WAYS, *_THEREBY)) | {
    "to",
    "within",
    "from",
    "short",
}
LENGTHS: Final = frozenset(
    "mile miles km kilometre kilometres kilometer kilometers metre metres meter meters feet yards mi".split()
)


def _carries(noun: str) -> bool:
    return noun == "flight" or "vehicle" in noun_classes(noun)


def longer_preposition(words: list[Word], n: int) -> tuple[str, int] | None:
    """What the words from one on mean as one preposition, and where it ends; None where they are none."""
    four = tuple([word.low for word in words[n : n + 4]])
    if four in _BOTH_WAYS:
        return "through", n + 4
    if four[:2] == ("short", "of") and n and (words[n - 1].low in LENGTHS or words[n - 1].low.endswith("km")):
        return "near", n + 2  # "stopped 9 miles *short of* Goma"
    if four == ("in", "the", "direction", "of"):
        return "toward", n + 4
    if four[:2] == ("to", "the") and four[2:3] and four[2] in WINDS:
        k = n + 5 if four[3:] == ("and",) and n + 4 < len(words) and words[n + 4].low in WINDS else n + 3
        if k < len(words) and words[k].low == "of":
            return "near", k + 1  # "hovered *to the east of* Bari", "villages *to the south and west of* Lima"
    if four[:2] == ("as", "far") and four[3:] == ("as",) and four[2] in _AS_FAR:
        return "from" if n > 0 and words[n - 1].low == "from" else "to", n + 4
    if four[:1] == ("within",) and (end := _end_of_reach(words, n + 1)) is not None:
        return "near", end  # "sailed *within 12 nautical miles of* Crete"
    if four == ("from", "as", "far", "away") and [word.low for word in words[n + 4 : n + 5]] == ["as"]:
        return "from", n + 5
    if four == ("from", "as", "far", "as"):
        return "from", n + 4
    if four[:2] == ("in", "on") and any(_carries(word.low) for word in words[n + 2 : n + 6]):
        return "on", n + 2  # "came *in on* a flight from Oran", no "zeroed in on Bari"
    three = four[:3]
    if (four in _THEREBY or three in _THEREBY) and not _is_taken_for(words, n):
        return THEREBY, n + (4 if four in _THEREBY else 3)
    if three in _BY_WAY:
        came = n > 0 and words[n - 1].low == "from"  # "from as far as Ghana"
        return "from" if came else _BY_WAY[three], n + 3
    two = three[:2]
    if two == ("next", "to") and n > 0 and (words[n - 1].tag == "pronoun" or words[n - 1].lemma in _GOES):
        return "to", n + 2  # "a tour that takes him *next to* Oman", "the box goes *next to* Genoa"
    if two == ("on", "board") and n + 2 < len(words) and words[n + 2].tag in {"determiner", "name"}:
        return "aboard", n + 2  # "activists *on board* the Aurora"
    if two == ("among", "them") and not _is_aside(words, n):
        return None  # "lived *among them* in Oman", "*among them* is a nurse"
    if two in _LONGER and (words[n + 1].tag == "preposition" or two in _AS_ONE):
        return _LONGER[two], n + 2
    return None


_GOES: Final = frozenset("go head move come travel fly return".split())


def _is_taken_for(words: list[Word], n: int) -> bool:
    """Whether "as part of" says what something is taken for: "*regards* the isle *as part of* its land"."""
    return words[n].low == "as" and any(word.lemma in _TAKES_FOR for word in words[max(0, n - 8) : n])


_TAKES_FOR: Final = frozenset("regard see consider view claim count treat recognise recognize describe define".split())


def _is_aside(words: list[Word], n: int) -> bool:
    """Whether commas stand around what some words open, with no verb in it: ", *among them 40 medics*, to Chad"."""
    if not n or words[n - 1].text != ",":
        return False
    close = next((k for k in range(n + 2, min(len(words), n + 12)) if words[k].tag not in _PLAIN), n)
    return close > n + 2 and words[close].text in {",", "."}


def _end_of_reach(words: list[Word], n: int) -> int | None:
    """Where "of" ends a distance: behind "within" in "within *12 nautical miles of* Crete"."""
    for k in range(n, min(n + 6, len(words) - 1)):
        if words[k].low in LENGTHS:
            return k + 2 if words[k + 1].low == "of" else None
    return None
