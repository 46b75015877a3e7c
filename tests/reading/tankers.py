"""A short article of two tankers, and true answers about it."""

from types import SimpleNamespace

from dateline import atlas
from dateline.reading.text.article import parse

TEXT = (
    "VALLETTA – Two tankers left Malta for Tunisia on Monday, the harbour master said. They allegedly carried at least "
    "40,000 tonnes of crude from Libya. Tripoli denies that it sold any.\n\nThe mayor of Valletta may visit Algiers."
)
ARTICLE = parse(TEXT, published="2021-06-16")


def toponyms(*names):
    """Every place that a text names, as the geoparser would give it."""
    found = []
    for name in names:
        place = atlas.find(name)[0]
        start = TEXT.upper().find(name.upper())
        while start >= 0:
            sense = "associative" if name == "Tripoli" else "literal"
            found.append(
                SimpleNamespace(
                    inexact=False,
                    start=start,
                    end=start + len(name),
                    text=TEXT[start : start + len(name)],
                    sense=sense,
                    sort="place",
                    place=place,
                    ambiguous=False,
                    stands_for=None,
                    state=place.countries[0],
                )
            )
            start = TEXT.upper().find(name.upper(), start + 1)
    return tuple(sorted(found, key=lambda toponym: toponym.start))


MENTIONS = toponyms("Malta", "Tunisia", "Libya", "Tripoli", "Valletta", "Algiers")
FLOW = {
    "kind": "flow",
    "evidence": "They allegedly carried at least 40,000 tonnes of crude from Libya",
    "from": "Libya",
    "goods": "crude",
    "quantity": "at least 40,000 tonnes",
    "status": "alleged",
    "operators": [{"kind": "alleged", "text": "allegedly"}],
    "denies": [{"who": "Tripoli", "quote": "Tripoli denies that it sold any"}],
}
ROUTE = {
    "kind": "route",
    "evidence": "Two tankers left Malta for Tunisia on Monday, the harbour master said",
    "mover": "Two tankers",
    "when": "Monday",
    "says": [{"who": "the harbour master", "quote": "the harbour master said"}],
    "legs": [{"from": "Malta", "to": "Tunisia", "status": "reported"}],
}
