"""What the page calls things: always by the words of the article where it has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.drawing.style.words import Words
    from dateline.story.model import Event, Leg, Quantity, Span, Story

__all__ = ["Namer"]


class Namer:
    """
    Names the places, parties and matters of one story.

    Parameters
    ----------
    story
        Its text and mentions say which names the article uses.
    """

    def __init__(self, story: Story) -> None:
        self.story = story
        self._place: dict[str, str | None] = {}

    def in_text(self, key: str, /) -> str | None:
        """Return what the article calls a place, or None when it does not name it."""
        if key not in self._place:
            self._place[key] = self._found(key)
        return self._place[key]

    def _found(self, key: str) -> str | None:
        place = self.story.places.get(key)
        if place is None:
            return None
        said = [mention for mention in self.story.mentions if mention.place == key]
        literal = [mention.text for mention in said if mention.sense == "literal"]
        if place.name in self.story.text:
            return place.name
        return next(iter(literal or [mention.text for mention in said]), None)

    def party(self, key: str | None, /) -> str | None:
        """Return the name of a place or an actor; None without a key."""
        if key is None:
            return None
        if key in self.story.places:
            return self.in_text(key) or self.story.places[key].name
        actor = self.story.actors.get(key)
        return actor.name if actor else key

    def thread(self, key: str, /) -> str:
        """Return what a story line is called: the party that it is named after, else its own word, read as words."""
        if key in self.story.actors or key in self.story.places:
            return self.party(key) or key
        return key.replace("-", " ") if key.islower() and " " not in key else key

    def filed(self, key: str, /) -> str:
        """Return the place a report was filed from; a dateline shouts, a byline does not."""
        said, place = self.in_text(key), self.story.places.get(key)
        if place is not None and (said is None or said.casefold() == place.name.casefold()):
            return place.name
        return said or key

    def speaker(self, who: str, spans: tuple[Span, ...], /) -> str:
        """
        Return what the words call a party that speaks: "Moscow" where they say so, else its name.

        Parameters
        ----------
        who
            Id of an actor or a place.
        spans
            Of the words in which it speaks.
        """
        name = self.party(who) or who
        for mention in self.story.mentions:
            inside = any(start <= mention.at[0] and mention.at[1] <= end for start, end in spans)
            if inside and who in (mention.stands_for, mention.place) and mention.text != name:
                shouted = mention.text.isupper() and len(mention.text) > 4
                return name if shouted or name in mention.text else mention.text
        return name

    def amount(self, quantity: Quantity, words: Words, /) -> str | None:
        """Return an amount as the text hedges it: ``[at least 16,500] containers``."""
        unit = quantity.unit or ""
        said = self._said(quantity)
        if said is None:
            if quantity.value is None:
                return None
            said = words.number(quantity.value)
            if quantity.bound:
                high = words.number(quantity.high) if quantity.high is not None else ""
                said = words(f"bound.{quantity.bound}", value=said, high=high)
        hedged = quantity.bound is not None or quantity.value is None
        return f"[{said}] {unit}".strip() if hedged else f"{said} {unit}".strip()

    def is_count_of(self, quantity: Quantity, key: str | None, /) -> bool:
        """
        Whether an amount only counts a party that its name counts already: "two warships" that are two.

        Such a number says who moves, not how much passes; a line is no wider for it.
        """
        name = self.party(key)
        if name is None or quantity.at is None or not self.story.text:
            return False
        said = " ".join(self.story.text[slice(*quantity.at)].split())
        return bool(said) and said.casefold() in name.casefold()

    def uncounted(self, goods: str, quantity: Quantity, /) -> str:
        """Return goods without the amount that stands before them: "drones" of "40 drones"."""
        said = self._said(quantity) or ""
        return goods[len(said) :].strip() or goods if goods.startswith(said) else goods

    def _said(self, quantity: Quantity) -> str | None:
        """Return the text's own words of an amount without its unit."""
        if quantity.at is None or not self.story.text:
            return None
        said = " ".join(self.story.text[slice(*quantity.at)].split())
        unit = quantity.unit or ""
        if unit and said.lower().endswith(unit.lower()):
            said = said[: len(said) - len(unit)].strip()
        return said or None

    def what(self, event: Event, leg: Leg | None, words: Words, /) -> str:
        """Say in one line what an event or a leg is."""
        match event.kind:
            case "flow":
                ends = self.party(event.from_), self.party(event.to)
                key = {(True, True): "flow", (True, False): "flow_from", (False, True): "flow_to"}
                form = key.get((ends[0] is not None, ends[1] is not None), "flow_none")
                goods = event.goods or words("what.goods_none")
                return words(f"what.{form}", goods=goods, **{"from": ends[0], "to": ends[1]})
            case "route":
                return self._leg(event, leg, words)
            case "use":
                goods = event.goods or words("what.use_goods_none")
                place = self.party(event.place)
                return words("what.use" if place else "what.use_none", goods=goods, place=place)
            case "presence":
                actor = self.party(event.actor) or words("what.actor_none")
                place = self.party(event.place)
                return words("what.presence" if place else "what.presence_none", actor=actor, place=place)
            case "claim":
                actor = self.party(event.actor) or words("what.actor_none")
                events = {other.id: other for other in self.story.events}
                about = words.join(
                    dict.fromkeys(
                        name
                        for key in event.about
                        for name in (self._about(events[key]) if key in events else [self.party(key) or key])
                    )
                )
                contests = event.claim == "contests" or any(key in events for key in event.about)
                # Worded so that it is right for one and for many: their number is nowhere told.
                form = "contests" if contests else "claim" if event.claim else "claim_none"
                return words(f"what.{form}", actor=actor, claim=event.claim, about=about).removesuffix(": ")
            case "denial":
                return words("what.denial", actor=self.party(event.actor) or words("what.actor_none"))

    def _about(self, event: Event) -> list[str]:
        return [self.party(key) or key for key in event.about if key in self.story.places]

    def _leg(self, event: Event, leg: Leg | None, words: Words) -> str:
        mover = self.party(event.mover) or words("what.mover_none")
        start, end = (self.party(leg.from_), self.party(leg.to)) if leg else (None, None)
        via = words.join(self.party(key) or key for key in leg.via) if leg else ""
        if start and end:
            form = "route_via" if via else "route"
        else:
            form = "route_from" if start else "route_to" if end else "route_by" if via else "route_none"
        return words(f"what.{form}", mover=mover, via=via, **{"from": start, "to": end})
