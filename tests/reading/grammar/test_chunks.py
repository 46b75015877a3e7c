"""The build of sentences: who each verb is of, however much stands between the two."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.reading.grammar.chunks import syntax


def subjects(text):
    """Each verb with the words of its subject."""
    made = syntax(text, (0, len(text)))
    return {
        one.lemma: ", ".join(made.said(made.phrases[n].first, made.phrases[n].last) for n in one.subject)
        for one in made.predicates
    }


@pytest.mark.parametrize(
    ("text", "lemma", "subject"),
    [
        ("The bus, carrying 30 pupils, crashed in Peru.", "crash", "The bus"),
        ("The diver — named as Tom Vance — was flown to Oslo.", "fly", "The diver"),
        ("Okoro, a nurse from Lagos and later in Accra, left in May.", "leave", "Okoro"),
        ("Chad claims the hill, which overlooks a road, and rejects the map.", "reject", "Chad"),
        ("The yacht, which the owners said was bound for Malta, sank.", "bind", "The yacht"),
        ("The yacht, which was to carry the crew, sank.", "sink", "The yacht"),
        ("The union said 30 lorries loaded with fish were waiting in Calais.", "wait", "30 lorries"),
        ("The army sent tents to Chad, with 40 of those tents reportedly used in Sudan.", "use", "40"),
        ("It was timber worth $5 million shipped from Peru.", "ship", "timber"),
        ("We've slept and they'll fly to Oslo.", "fly", "they"),
        ("The crew is most likely flying home.", "fly", "The crew"),
        ("Nine vans hired by a charity to bring rice have entered Togo.", "enter", "Nine vans"),
        ("Lima said on Friday that a tug, which was seen off Ica, was towing a barge.", "tow", "a tug"),
        ("The crew seized a boat with the flag of Malta carrying guns.", "carry", "a boat"),
        ("The boat was carrying acid used to make soap while sailing to Rhodes.", "sail", "The boat"),
        ("The navy, which had earlier searched the boat in Malta, said it was empty.", "say", "The navy"),
        ("Peru denies raided farm was selling maize to Chile", "sell", "raided farm"),
        ("It rained as guards loyal to Gen. Roa left Bari.", "leave", "guards"),
        ("The yacht was seized by Iran and taken to Bari.", "take", "The yacht"),
        ("It is hard for divers to leave Oslo.", "leave", "divers"),
        ("In 2015 some 90 divers left Oslo.", "leave", "some 90 divers"),
        ("The box packed in Bari, with tents that two firms gave, was sent to Oslo.", "send", "The box"),
        ("The quake caused an exodus of people headed for Oslo.", "head", "people"),
        ("Trucks brought flour to the families trapped there.", "trap", "the families"),
        ("Trucks brought flour to the villages cut off in Chad.", "cut", "the villages"),
        ("The box packed in Bari goes to Oslo.", "go", "The box"),
        ("Divers who left when a flood came close were let back.", "let", "Divers"),
        ("The car turned left onto Elm Road.", "turn", "The car"),
        ("The box, with boots, hats and gloves that two firms gave, went to Oslo.", "go", "The box"),
        ("After leaving Bari the yacht sailed on to Oslo.", "leave", "the yacht"),
        ("Before reaching Oslo the crew called at Bari.", "call", "the crew"),
        ("The bus left Bari carrying 40 fans.", "carry", "The bus"),
        ("The pipe that takes oil to Oslo is shut.", "take", "The pipe"),
        ("The van was turning left onto Elm Road.", "turn", "The van"),
        ("They packed up and headed north to Oslo.", "head", "They"),
        ("Nine men of the 4th Brigade, who left Oslo, sang.", "leave", "Nine men"),
        ("Ana L. Roa flew to Oslo.", "fly", "Ana L. Roa"),
        ("Pupils from outside Peru applying for work left Oslo.", "leave", "Pupils"),
        ("Okoro, who gave up a farm in Oslo, and moved to Bath, is well.", "move", "Okoro"),
        ("Okoro, who was raised in Oslo (where he is known) but moved to Bath, is well.", "move", "Okoro"),
        ("A jet, seen by divers, takes off from Oslo.", "take", "A jet"),
        ("The flu, first seen in Oslo, has since reached Bath.", "reach", "The flu"),
        ("North Korean divers left Oslo.", "leave", "North Korean divers"),
        ("A pact under which divers arriving in Oslo may be flown home was signed.", "fly", "divers"),
        ("In early 2016, Chad and Togo sent divers to Oslo.", "send", "Chad, Togo"),
        ("The plan allows for divers in Oslo to be flown to Bath.", "fly", "divers"),
        ("The divers were at risk of being flown to Bath.", "fly", "The divers"),
        ("A convoy, the first since May, entered Gaza.", "enter", "A convoy"),
        ("Ana and her sons, aged 5 and 7, fled Sudan.", "flee", "Ana, her sons"),
        ("Half of the pilgrims arriving in Italy left from Tunis.", "leave", "Half"),
        ("The ship remains anchored off Oman.", "anchor", "The ship"),
        ("In Paris, Spain and Italy agreed to talk.", "agree", "Spain, Italy"),
        ("In her haste to withdraw from Chad, Roa fell.", "withdraw", "Roa"),
        ("Envoys being expelled from Peru were seen.", "expel", "Envoys"),
        ("The list of the Fisheries Office (FO) shows a fall.", "show", "The list"),
        ("The deal will see Spain buy 20 howitzers from Italy.", "buy", "Spain"),
        ("The 60 doctors the union sent to Chad on Monday are back.", "send", "the union"),
        ("Sgt. Roa, of Lima, stationed in Cusco, died on Monday.", "station", "Sgt. Roa"),
        ("The boy, 9, came from Lima and the girl, 5, came from Oslo.", "come", "the girl"),
        ("Each day, 200 pupils in Ohio receive milk.", "receive", "200 pupils"),
        ("An old, abandoned mine in Ohio leaked.", "leak", "An old, abandoned mine"),
        ("The tug left the port of Bari on Monday carrying salt.", "carry", "The tug"),
        ("Between 20 and 30 divers fled Oman.", "flee", "Between 20 and 30 divers"),
        ("Some 300 to 400 divers fled Oman.", "flee", "Some 300 to 400 divers"),
        ("It matters to Canadians who give so much rice to Chad.", "give", "Canadians"),
        ("A tug, based in Bari, has been towing barges.", "base", "A tug"),
        ("A search and rescue helicopter, sent from Bari, landed.", "land", "A search and rescue helicopter"),
        ("Some 900 IS fighters fled Oman.", "flee", "Some 900 IS fighters"),
        ("Vans carrying soap and flour entered Togo.", "enter", "Vans"),
        ("Most of the salt mined in Bath comes from Ohio.", "come", "Most"),
        ("Oil exports to Bari pass through Malta.", "pass", "Oil exports"),
        ("They gave soap and rice to nurses based in Bari.", "base", "nurses"),
        ("They sent rice for the 90 nuns trapped there.", "trap", "the 90 nuns"),
        ("The nuns trapped there have had no rice.", "trap", "The nuns"),
    ],
)
def test_a_verb_is_of_its_subject(text, lemma, subject):
    assert subjects(text)[lemma] == subject


def test_a_relative_without_that_has_what_it_hangs_on_as_its_object():
    text = "The 60 doctors the union sent to Chad on Monday are back."
    made = syntax(text, (0, len(text)))
    one = next(one for one in made.predicates if one.lemma == "send")
    assert (one.relation, [made.said(made.phrases[n].first, made.phrases[n].last) for n in one.objects[0]]) == (
        "relative",
        ["The 60 doctors"],
    )


@pytest.mark.parametrize(
    ("text", "objects"),
    [
        ("The general visited Kenya on Monday at 7:15 a.m. local time.", ["Kenya"]),
        ("The general visited Kenya last week.", ["Kenya"]),
        ("Families moved into huts from camps harder to reach.", []),
        ("Okoro made a surprise visit to Oslo.", ["a surprise visit"]),
        ("Okoro drove a tractor all the way from Oslo.", ["a tractor"]),
    ],
)
def test_times_and_what_stands_behind_a_preposition_are_no_objects(text, objects):
    made = syntax(text, (0, len(text)))
    (first, *_) = made.predicates
    assert [made.said(made.phrases[n].first, made.phrases[n].last) for ns in first.objects for n in ns] == objects


WORDS = ["ships", "Malta", "left", "the", "which", "said", "that", "was", "sailing", ",", "—", "and", "but", "to", "of"]
MORE = [
    "with",
    "'s",
    "who",
    "They've",
    "worth",
    "$",
    "5",
    "sent",
    "from",
    "no",
    "longer",
    "(",
    ")",
    "“",
    "”",
    ".",
    ";",
    "by",
]


@settings(max_examples=80, deadline=None)
@given(st.lists(st.sampled_from(WORDS + MORE), max_size=40))
def test_any_order_of_words_is_parsed_and_its_numbers_hold(words):
    text = " ".join(words)
    made = syntax(text, (0, len(text)))
    for n, one in enumerate(made.predicates):
        assert one.parent is None or one.parent < n
        assert all(0 <= number < len(made.phrases) for number in (*one.subject, *(m for ms in one.objects for m in ms)))
        assert all(0 <= number < len(made.preps) for number in one.preps)
