"""Who claims a place, or a right over it, and who contests that."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.reading.events.fillers import make_find, whole
from dateline.reading.events.grounds import is_place, places_of, state_of, toponym_of
from dateline.reading.events.parties import adjective_of
from dateline.reading.events.slots import argument, ends_of
from dateline.reading.text.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.reading.events.find import Find
    from dateline.reading.events.frame_table import Frame
    from dateline.reading.events.reading import Reading
    from dateline.reading.grammar.syntax import Phrase, Predicate
    from dateline.story.model import Span

__all__ = ["read_claim", "read_noun_claim"]

_CONTEST: Final = frozenset(("contest", "dispute", "reject", "challenge"))
_STATES: Final = frozenset(("state", "country", "nation", "kingdom", "government", "people", "republic"))
_POINTS: Final = frozenset(("it", "them", "they"))
_POINTING: Final = frozenset(("the", "this", "that", "these", "those"))
_GROUNDS: Final = frozenset(
    "island islands islet islets isle isles territory territories area areas region strip reef reefs shoal archipelago"
    " peninsula plateau enclave waters strait".split()
)
_SHARES: Final = frozenset("whole all most much part parts half some third quarter two-thirds percent chunk %".split())
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
    if frame.name == "claim.holds":
        if matter in {"right", "rights"}:
            about = about or _decided(here, predicate)
        elif matter not in words("frames", "held", "nouns") or not _is_a_state(here, predicate.subject[-1]):
            return None  # "has control of", "the court has jurisdiction over"
        else:
            about = about or _over(here, predicate)
    else:
        about = about or _named_behind(here, predicate)
    if not about and not (contests and matter in {"claim", "claims", "sovereignty"}):
        return None
    here.taken |= set(used)
    return make_find(here,
        "claim", predicate.word, frame, actor=(whole(here, predicate.subject),), about=about[:1],
        claim="contests" if contests else matter.rstrip("s"),
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
    if predicate.lemma == "belong" or predicate.passive:
        return _territory(here, predicate.word, frame, of, predicate.subject)
    claimed = argument(predicate, "obj")
    if any(claimed and claimed[-1] in then.subject and not then.inherited for then in here.made.predicates):
        return None  # "claimed the town was safe"
    return _territory(here, predicate.word, frame, predicate.subject, claimed)


def read_noun_claim(here: Reading, number: int, phrase: Phrase, frame: Frame) -> Find | None:
    """Read "regards the islands as part of its territory", "the hill is part of Peru's territory"."""
    if here.lemma(number) == "claim":
        return _claim_by_its_owner(here, phrase, frame)
    holder = here.holder(number)
    part = holder.of if holder is not None and holder.prep == "of" else None
    if part is None or here.head(part) != "part":
        return None
    owner = phrase.owner
    for predicate in here.made.predicates:
        held = (n for p in predicate.preps if here.made.preps[p].prep == "as" for n in here.made.preps[p].objects)
        who = (owner,) if owner is not None and _is_a_state(here, owner) else ()
        if predicate.lemma == "be" and any(part in numbers for numbers in predicate.objects):
            above = () if predicate.parent is None else here.made.predicates[predicate.parent].subject
            return _territory(here, phrase.head, frame, who or above, predicate.subject)
        if predicate.lemma not in {"be", "claim"} and part in held and predicate.objects:
            return _territory(here, phrase.head, frame, who or predicate.subject, predicate.objects[0])
    return None


def _claim_by_its_owner(here: Reading, phrase: Phrase, frame: Frame) -> Find | None:
    """Read "Venezuela's claim to Essequibo", "Chinese claims to sovereignty over the reef"."""
    whose = adjective_of(here, phrase) if phrase.owner is None else state_of(here, phrase.owner)
    about: list[Span] = []
    for n in phrase.preps:
        if here.made.preps[n].prep in {"to", "over", "on"} and not about:
            about = [place for o in here.made.preps[n].objects for place in _land(here, o)]
    if whose is None or not about:
        return None
    return make_find(
        here, "claim", phrase.head, frame, is_noun=True, actor=(whose,), about=about[:1], claim="territory"
    )


def _territory(here: Reading, word: int, frame: Frame, who: Iterable[int], claimed: Iterable[int]) -> Find | None:
    """A claim of one or more states to land that is named, or was named before."""
    states = [n for n in who if _is_a_state(here, n)]
    about = [place for n in claimed for place in _land(here, n)]
    if not states or not about:
        return None
    actors = [whole(here, (n,)) for n in states]
    return make_find(here, "claim", word, frame, actor=actors, about=about[:1], claim="territory")


def _land(here: Reading, number: int) -> list[Span]:
    """The place that a phrase means: named, or the one named last where "them" or "the islands" stands."""
    if here.head(number) in _SHARES and here.made.phrases[number].preps:
        of = here.made.preps[here.made.phrases[number].preps[0]]
        number = of.objects[0] if of.prep == "of" and of.objects else number  # "*all* of the South China Sea"
    head, first = here.head(number), here.made.words[here.made.phrases[number].first]
    is_ground = head in _GROUNDS or toponym_of(here, number) is not None
    named = places_of(here, (number,)) if is_ground else []
    points = head in _POINTS or (head in _GROUNDS and first.low in _POINTING)
    if named or here.known is None or not points:
        return named
    many = head in {"them", "they", "waters"} or head.endswith("s")
    last = here.known.land_before(here.span(number)[0], many=many)
    return [] if last is None else [last]


def _named_behind(here: Reading, predicate: Predicate) -> list[Span]:
    """The place behind any preposition but that of who claims it, or the one that a noun there points back to."""
    preps = (here.made.preps[n] for n in predicate.preps)
    behind = [o for prep in preps if prep.prep not in {"by", "from"} for o in prep.objects]
    about = [(t.start, t.end) for o in behind if (t := toponym_of(here, o)) is not None]
    if about or here.known is None:
        return about
    back = [here.known.antecedent(*here.span(o)) for o in behind]
    return [span for span in back if span is not None and is_place(here, span)][:1]


def _is_a_state(here: Reading, number: int) -> bool:
    if here.head(number) in {"it", "they"}:
        return state_of(here, number) is not None
    return state_of(here, number) is not None or here.head(number) in _STATES


def _over(here: Reading, predicate: Predicate) -> list[Span]:
    behind = (n for n in predicate.preps if here.made.preps[n].prep == "over")
    return [span for n in behind for o in here.made.preps[n].objects for span in _land(here, o)]


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
