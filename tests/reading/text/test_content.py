"""What of a text counts when two tellings are compared: its nouns and verbs, and no small words."""

from hypothesis import given
from hypothesis import strategies as st

from dateline.reading.text.content import content_words


def test_a_noun_and_its_plural_and_a_verb_and_its_forms_are_one():
    assert content_words("the rifles were shipped") >= content_words("a rifle") | content_words("they ship")


@given(
    st.lists(
        st.sampled_from(["the", "a", "of", "ship", "shipped", "rifles", "to", "and", "Chad", "arms", "sold"]),
        max_size=12,
    )
)
def test_more_words_never_take_one_away(words):
    assert content_words(" ".join(words[:5])) <= content_words(" ".join(words))
