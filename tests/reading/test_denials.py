"""Denials: found with who denies what, linked to each event that their words cover, and to none by nearness alone."""

import tomllib
from importlib.resources import files

import pytest

from dateline.reading.denial import Denial
from dateline.reading.denials import denials
from dateline.reading.denied import Deniable, linked
from dateline.reading.hedging.certainty import certainties
from dateline.reading.text.article import parse
from dateline.reading.text.content import content_words

EXAMPLES = tomllib.loads(files("dateline.reading").joinpath("tables/denials.toml").read_text("utf-8"))["examples"]


def read(text):
    return denials(certainties(parse(text)))


def event(key, words, *, kind="flow", sentence=0, status="alleged", parties=(), sources=()):
    return Deniable(key, kind, sentence, status, content_words(words), frozenset(parties), frozenset(sources))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["text"][:40])
def test_the_words_find_the_denials_of_their_own_examples(example):
    text = example["text"]
    found = read(text)
    assert [text[slice(*who)] for denial in found for who in denial.who] == example["who"]
    if found:
        assert text[slice(*found[0].of)] == example["object"]


def test_a_denial_is_of_each_event_that_its_words_cover():
    """Two deliveries of arms are denied, the aid that came back and the visit are not."""
    (denial,) = read("A ship left. A plane left. Both Lima and Quito have denied any direct arms transfers.")
    events = (
        event("guns", "delivered rifles", parties={"PE", "EC"}),
        event("shells", "provision of ammunition", sentence=1, status="reported", parties={"PE", "EC"}),
        event("flour", "sent flour", sentence=1, status="reported", parties={"EC", "PE"}),
        event("tour", "visited", kind="presence", sentence=1, status="asserted", parties={"PE"}),
    )
    assert linked(denial, frozenset({"PE", "EC"}), events) == ("guns", "shells")


def test_a_denial_that_no_words_cover_is_left_open():
    """The event that stands nearest is no answer."""
    (denial,) = read("A ship left. Lima denied that the talks had failed.")
    assert linked(denial, frozenset({"PE"}), (event("e1", "sent flour", parties={"PE"}),)) == ()


def test_nobody_denies_what_they_say_themselves():
    (denial,) = read("A ship left. Lima denied the shipment of rifles.")
    own = event("e1", "shipment of rifles", parties={"PE"}, sources={"PE"})
    assert linked(denial, frozenset({"PE"}), (own,)) == ()


def test_charges_that_are_denied_are_the_ones_just_told():
    """A denial that names only the charge looks to the accusations of its own or the last sentence."""
    (denial,) = read("A ship left. The gang smuggled tea; its boss denies the charges.")
    events = (
        event("old", "smuggled silk", sentence=0, status="asserted"),
        event("new", "smuggled tea", sentence=1),
    )
    assert linked(denial, frozenset({"boss"}), events) == ("new",)


@pytest.mark.parametrize(
    ("text", "verb", "status"),
    [
        ("Malta denied that it bought oil in Tunis.", "bought", "denied"),
        ("The mayor denied he was in Bari on Friday.", "was", "denied"),
        ("The guild refuted claims that its barges went to Gouda.", "went", "alleged"),
        ("The guild denied the charge and sent barges to Gouda.", "sent", "asserted"),
        ("The guild denied the charge after its barges went to Gouda.", "went", "asserted"),
        ("The guild denied the charge, and its barges went to Gouda.", "went", "asserted"),
    ],
)
def test_what_a_clause_of_denying_says_is_denied_and_nothing_beside_it(text, verb, status):
    start = text.index(verb)
    assert certainties(parse(text)).at(start, start + len(verb)).status == status


def test_goods_of_one_class_are_denied_alike():
    """Arms are goods and no action: what names them fits no better than rockets or shells do."""
    denial = Denial(
        ((0, 6),), (0, 40), (7, 13), (14, 30), content_words("direct arms transfers"), is_of_saying=False, sentence=3
    )
    told = [
        Deniable(key, "flow", sentence, "alleged", found := content_words(words), frozenset({"KE"}), nearby=found)
        for key, sentence, words in (
            ("e1", 0, "provision of arms"),
            ("e2", 1, "supplied rockets"),
            ("e3", 2, "sent shells"),
        )
    ]
    assert linked(denial, frozenset({"KE"}), told) == ("e1", "e2", "e3")


def test_what_a_noun_calls_a_charge_is_alleged():
    text = "Uganda keeps soldiers in Goma, a charge that Kampala denies. It sent a boat, a present that Goma liked."
    found = certainties(parse(text))
    assert [found.at(text.index(word), text.index(word) + 4).status for word in ("keeps", "sent")] == [
        "alleged",
        "asserted",
    ]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The firm sent rifles to Togo, a blog wrote. The story is propaganda, the firm said.", 1),
        ("The firm sent rifles to Togo, a blog wrote. Lome lies by the sea, the firm said.", 0),
        ("The firm sent rifles to Togo, a blog wrote. “There is no such trade,” its owner, Ana Roa, said.", 1),
        ("The firm sent rifles to Togo, a blog wrote. On Tuesday a spokesman brushed aside the report as invented.", 1),
        ("The firm sent rifles to Togo, a blog wrote. Its lawyer denied this in court.", 1),
    ],
)
def test_calling_it_untrue_takes_a_word_that_calls_it_so(text, count):
    assert len(read(text)) == count


def test_a_craft_in_a_denial_sends_nothing():
    """The noun for a craft is no verb: who denies a fault of the ship denies no shipment."""
    (denial,) = read("A boom would be shipped from Oslo. The firm denied that the ship had sailed with a fault.")
    assert linked(denial, frozenset({"firm"}), (event("boom", "shipped a boom"),)) == ()
