"""What passes from one to another: goods that are sent, given, bought, or carried by what travels."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.reading.events.fillers import STRONG
from dateline.reading.events.find import Find
from dateline.reading.events.grounds import IN
from dateline.reading.events.ways import Ways
from dateline.reading.text.classes import classes_of
from dateline.reading.text.nouns import noun_classes
from dateline.reading.text.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.reading.events.frame_table import Frame
    from dateline.reading.events.legs import Passage
    from dateline.reading.grammar.syntax import Phrase, Predicate
    from dateline.story.model import Span

__all__ = ["Transfers"]

_GOODS: Final = frozenset("artifact substance food possession plant animal".split())
_PLURALS: Final = frozenset("people police children men women troops staff personnel crew".split())
_SHIPS: Final = frozenset("mv mt ss uss hms rms ins mv. m/v".split())
_TRADED: Final = _GOODS | {"act", "group", "object", "quantity", "cognition", "event"}
_SOLD: Final = frozenset("sell export import buy supply transmit".split())
_GIFTS: Final = frozenset("aid grant assistance loan donation subsidy".split())
_CARRIED_OFF: Final = frozenset("smuggle steal loot ship courier airlift mail".split())
_PAPERS: Final = frozenset("letter photograph photo document file tape manuscript book record painting film".split())
_DEALS: Final = frozenset("agreement deal contract pact accord treaty memorandum".split())
_WORKS: Final = frozenset("project program programme scheme".split())  # what is paid for where it is
_SAILS: Final = frozenset("send dispatch move take bring return".split())
_CRAFT: Final = frozenset(("vessel", "warship", "aircraft"))
_POINTERS: Final = frozenset(("it", "they", "them"))
_HELP: Final = frozenset(("help", "support", "assist", "aid"))
_BACK: Final = frozenset("arm back strengthen bolster equip reinforce prop rescue feed".split())
_MAKE: Final = frozenset("make build produce manufacture assemble grow mine raise catch brew".split())
_CARRY: Final = frozenset(("carry", "transport", "load", "lade", "fill", "pack"))


class Transfers(Ways):
    """A sentence that tells of what passes on."""

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
                    yield self._brought(passage, goods)
                    break
        for passage in routes:
            for key in passage.key if passage.from_ or passage.goals else ():
                if (held := self._held_cargo(key)) and "vehicle" in noun_classes(self._head(key)):
                    yield self._brought(passage, held)

    def _is_moved_cargo(self, passage: Passage) -> bool:
        """Whether what is on a way is goods that pass on by themselves: "*grain* en route to Cairo"."""
        return bool(passage.key and (passage.from_ or passage.goals)) and all(
            self._is_cargo(number) and "vehicle" not in noun_classes(self._head(number)) for number in passage.key
        )

    def _brought(self, passage: Passage, goods: Sequence[int]) -> tuple[int, Find]:
        return passage.trigger[0], Find(
            kind="flow", trigger=passage.trigger, evidence=self.sentence, rule="transfer.cargo",
            is_noun=passage.is_noun,
            roles={
                "goods": (self._whole(goods),),
                "from": () if passage.from_ is None else (passage.from_,),
                "to": passage.goals[:1],
                "via": passage.via,
            },
        )  # fmt: skip

    def _held_cargo(self, number: int) -> tuple[int, ...]:
        """The goods in a mover's own words: "trucks *of aid*", "a ship *with 3,000 tonnes of maize*"."""
        for n in self.made.phrases[number].preps[:1]:
            objects = self.made.preps[n].objects
            if self.made.preps[n].prep in {"of", "with"} and objects and self._is_cargo(objects[0]):
                return objects
        return ()

    def _flow(self, predicate: Predicate, frame: Frame) -> Find | None:
        slot = frame.roles["goods"][0]
        numbers = self._goods_of(predicate, frame, slot)
        pointed = self._pointed(numbers)
        is_told = bool(pointed) or self._is_sold(predicate, numbers) or self._is_sent_off(predicate, numbers)
        if not numbers or not (is_told or self._are_goods(numbers, frame.allowed | _TRADED)):
            return None  # no goods, wherever they go
        traded = predicate.lemma in words("frames", "traded", "verbs")
        start, used_from = self._flow_ends(predicate, frame.roles["from"])
        goal, used_to = self._flow_ends(predicate, frame.roles["to"])
        is_open = traded or bool(start and goal)  # from one place to another nearly anything passes
        if not (is_open or is_told or self._are_goods(numbers, frame.allowed)):
            return None
        is_money = any(self._is_money(number) for number in numbers)
        if self._only_seems_to_pass(predicate, frame, numbers, used_to, is_money=is_money):
            return None
        via, used_via = self._ends(predicate, frame.roles.get("via", ()))
        if predicate.passive and "subj" in frame.roles["from"]:
            by, used = self._flow_ends(predicate, ["by"])
            start, used_from = [*by, *start], [*used_from, *used]
        if predicate.passive and slot == "obj" and numbers is not predicate.subject and predicate.objects:
            goal = goal or self._flow_phrases(predicate.subject)  # "Malta was given boats"
        goods = pointed or self._whole(numbers)
        if not goal:
            goal, used_to = self._meant_for(predicate, frame, numbers[0], is_money=is_money)
        if not goal and slot == "obj" and (glued := self._glued(numbers[0])) is not None:
            goal, goods = [glued], (self.made.words[self._after(glued)].start, goods[1])
        if slot == "subj":
            start = start or self._own_end(numbers[0], "from")
            goal = goal or self._own_end(self._counted(numbers[0]), "to")  # "exports *to Oman* pass through …"
        from_whom, to_whom = self._parties(predicate, frame.roles["from"]), self._parties(predicate, frame.roles["to"])
        start = start or (self._partner(predicate) if "subj" in frame.roles["to"] else [])
        goal = goal or (self._partner(predicate) if "iobj" in frame.roles["to"] else []) or self._backed(predicate)
        if start and not goal and predicate.lemma == "come":
            goal = self._origin(numbers[0])  # "Cuba's oil comes from Chile": whose it is gets it
        start = start or self._start_by_goods(predicate, frame, numbers, has_goal=bool(goal), has_getter=bool(to_whom))
        if start and not goal and not to_whom and frame.name == "transfer.give":
            to_whom = self._parties(predicate, ["for"])
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
        if not (goal or via or used_from or (start and self._is_firm_start(predicate, frame, numbers))):
            return None
        if goal and set(goal) == set(start):
            return None
        self.taken |= {*used_from, *used_to, *used_via}
        self._keep(numbers, start)
        acts = self._acting(predicate, {*start, *goal})
        return self._find("flow", predicate.word, frame, goods=(goods,), from_=start, to=goal, via=via, acts=acts)

    def _backed(self, predicate: Predicate) -> list[Span]:
        """Whom something is done for by giving: "supports *Chad* by supplying tents"."""
        if self._marker(predicate) != "by" or predicate.parent is None:
            return []
        helped = self.made.predicates[predicate.parent]
        is_help = helped.lemma in _HELP or helped.lemma in _BACK
        return self._places(helped.objects[-1]) if helped.objects and is_help else []

    def _partner(self, predicate: Predicate) -> list[Span]:
        """The other side of a deal to buy or sell: "signed a deal *with Laos* to buy rice"."""
        if predicate.relation != "infinitive" or predicate.parent is None:
            return []
        for number in (n for numbers in self.made.predicates[predicate.parent].objects for n in numbers):
            if self._lemma(number) in _DEALS:
                withs = [n for n in self.made.phrases[number].preps if self.made.preps[n].prep == "with"]
                return [place for n in withs for place in self._places(self.made.preps[n].objects)][:1]
        return []

    def _start_by_goods(
        self, predicate: Predicate, frame: Frame, numbers: Sequence[int], *, has_goal: bool, has_getter: bool
    ) -> list[Span]:
        """Where goods come from by what they are called, where nothing else says it."""
        found: list[Span] = []
        if (has_goal and frame.name == "transfer.get") or ((has_goal or has_getter) and frame.name == "transfer.spend"):
            found = self._made_in(numbers[0])
        elif has_getter and frame.name == "transfer.get" and self._is_cargo(numbers[0]):
            found = self._made_in(self._counted(numbers[0]))  # "the authority bought *Russian* wheat"
        if frame.roles["goods"][0] not in {"subj", "obj"}:
            return found
        if not found and predicate.lemma in words("frames", "traded", "verbs"):
            found = self._made_at(numbers[0])
        return found or (self._origin(numbers[0]) if has_goal else [])

    def _is_sold(self, predicate: Predicate, numbers: Sequence[int]) -> bool:
        """Whether a verb tells that whatever it is of is goods: "sold power", "*most* are exported"."""
        is_power = bool(numbers) and predicate.lemma in _SOLD and self._head(numbers[0]) == "power"
        return is_power or (predicate.passive and predicate.lemma == "export")

    def _is_sent_off(self, predicate: Predicate, numbers: Sequence[int]) -> bool:
        """Whether papers and pictures are carried off as things: "4,000 letters *smuggled* out of Oman"."""
        return predicate.lemma in _CARRIED_OFF and all(self._lemma(n) in _PAPERS for n in numbers) and bool(numbers)

    def _is_firm_start(self, predicate: Predicate, frame: Frame, numbers: Sequence[int]) -> bool:
        """Whether a place that gives is enough without one that gets: it is named, and what it gives may be shipped."""
        strong = any(classes_of(self._head(n)) & STRONG for n in numbers) or self._classes(numbers[0]) & {"artifact"}
        traded = predicate.lemma in words("frames", "traded", "verbs")
        may = bool(strong) or traded or bool(frame.flags.get("cargo"))
        if traded and predicate.passive and self._made_at(numbers[0]):
            return True  # "shoes made in the plant are exported"
        return may and bool(self._ends(predicate, [*frame.roles["from"], "by"])[0])

    def _pointed(self, numbers: Sequence[int]) -> Span | None:
        """The arms, drugs or other cargo that a pronoun points back to: "*they* were shipped to Chad"."""
        if self.known is None or len(numbers) != 1 or self._head(numbers[0]) not in _POINTERS:
            return None
        span = self.known.antecedent(*self._span(numbers[0]))
        entity = None if span is None else self.known.at(span)
        return span if entity is not None and entity.classes & STRONG else None

    def _keep(self, numbers: Sequence[int], start: Sequence[Span]) -> None:
        """Remember what passed on, and from whom: no other verb tells it again."""
        self.filled |= {*numbers, *(self._counted(number) for number in numbers)}
        self.goods |= set(numbers)
        self.given += start[:1]

    def _meant_for(
        self, predicate: Predicate, frame: Frame, number: int, *, is_money: bool
    ) -> tuple[list[Span], list[int]]:
        """Whom goods are for: "provided food *for families in Herat*", "gave $2 million to help *Fiji*"."""
        found: tuple[list[Span], list[int]] = [], []
        if frame.name in {"transfer.give", "transfer.send"}:
            find_ends = self._flow_ends if is_money or self._is_cargo(number) else self._ends
            found = find_ends(predicate, ["for"])
        is_aid = is_money or self._is_cargo(number)
        return (self._helped(predicate), []) if is_aid and not found[0] else found

    def _helped(self, predicate: Predicate) -> list[Span]:
        """Whom a verb is to help: "gave $2 million to help *Fiji*"."""
        for one in self.made.predicates:
            if one.relation == "infinitive" and one.lemma in _HELP and one.parent is not None and one.objects and (
                self.made.predicates[one.parent].word == predicate.word
            ):  # fmt: skip
                return self._flow_phrases(one.objects[-1])
        return []

    def _made_at(self, number: int) -> list[Span]:
        """Where goods were made by a participle behind them: "half of the cars *built in Spain*"."""
        whose = {number, self._counted(number)}
        for one in self.made.predicates:
            if one.form == "participle" and one.passive and one.of in whose and one.lemma in _MAKE:
                where = [o for n in one.preps if self.made.preps[n].prep in IN for o in self.made.preps[n].objects]
                return self._places(where) or [place for o in where if (place := self._ground(o)) is not None]
        return []

    def _acting(self, predicate: Predicate, ends: set[Span]) -> list[Span]:
        """The ends that give or get as a state does: "*Tokyo* gave *Manila* two boats"."""
        by = (o for n in predicate.preps if self.made.preps[n].prep == "by" for o in self.made.preps[n].objects)
        numbers = (*predicate.subject, *by, *self._argument(predicate, "iobj"))
        return [span for n in numbers if (span := self._is_state(n)) is not None and span in ends]

    def _made_in(self, number: int) -> list[Span]:
        """Where goods that somebody gets are from by their own words: "*Swedish* jets", "weapons *from Israel*"."""
        named = self.made.phrases[self._counted(number)]
        made = self._adjective(named) or next(iter(self._states_in(named)), None)
        return [made] if made is not None else self._own_end(number, "from")

    def _is_robbed(self, predicate: Predicate) -> bool:
        """Whether it is a place or a public body that a thing is stolen from, no house or car in it."""
        return any(
            self._toponym(o) is not None
            or not words("frames", "bodies", "nouns").isdisjoint({self._head(o), self._lemma(o)})
            or (self._lemma(o) in words("frames", "robbed", "nouns") and self._place(o) is not None)
            for n in self._preps(predicate, ["from"])
            for o in self.made.preps[n].objects
        )

    def _only_seems_to_pass(
        self, predicate: Predicate, frame: Frame, numbers: Sequence[int], used_to: Sequence[int], *, is_money: bool
    ) -> bool:  # fmt: skip
        """Whether a frame wants other goods, or its verb means something else here."""
        is_cargo = self._is_cargo(numbers[0])
        is_made = predicate.lemma == "destine" and self._classes(numbers[0]) & _GOODS
        if frame.flags.get("cargo") and not (is_cargo or is_made):
            return True
        classes = classes_of(self._head(numbers[0]))
        if predicate.lemma in _SAILS and len(predicate.objects) < 2 and classes & _CRAFT and "arms" not in classes:
            return True  # "sent two frigates to Malta": they sail there; drones are given
        if frame.flags.get("named") and not (is_money and self._helped(predicate)) and not any(
            self.made.words[self.made.phrases[o].head].tag == "name" and (found := self._toponym(o)) is not None
            and found.sort == "place"
            for n in used_to for o in self.made.preps[n].objects
        ):  # fmt: skip
            return True  # "approved $2 million for a bridge in Leeds"
        first = self.made.phrases[numbers[0]]
        if self._lemma(numbers[0]) == "aid" and "first" in {w.low for w in self.made.words[first.first : first.head]}:
            return True  # "gave first aid to a walker"
        if frame.name == "transfer.goes" and predicate.particle in {"off", "out"}:
            return True  # "the shell went off in Lima"
        if frame.name == "transfer.goes" and any(self.made.preps[n].prep in IN for n in used_to) and any(
            self.made.preps[n].prep == "to" and self.made.preps[n].objects for n in predicate.preps
        ):  # fmt: skip
            return True  # "the money went to good use in Lima"
        if frame.name == "transfer.spend" and self._lemma(self._counted(numbers[0])) in _GIFTS:
            return True  # "spent millions on aid to Yemen"
        if frame.flags.get("money") and not (is_money or is_cargo or self._classes(numbers[0]) & {"possession"}):
            return True
        return predicate.lemma in {"steal", "loot"} and not self._is_robbed(predicate)

    def _is_cargo(self, number: int) -> bool:
        """Whether goods pass on by themselves; of "a batch of vaccines" the vaccines do."""
        phrase = self.made.phrases[number]
        inner = [o for n in phrase.preps[:1] if self.made.preps[n].prep == "of" for o in self.made.preps[n].objects]
        return any(self._lemma(self._counted(n)) in words("frames", "cargo", "nouns") for n in (number, *inner))

    def _goods_of(self, predicate: Predicate, frame: Frame, slot: str) -> tuple[int, ...]:
        """The phrases that name what a verb passes on."""
        if slot not in {"subj", "obj"}:
            held = [n for n in predicate.preps if self.made.preps[n].prep == slot and self.made.preps[n].objects]
            return self.made.preps[held[0]].objects if held else ()
        if frame.name == "transfer.bound":
            return predicate.subject  # "rifles bound for Chad"
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
        loose = {slot for slot in slots if slot in {"to", "from", "for"}} | (
            {"by"} if predicate.passive and "subj" in slots else set()
        )
        held += [o for n in self._preps(predicate, sorted(loose)) for o in self.made.preps[n].objects]
        return tuple(n for n in held if self._is_party(n))[:1]

    def _is_party(self, number: int) -> bool:
        head = self.made.words[self.made.phrases[number].head]
        if head.tag == "name":
            if noun_classes(head.low) == {"time"} or self.made.words[self.made.phrases[number].first].low in _SHIPS:
                return False
            return not self._is_vessel(number)  # "the Mana is to ship wheat": it carries what is another's
        classes = noun_classes(head.low)
        return head.tag == "noun" and (
            head.low in words("frames", "bodies", "nouns") or bool(classes & {"person", "group"})
        )

    def _is_vessel(self, number: int) -> bool:
        """Whether a name is a ship's or a plane's, by its own words or by what the article calls it."""
        if self._named_as(self.made.phrases[number]) & {"vehicle"}:
            return True
        entity = None if self.known is None else self.known.at(self._span(number))
        return entity is not None and bool(entity.classes & {"vessel", "aircraft", "vehicle"})

    def _is_body(self, number: int) -> bool:
        """Whether a phrase names a body: a public one by its noun, any by its name."""
        head = self.made.words[self.made.phrases[number].head]
        return head.tag == "name" or not words("frames", "bodies", "nouns").isdisjoint({head.low, head.lemma})

    def _spans_of(self, numbers: Sequence[int]) -> list[Span]:
        return [self._named(number) for number in numbers]

    def _named(self, number: int) -> Span:
        """The words of a body with what its name goes on with: "the Department *of Education*"."""
        phrase = self.made.phrases[number]
        start, end = self._span(number)
        after = None if not phrase.preps else self.made.preps[phrase.preps[0]]
        is_name = self.made.words[phrase.head].text[0].isupper()
        if is_name and after is not None and after.prep == "of" and after.objects and after.first == phrase.last:
            last = self.made.phrases[after.objects[-1]]
            if self.made.words[last.head].text[0].isupper():
                end = self._span(after.objects[-1])[1]
        return start, end

    def _is_public(self, numbers: Sequence[int], parties: Sequence[int], *, is_money: bool) -> bool:
        """Whether money or aid is a public body's, though no place is named: "received $40,000 in federal funds"."""
        if not parties or not (is_money or self._lemma(self._counted(numbers[0])) in words("frames", "cargo", "nouns")):
            return False
        if self._lemma(numbers[0]) == "grant":
            return True  # nobody else gives one
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
        for n in self._preps(predicate, [slot for slot in slots if slot in {"to", "from", "by", "into", "for"}]):
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
        is_body = head.low in words("frames", "bodies", "nouns") or bool(classes & {"group"}) or head.lemma in _WORKS
        many = "person" in classes and (head.low != head.lemma or head.low in _PLURALS)
        if head.tag == "pronoun" or not (head.tag == "name" or is_body or many):
            return None
        start, end = self._span(number)
        inside = next((t for t in self.toponyms if start <= t.start < end and t.sort != "language"), None)
        if inside is not None:
            return None if inside.stands_for == "team" else (inside.start, inside.end)
        if phrase.owner is not None and (toponym := self._toponym(phrase.owner)) is not None:
            return toponym.start, toponym.end
        for n in phrase.preps[:1]:
            if self.made.preps[n].prep in IN or self.made.preps[n].prep == "of":
                return next(iter(self._places(self.made.preps[n].objects)), None)
        return self._held_at(number) if many else None

    def _held_at(self, number: int) -> Span | None:
        """Where people are by a participle behind them: "to 300 families *held in a camp in Chad*"."""
        held = (one for one in self.made.predicates if one.of == number and one.form == "participle" and one.passive)
        ins = (n for one in held for n in one.preps if self.made.preps[n].prep in IN)
        return next((place for n in ins for place in self._places(self.made.preps[n].objects)), None)

    def _adjective(self, phrase: Phrase) -> Span | None:
        """The state that an adjective before a noun names: "*Kenyan* exports"."""
        first, head = self.made.words[phrase.first], self.made.words[phrase.head]
        if first.start == head.start:
            return None
        return next(
            ((t.start, t.end) for t in self.toponyms if first.start <= t.start < head.start and t.sort == "demonym"),
            None,
        )

    def _origin(self, number: int) -> list[Span]:
        """The state that raw goods are of: "*Kazakh* crude", "*Chad's* cotton"; arms are called by their make."""
        number = self._counted(number)
        phrase = self.made.phrases[number]
        if not (self._is_cargo(number) or self._classes(number) & {"substance", "food"}):
            return []
        if classes_of(self._head(number)) & {"arms"}:
            return []
        adjective = self._adjective(phrase)
        if adjective is not None:
            return [adjective]
        state = None if phrase.owner is None else self._is_state(phrase.owner)
        return [] if state is None else [state]
