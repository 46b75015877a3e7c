"""The cast of a story: its places and actors by id, made from the words that name them or point back to them."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Final

from dateline.atlas.gazetteer import by_code, is_capital
from dateline.reading.amounts.parts import is_of_all
from dateline.reading.amounts.quantities import quantities
from dateline.reading.ids import free, slug
from dateline.reading.text.classes import classes_of
from dateline.reading.text.forms import lemmas
from dateline.reading.text.nouns import dictionary_classes
from dateline.reading.text.sentences import tokens
from dateline.reading.text.wordlists import words
from dateline.reading.things.by_standing import is_capital_name
from dateline.reading.things.roads import are_streets, is_numbered_road
from dateline.reading.things.venues import is_ground, is_plain_name, is_unsaid_venue, is_venue
from dateline.story import model

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline import atlas
    from dateline.atlas.place import Precision
    from dateline.reading.places.toponym import Toponym
    from dateline.reading.text.article import Article
    from dateline.reading.things.reference import References
    from dateline.story.model import Span

__all__ = ["Cast"]

_KINDS: Final = {
    "vessel": "vessels",
    "people": "people",
    "arms": "arms",
    "aircraft": "aircraft",
    "vehicle": "vehicles",
    "storm": "storm",
    "disease": "disease",
    "firm": "company",
    "body": "organisation",
    "team": "team",
}
"""What an actor is, by the class of its noun in reference.toml; of a noun with two classes the first here counts."""

_IS_CAPITAL: Final = re.compile(r"(?:['’]s)? capital\b(?! (?:of|city of|[A-Z]))").match
_ONE_OF_THEM: Final = ("an", "i", "er")  # "the *Australian* was held", no "the *Dutch*"
_ARTICLES: Final = re.compile(r"^(?:the|a|an|its|their|his|her|our|both|these|those|this|that)\s+", re.IGNORECASE)
_AGE: Final = re.compile(r"\b[\w-]+-year-old\b")
_POINTERS: Final = frozenset("he she they him her them".split())
"""Words that are somebody else in the next sentence, unless it is known who they are."""
_PAIR: Final = re.compile(r"(?:[A-Z][\w.’'-]* ){1,2}and [A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)?")
"""Two names that do one thing: "Roa and Lind" is no other name of either."""
_NAME_BEFORE: Final = re.compile(
    r"(?:^|[.”\"»\n] |\n)((?:The )?[A-Z][\w.’'&-]*(?: (?:of |and |de )?[A-Z][\w.’'&-]*)*)(?: \([A-Z]+\))?, $"
).search
"""A name that opens its sentence, before a comma."""
_AND_OTHERS: Final = re.compile(
    r"\b[A-Z][\w’'-]+(?:,[^,]{1,80},)? and "
    r"(?:(?:the|a|an|his|her|their|two|three|four|five|six|several|some|other) |[A-Z])"
).search
_TO_COMMA: Final = re.compile(r"(?: (?:for|of|to|in|at) [\w’'. -]{2,40}?)?, ").match
_CALLED: Final = re.compile(
    r"(?:,| —| –|,? who was) (?:later )?(?:identified|named)(?: (?:by|in|on|locally|at)[^,;.“”]{0,60}?)? as "
).match
_IS_BESIDE: Final = re.compile(r", (?!and\b|or\b)|\.$|[.,]?[”\"]").match
"""Behind a name, that it stands beside what somebody is and is the first of no list."""
_LIES_IN: Final = re.compile(r",? (?:in|at|on|near|outside) (?:the )?|, ").fullmatch
_LIES_NEAR: Final = re.compile(
    r",? (?:in|near|outside) (?:the )?(?:(?:north|south|east|west|central)[\w-]* )?"
).fullmatch
_GOES_BY: Final = re.compile(r"(?: [A-Z][a-z]+)*? ([A-Z][a-z]+)").fullmatch
_OF_A_KIND: Final = (" school", " restaurant", " lesson", " class", " bakery", " bar", " pub", " café")
_MOST_LETTERS: Final = 60
_MOST_IN_A_PHRASE: Final = 40


@dataclass(slots=True)
class Cast:
    """
    Places and actors of one story as they are named, each under one id.

    Attributes
    ----------
    article, toponyms
        What they are read from.
    references
        What pronouns and nouns of the article point back to; None leaves them as they stand.
    places, actors
        Those named so far, by id.
    """

    article: Article
    toponyms: Sequence[Toponym]
    references: References | None = None
    places: dict[str, model.Place] = field(default_factory=dict)
    actors: dict[str, model.Actor] = field(default_factory=dict)
    _by_atlas: dict[int, str] = field(default_factory=dict)
    _by_name: dict[str, str] = field(default_factory=dict)
    _parties: dict[Span, str] = field(default_factory=dict)
    _as_states: set[int] = field(default_factory=set)  # starts of capitals that are their states
    _said_to_lie: dict[str, Toponym] = field(init=False)  # by what they are called, the first mention of each

    def __post_init__(self) -> None:
        self._said_to_lie = {one.text: one for one in reversed(self.toponyms) if one.inexact and not one.lent}

    # ------------------------------------------------------------------------------------------------- places

    def place(self, place: atlas.Place, /) -> str:
        """The id of a place of the atlas."""
        known = self._by_atlas.get(place.id)
        if known is not None:
            return known
        key = free(slug(place.name), self.places, self.actors)
        self.places[key] = model.Place(
            name=place.name,
            kind=place.kind,
            atlas=place.id,
            lon=place.lon,
            lat=place.lat,
            countries=place.countries,
            precision=place.precision,
            disputed=place.disputed,
        )
        self._by_atlas[place.id] = key
        return key

    def toponym_in(self, span: Span, /) -> Toponym | None:
        """The first place name that stands within a span and is placed."""
        first = bisect_left(self.toponyms, span[0], key=lambda toponym: toponym.start)
        for toponym in self.toponyms[first : first + _MOST_IN_A_PHRASE]:
            if toponym.end > span[1]:
                return None
            if toponym.place is not None:
                return toponym
        return None

    def states_in(self, span: Span, /) -> frozenset[str]:
        """The states that the words within a span name, by their names, capitals or adjectives."""
        first = bisect_left(self.toponyms, span[0], key=lambda toponym: toponym.start)
        last = bisect_left(self.toponyms, span[1], key=lambda toponym: toponym.start)
        return frozenset(toponym.state for toponym in self.toponyms[first:last] if toponym.state)

    def end(
        self, span: Span, /, *, between_states: bool = False, acts: bool = False, is_where: bool = False
    ) -> str | None:
        """
        The id of the place that a span names, for an end or a stop.

        Parameters
        ----------
        span
            Offsets of the words.
        between_states
            Whether what passes goes from state to state: a capital that stands for its government is then the country.
        acts
            Whether it gives or gets as a state does, so that a capital is its government there.
        is_where
            Whether somebody goes or is there, so that any name is a place's.
        """
        toponym = self.toponym_in(span)
        if toponym is None or toponym.place is None or self._is_in_a_longer_name(span, toponym):
            begins = None if toponym is None or toponym.start != span[0] or between_states else toponym.end
            is_of_a_town = begins is not None and _GOES_BY(self.article.text, begins, span[1]) is not None
            return self.unplaced(span, is_house=is_of_a_town, is_where=is_where)  # "London Gatwick"
        is_name = between_states and span[1] > toponym.end  # "*American Copper*"
        if toponym.stands_for in {"team", "organisation"} and (toponym.sort != "demonym" or is_name):
            return self.unplaced(span)  # a club is no place that anything goes to, a county's jail is
        is_state = acts or toponym.sense == "associative"
        if between_states and is_state and toponym.state and is_capital(toponym.place):
            self._as_states.add(toponym.start)
            return self.country(toponym.state)
        return self.spot(self._capital_told(toponym) or toponym)

    def _capital_told(self, toponym: Toponym) -> Toponym | None:
        """The town that "the Libyan capital" is, where the article names it."""
        place = toponym.place
        if place is None or place.kind != "country" or not _IS_CAPITAL(self.article.text, toponym.end):
            return None
        towns = (one for one in self.toponyms if one.place is not None and one.place.countries == place.countries)
        return next((one for one in towns if one.place is not None and is_capital(one.place)), None)

    def spot(self, toponym: Toponym, /) -> str | None:
        """
        The id of the place that a place name means.

        What the atlas does not hold, "the village of Orlec", keeps its own name at the spot of what it is said to lie
        in; where the article says nothing of that, nobody knows its spot, whatever town is named nearest.
        """
        if toponym.inexact and toponym.lent:
            toponym = self._said_to_lie.get(toponym.text, toponym)
        place = toponym.place
        if place is None or not toponym.inexact or toponym.text == place.name:
            return None if place is None else self.place(place)
        key = f"{toponym.text}\0{'' if toponym.lent else place.id}"
        if key not in self._by_name:
            made = free(slug(toponym.text), self.places, self.actors)
            self.places[made] = model.Place(name=toponym.text, kind=toponym.sort) if toponym.lent else model.Place(
                name=toponym.text,
                kind=toponym.sort,
                lon=place.lon,
                lat=place.lat,
                countries=place.countries,
                precision=_by_its_town(toponym.sort) if place.precision in {"point", "city"} else place.precision,
            )  # fmt: skip
            self._by_name[key] = made
        return self._by_name[key]

    def _is_in_a_longer_name(self, span: Span, toponym: Toponym) -> bool:
        """Whether a place's name is a part of what a span names: "the *Orrin County* jail"."""
        name = self._name(span)
        is_part = (toponym.start, toponym.end) != span and not toponym.inexact
        rest = _GOES_BY(self.article.text, toponym.end, span[1]) if is_part and toponym.sort != "demonym" else None
        if (rest is not None and rest[1].lower() not in words("frames", "bodies", "nouns")) or (
            is_part and toponym.sort == "demonym" and (name.endswith(_OF_A_KIND) or is_capital_name(name))
        ):
            return True  # "*Lima* Foods" is no Lima, "*Lima* City Council" is; "an *English* school" may be anywhere
        return is_part and (is_venue(name) or is_unsaid_venue(name) or is_numbered_road(name) or are_streets(name))

    def unplaced(self, span: Span, /, *, is_house: bool = False, is_where: bool = False) -> str | None:
        """The id of a place that only the story knows, as "Memorial Hospital"; drawn at what it lies in, if told."""
        name = self._name(span)
        is_road = is_numbered_road(name) or are_streets(name)
        is_house = is_house or is_venue(name) or is_unsaid_venue(name)
        is_house = is_house or (is_where and is_capital_name(name) and not is_plain_name(name))
        if not (is_road or is_house or is_plain_name(name) or is_ground(name)):
            return None
        known = next((key for key, place in self.places.items() if place.name == name), None)
        if known is None:
            known = free(slug(name), self.places, self.actors)
            kind = "street" if is_road else "place" if is_plain_name(name) and not is_house else "venue"
            town = None if name[0].islower() else self._town_of(span, is_house=kind != "place")
            self.places[known] = model.Place(name=name, kind=kind) if town is None else model.Place(
                name=name, kind=kind, lon=town.lon, lat=town.lat, countries=town.countries,
                precision=town.precision if town.precision not in {"point", "city"} else _by_its_town(kind),
            )  # fmt: skip
        return known

    def _town_of(self, span: Span, *, is_house: bool) -> atlas.Place | None:
        """
        What a venue or a village lies in: what follows says so, "in *Leeds*", "near *Leeds*".

        A venue's name may say so, too: "the *Orrin County* jail".
        """
        behind = bisect_left(self.toponyms, span[1], key=lambda toponym: toponym.start)
        for toponym in self.toponyms[behind : behind + 1]:
            lies_in = _LIES_IN if is_house or toponym.sort == "street" else _LIES_NEAR  # "the Kroger *on Elm Street*"
            if lies_in(self.article.text, span[1], toponym.start) and toponym.sort != "demonym":
                return None if toponym.lent else toponym.place
        inside = self.toponym_in(span) if is_house else None
        if inside is None or inside.start != span[0] or "Health" in self._name(span):
            return None  # "*Palm* Health South" need not lie in Palm
        return inside.place

    def country(self, code: str, /) -> str | None:
        """The id of a country by its two letters; None where the atlas has none."""
        try:
            return self.place(by_code(code))
        except ValueError:
            return None

    # ------------------------------------------------------------------------------------------------- actors

    def party(self, span: Span, /) -> str:
        """
        The id of whoever a span names: a government, a person, a ship, a group.

        Words that point back ("she", "the vessels", "Breuer") are those they point to.
        """
        if span not in self._parties:
            whole = self._resolved(span)
            if (held := self._held_whole(span, whole)) is not None:
                self._parties[span] = held
                return held
            toponym = self.toponym_in(whole)
            name = self._name(whole)
            is_people = toponym is not None and toponym.sort == "demonym" and (
                toponym.stands_for == "people"
                or (name != toponym.text and toponym.text.endswith(_ONE_OF_THEM))
                or name.lower().startswith(("a ", "an "))  # "*a Syrian* who fled"
            )  # fmt: skip
            if toponym is not None and self._is_whole(name, toponym) and not is_people:  # "Rwandans" are no state
                self._parties[span] = self._government(toponym)
            else:
                self._parties[span] = self._actor(name, whole, toponym)
        return self._parties[span]

    def _held_whole(self, span: Span, found: Span) -> str | None:
        """Those whom "they" means, where what is found is a part of them: "*Ana Roa and* two friends … They …"."""
        if self._name(span).lower() not in {"they", "them"} or found == span:
            return None
        whole = (one for one in self._parties if one[0] <= found[0] and found[1] <= one[1] and one != found)
        return next((self._parties[one] for one in whole if " and " in self._name(one)), None)

    def is_known(self, span: Span, /) -> bool:
        """Whether words that point back are known to mean something."""
        return self._resolved(span) != span

    def means_place(self, span: Span, /) -> bool:
        """Whether words that point back mean a place."""
        found = self._resolved(span)
        entity = None if self.references is None or found == span else self.references.at(found)
        return entity is not None and entity.sort == "place"

    def _resolved(self, span: Span) -> Span:
        found = None if self.references is None or self._are_several(span) else self.references.antecedent(*span)
        return span if found is None else self._named_before(found)

    def _named_before(self, span: Span) -> Span:
        """The name that words between commas only tell more of: "*Oman Air*, the national carrier, said it would"."""
        text = self.article.text
        if text[max(0, span[0] - 2) : span[0]] != ", " or text[span[1] : span[1] + 1] != ",":
            return span
        name = _NAME_BEFORE(text, max(0, span[0] - _MOST_LETTERS), span[0])
        is_one = name is not None and self.references is not None and (
            text[span[0] : span[0] + 4] == "the " and self.references.at(span) is not None
        )  # fmt: skip
        return (name.start(1), name.end(1)) if is_one and name is not None else span

    def _name(self, span: Span) -> str:
        return " ".join(self.article.text[span[0] : span[1]].split())

    def _is_whole(self, name: str, toponym: Toponym) -> bool:
        """Whether a place name is all that a party is called by, so that its government is meant."""
        return _ARTICLES.sub("", name, count=1).removesuffix("’s").removesuffix("'s") == toponym.text

    def _government(self, toponym: Toponym) -> str:
        """A country or its capital that acts or speaks is its government; an organisation and a town are themselves."""
        place = toponym.place
        assert place is not None  # noqa: S101
        state = toponym.state or (place.countries[0] if len(place.countries) == 1 else None)
        is_state = toponym.sort == "demonym" or place.kind in {"country", "territory"} or is_capital(place)
        if (
            not is_state
            or toponym.sort in {"organisation", "venue"}
            or toponym.stands_for == "organisation"
            or state is None
        ):
            return self._actor(toponym.text, (toponym.start, toponym.end), toponym)
        key = f"{state}\0government"
        if key not in self._by_name:
            try:
                name = by_code(state).name
            except ValueError:
                name = toponym.text
            made = free(f"{slug(name)}-government", self.actors, self.places)
            self.actors[made] = model.Actor(name=name, kind="government", state=state, at=(toponym.start, toponym.end))
            self._by_name[key] = made
        return self._by_name[key]

    def _actor(self, name: str, span: Span, toponym: Toponym | None) -> str:
        person = None if _PAIR.fullmatch(name) or self._are_several(span) else self._person(span)
        shown = person[0] if person else name
        key = slug(_ARTICLES.sub("", shown, count=1))[:_MOST_LETTERS].strip("-") or "unnamed"
        known = f"{key}\0{self._sentence_of(span)}" if name.lower() in _POINTERS else key
        if known in self._by_name:
            return self._by_name[known]
        made = free(key, self.actors, self.places)
        self._by_name[known] = made
        amounts = quantities(tokens(self.article.text, *span))
        is_all = bool(amounts) and is_of_all(self.article.text[span[0] : amounts[0].span[0]])
        counted = amounts[0].quantity.value if amounts and amounts[0].sort == "count" and not is_all else None
        self.actors[made] = model.Actor(
            name=shown,
            kind="person" if person else _kind(name),
            state=None if toponym is None or toponym.start >= span[1] else toponym.state,
            role=person[1] if person else None,
            count=int(counted) if counted is not None and counted == int(counted) and counted < 10**9 else None,
            at=span,
        )
        return made

    def _sentence_of(self, span: Span) -> int:
        sentence = self.article.sentence_at(span[0])
        return -1 if sentence is None else sentence.n

    def _are_several(self, span: Span) -> bool:
        """Whether the words of a span name two people or more: "Ana Roa and her friends" are no one of them."""
        if self.references is None or " and " not in self.article.text[span[0] : span[1]]:
            return False
        if _AND_OTHERS(self.article.text, *span) is not None or _PAIR.fullmatch(self._name(span)) is not None:
            return True
        return sum(one.sort == "person" or "people" in one.classes for one in self.references.within(span)) > 1

    def _person(self, span: Span) -> tuple[str, str | None] | None:
        """The name and the role of the person that a span names."""
        if self.references is None:
            return None
        for entity in islice(self.references.within(span), _MOST_IN_A_PHRASE):
            if (
                entity.name is not None
                and not entity.points_back
                and not _GOES_ON.match(self.article.text, entity.at[1], span[1])  # "a Red Cross plane" is no person
            ):
                before = self.article.text[span[0] : entity.at[1]]
                role = " ".join(before[: before.rfind(entity.name)].split()) if entity.name in before else ""
                if _ANOTHERS(role) is not None:
                    return None  # "*a lawyer for* Ana Roa", "the wife of Ana Roa": somebody else
                return entity.name, _AGE.sub("", _ARTICLES.sub("", role, count=1)).strip(" ,") or None
        return self._named_beside(span)

    def _named_beside(self, span: Span) -> tuple[str, str | None] | None:
        """The name that commas put beside what somebody is: "the archbishop, *Ana Roa*, was"."""
        if self.references is None:
            return None
        if (called := _CALLED(self.article.text, span[1])) is not None:
            end = min(called.end() + _MOST_LETTERS, len(self.article.text))
            named = next((one for one in self.references.within((called.end(), end)) if one.name is not None), None)
            if named is not None and named.at[0] - called.end() <= len("100-year-old "):
                return named.name or "", _ARTICLES.sub("", self._name(span), count=1) or None
        if (comma := _TO_COMMA(self.article.text, span[1])) is None:
            return None
        if " and " in self.article.text[span[0] : span[1]]:
            return None  # "his wife and baby, *Ana*, flew"
        head = re.split(r" (?:of|for|in) ", self.article.text[span[0] : span[1]])[0].rpartition(" ")[2]
        head = "man" if self._name(span).lower().startswith("one of ") else head
        head = head.lower() if head.lower() in words("reference", "person", "roles") else head
        is_one = lemmas(head).get("NOUN", (head,))[0] == head and head.islower()
        if not is_one or not (head in words("reference", "person", "roles") or "person" in dictionary_classes(head)):
            return None
        end = min(comma.end() + _MOST_LETTERS, len(self.article.text))
        beside = next((one for one in self.references.within((comma.end(), end)) if one.name is not None), None)
        if beside is None or beside.at[0] != comma.end() or _IS_BESIDE(self.article.text, beside.at[1]) is None:
            return None
        return beside.name or "", _ARTICLES.sub("", self._name(span), count=1) or None

    # ------------------------------------------------------------------------------------------------- story

    def mentions(self) -> tuple[model.Mention, ...]:
        """Every place name of the article as the story keeps it, with what it stands for where that is in the cast."""
        return tuple(self._mention(toponym) for toponym in self.toponyms)

    def _mention(self, toponym: Toponym) -> model.Mention:
        stands_for = None
        if toponym.sense == "associative" and toponym.stands_for == "government" and toponym.state:
            stands_for = self._by_name.get(f"{toponym.state}\0government")
        return model.Mention(
            text=toponym.text,
            at=(toponym.start, toponym.end),
            place=self.spot(toponym),
            sense="associative" if toponym.start in self._as_states else toponym.sense,
            stands_for=stands_for,
            ambiguous=toponym.ambiguous,
            candidates=tuple(
                model.Candidate(
                    atlas=place.id,
                    name=place.name,
                    kind=place.kind,
                    lon=place.lon,
                    lat=place.lat,
                    score=round(float(score), 3),
                )
                for place, score in toponym.candidates
            )
            if toponym.ambiguous
            else (),
        )

    def about(self) -> model.Article:
        """What is known of the article itself."""
        article = self.article
        at = article.dateline
        toponym = None if at is None else self.toponym_in(at)
        return model.Article(
            title=article.words(article.title),
            author=article.words(article.byline),
            publisher=article.words(article.publisher),
            published=article.published,
            dateline=None if toponym is None or toponym.place is None else self.place(toponym.place),
            language=article.language,
            file=article.file,
            sha256=article.sha256,
            sentences=tuple((sentence.start, sentence.end) for sentence in article.sentences),
        )


_ANOTHERS: Final = re.compile(r" (?:for|of|representing)(?: (?:Mr|Mrs|Ms|Dr)\.?)?$").search
_GOES_ON: Final = re.compile(r"(?:['’]s?)?\s+(?!and\b|or\b|of\b|who\b|from\b|in\b)[^\W\d_]")


def _by_its_town(sort: str) -> Precision:
    """How exact a spot is that a town lends: a street or a hall lies in the town, a village somewhere around."""
    return "city" if sort in {"street", "venue", "organisation"} else "region"


def _kind(name: str) -> str:
    """What an actor is, from the last noun of its name that has a class."""
    for word in reversed(re.split(r"\s(?:of|from|in|with|for)\s", name.lower())[0].split()):
        classes = classes_of(word)
        kind = next((kind for known, kind in _KINDS.items() if known in classes), None)  # in the table's order
        if kind is not None:
            return kind
        if word in words("reference", "person", "roles"):
            return "person"
    return "group"
