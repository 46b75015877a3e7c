"""Whom and what the text means by "the vessels", "it" or "the general": the words that it points back to."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Final

from dateline.reading.text.classes import classes_of
from dateline.reading.text.forms import lemmas, verb_tags
from dateline.reading.text.wordlists import words
from dateline.reading.things.entities import entities
from dateline.reading.things.entity import Entity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dateline.reading.text.sentences import Token
    from dateline.reading.things.entity import Named
    from dateline.story.model import Span

__all__ = ["References", "references"]

_LOOKS_BACK: Final = 8  # sentences that a noun may point over; a pronoun less
_PRONOUN_LOOKS_BACK: Final = 3
_HERS: Final = frozenset(("she", "her", "hers", "herself"))
_WEATHER: Final = re.compile(
    r"\b(?:forecast(?:ers?)?|(?:north|south|east|west)bound|meteorologists?|hurricane cent(?:er|re)|weather service"
    r"|landfall|com(?:es?|ing) ashore|inland)\b",
    re.IGNORECASE,
)
_OF_A_SAYING: Final = re.compile(
    r"\b(?:over|on|amid|after|following) (?:\w+ ){0,2}(?:[a-z]+ions?|claims|reports|charges) that $"
)
_NO_LAND: Final = frozenset(("country", "kingdom", "city", "continent", "ocean", "sea"))
"""What "them" and "it" are not where somebody claims them."""
_CRAFT: Final = frozenset(("vessel", "aircraft", "vehicle"))
_SAYS_SO: Final = re.compile(
    r"\b(?:(?:say|says|said|claim|claims|claimed|deny|denies|denied)(?: that)?"
    r"| (?:as|when|while|after|before|because|since|until)) $"
)
_MANY_SAY: Final = re.compile(
    r"(?:^|[,;:—–] )((?:[\w’'-]+ ){0,4}[a-z]{2,}s) (?:have |had |also |later )?"
    r"(?:said|say|claim|claimed|believe|believed|insist|insisted|announced|reported|added|warned|hope|hoped|fear|feared"
    r"|pledged|vowed|promised|admitted|denied|deny)(?: (?:on|last|late|early) \w+)?(?: that)? $"
).search
_LONGEST_SAYING: Final = 120  # letters
_NOT_YET: Final = re.compile(r" (?:must|should|need to|would|could|may|might|will)\b").match
_WORDS_BEHIND: Final = re.compile(r" [a-z]+(?: [a-z]+)?").match
_STORM_LOOKS_BACK: Final = 4  # sentences
_TELLS: Final = re.compile(
    r" (?:also |later |has |had |further )?(?:said|says|added|adds|announced|reported|confirmed|stated|warned|told)\b"
).match
_DUMB: Final = _CRAFT | frozenset(("storm", "disease", "arms", "cargo", "drug"))
_OTHERS: Final = re.compile(r"\b(?:others|the rest) (?!of\b)")
_PERSONS: Final = frozenset(("he", "him", "his", "she", "her", "hers", "himself", "herself"))
_ONE: Final = frozenset(("it", "its", "itself"))
_MANY: Final = frozenset(("they", "them", "their", "theirs", "themselves"))
_PRONOUNS: Final = _PERSONS | _ONE | _MANY
_SAY_VERBS: Final = frozenset(("said", "says", "say", "believes", "thinks", "that", "if", "when", "as", "while"))


@dataclass(frozen=True, slots=True)
class References:
    """
    The people, things and places of an article, in order; each sentence is read when words in it or behind it ask.

    What it is made from, `references` tells.
    """

    text: str
    sentences: tuple[Sequence[Token], ...]
    toponyms: Sequence[Named]
    _entities: list[Entity] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list)
    _meant: dict[Span, Span | None] = field(default_factory=dict)
    _bounds: list[int] = field(default_factory=lambda: [0])  # for each sentence read, the toponyms up to its end

    def _read(self, offset: int) -> None:
        """Read the sentences that begin at an offset or before it."""
        n = len(self._bounds) - 1
        while n < len(self.sentences) and (not (run := self.sentences[n]) or run[0].start <= offset):
            first = last = self._bounds[n]
            while run and last < len(self.toponyms) and self.toponyms[last].start < run[-1].end:
                last += 1
            found = entities(self.text, run, n, toponyms=self.toponyms[first:last]) if run else []
            self._entities.extend(found)
            self._starts.extend(entity.at[0] for entity in found)
            self._bounds.append(last)
            n += 1

    def within(self, span: Span, /) -> Iterator[Entity]:
        """Whoever and whatever the words of a span bring up."""
        self._read(span[1])
        for n in range(bisect_left(self._starts, span[0]), bisect_left(self._starts, span[1])):
            if self._entities[n].at[1] <= span[1]:
                yield self._entities[n]

    def antecedent(self, start: int, end: int, /) -> Span | None:
        """
        What words point back to: the span of the words that bring it up first; None where that is not certain.

        Parameters
        ----------
        start, end
            Offsets of a pronoun, a noun with its article, or a short form of a name.
        """
        span, asked = (start, end), []
        while span not in self._meant:  # one points to another, and that to a third: each is looked for once
            found = self._before(*span)
            asked.append((span, found))
            if found is None or not _leads_on(found):
                break
            span = found.at
        for span, found in reversed(asked):
            further = self._meant[found.at] if found is not None and _leads_on(found) else None
            self._meant[span] = further or (None if found is None else found.at)
        return self._meant[start, end]

    def _before(self, start: int, end: int) -> Entity | None:
        """What words point back to in a single step."""
        low = self.text[start:end].lower().split()
        if not low:
            return None
        self._read(end)
        here = bisect_left(self._starts, start)
        if len(low) == 1 and low[0] in _PRONOUNS:
            return self._pronoun(low[0], start, self._entities[:here])
        return self._noun(start, end, here)

    def _is_object(self, start: int) -> bool:
        """Whether a verb stands right before a pronoun."""
        before = self.text[max(0, start - 30) : start].split()
        return bool(before) and bool(verb_tags(before[-1])) and before[-1].lower() not in _SAY_VERBS

    def at(self, span: Span, /) -> Entity | None:
        """What the words of a span bring up."""
        self._read(span[0])
        n = bisect_left(self._starts, span[0])
        return next((entity for entity in self._entities[n : n + 4] if entity.at == span), None)

    def land_before(self, offset: int, /, *, many: bool) -> Span | None:
        """
        The island, region or water that was named last, up to three sentences back; None where two were at once.

        Parameters
        ----------
        offset
            Where the words stand that point back: "claims *them*", "*the islands* belong to …".
        many
            Whether they mean several: islands, not an island.
        """
        self._read(offset)
        here = bisect_left(self._starts, offset)
        sentence = self._sentence_of(offset)
        found: list[Entity] = []
        for n in range(here - 1, -1, -1):
            entity = self._entities[n]
            if sentence - entity.sentence > _PRONOUN_LOOKS_BACK or (found and entity.sentence < found[0].sentence):
                break
            if entity.sort != "place" or entity.points_back or entity.classes <= _NO_LAND or entity.is_subject:
                continue
            if self.text[entity.at[0] : entity.at[1]].endswith("s") == many:
                found.append(entity)
        names = {self.text[slice(*entity.at)] for entity in found}
        return found[0].at if len(names) == 1 else None

    def there(self, offset: int, /) -> Span | None:
        """The place that "there" means: the one named last, in the same sentence or the one before it."""
        self._read(offset)
        runs = self.sentences[max(0, self._sentence_of(offset) - 1) :]
        first = next((run[0].start for run in runs if run), offset)
        n = bisect_left(self.toponyms, offset, key=lambda toponym: toponym.start) - 1
        while n >= 0 and self.toponyms[n].start >= first and not _is_place(self.toponyms[n]):
            n -= 1
        if n < 0 or self.toponyms[n].start < first:
            return None
        while n and _is_place(self.toponyms[n - 1]) and (
            self.text[self.toponyms[n - 1].end : self.toponyms[n].start].strip() == ","
        ):  # fmt: skip
            n -= 1  # "in *Rann*, Borno State"
        return self.toponyms[n].start, self.toponyms[n].end

    def has_rival(self, entity: Entity, /) -> bool:
        """Whether another name of its sentence could be meant as well: of two countries neither is "the country"."""
        n = bisect_left(self._starts, entity.at[0])
        name = self.text[slice(*entity.at)]
        near = self._entities[max(0, n - 12) : n + 12]
        return any(
            other.sort == entity.sort
            and other.sentence == entity.sentence
            and not entity.classes.isdisjoint(other.classes)
            and self.text[slice(*other.at)] != name
            for other in near
        )

    def _sentence_of(self, offset: int) -> int:
        """The number of the sentence that an offset stands in, of those read."""
        n = len(self._bounds) - 2
        while n > 0 and (not self.sentences[n] or self.sentences[n][0].start > offset):
            n -= 1
        return n

    def _pronoun(self, word: str, start: int, before: Sequence[Entity]) -> Entity | None:
        sentence = self._sentence_of(start)
        if word in _ONE and _WEATHER.search(self.text, max(0, start - 60), start + 90):
            return self._storm(sentence, start, before)
        fits = [
            entity
            for entity in before
            if entity.at[1] <= start
            and sentence - entity.sentence <= _PRONOUN_LOOKS_BACK
            and (
                (
                    word in _PERSONS
                    and entity.sort == "person"
                    and not entity.is_plural
                    and not _is_group(entity)
                    and entity.gender in {"", "she" if word in _HERS else "he"}
                )
                or (word in _ONE and entity.sort != "person" and not entity.is_plural and _can_act(entity))
                or (word in _MANY and entity.is_plural and entity.sort != "place")
            )
        ]
        if word == "it" and _TELLS(self.text, start + 2):
            spoke = [entity for entity in fits if entity.classes.isdisjoint(_DUMB)]  # "*It* said the ship …": no ship
            acts = any(one.sort != "place" or (one.is_subject and one.sentence == sentence) for one in spoke)
            fits = spoke if acts or len(spoke) == len(fits) else []
        if self._is_object(start):
            # "the navy seized a tanker and took it": not the one that does it.
            fits = [entity for entity in fits if entity.sentence < sentence or not entity.is_subject]
        here = [entity for entity in fits if entity.sentence == sentence]
        if word in _MANY and not here and (speaker := self._speaker(sentence, start)) is not None:
            return speaker
        if not fits:
            return None
        last = max(entity.sentence for entity in fits)
        if last < sentence and _SAYS_SO.search(self.text, max(0, start - 24), start):
            return None  # "the Lions say *they* …": whoever speaks or acts here, and no one told of before
        near = [entity for entity in fits if entity.sentence == last]
        if word in _MANY and last == sentence and _OTHERS.search(self.text, near[0].at[1], start):
            return None  # "two left while *several others* crossed to Chad, where they …"
        if word == "it" and _OF_A_SAYING.search(self.text, max(0, start - 40), start):
            # "the navy held a tanker over claims that *it* …": what the claims are of.
            near = [entity for entity in near if entity.classes & _CRAFT and not entity.is_subject][-1:] or near
        subjects = [entity for entity in near if entity.is_subject]
        if word in _ONE | _MANY and len(subjects) != 1 and len(near) > 1:
            return subjects[0] if subjects and subjects[0].at[0] == near[0].at[0] else None
        return (subjects or near)[0] if word not in _PERSONS or last < sentence else (subjects or near)[-1]

    def _speaker(self, sentence: int, start: int) -> Entity | None:
        """Those who say something of themselves, though no list has what they are: "*Medics* said they …"."""
        first = max(start - _LONGEST_SAYING, self.sentences[sentence][0].start if self.sentences[sentence] else start)
        found = _MANY_SAY(self.text[first:start])
        last = "" if found is None else found.group(1).rpartition(" ")[2]
        if found is None or lemmas(last).get("NOUN", (last,))[0] == last:
            return None  # no "bus", no "press"
        at = (first + found.start(1), first + found.end(1))
        return Entity(at, "person", frozenset(), is_plural=True, is_subject=True, sentence=sentence)

    def _storm(self, sentence: int, start: int, before: Sequence[Entity]) -> Entity | None:
        """What "it" is of which forecasters speak: the last storm, or whatever bears a single name, as storms do."""
        for entity in reversed(before):
            if sentence - entity.sentence > _STORM_LOOKS_BACK:
                return None
            is_named = entity.name is not None and " " not in entity.name and entity.is_subject
            if entity.at[1] <= start and ("storm" in entity.classes or is_named):
                return entity
        return None

    def _noun(self, start: int, end: int, here: int) -> Entity | None:
        """What a noun points back to; `here` entities begin before it. No copy of them: a text may have thousands."""
        near = self._entities[max(0, here - 1) : bisect_left(self._starts, end)]
        entity = next((e for e in near if e.at[0] < end and start < e.at[1]), None)
        if entity is None:
            return None
        if entity.name is not None:
            return self._short_name(entity, islice(self._entities, here))
        if not entity.points_back:
            return None
        is_country = self.text[start:end].endswith("country")
        for n in range(here - 1, -1, -1):
            other = self._entities[n]
            if other is entity or (is_country and other.sort == "place" and self._is_of_people(other.at[1])):
                continue
            if entity.sort != "person" and entity.sentence - other.sentence > _LOOKS_BACK:
                return None
            if other.at[1] <= start and other.is_plural == entity.is_plural and _can_mean(entity, other):
                if _NOT_YET(self.text, other.at[1]) and other.sentence < entity.sentence:
                    continue  # "100 trucks *must come* every day": none that did
                return other
        return None

    def _is_of_people(self, end: int) -> bool:
        """Whether a place's name only says whose people they are: "urged *US* citizens to leave the country"."""
        behind = _WORDS_BEHIND(self.text, end)
        return behind is not None and any("people" in classes_of(word) for word in behind[0].split())

    def _short_name(self, entity: Entity, before: Iterable[Entity]) -> Entity | None:
        """The person whose full name ends as this one does."""
        assert entity.name is not None  # noqa: S101
        for other in before:
            if other.name is None or other.name == entity.name or not other.name.endswith(f" {entity.name}"):
                continue
            if not entity.gender or other.gender in {"", entity.gender}:
                return other
        return None


def _is_place(toponym: Named) -> bool:
    """Whether a name is that of a place where one may be, not of a government or a people."""
    return getattr(toponym, "sort", "place") == "place" and getattr(toponym, "sense", "literal") == "literal"


def _leads_on(entity: Entity) -> bool:
    """Whether an entity may stand for one told before it: words that point back, a name that may be short."""
    return entity.points_back or entity.name is not None


def _can_mean(pointing: Entity, other: Entity) -> bool:
    """Whether a noun can point back to another thing: the same noun, or a general word for its class."""
    if pointing.classes.isdisjoint(other.classes):
        return False
    return not pointing.head or pointing.head == other.head or pointing.head in words("reference", "generic", "words")


def _is_group(entity: Entity) -> bool:
    """Whether an entity is many in one: "he" is no family and no crew."""
    return entity.head in words("reference", "person", "groups")


def _can_act(entity: Entity) -> bool:
    """Whether "it" may mean an entity: a thing, or a place that acts."""
    return entity.sort == "thing" or entity.is_subject


def references(text: str, sentences: Iterable[Sequence[Token]], /, *, toponyms: Sequence[Named] = ()) -> References:
    """
    Find what an article brings up, for its pronouns and nouns to point back to.

    Parameters
    ----------
    text
        The text that spans count in.
    sentences
        The tokens of each sentence, in order.
    toponyms
        Its place names.

    Examples
    --------
    >>> from dateline.reading.text.sentences import tokens
    >>> text = "Two ferries left Ancona. The vessels are late."
    >>> found = references(text, [tokens(text, 0, 24), tokens(text, 25)])
    >>> text[slice(*found.antecedent(25, 36))]
    'Two ferries'
    """
    return References(text, tuple(sentences), sorted(toponyms, key=lambda toponym: toponym.start))
