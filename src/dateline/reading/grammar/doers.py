"""Whose the deeds are that infinitives and gerunds tell of: "for refugees to return", "the cost of shipping"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.reading.grammar.pieces import MONTHS
from dateline.reading.grammar.subjects import is_in_relative, is_of_saying
from dateline.reading.hedging.listed import forms_in
from dateline.reading.text.nouns import noun_classes

if TYPE_CHECKING:
    from dateline.reading.grammar.pieces import Piece
    from dateline.reading.grammar.subjects import Made
    from dateline.reading.grammar.syntax import Phrase, PrepPhrase, Word

__all__ = [
    "agreed_with",
    "goes_along",
    "is_a_rate",
    "is_called_for",
    "is_done_by_object",
    "is_nobodys",
    "is_said_aside",
    "is_said_of",
    "is_spent",
    "meant_by_for",
    "opens_what_is_said",
    "past_aside",
    "past_relative",
    "waits_there",
]

_CONTROL: Final = frozenset(
    "convince order ask urge allow permit force tell help want expect persuade invite instruct cause enable require"
    " encourage get press compel authorise authorize advise warn lead prompt oblige direct send".split()
)
"""Verbs whose object does what the infinitive behind it says."""


def meant_by_for(
    words: list[Word], units: list[Piece], phrases: list[Phrase], preps: list[PrepPhrase], at: int
) -> tuple[int, ...]:  # fmt: skip
    """Who is to do what an infinitive says, by "for" right before it."""
    if units[at - 1].kind != "phrase" or units[at].first != units[at - 1].last:
        return ()
    number = units[at - 1].number
    for k in range(at - 2, max(-1, at - 14), -1):
        if units[k].kind == "verb":
            return ()
        if units[k].kind != "prep":
            continue
        prep = preps[units[k].number]
        if number not in prep.objects:
            return ()
        called = k > 0 and units[k - 1].kind == "verb" and words[units[k - 1].head].lemma in _CALLS
        if prep.prep == "for" or (prep.prep in {"on", "upon"} and called):
            head = words[phrases[number].head]
            classes = noun_classes(head.low)
            ahead = words[units[k].first - 1] if units[k].first else None
            is_thought = ahead is not None and (
                ahead.tag == "adjective" or ahead.lemma == "be" or bool(noun_classes(ahead.low) & _THOUGHT)
            )  # "the plan is *for Peru* to send tents", no "left Paris *for Peru* to help"
            body = (called or is_thought) and "group" in classes  # "called on *aid agencies* to send food"
            acts = head.tag == "pronoun" or (
                head.tag == "noun" and head.low != "side" and (body or (classes & _MEANT and "act" not in classes))
            )
            return prep.objects if acts or ((called or is_thought) and head.tag == "name") else ()
        if prep.of is None:
            return ()
        number = prep.of  # "for refugees *in Chad* to return"
    return ()


def is_a_rate(words: list[Word], phrase: Phrase) -> bool:
    """Whether a phrase is "a day", as behind what happens so often."""
    return words[phrase.first].low in {"a", "each", "every"} and phrase.last - phrase.first == _A_DAY and (
        words[phrase.head].low in {"day", "week", "month", "year", "hour", "minute", "night"}
    )  # fmt: skip


_A_DAY: Final = 2  # words


def is_nobodys(words: list[Word], units: list[Piece], phrases: list[Phrase], at: int) -> bool:
    """Whether a gerund says what a noun is of that nobody in the sentence need have done: "the cost of *shipping*"."""
    if at < 2 or units[at - 2].kind != "phrase":
        return False
    return words[phrases[units[at - 2].number].head].lemma in {
        "process", "cost", "price", "practice", "idea", "crime", "problem", "history", "method", "business", "critic",
        "opponent", "supporter", "advocate", "proponent", "prospect", "possibility", "position", "stance", "debate",
        "question", "notion", "issue",
    }  # fmt: skip


def is_called_for(words: list[Word], units: list[Piece], parent: Made | None) -> bool:
    """Whether what is told behind a verb's "for" is what somebody else is to do."""
    return parent is not None and words[units[parent.unit].head].lemma in {"call", "push", "press", "argue", "lobby"}


def is_done_by_object(words: list[Word], units: list[Piece], phrases: list[Phrase], parent: Made, at: int) -> bool:
    """Whether an infinitive is of the object before it: "asked *Chad* to leave", "met *the first ship* to arrive"."""
    before = units[at - 1] if at else None
    verb = words[units[parent.unit].head].lemma
    if before is not None and before.kind == "phrase" and parent.objects and verb != "become" and (
        before.number == parent.objects[-1][-1]
    ):  # fmt: skip
        phrase = phrases[before.number]
        if not _ONE_TO.isdisjoint(word.low for word in words[phrase.first : phrase.head]):
            return True
    return verb in _CONTROL and not parent.passive and not _is_asked_for(words, units, phrases, at)


_ONE_TO: Final = frozenset("first second third fourth fifth last latest next only".split())


def _is_asked_for(words: list[Word], units: list[Piece], phrases: list[Phrase], at: int) -> bool:
    """Whether an infinitive says what the help is for that somebody asks for: "asked the UN for help *to leave*"."""
    if at < 3 or units[at - 1].kind != "phrase" or units[at - 2].kind != "prep":
        return False
    asked = noun_classes(words[phrases[units[at - 1].number].head].low)
    return words[units[at - 2].first].low == "for" and bool(asked & {"act", "communication"})


_CALLS: Final = frozenset(("call", "count", "rely", "prevail", "wait", "ask"))
_THOUGHT: Final = frozenset(("communication", "cognition", "time"))
_MEANT: Final = frozenset(("person", "vehicle", "animal", "weather"))


_TAKES_ON: Final = frozenset(("accept", "host", "house", "take", "admit", "receive", "resettle"))
_PACTS: Final = frozenset(("agreement", "deal", "pact", "contract", "arrangement", "accord"))


def agreed_with(
    words: list[Word], units: list[Piece], phrases: list[Phrase], preps: list[PrepPhrase], at: int
) -> int | None:  # fmt: skip
    """With whom it is agreed who then is to do it: "a deal *with Peru* to take refugees"."""
    if at < 3 or [unit.kind for unit in units[at - 3 : at]] != ["phrase", "prep", "phrase"]:
        return None
    if words[units[at].head].lemma not in _TAKES_ON:
        return None  # "Laos signed a deal with Peru to *sell* it tugs"
    made = words[phrases[units[at - 3].number].head].lemma in _PACTS and preps[units[at - 2].number].prep == "with"
    return units[at - 1].number if made else None


def is_said_of(words: list[Word], units: list[Piece], parent: Made, at: int) -> bool:
    """Whether what stands before a comma is the subject of what is said: "the firm said *its ship*, sailing to …"."""
    if not parent.objects or parent.unit != at - 3 or parent.form != "finite":
        return False
    return words[units[parent.unit].head].low in forms_in("said") and units[at - 2].kind == "phrase"


def is_said_aside(words: list[Word], units: list[Piece], one: Made) -> bool:
    """Whether a verb only says who says so, between two marks: "left Lima, *the navy said*, and will arrive"."""
    k = one.unit
    if k < 2 or k + 1 >= len(units) or not is_of_saying(words, units, k):
        return False
    behind = k + 1 + (units[k + 1].kind == "phrase" and words[units[k + 1].first].low in MONTHS)  # "said *Tuesday*,"
    closes = behind < len(units) and units[behind].kind == "mark"
    return closes and units[k - 1].kind == "phrase" and units[k - 2].kind == "mark"


def waits_there(words: list[Word], phrases: list[Phrase], verb: Piece, near: int) -> bool:
    """Whether it is no spot that waits: "lorries are stuck at the border *waiting* to enter Chad"."""
    return words[verb.head].lemma in {"wait", "hope", "queue"} and not (
        noun_classes(words[phrases[near].head].low) & {"person", "vehicle", "group"}
    )


def goes_along(  # noqa: PLR0913, PLR0917
    words: list[Word], units: list[Piece], phrases: list[Phrase], parent: Made, at: int, near: int
) -> bool:  # fmt: skip
    """Whether it is no place that does what one does who leaves or reaches it: "left *Sfax* carrying 90 crates"."""
    is_end = bool(parent.objects) and near in parent.objects[-1] and words[phrases[near].head].tag == "name"
    return is_end and (
        words[units[parent.unit].head].lemma in _LEAVES and words[units[at].head].lemma in _ALONG and not parent.passive
    )


_LEAVES: Final = frozenset("leave depart exit quit flee reach enter cross".split())
_ALONG: Final = frozenset(
    "aim carry tow seek bring haul ferry transport escort take drag accompany try attempt intend plan vow promise"
    " travel ride drive walk fly sail use".split()
)


def is_spent(words: list[Word], units: list[Piece], phrases: list[Phrase], parent: Made, near: int) -> bool:
    """Whether what stands between is of no way: "spent *two weeks* walking to Chad", "had *trouble* reaching Oman"."""
    held = words[phrases[near].head].low
    return (
        bool(parent.objects)
        and near in parent.objects[-1]
        and words[units[parent.unit].head].lemma in _SPENDS
        and ("time" in noun_classes(held) or held in _TROUBLE)
    )


_SPENDS: Final = frozenset("spend waste pass have take enjoy lose need".split())
_TROUBLE: Final = frozenset("trouble difficulty difficulties problem problems fun money energy life lives".split())


def past_aside(words: list[Word], units: list[Piece], made: list[Made], close: Piece | None) -> int | None:
    """
    The verb that an infinitive is of, past what is told of its object: "want *Ines, packing hail, to go*".

    Edits what is told there: it is of the object, not of the subject.
    """
    one = made[-1] if made else None
    if one is None or close is None or words[close.first].text != "," or one.parent is None or one.unit < _ASIDE_OPENS:
        return None
    if is_said_aside(words, units, one) and one.form == "finite":
        return one.parent  # "was planning, *they believe*, to board a ferry"
    above = made[one.parent]
    held, opener = units[one.unit - 2], units[one.unit - 1]
    if (one.form, one.relation) != ("gerund", "adverbial") or words[opener.first].text != "," or above.passive:
        return None
    asks = words[units[above.unit].head].lemma in _CONTROL and bool(above.objects)
    if not asks or held.kind != "phrase" or held.number not in above.objects[-1]:
        return None
    one.subject, one.relation, one.of = above.objects[-1], "participle", held.number
    return one.parent


_ASIDE_OPENS: Final = 2  # pieces before it: what it is of, and a comma


def past_relative(units: list[Piece], made: list[Made], at: int) -> int | None:
    """The passive verb before a relative clause that ", and" goes on with: "was met by a man who wept, *and taken*"."""
    if at < 2 or not made or units[at - 2].kind != "mark" or not is_in_relative(made, made[-1]):
        return None
    back = range(len(made) - 1, -1, -1)
    return next(
        (n for n in back if made[n].passive and made[n].form == "finite" and not is_in_relative(made, made[n])), None
    )


def opens_what_is_said(words: list[Word], between: list[Piece]) -> bool:
    """Whether a gerund opens a clause with "that", whose subject comes later: "said *that after* leaving Bari she"."""
    that = next((k for k, unit in enumerate(between) if words[unit.first].low == "that"), None)
    return that is not None and between[that].kind == "subordinator" and not any(
        unit.kind == "phrase" and between[k - 1].kind != "prep" for k, unit in enumerate(between[that:], that)
    )  # fmt: skip
