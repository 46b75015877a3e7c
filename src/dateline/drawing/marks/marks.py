"""The one record of each mark: map, table, legend, ledger, time strip and data block are made from it alone."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal

from dateline.drawing.marks.names import Namer
from dateline.drawing.style.encodings import LINE_PX, STROKES, THREAD_COLOURS, width_px
from dateline.drawing.style.words import Saying
from dateline.story.waters import is_by_sea

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.drawing.geometry.shapes import Ours, Shape, Shapes, Surface
    from dateline.drawing.style.words import Words
    from dateline.story.model import (
        Event,
        Evidence,
        Kind,
        Leg,
        OpenEnd,
        Operator,
        Precision,
        Span,
        Statement,
        Status,
        Step,
        Story,
    )

__all__ = ["Claim", "Lane", "Mark", "Silence", "marks", "shown_in", "thread_numbers", "widths"]

Stance = Literal["states", "says", "denies", "declines", "claims", "contests"]
Silence = Literal["port", "route", "date", "amount", "recipient"]
Lane = Literal["dated", "relative", "open"]

_HARBOURLESS: Final = frozenset({"country", "region"})


@dataclass(frozen=True, slots=True)
class Claim:
    """
    Who takes which stand on a mark, in which words.

    Attributes
    ----------
    who
        Id of an actor or place; "article" for the article's own voice, "editor" for an editor's own mark.
    called
        What the words call that party: "Moscow" where they say so.
    said
        What is claimed, where it stands apart from the words that say who claims it.
    quote, at
        The words that say so, and their span; None for an editor's own.
    party
        The party's own name.
    """

    stance: Stance
    who: str
    called: str
    quote: str
    at: Span | None
    said: tuple[Evidence, ...] = ()
    party: str | None = None

    @property
    def name(self) -> str:
        """What the words call the party, and its own name where it is another."""
        return self.called if self.party in (None, self.called) else f"{self.called} ({self.party})"


@dataclass(frozen=True, slots=True)
class Mark:
    """
    One event, or one leg of a route.

    Attributes
    ----------
    what
        In a line, in the text's own names.
    start, end
        Keys of the map's nodes.
    from_, to, via
        Ids of the story's places and actors.
    unit, value, high
        Of its amount; None where the text has none.
    amount
        Its amount in words, hedged ones in brackets; None where the text has none.
    when, when_start, when_end, when_open, lane
        The time's words, its ISO dates, which end the text leaves open, and where in the strip of time it stands.
    ours
        What the text does not give: shape, ends, near, whole.
    silences
        What the text leaves open.
    why_not
        Why it is not on the map; None when it is.
    by_sea
        Whether it is a leg that keeps to the water.
    """

    id: str
    event: str
    leg: str | None
    kind: Kind
    status: Status
    what: str
    thread: str | None
    precision: Precision
    start: str | None
    end: str | None
    from_: str | None
    to: str | None
    via: tuple[str, ...]
    unit: str | None
    value: float | None
    high: float | None
    amount: str | None
    when: str | None
    when_start: str | None
    when_end: str | None
    when_open: OpenEnd | None
    lane: Lane
    claims: tuple[Claim, ...]
    evidence: tuple[Evidence, ...]
    operators: tuple[Operator, ...]
    ours: tuple[Ours, ...]
    surface: Surface | None
    silences: tuple[Silence, ...]
    why_not: str | None
    note: str | None
    by_sea: bool
    passages: tuple[str, ...]
    length_km: float | None

    @property
    def drawn(self) -> bool:
        """Whether it is on the map."""
        return self.why_not is None

    def told_in(self, step: Step) -> bool:
        """Whether a step tells of it: a route's id stands for its legs."""
        return self.id in step.show or self.event in step.show

    @property
    def amount_beside(self) -> str | None:
        """The amount, where what the mark is called does not hold it already ("over 65 missiles used in Chad")."""
        words = (self.amount or "").translate({ord(bracket): None for bracket in "[]"}).casefold()
        return None if words in self.what.casefold() else self.amount

    @property
    def badge(self) -> str | None:
        """The kind of its own badge, without that of a denial by a party."""
        return self.status if STROKES[self.status].badge else None

    @property
    def open_end(self) -> Literal["from", "to", ""]:
        """Which end of a flow or leg that is drawn at one place the text leaves open."""
        if self.kind not in {"flow", "route"} or self.end not in {None, self.start}:
            return ""
        return "from" if self.to and not self.from_ else "to"

    def stand(self, *stances: Stance) -> tuple[Claim, ...]:
        """Return the claims of these stances."""
        return tuple(claim for claim in self.claims if claim.stance in stances)

    def spans(self) -> tuple[Span, ...]:
        """Return the spans of all words that its ledger shows, in the order of the text, overlapping ones joined."""
        found = {evidence.at for evidence in self.evidence}
        found |= {claim.at for claim in self.claims if claim.at is not None}
        found |= {evidence.at for claim in self.claims for evidence in claim.said}
        joined: list[Span] = []
        for start, end in sorted(found):
            if joined and start < joined[-1][1]:
                joined[-1] = joined[-1][0], max(end, joined[-1][1])
            else:
                joined.append((start, end))
        return tuple(joined)


def marks(story: Story, drawn: Shapes, words: Words, /) -> tuple[Mark, ...]:
    """
    Make the record of every event and leg that is not rejected, in the order of the story.

    Examples
    --------
    >>> from dateline.drawing.geometry.shapes import shapes
    >>> from dateline.drawing.style.words import words
    >>> from dateline.story.model import Article, Event, Story
    >>> story = Story(article=Article(), events=(Event(id="e1", kind="flow", goods="grain", status="asserted"),))
    >>> [(mark.what, mark.why_not) for mark in marks(story, shapes(story), words("en"))]
    [('grain', 'the text names no place for it')]
    """
    maker = _Maker(story, words)
    events = {event.id: event for event in story.events}
    return tuple(maker.mark(events[shape.event], shape) for shape in drawn.marks.values())


def widths(made: Iterable[Mark], /) -> dict[str, float]:
    """Return the width in px of each mark: equal, but for marks that share a unit."""
    drawn = [mark for mark in made if mark.drawn]
    shared = Counter(mark.unit for mark in drawn if mark.unit is not None and mark.value is not None)
    largest = {
        unit: max(mark.value for mark in drawn if mark.unit == unit and mark.value is not None)
        for unit, count in shared.items()
        if count > 1
    }
    return {
        mark.id: round(width_px(mark.value, largest[mark.unit]), 2)
        if mark.unit in largest and mark.value is not None
        else LINE_PX
        for mark in drawn
    }


def shown_in(step: Step, made: Iterable[Mark], /) -> list[str]:
    """Return the marks on the map that a step shows."""
    return [mark.id for mark in made if mark.drawn and mark.told_in(step)]


def thread_numbers(made: Iterable[Mark], /) -> dict[str | None, int]:
    """Number the story lines in order of appearance; those beyond the last colour share it."""
    order = dict.fromkeys(mark.thread for mark in made if mark.drawn)
    return {thread: min(n, len(THREAD_COLOURS) - 1) for n, thread in enumerate(order)}


class _Maker:
    """Makes the records of one story."""

    def __init__(self, story: Story, words: Words) -> None:
        self.story = story
        self.words = words
        self.names = Namer(story)
        self.denials = [event for event in story.events if event.kind == "denial" and event.review != "rejected"]
        self.rivals = [event for event in story.events if event.kind == "claim" and event.review != "rejected"]

    def mark(self, event: Event, shape: Shape) -> Mark:
        """Join what the story says of a mark with how it is drawn."""
        pairs = event.apart
        event = pairs[shape.pair]
        leg = next((leg for leg in event.legs if leg.id == shape.leg), None)
        part = leg or event
        quantity = part.quantity or event.quantity
        if quantity is not None and self.names.is_count_of(quantity, event.mover or event.actor):
            quantity = None
        when = part.when or event.when
        evidence = part.evidence or event.evidence
        start, end = (leg.from_, leg.to) if leg else (event.from_, event.to)
        whole = not evidence
        amount = self.names.amount(quantity, self.words) if quantity else None
        if quantity and amount and len(pairs) > 1:  # how much of it each end gets, nobody says
            amount = self.words("in_all", amount=amount)
            event = replace(event, goods=event.goods and self.names.uncounted(event.goods, quantity))
        return Mark(
            id=shape.mark,
            event=event.id,
            leg=shape.leg,
            kind=event.kind,
            status=shape.status,
            what=self.names.what(event, leg, self.words),
            thread=event.thread,
            precision=shape.precision,
            start=shape.start,
            end=shape.end,
            from_=start or (event.place if event.kind in {"use", "presence"} else None),
            to=end,
            via=leg.via if leg else event.via,
            unit=quantity.unit if quantity else None,
            value=quantity.value if quantity else None,
            high=quantity.high if quantity else None,
            amount=amount,
            when=when.text if when else None,
            when_start=(when.start or when.end) if when else None,
            when_end=when.end if when else None,
            when_open=when.open if when else None,
            lane="open" if when is None else "dated" if when.start or when.end else "relative",
            claims=self.claims(event, leg, evidence),
            evidence=evidence,
            operators=(*part.operators, *(event.operators if leg else ())),
            ours=(*shape.ours, "whole") if whole else shape.ours,
            surface=shape.surface,
            silences=tuple(self.silences(event, leg, shape)),
            why_not=self.words.say(shape.why_not or (Saying("why.undrawn") if shape.geometry is None else None)),
            note=self.words.say(shape.note),
            by_sea=leg is not None and is_by_sea(self.story, event, leg),
            passages=shape.passages,
            length_km=shape.length_km,
        )

    def claims(self, event: Event, leg: Leg | None, evidence: tuple[Evidence, ...]) -> tuple[Claim, ...]:
        """Say who takes which stand, the affirming first."""
        part = leg or event
        says = part.says or event.says
        denies = part.denies or event.denies
        status = part.status or "asserted"
        rows: list[Claim] = []
        if event.kind == "claim":
            rows += self.sides(event)
        stance: Stance = "declines" if status == "unconfirmed" else "says"
        rows += [self.stated(stance, one, evidence) for one in says if event.kind != "claim"]
        if not rows:
            rows += [Claim("states", "article", self.words("the_article"), one.quote, one.at) for one in evidence]
        if not rows:
            rows.append(Claim("states", "editor", self.words("editor"), "", None))
        rows += [self.stated("denies", one, ()) for one in denies]
        told = {claim.who for claim in rows if claim.stance == "denies"}
        for denial in self.denials:
            if denial.actor and denial.actor not in told and {event.id, part.id} & set(denial.of):
                name = self.names.speaker(denial.actor, tuple(one.at for one in denial.evidence))
                own = self.names.party(denial.actor)
                rows += [Claim("denies", denial.actor, name, one.quote, one.at, (), own) for one in denial.evidence[:1]]
        return tuple(rows)

    def stated(self, stance: Stance, one: Statement, evidence: tuple[Evidence, ...]) -> Claim:
        """Give a statement as a claim; what was said goes along when the words of saying do not hold it."""
        said = tuple(e for e in evidence if not (one.at[0] <= e.at[0] and e.at[1] <= one.at[1]))
        called = self.names.speaker(one.who, (one.at,))
        return Claim(stance, one.who, called, one.quote, one.at, said, self.names.party(one.who))

    def sides(self, event: Event) -> list[Claim]:
        """Return who claims and who contests, for a claim and those that stand against it or beside it."""
        linked = {event.id, *event.about}
        rows = []
        for other in self.rivals:
            same_place = set(event.about) & set(other.about) & set(self.story.places)
            if (
                other is event
                or other.id in event.about
                or linked & {*other.about} - set(self.story.places)
                or same_place
            ):
                contests = other.claim == "contests" or any(key not in self.story.places for key in other.about)
                rows += self.side(other, contests=contests)
        return rows

    def side(self, event: Event, *, contests: bool) -> list[Claim]:
        """Return one side of a claim."""
        stance: Stance = "contests" if contests else "claims"
        who = event.actor or (event.says[0].who if event.says else None)
        rows = []
        for one in event.evidence:
            name = self.names.speaker(who, (one.at,)) if who else self.words("the_article")
            rows.append(Claim(stance, who or "article", name, one.quote, one.at, (), self.names.party(who)))
        return rows

    def silences(self, event: Event, leg: Leg | None, shape: Shape) -> Iterable[Silence]:
        """List what the text leaves open about a mark that is drawn."""
        part = leg or event
        if leg is not None and leg.alternative_of is None:
            ends = [self.story.places.get(key or "") for key in (leg.from_, leg.to)]
            if is_by_sea(self.story, event, leg) and any(end and end.precision in _HARBOURLESS for end in ends):
                yield "port"
            if shape.unsaid is not None or leg.from_ is None or leg.to is None:
                yield "route"
        if event.kind == "flow":
            if event.to is None:
                yield "recipient"
            if event.from_ is None:
                yield "route"
            if event.quantity is None:
                yield "amount"
        if (part.when or event.when) is None and event.kind != "claim":
            yield "date"
