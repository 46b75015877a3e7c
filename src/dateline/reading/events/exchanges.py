"""What comes back for what is given: "sent oil to Chile *in return for wheat*"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.reading.events.fillers import are_goods, whole
from dateline.reading.events.find import Find
from dateline.reading.events.parties import passes_on
from dateline.reading.events.slots import own_end

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.reading.events.reading import Reading

__all__ = ["read_exchanges"]

_WARES: Final = frozenset(("substance", "food", "possession"))


def read_exchanges(here: Reading, found: Sequence[tuple[int, Find]]) -> Iterator[tuple[int, Find]]:
    """Read the goods or the money that a giver gets back, where the sentence has told of both sides."""
    for prep in here.made.preps:
        before = [word.low for word in here.made.words[max(0, prep.first - 2) : prep.first]]
        goods = prep.objects
        if prep.prep != "for" or before not in (["in", "exchange"], ["in", "return"]) or not goods:
            continue
        is_told = bool(set(goods) & here.goods or own_end(here, goods[0], "from"))
        if is_told or not (passes_on(here, goods[0]) or are_goods(here, goods, _WARES)):
            continue
        start = here.made.words[prep.first].start
        told = [one for at, one in found if one.kind == "flow" and at < start and _has_ends(one)]
        if told:
            here.goods |= set(goods)
            trigger = here.trigger(prep.first - 1)
            yield trigger[0], Find(
                kind="flow", trigger=trigger, evidence=here.sentence, rule="transfer.exchange", is_noun=True,
                roles={"goods": (whole(here, goods),), "from": told[-1].roles["to"], "to": told[-1].roles["from"]},
            )  # fmt: skip


def _has_ends(find: Find) -> bool:
    """Whether a find tells who gives and who gets."""
    return bool(find.roles.get("from") and find.roles.get("to"))
