"""A story's page on this machine only, rebuilt when the story file changes."""

from __future__ import annotations

import threading
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Final

from dateline.errors import DatelineError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

__all__ = ["Rebuilder", "server"]

# The page itself may ask for nothing (its policy forbids it), so a frame around it does the asking.
_SHELL: Final = """<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Dateline: live</title>
<style>html,body{margin:0;height:100%}iframe{border:0;width:100%;height:100%;display:block}
p{position:fixed;inset:auto 0 0 0;margin:0;padding:.6em 1em;background:#7a1f1f;color:#fff}
p{font:16px/1.4 system-ui;white-space:pre-wrap}
p:empty{display:none}</style>
<iframe src="/page" title="The story map"></iframe><p role="alert"></p>
<script>
let seen = null;
async function look() {
  try {
    const state = await (await fetch("/state", {cache: "no-store"})).json();
    document.querySelector("p").textContent = state.fault;
    if (seen !== null && state.version !== seen) document.querySelector("iframe").contentWindow.location.reload();
    seen = state.version;
  } catch { document.querySelector("p").textContent = "dateline serve has stopped"; }
  setTimeout(look, 500);
}
look();
</script></html>
"""


class Rebuilder:
    """
    Holds the page of a story file, and builds it anew when one of the files it was made from has changed.

    Parameters
    ----------
    build
        Makes the page's HTML; what it raises as a `DatelineError` is shown and the last good page stays.
    watched
        The files whose change counts.
    """

    def __init__(self, build: Callable[[], str], watched: tuple[Path, ...]) -> None:
        self._build = build
        self._watched = watched
        self._stamp: object = None
        self._lock = threading.Lock()
        self.html = ""
        self.fault = ""
        self.version = 0

    def refresh(self) -> None:
        """Build when a watched file is newer than the page; never raises for what a user can mend."""
        with self._lock:
            stamp = tuple(path.stat().st_mtime_ns if path.exists() else 0 for path in self._watched)
            if stamp == self._stamp:
                return
            self._stamp = stamp
            try:
                html = self._build()
            except DatelineError as error:
                self.fault = str(error)
                return
            self.fault = ""
            if html != self.html:
                self.html = html
                self.version += 1


def server(pages: Rebuilder, *, port: int = 0) -> ThreadingHTTPServer:
    """
    Make a server for a page on the loopback address; other machines cannot reach it.

    Parameters
    ----------
    port
        0 takes a free one; the server's ``server_address`` says which.

    Raises
    ------
    DatelineError
        When the port is taken.
    """
    import json

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            # A page elsewhere must not read the story by rebinding a name to this address.
            if self.headers.get("Host", "").rsplit(":", 1)[0] not in ("127.0.0.1", "localhost"):
                self.send_error(HTTPStatus.FORBIDDEN)
                return
            pages.refresh()
            match self.path.split("?")[0]:
                case "/":
                    self._answer(_SHELL, "text/html")
                case "/page":
                    self._answer(pages.html or "<!doctype html><title>…</title>", "text/html")
                case "/state":
                    self._answer(json.dumps({"version": pages.version, "fault": pages.fault}), "application/json")
                case _:
                    self.send_error(HTTPStatus.NOT_FOUND)

        def _answer(self, words: str, kind: str) -> None:
            body = words.encode("utf-8")
            self.send_response(HTTPStatus.OK)
            self.send_header("Content-Type", f"{kind}; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Cache-Control", "no-store")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing: requests are the user's own."""

    try:
        return ThreadingHTTPServer(("127.0.0.1", port), Handler)
    except OSError as error:
        msg = f"port {port}: cannot be used ({error.strerror}); choose another with --port"
        raise DatelineError(msg) from None
