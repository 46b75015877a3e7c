"""The records of a story: what may not change, what a file calls them, and one order of certainty."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import get_args

import pytest

from dateline.story import model
from dateline.story.model import STATUSES, WEAKEST_FIRST, Event, Leg, Status

RECORDS = [record for name in model.__all__ if is_dataclass(record := getattr(model, name))]


def test_every_record_of_the_model_is_frozen(grain):
    """Past the border nothing changes a story in place."""

    def records(value):
        if is_dataclass(value):
            yield value
            for item in fields(value):
                yield from records(getattr(value, item.name))
        elif isinstance(value, (tuple, list)):
            for item in value:
                yield from records(item)
        elif isinstance(value, dict):
            for item in value.values():
                yield from records(item)

    found = list(records(grain))
    assert len(found) > 50
    for record in found:
        with pytest.raises(AttributeError):
            setattr(record, fields(record)[0].name, None)


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_every_field_of_a_record_says_what_it_means(record):
    """Each is named in the record's description: who writes a story file by hand finds it there."""
    told = record.__doc__.partition("Attributes")[2].splitlines()
    names = {name.strip() for line in told if line.startswith("    ") and line[4:5].strip() for name in line.split(",")}
    assert {field.name for field in fields(record)} <= names


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_a_field_has_one_name_in_the_file_and_no_mark_of_python(record):
    """A name that Python keeps for itself has an underscore behind it here, and none in the file."""
    alias = record.__pydantic_config__["alias_generator"]
    names = [alias(field.name) for field in fields(record)]
    assert len(set(names)) == len(names)
    assert not any(name.endswith("_") for name in names)


def test_every_status_has_a_definition_and_a_place_in_the_order():
    assert set(STATUSES) == set(WEAKEST_FIRST) == set(get_args(Status))
    assert len(WEAKEST_FIRST) == len(STATUSES)
    assert (WEAKEST_FIRST[0], WEAKEST_FIRST[-1]) == ("denied", "asserted")


def test_a_route_is_drawn_by_its_legs_and_anything_else_by_itself():
    """What is drawn is among the parts, and a route with legs is no mark of its own."""
    legs = (Leg("e1a", "planned"), Leg("e1b", "reported"))
    route, flow = Event("e1", "route", legs=legs), Event("e2", "flow")
    assert route.drawn == legs
    assert route.parts == (route, *legs)
    assert flow.drawn == flow.parts == (flow,)


def test_a_flow_of_several_ends_comes_apart_into_its_pairs():
    """Each has one start and one goal, the first its first; what has one of each stays as it is."""
    flow = Event("e1", "flow", from_="chad", also_from=("mali",), to="oman", also_to=("peru", "fiji"))
    assert (flow.starts, flow.goals) == (("chad", "mali"), ("oman", "peru", "fiji"))
    apart = [(one.id, one.starts, one.goals) for one in flow.apart]
    assert apart[0] == ("e1", ("chad",), ("oman",))
    assert len({*apart}) == 6
    one_sided = Event("e2", "flow", to="oman", also_to=("peru",))
    assert [(one.starts, one.goals) for one in one_sided.apart] == [((), ("oman",)), ((), ("peru",))]
    assert (single := Event("e3", "flow", to="oman")).apart == (single,)


def test_a_stay_in_several_places_comes_apart_into_them():
    stay = Event("e1", "presence", actor="crew", place="chad", also_place=("mali", "oman"))
    assert stay.places == ("chad", "mali", "oman")
    assert [(one.actor, one.places) for one in stay.apart] == [("crew", (name,)) for name in stay.places]
    assert Event("e2", "presence", actor="crew").places == ()
