"""Many articles at once: their stories one after another, and their layers in common tables."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from dateline import face
from dateline.errors import DatelineError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from geopandas import GeoDataFrame

    from dateline.face import Story
    from dateline.reading.own import Own
    from dateline.story import model

__all__ = ["layers", "read_all"]

_SUFFIXES = frozenset({".txt", ".md", ".html", ".htm", ".xhtml"})


def read_all(
    sources: str | Path | Iterable[str | Path], /, *, home: str | None = None, own: Own | None = None
) -> Iterator[tuple[str, Story | DatelineError]]:
    """
    Draft the stories of many files, one after another, so that a long list needs no more memory than a short one.

    Parameters
    ----------
    sources
        Files, or a folder whose ``.txt``, ``.md`` and ``.html`` files are read in the order of their names.
    home
        Where the outlet is.
    own
        Places, names and stop words of your own.

    Yields
    ------
    name, story
        The file's path as given and its story; or the error of a file that cannot be read: the others still come.

    Examples
    --------
    >>> [(name, str(story)) for name, story in read_all(["none.txt"])]
    [('none.txt', 'none.txt: no such file')]
    """
    if isinstance(sources, (str, Path)):
        folder = Path(sources)
        if not folder.is_dir():
            msg = f"{folder}: is no folder; give a folder of articles, or a list of files"
            raise DatelineError(msg)
        sources = sorted(path for path in folder.iterdir() if path.suffix.lower() in _SUFFIXES)
    for source in sources:
        try:
            yield str(source), face.read(Path(source), home=home, own=own)
        except DatelineError as error:
            yield str(source), error


def layers(stories: Mapping[str, model.Story], /) -> dict[str, GeoDataFrame]:
    """
    Join the layers of many stories: those of `dateline.layers`, with the article's name in a first column, ``doc``.

    Examples
    --------
    >>> from dateline.story.model import Article, Event, Place, Story
    >>> places = {"lima": Place("Lima", "city", lon=-77.03, lat=-12.05)}
    >>> one = Story(Article(), places, events=(Event("e1", "presence", place="lima", status="asserted"),))
    >>> layers({"a": one, "b": one})["points"][["doc", "id"]].to_dict("split")["data"]
    [['a', 'e1'], ['b', 'e1']]
    """
    import geopandas as gpd
    import pandas as pd

    found = {name: face.layers(story) for name, story in stories.items()}
    joined = {}
    from dateline.drawing.geodata.layers import CRS, LAYERS

    for layer in LAYERS:
        tables = [tables[layer].assign(doc=name) for name, tables in found.items() if len(tables[layer])]
        if not tables:
            from dateline.story.model import Article, Story

            tables = [face.layers(Story(Article()))[layer].assign(doc=None)]
        table = pd.concat(tables, ignore_index=True) if len(tables) > 1 else tables[0].reset_index(drop=True)
        joined[layer] = gpd.GeoDataFrame(table[["doc", *table.columns.drop("doc")]], geometry="geometry", crs=CRS)
    return joined
