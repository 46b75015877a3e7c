"""Who says so: the subject of a verb of saying wherever it stands, and what is only beside it is not taken for it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.reading.hedging.phrases import saying_forms
from dateline.reading.hedging.scopes import line
from dateline.reading.hedging.sources import attribution, attributions, subject_before
from dateline.reading.text.sentences import tokens

SPEAKERS = st.sampled_from(
    ["Eva Lind", "the coast guard", "two sailors", "an official of Kano", "Turkey’s navy", "the head of the port"]
)


def made(text):
    return line(tokens(text))


def said(found, reaches):
    return [found_text(found, *reach) for reach in reaches]


def found_text(found, first, last):
    return " ".join(word.text for word in found.run[first:last]).replace(" ’s", "’s")


def asked(text, verb="said"):
    """Who a verb of saying is of, its words, and whether it hangs on what it says."""
    found = made(text)
    it = attribution(found, found.low.index(verb))
    return it and (said(found, it.who), found_text(found, it.start, it.end), it.hangs)


@given(SPEAKERS, st.sampled_from(["on Friday", "late Monday", "again", "", "in a statement", "yesterday"]))
def test_a_speaker_is_the_same_before_and_after_what_they_say(who, when):
    """In front with "that", behind it with the verb first or last: one speaker; behind it, the words hang."""
    front = f"{who} said {when} that the mill burned."
    behind = f"The mill burned, {who} said {when}."
    turned = f"The mill burned, said {who} {when}."
    assert [asked(text)[0] for text in (front, behind, turned)] == [[who]] * 3
    assert [asked(text)[2] for text in (front, behind, turned)] == [False, True, True]


@given(SPEAKERS)
def test_according_to_names_the_same_speaker_on_either_side(who):
    for text in (f"The mill burned, according to {who}.", f"According to {who}, the mill burned."):
        found = made(text)
        (it,) = attributions(found)
        assert said(found, it.who) == [who]
        assert it.hangs


@pytest.mark.parametrize(
    ("text", "verb", "who"),
    [
        pytest.param("The mayor, Ana Roa, said it burned.", "said", ["The mayor , Ana Roa"], id="an office and a name"),
        pytest.param(
            "It burned, the Ministry of Food, Land and Water said.",
            "said",
            ["the Ministry of Food , Land and Water"],
            id="an office with a list in its name",
        ),
        pytest.param("It burned, documents seen by Ana Roa showed.", "showed", ["documents"], id="papers that one saw"),
        pytest.param("Two men held by Roa said it burned.", "said", ["Two men"], id="men that one holds"),
        pytest.param("The head of arts, Ana Roa, said it burned.", "said", ["Ana Roa"], id="an office of something"),
        pytest.param(
            "The Ministry of Ports and Roads said it burned.",
            "said",
            ["The Ministry of Ports and Roads"],
            id="an office for two",
        ),
        pytest.param(
            "The Ministry of Ports and Oxfam said it burned.",
            "said",
            ["The Ministry of Ports", "Oxfam"],
            id="an office and a body",
        ),
        pytest.param(
            "It sank, cooks and officials said on Friday.", "said", ["cooks", "officials"], id="two and a day"
        ),
        pytest.param("It burned, police and witnesses said.", "said", ["police and witnesses"], id="nouns like verbs"),
        pytest.param(
            "It burned, Iraqi and Dutch officials said.", "said", ["Iraqi and Dutch officials"], id="two lands"
        ),
        pytest.param("It sank, Roa and Dutch officials said.", "said", ["Roa", "Dutch officials"], id="name and land"),
        pytest.param("She learned from Ana Roa that it burned.", "learned", ["Ana Roa"], id="whom one learns from"),
        pytest.param("Ana Roa, Lima Mayor, said it burned.", "said", ["Ana Roa"], id="a name and an office"),
        pytest.param("It burned, said the mayor, Ana Roa.", "said", ["the mayor , Ana Roa"], id="both behind the verb"),
        pytest.param("A man who left the town said it burned.", "said", ["A man"], id="behind what is told of them"),
        pytest.param("On radio he said it burned.", "said", ["he"], id="a pronoun with nothing before it"),
        pytest.param("The mayor always said it burned.", "said", ["The mayor"], id="over any adverb"),
        pytest.param("At the same time the port said it burned.", "said", ["the port"], id="from its article on"),
        pytest.param(
            "A group attending the fair said it burned.", "said", ["A group attending the fair"], id="an object"
        ),
        pytest.param("A man held in Lima said it burned.", "said", ["A man"], id="over where they are held"),
        pytest.param("Nuns still held in Lima said it burned.", "said", ["Nuns"], id="over where they still are"),
        pytest.param(
            "Half of the men saved off Bari on Monday said so.", "said", ["Half of the men"], id="over a rescue"
        ),
        pytest.param("Troops loyal to the king said it burned.", "said", ["Troops"], id="over whose they are"),
        pytest.param("He ran after learning that it burned.", "learning", [], id="whoever did something after it"),
        pytest.param("It burned when told that Roa left.", "told", [], id="nobody who tells"),
        pytest.param("The ship suspected of burning left.", "suspected", [], id="nobody who suspects"),
        pytest.param("The council (CPL) said it burned.", "said", ["The council"], id="without its short name"),
        pytest.param("A report released today said it burned.", "said", ["A report"], id="without its participle"),
        pytest.param("Ana Roa, who was from Lima said it burned.", "said", ["Ana Roa"], id="over who was from where"),
        pytest.param("Later the said it burned.", "said", [], id="no article alone"),
        pytest.param("Lima and Quito said it burned.", "said", ["Lima", "Quito"], id="two names"),
        pytest.param("The mayor and the guild said it burned.", "said", ["The mayor", "the guild"], id="two nouns"),
        pytest.param("The head of arts and crafts said it burned.", "said", ["The head of arts and crafts"], id="one"),
        pytest.param("Eva Lind, head of the port, said it burned.", "said", ["Eva Lind"], id="a description beside it"),
        pytest.param("In an interview, Eva Lind said it burned.", "said", ["Eva Lind"], id="after a circumstance"),
        pytest.param("Eva Lind, who runs the port, said it burned.", "said", ["Eva Lind"], id="over a relative clause"),
        pytest.param("It was reported by the guild that it burned.", "reported", ["the guild"], id="a passive with by"),
        pytest.param("It was reported that it burned.", "reported", [], id="a passive without"),
        pytest.param("They were told by text message that it burned.", "told", [], id="by what it came"),
        pytest.param("They were told by radio that it burned.", "told", [], id="by what it was sent"),
        pytest.param("It was reported by the Lima Post that it burned.", "reported", ["the Lima Post"], id="a paper"),
        pytest.param("It was reported by state radio that it burned.", "reported", ["state radio"], id="a station"),
        pytest.param("Eva Lind came home and said it burned.", "said", ["Eva Lind"], id="a second verb"),
        pytest.param("“It burned,” Eva Lind said, adding that it rained.", "adding", ["Eva Lind"], id="adding"),
        pytest.param("Eva Lind, saying it burned, left.", "saying", ["Eva Lind"], id="a subject before its verb"),
        pytest.param("It may “threaten lives,” the guild said.", "said", ["the guild"], id="behind a bit of a quote"),
        pytest.param("A Frontex report said it burned.", "said", ["Frontex"], id="a paper speaks for its house"),
        pytest.param("The guild has also repeatedly said it burned.", "said", ["The guild"], id="adverbs between"),
        pytest.param("The guild on 3 May said it burned.", "said", ["The guild"], id="a date between"),
    ],
)
def test_whoever_speaks_is_named_without_what_stands_beside_them(text, verb, who):
    assert asked(text.replace("3 May", "May 3"), verb)[0] == who


def test_words_of_saying_reach_to_what_is_told():
    """Whom it is told belongs to them; what is told does not."""
    assert asked("The mill burned, Eva Lind told reporters in Oslo.", "told")[1] == "Eva Lind told reporters in Oslo"
    assert asked("Eva Lind said the mill burned.")[1] == "Eva Lind said"


@pytest.mark.parametrize("what", ["an agreement", "the law", "tradition", "plan"])
def test_what_cannot_speak_is_no_speaker(what):
    assert list(attributions(made(f"According to {what}, the mill closes."))) == []


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        pytest.param("The old tug of the port sank.", "sank", "The old tug of the port", id="with its prepositions"),
        pytest.param("The tug has not yet sunk.", "sunk", "The tug", id="over auxiliaries"),
        pytest.param("They saw that the tug sank.", "sank", "the tug", id="after that"),
        pytest.param("Leo spoke to a guard who sank.", "sank", "a guard", id="whom one spoke to"),
        pytest.param("Ships docked in Bari, which burned, left.", "burned", "Ships", id="what which is of"),
    ],
)
def test_the_subject_of_a_verb_is_the_noun_phrase_before_it(text, verb, subject):
    found = made(text)
    assert said(found, [subject_before(found, found.low.index(verb))]) == [subject]


def test_a_verb_at_the_start_has_no_subject_before_it():
    found = made("Leave now.")
    assert subject_before(found, 0) is None


def test_every_form_of_a_verb_of_saying_is_known():
    assert {"say", "says", "said", "saying", "told", "claimed", "alleges"} <= saying_forms()
    assert not {"sailed", "the", "left"} & saying_forms()


PIECES = (
    "“ ” , . : and said told adding the guild Eva Lind who which by was it reported that according to in Oslo along"
)


@given(st.lists(st.sampled_from(PIECES.split()), max_size=24))
def test_any_words_give_speakers_that_are_some_of_them(pieces):
    """Nothing raises; a speaker is never empty, and words that say so are in the sentence."""
    found = made(" ".join(pieces))
    size = len(found.low)
    verbs = [n for n, word in enumerate(found.low) if word in saying_forms()]
    for it in (*(attribution(found, n) for n in verbs), *attributions(found)):
        if it is not None:
            assert all(0 <= first < last <= size for first, last in it.who)
            assert 0 <= it.start <= it.end <= size
            assert 0 <= it.verb < size


@pytest.mark.parametrize(
    ("after", "who"),
    [
        ("an official in Kano", "an official in Kano"),
        ("a trader in the northern city of Kano on Friday", "a trader in the northern city of Kano"),
        ("a trader in a statement to Reuters", "a trader"),
        ("a trader in March", "a trader"),
    ],
)
def test_where_a_speaker_is_belongs_to_them_and_how_they_spoke_does_not(after, who):
    assert asked(f"The mill burned, said {after}.")[0] == [who]


def test_a_noun_of_saying_says_nothing_before_a_participle():
    for text in ("Togo contests these claims", "Togo fiercely contests these claims"):
        assert asked(f"{text}, insisting that it has a right.", "insisting")[0] == ["Togo"]
