"""Places without a name: "the school", "in hospital", "the mountain villages", and what is held somewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.reading.text.nouns import noun_classes
from dateline.reading.text.wordlists import words
from dateline.reading.things.venues import venue_in

if TYPE_CHECKING:
    from dateline.reading.events.reading import Reading
    from dateline.story.model import Span

__all__ = ["PARTS", "custody_of", "gathering_of", "ground_of"]

_ASHORE: Final = frozenset(("shore", "port", "harbour", "harbor", "base"))
_HELD: Final = frozenset("week show olympics fair championships expo open marathon biennale talks carnival".split())

_FEW_WORDS: Final = 7
_MANY_GROUNDS: Final = frozenset("areas villages towns shelters homes camps hotels settlements".split())
_NOWHERE: Final = frozenset(("streets", "states"))  # "off the streets", "touring the states"
_NOT_ONE: Final = frozenset(("no", "any", "every", "each", "all", "some", "what", "which", "both", "either", "neither"))
_PAIR: Final = 2  # words of "intensive care"
PARTS: Final = frozenset(
    "west east north south centre center heart edge outskirts rest middle side sides end top bottom gates gate entrance"
    " perimeter".split()
)
_PLAYED_ON: Final = frozenset("field court ground road".split())


def custody_of(here: Reading, number: int) -> Span | None:
    """A place by a noun alone: "in *hospital*", "four years in *prison*", "in *intensive care*"."""
    phrase = here.made.phrases[number]
    head, first = here.made.words[phrase.head], here.made.words[phrase.first]
    if head.low in words("frames", "custody", "nouns") and first.tag != "determiner":
        return venue_in(here.made, number) or (head.start, head.end)  # "held in *Orrin prison*"
    is_ward = head.low == "care" and first.low in {"intensive", "critical"} and phrase.last - phrase.first == _PAIR
    return (first.start, head.end) if is_ward else None


def ground_of(here: Reading, number: int) -> Span | None:
    """A place without a name: "the school", "his home", "a nearby hospital"; no "court of public opinion"."""
    phrase = here.made.phrases[number]
    head, first = here.made.words[phrase.head], here.made.words[phrase.first]
    if phrase.last - phrase.first == 1 and head.low in _ASHORE:
        return head.start, head.end  # "returned to shore"
    if head.low == "custody":
        return None  # a state of somebody, no place to go to
    if head.low in _DWELLINGS and first.low in {"a", "an", "another"}:
        return None  # "moved to *an apartment*"
    if phrase.last - phrase.first <= _PAIR and (found := custody_of(here, number)) is not None:
        return found  # "rushed to hospital"
    prep = here.made.preps[phrase.preps[0]] if phrase.preps else None
    whose = prep.objects[0] if prep is not None and prep.prep == "of" and prep.objects else None
    if whose is not None and head.low in PARTS:
        return ground_of(here, whose)  # "the outskirts of *the city*"
    of = None if whose is None else here.made.words[here.made.phrases[whose].head]
    if of is not None and of.tag != "name" and of.low not in words("frames", "grounds", "nouns") and (
        "person" not in noun_classes(of.low)
    ):  # fmt: skip
        return None  # "the court of public opinion", not "the home of the suspect"
    if head.text == "Parliament" and phrase.head == phrase.last - 1 and phrase.head - phrase.first < 2:
        held = here.holder(number)
        is_seat = held is not None and held.prep == "in"  # "remained *in Parliament*": as a member
        return None if is_seat else (head.start, head.end)  # "marched to *Parliament*"
    is_ground = head.low not in _NOWHERE and not words("frames", "grounds", "nouns").isdisjoint((head.low, head.lemma))
    is_front = head.low in {"line", "lines"} and here.made.words[phrase.head - 1].low == "front"
    if head.tag != "noun" or not (is_ground or is_front or head.low in _MANY_GROUNDS):
        return None
    if phrase.owner is not None and head.low != "market":
        return here.made.phrase_span(phrase.owner, article=False)[0], head.end
    held = here.holder(number) if head.low == "market" else None
    if held is not None and held.prep == "out_of":
        return None  # "young people are driven *out of the market*"
    if head.low == "market" and (phrase.last - phrase.first > 2 or first.low == "this"):
        return None  # "enter an overseas market"
    if head.low in _PLAYED_ON and phrase.last - phrase.first == 2:
        return None  # "left the field injured", "returned to the court"
    is_many = head.low in _MANY_GROUNDS and first.tag in {"noun", "adjective"}  # "from *mountain villages*"
    is_many = is_many or (head.low == "headquarters" and phrase.head > phrase.first)  # "to *police headquarters*"
    if (first.tag != "determiner" and not is_many) or first.low in _NOT_ONE or phrase.last - phrase.first > _FEW_WORDS:
        return None
    return here.made.phrase_span(number, article=False)


_DWELLINGS: Final = frozenset("apartment flat house home room cabin cottage bungalow building residence office".split())


def gathering_of(here: Reading, number: int) -> Span | None:
    """Where one goes for what is held there: "flew to the *Geneva* summit", "to *Paris* Fashion Week"."""
    phrase = here.made.phrases[number]
    head = here.made.words[phrase.head].low
    if head not in words("frames", "stays", "nouns") and head not in _HELD:
        return None
    first = phrase.first + (here.made.words[phrase.first].tag == "determiner")
    start = here.made.words[first].start
    return next(
        ((t.start, t.end) for t in here.toponyms
         if t.start == start and t.end < here.made.words[phrase.head].start and t.sort == "place"
         and t.stands_for != "organisation"),
        None,
    )  # fmt: skip
