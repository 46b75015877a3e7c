"""What many tests need: the stories written for them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

from dateline.story import file

settings.register_profile("untimed", deadline=None)  # a busy machine is no fault of the code
settings.load_profile("untimed")

STORIES = Path(__file__).parent / "stories"


@pytest.fixture(scope="session")
def grain():
    """A small story with every kind of thing in it."""
    return file.load(STORIES / "grain.yaml")


@pytest.fixture(scope="session")
def grain_document():
    """The same story's file, as text."""
    return (STORIES / "grain.yaml").read_text(encoding="utf-8")
