"""What each sentence tells that can be drawn: who or what moves, passes on, is somewhere, is used or claimed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from dateline.reading.assemble import Find, Stretch
from dateline.reading.certainty import certainties
from dateline.reading.forms import forms_of
from dateline.reading.numbers import units
from dateline.reading.reference import classes_of
from dateline.reading.sights import Sights
from dateline.reading.triggers import nouns_told, verbs_told
from dateline.reading.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.reading.article import Article
    from dateline.reading.certainty import Certainties
    from dateline.reading.ends import End
    from dateline.reading.reference import References
    from dateline.reading.scopes import Reach
    from dateline.reading.toponym import Toponym
    from dateline.story.model import Span

__all__ = ["finds"]


def finds(
    article: Article,
    /,
    *,
    mentions: Sequence[Toponym],
    hedged: Certainties | None = None,
    known: References | None = None,
) -> list[Find]:
    """
    Find what the sentences of an article tell of who or what moves, passes on, is somewhere, is used or is claimed.

    Parameters
    ----------
    article
        The article.
    mentions
        Its place names: nothing is found without one.
    hedged
        What `dateline.reading.certainty.certainties` gives of it, where it is at hand.
    known
        What its pronouns point back to; without it they point to nothing.

    Examples
    --------
    >>> from dateline.reading.article import parse
    >>> from dateline.reading.geoparse import geoparse
    >>> article = parse("The tanker Aurora sailed from Rotterdam to Lagos.")
    >>> [(find.kind, article.text[slice(*find.trigger)]) for find in finds(article, mentions=geoparse(article))]
    [('route', 'sailed')]
    """
    hedged = certainties(article) if hedged is None else hedged
    found: list[Find] = []
    at = 0
    for sentence in article.sentences:
        while at < len(mentions) and mentions[at].start < sentence.start:
            at += 1
        last = at
        while last < len(mentions) and mentions[last].end <= sentence.end:
            last += 1
        here = [mention for mention in mentions[at:last] if mention.place is not None]
        pieces = hedged.sentences[sentence.n]
        if (here or known is not None) and len(pieces) == 1:  # a sentence of several pieces is a list or a table
            found += _joined(_Sentence(pieces[0], here, (sentence.start, sentence.end), known).finds())
    return found


def _joined(found: list[Find]) -> list[Find]:
    """Join the routes of one mover in a sentence to one of several legs; where it lies is where it starts from."""
    made: list[Find] = []
    lying: dict[Span, Span] = {}
    at: dict[Span, int] = {}
    for find in found:
        mover = (find.roles.get("mover") or find.roles.get("actor") or ((0, 0),))[0]
        if find.kind == "presence" and mover != (0, 0):
            lying[mover] = find.roles["place"][0]
        if find.kind != "route" or mover == (0, 0) or find.rule != "moves":
            made.append(find)
            continue
        if mover in at:
            first = made[at[mover]]
            made[at[mover]] = replace(first, legs=(*first.legs, *find.legs))
            continue
        if mover in lying and find.legs[0].from_ is None:
            find = replace(find, legs=(replace(find.legs[0], from_=lying[mover]), *find.legs[1:]))  # noqa: PLW2901
        at[mover] = len(made)
        made.append(find)
    return made


class _Sentence(Sights):
    """One sentence at hand."""

    def finds(self) -> list[Find]:
        triggers = [n for n, word in enumerate(self.low) if word in verbs_told() and self._is_verb(n)]
        nouns = [n for n, word in enumerate(self.low) if word in nouns_told() and n not in triggers]
        marks = sorted([*triggers, *nouns])
        found: list[tuple[int, Find]] = []
        for n in marks:
            stop = self._stop(n, marks)
            made = self._by_noun(n, stop) if n in nouns else self._by_verb(n, stop)
            if made is not None:
                found.append((n, made))
        found += self._by_idiom([n for n, _ in found])
        found += self._carried([find for _, find in found])
        return [find for _, find in sorted(found, key=lambda one: one[0])]

    def _stop(self, n: int, marks: list[int]) -> int:
        """Where the words end that may belong to a trigger: at the next one, or where its clause ends."""
        stop = min([self.line.clause_of(n)[1], *(m for m in marks if m > n)])
        for first, _ in self.asides:
            if first > n:
                stop = min(stop, first)
        for first, last in self.line.relatives:
            if first <= n < last:
                stop = min(stop, last)
            elif n < first < stop:
                stop = first
        return stop

    def _by_verb(self, n: int, stop: int) -> Find | None:
        tables = verbs_told()[self.low[n]]
        if "claims.verbs" in tables:
            return self._claim(n, stop)
        ends = self._after(n, stop)
        by_role: dict[str | None, list[End]] = {}
        for end in ends:
            by_role.setdefault(end.role, []).append(end)
        passive = self._is_passive(n)
        obj = None if passive else self._object(n, stop)
        subject = self._subject(n)
        if "uses.words" in tables and (found := self._use(n, subject if passive else obj, by_role)) is not None:
            return found
        measured = obj is not None and any(
            units().get(word) in {"mass", "volume"} for word in self.low[obj[0] : obj[1]]
        )
        if measured or any(table.startswith("passes") for table in tables):
            found = self._flow(n, tables, subject, obj, by_role, passive=passive)
            if found is not None:
                return found
        if any(table.startswith("move") for table in tables):
            found = self._route(n, tables, subject, obj, by_role, passive=passive)
            if found is not None:
                return found
        if any(table.startswith("stays") for table in tables):
            return self._presence(n, tables, subject, by_role, passive=passive)
        return None

    def _route(  # noqa: PLR0913
        self, n: int, tables: frozenset[str], subject: Reach | None, obj: Reach | None,
        by_role: dict[str | None, list[End]], *, passive: bool,
    ) -> Find | None:  # fmt: skip
        bare = self._bare(n, by_role)
        start = list(by_role.get("from", []))
        goal = list(by_role.get("to", []))
        via = list(by_role.get("via", []))
        own = "moves." in " ".join(tables)
        if own and "moves.reach" in tables:
            goal += bare
            if not bare and obj is not None and by_role.get("in") and self.low[n] in forms_of("visit"):
                return self._being(n, subject, by_role["in"][0]) if subject is not None else None
        if own and "moves.leave" in tables:
            start += bare
            goal += by_role.get("for", [])
        if own and "moves.pass" in tables:
            via += bare
        if own and "moves.go" in tables:
            goal += (
                by_role.get("for", []) if self.low[n] in forms_of("head") | forms_of("set") | forms_of("sail") else []
            )
        if own and "moves.arrive" in tables and not self._hangs(n):
            goal += by_role.get("in", []) + bare
        if not (start or goal or via):
            return None
        sent = "moved.send" in tables and (not own or passive or obj is not None)
        mover = (subject if passive else obj or subject) if sent else subject
        if own and not sent and obj is not None and not bare and "moves.go" not in tables:
            return None  # "passed a resolution", "left a gun": something else is its object
        if not self._moves(mover):
            return None
        self.used |= {end.first for end in (*start, *goal, *via)}
        stretch = Stretch(
            trigger=self._word(n),
            from_=start[0].span if start else None,
            to=goal[0].span if goal else None,
            via=self._spans(via),
        )
        span = self._chars(mover)
        return Find(
            kind="route",
            trigger=self._word(n),
            evidence=self.span,
            roles={"mover": () if span is None else (span,)},
            legs=(stretch,),
            rule="moves",
            is_noun=False,
        )

    def _flow(  # noqa: PLR0913
        self, n: int, tables: frozenset[str], subject: Reach | None, obj: Reach | None,
        by_role: dict[str | None, list[End]], *, passive: bool,
    ) -> Find | None:  # fmt: skip
        goods = subject if passive else obj
        head = self._head(goods)
        if goods is None or self._is_someone(goods) or head in words("finds", "not_goods", "words"):
            return None
        if head in {"his", "her", "their", "its", "it", "this", "that", "these", "those"}:
            return None
        known = bool(classes_of(head) & {"arms", "cargo", "drug"}) or head in _GOODS_HEADS
        if any(table.startswith("move") for table in tables) and not known and not self._is_measured(goods):
            return None  # "carried the casket to the church": that moves, and is no trade
        if any(goods[0] <= end.first < goods[1] for end in self.ends) and self._head(goods) not in _GOODS_HEADS:
            return None
        party = [] if subject is None or passive else self._states(subject)
        start, goal = by_role.get("from", []), by_role.get("to", [])
        giver, getter = self._spans(start), self._spans([*goal, *by_role.get("for", [])])
        if "passes.give" in tables and not passive:
            giver = giver or tuple(party)
        if "passes.get" in tables and not passive:
            getter = getter or tuple(party)
            if not giver:
                return None
        if not getter and not passive and self.low[n - 1 : n] == ["by"]:
            getter = self._helped(n)
        if passive and by_role.get("by"):
            giver = giver or self._spans(by_role["by"])
        if not (giver or getter or by_role.get("via")):
            return None
        if not (getter or start or by_role.get("via")) and not ((known or self._is_measured(goods)) and party):
            return None
        self.used |= {
            end.first for ends in by_role.values() for end in ends if end.role in {"from", "to", "via", "for", "by"}
        }
        span = self._chars(goods)
        assert span is not None  # noqa: S101
        return Find(
            kind="flow",
            trigger=self._word(n),
            evidence=self.span,
            roles={
                "goods": (span,),
                "from": giver[:1],
                "to": getter[:1],
                "via": self._spans(by_role.get("via", [])),
            },
            rule="passes",
            is_noun=False,
        )

    def _by_noun(self, n: int, stop: int) -> Find | None:
        """Read "a visit to Kenya", "the provision of arms by Egypt", "Ghana's exports to Italy"."""
        by_role: dict[str | None, list[End]] = {}
        for end in self._after(n, min(stop, n + 14)):
            by_role.setdefault(end.role, []).append(end)
        owner = self._speaker_around(n) or self._owner(n) or self._doer_of_noun(n)
        if nouns_told()[self.low[n]] == "moves":
            start, goal, via = by_role.get("from", []), by_role.get("to", []), by_role.get("via", [])
            if owner is None and self.low[n].endswith("s"):
                return None  # "flights to Oslo cost less": nobody's in particular
            if not (start or goal or via):
                return None
            self.used |= {end.first for end in (*start, *goal, *via)}
            stretch = Stretch(
                trigger=self._word(n),
                from_=start[0].span if start else None,
                to=goal[0].span if goal else None,
                via=self._spans(via),
                is_noun=True,
            )
            span = self._chars(owner)
            return Find(
                kind="route",
                trigger=self._word(n),
                evidence=self.span,
                roles={"mover": () if span is None else (span,)},
                legs=(stretch,),
                rule="nouns",
                is_noun=True,
            )
        goods = self._goods_of(n, stop)
        if any(word in _TARIFFS for word in self.low[max(0, n - 9) : n]):
            return None
        given = self._spans(by_role.get("from", []) + by_role.get("by", []))
        if not given and owner is not None:
            given = tuple(self.states_in(owner))
        got = self._spans(by_role.get("to", []))
        if not (given or got) or goods is None or self._is_someone(goods):
            return None
        self.used |= {end.first for ends in by_role.values() for end in ends}
        span = self._chars(goods)
        assert span is not None  # noqa: S101
        return Find(
            kind="flow",
            trigger=self._word(n),
            evidence=self.span,
            roles={"goods": (span,), "from": given[:1], "to": got[:1], "via": self._spans(by_role.get("via", []))},
            rule="nouns",
            is_noun=True,
        )


_TARIFFS: Final = frozenset(
    ("tariff", "tariffs", "duty", "duties", "tax", "taxes", "levy", "levies", "quota", "quotas")
)


_GOODS_HEADS: Final = frozenset(
    ("arms", "weapons", "equipment", "oil", "gas", "grain", "aid", "cargo", "fuel", "coal", "wheat", "crude")
)
