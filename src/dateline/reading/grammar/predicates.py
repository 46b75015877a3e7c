"""The verbs of a sentence with their subjects, objects and prepositional phrases."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.reading.grammar.antecedents import antecedent, is_spot
from dateline.reading.grammar.bare_relatives import (
    CAUSES,
    gives,
    hangs_on,
    held_by_that,
    is_done,
    is_told,
    met_before,
    met_by_pronoun,
    opens_so,
    take_gap,
)
from dateline.reading.grammar.complements import complements, tells
from dateline.reading.grammar.coordination import joined_with, joins_phrases
from dateline.reading.grammar.doers import (
    agreed_with,
    goes_along,
    is_a_rate,
    is_called_for,
    is_done_by_object,
    is_nobodys,
    is_said_of,
    is_spent,
    meant_by_for,
    opens_what_is_said,
    past_aside,
    past_relative,
    waits_there,
)
from dateline.reading.grammar.meanwhile import subject_before_a_time
from dateline.reading.grammar.opening import PLANS, give_from_later, goes_on_opening
from dateline.reading.grammar.participles import (
    form_of,
    give_to_openers,
    give_to_parts,
    goes_on_passive,
    is_one_of_three,
    is_reduced,
)
from dateline.reading.grammar.perfects import shares_have
from dateline.reading.grammar.pieces import STAYS_FINITE, Piece, adds_a_phrase, ends_in_conjunction, is_when
from dateline.reading.grammar.series import goes_on, resumes, source_of
from dateline.reading.grammar.subjects import (
    Made,
    agrees,
    bare_phrases,
    governor_before,
    has_comma,
    is_made_to,
    nearest_phrase,
    opener_before,
    subject_across_an_infinitive,
    subject_before_aside,
    subject_many,
    subject_outside,
    subject_past_asides,
    told_first,
)
from dateline.reading.grammar.syntax import Phrase, Predicate, PrepPhrase
from dateline.reading.grammar.turns import give_back, give_to_one_of_those, hand_up, take_opening, turn_round
from dateline.reading.hedging.listed import forms_in
from dateline.reading.text.forms import is_base, verb_tags
from dateline.reading.text.nouns import noun_classes

if TYPE_CHECKING:
    from dateline.reading.grammar.syntax import Word

__all__ = ["predicates_of"]

_THEN: Final = frozenset("then later eventually finally afterwards subsequently".split())  # "left Bari, *then* flew"
_BOUND: Final = frozenset(("bound", "headed", "destined", "inbound", "outbound"))
_LOADS: Final = frozenset("load seize intercept impound inspect find discover stop ship pack".split())
_FORMS: Final = frozenset(
    "announce form assemble establish create deploy dispatch hire charter mobilise mobilize".split()
)
_BLAMED: Final = frozenset(
    "block hinder jail imprison fine sentence arrest charge indict sue punish criticise criticize condemn thank praise"
    " detain sanction sack fire dismiss expel accuse suspect convict blame prevent stop bar discourage keep"
    " deter dissuade ban prohibit interview question interrogate hunt seek blacklist reprimand describe portray".split()
)
_THEN_DOING: Final = frozenset(("after", "before"))  # "*farmers* blocked roads after setting out from Bari"
_RAISED: Final = frozenset(("bear", "raise", "educate", "bring"))  # "was born in Oslo and *moved* to Bath"
_READY: Final = frozenset(("due", "likely", "ready", "able", "unable", "set", "eligible", "willing", "free"))
_OF: Final = frozenset(("of", "on", "about", "over"))
_GO: Final = frozenset(("person", "group", "vehicle", "animal", "location", "weather"))
_MEANWHILE: Final = frozenset(("while", "before", "after"))
_GIVE: Final = frozenset(("give", "offer", "grant"))


def predicates_of(
    words: list[Word], units: list[Piece], phrases: list[Phrase], preps: list[PrepPhrase]
) -> list[Predicate]:
    """Find the verbs of a sentence with what belongs to each, in order."""
    verbs = [n for n, unit in enumerate(units) if unit.kind == "verb"]
    made: list[Made] = []
    before = -1
    for index, at in enumerate(verbs):
        stop = verbs[index + 1] if index + 1 < len(verbs) else len(units)
        outer, after = _in_sight(units, made, before, at)
        made.append(_predicate(words, units, phrases, preps, outer, after, at, stop))
        before = at
    turn_round(words, units, made)
    give_to_openers(words, units, made)
    give_to_parts(words, units, made)
    give_back(words, units, preps, made)
    give_to_one_of_those(words, phrases, preps, made)
    give_from_later(words, units, phrases, made)
    take_opening(units, preps, made)
    hand_up(words, units, preps, made)
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


def _in_sight(units: list[Piece], made: list[Made], before: int, at: int) -> tuple[list[Made], int]:
    """The verbs that one may hang on and where to look from: past a bracket that closes, those before it opened."""
    if before < 0:
        return made, before
    closed = next((k for k in range(at - 1, before, -1) if units[k].kind == "mark" and units[k].head != -1), None)
    if closed is None or units[closed].head == 1:
        return made, before
    opened = next((k for k in range(before, -1, -1) if units[k].kind == "mark" and units[k].head == 1), None)
    if opened is None or (closed == at - 1 and units[opened - 1].kind == "phrase"):
        return made, before  # "the ship (…) *sailed*"
    outer = [one for one in made if one.unit < opened]
    return (outer, closed) if outer else (made, before)


def _predicate(  # noqa: PLR0913, PLR0917, PLR0915
    words: list[Word], units: list[Piece], phrases: list[Phrase], preps: list[PrepPhrase], made: list[Made],
    before: int, at: int, stop: int,
) -> Made:  # fmt: skip
    unit = units[at]
    form, passive = form_of(words, unit)
    one = Made(at, form, passive)
    between = units[before + 1 : at]
    previous = len(made) - 1 if made else None
    close = between[-1] if between else None
    marker = next((u for u in reversed(between) if u.kind in {"subordinator", "relative"}), None)
    begin = between.index(marker) + 1 if marker is not None else 0
    for k in range(_before_dashes(words, between) - 1, begin - 1, -1):  # a conjunction that begins a clause
        if between[k].kind == "conjunction" and not joins_phrases(units, phrases, before + 1 + k):
            begin = max(begin, k + 1)
            break
    bare = bare_phrases(units, phrases, before + 1 + begin, at)
    if begin and not bare and between[begin - 1].kind == "conjunction" and adds_a_phrase(between, begin):
        begin = between.index(marker) + 1 if marker is not None else 0
        bare = bare_phrases(units, phrases, before + 1 + begin, at)
    held = None if marker is None else held_by_that(words, units, phrases, before + 1 + between.index(marker))
    if len(bare) > 1 and (is_a_rate(words, phrases[bare[-1]]) or is_when(words, phrases[bare[-1]], [(0,)])):
        bare = bare[:-1]  # "3,000 people *a day* are leaving", "the men *this week* were flown"
    met = met_before(units, phrases, bare, at)
    met = met if met is not None or form != "finite" else met_by_pronoun(words, units, phrases, at)
    if met is not None and (is_when(words, phrases[met], [(0,)]) or is_told(words, units, met, at) or gives(made, met)):
        met = None
    if met is not None and opens_so(words, units, phrases, made, met, at):
        met, made[-1].objects = None, made[-1].objects[:1]
    is_parenthetic = close is not None and close.kind == "mark" and (
        not ends_in_conjunction(between) or words[close.first].text in {"–", "—"}
    )  # fmt: skip
    if is_parenthetic and bare and (previous is None or marker is not None):  # "Ana Roa, a nurse in Lima, left"
        bare = [n for n in bare if not is_when(words, phrases[n], [(0,)])][:1] or bare[:1]
    if (bare and previous is not None) or len(bare) > 1:
        bare = bare[-1:]
    hangs = previous is not None and made[previous].relation == "participle" and form == "finite"
    if bare and (hangs or (is_parenthetic and previous is not None)) and is_when(words, phrases[bare[-1]], [(0,)]):
        bare = []  # "workers abducted in Chad *last month* are held", "left Bari and, *two days later*, reached Malta"
    then = previous is not None and words[unit.first].low in _THEN and (is_parenthetic or is_done(words, units, made))
    if bare and (then or (is_parenthetic and goes_on(words, units, made, between, at, stop))):
        bare = []
    aside = subject_before_aside(words, units, phrases, made, at) if form == "finite" else None
    outer = subject_before_a_time(words, units, phrases, made, at) if form == "finite" and aside is None else aside
    if outer is not None and aside is None:
        marker = None  # what "since" opens ends before this verb
    if outer is None and form == "finite" and marker is None and _is_parted(close, made):
        outer = subject_past_asides(words, units, phrases, made, at)
    if outer is None and not _is_told_of_whom(words, units, made, between):
        outer = subject_outside(words, units, phrases, made, between, form)
    if outer is None and form == "finite" and close is not None and close.kind == "phrase":
        outer = subject_across_an_infinitive(words, units, made, phrases, unit.first)
    might = bare[:1] or (made[-1].subject[:1] if made and close is not None and close.kind == "phrase" else ())
    if form == "finite" and might and outer is None and not agrees(words, phrases, might[0], unit.first):
        outer = subject_many(words, phrases, made, at)
    is_told_as = bool(bare and made) and (
        _is_as_saying(words, units[made[-1].unit]) or (made[-1].unit == at - 2 and tells(words, units, made[-1]))
    )
    if outer is not None and not is_told_as and not is_made_to(words, units, made, between, at):
        bare = [outer]
    has_conjunction = any(u.kind == "conjunction" for u in between[-2:]) and not bare
    parent = made[previous] if previous is not None else None
    if form == "participle" and has_conjunction and (past := past_relative(units, made, at)) is not None:
        previous, parent = past, made[past]
    if form == "infinitive" and (above := past_aside(words, units, made, close)) is not None:
        previous, parent = above, made[above]
    if form == "infinitive":
        one.parent, one.relation = previous, "infinitive"
        if parent is not None:
            controls = is_done_by_object(words, units, phrases, parent, at)
            one.subject = parent.objects[-1] if controls and parent.objects else parent.subject
            if words[units[parent.unit].head].lemma in _FORMS and parent.objects and (
                noun_classes(words[phrases[parent.objects[-1][0]].head].low) & {"group", "person", "vehicle"}
            ):  # fmt: skip
                one.subject = parent.objects[-1]  # "announced *a coalition* to patrol the Gulf"
            if words[units[parent.unit].head].lemma in _GIVE and len(parent.objects) > 1:
                one.subject = parent.objects[0]  # "gave *the crew* the right to land"
            if words[units[parent.unit].head].lemma == "take" and parent.objects and (
                parent.subject and words[phrases[parent.subject[0]].head].low == "it"
            ):  # fmt: skip
                one.subject = parent.objects[0]  # "it took *the sailors* nine days to row"
            one.inherited = True
        if close is not None and (meant := meant_by_for(words, units, phrases, preps, at)):
            one.subject = meant  # "hard for refugees *to return* to Mosul"
        elif parent is not None and has_conjunction:
            one.relation = "coordinate"
        elif (partner := agreed_with(words, units, phrases, preps, at)) is not None:
            one.subject = (partner,)
        elif close is not None and close.kind == "phrase" and words[phrases[close.number].head].lemma in PLANS:
            owner = phrases[close.number].owner  # "the club's plan to move to …": it is the club that moves
            if owner is not None and words[phrases[owner].head].tag in {"name", "noun"}:
                one.subject = (owner,)
        elif parent is None and bare and close is not None and units[0].kind == "phrase" and (
            close.kind == "phrase" or words[close.first].low in _READY
        ):  # fmt: skip
            one.subject = joined_with(phrases, bare[0])  # "Pope to visit Chad", "jets *due to land* there were sent"
    elif (form == "gerund" and ((close is not None and close.kind in {"prep", "subordinator"}) or not between)) or (
        form == "participle"
        and close is not None
        and close.kind in {"prep", "subordinator"}
        and (words[unit.first].low == "being")
    ):  # "died after *being flown* to Oslo"
        if close is not None and words[close.first].low in _MEANWHILE:
            previous = None if opens_what_is_said(words, between) else _who_can_act(words, phrases, made, previous)
            parent = made[previous] if previous is not None else None
        one.parent, one.relation, one.inherited = previous, "adverbial", True
        one.marker = close.first if close is not None else None
        one.subject = parent.subject if parent is not None else ()
        is_then = close is not None and words[close.first].low in _THEN_DOING
        if parent is not None and parent.objects and words[units[parent.unit].head].lemma in _BLAMED and not is_then:
            one.subject = parent.objects[0]  # "accused Oman of sending …"
        elif close is not None and words[close.first].low in _OF and is_nobodys(words, units, phrases, at):
            one.subject = ()  # "linked him to the process of *bringing* drugs to Oman"
        elif close is not None and words[close.first].low == "for" and is_called_for(words, units, parent):
            one.subject = ()  # "called for *sending* aid through Oman": nobody yet
    elif (
        form == "gerund"
        and close is not None
        and (close.kind == "mark" or has_conjunction or has_comma(words, between))
    ):
        one.parent, one.relation, one.inherited = previous, "coordinate" if has_conjunction else "adverbial", True
        one.subject = parent.subject if parent is not None else ()
        if parent is not None and close.kind == "mark" and is_said_of(words, units, parent, at):
            one.subject, one.relation = parent.objects[-1], "participle"  # "said *its ship, sailing* to Oman, …"
        elif not has_conjunction and bare and (close.kind == "phrase" or previous is None or marker is not None):
            one.subject, one.relation = joined_with(phrases, bare[-1]), "participle"
        elif parent is not None and not one.subject:
            one.subject = parent.subject
    elif (
        (form == "participle" or _is_told_of_both(words, units, close, parent, at))
        and close is not None
        and parent is not None
        and parent.passive
        and (
            close.kind == "conjunction"
            or (close.kind == "mark" and (is_one_of_three(words, units, at) or resumes(between)))
        )
    ):  # "was seized by the navy, flown to Sicily and taken to Malta"
        one.parent, one.relation, one.inherited = previous, "coordinate", True
        one.subject, one.form, one.passive = parent.subject, parent.form, True
    elif parent is not None and form == "participle" and shares_have(words, units, made, parent, at):
        one.parent, one.relation, one.inherited = previous, "coordinate", True
        one.subject, one.form, one.passive = parent.subject, parent.form, False
    elif form in {"gerund", "participle"} or (
        form == "finite"
        and met is None
        and held is None
        and not resumes(between)
        and is_reduced(words, units, phrases, made, before, at, bare)
    ):
        if form == "finite":
            one.form, one.passive = "participle", True
        near = nearest_phrase(words, units, phrases, preps, before + 1, at)
        one.of, one.relation, one.inherited = near, "participle", True
        one.parent = previous
        one.subject = joined_with(phrases, near) if near is not None else (parent.subject if parent is not None else ())
        if (
            form == "gerund"
            and parent is not None
            and parent.subject
            and near is not None
            and (
                is_spot(words, phrases, preps, near)
                or waits_there(words, phrases, unit, near)
                or is_spent(words, units, phrases, parent, near)
                or goes_along(words, units, phrases, parent, at, near)
            )
        ):  # "left the port of Odesa carrying wheat"
            one.subject, one.relation, one.of = parent.subject, "adverbial", None
        if form == "gerund":
            one.passive = passive  # "troops *having been sent* to Chad"
    else:
        one.parent = previous
        if marker is not None and marker.kind == "relative":
            one.relation, one.marker = "relative", marker.first
            place = before + 1 + between.index(marker)
            one.of = antecedent(words, units, phrases, place, unit.first)
            if bare:
                one.subject = joined_with(phrases, bare[0])
                led = place > 0 and units[place - 1].kind == "prep"  # "the camp *to which* he was marched"
                if one.of is not None and words[marker.first].low != "whose" and not led:
                    one.objects.append((one.of,))
            elif one.of is not None:
                one.subject, one.inherited = joined_with(phrases, one.of), True
        elif bare:
            one.subject = joined_with(phrases, bare[0])
            if marker is None and outer is not None:
                marker = opener_before(units, outer)
                one.parent = governor_before(made, marker, units) if marker is not None else previous
            if marker is not None:
                one.marker = marker.first
                one.relation = "complement" if words[marker.first].low in {"that", "whether", "if"} else "adverbial"
        elif held is not None:  # "a bronze that for more than a year stood in Bath"
            one.relation, one.of, one.subject, one.inherited = "relative", held, joined_with(phrases, held), True
        else:
            one.inherited = True
            one.relation = "coordinate" if previous is not None else "root"
            source = source_of(words, units, phrases, made, between, unit, passive=passive)
            if (
                parent is not None
                and parent.relation == "relative"
                and parent.of is not None
                and parent.objects
                and (close is None)
            ):  # "the ship, which they said was bound for Malta"
                one.relation, one.subject = "complement", joined_with(phrases, parent.of)
            elif source is None and has_conjunction and goes_on_opening(words, unit, parent):
                one.form = "gerund"
            elif source is None:
                near = nearest_phrase(words, units, phrases, preps, before + 1, at)
                one.subject = joined_with(phrases, near) if near is not None else ()
            else:
                one.subject = source.subject
                is_aux = words[unit.first].tag == "auxiliary"
                if source.form == "infinitive" and not (is_aux and not is_base(words[unit.first].low)):
                    one.form = "infinitive"  # "to enter the port *and load* coal", not "… but *could not load* it"
                raised = words[units[source.unit].head].lemma in _RAISED or words[units[at - 1].first].low == "but"
                shares = source.passive and not raised
                one.passive = one.passive or (shares and goes_on_passive(words, units, phrases, source, at))
    if words[unit.head].low in _BOUND and parent is not None and parent.objects and (
        words[units[parent.unit].head].lemma in _LOADS and not parent.passive
    ):  # fmt: skip
        one.form, one.passive, one.subject, one.relation = "participle", True, parent.objects[-1], "participle"
    elif words[unit.head].low in _BOUND and unit.last - unit.first == 1 and parent is not None and (
        _is_of_subject(words, phrases, preps, one, close, parent)
        or (words[units[parent.unit].head].lemma == "be" and parent.subject)  # "were in the air, *bound for* Gander"
    ):  # fmt: skip
        one.form, one.passive, one.subject, one.relation, one.of = "participle", True, parent.subject, "adverbial", None
    if one.relation in {"root", "coordinate", "complement"} or one.form == "finite":
        begin = begin if before >= 0 or begin else 0
        one.preps += [
            u.number
            for u in between[begin:]
            if u.kind == "prep"
            and _is_loose(words, units, preps, u, before + 1)
            and not _is_home(words, units, phrases, one, u, before + 1)
        ]
    complements(words, units, phrases, preps, one, at, stop)
    if one.relation == "infinitive" and parent is not None and one.unit == parent.unit + 1:
        take_gap(words, units, phrases, one, parent)
    if held is not None and one.relation == "complement" and not one.objects and not one.passive and one.subject:
        one.relation, one.of = "relative", held  # "the rifles that Chad sent to Togo"
        one.objects.append(joined_with(phrases, held))
    if (
        met is not None
        and one.preps
        and not (one.objects or one.passive)
        and hangs_on(words, phrases, one.relation, met)
    ):
        one.relation, one.of = "relative", met  # "the troops the union sent to Darfur"
        if words[phrases[met].head].low not in CAUSES:
            one.objects.append(joined_with(phrases, met))
    return one


def _is_as_saying(words: list[Word], verb: Piece) -> bool:
    """Whether what follows is what somebody is quoted with: "cited Roa *as saying* the ship had left"."""
    return words[verb.head].low == "saying" and verb.first > 0 and words[verb.first - 1].low == "as"


def _is_told_of_whom(words: list[Word], units: list[Piece], made: list[Made], between: list[Piece]) -> bool:
    """Whether a verb is of whom a speaker tells in a relative clause: "people who the agency *says have left*"."""
    one = made[-1] if made else None
    return one is not None and not between and one.relation == "relative" and one.of is not None and bool(
        one.objects
    ) and words[units[one.unit].head].low in forms_in("said")  # fmt: skip


def _is_told_of_both(
    words: list[Word], units: list[Piece], close: Piece | None, parent: Made | None, at: int
) -> bool:  # fmt: skip
    """Whether "and" joins one participle to another: "The ship, built in Bari *and sold to* Chad, was …"."""
    if close is None or parent is None or close.kind != "conjunction" or parent.relation != "participle":
        return False
    verb = units[at]
    may_be = verb.last - verb.first == 1 and "VBN" in verb_tags(words[verb.head].low)
    hangs = units[at + 1 : at + 2] != [] and units[at + 1].kind == "prep"
    return may_be and hangs and words[verb.head].lemma not in STAYS_FINITE


def _is_of_subject(  # noqa: PLR0913, PLR0917
    words: list[Word], phrases: list[Phrase], preps: list[PrepPhrase], one: Made, close: Piece | None, parent: Made
) -> bool:  # fmt: skip
    """Whether "bound for" is of whoever leaves, not of the place before it: "left Bari, *bound for* Oran"."""
    if parent.form != "finite" or not parent.subject or close is None or parent.relation == "participle":
        return False
    held = {number for numbers in parent.objects for number in numbers}
    near = one.subject[0] if one.subject else None
    if near is None or near in parent.subject:
        return True
    return (near in held and close.kind == "mark") or is_spot(words, phrases, preps, near) or (
        is_when(words, phrases[near], [(0,)])
    )  # fmt: skip


def _before_dashes(words: list[Word], between: list[Piece]) -> int:
    """Where the aside begins that a dash closes right before a verb, else the end: "the men *– Ana and Leo –* left"."""
    mark = words[between[-1].first].text if between and between[-1].kind == "mark" else ""
    opened = range(len(between) - 2, 0, -1) if mark in {"–", "—"} else ()
    return next((k for k in opened if words[between[k].first].text == mark), len(between))


def _is_parted(close: Piece | None, made: list[Made]) -> bool:
    """Whether something told of a verb's subject may stand between them."""
    if close is None or close.kind not in {"mark", "phrase", "verb"} or not made:
        return False
    last = told_first(made, made[-1])
    return close.kind == "mark" or last.relation in {"participle", "relative", "infinitive"} or (
        last.relation == "adverbial" and last.form == "gerund"
    )  # fmt: skip


def _who_can_act(words: list[Word], phrases: list[Phrase], made: list[Made], number: int | None) -> int | None:
    """The verb that a gerund hangs on, no thing's: "carrying acid used to make bombs *while sailing* to Rhodes"."""
    while number is not None:
        one = made[number]
        classes = noun_classes(words[phrases[one.subject[0]].head].low) if one.subject else frozenset()
        is_thing = bool(classes) and classes.isdisjoint(_GO)  # "talks *aimed at ending* the war before flying on"
        if not is_thing or one.parent is None or (
            one.relation not in {"infinitive", "participle"} and (one.form, one.relation) != ("gerund", "adverbial")
        ):  # fmt: skip
            break
        number = one.parent
    return number


def _is_home(  # noqa: PLR0913, PLR0917
    words: list[Word], units: list[Piece], phrases: list[Phrase], one: Made, unit: Piece, first: int
) -> bool:
    """Whether "from" says where somebody lives: "Leo Paz, *from Bari*, was walking home from the pub"."""
    k = units.index(unit, max(0, first))
    if words[unit.first].low != "from" or k < 2 or units[k - 2].kind != "phrase" or not one.subject:
        return False
    phrase = phrases[units[k - 2].number]
    head = words[phrase.head]
    is_full_name = head.tag == "name" and words[phrase.first].tag == "name" and phrase.last - phrase.first > 1
    is_person = head.tag == "noun" and "person" in noun_classes(head.low)
    return is_full_name or is_person


_NOW: Final = frozenset(("now", "currently", "still", "also"))  # "*Now* in Oslo, the envoy …": where they are


def _is_loose(words: list[Word], units: list[Piece], preps: list[PrepPhrase], unit: Piece, first: int) -> bool:
    """Whether a prepositional phrase before the verb stands at the head of its clause: "From Malta, the ship …"."""
    k = units.index(unit, max(0, first))
    opened = k == 1 and units[0].kind == "other" and words[units[0].first].low not in _NOW
    begins = k == 0 or units[k - 1].kind in {"mark", "conjunction"} or opened  # "*Somewhere* in Peru, a convict hid"
    return bool(preps[unit.number].objects) and begins
