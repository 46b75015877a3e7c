"""The places that the phrases of a sentence mean: a name, a camp near a town, a state that acts, a venue."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.reading.amounts.numbers import units
from dateline.reading.events.lists import are_counted, lies_in, nations, one_by_one
from dateline.reading.events.spots import TOWNS, building_of, spot_in, streets_in, venue_of_a_land, venue_that_lies
from dateline.reading.events.unnamed import PARTS, custody_of
from dateline.reading.grammar.closed import CURRENCIES
from dateline.reading.text.classes import place_words
from dateline.reading.text.nouns import noun_classes
from dateline.reading.text.wordlists import words
from dateline.reading.things.lands import is_land_word
from dateline.reading.things.named_before import is_venue_word, venue_meant
from dateline.reading.things.venues import venue_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.reading.events.reading import Reading
    from dateline.reading.grammar.syntax import Phrase, Word
    from dateline.reading.places.toponym import Toponym
    from dateline.story.model import Span

__all__ = [
    "ABOARD", "IN", "NAMES_AFTER", "ORDINALS", "counted", "is_place",
    "place_of", "places_of", "so_far_from", "state_of", "told_before", "toponym_of",
]  # fmt: skip

_VAST: Final = frozenset(("ocean", "sea", "continent", "gulf"))
_POINTING: Final = frozenset(("the", "this", "that", "its", "their", "his", "her"))
IN: Final = frozenset(("in", "at", "on", "near", "off", "inside", "outside", "aboard", "within"))
ABOARD: Final = frozenset(("on", "aboard", "onto"))
_DOWN: Final = frozenset("of in near at on off with between along from around outside above below".split())
_SPREAD: Final = frozenset(("across", "throughout"))
_NO_PLACE: Final = frozenset(
    "event act communication cognition person time attribute state possession feeling troupe animal plant food".split()
)
_LAND: Final = frozenset(
    "frontier frontiers port ports farmland farmlands"
    " villages towns cities regions provinces territory soil waters airspace coast coastline border city town"
    " village capital island islands airport base"
    " bases shores shore side mainland region province hospital prison jail airports harbour harbor section"
    " sector zone grounds pipeline pipelines terminal terminals territories stations camps ground facilities refineries"
    " depots shipyards markets diocese archdiocese".split()
)
_DIVISIONS: Final = frozenset("state department prefecture governorate district county republic emirate oblast".split())
_EDGES: Final = frozenset(("border", "side"))
_SUBURBS: Final = frozenset("suburb suburbs neighbourhood neighborhood quarter satellite".split())
_NO_SPOTS: Final = frozenset(
    "summit ruler assembly price podium finish line table board stage tears defence defense midfield attack right left"
    " mound bench bullpen dugout touchline".split()
)
NAMES_AFTER: Final = frozenset(
    "hurricane storm typhoon cyclone uss usns hms hmas hmcs rms mv m/v ins".split()  # what bears the name of a place
)
_CUSTOMS: Final = frozenset(
    "school college university court church work war trial bed market press class sea sale".split()
)
ORDINALS: Final = frozenset(("first", "last", "latest", "rest", "remainder", "second", "third"))
_IN_SUM: Final = frozenset("return exchange advance all total full part".split())
_PAIR: Final = 2  # words of "intensive care"
_MANY: Final = frozenset(("hundreds", "thousands", "millions", "billions", "dozens", "scores"))
_SPREADS: Final = frozenset("area band belt centre center core eye line remnants sheet wall bank bout burst".split())
_PREMISES: Final = frozenset(
    "lot grounds gym gymnasium cafeteria roof playground auditorium entrance lobby parking campus basement".split()
)
_MUCH: Final = frozenset(("most", "much", "all", "half"))
_TOWN_NOUNS: Final = frozenset(("city", "town", "capital", "village", "port"))
_SUMS: Final = frozenset(("total", "average", "third", "quarter", "half", "most", "some", "all"))
_SHARES: Final = frozenset(
    "delivery deliveries batch batches consignment consignments tranche instalment installment"
    " line lines queue queues"
    " busload boatload planeload truckload busloads boatloads truckloads herd flock crowd mob gang percent half third"
    " millions billions tens thousands hundreds dozens scores total average fifth tenth"
    " none much thirds quarter majority bulk share most all part some number % cent level levels concentrations".split()
)


def _is_somewhere(noun: str) -> bool:
    """Whether a noun may be a place: a station, a coast and a city, no meeting and no visit."""
    classes = noun_classes(noun)
    if noun in _NO_SPOTS:
        return False
    return (
        not classes & _NO_PLACE
        or noun in _LAND
        or noun in words("frames", "spots", "nouns")
        or bool(classes & {"artifact", "location", "object"})
    )


def _names_place(head: Word) -> bool:
    """Whether what a noun behind a place's name names may be a place: "the Lima clinic", not "the Lima talks"."""
    if head.tag == "name":
        return head.low in words("frames", "venues", "nouns")
    if head.lemma in words("frames", "cargo", "nouns") and head.low not in _LAND:
        return False  # "doses of the *Oxford vaccine*"
    return _is_somewhere(head.low) and "vehicle" not in noun_classes(head.low)  # "aboard three US planes"


def toponym_of(here: Reading, number: int) -> Toponym | None:
    """The place that a phrase is, not one that it only mentions: not of "the Paris talks"."""
    phrase = here.made.phrases[number]
    start, end = here.span(number)
    head = here.made.words[phrase.head]
    if phrase.last - phrase.first > 1 and any(
        w.low in NAMES_AFTER for w in here.made.words[phrase.first : phrase.head]
    ):
        return None  # "Hurricane Elena" is no Elena, "USS Peru" no Peru
    for toponym in here.toponyms:
        if not start <= toponym.start < end or toponym.sort in {"language", "organisation"}:
            continue
        if toponym.sort == "demonym":
            if head.low in _LAND or head.lemma in _LAND:
                return toponym  # "in *Spanish* jails"
            continue
        if here.made.text[toponym.end : toponym.end + 1] == "-" and here.made.text[toponym.end + 1 :][:1].islower():
            continue  # "the Lima-based firm"
        if head.low == "market" and toponym.place is not None and toponym.place.kind == "country":
            return None  # "cars for the US market"
        if toponym.end >= head.end or head.low in _LAND or _names_place(head):
            return toponym
    return None


def place_of(here: Reading, number: int) -> Span | None:
    """The name of the place that a phrase means: its own, or of "the port of Odesa", "a camp in Chad"."""
    number = counted(here, number)  # "one of Chad's ports"
    phrase = here.made.phrases[number]
    if here.made.words[phrase.first].text in CURRENCIES:
        return None  # "oil jumped to *$90 in London*"
    if here.made.words[phrase.head].low == "one" and phrase.preps and (
        here.made.preps[phrase.preps[0]].prep == "of" or (
            here.made.preps[phrase.preps[0]].prep in IN and phrase.last - phrase.first == 1
        )  # "moved from a school in Lyon to *one in Metz*"
    ):  # fmt: skip
        number = (here.made.preps[phrase.preps[0]].objects or (number,))[0]  # "one of the Black Sea ports"
    if (named := spot_in(here, number)) is not None:
        return named
    toponym = toponym_of(here, number)
    if toponym is not None and (building := building_of(here, number, toponym)) is not None:
        return building
    if toponym is None and (venue := venue_that_lies(here, number)) is not None:
        return venue
    if toponym is not None and _is_epithet(here, number, toponym) and (told := told_before(here, number)) is not None:
        return told  # "the *Pacific* island", "the *Kenyan* port" that was named
    if toponym is None or toponym.sort == "demonym":
        toponym = _named_beside(here, number) or toponym  # "the Congolese capital, *Kinshasa*"
    if toponym is None or toponym.sort == "demonym" or _is_said_to_be_of(here, number, toponym):
        for n in here.made.phrases[number].preps[:2]:
            prep = here.made.preps[n]
            spread = prep.prep in _SPREAD and here.head(number).endswith("s")  # "to towns *across Peru*"
            spread = spread or (prep.prep == "across" and here.head(prep.objects[0]) in _EDGES)  # "*across the border*"
            if prep.prep == "of" and prep.objects and _is_named_after(here, number, prep.objects[0]):
                continue  # "the Institutes *of Health* in Bethesda"
            if prep.prep == "for" and (toponym := _of_those(here, number, prep.objects) or toponym) is not None:
                break
            if not (prep.prep in _DOWN or spread) or not prep.objects or not _may_lie(here, number, prep.prep):
                break
            before = here.made.words[here.made.phrases[number].head - 1].low  # "the front line near Hama"
            front = before == "front" or (here.head(number) == "half" and before.endswith("ern"))
            if prep.prep == "from" or not (
                front
                or _is_somewhere(here.head(number))
                or (prep.prep == "of" and here.head(number) in _MUCH)  # "into *most of* Timbuktu"
                or _is_leisure(here, number, prep.prep)
                or custody_of(here, number) is not None
                or _is_a_top(here, number, prep.objects[0])
                or (here.made.words[here.made.phrases[number].head].tag == "name" and prep.prep == "in")
            ):
                break
            toponym = _down(here, prep.objects[0]) or toponym
            if prep.prep == "of" and (venue := venue_of_a_land(here, number, prep.objects[0], toponym)):
                return venue
            if toponym is not None and toponym.sort != "demonym":
                break  # but of "a wood near the *Belgian* town of Ghent" Ghent
    if toponym is None:
        return _venue(here, number) or told_before(here, number) or _venue_of_a_stay(here, number)
    if toponym.stands_for == "organisation":
        return _venue(here, number) or (toponym.start, toponym.end)
    return toponym.start, toponym.end


def _of_those(here: Reading, number: int, whom: Sequence[int]) -> Toponym | None:
    """Where a place for somebody lies: "a camp for refugees outside *Lima*"."""
    if not whom or "person" not in noun_classes(here.head(whom[0])) or not _is_somewhere(here.head(number)):
        return None
    preps = [here.made.preps[n] for n in here.made.phrases[whom[0]].preps[:1]]
    return next((_down(here, prep.objects[0]) for prep in preps if prep.prep in IN and prep.objects), None)


def _is_named_after(here: Reading, number: int, of: int) -> bool:
    """Whether "of" goes on with a name that is no place's: "the National Institutes *of Health*"."""
    heads = [here.made.words[here.made.phrases[n].head] for n in (number, of)]
    return all(head.tag == "name" for head in heads) and toponym_of(here, of) is None


def _is_epithet(here: Reading, number: int, toponym: Toponym) -> bool:
    """Whether a name only tells where what is meant lies, with no name of its own: "the *Kenyan* port"."""
    is_land = toponym.sort == "demonym" or (toponym.place is not None and toponym.place.kind in _VAST)
    is_named = _is_of(here, number) or _named_beside(here, number) is not None
    return is_land and toponym.end < here.span(number)[1] and not is_named


def _down(here: Reading, number: int, *, steps: int = 2) -> Toponym | None:
    """The place that a phrase is or lies in: "the edge of the town of *Jenin*"."""
    toponym = toponym_of(here, number) or _named_beside(here, number)
    if toponym is not None and not _is_said_to_be_of(here, number, toponym):
        return toponym
    phrase = here.made.phrases[number]
    is_name = here.made.words[phrase.head].tag == "name"
    if not (steps and phrase.preps and (is_name or _is_somewhere(here.head(number)))):
        return toponym
    prep = here.made.preps[phrase.preps[0]]
    if prep.prep not in _DOWN - {"from"} or not prep.objects:
        return toponym
    return _down(here, prep.objects[0], steps=steps - 1) or toponym


def _named_beside(here: Reading, number: int) -> Toponym | None:
    """The town that stands beside what it is: "Peru's second city, *Arequipa*"."""
    if here.head(number) not in _TOWN_NOUNS:
        return None
    beside = (n for n, one in enumerate(here.made.phrases) if one.same_as == number)
    return next((found for n in beside if (found := toponym_of(here, n)) is not None and found.sort == "place"), None)


def _is_said_to_be_of(here: Reading, number: int, toponym: Toponym) -> bool:
    """Whether a name only says whose a place is that stands behind it: "the *Libya* city of Derna"."""
    phrase = here.made.phrases[number]
    head = here.made.words[phrase.head]
    if toponym.end > head.start or not phrase.preps:
        return False
    prep = here.made.preps[phrase.preps[0]].prep
    if toponym.stands_for == "organisation":
        return prep in {"in", "near", "outside"}  # "the *UN* base in Kidal"
    if prep == "of" and head.low in _SUBURBS:
        return True  # "the *Leeds* suburb of Headingley"
    if toponym.place is None or toponym.place.kind in TOWNS:
        return False  # "Fethiye town of Mugla province"
    is_land = head.low in _LAND or head.low in _DIVISIONS  # "the *US* state of Texas"
    return prep in {"in", "near", "outside"} or (prep == "of" and is_land)  # "a *US* base in Germany"


def told_before(here: Reading, number: int) -> Span | None:
    """The place told before that "the island", "the desert kingdom" or "their country" points back to."""
    if here.known is None:
        return None
    phrase = here.made.phrases[number]
    first, between = here.made.words[phrase.first], here.made.words[phrase.first + 1 : phrase.last - 1]
    is_own = first.low in {"its", "their"} and phrase.head == phrase.last - 1 and all(
        word.tag == "adjective" or word.low == "territorial" for word in between
    )  # fmt: skip
    if is_own and here.head(number) in _LAND - _EDGES:  # "one of *its* ports", "in *its exclusive economic* zone"
        owner = here.known.antecedent(first.start, first.end)
        return owner if owner is not None and is_place(here, owner) else None
    if here.head(number) == "area" and phrase.last - phrase.first == 2 and first.low in {"the", "this", "that"}:
        return None if _is_of(here, number) else here.known.there(first.start)  # "guards *in the area*"
    is_long = phrase.last - phrase.first > 2
    if is_long and not (is_land_word(here.head(number)) or is_venue_word(here.head(number))):
        return None
    if (venue := venue_meant(here.known.text, *here.span(number))) is not None and phrase.owner is None:
        return None if _is_of(here, number) else venue
    is_land = is_land_word(here.head(number))
    if here.head(number) not in place_words() and not is_land:
        return None
    if here.made.words[phrase.first].low not in _POINTING or phrase.head != phrase.last - 1:
        return None
    span = None if is_long else here.known.antecedent(*here.span(number))
    entity = None if span is None else here.known.at(span)
    if entity is not None and entity.sort == "place" and (
        here.sentence[0] <= entity.at[0] or not here.known.has_rival(entity)
    ):  # fmt: skip
        return span
    lands = here.known.lands(*here.span(number)) if is_land else ()
    return lands[0] if len(lands) == 1 else None


def _is_of(here: Reading, number: int) -> bool:
    """Whether a noun is told with what it is of: "the school *of law*"."""
    preps = here.made.phrases[number].preps
    return bool(preps) and here.made.preps[preps[0]].prep == "of"


def _venue(here: Reading, number: int) -> Span | None:
    """A place that a phrase names by its owner or by a word: "Baxter Hospital", "Fiji's east side", "the dock of …"."""
    for n in (number, *_within(here, number)):
        owner = here.made.phrases[n].owner
        if owner is not None and here.head(n) in PARTS | _PREMISES and (told := told_before(here, owner)) is not None:
            return told  # "the country's *south*", "the school's *gym*"
        if owner is not None and (
            noun_classes(here.head(n)) & {"location", "artifact", "object"}
            or (here.head(n) in _LAND and here.made.phrases[n].last - here.made.phrases[n].first > 1)
        ):  # fmt: skip
            toponym = toponym_of(here, owner)
            if toponym is not None:
                return toponym.start, toponym.end
        venue = venue_in(here.made, n)
        if venue is not None:
            return venue
    return None


def _within(here: Reading, number: int) -> Iterator[int]:
    """The phrases that say where a place lies: the court of "the dock of Leeds Crown Court"."""
    if _may_lie(here, number) and _is_somewhere(here.head(number)):
        for n in here.made.phrases[number].preps[:2]:
            if here.made.preps[n].prep not in _DOWN or here.made.preps[n].prep == "from":
                return
            yield from here.made.preps[n].objects[:1]


def _is_leisure(here: Reading, number: int, prep: str) -> bool:
    """Whether a stay is where its "in" says, so that one may come from it: "home from a cruise in Oman"."""
    head = here.head(number)
    is_stay = head in words("frames", "stays", "nouns") or "troupe" in noun_classes(head) or head in _WHILES
    holder = here.holder(number) if head in _TALKS else None  # "returned *from talks in Oman*"
    is_stay = is_stay or (holder is not None and holder.prep in {"from", "out_of"})
    return (prep in IN and is_stay) or (prep, head) == ("of", "tour")


_WHILES: Final = frozenset("fortnight week weekend weeks days months month year years spell stint season".split())
_TALKS: Final = frozenset(("talks", "negotiations", "discussions"))


def _may_lie(here: Reading, number: int, prep: str = "of") -> bool:
    """Whether a phrase may be where its "of" or "in" says: a port is, a person only where "in" says so."""
    head = here.made.words[here.made.phrases[number].head]
    if head.tag == "name" and prep not in {"in", "near", "outside"}:
        return head.low in words("frames", "venues", "nouns") or head.low in _LAND
    return head.tag != "pronoun"


def places_of(here: Reading, numbers: Sequence[int]) -> list[Span]:
    """The places that phrases mean, each once; of "Macon, Georgia" the first."""
    if (streets := streets_in(here, tuple(numbers))) is not None:
        return [streets]
    if len(numbers) == 1 and (both := _both(here, numbers[0])):
        return both
    found: list[Span] = []
    for number in numbers:
        if listed := one_by_one(here, number):
            found += listed
            continue
        if len(numbers) > 1 and number != numbers[-1] and are_counted(here, number):
            continue  # "to *two U.S. cities*, Boston and Miami"
        if not _is_custom(here, number) and (place := place_of(here, number)) is not None:
            found.append(place)
            found += _beside(here, number, place)
    if len(numbers) > 1 and here.head(numbers[-1]) in _LAND:
        found = [*nations(here, numbers[:-1]), *found]
    return [place for n, place in enumerate(found) if n == 0 or not lies_in(here, place, found[n - 1])]


def _both(here: Reading, number: int) -> list[Span]:
    """Both places told before that "the two cities" are."""
    if here.known is None or not is_land_word(here.head(number)):
        return []
    lands = here.known.lands(*here.span(number))
    return list(lands) if len(lands) > 1 else []


def _beside(here: Reading, number: int, place: Span) -> list[Span]:
    """The other places of "the ports of *Lagos* and Dakar"."""
    for n in here.made.phrases[number].preps[:2]:
        objects = here.made.preps[n].objects
        if len(objects) > 1 and here.span(objects[0])[0] <= place[0] < here.span(objects[0])[1]:
            return [(t.start, t.end) for o in objects[1:] if (t := toponym_of(here, o)) is not None]
    return []


def _is_custom(here: Reading, number: int) -> bool:
    """Whether a bare noun names what is done at a place, not the place: "went to school in Boston"."""
    phrase = here.made.phrases[number]
    if here.head(number) == "sea" and phrase.preps and here.made.preps[phrase.preps[0]].prep in {"near", "off"}:
        return False  # "slid back out to sea *near Bundaberg*"
    return phrase.last - phrase.first == 1 and phrase.owner is None and here.head(number) in _CUSTOMS


def state_of(here: Reading, number: int) -> Span | None:
    """A place that acts: "South Korea", "Kyiv", as the head of a phrase, or what "it" points back to."""
    if here.known is not None and here.head(number) in {"it", "they"}:
        span = here.known.antecedent(*here.span(number))
        return span if span is not None and is_place(here, span) else None
    toponym = toponym_of(here, number)
    if toponym is None and here.made.words[here.made.phrases[number].head].tag == "noun":
        named = (n for n, phrase in enumerate(here.made.phrases) if phrase.same_as == number)
        toponym = next((t for n in named if (t := toponym_of(here, n)) is not None), None)  # "its ally, Chad, sent …"
    return None if toponym is None or toponym.sort == "demonym" else (toponym.start, toponym.end)


def counted(here: Reading, number: int) -> int:
    """The phrase that a number, a share or a group is of: "wheat" of "40 tonnes of wheat", "most of its wheat"."""
    phrase = here.made.phrases[number]
    if not phrase.preps:
        return number
    word = here.made.words[phrase.head]
    is_share = (word.low in _SHARES or word.low.endswith("load")) and (
        word.low != "delivery" or phrase.first < phrase.head
    )  # no "took *delivery* of"
    counts = word.tag in {"number", "determiner"} or is_share or word.low in ORDINALS or (
        word.tag == "noun" and frozenset() < noun_classes(word.low) <= {"quantity", "group", "relation"}
    ) or here.made.words[phrase.head - 1].low == "cubic" or (
        units().get(word.low) in {"packing", "volume"}
        and any(one.tag == "number" for one in here.made.words[phrase.first : phrase.head])
    ) or (
        word.low in words("quantities", "currencies", "words")
    ) or _is_one_of(here, phrase)  # fmt: skip
    spreads = not counts and word.low in _SPREADS
    if (counts or spreads) and phrase.preps:
        prep = here.made.preps[phrase.preps[0]]
        if spreads and not (prep.objects and _is_weather(here, prep.objects[0])):
            return number
        if prep.prep in {"of", "in", "worth"} and prep.objects and toponym_of(here, prep.objects[0]) is None and not (
            prep.prep == "in" and _is_invested(here, number)
        ):  # fmt: skip
            if prep.prep == "in" and here.head(prep.objects[0]) in _IN_SUM:
                return number  # "gets $3m *in return* for fuel"
            # "a total of 40 tonnes of wheat", "hundreds of thousands of pilgrims"
            of = here.head(prep.objects[0])
            if of == "own":
                return number  # "bought 90 doses *of its own*"
            is_sum = word.low in _SUMS or of in _MANY | {"number"} or units().get(of) in {"mass", "volume", "packing"}
            return counted(here, prep.objects[0]) if is_sum else prep.objects[0]
    return number


def _is_invested(here: Reading, number: int) -> bool:
    """Whether "in" says what a sum is put in, not what it is of: "invested *$9 million* in a port"."""
    return any(one.lemma in {"invest", "reinvest"} for one in here.made.predicates
               if number in one.subject or any(number in held for held in one.objects))  # fmt: skip


def _is_a_top(here: Reading, number: int, of: int) -> bool:
    """Whether a summit is a mountain's and no meeting: "to *the summit of Everest*"."""
    toponym = toponym_of(here, of) if here.head(number) == "summit" else None
    return toponym is not None and toponym.place is not None and toponym.place.kind == "mountain"


def _is_one_of(here: Reading, phrase: Phrase) -> bool:
    """Whether a phrase is of one of several by a superlative: "*the youngest* of the boys"."""
    word = here.made.words[phrase.head]
    return (
        word.low.endswith("est")
        and word.tag in {"adjective", "noun"}
        and phrase.last - phrase.first == _PAIR
        and (here.made.preps[phrase.preps[0]].prep == "of" and here.made.words[phrase.first].low == "the")
        and word.low[:-3] not in {"w", "n", "gu", "int", "ch", "for", "conqu", "b"}
    )


def _is_weather(here: Reading, number: int) -> bool:
    """Whether a phrase is of weather by its noun or by what stands before its name: "Hurricane Elena"."""
    phrase = here.made.phrases[number]
    words_of = here.made.words[phrase.first : phrase.last]
    return any("weather" in noun_classes(w.low) for w in (words_of if words_of[-1].tag == "name" else words_of[-1:]))


def is_place(here: Reading, span: Span) -> bool:
    """Whether the words of a span bring up a place."""
    entity = None if here.known is None else here.known.at(span)
    return entity is not None and entity.sort == "place"


def so_far_from(here: Reading, n: int) -> list[Span]:
    """The place to which one has come so near: "advanced to *500 metres from Ramallah*", "within 9 km of Bari"."""
    for o in here.made.preps[n].objects:
        if here.made.preps[n].prep == "to" and units().get(here.head(o)) == "length":
            behind = [here.made.preps[m] for m in here.made.phrases[o].preps[:1]]
            return [place for prep in behind if prep.prep in {"from", "of", "near"}
                    for place in places_of(here, prep.objects)]  # fmt: skip
    return []


def _venue_of_a_stay(here: Reading, number: int) -> Span | None:
    """The venue where what somebody goes for is: "left for *training at Fort Benning*"."""
    prep = next((here.made.preps[n] for n in here.made.phrases[number].preps[:1]), None)
    if prep is None or not prep.objects or not _is_leisure(here, number, prep.prep):
        return None
    return venue_in(here.made, prep.objects[0])
