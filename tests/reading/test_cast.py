"""The cast: one id for one place or party, however the text calls it."""

import pytest

from dateline import atlas
from dateline.atlas.gazetteer import likeliest
from dateline.reading.cast import Cast
from dateline.reading.draft import draft
from dateline.reading.places.geoparse import geoparse
from dateline.reading.text.article import parse
from dateline.reading.text.sentences import tokens
from dateline.reading.things.reference import references

TEXT = (
    "General Ana Ruiz flew from Spain to Tunis on Monday. Two Spanish frigates had left Cadiz for Tunisia before. "
    "Ruiz said the vessels were late. She blamed the weather. Moscow denied that it had sent arms to Tripoli. "
    "Russia has sent flour, Russian officials said."
)


@pytest.fixture(scope="module")
def cast():
    article = parse(TEXT)
    toponyms = geoparse(article)
    runs = [tokens(TEXT, sentence.start, sentence.end) for sentence in article.sentences]
    return Cast(article, toponyms, references(TEXT, runs, toponyms=toponyms))


def span(words):
    start = TEXT.index(words)
    return start, start + len(words)


@pytest.mark.parametrize(
    ("some", "others"),
    [
        ("General Ana Ruiz", "Ruiz said"),
        ("Two Spanish frigates", "the vessels"),
        ("General Ana Ruiz", "She"),
        ("Moscow", "Russia"),
    ],
)
def test_two_ways_to_call_a_party_give_one_id(cast, some, others):
    assert cast.party(span(some)) == cast.party(span(others.removesuffix(" said")) if others != "Ruiz said" else ruiz())


def ruiz():
    start = TEXT.index("Ruiz said")
    return start, start + 4


def test_actors_have_what_the_text_says_of_them(cast):
    """Kind, state, count, role and name come from the words; no more is made up."""
    ships = cast.actors[cast.party(span("Two Spanish frigates"))]
    assert (ships.kind, ships.state, ships.count, ships.name) == ("vessels", "ES", 2, "Two Spanish frigates")
    person = cast.actors[cast.party(span("General Ana Ruiz"))]
    assert (person.kind, person.name, person.role, person.count) == ("person", "Ana Ruiz", "General", None)
    state = cast.actors[cast.party(span("Moscow"))]
    assert (state.kind, state.state, state.name) == ("government", "RU", "Russia")


def test_a_place_has_one_id_and_its_atlas_number(cast):
    assert cast.end(span("Tunisia")) == "tunisia"
    assert cast.end(span("to Tunis on")) == "tunis"
    assert cast.places["tunis"].atlas is not None
    assert cast.end(span("on Monday")) is None


def test_ids_of_places_and_actors_never_meet(cast):
    assert not cast.places.keys() & cast.actors.keys()
    assert all(mention.place in cast.places for mention in cast.mentions() if mention.place)


def test_a_village_that_the_atlas_lacks_keeps_its_name_at_the_spot_of_its_neighbour():
    """No place of the page bears a name that the words do not have, and its softness says that it is near only."""
    article = parse("The army moved to the village of Orlecko, near Lviv.")
    (mention, _) = geoparse(article)
    cast = Cast(article, geoparse(article))
    place = cast.places[cast.end((mention.start, mention.end))]
    lender = atlas.find("Lviv")[0]
    assert (place.name, place.atlas, place.precision) == ("Orlecko", None, "region")
    assert (place.lon, place.lat) == (lender.lon, lender.lat)


def test_a_storm_is_no_place_that_it_is_named_like_and_a_general_has_no_stop_in_his_name():
    text = "Hurricane Delta moved to Cuba. Gen. Ana Ruiz left Havana. Ruiz went to Lima."
    article = parse(text)
    story = draft(article, mentions=geoparse(article))
    assert {actor.name for actor in story.actors.values()} >= {"Hurricane Delta", "Ana Ruiz"}
    assert not any(actor.name.startswith(".") for actor in story.actors.values())


def test_a_town_that_acts_is_itself_and_a_capital_its_country():
    article = parse("Sheffield was in jail. Moscow sent flour to Chad.")
    toponyms = geoparse(article)
    made = Cast(article, toponyms)
    names = [made.actors[made.party((toponym.start, toponym.end))].name for toponym in toponyms[:2]]
    assert names == ["Sheffield", "Russia"]


@pytest.mark.parametrize("who", ["A lawyer for Ana Roa", "A lawyer for Mr Roa", "The wife of Ana Roa"])
def test_who_speaks_for_somebody_is_not_that_person(who):
    """A lawyer's words are no client's."""
    text = f"{who} said ships had left Bari."
    article = parse(text)
    (event,) = (story := draft(article, mentions=geoparse(article))).events
    assert story.actors[event.legs[0].says[0].who].name.lower() == who.lower()


def test_people_are_not_the_state_that_they_come_from():
    """The insurgents that a text calls Rwandans are not sent by Rwanda."""
    article = parse("The insurgents were Rwandans based in eastern Congo.")
    (event,) = (story := draft(article, mentions=geoparse(article))).events
    assert story.actors[event.actor].name == "Rwandans"
    assert story.actors[event.actor].kind != "government"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ana Roa, Leo Paz and Eva Lind left for Geneva.", "Ana Roa, Leo Paz and Eva Lind"),
        ("Senators Ana Roa and Leo Paz went to Iraq.", "Senators Ana Roa and Leo Paz"),
        ("Ana Roa met Leo Paz. Later Ms Roa and Mr Paz flew to Iraq.", "Ms Roa and Mr Paz"),
        ("Ana Roa, 80, and Leo, 81, went to Iraq.", "Ana Roa, 80, and Leo"),
        ("Senator Ana Roa went to Iraq.", "Ana Roa"),
    ],
)
def test_several_people_who_go_together_are_no_one_of_them(text, name):
    """Whom a list names are all told, not the first of them alone."""
    article = parse(text)
    story = draft(article, mentions=geoparse(article))
    assert [actor.name for actor in story.actors.values()] == [name]


def test_a_capital_that_the_article_names_is_the_town_that_the_capital_of_its_country_is():
    """The words "the Libyan capital" is Tripoli where Tripoli is named; without it, it stays the country."""
    for text, place in (
        ("A plane left Tripoli on Monday. It returned to the Libyan capital at noon.", "Tripoli"),
        ("A plane returned to the Libyan capital at noon.", "Libya"),
    ):
        article = parse(text)
        story = draft(article, mentions=geoparse(article))
        assert story.places[story.events[-1].legs[-1].to].name == place


def test_a_state_that_acts_is_the_one_that_states_something():
    """What "it has stated" is said by the state of the same sentence, though weapons are told of as well."""
    text = "While Norway has sent flour to Chad, it has stated that it will not send rifles to Chad."
    article = parse(text)
    story = draft(article, mentions=geoparse(article))
    assert [said.who for event in story.events for said in event.says] == ["norway-government"]


def test_a_street_and_a_venue_are_drawn_at_the_town_of_the_story():
    """At the town itself, and the precision says so."""
    article = parse("Police in Leeds said a van drove from Harbour Street to Orla Hospital on Monday.")
    story = draft(article, mentions=geoparse(article))
    town = likeliest("Leeds")
    drawn = [(place.lon, place.precision) for name, place in story.places.items() if name != "leeds"]
    assert drawn == [(town.lon, "city")] * 2


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("Nurses drove to Velmara Reef. A helicopter from Lima is late.", None),
        ("Nurses drove to Velmara Reef. It is a windy spot. Guards left Cusco for Velmara Reef.", None),
        ("Nurses drove to Velmara Reef, near Cusco. A helicopter from Lima is late.", "Cusco"),
        ("Nurses drove from Lima to Velmara, a small village in the north of Paraguay.", "Paraguay"),
        ("Nurses drove from Bari to Velmara, in southern Norway.", "Norway"),
        ("Nurses drove to Velmara, Lima and Cusco.", None),
        ("Nurses drove to the Velmara on Elm Street in Cusco.", "Cusco"),
    ],
)
def test_a_place_that_no_list_has_lies_where_the_text_says_and_at_no_other_town(text, at):
    """Its own spot is unknown; a town that is told of for another reason says nothing of it."""
    article = parse(text)
    story = draft(article, mentions=geoparse(article))
    (unknown,) = (place for place in story.places.values() if place.name.startswith("Velmara"))
    lender = None if at is None else likeliest(at)
    assert (unknown.lon, unknown.lat) == ((None, None) if lender is None else (lender.lon, lender.lat))


def test_an_airport_by_its_town_and_its_own_name_stands_at_its_town():
    """The story has "London Gatwick" by its whole name, at the spot of London."""
    article = parse("The envoy flew from London Gatwick to Oslo.")
    story = draft(article, mentions=geoparse(article))
    (start,) = [story.places[leg.from_] for event in story.events for leg in event.legs]
    london = likeliest("London")
    assert start.name == "London Gatwick"
    assert (start.lon, start.lat) == (london.lon, london.lat)
