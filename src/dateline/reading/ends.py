"""The place names of a sentence, each with the role that its preposition gives it: where from, where to, on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from dateline.reading.forms import lemmas, verb_tags
from dateline.reading.wordlists import words

if TYPE_CHECKING:
    from dateline.reading.reference import References
    from dateline.reading.scopes import Reach
    from dateline.reading.status import Hedges
    from dateline.reading.toponym import Toponym
    from dateline.story.model import Span

__all__ = ["FEW", "ROLES", "End", "Ends"]

ROLES: Final = {
    "from": "from", "to": "to", "into": "to", "toward": "to", "towards": "to", "onto": "to", "for": "for", "via": "via",
    "through": "via", "across": "via", "over": "via", "past": "via", "along": "via", "around": "via", "in": "in",
    "at": "in", "on": "in", "near": "in", "off": "in", "aboard": "in", "inside": "in", "outside": "in", "within": "in",
    "by": "by", "against": "against", "of": "of", "down": "via", "up": "via", "beyond": "via",
}  # fmt: skip


FEW: Final = 6
"""Words from a verb to its end, where nothing else ties them."""


class End(NamedTuple):
    """A place name in a sentence: its tokens and the role that its preposition gives."""

    toponym: Toponym
    first: int
    last: int
    role: str | None
    opens: int

    @property
    def span(self) -> Span:
        """The characters of the name."""
        return self.toponym.start, self.toponym.end


class Ends:
    """A sentence with its place names."""

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

    def _end(self, toponym: Toponym) -> End:
        first = self.line.at(toponym.start)
        last = self.line.at(max(toponym.end - 1, toponym.start)) + 1
        k = first - 1
        while k >= 0 and first - k <= FEW:
            word = self.low[k]
            if (
                word == "of"
                and k
                and (self.low[k - 1] in words("finds", "around_places", "words") or "ern" in self.low[k - 1])
            ):
                k -= 1
                continue
            if word in ROLES:
                return End(toponym, first, last, ROLES[word], k)
            if not (
                word in words("finds", "around_places", "words")
                or word.endswith("ern")
                or self.run[k].text[0].isupper()
            ):
                break
            k -= 1
        return End(toponym, first, last, None, first)

    def _is_end(self, toponym: Toponym) -> bool:
        """Whether a name is a place's, or a people's that stands alone ("to the Saudis"), not an adjective."""
        if toponym.sort == "language":
            return False
        if toponym.sort != "demonym":
            return True
        last = self.line.at(toponym.end - 1)
        following = self.low[last + 1] if last + 1 < len(self.low) else "."
        return self.low[last].endswith("s") and "NOUN" not in lemmas(following)

    def _coordinated(self, ends: list[End]) -> list[End]:
        """Give the second of "Ghana and Togo" the role of the first."""
        made: list[End] = []
        for end in ends:
            between = self.low[made[-1].last : end.first] if made else []
            if end.role is None and made and between and set(between) <= {"and", ",", "or", "the"}:
                made.append(end._replace(role=made[-1].role, opens=made[-1].opens))
            else:
                made.append(end)
        return made

    def _after(self, n: int, stop: int) -> list[End]:
        """The ends that may belong to a word: not beyond a comma, unless a preposition or another end follows it."""
        found: list[End] = []
        for end in self.ends:
            if n < end.first < stop and end.first not in self.used:
                commas = [k for k in range(n + 1, end.opens) if self.low[k] == ","]
                if commas and not (found and self._goes_on(found[-1].last, end)) and end.opens > commas[-1] + 1:
                    break
                found.append(end)
        return found

    def _goes_on(self, last: int, end: End) -> bool:
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

    def _spans(self, ends: list[End]) -> tuple[Span, ...]:
        return tuple(end.span for end in ends)

    def _is_plain(self, first: int, last: int) -> bool:
        return all(
            word in words("finds", "around_places", "words")
            or word.endswith("ern")
            or "ADJ" in lemmas(word)
            or "VBN" in verb_tags(word)
            or self.run[k].text[0].isupper()
            for k, word in enumerate(self.low[first:last], first)
        )

    def _bare(self, n: int, by_role: dict[str | None, list[End]]) -> list[End]:
        """A place that is the verb's own object ("left Malta")."""
        return [end for end in by_role.get(None, []) if end.first - n <= FEW and self._is_plain(n + 1, end.first)]

    def states_in(self, reach: Reach) -> list[Span]:
        """The places that a subject names ("South Korea", "Kyiv"), of those that can give or get."""
        return [
            (t.start, t.end)
            for t in self.states
            if reach[0] <= self.line.at(t.start) < reach[1] and t.sort not in {"demonym", "language"}
        ][:1]

    def _chars(self, reach: Reach | None) -> Span | None:
        return None if reach is None else (self.run[reach[0]].start, self.run[reach[1] - 1].end)

    def _word(self, n: int) -> Span:
        return self.run[n].start, self.run[n].end
