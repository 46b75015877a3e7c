"""Names are found where they stand, placed by the whole text, and bad records do not stop good ones."""

from __future__ import annotations

import json
import tomllib
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline import atlas
from dateline.errors import DatelineError
from dateline.reading.places.geoparse import MOST_CHARACTERS, PROFILES, geoparse, geoparse_lines
from dateline.reading.places.scene import read_scene
from dateline.reading.text.article import parse

EXAMPLES = tomllib.loads(files("dateline.reading").joinpath("tables/examples.toml").read_text("utf-8"))["example"]
PIECES = [
    "In", "Paris", ", Texas,", "the", "U.S.", "army", "Moscow’s", "denied", "St. Petersburg", "مدينة", "🚢", "Korean",
    "Côte d’Ivoire", "Main Street", "Lake Baikal", "Highway 61", "-", "(", ")", "\n", "and", "President", "Lincoln",
    "…", "Åland", "Kremlin",
]  # fmt: skip


def where(toponym):
    """All that a place may be called in an example: its codes and its name."""
    place = toponym.place
    return set() if place is None else {place.admin1, place.name, *place.countries}


@pytest.mark.parametrize("example", EXAMPLES, ids=[example["rule"] for example in EXAMPLES])
def test_an_example_holds(example):
    """The sentences beside the rules: every name, no other, in its place and sense."""
    found = geoparse(parse(example["text"]))
    assert [t.text for t in found] == [name.split("=")[0].split(":")[0] for name in example["finds"]]
    for toponym, said in zip(found, example["finds"], strict=True):
        if "=" in said:
            assert said.split("=")[1] in where(toponym), toponym
        if ":" in said:
            assert said.split(":")[1] == toponym.sense, toponym


@given(st.text(max_size=400) | st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join))
@settings(max_examples=150, deadline=None)
def test_mentions_are_slices_in_order_and_never_overlap(text):
    """Whatever the text: offsets point into it as given, and one mention ends before the next begins."""
    done = 0
    for found in read_scene(text):
        assert text[found.start : found.end] == found.text
        assert done <= found.start < found.end
        done = found.end


@given(st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join))
@settings(max_examples=50, deadline=None)
def test_the_same_text_gives_the_same_bytes(text):
    """Nothing depends on what was read before."""
    line = json.dumps({"doc_id": 1, "text": text}).encode()
    first = list(geoparse_lines([line], explain=True))
    list(geoparse_lines([b'{"doc_id": 2, "text": "Rain in Lagos and in Springfield, Illinois."}']))
    assert list(geoparse_lines([line], explain=True)) == first


def test_profiles_leave_out_what_they_say():
    text = "French officials met in Vienna. Beijing denied it, and Germans voted in Berlin."
    found = {profile: geoparse(parse(text), profile=profile) for profile in PROFILES}
    everything = [(t.start, t.sense, t.sort) for t in found["all"]]
    assert {t.sort for t in found["all"]} >= {"place", "demonym"}
    assert [(t.start, t.sense, t.sort) for t in found["literal"]] == [m for m in everything if m[1] == "literal"]
    assert [(t.start, t.sense, t.sort) for t in found["no-demonyms"]] == [
        m for m in everything if m[2] not in {"demonym", "language"}
    ]


def test_an_unknown_profile_is_refused():
    with pytest.raises(DatelineError, match="'some' is not one of all, literal, no-demonyms"):
        geoparse(parse("Rain in Lagos."), profile="some")


def test_the_outlets_home_decides_between_namesakes():
    """Three Alexandrias: with no other clue the largest, with a home the one beside it."""
    text = "Two people were hurt in Alexandria on Friday, police said."
    states = [
        geoparse(parse(text), home=home)[0].place.admin1
        for home in ("Alexandria, Louisiana", "Alexandria, Minnesota", "Washington, D.C.")
    ]
    assert states == ["US.LA", "US.MN", "US.VA"]
    assert geoparse(parse(text))[0].place.countries == ("EG",)


def test_a_town_of_no_list_lies_in_the_land_it_is_said_to_be_of():
    found = geoparse(parse("Nine lorries reached the besieged Chadian town of Velmara."))
    town = next(t for t in found if t.text == "Velmara")
    assert (town.inexact, town.lent, town.place.countries) == (True, False, ("TD",))


@pytest.mark.parametrize("text", ["He visited North and South Korea.", "They fled from North to South Korea."])
def test_the_half_of_a_pair_of_lands_is_the_land(text):
    assert [(t.text, t.place.countries) for t in geoparse(parse(text))] == [
        ("North", ("KP",)),
        ("South Korea", ("KR",)),
    ]


@pytest.mark.parametrize("text", ["North and Southampton fans met in Leeds.", "South and North met in Leeds."])
def test_a_wind_before_a_name_that_has_none_is_no_half_of_a_pair(text):
    """A name that only begins with the letters of a wind is read as it stands."""
    assert [t.place.name for t in geoparse(parse(text)) if t.place is not None][-1] == "Leeds"


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("He lives in Paris, Kansas. Paris is small.", [("Kansas", True), ("Kansas", False), ("Kansas", True)]),
        ("They met in Valencia, Peru, on Monday.", [("Peru", True), ("Peru", False)]),
        ("It went to Paris, London, Spain.", [("Paris", False), ("London", False), ("Spain", False)]),
        ("Envoys from Berlin, France and Italy met.", [("Berlin", False), ("France", False), ("Italy", False)]),
        ("In Moscow, Ukraine, he said, is weak.", [("Moscow", False), ("Ukraine", False)]),
        ("He fled to Lagos, Nigeria.", [("Lagos", False), ("Nigeria", False)]),
        ("In Berlin, France, which had lost, left.", [("Berlin", False), ("France", False)]),
    ],
)
def test_a_town_lies_where_it_is_said_to_and_not_where_another_of_its_name_does(text, where):
    assert [(t.place.name, t.inexact) for t in geoparse(parse(text))] == where


def test_a_street_lies_at_its_town_and_says_so():
    found = geoparse(parse("A shop on Harbour Street in Galway, Ireland, burned down overnight."))
    street = next(t for t in found if t.text == "Harbour Street")
    assert (street.sort, street.inexact, street.place.name) == ("street", True, "Galway")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The bus left Cartagena for Lorca. A boy was taken to a hospital in Murcia.", "city"),
        ("The bus left Cartagena for Lorca. A boy was taken to Murcia.", "city"),
        ("The bus left Montreal. A boy was taken to a hospital in Quebec.", "city"),
        ("The bus left Cartagena for Lorca. Rain fell in northern Murcia.", "region"),
        ("The bus left Cartagena for Lorca. Rain fell on villages in Murcia.", "region"),
        ("The bus left Montreal. Rain fell in Quebec.", "region"),
        ("Lorries left Egypt through the Rafah crossing and entered Gaza.", "region"),
    ],
)
def test_a_town_and_its_province_of_one_name_are_told_apart(text, kind):
    """Towns named beside it speak for the province, which the town's bare name still does not mean."""
    assert geoparse(parse(text))[-1].place.kind == kind


@pytest.mark.parametrize(
    "text",
    [
        "Springfield and Portland are names of many towns, he said in Oregon.",
        "The bus left Cartagena for Lorca. A boy was taken to Murcia.",
    ],
)
def test_candidates_begin_with_the_place_and_fall_in_score(text):
    for toponym in geoparse(parse(text)):
        scores = [score for _, score in toponym.candidates]
        assert toponym.candidates[0][0] == toponym.place
        assert scores == sorted(scores, reverse=True)


def test_near_ties_are_ambiguous_and_pinned_names_are_not():
    pinned = geoparse(parse("The fair opens in Springfield, Massachusetts, on Friday."))[0]
    assert not pinned.ambiguous
    bare = geoparse(parse("The fair opens in Springfield on Friday."))[0]
    assert bare.ambiguous


@pytest.mark.parametrize(
    ("text", "state", "stands_for"),
    [
        ("Moscow denied the report on Friday.", "RU", "government"),
        ("Moscow and Pyongyang have denied any such deal.", "RU", "government"),
        ("The Kremlin said that talks would go on.", "RU", "government"),
        ("The Pentagon said that two ships had left.", "US", "government"),
        ("Italian players won the cup.", "IT", "team"),
        ("Canadians voted on Monday.", "CA", "people"),
    ],
)
def test_an_associative_name_says_for_whom_it_stands(text, state, stands_for):
    first = geoparse(parse(text))[0]
    assert (first.sense, first.state, first.stands_for) == ("associative", state, stands_for)


def test_reasons_come_only_when_asked_for():
    article = parse("Two ships left Odesa in Ukraine on Monday.")
    assert not any(t.reasons for t in geoparse(article))
    assert all(t.reasons for t in geoparse(article, explain=True))


def test_names_in_page_chrome_are_left_out():
    text = "Subscribe to our Paris newsletter\n\n" + "Two ships left Odesa in Ukraine on Monday, the navy said. " * 3
    assert {t.text for t in geoparse(parse(text))} == {"Odesa", "Ukraine"}


GOOD = json.dumps({"doc_id": "good", "text": "Rain fell in Lagos."}).encode()


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        (b'{"doc_id": "x", "text": ', "not JSON"),
        (b"\xff\xfe", "not JSON"),
        (b"[1, 2]", "no text"),
        (b'{"doc_id": "x"}', "no text"),
        (b'{"text": "Rain in Lagos."}', "no doc_id"),
        (b'{"doc_id": "x", "text": "half \\ud83d of a sign in Lagos"}', "half of a character"),
        (b'{"doc_id": "x", "text": "Rain.", "home": 7}', "home is "),
        (b'{"doc_id": "x", "text": "' + b"a" * 20_000_000 + b'"}', "20,000,027 bytes"),
        (json.dumps({"doc_id": "x", "text": "a" * (MOST_CHARACTERS + 1)}).encode(), "1,000,001 characters"),
        (b'{"a":' * 100_000, "not JSON"),
    ],
    ids=["json", "bytes", "list", "no text", "no id", "surrogate", "home", "20 MB", "long", "deep"],
)
def test_a_bad_record_is_told_with_its_line_and_the_others_come(bad, why):
    """Line 7 of 10 is bad; nine records come out, and one error that names line 7."""
    out = list(geoparse_lines([GOOD] * 6 + [bad] + [GOOD] * 3))
    errors = [line for line in out if isinstance(line, DatelineError)]
    assert len(out) == 10
    assert len(errors) == 1
    assert str(errors[0]).startswith("line 7: ")
    assert why in str(errors[0])
    assert all(json.loads(line)["mentions"][0]["text"] == "Lagos" for line in out if isinstance(line, str))


def test_right_to_left_text_is_read_like_any_other():
    text = "\u202bوصلت السفينة\u202c The ship reached Haifa from Odesa. נמל"
    out = json.loads(next(iter(geoparse_lines([json.dumps({"doc_id": 1, "text": text}).encode()]))))
    assert [m["text"] for m in out["mentions"]] == ["Haifa", "Odesa"]
    assert all(text[m["start"] : m["end"]] == m["text"] for m in out["mentions"])


@given(st.text(), st.lists(st.sampled_from(PIECES), max_size=12), st.booleans())
def test_a_line_is_what_json_writes(ident, pieces, explain):
    line = next(
        iter(geoparse_lines([json.dumps({"doc_id": ident, "text": " ".join(pieces)}).encode()], explain=explain))
    )
    assert line == json.dumps(json.loads(line))


def test_a_record_has_the_fields_that_are_promised():
    out = json.loads(next(iter(geoparse_lines([GOOD], explain=True))))
    mention = out["mentions"][0]
    lagos = atlas.find("Lagos")[0]
    assert {"start", "end", "text", "lat", "lon", "kind", "place", "place_kind", "reasons"} <= mention.keys()
    assert (mention["lon"], mention["lat"]) == (lagos.lon, lagos.lat)
    assert next(c["id"] for c in mention["candidates"]) == lagos.id


def test_blank_lines_are_passed_over_but_counted():
    out = list(geoparse_lines([b"\n", b"  \n", b"{"]))
    assert [str(error)[:7] for error in out] == ["line 3:"]
