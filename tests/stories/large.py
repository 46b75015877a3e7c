"""A story made to be too much: five hundred routes of four legs each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dateline.story.model import Actor, Event, Evidence, Leg, Place, Step, Story
from tests.stories.words import Words

if TYPE_CHECKING:
    from dateline.story.model import Status

_STATUSES: tuple[Status, ...] = ("asserted", "reported", "alleged", "planned", "possible")
_TOWNS = 200


def large(events: int = 500) -> Story:
    """Trucks between made-up towns: as many events, four marks each."""
    places = {
        f"town-{n}": Place(
            f"Town {n}",
            "city",
            lon=round(-10 + (n * 37.31) % 130, 3),
            lat=round(-30 + (n * 23.77) % 85, 3),
            precision="city",
        )
        for n in range(_TOWNS)
    }
    stops = [[(n * 13 + k * 29 + n // _TOWNS) % _TOWNS for k in range(5)] for n in range(events)]
    lines = [f"Truck {n} goes by towns {', '.join(map(str, stop))}." for n, stop in enumerate(stops)]
    title = "Five Hundred Trucks"
    words = Words(title + "\n\n" + "\n\n".join(" ".join(lines[n : n + 10]) for n in range(0, events, 10)))
    drawn = []
    for n, (line, stop) in enumerate(zip(lines, stops, strict=True)):
        start = words.text.index(line)
        common: dict[str, Any] = {"status": _STATUSES[n % 5], "evidence": (Evidence(line, (start, start + len(line))),)}
        legs = tuple(
            Leg(f"e{n}{'abcd'[k]}", from_=f"town-{stop[k]}", to=f"town-{stop[k + 1]}", **common) for k in range(4)
        )
        drawn.append(Event(f"e{n}", "route", thread=f"part {n % 4}", mover="trucks", legs=legs))
    everything = tuple(event.id for event in drawn)
    parts = [everything[k::7] for k in range(7)]
    return Story(
        article=words.article("large", title),
        places=places,
        actors={"trucks": Actor("trucks", "vehicles")},
        events=tuple(drawn),
        steps=(
            Step(title, "All at once.", everything, ("town-1",)),
            *(Step(f"Part {k + 1}", "One of seven.", part, ()) for k, part in enumerate(parts)),
        ),
        text=words.text,
    )
