"""The same thing told in many ways: whatever stands around a verb and its subject, who goes where stays the same."""

from __future__ import annotations

from itertools import product

import pytest

from dateline.reading.draft import draft
from dateline.reading.places.geoparse import geoparse
from dateline.reading.text.article import parse
from dateline.story.model import WEAKEST_FIRST

TOLD = {
    "a German frigate": ("sailed", "from Oslo to Lagos", "oslo", "lagos"),
    "the envoy": ("left", "Cairo for Tunis", "cairo", "tunis"),
    "about 900 refugees": ("crossed", "into Chad from Sudan", "sudan", "chad"),
    "three injured men": ("were taken", "to a hospital in Durban", None, "durban"),
    "Ethiopian troops": ("withdrew", "from Somalia", "somalia", None),
}
"""Who, the verb, the rest, and where the way begins and ends."""

SUBJECTS = (
    "{s}",
    "{s}, one of the first to apply,",
    "{s}, which waited for weeks to be let go,|{s}, who had waited for weeks to be let go,",
    "{s}, whose case drew wide attention,",
    "{s} (pictured)",
    "{s} — described by officials as exhausted —",
    "{s}, accompanied by two nurses,",
    "{s}, fearing for the worst,",
    "{s} carrying letters for the king",
    "{s} named in the report",
    "{s} of the eastern fleet",
    "{s}, once a symbol of hope,",
    "{s}, according to a report by auditors,",
    "{s}, despite the objections of the owners,",
)
SENTENCES = (
    "{s} {v}.",
    "On Monday, {s} {v}.",
    "After months of talks, {s} {v}.",
    "After the rebels attacked the town, {s} {v}.",
    "As fighting spread to the suburbs, {s} {v}.",
    "The ministry said on Monday that {s} {v}.",
    "The ministry said {s} {v}.",
    "{s} {v}, said Ana Diaz, a spokeswoman for the ministry.",
    "According to a report, {s} {v}.",
    "“{s} {v},” the spokeswoman said.",
    "The road was closed when {s} {v}.",
    "It was not the first time that {s} {v}.",
    "The army closed the road, and {s} {v}.",
    "Last week, {s} {v}, prompting an inquiry.",
    "The news came a day after {s} {v}.",
    "Since the law was passed, critics say, {s} {v}.",
    "Asked about the delay, he said {s} {v}.",
    "The hall was full, and {s} {v}.",
)
TAILS = (
    "{v} on Tuesday",
    "{v} after the rebels attacked the town",
    "{v} despite warnings from the army",
    "{v} to escape the heat",
    "{v} and thanked the crew",
    "{v} late on Tuesday night, two days after the vote",
    "{v} as fighting spread to the suburbs",
    "{v}, sparking protests at home",
    "{v} while the king stayed at home",
)


def ways(text):
    """Who goes from where to where in a text, with how certain that is."""
    article = parse(text)
    story = draft(article, mentions=geoparse(article))
    return [
        (story.actors[event.mover].name if event.mover in story.actors else None, leg.from_, leg.to, leg.status)
        for event in story.events
        for leg in event.legs
    ]


def is_told(text, who):
    _, _, start, goal = TOLD[who]
    return any(
        mover is not None
        and who.split()[-1] in mover
        and (from_, to) == (start, goal)
        and status in {"asserted", "reported"}
        for mover, from_, to, status in ways(text)
    )


def built(sentence, subject, who, *, tail="{v}"):
    verb, rest, *_ = TOLD[who]
    shape = subject.split("|")[0 if "frigate" in who else -1]
    words = sentence.format(s=shape.format(s=who), v=tail.format(v=f"{verb} {rest}"))
    at = int(words[0] == "“")
    return words[:at] + words[at].upper() + words[at + 1 :]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_what_stands_around_a_clause_changes_nothing_of_it(sentence):
    """Whatever is told of the subject besides."""
    texts = {built(sentence, subject, who): who for subject, who in product(SUBJECTS, TOLD)}
    assert [text for text, who in texts.items() if not is_told(text, who)] == []


@pytest.mark.parametrize("tail", TAILS)
def test_what_follows_a_verb_changes_nothing_of_who_goes_where(tail):
    texts = {built(sentence, "{s}", who, tail=tail): who for sentence, who in product(SENTENCES[:8], TOLD)}
    assert [text for text, who in texts.items() if not is_told(text, who)] == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The envoy agreed to leave Cairo for Tunis.", "planned"),
        ("The envoy refused to leave Cairo for Tunis.", "denied"),
        ("The king asked the envoy to leave Cairo for Tunis.", "possible"),
        ("Having left Cairo for Tunis, the envoy made no comment.", "asserted"),
        ("The envoy, who left Cairo for Tunis on Monday, made no comment.", "asserted"),
        ("The envoy signed a treaty, left Cairo for Tunis and made no comment.", "asserted"),
        ("The envoy made no comment before leaving Cairo for Tunis.", "asserted"),
        ("The envoy was seen leaving Cairo for Tunis.", "asserted"),
        ("Thieves attacked the envoy leaving Cairo for Tunis.", "asserted"),
        ("The envoy leaving Cairo for Tunis was attacked by thieves.", "asserted"),
        ("The envoy, who officials say left Cairo for Tunis, made no comment.", "reported"),
    ],
)
def test_wherever_a_verb_stands_it_tells_the_same_way(text, status):
    """In a clause of its own, in a relative, as an infinitive or a participle."""
    assert [way[1:] for way in ways(text)] == [("cairo", "tunis", status)]


HEDGES = {
    "flew to Lagos": "asserted",
    "may fly to Lagos": "possible",
    "will fly to Lagos": "planned",
    "did not fly to Lagos": "denied",
    "refused to fly to Lagos": "denied",
    "reportedly flew to Lagos": "reported",
    "flew to Lagos, which may join the bloc": "asserted",
    "flew to Lagos for talks that may fail": "asserted",
    "flew to Lagos, refusing to comment": "asserted",
    "flew to Lagos because the road was blocked": "asserted",
}
BESIDE = (
    "{s}",
    "{s}, who may be charged,",
    "{s}, accused of lying,",
    "{s}, described by critics as a failure,",
    "{s}, whose plans were unclear,",
    "{s}, despite threats from rebels,",
    "{s}, who denied the charge,",
    "{s}, hoping for a deal,",
    "{s}, one of those expected to resign,",
    "{s} said to be close to the king",
    "{s} wanted for fraud",
)
HEARD = {
    "{s} {v}.": None,
    "On Monday, {s} {v}.": None,
    "Although the talks could fail, {s} {v}.": None,
    "While no deal was reached, {s} {v}.": None,
    "The deal may fail, but {s} {v}.": None,
    "The king will resign, and {s} {v}.": None,
    "No one was hurt, and {s} {v}.": None,
    "He regretted that {s} {v}.": None,
    "The ministry said that {s} {v}.": "reported",
    "The minister, who denied any role, said {s} {v}.": "reported",
}


@pytest.mark.parametrize("frame", HEARD)
def test_what_is_hedged_beside_a_thing_makes_it_no_less_certain(frame):
    """Only what governs its verb does, and who says so."""
    wrong = {}
    for (verb, status), subject in product(HEDGES.items(), BESIDE):
        words = frame.format(s=subject.format(s="the army chief"), v=verb)
        told = words[0].upper() + words[1:]
        wanted = min([status, HEARD[frame] or status], key=WEAKEST_FIRST.index)
        if (found := [way[3] for way in ways(told) if way[2] == "lagos"]) != [wanted]:
            wrong[told] = found
    assert wrong == {}


TITLES = """
police chief|foreign policy chief|opposition leader|human rights lawyer|deputy foreign minister|former defence secretary
hip-hop star|national security adviser|EU trade commissioner|fishing boat captain|rebel commander|drug lord
murder suspect|asylum seeker
freelance reporter|oil trader|chief executive|caretaker prime minister|first lady|test pilot|Hamas leader
lead negotiator|senior official|bishop|rapper|nurse|tennis player|US special envoy|Republican senator|British tourist
"""
TITLED = (
    "{t} Ana Roa flew to Lima on Monday.",
    "{t} Ana Roa is expected to visit Lima next week.",
    "Officials said {t} Ana Roa had left Cairo for Lima.",
    "On Friday {t} Ana Roa, 56, arrived in Lima from Cairo.",
    "The meeting came as {t} Ana Roa travelled to Lima.",
    "“We wait,” said {t} Ana Roa, who flew to Lima on Monday.",
)


@pytest.mark.parametrize("title", TITLES.replace("\n", "|").strip("|").split("|"))
def test_whatever_somebody_is_called_it_is_they_who_go(title):
    """A title of any build stands before a name, also behind a day."""
    for frame in TITLED:
        words = frame.format(t=title)
        text = words[0].upper() + words[1:]
        article = parse(text)
        (event,) = draft(article, mentions=geoparse(article)).events
        assert "ana-roa" in event.mover, text
        assert [leg.to for leg in event.legs] == ["lima"], text


DEEDS = (
    "A visit by Ana Roa to Chad",
    "A visit by Ana Roa, the foreign minister, to Chad",
    "A three-day visit to Chad by the king",
    "A delivery of rice by Oman to Chad",
    "The deployment of French troops to Chad",
    "The return of refugees to Chad",
    "The extradition of a banker from Oman to Chad",
)
FATES = {
    "will take place in May": "planned",
    "is scheduled for May": "planned",
    "was expected to begin on Monday": "planned",
    "is due to begin on Monday": "planned",
    "may take place in May": "possible",
    "could follow": "possible",
    "is now in doubt": "possible",
    "is under discussion": "possible",
    "allegedly took place in May": "alleged",
    "began on Monday, officials said": "reported",
    "began on Monday": "asserted",
    "did not take place": "denied",
    "has been cancelled": "denied",
    "was halted": "denied",
}


@pytest.mark.parametrize("deed", DEEDS)
def test_what_becomes_of_a_deed_says_how_certain_it_is(deed):
    """Whoever does it, and wherever it is said who."""
    wrong = {}
    for fate, status in FATES.items():
        article = parse(f"{deed} {fate}.")
        story = draft(article, mentions=geoparse(article))
        found = {leg.status for event in story.events for leg in getattr(event, "legs", None) or (event,)}
        if found != {status}:
            wrong[fate] = found
    assert wrong == {}


STAND = {
    "two British cutters": ("were docked", "", "in Manila", "manila"),
    "the soprano": ("sang", "", "in Prague", "prague"),
    "Ethiopian troops": ("were stationed", "", "in Somalia", "somalia"),
    "nine sailors": ("were held", "", "in Libya", "libya"),
    "the foreign minister": ("met", "her counterpart", "in Oslo", "oslo"),
}
"""Who is somewhere, the verb, its object, where, and the place's id."""
PASS = {
    "Norway": ("sent", "40 howitzers", "to Ukraine", "ukraine"),
    "Kenya": ("exported", "tea", "to Egypt", "egypt"),
    "the charity": ("delivered", "food", "to Gaza", "gaza"),
    "Iran": ("sold", "drones", "to Sudan", "sudan"),
}
"""Who gives, the verb, the goods, to whom, and the place's id."""
HOW = (
    "on Tuesday night, local time,",
    "late on Tuesday",
    "that day",
    "last month",
    ", officials said,",
    ", however,",
    "after a nine-hour delay",
    "despite the ban",
    "without warning",
    "as part of a deal",
    "under a deal signed in May",
    "on the orders of the king",
    "at the request of the court",
    "with the help of volunteers",
    "at short notice",
    "free of charge",
    "for the first time since 2011",
    "amid tight security",
    "quietly",
)


def told(text, kind):
    """The events of a kind in a text: where, and how certain."""
    article = parse(text)
    events = draft(article, mentions=geoparse(article)).events
    return [(event.place if kind == "presence" else event.to, event.status) for event in events if event.kind == kind]


def sentence(*words):
    said = " ".join(word for word in words if word).replace(" ,", ",")
    return said[0].upper() + said[1:] + "."


@pytest.mark.parametrize("how", HOW)
@pytest.mark.parametrize("kind", ["presence", "flow"])
def test_how_and_when_a_thing_is_done_parts_no_place_from_it(kind, how):
    """Whatever stands between a verb, or its object, and the place."""
    wrong = {}
    for who, (verb, what, where, place) in {"presence": STAND, "flow": PASS}[kind].items():
        text = sentence(who, verb, what, how, where)
        if (found := told(text, kind)) != [(place, "reported" if "said" in how else "asserted")]:
            wrong[text] = found
    assert wrong == {}


GOODS = (
    "tents",
    "40 tonnes of rice",
    "rice and oil",
    "wood, rice and other goods",
    "cheap, locally made cloth",
    "three second-hand Danish-built tractors",
    "dozens of tents",
    "some 300 of the 900 tents",
    "one of the tents",
    "the first of 14 tanks",
    "a total of $9 million",
    "tents worth $3m",
    "rice bought with the loan",
    "tents found in a barn",
)


@pytest.mark.parametrize("goods", GOODS)
def test_whatever_goods_are_called_they_pass_on(goods):
    """Counted, joined, described, bought or found before: by a verb and by its passive."""
    for text in (f"Norway sent {goods} to Sudan.", f"Norway will send {goods} to Sudan."):
        assert [place for place, _ in told(text, "flow")] == ["sudan"], text


DONE = {
    "{o} {be} {v} to Sudan": "asserted",
    "{o} {be} {v} to Sudan by Norway": "asserted",
    "{o} got {v} to Sudan": "asserted",
    "{o} {have} been {v} to Sudan": "asserted",
    "{o} {are} being {v} to Sudan": "asserted",
    "{o} will be {v} to Sudan": "planned",
    "{o} {are} due to be {v} to Sudan": "planned",
    "{o} may have been {v} to Sudan": "possible",
    "{o} {be} not {v} to Sudan": "denied",
    "{o} {be} allegedly {v} to Sudan": "alleged",
    "officials said {o} {be} {v} to Sudan": "reported",
    "{o} {v} to Sudan {be} lost": "asserted",
    "{o} that Norway {v} to Sudan {be} lost": "asserted",
    "nobody was hurt when {o} {be} {v} to Sudan": "asserted",
    "Norway had {o} {v} to Sudan": "asserted",
    "reporters saw {o} being {v} to Sudan": "asserted",
}


@pytest.mark.parametrize("frame", DONE)
def test_goods_pass_on_in_the_passive_as_well(frame):
    """With and without whoever gives, in every tense, as a participle and in a relative."""
    for goods, many in {"rifles": True, "rice": False}.items():
        helpers = {"be": "were", "have": "have", "are": "are"} if many else {"be": "was", "have": "has", "are": "is"}
        text = sentence(frame.format(o=goods, v="sent", **helpers))
        assert told(text, "flow") == [("sudan", DONE[frame])], text


NOW = {
    "has sung": "asserted",
    "had sung": "asserted",
    "is singing": "asserted",
    "used to sing": "asserted",
    "is going to sing": "planned",
    "is due to sing": "planned",
    "is set to sing": "planned",
    "is about to sing": "planned",
    "may sing": "possible",
    "did not sing": "denied",
    "refused to sing": "denied",
    "was forced to sing": "asserted",
    "ended up singing": "asserted",
    "reportedly sang": "reported",
    "allegedly sang": "alleged",
}
SEEN = {
    "residents saw the tenor sing in Prague": "asserted",
    "the fact that the tenor sang in Prague surprised nobody": "asserted",
    "nobody knows why the tenor sang in Prague": "reported",
    "singing in Prague, the tenor fell ill": "asserted",
    "the tenor fell ill after performing in Prague": "asserted",
    "the tenor was among those who sang in Prague": "asserted",
    "the guild said on Monday two tenors sang in Prague": "reported",
    "the plan is for the tenor to sing in Prague": "planned",
    "the mayor wants the tenor to sing in Prague": "possible",
}


@pytest.mark.parametrize(
    ("text", "status"), [(f"the tenor {verb} in Prague", status) for verb, status in NOW.items()] + [*SEEN.items()]
)
def test_who_is_somewhere_is_so_in_every_tense_and_build(text, status):
    assert told(sentence(text), "presence") == [("prague", status)]
    assert ways(sentence(text)) == []


NOTHING = (
    "the talks were held {h} in Oslo",
    "she was born {h} in Oslo",
    "the novel is set {h} in Oslo",
    "the king was praised {h} for a speech in Oslo",
    "the firm sold {h} its shares to the public",
)


@pytest.mark.parametrize("how", ["", *HOW])
def test_how_and_when_makes_no_event_of_what_is_none(how):
    for text in NOTHING:
        article = parse(sentence(text.format(h=how)))
        assert draft(article, mentions=geoparse(article)).events == (), text
