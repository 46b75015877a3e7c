"""What is lent or granted by a deal that two sign: "Kenya signed a $9 million loan with the bank"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.reading.events.fillers import is_sum, make_find, whole
from dateline.reading.events.grounds import places_of
from dateline.reading.events.parties import flow_phrases, is_body, spans_of
from dateline.reading.text.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.reading.events.find import Find
    from dateline.reading.events.frame_table import Frame
    from dateline.reading.events.reading import Reading
    from dateline.reading.grammar.syntax import Phrase, Predicate
    from dateline.story.model import Span

__all__ = ["is_on_loan", "read_loan"]

_SIGNS: Final = frozenset("sign agree conclude seal secure negotiate finalise finalize reach".split())
_LENT: Final = frozenset("loan grant credit financing funding lending".split())
_LENDERS: Final = frozenset("bank fund lender eib imf ebrd adb agency usaid".split())


def read_loan(here: Reading, number: int, phrase: Phrase, frame: Frame) -> Find | None:
    """Read a loan, or a deal over one, by who signs it with whom: the bank of the two lends."""
    before = {word.low for word in here.made.words[phrase.first : phrase.head]}
    is_pact = here.lemma(number) in words("frames", "pacts", "nouns")
    if number in here.goods or (is_pact and _LENT.isdisjoint(before)):
        return None
    for one in here.made.predicates:
        signed = one.subject if one.passive else next(iter(one.objects), ())
        if one.lemma not in _SIGNS or number not in signed:
            continue
        between = [o for n in (*phrase.preps, *one.preps) if here.made.preps[n].prep == "between"
                   for o in here.made.preps[n].objects]  # fmt: skip
        partners = [o for n in one.preps if here.made.preps[n].prep == "with" for o in here.made.preps[n].objects]
        signers = (*(() if one.passive else one.subject), *partners, *between)
        lender = next((n for n in signers if not _LENDERS.isdisjoint(_names(here, n))), None)
        if lender is None:
            return None
        getters = [n for n in signers if n != lender]
        goal = flow_phrases(here, getters) or _firms(here, getters)
        if not goal or not (places_of(here, signers) or flow_phrases(here, signers) or is_sum(here, number)):
            return None
        here.goods.add(number)
        return make_find(
            here, "flow", one.word, frame, goods=(whole(here, (number,)),), from_=spans_of(here, (lender,)), to=goal[:1]
        )
    return None


def is_on_loan(here: Reading, predicate: Predicate) -> bool:
    """Whether what stays somewhere is lent: "some of the masks may stay in Leeds *on loan*"."""
    return any(here.made.preps[n].prep == "on" and here.head(o) == "loan"
               for n in predicate.preps for o in here.made.preps[n].objects)  # fmt: skip


def _names(here: Reading, number: int) -> Iterator[str]:
    """The words of a phrase as a dictionary has them."""
    phrase = here.made.phrases[number]
    return (word.lemma.lower() for word in here.made.words[phrase.first : phrase.last])


def _firms(here: Reading, numbers: list[int]) -> list[Span]:
    """The words that name firms or bodies."""
    return spans_of(here, [number for number in numbers if is_body(here, number)])
