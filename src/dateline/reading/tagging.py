"""Parts of speech of the words of a sentence, from a dictionary, closed classes and the words beside them; no model."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from dateline.reading.forms import AUXILIARIES, lemmas, verb_tags
from dateline.reading.nouns import noun_classes, noun_share
from dateline.reading.syntax import Word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.reading.sentences import Token
    from dateline.reading.syntax import Tag
    from dateline.story.model import Span

__all__ = ["tagged"]

_CLOSED: Final[dict[str, Tag]] = {}
for _tag, _listed in (
    ("determiner", "the a an this these those some any no every each all both another either his her its their my our"
     " your several many few such most other half"),
    ("pronoun", "he she it they we i you him them me us himself herself itself themselves nobody everyone someone"
     " anyone everybody somebody something anything nothing"),
    ("preposition", "of in on at from into onto for with by via through across over past along around against between"
     " among near off under above below towards toward within without during aboard inside outside beyond behind"
     " beside despite except amid upon about like unlike worth per throughout up down including"),
    ("conjunction", "and or but nor"),
    ("subordinator", "that whether if because although though while when where unless until since before after as once"
     " than so how why lest whereas"),
    ("relative", "who which whom whose"),
    ("number", "one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred"
     " thousand million billion dozen"),
    ("not", "not n't n’t never"),
    ("adverb", "also then later now here there back away home out very too just still again ahead even only ever"
     " already soon north south east west northward southward eastward westward together forward abroad overseas"
     " ashore aground inland overboard northeast northwest southeast southwest offshore onward onwards upstream"
     " downstream today yesterday tomorrow tonight meanwhile however instead perhaps almost nearly"),
):  # fmt: skip
    for _word in _listed.split():
        _CLOSED.setdefault(_word, _tag)  # type: ignore[arg-type]
# Words that are one thing wherever they stand: looked up first, since every second word of a text is one.
_VARIES: Final = frozenset(
    "that her before after since until as than up down off over most more less least no like each such".split()
)
_ALWAYS: Final[dict[str, Tag]] = {
    word: tag for word, tag in _CLOSED.items() if tag != "adverb" and word not in AUXILIARIES and word not in _VARIES
}
_ALWAYS.update(dict.fromkeys(",;:()“”—–-", "mark"))
_NUMBER: Final = re.compile(r"[$€£]?\d[\d,.:]*(?:st|nd|rd|th|%|[a-zA-Z]+)?")
_BE: Final = frozenset("be am is are was were been being isn't aren't wasn't weren't 're 'm".split())
_LINKING: Final = frozenset(("remain", "stay", "become", "appear", "seem"))
_MAKES: Final = frozenset(
    (
        "see",
        "sees",
        "saw",
        "seen",
        "let",
        "lets",
        "make",
        "makes",
        "made",
        "help",
        "helps",
        "helped",
        "watched",
        "watch",
    )
)
_REGULAR: Final = frozenset(("hourly", "daily", "nightly", "weekly", "monthly", "yearly"))
_AMOUNTS: Final = frozenset(("most", "more", "less", "least"))
_HAVE: Final = frozenset("have has had having haven't hasn't hadn't 've".split())
_VERBAL: Final = frozenset(("determiner", "name", "number", "preposition", "pronoun", "to", "adverb", "subordinator"))
_NOMINAL: Final = frozenset(("noun", "name", "pronoun"))
_BEGINS: Final = frozenset(("mark", "subordinator", "relative"))
_ACTORS: Final = frozenset(("person", "group", "location", "vehicle"))
_SUBJECTS: Final = frozenset("i he she it they we you who which that there".split())


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
        elif low[n] in _ALWAYS:
            tag = _ALWAYS[low[n]]
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


_BOUNDS: Final = (
    ("at", "least"), ("at", "most"), ("more", "than"), ("less", "than"), ("fewer", "than"), ("up", "to"),
    ("close", "to"), ("as", "many", "as"), ("as", "much", "as"), ("no", "fewer", "than"), ("no", "more", "than"),
    ("about",), ("around",), ("over",), ("under",), ("nearly",), ("almost",), ("roughly",), ("approximately",),
)  # fmt: skip


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


_SHORTENED: Final = frozenset("st mt ft dr mr mrs ms gov gen col lt sgt capt rep sen prof rev hon maj".split())


def _mend_lists(low: list[str], tags: list[Tag]) -> None:
    """Take "an old, abandoned mine" as two adjectives before a noun."""
    for n in range(1, len(tags) - 3):
        if low[n + 1] == "," and tags[n - 1] == "determiner" and tags[n] in {"noun", "adjective"} and (
            tags[n + 3] == "noun" and "ADJ" in lemmas(low[n])
            and (tags[n + 2] == "adjective" or (tags[n + 2] == "verb" and "VBN" in verb_tags(low[n + 2])))
        ):  # fmt: skip
            tags[n] = tags[n + 2] = "adjective"


_NUMERIC: Final = frozenset(("number", "noun", "name", "adjective"))


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
            if (_may_be_base(following) and not _ends_phrase(low, n + 1))
            or ("ADV" in lemmas(following) and following.endswith("ly"))
            else "preposition"
        )
    if word == "that":
        if before in _NOMINAL and (
            following in AUXILIARIES or (bool(verb_tags(following)) and not _is_noun(following))
        ):
            return "relative"
        return "determiner" if before == "preposition" else "subordinator"
    if word == "her" and not (_is_noun(following) or "ADJ" in lemmas(following)):
        return "pronoun"
    if word in {"before", "after", "since", "until", "as", "than"} and _starts_phrase(run, low, n + 1):
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
    if word in {"evening", "morning"}:
        return "noun"
    if word == "back" and before == "auxiliary" and prior not in _BE | _HAVE:
        return "verb"
    if word in _REGULAR and before in {"name", "noun"} and not _is_noun(following):
        return "adverb"
    if word in _CLOSED and not (text[0].isupper() and n and not shouted and _CLOSED[word] == "adverb"):
        return _CLOSED[word]
    if text[0].isupper() and not shouted and (n or not lemmas(word)):
        return "name"
    if not n and text[0].isupper() and following == "and" and word.endswith("ing"):
        return "name"  # "Manning and Reyes said"
    named = n + 1 < len(run) and run[n + 1].text[:1].isupper() and not shouted
    return _open_tag(low, n, before, prior, finite=finite, named=named)


@lru_cache(maxsize=16384)
def _is_noun(word: str) -> bool:
    return "NOUN" in lemmas(word)


@lru_cache(maxsize=16384)
def _may_be_base(word: str) -> bool:
    return word in {"be", "have", "do"} or ("VB" in verb_tags(word) and noun_share(word) < 0.97)


def _ends_phrase(low: list[str], n: int) -> bool:
    """Whether a word that is a noun mostly stands alone behind "to": "reported to police in Sweden"."""
    following = low[n + 1] if n + 1 < len(low) else ""
    return noun_share(low[n]) >= 0.85 and (
        _CLOSED.get(following) in {"preposition", "conjunction"} or not following[:1].isalnum()
    )  # fmt: skip


@lru_cache(maxsize=16384)
def _is_past(word: str) -> bool:
    """Whether a word is the past of a verb far more than anything else ("drove", "fell")."""
    if word in {"fell", "rose"}:
        return True
    if "VBD" not in verb_tags(word) or "ADJ" in lemmas(word) or (_is_noun(word) and noun_share(word) > 0.6):
        return False  # "crew" is a crow's past, too
    return not _is_noun(word) or noun_share(lemmas(word)["VERB"][0]) < 0.5


def _starts_phrase(run: Sequence[Token], low: list[str], n: int) -> bool:
    """Whether a noun phrase stands here with no verb of its own behind it: "after the storm", not "after it left"."""
    k, stop = n, min(len(low), n + 10)
    if k < stop and "VBG" in verb_tags(low[k]):
        return True
    while k < stop:
        word = low[k]
        if not word[0].isalnum() or word in {"and", "to"}:
            return True
        if (word in AUXILIARIES and not run[k].text[0].isupper()) or word in {
            "he",
            "she",
            "they",
            "it",
            "we",
            "i",
            "there",
        }:
            return False
        if k > n and not run[k].text[0].isupper() and verb_tags(word) & {"VBD", "VBZ"} and (
            not _is_noun(word) or ("VBD" in verb_tags(word) and noun_share(lemmas(word)["VERB"][0]) < 0.5)
        ):  # fmt: skip
            return False
        k += 1
    return True


def _open_tag(low: list[str], n: int, before: Tag, prior: str, *, finite: bool, named: bool) -> Tag:  # noqa: PLR0913
    word = low[n]
    following = low[n + 1] if n + 1 < len(low) else ""
    can = lemmas(word)
    forms = verb_tags(word)
    noun, adjective = "NOUN" in can, "ADJ" in can
    if not can:
        if word.endswith("ly"):
            return "adverb"
        if word.endswith(("ed", "ing")) and before not in {"determiner", "possessive", "adjective", "preposition"}:
            return "verb"
        return "noun"
    if word.endswith("ly") and "ADV" in can and not noun:
        return "adverb"
    if forms:
        verdict = _verb_or_not(low, n, before, prior, forms, noun=noun, finite=finite, named=named)
        if verdict is not None:
            return verdict
    nominal_next = bool(following) and not _is_past(following) and following[0].isalpha() and (
        _is_noun(following) or "ADJ" in lemmas(following) or not lemmas(following)
    ) and following not in _CLOSED and following not in AUXILIARIES  # fmt: skip
    if adjective and noun and verb_tags(following) & {"VBD", "VBZ"} and noun_classes(word) & _ACTORS:
        return "noun"  # "the army left", "the country ships …"
    if adjective and (nominal_next or not noun or prior in _BE):
        return "adjective"
    if forms & {"VBN", "VBG"} and not noun:
        return "adjective" if nominal_next else "noun" if before == "determiner" else "verb"
    if noun:
        return "noun"
    if adjective:
        return "adjective"
    if "ADV" in can:
        return "adverb"
    return "verb" if forms else "noun"


def _verb_or_not(  # noqa: PLR0913
    low: list[str], n: int, before: Tag, prior: str, forms: frozenset[str], *, noun: bool, finite: bool, named: bool
) -> Tag | None:  # fmt: skip
    """Decide for a word that may be a verb; None where something else should be asked."""
    word = low[n]
    following = low[n + 1] if n + 1 < len(low) else ""
    opens = (
        named
        or following in _CLOSED
        or following in {"to", "that", "after", "before", ""}
        or not following[:1].isalpha()
        or not lemmas(following)
        or (following.endswith("ly") and "ADV" in lemmas(following))
    )
    if before == "to":
        return "verb" if "VB" in forms else None
    if before == "auxiliary":
        if prior in _BE:
            if "VBG" in forms or "VBN" in forms:
                return "verb" if not (noun and not opens and word.endswith("ing") and noun_share(word) > 0.5) else None
            return None
        if prior in _HAVE:
            return "verb" if "VBN" in forms else None
        return "verb" if "VB" in forms else None
    if before in {"determiner", "possessive", "number"}:
        return None
    if before in {"preposition", "adjective"}:
        return "verb" if before == "preposition" and "VBG" in forms and (not noun or _takes(following)) else None
    if prior in _SUBJECTS:
        return "verb"
    if before in _NOMINAL and "VB" in forms and _is_made_to(low, n):
        return "verb"
    if before in _NOMINAL:
        if not noun or lemmas(word)["VERB"][0] in _LINKING:
            return "verb"
        if "VBG" in forms:
            return "verb" if _takes(following) else None
        if forms & {"VBD"} and not forms & {"VB"}:
            return "verb" if opens or not (finite or _verb_later(low, n + 1)) else None
        share = noun_share(lemmas(word)["VERB"][0])
        if finite and "VBD" not in forms:
            return None
        plural = (
            prior.endswith("s")
            or prior in {"people", "troops", "police", "children", "men", "women"}
            or "and" in low[max(0, n - 4) : n - 1]  # "a man and his dog stand"
        )
        if "VBZ" in forms:
            if _verb_later(low, n + 1):
                return None
            if following == "of" or ("ADJ" in lemmas(prior) and following in {"to", "from"}):
                return None  # "Polish exports to Lima"
            if before == "name" and share < 0.6:
                return "verb"
            taken = _takes(following) or (before == "noun" and _is_plural(following))  # "the firm ships bananas"
            counts = following[:1].isdigit()  # "Uganda hosts 900,000 refugees"
            likely = counts or share < 0.8 or (share < 0.95 and taken)
            return "verb" if (opens or taken) and not plural and likely else None
        if "VBD" in forms:
            return "verb" if opens or share < 0.5 else None
        if share > 0.05 and _verb_later(low, n + 1):
            return None  # "the arms deal with Oman is worth …"
        return "verb" if plural and opens and share < 0.85 and following != "of" else None
    if before in {"conjunction", "verb"} or before in _BEGINS:
        if "VBG" in forms:
            return "verb" if not noun or _takes(following) else None
        if not noun:
            adjective = "ADJ" in lemmas(word) and _is_noun(following)
            if adjective and ((before == "conjunction" and "VBN" in forms) or (before == "verb" and "VB" in forms)):
                return None
            return "verb"
        if before == "conjunction" and forms & {"VBD", "VBZ", "VB"} and _takes(following) and following != "of":
            return "verb" if noun_share(lemmas(word)["VERB"][0]) < 0.6 else None
        if "VBD" in forms and "VB" not in forms:
            return "verb"
        return None
    return None


def _is_made_to(low: list[str], n: int) -> bool:
    """Whether a plain form is what somebody is seen or made to do: "will see Spain *buy* ships"."""
    for k in range(n - 2, max(-1, n - 7), -1):
        word = low[k]
        if word in _MAKES:
            return True
        if word in AUXILIARIES or word in {"to", ","} or (verb_tags(word) and not _is_noun(word)):
            return False
    return False


def _verb_later(low: list[str], n: int) -> bool:
    """Whether a clause has its verb further on: "grain exports from Ukraine to Kenya fell"."""
    for word in low[n : n + 12]:
        if not word[0].isalnum() or _CLOSED.get(word) in {"conjunction", "subordinator", "relative"}:
            return False
        if word in AUXILIARIES or _is_past(word):
            return True
    return False


@lru_cache(maxsize=16384)
def _is_plural(word: str) -> bool:
    """Whether a word is a noun's plural, which seldom stands inside a compound."""
    return word.endswith("s") and lemmas(word).get("NOUN", (word,))[0] != word and not verb_tags(word)


def _takes(following: str) -> bool:
    """Whether a word that follows is one that follows a verb more than a noun."""
    return (_CLOSED.get(following) in {"determiner", "preposition", "pronoun", "number"} and following not in {
        "of", "by",
    }) or following in {"to", "that"} or following[:1].isdigit() or following[:1] in {"$", "€", "£"} or (
        following[:1].isalpha() and not lemmas(following)
    )  # fmt: skip
