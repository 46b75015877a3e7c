"""An outlet's own look, by the name that callers know it by; what it is made of stands in ``style``."""

from dateline.drawing.style.house import House, HouseError

__all__ = ["House", "HouseError"]
