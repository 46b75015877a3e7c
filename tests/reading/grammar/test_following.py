"""The map follows the words: other names, numbers and verbs in an article give another story."""

import pytest

import dateline
from dateline.articles import first

TEXT = first().read_text(encoding="utf-8")


def told(**words):
    """The story of the bundled article with words put in the place of others."""
    text = TEXT
    for was, becomes in words.items():
        assert was.replace("_", " ") in text
        text = text.replace(was.replace("_", " "), becomes)
    return dateline.read(text)


def flows(story):
    """The flows that have both ends: from, to, amount, bound, status, who denies."""
    return {
        (e.from_, e.to, e.quantity.value, e.quantity.bound, e.status, frozenset(d.who for d in e.denies))
        for e in story.events
        if e.kind == "flow" and e.from_ and e.to and e.quantity
    }


def legs(story):
    """The legs that have both ends: from, via, to, status, whether it is another way."""
    return {
        (leg.from_, leg.via, leg.to, leg.status, leg.alternative_of is not None)
        for event in story.events
        for leg in event.legs
        if leg.from_ and leg.to
    }


def test_the_bundled_article_is_read():
    """An alleged flow with both denials, a use, a planned way and one that nobody confirms."""
    story = told()
    denied = frozenset({"russia-government", "north-korea-government"})
    assert ("north-korea", "russia", 16500, "at-least", "alleged", denied) in flows(story)
    assert ("south-korea", ("south-china-sea",), "manila", "planned", False) in legs(story)
    assert ("south-korea", ("taiwan-strait",), "manila", "unconfirmed", True) in legs(story)
    uses = [(e.place, e.quantity.value, e.status) for e in story.events if e.kind == "use"]
    assert uses == [("ukraine", 65, "reported")]
    assert {m.place for m in story.mentions if m.sense == "literal"} >= {"seoul", "manila", "taiwan-strait", "ukraine"}


def test_other_names_and_numbers_make_another_flow():
    """Who sends, how much, and who denies come from the words."""
    story = told(North_Korea="Iran", Pyongyang="Tehran", **{"16,500": "2,300"})
    denied = frozenset({"russia-government", "iran-government"})
    assert ("iran", "russia", 2300, "at-least", "alleged", denied) in flows(story)
    assert not any("korea" in (e.from_ or "") for e in story.events if e.goods and "munitions" in e.goods)


def test_other_places_make_another_route():
    """Where ships are, go and may pass come from the words."""
    story = told(Manila="Jakarta", Taiwan_Strait="Luzon Strait")
    assert ("south-korea", ("south-china-sea",), "jakarta", "planned", False) in legs(story)
    assert ("south-korea", ("luzon-strait",), "jakarta", "unconfirmed", True) in legs(story)


def test_other_verbs_make_another_certainty():
    """What is no longer alleged, or is confirmed, is drawn so."""
    story = told(allegedly_delivered="delivered", refrained_from_confirming_whether="confirmed that")
    assert {status for *_, status, _ in flows(story)} == {"reported"}
    assert "unconfirmed" not in {status for *_, status, _ in legs(story)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "LISBON – The ferry Alba sailed from Lisbon to Tangier on Monday and is due to reach Valletta on Friday.",
            {("lisbon", (), "tangier", "asserted", False), ("tangier", (), "valletta", "planned", False)},
        ),
        (
            "NAIROBI – About 300 refugees may travel from Juba to Kampala next month, the agency said.",
            {("juba", (), "kampala", "possible", False)},
        ),
    ],
)
def test_other_articles_are_read_by_the_same_rules(text, expected):
    """Short reports of other matters."""
    found = dateline.read(text)
    assert expected <= legs(found) | {
        (one.to, two.via, two.to, two.status, False)
        for event in found.events
        for one, two in zip(event.legs, event.legs[1:], strict=False)
    }
