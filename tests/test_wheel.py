"""The wheel alone is enough: no checkout, no network, its data inside."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

pytest.importorskip("hatchling", reason="hatchling, which builds the wheel, is not installed")

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[1]
# Any use of the network fails in the process that imports this first.
NO_NETWORK = """
import socket
def _closed(*_, **__):
    raise OSError("the network is closed in this test")
socket.socket.connect = socket.socket.connect_ex = _closed
socket.getaddrinfo = _closed
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel, built from the checkout as it stands."""
    folder = tmp_path_factory.mktemp("wheel")
    words = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(words, cwd=ROOT, check=True, capture_output=True, timeout=120)  # noqa: S603 - ours
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """A folder that holds the wheel's files and nothing of the checkout."""
    folder = tmp_path_factory.mktemp("site")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    (folder / "sitecustomize.py").write_text(NO_NETWORK, encoding="utf-8")
    return folder


@pytest.fixture
def dateline(installed, tmp_path):
    """Run the installed command in an empty folder, with an empty home and no network."""

    def run(*words):
        kept = {key: os.environ[key] for key in ("PATH", "SYSTEMROOT", "LANG") if key in os.environ}
        environment = kept | {"PYTHONPATH": str(installed), "HOME": str(tmp_path), "PYTHONWARNINGS": "error"}
        program = [sys.executable, "-m", "dateline", *words]
        return subprocess.run(  # noqa: S603 - ours
            program, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=120, check=False
        )

    return run


def test_the_wheel_holds_all_that_the_package_reads(wheel):
    """Every file below src/dateline, and every data file with a checksum, is in it; nothing else is."""
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
    source = {
        str(Path("dateline") / path.relative_to(ROOT / "src" / "dateline")).replace(os.sep, "/")
        for path in (ROOT / "src" / "dateline").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    data = {f"dateline/geodata/{path.name}" for path in (ROOT / "geodata").glob("*.sqlite")}
    assert source <= names
    assert data <= names
    extra = names - source - data
    assert all(name.startswith("dateline/geodata/") for name in extra), extra


def test_an_article_is_mapped_from_an_empty_folder_without_network(dateline, installed, tmp_path):
    """The bundled article, twice: the page is there and its bytes are the same."""
    where = dateline("--version")
    assert where.returncode == 0, where.stderr
    for folder in ("one", "two"):
        done = dateline("map", "-o", folder)
        assert done.returncode == 0, done.stderr
        assert "Traceback" not in done.stderr
    one, two = (tmp_path / folder / "index.html" for folder in ("one", "two"))
    assert one.read_bytes() == two.read_bytes()
    assert (tmp_path / "one" / "story.yaml").read_bytes() == (tmp_path / "two" / "story.yaml").read_bytes()
    page = one.read_text(encoding="utf-8")
    assert "Leaflet" in page
    assert str(installed) not in page
    assert str(tmp_path) not in page


def test_an_article_is_mapped_in_an_environment_that_was_empty(wheel, tmp_path):
    """
    A new environment, the pinned dependencies, the wheel: nothing else is needed, and no network after that.

    The dependencies come from the package index, or from pip's cache of what the set-up fetched; where there is neither
    the test says so, and the tests above still run the wheel on the dependencies that are installed here.
    """
    home = tmp_path / "new"
    venv.create(home, with_pip=False)
    (python,) = (home / part for part in ("bin/python", "Scripts/python.exe") if (home / part).exists())
    pip = [sys.executable, "-m", "pip", "--python", str(python), "--disable-pip-version-check", "-q"]
    locked = ["install", "--no-compile", "--require-hashes", "-r", str(ROOT / "requirements.lock")]
    got = subprocess.run([*pip, *locked], capture_output=True, text=True, timeout=400, check=False)  # noqa: S603 - ours
    assert "hash" not in got.stderr.lower(), got.stderr
    if got.returncode != 0:
        pytest.skip(f"the pinned dependencies cannot be had here: {got.stderr.strip().splitlines()[-1]}")
    # Without an index: what the wheel asks for has to be what is pinned.
    subprocess.run([*pip, "install", "--no-index", str(wheel)], check=True, timeout=120)  # noqa: S603 - ours
    program = "import sysconfig; print(sysconfig.get_path('purelib'))"
    site = subprocess.run([python, "-c", program], capture_output=True, text=True, check=True).stdout.strip()  # noqa: S603 - ours
    Path(site, "sitecustomize.py").write_text(NO_NETWORK, encoding="utf-8")
    folder = tmp_path / "empty"
    folder.mkdir()
    command = [str(python.with_name("dateline")), "map"]
    kept = {key: os.environ[key] for key in ("PATH", "SYSTEMROOT", "LANG") if key in os.environ}
    environment = kept | {"HOME": str(folder)}
    done = subprocess.run(  # noqa: S603 - ours
        command, cwd=folder, env=environment, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    assert sorted(path.name for path in (folder / "build").iterdir()) == ["first.txt", "index.html", "story.yaml"]
    program = "import importlib.metadata as m; print(*sorted(d.name for d in m.distributions()))"
    names = subprocess.run([python, "-c", program], capture_output=True, text=True, check=True).stdout.split()  # noqa: S603 - ours
    assert "dateline" in names
    assert not {"pytest", "scipy", "sphinx"} & set(names)


def test_the_installed_package_is_the_one_that_runs(dateline, installed):
    """Not the checkout's: otherwise this file would show nothing."""
    done = dateline("find", "Valletta")
    assert done.returncode == 0, done.stderr
    program = [sys.executable, "-c", "import dateline; print(dateline.__file__)"]
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    found = subprocess.run(program, env=environment, capture_output=True, text=True, check=True)  # noqa: S603 - ours
    assert Path(found.stdout.strip()).is_relative_to(installed)


def test_the_data_is_found_when_the_atlas_is_asked(dateline):
    assert "Suez Canal" in dateline("passages").stdout
    route = dateline("route", "Busan", "Manila")
    assert route.returncode == 0, route.stderr
    assert "km" in route.stdout
