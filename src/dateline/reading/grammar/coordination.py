"""What "and" and commas join: lists of noun phrases, and what stands beside a phrase as another name for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.reading.grammar.besides import NOMINATIVE
from dateline.reading.grammar.chains import hang_preps
from dateline.reading.grammar.hanging import hangs_on_the_first
from dateline.reading.grammar.pieces import MONTHS, STAYS_FINITE, Piece, is_when
from dateline.reading.hedging.listed import forms_in
from dateline.reading.text.forms import verb_tags
from dateline.reading.text.nouns import is_first_name, noun_classes

if TYPE_CHECKING:
    from dateline.reading.grammar.syntax import Phrase, PrepPhrase, Word

__all__ = ["join_phrases", "joined_with", "joins_phrases"]

_JOINS: Final = frozenset(("mark", "conjunction"))
_QUOTES: Final = frozenset(('"', "“", "”"))
_BRACKET: Final = 9  # pieces of "(where they had met in March)"
_OF: Final = frozenset(("of", "from", "in"))
_PAIR: Final = 2  # what "between" joins
_LADEN: Final = frozenset("loaded laden filled packed stuffed".split())
_PARTY: Final = frozenset(("person", "group", "animal"))


def join_phrases(words: list[Word], units: list[Piece], phrases: list[Phrase], preps: list[PrepPhrase]) -> None:
    """Give prepositions their phrases, join what "and" and commas join, and note what stands in apposition."""
    n = 0
    while n < len(units) - 2:
        if units[n].kind == "phrase" and units[n + 1].kind in _JOINS:
            n = _coordinate(words, units, phrases, n)
        n += 1
    _join_past_relative(words, units, phrases)
    hang_preps(words, units, phrases, preps)


def _join_past_relative(words: list[Word], units: list[Piece], phrases: list[Phrase]) -> None:
    """Join two subjects of a verb that what is told of one parts: "*The mayor*, who is ill, and *two aides* flew"."""
    said = [unit.kind for unit in units[:2]] == ["phrase", "verb"] and words[units[1].head].low in forms_in("said")
    first = 2 if said else 0
    first += first < len(units) and units[first].kind in {"subordinator", "mark"}
    k = _past_phrase(units, first) if first < len(units) else first
    if k == first or k + 1 >= len(units) or words[units[k].first].text != ",":
        return
    is_of_some = [unit.kind for unit in units[k + 1 : k + 4]] == ["phrase", "prep", "relative"]  # ", *some of whom* …"
    told = units[k + 1]  # "*The envoy*, appointed in May, *and his family* left"
    hangs = told.kind == "verb" and told.last - told.first == 1 and verb_tags(words[told.head].low) & {"VBN", "VBG"}
    if told.kind != "relative" and not is_of_some and not hangs:
        return
    closed = next((m for m in range(k + 2, len(units)) if units[m].kind == "mark"), len(units))
    other = closed + 2
    if other >= len(units) or words[units[closed].first].text != "," or words[units[closed + 1].first].low != "and":
        return
    end = _past_phrase(units, other)
    marks = [unit.kind for unit in units[end : end + 3]]
    if marks == ["mark", "phrase", "mark"]:
        end += 3  # "and her husband, *Leo Paz*, flew"
    if end == other or end >= len(units) or units[end].kind != "verb" or (
        units[end].to and words[units[end].first].tag != "auxiliary"
    ) or (
        words[units[end].head].low.endswith("ing") and words[units[end].first].tag != "auxiliary"
    ):  # fmt: skip
        return
    numbers = units[first].number, *(phrases[units[other].number].beside or (units[other].number,))
    for number in numbers:
        phrases[number] = phrases[number]._replace(beside=numbers)


def _past_phrase(units: list[Piece], k: int) -> int:
    """The piece behind a phrase and what prepositions add to it; the same where no phrase stands there."""
    if units[k].kind != "phrase":
        return k
    k += 1
    while k + 1 < len(units) and units[k].kind == "prep" and units[k + 1].kind == "phrase":
        k += 2
    return k


def _coordinate(words: list[Word], units: list[Piece], phrases: list[Phrase], n: int) -> int:
    """Join the phrases from unit ``n`` on; the number of the last unit that was joined."""
    members, k, at = [n], n + 1, n
    joined = False
    while k + 1 < len(units):
        k = _past_age(words, units, k)
        if k + 1 >= len(units):
            break
        comma = units[k].kind == "mark" and words[units[k].first].text == ","
        conj = units[k].kind == "conjunction" and words[units[k].first].low in {"and", "or"}
        step = 1
        if comma and units[k + 1].kind == "conjunction" and words[units[k + 1].first].low in {"and", "or"}:
            conj, step = True, 2
        if not (comma or conj) or k + step >= len(units) or units[k + step].kind != "phrase":
            break
        behind = k + step + 1
        while behind + 1 < len(units) and words[units[behind].first].low in _OF and units[behind + 1].kind == "phrase":
            behind += 2  # "in Lima, and *33 of these people* were flown on"
        following = units[behind] if behind < len(units) else None
        starts_clause = following is not None and following.kind == "verb" and not following.to and (
            _has_told(words, units, n)
            and words[following.head].tag != "mark"
            and (
                not words[following.head].low.endswith("ing")
                or (words[following.first].tag == "auxiliary" and words[units[k + step].first].tag == "name")
            )
        )  # fmt: skip
        paired = n > 0 and words[units[n - 1].first].low == "between"  # "travelling between Paris and Rome was …"
        last = units[k + step - 1]
        paired = paired or (last.kind == "conjunction" and words[last.first].low == "or" and len(members) > 1)
        is_he = following is not None and following.kind == "verb" and words[units[k + step].first].low in NOMINATIVE
        if (starts_clause and not paired) or is_he or _is_aged_subject(words, units, k + step, n):
            break  # "they split, and *she went* to Lyon"
        if (
            conj
            and comma
            and not paired
            and _near_finite(words, units, n)
            and _has_verb_of_its_own(words, units, k + step)
        ):
            break  # "closed the road, and *troops, whose* arms were old, *left*"
        is_apart = conj and _is_time(words, phrases, units[n]) and not _is_time(words, phrases, units[k + step])
        if is_apart or (comma and not conj and _opens_on_a_name(words, units, phrases, n, k + step)):
            break  # "on Friday, and *90 of them* left"
        members.append(k + step)
        k += step + 1
        if conj:
            joined, at = True, members[-1]
            if not _goes_on(words, units, k) and not (
                paired and len(members) == _PAIR and _names_more(words, units, k)
            ):  # fmt: skip
                break  # but on in "tea *and rice* and wheat", "between Oslo and *Lima, Quito and Cali*"
    if (
        joined
        and _opens_with_phrase(words, units, phrases, n)
        and units[at + 1 : at + 2]
        and units[at + 1].kind == "verb"
        and (len(members) > 2)
    ):  # "In Paris, Spain and Italy agreed": the list behind the comma is the subject
        _coordinate(words, units, phrases, members[1])
        return members[1] - 1
    if joined:
        outer = len(members) == 2 and (
            _joins_whose_it_is(words, units, phrases, n, members[1])
            or _joins_in_parallel(words, units, phrases, n, members[1])
        )
        numbers = tuple(units[m - 2 * (outer and m == n)].number for m in members)
        for number in numbers:
            phrases[number] = phrases[number]._replace(beside=numbers)
        return at
    then = next((u for u in units[members[1] + 1 : members[1] + 3] if u.kind != "other"
                 and words[u.first].text not in _QUOTES), None) if members[1:] else None  # fmt: skip
    after = "" if then is None else then.kind
    leads = len(members) > 1 and (
        (after == "prep" and _opens_the_main_clause(units, n, members[1]))
        or (after == "prep" and _acts(words, units, n, members[1]))
        or _opens_on_a_spot(words, units, phrases, n, members[1])
        or _is_of_no_place(words, units, phrases, n, members[1])
    )
    if len(members) > 1 and (leads or _is_behind_an_opening(words, units, n)):
        return n
    is_free = (after != "verb" or _is_told_of_one(words, units, members)) and not _speaks(words, units, members)
    if len(members) > 1 and is_free and not _opens_with_phrase(words, units, phrases, n) and not (
        is_when(words, phrases[units[n].number], [(0,)]) or _is_it(words, phrases, units[n])
    ):  # fmt: skip
        one, other = units[members[0]].number, units[members[1]].number
        phrases[other] = phrases[other]._replace(same_as=one)
    return n


def _joins_whose_it_is(words: list[Word], units: list[Piece], phrases: list[Phrase], n: int, other: int) -> bool:
    """Whether "and" joins those whom "of" tells more of, not its object: "*the mayor* of Lyon and *two aides* left"."""
    if n < 2 or units[n - 1].kind != "prep" or units[n - 2].kind != "phrase" or (
        words[units[n - 1].first].low not in {"of", "from"}
    ):  # fmt: skip
        return False
    outer, of, joined = (words[phrases[units[k].number].head] for k in (n - 2, n, other))
    is_place = of.tag == "name" or not noun_classes(of.low) & _PARTY
    goes = joined.tag in {"noun", "name"} and "person" in noun_classes(joined.low)
    return is_place and goes and outer.tag in {"noun", "name"} and "person" in noun_classes(outer.low)


def _joins_in_parallel(words: list[Word], units: list[Piece], phrases: list[Phrase], n: int, other: int) -> bool:
    """Whether "and" joins two that each have their "in": "to *a mill* in Lagos and *a port* in Ghana"."""
    if n < 2 or units[n - 2].kind != "phrase" or words[units[n - 1].first].low not in _IN:
        return False
    k = other + 1
    while k + 1 < len(units) and words[units[k].first].low == "of" and units[k + 1].kind == "phrase":
        k += 2  # "the port *of Tema* in Ghana"
    if units[k + 1 : k + 2] == [] or units[k + 1].kind != "phrase" or words[units[k].first].low not in _IN:
        return False
    outer, within, joined, behind = (words[phrases[units[m].number].head] for m in (n - 2, n, other, k + 1))
    is_alike = outer.tag == joined.tag and outer.tag in {"noun", "name"}
    is_alike = is_alike or (joined.tag == "name" and words[units[other].first].low == "the" and outer.tag == "noun")
    return is_alike and within.tag == behind.tag == "name" and not any(one.low in MONTHS for one in (within, behind))


_IN: Final = frozenset(("in", "near", "outside"))


def _is_of_no_place(words: list[Word], units: list[Piece], phrases: list[Phrase], n: int, other: int) -> bool:
    """Whether somebody is told of behind a place, which they cannot be: "after a quake in *Peru*, *the king* flew"."""
    if n < 1 or units[n - 1].kind != "prep" or words[units[n - 1].first].low != "in":
        return False
    head, then = words[phrases[units[n].number].head], words[phrases[units[other].number].head]
    is_who = words[units[other].first].low == "the" and then.tag == "noun" and noun_classes(then.low) == {"person"}
    return head.tag == "name" and is_who


def _opens_on_a_spot(words: list[Word], units: list[Piece], phrases: list[Phrase], n: int, other: int) -> bool:
    """Whether what a sentence opens with ends at a place: "Asked if he would go to *Bari*, *the envoy*, … said"."""
    first = units[0]
    opens = first.kind == "subordinator" or (first.kind == "verb" and words[first.first].low.endswith(("ed", "ing")))
    if not opens or units[n - 1].kind != "prep" or words[units[n - 1].first].low not in {"to", "in", "at", "from"}:
        return False
    then = words[phrases[units[other].number].head]
    told = any(unit.kind == "verb" for unit in units[:n]) and all(unit.kind != "mark" for unit in units[:n])
    is_who = words[units[other].first].low == "the" and then.tag == "noun" and "person" in noun_classes(then.low)
    is_who = is_who or (then.tag == "name" and is_first_name(words[units[other].first].low))
    return told and is_who and units[other + 1 : other + 2] != [] and units[other + 1].kind in {"mark", "verb"}


def _opens_on_a_name(words: list[Word], units: list[Piece], phrases: list[Phrase], n: int, other: int) -> bool:
    """Whether a comma closes an opening clause at a name: "As fires neared *Bari*, residents and guests …"."""
    if units[0].kind != "subordinator" or any(unit.kind in _JOINS for unit in units[1:n]):
        return False
    head, then = words[phrases[units[n].number].head], words[phrases[units[other].number].head]
    told = any(unit.kind == "verb" for unit in units[1:n])
    return told and head.tag == "name" and then.tag == "noun" and then.low.endswith("s") and (
        "person" in noun_classes(then.low)
    )  # fmt: skip


def _leads_on(units: list[Piece], verb: int, n: int) -> bool:
    """Whether what is said begins with the phrases up to a piece: "said *a group of nurses and their aides* left"."""
    k = verb + 1
    if units[k : k + 1] and units[k].kind == "subordinator":
        k += 1
    while k + 1 < n and units[k].kind == "phrase" and units[k + 1].kind in {"prep", "conjunction"}:
        k += 2
    return k == n or (k == n - 1 and units[k].kind == "subordinator")  # "said that *when Roa and Diaz* left"


def _goes_on(words: list[Word], units: list[Piece], k: int) -> bool:
    """Whether one more is joined by an "and" of its own: "tea and rice *and wheat*"."""
    return units[k : k + 1] != [] and units[k].kind == "conjunction" and words[units[k].first].low == "and"


def _names_more(words: list[Word], units: list[Piece], k: int) -> bool:
    """Whether a list of names up to another "and" follows, and no clause of its own: "*, Lima and Quito* in May"."""
    while k + 1 < len(units) and units[k].kind in _JOINS and units[k + 1].kind == "phrase":
        if any(word.tag != "name" for word in words[units[k + 1].first : units[k + 1].last]):
            return False
        if units[k].kind == "conjunction":
            return k + 2 >= len(units) or units[k + 2].kind != "verb"
        if words[units[k].first].text != ",":
            return False
        k += 2
    return False


def _past_age(words: list[Word], units: list[Piece], k: int) -> int:
    """Past how old somebody is or a bracket: "Ana Roa*, 47*, and Leo Paz, 50, left", "Chad *(in May)* and Mali"."""
    if units[k].kind == "mark" and words[units[k].first].text == "(":
        ends = (m + 1 for m in range(k + 1, min(len(units), k + _BRACKET)) if words[units[m].first].text == ")")
        return next(ends, k)
    is_aged = [unit.kind for unit in units[k : k + 3]] == ["mark", "other", "mark"] and (
        words[units[k + 1].first].tag == "number"
    )
    return k + 2 if is_aged else k


def _is_it(words: list[Word], phrases: list[Phrase], unit: Piece) -> bool:
    """Whether a pronoun that is an object has no other name behind a comma: "had expected *it*, the ship left"."""
    return words[phrases[unit.number].head].low in {"it", "them", "him", "us"}


def _is_time(words: list[Word], phrases: list[Phrase], unit: Piece) -> bool:
    return is_when(words, phrases[unit.number], [(0,)])


def _has_told(words: list[Word], units: list[Piece], n: int) -> bool:
    """Whether a clause is told before a phrase, so that "and" behind it may begin the next one."""
    if _is_in_opening(words, units, n) or _is_in_relative(units, n) or (n and units[n - 1].kind == "subordinator"):
        return False  # "… *as* troops *and* rebels *left*"
    verbs = [number for number, unit in _near(units, n) if unit.kind == "verb"]
    hangs = [number for number in verbs if _is_of_noun(words, units, number)]
    for number in verbs:
        is_said = words[units[number].head].low in forms_in("said")
        leads = is_said and any(_leads_on(units, number, end) for end in (n, *(k - 1 for k in hangs)))
        if number not in hangs and not leads:
            return True  # no "said *trucks carrying rice and fuel* left"
    return False


def _near_finite(words: list[Word], units: list[Piece], n: int) -> bool:
    """Whether a verb that may be finite stands shortly before a piece."""
    return any(unit.kind == "verb" and not _is_of_noun(words, units, number) for number, unit in _near(units, n))


def _has_verb_of_its_own(words: list[Word], units: list[Piece], k: int) -> bool:
    """Whether a verb follows whose subject a phrase is, behind an aside or what else is told of it."""
    n = k + 1
    is_open = False  # an aside between two marks
    while n < min(len(units), k + 18):
        unit = units[n]
        if unit.kind == "mark" and words[unit.first].text in {",", "—", "–", "(", ")"}:
            is_open = not is_open
        elif unit.kind == "verb" and not is_open and not unit.to:
            low = words[unit.head].low
            told = words[unit.first].tag == "auxiliary" or bool(verb_tags(low) & {"VBD", "VBZ"})
            hangs = n + 1 < len(units) and units[n + 1].kind == "prep" and "VBN" in verb_tags(low) and n == k + 1
            if told and not (hangs and words[unit.first].tag != "auxiliary"):
                return True
        elif unit.kind in {"conjunction", "subordinator", "mark"} and not is_open:
            return False
        n += 1
    return False


def _near(units: list[Piece], n: int) -> list[tuple[int, Piece]]:
    """The pieces of a clause shortly before one, with their numbers."""
    first = _begin_of_clause(units, n, max(0, n - 6))
    return list(enumerate(units[first:n], first))


def _begin_of_clause(units: list[Piece], n: int, first: int) -> int:
    """Where the clause of a piece begins: "it rained, but *vans* carrying soap and flour left"."""
    for k in range(n - 1, max(0, first - 1), -1):
        joins = units[k].kind == "conjunction" and units[k - 1].kind == "mark"
        if (joins or units[k].kind == "subordinator") and units[k + 1].kind == "phrase":
            return k + 1
    return first


def _is_of_noun(words: list[Word], units: list[Piece], k: int) -> bool:
    """Whether a verb only tells more of the subject before it: "trucks *carrying* food and fuel entered Gaza"."""
    unit = units[k]
    low = words[unit.head].low
    begin = _begin_of_clause(units, k, 0)
    before = next((n for n in range(k - 1, begin - 1, -1) if units[n].kind == "verb"), None)
    is_said = (
        before is not None and words[units[before].head].low in forms_in("said") and _leads_on(units, before, k - 1)
    )
    if not k or units[k - 1].kind != "phrase" or words[unit.first].tag == "auxiliary" or (
        before is not None and not is_said  # "*said trucks* carrying food and fuel entered Gaza"
    ):  # fmt: skip
        return False
    return (
        low.endswith("ing")
        or hangs_on_the_first(words, units, k)
        or (low in _LADEN and words[unit.last].low == "with" if unit.last < len(words) else False)
    )


def _is_behind_an_opening(words: list[Word], units: list[Piece], n: int) -> bool:
    """Whether the comma behind a phrase closes what opens a sentence: "Unable to find *work*, Ana Roa, 22, left"."""
    opened = next((k for k in range(min(n, 3)) if units[k].kind == "verb"), None)
    if opened is None or any(
        unit.kind in {"mark", "verb", "subordinator", "relative"} for unit in units[opened + 1 : n]
    ):
        return False
    verb = units[opened]
    is_open = verb.to or words[verb.first].low.endswith("ing")
    return is_open and all(unit.kind in {"other", "prep"} for unit in units[:opened])  # "*After* refuelling in …"


def _opens_the_main_clause(units: list[Piece], n: int, k: int) -> bool:
    """Whether a phrase behind a comma is a subject: "After it left Bari, *the first* of the boats sank"."""
    opened = next((m for m in range(n) if units[m].kind == "subordinator"), n)
    if opened > 3 or opened == n or any(unit.kind == "mark" for unit in units[opened:n]):
        return False
    while k + 2 < len(units) and units[k + 1].kind == "prep" and units[k + 2].kind == "phrase":
        k += 2
    return units[k + 1 : k + 2] != [] and units[k + 1].kind == "verb" and not units[k + 1].to


def _acts(words: list[Word], units: list[Piece], n: int, k: int) -> bool:
    """Whether a phrase behind a comma has a verb of its own: "that, on Friday, *homes in Bari were* hit"."""
    if n < 2 or units[n - 1].kind != "prep" or units[n - 2].kind != "mark":
        return False
    while k + 2 < len(units) and units[k + 1].kind == "prep" and units[k + 2].kind == "phrase":
        k += 2
    verb = units[k + 1] if units[k + 1 : k + 2] and units[k + 1].kind == "verb" else None
    if verb is None or verb.to:
        return False
    first = words[verb.first]
    forms = verb_tags(words[verb.head].low)
    return first.low[-3:] != "ing" and (first.tag == "auxiliary" or "VBN" not in forms)


def _is_in_opening(words: list[Word], units: list[Piece], n: int) -> bool:
    """Whether all before a phrase is what its sentence opens with: "Having crossed Chad, *Roa* and her son left"."""
    if n < 2 or units[n - 1].kind != "mark" or words[units[n - 1].first].text != ",":
        return False
    opens = units[0].kind in {"subordinator", "prep"} or (
        units[0].kind == "verb" and words[units[0].first].low.endswith(("ing", "ed"))
    )
    return opens and all(unit.kind not in {"mark", "conjunction"} for unit in units[1 : n - 1])


def _is_in_relative(units: list[Piece], n: int) -> bool:
    """Whether a list ends what is told of the subject: "*Fans who had come from Oslo and Bari* queued"."""
    opened = next((k for k in range(n - 1, 0, -1) if units[k].kind in {"relative", "mark", "conjunction"}), 0)
    return opened > 0 and units[opened].kind == "relative" and units[n - 1].kind == "prep" and not any(
        unit.kind in {"verb", "mark"} for unit in units[:opened]
    )  # fmt: skip


def _is_aged_subject(words: list[Word], units: list[Piece], k: int, n: int) -> bool:
    """Whether a phrase is a later subject with an age or a speaker behind it: "… and *the teacher*, 50, left"."""
    if (
        k + 1 >= len(units)
        or units[k + 1].kind != "mark"
        or all(one.kind != "verb" for one in units[max(0, n - 9) : n])
    ):
        return False
    kinds = [unit.kind for unit in units[k + 1 : k + 6]]
    if kinds == ["mark", "phrase", "verb", "mark", "verb"]:  # "… and *the crew*, the guild said, flew"
        return words[units[k + 3].head].low in forms_in("said")
    if kinds[:4] not in (["mark", "phrase", "mark", "verb"], ["mark", "other", "mark", "verb"]):
        return False
    age = units[k + 2]
    return words[age.first].tag == "number" and age.last - age.first == 1


def _opens_with_phrase(words: list[Word], units: list[Piece], phrases: list[Phrase], n: int) -> bool:
    """
    Whether a phrase is the object of a preposition that opens its sentence, with no verb before it.

    "In *early* 2016, …", "Six weeks after *the coup*, the president …", "On Friday, an hour before *dawn*, …"
    """
    if n < 1 or not _governs(words, units[n - 1]):
        return False
    counts_from = units[0].kind == "phrase" and words[units[n - 1].first].low in {"after", "before"}
    if units[0].kind != "prep" and not (counts_from and _is_time(words, phrases, units[0])):
        return False
    return all(
        _governs(words, unit)
        or unit.kind == "conjunction"  # "Because of the frost *and* a strike, a ship …"
        or (unit.kind == "mark" and words[unit.first].text == ",")
        or (unit.kind == "phrase" and (not k or units[k - 1].kind != "mark" or _is_time(words, phrases, unit)))
        for k, unit in enumerate(units[:n])
    )


def _governs(words: list[Word], unit: Piece) -> bool:
    """Whether a piece may stand before the phrase that an opening ends with; "after" may be tagged for a clause."""
    return unit.kind in {"prep", "other"} or (unit.kind == "subordinator" and words[unit.first].low in _WHEN)


_WHEN: Final = frozenset(("after", "before"))


def _speaks(words: list[Word], units: list[Piece], members: list[int]) -> bool:
    """Whether a phrase behind a comma says what stands before it: "… to Spain, *two people close to Roa said*."."""
    if len(members) < 2:
        return False
    k = members[1] + 1
    while k + 1 < len(units) and units[k].kind == "prep" and units[k + 1].kind == "phrase":
        k += 2
    is_verb = k < len(units) and units[k].kind == "verb" and words[units[k].head].low in forms_in("said")
    k += 1 + (is_verb and units[k + 1 : k + 2] != [] and units[k + 1].kind == "phrase")  # "told *reporters*"
    return is_verb and (k == len(units) or units[k].kind == "mark")


def _is_told_of_one(words: list[Word], units: list[Piece], members: list[int]) -> bool:
    """Whether a participle hangs on what stands beside a name: "Lars Holm, *a Dane held* in Mali, was freed"."""
    one, other = units[members[0]], units[members[1]]
    verb = units[members[1] + 1 : members[1] + 3]
    if len(verb) < 2 or verb[0].kind != "verb" or verb[1].kind != "prep" or verb[0].last - verb[0].first > 1:
        return False
    is_one = words[one.last - 1].tag == "name" and words[other.first].low in {"a", "an"}
    return is_one and words[verb[0].head].lemma not in STAYS_FINITE and "VBN" in verb_tags(words[verb[0].head].low)


def joins_phrases(units: list[Piece], phrases: list[Phrase], k: int) -> bool:
    """Whether the "and" at a piece joins two noun phrases, and no two clauses."""
    return (
        0 < k < len(units) - 1
        and units[k + 1].kind == "phrase"
        and len(phrases[units[k + 1].number].beside) > 1
        and phrases[units[k + 1].number].beside[0] != units[k + 1].number
    )


def joined_with(phrases: list[Phrase], number: int) -> tuple[int, ...]:
    """A phrase with those that "and" joins it to, in order."""
    return phrases[number].beside or (number,)
