"""One text read as a whole: names found, namesakes told apart, senses given."""

from __future__ import annotations

import itertools
import math
import operator
from bisect import bisect_left, bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from dateline.atlas.index import open_index
from dateline.reading.places.cues import Said, named, weighed, weights
from dateline.reading.places.found import SORTS, Found
from dateline.reading.places.lending import GREAT, apart, lend
from dateline.reading.places.longer import is_head
from dateline.reading.places.names import find_spans
from dateline.reading.places.outright import STORMS
from dateline.reading.places.resolve import Facts, Group, Table, facts, resolve, settle
from dateline.reading.places.sense import following, sense_cues, stands_for
from dateline.reading.places.span import Span
from dateline.reading.text.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.atlas.entries import Entry
    from dateline.reading.places.recognizer import Recognizer

__all__ = ["home_of", "judged_spans", "read_scene"]

_THRESHOLD: Final = -0.3
_HOPELESS: Final = -4.0  # names that score less are not weighed
_FITS: Final = 2.0
_MARGIN: Final = 1.0  # a second candidate this near is as good
_PERSON: Final = frozenset(("given", "title", "initial"))  # classes of the word before
_PLACED: Final = frozenset(("place", "direction", "kind"))
_LEAN: Final = 0.5  # how far mentions of one name lean towards their mean sense, and those of a list
_LISTED: Final = 0.8


def read_scene(text: str, *, home: str | None = None, recognizer: Recognizer | None = None) -> list[Found]:
    """Find, place and judge every name of a text, in its order; nothing overlaps."""
    here = home_of(home) if home else None
    spans, groups, table = judged_spans(text, here)
    chosen = _choose(spans) if recognizer is None else _told(text, spans, recognizer(text))
    if table is not None:
        _settle(chosen, groups, table)
    return _place(text, chosen, groups)


def judged_spans(text: str, home: Facts | None) -> tuple[list[Span], dict[str, Group], Table | None]:
    """Give every span that may name a place with all its cues and its score, the names as groups, and their table."""
    spans = find_spans(text)
    base = weights("names")[""]
    for span in spans:
        span.score += base
    names = [span for span in spans if span.sort == "name"]
    lists = _lists(text, names)
    groups = _group(names, lists)
    told = resolve([group for group in groups.values() if group.best > _HOPELESS], home)
    # What the text says is judged by the scores before any of it is counted.
    scores = [span.score for span in names]
    _listed(names, scores, lists)
    for span, score in zip(names, scores, strict=True):
        _note_text(span, score, groups, home)
    return spans, groups, told


def _group(names: list[Span], lists: list[int]) -> dict[str, Group]:
    """Take the mentions of one name together."""
    groups: dict[str, Group] = {}
    for span in names:
        if span.entry is None:
            continue
        group = groups.get(span.entry.norm)
        if group is None:
            group = groups[span.entry.norm] = Group(span.entry)
            group.sure = 0.0
        group.count += 1
        if span.score > group.best:  # noqa: PLR1730 - of every mention, and no call
            group.best = span.score
        group.is_somebody = group.is_somebody or span.person
        if (span.before in _PLACED and not _owns(span)) or span.after == "comma and state" or span.text.isupper():
            group.stands = True
        if span.before in _PERSON or span.before_word in STORMS:
            group.persons += 1
        elif span.before in _PLACED or span.after == "comma and state":
            group.placed += 1
        if span.pin is not None and group.pin is None and span.pin.entry is not None:
            group.pin = facts(span.pin.entry.rows[0])
        if span.of is not None:
            group.is_state = True
        if span.after in {"admin", "Cap-admin", "Cap-office", "office"}:
            group.is_admin = True
        if (
            (span.before == "start" or span.start == 1)
            and span.text.isupper()
            and len(span.text) > 3
            and span.after != "end"
        ):
            group.is_dateline = True
    for n in lists:
        one, two = names[n - 1 : n + 1]
        if one.pin is not two and one.entry is not None and two.entry is not None and one.entry is not two.entry:
            groups[one.entry.norm].listed.append(groups[two.entry.norm])
            groups[two.entry.norm].listed.append(groups[one.entry.norm])
    for norm, group in groups.items():
        group.sure = 1 / (1 + math.exp(-group.best))
        if " " in norm and norm.rsplit(" ", 1)[1] in _ADMIN_HEADS:
            bare = groups.get(norm.rsplit(" ", 1)[0])
            if bare is not None:
                bare.placed += 1
                bare.has_county = True
    return groups


def _owns(span: Span) -> bool:
    """Whether a name owns what stands behind it, as somebody may: "in *Austin's* yard", "to *Paris'* home"."""
    return span.after == "'s" or (span.after == "glued quote" and span.text.endswith("s"))


_ADMIN_HEADS: Final = frozenset(("county", "parish", "township", "city", "province", "region", "oblast", "district"))
_LIST_GAPS: Final = frozenset(
    (", ", " and ", ", and ", " or ", "/", "-", " & ", " to ", ",", " and the ", ", the ", "–")
)
_LONGEST_GAP: Final = 9


def _lists(text: str, names: list[Span]) -> list[int]:
    """Number the names before which another stands in a list."""
    found, end = [], -_LONGEST_GAP
    for n, span in enumerate(names):
        start = span.start
        if start - end <= 6 and text[end:start] in _LIST_GAPS:
            found.append(n)
        end = span.end
    return found


def _listed(names: list[Span], scores: list[float], lists: list[int]) -> None:
    """Note the names beside a name in a list: one sure place speaks for the next."""
    for n in lists:
        names[n - 1].note(named(f"a list goes on with {_level(scores[n])}"))
        names[n].note(named(f"a list comes from {_level(scores[n - 1])}"))


def _level(score: float) -> str:
    return "no place" if score < -1.5 else "a doubtful place" if score < 1 else "a sure place"


def _note_text(span: Span, score: float, groups: dict[str, Group], home: Facts | None) -> None:
    """Note what the rest of the text says of a name."""
    if span.entry is None:
        return
    group = groups[span.entry.norm]
    before = span.before
    if group.fits is None:
        group.size, group.level = span.size, _LEVELS[bisect_right(_SUPPORTS, group.support)]
        group.fits = _fitting(group.level, group.size, home is not None)
    told = [group.fits]
    if span.single and span.who != "no person" and span.who:
        told.append(_fitting_person(group.level, span.who, before))
    placed = before in _PLACED
    if group.persons and before not in _PERSON:
        told.append(named("elsewhere a person's name" + (", elsewhere a place" if group.placed else "")))
        if placed:
            told.append(named("elsewhere a person's name, but after a preposition of place"))
    elif group.placed > (placed or span.after == "comma and state"):
        told.append(named("elsewhere clearly a place"))
    if group.is_somebody and not group.stands and not (span.person or (placed and not _owns(span))):
        told.append(named("rule: a person named elsewhere"))
    if group.has_county:
        told.append(named("its county is named too"))
    if group.count == 2:
        told.append(named("named twice"))
    elif group.count > 2:
        told.append(_often(group.size))
    if group.best > score + 0.5:
        told.append(named(f"elsewhere {_level(group.best)}"))
    span.cues += told
    for _, weight in told:
        span.score += weight


_SUPPORTS: Final = (0.3, 1.5, 3, 5)
_LEVELS: Final = ("none", "weak", "some", "strong", "sure")


@weighed("names")
def _fitting(level: str, size: str, at_home: bool) -> Iterable[str]:  # noqa: FBT001 - one key of a cache
    return f"fits the text: {level}" + (", with home" if at_home else ""), f"fits the text: {level} | {size}"


@weighed("names")
def _fitting_person(level: str, who: str, before: str) -> Iterable[str]:
    return f"fits the text: {level} | {who}", f"fits the text: {level} | before: {before}"


@weighed("names")
def _often(size: str) -> Iterable[str]:
    return "named often", f"named often | {size}"


def _choose(spans: list[Span]) -> list[Span]:
    """Of spans that overlap, the one with the higher score; none below the threshold."""
    taken: list[Span] = []
    overlapping: list[Span] = []
    end = 0
    for span in spans:
        if span.score <= _THRESHOLD:
            continue
        if span.start < end:
            overlapping.append(span)
            end = max(end, span.end)
        else:
            taken += _best(overlapping) if len(overlapping) > 1 else overlapping
            overlapping, end = [span], span.end
    return taken + _best(overlapping)


def _best(spans: list[Span]) -> list[Span]:
    """Of some spans those with the highest scores that do not overlap, in the order of the text."""
    starts: list[int] = []
    taken: list[Span] = []
    for span in sorted(spans, key=_score, reverse=True):
        at = bisect_left(starts, span.start)
        if (at == 0 or taken[at - 1].end <= span.start) and (at == len(starts) or span.end <= starts[at]):
            starts.insert(at, span.start)
            taken.insert(at, span)
    return taken


def _told(text: str, spans: list[Span], told: Iterable[tuple[int, int]]) -> list[Span]:
    """Take the spans that another recogniser gives; those that were judged too keep what is known of them."""
    judged = {(span.start, span.end): span for span in spans}
    taken: list[Span] = []
    for start, end in sorted(told):
        if start >= end or (taken and start < taken[-1].end):
            continue
        span = judged.get((start, end))
        taken.append(span if span is not None else Span(start, end, text[start:end], "unknown", None))
    return taken


_score: Final = operator.attrgetter("score")


def _settle(chosen: list[Span], groups: dict[str, Group], table: Table) -> None:
    """Rank once more, by the names that were taken alone."""
    taken = {span.entry.norm for span in chosen if span.entry is not None}
    for norm, group in groups.items():
        group.sure = 1.0 if norm in taken else 0.0
    settle(table, rounds=2)


@lru_cache(maxsize=1000)
def home_of(home: str) -> Facts | None:
    """Where an outlet's town is; None where the atlas does not know it."""
    from dateline.atlas.gazetteer import likeliest

    town, _, around = home.partition(",")
    found = likeliest(town.strip(), (around.strip(),) if around else ())
    row = None if found is None else open_index().row_of(found.id)
    return None if row is None else facts(row)


def _place(text: str, chosen: list[Span], groups: dict[str, Group]) -> list[Found]:
    """Give each mention the place that its name means here, and its sense."""
    found = [Found(span, following(text, span.end)) for span in chosen]
    for one in found:
        entry = one.span.entry
        group = groups.get(entry.norm) if entry is not None else None
        if one.span.town is not None:
            one.row, one.ranked, one.inexact = one.span.town, [(one.span.score, one.span.town)], True
        elif entry is not None and group is not None and group.ranked:
            _put(one, entry, group)
    _spell_out(found)
    lend(text, found)
    base = weights("sense")[""]
    for one in found:
        one.sense_score = base + sum(map(_weight, cues_for_sense(text, one)))
    _agree(text, found)
    for one in found:
        _judge(one)
    return found


def _put(one: Found, entry: Entry, group: Group) -> None:
    """Put a mention at the likeliest place of its name; of a longer name at that of the name inside, if at all."""
    sort, ranked = one.span.sort, group.ranked
    is_great = entry.priors[0] >= GREAT
    if sort not in {"name", "direction"}:
        # "Cornell University" is not at a hamlet called Cornell: the name inside must be great, or fit the text.
        fits = is_great or (group.support >= _FITS and sort != "quarter")  # a club of a great city: Birmingham City
        if sort not in {"venue", "admin", "quarter"} or not fits or is_head(entry.norm):
            return
        one.inexact = True
    if one.span.before == "the" and not group.is_admin:  # "across *the Atlantic*", which no county is called
        ranked = sorted(ranked, key=_is_no_ocean)
    if sort == "name" and (town := _town_of_its_name(one.span, entry, group)) is not None:
        ranked = [town, *(candidate for candidate in ranked if candidate != town)]
    score, row = max(ranked[0][0], group.ranked[0][0]), ranked[0][1]  # what a rule puts first is the likeliest
    if score > ranked[0][0]:
        ranked = [(score, row), *ranked[1:]]
    one.fits = is_great or group.support >= 1
    one.ranked, one.row = ranked, row
    if sort == "name":
        one.how = entry.types[entry.rows.index(row)]
        one.sort = SORTS.get(one.how, "place")
    one.ambiguous = len(ranked) > 1 and score - ranked[1][0] < _MARGIN and apart(*ranked[:2])


def _town_of_its_name(span: Span, entry: Entry, group: Group) -> tuple[float, int] | None:
    """
    The town that a name is, where its province is only called so for short or a house is said to stand in it.

    All towns of a province speak for the province, though "flown to *Murcia*" tells of the city, and so does "a
    hospital in *Quebec*"; "*northern* Murcia" and "Murcia *region*" do not.
    """
    row = group.ranked[0][1]
    outer = facts(row)
    if outer.kind not in _OUTER or span.of is not None or span.second_word.lower() in _WITHIN:
        return None
    own, is_own = entry.priors[entry.rows.index(row)], entry.types[entry.rows.index(row)] == "name"
    is_housed = span.before_word == "in" and span.second_word.lower() in words("frames", "venues", "nouns")
    is_wide = span.after in _ADMIN_AFTER or span.before == "direction" or span.before_word in _WIDE
    beside = (facts(other.ranked[0][1]).kind for other in group.listed if other.ranked)
    if is_wide or (is_own and not is_housed) or not _OUTER.isdisjoint(beside):
        return None  # of a list of counties one more
    if open_index().name(row).lower().rpartition(" ")[2] in _LANDS:
        return None  # "Gaza" is the Gaza Strip
    least = GREAT if is_own else own
    for candidate in group.ranked[1:]:
        inner, at = facts(candidate[1]), entry.rows.index(candidate[1])
        if inner.kind == "city" and inner.division == outer.division and entry.types[at] == "name":
            return candidate if entry.priors[at] > least else None
    return None


_LANDS: Final = frozenset(("strip", "peninsula", "island", "islands"))
_OUTER: Final = frozenset(("region", "county"))
_ADMIN_AFTER: Final = frozenset(("admin", "Cap-admin", "Cap-office", "office"))
_WIDE: Final = frozenset(("across", "throughout", "the"))
_WITHIN: Final = frozenset(
    "village villages town towns area areas district districts parts communities counties governor".split()
)
"""What lies in a province or rules it: "*villages* in Murcia"."""


def _is_no_ocean(candidate: tuple[float, int]) -> bool:
    return facts(candidate[1]).kind != "ocean"


def _spell_out(found: list[Found]) -> None:
    """Place initials at what the text spells out: "SA" beside "South Africans"."""
    short = [one for one in found if one.span.of is None and 2 <= len(one.text) <= 4 and one.text.isupper()]
    if not short:
        return
    told = {
        "".join(word[0] for word in one.span.entry.norm.split(" ")): one
        for one in found
        if one.row is not None and one.span.sort == "name" and one.span.entry is not None and not one.span.single
    }
    for one in short:
        whole = told.get(one.text.lower())
        if whole is not None and whole.row != one.row:
            one.row, one.ranked, one.ambiguous = whole.row, whole.ranked, False


_weight: Final = operator.itemgetter(1)


def _agree(text: str, found: list[Found]) -> None:
    """Let the mentions of one name lean towards each other, and those of one list agree, for each is judged alone."""
    same: dict[str, list[Found]] = {}
    for one in found:
        same.setdefault(one.text, []).append(one)
    for ones in same.values():
        if len(ones) > 1:
            scores = [one.sense_score for one in ones]
            lean = _LEAN * sum([2.0 if s > 2 else -2.0 if s < -2 else s for s in scores]) / len(ones)
            for one in ones:
                one.sense_score += lean
    first = 0
    for n, (one, other) in enumerate(itertools.pairwise(found), 1):
        near = other.start - one.end <= _LONGEST_GAP and one.sort == other.sort
        if not near or text[one.end : other.start] not in _LIST_GAPS:
            if n - first > 1:
                _even_out(found[first:n])
            first = n
    if len(found) - first > 1:
        _even_out(found[first:])


def _even_out(chain: list[Found]) -> None:
    mean = sum([each.sense_score for each in chain]) / len(chain)
    for each in chain:
        each.sense_score += _LISTED * (mean - each.sense_score)


def _judge(one: Found) -> None:
    """Say whether the place itself is meant."""
    place = None if one.row is None else facts(one.row)
    if place is not None and place.country:
        one.state = place.country
    bar = 0.5 if one.how == "adjective" else 99.0 if one.sort in {"demonym", "language"} else 0.0
    if one.sense_score < bar:
        one.sense = "associative"
        one.stands_for = stands_for(one.span, one.following, one.how, place)


def cues_for_sense(text: str, one: Found) -> list[Said]:
    """Give the cues that decide the sense of a placed mention."""
    kind = "none" if one.row is None else facts(one.row).kind
    return sense_cues(text, one.span, one.following, one.how, kind)
