"""Claims about the ground: how far, wide, long or large the article says a place is."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from dateline.reading.amounts.amounts import Amount, amounts, converts, has_unit
from dateline.reading.amounts.stretches import mode_after, stretch
from dateline.story.measuring import measured
from dateline.story.model import Measure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.reading.text.sentences import Sentence
    from dateline.story.model import GoesBy, MeasureKind, Mention, Span, Story

__all__ = ["measure_claims", "with_measures"]

_DIRECTION: Final = r"(?:due\s+)?(?P<direction>(?:north|south|east|west)(?:[-\s]?(?:east|west))?)(?:ern|ward)?"
_OF: Final = "(?:city|town|village|port|capital|island|coast|shores?|border|centre|center|outskirts)"
_NEAR: Final = 240  # characters before and behind a number
_LYING: Final = re.compile(r"\b(?:is|are|was|lies|lay|sits|located|situated)\b")
_SETTLED: Final = (
    "city|town|village|hamlet|settlement|community|suburb|district|port|hub|base|garrison|airfield|airport|capital"
    "|region|province|area|county|island|islet|atoll|resort|centre|center"
)
# What may stand between a place and how far it is from another: "Lexington, Nebraska, about …", "Vologda, which is …",
# "Vologda region some …", "Vologda, a city of 300,000 about …".
_LIES: Final = re.compile(
    rf"(?:,\s+[A-Z][\w.]*(?:\s[A-Z][\w.]*)?)?(?:\s+(?:{_SETTLED}))?"
    rf"(?:,\s+(?:an?|the)\s+(?:[\w'-]+\s+){{0,4}}?(?:{_SETTLED})(?:\s+of\s+[\d,]+(?:\s+people)?)?)?"
    r",?\s+(?:(?:which|that)\s+)?(?:(?:is|are|was|lies|lay|sits|stands|located|situated)\s+){0,2}(?:just\s+|only\s+)?"
)
# How a place is said to lie in a larger one, or by it: "Novorossiysk, a Black Sea port".
_WITHIN: Final = re.compile(
    rf",\s+(?:(?:an?|the)\s+(?:[a-z'-]+\s+){{0,3}})?|,?\s+in\s+(?:the\s+)?(?:(?:[a-z]+\s+){{0,2}}(?:{_SETTLED})\s+of\s+)?(?:[a-z]+\s+){{0,2}}"
)
_TO_PLACE: Final = re.compile(
    rf"\s*(?:\([^)]*\)\s*)?,?\s*(?:(?:{_DIRECTION}\s+(?:of|from))|away\s+from|from|outside|off)\s+"
    rf"(?:the\s+)?(?:{_OF}\s+of\s+)?$",
    re.IGNORECASE,
)
_WIDE: Final = re.compile(r"[-\s]*(?:\([^)]*\)\s*)?(?:wide|across|broad|in\s+(?:width|breadth))\b", re.IGNORECASE)
_LONG: Final = re.compile(
    r"[-\s]*(?:\([^)]*\)\s*)?(?:long|in\s+length|from\s+(?:north\s+to\s+south|south\s+to\s+north|east\s+to\s+west"
    r"|west\s+to\s+east|tip\s+to\s+tip|end\s+to\s+end))\b",
    re.IGNORECASE,
)
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
# What lies between two places: nothing, or water or land in so many words; "the 13-km tunnel between" is the tunnel's.
_BREADTH: Final = (
    r"(?:of\s+(?:[a-z]+\s+)?(?:water|sea|ocean|land|desert|territory|ground)\s+|(?:distance|gap|away)\s+)?"
)
_BETWEEN: Final = re.compile(
    rf"[-\s]*(?:\([^)]*\)\s*)?(?:apart|{_BREADTH}(?:that\s+|which\s+)?(?:between|separat\w+))", re.IGNORECASE
)
_FROM_TO: Final = re.compile(rf"[-\s]*(?:\([^)]*\)\s*)?{_BREADTH}from\s+(?:the\s+)?(?:{_OF}\s+of\s+)?$", re.IGNORECASE)
_IS_BEFORE: Final = re.compile(r"\b(?:is|was|of|measures)\s+(?:[a-z]+\s+){0,2}$", re.IGNORECASE)
_WATERS: Final = frozenset({"strait", "channel", "sound", "canal"})
_STATES: Final = frozenset({"country", "territory"})
_LINES: Final = frozenset({"canal", "river", "strait", "channel"})
_EXTENDED: Final = (
    _STATES | _LINES | {"region", "island", "islands", "peninsula", "lake", "sea", "gulf", "bay", "sound"}
)
_GROUND: Final = (
    "island|lake|sea|canal|waterway|territory|enclave|exclave|strip|country|state|province|region|peninsula|nation"
)
_LAND: Final = re.compile(rf"[-\s]+(?:[a-z]+\s+){{0,3}}(?:{_GROUND})\b")
_NAMED: Final = re.compile(rf"[-\s]+(?:(?:[a-z]+\s+)?(?:{_GROUND})\s+(?:of\s+)?(?:the\s+)?)?")
_LAND_OF: Final = re.compile(rf",\s+an?\s+(?:[a-z]+\s+){{0,3}}(?:{_GROUND})\s+of\s+")
# "… is 41 km long", "…, which stretches 4,300 km", "… is 41 km long and 12 km wide".
_IS_SO: Final = re.compile(
    r"(?:,\s+(?:which|that))?\s+(?:is|was|measures|stretches|extends|runs)(?:\s+for)?\s+(?:(?:only|just|barely)\s+)?"
    r"(?:[\w.,-]+\s+){0,4}?"
)
_WATER_WORD: Final = re.compile(
    r"\s+(?:[a-z-]+\s+){0,2}(?:strait|waterway|channel|passage|sound|chokepoint|stretch\s+of\s+water|sea\s+lane)s?\b"
)


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
    if not has_unit(story.text):
        return ()
    for sentence in sentences:
        sizes = list(amounts(story.text, sentence))
        within = (m for m in story.mentions if sentence.start <= m.at[0] < sentence.end and m.place in story.places)
        mentions = [m for m in within if _is_named(story, m)] if sizes else []
        for before, amount in pairwise([None, *sizes]):
            if before is not None and amount is not None and converts(story.text, before, amount):
                continue
            if amount is None:
                continue
            # A sentence may be a page long: what ties a number to a place stands near it.
            start, end = max(sentence.start, amount.start - _NEAR), min(sentence.end, amount.end + _NEAR)
            around = [m for m in mentions if start <= m.at[0] and m.at[1] <= end]
            if (claim := _claim(story, replace(sentence, start=start, end=end), around, amount)) is not None:
                found.append(
                    Measure(
                        id=f"m{len(found) + 1}",
                        kind=claim.kind,
                        quote=story.text[slice(*claim.at)],
                        at=claim.at,
                        quantity=amount.quantity,
                        says=round((amount.quantity.value or 0.0) * amount.scale, 3),
                        of=claim.of,
                        direction=claim.direction,
                        by=claim.by,
                    )
                )
    return tuple(found)


def with_measures(story: Story, sentences: Sequence[Sentence], /) -> Story:
    """
    Put what a story's text says of distances and sizes into it, each beside our figures; those it has already stay.

    Examples
    --------
    >>> from dateline.reading.text.article import parse
    >>> from dateline.story.model import Article, Mention, Place, Story
    >>> text = "Lagos and Abuja are some 500 km apart."
    >>> lagos, abuja = Place("Lagos", "city", lon=3.39, lat=6.45), Place("Abuja", "city", lon=7.49, lat=9.06)
    >>> places = {"lagos": lagos, "abuja": abuja}
    >>> mentions = (Mention("Lagos", (0, 5), "lagos", "literal"), Mention("Abuja", (10, 15), "abuja", "literal"))
    >>> story = with_measures(Story(Article(), places, mentions=mentions, text=text), parse(text).sentences)
    >>> [(claim.quote, claim.says, claim.measured[0].value) for claim in story.measures]
    [('some 500 km apart', 500.0, 536.0)]
    """
    claims = () if story.measures else measure_claims(story, sentences)
    return measured(replace(story, measures=claims) if claims else story)


@dataclass(frozen=True, slots=True)
class _Found:
    """What an amount measures, of which places, with the span of the words."""

    kind: MeasureKind
    of: tuple[str, ...]
    at: Span
    direction: str | None = None
    by: GoesBy | None = None


def _claim(story: Story, sentence: Sentence, mentions: list[Mention], amount: Amount) -> _Found | None:
    """Say what an amount measures of which places, from the words around it; None where they tie it to none."""
    text = story.text
    before, after = text[sentence.start : amount.start], text[amount.end : sentence.end]
    named = [m for m in mentions if m.at[1] <= amount.start], [m for m in mentions if m.at[0] >= amount.end]
    if amount.is_area:
        return _area_claim(story, sentence, named, amount)
    if (wide := _WIDE.match(after)) or _WIDTH_BEFORE.search(before):
        end = amount.end + (wide.end() if wide else 0)
        of = _water_near(story, sentence, named, end) or _ground_near(story, named, amount.start, end)
        return _Found("width", (of,), (amount.start, end)) if of else None
    border = _BORDER.match(after)
    if border or _BORDER_BEFORE.search(before):
        states = _two_states(story, [*named[0], *named[1]])
        end = amount.end + (border.end() if border else 0)
        return _Found("border", states, (amount.start, end)) if states else None
    if way := stretch(story, sentence, mentions, amount):
        return _Found("route", way.of, (way.start, way.end), by=way.by)
    if gap := _distance(story, sentence, named, amount):
        by = mode_after(text[gap.at[1] : sentence.end]) or (
            mode_after(text[mentions[-1].at[1] :]) if mentions else None
        )
        return gap if by is None else replace(gap, kind="route", direction=None, by=by)
    if (long := _LONG.match(after)) is not None:
        end = amount.end + long.end()
        of = _ground_near(story, named, amount.start, end)
        return _Found("length", (of,), (amount.start, end)) if of else None
    near = next(iter(named[1]), None)
    if near is not None and text[amount.end : near.at[0]].isspace() and _kind(story, near) in _LINES:
        return _Found("length", (str(near.place),), (amount.start, amount.end))  # "the 193-kilometre Suez Canal"
    return None


def _distance(
    story: Story, sentence: Sentence, named: tuple[list[Mention], list[Mention]], amount: Amount
) -> _Found | None:
    """Two places that are said to be so far apart."""
    text = story.text
    earlier, later = named
    before, after = text[sentence.start : amount.start], text[amount.end : sentence.end]
    if later:
        place, onward = later[0], [m for m in later if m.at[0] > later[0].at[1]]
        gap = text[amount.end : place.at[0]]
        tied = _TO_PLACE.fullmatch(gap)
        joined = onward and re.fullmatch(r"\s+to\s+(?:the\s+)?", text[place.at[1] : onward[0].at[0]])
        if joined and (tied or _FROM_TO.fullmatch(gap)):
            return _Found("distance", (str(place.place), str(onward[0].place)), (amount.start, onward[0].at[1]))
        if tied:
            subject = _subject(story, earlier, place, amount.start)
            way = re.sub(r"[-\s]+", "", tied["direction"].lower()) if tied["direction"] else None
            at = (amount.start, place.at[1])
            return _Found("distance", (subject, str(place.place)), at, direction=way) if subject else None
    apart = _BETWEEN.match(after)
    if apart is not None and "apart" in apart.group() and len(earlier) >= 2:
        one, other = earlier[-2:]
        return _Found("distance", (str(one.place), str(other.place)), (amount.start, amount.end + apart.end()))
    if apart is not None and "apart" not in apart.group() and len(later) >= 2:
        one, other = later[:2]
        near = one.at[0] - amount.end - apart.end() < 8
        if near and re.fullmatch(r"\s+and\s+(?:the\s+)?", text[one.at[1] : other.at[0]]):
            return _Found("distance", (str(one.place), str(other.place)), (amount.start, other.at[1]))
    if re.search(r"\bdistance\b", before) and len(earlier) >= 2 and _IS_BEFORE.search(before):
        one, other = earlier[-2:]
        if re.fullmatch(r"\s+(?:and|to)\s+(?:the\s+)?", text[one.at[1] : other.at[0]]):
            return _Found("distance", (str(one.place), str(other.place)), (amount.start, amount.end))
    return None


def _area_claim(
    story: Story, sentence: Sentence, named: tuple[list[Mention], list[Mention]], amount: Amount
) -> _Found | None:
    """Take an area as a place's only where the words say so: 3,000 hectares that burn are not a state's."""
    text = story.text
    before, after = text[sentence.start : amount.start], text[amount.end : sentence.end]
    earlier, later = named
    at = amount.start, amount.end
    if later and text[amount.end : later[0].at[0]].isspace() and _kind(story, later[0]) in _EXTENDED:
        return _Found("area", (str(later[0].place),), at)  # "the 68,800 sq km Lake Victoria"
    if earlier and _LAND_OF.fullmatch(text[earlier[-1].at[1] : amount.start]):
        return _Found("area", (str(earlier[-1].place),), at)  # "Malta, an island of 316 square kilometres"
    if _LAND.match(after):
        near = [m for m in later if m.at[0] - amount.end < 60]
        if earlier and re.fullmatch(r",?\s+(?:an?|the|its)\s+", text[earlier[-1].at[1] : amount.start]):
            near = earlier[-1:]  # "Malta, a 316-square-kilometre island"
        if near:
            return _Found("area", (str(near[0].place),), at)
    if _AREA_BEFORE.search(before) and earlier and amount.start - earlier[-1].at[1] < 60:
        return _Found("area", (str(earlier[-1].place),), at)
    return None


def _subject(story: Story, earlier: list[Mention], other: Mention, start: int) -> str | None:
    """The place that is said to lie so far from another: the one that the words stand right behind."""
    text = story.text
    near = [
        m
        for m in earlier
        # "Cuba lies 150 km …": what lies somewhere is a place, whatever else a subject of its name may be.
        if m.place != other.place and (m.sense == "literal" or _LYING.search(text, m.at[1], start))
    ]
    for n in range(len(near) - 1, max(len(near) - 4, -1), -1):
        mention = near[n]
        if not _LIES.fullmatch(text[mention.at[1] : start]):
            continue
        # "Lexington, Nebraska, about …", "Vologda in northern Russia, about …": the exact place is meant.
        exact = n
        while exact > 0 and _WITHIN.fullmatch(text[near[exact - 1].at[1] : near[exact].at[0]]):
            exact -= 1
        if not _holds(story, near[exact], other):
            return str(near[exact].place)
    return None


def _holds(story: Story, mention: Mention, other: Mention) -> bool:
    """Whether a place is the state of another: nothing in it lies so far from it."""
    state, place = story.places[str(mention.place)], story.places[str(other.place)]
    return state.kind in _STATES and bool(set(state.countries) & set(place.countries))


def _is_named(story: Story, mention: Mention) -> bool:
    """Whether the words are the place's own name: a fort that lies somewhere in a town is not at the town's point."""
    from dateline.atlas import find

    place = story.places[str(mention.place)]
    own = place.atlas is None or place.name.casefold() in mention.text.casefold()
    return own or any(found.id == place.atlas for found in find(mention.text))


def _kind(story: Story, mention: Mention) -> str:
    return story.places[str(mention.place)].kind


def _ground_near(story: Story, named: tuple[list[Mention], list[Mention]], start: int, end: int) -> str | None:
    """The island, lake, state … that is said to be so long or wide, where the words make it the subject."""
    text = story.text
    earlier, later = named
    if later and _kind(story, later[0]) in _EXTENDED and _NAMED.fullmatch(text[end : later[0].at[0]]):
        return str(later[0].place)
    if not earlier or _kind(story, earlier[-1]) not in _EXTENDED:
        return None
    between = text[earlier[-1].at[1] : start]
    if _IS_SO.fullmatch(between):
        return str(earlier[-1].place)
    return str(earlier[-1].place) if re.fullmatch(r",\s+an?\s+", between) and _LAND.match(text, end) else None


def _water_near(story: Story, sentence: Sentence, named: tuple[list[Mention], list[Mention]], end: int) -> str | None:
    """The strait that is said to be so wide: named after the words, before them, or as "the waterway" from before."""
    earlier, later = named
    rest = story.text[end : sentence.end]
    straight = _next_to(later, end, story.text)
    if straight is not None and story.places[str(straight.place)].kind in _WATERS:
        return straight.place
    same = [m.place for m in reversed(earlier) if _kind(story, m) in _WATERS]
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
    states = [str(m.place) for m in mentions if _kind(story, m) in _STATES]
    two = tuple(dict.fromkeys(states))[:2]
    return two if len(two) == 2 else ()
