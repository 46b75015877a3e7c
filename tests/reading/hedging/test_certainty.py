"""Quotes over several sentences keep their speaker; what stands outside of them does not get one."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.reading.hedging.certainty import certainties
from dateline.reading.hedging.quotes import quotes
from dateline.reading.text.article import parse


def at(text, word):
    start = text.index(word)
    found = certainties(parse(text)).at(start, start + len(word))
    return found.status, [text[slice(*said.who)] for said in found.says]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("“We sailed to Cadiz,” Ana Ruiz said. “We docked there.”", "docked", ("reported", ["Ana Ruiz"])),
        ("“We sailed to Cadiz,” Ana Ruiz said. They docked there.", "docked", ("asserted", [])),
        ("The captain spoke to reporters. He said: “We left. We docked there.”", "docked", ("reported", ["He"])),
        ("“We left Cadiz on Monday. We docked in Faro,” said the captain.", "left", ("reported", ["the captain"])),
        ("The union said so. “We shipped corn to Faro.”", "shipped", ("reported", ["The union"])),
        ("The so-called “floating hotel” sailed to Faro, the union said.", "sailed", ("reported", ["the union"])),
        ("'We sailed to Cadiz in May,' said Ruiz.", "sailed", ("reported", ["Ruiz"])),
        ("Ruiz told the court that a clerk had said the ship left Faro.", "left", ("reported", ["Ruiz", "a clerk"])),
        ("Turkey and Egypt said the ship left Faro.", "left", ("reported", ["Turkey", "Egypt"])),
        ("The ship left Faro, according to a Frontex report.", "left", ("reported", ["Frontex"])),
        ("Ruiz declined to say whether the ship left Faro.", "left", ("unconfirmed", ["Ruiz"])),
        ("Initial reports spoke of ships that left Faro.", "left", ("reported", ["Initial reports"])),
        ("It is not known whether the ship left Faro.", "left", ("unconfirmed", [])),
        ("It was reported that the ship left Faro.", "left", ("reported", [])),
        ("Port data showed that the ship left Faro.", "left", ("reported", ["Port data"])),
        ("Eva Lind, head of the port, said the ship left Faro.", "left", ("reported", ["Eva Lind"])),
        ("The ship was late, the port said, adding that it left Faro.", "left", ("reported", ["the port"])),
    ],
)
def test_who_says_so(text, word, expected):
    """The speaker is named by the words of the text, of a nested saying both are."""
    status, says = at(text, word)
    assert (status, says[-len(expected[1]) :] if expected[1] else says) == expected


PIECES = "“ ” Q Ana said we left . , ? the port : « » P It told Ruiz that may"


@given(st.lists(st.sampled_from(PIECES.split()), max_size=40))
def test_any_text_has_quotes_in_order_and_a_status_everywhere(pieces):
    """Quotes never overlap; nothing raises at any offset, and every operator and speaker is a slice."""
    text = " ".join({"Q": '"', "P": "\n\n"}.get(piece, piece) for piece in pieces)
    article = parse(text)
    spans = quotes(article)
    assert all(start <= end for start, end in spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    found = certainties(article)
    for start in range(0, len(text), 3):
        certainty = found.at(start, start + 1)
        assert all(text[slice(*operator.at)] == operator.text for operator in certainty.operators)
        assert all(0 <= said.who[0] < said.who[1] <= len(text) for said in certainty.says)


def test_a_sentence_is_read_for_hedges_only_when_it_is_asked_for(monkeypatch):
    """What nobody asks for costs nothing: of three sentences one is read, and once."""
    from dateline.reading.hedging import certainty

    read = []

    def counting(run, /, *, text):
        read.append(run[0].text)
        return hedges(run, text=text)

    hedges = certainty.hedges
    monkeypatch.setattr(certainty, "hedges", counting)
    text = "Rain fell on Bergen. The ferry may leave Oslo. Nobody was hurt."
    found = certainties(parse(text))
    at = text.index("leave")
    assert [found.at(at, at + 5).status for _ in range(2)] == ["possible", "possible"]
    assert read == ["The"]
