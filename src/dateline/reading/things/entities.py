"""What a sentence brings up: people, things and places, for words to point back to."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from dateline.reading.amounts.numbers import cardinals
from dateline.reading.grammar.pieces import MONTHS
from dateline.reading.text.classes import classes_of, noun_table, place_words
from dateline.reading.text.forms import AUXILIARIES, is_base, lemmas, noun_lemma, verb_tags
from dateline.reading.text.nouns import dictionary_classes, is_first_name
from dateline.reading.text.wordlists import words
from dateline.reading.things.entity import POINTING, STOPS, Entity, Named, is_subject
from dateline.reading.things.persons import acts_behind_aside, gender_of, persons_in

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from dateline.reading.text.sentences import Token

__all__ = ["entities"]


_OPENS_A_VERB: Final = frozenset(("to", "will", "would", "can", "could", "may", "might", "must", "shall", "should"))
_ARE: Final = frozenset(("is", "are", "was", "were", "been", "be"))


def entities(  # noqa: PLR0913
    text: str,
    run: Sequence[Token],
    n: int,
    /,
    *,
    toponyms: Sequence[Named] = (),
    known: Collection[str] = (),
    craft: Mapping[str, Entity] | None = None,
) -> list[Entity]:
    """
    Find the people, things and places that a sentence brings up, in order; see `references`.

    Parameters
    ----------
    text
        The text that spans count in.
    run, n
        The tokens of the sentence, one at least, and its number.
    toponyms
        Its place names.
    known
        Surnames of people named in full before it.
    craft
        Ships and the like that were named before it, by the last word of their name.
    """
    found = _in_sentence(text, run, n, toponyms, known)
    names = [one.at for one in found if one.name is not None and one.sort == "thing"]
    found = [one for one in found if not any(a < one.at[0] < b for a, b in names)]  # "the tanker *S. Roa*" is nobody
    if craft:
        found += _craft_again(run, n, craft, found)
    return sorted(found, key=lambda entity: entity.at)


def _craft_again(run: Sequence[Token], n: int, craft: Mapping[str, Entity], found: list[Entity]) -> list[Entity]:
    """Ships that are called by their name alone, once they were told of: "*The Zarina* docked"."""
    low = [word.low for word in run]
    again = []
    for k, word in enumerate(run):
        if word.text not in craft or any(one.at[0] < word.end and word.start < one.at[1] for one in found):
            continue
        is_the = k > 0 and low[k - 1] == "the"
        again.append(
            Entity(
                (run[k - is_the].start, word.end), "thing", craft[word.text].classes, is_plural=False,
                is_subject=is_subject(low, k), sentence=n, name=word.text,
            )
        )  # fmt: skip
    return again


def _in_sentence(
    text: str, run: Sequence[Token], n: int, toponyms: Sequence[Named], known: Collection[str] = ()
) -> list[Entity]:
    low = [word.low for word in run]
    starts = [word.start for word in run]
    taken = {
        k
        for t in toponyms
        if not _is_by_chance(text, t)
        for k in _words_between(starts, t.start, t.end)
        if run[k].end <= t.end
    }
    found = [
        Entity(
            at=(toponym.start, toponym.end),
            sort="place",
            classes=_kinds(toponym.place),
            is_plural=False,
            is_subject=is_subject(low, _word_that_ends(run, starts, toponym.end))
            and not _is_governed(low, bisect_left(starts, toponym.start)),
            sentence=n,
            name=None,
        )
        for toponym in toponyms
        if toponym.place is not None and getattr(toponym, "sort", "place") not in {"demonym", "language"}
    ]
    found += _peoples(run, starts, n, toponyms)
    persons = persons_in(text, run, n, taken, known)
    used = {k for entity in persons for k in _words_between(starts, *entity.at)}
    found += persons
    for k, word in enumerate(low):
        if "-" in word:
            if word.startswith("ex-"):
                word = low[k] = word[3:]  # noqa: PLW2901 -- "the *ex-soldier*" is called as soldiers are
            if word.endswith("-old") and k not in used and not _is_described(run, k + 1):
                found += _aged(run, low, (_phrase_start(run, low, k, used), k), n)
                continue
        if not _brings_up(word) or k in used or (k in taken and word not in noun_table()):
            continue
        following = low[k + 1] if k + 1 < len(low) else ""
        if k > 1 and low[k - 1].endswith("ly") and low[k - 2] in _OPENS_A_VERB and is_base(word):
            continue  # "able to safely *board* the rest"
        if word in noun_table():
            if word == "national" and following and run[k].text[0].isupper() and run[k + 1].text[0].isupper():
                continue  # "Banff *National* Park"
            if following in _OF_STORMS and "storm" in noun_table()[word][0]:
                continue  # "the National Hurricane Center"
            if following in {"'s", "’s"} and "people" in noun_table()[word][0]:
                continue  # "a diplomat's wife" is no diplomat
            if following in noun_table() or (following in words("reference", "person", "roles")):
                continue  # "boat crews", "aid workers": the head comes after
            if noun_table()[word][0] == {"people"} and not noun_table()[word][1] and _goes_on(low, k + 1):
                continue  # "national radio"
            reach = _phrase_start(run, low, k, used), k
            if not _is_said_of_another(low, reach[0]) and not _is_way(run, low, reach):
                found.append(_thing(run, low, reach, n, named=_named_behind(run, low, k, taken, known)))
        elif word not in place_words():
            if k + 1 not in used and following not in _POSSESSIVE and not _goes_on(low, k + 1):
                start = _phrase_start(run, low, k, used)
                if not _is_said_of_another(low, start) and not _is_beside_name(low, (start, k), used):
                    found += _whoever(run, low, (start, k), n)
        elif (
            word in place_words()
            and k
            and (low[k - 1] in POINTING or "-" in low[k - 1] or _is_measure(low, k - 1))
            and not _goes_on(low, k + 1)
        ):
            start = _phrase_start(run, low, k, used)
            if low[start] in POINTING:
                found.append(
                    Entity(
                        (run[start].start, run[k].end), "place", place_words()[word], is_plural=False,
                        is_subject=is_subject(low, k), sentence=n, points_back=True,
                    )
                )  # fmt: skip
    return found


def _peoples(run: Sequence[Token], starts: list[int], n: int, toponyms: Sequence[Named]) -> list[Entity]:
    """Those who are called by where they are from: "*Two Britons* fled", "about *90 Iraqis*"."""
    low = [word.low for word in run]
    found = []
    for toponym in toponyms:
        k = _word_that_ends(run, starts, toponym.end)
        if getattr(toponym, "sort", "place") != "demonym" or low[k][-1:] != "s" or low[k].endswith("ss"):
            continue
        if k + 1 < len(run) and (run[k + 1].text[0].isupper() or _goes_on(low, k + 1) or low[k + 1] in _POSSESSIVE):
            continue
        start = _phrase_start(run, low, k, set())
        found.append(
            Entity(
                (run[start].start, run[k].end), "thing", frozenset({"people"}), is_plural=True,
                is_subject=is_subject(low, k), sentence=n, head=low[k], points_back=low[start] in POINTING,
            )
        )  # fmt: skip
    return found


def _is_by_chance(text: str, toponym: Named) -> bool:
    """Whether a name that no atlas holds begins as people's names do: "Robert Hill"."""
    is_known = toponym.place is not None and not getattr(toponym, "inexact", False)
    return not is_known and is_first_name(text[toponym.start : toponym.end].split(maxsplit=1)[0].lower())


def _kinds(place: object) -> frozenset[str]:
    """What kinds of place a noun may call a place: "the kingdom" is no republic."""
    kind = str(getattr(place, "kind", ""))
    states = getattr(place, "countries", ()) if kind in {"country", "territory"} else ()
    is_kingdom = kind == "country" and not words("reference", "states", "kingdoms").isdisjoint(states)
    is_isle = not words("reference", "states", "islands").isdisjoint(states)
    return frozenset({kind} | ({"kingdom"} if is_kingdom else set()) | ({"isle"} if is_isle else set()))


@cache
def _heads() -> frozenset[str]:
    """Nouns that bring up a thing, or point back to somebody or to a place."""
    return frozenset((*noun_table(), *words("reference", "person", "roles"), *place_words()))


def _words_between(starts: list[int], start: int, end: int) -> range:
    """The words that begin within a span."""
    first = bisect_left(starts, start)
    return range(first, bisect_left(starts, end, lo=first))


def _word_that_ends(run: Sequence[Token], starts: list[int], end: int) -> int:
    """The word that a span ends with; 0 where there is none."""
    k = max(0, bisect_left(starts, end) - 1)
    return k if end <= run[k].end else 0


def _is_governed(low: list[str], k: int) -> bool:
    """Whether a preposition stands before a name: "a movement *in Yemen* said", of which Yemen says nothing."""
    before = low[k - 2 : k - 1] if low[k - 1 : k] == ["the"] else low[k - 1 : k]
    return k > 0 and before != [] and (before[0] in _PREPOSITIONS or before[0] == "and")


_OWN: Final = frozenset(("its", "their", "his", "her"))  # "its youth team" is none told before
_ARTICLES: Final = frozenset(("a", "an", "another", "one"))
_RELATIVES: Final = frozenset(("that", "which", "where", "when", "while"))
_OFFICE: Final = 3  # words, with the article: "the deputy prime minister"
_WAYS: Final = frozenset(("on", "by", "in", "at"))
_ONE_THING: Final = frozenset(("vessel", "aircraft", "vehicle", "body", "firm", "team"))
_OF_STORMS: Final = frozenset("center centre centers season warning warnings watch watches hunters relief".split())
_ONE_OF_MANY: Final = frozenset("first second third fourth fifth only latest".split())
_THEN: Final = frozenset(("now", "then", "once", "formerly", "still", "himself", "herself"))
_POSSESSIVE: Final = frozenset(("'s", "’s", "'", "’"))
_BE: Final = frozenset(("is", "was", "'s", "’s", "be", "been", "became", "becomes"))
_BESIDE_BE: Final = frozenset(("not", "also", "still", "never", "now", "once", "only", "just"))
_OPEN_SUBJECTS: Final = frozenset(("there", "it", "this", "that"))
_NEARLY: Final = frozenset("about around nearly almost roughly approximately over some".split())
_PREPOSITIONS: Final = frozenset(("in", "of", "near", "from", "at", "to", "off", "outside", "around", "across"))


def _goes_on(low: list[str], k: int) -> bool:
    """Whether a noun follows that the one before it only describes: "the port *authority*" is no port."""
    word = low[k] if k < len(low) else ""
    if not word.isalpha() or word in place_words() or word in STOPS or word in _RELATIVES:
        return False
    sorts = lemmas(word)
    return bool(classes_of(word)) or ("NOUN" in sorts and "VERB" not in sorts and "ADV" not in sorts)


def _is_measure(low: list[str], k: int) -> bool:
    return "ADJ" in lemmas(low[k])


def _named_behind(run: Sequence[Token], low: list[str], k: int, taken: Collection[int], known: Collection[str]) -> int:
    """How many words name a thing behind its noun: "the tanker *S. Roa*", "Hurricane *Ida*"."""
    if k + 1 >= len(run) or not run[k + 1].text[0].isupper():
        return 0
    if not _may_be_named(run, low, k) or k + 1 in taken or run[k + 1].text in known:  # "the boat *Roa* was sailing"
        return int(run[k].text[0].isupper())
    n = k + 1
    while n < len(run) and n not in taken and (
        run[n].text[0].isupper() or (low[n] == "." and len(low[n - 1]) == 1 and n + 1 < len(run))
    ):  # fmt: skip
        n += 1
    return n - k - 1


def _may_be_named(run: Sequence[Token], low: list[str], k: int) -> bool:
    """Whether a noun is of a ship or a plane whose name follows: "the tanker *Orla*", no "jet *Monday*"."""
    classes, is_plural = noun_table()[low[k]]
    is_part = run[k].text[0].isupper() and bool(lemmas(low[k + 1]))
    return not is_plural and not is_part and low[k + 1] not in MONTHS and not classes.isdisjoint(_NAMED)


_NAMED: Final = frozenset(("vessel", "aircraft"))


def _thing(run: Sequence[Token], low: list[str], reach: tuple[int, int], sentence: int, *, named: int) -> Entity:
    """What a phrase of a noun that stands in the classes brings up, or points back to; its name has so many words."""
    start, k = reach
    classes, is_plural = noun_table()[low[k]]
    is_plural = is_plural or _counts_many(low, start, k)
    proper = any(word.text[0].isupper() for word in run[max(start, 1) : k + 1])
    return Entity(
        at=(run[start].start, run[k + named].end),
        sort="person" if "people" in classes and not is_plural else "thing",
        classes=classes,
        is_plural=is_plural,
        is_subject=is_subject(low, k + named) or acts_behind_aside(low, k + named + 1),
        sentence=sentence,
        head=low[k],
        name=" ".join(word.text for word in run[k : k + named + 1]) if named and _may_be_named(run, low, k) else None,
        gender=gender_of(low[k]) if "people" in classes else "",
        points_back=low[start] in POINTING
        and not (k - start > 1 and _is_one_of_many(low[start + 1]))
        and not (low[start] in _OWN and k - start > 1)
        and not (proper and k - start > 1)
        and not named,
    )


def _is_one_of_many(word: str) -> bool:
    """Whether a word tells one of many that are none told before: "the *28th* person", "the *only* ship"."""
    return word in _ONE_OF_MANY or (word[0].isdigit() and word[-2:] in {"st", "nd", "rd", "th"})


def _is_beside_name(low: list[str], reach: tuple[int, int], used: set[int]) -> bool:
    """Whether somebody's name stands beside what they are: "Ana Roa, *a tailor*", "*a tailor*, Ana Roa"."""
    start, k = reach
    return (start - 2 in used and low[start - 1] == ",") or (k + 2 in used and low[k + 1] == ",")


def _is_way(run: Sequence[Token], low: list[str], reach: tuple[int, int]) -> bool:
    """Whether a noun with nothing before it but a preposition names no one thing: "on *board*", "by *plane*"."""
    start, k = reach
    is_bare = start == k and k > 0 and low[k - 1] in _WAYS and not run[k].text[0].isupper()
    return is_bare and not noun_table()[low[k]][1] and not noun_table()[low[k]][0].isdisjoint(_ONE_THING)


@lru_cache(maxsize=16384)
def _brings_up(word: str) -> bool:
    """Whether a word may bring up somebody or something, or point back to it."""
    return word in _heads() or _is_whoever(word)


def _is_whoever(word: str) -> bool:
    """Whether a word is a noun of persons alone: "tenant", "attackers"."""
    sorts = lemmas(word)
    return "NOUN" in sorts and "ADJ" not in sorts and dictionary_classes(sorts["NOUN"][0]) == {"person"}


def _whoever(run: Sequence[Token], low: list[str], reach: tuple[int, int], sentence: int) -> list[Entity]:
    """Whom a role or another noun of persons brings up with an article, or points back to; nobody without one."""
    start, k = reach
    is_role = low[k] in words("reference", "person", "roles")
    points_back = start < k and low[start] in POINTING
    is_plural = not is_role and lemmas(low[k])["NOUN"][0] != low[k]
    if is_role and not points_back and (owned := _of_owner(run, low, reach, sentence)):
        return owned
    if (is_role and points_back and k - start > _OFFICE) or not (points_back or is_plural or low[start] in _ARTICLES):
        return []
    return [
        Entity(
            (run[start].start, run[k].end),
            "person",
            frozenset({low[k]} if is_role else {"people"}),
            is_plural=is_plural,
            is_subject=is_subject(low, k) or acts_behind_aside(low, k + 1),
            sentence=sentence,
            head="" if is_role else low[k],
            points_back=points_back and (is_role or (k - start == 1 and low[start] not in _OWN)),
            gender=gender_of(low[k]),
        )
    ]


def _aged(run: Sequence[Token], low: list[str], reach: tuple[int, int], sentence: int) -> list[Entity]:
    """Somebody who is called by their age alone: "*a 34-year-old* was flown", "*the 34-year-old* fell"."""
    start, k = reach
    if low[start] not in POINTING | _ARTICLES or not low[k].endswith("-old"):
        return []
    is_told = low[start] in POINTING
    return [
        Entity(
            (run[start].start, run[k].end), "person", frozenset({"people"}), is_plural=False,
            is_subject=is_subject(low, k) or acts_behind_aside(low, k + 1), sentence=sentence, points_back=is_told,
        )
    ]  # fmt: skip


def _is_described(run: Sequence[Token], k: int) -> bool:
    """Whether a word goes on with a phrase: "a 22-year-old *Australian* tourist", "the 34-year-old *law*"."""
    sorts = lemmas(run[k].low).keys() if k < len(run) else frozenset()
    is_verb = bool(verb_tags(run[k].low)) if sorts else False
    return k < len(run) and (run[k].text[0].isupper() or (not sorts.isdisjoint({"NOUN", "ADJ"}) and not is_verb))


def _of_owner(run: Sequence[Token], low: list[str], reach: tuple[int, int], sentence: int) -> list[Entity]:
    """Who somebody or some place has: "*the boys' father* left", "*Libya's president* met"."""
    start, k = reach
    if start < 2 or low[start - 1] not in _POSSESSIVE or low[k - 1 : k] == ["of"]:
        return []
    owner = _phrase_start(run, low, start - 2, set())
    return [
        Entity(
            (run[owner].start, run[k].end), "person", frozenset({low[k]}), is_plural=False,
            is_subject=is_subject(low, k) or acts_behind_aside(low, k + 1), sentence=sentence, gender=gender_of(low[k]),
        )
    ]  # fmt: skip


def _is_said_of_another(low: list[str], start: int) -> bool:
    """Whether "is a" or "as a" stands before a noun, which then brings up nobody anew: "he *is not a* citizen"."""
    if low[start] not in {"a", "an"}:
        return False
    k = start - 1
    if low[k] == "as":
        return k >= 0
    if low[k] in _THEN and k and low[k - 1] == ",":
        return True  # "the driver, *now a guard*, says he"
    while k > 0 and low[k] in _BESIDE_BE:
        k -= 1
    return k > 0 and low[k] in _BE and low[k - 1] not in _OPEN_SUBJECTS


def _phrase_start(run: Sequence[Token], low: list[str], k: int, used: set[int]) -> int:
    """Where the noun phrase begins whose head stands at a token, with what bounds its number: "*up to* 15 men"."""
    start = _start_of(run, low, k, used)
    counted = next((n for n in range(start, min(start + 2, k)) if _is_number(low[n])), start)
    if counted > start and (low[start] in _PARTICLES or low[start].endswith("ing")):
        start = counted  # "picked *up* three men", ", *finding* 25 migrants"
    is_many = _is_number(low[start])
    return start - 2 if is_many and tuple(low[max(0, start - 2) : start]) in _BOUNDS else start


def _is_number(word: str) -> bool:
    return word[0].isdigit() or word in cardinals()


_PARTICLES: Final = frozenset(("up", "off", "out", "in", "down", "over"))
_BOUNDS: Final = frozenset(
    tuple(words.split()) for words in ("up to", "at least", "more than", "fewer than", "less than", "close to")
)


_OPENERS: Final = frozenset("after before since until when while where because although though as than".split())


def _start_of(run: Sequence[Token], low: list[str], k: int, used: set[int]) -> int:
    """Where the words of a noun phrase begin, its number the first."""
    start = k
    while start > 0:
        word = low[start - 1]
        if start - 1 in used or word in _OPENERS:
            break  # "in Bari last night *after* Storm Ida"
        if word in MONTHS and run[start - 1].text[0].isupper():
            break  # "on 19 July UK vessels": the day is no part of the name
        if word == "-" and start > 1 and low[start - 2][0].isdigit():
            start -= 1  # "the 110-mile-wide waterway"
            continue
        if word == "that" and (low[start] in cardinals() or low[start][0].isdigit() or noun_lemma(low[k]) != low[k]):
            break  # "said *that* 90 refugees had left"
        if word in POINTING or word in {"a", "an"} or (word in _NEARLY and low[start][0].isdigit()):
            start -= 1
            break
        if start > 1 and (low[start - 2] in _OPENS_A_VERB) and is_base(word):
            break  # "will house 30 buses": a verb is none of the name
        if start > 1 and low[start - 2] in _ARE and "VBG" in verb_tags(word):
            break  # "were *taking* inmates to Leeds"
        is_number = word in cardinals() or word[0].isdigit()
        if run[start - 1].text[0].isupper() and start > 1 and (low[start] in cardinals() or low[start][0].isdigit()):
            break  # "gave *Oman four tanks*": the name is no part of it
        if start == 1 and lemmas(word).keys() == {"ADV"}:
            break  # "*Perhaps* 300 families fled"
        is_done = (
            start > 1 and "VBN" in verb_tags(word) and (low[start - 2] in cardinals() or low[start - 2][0].isdigit())
        )
        describes = not {"ADJ", "NOUN"}.isdisjoint(lemmas(word)) or run[start - 1].text[0].isupper() or "-" in word
        describes = describes or is_done  # "90 *captured* soldiers"
        if not (is_number or (describes and word[0].isalnum() and word not in AUXILIARIES and word not in STOPS)):
            break
        is_past = "VBD" in verb_tags(word) and "ADJ" not in lemmas(word) and "NOUN" not in lemmas(word)
        if not is_number and is_past and not is_done:
            break
        start -= 1
    return start


def _counts_many(low: list[str], start: int, k: int) -> bool:
    return any(low[j] in cardinals() and low[j] != "one" for j in range(start, k))
