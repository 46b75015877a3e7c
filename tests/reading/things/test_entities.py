"""What a sentence brings up."""

import pytest

from dateline.reading.text.sentences import tokens
from dateline.reading.things.entities import entities


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The tanker Orla left Bari.", ["tanker Orla"]),
        ("The yacht Orla Star left Bari.", ["yacht Orla Star"]),
        ("A jet Sunday flew to Bari.", []),
        ("She took the ferry Monday to Bari.", []),
        ("They met at Ferry Road.", []),
        ("The boat Roa was sailing is in Bari.", []),
        ("The van Orla drove is in Bari.", []),
    ],
)
def test_only_ships_and_planes_have_the_name_behind_them(text, names):
    """No day, no street, nobody told of before who sails it, and no van."""
    found = entities(text, tokens(text), 0, known={"Roa"})
    assert [one.name for one in found if one.name is not None and one.sort == "thing"] == names
