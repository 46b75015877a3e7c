"""The pieces of a sentence: noun phrases, prepositions, verbs with their auxiliaries, and the words between."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from dateline.reading.amounts.numbers import is_prefix, measured, units
from dateline.reading.grammar.besides import is_year
from dateline.reading.grammar.closed import CURRENCIES
from dateline.reading.grammar.given import IN_PHRASE, is_given, is_got, is_passed_by
from dateline.reading.grammar.prepositions import AS_WELL, LENGTHS, OPENS_LONGER, longer_preposition
from dateline.reading.grammar.syntax import Phrase, PrepPhrase
from dateline.reading.hedging.listed import forms_in
from dateline.reading.text.forms import verb_tags
from dateline.reading.text.nouns import noun_classes

if TYPE_CHECKING:
    from dateline.reading.grammar.syntax import Tag, Word

__all__ = [
    "BE", "GETS", "MONTHS", "STAYS_FINITE", "Piece", "adds_a_phrase", "ends_in_conjunction", "is_when", "pieces_of",
]  # fmt: skip

BE: Final = frozenset("be am is are was were been being isn't aren't wasn't weren't 're 'm 's".split())
_MAY_CLOSE: Final = frozenset(("noun", "name", "number"))
_ENDS_PHRASE: Final = frozenset(("noun", "name", "pronoun", "number"))
_EARLY: Final = frozenset("also then later now already still just never even often soon first only again not".split())
SHORT_MONTHS: Final = frozenset("jan feb mar apr jun jul aug sep sept oct nov dec".split())
MONTHS: Final = (
    frozenset(
        "january february march april may june july august september october november december monday tuesday wednesday"
        " thursday friday saturday sunday".split()
    )
    | SHORT_MONTHS
)
GETS: Final = frozenset("get gets got getting gotten become becomes became becoming".split())
_WHEN: Final = frozenset("next last early earlier late later previous several many this that each every".split())
STAYS_FINITE: Final = frozenset(
    "march arrive go come travel flee head cross return walk escape fall leave sail flow run die sink land"
    " emigrate immigrate relocate migrate depart drift soar climb commute convene converge flock"
    " taxi crawl stagger proceed emerge collapse swim appear remain stay lurk linger hover"
    " explode erupt occur happen capsize vanish disappear".split()
)
"""Verbs whose past is seldom a participle behind a noun: "the man *fled*"."""
_MEASURED: Final = frozenset(("long", "old", "high", "wide", "deep", "strong", "tall"))
_HOURS: Final = frozenset(("a.m.", "p.m.", "am", "pm", "o'clock", "noon", "midnight"))


_WHOLE: Final = frozenset("all wrong long other same entire whole".split())
_AT_AN_HOUR: Final = re.compile(r"\d{1,2}(?:[.:]\d\d)?(?:am|pm)").fullmatch


@dataclass(slots=True, eq=False)
class Piece:
    """A piece of a sentence: a noun phrase, a preposition with or without its phrase, a verb group, or a word."""

    kind: str  # phrase, prep, verb, mark, conjunction, subordinator, relative, other
    first: int
    last: int
    number: int = -1  # of the phrase or prepositional phrase
    head: int = -1  # of a verb group its main verb; of a mark 1 where a bracket opens, 0 where it closes
    to: bool = False


def pieces_of(words: list[Word]) -> tuple[list[Piece], list[Phrase], list[PrepPhrase]]:
    """Cut a sentence into its pieces, with the noun phrases and prepositional phrases among them."""
    units: list[Piece] = []
    phrases: list[Phrase] = []
    preps: list[PrepPhrase] = []
    tags = [word.tag for word in words]
    n = 0
    while n < len(words):
        tag, word = tags[n], words[n]
        longer = longer_preposition(words, n) if word.low in OPENS_LONGER else None
        if longer is not None or tag == "preposition":
            prep, end = longer or (AS_WELL.get(word.low, word.low), n + 1)
            units.append(Piece("prep", n, end, len(preps)))
            preps.append(PrepPhrase(prep, n, end, ()))
            n = end
        elif tag == "number" and _is_an_age(words, n):
            units.append(Piece("other", n, n + 1))
            n += 1
        elif tag in IN_PHRASE and units and units[-1].kind == "phrase" and (end := _end_of_measure(words, n)):
            units.append(Piece("other", n, end))
            n = end
        elif tag in IN_PHRASE or (tag == "adverb" and units and units[-1].kind == "prep" and _is_how(words, tags, n)):
            n = _add_phrases(tags, n, _phrase_end(words, tags, n), phrases, units)
            n += tags[n : n + 1] == ["possessive"] and tags[n - 1] == "name"  # "at *Mario's* in Bath"
        elif tag == "pronoun":
            n = _add_phrases(tags, n, n + 1, phrases, units)
        elif tag in {"auxiliary", "verb", "to"} or (tag in {"not", "adverb"} and _verb_follows(words, n)):
            unit = _verb_group(words, n)
            units.append(unit)
            n = unit.last
        else:
            kind = tag if tag in {"mark", "conjunction", "subordinator", "relative"} else "other"
            aside = 1 if word.text in "([" else 0 if word.text in ")]" else -1
            units.append(Piece(kind, n, n + 1, head=aside if kind == "mark" else -1))
            n += 1
    return units, phrases, preps


def _is_how(words: list[Word], tags: list[Tag], n: int) -> bool:
    """Whether a word says how much so a quality is, at the head of a phrase: "of *partially* treated sewage"."""
    behind = tags[n + 1 : n + 3]
    if words[n].low in _NEARLY:
        return behind in (["determiner", "noun"], ["number", "noun"])  # "to *nearly* every town"
    return words[n].low.endswith("ly") and behind[:1] == ["adjective"] and behind[-1] in {"noun", "name", "adjective"}


_NEARLY: Final = frozenset(("nearly", "almost", "only", "just"))


def _end_of_measure(words: list[Word], n: int) -> int:
    """Where how long, high or old a thing is ends behind it: "an ice core *nearly 3 km long*"; 0 where nothing says."""
    n += words[n].tag == "determiner"
    told = [word.low for word in words[n + 1 : n + 3]]
    is_measure = len(told) > 1 and words[n].tag == "number" and told[0] in LENGTHS and told[1] in _MEASURED
    return n + 3 if is_measure else 0


def _is_an_age(words: list[Word], n: int) -> bool:
    """Whether a number between commas says how old somebody is: "Ana Roa, *47*, of Boise, left"."""
    if n < 2 or n + 1 >= len(words) or not words[n].low.isdigit() or len(words[n].low) > _DAY + 1:
        return False
    k = n - 1 - (words[n - 1].low in _AGED)
    return words[k].text == "," == words[n + 1].text and words[k - 1].tag in {"name", "noun"} and (
        words[k - 1].low not in MONTHS
    )  # fmt: skip


_AGED: Final = frozenset(("aged", "then", "now", "just"))  # "Ana Roa, *then* 22, left"


def _phrase_end(words: list[Word], tags: list[Tag], n: int) -> int:
    """Where the words of a noun phrase, with its owners, end."""
    end = n + 1
    while end < len(words):
        tag, before = tags[end], tags[end - 1]
        if tag not in IN_PHRASE:
            step = _step_inside(words, tags, n, end)
            if not step:
                break
            end += step
        elif _told_the_hour(words, tags, n, end) or (before in _MAY_CLOSE and _is_parted(words, tags, n, end)):
            break
        elif is_given(words, tags, n, end):
            tags[end - 1] = "name" if before == "name" else "noun"
            break
        elif before == "adjective" and tag == "determiner" and (
            tags[n] != "determiner" or words[end].text not in CURRENCIES
        ):  # fmt: skip
            break  # "it is likely *the ship* left", but "an estimated *$9 million*"
        else:
            end += 1
    while end > n + 1 and tags[end - 1] not in _ENDS_PHRASE and tags[end - 1] != "determiner":
        if tags[end - 1] == "adjective" and "determiner" in tags[n : end - 1] and not (
            tags[end - 2] in {"name", "noun"} and _tells_how(words[end - 1].low)
        ):  # fmt: skip
            break
        end -= 1
    return end


def _tells_how(word: str) -> bool:
    """Whether an adjective behind a name says how somebody comes or goes: "left the White House *unassisted*"."""
    return word in _DEPICTS or (word.startswith("un") and word.endswith("ed"))


_DEPICTS: Final = frozenset("alone alive unhurt safe early late free drunk naked barefoot empty-handed".split())


def _step_inside(words: list[Word], tags: list[Tag], n: int, end: int) -> int:
    """How many words that are no noun's a phrase goes on with at a word; 0 where it ends."""
    tag = tags[end]
    if tag == "possessive":
        return 1
    begins = end > n + 1 or (n > 0 and tags[n - 1] in {"verb", "preposition"})
    if tag == "mark" and words[end].text == "," and begins and tags[end - 1] == "adjective":
        how = tags[end + 1 : end + 2] == ["adverb"]  # "cheap, *locally* made tea"
        return 2 + how if _is_modifier(words, end + 1 + how) else 0  # "an old, abandoned mine"
    if tag == "conjunction" and words[end].text == "and":  # "legal and financial help", "a search and rescue team"
        if tags[end - 1 : end + 3] == ["noun", "conjunction", "noun", "noun"] and "determiner" in tags[n:end] and all(
            noun_classes(words[k].low) == {"act"} for k in (end - 1, end + 1)
        ):  # fmt: skip
            return 2
        beside = tags[end - 1 : end + 3] in _TWO_ADJECTIVES
        return 2 if beside and all(one in {"determiner", "adjective"} for one in tags[n:end]) else 0
    leads = tags[end - 1] in {"determiner", "possessive"}  # "the refugees' *onward* journey"
    return 1 if tag == "adverb" and end + 1 < len(words) and leads else 0


def _told_the_hour(words: list[Word], tags: list[Tag], n: int, end: int) -> bool:
    """Whether words up to here tell the hour, and no more of it follows: "At about 2am *police* were called"."""
    last, word = words[end - 1], words[end]
    if not (_AT_AN_HOUR(last.low) or (last.low in _HOURS and words[max(n, end - 2)].tag in {"number", "noun"})):
        return False
    is_told = words[n].low in _ABOUT or (n > 0 and tags[n - 1] == "preposition")
    is_article = words[n].low in {"a", "an", "the", "this", "that", "every", "each"}  # "the *9pm flight*"
    goes_on = word.low in MONTHS or word.text.isupper() or noun_classes(word.low) == {"time"}  # "at 9pm *GMT*"
    return is_told and not is_article and not goes_on


_ABOUT: Final = frozenset(("around", "about", "approximately", "nearly", "just", "shortly"))
_CODE: Final = 3  # letters of a currency's code
_COUNTED: Final = (["adjective", "noun"], ["number", "noun"])


def _is_parted(words: list[Word], tags: list[Tag], n: int, end: int) -> bool:
    """Whether a word begins another phrase behind a noun, a name or a number."""
    tag, before, word, last = tags[end], tags[end - 1], words[end], words[end - 1]
    if before == "number" and tag == "determiner" and end > n + 1 and word.low != "other":
        return True  # "In May 2020 *the ship* …"
    if before == "number" and end == n + 2 and n and tags[n - 1] in _BEFORE_DATES and words[n].low in MONTHS:
        return True  # "on May 23 *Kenyan troops* …"
    if before == "number" and word.low in _TERM_OPENS and end + 1 < len(words) and words[end + 1].low in _TERMS:
        return True  # "sent home $5 million *last year*"
    if before == "number":
        begins = tag == "determiner" or (tag == "name" and word.low.endswith("s"))
        begins = begins or (n == 1 and tag in {"noun", "adjective"} and _are_many(words, tags, end))
        return begins and end == n + 1 and _is_year(words, n)  # "In 2015 *some 90 people* fled", "In 2015 *Syrians* …"
    is_month = word.low in MONTHS and word.text[:1].isupper() and not (
        word.low == "jan" and tags[end + 1 : end + 2] == ["name"] and words[end + 1].text != "."  # "Rep. *Jan* Roa"
    )  # fmt: skip
    if word.low in _SPANS and end + 1 < len(words) and words[end + 1].low in _THEN:
        return True  # "a ferry to Lerwick *hours after* the attack", "sent rifles *days before* the vote"
    if before == "name":
        if tag == "number" and _is_code(last):
            return False  # "a *USD 62 million* loan"
        if _is_code(word) and tags[end + 1 : end + 2] == ["number"]:
            return True  # "lent Peru *EUR 30 million*"
        if word.low in _WHEN or (is_month and last.low not in MONTHS):
            return True
        behind = tags[end + 1 : end + 3]
        is_date = end == n + 1 and last.low in MONTHS and n and words[n - 1].low not in _IN
        if is_date and word.low.isdigit() and len(word.low) <= _DAY:
            return False  # "on May *23* ships left", but "in May *23 ships* left"
        is_handed = behind == ["name", "noun"] and n > 0 and tags[n - 1] == "verb"  # "sent Peru *50 CV-90 vehicles*"
        if tag == "number" and (word.low.isalpha() or behind[:1] == ["noun"] or behind in _COUNTED or is_handed):
            return word.low.isalpha() or not _is_model(words, tags, n, end)
        if word.low in _BY and end + 1 < len(words) and words[end + 1].low == "to":
            return True  # "on Elm Road *close to* the mill"
        if tag == "name" and end == n + 1 and last.low in MONTHS and n and (
            tags[n - 1] == "preposition" or words[n - 1].low in _HOURS
        ):  # fmt: skip
            return True  # "that in May *Kenyan troops* left", "at 7 p.m. Sunday *Lima police* went"
        if end == n + 1 and last.low in MONTHS and n and (
            (tags[n - 1] == "preposition" and _is_somebody(words, tags, end)) or _tells_on_a_day(words, n)
        ):  # fmt: skip
            return "time" not in noun_classes(word.low)  # "on Friday *gang leader* Ana Roa left", no "Friday *night*"
        if end >= n + 2 and last.low in MONTHS and tags[end - 2] == "number" and tag != "number":
            return True  # "on 19 July *UK vessels* …"
        return tag == "determiner"
    is_title = end == n + 1 and not last.low.endswith("s") and "person" in noun_classes(last.low)
    if is_title and (tag == "name" or (tag == "adjective" and tags[end + 1 : end + 2] == ["noun"])):
        return is_month  # "*Bishop Ana Roa* flew", "*deputy foreign minister* Ana Roa"
    if tag == "name" and n and tags[n - 1] == "preposition" and frozenset() < noun_classes(last.low) <= _HAPPENS:
        return True  # "during the conflict *Iran* sought …"
    if last.low in _TERMS and end == n + 2 and words[n].low in _WHEN and (
        tag == "name" or (_opens_clause(tags, n) and tag in {"noun", "adjective"} and _are_many(words, tags, end))
    ):  # fmt: skip
        return True  # "Last month *Chad* flew in cows", "Last year *passengers* flew"
    if is_month or (tag == "name" and is_passed_by(words, end)):
        return True  # "walked to the mill Friday", "the grain *Ukraine sent* to Kenya"
    if tag == "adjective":
        measured = word.low in _MEASURED and any(one.tag == "number" for one in words[max(n, end - 3) : end - 1])
        return not measured  # "a 34-year *old* man"
    if tag == "determiner":
        return True
    if tag == "number" and last.low in _TERMS and len(word.text) != _YEAR:
        return True  # "last year *90 ships* left"
    return tag == "number" and (word.low.isalpha() or (before == "noun" and is_got(words, tags, n, end)))


def _tells_on_a_day(words: list[Word], n: int) -> bool:
    """Whether a day is when somebody spoke, not what a noun behind it is of: "said on *Monday* crews had left"."""
    spoke = n - 2 if words[n - 1].low == "on" and n > 1 else n - 1
    return words[n].low.endswith("day") and words[spoke].low in forms_in("said")


def _opens_clause(tags: list[Tag], n: int) -> bool:
    """Whether a word is the first of its sentence or clause."""
    return not n or tags[n - 1] in {"subordinator", "conjunction"}


def _are_many(words: list[Word], tags: list[Tag], n: int) -> bool:
    """Whether the nouns from a word on tell of several, as a subject would: "Last year *young migrants* left"."""
    last = n
    while last + 1 < len(words) and tags[last + 1] in {"adjective", "noun"}:
        last += 1
    return tags[last] == "noun" and (words[last].lemma != words[last].low or words[last].low in _PLURALS)


def _is_code(word: Word) -> bool:
    """Whether a word is a currency's code: "USD"."""
    return word.text.isupper() and len(word.text) == _CODE and is_prefix(word.low)


def _is_somebody(words: list[Word], tags: list[Tag], n: int) -> bool:
    """Whether nouns from here name people or vehicles: "*rebel fighters* left", not "*night* ferries"."""
    last = n
    while last < len(words) and tags[last] in {"adjective", "noun"}:
        last += 1
    if last == n or "time" in noun_classes(words[n].low):
        return False
    return bool(noun_classes(words[last - 1].low) & {"person", "vehicle"})


def _is_model(words: list[Word], tags: list[Tag], first: int, n: int) -> bool:
    """Whether a number is part of what a machine is called: "a Boeing *707* cargo plane", "14 Leopard *2* tanks"."""
    last = n + 1
    while last + 1 < len(words) and words[last + 1].tag == "noun":
        last += 1
    classes = noun_classes(words[last].low)
    if "number" in tags[first:n] and words[n].low.isdigit() and words[n - 1].low not in MONTHS:
        return bool(classes & {"vehicle", "artifact"})
    is_one = words[last].lemma == words[last].low and not (words[last].low in _PLURALS or words[last].low in units())
    if is_one and _is_led_by_an_article(words, tags, first, n):
        return True  # "a Category *5* hurricane"
    return "vehicle" in classes and not words[last].low.endswith("s")


def _is_led_by_an_article(words: list[Word], tags: list[Tag], first: int, n: int) -> bool:
    """Whether one name before a word has an article, so that no plural need follow it: "the *Falcon* 9 rocket"."""
    is_one = words[first].low in {"a", "an", "the"} and set(tags[first + 1 : n - 1]) <= {"adjective"}
    return is_one and first < n - 1 and words[n].low.isdigit() and words[n - 1].low not in MONTHS


_HAPPENS: Final = frozenset(("event", "act", "state", "time", "phenomenon", "feeling"))
_TWO_ADJECTIVES: Final = [["adjective", "conjunction", "adjective", head] for head in ("noun", "name")]
_BY: Final = frozenset(("close", "next", "adjacent", "opposite"))
_PLURALS: Final = frozenset("people police troops crew crews children men women".split())
_TERM_OPENS: Final = frozenset(("last", "next", "this"))
_TERMS: Final = frozenset("year month week night weekend decade summer winter spring autumn quarter".split())
_SPANS: Final = frozenset("seconds minutes hours days weeks months years decades".split())
_THEN: Final = frozenset(("after", "before", "later", "earlier", "ago"))
_YEAR: Final = 4
_DAY: Final = 2  # digits
_IN: Final = frozenset(("in", "during"))
_BEFORE_DATES: Final = frozenset(("preposition", "subordinator"))  # "since"


def _is_year(words: list[Word], n: int) -> bool:
    """Whether a number behind a preposition is a year."""
    is_second = n > 2 and words[n - 1].low == "and" and words[n - 3].low == "between"  # "between 1947 and *1951*"
    return n > 0 and (is_second or words[n - 1].tag == "preposition") and is_year(words[n].text)


def _is_modifier(words: list[Word], n: int) -> bool:
    """Whether a word modifies the noun that follows it."""
    return n + 1 < len(words) and words[n + 1].tag == "noun" and (
        words[n].tag == "adjective" or (words[n].tag == "verb" and "VBN" in verb_tags(words[n].low))
    )  # fmt: skip


def _add_phrases(tags: list[Tag], n: int, end: int, phrases: list[Phrase], units: list[Piece]) -> int:
    owner: int | None = None
    first = n
    for k in range(n, end + 1) if "possessive" in tags[n:end] else (end,):
        if k < end and tags[k] != "possessive":
            continue
        if k > first:
            head = k - 1
            while head > first and tags[head] == "number" and tags[head - 1] in {"noun", "name"}:
                head -= 1
            phrases.append(Phrase(first, k, head, owner))
            owner = len(phrases) - 1
        first = k + 1
    if tags[n] == "adjective" and end == n + 1:
        phrases.pop()
        units.append(Piece("other", n, end))
        return end
    units.append(Piece("phrase", n, end, len(phrases) - 1))
    return end


def _verb_follows(words: list[Word], n: int) -> bool:
    k = n
    while k < len(words) and words[k].tag in {"not", "adverb"} and k < n + 3:
        k += 1
    return (
        k < len(words)
        and words[k].tag in {"verb", "auxiliary"}
        and (words[n].low.endswith("ly") or words[n].low in _EARLY)
    )


def _verb_group(words: list[Word], n: int) -> Piece:
    k, head = n, -1
    to = False
    while k < len(words):
        tag = words[k].tag
        if tag == "to":
            if head >= 0 and words[head].tag == "verb":
                break
            if head >= 0 and words[head].low not in {"have", "has", "had"} | BE:
                break
            to = True
        elif tag in {"auxiliary", "verb"}:
            if head >= 0 and words[head].tag == "verb" and not _is_undergone(words, head, k):
                break
            head = k
        elif tag in {"not", "adverb"}:
            if head >= 0 and (words[head].tag == "verb" or words[k].low == "there"):
                break  # "was *there* to help"
        else:
            break
        k += 1
    while k > n + 1 and words[k - 1].tag in {"adverb", "to"}:
        k -= 1
    return Piece("verb", n, k, head=head if head >= 0 else k - 1, to=to)


def _is_undergone(words: list[Word], n: int, k: int) -> bool:
    """Whether "get" or "become" makes a passive of the verb right behind it: "the ship *became stuck*"."""
    tags = verb_tags(words[k].low)
    return words[n].low in GETS and k == n + 1 and words[k].tag == "verb" and "VBN" in tags and "VB" not in tags


_POINTED: Final = frozenset("next last early earlier late later this that".split())


def is_when(words: list[Word], phrase: Phrase, objects: list[tuple[int, ...]]) -> bool:
    """Whether a bare phrase behind a verb says when, and is no object: "left Monday", "will visit Kenya next month"."""
    head = words[phrase.head]
    if words[phrase.first].low in {"each", "every"} and noun_classes(head.low) == {"time"}:
        return True  # "sent *every week* to Chad"
    if (head.low in MONTHS and head.text[0].isupper()) or head.low == "times" or head.low in _HOURS:
        return True
    if words[phrase.first].low in MONTHS and words[phrase.last - 1].tag == "number":
        return True  # "will visit Kenya *June 15-20*"
    if head.low == "way" and not _WHOLE.isdisjoint(word.low for word in words[phrase.first : phrase.head]):
        return True  # "drove a tractor *all the way* from Metz", "drove *the wrong way* along the M6"
    if head.tag == "number" and (words[phrase.last - 1].low in _HOURS or _AT_AN_HOUR(head.low)):
        return True  # "left Lima about *11pm*"
    classes = noun_classes(head.low)
    if classes == {"time"} and words[phrase.first].low in _POINTED and phrase.last - phrase.first > 1:
        return True  # "passed *earlier this month* through Suez", "fled *last year* to Chad"
    if objects and measured(head.low) == "length" and words[phrase.head - 1].low not in {"cubic", "square"}:
        return True  # "carried the hiker *three miles* down to Lyon"
    return bool(objects) and (classes == {"time"} or ("time" in classes and words[phrase.first].low in _WHEN))


def adds_a_phrase(between: list[Piece], begin: int) -> bool:
    """Whether "and" adds a prepositional phrase, no clause: "Roa, from Bari and later in Lecce, left"."""
    return next((unit.kind == "prep" for unit in between[begin:] if unit.kind != "other"), False)


def ends_in_conjunction(between: list[Piece]) -> bool:
    """Whether "and" or "but" is among the last pieces before a verb."""
    return any(unit.kind == "conjunction" for unit in between[-2:])
