"""Whom and what the text means by "the vessels", "it" or "the general": the words that it points back to."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Final

from dateline.reading.amounts.numbers import cardinals
from dateline.reading.text.classes import classes_of
from dateline.reading.text.nouns import noun_classes
from dateline.reading.text.wordlists import words
from dateline.reading.things.ages import age_in, of_an_age
from dateline.reading.things.entities import entities
from dateline.reading.things.entity import Entity
from dateline.reading.things.lands import Told, is_land_word, lands_meant
from dateline.reading.things.pronouns import LOOKS_BACK, PRONOUNS, Scene, meant_by, pair
from dateline.reading.things.topics import CRAFT, topic
from dateline.reading.things.venues import is_plain_name, is_venue

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dateline.reading.places.toponym import Toponym
    from dateline.reading.text.sentences import Token
    from dateline.story.model import Span

__all__ = ["References", "references"]

_AT_SEA: Final = frozenset(
    "port ports docked dock berth harbour harbor sail sailed sailing cargo quay crew fleet".split()
)
_LOOKS_BACK: Final = 8  # sentences that a noun may point over; see `pronouns` for what they may
_LAND_LOOKS_BACK: Final = 3  # sentences
_LANDS_LOOK_BACK: Final = 3
_NO_LAND: Final = frozenset(("country", "kingdom", "city", "continent", "ocean", "sea"))
"""What "them" and "it" are not where somebody claims them."""
_SAME_WORD_WITHIN: Final = 2  # sentences that the same noun may stand before another that would do
_OFFICE_BEFORE: Final = 40  # letters
_OFFICE_BEHIND: Final = 60
_GOES_ON: Final = re.compile(r"(?:['’]s?)? (?!and\b|or\b|of\b|who\b|from\b|in\b|at\b)[a-z]")
_OWNS: Final = re.compile(r"['’]s? \w").match  # "*the town*'s mayor": no town
_NUMERAL: Final = re.compile(r" [IVX]{2,5}$")  # "Ana Roa *II*", "Pope Leo *XIV*"
_SUPPOSES: Final = re.compile(
    r" (?:(?:have|had|also) )?(?:said|say|believed?|feared?|claim(?:ed)?|think|thought)\b"
).match
_SAYS: Final = re.compile(r" (?:has |have )?(?:said|says|say|revealed|announced|reported|confirmed|told)\b").match
_BUT: Final = re.compile(r"[,;—–] (?:but|while|whereas|although|though)\b")
_OF: Final = re.compile(r"\b(?:of|for|from|in|by|with) ")
_IN_ONE_CLAUSE: Final = re.compile(
    r" (?:(?!(?:and|or|but|who|which|that|when|as|before|after|while|if|said|says) )[a-z]+ ){1,4}"
)
_WHO: Final = re.compile(r" (?:who|whose|whom|that|[a-z]+ing)\b")
_NOT_YET: Final = re.compile(r" (?:must|should|need to|would|could|may|might|will)\b").match
_REST: Final = re.compile(r"the (?:other|remaining) [a-z0-9]", re.IGNORECASE).match  # others than those told of
_TWO: Final = re.compile(
    r"(?:the (?:two|pair|couple|duo)|(?:the two|both|both of the) (?:men|women|boys|girls|teens|teenagers|suspects"
    r"|brothers|sisters|inmates|leaders|presidents|ministers|prisoners|hikers|officers|victims))",
    re.IGNORECASE,
).fullmatch
"""Words for two people who were named."""
_WORDS_BEHIND: Final = re.compile(r" [a-z]+(?: [a-z]+)?").match


@dataclass(frozen=True, slots=True)
class References:
    """
    The people, things and places of an article, in order; each sentence is read when words in it or behind it ask.

    What it is made from, `references` tells.
    """

    text: str
    sentences: tuple[Sequence[Token], ...]
    toponyms: Sequence[Toponym]
    quoted: Sequence[Span] = ()
    _entities: list[Entity] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list)
    _surnames: set[str] = field(default_factory=set)
    _craft: dict[str, Entity] = field(default_factory=dict)  # those with a name, by its last word
    _meant: dict[Span, Span | None] = field(default_factory=dict)
    _bounds: list[int] = field(default_factory=lambda: [0])  # for each sentence read, the toponyms up to its end

    def _read(self, offset: int) -> None:
        """Read the sentences that begin at an offset or before it."""
        n = len(self._bounds) - 1
        while n < len(self.sentences) and (not (run := self.sentences[n]) or run[0].start <= offset):
            first = last = self._bounds[n]
            while run and last < len(self.toponyms) and self.toponyms[last].start < run[-1].end:
                last += 1
            near = self.toponyms[first:last]
            found = entities(self.text, run, n, toponyms=near, known=self._surnames, craft=self._craft) if run else []
            self._craft.update(
                (e.name.rpartition(" ")[2], e) for e in found if e.name is not None and e.sort == "thing"
            )
            names = [
                _NUMERAL.sub("", e.name) for e in found if e.name is not None and " " in e.name and e.sort != "thing"
            ]
            self._surnames.update(name.rpartition(" ")[2] for name in names)
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
        if len(low) == 1 and low[0] in PRONOUNS:
            return self._pronoun(low[0], start, here)
        if low[0] == "the" and "-old" in low[1 if len(low) > 1 else 0] and (age := age_in(self.text[start:end])):
            found = of_an_age(age, self._scene(start, here, looks_back=_LOOKS_BACK))
            return found if found is not None or low[-1].endswith("-old") else self._noun(start, end, here)
        if _TWO(self.text[start:end]):
            return self._noun(start, end, here) or pair(self._scene(start, here, looks_back=1))
        found = self._noun(start, end, here)
        lands = self.lands(start, end) if found is None and is_land_word(low[-1]) else ()
        if len(lands) != 1:
            return found
        return Entity(
            lands[0], "place", frozenset(), is_plural=False, is_subject=False, sentence=self._sentence_of(lands[0][0])
        )

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
            if sentence - entity.sentence > _LAND_LOOKS_BACK or (found and entity.sentence < found[0].sentence):
                break
            if entity.sort != "place" or entity.points_back or entity.classes <= _NO_LAND or entity.is_subject:
                continue
            if self.text[entity.at[0] : entity.at[1]].endswith("s") == many:
                found.append(entity)
        names = {self.text[slice(*entity.at)] for entity in found}
        return found[0].at if len(names) == 1 else None

    def lands(self, start: int, end: int, /) -> tuple[Span, ...]:
        """
        The places that a definite noun means by what they are; two of "the two cities", none where that is not certain.

        Parameters
        ----------
        start, end
            Offsets of the noun with its article.
        """
        self._read(end)
        n, last = self._sentence_of(start), bisect_left(self.toponyms, start, key=lambda toponym: toponym.start)
        first = [self._bounds[max(0, n - k)] for k in range(_LANDS_LOOK_BACK + 1)]
        near = [self.toponyms[one:behind] for one, behind in zip(first, (last, *first), strict=False)]
        within = [one for one in self.toponyms[last : last + 3] if one.end <= end]
        found = lands_meant(self.text[start:end].lower().split(), Told(self.text, near, self.toponyms, within))
        return tuple((one.start, one.end) for one in found)

    def there(self, offset: int, /) -> Span | None:
        """The place that "there" means: the one named last, in the same sentence or the one before it."""
        self._read(offset)
        runs = self.sentences[max(0, self._sentence_of(offset) - 1) :]
        first = next((run[0].start for run in runs if run), offset)
        n = bisect_left(self.toponyms, offset, key=lambda toponym: toponym.start) - 1
        last = n
        while n >= 0 and self.toponyms[n].start >= first and (
            not _is_place(self.toponyms[n]) or _SAYS(self.text, self.toponyms[n].end)
        ):  # fmt: skip
            n -= 1  # "…, the palace *in Oslo* said"
        if n < 0 or self.toponyms[n].start < first:
            n = next((k for k in range(last, -1, -1) if _is_place(self.toponyms[k])), -1)
        is_none = n < 0 or self.toponyms[n].start < first
        begin = first if is_none else self.toponyms[n].end
        unplaced = [name for name in _TO_A_NAME(self.text, begin, offset) if _may_be_a_place(name[1].split()[0])]
        if unplaced:  # "left Oslo for *Velmara*. They are there": not in Oslo
            return unplaced[-1].span(1) if is_plain_name(unplaced[-1][1]) or is_venue(unplaced[-1][1]) else None
        if is_none:
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

    def _pronoun(self, word: str, start: int, here: int) -> Entity | None:
        """What a pronoun means; `here` entities begin before it."""
        return meant_by(word, self._scene(start, here, looks_back=LOOKS_BACK))

    def _scene(self, start: int, here: int, *, looks_back: int) -> Scene:
        """What stands around words that point back; `here` entities begin before them."""
        sentence = self._sentence_of(start)
        first = here
        while first and sentence - self._entities[first - 1].sentence <= looks_back:
            first -= 1
        last = here
        while last < len(self._entities) and self._entities[last].sentence == sentence:
            last += 1
        before, behind = self._entities[first:here], self._entities[here:last]
        return Scene(self.text, start, sentence, self.sentences, before, behind, self.quoted)

    def _noun(self, start: int, end: int, here: int) -> Entity | None:
        """What a noun points back to; `here` entities begin before it. No copy of them: a text may have thousands."""
        near = self._entities[max(0, here - 1) : bisect_left(self._starts, end)]
        here_are = [e for e in near if e.at[0] < end and start < e.at[1]]
        entity = next((e for e in here_are if e.name is not None and e.at[1] == end), here_are[0] if here_are else None)
        if entity is None or self._is_beside(start, end, entity, near) or _OWNS(self.text, entity.at[1], end):
            return None
        if entity.name is not None:
            return self._short_name(entity, islice(self._entities, here))
        if not entity.points_back or _REST(self.text[start:end]):
            return None
        if not entity.classes.isdisjoint(CRAFT):
            return topic(self.text, entity.head, self._told_before(entity, here))
        found: Entity | None = None
        for other in self._told_before(entity, here):
            if found is not None and found.sentence - other.sentence > _SAME_WORD_WITHIN:
                break
            if other.head == entity.head:
                return other
            found = found or other
        is_told = entity.sort == "person" and _WHO.match(self.text, entity.at[1]) is not None
        return None if is_told else found  # "the person *who left*": told of here

    def _told_before(self, entity: Entity, here: int) -> Iterator[Entity]:
        """Whatever a noun can mean of the `here` entities that begin before it, the last one first."""
        start, end = entity.at
        is_country = self.text[start:end].endswith("country")
        for n in range(here - 1, -1, -1):
            other = self._entities[n]
            if other is entity or (is_country and other.sort == "place" and self._is_of_people(other.at[1])):
                continue
            if entity.sort != "person" and entity.sentence - other.sentence > _LOOKS_BACK:
                return
            if other.sentence == entity.sentence and _SUPPOSES(self.text, other.at[1]):
                continue  # "*officials* believe both men fled"
            if _IN_ONE_CLAUSE.fullmatch(self.text, other.at[1], start):
                continue  # "*Guards* marched *the men* to Bari"
            if other.at[1] > start or other.is_plural != entity.is_plural or not _can_mean(entity, other):
                continue
            many = _count(self.text[start:end])
            if many is not None and _count(self.text[slice(*other.at)]) not in {None, many}:
                if other.head == entity.head:
                    return  # "held one of 19 men. *The other 18 men* left"
                continue  # "six people were saved, and *the two crew* too"
            if self.text[start:end].endswith(" port") and not self._is_by_the_sea(other.sentence, start):
                continue  # "left Manchester and got as far as *the port*"
            if entity.sort == "person" and not entity.head and not self._is_called(entity, other):
                continue
            if _NOT_YET(self.text, other.at[1]) and other.sentence < entity.sentence:
                continue  # "100 trucks *must come* every day": none that did
            if other.sentence == entity.sentence and other.head != entity.head and self._is_against(entity, other):
                continue
            yield other

    def _is_by_the_sea(self, sentence: int, end: int) -> bool:
        """Whether a sentence, up to an offset, tells of ships or a port, so that a town in it may be one."""
        told = (token.low for token in self.sentences[sentence] if token.start < end)
        return any("vehicle" in noun_classes(low) or low in _AT_SEA for low in told)

    def _is_called(self, entity: Entity, other: Entity) -> bool:
        """Whether somebody has the whole office of a phrase: "the *foreign* minister" is no minister of health."""
        office = self.text[slice(*entity.at)].lower().split()[1:-1]
        if not office:
            return True
        start, end = other.at
        before = self.text[max(0, start - _OFFICE_BEFORE) : start].split()[-len(office) - 2 :]
        aside = self.text[end + 1 : end + _OFFICE_BEHIND].partition(",")[0] if self.text[end : end + 1] == "," else ""
        told = f"{' '.join(before)} {self.text[start:end]} {aside}".lower()
        return all(word in told for word in office)

    def _is_against(self, entity: Entity, other: Entity) -> bool:
        """Whether "but" parts two that act: "the soldiers fired, *but* the men got away" are no soldiers."""
        both_act = entity.is_subject and other.is_subject
        return both_act and _BUT.search(self.text, other.at[1], entity.at[0]) is not None

    def _is_beside(self, start: int, end: int, entity: Entity, near: Sequence[Entity]) -> bool:
        """Whether words name more than an entity, or others by it: "the boy *and his mother*", "*some of* his men"."""
        if _OF.search(self.text, start, max(start, entity.at[0])):
            return True
        if entity.at[1] < end and self.text[entity.at[1] : entity.at[1] + 2] in {"'s", "’s"}:
            return True  # "*the city's* fire chief" is no city
        if entity.name is not None and _GOES_ON.match(self.text, entity.at[1], end):
            return True  # "bin Salim *loyalists*", "Roa's *transfer*"
        whole = [one for one in near if start <= one.at[0] and one.at[1] <= end and one.sort == "person"]
        return len(whole) > 1 and " and " in self.text[start:end]

    def _is_of_people(self, end: int) -> bool:
        """Whether a place's name only says whose people they are: "urged *US* citizens to leave the country"."""
        behind = _WORDS_BEHIND(self.text, end)
        return behind is not None and any("people" in classes_of(word) for word in behind[0].split())

    def _short_name(self, entity: Entity, before: Iterable[Entity]) -> Entity | None:
        """The person whose full name ends as this one does."""
        assert entity.name is not None  # noqa: S101
        for other in before:
            if other.name is None or other.name == entity.name:
                continue
            if not f" {_NUMERAL.sub('', other.name)}".endswith(f" {entity.name}"):
                continue
            if not entity.gender or other.gender in {"", entity.gender}:
                return other
        return None


def _count(phrase: str) -> float | None:
    """How many a phrase counts, by the first number in it."""
    for word in phrase.lower().replace(",", "").split():
        if word.isdigit() or word in cardinals():
            return float(word) if word.isdigit() else cardinals()[word]
    return None


_TO_A_NAME: Final = re.compile(
    r"\b(?:to|for|in|at|on|off|near|into|over|around|towards?|reach(?:ed|es)?|enter(?:ed|s)?) "
    r"([A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2})"
).finditer


def _may_be_a_place(name: str) -> bool:
    """Whether a name may be that of a place that no list has; a month is none."""
    times = words("sources", "speakers", "times") | words("sources", "speakers", "months")
    return name.lower() not in times and is_plain_name(name)


def _is_place(toponym: Toponym) -> bool:
    """Whether a name is that of a place where one may be, not of a government or a people."""
    return toponym.sort == "place" and toponym.sense == "literal"


def _leads_on(entity: Entity) -> bool:
    """Whether an entity may stand for one told before it: words that point back, a name that may be short."""
    return entity.points_back or entity.name is not None


def _can_mean(pointing: Entity, other: Entity) -> bool:
    """Whether a noun can point back to another thing: the same noun, or a general word for its class."""
    if pointing.classes.isdisjoint(other.classes) or {pointing.gender, other.gender} == {"he", "she"}:
        return False
    if pointing.head in _ARMED and other.head and other.head not in words("reference", "armed", "words"):
        return False
    return not pointing.head or pointing.head == other.head or pointing.head in words("reference", "generic", "words")


_ARMED: Final = frozenset(("troop", "troops", "soldier", "soldiers"))


def references(
    text: str,
    sentences: Iterable[Sequence[Token]],
    /,
    *,
    toponyms: Sequence[Toponym] = (),
    quoted: Sequence[Span] = (),
) -> References:
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
    quoted
        What stands between quotation marks, in order (`dateline.reading.hedging.quotes.quotes`).

    Examples
    --------
    >>> from dateline.reading.text.sentences import tokens
    >>> text = "Two ferries left Ancona. The vessels are late."
    >>> found = references(text, [tokens(text, 0, 24), tokens(text, 25)])
    >>> text[slice(*found.antecedent(25, 36))]
    'Two ferries'
    """
    return References(text, tuple(sentences), sorted(toponyms, key=lambda toponym: toponym.start), quoted)
