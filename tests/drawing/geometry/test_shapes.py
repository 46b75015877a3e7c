"""The geometry of marks: whom lines join, how they part, and what is not drawn."""

from __future__ import annotations

from itertools import pairwise

import pytest
from shapely import Point, box

from dateline.drawing.geometry.shapes import shapes
from dateline.story.model import Actor, Article, Event, Leg, Place, Story

PLACES = {
    "lima": Place("Lima", "city", lon=-77.03, lat=-12.05, countries=("PE",), precision="city"),
    "suva": Place("Suva", "city", lon=178.44, lat=-18.14, countries=("FJ",), precision="city"),
    "norway": Place("Norway", "country", lon=10.0, lat=62.0, countries=("NO",), precision="country"),
    "oslo": Place("Oslo", "city", lon=10.75, lat=59.91, countries=("NO",), precision="city"),
    "chad": Place("Chad", "country", lon=19.0, lat=15.0, countries=("TD",), precision="country"),
    "nowhere": Place("Nowhere", "area"),
}
ACTORS = {
    "norway-government": Actor("Norway", "government", state="NO"),
    "brazil-government": Actor("Brazil", "government", state="BR"),
    "traders": Actor("traders", "group"),
}


def story(*events):
    return Story(article=Article(), places=PLACES, actors=ACTORS, events=events)


def flow(start, end, id_="e1", **more):
    return Event(id=id_, kind="flow", from_=start, to=end, status="asserted", **more)


def test_a_flow_joins_its_two_places():
    shape = shapes(story(flow("oslo", "lima"))).marks["e1"]
    assert shape.geometry.coords[0] == pytest.approx((10.75, 59.91))
    assert shape.geometry.coords[-1] == pytest.approx((-77.03, -12.05))
    assert shape.ours == ("shape",)


def test_a_flow_of_several_ends_has_a_line_to_each():
    """The first has the event's id; another pair that has no place says so by itself."""
    drawn = shapes(story(flow("oslo", "lima", also_to=("suva", "nowhere")))).marks
    assert [(shape.event, shape.start, shape.end) for shape in drawn.values()] == [
        ("e1", "oslo", "lima"), ("e1", "oslo", "suva"), ("e1", "oslo", None)
    ]  # fmt: skip
    assert list(drawn) == ["e1", "e1.2", "e1.3"]
    assert drawn["e1.2"].geometry.coords[0] == pytest.approx((10.75, 59.91))


def test_a_stay_in_several_places_has_a_mark_at_each():
    stay = Event(id="e1", kind="presence", place="oslo", also_place=("lima", "nowhere"), status="asserted")
    drawn = shapes(story(stay)).marks
    assert [(mark, shape.start) for mark, shape in drawn.items()] == [("e1", "oslo"), ("e1.2", "lima"), ("e1.3", None)]
    assert drawn["e1.2"].geometry.coords[0] == pytest.approx((-77.03, -12.05))


def test_there_and_back_part():
    drawn = shapes(story(flow("oslo", "lima"), flow("lima", "oslo", "e2")))
    there, back = (drawn.marks[key].geometry for key in ("e1", "e2"))
    assert there.interpolate(0.5, normalized=True).distance(back) > 3


def test_three_flows_between_the_same_two_places_part():
    drawn = shapes(story(*(flow("oslo", "lima", f"e{n}") for n in range(3))))
    middles = [shape.geometry.interpolate(0.5, normalized=True) for shape in drawn.marks.values()]
    assert min(a.distance(b) for n, a in enumerate(middles) for b in middles[:n]) > 1


def test_a_flow_over_the_antimeridian_is_one_line_that_does_not_jump():
    drawn = shapes(story(flow("suva", "lima")))
    lons = [lon for lon, _ in drawn.marks["e1"].geometry.coords]
    assert max(abs(b - a) for a, b in pairwise(lons)) < 10
    assert all(abs(lon - drawn.meridian) <= 180 for lon in lons)


def test_an_actor_stands_at_its_state_s_place_in_the_story_never_at_a_capital():
    drawn = shapes(story(flow("norway-government", "lima")))
    assert drawn.marks["e1"].start == "norway"
    assert drawn.marks["e1"].ours == ("shape", "ends")


def test_an_actor_whose_state_the_story_has_no_place_for_stands_at_the_atlas_s_country():
    drawn = shapes(story(flow("brazil-government", "lima")))
    node = drawn.nodes[drawn.marks["e1"].start]
    assert (node.name, node.place, node.precision) == ("Brazil", None, "country")


@pytest.mark.parametrize(("start", "end"), [("oslo", None), (None, "oslo"), ("oslo", "traders"), ("oslo", "oslo")])
def test_a_flow_with_one_known_end_is_a_point_there_not_a_guess(start, end):
    shape = shapes(story(flow(start, end))).marks["e1"]
    assert shape.geometry.equals(Point(10.75, 59.91))


@pytest.mark.parametrize("event", [flow(None, None), flow("traders", None), flow("nowhere", None)])
def test_a_mark_without_a_place_says_why(event):
    shape = shapes(story(event)).marks["e1"]
    assert shape.geometry is None
    assert shape.why_not


def test_rejected_events_have_no_mark():
    assert not shapes(story(flow("oslo", "lima", review="rejected"))).marks


def test_each_place_has_one_node_however_many_marks_end_there():
    drawn = shapes(story(flow("norway", "lima"), flow("norway-government", "chad", "e2")))
    assert sorted(drawn.nodes) == ["chad", "lima", "norway"]


def test_a_mark_is_as_exact_as_its_coarser_end():
    assert shapes(story(flow("oslo", "norway"))).marks["e1"].precision == "country"


def test_the_same_story_gives_the_same_shapes():
    events = (flow("oslo", "lima"), flow("suva", "chad", "e2"), flow("lima", "oslo", "e3"))
    assert shapes(story(*events)) == shapes(story(*events))


def test_a_denial_that_stands_beside_other_marks_is_not_drawn_itself():
    denial = Event(id="e2", kind="denial", actor="traders", of=("e1",), status="asserted")
    assert shapes(story(flow("oslo", "lima"), denial)).marks["e2"].geometry is None


def voyage(*, strait_is_open):
    """Korea to Manila by the South China Sea; perhaps with the Taiwan Strait left open."""
    places = {
        "korea": Place("South Korea", "country", lon=127.8, lat=36.4, countries=("KR",), precision="country"),
        "sea": Place("South China Sea", "sea", lon=114.0, lat=12.0, precision="area"),
        "strait": Place("Taiwan Strait", "strait", lon=119.5, lat=24.5, precision="area"),
        "manila": Place("Manila", "city", lon=120.98, lat=14.6, countries=("PH",), precision="city"),
    }
    legs = [Leg("e1a", "planned", from_="korea", via=("sea",), to="manila")]
    if strait_is_open:
        legs.append(Leg("e1b", "unconfirmed", from_="korea", via=("strait",), to="sea", alternative_of="e1a"))
    route = Event(id="e1", kind="route", mover="ships", legs=tuple(legs))
    actors = {"ships": Actor("two ships", "vessels")}
    return shapes(Story(article=Article(), places=places, actors=actors, events=(route,))).marks


STRAIT = Point(119.6, 24.4).buffer(1.2)
EAST_OF_TAIWAN = box(121.8, 22, 126, 25.5)


def test_no_stated_line_passes_the_strait_that_the_text_leaves_open_nor_goes_round_it():
    """The way round is grey dots; the leg's own style begins where both ways meet again."""
    marks = voyage(strait_is_open=True)
    main, other = marks["e1a"], marks["e1b"]
    assert not main.geometry.intersects(STRAIT)
    assert not main.geometry.intersects(EAST_OF_TAIWAN)
    assert main.unsaid.intersects(EAST_OF_TAIWAN)
    assert not main.unsaid.intersects(STRAIT)
    assert other.geometry.intersects(STRAIT)
    assert other.geometry.coords[-1] == pytest.approx(main.geometry.coords[0])


def test_a_sea_on_the_way_is_crossed_not_aimed_at():
    """Its label point lies 700 km off the way; going there would be a detour that nobody stated."""
    line = voyage(strait_is_open=False)["e1a"].geometry
    assert line.distance(Point(114.0, 12.0)) > 3


def test_what_ends_where_it_begins_is_no_more_exact_than_either_end():
    """A village drawn at the city by which the text tells where it lies: the way there is no point in the city."""
    places = {
        "oslo": Place("Oslo", "city", atlas=3143244, lon=10.75, lat=59.91, countries=("NO",), precision="city"),
        "vesle": Place("Vesle", "place", lon=10.75, lat=59.91, countries=("NO",), precision="region"),
        "lima": PLACES["lima"],
    }
    walk = Event("e2", "route", mover="traders", legs=(Leg("e2a", status="asserted", from_="oslo", to="vesle"),))
    told = Story(Article(), places, ACTORS, events=(flow("oslo", "vesle"), walk, flow("vesle", "lima", "e3")))
    drawn = shapes(told).marks
    for key in ("e1", "e2a"):
        assert drawn[key].geometry.equals(Point(10.75, 59.91))
        assert (drawn[key].precision, drawn[key].ours) == ("region", ("near",))
    assert (drawn["e3"].precision, drawn["e3"].ours) == ("region", ("shape", "near"))
