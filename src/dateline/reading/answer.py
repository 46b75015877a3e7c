"""From loosely structured answers, all words and no offsets, to a story whose every quote stands in the text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final, get_args

from dateline.reading.amounts.quantities import quantities
from dateline.reading.amounts.times import times
from dateline.reading.cast import Cast
from dateline.reading.hedging.quotes import quotes
from dateline.reading.text.sentences import tokens
from dateline.reading.things.reference import references
from dateline.story import model
from dateline.story.model import STATUSES, WEAKEST_FIRST, Evidence, Leg, Operator, Statement
from dateline.story.steps import steps

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.reading.places.toponym import Toponym
    from dateline.reading.text.article import Article
    from dateline.story.model import Kind, Quantity, Span, Status, Story, When

__all__ = ["story_of"]

_KINDS: Final[tuple[Kind, ...]] = get_args(model.Kind)
_MOST_EVENTS = 500
_STRAIGHT: Final = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " "})


def story_of(
    answer: dict[str, Any], article: Article, /, *, mentions: tuple[Toponym, ...], rule: str | None = None
) -> tuple[Story, tuple[str, ...]]:
    """
    Build a story from an answer in words, and say what was left out.

    Parameters
    ----------
    answer
        ``{"events": [...]}`` as `dateline.reading.llm` asks for it: kinds, statuses, and exact words of the article.
    article
        What it is about.
    mentions
        The place names found in the article; an end of an event is a place only where one of them stands.
    rule
        What to name as the finder of each event.

    Returns
    -------
    story, dropped
        The story, and a line for each thing that the text does not bear out.
    """
    runs = [tokens(article.text, sentence.start, sentence.end) for sentence in article.sentences]
    cast = Cast(article, mentions, references(article.text, runs, toponyms=mentions, quoted=quotes(article)))
    reader = _Reader(article, cast)
    events = answer.get("events")
    if not isinstance(events, list):
        reader.drop("the answer", "has no list of events")
        events = []
    if len(events) > _MOST_EVENTS:
        reader.drop("the answer", f"has {len(events)} events; the first {_MOST_EVENTS} are read")
    made = tuple(
        event
        for n, record in enumerate(events[:_MOST_EVENTS], 1)
        if (event := reader.event(record, f"e{n}", rule)) is not None
    )
    story = model.Story(
        article=reader.cast.about(),
        mentions=reader.cast.mentions(),
        places=reader.cast.places,
        actors=reader.cast.actors,
        events=made,
        text=article.text,
    )
    return replace(story, steps=steps(story)), tuple(reader.dropped)


@dataclass(slots=True)
class _Reader:
    """The article at hand, and what the answer has named in it so far."""

    article: Article
    cast: Cast
    dropped: list[str] = field(default_factory=list)
    folded: str = ""

    def __post_init__(self) -> None:
        self.folded = self.article.text.translate(_STRAIGHT)

    def drop(self, where: str, why: str) -> None:
        self.dropped.append(f"{where}: {why}; left out")

    # ------------------------------------------------------------------------------------------------- events

    def event(self, record: object, key: str, rule: str | None) -> model.Event | None:
        if not isinstance(record, dict):
            self.drop(key, "is no object")
            return None
        kind: Kind | None = next((kind for kind in _KINDS if kind == record.get("kind")), None)
        if kind is None:
            self.drop(key, f"kind {_short(record.get('kind'))!r} is none of {', '.join(_KINDS)}")
            return None
        evidence = self.evidence(record.get("evidence"), key)
        if evidence is None:
            return None
        near = evidence.at
        common = self.common(record, key, near)
        legs: tuple[Leg, ...] = ()
        if kind == "route":
            legs = tuple(self.legs(record, key, near, common["status"]))
            if not legs:
                self.drop(key, "a route without an end or a stop that the text names")
                return None
        elif common["status"] is None:
            self.drop(key, f"status {_short(record.get('status'))!r} is none of {', '.join(STATUSES)}")
            return None
        ends = {
            name: self.party(record.get(name), f"{key}.{name}", near, acts=name in {"agent", "mover", "actor"})
            for name in _FIELDS[kind]
            if name not in {"from", "to", "place"}
        }
        several = {
            name: [end for value in _listed(record.get(name)) if (end := self.party(value, f"{key}.{name}", near))]
            for name in ("from", "to", "place")
            if name in _FIELDS[kind]
        }
        ends |= {name: found[0] if found else None for name, found in several.items()}
        if kind != "route" and not any(ends.values()):
            self.drop(key, "names no place and no party that the text names")
            return None
        goods = self.words(record.get("goods"), f"{key}.goods", near) if kind in {"flow", "use"} else None
        about = [self.party(value, f"{key}.about", near) for value in _listed(record.get("about"))]
        return model.Event(
            id=key,
            kind=kind,
            from_=ends.get("from"),
            to=ends.get("to"),
            also_from=tuple(several.get("from", ())[1:]),
            also_to=tuple(several.get("to", ())[1:]),
            via=self.stops(record, key, near) if kind == "flow" else (),
            goods=None if goods is None else self.article.words(goods),
            agent=ends.get("agent"),
            mover=ends.get("mover"),
            legs=legs,
            actor=ends.get("actor"),
            place=ends.get("place"),
            also_place=tuple(several.get("place", ())[1:]),
            about=tuple(value for value in about if value is not None) if kind == "claim" else (),
            claim=_short(record.get("claim")) if kind == "claim" else None,
            quantity=common["quantity"],
            when=common["when"],
            status=None if kind == "route" else common["status"],
            operators=common["operators"],
            says=common["says"],
            denies=common["denies"],
            evidence=(evidence,),
            rule=rule,
        )

    def common(self, record: dict[str, Any], key: str, near: Span) -> dict[str, Any]:
        """What events and legs share."""
        operators = tuple(self.operators(record.get("operators"), key, near))
        status = record.get("status")
        known: Status | None = status if isinstance(status, str) and status in STATUSES else None
        if known is not None:
            # An answer may hedge too little for the words that it shows itself, never the other way round.
            known = min([known, *(operator.kind for operator in operators)], key=WEAKEST_FIRST.index)
        return {
            "status": known,
            "operators": operators,
            "says": tuple(self.statements(record.get("says"), f"{key}.says", near)),
            "denies": tuple(self.statements(record.get("denies"), f"{key}.denies", near)),
            "quantity": self.quantity(record.get("quantity"), f"{key}.quantity", near),
            "when": self.when(record.get("when"), f"{key}.when", near, ahead=known in {"planned", "possible"}),
        }

    def legs(self, record: dict[str, Any], key: str, near: Span, status: Status | None) -> Iterator[Leg]:
        for n, part in enumerate(_listed(record.get("legs") or [record])[:26]):
            where = f"{key}{chr(97 + n)}"
            if not isinstance(part, dict):
                self.drop(where, "is no object")
                continue
            own = near
            evidence: tuple[Evidence, ...] = ()
            if part is not record and part.get("evidence") is not None:
                found = self.evidence(part["evidence"], where, near)
                if found is not None:
                    own, evidence = found.at, (found,)
            common = self.common(part, where, own)
            held = common["status"] or status
            start = self.party(part.get("from"), f"{where}.from", own)
            end = self.party(part.get("to"), f"{where}.to", own)
            via = self.stops(part, where, own)
            if held is None:
                self.drop(where, f"status {_short(part.get('status'))!r} is none of {', '.join(STATUSES)}")
            elif start or end or via:
                yield Leg(
                    id=where,
                    status=held,
                    from_=start,
                    to=end,
                    via=via,
                    quantity=common["quantity"] if part is not record else None,
                    when=common["when"] if part is not record else None,
                    operators=common["operators"] if part is not record else (),
                    says=common["says"] if part is not record else (),
                    denies=common["denies"] if part is not record else (),
                    evidence=evidence,
                )

    def stops(self, record: dict[str, Any], key: str, near: Span) -> tuple[str, ...]:
        found = (self.party(value, f"{key}.via", near) for value in _listed(record.get("via")))
        return tuple(stop for stop in found if stop is not None)

    def operators(self, records: object, key: str, near: Span) -> Iterator[Operator]:
        for record in _listed(records):
            kind = record.get("kind") if isinstance(record, dict) else None
            span = self.words(record.get("text"), f"{key}.operators", near) if isinstance(record, dict) else None
            if isinstance(kind, str) and kind in STATUSES and kind != "asserted" and span is not None:
                yield Operator(kind=kind, text=self.article.text[span[0] : span[1]], at=span)

    def statements(self, records: object, key: str, near: Span) -> Iterator[Statement]:
        for record in _listed(records):
            if not isinstance(record, dict):
                self.drop(key, "is no object")
                continue
            quote = self.words(record.get("quote"), key, near)
            who = None if quote is None else self.party(record.get("who"), key, quote, acts=True)
            if quote is not None and who is not None:
                yield Statement(who=who, quote=self.article.text[quote[0] : quote[1]], at=quote)

    def evidence(self, value: object, key: str, near: Span | None = None) -> Evidence | None:
        span = self.words(value, key, near or (0, 0))
        if span is None:
            if value is None:
                self.drop(key, "gives no evidence")
            return None
        return Evidence(quote=self.article.text[span[0] : span[1]], at=span)

    def quantity(self, value: object, key: str, near: Span) -> Quantity | None:
        """The amount that the words hold, in our reading of them."""
        span = self.words(value, key, near)
        if span is None:
            return None
        found = quantities(tokens(self.article.text, *span))
        if not found:
            self.drop(key, f"{_short(value)!r} holds no amount")
        return found[0].quantity if found else None

    def when(self, value: object, key: str, near: Span, *, ahead: bool) -> When | None:
        """The time that the words hold, in our reading of them."""
        span = self.words(value, key, near)
        if span is None:
            return None
        found = times(tokens(self.article.text, *span), text=self.article.text)
        if not found:
            return model.When(text=self.article.text[span[0] : span[1]], at=span)
        return found[0].when(self.article.published, ahead=ahead)

    # -------------------------------------------------------------------------------------------------- words

    def words(self, value: object, key: str, near: Span) -> Span | None:
        """Where words stand in the text, nearest to a span; None, with a warning, where they do not."""
        if value is None or value == "":
            return None
        if not isinstance(value, str):
            self.drop(key, f"{_short(value)!r} is no text")
            return None
        wanted = value.strip().translate(_STRAIGHT)
        spans = list(_occurrences(self.folded, wanted)) or list(_loose_occurrences(self.folded, wanted))
        if not spans:
            self.drop(key, f"{_short(value)!r} is not in the article")
            return None
        return min(spans, key=lambda span: (_gap(span, near), span))

    def party(self, value: object, key: str, near: Span, *, acts: bool = False) -> str | None:
        """The id of the place or the actor that words name."""
        span = self.words(value, key, near)
        if span is None:
            return None
        return self.cast.party(span) if acts else self.cast.end(span) or self.cast.party(span)


_FIELDS: Final[dict[str, tuple[str, ...]]] = {
    "flow": ("from", "to", "agent"),
    "route": ("mover",),
    "use": ("actor", "place"),
    "presence": ("actor", "place"),
    "claim": ("actor",),
    "denial": ("actor",),
}


def _listed(value: object) -> list[Any]:
    if value is None or value == "":
        return []
    return list(value) if isinstance(value, (list, tuple)) else [value]


def _short(value: object) -> str:
    return str(value)[:60]


def _occurrences(text: str, wanted: str) -> Iterator[Span]:
    start = text.find(wanted) if wanted else -1
    while start >= 0:
        end = start + len(wanted)
        inside = (start and text[start - 1].isalnum() and wanted[0].isalnum()) or (
            end < len(text) and text[end].isalnum() and wanted[-1].isalnum()
        )
        if not inside:
            yield start, end
        start = text.find(wanted, start + 1)


def _loose_occurrences(text: str, wanted: str) -> Iterator[Span]:
    """Words that stand in the text with other blanks between them, or in other letter case."""
    parts = wanted.split()
    if not parts or len(wanted) > 2000:
        return
    pattern = r"\s+".join(re.escape(part) for part in parts)
    for match in re.finditer(rf"(?<!\w){pattern}(?!\w)", text, re.IGNORECASE):
        yield match.span()


def _gap(span: Span, near: Span) -> int:
    return max(0, near[0] - span[1], span[0] - near[1]) if near != (0, 0) else span[0]
