"""Gather names of persons: given names of many languages, and the surnames that are common in the United States."""

from __future__ import annotations

import ast
import re
import zipfile
from typing import TYPE_CHECKING

from inputs import HERE, fetch, member

from dateline.atlas.norm import norm

if TYPE_CHECKING:
    from collections.abc import Iterator

RARE_PERCENT = 0.004  # a given name that fewer of the people counted bear is left out: many are places (Paris)
SURNAMES = 12_000  # so many of the most common surnames are kept
COMMON = 1_500  # and so many of them count as common
_WORD = re.compile(r"[^\W\d_][^\W\d_'’-]{1,}").fullmatch
_LATIN = re.compile(r"[A-Za-zÀ-ɏ'’-]+").fullmatch


def census(name: str) -> Iterator[tuple[str, float]]:
    """Read one list of the US Census of 1990: name, share of the people in per cent."""
    for line in member("names", f"names-0.3.0/names/dist.{name}").decode("ascii").splitlines():
        word, percent, *_ = line.split()
        yield word.lower(), float(percent)


def faker(kind: str) -> set[str]:
    """Read the lists of many countries, in Latin letters, out of the sources of a package; nothing of it is run."""
    found: set[str] = set()
    with zipfile.ZipFile(fetch("faker")) as archive:
        for path in sorted(archive.namelist()):
            if not re.fullmatch(r"faker/providers/person/\w+/__init__\.py", path):
                continue
            for node in ast.walk(ast.parse(archive.read(path))):
                targets = [node.target] if isinstance(node, ast.AnnAssign) else getattr(node, "targets", [])
                named = [target.id for target in targets if isinstance(target, ast.Name)]
                if not any(re.match(rf"{kind}_names", name) for name in named):
                    continue
                found |= {
                    part.value
                    for part in ast.walk(node.value)  # type: ignore[attr-defined]
                    if isinstance(part, ast.Constant) and isinstance(part.value, str)
                }
    return {norm(name) for name in found if _LATIN(name) and _WORD(name) and name[0].isupper()}


def persons() -> str:
    """Give the text of persons.txt: three lines of folded names (given, common surnames, other surnames), sorted."""
    given = {name for sex in ("male", "female") for name, share in census(f"{sex}.first") if share >= RARE_PERCENT}
    given |= faker("first")
    by_hand = (HERE / "src" / "given_names.txt").read_text(encoding="utf-8")
    given |= {norm(name) for line in by_hand.splitlines() if not line.startswith("#") for name in line.split()}
    ranked = [name for name, _ in census("all.last")]
    common = set(ranked[:COMMON])
    other = (set(ranked[COMMON:SURNAMES]) | faker("last")) - common
    lines = (given, common, other)
    return "".join(" ".join(sorted(w for w in words if len(w) > 1 and " " not in w)) + "\n" for words in lines)
