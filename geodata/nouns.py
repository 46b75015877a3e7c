"""
Compile what kind of thing each English noun is, from WordNet's files.

    python geodata/nouns.py FOLDER

FOLDER holds WordNet 3.0's ``data.noun``, ``index.noun`` and ``cntlist.rev``: Debian's package ``wordnet-base``
(1:3.0-37) has them under ``usr/share/wordnet``. Out comes
``src/dateline/reading/tables/nouns.txt.gz``, the same bytes each time.
"""

from __future__ import annotations

import gzip
import hashlib
import re
import sys
from collections import Counter
from pathlib import Path

HERE = Path(__file__).resolve().parent
OUT = HERE.parent / "src" / "dateline" / "reading" / "tables" / "nouns.txt.gz"
SHA256 = {
    "data.noun": "fea17d2f9656611334eac790e5d69e47645fa180c4aa481fb4cd9b3520754ca2",
    "index.noun": "a490d99d93d017bf4822fe2f0ffa51fd73911ce271dc7535fade21f8814b5a04",
    "cntlist.rev": "a198580b8f705fa02797bba8b13e5cbe4a9f9f40cb1697e774c7fc6a5865b035",
}
# The lexicographer files of nouns, 03 to 28, a letter each; the reader has the names.
LETTERS = {number: "tcafbgkmoedlxnypqhwzirsuvj"[number - 3] for number in range(3, 29)}
_SENSES = 2


def rows(folder: Path) -> list[str]:
    """Word, classes of its first senses, and how often it was met as a noun and as a verb in the tagged texts."""
    kinds = {}
    for line in (folder / "data.noun").read_text("latin-1").splitlines():
        if line[:1] != " ":
            offset, number, _ = line.split(" ", 2)
            kinds[offset] = LETTERS[int(number)]
    met: dict[str, Counter[str]] = {"1": Counter(), "2": Counter()}
    for line in (folder / "cntlist.rev").read_text("latin-1").splitlines():
        key, _, count = line.split()
        word, _, rest = key.partition("%")
        if rest[0] in met:
            met[rest[0]][word] += int(count)
    made = []
    for line in (folder / "index.noun").read_text("latin-1").splitlines():
        if line[:1] == " ":
            continue
        parts = line.split()
        word, count = parts[0], int(parts[2])
        if re.fullmatch(r"[a-z]+(?:-[a-z]+)*", word):
            classes = "".join(dict.fromkeys(kinds[offset] for offset in parts[-count:][:_SENSES]))
            made.append(f"{word} {classes} {met['1'][word]} {met['2'][word]}")
    return sorted(made)


def main(folder: Path) -> None:
    """Check the files and write the table."""
    for name, expected in SHA256.items():
        found = hashlib.sha256((folder / name).read_bytes()).hexdigest()
        if found != expected:
            msg = f"{folder / name}: sha256 is {found}, expected {expected}; is it WordNet 3.0?"
            raise SystemExit(msg)
    made = rows(folder)
    OUT.write_bytes(gzip.compress("\n".join(made).encode("ascii"), 9, mtime=0))
    print(f"{OUT.name}: {len(made):,} nouns, {OUT.stat().st_size:,} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
