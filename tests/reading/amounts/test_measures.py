"""Claims of size and distance: found where the words tie a number to places, and nowhere else."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.reading.amounts.measures import measure_claims
from dateline.reading.text.article import parse
from dateline.story import file
from dateline.story.check import check
from dateline.story.measuring import measured
from dateline.story.model import Actor, Article, Event, Evidence, Leg, Mention, Place, Story

PLACES = {
    "finland": Place("Finland", "country", 660013, 26.0, 64.0, ("FI",), "country"),
    "russia": Place("Russia", "country", 2017370, 100.0, 60.0, ("RU",), "country"),
    "moscow": Place("Moscow", "city", 524901, 37.62, 55.75, ("RU",), "city"),
    "vologda": Place("Vologda", "city", 472459, 39.88, 59.22, ("RU",), "city"),
    "strait-of-gibraltar": Place("Strait of Gibraltar", "strait", None, -5.6, 35.97, (), "area"),
    "lagos": Place("Lagos", "city", 2332459, 3.39, 6.45, ("NG",), "city"),
    "abuja": Place("Abuja", "city", 2352778, 7.49, 9.06, ("NG",), "city"),
    "busan": Place("Busan", "city", 1838524, 129.08, 35.18, ("KR",), "city"),
    "manila": Place("Manila", "city", 1701668, 120.98, 14.6, ("PH",), "city"),
    "tripoli": Place("Tripoli", "city", 2210247, 13.19, 32.89, ("LY",), "city"),
    "sicily": Place("Sicily", "region", 2523119, 14.0, 37.5, ("IT",), "region"),
    "suez-canal": Place("Suez Canal", "canal", None, 32.4, 30.6, ("EG",), "point"),
    "malta": Place("Malta", "country", 2562770, 14.4, 35.9, ("MT",), "country"),
    "california": Place("California", "region", 5332921, -119.75, 37.25, ("US",), "region"),
}


def story(text):
    """A story whose mentions are the places above, found by their plain names."""
    mentions = []
    for key, place in PLACES.items():
        at = text.find(place.name)
        while at >= 0:
            mentions.append(Mention(place.name, (at, at + len(place.name)), key, "literal"))
            at = text.find(place.name, at + 1)
    mentions.sort(key=lambda mention: mention.at)
    return Story(Article(), PLACES, mentions=tuple(mentions), text=text)


def claims(text):
    told = story(text)
    return measure_claims(told, parse(text).sentences)


FOUND = [
    ("The 14-km wide Strait of Gibraltar was shut.", "width", 14, ("strait-of-gibraltar",)),
    ("The 14-km (nine-mile) wide Strait of Gibraltar was shut.", "width", 14, ("strait-of-gibraltar",)),
    (
        "They crossed the Strait of Gibraltar. The nine-mile-wide waterway is busy.",
        "width",
        14.484,
        ("strait-of-gibraltar",),
    ),
    ("The Strait of Gibraltar is about 14 kilometres wide there.", "width", 14, ("strait-of-gibraltar",)),
    ("The Strait of Gibraltar narrows to 14 km.", "width", 14, ("strait-of-gibraltar",)),
    ("A blast hit Vologda, some 400 km north of Moscow.", "distance", 400, ("vologda", "moscow")),
    ("A blast hit Vologda, Russia, about 400 km north of Moscow.", "distance", 400, ("vologda", "moscow")),
    ("Vologda, which lies about 400 km from Moscow, was hit.", "distance", 400, ("vologda", "moscow")),
    ("Vologda lies 250 miles from Moscow.", "distance", 402.336, ("vologda", "moscow")),
    ("The 500 km from Lagos to Abuja take a day.", "distance", 500, ("lagos", "abuja")),
    ("They drove two hundred kilometres from Lagos to Abuja.", "route", 200, ("lagos", "abuja")),
    ("Lagos and Abuja are about 500 km apart.", "distance", 500, ("lagos", "abuja")),
    ("The distance between Lagos and Abuja is 500 km.", "distance", 500, ("lagos", "abuja")),
    ("Guards watch the 1,300 km border between Finland and Russia.", "border", 1300, ("finland", "russia")),
    ("Finland shut its 1,340-kilometre (830-mile) border with Russia.", "border", 1340, ("finland", "russia")),
    ("Malta covers 316 square kilometres.", "area", 316, ("malta",)),
    ("Malta, a 122-square-mile island, voted.", "area", 315.979, ("malta",)),
    ("Malta, an island of 316 square kilometres, voted.", "area", 316, ("malta",)),
    ("A plant in Vologda in northern Russia, 400 km north of Moscow, burned.", "distance", 400, ("vologda", "moscow")),
    ("Vologda, an industrial city about 400 km north of Moscow, burned.", "distance", 400, ("vologda", "moscow")),
    ("Malta lies 290 km north of Tripoli.", "distance", 290, ("malta", "tripoli")),
    ("Some 80 km of open sea separate Malta and Sicily.", "distance", 80, ("malta", "sicily")),
    ("Malta is 27 km long.", "length", 27, ("malta",)),
    ("Malta, a 27-km-long island, voted.", "length", 27, ("malta",)),
    ("Finland stretches 1,160 km from north to south.", "length", 1160, ("finland",)),
    ("The 193-kilometre Suez Canal was shut.", "length", 193, ("suez-canal",)),
]
ROUTES = [
    ("The 2,800 km voyage from Busan to Manila takes five days.", 2800, ("busan", "manila"), "sea"),
    ("The frigate sailed 2,800 km from Busan to Manila.", 2800, ("busan", "manila"), "sea"),
    ("The ships go from Busan to Manila next week, a voyage of some 2,800 km.", 2800, ("busan", "manila"), "sea"),
    ("The 1,500-nautical-mile trip from Busan to Manila went well.", 2778, ("busan", "manila"), "sea"),
    ("The journey of 300 km from Malta to Tripoli is done by ferry.", 300, ("malta", "tripoli"), None),
    ("Malta is 360 km from Tripoli by sea.", 360, ("malta", "tripoli"), "sea"),
    ("A 600-km road linking Lagos and Abuja was shut.", 600, ("lagos", "abuja"), "ground"),
    ("A 600-mile oil pipeline from Lagos to Abuja leaks.", 965.606, ("lagos", "abuja"), "ground"),
    ("The pipeline runs 700 km from Lagos to Abuja.", 700, ("lagos", "abuja"), "ground"),
    ("The distance from Lagos to Abuja by road is 760 km.", 760, ("lagos", "abuja"), "ground"),
    ("The flight from Lagos to Moscow covers 6,300 km.", 6300, ("lagos", "moscow"), "air"),
    (
        "The 17,000 km trip from Tripoli via the Suez Canal to Manila is long.",
        17000,
        ("tripoli", "suez-canal", "manila"),
        "sea",
    ),
]


@pytest.mark.parametrize(("text", "says", "of", "by"), ROUTES)
def test_the_length_of_a_way_is_found_with_its_ends_and_how_it_goes(text, says, of, by):
    (claim,) = claims(text)
    assert (claim.kind, claim.of, claim.by) == ("route", of, by)
    assert claim.says == pytest.approx(says, rel=1e-4)
    assert text[slice(*claim.at)] == claim.quote


@pytest.mark.parametrize(("text", "kind", "says", "of"), FOUND)
def test_a_claim_is_found_with_its_places(text, kind, says, of):
    (claim,) = claims(text)
    assert (claim.kind, claim.of) == (kind, of)
    assert claim.says == pytest.approx(says, rel=1e-4)
    assert text[slice(*claim.at)] == claim.quote


@pytest.mark.parametrize(
    "text",
    [
        "A missile with a range of 700 km can reach Moscow.",
        "Fires burned 3,000 hectares in California.",
        "The village is 12 km from Moscow.",
        "Moscow bought 40 km of cable.",
        "A 3 km long queue formed in Lagos.",
        "In Vologda it rained; 12 km from Moscow a bridge fell.",
        "The 2-metre-wide crack in Lagos grew.",
        "Russia sent 300 tanks to Finland.",
        "Vologda was dark, and at a research site five miles south of Moscow it rained.",
        "The road winds 400 miles from north-west of Lagos to Abuja.",
        "The 3 km wide crater in Sicily smokes.",
        "A 12 km long queue formed in Malta.",
        "He drove 12 km from Lagos to work and back to Abuja.",
        "The 40-mile queue from Lagos to Abuja broke up.",
        "A 13-km tunnel between Finland and Russia opened.",
        "In Russia, some 400 km north of Moscow, it snowed.",
        "The voyage of 300 km went well.",
        "The 20-km road closure between Lagos and Abuja went on.",
    ],
)
def test_a_number_that_is_tied_to_no_two_places_is_no_claim(text):
    assert claims(text) == ()


def test_a_voyage_takes_its_ends_from_the_way_that_the_story_has():
    """A trip without ends has those of the way that the story tells of right before, where that is one way alone."""
    text = "The tanker is to sail from Busan to Manila. The 2,800-km trip takes a week."
    told = story(text)
    leg = Leg("e1a", "planned", "busan", "manila", evidence=(Evidence(text[:42], (0, 42)),))
    ship = Actor("the tanker", "vessel")
    sails = Event("e1", "route", mover="ship", legs=(leg,))
    told = replace(told, actors={"ship": ship}, events=(sails,))
    (claim,) = measured(replace(told, measures=measure_claims(told, parse(text).sentences))).measures
    assert (claim.kind, claim.of, claim.says) == ("route", ("busan", "manila"), 2800)
    assert [figure.method for figure in claim.measured] == ["lanes", "straight"]
    two = replace(told, events=(sails, replace(sails, id="e2", legs=(replace(leg, id="e2a", to="tripoli"),))))
    assert measure_claims(two, parse(text).sentences) == ()


def test_hedge_and_direction_are_kept():
    (claim,) = claims("A blast hit Vologda, more than 400 km north of Moscow.")
    assert (claim.quantity.bound, claim.quantity.unit, claim.direction) == ("at-least", "km", "north")


def test_a_claim_and_its_figures_live_in_the_story_file():
    """What is read is measured, saved and read again the same; the lint holds its quote to the text."""
    text = "A blast hit Vologda, some 400 km north of Moscow."
    told = story(text)
    told = measured(replace(told, measures=measure_claims(told, parse(text).sentences)))
    (figure,) = told.measures[0].measured
    assert figure.value == pytest.approx(409, abs=3)  # by the geodesic of GeographicLib
    assert "N of Moscow" in figure.how
    back = file.loads(file.dumps(told), text=text)
    assert back.measures == told.measures
    wrong = replace(told, measures=(replace(told.measures[0], quote="some 500 km"),))
    assert "m1" in {finding.where for finding in check(wrong) if finding.rule == "quote-matches"}


def test_a_place_that_is_none_of_the_story_is_named():
    document = """schema: dateline/story@1
article: {}
measures:
- {id: m1, kind: width, quote: a, at: [0, 1], quantity: {value: 1}, says: 1, of: [nowhere]}
"""
    with pytest.raises(file.StoryFileError, match=r"line 4: measures\[m1\].of: 'nowhere' is no place"):
        file.loads(document)


@given(
    st.text(alphabet=st.sampled_from(" 0123456789,.-()kmiles wide north of from Moscow Lagos Abuja to"), max_size=80)
)
def test_any_text_is_read(words):
    """Nothing raises, and every quote is the text's."""
    told = story(words)
    for claim in measure_claims(told, parse(words).sentences):
        assert words[slice(*claim.at)] == claim.quote


def test_words_that_are_another_thing_s_name_measure_nothing():
    """A fort is placed at the town it lies in; so far from the fort is not so far from the town's point."""
    text = "Fort Birch, some 400 km north of Moscow, burned."
    told = replace(story(text), mentions=())
    fort = Mention("Fort Birch", (0, 10), "vologda", "literal")
    moscow = Mention("Moscow", (text.index("Moscow"), text.index("Moscow") + 6), "moscow", "literal")
    assert measure_claims(replace(told, mentions=(fort, moscow)), parse(text).sentences) == ()


def test_a_sentence_that_never_ends_is_looked_at_near_its_numbers():
    """What ties a number to a place stands near it: each tenth of a long sentence gives what it gives alone."""
    part = "the road from Lagos to Abuja is 500 km long and Vologda lies 400 km north of Moscow while it rains and "
    alone = [(claim.kind, claim.of, claim.says) for claim in claims(part)]
    assert len(alone) == 2
    assert [(claim.kind, claim.of, claim.says) for claim in claims(part * 30)] == alone * 30
