"""A verb that is left out where another does the same elsewhere: "took one man to Leeds and *another to Hull*"."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from dateline.reading.text.nouns import is_first_name, noun_classes

if TYPE_CHECKING:
    from dateline.reading.grammar.syntax import Phrase, Predicate, PrepPhrase, Word

__all__ = ["with_gaps_filled"]

_WHITHER: Final = frozenset(("to", "into", "onto", "toward", "towards", "for"))
_WHERE: Final = frozenset(("in", "at", "on", "near", "from"))
_WHENCE: Final = frozenset(("from", "between"))
_OTHERS: Final = frozenset("another others some more many most several dozens hundreds thousands scores".split())
_THE_OTHERS: Final = frozenset("rest remainder other others second third fourth last".split())
_BY: Final = frozenset(("of", "by", "aboard", "on"))
_PASSED: Final = frozenset("person animal vehicle artifact substance food possession group object".split())


def with_gaps_filled(
    words: list[Word], phrases: list[Phrase], preps: list[PrepPhrase], predicates: list[Predicate]
) -> list[Predicate]:
    """
    Say a verb again of whoever is told of behind "and" with an end of their own.

    Whom "and" joined to the place before them is parted from it.
    """
    made = list(predicates)
    counts = {prep.last: prep.of for prep in preps if prep.prep in _BY}  # "*thousands* of tents to Mali", "by train to"
    for n, prep in enumerate(preps):
        number = counts.get(prep.first, prep.of)
        if number is None or not prep.objects or (prep.prep not in _WHITHER and prep.prep not in _WHERE):
            continue
        at = _verb_said_of(words, phrases, preps, made, number, n)
        if at is None:
            continue
        verb = made[at]
        _part(phrases, preps, number)
        objects, subject = verb.objects, verb.subject
        if objects and not verb.passive:
            objects = (*objects[:-1], (number,))
        else:
            subject = (number,)
        kept = tuple(m for m in verb.preps if preps[m].first < phrases[number].first)
        own = tuple(m for m in verb.preps if m not in kept)
        made[at] = verb._replace(preps=kept)
        again = verb._replace(
            subject=subject, objects=objects, preps=own or (n,), parent=at, relation="coordinate", marker=None, of=None
        )
        made = [one if one.parent is None or one.parent <= at else one._replace(parent=one.parent + 1) for one in made]
        made.insert(at + 1, again)
    return made


def _verb_said_of(  # noqa: PLR0913, PLR0917
    words: list[Word], phrases: list[Phrase], preps: list[PrepPhrase], made: list[Predicate], number: int, n: int
) -> int | None:
    """The verb that tells of a phrase too, by a preposition that it has already."""
    prep, phrase = preps[n], phrases[number]
    joint = phrase.first - 1
    if joint < 1 or words[joint].low not in {"and", ","} or not _may_pass(words, phrase):
        return None
    is_other = words[phrase.first].low in _OTHERS or _is_the_other(words, phrase)
    if words[joint].low == "," and not is_other and words[phrase.first].tag != "number":
        return None
    if prep.last < len(words) and words[prep.last].tag in {"verb", "auxiliary"}:
        return None  # "took a man to Leeds and another to Hull *was* late"
    at = bisect_left(made, joint, key=lambda one: one.word) - 1
    if at < 0 or (made[at].lemma == "be" and prep.prep in _WHERE):
        return None
    if words[phrase.head].tag == "name" and (prep.prep not in _WHITHER or made[at].objects):
        return None  # "*Ana flew* to Lima and Leo to Quito"
    if words[phrase.head].tag == "name" and not is_first_name(words[phrase.first].low) and (
        any(preps[m].prep in _WHENCE for m in made[at].preps)
    ):  # fmt: skip
        return None  # "flew from Lima to Quito and *Cusco* to Puno"
    end = joint - (words[joint - 1].text == ",")
    told = [preps[m] for m in made[at].preps if preps[m].prep == prep.prep and preps[m].first < joint]
    is_next = told != [] and any(phrases[o].last == end for o in told[-1].objects)
    is_next = is_next or (told != [] and is_other and any(preps[m].last == end for m in made[at].preps))
    return at if is_next and _is_alike(words, phrases, made[at], number, prep.prep) else None


def _may_pass(words: list[Word], phrase: Phrase) -> bool:
    """Whether a phrase is somebody or something that a verb may be said of again, and no place."""
    head = words[phrase.head]
    if head.tag == "number" or head.low in _OTHERS or _is_the_other(words, phrase):
        return True
    return head.tag == "name" or (head.tag == "noun" and bool(noun_classes(head.low) & _PASSED))


def _is_the_other(words: list[Word], phrase: Phrase) -> bool:
    """Whether a phrase is of what is left of those told of: "*the rest*", "*a third*", "*the other*"."""
    return words[phrase.head].low in _THE_OTHERS and phrase.last - phrase.first == _ARTICLE_AND_NOUN


_ARTICLE_AND_NOUN: Final = 2


def _is_alike(words: list[Word], phrases: list[Phrase], verb: Predicate, number: int, prep: str) -> bool:
    """Whether a phrase stands for the same part of the verb: behind "in" only more of the same kind."""
    beside = verb.objects[-1] if verb.objects and not verb.passive else verb.subject
    if not beside:
        return False
    head, other = words[phrases[number].head], words[phrases[beside[-1]].head]
    return prep in _WHITHER or head.low in _OTHERS or head.tag == "number" or head.lemma == other.lemma


def _part(phrases: list[Phrase], preps: list[PrepPhrase], number: int) -> None:
    """Part a phrase from the places that "and" joined it to."""
    beside = phrases[number].beside
    kept = tuple(one for one in beside if one < number)
    for one in beside:
        phrases[one] = phrases[one]._replace(beside=() if one >= number or len(kept) < 2 else kept)
    phrases[number] = phrases[number]._replace(same_as=None)
    for n, prep in enumerate(preps):
        if number in prep.objects and prep.objects[0] != number:
            objects = tuple(o for o in prep.objects if o < number)
            preps[n] = prep._replace(objects=objects, last=phrases[objects[-1]].last)
