"""The stories of the tests are what their script writes, and can be published."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.story import file
from dateline.story.check import check
from tests.stories.make import STORIES


@pytest.mark.parametrize("name", STORIES)
def test_a_story_file_is_what_the_script_writes(name):
    """The file holds the story whole, whatever its words; no rule of the lint is broken."""
    story = STORIES[name]()
    assert file.load(Path(__file__).parent / f"{name}.yaml") == story
    assert not [finding for finding in check(story) if finding.level == "fault"]
