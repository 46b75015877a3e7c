"""Parts of speech of the words of a sentence, from a dictionary, closed classes and the words beside them; no model."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from dateline.reading.grammar.ambiguous import (
    BE,
    HAVE,
    NOMINAL,
    may_be_base,
    open_tag,
)
from dateline.reading.grammar.besides import (
    ORDINALS,
    does_to_many,
    is_called_by,
    is_no_auxiliary,
    is_noun,
    is_plural_noun,
    is_she,
    is_told_of,
)
from dateline.reading.grammar.clause import VERBAL, Clause, before_aside
from dateline.reading.grammar.closed import ALWAYS, CLOSED, WINDS
from dateline.reading.grammar.compounds import is_calling
from dateline.reading.grammar.mending import HANDED, mend
from dateline.reading.grammar.pieces import MONTHS
from dateline.reading.grammar.standing import ends_phrase, is_behind_a_participle, is_of_a_quality, starts_phrase
from dateline.reading.grammar.syntax import Word
from dateline.reading.text.forms import AUXILIARIES, auxiliary_lemma, lemmas, noun_lemma, verb_lemma, verb_tags
from dateline.reading.text.nouns import noun_classes, noun_share
from dateline.reading.text.sentences import is_shouted
from dateline.reading.text.wordlists import words as listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.reading.grammar.syntax import Tag
    from dateline.reading.text.sentences import Token
    from dateline.story.model import Span

__all__ = ["tagged"]

_WANTS: Final = frozenset((verb,) for verb in "plan want try hope attempt intend decide vow aim refuse".split())
_NUMBER: Final = re.compile(r"[$€£]?\d[\d,.:]*(?:st|nd|rd|th|%|[a-zA-Z]+)?")
_REGULAR: Final = frozenset(("hourly", "daily", "nightly", "weekly", "monthly", "yearly"))
_AMOUNTS: Final = frozenset(("most", "more", "less", "least"))
_FRACTIONS: Final = frozenset("third thirds quarter quarters fifth fifths tenth tenths".split())
_SUMS: Final = frozenset("grant grants fund funds funding dollars donation donations".split())
_SEEN: Final = frozenset(("seen", "been"))
_IN_ORDER: Final = frozenset(("first", "second", "third", "last"))
_ARABIC: Final = re.compile(r"(?:al|el|ar|as|at|az|ad|an|ash|ibn|bin|d|l)[-’'][A-Z]").match  # "al-Sisi"
_LEMMA_AS: Final = {"verb": verb_lemma, "auxiliary": auxiliary_lemma, "noun": noun_lemma}
_PASSED: Final = frozenset(("adverb", "not"))


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
    >>> from dateline.reading.text.sentences import tokens
    >>> [word.tag for word in tagged(tokens("Two ships sailed from Malta to deliver wheat."))]
    ['number', 'noun', 'verb', 'preposition', 'name', 'to', 'verb', 'noun', 'mark']
    """
    low = [token.low for token in run]
    if "’" in "".join(low):
        low = [word.replace("’", "'") for word in low]
    shouted = is_shouted(run)
    inside = _words_of(names, run) if names else frozenset()
    tags: list[Tag] = []
    clause = Clause()
    for n, word in enumerate(low):
        tag: Tag | None
        if n in inside:
            tag = "name"
        elif (tag := ALWAYS.get(word)) is None and (run[n].text != word or (tag := _alone(word)) is None):
            tag = _tag_of(run, low, tags, n, shouted=shouted, finite=clause.has_verb)
            if tag == "to" and n + 1 in inside:
                tag = "preposition"  # "on to Port Said"
        if tag == "verb" and word[-1] == "s" and tags[-1:] == ["adjective"] and "NOUN" in lemmas(low[n - 1]):
            tags[-1] = "noun"  # "its *copper* leaves Chad", "a tall *spruce* goes to Bari"
        tags.append(tag)
        clause.go_on(low, tags, n)
    mend(run, low, tags)
    new = tuple.__new__
    return [
        new(Word, (text, start, end, word, _LEMMA_AS[tag](word) if tag in _LEMMA_AS else word, tag))
        for (text, start, end, _), word, tag in zip(run, low, tags, strict=True)
    ]


def _words_of(names: Sequence[Span], run: Sequence[Token]) -> set[int]:
    """The numbers of the words that stand in names; a name that begins inside of a word has none."""
    starts = {token.start: n for n, token in enumerate(run)}
    inside: set[int] = set()
    for start, end in names:
        n = starts.get(start, len(run))
        while n < len(run) and run[n].end <= end:
            inside.add(n)
            n += 1
    return inside


@lru_cache(maxsize=32768)
def _alone(word: str) -> Tag | None:
    """What a word without a capital is by itself, where those beside it change nothing; None where they are asked."""
    if word in AUXILIARIES and word[0].isalnum() and word != "will":
        return "auxiliary"
    if word in _VARIED or word in _JUDGED or not word[0].isalpha() or verb_tags(word):
        return None
    can = lemmas(word)
    if not can:
        if word.endswith("ly"):
            return "adverb"
        return None if "-" in word or word.endswith(("ed", "ing")) else "noun"
    if "NOUN" in can or noun_classes(word):
        return "noun" if "NOUN" in can and "ADJ" not in can else None
    if "ADJ" in can and not (word.endswith("ly") and "ADV" in can):
        return "adjective"
    return "adverb" if "ADV" in can else "noun"


def _tag_of(  # noqa: PLR0913
    run: Sequence[Token], low: list[str], tags: list[Tag], n: int, *, shouted: bool, finite: bool
) -> Tag:  # fmt: skip
    word, capital = low[n], run[n].text[0].isupper() or (run[n].text != low[n] and _ARABIC(run[n].text) is not None)
    if "-" in word and all(CLOSED.get(part) == "number" or part.rstrip("s") in _FRACTIONS for part in word.split("-")):
        return "number"  # "*Thirty-one* bronzes", "*three-quarters* of them"
    if word in _VARIED or not word[0].isalpha():
        tag = _closed_tag(run, low, tags, n, shouted=shouted)
        if tag is not None:
            return tag
    if capital and (word in _ARMS or _is_shortened(run[n].text)):
        return "noun"  # "looted *Kalashnikovs*", "exported *SUVs*"
    if capital and not shouted and not (_opens(run, n) and _is_known(word)):
        return "name"
    if capital and not n and word.endswith("ed") and not is_noun(word) and low[1:2] and low[1] in AUXILIARIES:
        return "name"  # "*United* will travel to Leeds"
    if word == "united" and capital and run[n + 1 : n + 2] and run[n + 1].text[0].isupper():
        return "name"  # "*United* Airlines dropped the route"
    before, prior = _before(low, tags, n, finite=finite)
    following = low[n + 1] if n + 1 < len(low) else ""
    named = n + 1 < len(run) and run[n + 1].text[:1].isupper() and not shouted
    if named and before == "name" and is_calling(run, n):
        return "noun"  # "Lyon *nurse* Ana Roa"
    if word in _HONOURED and before in {"noun", "name", "adverb", "adjective"} and is_noun(following) and (
        not does_to_many(low, n, before)
    ):  # fmt: skip
        return "adjective"  # "prize *winning* author"
    if word == "matching" and following in _SUMS:
        return "noun" if before == "noun" else "adjective"  # "$9 million in state *matching* grants"
    if word == "following" and before in {"verb", "noun", "name"} and _is_done(low, n + 1):
        return "preposition"  # "crashed *following departure* from Bari", "a ban *following Chad's invasion* of Togo"
    if word in _COURSES and (CLOSED.get(following) == "preposition" or not following[:1].isalpha()):
        return "adverb"  # "was driving a van *southbound on* Elm Drive"
    if word == "loose" and before == "verb":
        return "adverb"  # "was *let loose* in a reserve"
    if word in _UNHURT and before == "verb" and (
        CLOSED.get(following) in {"preposition", "conjunction"} or not following[:1].isalnum()
    ):  # fmt: skip
        return "adverb"  # "arrived *safe* in Bari"
    if word in _DEEPER and before == "verb" and CLOSED.get(following) == "preposition":
        return "adverb"  # "moved *further* into Oman"
    if word == "visiting" and prior == "and" and any("person" in noun_classes(w) for w in low[n + 1 : n + 4]):
        return "adjective"  # "Ana Roa and *visiting* President Leo Paz met"
    if word in _BESIDE and following == "to" and before in NOMINAL:
        return "adverb"  # "bombed a mill *close to* Bari"
    if word in _GIVING and before in NOMINAL and (is_plural_noun(following) or "ADJ" in lemmas(following)):
        return "verb"  # "an airline *offering* flights", "the risks *facing* sailors"
    if word in {"stop", "stops"} and prior in _KINDS_OF_STOP and before in NOMINAL:
        return "noun"  # "made a *campaign stop* in Ohio"
    if word in {"full", "free"} and following == "of" and before in NOMINAL:
        return "adjective"  # "a lorry *full of* toys left", "sang in Bari *free of* charge"
    if word in _BOUND and following in {"for", "from"}:
        return "verb"  # "crude bound for Malta"
    if word == "last" and following in MONTHS and named:
        return "adjective"  # "in Leeds *last Wednesday*"
    if word in {"last", "first", "final"} and before == "determiner" and is_told_of(low, n + 1):
        return "adjective"  # "the *first* 900 doses", "the *last* confirmed sighting"
    if word in {"last", "first"} and "VBN" in verb_tags(following) and (not n or prior in BE or following in _SEEN):
        return "adverb"  # "was last seen", "Last seen in Bari, he …", "had last been heard from in"
    if word in ORDINALS and before == "verb" and is_noun(following):
        return "adjective"  # "Texas sends *third* bus to Utah"
    if word == "earlier" and not n and following and run[1].text[0].isupper():
        return "adverb"  # "*Earlier* Roa flew to Lima"
    if word in {"earlier", "later", "long"} and before == "auxiliary" and "VBN" in verb_tags(following):
        return "adverb"  # "had earlier boarded"
    if word in {"long", "much"} and before == "determiner" and is_told_of(low, n + 1):
        return "adjective"  # "his *long* anticipated visit"
    if word in _REGULAR and before in {"name", "noun", "verb"} and not is_noun(following):
        return "adverb"
    if not n and capital and following == "and" and word.endswith("ing"):
        return "name"  # "Manning and Reyes said"
    if word in _FRACTIONS and before == "number" and prior.isalpha():
        return "noun"  # "one *third* of its gas"
    is_counted = before in {"number", "determiner", "possessive"} or tags[n - 1 : n] == ["number"]
    if "-" in word and word.endswith("ed") and (
        (is_counted and is_noun(following)) or (before == "verb" and named)
    ):  # fmt: skip
        return "adjective"  # "180 self-propelled guns", "views *self-ruled* Taiwan as"
    return open_tag(low, n, before, prior, finite=finite, named=named)


def _is_done(low: list[str], n: int) -> bool:
    """Whether a noun phrase of what was done begins at a word: "*departure*", "*the sudden collapse* of"."""
    end = n
    while end < len(low) - 1 and end < n + 5 and (CLOSED.get(low[end]) == "determiner" or (
        low[end] not in CLOSED and low[end][0].isalnum() and (is_noun(low[end + 1]) or low[end + 1] in {"'s", "’s"})
    ) or low[end] in {"'s", "’s"}):  # fmt: skip
        end += 1
    return end < len(low) and bool(noun_classes(low[end]) & _DONE)


_GIVING: Final = frozenset(("offering", "facing"))
_KINDS_OF_STOP: Final = frozenset(
    "campaign tour pit rest fuel whistle bus tram truck traffic refueling refuelling emergency transit".split()
)


def _is_known(word: str) -> bool:
    """Whether a word that opens a sentence is no name: a dictionary's, or news's own ("*Warplanes* struck")."""
    several = word[-1] == "s" and bool(noun_classes(word) & {"person", "vehicle"})
    return several or bool(lemmas(word)) or word[:-1] in listed("frames", "forces", "nouns")


def _is_shortened(text: str) -> bool:
    """Whether several things are called by their initials: "TVs"."""
    return text[-1] == "s" and text[:-1].isupper() and bool(noun_classes(text.lower()) & {"vehicle", "artifact"})


def _opens(run: Sequence[Token], n: int) -> bool:
    """Whether a word begins its sentence: first of all, behind a quote's mark, or behind "LAGOS –"."""
    if n == 0:
        return True
    before = run[n - 1].text
    return before in _OPENED and (n == 1 or (before in _DASHES and n < _DATELINE and run[0].text.isupper()))


_DASHES: Final = frozenset(("–", "—", "-"))
_OPENED: Final = _DASHES | frozenset("“\"‘'«")
_DATELINE: Final = 9  # tokens of "PORT-AU-PRINCE, Haiti (AP) —", at the most


def _before(low: list[str], tags: list[Tag], n: int, *, finite: bool = True) -> tuple[Tag, str]:
    """The word before, adverbs and brackets passed over, with its tag: "the fund (IMF) never *showed*"."""
    k = n - 1
    while k >= 0 and tags[k] in _PASSED:
        k -= 1
    if k >= 0 and low[k] == ")":
        opened = next((m for m in range(k - 1, max(-1, k - 8), -1) if low[m] == "("), 0)
        k = opened - 1 if opened else k
    if k > 2 and low[k] == "," == low[k - 2] and low[k - 1].isdigit():
        k -= 3  # "Ana Roa, 31, *lives* in Bath"
    k = before_aside(low, tags, k, finite=finite)
    if k < 0:
        return "mark", ""
    if tags[k] == "number" and k and tags[k - 1] in {"name", "noun"} and low[k - 1] not in MONTHS:
        return "name", low[k]  # "a Boeing 777 flying"
    return tags[k], low[k]


def _closed_tag(  # noqa: PLR0915
    run: Sequence[Token], low: list[str], tags: list[Tag], n: int, *, shouted: bool
) -> Tag | None:  # fmt: skip
    """What a mark, a number or a word of a closed class is; None where it must be judged as any other word."""
    word, text = low[n], run[n].text
    if not (word[0].isalnum() or word.startswith("'") or text == "’"):
        return "mark"
    before, prior = _before(low, tags, n)
    if word in {"'s", "'"}:
        if word == "'" and not (n and run[n - 1].end == run[n].start and low[n - 1].endswith("s")):
            return "mark"
        return "auxiliary" if word == "'s" and (before == "pronoun" or low[n - 1] in _IS_SHORT) else "possessive"
    if not word[0].isalnum():
        return "auxiliary" if word in AUXILIARIES else "mark"
    if _NUMBER.fullmatch(word):
        return "number"
    following = low[n + 1] if n + 1 < len(low) else ""
    if word in {"neighbouring", "neighboring", "surrounding"} and before in {"preposition", "determiner"}:
        return "adjective"
    if word in {"outside", "past"} and before == "determiner" and (is_noun(following) or is_told_of(low, n + 1)):
        return "adjective"  # "to an *outside* hospital", "the *past* decade"
    if word == "over" and prior in HANDED and before == "verb":
        return "adverb"  # "handed over two boats"
    acts = "VBD" in verb_tags(following) or following in AUXILIARIES
    if word == "another" and low[n + 2 : n + 3] != ["of"] and acts and not (
        is_noun(following) and noun_share(following) > 0.5
    ):  # fmt: skip
        return "pronoun"  # "while *another* turned back"
    if word in _SOME and before in {"mark", "preposition"} and "VBG" in verb_tags(following) and n and (
        noun_share(following) < 0.5 and low[n + 2 : n + 3] and not is_noun(low[n + 2])
    ):  # fmt: skip
        return "pronoun"  # "they fled, *many heading* south"
    if (word == "so" and following == "far" and low[n + 2 : n + 3] != ["as"]) or (
        word == "far" and low[n - 1 : n] == ["so"] and tags[-1] == "adverb"
    ):  # fmt: skip
        return "adverb"  # "has *so far* sent 90 nurses"
    led = following in _AFTER_ROUND or (n + 1 < len(run) and run[n + 1].text[0].isupper())
    if word == "round" and led and before in {"noun", "name", "verb", "pronoun"}:
        return "preposition"  # "sent its ships *round the* Cape"
    if word == "per" and following == "cent":
        return "adjective"
    if word == "en" and following == "route":
        return "preposition"
    if word == "to":
        if n + 1 < len(run) and run[n + 1].text[:1].isupper() and not shouted:
            return "preposition"  # "to Camp Aria"
        if following in _CELLS and not (low[n + 2 : n + 3] and low[n + 2][0].isalpha() and (
            CLOSED.get(low[n + 2]) not in {"preposition", "conjunction", "subordinator"}
        )):  # fmt: skip
            return "preposition"  # "went *to jail* in Leeds"
        if _PAIRS.fullmatch(" ".join(low[n + 1 : n + 3])):
            return "preposition"  # "ship them *to wind farms* in Denmark", "moved *to state prison*"
        gives = before == "verb" and lemmas(prior).get("VERB", ("",))[0] in _GIVES
        if gives and noun_share(following) > 0.5 and low[n + 2 : n + 3] and is_plural_noun(low[n + 2]):
            return "preposition"  # "is sold *to drug makers*"
        if (prior in _TERMS and "VB" in verb_tags(following)) or low[n + 1 : n + 3] == ["hand", "over"]:
            return "to"  # "took nine days *to row* from Malta", "plans *to hand over* two boats"
        return (
            "to"
            if (may_be_base(following) and not ends_phrase(low, n + 1))
            or (before == "verb" and "VB" in verb_tags(following) and not _WANTS.isdisjoint(lemmas(prior).values()))
            or ("ADV" in lemmas(following) and following.endswith("ly") and not is_of_a_quality(low, n + 1))
            or (following in {"ever", "even", "never", "fully"} and n + 2 < len(low) and may_be_base(low[n + 2]))
            else "preposition"
        )
    if word == "that":
        at = n + 1 + (following in _EARLY and n + 2 < len(low))
        following = low[at] if at < len(low) else ""
        if prior == "that" and is_noun(following):
            return "determiner"  # "believed that *that letter* was sent"
        behind = low[at + 1 : at + 2]
        if noun_classes(following) == {"time"} and (before in VERBAL or before in NOMINAL or before == "number") and (
            behind == ["to"] or CLOSED.get("".join(behind)) == "preposition"
        ):  # fmt: skip
            return "determiner"  # "was seen *that evening* at Artyom", "met the king *that day* in Oslo"
        if (before in NOMINAL or before == "number") and (  # "the $9 million *that* could flow to Togo"
            following in AUXILIARIES or (bool(verb_tags(following)) and not is_noun(following))
        ):
            return "relative"
        then = CLOSED.get(low[at + 1]) if at + 1 < len(low) else None
        goes = then == "preposition" or low[at + 1 : at + 2] == ["to"]
        makes = then == "determiner" and noun_share(lemmas(following).get("VERB", ("",))[0]) < 0.2
        if before in NOMINAL and "VBZ" in verb_tags(following) and (goes or makes) and low[at + 1] != "of":
            return "relative"  # "the trail that runs through …"
        past = "VBD" in verb_tags(following) and at + 1 < len(run)
        aside = prior == "," and n > 1 and tags[n - 2] in {"name", "noun"}  # "others, such as Oman, *that* sent aid"
        if (
            (before in NOMINAL or aside)
            and past
            and (then in {"determiner", "preposition"} or run[at + 1].text[:1].isupper())
        ):
            return "relative"  # "the ship that left Malta"
        if before == "noun" and prior.endswith("s") and "VB" in verb_tags(following) and (
            then == "determiner" or run[min(at + 1, len(run) - 1)].text[:1].isupper()
        ):  # fmt: skip
            return "relative"  # "the pipes that cross Peru"
        return "determiner" if before == "preposition" else "subordinator"
    if word == "her" and is_she(low, n):
        return "pronoun"
    if (word in {"all", "both", "each"} and before in NOMINAL and (
        following in AUXILIARIES or bool(verb_tags(following) & {"VBD"})
    )) or (word in {"all", "both", "either"} and prior in BE and CLOSED.get(following) == "preposition"):  # fmt: skip
        return "adverb"  # "three cars *all* fell into the river", "are *either* in Lima or in Quito"
    if word == "since" and prior in HAVE and "VBN" in verb_tags(following):
        return "adverb"  # "has *since* reached Liberia"
    if word == "as" and (prior in _CALLED or is_called_by(low, n)):
        return "preposition"  # "a man known *as* the Boss was flown to Oslo"
    at = n + 1 + (word == "more")
    if word in {"more", "than"} and low[at - 2 : at] == ["more", "than"] and at < len(low) and (
        before in NOMINAL and "VBD" in verb_tags(low[at]) and not is_noun(low[at])
    ):  # fmt: skip
        return "adverb"  # "exports *more than* doubled"
    if word in _BEFORE_PHRASES and (starts_phrase(run, low, n + 1) or is_behind_a_participle(low, tags, n)):
        return "preposition"
    if (
        word in _PARTICLES
        and before == "verb"
        and (following in _BEHIND_PARTICLES or (word == "up" and (following[:1].isdigit() or prior in _ENDS_UP)))
    ):  # "brought *up 90* miners", "ended *up camping*"
        return "adverb"
    if text == "IS" and not shouted and n + 1 < len(low):
        return "name"  # "900 IS fighters"
    if word in AUXILIARIES and not (n and is_no_auxiliary(low, n, capital=text[0].isupper())):
        return "auxiliary"
    if (word in _AMOUNTS and following.endswith("ly") and "ADV" in lemmas(following)) or (
        (word, following) == ("no", "longer") or (word == "longer" and low[n - 1 : n] == ["no"])
    ):
        return "adverb"  # "most likely", "no longer"
    if word == "more" and before in {"noun", "name"} and ("ADJ" in lemmas(following) or is_plural_noun(following)):
        return "determiner"  # "send Chad *more advanced* jets"
    if (word == "like" and before in {"auxiliary", "to"}) or (
        word == "due" and prior in BE and following in _WHEREABOUTS
    ):
        return "verb"  # "is *due in* Cairo"
    if (word in _NOUNS_BEHIND or (word, following) == ("back", "of")) and (
        before in {"determiner", "possessive"} or _is_whose(low, tags, n) or (word == "home" and prior in _HOMES)
    ):
        return "noun"
    if (
        word in WINDS
        and not n
        and text[0].isupper()
        and n + 1 < len(run)
        and run[n + 1].text[:1].isupper()
        and not shouted
    ):
        return "name"  # "North Korean workers …"
    two = following in {"and", "or"} and (low[n + 2 : n + 3] or [""])[0].endswith(("st", "th", "ern", "central"))
    named = run[n + 1 + 2 * two : n + 2 + 2 * two]  # "over *southwest and central* Peru"
    if word in WINDS and named and named[0].text[:1].isupper() and not shouted and (
        before in {"preposition", "determiner"} and following not in MONTHS
    ):  # fmt: skip
        return "adjective"  # "from northwest Peru"
    if word in {"evening", "morning"} or (
        word in ORDINALS and before == "determiner" and not (is_noun(following) or "ADJ" in lemmas(following))
    ):
        return "noun"  # "a third, 17, was held"
    if word == "first" and before in {"mark", "pronoun", "auxiliary", "relative", "name"} and (
        bool(verb_tags(following) & {"VBD", "VBN", "VBZ"}) and not is_noun(following)
    ):  # fmt: skip
        return "adverb"  # "Roa, a nurse, *first* came to Oslo"
    if word in _IN_ORDER and following == "," and before in {"mark", ""} and prior != ",":
        return "adverb"  # "in two steps: *first*, tankers load oil"
    if (word == "straight" and before == "verb" and following in {"to", "from", "into", "for"}) or (
        word == "closer" and following == "to"
    ):  # fmt: skip
        return "adverb"
    if word == "back" and before == "auxiliary" and prior not in BE and prior not in HAVE:
        return "verb"
    if word in CLOSED and not (text[0].isupper() and n and not shouted and CLOSED[word] == "adverb"):
        return CLOSED[word]
    return None


def _is_whose(low: list[str], tags: list[Tag], n: int) -> bool:
    """Whether "home" is a noun behind its owner, or a name behind one: "to his *Elm Park* home", "whose home"."""
    k = n - 1
    while k >= 0 and tags[k] in {"name", "adjective"}:
        k -= 1
    if k == n - 1 or k < 0 or low[n] != "home":
        return low[n - 1 : n] == ["whose"]
    return tags[k] == "possessive" or low[k] in _OWN or (tags[k] == "determiner" and tags[k - 1 : k] == ["preposition"])


_ENDS_UP: Final = frozenset("end ends ended ending wind winds wound winding".split())
_AFTER_ROUND: Final = frozenset(("the", "a", "an", "its", "their", "his", "her"))
_IS_SHORT: Final = frozenset(("who", "there", "that", "here", "where", "what", "how"))  # "who's in Oslo"
_PAIRS: Final = re.compile("wind (?:farms?|turbines)|state (?:prisons?|courts?|jails?|police|custody)|house arrest")
_CELLS: Final = frozenset(("jail", "court", "shore", "school"))
_SOME: Final = frozenset(("many", "some", "most", "several", "all", "both"))
_GIVES: Final = frozenset(
    "sell ship send give supply deliver donate export hand pay lend distribute provide lease offer award".split()
)
_ARMS: Final = frozenset("kalashnikov kalashnikovs semtex novichok glock glocks uzi uzis".split())
_TERMS: Final = frozenset(("minutes", "hours", "days", "weeks", "months", "years"))
_DONE: Final = frozenset(("act", "event"))
_CALLED: Final = frozenset("known described named identified called regarded seen listed".split())
_HONOURED: Final = frozenset("winning selling serving ranking grossing".split())
_HOMES: Final = frozenset("at family care nursing childhood group funeral mobile holiday retirement foster".split())
_EARLY: Final = frozenset("both all also then later now already still just never often soon first recently".split())
_WHEREABOUTS: Final = frozenset(("in", "at", "on", "back", "from", "into"))
_OWN: Final = frozenset(("his", "her", "their", "its", "my", "our", "your"))
_BEFORE_PHRASES: Final = frozenset(("before", "after", "since", "until", "as", "than"))
_PARTICLES: Final = frozenset(("up", "down", "off", "over"))
_BEHIND_PARTICLES: Final = frozenset(
    ". , to from for in at on near off outside and first again there here somewhere elsewhere shortly soon just"
    " after before around about into with without by safe alive unharmed unhurt".split()
) | {""}
_NOUNS_BEHIND: Final = frozenset(("home", "north", "south", "east", "west"))
_COURSES: Final = frozenset(("northbound", "southbound", "eastbound", "westbound"))
_UNHURT: Final = frozenset("safe alive unharmed unhurt unscathed uninjured".split())
_DEEPER: Final = frozenset(("further", "farther", "deeper", "nearer"))
_BOUND: Final = frozenset(("bound", "outbound", "inbound"))
_BESIDE: Final = frozenset(("close", "next", "adjacent", "due", "prior", "owing", "thanks"))
_JUDGED: Final = (
    _REGULAR | _COURSES | _BESIDE | _DEEPER
    | _BOUND | _UNHURT | frozenset(("loose", "last", "first", "earlier", "later", "long", "visiting"))
)  # fmt: skip
_VARIED: Final = (
    AUXILIARIES | CLOSED.keys() | _AMOUNTS | ORDINALS | _BEFORE_PHRASES | _PARTICLES | _NOUNS_BEHIND
    | frozenset("neighbouring neighboring surrounding round en to that her no longer like evening morning back".split())
    | {"straight", "closer", "due", "first", "far"} | set(WINDS)
)  # fmt: skip
"""Words that are looked at one by one; all others are names, or judged by what they may be."""
