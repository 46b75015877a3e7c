"""The columns of candidates say of each place what the gazetteer says of it alone."""

from __future__ import annotations

import math

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.atlas.entries import CAPITALS, candidates, entry_of
from dateline.atlas.index import open_index
from dateline.reading.places.candidates import OWN, code_of, gather
from dateline.reading.places.resolve import facts

NAMES = [
    "Springfield",
    "Georgia",
    "Paris",
    "Texas",
    "Sahel",
    "Moscow",
    "Kent",
    "Russia",
    "Ontario",
    "Red Sea",
    "Europe",
]
WORTH = (1.0,) * len(OWN)


def own_of(entries, most):
    """Each of what counts whatever the text says, alone."""
    return {key: gather(entries, [most] * len(entries), tuple(float(key == one) for one in OWN)).own for key in OWN}


@given(st.lists(st.sampled_from(NAMES), min_size=1, max_size=6, unique=True), st.integers(1, 90))
@settings(max_examples=60, deadline=None)
def test_each_column_agrees_with_the_place_itself(names, most):
    entries = [candidates(name) for name in names]
    known, own = gather(entries, [most] * len(entries), WORTH), own_of(entries, most)
    assert known.rows == [row for entry in entries for row in entry.rows[:most]]
    assert own["prior"] == [prior for entry in entries for prior in entry.priors[:most]]
    assert known.bounds[-1] == len(known.rows)
    for n, row in enumerate(known.rows):
        place = facts(row)
        assert known.sort[n] == place.sort
        assert known.county[n] == (place.kind == "county")
        assert known.lands[n] == (code_of(place.country) if place.country and place.sort < 2 else None)
        kinds = [own[f"kind {kind}"][n] for kind in ("county", "region", "country")]
        by_its_word = place.kind == "county" and place.country != "GB"  # Kent, but Lamar County
        assert kinds == [by_its_word, place.sort == 1, place.kind == "country"]
        assert math.dist(known.xyz[:, n], (place.x, place.y, place.z)) < 1e-12
        for code, name in zip(known.codes[:, n].tolist(), (place.country, place.division), strict=False):
            assert code == code_of(name) if name else math.isnan(code)


def test_points_west_and_south_keep_their_sign():
    entry = candidates("Buenos Aires")
    x, y, z = gather([entry], [1], WORTH).xyz[:, 0]
    assert math.degrees(math.atan2(y, x)) < -58
    assert math.degrees(math.asin(z)) < -34


def test_a_division_yields_to_a_namesake_that_is_better_known():
    entry = candidates("Washington")
    kinds = [open_index().kind(row) for row in gather([entry], [20], WORTH).rows]
    namesake = own_of([entry], 20)["namesake"]
    assert namesake[kinds.index("region")]
    assert not namesake[kinds.index("city")]


def test_codes_are_told_from_names():
    entry = entry_of("us", CAPITALS)[0]
    known = gather([entry, candidates("Texas")], [1, 1], WORTH)
    assert known.coded.tolist() == [True, False]


def test_candidates_are_the_same_when_a_name_comes_again():
    entries = [candidates(name) for name in NAMES]
    first = gather(entries, [20] * len(entries), WORTH)
    again = gather(entries[::-1], [20] * len(entries), WORTH)
    ends = again.bounds[::-1]
    for low, high, end, begin in zip(first.bounds, first.bounds[1:], ends, ends[1:], strict=False):
        assert first.rows[low:high] == again.rows[begin:end]
        assert first.xyz[:, low:high].tolist() == again.xyz[:, begin:end].tolist()
