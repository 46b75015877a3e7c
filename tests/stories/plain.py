"""Three stories that each lack something: routes, land between, places."""

from __future__ import annotations

from dateline.story.model import Actor, Event, Leg, Place, Step, Story
from tests.stories.words import Words, mentions


def doses() -> Story:
    """No routes: flows that share a unit, dates that are known, words of the page around the article."""
    words = Words(
        """Doses Leave India For The Horn Of Africa

India shipped 90,000 doses to Kenya on 4 March. It also sent 10,000 doses to Ethiopia in February, the health \
ministry said. Egypt may send up to 40,000 doses to Sudan. Two refrigerated trucks stand in Addis Ababa. About \
300 syringes were used in Nairobi last week, according to nurses. Sudan said no delivery had been agreed.""",
        chrome=("Subscribe to the Gazette", "Most Read Today", "Accept all cookies?"),
    )
    country = {"kind": "country", "precision": "country"}
    return Story(
        article=words.article("doses", "Doses Leave India For The Horn Of Africa", published="2024-03-08"),
        places={
            "india": Place("India", lon=79.0, lat=22.0, countries=("IN",), **country),
            "kenya": Place("Kenya", lon=37.9, lat=0.5, countries=("KE",), **country),
            "ethiopia": Place("Ethiopia", lon=39.6, lat=8.6, countries=("ET",), **country),
            "egypt": Place("Egypt", lon=29.8, lat=26.5, countries=("EG",), **country),
            "sudan": Place("Sudan", lon=30.0, lat=16.0, countries=("SD",), **country),
            "addis-ababa": Place("Addis Ababa", kind="city", lon=38.75, lat=9.03, countries=("ET",), precision="city"),
            "nairobi": Place("Nairobi", kind="city", lon=36.82, lat=-1.29, countries=("KE",), precision="city"),
        },
        actors={
            "health-ministry": Actor("the health ministry", "government", state="IN"),
            "nurses": Actor("nurses", "group"),
            "sudan-government": Actor("Sudan", "government", state="SD"),
            "trucks": Actor("Two refrigerated trucks", "vehicles", count=2),
        },
        mentions=mentions(
            words,
            {
                "India": "india",
                "Kenya": "kenya",
                "Ethiopia": "ethiopia",
                "Egypt": "egypt",
                "Sudan": "sudan",
                "Addis Ababa": "addis-ababa",
                "Nairobi": "nairobi",
            },
        ),
        events=(
            Event(
                "e1",
                "flow",
                thread="doses",
                from_="india",
                to="kenya",
                goods="doses",
                quantity=words.amount("90,000 doses", 90000, "doses"),
                when=words.when("on 4 March", start="2024-03-04", end="2024-03-04"),
                status="asserted",
                evidence=words.evidence("India shipped 90,000 doses to Kenya on 4 March"),
            ),
            Event(
                "e2",
                "flow",
                thread="doses",
                from_="india",
                to="ethiopia",
                goods="doses",
                quantity=words.amount("10,000 doses", 10000, "doses"),
                when=words.when("in February", start="2024-02"),
                status="reported",
                operators=words.operator("reported", "the health ministry said"),
                says=words.say("the health ministry said", "health-ministry"),
                evidence=words.evidence("It also sent 10,000 doses to Ethiopia in February"),
            ),
            Event(
                "e3",
                "flow",
                thread="doses",
                from_="egypt",
                to="sudan",
                goods="doses",
                quantity=words.amount("up to 40,000 doses", 40000, "doses", bound="at-most"),
                status="possible",
                operators=words.operator("possible", "may"),
                denies=words.say("Sudan said no delivery had been agreed", "sudan-government"),
                evidence=words.evidence("Egypt may send up to 40,000 doses to Sudan"),
            ),
            Event(
                "e4",
                "presence",
                thread="trucks",
                actor="trucks",
                place="addis-ababa",
                status="asserted",
                evidence=words.evidence("Two refrigerated trucks stand in Addis Ababa"),
            ),
            Event(
                "e5",
                "use",
                thread="syringes",
                goods="syringes",
                place="nairobi",
                quantity=words.amount("About 300 syringes", 300, "syringes", bound="about"),
                when=words.when("last week"),
                status="reported",
                operators=words.operator("reported", "according to"),
                says=words.say("according to nurses", "nurses"),
                evidence=words.evidence("About 300 syringes were used in Nairobi last week"),
            ),
        ),
        steps=(
            Step(
                "The doses",
                "Ninety thousand doses left India for Kenya.",
                ("e1", "e2", "e3", "e4", "e5"),
                ("india", "kenya", "ethiopia", "sudan"),
            ),
            Step("From India", "Two shipments share one scale.", ("e1", "e2"), ("india", "kenya", "ethiopia")),
            Step("From Egypt, perhaps", "Sudan knows of nothing.", ("e3",), ("egypt", "sudan")),
            Step(
                "On the ground", "Trucks in Addis Ababa, syringes in Nairobi.", ("e4", "e5"), ("addis-ababa", "nairobi")
            ),
        ),
        text=words.text,
    )


def pacific() -> Story:
    """A line over the antimeridian, by sea and as a flow, both ways."""
    words = Words(
        """Timber Crosses The Pacific

The freighter Aurora left Yokohama for Los Angeles with timber. New Zealand is due to ship 400 sheep to Chile. \
Chile allegedly sent wine to New Zealand, a trader said. A research team stays in Fiji. Samoa expects a cable \
from Fiji.""",
    )
    country = {"kind": "country", "precision": "country"}
    city = {"kind": "city", "precision": "city"}
    return Story(
        article=words.article("pacific", "Timber Crosses The Pacific"),
        places={
            "yokohama": Place("Yokohama", lon=139.65, lat=35.44, countries=("JP",), **city),
            "los-angeles": Place("Los Angeles", lon=-118.24, lat=33.74, countries=("US",), **city),
            "new-zealand": Place("New Zealand", lon=172.5, lat=-41.8, countries=("NZ",), **country),
            "chile": Place("Chile", lon=-71.5, lat=-35.7, countries=("CL",), **country),
            "fiji": Place("Fiji", lon=178.0, lat=-17.8, countries=("FJ",), **country),
            "samoa": Place("Samoa", lon=-172.4, lat=-13.7, countries=("WS",), **country),
        },
        actors={
            "aurora": Actor("The freighter Aurora", "vessels", count=1),
            "trader": Actor("a trader", "person"),
            "team": Actor("A research team", "group"),
        },
        mentions=mentions(
            words,
            {
                "Yokohama": "yokohama",
                "Los Angeles": "los-angeles",
                "New Zealand": "new-zealand",
                "Chile": "chile",
                "Fiji": "fiji",
                "Samoa": "samoa",
            },
        ),
        events=(
            Event(
                "e1",
                "route",
                thread="timber",
                mover="aurora",
                legs=(
                    Leg(
                        "e1a",
                        "asserted",
                        from_="yokohama",
                        to="los-angeles",
                        evidence=words.evidence("The freighter Aurora left Yokohama for Los Angeles with timber"),
                    ),
                ),
            ),
            Event(
                "e2",
                "flow",
                thread="sheep",
                from_="new-zealand",
                to="chile",
                goods="sheep",
                quantity=words.amount("400 sheep", 400, "sheep"),
                status="planned",
                operators=words.operator("planned", "is due to"),
                evidence=words.evidence("New Zealand is due to ship 400 sheep to Chile"),
            ),
            Event(
                "e3",
                "flow",
                thread="wine",
                from_="chile",
                to="new-zealand",
                goods="wine",
                status="alleged",
                operators=words.operator("alleged", "allegedly"),
                says=words.say("a trader said", "trader"),
                evidence=words.evidence("Chile allegedly sent wine to New Zealand"),
            ),
            Event(
                "e4",
                "presence",
                thread="research",
                actor="team",
                place="fiji",
                status="asserted",
                evidence=words.evidence("A research team stays in Fiji"),
            ),
            Event(
                "e5",
                "flow",
                thread="cable",
                from_="fiji",
                to="samoa",
                goods="a cable",
                status="planned",
                operators=words.operator("planned", "expects"),
                evidence=words.evidence("Samoa expects a cable from Fiji"),
            ),
        ),
        steps=(
            Step(
                "Over the ocean",
                "Timber, sheep, wine and a cable cross the Pacific.",
                ("e1", "e2", "e3", "e4", "e5"),
                ("yokohama", "los-angeles", "chile"),
            ),
            Step("Timber", "The Aurora is on her way.", ("e1",), ("yokohama", "los-angeles")),
            Step("Sheep and wine", "Two lines, two directions.", ("e2", "e3"), ("new-zealand", "chile")),
            Step("A cable", "A short line over the date line.", ("e4", "e5"), ("fiji", "samoa")),
        ),
        text=words.text,
    )


def council() -> Story:
    """No places: words without a map."""
    words = Words(
        """Council Argues About Minutes

The clerk allegedly lost 12 files, a member said. The clerk denied it. The members are due to receive copies. \
Nobody was asked to leave.""",
    )
    return Story(
        article=words.article("council", "Council Argues About Minutes"),
        actors={
            "clerk": Actor("The clerk", "person"),
            "member": Actor("a member", "person"),
            "members": Actor("The members", "group"),
        },
        events=(
            Event(
                "e1",
                "flow",
                thread="files",
                from_="clerk",
                goods="files",
                quantity=words.amount("12 files", 12, "files"),
                status="alleged",
                operators=words.operator("alleged", "allegedly"),
                says=words.say("a member said", "member"),
                denies=words.say("The clerk denied it", "clerk"),
                evidence=words.evidence("The clerk allegedly lost 12 files"),
            ),
            Event(
                "e2",
                "flow",
                thread="files",
                to="members",
                goods="copies",
                status="planned",
                operators=words.operator("planned", "are due to"),
                evidence=words.evidence("The members are due to receive copies"),
            ),
        ),
        steps=(
            Step("The files", "A member says that files were lost; the clerk denies it.", ("e1", "e2")),
            Step("The copies", "Copies are due.", ("e2",)),
        ),
        text=words.text,
    )
