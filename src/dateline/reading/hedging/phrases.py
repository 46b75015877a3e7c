"""The noun phrases of speakers: where one begins that ends at a word, or ends that begins there, and who is in it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from dateline.reading.amounts.numbers import cardinals
from dateline.reading.hedging.offices import office_ending
from dateline.reading.text.classes import classes_of
from dateline.reading.text.forms import AUXILIARIES, forms_of, lemmas, verb_tags
from dateline.reading.text.nouns import noun_classes
from dateline.reading.text.wordlists import words

if TYPE_CHECKING:
    from dateline.reading.hedging.scopes import Line, Reach

__all__ = ["CLOSERS", "is_nominal", "listed", "phrase_ending", "saying_forms", "speaker_after", "speakers", "with_name"]

_OPENS: Final = frozenset(("the", "a", "an", "its", "their", "his", "her", "our"))
_CIRCUMSTANCE: Final = frozenset(("during", "amid", "despite", "about"))
_BEFORE_ARTICLES: Final = frozenset(("all", "both", "half", "only", "just", "even", "such", "what", "many"))
_TOLD: Final = frozenset(("act", "communication", "time", "cognition", "event", "state"))
_ENDS: Final = frozenset(("to", "from"))
_NAME_HAS: Final = 2  # words, at the least
_NAME_ENDS: Final = 6
_DEEDS: Final = frozenset(("act", "communication"))
_NOMINATIVE: Final = frozenset(("he", "she", "they", "we", "i", "it", "there"))
_DEED: Final = 6  # words from the noun of a deed to its "by"
_ASIDE: Final = 9  # words of an aside, at the most
CLOSERS: Final = frozenset((".", ",", ";", "”", '"', "»", "—", "–", ":", "!", "?", "(", ")"))


@cache
def _titles() -> frozenset[str]:
    return words("reference", "person", "titles") | words("reference", "person", "honorifics")


@cache
def saying_forms() -> frozenset[str]:
    """Every form of the verbs of saying."""
    return frozenset(
        form
        for kind in ("reported", "alleged")
        for verb in words("status", "said", kind)
        if "_" not in verb
        for form in forms_of(verb)
    )


def listed(key: str) -> frozenset[str]:
    """A row of words around speakers, by its key in sources.toml."""
    return words("sources", "speakers", key)


def phrase_ending(made: Line, k: int) -> Reach | None:
    """The noun phrase whose last word stands at a token."""
    low = made.low
    if k >= 0 and low[k] == ")":  # "the council *(CPL)* said"
        k = next((j - 1 for j in range(k - 1, max(0, k - _ASIDE), -1) if low[j] == "("), k)
    if k < 0 or not (low[k][0].isalnum() or low[k] in {"'s", "’s", ")"}):
        return None
    if low[k] in listed("pronouns"):
        return k, k + 1
    if (office := office_ending(made.run, low, k)) is not None:
        return office
    j = k
    while j >= 0:
        word = low[j]
        if j < k and word in _OPENS and low[j + 1] != "." and _opens_anew(low, j):
            j -= 1
            break  # "a note *the firm* sent"
        if word in _ENDS and low[j - 1 : j] == [","] and (opened := _aside_before(low, j - 1)) is not None:
            j = opened - 1  # "a visit by Roa, *the minister*, to Chad"
            continue
        if word == "by" and j and _is_done(low, j):
            j -= 1  # "a visit *by* Roa"
            continue
        if word in {",", ";", ":", "“", "”", '"', "—", "(", ")", "…", "!", "?"} or word in listed("outside"):
            break
        if j + 1 in made.breaks and j != k:
            break
        if j < k and word in listed("times") and (
            low[j + 1] in listed("articles") or (j and low[j - 1] in {"on", "last", "late", "early"})
        ):  # fmt: skip
            break  # "On Tuesday a spokesman"
        if word in {"-", "–"} and j and made.run[j - 1].end < made.run[j].start:
            break
        if j < k and (_is_verb_here(made, j) or low[max(0, j - 1) : j + 1] == ["as", "saying"]):
            break  # "cited Roa as *saying the plan* showed"
        if word in listed("pronouns") and j < k and not (low[j + 1] == "and" and low[max(0, j - 1)] in {word, "both"}):
            break  # but "*he and* his father", "both *he and* his father"
        if word in listed("inside") and (j == 0 or not is_nominal(made, j - 1) or _is_verb_here(made, j - 1)):
            if word in _CIRCUMSTANCE and j and _is_verb_here(made, j - 1):
                return None  # "ruled *during* a hearing that …"
            break
        j -= 1
    start = j + 1
    while start < k and (low[start] in listed("leading") or _is_adverb(low[start])):
        start += 1
    start = max(start, _named_beside(made, start, k))
    if low[start] in listed("inside"):
        return None
    return (start, k + 1) if any(word[0].isalpha() for word in low[start : k + 1]) else None


def _opens_anew(low: list[str], n: int) -> bool:
    """Whether an article begins a phrase, and does not go on with one: "all *the* men", "head of *the*"."""
    before = low[n - 1] if n else ""
    goes_on = before in _BEFORE_ARTICLES or before in listed("inside") or before in {"and", "or", "by"}
    return not goes_on and "VBG" not in verb_tags(before)  # "a group *opposing* the talks"


def with_name(made: Line, found: Reach, end: int) -> Reach | None:
    """
    Whoever is called by an office and, between commas, by a name: "the mayor, *Ana Roa*, said".

    Parameters
    ----------
    made
        The sentence.
    found
        The office, which a comma follows.
    end
        The comma behind the name, or what else ends it.

    Returns
    -------
    reach
        Both, so that the office is known, or the name alone where the office has others in it; None where none is.
    """
    first, last = found
    if not _is_office(made, found) or made.low[last - 1] in listed("papers"):
        return None
    if not _NAME_HAS <= end - last - 1 < _NAME_ENDS:
        return None
    begins = last + 1 + (made.low[last + 1] == "the" and end - last > _NAME_HAS + 1)  # "*the* Rt Rev Ana Roa"
    if not all(word.text[0].isupper() or word.text == "." for word in made.run[begins:end]):
        return None
    has_others = not listed("inside").isdisjoint(made.low[first:last])
    return (last + 1 if has_others else first), end


def _is_office(made: Line, found: Reach) -> bool:
    """Whether a phrase says what somebody is, and is no name."""
    first, last = found
    word = made.low[last - 1]
    if word.rpartition("-")[2] in words("reference", "person", "titles") | words("reference", "person", "roles"):
        return True
    return made.low[first] in {"the", "a", "an"} and not made.run[last - 1].text[0].isupper()


def _named_beside(made: Line, start: int, k: int) -> int:
    """Where a name begins behind a noun that it says nothing of: "the story *Roa* told", unlike "the agency Tass"."""
    n = k
    while n > start and made.run[n].text[0].isupper():
        n -= 1
    if n in {k, start} or made.low[start] not in _OPENS:
        return start
    word = made.low[n]
    if "ADJ" in lemmas(word) or "VBG" in verb_tags(word) or classes_of(word):
        return start
    return n + 1 if noun_classes(word) and noun_classes(word) <= _TOLD else start


def _is_adverb(word: str) -> bool:
    return word.endswith("ly") and "ADV" in lemmas(word)


def _is_done(low: list[str], n: int) -> bool:
    """Whether "by" says who does what a noun before it tells: "a visit *by* Roa", "a statement *by* Oman"."""
    for k in range(n - 1, max(-1, n - _DEED), -1):
        tags = verb_tags(low[k])
        if noun_classes(low[k]) & _DEEDS and not (tags & {"VBN"} and k == n - 1):
            return True
        if not low[k][0].isalnum() or low[k] in AUXILIARIES or "VBN" in tags or low[k] in {"which", "who", "that"}:
            return False
    return False


def _aside_before(low: list[str], closing: int) -> int | None:
    """The comma that opens an aside of a few words, without a verb, which a comma closes."""
    for k in range(closing - 1, max(0, closing - _ASIDE), -1):
        if low[k] == ",":
            return k
        if not low[k][0].isalnum() or low[k] in AUXILIARIES or low[k] in {"who", "which", "whose"}:
            return None
    return None


def is_nominal(made: Line, n: int) -> bool:
    """Whether a word may be a noun, a name or a pronoun."""
    word = made.low[n]
    return word[0].isalnum() and (
        made.run[n].text[0].isupper() or not lemmas(word) or "NOUN" in lemmas(word) or word in listed("pronouns")
    )


def _is_verb_here(made: Line, n: int) -> bool:
    """Whether a word is a verb where it stands, and so ends the noun phrase after it."""
    word = made.low[n]
    if (
        word in AUXILIARIES
        and word not in {"'s", "’s"}
        and not (word in {"will", "may"} and made.run[n].text[0].isupper())
    ):
        return True
    if made.run[n].text[0].isupper() and n:
        return False
    tags = verb_tags(word)
    before = made.low[n - 1] if n else ""
    if word == "spoke" and (before in listed("pronouns") or made.low[n + 1 : n + 2] in (["to"], ["with"])):
        return True  # "*spoke to* a guard who said"
    if not tags or "ADJ" in lemmas(word) or "NOUN" in lemmas(word):
        return word in saying_forms() and "VBD" in tags
    if word in _TRADES and (before in cardinals() or not (before[:1].isalpha() and is_nominal(made, n - 1))):
        return False  # ", *shipping* sources said"
    return not (
        tags <= {"VBN", "VBD", "VBG"} and before in {"the", "a", "an", "'s", "’s", "of", "its", "their", "his", "her"}
    )


_TRADES: Final = frozenset("shipping trading banking mining fishing farming".split())


def speaker_after(made: Line, n: int) -> Reach | None:
    """The noun phrase that begins at a token: the speaker in "said Ana Diaz", "according to the port of Vigo"."""
    low = made.low
    if n >= len(low) or not low[n][0].isalnum() or low[n] in listed("inside") | listed("times") | {"by"}:
        return None
    if low[n] in {
        "nothing",
        "something",
        "anything",
        "so",
        "no",
        "that",
        "it",
        "there",
        "if",
        "whether",
        "to",
        "in",
        "on",
        "he",
        "she",
        "they",
    } and low[n] not in listed("pronouns"):
        return None
    if low[n] in listed("pronouns"):
        return (n, n + 1) if n + 1 == len(low) or low[n + 1] in CLOSERS else None
    k = n
    while k < len(low):
        word = low[k]
        is_short = word == "." and k + 2 < len(low) and (len(low[k - 1]) < 4 or low[k - 1] in _titles())
        if word in CLOSERS and not is_short:
            break
        if k > n and (word in listed("ends") or (word in AUXILIARIES and word not in {"'s", "’s"})):
            break
        if k > n and word in {"in", "following", "from"} and low[k + 1 : k + 2] and _opens_a_circumstance(made, k + 1):
            break
        if k > n and (word in listed("times") or word in _NOMINATIVE or _opens_what_is_said(made, k)):
            break  # "according to the ministry *he* died"
        is_adverb = "ADV" in lemmas(word) and "NOUN" not in lemmas(word) and word not in listed("inside")
        if k > n and not made.run[k].text[0].isupper() and is_adverb:
            break
        k += 1
    if k > n and low[k : k + 1] == [","]:
        stop = next((j for j in range(k + 1, min(k + _NAME_ENDS, len(low))) if low[j] in {",", "."}), k)
        return with_name(made, (n, k), stop) or (n, k)
    return (n, k) if k > n else None


def _opens_what_is_said(made: Line, n: int) -> bool:
    """Whether a subject begins right behind a speaker: "according to Roa *the ship* left"."""
    low, before = made.low, made.low[n - 1]
    if before in listed("inside") | listed("articles") | {"and", "or", "by", "'s", "’s"} or not is_nominal(made, n - 1):
        return False
    if low[n] in _OPENS:
        return True
    is_name = made.run[n].text[0].isupper() and not made.run[n - 1].text[0].isupper() and before in listed("papers")
    behind = low[n + 1] if n + 1 < len(low) else "."
    return is_name and bool(verb_tags(behind) & {"VBD", "VBZ"} or behind in AUXILIARIES)


def _opens_a_circumstance(made: Line, n: int) -> bool:
    """Whether "in" leads to how or when a thing was said ("in a statement"), not to who they are ("in Kano")."""
    if made.low[n] in listed("months"):
        return True
    for k in range(n, min(n + 5, len(made.low))):
        if made.low[k] in listed("ways") or made.low[k] in CLOSERS or made.low[k] in {"to", "with", "by"}:
            return True
        if made.run[k].text[0].isupper():
            return False
    return True


def speakers(made: Line, reach: Reach) -> tuple[Reach, ...]:
    """The speakers in a noun phrase: those that "and" joins, and those put beside them by "along with"."""
    low = made.low
    first, last = reach
    if office_ending(made.run, low, last - 1) == reach:
        return (reach,)
    if low[first] in {"both", "neither"} and first + 1 < last:
        first += 1
    if low[last - 1] in listed("papers"):
        named = [
            k for k in range(max(first, 1), last) if made.run[k].text[0].isupper() and low[k] not in listed("articles")
        ]
        if named and named[-1] == last - 2 and "'s" not in low[first:last] and "’s" not in low[first:last]:
            return ((named[0], last - 1),)  # "a Europol report"
    parts = []
    for k in range(first + 1, last - 1):
        if low[k] == "and" and _stands_alone(made, first, k) and _stands_alone(made, k + 1, last) and not (
            _goes_on(made, first, k, last)
        ):  # fmt: skip
            parts.append((first, k))
            first = k + 1
    parts.append((first, last))
    if low[last : last + 3] == [",", "along", "with"]:
        k = last + 3
        while k < len(low) and low[k] not in {",", "."}:
            if low[k] == "and":
                parts.append((last + 3 if len(parts) < 2 or parts[-1][0] < last else parts[-1][1] + 1, k))
            k += 1
        begins = parts[-1][1] + 1 if parts[-1][0] >= last + 3 else last + 3
        parts.append((begins, k))
    return tuple(part for part in (_up_to_noun(made, *part) for part in parts) if part[0] < part[1])


def _up_to_noun(made: Line, first: int, last: int) -> Reach:
    """A phrase without what ends none, an adverb or a participle: "a report *released*"; nothing of "*always*"."""
    while first < last:
        word = made.low[last - 1]
        sorts = lemmas(word).keys()
        is_name = made.run[last - 1].text[0].isupper() and word not in _OPENS
        ends = word in _OPENS or word in {"who", "of"} or (sorts and sorts <= {"VERB", "ADV"} and word[-3:] != "ing")
        if is_name or not ends:
            break
        last -= 1
    return first, last


def _goes_on(made: Line, first: int, k: int, last: int) -> bool:
    """Whether "and" goes on with one party: "the Ministry of *Ports* and Roads", "*Iraqi* and Dutch officials"."""
    if made.low[k + 1] in listed("articles"):
        return False
    is_noun = "NOUN" in lemmas(made.low[last - 1])
    if k == first + 1 and _OF_A_LAND(made.low[first]):
        return is_noun and made.run[last - 1].text.islower() and last > k + 2
    of = next((n for n in range(k - 2, first, -1) if made.low[n] in {"of", "for", "in"}), None)
    if of is None:
        return False
    is_office = made.low[of - 1] in _OFFICES and made.run[of - 1].text[0].isupper()
    are_people = made.low[of - 1].endswith("s") and "person" in noun_classes(made.low[of - 1])
    return is_noun if is_office else are_people and not is_noun


_OF_A_LAND: Final = re.compile(
    r"\w+(?:ian|ean|can|ish|ese|ern)|(?:israel|nepal|somal)i|(?:iraq|saud|pakistan|afghan|oman|emirat|kuwait|qatar"
    r"|bahrain|yemen|bangladesh)i|french|dutch|greek|czech|swiss|thai|afghan|german|u\.s\.|us|uk|u\.k\.|un|u\.n\.|eu"
).fullmatch
_OFFICES: Final = frozenset(
    "department ministry office bureau agency institute center centers centre centres commission council board service "
    "directorate administration committee college school federation association organisation organization foundation "
    "authority academy society union network".split()
)


def _stands_alone(made: Line, first: int, last: int) -> bool:
    """Whether one side of "and" is a party of its own: a name, a noun with its article, several people."""
    if first >= last:
        return False
    head = made.low[last - 1]
    if (head.endswith("s") and "person" in noun_classes(head)) or (last - first == 1 and head in listed("pronouns")):
        return True
    return (made.run[first].text[0].isupper() and last - first <= 4) or made.low[first] in {
        "the",
        "a",
        "an",
        "its",
        "their",
    }
