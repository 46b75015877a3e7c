"""The draft: whatever the text, a story that holds to it; many at once, a line each."""

import json
import os
import subprocess
import sys
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dateline.articles import first
from dateline.reading.draft import draft
from dateline.reading.drafts import draft_lines
from dateline.reading.places.geoparse import geoparse
from dateline.reading.text.article import parse
from dateline.story.check import check
from dateline.story.file import dumps, loads
from dateline.story.ids import dangling

ODD = {
    "nothing": "",
    "blanks": " \n\n \t ",
    "capitals": "TWO SHIPS LEFT MALTA FOR TUNIS ON MONDAY, THE NAVY SAID. " * 3,
    "no stops": "two ships left Malta for Tunis and then " * 300,
    "nested quotes": "“He said ‘she said “they left Malta for Tunis” at noon’ to us,” the mayor of Rome said. " * 5,
    "table": "Malta\t12\t14\nTunis\t13\t15\nRome\t1\t2\n" * 40,
    "bullets": "- left Malta\n- reached Tunis\n- sailed to Rome\n" * 20,
    "french": "Deux navires ont quitté Malte pour Tunis lundi, a déclaré la marine. " * 5,
    "marks": "((((\"'“”‘’—–;:,.!?" * 50,
    "braces": "{{ 7 * 7 }} left Malta for {% raw %} Tunis <b>on</b> Monday. " * 5,
    "one word": "Malta" * 4000,
    "a preposition at the end": "Norway gave loan $3 million to",
    "a noun of saying at the end": "Ana described lies reports",
    "a title's verb": "in Tabled Oslo’s request to get a machine installed",
}  # fmt: skip


def read(text):
    article = parse(text, published="2021-06-16")
    return draft(article, mentions=geoparse(article))


SEEDED = """
import sys
from dateline.reading.text.article import parse
from dateline.reading.draft import draft
from dateline.reading.places.geoparse import geoparse
from dateline.story.file import dumps
article = parse(sys.stdin.read(), published="2021-06-16")
sys.stdout.write(dumps(draft(article, mentions=geoparse(article))))
"""


def test_the_same_text_gives_the_same_bytes_whatever_the_order_of_sets():
    """Nouns of two classes (a carrier is a ship and a firm) are of the same one in every process."""
    text = (
        "A bulk carrier left Odesa for Tunis on Monday. Turkey sent drones and rockets to Mali. Ten fighters went from "
        "Oman to Yemen, and two carriers sailed from Toulon to Crete, officials in Athens said. Cairo denied the claim."
    )
    told = set()
    for seed in range(4):
        made = subprocess.run(  # noqa: S603 - ours
            [sys.executable, "-c", SEEDED],
            input=text,
            capture_output=True,
            check=True,
            encoding="utf-8",
            env=os.environ | {"PYTHONHASHSEED": str(seed)},
        )
        told.add(made.stdout)
    assert len(told) == 1
    story = loads(told.pop())
    assert [actor.kind for actor in story.actors.values() if "carrier" in actor.name] == ["vessels", "vessels"]


def quotes_hold(story):
    return all(
        story.text[entry.at[0] : entry.at[1]] == entry.quote
        for event in story.events
        for part in event.parts
        for entry in (*part.evidence, *part.says, *part.denies)
    )


@pytest.mark.parametrize("name", ODD)
def test_odd_text_gives_a_story_and_never_raises(name):
    story = read(ODD[name])
    assert not dangling(story)
    assert quotes_hold(story)


SAYS_SO = ("Ukraine", "United States", "independent analysts", "other nations")
BOTH = ("North Korea", "Russia")
TOLD = [  # kind, from or place, to, who does it, status, who says so, who denies it
    ("flow", "North Korea", None, None, "reported", ("Germany’s top military official",), BOTH),
    ("route", None, "South Korea", "Germany’s top military official", "asserted", (), ()),
    ("flow", "North Korea", "Russia", None, "alleged", SAYS_SO, BOTH),
    ("flow", "Russia", "North Korea", None, "possible", SAYS_SO, ()),
    ("flow", "North Korea", "Russia", None, "alleged", ("Robert Koepcke",), BOTH),
    ("use", "Ukraine", None, None, "reported", ("Robert Koepcke",), ()),
    ("flow", "South Korea", "Ukraine", None, "possible", (), ()),
    ("flow", "South Korea", None, None, "asserted", (), ()),
    ("flow", "South Korea", None, None, "denied", ("South Korea",), ()),
    ("presence", "South Korea", None, "two German warships", "asserted", (), ()),
    ("route", "South Korea", "Manila", "two German warships", "planned", (), ()),
    ("claim", None, None, "China", "asserted", (), ()),
    ("claim", None, None, "China", "asserted", (), ()),
    ("claim", None, None, "Taiwan", "asserted", (), ()),
    ("claim", None, None, "its people", "reported", ("Taiwan",), ()),
]


def test_the_first_article_is_read_so():
    """Every event with its parties, how certain, who says so and who denies it; of a route its first leg."""
    text = first().read_text(encoding="utf-8")
    article = parse(text)
    story = draft(article, mentions=geoparse(article))
    parties = {**story.places, **story.actors}

    def name(key):
        return parties[key].name if key else None

    def names(statements):
        return tuple(sorted(name(statement.who) for statement in statements))

    told = []
    for event in story.events:
        part = event.legs[0] if event.legs else event
        doer = name(event.mover or event.actor or event.agent)
        ends = name(part.from_ or event.place), name(part.to)
        told.append((event.kind, *ends, doer, part.status, names(part.says or event.says), names(event.denies)))
    assert told == TOLD


def test_the_first_article_passes_the_lint_and_survives_its_file():
    """No fault in the draft; written and read again it is the same document."""
    article = parse(first().read_text(encoding="utf-8"))
    story = draft(article, mentions=geoparse(article))
    assert not [finding for finding in check(story) if finding.level == "fault"]
    assert dumps(loads(dumps(story), text=story.text)) == dumps(story)
    assert dumps(draft(article, mentions=geoparse(article))) == dumps(story)


WORDS = (
    "Two ships left Malta for Tunis on Monday and Egypt said that it may send 40 tanks to Libya , . “ ” Cairo denied "
    "the deliveries which were planned from Rome via Sicily before returning"
)


@settings(max_examples=40)
@example(["Two", "denied", "denied", "ships", "Malta"])
@given(st.lists(st.sampled_from(WORDS.split()), max_size=40))
def test_any_words_give_a_story_that_holds_to_them(words):
    """Quotes are slices, ids lead somewhere, and no place is drawn that the text does not name."""
    story = read(" ".join(words))
    assert not dangling(story)
    assert quotes_hold(story)
    assert not [f for f in check(story) if f.rule in {"quote-matches", "ids-resolve", "place-in-text", "has-evidence"}]


@pytest.mark.parametrize(
    "text",
    [
        "Two ships left Malta for Tunis on Monday, the navy said, and they may sail to Rome before docking in Bari. ",
        "two ships left Malta for Tunis and said that they may reach Rome, which ",
        "“Go to Malta,” he said. ",
    ],
)
def test_work_grows_with_the_text_and_no_faster(text):
    """A doubling series, counted in calls: no clock, so that a busy machine changes nothing."""
    read(text)
    articles = [parse(text * size, published="2021-06-16") for size in (40, 80, 160)]
    mentions = [geoparse(article) for article in articles]
    counts = [calls(lambda n=n: draft(articles[n], mentions=mentions[n])) for n in range(3)]
    assert all(later < 2.4 * sooner for sooner, later in pairwise(counts)), counts


def calls(work):
    """How many functions are called while something is done."""
    count = 0

    def profile(_frame, event, _argument):
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(profile)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def test_a_line_that_cannot_be_read_is_told_and_the_others_come():
    lines = [
        b'{"doc_id": "a", "text": "Two ships left Malta for Tunis on Monday.", "published": "2021-06-16"}',
        b"{",
        b"",
        b'{"doc_id": "b", "text": 7}',
        b'{"doc_id": "c", "text": "", "published": "yesterday"}',
        b'{"doc_id": "d", "text": ""}',
    ]
    out = list(draft_lines(lines))
    assert [str(line)[:7] for line in out if isinstance(line, Exception)] == ["line 2:", "line 4:", "line 5:"]
    told = [json.loads(line) for line in out if isinstance(line, str)]
    assert [row["doc_id"] for row in told] == ["a", "d"]
    assert told[0]["story"]["events"][0]["legs"][0]["when"]["start"] == "2021-06-14"


def test_what_is_contrary_to_fact_behind_if_is_no_event():
    article = parse("The ferry would have reached Tunis if it had left Malta on time.")
    assert draft(article, mentions=geoparse(article)).events == ()
    article = parse("If the ferry leaves Malta on time, it will reach Tunis on Friday.")
    assert len(draft(article, mentions=geoparse(article)).events) > 0


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("Tokyo gave two boats to Fiji.", ("japan", "fiji")),
        ("Tea was shipped from Tokyo to London.", ("tokyo", "london")),  # where it is shipped is no government
        ("Fiji received military assistance from Tokyo.", ("japan", "fiji")),
        ("A Chinese firm bought crude from Angola.", ("angola", "china")),
    ],
)
def test_a_capital_that_gives_or_gets_is_its_state(text, ends):
    article = parse(text)
    (event,) = draft(article, mentions=geoparse(article)).events
    assert (event.from_, event.to) == ends


def test_what_is_brought_to_those_stuck_there_goes_where_they_are():
    """Behind a participle "there" is the place told before."""
    story = read("Airdrops over Taiz have brought flour to the 9,000 families cut off there.")
    assert [(event.kind, event.to or event.place) for event in story.events] == [("flow", "taiz"), ("presence", "taiz")]


def test_two_surnames_are_two_people_though_one_was_named_in_full():
    """Neither stands for the pair."""
    story = read("Judge Roa spoke. Clerk Ana Lind agreed. Roa and Lind flew to Memphis.")
    assert [story.actors[event.mover].name for event in story.events] == ["Roa and Lind"]


def test_those_trapped_there_are_in_the_place_told_before():
    story = read("Trucks brought rice to Goma for the 900 nuns trapped there.")
    assert [(story.actors[one.actor].name, one.place) for one in story.events if one.kind == "presence"] == [
        ("the 900 nuns", "goma")
    ]


def test_those_in_the_area_are_in_the_place_told_before():
    story = read("A quake hit Izmir on Monday. Nine rescue teams are still in the area.")
    assert [(story.actors[one.actor].name, one.place) for one in story.events if one.kind == "presence"] == [
        ("Nine rescue teams", "izmir")
    ]


@pytest.mark.parametrize(
    ("text", "way"),
    [
        pytest.param(
            "The bust was carried to Cotonou and shipped from there to Antwerp.", ("cotonou", "antwerp"), id="behind"
        ),
        pytest.param(
            "They went to Paris; from there they took the Eurostar to London.", ("paris", "london"), id="before"
        ),
    ],
)
def test_a_way_from_there_begins_where_the_last_one_ended(text, way):
    event = read(text).events[-1]
    ends = (event.from_, event.to) if event.kind == "flow" else (event.legs[-1].from_, event.legs[-1].to)
    assert ends == way
