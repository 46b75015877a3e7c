"""The project file ``dateline.toml``: what a newsroom knows and how its maps look, checked with all faults at once."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, get_args

from dateline.drawing.style.house import House, HouseError
from dateline.errors import DatelineError
from dateline.reading.own import Own, OwnPlace
from dateline.story.files import read_text
from dateline.story.model import Precision

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.atlas import Place

__all__ = ["FIELDS", "NAME", "Project", "ProjectFileError", "load_project", "project_for"]

NAME: Final = "dateline.toml"

FIELDS: Final[dict[str, dict[str, str]]] = {
    "": {
        "language": "language of the page's own words: en or de",
        "home": 'where the outlet is ("Alexandria, Louisiana"): its towns are found near it',
        "stop_words": "a list of words that are no places in your texts",
    },
    "places": {
        "name": "as your texts write it",
        "lon": "degrees, east positive",
        "lat": "degrees, north positive",
        "kind": "what it is: venue (when left out), city, river …",
        "countries": "a list of ISO 3166 two-letter codes",
        "precision": "point (when left out), city, region, area or country",
        "aliases": "a list of other names of it",
    },
    "aliases": {"…": "a name in your texts, with the name (or the number) of the place in the atlas that is meant"},
    "house": {
        "colours": "up to five #rrggbb for the story lines; each must stand out from land and sea by 3:1",
        "font": "CSS font families for headings and steps",
        "credit": "a line beside the data's credits",
    },
}
"""Every field of the file by its table, with its meaning."""

_TYPES: Final[dict[str, tuple[type, ...]]] = {
    "lon": (int, float),
    "lat": (int, float),
    "stop_words": (list,),
    "countries": (list,),
    "aliases": (list,),
    "colours": (list,),
}
_WORDS: Final = {str: "words in quotes", list: "a list in brackets", int: "a number"}


class ProjectFileError(DatelineError):
    """A project file that cannot be used; the message has all its faults, each with its line."""


@dataclass(frozen=True, slots=True)
class Project:
    """
    What a project file says.

    Attributes
    ----------
    own
        For the reading.
    house
        For the drawing.
    language, home
        Used where the command line gives none.
    """

    own: Own = field(default_factory=Own)
    house: House = field(default_factory=House)
    language: str | None = None
    home: str | None = None


def project_for(*folders: str | Path) -> Project:
    """
    Load the first ``dateline.toml`` of some folders, else that of the home folder; without one, the empty project.

    Raises
    ------
    ProjectFileError
        When the file that is found has faults.
    """
    for folder in (*folders, Path.home()):
        path = Path(folder) / NAME
        if path.is_file():
            return load_project(path)
    return Project()


def load_project(path: str | Path, /) -> Project:
    """
    Read a project file.

    Raises
    ------
    ProjectFileError
        With every fault: line, field, value and the way out.
    """
    path = Path(path)
    text = read_text(path)
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        words = re.sub(r"\s*\(at .*\)$", "", str(error))
        msg = f"{path}: 1 fault\n  line {line[1] if line else 1}: not TOML: {words[0].lower()}{words[1:]}"
        raise ProjectFileError(msg) from None
    faults: list[tuple[int, str]] = []
    reader = _Reader(text, faults)
    project = reader.project(tables)
    if faults:
        count = "1 fault" if len(faults) == 1 else f"{len(faults)} faults"
        listed = "\n".join(f"  line {line}: {words}" for line, words in sorted(faults))
        msg = f"{path}: {count}\n{listed}"
        raise ProjectFileError(msg)
    return project


class _Reader:
    """Reads the tables of one file and gathers what is wrong with them."""

    def __init__(self, text: str, faults: list[tuple[int, str]]) -> None:
        self.lines = text.splitlines()
        self.faults = faults

    def fault(self, where: tuple[str, int, str | None], words: str) -> None:
        self.faults.append((self.line(*where), words))

    def line(self, table: str, n: int, key: str | None) -> int:
        """Find the line (from 1) of a key in the n-th table of a name; of its head where there is no such line."""
        now, seen, head = "", {"": 1}, 1
        for number, line in enumerate(self.lines, start=1):
            if match := re.match(r"\s*\[\[?\s*([^\]\s]+)\s*\]", line):
                now = match[1]
                seen[now] = seen.get(now, 0) + 1
            if now == table and seen.get(now, 0) == n + 1:
                if match:
                    head = number
                if key is not None and re.match(rf"\s*[\"']?{re.escape(key)}[\"']?\s*=", line):
                    return number
        return head

    def project(self, tables: dict[str, Any]) -> Project:
        """Read the whole file."""
        top = {key: value for key, value in tables.items() if key not in {"places", "aliases", "house"}}
        self.known("", 0, top)
        language = tables.get("language")
        if language is not None:
            from dateline.drawing.style.words import LanguageError, words

            try:
                words(language)
            except (LanguageError, TypeError) as error:
                self.fault(("", 0, "language"), str(error))
        home = tables.get("home")
        if isinstance(home, str):
            from dateline.reading.places.home import held_home

            try:
                held_home(home)
            except DatelineError as error:
                self.fault(("", 0, "home"), str(error))
        return Project(
            own=Own(
                places=tuple(self.places(tables.get("places", []))),
                aliases=dict(self.aliases(tables.get("aliases", {}))),
                stop_words=frozenset(one for one in self.listed(top, "stop_words", ("", 0))),
            ),
            house=self.house(tables.get("house", {})),
            language=language,
            home=home,
        )

    def known(self, table: str, n: int, values: dict[str, Any]) -> bool:
        """Hold a table's fields to those that there are, and to their types."""
        before = len(self.faults)
        for key, value in values.items():
            name = f"{table}.{key}" if table else key
            if key not in FIELDS[table]:
                near = get_close_matches(key, [*FIELDS[table], *(FIELDS if not table else ())], n=1)
                hint = f"; did you mean {near[0]!r}?" if near else f"; there are {', '.join(FIELDS[table])}"
                self.fault((table, n, key), f"{name}: no field of this name{hint}")
                continue
            types = _TYPES.get(key, (str,))
            if not isinstance(value, types) or isinstance(value, bool):
                self.fault((table, n, key), f"{name}: {value!r} is not {_WORDS[types[0]]}")
        return len(self.faults) == before

    def listed(self, values: dict[str, Any], key: str, where: tuple[str, int]) -> Iterator[str]:
        """Give the words of a list."""
        for one in values.get(key) or () if isinstance(values.get(key), list) else ():
            if isinstance(one, str):
                yield one
            else:
                self.fault((*where, key), f"{key}: {one!r} is not words in quotes")

    def places(self, tables: Any) -> Iterator[OwnPlace]:  # noqa: ANN401
        """Read the own places that are right."""
        if not isinstance(tables, list) or not all(isinstance(one, dict) for one in tables):
            self.fault(("places", 0, None), "places: write each as a table [[places]]")
            return
        for n, values in enumerate(tables):
            right = self.known("places", n, values)
            for key in ("name", "lon", "lat"):
                if key not in values:
                    self.fault(("places", n, None), f"places: {key} is missing")
                    right = False
            for key, most in (("lon", 180), ("lat", 90)):
                value = values.get(key)
                if isinstance(value, (int, float)) and not -most <= value <= most:
                    self.fault(("places", n, key), f"places.{key}: {value} is not between -{most} and {most}")
                    right = False
            precision = values.get("precision", "point")
            if precision not in get_args(Precision):
                known = ", ".join(get_args(Precision))
                self.fault(("places", n, "precision"), f"places.precision: {precision!r} is not one of {known}")
                right = False
            if right:
                lists = {key: tuple(self.listed(values, key, ("places", n))) for key in ("countries", "aliases")}
                yield OwnPlace(**{**values, **lists})

    def aliases(self, table: Any) -> Iterator[tuple[str, Place]]:  # noqa: ANN401
        """Resolve the other names; a name that the atlas does not know is a fault."""
        from dateline import atlas

        if not isinstance(table, dict):
            self.fault(("aliases", 0, None), "aliases: write a table [aliases]")
            return
        for name, meant in table.items():
            found: list[Place] = []
            if isinstance(meant, str):
                found = list(atlas.find(meant))
            elif isinstance(meant, int) and not isinstance(meant, bool):
                try:
                    found = [atlas.get(meant)]
                except DatelineError:
                    found = []
            if found:
                yield name, found[0]
            else:
                hint = "try: dateline find NAME"
                self.fault(("aliases", 0, name), f"aliases.{name}: {meant!r} is no place of the atlas; {hint}")

    def house(self, values: Any) -> House:  # noqa: ANN401
        """Read the look."""
        if not isinstance(values, dict):
            self.fault(("house", 0, None), "house: write a table [house]")
            return House()
        if not self.known("house", 0, values):
            return House()
        colours = tuple(self.listed(values, "colours", ("house", 0)))
        try:
            return House(colours, values.get("font"), values.get("credit"))
        except HouseError as error:
            self.fault(("house", 0, error.name), f"house.{error.name}: {error}")
            return House()
