"""Two stories that are hard on a page: one with much, one with hostile words."""

from __future__ import annotations

from dateline.story.model import (
    Actor,
    Article,
    Correction,
    Event,
    Evidence,
    Leg,
    Operator,
    Place,
    Quantity,
    Statement,
    Step,
    Story,
    When,
)
from tests.stories.words import Words, mentions

_FORTY_PLACES = [
    ("France", "FR", 2.5, 46.6),
    ("Spain", "ES", -3.6, 40.2),
    ("Italy", "IT", 12.8, 42.8),
    ("Poland", "PL", 19.4, 52.1),
    ("Romania", "RO", 25.0, 45.9),
    ("Greece", "GR", 22.0, 39.3),
    ("Turkey", "TR", 35.2, 39.1),
    ("Tunisia", "TN", 9.4, 34.2),
    ("Norway", "NO", 9.0, 61.2),
    ("Finland", "FI", 26.2, 63.3),
]
_FORTY_STATUSES = ("asserted", "reported", "alleged", "planned", "possible", "unconfirmed", "denied")
_FORTY_HEDGES = {
    "asserted": "sent",
    "reported": "reportedly sent",
    "alleged": "allegedly sent",
    "planned": "plans to send",
    "possible": "may send",
    "unconfirmed": "would not confirm sending",
    "denied": "did not send",
}


def forty() -> Story:
    """Forty events: all statuses, seven threads, two units, dates and none."""
    title = "Forty Shipments Cross Europe"
    goods = ("steel", "grain", "paper", "salt", "glass", "wool", "tea")
    lines, drafts = [], []
    for n in range(40):
        status = _FORTY_STATUSES[n % 7]
        origin = _FORTY_PLACES[n % 10]
        goal = _FORTY_PLACES[(n + 1 + n // 10 * 2) % 10]
        what, unit = goods[n % 7], ("tonnes", "crates")[n % 2]
        tail = "" if n % 5 == 4 else f" on {n + 1} of the list" if n % 3 else f" in week {n + 1}"
        if n % 8 == 7:
            verb = "waits" if status == "asserted" else f"is {status} to wait"
            sentence = f"Crew {n + 1} {verb} in {origin[0]}{tail}, says source {n + 1}."
        else:
            amount = f"{(n + 1) * 25} {unit} of {what}" if n % 4 else what
            sentence = f"{origin[0]} {_FORTY_HEDGES[status]} {amount} to {goal[0]}{tail}, says source {n + 1}."
        lines.append(sentence)
        drafts.append((n, status, origin, goal, what, unit, tail, sentence))
    words = Words("\n\n".join([title, *(" ".join(lines[n : n + 5]) for n in range(0, 40, 5))]))
    ids = {name: name.lower() for name, *_ in _FORTY_PLACES}
    actors, events = {}, []
    for n, status, origin, goal, what, unit, tail, sentence in drafts:
        start = words.text.index(sentence)
        quote = sentence.removesuffix(".")
        when = None
        if tail:
            begin = start + sentence.index(tail) + 1
            known = f"2023-{n % 12 + 1:02d}-05" if n % 3 == 0 else None
            when = When(tail.strip(), (begin, start + sentence.index(tail) + len(tail)), start=known)
        evidence = (Evidence(quote, (start, start + len(quote))),)
        common = {"thread": what, "status": status, "evidence": evidence, "when": when}
        actors[f"source-{n + 1}"] = Actor(f"source {n + 1}", "person")
        said = f"says source {n + 1}"
        says = (
            Statement(
                f"source-{n + 1}", said, (start + sentence.index(said), start + sentence.index(said) + len(said))
            ),
        )
        if n % 8 == 7:
            actors[f"crew-{n + 1}"] = Actor(f"Crew {n + 1}", "group")
            events.append(
                Event(f"e{n + 1}", "presence", actor=f"crew-{n + 1}", place=ids[origin[0]], says=says, **common)
            )
            continue
        hedge = _FORTY_HEDGES[status]
        operators = (
            ()
            if status == "asserted"
            else (Operator(status, hedge, (start + sentence.index(hedge), start + sentence.index(hedge) + len(hedge))),)
        )
        amount = f"{(n + 1) * 25} {unit}"
        quantity = None
        if n % 4:
            begin = start + sentence.index(amount)
            quantity = Quantity(value=(n + 1) * 25, unit=unit, at=(begin, begin + len(amount)))
        events.append(
            Event(
                f"e{n + 1}",
                "flow",
                from_=ids[origin[0]],
                to=ids[goal[0]],
                goods=what,
                quantity=quantity,
                says=says,
                operators=operators,
                **common,
            )
        )
    groups = [tuple(f"e{n + 1}" for n in range(k, k + 8)) for k in range(0, 40, 8)]
    steps = (
        Step(
            "Forty shipments",
            "Too much for one look.",
            tuple(event.id for event in events),
            ("france", "turkey", "finland"),
        ),
        *(
            Step(f"Part {k + 1}", f"Events {group[0]} to {group[-1]}.", group, (ids[_FORTY_PLACES[k][0]],))
            for k, group in enumerate(groups)
        ),
        Step("All again", "The whole picture.", tuple(event.id for event in events), ("france", "turkey", "finland")),
    )
    return Story(
        article=words.article("forty", title, published="2024-01-15"),
        places={
            ids[name]: Place(name, "country", lon=lon, lat=lat, countries=(code,), precision="country")
            for name, code, lon, lat in _FORTY_PLACES
        },
        actors=actors,
        mentions=mentions(words, ids),
        events=tuple(events),
        steps=steps,
        text=words.text,
    )


LONG_WORD = "Donau" + "dampfschiff" * 45
EVIL = (
    "</script><script>alert(1)</script> `${alert(2)}` {{7*191}} {% raw %} <img src=x onerror=alert(3)> "
    "\u202egnol\u202c \u2028\u2029 &amp; <!-- 🚢🚢"
)
MANY = " ".join(["ten thousand letters"] * 500)


def hostile() -> Story:
    """What a text may hold to break a page, in every field that takes words."""
    title = f"Hostile {EVIL} title"
    words = Words(
        "\n\n".join(
            [
                title,
                f"🚢 First 🚢🚢 a {EVIL} cargo of 5 {{{{7*191}}}} boxes left Ma<b>lta for Tu`${{}}nisia.",
                f"The 🚢 captain of {LONG_WORD} allegedly said </script> so.",
                "\u202eThe\u202c owner {{7*191}} denied the <img src=x onerror=alert(4)> claim.",
                f"A long story: {MANY}.",
                "The ship {{7*191}} is due to sail from Ma<b>lta to Tu`${}nisia &lt; soon.",
                'Ma<b>lta claims "all" <i>water</i>. Tu`${}nisia contests </textarea> it.',
            ]
        )
    )
    starts = [
        words.text.index(first)
        for first in (
            "🚢 First",
            "The 🚢",
            "\u202eThe",
            "A long",
            "The ship",
            "Ma<b>lta claims",
            "Tu`${}nisia contests",
        )
    ]
    ends = [*(words.text.rindex(".", a, b) + 1 for a, b in zip(starts, [*starts[1:], len(words.text)], strict=True))]
    article = words.article("hostile", title)
    article = Article(
        title=title,
        author=f"By {EVIL}",
        publisher=f"{EVIL} Press",
        published="2024-05-06",
        dateline="malta",
        file=article.file,
        sha256=article.sha256,
        sentences=tuple(zip(starts, ends, strict=True)),
    )
    cargo = words.text[starts[0] : words.text.index(" left Ma<b>lta")]
    said = words.text[starts[1] : ends[1] - 1]
    denied = words.text[starts[2] : ends[2] - 1]
    return Story(
        article=article,
        places={
            "malta": Place("Ma<b>lta", "country", lon=14.4, lat=35.9, countries=("MT",), precision="country"),
            "tunisia": Place("Tu`${}nisia", "country", lon=9.4, lat=34.2, countries=("TN",), precision="country"),
        },
        actors={
            "captain": Actor(f"captain of {LONG_WORD}", "person", role=EVIL),
            "owner": Actor("owner {{7*191}}", "person"),
            "ship": Actor("The ship {{7*191}}", "vessels"),
            "malta-government": Actor("Ma<b>lta", "government", state="MT"),
            "tunisia-government": Actor("Tu`${}nisia", "government", state="TN"),
        },
        mentions=mentions(words, {"Ma<b>lta": "malta", "Tu`${}nisia": "tunisia"}),
        events=(
            Event(
                "e1",
                "flow",
                thread="{{7*191}} </script>",
                from_="malta",
                to="tunisia",
                goods=f"{EVIL} cargo",
                quantity=words.amount("5 {{7*191}} boxes", 5, "{{7*191}} boxes"),
                when=words.when("🚢 First 🚢🚢"),
                status="alleged",
                operators=words.operator("alleged", "allegedly"),
                says=(Statement("captain", said, (starts[1], ends[1] - 1)),),
                denies=(Statement("owner", denied, (starts[2], ends[2] - 1)),),
                evidence=(
                    Evidence(cargo, (starts[0], starts[0] + len(cargo))),
                    Evidence(words.text[starts[3] : ends[3]], (starts[3], ends[3])),
                ),
            ),
            Event(
                "e2",
                "route",
                thread=LONG_WORD,
                mover="ship",
                legs=(
                    Leg(
                        "e2a",
                        "planned",
                        from_="malta",
                        to="tunisia",
                        operators=words.operator("planned", "is due to"),
                        evidence=(Evidence(words.text[starts[4] : ends[4]], (starts[4], ends[4])),),
                    ),
                ),
            ),
            Event(
                "e3",
                "claim",
                thread="water",
                actor="malta-government",
                about=("malta",),
                claim='"all" <i>water</i>',
                status="asserted",
                evidence=(Evidence(words.text[starts[5] : ends[5]], (starts[5], ends[5])),),
            ),
            Event(
                "e4",
                "claim",
                thread="water",
                actor="tunisia-government",
                about=("e3",),
                claim="contests </textarea>",
                status="asserted",
                evidence=(Evidence(words.text[starts[6] : ends[6]], (starts[6], ends[6])),),
            ),
        ),
        steps=(
            Step(f"Step {EVIL}", f"Text {EVIL} {LONG_WORD}", ("e1", "e2", "e3", "e4"), ("malta", "tunisia")),
            Step("{{7*191}}", MANY, ("e1",), ("malta", "tunisia")),
            Step(LONG_WORD, "`${1}`", ("e2",), ("malta", "tunisia")),
        ),
        corrections=(Correction(of="e1", was=EVIL, is_="{{7*191}}", why=LONG_WORD, date="2024-05-07"),),
        text=words.text,
    )
