"""The slots of a verb or noun: its subject and objects by voice, and the places behind its prepositions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.reading.amounts.numbers import units
from dateline.reading.events.fillers import may_fill
from dateline.reading.events.frame_table import by_noun, by_verb
from dateline.reading.events.grounds import (
    IN,
    counted,
    place_of,
    places_of,
    so_far_from,
    state_of,
    toponym_of,
)
from dateline.reading.events.lists import one_by_one
from dateline.reading.events.named_ends import is_bodily, named_ends, with_named
from dateline.reading.events.named_lines import ends_before
from dateline.reading.events.parted import handed_up, past_date
from dateline.reading.events.scenes import captors_at, meeting_at, scene_of, stands_at, unlisted_at
from dateline.reading.events.spots import is_gate
from dateline.reading.events.unnamed import gathering_of, ground_of
from dateline.reading.grammar.prepositions import THEREBY
from dateline.reading.text.nouns import noun_classes
from dateline.reading.text.wordlists import words
from dateline.reading.things.by_standing import is_team, where_named
from dateline.reading.things.venues import name_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.reading.events.reading import Reading
    from dateline.reading.grammar.syntax import Phrase, Predicate, Word
    from dateline.story.model import Span

__all__ = [
    "PAST",
    "argument",
    "bound_for",
    "ends_of",
    "glued_to",
    "listed_behind",
    "marker_of",
    "own_end",
    "preps_of",
    "states_in",
    "word_after",
]  # fmt: skip

_GOES: Final = frozenset(
    "travel fly sail go come drive head return send bring take journey rush jet leave depart invite arrive".split()
)
PAST: Final = frozenset(("across", "over", "through", "past"))
_MATTERS_OVER: Final = frozenset(
    "win wins victory victories triumph triumphs defeat lead edge control sovereignty row rows dispute disputes debate"
    " controversy quarrel feud standoff clash clashes fight spat tension tensions anger outrage concern worries"
    " concerns crisis stand-off argument deadlock talks negotiations scandal protest protests".split()
)


_DISTANCES: Final = frozenset("miles mile km kilometres kilometers kilometre kilometer".split())
_HANDS: Final = frozenset(("hand", "turn", "render", "release"))  # "handed them to the Red Cross"
_CARRIES: Final = frozenset(("carry", "transport", "ferry", "haul"))


def argument(predicate: Predicate, slot: str) -> tuple[int, ...]:
    """The phrases in a slot of a verb, its voice taken into account."""
    objects = predicate.objects
    passive = predicate.passive
    if slot == "subj":
        return () if passive else predicate.subject
    if slot == "obj":
        if passive:
            return objects[0] if objects and len(objects[0]) and not predicate.subject else predicate.subject
        return objects[-1] if objects else ()
    if slot == "iobj":
        return objects[0] if len(objects) > 1 and not passive else ()
    return ()


def preps_of(here: Reading, predicate: Predicate, slots: Sequence[str]) -> list[int]:
    """The prepositional phrases of a verb that may stand in some slots, by number."""
    held = (*predicate.preps, *past_date(here, predicate))
    held += handed_up(here, predicate) if "to" in slots or "from" in slots else ()
    if not held:
        return []
    wanted = set(slots) | (IN if "in" in slots else set()) | ({"away_from"} if "from" in slots else set())
    return [
        n
        for n in held
        if here.made.preps[n].prep in wanted
        and n not in here.taken
        and not _is_of_noun(here, n, predicate)
        and not _is_in_place_of(here, n)
        and not (here.made.preps[n].prep == "from" and _says_whence(here, n, predicate))
        and not _is_measured_from(here, n, predicate)
    ]


def _says_whence(here: Reading, n: int, predicate: Predicate) -> bool:
    """Whether "from" says of where somebody is, or how far off a place: "A nurse, *from Bath*, was sacked"."""
    prep = here.made.preps[n]
    on_foot = prep.of is not None and here.head(prep.of) == "foot"
    if prep.of is not None and not on_foot and units().get(here.head(prep.of)) == "length":
        goes_on = any(here.made.preps[m].prep == "to" for m in here.made.phrases[prep.of].preps)
        is_way = any(prep.of in numbers for numbers in predicate.objects) and not predicate.passive
        return not goes_on and not is_way  # "90 miles *from Oslo*"
    is_data = prep.of is not None and here.head(prep.of) in words("sources", "speakers", "shows")
    if is_data and all(prep.of not in numbers for numbers in predicate.objects):
        return True  # "gasoline reached Malta, according to data *from Kpler*"
    before = prep.first - 1
    is_aged = before > 2 and here.made.words[before - 1].low.isdigit() and here.made.words[before - 2].text == ","
    return (
        1 < prep.first < predicate.group[0] and here.made.words[before].text == "," and bool(predicate.subject)
        and (is_aged or here.made.phrases[predicate.subject[-1]].last == before)  # "Roa, *47, from Bath*, was sacked"
        and may_fill(here, predicate.subject[-1], frozenset(("person",)))
    )  # fmt: skip


def _is_measured_from(here: Reading, n: int, predicate: Predicate) -> bool:
    """Whether "north of" only says where the end lies that stands before: "to Orle, *9 km south of Bari*"."""
    prep = here.made.preps[n]
    before = here.made.words[prep.first - 1].low if prep.first > 1 else ""
    ends = [here.made.preps[m] for m in predicate.preps if m < n and here.made.preps[m].objects]
    is_right_behind = any(end.last == prep.first - (before == "just") for end in ends)  # "at Elm Park *just* off Orle"
    is_far = before in _DISTANCES or (before[:1].isdigit() and before.endswith("km"))
    if prep.prep != "near" or not (is_far or is_right_behind):
        return False
    return any(end.prep == "to" or (end.prep in IN and places_of(here, end.objects)) for end in ends)


def _is_in_place_of(here: Reading, n: int) -> bool:
    """Whether "rather than" or "instead of" stands before it: "sailed to Split *rather than to Bari*"."""
    return _follows(here, n, "rather", "than") or _follows(here, n, "instead", "of")


def _is_beside(here: Reading, number: int) -> bool:
    """Whether a phrase between commas says who somebody is: "the girl, *a nurse*", "the walker, *a 57-year-old*"."""
    phrase = here.made.phrases[number]
    first, before = here.made.words[phrase.first].low, here.made.words[phrase.first - 1].text
    classes = noun_classes(here.head(number))
    return first in {"a", "an", "the"} and phrase.same_as is not None and before == "," and (
        "person" in classes or here.head(number).endswith("-old")
    )  # fmt: skip


_GIFTS: Final = frozenset("gift present loan tribute donation grant part message messages".split())
_LAND: Final = frozenset("territory soil land part province".split())  # "fired from *territory* in Mali at Goma"


def _is_of_noun(here: Reading, n: int, predicate: Predicate) -> bool:
    """Whether a prepositional phrase belongs to a noun that tells of an event of its own, or of a person."""
    of, seen = here.made.preps[n].of, n
    if predicate.lemma in {"drop", "airdrop", "parachute"} and here.made.preps[n].prep in {"over", "on", "into"}:
        return False  # "dropped food from planes *over Gao*"
    speak = (one.subject for one in here.made.predicates if one.lemma == "say" and one.word > here.made.preps[n].last)
    is_person = of is not None and noun_classes(here.head(of)) == {"person"}
    if is_person and of not in predicate.subject and any(of in subject for subject in speak):
        return True  # "left Bari, a spokesman *for the port* said"
    if of is not None and here.made.preps[n].prep == "from" and _is_of_goods(here, of, predicate):
        return True
    within = None if of is None else here.holder(of)
    is_hurt = within is not None and within.prep == "with"  # "was taken *with injuries* to the hospital in Leeds"
    if of is not None and here.made.preps[n].prep == "to" and not is_hurt and (
        here.head(of) in words("frames", "to_nouns", "nouns")
    ):  # fmt: skip
        return True  # "paid for the rights *to matches in Oman*"
    if of is not None and here.head(of) in words("frames", "envoys", "nouns") and (
        (by := here.holder(of)) is not None and by.prep == "by"
    ):  # fmt: skip
        return True  # "was met by the ambassador *to Peru*"
    if within is not None and of is not None and here.made.preps[n].prep in {"to", "from"} and (
        within.prep == "as" if here.made.preps[n].prep == "to" else noun_classes(here.head(of)) == {"communication"}
    ):  # fmt: skip
        is_noun = here.made.words[here.made.phrases[of].head].tag == "noun"
        return (
            is_noun and here.head(of) not in _GIFTS
        )  # "sent as a warning *to Chad*", "in response to a request *from Chad*"
    about = None if of is None else here.holder(of)
    is_told = of is not None and not noun_classes(here.head(of)) & {"time", "quantity"}  # not "for *about* a week in"
    if about is not None and about.prep in {"about", "concerning", "regarding"} and is_told:
        return True  # "waited for word about his house *in Bari*"
    if of is not None and here.made.preps[n].prep == "from" and _is_beside(here, of):
        return True  # "drove the girl, *a nurse from Leeds*, to Bath"
    if _follows(here, n, "on", "loan"):
        return True  # "made off with a helmet on loan *from Peru*"
    if of is not None and here.made.preps[n].prep == "over" and here.head(of) in _MATTERS_OVER:
        return True  # "advanced with a win *over Leeds*", "waded into the row *over Chad*"
    while of is not None:
        head = here.made.words[here.made.phrases[of].head]
        if f"{predicate.lemma}_{head.lemma}" in by_verb():
            return False  # "set sail for": the verb's, with its object
        if head.low == "way" and here.holder(of) is None and of not in predicate.subject:
            return False  # "from Porto all the way *to Warsaw*"
        if head.low == "crossing" and is_gate(here, of):
            return False  # "crossed at the border crossing *into Peru*"
        is_in = here.made.preps[n].prep in IN  # "took part in a race *in Bath*", "sat on a train *in Bath*"
        is_in = is_in and (predicate.lemma == "serve" or head.lemma != "mission")
        tells = head.lemma not in _LAND and any(
            frame.kind not in {"presence", "use"} and not (is_in and ("both" in frame.flags or head.lemma == "mission"))
            for frame in by_noun().get(head.lemma, ())
        )
        if head.tag == "noun" and tells and of not in predicate.subject:
            carrier = here.holder(of)
            if carrier is not None and carrier.prep == "of" and carrier.of is not None and _carries(head):
                carrier = here.holder(carrier.of)  # "in a convoy *of trucks* to Goma"
            ways = {"into", "onto", "to", "towards"} if _carries(head) else {"into", "onto"}
            into = carrier is not None and carrier.prep == "from" and here.made.preps[n].prep in ways
            if carrier is not None and (
                carrier.prep in {"by", "under", THEREBY} or (carrier.prep == "on" and predicate.lemma == "lead")
            ):
                return False  # "travelled by boat *from Aden*", "led police on a chase *into Mali*"
            if carrier is not None and carrier.prep in _ABOARD and _carries(head) and (
                predicate.lemma in words("frames", "travels", "verbs") and not predicate.passive
            ):  # fmt: skip
                return False  # "drove in a convoy *to Kuwait*"
            if into:
                return False  # "oil spilled from the tanker *into the bay*", "walked from his truck *to a farm*"
            held = [number for numbers in predicate.objects for number in numbers]
            goods = [
                counted(here, number) for number in held
            ]  # "$3m in aid *to Chad*", "9 tonnes of food and medicine"
            return of not in held and all(of != n and of not in here.made.phrases[n].beside for n in goods)
        # "his move from Porto to Rome": the second end hangs on the first.
        seen = next((m for m in range(seen - 1, -1, -1) if of in here.made.preps[m].objects), -1)
        of = here.made.preps[seen].of if seen >= 0 and here.made.preps[seen].last <= here.made.preps[n].first else None
    return False


def _carries(head: Word) -> bool:
    """Whether a noun is of a vehicle, and of no journey: "a truck", no "flight"."""
    return "vehicle" in noun_classes(head.low) and head.lemma != "flight"


_ABOARD: Final = frozenset(("in", "on", "aboard"))


def _follows(here: Reading, n: int, *said: str) -> bool:
    """Whether some words stand right before a prepositional phrase."""
    first = here.made.preps[n].first
    return tuple(word.low for word in here.made.words[first - len(said) : first]) == said


def _is_of_goods(here: Reading, of: int, predicate: Predicate) -> bool:
    """Whether "from" says where a noun comes from that is not the verb's own: "ran on fuel *from Iraq*"."""
    holder = here.holder(of)
    if holder is None or here.made.preps.index(holder) not in predicate.preps or toponym_of(here, of) is not None:
        return False
    is_taken = predicate.passive and bool(predicate.subject) and toponym_of(here, predicate.subject[0]) is None
    has_end = any(here.made.preps[n].prep == "to" and here.made.preps[n].first < holder.first for n in predicate.preps)
    if holder.prep in _HOW or (holder.prep == "by" and is_taken and not has_end):
        return False  # "taken by the army *from Oran*", "fled without a trace *from the mill*"
    if holder.prep == "of" and any(holder.of in numbers for numbers in predicate.objects):
        return False  # "withdrew scores of its medics *from Chad*"
    if holder.prep == "with" and any(here.made.preps[n].prep == "to" for n in here.made.phrases[of].preps):
        return False  # "travelling with his brother *from Kabul* to Herat"
    if holder.prep == "in" and here.made.phrases[of].last - here.made.phrases[of].first == 1:
        return False  # "sailed in *secret* from Oran"
    classes = noun_classes(here.head(of))  # not "at 8am *Sunday* from Oran", "withdrew at short *notice* from Oran"
    goes = any(frame.kind == "route" for frame in by_verb().get(predicate.lemma, ()))
    wanted = _COMES_FROM - {"communication"} if goes and holder.prep != "against" else _COMES_FROM
    return "time" not in classes and bool(classes & wanted)


_COMES_FROM: Final = frozenset("person substance food possession communication".split())
_HOW: Final = frozenset(("without", "worth", "under", "despite", "amid", "during", "since", THEREBY))


def ends_of(
    here: Reading, predicate: Predicate, slots: Sequence[str], *, grounds: bool = False
) -> tuple[list[Span], list[int]]:
    """The places in the slots of a role, those without a name too if asked, and the phrases they stand in."""
    found: list[Span] = []
    used: list[int] = []
    for slot in slots:
        if slot in {"subj", "obj", "iobj"}:
            for number in argument(predicate, slot):
                if predicate.lemma in _CARRIES and here.head(number) in {"it", "they"}:
                    continue  # a ship, whatever state was spoken of
                if listed := one_by_one(here, number):
                    found += listed  # "visits four states: Ohio, Iowa …"
                    continue
                place = state_of(here, number) if slot == "subj" else place_of(here, number)
                if place is None and grounds and slot == "obj" and here.head(number) != "market":
                    is_goal = predicate.lemma in words("frames", "goals", "verbs")
                    named = named_ends(here, (number,), bodily=is_bodily(here, predicate))
                    place = named[0] if named else ground_of(here, number)
                    place = place or (name_in(here.made, number) if is_goal else None)
                if place is not None:
                    found.append(place)
    for n in preps_of(here, predicate, [slot for slot in slots if slot not in {"subj", "obj", "iobj"}]):
        if "from" in slots and (_is_off_something(here, n) or _is_off_a_ship(here, predicate, n)):
            continue
        places = (
            meeting_at(here, n)
            or places_of(here, here.made.preps[n].objects)
            or so_far_from(here, n)
            or scene_of(here, predicate, n)
            or captors_at(here, predicate, n)
            or stands_at(here, n)
        )
        is_it = bool(predicate.subject) and here.head(predicate.subject[-1]) == "it"  # "*it* is headed for Corvette"
        if not places and not (is_it and here.made.preps[n].prep == "for") and (
            predicate.lemma in words("frames", "travels", "verbs") or _makes_landfall(here, predicate)
        ):  # fmt: skip
            bodily = grounds and is_bodily(here, predicate)
            names = ((where_named(here.made, o, bodily=bodily) if grounds else None) or name_in(here.made, o)
                     for o in here.made.preps[n].objects if not is_team(here.made, o))  # fmt: skip
            places = [name for name in names if name is not None]
        if not places and here.made.preps[n].prep in {"to", "from"} and predicate.lemma in _GOES:
            places = [place for o in here.made.preps[n].objects if (place := gathering_of(here, o)) is not None]
        if not places and here.made.preps[n].prep == "to" and predicate.lemma in words("frames", "handed", "verbs"):
            places = [place for o in here.made.preps[n].objects for place in _authority_of(here, o)]
        if grounds and len(here.made.preps[n].objects) > len(places) > 0:
            places = with_named(here, here.made.preps[n].objects, places)
        is_by = here.made.preps[n].prep == "aboard" and predicate.lemma not in words("frames", "bodily", "aboard")
        if not places and grounds and not is_by and here.made.preps[n].prep not in PAST and (
            predicate.lemma not in _HANDS  # nor "arrived *aboard* Air Force One"
        ):  # fmt: skip
            places = named_ends(here, here.made.preps[n].objects, bodily=is_bodily(here, predicate))
        if not places:  # "to towns such as Lyon and Lille", "from a number of towns, including Lyon"
            places = listed_behind(here, n)
        if not places and grounds and here.made.preps[n].prep not in PAST:
            grounds_of = ((o, ground_of(here, o)) for o in here.made.preps[n].objects)
            places = [unlisted_at(here, o) or place for o, place in grounds_of if place is not None]
        of = here.made.preps[n].of
        if used and here.made.preps[n].prep == here.made.preps[used[-1]].prep == "from" and (
            of is not None and place_of(here, of) == found[-1]
        ):  # fmt: skip
            continue  # "pulled fruit imported from Chad *from its shelves* in Bari"
        if here.made.preps[n].prep in IN and (
            (_is_of_a_start(here, n) and predicate.lemma not in _GETS_OFF and not _comes_in(here, predicate, n))
            or (used and _is_of_a_purpose(here, n))
        ):
            continue  # "returned from a trade fair *in Oslo*"
        if places and used and here.made.preps[used[-1]].prep in IN and (
            here.made.preps[used[-1]].first < predicate.group[0] <= here.made.preps[n].first
        ):  # fmt: skip
            found, used = [], []  # "*In Peru*, a plane landed near Lima"
        if places and not _only_says_where(here, n, found):
            found += places
            used.append(n)
    return found, used


def _makes_landfall(here: Reading, predicate: Predicate) -> bool:
    """Whether a storm comes ashore: "made *landfall* at Velmara"."""
    behind = here.made.words[predicate.group[1] : predicate.group[1] + 1]
    return predicate.lemma == "make" and [word.low for word in behind] == ["landfall"]


def _is_off_something(here: Reading, n: int) -> bool:
    """Whether one is, or falls, off what is no start: "in the sea *off Mexico*", "slid *off the runway* in Leeds"."""
    prep = here.made.preps[n]
    lands = [found for o in prep.objects if (found := toponym_of(here, o)) is not None and found.place is not None]
    if lands and prep.prep == "off" and all(found.place.kind in _HEIGHTS for found in lands if found.place):
        return False  # "was airlifted *off Ben Nevis*"
    return prep.prep == "off" and any(
        toponym_of(here, o) is not None or "vehicle" in noun_classes(here.head(o)) or here.lemma(o) in _BEDS
        for o in prep.objects
    )


_HEIGHTS: Final = frozenset(("mountain", "hill", "peak"))
_BEDS: Final = frozenset("runway taxiway road highway motorway track rail bridge cliff course".split())


def _is_off_a_ship(here: Reading, predicate: Predicate, n: int) -> bool:
    """Whether "from" says what one gets off: "disembarked *from landing craft* at Bari"."""
    held = here.made.preps[n].objects if predicate.lemma in _GETS_OFF else ()
    return any("vehicle" in noun_classes(here.head(o)) or here.head(o) == "craft" for o in held)


_GETS_OFF: Final = frozenset(("disembark", "alight"))


def _authority_of(here: Reading, number: int) -> list[Span]:
    """The place whose police or court people are handed to: "extradited to *Belgian* authorities"."""
    if here.head(number) not in words("frames", "handed", "nouns"):
        return []
    return states_in(here, here.made.phrases[number])[:1]


def _is_of_a_start(here: Reading, n: int) -> bool:
    """Whether a prepositional phrase says where what one comes from lies."""
    of = here.made.preps[n].of
    holder = None if of is None else here.holder(of)
    return holder is not None and holder.prep in {"from", "out_of"}


def _comes_in(here: Reading, predicate: Predicate, n: int) -> bool:
    """Whether a phrase says where one comes in, though it stands behind the start: "arrived from Chad *in Oran*"."""
    of = here.made.preps[n].of
    start = None if of is None or predicate.lemma not in _COMES_IN else toponym_of(here, of)
    is_vast = start is not None and start.place is not None and start.place.kind in {"country", "continent"}
    return start is not None and (is_vast or here.made.preps[n].prep == "at")


_COMES_IN: Final = frozenset("arrive land dock touch_down arrive_back".split())


def _is_of_a_purpose(here: Reading, n: int) -> bool:
    """Whether "in" says where what one goes for is: "flew to Frankfurt for treatment *in its hospital*"."""
    of = here.made.preps[n].of
    holder = None if of is None else here.holder(of)
    if holder is not None and holder.prep in {"after", "following", "before", "during"}:
        return toponym_of(here, of) is None  # type: ignore[arg-type]  # "settled in Perth *after stints in Dubai*"
    return holder is not None and holder.prep == "for" and bool(noun_classes(here.head(of)) & {"act", "event"})  # type: ignore[arg-type]


def _only_says_where(here: Reading, n: int, found: Sequence[Span]) -> bool:
    """Whether a phrase says where the end before it lies: "arrived in Dadaab in Kenya" has one end."""
    of = here.made.preps[n].of
    if not found or here.made.preps[n].prep not in IN:
        return False
    first = here.made.preps[n].first
    if first > 1 and here.made.words[first - 1].text == "," and here.made.words[first - 2].end == found[-1][1]:
        return True  # "arrived at Eden, *on the south coast*"
    if first > 2 and here.made.words[first - 1].text == ")" and here.made.words[first - 4].end == found[-1][1]:
        return True  # "at Elm Airport (EA) *in Bari*"
    if of is None:
        return False
    return place_of(here, of) is not None


def marker_of(here: Reading, predicate: Predicate) -> str:
    """The word that opens a verb's clause, or "having"; empty where there is none."""
    if predicate.marker is None:
        first = here.made.words[predicate.group[0]].low
        return first if first == "having" else ""  # "is in Afar, *having* entered it in May"
    return here.made.words[predicate.marker].low


def glued_to(here: Reading, number: int) -> Span | None:
    """The place at the head of an object that gets the rest of it: "gave *Kyiv* long-range missiles"."""
    phrase = here.made.phrases[number]
    first, head = here.made.words[phrase.first], here.made.words[phrase.head]
    if first.tag != "name" or head.tag != "noun":
        return None
    for toponym in here.toponyms:
        if first.text.isupper() or "." in first.text:
            break  # "carries *U.S.* crude": whose it is
        if toponym.start == first.start and toponym.end < head.start and toponym.sort != "demonym":
            return toponym.start, toponym.end
    return None


def word_after(here: Reading, span: Span) -> int:
    """The first word behind a span."""
    return next(n for n, word in enumerate(here.made.words) if word.start >= span[1])


def own_end(here: Reading, number: int, role: str) -> list[Span]:
    """Where goods or a ship are from or bound for by their own words: "water *from the Nile* flows to …"."""
    phrase = here.made.phrases[number]
    start, goal = ends_before(here, phrase)
    if start and role in {"from", "to"}:
        return start if role == "from" else goal  # "a *Leeds to Bath* train"
    for n in phrase.preps[:2]:
        prep = here.made.preps[n].prep
        if (
            prep == role
            or (role == "from" and prep == "out_of")
            or (role == "to" and prep == "for" and "vehicle" in noun_classes(here.head(number)))
        ):
            return places_of(here, here.made.preps[n].objects)
    inner = [o for n in phrase.preps[:1] if here.made.preps[n].prep == "of" for o in here.made.preps[n].objects]
    return own_end(here, inner[0], role) if inner else []  # "a cargo of 90 tonnes *of rice from Togo*"


def bound_for(here: Reading, number: int) -> list[Span]:
    """Where a vehicle or somebody goes by the word before it: "a *Lagos-bound* bus"."""
    phrase = here.made.phrases[number]
    bound = [word.start for word in here.made.words[phrase.first : phrase.head] if word.low.endswith("-bound")]
    if not bound or noun_classes(here.head(number)).isdisjoint(("vehicle", "person")):
        return []
    return [(t.start, t.end) for t in here.toponyms if t.start in bound and t.sort != "demonym"]


def listed_behind(here: Reading, n: int) -> list[Span]:
    """The places that are named of several: "to 14 towns, *including Lyon*"."""
    named = next((one for one in here.made.preps[n + 1 : n + 3] if one.prep in {"including", "like"}), None)
    return [] if named is None else places_of(here, named.objects)


def states_in(here: Reading, phrase: Phrase) -> list[Span]:
    """The names of places before a phrase's head; a "Togo-bound" cargo is of no Togo."""
    first, head = here.made.words[phrase.first], here.made.words[phrase.head]
    inside = [(t.start, t.end) for t in here.toponyms if first.start <= t.start < head.start]
    return [span for span in inside if here.made.text[span[1] : span[1] + len("-bound")] != "-bound"]
