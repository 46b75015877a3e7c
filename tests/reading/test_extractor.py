"""Plug-ins are found by name; one that cannot be found is a line that says why."""

import json
import re
import sys
from dataclasses import replace

import pytest
from click.testing import CliRunner

from dateline.cli import cli
from dateline.reading.draft import draft
from dateline.reading.extractor import ExtractorError, load_extractor
from dateline.reading.llm import ChatExtractor


def test_any_function_of_a_module_can_be_named():
    """What the name leads to is what is given."""
    assert load_extractor("dateline.reading.answer:story_of").__name__ == "story_of"


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("no_such_module_here:read", "no module 'no_such_module_here'"),
        ("dateline.reading.answer:nothing", "has no 'nothing'"),
        ("dateline.story.model:SCHEMA", "is no function"),
        ("plain", "module:name"),
        (":read", "module:name"),
    ],
)
def test_a_name_that_leads_nowhere_is_one_line_with_the_reason(name, reason):
    with pytest.raises(ExtractorError, match=re.escape(reason)) as caught:
        load_extractor(name)
    assert "\n" not in str(caught.value)


def test_a_language_model_is_asked_only_where_a_person_has_named_one(monkeypatch):
    """Without an address there is no extractor; with one, nothing is sent before it is called."""
    monkeypatch.delenv("DATELINE_LLM_URL", raising=False)
    monkeypatch.setenv("DATELINE_LLM_MODEL", "some-model")
    with pytest.raises(ExtractorError, match="DATELINE_LLM_URL not set"):
        load_extractor("llm")
    monkeypatch.setenv("DATELINE_LLM_URL", "http://127.0.0.1:9/v1")
    monkeypatch.setenv("DATELINE_LLM_KEY", "secret")
    made = load_extractor("llm")
    assert isinstance(made, ChatExtractor)
    assert "secret" not in repr(made)


ARTICLE = "Two ferries left Bari for Durres on Monday. The port of Bari was quiet afterwards, its master said.\n"


def ferries_only(article, /, *, mentions):
    """An extractor of a user's: Dateline's own, flows left out."""
    story = draft(article, mentions=mentions)
    return replace(story, events=tuple(event for event in story.events if event.kind == "route"))


def test_the_command_reads_with_a_users_extractor(tmp_path, monkeypatch):
    """For one article and for many; a name that leads nowhere is status 2."""
    monkeypatch.setattr(sys.modules["dateline.reading.draft"], "ferries_only", ferries_only, raising=False)
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "docs.jsonl").write_text(json.dumps({"doc_id": "a", "text": ARTICLE}) + "\n", encoding="utf-8")
    run = CliRunner().invoke
    name = "dateline.reading.draft:ferries_only"
    one = run(cli, ["draft", str(tmp_path / "a.txt"), "--extractor", name])
    assert "kind: route" in one.output
    many = run(cli, ["draft", "--jsonl", str(tmp_path / "docs.jsonl"), "--extractor", name])
    assert json.loads(many.stdout)["story"]["events"][0]["kind"] == "route"
    wrong = run(cli, ["draft", str(tmp_path / "a.txt"), "--extractor", "nowhere:x"])
    assert isinstance(wrong.exception, ExtractorError)
