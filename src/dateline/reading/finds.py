"""What each sentence tells that can be drawn: who or what moves, passes on, is somewhere, is used or claimed."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from dateline.reading.assemble import Find, Stretch
from dateline.reading.certainty import certainties
from dateline.reading.forms import AUXILIARIES, forms_of, lemmas, verb_tags
from dateline.reading.numbers import units
from dateline.reading.reference import classes_of
from dateline.reading.sources import subject_before
from dateline.reading.wordlists import phrases_by_first, rules, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.reading.article import Article
    from dateline.reading.certainty import Certainties
    from dateline.reading.reference import References
    from dateline.reading.scopes import Reach
    from dateline.reading.status import Hedges
    from dateline.reading.toponym import Toponym
    from dateline.story.model import Span

__all__ = ["finds"]

_ROLES: Final = {
    "from": "from", "to": "to", "into": "to", "toward": "to", "towards": "to", "onto": "to", "for": "for", "via": "via",
    "through": "via", "across": "via", "over": "via", "past": "via", "along": "via", "around": "via", "in": "in",
    "at": "in", "on": "in", "near": "in", "off": "in", "aboard": "in", "inside": "in", "outside": "in", "within": "in",
    "by": "by", "against": "against", "of": "of", "down": "via", "up": "via", "beyond": "via",
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


@cache
def _carrying() -> frozenset[str]:
    return frozenset(phrase.split()[-1] for phrase in rules("finds")["idioms"]["carrying"].split(";"))


@cache
def _controls() -> frozenset[str]:
    return frozenset(form for verb in words("finds", "control", "verbs") for form in forms_of(verb))


class _Sentence:
    """One sentence at hand."""

    def __init__(self, hedged: Hedges, toponyms: list[Toponym], span: Span, known: References | None) -> None:
        made = hedged.line
        self.text = hedged.text
        self.line = made
        # What hangs on the sentence ("according to the police of Oslo") has no part in its events.
        self.asides = [hedge.words for hedge in hedged.found if hedge.words != (0, 0) and hedge.words[0] > 0]
        self.low = made.low
        self.run = made.run
        self.span = span
        self.hedged = hedged
        self.known = known
        self.ends = [self._end(t) for t in toponyms if self._is_end(t)]
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

    def _is_end(self, toponym: Toponym) -> bool:
        """Whether a name is a place's, or a people's that stands alone ("to the Saudis"), not an adjective."""
        if toponym.sort == "language":
            return False
        if toponym.sort != "demonym":
            return True
        last = self.line.at(toponym.end - 1)
        following = self.low[last + 1] if last + 1 < len(self.low) else "."
        return self.low[last].endswith("s") and "NOUN" not in lemmas(following)

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
        """The ends that may belong to a word: not beyond a comma, unless a preposition or another end follows it."""
        found: list[_End] = []
        for end in self.ends:
            if n < end.first < stop and end.first not in self.used:
                commas = [k for k in range(n + 1, end.opens) if self.low[k] == ","]
                if commas and not (found and self._goes_on(found[-1].last, end)) and end.opens > commas[-1] + 1:
                    break
                found.append(end)
        return found

    def _goes_on(self, last: int, end: _End) -> bool:
        """Whether between two ends stand commas, "and" and the like alone."""
        return set(self.low[last : end.first]) <= {
            ",",
            "and",
            "or",
            "the",
            "then",
            "to",
            "from",
            "via",
            "through",
            "on",
            "into",
        }

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
        found += self._by_idiom([n for n, _ in found])
        found += self._carried([find for _, find in found])
        return [find for _, find in sorted(found, key=lambda one: one[0])]

    def _by_idiom(self, taken: list[int]) -> Iterator[tuple[int, Find]]:
        """Read "made landfall near Tampa", "en route from Lima to Quito"; and "is in Lima" of whoever moves."""
        for n, word in enumerate(self.low):
            for phrase, _ in phrases_by_first("finds", "idioms").get(word, ()):
                end = n + len(phrase)
                if tuple(self.low[n:end]) != phrase or phrase[-1] in _carrying():
                    continue
                ends = self._after(end - 1, min(len(self.low), end + 14))
                by_role: dict[str | None, list[_End]] = {}
                for one in ends:
                    by_role.setdefault(one.role, []).append(one)
                goal = by_role.get("to", []) or by_role.get("in", []) or by_role.get("for", [])
                if phrase[-1] == "for":
                    goal = [one for one in ends if one.first - end <= _FEW][:1]
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
        self, n: int, end: int, mover: Reach | None, start: list[_End], goal: list[_End], via: list[_End]
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

    def _being(self, n: int, subject: Reach, place: _End) -> Find:
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

    def _counts_people(self, reach: Reach) -> bool:
        return any("people" in classes_of(word) for word in self.low[reach[0] : reach[1]])

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

    def _is_verb(self, n: int) -> bool:
        word = self.low[n]
        k = n - 1
        while k > 0 and self.low[k].endswith("ly") and "ADV" in lemmas(self.low[k]):
            k -= 1
        before = self.low[k] if k >= 0 else ""
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
        subject = self.run[k].text[0].isupper() if k >= 0 else False
        if k < n - 1 and "VBZ" in tags:
            return True  # "fiercely contests"
        if following in {"of", "by"}:
            return False
        if "VBZ" in tags:
            own = any(table.startswith(("moves.go", "moves.leave", "moves.arrive")) for table in _verbs()[word])
            return subject or (own and "NOUN" in lemmas(before) and not before.endswith("s"))
        if "VBD" in tags and following in {"from", "to", "into", "across", "through"}:
            return "NOUN" in lemmas(before)
        return before.endswith("s") and n > 0

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

    def _group(self, n: int) -> int:
        """The first word of a verb with its auxiliaries: "be" of "to be delivered"."""
        k = n
        while k > 0 and (
            self.low[k - 1] in AUXILIARIES or self.low[k - 1] in {"not", "also", "then", "later", "first"}
        ):
            k -= 1
        return k

    def _hangs(self, n: int) -> bool:
        """Whether a participle hangs on the noun before it ("containers shipped from Oman")."""
        tags = verb_tags(self.low[n])
        if n == 0 or "VBN" not in tags or self.low[n - 1] in AUXILIARIES:
            return False
        k = n - 1
        while k > 0 and self.low[k].endswith("ly"):
            k -= 1
        before = self.low[k]
        if not before[0].isalpha() or before in words("finds", "stops", "words") or before in AUXILIARIES:
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
        found = self._whole_subject(n)
        return None if found is None else self._plain(found)

    def _whole_subject(self, n: int) -> Reach | None:
        low = self.low
        first = self._group(n)
        before = low[first - 1] if first else ""
        tags = verb_tags(low[n])
        if before == "to":
            return self._of_infinitive(first - 1)
        if "VBG" in tags and first == n and not self._follows_noun(n):
            return self._shared(n)
        if first == n and (self._hangs(n) or ("VBG" in tags and self._follows_noun(n))):
            return self._phrase_before(n)
        if before in {"and", "but", "or"} or (before == "," and first == n):
            return self._shared(first)
        found = subject_before(self.line, n)
        if found is not None and before == "who":
            # "the story of the family who moved": the family did.
            found = max((k for k in range(*found) if low[k] == "of"), default=found[0] - 1) + 1, found[1]
        if found is not None and found[0] > 1 and "VBG" in verb_tags(low[found[0] - 1]):
            # "a convoy carrying supplies entered": the convoy did.
            outer = self._phrase_before(found[0] - 1)
            found = outer if outer is not None and "NOUN" not in lemmas(low[found[0] - 1]) else found
        return found

    def _plain(self, reach: Reach) -> Reach | None:
        """A phrase without what hangs on its noun: up to a participle or a preposition that is not "of"."""
        first, last = reach
        while first < last - 1 and (self.low[first] in {"that", "as", "then"} or self.low[first].endswith("ly")):
            first += 1
        for k in range(first + 1, last):
            word = self.low[k]
            hangs = verb_tags(word) & {"VBG", "VBN"} and {"NOUN", "ADJ"}.isdisjoint(lemmas(word))
            if (hangs and not self.run[k].text[0].isupper()) or (word in _ROLES and word != "of"):
                return first, k
        return first, last

    def _of_infinitive(self, to: int) -> Reach | None:
        """Who an infinitive is of: the object of "order" or "allow" before it, else the subject of its verb."""
        low = self.low
        start = self.line.clause_of(to)[0]
        for k in range(to - 1, start - 1, -1):
            if self.run[k].text[0].isupper() and k:
                continue
            tags = verb_tags(low[k])
            if low[k] in AUXILIARIES and low[k][0].isalpha():
                return subject_before(self.line, k)
            if not tags or ("NOUN" in lemmas(low[k]) and k < to - 1 and not tags & {"VBD", "VBN", "VBG"}):
                continue
            if k < to - 1 and low[k] in _controls() and low[k + 1] not in _ROLES:
                return k + 1, to
            if k < to - 1 and tags & {"VBG"} and low[k + 1 : k + 2] != ["to"]:
                continue
            if low[k - 1 : k] == ["to"] and k:
                return self._of_infinitive(k - 1)
            if k and low[k - 1] in {"and", "or", "but"}:
                return self._shared(k)
            return subject_before(self.line, k)
        return None

    def _follows_noun(self, n: int) -> bool:
        before = self.low[n - 1] if n else ""
        return before[:1].isalnum() and "NOUN" in lemmas(before) and before not in words("finds", "stops", "words")

    def _phrase_before(self, n: int) -> Reach | None:
        while n > 1 and self.low[n - 1].endswith("ly"):
            n -= 1
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
            if any(first <= k < last <= n for first, last in self.line.relatives):
                continue
            if word in AUXILIARIES and word[0].isalpha():
                return subject_before(self.line, k)
            clear = verb_tags(word) & {"VBD", "VBZ", "VBN"} and "NOUN" not in lemmas(word)
            joined = self.low[n - 1] in {"and", "but", "or"} and word in _verbs() and self._is_verb(k)
            if clear or joined or self._is_finite(k):
                return subject_before(self.line, k)
        return None

    def _object(self, n: int, stop: int) -> Reach | None:
        """The noun phrase after a verb, with what "of" and "and" add to it."""
        end = n + 1
        while end < stop:
            word = self.low[end]
            if tuple(self.low[end : end + 2]) in {("at", "least"), ("at", "most"), ("up", "to"), ("close", "to")}:
                end += 2
                continue
            if word in {"over", "around", "under"} and self.low[end + 1 : end + 2] and self.low[end + 1][0].isdigit():
                end += 1
                continue
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
        while end > n + 1 and "ADV" in lemmas(self.low[end - 1]) and "NOUN" not in lemmas(self.low[end - 1]):
            end -= 1
        found = (n + 1, end) if end > n + 1 else None
        return None if found is not None and self.low[end - 1] in {"times", "time", "days", "hours", "week"} else found

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
        last = reach[1] - 1
        named = self.run[last].text[0].isupper() and (last > 0 or not lemmas(self.low[last]))
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

    def _is_measured(self, reach: Reach) -> bool:
        """Whether a phrase is so many tonnes, barrels, boxes or dollars of something."""
        kinds = {units().get(word) for word in self.low[reach[0] : reach[1]]}
        return bool(kinds & {"mass", "volume", "energy", "packing"}) or any(
            w in "$€£¥" for w in self.low[reach[0] : reach[1]]
        )

    def _bare(self, n: int, by_role: dict[str | None, list[_End]]) -> list[_End]:
        """A place that is the verb's own object ("left Malta")."""
        return [end for end in by_role.get(None, []) if end.first - n <= _FEW and self._is_plain(n + 1, end.first)]

    def _is_plain(self, first: int, last: int) -> bool:
        return all(
            word in words("finds", "around_places", "words")
            or word.endswith("ern")
            or "ADJ" in lemmas(word)
            or "VBN" in verb_tags(word)
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

    def _word(self, n: int) -> Span:
        return self.run[n].start, self.run[n].end

    def _flow(  # noqa: PLR0913
        self, n: int, tables: frozenset[str], subject: Reach | None, obj: Reach | None,
        by_role: dict[str | None, list[_End]], *, passive: bool,
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

    def _helped(self, n: int) -> tuple[Span, ...]:
        """Whom the main verb is of, in "supports Chad by supplying tents"."""
        start = self.line.clause_of(n)[0]
        for end in reversed([end for end in self.ends if start <= end.first < n]):
            verb = end.opens - 1
            if end.role is None and verb >= start and verb_tags(self.low[verb]) & {"VBG", "VBD", "VBZ", "VBP", "VB"}:
                return (end.span,)
        return ()

    def _states(self, reach: Reach) -> list[Span]:
        """The place that a subject names, or that "it" points back to."""
        found = self.states_in(reach)
        if found or self.known is None or reach[1] - reach[0] > 1 or self.low[reach[0]] not in {"it", "they"}:
            return found
        span = self.known.antecedent(*self._word(reach[0]))
        entity = None if span is None else self.known.at(span)
        return [span] if span is not None and entity is not None and entity.sort == "place" else []

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

    def _place_noun(self, n: int, stop: int) -> tuple[Span, ...]:
        """The place that "over the waterway" points back to."""
        if self.known is None or self.low[n + 1 : n + 2] not in (["over"], ["to"], ["of"]):
            return ()
        end = n + 2
        while end < stop and self.low[end] not in {",", ".", ";", "and"}:
            end += 1
        found = self.known.antecedent(self.run[n + 2].start, self.run[end - 1].end) if end > n + 2 else None
        return () if found is None else (found,)

    def _by_noun(self, n: int, stop: int) -> Find | None:
        """Read "a visit to Kenya", "the provision of arms by Egypt", "Ghana's exports to Italy"."""
        by_role: dict[str | None, list[_End]] = {}
        for end in self._after(n, min(stop, n + 14)):
            by_role.setdefault(end.role, []).append(end)
        owner = self._speaker_around(n) or self._owner(n) or self._doer_of_noun(n)
        if _nouns()[self.low[n]] == "moves":
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

    def _speaker_around(self, n: int) -> Reach | None:
        """Whoever speaks, where the noun hangs on the saying: "…, the envoy said during a visit to Kenya"."""
        for hedge in self.hedged.found:
            if hedge.who and hedge.end <= n < hedge.words[1]:
                return hedge.who[0]
        return None

    def _doer_of_noun(self, n: int) -> Reach | None:
        """Whose visit it is in "during a visit to Kenya": whoever the sentence is of."""
        if _nouns()[self.low[n]] != "moves" or not {"during", "on", "in", "after", "before"} & set(
            self.low[max(0, n - 4) : n]
        ):
            return None
        for k in range(self.line.clause_of(n)[0], len(self.low)):
            if k != n and self._is_finite(k):
                found = subject_before(self.line, k)
                return None if found is None or found[0] <= n < found[1] else self._plain(found)
        return None

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
        is_goods = before[:1].isalpha() and "NOUN" in lemmas(before) and before not in words("finds", "stops", "words")
        if is_goods and "ADJ" not in lemmas(before) and "VBD" not in verb_tags(before):
            return n - 1, n
        return (n, n + 1) if self.low[n].endswith("s") else None


_TARIFFS: Final = frozenset(
    ("tariff", "tariffs", "duty", "duties", "tax", "taxes", "levy", "levies", "quota", "quotas")
)
_GOODS_HEADS: Final = frozenset(
    ("arms", "weapons", "equipment", "oil", "gas", "grain", "aid", "cargo", "fuel", "coal", "wheat", "crude")
)
