"""From what a reader finds in the sentences to the story: parties, certainty, sources, amounts, times."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from dateline.reading.cast import Cast
from dateline.reading.hedging.certainty import certainties
from dateline.reading.hedging.status import weakest
from dateline.reading.links import Links, sentence_of
from dateline.reading.text.classes import classes_of
from dateline.reading.text.content import content_words
from dateline.reading.things.reference import references
from dateline.reading.values import Values
from dateline.story import model
from dateline.story.model import Evidence, Statement
from dateline.story.steps import steps

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dateline.reading.events.find import Find, Stretch
    from dateline.reading.hedging.certainty import Certainties
    from dateline.reading.hedging.status import Certainty, Said
    from dateline.reading.places.toponym import Toponym
    from dateline.reading.text.article import Article
    from dateline.reading.things.reference import References
    from dateline.story.model import Event, Leg, Span, Story

__all__ = ["assemble"]


def assemble(
    article: Article,
    finds: Sequence[Find],
    /,
    *,
    mentions: Sequence[Toponym],
    hedged: Certainties | None = None,
    known: References | None = None,
) -> Story:
    """
    Make the story of what a reader found.

    Parameters
    ----------
    article
        The article.
    finds
        What its sentences tell, in order.
    mentions
        Its place names.
    hedged
        What `dateline.reading.hedging.certainty.certainties` gives of it, where it is at hand.
    known
        The same of `dateline.reading.things.reference.references`.

    Returns
    -------
    story
        An event for each find that the text does not call contrary to fact, with its certainty, sources, amount and
        time; each denial stands with the events that it is of, or as an event of its own.
    """
    hedged = certainties(article) if hedged is None else hedged
    if known is None:
        known = references(article.text, hedged.runs, toponyms=mentions, quoted=hedged.quoted)
    cast = Cast(article, mentions, known)
    maker = _Maker(article, cast, hedged, Values(article, hedged))
    events = [event for find in _told_once(finds) if (event := maker.event(find)) is not None]
    events = maker.with_other_ways(maker.with_contested(events))
    events = Links(article, cast, hedged, maker.words_of, maker.told_at).with_denials(events)
    names = {event.id: f"e{n}" for n, event in enumerate(events, 1)}
    named = tuple(_named(event, names) for event in events)
    story = model.Story(
        article=cast.about(),
        mentions=cast.mentions(),
        places=cast.places,
        actors=cast.actors,
        events=named,
        text=article.text,
    )
    return replace(story, steps=steps(story))


def _told_once(finds: Sequence[Find]) -> Iterator[Find]:
    """What one verb tells once: where a reader finds goods that pass on, their way is no journey beside."""
    passing: dict[Span, set[Span]] = {}
    for find in finds:
        if find.kind == "flow" and find.rule not in _BY_CARRIER:
            passing.setdefault(find.trigger, set()).update(
                *(find.roles.get(role, ()) for role in ("from", "to", "via"))
            )
    for find in finds:
        if find.kind != "route" or not find.legs or not all(
            leg.trigger in passing and not passing[leg.trigger].isdisjoint({leg.from_, leg.to, *leg.via})
            for leg in find.legs
        ):  # fmt: skip
            yield find  # "sent 90 nurses to Chad and *40 tents to Mali*": the nurses' way stays


def _chained(legs: tuple[Leg, ...]) -> tuple[Leg, ...]:
    """Put legs end to end: one that only passes a place goes on to where the next one ends, if both are as certain."""
    made: list[Leg] = []
    for leg in legs:
        before = made[-1] if made else None
        if before is None or leg.alternative_of is not None:
            made.append(leg)
        elif before.to is None and leg.from_ is None and before.status == leg.status and leg.to != before.from_:
            seen = {operator.at for operator in before.operators}
            made[-1] = replace(
                before,
                via=(*before.via, *leg.via),
                to=leg.to,
                when=before.when or leg.when,
                operators=(*before.operators, *(one for one in leg.operators if one.at not in seen)),
            )
        elif before.status in _NOT_THERE and leg.status not in _NOT_THERE:
            made.append(leg)  # "failed to reach Malta and was towed to Sfax", "bound for Malta, was diverted to Sfax"
        elif before.to is not None and leg.from_ is None and before.to != leg.to:
            made.append(replace(leg, from_=before.to))
        else:
            made.append(leg)
    return tuple(made)


def _named(event: Event, names: Mapping[str, str]) -> Event:
    """Give an event and its legs the ids that the story has for them."""
    key = names[event.id]
    ways = {leg.id: f"{key}{_letters(n)}" for n, leg in enumerate(event.legs)}
    return replace(
        event,
        id=key,
        about=tuple(names.get(one, one) for one in event.about),
        legs=tuple(
            replace(leg, id=ways[leg.id], alternative_of=ways.get(leg.alternative_of or "")) for leg in event.legs
        ),
    )


def _letters(n: int) -> str:
    return chr(97 + n) if n < 26 else f"{chr(96 + n // 26)}{chr(97 + n % 26)}"


_NOT_THERE: Final = frozenset(("denied", "planned", "possible"))
_BY_CARRIER: Final = frozenset(("carried", "transfer.cargo"))  # flows that are told beside their carrier's route
_STATES_GIVE: Final = re.compile(r"\b(?:assistance|support|backing)$")  # "military assistance *from Moscow*"
_POINTERS: Final = frozenset("it its they them their theirs he his him she her hers which who that this these".split())
_PERSONAL: Final = frozenset("they them he him she her".split())
_SPEAKS: Final = frozenset(("i", "me", "my", "myself"))


@dataclass(slots=True)
class _Maker:
    """The article at hand, read once: hedges, amounts and times of each sentence."""

    article: Article
    cast: Cast
    certainties: Certainties
    values: Values
    words_of: dict[str, frozenset[str]] = field(default_factory=dict)
    told_at: dict[str, int] = field(default_factory=dict)
    certain: dict[tuple[Span, bool | None], Certainty] = field(default_factory=dict)

    # -------------------------------------------------------------------------------------------------- events

    def event(self, find: Find) -> Event | None:
        key = f"f{find.trigger[0]}-{len(self.words_of)}"
        self.told_at[key] = find.trigger[0]
        certainty = self._certainty(find.trigger, is_noun=find.is_noun)
        legs = tuple(
            leg for n, stretch in enumerate(find.legs) if (leg := self._leg(stretch, f"{key}.{n}", find)) is not None
        )
        legs = _chained(legs)
        if certainty.is_counterfactual or (find.kind == "route" and not legs):
            return None
        between = find.kind == "flow"
        if find.is_noun and (speaker := self._speaker_around(find.trigger)) is not None:
            find = replace(find, roles={**find.roles, "mover": (speaker,)} if find.legs else find.roles)
        if find.kind == "claim" and find.is_noun:  # "rejects *Venezuela's claim*": which it lays none the less
            certainty = _without(certainty, kind="denied")
        if find.kind == "presence":  # "*awaits* trial in Lima": which is to be, while they are there
            certainty = _without(certainty, at=find.trigger[0])
        amount = self.values.amount(
            find, tuple(span for role in ("goods", "mover", "actor") for span in find.roles.get(role, ()))
        )
        goods = self.values.goods(find.roles.get("goods", ()), find)
        acts = find.roles.get("acts", ())
        if between and goods and _STATES_GIVE.search(self._text((goods[0][0], goods[-1][1]))):
            acts = (*acts, *find.roles.get("from", ()))
        ends = {
            role: self._end(find.roles.get(role, ()), between_states=between and role != "place", acts=acts)
            for role in ("from", "to", "place")
        }
        doers = {role: self._doer(find.roles.get(role, ()), certainty) for role in ("agent", "mover", "actor")}
        if self._is_place_by_pronoun(find.roles.get("mover", ())):
            doers["mover"] = None  # "they drove it to Lima": no town
        actors = find.roles.get("actor", ())
        is_it = bool(actors) and self._text(actors[0]).lower() == "it"
        if find.kind == "presence" and is_it and self._is_place_by_pronoun(actors):
            doers["actor"] = None  # "it appeared off Malta": no country
        self.words_of[key] = content_words(
            " ".join(self._text(span) for role in ("mover", "actor") for span in find.roles.get(role, ()))
            + " ".join(f" {self._text(span)}" for span in goods)
            + f" {self._text(find.trigger)} "
            + " ".join(self.cast.actors[doer].name for doer in doers.values() if doer in self.cast.actors)
            + " "
            + " ".join(self._text(stretch.trigger) for stretch in find.legs)
        )
        return model.Event(
            id=key,
            kind=find.kind,
            thread=self._thread(find, goods, doers["mover"] or doers["actor"]),
            from_=ends["from"],
            to=ends["to"],
            also_from=self._others("from", find, ends["from"], acts=acts) if between else (),
            also_to=self._others("to", find, ends["to"], acts=acts) if between else (),
            via=tuple(v for span in find.roles.get("via", ()) if (v := self.cast.end(span)) is not None),
            goods=self.article.words((goods[0][0], goods[-1][1])) if goods else None,
            agent=doers["agent"],
            mover=doers["mover"],
            legs=legs,
            actor=doers["actor"],
            place=ends["place"],
            also_place=self._also_at(find.roles.get("place", ()), ends["place"]),
            about=tuple(v for span in find.roles.get("about", ()) if (v := self.cast.end(span)) is not None),
            claim=find.claim,
            quantity=amount,
            when=None if legs else self.values.when(find.trigger, certainty, is_noun=find.is_noun),
            status=None if find.kind == "route" else certainty.status,
            operators=() if find.kind == "route" else certainty.operators,
            says=() if legs else self._says(certainty.says),
            evidence=(Evidence(self._text(find.evidence), find.evidence),),
            basis=find.basis,
            rule=find.rule,
        )

    def _certainty(self, trigger: Span, *, is_noun: bool | None) -> Certainty:
        """How certain the thing is that a word tells of; asked for a route, and for its legs again."""
        key = trigger, is_noun
        if key not in self.certain:
            self.certain[key] = self.certainties.at(*trigger, is_noun=is_noun)
        return self.certain[key]

    def _leg(self, stretch: Stretch, key: str, find: Find) -> Leg | None:
        certainty = self._certainty(stretch.trigger, is_noun=stretch.is_noun)
        start = None if stretch.from_ is None else self.cast.end(stretch.from_, is_where=True)
        end = None if stretch.to is None else self.cast.end(stretch.to, is_where=True)
        via = tuple(v for span in stretch.via if (v := self.cast.end(span, is_where=True)) is not None)
        if start == end:
            end = None  # "from Bari to its schools": where it goes lies in where it begins
        if certainty.is_counterfactual or not (start or end or via):
            return None
        before = f"{key.rpartition('.')[0]}.{int(key.rpartition('.')[2]) - 1}"
        return model.Leg(
            id=key,
            status=certainty.status,
            from_=start,
            to=end,
            via=via,
            alternative_of=before if stretch.is_alternative else None,
            when=self.values.when(stretch.trigger, certainty, is_noun=stretch.is_noun, goal=stretch.to),
            operators=certainty.operators,
            says=self._says(certainty.says),
            evidence=(Evidence(self._text(find.evidence), find.evidence),),
            basis=stretch.basis if stretch.basis != find.basis else None,
        )

    def _speaker_around(self, trigger: Span) -> Span | None:
        """Whoever speaks, where a noun hangs on the saying: "…, the envoy said during a visit to Kenya"."""
        sentence = self.article.sentence_at(trigger[0])
        for piece in () if sentence is None else self.certainties.pieces(sentence.n):
            n = piece.line.at(trigger[0])
            for hedge in piece.found:
                if hedge.who and hedge.end <= n < hedge.words[1] and not any(a <= n < b for a, b in hedge.reach):
                    return piece.span(*hedge.who[0])
        return None

    def _text(self, span: Span) -> str:
        return self.article.text[span[0] : span[1]]

    def _end(self, spans: tuple[Span, ...], *, between_states: bool, acts: tuple[Span, ...] = ()) -> str | None:
        if not spans:
            return None
        end = self.cast.end(spans[0], between_states=between_states, acts=spans[0] in acts, is_where=not between_states)
        return self._party(spans) if end is None and between_states else end  # goods pass to firms and clubs, too

    def _others(self, role: str, find: Find, first: str | None, *, acts: tuple[Span, ...]) -> tuple[str, ...]:
        """The other ends of a flow that its words name: "to Mali *and Niger*"."""
        if first is None:
            return ()
        ends = [self._end((span,), between_states=True, acts=acts) for span in find.roles[role][1:]]
        return tuple(dict.fromkeys(end for end in ends if end not in {None, first}))

    def _also_at(self, spans: tuple[Span, ...], first: str | None) -> tuple[str, ...]:
        """The other places of a stay: "stationed in Mali *and Niger*"."""
        if first is None:
            return ()
        ends = (self._end((span,), between_states=False) for span in spans[1:])
        return tuple(dict.fromkeys(end for end in ends if end is not None and end != first))

    def _is_place_by_pronoun(self, spans: tuple[Span, ...]) -> bool:
        """Whether "it" would be a place, where something that moves is meant."""
        return bool(spans) and self._text(spans[0]).lower() in _POINTERS and self.cast.means_place(spans[0])

    def _party(self, spans: tuple[Span, ...]) -> str | None:
        if not spans or (self._text(spans[0]).lower() in _POINTERS and not self.cast.is_known(spans[0])):
            return None  # "it", of which nobody knows what it means, is no party
        return self.cast.party(spans[0])

    def _doer(self, spans: tuple[Span, ...], certainty: Certainty) -> str | None:
        """Who does it: "I" is whoever speaks, and people of whom nobody says who they are stay "she" or "they"."""
        said = self._text(spans[0]).lower() if spans else ""
        if said in _SPEAKS and certainty.says:
            return self.cast.party(certainty.says[-1].who)
        if said in _PERSONAL and not self.cast.is_known(spans[0]):
            return self.cast.party(spans[0])
        return self._party(spans)

    def _thread(self, find: Find, goods: tuple[Span, ...], doer: str | None) -> str | None:
        """What an event's colour on the map goes by: its goods, or who moves."""
        if goods:
            return _line_of_goods(self.article.words((goods[0][0], goods[-1][1])) or "")
        if doer is not None:
            return doer
        movers = find.roles.get("mover", ()) or find.roles.get("actor", ())
        return self.cast.party(movers[0]) if movers and not self._is_place_by_pronoun(movers) else None

    def _says(self, said: tuple[Said, ...]) -> tuple[Statement, ...]:
        made: dict[str, Statement] = {}
        for one in said:
            if len(said) > 1 and self._text(one.who).lower() in _POINTERS and not self.cast.is_known(one.who):
                continue  # "the navy said …, which *it* said": it is told who says so
            who = self.cast.party(one.who)
            made.setdefault(who, Statement(who=who, quote=self._text(one.at), at=one.at))
        return tuple(made.values())

    # ------------------------------------------------------------------------------------- claims, other ways

    def with_contested(self, events: list[Event]) -> list[Event]:
        """Claims that are contested without being named those told just before."""
        made: list[Event] = []
        for event in events:
            if event.kind == "claim" and event.claim == "contests" and not event.about:
                here = sentence_of(self.article, event)
                near = [
                    e.id
                    for e in made
                    if e.kind == "claim" and e.actor != event.actor and here - sentence_of(self.article, e) <= 2
                ]
                if near:
                    made.append(replace(event, about=tuple(near)))
                continue
            made.append(event)
        return made

    def with_other_ways(self, events: list[Event]) -> list[Event]:
        """A strait that a mover might take is another way for the leg told before, where the text gives it no ends."""
        made: list[Event] = []
        for event in events:
            before = next((e for e in reversed(made) if e.kind == "route" and e.mover == event.mover), None)
            leg = event.legs[0] if event.kind == "route" and len(event.legs) == 1 else None
            if (
                before is None
                or leg is None
                or event.mover is None
                or leg.status not in {"possible", "unconfirmed"}
                or leg.from_ is not None
                or leg.to is not None
                or sentence_of(self.article, event) - sentence_of(self.article, before) > 2
            ):
                made.append(event)
                continue
            other = next((one for one in reversed(before.legs) if one.alternative_of is None), before.legs[-1])
            way = replace(leg, from_=other.from_, to=other.to, alternative_of=other.id, basis="inferred")
            made[made.index(before)] = replace(before, legs=(*before.legs, way))
            self.words_of[before.id] |= self.words_of.get(event.id, frozenset())
        return made


def _without(certainty: Certainty, *, kind: str = "", at: int = -1) -> Certainty:
    """A certainty without the operators of a kind, or without the one that begins at some offset."""
    kept = tuple(one for one in certainty.operators if one.kind != kind and one.at[0] != at)
    return replace(certainty, status=weakest([one.kind for one in kept]), operators=kept)


def _line_of_goods(goods: str) -> str | None:
    """
    What a story line of goods goes by: arms of any sort are one line, other goods go by their last word.

    Examples
    --------
    >>> _line_of_goods("rockets and missiles"), _line_of_goods("humanitarian aid"), _line_of_goods("$3 million")
    ('arms', 'aid', 'million')
    """
    words = [word for token in goods.lower().split() if (word := token.strip(",.;:'\"’“”()")).isalpha()]
    if any("arms" in classes_of(word) for word in words):
        return "arms"
    return words[-1] if words else None
