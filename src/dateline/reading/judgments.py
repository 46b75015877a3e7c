"""Who calls a thing untrue: "That is not true", the port said; the port called the report baseless."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from dateline.reading.denial import POINTS, Denial, Read, heads
from dateline.reading.hedging.content import judging, stressed, told_behind, told_in_subject
from dateline.reading.hedging.hedge import is_passive
from dateline.reading.hedging.phrases import phrase_ending, speaker_after, speakers
from dateline.reading.hedging.sources import attribution
from dateline.reading.text.forms import AUXILIARIES
from dateline.reading.text.wordlists import phrases_by_first, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.reading.hedging.certainty import Certainties
    from dateline.reading.hedging.scopes import Line
    from dateline.reading.hedging.status import Hedges
    from dateline.story.model import Span

__all__ = ["by_phrase"]


def by_phrase(certainties: Certainties, found: Hedges, n: int) -> Iterator[Denial]:
    """Somebody calls it untrue: "That is not true", the port said; the port called the report baseless."""
    made = found.line
    for k, word in enumerate(made.low):
        for phrase, _ in phrases_by_first("denials", "untrue").get(word, ()):
            end = k + len(phrase)
            if tuple(made.low[k:end]) != phrase:
                continue
            read = _judged(made, k, end)
            who = () if read is None else tuple(found.span(*one) for one in read.who)
            if read is None and _calls_a_saying(made, k, end):
                read = _told(found, k, end) or Read((), (k, k), (k, end))
                who = tuple(found.span(*one) for one in read.who) or _speakers(certainties, found.span(k, end))
            if read is None or not who:
                continue
            yield Denial(
                who=who,
                at=found.span(*read.at),
                verb=found.span(k, end),
                of=found.span(*read.of) if read.of[0] < read.of[1] else (made.run[k].start, made.run[k].start),
                words=frozenset(),
                is_of_saying=True,
                sentence=n,
            )
            return


_WHOLE: Final = frozenset(("never", "did"))
"""What begins a phrase that has its verb in it: "that *never happened*"."""
_CLOSES: Final = frozenset((".", ",", "!", "”", '"', "’", "'", "—", "–", "and"))
_FAR: Final = 8  # words from "called" to what it calls a thing


def _calls_a_saying(made: Line, k: int, end: int) -> bool:
    """
    Whether a phrase calls something told untrue, or stands alone: "*the report* is false", "“*Not true*,” he said".

    "The *map* was wrong" is of no report, "the town *lies* by the sea" of nothing.
    """
    low = made.low
    if low[k] in {"there", "none"}:
        return True
    n = k - 1
    while n >= 0 and low[n] in stressed():
        n -= 1
    if (n >= 0 and low[n] in AUXILIARIES) or low[k] in _WHOLE:
        while n >= 0 and (low[n] in AUXILIARIES or low[n] in stressed() or low[n].endswith("ly")):
            n -= 1
        if n < 0 or (low[end : end + 1] == ["to"] and low[k] != "no"):
            return False  # "it was wrong *to leave* them"
        if low[n] in POINTS or low[n] == "there" or told_in_subject(made, k) is not None:
            return True
        subject = phrase_ending(made, n)
        return subject is not None and not heads(made, *subject).isdisjoint(_told_of())
    return (n < 0 or not low[n][0].isalnum()) and (end == len(low) or low[end] in _CLOSES)


@cache
def _told_of() -> frozenset[str]:
    """What can be true or not: sayings, papers and pictures that show something, words that point to such."""
    return words("denials", "objects", "sayings") | words("denials", "objects", "shown") | POINTS


def _judged(made: Line, k: int, end: int) -> Read | None:
    """Read "called the report baseless", "described it as a fabrication": a saying, or a word that points to one."""
    for n in range(k - 1, made.clause_of(k)[0] - 1, -1):
        if made.low[n] in {",", ";", "."}:
            return None
        if made.low[n] in judging() and k - n == 2 and made.low[k - 1] == "as" and made.low[end] in _told_of():
            said = attribution(made, n)  # "described *as untrue reports* that …"
            last = made.clause_of(k)[1]
            last -= made.low[last - 1] == "."
            return None if said is None or not said.who else Read(said.who, (end, last), (min(said.start, n), end))
        if made.low[n] not in judging() or (k - n >= _FAR and told_behind(made, n) is None):
            continue
        if is_passive(made, n):
            return _judged_by(made, n, end)
        first, last = n + 1, k
        while last > first and made.low[last - 1] in stressed():
            last -= 1
        if _told_of().isdisjoint(made.low[first:last]):
            return None
        said = attribution(made, n)
        return None if said is None or not said.who else Read(said.who, (first, last), (min(said.start, n), end))
    return None


def _judged_by(made: Line, n: int, end: int) -> Read | None:
    """Read "the video was described as fake *by Chad*": whoever judges stands behind it."""
    end += made.low[end : end + 1] in (["”"], ['"'], ["’"], ["'"])
    who = speaker_after(made, end + 1) if made.low[end : end + 1] == ["by"] else None
    first, last = made.clause_of(n)[0], n
    while last > first and (made.low[last - 1] in AUXILIARIES or made.low[last - 1].endswith("ly")):
        last -= 1
    if who is None or _told_of().isdisjoint(made.low[first:last]):
        return None
    return Read(speakers(made, who), (first, last), (first, who[1]))


def _told(found: Hedges, k: int, end: int) -> Read | None:
    """Whoever says that a thing is untrue."""
    told = told_in_subject(found.line, k)
    last = -1 if told is None else told + 1  # "*reports alleging* that a ship left are untrue": they do not say so
    speaking = next(
        (h for h in found.found if h.who and h.end > last + 1 and any(a <= k < b for a, b in h.reach)), None
    )
    if speaking is None:
        speaking = next((h for h in found.found if h.who and h.end <= k < h.end + 12), None)
    if speaking is None:
        speaking = next(
            (h for h in found.found if h.who and any(a <= k < b <= h.start for a, b in found.line.quotes)), None
        )
    if speaking is None or speaking.kind not in {"reported", "alleged"}:
        return None
    return Read(speaking.who, (k, k), (min(speaking.words[0], k), max(speaking.words[1], end)))


def _speakers(certainties: Certainties, at: Span) -> tuple[Span, ...]:
    """Whoever speaks the quote that words stand in, named in another sentence of it."""
    return tuple(said.who for said in certainties.at(*at).says)
