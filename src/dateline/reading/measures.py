"""Claims about the ground: how far, wide, long or large the article says a place is."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from dateline.reading.numbers import cardinals, may_start, number_at
from dateline.reading.sentences import tokens
from dateline.reading.wordlists import rules
from dateline.story.measuring import measured
from dateline.story.model import Measure, Quantity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.reading.sentences import Sentence
    from dateline.story.model import Bound, MeasureKind, Mention, Span, Story

__all__ = ["measure_claims", "with_measures"]

_DIRECTION: Final = r"(?:due\s+)?(?P<direction>(?:north|south|east|west)(?:[-\s]?(?:east|west))?)(?:ern|ward)?"
_OF: Final = "(?:city|town|village|port|capital|island|coast|shores?|border|centre|center|outskirts)"
# What may stand between a place and how far it is from another: "Lexington, Nebraska, about …", "Vologda, which is …".
_LIES: Final = re.compile(
    r"(?:,\s+[A-Z][\w.]*(?:\s[A-Z][\w.]*)?)?,?\s+(?:(?:which|that)\s+)?"
    r"(?:(?:is|are|was|lies|lay|sits|stands|located|situated)\s+){0,2}(?:just\s+|only\s+)?"
)
_TO_PLACE: Final = re.compile(
    rf"\s*(?:\([^)]*\)\s*)?,?\s*(?:(?:{_DIRECTION}\s+(?:of|from))|away\s+from|from|outside|off)\s+"
    rf"(?:the\s+)?(?:{_OF}\s+of\s+)?$",
    re.IGNORECASE,
)
_WIDE: Final = re.compile(r"[-\s]*(?:\([^)]*\)\s*)?(?:wide|across|broad|in\s+(?:width|breadth))\b", re.IGNORECASE)
_LONG: Final = re.compile(r"[-\s]*(?:\([^)]*\)\s*)?(?:long|in\s+length)\b", re.IGNORECASE)
_BORDER: Final = re.compile(
    r"[-\s]*(?:\([^)]*\)\s*)?(?:long\s+)?(?:[a-z]+\s+){0,2}(?:border|frontier)\b", re.IGNORECASE
)
_WIDTH_BEFORE: Final = re.compile(
    r"\b(?:width\s+of|narrows\s+to|narrowest\s+point\s+(?:is|of|measures)|wide\s+as)\s+(?:[a-z]+\s+){0,3}$",
    re.IGNORECASE,
)
_BORDER_BEFORE: Final = re.compile(
    r"\b(?:border|frontier)\b[^.;]{0,80}\b(?:is|of|runs|stretches|extends)\s+(?:for\s+)?(?:[a-z]+\s+){0,2}$",
    re.IGNORECASE,
)
_AREA_BEFORE: Final = re.compile(
    r"\b(?:area\s+of|covers|covering|spans|spanning|measures|measuring|occupies|occupying)\s+(?:an\s+area\s+of\s+)?(?:[a-z]+\s+){0,3}$",
    re.IGNORECASE,
)
_BETWEEN: Final = re.compile(
    r"[-\s]*(?:\([^)]*\)\s*)?(?:apart|(?:[a-z]+\s+){0,3}(?:between|separat\w+))", re.IGNORECASE
)
_FROM_TO: Final = re.compile(
    rf"[-\s]*(?:\([^)]*\)\s*)?(?:[a-z-]+\s+){{0,3}}from\s+(?:the\s+)?(?:{_OF}\s+of\s+)?$", re.IGNORECASE
)
_IS_BEFORE: Final = re.compile(r"\b(?:is|was|of|measures)\s+(?:[a-z]+\s+){0,2}$", re.IGNORECASE)
_WATERS: Final = frozenset({"strait", "channel", "sound", "canal"})
_WATER_WORD: Final = re.compile(
    r"\s+(?:[a-z-]+\s+){0,2}(?:strait|waterway|channel|passage|sound|chokepoint|stretch\s+of\s+water|sea\s+lane)s?\b"
)


@dataclass(frozen=True, slots=True)
class _Amount:
    """A number of km or square km with its words."""

    quantity: Quantity
    scale: float
    is_area: bool
    start: int  # of the words with the hedge
    end: int


def measure_claims(story: Story, sentences: Sequence[Sentence], /) -> tuple[Measure, ...]:
    """
    Find what a story's text says about distances, widths, lengths and areas of its places.

    A number that is tied to no place ("a range of 700 km") is none; nor is one whose place is not known.

    Parameters
    ----------
    sentences
        Of the same text.

    Returns
    -------
    claims
        In the order of the text, without figures of ours (`dateline.story.measuring.measured` adds them).
    """
    found: list[Measure] = []
    for sentence in sentences:
        mentions = [m for m in story.mentions if sentence.start <= m.at[0] < sentence.end and m.place in story.places]
        amounts = list(_amounts(story.text, sentence))
        for before, amount in pairwise([None, *amounts]):
            if before is not None and amount is not None and _converts(story.text, before, amount):
                continue
            if amount is not None and (claim := _claim(story, sentence, mentions, amount)) is not None:
                kind, of, direction, (start, end) = claim
                found.append(
                    Measure(
                        id=f"m{len(found) + 1}",
                        kind=kind,
                        quote=story.text[start:end],
                        at=(start, end),
                        quantity=amount.quantity,
                        says=round((amount.quantity.value or 0.0) * amount.scale, 3),
                        of=of,
                        direction=direction,
                    )
                )
    return tuple(found)


def with_measures(story: Story, sentences: Sequence[Sentence], /) -> Story:
    """
    Put what a story's text says of distances and sizes into it, each beside our figures; those it has already stay.

    Examples
    --------
    >>> from dateline.reading.article import parse
    >>> from dateline.story.model import Article, Mention, Place, Story
    >>> text = "Lagos and Abuja are some 500 km apart."
    >>> lagos, abuja = Place("Lagos", "city", lon=3.39, lat=6.45), Place("Abuja", "city", lon=7.49, lat=9.06)
    >>> places = {"lagos": lagos, "abuja": abuja}
    >>> mentions = (Mention("Lagos", (0, 5), "lagos", "literal"), Mention("Abuja", (10, 15), "abuja", "literal"))
    >>> story = with_measures(Story(Article(), places, mentions=mentions, text=text), parse(text).sentences)
    >>> [(claim.quote, claim.says, claim.measured[0].value) for claim in story.measures]
    [('some 500 km apart', 500.0, 536.0)]
    """
    return measured(story if story.measures else replace(story, measures=measure_claims(story, sentences)))


_Found = tuple["MeasureKind", tuple[str, ...], "str | None", "Span"]


def _claim(story: Story, sentence: Sentence, mentions: list[Mention], amount: _Amount) -> _Found | None:
    """Say what an amount measures of which places, from the words around it; None where they tie it to none."""
    text = story.text
    before, after = text[sentence.start : amount.start], text[amount.end : sentence.end]
    earlier = [m for m in mentions if m.at[1] <= amount.start]
    later = [m for m in mentions if m.at[0] >= amount.end]
    if amount.is_area:
        return _area_claim(text, sentence, (earlier, later), amount)
    if (wide := _WIDE.match(after)) or _WIDTH_BEFORE.search(before):
        end = amount.end + (wide.end() if wide else 0)
        of = _water_near(story, sentence, (earlier, later), end)
        return ("width", (of,), None, (amount.start, end)) if of else None
    border = _BORDER.match(after)
    if border or _BORDER_BEFORE.search(before):
        states = _two_states(story, [*earlier, *later])
        end = amount.end + (border.end() if border else 0)
        return ("border", states, None, (amount.start, end)) if states else None
    for place in later:
        gap = text[amount.end : place.at[0]]
        if (tied := _TO_PLACE.fullmatch(gap)) is not None:
            onward = [m for m in later if m.at[0] > place.at[1]]
            joined = re.fullmatch(r"\s+to\s+(?:the\s+)?", text[place.at[1] : onward[0].at[0]]) if onward else None
            if joined:
                return "distance", (str(place.place), str(onward[0].place)), None, (amount.start, onward[0].at[1])
            subject = _subject(text, earlier, place, amount.start)
            way = tied["direction"]
            words = re.sub(r"[-\s]+", "", way.lower()) if way else None
            return ("distance", (subject, str(place.place)), words, (amount.start, place.at[1])) if subject else None
        if _FROM_TO.fullmatch(gap):
            onward = [m for m in later if m.at[0] > place.at[1]]
            if onward and re.fullmatch(r"\s+to\s+(?:the\s+)?", text[place.at[1] : onward[0].at[0]]):
                return "distance", (str(place.place), str(onward[0].place)), None, (amount.start, onward[0].at[1])
        break
    apart = _BETWEEN.match(after)
    if apart is not None and "apart" in apart.group() and len(earlier) >= 2:
        one, other = earlier[-2:]
        return "distance", (str(one.place), str(other.place)), None, (amount.start, amount.end + apart.end())
    if apart is not None and "apart" not in apart.group() and len(later) >= 2:
        one, other = later[:2]
        if (
            re.fullmatch(r"\s+and\s+(?:the\s+)?", text[one.at[1] : other.at[0]])
            and one.at[0] - amount.end - apart.end() < 8
        ):
            return "distance", (str(one.place), str(other.place)), None, (amount.start, other.at[1])
    if re.search(r"\bdistance\b", before) and len(earlier) >= 2 and _IS_BEFORE.search(before):
        one, other = earlier[-2:]
        if re.fullmatch(r"\s+(?:and|to)\s+(?:the\s+)?", text[one.at[1] : other.at[0]]):
            return "distance", (str(one.place), str(other.place)), None, (amount.start, amount.end)
    if (long := _LONG.match(after)) is not None:
        near = _next_to(later, amount.end + long.end(), text) or (earlier[-1] if earlier else None)
        if near is not None and story.places[str(near.place)].kind in _WATERS:
            return "length", (str(near.place),), None, (amount.start, amount.end + long.end())
    return None


def _area_claim(
    text: str, sentence: Sentence, named: tuple[list[Mention], list[Mention]], amount: _Amount
) -> _Found | None:
    """Take an area as a place's only where the words say so: 3,000 hectares that burn are not a state's."""
    before, after = text[sentence.start : amount.start], text[amount.end : sentence.end]
    earlier, later = named
    if re.match(
        r"[-\s]+(?:[a-z]+\s+){0,3}(?:island|lake|sea|territory|country|province|region|peninsula|state)\b", after
    ):
        near = [m for m in later if m.at[0] - amount.end < 60]
        if earlier and re.fullmatch(r",?\s+(?:an?|the|its)\s+", text[earlier[-1].at[1] : amount.start]):
            near = earlier[-1:]  # "Malta, a 316-square-kilometre island"
        if near:
            return "area", (str(near[0].place),), None, (amount.start, amount.end)
    if _AREA_BEFORE.search(before) and earlier and amount.start - earlier[-1].at[1] < 60:
        return "area", (str(earlier[-1].place),), None, (amount.start, amount.end)
    return None


def _subject(text: str, earlier: list[Mention], other: Mention, start: int) -> str | None:
    """The place that is said to lie so far from another: the one that the words stand right behind."""
    near = [m for m in earlier if m.sense == "literal" and m.place != other.place]
    for mention in near[::-1][:2]:  # "Lexington, Nebraska, about …": the region may be a mention of its own
        if _LIES.fullmatch(text[mention.at[1] : start]) and not _names_more(text, near, mention, start):
            return str(mention.place)
    return None


def _names_more(text: str, near: list[Mention], mention: Mention, start: int) -> bool:
    """Whether the name before a place, parted by a comma alone, is the one meant: "Lexington" before "Nebraska"."""
    before = [m for m in near if m.at[1] < mention.at[0]]
    return (
        bool(before)
        and re.fullmatch(r",\s+", text[before[-1].at[1] : mention.at[0]]) is not None
        and (_LIES.fullmatch(text[before[-1].at[1] : start]) is not None)
    )


def _water_near(story: Story, sentence: Sentence, named: tuple[list[Mention], list[Mention]], end: int) -> str | None:
    """The strait that is said to be so wide: named after the words, before them, or as "the waterway" from before."""
    earlier, later = named
    rest = story.text[end : sentence.end]
    straight = _next_to(later, end, story.text)
    if straight is not None and story.places[str(straight.place)].kind in _WATERS:
        return straight.place
    same = [m.place for m in reversed(earlier) if story.places[str(m.place)].kind in _WATERS]
    if same:
        return same[0]
    if _WATER_WORD.match(rest) is None and "strait" not in rest.lower():
        return None
    told = [m for m in story.mentions if m.place in story.places and story.places[m.place].kind in _WATERS]
    back = [m for m in told if m.at[1] <= sentence.start]
    on = [m for m in told if m.at[0] >= end]
    return (on[0].place if on and on[0].at[0] < sentence.end else None) or (back[-1].place if back else None)


def _next_to(later: list[Mention], end: int, text: str) -> Mention | None:
    """The place that is named right after, with a word or two between at the most."""
    if later and re.fullmatch(r"[\s,]+(?:[a-z-]+\s+){0,3}", text[end : later[0].at[0]]):
        return later[0]
    return None


def _two_states(story: Story, mentions: Sequence[Mention]) -> tuple[str, ...]:
    states = [str(m.place) for m in mentions if story.places[str(m.place)].kind in {"country", "territory"}]
    two = tuple(dict.fromkeys(states))[:2]
    return two if len(two) == 2 else ()


def _converts(text: str, before: _Amount, amount: _Amount) -> bool:
    """Whether an amount says the one before it again in another unit: "110 miles (177 km)"."""
    gap = text[before.end : amount.start]
    return re.fullmatch(r"[-\s]*(?:wide|long)?\s*[(/]\s*|\s+or\s+", gap) is not None


def _amounts(text: str, sentence: Sentence) -> Iterator[_Amount]:
    """Find the lengths and areas of a sentence."""
    words = tokens(text, sentence.start, sentence.end)
    low = [word.text.lower() for word in words]
    n = 0
    while n < len(words):
        number, tail = (number_at(words, low, n), 0) if may_start(low[n]) else (None, 0)
        value, high = (number.value, number.high) if number else (None, None)
        if low[n] in {"a", "one"} and low[n + 1 : n + 2] in (["hundred"], ["thousand"]):
            value, high, tail = {"hundred": 100.0, "thousand": 1000.0}[low[n + 1]], None, n + 2
        hyphened = re.match(r"(\d[\d,]*(?:\.\d+)?|[a-z]+)-", low[n]) if value is None else None
        if hyphened and (hyphened[1][0].isdigit() or hyphened[1] in cardinals()):
            one = hyphened[1].replace(",", "")
            value = cardinals()[one] if one in cardinals() else float(one)
            after = words[n].start + hyphened.end() - 1
        elif value is not None:
            tail = tail or (number.end if number else n + 1)
            after = words[tail - 1].end
        else:
            n += 1
            continue
        unit = _unit_pattern().match(text, after, sentence.end)
        if unit is not None:
            name = re.sub(r"[-\s]+", " ", unit["unit"].lower())
            scale, is_area = _scales()[name]
            start, bound = _hedged(text, sentence.start, words[n].start)
            if high is not None:
                bound = "between"
            quantity = Quantity(value, high, bound, name, (start, unit.end("unit")))
            yield _Amount(quantity, scale, is_area, start, unit.end("unit"))
        n = max(tail, n + 1)


def _hedged(text: str, first: int, start: int) -> tuple[int, Bound | None]:
    """Take the words of a hedge before a number along."""
    match = _bound_pattern().search(text, max(first, start - 40), start)
    if match is None:
        return start, None
    return match.start("words"), _bounds()[re.sub(r"\s+", " ", match["words"].lower())]


@cache
def _bounds() -> dict[str, Bound]:
    return {
        phrase.strip().replace("\n", " "): bound
        for bound, phrases in rules("quantities")["bounds"].items()
        for phrase in phrases.split(";")
        if phrase.strip()
    }


@cache
def _bound_pattern() -> re.Pattern[str]:
    phrases = sorted(_bounds(), key=len, reverse=True)
    words = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in phrases)
    # endpos ends the pattern: the number begins there.
    return re.compile(rf"\b(?P<words>{words})\s+$", re.IGNORECASE)


@cache
def _scales() -> dict[str, tuple[float, bool]]:
    """Units with how many km, or square km, one is."""
    table: dict[str, dict[str, float]] = rules("measures")
    lengths = {unit: (scale, False) for unit, scale in table["length_km"].items()}
    return lengths | {unit: (scale, True) for unit, scale in table["area_km2"].items()}


@cache
def _unit_pattern() -> re.Pattern[str]:
    units = sorted(_scales(), key=len, reverse=True)
    words = "|".join(re.escape(unit).replace(r"\ ", r"[-\s]+") for unit in units)
    return re.compile(rf"[-\s]*(?P<unit>{words})\b", re.IGNORECASE)
