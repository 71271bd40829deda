"""A table in every format: texts as they are, nothing cut."""

from __future__ import annotations

import csv
import io
import json

import pytest

from kg.ask import Table
from kg.cli import output

ROWS = [{"who": "The ombudsman", "said_by": "осуждено 47"}, {"who": "", "said_by": 'a|b\nc, "d"'}]
ANSWER = Table(["who", "said_by"], ROWS)


def written(answer: Table, fmt: str, capsysbinary: pytest.CaptureFixture[bytes]) -> str:
    output.table(answer, fmt)
    return capsysbinary.readouterr().out.decode()


def test_csv(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert list(csv.DictReader(io.StringIO(written(ANSWER, "csv", capsysbinary)))) == ROWS


def test_json(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert json.loads(written(ANSWER, "json", capsysbinary)) == ROWS


def test_markdown(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert written(ANSWER, "md", capsysbinary) == '| who | said by |\n| --- | --- |\n| The ombudsman | осуждено 47 |\n|  | a\\|b c, "d" |\n'


def test_markdown_takes_no_markup_of_others(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    row = {"a": "\x1b[2J<script>\\|", "b": "[x](javascript:1) *b* `c`"}
    expected = "| \\\\x1b\\[2J\\<script\\>\\\\\\| | \\[x\\](javascript:1) \\*b\\* \\`c\\` |"
    assert written(Table(["a", "b"], [row]), "md", capsysbinary).splitlines()[2] == expected


def test_a_message_cannot_steer_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    output.say("kg: \x1b]0;x\x07 \x9b2J\nis\u2028none")
    assert capsys.readouterr().err == "kg: \\x1b]0;x\\x07 \\x9b2J is none\n"


def test_table(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    shown = written(ANSWER, "table", capsysbinary).splitlines()
    assert shown[0].split() == ["who", "said", "by"]
    assert shown[-1] == "2 rows"
    assert all(line == line.rstrip() for line in shown)
    assert written(Table(["a"], []), "table", capsysbinary) == "0 rows\n"


@pytest.mark.parametrize("fmt", ["csv", "json", "md", "table"])
def test_no_rows_and_no_columns(fmt: str, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    for answer in (Table(["a"], []), Table([], [])):
        assert written(answer, fmt, capsysbinary).endswith("\n")


def test_no_markup_no_emoji_nothing_that_steers_a_terminal(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert "[red]:smile:\\x1b[31m" in written(Table(["a"], [{"a": "[red]:smile:\x1b[31m"}]), "table", capsysbinary)


def test_nothing_is_cut(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert written(Table(["a", "b"], [{"a": "y", "b": "x" * 400}]), "table", capsysbinary).count("x") == 400
    columns = [f"v{i}" for i in range(40)]
    out = written(Table(columns, [{column: f"a{column}" for column in columns}]), "table", capsysbinary)
    assert all(f"a{column}" in out for column in columns)


def test_half_a_character(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert "\\udce9" in written(Table(["a"], [{"a": "\udce9"}]), "csv", capsysbinary)
