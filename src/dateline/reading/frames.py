"""What the predicates of a sentence tell that can be drawn, by the frames of frames.toml."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from dateline.reading.certainty import certainties
from dateline.reading.chunks import parse_words
from dateline.reading.cues import is_given
from dateline.reading.find import Find
from dateline.reading.forms import forms_of
from dateline.reading.frame_table import by_noun, by_verb, frames
from dateline.reading.legs import Passage, journeys
from dateline.reading.nouns import noun_classes
from dateline.reading.numbers import units
from dateline.reading.reference import classes_of
from dateline.reading.venues import may_lead_to_a_name, may_name_a_venue, name_in, venue_in
from dateline.reading.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.reading.article import Article
    from dateline.reading.certainty import Certainties
    from dateline.reading.frame_table import Frame
    from dateline.reading.reference import References
    from dateline.reading.syntax import Parse, Phrase, Predicate, PrepPhrase, Syntax, Word
    from dateline.reading.toponym import Toponym
    from dateline.story.model import Span

__all__ = ["finds"]


@cache
def _trigger_forms() -> frozenset[str]:
    """Every form of what tells of an event, but for "be"."""
    heads = {  # of "make landfall" the noun, as every other sentence has a form of "make"
        then if then and verb in _LIGHTEST else verb for frame in frames() for told in frame.verbs
        for verb, _, then in (told.partition("_"),)
    }  # fmt: skip
    verbs = {form for verb in heads for form in (verb, *forms_of(verb)) if verb != "be"}
    nouns = {noun for frame in frames() for noun in frame.nouns}
    return frozenset(
        verbs | nouns | {f"{noun}s" for noun in nouns} | {"deliveries", "supplies", "journeys", "carrying"}
    )


def _may_tell(low: Sequence[str]) -> bool:
    """Whether a sentence has a word that may tell of an event."""
    if not _trigger_forms().isdisjoint(low):
        return True
    return any(word in _IS and not _IN.isdisjoint(low[n + 1 : n + 4]) for n, word in enumerate(low))


_LIGHTEST: Final = frozenset(("be", "make", "have", "do", "get", "go"))
_IS: Final = frozenset(("is", "are", "was", "were", "been", "be"))


def finds(
    article: Article,
    /,
    *,
    mentions: Sequence[Toponym],
    hedged: Certainties | None = None,
    known: References | None = None,
    syntax: Syntax | None = None,
) -> list[Find]:
    """
    Find what the sentences of an article tell of who or what moves, passes on, is somewhere, is used or is claimed.

    Parameters
    ----------
    article
        The article.
    mentions
        Its place names: nothing is found without one.
    hedged
        What `dateline.reading.certainty.certainties` gives of it, where it is at hand.
    known
        What its nouns point back to; without it "the waterway" names no place.
    syntax
        What finds the build of a sentence; Dateline's own where it is not given.

    Examples
    --------
    >>> from dateline.reading.article import parse
    >>> from dateline.reading.geoparse import geoparse
    >>> article = parse("The tanker Aurora sailed from Rotterdam to Lagos.")
    >>> [(find.kind, article.text[slice(*find.trigger)]) for find in finds(article, mentions=geoparse(article))]
    [('route', 'sailed')]
    """
    hedged = certainties(article) if hedged is None else hedged
    found: list[Find] = []
    at = 0
    for sentence in article.sentences:
        while at < len(mentions) and mentions[at].start < sentence.start:
            at += 1
        last = at
        while last < len(mentions) and mentions[last].end <= sentence.end:
            last += 1
        here = [mention for mention in mentions[at:last] if mention.place is not None]
        pieces = hedged.sentences[sentence.n]
        if (
            len(pieces) == 1
            and _may_tell(pieces[0].line.low)
            and (here or _may_name_a_place(pieces[0].line.low, [token.text for token in pieces[0].line.run]))
        ):  # a sentence of several pieces is a list or a table
            names = [(m.start, m.end) for m in mentions[at:last] if m.sort != "demonym"]
            made = (
                parse_words(article.text, pieces[0].line.run, names=names)
                if syntax is None
                else syntax(article.text, (sentence.start, sentence.end), names=names)
            )
            found += _Matcher(made, here, (sentence.start, sentence.end), known).finds()
    return found


def _may_name_a_place(low: Sequence[str], text: Sequence[str]) -> bool:
    return may_name_a_venue(low, text) or may_lead_to_a_name(low, text)


_IN: Final = frozenset(("in", "at", "on", "near", "off", "inside", "outside", "aboard", "within"))
_DOWN: Final = frozenset(("of", "in", "near", "at", "on", "off", "with", "between", "along", "from", "around"))
_NEVER_MOVE: Final = frozenset(
    "communication cognition time attribute event act state feeling relation motive possession process shape location"
    " tops".split()
)
_MOVE: Final = frozenset(
    "person animal vehicle weather troupe artifact group substance food plant phenomenon quantity object".split()
)
_NO_PLACE: Final = frozenset("event act communication cognition person time attribute state possession feeling".split())
_LAND: Final = frozenset(
    "port ports territory soil waters airspace coast coastline border city town village capital island islands airport"
    " base bases shores shore side mainland region province hospital prison jail airports harbour harbor".split()
)
_SPOTS: Final = frozenset("capital clinic club market complex".split())
_OWN: Final = frozenset(("his", "her", "their", "its", "my", "our"))
_GOODS: Final = frozenset("artifact substance food possession plant animal".split())
_STRONG: Final = frozenset(("arms", "cargo", "drug"))


def _is_somewhere(noun: str) -> bool:
    """Whether a noun may be a place: a station, a coast and a city, no meeting and no visit."""
    classes = noun_classes(noun)
    return (
        not classes & _NO_PLACE
        or noun in _LAND
        or noun in _SPOTS
        or (bool(classes & {"artifact", "location", "object"}) and noun not in {"summit", "ruler", "assembly", "price"})
    )


def _names_place(head: Word) -> bool:
    """Whether what a noun behind a place's name names may be a place: "the Lima clinic", not "the Lima talks"."""
    if head.tag == "name":
        return head.low in words("frames", "venues", "nouns")
    return _is_somewhere(head.low)


class _Matcher:
    """One sentence at hand."""

    def __init__(
        self, made: Parse, toponyms: Sequence[Toponym], sentence: Span, known: References | None
    ) -> None:  # fmt: skip
        self.made = made
        self.known = known
        self.toponyms = toponyms
        self.sentence = sentence
        self.taken: set[int] = set()  # prepositional phrases that a noun or a verb has used
        self.filled: set[int] = set()  # phrases that stand in a find

    # ------------------------------------------------------------------------------------------------ phrases

    def _span(self, number: int) -> Span:
        return self.made.phrase_span(number)

    def _head(self, number: int) -> str:
        return self.made.words[self.made.phrases[number].head].low

    def _toponym(self, number: int) -> Toponym | None:
        """The place that a phrase is, not one that it only mentions: not of "the Paris talks"."""
        phrase = self.made.phrases[number]
        start, end = self._span(number)
        head = self.made.words[phrase.head]
        if phrase.last - phrase.first > 1 and any(
            w.low in _STORMS for w in self.made.words[phrase.first : phrase.head]
        ):
            return None  # "Hurricane Elena" is no Elena
        for toponym in self.toponyms:
            if not start <= toponym.start < end or toponym.sort in {"language", "organisation"}:
                continue
            if toponym.sort == "demonym":
                if head.low in _LAND:
                    return toponym
                continue
            if toponym.end >= head.end or head.low in _LAND or _names_place(head):
                return toponym
        return None

    def _place(self, number: int) -> Span | None:
        """The name of the place that a phrase means: its own, or of "the port of Odesa", "a camp in Chad"."""
        number = self._counted(number)  # "one of Chad's ports"
        toponym = self._toponym(number)
        if toponym is None or toponym.sort == "demonym":
            for n in self.made.phrases[number].preps[:2]:
                prep = self.made.preps[n]
                if prep.prep not in _DOWN or not prep.objects or not self._may_lie(number, prep.prep):
                    break
                if prep.prep == "from" or not (
                    _is_somewhere(self._head(number)) or self._is_leisure(number, prep.prep)
                ):
                    break
                toponym = self._toponym(prep.objects[0]) or toponym
                if toponym is not None:
                    break
        if toponym is None or toponym.stands_for == "organisation":
            return self._venue(number) or (None if toponym is None else (toponym.start, toponym.end))
        return toponym.start, toponym.end

    def _venue(self, number: int) -> Span | None:
        """A place that a phrase names by its owner or by a word: "Baxter Hospital", "Fiji's coast", "the dock of …"."""
        for n in (number, *self._within(number)):
            owner = self.made.phrases[n].owner
            if owner is not None and noun_classes(self._head(n)) & {"location", "artifact", "object"}:
                toponym = self._toponym(owner)
                if toponym is not None:
                    return toponym.start, toponym.end
            venue = venue_in(self.made, n)
            if venue is not None:
                return venue
        return None

    def _within(self, number: int) -> Iterator[int]:
        """The phrases that say where a place lies: the court of "the dock of Leeds Crown Court"."""
        if self._may_lie(number) and _is_somewhere(self._head(number)):
            for n in self.made.phrases[number].preps[:2]:
                if self.made.preps[n].prep not in _DOWN or self.made.preps[n].prep == "from":
                    return
                yield from self.made.preps[n].objects[:1]

    def _is_leisure(self, number: int, prep: str) -> bool:
        """Whether a stay is where its "in" says, so that one may come from it: "back from a holiday in Oman"."""
        return prep in _IN and self._head(number) in words("frames", "stays", "nouns")

    def _may_lie(self, number: int, prep: str = "of") -> bool:
        """Whether a phrase may be where its "of" or "in" says: a port is, a person only where "in" says so."""
        head = self.made.words[self.made.phrases[number].head]
        if head.tag == "name" and prep not in {"in", "near", "outside"}:
            return head.low in words("frames", "venues", "nouns") or head.low in _LAND
        return head.tag != "pronoun"

    def _places(self, numbers: Sequence[int]) -> list[Span]:
        found = []
        for number in numbers:
            if not self._is_custom(number) and (place := self._place(number)) is not None:
                found.append(place)
                found += self._beside(number, place)
        return [place for n, place in enumerate(found) if n == 0 or not self._contains(place, found[n - 1])]

    def _beside(self, number: int, place: Span) -> list[Span]:
        """The other places of "the ports of *Lagos* and Dakar"."""
        for n in self.made.phrases[number].preps[:2]:
            objects = self.made.preps[n].objects
            if len(objects) > 1 and self._span(objects[0])[0] <= place[0] < self._span(objects[0])[1]:
                return [(t.start, t.end) for o in objects[1:] if (t := self._toponym(o)) is not None]
        return []

    def _contains(self, outer: Span, inner: Span) -> bool:
        """Whether the second of two names beside one another says where the first lies: "Macon, Georgia"."""
        if self.made.text[inner[1] : outer[0]].strip() != ",":
            return False
        one, other = (next((t.place for t in self.toponyms if t.start == span[0]), None) for span in (inner, outer))
        if one is None or other is None:
            return False
        if other.kind in {"country", "territory"}:
            return one.kind != "country" and one.countries[:1] == other.countries[:1]
        return other.kind == "region" and one.kind != "region" and one.admin1 == other.admin1

    def _is_custom(self, number: int) -> bool:
        """Whether a bare noun names what is done at a place, not the place: "went to school in Boston"."""
        phrase = self.made.phrases[number]
        return phrase.last - phrase.first == 1 and self._head(number) in _CUSTOMS

    def _is_state(self, number: int) -> Span | None:
        """A place that acts: "South Korea", "Kyiv", as the head of a phrase, or what "it" points back to."""
        if self.known is not None and self._head(number) in {"it", "they"}:
            span = self.known.antecedent(*self._span(number))
            return span if span is not None and self._is_place(span) else None
        toponym = self._toponym(number)
        return None if toponym is None or toponym.sort == "demonym" else (toponym.start, toponym.end)

    def _classes(self, number: int) -> frozenset[str]:
        """What a phrase names; of "40 tonnes of wheat" the wheat."""
        return noun_classes(self._head(self._counted(number)))

    def _named_as(self, phrase: Phrase) -> frozenset[str]:
        """What a name says of itself: "Hurricane Ines" a storm, "the Lena frigate" a ship."""
        return frozenset().union(*(noun_classes(word.low) for word in self.made.words[phrase.first : phrase.last]))

    def _counted(self, number: int) -> int:
        """The phrase that a number, a share or a group is of: "wheat" of "40 tonnes of wheat", "most of its wheat"."""
        phrase = self.made.phrases[number]
        word = self.made.words[phrase.head]
        counts = word.tag in {"number", "determiner"} or word.low in _SHARES | _ORDINALS or (
            word.tag == "noun" and frozenset() < noun_classes(word.low) <= {"quantity", "group", "relation"}
        )  # fmt: skip
        if counts and phrase.preps:
            prep = self.made.preps[phrase.preps[0]]
            if prep.prep in {"of", "in", "worth"} and prep.objects and self._toponym(prep.objects[0]) is None:
                return prep.objects[0]
        return number

    def _may_fill(self, number: int, allowed: frozenset[str]) -> bool:
        phrase = self.made.phrases[number]
        head = self.made.words[phrase.head]
        if head.tag == "pronoun":
            if head.low in {"anything", "nothing", "something"}:
                return False
            return not allowed or "person" in allowed or head.low in {"it", "them", "they"}
        if head.low in words("frames", "no_trigger", "subjects"):
            return False
        if head.tag == "name":
            if noun_classes(head.low) and noun_classes(head.low) <= {"event", "act", "time"} and not is_given(head.low):
                return False  # "this week's Coast Cup", "the Vienna Tournament"
            toponym = self._toponym(number)
            return (toponym is None or toponym.stands_for in {"team", "people"}) and (
                not allowed or bool(allowed & {"person", "vehicle"}) or bool(self._named_as(phrase) & allowed)
            )
        if head.tag == "number" and self._counted(number) == number:
            return not allowed or "person" in allowed  # "all three were taken to …"
        if (head.tag == "determiner" and self._counted(number) == number) or head.low in {"there", "this", "that"}:
            return False
        classes = self._classes(number)
        if allowed:
            return bool(classes & allowed) and not (classes <= _NEVER_MOVE)
        return not classes or bool(classes & _MOVE)

    def _whole(self, numbers: Sequence[int]) -> Span:
        """The words of coordinated phrases, and of what a number or a group is of; a name for what stands beside it."""
        named = self.made.phrases[numbers[0]].same_as
        if len(numbers) == 1 and named is not None and self.made.words[self.made.phrases[named].head].tag == "name":
            numbers = (named,)  # "Ana Roa, *the envoy*, who went to …"
        start, end = self._span(numbers[0])[0], self._span(numbers[-1])[1]
        phrase = self.made.phrases[numbers[-1]]
        head = self.made.words[phrase.head]
        if phrase.preps and (
            head.tag == "number" or self._counted(numbers[-1]) != numbers[-1]
            or noun_classes(head.low) & {"quantity", "group"} or head.low in _COUNTS
            or (noun_classes(head.low) & {"artifact"} and self.made.words[phrase.first].tag == "number")
        ):  # fmt: skip
            prep = self.made.preps[phrase.preps[0]]
            if prep.prep in {"of", "in"} and prep.objects and self._toponym(prep.objects[0]) is None:
                end = self._span(prep.objects[-1])[1]
        owner = self.made.phrases[numbers[0]].owner
        if owner is not None and self.made.phrases[owner].first < self.made.phrases[numbers[0]].first:
            start = self._span(owner)[0]
        return start, end

    # -------------------------------------------------------------------------------------------------- slots

    def _argument(self, predicate: Predicate, slot: str) -> tuple[int, ...]:
        """The phrases in a slot of a verb, its voice taken into account."""
        objects = predicate.objects
        passive = predicate.passive
        if slot == "subj":
            return () if passive else predicate.subject
        if slot == "obj":
            if passive:
                return objects[0] if objects and len(objects[0]) and not predicate.subject else predicate.subject
            return objects[-1] if objects else ()
        if slot == "iobj":
            return objects[0] if len(objects) > 1 and not passive else ()
        return ()

    def _preps(self, predicate: Predicate, slots: Sequence[str]) -> list[int]:
        wanted = set(slots) | (_IN if "in" in slots else set()) | ({"away_from"} if "from" in slots else set())
        return [
            n
            for n in predicate.preps
            if n not in self.taken and self.made.preps[n].prep in wanted and not self._is_of_noun(n, predicate)
        ]

    def _is_of_noun(self, n: int, predicate: Predicate) -> bool:
        """Whether a prepositional phrase belongs to a noun that tells of an event of its own, or of a person."""
        of, seen = self.made.preps[n].of, n
        if of is not None and self.made.preps[n].prep == "from" and self._is_of_goods(of, predicate):
            return True
        while of is not None:
            head = self.made.words[self.made.phrases[of].head]
            if head.tag == "noun" and head.lemma in by_noun() and of not in predicate.subject:
                return not any(of in numbers for numbers in predicate.objects)
            # "his move from Porto to Rome": the second end hangs on the first.
            seen = next((m for m in range(seen - 1, -1, -1) if of in self.made.preps[m].objects), -1)
            of = (
                self.made.preps[seen].of
                if seen >= 0 and self.made.preps[seen].last <= self.made.preps[n].first
                else None
            )
        return False

    def _is_of_goods(self, of: int, predicate: Predicate) -> bool:
        """Whether "from" says where a noun comes from that is not the verb's own: "ran on fuel *from Iraq*"."""
        holder = self._holder(of)
        if holder is None or self.made.preps.index(holder) not in predicate.preps or self._toponym(of) is not None:
            return False
        return bool(noun_classes(self._head(of)) & {"person", "substance", "food", "possession", "communication"})

    def _ends(self, predicate: Predicate, slots: Sequence[str]) -> tuple[list[Span], list[int]]:
        """The places in the slots of a role, and the prepositional phrases they stand in."""
        found: list[Span] = []
        used: list[int] = []
        for slot in slots:
            if slot in {"subj", "obj", "iobj"}:
                for number in self._argument(predicate, slot):
                    place = self._is_state(number) if slot == "subj" else self._place(number)
                    if place is not None:
                        found.append(place)
        for n in self._preps(predicate, [slot for slot in slots if slot not in {"subj", "obj", "iobj"}]):
            places = self._places(self.made.preps[n].objects)
            if not places and predicate.lemma in words("frames", "travels", "verbs"):
                places = [name for o in self.made.preps[n].objects if (name := name_in(self.made, o)) is not None]
            if not places and n + 1 < len(self.made.preps) and self.made.preps[n + 1].prep == "including":
                places = self._places(self.made.preps[n + 1].objects)  # "to states such as Utah and Idaho"
            if places and not self._only_says_where(n, found):
                found += places
                used.append(n)
        return found, used

    def _only_says_where(self, n: int, found: Sequence[Span]) -> bool:
        """Whether a phrase says where the end before it lies: "arrived in Dadaab in Kenya" has one end."""
        of = self.made.preps[n].of
        if of is None or not found or self.made.preps[n].prep not in _IN:
            return False
        return self._place(of) is not None

    # -------------------------------------------------------------------------------------------------- finds

    def finds(self) -> list[Find]:
        """Everything that the sentence tells, in the order of the text."""
        found: list[tuple[int, Find]] = []
        routes: list[Passage] = []
        for number, predicate in enumerate(self.made.predicates):
            for told, frame in self._told(predicate):
                if frame.name == "presence.stays" and (berth := self._berth(number, predicate, routes)) is not None:
                    routes.append(berth)
                    break
                if frame.kind == "route":
                    passage = self._route(number, told, frame)
                    if passage is not None:
                        routes.append(passage)
                        break
                    continue
                made = self._other(told, frame)
                if made is not None:
                    found.append((made.trigger[0], made))
                    break
        for number, phrase in enumerate(self.made.phrases):
            word = self.made.words[phrase.head]
            if word.tag != "noun" or (number in self.filled and not self._has_way(phrase)):
                continue
            if word.lemma in {"import", "export"} and any(w.low in _TOLLS for w in self.made.words):
                continue
            for frame in by_noun().get(word.lemma, ()):
                if frame.kind == "route":
                    passage = self._noun_route(number, phrase, frame)
                    if passage is not None:
                        routes.append(passage)
                        break
                else:
                    tell = self._noun_flow if frame.kind == "flow" else self._noun_presence
                    if (made := tell(number, phrase, frame)) is not None:
                        found.append((made.trigger[0], made))
                        break
        found += self._cargo(routes)
        stays = {
            made.roles["actor"][0]: made.roles["place"][0]
            for _, made in found
            if made.kind == "presence" and made.roles.get("actor")
        }
        found += [(made.trigger[0], made) for made in journeys(routes, self.sentence, stays)]
        return [made for _, made in sorted(found, key=lambda one: one[0])]

    def _has_way(self, phrase: Phrase) -> bool:
        """Whether a noun says both ends of a way: "the flight from Oslo to Bergen was diverted"."""
        return {"from", "to"} <= {self.made.preps[n].prep for n in phrase.preps}

    def _berth(self, number: int, predicate: Predicate, routes: Sequence[Passage]) -> Passage | None:
        """Where a way that the sentence tells ends: "left Lagos and *docked in Dakar*"."""
        last = routes[-1] if routes else None
        if predicate.lemma not in _BERTHS or predicate.passive or predicate.form != "finite" or last is None:
            return None
        if last.is_noun or last.key != predicate.subject or not last.key:
            return None
        goal, used = self._ends(predicate, ["in"])
        if not goal:
            return None
        self.taken |= set(used)
        return Passage(
            predicate=number, mover=last.mover, key=last.key, trigger=self._trigger(predicate.word), is_noun=False,
            from_=None, goals=tuple(goal), via=(), rule=last.rule, relation=predicate.relation,
            marker=self._marker(predicate),
        )  # fmt: skip

    def _told(self, predicate: Predicate) -> Iterator[tuple[Predicate, Frame]]:
        """The frames of a verb: those of it with its particle or its object ("take off", "set sail") before its own."""
        table = by_verb()
        if predicate.particle is not None:
            for frame in table.get(f"{predicate.lemma}_{predicate.particle}", ()):
                yield predicate, frame
        if predicate.objects and (found := table.get(f"{predicate.lemma}_{self._lemma(predicate.objects[0][0])}")):
            rest = predicate._replace(objects=predicate.objects[1:])
            for frame in found:
                yield rest, frame
        for frame in table.get(predicate.lemma, ()):
            yield predicate, frame

    def _lemma(self, number: int) -> str:
        return self.made.words[self.made.phrases[number].head].lemma

    def _cargo(self, routes: Sequence[Passage]) -> Iterator[tuple[int, Find]]:
        """Read "carrying 40 tonnes of maize" of what travels: the cargo goes the same way."""
        for predicate in self.made.predicates:
            if predicate.lemma not in _CARRY or not predicate.subject:
                continue
            withs = [n for n in predicate.preps if self.made.preps[n].prep == "with" and self.made.preps[n].objects]
            loaded = predicate.passive or predicate.lemma not in {"carry", "transport"}
            goods = self.made.preps[withs[0]].objects if withs and loaded else self._argument(predicate, "obj")
            if not goods or (loaded and not withs) or not self._are_goods(goods, _GOODS):
                continue
            same = set(predicate.subject)
            before = [passage for passage in routes if passage.trigger[1] <= self.made.words[predicate.word].start]
            if before and all(self._toponym(n) is not None for n in predicate.subject):
                same |= set(before[-1].key)  # "left Bari on Monday with a crew of 9 carrying wheat"
            for passage in routes:
                of = {
                    o for key in passage.key for n in self.made.phrases[key].preps for o in self.made.preps[n].objects
                }
                if same & (set(passage.key) | of) and (passage.from_ or passage.goals):
                    yield passage.trigger[0], Find(
                        kind="flow", trigger=passage.trigger, evidence=self.sentence, rule="transfer.cargo",
                        is_noun=passage.is_noun,
                        roles={
                            "goods": (self._whole(goods),),
                            "from": () if passage.from_ is None else (passage.from_,),
                            "to": passage.goals[:1],
                            "via": passage.via,
                        },
                    )  # fmt: skip
                    break

    def _trigger(self, word: int) -> Span:
        return self.made.words[word].start, self.made.words[word].end

    def _route(self, number: int, predicate: Predicate, frame: Frame) -> Passage | None:
        slots = frame.roles["mover"]
        reduced = predicate.passive and predicate.relation == "participle" and slots == ("subj",)
        bound = frame.name == "motion.way" or predicate.lemma in words("frames", "gone", "verbs")
        if predicate.passive and slots == ("subj",) and not (reduced or bound):
            return None
        numbers = predicate.subject if reduced or bound else self._argument(predicate, slots[0])
        if frame.name == "motion.caused" and not numbers:
            above = self.made.predicates[predicate.parent] if predicate.parent is not None else None
            if above is None or not above.passive or predicate.relation != "coordinate" or predicate.objects:
                return None
            numbers = predicate.subject  # "was seized and towed to Malta"
        objects_are_places = "obj" in (*frame.roles["to"], *frame.roles["from"], *frame.roles.get("via", ()))
        if objects_are_places and predicate.objects and not self._places(predicate.objects[0]) and (
            "in" not in frame.roles["to"] and not self._is_left(predicate, frame)
        ):  # fmt: skip
            return None
        if frame.flags.get("no_object") and self._has_real_object(predicate):
            return None
        start, used_from = self._ends(predicate, frame.roles["from"])
        start = start or self._left(predicate, frame, numbers)
        to_slots = list(frame.roles["to"])
        if "to_for" in frame.flags and predicate.lemma in str(frame.flags["to_for"]).split():
            to_slots.append("for")
        goal, used_to = self._ends(predicate, to_slots)
        if predicate.lemma in {"recall", "withdraw", "summon"} and numbers and self._head(numbers[0]) in _ENVOYS:
            start, goal = goal, []  # "recalled its ambassador to Cuba"
        for role, ends in (("from", start), ("to", goal)):
            if not ends and numbers and noun_classes(self._head(numbers[0])) == {"vehicle"}:
                ends.extend(self._own_end(numbers[0], role))
        if not goal and number + 1 < len(self.made.predicates):
            goal, used = self._purpose(number, frame)
            used_to = [*used_to, *used]
        between, used_via = self._ends(predicate, ["between"])
        if len(between) == 2 and not (start or goal):
            start, goal = between[:1], between[1:]
        via, used = self._ends(predicate, frame.roles.get("via", ()))
        used_via = [*used_via, *used]
        if not (start or goal or via):
            return None
        is_state = bool(frame.flags.get("states") and numbers) and self._is_state(numbers[0]) is not None
        if numbers and not is_state and not any(self._may_fill(number, frame.allowed) for number in numbers):
            return None
        if not numbers and frame.name == "motion.strike":
            return None
        if not numbers and (predicate.form == "finite" or (self._marker(predicate) == "of" and not (start and goal))):
            return None  # "the cost of driving to Oslo": nobody's way
        goal = list(dict.fromkeys(goal))
        self.taken |= {*used_from, *used_to, *used_via}
        self.filled |= set(numbers)
        mover = self._whole(numbers) if numbers else None
        return Passage(
            predicate=number, mover=mover, key=numbers, trigger=self._trigger(predicate.word), is_noun=False,
            from_=start[0] if start else None, goals=tuple(goal), via=tuple(via), rule=frame.name,
            relation=predicate.relation, marker=self._marker(predicate),
        )  # fmt: skip

    def _purpose(self, number: int, frame: Frame) -> tuple[list[Span], list[int]]:
        """Where somebody goes by what for: "left to study *in Ghana*", "will send nurses to help *in Chad*"."""
        then = self.made.predicates[number + 1]
        if frame.name not in _ON_PURPOSE or then.relation != "infinitive" or then.parent != number:
            return [], []
        if then.lemma not in words("frames", "purposes", "verbs") or then.passive:
            return [], []
        return self._ends(then, ["in"])

    def _is_left(self, predicate: Predicate, frame: Frame) -> bool:
        """Whether an object without a name is what one flees or leaves: "fled the fighting", "left the country"."""
        head = self._head(predicate.objects[0][0])
        return head in words("frames", "left", "nouns") or (
            predicate.lemma in str(frame.flags.get("threats", "")).split()
            and bool(noun_classes(head) & {"event", "act", "state", "phenomenon", "weather", "group"})
        )

    def _left(self, predicate: Predicate, frame: Frame, numbers: tuple[int, ...]) -> list[Span]:
        """Where a way begins by other words than "from": the state that expels, "fled the war *in Sudan*"."""
        if predicate.lemma in str(frame.flags.get("out", "")).split():
            doer = self._argument(predicate, "subj")
            if doer and (state := self._is_state(doer[0])) is not None:
                return [state]
            if doer and self._head(doer[0]) in words("frames", "powers", "nouns"):
                return self._states_in(self.made.phrases[doer[0]])[:1]
            before = next((p for p in self.made.phrases if p.last == predicate.group[0]), None)
            if predicate.form == "infinitive" and before is not None:  # "the US decision to expel"
                return self._states_in(before)[:1]
        held: Sequence[int] = ()
        if (
            predicate.lemma in str(frame.flags.get("threats", "")).split()
            and predicate.objects
            and not predicate.passive
        ):
            held = predicate.objects[0]
        elif predicate.lemma in str(frame.flags.get("out_of", "")).split() or predicate.particle == "out":
            held = numbers
        for number in held[-1:]:
            for n in self.made.phrases[number].preps[:1]:
                if self.made.preps[n].prep in _IN:
                    return self._places(self.made.preps[n].objects)
        return []

    def _marker(self, predicate: Predicate) -> str:
        return "" if predicate.marker is None else self.made.words[predicate.marker].low

    def _has_real_object(self, predicate: Predicate) -> bool:
        """Whether a verb has an object that is no place, time or measure ("ran a company")."""
        if predicate.passive or not predicate.objects:
            return False
        number = predicate.objects[0][0]
        phrase = self.made.phrases[number]
        if phrase.first > predicate.group[1] + 1:  # behind a prepositional phrase, and so of something else
            return False
        classes = noun_classes(self._head(number))
        head = self.made.words[self.made.phrases[number].head]
        if (
            head.tag == "number"
            or classes & {"time", "quantity"}
            or units().get(head.low) == "length"
            or head.low in {"him", "way", "home", "miles", "himself"}
        ):
            return False
        return self._toponym(number) is None and head.tag != "name"

    def _other(self, predicate: Predicate, frame: Frame) -> Find | None:
        return {
            "flow": self._flow, "presence": self._presence, "use": self._use, "claim": self._claim
        }[frame.kind](predicate, frame)  # fmt: skip

    def _flow(self, predicate: Predicate, frame: Frame) -> Find | None:
        slot = frame.roles["goods"][0]
        numbers = self._goods_of(predicate, frame, slot)
        traded = predicate.lemma in words("frames", "traded", "verbs")
        start, used_from = self._flow_ends(predicate, frame.roles["from"])
        goal, used_to = self._flow_ends(predicate, frame.roles["to"])
        is_open = traded or bool(start and goal)  # from one place to another nearly anything passes
        if not numbers or not self._are_goods(numbers, frame.allowed | _TRADED if is_open else frame.allowed):
            return None
        if frame.flags.get("cargo") and self._lemma(self._counted(numbers[0])) not in words("frames", "cargo", "nouns"):
            return None
        is_money = any(self._is_money(number) for number in numbers)
        if frame.flags.get("money") and not (is_money or self._classes(numbers[0]) & {"possession"} or (
            self._head(numbers[0]) in words("frames", "cargo", "nouns"))):  # fmt: skip
            return None
        via, used_via = self._ends(predicate, frame.roles.get("via", ()))
        if predicate.passive and "subj" in frame.roles["from"]:
            by, used = self._flow_ends(predicate, ["by"])
            start, used_from = [*by, *start], [*used_from, *used]
        if predicate.passive and slot == "obj" and numbers is not predicate.subject and predicate.objects:
            goal = goal or self._flow_phrases(predicate.subject)  # "Malta was given boats"
        goods = self._whole(numbers)
        if not goal and frame.name in {"transfer.give", "transfer.send"}:
            goal, used_to = self._ends(predicate, ["for"])
        if not goal and slot == "obj" and (glued := self._glued(numbers[0])) is not None:
            goal, goods = [glued], (self.made.words[self._after(glued)].start, goods[1])
        if not start and slot == "subj":
            start = self._own_end(numbers[0], "from")
        if not start and frame.name in {"transfer.get", "transfer.spend"}:
            made = self._adjective(self.made.phrases[self._counted(numbers[0])])
            start = ([made] if made is not None else self._own_end(numbers[0], "from")) if goal else []
        if not goal and self._marker(predicate) == "by" and predicate.parent is not None:
            helped = self.made.predicates[predicate.parent]  # "supports Chad by supplying tents"
            goal = self._places(helped.objects[-1]) if helped.objects else []
        from_whom, to_whom = self._parties(predicate, frame.roles["from"]), self._parties(predicate, frame.roles["to"])
        if not (start or goal or via) and self._is_public(numbers, (*from_whom, *to_whom), is_money=is_money):
            start, goal = self._spans_of(from_whom), self._spans_of(to_whom)
        elif start or goal:
            start, goal = start or self._spans_of(from_whom), goal or self._spans_of(to_whom)
        if frame.flags.get("needs") == "from" and not (used_from or start) and not (
            goal and self._is_worth_telling(predicate, numbers, is_money=is_money)
        ):  # fmt: skip
            return None
        if frame.flags.get("least") and not (start and goal):
            return None
        strong = any(classes_of(self._head(n)) & _STRONG for n in numbers) or self._classes(numbers[0]) & {"artifact"}
        firm = start and (strong or traded) and self._ends(predicate, [*frame.roles["from"], "by"])[0]
        if not (goal or via or used_from or firm):
            return None
        if goal and set(goal) == set(start):
            return None
        self.taken |= {*used_from, *used_to, *used_via}
        self.filled |= set(numbers)
        return self._find("flow", predicate.word, frame, goods=(goods,), from_=start[:1], to=goal[:1], via=via)

    def _goods_of(self, predicate: Predicate, frame: Frame, slot: str) -> tuple[int, ...]:
        """The phrases that name what a verb passes on."""
        if slot not in {"subj", "obj"}:
            held = [n for n in predicate.preps if self.made.preps[n].prep == slot and self.made.preps[n].objects]
            return self.made.preps[held[0]].objects if held else ()
        if predicate.passive and slot == "obj" and predicate.objects and frame.name == "transfer.give":
            return predicate.objects[0]  # "was given weapons"
        return self._argument(predicate, slot)

    def _is_worth_telling(self, predicate: Predicate, numbers: Sequence[int], *, is_money: bool) -> bool:
        """Whether goods are told of though nobody says whom they come from: arms, grants, what a state buys."""
        if any(classes_of(self._head(n)) & {"arms"} for n in numbers):
            return True
        heads = {self._lemma(self._counted(n)) for n in numbers}
        if is_money or heads & words("frames", "cargo", "nouns"):
            return True
        subject = self._argument(predicate, "subj")
        if not subject or self._is_state(subject[0]) is None:
            return False
        first = self.made.phrases[numbers[0]]
        if self.made.words[first.first].tag == "number" and self._classes(numbers[0]) & {"artifact", "vehicle"}:
            return True  # "Oman will receive 40 howitzers"
        return predicate.lemma in {"buy", "import", "purchase", "order", "procure", "acquire"}

    def _parties(self, predicate: Predicate, slots: Sequence[str]) -> tuple[int, ...]:
        """The phrases of those who give or get, whether they are of a place or not."""
        held = [n for slot in slots if slot in {"subj", "iobj"} for n in self._argument(predicate, slot)]
        loose = {slot for slot in slots if slot in {"to", "from"}} | (
            {"by"} if predicate.passive and "subj" in slots else set()
        )
        held += [o for n in self._preps(predicate, sorted(loose)) for o in self.made.preps[n].objects]
        return tuple(n for n in held if self._is_party(n))[:1]

    def _is_party(self, number: int) -> bool:
        head = self.made.words[self.made.phrases[number].head]
        if head.tag == "name":
            return not noun_classes(head.low) <= {"time"} or not noun_classes(head.low)
        classes = noun_classes(head.low)
        return head.tag == "noun" and (
            head.low in words("frames", "bodies", "nouns") or bool(classes & {"person", "group"})
        )

    def _spans_of(self, numbers: Sequence[int]) -> list[Span]:
        return [self._span(number) for number in numbers]

    def _is_public(self, numbers: Sequence[int], parties: Sequence[int], *, is_money: bool) -> bool:
        """Whether money or aid is a public body's, though no place is named: "received $40,000 in federal funds"."""
        if not parties or not (is_money or self._lemma(self._counted(numbers[0])) in words("frames", "cargo", "nouns")):
            return False
        public = words("frames", "public", "words")
        first, last = self.made.phrases[numbers[0]].first, self.made.phrases[self._counted(numbers[0])].last
        return any(word.low in public for word in self.made.words[first:last]) or any(
            self.made.words[n].low in public
            for party in parties
            for n in range(self.made.phrases[party].first, self.made.phrases[party].last)
        )

    def _flow_ends(self, predicate: Predicate, slots: Sequence[str]) -> tuple[list[Span], list[int]]:
        """Who gives or gets, as a place: its own, or that of "families in Homs", "Danish firms", "Leeds police"."""
        found, used = self._ends(predicate, slots)
        if found:
            return found, used
        for slot in slots:
            if slot in {"subj", "obj", "iobj"} and (found := self._flow_phrases(self._argument(predicate, slot))):
                return found, []
        for n in self._preps(predicate, [slot for slot in slots if slot in {"to", "from", "by", "into"}]):
            if found := self._flow_phrases(self.made.preps[n].objects):
                return found, [n]
        return [], []

    def _flow_phrases(self, numbers: Sequence[int]) -> list[Span]:
        return [span for number in numbers if (span := self._place(number) or self._tied(number)) is not None]

    def _tied(self, number: int) -> Span | None:
        """The place that people or a body are of, where they are no private person."""
        phrase = self.made.phrases[number]
        head = self.made.words[phrase.head]
        classes = noun_classes(head.low)
        is_body = head.low in words("frames", "bodies", "nouns") or bool(classes & {"group"})
        many = "person" in classes and (head.low != head.lemma or head.low in _PLURALS)
        if head.tag == "pronoun" or not (head.tag == "name" or is_body or many):
            return None
        start, end = self._span(number)
        inside = next((t for t in self.toponyms if start <= t.start < end and t.sort != "language"), None)
        if inside is not None:
            return inside.start, inside.end
        if phrase.owner is not None and (toponym := self._toponym(phrase.owner)) is not None:
            return toponym.start, toponym.end
        for n in phrase.preps[:1]:
            if self.made.preps[n].prep in _IN or self.made.preps[n].prep == "of":
                return next(iter(self._places(self.made.preps[n].objects)), None)
        return None

    def _is_money(self, number: int) -> bool:
        phrase = self.made.phrases[number]
        return any(
            word.text in {"$", "€", "£", "¥"} or word.text[:1] in {"$", "€", "£"} or units().get(word.low) == "money"
            for word in self.made.words[phrase.first : phrase.last]
        )

    def _glued(self, number: int) -> Span | None:
        """The place at the head of an object that gets the rest of it: "gave *Kyiv* long-range missiles"."""
        phrase = self.made.phrases[number]
        first, head = self.made.words[phrase.first], self.made.words[phrase.head]
        if first.tag != "name" or head.tag != "noun":
            return None
        for toponym in self.toponyms:
            if toponym.start == first.start and toponym.end < head.start and toponym.sort != "demonym":
                return toponym.start, toponym.end
        return None

    def _after(self, span: Span) -> int:
        return next(n for n, word in enumerate(self.made.words) if word.start >= span[1])

    def _own_end(self, number: int, role: str) -> list[Span]:
        """Where goods or a ship are from or bound for by their own words: "water *from the Nile* flows to …"."""
        for n in self.made.phrases[number].preps[:2]:
            if self.made.preps[n].prep == role:
                return self._places(self.made.preps[n].objects)
        return []

    def _are_goods(self, numbers: Sequence[int], allowed: frozenset[str]) -> bool:
        return any(self._is_goods(number, allowed) for number in numbers)

    def _is_goods(self, number: int, allowed: frozenset[str]) -> bool:
        if self._is_money(number) and "possession" in allowed:
            return True
        number = self._counted(number)
        head = self.made.words[self.made.phrases[number].head]
        if head.tag == "name" and any(letter.isdigit() for letter in head.text):
            return self._toponym(number) is None  # "F-16s", "737s"
        if head.tag in {"pronoun", "name", "determiner"} or head.lemma in words("frames", "no_goods", "nouns"):
            return False
        if head.tag == "number" and not self.made.phrases[number].preps:
            return False
        if units().get(head.low) in _MEASURES:
            return True  # "moved 3 tonnes": whatever it is of
        classes = self._classes(number)
        if self._toponym(number) is not None and head.tag == "name":
            return False
        made = {"artifact", "act"} if "act" in allowed else {"artifact"}
        if "person" in classes or ("communication" in classes and not classes & made):
            return False
        return bool(classes & allowed) or ("artifact" in allowed and bool(classes_of(head.low) & _STRONG))

    def _presence(self, predicate: Predicate, frame: Frame) -> Find | None:
        if frame.flags.get("passive_only") and not predicate.passive:
            return None
        slot = frame.roles["actor"][0]
        reduced = predicate.passive and slot == "subj"
        numbers = predicate.subject if reduced else self._argument(predicate, slot)
        is_told = bool(frame.flags.get("near"))  # by "be" alone, so that the place stands right behind it
        if is_told and predicate.objects and self.made.words[predicate.group[0] - 1].low == "there":
            numbers = predicate.objects[0]  # "there are soldiers in Mali"
        elif is_told and (predicate.objects or predicate.passive):
            return None
        if not numbers or not self._may_fill(numbers[-1], frame.allowed):
            return None
        if frame.flags.get("forces") and self._lemma(numbers[-1]) not in words("frames", "forces", "nouns"):
            return None
        if frame.name == "presence.held" and self._head(numbers[-1]) == "it":
            return None
        if "subj" in frame.roles["place"]:
            host = self._argument(predicate, "subj")
            places = self._places(host[:1])
        else:
            places = self._in_custody(predicate) or self._where(predicate, numbers, is_told=is_told)
            if not places and frame.name == "presence.spends":  # "spent a Tuscany weekend"
                objects = next(one.objects for one in self.made.predicates if one.word == predicate.word)
                places = self._compound(self.made.phrases[objects[0][0]]) if objects else []
        if not places:
            return None
        return self._find("presence", predicate.word, frame, actor=(self._whole(numbers),), place=places)

    def _where(self, predicate: Predicate, numbers: tuple[int, ...], *, is_told: bool) -> list[Span]:
        """The places that stand behind a verb of being somewhere."""
        last = max((self.made.phrases[n].last for n in numbers), default=0)
        last = max(predicate.group[1], last) + 1
        told = [predicate]
        if predicate.passive:  # "was seen swimming off Tuvalu"
            told += [
                one for one in self.made.predicates
                if one.form == "gerund" and one.subject == predicate.subject and one.group[0] == predicate.group[1]
            ]  # fmt: skip
        for one in told:
            for n in self._preps(one, ["in", "under"]):
                prep = self.made.preps[n]
                if is_told and prep.objects and self._head(prep.objects[-1]) in words("frames", "light", "states"):
                    last = prep.last + 1  # "is in exile *in Kenya*"
                if prep.first < predicate.word or (is_told and prep.first > last):
                    continue
                places = self._places(prep.objects)
                if places:
                    self.taken.add(n)
                    return places
        return []

    def _in_custody(self, predicate: Predicate) -> list[Span]:
        """Where somebody is by a noun alone: "in hospital", "six years in state prison"."""
        behind = predicate.group[1]
        for numbers in predicate.objects[:1]:
            phrase = self.made.phrases[numbers[-1]]
            behind = phrase.last if "time" in noun_classes(self._head(numbers[-1])) else -1
        for n in self._preps(predicate, ["in"]):
            prep = self.made.preps[n]
            if prep.prep != "in" or not prep.objects or prep.first != behind:
                continue
            phrase = self.made.phrases[prep.objects[0]]
            head = self.made.words[phrase.head]
            if head.low not in words("frames", "custody", "nouns") or self.made.words[phrase.first].tag == "determiner":
                continue
            after = next((p for p in self.made.preps if p.first == prep.last and p.prep in _IN), None)
            places = [] if after is None else self._places(after.objects)
            return places or [(head.start, head.end)]
        return []

    def _use(self, predicate: Predicate, frame: Frame) -> Find | None:
        numbers = self._argument(predicate, "obj")
        if not numbers or not any(classes_of(self._head(n)) & {"arms"} for n in numbers):
            of = self.made.phrases[numbers[0]].preps if numbers else ()
            deep = self.made.preps[of[0]].objects if of else ()
            if not deep or not classes_of(self._head(deep[0])) & {"arms"}:
                return None
        place, used = self._ends(predicate, frame.roles["place"])
        if not place:
            return None
        self.taken |= set(used)
        who = self._argument(predicate, "subj")
        actor = [self._whole(who)] if who and self.made.words[self.made.phrases[who[0]].head].tag != "relative" else []
        return self._find("use", predicate.word, frame, goods=(self._whole(numbers),), actor=actor, place=place[:1])

    def _claim(self, predicate: Predicate, frame: Frame) -> Find | None:
        objects = self._argument(predicate, "obj")
        matter = next(
            (self._head(n) for n in objects if self._head(n) in words("frames", "claim_matters", "nouns")), None
        )
        if matter is None or not predicate.subject or predicate.passive:
            return None
        contests = predicate.lemma in {"contest", "dispute", "reject", "challenge"}
        about, used = self._ends(predicate, frame.roles["about"])
        if not about:
            about = [
                (t.start, t.end) for n in predicate.preps for o in self.made.preps[n].objects
                if (t := self._toponym(o)) is not None
            ]  # fmt: skip
        if not about and self.known is not None:
            spans = [self._span(o) for n in predicate.preps for o in self.made.preps[n].objects]
            back = [self.known.antecedent(*span) for span in spans]
            about = [span for span in back if span is not None and self._is_place(span)][:1]
        if not about and not (contests and matter in {"claim", "claims", "sovereignty"}):
            return None
        self.taken |= set(used)
        return self._find(
            "claim", predicate.word, frame, actor=(self._whole(predicate.subject),), about=about,
            claim="contests" if contests else matter.rstrip("s"),
        )  # fmt: skip

    def _is_place(self, span: Span) -> bool:
        entity = None if self.known is None else self.known.at(span)
        return entity is not None and entity.sort == "place"

    def _find(
        self, kind: str, word: int, frame: Frame, *, is_noun: bool = False, claim: str | None = None,
        **roles: Sequence[Span],
    ) -> Find:  # fmt: skip
        return Find(
            kind=kind,  # type: ignore[arg-type]
            trigger=self._trigger(word),
            evidence=self.sentence,
            roles={role.rstrip("_"): tuple(spans) for role, spans in roles.items()},
            claim=claim,
            rule=frame.name,
            is_noun=is_noun,
        )

    # -------------------------------------------------------------------------------------------------- nouns

    def _chain(self, phrase: Phrase) -> Iterator[tuple[int, str, tuple[int, ...]]]:
        for n in phrase.preps:
            if n not in self.taken and self.made.preps[n].objects:
                yield n, self.made.preps[n].prep, self.made.preps[n].objects

    def _chain_of_noun(self, number: int, phrase: Phrase) -> list[tuple[int, str, tuple[int, ...]]]:
        """The phrases behind a noun, also those behind a comma that its verb has: "his journey, at last, to Rome"."""
        chain = list(self._chain(phrase))
        for predicate in self.made.predicates:
            if any(number in numbers for numbers in predicate.objects):
                chain += [
                    (n, self.made.preps[n].prep, self.made.preps[n].objects) for n in predicate.preps
                    if n not in self.taken and n not in phrase.preps and self.made.preps[n].first > phrase.last
                    and self.made.preps[n].prep in {"from", "to", "into", "via"}
                ]  # fmt: skip
        return chain

    def _noun_route(self, number: int, phrase: Phrase, frame: Frame) -> Passage | None:
        lemma = self.made.words[phrase.head].lemma
        holder = self._holder(number)
        if "held_by" in frame.flags and (holder is None or holder.prep not in str(frame.flags["held_by"]).split()):
            return None
        if frame.flags.get("both") and next((p for _, p, _ in self._chain(phrase)), "") not in {
            "from",
            "to",
            "between",
        }:
            return None
        start: list[Span] = []
        goal: list[Span] = []
        via: list[Span] = []
        by: tuple[int, ...] = ()
        used: list[int] = []
        for n, prep, objects in self._chain_of_noun(number, phrase):
            places = self._places(objects)
            if prep in {"by", "of"} and not by and self._may_fill(objects[0], frozenset()):
                by = objects
            elif prep in frame.roles["from"] and places:
                start += places
                used.append(n)
            elif (prep in {"to", "into"} or (prep in _IN and lemma in str(frame.flags["in_for"]).split())) and places:
                goal += places
                used.append(n)
            elif prep == "between" and len(places) == 2 and not (start or goal):
                start, goal = [places[0]], [places[1]]
                used.append(n)
            elif prep in frame.roles["via"] and places:
                via += places
                used.append(n)
            elif prep == "of" and lemma in {"tour", "invasion"} and places:
                goal += places
                used.append(n)
        mover, key = self._doer(number, phrase, by)
        if "held_by" in frame.flags:
            mover, key = self._traveller(holder, mover, key)
        plain = mover is None and self.made.words[phrase.first].tag not in {"determiner", "number"}
        if plain and self.made.words[phrase.head].low != lemma:
            return None  # "flights to Oslo cost less": nobody's in particular

        if not (goal or via or start) and lemma in _TO_PLACES:
            goal = self._compound(phrase)
        if not (goal or via or (start and mover is not None)):
            return None
        if (frame.flags.get("both") and not (start and goal)) or (frame.flags.get("with_mover") and mover is None):
            return None
        self.taken |= set(used)
        return Passage(
            predicate=-1, mover=mover, key=key, trigger=self._trigger(phrase.head), is_noun=True,
            from_=start[0] if start else None, goals=tuple(goal), via=tuple(via), rule=frame.name,
            marker="" if holder is None else holder.prep,
        )  # fmt: skip

    def _noun_presence(self, number: int, phrase: Phrase, frame: Frame) -> Find | None:
        """Read "his detention in Iran", "the presence of troops in Mali"."""
        places: list[Span] = []
        by: tuple[int, ...] = ()
        holder = self._holder(number)
        if holder is not None and self.made.preps.index(holder) in self.taken:
            return None  # "is in exile in Kenya" has told it
        if frame.roles["actor"] == ("self",):
            by = (number,) if self._may_fill(number, frame.allowed) else ()
        for n, prep, objects in self._chain(phrase):
            if prep == "of" and not by and self._may_fill(objects[0], frame.allowed):
                by = objects
            elif prep in _IN and (places := self._places(objects)):
                self.taken.add(n)
                break
        actor = self._whole(by) if number in by else self._doer(number, phrase, by)[0]
        if actor is None and phrase.owner is not None:
            actor = self._is_state(phrase.owner)
        actor = actor or self._adjective(phrase) or next(iter(self._states_in(phrase)), None)
        if not places or actor is None:
            return None
        return self._find("presence", phrase.head, frame, is_noun=True, actor=(actor,), place=places)

    def _states_in(self, phrase: Phrase) -> list[Span]:
        first, head = self.made.words[phrase.first], self.made.words[phrase.head]
        return [(t.start, t.end) for t in self.toponyms if first.start <= t.start < head.start]

    def _compound(self, phrase: Phrase) -> list[Span]:
        """Where a visit goes by the word before it: "a three-week *Kenya* tour"."""
        before = self.made.words[phrase.head - 1] if phrase.head > phrase.first else None
        if before is None:
            return []
        return [(t.start, t.end) for t in self.toponyms if t.end == before.end and t.sort != "demonym"]

    def _holder(self, number: int) -> PrepPhrase | None:
        """The preposition that a phrase stands behind."""
        return next((prep for prep in self.made.preps if number in prep.objects), None)

    def _traveller(
        self, holder: PrepPhrase | None, mover: Span | None, key: tuple[int, ...]
    ) -> tuple[Span | None, tuple[int, ...]]:
        """Who is "on the way": what the words hang on, or the subject of their verb."""
        if holder is None:
            return mover, key
        number = self.made.preps.index(holder)
        before = holder.of
        if before is None and holder.first > 1 and self.made.words[holder.first - 1].text == ",":
            before = next((n for n, p in enumerate(self.made.phrases) if p.last == holder.first - 1), None)
        if mover is not None and before is not None and "vehicle" in noun_classes(self._head(before)):
            return mover, key  # "met on a coach on *their* way to …"
        if before is not None and self._may_fill(before, frozenset(("person", "vehicle", "animal"))):
            return self._whole((before,)), (before,)
        for predicate in self.made.predicates:
            if number in predicate.preps and predicate.subject and self._may_fill(predicate.subject[-1], frozenset()):
                return self._whole(predicate.subject), predicate.subject
        return mover, key

    def _doer(self, number: int, phrase: Phrase, by: tuple[int, ...]) -> tuple[Span | None, tuple[int, ...]]:
        """Who makes the visit: its owner, "by", or whoever the verb beside it is of."""
        if phrase.owner is not None and self._may_fill(phrase.owner, frozenset()):
            return self._whole((phrase.owner,)), (phrase.owner,)
        if by:
            return self._whole(by), by
        first = self.made.words[phrase.first]
        if first.low in _OWN:
            return (first.start, first.end), ()
        for predicate in self.made.predicates:
            inside = any(number in numbers for numbers in predicate.objects)
            light = inside and predicate.lemma in words("frames", "light", "verbs")
            held = any(
                number in self.made.preps[n].objects
                and self.made.preps[n].prep in words("frames", "light", "preps")
                and (self.made.preps[n].prep != "for" or predicate.lemma in by_verb())
                for n in predicate.preps
            )
            if (light or held) and predicate.subject and self._may_fill(predicate.subject[0], frozenset()):
                return self._whole(predicate.subject), predicate.subject
        return None, ()

    def _light_state(self, number: int) -> Span | None:
        """The state that does what a noun says: "*Chad* has started exports to …"."""
        for predicate in self.made.predicates:
            held = predicate.subject and not predicate.passive and any(number in held for held in predicate.objects)
            if held and predicate.lemma in words("frames", "light", "verbs"):
                return self._is_state(predicate.subject[0])
        return None

    def _adjective(self, phrase: Phrase) -> Span | None:
        """The state that an adjective before a noun names: "*Kenyan* exports"."""
        first, head = self.made.words[phrase.first], self.made.words[phrase.head]
        if first.start == head.start:
            return None
        return next(
            ((t.start, t.end) for t in self.toponyms if first.start <= t.start < head.start and t.sort == "demonym"),
            None,
        )

    def _noun_flow(self, number: int, phrase: Phrase, frame: Frame) -> Find | None:
        start: list[Span] = []
        goal: list[Span] = []
        via: list[Span] = []
        goods: Span | None = None
        ok = False
        used: list[int] = []
        for n, prep, objects in self._chain(phrase):
            if prep == "of" and goods is None and self._are_goods(objects, frame.allowed):
                goods, ok = self._whole(objects), True
                continue
            places = self._places(objects) or (self._flow_phrases(objects) if prep in {"to", "from", "by"} else [])
            for role, ends in (("from", start), ("to", goal), ("via", via)):
                if prep in frame.roles[role] and places:
                    ends.extend(places)
                    used.append(n)
        if goods is None and frame.roles["goods"] == ("self",):
            goods, ok = self._span(number), True
        if goods is None:
            before = phrase.head - 1
            word = self.made.words[before] if before >= phrase.first else None
            if word is not None and word.tag == "noun" and not noun_classes(word.low) <= _NEVER_MOVE:
                goods = (word.start, word.end)
                ok = bool(noun_classes(word.low) & frame.allowed or classes_of(word.low) & _STRONG)
            elif self.made.words[phrase.head].low.endswith("s") or self.made.words[phrase.head].lemma in _TRADE:
                goods, ok = self._trigger(phrase.head), True
        state = None if phrase.owner is None else self._is_state(phrase.owner)
        state = state or self._adjective(phrase)
        if state is not None and self.made.words[phrase.head].lemma in {"import", "purchase"}:
            goal = goal or [state]
        elif state is not None and not start:
            start = [state]
        elif not start and (doer := self._light_state(number)) is not None:
            start = [doer]
        if goods is None or not ok or not (start or goal or via) or not (used or (start and goal)):
            return None
        if set(start) & set(goal):
            return None
        self.taken |= set(used)
        return self._find(
            "flow", phrase.head, frame, is_noun=True, goods=(goods,), from_=start[:1], to=goal[:1], via=via
        )


_STORMS: Final = frozenset(("hurricane", "storm", "typhoon", "cyclone"))
_ENVOYS: Final = frozenset(
    "ambassador ambassadors envoy envoys consul attaché representative diplomat diplomats".split()
)
_PLURALS: Final = frozenset("people police children men women troops staff personnel crew".split())
_CUSTOMS: Final = frozenset(
    "school college university court church work war trial bed market press class sea sale".split()
)
_TRADED: Final = _GOODS | {"act", "group", "object", "quantity", "cognition", "event"}
_MEASURES: Final = frozenset(("mass", "volume", "energy", "packing", "money"))
_TOLLS: Final = frozenset("tariff tariffs duty duties levy levies tax taxes quota quotas ban".split())
_ON_PURPOSE: Final = frozenset(("motion.go", "motion.come", "motion.leave", "motion.caused", "motion.forces"))
_BERTHS: Final = frozenset(("dock", "berth", "moor", "anchor", "call", "stop"))
_TO_PLACES: Final = frozenset("visit tour trip mission journey expedition voyage pilgrimage stop stopover".split())
_TRADE: Final = frozenset(("import", "export"))
_CARRY: Final = frozenset(("carry", "transport", "load", "lade", "fill", "pack"))
_ORDINALS: Final = frozenset(("first", "last", "latest", "rest", "remainder", "second", "third"))
_SHARES: Final = frozenset(
    "busload boatload planeload truckload busloads boatloads truckloads herd flock crowd mob gang percent half third"
    " thirds quarter majority bulk share most all part some % cent".split()
)
_COUNTS: Final = frozenset(
    ("thousands", "hundreds", "dozens", "scores", "millions", "tens", "group", "convoy", "fleet")
)
