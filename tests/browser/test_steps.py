"""Steps, addresses and keys."""

import re

import pytest

from tests.browser.stories import ALL, MAPS, READ


def live(reader):
    return reader.page.text_content("[data-live]")


@pytest.mark.parametrize("name", ALL)
def test_buttons_and_arrow_keys_change_the_step_and_the_live_region_says_it(read, name):
    """A7: from the column; the words are "Step n of N: title"."""
    reader = read(name)
    titles = [step["title"] for step in reader.data["steps"]]

    def at(n):
        assert reader.ask("document.documentElement.dataset.atStep") == str(n)
        assert " ".join(live(reader).split()) == " ".join(f"Step {n} of {len(titles)}: {titles[n - 1]}".split())
        visible = reader.page.eval_on_selector_all(
            "[data-step]", "es => es.filter(e => !e.hidden).map(e => e.dataset.step)"
        )
        assert visible == [str(n)]

    at(1)
    if len(titles) == 1:
        return
    reader.page.click('[data-action="next"]')
    at(2)
    reader.page.click('[data-action="back"]')
    at(1)
    reader.page.focus('[data-action="next"]')
    reader.page.keyboard.press("ArrowRight")
    at(2)
    reader.page.keyboard.press("ArrowLeft")
    at(1)
    reader.page.click(f'[data-action="goto"][data-to="{len(titles)}"]')
    at(len(titles))
    reader.page.keyboard.press("ArrowRight")
    at(len(titles))


def test_arrow_keys_stay_with_the_slider_that_has_the_focus(read):
    """A7: a range input keeps its arrows."""
    reader = read("first")
    reader.page.focus('[data-control="certainty"]')
    before = int(reader.page.input_value('[data-control="certainty"]'))
    reader.page.keyboard.press("ArrowLeft")
    assert int(reader.page.input_value('[data-control="certainty"]')) == before - 1
    assert reader.ask("document.documentElement.dataset.atStep") == "1"


@pytest.mark.parametrize("name", [*MAPS, READ])
def test_each_step_shows_exactly_its_marks_and_closes_the_ledger(read, name):
    """A21: less those that are filtered; nothing of another mark is painted or can take the focus."""
    reader = read(name)
    statuses = {mark["id"]: mark["status"] for mark in reader.data["marks"]}
    for step in reader.data["steps"]:
        if reader.ledger() is None and reader.shown():
            reader.show(min(reader.shown()))
            assert reader.ledger() is not None
        reader.goto(step["n"])
        assert reader.ledger() is None
        marks = reader.marks()
        expected = {mark for mark in step["show"] if statuses[mark] != "denied"}
        assert {key for key, mark in marks.items() if mark["shown"] == "true"} == expected
        for key, mark in marks.items():
            if key not in expected:
                assert not mark["painted"]
                assert not mark["hit"]["painted"]
                assert not (mark["head"] or {}).get("painted")
                assert not [badge for badge in mark["badges"] if badge["painted"]]


def test_a_step_says_what_the_filters_leave_out_and_shows_it_on_request(read):
    """An empty map is never taken for nothing said: how many, of which status, and a button that opens the filters."""
    for name in (*MAPS, READ):
        reader = read(name)
        statuses = {mark["id"]: mark["status"] for mark in reader.data["marks"]}
        noted = set()
        for step in reader.data["steps"]:
            reader.goto(step["n"])
            denied = {mark for mark in step["show"] if statuses[mark] == "denied"}
            assert reader.page.is_visible("[data-left-out]") == bool(denied)
            if denied:
                noted.add(step["n"])
                numbers = re.findall(r"\d+", reader.page.text_content("[data-left-out]"))
                assert numbers == [str(len(denied)), str(len(step["show"]))]
        for n in noted:
            reader.goto(n)
            if reader.page.is_visible("[data-left-out]"):
                reader.page.click('[data-action="show-left-out"]')
            assert not reader.page.is_visible("[data-left-out]")
            assert reader.shown() == set(reader.data["steps"][n - 1]["show"])


def test_a_note_of_what_is_left_out_ticks_the_story_line_again(read):
    """A story line that was unticked is named by its marks' statuses, and comes back with the button."""
    reader = read("first")
    shown = reader.shown()
    threads = {mark.get("thread") for key, mark in reader.marks().items() if key in shown} - {None}
    for thread in sorted(threads):
        reader.page.uncheck(f'[data-control="thread"][value="{thread}"]')
    assert reader.shown() < shown
    reader.page.click('[data-action="show-left-out"]')
    assert reader.shown() >= shown
    assert all(reader.page.is_checked(f'[data-control="thread"][value="{thread}"]') for thread in threads)
    assert reader.ask("document.activeElement.dataset.action") == "next"


def test_the_address_opens_a_step_and_back_returns_to_it(open_new, drawn):
    """A25: reload and Back keep to it, an unknown address opens step 1."""
    reader = open_new("first", address="#step=3&mark=return")
    at = "document.documentElement.dataset.atStep"
    assert reader.ask(at) == "3"
    assert reader.ledger()["of"] == "return"
    assert reader.ask("window.dateline.state()") == {"step": 3, "stop": 5, "as": "", "mark": "return"}
    reader.page.reload()
    reader.page.wait_for_selector('html[data-ready="true"]', timeout=20_000)
    assert reader.ask(at) == "3"
    reader.page.click('[data-action="next"]')
    assert reader.ask(at) == "4"
    assert re.search(r"#step=4", reader.page.url)
    reader.page.go_back()
    reader.page.wait_for_function(f"{at} === '3'")
    for wrong in ("#step=99", "#step=x", "#nothing", "#step=-1&mark=%00&as=<b>"):
        reader.page.goto("about:blank")
        reader.open(drawn("first").as_uri() + wrong)
        assert reader.ask(at) == "1"
    assert reader.trouble == []
    reader.page.close()


def test_the_state_in_an_address_is_the_state_of_the_page(open_new):
    """Step, stop and speaker come back."""
    reader = open_new("first", address="#step=2&stop=3&as=russia-government")
    assert reader.ask("window.dateline.state()") == {"step": 2, "stop": 3, "as": "russia-government", "mark": None}
    assert reader.page.input_value('[data-control="certainty"]') == "3"
    assert reader.page.input_value('[data-control="perspective"]') == "russia-government"
    reader.page.close()


def test_with_reduced_motion_the_camera_jumps_and_nothing_is_animated(read):
    """A22: at once there, no animation runs."""
    reader = read("first")
    reader.ask("window.moves = 0; window.dateline.map.on('move', () => { window.moves += 1; })")
    reader.page.click('[data-action="goto"][data-to="5"]')
    here = reader.ask("[window.dateline.map.getZoom(), window.dateline.map.getCenter()]")
    moves = reader.ask("window.moves")
    reader.ask("new Promise((done) => setTimeout(done, 300))")
    assert reader.ask("[window.dateline.map.getZoom(), window.dateline.map.getCenter()]") == here
    assert reader.ask("window.moves") == moves
    assert reader.ask("document.getAnimations().length") == 0


def test_with_motion_the_camera_arrives_and_nothing_goes_on(open_new):
    """A22: the way takes at most 0.8 s and no animation loops."""
    reader = open_new("first", reduced_motion="no-preference")
    reader.page.click('[data-action="goto"][data-to="5"]')
    reader.page.wait_for_function(
        "() => { const m = window.dateline.map; const z = m.getZoom(), c = m.getCenter().toString();"
        " const same = window.last === z + c; window.last = z + c; return same; }",
        polling=250,
    )
    moved = reader.ask("window.dateline.map.getZoom()")
    assert moved > 3
    durations = reader.ask(
        "document.getAnimations().map((a) => a.effect.getComputedTiming()).map((t) => [`${t.iterations}`, t.endTime])"
    )
    assert not [one for one in durations if one[0] == "Infinity" or one[1] > 5000]
    reader.page.close()


def test_a_reader_who_wanders_is_led_back(read):
    """The button for it brings back the step's view and leaves when it is there."""
    reader = read("first").goto(5)
    home = reader.ask("window.dateline.map.getCenter()")
    assert reader.page.is_hidden('[data-action="return"]')
    reader.look(home["lng"] + 20, home["lat"] - 10, 5)
    reader.page.wait_for_selector('[data-action="return"]:not([hidden])')
    reader.page.click('[data-action="return"]')
    back = reader.ask("window.dateline.map.getCenter()")
    assert abs(back["lng"] - home["lng"]) < 0.5
    assert reader.page.is_hidden('[data-action="return"]')


@pytest.mark.parametrize("name", MAPS)
def test_the_camera_holds_every_mark_and_place_of_its_step(read, name):
    """Inside the map, with 24 px left at the edge; zoom 2 to 8."""
    reader = read(name)
    for step in reader.data["steps"]:
        reader.goto(step["n"])
        assert 2 <= reader.ask("window.dateline.map.getZoom()") <= 8
        size = reader.ask("window.dateline.map.getSize()")
        lines = reader.lines()
        spots = [(key, x, y) for key in step["show"] for x, y, *_ in lines.get(key, [])[::5]]
        # A world that is narrower than the map cannot have all its points inside.
        if reader.ask("window.dateline.map.getZoom() <= window.dateline.map.getMinZoom() + 0.01"):
            continue
        assert not [spot for spot in spots if not (20 <= spot[1] <= size["x"] - 20 and 20 <= spot[2] <= size["y"] - 20)]
