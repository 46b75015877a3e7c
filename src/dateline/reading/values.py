"""The amount, the goods and the time that belong to a verb, of those that stand in its sentence."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, TypeVar

from dateline.reading.amounts.parts import WITHIN, is_of_all
from dateline.reading.amounts.quantities import quantities
from dateline.reading.amounts.times import times
from dateline.reading.amounts.told import dated, told_before
from dateline.reading.hedging.conditions import opens_meanwhile
from dateline.reading.hedging.phrases import saying_forms
from dateline.reading.hedging.scopes import has_verb
from dateline.reading.other_times import is_compared, is_of_a_case, is_of_a_first, is_of_what_hangs
from dateline.reading.text.forms import AUXILIARIES, lemmas, verb_tags

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dateline.reading.amounts.quantities import Amount
    from dateline.reading.amounts.times import Time
    from dateline.reading.events.find import Find
    from dateline.reading.hedging.certainty import Certainties
    from dateline.reading.hedging.scopes import Line
    from dateline.reading.hedging.status import Certainty
    from dateline.reading.text.article import Article
    from dateline.story.model import Quantity, Span, When

__all__ = ["Values"]

_REACHES: Final = 500  # characters from a verb to its time or amount
_NP_END: Final = re.compile(
    r"\s(?:to|into|from|for|by|in|on|at|with|via|through|that|which|under|since|during|every|each|after|before|as"
    r"|(?:last|this|next) (?:year|month|week|season|quarter|spring|summer|autumn|winter|night))\b|[,.;:()”\"]"
)
_T = TypeVar("_T")
_PART: Final = re.compile(r"[,—–(] ?(?:[\w-]+ )*?(?P<some>(?!all|both)[\w,-]+) of (?:whom|which)\b[^,;:]*$").search
_COMES_TO: Final = re.compile(
    r"^(?:(?!\b(?:and (?![A-Z]|stood|reached|total|amounted)|but|while|whereas|which|who)\b)[^,;:])*?\b(?:"
    r"(?:fell|dropped|declined|slid|slumped|decreased|shrank|rose|grew|climbed|jumped|soared|surged|increased|went up"
    r"|cut|reduced|doubled|fall|drop|decline|rise|growth|increase|jump)\b(?:(?! and )[^,;:])*? to"
    r"|reached|hit|totall?ed|amounted to|stood at|(?:was|were) (?:worth|valued at)|exceeded|topped)\s*$"
).match
_COMPARED: Final = re.compile(r"\b(?:against|than|compared (?:with|to)|(?:up|down) from)(?: [a-z]+)? $").search
_TRADES: Final = frozenset(("transfer.get", "transfer.give", "transfer.vehicles"))
_AT_A_VERB: Final = re.compile(r"[,;:]|\b(?:and|but|which|who|that|to)\b [a-z]").search
_SUM_OPENS_WITHIN: Final = 20  # the same of a sum: "an estimated $9 million"
_OPENS_WITHIN: Final = 5  # letters from where a phrase begins to its number: "the 120 men", "the $9 million"
_GROUP_HAS: Final = 4  # words from "had" to its verb
_BEFORE_TIMES: Final = frozenset(("", "on", "in", "at", ",", "during"))
_NEAREST_SAYING: Final = 4  # words from "said" to a time that is the saying's

_DATELINE: Final = re.compile(
    r"""
    [A-Z][A-Z.'’ -]+(?:,\ [A-Z][\w.\ ]+)*,?\ .{0,30}?(?:\([\w\ ./]{2,30}\)\ ?)(?:—|–|--?)\   # LAGOS, March 3 (AP) --
    | [A-Z][A-Z.'’ -]+(?:,\ [A-Z][\w.\ ]+)*,\ [A-Z][a-z]{2,8}\.?\ \d{1,2}\ ?(?:—|–|--)\      # OSLO, March 30 --
    | (?:By|BY)\ .{3,80}?[A-Z][a-z]{2,8}\.?\ \d{1,2},\ \d{4}\ [A-Z][A-Z.'’, -]+(?:—|–|--)\  # By Ana Roa, dated
    """,
    re.VERBOSE,
)
"""Where and when a report was written, and by whom: "ADDIS ABABA, Ethiopia, Oct. 29 (AP) — "."""


@dataclass(slots=True)
class Values:
    """
    The amounts and times of an article, found sentence by sentence as they are asked for.

    Attributes
    ----------
    article, certainties
        What they are read from.
    """

    article: Article
    certainties: Certainties
    amounts: dict[int, list[Amount]] = field(default_factory=dict)
    found_times: dict[int, list[Time]] = field(default_factory=dict)

    def _words(self, span: Span) -> str:
        return self.article.text[span[0] : span[1]]

    def amount(self, find: Find, spans: tuple[Span, ...]) -> Quantity | None:
        """The amount that stands in the words of the goods or the mover, or that they are the goods of."""
        sentence = self.article.sentence_at(find.trigger[0])
        if sentence is None:
            return None
        if sentence.n not in self.amounts:
            self.amounts[sentence.n] = quantities(self.certainties.runs[sentence.n])
        amounts = self._near(self.amounts[sentence.n], find.trigger, lambda amount: amount.span[0])
        amounts = [a for a in amounts if not self._is_of_all(a, spans)]
        if find.kind in {"route", "presence"}:
            amounts = [a for a in amounts if not self._is_a_size(a, spans) and not self._is_one_of_two(a, spans)]
        if spans and (part := _PART(self._words((spans[0][1], max(find.trigger[0], spans[0][1]))))) is not None:
            at = spans[0][1] + part.start("some")  # "90 miners, *four of whom* flew"
            return next((one.quantity for one in amounts if one.span[0] <= at < one.number[1]), None)
        for start, end in spans:
            inside = next((one for one in amounts if start <= one.number[0] and one.number[1] <= end), None)
            if inside is not None and inside.number[0] - start <= _OPENS_WITHIN:
                return inside.quantity  # "some of *the 120 men* who": not how many of them
        for amount in amounts:
            for start, end in spans:
                if amount.number[1] <= start and self._words((start, end)).partition(" ")[2][:1].isdigit():
                    continue  # "about 40 of *the 120 men*"
                if (amount.span[0] < end and start < amount.span[1]) or (
                    amount.of is not None and start - 6 <= amount.of < end
                ):
                    return amount.quantity
                if amount.sort == "money" and self._words((end, max(end, amount.span[0]))).split() in (
                    ["worth"],
                    ["valued", "at"],
                ):
                    return amount.quantity
                if amount.sort == "money" and self._words((amount.span[1], max(amount.span[1], start))).split() == [
                    "on"
                ]:
                    return amount.quantity  # "spent *$9 million on* howitzers"
        if find.kind != "flow":
            return None
        price = next((a for a in amounts if a.sort == "money" and self._is_price(find, a)), None)
        if price is not None:
            return price.quantity
        figure = next((a for a in amounts if a.sort == "money" and self._comes_to(find, a)), None)
        if figure is not None:
            return figure.quantity
        measured = [a for a in amounts if a.sort in {"mass", "volume", "energy"} and a.of is None]
        measured = [a for a in measured if _COMPARED(self._words((max(0, a.span[0] - WITHIN), a.span[0]))) is None]
        return measured[0].quantity if len(measured) == 1 and measured[0].span[0] > find.trigger[0] else None

    def _is_price(self, find: Find, amount: Amount) -> bool:
        """Whether a sum is what goods are bought or sold for: "sold Peru a ship *for $3 million*"."""
        before = self._words((find.trigger[1], max(find.trigger[1], amount.span[0])))
        return find.rule in _TRADES and before.endswith(" for ") and not _AT_A_VERB(before)

    def _comes_to(self, find: Find, amount: Amount) -> bool:
        """Whether trade is said to come to a sum: "exports to Chad *fell to $3 million*"."""
        before = self._words((find.trigger[1], max(find.trigger[1], amount.span[0])))
        return find.is_noun is True and _COMES_TO(before) is not None

    def _is_a_size(self, amount: Amount, spans: tuple[Span, ...]) -> bool:
        """Whether a number behind "a" says how large the one is."""
        at = amount.number[0]
        return any(self._words((start, at)).strip() in {"a", "an"} for start, end in spans if start < at < end) and (
            self.article.text[at].isdigit()
        )

    def _is_of_all(self, amount: Amount, spans: tuple[Span, ...]) -> bool:
        """Whether a number is of all of whom a part goes: "half of *the 60* patients", "one in *four*"."""
        at = amount.span[0]
        within = _OPENS_WITHIN if amount.sort != "money" else _SUM_OPENS_WITHIN
        if any(0 <= amount.number[0] - start <= within for start, end in spans):
            return False
        return is_of_all(self._words((max(0, at - WITHIN), at)))

    def _is_one_of_two(self, amount: Amount, spans: tuple[Span, ...]) -> bool:
        """Whether a number is of some of those who go: "Ana Roa *and two friends*"."""
        at = amount.span[0]
        return any(" and " in self._words((start, at)) for start, end in spans if start < at < end)

    def goods(self, spans: tuple[Span, ...], find: Find) -> tuple[Span, ...]:
        """The goods without their amount: of "40 tonnes of corn" the corn."""
        sentence = self.article.sentence_at(find.trigger[0])
        if not spans or sentence is None:
            return spans
        first, last = spans[0]
        stop = find.trigger[0] - 1 if first < find.trigger[0] else sentence.end  # "90 tonnes of *rice* reached Lagos"
        inside = [a for a in self.amounts.get(sentence.n, ()) if a.span[0] < last and first < a.span[1]]
        if len(inside) > 1:  # "100 rifles and 2 tonnes of powder": all of it
            of = inside[-1].of
            return ((first, last if of is None or of < last else self._noun_end(of, sentence.end)), *spans[1:])
        for amount in inside:
            if amount.sort == "count":
                continue
            if amount.of is not None and amount.of < last:
                return ((amount.of, last), *spans[1:])
            between = self._words((last, max(last, amount.of or last))).strip()
            if find.rule == "transfer.invest" and between == "in":
                continue  # "put $9 million *in a school*": what it is put in
            if amount.of is not None and amount.of < stop and amount.of - last <= len(" worth of "):
                return ((amount.of, self._noun_end(amount.of, stop)), *spans[1:])
        return spans

    def _noun_end(self, start: int, end: int) -> int:
        """Where goods end that "and" may join to more goods, but to no verb."""
        stop = _NP_END.search(self.article.text, start, end)
        end = stop.start() if stop else end
        at = self.article.text.find(" and ", start, end)
        if at < 0:
            return end
        joined = self.article.text[at + 5 : end].split()
        return at if any(_is_verb_of(joined, n) for n in range(len(joined))) else end

    def when(
        self, trigger: Span, certainty: Certainty, *, is_noun: bool | None = None, goal: Span | None = None
    ) -> When | None:
        """The time of a verb's clause, or of one of its goals; the one of "said on Friday" is the saying's."""
        sentence = self.article.sentence_at(trigger[0])
        if sentence is None:
            return None
        pieces = self.certainties.pieces(sentence.n)
        piece = next((p for p in pieces if trigger[0] < p.line.run[-1].end), None)
        if piece is None:
            return None
        ahead = any(operator.kind in {"planned", "possible"} for operator in certainty.operators)
        here = piece.line.at(trigger[0])
        opening = _DATELINE.match(self.article.text, sentence.start, sentence.end)
        fits = []
        for time in self._near(self._times(sentence.n), trigger, lambda time: time.at[0]):
            if time.inner is not None and time.at[0] <= trigger[0] < time.inner.at[0]:
                time = time.inner  # noqa: PLW2901 - what happened in a clause with "since" has the time alone
            at, behind = piece.line.at(time.at[0]), piece.line.at(time.at[1])
            if (at > here and is_compared(piece.line, at)) or is_of_a_first(piece.line.low, at):
                continue
            if opening is not None and time.at[1] <= opening.end():
                continue  # "LAGOS, March 3 (AP) —" is when it was written
            if (time.attributive and time.at[1] + 4 < trigger[0]) or self._is_sayings(piece.found, at, here):
                continue
            if any(piece.line.low[k : k + 1] in (["and"], ["but"]) and piece.line.low[k + 1] in _NOW[piece.line.low[k]]
                   for k in range(at, here)):  # fmt: skip
                continue  # "were to leave by May *but are* still there"
            if at < here and "born" in piece.line.low[:at] and "and" in piece.line.low[at:here]:
                continue  # "*born* in 1985 and moved to Bari"
            if at < here and piece.line.low[here - 1] == "and" and verb_tags(piece.line.low[here]) == {"VBZ"}:
                continue  # "fell ill on Friday and *remains* in Bari"
            if at < here and piece.line.low[here - 1] in _AFTERWARDS and "and" in piece.line.low[at:here]:
                continue  # "left Oslo in 2012 and *later* settled in Bari"
            if is_of_what_hangs(piece.line, at, behind, here) or is_of_a_case(piece.line, at, behind, here):
                continue
            if (
                at < here
                and "since" in piece.line.low[max(0, at - 1) : at + 1]
                and _is_of_the_first(piece.line, at, here)
            ):
                continue  # "had been in Chad *since May* and agreed to fly"
            if _is_of_what_opens(piece.line, at, here) or (
                at < here and piece.line.low[here] == "bound" and piece.line.low[here - 1] == ","
            ):
                continue  # "left on Friday*, bound* for Bari"
            is_of_when = _opens_when(piece.line, behind, here) or _is_when(piece.line, at, here)
            beside = at if time.inner is None else _beside_since(piece.line, at, behind, here)
            if (
                not is_of_when
                and not _holds_for_all(piece.line, at, here)
                and (
                    _clause_apart(piece.line, beside, here)
                    or _verb_between(piece.line, beside, here, is_noun=bool(is_noun))
                )
            ):
                continue
            far = abs(at - here) + (3 if at < here else 0) + _MOST * _is_of_the_first(piece.line, at, here)
            fits.append((far if goal is None or not self._is_behind(goal, time) else -1, time))
        if not fits:
            return None
        best = min(fits, key=lambda fit: fit[0])[1]
        is_done = "had" in piece.line.low[max(0, here - _GROUP_HAS) : here]
        told = told_before(best, self._times(sentence.n), self._times(sentence.n - 1))
        return dated(best, told, self.article.published, ahead=ahead, is_done=is_done)

    def _is_behind(self, goal: Span, time: Time) -> bool:
        """Whether a time stands right behind a goal: "moved to Rome in 1990 and *to Lima four years later*"."""
        return goal[1] < time.at[0] and self._words((goal[1], time.at[0])).strip() in _BEFORE_TIMES

    def _times(self, n: int) -> list[Time]:
        """The times of a sentence; none of one that there is not."""
        if n < 0:
            return []
        if n not in self.found_times:
            self.found_times[n] = times(self.certainties.runs[n], text=self.article.text)
        return self.found_times[n]

    @staticmethod
    def _near(found: list[_T], trigger: Span, start_of: Callable[[_T], int]) -> list[_T]:
        """What stands near a word: a sentence may be a whole page that lacks its stops."""
        first = bisect_left(found, trigger[0] - _REACHES, key=start_of)
        last = bisect_left(found, trigger[1] + _REACHES, key=start_of)
        return found[first:last]

    @staticmethod
    def _is_sayings(found: Sequence[object], at: int, here: int) -> bool:
        """Whether a time goes with a verb of saying, and the event does not."""
        for hedge in found:
            words = getattr(hedge, "words", (0, 0))
            start, end = hedge.start, hedge.end  # type: ignore[attr-defined]
            if words == (0, 0) or words[0] <= here < words[1]:
                continue
            if words[0] <= at < words[1] or (end <= at <= end + _NEAREST_SAYING and not end <= here < at):
                return True
            if start - _NEAREST_SAYING <= at < start and not at < here < start and here > end:
                return True
        return False


def _is_verb_of(joined: Sequence[str], n: int) -> bool:
    """Whether a word behind "and" is a verb of what follows, no participle of more goods: "corn and *visited* Oslo"."""
    word = joined[n].lower()
    if word in AUXILIARIES:
        return True
    if not verb_tags(word) or "NOUN" in lemmas(word) or "ADJ" in lemmas(word):
        return False
    following = joined[n + 1] if n + 1 < len(joined) else ""
    return not word.endswith("ed") or following[:1].isupper() or "NOUN" not in lemmas(following)


def _is_of_what_opens(line: Line, at: int, here: int) -> bool:
    """Whether a time is of what a sentence opens with: "After *ending their tour on Friday*, they will fly to Lima"."""
    if line.low[0] not in _OPENS or "VBG" not in verb_tags(line.low[1]) or "VBG" in verb_tags(line.low[here]):
        return False
    return 1 < at < here and "," in line.low[at:here] and "," not in line.low[1:at]


_OPENS: Final = frozenset(("after", "before"))


def _verb_between(line: Line, at: int, here: int, *, is_noun: bool = False) -> bool:
    """Whether another verb stands between a time and a verb, and so is the one that the time is of."""
    first, last = (at, here) if at < here else (here + 1, at)
    if at < _HEAD and verb_tags(line.low[here]) <= {"VBZ"} and "," not in line.low[at:here]:
        return len([k for k in range(at + 1, here) if verb_tags(line.low[k]) & {"VBD"}]) > 1  # "made two *flights*"
    if "VBG" in verb_tags(line.low[here]) and line.low[here - 1] in _AROUND - {"while"} and at < here:
        return True  # "play in Rome on May 3 *before flying* to Oslo"
    if at > here and _is_of_the_main_verb(line, at, here):
        return True
    for k in range(first, last):
        word = line.low[k]
        is_deed = "VBG" in verb_tags(word) and line.run[k].text[0].islower()  # no "of *Building* 12"
        if at > here and is_deed and line.low[_before_adverb(line.low, k)] in _AROUND | _REASONS:
            return (
                True  # "reached Oslo *after leaving* Rome on Friday", "held *for allegedly robbing* a bank on Friday"
            )
        if at > here and word == "ahead" and line.low[k + 1] == "of" and line.low[k + 2] not in {"schedule", "time"}:
            return True  # "flew to Oslo *ahead of* a trial on Friday"
        if is_noun and word in _CHANGES and at > here:
            continue  # "exports to Chad *rose* to $3m in May"
        is_anew = not is_noun or line.low[k - 1] in {"and", "but"}
        if at > here and k > here + 1 and word in _BEGINS_ANEW and is_anew:
            return True  # "had flown to Rome and *was* due back by Friday", "those who sail *can* land on Friday"
        if at > here and "VBZ" in verb_tags(word) and line.low[k - 1] == "and" and line.low[k + 1] in _OBJECT_OPENS:
            return True  # "is touring Peru *and opens a* school in June"
        tags = verb_tags(word)
        joined = at > here and line.low[k - 1] == "and" and "VBN" in tags  # "was flown to Peru *and charged* in May"
        if word in AUXILIARIES or line.run[k].text[0].isupper() or ("ADJ" in lemmas(word) and not joined):
            continue
        if "VBN" in tags and k and line.low[k - 1] in _BEFORE_PARTICIPLES:
            continue  # "on *a modified* 747 on Sunday"
        is_noun_too = "VB" in tags and "NOUN" in lemmas(word) and line.low[k - 1] != ","  # "to Lima, *hit* by floods"
        if tags & {"VBD", "VBN"} and not is_noun_too and (joined or word not in saying_forms()):
            if at < here and line.low[k + 1 : k + 2] == ["to"]:
                continue  # "on Monday is expected to sail"
            return True
    return False


def _before_adverb(low: Sequence[str], n: int) -> int:
    """The word before a verb, an adverb passed over."""
    return n - 1 - (low[n - 1].endswith("ly") and n > 1)


def _is_of_the_main_verb(line: Line, at: int, here: int) -> bool:
    """Whether a verb of now stands behind what opens a sentence: "*Having set out* from Lima, they hope to be in …"."""
    comma = next((k for k in range(here, at) if line.low[k] == ","), at)
    return here <= 2 and line.low[0][-3:] == "ing" and any(
        verb_tags(line.low[k]) & {"VBP", "VBZ"} and (line.low[k + 1] == "to" or lemmas(line.low[k]).keys() == {"VERB"})
        for k in range(comma, at)
    )  # fmt: skip


def _is_of_the_first(line: Line, at: int, here: int) -> bool:
    """Whether "and" begins a verb between a time and a verb: "left *on Sunday* and expect to reach Bari on Monday"."""
    return any(
        line.low[k] in {"and", "but"} and verb_tags(line.low[k + 1]) and "NOUN" not in lemmas(line.low[k + 1])
        for k in range(at + 1, here)
    )


_MOST: Final = 100  # words: only where nothing else tells when


def _holds_for_all(line: Line, at: int, here: int) -> bool:
    """Whether a time at the head of a sentence is that of what happened then: "In May, 90 drowned *when* a boat …"."""
    if at <= _HEAD and line.low[here - 1] == "and" and not any(at < k <= here for k in line.breaks):
        return True  # "In 2019 he sold up *and left* for Lima"
    return at <= 1 and "," in line.low[at + 1 : at + 4] and not _THEN.isdisjoint(line.low[at:here])


def _opens_when(line: Line, behind: int, here: int) -> bool:
    """Whether a clause with "when" tells of a time right before it: "in 2005*, when fish swam* to Oslo"."""
    behind += line.low[behind : behind + 1] == [","]
    return behind < here and line.low[behind] == "when" and "," not in line.low[behind:here] and not (
        has_verb(line, behind, here)
    )  # fmt: skip


def _beside_since(line: Line, at: int, behind: int, here: int) -> int:
    """The token next to a clause with "since", on the side of the verb that it dates."""
    if at > here:
        return at - 1
    is_opening = not at or line.low[at - 1] in {",", "but", "that"}  # no "unseen *since the war began in May*, fled"
    return min(behind + (line.low[behind : behind + 1] == [","]), here) if is_opening else at


def _is_when(line: Line, at: int, here: int) -> bool:
    """Whether a clause with "when" behind a verb dates it: "was taken *when troops sacked it in 1897*"."""
    when = next((k for k in range(here + 1, at) if line.low[k] == "when"), None)
    if when is None or not _STOPS.isdisjoint(line.low[here:at]) or has_verb(line, here + 1, when):
        return False
    verbs = [k for k in range(when, at) if verb_tags(line.low[k]) & {"VBD"} and line.low[k] not in AUXILIARIES]
    return len(verbs) == 1


_STOPS: Final = frozenset((",", ";", ":", "and", "but", "who", "which", "that"))
_CHANGES: Final = frozenset(
    "rose climbed jumped surged soared grew increased doubled tripled recovered fell dropped declined slid slumped "
    "sank plunged decreased shrank halved reached hit totalled totaled averaged stood exceeded topped amounted".split()
)
_AFTERWARDS: Final = frozenset(("later", "afterwards", "subsequently", "eventually"))
_AROUND: Final = frozenset(("before", "after", "since", "while"))
_REASONS: Final = frozenset(("for", "of", "over"))
_BEGINS_ANEW: Final = frozenset("is are was were has have had will would may could can".split())
_NOW: Final = {"and": frozenset(("is", "are")), "but": frozenset(("is", "are", "has", "have"))}
_OBJECT_OPENS: Final = frozenset("a an the his her its their off up out".split())
_BEFORE_PARTICIPLES: Final = frozenset(("a", "an", "the", "its", "his", "her", "their", "of", "some"))
_HEAD: Final = 2  # words before a time that opens its sentence: "On the morning of"
_THEN: Final = frozenset(("when", "as", "while"))


def _is_counted_from(line: Line, at: int, here: int) -> bool:
    """Whether so long after or before a thing is the time: "met last week, *a month after* the visit to Bari"."""
    first = at if at < here else max(0, here - 3)
    after = (
        k for k in range(first + 1, here)
        if line.low[k] in {"after", "before"} and line.low[k - 1] in _SPELLS and "," not in line.low[k:here]
    )  # fmt: skip
    return next(after, None) is not None and (at < here or "," in line.low[here:at])


_SPELLS: Final = frozenset("minutes hour hours day days night week weeks month months year years decade".split())


def _clause_apart(line: Line, at: int, here: int) -> bool:
    """Whether a time stands in another clause than the verb: behind a break, or in a relative clause of its own."""
    if line.clause_of(at) != line.clause_of(here):
        return True
    if _is_counted_from(line, at, here):
        return True
    if at < here and "that" in line.low[at + 3 : here]:
        return True  # "was held on July 4 over claims *that* it shipped oil"
    told = ((first, last) for first, last in line.parens if "VBN" in verb_tags(line.low[first]))
    beside = (k for k in range(min(at, here) + 1, max(at, here)) if line.low[k] in {"as", "while"})
    if at < here and any(opens_meanwhile(line, k) for k in beside):
        return True  # "signed off Thursday on selling jets *as the prince tours* Oslo"
    for first, last in (*line.relatives, *line.asides, *line.conditions, *told):
        if (first <= at < last) != (first <= here < last):
            return True
    return False
