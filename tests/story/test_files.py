"""Files: what is written is read again, whole or not at all, and what is no text says so on one line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import DatelineError
from dateline.story.files import decode, read_text, write_beside

texts = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=60)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("files")


@given(texts)
def test_a_text_comes_back_letter_by_letter(folder, text):
    """Newlines of any kind, marks, what no keyboard has: nothing is translated."""
    write_beside(folder / "a.txt", text.encode())
    assert read_text(folder / "a.txt") == text
    assert [path.name for path in folder.iterdir()] == ["a.txt"]


@given(st.binary(max_size=60))
def test_any_bytes_are_their_text_or_one_line(raw):
    """Nothing is guessed: what comes out encodes to what went in."""
    try:
        told = decode(raw, "a.txt")
    except DatelineError as error:
        told = error
    if isinstance(told, str):
        assert told.encode() == raw
    else:
        assert str(told).startswith("a.txt: ")
        assert "\n" not in str(told)


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        pytest.param(b"%PDF-1.7 ...", "a PDF", id="PDF"),
        pytest.param(b"PK\x03\x04....", "an office document", id="an office document"),
        pytest.param("Bar".encode("utf-16"), "UTF-16", id="UTF-16"),
        pytest.param("Bärenhöhle".encode("latin-1"), "byte 0xe4 at 1", id="Latin-1"),
        pytest.param(b"GIF89a\0\0", "a binary file", id="a picture"),
    ],
)
def test_what_is_no_utf_8_text_is_named_with_the_way_out(tmp_path, raw, says):
    (tmp_path / "a.txt").write_bytes(raw)
    with pytest.raises(DatelineError, match=says) as caught:
        read_text(tmp_path / "a.txt")
    assert str(caught.value).startswith(str(tmp_path / "a.txt"))


def test_what_cannot_be_read_is_named(tmp_path):
    with pytest.raises(DatelineError, match="no such file"):
        read_text(tmp_path / "none.txt")
    with pytest.raises(DatelineError, match="is a folder"):
        read_text(tmp_path)


def test_folders_on_the_way_are_made(tmp_path):
    write_beside(tmp_path / "a" / "b" / "c.txt", b"x")
    assert (tmp_path / "a" / "b" / "c.txt").read_bytes() == b"x"


def test_a_file_keeps_who_may_read_it(tmp_path):
    """Another reader of the folder does not lose a file because it was written again."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_beside(path, b"new")
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_new_file_is_like_any_other_new_file(tmp_path):
    (tmp_path / "plain").write_bytes(b"")
    write_beside(tmp_path / "a.txt", b"")
    assert (tmp_path / "a.txt").stat().st_mode == (tmp_path / "plain").stat().st_mode


@pytest.mark.parametrize(
    "name", [pytest.param("file/a.txt", id="under a file"), pytest.param("folder", id="over a folder")]
)
def test_what_cannot_be_written_is_named_and_leaves_nothing_behind(tmp_path, name):
    (tmp_path / "file").write_bytes(b"old")
    (tmp_path / "folder").mkdir()
    with pytest.raises(DatelineError) as caught:
        write_beside(tmp_path / name, b"new")
    assert str(caught.value).startswith(str(tmp_path / name))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "folder"]
    assert (tmp_path / "file").read_bytes() == b"old"
