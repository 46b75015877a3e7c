"""The default syntax: noun phrases by bracketing, verbs with what stands round them; no model, one pass, linear."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.reading.grammar.coordination import join_phrases
from dateline.reading.grammar.pieces import pieces_of
from dateline.reading.grammar.predicates import predicates_of
from dateline.reading.grammar.syntax import Parse
from dateline.reading.grammar.tagging import tagged
from dateline.reading.text.sentences import tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.reading.text.sentences import Token
    from dateline.story.model import Span

__all__ = ["parse_words", "syntax"]


def syntax(text: str, span: Span, /, *, names: Sequence[Span] = ()) -> Parse:
    """
    Parse one sentence; see `dateline.reading.grammar.syntax.Syntax`.

    Examples
    --------
    >>> text = "Two warships docked in Malta are going to Tunis."
    >>> made = syntax(text, (0, len(text)))
    >>> [(p.lemma, p.form, [made.said(made.phrases[s].first, made.phrases[s].last) for s in p.subject])
    ...     for p in made.predicates]
    [('dock', 'participle', ['Two warships']), ('go', 'finite', ['Two warships'])]
    """
    return parse_words(text, tokens(text, *span), names=names)


def parse_words(text: str, run: Sequence[Token], /, *, names: Sequence[Span] = ()) -> Parse:
    """Parse a sentence whose words are cut already."""
    words = tagged(run, names=names)
    units, phrases, preps = pieces_of(words)
    join_phrases(words, units, phrases, preps)
    predicates = predicates_of(words, units, phrases, preps)
    return Parse(text, tuple(words), tuple(phrases), tuple(preps), tuple(predicates))
