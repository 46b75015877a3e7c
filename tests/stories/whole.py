"""One story with everything in it."""

from __future__ import annotations

from dateline.story.model import Actor, Event, Leg, Place, Step, Story
from tests.stories.words import Words


def frigates() -> Story:
    """Everything at once: allegation and denial, use, return, a fork at a strait, a claim to water with two sides."""
    words = Words(
        """Frigates Await Orders In Sri Lanka

COLOMBO – Pakistan has allegedly delivered at least 700 crates of shells to Myanmar since May, an envoy said on \
Tuesday. Over 20 of those shells were reportedly used against targets in Thailand, the envoy added. Both \
Islamabad and Naypyidaw have denied any transfer.

Myanmar is likely to send rice to Pakistan in return. India has supplied blankets. The envoy spoke in Colombo.

Two Danish frigates docked in Sri Lanka are set to transit the Java Sea before heading to Surabaya. The admiral \
declined to confirm whether the ships would pass the Sunda Strait.

Indonesia claims jurisdiction over the Sunda Strait. Singapore contests that claim. Bangladesh said it will not \
send boats.""",
        chrome=("World", "You May Also Like", "Your email address will not be shared"),
    )
    country = {"kind": "country", "precision": "country"}
    city = {"kind": "city", "precision": "city"}
    denial = "Both Islamabad and Naypyidaw have denied any transfer"
    sail = "Two Danish frigates docked in Sri Lanka are set to transit the Java Sea before heading to Surabaya"
    strait = "The admiral declined to confirm whether the ships would pass the Sunda Strait"
    return Story(
        article=words.article("frigates", "Frigates Await Orders In Sri Lanka", dateline="colombo"),
        places={
            "colombo": Place("Colombo", lon=79.86, lat=6.93, countries=("LK",), **city),
            "pakistan": Place("Pakistan", lon=69.4, lat=29.9, countries=("PK",), **country),
            "myanmar": Place("Myanmar", lon=96.5, lat=21.0, countries=("MM",), **country),
            "thailand": Place("Thailand", lon=101.0, lat=15.5, countries=("TH",), **country),
            "india": Place("India", lon=79.0, lat=22.0, countries=("IN",), **country),
            "sri-lanka": Place("Sri Lanka", lon=80.7, lat=7.7, countries=("LK",), **country),
            "bangladesh": Place("Bangladesh", lon=90.2, lat=23.8, countries=("BD",), **country),
            "surabaya": Place("Surabaya", lon=112.74, lat=-7.2, countries=("ID",), **city),
            "java-sea": Place("Java Sea", "sea", lon=111.0, lat=-5.0, precision="area"),
            "sunda-strait": Place("Sunda Strait", "strait", lon=105.3, lat=-6.1, precision="area"),
        },
        actors={
            "envoy": Actor("an envoy", "person"),
            "admiral": Actor("The admiral", "person"),
            "frigates": Actor("Two Danish frigates", "vessels", state="DK", count=2),
            "pakistan-government": Actor("Pakistan", "government", state="PK"),
            "myanmar-government": Actor("Myanmar", "government", state="MM"),
            "indonesia-government": Actor("Indonesia", "government", state="ID"),
            "singapore-government": Actor("Singapore", "government", state="SG"),
            "bangladesh-government": Actor("Bangladesh", "government", state="BD"),
        },
        mentions=tuple(
            sorted(
                (
                    words.mention("COLOMBO", "colombo"),
                    words.mention("Pakistan", "pakistan"),
                    words.mention("Myanmar", "myanmar"),
                    words.mention("Thailand", "thailand"),
                    words.mention("Sri Lanka", "sri-lanka", nth=1),
                    words.mention("Java Sea", "java-sea"),
                    words.mention("Surabaya", "surabaya"),
                    words.mention("Sunda Strait", "sunda-strait"),
                    words.mention("India", "india"),
                    words.mention("Islamabad", None, stands_for="pakistan-government"),
                    words.mention("Naypyidaw", None, stands_for="myanmar-government"),
                ),
                key=lambda mention: mention.at,
            )
        ),
        events=(
            Event(
                "e1",
                "flow",
                thread="shells",
                from_="pakistan",
                to="myanmar",
                goods="shells",
                quantity=words.amount("at least 700 crates", 700, "crates", bound="at-least"),
                when=words.when("since May", open="end"),
                status="alleged",
                operators=words.operator("alleged", "allegedly"),
                says=words.say("an envoy said on Tuesday", "envoy"),
                denies=words.say(denial, "pakistan-government", "myanmar-government"),
                evidence=words.evidence(
                    "Pakistan has allegedly delivered at least 700 crates of shells to Myanmar since May"
                ),
            ),
            Event(
                "e2",
                "use",
                thread="shells",
                goods="shells",
                place="thailand",
                quantity=words.amount("Over 20", 20, "shells", bound="at-least"),
                status="reported",
                operators=words.operator("reported", "reportedly"),
                says=words.say("the envoy added", "envoy"),
                evidence=words.evidence("Over 20 of those shells were reportedly used against targets in Thailand"),
            ),
            Event(
                "e3",
                "flow",
                thread="return",
                from_="myanmar",
                to="pakistan",
                goods="rice",
                status="possible",
                operators=words.operator("possible", "is likely to"),
                evidence=words.evidence("Myanmar is likely to send rice to Pakistan in return"),
            ),
            Event(
                "e4",
                "flow",
                thread="aid",
                from_="india",
                goods="blankets",
                status="asserted",
                evidence=words.evidence("India has supplied blankets"),
            ),
            Event(
                "e5",
                "presence",
                thread="envoy",
                actor="envoy",
                place="colombo",
                status="asserted",
                evidence=words.evidence("The envoy spoke in Colombo"),
            ),
            Event(
                "e6",
                "presence",
                thread="ships",
                actor="frigates",
                place="sri-lanka",
                status="asserted",
                evidence=words.evidence("Two Danish frigates docked in Sri Lanka"),
            ),
            Event(
                "e7",
                "route",
                thread="ships",
                mover="frigates",
                legs=(
                    Leg(
                        "e7a",
                        "planned",
                        from_="sri-lanka",
                        via=("java-sea",),
                        to="surabaya",
                        operators=words.operator("planned", "are set to"),
                        evidence=words.evidence(sail),
                    ),
                    Leg(
                        "e7b",
                        "unconfirmed",
                        from_="sri-lanka",
                        via=("sunda-strait",),
                        to="java-sea",
                        alternative_of="e7a",
                        operators=words.operator("unconfirmed", "declined to confirm whether"),
                        says=words.say(strait, "admiral"),
                        evidence=words.evidence(strait),
                        basis="inferred",
                    ),
                ),
            ),
            Event(
                "e8",
                "claim",
                thread="strait",
                actor="indonesia-government",
                about=("sunda-strait",),
                claim="jurisdiction",
                status="asserted",
                evidence=words.evidence("Indonesia claims jurisdiction over the Sunda Strait"),
            ),
            Event(
                "e9",
                "claim",
                thread="strait",
                actor="singapore-government",
                about=("e8",),
                claim="contests",
                status="asserted",
                evidence=words.evidence("Singapore contests that claim"),
            ),
            Event(
                "e10",
                "flow",
                thread="aid",
                from_="bangladesh",
                goods="boats",
                status="denied",
                operators=words.operator("denied", "will not send"),
                says=words.say("Bangladesh said it will not send boats", "bangladesh-government"),
                evidence=words.evidence("it will not send boats"),
            ),
        ),
        steps=(
            Step(
                "Shells and frigates",
                "Shells are said to have gone to Myanmar; two frigates wait in Sri Lanka.",
                tuple(f"e{n}" for n in range(1, 11)),
                ("pakistan", "myanmar", "sri-lanka", "surabaya"),
            ),
            Step(
                "Shells, alleged and denied",
                "Both capitals deny it.",
                ("e1", "e2"),
                ("pakistan", "myanmar", "thailand"),
            ),
            Step("Rice in return, perhaps", "Likely, no more.", ("e3",), ("myanmar", "pakistan")),
            Step("Aid", "Blankets were supplied; boats will not be.", ("e4", "e10"), ("india",)),
            Step("Two frigates", "Set to sail for Surabaya.", ("e5", "e6", "e7"), ("sri-lanka", "surabaya")),
            Step(
                "Through the Sunda Strait?",
                "The admiral would not say.",
                ("e7b", "e8", "e9"),
                ("sunda-strait",),
            ),
        ),
        text=words.text,
    )
