"""A story's layers as tables of a PostgreSQL database with PostGIS; needs the extra ``dateline[postgis]``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.errors import DatelineError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geopandas import GeoDataFrame

__all__ = ["write_tables"]


def write_tables(frames: Mapping[str, GeoDataFrame], url: str, /, *, schema: str = "dateline") -> None:
    """
    Replace the tables of a schema by layers, all or none of them.

    Parameters
    ----------
    frames
        Layers by the name of their table.
    url
        As SQLAlchemy writes it, ``postgresql://user@host/name``; psycopg is the driver where it names none.
    schema
        Made when it is not there.

    Raises
    ------
    DatelineError
        When the extra is not installed, the database does not answer, or it lacks PostGIS. A password is never told.
    """
    try:
        import geoalchemy2  # noqa: F401 - geopandas needs it
        from sqlalchemy import create_engine, text
        from sqlalchemy.engine import make_url
        from sqlalchemy.exc import ArgumentError, NoSuchModuleError, SQLAlchemyError
        from sqlalchemy.sql.ddl import CreateSchema
    except ImportError as error:
        msg = f"writing to PostGIS needs {error.name}; install dateline[postgis]"
        raise DatelineError(msg) from None
    try:
        address = make_url(url)
    except ArgumentError:
        msg = "the database's address cannot be read; write postgresql://user:password@host:port/name"
        raise DatelineError(msg) from None
    if address.drivername in {"postgresql", "postgres"}:
        address = address.set(drivername="postgresql+psycopg")
    shown = address.render_as_string(hide_password=True)
    try:
        engine = create_engine(address)
    except (ArgumentError, NoSuchModuleError, ImportError) as error:
        msg = f"{shown}: cannot be used ({error})"
        raise DatelineError(msg) from None
    try:
        with engine.begin() as connection:
            if not connection.scalar(text("SELECT count(*) FROM pg_extension WHERE extname = 'postgis'")):
                msg = f"{shown}: has no PostGIS; run CREATE EXTENSION postgis in it"
                raise DatelineError(msg)
            connection.execute(CreateSchema(schema, if_not_exists=True))
            for name, frame in frames.items():
                frame.to_postgis(name, connection, schema=schema, if_exists="replace", index=False)
    except SQLAlchemyError as error:
        reason = str(getattr(error, "orig", None) or error).strip().splitlines()[0]
        msg = f"{shown}: cannot be written ({reason})"
        raise DatelineError(msg) from None
    finally:
        engine.dispose()
