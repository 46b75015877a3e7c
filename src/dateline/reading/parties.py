"""Who does what a word of a sentence tells, to what, and whether the word is a verb there at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.reading.ends import ROLES, Ends
from dateline.reading.forms import AUXILIARIES, lemmas, verb_tags
from dateline.reading.numbers import units
from dateline.reading.reference import classes_of
from dateline.reading.sources import subject_before
from dateline.reading.triggers import controls, nouns_told, verbs_told
from dateline.reading.wordlists import words

if TYPE_CHECKING:
    from dateline.reading.scopes import Reach
    from dateline.story.model import Span

__all__ = ["Parties"]


class Parties(Ends):
    """A sentence with its verbs, and their subjects and objects."""

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
            own = any(table.startswith(("moves.go", "moves.leave", "moves.arrive")) for table in verbs_told()[word])
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

    def _follows_noun(self, n: int) -> bool:
        before = self.low[n - 1] if n else ""
        return before[:1].isalnum() and "NOUN" in lemmas(before) and before not in words("finds", "stops", "words")

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
            if (hangs and not self.run[k].text[0].isupper()) or (word in ROLES and word != "of"):
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
            if k < to - 1 and low[k] in controls() and low[k + 1] not in ROLES:
                return k + 1, to
            if k < to - 1 and tags & {"VBG"} and low[k + 1 : k + 2] != ["to"]:
                continue
            if low[k - 1 : k] == ["to"] and k:
                return self._of_infinitive(k - 1)
            if k and low[k - 1] in {"and", "or", "but"}:
                return self._shared(k)
            return subject_before(self.line, k)
        return None

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
            joined = self.low[n - 1] in {"and", "but", "or"} and word in verbs_told() and self._is_verb(k)
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
            if word in ROLES and word != "of":
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

    def _is_measured(self, reach: Reach) -> bool:
        """Whether a phrase is so many tonnes, barrels, boxes or dollars of something."""
        kinds = {units().get(word) for word in self.low[reach[0] : reach[1]]}
        return bool(kinds & {"mass", "volume", "energy", "packing"}) or any(
            w in "$€£¥" for w in self.low[reach[0] : reach[1]]
        )

    def _counts_people(self, reach: Reach) -> bool:
        return any("people" in classes_of(word) for word in self.low[reach[0] : reach[1]])

    def _states(self, reach: Reach) -> list[Span]:
        """The place that a subject names, or that "it" points back to."""
        found = self.states_in(reach)
        if found or self.known is None or reach[1] - reach[0] > 1 or self.low[reach[0]] not in {"it", "they"}:
            return found
        span = self.known.antecedent(*self._word(reach[0]))
        entity = None if span is None else self.known.at(span)
        return [span] if span is not None and entity is not None and entity.sort == "place" else []

    def _helped(self, n: int) -> tuple[Span, ...]:
        """Whom the main verb is of, in "supports Chad by supplying tents"."""
        start = self.line.clause_of(n)[0]
        for end in reversed([end for end in self.ends if start <= end.first < n]):
            verb = end.opens - 1
            if end.role is None and verb >= start and verb_tags(self.low[verb]) & {"VBG", "VBD", "VBZ", "VBP", "VB"}:
                return (end.span,)
        return ()

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

    def _doer_of_noun(self, n: int) -> Reach | None:
        """Whose visit it is in "during a visit to Kenya": whoever the sentence is of."""
        if nouns_told()[self.low[n]] != "moves" or not {"during", "on", "in", "after", "before"} & set(
            self.low[max(0, n - 4) : n]
        ):
            return None
        for k in range(self.line.clause_of(n)[0], len(self.low)):
            if k != n and self._is_finite(k):
                found = subject_before(self.line, k)
                return None if found is None or found[0] <= n < found[1] else self._plain(found)
        return None

    def _speaker_around(self, n: int) -> Reach | None:
        """Whoever speaks, where the noun hangs on the saying: "…, the envoy said during a visit to Kenya"."""
        for hedge in self.hedged.found:
            if hedge.who and hedge.end <= n < hedge.words[1]:
                return hedge.who[0]
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

    def _place_noun(self, n: int, stop: int) -> tuple[Span, ...]:
        """The place that "over the waterway" points back to."""
        if self.known is None or self.low[n + 1 : n + 2] not in (["over"], ["to"], ["of"]):
            return ()
        end = n + 2
        while end < stop and self.low[end] not in {",", ".", ";", "and"}:
            end += 1
        found = self.known.antecedent(self.run[n + 2].start, self.run[end - 1].end) if end > n + 2 else None
        return () if found is None else (found,)
