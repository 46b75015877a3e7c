"""A language model's answer: what the text bears out is kept, all else is left out and said."""

import json
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from dateline.reading.extractor import ExtractorError
from dateline.reading.llm import ChatExtractor, DroppedWarning
from dateline.story.check import check
from tests.reading.tankers import ARTICLE, FLOW, MENTIONS, ROUTE


@contextmanager
def endpoint(content, *, status=200, raw=None):
    """A chat completions endpoint on this machine that gives one answer; yields its base and what it was sent."""
    asked = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            asked.append((self.path, self.headers.get("Authorization"), json.loads(body)))
            answer = raw if raw is not None else json.dumps({"choices": [{"message": {"content": content}}]}).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *words):
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/v1", asked
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def test_a_true_answer_becomes_a_story_that_passes_the_lint():
    """Offsets, amount and date are found in the text; the words that were sent hold the article and the key."""
    with endpoint("Here it is:\n```json\n" + json.dumps({"events": [ROUTE, FLOW]}) + "\n```") as (url, asked):
        story = ChatExtractor(url=url, model="some-model", key="k1")(ARTICLE, mentions=MENTIONS)
    route, flow = story.events
    assert (route.mover, route.legs[0].from_, route.legs[0].to) == ("two-tankers", "malta", "tunisia")
    assert (route.when.start, route.legs[0].status) == ("2021-06-14", "reported")
    assert (flow.quantity.value, flow.quantity.bound, flow.quantity.unit) == (40000, "at-least", "tonnes")
    assert story.actors[flow.denies[0].who].kind == "government"
    assert not [finding for finding in check(story) if finding.level == "fault"]
    ((path, key, body),) = asked
    assert (path, key, body["model"]) == ("/v1/chat/completions", "Bearer k1", "some-model")
    assert "Two tankers left Malta" in body["messages"][1]["content"]


def test_what_the_text_does_not_say_is_left_out_with_a_warning():
    """An invented event goes, an invented end goes, the rest stays; each loss is a warning."""
    invented = FLOW | {"evidence": "Italy bought the crude"}
    bent = ROUTE | {"legs": [{"from": "Malta", "to": "Sicily", "via": ["Tunisia"], "status": "reported"}]}
    with (
        endpoint(json.dumps({"events": [invented, bent, {"kind": "rumour"}]})) as (url, _),
        pytest.warns(DroppedWarning) as told,
    ):
        story = ChatExtractor(url=url, model="m")(ARTICLE, mentions=MENTIONS)
    (route,) = story.events
    assert (route.legs[0].from_, route.legs[0].to, route.legs[0].via) == ("malta", None, ("tunisia",))
    lines = [str(warning.message) for warning in told]
    assert [next(word for word in ("Italy", "Sicily", "rumour") if word in line) for line in lines] == [
        "Italy",
        "Sicily",
        "rumour",
    ]


@pytest.mark.parametrize(
    ("content", "options", "reason"),
    [
        ("no object here", {}, "gives no JSON object"),
        ("[1, 2]", {}, "gives no JSON object"),
        ("", {"raw": b"<html>"}, "does not answer as a chat completions endpoint"),
        ("", {"raw": b'{"choices": []}'}, "does not answer as a chat completions endpoint"),
        ("", {"status": 401}, "answers 401"),
    ],
)
def test_an_endpoint_that_fails_is_one_line(content, options, reason):
    with endpoint(content, **options) as (url, _), pytest.raises(ExtractorError, match=reason) as caught:
        ChatExtractor(url=url, model="m")(ARTICLE, mentions=MENTIONS)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://127.0.0.1/v1", "127.0.0.1:80/v1"])
def test_only_web_addresses_are_asked(url):
    with pytest.raises(ExtractorError, match="not an http or https address"):
        ChatExtractor(url=url, model="m")(ARTICLE, mentions=MENTIONS)


def test_nobody_at_the_address_is_one_line():
    with endpoint("{}") as (url, _):
        closed = url
    with pytest.raises(ExtractorError, match="cannot be reached"):
        ChatExtractor(url=closed, model="m", timeout_s=2)(ARTICLE, mentions=MENTIONS)
