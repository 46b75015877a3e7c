"""The names of people in a sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from dateline.reading.amounts.numbers import cardinals
from dateline.reading.text.classes import noun_table, place_words
from dateline.reading.text.forms import AUXILIARIES, lemmas
from dateline.reading.text.nouns import dictionary_classes, is_first_name
from dateline.reading.text.wordlists import words
from dateline.reading.things.entity import POINTING, STOPS, Entity, is_subject
from dateline.reading.things.topics import CRAFT
from dateline.reading.things.venues import is_venue

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from dateline.reading.text.sentences import Token

__all__ = ["acts_behind_aside", "gender_of", "persons_in"]

_OF_STATE: Final = (["secretary", "of"], ["minister", "of"], ["ministers", "of"])
_OFFICES: Final = frozenset(
    "state defense defence health finance interior justice energy labor labour agriculture".split()
)
_PARTIES: Final = frozenset("republican democrat democratic conservative labour liberal independent socialist".split())
_ASIDE: Final = 18  # words, with its commas
_FULL_NAME: Final = 2  # words, at the least
_ENDS_ASIDE: Final = frozenset(", . ; who which that after before when where while as and but on in".split())
_OPENERS: Final = frozenset("“«\"‘':—–(")
_JOINS: Final = frozenset(
    "when while where what why how after before if since although though because until once".split()
)
_PARTICLES: Final = frozenset(("bin", "ibn", "von", "al", "el", "de"))
_MADE_OF: Final = re.compile(r"-(?:old|based|born|backed)$")
_NO_SURNAMES: Final = frozenset(
    "act attribute cognition communication event group location process quantity relation state time".split()
)
"""What the last word of somebody's name seldom stands for, as a common noun."""
_LINKS: Final = frozenset("of in at from to for by with".split())
_ARTICLES: Final = frozenset(("the", "a", "an"))
_NUMERAL: Final = re.compile(r"[IVX]{2,5}")
_NAME_WORD: Final = re.compile(
    r"(?:[A-Z]['’])?[A-Z][a-zà-öø-ÿ\-]+(?:[A-Z][a-zà-öø-ÿ]+)*|(?:de|von|van|al|bin|el|la|du|di|da)"
)


def persons_in(text: str, run: Sequence[Token], n: int, taken: set[int], known: Collection[str] = ()) -> list[Entity]:
    """Names of two words or more that are no place's, with the roles before them; surnames alone, if any are known."""
    low = [word.low for word in run]
    found: list[Entity] = []
    k = 0
    while k < len(run):
        word = run[k].text
        if not (word[0].isupper() or word in _PARTICLES) or k in taken or not _begins_name(run, low, k):
            k += 1
            continue
        end = k + 1
        while end < len(run) and end not in taken and (_is_name_word(run[end].text) or _is_initial(run, end)):
            end += 1
        first = _behind_titles(run, low, k, end)
        named = [j for j in range(first, end) if run[j].text != "."]
        classes = noun_table()[low[k - 1]][0] if k and low[k - 1] in noun_table() else frozenset()
        if (first == k and classes and "people" not in classes) or classes & CRAFT:
            k = end
            continue  # "the tanker Aurora", "the ferry *Lady* Ana"
        is_known = len(named) == 1 and run[first].text in known
        if 1 <= len(named) <= 4 and (is_known or _is_addressed(low, k, first) or _may_be_person(low, named)):
            told = [j for j in range(max(0, k - 5), first) if low[j] in words("reference", "person", "roles")]
            # "head of the *Fire Service*": no person
            is_of = bool(told) and told[-1] < k and not _LINKS.isdisjoint(low[told[-1] : k])
            roles: frozenset[str] | set[str] = {low[j] for j in told}
            roles |= _roles_after(low, end)
            span = (run[k].start, run[end - 1].end)
            name = " ".join(text[run[first].start : run[end - 1].end].split())
            is_thing = first == k and k > 0 and low[k - 1] in _ARTICLES and (
                len(named) == 1 or not is_first_name(low[k])
            )  # "*the* Volvo had come from", "left *the* Elm Mart", no "the Ana Roa case"  # fmt: skip
            is_told = low[end : end + 1] == [","] and low[end + 1 : end + 2] in (["who"], ["whose"])
            roles = frozenset() if len(named) == 1 and first == k and low[k - 1] in _LINKS and k else roles
            if is_of or not (roles or is_told or any(_is_title(low[j]) for j in range(k, first))):
                is_thing |= _is_of_words(low, k, named) or _is_of_a_place(low, k, named, name)
            if len(named) == 1 and first == k and low[max(0, k - 1) : k] == ["of"] and k > 1 and (
                low[k - 2] in words("reference", "person", "roles") or _is_title(low[k - 2])
            ):  # fmt: skip
                is_thing = True  # "the Bishop of *Ely*, Ana Roa, said"
            is_beside = low[max(0, k - 1) : k] == [","] and low[end : end + 1] == [","]  # "the mayor, *Ana Roa*, said"
            acts = is_subject(low, end - 1) or acts_behind_aside(low, end) or (is_beside and is_subject(low, end))
            if not is_thing and (len(named) > 1 or roles or first > k or is_told or acts or is_known):
                found.append(
                    Entity(
                        span, "person", frozenset(roles), is_plural=False, is_subject=acts,
                        sentence=n, name=name, gender=_gender(low[max(0, k - 1) : end], first - max(0, k - 1)),
                    )
                )  # fmt: skip
        k = end
    return found


def acts_behind_aside(low: list[str], end: int) -> bool:
    """Whether a verb follows what is put beside a name: "Ana Roa, 62, *was*", "Roa, head of the port, *left*"."""
    if low[end : end + 1] != [","]:
        return False
    for j in range(end + 2, min(end + _ASIDE, len(low))):
        if low[j] == "," and is_subject(low, j):
            return True
        if not low[j][0].isalnum() and low[j] != ",":
            return False
    return False


def _begins_name(run: Sequence[Token], low: list[str], k: int) -> bool:
    """Whether a name may begin at a word: a capital that no sentence gives it, or "bin" before one."""
    if run[k].text in _PARTICLES:
        return 0 < k < len(run) - 1 and low[k - 1] not in _ARTICLES and _is_name_word(run[k + 1].text)
    if low[k].endswith("day") and low[k] in words("reference", "person", "not_names"):
        return False  # "on *Friday* Inspector Roa left"
    if low[k] in _JOINS or low[k] in cardinals():
        return False  # "*When* President Roa left", "*Three* forces met"
    opens = k == 0 or low[k - 1] in _OPENERS
    return _is_name_word(run[k].text) and not (opens and _begins_by_chance(run, low, k))


def _behind_titles(run: Sequence[Token], low: list[str], k: int, end: int) -> int:
    """Where a name begins behind its titles and roles: "Chief of Staff General *Ana Ruiz*", "Inspector *Leo Paz*"."""
    titles = [j for j in range(k, end) if _is_title(low[j])]
    first = titles[-1] + 1 if titles else _behind_roles(low, k, end)
    if first == k and low[max(0, k - 1) : k] == ["of"] and not is_first_name(low[k]):
        office = next((j for j in range(k + 1, end - 1) if is_first_name(low[j])), k)
        if all(lemmas(low[j]) for j in range(k, office)):
            first = office  # "Director of *Public Works* Ana Roa"
    while first > k and first < end - 1 and (
        run[first].text == "."
        or (low[first] in words("reference", "person", "roles") and not is_first_name(low[first]))
    ):  # fmt: skip
        first += 1  # "Gen. Ana Ruiz", "Chief *Inspector* Ana Roa"
    if low[max(0, k - 2) : k] in _OF_STATE and first < end - _FULL_NAME and low[first] in _OFFICES:
        first += 1  # "Secretary of *State* Ana Roa"
    while first == k and first < end - _FULL_NAME and low[first] in _PARTIES:
        return first + 1  # "before *Republican* Ana Roa left"
    return first


def _is_title(word: str) -> bool:
    """Whether a word is a title, or ends as one: "Vice-President", "Attorney-General"."""
    return word.rstrip(".").rpartition("-")[2] in words("reference", "person", "titles")


def _behind_roles(low: list[str], k: int, end: int) -> int:
    """Where a name begins behind words for what somebody is, all of them with capitals: "District Attorney *Roa*"."""
    first = k
    for j in range(k, end - 1):
        if is_first_name(low[j]):
            break
        leaves_a_full_name = end - j > _FULL_NAME
        if low[j] in words("reference", "person", "roles") or _MADE_OF.search(low[j]) or (
            leaves_a_full_name and j == first and _is_whoever(low[j])
        ):  # fmt: skip
            first = j + 1
        elif not lemmas(low[j]):
            break
    return first


def _is_whoever(word: str) -> bool:
    """Whether a word is a noun of persons alone, and describes nothing as "federal" does."""
    return "NOUN" in lemmas(word) and "ADJ" not in lemmas(word) and dictionary_classes(word) == {"person"}


def _is_of_words(low: list[str], k: int, named: list[int]) -> bool:
    """Whether a name of several words is made of common ones as no person's is: "the Rural Fire Service"."""
    if (
        len(named) < _FULL_NAME
        or is_first_name(low[named[0]])
        or "person" in dictionary_classes(low[k - 1] if k else "")
    ):
        return False
    if not all(lemmas(low[j]) or dictionary_classes(low[j]) for j in named):
        return False
    first, last = dictionary_classes(low[named[0]]), dictionary_classes(low[named[-1]])
    return ("person" not in first or bool(lemmas(low[named[0]]))) and "person" not in last and bool(last & _NO_SURNAMES)


def _is_of_a_place(low: list[str], k: int, named: list[int], name: str) -> bool:
    """Whether a name is a place's by its last word and begins as nobody's does: "Orlo Land Base", no "Ana Church"."""
    is_called = "person" in dictionary_classes(low[k - 1] if k else "")
    return not (is_called or is_first_name(low[named[0]])) and is_venue(name)


def _is_name_word(word: str) -> bool:
    return _NAME_WORD.fullmatch(word) is not None and word[0].isupper()


def _is_initial(run: Sequence[Token], k: int) -> bool:
    word = run[k].text
    return (
        (len(word) == 1 and word.isupper())
        or _NUMERAL.fullmatch(word) is not None  # "Pope Benedict *XVI*"
        or (word == "." and (len(run[k - 1].text) < 4 or _is_title(run[k - 1].low)) and k + 1 < len(run))
        or (
            word in {"de", "von", "van", "al", "bin", "el", "la", "du", "di", "da"}
            and k + 1 < len(run)
            and run[k + 1].text[0].isupper()
        )
    )


def _begins_by_chance(run: Sequence[Token], low: list[str], k: int) -> bool:
    """Whether the first word of a sentence or a quote has its capital from there alone."""
    first = low[k]
    if _is_title(first) or (is_first_name(first) and k + 1 < len(run) and _is_name_word(run[k + 1].text)):
        return False
    return bool(lemmas(first)) or first in POINTING or first in AUXILIARIES or first in STOPS


def _is_addressed(low: list[str], k: int, first: int) -> bool:
    """Whether a name has a title before it that nothing else bears: "*Mrs* Rice"."""
    title = first - 2 if first > k + 1 and low[first - 1] == "." else first - 1
    return title >= k and low[title].rstrip(".") in words("reference", "person", "honorifics")


def _may_be_person(low: list[str], named: list[int]) -> bool:
    """Whether capitals may be somebody's name: not a month, a firm, a ministry, a ship's class."""
    last = low[named[-1]]
    if any(low[j] in noun_table() and "people" not in noun_table()[low[j]][0] for j in named):
        return False  # "Cyclone Ida", "Tanker Aurora"
    if len(named) == 1 and (lemmas(last) or "-" in last or not last.isalpha() or _are_many(last)):
        return False
    if (
        last in noun_table()
        or (last in place_words() and not is_first_name(low[named[0]]))  # "Robert Hill"
        or last in words("frames", "venues", "wards")  # "Sutter Health"
        or any(low[j] in words("reference", "person", "not_names") for j in named)
    ):
        return False
    return last not in words("reference", "person", "titles")


def _are_many(word: str) -> bool:
    """Whether a name is of a people or a faith: "thousands of *Catholics*"."""
    return word.endswith("s") and "person" in dictionary_classes(word[:-1])


def gender_of(noun: str) -> str:
    """What a noun tells of who says "she" of somebody: "woman", "spokesman"; empty where it tells nothing."""
    for gender, table in (("she", "female"), ("he", "male")):
        if noun in words("reference", table, "titles"):
            return gender
    return ""


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
    end = next((j for j in range(k + 1, min(k + 9, len(low))) if low[j] in _ENDS_ASIDE), k + 1)
    return {word for word in low[k + 1 : end] if word in words("reference", "person", "roles")}
