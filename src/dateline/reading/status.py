"""How certain the text makes what it says: words that hedge, plan, report or deny, each with what it governs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from dateline.reading.forms import AUXILIARIES, forms_of, is_base, lemmas, verb_tags
from dateline.reading.scopes import has_verb, line, starts_clause
from dateline.reading.sources import attribution, attributions, subject_before
from dateline.reading.wordlists import phrases_by_first, rules, words
from dateline.story.model import WEAKEST_FIRST, Operator

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dateline.reading.scopes import Line, Reach
    from dateline.reading.sentences import Token
    from dateline.reading.sources import Attribution
    from dateline.story.model import Span, Status

__all__ = ["Certainty", "Hedge", "Hedges", "Said", "hedges", "weakest"]

_ADJECTIVE_REACHES: Final = 5  # words from "planned" to the noun that it makes a plan
_NEGATION_REACHES: Final = 6  # words from "not" to the verb of saying that it makes a refusal to say


class Hedge(NamedTuple):
    """
    A word that hedges, and the tokens that it governs.

    Attributes
    ----------
    kind
        The status that it alone would give.
    start, end
        Its tokens.
    reach
        The tokens that it governs.
    nouns
        The tokens in which it governs nouns alone ("a visit … is planned").
    strict
        Whether it governs its own verb phrase only.
    is_counterfactual
        Whether it says what would have been ("would not have sought").
    who
        The tokens of each speaker, where it is a word of saying.
    words
        The tokens that say who says so; empty where nobody does.
    """

    kind: Status
    start: int
    end: int
    reach: tuple[Reach, ...]
    nouns: tuple[Reach, ...] = ()
    strict: bool = True
    is_counterfactual: bool = False
    who: tuple[Reach, ...] = ()
    words: Reach = (0, 0)


@dataclass(frozen=True, slots=True)
class Said:
    """
    That somebody says so.

    Attributes
    ----------
    who
        The span of the words that name them, as they stand: a name, a role, a pronoun.
    at
        The span of the words that say so.
    """

    who: Span
    at: Span


@dataclass(frozen=True, slots=True)
class Certainty:
    """
    How certain one thing is.

    Attributes
    ----------
    status
        The weakest of what its operators give; ``asserted`` where there are none.
    operators
        The words, in the order of the text.
    says
        Who says so, in the order of the text; of "A said that B had told …" both.
    is_counterfactual
        Whether the text says that it would have been, and so is not: nothing to draw.
    """

    status: Status
    operators: tuple[Operator, ...] = ()
    says: tuple[Said, ...] = ()
    is_counterfactual: bool = False


@dataclass(frozen=True, slots=True)
class Hedges:
    """The hedges of a sentence."""

    line: Line
    text: str
    found: tuple[Hedge, ...]

    def at(self, start: int, end: int, /, *, is_noun: bool | None = None) -> Certainty:
        """
        How certain the thing is that a word or a few words tell of.

        Parameters
        ----------
        start, end
            Offsets of the words: the verb or the noun of an event.
        is_noun
            Whether they are a noun ("visit"); judged by the word when not given.
        """
        first = self.line.at(start)
        last = max(first + 1, self.line.at(end - 1) + 1)
        if first >= len(self.line.run):
            return Certainty("asserted")
        noun = _looks_a_noun(self.line, first) if is_noun is None else is_noun
        loose = not noun and _hangs_loose(self.line, first)
        governing = [
            hedge
            for hedge in self.found
            if not (hedge.start >= first and hedge.end <= last)
            and (
                (_covers(hedge.reach, first) and not (loose and hedge.strict and hedge.end < first))
                or (noun and _covers(hedge.nouns, first))
            )
        ]
        return Certainty(
            status=weakest(hedge.kind for hedge in _without_doubled_negation(governing)),
            operators=tuple(self._operator(hedge) for hedge in governing),
            says=tuple(said for hedge in governing for said in self.said(hedge)),
            is_counterfactual=any(hedge.is_counterfactual for hedge in governing),
        )

    def _operator(self, hedge: Hedge) -> Operator:
        at = self.span(hedge.start, hedge.end)
        return Operator(kind=hedge.kind, text=self.text[at[0] : at[1]], at=at)

    def said(self, hedge: Hedge) -> tuple[Said, ...]:
        """Who speaks, where a hedge is a word of saying."""
        named = (who for who in hedge.who if self.line.low[who[0]] not in {"i", "we", "you"})
        return tuple(Said(self.span(*who), self.span(*hedge.words)) for who in named)

    def span(self, start: int, end: int) -> Span:
        """The offsets of some tokens."""
        return self.line.run[start].start, self.line.run[end - 1].end


def weakest(kinds: Iterable[Status]) -> Status:
    """
    The first of the statuses in the order of `WEAKEST_FIRST`; ``asserted`` of none.

    Examples
    --------
    >>> weakest(["reported", "possible", "planned"]), weakest([])
    ('possible', 'asserted')
    """
    return min(kinds, key=WEAKEST_FIRST.index, default="asserted")


def hedges(run: Sequence[Token], /, *, text: str) -> Hedges:
    """
    Find the hedges of a sentence.

    Parameters
    ----------
    run
        Its tokens.
    text
        The text that their spans count in.

    Examples
    --------
    >>> from dateline.reading.sentences import tokens
    >>> text = "The guild said two barges may sail to Gouda."
    >>> found = hedges(tokens(text), text=text)
    >>> found.at(31, 35).status, [(o.kind, o.text) for o in found.at(31, 35).operators]
    ('possible', [('reported', 'said'), ('possible', 'may')])
    """
    made = line(run)
    found = sorted({(h.start, h.end): h for h in _find(made)}.values(), key=lambda h: (h.start, -h.end))
    # Where one hedge's words hold another's ("would not have", "not"), the longer one is meant.
    kept: list[Hedge] = []
    for hedge in found:
        if not any(other.start <= hedge.start and hedge.end <= other.end for other in kept):
            kept.append(hedge)
    return Hedges(made, text, tuple(kept))


def _without_doubled_negation(governing: list[Hedge]) -> list[Hedge]:
    """Two negations cancel: "did not fail to arrive"."""
    denied = [hedge for hedge in governing if hedge.kind == "denied"]
    return governing if len(denied) != 2 else [hedge for hedge in governing if hedge.kind != "denied"]


def _covers(reach: tuple[Reach, ...], n: int) -> bool:
    return any(first <= n < last for first, last in reach)


def _looks_a_noun(made: Line, n: int) -> bool:
    """Whether an event's word is a noun where it stands."""
    word, before = made.low[n], made.low[n - 1] if n else ""
    if "NOUN" not in lemmas(word):
        return False
    if not verb_tags(word):
        return True
    if before in {"to", "will", "would", "may", "might", "could", "can", "not"}:
        return False
    k = n - 1
    while k > max(0, n - 5) and made.low[k] not in _BEFORE_NOUNS and _may_describe(made, k):
        k -= 1
    return made.low[k] in _BEFORE_NOUNS or "ADJ" in lemmas(before)


def _may_describe(made: Line, n: int) -> bool:
    """Whether a word can stand between an article and its noun."""
    word = made.low[n]
    return word[0].isalpha() and (
        made.run[n].text[0].isupper() or "VBN" in verb_tags(word) or not {"ADJ", "NOUN", "ADV"}.isdisjoint(lemmas(word))
    )


_BEFORE_NOUNS: Final = frozenset(
    (
        "the",
        "a",
        "an",
        "its",
        "his",
        "her",
        "their",
        "'s",
        "’s",
        "of",
        "in",
        "for",
        "any",
        "other",
        "these",
        "those",
        "some",
        "all",
        "such",
    )
)


def _hangs_loose(made: Line, n: int) -> bool:
    """Whether a participle hangs on a noun ("two ships docked in Bari"): no plan beside it governs it."""
    tags = verb_tags(made.low[n])
    if n == 0 or not tags or not tags <= {"VBN", "VBD", "VBG"} or "VBG" in tags:
        return False
    before = made.low[n - 1]
    if before in AUXILIARIES or before.endswith("ly") or before in {"not", "to", "and", "or", ",", "already", "also"}:
        return False
    return before[0].isalnum() and not verb_tags(before) - {"VB", "VBP", "VBZ"}


# ------------------------------------------------------------------------------------------------------- finding


@cache
def _verbs(table: str) -> dict[str, Status]:
    """Every form of the verbs of a table, with what it gives; the forms of several words stand under their first."""
    return {
        form: kind
        for kind, row in rules("status")[table].items()
        for verb in row.split()
        if "_" not in verb
        for form in forms_of(verb)
    }


@cache
def _single(table: str) -> dict[str, Status]:
    return {word: kind for kind, row in rules("status")[table].items() if kind != "determiners" for word in row.split()}


@cache
def _unknown() -> frozenset[str]:
    return frozenset(form for verb in words("status", "unknown", "verbs") for form in forms_of(verb))


@cache
def _withheld() -> frozenset[str]:
    return frozenset(form for verb in words("status", "unknown", "withheld") for form in forms_of(verb))


@cache
def _watched() -> frozenset[str]:
    """Every word that a hedge may begin with: most words are none, and are passed over at once."""
    return frozenset(
        {
            *(
                word
                for table in ("modals", "adverbs", "negations", "said_nouns", "adjectives")
                for word in _single(table)
            ),
            *(word for table in ("said", "verbs") for word in _verbs(table)),
            *words("status", "negations", "determiners"),
            *words("status", "conditions", "possible"),
            *phrases_by_first("status", "phrases"),
            *("am", "is", "are", "was", "were", "be", "been"),
        }
    )


def _find(made: Line) -> Iterator[Hedge]:
    low = made.low
    for found in attributions(made):
        end = found.who[-1][1] if found.who else found.verb + 1
        reach = tuple(_around(made, found))
        yield Hedge("reported", found.start, end, reach, strict=False, who=found.who, words=(found.start, found.end))
    watched = _watched()
    for n, word in enumerate(low):
        if (word not in watched and word[-3:] not in {"n't", "n’t"}) or (n and _is_in_a_name(made, n)):
            continue
        yield from _phrase(made, n)
        if word in _single("modals"):
            yield from _modal(made, n)
        elif word in _single("adverbs"):
            yield _adverb(made, n, _single("adverbs")[word])
        elif word in _single("negations") or word[-3:] in {"n't", "n’t"}:
            yield from _negation(made, n)
        elif word in words("status", "negations", "determiners"):
            yield Hedge("denied", n, n + 1, tuple(_to_comma(made, made.rest_of(n, strict=True))), strict=False)
        elif word in words("status", "conditions", "possible"):
            yield from _condition(made, n)
        elif word in {"am", "is", "are", "was", "were", "be", "been"}:
            yield from _is_to(made, n)
        if word in _verbs("said"):
            yield from _said(made, n)
        elif word in _verbs("verbs"):
            yield from _verb(made, n, _verbs("verbs")[word])
        if word in _single("said_nouns"):
            yield from _noun(made, n, _single("said_nouns")[word])
        if word in _single("adjectives"):
            yield from _adjective(made, n, _single("adjectives")[word])


def _is_in_a_name(made: Line, n: int) -> bool:
    """Whether a capital inside a sentence makes a word part of a name: "Port Said"."""
    return made.run[n].text[0].isupper() and made.low[n - 1][0].isalnum() and not made.run[n].text.isupper()


def _phrase(made: Line, n: int) -> Iterator[Hedge]:
    low = made.low
    for phrase, kind in phrases_by_first("status", "phrases").get(low[n], ()):
        end = n + len(phrase)
        if tuple(low[n:end]) != phrase:
            continue
        if phrase[-1] == "to" and (end >= len(low) or not is_base(low[end])):
            continue
        status: Status = kind  # type: ignore[assignment]  # the keys of the table are statuses
        strict = kind != "unconfirmed"
        yield Hedge(status, n, end, tuple(made.rest_of(end - 1, strict=strict)), strict=strict)
        return


def _modal(made: Line, n: int) -> Iterator[Hedge]:
    """Read may, will, would …; "would have gone" is what was not, "would" beside "if" what might be."""
    low = made.low
    word = low[n]
    if word in {"will", "may", "might", "must"} and made.run[n].text[0].isupper() and n:
        return  # a name, or the month
    if low[n - 1 : n] in (["the"], ["his"], ["her"], ["own"], ["a"], ["of"]):
        return  # "the will", "a must"
    kind = _single("modals")[word]
    reach = tuple(made.rest_of(n, strict=True))
    left = _subject(made, n)
    k = n + 1
    while k < len(low) and (low[k] in {"not", "never", "also", "still", "n't"} or low[k].endswith("ly")):
        k += 1
    if word in {"would", "could", "should", "might"} and low[k : k + 1] == ["have"] and low[k + 1 : k + 2] != ["to"]:
        reached = word == "would" or "not" in low[n:k]
        yield Hedge("possible", n, k + 1, reach, left, is_counterfactual=reached and word == "would")
        return
    if word == "would" and (made.conditions or low[k : k + 1] in (["like"], ["rather"], ["prefer"])):
        kind = "possible"
    yield Hedge(kind, n, n + 1, reach, left)


def _subject(made: Line, n: int) -> tuple[Reach, ...]:
    """The subject of a verb: its nouns are planned where the verb is ("the visit will …")."""
    found = subject_before(made, n)
    return () if found is None else (found,)


def _adverb(made: Line, n: int, kind: Status) -> Hedge:
    """An adverb governs its phrase up to the next comma; at a clause's start the whole clause."""
    low = made.low
    start, end = made.clause_of(n)
    for first, last in made.quotes:
        if first <= n < last:
            end = min(end, last)
    opens = n + 1 < len(low) and low[n + 1] == "," and n - start <= 1
    if not opens:
        end = next((k for k in range(n + 2, end) if low[k] in {",", ":"}), end)
    reach: list[Reach] = [(n + 1, end)]
    if n + 1 >= end or (low[n + 1] in {".", ",", ";"} and not opens):
        reach = [(start, n)]  # "…, allegedly."
    holes = [hole for hole in made.relatives if hole[0] > n]
    if holes:
        reach = [(reach[0][0], min(reach[0][1], max(holes[0][0], n + 1)))]
    return Hedge(kind, n, n + 1, tuple(reach))


def _negation(made: Line, n: int) -> Iterator[Hedge]:
    """Read "not": of a verb of saying or knowing it makes a thing unconfirmed, of any other verb denied."""
    low = made.low
    if low[n + 1 : n + 2] in (["only"], ["just"], ["merely"], ["least"], ["long"], ["far"]) or low[n - 1 : n] == ["if"]:
        return
    for k in range(n + 1, min(n + _NEGATION_REACHES, len(low))):
        if low[k] in {",", ";", ".", "but"}:
            break
        if low[k] in _unknown():
            start = n
            while start and low[start - 1] in AUXILIARIES:
                start -= 1
            opener = _opens_question(low, k + 1)
            if opener is not None:
                yield _unconfirmed(made, start, opener + 1)
                return
            if lemmas(low[k]).get("VERB", ("",))[0] in {"confirm", "verify", "substantiate", "corroborate"}:
                yield _unconfirmed(made, start, k + 1)
                return
    reach = made.rest_of(n, strict=True)
    reach = [(first, _before_but(low, first, last)) for first, last in reach]
    yield Hedge("denied", n, n + 1, tuple(reach), _subject(made, n))


def _unconfirmed(made: Line, start: int, end: int) -> Hedge:
    """That somebody will not, or cannot, say whether it is so: they are named as its source."""
    who = subject_before(made, start)
    if who is not None and made.low[who[0]] in {"it", "there"} and who[1] - who[0] == 1:
        who = None if made.low[start] in AUXILIARIES and "VBN" in verb_tags(made.low[end - 1]) else who
    last = made.rest_of(end - 1, strict=False)
    words_end = last[-1][1] if last else end
    return Hedge(
        "unconfirmed",
        start,
        end,
        tuple(last),
        strict=False,
        who=() if who is None else (who,),
        words=(start if who is None else who[0], words_end if made.low[words_end - 1] != "." else words_end - 1),
    )


def _to_comma(made: Line, reach: list[Reach]) -> list[Reach]:
    """A reach up to the first comma in it."""
    kept: list[Reach] = []
    for first, last in reach:
        comma = next((k for k in range(first, last) if made.low[k] == ","), None)
        kept.append((first, last if comma is None else comma))
        if comma is not None:
            break
    return kept


def _before_but(low: list[str], first: int, last: int) -> int:
    return next((k for k in range(first, last) if low[k] in _ENDS_NEGATION), last)


_ENDS_NEGATION: Final = frozenset(("but", "until", "unless", "because", "before", "after", "while", "when", "since"))


def _opens_question(low: list[str], n: int) -> int | None:
    """Where "whether" or "if" stands after a verb of saying, a word or two between."""
    for k in range(n, min(n + 4, len(low))):
        if low[k] in {"whether", "if", "when", "where", "how", "that"}:
            return k
        if low[k] in {",", ".", ";"}:
            return None
    return None


def _condition(made: Line, n: int) -> Iterator[Hedge]:
    """A condition makes its own clause possible, and what hangs on it."""
    end = next((last for first, last in made.conditions if first == n), len(made.low))
    if made.low[n] == "whether":
        yield Hedge("possible", n, n + 1, ((n + 1, end),), strict=False)
        return
    reach: list[Reach] = [(n + 1, end)]
    if made.low[n] in {"if", "provided", "providing"} and "said" not in made.low[max(0, n - 3) : n]:
        start, last = made.clause_of(n)
        reach = [(start, last)]
        if n - start <= 1 and last < len(made.low) and made.low[last - 1 : last] == [","]:
            reach.append(made.clause_of(last))
    yield Hedge("possible", n, n + 1, tuple(reach), strict=False)


def _is_to(made: Line, n: int) -> Iterator[Hedge]:
    """Read "is to visit", "were to be sent"."""
    low = made.low
    if low[n + 1 : n + 2] == ["to"] and n + 2 < len(low) and is_base(low[n + 2]):
        yield Hedge("planned", n, n + 2, tuple(made.rest_of(n + 1, strict=True)))


def _said(made: Line, n: int) -> Iterator[Hedge]:
    """Read a verb of saying: what it reports is what follows it, or what it hangs behind."""
    low = made.low
    kind = _verbs("said")[low[n]]
    if _is_noun_here(made, n) or low[n - 1 : n] == ["as"]:
        return
    passive = _is_passive(made, n)
    if passive and low[n + 1 : n + 2] == ["to"]:
        yield Hedge(
            "reported" if kind == "reported" else "alleged",
            n,
            n + 1,
            tuple(made.rest_of(n + 1, strict=False)),
            strict=False,
        )
        return
    if any(word in _withheld() for word in low[max(0, n - 3) : n]) and low[n] in _unknown():
        start = next(k for k in range(max(0, n - 3), n) if low[k] in _withheld())
        opener = _opens_question(low, n + 1)
        yield _unconfirmed(made, start, n + 1 if opener is None else opener + 1)
        return
    found = attribution(made, n)
    tags = verb_tags(low[n])
    if "VBN" in tags and "VBD" not in tags and AUXILIARIES.isdisjoint(low[max(0, n - 3) : n]):
        return  # "the former mayor known as …"
    hangs = found is not None and found.hangs
    if low[n - 1 : n] == ["of"] or (not hangs and _tells_nothing(made, n)):
        return
    if low[n] in _told_in_a_clause() and not hangs and not _opens_clause(made, n + 1):
        return
    if found is None:
        yield Hedge(kind, n, n + 1, tuple(made.rest_of(n, strict=False)), strict=False)
        return
    reach = _around(made, found) if found.hangs else made.rest_of(n, strict=False)
    start = min(found.start, n)
    yield Hedge(kind, n, n + 1, tuple(reach), strict=False, who=found.who, words=(start, max(found.end, n + 1)))


def _tells_nothing(made: Line, n: int) -> bool:
    """Whether a preposition follows, and no "that" or quote after it: "the sale announced during his visit"."""
    low = made.low
    if n + 1 >= len(low) or low[n + 1] not in {"during", "by", "in", "on", "at", "last", "as"}:
        return False
    return not any(word in {"that", "whether", "“", '"', ":", ",", "to"} for word in low[n + 1 : n + 10])


@cache
def _told_in_a_clause() -> frozenset[str]:
    return frozenset(form for verb in words("status", "told_in_a_clause", "words") for form in forms_of(verb))


def _opens_clause(made: Line, n: int) -> bool:
    """Whether "that", a quote or a subject with its verb begins here, whoever is told standing before it."""
    low = made.low
    for k in range(n, min(n + 5, len(low))):
        if low[k] in {"“", '"'}:
            return starts_clause(made, k + 1, sure=False)
        if low[k] in {"that", "whether", "how"} or (low[k] == ":" and k + 1 < len(low)):
            return True
        if low[k] in {",", ".", ";"}:
            break
    return starts_clause(made, n, sure=False)


def _around(made: Line, found: Attribution) -> list[Reach]:
    """What stands around words that hang on it: before them, and after them up to a clause of its own."""
    start, end = found.start, found.end
    before = _content_start(made, start)
    around = [(before, start)] if before < start else []
    last = len(made.low)
    after_break = min((at for at in made.breaks if at >= end), default=last)
    if end < after_break and not _describes(made, end, after_break):
        around.append((end, after_break))
    return around


def _describes(made: Line, start: int, end: int) -> bool:
    """Whether words after a speaker describe them ("…, a former player who came from Cairo")."""
    for k in range(start, end):
        if made.low[k] in {"who", "which", "whose"}:
            return True
        if made.low[k] in AUXILIARIES or "VBD" in verb_tags(made.low[k]):
            return False
    return False


def _content_start(made: Line, end: int) -> int:
    """Where the words begin that "she said" hangs behind: a semicolon before them, or the sentence's start."""
    return max((at for at in made.breaks if at < end and made.low[at - 1] == ";"), default=0)


def _is_noun_here(made: Line, n: int) -> bool:
    """Whether a word that may be a verb is a noun where it stands: "the claim", "a report of", "aid claims"."""
    tags = verb_tags(made.low[n])
    if "NOUN" not in lemmas(made.low[n]) or tags & {"VBD", "VBN", "VBG"}:
        return False
    before = made.low[n - 1] if n else ""
    if before in _BEFORE_VERBS:
        return False
    if not before or before in _BEFORE_NOUNS or before in _PREPOSITIONS:
        return True
    if ("VBD" in verb_tags(before) or "ADJ" in lemmas(before)) and "NOUN" not in lemmas(before):
        return True
    if "VBZ" not in tags and before[-1:] != "s":
        return True  # a plain form is a verb after a plural only: "the police say"
    following = made.low[n + 1] if n + 1 < len(made.low) else ""
    return following in _AFTER_NOUNS and not made.run[n - 1].text[0].isupper()


_BEFORE_VERBS: Final = frozenset(
    (
        "to",
        "will",
        "would",
        "may",
        "not",
        "who",
        "which",
        "they",
        "we",
        "i",
        "it",
        "he",
        "she",
        "and",
        "people",
        "police",
    )
)
_PREPOSITIONS: Final = frozenset(("from", "by", "of", "with", "on", "at", "into", "about", "despite", "amid"))
_AFTER_NOUNS: Final = frozenset(
    ("of", "by", "from", "for", ",", ".", "in", "on", "and", "but", "or", "against", "over")
)


def _is_passive(made: Line, n: int) -> bool:
    k = n - 1
    while k >= 0 and (made.low[k].endswith("ly") or made.low[k] in {"not", "also", "now", "widely", "long", "still"}):
        k -= 1
    return k >= 0 and made.low[k] in {"is", "are", "was", "were", "be", "been", "being"}


def _verb(made: Line, n: int, kind: Status) -> Iterator[Hedge]:
    """Read a verb of planning, wishing or refusing: it governs what follows, and a noun that it is said of."""
    low = made.low
    if _is_noun_here(made, n):
        return
    following = low[n + 1] if n + 1 < len(low) else ""
    tags = verb_tags(low[n])
    before = low[n - 1] if n else ""
    if (
        "VBN" in tags
        and not _is_passive(made, n)
        and before in _BEFORE_NOUNS | {"some", "all", "these"}
        and following not in {"to", "by", "for", "that"}
    ):
        yield Hedge(kind, n, n + 1, (), ((n + 1, n + 1 + _ADJECTIVE_REACHES),))
        return
    if kind == "denied" and following == "to" and low[n] in {"stopped", "stop", "stops"}:
        return  # "stopped to refuel"
    if low[n] in forms_of("deny") and following in {"entry", "access", "permission", "boarding", "a"}:
        yield Hedge("denied", n, n + 1, tuple(made.rest_of(n, strict=True)))
        return
    if low[n] in {"set", "agreed", "cut", "bound", "cleared", "approved", "tried"} and following not in {"to", "for"}:
        return
    reach = made.rest_of(n, strict=True)
    if kind == "denied":
        reach = _to_comma(made, reach)
    left = _subject(made, n) if _is_passive(made, n) and following != "to" else ()
    yield Hedge(kind, n, n + 1, tuple(reach), left)


def _noun(made: Line, n: int, kind: Status) -> Iterator[Hedge]:
    """Read "a plan to", "reports that", "a call for": what the noun is of."""
    low = made.low
    if not _is_noun_here(made, n) and verb_tags(low[n]):
        return
    following = low[n + 1] if n + 1 < len(low) else ""
    opens = following in {"that", "to", "of", "for", "on"} and not (
        following == "to" and not is_base(low[n + 2 : n + 3][0] if n + 2 < len(low) else "")
    )
    if opens:
        strict = kind not in {"reported", "alleged"}
        reach = made.rest_of(n, strict=strict)
        if following != "that" and (end := _main_verb_after(made, n)) is not None:
            reach = [(first, min(last, end)) for first, last in reach if first < end]
        yield Hedge(kind, n, n + 1, tuple(reach), strict=strict)


def _main_verb_after(made: Line, n: int) -> int | None:
    """The verb that a noun is the subject of, where it is one: "the plan to sail … *drew* protests"."""
    start, end = made.clause_of(n)
    if has_verb(made, start, n):
        return None
    for k in range(n + 1, end):
        word = made.low[k]
        if any(first <= k < last for first, last in made.relatives):
            continue
        if (word in AUXILIARIES and word not in {"be", "have", "been", "being", "'s", "’s"}) or (
            verb_tags(word) & {"VBD"} and "NOUN" not in lemmas(word) and made.low[k - 1] != "to"
        ):
            return k
    return None


def _adjective(made: Line, n: int, kind: Status) -> Iterator[Hedge]:
    low = made.low
    before = low[n - 1] if n else ""
    following = low[n + 1] if n + 1 < len(low) else ""
    if following in {"to", "by", "that", "for", ",", "."} or not (
        n == 0 or before in _BEFORE_NOUNS or before in {",", "and", "or", "“", '"'} or "ADJ" in lemmas(before)
    ):
        return
    end = min(len(low), n + 1 + _ADJECTIVE_REACHES)
    stop = next((k for k in range(n + 1, end) if low[k] in {",", ";", ".", "that", "which", "who"}), end)
    yield Hedge(kind, n, n + 1, (), ((n + 1, stop),))
