"""Who is somewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.reading.events.copulas import has_ended, is_distance, is_far, is_named, is_time, past_commas, qualities
from dateline.reading.events.doings import SELVES, is_under_way
from dateline.reading.events.fillers import classes_at, make_find, may_fill, named_as, whole
from dateline.reading.events.grounds import IN, NAMES_AFTER, counted, places_of, state_of
from dateline.reading.events.lending import is_on_loan
from dateline.reading.events.lists import PLACES
from dateline.reading.events.named_ends import gathering_at, named_ends, named_stays
from dateline.reading.events.no_stays import is_no_stay, words_of
from dateline.reading.events.onlookers import (
    WAITS,
    are_forces,
    captive,
    cleft,
    is_awaited,
    is_cleft,
    is_company,
    is_crowd,
    is_prisoner,
    is_put_under,
    is_seen_there,
    is_stuck,
    out_in,
    past_what_they_are,
    told_with,
)  # fmt: skip
from dateline.reading.events.slots import argument, listed_behind, preps_of
from dateline.reading.events.spells import is_spell, read_spell
from dateline.reading.events.tours import compound
from dateline.reading.events.unnamed import custody_of, gathering_of, ground_of
from dateline.reading.events.whereabouts import BEFORE_STATES, as_far_as, opened, there_of, ways_of, where_of
from dateline.reading.grammar.opening import PLANS
from dateline.reading.grammar.pieces import MONTHS
from dateline.reading.text.classes import classes_of
from dateline.reading.text.nouns import noun_classes
from dateline.reading.text.wordlists import words
from dateline.reading.things.venues import name_in, venue_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.reading.events.find import Find
    from dateline.reading.events.frame_table import Frame
    from dateline.reading.events.reading import Reading
    from dateline.reading.grammar.syntax import Predicate, PrepPhrase
    from dateline.story.model import Span

__all__ = ["ERRANDS", "NOW", "is_thing", "read_presence"]

NOW: Final = frozenset(("currently", "now", "still", "presently"))
_LONG: Final = frozenset(("years", "decades"))
_LIVES: Final = frozenset("life lives childhood youth".split())
_LAST: Final = frozenset(("last", "past"))
_REGARDS: Final = frozenset(
    "contempt regard esteem trust abeyance check awe memory mind doubt line fact part abeyance honor honour disrepute"
    " suspense".split()
)
ERRANDS: Final = frozenset(
    "talks meeting meetings negotiations consultations summit conference ceremony ceremonies treatment surgery"
    " tournament premiere wedding funeral festival launch inauguration coronation commemorations celebrations forum"
    " debate hearing anniversary fundraiser reunion screening vigil gala briefing rally trial inquest filming"
    " commemoration exhibition fair memorial parade".split()
)
_LOCATED: Final = frozenset(("locate", "situate"))
_BORDERS: Final = frozenset(
    "border borders frontier coast coastline shore shoreline line front quay quays quayside pier piers dock docks wharf"
    " waterfront seafront promenade route bank banks riverbank street streets road avenue boulevard".split()
)  # where one is "along"
_TITLED: Final = frozenset(
    "queen king pope prince princess duke duchess emperor sultan president premier pm fm mp mep cm".split()
)
_PORTIONS: Final = frozenset("third quarter half rest remainder majority percent cent".split())  # of no people
_PLAIN: Final = frozenset(("presence.is", "presence.stays"))
_TALKS: Final = frozenset("hold meet confer".split())  # "held talks on the crisis *in Mali*"
_ANCHOR: Final = frozenset(("drop",))  # a ship does


def read_presence(here: Reading, predicate: Predicate, frame: Frame) -> Find | None:
    """Read who is somewhere by a verb: "is stationed in", "stayed at"."""
    if _is_out_of_frame(here, predicate, frame):
        return None
    slot = frame.roles["actor"][0]
    if predicate.passive and frame.name == "presence.acts":
        return None  # "the song was performed in Lima"
    reduced = predicate.passive and slot == "subj"
    numbers = predicate.subject if reduced else argument(predicate, slot)
    is_told = bool(frame.flags.get("near"))  # by "be" alone, so that the place stands right behind it
    if is_told and numbers and not predicate.passive and is_spell(here, numbers[-1]):
        return read_spell(here, predicate, frame)
    if is_told and predicate.objects and here.made.words[predicate.group[0] - 1].low == "there":
        numbers = predicate.objects[0]  # "there are soldiers in Mali"
        there = next((one for one in here.made.predicates if one.lemma == "leave" and one.subject == numbers), None)
        predicate = predicate if there is None else there  # "there are soldiers left in Mali"
    elif is_told and here.made.words[predicate.group[0] - 1].low == "there" and predicate.group[0]:
        return None  # "as there are in Chad"
    elif is_told and (predicate.passive or (predicate.objects and not is_distance(here, predicate))):
        if not (
            is_prisoner(here, predicate) or is_time(here, predicate)
            or (predicate.objects and here.head(predicate.objects[0][0]) in SELVES)  # "was *himself* in Mali"
        ):  # fmt: skip
            return None
        predicate = predicate._replace(group=(predicate.group[0], past_what_they_are(here, predicate)))
    numbers = captive(here, predicate) or numbers
    is_host = "holds" in frame.flags
    if slot in {"to", "by"}:  # "the camp is home *to 40,000 refugees*", "is surrounded *by rebels*"
        numbers = next((here.made.preps[n].objects for n in predicate.preps if here.made.preps[n].prep == slot), ())
    if numbers and here.head(numbers[-1]) in SELVES:
        numbers = predicate.subject  # "the ship positioned *itself* off Long Island"
    if not numbers or not (
        is_host or may_fill(here, numbers[-1], frame.allowed) or _is_jailed(here, predicate, numbers[-1])
        or is_on_loan(here, predicate) or ("crowds" in frame.flags and is_crowd(here, numbers[-1]))
        or (frame.name == "presence.centred" and is_far(here, predicate) and is_named(here, numbers[-1]))
    ):  # fmt: skip
        return None
    if _is_nobody(here, predicate, frame, numbers[-1]):
        return None
    places = [place for place in _places_in(here, predicate, frame, numbers) if not _is_club(here, place)]
    if not places:
        return None
    here.filled |= set(numbers)
    told = here.made.phrases[numbers[-1]].head if "telling" in frame.flags else predicate.word
    return make_find(here, "presence", told, frame, actor=(whole(here, numbers),), place=places)


def _places_in(here: Reading, predicate: Predicate, frame: Frame, numbers: tuple[int, ...]) -> list[Span]:
    """Where a frame has the place of whoever is somewhere: its subject or object, behind a preposition, "there"."""
    is_told = bool(frame.flags.get("near"))
    if "streets" in frame.flags:
        return out_in(here, predicate)
    if "telling" in frame.flags:
        return _shown(here, predicate, numbers[-1])
    if "ringed" in frame.flags:
        return places_of(here, predicate.subject) if predicate.passive else []
    if "subj" in frame.roles["place"]:
        if predicate.passive:
            return []  # "the fair will be held in Bari"
        host = argument(predicate, "subj")
        return _where(here, predicate, numbers, is_told=False) or places_of(here, host[:1])
    if "object" in frame.roles["place"]:
        places = places_of(here, predicate.objects[-1]) if predicate.objects and not predicate.passive else []
        if "named" in frame.flags and predicate.objects:
            all_named = [places_of(here, (n,)) or named_ends(here, (n,), bodily=True) for n in predicate.objects[-1]]
            places = [place for named in all_named for place in named]  # "toured Lima, Cusco and *Orlana*"
        return places if "there" in frame.flags else places or _where(here, predicate, numbers, is_told=False)
    if "obj" in frame.roles["place"] and (met := _met(here, predicate)):
        return met
    opened = there_of(here, _own(here, predicate)) or (
        [] if is_told and not has_ended(here, predicate) else where_of(here, predicate) or cleft(here, predicate)
    )
    opened = [] if frame.name == "presence.spends" and _is_for_long(here, predicate) else opened
    places = (opened and _where(here, predicate, numbers, is_told=is_told)) or opened
    places = (
        places
        or _in_custody(here, predicate)
        or _where(here, predicate, numbers, is_told=is_told, grounds=bool(frame.flags.get("grounds")))
    )
    if not places and frame.name == "presence.spends":  # "spent a Tuscany weekend"
        objects = _own(here, predicate).objects
        places = compound(here, here.made.phrases[objects[0][0]]) if objects else []
    return places


def _is_out_of_frame(here: Reading, predicate: Predicate, frame: Frame) -> bool:
    """Whether a verb is not built, or means not, what its frame asks for."""
    if frame.flags.get("passive_only") and not predicate.passive:
        return True
    if "for_life" in frame.flags and not any(
        here.head(o) == "life" and here.made.words[here.made.phrases[o].first].low != "its"
        for n in predicate.preps for o in here.made.preps[n].objects
    ):  # fmt: skip
        return True  # "is fighting for *freedom* in Mali", "a club fighting for *its* life"
    if "holds" in frame.flags and not _holds(here, predicate, str(frame.flags["holds"]).split()):
        return True
    if is_no_stay(here, predicate, frame) or ("distant" in frame.flags and not is_distance(here, predicate)):
        return True
    if "telling" in frame.flags and (predicate.passive or not predicate.subject or (
        here.head(predicate.subject[-1]) not in words("sources", "speakers", "shows")
    )):  # fmt: skip
        return True
    if frame.flags.get("housed") and "home" not in [
        word.low for word in here.made.words[predicate.word + 1 : predicate.word + 3]
    ]:  # fmt: skip
        return True
    if "stuck" in frame.flags and not is_stuck(here, predicate, str(frame.flags["stuck"]).split()):
        return True
    if (frame.flags.get("sees") and not is_seen_there(here, predicate)) or (
        frame.flags.get("awaited") and not is_awaited(here, predicate)
    ):
        return True
    if frame.flags.get("kept") and not (_in_custody(here, predicate) or is_put_under(here, predicate)):
        return True
    if frame.flags.get("displaced") and not any(
        here.head(o) in words("frames", "displaced", "nouns")
        for n in predicate.preps if here.made.preps[n].prep in {"in", "under", "on"} for o in here.made.preps[n].objects
    ):  # fmt: skip
        return True
    return (
        frame.name != "presence.doing"
        and bool(frame.flags.get("progressive"))
        and not is_under_way(here, predicate, frame)
    )


def _is_nobody(here: Reading, predicate: Predicate, frame: Frame, number: int) -> bool:
    """Whether the one that a verb of being somewhere is of is none whose whereabouts are told."""
    lemma, head = here.lemma(counted(here, number)), here.made.words[here.made.phrases[number].head]
    if frame.flags.get("housed") and lemma not in words("frames", "housed", "nouns"):
        return True
    if head.low in {"hand", "hands", "you"}:
        return True  # "holding his *hand* in a hospital", "*you* are in Oslo": anybody
    if head.low == "it" and is_cleft(here, predicate):
        return True  # "*it* was in Lima that …"
    if frame.flags.get("crowds") and not is_crowd(here, number):
        return True  # "*it* was held in Bath"
    if frame.flags.get("takes_in") and lemma not in words("frames", "fled", "nouns"):
        return True
    if predicate.lemma == "hold" and predicate.passive and _is_a_meeting(here, number):
        return True
    if predicate.lemma in _LOCATED and head.tag == "name" and (
        not is_far(here, predicate) or is_thing(here, number)
    ):  # fmt: skip
        return True  # "Frank Buck Zoo is located at …"
    is_portion = head.low in _PORTIONS and not classes_at(here, number) & frame.allowed
    if frame.name in _PLAIN and (
        (is_thing(here, number) and predicate.lemma not in words("frames", "moored", "verbs") | _ANCHOR) or is_portion
    ):
        return True
    if frame.flags.get("forces") and not are_forces(here, number):
        return True
    if frame.name in {"presence.held", "presence.is"} and head.low == "it":
        return True
    if predicate.lemma == "park":
        return predicate.form != "finite" and head.lemma in words("frames", "cars", "nouns")
    return predicate.lemma == "base" and (_is_based_on(here, predicate) or _is_at_home(here, number))


def _is_a_meeting(here: Reading, number: int) -> bool:
    """Whether a name is that of a body, whose session is held: "the Joint Commission was *held* in Lima"."""
    head = here.made.words[here.made.phrases[number].head]
    classes = noun_classes(head.low)
    return head.tag == "name" and bool(classes & {"group", "event", "act"}) and "person" not in classes


def _shown(here: Reading, predicate: Predicate, number: int) -> list[Span]:
    """Where pictures show something, right behind what they show: "showed jets *at a base in Syria*"."""
    behind = here.made.phrases[number].last
    near = next((n for n, prep in enumerate(here.made.preps) if prep.first == behind), None)
    if near is None or not (near in predicate.preps or here.made.preps[near].of == number):
        return []
    is_there = here.made.preps[near].prep in {*IN, "over"} and near not in here.taken
    return places_of(here, here.made.preps[near].objects) if is_there else []


def _is_for_long(here: Reading, predicate: Predicate) -> bool:
    """Whether somebody lives where they spend their time: "where she has spent *the last 30 years*"."""
    spent = [n for numbers in _own(here, predicate).objects for n in numbers]
    return any(
        here.head(n) in _LIVES or (here.head(n) in _LONG and not _LAST.isdisjoint(words_of(here, n))) for n in spent
    )


def _is_jailed(here: Reading, predicate: Predicate, number: int) -> bool:
    """Whether a name that is a place's as well is somebody's here: "*Fairfield* was in jail"."""
    word = here.made.words[here.made.phrases[number].head]
    if word.tag != "name" or here.made.phrases[number].last - here.made.phrases[number].first > 1:
        return False
    return bool(_in_custody(here, predicate))


def _is_based_on(here: Reading, predicate: Predicate) -> bool:
    """Whether something is based *on* something: an estimate on a count in Lima."""
    return any(here.made.preps[n].prep in {"on", "upon"} for n in predicate.preps)


def _is_at_home(here: Reading, number: int) -> bool:
    """Whether where somebody is based is only their address: "the airline, based in Oslo", no forces and no ship."""
    if classes_of(here.head(number)) & {"firm", "body", "team"}:
        return True
    head = here.made.words[here.made.phrases[number].head]
    is_people = any(t.start == head.start and t.sort == "demonym" for t in here.toponyms)  # "Rwandans based in Congo"
    is_craft = "vehicle" in classes_at(here, number) | named_as(here, here.made.phrases[number])
    return not (is_craft or is_people) and here.lemma(counted(here, number)) not in words("frames", "forces", "nouns")


def _holds(here: Reading, predicate: Predicate, wanted: Sequence[str]) -> bool:
    """Whether a state or its forces have a base: a firm's base is its address."""
    if predicate.passive or not predicate.objects or not predicate.subject:
        return False
    if here.head(predicate.objects[-1][-1]) not in wanted:
        return False
    whose = predicate.subject[-1]
    return state_of(here, whose) is not None or here.lemma(whose) in words("frames", "forces", "nouns")


def _where(
    here: Reading, predicate: Predicate, numbers: tuple[int, ...], *, is_told: bool, grounds: bool = False
) -> list[Span]:  # fmt: skip
    """The places that stand behind a verb of being somewhere."""
    last = max((here.made.phrases[m].last for n in numbers for m in (n, counted(here, n))), default=0)
    if is_distance(here, predicate):
        last = here.made.phrases[predicate.objects[0][0]].last  # "was 90 km *off Yemen*"
        if last < len(here.made.words) and here.made.words[last].text == "(":  # "was 90 miles (145 km) *off Yemen*"
            last = next((n + 1 for n in range(last, len(here.made.words)) if here.made.words[n].text == ")"), last)
    how = qualities(here, predicate.group[1]) if is_told else []
    if not words("frames", "opinions", "words").isdisjoint(how):
        return []  # "is *popular* in Norway"
    last = max(predicate.group[1] + len(how), last) + (not how)
    last = past_commas(here, predicate, last) if is_told else last
    last += last < len(here.made.words) and here.made.words[last].text == "," and "abroad" in how
    day = next((one for one in here.made.preps if is_told and one.first == predicate.group[1]), None)
    if (
        day is not None
        and day.prep == "on"
        and any(here.made.words[here.made.phrases[o].first].low in MONTHS for o in day.objects)
    ):
        last = day.last + 1  # "was on Monday *in Lima*"
    first = next((n for n in predicate.preps if here.made.preps[n].first == predicate.group[1]), None)
    if (
        first is not None
        and predicate.lemma not in WAITS
        and not _REGARDS.isdisjoint(here.head(o) for o in here.made.preps[first].objects)
    ):
        return []  # "held in *contempt* of a court in Georgia"
    named = named_as(here, here.made.phrases[counted(here, numbers[-1])]) if numbers else frozenset()
    is_storm = "weather" in named and not is_distance(here, predicate)
    ways = ways_of(predicate, named, is_storm=is_storm, is_told=is_told)
    ways = (*ways, "from") if is_distance(here, predicate) else ways  # "is 90 km *from Yemen*"
    for one in told_with(here, predicate):
        for n in (*preps_of(here, one, ways), *as_far_as(here, one)):
            prep = here.made.preps[n]
            if prep.prep == "along" and not (prep.objects and here.head(prep.objects[0]) in _BORDERS):
                continue
            is_behind = is_told and prep.first > predicate.word
            if is_behind and prep.objects and here.head(prep.objects[-1]) in words("frames", "light", "states"):
                last = prep.last + 1  # "is in exile *in Kenya*"
                last = next(
                    (one.last + 1 for one in here.made.preps if (one.first, one.prep) == (prep.last, "of")), last
                )
            if is_behind and is_company(here, prep):
                last = prep.last + 1  # "was with him *in Bath*"
            if is_told and not prep.objects and here.made.words[prep.last : prep.last + 1]:
                last = max(last, prep.last + (here.made.words[prep.last].low == "large"))  # "is at large *in Chad*"
            if prep.prep in BEFORE_STATES:
                continue  # "was among the guests *in Bath*"
            if prep.first < predicate.word or (is_told and prep.first > last) or _is_of_a_matter(here, prep, one):
                continue
            places = _named_at(here, prep)
            if not places and prep.objects and here.head(prep.objects[-1]) in PLACES:
                places = listed_behind(here, n)  # "plays in several cities, *including Bari*"
            inside = is_told and prep.prep in {"inside", "aboard"}  # "who was *inside the mill*"
            inside = inside or (is_told and here.made.words[predicate.word].low in _WERE and _is_there(here, predicate))
            if not places and _is_moored(here, predicate, numbers):  # "ran aground off *Velmara*"
                places = [name for o in prep.objects if (name := name_in(here.made, o)) is not None]
            places = places or named_stays(here, one, prep)
            if not places and prep.prep == "aboard" and prep.objects:  # "deployed *aboard Navy ships*"
                places = [here.made.phrase_span(o, article=False) for o in prep.objects[:1] if _is_ship(here, o)]
            if not places and (grounds or inside):
                places = [place for o in prep.objects if (place := ground_of(here, o)) is not None]
            if places:
                here.taken.add(n)
                is_named = bool(_named_at(here, prep))
                return places if is_named else opened(here, one) or places  # "*In Lima*, … gathered at the mill"
    return [] if is_told else opened(here, predicate)


def _named_at(here: Reading, prep: PrepPhrase) -> list[Span]:
    """The places that a phrase names, or the town of a gathering: "at the *Lima* book fair"."""
    if (places := places_of(here, prep.objects)) or prep.prep not in {"at", "in"}:
        return places
    return [place for o in prep.objects[:1] if (place := gathering_of(here, o)) is not None]


def _is_there(here: Reading, predicate: Predicate) -> bool:
    """Whether "there" stands before "was" or "were": "*there* were 90 people at the school"."""
    return bool(predicate.group[0]) and here.made.words[predicate.group[0] - 1].low == "there"


_WERE: Final = frozenset(("was", "were"))


def _is_ship(here: Reading, number: int) -> bool:
    """Whether a phrase is of what carries people: "two ships", "the destroyer Aurora"."""
    phrase = here.made.phrases[number]
    return "vehicle" in noun_classes(here.head(number)) or any(
        "vehicle" in noun_classes(word.low) for word in here.made.words[phrase.first : phrase.head]
    )


def _is_moored(here: Reading, predicate: Predicate, numbers: tuple[int, ...]) -> bool:
    """Whether a ship is somewhere that only ships are, so that a name behind it is a place's: "*docked* in Velmara"."""
    behind = {word.low for word in here.made.words[predicate.word + 1 : predicate.word + 2]}
    is_so = predicate.lemma in words("frames", "moored", "verbs") or not behind.isdisjoint(
        words("frames", "moored", "words")
    )
    return is_so and bool(numbers) and _is_ship(here, numbers[-1])


def _is_of_a_matter(here: Reading, prep: PrepPhrase, predicate: Predicate) -> bool:
    """Whether "in" says where something else is: "was held for a hearing *in Lima*"."""
    holder = None if prep.of is None else here.holder(prep.of)
    above = here.holder(holder.of) if holder is not None and holder.prep == "of" and holder.of is not None else None
    if above is not None and above.prep in _WHEN:
        return True  # "served as its head after the end of the drought *in Albania*"
    if (
        holder is not None
        and predicate.form == "gerund"
        and predicate.lemma != "cling"
        and holder.prep in {"to", "toward", "towards", "into"}
    ):
        return here.made.preps.index(holder) in predicate.preps  # "was seen running to a house *in Elm Street*"
    if holder is not None and holder.prep == "for" and holder.of is not None and here.lemma(holder.of) in PLANS:
        return any(holder.of in held for held in predicate.objects)  # "unveiled plans for a school *in Lima*"
    if holder is not None and holder.prep in {"on", "about", "over"} and predicate.lemma in _TALKS:
        return here.lemma(prep.of) in words("frames", "matters", "nouns")  # type: ignore[arg-type]
    if holder is None or holder.prep != "for" or here.made.preps.index(holder) not in predicate.preps:
        return False
    if here.head(prep.of) in words("frames", "held_for", "nouns"):  # type: ignore[arg-type]
        return False  # "held for *ransom* in the Delta"
    classes = noun_classes(here.head(prep.of))  # type: ignore[arg-type]
    return "time" not in classes and bool(classes & {"act", "event", "communication"})


_WHEN: Final = frozenset(("after", "before", "since", "until", "following", "during", "despite", "amid"))


def is_thing(here: Reading, number: int) -> bool:
    """Whether a name is a building's or a firm's by its words: "the Ritz stands in Paris"."""
    phrase = here.made.phrases[number]
    head = here.made.words[phrase.head]
    if head.tag != "name":
        return False
    if not NAMES_AFTER.isdisjoint(word.low for word in here.made.words[phrase.first : phrase.head]):
        return False  # "the USS Peru"
    is_the = (
        here.made.words[phrase.first].low == "the"
        and head.low not in _TITLED
        and noun_classes(head.low) != {"person"}
        and not head.low.endswith(("s", "an", "ban", "ese", "ish"))
    )
    is_the = is_the and not any(t.start == head.start and t.sort == "demonym" for t in here.toponyms)  # "the Swede"
    only_names = all(word.tag == "name" for word in here.made.words[phrase.first + 1 : phrase.last])
    return venue_in(here.made, number) is not None or (is_the and only_names)


def _is_club(here: Reading, place: Span) -> bool:
    """Whether a place's name stands for a team or another body: "played at Ohio State"."""
    return any((t.start, t.end) == place and t.stands_for in {"team", "organisation"} for t in here.toponyms)


def _met(here: Reading, predicate: Predicate) -> list[Span]:
    """The place that is attended, where it is none to learn at: "attended the Orrin Cancer Centre"."""
    if not predicate.objects:
        return []
    for n in predicate.objects[-1]:
        if here.head(n) in ERRANDS or here.head(n) in {"event", "session", "rally", "funeral"}:
            ins = [m for m in here.made.phrases[n].preps if here.made.preps[m].prep in IN]
            ins += [
                m for one in here.made.predicates if one.lemma in {"hold", "stage"} and one.form == "participle"
                and one.word > here.made.phrases[n].head for m in one.preps if here.made.preps[m].prep in IN
            ]  # fmt: skip
            if places := [place for m in ins for place in places_of(here, here.made.preps[m].objects)][:1]:
                return places  # "attended a meeting held in Lima"
    return [met for n in predicate.objects[-1] if (met := venue_in(here.made, n) or gathering_at(here, n)) is not None]


def _own(here: Reading, predicate: Predicate) -> Predicate:
    """A verb with the object that is part of its trigger: "spend" with its "years"."""
    return next(one for one in here.made.predicates if one.word == predicate.word)


def _in_custody(here: Reading, predicate: Predicate) -> list[Span]:
    """Where somebody is by a noun alone: "in hospital", "four years in prison"."""
    behind = predicate.group[1]
    while behind < len(here.made.words) and here.made.words[behind].low in {"already", "still", "now", "back"}:
        behind += 1
    for numbers in _own(here, predicate).objects[:1]:
        phrase = here.made.phrases[numbers[-1]]
        behind = phrase.last if "time" in noun_classes(here.head(numbers[-1])) else -1
    for n in preps_of(here, predicate, ["in"]):
        prep = here.made.preps[n]
        if prep.prep != "in" or not prep.objects or prep.first != behind:
            continue
        found = custody_of(here, prep.objects[0])
        if found is None:
            continue
        after = next((p for p in here.made.preps if p.first == prep.last and p.prep in {*IN, "to"}), None)
        places = opened(here, predicate) if after is None else places_of(here, after.objects)
        return places or [found]  # "remanded in custody *to Orrin Prison*", "*In Bath*, 12 were in hospital"
    return []
