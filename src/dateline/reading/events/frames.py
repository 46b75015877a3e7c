"""What the predicates of a sentence tell that can be drawn, by the frames of frames.toml."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Final

from dateline.reading.events.abilities import is_ability
from dateline.reading.events.asides import read_aside, read_noun_presence
from dateline.reading.events.blows import read_noun_use
from dateline.reading.events.cargoes import brought, moved_cargo, read_cargo
from dateline.reading.events.claims import read_claim, read_noun_claim
from dateline.reading.events.doings import goes_into_a_state, is_doing
from dateline.reading.events.exchanges import read_exchanges
from dateline.reading.events.frame_table import by_noun, by_verb, frames
from dateline.reading.events.gates import may_name_a_place, may_tell, tells
from dateline.reading.events.grounds import counted
from dateline.reading.events.hauls import read_haul
from dateline.reading.events.legs import Passage, journeys
from dateline.reading.events.lending import read_loan
from dateline.reading.events.loading import taken_on_at
from dateline.reading.events.onward import bound, called_at, on_other_days, with_stops
from dateline.reading.events.reading import Reading
from dateline.reading.events.starts import with_starts
from dateline.reading.events.stays import read_presence
from dateline.reading.events.sums import TOLLS, read_sums
from dateline.reading.events.trades import read_noun_flow
from dateline.reading.events.transfers import read_flow
from dateline.reading.events.trips import read_noun_route
from dateline.reading.events.uses import read_use
from dateline.reading.events.ways import has_way, read_berth, read_route
from dateline.reading.events.wider import without_wider
from dateline.reading.grammar.chunks import build_of, tagged_words
from dateline.reading.grammar.closed import WINDS
from dateline.reading.hedging.certainty import certainties
from dateline.reading.text.classes import place_words
from dateline.reading.text.forms import verb_tags
from dateline.reading.text.nouns import noun_classes
from dateline.reading.text.wordlists import words
from dateline.reading.things.lands import is_land_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.reading.events.find import Find
    from dateline.reading.events.frame_table import Frame
    from dateline.reading.grammar.syntax import Predicate, Syntax
    from dateline.reading.hedging.certainty import Certainties
    from dateline.reading.places.toponym import Toponym
    from dateline.reading.text.article import Article
    from dateline.reading.things.reference import References
    from dateline.story.model import Span

__all__ = ["finds"]


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
        What `dateline.reading.hedging.certainty.certainties` gives of it, where it is at hand.
    known
        What its nouns point back to; without it "the waterway" names no place.
    syntax
        What finds the build of a sentence; Dateline's own where it is not given.

    Examples
    --------
    >>> from dateline.reading.text.article import parse
    >>> from dateline.reading.places.geoparse import geoparse
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
        run, low = hedged.runs[sentence.n], hedged.lows[sentence.n]
        if not (hedged.is_whole(sentence.n) and may_tell(low)):
            continue
        placed = [m for m in mentions[at:last] if m.place is not None and not _is_no_place(article.text, m)]
        if (
            placed
            or (known is not None and any(word in place_words() or is_land_word(word) for word in low))
            or may_name_a_place(low, [word.text for word in run])
        ):
            span = sentence.start, sentence.end
            names = [(m.start, m.end) for m in mentions[at:last] if m.sort != "demonym"]
            if syntax is None:
                tagged = tagged_words(run, names=names)
                if not tells(tagged, low):
                    continue
                made = build_of(article.text, tagged)
            else:
                made = syntax(article.text, span, names=names)
            found += _read(Reading(made, placed, span, known))
    return found


_BY_NOUN: Final = {"flow": read_noun_flow, "claim": read_noun_claim, "use": read_noun_use}
_ROAD: Final = re.compile(
    r"(?<=[A-Z.])[ -](?:(?:[Hh]ighway|[Rr]oute|[Ii]nterstate) )?\d{1,3}(?![\d,.]*\d)"
    r"(?! (?:million|billion|trillion|people|years?|months?|weeks?|days?|hours?|minutes?)\b| ?%)"
)


def _is_no_place(text: str, name: Toponym) -> bool:
    """Whether initials are of a road or of money ("U.S. 79", "US$9 million"), a name of a car ("a *red* Dakota")."""
    if text[name.end : name.end + 1] == "$" or _ROAD.match(text, name.end) is not None:
        return True
    return name.sort == "place" and _cars().search(text, max(0, name.start - _NEAR_A_NAME), name.start) is not None


@cache
def _cars() -> re.Pattern[str]:
    """What stands before the name of a car: "a dark red", "a 2007 GMC"."""
    colours, makes = ("|".join(sorted(words("frames", "car_names", key))) for key in ("colours", "makes"))
    return re.compile(rf"\b(?:(?:an?|the|his|her|their)(?: \d{{4}})? (?:\w+[- ])?(?:{colours})|{makes}) $")


_NEAR_A_NAME: Final = 40  # characters before it


def _by_verbs(here: Reading) -> tuple[list[tuple[int, Find]], list[Passage], set[Span]]:
    """What verbs tell: all but ways, the ways, and what is only to be."""
    found: list[tuple[int, Find]] = []
    routes: list[Passage] = []
    read_by: dict[int, str] = {}  # the frame that read a verb
    meant: set[Span] = set()  # what is to be, so that no way begins there: "was to sing in Rome but went to …"
    for number, predicate in enumerate(here.made.predicates):
        if (berth := read_berth(here, number, predicate, routes)) is not None:
            routes.append(berth)
            continue
        if is_ability(here, predicate):
            continue
        if routes and (stops := called_at(here, predicate, routes[-1])):
            routes[-1] = replace(routes[-1], via=(*routes[-1].via, *stops))
            continue
        before = (
            read_by.get(predicate.parent)
            if predicate.parent is not None and _is_said_of_more(here, predicate)
            else None
        )
        for told, frame in _told(here, predicate):
            if before not in {None, frame.name}:
                continue
            if frame.kind == "route":
                passage = read_route(here, number, told, frame)
                if passage is not None:
                    routes.append(passage)
                    read_by[number] = frame.name
                    break
                continue
            made = _other(here, told, frame)
            if made is not None:
                found += [(made.trigger[0], one) for one in _on_each_day(here, made)]
                read_by[number] = frame.name
                if predicate.form == "infinitive":
                    meant.add(made.trigger)
                break
    return found, routes, meant


def _read(here: Reading) -> list[Find]:
    """Everything that the sentence tells, in the order of the text."""
    found, routes, meant = _by_verbs(here)
    for number, phrase in enumerate(here.made.phrases):
        word = here.made.words[phrase.head]
        if word.tag != "noun" or (number in here.filled and not has_way(here, phrase)):
            continue
        if word.lemma in {"import", "export"} and _is_taxed(here, number):
            continue
        for frame in by_noun().get(word.lemma, ()):
            if frame.kind == "route":
                passage = read_noun_route(here, number, phrase, frame)
                if passage is not None:
                    routes.append(passage)
                    break
            else:
                tell = read_loan if frame.name == "transfer.lent" else _BY_NOUN.get(frame.kind, read_noun_presence)
                if (made := tell(here, number, phrase, frame)) is not None:
                    found.append((made.trigger[0], made))
                    break
    found += read_sums(here)
    asides = (read_aside(here, number, _frame_of("presence.is")) for number in range(len(here.made.preps)))
    found += [*read_exchanges(here, found), *((made.trigger[0], made) for made in asides if made is not None)]
    routes = without_wider(here, [*routes, *bound(here, routes)])
    routes = with_stops([one for one in routes if not (one.is_noun and _is_told_twice(one, routes))])
    routes, moved = _parted(here, with_starts(here, routes))
    found += moved
    found = _told_whole(_with_cargo(found, list(read_cargo(here, routes))), here.made.text)
    stays = taken_on_at(here) | {
        made.roles["actor"][0]: made.roles["place"][-1]  # "will play in Bari and *Lecce* before flying to Oran"
        for _, made in found
        if made.kind == "presence" and made.roles.get("actor") and made.trigger not in meant
    }
    found += [(made.trigger[0], made) for made in journeys(routes, here.sentence, stays)]
    found = [(at, made) for n, (at, made) in enumerate(found) if not _is_told_before(made, found[:n])]
    return [one for _, made in sorted(found, key=lambda one: one[0]) for one in _each(made, here.made.text)]


def _is_said_of_more(here: Reading, predicate: Predicate) -> bool:
    """Whether a verb is said again of more of the same: "two were flown to Lima and *three* to Quito"."""
    parent = here.made.predicates[predicate.parent or 0]
    number = (*predicate.subject, *(predicate.objects[-1] if predicate.objects else ()))[-1:]
    head = here.made.words[here.made.phrases[number[0]].head] if number else None
    return parent.word == predicate.word and head is not None and head.tag in {"number", "determiner", "pronoun"}


def _on_each_day(here: Reading, made: Find) -> list[Find]:
    """A stay, and those of other days: "will be in Bonn on Monday *and in Paris on Tuesday*"."""
    then = on_other_days(here, made.roles["place"]) if made.kind == "presence" else []
    return [made, *(replace(made, roles={**made.roles, "place": (place,)}) for place in then)]


def _parted(here: Reading, routes: Sequence[Passage]) -> tuple[list[Passage], list[tuple[int, Find]]]:
    """The ways of those who go, and the finds of goods that are on a way by themselves."""
    moved = [(passage, goods) for passage in routes if (goods := moved_cargo(here, passage))]
    kept = [passage for passage in routes if all(passage is not one for one, _ in moved)]
    return kept, [brought(here, passage, goods) for passage, goods in moved]


def _is_told_twice(one: Passage, routes: Sequence[Passage]) -> bool:
    """Whether a verb tells the same way as a noun: "will *go* on a *trip* to Malta"."""
    return (
        bool(one.goals)
        and (bool(one.key) or one.mover is None)
        and any(
            other is not one
            and (not other.is_noun or other.trigger > one.trigger)
            and other.key == one.key
            and set(one.goals) <= set(other.goals)
            and one.from_ in {None, other.from_}
            and not one.via
            for other in routes
        )
    )


def _is_told_before(aside: Find, found: Sequence[tuple[int, Find]]) -> bool:
    """Whether a verb tells the same stay before: "in Riyadh *for talks*, the envoy *met* the king"."""
    return aside.kind == "presence" and any(
        one.kind == "presence"
        and one.roles.get("actor") == aside.roles["actor"]
        and one.roles.get("place") == aside.roles["place"]
        for _, one in found
    )


def _is_taxed(here: Reading, number: int) -> bool:
    """Whether tariffs or a ban are on goods, that need not pass: "tariffs *on imports* from Chad", "import duties"."""
    of = (n for n in range(len(here.made.phrases)) if n != number and counted(here, n) == number)
    behind = here.made.words[here.made.phrases[number].head + 1 : here.made.phrases[number].head + 2]
    if behind and behind[0].low in TOLLS:
        return True
    held = [prep for n in (number, *of) if (prep := here.holder(n)) is not None]
    is_told = not TOLLS.isdisjoint(word.low for word in here.made.words)
    return any(
        (prep.of is not None and here.head(prep.of) in TOLLS) or (is_told and prep.prep in {"on", "against"})
        for prep in held
    )


_ADVERBS: Final = frozenset(("out", "loose", "free", "back", "home"))


def _told(here: Reading, predicate: Predicate) -> Iterator[tuple[Predicate, Frame]]:
    """The frames of a verb: those of it with its particle or its object ("take off", "set sail") before its own."""
    table = by_verb()
    if predicate.particle is not None:
        for frame in table.get(f"{predicate.lemma}_{predicate.particle}", ()):
            yield predicate, frame
    behind = here.made.words[predicate.group[1] : predicate.group[1] + 1]
    if predicate.particle is None and behind and behind[0].low in _ADVERBS and behind[0].tag == "adverb":
        for frame in table.get(f"{predicate.lemma}_{behind[0].low}", ()):
            yield predicate, frame  # "*shipped out* to Korea", "was *let loose* in a reserve"
    then = [word.low for word in here.made.words[predicate.group[1] : predicate.group[1] + 2]]
    if then == ["off", "to"] and predicate.particle is None and predicate.lemma != "get":
        for frame in table.get(f"{predicate.lemma}_off", ()):
            yield predicate, frame  # "*set off to* Lima"
    if predicate.lemma == "be" and predicate.particle is None and behind and behind[0].low in {"back", "home"}:
        for frame in table.get(f"be_{behind[0].low}", ()):
            yield predicate, frame  # "is *back from* Peru"
    if predicate.lemma == "be" and behind and behind[0].low == "off":
        then = [word.low for word in here.made.words[predicate.group[1] : predicate.group[1] + 4]]
        if then[1:2] == ["to"] and not any(wind in then for wind in WINDS):
            for frame in table["set_off"]:
                yield predicate, frame  # "is *off to* Lyon"
    if predicate.particle is None:
        for bare in (here.made.preps[n].prep for n in predicate.preps if not here.made.preps[n].objects):
            for frame in table.get(f"{predicate.lemma}_{bare}", ()):
                yield predicate, frame  # "had to *leave* his captain *behind*", "ferries were *laid on* from Bari"
    if predicate.lemma == "go" and goes_into_a_state(here, predicate):
        yield predicate, _frame_of("presence.is")  # "will *go on display* at a museum in Lyon"
    held = here.lemma(predicate.objects[0][0]) if predicate.objects else ""
    if held and predicate.particle is None and behind and behind[0].low == "off":
        held = held if f"{predicate.lemma}_{held}" in table else ""  # "kicked *off a tour*"
    own_way = held == "way" and here.made.words[here.made.phrases[predicate.objects[0][0]].first].low in _WHOSE
    found = table.get(f"{predicate.lemma}_{held}", ())
    if own_way and not found and predicate.lemma not in _NO_WAYS:
        found = (_frame_of("motion.manner"),)  # "*bluffed their way* from Lagos to Kano"
    if not found and predicate.lemma in _CATCHES and _is_named_carrier(here, predicate):
        found = table[f"{predicate.lemma}_train"]  # "took *the Eurostar* to London"
    if predicate.objects and found:
        rest = predicate._replace(objects=predicate.objects[1:])
        for frame in found:
            yield rest, frame
    elif predicate.lemma in _HOLDS and held in words("frames", "stays", "nouns"):
        yield predicate._replace(objects=predicate.objects[1:]), _frame_of("presence.acts")  # "*held a mass* in Bari"
    if predicate.lemma in {"put", "take"} and (sea := _to_sea(here, predicate)) is not None:
        for frame in table["set_sail"]:
            yield predicate._replace(preps=tuple(n for n in predicate.preps if n != sea)), frame
    carries_out = predicate.lemma == "carry" and predicate.particle == "out" and bool(predicate.objects)
    for frame in () if carries_out else table.get(predicate.lemma, ()):  # "to *carry out* works in Chad"
        yield predicate, frame
    if predicate.passive and predicate.lemma not in table and _is_unheard_of(here, predicate):
        yield predicate, _frame_of("motion.caused")  # "was *life-flighted* to Lyon"
    if is_doing(here, predicate):
        yield predicate, _frame_of("presence.doing")  # "was *digging* a well near Oran"


_HOLDS: Final = frozenset(("hold", "stage", "give"))
_WHOSE: Final = frozenset("my our your his her its their".split())
_NO_WAYS: Final = frozenset("lose know see have get pay go change mend keep block bar watch miss".split())


_CATCHES: Final = frozenset(("take", "catch"))


def _is_named_carrier(here: Reading, predicate: Predicate) -> bool:
    """Whether a verb's object is what carries passengers, by its name: "the Eurostar"."""
    head = here.made.phrases[predicate.objects[0][0]].head if predicate.objects else -1
    word = here.made.words[head]
    return head >= 0 and word.tag == "name" and "vehicle" in noun_classes(word.low)


def _to_sea(here: Reading, predicate: Predicate) -> int | None:
    """The words with "to" that say that somebody sets out: "*put to sea* from Bari", "have *taken to the roads*"."""
    held = (n for n in predicate.preps if here.made.preps[n].prep == "to" and not predicate.passive)
    return next((n for n in held if any(here.head(o) in _SEAS for o in here.made.preps[n].objects)), None)


_SEAS: Final = frozenset(("sea", "seas", "road", "roads", "boats", "lifeboats", "hills", "air", "skies"))


def _is_unheard_of(here: Reading, predicate: Predicate) -> bool:
    """Whether no dictionary has a verb, so that only what stands round it says what it means."""
    return not verb_tags(here.made.words[predicate.word].low)


def _other(here: Reading, predicate: Predicate, frame: Frame) -> Find | None:
    if frame.name == "transfer.hauls":
        return read_haul(here, predicate, frame)
    return {
        "flow": read_flow, "presence": read_presence, "use": read_use, "claim": read_claim
    }[frame.kind](here, predicate, frame)  # fmt: skip


@cache
def _frame_of(name: str) -> Frame:
    return next(frame for frame in frames() if frame.name == name)


def _with_cargo(found: list[tuple[int, Find]], cargo: list[tuple[int, Find]]) -> list[tuple[int, Find]]:
    """What carriers bring, told once with what the goods say: "carrying medicine *from Amman* reached …"."""
    made = list(found)
    for at, one in cargo:
        goods = one.roles["goods"][0]
        same = next(
            (
                n
                for n, (_, find) in enumerate(made)
                if find.kind == "flow" and _overlap(find.roles.get("goods", ()), goods)
            ),
            None,
        )
        if same is None:
            made.append((at, one))
            continue
        held = made[same][1]
        ends = {role: held.roles.get(role) or one.roles.get(role, ()) for role in ("from", "to", "via")}
        made[same] = made[same][0], replace(held, roles={**held.roles, **ends})
    return made


def _told_whole(found: list[tuple[int, Find]], text: str) -> list[tuple[int, Find]]:
    """Goods whose giver one verb tells and whose getter the next: "vaccines *donated by* Japan *landed in* Palau"."""
    made: list[tuple[int, Find]] = []
    for at, one in found:
        before = made[-1][1] if made else None
        if (
            before is not None and before.kind == one.kind == "flow"
            and _is_within(before.roles.get("goods", ()), one.roles.get("goods", ()))
            and before.roles.get("from") and not (before.roles.get("to") or before.roles.get("via"))
            and one.roles.get("to") and one.roles.get("from") in {None, (), before.roles["from"]}
        ):  # fmt: skip
            made[-1] = at, replace(one, roles={**one.roles, "from": before.roles["from"]})
            continue
        if before is not None and before.kind == one.kind == "flow" and _has_come(before, one, text):
            goods = max(before.roles["goods"], one.roles["goods"])  # of "a gift of 9 tents" the tents
            made[-1] = at, replace(one, roles={**one.roles, "from": before.roles["from"], "goods": goods})
            continue
        if not any(_is_told_again(one, find, text) for _, find in made):
            made.append((at, one))
    return made


def _has_come(before: Find, one: Find, text: str) -> bool:
    """Whether goods come that a relative clause says were given: "9 tents *that Oman promised Fiji* reached …"."""
    if one.rule != "transfer.goes" or before.rule not in {"transfer.give", "transfer.vehicles"}:
        return False  # but "the rice that Oman gave to Fiji was *sold* to Togo"
    if one.roles.get("from") or not (before.roles.get("from") and one.roles.get("to")):
        return False
    given, come = before.roles["goods"][0], one.roles["goods"][0]
    is_same = _is_within((given,), (come,)) or text[come[1] : given[0]] == " of "
    return is_same and _GIVEN.match(text, given[1]) is not None


_GIVEN: Final = re.compile(r"(?: (?:that|which|who))? (?:the )?[A-Z]")


def _is_told_again(one: Find, find: Find, text: str) -> bool:
    """Whether bare supplies are those that the same sentence has told: "cut gas supplies to Chad and … *supplies*"."""
    if one.kind == find.kind == "use" and one.roles.get("goods"):
        is_same = all(one.roles.get(role) == find.roles.get(role) for role in ("goods", "place"))
        return is_same and one.roles.get("actor") in {None, (), find.roles.get("actor")}
    if not (one.kind == find.kind == "flow" and one.is_noun) or one.roles.get("goods") != (one.trigger,):
        return False
    told, ends = (
        {text[slice(*span)] for role in ("from", "to", "via") for span in f.roles.get(role, ())} for f in (find, one)
    )
    return ends <= told


def _is_within(inner: tuple[Span, ...], outer: tuple[Span, ...]) -> bool:
    """Whether goods are those that another span has with their amount: "flour" of "9 tonnes of flour"."""
    return bool(inner and outer) and outer[0][0] <= inner[0][0] and inner[0][1] == outer[0][1]


def _overlap(spans: tuple[Span, ...], span: Span) -> bool:
    return any(start < span[1] and span[0] < end for start, end in spans)


_CORNERS: Final = re.compile(r"\b(?:intersection|corner|junction|crossroads|border)\b")


def _each(find: Find, text: str) -> Iterator[Find]:
    """A claim for each who lays it, one place for a stay at a corner of two streets; all else as it is."""
    if find.kind == "claim":
        yield from (replace(find, roles={**find.roles, "actor": (actor,)}) for actor in find.roles["actor"])
    elif (
        find.kind in {"presence", "use"}
        and len(places := find.roles["place"]) > 1
        and _CORNERS.search(text, find.trigger[1], places[-1][0])
    ):
        yield replace(find, roles={**find.roles, "place": places[:1]})
    else:
        yield find
