"""Whom and what a pronoun means, of all that was brought up before it: by number, by who speaks and who acts."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from dateline.reading.text.forms import AUXILIARIES, lemmas, verb_tags
from dateline.reading.text.wordlists import words
from dateline.reading.things.entity import Entity
from dateline.reading.things.topics import CRAFT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.reading.text.sentences import Token
    from dateline.story.model import Span

__all__ = ["LOOKS_BACK", "PRONOUNS", "Scene", "meant_by", "pair"]

LOOKS_BACK: Final = 6
"""Sentences that a pronoun may point over, where those between tell who speaks by pronouns alone."""
_LOOKS_BACK: Final = 3  # sentences that any other pronoun may point over
_STORM_LOOKS_BACK: Final = 4
_HERS: Final = frozenset(("she", "her", "hers", "herself"))
_PERSONS: Final = frozenset(("he", "him", "his", "she", "her", "hers", "himself", "herself"))
_ONE: Final = frozenset(("it", "its", "itself"))
_MANY: Final = frozenset(("they", "them", "their", "theirs", "themselves"))
PRONOUNS: Final = _PERSONS | _ONE | _MANY
_DUMB: Final = CRAFT | frozenset(("storm", "disease", "arms", "cargo", "drug"))
_SAY_VERBS: Final = frozenset(("said", "says", "say", "believes", "thinks", "that", "if", "when", "as", "while"))
_WEATHER: Final = re.compile(
    r"\b(?:forecast(?:ers?)?|(?:north|south|east|west)bound|meteorologists?|hurricane cent(?:er|re)|weather service"
    r"|landfall|com(?:es?|ing) ashore|inland)\b",
    re.IGNORECASE,
)
_OF_A_SAYING: Final = re.compile(
    r"\b(?:over|on|amid|after|following) (?:\w+ ){0,2}(?:[a-z]+ions?|claims|reports|charges) that $"
)
_SAYS_SO: Final = re.compile(
    r"\b(?:(?:say|says|said|claim|claims|claimed|deny|denies|denied)(?: that)?"
    r"| (?:as|when|while|after|before|because|since|until)) $"
)
_MANY_SAY: Final = re.compile(
    r"(?:^|[,;:—–] )((?:[\w’'-]+ ){0,4}[A-Za-z][a-z]+s) (?:have |had |also |later )?"
    r"(?:said|say|claim|claimed|believe|believed|insist|insisted|announced|reported|added|warned|hope|hoped|fear|feared"
    r"|pledged|vowed|promised|admitted|denied|deny)(?: (?:on|last|late|early) \w+)?(?: that)? $"
).search
_THEIR_OWN_SPEAKS: Final = re.compile(
    r"\b(his|her) (?:[a-z-]+ ){0,2}[a-z-]+(?:, [^,;]{2,60},| [A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3})?"
    r" (?:(?:has|had|also|later) )?"
    r"(?:said|says|claimed|believes|believed|insisted|insists|told (?:\w+ ){1,4}?|added|confirmed)"
    r" ?(?:on \w+ )?(?:that )?$",
    re.IGNORECASE,
).search
_SPEAKS_WITHIN: Final = 240  # letters from "his" to what his brother says
_OWNER_SPEAKS: Final = re.compile(
    r"^(?:“|\")?((?:The|A|An|M[rs]{1,2}|Dr|[A-Z])[\w.’ -]{1,40}?)['’]s (?:\w+ )?"
    r"(?:office|spokes\w+|lawyers?|attorneys?|solicitors?|family|mother|father|parents|wife|husband|agent|brother"
    r"|sister|aides?|doctors?)(?:, [^,;]{2,50},| [A-Z][\w’-]+(?: [A-Z][\w’-]+){0,2})?"
    r" (?:has |had |also |later )?(?:said|says|say|told (?:\w+ ){1,4}?|confirmed|believes?|claimed|insisted|denie[ds])"
    r" ?(?:on \w+ )?(?:that )?$"
).search
_TOLD_OF: Final = re.compile(r",? (?:who|which|that)(?: [a-z]+){1,3} $").search
_AND: Final = re.compile(r"(?:, \d+,)? and (?:(?:his|her|their|the|a) )?(?:[a-z-]+ ){0,3}").fullmatch
_DOES: Final = re.compile(
    r" (?:had |has |have |was |later |then |also )*"
    r"(?:(taken off|took off|landed|flown|flew|touched down)"
    r"|(?:sailed|sailing|sunk|sank|docked|anchored|set sail|capsized))\b"
).match
_SUPPOSE: Final = re.compile(
    r"\b(?:detectives|investigators|officers|rescuers|prosecutors|relatives|agents|authorities|police)"
    r" (?:feared|fear|believed?|think)(?: that)? $",
    re.IGNORECASE,
).search
_AUTHORITIES_SAY: Final = re.compile(
    r"\b(?:police|officials|authorities|officers|prosecutors|investigators|rescuers|firefighters|doctors|deputies)"
    r" (?:have |had |also |later )?(?:said|say|confirmed|added|reported)(?: (?:on )?\w+day)?(?:, adding)?(?: that)? $",
    re.IGNORECASE,
).search
_IS_DONE_TO: Final = re.compile(
    r" (?:were|are|(?:have|had|will|would)(?: now| since| all| both)? be(?:en)?)"
    r"(?: being| later| then| all| both| now| since)?"
    r" (?!called|alerted|summoned|notified|dispatched|informed|asked)"
    r"(?:taken|flown|driven|brought|held|found|[a-z]+ed)\b"
).match
_LONGEST_SAYING: Final = 120  # letters
_TELL: Final = "said|says|added|adds|announced|reported|confirmed|stated|warned"
_OF_WHAT: Final = (
    r"(?: (?:of|for|from|in|at) (?:[\w.’'-]+ ){0,7}[\w.’'-]+)?"  # "Ana Roa *of the Lima Rescue Service* said"
)
_TELLS: Final = re.compile(
    rf"{_OF_WHAT}(?:, [^,;:“”\"]{{2,80}}(?:, [^,;:“”\"]{{2,40}})?,)?"  # "Ana Roa, *the mayor of Lima,* said"
    rf" (?:also |later |earlier |has |had |further )*(?:{_TELL}|told)\b"
    rf"|, (?:told|(?:{_TELL})(?! (?:[A-Z]|the |an? )))\b"
).match
_TOLD_BY: Final = re.compile(r"\b(?:said|says|added|adds|stated|warned|told|according to) (?:the |a )?$").search
_HANGS: Final = re.compile(r"[,”\"’'»—–] ?$").search
_HANGS_ON: Final = re.compile(
    rf" (?:also |later |has |had )*(?:{_TELL}|told)(?: (?:reporters|journalists|[A-Z][\w ]+))?"
    r"(?:[.,;:”\"’»]| (?:on|in|at|during|after|before|last|late|earlier|yesterday|today|[A-Z]?[a-z]+day)\b|$)"
).match
_OTHERS: Final = re.compile(r"\b(?:others|the rest) (?!of\b)")
_ANYBODY: Final = re.compile(r"\b(?:either|any|each|every) [a-z]+ |\b(?:any|every)(?:one|body)\b")


@dataclass(frozen=True, slots=True)
class Scene:
    """
    What stands around a pronoun.

    Attributes
    ----------
    text, start
        The text, and where in it the pronoun begins.
    sentence, runs
        The number of its sentence, and the tokens of all.
    before, behind
        What was brought up before it, `LOOKS_BACK` sentences back, and what is behind it in its sentence.
    quoted
        What stands between quotation marks, in order.
    """

    text: str
    start: int
    sentence: int
    runs: Sequence[Sequence[Token]]
    before: Sequence[Entity]
    behind: Sequence[Entity] = ()
    quoted: Sequence[Span] = ()

    @property
    def opens(self) -> int:
        """Where the pronoun's sentence begins."""
        run = self.runs[self.sentence]
        return run[0].start if run else self.start

    def is_quoted(self, offset: int) -> bool:
        """Whether an offset lies in a quote."""
        n = bisect_right(self.quoted, offset, key=itemgetter(0)) - 1
        return n >= 0 and offset < self.quoted[n][1]

    def speaks(self, entity: Entity) -> bool:
        """Whether the article says of somebody that they say something."""
        start, end = entity.at
        tells = _TELLS(self.text, end) or _TOLD_BY(self.text, max(0, start - 20), start)
        return tells is not None and not self.is_quoted(start)


def meant_by(word: str, scene: Scene, /) -> Entity | None:
    """
    What a pronoun means; None where that is not certain.

    Parameters
    ----------
    word
        The pronoun, in lower case.
    scene
        What stands around it.
    """
    if scene.text[scene.start : scene.start + len(word)].isupper():
        return None  # "the *IT* sector"
    if word in _ONE and _WEATHER.search(scene.text, max(0, scene.start - 60), scene.start + 90):
        return _storm(scene)
    if (same := _same_before(word, scene)) is not None:
        return meant_by(word, replace(scene, start=same))
    if (done := _done_to_before(word, scene)) is not None:
        return meant_by(_OBJECTS[word], replace(scene, start=done))
    if (opened := _opened_alike(word, scene)) is not None:
        return meant_by(word, replace(scene, start=opened, sentence=scene.sentence - 1, behind=()))
    if (owner := _owner_speaks(word, scene)) is not None:
        return owner
    if (whose := _whose_speaks(word, scene)) is not None:
        return meant_by("his" if word == "he" else "her", replace(scene, start=whose))
    fits = [entity for entity in scene.before if entity.at[1] <= scene.start and _fits(word, entity)]
    if word in _DONE_TO:
        fits = [entity for entity in fits if not _does_it(scene, entity)]
    near = [entity for entity in fits if scene.sentence - entity.sentence <= _LOOKS_BACK]
    if word in _PERSONS:
        return _person(word, scene, near, fits)
    found = _thing_or_many(word, scene, near)
    return _with_whom(scene, found) if found is not None and word in _MANY else found


def _fits(word: str, entity: Entity) -> bool:
    if word in _PERSONS:
        is_one = entity.sort == "person" and not entity.is_plural and not _is_group(entity)
        return is_one and entity.gender in {"", "she" if word in _HERS else "he"}
    if word in _ONE:
        return entity.sort != "person" and not entity.is_plural and (entity.sort == "thing" or entity.is_subject)
    return entity.is_plural and entity.sort != "place"


def _does_it(scene: Scene, entity: Entity) -> bool:
    """Whether somebody does what is done to whom a pronoun means, who is then somebody else: "*a judge* sent him"."""
    between = _ONE_CLAUSE(scene.text, entity.at[1], scene.start)
    return between is not None and bool(verb_tags(between[1]))


_DONE_TO: Final = frozenset(("him", "them"))
_ONE_CLAUSE: Final = re.compile(
    r"(?: (?:in|of|at|from|near) (?:[A-Z][\w.’'-]* ?)+(?<! ))?(?: (?:has|had|have|will|would|could|later|then|also))*"
    r" ([a-z]{3,}) "
).fullmatch


def _is_group(entity: Entity) -> bool:
    """Whether an entity is many in one: "he" is no family and no crew."""
    return entity.head in words("reference", "person", "groups")


def _same_before(word: str, scene: Scene) -> int | None:
    """Where the same pronoun stands as whoever says so: "*he* said he would go"."""
    if word not in {"he", "she"}:
        return None
    told = r"(?:also |later |has |had )?(?:say|says|said|believes|believed)(?: that)? $"
    found = re.compile(rf"\b{word} {told}", re.IGNORECASE)
    same = found.search(scene.text, max(scene.opens, scene.start - 40), scene.start)
    return None if same is None else same.start()


_OBJECTS: Final = {"they": "them", "he": "him", "she": "her"}


def _done_to_before(word: str, scene: Scene) -> int | None:
    """Where whom something was done to stands before "where": "police took *them* to Bari, *where they* were held"."""
    if word not in _OBJECTS:
        return None
    found = re.compile(rf"\b{_OBJECTS[word]}\b(?: [^,.;:]{{1,70}})?, where $")
    done = found.search(scene.text, max(scene.opens, scene.start - 90), scene.start)
    return None if done is None else done.start()


def _opened_alike(word: str, scene: Scene) -> int | None:
    """Where the sentence before begins with the same possessive: "*His* lawyer, Leo Paz, said … *His* wife said …"."""
    if word not in {"his", "her"} or scene.start != scene.opens or not scene.sentence:
        return None
    before = scene.runs[scene.sentence - 1]
    return before[0].start if before and before[0].low == word else None


def _owner_speaks(word: str, scene: Scene) -> Entity | None:
    """Whoever has those who speak for them: "*the minister*'s office said he had left"."""
    found = _OWNER_SPEAKS(scene.text[scene.opens : scene.start]) if word in {"he", "she"} else None
    if found is None:
        return None
    at = (scene.opens + found.start(1), scene.opens + found.end(1))
    known = next((one for one in reversed(scene.before) if at[0] <= one.at[0] and one.at[1] == at[1]), None)
    if known is not None and known.sort != "person":
        return None
    return known or Entity(
        at, "person", frozenset(), is_plural=False, is_subject=False, sentence=scene.sentence,
        points_back=scene.text[at[0] : at[0] + 4].lower() == "the ",
    )  # fmt: skip


def _whose_speaks(word: str, scene: Scene) -> int | None:
    """Where a possessive stands of whose lawyer or mother it is that speaks: "*his* brother said he had gone"."""
    if word not in {"he", "she"}:
        return None
    begins = max(scene.opens, scene.start - _SPEAKS_WITHIN)
    found = _THEIR_OWN_SPEAKS(scene.text[begins : scene.start])
    is_same = found is not None and (found[1].lower() == "his") == (word == "he")
    return begins + found.start(1) if found is not None and is_same else None


# ------------------------------------------------------------------------------------------------- he and she


def _person(word: str, scene: Scene, near: list[Entity], far: list[Entity]) -> Entity | None:
    """Whom "he" or "she" means: outside of quotes the last who speaks or acts, in a quote nobody who speaks."""
    if scene.is_quoted(scene.start):
        return _last(word, scene, [entity for entity in near if not _is_speaker(scene, entity)])
    told = [entity for entity in near if not scene.is_quoted(entity.at[0])]
    told = [entity for entity in told if not _is_only_a_source(scene, entity)] or told
    if word in {"he", "she"} and _hangs(scene):
        told = [entity for entity in told if entity.sentence < scene.sentence]
        far = [entity for entity in far if entity.sentence < scene.sentence and scene.speaks(entity)]
        return _speaker_before(told, far, scene)
    return _last(word, scene, told or near)


def _is_only_a_source(scene: Scene, entity: Entity) -> bool:
    """Whether somebody without a name only says so behind a clause: "the king flew to Oslo, *a guard* said"."""
    start = entity.at[0]
    is_any = entity.name is None and not entity.points_back
    return is_any and scene.text[start - 2 : start] == ", " and scene.speaks(entity)


def _hangs(scene: Scene) -> bool:
    """Whether "he said" stands behind what it attributes, in which he himself is seldom named."""
    end = scene.start + (2 if scene.text[scene.start].lower() == "h" else 3)
    before = scene.text[max(scene.opens, scene.start - 3) : scene.start]
    return _HANGS_ON(scene.text, end) is not None and _HANGS(before) is not None


def _speaker_before(told: list[Entity], speaking: list[Entity], scene: Scene) -> Entity | None:
    """The last who spoke, or who acts in a later sentence."""
    if not told:
        return speaking[-1] if speaking else None
    last = [entity for entity in told if entity.sentence == told[-1].sentence]
    spoke = [entity for entity in last if scene.speaks(entity)]
    acts = [entity for entity in last if entity.is_subject]
    return (spoke or acts or speaking[-1:] or last)[0]


def _is_speaker(scene: Scene, entity: Entity) -> bool:
    """Whether somebody is who speaks the quote that the pronoun stands in, or spoke before it."""
    if scene.speaks(entity):
        return True
    named = [other.name for other in scene.behind if other.name is not None and scene.speaks(other)]
    return entity.name is not None and any(_is_same_name(entity.name, name) for name in named)


def _is_same_name(name: str, other: str) -> bool:
    return name == other or name.endswith(f" {other}") or other.endswith(f" {name}")


def _last(word: str, scene: Scene, fits: list[Entity]) -> Entity | None:
    """Whoever acts in the last sentence that brings somebody up, else the first or last named there."""
    fits = _without_who_acts(word, scene, fits)
    near = _last_told(word, scene, fits)
    if not near:
        return None
    subjects = [entity for entity in near if entity.is_subject]
    if not subjects and (same := _same_acts(word, scene, near[0].sentence)) is not None:
        return meant_by(same.low, replace(scene, start=same.start, sentence=near[0].sentence, behind=()))
    found = (subjects or near)[0 if near[0].sentence < scene.sentence else -1]
    told = [entity for entity in near if entity.gender] if word in _PERSONS and not found.gender else []
    return told[0] if len(told) == 1 else found  # "a woman flew to Bari, Vinny Roa said. *She* is well"


def _last_told(word: str, scene: Scene, fits: list[Entity]) -> list[Entity]:
    """Those of the last sentence that brings one of them up; nobody where it is another's by what stands here."""
    last = fits[-1].sentence if fits else scene.sentence
    if last < scene.sentence and _is_of_another(word, scene):
        return []
    return [entity for entity in fits if entity.sentence == last]


def _same_acts(word: str, scene: Scene, sentence: int) -> Token | None:
    """The same pronoun that acts in an earlier sentence: "*They* met villagers. They slept"."""
    if sentence == scene.sentence:
        return None
    acts = "they" if word in _MANY else "it" if word in _ONE else "she" if word in _HERS else "he"
    same = next((token for token in scene.runs[sentence] if token.low == acts), None)
    return None if same is None or scene.is_quoted(same.start) != scene.is_quoted(scene.start) else same


def _is_of_another(word: str, scene: Scene) -> bool:
    """Whether somebody else acts here: in "the Lions say *they* …" whoever speaks, and no one told of before."""
    if _SAYS_SO.search(scene.text, max(0, scene.start - 24), scene.start) is None:
        return False
    if word in {"he", "she", "it"} and _speaker(scene) is not None:
        return False  # "*diplomats say* he": none of them
    return re.search(rf"\b{word}\b", scene.text[scene.opens : scene.start], re.IGNORECASE) is None


def _without_who_acts(word: str, scene: Scene, fits: list[Entity]) -> list[Entity]:
    """Without whoever does what is done to a pronoun: "the navy seized a tanker and took *it*"."""
    if word in {"he", "she", "they", "its"}:
        return fits  # "Chad moved *its* troops"
    before = scene.text[max(0, scene.start - 30) : scene.start].split()
    if not before or not verb_tags(before[-1]) or before[-1].lower() in _SAY_VERBS:
        return fits
    behind = scene.text[scene.start + len(word) :][:_NEXT_WORD].split()[:1]
    if word == "it" and behind and (behind[0] in AUXILIARIES or "VBD" in verb_tags(behind[0])):
        return fits  # "Chad denied *it had* troops there"
    if (told := _TOLD_OF(scene.text[scene.opens : scene.start])) is not None:  # "found by *a man, who* flew him"
        end = scene.opens + told.start()
        rest = [entity for entity in fits if entity.at[1] != end]
        held = [entity for entity in rest if entity.sentence == scene.sentence and not entity.is_subject]
        return held or rest  # "rebels gave *nine men* to the Red Cross, which flew *them* home"
    return [entity for entity in fits if entity.sentence < scene.sentence or not entity.is_subject]


_NEXT_WORD: Final = 16  # letters in which it ends

# ------------------------------------------------------------------------------------------------- it and they


def _thing_or_many(word: str, scene: Scene, fits: list[Entity]) -> Entity | None:
    if word == "it" and _TELLS(scene.text, scene.start + 2):
        fits = _that_speak(scene, fits)
    fits = _without_who_acts(word, scene, fits)
    if word in _MANY and (
        _SUPPOSE(scene.text, max(scene.opens, scene.start - 60), scene.start)
        or (
            _AUTHORITIES_SAY(scene.text, max(scene.opens, scene.start - 60), scene.start)
            and _IS_DONE_TO(scene.text, scene.start + len(word))  # "police said *they* were taken away"
        )
    ):  # fmt: skip
        fits = [entity for entity in fits if entity.sentence < scene.sentence]  # whom they look for
        return _last_of_many(scene, fits)
    here = [entity for entity in fits if entity.sentence == scene.sentence]
    if word in _MANY and not here and (speaker := _speaker(scene)) is not None:
        return speaker
    near = _last_told(word, scene, fits)
    if word == "it" and (craft := _craft(scene, near)) is not None:
        return craft
    if word in _MANY and not near:
        return pair(scene)
    if not near:
        return None
    if word in _MANY and _are_others(scene, near[0]):
        return None
    if word == "it" and _OF_A_SAYING.search(scene.text, max(0, scene.start - 40), scene.start):
        # "the navy held a tanker over claims that *it* …": what the claims are of.
        near = [entity for entity in near if entity.classes & CRAFT and not entity.is_subject][-1:] or near
    subjects = [entity for entity in near if entity.is_subject]
    if not subjects and (same := _same_acts(word, scene, near[0].sentence)) is not None:
        return meant_by(same.low, replace(scene, start=same.start, sentence=near[0].sentence, behind=()))
    if word in _MANY and len(subjects) == 2 and subjects[1].sentence == scene.sentence and scene.speaks(subjects[0]):
        return subjects[1]  # "Police said *the men* went to Bari, where *they* …"
    if len(subjects) != 1 and len(near) > 1:
        return subjects[0] if subjects and subjects[0].at[0] == near[0].at[0] else None
    found = (subjects or near)[0]
    is_sure = word in _MANY or found.is_subject or not found.classes.isdisjoint(_DUMB)
    return found if is_sure else None  # "funds for a government. *It* …": whatever acted there


def _with_whom(scene: Scene, found: Entity) -> Entity:
    """Those who are meant, with whoever "and" joins to them: "*a man and his two sons* fell; they …"."""
    start = found.at[0] - len(" and ")
    first = next((one for one in scene.before if one.at[1] == start and one.sort == "person"), None)
    if first is None or scene.text[start : found.at[0]] != " and " or first.is_subject:
        return found  # "Ana Roa *left and* two men came"
    return found._replace(at=(first.at[0], found.at[1]), points_back=False)


def pair(scene: Scene, /) -> Entity | None:
    """The two people whom the last sentence that has some joins: "*Ana Roa and her aunt Eva* fell; they …"."""
    persons = [one for one in scene.before if one.sort == "person" and not one.is_plural and one.at[1] <= scene.start]
    starts = {one.at[0] for one in persons if one.name is not None}
    persons = [one for one in persons if one.at[1] + 1 not in starts]  # "his passenger *Leo Paz*" is one
    if len(persons) < 2 or scene.sentence - persons[-1].sentence > 1:
        return None
    one, other = persons[-2:]
    joint = scene.text[one.at[1] : other.at[0]]
    if one.sentence != other.sentence or scene.is_quoted(one.at[0]) or _AND(joint) is None:
        return None
    at = (one.at[0], other.at[1])
    return Entity(at, "person", frozenset(), is_plural=True, is_subject=other.is_subject, sentence=one.sentence)


def _craft(scene: Scene, near: list[Entity]) -> Entity | None:
    """The one thing of those told last that does what "it" does: "*it* had taken off" is no ship."""
    does = _DOES(scene.text, scene.start + 2)
    if does is None:
        return None
    kind = "aircraft" if does[1] else "vessel"
    fits = [entity for entity in near if kind in entity.classes]
    others = [entity for entity in near if entity.classes & CRAFT and kind not in entity.classes]
    return fits[0] if len(fits) == 1 and others else None


def _last_of_many(scene: Scene, fits: list[Entity]) -> Entity | None:
    """The only ones told of in the last sentence that tells of several: "detectives fear *they* have fled"."""
    last = [entity for entity in fits if entity.sentence == fits[-1].sentence]
    acts = [entity for entity in last if entity.is_subject] or last
    return acts[0] if len(acts) == 1 and not scene.is_quoted(acts[0].at[0]) else None


def _that_speak(scene: Scene, fits: list[Entity]) -> list[Entity]:
    """What may say something: "*It* said the ship …" is no ship."""
    spoke = [entity for entity in fits if entity.classes.isdisjoint(_DUMB)]
    acts = any(one.sort != "place" or (one.is_subject and one.sentence == scene.sentence) for one in spoke)
    return spoke if acts or len(spoke) == len(fits) else []


def _are_others(scene: Scene, last: Entity) -> bool:
    """Whether "they" are others than those told before: "two left while *several others* …", "if *either man* …"."""
    if last.sentence == scene.sentence and _OTHERS.search(scene.text, last.at[1], scene.start):
        return True
    return _ANYBODY.search(scene.text, scene.opens, scene.start) is not None


def _speaker(scene: Scene) -> Entity | None:
    """Those who say something of themselves, though no list has what they are: "*Medics* said they …"."""
    first = max(scene.start - _LONGEST_SAYING, scene.opens)
    found = _MANY_SAY(scene.text[first : scene.start])
    last = "" if found is None else found.group(1).rpartition(" ")[2]
    if found is None or lemmas(last).get("NOUN", (last,))[0] == last:
        return None  # no "bus", no "press"
    at = (first + found.start(1), first + found.end(1))
    return Entity(at, "person", frozenset(), is_plural=True, is_subject=True, sentence=scene.sentence)


def _storm(scene: Scene) -> Entity | None:
    """What "it" is of which forecasters speak: the last storm, or whatever bears a single name, as storms do."""
    for entity in reversed(scene.before):
        if scene.sentence - entity.sentence > _STORM_LOOKS_BACK:
            return None
        is_named = entity.name is not None and " " not in entity.name and entity.is_subject
        if entity.at[1] <= scene.start and ("storm" in entity.classes or is_named):
            return entity
    return None
