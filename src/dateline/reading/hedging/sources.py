"""Who says so: subjects of verbs of saying, whoever "according to" names, and the words that they answer for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from dateline.reading.amounts.numbers import cardinals
from dateline.reading.hedging.asides import DETERMINERS
from dateline.reading.hedging.hedge import is_noun_here
from dateline.reading.hedging.phrases import (
    CLOSERS,
    is_nominal,
    listed,
    phrase_ending,
    saying_forms,
    speaker_after,
    speakers,
    with_name,
)
from dateline.reading.hedging.scopes import has_verb, starts_clause
from dateline.reading.text.forms import AUXILIARIES, lemmas, verb_tags
from dateline.reading.text.nouns import noun_classes
from dateline.reading.text.wordlists import phrases_by_first

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.reading.hedging.scopes import Line, Reach

__all__ = ["Attribution", "attribution", "attributions", "subject_before"]


class Attribution(NamedTuple):
    """
    Words that say who says so, as tokens of a sentence.

    Attributes
    ----------
    start, end
        The words: "the navy said on Friday", "according to a report".
    verb
        The verb of saying, or the phrase's first word.
    who
        Each speaker; empty where nobody is named ("it was reported").
    hangs
        Whether it hangs on what it attributes ("…, she said"), and so stands outside of it.
    """

    start: int
    end: int
    verb: int
    who: tuple[Reach, ...]
    hangs: bool


_BEFORE_GERUNDS: Final = frozenset(
    "after before by of for from in on while when without since than despite about".split()
)
_BEFORE_OBJECTS: Final = frozenset(("to", "before", "into", "with"))
_WHO_SPEAK: Final = frozenset(("person", "group"))
_ACCUSED: Final = frozenset(("accused", "suspected", "convicted"))
_BEFORE_PARTICIPLES: Final = frozenset(("when", "if", "once", "unless", "than"))
_NESTED: Final = range(3, 8)  # words of who else speaks behind a speaker, with the stop
_MARKS: Final = frozenset((",", "“", "”", '"', "‘", "’", "'", "—", "–", "-", "»", "«"))


def attribution(made: Line, n: int) -> Attribution | None:
    """
    Who a verb of saying belongs to.

    Parameters
    ----------
    made
        The sentence.
    n
        The token of the verb.

    Returns
    -------
    attribution
        None where the verb has no subject to be found.
    """
    low = made.low
    if _passive_by(made, n) is not None:
        by = _passive_by(made, n)
        return Attribution(n, n + 1, n, () if by is None or by == () else (by,), hangs=False)  # type: ignore[arg-type]
    before = low[n - 1] if n else ""
    tags = verb_tags(low[n])
    if before in _BEFORE_GERUNDS and "VBG" in tags:
        return Attribution(n, n + 1, n, (), hangs=False)  # "left *after learning* that the ship sank"
    if (
        before == "to"
        or (before in _BEFORE_PARTICIPLES and "VBN" in tags)
        or ("VBN" in tags and "VBD" not in tags and AUXILIARIES.isdisjoint(low[max(0, n - 3) : n]))
    ):
        return Attribution(n, n + 1, n, (), hangs=False)
    if before == "," and "VBN" in tags and low[n + 1 : n + 2] in (["of"], ["to"], ["as"]):
        return Attribution(n, n + 1, n, (), hangs=False)  # "Roa, *accused of* lying, left"
    if low[n] in _ACCUSED and low[n + 1 : n + 2] == ["of"]:
        return Attribution(n, n + 1, n, (), hangs=False)  # "a ship *suspected of* carrying arms"
    if before in _MARKS or n == 0:
        if "VBG" in tags:  # "…, saying it had sunk": who said it is the clause's subject
            told = next(
                (k for k in range(n - 1, 0, -1) if low[k] in saying_forms() and not is_noun_here(made, k)), None
            )
            if told is not None and (outer := attribution(made, told)) is not None and outer.who:
                return Attribution(outer.who[0][0], n + 1, n, outer.who, hangs=False)
            who = _clause_subject(made, n) or _before_comma(made, n)
            return None if who is None else Attribution(who[0], n + 1, n, speakers(made, who), hangs=False)
        after = None if starts_clause(made, n + 1, sure=False) else speaker_after(made, n + 1)
        is_governed = n > 1 and (low[n - 2] in AUXILIARIES or low[n - 2] == "to")  # "could *“threaten life”*"
        if n and after is not None and low[n] not in {"told", "tells"} and not is_governed:
            return Attribution(n, _end_of_words(made, after[1]) or after[1], n, speakers(made, after), hangs=True)
    subject = subject_before(made, n)
    if subject is None:
        return None
    if "VBG" in tags and subject[0] and low[subject[0] - 1] in _BEFORE_OBJECTS and has_verb(
        made, made.clause_of(n)[0], subject[0]
    ):  # fmt: skip
        subject = _clause_subject(made, n) or subject  # "*Chad* went to the court accusing Mali"
    if low[subject[0]] in {"who", "which", "whom"} and subject[1] - subject[0] > 1:
        cited = speakers(made, (subject[0] + 1, subject[1]))
        return Attribution(subject[0] + 1, n + 1, n, cited, hangs=False)  # "the envoy, who *officials* say left"
    start = subject[0]
    from_whom = speaker_after(made, n + 2) if low[n] in _LEARNS and low[n + 1 : n + 2] == ["from"] else None
    if from_whom is not None:
        return Attribution(start, from_whom[1], n, speakers(made, from_whom), hangs=False)  # "heard *from Roa* that"
    previous = low[start - 1] if start else ""
    end = _end_of_words(made, n + 1)
    quoted = any(first <= start - 2 < last or last in {start - 1, start - 2} for first, last in made.quotes)
    nested = low[n + 1 :]
    if end is None and start and previous == "," and nested[-1:] == ["."] and len(nested) in _NESTED and (
        nested[-2] in saying_forms()
    ):  # fmt: skip
        return Attribution(start, n + 1, n, speakers(made, subject), hangs=True)  # "…, papers reported *the king said*"
    hangs = (
        end is not None
        and start > 0
        and (previous in _MARKS or quoted)
        and (quoted or not _has_its_own(made, start, n))
        and (
            not starts_clause(made, n + 1, sure=False)  # "In a note, the navy said *the ship left*"
        )
    )
    return Attribution(start, end if hangs and end is not None else n + 1, n, speakers(made, subject), hangs)


def _before_comma(made: Line, n: int) -> Reach | None:
    """Who opens a clause right before a participle between commas: "*Police*, saying the ship left, are …"."""
    found = phrase_ending(made, n - 2) if n > 1 and made.low[n - 1] == "," else None
    opens = found is not None and found[0] == made.clause_of(n)[0]
    return found if opens and "," in made.low[n:] else None


_LEARNS: Final = frozenset("learn learns learned learnt hear hears heard".split())


def _has_its_own(made: Line, start: int, n: int) -> bool:
    """Whether a verb has an object, and nothing is told before its subject: "Held in Mali, he *denied the charges*"."""
    if made.low[n].startswith("accus") and "of" in made.low[n + 2 : n + 9]:
        return True  # "Later, a guard *accused Chad of* taking it": nobody tells what stands before
    behind = made.low[n + 1 : n + 2]
    is_told = made.low[n] in {"told", "tells", "tell"}
    is_object = behind != [] and (behind[0] in DETERMINERS or behind[0] in cardinals())
    return not is_told and is_object and not has_verb(made, 0, start)


def attributions(made: Line) -> Iterator[Attribution]:
    """Phrases such as "according to", with whom they name."""
    low = made.low
    begun = phrases_by_first("status", "attributions")
    for n, word in enumerate(low):
        for phrase, _ in begun.get(word, ()):
            first = n + len(phrase)
            if tuple(low[n:first]) != phrase or first >= len(low):
                continue
            who = speaker_after(made, first)
            if who is not None and not _can_speak(made, who, phrase):
                break
            end = who[1] if who else first
            is_told = made.low[end : end + 1] != [","] and who is not None and starts_clause(made, end, sure=False)
            stop = None if is_told else _end_of_words(made, end, verbs=True)  # "according to Roa *the ship left*"
            yield Attribution(n, stop or end, n, speakers(made, who) if who else (), hangs=True)
            break


def _can_speak(made: Line, who: Reach, phrase: tuple[str, ...]) -> bool:
    """Whether a phrase names somebody, or a paper that speaks for them: an agreement does not."""
    first, last = who
    if any(word in listed("not_speakers") for word in made.low[first:last]):
        return False
    if phrase[-1] != "citing":
        return True
    return made.low[last - 1] in listed("sayers") or any(word.text[0].isupper() for word in made.run[first:last])


def _passive_by(made: Line, n: int) -> Reach | tuple[()] | None:
    """Whom a passive names ("was reported by the coast guard"); empty where nobody, None where it is no passive."""
    k = n - 1
    while k >= 0 and (made.low[k].endswith("ly") or made.low[k] in {"not", "never", "also", "now", "first", "since"}):
        k -= 1
    if (
        k < 0
        or made.low[k] not in {"is", "are", "was", "were", "be", "been", "being"}
        or "VBN" not in verb_tags(made.low[n])
    ):
        return None
    found = speaker_after(made, n + 2) if made.low[n + 1 : n + 2] == ["by"] else None
    return () if found is None or _is_how(made, found) else found


def _is_how(made: Line, found: Reach) -> bool:
    """Whether words behind "by" say how a thing is told, not by whom: "*text message*", no "the *Lima Post*"."""
    first, last = found
    is_bare = made.low[first] not in listed("articles") and not any(w.text[0].isupper() for w in made.run[first:last])
    return is_bare and (made.low[last - 1] in _WIRES or made.low[first:last] == ["radio"])  # no "state radio"


_WIRES: Final = frozenset("message messages text email e-mail phone telephone letter post mail".split())


def subject_before(made: Line, n: int) -> Reach | None:
    """
    The noun phrase before a verb that is its subject.

    Parameters
    ----------
    made
        The sentence.
    n
        The token of the verb.

    Examples
    --------
    >>> from dateline.reading.hedging.scopes import line
    >>> from dateline.reading.text.sentences import tokens
    >>> made = line(tokens("Ana Diaz, head of the port of Vigo, has also said so."))
    >>> first, last = subject_before(made, made.low.index("said"))
    >>> made.low[first:last]
    ['ana', 'diaz']
    """
    low = made.low
    k = _skip_to_subject(made, n - 1)
    if k < 0:
        return None
    if low[k] in {"and", "or", "but"} and k:
        return _clause_subject(made, k)  # a second verb of the same subject
    if low[k] in {"who", "which"}:
        return _antecedent(made, k)
    if low[k] == ",":
        # "Ana Diaz, head of the port, said": the name stands before what is put beside it.
        j = k - 1
        while j > 0 and low[j] != ",":
            if low[j] in {";", "”", "“", '"'} or j in made.breaks:
                return None
            j -= 1
        if j <= 0:
            return None
        found = phrase_ending(made, j - 1)
        if low[j + 1] in {"which", "who", "whose", "where"}:
            return found
        if found is not None and found[0] and low[found[0] - 1] in listed("inside"):
            found = None  # "In an interview, Ana Diaz, said …"
        if found is not None and (named := with_name(made, found, k)) is not None:
            return named
        return found if found is not None and not _is_clause(made, found[1] + 1, k) else phrase_ending(made, k - 1)
    return _outside_participle(made, _outside_relative(made, phrase_ending(made, k)))


def _outside_participle(made: Line, found: Reach | None) -> Reach | None:
    """
    Whom a participle is of, where a phrase ends it: "*an official* travelling with *her* said", "held in *Bari*".

    What somebody has seen or issued speaks for itself: "*documents* seen by *Reuters* showed".
    """
    if found is None or not found[0]:
        return found
    low = made.low
    k = found[0] - 1
    is_done_by = low[k] == "by"
    is_within = is_done_by or low[k] in listed("inside")
    k -= is_within
    hangs = "VBG" in verb_tags(low[k]) or (is_within and _may_hang(low[k]))
    k -= k > 1 and low[k - 1] in _STILL  # "staff *still remaining* in Gao said"
    if k < 1 or not hangs or low[k - 1] in AUXILIARIES or not is_nominal(made, k - 1):
        return found
    outer = phrase_ending(made, k - 1)
    if outer is None or low[k - 1] in _BEFORE_GERUNDS:
        return found
    is_paper = low[outer[1] - 1] in listed("shows") | listed("sayers")
    if not (is_done_by and is_paper) and noun_classes(low[outer[1] - 1]).isdisjoint(_WHO_SPEAK):
        return found
    return (_paper_begins(made, outer[0]), outer[1]) if is_done_by and is_paper else outer


def _paper_begins(made: Line, start: int) -> int:
    """Where the words for data begin, a participle among them: "…, *vessel tracking data* compiled by"."""
    near = range(start, max(0, start - _LONGEST_PAPER), -1)
    return next((k for k in near if made.low[k - 1] in _MARKS), start)


_STILL: Final = frozenset(("still", "now", "already", "currently", "also"))
_LONGEST_PAPER: Final = 5  # words of "the vessel tracking data"


def _may_hang(word: str) -> bool:
    """Whether a word before a preposition may tell of whoever stands before it: "*brought* to", "*loyal* to"."""
    return "VBN" in verb_tags(word) or lemmas(word).keys() == {"ADJ"}


def _outside_relative(made: Line, found: Reach | None) -> Reach | None:
    """Whom a relative clause is of, where a phrase ends it: "*a man* who left *the town* said"."""
    if found is None:
        return None
    low = made.low
    who = next((k for k in range(found[0] - 1, 0, -1) if low[k] == "who" or not low[k][0].isalnum()), 0)
    if low[who] != "who" or not saying_forms().isdisjoint(low[who : found[0]]):
        return found
    tells = any(low[k] in AUXILIARIES or verb_tags(low[k]) & {"VBD", "VBZ"} for k in range(who + 1, found[0]))
    return (phrase_ending(made, who - 1 - (low[who - 1] == ",")) or found) if tells else found


def _antecedent(made: Line, k: int) -> Reach | None:
    """The noun phrase that "which" or "who" is of; of "ships docked in Bari, which …" the ships."""
    low = made.low
    if k and low[k - 1] == ",":
        k -= 1
    found = subject_before(made, k) if k > 0 else None
    if found is None or found[0] < 3 or low[found[0] - 1] not in listed("inside"):
        return found
    hangs = verb_tags(low[found[0] - 2]) & {"VBN", "VBG"}
    outer = phrase_ending(made, found[0] - 3) if hangs else None
    return outer or found


def _is_clause(made: Line, first: int, last: int) -> bool:
    """Whether words beside a name are more than a description of it; whom it quotes, what it denies is one."""
    if "VBG" in verb_tags(made.low[first]) and made.low[first] in saying_forms() | {"quoting", "citing"}:
        return False
    opened = next((k for k in range(first + 1, last) if made.low[k] == "who"), last)  # "a nurse *who has been in Peru*"
    return any(
        made.low[k] in saying_forms() or (made.low[k] in AUXILIARIES and made.run[k].text[0].islower())
        for k in range(first, opened)
    )


def _skip_to_subject(made: Line, k: int) -> int:
    """Step back over auxiliaries, adverbs and times between a subject and its verb."""
    low = made.low
    while k >= 0:
        word = low[k]
        is_adverb = "ADV" in lemmas(word) and (word.endswith("ly") or lemmas(word).keys() <= {"ADV", "ADJ"})
        if word in AUXILIARIES or is_adverb or word in listed("adverbs"):
            k -= 1
        elif word == "yet" and k and (low[k - 1] in AUXILIARIES or low[k - 1] in listed("adverbs")):
            k -= 1  # "has not yet said"; alone it joins clauses
        elif word in listed("times") and k:
            k -= 1
            if low[k] in {"on", "last", "this", "late", "early", "earlier"}:
                k -= 1
        elif low[k - 1 : k] and word.isdigit() and low[k - 1] in listed("months"):
            k -= 2
            if k >= 0 and low[k] == "on":
                k -= 1
        elif (had := _before_when(low, k)) is not None:
            k = had - 1
        else:
            return k
    return k


def _before_when(low: Sequence[str], k: int) -> int | None:
    """The "has" that words of time part from its verb: "*has* in the past denied", "*had*, over the years, denied"."""
    k -= low[k] == ","
    for j in range(k, max(0, k - _WHEN_HAS), -1):
        if low[j] in _HAVE:
            opens = j + 1 + (low[j + 1] == ",")
            return j if opens < k and low[opens] in _OPENS_WHEN else None
        if low[j] in {"that", "who", "which", "and", ";"} or verb_tags(low[j]) == {"VBD"}:
            return None
    return None


_ENDS_SAYING: Final = frozenset(("as", "while", "when"))
_HAVE: Final = frozenset(("has", "have", "had"))
_OPENS_WHEN: Final = frozenset("in over for during since until at by on throughout".split())
_WHEN_HAS: Final = 7  # words


def _clause_subject(made: Line, n: int) -> Reach | None:
    """The subject of the clause that a participle hangs on: the noun phrase before its first finite verb."""
    start = made.clause_of(n)[0]
    for k in range(start + 1, n):
        word = made.low[k]
        if word in AUXILIARIES or ("VBD" in verb_tags(word) and "NOUN" not in lemmas(word)) or _is_present(made, k):
            return subject_before(made, k)
    return None


def _is_present(made: Line, n: int) -> bool:
    k = n - 1
    while k > 0 and made.low[k].endswith("ly") and "ADV" in lemmas(made.low[k]):
        k -= 1
    if "VBZ" not in verb_tags(made.low[n]) or made.run[n].text[0].isupper():
        return False
    return is_nominal(made, k) and made.low[n - 1] not in listed("articles")


def _end_of_words(made: Line, n: int, *, verbs: bool = False) -> int | None:
    """Where the words end that go with a verb of saying ("told reporters in Seoul"); None where a clause follows."""
    low = made.low
    for k in range(n, len(low)):
        word = low[k]
        if word in {",", ";", "”", '"', "»", "—", "–", ":", "!", "?"}:
            return k
        if word == ".":
            if k + 1 == len(low) or low[k + 1] in {"”", '"', "»"}:
                return k
            continue
        if word in _ENDS_SAYING and k > n and starts_clause(made, k + 1, sure=False):
            return k  # "…, its owner said on Friday *as he showed* them round"
        if word in {"that", "whether", "if", "“", "«"} or (
            word in AUXILIARIES and word not in {"'s", "’s"} and not verbs
        ):
            return None
        if not verbs and k > n - 1 and word in listed("pronouns") and k + 1 < len(low) and low[k + 1] not in CLOSERS:
            return None
        if not verbs and "VBD" in verb_tags(word) and "NOUN" not in lemmas(word) and not made.run[k].text[0].isupper():
            return None
    return len(low)
