"""Whose a place is said to be: "regards it as part of its territory", "is Kenyan soil", "Peru's rule over it"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.reading.events.behind import of_what
from dateline.reading.events.fillers import make_find, whole
from dateline.reading.events.grounds import state_of, toponym_of
from dateline.reading.events.parties import adjective_of
from dateline.reading.events.soil import is_a_state, land_of
from dateline.reading.hedging.listed import forms_in
from dateline.reading.text.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.reading.events.find import Find
    from dateline.reading.events.frame_table import Frame
    from dateline.reading.events.reading import Reading
    from dateline.reading.grammar.syntax import Phrase, Predicate
    from dateline.story.model import Span

__all__ = ["holder_by", "read_holding", "read_right"]

_SOIL: Final = frozenset(("territory", "soil", "land"))
_REBEL: Final = frozenset("renegade breakaway rebel wayward rogue lost secessionist separatist errant own".split())
_BOUND: Final = frozenset("integral inherent inalienable inseparable indivisible intrinsic sacred sovereign".split())
_OWN: Final = frozenset(("its", "their"))
_SHARED: Final = frozenset(("a", "an"))


def read_holding(here: Reading, number: int, phrase: Phrase, frame: Frame) -> Find | None:
    """Read "regards the isle as part of its territory", "sees it as a rebel province", "the hill is Peruvian soil"."""
    if any(here.head(o) in _SOIL for o in of_what(here, number)):
        return None  # "part of its *territory*" is told by the last word
    part = number
    outer = here.holder(number)
    if outer is not None and outer.prep == "of" and outer.of is not None and here.head(outer.of) == "part":
        part = outer.of
    whose = _whose(here, number, phrase)
    if (named := _named_before(here, part)) is not None:
        above = next((one for one in here.made.predicates if any(part in held for held in one.objects)), None)
        claimed, is_bare = [named], False
    else:
        above, claimed, is_bare = _told_of(here, part)
    if above is None or not claimed or (whose is None and not _is_own(here, number, phrase)):
        return None
    if is_bare and not _is_claimed(here, above, number, part, phrase):
        return None
    actors = [whose] if whose is not None else [whole(here, (n,)) for n in _who(here, above) if is_a_state(here, n)]
    if not actors or claimed[0] in actors:
        return None
    word = phrase.head if is_bare else above.word  # "*considers* it part of": no thought of doing so
    return make_find(here, "claim", word, frame, is_noun=True, actor=actors, about=claimed[:1], claim="territory")


def _whose(here: Reading, number: int, phrase: Phrase) -> Span | None:
    """Whose land it is by its own words: "*Peru's* territory", "*Kenyan* soil", "part of *Chad*"."""
    if here.head(number) not in _SOIL and here.head(number) != "part":
        return None
    if phrase.owner is not None:
        return state_of(here, phrase.owner)
    if here.head(number) in _SOIL and (nation := adjective_of(here, phrase)) is not None:
        return nation
    return next((state for o in of_what(here, number) if (state := _country(here, o)) is not None), None)


def _country(here: Reading, number: int) -> Span | None:
    toponym = toponym_of(here, number)
    is_country = toponym is not None and toponym.place is not None and toponym.place.kind in {"country", "territory"}
    return state_of(here, number) if is_country else None


def _is_own(here: Reading, number: int, phrase: Phrase) -> bool:
    """Whether land is called that of whoever speaks of it: "*its own* territory", "a *renegade* province"."""
    before = {word.low for word in here.made.words[phrase.first : phrase.head]}
    if here.head(number) in _SOIL:
        return not before.isdisjoint(_OWN)
    return here.head(number) == "province" and not before.isdisjoint(_REBEL)


def _named_before(here: Reading, number: int) -> Span | None:
    """The place that is run together with "part": "considers *Kosovo* part of its territory"."""
    phrase = here.made.phrases[number]
    first, head = here.made.words[phrase.first], here.made.words[phrase.head]
    if here.head(number) != "part":
        return None
    return next(((t.start, t.end) for t in here.toponyms if t.start == first.start and t.end < head.start), None)


def _told_of(here: Reading, part: int) -> tuple[Predicate | None, list[Span], bool]:
    """What is said to be land of somebody, by which verb, and whether only "be" says so."""
    for one in here.made.predicates:
        held = (n for p in one.preps if here.made.preps[p].prep == "as" for n in here.made.preps[p].objects)
        if one.lemma in {"be", "remain", "form", "constitute"} and any(part in numbers for numbers in one.objects):
            return one, [place for n in one.subject for place in land_of(here, n)], True
        if one.lemma not in words("frames", "regarding", "verbs"):
            continue
        if part in held or any(part in numbers for numbers in one.objects[0 if one.passive else 1 :]):
            of = one.subject if one.passive else next(iter(one.objects), ())
            return one, [place for n in of for place in land_of(here, n)], False
    return None, [], False


def _is_claimed(here: Reading, above: Predicate, number: int, part: int, phrase: Phrase) -> bool:
    """Whether "be" claims land, and does not only say where it lies: "is *an integral part* of Peru"."""
    outer = here.made.phrases[part]
    first = here.made.words[outer.first].low
    if here.head(part) in _SOIL:
        return first not in _SHARED  # "is *a* British territory"
    if here.head(number) in _SOIL or not _BOUND.isdisjoint(w.low for w in here.made.words[outer.first : outer.head]):
        return True
    since = any(word.low in {"always", "since"} for word in here.made.words[max(0, above.word - 2) : phrase.head + 8])
    return since or any(one.lemma in forms_in("said") and one.subject for one in here.made.predicates if one != above)


def _who(here: Reading, above: Predicate) -> tuple[int, ...]:
    """Who takes land for their own: the subject, of a passive the one behind "by", of "be" whoever says so."""
    if above.lemma == "be":
        return () if above.parent is None else here.made.predicates[above.parent].subject
    by = (here.made.preps[n].objects for n in above.preps if here.made.preps[n].prep == "by")
    return next(by, ()) if above.passive else above.subject


def read_right(here: Reading, number: int, phrase: Phrase, frame: Frame) -> Find | None:
    """Read "Kenya's jurisdiction over the isle", "insisted on its sovereignty over the hill"."""
    claims = words("frames", "claim_matters", "verbs")
    if any(one.lemma in claims and any(number in held for held in one.objects) for one in here.made.predicates):
        return None  # "Peru *claims sovereignty* over": the verb tells it
    outer = here.holder(number)
    if outer is not None and outer.of is not None and here.head(outer.of) in {"claim", "claims"}:
        return None  # "*claims* to sovereignty over": that noun tells it
    over = {"over", "of"} if here.lemma(number) == "ownership" else {"over"}
    behind = [o for n in phrase.preps if here.made.preps[n].prep in over for o in here.made.preps[n].objects]
    about = [place for o in behind for place in land_of(here, o)]
    whose = holder_by(here, number, phrase)
    if not about or not whose or about[0] in whose:
        return None
    claim = here.lemma(number)
    return make_find(here, "claim", phrase.head, frame, is_noun=True, actor=whose, about=about[:1], claim=claim)


def holder_by(here: Reading, number: int, phrase: Phrase) -> list[Span]:
    """Whose a right or a claim is: "*Peru's* claim", "*Chinese* claims", "*Oman* gave up its claim"."""
    if phrase.owner is not None:
        state = state_of(here, phrase.owner)
        return [] if state is None else [state]
    if (nation := adjective_of(here, phrase)) is not None:
        return [nation]
    if here.made.words[phrase.first].low not in _OWN:
        return []
    for one in here.made.predicates:
        held = [n for numbers in one.objects for n in numbers]
        held += [o for p in one.preps for o in here.made.preps[p].objects]
        if number in held and not one.passive:
            return _states(here, one.subject)
    return []


def _states(here: Reading, numbers: Sequence[int]) -> list[Span]:
    return [whole(here, (n,)) for n in numbers if is_a_state(here, n)]
