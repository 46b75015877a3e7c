"""
The story document: what the article says, who says so, and how certain it is.

These records are the contract between reading and drawing (schema ``dateline/story@1``). They are plain and frozen:
`dateline.story.file` checks a document once, at the border; past it the types are true and nothing checks again.
A trailing underscore marks a field whose name in the file is a Python keyword (``from_`` is ``from`` in the file).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, ClassVar, Final, Literal

__all__ = [
    "SCHEMA",
    "STATUSES",
    "WEAKEST_FIRST",
    "Actor",
    "Article",
    "Candidate",
    "Correction",
    "Event",
    "Evidence",
    "Leg",
    "Measure",
    "Measured",
    "Mention",
    "Operator",
    "Place",
    "Quantity",
    "Span",
    "Statement",
    "Step",
    "Story",
    "When",
]

SCHEMA: Final = "dateline/story@1"

Span = tuple[int, int]
"""``[start, end)`` in characters (code points) of the article's text as given."""

Kind = Literal["flow", "route", "use", "presence", "claim", "denial"]
Status = Literal["asserted", "reported", "alleged", "planned", "possible", "unconfirmed", "denied"]
Basis = Literal["explicit", "inferred", "editor"]
Review = Literal["auto", "accepted", "edited", "rejected", "added"]
Precision = Literal["point", "city", "region", "country", "area"]
Sense = Literal["literal", "associative"]
Bound = Literal["at-least", "at-most", "about", "between"]
OpenEnd = Literal["start", "end"]
MeasureKind = Literal["distance", "route", "width", "length", "border", "area"]
GoesBy = Literal["sea", "ground", "air"]
Method = Literal[
    "straight", "nearest", "lanes", "narrowest", "islands", "mean", "border", "longer-side", "shorter-side", "area"
]

STATUSES: Final[dict[Status, str]] = {
    "asserted": "the article states it as fact",
    "reported": "somebody named or unnamed is said to report it",
    "alleged": "said as an accusation or claim that the article does not vouch for",
    "planned": "intended, scheduled, expected to happen",
    "possible": "may or might happen or be so",
    "unconfirmed": "a named party declined or was unable to confirm it",
    "denied": "the article's own voice, or its only source, says it is not so",
}
"""The one vocabulary of certainty, with the definitions that the legend prints."""

WEAKEST_FIRST: Final[tuple[Status, ...]] = (
    "denied",
    "unconfirmed",
    "possible",
    "alleged",
    "planned",
    "reported",
    "asserted",
)
"""How statuses compose: where several operators bear on one event, the first of these that occurs holds."""


def _file_name(name: str) -> str:
    return name.rstrip("_")


_BORDER: dict[str, Any] = {"alias_generator": _file_name, "extra": "forbid"}  # read by pydantic at the border


@dataclass(frozen=True, slots=True)
class Evidence:
    """
    The words that something rests on.

    Attributes
    ----------
    quote
        The exact words: they equal ``text[at[0]:at[1]]``.
    at
        Their span, ``[start, end)``.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = _BORDER
    quote: str
    at: Span


@dataclass(frozen=True, slots=True)
class Statement:
    """
    Who says or denies something, in which words.

    Attributes
    ----------
    who
        An actor's id, or a place's where the place speaks for itself.
    quote
        The exact words that say so.
    at
        Their span, ``[start, end)``.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = _BORDER
    who: str
    quote: str
    at: Span


@dataclass(frozen=True, slots=True)
class Operator:
    """
    A word that makes an event less than a fact: why the status is what it is.

    Attributes
    ----------
    kind
        The status that the word alone would give.
    text
        The words ("allegedly", "are set to").
    at
        Their span, ``[start, end)``.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = _BORDER
    kind: Status
    text: str
    at: Span


@dataclass(frozen=True, slots=True)
class Quantity:
    """
    A number as the text hedges it.

    Attributes
    ----------
    value, high
        The number, and the upper one of a range; ``value`` is None where the text has words only ("thousands").
    bound
        None when the number is exact.
    unit
        What is counted or the unit ("containers", "barrels a day").
    at
        The span of the words.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = _BORDER
    value: float | None
    high: float | None = None
    bound: Bound | None = None
    unit: str | None = None
    at: Span | None = None


@dataclass(frozen=True, slots=True)
class When:
    """
    A time: the words always, dates where they can be known.

    Attributes
    ----------
    text
        The words ("since September of the previous year").
    at
        Their span, ``[start, end)``.
    start, end
        ISO dates, or None where they cannot be known.
    open
        Which end the text leaves open ("since …" leaves the end, "by …" the start).
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = _BORDER
    text: str
    at: Span | None = None
    start: str | None = None
    end: str | None = None
    open: OpenEnd | None = None


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

    __pydantic_config__: ClassVar[dict[str, Any]] = _BORDER
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

    __pydantic_config__: ClassVar[dict[str, Any]] = _BORDER
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

    __pydantic_config__: ClassVar[dict[str, Any]] = _BORDER
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

    __pydantic_config__: ClassVar[dict[str, Any]] = _BORDER
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

    __pydantic_config__: ClassVar[dict[str, Any]] = _BORDER
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

    __pydantic_config__: ClassVar[dict[str, Any]] = _BORDER
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

    __pydantic_config__: ClassVar[dict[str, Any]] = _BORDER
    id: str
    kind: Kind
    thread: str | None = None
    from_: str | None = None
    to: str | None = None
    via: tuple[str, ...] = ()
    goods: str | None = None
    agent: str | None = None
    mover: str | None = None
    legs: tuple[Leg, ...] = ()
    actor: str | None = None
    place: str | None = None
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
    def parts(self) -> tuple[Event | Leg, ...]:
        """The event and its legs: everywhere that words or ends may stand."""
        return (self, *self.legs)

    @property
    def drawn(self) -> tuple[Event | Leg, ...]:
        """What would be a mark: the legs of a route, else the event."""
        return self.legs or (self,)


@dataclass(frozen=True, slots=True)
class Measured:
    """
    One figure of ours beside the article's.

    Attributes
    ----------
    value
        In km, or square km for an area.
    how
        What was measured, on which data: the figure depends on it.
    method
        The definition's short name, by which a page in another language finds its words; None for an editor's own.
    direction
        Of a distance: the point of the compass (``NW``) at which the first place lies from the second.
    through
        Of a way by sea: the straits and canals that it passes.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = _BORDER
    value: float
    how: str
    method: Method | None = None
    direction: str | None = None
    through: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Measure:
    """
    A distance, width, length or area that the article gives, beside what the atlas measures; never a verdict.

    Attributes
    ----------
    id
        Unique in the story.
    kind
        What is said to be so large: a ``border`` is the length of one between two states, a ``route`` that of a way
        from one place to another.
    quote
        The words.
    at
        Their span, ``[start, end)``.
    quantity
        The number as the text hedges it, in the text's unit.
    says
        The same in km, or square km for an area; of a range the lower end.
    of
        Ids of the places: one, or the two ends of a distance or a border, first the one that is said to lie there; of
        a route those on the way too, in order.
    direction
        The way that the text says one lies from the other ("north").
    by
        How the text says a route goes: by ``sea``, on the ``ground`` (a road, a railway, a pipeline), by ``air``; None
        where it leaves that open.
    measured
        Our figures, each with its definition.
    note
        Why nothing was measured, or what else to know.
    review
        What a person did with it; a ``rejected`` one is not shown.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = _BORDER
    id: str
    kind: MeasureKind
    quote: str
    at: Span
    quantity: Quantity
    says: float
    of: tuple[str, ...] = ()
    direction: str | None = None
    by: GoesBy | None = None
    measured: tuple[Measured, ...] = ()
    note: str | None = None
    review: Review = "auto"


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

    __pydantic_config__: ClassVar[dict[str, Any]] = _BORDER
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

    __pydantic_config__: ClassVar[dict[str, Any]] = _BORDER
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

    __pydantic_config__: ClassVar[dict[str, Any]] = _BORDER
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
