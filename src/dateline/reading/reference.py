"""Whom and what the text means by "the vessels", "it" or "the general": the words that it points back to."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Final, Literal, Protocol

from dateline.reading.forms import AUXILIARIES, lemmas, verb_tags
from dateline.reading.numbers import cardinals
from dateline.reading.wordlists import rules, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dateline.reading.sentences import Token
    from dateline.story.model import Span

__all__ = ["Entity", "References", "classes_of", "entities", "references"]

Sort = Literal["person", "thing", "place"]
_LOOKS_BACK: Final = 8  # sentences that a noun may point over; a pronoun less
_PRONOUN_LOOKS_BACK: Final = 3
_HERS: Final = frozenset(("she", "her", "hers", "herself"))
_PERSONS: Final = frozenset(("he", "him", "his", "she", "her", "hers", "himself", "herself"))
_ONE: Final = frozenset(("it", "its", "itself"))
_MANY: Final = frozenset(("they", "them", "their", "theirs", "themselves"))
_SAY_VERBS: Final = frozenset(("said", "says", "say", "believes", "thinks", "that", "if", "when", "as", "while"))
_POINTING: Final = frozenset(("the", "this", "that", "these", "those", "its", "their", "his", "her", "such", "both"))


class Named(Protocol):
    """What of a toponym is asked for; `dateline.reading.toponym.Toponym` is one."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def place(self) -> object | None: ...


@dataclass(frozen=True, slots=True)
class Entity:
    """
    Somebody or something that the text brings up.

    Attributes
    ----------
    at
        The span of the words.
    sort
        person, thing or place.
    classes
        What it can be called: classes of reference.toml, a person's roles, a place's kinds.
    is_plural
        Whether they are several.
    is_subject
        Whether a verb follows, so that a pronoun is likely to mean it.
    sentence
        The number of its sentence.
    head
        The noun, in lower case; empty for names.
    points_back
        Whether it is a word for something told before ("the ships").
    name
        A person's name, or None.
    gender
        "she" or "he" where a title, a role or a first name tells; empty where none does.
    """

    at: Span
    sort: Sort
    classes: frozenset[str]
    is_plural: bool
    is_subject: bool
    sentence: int
    head: str = ""
    points_back: bool = False
    name: str | None = None
    gender: str = ""


@dataclass(frozen=True, slots=True)
class References:
    """The people, things and places of an article, in order."""

    text: str
    entities: tuple[Entity, ...]
    starts: tuple[int, ...]

    def antecedent(self, start: int, end: int, /) -> Span | None:
        """
        What words point back to: the span of the words that bring it up first; None where that is not certain.

        Parameters
        ----------
        start, end
            Offsets of a pronoun, a noun with its article, or a short form of a name.
        """
        low = self.text[start:end].lower().split()
        if not low:
            return None
        here = bisect_left(self.starts, start)
        if len(low) == 1 and low[0] in _PERSONS | _ONE | _MANY:
            found = self._pronoun(low[0], start, self.entities[:here])
        else:
            found = self._noun(start, end, here)
        if found is None:
            return None
        if found.points_back or found.name is not None:
            return self.antecedent(*found.at) or found.at
        return found.at

    def _is_object(self, start: int) -> bool:
        """Whether a verb stands right before a pronoun."""
        before = self.text[max(0, start - 30) : start].split()
        return bool(before) and bool(verb_tags(before[-1])) and before[-1].lower() not in _SAY_VERBS

    def at(self, span: Span, /) -> Entity | None:
        """What the words of a span bring up."""
        n = bisect_left(self.starts, span[0])
        return next((entity for entity in self.entities[n : n + 4] if entity.at == span), None)

    def _sentence_of(self, offset: int) -> int:
        at = bisect_left(self.starts, offset)
        near = self.entities[max(0, at - 1) : at + 1]
        return next((e.sentence for e in reversed(near) if e.at[0] <= offset), near[0].sentence if near else 0)

    def _pronoun(self, word: str, start: int, before: Sequence[Entity]) -> Entity | None:
        sentence = self._sentence_of(start)
        fits = [
            entity
            for entity in before
            if entity.at[1] <= start
            and sentence - entity.sentence <= _PRONOUN_LOOKS_BACK
            and (
                (
                    word in _PERSONS
                    and entity.sort == "person"
                    and not entity.is_plural
                    and entity.gender in {"", "she" if word in _HERS else "he"}
                )
                or (word in _ONE and entity.sort != "person" and not entity.is_plural and _can_act(entity))
                or (word in _MANY and entity.is_plural and entity.sort != "place")
            )
        ]
        if self._is_object(start):
            # "the navy seized a tanker and took it": not the one that does it.
            fits = [entity for entity in fits if entity.sentence < sentence or not entity.is_subject]
        if not fits:
            return None
        last = max(entity.sentence for entity in fits)
        near = [entity for entity in fits if entity.sentence == last]
        subjects = [entity for entity in near if entity.is_subject]
        if word in _ONE | _MANY and len(subjects) != 1 and len(near) > 1:
            return subjects[0] if subjects and subjects[0].at[0] == near[0].at[0] else None
        return (subjects or near)[0] if word not in _PERSONS or last < sentence else (subjects or near)[-1]

    def _noun(self, start: int, end: int, here: int) -> Entity | None:
        """What a noun points back to; `here` entities begin before it. No copy of them: a text may have thousands."""
        near = self.entities[max(0, here - 1) : bisect_left(self.starts, end)]
        entity = next((e for e in near if e.at[0] < end and start < e.at[1]), None)
        if entity is None:
            return None
        if entity.name is not None:
            return self._short_name(entity, islice(self.entities, here))
        if not entity.points_back:
            return None
        for n in range(here - 1, -1, -1):
            other = self.entities[n]
            if other is entity:
                continue
            if entity.sort != "person" and entity.sentence - other.sentence > _LOOKS_BACK:
                return None
            if other.at[1] <= start and other.is_plural == entity.is_plural and _can_mean(entity, other):
                return other
        return None

    def _short_name(self, entity: Entity, before: Iterable[Entity]) -> Entity | None:
        """The person whose full name ends as this one does."""
        assert entity.name is not None  # noqa: S101
        for other in before:
            if other.name is not None and other.name != entity.name and other.name.endswith(f" {entity.name}"):
                return other
        return None


def _can_mean(pointing: Entity, other: Entity) -> bool:
    """Whether a noun can point back to another thing: the same noun, or a general word for its class."""
    if pointing.classes.isdisjoint(other.classes):
        return False
    return not pointing.head or pointing.head == other.head or pointing.head in words("reference", "generic", "words")


def _can_act(entity: Entity) -> bool:
    """Whether "it" may mean an entity: a thing, or a place that acts."""
    return entity.sort == "thing" or entity.is_subject


def references(text: str, sentences: Iterable[Sequence[Token]], /, *, toponyms: Sequence[Named] = ()) -> References:
    """
    Find what an article brings up, for its pronouns and nouns to point back to.

    Parameters
    ----------
    text
        The text that spans count in.
    sentences
        The tokens of each sentence, in order.
    toponyms
        Its place names.

    Examples
    --------
    >>> from dateline.reading.sentences import tokens
    >>> text = "Two ferries left Ancona. The vessels are late."
    >>> found = references(text, [tokens(text, 0, 24), tokens(text, 25)])
    >>> text[slice(*found.antecedent(25, 36))]
    'Two ferries'
    """
    found = entities(text, sentences, toponyms=toponyms)
    return References(text, found, tuple(entity.at[0] for entity in found))


# ------------------------------------------------------------------------------------------------------- finding


@cache
def _classes() -> dict[str, tuple[frozenset[str], bool]]:
    """Each noun with its classes, and whether it is the plural."""
    made: dict[str, tuple[set[str], bool]] = {}
    for name, row in rules("reference")["classes"].items():
        for entry in row.split():
            one, _, many = entry.partition("/")
            for word, is_plural in ((many or _plural(one), True), (one, False)):
                if word in made and made[word][1] != is_plural and one != many:
                    continue
                made.setdefault(word, (set(), is_plural))[0].add(name)
    return {word: (frozenset(names), is_plural) for word, (names, is_plural) in made.items()}


def classes_of(word: str) -> frozenset[str]:
    """
    The classes of things that a noun, in lower case, can stand for.

    Examples
    --------
    >>> sorted(classes_of("drones"))
    ['aircraft', 'arms']
    """
    return _classes().get(word, (frozenset(), False))[0]


def _plural(word: str) -> str:
    if word.endswith(("s", "x", "ch", "sh")):
        return f"{word}es"
    return f"{word[:-1]}ies" if word[-1] == "y" and word[-2] not in "aeiou" else f"{word}s"


@cache
def _place_words() -> dict[str, frozenset[str]]:
    return {word: frozenset(row.split()) for word, row in rules("reference")["places"].items()}


def entities(
    text: str, sentences: Iterable[Sequence[Token]], /, *, toponyms: Sequence[Named] = ()
) -> tuple[Entity, ...]:
    """Find the people, things and places that an article brings up, in order; see `references`."""
    found: list[Entity] = []
    names = sorted(toponyms, key=lambda toponym: toponym.start)
    at = 0
    for n, run in enumerate(sentences):
        if not run:
            continue
        here = []
        while at < len(names) and names[at].start < run[-1].end:
            here.append(names[at])
            at += 1
        found += _in_sentence(text, run, n, here)
    return tuple(sorted(found, key=lambda entity: entity.at))


def _in_sentence(text: str, run: Sequence[Token], n: int, toponyms: list[Named]) -> list[Entity]:
    low = [word.text.lower() for word in run]
    taken = {k for t in toponyms for k in _words_between(run, t.start, t.end) if run[k].end <= t.end}
    found = [
        Entity(
            at=(toponym.start, toponym.end),
            sort="place",
            classes=frozenset({str(getattr(toponym.place, "kind", ""))}),
            is_plural=False,
            is_subject=_is_subject(low, _word_that_ends(run, toponym.end)),
            sentence=n,
            name=None,
        )
        for toponym in toponyms
        if toponym.place is not None and getattr(toponym, "sort", "place") not in {"demonym", "language"}
    ]
    persons = _persons(text, run, low, n, taken)
    used = {k for entity in persons for k in _words_between(run, *entity.at)}
    found += persons
    for k, word in enumerate(low):
        if k in used or (k in taken and word not in _classes()):
            continue
        following = low[k + 1] if k + 1 < len(low) else ""
        if word in _classes():
            if following in _classes() or (following in words("reference", "person", "roles")):
                continue  # "boat crews", "aid workers": the head comes after
            found.append(_thing(run, low, (_phrase_start(run, low, k, used), k), n))
        elif word in words("reference", "person", "roles") and k and low[k - 1] in _POINTING:
            found.append(
                Entity(
                    (run[k - 1].start, run[k].end), "person", frozenset({word}), is_plural=False,
                    is_subject=_is_subject(low, k), sentence=n, points_back=True,
                )
            )  # fmt: skip
        elif (
            word in _place_words()
            and k
            and (low[k - 1] in _POINTING or "-" in low[k - 1] or _is_measure(low, k - 1))
            and not _goes_on(low, k + 1)
        ):
            start = _phrase_start(run, low, k, used)
            if low[start] in _POINTING:
                found.append(
                    Entity(
                        (run[start].start, run[k].end), "place", _place_words()[word], is_plural=False,
                        is_subject=_is_subject(low, k), sentence=n, points_back=True,
                    )
                )  # fmt: skip
    return found


def _words_between(run: Sequence[Token], start: int, end: int) -> range:
    """The words that begin within a span."""
    first = bisect_left(run, start, key=lambda word: word.start)
    return range(first, bisect_left(run, end, lo=first, key=lambda word: word.start))


def _word_that_ends(run: Sequence[Token], end: int) -> int:
    """The word that a span ends with; 0 where there is none."""
    k = bisect_left(run, end, key=lambda word: word.end)
    return k if k < len(run) else 0


def _goes_on(low: list[str], k: int) -> bool:
    """Whether a noun follows that the one before it only describes: "the port *authority*" is no port."""
    word = low[k] if k < len(low) else ""
    if not word.isalpha() or word in _place_words():
        return False
    sorts = lemmas(word)
    return bool(classes_of(word)) or ("NOUN" in sorts and "VERB" not in sorts and "ADV" not in sorts)


def _is_measure(low: list[str], k: int) -> bool:
    return "ADJ" in lemmas(low[k])


def _thing(run: Sequence[Token], low: list[str], reach: tuple[int, int], sentence: int) -> Entity:
    """What a phrase of a noun that stands in the classes brings up, or points back to."""
    start, k = reach
    classes, is_plural = _classes()[low[k]]
    is_plural = is_plural or _counts_many(low, start, k)
    named = k + 1 < len(run) and run[k + 1].text[0].isupper() and run[k].text[0].isupper()  # "Hurricane Ida"
    proper = any(word.text[0].isupper() for word in run[max(start, 1) : k + 1])
    return Entity(
        at=(run[start].start, run[k + named].end),
        sort="person" if "people" in classes and not is_plural else "thing",
        classes=classes,
        is_plural=is_plural,
        is_subject=_is_subject(low, k + named),
        sentence=sentence,
        head=low[k],
        points_back=low[start] in _POINTING and not (proper and k - start > 1) and not named,
    )


def _phrase_start(run: Sequence[Token], low: list[str], k: int, used: set[int]) -> int:
    """Where the noun phrase begins whose head stands at a token."""
    start = k
    while start > 0:
        word = low[start - 1]
        if start - 1 in used:
            break
        if word == "-" and start > 1 and low[start - 2][0].isdigit():
            start -= 1  # "the 110-mile-wide waterway"
            continue
        if word in _POINTING or word in {"a", "an"}:
            start -= 1
            break
        is_number = word in cardinals() or word[0].isdigit()
        describes = not {"ADJ", "NOUN"}.isdisjoint(lemmas(word)) or run[start - 1].text[0].isupper() or "-" in word
        if not (is_number or (describes and word[0].isalnum() and word not in AUXILIARIES and word not in _STOPS)):
            break
        if not is_number and "VBD" in verb_tags(word) and "ADJ" not in lemmas(word) and "NOUN" not in lemmas(word):
            break
        start -= 1
    return start


_STOPS: Final = frozenset(
    ("of", "in", "on", "at", "to", "and", "or", "by", "for", "from", "with", "as", "than", "over", "but", "who")
)


def _counts_many(low: list[str], start: int, k: int) -> bool:
    return any(low[j] in cardinals() and low[j] != "one" for j in range(start, k))


def _is_subject(low: list[str], k: int) -> bool:
    """Whether a verb follows a noun, an adverb or so between."""
    for j in range(k + 1, min(k + 4, len(low))):
        word = low[j]
        if word in AUXILIARIES and word[0].isalpha():
            return True
        if word.endswith("ly") or word in {"also", "then", "later", "now"}:
            continue
        return bool(verb_tags(word) & {"VBD", "VBZ"})
    return False


def _persons(text: str, run: Sequence[Token], low: list[str], n: int, taken: set[int]) -> list[Entity]:
    """Names of two words or more that are no place's, with the roles before them; surnames alone."""
    found: list[Entity] = []
    k = 0
    while k < len(run):
        if (
            not run[k].text[0].isupper()
            or k in taken
            or not _is_name_word(run[k].text)
            or (k == 0 and _begins_by_chance(low))
        ):
            k += 1
            continue
        end = k + 1
        while end < len(run) and end not in taken and (_is_name_word(run[end].text) or _is_initial(run, end)):
            end += 1
        # "Chief of Staff General Ana Ruiz": the name begins behind the last title.
        titles = [j for j in range(k, end) if low[j].rstrip(".") in words("reference", "person", "titles")]
        first = titles[-1] + 1 if titles else k
        named = [j for j in range(first, end) if run[j].text != "."]
        if k and first == k and low[k - 1] in _classes() and "people" not in _classes()[low[k - 1]][0]:
            k = end
            continue  # "the tanker Aurora"
        if 1 <= len(named) <= 4 and _may_be_person(low, named):
            roles = {low[j] for j in range(max(0, k - 5), first) if low[j] in words("reference", "person", "roles")}
            roles |= _roles_after(low, end)
            span = (run[k].start, run[end - 1].end)
            name = " ".join(text[run[first].start : run[end - 1].end].split())
            if len(named) > 1 or roles or first > k or _is_subject(low, end - 1):
                found.append(
                    Entity(
                        span, "person", frozenset(roles), is_plural=False, is_subject=_is_subject(low, end - 1),
                        sentence=n, name=name, gender=_gender(low[max(0, k - 3) : end], first - max(0, k - 3)),
                    )
                )  # fmt: skip
        k = end
    return found


_NAME_WORD: Final = re.compile(
    r"(?:[A-Z]['’])?[A-Z][a-zà-öø-ÿ\-]+(?:[A-Z][a-zà-öø-ÿ]+)*|(?:de|von|van|al|bin|el|la|du|di|da)"
)


def _is_name_word(word: str) -> bool:
    return _NAME_WORD.fullmatch(word) is not None and word[0].isupper()


def _is_initial(run: Sequence[Token], k: int) -> bool:
    word = run[k].text
    return (
        (len(word) == 1 and word.isupper())
        or (word == "." and len(run[k - 1].text) < 4)
        or (
            word in {"de", "von", "van", "al", "bin", "el", "la", "du", "di", "da"}
            and k + 1 < len(run)
            and run[k + 1].text[0].isupper()
        )
    )


def _begins_by_chance(low: list[str]) -> bool:
    """Whether the first word of a sentence has its capital from there alone."""
    first = low[0]
    if first.rstrip(".") in words("reference", "person", "titles"):
        return False
    return bool(lemmas(first)) or first in _POINTING or first in AUXILIARIES or first in _STOPS


def _may_be_person(low: list[str], named: list[int]) -> bool:
    """Whether capitals may be somebody's name: not a month, a firm, a ministry, a ship's class."""
    last = low[named[-1]]
    if any(low[j] in _classes() and "people" not in _classes()[low[j]][0] for j in named):
        return False  # "Cyclone Ida", "Tanker Aurora"
    if len(named) == 1 and (lemmas(last) or "-" in last or not last.isalpha()):
        return False
    if (
        last in _classes()
        or last in _place_words()
        or any(low[j] in words("reference", "person", "not_names") for j in named)
    ):
        return False
    return last not in words("reference", "person", "titles")


def _gender(low: Sequence[str], first: int) -> str:
    """What a title, a role or the first name (the word at ``first``) tells of who says "she" of somebody."""
    for gender, table in (("she", "female"), ("he", "male")):
        if any(word.rstrip(".") in words("reference", table, "titles") for word in low):
            return gender
        if low[first] in words("reference", table, "names"):
            return gender
    return ""


def _roles_after(low: list[str], k: int) -> set[str]:
    """Roles put beside a name: "Ana Ruiz, head of the port, …"."""
    if low[k : k + 1] != [","]:
        return set()
    end = next((j for j in range(k + 1, min(k + 9, len(low))) if low[j] in {",", ".", ";", "who"}), k + 1)
    return {word for word in low[k + 1 : end] if word in words("reference", "person", "roles")}
