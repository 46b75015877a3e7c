"""Sense: whether a name means the place itself or what stands for it there - a government, people, a team."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from dateline.atlas.index import open_index
from dateline.reading.places.cues import (
    after_class,
    before_class,
    closed_words,
    rules,
    together,
    weighed,
    word_class,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.reading.places.cues import Said
    from dateline.reading.places.resolve import Facts
    from dateline.reading.places.span import Span

__all__ = ["After", "following", "sense_cues", "stands_for"]


def sense_cues(text: str, span: Span, after: After, how: str, kind: str) -> list[Said]:
    """
    Give the cues for the literal sense and against it, by name, in groups.

    Parameters
    ----------
    text
        The text as given.
    span
        The mention.
    after
        What follows it.
    how
        How the name names its place: name, adjective, demonym …
    kind
        The place's kind: country, city …
    """
    before, end = span.before, span.end
    sort = how if span.sort == "name" else "venue" if span.sort == "landmark" else span.sort
    beside, behind = _word(span.before_word), _word(span.after_word)
    cues = [
        _setting(sort, kind, before, span.after),
        _words(beside.closed, behind.closed),
        _of_noun(after.kind, after.suffix, after.whose, sort, before),
    ]
    lead = _lead(span.second_word) if before in _LEADING else ""
    if lead or beside.verb:
        cues.append(_led(beside.verb, lead, before))
    if before in _SKIPPED and (past := _past_little(text, span)) is not None:
        cues.append(past)
    # What comes next decides what may be read on: a word, a possessive, or nothing.
    sign = text[end : end + 1]
    may_act = before not in _NO_SUBJECT
    acts = _verb_of(text, span, behind) if may_act and sign in _SPACES else None
    if acts is not None:
        cues.append(acts)
    elif sign in _APOSTROPHES and (m := _OWNED(text, end)) is not None:
        cues.append(_owns("superlative" if m.group(1) else "a direction" if m.group(2) else "a number"))
    if after.telling:
        cues.append(_telling(after.telling, sort))
    may_decide = after.leads or (sign == "," and text.startswith(", and ", end))
    if may_decide and may_act and kind in _DECIDING and _decides(text, end):
        cues.append(_rule("rule: says or decides"))
    if beside.plays or behind.plays:
        cues.append(_rule("rule: plays a match"))
    return cues + span.shared


_SPACES: Final = frozenset(" \u00a0")
_APOSTROPHES: Final = frozenset("'’")


def _past_little(text: str, span: Span) -> Said | None:
    """Give the cues of the words before "the" or a direction."""
    words = text[max(0, span.start - 70) : span.start].rsplit(None, 4)
    words = [word for word in words if word.lower() not in _SKIPPED_WORDS]
    if len(words) < 2:
        return None
    return _past(before_class(words[-1]), _lead(words[-1]), _lead(words[-2]), span.before)


_SKIPPED: Final = frozenset(("the", "direction", "low", "cap"))
_SKIPPED_WORDS: Final = frozenset((
    "the", "north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "whole", "entire",
    "rest", "neighbouring", "neighboring", "nearby", "all",
))  # fmt: skip
_HELPING: Final = (
    "has", "have", "had", "was", "were", "is", "are", "been", "being", "also", "already", "recently", "still", "again",
    "be", "will", "could",
)  # fmt: skip
_VERB: Final = r"([a-z]+)(?![\w'’-])"
_SUBJECT: Final = re.compile(rf"(?:[ \u00a0](?:{'|'.join(_HELPING)}))*[ \u00a0]{_VERB}").match
_ACTING: Final = re.compile(_VERB).match
_OWNED: Final = re.compile(
    r"['’]s[ \u00a0](?:(?:second|third|fourth|two|three|few)[ -])?(?:(\w+est|most|first|last|only|best|worst)"
    r"|((?:north|south|east|west|central)\w*)|(two|three|four|five|six|ten|\d+))[ \u00a0-]"
).match


@weighed("sense")
def _past(before: str, lead: str, lead2: str, skipped: str) -> Iterable[str]:
    yield f"past {skipped}: {before}"
    if lead:
        yield f"past {skipped}: {lead}"
    if before in _LEADING and lead2:
        yield f"past {skipped}: led by {lead2}, {before}"


def _verb_of(text: str, span: Span, behind: _Word) -> Said | None:
    """Give the cue of the verb whose subject a name is, where the next word is one or leads to one."""
    word = span.after_word
    if word and not behind.helps:
        return behind.acts if text.startswith(word, span.end + 1) else None
    found = _SUBJECT(text, span.end)
    return None if found is None else _acts(found.group(1))


def _acts(verb: str) -> Said | None:
    kind = word_class("acts").get(verb)
    return _rule(f"subject of a verb: {kind}") if kind else None


@weighed("sense")
def _owns(what: str) -> Iterable[str]:
    yield f"its noun: after {what}"


_NO_SUBJECT: Final = frozenset(("place", "of", "to", "by"))
_DECIDING: Final = frozenset(("country", "territory", "region", "city"))
_GOVERNED: Final = _DECIDING | {"county"}


@cache
def _plays() -> frozenset[str]:
    """Verbs whose subject and object are teams: "Barcelona beat Milan"."""
    return frozenset(rules()["verbs"]["plays"].split())


class _Word(NamedTuple):
    """
    What a word beside a name tells.

    Attributes
    ----------
    closed
        The word itself if of a closed class.
    verb, acts
        The kind of verb, where the name is its object; the cue, where it is its subject.
    plays, helps
        Whether teams do it; whether it may lead to the verb.
    """

    closed: str
    verb: str
    acts: Said | None
    plays: bool
    helps: bool


@lru_cache(maxsize=50_000)
def _word(word: str) -> _Word:
    low = word.lower().rstrip(".,;:")
    verb = _ACTING(word)
    return _Word(
        low if low in closed_words() else "open",
        _object_of(word),
        None if verb is None else _acts(verb.group(1)),
        word in _plays(),
        word in _HELPING,
    )


@lru_cache(maxsize=50_000)
def _setting(sort: str, kind: str, before: str, after: str) -> Said:
    """Give the cues of a sort of name for a kind of place between two classes of words."""
    coarse = _coarse(after)
    return together(_between(before, coarse), _named(sort, kind, before, coarse))


@weighed("sense")
def _between(before: str, after: str) -> Iterable[str]:
    return f"before {before}", f"after {after}", f"between {before} and {after}"


@weighed("sense")
def _named(sort: str, kind: str, before: str, after: str) -> Iterable[str]:
    small = "country" if kind in {"country", "territory"} else "other"
    return (
        f"named as {sort}", f"a {kind}", f"named as {sort}, after {after}",
        f"{small}, before {before}", f"{small}, after {after}",
    )  # fmt: skip


@weighed("sense")
def _words(before: str, after: str) -> Iterable[str]:
    return f"before the word {before}", f"after the word {after}"


@weighed("sense")
def _of_noun(kind: str, suffix: str, where: str, sort: str, before: str) -> Iterable[str]:
    return (
        f"{where} noun: {kind}", f"{where} noun ends in {suffix}",
        f"{sort}, noun: {kind}", f"before {before}, noun: {kind}",
    )  # fmt: skip


@weighed("sense")
def _led(verb: str, lead: str, before: str) -> Iterable[str]:
    """Tell what leads to the name: a verb whose object it is, or a noun or verb before its preposition."""
    if verb:
        yield f"object of a verb: {verb}"
    if lead:
        yield f"led by {lead}, {before}"


def _object_of(word: str) -> str:
    return word_class("objects").get(word.lower(), "")


@lru_cache(maxsize=20_000)
def _lead(word: str) -> str:
    low = word.lower()
    moving = word_class("before").get(low) == "moving"
    return "moving" if moving else _object_of(low) or (noun_kind(low) if low else "")


_LEADING: Final = frozenset(("to", "of", "by"))


@weighed("sense")
def _telling(kind: str, sort: str) -> Iterable[str]:
    return f"first telling noun: {kind}", f"{sort}, first telling noun: {kind}"


@weighed("sense")
def _rule(name: str) -> Iterable[str]:
    return (name,)


_HEAD: Final = re.compile(r"\w+").match
# Plain letters are asked for before any table of Unicode, and nothing that was taken is given back.
_WORDS: Final = re.compile(r"(['’]s)?((?:[ \u00a0][a-zA-Z\w’'-]++){1,5}+)").match


class After(NamedTuple):
    """
    What follows a name.

    Attributes
    ----------
    kind, suffix
        Of the noun that the name stands before.
    whose
        How the noun is tied to it: "its" after a possessive, "the" without.
    actor, telling
        The first word that tells whom it is about; that or else what.
    leads
        Whether its first word may lead to a verb of saying or deciding.
    """

    kind: str
    suffix: str
    whose: str
    actor: str
    telling: str
    leads: bool


def following(text: str, end: int) -> After:
    """Tell what follows a name: "Russian intelligence *officer*", "Russia's *army*"."""
    sign = text[end : end + 1]
    if sign not in _BEFORE_WORDS:
        return _NOTHING
    if sign in _SPACES and (plain := _PLAIN(text, end + 1)) is not None and plain.group() in closed_words():
        return _before_closed(plain.group())
    m = _WORDS(text, end, end + 70)
    if m is None:
        return _NOTHING
    possessive, words = m.groups()
    return _read(words, end + 70 <= m.end(), possessive is not None)


_PLAIN: Final = re.compile(r"[a-z]+(?![\w’'-])").match


@cache
def _before_closed(word: str) -> After:
    """Tell what follows a name where a word of a closed class does: no noun, whatever stands behind."""
    return _read(f" {word}", False, False)  # noqa: FBT003 - keys of a cache


@lru_cache(maxsize=50_000)
def _read(words: str, cut: bool, possessed: bool) -> After:  # noqa: FBT001 - one key of a cache
    told, closed = words.split(), closed_words()
    lows = [word.lower() for word in told[:4]]
    actor = thing = last = ""
    for word, low in zip(told, lows, strict=False):
        if low in closed:
            break
        kind = noun_kind(word)
        if kind in _ACTORS:
            actor = kind
            break
        if kind in _THINGS:
            thing = thing or kind
    if cut and len(told) > 1:
        told.pop()
    for word, low in zip(told, lows, strict=False):
        if low in closed or low.endswith("ly") or (last and (low.endswith("ed") or after_class(word) in _SAYING)):
            break
        last = word
        if low.endswith(("'s", "’s")):
            break
    kind = noun_kind(last) if last else "none"
    head = _HEAD(words, 1)
    return After(
        kind,
        _suffix(last),
        "its" if possessed else "the",
        actor,
        actor or thing,
        leads=head is not None and (head.group() in _leading() or head.group().endswith("ly")),
    )


_BEFORE_WORDS: Final = _SPACES | _APOSTROPHES
_NOTHING: Final = After("none", "none", "the", "", "", leads=False)
_SAYING: Final = frozenset(("said", "verb"))
_ACTORS: Final = frozenset(("government", "military", "people", "team", "company"))
_THINGS: Final = frozenset(("ground", "economy", "culture"))


@cache
def _leading() -> frozenset[str]:
    """Words that may begin what leads to a verb of saying or deciding; adverbs do, too."""
    verbs = rules()["verbs"]
    return frozenset(("and", "not", "never", *verbs["between"].split(), *verbs["governs"].split()))


@cache
def _deciding() -> re.Pattern[str]:
    verbs, between = (rules()["verbs"][key].replace(" ", "|") for key in ("governs", "between"))
    return re.compile(
        rf"(?:,? and (?:the )?[A-Z][\w.]*(?: [A-Z]\w+)*)?(?: (?:{between}|not|never|\w+ly))*[ \u00a0](?:{verbs})(?!\w)"
    )


def _decides(text: str, end: int) -> bool:
    """Whether the name is the subject of a verb of saying or deciding: "Moscow and Pyongyang have denied"."""
    return _deciding().match(text, end, end + 90) is not None


@lru_cache(maxsize=20_000)
def noun_kind(noun: str) -> str:
    """Class of the noun after a name: people, ground, office and so on."""
    low = noun.lower().removesuffix("'s").removesuffix("’s")
    table = word_class("nouns")
    found = table.get(low) or (table.get(low[:-1]) if low.endswith("s") else None)
    if found:
        return found
    if noun[:1].isupper():
        return "Cap " + after_class(noun)
    return "number" if noun[:1].isdigit() else "other"


@cache
def _suffixes() -> tuple[str, ...]:
    return tuple(rules()["suffixes"]["nouns"].split())


@lru_cache(maxsize=20_000)
def _suffix(noun: str) -> str:
    if noun[:1].isupper():
        return "Cap"
    low = noun.lower().removesuffix("s")
    for end in _suffixes():
        if low.endswith(end):
            return end
    return "other" if noun else "none"


def _coarse(after: str) -> str:
    if after.startswith("comma"):
        return "comma"
    if after.startswith(("glued", "end")):
        return "mark"
    return after


def stands_for(span: Span, following: After, how: str, place: Facts | None) -> str:
    """Say what an associative mention stands for: government, people, team, language, organisation."""
    if how == "language":
        return "language"
    if _word(span.before_word).plays or _word(span.after_word).plays:
        return "team"
    kind = following.actor
    after = span.after
    if kind == "team" or after == "Cap-team":
        return "team"
    if after in {"office", "Cap-office"} or kind in {"government", "military"}:
        return "government"
    if after in {"Cap-company", "Cap-venue"} or kind == "company":
        return "organisation"
    if kind == "people" or how == "demonym":
        return "people"
    if place is not None and place.kind not in _GOVERNED:
        return "people"
    if how == "adjective":
        return "government" if after in {"said", "verb"} else "people"
    if place is not None and place.kind == "city" and open_index().seat(place.row) < 2:
        return "people"
    return "government"
