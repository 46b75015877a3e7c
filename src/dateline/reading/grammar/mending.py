"""Parts of speech that are mended once all words have theirs: hedges of numbers, hyphens, lists, compounds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.reading.amounts.numbers import measured, units
from dateline.reading.grammar.besides import GOODS, is_noun, verb_later
from dateline.reading.grammar.closed import CLOSED, CURRENCIES, WINDS
from dateline.reading.grammar.pieces import MONTHS
from dateline.reading.text.forms import lemmas, verb_tags
from dateline.reading.text.nouns import noun_classes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.reading.grammar.syntax import Tag
    from dateline.reading.text.sentences import Token

__all__ = ["HANDED", "mend"]

_BOUNDS: Final = [tuple(words.split()) for words in (
    "no fewer than;no more than;no less than;all but;in excess of;upwards of;at least;at most;more than;less than"
    ";fewer than;up to;close to;as many as;as much as;just over;just under;well over;about;around;over;under;nearly"
    ";almost;roughly;approximately").split(";")]  # fmt: skip
_BOUNDS_BY_LAST: Final = {last: [words for words in _BOUNDS if words[-1] == last] for *_, last in _BOUNDS}
_SHORTENED: Final = frozenset("st mt ft dr mr mrs ms gov gen col lt sgt capt rep sen prof rev hon maj".split())
_ROUND: Final = frozenset(("hundred", "thousand", "million", "billion", "trillion", "dozen", "half", "quarter"))
_RANGES: Final = frozenset(("to", "or", "and"))
_POINTING: Final = frozenset(("these", "those"))
_MAY_BE_ALL: Final = frozenset(("noun", "name", "pronoun", "auxiliary"))
_MUCH: Final = frozenset(("much", "many", "few", "little"))
_NUMERIC: Final = frozenset(("number", "noun", "name", "adjective"))
HANDED: Final = frozenset("hand hands handed handing turn turns turned turning sign signs signed signing".split())
"""Verbs that go with "over"."""
_RAISED: Final = frozenset(
    "protest protests protested row dispute anger fury outrage alarm concern concerns criticism complaint complaints"
    " tensions clash clashes feud standoff".split()
)  # what is "over" somebody: "a protest *over three ships*" counts them
_NOONS: Final = frozenset(("noon", "midnight", "midday", "dawn", "dusk", "sunrise", "sunset", "lunchtime"))
_SELVES: Final = frozenset(("itself", "himself", "herself", "themselves"))
_ACTS: Final = frozenset(("verb", "auxiliary"))
_SHARED: Final = frozenset(("both", "all", "each", "part", "per", "half", "more", "elsewhere"))
_SIDES: Final = frozenset("northern southern eastern western upper lower".split())
_SCORES: Final = frozenset(("dozens", "scores", "hundreds", "thousands", "millions"))
_IN_NAMES: Final = frozenset("one two three four five six seven eight nine ten twelve".split())
_POSTS: Final = frozenset("headquarters hq station stations custody cells barracks".split())  # where police are
_BEFORE_ONE: Final = frozenset(("force", "marine", "formula", "war", "pier", "capital", "channel"))
_ONLY_DONE: Final = frozenset(("goes", "takes", "brings"))
_REACHES: Final = frozenset("reach reached enter entered leave cross crossed visit hit flee fled quit board".split())
_FACES: Final = frozenset(("face", "faces"))
_HANDS: Final = frozenset(("left", "right"))
_TURNS: Final = frozenset("turn turns turned turning veer veered veering swerve swerved bear bore bank banked".split())
_ONTO: Final = frozenset(("onto", "into", "on", "at", "toward", "towards", "from"))
_NEARS: Final = frozenset("come comes came coming get gets got draw drew stay stayed keep kept".split())
_BEFORE_NOUNS: Final = frozenset(("determiner", "number", "adjective", "possessive"))
_MENDED: Final = (
    CURRENCIES
    | _POINTING
    | _NOONS
    | _SELVES
    | _SHARED
    | _IN_NAMES
    | _HANDS
    | frozenset(WINDS)
    | _ONLY_DONE
    | _FACES
    | frozenset(("round", "that", "close", "crossing", "out", *".:-/", "so", "once", "no", "or", "&", "police"))
)


def _mend_one(run: Sequence[Token], low: list[str], tags: list[Tag], n: int) -> None:
    """Take a number into the name that it ends or is within: "Air Force *One*", "Orlo *Two* Rivers Hospital"."""
    if n and n + 1 < len(run) and tags[n - 1] == tags[n + 1] == "name" and low[n - 1] not in MONTHS and (
        run[n - 1].text[:1].isupper() and run[n + 1].text[:1].isupper()
    ):  # fmt: skip
        tags[n] = "name"
    begins = [k for k in (n - 2, n - 1) if k >= 0 and run[k].text[:1].isupper() and tags[k] in {"name", "noun"}]
    if low[n - 1] in _BEFORE_ONE and n - 1 in begins:
        tags[begins[0] : n + 1] = ["name"] * (n + 1 - begins[0])


def mend(run: Sequence[Token], low: list[str], tags: list[Tag]) -> None:  # noqa: PLR0915
    """Mend parts of speech by the words beside them, as those of hedges of numbers, of currencies and of compounds."""
    _mend_compounds(low, tags)
    for n, word in enumerate(low):
        if word not in _MENDED:
            continue
        tag = tags[n]
        if word == "once" and low[n - 1 : n] == ["that"] and tags[n + 1 : n + 2] == ["verb"]:
            tags[n - 1 : n + 1] = ["relative", "adverb"]  # "salmon *that once* swam up the Rhine"
        if word == "so" and low[n + 1 : n + 2] and low[n + 1] in _MUCH:
            tags[n] = "determiner"  # "who give *so much* aid"
        if word in _POINTING and n and low[n - 1] == "of" and _NUMERIC.isdisjoint(tags[n + 1 : n + 2]):
            tags[n] = "pronoun"  # "33 of *these* were flown"
        if word in _SHARED:
            _mend_shares(low, tags, n)
        if tag == "mark" and word == "." and n and n + 1 < len(tags) and run[n - 1].end == run[n].start and (
            run[n + 1].text[:1].isupper() and (tags[n - 1] == "name" or run[n - 1].text == "A")
            and tags[n + 1] in {"name", "noun"}
            and (low[n - 1] in _SHORTENED or (len(low[n - 1]) == 1 and n > 1 and tags[n - 2] in {"name", "noun"}))
        ):  # fmt: skip
            tags[n - 1 : n + 1] = ["name"] * 2  # "St. Anne's Hospital", "Maria A. Roa", "the vessel S. Roa"
        if word == ":" and 0 < n < len(tags) - 1 and tags[n - 1] == tags[n + 1] == "number" and (
            run[n - 1].end == run[n].start and run[n].end == run[n + 1].start
        ):  # fmt: skip
            tags[n] = "number"  # "7:15 a.m."
        if tag == "mark" and word in CURRENCIES and n + 1 < len(tags) and tags[n + 1] == "number":
            tags[n] = "determiner"
        if tag == "mark" and word in {"-", "/"} and 0 < n < len(tags) - 1 and (
            run[n - 1].end == run[n].start and run[n].end == run[n + 1].start and tags[n - 1] in _NUMERIC
        ):  # fmt: skip
            tags[n] = "adjective"
            if tags[n + 1] == "verb" and tags[n - 1] == "name" and "VBN" in verb_tags(low[n + 1]) and (
                tags[n + 2 : n + 3] and tags[n + 2] in _NUMERIC
            ):  # fmt: skip
                tags[n + 1] = "adjective"  # "the U.S.-*led* coalition"
        if word in _NOONS and n > 1 and low[n - 1] in {"around", "about"} and tags[n - 2] == "preposition":
            tags[n - 1] = "determiner"  # "at *around* noon"
        if word in _IN_NAMES and n and run[n].text.istitle():
            _mend_one(run, low, tags, n)
        if word in _HANDS and n:
            _mend_turn(low, tags, n)
        if word in _ONLY_DONE and tag == "noun" and n:
            _mend_done(low, tags, n)
        if (
            word == "that"
            and tag == "subordinator"
            and n
            and low[n - 1] in _REACHES
            and tags[n + 1 : n + 2] == ["noun"]
        ):
            tags[n] = "determiner"  # "the first gale to hit *that shore*"
        if word in _FACES and tag == "noun" and n and low[n + 1 : n + 2] == ["being"]:
            tags[n] = "verb"  # "the men *face being* sent home"
        if word == "round" and tag == "noun" and n and tags[n - 1] == "verb" and low[n + 1 : n + 2] in (["by"], ["to"]):
            tags[n] = "adverb"  # "are sent *round by* Odesa"
        if word == "crossing" and tag == "verb" and n > 1 and _is_called_so(tags, n):
            tags[n] = "noun"  # "through the Nassib *crossing* into Jordan"
        if word in WINDS and n and tags[n - 1] == "adjective" and low[n - 1] == "headed":
            tags[n - 1] = "verb"  # "packed up and *headed south*"
        if word == "out" and n > 1 and low[n - 2 : n] == ["that", "set"] and tags[n - 1] == "noun":
            tags[n - 2 : n] = ["relative", "verb"]  # "a ship *that set out* from Oran"
        if word == "close" and tag == "noun" and n and low[n - 1] in _NEARS:
            tags[n] = "adverb"  # "left when a fire *came close*"
        if word == "no" and low[n + 1 : n + 2] == ["."] and tags[n + 2 : n + 3] == ["number"]:
            tags[n : n + 3] = ["name"] * 3  # "No. 10 Downing Street"
        if word == "police" and n and low[n - 1] == "to" and not _POSTS.isdisjoint(low[n + 1 : n + 2]):
            tags[n - 1 : n + 1] = ["preposition", "noun"]  # "taken *to police* headquarters"
        if word == "&" and n and tags[n - 1] == "name" and tags[n + 1 : n + 2] == ["name"]:
            tags[n] = "name"  # "Johnson *&* Johnson doses"
        if word == "or" and n and tags[n - 1] == "number" and low[n + 1 : n + 2] == ["so"]:
            tags[n : n + 2] = ["adjective"] * 2  # "the 300 *or so* residents"
        if (word == "once" or word in _SELVES) and n and _is_beside_a_verb(low, tags, n):
            tags[n] = "adverb"
    if "," in low:
        _mend_lists(low, tags)
    if "number" not in tags and "half" not in low and "than" not in low:
        return
    if "between" in low:
        _mend_sums(low, tags)
    for n, tag in enumerate(tags):
        a_while = low[n] in {"a", "an"} and "time" in noun_classes("".join(low[n + 1 : n + 2]))  # "more than *a year*"
        if tag == "number" or low[n] == "half" or a_while or (tag == "determiner" and low[n] in CURRENCIES):
            n -= low[n] in _ROUND and n > 0 and low[n - 1] == "a"  # noqa: PLW2901 -- "over *a million*"
            for bound in _BOUNDS_BY_LAST.get(low[n - 1], ()) if n else ():
                over = bound == ("over",) and n > 1 and (low[n - 2] in HANDED or low[n - 2] in _RAISED)
                if n >= len(bound) and tuple(low[n - len(bound) : n]) == bound and not over:
                    tags[n - len(bound) : n] = ["determiner"] * len(bound)
                    break
            if low[n + 1 : n + 2] and low[n + 1] in _RANGES and _is_range(low, tags, n):
                tags[n + 1] = "number"
                if n and low[n - 1] == "between":
                    tags[n - 1] = "determiner"


def _is_called_so(tags: list[Tag], n: int) -> bool:
    """Whether a name with an article, behind a preposition, ends at a word."""
    k = n
    while k and tags[k - 1] == "name":
        k -= 1
    return 1 < k < n and tags[k - 1] == "determiner" and tags[k - 2] == "preposition"


def _mend_done(low: list[str], tags: list[Tag], n: int) -> None:
    """Take what is seldom a noun for a verb: "the box packed in Lyon *goes* to Oran", "the pipe *that takes* oil"."""
    leads = low[n - 1] == "that" and n > 1 and tags[n - 2] in {"noun", "name"}
    if leads:
        tags[n - 1] = "relative"
    if leads or tags[n - 1] not in _BEFORE_NOUNS:
        tags[n] = "verb"


def _mend_turn(low: list[str], tags: list[Tag], n: int) -> None:
    """Take the hand on which one turns for no verb: "turned *left* onto Elm Road", "made a *right turn*"."""
    if low[n - 1] in _TURNS and low[n + 1 : n + 2] and low[n + 1] in _ONTO:
        tags[n] = "adverb"
        if tags[n - 1] == "noun" and n > 1 and tags[n - 2] == "auxiliary":
            tags[n - 1] = "verb"  # "was *turning* left"
    elif low[n + 1 : n + 2] in (["turn"], ["turns"]) and tags[n - 1] == "determiner":
        tags[n : n + 2] = ["adjective", "noun"]


def _mend_all(low: list[str], tags: list[Tag], n: int) -> None:
    """Take "all" as no object: "Chad and Oman *both* claim it", "they were *all* flown to Bari"."""
    if tags[n - 1] == "auxiliary" and {"VBN", "VBG"} & verb_tags("".join(low[n + 1 : n + 2])):
        tags[n + 1] = "verb"
    if tags[n + 1 : n + 2] == ["verb"]:
        tags[n] = "adverb"


def _mend_shares(low: list[str], tags: list[Tag], n: int) -> None:
    """Mend words that share out or count: "*part of* Kenya", "*hundreds more* troops", "they *each claim* it"."""
    if low[n] == "part" and low[n + 1 : n + 2] == ["of"]:
        tags[n] = "noun"
    elif low[n] == "more" and n and low[n - 1] in _SCORES and n + 1 < len(low) and tags[n + 1] in {"noun", "adjective"}:
        tags[n - 1 : n + 1] = ["number", "adjective"]  # "*hundreds more* troops"
    elif low[n] == "half" and n > 1 and low[n - 1] in _SIDES and low[n + 1 : n + 2] == ["of"]:
        tags[n - 1 : n + 1] = ["adjective", "noun"]  # "the *eastern half of* the sea"
    elif low[n] == "elsewhere" and tags[n - 1 : n] == ["preposition"] and low[n + 1 : n + 2] == ["in"]:
        tags[n] = "noun"  # "fled *from elsewhere in* Mali"
    elif low[n] == "per" and tags[n - 1 : n] == ["noun"] and low[n + 2 : n + 3] == ["of"]:
        tags[n] = "determiner"  # "9,000 barrels *per day of* crude", as "a day" is read
    elif low[n] in {"both", "all"} and n and tags[n - 1] in _MAY_BE_ALL and (n > 1 or tags[0] == "pronoun"):
        _mend_all(low, tags, n)
    elif low[n] == "each" and n > 2 and low[n - 2] == "and" and tags[n - 1] == "name" and n + 2 < len(low) and (
        "VB" in verb_tags(low[n + 1]) and CLOSED.get(low[n + 2]) == "determiner"
    ):  # fmt: skip
        tags[n : n + 2] = ["adverb", "verb"]


def _is_beside_a_verb(low: list[str], tags: list[Tag], n: int) -> bool:
    """Whether a word adds to a subject or its verb: "the queen *herself* flew", "Peru *once* sent it"."""
    if low[n] == "once" and low[n - 1] == ",":
        return _is_apposed(low, tags, n + 1)  # "the ship, *once a ferry*, left"
    following = tags[n + 1 : n + 2]
    if low[n] == "once" and tags[n - 1] == "verb" and following in (["preposition"], ["mark"], []):
        return True  # "met *once* in a park", no "left *once* the ship had docked"
    return tags[n - 1] in _MAY_BE_ALL and (following == ["verb"] or (following == ["auxiliary"] and low[n] in _SELVES))


def _is_apposed(low: list[str], tags: list[Tag], n: int) -> bool:
    """Whether what begins at a word is closed by a comma before any verb."""
    end = next((k for k in range(n, min(n + 12, len(low))) if low[k] == "," or tags[k] in _ACTS), 0)
    return end > 0 and low[end] == ","


def _is_range(low: list[str], tags: list[Tag], n: int) -> bool:
    """Whether a number and the next are the bounds of one amount: "*300 to 500* tonnes", "between 40 and 60 boats"."""
    if tags[n + 2 : n + 3] != ["number"] or "noun" not in tags[n + 3 : n + 6] or low[n + 3] in _BOUNDS_BY_LAST:
        return False
    before, prior = (tags[n - 1], low[n - 1]) if n else ("mark", "")
    if low[n + 1] == "and":
        return prior == "between" and (n < 2 or tags[n - 2] not in {"noun", "name"})
    one, other = (low[k].replace(",", "") for k in (n, n + 2))
    grows = not (one.isdigit() and other.isdigit()) or int(one) < int(other)
    return grows and prior != "from" and before not in {"noun", "name", "number"}


def _mend_lists(low: list[str], tags: list[Tag]) -> None:
    """Take "an old, abandoned mine" and "cheap, locally made tea" as two adjectives before a noun."""
    for n in range(1, len(tags) - 3):
        if low[n + 1] == "," and tags[n] == "adjective" and tags[n + 2 : n + 5] == ["adverb", "verb", "noun"] and (
            "VBN" in verb_tags(low[n + 3])
        ):  # fmt: skip
            tags[n + 3] = "adjective"
        if low[n + 1] == "," and tags[n - 1] == "determiner" and tags[n] in {"noun", "adjective"} and (
            tags[n + 3] == "noun" and "ADJ" in lemmas(low[n])
            and (tags[n + 2] == "adjective" or (tags[n + 2] == "verb" and "VBN" in verb_tags(low[n + 2])))
        ):  # fmt: skip
            tags[n] = tags[n + 2] = "adjective"


def _mend_sums(low: list[str], tags: list[Tag]) -> None:
    """Take "between $10 million and $25 million" and "between 30 and 40 of its men" as one amount."""
    n = low.index("between")
    k = n + 1
    while k < len(low) and (tags[k] == "number" or low[k] in CURRENCIES):
        k += 1
    if not n + 1 < k < len(low) - 1 or low[k] != "and":
        return
    if low[n + 1] in CURRENCIES and low[k + 1] in CURRENCIES:
        tags[n], tags[k], tags[k + 1] = "determiner", "number", "number"
    elif tags[k + 1] == "number" and low[k + 2 : k + 3] == ["of"]:
        tags[n], tags[k] = "determiner", "number"  # "*between 30 and 40 of* its soldiers"


_MAY_BE_EITHER: Final = frozenset(("verb", "noun"))
_MAY_BE_KEPT: Final = frozenset(("noun", "adjective"))


def _mend_compounds(low: list[str], tags: list[Tag]) -> None:
    """Mend a verb or a noun by the words beside it: "flour, *cooking oil*", "before *coming back* home"."""
    for n, word in enumerate(low[:-1]):
        if word == "to" and n > 1 and tags[n - 1] == tags[n + 1] == "name" and _is_of_a_line(low, tags, n):
            tags[n] = "name"  # "*the Leeds to Bath* train"
        if word == "much" and low[n + 1] == "of":
            tags[n] = "determiner"  # "through *much of* Chad"
        if word == "straight" and low[n + 1] in _ONWARDS:
            tags[n] = "adverb"  # "flew *straight home* to Lyon"
        if word == "in" and n and low[n - 1] in _TOOK and tags[n + 1] == "number" and low[n + 2 : n + 3] == ["of"]:
            tags[n] = "adverb"  # "took *in* 90 of the 600 migrants"
        if word == "short" and n and low[n + 1] == "of" and measured(low[n - 1]) == "length":
            tags[n] = "adverb"  # "stopped 9 miles *short of* Goma"
        if tags[n] not in _MAY_BE_EITHER:
            continue
        if word == "date" and n and low[n - 1] == "to" and tags[n + 1 : n + 2] != ["noun"]:
            tags[n - 1 : n + 1] = ["adverb"] * 2  # "*To date,* Peru has given 90 tents"
        if word == "port" and low[n + 1] == "call":
            tags[n + 1] = "noun"  # "made a *port call* at Bari"
        if word == "run" and low[n + 1] == "by" and n and tags[n - 1] in _MAY_BE_KEPT and is_noun(low[n - 1]):
            tags[n - 1 : n + 1] = ["noun", "verb"]  # "to a *camp run by* nuns"
        if word == "search" and low[n + 1 : n + 3] == ["and", "rescue"] and low[n + 3 : n + 4] and is_noun(low[n + 3]):
            tags[n : n + 4] = ["adjective", "adjective", "adjective", "noun"]  # "a *search and rescue helicopter*"
        if word == "supplies" and tags[n] == "verb" and _is_one_of_goods(low, tags, n):
            tags[n] = "noun"  # "sent tents and *supplies* to Mali"
        if tags[n] == "verb" and n > 2 and low[n - 2] == "-" and tags[n - 3] == "number" and is_noun(word) and (
            low[n - 1] in units()
        ):  # fmt: skip
            tags[n] = "noun"  # "a 90-kilo *bear*, which left"
        if tags[n] == "verb" and n > 2 and low[n - 2] == "-" and tags[n - 3] == "number" and low[n - 1] in units() and (
            "ADJ" in lemmas(word) and is_noun(low[n + 1])
        ):  # fmt: skip
            tags[n] = "adjective"  # "the 900-km *open* border"
        if word in _RANKS and tags[n : n + 2] == ["noun", "adjective"] and low[n + 2 : n + 3] and is_noun(low[n + 2]):
            tags[n] = "adjective"  # "the *deputy* foreign minister"
        if word == "taking" and tags[n - 1 : n + 1] == ["noun", "noun"] and tags[n + 1] in {"noun", "name", "number"}:
            tags[n] = "verb"  # "a train *taking* ammonia to Odesa"
        if word in _BEHIND_COMING and n and low[n - 1] in _BEFORE_COMING and low[n + 1] in _BEHIND_COMING[word]:
            tags[n] = "verb"  # "before *coming back* to Bath"
        if word in _WEAR and tags[n] == "verb" and tags[n + 1] in {"mark", "conjunction", "preposition"}:
            tags[n] = "noun"  # "loads of rice, *clothing* and tents"
        if tags[n] == "verb" and low[n + 1] in _COMPOUNDS.get(word, ()):
            tags[n] = "adjective"
            tags[n + 1] = "noun"
        if tags[n : n + 2] == ["verb", "noun"] and n and tags[n - 1] == "verb" and word.endswith("ed") and (
            lemmas(low[n - 1]).get("VERB", ("",))[0] in _TAKES_GOODS and "VBN" in verb_tags(word)
            and noun_classes(low[n + 1]) & {"artifact", "food", "substance"}
        ):  # fmt: skip
            tags[n] = "adjective"  # "donated *tinned* food"
        if tags[n] == "noun" and n > 2 and low[n - 1] in _SPELLS and low[n - 2] in _EACH and (
            low[n + 1] in _WHITHER
            and tags[n - 3] == "noun" and low[n - 3].endswith("s") and "VB" in verb_tags(word)
        ):  # fmt: skip
            tags[n] = "verb"  # "400 trucks a day *cross* into Gaza"
        if (
            word == "crossing"
            and tags[n] == "verb"
            and low[n + 1] not in _BEHIND_CROSSING
            and _is_the_name(low, tags, n)
        ):
            tags[n] = "noun"  # "through the *Kerem Shalom crossing* on Sunday"
        if tags[n] == "noun" and word in _PASSES and n and low[n - 1] == "," and low[n + 2 : n + 3] in _WAYS and (
            is_noun(low[n + 1]) and not verb_later(low, n + 1)
        ):  # fmt: skip
            tags[n] = "verb"  # "The line, built in 1996, *takes gas to* Oran"


def _is_of_a_line(low: list[str], tags: list[Tag], n: int) -> bool:
    """Whether names on both sides of "to" say which flight or race it is: "the *Leeds to Bath* train"."""
    first, last = n - 1, n + 1
    while first > 0 and tags[first - 1] == "name":
        first -= 1
    while last + 1 < len(low) and tags[last + 1] in _WITHIN_A_LINE:
        last += 1
    qualified = first
    while first > 0 and tags[first - 1] == "adjective":
        first -= 1  # "the *first* Leeds to Bath train"
    leads = first > 0 and (tags[first - 1] in _LEADS or (first < qualified and tags[first - 1] == "verb"))
    leads = leads and low[first - 2 : first - 1] != ["from"]
    return leads and tags[last] == "noun" and low[last] in _LINES


_LEADS: Final = frozenset(("determiner", "possessive", "number"))
_WITHIN_A_LINE: Final = frozenset(("name", "noun", "adjective", "number"))
_LINES: Final = frozenset(
    "flight flights train trains ferry ferries bus buses coach coaches service services route line race rally ride walk"
    " run relay leg journey trip crossing drive cruise swim trek challenge road motorway railway highway".split()
)


def _is_one_of_goods(low: list[str], tags: list[Tag], n: int) -> bool:
    """Whether "and" joins a word to goods before it, no verb to a verb: nothing that it could be done to follows."""
    joins = n > 1 and tags[n - 1] == "conjunction" and tags[n - 2] == "noun"
    return joins and bool(noun_classes(low[n - 2]) & GOODS) and tags[n + 1] in {"preposition", "mark", "verb"}


def _is_the_name(low: list[str], tags: list[Tag], n: int) -> bool:
    """Whether a name with an article stands right before a word."""
    k = n - 1
    while k > 0 and tags[k] == "name":
        k -= 1
    return k < n - 1 and low[k] == "the"


_ONWARDS: Final = frozenset("home back to into from through out on past down up across for away".split())
_TOOK: Final = frozenset(("take", "takes", "took", "taken", "taking"))
_RANKS: Final = frozenset(("deputy", "vice", "acting", "assistant", "associate"))
_SPELLS: Final = frozenset(("hour", "day", "night", "week", "month", "year"))
_EACH: Final = frozenset(("a", "an", "each", "every", "per"))
_WHITHER: Final = frozenset("into from to through across over past between".split())
_BEHIND_CROSSING: Final = frozenset("the a an into from over to their his her".split())
_BEFORE_COMING: Final = frozenset("before after since without by from of".split())
_BEHIND_COMING: Final = {
    "coming": frozenset("back home to into from over ashore".split()),
    "running": frozenset(("away", "back", "off")),
    "walking": frozenset(("away", "back", "home", "out")),
    "driving": frozenset(("away", "back", "home", "off")),
}
_WEAR: Final = frozenset(("clothing", "bedding", "shipping", "funding"))
_TAKES_GOODS: Final = frozenset(
    "donate send deliver ship carry bring buy sell distribute export import smuggle supply provide receive transport"
    " purchase order haul truck ferry mail dump move unload load store remove collect take seize intercept".split()
)
_PASSES: Final = frozenset("takes ships supplies pumps".split())
_WAYS: Final = (["from"], ["to"], ["through"])

_COMPOUNDS: Final = {
    "cooking": frozenset("oil oils gas fuel pots utensils stoves kits".split()),
    "heating": frozenset("oil fuel".split()),
    "drinking": frozenset("water".split()),
    "building": frozenset("material materials supplies".split()),
    "sleeping": frozenset("bags mats bag".split()),
    "fishing": frozenset("nets gear".split()),
    "hunting": frozenset("rifles trophies".split()),
    "washing": frozenset("machines powder".split()),
    "sewing": frozenset("machines".split()),
    "milking": frozenset("cows machines".split()),
    "chewing": frozenset("gum tobacco".split()),
    "roofing": frozenset("sheets materials iron".split()),
    "farming": frozenset("equipment tools".split()),
    "mining": frozenset("equipment machinery trucks".split()),
    "drilling": frozenset("equipment rigs".split()),
    "sporting": frozenset("goods rifles".split()),
    "bleeding": frozenset("kits".split()),
    "stun": frozenset("grenades grenade guns gun".split()),
    "loitering": frozenset("munition munitions drones".split()),
    "guided": frozenset("missile missiles bomb bombs rockets".split()),
    "keeping": frozenset("mission missions force forces operation operations duty duties".split()),
    "baking": frozenset("powder flour".split()),
    "cleaning": frozenset("products materials supplies kits".split()),
    "refined": frozenset("oil fuel products sugar petroleum copper".split()),
    "processed": frozenset("food foods meat ore".split()),
    "frozen": frozenset("chicken fish meat food beef".split()),
    "dried": frozenset("fish fruit milk".split()),
    "canned": frozenset("food fish tuna goods".split()),
    "used": frozenset("cars clothes clothing tyres vehicles tires".split()),
    "smoked": frozenset("salmon fish".split()),
    "powdered": frozenset("milk".split()),
}
