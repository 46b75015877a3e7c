"""Sentences and tokens: nothing lost, nothing moved."""

import itertools
import tomllib
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.reading.text.sentences import looks_english, sentences, tokens

EXAMPLES = tomllib.loads(files("dateline.reading").joinpath("tables/sentences.toml").read_text("utf-8"))["examples"]


@pytest.mark.parametrize("example", [example["text"] for example in EXAMPLES])
def test_the_rules_cut_their_own_examples(example):
    """The mark stands where one sentence ends and the next begins."""
    text = example.replace("|", "")
    cut = [text[s.start : s.end] for s in sentences(text, ((0, len(text)),))]
    assert cut == [part.strip() for part in example.split("|")]


@given(st.text())
def test_sentences_hold_all_that_is_not_blank_in_order(text):
    """Any text: the sentences do not overlap, have no blank ends, and leave only blanks out."""
    spans = [(s.start, s.end) for s in sentences(text, ((0, len(text)),))]
    assert all(start < end for start, end in spans)
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())


@given(st.text())
def test_tokens_are_slices_and_lose_no_word(text):
    """Each token is what stands at its offsets; what is left out is white space."""
    found = tokens(text)
    assert all(text[token.start : token.end] == token.text for token in found)
    assert "".join(token.text for token in found) == "".join(text.split())


def test_tokens_keep_possessives_and_initialisms_apart():
    words = [token.text for token in tokens("Ghana’s U.N. envoy, Mr. O'Hara, said: “Wait—now.”")]
    assert words[:3] == ["Ghana", "’s", "U.N."]
    assert "O'Hara" in words


@pytest.mark.parametrize(
    "text",
    [
        "Le navire a quitté le port de Brest mardi soir pour la mer Rouge, selon la marine nationale, et il doit "
        "rejoindre Djibouti dans dix jours.",
        "Das Schiff verließ am Dienstag den Hafen von Kiel und soll in zehn Tagen in Dschibuti eintreffen, teilte die "
        "Marine am Abend mit.",
        "Судно вышло из порта во вторник.",
        "غادرت السفينة الميناء يوم الثلاثاء.",
    ],
)
def test_a_text_in_another_language_is_not_taken_for_english(text):
    assert not looks_english(text, ((0, len(text)),))
