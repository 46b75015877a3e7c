"""The default syntax: noun phrases by bracketing, verbs with what stands round them; no model, one pass, linear."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from dateline.reading.grammar.besides import is_year
from dateline.reading.grammar.coordination import join_phrases
from dateline.reading.grammar.gapping import with_gaps_filled
from dateline.reading.grammar.pieces import MONTHS, SHORT_MONTHS, pieces_of
from dateline.reading.grammar.predicates import predicates_of
from dateline.reading.grammar.syntax import Parse
from dateline.reading.grammar.tagging import tagged
from dateline.reading.hedging.listed import forms_in
from dateline.reading.text.forms import AUXILIARIES
from dateline.reading.text.sentences import tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.reading.grammar.syntax import Word
    from dateline.reading.text.sentences import Token
    from dateline.story.model import Span

__all__ = ["build_of", "syntax", "tagged_words"]


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
    return build_of(text, tagged_words(tokens(text, *span), names=names))


def tagged_words(run: Sequence[Token], /, *, names: Sequence[Span] = ()) -> list[Word]:
    """Give the words of a sentence their parts of speech; marks in dates, ages and the like are left out."""
    low = [token.low for token in run]
    if not _QUOTES.isdisjoint(low):
        run = _without_scare_quotes(run)
    if not MONTHS.isdisjoint(low):
        run = _without_marks_in_dates(run)
    if not _BEGINS_ASIDE.isdisjoint(low):
        run = _without_asides(run)
    return tagged(run, names=names)


def build_of(text: str, words: list[Word], /) -> Parse:
    """Find the build of a sentence whose words have their parts of speech."""
    units, phrases, preps = pieces_of(words)
    join_phrases(words, units, phrases, preps)
    predicates = with_gaps_filled(words, phrases, preps, predicates_of(words, units, phrases, preps))
    return Parse(text, tuple(words), tuple(phrases), tuple(preps), tuple(predicates))


def _without_scare_quotes(run: Sequence[Token]) -> Sequence[Token]:
    """A sentence without the marks around a word or two inside of it: "a series of “powerful” strikes"."""
    marks = [n for n, token in enumerate(run) if token.text in _QUOTES]
    dropped: set[int] = set()
    for first, last in pairwise(marks):
        if first in dropped or not first or last + 1 >= len(run):
            continue
        if run[first - 1].low in {"a", "an"} and last - first <= _QUOTED_PHRASE:
            dropped |= {first, last}  # "was going on a “very important trip to Oman”"
            continue
        if not 1 < last - first <= _QUOTED:
            continue
        inside = all(token.text[0].isalnum() and token.text == token.low for token in run[first + 1 : last])
        before, after = run[first - 1], run[last + 1]
        if (
            inside
            and (before.text[0].isalnum() or before.text in _DASHES)
            and after.text[0].isalnum()
            and before.low not in forms_in("said")
        ):
            dropped |= {first, last}
    return [token for n, token in enumerate(run) if n not in dropped] if dropped else run


def _without_marks_in_dates(run: Sequence[Token]) -> Sequence[Token]:
    """A sentence without the marks and years inside of its dates: "on Feb. 23, 2023, the ship left"."""
    dropped: set[int] = set()
    for n, token in enumerate(run[:-1]):
        if token.low not in MONTHS or not token.text[0].isupper():
            continue
        day = n + 1
        if run[day].text == "." and token.low in SHORT_MONTHS and run[day + 1 : day + 2]:
            day += 1
        if not run[day].text.isdigit():
            continue
        dropped |= set(range(n + 1, day))
        year = [one.text for one in run[day + 1 : day + 3]]
        if len(run[day].text) < len("2023") and year[:1] == [","] and is_year(year[-1]):
            dropped |= {day + 1, day + 2}
    return [token for n, token in enumerate(run) if n not in dropped] if dropped else run


def _without_asides(run: Sequence[Token]) -> Sequence[Token]:
    """
    A sentence without ages, "what is now" and what a thing could do, between commas.

    "Two men *aged 19 and 23* fled to *what is now* Chad"; "diverted a ship*, capable of carrying 90 cars,* to Oran".
    """
    dropped: set[int] = set()
    for n, token in enumerate(run):
        if token.low == "what" and n and tuple(one.low for one in run[n + 1 : n + 3]) in _IS_NOW:
            dropped |= {n, n + 1, n + 2}
        if token.low == "capable" and n and run[n - 1].text == "," and (close := _closes(run, n)) is not None:
            dropped |= set(range(n - 1, close + 1))
        parted = n > 1 and run[n - 1].text == ","
        if token.low not in _AGED or not n or not run[n - 1 - parted].text[0].isalpha():
            continue
        last = n + 1
        while last < len(run) and (run[last].low[0].isdigit() or run[last].low in _AGES):
            last += 1
        while last > n + 1 and run[last - 1].low in _JOIN_AGES:
            last -= 1  # "a boy aged 9 *and* his aunt"
        closed = parted and last + 1 < len(run) and run[last].text == ","
        if last > n + 1 and (not parted or closed):
            goes_on = closed and run[last + 1].low not in _OPEN_ASIDES  # "Ana Roa, aged 9, *was* …"
            dropped |= set(range(n - parted, last + goes_on))
    return [token for n, token in enumerate(run) if n not in dropped] if dropped else run


def _closes(run: Sequence[Token], n: int) -> int | None:
    """Which comma closes an aside that the clause goes on behind, with a preposition or a verb."""
    near = range(n + 3, min(len(run) - 1, n + _LONG_ASIDE))
    return next(
        (k for k in near if run[k].text == "," and (run[k + 1].low in _LEADS_ON or run[k + 1].low in AUXILIARIES)), None
    )


_LONG_ASIDE: Final = 18  # words of an aside, at the most
_LEADS_ON: Final = frozenset(("to", "from", "into", "through", "for"))
_IS_NOW: Final = frozenset((verb, when) for verb in ("is", "was") for when in ("now", "then", "today"))
_AGED: Final = frozenset(("aged", "ages"))
_OPEN_ASIDES: Final = frozenset("who whose whom which of from a an the and both".split())
_BEGINS_ASIDE: Final = _AGED | {"what", "capable"}
_JOIN_AGES: Final = frozenset(("and", "to", "or", "-", "–", ","))
_AGES: Final = _JOIN_AGES | frozenset(
    "between from over under just about around as young older younger above below up one two three four five six seven"
    " eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split()
)
_QUOTES: Final = frozenset('"“”')
_DASHES: Final = frozenset(("-", "--", "–", "—"))
_QUOTED: Final = 4  # tokens from the one mark to the other, at the most
_QUOTED_PHRASE: Final = 9  # the same where an article stands before it
