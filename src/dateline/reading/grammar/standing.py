"""Whether words stand as a noun phrase of their own, with no verb behind them: "after *the storm*"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.reading.grammar.besides import ONLY_A_NOUN, is_noun, is_plural_noun, is_side, is_year, verb_later
from dateline.reading.grammar.closed import CLOSED, CURRENCIES
from dateline.reading.grammar.pieces import MONTHS
from dateline.reading.hedging.listed import forms_in
from dateline.reading.text.forms import AUXILIARIES, lemmas, verb_tags
from dateline.reading.text.nouns import noun_classes, noun_share
from dateline.reading.text.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.reading.grammar.syntax import Tag
    from dateline.reading.text.sentences import Token

__all__ = ["ends_phrase", "is_behind_a_participle", "is_of_a_quality", "starts_phrase"]

_ARTICLES: Final = frozenset(("a", "an", "the"))
_LEAN: Final = frozenset("loyal close next opposed allied linked tied related due belonging".split())
_OPENING: Final = 6  # words of a time that opens a sentence: "Some six weeks after"
_SPANS: Final = frozenset("day days week weeks month months year years hours minutes".split())
_SPELLS: Final = frozenset(
    "weekend week month year morning afternoon evening night summer spring autumn winter".split()
)
_ENDS: Final = frozenset("end begin start pass close be have go open".split())
_SELDOM_A_NOUN: Final = 0.1
_PARTS: Final = {",": ",", "(": ")", "—": "—", "–": "–"}


def ends_phrase(low: list[str], n: int) -> bool:
    """Whether a word that is a noun mostly stands alone behind "to": "returned to court in Malmö"."""
    following = low[n + 1] if n + 1 < len(low) else ""
    return noun_share(low[n]) >= 0.85 and (
        CLOSED.get(following) in {"preposition", "conjunction"} or not following[:1].isalnum()
    )  # fmt: skip


def starts_phrase(run: Sequence[Token], low: list[str], n: int) -> bool:
    """Whether a noun phrase stands here with no verb of its own behind it: "after the storm", not "after it left"."""
    k, stop = n, min(len(low), n + 10)
    if k < stop and (("VBG" in verb_tags(low[k]) and noun_share(low[k]) <= ONLY_A_NOUN) or is_year(low[k]) or (
        low[k] in MONTHS and k and low[k - 1] == "since"
    )):  # fmt: skip
        return True  # "stranded *since 2021* are …"
    if n and low[n - 1] in {"since", "until"} and _is_a_time(run, low, n):
        return True  # "missing *since last week* has …"
    if low[n - 1 : n + 2] == ["as", "part", "of"]:
        return True  # "is seen *as part of* Peru but was held by Chile"
    while k < stop:
        word = low[k]
        if word in CURRENCIES:
            k += 1
            continue  # "after *$9m* in aid was sent"
        if word == "," and 1 < n < _OPENING and low[n - 2] in _SPANS:
            return True  # "Six weeks *after the coup,* the president, Ana Roa, was …"
        if word in _PARTS and (n > 1 or low[k + 1 : k + 2] in (["which"], ["who"])) and _goes_on_behind(low, k):
            return False
        is_abbreviation = word == "." and k > n and run[k - 1].text[0].isupper() and len(low[k - 1]) < 5
        if word in {"'s", "’s"} or (word == "to" and k > n and low[k - 1] in _LEAN) or is_abbreviation:
            k += 1
            continue  # "as rebels loyal *to Gen.* Roa left"
        if word == "and" and low[max(0, n - 2)] not in _AS_WHAT and _acts_behind(low, k + 1, stop):
            return False  # "as Chadian troops *and allied rebels advanced*"
        if word == "-" and run[k - 1].end == run[k].start:
            k += 1
            continue  # "as the *U.S.-led* force left"
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
        may_be = k > n and low[k - 1] not in _ARTICLES and not run[k].text[0].isupper()
        if may_be and low[n - 1] != "as" and low[k - 1] in _SPELLS and lemmas(word).get("VERB", ("",))[0] not in _ENDS:
            return True  # "taking on wheat *since the weekend* sailed on Friday"
        if may_be and verb_tags(word) & {"VBD", "VBZ"} and (
            not is_noun(word) or ("VBD" in verb_tags(word) and noun_share(lemmas(word)["VERB"][0]) < 0.5)
        ):  # fmt: skip
            return False
        if may_be and k + 1 < stop and (
            _is_done_by_many(run, low, k) or _is_side_at(run, low, n, k) or _is_done_meanwhile(run, low, n, k)
        ):  # fmt: skip
            return False
        k += 1
    return True


def is_behind_a_participle(low: list[str], tags: Sequence[Tag], n: int) -> bool:
    """Whether what was done before "after" is only told of a subject: "a man *held after a fight* was flown"."""
    k = next((k for k in range(n - 1, max(0, n - _ASIDE), -1) if tags[k] == "verb"), 0)
    if not k or tags[k - 1] not in {"noun", "name"} or lemmas(low[k]).get("VERB", ("",))[0] not in _UNDERGONE:
        return False
    if "VBN" not in verb_tags(low[k]) or (k + 1 < n and tags[k + 1] not in {"preposition", "adverb"}):
        return False
    begins = next((j + 1 for j in range(k - 1, -1, -1) if low[j] in {",", "“", '"'}), 0)
    if not _TOLD.isdisjoint(tags[begins:k]):
        return False
    end = next((j for j in range(n, len(low)) if not low[j][0].isalnum() or low[j] in {"and", "but", "that"}), len(low))
    told = [j for j in range(n + 2, end) if low[j] in AUXILIARIES and low[j - 1] not in AUXILIARIES]
    if len(told) != 1:
        return False  # "held *after shots were fired* was flown"
    between = range(n + 2, told[0])
    return not any(
        "VBD" in verb_tags(low[j]) and not is_noun(low[j]) and CLOSED.get(low[j - 1]) != "determiner" for j in between
    )  # "hurt *after a wall fell* was flown"


_ASIDE: Final = 7  # words from a participle to "after" behind it
_TOLD: Final = frozenset(("verb", "auxiliary", "relative", "subordinator"))
_UNDERGONE: Final = frozenset(
    "arrest detain release free rescue injure wound hurt shoot stab jail imprison convict charge hold find seize"
    " capture trap pull evacuate infect admit kidnap abduct deport evict suspend bite hit strike beat attack save"
    " recover discover catch intercept burn poison separate remove confiscate".split()
)


def is_of_a_quality(low: list[str], n: int) -> bool:
    """Whether an adverb says how a thing is, and no deed follows: "taken to *heavily guarded* camps"."""
    if n + 2 >= len(low):
        return False
    tags = verb_tags(low[n + 1])
    if CLOSED.get(low[n + 1]) == "determiner" and low[n] in {"nearly", "only"}:
        return True  # "travelled to *nearly every* town"
    return "VB" not in tags and ("VBN" in tags or "ADJ" in lemmas(low[n + 1])) and is_noun(low[n + 2])


def _acts_behind(low: list[str], n: int, stop: int) -> bool:
    """Whether a second subject and its verb in the past stand here: "*allied rebels advanced* from Bari"."""
    for k in range(n, min(n + _SECOND, stop)):
        is_past = "VBD" in verb_tags(low[k]) and not is_noun(low[k])
        if k > n and is_past and is_plural_noun(low[k - 1]) and CLOSED.get(low[k + 1] if k + 1 < len(low) else "."):
            return True
        if not (is_noun(low[k]) or "ADJ" in lemmas(low[k])):
            return False
    return False


_AS_WHAT: Final = frozenset("used seen treated regarded known described served such".split())  # "used *as evidence*"
_SECOND: Final = 5  # words of a second subject, at the most


def _is_a_time(run: Sequence[Token], low: list[str], n: int) -> bool:
    """Whether a time without a verb of its own stands here: "since *last week*", "since *New Year's Day*"."""
    for k in range(n, min(len(low), n + _OPENING)):
        behind = low[k + 1] if k + 1 < len(low) else "."
        if (low[k] in MONTHS or noun_classes(low[k]) == {"time"}) and not (is_noun(behind) or behind in {"'s", "’s"}):
            return True
        if not (low[k] in _ARTICLES or low[k] in _WHICH or low[k] in {"'s", "’s"} or run[k].text[0].isupper()):
            return False
    return False


_WHICH: Final = frozenset("last early late this that his her their mid".split())


def _is_done_by_many(run: Sequence[Token], low: list[str], k: int) -> bool:
    """Whether a word in its plain form is what many do to what stands behind it: "after the troops *leave* Chad"."""
    if not is_plural_noun(low[k - 1]) or "VBP" not in verb_tags(low[k]):
        return False
    if noun_share(low[k]) > _SELDOM_A_NOUN:  # "as *marines patrol the* Black Sea"
        return low[k + 1] in _ARTICLES and bool(noun_classes(low[k - 1]) & {"person", "vehicle"})
    return run[k + 1].text[0].isupper() or CLOSED.get(low[k + 1]) in {"determiner", "preposition"}


def _is_done_meanwhile(run: Sequence[Token], low: list[str], n: int, k: int) -> bool:
    """Whether a word is what somebody does while something comes: "the news comes as *the storm heads* for Wales"."""
    following = low[k + 1]
    if "VBZ" not in verb_tags(low[k]) or following == "of":
        return False
    if run[k - 1].text[0].isupper() and not is_plural_noun(low[k - 1]) and k > n:
        takes = CLOSED.get(following) in {"determiner", "number"} or following in _NEARLY or following[0].isdigit()
        takes = takes or noun_share(lemmas(low[k]).get("VERB", ("",))[0]) < _SELDOM_A_NOUN
        return takes and low[n - 1] != "than"  # "prices fell as *China claims almost* all of it", "*Chad buys* tin"
    is_one = is_noun(low[k - 1]) and not is_plural_noun(low[k - 1])
    behind = CLOSED.get(following) in {"determiner", "preposition", "to"} or run[k + 1].text[0].isupper()
    if not (is_one and behind):
        return False
    return low[n - 2 : n] in _COMES_AS or (low[n - 1] == "as" and k > n + 1 and _comes_or_goes(low, n, k))


def _comes_or_goes(low: list[str], n: int, k: int) -> bool:
    """Whether somebody, a ship or a storm does what a word says: "left as *the storm moves* to Fiji", no "means"."""
    lemma = lemmas(low[k]).get("VERB", ("",))[0]
    is_actor = low[n] in _ARTICLES and bool(noun_classes(low[k - 1]) & {"person", "vehicle", "weather", "animal"})
    sure = low[n] != "the" or lemma in words("frames", "travels", "verbs") or noun_share(lemma) < _SELDOM_A_NOUN
    return is_actor and sure


_NEARLY: Final = frozenset(("almost", "nearly", "about", "more"))
_COMES_AS: Final = (["comes", "as"], ["came", "as"], ["come", "as"])


def _is_side_at(run: Sequence[Token], low: list[str], n: int, k: int) -> bool:
    """Whether a team goes somewhere by a verb that may be a noun: "before the *team travel* to Lyon"."""
    if low[k + 1] != "to" or k - n > _NAMED:
        return False
    is_name = all(token.text[:1].isupper() for token in run[n:k])  # "before *Chad flies*"
    is_name = is_name and not verb_later(low, k + 1) and not verb_tags(low[k]).isdisjoint(("VB", "VBZ"))
    return (k == n + 2 or is_name) and is_side(low, k, "name" if is_name else "noun", finite=True)


_NAMED: Final = 3  # words of "Papua New Guinea"


def _goes_on_behind(low: list[str], k: int) -> bool:
    """Whether a verb stands behind what a mark opens: "as the storm, *Irma*, which had left Fiji, *headed* for …"."""
    closed = [j for j in range(k + 1, min(len(low) - 1, k + 16)) if low[j] == _PARTS[low[k]]]
    return any(
        (low[j + 1] in AUXILIARIES and low[j + 1][0].isalpha())
        or (
            "VBD" in verb_tags(low[j + 1])
            and (not is_noun(low[j + 1]) or low[j + 1] == "left")
            and low[j + 1] not in forms_in("said")
        )
        for j in closed
    )
