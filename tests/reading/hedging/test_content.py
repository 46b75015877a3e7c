"""Clauses that a verb, an adjective or a noun holds to be so, or not."""

from __future__ import annotations

import pytest

from tests.reading.hedged import status_of


@pytest.mark.parametrize(
    ("held", "status"),
    [
        ("Sources suggest that", "possible"),
        ("Critics argue that", "alleged"),
        ("The captain boasted that", "reported"),
        ("The captain doubts that", "possible"),
        ("The captain warned his guests that", "possible"),
        ("The captain convinced buyers that", "reported"),
        ("Rumours swirled that", "reported"),
        ("Fears grew that", "possible"),
        ("The fear is that", "possible"),
        ("One theory is that", "possible"),
        ("Owners are confident that", "reported"),
        ("Owners are doubtful that", "possible"),
        ("It is likely that", "possible"),
        ("It is likely", "possible"),
        ("It seems", "possible"),
        ("It was rumoured that", "reported"),
        ("It is not true that", "denied"),
        ("The captain regretted that", "asserted"),
        ("Owners are glad that", "asserted"),
        ("Now that", "asserted"),
        ("The swell was so strong that", "asserted"),
    ],
)
@pytest.mark.parametrize("clause", ["the tanker left Malta", "three tankers left Malta", "Kenyan rebels left Malta"])
def test_a_clause_is_as_sure_as_what_holds_it(held, status, clause):
    assert status_of(f"{held} {clause}.", "left") == status


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("The tanker left that port and sailed to Lima.", "sailed", "asserted"),
        ("The captain bought that tanker and sailed it to Lima.", "sailed", "asserted"),
        ("The tanker that left Malta sank.", "left", "asserted"),
        ("It is likely to rain, and the tanker left Malta.", "left", "asserted"),
        ("The ferry, due in Bari on Monday, left Malta.", "left", "asserted"),
        ("The man threatened her and left Malta.", "left", "asserted"),
    ],
)
def test_what_governs_no_clause_leaves_it_as_told(text, word, status):
    assert status_of(text, word) == status


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("Analysts at Kpler estimate that 40 tankers left Malta.", "left", "reported"),
        ("Reports that the tanker left Malta could not be verified.", "left", "unconfirmed"),
        ("Reports that the tanker left Malta have not been confirmed.", "left", "unconfirmed"),
        ("Claims that the tanker left Malta were wrong.", "left", "denied"),
    ],
)
def test_what_is_said_of_reports_behind_them_governs_what_they_tell(text, word, status):
    assert status_of(text, word) == status
