"""The bundled article as a story, read by hand."""

from __future__ import annotations

from dateline.articles import first as article_file
from dateline.reading.text.article import parse
from dateline.story.model import Actor, Article, Event, Leg, Place, Step, Story
from tests.stories.words import Words

_DENIAL = "Both Moscow and Pyongyang have denied the occurrence of direct arms transfers"
_DELIVERED = (
    "North Korea has allegedly delivered at least 16,500 containers of munitions and related materials to Russia"
)
_ASSERT = "Ukraine and the United States, along with other nations and independent analysts, assert"
_SHIPS = (
    "two German warships docked in South Korea, which are set to transit the South China Sea before heading to Manila"
)
_STRAIT = "The general refrained from confirming whether the vessels would navigate the disputed Taiwan Strait"

_PLACES = {
    "north-korea": ("North Korea", "country", 127.2, 40.1, "KP"),
    "russia": ("Russia", "country", 97.0, 61.5, "RU"),
    "south-korea": ("South Korea", "country", 127.8, 36.4, "KR"),
    "ukraine": ("Ukraine", "country", 31.4, 49.0, "UA"),
    "china": ("China", "country", 104.0, 35.0, "CN"),
    "taiwan": ("Taiwan", "region", 120.96, 23.7, "TW"),
    "seoul": ("Seoul", "city", 126.98, 37.57, "KR"),
    "moscow": ("Moscow", "city", 37.62, 55.75, "RU"),
    "pyongyang": ("Pyongyang", "city", 125.75, 39.03, "KP"),
    "manila": ("Manila", "city", 120.98, 14.6, "PH"),
    "south-china-sea": ("South China Sea", "sea", 114.0, 12.0, None),
    "taiwan-strait": ("Taiwan Strait", "strait", 119.5, 24.5, None),
}
_EXACT = {"country": "country", "region": "region", "city": "city", "sea": "area", "strait": "area"}
_SPEAKERS = {
    "Moscow": "russia-government",
    "Pyongyang": "north-korea-government",
    "China": "china-government",
    "Ukraine": "ukraine-government",
    "United States": "us-government",
}


def first() -> Story:
    """Everything that the article says happens, will or may happen, or is claimed."""
    words = Words(article_file().read_bytes().decode())
    parsed = parse(words.text)
    names = {name: key for key, (name, *_) in _PLACES.items()}
    mentions = []
    for name, key in (*names.items(), ("United States", None)):
        for nth in range(words.text.count(name)):
            literal = words.mention(name, key, nth=nth)
            speaks = name in {"Moscow", "Pyongyang", "China", "United States"} or (name == "Ukraine" and nth == 1)
            mentions.append(words.mention(name, key, nth=nth, stands_for=_SPEAKERS[name]) if speaks else literal)
    return Story(
        article=Article(
            title="North Korean Weapons Boosting Russian Stockpiles, Says German General",
            author="Josh Smith",
            publisher="Reuters",
            dateline="seoul",
            file="first.txt",
            sentences=tuple((sentence.start, sentence.end) for sentence in parsed.sentences),
        ),
        places={
            key: Place(name, kind, lon=lon, lat=lat, countries=(state,) if state else (), precision=_EXACT[kind])
            for key, (name, kind, lon, lat, state) in _PLACES.items()
        },
        actors={
            "german-warships": Actor("two German warships", "vessels", state="DE", count=2),
            "carsten-breuer": Actor("Carsten Breuer", "person", state="DE", role="Chief of Defence"),
            "robert-koepcke": Actor("Robert Koepcke", "person", state="US"),
            "russia-government": Actor("Russia", "government", state="RU"),
            "north-korea-government": Actor("North Korea", "government", state="KP"),
            "south-korea-government": Actor("South Korea", "government", state="KR"),
            "ukraine-government": Actor("Ukraine", "government", state="UA"),
            "us-government": Actor("United States", "government", state="US"),
            "other-nations": Actor("other nations", "group"),
            "independent-analysts": Actor("independent analysts", "group"),
            "china-government": Actor("China", "government", state="CN"),
            "taiwan-government": Actor("Taiwan", "government", state="TW"),
        },
        mentions=tuple(sorted(mentions, key=lambda mention: mention.at)),
        events=(*_arms(words), *_aid(words), *_ships(words), *_strait(words)),
        steps=_STEPS,
        text=words.text,
    )


def _arms(words: Words) -> tuple[Event, ...]:
    denies = words.say(_DENIAL, "russia-government", "north-korea-government")
    says = words.say(_ASSERT, "ukraine-government", "us-government", "other-nations", "independent-analysts")
    koepcke = words.say("as noted by Robert Koepcke, U.S. deputy assistant secretary of state", "robert-koepcke")
    common = {"kind": "flow", "thread": "arms"}
    return (
        Event(
            "arms",
            **common,
            from_="north-korea",
            to="russia",
            goods="munitions and related materials",
            quantity=words.amount("at least 16,500 containers", 16500, "containers", bound="at-least"),
            when=words.when("Since September of the previous year", open="end"),
            status="alleged",
            operators=words.operator("alleged", "allegedly"),
            says=koepcke,
            denies=denies,
            evidence=words.evidence(_DELIVERED),
        ),
        Event(
            "assertion",
            **common,
            from_="north-korea",
            to="russia",
            goods="rockets and missiles",
            status="alleged",
            operators=words.operator("alleged", "assert"),
            says=says,
            denies=denies,
            evidence=words.evidence(
                "North Korea is supporting Russia in its conflict with Ukraine by supplying rockets and missiles"
            ),
        ),
        Event(
            "return",
            **common,
            from_="russia",
            to="north-korea",
            goods="economic and military assistance",
            status="possible",
            operators=words.operator("possible", "likely"),
            says=says,
            evidence=words.evidence("likely in exchange for economic and military assistance from Moscow"),
        ),
        Event(
            "use",
            "use",
            thread="arms",
            place="ukraine",
            goods="missiles",
            quantity=words.amount("over 65", 65, "missiles", bound="at-least"),
            status="reported",
            operators=words.operator("reported", "reportedly"),
            says=koepcke,
            evidence=words.evidence("over 65 of those missiles reportedly used against targets in Ukraine"),
        ),
    )


def _aid(words: Words) -> tuple[Event, ...]:
    return (
        Event(
            "aid",
            "flow",
            thread="aid",
            from_="south-korea",
            goods="non-lethal equipment and humanitarian aid",
            status="asserted",
            evidence=words.evidence("South Korea has supplied non-lethal equipment and humanitarian aid"),
        ),
        Event(
            "weapons",
            "flow",
            thread="aid",
            from_="south-korea",
            goods="weapons",
            status="denied",
            operators=words.operator("denied", "will not send"),
            says=words.say("it has stated that it will not send weapons", "south-korea-government"),
            evidence=words.evidence("it will not send weapons"),
        ),
    )


def _ships(words: Words) -> tuple[Event, ...]:
    return (
        Event(
            "visit",
            "presence",
            thread="visit",
            actor="carsten-breuer",
            place="seoul",
            status="asserted",
            evidence=words.evidence("Breuer told reporters in Seoul"),
        ),
        Event(
            "docked",
            "presence",
            thread="ships",
            actor="german-warships",
            place="south-korea",
            status="asserted",
            evidence=words.evidence("two German warships docked in South Korea"),
        ),
        Event(
            "voyage",
            "route",
            thread="ships",
            mover="german-warships",
            legs=(
                Leg(
                    "main",
                    "planned",
                    from_="south-korea",
                    via=("south-china-sea",),
                    to="manila",
                    operators=words.operator("planned", "are set to"),
                    evidence=words.evidence(_SHIPS),
                ),
                Leg(
                    "strait",
                    "unconfirmed",
                    from_="south-korea",
                    via=("taiwan-strait",),
                    to="south-china-sea",
                    alternative_of="main",
                    operators=words.operator("unconfirmed", "refrained from confirming whether"),
                    says=words.say(_STRAIT, "carsten-breuer"),
                    evidence=words.evidence(_STRAIT),
                    basis="inferred",
                ),
            ),
        ),
    )


def _strait(words: Words) -> tuple[Event, ...]:
    return (
        Event(
            "claim",
            "claim",
            thread="strait",
            actor="china-government",
            about=("taiwan-strait",),
            claim="jurisdiction",
            status="asserted",
            evidence=words.evidence("asserts jurisdiction over the 110-mile-wide waterway"),
        ),
        Event(
            "contest",
            "claim",
            thread="strait",
            actor="taiwan-government",
            about=("claim",),
            claim="contests",
            status="asserted",
            evidence=words.evidence("Taiwan fiercely contests these claims"),
        ),
    )


_ALL = ("arms", "assertion", "return", "use", "aid", "weapons", "visit", "docked", "voyage", "claim", "contest")
_STEPS = (
    Step(
        "Arms, aid and two warships",
        "North Korean arms strengthen Russia, a German general says; two German warships are to sail to Manila.",
        _ALL,
        ("north-korea", "russia", "ukraine", "manila"),
    ),
    Step(
        "16,500 containers, alleged and denied",
        "A U.S. official speaks of at least 16,500 containers. Moscow and Pyongyang deny direct arms transfers.",
        ("arms", "assertion", "use"),
        ("north-korea", "russia", "ukraine"),
    ),
    Step("What may come back", "Assistance from Moscow is called likely.", ("return",), ("russia", "north-korea")),
    Step(
        "South Korea’s line",
        "Aid is supplied; weapons will not be sent.",
        ("aid", "weapons", "visit"),
        ("south-korea",),
    ),
    Step(
        "Two German warships",
        "Docked in South Korea, they are set to cross the South China Sea.",
        ("docked", "voyage"),
        ("south-korea", "south-china-sea", "manila", "taiwan"),
    ),
    Step(
        "Through the Taiwan Strait?",
        "The general would not confirm it. China asserts jurisdiction over the strait; Taiwan contests that.",
        ("strait", "claim", "contest"),
        ("taiwan-strait", "taiwan"),
    ),
    Step(
        "The whole picture", "Who says what, and what stays open.", _ALL, ("north-korea", "russia", "ukraine", "manila")
    ),
)
