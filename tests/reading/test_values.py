"""Amounts, goods and times: of those in a sentence, the ones that belong to the verb asked about."""

from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.reading.hedging.certainty import certainties
from dateline.reading.text.article import parse
from dateline.reading.values import Values


def marked(text):
    """Values of a text, the text, and the span of its bracketed word."""
    start, end = text.index("["), text.index("]") - 1
    plain = text.replace("[", "").replace("]", "")
    article = parse(plain, published="2021-06-16")  # a Wednesday
    return Values(article, certainties(article)), plain, (start, end)


def when(text):
    values, _, verb = marked(text)
    return values.when(verb, values.certainties.at(*verb))


def span(text, words):
    return (text.index(words), text.index(words) + len(words)) if words else (0, 0)


def amount(text, words, *, kind="flow", is_noun=False):
    values, plain, verb = marked(text)
    find = SimpleNamespace(rule=None, is_noun=is_noun, kind=kind, trigger=verb)
    return values.amount(find, (span(plain, words),) if words else ())


@pytest.mark.parametrize(
    ("text", "time", "start"),
    [
        pytest.param("The tug [left] Oslo on Monday.", "Monday", "2021-06-14", id="its own"),
        pytest.param("On Monday the tug [left] Oslo.", "Monday", "2021-06-14", id="before it"),
        pytest.param("The port said on Monday that the tug [left] Oslo.", None, None, id="the saying's"),
        pytest.param("The tug [left] Oslo, the port said on Monday.", None, None, id="the saying's, behind"),
        pytest.param("The tug [left] Oslo on Friday, the port said on Monday.", "Friday", "2021-06-11", id="one each"),
        pytest.param("The tug [left] and the barge sank on Monday.", None, None, id="another clause's"),
        pytest.param("A tug was held on Monday over claims that it [left] Oslo.", None, None, id="of another claim"),
        pytest.param("The tug, which burned on Monday, [left] Oslo.", None, None, id="a relative clause's"),
        pytest.param("The tug [left] Oslo, which burned on Monday.", None, None, id="a relative clause's, behind"),
        pytest.param("Friday’s long meeting of owners [sent] the tug home.", None, None, id="a noun's"),
        pytest.param(
            "Marchers left Bari on Sunday and expect to [reach] Lecce, the old town, by Thursday.",
            "by Thursday",
            None,
            id="of the second verb",
        ),
        pytest.param(
            "Having [set] out from Bari, the pair hope to be in Oslo by Thursday.", None, None, id="of the main verb"
        ),
        pytest.param("In May, two sank when a tug [left] Oslo.", "May", "2021-05-01", id="of what happened then"),
        pytest.param("During its May [visit] to Oslo, the tug sank.", "May", "2021-05-01", id="its noun's"),
        pytest.param("She left Oslo in May and later [settled] in Bari.", None, None, id="told of before later"),
        pytest.param("On Monday it rained. The tug [left] Oslo.", None, None, id="another sentence's"),
        pytest.param("Roa was [held] in Oslo for robbing a bank on Friday.", None, None, id="of what one is held for"),
        pytest.param("Roa [left] Oslo for Building 12 on Friday.", "Friday", "2021-06-11", id="behind a building"),
        pytest.param("The king signed Friday as Roa [visits] Oslo.", None, None, id="beside what is told in the past"),
        pytest.param("Roa [flew] to Trujillo, hit in May by floods.", None, None, id="of what hit the place"),
        pytest.param("After ending a tour of Chad on Friday, they will [fly] to Oslo.", None, None, id="of an opening"),
        pytest.param("It is Roa’s third [visit] to Chad since 1990.", None, None, id="since when one counts"),
        pytest.param("Roa, jailed in 2012, [flew] to Oslo.", None, None, id="of an aside"),
        pytest.param("Since Roa [left] Oslo in 2012, it rained.", "2012", "2012-01-01", id="in a clause with since"),
        pytest.param("It began in 2012 when fish [swam] to Oslo.", "2012", "2012-01-01", id="right before when"),
        pytest.param("Men held on May 4 were [flown] to Oslo.", None, None, id="of what hangs on the subject"),
        pytest.param("Two wounded men on May 4 were [flown] to Oslo.", "May 4", "2021-05-04", id="behind the subject"),
        pytest.param("It began in 2012 in Bari when fish [swam] to Oslo.", None, None, id="further before when"),
        pytest.param("In 2012 the king made two [visits] to Oslo.", "2012", "2012-01-01", id="of a noun and its verb"),
        pytest.param("Roa [flew] to Oslo ahead of a match on Friday.", None, None, id="of what lies ahead"),
        pytest.param("Roa [left] ahead of schedule on Friday.", "Friday", "2021-06-11", id="ahead of schedule"),
        pytest.param("By Ana Roa May 3, 2009 OSLO -- The tug [left].", None, None, id="of a byline"),
        pytest.param("They left Oslo in May and are [held] in Bari.", None, None, id="of what was before now"),
        pytest.param("Roa was born in Oslo in 1985 and [moved] to Bari.", None, None, id="of a birth"),
        pytest.param("They met on Friday, a month after his [visit] to Bari.", None, None, id="counted from"),
        pytest.param("Roa [tours] Peru and opens a mill in May.", None, None, id="of a second verb of now"),
        pytest.param("Roa was to sing in May but has [returned] home.", None, None, id="of what but parts"),
        pytest.param("Those who [reach] Oslo can rest on Friday.", None, None, id="of whom a relative clause tells"),
        pytest.param("Men have [fled] Oslo since war came in May.", "since war came in May", "2021-05-01", id="since"),
        pytest.param("Roa fell ill on Friday and [remains] in Bari.", None, None, id="of what was before a stay"),
        pytest.param("Since war came in May men [fled] Oslo.", "Since war came in May", "2021-05-01", id="since first"),
        pytest.param("Unseen since war came in May, men [fled] Oslo.", None, None, id="since, of an aside"),
        pytest.param("Men [fled] Oslo when war came in 2012.", "2012", "2012-01-01", id="dated by when"),
        pytest.param("She [left] when she heard that Roa had sunk in 2012.", None, None, id="of what one heard"),
        pytest.param("Roa [sailed] to Oslo to be tried for the May 2011 theft.", None, None, id="of a case"),
        pytest.param("Roa [sailed] to Oslo for the May 3 summit.", "May 3", "2021-05-03", id="of what one goes for"),
        pytest.param("Roa had sat in Bari since May and agreed to [sail] home.", None, None, id="of a stay so far"),
        pytest.param("Roa was [flown] to Oslo and charged with theft on May 3.", None, None, id="of a charge"),
        pytest.param("OSLO, May 3 -- The tug [left].", None, None, id="of a dateline without an agency"),
    ],
)
def test_a_verb_has_the_time_of_its_own_clause(text, time, start):
    found = when(text)
    assert (found and found.text, found and found.start) == (time, start)


def test_trade_has_the_time_of_the_change_that_is_told_of_it():
    """A verb of change is the noun's own; what it is compared with has a time of its own."""
    values, _, noun = marked("Oil [exports] to Oslo rose to 90 barrels a day in May, overtaking those of 2012.")
    found = values.when(noun, values.certainties.at(*noun), is_noun=True)
    assert found is not None
    assert found.text == "May"


@pytest.mark.parametrize(
    "text",
    ["The first tents since May have [reached] Lima.", "They [flew] to Lima for the first time since 2012."],
)
def test_what_is_the_first_since_a_time_has_not_that_time(text):
    assert when(text) is None


def test_a_day_that_so_many_days_behind_it_count_is_the_time():
    assert when("On Monday, five days after the flood, the tug [left] Oslo.").start == "2021-06-14"


def test_each_goal_of_a_verb_has_the_time_right_behind_it():
    """The other goals of the verb keep its own."""
    values, text, verb = marked("The tug [moved] to Oslo in 1990 and to Lima four years later.")
    for goal, start in (("Oslo", "1990-01-01"), ("Lima", "1994-01-01")):
        at = text.index(goal)
        found = values.when(verb, values.certainties.at(*verb), goal=(at, at + 4))
        assert found is not None
        assert found.start == start


def test_a_plan_looks_ahead_and_a_fact_looks_back():
    """The same weekday is the next one of what will be and the last one of what was."""
    assert when("The tug will [leave] Oslo on Friday.").start == "2021-06-18"
    assert when("The tug [left] Oslo on Friday.").start == "2021-06-11"


@pytest.mark.parametrize(
    ("text", "goods", "value", "unit"),
    [
        pytest.param("They [sent] 40 tonnes of corn to Oslo.", "corn", 40, "tonnes", id="what the unit is of"),
        pytest.param("They [sent] 40 boats to Oslo.", "40 boats", 40, "boats", id="a count"),
        pytest.param("They [sent] corn worth $5 million to Oslo.", "corn", 5_000_000, "$", id="worth"),
        pytest.param("They [sent] corn to 40 towns.", "corn", None, None, id="of what is no goods"),
        pytest.param("They [sent] it, 40 tonnes in all.", "", 40, "tonnes", id="the one mass behind the verb"),
    ],
)
def test_the_amount_is_the_goods_own(text, goods, value, unit):
    found = amount(text, goods)
    assert (found and found.value) == value
    assert unit is None or unit in found.unit


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Oil [exports] to Oslo fell to $3 million.", 3_000_000),
        ("Oil [exports] to Oslo registered a rise of 4 percent and stood at $3 million.", 3_000_000),
        ("Oil [exports] to Oslo fell and its debt rose to $3 million.", None),
        ("Oil [exports] to Oslo, which owes $3 million, fell.", None),
        ("Oil [exports] to Oslo fell to 90 tonnes, against 120 tonnes in 2019.", 90),
    ],
)
def test_trade_has_the_sum_that_it_is_said_to_come_to(text, value):
    found = amount(text, "exports", is_noun=True)
    assert (found and found.value) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The 90 boats, four of which [sailed] to Oslo, were lost.", 4),
        ("The 90 boats, half of which [sailed] to Oslo, were lost.", None),
        ("The 90 boats, all of which [sailed] to Oslo, were lost.", 90),
    ],
)
def test_a_part_of_a_number_has_its_own(text, value):
    found = amount(text, "The 90 boats", kind="route")
    assert (found and found.value) == value


def test_a_mass_without_goods_is_the_amount_of_a_flow_alone():
    assert amount("They [sailed] on, 40 tonnes in all.", "", kind="route") is None


def test_two_masses_without_goods_are_nobodys():
    assert amount("They [sent] it, 40 tonnes by sea, 30 tonnes by rail.", "") is None


@pytest.mark.parametrize(
    ("text", "words", "goods"),
    [
        pytest.param("They [sent] 40 tonnes of corn to Oslo.", "40 tonnes of corn", "corn", id="mass"),
        pytest.param("They [sent] 40 tonnes of corn to Oslo.", "40 tonnes", "corn", id="the mass alone"),
        pytest.param("They [sent] two boats to Oslo.", "two boats", "two boats", id="a count stays"),
        pytest.param("They [sent] 40 tonnes of corn and rye to Oslo.", "40 tonnes", "corn and rye", id="two goods"),
        pytest.param("They [sent] 40 tonnes of corn and flew home.", "40 tonnes", "corn", id="and a second verb"),
        pytest.param(
            "They [sent] 90 tents and 40 tonnes of corn into Oslo over a year.",
            "90 tents and 40 tonnes",
            "90 tents and 40 tonnes of corn",
            id="two amounts",
        ),
        pytest.param(
            "A shipment of 90 tonnes of corn [reached] Oslo.", "A shipment of 90 tonnes", "corn", id="no verb behind"
        ),
    ],
)
def test_goods_are_given_without_their_amount(text, words, goods):
    values, plain, verb = marked(text)
    find = SimpleNamespace(rule=None, is_noun=None, kind="flow", trigger=verb)
    values.amount(find, (span(plain, words),))
    ((start, end),) = values.goods((span(plain, words),), find)
    assert plain[start:end] == goods


def test_far_apart_in_a_sentence_that_never_ends_nothing_belongs_together():
    """Beyond some hundred characters a time is not the verb's, however few verbs stand between."""
    filler = "to the old mill by the long road " * 20
    assert when(f"The tug [left] {filler}on Monday.") is None


PIECES = "the tug left on Monday said port 40 tonnes of corn , and . which may 12 boats worth $5 million in May 2020"


@given(st.lists(st.sampled_from(PIECES.split()), min_size=1, max_size=24), st.data())
def test_any_word_may_be_asked_about(pieces, data):
    """Nothing raises; what is found is a slice of the text in the word's sentence."""
    text = " ".join(pieces)
    article = parse(text, published="2021-06-16")
    values = Values(article, certainties(article))
    start = data.draw(st.integers(0, len(text) - 1))
    find = SimpleNamespace(rule=None, is_noun=None, kind="flow", trigger=(start, start + 1))
    values.amount(find, ())
    sentence = article.sentence_at(start)
    time = values.when(find.trigger, values.certainties.at(*find.trigger))
    if time is not None:
        assert sentence.start <= time.at[0] < time.at[1] <= sentence.end
        assert text[slice(*time.at)] == time.text
    for first, last in values.goods(((start, min(start + 9, len(text))),), find):
        assert 0 <= first <= last <= len(text)


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("They shipped 40 tonnes of corn and visited Oslo.", "corn"),
        ("They shipped 40 tonnes of corn and smoked fish to Oslo.", "corn and smoked fish"),
    ],
)
def test_and_joins_more_goods_and_no_verb_to_them(text, goods):
    article = parse(text)
    values = Values(article, certainties(article))
    start = text.index("40")
    find = SimpleNamespace(rule=None, is_noun=None, kind="flow", trigger=(5, 12))
    values.amount(find, ((start, start + 9),))
    assert [text[slice(*span)] for span in values.goods(((start, start + 9),), find)] == [goods]
