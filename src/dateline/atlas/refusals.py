"""What a sea route refuses, and why."""

from __future__ import annotations

from dateline.errors import DatelineError

__all__ = ["NoSeaRoute"]


class NoSeaRoute(DatelineError):  # noqa: N818 - a refusal, not a fault
    """
    There is no such way by sea.

    Attributes
    ----------
    reason
        Why, for people.
    """

    @property
    def reason(self) -> str:
        """The reason, in one line."""
        return str(self.args[0])
