"""A missing or damaged data file is named, with the way out; it never turns into an empty answer."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys

import pytest

from dateline import atlas
from dateline.atlas import data, entries, index, matcher


@pytest.fixture
def elsewhere(tmp_path, monkeypatch):
    """Give a copy of the gazetteer in a folder that the atlas now reads from; nothing remembered before or after."""
    home = data.data_path("gazetteer.sqlite").parent
    for name in ("gazetteer.sqlite", "checksums.json"):
        shutil.copy(home / name, tmp_path / name)
    remembered = [
        function
        for module in (data, index, entries, matcher)
        for function in vars(module).values()
        if hasattr(function, "cache_clear")
    ]
    for function in remembered:
        function.cache_clear()
    monkeypatch.setattr(data, "folders", lambda: (tmp_path,))
    yield tmp_path
    for function in remembered:
        function.cache_clear()


def test_a_copy_elsewhere_answers(elsewhere):
    assert atlas.find("Kyiv")[0].countries == ("UA",)
    assert elsewhere.is_dir()


@pytest.mark.parametrize(("ask", "of"), [("find", "Kyiv"), ("match", "to Kyiv"), ("get", 1), ("candidates", "Kyiv")])
def test_a_missing_file_is_named_with_the_way_out(elsewhere, ask, of):
    (elsewhere / "gazetteer.sqlite").unlink()
    with pytest.raises(atlas.AtlasDataError, match=r"gazetteer\.sqlite.*missing.*reinstall"):
        getattr(atlas, ask)(of)


@pytest.mark.parametrize("at", [0, 5000, 7_000_000])
def test_one_changed_byte_is_noticed(elsewhere, at):
    path = elsewhere / "gazetteer.sqlite"
    body = bytearray(path.read_bytes())
    body[at] ^= 1
    path.write_bytes(body)
    with pytest.raises(atlas.AtlasDataError, match=r"gazetteer\.sqlite is damaged.*reinstall"):
        atlas.find("Kyiv")


def test_a_cut_file_with_a_matching_checksum_is_still_refused(elsewhere):
    """Even when the list of checksums was made anew over a broken file, the answer is an error, not nothing."""
    path = elsewhere / "gazetteer.sqlite"
    path.write_bytes(path.read_bytes()[:100_000])
    sums = json.loads((elsewhere / "checksums.json").read_text(encoding="utf-8"))
    sums["gazetteer.sqlite"] = data.hashlib.sha256(path.read_bytes()).hexdigest()
    (elsewhere / "checksums.json").write_text(json.dumps(sums), encoding="utf-8")
    with pytest.raises(atlas.AtlasDataError, match="cannot be read"):
        atlas.find("Kyiv")


def test_a_missing_list_of_checksums_is_named(elsewhere):
    (elsewhere / "checksums.json").unlink()
    with pytest.raises(atlas.AtlasDataError, match=r"checksums\.json is missing"):
        atlas.find("Kyiv")


def test_every_source_has_a_licence_and_geonames_its_credit():
    assert all(source.licence for source in atlas.sources())
    assert any("GeoNames" in source.attribution for source in atlas.sources())


def test_a_name_is_looked_up_without_the_heavy_packages():
    code = (
        "import sys; from dateline import atlas; atlas.match('From Kyiv to the Taiwan Strait'); atlas.find('Kyiv');"
        "print([n for n in ('numpy', 'shapely', 'geopandas', 'pandas', 'folium', 'scipy') if n in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout.strip() == "[]"


def test_the_list_of_data_names_each_compiled_file_with_its_checksum():
    home = data.data_path("gazetteer.sqlite").parent
    readme = (home / "README.md").read_text(encoding="utf-8")
    for name in ("areas.sqlite", "basemap.sqlite", "gazetteer.sqlite"):
        row = next(line for line in readme.splitlines() if line.startswith(f"| `{name}` |"))
        assert data.hashlib.sha256((home / name).read_bytes()).hexdigest()[:12] in row


def test_all_compiled_files_together_stay_small():
    home = data.data_path("gazetteer.sqlite").parent
    names = json.loads((home / "checksums.json").read_text(encoding="utf-8"))
    assert sum((home / name).stat().st_size for name in names) <= 15_000_000
