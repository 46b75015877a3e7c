"""The legend: what is on the map, no more and no less, in one order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dateline.drawing.panels.legend import Width, legend
from dateline.drawing.style.words import words
from dateline.story.model import STATUSES, WEAKEST_FIRST, Event, Leg, Quantity
from tests.drawing.small import flow, marks_of, said, says

statuses = st.lists(st.sampled_from(list(STATUSES)), max_size=8)


def of(*events, lang="en", text="The guild said corn went."):
    return legend(marks_of(*events, text=text), words(lang))


@given(statuses)
def test_it_has_the_statuses_on_the_map_each_once_from_the_surest_on(chosen):
    """In whatever order the story has them; fact first, denied last."""
    found = of(*(flow(f"e{n}", status=status) for n, status in enumerate(chosen))).statuses
    assert sorted(found) == sorted(set(chosen))
    assert "asserted" not in found or found[0] == "asserted"
    assert "denied" not in found or found[-1] == WEAKEST_FIRST[0]
    assert found == of(*(flow(f"e{n}", status=status) for n, status in enumerate(reversed(chosen)))).statuses


def test_what_is_not_drawn_is_not_in_it():
    hidden = flow("e2", from_="nowhere", to=None, status="planned", thread="arms", quantity=Quantity(9, unit="t"))
    found = of(flow("e1", thread="grain", quantity=Quantity(3, unit="t")), hidden)
    assert found.statuses == ("asserted",)
    assert list(found.threads) == ["grain"]
    assert found.widths == ()


def test_kinds_and_precisions_are_those_present():
    stays = Event("e2", "presence", place="suva", status="asserted")
    assert of(flow("e1"), stays).kinds == ("flow", "presence")
    assert of(stays).kinds == ("presence",)
    assert of(flow("e1"), stays).precisions == ("city", "country")
    assert of(stays).precisions == ("city",)


def test_a_width_is_explained_where_two_marks_share_a_unit():
    """From the least to the most, written as the page's language writes numbers."""
    corn = [flow(f"e{n}", quantity=Quantity(value, unit="tonnes")) for n, value in enumerate((1200.0, 40.0, 300.0))]
    alone = flow("e9", quantity=Quantity(7, unit="crates"))
    assert of(*corn, alone).widths == (Width("tonnes", "40", "1,200"),)
    assert of(*corn, alone, lang="de").widths == (Width("tonnes", "40", "1.200"),)
    assert of(corn[0], alone).widths == ()


def test_what_is_ours_denied_or_open_is_explained_where_it_is_on_the_map():
    stays = Event("e1", "presence", place="suva", status="asserted", evidence=(said("corn went", 15),))
    assert not of(stays).ours
    assert not of(stays).denial
    assert not of(stays).silence
    assert of(Event("e1", "presence", place="suva", status="asserted")).ours
    assert of(flow(denies=(says("guild", "The guild said", 0),))).denial
    assert of(Event("r", "route", legs=(Leg("ra", "planned", "lima"),))).silence
    assert not of(flow()).silence


def test_a_map_of_nothing_explains_nothing():
    found = of()
    assert not any((found.statuses, found.threads, found.kinds, found.widths, found.ours, found.denial, found.silence))
