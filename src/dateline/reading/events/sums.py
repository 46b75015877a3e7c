"""Sums of money that are for a place or from one: "$3 million for Leeds", "£90,000 from the county"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.reading.events.fillers import is_of_money, is_sum, whole
from dateline.reading.events.find import Find
from dateline.reading.events.frame_table import by_noun
from dateline.reading.events.grounds import counted, state_of, toponym_of
from dateline.reading.events.parties import flow_phrases, is_body, is_work, spans_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.reading.events.reading import Reading
    from dateline.story.model import Span

__all__ = ["TOLLS", "read_sums"]

TOLLS: Final = frozenset("tariff tariffs duty duties levy levies tax taxes quota quotas ban sanctions embargo".split())
"""What is laid on goods that need not pass."""
_PRICED: Final = frozenset("for at than by to under over above below worth of as from between".split())
_DUES: Final = frozenset(
    "damages fines compensation fees costs taxes debt debts losses sales revenue profit profits".split()
)
_INNER: Final = frozenset(("in", "of", "on", "worth"))
_PRICES: Final = frozenset(
    "cost pay charge earn lose owe sell bid fine price value be total reach exceed rise fall drop climb grow stand"
    " win make bet gross net fetch raise_to sign transfer".split()
)
_WANTS: Final = frozenset("want seek need request demand expect raise collect".split())
_SAYS: Final = frozenset(
    "announce unveil include promise pledge set offer want seek propose approve allocate budget earmark find release"
    " provide commit outline back request spend send contain".split()
)


def read_sums(here: Reading) -> Iterator[tuple[int, Find]]:
    """Read "the budget includes *$3 million for Leeds*", "paid for with *£90,000 from Allegheny County*"."""
    if not any(map(is_of_money, here.made.words)):
        return
    for number, phrase in enumerate(here.made.phrases):
        head = here.made.words[phrase.head]
        if number in here.filled or number in here.goods or not _is_money(here, number):
            continue
        holder = here.holder(number)
        same = {number, *phrase.beside}
        verb = next((one for one in here.made.predicates if any(same & set(held) for held in one.objects)), None)
        is_taxed = holder is not None and holder.of is not None and here.head(holder.of) in TOLLS
        if (
            is_taxed
            or (holder is not None and holder.prep in _PRICED and not _is_asked(here, number))
            or (verb is not None and verb.lemma in _PRICES)
        ):
            continue
        start: list[Span] = []
        goal: list[Span] = []
        for n in phrase.preps:
            prep = here.made.preps[n]
            if n in here.taken or not prep.objects:
                break
            gives = prep.prep == "from"  # "$9 million from *the Oslo Department of Health*"
            named = [o for o in prep.objects if _is_of_a_place(here, o) or (gives and flow_phrases(here, [o]))]
            if prep.prep == "from" and named and not start:
                start = flow_phrases(here, named)
            elif prep.prep == "for" and named and not goal:
                goal = flow_phrases(here, named)
            elif prep.prep in {"on", "toward", "towards"} and any(is_work(here, o) for o in prep.objects):
                goal = goal or flow_phrases(here, prep.objects)  # "spent *£3m on aid projects in Gao*"
            elif prep.prep not in _INNER or any(
                here.lemma(o) in by_noun() or o in here.filled or here.head(o) in _DUES for o in prep.objects
            ):  # fmt: skip
                break
        if not start and not goal:
            continue
        if not start and verb is not None and verb.lemma in _SAYS and verb.subject and not verb.passive:
            start = flow_phrases(here, verb.subject[-1:]) if verb.lemma == "spend" else []
            start = start or [state for n in verb.subject[-1:] if (state := state_of(here, n)) is not None]
        if not goal and verb is not None and verb.lemma in _WANTS and not verb.passive:
            goal = flow_phrases(here, verb.subject[-1:]) or spans_of(
                here, [n for n in verb.subject[-1:] if is_body(here, n)]
            )
        here.goods.add(number)
        yield head.start, Find(
            kind="flow", trigger=here.trigger(phrase.head), evidence=here.sentence, rule="transfer.sums", is_noun=True,
            roles={"goods": (whole(here, (number,)),), "from": tuple(start), "to": tuple(goal)},
        )  # fmt: skip


def _is_asked(here: Reading, number: int) -> bool:
    """Whether a sum is asked for: "asked Congress *for $87 million for Haiti*"."""
    return any(
        one.lemma in _ASKS and here.made.preps[n].prep == "for" and number in here.made.preps[n].objects
        for one in here.made.predicates for n in one.preps
    )  # fmt: skip


_ASKS: Final = frozenset("ask appeal call request vote push press plead lobby apply petition beg".split())


def _is_money(here: Reading, number: int) -> bool:
    """Whether a phrase is a sum and nothing else: "$3 million", "billions of dollars", no "£3 million bid"."""
    head = here.made.words[here.made.phrases[number].head]
    if counted(here, number) != number and is_sum(here, counted(here, number)):
        return True
    return is_sum(here, number) and (head.tag == "number" or head.low in {"million", "billion", "trillion"})


def _is_of_a_place(here: Reading, number: int) -> bool:
    """Whether a phrase is a place by name that no team plays for, or those who are in one."""
    toponym = toponym_of(here, number)
    if toponym is not None:
        return toponym.sort == "place" and toponym.stands_for != "team"
    return here.made.words[here.made.phrases[number].head].tag == "noun" and bool(flow_phrases(here, [number]))
