"""The places that the phrases of a sentence mean: a name, a camp near a town, a state that acts, a venue."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.reading.text.classes import place_words
from dateline.reading.text.nouns import noun_classes
from dateline.reading.text.wordlists import words
from dateline.reading.things.venues import venue_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.reading.grammar.syntax import Parse, Word
    from dateline.reading.places.toponym import Toponym
    from dateline.reading.things.reference import References
    from dateline.story.model import Span

__all__ = ["IN", "NAMES_AFTER", "ORDINALS", "Grounds"]

_POINTING: Final = frozenset(("the", "this", "that", "its", "their", "his", "her"))
IN: Final = frozenset(("in", "at", "on", "near", "off", "inside", "outside", "aboard", "within"))
_DOWN: Final = frozenset(("of", "in", "near", "at", "on", "off", "with", "between", "along", "from", "around"))
_NO_PLACE: Final = frozenset(
    "event act communication cognition person time attribute state possession feeling troupe animal plant food".split()
)
_LAND: Final = frozenset(
    "port ports territory soil waters airspace coast coastline border city town village capital island islands airport"
    " base bases shores shore side mainland region province hospital prison jail airports harbour harbor section"
    " sector zone grounds pipeline pipelines terminal terminals territories".split()
)
_SPOTS: Final = frozenset("capital clinic club market complex account accounts".split())
_EDGES: Final = frozenset(("border", "side"))
_TOWNS: Final = frozenset(("city", "venue", "county"))
_NO_SPOTS: Final = frozenset("summit ruler assembly price podium finish line table board stage".split())
NAMES_AFTER: Final = frozenset(
    "hurricane storm typhoon cyclone uss usns hms hmas hmcs rms mv m/v ins".split()  # what bears the name of a place
)
_CUSTOMS: Final = frozenset(
    "school college university court church work war trial bed market press class sea sale".split()
)
ORDINALS: Final = frozenset(("first", "last", "latest", "rest", "remainder", "second", "third"))
_NOT_ONE: Final = frozenset(("no", "any", "every", "each", "all", "some", "what", "which", "both", "either", "neither"))
_PLAYED_ON: Final = frozenset("field court ground road".split())
_FEW_WORDS: Final = 7
_MANY: Final = frozenset(("hundreds", "thousands", "millions", "billions", "dozens", "scores"))
_SPREADS: Final = frozenset("area band belt centre center core eye line remnants sheet wall bank bout burst".split())
_HELD: Final = frozenset("week show olympics fair championships expo open marathon biennale talks carnival".split())
_PARTS: Final = frozenset(
    "west east north south centre center heart edge outskirts rest middle side sides end top bottom".split()
)
_TOWN_NOUNS: Final = frozenset(("city", "town", "capital", "village", "port"))
_SUMS: Final = frozenset(("total", "third", "quarter", "half", "most", "some", "all"))
_SHARES: Final = frozenset(
    "busload boatload planeload truckload busloads boatloads truckloads herd flock crowd mob gang percent half third"
    " millions billions tens thousands hundreds dozens scores total fifth tenth"
    " none thirds quarter majority bulk share most all part some number % cent".split()
)


def _is_somewhere(noun: str) -> bool:
    """Whether a noun may be a place: a station, a coast and a city, no meeting and no visit."""
    classes = noun_classes(noun)
    if noun in _NO_SPOTS:
        return False
    return (
        not classes & _NO_PLACE or noun in _LAND or noun in _SPOTS or bool(classes & {"artifact", "location", "object"})
    )


def _names_place(head: Word) -> bool:
    """Whether what a noun behind a place's name names may be a place: "the Lima clinic", not "the Lima talks"."""
    if head.tag == "name":
        return head.low in words("frames", "venues", "nouns")
    return _is_somewhere(head.low) and "vehicle" not in noun_classes(head.low)  # "aboard three US planes"


class Grounds:
    """One sentence at hand, with its places."""

    def __init__(
        self, made: Parse, toponyms: Sequence[Toponym], sentence: Span, known: References | None
    ) -> None:  # fmt: skip
        self.made = made
        self.known = known
        self.toponyms = toponyms
        self.sentence = sentence
        self.taken: set[int] = set()  # prepositional phrases that a noun or a verb has used
        self.filled: set[int] = set()  # phrases that stand in a find
        self.goods: set[int] = set()  # phrases that pass on as goods
        self.given: list[Span] = []  # the givers of what was told so far

    def _span(self, number: int) -> Span:
        return self.made.phrase_span(number)

    def _head(self, number: int) -> str:
        return self.made.words[self.made.phrases[number].head].low

    def _toponym(self, number: int) -> Toponym | None:
        """The place that a phrase is, not one that it only mentions: not of "the Paris talks"."""
        phrase = self.made.phrases[number]
        start, end = self._span(number)
        head = self.made.words[phrase.head]
        if phrase.last - phrase.first > 1 and any(
            w.low in NAMES_AFTER for w in self.made.words[phrase.first : phrase.head]
        ):
            return None  # "Hurricane Elena" is no Elena, "USS Peru" no Peru
        for toponym in self.toponyms:
            if not start <= toponym.start < end or toponym.sort in {"language", "organisation"}:
                continue
            if toponym.sort == "demonym":
                if head.low in _LAND:
                    return toponym
                continue
            if self.made.text[toponym.end : toponym.end + 1] == "-" and self.made.text[toponym.end + 1 :][:1].islower():
                continue  # "the Lima-based firm"
            if head.low == "market" and toponym.place is not None and toponym.place.kind == "country":
                return None  # "cars for the US market"
            if toponym.end >= head.end or head.low in _LAND or _names_place(head):
                return toponym
        return None

    def _place(self, number: int) -> Span | None:
        """The name of the place that a phrase means: its own, or of "the port of Odesa", "a camp in Chad"."""
        number = self._counted(number)  # "one of Chad's ports"
        phrase = self.made.phrases[number]
        if self.made.words[phrase.head].low == "one" and phrase.preps and self.made.preps[phrase.preps[0]].prep == "of":
            number = (self.made.preps[phrase.preps[0]].objects or (number,))[0]  # "one of the Black Sea ports"
        toponym = self._toponym(number) or self._named_beside(number)
        if toponym is None or toponym.sort == "demonym" or self._is_said_to_be_of(number, toponym):
            for n in self.made.phrases[number].preps[:2]:
                prep = self.made.preps[n]
                if prep.prep not in _DOWN or not prep.objects or not self._may_lie(number, prep.prep):
                    break
                if prep.prep == "from" or not (
                    _is_somewhere(self._head(number)) or self._is_leisure(number, prep.prep)
                ):
                    break
                toponym = self._toponym(prep.objects[0]) or toponym
                if toponym is not None:
                    break
        if toponym is None:
            return self._venue(number) or self._told_before(number)
        if toponym.stands_for == "organisation":
            return self._venue(number) or (toponym.start, toponym.end)
        return toponym.start, toponym.end

    def _named_beside(self, number: int) -> Toponym | None:
        """The town that stands beside what it is: "Peru's second city, *Arequipa*"."""
        if self._head(number) not in _TOWN_NOUNS:
            return None
        beside = (n for n, one in enumerate(self.made.phrases) if one.same_as == number)
        return next((found for n in beside if (found := self._toponym(n)) is not None and found.sort == "place"), None)

    def _is_said_to_be_of(self, number: int, toponym: Toponym) -> bool:
        """Whether a name only says whose a place is that stands behind it: "the *Libya* city of Derna"."""
        phrase = self.made.phrases[number]
        head = self.made.words[phrase.head]
        if toponym.end > head.start or not phrase.preps:
            return False
        if toponym.place is None or toponym.place.kind in _TOWNS:
            return False  # "Fethiye town of Mugla province"
        prep = self.made.preps[phrase.preps[0]].prep
        return prep in {"in", "near", "outside"} or (prep == "of" and head.low in _LAND)  # "a *US* base in Germany"

    def _ground(self, number: int) -> Span | None:
        """A place without a name: "the school", "his home", "a nearby hospital"; no "court of public opinion"."""
        phrase = self.made.phrases[number]
        head, first = self.made.words[phrase.head], self.made.words[phrase.first]
        if phrase.last - phrase.first == 1 and head.low in words("frames", "custody", "nouns"):
            return head.start, head.end  # "rushed to hospital"
        prep = self.made.preps[phrase.preps[0]] if phrase.preps else None
        whose = prep.objects[0] if prep is not None and prep.prep == "of" and prep.objects else None
        if whose is not None and head.low in _PARTS:
            return self._ground(whose)  # "the outskirts of *the city*"
        of = None if whose is None else self.made.words[self.made.phrases[whose].head]
        if of is not None and of.tag != "name" and of.low not in words("frames", "grounds", "nouns") and (
            "person" not in noun_classes(of.low)
        ):  # fmt: skip
            return None  # "the court of public opinion", not "the home of the suspect"
        if head.tag != "noun" or head.low not in words("frames", "grounds", "nouns"):
            return None
        if phrase.owner is not None and head.low != "market":
            return self.made.phrase_span(phrase.owner, article=False)[0], head.end
        if head.low == "market" and (phrase.last - phrase.first > 2 or first.low == "this"):
            return None  # "enter an overseas market"
        if head.low in _PLAYED_ON and phrase.last - phrase.first == 2:
            return None  # "left the field injured", "returned to the court"
        if first.tag != "determiner" or first.low in _NOT_ONE or phrase.last - phrase.first > _FEW_WORDS:
            return None
        return self.made.phrase_span(number, article=False)

    def _gathering(self, number: int) -> Span | None:
        """Where one goes for what is held there: "flew to the *Geneva* summit", "to *Paris* Fashion Week"."""
        phrase = self.made.phrases[number]
        head = self.made.words[phrase.head].low
        if head not in words("frames", "stays", "nouns") and head not in _HELD:
            return None
        first = phrase.first + (self.made.words[phrase.first].tag == "determiner")
        start = self.made.words[first].start
        return next(
            ((t.start, t.end) for t in self.toponyms
             if t.start == start and t.end < self.made.words[phrase.head].start and t.sort == "place"
             and t.stands_for != "organisation"),
            None,
        )  # fmt: skip

    def _told_before(self, number: int) -> Span | None:
        """The place told before that "the island" or "their country" points back to."""
        phrase = self.made.phrases[number]
        if self.known is None or phrase.last - phrase.first > 2:
            return None
        first = self.made.words[phrase.first]
        if first.low in {"its", "their"} and self._head(number) in _LAND - _EDGES and phrase.last - phrase.first == 2:
            owner = self.known.antecedent(first.start, first.end)
            return owner if owner is not None and self._is_place(owner) else None  # "one of *its* ports"
        if self._head(number) not in place_words():
            return None
        if self.made.words[phrase.first].low not in _POINTING or phrase.head != phrase.last - 1:
            return None
        span = self.known.antecedent(*self._span(number))
        entity = None if span is None else self.known.at(span)
        if entity is None or entity.sort != "place":
            return None
        is_here = self.sentence[0] <= entity.at[0]
        return span if is_here or not self.known.has_rival(entity) else None

    def _venue(self, number: int) -> Span | None:
        """A place that a phrase names by its owner or by a word: "Baxter Hospital", "Fiji's coast", "the dock of …"."""
        for n in (number, *self._within(number)):
            owner = self.made.phrases[n].owner
            if owner is not None and (
                noun_classes(self._head(n)) & {"location", "artifact", "object"} or self._head(n) in _LAND
            ):  # fmt: skip
                toponym = self._toponym(owner)
                if toponym is not None:
                    return toponym.start, toponym.end
            venue = venue_in(self.made, n)
            if venue is not None:
                return venue
        return None

    def _within(self, number: int) -> Iterator[int]:
        """The phrases that say where a place lies: the court of "the dock of Leeds Crown Court"."""
        if self._may_lie(number) and _is_somewhere(self._head(number)):
            for n in self.made.phrases[number].preps[:2]:
                if self.made.preps[n].prep not in _DOWN or self.made.preps[n].prep == "from":
                    return
                yield from self.made.preps[n].objects[:1]

    def _is_leisure(self, number: int, prep: str) -> bool:
        """Whether a stay is where its "in" says, so that one may come from it: "home from a cruise in Oman"."""
        head = self._head(number)
        return (prep in IN and head in words("frames", "stays", "nouns")) or (prep, head) == ("of", "tour")

    def _may_lie(self, number: int, prep: str = "of") -> bool:
        """Whether a phrase may be where its "of" or "in" says: a port is, a person only where "in" says so."""
        head = self.made.words[self.made.phrases[number].head]
        if head.tag == "name" and prep not in {"in", "near", "outside"}:
            return head.low in words("frames", "venues", "nouns") or head.low in _LAND
        return head.tag != "pronoun"

    def _places(self, numbers: Sequence[int]) -> list[Span]:
        found = []
        for number in numbers:
            if not self._is_custom(number) and (place := self._place(number)) is not None:
                found.append(place)
                found += self._beside(number, place)
        return [place for n, place in enumerate(found) if n == 0 or not self._contains(place, found[n - 1])]

    def _beside(self, number: int, place: Span) -> list[Span]:
        """The other places of "the ports of *Lagos* and Dakar"."""
        for n in self.made.phrases[number].preps[:2]:
            objects = self.made.preps[n].objects
            if len(objects) > 1 and self._span(objects[0])[0] <= place[0] < self._span(objects[0])[1]:
                return [(t.start, t.end) for o in objects[1:] if (t := self._toponym(o)) is not None]
        return []

    def _contains(self, outer: Span, inner: Span) -> bool:
        """Whether the second of two names beside one another says where the first lies: "Macon, Georgia"."""
        if self.made.text[inner[1] : outer[0]].strip() != ",":
            return False
        one, other = (next((t.place for t in self.toponyms if t.start == span[0]), None) for span in (inner, outer))
        if one is None or other is None:
            return False
        if other.kind in {"country", "territory"}:
            return one.kind != "country" and one.countries[:1] == other.countries[:1]
        return other.kind == "region" and one.kind != "region" and one.admin1 == other.admin1

    def _is_custom(self, number: int) -> bool:
        """Whether a bare noun names what is done at a place, not the place: "went to school in Boston"."""
        phrase = self.made.phrases[number]
        return phrase.last - phrase.first == 1 and self._head(number) in _CUSTOMS

    def _is_state(self, number: int) -> Span | None:
        """A place that acts: "South Korea", "Kyiv", as the head of a phrase, or what "it" points back to."""
        if self.known is not None and self._head(number) in {"it", "they"}:
            span = self.known.antecedent(*self._span(number))
            return span if span is not None and self._is_place(span) else None
        toponym = self._toponym(number)
        if toponym is None and self.made.words[self.made.phrases[number].head].tag == "noun":
            named = (n for n, phrase in enumerate(self.made.phrases) if phrase.same_as == number)
            toponym = next((t for n in named if (t := self._toponym(n)) is not None), None)  # "its ally, Chad, sent …"
        return None if toponym is None or toponym.sort == "demonym" else (toponym.start, toponym.end)

    def _counted(self, number: int) -> int:
        """The phrase that a number, a share or a group is of: "wheat" of "40 tonnes of wheat", "most of its wheat"."""
        phrase = self.made.phrases[number]
        if not phrase.preps:
            return number
        word = self.made.words[phrase.head]
        counts = word.tag in {"number", "determiner"} or word.low in _SHARES or word.low in ORDINALS or (
            word.tag == "noun" and frozenset() < noun_classes(word.low) <= {"quantity", "group", "relation"}
        ) or self.made.words[phrase.head - 1].low == "cubic"  # fmt: skip
        spreads = not counts and word.low in _SPREADS
        if (counts or spreads) and phrase.preps:
            prep = self.made.preps[phrase.preps[0]]
            if spreads and not (prep.objects and "weather" in noun_classes(self._head(prep.objects[0]))):
                return number
            if prep.prep in {"of", "in", "worth"} and prep.objects and self._toponym(prep.objects[0]) is None:
                # "a total of 40 tonnes of wheat", "hundreds of thousands of pilgrims"
                is_sum = word.low in _SUMS or self._head(prep.objects[0]) in _MANY
                return self._counted(prep.objects[0]) if is_sum else prep.objects[0]
        return number

    def _is_place(self, span: Span) -> bool:
        entity = None if self.known is None else self.known.at(span)
        return entity is not None and entity.sort == "place"
