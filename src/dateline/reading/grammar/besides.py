"""What the words beside a word tell of it: whether a verb comes later, whether what follows is what a verb takes."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from dateline.reading.grammar.closed import CLOSED, CURRENCIES
from dateline.reading.hedging.listed import forms_in
from dateline.reading.hedging.unreached import DATES
from dateline.reading.text.classes import classes_of
from dateline.reading.text.forms import AUXILIARIES, lemmas, verb_tags
from dateline.reading.text.nouns import noun_classes, noun_share
from dateline.reading.text.wordlists import words as listed

__all__ = [
    "EVERYTHING",
    "GOODS",
    "HELPS",
    "MANY",
    "NOMINATIVE",
    "ONLY_A_NOUN",
    "ORDINALS",
    "TRADED",
    "acts",
    "are_counted",
    "are_traded",
    "does",
    "does_to_many",
    "follows_verbs",
    "goes_on_with",
    "has_many",
    "heads_off",
    "is_called_by",
    "is_counted",
    "is_done",
    "is_done_to_many",
    "is_kind_of",
    "is_made_to",
    "is_no_auxiliary",
    "is_nominal",
    "is_noun",
    "is_of_goods",
    "is_past",
    "is_plural",
    "is_plural_noun",
    "is_quality",
    "is_said_of",
    "is_she",
    "is_side",
    "is_told_of",
    "is_what_happens",
    "is_what_one_sends",
    "is_year",
    "joins_a_subject",
    "sends_on",
    "takes_up",
    "tells",
    "verb_later",
]  # fmt: skip

NOMINATIVE: Final = frozenset(("he", "she", "they", "we"))
"""Pronouns that are subjects."""
_MAKES: Final = frozenset("see sees saw seen let lets make makes made help helps helped watch watched".split())
_DOES: Final = frozenset(("make", "pay", "take", "begin", "start", "plan", "face", "stage", "mount", "have"))
_DONE: Final = frozenset("visit visits trip trips tour tours journey journeys".split())
_MOVERS: Final = frozenset(("person", "group", "vehicle", "animal", "weather", "troupe", "location"))
_SELDOM_A_NOUN: Final = 0.1
_SIDES: Final = frozenset("team side squad club crew champions".split())
GOODS: Final = frozenset(("substance", "food", "artifact", "plant", "animal"))
TRADED: Final = frozenset(("substance", "possession"))
_GOES_ON_WITH: Final = frozenset(
    "start begin stop finish resume keep continue regret admit recall remember enjoy avoid risk quit consider end"
    " wind".split()
)
"""Verbs that have "-ing" behind them, which tells what their subject does."""
EVERYTHING: Final = frozenset("everything anything something nothing".split())
ONLY_A_NOUN: Final = 0.9  # how often such a word is a noun


@lru_cache(maxsize=16384)
def is_noun(word: str) -> bool:
    """Whether a word may be a noun."""
    return "NOUN" in lemmas(word)


def is_nominal(low: list[str], n: int) -> bool:
    """Whether a word goes on with a noun phrase."""
    if n < len(low) and low[n] in CURRENCIES:
        return True  # "worth an estimated *$9 million*"
    return n < len(low) and _may_be_nominal(low[n]) and (low[n] != "bound" or low[n + 1 : n + 2] != ["for"])


_PLAIN: Final = frozenset(("VB", "VBP"))


@lru_cache(maxsize=16384)
def _may_be_nominal(word: str) -> bool:
    if word in CLOSED or word in AUXILIARIES or word == "left" or is_past(word) or not word[0].isalpha():
        return False
    can = lemmas(word)
    if "VBG" in verb_tags(word) and noun_share(word) > ONLY_A_NOUN:
        return True  # "fled heavy *fighting*"
    return "NOUN" in can or "ADJ" in can or not can or (bool(noun_classes(word)) and verb_tags(word) <= _PLAIN)


@lru_cache(maxsize=16384)
def is_past(word: str) -> bool:
    """Whether a word is the past of a verb far more than anything else ("drove", "fell")."""
    if word in {"fell", "rose"}:
        return True
    if "VBD" not in verb_tags(word) or "ADJ" in lemmas(word) or (is_noun(word) and noun_share(word) > 0.6):
        return False  # "crew" is a crow's past, too
    return not is_noun(word) or noun_share(lemmas(word)["VERB"][0]) < 0.5


def is_of_goods(prior: str) -> bool:
    """Whether a word like "smuggling" says what is done with the goods before it: "*drug* smuggling"."""
    return bool(classes_of(prior) & {"arms", "cargo", "drug"})


def are_traded(low: list[str], n: int) -> bool:
    """Whether a word like "exports" is of the goods before it, no firm's doing: "*car* exports to Peru, … totalled"."""
    made = noun_classes(low[n - 1]) & (GOODS | {"vehicle"}) and low[max(0, n - 2)] not in _ARTICLES
    return low[n - 1] in listed("frames", "cargo", "nouns") or bool(made)


_ARTICLES: Final = frozenset(("the", "a", "an", "this", "that", "its", "their", "each", "every"))


def is_quality(word: str) -> bool:
    """Whether a word may say how a thing is, and is no thing itself."""
    return "ADJ" in lemmas(word) and not noun_classes(word) & GOODS


def is_done(low: list[str], n: int, prior: str, forms: frozenset[str]) -> bool:
    """Whether a word behind "a" and a noun or name that it is no verb of is what is done: "a surprise *visit*"."""
    at = n - 3 if n > 2 and low[n - 2] not in _ONE and not lemmas(low[n - 2]) else n - 2  # past "Maltese"
    if low[at] not in _ONE:
        return False
    if forms <= _PLAIN and noun_share(low[n]) > _MOSTLY and not lemmas(prior):
        return True  # "a Maltese *port* call": one of them would not "port"
    if forms <= _PLAIN and at == n - 3 and not noun_classes(prior) & _ACTS:
        return True  # "a Maltese port *call*"
    if noun_share(low[n]) <= 0.2 or (noun_classes(prior) & _MOVERS and low[n + 1 : n + 2] != ["to"]):
        return False
    if "VBG" in forms:
        return noun_share(low[n]) > 0.9
    return low[n - 3 : n - 2] != [] and lemmas(low[n - 3]).get("VERB", ("",))[0] in _DOES


def is_done_to_many(low: list[str], n: int) -> bool:
    """Whether "-ing" behind "be" is done to several: "are *planning* attacks", "is *firing* rockets"."""
    following, then = ([*low[n + 1 : n + 3], "", ""])[:2]
    behind = following if is_plural_noun(following) else then if "ADJ" in lemmas(following) else ""
    classes = noun_classes(behind)
    return is_plural_noun(behind) and (low[n] in _DOING or (bool(classes & _DONE_TO) and not classes & _SPOTS))


def does_to_many(low: list[str], n: int, before: str) -> bool:
    """Whether "-ing" is what somebody before it does to several: "rebels *firing rockets*", "*running* low"."""
    following = low[n + 1] if n + 1 < len(low) else ""
    if low[n] in _RUNS and following in _SHORT:
        return True
    if before == "name":  # "with *Iran selling drones* to Sudan", no "Boeing training jets"
        return low[n] in _SELLS and is_done_to_many(low, n) and low[n + 2 : n + 3] in (["to"], ["from"])
    does = is_plural_noun(low[n - 1]) or low[n - 1] in MANY
    return does and bool(noun_classes(low[n - 1]) & _DOERS) and is_done_to_many(low, n)


def goes_on_with(low: list[str], n: int, verb: str) -> bool:
    """Whether "-ing" behind a verb is what somebody does: "start *loading* fuel", "were seen *firing* rockets"."""
    return verb in _GOES_ON_WITH or (verb in _SEES and is_done_to_many(low, n))


def takes_up(low: list[str], n: int) -> bool:
    """Whether a verb that may be a noun, too, has "-ing" behind it that is none: "Peru *stops exporting* tin"."""
    following = low[n + 1] if n + 1 < len(low) else ""
    return verb_tags(following) == {"VBG"} and goes_on_with(low, n + 1, lemmas(low[n]).get("VERB", ("",))[0])


_SEES: Final = frozenset("see film spot catch photograph record".split())
_RUNS: Final = frozenset(("running", "standing", "growing", "falling"))
_SHORT: Final = frozenset("short low thin dry idle empty high".split())
_SELLS: Final = frozenset("selling sending shipping supplying smuggling exporting importing buying giving".split())
_DOERS: Final = frozenset(("person", "vehicle", "weather"))
_DOING: Final = frozenset("planning building funding financing spending dealing training drilling".split())
_DONE_TO: Final = frozenset(("person", "artifact", "vehicle", "animal", "food"))
_SPOTS: Final = frozenset(("location", "group"))  # not "these are *training camps*"
_ACTS: Final = frozenset(("person", "group", "vehicle", "animal"))
_ONE: Final = frozenset(("a", "an"))
_MOSTLY: Final = 0.8  # how often such a word is a noun
_DREADS: Final = frozenset(("fear", "hope", "worry", "doubt"))


def tells(word: str, following: str, then: str) -> bool:
    """Whether a plain form is one of showing, with what is shown behind it: "images *show the ship* left"."""
    if following in NOMINATIVE and (word in forms_in("said") or word in forms_in("verbs")):
        return True  # "detectives *fear they* have fled"
    if word in _DREADS:
        return following == "that" or CLOSED.get(following) == "determiner"  # "officials *fear the* ship"
    if word not in forms_in("said"):
        return False
    told = "VBD" in verb_tags(following) and noun_share(word) < _SELDOM_A_NOUN  # "who officials *say* left"
    is_done = then in AUXILIARIES or is_past(then)  # "residents *claim rebels left*"
    told = told or (is_done and is_plural_noun(following))
    return following == "that" or CLOSED.get(following) == "determiner" or told


def does(low: list[str], n: int) -> bool:
    """Whether a plain form goes with the noun of what is done: "ministers *pay* official *visits*"."""
    return low[n] in _DOES and not _DONE.isdisjoint(low[n + 1 : n + 4])


def is_kind_of(low: list[str], n: int) -> bool:
    """Whether a word says which sort of thing the next word is, behind an article and a nationality."""
    following = low[n + 1] if n + 1 < len(low) else ""
    classes = noun_classes(following)
    if low[n - 2 : n - 1] == [] or CLOSED.get(low[n - 2]) != "determiner" or not is_noun(following):
        return False
    is_somebody = classes == {"person"} and not following.endswith("s")  # "a Chadian *shipping broker*"
    return is_somebody or (
        noun_share(low[n]) > ONLY_A_NOUN and bool(classes & {"vehicle", "artifact", "person", "location"})
    )


def is_made_to(low: list[str], n: int) -> bool:
    """Whether a plain form is what somebody is seen, made or helped to do: "will see Spain *buy* ships"."""
    if low[n - 1] in HELPS:
        behind = "".join(low[n + 1 : n + 2])  # "helped *move* 90 nurses", no "helped transport firms"
        return CLOSED.get(behind) in {"determiner", "number"} or behind[:1].isdigit() or noun_share(low[n]) < 0.5
    if _is_helped_to(low, n):
        return True
    for k in range(n - 2, max(-1, n - 7), -1):
        word = low[k]
        if word in _MAKES:
            return True
        # "saw scores *of men* leave"
        is_of = word == "of" and k < n - 1 and (is_plural_noun(low[n - 1]) or low[n - 1] in MANY)
        if word in AUXILIARIES or word in {"to", ","} or (CLOSED.get(word) == "preposition" and not is_of):
            return False
        if verb_tags(word) and not is_noun(word):
            return False
    return False


def _is_helped_to(low: list[str], n: int) -> bool:
    """Whether a plain form is what somebody is helped to do: "accused of helping a gang *move* cocaine"."""
    k = next((k for k in range(n - 2, max(-1, n - 6), -1) if low[k] in HELPS), None)
    return k is not None and not any(word in CLOSED and CLOSED[word] != "determiner" for word in low[k + 1 : n]) and (
        noun_share(low[n]) < 0.9
    )  # fmt: skip


HELPS: Final = frozenset("help helps helped helping let lets letting".split())
"""Verbs that another one may stand behind without "to"."""


def is_counted(low: list[str], n: int) -> bool:
    """Whether a number stands before a noun and a participle of one compound: "90 *infantry fighting* cars"."""
    before = low[max(0, n - 3) : n - 1]
    return any(word[:1].isdigit() for word in before) and not low[n - 1].endswith("s") and low[n - 1] not in MANY


def verb_later(low: list[str], n: int) -> bool:
    """Whether a clause has its verb further on: "grain exports from Ukraine to Kenya fell"."""
    for k, word in enumerate(low[n : n + 12], n):
        if word == "so" and low[k + 1 : k + 2] == ["far"]:
            continue  # "Omani *exports* so far have gone to Chad"
        if not word[0].isalnum() or CLOSED.get(word) in {"conjunction", "subordinator", "relative"}:
            return False
        is_month = word == "may" and (
            low[k - 1] in {"in", "of", "since", "by", "until"} or "".join(low[k + 1 : k + 2]).isdigit()
        )
        is_left = word == "left" and low[k - 1] not in {"the", "far"}
        grew = word in _GREW and not is_noun("".join(low[k + 1 : k + 2]))  # "exports to Peru *increased by* a third"
        if (word in AUXILIARIES and not is_month) or is_past(word) or is_left or grew:
            return True
    return False


_GREW: Final = frozenset("increased decreased registered doubled tripled diminished accelerated improved".split())


def is_what_happens(before: str, prior: str, following: str) -> bool:
    """Whether a word like "fighting" is a noun: "fled *fighting* in Chad", "from fierce *shelling*"."""
    if before == "verb":
        return lemmas(prior).get("VERB", ("",))[0] in _FLEES
    if before == "subordinator":
        return following in AUXILIARIES or bool(verb_tags(following) & {"VBD", "VBZ"})  # "as *fighting* spread"
    ends = CLOSED.get(following) in {"preposition", "conjunction"} or not following[:1].isalnum()
    return before in {"adjective", "preposition"} and ends


_FLEES: Final = frozenset(("flee", "escape"))


def is_what_one_sends(low: list[str], n: int) -> bool:
    """Whether a relative without "that" has its verb here: "all the oil Chile *ships to* Japan is …"."""
    if low[n + 1 : n + 2] not in (["to"], ["from"]) or not verb_later(low, n + 2):
        return False
    k = n - 3 if low[n - 2 : n - 1] == ["the"] else n - 2
    if k > 0 and low[k] in {"that", "which"}:
        k -= 1
    return k >= 0 and (low[k] in EVERYTHING or bool(noun_classes(low[k]) & (GOODS | {"possession"})))


def is_no_auxiliary(low: list[str], n: int, *, capital: bool) -> bool:
    """Whether "may", "might" or "will" is a month, force or wish: "in *May*", "against her *will*"."""
    if low[n] == "will" and low[n - 1] in _WHOSE:
        return (
            n < 2 or low[n - 1] != "her" or CLOSED.get(low[n - 2]) == "preposition"
        )  # not "those who love *her will*"
    return low[n] in {"may", "will", "might"} and capital


_WHOSE: Final = frozenset(("his", "her", "their", "its", "my", "our", "your", "the", "free"))


_CALLED: Final = frozenset("named identified described known".split())


def is_called_by(low: list[str], n: int) -> bool:
    """Whether "as" leads to what somebody is called: "a man named by police *as* Leo Paz was flown to Oslo"."""
    by = next((k for k in range(n - 2, max(0, n - 6), -1) if low[k] == "by"), 0)
    return by > 0 and low[by - 1] in _CALLED


def is_told_of(low: list[str], n: int) -> bool:
    """Whether a participle or a number stands between "first" and its noun: "the first *reported* case"."""
    if n < len(low) and (low[n][:1].isdigit() or CLOSED.get(low[n]) == "number"):
        return True
    return n + 1 < len(low) and "VBN" in verb_tags(low[n]) and low[n] != "left" and is_noun(low[n + 1])


def is_year(word: str) -> bool:
    """Whether a number is a year of news or of history: "1848", "2020"."""
    return word.isdigit() and len(word) == 4 and word[:2] in {"18", "19", "20"}


def is_side(low: list[str], n: int, before: str, *, finite: bool) -> bool:
    """Whether a team goes to a place by a verb that may be a noun: "the *side travel to* Leeds"."""
    led = any(
        low[k] in _LEADS_IN and all(word not in CLOSED or word == "the" for word in low[k + 1 : n])
        for k in range(n - 2, max(-1, n - 5), -1)
    )  # "will be named *before the team travel to* Lyon", "is over *before Chad flies to* Lima"
    if (not led and (finite or "VB" not in verb_tags(low[n]))) or n + 2 >= len(low) or "VB" in verb_tags(low[n + 2]):
        return False
    if lemmas(low[n]).get("VERB", ("",))[0] not in listed("frames", "travels", "verbs"):
        return False
    alone = led or n < 2 or CLOSED.get(low[n - 2]) != "preposition"  # "a ban on US travel to Cuba"
    return (before == "name" and alone) or (low[n - 1] in _SIDES and before in {"noun", "adjective"})


_LEADS_IN: Final = frozenset(("before", "after", "as", "when", "until"))


def heads_off(low: list[str], n: int, before: str, *, finite: bool) -> bool:
    """Whether a name does what may be a noun, too, with a goal behind it: "Storm Ines *heads for* Oslo"."""
    acts = before == "noun" and not low[n - 1].endswith("s") and bool(noun_classes(low[n - 1]) & _HEADERS)
    if (
        not (before == "name" or acts)
        or finite
        or low[n + 1 : n + 2] == []
        or low[n + 1] not in _GOALS
        or verb_later(low, n + 1)
    ):
        return False
    verb = lemmas(low[n]).get("VERB", ("",))[0]
    return "VBZ" in verb_tags(low[n]) and verb in _LEADS


_GOALS: Final = frozenset("to for into toward towards".split())
_HEADERS: Final = frozenset(("animal", "vehicle", "weather", "troupe"))  # "rhino *calf* heads for Kenya"
_LEADS: Final = frozenset(
    "head race dash rush return travel sail swim drift edge barrel roar storm steam march".split()
)


def joins_a_subject(low: list[str], n: int) -> bool:
    """Whether "and" joins a noun to another whose verb follows: "Iraqi *ships and planes* left"."""
    if low[n + 1 : n + 2] != ["and"] or n + 2 >= len(low) or not is_plural_noun(low[n]):
        return False
    joined = low[n + 2]
    return (is_noun(joined) or "ADJ" in lemmas(joined) or "-" in joined) and (
        noun_share(lemmas(joined).get("VERB", ("",))[0]) > 0.5 or not verb_tags(joined)
    ) and verb_later(low, n + 2)  # fmt: skip


@lru_cache(maxsize=16384)
def is_plural(word: str) -> bool:
    """Whether a word is a plural and no form of a verb, which seldom stands inside a compound."""
    return is_plural_noun(word) and not verb_tags(word)


def is_said_of(following: str) -> bool:
    """Whether a word is a verb that a plural before it is the subject of: "that trucks *carrying* aid left"."""
    return following in AUXILIARIES or ("VBG" in verb_tags(following) and not is_noun(following))


def is_plural_noun(word: str) -> bool:
    """Whether a word is a plural, whatever else it may be."""
    return word.endswith("s") and lemmas(word).get("NOUN", (word,))[0] != word


def follows_verbs(following: str) -> bool:
    """Whether a word that follows is one that follows a verb more than a noun."""
    return (CLOSED.get(following) in {"determiner", "preposition", "pronoun", "number"} and following not in {
        "of", "by",
    }) or following in {"to", "that"} or following[:1].isdigit() or following[:1] in {"$", "€", "£"} or (
        following[:1].isalpha() and not lemmas(following)
    )  # fmt: skip


def is_she(low: list[str], n: int) -> bool:
    """Whether "her" owns nothing: "took *her* back to Oslo", "it took *her* 13 days", not "her 13 dogs"."""
    word, following = (low[n + 1] if n + 1 < len(low) else ""), (low[n + 2] if n + 2 < len(low) else "")
    if word[:1].isdigit() or CLOSED.get(word) == "number":
        return n > 1 and low[n - 2] == "it" and low[n - 1] in {"took", "takes", "take", "cost"}
    if n and low[n - 1] in {"left", "leave", "leaves", "leaving"} and "VBN" in verb_tags(word):
        return True  # "leaving *her* stuck in Bari"
    if word == "back" and (following == "to" or CLOSED.get(following) == "preposition"):
        return True
    if _is_named_spot(low, n + 1):
        return False  # "flew to *her Lagos flat*"
    return not (is_noun(word) or word in ORDINALS or "ADJ" in lemmas(word) or is_told_of(low, n + 1))


def _is_named_spot(low: list[str], n: int) -> bool:
    """Whether words of no dictionary, a name's, stand before a noun for a thing: "*New Delhi* flat"."""
    k = n
    while k < min(len(low), n + 3) and low[k][:1].isalpha() and not lemmas(low[k]) and low[k] not in DATES:
        if low[k] in CLOSED or low[k] in AUXILIARIES:
            return False
        k += 1
    return n < k < len(low) and is_noun(low[k]) and "person" not in noun_classes(low[k])


ORDINALS: Final = frozenset(("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"))

MANY: Final = frozenset("people troops police children men women data couple pair crew duo".split())
"""Words that are several without an s."""


def are_counted(low: list[str], n: int) -> bool:
    """Whether a number stands shortly before a word, with names in between at the most."""
    return any(one.isdigit() or CLOSED.get(one) == "number" for one in low[max(0, n - 5) : n - 1])


def has_many(low: list[str], n: int, *, finite: bool) -> bool:
    """Whether an aside that a comma closes before a word is of several: "*The pandas*, on loan from Togo,"."""
    k = next((k for k in range(n - 2, 1, -1) if low[k] == ","), 0)
    first = low.index(",")
    if not finite and "and" in low[1:first] and low[first + 1] == "of" and not verb_later(low, n + 1):
        return True  # "Ana and Leo Roa, of Erie, Pa., *tow* a van to Oslo"
    is_spot = first > 2 and low[first - 2] in {"in", "at", "from", "near", "of", "outside"}
    among = low[first - 3] if is_spot else low[first - 1]  # "*Migrants* in Calais"
    is_who = not {"who", "whom", "which"}.isdisjoint(low[first + 1 : first + 4])
    if is_who and (is_plural_noun(among) or among in MANY) and not verb_later(low, n + 1):
        return True  # "Migrants, most of whom had fled wars, *climb* onto trucks"
    before = low[k - 1]
    named = before[-1:] == "s" and not lemmas(before)  # "the Lakers"
    many = named or before in MANY or is_plural_noun(before) or (k > 1 and low[k - 2] == "and" and not finite)
    if not 1 < k < n - 2 or verb_later(low, n + 1) or not many:
        return False
    hangs = verb_tags(low[k + 1]) & {"VBN", "VBG"} and CLOSED.get(low[k + 2]) == "preposition"
    return bool(hangs) or not finite  # "Troops, *wounded in* battle, leave Chad"


def sends_on(low: list[str], n: int, prior: str) -> bool:
    """Whether people send goods on, right before a word or past a place: "*growers* around Lima *ship* onions"."""
    who = low[n - 3] if n > 2 and CLOSED.get(low[n - 2]) == "preposition" else prior
    if not (is_plural_noun(who) and noun_classes(who) & {"person", "group"}):
        return False
    following = low[n + 1] if n + 1 < len(low) else ""
    goes = lemmas(low[n])["VERB"][0] in _SHIPS and not _ONWARDS.isdisjoint(low[n + 2 : n + 5])
    is_cargo = following in listed("frames", "cargo", "nouns") or bool(noun_classes(following) & TRADED)
    return is_cargo or (goes and is_plural_noun(following))


_SHIPS: Final = frozenset("ship export import send truck fly supply sell smuggle ferry haul".split())
_ONWARDS: Final = frozenset(("to", "from", "into"))


def acts(low: list[str], n: int) -> bool:
    """Whether a word that may be a quality is who does what stands behind it: "the *army* left", "a *plane* flying"."""
    following = low[n + 1] if n + 1 < len(low) else ""
    tags = verb_tags(following)
    if following in _ABLE or tags & {"VBD", "VBZ"} or ("VB" in tags and is_made_to(low, n + 1)):
        return True
    does = following == "heading" or noun_share(following) <= _OFTEN
    return "VBG" in tags and does and low[n + 2 : n + 3] in _BEHIND_DOING


_ABLE: Final = frozenset(("able", "unable", "capable", "ready"))
_OFTEN: Final = 0.6  # how often at most such a word is a noun
_BEHIND_DOING: Final = tuple(
    [one] for one in "to from in into at on over near off through with by the a its towards toward along across".split()
)
