"""The live page is for this machine only, and a fault never takes the last good page away."""

from __future__ import annotations

import json
import threading
import urllib.error
import urllib.request

import pytest

from dateline.errors import DatelineError
from dateline.serve import Rebuilder, server


@pytest.fixture
def live(tmp_path):
    """A served page whose source is a file, and that file."""
    source = tmp_path / "s.yaml"
    source.write_text("one", encoding="utf-8")

    def build():
        words = source.read_text(encoding="utf-8")
        if words == "broken":
            msg = "s.yaml: 1 fault"
            raise DatelineError(msg)
        return f"<p>{words}</p>"

    running = server(Rebuilder(build, (source,)))
    thread = threading.Thread(target=running.serve_forever, daemon=True)
    thread.start()
    yield source, f"http://127.0.0.1:{running.server_address[1]}"
    running.shutdown()
    running.server_close()
    thread.join()


def get(address, host=None):
    request = urllib.request.Request(address, headers={"Host": host} if host else {})  # noqa: S310
    with urllib.request.urlopen(request, timeout=5) as answer:  # noqa: S310
        return answer.read().decode()


def test_a_change_of_the_file_changes_the_page(live):
    """The version counts up, so the frame knows when to load again."""
    source, address = live
    assert get(f"{address}/page") == "<p>one</p>"
    before = json.loads(get(f"{address}/state"))["version"]
    source.write_text("two, longer", encoding="utf-8")
    assert get(f"{address}/page") == "<p>two, longer</p>"
    assert json.loads(get(f"{address}/state"))["version"] == before + 1


def test_a_fault_is_shown_and_the_last_good_page_stays(live):
    """An editor in the middle of a word sees both."""
    source, address = live
    get(f"{address}/page")
    source.write_text("broken", encoding="utf-8")
    assert json.loads(get(f"{address}/state"))["fault"] == "s.yaml: 1 fault"
    assert get(f"{address}/page") == "<p>one</p>"


def test_only_this_machine_may_ask(live):
    """It listens on the loopback address and answers to no other name."""
    _, address = live
    with pytest.raises(urllib.error.HTTPError, match="403"):
        get(f"{address}/page", host="example.org")


def test_a_taken_port_is_named(live):
    """One line with the way out."""
    _, address = live
    with pytest.raises(DatelineError, match="choose another with --port"):
        server(Rebuilder(str, ()), port=int(address.rsplit(":", 1)[1]))
