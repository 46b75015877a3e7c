"""What a sea route refuses, and why."""

from __future__ import annotations

from typing import Literal

from dateline.errors import DatelineError

__all__ = ["Cause", "NoSeaRoute"]

Cause = Literal["inland", "shut_in", "apart", "closed", "coastless", "unpassable", "asked"]


class NoSeaRoute(DatelineError):  # noqa: N818 - a refusal, not a fault
    """
    There is no such way by sea.

    Attributes
    ----------
    reason
        Why, for people.
    cause
        The same in a word, for who tells it in other words: a place is ``inland``, on a water that is ``shut_in`` or
        ``coastless``; places lie ``apart``; ways between them are ``closed``; a passage is ``unpassable``; or what was
        ``asked`` makes no sense.
    of
        Names of the places that it is about.
    """

    def __init__(self, reason: str, /, *, cause: Cause = "asked", of: tuple[str, ...] = ()) -> None:
        super().__init__(reason)
        self.cause: Cause = cause
        self.of = of

    @property
    def reason(self) -> str:
        """The reason, in one line."""
        return str(self.args[0])
