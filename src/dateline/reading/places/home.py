"""Where an outlet is: held to what the atlas knows, as its help would else be missed in silence."""

from __future__ import annotations

from dateline.errors import DatelineError
from dateline.reading.places.scene import home_of

__all__ = ["held_home"]


def held_home(home: str, /) -> str:
    """
    Give the name of an outlet's town back when the atlas knows it.

    Raises
    ------
    DatelineError
        When it does not.

    Examples
    --------
    >>> held_home("Alexandria, Louisiana")
    'Alexandria, Louisiana'
    """
    if home_of(home) is None:
        msg = f"home {home!r}: no place of this name in the atlas; write it as 'Alexandria, Louisiana'"
        raise DatelineError(msg)
    return home
