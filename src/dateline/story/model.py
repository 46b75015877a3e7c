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
    """The words that something rests on; ``quote`` equals ``text[at[0]:at[1]]``."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _BORDER
    quote: str
    at: Span


@dataclass(frozen=True, slots=True)
class Statement:
    """Who says or denies something, in which words. ``who`` is an actor's or a place's id."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _BORDER
    who: str
    quote: str
    at: Span


@dataclass(frozen=True, slots=True)
class Operator:
    """A word that makes an event less than a fact ("allegedly", "are set to"): why the status is what it is."""

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
    """A time: ISO dates where they can be known, the words always; ``open`` says which end the text leaves open."""

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
    published
        ISO date, or None: then relative times stay words.
    dateline
        The id of the place where the report was filed.
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
    review
        ``added`` when an editor gave the place.
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
    """Who does, says or denies: a person, a government, vessels, a group …; ``state`` is an ISO two-letter code."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _BORDER
    name: str
    kind: str
    state: str | None = None
    role: str | None = None
    count: int | None = None
    at: Span | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """One place that a mention may mean; ``score`` orders them, higher first."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _BORDER
    atlas: int
    name: str
    kind: str
    lon: float
    lat: float
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class Mention:
    """A toponym in the text. ``stands_for`` names the actor that an associative mention means."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _BORDER
    text: str
    at: Span
    place: str | None
    sense: Sense
    stands_for: str | None = None
    ambiguous: bool = False
    candidates: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class Leg:
    """One stretch of a route; certainty sits here, not on the route."""

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
    kind
        Which of the fields below it uses: flow (from_, to, via, goods, agent), route (mover, legs), use (actor, goods,
        place), presence (actor, place), claim (actor, about, claim), denial (actor, of).
    thread
        The story line it belongs to: one colour each on the map.
    from_, to, via, place, mover, actor, agent
        Ids of places or actors; None where the text does not say.
    about, of
        Ids of places, actors or events.
    status
        None only for a route, whose legs carry it.
    basis
        Whether the words say it, we infer it, or the editor gave it.
    rule
        Which frame found it; None for an editor's own.
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


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the telling: the whole state it shows. ``quote`` is a span of the text."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _BORDER
    title: str
    text: str
    show: tuple[str, ...] = ()
    focus: tuple[str, ...] = ()
    quote: Span | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """What an editor changed after publishing; ``date`` as the editor gave it."""

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
    places, actors
        By id; ids are lower-case words joined by hyphens.
    mentions
        Every toponym of the text in order, mapped or not.
    text
        The article's text, as given; every span counts in it. Not part of the file: ``article.file`` names it.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = _BORDER
    article: Article
    places: dict[str, Place] = field(default_factory=dict)
    actors: dict[str, Actor] = field(default_factory=dict)
    mentions: tuple[Mention, ...] = ()
    events: tuple[Event, ...] = ()
    steps: tuple[Step, ...] = ()
    corrections: tuple[Correction, ...] = ()
    schema: str = SCHEMA
    text: str = ""
