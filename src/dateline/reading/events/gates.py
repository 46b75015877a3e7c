"""Which sentences are worth a look: those with a word that may tell of an event, and then with it as a verb or noun."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from dateline.reading.amounts.numbers import measured
from dateline.reading.events.asides import POSTED
from dateline.reading.events.doings import SELVES, SPOTS
from dateline.reading.events.frame_table import by_verb, frames
from dateline.reading.events.grounds import IN
from dateline.reading.events.stays import ERRANDS, NOW
from dateline.reading.events.uses import MADE_WEAPONS
from dateline.reading.grammar.closed import WINDS
from dateline.reading.text.classes import noun_table
from dateline.reading.text.forms import forms_of, noun_forms, verb_tags
from dateline.reading.text.wordlists import words
from dateline.reading.things.roads import may_name_a_road
from dateline.reading.things.venues import may_lead_to_a_name, may_name_a_venue

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.reading.events.frame_table import Frame
    from dateline.reading.grammar.syntax import Word

__all__ = ["may_name_a_place", "may_tell", "tells"]

_IS: Final = frozenset(("is", "are", "was", "were", "been", "be"))
_IN_ON: Final = frozenset(("in", "on"))
_OPENS: Final = frozenset(("in", "on", "with", "also"))
_WAS: Final = frozenset(("was", "were", "been"))
_OWN: Final = frozenset(("his", "her", "their", "my", "our"))
_SHORT_IS: Final = frozenset(("'s", "’s", "'re", "’re", "'m", "’m"))
_BEFORE_IS: Final = frozenset(("who", "he", "she", "i", "they", "we", "there"))
_WHERE: Final = IN | {"over", "behind", "among"} | frozenset(WINDS)  # "was 85 km *east* of Manila"
_MONEY: Final = frozenset("$ £ € million billion dollars euros pounds".split())
_NEAR_BE: Final = 12  # words behind "be" within which the place stands


@cache
def _told_alone() -> frozenset[str]:
    """Every form of what tells of an event by itself, but for "be"."""
    told = {verb for verb, tells in by_verb().items() if "_" not in verb and None in map(_companions, tells)}
    verbs = {form for verb in told - {"be"} for form in (verb, *forms_of(verb))}
    nouns = _nouns()
    return frozenset(
        verbs | nouns | {f"{noun}s" for noun in nouns} | {"deliveries", "supplies", "journeys", "carrying"}
    )


@cache
def _nouns() -> frozenset[str]:
    """The nouns that tell of an event by themselves; a "time" does only behind "during her"."""
    return frozenset(noun for frame in frames() if "owned" not in frame.flags for noun in frame.nouns)


@cache
def _told_together() -> dict[str, frozenset[str]]:
    """For each form of a verb that tells only with another word those words: "make" with "landfall", "has" "troops"."""
    made: dict[str, set[str]] = {}
    for told, tells in by_verb().items():
        verb, _, then = told.partition("_")
        nouns = {then} if then else {noun for frame in tells for noun in _companions(frame) or ()}
        for form in (verb, *forms_of(verb)) if nouns else ():
            made.setdefault(form, set()).update(*map(noun_forms, nouns))
    return {form: frozenset(words) for form, words in made.items()}


def _companions(frame: Frame) -> frozenset[str] | None:
    """The nouns of which a frame wants one beside its verb; None where other words will do."""
    if frame.kind == "use" and "goods" in frame.roles:
        return MADE_WEAPONS | {noun for noun, (classes, _) in noun_table().items() if "arms" in classes}
    if frame.kind == "claim" and frame.name in {"claim.claims", "claim.holds"}:
        return words("frames", "claim_matters", "nouns")
    if frame.flags.get("takes_in"):
        return words("frames", "fled", "nouns")
    if frame.flags.get("forces"):
        return words("frames", "forces", "nouns")
    for beside in ("falls", "stuck", "small"):
        if beside in frame.flags:
            return frozenset(str(frame.flags[beside]).split())
    return frozenset(str(frame.flags["holds"]).split()) if "holds" in frame.flags else None


def may_tell(low: Sequence[str]) -> bool:
    """Whether a sentence, in lower case, has words that may tell of an event."""
    if not _told_alone().isdisjoint(low):
        return True
    together = _told_together()
    if not all(together[form].isdisjoint(low) for form in together.keys() & set(low)):
        return True
    return _tells_otherwise(low)


def tells(tagged: Sequence[Word], low: Sequence[str]) -> bool:
    """
    Whether a verb or a noun of a sentence may tell of an event, now that it is known what is a verb and what a noun.

    Parameters
    ----------
    tagged
        Its words as they are read.
    low
        All its words in lower case.

    Examples
    --------
    >>> from dateline.reading.grammar.tagging import tagged
    >>> from dateline.reading.text.sentences import tokens
    >>> def told(text):
    ...     run = tokens(text)
    ...     return tells(tagged(run), [token.low for token in run])
    >>> told("They march to Bari."), told("In March prices in Bari hurt many.")
    (True, False)
    """
    verbs, nouns = _companions_of_verbs(), _nouns()
    for n, word in enumerate(tagged):
        if word.tag == "noun":
            if word.lemma in nouns or word.low.endswith("-bound"):
                return True
        elif word.tag in {"verb", "auxiliary"}:
            beside = verbs.get(word.lemma)
            if beside is None:
                if word.tag == "verb" and not verb_tags(word.low):
                    return True  # "was *life-flighted* to Lyon"
            elif not beside or not beside.isdisjoint(low):
                return True
            if word.lemma == "be" and not _WHERE.isdisjoint([w.low for w in tagged[n + 1 : n + _NEAR_BE]]):
                return True
    return _tells_otherwise(low)


@cache
def _companions_of_verbs() -> dict[str, frozenset[str]]:
    """For each verb but "be" the words of which it wants one beside it; none where it tells of an event by itself."""
    made: dict[str, frozenset[str]] = {}
    for told, tells in by_verb().items():
        verb, _, then = told.partition("_")
        if told == "be":
            continue
        for frame in tells:
            wanted = frozenset((then,)) if then else _companions(frame)
            forms = frozenset(form for noun in wanted or () for form in noun_forms(noun))
            if wanted is None or (verb in made and not made[verb]):
                made[verb] = frozenset()
            else:
                made[verb] = made.get(verb, frozenset()) | forms
    return made


def _tells_otherwise(low: Sequence[str]) -> bool:
    """Whether "is" with a place, a sum or an aside may tell of an event, whatever the verbs and nouns are."""
    states, grounds = words("frames", "light", "states"), words("frames", "grounds", "nouns")
    return any(
        (
            (word in _IS or (word in _SHORT_IS and low[n - 1] in _BEFORE_IS))
            and not (
                _WHERE.isdisjoint(low[n + 1 : n + (_NEAR_BE if low[n + 1 : n + 2] == [","] else 5)])
                and "there" not in low[n + 1 : n + 3]
            )
        )
        or (
            word == "there"
            and not (_IS | _SHORT_IS).isdisjoint(low[n + 1 : n + 2])
            and not IN.isdisjoint(low[n + 2 : n + 9])
        )
        or (word.endswith("ed") and low[n - 1] in _IS and not verb_tags(word))
        or word in SPOTS
        or (word in _IN_ON and not grounds.isdisjoint(low[n + 2 : n + 5]))
        or word in SELVES
        or (not n and word in _OPENS and not _IS.isdisjoint(low))
        or (word.endswith("ing") and not _WAS.isdisjoint(low[max(0, n - 2) : n]) and not IN.isdisjoint(low[n + 1 :]))
        or (word in _MONEY and not {"for", "from"}.isdisjoint(low[n + 1 : n + 9]))
        or (word in {"during", "throughout"} and low[n + 1 : n + 2] and low[n + 1] in _OWN)
        or (word == "from" and measured(low[n - 1]) == "length")
        or (word == "been" and low[n + 1 : n + 2] == ["to"])
        or ((word in NOW or (word == "also" and not n)) and not IN.isdisjoint(low[n + 1 : n + 2]))
        or (word == "for" and not ERRANDS.isdisjoint(low[n + 1 : n + 4]))
        or (word in POSTED and not states.isdisjoint(low[n + 1 : n + 4]) and not IN.isdisjoint(low[n + 2 : n + 5]))
        or (word in {"in", "at"} and low[n - 1] in {",", "while", "when"} and "," in low[n + 2 : n + 12])
        for n, word in enumerate(low)
    )


def may_name_a_place(low: Sequence[str], text: Sequence[str]) -> bool:
    """Whether a sentence without the name of a place may mean one all the same."""
    return (
        not words("frames", "grounds", "nouns").isdisjoint(low)
        or not {"there", "intensive", "front", "aboard", "area"}.isdisjoint(low)
        or may_name_a_venue(low, text)
        or may_lead_to_a_name(low, text)
        or may_name_a_road(text)
    )
