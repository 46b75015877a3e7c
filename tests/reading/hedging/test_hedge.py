"""Words that hedge: each form of a verb gives what the verb gives, and a noun of the same spelling is told from it."""

import pytest

from dateline.reading.hedging.hedge import is_noun_here, is_passive
from dateline.reading.hedging.listed import forms_in, words_in
from dateline.reading.hedging.scopes import line
from dateline.reading.text.sentences import tokens
from dateline.story.model import STATUSES


def marked(text):
    """The line of a text and the number of its bracketed word."""
    run = tokens(text.replace("[", "").replace("]", ""))
    return line(run), next(n for n, token in enumerate(run) if token.start >= text.index("["))


@pytest.mark.parametrize(
    "forms",
    [  # principal parts, as a grammar lists them
        pytest.param("say says said saying", id="say"),
        pytest.param("seek seeks sought seeking", id="seek"),
        pytest.param("forbid forbids forbade forbidden forbidding", id="forbid"),
        pytest.param("plan plans planned planning", id="plan"),
    ],
)
def test_every_form_of_a_verb_hedges_as_the_verb_does(forms):
    tables = {**forms_in("verbs"), **forms_in("said")}
    assert len({tables[form] for form in forms.split()}) == 1


@pytest.mark.parametrize("table", ["modals", "adverbs", "negations", "said_nouns", "adjectives"])
def test_a_word_gives_one_of_the_statuses_and_no_fact(table):
    """A hedge that made something certain would be none."""
    found = words_in(table)
    assert found
    assert set(found.values()) <= set(STATUSES) - {"asserted"}
    assert all(word == word.lower().strip() and " " not in word for word in found)


def test_determiners_that_deny_are_no_negations_of_verbs():
    """Of "no aid came" and "did not come" the one negates a noun, the other a verb."""
    assert "not" in words_in("negations")
    assert "nobody" not in words_in("negations")


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        pytest.param("The [claim] is false.", True, id="after an article"),
        pytest.param("A [report] of theft came.", True, id="a report"),
        pytest.param("He rejects [claims] of theft.", True, id="before of"),
        pytest.param("They [claim] the prize.", False, id="after a pronoun"),
        pytest.param("They will [report] theft.", False, id="after a modal"),
        pytest.param("They want to [plan] ahead.", False, id="after to"),
        pytest.param("They [claimed] it.", False, id="a past form"),
        pytest.param("The police [report] theft.", False, id="after a plural that has no s"),
        pytest.param("From [reports] they knew.", True, id="after a preposition"),
    ],
)
def test_a_noun_is_told_from_a_verb_of_its_spelling(text, noun):
    assert is_noun_here(*marked(text)) is noun


@pytest.mark.parametrize(
    ("text", "passive"),
    [
        pytest.param("It was [said].", True, id="was"),
        pytest.param("It is widely [believed].", True, id="an adverb between"),
        pytest.param("It is not also now [believed].", True, id="many between"),
        pytest.param("They [said] so.", False, id="active"),
        pytest.param("They have [said] so.", False, id="perfect"),
        pytest.param("[Said] so.", False, id="nothing before it"),
    ],
)
def test_a_passive_has_a_form_of_be_before_it(text, passive):
    assert is_passive(*marked(text)) is passive
