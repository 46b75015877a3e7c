"""Forms and lemmas of words."""

import subprocess
import sys

import pytest

from dateline.reading.text.forms import forms_of, lemmas, noun_forms, verb_tags


def test_reading_never_brings_a_parser_along():
    """The dictionary's package would import spaCy where it is installed, which takes seconds: its tables are enough."""
    code = (
        "import sys, dateline; dateline.read('The tanker sailed from Lagos to Rio.'); "
        "sys.exit(not {'lemminflect', 'spacy'}.isdisjoint(sys.modules))"
    )
    subprocess.run([sys.executable, "-c", code], check=True)  # noqa: S603


def test_a_crew_is_nobodys_past():
    assert "VBD" not in verb_tags("crew")


@pytest.mark.parametrize(
    ("word", "sort", "lemma"),
    [
        pytest.param("went", "VERB", ("go",), id="irregular"),
        pytest.param("Geese", "NOUN", ("goose",), id="capital"),
        pytest.param("leaves", "NOUN", ("leaf", "leave"), id="two"),
        pytest.param("’ll", "AUX", ("will",), id="apostrophe"),
        pytest.param("yours", "NOUN", ("yours",), id="set right"),
        pytest.param("chugged", "VERB", ("chug",), id="newer"),
        pytest.param("abseiling", "VERB", ("abseil",), id="newer, of regular forms"),
        pytest.param("teargasses", "VERB", ("teargas",), id="newer, with an end that is doubled"),
        pytest.param("overflew", "VERB", ("overfly",), id="newer, of irregular forms"),
        pytest.param("zygotes", "NOUN", ("zygote",), id="last of the table"),
    ],
)
def test_a_word_has_the_lemmas_of_its_part_of_speech(word, sort, lemma):
    assert sorted(lemmas(word)[sort]) == sorted(lemma)


@pytest.mark.parametrize("word", ["", ",", "go,verb", "1,200", "xqzt", "went\n"])
def test_what_is_no_word_has_no_lemmas_and_no_forms(word):
    assert not verb_tags(word)
    assert forms_of(word) == {word}
    assert not lemmas(word).keys() & {"NOUN", "VERB", "ADJ", "ADV", "AUX"}


def test_auxiliaries_have_forms_of_their_own():
    assert forms_of("be") == {"be", "am", "are", "is", "was", "were", "been", "being"}
    assert forms_of("can") == {"can", "could"}
    assert noun_forms("tank") == {"tank", "tanks"}


def test_verbs_that_the_package_lacks_have_all_their_forms():
    assert [lemmas(word)["VERB"] for word in ("capsizes", "capsized", "capsizing")] == [("capsize",)] * 3
    assert verb_tags("airdropped") == {"VBD", "VBN"}
    assert forms_of("traipse") == {"traipse", "traipses", "traipsed", "traipsing"}
    assert lemmas("backpacks") == {"NOUN": ("backpack",), "VERB": ("backpack",)}
