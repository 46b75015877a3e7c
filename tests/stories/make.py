"""
Write the stories of the page's tests, spans counted from the words themselves.

Run as ``python -m tests.stories.make`` after a change here; a test holds the files to it.
"""

from __future__ import annotations

from pathlib import Path

from dateline.story import file
from tests.stories.hard import forty, hostile
from tests.stories.plain import council, doses, pacific
from tests.stories.whole import frigates

HERE = Path(__file__).parent

STORIES = {
    "doses": doses,
    "pacific": pacific,
    "council": council,
    "forty": forty,
    "hostile": hostile,
    "frigates": frigates,
}


def main() -> None:
    """Write every story and its text beside this script."""
    for name, make in STORIES.items():
        story = make()
        (HERE / f"{name}.txt").write_bytes(story.text.encode())
        (HERE / f"{name}.yaml").unlink(missing_ok=True)
        file.dump(story, HERE / f"{name}.yaml")


if __name__ == "__main__":
    main()
