"""The default syntax: noun phrases by bracketing, verbs with what stands round them; no model, one pass, linear."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from dateline.reading.forms import verb_tags
from dateline.reading.hedge import forms_in
from dateline.reading.nouns import noun_classes
from dateline.reading.sentences import tokens
from dateline.reading.syntax import Parse, Phrase, Predicate, PrepPhrase
from dateline.reading.tagging import tagged

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.reading.sentences import Token
    from dateline.reading.syntax import Form, Relation, Word
    from dateline.story.model import Span

__all__ = ["parse_words", "syntax"]

_BE: Final = frozenset("be am is are was were been being isn't aren't wasn't weren't 're 'm 's".split())
_IN_PHRASE: Final = frozenset(("determiner", "number", "adjective", "noun", "name"))
_ENDS_PHRASE: Final = frozenset(("noun", "name", "pronoun", "number"))
_LONGER: Final = {
    ("out", "of"): "out_of", ("away", "from"): "from", ("back", "to"): "to", ("on", "to"): "onto",
    ("according", "to"): "according_to", ("along", "with"): "with", ("because", "of"): "because_of",
    ("ahead", "of"): "ahead_of", ("due", "to"): "due_to", ("back", "from"): "from", ("up", "to"): "to",
    ("back", "into"): "into", ("home", "to"): "to", ("home", "from"): "from", ("south", "of"): "near",
    ("north", "of"): "near", ("east", "of"): "near", ("west", "of"): "near", ("together", "with"): "with",
    ("down", "to"): "to", ("over", "to"): "to", ("through", "to"): "to", ("in", "from"): "from", ("out", "to"): "to",
    ("off", "to"): "to", ("in", "on"): "in_on", ("on", "toward"): "toward",
    ("on", "towards"): "towards", ("such", "as"): "including", ("to", "within"): "to",
    ("across", "to"): "to", ("over", "from"): "from", ("as", "to"): "about",
}  # fmt: skip
_BY_WAY: Final = {("by", "way", "of"): "via", ("in", "front", "of"): "near"}
_EARLY: Final = frozenset("also then later now already still just never even often soon first only again not".split())
_MONTHS: Final = frozenset(
    "january february march april may june july august september october november december monday tuesday wednesday"
    " thursday friday saturday sunday jan feb mar apr aug sept oct nov dec".split()
)
_WHEN: Final = frozenset("next last early earlier late later previous several many this that each every".split())
_STAYS_FINITE: Final = frozenset(
    "march arrive go come travel flee head cross return walk escape fall leave sail flow run die sink land".split()
)
_PLANS: Final = frozenset(
    "plan decision haste attempt bid effort order intention promise vow move refusal pledge threat proposal offer"
    " request failure push campaign desire wish hope agreement permission right chance ability readiness"
    " willingness".split()
)
_NOMINATIVE: Final = frozenset(("he", "she", "they", "we", "i"))
_PARTICLES: Final = frozenset("out off back away up down home over ashore aground in on".split())
_FROM_A_PLACE: Final = frozenset(("from", "in", "of", "near", "at"))
_TO_A_PLACE: Final = frozenset(("from", "in", "of", "near", "at", "to", "for", "into", "off", "on"))
_MEASURED: Final = frozenset(("long", "old", "high", "wide", "deep", "strong", "tall"))
_HOURS: Final = frozenset(("a.m.", "p.m.", "am", "pm", "o'clock", "noon", "midnight"))
_MANY: Final = frozenset(("are", "were", "have", "aren't", "weren't", "haven't"))
_PLURALS: Final = frozenset(("people", "troops", "police", "children", "men", "women", "migrants", "crew", "those"))
_NO_PERSON: Final = frozenset(
    "location artifact time substance food plant event act state attribute quantity cognition object".split()
)
_CONTROL: Final = frozenset(
    "order ask urge allow permit force tell help want expect persuade invite instruct cause enable require encourage"
    " get press compel authorise authorize advise warn lead prompt oblige direct send".split()
)


def syntax(text: str, span: Span, /, *, names: Sequence[Span] = ()) -> Parse:
    """
    Parse one sentence; see `dateline.reading.syntax.Syntax`.

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
    units, phrases, preps = _units(words)
    _join(words, units, phrases, preps)
    predicates = _predicates(words, units, phrases, preps)
    return Parse(text, tuple(words), tuple(phrases), tuple(preps), tuple(predicates))


@dataclass(slots=True)
class _Unit:
    """A piece of a sentence: a noun phrase, a preposition with or without its phrase, a verb group, or a word."""

    kind: str  # phrase, prep, verb, mark, conjunction, subordinator, relative, other
    first: int
    last: int
    number: int = -1  # of the phrase or prepositional phrase
    head: int = -1  # of a verb group its main verb; of a mark 1 where a bracket opens, 0 where it closes
    to: bool = False


def _units(words: list[Word]) -> tuple[list[_Unit], list[Phrase], list[PrepPhrase]]:
    units: list[_Unit] = []
    phrases: list[Phrase] = []
    preps: list[PrepPhrase] = []
    n = 0
    while n < len(words):
        tag = words[n].tag
        if (made := _preposition(words, n)) is not None:
            prep, end = made
            units.append(_Unit("prep", n, end, len(preps)))
            preps.append(PrepPhrase(prep, n, end, ()))
            n = end
        elif tag in _IN_PHRASE or tag == "pronoun":
            end = _phrase_end(words, n)
            n = _add_phrases(words, n, end, phrases, units)
        elif tag in {"auxiliary", "verb", "to"} or (tag in {"not", "adverb"} and _verb_follows(words, n)):
            unit = _verb_group(words, n)
            units.append(unit)
            n = unit.last
        else:
            kind = tag if tag in {"mark", "conjunction", "subordinator", "relative"} else "other"
            aside = 1 if words[n].text in "([" else 0 if words[n].text in ")]" else -1
            units.append(_Unit(kind, n, n + 1, head=aside if kind == "mark" else -1))
            n += 1
    return units, phrases, preps


def _preposition(words: list[Word], n: int) -> tuple[str, int] | None:
    three = tuple(word.low for word in words[n : n + 3])
    if three in _BY_WAY:
        return _BY_WAY[three], n + 3
    two = three[:2]
    if two in _LONGER and (words[n + 1].tag == "preposition" or two == ("such", "as")):
        return _LONGER[two], n + 2
    return (words[n].low, n + 1) if words[n].tag == "preposition" else None


def _phrase_end(words: list[Word], n: int) -> int:
    """Where the words of a noun phrase, with its owners, end."""
    if words[n].tag == "pronoun":
        return n + 1
    end = n
    while end < len(words):
        tag = words[end].tag
        if tag == "possessive" and end > n:
            end += 1
            continue
        if (
            words[end].text == ","
            and end > n + 1
            and words[end - 1].tag == "adjective"
            and _is_modifier(words, end + 1)
        ):
            end += 2  # "an old, abandoned mine"
            continue
        if tag not in _IN_PHRASE:
            if tag == "adverb" and end > n and end + 1 < len(words) and words[end - 1].tag == "determiner":
                end += 1
                continue
            break
        before = words[end - 1].tag if end > n else "mark"
        if before == "name" and (
            words[end].low in _WHEN or (words[end].text[:1].isupper() and words[end].low in _MONTHS
            and words[end - 1].low not in _MONTHS)
            or (tag == "number" and (words[end].low.isalpha() or any(w.tag == "noun" for w in words[end + 1 :][:1])))
        ):  # fmt: skip
            break
        if before == "noun" and words[end].text[:1].isupper() and words[end].low in _MONTHS:
            break  # "drove to the school Monday"
        if before in {"noun", "name"} and (
            tag == "determiner" or (tag == "number" and before == "noun" and words[end].low.isalpha())
            or (tag == "adjective" and before == "noun" and not (
                words[end].low in _MEASURED and words[end - 2].tag == "number"))
        ):  # fmt: skip
            break
        end += 1
    while end > n + 1 and words[end - 1].tag not in _ENDS_PHRASE and words[end - 1].tag != "determiner":
        if words[end - 1].tag == "adjective" and any(w.tag == "determiner" for w in words[n : end - 1]):
            break
        end -= 1
    return max(end, n + 1)


def _is_modifier(words: list[Word], n: int) -> bool:
    """Whether a word modifies the noun that follows it."""
    return n + 1 < len(words) and words[n + 1].tag == "noun" and (
        words[n].tag == "adjective" or (words[n].tag == "verb" and "VBN" in verb_tags(words[n].low))
    )  # fmt: skip


def _add_phrases(words: list[Word], n: int, end: int, phrases: list[Phrase], units: list[_Unit]) -> int:
    owner: int | None = None
    first = n
    for k in range(n, end + 1):
        if k < end and words[k].tag != "possessive":
            continue
        if k > first:
            head = k - 1
            while head > first and words[head].tag == "number" and words[head - 1].tag in {"noun", "name"}:
                head -= 1
            phrases.append(Phrase(first, k, head, owner))
            owner = len(phrases) - 1
        first = k + 1
    if words[n].tag == "adjective" and end == n + 1:
        phrases.pop()
        units.append(_Unit("other", n, end))
        return end
    units.append(_Unit("phrase", n, end, len(phrases) - 1))
    return end


def _verb_follows(words: list[Word], n: int) -> bool:
    k = n
    while k < len(words) and words[k].tag in {"not", "adverb"} and k < n + 3:
        k += 1
    return (
        k < len(words)
        and words[k].tag in {"verb", "auxiliary"}
        and (words[n].low.endswith("ly") or words[n].low in _EARLY)
    )


def _verb_group(words: list[Word], n: int) -> _Unit:
    k, head = n, -1
    to = False
    while k < len(words):
        tag = words[k].tag
        if tag == "to":
            if head >= 0 and words[head].tag == "verb":
                break
            if head >= 0 and words[head].low not in {"have", "has", "had"} | _BE:
                break
            to = True
        elif tag in {"auxiliary", "verb"}:
            if head >= 0 and words[head].tag == "verb":
                break
            head = k
        elif tag in {"not", "adverb"}:
            if head >= 0 and words[head].tag == "verb":
                break
        else:
            break
        k += 1
    while k > n + 1 and words[k - 1].tag in {"adverb", "to"}:
        k -= 1
    return _Unit("verb", n, k, head=head if head >= 0 else k - 1, to=to)


# --------------------------------------------------------------------------------------------- phrases joined


def _join(words: list[Word], units: list[_Unit], phrases: list[Phrase], preps: list[PrepPhrase]) -> None:
    """Give prepositions their phrases, join what "and" and commas join, and note what stands in apposition."""
    n = 0
    while n < len(units):
        if units[n].kind == "phrase":
            n = _coordinate(words, units, phrases, n)
        n += 1
    for n, unit in enumerate(units[:-1]):
        if unit.kind == "prep" and units[n + 1].kind == "phrase":
            one = units[n + 1].number
            members = phrases[one].beside or (one,)
            members = members[members.index(one) :]
            last = phrases[members[-1]].last
            of = None
            k = n - 1
            if k >= 0 and units[k].kind == "phrase":
                of = units[k].number
            preps[unit.number] = preps[unit.number]._replace(objects=members, last=last, of=of)
    for n, unit in enumerate(units):
        if unit.kind != "phrase":
            continue
        chain, k = [], n + 1
        while k + 1 < len(units) and units[k].kind == "prep" and units[k + 1].kind == "phrase":
            chain.append(units[k].number)
            k += 2
            # The rest of a coordinated object.
            while k + 1 < len(units) and units[k].kind in {"mark", "conjunction"} and (
                units[k + 1].kind == "phrase" and units[k + 1].number in phrases[units[k - 1].number].beside
            ):  # fmt: skip
                k += 2
            k = _past_aside(words, units, k)
        if chain:
            phrases[unit.number] = phrases[unit.number]._replace(preps=tuple(chain[:8]))


def _past_aside(words: list[Word], units: list[_Unit], k: int) -> int:
    """Past ", against her will," where "from" or "to" goes on behind it: "her way, against her will, from …"."""
    kinds = [unit.kind for unit in units[k : k + 5]]
    if kinds != ["mark", "prep", "phrase", "mark", "prep"] or words[units[k + 4].first].low not in {"from", "to"}:
        return k
    commas = words[units[k].first].text == words[units[k + 3].first].text == ","
    return k + 4 if commas else k


def _coordinate(words: list[Word], units: list[_Unit], phrases: list[Phrase], n: int) -> int:
    """Join the phrases from unit ``n`` on; the number of the last unit that was joined."""
    members, k, at = [n], n + 1, n
    joined = False
    while k + 1 < len(units):
        comma = units[k].kind == "mark" and words[units[k].first].text == ","
        conj = units[k].kind == "conjunction" and words[units[k].first].low in {"and", "or"}
        step = 1
        if comma and units[k + 1].kind == "conjunction" and words[units[k + 1].first].low in {"and", "or"}:
            conj, step = True, 2
        if not (comma or conj) or k + step >= len(units) or units[k + step].kind != "phrase":
            break
        following = units[k + step + 1] if k + step + 1 < len(units) else None
        starts_clause = following is not None and following.kind == "verb" and not following.to and (
            any(unit.kind == "verb" for unit in units[max(0, n - 6) : n]) and words[following.head].tag != "mark"
            and not words[following.head].low.endswith("ing")
        )  # fmt: skip
        if starts_clause or _is_aged_subject(words, units, k + step):
            break
        members.append(k + step)
        k += step + 1
        if conj:
            joined = True
            at = members[-1]
            break
    if (
        joined
        and _opens_with_phrase(units, n)
        and units[at + 1 : at + 2]
        and units[at + 1].kind == "verb"
        and (len(members) > 2)
    ):  # "In Paris, Spain and Italy agreed": the list behind the comma is the subject
        _coordinate(words, units, phrases, members[1])
        return members[1] - 1
    if joined:
        numbers = tuple(units[m].number for m in members)
        for number in numbers:
            phrases[number] = phrases[number]._replace(beside=numbers)
        return at
    behind = (
        next((u for u in units[members[1] + 1 : members[1] + 3] if u.kind != "other"), None) if members[1:] else None
    )
    after = "" if behind is None else behind.kind
    if len(members) > 1 and after != "verb" and not _opens_with_phrase(units, n) and not (
        _is_when(words, phrases[units[n].number], [(0,)])
    ):  # fmt: skip
        one, other = units[members[0]].number, units[members[1]].number
        phrases[other] = phrases[other]._replace(same_as=one)
    return n


def _is_aged_subject(words: list[Word], units: list[_Unit], k: int) -> bool:
    """Whether a phrase is a subject with an age behind it: "… and *the teacher*, 50, left"."""
    kinds = [unit.kind for unit in units[k + 1 : k + 5]]
    return kinds == ["mark", "phrase", "mark", "verb"] and words[units[k + 2].first].tag == "number" and (
        units[k + 2].last - units[k + 2].first == 1
    )  # fmt: skip


def _opens_with_phrase(units: list[_Unit], n: int) -> bool:
    """Whether a phrase is the object of a preposition that opens its sentence, with no verb before it."""
    return n >= 1 and units[n - 1].kind == "prep" and all(unit.kind in {"prep", "phrase"} for unit in units[:n])


# --------------------------------------------------------------------------------------------------- predicates


@dataclass(slots=True)
class _Made:
    unit: int
    form: Form
    passive: bool
    subject: tuple[int, ...] = ()
    inherited: bool = False
    objects: list[tuple[int, ...]] = field(default_factory=list)
    preps: list[int] = field(default_factory=list)
    parent: int | None = None
    relation: Relation = "root"
    marker: int | None = None
    of: int | None = None
    particle: str | None = None


def _predicates(
    words: list[Word], units: list[_Unit], phrases: list[Phrase], preps: list[PrepPhrase]
) -> list[Predicate]:
    verbs = [n for n, unit in enumerate(units) if unit.kind == "verb"]
    made: list[_Made] = []
    before = -1
    for index, at in enumerate(verbs):
        stop = verbs[index + 1] if index + 1 < len(verbs) else len(units)
        made.append(_predicate(words, units, phrases, preps, made, before, at, stop))
        before = at
    for one in made:  # "Sailing from Malta, the ship …": the subject of the verb behind it
        if not one.subject and one.relation in {"adverbial", "infinitive"}:
            later = next((other for other in made if other.unit > one.unit and other.form == "finite"), None)
            if later is not None and one.parent is None:
                one.subject, one.inherited = later.subject, True
    found = []
    for one in made:
        unit = units[one.unit]
        word = unit.head
        found.append(
            Predicate(
                word=word, lemma=words[word].lemma, form=one.form, passive=one.passive, group=(unit.first, unit.last),
                particle=one.particle, subject=one.subject, inherited=one.inherited, objects=tuple(one.objects),
                preps=tuple(one.preps), parent=one.parent, relation=one.relation, marker=one.marker, of=one.of,
                clause=(unit.first, unit.last),
            )
        )  # fmt: skip
    return found


def _form(words: list[Word], unit: _Unit) -> tuple[Form, bool]:
    low = words[unit.head].low
    group = [word.low for word in words[unit.first : unit.head]]
    be = any(word in _BE for word in group)
    tags = verb_tags(low)
    passive = be and "VBN" in tags and not low.endswith("ing")
    finite_aux = any(words[k].tag == "auxiliary" for k in range(unit.first, unit.head)) and group[:1] != ["being"]
    if group[:1] == ["being"] and "VBN" in tags:
        return "participle", True
    if unit.to and not (group and words[unit.first].tag == "auxiliary"):
        return "infinitive", passive
    if finite_aux or words[unit.head].tag == "auxiliary":
        return "finite", passive
    if low.endswith("ing") and "VBG" in tags:
        return "gerund", False
    if group[:1] == ["being"] and passive:
        return "participle", True
    if "VBN" in tags and "VBD" not in tags and "VB" not in tags:
        return "participle", True
    return "finite", False


def _predicate(  # noqa: PLR0913, PLR0917, PLR0915
    words: list[Word], units: list[_Unit], phrases: list[Phrase], preps: list[PrepPhrase], made: list[_Made],
    before: int, at: int, stop: int,
) -> _Made:  # fmt: skip
    unit = units[at]
    form, passive = _form(words, unit)
    one = _Made(at, form, passive)
    between = units[before + 1 : at]
    previous = len(made) - 1 if made else None
    close = between[-1] if between else None
    marker = next((u for u in reversed(between) if u.kind in {"subordinator", "relative"}), None)
    begin = between.index(marker) + 1 if marker is not None else 0
    for k in range(len(between) - 1, begin - 1, -1):  # a conjunction that begins a clause
        if between[k].kind == "conjunction" and not _joins_phrases(units, phrases, before + 1 + k):
            begin = max(begin, k + 1)
            break
    bare = _bare_phrases(units, phrases, before + 1 + begin, at)
    if begin and not bare and between[begin - 1].kind == "conjunction" and _adds_a_phrase(between, begin):
        begin = between.index(marker) + 1 if marker is not None else 0
        bare = _bare_phrases(units, phrases, before + 1 + begin, at)
    met = _met_before(units, phrases, bare, at)
    if met is not None and _is_when(words, phrases[met], [(0,)]):
        met = None
    is_parenthetic = close is not None and close.kind == "mark" and not _ends_in_conjunction(between)
    if is_parenthetic and bare and (previous is None or marker is not None):  # "Ana Roa, a nurse in Lima, left"
        bare = [n for n in bare if not _is_when(words, phrases[n], [(0,)])][:1] or bare[:1]
    if (bare and previous is not None) or len(bare) > 1:
        bare = bare[-1:]
    outer = _outer(words, units, phrases, made, between)
    if outer is not None:
        bare = [outer]
    has_conjunction = any(u.kind == "conjunction" for u in between[-2:]) and not bare
    parent = made[previous] if previous is not None else None
    if form == "infinitive":
        one.parent, one.relation = previous, "infinitive"
        if parent is not None:
            controls = words[units[parent.unit].head].lemma in _CONTROL and not parent.passive
            one.subject = parent.objects[-1] if controls and parent.objects else parent.subject
            one.inherited = True
        if parent is not None and has_conjunction:
            one.relation = "coordinate"
        elif close is not None and close.kind == "phrase" and words[phrases[close.number].head].lemma in _PLANS:
            owner = phrases[close.number].owner  # "the airline's plans to fly to …": it is the airline that flies
            if owner is not None and words[phrases[owner].head].tag in {"name", "noun"}:
                one.subject = (owner,)
    elif form == "gerund" and ((close is not None and close.kind in {"prep", "subordinator"}) or not between):
        one.parent, one.relation, one.inherited = previous, "adverbial", True
        one.marker = close.first if close is not None else None
        one.subject = parent.subject if parent is not None else ()
    elif (
        form == "gerund"
        and close is not None
        and (close.kind == "mark" or has_conjunction or _has_comma(words, between))
    ):
        one.parent, one.relation, one.inherited = previous, "coordinate" if has_conjunction else "adverbial", True
        one.subject = parent.subject if parent is not None else ()
        if not has_conjunction and bare and (close.kind == "phrase" or previous is None or marker is not None):
            one.subject, one.relation = _members(phrases, bare[-1]), "participle"
        elif parent is not None and not one.subject:
            one.subject = parent.subject
    elif (
        form == "participle"
        and close is not None
        and close.kind == "conjunction"
        and parent is not None
        and (parent.passive)
    ):  # "was seized by the navy and taken to Malta"
        one.parent, one.relation, one.inherited = previous, "coordinate", True
        one.subject, one.form = parent.subject, parent.form
    elif form in {"gerund", "participle"} or (
        form == "finite" and met is None and _is_reduced(words, units, made, before, at, bare)
    ):
        if form == "finite":
            one.form, one.passive = "participle", True
        near = _nearest(words, units, phrases, preps, before + 1, at)
        one.of, one.relation, one.inherited = near, "participle", True
        one.parent = previous
        one.subject = _members(phrases, near) if near is not None else (parent.subject if parent is not None else ())
        if (
            form == "gerund"
            and parent is not None
            and parent.subject
            and near is not None
            and (_is_spot(words, phrases, preps, near))
        ):  # "left the port of Odesa carrying wheat"
            one.subject, one.relation, one.of = parent.subject, "adverbial", None
        if form == "gerund":
            one.passive = False
    else:
        one.parent = previous
        if marker is not None and marker.kind == "relative":
            one.relation, one.marker = "relative", marker.first
            place = before + 1 + between.index(marker)
            one.of = _antecedent(words, units, phrases, place, unit.first)
            if bare:
                one.subject = _members(phrases, bare[0])
                if one.of is not None and words[marker.first].low != "whose":
                    one.objects.append((one.of,))
            elif one.of is not None:
                one.subject, one.inherited = _members(phrases, one.of), True
        elif bare:
            one.subject = _members(phrases, bare[0])
            if marker is not None:
                one.marker = marker.first
                one.relation = "complement" if words[marker.first].low in {"that", "whether", "if"} else "adverbial"
        else:
            one.inherited = True
            one.relation = "coordinate" if previous is not None else "root"
            closed = has_conjunction and _has_comma(words, between[:-1])
            source = next(
                (m for m in reversed(made) if (m.form == "finite" and not (closed and _is_in_relative(made, m)))
                 or (m.relation == "infinitive" and has_conjunction and "VB" in verb_tags(words[unit.head].low)
                     and m is made[-1])),
                None,
            )  # fmt: skip
            if (
                parent is not None
                and parent.relation == "relative"
                and parent.of is not None
                and parent.objects
                and (close is None)
            ):  # "the ship, which they said was bound for Malta"
                one.relation, one.subject = "complement", _members(phrases, parent.of)
            elif source is None:
                near = _nearest(words, units, phrases, preps, before + 1, at)
                one.subject = _members(phrases, near) if near is not None else ()
            else:
                one.subject = source.subject
                if source.form == "infinitive":
                    one.form = "infinitive"
                one.passive = source.passive and _goes_on_passive(words, units, at)
    if one.relation in {"root", "coordinate", "complement"} or one.form == "finite":
        begin = begin if before >= 0 or begin else 0
        one.preps += [
            u.number for u in between[begin:] if u.kind == "prep" and _is_loose(units, preps, u, before + 1, at)
        ]
    _complements(words, units, phrases, preps, one, at, stop)
    if met is not None and not one.objects and not one.passive and one.preps and one.relation == "root":
        one.relation, one.of = "relative", met  # "the troops the union sent to Darfur"
        one.objects.append(_members(phrases, met))
    return one


def _met_before(units: list[_Unit], phrases: list[Phrase], bare: list[int], at: int) -> int | None:
    """The phrase that stands before a verb's subject with no mark between: what a relative without "that" hangs on."""
    if len(bare) < 2 or units[at - 1].kind != "phrase" or units[at - 1].number != bare[-1]:
        return None
    k = at - 2
    while k > 0 and units[k].kind == "phrase" and units[k - 1].kind in {"prep", "conjunction"}:
        k -= 2
    return (
        bare[-2] if units[k].kind == "phrase" and units[k].number == bare[-2] and not phrases[bare[-1]].beside else None
    )


def _is_in_relative(made: list[_Made], one: _Made) -> bool:
    """Whether a predicate is of a relative clause: the comma behind that closes it."""
    at: _Made | None = one
    while at is not None:
        if at.relation == "relative":
            return True
        at = made[at.parent] if at.parent is not None and at.relation in {"infinitive", "complement"} else None
    return False


def _goes_on_passive(words: list[Word], units: list[_Unit], at: int) -> bool:
    """Whether a bare verb shares the auxiliary before it: "were arrested and *flown* to Oslo"."""
    unit = units[at]
    bare = not any(words[n].tag == "auxiliary" for n in range(unit.first, unit.head))
    has_object = at + 1 < len(units) and units[at + 1].kind == "phrase"
    return bare and not has_object and "VBN" in verb_tags(words[unit.head].low) and (
        words[unit.head].lemma not in _STAYS_FINITE
    )  # fmt: skip


def _is_loose(units: list[_Unit], preps: list[PrepPhrase], unit: _Unit, first: int, last: int) -> bool:
    """Whether a prepositional phrase before the verb stands at the head of its clause: "From Malta, the ship …"."""
    del last
    k = units.index(unit, max(0, first))
    return bool(preps[unit.number].objects) and (k == 0 or units[k - 1].kind in {"mark", "conjunction"})


def _has_comma(words: list[Word], between: list[_Unit]) -> bool:
    return any(u.kind == "mark" and words[u.first].text in {",", "—", "–"} for u in between[-2:])


def _joins_phrases(units: list[_Unit], phrases: list[Phrase], k: int) -> bool:
    return (
        0 < k < len(units) - 1
        and units[k + 1].kind == "phrase"
        and len(phrases[units[k + 1].number].beside) > 1
        and phrases[units[k + 1].number].beside[0] != units[k + 1].number
    )


def _members(phrases: list[Phrase], number: int) -> tuple[int, ...]:
    return phrases[number].beside or (number,)


def _bare_phrases(units: list[_Unit], phrases: list[Phrase], first: int, last: int) -> list[int]:
    """Phrases of the units that no preposition governs and that stand beside no other one."""
    found = []
    in_prep: set[int] = set()
    aside = False
    for k in range(first, last):
        if units[k].kind == "mark" and units[k].head != -1:
            aside = units[k].head == 1
        if aside:
            continue
        if units[k].kind == "prep" and k + 1 < last and units[k + 1].kind == "phrase":
            in_prep |= set(_members(phrases, units[k + 1].number))
        elif units[k].kind == "phrase" and units[k].number not in in_prep and phrases[units[k].number].same_as is None:
            found.append(units[k].number)
        elif units[k].kind == "mark" and k > first and found:
            continue
    return found


def _is_spot(words: list[Word], phrases: list[Phrase], preps: list[PrepPhrase], number: int) -> bool:
    """Whether a phrase names a place that cannot act: "the port of Odesa", "Malta" behind a preposition."""
    phrase = phrases[number]
    classes = noun_classes(words[phrase.head].low)
    if words[phrase.head].tag == "name":
        return any(number in prep.objects and prep.prep in _TO_A_PLACE for prep in preps)
    return bool(classes & {"location", "artifact", "object"}) and bool(phrase.preps) and (
        words[phrases[o].head].tag == "name" if (o := next(iter(preps[phrase.preps[0]].objects), None)) is not None
        else False
    )  # fmt: skip


def _measured(
    words: list[Word], units: list[_Unit], phrases: list[Phrase], preps: list[PrepPhrase], k: int
) -> int:  # fmt: skip
    """What a participle behind a phrase is of: not of the price or the place, but of "timber worth $5 from Peru"."""
    if (
        k >= 3
        and units[k - 1].kind == "prep"
        and units[k - 2].kind == "mark"
        and units[k - 3].kind == "phrase"
        and (
            units[k + 1 : k + 2] and units[k + 1].kind == "mark" and words[phrases[units[k].number].head].tag == "name"
        )
    ):  # "Sgt. Roa, of Lima, stationed in Cusco"
        return units[k - 3].number
    while k >= 2 and units[k - 1].kind == "prep" and units[k - 2].kind == "phrase":
        phrase, outer = phrases[units[k].number], phrases[units[k - 2].number]
        prep = preps[units[k - 1].number].prep
        head, above = words[phrase.head], words[outer.head]
        priced = prep == "worth" or (prep == "of" and above.tag == "number")
        placed = head.tag == "name" and prep in _FROM_A_PLACE and above.tag in {"noun", "number"}
        if not (priced or placed):
            break
        k -= 2
    return units[k].number


def _nearest(  # noqa: PLR0913, PLR0917
    words: list[Word], units: list[_Unit], phrases: list[Phrase], preps: list[PrepPhrase], first: int, last: int
) -> int | None:  # fmt: skip
    """The phrase that a participle hangs on: the nearest, or what it is in apposition to."""
    for k in range(last - 1, first - 1, -1):
        if units[k].kind == "phrase":
            head = words[phrases[units[k].number].head]
            if (head.low in _MONTHS or "time" in noun_classes(head.low)) and k > first + 1:
                continue
            same = phrases[units[k].number].same_as
            return _measured(words, units, phrases, preps, k) if same is None else same
        if units[k].kind in {"verb", "subordinator"}:
            return None
    return None


def _outer(
    words: list[Word], units: list[_Unit], phrases: list[Phrase], made: list[_Made], between: list[_Unit]
) -> int | None:  # fmt: skip
    """The subject before a participle or a relative: "the boat that left Malta sank"."""
    if not made:
        return None
    is_closed = bool(between) and between[-1].kind == "mark"
    if not is_closed and made[-1].relation not in {"participle", "relative"}:
        return None
    first = made[-1].unit + 1
    if any(
        unit.kind in {"subordinator", "relative"}
        or (unit.kind == "conjunction" and not _joins_phrases(units, phrases, first + k))
        for k, unit in enumerate(between)
    ):
        return None
    if len(between) > 1 and between[-1].kind == "phrase" and between[-2].kind == "mark":
        return None
    at = made[-1].unit
    for one in reversed(made):
        if is_closed and one.relation in {"infinitive", "complement", "adverbial", "coordinate"} and one.unit > 0:
            continue
        if one.relation not in {"participle", "relative"}:
            return None
        at = one.unit
        earlier = max((m.unit for m in made if m.unit < at), default=-1)
        bare = _bare_phrases(units, phrases, earlier + 1, at)
        if bare and (
            earlier < 0
            or is_closed
            or made[-1] is not one
            or words[units[earlier].head].low in forms_in("said")
            or any(u.kind == "subordinator" for u in units[earlier + 1 : at])
        ):
            return bare[0]
        if bare:
            return None
    return None


def _antecedent(words: list[Word], units: list[_Unit], phrases: list[Phrase], place: int, verb: int) -> int | None:
    """What "which" or "who" hangs on: the nearest phrase that agrees with its verb."""
    nearest: int | None = None
    marker = next((words[u.first].low for u in units[place : place + 1]), "")
    many, who = words[verb].low in _MANY, marker == "who"
    for k in range(place - 1, max(-1, place - 10), -1):
        if units[k].kind == "subordinator":
            break
        if units[k].kind != "phrase":
            continue
        number = units[k].number
        phrase = phrases[number]
        nearest = number if nearest is None else nearest
        plural = len(phrase.beside) > 1 or words[phrase.head].low.endswith("s") or words[phrase.head].low in _PLURALS
        governed = k > 0 and units[k - 1].kind == "prep" and words[units[k - 1].first].low != "of"
        if many and not plural:
            continue
        if who and governed and words[phrase.head].tag == "name":
            continue
        if who and _is_no_person(words[phrase.head]):
            continue
        return number
    return nearest


def _is_no_person(head: Word) -> bool:
    """Whether a noun cannot be the one "who": an area, a month."""
    classes = noun_classes(head.low)
    return head.tag == "noun" and bool(classes) and classes <= _NO_PERSON


def _is_reduced(  # noqa: PLR0913, PLR0917
    words: list[Word], units: list[_Unit], made: list[_Made], before: int, at: int, bare: list[int]
) -> bool:
    """Whether "docked" in "warships docked in Malta …" is a participle, not the verb of its clause."""
    low = words[units[at].head].low
    if words[units[at].head].lemma in _STAYS_FINITE:
        return False
    if "VBN" not in verb_tags(low) or units[at].last - units[at].first > 2:
        return False
    if any(words[n].tag == "auxiliary" for n in range(units[at].first, units[at].head)):
        return False  # "weapons made in Oslo *were shipped* to Lima"
    if bare and _is_parenthetic(words, units, at):
        return True
    close = units[at - 1] if at else None
    if close is None or close.kind != "phrase":
        if close is None or close.kind != "mark" or bare or before < 0:
            return False
        return bool(made) and made[-1].form == "finite"
    between = units[before + 1 : at]
    if _is_governed(words, units, before + 1, at):
        return True  # "…, with some of the boats reportedly sent to Malta"
    opened = any(u.kind in {"subordinator", "relative"} for u in between)
    if words[close.first].low in {"he", "she", "they", "it", "we", "i", "who"}:
        return False
    is_late = bool(made) and all(one.relation in {"participle", "relative"} for one in made)
    if before >= 0 and not opened and not is_late and not any(u.kind in {"mark", "conjunction"} for u in between):
        # The object of a verb, or the end of a prepositional phrase behind one.
        return units[at + 1 : at + 2] != [] and units[at + 1].kind == "prep"
    # The subject of a later verb: "refugees rescued off Malta were taken to Sicily".
    k = at + 1
    while k < len(units) and k < at + 14:
        kind = units[k].kind
        if kind == "verb":
            if units[k].to or (words[units[k].head].low.endswith("ing") and units[k].last - units[k].first == 1):
                return False
            return units[k - 1].kind != "conjunction" and _no_subject(units, at + 1, k)
        if kind in {"subordinator", "relative", "conjunction"} or (
            kind == "mark" and words[units[k].first].text != ","
        ):
            return False
        k += 1
    return False


def _adds_a_phrase(between: list[_Unit], begin: int) -> bool:
    """Whether "and" adds a prepositional phrase, no clause: "Roa, from Bari and later in Lecce, left"."""
    return next((unit.kind == "prep" for unit in between[begin:] if unit.kind != "other"), False)


def _ends_in_conjunction(between: list[_Unit]) -> bool:
    return any(unit.kind == "conjunction" for unit in between[-2:])


def _is_parenthetic(words: list[Word], units: list[_Unit], at: int) -> bool:
    """Whether a participle opens what two marks part from a subject: "The pilot — named as Ana Roa — was flown"."""
    if at < 2 or units[at - 1].kind != "mark" or units[at - 2].kind != "phrase":
        return False
    mark = words[units[at - 1].first].text
    if mark not in {",", "—", "–", "-", "("}:
        return False
    for k in range(at + 1, min(len(units) - 1, at + 14)):
        if units[k].kind in {"verb", "subordinator", "relative"}:
            return False
        if units[k].kind == "mark" and words[units[k].first].text in {mark, ")"} and units[k + 1].kind == "verb":
            return not units[k + 1].to and not words[units[k + 1].head].low.endswith("ing")
    return False


def _is_governed(words: list[Word], units: list[_Unit], first: int, at: int) -> bool:
    """Whether from the last mark to a verb there are phrases of prepositions alone, "with" the first of them."""
    k = next((n + 1 for n in range(at - 1, first - 1, -1) if units[n].kind == "mark"), None)
    if k is None or k >= at - 1 or units[k].kind != "prep" or words[units[k].first].low != "with":
        return False
    kinds = [unit.kind for unit in units[k:at] if unit.kind != "other"]
    return len(kinds) % 2 == 0 and kinds == ["prep", "phrase"] * (len(kinds) // 2)


def _no_subject(units: list[_Unit], first: int, last: int) -> bool:
    """Whether every phrase in between is governed by a preposition."""
    return all(
        units[k].kind != "phrase" or (k > first and units[k - 1].kind == "prep") for k in range(first, last)
    ) and (first < last)


def _is_when(words: list[Word], phrase: Phrase, objects: list[tuple[int, ...]]) -> bool:
    """Whether a bare phrase behind a verb says when, and is no object: "left Monday", "will visit Kenya next month"."""
    head = words[phrase.head]
    if head.low in _MONTHS or head.low == "times" or head.low in _HOURS:
        return True
    if head.tag == "number" and words[phrase.last - 1].low in _HOURS:
        return True
    classes = noun_classes(head.low)
    return bool(objects) and (classes == {"time"} or ("time" in classes and words[phrase.first].low in _WHEN))


def _is_when_prep(words: list[Word], phrases: list[Phrase], prep: PrepPhrase) -> bool:
    """Whether a prepositional phrase says when: "sent *on Monday* two ships"."""
    return any(
        words[phrases[n].head].low in _MONTHS or "time" in noun_classes(words[phrases[n].head].low)
        or words[phrases[n].head].tag == "number"
        for n in prep.objects
    )  # fmt: skip


def _is_finite(words: list[Word], unit: _Unit) -> bool:
    """Whether a verb cannot hang on the noun before it: it has an auxiliary, or is no participle."""
    if words[unit.first].tag == "auxiliary":
        return words[unit.first].low != "being"
    return verb_tags(words[unit.head].low).isdisjoint({"VBN", "VBG"})


def _complements(  # noqa: PLR0913, PLR0917
    words: list[Word],
    units: list[_Unit],
    phrases: list[Phrase],
    preps: list[PrepPhrase],
    one: _Made,
    at: int,
    stop: int,
) -> None:
    """Take the objects and prepositional phrases behind a verb, up to the next clause."""
    k = at + 1
    seen: set[int] = set()
    held = len(one.preps)  # behind a prepositional phrase stands no object
    after_comma = False
    while k < stop:
        unit = units[k]
        if unit.kind == "other" and k == at + 1 and words[unit.first].low in _PARTICLES:
            one.particle = words[unit.first].low
        elif unit.kind == "phrase":
            if unit.number in seen:
                pass
            elif words[phrases[unit.number].head].low in _NOMINATIVE and k > at + 1:
                return  # "visited Kenya last year *he* said": a clause of its own
            elif k + 1 == stop and stop < len(units) and not units[stop].to and (
                after_comma or (one.objects and _is_finite(words, units[stop]))
            ):  # fmt: skip
                return  # the subject of the next verb
            elif (
                not after_comma
                and len(one.objects) < 2
                and len(one.preps) == held
                and not (_is_when(words, phrases[unit.number], one.objects))
            ):
                one.objects.append(_members(phrases, unit.number))
                seen |= set(_members(phrases, unit.number))
        elif unit.kind == "prep":
            one.preps.append(unit.number)
            seen |= set(preps[unit.number].objects)
        elif unit.kind in {"subordinator", "relative"}:
            return
        elif unit.kind == "conjunction":
            if not _joins_phrases(units, phrases, k) and not (k + 1 < stop and units[k + 1].kind == "prep"):
                return
        elif unit.kind == "mark":
            if words[unit.first].text in {";", ":", ".", "!", "?"}:
                return
            after_comma = True
        k += 1
