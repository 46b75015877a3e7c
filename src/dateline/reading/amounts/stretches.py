"""Claims about how long a way is: a voyage, a road, a pipeline or a flight from one place to another."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from dateline.reading.text.wordlists import rules
from dateline.story.waters import WATERS, is_by_sea

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.reading.amounts.amounts import Amount
    from dateline.reading.text.sentences import Sentence
    from dateline.story.model import GoesBy, Mention, Story

__all__ = ["Stretch", "mode_after", "stretch"]

_NOUN_OF: Final = "(?:city|town|village|port|capital|island|coast|border)"
_FROM: Final = re.compile(rf"\b(?:from|leaving)\s+(?:the\s+)?(?:[a-z]+\s+)?(?:{_NOUN_OF}\s+of\s+)?$")
_TO: Final = re.compile(rf"\bto\s+(?:the\s+)?(?:[a-z]+\s+)?(?:{_NOUN_OF}\s+of\s+)?$")
_TWO: Final = re.compile(r"\b(?:between|linking|links|linked|connecting|connects|joining|joins)\s+(?:the\s+)?$")
_OTHER: Final = re.compile(r"\s*(?:,[^,.;]{1,30},)?\s*(?:and|to|with)\s+(?:the\s+)?$")
_VIA: Final = re.compile(r"\b(?:via|through|by\s+way\s+of|past|around|round|across|over)\s+(?:the\s+)?$")
_BRACKET: Final = r"[-\s]*(?:\([^)]*\)\s*)?"
_STATES: Final = frozenset({"country", "territory"})
# "The 9-km motorway closure" is no road.
_OTHER_THING: Final = re.compile(r"[-\s]+(?:closure|race|run|relay|queue|jam|backlog|swim|ride|marathon|works?)s?\b")
_FAR: Final = 90  # characters between a length and where its way starts, at the most


@dataclass(frozen=True, slots=True)
class Stretch:
    """
    A way that is said to be so long.

    Attributes
    ----------
    of
        Ids of its places, in order.
    by
        How it goes, as far as the words say.
    start, end
        The span of the words.
    """

    of: tuple[str, ...]
    by: GoesBy | None
    start: int
    end: int


def stretch(story: Story, sentence: Sentence, mentions: Sequence[Mention], amount: Amount, /) -> Stretch | None:
    """
    Find the way that an amount is the length of: the words name it, and it or the story its ends.

    Returns
    -------
    stretch
        None where no word for a way stands by the amount, or its ends are not known.
    """
    text = story.text
    named = _way_word(text[sentence.start : amount.start], text[amount.end : sentence.end])
    if named is None:
        return None
    by, tail = named
    end = amount.end + tail
    places = _ends(text, mentions, amount)
    if places is not None:
        of = tuple(str(place.place) for place in places)
        if places[0].at[0] >= amount.end:
            end = max(end, *(place.at[1] for place in places))
    else:
        of = _of_story(story, sentence, by)
        if not of:
            return None
    by = by or mode_after(text[end : sentence.end])
    if by is None and (amount.quantity.unit or "").startswith(("nautical", "nm")):
        by = "sea"
    if by is None and any(story.places[key].kind in WATERS for key in of):
        by = "sea"
    if by == "ground" and all(story.places[key].kind in _STATES for key in (of[0], of[-1])):
        return None  # a tunnel between two states runs from no point of theirs to another
    return Stretch(of, by, amount.start, end)


def mode_after(words: str, /) -> GoesBy | None:
    """
    Say how one goes, where words that follow an end say so.

    Examples
    --------
    >>> mode_after(" by road, officials said")
    'ground'
    """
    match = re.match(r",?\s+by\s+([a-z]+)\b|,?\s+on\s+(foot)\b", words)
    return None if match is None else _table("by").get(match[1] or match[2])


def _way_word(before: str, after: str) -> tuple[GoesBy | None, int] | None:
    """Find the word for a way beside an amount: how it goes, and where it ends behind the amount."""
    behind, verb = _patterns()
    match = behind.match(after)
    if match and not _OTHER_THING.match(after, match.end()):
        return _table("ways")[_word(match["way"])], match.end()
    if match := verb.search(before):
        by = _table("ways")[_word(match["way"])] if match["way"] else _table("goes")[match["verb"].lower()]
        return by, len(_length_word(after))
    return None


def _word(words: str) -> str:
    return re.sub(r"\s", "-", words.lower())


def _length_word(after: str) -> str:
    match = re.match(_BRACKET + r"(?:long|in\s+length)\b", after)
    return match.group() if match else ""


def _ends(text: str, mentions: Sequence[Mention], amount: Amount) -> tuple[Mention, ...] | None:
    """The places from one end to the other, as the sentence joins them; those nearest to the amount."""
    found: list[tuple[int, tuple[Mention, ...]]] = []
    for n, one in enumerate(mentions):
        gap = text[max(0, one.at[0] - 40) : one.at[0]]
        # Where the way starts, words may follow ("from Lagos, Nigeria, to …"), and waters on the way.
        rest = mentions[n + 1 :]
        if _TWO.search(gap):
            pairs = [m for m in rest[:2] if _OTHER.fullmatch(text[one.at[1] : m.at[0]])]
        elif _FROM.search(gap):
            pairs = [m for m in rest if _TO.search(text[one.at[1] : m.at[0]]) and _near(text, one, m)]
        else:
            continue
        if not pairs or pairs[0].place == one.place:
            continue
        other = pairs[0]
        passed = [m for m in rest if m is not other and _passed(text, m, other)]
        apart = one.at[0] - amount.end if one.at[0] >= amount.end else amount.start - other.at[1]
        if 0 <= apart <= _FAR:
            found.append((apart, (one, *passed, other)))
    return min(found, key=lambda each: each[0])[1] if found else None


def _near(text: str, one: Mention, other: Mention) -> bool:
    """Whether nothing stands between two ends but places, and words for what lies on the way."""
    return re.search(r"[.;:]|\b(?:from|and then)\b|\bto\b.*\bto\b", text[one.at[1] : other.at[0]]) is None


def _passed(text: str, mention: Mention, end: Mention) -> bool:
    """Whether a place is on the way: before the end, or right behind it."""
    if not _VIA.search(text[max(0, mention.at[0] - 30) : mention.at[0]]):
        return False
    return mention.at[0] < end.at[0] or mention.at[0] - end.at[1] < 30


def _of_story(story: Story, sentence: Sentence, by: GoesBy | None) -> tuple[str, ...]:
    """The ends of the one way that the story has in this sentence, else in those right before."""
    for back in (0, 200):
        found: dict[tuple[str, ...], None] = {}
        for event in story.events:
            for part in event.drawn:
                spans = [evidence.at for evidence in part.evidence or event.evidence]
                if event.kind != "route" or event.review == "rejected" or getattr(part, "alternative_of", None):
                    continue
                if not any(end > sentence.start - back and start < sentence.end for start, end in spans):
                    continue
                ends = getattr(part, "from_", None), getattr(part, "to", None)
                if (by == "ground") == is_by_sea(story, event, part):
                    continue
                if None not in ends and all(end in story.places for end in ends):
                    found[str(ends[0]), *part.via, str(ends[1])] = None
        if found:
            return next(iter(found)) if len(found) == 1 else ()
    return ()


@cache
def _table(name: str) -> dict[str, GoesBy | None]:
    """Words with how one goes."""
    table: dict[str, str] = rules("measures")[name]
    known: dict[str, GoesBy | None] = {"sea": "sea", "ground": "ground", "air": "air", "any": None}
    return {word: known[key] for key, words in table.items() for word in words.split()}


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    nouns = "|".join(re.escape(word).replace(r"\-", r"[-\s]") for word in sorted(_table("ways"), key=len, reverse=True))
    verbs = "|".join(sorted(_table("goes"), key=len, reverse=True))
    small = r"(?:(?:for|the|a|an|of|some|over|about|another)\s+)*"
    runs = (
        "of|is|was|are|covers|covered|runs|ran|stretches|stretching|running|spans|spanning|extends|measures|totalling"
    )
    behind = rf"{_BRACKET}(?:long[-\s]+)?(?:[a-z]+[-\s]+){{0,2}}?(?P<way>{nouns})\b"
    verb = rf"\b(?:(?P<way>{nouns})\b(?:[^.;]{{0,80}}\s)?(?:{runs})|(?P<verb>{verbs}))\s+{small}$"
    return re.compile(behind, re.IGNORECASE), re.compile(verb, re.IGNORECASE)
