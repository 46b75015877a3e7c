"""
Make every compiled data file of this folder from the pinned packages and the hand-kept tables.

    python geodata/build.py [gazetteer] [areas]

No clock, no network beyond the pinned packages, sorted rows: the same bytes each time. What each file is, where it
comes from and whose licence binds it: README.md beside this script.
"""

from __future__ import annotations

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "src")]


def build_gazetteer() -> None:
    """Compile names and places."""
    from gazetteer_pack import pack, write_checksums
    from gazetteer_rows import all_rows, table

    rows, special = all_rows()
    stop = {line["word"]: line["sort"] for line in table("stopwords.csv")}
    counts = pack(rows, special, stop, HERE / "gazetteer.sqlite")
    write_checksums(HERE, ["gazetteer.sqlite"])
    print(f"gazetteer.sqlite: {(HERE / 'gazetteer.sqlite').stat().st_size:,} bytes, {counts}")


def main(wanted: list[str]) -> int:
    """Build what was asked for, or everything."""
    builders = {"gazetteer": build_gazetteer}
    for name in wanted or builders:
        if name not in builders:
            print(f"build.py: no part {name!r}; parts: {', '.join(builders)}", file=sys.stderr)
            return 2
        builders[name]()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
