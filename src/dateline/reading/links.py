"""Which events each denial is of: put with them, or an event of its own where none answers to it."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING, Final

from dateline.reading.denials import denials
from dateline.reading.denied import LOOKS_AHEAD, LOOKS_BACK, Deniable, contradicted, linked, tells_of_an_event
from dateline.reading.hedging.phrases import saying_forms
from dateline.reading.hedging.status import is_doubled
from dateline.reading.text.content import content_words
from dateline.reading.text.forms import AUXILIARIES, lemmas, verb_tags
from dateline.reading.text.sentences import tokens
from dateline.story import model
from dateline.story.model import Evidence, Statement

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dateline.reading.cast import Cast
    from dateline.reading.denial import Denial
    from dateline.reading.hedging.certainty import Certainties
    from dateline.reading.text.article import Article
    from dateline.reading.text.sentences import Token
    from dateline.story.model import Event, Leg, Span

__all__ = ["Links", "sentence_of"]

_NAME: Final = re.compile(r"[^\W_]{2,}")
_AGAINST: Final = re.compile(
    r"(?: as \w+)?,? ?(?:despite|in spite of|even though|although|though|and (?:says?|said|adds|added|insists?))\b"
).match


def sentence_of(article: Article, event: Event, /) -> int:
    """Give the number of the sentence that an event rests on; 0 where it stands in none."""
    found = article.sentence_at(event.evidence[0].at[0])
    return 0 if found is None else found.n


@dataclass(frozen=True, slots=True)
class Links:
    """
    The denials of an article and the events that they may be of.

    Attributes
    ----------
    article, cast, certainties
        What is read, who takes part, and how certain it is.
    words_of, told_at
        The lemmas that tell each event, and the offset of its verb or noun, by its id.
    """

    article: Article
    cast: Cast
    certainties: Certainties
    words_of: Mapping[str, frozenset[str]]
    told_at: Mapping[str, int]

    def with_denials(self, events: list[Event]) -> list[Event]:
        """Put each denial with what it is of; one that no event answers to becomes an event."""
        held = {event.id: event for event in events}
        unlinked: dict[str, Event] = {}
        found = denials(self.certainties)
        refusals = [event for event in events if self._says_it_was_not(event)]
        if not found and not refusals:
            return sorted(events, key=lambda event: event.evidence[0].at[0])
        deniable = sorted((self._deniable(event) for event in events), key=lambda one: one.sentence)
        for denial in found:
            deniers = {self.cast.party(who): who for who in denial.who}
            near = _told_in(deniable, denial.sentence - LOOKS_BACK, denial.sentence, held)
            given = [one for one in near if self._goes_on_from(denial, one)]
            near = [one for one in near if one not in given]
            if denial.hangs:
                near = [one for one in near if one.sentence == denial.sentence]
            said = self.cast.states_in(denial.of) | self._owners(denial, near)
            opener = self._text(denial.of).find("that ") + 1  # of "Oman's report that Chad …" what the report tells
            about = self.cast.states_in((denial.of[0] + opener, denial.of[1]))
            ids = self._hung_on(denial, near) or linked(
                denial, frozenset(self._marks(deniers)), near, sayers=said, about=about
            )
            ids += tuple(one.id for one in near if self._is_denied_by(denial, one) and one.id not in ids)
            own = [held[key] for key in ids if self._is_told_by(denial, key)]
            ahead = _told_in(deniable, denial.sentence + 1, denial.sentence + LOOKS_AHEAD, held)
            later = linked(denial, frozenset(self._marks(deniers)), ahead, sayers=said, about=about)
            if len(later) > 1 or len(own) < len(ids):
                later = ()  # what it answers was told before, or more than one thing could be meant
            ids = tuple(key for key in ids if not own or any(self._may_be_one(held[key], one) for one in own))
            statements = tuple(Statement(who=who, quote=self._text(denial.at), at=denial.at) for who in deniers)
            for key in self._retold(denial, ids, held):
                del held[key]
                ids = tuple(one for one in ids if one != key)
            for key in (*ids, *later):
                held[key] = replace(held[key], denies=(*held[key].denies, *statements))
            is_of_more = any(self._is_told_by(denial, one.id) for one in given)  # "denied that *his trip* cost much"
            if not (ids or later or is_of_more) and self._is_of_an_event(denial):
                unlinked |= {told.id: told for told in (self._denial(denial, who) for who in deniers)}
        for told in refusals:
            if told.id in held:
                self._contradict(told, deniable, held)
        merged = [*held.values(), *unlinked.values()]
        return sorted(merged, key=lambda event: event.evidence[0].at[0])

    def _contradict(self, told: Event, deniable: Sequence[Deniable], held: dict[str, Event]) -> None:
        """Put with what was told before that somebody says it was not so: "No tanks left, the army said"."""
        quote = told.evidence[0]
        at = sentence_of(self.article, told)
        near = _told_in(deniable, at - LOOKS_BACK, at, held)
        for key in contradicted(self._deniable(told), [one for one in near if self._may_be_one(held[one.id], told)]):
            who = {s.who for part in told.parts for s in part.says} - {s.who for s in held[key].denies}
            statements = tuple(Statement(who=one, quote=quote.quote, at=quote.at) for one in sorted(who))
            held[key] = replace(held[key], denies=(*held[key].denies, *statements))

    def _is_told_by(self, denial: Denial, key: str) -> bool:
        """Whether the words of a denial tell an event themselves: "Chad denied *sending arms to Togo*"."""
        return denial.of[0] <= self.told_at.get(key, -1) < denial.of[1]

    def _is_denied_by(self, denial: Denial, told: Deniable) -> bool:
        """Whether the words of a denial tell a thing, and so deny it: "denied *having been in Oran*"."""
        return told.status == "denied" and told.sentence == denial.sentence and self._is_told_by(denial, told.id)

    def _owners(self, denial: Denial, near: Sequence[Deniable]) -> frozenset[str]:
        """Who of those that tell something is whose saying is denied: "denied *the rebels'* account"."""
        if denial.owner is None:
            return frozenset()
        head = _NAME.findall(self._text(denial.owner).lower())[-1:]
        says = {key for one in near for key in one.sources if key in self.cast.actors}
        return frozenset(key for key in says if _NAME.findall(self.cast.actors[key].name.lower())[-1:] == head)

    def _hung_on(self, denial: Denial, near: Sequence[Deniable]) -> tuple[str, ...]:
        """What a denial hangs on, where nothing else is told between: "sent tanks to Mali, *which Chad denies*"."""
        told = [(self.told_at.get(one.id, -1), one.id) for one in near] if denial.hangs else []
        at, key = max((one for one in told if 0 <= one[0] < denial.at[0]), default=(-1, ""))
        if not key or sum(one[0] == at for one in told) > 1:
            return ()
        behind = tokens(self.article.text, at, denial.of[0])[1:]
        return () if any(_tells_more(behind, n) for n in range(len(behind))) else (key,)

    def _goes_on_from(self, denial: Denial, told: Deniable) -> bool:
        """Whether the article itself tells an event behind a denial: "denies backing rebels, *who hold Goma*"."""
        at = self.told_at.get(told.id, -1)
        is_behind = told.sentence == denial.sentence and at > denial.verb[0]
        is_beyond = denial.of[0] < denial.of[1] <= at and self._sets_against(denial)
        return is_behind and (told.status == "asserted" or is_beyond) and not denial.hangs

    def _sets_against(self, denial: Denial) -> bool:
        """Whether what is denied ends before what speaks against it: "…, *despite* records that show jets leaving"."""
        return _AGAINST(self.article.text, denial.of[1]) is not None

    def _retold(self, denial: Denial, ids: Sequence[str], held: Mapping[str, Event]) -> list[str]:
        """What the words of a denial tell again of what it denies: the same is no event of its own."""
        inside = [key for key in ids if self._is_told_by(denial, key)]
        before = [held[key] for key in ids if key not in inside]
        return [
            key
            for key in inside
            if any(
                event.kind == held[key].kind
                and all(
                    any(self._is_one_place(end, other) for other in self._places_of(event))
                    for end in self._places_of(held[key], via=False)
                )
                for event in before
            )
        ]

    @staticmethod
    def _places_of(event: Event, *, via: bool = True) -> list[str]:
        """Each end and place of an event, and what it passes if asked."""
        ends = [getattr(part, name, None) for part in event.parts for name in ("from_", "to", "place")]
        ends += [*event.also_from, *event.also_to, *event.also_place]
        passed = [stop for part in event.parts for stop in part.via] if via else []
        return [end for end in (*ends, *passed) if isinstance(end, str)]

    def _is_one_place(self, one: str, other: str) -> bool:
        """Whether two ends may be one: the same, or a state and what lies in it."""
        if one == other:
            return True
        sorts = [self.cast.places[key].kind if key in self.cast.places else "country" for key in (one, other)]
        return "country" in sorts and bool(self._marks([one]) & self._marks([other]))

    def _may_be_one(self, event: Event, other: Event) -> bool:
        """Whether no end of an event is another than the same end of another."""
        if event is other:
            return True
        for name in ("from_", "to", "place"):
            mine, theirs = (
                [
                    *(end for part in each.parts if isinstance(end := getattr(part, name, None), str)),
                    *getattr(each, f"also_{name.rstrip('_')}", ()),
                ]
                for each in (event, other)
            )
            if mine and theirs and not any(self._is_one_place(a, b) for a in mine for b in theirs):
                return False
        return True

    @staticmethod
    def _says_it_was_not(event: Event) -> bool:
        """Whether somebody says that a thing was not so; that it will not be contradicts nothing."""
        kinds = {operator.kind for part in event.parts for operator in part.operators}
        return kinds == {"denied", "reported"} and any(part.says for part in event.parts)

    def _deniable(self, event: Event) -> Deniable:
        sentence = self.article.sentence_at(event.evidence[0].at[0])
        statuses = [part.status for part in event.drawn if part.status is not None]
        parties = {p for part in event.parts for p in self._parties(part)}
        says = {statement.who for part in event.parts for statement in part.says}
        return Deniable(
            id=event.id,
            kind=event.kind,
            sentence=0 if sentence is None else sentence.n,
            status=statuses[0] if statuses else "asserted",
            words=self.words_of.get(event.id, frozenset()),
            parties=frozenset(self._marks(parties)),
            sources=frozenset(self._marks(says)),
            nearby=content_words(self._text((sentence.start, sentence.end))) if sentence else frozenset(),
            around=self.cast.states_in((sentence.start, sentence.end)) if sentence else frozenset(),
            places=frozenset(self._places_of(event, via=False)),
            is_doubled=any(is_doubled(operator.kind for operator in part.operators) for part in event.parts),
        )

    @staticmethod
    def _parties(part: Event | Leg) -> list[str]:
        names = ("from_", "to", "mover", "actor", "agent", "place")
        parties = [value for name in names if isinstance(value := getattr(part, name, None), str)]
        others = (getattr(part, f"also_{name}", ()) for name in ("from", "to", "place"))
        return [*parties, *chain.from_iterable(others)]

    def _marks(self, keys: Iterable[str]) -> set[str]:
        """What parties are known by when they are compared: their id, and the state that they belong to."""
        marks: set[str] = set()
        for key in keys:
            marks.add(key)
            if key in self.cast.actors and self.cast.actors[key].state:
                marks.add(str(self.cast.actors[key].state))
            if key in self.cast.places and len(self.cast.places[key].countries) == 1:
                marks.add(self.cast.places[key].countries[0])
        return marks

    def _is_of_an_event(self, denial: Denial) -> bool:
        """Whether what is denied is such a thing as a story tells: it names a place, or who moved what."""
        return tells_of_an_event(denial.words) and self.cast.toponym_in(denial.of) is not None

    def _denial(self, denial: Denial, who: str) -> Event:
        return model.Event(
            id=f"d{denial.at[0]}-{denial.of[0]}-{who}",
            kind="denial",
            actor=who,
            status="asserted",
            evidence=(Evidence(self._text(denial.at), denial.at),),
            rule="denial",
        )

    def _text(self, span: Span) -> str:
        return self.article.text[span[0] : span[1]]


def _tells_more(run: Sequence[Token], n: int) -> bool:
    """Whether a word of a sentence is a verb that tells something, and no word of saying."""
    low = run[n].low
    tags = verb_tags(low)
    if run[n].text[0].isupper() or low in AUXILIARIES or low in saying_forms():
        return False
    if "VBG" in tags or ("VB" in tags and n > 0 and run[n - 1].low == "to"):
        return True
    return bool(tags & {"VBD", "VBN"}) and "NOUN" not in lemmas(low)


def _told_in(deniable: Sequence[Deniable], first: int, last: int, held: Mapping[str, Event]) -> list[Deniable]:
    """What is told in some sentences, the last one with them, and is still an event of its own."""
    begins = bisect_left(deniable, first, key=lambda one: one.sentence)
    ends = bisect_left(deniable, last + 1, key=lambda one: one.sentence)
    return [one for one in deniable[begins:ends] if one.id in held]
