"""What each sentence tells that can be drawn: who or what moves, passes on, is somewhere, is used or claimed."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from dateline.reading.assemble import Find, Stretch
from dateline.reading.certainty import certainties
from dateline.reading.forms import AUXILIARIES, forms_of, lemmas, verb_tags
from dateline.reading.reference import classes_of
from dateline.reading.sources import subject_before
from dateline.reading.wordlists import rules, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.reading.article import Article
    from dateline.reading.certainty import Certainties
    from dateline.reading.scopes import Line, Reach
    from dateline.reading.toponym import Toponym
    from dateline.story.model import Span

__all__ = ["finds"]

_ROLES: Final = {
    "from": "from", "to": "to", "into": "to", "toward": "to", "towards": "to", "onto": "to", "for": "for", "via": "via",
    "through": "via", "across": "via", "over": "via", "past": "via", "along": "via", "around": "via", "in": "in",
    "at": "in", "on": "in", "near": "in", "off": "in", "aboard": "in", "inside": "in", "outside": "in", "within": "in",
    "by": "by", "against": "against", "of": "of", "between": "via", "down": "via", "up": "via", "beyond": "via",
}  # fmt: skip
_FEW: Final = 6


class _End(NamedTuple):
    """A place name in a sentence: its tokens and the role that its preposition gives."""

    toponym: Toponym
    first: int
    last: int
    role: str | None
    opens: int

    @property
    def span(self) -> Span:
        return self.toponym.start, self.toponym.end


def finds(article: Article, /, *, mentions: Sequence[Toponym], hedged: Certainties | None = None) -> list[Find]:
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
        if here and len(pieces) == 1:  # a sentence of several pieces is a list or a table
            found += _Sentence(article.text, pieces[0].line, here, (sentence.start, sentence.end)).finds()
    return found


@cache
def _verbs() -> dict[str, frozenset[str]]:
    """Every form of the verbs, with the tables and rows it stands in."""
    made: dict[str, set[str]] = {}
    for table in ("moves", "moved", "passes", "stays", "uses"):
        for row, verbs in rules("finds")[table].items():
            for verb in verbs.split():
                for form in forms_of(verb):
                    made.setdefault(form, set()).add(f"{table}.{row}")
    for verb in words("finds", "claims", "verbs"):
        for form in forms_of(verb):
            made.setdefault(form, set()).add("claims.verbs")
    return {form: frozenset(tables) for form, tables in made.items()}


@cache
def _nouns() -> dict[str, str]:
    made: dict[str, str] = {}
    for row in ("moves", "passes"):
        for noun in words("finds", "nouns", row):
            made |= {noun: row, f"{noun}s": row}
            if noun.endswith("y") and noun[-2] not in "aeiou":
                made[f"{noun[:-1]}ies"] = row
    return made


class _Sentence:
    """One sentence at hand."""

    def __init__(self, text: str, made: Line, toponyms: list[Toponym], span: Span) -> None:
        self.text = text
        self.line = made
        self.low = made.low
        self.run = made.run
        self.span = span
        self.ends = [self._end(t) for t in toponyms if t.sort not in {"demonym", "language"}]
        self.ends = self._coordinated(self.ends)
        self.states = toponyms
        self.used: set[int] = set()

    # -------------------------------------------------------------------------------------------------- ends

    def _end(self, toponym: Toponym) -> _End:
        first = self.line.at(toponym.start)
        last = self.line.at(max(toponym.end - 1, toponym.start)) + 1
        k = first - 1
        while k >= 0 and first - k <= _FEW:
            word = self.low[k]
            if (
                word == "of"
                and k
                and (self.low[k - 1] in words("finds", "around_places", "words") or "ern" in self.low[k - 1])
            ):
                k -= 1
                continue
            if word in _ROLES:
                return _End(toponym, first, last, _ROLES[word], k)
            if not (
                word in words("finds", "around_places", "words")
                or word.endswith("ern")
                or self.run[k].text[0].isupper()
            ):
                break
            k -= 1
        return _End(toponym, first, last, None, first)

    def _coordinated(self, ends: list[_End]) -> list[_End]:
        """Give the second of "Ghana and Togo" the role of the first."""
        made: list[_End] = []
        for end in ends:
            between = self.low[made[-1].last : end.first] if made else []
            if end.role is None and made and between and set(between) <= {"and", ",", "or", "the"}:
                made.append(end._replace(role=made[-1].role, opens=made[-1].opens))
            else:
                made.append(end)
        return made

    def _after(self, n: int, stop: int) -> list[_End]:
        return [end for end in self.ends if n < end.first < stop and end.first not in self.used]

    def _spans(self, ends: list[_End]) -> tuple[Span, ...]:
        return tuple(end.span for end in ends)

    # ----------------------------------------------------------------------------------------------- triggers

    def finds(self) -> list[Find]:
        triggers = [n for n, word in enumerate(self.low) if word in _verbs() and self._is_verb(n)]
        nouns = [n for n, word in enumerate(self.low) if word in _nouns() and n not in triggers]
        marks = sorted([*triggers, *nouns])
        found: list[tuple[int, Find]] = []
        for n in marks:
            stop = self._stop(n, marks)
            made = self._by_noun(n, stop) if n in nouns else self._by_verb(n, stop)
            if made is not None:
                found.append((n, made))
        return [find for _, find in found]

    def _stop(self, n: int, marks: list[int]) -> int:
        """Where the words end that may belong to a trigger: at the next one, or where its clause ends."""
        stop = min([self.line.clause_of(n)[1], *(m for m in marks if m > n)])
        for first, last in self.line.relatives:
            if first <= n < last:
                stop = min(stop, last)
            elif n < first < stop:
                stop = first
        return stop

    def _is_verb(self, n: int) -> bool:
        word, before = self.low[n], self.low[n - 1] if n else ""
        if self.run[n].text[0].isupper() and n:
            return False
        if before in {"the", "a", "an", "his", "her", "their", "its", "of", "'s", "’s"}:
            return "VBG" in verb_tags(word) and before == "of"
        tags = verb_tags(word)
        if tags & {"VBD", "VBN", "VBG"} and not ("VB" in tags and "NOUN" in lemmas(word)):
            return True
        if "NOUN" not in lemmas(word):
            return True
        if before in {
            "to",
            "will",
            "would",
            "may",
            "might",
            "could",
            "can",
            "not",
            "and",
            "they",
            "we",
            "who",
            "which",
        }:
            return True
        if before in AUXILIARIES or before in {"he", "she", "it", "also"}:
            return True
        # "China claims", "troops leave": a name or a plural before, no noun's ending after.
        following = self.low[n + 1] if n + 1 < len(self.low) else ""
        subject = self.run[n - 1].text[0].isupper() if n else False
        return following not in {"of", "by"} and (subject if "VBZ" in tags else before.endswith("s") and n > 0)

    def _is_passive(self, n: int) -> bool:
        if "VBN" not in verb_tags(self.low[n]):
            return False
        k = n - 1
        while k >= 0 and (
            self.low[k].endswith("ly") or self.low[k] in {"not", "also", "then", "later", "n't", "first"}
        ):
            k -= 1
        if k >= 0 and self.low[k] in {"is", "are", "was", "were", "be", "been", "being"}:
            return True
        return self._hangs(n)

    def _hangs(self, n: int) -> bool:
        """Whether a participle hangs on the noun before it ("containers shipped from Oman")."""
        tags = verb_tags(self.low[n])
        if n == 0 or "VBN" not in tags or self.low[n - 1] in AUXILIARIES:
            return False
        before = self.low[n - 1]
        if not before[0].isalnum() or before in words("finds", "stops", "words") or before.endswith("ly"):
            return False
        start, end = self.line.clause_of(n)
        others = [k for k in range(start, end) if k != n and self._is_finite(k)]
        return bool(others)

    def _is_finite(self, n: int) -> bool:
        word = self.low[n]
        if word in AUXILIARIES and word[0].isalpha() and word not in {"be", "been", "being", "having"}:
            return True
        return "VBD" in verb_tags(word) and "VBN" not in verb_tags(word) and not self.run[n].text[0].isupper()

    # ------------------------------------------------------------------------------------------------ parties

    def _subject(self, n: int) -> Reach | None:
        """Who does what a verb says: its own subject, or of an infinitive or a participle the one that it shares."""
        low = self.low
        before = low[n - 1] if n else ""
        tags = verb_tags(low[n])
        if before == "to" or ("VBG" in tags and before not in AUXILIARIES and not self._follows_noun(n)):
            return self._shared(n)
        if self._hangs(n) or ("VBG" in tags and self._follows_noun(n)):
            return self._phrase_before(n)
        if before in {"and", "but", "or", ","}:
            return self._shared(n)
        return subject_before(self.line, n)

    def _follows_noun(self, n: int) -> bool:
        before = self.low[n - 1] if n else ""
        return before[:1].isalnum() and "NOUN" in lemmas(before) and before not in words("finds", "stops", "words")

    def _phrase_before(self, n: int) -> Reach | None:
        first = n - 1
        while first > 0 and (
            self.run[first - 1].text[0].isupper()
            or not {"ADJ", "NOUN"}.isdisjoint(lemmas(self.low[first - 1]))
            or self.low[first - 1][0].isdigit()
            or self.low[first - 1]
            in {"the", "a", "an", "two", "three", "four", "five", "six", "its", "their", "his", "her"}
        ):
            first -= 1
            if self.low[first] in {"the", "a", "an", "its", "their", "his", "her"}:
                break
        return (first, n) if n and self.low[n - 1][0].isalnum() else None

    def _shared(self, n: int) -> Reach | None:
        """The subject of the nearest verb to the left, or its object before "to" ("ordered the men to leave")."""
        start = self.line.clause_of(n)[0]
        for k in range(n - 2, start - 1, -1):
            word = self.low[k]
            if self.run[k].text[0].isupper() and k:
                continue
            if word in AUXILIARIES and word[0].isalpha():
                return subject_before(self.line, k)
            if (verb_tags(word) & {"VBD", "VBZ", "VBN"} and "NOUN" not in lemmas(word)) or self._is_finite(k):
                if self.low[n - 1] == "to" and n - 1 - k > 1 and self.low[k + 1] not in {"to", "on", "at", "in", "by"}:
                    return k + 1, n - 1
                return subject_before(self.line, k)
        return None

    def _object(self, n: int, stop: int) -> Reach | None:
        """The noun phrase after a verb, with what "of" and "and" add to it."""
        end = n + 1
        while end < stop:
            word = self.low[end]
            if word in {",", ".", ";", ":", "—", "–", "“", "”", '"', "(", ")"} or word == "to":
                break
            if word in words("finds", "stops", "words") and not (
                word == "and" and end > n + 1 and not self._is_finite(min(end + 1, stop - 1))
            ):
                break
            if word in _ROLES and word != "of":
                break
            if word in AUXILIARIES or (
                end > n + 1 and word in {"back", "out", "off", "home", "away", "worth", "yesterday"}
            ):
                break
            end += 1
        return (n + 1, end) if end > n + 1 else None

    def _chars(self, reach: Reach | None) -> Span | None:
        return None if reach is None else (self.run[reach[0]].start, self.run[reach[1] - 1].end)

    def _head(self, reach: Reach | None) -> str:
        if reach is None:
            return ""
        last = reach[1]
        for k in range(reach[0] + 1, reach[1]):
            if self.low[k] in {"of", "in", "from", "at", "with", "for", "on", "to"}:
                last = k
                break
        return self.low[last - 1] if last > reach[0] else self.low[reach[0]]

    def _moves(self, reach: Reach | None) -> bool:
        """Whether a phrase may name what moves."""
        return reach is None or self._head(reach) not in words("finds", "not_movers", "words")

    def _is_someone(self, reach: Reach | None) -> bool:
        """Whether a phrase names people: what is sent then moves, and is no goods."""
        if reach is None:
            return False
        head = self._head(reach)
        if head in {"him", "her", "them", "me", "us", "he", "she", "they", "who", "himself", "herself", "themselves"}:
            return True
        classes = classes_of(head)
        if classes & {"people", "vessel", "aircraft", "team"} or head in words("reference", "person", "roles"):
            return True
        named = self.run[reach[1] - 1].text[0].isupper() and reach[0] > 0
        return named and not any(reach[0] <= end.first < reach[1] for end in self.ends)

    # -------------------------------------------------------------------------------------------------- finds

    def _by_verb(self, n: int, stop: int) -> Find | None:
        tables = _verbs()[self.low[n]]
        if "claims.verbs" in tables:
            return self._claim(n, stop)
        ends = self._after(n, stop)
        by_role: dict[str | None, list[_End]] = {}
        for end in ends:
            by_role.setdefault(end.role, []).append(end)
        passive = self._is_passive(n)
        obj = None if passive else self._object(n, stop)
        subject = self._subject(n)
        if "uses.words" in tables and (found := self._use(n, subject if passive else obj, by_role)) is not None:
            return found
        if any(table.startswith("passes") for table in tables):
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

    def _bare(self, n: int, by_role: dict[str | None, list[_End]]) -> list[_End]:
        """A place that is the verb's own object ("left Malta")."""
        return [end for end in by_role.get(None, []) if end.first - n <= _FEW and self._is_plain(n + 1, end.first)]

    def _is_plain(self, first: int, last: int) -> bool:
        return all(
            word in words("finds", "around_places", "words")
            or word.endswith("ern")
            or "ADJ" in lemmas(word)
            or self.run[k].text[0].isupper()
            for k, word in enumerate(self.low[first:last], first)
        )

    def _route(  # noqa: PLR0913
        self, n: int, tables: frozenset[str], subject: Reach | None, obj: Reach | None,
        by_role: dict[str | None, list[_End]], *, passive: bool,
    ) -> Find | None:  # fmt: skip
        bare = self._bare(n, by_role)
        start = list(by_role.get("from", []))
        goal = list(by_role.get("to", []))
        via = list(by_role.get("via", []))
        own = "moves." in " ".join(tables)
        if own and "moves.reach" in tables:
            goal += bare
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

    def _word(self, n: int) -> Span:
        return self.run[n].start, self.run[n].end

    def _flow(  # noqa: PLR0913
        self, n: int, tables: frozenset[str], subject: Reach | None, obj: Reach | None,
        by_role: dict[str | None, list[_End]], *, passive: bool,
    ) -> Find | None:  # fmt: skip
        goods = subject if passive else obj
        if goods is None or self._is_someone(goods) or self._head(goods) in words("finds", "not_goods", "words"):
            return None
        if any(goods[0] <= end.first < goods[1] for end in self.ends) and self._head(goods) not in _GOODS_HEADS:
            return None
        party = [] if subject is None or passive else self.states_in(subject)
        start, goal = by_role.get("from", []), by_role.get("to", [])
        giver, getter = self._spans(start), self._spans([*goal, *by_role.get("for", [])])
        if "passes.give" in tables and not passive:
            giver = giver or tuple(party)
        if "passes.get" in tables and not passive:
            getter = getter or tuple(party)
            if not giver:
                return None
        if passive and by_role.get("by"):
            giver = giver or self._spans(by_role["by"])
        if not (giver or getter) or (not getter and not start and "passes.get" not in tables and not party):
            return None
        if not getter and not start:
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

    def states_in(self, reach: Reach) -> list[Span]:
        """The places that a subject names ("South Korea", "Kyiv"), of those that can give or get."""
        return [
            (t.start, t.end)
            for t in self.states
            if reach[0] <= self.line.at(t.start) < reach[1] and t.sort not in {"demonym", "language"}
        ][:1]

    def _presence(
        self,
        n: int,
        tables: frozenset[str],
        subject: Reach | None,
        by_role: dict[str | None, list[_End]],
        *,
        passive: bool,
    ) -> Find | None:
        place = [end for end in by_role.get("in", []) if end.opens - n <= _FEW]
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

    def _use(self, n: int, goods: Reach | None, by_role: dict[str | None, list[_End]]) -> Find | None:
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
        subject = self._subject(n)
        contests = lemma in {"contest", "dispute", "reject", "challenge"}
        if subject is None or not (places or contests):
            return None
        span = self._chars(subject)
        return Find(
            kind="claim",
            trigger=self._word(n),
            evidence=self.span,
            roles={"actor": () if span is None else (span,), "about": self._spans(places)},
            claim="contests" if contests else self.low[matter].rstrip("s"),
            rule="claims",
            is_noun=False,
        )

    def _by_noun(self, n: int, stop: int) -> Find | None:
        """Read "a visit to Kenya", "the provision of arms by Egypt", "Ghana's exports to Italy"."""
        by_role: dict[str | None, list[_End]] = {}
        for end in self._after(n, min(stop, n + 14)):
            by_role.setdefault(end.role, []).append(end)
        owner = self._owner(n)
        if _nouns()[self.low[n]] == "moves":
            start, goal, via = by_role.get("from", []), by_role.get("to", []), by_role.get("via", [])
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

    def _owner(self, n: int) -> Reach | None:
        """Whose visit, whose exports: the name before "'s"."""
        for k in range(n - 1, max(0, n - 4), -1):
            if self.low[k] in {"'s", "’s"}:
                first = k - 1
                while first > 0 and (self.run[first - 1].text[0].isupper() or self.low[first - 1] == "the"):
                    first -= 1
                return first, k
            if not self.low[k][0].isalpha():
                break
        return None

    def _goods_of(self, n: int, stop: int) -> Reach | None:
        """What a delivery is of: the words after "of", or the noun before it ("arms transfers")."""
        if self.low[n + 1 : n + 2] == ["of"]:
            return self._object(n + 1, stop)
        before = self.low[n - 1] if n else ""
        if (
            before[:1].isalpha()
            and "NOUN" in lemmas(before)
            and before not in words("finds", "stops", "words")
            and "ADJ" not in lemmas(before)
        ):
            return n - 1, n
        return None


_GOODS_HEADS: Final = frozenset(
    ("arms", "weapons", "oil", "gas", "grain", "aid", "cargo", "fuel", "coal", "wheat", "crude")
)
