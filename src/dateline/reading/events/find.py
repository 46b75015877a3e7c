"""What a reader finds: one thing that a sentence tells, and the stretches of its way."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dateline.story.model import Basis, Kind, Span

__all__ = ["Find", "Stretch"]


@dataclass(frozen=True, slots=True)
class Stretch:
    """
    One leg of a route, as offsets of words.

    Attributes
    ----------
    trigger
        The verb or noun that tells of it.
    from_, to
        The words of its ends; None where the text has none.
    via
        The words of its stops, in order.
    is_noun
        Whether the trigger is a noun; judged by the word when None.
    is_alternative
        Whether it is another way for the leg before it.
    basis
        ``inferred`` where an end is taken over from elsewhere in the text.
    """

    trigger: Span
    from_: Span | None = None
    to: Span | None = None
    via: tuple[Span, ...] = ()
    is_noun: bool | None = None
    is_alternative: bool = False
    basis: Basis = "explicit"


@dataclass(frozen=True, slots=True)
class Find:
    """
    One thing that a sentence tells, as offsets of words; nothing of how certain it is, who says so, when or how much.

    Attributes
    ----------
    kind
        flow, route, use, presence or claim.
    trigger
        The verb or noun that tells of it.
    evidence
        The words it rests on, within one sentence.
    roles
        The words of its parties, ends and goods under the story's names for them: from, to, via, goods, agent, mover,
        actor, place, about; under acts those of the ends that act as a state ("*Tokyo* gave rice to Manila").
    legs
        Of a route, in order.
    claim
        Of a claim: sovereignty, jurisdiction, contests ….
    rule
        The frame that found it.
    is_noun
        Whether the trigger is a noun; judged by the word when None.
    basis
        ``inferred`` where an end is taken over from elsewhere in the text.
    """

    kind: Kind
    trigger: Span
    evidence: Span
    roles: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)
    legs: tuple[Stretch, ...] = ()
    claim: str | None = None
    rule: str | None = None
    is_noun: bool | None = None
    basis: Basis = "explicit"
