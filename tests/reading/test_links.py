"""Denials in a story: with the events that they are of, end by end, and with no others."""

import pytest

from dateline.reading.draft import draft
from dateline.reading.places.geoparse import geoparse
from dateline.reading.text.article import parse


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        # What is denied is what was told before, and not told twice; who denies one way says nothing of another.
        ("Norway says Chad sent drones to Togo. Chad has denied supplying drones to Lome.", [True]),
        ("Norway says Chad sent drones to Togo. Chad has denied supplying drones to Peru.", [False, True]),
        (
            "Troops had moved into Oruro, a wire said. Peru dismissed reports that its troops went to Sucre.",
            [False, True],
        ),
        ("Chad is a republic. Chad has denied supplying drones to Peru.", [True]),
        # What hangs on its own sentence is of nothing else.
        ("The families flew to Moscow. A man was killed, a charge that Russia denies.", [False]),
        ("Spain says Chad sent drones to Togo. It accuses Chad of a theft in Lome, which Chad denies.", [False]),
        ("Spain says Chad sent drones to Togo, a charge that Chad denies.", [True]),
        # What hangs on a sentence is of what stands right before it, not of what was told before another deed.
        ("Smugglers took pearls from Lome to Oran, which the ministry denies.", [True]),
        ("The singer fled to Oran after stealing pearls, which she denies.", [False]),
        ("The singer flew to Oran to sell pearls, a claim she denies.", [False]),
        # A denial may stand before the one report that it answers.
        ("Chad has denied sending drones to Togo. A panel says Chad sent 12 drones to Lome in May.", [True, True]),
        ("Chad has denied sending drones to Togo. A panel says Chad sent 12 drones to Cotonou in May.", [True, False]),
        ("Chad has denied sending drones to Togo. A panel says guns were sent to Lome in May.", [True, False]),
        # A claim to a place may stand among what somebody contradicts.
        (
            "Lome has protested over the presence of 40 Ghanaian boats in its waters, the ministry said, rejecting "
            "Accra's claim to all of the Volta. Ghana's embassy denied that any of the boats off Lome were manned by "
            "soldiers and said they had anchored there because of a storm.",
            [True, False, False, False],
        ),
        # What a denial sets against what it denies is none of it.
        (
            "Lome denied that tanks had gone to Mali, despite papers which show two jets leaving for Togo.",
            [True, False],
        ),
        # What gives the lie to it is what was denied.
        (
            "Officials denied allowing France to fly such missions from Togolese bases, only to be contradicted by a "
            "general, who confirmed that French drones were flying over Mali.",
            [True, True],
        ),
        # A delivery that is denied is no call at a port.
        (
            "A ship docked in Lome on Monday, the port said. Its crew denied a report that it had delivered drones.",
            [False],
        ),
    ],
)
def test_a_denial_is_of_what_was_told_before_and_of_what_else_it_says(text, denied):
    article = parse(text)
    story = draft(article, mentions=geoparse(article))
    assert [bool(event.denies) for event in story.events] == denied


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Lawyers say Kenya transferred two prisoners to Uganda. Government "
            "spokesman Peter Oloo called the claim baseless.",
            ["Peter Oloo"],
        ),
        (
            "Human rights groups say Turkey deported 90 refugees to Syria.\n\n“This "
            "never happened,” the interior minister, Ali Kaya, told reporters.",
            ["Ali Kaya"],
        ),
        (
            "Chad is accused of sending arms to rebels in Darfur.\n\nIt was "
            "a wet week.\n\nChadian President Idriss Moussa denied the allegations on Friday.",
            ["Idriss Moussa"],
        ),
        ("The captain travelled to Lisbon without leave, a paper wrote. He denied having been there.", ["captain"]),
        ("Uganda keeps soldiers in eastern Congo, a charge that Kampala denies.", ["Uganda"]),
        ("Belarus sent mercenaries to Libya, an allegation Minsk has rejected.", ["Belarus"]),
        (
            "A paper said Sweden had shipped rockets to Armenia. “Sweden "
            "has never supplied weapons to Armenia,” a spokesman said.",
            ["spokesman"],
        ),
        ("Reports that Laos sent timber to Vietnam are untrue, an official said.", ["official"]),
        ("Poland sold 40 tanks to Morocco, the institute said. The sale was denied by Warsaw.", ["Poland"]),
        (
            "Prosecutors allege that the mill exported 12 engines to Belarus. "
            "The mill, which is based in Lodz, rejects the allegation and says it will appeal.",
            ["the mill"],
        ),
        (
            "Timber went to Spain, Moscow said. Madrid was silent. Kyiv called Moscow's statement a lie.",
            ["Ukraine"],
        ),
        ("Rebels said trucks had reached Lome with guns. The mayor denied the rebels' account.", ["mayor"]),
        ("A paper said Chad's troops had crossed into Niger. Chad said no troops had crossed the border.", ["Chad"]),
        ("Residents said tanks had left the base at Orlo. No tanks have left the base, the army said.", ["the army"]),
        (
            "Khartoum said Kenyan troops had entered Gedaref. “There are no Kenyan troops in Sudan,” an admiral said.",
            ["admiral"],
        ),
        ("In the face of Lima's denials, the panel said that guns were flown from Quito to Bari.", ["Peru"]),
        ("The club called reports that the striker had flown to Turin “nonsense”.", ["club"]),
        ("The club denied the singer was in Oran.", ["club"]),
        ("Prosecutors say Ana Roa moved pearls from Lome to Oran. She has pleaded not guilty.", ["Ana Roa"]),
        ("A paper said tanks will be sent to Togo. “That is not true,” an admiral said.", ["admiral"]),
        ("Asked if tanks would be sent to Togo, an admiral said: “No, that is not true.”", ["admiral"]),
        # What is open stays open.
        ("Rebels said trucks had reached Lome with guns. The mayor denied the bishop's account.", []),
        ("Residents said tanks had left the base at Orlo. No tanks have left the town, the army said.", []),
        ("Aid workers said trucks had reached Bor. Trucks did not reach Juba, the army said.", []),
        ("A paper said tanks had crossed into Chad. The driver said the map was wrong.", []),
        ("Ethiopia sent trucks to Tigray, the agency said. The coach denied that he was tired.", []),
        (
            "A paper said Sweden had shipped rockets to Armenia. “Sweden "
            "will not supply weapons to Armenia,” a spokesman said.",
            [],
        ),
        ("The agency said the minister had visited Doha. His office would neither confirm nor deny the trip.", []),
        (
            "The coalition said Oman had bought grain from India. The port denied a report that its crane had failed.",
            [],
        ),
    ],
)
def test_who_denies_an_event_told_before_is_named_with_it(text, who):
    article = parse(text)
    story = draft(article, mentions=geoparse(article))
    told = min(story.events, key=lambda event: event.evidence[0].at[0])
    denied = [statement.who for part in told.parts for statement in part.denies]
    assert [story.actors[key].name.removeprefix("The ").removeprefix("an ").removeprefix("a ") for key in denied] == who


@pytest.mark.parametrize(
    "text",
    [
        "Oman denies backing the rebels, whose fighters entered Goma on Sunday.",
        "The bishop, who denies the charges, was flown to Rome on Friday.",
    ],
)
def test_nobody_denies_what_the_article_tells_behind_a_denial(text):
    """Behind the verb that denies the article goes on in its own voice."""
    article = parse(text)
    (event,) = (event for event in draft(article, mentions=geoparse(article)).events if event.kind == "route")
    assert not event.denies


def test_the_dash_of_a_dateline_is_no_part_of_who_denies_and_its_ports_are_their_own():
    """A wire's opening stands before the name; "its" points back to whoever denies."""
    article = parse("LIMA (Reuters) – Peru denied charges that a boat unloaded rifles at one of its ports.")
    story = draft(article, mentions=geoparse(article))
    (flow,) = story.events
    assert [story.actors[denial.who].name for denial in flow.denies] == ["Peru"]
    assert story.places[flow.to].name == "Peru"


def test_a_denial_of_a_clause_is_of_all_that_the_clause_tells():
    """Two deeds behind one "that" are denied both; a deed behind the object of a denial is not."""
    article = parse("Chad denied that it sent tanks to Sudan and shipped oil to Mali.")
    story = draft(article, mentions=geoparse(article))
    assert [bool(event.denies) for event in story.events] == [True, True]
