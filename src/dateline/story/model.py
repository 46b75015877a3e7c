"""
The story document: what the article says, who says so, and how certain it is.

These records are the contract between reading and drawing (schema ``dateline/story@1``). They are plain and frozen:
`dateline.story.file` checks a document once, at the border; past it the types are true and nothing checks again.
A trailing underscore marks a field whose name in the file is a Python keyword (``from_`` is ``from`` in the file).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import product
from typing import Any, ClassVar, Final

from dateline.story.measure import GoesBy, Measure, Measured, MeasureKind, Method
from dateline.story.words import (
    BORDER,
    STATUSES,
    WEAKEST_FIRST,
    Basis,
    Bound,
    Evidence,
    Kind,
    OpenEnd,
    Operator,
    Precision,
    Quantity,
    Review,
    Sense,
    Span,
    Statement,
    Status,
    When,
)

__all__ = [
    "SCHEMA",
    "STATUSES",
    "WEAKEST_FIRST",
    "Actor",
    "Article",
    "Basis",
    "Bound",
    "Candidate",
    "Correction",
    "Event",
    "Evidence",
    "GoesBy",
    "Kind",
    "Leg",
    "Measure",
    "MeasureKind",
    "Measured",
    "Mention",
    "Method",
    "OpenEnd",
    "Operator",
    "Place",
    "Precision",
    "Quantity",
    "Review",
    "Sense",
    "Span",
    "Statement",
    "Status",
    "Step",
    "Story",
    "When",
]

SCHEMA: Final = "dateline/story@1"


@dataclass(frozen=True, slots=True)
class Article:
    """
    What is known of the article itself.

    Attributes
    ----------
    title, author, publisher
        As the text gives them; None where it does not.
    published
        ISO date, or None: then relative times stay words.
    dateline
        The id of the place where the report was filed.
    language
        The language that the text was read in.
    file
        The text's file, relative to the story file.
    sha256
        Of the text's UTF-8 bytes.
    sentences
        Spans of the sentences of the body, in order; page chrome is in none. Empty when the document does not carry
        them: `dateline.load` fills them in.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = BORDER
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    published: str | None = None
    dateline: str | None = None
    language: str = "en"
    file: str | None = None
    sha256: str | None = None
    sentences: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """
    Where something is.

    Attributes
    ----------
    name
        As the atlas, or the editor, calls it.
    kind
        The gazetteer's kind: country, region, county, city, sea, strait, island, river, venue ….
    atlas
        Id in the atlas, or None for a place that only the story knows.
    lon, lat
        Degrees; the anchor where marks end. None when the place has no position.
    countries
        ISO 3166 two-letter codes.
    precision
        How exact the position is; drawn as the softness of the node.
    disputed
        A neutral note of one line, for a place that states dispute.
    review
        ``added`` when an editor gave the place, ``edited`` when one moved or renamed it.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = BORDER
    name: str
    kind: str
    atlas: int | None = None
    lon: float | None = None
    lat: float | None = None
    countries: tuple[str, ...] = ()
    precision: Precision = "point"
    disputed: str | None = None
    review: Review = "auto"


@dataclass(frozen=True, slots=True)
class Actor:
    """
    Who does, says or denies.

    Attributes
    ----------
    name
        As the text calls them.
    kind
        person, government, group, vessels, aircraft, storm … in the text's own terms.
    state
        ISO 3166 two-letter code of the state they belong to or act for.
    role
        What a person is ("Chief of Defence").
    count
        How many they are, when the text says so.
    at
        The span of the words that name them first.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = BORDER
    name: str
    kind: str
    state: str | None = None
    role: str | None = None
    count: int | None = None
    at: Span | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """
    One place that a mention may mean.

    Attributes
    ----------
    atlas
        Its id in the atlas.
    name, kind
        What the atlas calls it and what it is.
    lon, lat
        Degrees.
    score
        How well it fits the article; higher first.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = BORDER
    atlas: int
    name: str
    kind: str
    lon: float
    lat: float
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class Mention:
    """
    A toponym in the text.

    Attributes
    ----------
    text
        The words, as in the text.
    at
        Their span, ``[start, end)``.
    place
        The id of the place they name; None where it is not known.
    sense
        ``literal`` (the place itself) or ``associative`` (its people, government, team, language).
    stands_for
        The id of the actor that an associative mention means.
    ambiguous
        Whether another candidate is nearly as likely.
    candidates
        What the name may mean here, most likely first; an editor may choose another.
    review
        What a person did with it; ``edited`` where one chose another place.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = BORDER
    text: str
    at: Span
    place: str | None
    sense: Sense
    stands_for: str | None = None
    ambiguous: bool = False
    candidates: tuple[Candidate, ...] = ()
    review: Review = "auto"


@dataclass(frozen=True, slots=True)
class Leg:
    """
    One stretch of a route; certainty sits here, not on the route.

    Attributes
    ----------
    id
        Unique in the story; by custom the event's id and a letter.
    status
        How certain this stretch is.
    from_, to
        Ids of places; None where the text does not say.
    via
        Ids of the places, seas and straits on the way, in order.
    alternative_of
        The id of the leg that this one is another way for.
    quantity, when, operators, says, denies, evidence, basis
        As for an event; where a leg has none, the event's hold.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = BORDER
    id: str
    status: Status
    from_: str | None = None
    to: str | None = None
    via: tuple[str, ...] = ()
    alternative_of: str | None = None
    quantity: Quantity | None = None
    when: When | None = None
    operators: tuple[Operator, ...] = ()
    says: tuple[Statement, ...] = ()
    denies: tuple[Statement, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    basis: Basis | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """
    One thing that the article says.

    Attributes
    ----------
    id
        Unique in the story.
    kind
        Which of the fields below it uses: flow (from_, to, via, goods, agent), route (mover, legs), use (actor, goods,
        place), presence (actor, place), claim (actor, about, claim), denial (actor, of).
    thread
        The story line it belongs to: one colour each on the map.
    from_, to, via, place, mover, actor, agent
        Ids of places or actors; None where the text does not say.
    also_from, also_to
        Of a flow, the other places or actors that the same words name beside ``from_`` and ``to`` ("to Mali *and
        Niger*"). In the file they stand in one list with it: ``to: [mali, niger]``.
    also_place
        Of a use or a presence, the other places beside ``place`` ("stationed in Mali *and Niger*"), in one list too.
    goods
        What passes from one to another or is used, in the text's words.
    legs
        The stretches of a route, in order.
    about, of
        What is claimed, what is denied: ids of places, actors or events.
    claim
        sovereignty, jurisdiction, right, ownership …, or contests.
    quantity
        How much or how many.
    when
        The time that the text gives.
    status
        How certain it is; None only for a route, whose legs carry it.
    operators
        The words that make it less than a fact.
    says, denies
        Who states it and who says that it is not so. A denial does not change the status.
    evidence
        The words it rests on.
    basis
        Whether the words say it, we infer it, or the editor gave it.
    rule
        Which frame found it; None for an editor's own.
    review
        What a person did with it: nothing yet (``auto``), ``accepted``, ``edited``, ``rejected`` or ``added`` it.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = BORDER
    id: str
    kind: Kind
    thread: str | None = None
    from_: str | None = None
    to: str | None = None
    also_from: tuple[str, ...] = ()
    also_to: tuple[str, ...] = ()
    via: tuple[str, ...] = ()
    goods: str | None = None
    agent: str | None = None
    mover: str | None = None
    legs: tuple[Leg, ...] = ()
    actor: str | None = None
    place: str | None = None
    also_place: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    claim: str | None = None
    of: tuple[str, ...] = ()
    quantity: Quantity | None = None
    when: When | None = None
    status: Status | None = None
    operators: tuple[Operator, ...] = ()
    says: tuple[Statement, ...] = ()
    denies: tuple[Statement, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    basis: Basis = "explicit"
    rule: str | None = None
    review: Review = "auto"

    @property
    def starts(self) -> tuple[str, ...]:
        """Every end that a flow comes from."""
        return (self.from_, *self.also_from) if self.from_ is not None else ()

    @property
    def goals(self) -> tuple[str, ...]:
        """Every end that a flow leads to."""
        return (self.to, *self.also_to) if self.to is not None else ()

    @property
    def places(self) -> tuple[str, ...]:
        """Every place where something is used or somebody is."""
        return (self.place, *self.also_place) if self.place is not None else ()

    @property
    def apart(self) -> tuple[Event, ...]:
        """A flow of several ends as one for each pair of them, a stay for each place, as they are drawn; else alone."""
        if self.also_place:
            return tuple(replace(self, place=place, also_place=()) for place in self.places)
        if not (self.also_from or self.also_to):
            return (self,)
        pairs = product(self.starts or (None,), self.goals or (None,))
        return tuple(replace(self, from_=start, to=goal, also_from=(), also_to=()) for start, goal in pairs)

    @property
    def parts(self) -> tuple[Event | Leg, ...]:
        """The event and its legs: everywhere that words or ends may stand."""
        return (self, *self.legs)

    @property
    def drawn(self) -> tuple[Event | Leg, ...]:
        """What would be a mark: the legs of a route, else the event."""
        return self.legs or (self,)


@dataclass(frozen=True, slots=True)
class Step:
    """
    One step of the telling; it states all that is shown, never a change.

    Attributes
    ----------
    title, text
        The step's words.
    show
        Ids of the events and legs that are drawn.
    focus
        Ids of the places that must be seen and named.
    quote
        The span of the words that it is told from.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = BORDER
    title: str
    text: str
    show: tuple[str, ...] = ()
    focus: tuple[str, ...] = ()
    quote: Span | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """
    What an editor changed after publishing.

    Attributes
    ----------
    of
        The id of the event or leg.
    was, is_
        What stood there, and what stands there now.
    why
        The reason, for readers.
    date
        As the editor gave it.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = BORDER
    of: str
    was: str
    is_: str
    why: str
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """
    The whole document.

    Attributes
    ----------
    schema
        ``dateline/story@1``.
    article
        What is known of the article.
    places, actors
        By id; ids are lower-case words joined by hyphens.
    mentions
        Every toponym of the text in order, mapped or not.
    events
        What the article says happens, will or might happen, or is denied.
    measures
        Distances, widths, lengths and areas that the article gives, beside what the atlas measures.
    steps
        The telling; made from the events where the document has none.
    corrections
        What was changed after publishing.
    text
        The article's text, as given; every span counts in it. Not part of the file: ``article.file`` names it.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = BORDER
    article: Article
    places: dict[str, Place] = field(default_factory=dict)
    actors: dict[str, Actor] = field(default_factory=dict)
    mentions: tuple[Mention, ...] = ()
    events: tuple[Event, ...] = ()
    measures: tuple[Measure, ...] = ()
    steps: tuple[Step, ...] = ()
    corrections: tuple[Correction, ...] = ()
    schema: str = SCHEMA
    text: str = ""
