"""The telling: which steps, in which order, what each shows."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from dateline.story.model import STATUSES, Step

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from dateline.story.model import Event, Span, Story

__all__ = ["steps"]

_MOST = 7  # between the two overviews, so that a telling has at most nine steps
_FULL = 4  # events in one step, as long as there is room for another step


def steps(story: Story, /) -> tuple[Step, ...]:
    """
    Tell a story: an overview, one step for each matter in the order of the text, the overview again.

    A step shows events of one thread that stand near each other in the text, or of one sentence. Its words are the
    article's own: the sentences that its events rest on. Rejected events are in no step. A story of at most two matters
    needs no second overview; one without events has a single step.

    Returns
    -------
    steps
        At most nine; every event that is not rejected is in at least one.

    Examples
    --------
    >>> from dateline.story.model import Article, Event, Story
    >>> flow = Event(id="e1", kind="flow", goods="grain", status="asserted")
    >>> [step.title for step in steps(Story(article=Article(title="Grain moves"), events=(flow,)))]
    ['Grain moves', 'Grain']
    """
    events = [event for event in story.events if event.review != "rejected"]
    everything = tuple(event.id for event in events)
    title = story.article.title or "Overview"
    overview = Step(title=title, text=_opening(story), show=everything, focus=_focus(story, events))
    if not events:
        return (overview,)
    told = tuple(_step(story, group) for group in _groups(story, events))
    if len(told) <= 2:
        return (overview, *told)
    closing = Step(title="The whole picture", text=_balance(events), show=everything, focus=overview.focus)
    return (overview, *told, closing)


def _groups(story: Story, events: list[Event]) -> list[list[Event]]:
    """
    Cut the events, in the order of the text, where the thread changes, unless the words would be told twice.

    What is left over is joined until it fits.
    """
    ordered = sorted(events, key=_place_in_text)
    groups: list[list[Event]] = []
    for _, run in groupby(ordered, key=lambda event: event.thread):
        members = list(run)
        for group in (members[n : n + _FULL] for n in range(0, len(members), _FULL)):
            if groups and len(groups[-1]) + len(group) <= _FULL and _is_said_in(story, group, groups[-1]):
                groups[-1] += group
            else:
                groups.append(group)
    while len(groups) > _MOST:
        # The two smallest neighbours, those of one thread before others.
        def cost(n: int) -> tuple[int, bool]:
            return len(groups[n]) + len(groups[n + 1]), groups[n][0].thread != groups[n + 1][0].thread

        n = min(range(len(groups) - 1), key=cost)
        groups[n : n + 2] = [groups[n] + groups[n + 1]]
    return groups


def _is_said_in(story: Story, events: list[Event], others: list[Event]) -> bool:
    """Whether events rest on no sentence that others do not rest on."""
    own = _sentences(story, events)
    return bool(own) and own.keys() <= _sentences(story, others).keys()


def _place_in_text(event: Event) -> int:
    spans = [evidence.at for part in event.parts for evidence in part.evidence]
    return min((start for start, _ in spans), default=1 << 60)


def _step(story: Story, events: list[Event]) -> Step:
    span = _span(events)
    return Step(
        title=_title(story, events),
        text=_quoted(story, events),
        show=tuple(event.id for event in events),
        focus=_focus(story, events),
        quote=span,
    )


def _span(events: list[Event]) -> Span | None:
    for event in events:
        for part in event.parts:
            for evidence in part.evidence:
                return evidence.at
    return None


def _title(story: Story, events: list[Event]) -> str:
    first = events[0]
    words = _matter(story, first)
    statuses = {part.status for event in events for part in event.drawn}
    hedge = next((status for status in statuses if status != "asserted"), None) if len(statuses) == 1 else None
    return f"{_capital(words)} ({hedge})" if hedge else _capital(words)


def _matter(story: Story, event: Event) -> str:
    """Say in a few words what an event is about, in the text's own names."""

    def name(key: str | None) -> str | None:
        party = story.places.get(key or "") or story.actors.get(key or "")
        if party is None or key in story.actors or party.name in story.text:
            return party.name if party else None
        said = (one.text for one in story.mentions if one.place == key and one.sense == "literal")
        return next((words for words in said if len(words) < 5 or not words.isupper()), party.name)  # datelines shout

    match event.kind:
        case "flow":
            starts, ends = _known(name, event.starts), _known(name, event.goals)
            ways = [f"from {_joined(starts)}" if starts else "", f"to {_joined(ends)}" if ends else ""]
            return " ".join(word for word in [event.goods or "a delivery", *ways] if word)
        case "route":
            goals = list(dict.fromkeys(name(leg.to) for leg in event.legs if leg.to and not leg.alternative_of))
            by = next((name(leg.via[0]) for leg in event.legs if leg.via), None)
            way = f"to {', '.join(goal for goal in goals if goal)}" if goals else f"by {by}" if by else "under way"
            return f"{name(event.mover) or 'on the move'}: {way}"
        case "use":
            at = f" used at {_joined(_known(name, event.places))}" if event.place else " used"
            return f"{event.goods or 'weapons'}{at}"
        case "presence":
            who, where = name(event.actor) or "somebody", _joined(_known(name, event.places))
            return f"{who} in {where}" if where else who
        case "claim":
            claims = {other.id: other.about for other in story.events if other.kind == "claim"}
            matters = dict.fromkeys(place for key in event.about for place in claims.get(key, (key,)))
            about = ", ".join(filter(None, (name(key) for key in matters)))
            claimed = f"{event.claim or ''} claimed".strip() if event.claim != "contests" else "contested"
            return f"{claimed} by {name(event.actor) or 'somebody'}{f': {about}' if about else ''}"
        case "denial":
            return f"denied by {name(event.actor) or 'somebody'}"


def _quoted(story: Story, events: list[Event]) -> str:
    """The sentences that the events rest on, each once, in the order of the text."""
    return " ".join(" ".join(story.text[start:end].split()) for start, end in _sentences(story, events))


def _sentences(story: Story, events: list[Event]) -> dict[Span, None]:
    """The spans of the sentences that the events rest on, in the order of the text."""
    spans = sorted({evidence.at for event in events for part in event.parts for evidence in part.evidence})
    sentences: dict[Span, None] = {}
    for span in spans:
        around = [s for s in story.article.sentences if s[0] < span[1] and span[0] < s[1]] or [span]
        sentences |= dict.fromkeys(around)
    return sentences


def _opening(story: Story) -> str:
    if story.article.sentences:
        start, end = story.article.sentences[0]
        return " ".join(story.text[start:end].split())
    return story.article.title or ""


def _balance(events: list[Event]) -> str:
    """Count what the story holds by certainty."""
    counts = dict.fromkeys(STATUSES, 0)
    for event in events:
        for part in event.drawn:
            if part.status is not None:
                counts[part.status] += 1
    told = [f"{count} {status}" for status, count in counts.items() if count]
    return f"{', '.join(told)}." if told else ""


def _focus(story: Story, events: list[Event]) -> tuple[str, ...]:
    """The places that the events end at, stop at or pass, in the order of the events."""
    keys: dict[str | None, None] = {}
    for event in events:
        for part in event.parts:
            ends = (getattr(part, name, None) for name in ("from_", "to", "place"))
            more = (*event.also_from, *event.also_to, *event.also_place, *event.about) if part is event else ()
            keys |= dict.fromkeys(key for key in (*ends, *part.via, *more) if key in story.places)
    return tuple(key for key in keys if key is not None)


def _known(name: Callable[[str | None], str | None], keys: Iterable[str]) -> list[str]:
    return [shown for key in keys if (shown := name(key))]


def _joined(names: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
