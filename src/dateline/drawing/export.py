"""A story's layers as files for other programs, and as tables of a PostGIS database."""

from __future__ import annotations

import json
import re
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from dateline.drawing.geodata.layers import LAYERS, layers, marks, within_180
from dateline.drawing.geometry.shapes import shapes
from dateline.drawing.marks.rows import DECIMALS, cells, csv_text, position, properties, rows
from dateline.errors import DatelineError
from dateline.story.files import write_beside

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geopandas import GeoDataFrame
    from shapely.geometry.base import BaseGeometry

    from dateline.drawing.style.house import House
    from dateline.story.model import Story

__all__ = ["FORMATS", "csv_of", "feature_collection", "geojson_of", "write"]

FORMATS: Final[dict[str, str]] = {
    ".gpkg": "GeoPackage: every layer that has rows is a table",
    ".parquet": "GeoParquet: one layer",
    ".geojson": "GeoJSON (RFC 7946), cut at 180 degrees: one layer",
    ".kml": "KML for Google Earth: the marks in their styles, and the places",
    ".csv": "CSV for spreadsheets: one layer, without its geometry",
}
"""What a file's suffix asks for."""

# GDAL dates a GeoPackage by the clock; the same story has to give the same bytes.
_NO_CLOCK: Final = {"OGR_CURRENT_DATE": "2000-01-01T00:00:00.000Z"}


def write(
    story: Story,
    target: str | Path,
    /,
    *,
    layer: str | None = None,
    schema: str = "dateline",
    house: House | None = None,
) -> None:
    """
    Write a story's layers to a file, or to a PostGIS database.

    Parameters
    ----------
    target
        A file, whose suffix says the format (see `FORMATS`); it is written beside and then renamed, so it is whole or
        not there. Or a database as SQLAlchemy writes it: ``postgresql://user@host/name``.
    layer
        For a format that holds one layer: which (see `dateline.drawing.geodata.layers.LAYERS`);
        left out, all the marks.
    schema
        Of a database: the schema whose tables are replaced.
    house
        An outlet's own colours, for the format that has colours: KML.

    Raises
    ------
    DatelineError
        When the format or layer is not known, or the target cannot be written to.

    Examples
    --------
    >>> from dateline.story.model import Article, Story
    >>> write(Story(Article()), "map.shp")
    Traceback (most recent call last):
        ...
    dateline.errors.DatelineError: map.shp: '.shp' is no format for layers; use .gpkg, .parquet, .geojson, .kml or .csv
    """
    if layer is not None and layer not in LAYERS:
        msg = f"layer {layer!r} is not one of {', '.join(LAYERS)}"
        raise DatelineError(msg)
    if str(target).startswith(("postgresql:", "postgresql+", "postgres:")):
        from dateline.drawing.geodata.postgis import write_tables

        write_tables(_chosen(story, layer), str(target), schema=schema)
        return
    if (scheme := re.match(r"([a-z][\w+.-]*):/", str(target))) is not None:  # with the rest, a password would be told
        msg = f"{scheme[1]}: no database that layers are written to; use postgresql://user@host/name, or a file"
        raise DatelineError(msg)
    suffix = Path(target).suffix.lower()
    if Path(target).is_dir():
        msg = f"{target}: is a folder; name a file in it, such as {Path(target) / 'story.gpkg'}"
        raise DatelineError(msg)
    if suffix in {".gpkg", ".kml"} and layer is not None:
        msg = f"{target}: {suffix} holds all layers; leave out the layer {layer!r}, or use .parquet, .geojson or .csv"
        raise DatelineError(msg)
    match suffix:
        case ".gpkg":
            content = _geopackage(layers(story))
        case ".parquet":
            content = _parquet(_one(story, layer))
        case ".geojson" | ".json":
            content = geojson_of(story, layer=layer).encode("utf-8")
        case ".kml":
            from dateline.drawing.geodata.kml import kml_of

            content = kml_of(story, house=house).encode("utf-8")
        case ".csv":
            content = csv_of(story, layer=layer).encode("utf-8")
        case _:
            *others, last = FORMATS
            ends = f"{suffix!r} is no format for layers" if suffix else "its name says no format"
            msg = f"{target}: {ends}; use {', '.join(others)} or {last}"
            raise DatelineError(msg)
    write_beside(target, content)


def geojson_of(story: Story, /, *, layer: str | None = None) -> str:
    """
    Write the marks, or one layer, as GeoJSON by RFC 7946, one feature a line.

    Examples
    --------
    >>> from dateline.story.model import Article, Event, Place, Story
    >>> places = {"lima": Place("Lima", "city", lon=-77.03, lat=-12.05)}
    >>> story = Story(Article(), places, events=(Event("e1", "presence", place="lima", status="asserted"),))
    >>> json.loads(geojson_of(story))["features"][0]["geometry"]
    {'type': 'Point', 'coordinates': [-77.03, -12.05]}
    """
    collection = feature_collection(story) if layer is None else _features_of(layers(story)[layer])
    lines = ",\n".join(json.dumps(feature, ensure_ascii=False) for feature in collection["features"])
    text = f'{{"type": "FeatureCollection", "features": [\n{lines}\n]}}\n'
    return text.encode("utf-8", "replace").decode("utf-8")


def feature_collection(story: Story, /) -> dict[str, Any]:
    """
    Return the marks as a GeoJSON feature collection: what the page's own export holds.

    A feature's ``id`` is its mark; its properties are those of `dateline.drawing.marks.rows.properties`.
    """
    return {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "id": row.shape.mark,
                "properties": properties(row, story),
                "geometry": _mapping(row.shape.geometry),
            }
            for row in rows(story, shapes(story))
            if row.shape.geometry is not None
        ],
    }


def csv_of(story: Story, /, *, layer: str | None = None) -> str:
    """
    Write the marks, or one layer, as CSV: ``id,status,…``, one line for each row, and last a point on it.

    Words that a spreadsheet would take for a formula begin with an apostrophe.
    """
    if layer is None:
        found = [row for row in rows(story, shapes(story)) if row.shape.geometry is not None]
        table = [cells(row, story) | position(row.shape.geometry) for row in found]
        return csv_text(table, [*_names(marks(story)), "lon", "lat"])
    frame = layers(story)[layer]
    return csv_text(
        [record | position(geometry) for record, geometry in _records(frame)], [*_names(frame), "lon", "lat"]
    )


def _one(story: Story, layer: str | None) -> GeoDataFrame:
    return marks(story) if layer is None else layers(story)[layer]


def _chosen(story: Story, layer: str | None) -> dict[str, GeoDataFrame]:
    found = layers(story)
    return found if layer is None else {layer: found[layer]}


def _names(frame: GeoDataFrame) -> list[str]:
    return [name for name in frame.columns if name != frame.geometry.name]


def _records(frame: GeoDataFrame) -> Iterator[tuple[dict[str, Any], BaseGeometry | None]]:
    """Give each row as plain values, and its geometry."""
    import pandas as pd

    names = _names(frame)
    for values, geometry in zip(frame[names].itertuples(index=False, name=None), frame.geometry, strict=True):
        plain = {
            name: None if pd.isna(value) else value.item() if hasattr(value, "item") else value
            for name, value in zip(names, values, strict=True)
        }
        yield plain, geometry


def _features_of(frame: GeoDataFrame) -> dict[str, Any]:
    features = []
    for record, geometry in _records(frame):
        features.append(
            {
                "type": "Feature",
                "properties": {name: value for name, value in record.items() if value is not None},
                "geometry": None if geometry is None else _mapping(geometry),
            }
        )
    return {"type": "FeatureCollection", "features": features}


def _mapping(geometry: BaseGeometry) -> dict[str, Any]:
    """Return a geometry as GeoJSON has it: within 180 degrees, outer rings anticlockwise, six decimals."""
    from shapely import MultiPolygon, Polygon
    from shapely.geometry import mapping
    from shapely.geometry.polygon import orient

    within = within_180(geometry)
    if isinstance(within, Polygon):
        within = orient(within)
    elif isinstance(within, MultiPolygon):
        within = MultiPolygon([orient(part) for part in within.geoms])
    plain = mapping(within)
    return {"type": plain["type"], "coordinates": _rounded(plain["coordinates"])}


def _rounded(node: Any) -> Any:  # noqa: ANN401
    if isinstance(node, (tuple, list)):
        return [_rounded(part) for part in node]
    return round(node, DECIMALS) + 0.0  # no -0.0


def _geopackage(found: dict[str, GeoDataFrame]) -> bytes:
    import pyogrio

    kept = {key: pyogrio.get_gdal_config_option(key) for key in _NO_CLOCK}
    pyogrio.set_gdal_config_options(_NO_CLOCK)
    try:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "layers.gpkg"
            written = {name: frame for name, frame in found.items() if len(frame)} or {"places": found["places"]}
            for name, frame in written.items():
                kinds = set(frame.geom_type.dropna())
                kind = kinds.pop() if len(kinds) == 1 else "Unknown"
                pyogrio.write_dataframe(
                    frame, path, layer=name, driver="GPKG", geometry_type=kind, append=path.exists(), metadata=None
                )
            return path.read_bytes()
    except (OSError, RuntimeError) as error:  # pyogrio's errors are RuntimeErrors; they mean a full disk here
        folder = tempfile.gettempdir()
        msg = f"{folder}: layers cannot be written there first ({error}); free some space, or set TMPDIR"
        raise DatelineError(msg) from None
    finally:
        pyogrio.set_gdal_config_options(kept)


def _parquet(frame: GeoDataFrame) -> bytes:
    import io

    out = io.BytesIO()
    frame.to_parquet(out, index=False)
    return out.getvalue()
