"""The place that "where", "there" or the opening of a clause means, and the prepositions of being somewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.reading.events.grounds import places_of, state_of
from dateline.reading.events.slots import marker_of, preps_of
from dateline.reading.hedging.listed import forms_in

if TYPE_CHECKING:
    from dateline.reading.events.reading import Reading
    from dateline.reading.grammar.syntax import Predicate
    from dateline.story.model import Span

__all__ = ["BEFORE_STATES", "as_far_as", "opened", "there_of", "ways_of", "where_of"]

_CRAMS: Final = frozenset("cram pack squeeze jam herd crowd".split())  # "crammed *into* a hall in Goma"
BEFORE_STATES: Final = frozenset(("among", "behind", "with"))
_OVER: Final = ("over", "near", "off")  # where a storm is, by "be" alone
_BY: Final = ("in", "under", "around", "along")


def where_of(here: Reading, predicate: Predicate, *, from_there: bool = False) -> list[Span]:
    """The place that a clause with "where", or "from where", is told of: "in *Lagos*, where it docked"."""
    if predicate.marker is None and predicate.form == "infinitive" and predicate.parent is not None:
        predicate = here.made.predicates[predicate.parent]  # "Leeds, *where* he is thought *to hide*"
    if _is_what_is_said(here, predicate):
        predicate = here.made.predicates[predicate.parent or 0]  # "Leeds, *where* police say he is held"
    if predicate.marker is None or here.made.words[predicate.marker].low != "where":
        return []
    last = predicate.marker
    if (here.made.words[last - 1].low == "from" if last else False) != from_there:
        return []
    last -= from_there
    if last and here.made.words[last - 1].text == ",":
        last -= 1
    met = [n for n, phrase in enumerate(here.made.phrases) if phrase.last == last][-1:]
    comma = here.made.phrases[met[0]].first - 1 if met else 0
    before = [n for n, phrase in enumerate(here.made.phrases) if met and phrase.last == comma][-1:]
    whole = places_of(here, (*before, *met)) if before and here.made.words[comma].text == "," else []
    return whole if len(whole) == 1 else places_of(here, met)  # "in *Macon*, Georgia, where it is on show"


def _is_what_is_said(here: Reading, predicate: Predicate) -> bool:
    """Whether a verb is what the one above it says."""
    if predicate.parent is None or predicate.form != "finite" or marker_of(here, predicate) not in {"", "that"}:
        return False
    above = here.made.predicates[predicate.parent]
    return here.made.words[above.word].low in forms_in("said") and above.word < predicate.word


def opened(here: Reading, predicate: Predicate) -> list[Span]:
    """The place that opens a clause: "*In Bari*, students sheltered from the rain"."""
    above = None if predicate.parent is None else here.made.predicates[predicate.parent]
    told = [predicate]
    if above is not None and predicate.form == "infinitive" and above.passive:
        told.append(above)  # "*In Finland* 50 ships were reported to be stuck"
    for n in (n for one in told for n in preps_of(here, one, ["in"])):
        prep = here.made.preps[n]
        if prep.last <= predicate.group[0] and (prep.first <= 1 or here.made.words[prep.first - 1].tag == "mark"):
            places = places_of(here, prep.objects)
            if places:
                return places
    return []


def there_of(here: Reading, predicate: Predicate, *, start: bool = False) -> list[Span]:
    """The place that "there", or "from there", means behind a verb or its object: "moved his wife *there*"."""
    at = here.made.phrases[predicate.objects[-1][-1]].last if predicate.objects else predicate.group[1]
    words_ = here.made.words
    if start and (opened := _from_there(here, predicate)) is not None:
        return [opened]
    while at < len(words_) and words_[at].tag == "adverb" and words_[at].low != "there":
        at += 1
    at += start and at < len(words_) and words_[at].low == "from"
    if here.known is None or at >= len(words_) or words_[at].low != "there":
        return []
    behind = words_[at + 1].low if at + 1 < len(words_) else ""
    if start != (words_[at - 1].low == "from") or behind == "that":
        return []  # "it was *there that* they met"
    place = here.known.there(words_[at].start)
    whose = here.made.phrases[predicate.subject[0]] if predicate.subject else None
    if (
        whose is not None
        and place is not None
        and whose.first < predicate.word
        and predicate.relation != "coordinate"  # "sent nurses to Lima and flew more there"
        and (words_[whose.first].start <= place[0] < words_[predicate.word].start)
    ):
        place = here.known.there(words_[whose.first].start)  # "until nurses *from Lima* got there"
    doers = [state_of(here, number) for number in predicate.subject]
    return [] if place is None or place in doers else [place]  # "Chad sent two boats *there*": to no Chad


def _from_there(here: Reading, predicate: Predicate) -> Span | None:
    """The place that "from there" means before a verb's subject: "*from there* they took the train to London"."""
    first = here.made.phrases[predicate.subject[0]].first if predicate.subject else 0
    first -= first > 0 and here.made.words[first - 1].text == ","
    opens = [word.low for word in here.made.words[max(0, first - 2) : first]] == ["from", "there"]
    return here.known.there(here.made.words[first - 1].start) if opens and here.known is not None else None


def ways_of(predicate: Predicate, named: frozenset[str], *, is_storm: bool, is_told: bool) -> tuple[str, ...]:
    """The prepositions of where somebody, a ship or a storm is: "*over* Cuba", "crammed *into* a hall"."""
    if is_storm and is_told:
        return _OVER
    ways = (*_BY, *BEFORE_STATES) if is_told else _BY
    ways = (*ways, *_OVER) if is_storm or "vehicle" in named else ways
    ways = (*ways, "between") if "vehicle" in named else ways
    ways = (*ways, "in_on") if predicate.lemma == "dig" else ways  # "dug *in on* the edge of Homs"
    ways = (*ways, "across", "throughout") if predicate.lemma in _SPREADS else ways
    ways = (*ways, "about") if predicate.lemma in _WANDERS else ways
    return (*ways, "into") if predicate.lemma in _CRAMS else ways


_SPREADS: Final = frozenset(
    "deploy station base campaign canvass tour perform protest rally demonstrate stump".split()
)  # "deployed *across* Mali"
_WANDERS: Final = frozenset("drift wander roam cruise sail hang".split())  # "drifted *about* the Baltic"


def as_far_as(here: Reading, predicate: Predicate) -> list[int]:
    """How far off somebody is seen: "has been seen *as far away as* Ohio"."""
    if predicate.lemma not in {"see", "spot", "sight", "find"}:
        return []
    return [n for n in predicate.preps if here.made.words[here.made.preps[n].first].low == "as"
            and here.made.preps[n].prep == "to"]  # fmt: skip
