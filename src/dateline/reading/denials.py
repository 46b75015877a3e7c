"""Who denies what: by a verb, by a noun ("denials from Kigali"), or by calling it untrue."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from dateline.reading.denial import POINTS, Denial, Read, heads
from dateline.reading.hedging.asides import times
from dateline.reading.hedging.hedge import is_noun_here, negation_before
from dateline.reading.hedging.phrases import phrase_ending, saying_forms, speaker_after, speakers
from dateline.reading.hedging.sources import Attribution, attribution, subject_before
from dateline.reading.judgments import by_phrase
from dateline.reading.text.content import content_words
from dateline.reading.text.forms import AUXILIARIES, forms_of, lemmas, verb_tags
from dateline.reading.text.wordlists import phrases_by_first, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.reading.hedging.certainty import Certainties
    from dateline.reading.hedging.scopes import Line, Reach
    from dateline.reading.hedging.status import Hedges

__all__ = ["denials"]


def denials(certainties: Certainties, /) -> list[Denial]:
    """
    Find the denials of an article, in order.

    Examples
    --------
    >>> from dateline.reading.text.article import parse
    >>> from dateline.reading.hedging.certainty import certainties
    >>> text = "Kenya shipped tea to Oman, a trader said. Nairobi denied the shipment."
    >>> [text[slice(*denial.of)] for denial in denials(certainties(parse(text)))]
    ['the shipment']
    """
    return [
        denial
        for n, low in enumerate(certainties.lows)
        if _may_deny(low)
        for found in certainties.pieces(n)
        for denial in list(_by_verb(found, n))
        or [*_by_noun(found, n), *_by_plea(found, n), *by_phrase(certainties, found, n)]
    ]


def _may_deny(low: list[str]) -> bool:
    """Whether a sentence has a word or a phrase of denying; most have none, and their hedges are never asked for."""
    if not _denying_words().isdisjoint(low):
        return True
    untrue = phrases_by_first("denials", "untrue")
    return not untrue.keys().isdisjoint(low) and any(
        tuple(low[n : n + len(phrase)]) == phrase
        for n, word in enumerate(low)
        if word in untrue
        for phrase, _ in untrue[word]
    )


@cache
def _denying_words() -> frozenset[str]:
    """Every verb and noun of denying."""
    return frozenset((*_verbs(), *words("denials", "nouns", "denying"), "guilty"))


@cache
def _verbs() -> dict[str, bool]:
    """Every form of the verbs of denying, and whether only a saying can be its object."""
    return {
        form: key == "sayings"
        for key in ("sayings", "always")
        for verb in words("denials", "verbs", key)
        for form in forms_of(verb)
    }


def _by_verb(found: Hedges, n: int) -> Iterator[Denial]:
    made = found.line
    for k, word in enumerate(made.low):
        if word not in _verbs() or negation_before(made.low, k) is not None:
            continue
        start = max(made.clause_of(k)[0], k - _SUBJECT_HAS)
        if not _NOBODY.isdisjoint(made.low[start:k]):
            continue  # "*nobody* denies that", "*neither* the owner nor the captain has denied it"
        hung = _hung(made, k)
        if hung is None and is_noun_here(made, k):
            continue  # "a charge the firm *rejects*" is a verb wherever its words are
        read = _passive(made, k) or hung or _plain(made, k)
        if read is None or not read.who:
            continue
        first, last = read.of
        objects = heads(made, first, last)
        if _is_refused(made, first, objects) or _is_dropped(made, k, read.of, objects):
            continue
        is_back = first == last or _points_back(made, first, last)
        of_saying = is_back or bool(objects & words("denials", "objects", "sayings"))
        if _verbs()[word] and (not of_saying or first == last):
            continue
        of = found.span(first, last) if first < last else (made.run[k].end, made.run[k].end)
        owned = _owned(made, first, last)
        denied = found.text[of[0] if owned is None else made.run[owned].start : of[1]]
        yield Denial(
            who=tuple(found.span(*who) for who in read.who),
            at=found.span(*read.at),
            verb=found.span(k, k + 1),
            of=of,
            words=frozenset() if is_back else content_words(_without_craft(denied)) - times(),
            is_of_saying=of_saying,
            sentence=n,
            hangs=read is hung and made.low[read.of[0]] in _HUNG_BY,
            owner=None if owned is None or made.low[first] in _WHOSE else found.span(first, owned),
        )


_WHOSE: Final = frozenset("its their his her your my our".split())


def _owned(made: Line, first: int, last: int) -> int | None:
    """Where a saying begins, behind whose it is, that is all of what is denied: "the group's *account*"."""
    if last - first < 2 or made.low[last - 1] not in words("denials", "objects", "sayings"):
        return None
    if made.low[first] in _WHOSE:
        return first + 1
    marks = [n for n in range(first, last) if made.low[n] in {"'s", "’s", "'", "’"}]
    return marks[-1] + 1 if marks and "that" not in made.low[first:last] else None


_SUBJECT_HAS: Final = 8  # words, with what stands between it and its verb
_NOBODY: Final = frozenset(("nobody", "none", "neither", "nor"))


def _is_refused(made: Line, first: int, objects: set[str]) -> bool:
    """Whether something is refused, not denied: "denied *entry*"; who "denied *boarding the plane*" denies a deed."""
    refused = objects & words("denials", "objects", "refused")
    opener = {word for word in made.low[first : first + 2] if word.endswith("ing")} if len(objects) > 1 else set()
    return bool(refused - opener)


def _without_craft(text: str) -> str:
    """What is denied but for craft whose noun is a verb of sending too: "that *the ship* had a fault" ships nothing."""
    return _CRAFT.sub("", text)


_CRAFT: Final = re.compile(r"\b(?:the|an?|its|their|his|any|no) (?:ship|truck|train|ferry|barge)s?\b")


def _is_dropped(made: Line, k: int, of: Reach, objects: set[str]) -> bool:
    """Whether a court or a prosecutor lets charges drop: "*dismissed a charge against* Roa"."""
    is_charge = not objects.isdisjoint(("charge", "charges", "count", "counts"))
    return is_charge and made.low[k] in forms_of("dismiss") and "against" in made.low[of[0] : of[1]]


def _plain(made: Line, k: int) -> Read | None:
    """Read "Chad denies the charge": what is denied stands behind the verb."""
    said = attribution(made, k)
    if said is not None and said.who and said.who[0][0] > k and (subject := subject_before(made, k)) is not None:
        said = Attribution(subject[0], k + 1, k, speakers(made, subject), hangs=False)  # "The firm, of Lodz, rejects …"
    if said is not None and (whose := _who_states(made, said, k)) is not None:
        said = whose
    if said is None or not said.who or said.hangs or made.low[k + 1 : k + 2] in (["by"], []):
        return None
    if _is_passive(made, k):
        return None  # "was denied entry"
    end = max(_object_end(made, k), k + 1)
    first = _object_start(made, k + 1, end)
    last = next((j for j in range(first + 1, end) if made.low[j] in _ENDS_WHAT_IS_SAID), end)
    last = last if made.low[last : last + 1] == ["as"] else end  # "dismissed the statement *as propaganda*"
    return Read(said.who, (first, last), (min(said.start, k), end))


def _who_states(made: Line, said: Attribution, k: int) -> Attribution | None:
    """Whoever gives out the paper that denies: "*the palace* issued a statement denying the report"."""
    first, last = said.who[0] if said.who else (0, 0)
    if not first or last != k or made.low[last - 1] not in words("denials", "objects", "shown") | {"statement"}:
        return None
    subject = subject_before(made, first - 1) if "VBD" in verb_tags(made.low[first - 1]) else None
    return None if subject is None else Attribution(subject[0], k + 1, k, speakers(made, subject), hangs=False)


_ENDS_WHAT_IS_SAID: Final = frozenset(("as", "that", "of", "by", "about"))


def _object_start(made: Line, first: int, end: int) -> int:
    """Where what is denied begins, behind when and as what: "denied *on Friday* that", "rejected *as false* claims"."""
    low = made.low
    if (judged := _judged_till(made, first)) > first:
        return judged if judged < end else first
    if low[first : first + 1] == ["as"]:
        for n in range(first + 1, min(first + 4, end - 1)):
            behind = (n + len(phrase) for phrase, _ in phrases_by_first("denials", "untrue").get(low[n], ())
                      if tuple(low[n : n + len(phrase)]) == phrase)  # fmt: skip
            if (found := next(behind, end)) < end:
                return found + (low[found] in _CLOSING)
        is_called = low[first + 1 : first + 2] != [] and low[first + 1] in words("denials", "objects", "sayings")
        if is_called and first + 2 < end and low[first + 2] not in _ENDS_WHAT_IS_SAID:
            return first + 2  # "dismissed *as rumours* reports that"
    day = first + (low[first : first + 1] == ["on"])
    if day + 1 < end and low[day] in words("sources", "speakers", "times") and low[day] != "last":
        return day + 1
    return first


def _judged_till(made: Line, first: int) -> int:
    """Where a quoted judgment ends that opens what is denied: "dismissed *as “baseless and wild”* reports that"."""
    low = made.low
    opened = first + (low[first : first + 1] == ["as"])
    if low[opened : opened + 1] not in (["“"], ['"'], ["‘"], ["'"]):
        return first
    closed = next((j for j in range(opened + 2, min(len(low), opened + 9)) if low[j] in _CLOSING), None)
    if closed is None or closed + 1 >= len(low):
        return first
    untrue = phrases_by_first("denials", "untrue")
    words_ = range(opened + 1, closed)
    is_judged = any(tuple(low[n : n + len(phrase)]) == phrase for n in words_ for phrase, _ in untrue.get(low[n], ()))
    return closed + 1 if is_judged else first


_CLOSING: Final = frozenset(("”", '"', "’", "'"))


def _passive(made: Line, k: int) -> Read | None:
    """Read "the sale was denied by Chad" and "a charge denied by Chad": what is denied stands before the verb."""
    if made.low[k + 1 : k + 2] != ["by"]:
        return None
    who = speaker_after(made, k + 2)
    if who is None:
        return None
    first, last = made.clause_of(k)[0], k
    while last > first and (made.low[last - 1] in AUXILIARIES or made.low[last - 1].endswith("ly")):
        last -= 1
    if last == k or not _is_passive(made, k):  # a participle: its noun stands right before it
        of = phrase_ending(made, k - 1)
        if of is None or heads(made, *of).isdisjoint(words("denials", "objects", "sayings")):
            return None
        first, last = of
    if first == last:
        return None
    return Read(speakers(made, who), (first, last), (first, who[1]))


_SHORT: Final = frozenset(("that", "which"))
_HUNG_BY: Final = frozenset(("a", "an", "something", "one", "which"))
_VAGUE: Final = frozenset(("something", "one"))


def _hung(made: Line, k: int) -> Read | None:
    """Read "…, a charge that Chad denies", "…, an allegation Chad has rejected", "…, which Chad denies"."""
    behind = made.low[k + 1] if k + 1 < len(made.low) else "."
    if behind[0].isalnum() and behind not in words("sources", "speakers", "times") | {"on", "in", "at"}:
        return None  # an object of its own
    subject = subject_before(made, k)
    if subject is None:
        return None
    first, last = subject
    sayings = words("denials", "objects", "sayings") | _VAGUE
    opener = first - 1
    if opener > 0 and made.low[opener] in _SHORT:
        noun = phrase_ending(made, opener - 1) if made.low[opener - 1] != "," else None
        if noun is not None and not sayings.isdisjoint(made.low[noun[0] : noun[1]]):
            return Read(speakers(made, subject), noun, (noun[0], k + 1))
        if made.low[opener] == "which" and made.low[opener - 1] == ",":
            return Read(speakers(made, subject), (opener, opener + 1), (opener, k + 1))
        return None
    if first and made.low[first - 1] in sayings and (noun := phrase_ending(made, first - 1)) is not None:
        first = noun[0]  # "…, *an accusation* the mayor denies"
    if first == 0 or made.low[first - 1] not in {",", "—", "–", "-"}:
        return None
    noun_at = next((j for j in range(first, last - 1) if made.low[j] in sayings), None)
    if noun_at is None or not _begins_a_party(made, noun_at + 1):
        return None
    return Read(speakers(made, (noun_at + 1, last)), (first, noun_at + 1), (first, k + 1))


def _begins_a_party(made: Line, n: int) -> bool:
    """Whether a noun phrase begins at a token, with nothing between it and the noun before."""
    articles = words("sources", "speakers", "articles") | words("sources", "speakers", "pronouns") | {"both", "all"}
    return made.run[n].text[0].isupper() or made.low[n] in articles


_DOING: Final = frozenset(("doing", "having", "done", "ever"))


def _points_back(made: Line, first: int, last: int) -> bool:
    """Whether what is denied is a word that points back: "denied it", "has denied doing so"."""
    held = made.low[first:last]
    if held[-1:] and held[-1] in _INVOLVED and len(held) < _SUBJECT_HAS:
        return True  # "denied that its army was *involved*"
    if len(held) > 1 and held[0] in POINTS and held[1] in {"in", "on", "at", "to", "during", "through"}:
        return True  # "denied this in court"
    return held[-1:] != [] and held[-1] in POINTS and set(held[:-1]) <= _DOING


_INVOLVED: Final = frozenset(("involved", "responsible", "complicit"))


def _is_passive(made: Line, k: int) -> bool:
    while k > 1 and (made.low[k - 1].endswith("ly") or made.low[k - 1] in {"also", "later"}):
        k -= 1
    return made.low[k - 1 : k] != [] and made.low[k - 1] in {"was", "were", "been", "being", "is", "are", "be"}


def _object_end(made: Line, k: int) -> int:
    """Where what is denied ends: at a comma that begins something new, at a break, at the end."""
    end = made.clause_of(k)[1]
    for first, last in (*made.relatives, *made.quotes):
        if first <= k < last:
            end = min(end, last)
    for j in range(_judged_till(made, k + 1), end):
        if any(j in {first - 1, last} and k + 1 < first and last - first <= _SCARE for first, last in made.quotes):
            continue  # "denied that its *“volunteers”* had left"
        if made.low[j] in {",", ";", ".", "”", '"', "—", "–"} and j > k + 1 and (
            not made.is_around_a_relative(j) or any(a == j + 1 and b >= end - 1 for a, b in made.relatives)
        ):  # fmt: skip
            return j  # a relative up to the end is none of what is denied
        if made.low[j] in {"and", "but"} and j > k + 1 and _goes_on(made, j + 1) and (
            made.low[k + 1] != "that" or made.low[j + 1] in saying_forms()
        ):  # fmt: skip
            return j  # "denied the charge *and said* …", not "denied that it sent grain *and sold* rice"
        if made.low[j] in _ENDS_A_DENIAL and j > k + 1:
            return j
    return end - 1 if end and made.low[end - 1] == "." else end


_SCARE: Final = 3  # words in quotation marks that are no speech
_ENDS_A_DENIAL: Final = frozenset("after before when while although but though saying insisting".split())


def _goes_on(made: Line, n: int) -> bool:
    """Whether a finite verb begins here: what stands before "and" is done with."""
    word = made.low[n] if n < len(made.low) else ""
    if word in AUXILIARIES or word in saying_forms():
        return True
    return bool(verb_tags(word) & {"VBD", "VBZ"}) and "NOUN" not in lemmas(word) and "ADJ" not in lemmas(word)


def _by_plea(found: Hedges, n: int) -> Iterator[Denial]:
    """Read "pleaded *not guilty to* smuggling tea", "pleaded not guilty" to what was told before."""
    made = found.line
    for k, word in enumerate(made.low):
        if word != "guilty":
            continue
        verb = next((j for j in range(k - 1, max(-1, k - 4), -1) if made.low[j] in forms_of("plead")), None)
        if verb is None or "not" not in made.low[verb:k]:
            continue
        subject = subject_before(made, verb)
        if subject is None:
            continue
        first = k + 1 + (made.low[k + 1 : k + 2] == ["to"])
        last = _object_end(made, k + 1) if first > k + 1 else first
        is_of_saying = first >= last or not heads(made, first, last).isdisjoint(words("denials", "objects", "sayings"))
        of = (made.run[k].end, made.run[k].end) if is_of_saying else found.span(first, last)
        yield Denial(
            who=tuple(found.span(*who) for who in speakers(made, subject)),
            at=found.span(subject[0], max(last, k + 1)),
            verb=found.span(verb, k + 1),
            of=of,
            words=content_words(found.text[of[0] : of[1]]),
            is_of_saying=is_of_saying,
            sentence=n,
        )


def _by_noun(found: Hedges, n: int) -> Iterator[Denial]:
    """Read "despite denials from Kigali", "Moscow's denial that …"."""
    made = found.line
    for k, word in enumerate(made.low):
        if word not in words("denials", "nouns", "denying"):
            continue
        after = made.low[k + 1] if k + 1 < len(made.low) else "."
        first = k
        if after in {"from", "by"}:
            who = speaker_after(made, k + 2)
            last = k + 1 if who is None else who[1]
        else:
            owner = next((j for j in range(k - 1, max(-1, k - 4), -1) if made.low[j] in {"'s", "’s", "'", "’"}), None)
            who = None if owner is None else phrase_ending(made, owner - 1)
            if who is not None and made.low[who[0] - 1 : who[0] + 3] == ["in", "the", "face", "of"]:
                who = who[0] + 3, who[1]
            last, first = k + 1, k if who is None else who[0]
        if who is None:
            continue
        end = _object_end(made, last - 1) if made.low[last : last + 1] in (["that"], ["of"]) else last
        of = found.span(last, end) if last < end else (made.run[k].end, made.run[k].end)
        yield Denial(
            who=tuple(found.span(*one) for one in speakers(made, who)),
            at=found.span(first, end),
            verb=found.span(k, k + 1),
            of=of,
            words=content_words(found.text[of[0] : of[1]]),
            is_of_saying=last == end,
            sentence=n,
        )
