"""How far a word reaches: a sentence's clauses, relative clauses, conditions and quotes, found without a parser."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.reading.hedging.asides import (
    CONTRASTS,
    DETERMINERS,
    JOINS,
    MARKS,
    NOT_FINITE,
    REACHES,
    RELATIVE,
    RELATIVES,
    SUBORDINATORS,
    is_noun,
    parens,
    times,
)
from dateline.reading.hedging.line import BE_OR_HAVE, Line, Reach
from dateline.reading.hedging.listed import forms_in
from dateline.reading.text.forms import AUXILIARIES, lemmas, may_be_finite, verb_tags
from dateline.reading.text.sentences import is_shouted
from dateline.reading.text.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.reading.text.sentences import Token

__all__ = ["Line", "Reach", "has_verb", "is_condition", "line", "starts_clause", "that_behind"]

_PERSONAL: Final = frozenset(("he", "she", "it", "they", "we", "i", "there", "nobody", "everyone", "this", "these"))
_NOMINATIVE: Final = frozenset(("i", "he", "she", "they", "we"))
_OPEN_SUBJECTS: Final = DETERMINERS | _PERSONAL
_OPENERS: Final = frozenset("having unable eager keen reluctant afraid determined desperate".split())
_PREPOSITIONS: Final = frozenset(("by", "of", "in", "on", "at", "from", "to", "for", "with", "as", "into", "than"))
_FINITE_PAST: Final = frozenset(("was", "were", "had", "did", "wasn't", "weren't", "hadn't", "didn't"))
_SUBJECT_REACHES: Final = 14  # words from a clause's first word to its verb
_OPENING: Final = frozenset("“«„")
_CLOSING: Final = frozenset("”»")
_MARKS: Final = _OPENING | _CLOSING | frozenset("\"'‘’")
_NO_SUBJECT_HAS: Final = frozenset(("that", "to", "when", "while", "because", "until"))
_WHO_REACHES: Final = 9  # words of one who speaks, at the most
_NO_VERB_AFTER: Final = frozenset(("of", "in", "to", "for", "by", "and", "or", "'s", "’s", "'", "’"))
_HOW_MANY: Final = frozenset(("many", "much", "few", "little"))
_NEEDS_A_CLAUSE: Final = frozenset(("said", "says", "say"))
_ACCUSED: Final = frozenset(("accused", "suspected", "convicted"))
_OPENS_RELATIVES: Final = RELATIVE | _ACCUSED | _PERSONAL | {"how"}
_BREAKS: Final = CONTRASTS | JOINS | _NOMINATIVE | {";", ","}


def line(run: Sequence[Token], /) -> Line:
    """
    Find the clauses of a sentence.

    Examples
    --------
    >>> from dateline.reading.text.sentences import tokens
    >>> made = line(tokens("The ship, which left Bari, may dock here, and its crew will stay."))
    >>> [" ".join(made.low[a:b]) for a, b in made.relatives], " ".join(made.low[made.breaks[0]:])
    (['which left bari'], 'and its crew will stay .')
    """
    made = Line(run, [word.low for word in run], is_shouted=is_shouted(run))
    words_here = set(made.low)  # what has none of the words that a clause may begin with is not walked through
    if not _MARKS.isdisjoint(words_here):
        made.quotes = _quotes(made)
    if not MARKS.isdisjoint(words_here):
        made.parens = parens(made.run, made.low)
    if not _BREAKS.isdisjoint(words_here):
        made.breaks = _breaks(made)
    if not _OPENS_RELATIVES.isdisjoint(words_here):
        made.relatives = _relatives(made)
    if not words("status", "conditions", "possible").isdisjoint(words_here):
        made.conditions = _conditions(made)
    if not SUBORDINATORS.isdisjoint(words_here):
        made.asides = _asides(made)
    return made


def _quotes(made: Line) -> list[Reach]:
    found, opened = [], None
    for n, word in enumerate(made.low):
        if word in _OPENING or (opened is None and (word == '"' or _opens_single(made, n))):
            opened = n + 1
        elif word in _CLOSING or word == '"' or (opened is not None and _closes_single(made, n)):
            if opened is not None:
                found.append((opened, n))
            elif n:
                found.append((0, n))  # a quote that began in the sentence before
            opened = None
    if opened is not None and opened < len(made.low):
        found.append((opened, len(made.low)))
    return found


def _opens_single(made: Line, n: int) -> bool:
    """Whether a single quotation mark opens a quote: a word right after it, none right before."""
    if made.low[n] not in {"'", "‘"} or n + 1 >= len(made.low):
        return False
    return made.run[n].end == made.run[n + 1].start and (n == 0 or made.run[n - 1].end < made.run[n].start)


def _closes_single(made: Line, n: int) -> bool:
    return made.low[n] in {"'", "’"} and n > 0 and made.low[n - 1] in {",", ".", "!", "?"}


def _breaks(made: Line) -> list[int]:
    found = []
    for n, word in enumerate(made.low):
        if word == ";":
            found.append(n + 1)
        elif n and word in CONTRASTS:
            # "said *that while* the ships left, planes stayed", "*said while* …, …": all is said
            is_told = made.low[n - 1] == "that" or (made.low[n - 1] in forms_in("said") and "," in made.low[n:])
            if not is_told and starts_clause(made, n + 1, sure=made.low[n - 1] != ","):
                found.append(n)
        elif n and word in JOINS:
            comma = made.low[n - 1] == ","
            if made.low[n + 1 : n + 3] == ["according", "to"]:
                found.append(n)
                continue
            start = found[-1] if found else 0
            if not has_verb(made, start, n) or _joins_speakers(made, n) or _is_in_what_is_said(made, start, n):
                continue  # "Turkey and Egypt said": two subjects, one clause
            if made.low[n + 1 : n + 2] != ["that"] and starts_clause(made, n + 1, sure=not comma):
                found.append(n)
        elif word == "," and n + 1 < len(made.low) and _opened_by_subordinator(made, n):
            found.append(n + 1)
        elif word in _NOMINATIVE and made.low[0] in SUBORDINATORS and _is_passive(made.low, n - 1):
            found.append(n)  # "After the first flight was cancelled *I* drove"
    return found


def _is_in_what_is_said(made: Line, start: int, n: int) -> bool:
    """Whether the verb of what is said comes behind "and": "*said* trucks carrying rice *and* oil had left"."""
    said = next((k for k in range(n - 1, start, -1) if made.low[k] in _NEEDS_A_CLAUSE), None)
    plain = said is not None and not any(
        word in CONTRASTS or not (word[0].isalnum() or word in _WITHIN_PHRASES) for word in made.low[said + 1 : n]
    )
    return said is not None and said + 2 < n and plain and not any(
        (made.low[k] in AUXILIARIES and made.low[k][0].isalpha()) or _is_finite(made, k, sure=False)
        for k in range(said + 1, n)
    )  # fmt: skip


_WITHIN_PHRASES: Final = frozenset(("-", "'s", "’s", "$", "€", "£"))  # "said a 4*-*tonne truck and a bus left"


def _joins_speakers(made: Line, n: int) -> bool:
    """Whether "and" joins two who speak behind a comma: "…, local residents *and* a port official said"."""
    mark = next((k for k in range(n - 1, max(0, n - _WHO_REACHES), -1) if not made.low[k][0].isalnum()), 0)
    if made.low[mark] not in {",", "”", '"', "—", "–"} or mark == n - 1 or _tells(made, mark + 1, n):
        return False
    said = next((k for k in range(n + 2, min(n + _WHO_REACHES, len(made.low))) if made.low[k] in forms_in("said")), 0)
    end = next((k for k in range(said + 1, len(made.low)) if not made.low[k][0].isalnum()), len(made.low))
    hangs = "that" not in made.low[said:end] and not has_verb(made, said + 1, end)  # "said *on Friday*."
    return said > 0 and hangs and not _tells(made, n + 1, said)


def _tells(made: Line, start: int, end: int) -> bool:
    """Whether a word among some tokens can be nothing but a finite verb: no "police", no "witnesses"."""
    return any(
        word in AUXILIARIES or (may_be_finite(word) and "NOUN" not in lemmas(word)) for word in made.low[start:end]
    )


def _is_passive(low: list[str], n: int) -> bool:
    """Whether a passive ends at a word, behind which a subject can only be the next clause's."""
    return n > 1 and low[n - 1] in BE_OR_HAVE and "VBN" in verb_tags(low[n]) and "," not in low[:n]


def has_verb(made: Line, start: int, end: int) -> bool:
    """Whether a finite verb stands among some tokens."""
    for k, word in enumerate(made.low[start:end], start):
        if (word in AUXILIARIES and word[0].isalpha()) or (may_be_finite(word) and not made.run[k].text[0].isupper()):
            return True
    return False


def _opened_by_subordinator(made: Line, n: int) -> bool:
    """Whether a comma ends the subordinate clause that a sentence opens with ("While A may …, B left")."""
    k = 0
    while k < n - 1 and (made.low[k] in _OPENING or made.low[k] in {'"', "and", "but", "so", "yet", "even"}):
        k += 1
    first = made.low[k]
    if first in _OPENERS:  # "Unable to reach Malta, the boat …": what follows the comma is told by itself
        return "," not in made.low[:n] and starts_clause(made, n + 1, sure=True)
    if first not in SUBORDINATORS and first not in CONTRASTS:
        return False
    if not has_verb(made, k, n):
        return False  # "Since September of that year, …" is no clause
    return "," not in made.low[:n] and starts_clause(made, n + 1, sure=False)


def starts_clause(made: Line, n: int, *, sure: bool) -> bool:
    """
    Whether a subject and its verb begin at a token.

    Parameters
    ----------
    sure
        Ask for a clear subject and a clear verb: for places where a list of nouns is as likely.
    """
    low = made.low
    while n < len(low) and (low[n].endswith("ly") or low[n] in {"then", "now", "later", "also", "that"}):
        n += 1
    if n >= len(low):
        return False
    first = low[n]
    if first in AUXILIARIES or first in _PREPOSITIONS or not (first[0].isalnum() or first in _OPENING):
        return False
    if first not in _PERSONAL and first not in DETERMINERS and not made.run[n].text[0].isupper():
        is_quality = "ADJ" in lemmas(first) and verb_tags(first) <= {"VB", "VBP"}  # "that *empty* jets left"
        if verb_tags(first) and "NOUN" not in lemmas(first) and not is_quality:
            return False
        if sure and first[0].isalpha() and not first.endswith("s"):
            return False
    past = 0
    for k in range(n + 1, min(n + _SUBJECT_REACHES + REACHES * bool(made.parens), len(low))):
        word = low[k]
        if k < past:
            continue
        paren = next((end for start, end in made.parens if start == k + 1), None) if word in MARKS else None
        if paren is not None:
            past = paren + 1  # "and the envoy, *who was ill*, left"
            continue
        if word in {",", ";", ".", ":", "—", "–", "("} or word in RELATIVES or word in _NO_SUBJECT_HAS:
            return False
        if word in AUXILIARIES and low[k - 1] in JOINS:
            return False  # "is considering *a second base and has* sent doctors"
        if word in AUXILIARIES and word not in NOT_FINITE:
            return True
        if _is_finite(made, k, sure=sure):
            return True
    return False


def _is_finite(made: Line, n: int, *, sure: bool) -> bool:
    """Whether a word is its clause's finite verb: a past form that is no participle, or one that looks like none."""
    word, before = made.low[n], made.low[n - 1]
    if before in DETERMINERS or before in _NO_VERB_AFTER or made.run[n].text[0].isupper():
        return False
    tags = verb_tags(word)
    following = made.low[n + 1] if n + 1 < len(made.low) else ""
    is_how = n > 1 and (before.endswith("ly") or before in _HOW)
    who = made.low[n - 2] if is_how else before  # "when *he quietly arrived* in Lyon"
    if "VBD" in tags:
        return (
            "VBN" not in tags
            or word in {"said", "told"}
            or who in {"he", "she", "they", "we"}
            or ((following not in {"by", "in", "at"} or made.low[n + 1 : n + 3] == ["in", "on"]) and not sure)
        )
    if "VBZ" in tags:
        if not sure and n and made.run[n - 1].text[0].isupper():
            return True  # "claims *Mana flies* arms to Chad"
        return "NOUN" not in lemmas(word) or following in DETERMINERS or who in _PERSONAL or following == "to"
    return "VBP" in tags and who in {"they", "we", "i", "you"}


_HOW: Final = frozenset("also then later first once soon again often never always".split())


def _end(made: Line, n: int, *, after_comma: bool) -> int:
    """Where a clause that begins at a token ends: at the comma that closes it, at a break, at the end."""
    limit = min((at for at in made.breaks if at > n), default=len(made.low))
    for first, last in made.quotes:
        if first <= n < last:
            limit = min(limit, last)
    around = {mark for first, last in made.parens for mark in (first - 1, last) if not first <= n < last}
    for k in range(n + 2, limit):
        if k in around:
            continue
        if made.low[k] in {"—", "–", ")"} or (made.low[k] == "," and (after_comma or k > n + 2)):
            return k
    return limit


def _relatives(made: Line) -> list[Reach]:
    found: list[Reach] = []
    for n, word in enumerate(made.low):
        if n == 0 or (found and n < found[-1][1]):
            continue
        before = made.low[n - 1]
        is_one = word in RELATIVES or (word == "where" and (before == "," or is_noun(made.run, made.low, n - 1)))
        opens_what_is_said = word == "that" and (
            _reports(before) or before in times() or _is_said_by(made, n)  # "said on Friday that …"
        )
        if word == "that" and is_noun(made.run, made.low, n - 1) and not opens_what_is_said and n + 1 < len(made.low):
            behind = n + 1 + (made.low[n + 1].endswith("ly") and n + 2 < len(made.low))  # "that *allegedly* sailed"
            following = made.low[behind]
            is_one = following in AUXILIARIES or bool(verb_tags(following)) or following in _OPEN_SUBJECTS
            is_one = is_one or (_is_named_or_many(made, n + 1) and _tells_of_nothing_said(made.low[:n]))
        is_one = is_one or _is_accused(made, n) or _is_in_what_way(made, n) or _opens_bare(made, n)
        if is_one:
            start = n - 1 if before in {"in", "from", "to", "of", "for", "on", "at", "with", "by"} else n
            end = _end(made, n, after_comma=made.low[start - 1] == ",")
            found.append((start, _main_verb(made, n, start, end)))
    return found


_BY_WHOM: Final = 7  # words from a noun of saying to its "that", those who say so between


def that_behind(made: Line, n: int) -> int | None:
    """The "that" of a noun, behind those who say so: "claims *by the port of Bari* that a ship left"."""
    behind = "".join(made.low[n + 1 : n + 2])
    is_participle = behind not in forms_in("said") and behind != "" and bool(verb_tags(behind) & {"VBG", "VBN"})
    if behind not in {"by", "from"} and not is_participle:
        return None  # "claims *circulating* in Bari that"
    last = min(n + _BY_WHOM, len(made.low))
    return next(
        (k for k in range(n + 2, last) if made.low[k] == "that" and starts_clause(made, k + 1, sure=False)), None
    )


def _is_said_by(made: Line, n: int) -> bool:
    """Whether "that" opens what a noun of saying before it tells: "a claim by Kyiv *that* a ship left"."""
    return any(_reports(made.low[k]) and that_behind(made, k) == n for k in range(max(0, n - _BY_WHOM), n - 1))


def _is_accused(made: Line, n: int) -> bool:
    """Whether words tell what somebody is thought to have done: "is seeking two men *suspected of* taking her"."""
    return (
        made.low[n] in _ACCUSED
        and made.low[n + 1 : n + 2] == ["of"]
        and is_noun(made.run, made.low, n - 1)
        and BE_OR_HAVE.isdisjoint(made.low[n - 1 : n])
    )


def _is_in_what_way(made: Line, n: int) -> bool:
    """Whether "how" opens a clause that tells what was done: "will study *how the tanker reached* Malta"."""
    return made.low[n] == "how" and made.low[n - 1] != "no" and (
        made.low[n + 1 : n + 2] != [] and starts_clause(made, n + 1, sure=False)
    )  # fmt: skip


def _opens_bare(made: Line, n: int) -> bool:
    """Whether a pronoun opens a relative clause that tells of the past: "may sell the tanks *it bought* from Oslo"."""
    low, before = made.low, made.low[n - 1]
    if low[n] not in _PERSONAL or n < 2 or before in times() | _SPELLS or _reports(before):
        return False
    if not is_noun(made.run, low, n - 1):
        return False
    then = low[n + 1 : n + 3]
    is_past = "VBD" in verb_tags("".join(then[:1])) or (
        then[:1] in (["had"], ["has"], ["have"]) and "VBN" in verb_tags("".join(then[1:]))
    )
    led = not verb_tags(before) or low[n - 2] in DETERMINERS or low[n - 2] in _PREPOSITIONS or low[n - 2].isdigit()
    return is_past and led and forms_in("said").keys().isdisjoint(low[max(0, n - _TOLD_WITHIN) : n])


_SPELLS: Final = frozenset("that day weekend morning afternoon evening".split())
_TOLD_WITHIN: Final = 5  # words in which "told the nurse *they had left*" says what is told


def _is_named_or_many(made: Line, n: int) -> bool:
    """Whether a name or a plural stands at a word: "the ships that *Iran* sent", "that *rebels* took"."""
    return made.run[n].text[0].isupper() or (made.low[n].endswith("s") and is_noun(made.run, made.low, n))


def _tells_of_nothing_said(low: list[str]) -> bool:
    """Whether no word stands before a "that" which it could open the content of."""
    return forms_in("said").keys().isdisjoint(low) and forms_in("verbs").keys().isdisjoint(low)


def _main_verb(made: Line, n: int, start: int, end: int) -> int:
    """Where the verb stands whose subject a relative clause tells more of: "the ships that will be sold *left*"."""
    low = made.low
    opened = made.clause_of(start)[0]
    said = (
        k + 1
        for k in range(start - 1, opened, -1)
        if (low[k] in forms_in("said") and not is_noun(made.run, low, k))
        or (low[k + 1] == "that" and k + 1 < start and low[k] in forms_in("verbs"))  # "*denied that* a man who … fled"
    )
    opened = max(next(said, opened), start - 2 * _SUBJECT_REACHES)  # "police *said a man* who may be armed fled"
    if low[start - 1] == "," or n + 1 >= end or has_verb(made, opened, start):
        return end
    first = _verb_of_relative(made, n + 1, end)
    if n + 1 < first < end - 1 and (
        low[first] in forms_in("said") or (low[first] in forms_in("verbs") and low[first + 1] in AUXILIARIES)
    ):
        first = _verb_of_relative(made, first + 1, end)  # "who police say *may* be armed"
    own = next((k for k in range(first, end) if low[k] not in AUXILIARIES and verb_tags(low[k])), end)
    for k in range(own + 1, end):
        word, before = low[k], low[k - 1]
        is_helped = before in AUXILIARIES and made.run[k - 1].text.islower()  # no "in *May*"
        if before in _PERSONAL or before in JOINS or is_helped or made.run[k].text[0].isupper():
            continue  # "who claimed *she had* been *abducted* was found"
        if low[own] == "see" and "VBN" in verb_tags(word):
            continue  # "which would *see* cargo *shipped* to Malta"
        if (word in AUXILIARIES and word not in NOT_FINITE and word[0].isalpha()) or (
            _is_past_here(made, k) and low[k + 1 : k + 2] != ["by"]
        ):
            return k
        if word == "left" and ("VBN" in verb_tags(before) or low[k + 1 : k + 2] == ["for"]):
            return k
    return end


def _verb_of_relative(made: Line, first: int, end: int) -> int:
    """The first verb of a relative clause from a word on: "who *fear* him", "whom the police *want*"."""
    for k in range(first, end):
        tags = verb_tags(made.low[k])
        if made.low[k] in AUXILIARIES or ("VBD" in tags and not made.run[k].text[0].isupper()):
            return k
        behind = made.low[k + 1] if k + 1 < end else ""
        is_subject = "NOUN" in lemmas(made.low[k]) and (behind in AUXILIARIES or may_be_finite(behind))
        if tags & {"VBP", "VBZ"} and not is_subject and not verb_tags(behind) & {"VBP"}:
            return k
    return end


def _is_past_here(made: Line, n: int) -> bool:
    """Whether a word is a verb in the past: "who may be drunk *drove*", not "who bought a *rose*"."""
    low = made.low
    tags = verb_tags(low[n])
    if "VBD" not in tags or "NOUN" not in lemmas(low[n]):
        return "VBD" in tags
    is_noun_there = low[n - 1] in DETERMINERS or low[n - 1] in _PREPOSITIONS or (
        "ADJ" in lemmas(low[n - 1]) and low[n - 2] in DETERMINERS
    )  # fmt: skip
    return "VBN" not in tags and not is_noun_there


def _reports(word: str) -> bool:
    """Whether "that" after a noun begins what it tells ("reports that …"), not a relative clause."""
    return any(word in words("status", "said_nouns", kind) for kind in ("reported", "alleged", "planned", "possible"))


def _conditions(made: Line) -> list[Reach]:
    return [
        (n, _end(made, n, after_comma=False))
        for n, word in enumerate(made.low)
        if word in words("status", "conditions", "possible") and is_condition(made.low, n)
    ]


def is_condition(low: list[str], n: int) -> bool:
    """Whether a word that may open a condition does: "provided that it left", not "arms provided by Chad"."""
    if low[n] not in {"provided", "providing"}:
        return True
    return low[n + 1 : n + 2] == ["that"] or n == 0 or not low[n - 1][0].isalnum()


def _is_as_many(low: Sequence[str], n: int) -> bool:
    """Whether "as" belongs to a number: "*as* many *as* 90 people left"."""
    return low[n] == "as" and (low[n + 1] in _HOW_MANY or low[max(0, n - 1)] in _HOW_MANY)


def _asides(made: Line) -> list[Reach]:
    """Subordinate clauses with a subject of their own in the past tense: no plan reaches into them."""
    found = []
    for n, word in enumerate(made.low[:-1]):
        if word not in SUBORDINATORS or not starts_clause(made, n + 1, sure=False) or _is_as_many(made.low, n):
            continue
        end = _end(made, n, after_comma=False)
        for k in range(n + 1, end):
            if made.low[k] in _FINITE_PAST or "VBD" in verb_tags(made.low[k]):
                found.append((n, end))
            elif made.low[k] not in AUXILIARIES and not _is_finite(made, k, sure=False):
                continue
            break
    return found
