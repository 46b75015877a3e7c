"""The compiled file of sea lanes: a zip of arrays, read once a process."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from dateline.atlas.data import data_path

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["arrays"]


@cache
def arrays() -> dict[str, NDArray[np.generic]]:
    """Give the arrays of the file by their names."""
    with np.load(data_path("lanes.npz"), allow_pickle=False) as store:
        return {name: store[name] for name in store.files}
