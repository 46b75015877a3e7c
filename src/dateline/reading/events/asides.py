"""Who is somewhere by a noun or an aside: "his *detention* in Iran", "the frigate, *currently in Toulon*, …"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.reading.events.behind import chain_of
from dateline.reading.events.fillers import make_find, may_fill, whole
from dateline.reading.events.grounds import IN, places_of, state_of
from dateline.reading.events.named_ends import named_ends
from dateline.reading.events.onlookers import CAPTIVES
from dateline.reading.events.parties import adjective_of
from dateline.reading.events.slots import states_in
from dateline.reading.events.stays import ERRANDS, NOW, is_thing
from dateline.reading.events.travellers import doer_of, traveller
from dateline.reading.text.nouns import noun_classes
from dateline.reading.text.wordlists import words

if TYPE_CHECKING:
    from dateline.reading.events.find import Find
    from dateline.reading.events.frame_table import Frame
    from dateline.reading.events.reading import Reading
    from dateline.reading.grammar.syntax import Phrase, PrepPhrase
    from dateline.story.model import Span

__all__ = ["POSTED", "read_aside", "read_noun_presence"]

_WHILE: Final = frozenset(("while", "whilst", "when"))
_STAFF: Final = frozenset(
    "doctor nurse surgeon physician medic teacher professor lecturer researcher scientist director manager spokesman"
    " spokeswoman spokesperson official administrator analyst economist expert head chief president chaplain".split()
)
_GUARDED: Final = frozenset(("jail", "prison", "hospital", "court", "camp", "shelter"))
POSTED: Final = frozenset(("on", "in", "at", "under", "among", "behind"))
_SHOWS: Final = frozenset("show exhibit display condition business position".split())
_FEW: Final = 9  # words behind a place up to the comma that closes what is told of it
_CLOSES: Final = frozenset(("mark", "verb", "auxiliary"))
_ASIDE: Final = 2  # words before such an aside, at the least
_OWN: Final = frozenset(("his", "her", "their", "my", "our"))
_DAYS: Final = frozenset("day days week night leg part".split())


def _is_errand(here: Reading, prep: PrepPhrase) -> bool:
    """Whether what somebody is in a place for stands behind it: "in Riyadh *for talks*"."""
    if prep.last + 1 < len(here.made.words) and here.made.words[prep.last].tag == "to":
        return here.made.words[prep.last + 1].tag == "verb"  # "in Riyadh *to sign* a treaty"
    behind = next((one for one in here.made.preps if one.first == prep.last and one.prep == "for"), None)
    return behind is not None and any(
        here.head(o) in ERRANDS or here.head(o) in words("frames", "stays", "nouns") for o in behind.objects
    )


def read_aside(here: Reading, number: int, frame: Frame) -> Find | None:
    """Read "the frigate, *currently in Toulon*, …": who is somewhere by an aside without a verb."""
    prep = here.made.preps[number]
    at = prep.first - 1
    if prep.prep not in IN or number in here.taken:
        return None
    if (who := _posted(here, prep)) or (who := _opened_by(here, prep)):
        return _stay_of(here, number, who[-1], prep.first, frame)
    if at < 0:
        return None
    if here.made.words[at].low in _WHILE - {"when"} and (
        prep.prep in {"in", "at"}
        or (prep.prep in IN and not any(here.head(o) in words("frames", "stays", "nouns") for o in prep.objects))
    ):  # fmt: skip
        who = _meanwhile(here, prep)
        return _stay_of(here, number, who[-1], prep.first, frame) if who else None  # "died *while in* jail in Bari"
    is_errand = here.made.words[at].text == "," and _is_errand(here, prep)  # "the envoy, in Riyadh for talks, said …"
    if is_errand:
        at = prep.first
    elif at < _ASIDE or here.made.words[at].low not in NOW:
        return None
    closes = is_errand or prep.last >= len(here.made.words) or here.made.words[prep.last].tag in _CLOSES
    is_now = here.made.words[at - 1].text == "," and not closes  # "the hostage, *now in Lyon for tests*, is well"
    closes = closes or (is_now and any(w.text == "," for w in here.made.words[prep.last : prep.last + _FEW]))
    bare = next((n for n, one in enumerate(here.made.phrases) if one.last == at), None)
    if closes and not is_errand and bare is not None and noun_classes(here.head(bare)) & {"person", "vehicle"}:
        return _stay_of(here, number, bare, at, frame)  # "the soldiers *currently in Mali*"
    whose = next((n for n, phrase in enumerate(here.made.phrases) if phrase.last == at - 1), None)
    if here.made.words[at - 1].text != "," or not closes or whose is None:
        return None
    return _stay_of(here, number, whose, at, frame)


def _posted(here: Reading, place: PrepPhrase) -> tuple[int, ...]:
    """Of whom the words before a place tell what they are there for: "*workers* on the ground in Homs"."""
    number = here.prep_up_to(place.first)
    if number is not None and number in here.taken:
        return ()
    state = None if number is None else here.made.preps[number]
    if state is None or state.prep not in POSTED or here.head(state.objects[-1]) in _SHOWS or (
        here.head(state.objects[-1]) not in words("frames", "light", "states")
    ):  # fmt: skip
        return ()
    is_bare = here.made.phrases[state.objects[-1]].last - here.made.phrases[state.objects[-1]].first == 1
    if here.head(state.objects[-1]) == "home" and not is_bare:
        return ()  # "a nurse for two boys *at her home* in Leeds"
    if (who := _meanwhile(here, state)) or (who := _subject_behind(here, state, place)):
        return who
    at = state.first
    if at and here.made.words[at - 1].text == ",":
        behind = here.made.words[place.last : place.last + _FEW]
        at -= any(word.text in {",", "—", "–"} for word in behind)  # "Ana Roa, *on assignment in Chad*, saw it"
    beside = next((n for n, one in enumerate(here.made.phrases) if one.last == at), None)
    if beside is None or here.head(beside) in words("frames", "light", "states"):
        return ()
    is_staff = here.lemma(beside) in _STAFF or (
        here.head(state.objects[-1]) in _GUARDED and here.lemma(beside) not in words("frames", "housed", "nouns")
    )  # fmt: skip
    return () if state.prep == "at" and is_staff else (beside,)  # "a nurse *at a hospital in* Lima"


def _opened_by(here: Reading, place: PrepPhrase) -> tuple[int, ...]:
    """Who is where a sentence begins: "*Now in Oslo*, the envoy …", "*In Oslo for talks*, the envoy …"."""
    before = here.made.words[place.first - 1].low if place.first else ""
    is_now = place.first == 1 and before in NOW | {"also"}  # "*Also in Oslo* was the king"
    if is_now or (not place.first and _is_errand(here, place)):
        return _subject_behind(here, place, place)
    return _turned_round(here, place)


def _turned_round(here: Reading, place: PrepPhrase) -> tuple[int, ...]:
    """Who stands behind "be" where phrases alone open a sentence: "Among those *at a gala in Oslo* were *two nuns*"."""
    then = here.made.predicates[0] if here.made.predicates else None
    if then is None or then.lemma != "be" or then.passive or not then.objects or place.last > then.group[0]:
        return ()
    who = here.made.phrases[then.objects[0][0]]
    if who.first != then.group[1] or here.made.words[who.head].tag == "number" or not _is_where(here, place):
        return ()
    at = int(here.made.words[0].low == "also")
    while (n := next((n for n, one in enumerate(here.made.preps) if one.first == at), None)) is not None:
        if here.made.preps[n].first < place.first and _is_where(here, here.made.preps[n]):
            return ()  # it is told by the first of them
        at = here.made.preps[n].last
    return then.objects[0] if at == then.group[0] and at >= place.last else ()


def _is_where(here: Reading, prep: PrepPhrase) -> bool:
    """Whether a phrase names a place and no state: "*in Manila*", not "in custody"."""
    is_state = any(here.head(o) in words("frames", "light", "states") for o in prep.objects)
    return prep.prep in IN and not is_state and bool(places_of(here, prep.objects))


def _subject_behind(here: Reading, opener: PrepPhrase, place: PrepPhrase) -> tuple[int, ...]:
    """The subject behind the comma of what opens a sentence: "On holiday in Crete, *Ana Roa* fell ill"."""
    if opener.first > 1 or (opener.first and here.made.words[0].low not in NOW | _WHILE | {"also"}):
        return ()
    then = next((one for one in here.made.predicates if one.group[0] >= place.last), None)
    if then is not None and then.lemma == "be" and then.group[0] == place.last and then.objects:
        return then.objects[0]  # "In custody in Manila *is a Dane*"
    if then is None or not then.subject or here.made.phrases[then.subject[0]].first < place.last:
        return ()
    first = here.made.phrases[then.subject[0]].first
    return then.subject if any(word.text == "," for word in here.made.words[place.last : first]) else ()


def _stay_of(here: Reading, number: int, whose: int, at: int, frame: Frame) -> Find | None:
    """The stay of a phrase in a place that a prepositional phrase names."""
    objects = here.made.preps[number].objects
    places = places_of(here, objects) or [here.span(n) for n in objects if here.head(n) == "town"]
    if here.made.preps[number].prep == "at":
        places = places or named_ends(here, objects, bodily=False)  # "the envoy, *now at COP28*, said"
    if not places or not may_fill(here, whose, frame.allowed) or is_thing(here, whose):
        return None
    here.taken.add(number)
    both = here.made.phrases[whose].beside  # "*90 cooks and a guard* still in Lima"
    are_all = both[-1:] == (whose,) and all(may_fill(here, n, frame.allowed) and not is_thing(here, n) for n in both)
    return make_find(here, "presence", at, frame, actor=(whole(here, both if are_all else (whose,)),), place=places)


def _named_at(here: Reading, n: int) -> list[Span]:
    """The places that a phrase names though no atlas has them: "his stay at *the Hilton*"."""
    prep = here.made.preps[n]
    return named_ends(here, prep.objects, bodily=here.made.words[prep.first + 1].low == "the")


def _in_numbers(here: Reading, phrase: Phrase) -> Span | None:
    """Whose presence it is by the word before: "a heavy *police* presence"."""
    word = here.made.words[phrase.head - 1] if phrase.head > phrase.first else None
    if word is None or word.tag != "noun" or not noun_classes(word.low) & {"person", "vehicle", "group", "animal"}:
        return None
    return word.start, word.end


def read_noun_presence(here: Reading, number: int, phrase: Phrase, frame: Frame) -> Find | None:
    """Read "his detention in Iran", "the presence of troops in Mali"."""
    places: list[Span] = []
    by: tuple[int, ...] = ()
    now: int | None = None
    used = -1
    holder = here.holder(number)
    if here.head(number) in CAPTIVES and phrase.last - phrase.first == 1 and here.head(number)[-1] != "s":
        return None  # "was taken *hostage* off Somalia"
    if holder is not None and holder.prep == "of" and holder.of is not None and here.head(holder.of) in _DAYS:
        holder = here.holder(holder.of)  # "on day two of a holiday"
    if "held_by" in frame.flags and (
        holder is None or holder.prep not in str(frame.flags["held_by"]).split()
    ):  # fmt: skip
        return None
    if "owned" in frame.flags and phrase.owner is None and here.made.words[phrase.first].low not in _OWN:
        return None  # "during a *week* in May"
    if holder is not None and here.made.preps.index(holder) in here.taken:
        return None  # "is in exile in Kenya" has told it
    if frame.roles["actor"] == ("self",):
        if number in here.filled:
            return None  # "a gang holds 12 hostages in Goma" has told it
        by = (number,) if may_fill(here, number, frame.allowed) else ()
    for n, prep, objects in chain_of(here, phrase):
        if prep == "in" and here.head(objects[0]) in _MATTERS:
            break  # "troops *in response* to unrest in Chad"
        if any(here.made.preps[m].prep == "from" for m in phrase.preps if m < n):
            break  # "its medics from a force in Chad": it is the force that is there
        if prep == "of" and not by and may_fill(here, objects[0], frame.allowed):
            by = objects
        elif (prep in IN or prep in _AROUND) and (
            places := places_of(here, objects) or (_named_at(here, n) if prep == "at" else [])
        ):  # fmt: skip
            used = n
            before = here.made.preps[n].first - 1
            now = before if here.made.words[before].low in NOW else None
            by = by or (() if frame.name == "presence.tours" else _of_whom(here, n, frame))
            break
    actor = whole(here, by) if number in by else doer_of(here, number, phrase, by)[0]
    if actor is None and "held_by" in frame.flags:
        who = () if holder is None else _meanwhile(here, holder)
        actor = traveller(here, holder, None, ())[0] or (whole(here, who) if who else None)
    if actor is None and phrase.owner is not None:
        actor = state_of(here, phrase.owner)
    actor = (
        actor or (None if frame.name == "presence.tours" else _in_numbers(here, phrase)) or adjective_of(here, phrase)
    )
    actor = actor or next(iter(states_in(here, phrase)), None)
    if not places or actor is None:
        return None
    here.taken.add(used)
    if now is not None and number in by:  # "may recall the troops *currently* in Haiti": they are there
        return make_find(here, "presence", now, frame, actor=(actor,), place=places)
    is_act = not frame.flags.get("forces")  # "troops in Mali may leave": they are there, whatever they may do
    return make_find(here, "presence", phrase.head, frame, is_noun=is_act, actor=(actor,), place=places)


_AROUND: Final = frozenset(("around", "along", "across", "throughout"))
_MATTERS: Final = frozenset(
    "response reply answer reaction retaliation addition exchange return relation support memory honour honor".split()
)


def _of_whom(here: Reading, n: int, frame: Frame) -> tuple[int, ...]:
    """Whose presence it is, told behind its place: "the presence near Homs *of Iranian troops*"."""
    for m in range(n + 1, min(n + 4, len(here.made.preps))):
        prep = here.made.preps[m]
        if prep.first != here.made.preps[m - 1].last or not prep.objects:
            return ()
        if prep.prep == "of" and may_fill(here, prep.objects[0], frame.allowed):
            return prep.objects
    return ()


def _meanwhile(here: Reading, aside: PrepPhrase) -> tuple[int, ...]:
    """The phrases of those whose clause "while *on holiday in Crete*" hangs on."""
    if not aside.first or here.made.words[aside.first - 1].low not in _WHILE:
        return ()
    before = [one for one in here.made.predicates if one.group[1] < aside.first and one.subject]
    return before[-1].subject if before else _subject_behind(here, aside, aside)
