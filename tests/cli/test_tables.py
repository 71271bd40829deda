"""Tables on the screen: no name broken, and a block a row where columns would be too narrow."""

from __future__ import annotations

import pytest

from kg.ask import Table
from kg.cli import output

WIDE = [f"column {letter}" for letter in "abcdefghijklmnop"]
LONG = "standard-kz-2025-05:torture-is-still-a-systematic-practice"


def row(**cells: str) -> dict[str, str]:
    return {**dict.fromkeys(WIDE, "some words that go on for a while"), **cells}


def test_many_columns_are_blocks() -> None:
    shown = output.written(Table(WIDE, [row(), row(**{"column a": ""})]), "table")
    assert shown.splitlines()[0] == "1"
    assert shown.count("column a ") == 1  # what is empty is left out
    assert shown.splitlines()[-1] == "2 rows"
    assert max(map(len, shown.splitlines())) <= output.WIDTH


def test_a_long_text_in_a_block_is_wrapped_below_itself() -> None:
    shown = output.written(Table(WIDE, [row(**{"column b": "word " * 60})]), "table").splitlines()
    at = next(number for number, line in enumerate(shown) if line.startswith("  column b"))
    assert shown[at].index("word") == shown[at + 1].index("word")


@pytest.mark.parametrize("columns", [["claim", "id"], ["claim", "document", "id"]])
def test_few_columns_are_a_table_in_which_names_stay_whole(columns: list[str]) -> None:
    cells = {"claim": "some words " * 30, "document": "other words " * 20, "id": LONG}
    shown = output.written(Table(columns, [{column: cells[column] for column in columns}]), "table")
    assert LONG in shown
    assert shown.splitlines()[0].split() == columns


def test_what_an_answer_does_not_say_stands_below_it() -> None:
    answer = Table(["a"], [{"a": "1"}], caveat="Silence is no proof.")
    assert output.written(answer, "table").endswith("1 row\nSilence is no proof.\n")
    assert output.written(answer, "md").endswith("| 1 |\n\nSilence is no proof.\n")
    assert "Silence" not in output.written(answer, "csv") + output.written(answer, "json") + output.written(answer, "srj")
