"""Recognition: which words of a text may name a place, and how they nest and are tied together."""

from __future__ import annotations

import itertools
import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from dateline.atlas.entries import CAPITALS, entry_of
from dateline.atlas.index import open_index
from dateline.atlas.matcher import names_in
from dateline.atlas.norm import norm
from dateline.reading.places.around import look_around
from dateline.reading.places.cues import after_class, named, shared
from dateline.reading.places.longer import longer_names
from dateline.reading.places.span import Span
from dateline.reading.places.unknown import STATES, unknown_names

if TYPE_CHECKING:
    from dateline.atlas.entries import Entry
    from dateline.atlas.matcher import NameAt

__all__ = ["find_spans"]


def find_spans(text: str) -> list[Span]:
    """Give every stretch of a text that may name a place, with what the words around it say; nothing is chosen yet."""
    names = _halved(text, _joined(text, [_trimmed(text, name) for name in names_in(text)]))
    longer = longer_names(text, names)
    _link(text, names)
    _nest(names, longer)
    # One name of the gazetteer may be the whole of a longer form: Hamilton County, Lake Baikal.
    begun = {span.start for span in longer}
    known = {(span.start, span.end): span for span in names if span.start in begun}
    for span in longer:
        if span.sort in {"seat", "landmark"} and (same := known.pop((span.start, span.end), None)) is not None:
            names.remove(same)
    spans = (
        names + [span for span in longer if (span.start, span.end) not in known] + unknown_names(text, names, longer)
    )
    for span in longer:
        same = known.get((span.start, span.end))
        if same is not None:
            same.note(named(f"also a {span.sort}"))
    if len(spans) > len(names):
        spans.sort(key=lambda span: (span.start, -span.end))
    for span in spans:
        look_around(text, span)
    return spans


_ARTICLED: Final = re.compile(r".*(?<![\w-])([AaEe]l|[Aa][nrshztd]{1,2})-\Z").fullmatch
_ENDS_IN_S: Final = re.compile(r".*['’]s\Z").match
_BEFORE_A_NAME: Final = re.compile(r"[ \u00a0][A-Z]").match  # "St. John's Church", not "in St. John's"
_FIRST_PARTS: Final = frozenset((
    "Puerto", "Ciudad", "Villa", "Porto", "Santa", "Santo", "San", "São", "Sao", "Monte", "Cerro", "Sankt", "Ras",
    "Deir", "Beit", "Kafr", "Tel", "Tell", "Umm", "Wadi", "Jebel", "Jabal", "Nova", "Novo", "Kota",
))  # fmt: skip
_FIRST_ENDS: Final = frozenset([part[-2:] for part in _FIRST_PARTS])
_CUT: Final = frozenset((
    "county", "province", "region", "oblast", "state", "city", "district", "prefecture", "governorate", "republic",
    "territory", "territories",
))  # fmt: skip


def _trimmed(text: str, name: NameAt) -> Span:
    """Make a span of a name; a possessive, the stop of a sentence and a small "province" stay outside."""
    start, end, words, entry = name
    before = text[start - 1 : start]
    if before == "-" and (article := _ARTICLED(text, max(0, start - 5), start)) is not None:
        whole = entry_of(norm(f"{article.group(1)} {words}"))[0]
        if whole is not None:
            return Span(article.start(1), end, text[article.start(1) : end], "name", whole)
    if (
        before == " "
        and text[start - 3 : start - 1] in _FIRST_ENDS
        and (first := text[max(0, start - 8) : start - 1].rpartition(" ")[2]) in _FIRST_PARTS
    ):
        # Puerto Morelos is another town than Morelos.
        begin = start - 1 - len(first)
        longer = Span(begin, end, text[begin:end], "unknown", None)
        longer.note(named("rule: begins like a town"))
        return longer
    if before == " " and text[start - 4 : start - 1] == "The" and open_index().name(entry.rows[0])[:4] == "The ":
        return Span(start - 4, end, f"The {words}", "name", entry)  # "in *The* Hague"
    if " " not in words and words[-1] not in "s.":
        return Span(start, end, words, "name", entry)
    if words[-2:] in {"'s", "’s"}:
        bare = entry_of(norm(words[:-2]), CAPITALS if words[:-2].isupper() else 0)[0]
        if bare is not None and not (_ENDS_IN_S(open_index().name(entry.rows[0])) and not _BEFORE_A_NAME(text, end)):
            return Span(start, end - 2, words[:-2], "name", bare)
    elif words[-1] == "." and words.find(".") == len(words) - 1 and words[:-1].isupper():
        bare = entry_of(norm(words[:-1]), CAPITALS)[0]
        if bare is not None:
            return Span(start, end - 1, words[:-1], "name", bare)
    elif words.endswith(" City") and after_class(text[end + 1 : end + 20].partition(" ")[0]) == "Cap-office":
        # The council of Dundee City is Dundee's; that of Kansas City is not Kansas'.
        bare = entry_of(norm(words[:-5]), 0)[0]
        if bare is not None and not (entry.types[0] == "name" and open_index().kind(entry.rows[0]) == "city"):
            return Span(start, end - 5, words[:-5], "name", bare)
    elif words.startswith(("City of ", "Town of ", "State of ")):
        at = words.index(" of ") + 4
        bare = entry_of(norm(words[at:]), 0)[0]
        if bare is not None:
            return Span(start + at, end, words[at:], "name", bare)
    elif words[-1].islower() and " " in words:
        head, _, last = words.rpartition(" ")
        if last in _CUT:
            bare = entry_of(norm(head), 0)[0]
            if bare is not None:
                is_state = last == "state" and open_index().kind(entry.rows[0]) == "region"  # "Washington state"
                return Span(start, start + len(head), head, "name", entry if is_state else bare)
    return Span(start, end, words, "name", entry)


def _joined(text: str, names: list[Span]) -> list[Span]:
    """Take "Washington, D.C." as the one name that it is in the gazetteer."""
    out: list[Span] = []
    for span in names:
        last = out[-1] if out else None
        if last is not None and span.text in {"D.C.", "DC"} and text[last.end : span.start] in {", ", " "}:
            entry = entry_of(norm(f"{last.text} {span.text}"))[0]
            if entry is not None:
                out[-1] = Span(last.start, span.end, text[last.start : span.end], "name", entry)
                continue
        out.append(span)
    return out


def _halved(text: str, names: list[Span]) -> list[Span]:
    """Take the "North" of "North and South Korea" for what it is the half of."""
    out: list[Span] = []
    for span in names:
        begins = span.text.startswith(_WINDS)  # "North and *South Korea*", but "North and *Southampton*"
        half = _HALF(text, max(0, span.start - _LONGEST_HALF), span.start) if begins else None
        if half is not None:
            entry = entry_of(norm(f"{half[1]} {span.text.split(' ', 1)[1]}"))[0]
            if entry is not None:
                while out and out[-1].end > half.start(1):
                    out.pop()
                out.append(Span(half.start(1), half.end(1), half[1], "name", entry))
        out.append(span)
    return out


_WINDS: Final = ("North ", "South ", "East ", "West ", "Upper ", "Lower ")
_HALF: Final = re.compile(r"\b(North|South|East|West|Upper|Lower) (?:and|or|to|nor) \Z").search
_LONGEST_HALF: Final = 11  # letters of "North and "


def _link(text: str, names: list[Span]) -> None:
    """Tie "Paris, Texas" together: the second is a state or country that some place of the first name lies in."""
    noun_ends = _noun_ends()
    for one, two in itertools.pairwise(names):
        end, start = one.end, two.start
        if start - end >= _LONGEST_GAP:
            continue
        gap = text[end:start]
        tie = _TIES.get(gap) or ("owned" if gap[-5:-1] in noun_ends and _THE_CITY_OF(gap) is not None else None)
        if tie is None:
            continue
        if tie == "owned":
            if _lies_in(two.entry, one.entry, as_people=True):
                two.pin = one
        elif (tie == "comma" or one.pin is None) and _lies_in(one.entry, two.entry):
            one.pin = two
            if tie == "comma":
                two.of = one


_LONGEST_GAP: Final = 40
_TIES: Final = {
    **dict.fromkeys((", ", ",\n", " (", ","), "comma"),
    **dict.fromkeys((" in ", " in the ", ", in ", ", in the "), "within"),
    **dict.fromkeys(("'s ", "’s "), "owned"),
}
_NOUNS: Final = (
    "city", "town", "village", "port", "province", "state", "region", "district", "capital", "island", "suburb",
)  # fmt: skip
# "the Syrian city of Raqqa", "Nigeria's northern Kano state", "the Yemeni capital Sanaa"
_THE_CITY_OF: Final = re.compile(rf"(?:['’]s)? (?:[a-z-]+ ){{0,2}}(?:{'|'.join(_NOUNS)})(?:,| of)? (?:the )?").fullmatch


@cache
def _noun_ends() -> frozenset[str]:
    """Give the four letters before the last space of such a gap, for few gaps have them."""
    return frozenset([f"{noun}{more}"[-4:] for noun in _NOUNS for more in ("", ",", " of")] + [" the"])


@lru_cache(maxsize=20_000)
def _lies_in(inner: Entry | None, outer: Entry | None, *, as_people: bool = False) -> bool:
    """Whether a place of the one name lies in the state, division or country that the other name means first."""
    if inner is None or outer is None or (outer.types[0] in {"adjective", "demonym", "language"} and not as_people):
        return False
    index = open_index()
    top = outer.rows[0]
    if index.kind(top) not in STATES:
        return False
    countries, code, *_ = index.region(top)
    for row in inner.rows:
        if row == top:
            continue
        lands, division, *_ = index.region(row)
        if code and index.kind(top) == "region":
            if division == code and index.kind(row) != "region":
                return True
        elif countries and lands == countries and index.kind(row) not in {"country", "territory"}:
            return True
    return False


def _nest(names: list[Span], longer: list[Span]) -> None:
    """Tell each name that lies in a longer one, and each longer one what it holds."""
    longer.sort(key=lambda span: (span.start, -span.end))
    at = 0
    for span in longer:
        while at < len(names) and names[at].end <= span.start:
            at += 1
        n = at
        holds = False
        while n < len(names) and names[n].start < span.end:
            name = names[n]
            if name.start >= span.start and name.end <= span.end:
                if name.end - name.start < span.end - span.start:
                    where = "begins" if name.start == span.start else "ends" if name.end == span.end else "inside"
                    cue = f"{where} a {span.sort}" if span.sort != "direction" else "after a direction"
                    if (said := named(cue)) not in name.cues:
                        name.note(said)
                        if (of_sense := shared(said[0])) is not None:
                            name.shared.append(of_sense)
                    if not holds:
                        holds = True
                        span.inner = span.inner or name
                        span.entry = span.entry or name.entry
                        strong = name.entry is not None and name.entry.priors[0] >= 5.5
                        span.note(named(f"{span.sort}: a {'great' if strong else 'small'} place {where} it"))
            else:
                span.note(named("cuts a name"))
            n += 1
        if not holds and span.sort != "direction":
            span.note(named(f"{span.sort}: no place in it"))
