"""How certain an article makes each thing that it says, and who says so: its sentences, and quotes that run on."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field, replace
from functools import cached_property
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from dateline.reading.amounts.conversions import without_conversions
from dateline.reading.hedging.quotes import quotes
from dateline.reading.hedging.status import Certainty, Said, hedges, weakest
from dateline.reading.text.sentences import tokens
from dateline.story.model import Operator

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.reading.hedging.status import Hedge, Hedges
    from dateline.reading.text.article import Article
    from dateline.reading.text.sentences import Sentence, Token
    from dateline.story.model import Span

__all__ = ["Certainties", "certainties"]

_LONGEST_PIECE: Final = 300  # tokens: a sentence beyond that is read in pieces, so that time stays linear
_SHORTEST_QUOTE: Final = 3  # words: fewer are a name or a word that is marked


@dataclass(frozen=True, slots=True)
class _Speaker:
    """Who speaks a quote, in the words of another sentence."""

    operator: Operator
    said: tuple[Said, ...]


@dataclass(frozen=True)
class Certainties:
    """
    The hedges of an article, each sentence read when it is first asked for: most tell nothing, and nobody asks.

    Attributes
    ----------
    article
        The article.
    runs
        The tokens of each sentence.
    """

    article: Article
    runs: tuple[Sequence[Token], ...]
    _pieces: dict[int, tuple[Hedges, ...]] = field(default_factory=dict)

    def pieces(self, n: int, /) -> tuple[Hedges, ...]:
        """The hedges of a sentence; of one that is very long those of its pieces."""
        if n not in self._pieces:
            run = self.runs[n]
            starts = range(0, len(run), _LONGEST_PIECE)
            self._pieces[n] = tuple(hedges(run[at : at + _LONGEST_PIECE], text=self.article.text) for at in starts)
        return self._pieces[n]

    def is_whole(self, n: int, /) -> bool:
        """Whether a sentence is read in one piece; one of several is a list or a table."""
        return 0 < len(self.runs[n]) <= _LONGEST_PIECE

    @cached_property
    def lows(self) -> tuple[list[str], ...]:
        """The words of each sentence in lower case, for those who look for some of them."""
        return tuple([token.low for token in run] for run in self.runs)

    @cached_property
    def quoted(self) -> list[Span]:
        """What stands between quotation marks."""
        return quotes(self.article)

    @cached_property
    def spoken(self) -> list[tuple[Span, _Speaker]]:
        """Quotes, or their later sentences, whose speaker another sentence names."""
        return _spoken(self)

    def at(self, start: int, end: int, /, *, is_noun: bool | None = None) -> Certainty:
        """
        How certain the thing is that a word or a few words tell of, and who says so.

        Parameters
        ----------
        start, end
            Offsets of the words: the verb or the noun of an event.
        is_noun
            Whether they are a noun; judged by the word when not given.
        """
        sentence = self.article.sentence_at(start)
        if sentence is None:
            return Certainty("asserted")
        pieces = self.pieces(sentence.n)
        piece = next((piece for piece in pieces if start < piece.line.run[-1].end), pieces[-1])
        found = piece.at(start, end, is_noun=is_noun)
        quote = bisect_right(self.quoted, start, key=itemgetter(0)) - 1
        if quote < 0 or start >= self.quoted[quote][1]:
            return found  # whoever speaks elsewhere, this is no part of a quote
        at = bisect_right(self.spoken, start, key=lambda one: one[0][0]) - 1
        for (first, last), speaker in self.spoken[max(0, at) : at + 1]:
            if first <= start < last:
                found = replace(
                    found,
                    status=weakest([found.status, speaker.operator.kind]),
                    operators=(*found.operators, speaker.operator),
                    says=(*found.says, *speaker.said),
                )
        return found


def certainties(article: Article, /) -> Certainties:
    """
    Find the hedges of an article.

    Examples
    --------
    >>> from dateline.reading.text.article import parse
    >>> text = '"Two ships left Bari," Ana Ruiz said. "They may sail to Split." The sea was calm.'
    >>> found = certainties(parse(text))
    >>> spoken = found.at(text.index("sail"), text.index("sail") + 4)
    >>> spoken.status, [text[slice(*said.who)] for said in spoken.says]
    ('possible', ['Ana Ruiz'])
    >>> found.at(text.index("calm"), text.index("calm") + 4).status
    'asserted'
    """
    runs = (tokens(article.text, one.start, one.end) for one in article.sentences)
    return Certainties(article, tuple(map(without_conversions, runs)))


def _spoken(certainties: Certainties) -> list[tuple[Span, _Speaker]]:
    article = certainties.article
    made: list[tuple[Span, _Speaker]] = []
    last: tuple[int, _Speaker] | None = None  # the paragraph and the speaker of the quote before
    for start, end in certainties.quoted:
        if len(article.text[start:end].split()) < _SHORTEST_QUOTE:
            continue
        over = _overlapping(article, start, end)
        if not over:
            continue
        named = ((s, h) for s in over if (h := _names_speaker(certainties, s.n, start, end)) is not None)
        sentence, speaker = next(named, (None, None))
        speaker = speaker or _near(certainties, over, last)
        if speaker is None:
            continue
        made += [((max(start, s.start), min(end, s.end)), speaker) for s in over if s is not sentence]
        last = over[-1].paragraph, speaker
    return made


def _overlapping(article: Article, start: int, end: int) -> list[Sentence]:
    n = max(0, bisect_right(article.sentences, start, key=lambda sentence: sentence.start) - 1)
    over = []
    while n < len(article.sentences) and article.sentences[n].start < end:
        if article.sentences[n].end > start:
            over.append(article.sentences[n])
        n += 1
    return over


def _names_speaker(certainties: Certainties, n: int, start: int, end: int) -> _Speaker | None:
    """Whoever speaks by the first words of saying that stand outside of a quote in a sentence that it touches."""
    for found in certainties.pieces(n):
        for hedge in found.found:
            if hedge.who and hedge.kind in {"reported", "alleged"}:
                at = found.span(hedge.start, hedge.end)
                if at[1] <= start or end <= at[0]:
                    return _speaker(found, hedge)
    return None


def _near(certainties: Certainties, over: list[Sentence], last: tuple[int, _Speaker] | None) -> _Speaker | None:
    """The speaker of the quote before in the paragraph, or of the sentence before or after it there."""
    paragraph = over[0].paragraph
    if last is not None and last[0] == paragraph:
        return last[1]
    sentences = certainties.article.sentences
    for n in (over[0].n - 1, over[-1].n + 1):
        if 0 <= n < len(sentences) and sentences[n].paragraph == paragraph:
            speaker = _names_speaker(certainties, n, 0, 0)
            if speaker is not None:
                return speaker
    return None


def _speaker(found: Hedges, hedge: Hedge) -> _Speaker:
    at = found.span(hedge.start, hedge.end)
    return _Speaker(Operator(kind=hedge.kind, text=found.text[at[0] : at[1]], at=at), found.said(hedge))
