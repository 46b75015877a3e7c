"""
What a reader needs to know of a sentence's build: its words, noun phrases, prepositional phrases and predicates.

Everything is numbered within its sentence: a predicate names its subject by the phrase's number, a phrase its head by
the word's. `Syntax` is the one protocol: the default needs no model
(`dateline.reading.grammar.chunks`), another parser may be put in its place.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.story.model import Span

__all__ = ["Form", "Parse", "Phrase", "Predicate", "PrepPhrase", "Relation", "Syntax", "Tag", "Word"]

Tag = Literal[
    "noun", "name", "pronoun", "verb", "auxiliary", "adjective", "adverb", "determiner", "number", "preposition",
    "conjunction", "subordinator", "relative", "to", "not", "possessive", "mark",
]  # fmt: skip
Form = Literal["finite", "infinitive", "gerund", "participle"]
Relation = Literal[
    "root", "complement", "infinitive", "adverbial", "relative", "coordinate", "participle", "parenthetic"
]


class Word(NamedTuple):
    """
    A word of a sentence.

    Attributes
    ----------
    text, start, end
        As in the text.
    low
        In lower case, apostrophes straightened.
    lemma
        The form a dictionary has, in lower case, for the part of speech it has here.
    tag
        Its part of speech here.
    """

    text: str
    start: int
    end: int
    low: str
    lemma: str
    tag: Tag


class Phrase(NamedTuple):
    """
    A noun phrase without what hangs on it by a preposition: "two German warships".

    Attributes
    ----------
    first, last
        Its words, ``[first, last)``.
    head
        The word that says what it is (the last word of a name).
    owner
        The number of the phrase that owns it ("France" of "France's troops"), or None. The owner's words are not among
        its own.
    preps
        Numbers of the prepositional phrases that follow it directly, one behind the other, in order.
    beside
        Numbers of the phrases it is joined to by "and", "or" or commas, itself among them, in order; empty when alone.
    same_as
        The number of the phrase that it stands beside in apposition ("Ana Roa, *the mayor*"), or None.
    governor
        The number of the predicate that it is an argument of, directly or by a preposition; None where it has none.
    """

    first: int
    last: int
    head: int
    owner: int | None = None
    preps: tuple[int, ...] = ()
    beside: tuple[int, ...] = ()
    same_as: int | None = None
    governor: int | None = None


class PrepPhrase(NamedTuple):
    """
    A preposition with its objects.

    Attributes
    ----------
    prep
        In lower case; one of several words is joined by underscores ("on_to", "according_to", "by_way_of").
    first, last
        Words from the preposition to the end of its last object, ``[first, last)``.
    objects
        Numbers of the noun phrases, more than one where they are coordinated; empty before a clause ("before leaving").
    of
        The number of the phrase that it follows directly, or None.
    governor
        The number of the predicate whose clause it stands in, or None.
    """

    prep: str
    first: int
    last: int
    objects: tuple[int, ...]
    of: int | None = None
    governor: int | None = None


class Predicate(NamedTuple):
    """
    A verb with what belongs to it.

    Attributes
    ----------
    word
        The number of its main verb, or of the adjective or noun that a form of "be" says of the subject ("is bound
        for"). Where the verb is "be" itself it is that.
    lemma
        Of that word.
    form
        ``finite``, ``infinitive`` ("to go"), ``gerund`` ("going", also after a preposition) or ``participle`` ("sent",
        without a form of "be").
    passive
        Whether the subject undergoes it ("was sent", a bare participle).
    group
        Words of the verb and its auxiliaries, adverbs and negation, ``[first, last)``: "has allegedly delivered".
    particle
        "out", "off", "back" … behind the verb, or None.
    subject
        Numbers of the phrases that are its subject, coordinated ones each.
    inherited
        Whether the subject was taken over from another predicate or is what a relative or a participle hangs on.
    objects
        Direct and indirect objects in order, each with its coordinated phrases: ``((1,), (2, 3))``.
    preps
        Numbers of the prepositional phrases in its clause, before and behind it, in order.
    parent
        The number of the predicate that it depends on, or None.
    relation
        How it depends: ``complement`` (a clause that is said, known …), ``infinitive`` (under a verb, noun or
        adjective), ``adverbial`` (by a subordinator, or a preposition with a gerund), ``relative`` (of a phrase),
        ``coordinate`` (by "and", "or", "but"), ``participle`` (of a phrase), ``parenthetic`` (in the clause of the
        parent but not of it: "…, Reuters reported"; then the parent is what it says), or ``root``.
    marker
        The number of the word that opens the clause ("that", "whether", "if", "before", "which"), or None.
    of
        The number of the phrase that a relative or participle hangs on, or None.
    clause
        Words of its own clause, ``[first, last)``; clauses that depend on it may lie inside.
    """

    word: int
    lemma: str
    form: Form
    passive: bool
    group: Span
    particle: str | None = None
    subject: tuple[int, ...] = ()
    inherited: bool = False
    objects: tuple[tuple[int, ...], ...] = ()
    preps: tuple[int, ...] = ()
    parent: int | None = None
    relation: Relation = "root"
    marker: int | None = None
    of: int | None = None
    clause: Span = (0, 0)


@dataclass(frozen=True, slots=True)
class Parse:
    """
    The build of one sentence.

    Attributes
    ----------
    text
        The article's text, that offsets count in.
    words, phrases, preps, predicates
        In the order of the text; their numbers are their positions here.
    """

    text: str
    words: tuple[Word, ...] = ()
    phrases: tuple[Phrase, ...] = ()
    preps: tuple[PrepPhrase, ...] = ()
    predicates: tuple[Predicate, ...] = ()

    def span(self, first: int, last: int) -> Span:
        """Characters of the words ``[first, last)``."""
        return self.words[first].start, self.words[last - 1].end

    def phrase_span(self, number: int, /, *, article: bool = True) -> Span:
        """Characters of a phrase; without its article when that is asked."""
        phrase = self.phrases[number]
        first = phrase.first
        if not article and first < phrase.head and self.words[first].low in {"the", "a", "an", "no", "neither"}:
            first += 1
        return self.span(first, phrase.last)

    def said(self, first: int, last: int) -> str:
        """The words ``[first, last)`` as in the text."""
        start, end = self.span(first, last)
        return self.text[start:end]


class Syntax(Protocol):
    """What finds the build of a sentence: any function of this shape will do."""

    def __call__(self, text: str, span: Span, /, *, names: Sequence[Span] = ()) -> Parse:
        """
        Parse one sentence.

        Parameters
        ----------
        text
            The article's text.
        span
            The sentence's span in it.
        names
            Spans of place names in the sentence: each is one name, whatever its words look like.
        """
        ...
