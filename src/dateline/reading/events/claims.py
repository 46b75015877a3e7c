"""Who claims a place, or a right over it, and who contests that."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.reading.events.fillers import make_find, whole
from dateline.reading.events.frame_table import by_verb
from dateline.reading.events.grounds import is_place, places_of, state_of, toponym_of
from dateline.reading.events.holdings import holder_by, read_holding, read_right
from dateline.reading.events.slots import argument, ends_of
from dateline.reading.events.soil import is_a_state, land_of
from dateline.reading.hedging.listed import forms_in
from dateline.reading.text.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.reading.events.find import Find
    from dateline.reading.events.frame_table import Frame
    from dateline.reading.events.reading import Reading
    from dateline.reading.grammar.syntax import Phrase, Predicate
    from dateline.story.model import Span

__all__ = ["read_claim", "read_noun_claim"]

_HELD_BY_FORCE: Final = frozenset(("annexation", "administration"))  # "rejects Chad's *annexation of* the strip"
_CONTEST: Final = frozenset(("contest", "dispute", "reject", "challenge"))
_POSSESSIVES: Final = frozenset(("its", "their", "his", "her"))


def read_claim(here: Reading, predicate: Predicate, frame: Frame) -> Find | None:
    """Read a verb of claiming, holding or contesting a right or a place."""
    if frame.name == "claim.territory":
        return _claim_of_land(here, predicate, frame)
    objects = argument(predicate, "obj")
    matters = words("frames", "claim_matters", "nouns")
    matter = next((here.head(n) for n in objects if here.head(n) in matters), None)
    if frame.name == "claim.lays":
        # "made claims *about* attacks in …", "a claim *for* the roof in …"
        told = any(here.made.preps[n].prep in {"about", "for"} for n in predicate.preps)
        matter = None if told else "claim"
    if matter is None or not predicate.subject or predicate.passive:
        return None
    contests = predicate.lemma in _CONTEST
    if contests and _opens_what_is_claimed(here, max(here.made.phrases[n].last for n in objects)):
        return None
    about, used = ends_of(here, predicate, frame.roles["about"])
    if matter in _HELD_BY_FORCE:
        of = (o for n in predicate.preps if here.made.preps[n].prep == "of" for o in here.made.preps[n].objects)
        about = [(t.start, t.end) for o in of if (t := toponym_of(here, o)) is not None]
        if not (contests and about):
            return None
    if frame.name == "claim.holds":
        if matter in {"right", "rights"}:
            about = about or _decided(here, predicate)
        elif matter not in words("frames", "held", "nouns") or not is_a_state(here, predicate.subject[-1]):
            return None  # "has control of", "the court has jurisdiction over"
        else:
            about = about or _over(here, predicate, matter)
    else:
        about = about or _named_behind(here, predicate)
    if not about and not (contests and matter in {"claim", "claims", "sovereignty"}):
        return None
    here.taken |= set(used)
    actors = [(n,) for n in predicate.subject] if matter == "claims" and not contests else [predicate.subject]
    return make_find(here,
        "claim", predicate.word, frame, actor=[whole(here, one) for one in actors], about=about[:1],
        claim="contests" if contests else "territory" if matter in {"claim", "claims"} else matter.rstrip("s"),
    )  # fmt: skip


def _opens_what_is_claimed(here: Reading, n: int) -> bool:
    """Whether a claim tells something, and is to no place: "rejected claims *by Kyiv that* it sent arms"."""
    behind = [word.low for word in here.made.words[n : n + _WHO_CLAIMS]]
    return behind[:1] == ["that"] or (behind[:1] in (["by"], ["from"]) and "that" in behind)


_WHO_CLAIMS: Final = 6  # words


def _claim_of_land(here: Reading, predicate: Predicate, frame: Frame) -> Find | None:
    """Read "China claims the islands", "the islands are claimed by China", "the hill belongs to Peru"."""
    behind = {"claim": "by", "belong": "to"}[predicate.lemma]
    of = [o for n in predicate.preps if here.made.preps[n].prep == behind for o in here.made.preps[n].objects]
    if predicate.lemma == "belong" and (whose := _who_says_so(here, predicate, of)) is not None:
        of = [whose]
    if predicate.lemma == "belong" or predicate.passive:
        return _territory(here, predicate.word, frame, of, predicate.subject)
    claimed = argument(predicate, "obj")
    if any(claimed and claimed[-1] in then.subject and not then.inherited for then in here.made.predicates):
        return None  # "claimed the town was safe"
    return _territory(here, predicate.word, frame, predicate.subject, claimed)


def _who_says_so(here: Reading, predicate: Predicate, of: list[int]) -> int | None:
    """The state that says that land belongs to "it": "which *Caracas* says belongs to it"."""
    if not of or here.head(of[0]) not in {"it", "them"}:
        return None
    said = (one for one in here.made.predicates if one.lemma in forms_in("said").keys() | {"say"} and one.subject)
    near = [one for one in said if one.word == predicate.group[0] - 1]
    return near[0].subject[-1] if near and state_of(here, near[0].subject[-1]) is not None else None


def read_noun_claim(here: Reading, number: int, phrase: Phrase, frame: Frame) -> Find | None:
    """Read "regards the islands as part of its territory", "the hill is part of Peru's territory"."""
    if here.lemma(number) == "claim":
        return _claim_by_its_owner(here, number, phrase, frame)
    tell = read_holding if frame.name == "claim.territory" else read_right
    return tell(here, number, phrase, frame)


def _claim_by_its_owner(here: Reading, number: int, phrase: Phrase, frame: Frame) -> Find | None:
    """Read "Venezuela's claim to Essequibo", "Chinese claims to sovereignty over the reef"."""
    told = (one.lemma for one in here.made.predicates if one.objects and number in one.objects[0])
    if any(f"{verb}_claim" in by_verb() for verb in told):
        return None  # "*stakes its claim* to": the verb tells it
    whose = holder_by(here, number, phrase)
    about: list[Span] = []
    for prep in (here.made.preps[n] for n in _behind_a_claim(here, phrase)):
        if prep.prep in {"to", "over", "on"} and not about:
            about = [place for o in prep.objects for place in land_of(here, o)]
        elif prep.prep == "in" and not about:  # "Chinese claims *in the Black Sea*", no claims in a town
            seas = (t for o in prep.objects if (t := toponym_of(here, o)) is not None)
            about = [(t.start, t.end) for t in seas if t.place is not None and t.place.kind in _SEAS]
    if not whose or not about or about[0] in whose:
        return None
    return make_find(here, "claim", phrase.head, frame, is_noun=True, actor=whose, about=about[:1], claim="territory")


_SEAS: Final = frozenset("sea gulf ocean strait islands island".split())


def _behind_a_claim(here: Reading, phrase: Phrase) -> list[int]:
    """What says what a claim is to, also behind "of sovereignty" and the like."""
    rights = words("frames", "claim_matters", "nouns")
    deep = [m for n in phrase.preps for o in here.made.preps[n].objects if here.head(o) in rights
            for m in here.made.phrases[o].preps]  # fmt: skip
    return [*phrase.preps, *deep]


def _territory(here: Reading, word: int, frame: Frame, who: Iterable[int], claimed: Iterable[int]) -> Find | None:
    """A claim of one or more states to land that is named, or was named before."""
    states = [n for n in who if is_a_state(here, n) or _is_people(here, n)]
    about = [place for n in claimed for place in land_of(here, n)]
    if not states or not about:
        return None
    actors = [whole(here, (n,)) for n in states]
    return make_find(here, "claim", word, frame, actor=actors, about=about[:1], claim="territory")


def _is_people(here: Reading, number: int) -> bool:
    """Whether a phrase is a whole people: "the *Palestinians* claim the hill"."""
    phrase = here.made.phrases[number]
    head = here.made.words[phrase.head]
    is_all = phrase.head - phrase.first == 1 and here.made.words[phrase.first].low == "the" and head.low[-1] == "s"
    return is_all and any(t.start == head.start and t.sort == "demonym" for t in here.toponyms)


def _named_behind(here: Reading, predicate: Predicate) -> list[Span]:
    """The place behind any preposition but that of who claims it, or the one that a noun there points back to."""
    preps = (here.made.preps[n] for n in predicate.preps)
    behind = [o for prep in preps if prep.prep not in {"by", "from"} for o in prep.objects]
    about = [(t.start, t.end) for o in behind if (t := toponym_of(here, o)) is not None]
    if about or here.known is None:
        return about
    back = [here.known.antecedent(*here.span(o)) for o in behind]
    return [span for span in back if span is not None and is_place(here, span)][:1]


def _over(here: Reading, predicate: Predicate, matter: str) -> list[Span]:
    """What is held over a place, or claimed of it: "has sovereignty over *the isle*", "have claims in *the sea*"."""
    allowed = {"over", "to", "in", "on"} if matter in {"claim", "claims"} else {"over"}
    behind = (n for n in predicate.preps if here.made.preps[n].prep in allowed)
    return [span for n in behind for o in here.made.preps[n].objects for span in land_of(here, o)]


def _decided(here: Reading, predicate: Predicate) -> list[Span]:
    """What a right is over: "the right to patrol *the strait*", "to decide *their* future"."""
    number = here.made.predicates.index(predicate)
    for then in here.made.predicates:
        if then.relation != "infinitive" or then.parent != number:
            continue
        if then.lemma not in words("frames", "ruling", "verbs"):
            return []
        held = [n for numbers in then.objects for n in numbers]
        inner = [o for n in held for p in here.made.phrases[n].preps[:1] for o in here.made.preps[p].objects]
        owners = [o for n in held if (o := here.made.phrases[n].owner) is not None]
        named = places_of(here, [*held, *owners, *inner]) or ends_of(here, then, ["in", "over", "through"])[0]
        return named or _own_place(here, [*held, *predicate.subject])
    return []


def _own_place(here: Reading, numbers: Iterable[int]) -> list[Span]:
    """The place that "its" or "their" before a noun points back to."""
    if here.known is None:
        return []
    for number in numbers:
        first = here.made.words[here.made.phrases[number].first]
        if first.low not in _POSSESSIVES:
            continue
        span = here.known.antecedent(first.start, first.end)
        if span is not None and is_place(here, span):
            return [span]
    return []
