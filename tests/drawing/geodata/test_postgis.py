"""Layers in a real PostgreSQL with PostGIS, which the test starts for itself."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import geopandas as gpd
import pytest

from dateline.drawing.export import write
from dateline.drawing.geodata.layers import LAYERS, layers
from dateline.errors import DatelineError

pytest.importorskip("sqlalchemy", reason="the extra dateline[postgis] is not installed")
pytest.importorskip("geoalchemy2", reason="the extra dateline[postgis] is not installed")
pytest.importorskip("psycopg", reason="the extra dateline[postgis] is not installed")

BINARIES = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
EXTENSION = [
    path
    for binaries in BINARIES
    for path in Path("/usr/share/postgresql").glob(f"{binaries.parent.name}/extension/postgis.control")
]


def as_postgres(*command):
    """Run a command as the user postgres where root does, since PostgreSQL refuses root."""
    user = {"user": "postgres", "group": "postgres", "extra_groups": []} if os.geteuid() == 0 else {}
    words = [str(word) for word in command]
    return subprocess.run(words, check=True, capture_output=True, cwd="/", timeout=60, **user)  # noqa: S603 - ours


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """The address of a server of our own on a free loopback port; gone afterwards."""
    if sys.platform == "win32" or not BINARIES:
        pytest.skip("no PostgreSQL here (Debian: apt install postgresql postgis)")
    if not EXTENSION:
        pytest.skip("PostgreSQL has no PostGIS here (Debian: apt install postgresql-15-postgis-3)")
    binaries = Path("/usr/lib/postgresql") / EXTENSION[-1].parts[4] / "bin"
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    folder = tmp_path_factory.mktemp("postgres")
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres", "postgres")
        for above in folder.parents[:3]:  # pytest keeps its folders from other users
            above.chmod(above.stat().st_mode | 0o011)
    try:
        as_postgres(binaries / "initdb", "-D", folder / "db", "-U", "postgres", "-A", "trust", "--no-sync")
        options = f"-c listen_addresses=127.0.0.1 -c port={port} -c unix_socket_directories='' -c fsync=off"
        as_postgres(binaries / "pg_ctl", "-D", folder / "db", "-l", folder / "log", "-o", options, "-w", "start")
    except (subprocess.SubprocessError, LookupError, OSError) as error:
        pytest.skip(f"PostgreSQL does not start here: {error}")
    yield f"postgresql://postgres:secret@127.0.0.1:{port}"
    try:
        as_postgres(binaries / "pg_ctl", "-D", folder / "db", "-m", "immediate", "-w", "-t", "50", "stop")
    except subprocess.CalledProcessError:
        # On a busy machine it may be gone between two looks of pg_ctl; still there, it is a fault.
        if (folder / "db" / "postmaster.pid").exists():
            raise


@pytest.fixture(scope="module")
def database(server):
    """The same server's database with PostGIS in it."""
    from sqlalchemy import create_engine, text

    engine = create_engine(f"{server.replace('postgresql:', 'postgresql+psycopg:')}/postgres")
    with engine.begin() as connection:
        connection.execute(text("CREATE EXTENSION postgis"))
    yield engine
    engine.dispose()


def test_every_layer_is_a_table_and_comes_back(server, database, grain):
    """Read with PostGIS: the same rows, words and geometry, in EPSG:4326."""
    write(grain, f"{server}/postgres")
    for name, frame in layers(grain).items():
        back = gpd.read_postgis(f'SELECT * FROM dateline."{name}"', database, geom_col="geometry")  # noqa: S608
        assert list(back["id"]) == list(frame["id"])
        if frame.geometry.notna().any():
            assert back.crs.to_epsg() == 4326
            assert back.geometry.geom_equals_exact(frame.geometry, 1e-12).all()


def test_writing_again_replaces_the_tables(server, database, grain):
    from sqlalchemy import text

    write(grain, f"{server}/postgres", schema="twice")
    write(grain, f"{server}/postgres", schema="twice")
    with database.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM twice.places")) == len(layers(grain)["places"])
        tables = connection.scalar(text("SELECT count(*) FROM information_schema.tables WHERE table_schema = 'twice'"))
    assert tables == len(LAYERS)


def test_postgis_measures_what_we_measure(server, database, grain):
    """A leg's length on the spheroid agrees with ours to a thousandth."""
    from sqlalchemy import text

    write(grain, f"{server}/postgres")
    with database.connect() as connection:
        found = connection.execute(
            text("SELECT length_km, ST_Length(geometry::geography) / 1000 FROM dateline.routes WHERE note IS NULL")
        ).all()
    for ours, theirs in found:
        assert ours is None or theirs <= ours * 1.001  # the stretch left open is drawn apart


def test_a_database_without_postgis_is_named_and_the_password_is_not(server, grain):
    with pytest.raises(DatelineError, match="has no PostGIS") as caught:
        write(grain, f"{server}/template1")
    assert "secret" not in str(caught.value)


def test_a_server_that_is_not_there_is_one_line(grain):
    with pytest.raises(DatelineError, match="cannot be written") as caught:
        write(grain, "postgresql://nobody:secret@127.0.0.1:9/none")
    assert "\n" not in str(caught.value)
    assert "secret" not in str(caught.value)


def test_an_address_that_is_none_is_one_line(grain):
    with pytest.raises(DatelineError, match="cannot be read"):
        write(grain, "postgresql:nonsense")
