"""Annotated news as the scripts that fit weights read it."""

from __future__ import annotations

import json
import zlib
from pathlib import Path
from typing import Any

import numpy as np

FOLDS = 5


def read(corpora: list[str]) -> tuple[list[dict[str, Any]], np.ndarray]:
    """
    Read corpora, given as ``PATH[=WEIGHT]``, and tell which fold each document is in.

    A document counts twice, with its home and without, where it has one, each for half. All documents of one outlet
    are in the same fold, for an outlet names the same places again and again.
    """
    documents = []
    for given in corpora:
        path, _, weight = given.partition("=")
        for line in Path(path).read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            homes = [None, row["home"]] if row.get("home") else [None]
            for home in homes:
                name = Path(path).name + (" with home" if home else "")
                documents.append({**row, "home": home, "set": name, "weight": float(weight or 1) / len(homes)})
    outlets = [str(document.get("outlet") or document["doc_id"]) for document in documents]
    return documents, np.array([zlib.crc32(outlet.encode()) % FOLDS for outlet in outlets])
