"""The tables of words are read whole, but for the examples behind them."""

import tomllib
from importlib.resources import files

import pytest

from dateline.reading.text.wordlists import rules

TABLES = sorted(files("dateline.reading").joinpath("tables").glob("*.toml"))


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.stem)
def test_no_table_stands_behind_the_examples(table):
    """Reading ends where the examples begin."""
    whole = tomllib.loads(table.read_text("utf-8"))
    if isinstance(whole.get("examples"), list):
        del whole["examples"]
    assert rules(table.stem) == whole
