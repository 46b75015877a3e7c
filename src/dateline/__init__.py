"""
Dateline turns a news article into a sourced story map.

The names below are the public face; each is loaded when it is first used, so that ``import dateline`` stays light.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dateline import atlas as atlas
    from dateline.errors import DatelineError as DatelineError
    from dateline.face import Story as Story
    from dateline.face import check as check
    from dateline.face import draw as draw
    from dateline.face import layers as layers
    from dateline.face import load as load
    from dateline.face import read as read
    from dateline.face import redraft as redraft
    from dateline.face import show as show

__all__ = ["DatelineError", "Story", "atlas", "check", "draw", "layers", "load", "read", "redraft", "show"]

_HOMES = {
    "DatelineError": "dateline.errors",
    "Story": "dateline.face",
    "atlas": "dateline.atlas",
    "check": "dateline.face",
    "draw": "dateline.face",
    "layers": "dateline.face",
    "load": "dateline.face",
    "read": "dateline.face",
    "redraft": "dateline.face",
    "show": "dateline.face",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401
    if name not in _HOMES:
        msg = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(msg)
    module = import_module(_HOMES[name])
    return module if module.__name__ == f"{__name__}.{name}" else getattr(module, name)


def __dir__() -> list[str]:
    return sorted(__all__)
