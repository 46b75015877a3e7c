"""What is told beside moving and passing on: idioms of moving, cargo, being somewhere, use, claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.reading.assemble import Find, Stretch
from dateline.reading.ends import FEW, End
from dateline.reading.forms import lemmas
from dateline.reading.parties import Parties
from dateline.reading.reference import classes_of
from dateline.reading.triggers import carrying
from dateline.reading.wordlists import phrases_by_first, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.reading.scopes import Reach

__all__ = ["Sights"]


class Sights(Parties):
    """A sentence that tells of idle, used or claimed things."""

    def _by_idiom(self, taken: list[int]) -> Iterator[tuple[int, Find]]:
        """Read "made landfall near Tampa", "en route from Lima to Quito"; and "is in Lima" of whoever moves."""
        for n, word in enumerate(self.low):
            for phrase, _ in phrases_by_first("finds", "idioms").get(word, ()):
                end = n + len(phrase)
                if tuple(self.low[n:end]) != phrase or phrase[-1] in carrying():
                    continue
                ends = self._after(end - 1, min(len(self.low), end + 14))
                by_role: dict[str | None, list[End]] = {}
                for one in ends:
                    by_role.setdefault(one.role, []).append(one)
                goal = by_role.get("to", []) or by_role.get("in", []) or by_role.get("for", [])
                if phrase[-1] == "for":
                    goal = [one for one in ends if one.first - end <= FEW][:1]
                start = by_role.get("from", [])
                if goal or start:
                    self.used |= {one.first for one in (*goal[:1], *start)}
                    yield n, self._one_leg(n, end, self._subject(n), start, goal, by_role.get("via", []))
            if word in {"is", "are", "was", "were", "been"} and n not in taken:
                place = [one for one in self._after(n, n + 5) if one.role == "in" and one.opens <= n + 2]
                subject = self._subject(n)
                if (
                    place
                    and subject is not None
                    and self._is_someone(subject)
                    and self.line.clause_of(n)[1] > place[0].first
                ):
                    self.used.add(place[0].first)
                    yield n, self._being(n, subject, place[0])

    def _one_leg(  # noqa: PLR0913, PLR0917
        self, n: int, end: int, mover: Reach | None, start: list[End], goal: list[End], via: list[End]
    ) -> Find:
        trigger = (self.run[n].start, self.run[end - 1].end)
        span = self._chars(mover)
        return Find(
            kind="route",
            trigger=trigger,
            evidence=self.span,
            roles={"mover": () if span is None else (span,)},
            legs=(
                Stretch(
                    trigger=trigger,
                    from_=start[0].span if start else None,
                    to=goal[0].span if goal else None,
                    via=self._spans(via),
                    is_noun=False,
                ),
            ),
            rule="idioms",
            is_noun=False,
        )

    def _being(self, n: int, subject: Reach, place: End) -> Find:
        span = self._chars(subject)
        return Find(
            kind="presence",
            trigger=self._word(n),
            evidence=self.span,
            roles={"actor": () if span is None else (span,), "place": (place.span,)},
            rule="stays",
            is_noun=False,
        )

    def _carried(self, routes: list[Find]) -> Iterator[tuple[int, Find]]:
        """Read "carrying 40 tonnes of corn" beside a route of the sentence: the cargo goes the same way."""
        legs = [leg for find in routes if find.kind == "route" for leg in find.legs]
        start = next((leg.from_ for leg in legs if leg.from_), None)
        goal = next((leg.to for leg in reversed(legs) if leg.to), None)
        if not (start or goal):
            return
        for n, word in enumerate(self.low):
            for phrase, key in phrases_by_first("finds", "idioms").get(word, ()):
                end = n + len(phrase)
                if key != "carrying" or tuple(self.low[n:end]) != phrase:
                    continue
                goods = self._object(end - 1, len(self.low))
                if goods is None or self._is_someone(goods) or self._counts_people(goods):
                    continue
                span = self._chars(goods)
                assert span is not None  # noqa: S101
                trigger = legs[-1].trigger
                yield (
                    n,
                    Find(
                        kind="flow",
                        trigger=trigger,
                        evidence=self.span,
                        roles={
                            "goods": (span,),
                            "from": () if start is None else (start,),
                            "to": () if goal is None else (goal,),
                        },
                        rule="carried",
                        is_noun=False,
                    ),
                )
                return

    def _presence(
        self,
        n: int,
        tables: frozenset[str],
        subject: Reach | None,
        by_role: dict[str | None, list[End]],
        *,
        passive: bool,
    ) -> Find | None:
        place = [end for end in by_role.get("in", []) if end.opens - n <= FEW]
        if not place or subject is None or not self._moves(subject):
            return None
        if "stays.held" in tables and not (passive and self._is_someone(subject)):
            return None
        self.used.add(place[0].first)
        span = self._chars(subject)
        return Find(
            kind="presence",
            trigger=self._word(n),
            evidence=self.span,
            roles={"actor": () if span is None else (span,), "place": (place[0].span,)},
            rule="stays",
            is_noun=False,
        )

    def _use(self, n: int, goods: Reach | None, by_role: dict[str | None, list[End]]) -> Find | None:
        place = [*by_role.get("against", []), *by_role.get("in", []), *by_role.get("to", []), *by_role.get("via", [])]
        if not place or goods is None or not classes_of(self._head(goods)) & {"arms"}:
            return None
        self.used.add(place[0].first)
        span = self._chars(goods)
        assert span is not None  # noqa: S101
        return Find(
            kind="use",
            trigger=self._word(n),
            evidence=self.span,
            roles={"goods": (span,), "place": (place[0].span,)},
            rule="uses",
            is_noun=False,
        )

    def _claim(self, n: int, stop: int) -> Find | None:
        matter = next(
            (k for k in range(n + 1, min(n + 4, stop)) if self.low[k] in words("finds", "claims", "matters")), None
        )
        if matter is None:
            return None
        lemma = (lemmas(self.low[n]).get("VERB") or (self.low[n],))[0]
        places = [end for end in self._after(n, stop) if end.role in {"via", "to", "of", "in"}]
        named = self._spans(places) or self._place_noun(matter, stop)
        subject = self._subject(n)
        contests = lemma in {"contest", "dispute", "reject", "challenge"}
        if subject is None or not (named or contests):
            return None
        if contests and not named and self.low[matter] not in {"claim", "claims", "sovereignty"}:
            return None
        span = self._chars(subject)
        return Find(
            kind="claim",
            trigger=self._word(n),
            evidence=self.span,
            roles={"actor": () if span is None else (span,), "about": named},
            claim="contests" if contests else self.low[matter].rstrip("s"),
            rule="claims",
            is_noun=False,
        )
