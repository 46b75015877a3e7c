"""Countries, islands and towns that a definite noun points back to by what they are."""

import re

import pytest

from dateline.reading.places.geoparse import geoparse
from dateline.reading.text.article import parse
from dateline.reading.text.sentences import tokens
from dateline.reading.things.lands import is_land_word
from dateline.reading.things.reference import references


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        # By the adjective, the government or a town of the only country told of.
        ("Syrian forces shelled a town near Homs. Thousands fled [the country].", ["Syrian"]),
        ("The Kenyan government said 300 refugees had left [the country].", ["Kenyan"]),
        ("Venezuela's economy is weak. Millions fled [the South American nation].", ["Venezuela"]),
        ("Saudi Arabia is rich. The US sold arms to [the desert kingdom].", ["Saudi Arabia"]),
        ("Riyadh bought jets. Saudi officials met the US envoy. He flew to [the kingdom].", ["Saudi"]),
        ("Qatar is rich. Jets were sold to [the emirate].", ["Qatar"]),
        ("Iran is angry. A ship was sold to [the Islamic republic].", ["Iran"]),
        ("Japan is rich. Ships sailed to [the island nation].", ["Japan"]),
        ("Hawaii is popular. Millions flew to [the islands].", ["Hawaii"]),
        ("Nigeria is calm. They were moved to [the capital]. Abuja is far.", ["Abuja"]),
        ("Trains link Paris and Amsterdam. Many travel between [the two cities].", ["Paris", "Amsterdam"]),
        ("Paris is near. A train left Amsterdam. Many travel between [the two cities].", ["Paris", "Amsterdam"]),
        ("Cuba and Haiti made peace. Ferries sail between [the two countries].", ["Cuba", "Haiti"]),
        # Towns and regions by their epithets.
        ("Aleppo was shelled. Trucks from Damascus reached [the besieged city].", ["Aleppo"]),
        ("Aleppo was shelled. Trucks entered [the northern Syrian city].", ["Aleppo"]),
        ("Beira was hit. Aid was flown to [the Mozambican port].", ["Beira"]),
        ("Odesa was hit. Ships left [the Black Sea port].", ["Odesa"]),
        ("Lampedusa is small. They were taken to [the Italian island].", ["Lampedusa"]),
        ("Crimea was annexed. Troops moved to [the disputed peninsula].", ["Crimea"]),
        ("Mali is poor. France sent troops to [the West African country].", ["Mali"]),
        ("Beira was hit. Aid was flown to [the Kenyan port].", []),
        ("Aleppo and Homs were shelled. Trucks reached [the besieged city].", []),
        ("He was born in Leeds. He moved to [the Welsh village].", []),
        ("Aleppo was shelled. Troops went to [the second city].", []),
        ("Peru is poor. France sent troops to [the West African country].", []),
        # Another could be meant, or whose people they are is told only.
        ("Spain praised Italy. The families left [the country].", []),
        ("French troops left [the country].", []),
        ("India borders Nepal. Workers crossed into [the neighbouring country].", []),
        ("France is large. They sailed to [the island nation].", []),
        ("Protesters gathered in Lyon. Thousands marched to [the capital].", []),
        ("Ferries link Dublin, Liverpool and Belfast. He drove between [the two cities].", []),
        ("Qatar is rich. Jets were sold to [the kingdom].", []),
        ("Ohio is large. He left [the state].", []),
    ],
)
def test_a_noun_means_the_only_land_of_its_kind(text, meant):
    start, end = text.index("["), text.index("]") - 1
    text = re.sub(r"[\[\]]", "", text)
    article = parse(text)
    runs = [tokens(text, sentence.start, sentence.end) for sentence in article.sentences]
    found = references(text, runs, toponyms=geoparse(article)).lands(start, end)
    assert [text[slice(*span)] for span in found] == meant
    assert all(is_land_word(text[start:end].rpartition(" ")[2]) for _ in found)
