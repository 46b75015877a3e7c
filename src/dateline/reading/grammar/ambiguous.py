"""Words that may be a noun, a verb or an adjective: what they are by the words beside them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from dateline.reading.grammar.besides import (
    GOODS,
    HELPS,
    MANY,
    ONLY_A_NOUN,
    TRADED,
    acts,
    are_counted,
    are_traded,
    does,
    does_to_many,
    follows_verbs,
    goes_on_with,
    has_many,
    heads_off,
    is_counted,
    is_done,
    is_done_to_many,
    is_kind_of,
    is_made_to,
    is_nominal,
    is_noun,
    is_of_goods,
    is_past,
    is_plural,
    is_plural_noun,
    is_quality,
    is_said_of,
    is_side,
    is_what_happens,
    is_what_one_sends,
    joins_a_subject,
    sends_on,
    takes_up,
    tells,
    verb_later,
)
from dateline.reading.grammar.closed import CLOSED
from dateline.reading.grammar.compounds import ends_compound, is_claimed, is_owned, is_shelling
from dateline.reading.grammar.errands import heads_away, is_next_errand
from dateline.reading.grammar.joined import ACROSS, INSTEAD, WHITHER, is_verb_behind_and
from dateline.reading.grammar.pieces import MONTHS
from dateline.reading.hedging.listed import forms_in
from dateline.reading.hedging.unreached import DATES
from dateline.reading.text.forms import AUXILIARIES, lemmas, verb_tags
from dateline.reading.text.nouns import noun_classes, noun_share
from dateline.reading.text.wordlists import words as listed

if TYPE_CHECKING:
    from dateline.reading.grammar.syntax import Tag

__all__ = ["BE", "HAVE", "NOMINAL", "is_noun", "may_be_base", "open_tag"]

BE: Final = frozenset("be am is are was were been being isn't aren't wasn't weren't 're 'm".split())
_SHORT_BE: Final = frozenset(("'s", "’s"))
_BLAMED: Final = frozenset(
    "accuse accuses accused accusing suspect suspects suspected convicted guilty acquitted".split()
)
_HOW: Final = frozenset(("rough", "idle", "low", "short", "dry"))
_ANYBODY: Final = frozenset(("those", "anyone", "everyone"))
_LINKING: Final = frozenset(("remain", "stay", "become", "appear", "seem"))
HAVE: Final = frozenset("have has had having haven't hasn't hadn't 've".split())
NOMINAL: Final = frozenset(("noun", "name", "pronoun"))
_BEGINS: Final = frozenset(("mark", "subordinator", "relative"))
_ARTICLES: Final = frozenset(("a", "an", "the"))
_LEFT_BY: Final = frozenset(("noun", "name", "pronoun", "number", "adjective"))
_LEFT: Final = frozenset("the for his her their its from on in at behind home a".split())
_ACTORS: Final = frozenset(("person", "group", "location", "vehicle", "animal", "weather"))
_SOME: Final = frozenset(("some", "many", "several", "few", "both", "most"))
_ORDINALS: Final = frozenset(("first", "second", "third", "last", "next", "only", "longest"))
_SUBJECTS: Final = frozenset("i he she it they we you who which that there".split())


@lru_cache(maxsize=16384)
def may_be_base(word: str) -> bool:
    """Whether a word behind "to" may be the plain form of a verb, and is not a noun nearly always."""
    return word in {"be", "have", "do"} or ("VB" in verb_tags(word) and noun_share(word) < 0.97)


_QUALITIES: Final = frozenset(
    "wounded injured displaced stranded donated looted stolen smuggled captured detained freed exiled retired imported"
    " abandoned trapped infected vaccinated armed unarmed masked deported evacuated rescued captive".split()
)
_SCORES: Final = frozenset("thousands hundreds dozens scores millions tens most many some several".split())


def open_tag(low: list[str], n: int, before: Tag, prior: str, *, finite: bool, named: bool) -> Tag:  # noqa: PLR0913
    """What a word of no closed class is, by what it may be and what stands beside it."""
    word = low[n]
    following = low[n + 1] if n + 1 < len(low) else ""
    can = lemmas(word)
    forms = verb_tags(word)
    noun, adjective = "NOUN" in can, "ADJ" in can
    if word == "free" and before == "verb" and CLOSED.get(following) == "preposition":
        return "adverb"  # "walked *free from* Bari prison"
    leads = before in _BEFORE_NOUNS or (before == "preposition" and "VBZ" in forms)
    compared = adjective and can["ADJ"][0] != word  # "the *longer* way"
    noun = noun or (leads and not compared and bool(noun_classes(word)))  # "a bar", "a gesture of *thanks*"
    if not noun and "VBG" in forms and noun_share(word) > ONLY_A_NOUN and is_what_happens(before, prior, following):
        return "noun"
    if is_shelling(low, n, before, prior):
        return "noun"
    if not can:
        if word.endswith("ly"):
            return "adverb"
        is_kind = "-" in word and (is_noun(following) or word[-8:] == "-central")
        if is_kind and before not in {"name", "noun", "pronoun", "auxiliary", "to"}:
            return "adjective"  # "carrying *oil-related* goods"
        if word.endswith(("ed", "ing")) and before not in {"determiner", "possessive", "adjective", "preposition"}:
            return "verb"
        return "noun"
    if word.endswith("ly") and "ADV" in can and not noun:
        return "adverb"
    if before == "verb" and word in _QUALITIES and prior not in forms_in("said") and (
        is_plural_noun(following) or (named and any(is_plural_noun(w) for w in low[n + 2 : n + 4]))
    ):  # fmt: skip
        return "adjective"  # "visited *wounded* soldiers", "handed over *captured* Islamic State fighters"
    if not n and adjective and "VB" in forms and is_plural_noun(following):
        return "adjective"  # "*Direct flights* to Oran will resume"
    if forms:
        verdict = _verb_or_not(low, n, before, prior, forms, noun=noun, finite=finite, named=named)
        if verdict is not None:
            return verdict
    if adjective and noun and before in NOMINAL and "person" in noun_classes(word) and (
        named or not is_noun(following)
    ):  # fmt: skip
        return "noun"  # "the police *chief* Ana Roa"
    if adjective and noun and noun_classes(word) & _ACTORS and (acts(low, n) or following in DATES):
        return "noun"  # "the army left", "the country ships …", "saw *the army* shell it", "a *plane* flying to Oslo"
    if adjective and noun and following in {"last", "next"} and "time" in noun_classes("".join(low[n + 2 : n + 3])):
        return "noun"  # "to Peru's *army* last month"
    if adjective and (not noun or prior in BE or (is_nominal(low, n + 1) and word != "side")):
        return "adjective"
    if forms & {"VBN", "VBG"} and not noun:
        return "adjective" if is_nominal(low, n + 1) else "noun" if before == "determiner" else "verb"
    if noun:
        return "noun"
    if adjective:
        return "adjective"
    if "ADV" in can:
        return "adverb"
    return "verb" if forms else "noun"


_GOODS: Final = frozenset(("substance", "food", "artifact", "part", "location"))
_BEFORE_NOUNS: Final = frozenset(("determiner", "possessive", "adjective"))


def _verb_or_not(  # noqa: PLR0913, PLR0915
    low: list[str], n: int, before: Tag, prior: str, forms: frozenset[str], *, noun: bool, finite: bool, named: bool
) -> Tag | None:  # fmt: skip
    """Decide for a word that may be a verb; None where something else should be asked."""
    word = low[n]
    following = low[n + 1] if n + 1 < len(low) else ""
    opens = (
        named
        or following in CLOSED
        or following in {"to", "that", "after", "before", "round", ""}
        or not following[:1].isalpha()
        or not lemmas(following)
        or (following.endswith("ly") and "ADV" in lemmas(following))
        or following in WHITHER
    )
    if before == "to":
        return "verb" if "VB" in forms and not (noun and is_claimed(low, n)) else None
    if noun and n > 2 and prior.isdigit() and low[n - 3] in _ARTICLES and "VBG" not in forms:
        return None  # "as a Category 3 *storm* over Cuba", not "a Boeing 777 *flying* to Lima"
    if noun and "VBZ" in forms and (low[n + 1 : n + 3] in ([",", "who"], [",", "whose"]) or (
        before == "name" and following == "," and noun_classes(word) & {"person", "vehicle"}
    )):  # fmt: skip
        return None  # "French *forces*, who left in May", "Libyan *jets*, he said, hit it"
    if word == "holding" and before not in _BEFORE_NOUNS and noun_classes(following) & {"communication", "event"}:
        return "verb"  # "after *holding talks* in Oslo"
    if prior in {"whom", "which"} and low[n - 2] == "of" and opens and forms & {"VBP", "VBD", "VBZ"}:
        return "verb"  # "the men, two of whom *hold* Swedish passports, left"
    if prior == "behind" and "VBZ" in forms:
        return "noun"  # "has been *behind bars* in Bali"
    if word == "questioning" and before == "preposition" and CLOSED.get(following) != "determiner":
        return "noun"  # "held for *questioning* in Lima"
    if word == "keep" and before == "noun" and prior.endswith(("s", "men", "people", "police")):
        return "verb"  # "policemen *keep* watch"
    if "VBP" in forms and noun and before == "name" and not finite and not verb_later(low, n + 1) and (
        (CLOSED.get(following) == "determiner" and any(is_plural_noun(one) for one in low[max(0, n - 9) : n]))
        or ("and" in low[max(0, n - 3) : n - 1] and (following in CLOSED or noun_classes(following) & _GOODS))
    ):  # fmt: skip
        return "verb"  # "refugees sheltering in Mali *fear* a long winter", "Peru and Chile *export* copper"
    if word in _HOW and before == "verb" and CLOSED.get(following, "preposition") == "preposition" and (
        CLOSED.get(following) or not following[:1].isalpha()
    ):  # fmt: skip
        return "adverb"  # "slept *rough* near the station", "with supplies running *short*,"
    if prior in _ANYBODY and "VBG" in forms and opens:
        return "verb"  # "those *attending* the funeral"
    if prior in _ANYBODY and "VBN" in forms and before == "determiner" and CLOSED.get(following) == "preposition":
        return "verb"  # "those *trapped* by the snow"
    if before != "auxiliary" and following in _KINDS_OF.get(word, ()):
        return None  # "according to *trading* sources", "*shipping* data", "a Nations Cup *qualifying* match"
    if prior == "been" and "VBG" in forms:
        return "verb"  # "have been *holding* talks"
    is_shown = CLOSED.get(following) in {"determiner", "number"} or (prior in MONTHS and opens)
    is_shown = is_shown and (not verb_later(low, n + 1) or low[n - 1][-1] == "s" or "by" in low[max(0, n - 3) : n])
    if word in {"show", "shows"} and before in NOMINAL and is_shown:
        return "verb"  # "photos taken on Tuesday *show* a ship", "… by the family *shows* the prince"
    if word in _TRADES and before in NOMINAL and not finite and not verb_later(low, n + 1) and (
        CLOSED.get(following) in {"determiner", "number"} or following[:1].isdigit()
    ):  # fmt: skip
        return "verb"  # "farmers in Oran *export half* of it"
    if word == "passes" and before in NOMINAL and following in ACROSS:
        return "verb"  # "the oil shipped from Oran *passes through* Bari"
    if before in NOMINAL and ((word in _ACCOUNTS and following == "for") or (word in _ENDS and following == "up")):
        return "verb"  # "China *accounts for* half of it", "oil from Oman *ends up* in Bari"
    if before == "name" and following == "off" and "VB" in forms and low[n + 2 : n + 3] == ["to"] and not finite:
        return "verb"  # "Leeds *jet off to* Oman"
    if before == "preposition" and "VBN" in forms and word in _WOUNDED and not is_nominal(low, n + 1):
        return "noun"  # "dozens of *wounded* were flown to Bari"
    if word == "known" and before in NOMINAL and following in {"as", "for", "to"}:
        return "verb"  # "a man *known as* the Boss"
    leaves = word == "left" and (before in _LEFT_BY or prior == "aboard") and (named or following in _LEFT)
    if leaves and prior not in {"far", "very"}:
        return "verb"  # "a man in his 30s *left* Cairo", "a plane with two aboard *left* Suva"
    if (
        "VBZ" in forms and following == "to" and before in {"name", "noun", "mark"} and word in forms_in("verbs")
        and n + 2 < len(low) and "VB" in verb_tags(low[n + 2]) and not verb_later(low, n + 2)
    ):  # fmt: skip
        return "verb"  # "the envoy, whose aims were unclear, *plans to* fly"
    agrees = ("VB" if prior.endswith("s") else "VBZ") in forms
    if agrees and following in _SCORES and before in {"noun", "name"} and (
        word in forms_in("said") and verb_later(low, n + 1)
    ):  # fmt: skip
        return "verb"  # "the opposition *claims thousands* of ballots were brought"
    if before in NOMINAL and not finite and noun and "VBZ" in forms and takes_up(low, n):
        return "verb"  # "Peru *stops exporting* tin"
    if word in _WANTS and following == "to" and before not in {"determiner", "possessive", "adjective"}:
        return "verb"
    if n == 1 and prior in _SOME and "VBD" in forms and not noun and CLOSED.get(following) == "preposition" and (
        lemmas(word)["VERB"][0] in listed("frames", "travels", "verbs")
    ):  # fmt: skip
        return "verb"  # "Some *travelled* from Oslo"
    if before == "verb" and low[n - 1].endswith("ly") and "VBN" in forms and "VB" not in forms and is_noun(following):
        return None  # "made highly *publicised* visits"
    if before == "verb" and prior in _KEPT and "VB" in forms and "ADJ" in lemmas(word) and following in _APART:
        return None  # "was held *separate* from others"
    if (word == "setting" and following in {"sail", "foot", "off", "out"}) or (
        word == "set" and before == "mark" and following in {"sail", "foot"}
    ):
        return "verb"  # "after *setting* sail", "the ship, held in Malta, *set* sail"
    if word == "fell" and before not in {"determiner", "possessive", "adjective", "preposition", "auxiliary"}:
        return "verb"
    if before == "auxiliary":
        if prior in BE or (prior in _SHORT_BE and forms & {"VBG", "VBN"}):  # "he*'s* not coming"
            if "VBG" in forms and (is_done_to_many(low, n) or lemmas(word)["VERB"][0] in _SENDS):
                return "verb"  # "is *loading* crude"
            if "VBG" in forms or "VBN" in forms:
                return "verb" if not (noun and not opens and word.endswith("ing") and noun_share(word) > 0.5) else None
            return None
        if prior in HAVE:
            return "verb" if "VBN" in forms else None
        return "verb" if "VB" in forms else None
    if prior in {"both", "all"} and n > 2 and "VB" in forms and low[n - 2] not in CLOSED and not verb_tags(low[n - 2]):
        return "verb"  # "Chad and Oman *both claim* it"
    if prior == "those" and (("VBN" in forms and CLOSED.get(following) == "preposition") or (
        "VBG" in forms and noun_share(word) < 0.9 and is_plural(following)
    )):  # fmt: skip
        return "verb"  # "those *evacuated* from Lima", "those *ferrying* tourists to Chad"
    if prior == "other" and low[n - 2] == "the" and "VBD" in forms and not noun and opens:
        return "verb"  # "one reached Bari; *the other turned* back"
    if before in {"determiner", "possessive", "number"}:
        return None
    if prior == "of" and "VBG" in forms and not _BLAMED.isdisjoint(low[max(0, n - 5) : n - 1]):
        return "verb"  # "accuse Oman of *flying* arms to Chad"
    if before == "name" and "VBG" in forms and is_kind_of(low, n):
        return None  # "a British *fishing vessel*"
    if prior == "with" and "VBG" in forms and "ADJ" in lemmas(word) and is_plural_noun(following):
        return None  # "with existing pupils"
    if prior in _ORDINALS and "VBG" in forms and is_noun(following):
        return None  # "the first *reigning* queen"
    goes = following == "to" and bool(forms & {"VB", "VBZ"})
    if goes and is_side(low, n, before, finite=finite) and not verb_later(low, n + 1):
        return "verb"  # "the *side travel to* Leeds next week"
    if before == "verb" and "VBG" in forms and lemmas(prior).get("VERB", ("",))[0] in _DENIES and (
        following not in CLOSED and following[:1].isalpha() and is_noun(following)
    ):  # fmt: skip
        return "verb"  # "denied *firing* petrol bombs"
    if prior in _BEFORE_DOING and "VBG" in forms and (following == "home" or (
        is_noun(following) and lemmas(word)["VERB"][0] in _SENDS and noun_classes(following) & (GOODS | TRADED)
    )):  # fmt: skip
        return "verb"  # "after *flying vaccines* to Togo", "before *coming home* to Leeds"
    if prior in _PUT_DOWN_TO and "VBG" in forms and (lemmas(word)["VERB"][0] in _SENDS or word == "running") and (
        lemmas(following).get("NOUN", ("",))[0] in listed("frames", "cargo", "nouns") or is_of_goods(following)
    ):  # fmt: skip
        return "verb"  # "jailed for *running guns* to Chad"
    if prior == "without" and noun and noun_share(word) > ONLY_A_NOUN and CLOSED.get(following, "to") != "determiner":
        return "noun"  # "arrived without *warning* in Bari"
    if prior == "of" and noun and noun_classes(word) & {"artifact", "possession"} and "VBG" in forms and (
        CLOSED.get(following) in {"preposition", "conjunction"} or not following[:1].isalnum()
    ):  # fmt: skip
        return None  # "3 tonnes of *clothing* for Gao"
    if prior == "aboard" and "VBZ" in forms and not finite and opens:
        return "verb"  # "Ship with 90 aboard *docks* in Oran"
    if before == "adjective" and "VBZ" in forms and opens and not finite and (
        noun_share(lemmas(word)["VERB"][0]) < _ONLY_A_VERB
    ):  # fmt: skip
        return "verb"  # "a tall spruce *goes* to Bari"
    if before in {"preposition", "adjective"}:
        return "verb" if before == "preposition" and "VBG" in forms and (not noun or follows_verbs(following)) else None
    if (
        prior in _SUBJECTS
        and not (prior == "that" and before == "subordinator" and noun)
        and not (prior == "that" and noun and "VBZ" in forms and is_said_of(following))
    ):
        return "verb"
    if before in {"noun", "name"} and noun and is_done(low, n, prior, forms):
        return None  # "made a surprise *visit*", "an emergency *landing*", "a Maltese *port* call"
    if (before in NOMINAL or (before == "verb" and prior in HELPS)) and "VB" in forms and is_made_to(low, n):
        return "verb"
    if before == "noun" and word in forms_in("said") and "VBP" in forms and not following[:1].isalnum() and (
        "," in low[max(0, n - 4) : n] and is_plural_noun(prior)
    ):  # fmt: skip
        return "verb"  # "four were held, *officials say*."
    if before == "noun" and "VBG" in forms and is_plural_noun(following) and is_counted(low, n):
        return "noun"  # "90 infantry *fighting vehicles*"
    if before == "name" and "VB" in forms and following == "to" and not finite and n + 2 < len(low) and (
        may_be_base(low[n + 2]) and word in listed("frames", "travels", "verbs")
    ):  # fmt: skip
        return "verb"  # "Champions Ireland *travel to* face Scotland"
    is_made = before == "name" and "VBN" in forms and not noun and low[n - 2 : n - 1] == ["of"]
    is_made = is_made and (finite or verb_later(low, n + 1))  # not "the government of Haiti *sold* oil"
    if (
        is_made
        and prior.endswith(_NATIONAL)
        and noun_classes(low[min(n + 1 + is_quality(following), len(low) - 1)]) & GOODS
    ):
        return None  # "imports of Russian *refined* oil"
    if word == "crossing" and prior in listed("frames", "crossed", "nouns"):
        return None  # "through a border *crossing* into Peru"
    if before == "noun" and "VBZ" in forms and noun and following == "," and low[n - 2 : n - 1] == [","]:
        return None  # "wearing red shoes, paper *masks*, and wigs"
    if before == "name" and "VBZ" in forms and "vehicle" in noun_classes(word) and are_counted(low, n):
        return "noun"  # "four CH-146 Griffon *helicopters*"
    if before == "name" and "VBZ" in forms and following in _LIES and "vehicle" in noun_classes(word):
        return None  # "showed Russian *jets* at a base"
    if before == "noun" and "VBG" in forms and not noun and is_plural_noun(following) and (
        is_of_goods(prior) and not prior.endswith("s")
    ):  # fmt: skip
        return None  # "new drug *smuggling channels*"
    if low[n - 2 : n - 1] and low[n - 2] in _GIVES and "ADJ" in lemmas(word) and is_noun(following):
        return None  # "gave Kenya *adequate* money"
    if before == "name" and noun and "VBZ" in forms and is_owned(low, n):
        return "noun"  # "from its Leeds *works*"
    if before in NOMINAL and ends_compound(low, n, before, prior):
        return "noun"
    if before in NOMINAL and heads_off(low, n, before, finite=finite):
        return "verb"
    if before in NOMINAL:
        if not noun or lemmas(word)["VERB"][0] in _LINKING:
            return "verb"
        if "VBG" in forms:
            if before == "name" and noun_share(word) > 0.97 and "the" in low[max(0, n - 4) : n - 1]:
                return None  # "into the Elm Park *building* with …"
            takes = noun_share(word) <= 0.5 and is_plural(following) and verb_later(low, n + 2)
            takes = takes or does_to_many(low, n, before)
            how = following.endswith("ly") and "ADV" in lemmas(following)  # "men *acting* suspiciously"
            how = how or heads_away(low, n)  # "fans *heading home* to Lima"
            return "verb" if takes or how or follows_verbs(following) else None  # "a van *taking* workers home"
        if forms & {"VBD"} and not forms & {"VB"}:
            return "verb" if opens or not (finite or verb_later(low, n + 1)) else None
        share = noun_share(lemmas(word)["VERB"][0])
        if share < 0.05 and "VB" in forms and (opens or word in forms_in("said")) and not finite:
            return "verb"  # "officials in Ottawa *say* the …", "officials *say troops* have left"
        if share < _ONLY_A_VERB and "VBZ" in forms and opens:
            return "verb"  # "the oil drilled in Oman *comes* from …"
        if before == "name" and "VB" in forms and not finite and following in ACROSS and share < 0.2:
            return "verb"  # "exports to Lima *pass* through Oman"
        if finite and "VBD" not in forms:
            return None
        plural = (
            (prior.endswith("s") and lemmas(prior).get("NOUN", ("",))[0] != prior)  # no "gas"
            or prior in MANY
            or ("and" in low[max(0, n - 4) : n - 1] and low[n - 2] not in _ARTICLES)  # "a man and his dog stand"
        )
        if plural and (tells(word, following, "".join(low[n + 2 : n + 3])) or does(low, n)):
            return "verb"
        is_wish = following == "to" and "VB" in forms and (word in forms_in("said") or word in forms_in("verbs"))
        if plural and is_wish and may_be_base("".join(low[n + 2 : n + 3])):
            return "verb"  # "the rebels *claim to* be advancing"
        if "VBZ" in forms:
            if joins_a_subject(low, n) or (prior in MONTHS and "VBD" in verb_tags(following)):
                return None
            if not plural and before == "noun" and word in forms_in("said") and following in _ARTICLES:
                return "verb"  # "the report *states the* ferry sank"
            if before == "name" and is_what_one_sends(low, n):
                return "verb"
            if before == "name" and named and word in forms_in("said") and not plural:
                return "verb"  # "the ministry of Peru *claims* Ana Roa has fled"
            if verb_later(low, n + 1):
                return None
            if share < 0.1 and not finite:
                return "verb"  # "Roa *makes* regular trips"
            if before == "name" and following in listed("frames", "travels", "verbs") and is_plural_noun(word):
                return None  # "US drones *fly* from …"
            is_traded = "ADJ" in lemmas(prior) or (before == "noun" and are_traded(low, n))
            if following == "of" or (is_traded and following in {"to", "from"}):
                return None  # "Polish exports to Lima", "gas exports to Lima"
            if before == "name" and (share < 0.6 or (not finite and following in _COURSES)):
                return "verb"  # "as Storm Ines *tracks across* Chad"
            taken = follows_verbs(following) or (before == "noun" and is_plural(following))  # "the firm ships bananas"
            taken = taken or (before == "name" and is_noun(following) and low[n + 2 : n + 3] in (["to"], ["from"]))
            if not (plural or finite) and (is_noun(following) or is_quality(following)) and (
                lemmas(word)["VERB"][0] in _SENDS and not {"to", "from"}.isdisjoint(low[n + 2 : n + 5])
            ):  # fmt: skip
                return "verb"  # "the firm *supplies* cheese to Kenya", "Weir *ships* spare pumps from Leeds"
            k = n + 1 + (following in _ROUGHLY)
            counts = k < len(low) and low[k][0].isdigit()  # "Uganda hosts about 900,000 refugees"
            likely = counts or share < 0.8 or (share < 0.95 and taken)
            return "verb" if (opens or taken) and not plural and likely else None
        if "VBD" in forms:
            return "verb" if opens or share < 0.5 else None
        if share > 0.05 and verb_later(low, n + 1):
            return None  # "the arms deal with Oman is worth …"
        if not finite and sends_on(low, n, prior):
            return "verb"  # "traffickers *ship* cocaine", "growers around Lima *ship* onions to Canada"
        if "vehicle" in noun_classes(word) and not following[:1].isalpha():
            return None  # "a search and rescue helicopter, …"
        return "verb" if plural and opens and share < 0.85 and following != "of" else None
    if before in {"conjunction", "verb"} or before in _BEGINS:
        if "VBG" in forms:
            if before == "verb" and goes_on_with(low, n, lemmas(prior).get("VERB", ("",))[0]):
                return "verb"  # "will start *loading* fuel"
            if prior == "," and word in forms_in("said") and noun_share(word) < ONLY_A_NOUN:
                return "verb"  # "…, *saying* donors gave it"
            then = "".join(low[n + 2 : n + 3])
            aside = prior == "," and finite and (  # "sailed past, *drawing protests*", "*cutting short a* visit"
                then in {"to", "back"} or CLOSED.get(then) in {"determiner", "preposition"}
            )  # fmt: skip
            aside = aside or (named and noun_share(word) < 0.9 and (finite or not n))  # "…, *crossing* Turkey"
            goes = following in WHITHER or (following.endswith("ly") and "ADV" in lemmas(following))
            return "verb" if not noun or aside or goes or follows_verbs(following) else None  # "…, *turning slowly*"
        if not noun:
            behind = low[n + 2] if n + 2 < len(low) else ""
            if before == "verb" and "VBN" in forms and is_noun(following) and (
                (behind in AUXILIARIES or is_past(behind)) and following not in CLOSED
            ):  # fmt: skip
                return None  # "denies *attacked* ship was carrying arms", as a headline has it
            happens = "VBG" in verb_tags(following) and noun_share(following) > ONLY_A_NOUN  # "fled *renewed* fighting"
            if before == "verb" and "VB" not in forms and (happens or (prior.endswith("ing") and is_noun(following))):
                return None  # "carrying *looted* copper"
            is_made = "VBN" in forms and "VB" not in forms and prior not in forms_in("said")
            if before == "verb" and is_made and "ADJ" in lemmas(following) and is_noun(behind):
                return None  # "sent *liquefied* natural gas"
            adjective = "ADJ" in lemmas(word) and is_noun(following) and following not in _ORDINALS
            adjective = adjective and CLOSED.get(following) != "preposition"  # "landed and *headed up* the coast"
            if adjective and ((before == "conjunction" and "VBN" in forms) or (before == "verb" and "VB" in forms)):
                return None
            return "verb"
        is_verb = is_verb_behind_and(low, n, prior, forms, finite=finite) if before == "conjunction" else None
        if is_verb is not None:
            return "verb" if is_verb else None
        if "VBD" in forms and "VB" not in forms:
            return "verb"
        leads = named or following == "to" or CLOSED.get(following) in {"preposition", "determiner"}
        if prior == "," and "VBP" in forms and leads and (has_many(low, n, finite=finite) or is_next_errand(low, n)):
            return "verb"  # "The pandas, on loan from Togo, *leave* Bari for Oran"
        if prior == "," and "VBZ" in forms and low[n - 1] in INSTEAD and (named or follows_verbs(following)):
            return "verb"  # "opens in Leeds, *then visits* Bath"
        return None
    return None


_TOLD_BY: Final = frozenset("data sources analysts traders agents circles experts".split())
_PLAYED: Final = frozenset("match matches game games tie fixture round rounds series tournament".split())
_KINDS_OF: Final = {
    **dict.fromkeys(("shipping", "trading", "mining", "banking", "tracking", "polling", "mailing"), _TOLD_BY),
    **dict.fromkeys(("qualifying", "opening", "closing"), _PLAYED),
}
_WANTS: Final = frozenset(("want", "wants", "needs"))
_ROUGHLY: Final = frozenset("about around some nearly over almost roughly".split())
_COURSES: Final = frozenset(("across", "towards", "toward", "into"))
_WOUNDED: Final = frozenset(("wounded", "injured", "displaced", "dead", "missing"))
_ONLY_A_VERB: Final = 0.01  # how seldom such a word is a noun
_LIES: Final = frozenset(("at", "in", "near", "off", "on", "over", "outside", "inside"))
_NATIONAL: Final = ("an", "ese", "ish", "ch", "i", "ic")  # as nationalities end
_PUT_DOWN_TO: Final = frozenset(("for", "of", "from"))
_BEFORE_DOING: Final = frozenset(("after", "before", "by", "without"))
_DENIES: Final = frozenset("deny admit confess regret acknowledge".split())
_SENDS: Final = frozenset(
    "fly ship mail ferry truck pump send smuggle supply import export give sell buy deliver route haul return dispatch"
    " drop fire land load".split()
)
_TRADES: Final = frozenset(("export", "import"))
_ACCOUNTS: Final = frozenset(("account", "accounts", "accounted"))
_ENDS: Final = frozenset(("end", "ends", "wind", "winds"))
_GIVES: Final = frozenset("give gives gave given giving offer offers offered lend lends lent".split())
_KEPT: Final = frozenset("held kept keep keeps keeping hold remain remained remains left stay stayed".split())
_APART: Final = frozenset(("from", "to", "in", "at", "on", "for", "and", "until", "after", ""))
