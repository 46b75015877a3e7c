"""Parts of speech: what the table of single words says is what the words beside them would say, too."""

from hypothesis import given
from hypothesis import strategies as st

from dateline.reading.grammar import tagging
from dateline.reading.text.sentences import tokens

WORDS = (
    "grain harbour convoy mayor refugees wooden huge northern quickly often drone-maker zorbled zorble have were may"
    " is the a of to in that which and left ships sailed docked sent running not also her Malta Roa 40 , . “ his last"
    " first daily police said back over after"
)


@given(st.lists(st.sampled_from(WORDS.split()), min_size=1, max_size=12), st.booleans())
def test_a_word_that_is_one_thing_is_the_same_wherever_it_stands(words, finite):
    """The quick answer for a word without a capital agrees with the one that looks at its neighbours."""
    run = tokens(" ".join(words))
    low = [token.low for token in run]
    tags = [word.tag for word in tagging.tagged(run)]
    for n, word in enumerate(low):
        alone = tagging._alone(word) if run[n].text == word else None
        if alone is not None:
            assert tagging._tag_of(run, low, tags[:n], n, shouted=False, finite=finite) == alone, word


def test_all_of_a_headline_in_capitals_is_no_name():
    """Where nearly every word has a capital, capitals tell nothing; in a sentence they tell a name."""
    headline = tagging.tagged(tokens("Grain Ships Leave The Harbour Of Lima At Night"))
    sentence = tagging.tagged(tokens("The grain left the Harbour of Lima at night"))
    assert headline[4].tag == "noun"
    assert sentence[4].tag == "name"
