"""Each question: a case, and its exact answer (expected.csv, and expected-*.csv with parameters)."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from kg import ask, parameters, questions
from tests import support
from tests.questions import answers, mutate

HERE = Path(__file__).parent
ANSWERS = sorted(HERE.glob("*/expected*.csv"))


def test_each_question_has_a_fixture() -> None:
    assert sorted(path.stem for path in support.queries("questions")) == support.fixtures("questions")
    assert {path.parent.name for path in ANSWERS} == set(support.fixtures("questions"))
    stray = {path for path in HERE.glob("*/*") if path.is_file() and path.parent.name != "__pycache__"} - set(ANSWERS)
    assert sorted(map(str, stray)) == [], "files that no test reads"


@pytest.mark.parametrize("name", support.fixtures("questions"))
def test_header(name: str) -> None:
    query = ask.questions()[name]
    assert set(query.header["summary"]) == {"en", "ru"}
    assert query.header["description"]
    assert query.tags
    types = {*parameters.NODES, *parameters.LITERALS, *parameters.values()}
    for parameter in query.parameters.values():
        kind = parameter["type"]
        assert parameter["summary"]
        assert {kind} <= types if isinstance(kind, str) else set(kind) <= set(parameters.NODES)
    texts = [*query.header.get("words", {}).values(), *(parameter["summary"] for parameter in query.parameters.values())]
    assert all(set(text) == {"en", "ru"} for text in (*texts, query.header.get("caveat") or {"en": "", "ru": ""}))


@pytest.mark.parametrize("path", ANSWERS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_answers(path: Path, tmp_path: Path) -> None:
    """`expected-lang=ru,actor=ministry.csv` is the answer with these parameters; `annotators=yes` asks for theirs too."""
    values, annotators = answers.given(path)
    case = support.read(path.parent / "case", tmp_path)
    table = ask.run(support.graph(case, annotators=annotators), path.parent.name, **values)
    expected = answers.expected(path)
    assert table.rows == expected
    assert expected, "an empty answer shows nothing"


@pytest.mark.parametrize("name", support.fixtures("questions"))
def test_columns_have_words_in_both_languages(name: str) -> None:
    columns = ask.run(ox.Store(), name).columns
    assert [column for column in columns if set(questions.columns().get(column, {})) != {"en", "ru"}] == []


def test_no_condition_may_be_dropped() -> None:
    """Each FILTER, HAVING, MINUS and NOT EXISTS of each question has a row in its fixture that comes or goes with it."""
    assert [str(mutant) for mutant in mutate.survivors(ask.questions().values())] == []
